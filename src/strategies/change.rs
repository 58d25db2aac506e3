//! Changes that fit a given plan, and sequences of them.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use super::detail::one_of;
use super::values::titles;
use crate::change::{Change, patch};
use crate::draft::{
    ActionDraft, AcuteIssueDraft, AddresseeDraft, AreaDraft, ClauseDraft, DecisionDraft, DecisionObjectDraft,
    ElementReferenceDraft, ProgressDraft, SafetyPlanDraft, TopicDraft,
};
use crate::entity::{Act, AddresseeKind, ObjectKind, Organ, Status};
use crate::kind::Kind;
use crate::plan::SafetyPlan;
use crate::uuid::Uuid;
use crate::value::Date;

/// The choices behind one change.
#[derive(Debug, Clone)]
struct Parts {
    edit: Index,
    which: Index,
    to: Index,
    title: String,
    number: u128,
}

fn parts() -> impl Strategy<Value = Parts> + Clone {
    let choices = (any::<Index>(), any::<Index>(), any::<Index>());
    // Numbers that shrink become the same, and with them the ids.
    (choices, titles(), any::<u128>().no_shrink()).prop_map(|((edit, which, to), title, number)| Parts {
        edit,
        which,
        to,
        title,
        number,
    })
}

/// Batches of changes that a plan takes on a day, whatever its profile: [`SafetyPlan::apply`] refuses none.
///
/// They reword, add and order what isn't strategic, report how far actions are, and put acute issues and decisions on
/// record that lead to no step. They shrink to fewer and earlier changes.
///
/// ```
/// use proptest::prelude::*;
/// use veiligheidsplan::Date;
/// use veiligheidsplan::strategies::{PlanShape, changes_of, plans};
///
/// let day: Date = "2026-01-01".parse()?;
/// let asked = plans(PlanShape::default()).prop_flat_map(move |plan| {
///     let changes = changes_of(&plan, day);
///     (Just(plan), changes)
/// });
/// proptest!(ProptestConfig::with_cases(16), |((plan, changes) in asked)| {
///     prop_assert!(plan.apply(&changes, day).is_ok());
/// });
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn changes_of(plan: &SafetyPlan, on: Date) -> impl Strategy<Value = Vec<Change>> + Clone + use<> {
    let draft = plan.to_draft();
    vec(parts(), 1..6).prop_map(move |parts| {
        let mut plan = draft.clone();
        batch(&mut plan, &parts, on)
    })
}

/// Sequences of batches: each is one that the plan takes on a day after those before it; see [`changes_of`].
pub fn histories_of(plan: &SafetyPlan, on: Date) -> impl Strategy<Value = Vec<Vec<Change>>> + Clone + use<> {
    let draft = plan.to_draft();
    vec(vec(parts(), 1..4), 1..6).prop_map(move |batches| {
        let mut plan = draft.clone();
        batches.iter().map(|parts| batch(&mut plan, parts, on)).collect()
    })
}

/// Makes a batch, and the plan that comes of it.
fn batch(plan: &mut SafetyPlanDraft, parts: &[Parts], on: Date) -> Vec<Change> {
    let mut changes = Vec::new();
    for one in parts {
        let edit = one.edit.get(EDITS);
        // Where the plan has no such element, another topic will do.
        let change = edit(plan, one, on).unwrap_or_else(|| new_topic(plan, one));
        if let Ok(made) = patch(plan, std::slice::from_ref(&change)) {
            *plan = made;
            changes.push(change);
        }
    }
    changes
}

type Edit = fn(&SafetyPlanDraft, &Parts, Date) -> Option<Change>;

