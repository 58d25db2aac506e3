//! The document under a planter's hands.

use std::sync::LazyLock;

use serde_json::{Value, json};

use super::BASE;

/// An id that nothing bears.
pub(super) const NOWHERE: &str = "98000001-0000-4000-8000-000000000000";

/// Ids of what planters add.
pub(super) fn nth(number: usize) -> String {
    format!("97{number:06}-0000-4000-8000-000000000000")
}

static TREE: LazyLock<Value> = LazyLock::new(|| read(BASE));

/// The base document as a tree.
pub(super) fn base() -> Value {
    TREE.clone()
}

pub(super) fn read(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}

/// The id at a place of the base document.
pub(super) fn id(at: &str) -> Value {
    TREE.pointer(at).and_then(|element| element.get("id")).cloned().unwrap_or_default()
}

/// An element of the base document as the object of a clause.
pub(super) fn object(at: &str, kind: &str) -> Value {
    json!({"kind": kind, "id": id(at)})
}

/// The element of the base document that a place lies in; of what lies in the plan itself, its key.
pub(super) fn element(place: &str) -> &str {
    let ends = place.match_indices('/').map(|(at, _)| at).chain([place.len()]).skip(1);
    let within: Vec<&str> = ends.filter_map(|end| place.get(..end)).collect();
    // Lists of elements have items with more than a kind and an id.
    let is_element = |at: &&&str| {
        TREE.pointer(at).is_some_and(|value| value.get("id").is_some() && value.get("basis").is_none())
    };
    within.iter().rev().find(is_element).or(within.first()).copied().unwrap_or(place)
}

/// A document, or a list of documents, that takes edits.
#[derive(Debug)]
pub(super) struct Sheet {
    value: Value,
    missed: bool,
}

impl Sheet {
    pub(super) fn new(value: Value) -> Self {
        Self { value, missed: false }
    }

    /// The document; nothing if a place that was to be edited wasn't there.
    pub(super) fn finish(self) -> Option<Value> {
        (!self.missed).then_some(self.value)
    }

    /// What stands at a place.
    pub(super) fn get(&mut self, at: &str) -> Value {
        let found = self.value.pointer(at).cloned();
        self.missed |= found.is_none();
        found.unwrap_or_default()
    }

    fn edit(&mut self, at: &str, edit: impl FnOnce(&mut Value, &str) -> Option<()>) {
        let (holder, last) = at.rsplit_once('/').unwrap_or_default();
        let done = self.value.pointer_mut(holder).and_then(|holder| edit(holder, last));
        self.missed |= done.is_none();
    }
}

/// Puts a value at a place, where the key may be new; `-` is the end of a list.
pub(super) fn put(sheet: &mut Sheet, at: &str, value: impl Into<Value>) {
    sheet.edit(at, |holder, last| {
        match holder {
            Value::Object(object) => _ = object.insert(last.to_owned(), value.into()),
            Value::Array(list) if last == "-" => list.push(value.into()),
            Value::Array(list) => *list.get_mut(last.parse::<usize>().ok()?)? = value.into(),
            _ => return None,
        }
        Some(())
    });
}

/// Puts a value into a list, before what stands there.
pub(super) fn insert(sheet: &mut Sheet, at: &str, value: impl Into<Value>) {
    sheet.edit(at, |holder, last| {
        let (list, number) = (holder.as_array_mut()?, last.parse::<usize>().ok()?);
        (number <= list.len()).then(|| list.insert(number, value.into()))
    });
}

/// Takes the value away from a place.
pub(super) fn cut(sheet: &mut Sheet, at: &str) {
    sheet.edit(at, |holder, last| match holder {
        Value::Object(object) => object.remove(last).map(drop),
        Value::Array(list) => {
            let number = last.parse::<usize>().ok().filter(|number| *number < list.len())?;
            list.remove(number);
            Some(())
        }
        _ => None,
    });
}

/// Takes a key away from every object that has it.
pub(super) fn cut_everywhere(sheet: &mut Sheet, key: &str) {
    fn walk(value: &mut Value, key: &str) {
        match value {
            Value::Object(object) => {
                object.remove(key);
                object.values_mut().for_each(|value| walk(value, key));
            }
            Value::Array(list) => list.iter_mut().for_each(|value| walk(value, key)),
            _ => {}
        }
    }
    walk(&mut sheet.value, key);
}

/// Gives an element of the second plan of a set the id of an element of the first, wherever the second names it.
pub(super) fn rename(sheet: &mut Sheet, element: &str, first: &str) {
    let (old, new) = (sheet.get(&format!("/1{element}/id")), sheet.get(&format!("/0{first}/id")));
    if let (Some(old), Some(new)) = (old.as_str(), new.as_str()) {
        let second = read(&sheet.get("/1").to_string().replace(old, new));
        put(sheet, "/1", second);
    }
}
