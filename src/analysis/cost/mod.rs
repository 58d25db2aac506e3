//! Money: what the actions of a plan, or of a part of it, cost together.

mod find;
mod page;

use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use crate::choice::choice;
use crate::entity::{Certainty, FundingSource};
use crate::id::{ElementId, ExecutionPlanId, ObjectiveId, PillarId, PriorityId, ThemeId};
use crate::plan::Named;
pub(super) use find::Sum;
pub use find::costs;

/// Whose costs are added up (*reikwijdte van de kosten*).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum CostScope {
    /// Every action of the plan.
    Plan,
    /// The actions of one execution plan.
    ExecutionPlan(ExecutionPlanId),
    /// The actions whose thread up passes the objective.
    Objective(ObjectiveId),
    /// The actions that serve the pillar or a pillar within it.
    Pillar(PillarId),
    /// The actions that serve the priority, its own objectives or its pillars.
    Priority(PriorityId),
    /// The actions that serve the theme, its own objectives or its pillars.
    Theme(ThemeId),
}

macro_rules! scopes {
    ($($scope:ident $id:ident,)+) => {
        $(impl From<$id> for CostScope {
            fn from(id: $id) -> Self {
                Self::$scope(id)
            }
        })+

        impl CostScope {
            /// The element; `None` for the whole plan.
            #[must_use]
            pub fn element(self) -> Option<ElementId> {
                match self {
                    Self::Plan => None,
                    $(Self::$scope(id) => Some(id.into()),)+
                }
            }
        }
    };
}

scopes! {
    ExecutionPlan ExecutionPlanId,
    Objective ObjectiveId,
    Pillar PillarId,
    Priority PriorityId,
    Theme ThemeId,
}

/// The plan has no such element.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the plan has no element {0}")]
#[non_exhaustive]
pub struct CostError(pub Uuid);

choice! {
    /// What money is set aside for.
    BudgetKind "soort budget" {
        /// The plan, execution plan or goal itself.
        Budget = "budget" / "budget" / "budget",
        /// The room that an execution plan keeps for what comes up.
        Reserve = "reserve" / "room for what comes up" / "ruimte voor actualiteit",
    }
}

/// The amounts of one certainty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "bekende kosten")]
#[non_exhaustive]
pub struct KnownCost {
    /// How certain they are; never `unknown`.
    pub certainty: Certainty,
    /// Together, in euro cents.
    pub cents: u64,
    /// Of how many actions.
    pub actions: u64,
}

/// What falls in one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "kosten in een jaar")]
#[non_exhaustive]
pub struct YearCost {
    /// The year.
    pub year: u64,
    /// Together, in euro cents.
    pub cents: u64,
    /// Of how many actions.
    pub actions: u64,
}

/// What is paid from one source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "kosten uit een bron van dekking")]
#[non_exhaustive]
pub struct FundedCost {
    /// Where the money comes from; absent for the actions with a cost of which no source is stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<FundingSource>,
    /// How many actions name it.
    pub actions: u64,
    /// What is known to come from it, in euro cents: the amount stated with the source, or that of the whole action where
    /// it has one source only.
    pub cents: u64,
    /// Of how many of these actions it is not known how much comes from it.
    pub unknown: u64,
}

/// Money set aside; it is no cost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "budget")]
#[non_exhaustive]
pub struct SetBudget {
    /// What it is set aside for.
    pub kind: BudgetKind,
    /// How certain it is.
    pub certainty: Certainty,
    /// In euro cents; absent where unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cents: Option<u64>,
    /// Where the money comes from.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<FundingSource>,
}

/// What the actions of a plan, or of a part of it, cost together (*kosten*).
///
/// Unknown is not zero: a total stands beside the number of actions that it leaves out. Each action counts once, also one
/// that serves several goals. Every action counts, whatever came of it. Sums stay at the largest number where they
/// would pass it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "kosten")]
#[non_exhaustive]
pub struct Costs {
    /// Whose costs they are: of a plan, execution plan or goal.
    pub scope: Named,
    /// How many actions there are.
    pub actions: u64,
    /// The amounts that are known, by certainty; without those that no action has.
    pub known: Vec<KnownCost>,
    /// What is known in all, in euro cents: estimated, at most and fixed together.
    pub total_cents: u64,
    /// How many actions have a cost of which the amount is unknown.
    pub unknown_actions: u64,
    /// How many actions state no cost.
    pub unstated_actions: u64,
    /// What is known per year, in order.
    pub by_year: Vec<YearCost>,
    /// What is known without a year, in euro cents.
    pub without_year_cents: u64,
    /// What comes from each source; last, what has none.
    pub by_funding: Vec<FundedCost>,
    /// The budgets set on the scope itself; never added to the costs.
    pub budgets: Vec<SetBudget>,
}

impl Costs {
    /// Whether the total leaves nothing out: every action has a known amount.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.unknown_actions == 0 && self.unstated_actions == 0
    }
}
