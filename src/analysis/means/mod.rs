//! Means: the money and the people that actions take, for the whole plan and for each goal.

mod find;
mod page;

use schemars::JsonSchema;
use serde::Serialize;

use super::Costs;
use crate::plan::Named;
use crate::value::Decimal;

pub use find::means;

/// The people that actions take in one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "inzet in een jaar")]
#[non_exhaustive]
pub struct YearEffort {
    /// The year.
    pub year: i32,
    /// Of how many actions.
    pub actions: u64,
    /// Full-time equivalents together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fte: Option<Decimal>,
    /// Hours together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<Decimal>,
}

/// The people that actions take together.
///
/// A number of full-time equivalents counts in each year of its period. Hours count in a year where their period lies in
/// one year; otherwise the plan doesn't say how they are spread. A sum is absent where nothing is stated, or where it has
/// more than 18 digits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "inzet van acties")]
#[non_exhaustive]
pub struct EffortTotal {
    /// How many actions state none; that is not the same as no effort.
    pub unstated_actions: u64,
    /// What is known per year, in order.
    pub by_year: Vec<YearEffort>,
    /// Full-time equivalents without a period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fte_without_year: Option<Decimal>,
    /// All hours that are stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<Decimal>,
    /// Hours without a period in one year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours_without_year: Option<Decimal>,
}

/// What the actions of one goal take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "middelen van een doel")]
#[non_exhaustive]
pub struct GoalMeans {
    /// How many goals hold it: a pillar of a priority lies at 1.
    pub depth: u64,
    /// What they cost, and for which goal.
    pub costs: Costs,
    /// The people that they take.
    pub effort: EffortTotal,
    /// How many of the actions serve another goal too, that is neither above nor below this one.
    pub shared_actions: u64,
    /// What those cost as far as known, in euro cents: part of the costs here and of those of the other goal.
    pub shared_cents: u64,
}

/// What the actions of a plan take: money, people and hours (*middelen*).
///
/// In the totals each action counts once. In the rows of goals an action counts for each goal that it serves, so they don't
/// add up to the total; how much of a row is shared stands beside it. What is unknown or not stated is counted, never
/// taken for zero.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "middelen")]
#[doc(alias = "middelen")]
#[non_exhaustive]
pub struct Means {
    /// The plan.
    pub plan: Named,
    /// What all actions cost, by year, funding source and certainty.
    pub costs: Costs,
    /// The people that all actions take.
    pub effort: EffortTotal,
    /// How many actions serve several goals of which none is above another.
    pub shared_actions: u64,
    /// How many actions serve no goal: principles, topics or acute issues only.
    pub without_goal: u64,
    /// Each goal, in the order of the document.
    pub goals: Vec<GoalMeans>,
}
