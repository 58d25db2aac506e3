//! Faults of batches of changes: what can't be made, and what may not be done.

use serde_json::{Value, json};

use super::sheet::{id, nth};
use super::{Fault, in_batch};
use crate::change::Change;
use crate::draft::{CorrectionDraft, SafetyPlanDraft};
use crate::finding::Code;

pub(super) const FAULTS: &[Fault] = &[
    in_batch(Code::ChangeIncomplete, "/0/target", |d| one(json!({"op": "remove", "target": plan(d)}))),
    in_batch(Code::ChangeIncomplete, "/0", |_| one(json!({"op": "remove"}))),
    in_batch(Code::ChangeIncomplete, "/0", |_| one(json!({"op": "remove", "target": upper(), "at": 1}))),
    in_batch(Code::ChangeIncomplete, "/0", |_| {
        one(json!({"op": "add", "parent": priority(), "element": {"pillar": new()}}))
    }),
    in_batch(Code::ChangeIncomplete, "/0", |_| one(json!({"op": "replace", "element": {}}))),
    in_batch(Code::ChangeIncomplete, "/0", |_| {
        one(json!({"op": "replace", "element": {"pillar": new(), "theme": new()}}))
    }),
    in_batch(Code::ChangeUnknownElement, "/0/target", |_| one(json!({"op": "remove", "target": nobody()}))),
    in_batch(Code::ChangeUnknownElement, "/0/target", |_| {
        one(json!({"op": "remove", "target": {"kind": "theme", "id": id("/priorities/0")}}))
    }),
    in_batch(Code::ChangeUnknownElement, "/0/element/pillar", |_| {
        one(json!({"op": "replace", "element": {"pillar": new()}}))
    }),
    in_batch(Code::ChangeUnknownElement, "/0/target", |_| relocate(&nobody(), &priority(), 0)),
    in_batch(Code::ChangeUnknownElement, "/0/parent", |_| relocate(&upper(), &nobody(), 0)),
    in_batch(Code::ChangeUnknownElement, "/0/parent", |_| add(&nobody(), 0, "pillar", &new())),
    in_batch(Code::ChangeUnknownElement, "/0/parent", |_| {
        add(&json!({"kind": "plan", "id": nth(3)}), 0, "theme", &new())
    }),
    in_batch(Code::ChangeRepeatedElement, "/0/element/pillar", |_| {
        let known = json!({"id": lower_id(), "title": "x"});
        add(&priority(), 0, "pillar", &known)
    }),
    in_batch(Code::ChangeRepeatedElement, "/0/element/pillar/pillars/1", |_| {
        let below = json!([{"id": nth(2), "title": "x"}, {"id": lower_id(), "title": "y"}]);
        add(&priority(), 0, "pillar", &json!({"id": nth(1), "title": "Nieuw", "pillars": below}))
    }),
    in_batch(Code::ChangeRepeatedElement, "/0/element/pillar/pillars/0", |_| {
        let below = json!([{"id": nth(1), "title": "x"}]);
        add(&priority(), 0, "pillar", &json!({"id": nth(1), "title": "Nieuw", "pillars": below}))
    }),
    in_batch(Code::ChangeWrongParent, "/0/parent", |d| add(&plan(d), 0, "pillar", &new())),
    in_batch(Code::ChangeWrongParent, "/0/parent", |_| relocate(&theme(), &priority(), 0)),
    in_batch(Code::ChangeWrongParent, "/0/parent", |d| relocate(&plan(d), &priority(), 0)),
    in_batch(Code::ChangeBeyondEnd, "/0/at", |_| add(&priority(), 3, "pillar", &new())),
    in_batch(Code::ChangeBeyondEnd, "/0/at", |_| relocate(&upper(), &priority(), 2)),
    in_batch(Code::ChangeWithChildren, "/0/element/pillar", |_| {
        let pillar = json!({"id": upper_id(), "title": "x", "pillars": [new()]});
        one(json!({"op": "replace", "element": {"pillar": pillar}}))
    }),
    in_batch(Code::ChangeWithChildren, "/0/plan", |d| bare(d, "topics", at(d, "/topics"))),
    in_batch(Code::ChangeIntoItself, "/0/parent", |_| relocate(&upper(), &upper(), 0)),
    in_batch(Code::ChangeIntoItself, "/0/parent", |_| relocate(&upper(), &lower(), 0)),
    in_batch(Code::ChangePlanId, "/0/plan/id", |d| bare(d, "id", json!(nth(4)))),
    in_batch(Code::ChangeFactAltered, "/decisions/2", |d| {
        let decision = with(at(d, "/decisions/2"), "date", "2019-12-04".into());
        one(json!({"op": "replace", "element": {"decision": decision}}))
    }),
    in_batch(Code::ChangeStrategicPart, "", |d| json!([other_goal(d)])),
    in_batch(Code::ChangeCorrectionDigest, "/corrections/1/before", |d| {
        let mut draft: SafetyPlanDraft = serde_json::from_value(d.clone()).unwrap_or_default();
        let after = draft.check().plan.map(|plan| plan.digest().to_string()).unwrap_or_default();
        draft.corrections.push(CorrectionDraft::new("2021-06-01", "Overgetypt", "0".repeat(64), after));
        serde_json::to_value([Change::set_plan(draft)]).unwrap_or_default()
    }),
    in_batch(Code::ChangeDecisionDigest, "/decisions/0/clauses/0/digest", |d| {
        let clause = json!({"act": "amend", "object": plan(d), "digest": "0".repeat(64)});
        let decision = json!({"id": nth(1), "organ": "council", "date": "2021-06-01", "clauses": [clause]});
        let decided = json!({"op": "add", "parent": plan(d), "at": 0, "element": {"decision": decision}});
        json!([other_goal(d), decided])
    }),
];

