//! What a batch of changes can't do, told by structure alone.

use serde_json::{Value, json};
use veiligheidsplan::change::{Change, ElementDraft, patch, read_changes};
use veiligheidsplan::draft::PillarDraft;
use veiligheidsplan::export::SchemaName;
use veiligheidsplan::faults::Fault;
use veiligheidsplan::uuid::Uuid;
use veiligheidsplan::{ElementId, Kind, RaisedBy, SafetyPlan};

use crate::change::base;
use crate::schema::accepts_document;
use crate::support::{BASE, codes, id, tree};

/// The codes and places of what is wrong with a batch on the base.
fn faults(changes: &Value) -> Vec<(&'static str, String)> {
    let read = match read_changes(&changes.to_string()) {
        Ok(read) => read,
        Err(findings) => return codes(&findings),
    };
    patch(&base().to_draft(), &read).err().map_or_else(Vec::new, |findings| codes(&findings))
}

fn named(kind: &str, at: &str) -> Value {
    json!({"kind": kind, "id": if at.is_empty() { tree(BASE)["id"].clone() } else { id(at) }})
}

fn fresh(number: u128) -> String {
    Uuid::from_u128(number).to_string()
}

fn add(parent: &Value, at: usize, kind: &str, element: &Value) -> Value {
    json!({"op": "add", "parent": parent, "at": at, "element": {kind: element}})
}

fn relocate(target: &Value, parent: &Value, at: usize) -> Value {
    json!({"op": "move", "target": target, "parent": parent, "at": at})
}

/// Batches of the base plan of another shape, beside the planted faults: each with its code and its place.
fn misshapen() -> Vec<(Value, &'static str, &'static str)> {
    let (priority, upper) = (named("priority", "/priorities/0"), named("pillar", "/priorities/0/pillars/0"));
    let pillar = json!({"id": fresh(1), "title": "Nieuw"});
    vec![
        (json!({"op": "replace", "element": {"plan": pillar}}), "shape/unknown-key", "/0/element"),
        (
            json!({"op": "replace", "element": {"pillar": {"id": upper["id"]}}}),
            "shape/missing-key",
            "/0/element/pillar",
        ),
        (json!({"op": "replace", "element": "pillar"}), "shape/wrong-type", "/0/element"),
        (json!({"op": "replace", "element": null}), "shape/wrong-type", "/0/element"),
        (json!({"op": "replace", "elements": {}}), "shape/unknown-key", "/0"),
        (json!({"op": "rename", "target": upper}), "shape/unknown-value", "/0/op"),
        (json!({"target": upper}), "shape/missing-key", "/0"),
        (relocate(&json!({"kind": "pillar", "id": 7}), &priority, 0), "shape/wrong-type", "/0/target/id"),
        (
            json!({"op": "add", "parent": priority, "at": -1, "element": {"pillar": pillar}}),
            "shape/not-an-integer",
            "/0/at",
        ),
        (json!("remove"), "shape/wrong-type", "/0"),
    ]
}

#[test]
fn each_fault_of_a_batch_has_its_code_and_its_place() {
    for (change, code, place) in misshapen() {
        assert_eq!(faults(&json!([change])), [(code, place.to_owned())], "{change}");
        assert!(!accepts_document(SchemaName::Changes, &json!([change])), "{change}");
    }
    for fault in Fault::by(RaisedBy::Change).filter(|fault| fault.place() == "/0") {
        let batch = fault.batch(&tree(BASE)).unwrap();
        assert!(!accepts_document(SchemaName::Changes, &batch), "{batch}");
    }
    assert_eq!(faults(&json!({"op": "remove"})), [("shape/wrong-type", String::new())]);
    let text = r#"[{"op": "replace", "element": {"topic": {}, "topic": {}}}]"#;
    let repeated = codes(&read_changes(text).unwrap_err());
    assert!(repeated.contains(&("shape/repeated-key", "/0/element".to_owned())), "{repeated:?}");
    assert_eq!(codes(&read_changes("[{").unwrap_err()), [("text/not-json", String::new())]);
}

#[test]
fn all_faults_of_a_batch_are_told_and_none_that_follows_from_another() {
    let (priority, theme) = (named("priority", "/priorities/0"), named("theme", "/themes/0"));
    let upper = named("pillar", "/priorities/0/pillars/0");
    let pillar = |number: u128| json!({"id": fresh(number), "title": "Nieuw"});
    let new = |number: u128| json!({"kind": "pillar", "id": fresh(number)});
    let batch = json!([
        add(&json!({"kind": "theme", "id": fresh(9)}), 0, "pillar", &pillar(1)),
        // These lean on the pillar that could not be added, or on its place.
        add(&new(1), 0, "pillar", &pillar(2)),
        relocate(&new(2), &priority, 0),
        json!({"op": "replace", "element": {"pillar": pillar(1)}}),
        relocate(&upper, &theme, 2),
        relocate(&upper, &named("pillar", "/priorities/0/pillars/0/pillars/0"), 0),
        json!({"op": "remove", "target": new(1)}),
        // These are wrong by themselves.
        json!({"op": "remove", "target": new(5)}),
        relocate(&theme, &priority, 9),
        json!({"op": "replace", "element": {"topic": {"id": fresh(7), "title": "x"}}}),
    ]);
    let found = faults(&batch);
    let expected = [
        ("change/unknown-element", "/0/parent"),
        ("change/unknown-element", "/7/target"),
        ("change/wrong-parent", "/8/parent"),
        ("change/unknown-element", "/9/element/topic"),
    ];
    assert_eq!(found, expected.map(|(code, place)| (code, place.to_owned())));
    let shapes = json!([{"op": "remove"}, {"op": "add", "at": "x"}, 3]);
    let found: Vec<_> = faults(&shapes).into_iter().map(|(code, _)| code).collect();
    assert_eq!(found, ["change/incomplete", "change/incomplete", "shape/wrong-type", "shape/wrong-type"]);
}

