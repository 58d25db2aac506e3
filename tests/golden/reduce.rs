//! Small documents: what a document can do without, and how it is written.

use std::fmt::Write;

use serde_json::{Map, Value};
use veiligheidsplan::faults::BASE;

/// The document without anything that can be missed, one thing at a time, as long as the test holds.
pub(crate) fn reduced(document: &Value, holds: impl Fn(&Value) -> bool) -> Value {
    let mut document = document.clone();
    assert!(holds(&document), "{document}");
    loop {
        let before = document.clone();
        // From the end, so that what names others goes before these.
        for at in places(&document).into_iter().rev() {
            let mut less = document.clone();
            if remove(&mut less, &at) && holds(&less) {
                document = less;
            }
        }
        if document == before {
            return document;
        }
    }
}

/// The places of all objects, lists and values, each after what it lies in; what is large comes last.
fn places(document: &Value) -> Vec<String> {
    fn walk(value: &Value, at: &str, found: &mut Vec<String>) {
        let mut below = |step: &str, value: &Value| {
            let at = format!("{at}/{step}");
            found.push(at.clone());
            walk(value, &at, found);
        };
        match value {
            Value::Object(object) => object.iter().for_each(|(key, value)| below(key, value)),
            Value::Array(list) => {
                list.iter().enumerate().for_each(|(number, value)| below(&number.to_string(), value));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(document, "", &mut found);
    found.sort_by_key(|at| std::cmp::Reverse(at.matches('/').count()));
    found
}

fn remove(document: &mut Value, at: &str) -> bool {
    let (holder, last) = at.rsplit_once('/').unwrap_or_default();
    match document.pointer_mut(holder) {
        Some(Value::Object(object)) => object.remove(last).is_some(),
        Some(Value::Array(list)) => {
            let number = last.parse::<usize>().ok().filter(|number| *number < list.len());
            number.map(|number| list.remove(number)).is_some()
        }
        _ => false,
    }
}

/// The document as people read it: the keys in the order of the base document.
pub(crate) fn written(document: &Value) -> String {
    let mut text = String::new();
    print(document, "", &mut text);
    text + "\n"
}

fn print(value: &Value, indent: &str, text: &mut String) {
    let deeper = format!("{indent}  ");
    match value {
        Value::Object(object) if !object.is_empty() => {
            for (number, key) in ordered(object).into_iter().enumerate() {
                let open = if number == 0 { "{" } else { "," };
                write!(text, "{open}\n{deeper}{}: ", Value::from(key.as_str())).unwrap();
                print(&object[key], &deeper, text);
            }
            write!(text, "\n{indent}}}").unwrap();
        }
        Value::Array(list) if !list.is_empty() => {
            for (number, item) in list.iter().enumerate() {
                write!(text, "{}\n{deeper}", if number == 0 { "[" } else { "," }).unwrap();
                print(item, &deeper, text);
            }
            write!(text, "\n{indent}]").unwrap();
        }
        other => text.push_str(&other.to_string()),
    }
}

fn ordered(object: &Map<String, Value>) -> Vec<&String> {
    let mut keys: Vec<&String> = object.keys().collect();
    keys.sort_by_key(|key| BASE.find(&format!("\"{key}\":")).unwrap_or(usize::MAX));
    keys
}
