//! What a step still lacks: by day, and in words.

use expect_test::expect_file;
use serde_json::{Value, json};
use veiligheidsplan::draft::{
    ActionDraft, AnalysisDraft, ObjectiveDraft, PredecessorDraft, PriorityDraft, ProgressDraft,
    SafetyPlanDraft, ServedDraft, ThemeDraft,
};
use veiligheidsplan::entity::{Action, AnalysisKind, Role, ServedKind, Status};
use veiligheidsplan::{Code, Element, Language, PlanId, SafetyPlan, Step};

use crate::support::{BASE, DEMO, cut, day, id, put, tree};

fn plan(document: &Value) -> SafetyPlan {
    SafetyPlan::from_json(&document.to_string()).unwrap_or_else(|rejected| panic!("{rejected:#}"))
}

/// The execution plan of 2020 was extended to 31 March 2021, so that its evaluation is due a year later.
#[test]
fn an_execution_plan_wants_the_evaluations_that_are_due_of_those_before_it() {
    let not_evaluated = |delivered: Option<&str>, on: &str| {
        let mut document = tree(BASE);
        match delivered {
            Some(delivered) => put(&mut document, "/evaluations/0/deliveredOn", delivered),
            None => cut(&mut document, "/evaluations/0/deliveredOn"),
        }
        let plan = plan(&document);
        let found = plan.readiness(Step::ExecutionPlanAdoption(plan.execution_plans()[1].id()), day(on));
        assert_eq!(found.required.of(Code::ExecutionPlanNotEvaluated).count(), 0, "it is only wanted");
        let late = found.wanted.of(Code::ExecutionPlanNotEvaluated);
        late.map(|finding| finding.place.to_string()).collect::<Vec<_>>()
    };
    let first = vec!["/executionPlans/0".to_owned()];
    for (delivered, on, lacks) in [
        (None, "2022-03-31", vec![]),
        (None, "2022-04-01", first.clone()),
        (Some("2022-04-01"), "2022-04-01", vec![]),
        (Some("2022-04-02"), "2022-04-01", first),
    ] {
        assert_eq!(not_evaluated(delivered, on), lacks, "delivered on {delivered:?}, as of {on}");
    }
}

#[test]
fn an_execution_plan_that_was_withdrawn_or_rejected_wants_no_evaluation() {
    let not_evaluated = |act: &str, on: &str| {
        let mut document = tree(BASE);
        cut(&mut document, "/evaluations/0/deliveredOn");
        let clause = json!({"act": act, "object": {"kind": "executionPlan", "id": id("/executionPlans/0")}});
        let decision = json!({
            "id": "18000009-0000-4000-8000-000000000000", "organ": "college", "date": on, "clauses": [clause],
        });
        put(&mut document, "/decisions/-", decision);
        let plan = plan(&document);
        let found =
            plan.readiness(Step::ExecutionPlanAdoption(plan.execution_plans()[1].id()), day("2022-04-01"));
        found.wanted.of(Code::ExecutionPlanNotEvaluated).count()
    };
    assert_eq!(not_evaluated("amend", "2020-12-30"), 1);
    assert_eq!(not_evaluated("withdraw", "2022-04-02"), 1, "not yet");
    assert_eq!(not_evaluated("withdraw", "2020-12-30"), 0);
    assert_eq!(not_evaluated("reject", "2019-12-10"), 1, "adopted after all");
}

/// What others depend on goes on in two actions, and both in one more.
#[test]
fn an_action_waits_until_one_that_continues_what_it_depends_on_is_done() {
    let started = |done: Option<usize>| {
        let mut draft = SafetyPlan::from_json(BASE).unwrap().to_draft();
        draft.profile = None;
        let own: PlanId = draft.id.parse().unwrap();
        let pillar = draft.priorities[0].pillars[0].id.clone();
        let mut chain: Vec<ActionDraft> = Vec::new();
        for (number, continues) in [vec![], vec![0], vec![0], vec![1, 2], vec![]].iter().enumerate() {
            let served = ServedDraft::new(ServedKind::Pillar, pillar.clone());
            let mut action = ActionDraft::coded(own, format!("K{number}"), "Stap", [served]);
            action.continues = continues.iter().map(|before: &usize| chain[*before].id.clone()).collect();
            if done == Some(number) {
                let report = ProgressDraft::new("2021-05-01");
                action.progress = vec![ProgressDraft { status: Some(Status::Done), ..report }];
            }
            chain.push(action);
        }
        chain[4].depends_on = vec![chain[0].id.clone()];
        draft.execution_plans[1].actions.extend(chain);
        let plan = SafetyPlan::try_from(draft).unwrap();
        let Some(Element::Action(last)) = plan.coded("K4").next() else { panic!("no K4") };
        let found = plan.readiness(Step::Start(last.id()), day("2021-06-01"));
        found.required.of(Code::ActionStartedBeforeDependency).count()
            + found.wanted.of(Code::ActionStartedBeforeDependency).count()
    };
    assert_eq!(started(None), 1);
    for done in 0..4 {
        assert_eq!(started(Some(done)), 0, "K{done} is done");
    }
}

