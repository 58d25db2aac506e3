//! The tables of facts and states, row by row on a small document, and the states of the demo.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use veiligheidsplan::id::{AcuteIssueId, ExecutionPlanId, PriorityId, ProposalId};
use veiligheidsplan::lifecycle::{
    ActionState, AcuteIssueState, ExecutionPlanState, GoalState, PlanState, ProposalState,
};
use veiligheidsplan::value::MunicipalityCode;
use veiligheidsplan::{Date, SafetyPlan};

use crate::support::{BASE, DEMO, cut, put, tree};

const PLAN: (&str, &str) = ("plan", "");
/// Runs in 2021.
const EXECUTION: (&str, &str) = ("executionPlan", "/executionPlans/1");
/// Of the execution plan of 2020, planned for the second quarter.
const ACTION: (&str, &str) = ("action", "/executionPlans/0/actions/0");
/// Of that same plan.
const CONTINUOUS: (&str, &str) = ("action", "/executionPlans/0/actions/1");
/// Signalled on 2020-09-14.
const ISSUE: (&str, &str) = ("acuteIssue", "/acuteIssues/0");
const PROPOSAL: (&str, &str) = ("proposal", "/proposals/0");
const PRIORITY: (&str, &str) = ("priority", "/priorities/0");

/// The small document without its facts.
fn bare() -> Value {
    let mut document = tree(BASE);
    for list in ["decisions", "evaluations", "exemptions", "corrections", "profile"] {
        cut(&mut document, &format!("/{list}"));
    }
    cut(&mut document, "/priorities/0/pillars/0/basedOn");
    for at in ["1/actions/0", "2/actions/0"] {
        cut(&mut document, &format!("/executionPlans/{at}/origin"));
    }
    cut(&mut document, "/executionPlans/1/actions/0/continues");
    for at in ["0/progress", "0/registeredOn", "0/cost", "2/progress"] {
        cut(&mut document, &format!("/executionPlans/0/actions/{at}"));
    }
    cut(&mut document, "/proposals/0/submittedOn");
    cut(&mut document, "/acuteIssues/0/accountedOn");
    document
}

fn joint() -> Value {
    let mut document = bare();
    put(&mut document, "/municipalities/1", json!({"code": "GM0001", "name": "Buurstad"}));
    document
}

fn id_at(document: &Value, at: &str) -> String {
    document.pointer(at).unwrap()["id"].as_str().unwrap().to_owned()
}

/// Puts facts on record: `2020-01-01 college adopt from=2020-02-01; 2020-03-01 report done`.
fn record(document: &mut Value, object: (&str, &str), facts: &str) {
    for fact in facts.split("; ").filter(|fact| !fact.is_empty()) {
        let words: Vec<&str> = fact.split(' ').collect();
        let (date, who, what) = (words[0], words[1], words[2]);
        let of = |key: &str| words.iter().find_map(|word| word.strip_prefix(key));
        match who {
            "report" => {
                let mut report = json!({"date": date});
                if what != "-" {
                    report["status"] = what.into();
                }
                for key in ["percent", "spent"] {
                    if let Some(number) = of(&format!("{key}=")) {
                        report[key] = number.parse::<u64>().unwrap().into();
                    }
                }
                if let Some(end) = of("expects=") {
                    report["expectedEnd"] = end.into();
                }
                push(document, &format!("{}/progress", object.1), report);
            }
            "evaluation" => {
                let count = list(document, "/evaluations").len();
                let (kind, at) = if object.0 == "plan" { PLAN } else { ("executionPlan", holder(object.1)) };
                let mut evaluation = json!({
                    "id": format!("19000009-0000-4000-8000-00000000000{count}"),
                    "of": [{"kind": kind, "id": id_at(document, at)}],
                    "period": document.pointer(at).unwrap()["period"],
                    "deliveredOn": date,
                });
                if what != "-" {
                    evaluation["kind"] = what.into();
                }
                if let Some(end) = of("until=") {
                    evaluation["period"]["end"] = end.into();
                }
                if let Some(status) = of("says=") {
                    let action = id_at(document, object.1);
                    evaluation["outcomes"] = json!([{"action": action, "status": status}]);
                }
                push(document, "/evaluations", evaluation);
            }
            "day" => put(document, &format!("{}/{what}", object.1), date),
            organ => {
                let count = list(document, "/decisions").len();
                let (kind, at) = if of("on=").is_some() { ("evaluation", "/evaluations/0") } else { object };
                let mut clause = json!({"act": what, "object": {"kind": kind, "id": id_at(document, at)}});
                for (word, key) in [("until=", "until"), ("text=", "text")] {
                    if let Some(value) = of(word) {
                        clause[key] = value.into();
                    }
                }
                if let Some(to) = of("to=") {
                    clause["to"] = json!([{"kind": to}]);
                }
                let id = format!("18000009-0000-4000-8000-0000000000{count:02}");
                let mut decision = json!({"id": id, "organ": organ, "date": date, "clauses": [clause]});
                for (word, key) in [("from=", "effectiveFrom"), ("in=", "municipality")] {
                    if let Some(value) = of(word) {
                        decision[key] = value.into();
                    }
                }
                push(document, "/decisions", decision);
            }
        }
    }
}

