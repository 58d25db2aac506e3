//! The states of everything in a plan as a report.

use schemars::JsonSchema;
use serde::Serialize;

use crate::choice::Choice;
use crate::language::Language;
use crate::lifecycle::{
    ActionState, AcuteIssueState, ExecutionPlanStanding, GoalState, PlanStanding, ProposalState,
};
use crate::page::{Page, printed};
use crate::plan::life::standing::{AsOf, Standing};
use crate::plan::{Element, Named};
use crate::value::Date;

/// The states of everything in a plan on a day (*standen*), each list in the order of the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "standen")]
#[non_exhaustive]
pub struct States {
    /// The day.
    pub as_of: Date,
    /// The plan.
    pub plan: Named,
    /// The plan as a whole.
    pub standing: PlanStanding,
    /// The plan in each of its municipalities.
    pub municipalities: Vec<StateInMunicipality>,
    /// Priorities and themes.
    pub goals: Vec<StateOf<GoalState>>,
    /// Execution plans.
    pub execution_plans: Vec<StateOfExecutionPlan>,
    /// Actions.
    pub actions: Vec<StateOf<ActionState>>,
    /// Acute issues.
    pub acute_issues: Vec<StateOf<AcuteIssueState>>,
    /// Council proposals.
    pub proposals: Vec<StateOf<ProposalState>>,
}

/// The state of one element.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "stand van een element", rename = "StateOf{S}")]
#[non_exhaustive]
pub struct StateOf<S> {
    /// The element.
    pub element: Named,
    /// Its state, and since when.
    pub standing: Standing<S>,
}

/// The state of an execution plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "stand van een uitvoeringsplan")]
#[non_exhaustive]
pub struct StateOfExecutionPlan {
    /// The execution plan.
    pub element: Named,
    /// Its state, and what led to it.
    pub standing: ExecutionPlanStanding,
}

/// The state of a plan in one municipality.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "stand in een gemeente")]
#[non_exhaustive]
pub struct StateInMunicipality {
    /// The CBS code.
    pub code: String,
    /// The name.
    pub name: String,
    /// Its state, and what led to it.
    pub standing: PlanStanding,
}

impl<'a> AsOf<'a> {
    /// Every state in the plan as a report. `O(n)` in the elements.
    #[must_use]
    pub fn states(&self) -> States {
        let plan = self.source();
        let goals =
            plan.priorities().iter().map(Element::Priority).chain(plan.themes().iter().map(Element::Theme));
        let whole = self.plan();
        let goals = goals.map(|goal| state(goal, self.goal_beside(&whole, goal.id()))).collect();
        let actions = self.actions().map(|(action, standing)| state(Element::Action(action), standing));
        let issues = plan.acute_issues().iter();
        let issues =
            issues.filter_map(|one| Some(state(Element::AcuteIssue(one), self.acute_issue(one.id())?)));
        let proposals = plan.proposals().iter();
        let proposals =
            proposals.filter_map(|one| Some(state(Element::Proposal(one), self.proposal(one.id())?)));
        let municipalities = plan.municipalities().iter().filter_map(|one| {
            let standing = self.plan_in(one.code())?;
            Some(StateInMunicipality { code: one.code().to_string(), name: one.name().to_string(), standing })
        });
        States {
            as_of: self.day(),
            plan: Named::from(Element::Plan(plan)),
            municipalities: municipalities.collect(),
            goals,
            standing: whole,
            execution_plans: plan.execution_plans().iter().map(|one| self.state_of(one)).collect(),
            actions: actions.collect(),
            acute_issues: issues.collect(),
            proposals: proposals.collect(),
        }
    }

    fn state_of(&self, execution: &'a crate::entity::ExecutionPlan) -> StateOfExecutionPlan {
        let element = Named::from(Element::ExecutionPlan(execution));
        StateOfExecutionPlan { element, standing: self.standing_of(execution) }
    }
}

fn state<S>(element: Element<'_>, standing: Standing<S>) -> StateOf<S> {
    StateOf { element: Named::from(element), standing }
}

impl States {
    fn page(&self, language: Language) -> Page {
        let mut page = Page::default();
        let say = |english, dutch| language.pick(english, dutch);
        page.heading(
            1,
            format!("{} {}: {}", say("States on", "Standen op"), self.as_of, self.plan.words(language)),
        );
        let mut rows = vec![row(&self.plan, self.standing.state, self.standing.since, language)];
        if self.municipalities.len() > 1 {
            rows.extend(self.municipalities.iter().map(|one| {
                let since = one.standing.since.map_or_else(String::new, |day| day.to_string());
                vec![
                    language.term(one.standing.state).to_owned(),
                    since,
                    format!("{} {}", one.code, one.name),
                ]
            }));
        }
        rows.extend(rows_of(&self.goals, language));
        rows.extend(
            self.execution_plans
                .iter()
                .map(|one| row(&one.element, one.standing.state, one.standing.since, language)),
        );
        rows.extend(rows_of(&self.actions, language));
        rows.extend(rows_of(&self.acute_issues, language));
        rows.extend(rows_of(&self.proposals, language));
        page.table(&[say("state", "stand"), say("since", "sinds"), say("what", "wat")], rows);
        page
    }
}

printed! { States }

fn rows_of<S: Choice>(states: &[StateOf<S>], language: Language) -> impl Iterator<Item = Vec<String>> {
    states.iter().map(move |one| row(&one.element, one.standing.state, one.standing.since, language))
}

fn row<S: Choice>(element: &Named, state: S, since: Option<Date>, language: Language) -> Vec<String> {
    let since = since.map_or_else(String::new, |day| day.to_string());
    vec![language.term(state).to_owned(), since, element.words(language)]
}
