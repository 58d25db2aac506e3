//! What falls due: each kind on its day, and laws over any window.

use proptest::prelude::*;
use serde_json::{Value, json};
use veiligheidsplan::analysis::{Agenda, AgendaKind, agenda};
use veiligheidsplan::draft::SafetyPlanDraft;
use veiligheidsplan::strategies::{PlanShape, plans};
use veiligheidsplan::{Date, Place, SafetyPlan};

use crate::support::{BASE, DEMO, PLAN, cut, put, take, tree};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn read(document: &Value) -> SafetyPlan {
    SafetyPlan::from_json(&document.to_string()).unwrap()
}

fn window(document: &Value, from: &str, to: &str) -> Agenda {
    agenda(&read(document), day(from), day(to))
}

/// What of a kind falls due: its day, with `!` where it is overdue, and the code of the element.
fn due(document: &Value, kind: AgendaKind, from: &str, to: &str) -> Vec<String> {
    let items = window(document, from, to).items;
    let items = items.into_iter().filter(|item| item.kind == kind);
    let mark = |overdue| if overdue { "!" } else { "" };
    items
        .map(|item| format!("{}{} {}", item.due, mark(item.overdue), item.element.code.unwrap_or_default()))
        .collect()
}

/// The number of the decision with this code.
fn decision(document: &Value, code: &str) -> usize {
    document["decisions"].as_array().unwrap().iter().position(|one| one["code"] == code).unwrap()
}

fn decide(document: &mut Value, date: &str, clause: &Value) {
    let count = document["decisions"].as_array().unwrap().len();
    let id = format!("18990000-0000-4000-8000-{count:012}");
    let decision = json!({"id": id, "organ": "council", "date": date, "clauses": [clause]});
    put(document, "/decisions/-", decision);
}

#[test]
fn the_next_execution_plan_is_due_while_the_plan_runs_on_without_one() {
    let kind = AgendaKind::NextExecutionPlan;
    let mut demo = tree(DEMO);
    assert_eq!(due(&demo, kind, "2021-06-01", "2021-12-31"), [""; 0], "not yet");
    assert_eq!(due(&demo, kind, "2021-06-01", "2022-01-01"), ["2022-01-01 IVP-2020-2023"]);
    assert_eq!(due(&demo, kind, "2022-06-01", "2022-07-01"), ["2022-01-01! IVP-2020-2023"]);
    assert_eq!(due(&demo, kind, "2024-01-01", "2024-07-01"), [""; 0], "the plan has ended");
    assert_eq!(due(&demo, kind, "2020-11-01", "2021-12-31"), [""; 0], "one is being written");
    let extended = json!({"act": "extend", "object": {"kind": "executionPlan",
        "id": demo["executionPlans"][1]["id"]}, "until": "2023-12-31"});
    decide(&mut demo, "2021-09-01", &extended);
    assert_eq!(due(&demo, kind, "2021-09-01", "2024-12-31"), [""; 0], "extended to the end of the plan");
    assert_eq!(
        due(&tree(PLAN), kind, "2020-03-01", "2020-12-31"),
        ["2020-01-01! IVP-2020-2023"],
        "none at all"
    );
}

#[test]
fn a_plan_for_a_part_of_the_scope_is_not_the_next_execution_plan() {
    let mut demo = tree(DEMO);
    let mut part = demo["executionPlans"][1].clone();
    put(&mut part, "/id", "14990000-0000-4000-8000-000000000000");
    put(&mut part, "/code", "DEEL-2022");
    put(&mut part, "/period", json!({"start": "2022-01-01", "end": "2022-12-31"}));
    put(&mut part, "/actions", json!([]));
    put(&mut part, "/scope", json!([{"kind": "priority", "id": demo["priorities"][0]["id"]}]));
    put(&mut demo, "/executionPlans/-", part);
    let next = due(&demo, AgendaKind::NextExecutionPlan, "2021-06-01", "2022-12-31");
    assert_eq!(next, ["2022-01-01 IVP-2020-2023"]);
    assert_eq!(
        due(&demo, AgendaKind::AdoptExecutionPlan, "2021-06-01", "2022-12-31"),
        ["2022-01-01 DEEL-2022"]
    );
}

