//! Changes: the difference of two versions makes one into the other, a batch says what is wrong with it, and a
//! comparison tells what differs.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::{Value, json};
use veiligheidsplan::change::{Change, ElementDraft, compare, difference, patch, read_changes};
use veiligheidsplan::draft::{ActionDraft, PillarDraft, SafetyPlanDraft, ServedDraft};
use veiligheidsplan::entity::ServedKind;
use veiligheidsplan::export::{SchemaName, schema};
use veiligheidsplan::faults::Fault;
use veiligheidsplan::plan::Element;
use veiligheidsplan::strategies::{Edits, PlanShape, Version, plans};
use veiligheidsplan::uuid::Uuid;
use veiligheidsplan::{ElementId, Kind, Language, RaisedBy, SafetyPlan};

use crate::support::{BASE, DEMO, PLAN, codes, id, tree};

// The law.

/// The changes from one to the other; they do what they are for, on the wire too.
pub(crate) fn lawful(old: &SafetyPlan, new: &SafetyPlan) -> Vec<Change> {
    let changes = difference(old, new);
    let patched = patch(&old.to_draft(), &changes).map_err(|findings| findings.to_string());
    assert_eq!(patched, Ok(new.to_draft()));
    assert_eq!(changes.is_empty(), old == new);
    let text = serde_json::to_string_pretty(&changes).unwrap();
    assert!(!text.contains(": null") && !text.contains(": []"), "{text}");
    let read = read_changes(&text).unwrap();
    assert_eq!(read, changes);
    assert_eq!(serde_json::to_string_pretty(&read).unwrap(), text);
    changes
}

/// The same plan under the id of another, so that elements with the same code are the same.
fn under_id_of(plan: &SafetyPlan, other: &SafetyPlan) -> SafetyPlan {
    let mut text = plan.to_json();
    for element in plan.elements() {
        let new = match (element.kind(), element.code()) {
            (Kind::Plan, _) => other.id().into_uuid(),
            (kind, Some(code)) => Uuid::new_v5(&other.id().into_uuid(), format!("{kind}:{code}").as_bytes()),
            (_, None) => continue,
        };
        text = text.replace(&element.id().into_uuid().to_string(), &new.to_string());
    }
    SafetyPlan::from_json(&text).unwrap()
}

/// The base plan, without the decision on its last execution plan, so that this one can go.
fn base() -> SafetyPlan {
    let mut draft = SafetyPlan::from_json(BASE).unwrap().to_draft();
    draft.decisions.pop();
    SafetyPlan::try_from(draft).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn the_difference_of_edited_versions_makes_one_into_the_other(
        generated in plans(PlanShape::default().with_pillars(1..=3)),
        first in any::<Edits>(),
        second in any::<Edits>(),
        rich in any::<bool>(),
    ) {
        let start = if rich { base() } else { generated };
        let old = first.version_of(&start).plan;
        let Version { plan: new, most_changes, .. } = second.version_of(&old);
        let changes = lawful(&old, &new);
        prop_assert!(changes.len() <= most_changes, "{} changes of {most_changes}: {changes:?}", changes.len());
        lawful(&new, &old);
        agrees(&old, &new);
    }

    #[test]
    fn the_difference_of_any_two_plans_under_one_id_makes_one_into_the_other(
        one in plans(PlanShape::default()),
        two in plans(PlanShape::default()),
    ) {
        let two = under_id_of(&two, &one);
        lawful(&one, &two);
        agrees(&one, &two);
    }
}

#[test]
fn plans_with_much_and_with_little_become_each_other() {
    let bare = |plan: &SafetyPlan| {
        let draft = plan.to_draft();
        let mut bare = SafetyPlanDraft::new(draft.id, "Leeg", draft.municipalities, draft.period);
        bare.fictional = true;
        SafetyPlan::try_from(bare).unwrap()
    };
    for text in [BASE, DEMO] {
        let plan = SafetyPlan::from_json(text).unwrap();
        let bare = bare(&plan);
        let is_at_top =
            |one: &Element<'_>| plan.holder(one.id()).is_some_and(|holder| holder.kind() == Kind::Plan);
        let tops = plan.elements().filter(is_at_top).count();
        assert_eq!(
            lawful(&bare, &plan).len(),
            tops + 1,
            "one change per element at the top, and one for the plan"
        );
        assert_eq!(lawful(&plan, &bare).len(), tops + 1);
        assert_eq!(lawful(&plan, &plan), []);
    }
    let (plain, demo) = (SafetyPlan::from_json(PLAN).unwrap(), SafetyPlan::from_json(DEMO).unwrap());
    lawful(&plain, &under(&demo, &plain));
}

