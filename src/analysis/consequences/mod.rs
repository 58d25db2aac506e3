//! Consequences: what the difference between two versions of a plan does to its goals, partners and advice.

mod find;
mod page;

use schemars::JsonSchema;
use serde::Serialize;

use super::{CoveragePolicy, CoverageState, RoleCounts, SinglePoint};
use crate::finding::Code;
use crate::plan::Named;
use crate::value::Date;

pub use find::consequences;

/// A goal that is covered otherwise than before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "verschil in dekking")]
#[non_exhaustive]
pub struct CoverageShift {
    /// The goal, as it is now, or as it was where it is gone.
    pub goal: Named,
    /// How far it was covered; absent where it is new.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<CoverageState>,
    /// How far it is covered; absent where it is gone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<CoverageState>,
}

/// A partner that got or lost roles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "verschil in rollen")]
#[non_exhaustive]
pub struct RoleShift {
    /// The partner, as it is now, or as it was where it is gone.
    pub partner: Named,
    /// The roles that it has now and had not: on the plan, goals, execution plans and actions together.
    pub gained: RoleCounts,
    /// The roles that it had and has no more.
    pub lost: RoleCounts,
}

/// Advice that is given in one of the two versions, or more often there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "verschil in advies")]
#[non_exhaustive]
pub struct AdviceShift {
    /// The code.
    pub code: Code,
    /// The element that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<Named>,
    /// How many more there are of it.
    pub count: u64,
    /// What the first of them says, in English.
    pub message: String,
    /// What the first of them says, in Dutch.
    pub message_nl: String,
}

/// What the difference between two versions of a plan does (*gevolgen van wijzigingen*); what differs itself is told by
/// [`compare`](crate::change::compare).
///
/// Both versions are looked at on the same day, under the same policy. Goals, partners and subjects of advice are told
/// apart by their ids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "gevolgen van wijzigingen")]
#[doc(alias = "gevolgen van wijzigingen")]
#[non_exhaustive]
pub struct Consequences {
    /// The new version.
    pub plan: Named,
    /// The day that both are looked at.
    pub day: Date,
    /// Which actions count.
    pub policy: CoveragePolicy,
    /// The goals for which an action counts now, and for which none did: also new goals.
    pub newly_covered: Vec<CoverageShift>,
    /// The goals for which an action counted, and for which none does now.
    pub newly_uncovered: Vec<CoverageShift>,
    /// The goals that are covered otherwise than before in any other way: in part or as a whole, new, or gone.
    pub otherwise_covered: Vec<CoverageShift>,
    /// The partners that got or lost roles, in the order of the new version; those that are gone last.
    pub roles: Vec<RoleShift>,
    /// The advice that is new, in the order of the new version.
    pub added_advice: Vec<AdviceShift>,
    /// The advice that is gone, in the order of the old version.
    pub resolved_advice: Vec<AdviceShift>,
    /// The partners without which something has no lead now, and which were none such before.
    pub new_single_points: Vec<SinglePoint>,
    /// The partners without which something had no lead, and which are none such any more.
    pub gone_single_points: Vec<SinglePoint>,
}

impl Consequences {
    /// Whether nothing follows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let shifts = [&self.newly_covered, &self.newly_uncovered, &self.otherwise_covered];
        let points = [&self.new_single_points, &self.gone_single_points];
        shifts.iter().all(|list| list.is_empty())
            && points.iter().all(|list| list.is_empty())
            && [&self.added_advice, &self.resolved_advice].iter().all(|list| list.is_empty())
            && self.roles.is_empty()
    }
}
