//! Counts the actions of each goal in one pass.

use std::collections::{BTreeMap, HashMap};

use super::{
    Delay, EffectCount, ExecutionPlanProgress, GoalProgress, NoProgress, ProgressCount, ProgressReport,
    StateCount,
};
use crate::analysis::goals::{Goals, Ways};
use crate::entity::{Action, Effect, ExecutionPlan, Status};
use crate::id::ActionId;
use crate::lifecycle::{ActionState, status_of};
use crate::plan::{Element, SafetyPlan, Standing};
use crate::value::Date;

/// How far the actions of a plan are on a day, by goal and by execution plan.
///
/// `O(n h)` in the elements `n` of the plan and the goals `h` above one of them.
///
/// ```
/// use veiligheidsplan::{SafetyPlan, analysis::progress, lifecycle::ActionState};
///
/// let plan = SafetyPlan::from_json(include_str!("../../../data/vlaardingen-2020-2023.demo.plan.json"))?;
/// let report = progress(&plan, "2021-09-01".parse()?);
/// assert_eq!(report.count.actions, 92);
/// assert_eq!(report.count.of(ActionState::Delayed), report.delays.len() as u64);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn progress(plan: &SafetyPlan, as_of: Date) -> ProgressReport {
    let goals = Goals::of(plan, Ways::Stated);
    let said = Said::of(plan, as_of);
    let then = plan.as_of(as_of);
    let mut standings = then.actions();
    let mut whole = Tally::default();
    let mut by_goal: Vec<Tally> = goals.iter().map(|_| Tally::default()).collect();
    let mut execution_plans = Vec::new();
    let mut delays = Vec::new();
    for execution in plan.execution_plans() {
        let mut own = Tally::default();
        for (action, standing) in standings.by_ref().take(execution.actions().len()) {
            let effect = said.effect(action, as_of);
            own.add(standing.state, effect);
            whole.add(standing.state, effect);
            for goal in goals.counting(action) {
                if let Some(tally) = by_goal.get_mut(goal) {
                    tally.add(standing.state, effect);
                }
            }
            if standing.state == ActionState::Delayed {
                delays.push(said.delay(execution, action, standing));
            }
        }
        execution_plans.push(ExecutionPlanProgress {
            execution_plan: Element::ExecutionPlan(execution).into(),
            count: own.report(NoProgress::NoAction),
        });
    }
    let (no_execution, linked) = (plan.execution_plans().is_empty(), goals.linked());
    let nothing = |other| if no_execution { NoProgress::NoExecutionPlan } else { other };
    let goals = goals.iter().zip(by_goal).zip(linked).map(|(((goal, depth), tally), linked)| {
        let none = if linked { NoProgress::NoAction } else { NoProgress::NoStatedLink };
        GoalProgress { goal: goal.into(), depth, count: tally.report(nothing(none)) }
    });
    ProgressReport {
        plan: Element::Plan(plan).into(),
        day: as_of,
        count: whole.report(nothing(NoProgress::NoAction)),
        goals: goals.collect(),
        execution_plans,
        delays,
    }
}

#[derive(Debug, Default)]
struct Tally {
    actions: u64,
    states: BTreeMap<ActionState, u64>,
    effects: EffectCount,
}

impl Tally {
    fn add(&mut self, state: ActionState, effect: Option<Effect>) {
        self.actions += 1;
        *self.states.entry(state).or_default() += 1;
        *match effect {
            Some(Effect::Positive) => &mut self.effects.positive,
            Some(Effect::None) => &mut self.effects.none,
            Some(Effect::Negative) => &mut self.effects.negative,
            None => &mut self.effects.not_reported,
        } += 1;
    }

    fn report(self, none: NoProgress) -> ProgressCount {
        let states = self.states.into_iter();
        ProgressCount {
            actions: self.actions,
            states: states.map(|(state, actions)| StateCount { state, actions }).collect(),
            effects: self.effects,
            reason: (self.actions == 0).then_some(none),
        }
    }
}

/// What one evaluation says of an action.
#[derive(Debug, Clone, Copy)]
struct Outcome<'a> {
    about: Date,
    known: Date,
    status: Option<Status>,
    effect: Option<Effect>,
    text: Option<&'a str>,
}

/// What the evaluations that were known on the day say of each action.
#[derive(Debug)]
struct Said<'a>(HashMap<ActionId, Vec<Outcome<'a>>>);

impl<'a> Said<'a> {
    fn of(plan: &'a SafetyPlan, day: Date) -> Self {
        let mut said: HashMap<ActionId, Vec<Outcome<'a>>> = HashMap::new();
        for evaluation in plan.evaluations() {
            let Some(known) = evaluation.delivered_on().filter(|known| *known <= day) else { continue };
            for outcome in evaluation.outcomes() {
                said.entry(outcome.action()).or_default().push(Outcome {
                    about: evaluation.period().end(),
                    known,
                    status: outcome.status(),
                    effect: outcome.effect(),
                    text: outcome.text().map(|text| text.as_str()),
                });
            }
        }
        Self(said)
    }

    fn on(&self, action: &Action) -> impl Iterator<Item = &Outcome<'a>> {
        self.0.get(&action.id()).into_iter().flatten()
    }

    /// The last effect that is stated: by the day that it is about; of one day a report comes after an evaluation.
    fn effect(&self, action: &Action, day: Date) -> Option<Effect> {
        let said = self.on(action).filter_map(|one| Some((one.about, one.effect?)));
        let reports = action.progress().iter().filter(|report| report.date() <= day);
        let reports = reports.filter_map(|report| Some((report.date(), report.effect()?)));
        said.chain(reports).max_by_key(|(about, _)| *about).map(|(_, effect)| effect)
    }

    /// What is said of a delay where the state of the action comes from.
    fn delay(&self, execution: &ExecutionPlan, action: &Action, standing: Standing<ActionState>) -> Delay {
        let says = |status| status == Some(Status::Delayed);
        let since = standing.since;
        let mut reports = action.progress().iter().rev().filter(|report| Some(report.date()) == since);
        let report = reports.find(|report| says(status_of(action, report)));
        let text = if let Some(report) = report {
            report.reason().map(|reason| reason.as_str())
        } else {
            let said = self.on(action).filter(|one| Some(one.known) == since && says(one.status));
            said.max_by_key(|one| one.about).and_then(|one| one.text)
        };
        Delay {
            action: Element::Action(action).into(),
            execution_plan: Element::ExecutionPlan(execution).into(),
            reported_on: since,
            planned_end: action.period().map(|period| period.end()),
            expected_end: report.and_then(|report| report.expected_end()),
            reason: text.map(str::to_owned),
        }
    }
}