#[test]
fn an_execution_plan_is_adopted_by_its_first_day_and_sent_to_the_council() {
    let mut demo = tree(DEMO);
    let adopt = AgendaKind::AdoptExecutionPlan;
    assert_eq!(due(&demo, adopt, "2020-01-10", "2020-12-31"), ["2020-01-01! UP-2020"]);
    assert_eq!(due(&demo, adopt, "2020-01-21", "2021-01-01"), ["2021-01-01 UP-2021"]);
    assert_eq!(due(&demo, adopt, "2020-12-15", "2021-12-31"), [""; 0]);
    let send = AgendaKind::SendExecutionPlan;
    assert_eq!(due(&demo, send, "2020-12-20", "2021-12-31"), [""; 0]);
    let adopted = decision(&demo, "D12");
    cut(&mut demo, &format!("/decisions/{adopted}/clauses/1"));
    assert_eq!(due(&demo, send, "2020-12-14", "2021-12-31"), [""; 0], "not adopted yet");
    assert_eq!(due(&demo, send, "2020-12-15", "2021-12-31"), ["2020-12-15 UP-2021"]);
    assert_eq!(due(&demo, send, "2020-12-20", "2021-12-31"), ["2020-12-15! UP-2021"]);
    assert_eq!(due(&demo, send, "2021-01-21", "2021-12-31"), [""; 0], "the council took note of it");
}

#[test]
fn an_execution_plan_of_one_municipality_goes_to_one_council() {
    let mut base = tree(BASE);
    put(&mut base, "/municipalities/1", json!({"code": "GM0001", "name": "Buurstad"}));
    // Adopted and sent by the municipality that it is of.
    put(&mut base, "/decisions/6/municipality", "GM0622");
    let send = AgendaKind::SendExecutionPlan;
    assert_eq!(due(&base, send, "2021-02-01", "2021-12-31"), [""; 0], "not adopted by the other yet");
    put(&mut base, "/executionPlans/1/municipalities", json!(["GM0622"]));
    assert_eq!(due(&base, send, "2021-02-01", "2021-12-31"), [""; 0]);
    cut(&mut base, "/decisions/6/clauses/1");
    assert_eq!(due(&base, send, "2021-02-01", "2021-12-31"), ["2020-12-22! UP21"]);
}

#[test]
fn an_evaluation_goes_to_each_council() {
    let mut base = tree(BASE);
    put(&mut base, "/municipalities/1", json!({"code": "GM0001", "name": "Buurstad"}));
    cut(&mut base, "/decisions/7");
    let send = |base: &Value| due(base, AgendaKind::SendEvaluation, "2021-05-01", "2021-12-31").len();
    let evaluation = json!({"kind": "evaluation", "id": base["evaluations"][0]["id"]});
    let note = json!({"act": "takeNote", "object": evaluation});
    assert_eq!(send(&base), 1);
    for (municipality, left) in [("GM0622", 1), ("GM0001", 0)] {
        decide(&mut base, "2021-04-01", &note);
        let last = base["decisions"].as_array().unwrap().len() - 1;
        put(&mut base, &format!("/decisions/{last}/municipality"), municipality);
        assert_eq!(send(&base), left, "{municipality}");
    }
}

#[test]
fn an_evaluation_is_due_a_year_after_the_end_also_after_the_plan_and_then_goes_to_the_council() {
    let mut demo = tree(DEMO);
    let (evaluate, send) = (AgendaKind::Evaluation, AgendaKind::SendEvaluation);
    assert_eq!(
        due(&demo, evaluate, "2020-10-01", "2021-12-31"),
        ["2021-12-31 UP-2020"],
        "half a year is not it"
    );
    assert_eq!(due(&demo, evaluate, "2021-03-30", "2021-12-31"), [""; 0], "delivered");
    assert_eq!(
        due(&demo, evaluate, "2024-06-01", "2024-06-30"),
        ["2022-12-31! UP-2021"],
        "the plan has ended"
    );
    assert_eq!(due(&demo, send, "2021-03-30", "2021-03-30"), ["2021-03-30 EV-2020"]);
    assert_eq!(due(&demo, send, "2021-04-05", "2021-04-05"), ["2021-03-30! EV-2020"]);
    assert_eq!(due(&demo, send, "2021-04-06", "2021-12-31"), [""; 0]);
    put(&mut demo, "/profile/cadences", json!({"evaluationMonths": 2}));
    assert_eq!(
        due(&demo, evaluate, "2021-01-01", "2021-12-31"),
        ["2021-02-28 UP-2020"],
        "clamped to the month"
    );
}

