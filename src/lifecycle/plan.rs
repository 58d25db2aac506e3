//! The state of a plan, per municipality and as a whole.

use schemars::JsonSchema;
use serde::Serialize;

use super::course::{Course, Stage};
use super::history::{History, municipalities, told_apart};
use super::state::PlanState;
use crate::entity::{Evaluation, EvaluationKind, PlanContent};
use crate::place::Place;
use crate::value::{Date, MunicipalityCode};

/// How a plan stands on a day (*stand van het plan*), in one municipality or as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "stand van het plan")]
#[non_exhaustive]
pub struct PlanStanding {
    /// How far it is.
    pub state: PlanState,
    /// Since when: the day of the fact, or the day in the calendar, that led to the state.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Date>,
    /// The decision that led to it, where one did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Place>,
    /// When it was adopted; of a joint plan, when the last council did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub adopted_on: Option<Date>,
    /// When it was last amended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amended_on: Option<Date>,
    /// The last day, with extensions.
    pub ends_on: Date,
}

/// The standing in one municipality.
pub(crate) fn plan_in(
    plan: &PlanContent,
    history: &History<'_>,
    municipality: &MunicipalityCode,
    day: Date,
) -> PlanStanding {
    let course = Course::of(history.rulings(plan.id(), day), municipality);
    let (start, ends_on) = (plan.period().start(), course.end(plan.period().end()));
    let (state, since) = match (course.stage, course.adopted) {
        (Stage::Settled, Some(adopted)) => {
            let effective = adopted.decision.effective_from().unwrap_or(adopted.date());
            let from = effective.max(start);
            let over = ends_on.next().filter(|after| *after <= day);
            let evaluated = evaluated(history.evaluations(plan.id().into_uuid()), ends_on, day);
            match (over, evaluated) {
                (Some(over), Some(evaluated)) => {
                    (PlanState::Evaluated, Some(evaluated.max(over).max(adopted.date())))
                }
                (Some(over), None) => (PlanState::Ended, Some(over.max(adopted.date()))),
                (None, _) if from <= day => (PlanState::InForce, Some(from.max(adopted.date()))),
                (None, _) => (PlanState::Adopted, Some(adopted.date())),
            }
        }
        (Stage::Rejected, _) => (PlanState::Rejected, None),
        (Stage::Withdrawn, _) => (PlanState::Withdrawn, None),
        _ if start <= day => (PlanState::AdoptionUnrecorded, Some(start)),
        (Stage::Proposed, _) => (PlanState::Proposed, None),
        (Stage::Consulted, _) => (PlanState::Consulted, None),
        (Stage::Draft | Stage::Noted | Stage::Settled, _) => (PlanState::Draft, None),
    };
    let by = course.since.filter(|_| state != PlanState::AdoptionUnrecorded && state != PlanState::Draft);
    PlanStanding {
        state,
        since: since.or(by.map(|ruling| ruling.date())),
        by: by.map(|ruling| ruling.place()),
        adopted_on: course.adopted.map(|ruling| ruling.date()),
        amended_on: course.amended.map(|ruling| ruling.date()),
        ends_on,
    }
}

/// The standing as a whole: that of the municipality that is least far, or partly adopted.
pub(crate) fn plan(plan: &PlanContent, history: &History<'_>, day: Date) -> PlanStanding {
    let apart = told_apart(municipalities(plan), history.rulings(plan.id(), day));
    let each: Vec<PlanStanding> = apart.into_iter().map(|one| plan_in(plan, history, one, day)).collect();
    let adopted = each.iter().filter(|one| one.state.is_adopted()).count();
    let partly = 0 < adopted && adopted < each.len();
    let (adopted_on, amended_on) = (
        each.iter().filter_map(|one| one.adopted_on).max(),
        each.iter().filter_map(|one| one.amended_on).max(),
    );
    let ends_on = each.iter().map(|one| one.ends_on).max().unwrap_or(plan.period().end());
    let least = if partly {
        let first = each.iter().filter(|one| one.state.is_adopted()).min_by_key(|one| one.adopted_on);
        first.map(|one| PlanStanding {
            state: PlanState::PartlyAdopted,
            since: one.adopted_on,
            ..one.clone()
        })
    } else {
        least_far(each, |one| one.state, |one| one.since, PlanState::Draft)
    };
    match least {
        Some(least) => PlanStanding { adopted_on, amended_on, ends_on, ..least },
        None => {
            PlanStanding { state: PlanState::Draft, since: None, by: None, adopted_on, amended_on, ends_on }
        }
    }
}

/// Of the municipalities that are least far: where it went back, the first that did, and otherwise the last to get there.
pub(super) fn least_far<T, S: Ord + Copy>(
    each: Vec<T>,
    state: fn(&T) -> S,
    since: fn(&T) -> Option<Date>,
    draft: S,
) -> Option<T> {
    let least = each.iter().map(state).min()?;
    let among = each.into_iter().filter(|one| state(one) == least);
    if least < draft { among.min_by_key(since) } else { among.rev().max_by_key(since) }
}

/// The day of the first evaluation, delivered up to a day, that looks back up to the end or calls itself final.
pub(crate) fn evaluated(evaluations: &[&Evaluation], end: Date, day: Date) -> Option<Date> {
    let whole = evaluations.iter().filter(|evaluation| {
        evaluation.kind() == Some(EvaluationKind::Final) || evaluation.period().end() >= end
    });
    whole.filter_map(|evaluation| evaluation.delivered_on()).filter(|delivered| *delivered <= day).min()
}