fn under(plan: &SafetyPlan, other: &SafetyPlan) -> SafetyPlan {
    let text = plan.to_json();
    let text = text.replace(&plan.id().into_uuid().to_string(), &other.id().into_uuid().to_string());
    SafetyPlan::from_json(&text).unwrap()
}

/// The comparison of two versions says what a naive look at both says.
fn agrees(old: &SafetyPlan, new: &SafetyPlan) {
    let report = compare(old, new);
    let ids = |plan: &SafetyPlan| -> BTreeSet<(Kind, Uuid)> {
        plan.elements().skip(1).map(|element| (element.kind(), element.id().into_uuid())).collect()
    };
    let (before, after) = (ids(old), ids(new));
    let named = |list: &[veiligheidsplan::plan::Named]| -> BTreeSet<(Kind, Uuid)> {
        list.iter().map(|one| (one.kind, one.id)).collect()
    };
    assert_eq!(named(&report.added), after.difference(&before).copied().collect());
    assert_eq!(named(&report.removed), before.difference(&after).copied().collect());
    assert_eq!(report.strategic.changed, old.digest() != new.digest());
    assert_eq!(report.counts.old, before.len() + 1);
    assert_eq!(report.counts.new, after.len() + 1);
    let moved: BTreeSet<Uuid> = report.moved.iter().map(|one| one.element.id).collect();
    for (_, id) in before.intersection(&after) {
        let (was, is) = (old.element(*id).unwrap(), new.element(*id).unwrap());
        let renamed = report.renamed.iter().any(|one| one.element.id == *id);
        assert_eq!(renamed, was.title() != is.title());
        let holder = |plan: &SafetyPlan, of: ElementId| plan.holder(of).map(|holder| holder.id());
        if holder(old, was.id()) != holder(new, is.id()) {
            assert!(moved.contains(id), "{} has another holder", is.label());
        }
    }
    if old == new {
        assert_eq!(report.counts.unchanged, report.counts.new);
    }
    assert!(accepts_document(SchemaName::Comparison, &serde_json::to_value(&report).unwrap()));
}

// What is small.

fn with(edit: impl FnOnce(&mut SafetyPlanDraft)) -> SafetyPlan {
    let mut draft = base().to_draft();
    edit(&mut draft);
    SafetyPlan::try_from(draft).unwrap()
}

fn ops(changes: &[Change]) -> Vec<&'static str> {
    changes.iter().map(|change| change.op().as_str()).collect()
}

#[test]
fn a_small_edit_is_one_change() {
    let old = base();
    for (new, op) in [
        (with(|plan| plan.motto = Some("Samen".into())), "setPlan"),
        (with(|plan| plan.execution_plans[0].actions[0].description = Some("Anders".into())), "replace"),
        (with(|plan| plan.priorities[0].title.push('!')), "replace"),
        (with(|plan| plan.principles.reverse()), "move"),
        (with(|plan| plan.areas.rotate_left(1)), "move"),
        (with(|plan| plan.areas.rotate_right(1)), "move"),
        (
            with(|plan| {
                let action = plan.execution_plans[1].actions.remove(0);
                plan.execution_plans[0].actions.insert(1, action);
            }),
            "move",
        ),
        (
            with(|plan| {
                let below = plan.priorities[0].pillars[0].pillars.remove(0);
                plan.priorities[0].pillars[1].pillars.push(below);
            }),
            "move",
        ),
        (
            with(|plan| {
                let pillar = plan.priorities[0].pillars.remove(1);
                plan.priorities[0].pillars[0].pillars[0].pillars.push(pillar);
            }),
            "move",
        ),
        (
            with(|plan| {
                let pillar = plan.priorities[0].pillars.remove(0);
                plan.themes[0].pillars.push(pillar);
            }),
            "move",
        ),
        (
            with(|plan| {
                let mut pillar = PillarDraft::new(Uuid::from_u128(1).to_string(), "Nieuw");
                pillar.pillars.push(PillarDraft::new(Uuid::from_u128(2).to_string(), "Onder"));
                plan.themes[0].pillars.insert(0, pillar);
            }),
            "add",
        ),
    ] {
        assert_eq!(ops(&lawful(&old, &new)), [op]);
        assert_eq!(lawful(&new, &old).len(), 1);
    }
    let back = with(|plan| drop(plan.execution_plans.remove(2)));
    assert_eq!(ops(&lawful(&old, &back)), ["remove"]);
}

