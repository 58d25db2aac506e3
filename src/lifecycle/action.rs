//! The state of an action.

use std::collections::{HashMap, HashSet};

use super::execution::{ExecutionPlanStanding, execution_plan};
use super::history::History;
use super::other::proposal;
use super::state::{ActionState, ExecutionPlanState, ProposalState};
use crate::entity::{Act, Action, FundingSource, PlanContent, Progress, Status};
use crate::id::{ActionId, ProposalId};
use crate::value::Date;

/// How an action stands, and since when.
pub(crate) type ActionStanding = (ActionState, Option<Date>);

/// Since when each action goes on in another execution plan, as of a day.
#[derive(Debug, Default)]
pub(crate) struct Carried(HashMap<ActionId, Date>);

impl Carried {
    /// `O(n)` in the actions. An action goes on once the one that continues it is taken up and the execution plan of that
    /// one has begun; one that was rejected or withdrawn carries nothing on.
    pub(crate) fn of(plan: &PlanContent, history: &History<'_>, day: Date) -> Self {
        let mut carried: HashMap<ActionId, Date> = HashMap::new();
        for execution in plan.execution_plans() {
            let start = execution.period().start();
            let continues_none = execution.actions().iter().all(|action| action.continues().is_empty());
            if continues_none || day < start || is_off(execution_plan(plan, history, execution, day).state) {
                continue;
            }
            let own: HashSet<ActionId> = execution.actions().iter().map(|action| action.id()).collect();
            for action in execution.actions() {
                let from = action.registered_on().map_or(start, |taken_up| taken_up.max(start));
                let earlier = action.continues().iter().filter(|earlier| !own.contains(earlier));
                for earlier in earlier.filter(|_| from <= day) {
                    let first = carried.entry(*earlier).or_insert(from);
                    *first = from.min(*first);
                }
            }
        }
        Self(carried)
    }

    fn since(&self, action: ActionId) -> Option<Date> {
        self.0.get(&action).copied()
    }
}

fn is_off(state: ExecutionPlanState) -> bool {
    matches!(state, ExecutionPlanState::Withdrawn | ExecutionPlanState::Rejected)
}

/// The standing of an action in an execution plan that stands like this.
pub(crate) fn action(
    plan: &PlanContent,
    history: &History<'_>,
    carried: &Carried,
    execution: &ExecutionPlanStanding,
    action: &Action,
    day: Date,
) -> ActionStanding {
    if is_off(execution.state) {
        return (ActionState::Withdrawn, execution.since);
    }
    let last = last_report(history, action, day);
    let ended = last.and_then(|(since, status)| Some((ended_as(action, status)?, Some(since))));
    if let Some(ended @ (ActionState::Done | ActionState::Cancelled, _)) = ended {
        return ended;
    }
    let close = history.rulings(action.id(), day).iter().find(|ruling| ruling.act() == Act::Close);
    if let Some(close) = close {
        return ended.unwrap_or((ActionState::Closed, Some(close.date())));
    }
    if let Some(from) = carried.since(action.id()) {
        return (ActionState::CarriedOver, Some(from));
    }
    match (ended, last) {
        (Some(ended), _) => ended,
        (None, Some((since, Status::Delayed))) => (ActionState::Delayed, Some(since)),
        (None, Some((since, _))) => (ActionState::Running, Some(since)),
        (None, None) => match first_start(action).filter(|report| report.date() <= day) {
            // A share or spending above nothing, where no report says how far it is.
            Some(report) => (ActionState::Running, Some(report.date())),
            None => not_started(plan, history, execution, action, day),
        },
    }
}

/// A report that ends an action. Continuous work doesn't end by being done.
fn ended_as(action: &Action, status: Status) -> Option<ActionState> {
    match status {
        Status::Done if !action.continuous() => Some(ActionState::Done),
        Status::PartlyDone if !action.continuous() => Some(ActionState::PartlyDone),
        Status::NotDone => Some(ActionState::NotDone),
        Status::Cancelled => Some(ActionState::Cancelled),
        Status::Started | Status::Delayed | Status::Done | Status::PartlyDone => None,
    }
}

/// What the last report up to a day says, and its day: reports on the action, and what evaluations say of it.
fn last_report(history: &History<'_>, action: &Action, day: Date) -> Option<(Date, Status)> {
    let reports = action.progress().iter().filter(|report| report.date() <= day);
    let reports =
        reports.filter_map(|report| Some((report.date(), report.date(), status_of(action, report)?)));
    let said = history.said_of(action.id().into_uuid()).iter().filter(|said| said.known <= day);
    // An evaluation comes before a report of the same day: the last of equals counts.
    let said = said.map(|said| (said.about, said.known, said.status));
    said.chain(reports).max_by_key(|(about, ..)| *about).map(|(_, since, status)| (since, status))
}

/// The status that a report states; one that only expects a later end than planned says delayed.
fn status_of(action: &Action, report: &Progress) -> Option<Status> {
    let planned = action.period().map(|period| period.end());
    let later = report.expected_end().zip(planned).is_some_and(|(expected, planned)| planned < expected);
    match report.status() {
        Some(Status::Started) | None if later => Some(Status::Delayed),
        status => status,
    }
}

fn not_started(
    plan: &PlanContent,
    history: &History<'_>,
    execution: &ExecutionPlanStanding,
    action: &Action,
    day: Date,
) -> ActionStanding {
    if action.registered_on().is_some_and(|taken_up| day < taken_up) || !execution.state.is_settled() {
        return (ActionState::Proposed, None);
    }
    let since = action.registered_on().max(execution.adopted_on);
    if awaits_council(plan, history, action, day) {
        (ActionState::AwaitingCouncil, since)
    } else {
        (ActionState::Planned, since)
    }
}

/// Whether the action needs additional money that no accepted proposal gives (source §5.3).
pub(crate) fn awaits_council(plan: &PlanContent, history: &History<'_>, action: &Action, day: Date) -> bool {
    let accepted = |id: ProposalId| {
        let found = plan.proposals().iter().find(|one| one.id() == id);
        found.is_some_and(|one| proposal(plan, history, one, day).0 == ProposalState::Accepted)
    };
    let additional = action.cost().into_iter().flat_map(|cost| cost.funding());
    let mut additional = additional.filter(|funding| funding.source() == FundingSource::Additional);
    additional.any(|funding| !funding.proposal().is_some_and(accepted))
}

/// The first report that shows the action under way: started, or a share or spending above nothing, or done.
pub(crate) fn first_start(action: &Action) -> Option<&Progress> {
    let shows = |report: &&Progress| {
        matches!(report.status(), Some(Status::Started | Status::Done | Status::PartlyDone))
            || report.percent().is_some_and(|percent| percent.get() > 0)
            || report.spent().is_some_and(|spent| spent.get() > 0)
    };
    action.progress().iter().filter(shows).min_by_key(|report| report.date())
}
