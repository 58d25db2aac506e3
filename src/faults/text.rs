//! Faults of the text itself: planted in the text of any plan, and read within bounds of their own.

use serde_json::{Value, json};

use super::sheet::{nth, read};
use super::{Fault, Faulty, in_text};
use crate::finding::Code;
use crate::plan::Limits;

pub(super) const FAULTS: &[Fault] = &[
    in_text(Code::TextTooLarge, "", |text| {
        let limits = Limits::default().with_bytes(text.len().saturating_sub(1));
        Faulty { bytes: text.into(), limits }
    }),
    in_text(Code::TextNotUtf8, "", |text| {
        let (head, tail) = text.as_bytes().split_at(text.len().min(4));
        usual([head, b"\xff", tail].concat())
    }),
    in_text(Code::TextNotJson, "", |text| usual(text.replacen(':', "", 1))),
    in_text(Code::TextTooDeep, "", |text| {
        let (open, close) = (r#"{"pillars": ["#.repeat(70), "]}".repeat(70));
        usual(text.replacen('{', &format!(r#"{{"priorities": [{open}{close}], "#), 1))
    }),
    in_text(Code::TextListTooLong, "/areas", |text| {
        let mut document = read(text);
        let longest = longest(&document);
        if let Some(object) = document.as_object_mut() {
            let areas = object.entry("areas").or_insert_with(|| json!([]));
            let new = (1..).map(|number| json!({"id": nth(number), "name": "Overkant"}));
            let areas = areas.as_array_mut().map(|areas| (longest + 1 - areas.len(), areas));
            if let Some((missing, areas)) = areas {
                areas.extend(new.take(missing));
            }
        }
        Faulty { bytes: document.to_string().into(), limits: Limits::default().with_list(longest) }
    }),
    in_text(Code::ShapeRepeatedKey, "", |text| {
        usual(text.replacen('{', r#"{"title": "Nog een titel", "#, 1))
    }),
];

fn usual(bytes: impl Into<Vec<u8>>) -> Faulty {
    Faulty { bytes: bytes.into(), limits: Limits::default() }
}

/// How long the longest list is.
fn longest(value: &Value) -> usize {
    match value {
        Value::Array(list) => list.iter().map(longest).max().unwrap_or(0).max(list.len()),
        Value::Object(object) => object.values().map(longest).max().unwrap_or(0),
        _ => 0,
    }
}