#[test]
fn a_pillar_and_the_one_below_it_change_places() {
    let swapped = with(|plan| {
        let mut upper = plan.priorities[0].pillars.remove(0);
        let mut lower = upper.pillars.remove(0);
        lower.pillars.push(upper);
        plan.priorities[0].pillars.insert(0, lower);
    });
    assert_eq!(ops(&lawful(&base(), &swapped)), ["move", "move"]);
    assert_eq!(ops(&lawful(&swapped, &base())), ["move", "move"]);
}

#[test]
fn what_survives_below_an_element_that_goes_is_added_anew() {
    let hoisted = with(|plan| {
        let mut lost = plan.execution_plans.remove(2);
        plan.execution_plans[1].actions.append(&mut lost.actions);
    });
    assert_eq!(ops(&lawful(&base(), &hoisted)), ["remove", "add"]);
    assert_eq!(ops(&lawful(&hoisted, &base())), ["add", "move"]);
}

#[test]
fn few_changes_of_many_actions_are_few_and_soon_found() {
    let count = 20_000;
    let old = with(|plan| {
        let goal = plan.priorities[0].id.clone();
        let action = |number: u128| {
            let served = [ServedDraft::new(ServedKind::Priority, goal.clone())];
            ActionDraft::new(Uuid::from_u128(number + 1).to_string(), format!("Actie {number}"), served)
        };
        plan.execution_plans[1].actions.extend((0..count).map(action));
    });
    let other = |edit: &dyn Fn(&mut Vec<ActionDraft>)| {
        let mut draft = old.to_draft();
        edit(&mut draft.execution_plans[1].actions);
        SafetyPlan::try_from(draft).unwrap()
    };
    let first_gone = other(&|actions| drop(actions.remove(1)));
    let last_first = other(&|actions| actions.rotate_right(1));
    let one_other = other(&|actions| actions[9_000].continuous = true);
    for (new, op) in [(&first_gone, "remove"), (&last_first, "move"), (&one_other, "replace")] {
        let changes = difference(&old, new);
        assert_eq!(ops(&changes), [op]);
        assert_eq!(patch(&old.to_draft(), &changes).unwrap(), new.to_draft());
    }
    let reversed = other(&|actions| actions.reverse());
    let changes = difference(&old, &reversed);
    assert_eq!(
        changes.len(),
        usize::try_from(count).unwrap(),
        "all but one of them and of the action before"
    );
    assert_eq!(patch(&old.to_draft(), &changes).unwrap(), reversed.to_draft());
}

// What a batch can't do.

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

// What a comparison tells.

#[test]
fn a_comparison_tells_renames_moves_and_new_owners_apart() {
    let old = base();
    let new = with(|plan| {
        plan.priorities[0].title = "Een sterke stad".into();
        let action = plan.execution_plans[1].actions.remove(0);
        plan.execution_plans[0].actions.push(action);
        plan.principles.reverse();
        plan.execution_plans[0].actions[0].description = Some("Anders".into());
        let partners: Vec<String> = plan.partners.iter().map(|partner| partner.id.clone()).collect();
        for one in &mut plan.execution_plans[0].actions[3].responsibilities {
            let at = partners.iter().position(|id| *id == one.partner).unwrap();
            one.partner.clone_from(&partners[(at + 1) % partners.len()]);
        }
        plan.topics.push(veiligheidsplan::draft::TopicDraft::new(fresh(1), "Nieuw"));
    });
    let report = compare(&old, &new);
    assert_eq!(report.renamed.len(), 1);
    assert_eq!(report.renamed[0].old_title, "Een weerbare stad");
    assert_eq!(report.added[0].title.as_deref(), Some("Nieuw"));
    let moved: Vec<(&str, bool)> = report
        .moved
        .iter()
        .map(|one| (one.element.title.as_deref().unwrap_or_default(), one.old_holder == one.new_holder))
        .collect();
    assert_eq!(moved.len(), 2);
    assert!(moved.contains(&("Adrescontroles voortzetten", false)));
    assert_eq!(report.reassigned.len(), 1);
    assert!(!report.reassigned[0].lost.is_empty() && !report.reassigned[0].gained.is_empty());
    assert!(
        report
            .changed
            .iter()
            .all(|one| !one.keys.iter().any(|key| key == "title" || key == "responsibilities"))
    );
    assert!(report.changed.iter().any(|one| one.keys == ["description"]), "{:?}", report.changed);
    assert!(report.strategic.changed);
    let english = report.to_text(Language::English);
    let dutch = report.to_markdown(Language::Dutch);
    for line in
        ["Renamed\n- priority P1 \"Een sterke stad\"; was \"Een weerbare stad\"", "New owners\n- action B1"]
    {
        assert!(english.contains(line), "{english}");
    }
    for line in ["## Hernoemd", "## Andere verantwoordelijken", "uitvoeringsplan UP21"] {
        assert!(dutch.contains(line), "{dutch}");
    }
}