/// The execution plan that an action stands in, or it itself.
fn holder(at: &str) -> &str {
    at.split_once("/actions").map_or(at, |(holder, _)| holder)
}

fn list<'a>(document: &'a Value, at: &str) -> &'a [Value] {
    document.pointer(at).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

fn push(document: &mut Value, at: &str, item: Value) {
    if document.pointer(at).is_none() {
        put(document, at, json!([]));
    }
    put(document, &format!("{at}/-"), item);
}

fn plan_of(document: &Value) -> SafetyPlan {
    SafetyPlan::from_json(&document.to_string()).unwrap_or_else(|error| panic!("{error}"))
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// The state of an object as of a day, and since when: `running 2021-01-01`.
fn state(document: &Value, object: (&str, &str), on: &str) -> String {
    let plan = plan_of(document);
    let then = plan.as_of(day(on));
    let id = id_at(document, object.1);
    // No decision leads to these.
    let is_undecided = |state: &str| ["draft", "adoptionUnrecorded"].contains(&state);
    let (state, since) = match object.0 {
        "plan" => {
            let it = then.plan();
            assert_eq!(it.by.is_none(), is_undecided(it.state.as_str()), "{} as of {on}", it.state);
            (it.state.as_str(), it.since)
        }
        "executionPlan" => {
            let it = then.execution_plan(id.parse::<ExecutionPlanId>().unwrap()).unwrap();
            assert_eq!(it.by.is_none(), is_undecided(it.state.as_str()), "{} as of {on}", it.state);
            (it.state.as_str(), it.since)
        }
        "action" => {
            let it = then.action(id.parse().unwrap()).unwrap();
            (it.state.as_str(), it.since)
        }
        "acuteIssue" => {
            let it = then.acute_issue(id.parse::<AcuteIssueId>().unwrap()).unwrap();
            (it.state.as_str(), it.since)
        }
        "proposal" => {
            let it = then.proposal(id.parse::<ProposalId>().unwrap()).unwrap();
            (it.state.as_str(), it.since)
        }
        _ => {
            let it = then.goal(id.parse::<PriorityId>().unwrap()).unwrap();
            (it.state.as_str(), it.since)
        }
    };
    since.map_or_else(|| state.to_owned(), |since| format!("{state} {since}"))
}

/// Facts, and the states as of days that they lead to; gives the states that were seen.
fn rows(start: &Value, object: (&str, &str), rows: &[(&str, &[(&str, &str)])]) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    for (facts, states) in rows {
        let mut document = start.clone();
        record(&mut document, object, facts);
        for (on, expected) in *states {
            let found = state(&document, object, on);
            assert_eq!(found, *expected, "{} with `{facts}` as of {on}", object.0);
            seen.insert(found.split(' ').next().unwrap().to_owned());
        }
    }
    seen
}

