//! The state of an execution plan.

use schemars::JsonSchema;
use serde::Serialize;

use super::course::{Course, Stage};
use super::history::{History, informs_council, municipalities_of, told_apart};
use super::plan::least_far;
use super::state::ExecutionPlanState;
use crate::entity::{Evaluation, EvaluationKind, ExecutionPlan, PlanContent};
use crate::place::Place;
use crate::value::{Date, MunicipalityCode};

/// How an execution plan stands on a day (*stand van het uitvoeringsplan*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "stand van het uitvoeringsplan")]
#[non_exhaustive]
pub struct ExecutionPlanStanding {
    /// How far it is.
    pub state: ExecutionPlanState,
    /// Since when: the day of the fact, or the day in the calendar, that led to the state.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Date>,
    /// The decision that led to it, where one did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Place>,
    /// When it was adopted; of a joint plan, when the last municipality did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub adopted_on: Option<Date>,
    /// When it was sent to the council, taken note of by it or adopted by it; of a joint plan, to the last council.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sent_on: Option<Date>,
    /// When it was last adjusted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amended_on: Option<Date>,
    /// The last day, with extensions.
    pub ends_on: Date,
}

/// The standing of an execution plan as a whole.
pub(crate) fn execution_plan(
    plan: &PlanContent,
    history: &History<'_>,
    execution: &ExecutionPlan,
    day: Date,
) -> ExecutionPlanStanding {
    let evaluations = history.evaluations(execution.id().into_uuid()).iter();
    let sent = evaluations.flat_map(|evaluation| history.rulings(evaluation.id(), day));
    let apart = told_apart(
        municipalities_of(plan, execution),
        history.rulings(execution.id(), day).iter().chain(sent),
    );
    let each: Vec<ExecutionPlanStanding> =
        apart.iter().map(|one| standing_in(history, execution, one, day)).collect();
    let settled = each.iter().filter(|one| one.state.is_settled()).count();
    let partly = 0 < settled && settled < each.len();
    let latest = |of: fn(&ExecutionPlanStanding) -> Option<Date>| each.iter().filter_map(of).max();
    let (adopted_on, amended_on) = (latest(|one| one.adopted_on), latest(|one| one.amended_on));
    // Sent to the council is sent to each of them.
    let sent_on = latest(|one| one.sent_on).filter(|_| each.iter().all(|one| one.sent_on.is_some()));
    let ends_on = each.iter().map(|one| one.ends_on).max().unwrap_or(execution.period().end());
    let least = if partly {
        let settled_on = |code: &MunicipalityCode| {
            let course = Course::of(history.rulings(execution.id(), day), code);
            course.since.map(|ruling| ruling.date())
        };
        let all = apart.into_iter().zip(each);
        let settled = all.filter(|(_, one)| one.state.is_settled());
        let first = settled.map(|(municipality, one)| (settled_on(municipality), one));
        let state = ExecutionPlanState::PartlyAdopted;
        let first = first.min_by_key(|(since, _)| *since);
        first.map(|(since, one)| ExecutionPlanStanding { state, since, ..one })
    } else {
        least_far(each, |one| one.state, |one| one.since, ExecutionPlanState::Draft)
    };
    let (state, since, by) =
        least.map_or((ExecutionPlanState::Draft, None, None), |one| (one.state, one.since, one.by));
    ExecutionPlanStanding { state, since, by, adopted_on, sent_on, amended_on, ends_on }
}

fn standing_in(
    history: &History<'_>,
    execution: &ExecutionPlan,
    municipality: &MunicipalityCode,
    day: Date,
) -> ExecutionPlanStanding {
    let course = Course::of(history.rulings(execution.id(), day), municipality);
    let (start, ends_on) = (execution.period().start(), course.end(execution.period().end()));
    let settled = matches!(course.stage, Stage::Noted | Stage::Settled);
    let (state, since) = match course.stage {
        Stage::Rejected => (ExecutionPlanState::Rejected, None),
        Stage::Withdrawn => (ExecutionPlanState::Withdrawn, None),
        _ if settled => of_settled(history, execution, &course, (municipality, ends_on), day),
        _ if start <= day => (ExecutionPlanState::AdoptionUnrecorded, Some(start)),
        Stage::Proposed => (ExecutionPlanState::Proposed, None),
        Stage::Consulted => (ExecutionPlanState::Consulted, None),
        Stage::Draft | Stage::Noted | Stage::Settled => (ExecutionPlanState::Draft, None),
    };
    let calendar = matches!(state, ExecutionPlanState::AdoptionUnrecorded | ExecutionPlanState::Draft);
    let by = course.since.filter(|_| !calendar);
    ExecutionPlanStanding {
        state,
        since: since.or(by.map(|ruling| ruling.date())),
        by: by.map(|ruling| ruling.place()),
        adopted_on: course.adopted.map(|ruling| ruling.date()),
        sent_on: course.sent.map(|ruling| ruling.date()),
        amended_on: course.amended.map(|ruling| ruling.date()),
        ends_on,
    }
}

/// Of one that was adopted or taken note of: its period and its evaluation say the rest.
fn of_settled(
    history: &History<'_>,
    execution: &ExecutionPlan,
    course: &Course<'_>,
    (municipality, ends_on): (&MunicipalityCode, Date),
    day: Date,
) -> (ExecutionPlanState, Option<Date>) {
    let start = execution.period().start();
    let settled = course.since.map(|ruling| ruling.date());
    if let Some(over) = ends_on.next().filter(|over| *over <= day) {
        let over = settled.map_or(over, |settled| settled.max(over));
        let evaluation = evaluation_of(history, execution, ends_on, day);
        let Some((evaluation, delivered)) = evaluation else {
            return (ExecutionPlanState::Closed, Some(over));
        };
        let mut rulings = history.rulings(evaluation.id(), day).iter();
        let sent = rulings.find(|ruling| ruling.holds_in(municipality) && informs_council(ruling));
        return match sent {
            Some(sent) => (ExecutionPlanState::EvaluationSent, Some(sent.date().max(delivered).max(over))),
            None => (ExecutionPlanState::Evaluated, Some(delivered.max(over))),
        };
    }
    if start <= day {
        return (ExecutionPlanState::Running, Some(settled.map_or(start, |settled| settled.max(start))));
    }
    match (course.adopted, course.sent) {
        (None, _) => (ExecutionPlanState::Noted, settled),
        (Some(_), None) => (ExecutionPlanState::Adopted, settled),
        (Some(adopted), Some(sent)) => {
            (ExecutionPlanState::SentToCouncil, Some(sent.date().max(adopted.date())))
        }
    }
}

/// The first evaluation of it that was delivered up to a day: not one on the way, unless it reaches the end.
pub(crate) fn evaluation_of<'a>(
    history: &History<'a>,
    execution: &ExecutionPlan,
    end: Date,
    day: Date,
) -> Option<(&'a Evaluation, Date)> {
    let on_the_way = |evaluation: &Evaluation| {
        matches!(evaluation.kind(), Some(EvaluationKind::Interim | EvaluationKind::HalfYearly))
            && evaluation.period().end() < end
    };
    let evaluations = history.evaluations(execution.id().into_uuid()).iter().copied();
    let delivered = evaluations.filter(|evaluation| !on_the_way(evaluation)).filter_map(|evaluation| {
        evaluation.delivered_on().filter(|delivered| *delivered <= day).map(|day| (evaluation, day))
    });
    delivered.min_by_key(|(_, delivered)| *delivered)
}
