//! Single points of failure: the partners without which something has no lead.

use std::cmp::Reverse;

use schemars::JsonSchema;
use serde::Serialize;

use super::find::{Scope, lose};
use crate::id::PlanId;
use crate::kind::Kind;
use crate::plan::Named;
use crate::trace::{Follow, Link, Trace, TraceError, Words};

/// A partner without which some action has no lead (*kwetsbare schakel*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "kwetsbare schakel")]
#[non_exhaustive]
pub struct SinglePoint {
    /// The partner.
    pub partner: Named,
    /// How many actions have no other lead.
    pub actions: u64,
    /// The goals of which no action would have a lead.
    pub goals: Vec<Named>,
}

/// The partners of a plan without which something has no lead (*kwetsbare schakels*): first those with most goals, then those
/// with most actions, then in the order of the plan.
///
/// Cancelled and withdrawn actions count nowhere. A partner that leads with another is no single point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "kwetsbare schakels")]
#[doc(alias = "kwetsbare schakels")]
#[non_exhaustive]
pub struct SinglePoints {
    /// The plan.
    pub plan: Named,
    /// How many actions there are that are not cancelled or withdrawn.
    pub actions: u64,
    /// How many of those have no lead already.
    pub without_lead: u64,
    /// The partners.
    pub partners: Vec<SinglePoint>,
}

/// The partners of a plan without which some action has no lead, or some goal no action with one.
/// `O(g (g + n / 64) + p (p + g) n / 64)` in its goals `g`, partners `p` and actions `n`.
///
/// # Errors
/// The trace has no such plan.
///
/// ```
/// use veiligheidsplan::{SafetyPlan, analysis::single_points_of_failure, trace::Trace};
///
/// let plan = SafetyPlan::from_json(include_str!("../../../data/vlaardingen-2020-2023.demo.plan.json"))?;
/// let trace = Trace::of(&plan, "2021-09-01".parse()?);
/// let points = single_points_of_failure(&trace, plan.id())?;
/// assert_eq!(points.partners[0].partner.code.as_deref(), Some("team-vth"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn single_points_of_failure(trace: &Trace, plan: PlanId) -> Result<SinglePoints, TraceError> {
    let view = trace.plan_view(plan)?;
    let scope = Scope::of(view, false);
    let below = |goal: u32| (goal, view.below(goal, Follow::Stated).and(&scope.led));
    let goals: Vec<(u32, Words)> = view.goals().map(below).filter(|(_, led)| !led.is_empty()).collect();
    let mut partners = Vec::new();
    for partner in view.nodes(&[Kind::Partner]) {
        let lost = lose(view, &[partner], Link::LedBy).and(&scope.alive);
        if lost.is_empty() {
            continue;
        }
        let unled = goals.iter().filter(|(_, led)| led.clone().without(&lost).is_empty());
        partners.push(SinglePoint {
            partner: view.named(partner),
            actions: lost.count(),
            goals: unled.map(|(goal, _)| view.named(*goal)).collect(),
        });
    }
    partners.sort_by_key(|point| Reverse((point.goals.len(), point.actions)));
    Ok(SinglePoints {
        plan: view.named(0),
        actions: scope.alive.count(),
        without_lead: scope.alive.count() - scope.led.count(),
        partners,
    })
}
