//! The smallest that shows a fault: the base document, without all that can be missed.

use std::sync::OnceLock;

use serde::Deserialize;
use serde_json::Value;

use super::{Fault, base};
use crate::draft::SafetyPlanDraft;
use crate::finding::{Findings, RaisedBy};
use crate::plan::SafetyPlan;

impl Fault {
    /// A small document with the fault, for a person to read: the base document without all that can be missed for it to be
    /// found at its place, alone.
    ///
    /// None where it isn't a fault of shape or document. It is made once, in half a second without optimisation.
    ///
    /// ```
    /// use veiligheidsplan::Code;
    /// use veiligheidsplan::faults::Fault;
    ///
    /// let fault = Fault::of(Code::PlanPeriodReversed).next().unwrap();
    /// let small = fault.small().unwrap();
    /// assert!(small["period"]["end"].as_str() < small["period"]["start"].as_str());
    /// assert!(small.get("partners").is_none());
    /// ```
    #[must_use]
    pub fn small(&self) -> Option<Value> {
        static KNOWN: OnceLock<Vec<OnceLock<Option<Value>>>> = OnceLock::new();
        let known = KNOWN.get_or_init(|| Self::all().map(|_| OnceLock::new()).collect());
        let number = Self::all().position(|one| one.place == self.place && one.code == self.code)?;
        known.get(number)?.get_or_init(|| self.reduced()).clone()
    }

    fn reduced(&self) -> Option<Value> {
        let mut document = base();
        let fits = matches!(self.origin(), RaisedBy::Shape | RaisedBy::Document) && self.plant(&mut document);
        let is_draft = is_draft(&document);
        (fits && self.is_all_of(&document)).then(|| {
            while self.reduces(&mut document, is_draft) {}
            document
        })
    }

    /// Leaves out what can be missed, the largest first, and of a list the last first; whether anything went. What a draft can
    /// hold stays so.
    fn reduces(&self, document: &mut Value, is_draft: bool) -> bool {
        let mut places = Vec::new();
        walk(document, "", &mut places);
        places.reverse();
        places.sort_by_key(|at| at.matches('/').count());
        let mut goes = false;
        for at in places {
            if document.pointer(&at).is_none() {
                continue;
            }
            let mut less = document.clone();
            if remove(&mut less, &at) && self.is_all_of(&less) && self::is_draft(&less) == is_draft {
                *document = less;
                goes = true;
            }
        }
        goes
    }

    /// Whether nothing else is found in the document.
    fn is_all_of(&self, document: &Value) -> bool {
        let read = SafetyPlan::from_json(&document.to_string());
        let errors = read.map_or_else(|rejected| rejected.into_errors(), |_| Findings::default());
        matches!(errors.as_slice(), [one] if one.code == self.code && one.place.to_string() == self.place)
    }
}

fn is_draft(document: &Value) -> bool {
    SafetyPlanDraft::deserialize(document).is_ok()
}

/// The places of everything in a value.
fn walk(value: &Value, at: &str, found: &mut Vec<String>) {
    let mut below = |step: &str, value: &Value| {
        let at = format!("{at}/{step}");
        found.push(at.clone());
        walk(value, &at, found);
    };
    match value {
        Value::Object(object) => object.iter().for_each(|(key, value)| below(key, value)),
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(number, item)| below(&number.to_string(), item));
        }
        _ => {}
    }
}

fn remove(document: &mut Value, at: &str) -> bool {
    let Some((holder, last)) = at.rsplit_once('/') else { return false };
    match document.pointer_mut(holder) {
        Some(Value::Object(object)) => object.remove(last).is_some(),
        Some(Value::Array(list)) => {
            let number = last.parse::<usize>().ok().filter(|number| *number < list.len());
            number.map(|number| list.remove(number)).is_some()
        }
        _ => false,
    }
}
