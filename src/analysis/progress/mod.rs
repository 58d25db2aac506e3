//! Progress: how far the actions of each goal and execution plan are.

mod find;
mod page;

use schemars::JsonSchema;
use serde::Serialize;

use crate::choice::choice;
use crate::lifecycle::ActionState;
use crate::plan::Named;
use crate::value::Date;

pub use find::progress;

choice! {
    /// Why there is no progress to tell of.
    NoProgress "reden van geen voortgang" {
        /// The plan has no execution plan.
        NoExecutionPlan = "noExecutionPlan" / "the plan has no execution plan" / "het plan heeft geen uitvoeringsplan",
        /// The plan states no link from anything that could have actions.
        NoStatedLink = "noStatedLink" / "the plan states no link to it" / "het plan vermeldt geen koppeling ermee",
        /// No action serves it or something below it.
        NoAction = "noAction" / "no action" / "geen actie",
    }
}

/// How many actions are in one state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "aantal acties in een stand")]
#[non_exhaustive]
pub struct StateCount {
    /// The state.
    pub state: ActionState,
    /// How many actions are in it.
    pub actions: u64,
}

/// What is reported about the effect of actions, apart from how far they are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "gemelde effecten")]
#[non_exhaustive]
pub struct EffectCount {
    /// A positive effect.
    pub positive: u64,
    /// No effect.
    pub none: u64,
    /// A negative effect.
    pub negative: u64,
    /// Nothing is reported about it.
    pub not_reported: u64,
}

/// How far a number of actions are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "voortgang van acties")]
#[non_exhaustive]
pub struct ProgressCount {
    /// How many actions there are.
    pub actions: u64,
    /// In which states, without the states that none is in.
    pub states: Vec<StateCount>,
    /// What their effect is said to be.
    pub effects: EffectCount,
    /// Why there is nothing to count: no action is not the same as nothing done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<NoProgress>,
}

impl ProgressCount {
    /// How many actions are in a state.
    #[must_use]
    pub fn of(&self, state: ActionState) -> u64 {
        self.states.iter().find(|one| one.state == state).map_or(0, |one| one.actions)
    }
}

/// How far the actions of one goal are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "voortgang van een doel")]
#[non_exhaustive]
pub struct GoalProgress {
    /// The goal.
    pub goal: Named,
    /// How many goals hold it: a pillar of a priority lies at 1.
    pub depth: u64,
    /// The actions that serve it or something below it, each once.
    pub count: ProgressCount,
}

/// How far the actions of one execution plan are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "voortgang van een uitvoeringsplan")]
#[non_exhaustive]
pub struct ExecutionPlanProgress {
    /// The execution plan.
    pub execution_plan: Named,
    /// Its actions.
    pub count: ProgressCount,
}

/// An action that is later than planned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "vertraagde actie")]
#[non_exhaustive]
pub struct Delay {
    /// The action.
    pub action: Named,
    /// Its execution plan.
    pub execution_plan: Named,
    /// The day of the report that says so, or the day on which the evaluation that says so was delivered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reported_on: Option<Date>,
    /// When it was to end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub planned_end: Option<Date>,
    /// When it is expected to end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected_end: Option<Date>,
    /// Why; absent where no reason is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// How far the actions of a plan are on a day, by goal and by execution plan (*voortgang*).
///
/// Effect stands apart from state: an action that is done may have no effect. An action counts once for each goal, also
/// where it reaches the goal in several ways, over the links that the plan states.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "voortgang")]
#[doc(alias = "voortgang")]
#[non_exhaustive]
pub struct ProgressReport {
    /// The plan.
    pub plan: Named,
    /// The day.
    pub day: Date,
    /// All actions of the plan, each once.
    pub count: ProgressCount,
    /// Each goal, in the order of the document.
    pub goals: Vec<GoalProgress>,
    /// Each execution plan, in the order of the document.
    pub execution_plans: Vec<ExecutionPlanProgress>,
    /// The actions that are delayed, in the order of the document.
    pub delays: Vec<Delay>,
}