#[test]
fn the_council_is_informed_from_moment_to_moment_while_the_plan_is_in_force() {
    let kind = AgendaKind::Inform;
    let demo = tree(DEMO);
    assert_eq!(
        due(&demo, kind, "2020-01-10", "2020-12-31"),
        ["2020-12-19 IVP-2020-2023"],
        "since the adoption"
    );
    assert_eq!(due(&demo, kind, "2021-01-01", "2021-12-31"), ["2021-12-15 IVP-2020-2023"]);
    assert_eq!(due(&demo, kind, "2023-12-01", "2024-12-31"), ["2022-04-22! IVP-2020-2023"]);
    assert_eq!(due(&demo, kind, "2024-01-01", "2024-12-31"), [""; 0], "no longer in force");
    assert_eq!(due(&demo, kind, "2019-12-20", "2024-12-31"), [""; 0], "not in force yet");
    assert_eq!(due(&tree(PLAN), kind, "2020-06-01", "2024-12-31"), [""; 0], "no adoption on record");
}

#[test]
fn an_acute_issue_is_accounted_for_within_the_year() {
    let mut demo = tree(DEMO);
    let kind = AgendaKind::Account;
    cut(&mut demo, "/acuteIssues/0/accountedOn");
    assert_eq!(
        due(&demo, kind, "2020-12-14", "2021-12-31"),
        ["2021-09-07 AP-1"],
        "handled is not accounted for"
    );
    assert_eq!(due(&demo, kind, "2020-12-15", "2021-12-31"), [""; 0], "the council was informed");
    let told = decision(&demo, "D12");
    cut(&mut demo, &format!("/decisions/{told}/clauses/2"));
    assert_eq!(due(&demo, kind, "2021-10-01", "2021-12-31"), ["2021-09-07! AP-1"]);
    assert_eq!(due(&demo, kind, "2020-09-06", "2021-12-31"), [""; 0], "not signalled yet");
}

#[test]
fn the_plan_ends_and_the_next_one_is_adopted_before() {
    let (ends, next) = (AgendaKind::PlanEnds, AgendaKind::NextPlan);
    let mut demo = tree(DEMO);
    assert_eq!(due(&demo, ends, "2023-01-01", "2023-12-31"), ["2023-12-31 IVP-2020-2023"]);
    assert_eq!(due(&demo, next, "2023-01-01", "2024-12-31"), ["2023-12-19 IVP-2020-2023"]);
    assert_eq!(
        due(&tree(PLAN), next, "2023-01-01", "2024-12-31"),
        ["2024-01-01 IVP-2020-2023"],
        "not adopted"
    );
    let extend =
        json!({"act": "extend", "object": {"kind": "plan", "id": demo["id"]}, "until": "2024-12-31"});
    decide(&mut demo, "2023-06-01", &extend);
    assert_eq!(
        due(&demo, ends, "2023-05-31", "2024-12-31"),
        ["2023-12-31 IVP-2020-2023"],
        "not extended yet"
    );
    assert_eq!(due(&demo, ends, "2023-06-01", "2024-12-31"), ["2024-12-31 IVP-2020-2023"]);
    assert_eq!(
        due(&demo, next, "2024-02-01", "2024-12-31"),
        ["2023-12-19! IVP-2020-2023"],
        "four years have passed"
    );
    assert_eq!(due(&demo, next, "2025-01-01", "2025-12-31"), [""; 0], "the plan has ended");
    put(&mut demo, "/profile/cadences", json!({"planYears": 10}));
    assert_eq!(due(&demo, next, "2024-02-01", "2025-01-01"), ["2025-01-01 IVP-2020-2023"]);
}

