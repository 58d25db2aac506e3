//! Impact: what is lost when a partner leaves, an action is cancelled or a priority is closed.

mod find;
mod page;
mod single;

use schemars::JsonSchema;
use serde::Serialize;

use crate::id::{ActionId, PartnerId, PlanId, PriorityId};
use crate::lifecycle::ActionState;
use crate::plan::Named;

pub use find::impact;
pub use single::{SinglePoint, SinglePoints, single_points_of_failure};

/// What falls away (*wat wegvalt*).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Leaving {
    /// A partner leaves.
    Partner(PartnerId),
    /// An action is cancelled.
    Action(ActionId),
    /// A priority is closed, with its pillars and its own objectives.
    Priority(PriorityId),
}

impl From<PartnerId> for Leaving {
    fn from(id: PartnerId) -> Self {
        Self::Partner(id)
    }
}

impl From<ActionId> for Leaving {
    fn from(id: ActionId) -> Self {
        Self::Action(id)
    }
}

impl From<PriorityId> for Leaving {
    fn from(id: PriorityId) -> Self {
        Self::Priority(id)
    }
}

/// A question about impact (*vertrek*): what falls away, and where one looks.
///
/// A partner leaves every plan of the trace, alone, unless said otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[doc(alias = "vertrek")]
#[must_use]
pub struct Departure {
    leaving: Leaving,
    plan: Option<PlanId>,
    members: bool,
    open: bool,
}

impl<T: Into<Leaving>> From<T> for Departure {
    fn from(leaving: T) -> Self {
        Self::of(leaving)
    }
}

impl Departure {
    /// This falls away.
    pub fn of(leaving: impl Into<Leaving>) -> Self {
        Self { leaving: leaving.into(), plan: None, members: false, open: false }
    }

    /// Only in this plan.
    pub fn within(self, plan: PlanId) -> Self {
        Self { plan: Some(plan), ..self }
    }

    /// The members of a group leave with it, and theirs with them.
    pub fn with_members(self) -> Self {
        Self { members: true, ..self }
    }

    /// Only actions are looked at of which something is still to come.
    pub fn of_open_actions(self) -> Self {
        Self { open: true, ..self }
    }
}

/// An action that loses something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "geraakte actie")]
#[non_exhaustive]
pub struct AffectedAction {
    /// The action.
    pub action: Named,
    /// The plan that it stands in.
    pub plan: PlanId,
    /// How far it is.
    pub state: ActionState,
}

/// Actions that lose something: at most 1 000 are listed, all are counted.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "geraakte acties")]
#[non_exhaustive]
pub struct AffectedActions {
    /// How many there are.
    pub total: u64,
    /// The first, in the order of the plans.
    pub listed: Vec<AffectedAction>,
}

/// A goal that loses something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "geraakt doel")]
#[non_exhaustive]
pub struct AffectedGoal {
    /// The goal.
    pub goal: Named,
    /// The plan that it stands in.
    pub plan: PlanId,
    /// How many actions with a lead it had.
    pub led: u64,
    /// How many actions it keeps, with or without a lead.
    pub kept: u64,
}

/// Goals that lose something: at most 1 000 are listed, all are counted.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "geraakte doelen")]
#[non_exhaustive]
pub struct AffectedGoals {
    /// How many there are.
    pub total: u64,
    /// The first, in the order of the plans.
    pub listed: Vec<AffectedGoal>,
}

/// A priority below which an action loses something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "geraakte prioriteit")]
#[non_exhaustive]
pub struct AffectedPriority {
    /// The priority.
    pub priority: Named,
    /// The plan that it stands in.
    pub plan: PlanId,
    /// How many actions it has.
    pub actions: u64,
    /// How many of those fall away, or are left without a lead.
    pub without_lead: u64,
    /// How many of those fall away, or are left without anyone who executes them.
    pub without_executor: u64,
    /// How many actions with a lead it keeps.
    pub led: u64,
}

/// Priorities below which an action loses something: at most 1 000 are listed, all are counted.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "geraakte prioriteiten")]
#[non_exhaustive]
pub struct AffectedPriorities {
    /// How many there are.
    pub total: u64,
    /// The first, in the order of the plans.
    pub listed: Vec<AffectedPriority>,
}

/// What is lost when a partner leaves, an action is cancelled or a priority is closed (*gevolgen van een vertrek*).
///
/// Cancelled and withdrawn actions have nothing left to lose and count nowhere. A partner that is only `involved` executes
/// nothing. Members don't leave with their group unless asked. Actions hang on goals by the links that the plan states or
/// that follow from a place in it; what was only read keeps no goal alive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "gevolgen van een vertrek")]
#[doc(alias = "gevolgen")]
#[non_exhaustive]
pub struct Impact {
    /// What falls away: the partner, the action or the priority.
    pub leaving: Named,
    /// What falls away with it: the members of a group, where asked; the pillars and objectives of a priority.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub with_it: Vec<Named>,
    /// In how many plans something is lost.
    pub plans: u64,
    /// The actions that lose their only lead.
    pub without_lead: AffectedActions,
    /// The actions that lose the last partner that executes them.
    pub without_executor: AffectedActions,
    /// The actions that are left serving nothing.
    pub without_goal: AffectedActions,
    /// The actions that wait for what falls away.
    pub waiting: AffectedActions,
    /// The goals that had an action with a lead and have none after.
    pub without_led_action: AffectedGoals,
    /// The goals that had an action and have none after.
    pub without_action: AffectedGoals,
    /// The priorities below which an action falls away, or loses its lead or last executor.
    pub priorities: AffectedPriorities,
}

impl Impact {
    /// Whether nothing is lost.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.plans == 0
    }
}