fn all_of(words: impl IntoIterator<Item = &'static str>) -> BTreeSet<String> {
    words.into_iter().map(str::to_owned).collect()
}

/// Facts, and the states as of days that they lead to.
type Rows = &'static [(&'static str, &'static [(&'static str, &'static str)])];

const OF_A_PLAN: Rows = &[
    ("", &[("2019-12-31", "draft"), ("2020-01-01", "adoptionUnrecorded 2020-01-01")]),
    ("2019-10-01 college consult", &[("2019-09-30", "draft"), ("2019-10-01", "consulted 2019-10-01")]),
    (
        "2019-10-01 college propose; 2019-11-01 college consult",
        &[("2019-11-01", "proposed 2019-10-01"), ("2020-01-01", "adoptionUnrecorded 2020-01-01")],
    ),
    // Taking note, informing and instructing change nothing.
    (
        "2019-10-01 college propose; 2019-11-01 council takeNote; 2019-11-02 council instruct text=Doe!; \
                 2019-11-03 college inform to=council",
        &[("2019-12-01", "proposed 2019-10-01"), ("2020-01-01", "adoptionUnrecorded 2020-01-01")],
    ),
    (
        "2019-10-01 council takeNote; 2019-10-02 college consult",
        &[("2019-10-01", "draft"), ("2019-10-02", "consulted 2019-10-02")],
    ),
    (
        "2019-10-01 council reject; 2019-10-05 college consult; 2020-02-01 college propose; \
                 2020-03-01 council adopt",
        &[
            ("2019-10-05", "rejected 2019-10-01"),
            ("2020-01-31", "rejected 2019-10-01"),
            ("2020-02-01", "adoptionUnrecorded 2020-01-01"),
            ("2020-03-01", "inForce 2020-03-01"),
        ],
    ),
    (
        "2019-10-01 college withdraw; 2019-11-01 college propose",
        &[("2019-10-31", "withdrawn 2019-10-01"), ("2019-11-01", "proposed 2019-11-01")],
    ),
    (
        "2019-10-01 council adopt; 2020-06-01 council withdraw; 2021-06-01 council adopt",
        &[
            ("2020-05-31", "inForce 2020-01-01"),
            ("2020-06-01", "withdrawn 2020-06-01"),
            ("2021-06-01", "inForce 2021-06-01"),
        ],
    ),
    (
        "2019-12-19 council adopt from=2020-02-01",
        &[
            ("2019-12-19", "adopted 2019-12-19"),
            ("2020-01-31", "adopted 2019-12-19"),
            ("2020-02-01", "inForce 2020-02-01"),
            ("2023-12-31", "inForce 2020-02-01"),
            ("2024-01-01", "ended 2024-01-01"),
        ],
    ),
    // Proposed, rejected and adopted again, it stays what it is.
    (
        "2019-12-19 council adopt; 2020-02-01 college propose; 2020-03-01 council reject; \
                 2020-04-01 council amend; 2020-05-01 council adopt from=2021-01-01",
        &[("2020-12-31", "inForce 2020-01-01")],
    ),
    // Adopted after the fact, and after its end.
    ("2020-03-05 council adopt from=2020-01-01", &[("2020-03-05", "inForce 2020-03-05")]),
    (
        "2024-03-05 council adopt",
        &[("2024-03-04", "adoptionUnrecorded 2020-01-01"), ("2024-03-05", "ended 2024-03-05")],
    ),
    (
        "2019-12-19 council adopt; 2023-11-01 council extend until=2024-06-30",
        &[("2024-06-30", "inForce 2020-01-01"), ("2024-07-01", "ended 2024-07-01")],
    ),
    (
        "2019-12-19 council adopt; 2022-05-01 council close",
        &[("2022-05-01", "inForce 2020-01-01"), ("2022-05-02", "ended 2022-05-02")],
    ),
    // An evaluation on the way says nothing of the end; one up to the end, or a final one, does.
    (
        "2019-12-19 council adopt; 2022-02-01 evaluation interim until=2021-12-31; 2024-03-01 evaluation -",
        &[("2024-02-29", "ended 2024-01-01"), ("2024-03-01", "evaluated 2024-03-01")],
    ),
    (
        "2019-12-19 council adopt; 2023-10-01 evaluation final until=2023-06-30",
        &[("2023-12-31", "inForce 2020-01-01"), ("2024-01-01", "evaluated 2024-01-01")],
    ),
];

