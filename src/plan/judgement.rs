//! How a plan is judged where municipalities differ: the built-in profiles and what a plan lays over them.

use std::collections::BTreeMap;

use crate::entity::{Level, Organ, Profile};
use crate::finding::{Code, RaisedBy};

/// The numbered rules that profiles judge: true for Vlaardingen, different elsewhere (`/P` in the guide's page on rules).
pub const PROFILE_RULES: &[u8] =
    &[8, 9, 13, 17, 19, 25, 26, 32, 56, 61, 62, 63, 69, 70, 90, 92, 94, 96, 101, 102, 103, 108];

/// The rules that the `statutory` profile holds to: what Politiewet 2012 art. 38b demands.
const STATUTORY_ERRORS: &[u8] = &[8, 94];

/// The rules that the `vlaardingen` profile holds to (source chapter 5).
const VLAARDINGEN_ERRORS: &[u8] = &[8, 61, 92, 94, 101, 102, 108];

/// How a plan is judged where municipalities differ (*beoordeling*): organs, cadences, limits and the weight of rules.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Judgement {
    /// Who adopts the plan.
    pub adopts_plan: Organ,
    /// Who adopts an execution plan.
    pub adopts_execution_plan: Organ,
    /// Years between two adoptions.
    pub plan_years: u64,
    /// Months that an execution plan covers.
    pub execution_plan_months: u64,
    /// Months from the end of an execution plan to its evaluation.
    pub evaluation_months: u64,
    /// Months between two moments of information to the council.
    pub information_months: u64,
    /// Priorities: more than these is advice.
    pub priorities: u64,
    levels: BTreeMap<u8, Level>,
}

impl Judgement {
    /// The built-in profile of this name; any other name is judged as `general`.
    #[must_use]
    pub fn named(name: &str) -> Self {
        let levels = match name {
            "statutory" => levels(Level::Off, STATUTORY_ERRORS),
            "vlaardingen" => levels(Level::Advice, VLAARDINGEN_ERRORS),
            _ => levels(Level::Off, &[]),
        };
        Self {
            adopts_plan: Organ::Council,
            adopts_execution_plan: Organ::College,
            plan_years: 4,
            execution_plan_months: 12,
            evaluation_months: 12,
            information_months: 12,
            priorities: 5,
            levels,
        }
    }

    /// The profile of a plan: the built-in one that it names, with what it says itself laid over it.
    #[must_use]
    pub fn of(profile: Option<&Profile>) -> Self {
        let Some(profile) = profile else {
            return Self::named("general");
        };
        let mut judgement = Self::named(profile.name().as_str());
        if let Some(organs) = profile.organs() {
            judgement.adopts_plan = organs.adopts_plan().unwrap_or(judgement.adopts_plan);
            judgement.adopts_execution_plan =
                organs.adopts_execution_plan().unwrap_or(judgement.adopts_execution_plan);
        }
        if let Some(cadences) = profile.cadences() {
            let or = |count: Option<crate::value::Count>, otherwise: u64| {
                count.map_or(otherwise, |count| count.get())
            };
            judgement.plan_years = or(cadences.plan_years(), judgement.plan_years);
            judgement.execution_plan_months =
                or(cadences.execution_plan_months(), judgement.execution_plan_months);
            judgement.evaluation_months = or(cadences.evaluation_months(), judgement.evaluation_months);
            judgement.information_months = or(cadences.information_months(), judgement.information_months);
        }
        if let Some(priorities) = profile.limits().and_then(|limits| limits.priorities()) {
            judgement.priorities = priorities.get();
        }
        let own = profile
            .levels()
            .iter()
            .filter_map(|own| Some((u8::try_from(own.rule().get()).ok()?, own.level())));
        judgement.levels.extend(own);
        judgement
    }

    /// How much a rule weighs; a rule that no profile judges weighs as advice.
    #[must_use]
    pub fn level(&self, rule: u8) -> Level {
        self.levels.get(&rule).copied().unwrap_or(Level::Advice)
    }

    /// How much a code weighs: the most that any of the rules behind it does.
    pub(crate) fn level_of(&self, code: Code) -> Level {
        match profile_rules(code).map(|rule| self.level(rule)).max() {
            Some(level) if is_always_reported(code) => level.max(Level::Advice),
            Some(level) => level,
            None if code.raised_by() == RaisedBy::Readiness => Level::Error,
            None => Level::Advice,
        }
    }

    /// Whether a new step is refused that lacks this.
    pub(crate) fn refuses(&self, code: Code) -> bool {
        !is_never_refused(code) && profile_rules(code).any(|rule| self.level(rule) == Level::Error)
    }
}

/// The profile says only whether a new step is refused (rules 92 and 108); on record it is advice to everybody.
fn is_always_reported(code: Code) -> bool {
    matches!(code, Code::ActionPowerConsultation | Code::ActionStartedWithoutProposal)
}

/// What is late only gets later by being refused (rule 103), and time alone is no step (rules 8 and 61).
fn is_never_refused(code: Code) -> bool {
    matches!(
        code,
        Code::PlanAdoptionOverdue
            | Code::PlanAdoptionUnrecorded
            | Code::ExecutionPlanOtherLength
            | Code::ExecutionPlanNotEvaluated
            | Code::EvaluationLate
            | Code::EvaluationNotSent
    )
}

fn levels(others: Level, errors: &[u8]) -> BTreeMap<u8, Level> {
    let level = |rule: &u8| if errors.contains(rule) { Level::Error } else { others };
    PROFILE_RULES.iter().map(|rule| (*rule, level(rule))).collect()
}

/// The rules behind a code whose weight the profile sets. Rules 13 and 62 have a part that every profile reports.
pub(crate) fn profile_rules(code: Code) -> impl Iterator<Item = u8> {
    let judged = match code {
        Code::PlanNoDirection | Code::PlanNoGoal => false,
        Code::PlanNoLegalBasis
        | Code::PriorityNoAnalysis
        | Code::PriorityNoDirector
        | Code::PlanTooManyPriorities
        | Code::PlanYearWithoutExecutionPlan
        | Code::ExecutionPlanSecondInYear
        | Code::PlanAdoptionUnrecorded
        | Code::PlanAdoptedByOtherOrgan
        | Code::PlanAdoptionOverdue
        | Code::ExecutionPlanNotAdopted
        | Code::ExecutionPlanAdoptedByOtherOrgan
        | Code::ExecutionPlanNotConsulted
        | Code::ExecutionPlanNotSent
        | Code::ExecutionPlanOtherLength
        | Code::ExecutionPlanNotEvaluated
        | Code::EvaluationLate
        | Code::EvaluationNotSent
        | Code::ActionStartedBeforeAdoption
        | Code::ActionStartedWithoutProposal
        | Code::ActionPowerHolder
        | Code::ActionPowerOrdinance
        | Code::ActionPowerConsultation => true,
        _ => code.raised_by() == RaisedBy::Readiness,
    };
    code.rules().iter().copied().filter(move |rule| judged && PROFILE_RULES.contains(rule))
}
