//! Laws that hold for every input.

use serde_json::Value;
use veiligheidsplan::change::{Change, difference, patch};
use veiligheidsplan::{Code, Findings, SafetyPlan};

use crate::{day, plain};

/// Findings are in order, within bounds, and each place is in the document.
///
/// # Panics
/// They aren't.
pub fn findings(found: &Findings, document: Option<&Value>) {
    assert!(found.len() <= 10_000 && found.total() >= found.len() as u64);
    for finding in found {
        for message in [&finding.message, &finding.message_nl] {
            assert!((1..=1_000).contains(&message.chars().count()), "{finding}");
        }
    }
    for pair in found.as_slice().windows(2) {
        let key = |number: usize| (&pair[number].place, pair[number].code, &pair[number].message);
        assert!(key(0) <= key(1), "{} before {}", pair[0], pair[1]);
    }
    // Of a key that occurs twice, a parsed document has only one.
    if found.of(Code::ShapeRepeatedKey).next().is_some() {
        return;
    }
    let Some(document) = document else { return };
    for finding in found {
        for place in std::iter::once(&finding.place).chain(&finding.related) {
            // A key that isn't there has its place in an object that is.
            let place = place.to_string();
            let holder = place.rsplit_once('/').map(|(holder, _)| holder).unwrap_or_default();
            let is_there = document.pointer(&place).is_some()
                || document.pointer(holder).is_some_and(serde_json::Value::is_object);
            assert!(is_there, "{place} is nowhere: {finding}");
        }
    }
}

/// What is read is written, and read again the same; what is said of it is in order.
///
/// # Panics
/// It isn't.
pub fn plan(plan: &SafetyPlan) {
    let written = plan.to_json();
    let again = plain(SafetyPlan::from_json(&written));
    assert_eq!(&again, plan);
    assert_eq!(again.to_json(), written);
    assert_eq!(&plain(SafetyPlan::from_json(&plan.to_json_line())), plan);
    assert_eq!(plan.to_draft().check().plan.as_ref(), Some(plan));
    assert_eq!(again.digest(), plan.digest());
    let document: Value = plain(serde_json::from_str(&written));
    findings(&plan.advice(day()), Some(&document));
    for element in plan.elements() {
        let place = plan.place_of(element.id()).unwrap_or_else(|| panic!("{:?} is nowhere", element.id()));
        let there = document.pointer(&place.to_string()).unwrap_or_else(|| panic!("{place} is nowhere"));
        assert_eq!(there["id"], element.id().into_uuid().to_string());
    }
}

/// The difference leads from one version to the other, and back; read from its JSON it is the same.
///
/// # Panics
/// It doesn't.
pub fn difference_holds(old: &SafetyPlan, new: &SafetyPlan) {
    for (from, to) in [(old, new), (new, old)] {
        let changes = difference(from, to);
        assert_eq!(changes.is_empty(), from == to);
        assert_eq!(patched(from, &changes).as_ref(), Some(to));
        let text = plain(serde_json::to_string(&changes));
        assert_eq!(plain(veiligheidsplan::change::read_changes(&text)), changes);
    }
    assert_eq!(old.digest() == new.digest(), old.strategic_json() == new.strategic_json());
}

/// What a batch makes of a plan, checked as a whole; nothing if it can't be made or has errors.
#[must_use]
pub fn patched(plan: &SafetyPlan, changes: &[Change]) -> Option<SafetyPlan> {
    patch(&plan.to_draft(), changes).ok()?.check().plan
}