fn one(change: Value) -> Value {
    Value::Array(vec![change])
}

fn add(parent: &Value, at: usize, kind: &str, element: &Value) -> Value {
    json!([{"op": "add", "parent": parent, "at": at, "element": {kind: element}}])
}

fn relocate(target: &Value, parent: &Value, at: usize) -> Value {
    json!([{"op": "move", "target": target, "parent": parent, "at": at}])
}

/// What stands at a place.
fn at(document: &Value, place: &str) -> Value {
    document.pointer(place).cloned().unwrap_or_default()
}

/// The object with another value under a key.
fn with(mut object: Value, key: &str, value: Value) -> Value {
    if let Some(object) = object.as_object_mut() {
        object.insert(key.to_owned(), value);
    }
    object
}

/// The plan's own keys anew, with another value for one.
fn bare(document: &Value, key: &str, value: Value) -> Value {
    let needed = ["formatVersion", "id", "title", "municipalities", "period"];
    let plan = needed.iter().fold(json!({}), |plan, key| with(plan, key, at(document, &format!("/{key}"))));
    json!([{"op": "setPlan", "plan": with(plan, key, value)}])
}

/// Another text of the main objective, which the council adopted.
fn other_goal(document: &Value) -> Value {
    let mut goal = with(at(document, "/objectives/0"), "text", "De stad is veiliger en leefbaarder.".into());
    if let Some(goal) = goal.as_object_mut() {
        goal.remove("subObjectives");
    }
    json!({"op": "replace", "element": {"objective": goal}})
}

fn plan(document: &Value) -> Value {
    json!({"kind": "plan", "id": at(document, "/id")})
}

fn upper_id() -> Value {
    id("/priorities/0/pillars/0")
}

fn lower_id() -> Value {
    id("/priorities/0/pillars/0/pillars/0")
}

fn named(kind: &str, at: &str) -> Value {
    json!({"kind": kind, "id": id(at)})
}

fn priority() -> Value {
    named("priority", "/priorities/0")
}

fn theme() -> Value {
    named("theme", "/themes/0")
}

fn upper() -> Value {
    named("pillar", "/priorities/0/pillars/0")
}

fn lower() -> Value {
    named("pillar", "/priorities/0/pillars/0/pillars/0")
}

fn nobody() -> Value {
    json!({"kind": "pillar", "id": nth(9)})
}

fn new() -> Value {
    json!({"id": nth(1), "title": "Nieuw"})
}