#[test]
fn days_of_the_calendar_pass() {
    let demo = tree(DEMO);
    for (kind, days) in [
        (AgendaKind::CoverEnds, vec!["2022-12-31 2021-A11"]),
        (AgendaKind::FrameworkEnds, vec!["2022-12-31 VA", "2022-12-31 RVP", "2022-12-31 RBP"]),
        (AgendaKind::ExemptionEnds, vec!["2022-12-31 VA.14"]),
    ] {
        let found = due(&demo, kind, "2022-12-31", "2022-12-31");
        assert_eq!(found.len(), days.len(), "{found:?}");
        if kind != AgendaKind::ExemptionEnds {
            assert_eq!(found, days);
        }
        assert_eq!(due(&demo, kind, "2023-01-01", "2023-12-31"), [""; 0], "{kind}");
    }
    let by = due(&demo, AgendaKind::ObjectiveDue, "2023-01-01", "2023-12-31");
    assert_eq!(by, ["2023-12-31 H", "2023-12-31 S1", "2023-12-31 S2", "2023-12-31 S3"]);
    let targets = due(&demo, AgendaKind::TargetDue, "2020-12-31", "2021-12-31");
    assert_eq!(targets, ["2020-12-31 IND-2", "2021-12-31 IND-1", "2021-12-31 IND-2"]);
    let base = window(&tree(BASE), "2021-01-01", "2023-12-31");
    let notes = base.items.iter().filter(|item| item.kind == AgendaKind::TargetDue);
    let notes: Vec<&str> = notes.filter_map(|item| item.note.as_deref()).collect();
    let change = "-20% against 2011";
    let between = "between 4 and 5.5 (aantal per 1 000 woningen)";
    assert_eq!(notes, ["not set: NNB", "at least 12 (aantal per jaar)", change, between]);
}

#[test]
fn an_action_ends_as_last_expected_until_nothing_more_is_to_come() {
    let ends = |document: &Value, code: &str, from: &str| {
        let all = due(document, AgendaKind::ActionEnds, from, "2022-12-31");
        all.into_iter().find(|one| one.ends_with(code)).map(|one| one[..one.len() - 9].to_owned())
    };
    let mut demo = tree(DEMO);
    assert_eq!(ends(&demo, "2021-A40", "2021-06-29").as_deref(), Some("2021-12-31"));
    assert_eq!(ends(&demo, "2021-A40", "2021-06-30").as_deref(), Some("2022-02-28"));
    assert_eq!(ends(&demo, "2021-A07", "2021-11-01").as_deref(), Some("2021-10-14!"));
    assert_eq!(ends(&demo, "2020-A01", "2020-11-23").as_deref(), Some("2020-11-30"));
    assert_eq!(ends(&demo, "2020-A01", "2020-11-24"), None, "done");
    assert_eq!(ends(&demo, "2020-A04", "2020-12-31").as_deref(), Some("2021-05-31"));
    assert_eq!(ends(&demo, "2020-A04", "2021-01-01"), None, "it goes on in the next execution plan");
    assert_eq!(ends(&demo, "2020-A16", "2020-06-01"), None, "no end is stated");
    assert_eq!(ends(&demo, "2021-A44", "2021-04-12"), None, "not taken up yet");
    assert_eq!(ends(&demo, "2021-A44", "2021-04-13").as_deref(), Some("2021-06-30"));
    let withdraw = json!({"act": "withdraw", "object": {"kind": "executionPlan",
        "id": demo["executionPlans"][1]["id"]}});
    decide(&mut demo, "2021-07-01", &withdraw);
    assert_eq!(ends(&demo, "2021-A40", "2021-07-01"), None, "withdrawn with its execution plan");
}

#[test]
fn a_motion_of_all_councils_stays_open_until_something_follows_for_each() {
    let mut demo = tree(DEMO);
    put(&mut demo, "/municipalities/1", json!({"code": "GM0001", "name": "Buurstad"}));
    let open = |document: &Value| window(document, "2022-01-01", "2022-01-01").open_motions.len();
    let priority = json!({"kind": "priority", "id": demo["priorities"][0]["id"]});
    decide(&mut demo, "2021-03-01", &json!({"act": "instruct", "object": priority, "text": "Zoek uit"}));
    assert_eq!(open(&demo), 2, "one of the council of Vlaardingen, and that of both");
    let mut closed = |number: usize, of: &str| {
        let close = json!({"act": "close", "object": priority});
        let decision = json!({"id": format!("18000{number:03}-0000-4000-8000-000000000000"), "organ": "council",
            "date": "2021-06-01", "municipality": of, "clauses": [close]});
        put(&mut demo, "/decisions/-", decision);
        open(&demo)
    };
    assert_eq!((closed(998, "GM0622"), closed(999, "GM0001")), (1, 0));
}