const EDITS: &[Edit] = &[
    |plan, parts, _| Some(new_topic(plan, parts)),
    |plan, parts, _| {
        let mut topic = one_of(&plan.topics, parts.which)?.clone();
        topic.title.clone_from(&parts.title);
        Some(Change::replace(topic))
    },
    |plan, parts, _| {
        let topic = one_of(&plan.topics, parts.which)?;
        let at = parts.to.index(plan.topics.len());
        Some(Change::move_to(named(Kind::Topic, &topic.id), named(Kind::Plan, &plan.id), at))
    },
    |plan, parts, _| {
        let mut partner = one_of(&plan.partners, parts.which)?.clone();
        partner.name.clone_from(&parts.title);
        Some(Change::replace(partner))
    },
    |plan, parts, _| {
        let area = AreaDraft::new(parts.id(), parts.title.clone());
        Some(Change::add(named(Kind::Plan, &plan.id), parts.to.index(plan.areas.len() + 1), area))
    },
    |plan, parts, _| {
        let mut execution = one_of(&plan.execution_plans, parts.which)?.clone();
        execution.title.clone_from(&parts.title);
        Some(Change::replace(execution))
    },
    |plan, parts, _| {
        let mut action = action_of(plan, parts.which)?.clone();
        action.title.clone_from(&parts.title);
        action.description = Some(parts.title.clone());
        Some(Change::replace(action))
    },
    |plan, parts, _| {
        let execution = one_of(&plan.execution_plans, parts.which)?;
        let action = one_of(&execution.actions, parts.to)?;
        let at = parts.which.index(execution.actions.len());
        let holder = named(Kind::ExecutionPlan, &execution.id);
        Some(Change::move_to(named(Kind::Action, &action.id), holder, at))
    },
    // It serves what another one serves.
    |plan, parts, _| {
        let execution = one_of(&plan.execution_plans, parts.which)?;
        let serves = one_of(&execution.actions, parts.to)?.serves.clone();
        let action = ActionDraft::new(parts.id(), parts.title.clone(), serves);
        let at = parts.to.index(execution.actions.len() + 1);
        Some(Change::add(named(Kind::ExecutionPlan, &execution.id), at, action))
    },
    // A report alone starts nothing.
    |plan, parts, on| {
        let mut action = action_of(plan, parts.which)?.clone();
        let mut report = ProgressDraft::new(on.to_string());
        report.expected_end = Some(on.to_string());
        report.note = Some(parts.title.clone());
        action.progress.push(report);
        Some(Change::replace(action))
    },
    // What goes on is started no more: a start is a step that the profile judges.
    |plan, parts, on| {
        let mut action = action_of(plan, parts.which)?.clone();
        let day = on.to_string();
        let started = |report: &ProgressDraft| report.status == Some(Status::Started) && report.date < day;
        let is_told = |report: &ProgressDraft| report.status.is_some() && report.date == day;
        if !action.progress.iter().any(started) || action.progress.iter().any(is_told) {
            return None;
        }
        let mut report = ProgressDraft::new(day.clone());
        report.status = Some(*parts.to.get(Status::ALL));
        report.percent = Some(u64::try_from(parts.which.index(101)).ok()?);
        action.progress.push(report);
        Some(Change::replace(action))
    },
    |plan, parts, on| {
        let issue = AcuteIssueDraft::new(parts.id(), parts.title.clone(), on.to_string());
        let at = parts.to.index(plan.acute_issues.len() + 1);
        Some(Change::add(named(Kind::Plan, &plan.id), at, issue))
    },
    |plan, parts, on| {
        let execution = one_of(&plan.execution_plans, parts.which)?;
        let object = DecisionObjectDraft::new(ObjectKind::ExecutionPlan, execution.id.clone());
        let mut clause = ClauseDraft::new(Act::Inform, object);
        clause.to = vec![AddresseeDraft::new(AddresseeKind::Council)];
        Some(decided(plan, parts, on, clause))
    },
    |plan, parts, on| {
        let object = DecisionObjectDraft::new(ObjectKind::Plan, plan.id.clone());
        let mut clause = ClauseDraft::new(Act::Instruct, object);
        clause.text = Some(parts.title.clone());
        Some(decided(plan, parts, on, clause))
    },
    |plan, parts, _| {
        let mut own = plan.clone();
        own.portfolio_holder = Some(parts.title.clone());
        Some(Change::set_plan(own))
    },
];

impl Parts {
    /// An id that nothing bears yet.
    fn id(&self) -> String {
        Uuid::from_u128(self.number | 1).to_string()
    }
}

fn named(kind: Kind, id: &str) -> ElementReferenceDraft {
    ElementReferenceDraft::new(kind, id)
}

fn new_topic(plan: &SafetyPlanDraft, parts: &Parts) -> Change {
    let topic = TopicDraft::new(parts.id(), parts.title.clone());
    Change::add(named(Kind::Plan, &plan.id), parts.to.index(plan.topics.len() + 1), topic)
}

fn decided(plan: &SafetyPlanDraft, parts: &Parts, on: Date, clause: ClauseDraft) -> Change {
    let decision = DecisionDraft::new(parts.id(), Organ::College, on.to_string(), vec![clause]);
    Change::add(named(Kind::Plan, &plan.id), parts.to.index(plan.decisions.len() + 1), decision)
}

fn action_of(plan: &SafetyPlanDraft, which: Index) -> Option<&ActionDraft> {
    let all: Vec<&ActionDraft> = plan.execution_plans.iter().flat_map(|one| &one.actions).collect();
    one_of(&all, which).copied()
}