const OF_A_JOINT_PLAN: Rows = &[
    // Each council for itself; the whole is where it is least far, since the last got there.
    (
        "2019-11-01 council adopt in=GM0622; 2019-12-01 council adopt in=GM0001 from=2020-03-01",
        &[
            ("2019-10-31", "draft"),
            ("2019-11-30", "partlyAdopted 2019-11-01"),
            ("2019-12-01", "adopted 2019-12-01"),
            ("2020-02-29", "adopted 2019-12-01"),
            ("2020-03-01", "inForce 2020-03-01"),
        ],
    ),
    (
        "2019-11-01 council reject in=GM0001; 2019-12-01 council reject in=GM0622",
        &[("2019-11-30", "rejected 2019-11-01"), ("2019-12-01", "rejected 2019-11-01")],
    ),
    ("2019-11-01 college propose in=GM0001", &[("2019-11-02", "draft")]),
    ("2019-11-01 college propose", &[("2019-11-02", "proposed 2019-11-01")]),
];

#[test]
fn each_row_of_a_plan() {
    let mut seen = rows(&bare(), PLAN, OF_A_PLAN);
    seen.extend(rows(&joint(), PLAN, OF_A_JOINT_PLAN));
    let all = PlanState::ALL.iter().filter(|state| **state != PlanState::Superseded);
    assert_eq!(seen, all_of(all.map(|state| state.as_str())));
}

#[test]
fn a_joint_plan_stands_in_each_municipality_by_itself() {
    let mut document = joint();
    record(
        &mut document,
        PLAN,
        "2019-11-01 council adopt in=GM0622; 2023-10-01 council extend until=2024-12-31 in=GM0001; \
         2023-11-01 council adopt in=GM0001",
    );
    let plan = plan_of(&document);
    let stands = |on: &str, code: &str| {
        let it = plan.as_of(day(on)).plan_in(&code.parse::<MunicipalityCode>().unwrap())?;
        Some(format!("{} until {}", it.state, it.ends_on))
    };
    assert_eq!(stands("2020-06-01", "GM0622").unwrap(), "inForce until 2023-12-31");
    assert_eq!(stands("2020-06-01", "GM0001").unwrap(), "adoptionUnrecorded until 2023-12-31");
    assert_eq!(stands("2024-06-01", "GM0622").unwrap(), "ended until 2023-12-31");
    assert_eq!(stands("2024-06-01", "GM0001").unwrap(), "inForce until 2024-12-31");
    assert_eq!(stands("2024-06-01", "GM0002"), None);
    let whole = plan.as_of(day("2024-06-01")).plan();
    assert_eq!(
        (whole.state, whole.adopted_on, whole.ends_on),
        (PlanState::InForce, Some(day("2023-11-01")), day("2024-12-31"))
    );
}

