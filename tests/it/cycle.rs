//! Advice on the cycle where municipalities differ: what is no reason for it, what is, and from which day.

use serde_json::{Value, json};
use veiligheidsplan::lifecycle::ExecutionPlanState;
use veiligheidsplan::{Code, Date, Findings, SafetyPlan, Step};

use crate::support::{cut, errors, put};

const PLAN: &str = "95a1d458-0000-4000-8000-000000000000";
const YEAR: [&str; 4] = [
    "e0000000-0000-4000-8000-000000000000",
    "e0000001-0000-4000-8000-000000000000",
    "e0000002-0000-4000-8000-000000000000",
    "e0000003-0000-4000-8000-000000000000",
];
const ACTION: &str = "a0000000-0000-4000-8000-000000000000";
const EVALUATION: &str = "b0000000-0000-4000-8000-000000000000";
const MUNICIPALITY: (&str, &str) = ("GM0622", "GM0606");

fn of(kind: &str, id: &str) -> Value {
    json!({"kind": kind, "id": id})
}

/// One clause of an organ on a day.
fn decided(organ: &str, day: &str, act: &str, object: &Value) -> Value {
    let id = format!("d0000000-0000-4000-8000-{}", day.replace('-', "").parse::<u64>().unwrap() * 10_000);
    let mut clause = json!({"act": act, "object": object});
    if act == "inform" {
        clause["to"] = json!([{"kind": "council"}]);
    }
    json!({"id": id, "organ": organ, "date": day, "clauses": [clause]})
}

/// A plan of four years with an execution plan per year, adopted in time; judged by a profile.
fn document(profile: &str) -> Value {
    let mut document = json!({
        "formatVersion": "1.0",
        "id": PLAN,
        "title": "Veiligheidsplan",
        "municipalities": [{"code": MUNICIPALITY.0, "name": "Vlaardingen"}],
        "period": {"start": "2020-01-01", "end": "2023-12-31"},
        "profile": {"name": profile},
        "executionPlans": [],
        "decisions": [decided("council", "2019-12-19", "adopt", &of("plan", PLAN))],
    });
    for (year, id) in (2020..).zip(YEAR) {
        let period = json!({"start": format!("{year}-01-01"), "end": format!("{year}-12-31")});
        let plan = json!({"id": id, "title": format!("Uitvoeringsplan {year}"), "period": period});
        put(&mut document, "/executionPlans/-", plan);
    }
    document
}

fn with(mut document: Value, decisions: impl IntoIterator<Item = Value>) -> Value {
    for (number, mut decision) in decisions.into_iter().enumerate() {
        put(&mut decision, "/id", format!("d0000001-0000-4000-8000-{number:012}"));
        put(&mut document, "/decisions/-", decision);
    }
    document
}

fn plan(document: &Value) -> SafetyPlan {
    SafetyPlan::from_json(&document.to_string()).unwrap_or_else(|rejected| panic!("{rejected:#}"))
}

fn advice(document: &Value, day: &str) -> Findings {
    plan(document).advice(day.parse::<Date>().unwrap())
}

fn count(document: &Value, code: Code, day: &str) -> usize {
    advice(document, day).of(code).count()
}

#[test]
fn the_last_year_of_a_plan_wants_information_too_and_the_time_before_its_adoption_none() {
    let told = [2020, 2021, 2022]
        .map(|year| decided("college", &format!("{year}-04-01"), "inform", &of("executionPlan", YEAR[0])));
    let silent_at_the_end = with(document("general"), told);
    assert_eq!(count(&silent_at_the_end, Code::PlanCouncilNotInformed, "2023-12-31"), 0);
    let found = advice(&silent_at_the_end, "2024-01-01");
    let messages: Vec<&str> =
        found.of(Code::PlanCouncilNotInformed).map(|one| one.message.as_str()).collect();
    assert_eq!(
        messages,
        ["between `2023-01-01` and `2024-01-01` no information to the council is on record"]
    );
    assert_eq!(count(&silent_at_the_end, Code::PlanCouncilNotInformed, "2026-01-01"), 1);

    let mut late = document("general");
    late["decisions"] = json!([decided("council", "2022-03-01", "adopt", &of("plan", PLAN))]);
    assert_eq!(count(&late, Code::PlanCouncilNotInformed, "2023-03-01"), 0, "the council adopted it itself");
    put(&mut late, "/decisions/0/organ", "college");
    assert_eq!(count(&late, Code::PlanCouncilNotInformed, "2023-02-28"), 0);
    assert_eq!(count(&late, Code::PlanCouncilNotInformed, "2023-03-01"), 1);
}