#[test]
fn later_changes_see_what_earlier_ones_made() {
    let theme = named("theme", "/themes/0");
    let new = |number: u128| json!({"kind": "pillar", "id": fresh(number)});
    let lower = named("pillar", "/priorities/0/pillars/0/pillars/0");
    let batch = json!([
        add(&theme, 1, "pillar", &json!({"id": fresh(1), "title": "Een", "pillars": [{"id": fresh(2), "title": "Twee"}]})),
        relocate(&new(2), &theme, 0),
        relocate(&lower, &new(2), 0),
        {"op": "remove", "target": new(1)},
        {"op": "replace", "element": {"pillar": {"id": fresh(2), "title": "Anders"}}},
        add(&new(2), 1, "pillar", &json!({"id": fresh(1), "title": "Weer een"})),
    ]);
    let patched = patch(&base().to_draft(), &read_changes(&batch.to_string()).unwrap()).unwrap();
    let pillars = &patched.themes[0].pillars;
    assert_eq!(pillars[0].title, "Anders");
    assert_eq!(pillars[0].pillars[0].title, "Adresgegevens");
    assert_eq!(pillars[0].pillars[1].title, "Weer een");
    assert_eq!(pillars.len(), 2);
    assert!(patched.priorities[0].pillars[0].pillars.is_empty());
}

#[test]
fn a_batch_that_nests_without_end_is_refused() {
    let mut draft = base().to_draft();
    let pillar = |number: u128| PillarDraft::new(fresh(number), "Diep");
    draft.themes[0].pillars = (0..50_000).map(pillar).collect();
    let deep: Vec<Value> = (1..50_000)
        .map(|number| {
            relocate(
                &json!({"kind": "pillar", "id": fresh(number)}),
                &json!({"kind": "pillar", "id": fresh(number - 1)}),
                0,
            )
        })
        .collect();
    let forward = read_changes(&json!(deep).to_string()).unwrap();
    let backward: Vec<Change> = forward.iter().rev().cloned().collect();
    for changes in [forward, backward] {
        let findings = patch(&draft, &changes).unwrap_err();
        assert!(findings.iter().all(|finding| finding.code.as_str() == "pillar/too-deep"));
    }
}

#[test]
fn a_change_made_in_code_is_the_one_that_is_read() {
    let plan = base();
    let action = plan.coded("B1").find(|element| element.kind() == Kind::Action).unwrap().id();
    let (from, to) = (plan.coded("UP21").next().unwrap().id(), plan.coded("UP20").next().unwrap().id());
    let draft = plan.to_draft();
    let changes = vec![
        Change::move_to(action, to, 3),
        Change::remove(from),
        Change::replace(draft.priorities[0].clone()),
        Change::set_plan(draft.clone()),
        Change::add(plan_id(&plan), 0, veiligheidsplan::draft::TopicDraft::new(fresh(1), "Nieuw")),
    ];
    let value = serde_json::to_value(&changes).unwrap();
    assert!(accepts_document(SchemaName::Changes, &value));
    assert_eq!(value[0]["target"]["kind"], "action");
    assert!(value[2]["element"]["priority"].get("pillars").is_none());
    assert_eq!(serde_json::from_value::<Vec<Change>>(value).unwrap(), changes);
    let patched = patch(&draft, &changes).unwrap();
    assert_eq!(patched.topics.len(), draft.topics.len() + 1);
    assert_eq!(patched.execution_plans.len(), draft.execution_plans.len() - 1);
    let element = ElementDraft::from(draft.topics[0].clone());
    assert_eq!(
        (element.kind(), element.id(), element.code()),
        (Kind::Topic, draft.topics[0].id.as_str(), Some("T1"))
    );
}

fn plan_id(plan: &SafetyPlan) -> ElementId {
    plan.id().into()
}

#[test]
fn what_can_not_be_made_is_not_there_for_later_changes() {
    let plan = SafetyPlan::from_json(BASE).unwrap();
    let parent = json!({"kind": "plan", "id": tree(BASE)["id"]});
    let add = |at: usize| {
        let topic = json!({"id": "99000001-0000-4000-8000-000000000000", "title": "Nieuw"});
        json!({"op": "add", "parent": parent, "at": at, "element": {"topic": topic}})
    };
    let batch = read_changes(&json!([add(99), add(0)]).to_string()).unwrap();
    let found = patch(&plan.to_draft(), &batch).unwrap_err();
    assert_eq!(codes(&found), [("change/beyond-end", "/0/at".to_owned())]);
}
