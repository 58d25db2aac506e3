//! Analyses both versions and tells where they differ.

use std::collections::{BTreeMap, HashMap, HashSet};

use uuid::Uuid;

use super::{AdviceShift, Consequences, CoverageShift, RoleShift};
use crate::analysis::{
    CoveragePolicy, CoverageState, GoalCoverage, RoleCounts, SinglePoint, coverage, single_points_of_failure,
};
use crate::entity::{Responsibility, Role};
use crate::finding::{Code, Finding, Findings, Subject};
use crate::plan::{Element, Named, SafetyPlan};
use crate::trace::Trace;
use crate::value::Date;

/// What the difference between two versions of a plan does to its goals, partners and advice on a day. It costs what the
/// coverage, the single points of failure and the advice of both cost.
///
/// ```
/// use veiligheidsplan::{SafetyPlan, analysis::{CoveragePolicy, consequences}};
///
/// let old = SafetyPlan::from_json(include_str!("../../../data/vlaardingen-2020-2023.demo.plan.json"))?;
/// let mut draft = old.to_draft();
/// draft.execution_plans[0].actions[0].responsibilities.clear();
/// let new = SafetyPlan::try_from(draft)?;
/// let told = consequences(&old, &new, "2021-09-01".parse()?, &CoveragePolicy::default());
/// assert!(told.roles.iter().any(|shift| shift.lost.lead == 1));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn consequences(old: &SafetyPlan, new: &SafetyPlan, day: Date, policy: &CoveragePolicy) -> Consequences {
    let (before, after) = (Version::of(old, day, policy), Version::of(new, day, policy));
    let mut report = Consequences {
        plan: Named::from(Element::Plan(new)),
        day,
        policy: policy.clone(),
        newly_covered: Vec::new(),
        newly_uncovered: Vec::new(),
        otherwise_covered: Vec::new(),
        roles: roles(old, new),
        added_advice: more(new, &after.advice, &before.advice),
        resolved_advice: more(old, &before.advice, &after.advice),
        new_single_points: others(&after.points, &before.points),
        gone_single_points: others(&before.points, &after.points),
    };
    report.goals(&before.goals, &after.goals);
    report
}

/// What is asked of both versions.
struct Version {
    goals: Vec<GoalCoverage>,
    points: Vec<SinglePoint>,
    advice: Findings,
}

impl Version {
    fn of(plan: &SafetyPlan, day: Date, policy: &CoveragePolicy) -> Self {
        let trace = Trace::of(plan, day);
        // The trace has the plan that it was made of.
        Self {
            goals: coverage(&trace, plan.id(), policy).map(|report| report.goals).unwrap_or_default(),
            points: single_points_of_failure(&trace, plan.id()).map(|it| it.partners).unwrap_or_default(),
            advice: plan.advice(day),
        }
    }
}

impl Consequences {
    fn goals(&mut self, before: &[GoalCoverage], after: &[GoalCoverage]) {
        let was: HashMap<Uuid, CoverageState> = before.iter().map(|one| (one.goal.id, one.state)).collect();
        let is: HashSet<Uuid> = after.iter().map(|one| one.goal.id).collect();
        let counts = |state: Option<CoverageState>| {
            matches!(state, Some(CoverageState::Covered | CoverageState::Partly))
        };
        for goal in after {
            let (before, after) = (was.get(&goal.goal.id).copied(), Some(goal.state));
            if before == after {
                continue;
            }
            let shift = CoverageShift { goal: goal.goal.clone(), before, after };
            match (counts(before), counts(after)) {
                (false, true) => self.newly_covered.push(shift),
                (true, false) => self.newly_uncovered.push(shift),
                _ => self.otherwise_covered.push(shift),
            }
        }
        for goal in before.iter().filter(|one| !is.contains(&one.goal.id)) {
            let (goal, before) = (goal.goal.clone(), Some(goal.state));
            self.otherwise_covered.push(CoverageShift { goal, before, after: None });
        }
    }
}

/// Who has which role on what.
type Holding = (Uuid, Uuid, Role);

fn holdings(plan: &SafetyPlan) -> HashSet<Holding> {
    let own = |element: Element<'_>| {
        let all: &[Responsibility] = match element {
            Element::Plan(it) => it.responsibilities(),
            Element::Priority(it) => it.responsibilities(),
            Element::Pillar(it) => it.responsibilities(),
            Element::Theme(it) => it.responsibilities(),
            Element::ExecutionPlan(it) => it.responsibilities(),
            Element::Action(it) => it.responsibilities(),
            _ => &[],
        };
        let owner = element.id().into_uuid();
        let held = all.iter().map(|one| (owner, one.partner().into_uuid(), one.role()));
        held.collect::<Vec<Holding>>()
    };
    plan.elements().flat_map(own).collect()
}

fn roles(old: &SafetyPlan, new: &SafetyPlan) -> Vec<RoleShift> {
    let (before, after) = (holdings(old), holdings(new));
    let mut shifts: HashMap<Uuid, (RoleCounts, RoleCounts)> = HashMap::new();
    for (_, partner, role) in after.difference(&before) {
        *shifts.entry(*partner).or_default().0.place(*role) += 1;
    }
    for (_, partner, role) in before.difference(&after) {
        *shifts.entry(*partner).or_default().1.place(*role) += 1;
    }
    let mut told = Vec::new();
    for partner in new.partners().iter().chain(old.partners()) {
        if let Some((gained, lost)) = shifts.remove(&partner.id().into_uuid()) {
            told.push(RoleShift { partner: Named::from(Element::Partner(partner)), gained, lost });
        }
    }
    told
}

/// The advice of a version, by code and subject, that there is more of than in the other.
fn more(plan: &SafetyPlan, own: &Findings, other: &Findings) -> Vec<AdviceShift> {
    let key = |finding: &Finding| (finding.code, finding.subject);
    let mut counts: BTreeMap<(Code, Option<Subject>), u64> = BTreeMap::new();
    other.iter().for_each(|finding| *counts.entry(key(finding)).or_default() += 1);
    let mut places: HashMap<(Code, Option<Subject>), usize> = HashMap::new();
    let mut told: Vec<AdviceShift> = Vec::new();
    for finding in own {
        if let Some(left) = counts.get_mut(&key(finding)).filter(|left| **left > 0) {
            *left -= 1;
            continue;
        }
        let at = *places.entry(key(finding)).or_insert(told.len());
        if let Some(shift) = told.get_mut(at) {
            shift.count += 1;
            continue;
        }
        let subject = finding.subject.and_then(|subject| {
            plan.element(subject.id).filter(|element| element.kind() == subject.kind).map(Named::from)
        });
        told.push(AdviceShift {
            code: finding.code,
            subject,
            count: 1,
            message: finding.message.clone(),
            message_nl: finding.message_nl.clone(),
        });
    }
    told
}

fn others(own: &[SinglePoint], other: &[SinglePoint]) -> Vec<SinglePoint> {
    let is_there = |point: &&SinglePoint| other.iter().any(|one| one.partner.id == point.partner.id);
    own.iter().filter(|point| !is_there(point)).cloned().collect()
}