#[test]
fn a_plan_that_is_ready_one_with_wishes_and_one_that_is_not_say_so() {
    let ready = tree(BASE);
    let mut wishes = tree(BASE);
    cut(&mut wishes, "/priorities/0/reasons");
    cut(&mut wishes, "/profile/levels");
    let mut lacking = wishes.clone();
    cut(&mut lacking, "/vision");
    cut(&mut lacking, "/mission");
    let mut said = String::new();
    for (document, is_ready) in [(ready, true), (wishes, true), (lacking, false)] {
        let readiness = plan(&document).readiness(Step::Adoption, day("2019-12-01"));
        assert_eq!(readiness.is_ready(), is_ready);
        let forms = [readiness.to_text(Language::English), readiness.to_markdown(Language::Dutch)];
        said.extend(forms.map(|text| text + "\n"));
    }
    expect_file!["goldens/readiness.txt"].assert_eq(&said);
}

#[test]
fn an_execution_plan_wants_a_lead_for_each_of_its_actions() {
    let plan = SafetyPlan::from_json(DEMO).unwrap();
    let mut leaderless = 0;
    for execution in plan.execution_plans() {
        let found = plan.readiness(Step::ExecutionPlanAdoption(execution.id()), day("2021-12-31"));
        let told: Vec<_> =
            found.required.iter().chain(&found.wanted).filter(|one| one.code == Code::ActionNoLead).collect();
        let told: Vec<_> = told.into_iter().map(|one| one.subject.unwrap().id).collect();
        let has_lead = |action: &Action| action.responsibilities().iter().any(|one| one.role() == Role::Lead);
        let expected: Vec<_> = execution
            .actions()
            .iter()
            .filter(|action| !has_lead(action))
            .map(|one| one.id().into_uuid())
            .collect();
        assert_eq!(told, expected, "{}", execution.title());
        leaderless += expected.len();
    }
    assert!(leaderless > 0);
}

#[test]
fn a_plan_has_a_goal_wherever_one_stands() {
    let draft = || {
        let whole = SafetyPlan::from_json(BASE).unwrap().to_draft();
        SafetyPlanDraft::new(whole.id, "Plan", whole.municipalities, whole.period)
    };
    let goal = || ObjectiveDraft::new("99000001-0000-4000-8000-000000000000", "De stad is veilig");
    let lacks = |draft: SafetyPlanDraft| {
        let plan = SafetyPlan::try_from(draft).unwrap();
        plan.readiness(Step::Adoption, day("2021-12-31")).required.of(Code::PlanNoGoal).count()
    };
    assert_eq!(lacks(draft()), 1);
    let mut own = draft();
    own.objectives.push(goal());
    let mut of_priority = draft();
    let mut priority = PriorityDraft::new("99000002-0000-4000-8000-000000000000", "Ondermijning");
    priority.objectives.push(goal());
    of_priority.priorities.push(priority);
    let mut of_theme = draft();
    let mut theme = ThemeDraft::new("99000003-0000-4000-8000-000000000000", "Evenementen");
    theme.objectives.push(goal());
    of_theme.themes.push(theme);
    for draft in [own, of_priority, of_theme] {
        assert_eq!(lacks(draft), 0);
    }
}

#[test]
fn a_plan_that_follows_another_rests_on_an_evaluation() {
    let lacks = |follows: bool, analysed: Option<AnalysisKind>| {
        let whole = SafetyPlan::from_json(BASE).unwrap().to_draft();
        let mut draft = SafetyPlanDraft::new(whole.id, "Plan", whole.municipalities, whole.period);
        draft.predecessors = follows.then(|| PredecessorDraft::new("Vorig plan")).into_iter().collect();
        let analysis = |kind| AnalysisDraft::new("99000001-0000-4000-8000-000000000000", "Terugblik", kind);
        draft.analyses = analysed.map(analysis).into_iter().collect();
        let found = SafetyPlan::try_from(draft).unwrap().readiness(Step::Adoption, day("2019-12-31"));
        found.required.iter().chain(&found.wanted).any(|one| one.code == Code::PlanNoPredecessorEvaluation)
    };
    assert!(lacks(true, None) && lacks(true, Some(AnalysisKind::SafetyAnalysis)));
    assert!(!lacks(true, Some(AnalysisKind::Evaluation)) && !lacks(false, None));
}
