//! The tables of facts and states, row by row on a small document, and the states of the demo.

mod action;
mod demo;
mod execution_plan;
mod other;
mod plan;

use std::collections::BTreeSet;

use serde_json::{Value, json};
use veiligheidsplan::id::{AcuteIssueId, ExecutionPlanId, PriorityId, ProposalId};
use veiligheidsplan::{Date, SafetyPlan};

use crate::support::{BASE, cut, put, tree};

pub(super) const PLAN: (&str, &str) = ("plan", "");
/// Runs in 2021.
pub(super) const EXECUTION: (&str, &str) = ("executionPlan", "/executionPlans/1");
/// Of the execution plan of 2020, planned for the second quarter.
pub(super) const ACTION: (&str, &str) = ("action", "/executionPlans/0/actions/0");
/// Of that same plan.
pub(super) const CONTINUOUS: (&str, &str) = ("action", "/executionPlans/0/actions/1");
/// Signalled on 2020-09-14.
pub(super) const ISSUE: (&str, &str) = ("acuteIssue", "/acuteIssues/0");
pub(super) const PROPOSAL: (&str, &str) = ("proposal", "/proposals/0");
pub(super) const PRIORITY: (&str, &str) = ("priority", "/priorities/0");

/// The small document without its facts.
pub(super) fn bare() -> Value {
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

pub(super) fn joint() -> Value {
    let mut document = bare();
    put(&mut document, "/municipalities/1", json!({"code": "GM0001", "name": "Buurstad"}));
    document
}

pub(super) fn id_at(document: &Value, at: &str) -> String {
    document.pointer(at).unwrap()["id"].as_str().unwrap().to_owned()
}

/// Puts facts on record: `2020-01-01 college adopt from=2020-02-01; 2020-03-01 report done`.
pub(super) fn record(document: &mut Value, object: (&str, &str), facts: &str) {
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
pub(super) fn holder(at: &str) -> &str {
    at.split_once("/actions").map_or(at, |(holder, _)| holder)
}

pub(super) fn list<'a>(document: &'a Value, at: &str) -> &'a [Value] {
    document.pointer(at).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

pub(super) fn push(document: &mut Value, at: &str, item: Value) {
    if document.pointer(at).is_none() {
        put(document, at, json!([]));
    }
    put(document, &format!("{at}/-"), item);
}

pub(super) fn plan_of(document: &Value) -> SafetyPlan {
    SafetyPlan::from_json(&document.to_string()).unwrap_or_else(|error| panic!("{error}"))
}

pub(super) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// The state of an object as of a day, and since when: `running 2021-01-01`.
pub(super) fn state(document: &Value, object: (&str, &str), on: &str) -> String {
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
pub(super) fn rows(
    start: &Value,
    object: (&str, &str),
    rows: &[(&str, &[(&str, &str)])],
) -> BTreeSet<String> {
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

pub(super) fn all_of(words: impl IntoIterator<Item = &'static str>) -> BTreeSet<String> {
    words.into_iter().map(str::to_owned).collect()
}

/// Facts, and the states as of days that they lead to.
pub(super) type Rows = &'static [(&'static str, &'static [(&'static str, &'static str)])];