// The schema.

/// Whether a schema accepts a value, as far as objects, lists, words, numbers and patterns go.
pub(crate) fn accepts(shape: &Value, root: &Value, value: &Value) -> bool {
    let all = |key: &str| shape.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
    if let Some(Value::String(reference)) = shape.get("$ref")
        && !accepts(root.pointer(&reference[1..]).unwrap(), root, value)
    {
        return false;
    }
    let (any, one) = (all("anyOf"), all("oneOf"));
    if !any.is_empty() && !any.iter().any(|shape| accepts(shape, root, value)) {
        return false;
    }
    if !one.is_empty() && one.iter().filter(|shape| accepts(shape, root, value)).count() != 1 {
        return false;
    }
    if shape.get("const").is_some_and(|constant| constant != value) {
        return false;
    }
    let names = match value {
        Value::Null => ["null", ""],
        Value::Bool(_) => ["boolean", ""],
        Value::Number(number) if number.is_f64() => ["number", ""],
        Value::Number(_) => ["number", "integer"],
        Value::String(_) => ["string", ""],
        Value::Array(_) => ["array", ""],
        Value::Object(_) => ["object", ""],
    };
    let types: Vec<&str> = match shape.get("type") {
        Some(Value::String(name)) => vec![name],
        Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    if !types.is_empty() && !types.iter().any(|name| names.contains(name)) {
        return false;
    }
    match value {
        Value::Number(number) => {
            let (bound, number) =
                (|key: &str| shape.get(key).and_then(Value::as_f64), number.as_f64().unwrap());
            bound("minimum").is_none_or(|least| number >= least)
                && bound("maximum").is_none_or(|most| number <= most)
        }
        Value::String(text) => shape.get("pattern").and_then(Value::as_str).is_none_or(|pattern| {
            // What is written as \\uXXXX is beyond ASCII; the others are the same in Rust.
            pattern.contains("\\u") || regex_lite::Regex::new(pattern).unwrap().is_match(text)
        }),
        Value::Array(list) => {
            let least = shape.get("minItems").and_then(Value::as_u64).unwrap_or(0);
            list.len() as u64 >= least
                && shape.get("items").is_none_or(|shape| list.iter().all(|item| accepts(shape, root, item)))
        }
        Value::Object(object) => {
            let closed = shape.get("additionalProperties") == Some(&Value::Bool(false));
            let bound = |key: &str| shape.get(key).and_then(Value::as_u64);
            let count = object.len() as u64;
            bound("minProperties").is_none_or(|least| count >= least)
                && bound("maxProperties").is_none_or(|most| count <= most)
                && all("required").iter().all(|key| object.contains_key(key.as_str().unwrap()))
                && object.iter().all(|(key, value)| {
                    match shape.get("properties").and_then(|keys| keys.get(key)) {
                        Some(shape) => accepts(shape, root, value),
                        None => !closed,
                    }
                })
        }
        _ => true,
    }
}

fn accepts_document(name: SchemaName, value: &Value) -> bool {
    static SCHEMAS: std::sync::LazyLock<[Value; 2]> =
        std::sync::LazyLock::new(|| [schema(SchemaName::Changes), schema(SchemaName::Comparison)]);
    let root = &SCHEMAS[usize::from(name == SchemaName::Comparison)];
    accepts(root, root, value)
}

#[test]
fn the_schema_accepts_every_batch_that_is_written() {
    let plan = SafetyPlan::from_json(DEMO).unwrap();
    let bare = SafetyPlanDraft::new(
        plan.to_draft().id,
        "Leeg",
        plan.to_draft().municipalities,
        plan.to_draft().period,
    );
    let bare = SafetyPlan::try_from(bare).unwrap();
    for changes in [
        difference(&bare, &plan),
        difference(&plan, &bare),
        difference(&base(), &with(|plan| plan.principles.reverse())),
    ] {
        let value = serde_json::to_value(&changes).unwrap();
        assert!(accepts_document(SchemaName::Changes, &value), "{value}");
    }
}