#[test]
fn each_row_of_an_execution_plan() {
    let mut seen = rows(
        &bare(),
        EXECUTION,
        &[
            ("", &[("2020-12-31", "draft"), ("2021-01-01", "adoptionUnrecorded 2021-01-01")]),
            (
                "2020-10-01 college consult to=partners; 2020-11-01 college propose",
                &[
                    ("2020-10-31", "consulted 2020-10-01"),
                    ("2020-11-01", "proposed 2020-11-01"),
                    ("2021-01-01", "adoptionUnrecorded 2021-01-01"),
                ],
            ),
            ("2020-11-01 college reject", &[("2021-06-01", "rejected 2020-11-01")]),
            (
                "2020-11-01 college adopt; 2021-05-01 college withdraw",
                &[("2021-06-01", "withdrawn 2021-05-01")],
            ),
            (
                "2020-11-01 council takeNote",
                &[
                    ("2020-11-01", "noted 2020-11-01"),
                    ("2021-01-01", "running 2021-01-01"),
                    ("2022-01-01", "closed 2022-01-01"),
                ],
            ),
            (
                "2020-12-01 college adopt; 2020-12-10 college inform to=council",
                &[
                    ("2020-12-09", "adopted 2020-12-01"),
                    ("2020-12-10", "sentToCouncil 2020-12-10"),
                    ("2021-01-01", "running 2021-01-01"),
                ],
            ),
            ("2020-12-01 council adopt", &[("2020-12-01", "sentToCouncil 2020-12-01")]),
            (
                "2020-12-01 college adopt; 2020-12-05 mayor inform to=triangle",
                &[("2020-12-09", "adopted 2020-12-01")],
            ),
            ("2021-02-01 college adopt", &[("2021-02-01", "running 2021-02-01")]),
            (
                "2020-12-01 college adopt; 2021-11-01 college extend until=2022-03-31; 2021-12-01 college amend",
                &[("2022-03-31", "running 2021-01-01"), ("2022-04-01", "closed 2022-04-01")],
            ),
            ("2020-12-01 college adopt; 2021-06-30 college close", &[("2021-07-01", "closed 2021-07-01")]),
            (
                "2020-12-01 college adopt; 2021-08-01 evaluation interim until=2021-06-30; \
                 2022-03-01 evaluation yearly; 2022-04-01 college inform to=council",
                &[("2022-02-28", "closed 2022-01-01"), ("2022-04-02", "evaluated 2022-03-01")],
            ),
            (
                "2020-12-01 college adopt; 2021-12-01 evaluation halfYearly; 2021-12-15 council takeNote on=it",
                &[("2021-12-31", "running 2021-01-01"), ("2022-01-01", "evaluationSent 2022-01-01")],
            ),
            (
                "2020-12-01 college adopt; 2022-03-01 evaluation -; 2022-04-01 college inform to=council on=it",
                &[("2022-03-31", "evaluated 2022-03-01"), ("2022-04-01", "evaluationSent 2022-04-01")],
            ),
        ],
    );
    seen.extend(rows(
        &joint(),
        EXECUTION,
        &[
            (
                "2020-11-01 college takeNote in=GM0622; 2020-12-01 college adopt in=GM0001",
                &[("2020-11-30", "partlyAdopted 2020-11-01"), ("2020-12-01", "noted 2020-11-01")],
            ),
            (
                "2020-11-01 college adopt in=GM0622; 2020-11-10 college inform to=council in=GM0622; \
                 2020-12-01 college adopt in=GM0001",
                &[("2020-11-30", "partlyAdopted 2020-11-01"), ("2020-12-01", "adopted 2020-12-01")],
            ),
            // The evaluation was sent to one council only.
            (
                "2020-12-01 college adopt; 2022-03-01 evaluation -; \
                 2022-04-01 college inform to=council on=it in=GM0622; \
                 2022-05-01 college inform to=council on=it in=GM0001",
                &[("2022-04-30", "evaluated 2022-03-01"), ("2022-05-01", "evaluationSent 2022-05-01")],
            ),
        ],
    ));
    assert_eq!(seen, all_of(ExecutionPlanState::ALL.iter().map(|state| state.as_str())));
}

/// The small document with the execution plan of 2020 adopted.
fn adopted() -> Value {
    let mut document = bare();
    record(&mut document, ("executionPlan", "/executionPlans/0"), "2019-12-20 college adopt");
    document
}

