//! Laws of states over generated lives: what a naive reader of the tables finds, and that the future changes nothing.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use veiligheidsplan::draft::SafetyPlanDraft;
use veiligheidsplan::lifecycle::{
    ActionState, AcuteIssueState, ExecutionPlanState, GoalState, PlanState, ProposalState,
};
use veiligheidsplan::strategies::{PlanShape, days, plans};
use veiligheidsplan::uuid::Uuid;
use veiligheidsplan::{Date, SafetyPlan};

use crate::tables::Naive;

/// Every state as the crate derives it, with since when; in the order of the naive reader.
fn told(plan: &SafetyPlan, day: Date) -> Vec<(Uuid, &'static str, Vec<Option<Date>>)> {
    let then = plan.as_of(day);
    let own = plan.id().into_uuid();
    let all = std::iter::once(then.plan());
    let all = all.chain(plan.municipalities().iter().map(|one| then.plan_in(one.code()).unwrap()));
    let mut told: Vec<_> = all
        .map(|it| (own, it.state.as_str(), vec![it.since, it.adopted_on, it.amended_on, Some(it.ends_on)]))
        .collect();
    let mut goal = |id: veiligheidsplan::ElementId| {
        let it = then.goal(id).unwrap();
        told.push((id.into_uuid(), it.state.as_str(), vec![it.since]));
    };
    plan.priorities().iter().for_each(|one| goal(one.id().into()));
    plan.themes().iter().for_each(|one| goal(one.id().into()));
    let mut actions = then.actions();
    for one in plan.execution_plans() {
        let it = then.execution_plan(one.id()).unwrap();
        let dates = vec![it.since, it.adopted_on, it.sent_on, it.amended_on, Some(it.ends_on)];
        told.push((one.id().into_uuid(), it.state.as_str(), dates));
        for (action, it) in actions.by_ref().take(one.actions().len()) {
            assert_eq!(then.action(action.id()), Some(it));
            told.push((action.id().into_uuid(), it.state.as_str(), vec![it.since]));
        }
    }
    for one in plan.acute_issues() {
        let it = then.acute_issue(one.id()).unwrap();
        told.push((one.id().into_uuid(), it.state.as_str(), vec![it.since]));
    }
    for one in plan.proposals() {
        let it = then.proposal(one.id()).unwrap();
        told.push((one.id().into_uuid(), it.state.as_str(), vec![it.since]));
    }
    told
}

/// Days on which something may change: of facts and edges of periods, and the days after.
/// The states of everything in a plan on a day are those of the naive reader.
pub(crate) fn agree(plan: &SafetyPlan, day: Date) -> Result<(), TestCaseError> {
    let told: Vec<(Uuid, &str)> = told(plan, day).into_iter().map(|(id, state, _)| (id, state)).collect();
    prop_assert_eq!(told, Naive { plan, day }.states(), "as of {}", day);
    Ok(())
}

pub(crate) fn turning_points(plan: &SafetyPlan) -> Vec<Date> {
    let text = plan.to_json();
    let dates = text.split('"').filter_map(|part| part.parse::<Date>().ok());
    let days: BTreeSet<Date> = dates.flat_map(|date| [Some(date), date.next()]).flatten().collect();
    days.into_iter().collect()
}

/// The plan without its facts of after a day, and with later days of what must have one.
pub(crate) fn known_on(plan: &SafetyPlan, day: Date) -> SafetyPlan {
    const LATE: &str = "2999-12-30";
    let mut draft: SafetyPlanDraft = plan.to_draft();
    let day = day.to_string();
    draft.decisions.retain(|decision| decision.date <= day);
    let known: Vec<String> = draft.decisions.iter().map(|decision| decision.id.clone()).collect();
    draft.exemptions.retain(|one| one.decision.as_ref().is_none_or(|id| known.contains(id)));
    crate::support::forget_decisions(&mut draft);
    for evaluation in &mut draft.evaluations {
        evaluation.delivered_on = evaluation.delivered_on.take().filter(|date| *date <= day);
    }
    for issue in &mut draft.acute_issues {
        issue.accounted_on = issue.accounted_on.take().filter(|date| *date <= day);
        if day < issue.signalled_on {
            LATE.clone_into(&mut issue.signalled_on);
        }
    }
    for proposal in &mut draft.proposals {
        proposal.submitted_on = proposal.submitted_on.take().filter(|date| *date <= day);
    }
    for action in draft.execution_plans.iter_mut().flat_map(|one| &mut one.actions) {
        action.progress.retain(|report| report.date <= day);
        if action.registered_on.as_ref().is_some_and(|date| day < *date) {
            action.registered_on = Some(LATE.to_owned());
        }
    }
    SafetyPlan::try_from(draft).unwrap_or_else(|rejected| panic!("{rejected:#}"))
}

fn lives() -> PlanShape {
    PlanShape::default().with_execution_plans(1..=3).with_facts(0..=12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn states_are_what_the_tables_say(plan in plans(lives()), any_day in days()) {
        for day in turning_points(&plan).into_iter().chain([any_day]) {
            let told = told(&plan, day);
            agree(&plan, day)?;
            let known = told.iter().filter_map(|(_, _, dates)| dates[0]).all(|since| since <= day);
            prop_assert!(known, "a state of {} holds since a later day: {:?}", day, told);
        }
    }

    #[test]
    fn a_fact_dated_after_a_day_changes_no_state_as_of_that_day(
        plan in plans(lives()),
        choices in prop::collection::vec(any::<Index>(), 4),
    ) {
        let days = turning_points(&plan);
        for day in choices.iter().map(|choice| *choice.get(&days)) {
            let known = known_on(&plan, day);
            prop_assert_eq!(told(&known, day), told(&plan, day), "as of {}", day);
        }
    }
}

#[test]
fn generated_lives_reach_every_state() {
    let mut runner = TestRunner::deterministic();
    let mut found: BTreeSet<(&str, &str)> = BTreeSet::new();
    for _ in 0..300 {
        let plan = plans(lives()).new_tree(&mut runner).unwrap().current();
        for day in turning_points(&plan) {
            for (id, state, _) in told(&plan, day) {
                found.insert((plan.element(id).unwrap().kind().as_str(), state));
            }
        }
    }
    let all = |kind: &'static str, states: Vec<&'static str>| states.into_iter().map(move |it| (kind, it));
    let words = [
        all("plan", PlanState::ALL.iter().map(|it| it.as_str()).collect()),
        all("executionPlan", ExecutionPlanState::ALL.iter().map(|it| it.as_str()).collect()),
        all("action", ActionState::ALL.iter().map(|it| it.as_str()).collect()),
        all("acuteIssue", AcuteIssueState::ALL.iter().map(|it| it.as_str()).collect()),
        all("proposal", ProposalState::ALL.iter().map(|it| it.as_str()).collect()),
        all("priority", GoalState::ALL.iter().map(|it| it.as_str()).collect()),
    ];
    let missed: Vec<_> = words.into_iter().flatten().filter(|word| !found.contains(word)).collect();
    assert_eq!(missed, [("plan", "superseded")], "of a set only");
}