#[test]
fn a_motion_stays_open_until_something_follows() {
    let open = |document: &Value, from: &str| window(document, from, from).open_motions.len();
    let demo = tree(DEMO);
    assert_eq!((open(&demo, "2020-11-04"), open(&demo, "2020-11-05"), open(&demo, "2022-01-01")), (0, 1, 1));
    let priority = json!({"kind": "priority", "id": demo["priorities"][0]["id"]});
    let mut closed = demo.clone();
    decide(&mut closed, "2021-06-01", &json!({"act": "close", "object": priority}));
    assert_eq!((open(&closed, "2021-05-31"), open(&closed, "2021-06-01")), (1, 0));
    let execution = json!({"kind": "executionPlan", "id": demo["executionPlans"][1]["id"]});
    let mut asked = demo.clone();
    decide(
        &mut asked,
        "2021-05-01",
        &json!({"act": "instruct", "object": execution, "text": "Meer toezicht"}),
    );
    for (clause, left) in [
        (json!({"act": "amend", "object": execution}), 1),
        (json!({"act": "inform", "object": execution, "to": [{"kind": "council"}]}), 1),
        (json!({"act": "takeNote", "object": execution}), 1),
        (json!({"act": "inform", "object": execution, "to": [{"kind": "partners"}]}), 2),
        (json!({"act": "extend", "object": execution, "until": "2022-03-31"}), 2),
    ] {
        let mut followed = asked.clone();
        decide(&mut followed, "2021-06-01", &clause);
        assert_eq!((open(&followed, "2021-05-31"), open(&followed, "2021-06-01")), (2, left), "{clause}");
    }
    let mut earlier = demo.clone();
    decide(&mut earlier, "2020-11-01", &json!({"act": "close", "object": priority}));
    assert_eq!(open(&earlier, "2020-11-05"), 1, "what came before is no answer");
    let mut done = demo;
    let actions = done["executionPlans"][1]["actions"].as_array().unwrap();
    let number = actions.iter().position(|action| action["code"] == "2021-A08").unwrap();
    let progress = format!("/executionPlans/1/actions/{number}/progress/-");
    put(&mut done, &progress, json!({"date": "2021-09-30", "status": "done"}));
    assert_eq!((open(&done, "2021-09-29"), open(&done, "2021-09-30")), (1, 0), "its action is done");
}

#[test]
fn a_profile_that_judges_none_of_the_cycle_asks_for_none_of_it() {
    let mut demo = tree(DEMO);
    assert!(window(&demo, "2020-01-10", "2024-12-31").left_out.is_empty());
    cut(&mut demo, "/profile");
    let general = window(&demo, "2020-01-10", "2024-12-31");
    assert_eq!(
        general.left_out,
        &AgendaKind::ALL[..5].iter().chain([&AgendaKind::NextPlan]).copied().collect::<Vec<_>>()[..]
    );
    assert!(general.items.iter().all(|item| !general.left_out.contains(&item.kind)));
    put(&mut demo, "/profile", json!({"name": "eigen", "levels": [{"rule": 103, "level": "advice"}]}));
    let own = window(&demo, "2020-01-10", "2024-12-31");
    assert!(own.items.iter().any(|item| item.kind == AgendaKind::Evaluation));
    assert!(!own.left_out.contains(&AgendaKind::SendEvaluation));
}

#[test]
fn a_rejected_or_withdrawn_plan_asks_for_nothing_itself() {
    let mut plan = tree(PLAN);
    put(&mut plan, "/decisions", json!([]));
    let object = json!({"kind": "plan", "id": plan["id"]});
    assert!(!window(&plan, "2020-02-01", "2024-12-31").items.is_empty());
    decide(&mut plan, "2020-02-01", &json!({"act": "reject", "object": object}));
    assert_eq!(window(&plan, "2020-02-01", "2024-12-31").items, []);
}