#[test]
fn each_row_of_an_action() {
    let mut seen = rows(&bare(), ACTION, &[("", &[("2020-06-01", "proposed")])]);
    seen.extend(rows(
        &adopted(),
        ACTION,
        &[
            ("", &[("2019-12-19", "proposed"), ("2019-12-20", "planned 2019-12-20")]),
            (
                "2020-03-01 day registeredOn",
                &[("2020-02-29", "proposed"), ("2020-03-01", "planned 2020-03-01")],
            ),
            (
                "2020-04-10 report started; 2020-05-01 report - percent=60; 2020-07-01 report done",
                &[
                    ("2020-04-09", "planned 2019-12-20"),
                    ("2020-06-30", "running 2020-04-10"),
                    ("2020-07-01", "done 2020-07-01"),
                ],
            ),
            // A share or spending shows it under way, where no report says how far it is.
            ("2020-04-10 report - percent=0", &[("2020-04-10", "planned 2019-12-20")]),
            ("2020-04-10 report - spent=0", &[("2020-04-10", "planned 2019-12-20")]),
            ("2020-04-10 report - percent=40", &[("2020-04-10", "running 2020-04-10")]),
            ("2020-04-10 report - spent=100", &[("2020-04-10", "running 2020-04-10")]),
            (
                "2020-05-01 report delayed; 2020-06-01 report started",
                &[("2020-05-31", "delayed 2020-05-01"), ("2020-06-01", "running 2020-06-01")],
            ),
            // An end after the planned one is a delay; the planned one isn't.
            ("2020-05-01 report started expects=2020-09-30", &[("2020-05-01", "delayed 2020-05-01")]),
            ("2020-05-01 report - expects=2020-09-30", &[("2020-05-01", "delayed 2020-05-01")]),
            ("2020-05-01 report started expects=2020-06-30", &[("2020-05-01", "running 2020-05-01")]),
            ("2020-05-01 report partlyDone", &[("2020-05-01", "partlyDone 2020-05-01")]),
            ("2020-05-01 report notDone", &[("2020-05-01", "notDone 2020-05-01")]),
            ("2020-05-01 report cancelled", &[("2020-05-01", "cancelled 2020-05-01")]),
            (
                "2020-05-01 report started; 2020-08-01 college close; 2020-09-01 report done",
                &[("2020-08-01", "closed 2020-08-01"), ("2020-09-01", "done 2020-09-01")],
            ),
            ("2020-05-01 report notDone; 2020-08-01 college close", &[("2020-08-01", "notDone 2020-05-01")]),
            // An evaluation speaks of the end of its period, and is known from its delivery.
            (
                "2020-11-01 report started; 2021-03-15 evaluation yearly says=partlyDone; 2021-04-01 report done",
                &[
                    ("2021-03-14", "running 2020-11-01"),
                    ("2021-03-15", "partlyDone 2021-03-15"),
                    ("2021-04-01", "done 2021-04-01"),
                ],
            ),
            (
                "2020-12-31 report done; 2021-03-15 evaluation yearly says=notDone",
                &[("2021-03-15", "done 2020-12-31")],
            ),
            (
                "2021-01-10 report cancelled; 2021-03-15 evaluation yearly says=notDone",
                &[("2021-03-15", "cancelled 2021-01-10")],
            ),
        ],
    ));
    // Waits for the council to accept the money.
    let mut document = adopted();
    let proposal = id_at(&document, PROPOSAL.1);
    let funding = json!([{"source": "additional", "proposal": proposal}, {"source": "grant"}]);
    put(
        &mut document,
        &format!("{}/cost", ACTION.1),
        json!({"amount": {"kind": "unknown"}, "funding": funding}),
    );
    record(&mut document, PROPOSAL, "2020-02-01 college propose; 2020-03-01 council accept");
    seen.extend(rows(
        &document,
        ACTION,
        &[("", &[("2020-02-29", "awaitingCouncil 2019-12-20"), ("2020-03-01", "planned 2019-12-20")])],
    ));
    // Without its execution plan there is no action.
    let mut document = adopted();
    record(&mut document, ("executionPlan", "/executionPlans/0"), "2020-07-01 college withdraw");
    seen.extend(rows(
        &document,
        ACTION,
        &[(
            "2020-05-01 report done",
            &[("2020-06-30", "done 2020-05-01"), ("2020-07-01", "withdrawn 2020-07-01")],
        )],
    ));
    // Continuous work goes on, whatever was done.
    seen.extend(rows(
        &adopted(),
        CONTINUOUS,
        &[
            ("2020-05-01 report done", &[("2020-05-01", "running 2020-05-01")]),
            ("2020-05-01 report partlyDone", &[("2020-05-01", "running 2020-05-01")]),
            ("2020-05-01 report cancelled", &[("2020-05-01", "cancelled 2020-05-01")]),
        ],
    ));
    seen.extend(carried_over());
    assert_eq!(seen, all_of(ActionState::ALL.iter().map(|state| state.as_str())));
}

