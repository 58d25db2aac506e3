//! Every reference of a plan names what is there.

use std::collections::BTreeSet;

use serde_json::Value;
use veiligheidsplan::uuid::Uuid;
use veiligheidsplan::{Code, SafetyPlan};

use crate::support::{BASE, DEMO, codes, tree};

/// The places of all ids in a document.
fn ids(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            object.iter().for_each(|(key, value)| ids(value, &format!("{at}/{key}"), found));
        }
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(number, item)| ids(item, &format!("{at}/{number}"), found));
        }
        Value::String(text) if text.len() == 36 && Uuid::try_parse(text).is_ok() => found.push(at.to_owned()),
        _ => {}
    }
}

/// The places of references: ids that aren't those of elements themselves.
fn references(plan: &SafetyPlan) -> Vec<String> {
    let own: BTreeSet<String> =
        plan.elements().map(|one| format!("{}/id", plan.place_of(one.id()).unwrap())).collect();
    let mut found = Vec::new();
    ids(&tree(&plan.to_json()), "", &mut found);
    found.retain(|at| !own.contains(at));
    found
}

/// What names something in another plan: nobody can say here whether it is there.
fn leads_elsewhere(at: &str) -> bool {
    at.contains("/continues/") || at.starts_with("/predecessors/") || at.starts_with("/relations/")
}

#[test]
fn a_reference_to_nothing_is_an_error_wherever_it_stands() {
    let mut places = BTreeSet::new();
    for text in [BASE, DEMO] {
        let plan = SafetyPlan::from_json(text).unwrap();
        for at in references(&plan) {
            // Each sort of place once: numbers of items left out.
            let keys: Vec<&str> = at.split('/').filter(|key| key.parse::<usize>().is_err()).collect();
            if !places.insert(keys.join("/")) {
                continue;
            }
            let mut document = tree(text);
            *document.pointer_mut(&at).unwrap() = Uuid::from_u128(1).to_string().into();
            let found = SafetyPlan::from_json(&document.to_string()).err();
            let found = found.map(|rejected| codes(rejected.errors())).unwrap_or_default();
            let expected = [(Code::ReferenceUnknown.as_str(), at.clone())];
            assert_eq!(found, if leads_elsewhere(&at) { &[][..] } else { &expected }, "{at}");
        }
    }
    assert!(places.len() > 40, "{places:#?}");
}
