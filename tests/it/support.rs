//! Documents, edits of them, and what the schema says of every value in them.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

use std::sync::LazyLock;

use serde_json::Value;
use veiligheidsplan::draft::OriginDraft;
use veiligheidsplan::entity::OriginKind;
use veiligheidsplan::{Findings, Kind, SafetyPlan, SafetyPlanDraft};

/// A small plan that uses every entity, without errors and without advice.
pub(crate) const BASE: &str = include_str!("fixtures/base.json");
/// The plan of Vlaardingen.
pub(crate) const PLAN: &str = include_str!("../../data/vlaardingen-2020-2023.plan.json");
/// The plan of Vlaardingen with fictional execution plans and decisions.
pub(crate) const DEMO: &str = include_str!("../../data/vlaardingen-2020-2023.demo.plan.json");

/// The errors of a text; none if it is a plan.
pub(crate) fn errors(text: &str) -> Findings {
    SafetyPlan::from_json(text).err().map_or_else(Findings::default, |rejected| rejected.into_errors())
}

/// The codes and places of findings, in their order.
pub(crate) fn codes(findings: &Findings) -> Vec<(&'static str, String)> {
    findings.iter().map(|finding| (finding.code.as_str(), finding.place.to_string())).collect()
}

/// The document as a tree.
pub(crate) fn tree(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// The id at a place of the base document.
pub(crate) fn id(at: &str) -> Value {
    static TREE: LazyLock<Value> = LazyLock::new(|| tree(BASE));
    TREE.pointer(at).unwrap_or_else(|| panic!("nothing at {at}"))["id"].clone()
}

/// Puts a value at a place, where the key or the list's end may be new.
pub(crate) fn put(document: &mut Value, at: &str, value: impl Into<Value>) {
    let (parent, last) = split(at);
    match document.pointer_mut(parent) {
        Some(Value::Object(object)) => _ = object.insert(last.to_owned(), value.into()),
        Some(Value::Array(list)) => match last.parse::<usize>() {
            Ok(index) if index < list.len() => list[index] = value.into(),
            _ => list.push(value.into()),
        },
        _ => panic!("nothing at {parent}"),
    }
}

/// Takes the value away from a place.
pub(crate) fn cut(document: &mut Value, at: &str) {
    take(document, at);
}

/// Takes the value away from a place, and gives it.
pub(crate) fn take(document: &mut Value, at: &str) -> Value {
    let (parent, last) = split(at);
    let taken = match document.pointer_mut(parent) {
        Some(Value::Object(object)) => object.remove(last),
        Some(Value::Array(list)) => Some(list.remove(last.parse().unwrap())),
        _ => None,
    };
    taken.unwrap_or_else(|| panic!("nothing at {at}"))
}

fn split(at: &str) -> (&str, &str) {
    at.rsplit_once('/').unwrap()
}

/// A value of a document.
#[derive(Debug, Clone)]
pub(crate) struct Spot {
    /// Where it stands.
    pub(crate) at: String,
    /// The object or list it stands in.
    pub(crate) parent: String,
    /// The key it stands under, if it isn't an item of a list or the document itself.
    pub(crate) key: Option<String>,
    /// Whether its object can't do without it.
    pub(crate) required: bool,
    /// What the schema calls it, such as `Title` or `Action`.
    pub(crate) name: Option<String>,
}

/// Every value of a document, in its order, described by the crate's own schema.
pub(crate) fn spots(document: &Value) -> Vec<Spot> {
    let schema = schemars::schema_for!(SafetyPlan).to_value();
    let mut spots = Vec::new();
    let root = Spot { at: String::new(), parent: String::new(), key: None, required: true, name: None };
    walk(document, &schema, &schema, root, &mut spots);
    spots
}

fn walk(value: &Value, shape: &Value, schema: &Value, mut spot: Spot, spots: &mut Vec<Spot>) {
    let (shape, name) = resolve(shape, schema);
    spot.name = name;
    let (at, parent) = (spot.at.clone(), spot.at.clone());
    spots.push(spot);
    match value {
        Value::Object(object) => {
            let required = shape["required"].as_array().map(Vec::as_slice).unwrap_or_default();
            for (key, value) in object {
                let required = required.iter().any(|one| one == key);
                let (at, parent, key) = (format!("{at}/{key}"), parent.clone(), key.clone());
                let spot = Spot { at, parent, required, name: None, key: Some(key.clone()) };
                walk(value, &shape["properties"][&key], schema, spot, spots);
            }
        }
        Value::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                let (at, parent) = (format!("{at}/{index}"), parent.clone());
                let spot = Spot { at, parent, required: true, name: None, key: None };
                walk(value, &shape["items"], schema, spot, spots);
            }
        }
        _ => {}
    }
}

/// The schema behind references and alternatives of `null`, and its name.
fn resolve<'a>(mut shape: &'a Value, schema: &'a Value) -> (&'a Value, Option<String>) {
    let mut name = None;
    loop {
        if let Some(Value::String(reference)) = shape.get("$ref") {
            shape = schema.pointer(&reference[1..]).unwrap();
            name = reference.rsplit('/').next().map(str::to_owned);
        } else if let Some(Value::Array(ways)) = shape.get("anyOf") {
            shape = ways.iter().find(|way| way["type"] != "null").unwrap();
        } else {
            return (shape, name);
        }
    }
}

/// A day, as written.
pub(crate) fn day(text: &str) -> veiligheidsplan::Date {
    text.parse().unwrap()
}

/// Leaves out what names decisions that are gone.
pub(crate) fn forget_decisions(draft: &mut SafetyPlanDraft) {
    let known: Vec<String> = draft.decisions.iter().map(|decision| decision.id.clone()).collect();
    draft.exemptions.retain(|one| one.subject.kind != Kind::Decision || known.contains(&one.subject.id));
    for exemption in &mut draft.exemptions {
        exemption.decision = exemption.decision.take().filter(|id| known.contains(id));
    }
    for action in draft.execution_plans.iter_mut().flat_map(|one| &mut one.actions) {
        let names_one = |origin: &OriginDraft| origin.kind == OriginKind::Decision;
        let is_gone = |origin: &OriginDraft| origin.id.as_ref().is_some_and(|id| !known.contains(id));
        action.origin = action.origin.take().filter(|origin| !(names_one(origin) && is_gone(origin)));
    }
}