/// Another action of 2021 continues it.
fn carried_over() -> BTreeSet<String> {
    let mut document = adopted();
    let id = id_at(&document, ACTION.1);
    let next = "/executionPlans/1/actions/0";
    put(&mut document, &format!("{next}/continues"), json!([id]));
    let seen = rows(
        &document,
        ACTION,
        &[
            ("", &[("2020-12-31", "planned 2019-12-20"), ("2021-01-01", "carriedOver 2021-01-01")]),
            ("2020-10-01 report notDone", &[("2021-01-01", "carriedOver 2021-01-01")]),
            ("2020-10-01 report done", &[("2021-01-01", "done 2020-10-01")]),
            ("2020-10-01 college close", &[("2021-01-01", "closed 2020-10-01")]),
        ],
    );
    // The one that continues it is taken up later, adopted later, or off.
    let mut late = document.clone();
    put(&mut late, &format!("{next}/registeredOn"), "2021-02-01");
    rows(
        &late,
        ACTION,
        &[("", &[("2021-01-31", "planned 2019-12-20"), ("2021-02-01", "carriedOver 2021-02-01")])],
    );
    let mut adopted_late = document.clone();
    record(&mut adopted_late, EXECUTION, "2021-03-01 college adopt");
    rows(&adopted_late, ACTION, &[("", &[("2021-01-01", "carriedOver 2021-01-01")])]);
    let mut off = document;
    record(&mut off, EXECUTION, "2021-03-01 college withdraw");
    rows(
        &off,
        ACTION,
        &[("", &[("2021-02-28", "carriedOver 2021-01-01"), ("2021-03-01", "planned 2019-12-20")])],
    );
    seen
}