#[test]
fn an_evaluation_of_several_years_is_not_late_for_those_evaluated_before() {
    let evaluation = |id: &str, years: &[&str], end: &str, delivered: &str| {
        let of: Vec<Value> = years.iter().map(|id| of("executionPlan", id)).collect();
        let period = json!({"start": "2020-01-01", "end": end});
        json!({"id": id, "of": of, "period": period, "deliveredOn": delivered})
    };
    let mut document = document("vlaardingen");
    let other = EVALUATION.replace("b0", "b1");
    document["evaluations"] = json!([
        evaluation(EVALUATION, &YEAR[..1], "2020-12-31", "2021-04-01"),
        evaluation(&other, &YEAR[..2], "2021-12-31", "2022-12-31"),
    ]);
    let informed = decided("college", "2021-04-02", "inform", &of("evaluation", EVALUATION));
    let document = with(document, [informed]);
    let of_code = |document: &Value, code, day| {
        advice(document, day).of(code).map(|one| one.message.clone()).collect::<Vec<_>>()
    };
    assert_eq!(of_code(&document, Code::EvaluationLate, "2023-02-01"), [""; 0]);
    assert_eq!(of_code(&document, Code::EvaluationNotSent, "2022-12-31"), [""; 0]);
    let unsent = of_code(&document, Code::EvaluationNotSent, "2023-01-01");
    assert_eq!(unsent.len(), 1, "{unsent:?}");
    assert!(unsent[0].ends_with("due by `2022-12-31`"), "{unsent:?}");
    let mut late = document.clone();
    put(&mut late, "/evaluations/1/deliveredOn", "2023-01-01");
    assert_eq!(of_code(&late, Code::EvaluationLate, "2023-02-01").len(), 1);
    // The first of them alone is late for both years.
    let first = late["evaluations"][1].clone();
    late["evaluations"] = json!([first]);
    late["decisions"].as_array_mut().unwrap().pop();
    let found = of_code(&late, Code::EvaluationLate, "2023-02-01");
    assert_eq!(found, ["the evaluation was delivered on `2023-01-01` and was due by `2021-12-31`"]);
}

#[test]
fn only_the_organ_of_the_profile_decides_on_the_plan() {
    for (act, found) in
        [("amend", 1), ("extend", 1), ("close", 1), ("withdraw", 1), ("propose", 0), ("inform", 0)]
    {
        let mut decision = decided("college", "2022-06-01", act, &of("plan", PLAN));
        if act == "extend" {
            put(&mut decision, "/clauses/0/until", "2024-12-31");
        }
        let document = with(document("statutory"), [decision]);
        assert_eq!(count(&document, Code::PlanAdoptedByOtherOrgan, "2022-07-01"), found, "{act}");
    }
}

#[test]
fn an_action_added_to_a_plan_that_rolls_on_is_accounted_for_when_that_is_decided_on_or_sent_again() {
    let mut rolling = document("general");
    let id = of("executionPlan", YEAR[0]);
    let priority = json!({"id": EVALUATION, "title": "Ondermijning"});
    put(&mut rolling, "/priorities", json!([priority]));
    let serves = json!([of("priority", EVALUATION)]);
    let action = json!({"id": ACTION, "title": "Controles", "serves": serves, "registeredOn": "2020-05-01"});
    put(&mut rolling, "/executionPlans/0/actions", json!([action]));
    let rolling = with(rolling, [decided("college", "2020-01-10", "adopt", &id)]);
    let code = Code::ActionAddedAfterAdoption;
    assert_eq!(count(&rolling, code, "2020-06-01"), 1);
    for (organ, act, day) in [
        ("college", "adopt", "2020-06-01"),
        ("college", "amend", "2020-05-01"),
        ("college", "inform", "2020-06-01"),
        ("council", "takeNote", "2020-06-01"),
    ] {
        let mut document = rolling.clone();
        let mut decision = decided(organ, day, act, &id);
        put(&mut decision, "/id", "d0000002-0000-4000-8000-000000000000");
        put(&mut document, "/decisions/-", decision.clone());
        assert_eq!(count(&document, code, "2020-06-01"), 0, "{act}");
        // What was decided before it was taken up doesn't account for it.
        let last = document["decisions"].as_array().unwrap().len() - 1;
        put(&mut document, &format!("/decisions/{last}/date"), "2020-04-30");
        assert_eq!(count(&document, code, "2020-06-01"), 1, "{act}");
    }
}