/// The plan without what was decided, reported, measured, delivered and accounted for after a day.
fn as_known_on(plan: &SafetyPlan, last: Date) -> SafetyPlan {
    let mut document = serde_json::to_value(plan).unwrap();
    let known = |value: &Value| value.as_str().is_none_or(|text| day(text) <= last);
    let kept = |list: &mut Value, key: &str| {
        if let Some(list) = list.as_array_mut() {
            list.retain(|one| known(&one[key]));
        }
    };
    kept(&mut document["decisions"], "date");
    kept(&mut document["corrections"], "date");
    let decided: Vec<Value> =
        document["decisions"].as_array().into_iter().flatten().map(|one| one["id"].clone()).collect();
    if let Some(exemptions) = document["exemptions"].as_array_mut() {
        exemptions.retain(|one| one["decision"].is_null() || decided.contains(&one["decision"]));
    }
    for action in document["executionPlans"]
        .as_array_mut()
        .into_iter()
        .flatten()
        .flat_map(|plan| plan["actions"].as_array_mut().into_iter().flatten())
    {
        kept(&mut action["progress"], "date");
        if action["origin"]["kind"] == "decision" && !decided.contains(&action["origin"]["id"]) {
            take(action, "/origin");
        }
    }
    for (list, key) in
        [("evaluations", "deliveredOn"), ("acuteIssues", "accountedOn"), ("proposals", "submittedOn")]
    {
        for one in document[list].as_array_mut().into_iter().flatten() {
            if !known(&one[key]) {
                take(one, &format!("/{key}"));
            }
        }
    }
    for indicator in document["indicators"].as_array_mut().into_iter().flatten() {
        kept(&mut indicator["figures"], "reportedOn");
    }
    document.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    for action in document["executionPlans"]
        .as_array_mut()
        .into_iter()
        .flatten()
        .flat_map(|plan| plan["actions"].as_array_mut().into_iter().flatten())
    {
        action.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    }
    let draft: SafetyPlanDraft = serde_json::from_value(document).unwrap();
    draft.check().into_result().unwrap()
}

fn days() -> impl Strategy<Value = Date> {
    (2018..2027, 1_u32..13, 1_u32..29).prop_map(|(year, month, of)| Date::new(year, month, of).unwrap())
}

fn any_plan() -> impl Strategy<Value = SafetyPlan> {
    let read = |text| Just(SafetyPlan::from_json(text).unwrap());
    prop_oneof![read(DEMO), read(BASE), plans(PlanShape::default())]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_longer_window_holds_a_shorter_one_and_only_later_days_beside_it(
        plan in any_plan(), from in days(), mut ends in [days(), days()],
    ) {
        ends.sort();
        let [b, c] = ends;
        let (short, long) = (agenda(&plan, from, b), agenda(&plan, from, c));
        let (within, beyond): (Vec<_>, Vec<_>) = long.items.into_iter().partition(|item| item.due <= b);
        prop_assert_eq!(within, short.items);
        prop_assert!(beyond.iter().all(|item| b < item.due && item.due <= c));
        prop_assert_eq!(long.open_motions, short.open_motions);
    }

    #[test]
    fn every_item_is_due_by_the_last_day_in_order_and_stands_where_it_says(
        plan in any_plan(), from in days(), to in days(),
    ) {
        let agenda = agenda(&plan, from, to);
        let document = serde_json::to_value(&plan).unwrap();
        for item in &agenda.items {
            prop_assert!(item.due <= to);
            prop_assert_eq!(item.overdue, item.due < from);
            prop_assert!(!item.overdue || item.kind.stands_until_done());
            prop_assert!(item.place == Place::default() || document.pointer(&item.place.to_string()).is_some()
                || item.kind == AgendaKind::NextExecutionPlan, "{}", item.place);
            prop_assert_eq!(plan.element(item.element.id).map(|element| element.kind()), Some(item.element.kind));
        }
        let order: Vec<_> = agenda.items.iter().map(|item| (item.due, item.kind, &item.place)).collect();
        prop_assert!(order.is_sorted());
        let again = SafetyPlan::from_json(&plan.to_json()).unwrap();
        prop_assert_eq!(veiligheidsplan::analysis::agenda(&again, from, to), agenda);
    }

    #[test]
    fn facts_after_the_first_day_change_nothing(from in days(), to in days(), demo in any::<bool>()) {
        let plan = SafetyPlan::from_json(if demo { DEMO } else { BASE }).unwrap();
        prop_assert_eq!(agenda(&as_known_on(&plan, from), from, to), agenda(&plan, from, to));
    }
}