#[test]
fn each_row_of_issues_proposals_and_priorities() {
    let issue = rows(
        &bare(),
        ISSUE,
        &[
            ("", &[("2020-09-13", "notSignalled"), ("2020-09-14", "signalled 2020-09-14")]),
            ("2020-10-01 mayor close", &[("2020-10-01", "handled 2020-10-01")]),
            ("2020-10-01 mayor inform to=partners", &[("2020-10-01", "signalled 2020-09-14")]),
            (
                "2020-10-01 mayor close; 2020-11-01 mayor inform to=council; 2020-12-01 day accountedOn",
                &[("2020-10-31", "handled 2020-10-01"), ("2020-12-02", "accountedFor 2020-11-01")],
            ),
            ("2020-12-01 day accountedOn", &[("2020-12-01", "accountedFor 2020-12-01")]),
        ],
    );
    assert_eq!(issue, all_of(AcuteIssueState::ALL.iter().map(|state| state.as_str())));

    let mut proposal = rows(
        &bare(),
        PROPOSAL,
        &[
            ("", &[("2020-06-01", "drafted")]),
            (
                "2020-05-12 day submittedOn",
                &[("2020-05-11", "drafted"), ("2020-05-12", "submitted 2020-05-12")],
            ),
            (
                "2020-05-12 college propose; 2020-06-01 council reject; 2020-07-01 college propose; \
                 2020-08-01 council accept",
                &[
                    ("2020-05-12", "submitted 2020-05-12"),
                    ("2020-06-01", "rejected 2020-06-01"),
                    ("2020-07-01", "submitted 2020-07-01"),
                    ("2020-08-01", "accepted 2020-08-01"),
                ],
            ),
            (
                "2020-05-12 day submittedOn; 2020-05-20 college withdraw",
                &[("2020-05-20", "withdrawn 2020-05-20")],
            ),
        ],
    );
    proposal.extend(rows(
        &joint(),
        PROPOSAL,
        &[(
            "2020-05-12 day submittedOn; 2020-06-01 council accept in=GM0622; 2020-07-01 council accept in=GM0001",
            &[("2020-06-30", "submitted 2020-05-12"), ("2020-07-01", "accepted 2020-07-01")],
        )],
    ));
    assert_eq!(proposal, all_of(ProposalState::ALL.iter().map(|state| state.as_str())));

    let mut document = bare();
    record(&mut document, PLAN, "2019-12-19 council adopt");
    let mut priority = rows(
        &document,
        PRIORITY,
        &[
            (
                "",
                &[
                    ("2019-12-31", "proposed"),
                    ("2020-01-01", "active 2020-01-01"),
                    ("2024-01-01", "ended 2024-01-01"),
                ],
            ),
            (
                "2022-05-01 council instruct text=Doe!; 2022-06-01 council close",
                &[("2022-05-31", "active 2020-01-01"), ("2022-06-01", "closed 2022-06-01")],
            ),
        ],
    );
    record(&mut document, PLAN, "2021-05-01 council withdraw");
    priority.extend(rows(
        &document,
        PRIORITY,
        &[(
            "2021-01-01 council close",
            &[("2021-04-30", "closed 2021-01-01"), ("2021-05-01", "withdrawn 2021-05-01")],
        )],
    ));
    assert_eq!(priority, all_of(GoalState::ALL.iter().map(|state| state.as_str())));
}

#[test]
fn the_demo_lives_from_draft_to_end() {
    let plan = SafetyPlan::from_json(DEMO).unwrap();
    let told: Vec<String> =
        ["2019-09-01", "2020-01-01", "2020-07-01", "2021-03-01", "2021-12-01", "2022-06-01", "2024-01-01"]
            .iter()
            .map(|on| {
                let then = plan.as_of(day(on));
                let plans =
                    plan.execution_plans().iter().map(|one| then.execution_plan(one.id()).unwrap().state);
                let plans: Vec<&str> = plans.map(|state| state.as_str()).collect();
                let counts = ActionState::ALL.iter().filter_map(|state| {
                    let count = then.actions().filter(|(_, it)| it.state == *state).count();
                    (count > 0).then(|| format!("{count} {state}"))
                });
                let counts: Vec<String> = counts.collect();
                format!("{on}: {}; {}; {}", then.state(), plans.join(", "), counts.join(", "))
            })
            .collect();
    expect_test::expect![[r"
        2019-09-01: draft; draft, draft; 92 proposed
        2020-01-01: inForce; adoptionUnrecorded, draft; 92 proposed
        2020-07-01: inForce; running, draft; 45 proposed, 11 planned, 20 running, 11 delayed, 5 done
        2021-03-01: inForce; closed, running; 1 proposed, 42 planned, 2 awaitingCouncil, 8 running, 1 delayed, 1 carriedOver, 28 done, 6 partlyDone, 2 notDone, 1 cancelled
        2021-12-01: inForce; evaluationSent, running; 10 planned, 2 awaitingCouncil, 31 running, 5 delayed, 1 carriedOver, 34 done, 6 partlyDone, 2 notDone, 1 cancelled
        2022-06-01: inForce; evaluationSent, closed; 10 planned, 2 awaitingCouncil, 31 running, 5 delayed, 1 carriedOver, 34 done, 6 partlyDone, 2 notDone, 1 cancelled
        2024-01-01: ended; evaluationSent, closed; 10 planned, 2 awaitingCouncil, 31 running, 5 delayed, 1 carriedOver, 34 done, 6 partlyDone, 2 notDone, 1 cancelled"]].assert_eq(&told.join("\n"));
}
