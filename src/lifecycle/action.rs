//! The state of an action.

use std::collections::HashMap;

use super::execution::{ExecutionPlanStanding, execution_plan};
use super::history::History;
use super::other::proposal;
use super::state::{ActionState, ProposalState};
use crate::entity::{Act, Action, ExecutionPlan, FundingSource, PlanContent, Progress, Status};
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
        for (number, execution) in plan.execution_plans().iter().enumerate() {
            let continues_none = execution.actions().iter().all(|action| action.continues().is_empty());
            let begun = execution.period().start() <= day;
            if continues_none || !begun || execution_plan(plan, history, execution, day).state.is_off() {
                continue;
            }
            continuations(execution, number, |earlier, Carrying { from, .. }| {
                if from <= day {
                    let first = carried.entry(earlier).or_insert(from);
                    *first = from.min(*first);
                }
            });
        }
        Self(carried)
    }

    fn since(&self, action: ActionId) -> Option<Date> {
        self.0.get(&action).copied()
    }
}

/// In which execution plan, by its number, an action goes on, and from when.
#[derive(Debug, Clone, Copy)]
pub(super) struct Carrying {
    pub(super) execution: usize,
    pub(super) from: Date,
}

/// The actions of other execution plans that actions of this one continue.
pub(super) fn continuations(
    execution: &ExecutionPlan,
    number: usize,
    mut carry: impl FnMut(ActionId, Carrying),
) {
    if execution.actions().iter().all(|action| action.continues().is_empty()) {
        return;
    }
    let start = execution.period().start();
    let own: std::collections::HashSet<ActionId> =
        execution.actions().iter().map(|action| action.id()).collect();
    for action in execution.actions() {
        let from = action.registered_on().map_or(start, |taken_up| taken_up.max(start));
        for earlier in action.continues().iter().filter(|earlier| !own.contains(*earlier)) {
            carry(*earlier, Carrying { execution: number, from });
        }
    }
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
    let close = || history.rulings(action.id(), day).iter().find(|ruling| ruling.act() == Act::Close);
    let circumstances = Circumstances {
        off: execution.state.is_off(),
        since: execution.since,
        last: last_report(history, action, day),
        closed: close().map(|ruling| ruling.date()),
        carried: carried.since(action.id()),
        settled: execution.state.is_settled(),
        adopted_on: execution.adopted_on,
    };
    stand(action, &circumstances, Some(day), || awaits_council(plan, history, action, day))
}

/// What decides how an action stands on a day, besides what it says of itself.
#[derive(Debug)]
pub(super) struct Circumstances {
    /// Whether its execution plan is withdrawn or rejected, and since when it stands as it does.
    pub(super) off: bool,
    pub(super) since: Option<Date>,
    /// What the last report says, and its day.
    pub(super) last: Option<(Date, Status)>,
    /// When it was closed by a decision.
    pub(super) closed: Option<Date>,
    /// Since when it goes on in another execution plan.
    pub(super) carried: Option<Date>,
    /// Whether its execution plan is adopted or taken note of.
    pub(super) settled: bool,
    pub(super) adopted_on: Option<Date>,
}

/// The standing of an action, by the table at the head of the module; no day is before all days.
pub(super) fn stand(
    action: &Action,
    circumstances: &Circumstances,
    day: Option<Date>,
    awaits_council: impl FnOnce() -> bool,
) -> ActionStanding {
    if circumstances.off {
        return (ActionState::Withdrawn, circumstances.since);
    }
    let last = circumstances.last;
    let ended = last.and_then(|(since, status)| Some((ended_as(action, status)?, Some(since))));
    if let Some(ended @ (ActionState::Done | ActionState::Cancelled, _)) = ended {
        return ended;
    }
    if let Some(closed) = circumstances.closed {
        return ended.unwrap_or((ActionState::Closed, Some(closed)));
    }
    if let Some(from) = circumstances.carried {
        return (ActionState::CarriedOver, Some(from));
    }
    match (ended, last) {
        (Some(ended), _) => ended,
        (None, Some((since, Status::Delayed))) => (ActionState::Delayed, Some(since)),
        (None, Some((since, _))) => (ActionState::Running, Some(since)),
        (None, None) => match first_start(action).filter(|report| Some(report.date()) <= day) {
            // A share or spending above nothing, where no report says how far it is.
            Some(report) => (ActionState::Running, Some(report.date())),
            None if !circumstances.settled
                || action.registered_on().is_some_and(|taken_up| day < Some(taken_up)) =>
            {
                (ActionState::Proposed, None)
            }
            None => {
                let since = action.registered_on().max(circumstances.adopted_on);
                let awaits = awaits_council();
                (if awaits { ActionState::AwaitingCouncil } else { ActionState::Planned }, since)
            }
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
    last_of(said.map(|said| (said.about, said.known, said.status)).chain(reports))
}

/// What the last of these says: the day that it is about, the day from which it was known, and the status. An evaluation
/// comes before a report of the same day: the last of equals counts.
pub(super) fn last_of(all: impl Iterator<Item = (Date, Date, Status)>) -> Option<(Date, Status)> {
    all.max_by_key(|(about, ..)| *about).map(|(_, since, status)| (since, status))
}

/// The status that a report states; one that only expects a later end than planned says delayed.
pub(crate) fn status_of(action: &Action, report: &Progress) -> Option<Status> {
    let planned = action.period().map(|period| period.end());
    let later = report.expected_end().zip(planned).is_some_and(|(expected, planned)| planned < expected);
    match report.status() {
        Some(Status::Started) | None if later => Some(Status::Delayed),
        status => status,
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
