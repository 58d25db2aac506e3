//! Succession (*opvolging*): what became of a plan in the one that succeeds it.

mod find;
mod page;

use schemars::JsonSchema;
use serde::Serialize;

use crate::choice::choice;
use crate::lifecycle::{ActionState, PlanState};
use crate::plan::Named;
use crate::value::Date;
pub use find::{succession, successions};

choice! {
    /// What became of a priority or theme in the next plan (*lot*).
    Fate "lot" {
        /// One goes on as one of the same kind.
        Continued = "continued" / "continued" / "voortgezet",
        /// Several go on as one.
        Merged = "merged" / "merged" / "samengevoegd",
        /// One goes on as several.
        Split = "split" / "split" / "gesplitst",
        /// A priority goes on as a theme.
        ScaledDown = "scaledDown" / "scaled down to a theme" / "afgeschaald tot thema",
        /// A theme goes on as a priority.
        Raised = "raised" / "raised to a priority" / "opgeschaald tot prioriteit",
        /// It doesn't go on, and a decision on record closed it.
        Closed = "closed" / "closed by a decision" / "afgesloten met een besluit",
        /// It doesn't go on, and no decision says so.
        DroppedWithoutDecision = "droppedWithoutDecision" / "dropped without a decision" / "vervallen zonder besluit",
    }
}

choice! {
    /// Which of the two plans a municipality is part of.
    Territory "grondgebied" {
        /// Both.
        Continues = "continues" / "in both plans" / "in beide plannen",
        /// The old one only.
        OnlyOld = "onlyOld" / "in the old plan only" / "alleen in het oude plan",
        /// The new one only.
        OnlyNew = "onlyNew" / "in the new plan only" / "alleen in het nieuwe plan",
    }
}

/// One of the two plans.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "plan in een opvolging")]
#[non_exhaustive]
pub struct SucceedingPlan {
    /// The plan.
    pub plan: Named,
    /// Its first day.
    pub starts_on: Date,
    /// Its last day, with the extensions and the early close that were decided up to the day.
    pub ends_on: Date,
    /// How far it is on the day.
    pub state: PlanState,
}

/// How the plans follow each other in one municipality.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "opvolging in een gemeente")]
#[non_exhaustive]
pub struct MunicipalSuccession {
    /// The CBS code.
    pub code: String,
    /// The name.
    pub name: String,
    /// Which of the plans it is part of.
    pub territory: Territory,
    /// The last day of the old plan there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old_ends_on: Option<Date>,
    /// The first day of the new plan there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_starts_on: Option<Date>,
    /// The days without a plan in between; absent where it isn't in both.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gap_days: Option<u64>,
    /// The days on which both plans hold, from the later start to the earlier end; absent where it isn't in both.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overlap_days: Option<u64>,
}

/// Whether the old plan was looked back on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "evaluatie van de voorganger")]
#[non_exhaustive]
pub struct LookBack {
    /// Whether there is an evaluation of the whole plan, or an analysis in the new plan that evaluates its predecessor.
    pub evaluated: bool,
    /// When the evaluation was delivered: one that is final or looks back up to the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivered_on: Option<Date>,
    /// The analyses of the new plan that evaluate its predecessor.
    pub analyses: Vec<Named>,
    /// The execution plans without an evaluation on record; those that were withdrawn or rejected aside.
    pub execution_plans_not_evaluated: Vec<Named>,
}

/// What a priority or theme of the old plan became.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "lot van een prioriteit of thema")]
#[non_exhaustive]
pub struct GoalFate {
    /// The priority or theme.
    pub old: Named,
    /// What became of it.
    pub fate: Fate,
    /// The priorities and themes that continue it.
    pub became: Vec<Named>,
    /// The other priorities and themes of the old plan that these continue too.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub together_with: Vec<Named>,
    /// When a decision closed it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed_on: Option<Date>,
}

/// An objective or indicator of the old plan, with those that continue it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "vervolg")]
#[non_exhaustive]
pub struct Continuation {
    /// What it was.
    pub old: Named,
    /// What continues it; none where it doesn't go on.
    pub became: Vec<Named>,
}

/// An action of the old plan that was open on the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "open actie")]
#[non_exhaustive]
pub struct OpenAction {
    /// The action.
    pub action: Named,
    /// How far it is.
    pub state: ActionState,
    /// The actions of the new plan that continue it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub became: Vec<Named>,
}

/// What became of a plan in the one that succeeds it (*opvolging*), as of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "opvolging")]
#[non_exhaustive]
pub struct Succession {
    /// The day.
    pub as_of: Date,
    /// The old plan; superseded where the new one names it and has come into force in all its municipalities.
    pub old: SucceedingPlan,
    /// The new plan.
    pub new: SucceedingPlan,
    /// Whether the new plan names the old one as predecessor.
    pub named: bool,
    /// The municipalities of either plan: those of the old one first.
    pub municipalities: Vec<MunicipalSuccession>,
    /// Whether the old plan was looked back on.
    pub look_back: LookBack,
    /// What each priority of the old plan became, then each theme.
    pub goals: Vec<GoalFate>,
    /// The priorities and themes of the new plan that continue nothing of the old one.
    pub new_goals: Vec<Named>,
    /// The objectives of the old plan.
    pub objectives: Vec<Continuation>,
    /// The indicators of the old plan.
    pub indicators: Vec<Continuation>,
    /// The open actions that go on in the new plan.
    pub carried: Vec<OpenAction>,
    /// The open actions that no action of the new plan continues.
    pub left_behind: Vec<OpenAction>,
}
