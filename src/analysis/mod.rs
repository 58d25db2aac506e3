//! Analyses: what a plan says when it is read for one question.

mod cost;
mod named;
mod succession;

pub use cost::{BudgetKind, CostError, CostScope, Costs, FundedCost, KnownCost, SetBudget, YearCost, costs};
pub use named::NamedElement;
pub use succession::{
    Continuation, Fate, GoalFate, LookBack, MunicipalSuccession, OpenAction, SucceedingPlan, Succession,
    Territory, succession, successions,
};