#[test]
fn an_organ_extends_to_a_later_day_than_it_did_before() {
    let extends = |organ: &str, day: &str, until: &str| {
        let mut decision = decided(organ, day, "extend", &of("plan", PLAN));
        put(&mut decision, "/clauses/0/until", until);
        decision
    };
    for (organ, until, found) in [
        ("council", "2025-01-01", 0),
        ("council", "2024-12-31", 1),
        ("council", "2024-06-30", 1),
        // Another organ may decide on the same extension, or on a shorter one.
        ("college", "2024-12-31", 0),
        ("college", "2024-06-30", 0),
    ] {
        let decisions = [extends("council", "2023-06-01", "2024-12-31"), extends(organ, "2023-09-01", until)];
        let found_here = errors(&with(document("general"), decisions).to_string());
        assert_eq!(found_here.of(Code::DecisionExtensionBackward).count(), found, "{organ} {until}");
        assert_eq!(found_here.len(), found, "{found_here}");
    }
}

#[test]
fn decisions_of_one_day_exclude_each_other_within_one_organ_only() {
    let on = |organ: &str, act: &str| decided(organ, "2022-06-01", act, &of("executionPlan", YEAR[1]));
    let found = |decisions: &[Value]| {
        let document = with(document("general"), decisions.to_vec());
        let found = errors(&document.to_string());
        let places = found.of(Code::DecisionContradicted).map(|one| {
            let other: Vec<String> = one.related.iter().map(ToString::to_string).collect();
            (one.place.to_string(), other.concat())
        });
        places.collect::<Vec<_>>()
    };
    let at = |number: usize| format!("/decisions/{number}/clauses/0/act");
    let (adopt, reject, council) = (on("college", "adopt"), on("college", "reject"), on("council", "reject"));
    assert_eq!(found(&[adopt.clone(), adopt.clone(), council]), []);
    let pairs = [(at(2), at(1)), (at(3), at(2)), (at(4), at(1))];
    assert_eq!(found(&[adopt.clone(), reject.clone(), adopt.clone(), reject.clone()]), pairs);
    let mut elsewhere = reject;
    put(&mut elsewhere, "/municipality", MUNICIPALITY.0);
    assert_eq!(found(&[adopt, elsewhere]), []);
}

#[test]
fn after_an_early_close_no_year_wants_an_execution_plan() {
    let mut document = document("vlaardingen");
    document["executionPlans"] = json!([document["executionPlans"][0]]);
    let code = Code::PlanYearWithoutExecutionPlan;
    assert_eq!(count(&document, code, "2024-06-01"), 3);
    let closed = with(document, [decided("council", "2021-06-30", "close", &of("plan", PLAN))]);
    assert_eq!(count(&closed, code, "2024-06-01"), 1);
}

#[test]
fn messages_of_a_step_to_come_say_nothing_of_the_past() {
    let mut document = document("vlaardingen");
    let priority = json!({"id": EVALUATION, "title": "Ondermijning"});
    put(&mut document, "/priorities", json!([priority]));
    let serves = json!([of("priority", EVALUATION)]);
    put(
        &mut document,
        "/executionPlans/0/actions",
        json!([{"id": ACTION, "title": "Actie", "serves": serves}]),
    );
    let plan = plan(&document);
    let day = "2020-02-01".parse().unwrap();
    let start = plan.readiness(Step::Start(ACTION.parse().unwrap()), day);
    let lacks: Vec<&str> =
        start.required.of(Code::ActionStartedBeforeAdoption).map(|one| one.message.as_str()).collect();
    assert_eq!(lacks, ["at the start on `2020-02-01`, `Uitvoeringsplan 2020` is not adopted"]);
    let adoption = plan.readiness(Step::ExecutionPlanAdoption(YEAR[0].parse().unwrap()), day);
    let lacks: Vec<&str> =
        adoption.required.of(Code::ExecutionPlanNotConsulted).map(|one| one.message.as_str()).collect();
    assert_eq!(lacks, ["at the adoption on `2020-02-01` no consultation of partners is on record"]);
}

