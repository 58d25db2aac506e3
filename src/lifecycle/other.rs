//! The states of acute issues, council proposals, priorities and themes.

use super::history::{History, informs_council, municipalities, told_apart};
use super::plan::{PlanStanding, least_far};
use super::state::{AcuteIssueState, GoalState, PlanState, ProposalState};
use crate::entity::{Act, AcuteIssue, CouncilProposal, PlanContent};
use crate::id::ElementId;
use crate::value::{Date, MunicipalityCode};

/// How an acute issue stands, and since when.
pub(crate) fn acute_issue(
    history: &History<'_>,
    issue: &AcuteIssue,
    day: Date,
) -> (AcuteIssueState, Option<Date>) {
    if day < issue.signalled_on() {
        return (AcuteIssueState::NotSignalled, None);
    }
    let rulings = history.rulings(issue.id(), day);
    let told = rulings.iter().filter(|ruling| informs_council(ruling)).map(|ruling| ruling.date());
    let accounted = issue.accounted_on().filter(|accounted| *accounted <= day).into_iter().chain(told).min();
    let closed = rulings.iter().find(|ruling| ruling.act() == Act::Close);
    match (accounted, closed) {
        (Some(accounted), _) => (AcuteIssueState::AccountedFor, Some(accounted)),
        (None, Some(closed)) => (AcuteIssueState::Handled, Some(closed.date())),
        (None, None) => (AcuteIssueState::Signalled, Some(issue.signalled_on())),
    }
}

/// How a proposal stands, and since when; for several municipalities, where it is least far.
pub(crate) fn proposal(
    plan: &PlanContent,
    history: &History<'_>,
    proposal: &CouncilProposal,
    day: Date,
) -> (ProposalState, Option<Date>) {
    let apart = told_apart(municipalities(plan), history.rulings(proposal.id(), day));
    let each = apart.into_iter().map(|one| proposal_in(history, proposal, one, day)).collect();
    let least = least_far(each, |(state, _)| *state, |(_, since)| *since, ProposalState::Drafted);
    least.unwrap_or((ProposalState::Drafted, None))
}

fn proposal_in(
    history: &History<'_>,
    proposal: &CouncilProposal,
    municipality: &MunicipalityCode,
    day: Date,
) -> (ProposalState, Option<Date>) {
    let submitted = proposal.submitted_on().filter(|submitted| *submitted <= day);
    let mut standing = match submitted {
        Some(submitted) => (ProposalState::Submitted, Some(submitted)),
        None => (ProposalState::Drafted, None),
    };
    let rulings = history.rulings(proposal.id(), day).iter();
    for ruling in rulings.filter(|ruling| ruling.holds_in(municipality)) {
        let state = match ruling.act() {
            Act::Propose => ProposalState::Submitted,
            Act::Accept => ProposalState::Accepted,
            Act::Reject => ProposalState::Rejected,
            Act::Withdraw => ProposalState::Withdrawn,
            _ => continue,
        };
        if state != standing.0 {
            standing = (state, Some(ruling.date()));
        }
    }
    standing
}

/// How a priority or theme stands in a plan that stands like this, and since when.
pub(crate) fn goal(
    history: &History<'_>,
    plan: &PlanStanding,
    goal: ElementId,
    day: Date,
) -> (GoalState, Option<Date>) {
    if matches!(plan.state, PlanState::Withdrawn | PlanState::Rejected) {
        return (GoalState::Withdrawn, plan.since);
    }
    if let Some(closed) = history.rulings(goal, day).iter().find(|ruling| ruling.act() == Act::Close) {
        return (GoalState::Closed, Some(closed.date()));
    }
    match plan.state {
        PlanState::InForce | PlanState::Superseded => (GoalState::Active, plan.since),
        PlanState::Ended | PlanState::Evaluated => (GoalState::Ended, plan.since),
        _ => (GoalState::Proposed, None),
    }
}
