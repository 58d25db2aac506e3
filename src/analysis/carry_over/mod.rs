//! Carry-over: which actions go on in another execution plan, how often, and which ones nobody carried on.

mod find;
mod page;

use schemars::JsonSchema;
use serde::Serialize;

use crate::lifecycle::ActionState;
use crate::plan::Named;
use crate::value::Date;

pub use find::carry_over;

/// An action as one link of a chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "schakel van doorgeschoven werk")]
#[non_exhaustive]
pub struct CarryLink {
    /// The action.
    pub action: Named,
    /// Its execution plan.
    pub execution_plan: Named,
    /// Since when it carries the work on; absent for the first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Date>,
}

/// An action that goes on in another execution plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "doorgeschoven actie")]
#[non_exhaustive]
pub struct CarriedAction {
    /// The action.
    pub action: Named,
    /// Its execution plan.
    pub execution_plan: Named,
    /// Since when it goes on elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Date>,
    /// How often the work was carried on so far, this time included.
    pub times: u64,
    /// The actions that carry it on.
    pub into: Vec<CarryLink>,
}

/// Work that was carried on, from where it began to where it is now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "keten van doorgeschoven werk")]
#[non_exhaustive]
pub struct CarryChain {
    /// How often it was carried on.
    pub times: u64,
    /// The actions from the first to the last; where several came together, the longest way.
    pub links: Vec<CarryLink>,
}

/// An unfinished action of an execution plan that has ended, which no other carries on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "niet voortgezette actie")]
#[non_exhaustive]
pub struct LeftAction {
    /// The action.
    pub action: Named,
    /// Its execution plan.
    pub execution_plan: Named,
    /// The last day of that.
    pub ended_on: Date,
    /// How far the action is.
    pub state: ActionState,
}

/// What became of unfinished work from one execution plan to the next (*doorgeschoven acties*).
///
/// An action counts as carried on where its state on the day says so: an action that was done first and is continued later
/// was not carried on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "doorgeschoven acties")]
#[doc(alias = "doorgeschoven")]
#[non_exhaustive]
pub struct CarryOver {
    /// The plan.
    pub plan: Named,
    /// The day.
    pub day: Date,
    /// How many execution plans had ended.
    pub ended: u64,
    /// The actions that were carried on, in the order of the document.
    pub carried: Vec<CarriedAction>,
    /// The chains, by their last action in the order of the document.
    pub chains: Vec<CarryChain>,
    /// The unfinished actions of ended execution plans that nobody carried on, in the order of the document.
    pub left: Vec<LeftAction>,
}
