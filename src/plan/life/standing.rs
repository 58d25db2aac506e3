//! A plan as of a day: the states of everything in it.

use std::sync::OnceLock;

use schemars::JsonSchema;
use serde::Serialize;

use crate::entity::{Action, ExecutionPlan};
use crate::id::{ActionId, AcuteIssueId, ElementId, ExecutionPlanId, ProposalId};
use crate::kind::Kind;
use crate::lifecycle::{
    self, ActionState, AcuteIssueState, Carried, ExecutionPlanStanding, GoalState, History, PlanStanding,
    PlanState, ProposalState,
};
use crate::plan::{Element, SafetyPlan};
use crate::value::{Date, MunicipalityCode};

/// A state with the day since which it holds, where a fact or the calendar gives one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "stand", rename = "StandingOf{S}")]
#[non_exhaustive]
pub struct Standing<S> {
    /// How far it is.
    pub state: S,
    /// Since when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Date>,
}

impl<S> From<(S, Option<Date>)> for Standing<S> {
    fn from((state, since): (S, Option<Date>)) -> Self {
        Self { state, since }
    }
}

/// A plan as of a day (*peildatum*): every state in it, as it follows from the facts up to that day.
///
/// Made by [`SafetyPlan::as_of`]; the tables of facts and states stand in [`lifecycle`].
#[derive(Debug)]
pub struct AsOf<'a> {
    plan: &'a SafetyPlan,
    day: Date,
    history: History<'a>,
    carried: OnceLock<Carried>,
}

impl SafetyPlan {
    /// The plan as of a day: ask it for states.
    ///
    /// `O(d log d)` in the decisions and evaluations; the first question about an action looks at all actions once.
    ///
    /// ```
    /// use veiligheidsplan::{SafetyPlan, lifecycle::{ActionState, PlanState}};
    ///
    /// let text = include_str!("../../../data/vlaardingen-2020-2023.demo.plan.json");
    /// let plan = SafetyPlan::from_json(text)?;
    /// let then = plan.as_of("2020-07-01".parse()?);
    /// assert_eq!(then.plan().state, PlanState::InForce);
    /// let action = plan.execution_plans()[0].actions()[0].id();
    /// assert_eq!(then.action(action).map(|it| it.state), Some(ActionState::Delayed));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn as_of(&self, day: Date) -> AsOf<'_> {
        AsOf { plan: self, day, history: History::of(self), carried: OnceLock::new() }
    }
}

impl<'a> AsOf<'a> {
    /// The day.
    #[must_use]
    pub fn day(&self) -> Date {
        self.day
    }

    pub(super) fn source(&self) -> &'a SafetyPlan {
        self.plan
    }

    pub(crate) fn history(&self) -> &History<'a> {
        &self.history
    }

    /// The plan as a whole: where it is least far, or partly adopted.
    #[must_use]
    pub fn plan(&self) -> PlanStanding {
        lifecycle::plan(self.plan, &self.history, self.day)
    }

    /// The plan in one of its municipalities; `None` if it isn't one of them.
    #[must_use]
    pub fn plan_in(&self, municipality: &MunicipalityCode) -> Option<PlanStanding> {
        let own = self.plan.municipalities().iter().any(|one| one.code() == municipality);
        own.then(|| lifecycle::plan_in(self.plan, &self.history, municipality, self.day))
    }

    /// An execution plan.
    #[must_use]
    pub fn execution_plan(&self, id: ExecutionPlanId) -> Option<ExecutionPlanStanding> {
        Some(self.standing_of(self.plan.execution_plan(id)?))
    }

    pub(crate) fn standing_of(&self, execution: &ExecutionPlan) -> ExecutionPlanStanding {
        lifecycle::execution_plan(self.plan, &self.history, execution, self.day)
    }

    /// An action. `O(log n)` after the first; to ask of all, use [`actions`](Self::actions).
    #[must_use]
    pub fn action(&self, id: ActionId) -> Option<Standing<ActionState>> {
        let Some(Element::ExecutionPlan(execution)) = self.plan.holder(id) else { return None };
        let action = self.plan.action(id)?;
        Some(self.action_in(&self.standing_of(execution), action))
    }

    fn action_in(&self, execution: &ExecutionPlanStanding, action: &Action) -> Standing<ActionState> {
        let carried = self.carried.get_or_init(|| Carried::of(self.plan, &self.history, self.day));
        lifecycle::action(self.plan, &self.history, carried, execution, action, self.day).into()
    }

    /// Every action with its state, in the order of the document. `O(n)` in all.
    pub fn actions(&self) -> impl Iterator<Item = (&'a Action, Standing<ActionState>)> {
        self.plan.execution_plans().iter().flat_map(move |execution| {
            let standing = self.standing_of(execution);
            execution.actions().iter().map(move |action| (&**action, self.action_in(&standing, action)))
        })
    }

    /// An acute issue.
    #[must_use]
    pub fn acute_issue(&self, id: AcuteIssueId) -> Option<Standing<AcuteIssueState>> {
        let issue = self.plan.acute_issue(id)?;
        Some(lifecycle::acute_issue(&self.history, issue, self.day).into())
    }

    /// A council proposal.
    #[must_use]
    pub fn proposal(&self, id: ProposalId) -> Option<Standing<ProposalState>> {
        let proposal = self.plan.proposal(id)?;
        Some(lifecycle::proposal(self.plan, &self.history, proposal, self.day).into())
    }

    /// A priority or theme; `None` for any other element.
    #[must_use]
    pub fn goal(&self, id: impl Into<ElementId>) -> Option<Standing<GoalState>> {
        let id = id.into();
        let is_goal = matches!(id.kind(), Kind::Priority | Kind::Theme)
            && self.plan.element(id.into_uuid()).is_some_and(|element| element.id() == id);
        is_goal.then(|| self.goal_beside(&self.plan(), id))
    }

    pub(super) fn goal_beside(&self, plan: &PlanStanding, goal: ElementId) -> Standing<GoalState> {
        lifecycle::goal(&self.history, plan, goal, self.day).into()
    }

    /// The state of the plan as a whole.
    #[must_use]
    pub fn state(&self) -> PlanState {
        self.plan().state
    }
}
