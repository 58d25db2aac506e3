//! The strategic part of a plan: what the council adopts, and what the digest covers.

use std::collections::HashSet;

use serde_json::{Map, Value};
use sha2::Digest as _;

use super::read::compact;
use crate::entity::{PlanContent, SafetyPlanDraft};
use crate::value::Digest;

/// The keys of each object that belong to the strategic part. Everything else lies outside it: links, sources,
/// budgets, responsibilities, figures, facts.
const LEGAL: &[&str] = &["act", "article", "paragraph", "jci"];
const OBJECTIVE: &[&str] = &["id", "code", "text", "purpose", "by", "indicators"];
const INDICATOR: &[&str] =
    &["id", "code", "name", "unit", "kind", "perception", "direction", "description", "targets"];
const PRINCIPLE: &[&str] = &["id", "code", "title", "text"];
const PRIORITY: &[&str] =
    &["id", "code", "title", "introduction", "problem", "municipalRole", "contribution", "reasons"];
const PILLAR: &[&str] = &["id", "code", "title", "label", "description"];
const THEME: &[&str] = &["id", "code", "title", "tier", "label", "description"];

/// The strategic part as canonical JSON (RFC 8785): keys sorted, no white space.
///
/// The texts, whole numbers and objects of the format need nothing of RFC 8785 beyond sorted keys: `serde_json` sorts
/// maps and writes texts and whole numbers as it demands.
pub(super) fn canonical(plan: &PlanContent) -> String {
    compact(&value(plan))
}

pub(super) fn digest(plan: &PlanContent) -> Digest {
    Digest::of_hash(&sha2::Sha256::digest(canonical(plan).as_bytes()))
}

/// A draft of the strategic part alone. No rule refuses it: what it holds was checked, and it refers to nothing else.
pub(super) fn alone(plan: &PlanContent) -> SafetyPlanDraft {
    let mut draft: SafetyPlanDraft = serde_json::from_value({
        let mut whole = value(plan);
        if let Some(object) = whole.as_object_mut() {
            object.insert("formatVersion".to_owned(), json(plan.format_version()));
            object.insert("id".to_owned(), json(&plan.id()));
        }
        whole
    })
    .unwrap_or_default();
    draft.fictional = plan.fictional();
    draft
}

fn value(plan: &PlanContent) -> Value {
    let mut whole = Map::new();
    whole.insert("title".to_owned(), json(plan.title()));
    let texts = [
        ("motto", plan.motto().map(json)),
        ("mission", plan.mission().map(json)),
        ("vision", plan.vision().map(json)),
    ];
    whole.extend(texts.into_iter().filter_map(|(key, text)| Some((key.to_owned(), text?))));
    set(&mut whole, "municipalities", plan.municipalities().iter().map(json).collect());
    whole.insert("period".to_owned(), json(plan.period()));
    if let Some(scope) = plan.scope() {
        whole.insert("scope".to_owned(), json(scope));
    }
    set(
        &mut whole,
        "legalBasis",
        plan.legal_basis().iter().map(|law| pick(&json(law), LEGAL).into()).collect(),
    );
    set(&mut whole, "objectives", plan.objectives().iter().map(|o| objective(&json(o))).collect());
    set(&mut whole, "indicators", indicators(plan));
    set(
        &mut whole,
        "principles",
        plan.principles().iter().map(|p| pick(&json(p), PRINCIPLE).into()).collect(),
    );
    set(&mut whole, "priorities", plan.priorities().iter().map(|p| approach(&json(p), PRIORITY)).collect());
    set(&mut whole, "themes", plan.themes().iter().map(|t| approach(&json(t), THEME)).collect());
    whole.into()
}

/// The indicators that objectives name, with their targets and without their figures.
fn indicators(plan: &PlanContent) -> Vec<Value> {
    let of_plan = plan.objectives().iter();
    let of_priorities = plan.priorities().iter().flat_map(|priority| priority.objectives());
    let of_themes = plan.themes().iter().flat_map(|theme| theme.objectives());
    let named: HashSet<_> = of_plan
        .chain(of_priorities)
        .chain(of_themes)
        .flat_map(|objective| std::iter::once(objective).chain(objective.sub_objectives()))
        .flat_map(|objective| objective.indicators().iter().copied())
        .collect();
    let strategic = plan.indicators().iter().filter(|indicator| named.contains(&indicator.id()));
    strategic.map(|indicator| pick(&json(indicator), INDICATOR).into()).collect()
}

fn json(value: &impl serde::Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

fn pick(value: &Value, keys: &[&str]) -> Map<String, Value> {
    keys.iter().filter_map(|key| Some(((*key).to_owned(), value.get(key)?.clone()))).collect()
}

fn items<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    value.get(key).and_then(Value::as_array).into_iter().flatten()
}

/// Empty lists are left out, as in the written form.
fn set(object: &mut Map<String, Value>, key: &str, values: Vec<Value>) {
    if !values.is_empty() {
        object.insert(key.to_owned(), values.into());
    }
}

fn objective(value: &Value) -> Value {
    let mut picked = pick(value, OBJECTIVE);
    set(&mut picked, "subObjectives", items(value, "subObjectives").map(objective).collect());
    picked.into()
}

/// A priority, theme or pillar with its objectives and pillars.
fn approach(value: &Value, keys: &[&str]) -> Value {
    let mut picked = pick(value, keys);
    set(&mut picked, "objectives", items(value, "objectives").map(objective).collect());
    set(&mut picked, "pillars", items(value, "pillars").map(|pillar| approach(pillar, PILLAR)).collect());
    picked.into()
}