#[test]
fn an_execution_plan_that_some_have_adopted_is_said_to_be_partly_adopted() {
    let mut document = document("vlaardingen");
    put(&mut document, "/municipalities/-", json!({"code": MUNICIPALITY.1, "name": "Schiedam"}));
    let mut adopted = decided("college", "2019-12-20", "adopt", &of("executionPlan", YEAR[0]));
    put(&mut adopted, "/municipality", MUNICIPALITY.0);
    let document = with(document, [adopted]);
    let found = advice(&document, "2020-02-01");
    let messages: Vec<&str> =
        found.of(Code::ExecutionPlanNotAdopted).map(|one| one.message.as_str()).collect();
    assert_eq!(messages, ["the execution plan started on `2020-01-01`; its state is: partly adopted"]);
}

#[test]
fn a_decision_before_the_signal_is_told_once_however_many_of_its_clauses_are_about_it() {
    let mut document = document("general");
    put(
        &mut document,
        "/acuteIssues",
        json!([{"id": ACTION, "title": "Branden", "signalledOn": "2020-05-01"}]),
    );
    let issue = of("acuteIssue", ACTION);
    let mut early = decided("college", "2020-04-30", "inform", &issue);
    put(&mut early, "/clauses/-", json!({"act": "close", "object": issue}));
    let found = errors(&with(document, [early]).to_string());
    let [one] = found.as_slice() else { panic!("{found}") };
    assert_eq!(one.code, Code::AcuteIssueDecidedBeforeSignalled);
}

/// Two municipalities share a plan and each have an execution plan of their own.
#[test]
fn an_execution_plan_of_one_municipality_asks_nothing_of_the_other() {
    let mut shared = document("general");
    put(&mut shared, "/municipalities/-", json!({"code": MUNICIPALITY.1, "name": "Schiedam"}));
    let other = "e0000009-0000-4000-8000-000000000000";
    let mut second = shared["executionPlans"][1].clone();
    put(&mut second, "/id", other);
    put(&mut shared, "/executionPlans/-", second);
    let adopts = |id: &str, municipality: &str| {
        let mut decision = decided("college", "2020-12-01", "adopt", &of("executionPlan", id));
        put(&mut decision, "/municipality", municipality);
        decision
    };
    let shared = with(shared, [adopts(YEAR[1], MUNICIPALITY.0), adopts(other, MUNICIPALITY.1)]);
    let mut apart = shared.clone();
    put(&mut apart, "/executionPlans/1/municipalities", json!([MUNICIPALITY.0]));
    put(&mut apart, "/executionPlans/4/municipalities", json!([MUNICIPALITY.1]));
    let told = |document: &Value| {
        let (plan, day) = (plan(document), "2021-06-01".parse().unwrap());
        let then = plan.as_of(day);
        let states = [1, 4].map(|number: usize| {
            let id = plan.execution_plans()[number].id();
            then.execution_plan(id).unwrap().state
        });
        (states, plan.advice(day).of(Code::ExecutionPlanOverlap).count())
    };
    assert_eq!(told(&shared), ([ExecutionPlanState::PartlyAdopted; 2], 1));
    assert_eq!(told(&apart), ([ExecutionPlanState::Running; 2], 0));
}

/// What was to be done first can be done in the execution plan that it was carried over to.
#[test]
fn what_an_action_depends_on_may_be_done_where_it_was_carried_over_to() {
    let mut plan = crate::support::tree(crate::support::BASE);
    cut(&mut plan, "/executionPlans/0/actions/1/continuous");
    let code = Code::ActionStartedBeforeDependency;
    assert_eq!(count(&plan, code, "2021-12-31"), 1);
    let follows = json!([crate::support::id("/executionPlans/0/actions/1")]);
    put(&mut plan, "/executionPlans/1/actions/0/continues", follows);
    put(&mut plan, "/executionPlans/1/actions/0/progress", json!([{"date": "2020-06-01", "status": "done"}]));
    assert_eq!(count(&plan, code, "2021-12-31"), 0);
}
