//! Grafts: the base document of the faults, with the elements of a generated plan after its own in every list.
//!
//! So the places of planted faults stay where they are, whatever grows behind them. Of the plan's own keys, the base
//! has its way; codes, ids and municipalities of the two are apart, and no reference crosses.

use serde_json::{Value, json};

use crate::draft::SafetyPlanDraft;
use crate::entity::{Act, ObjectKind};
use crate::faults;

/// The lists that grow.
const LISTS: &[&str] = &[
    "municipalities",
    "objectives",
    "indicators",
    "principles",
    "frameworks",
    "partners",
    "areas",
    "analyses",
    "topics",
    "priorities",
    "themes",
    "executionPlans",
    "acuteIssues",
    "proposals",
    "decisions",
    "evaluations",
    "exemptions",
];

/// The base document with what a generated draft has besides.
pub(super) fn graft(mut scion: SafetyPlanDraft) -> Value {
    let mut document = faults::base();
    let text = |at: &str| document.pointer(at).and_then(Value::as_str).unwrap_or_default().to_owned();
    let (own, base) = (scion.id.clone(), text("/id"));
    settle(&mut scion, &text("/municipalities/0/code"));
    // What is decided on the plan itself is what the base says of it.
    let clauses = scion.decisions.iter_mut().flat_map(|decision| &mut decision.clauses);
    for clause in clauses.filter(|clause| clause.object.kind == ObjectKind::Plan) {
        (clause.act, clause.until, clause.text, clause.digest) = (Act::TakeNote, None, None, None);
        clause.to.clear();
    }
    scion.exemptions.retain(|exemption| exemption.subject.id != own);
    // INVARIANT: the written form of a draft is read as it was, so nothing becomes of the default.
    let text = serde_json::to_string(&scion).unwrap_or_default().replace(&own, &base);
    let mut scion: Value = serde_json::from_str(&text).unwrap_or_default();
    recode(&mut scion);
    for key in LISTS {
        let Some(more) = scion.get_mut(*key).and_then(Value::as_array_mut) else { continue };
        if let Some(object) = document.as_object_mut() {
            let list = object.entry(*key).or_insert_with(|| json!([]));
            list.as_array_mut().into_iter().for_each(|list| list.append(more));
        }
    }
    document
}

/// A plan of one municipality becomes one of the base's. Of more, they join it, under codes that planted faults don't
/// use.
fn settle(scion: &mut SafetyPlanDraft, base: &str) {
    let old: Vec<String> = scion.municipalities.iter().map(|one| one.code.clone()).collect();
    let new = |code: &mut String| match old.iter().position(|one| one == code) {
        Some(_) if old.len() == 1 => base.clone_into(code),
        Some(number) => *code = format!("GM{}", 9_000 + number),
        None => {}
    };
    scion.municipalities.iter_mut().for_each(|one| new(&mut one.code));
    scion.municipalities.retain(|one| one.code != base);
    scion.decisions.iter_mut().filter_map(|one| one.municipality.as_mut()).for_each(new);
    scion.partners.iter_mut().filter_map(|one| one.municipality.as_mut()).for_each(new);
    scion.execution_plans.iter_mut().flat_map(|one| &mut one.municipalities).for_each(new);
}

/// Gives every element another code than any of the base document.
fn recode(value: &mut Value) {
    match value {
        Value::Object(object) => {
            if object.contains_key("id")
                && let Some(Value::String(code)) = object.get_mut("code")
            {
                code.insert_str(0, "g.");
            }
            object.values_mut().for_each(recode);
        }
        Value::Array(list) => list.iter_mut().for_each(recode),
        _ => {}
    }
}
