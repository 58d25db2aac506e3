//! Plans with the digest of their strategic part, for whoever computes it from the definition.

use serde_json::Value;
use veiligheidsplan::SafetyPlan;
use veiligheidsplan::entity::Disclosure;

use crate::{BASE, Change, DEMO, Document, PLAN, RICH, Random, Schemas, mutant, spots, texts, words};

/// A plan without errors, as some text, and its digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digested {
    /// The text of the plan.
    pub text: String,
    /// The digest of its strategic part.
    pub digest: String,
}

/// The objects of which texts belong to the strategic part.
const STRATEGIC: [&str; 12] = [
    "SafetyPlan.",
    "Municipality.",
    "Scope.",
    "Exclusion.",
    "Delegation.",
    "LegalReference.",
    "Objective.",
    "Indicator.",
    "Principle.",
    "Priority.",
    "Pillar.",
    "Theme.",
];

/// The plans in every notation and as each may see them, with every special character in their texts, with indicators named by each sort of
/// objective, and changed at random: so many with another strategic part, and so many with the same.
///
/// # Panics
/// A committed plan has errors.
#[must_use]
pub fn digests(other: usize, same: usize) -> Vec<Digested> {
    let schemas = Schemas::committed("safety-plan.schema.json");
    let words = words(schemas.schema());
    let mut found = Vec::new();
    for text in [PLAN, DEMO, RICH, BASE] {
        let document = Document::parse(text);
        let ascii: String = text.chars().map(escaped).collect();
        let plan = SafetyPlan::from_json(text).expect("a plan without errors");
        let digest = plan.digest().to_string();
        let shown = |level: &Disclosure| plan.disclosed(*level).to_json_line();
        found.extend(
            Disclosure::ALL.iter().map(|level| Digested { text: shown(level), digest: digest.clone() }),
        );
        let notations = [
            text.to_owned(),
            ascii,
            document.to_string(),
            reversed(&document).to_string(),
            numbers(&document, ".0").to_string(),
            numbers(&document, "e0").to_string(),
        ];
        found.extend(notations.map(|text| digested(text).expect("a plan without errors")));
    }
    let rich = Document::parse(RICH);
    let places: Vec<_> = spots(&rich, schemas.schema(), "SafetyPlan")
        .into_iter()
        .filter(|spot| STRATEGIC.iter().any(|object| spot.place.starts_with(object)))
        .filter(|spot| spot.definition == "Title" || spot.definition == "Text")
        .collect();
    for (number, text) in texts().into_iter().enumerate() {
        let set = |offset: usize| {
            let mut document = rich.clone();
            let path = places[(number + offset) % places.len()].path.clone();
            Change::Set(path, Document::Text(text.clone())).make(&mut document);
            digested(document.to_string())
        };
        found.extend((0..places.len()).find_map(set));
    }
    found.extend(naming());
    let before = SafetyPlan::from_json(RICH).expect("a plan without errors").digest().to_string();
    let changed =
        |seed| digested(mutant(&rich, &words, schemas.schema(), &mut Random::new(seed)).document.to_string());
    // The seeds are others than those of the tests and of the other documents.
    let changed = || (2_000_000..).filter_map(changed);
    found.extend(changed().filter(|one| one.digest != before).take(other));
    found.extend(changed().filter(|one| one.digest == before).take(same));
    found
}

/// Plans whose indicators are named by no objective, and by one of each sort: the later indicator first.
fn naming() -> Vec<Digested> {
    let mut base: Value = serde_json::from_str(BASE).expect("JSON");
    let of_plan = base["indicators"].as_array().into_iter().flatten();
    let indicators: Vec<Value> = of_plan.rev().map(|indicator| indicator["id"].clone()).collect();
    let objectives = [
        "/objectives/0",
        "/objectives/0/subObjectives/0",
        "/priorities/0/objectives/0",
        "/themes/0/objectives/0",
    ];
    for objective in objectives {
        base.pointer_mut(objective).expect("an objective")["indicators"] = Value::Null;
    }
    let by = objectives.iter().map(|objective| {
        let mut plan = base.clone();
        plan.pointer_mut(objective).expect("an objective")["indicators"] = indicators.clone().into();
        plan
    });
    by.chain([base.clone()]).map(|plan| digested(plan.to_string()).expect("a plan without errors")).collect()
}

fn digested(text: String) -> Option<Digested> {
    let digest = SafetyPlan::from_json(&text).ok()?.digest().to_string();
    Some(Digested { text, digest })
}

/// The character as JSON can write it in ASCII.
fn escaped(c: char) -> String {
    if c.is_ascii() {
        return c.to_string();
    }
    let units = c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04X}")).collect::<Vec<_>>();
    units.concat()
}

/// The same with the keys of all objects the other way round.
fn reversed(document: &Document) -> Document {
    match document {
        Document::Object(entries) => Document::Object(
            entries.iter().rev().map(|(key, value)| (key.clone(), reversed(value))).collect(),
        ),
        Document::List(items) => Document::List(items.iter().map(reversed).collect()),
        other => other.clone(),
    }
}

/// The same with all numbers written otherwise.
fn numbers(document: &Document, tail: &str) -> Document {
    match document {
        Document::Object(entries) => {
            Document::Object(entries.iter().map(|(key, value)| (key.clone(), numbers(value, tail))).collect())
        }
        Document::List(items) => Document::List(items.iter().map(|item| numbers(item, tail)).collect()),
        Document::Bare(text) if text.parse::<u64>().is_ok() => Document::Bare(format!("{text}{tail}")),
        other => other.clone(),
    }
}
