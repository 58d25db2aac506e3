//! A reader of JSON Schema, as far as objects, lists, words, numbers and patterns go.

use std::sync::LazyLock;

use serde_json::Value;
use veiligheidsplan::export::{SchemaName, schema};

/// Whether a schema accepts a value, as far as objects, lists, words, numbers and patterns go.
pub(crate) fn accepts(shape: &Value, root: &Value, value: &Value) -> bool {
    let all = |key: &str| shape.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
    if let Some(Value::String(reference)) = shape.get("$ref")
        && !accepts(root.pointer(&reference[1..]).unwrap(), root, value)
    {
        return false;
    }
    let (any, one) = (all("anyOf"), all("oneOf"));
    if !any.is_empty() && !any.iter().any(|shape| accepts(shape, root, value)) {
        return false;
    }
    if !one.is_empty() && one.iter().filter(|shape| accepts(shape, root, value)).count() != 1 {
        return false;
    }
    if shape.get("const").is_some_and(|constant| constant != value) {
        return false;
    }
    let names = match value {
        Value::Null => ["null", ""],
        Value::Bool(_) => ["boolean", ""],
        Value::Number(number) if number.is_f64() => ["number", ""],
        Value::Number(_) => ["number", "integer"],
        Value::String(_) => ["string", ""],
        Value::Array(_) => ["array", ""],
        Value::Object(_) => ["object", ""],
    };
    let types: Vec<&str> = match shape.get("type") {
        Some(Value::String(name)) => vec![name],
        Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    if !types.is_empty() && !types.iter().any(|name| names.contains(name)) {
        return false;
    }
    match value {
        Value::Number(number) => {
            let (bound, number) =
                (|key: &str| shape.get(key).and_then(Value::as_f64), number.as_f64().unwrap());
            bound("minimum").is_none_or(|least| number >= least)
                && bound("maximum").is_none_or(|most| number <= most)
        }
        Value::String(text) => shape.get("pattern").and_then(Value::as_str).is_none_or(|pattern| {
            // A pattern with `\u` speaks of what is beyond ASCII; the others are the same in Rust.
            pattern.contains("\\u") || regex_lite::Regex::new(pattern).unwrap().is_match(text)
        }),
        Value::Array(list) => {
            let least = shape.get("minItems").and_then(Value::as_u64).unwrap_or(0);
            list.len() as u64 >= least
                && shape.get("items").is_none_or(|shape| list.iter().all(|item| accepts(shape, root, item)))
        }
        Value::Object(object) => {
            let closed = shape.get("additionalProperties") == Some(&Value::Bool(false));
            let bound = |key: &str| shape.get(key).and_then(Value::as_u64);
            let count = object.len() as u64;
            bound("minProperties").is_none_or(|least| count >= least)
                && bound("maxProperties").is_none_or(|most| count <= most)
                && all("required").iter().all(|key| object.contains_key(key.as_str().unwrap()))
                && object.iter().all(|(key, value)| {
                    match shape.get("properties").and_then(|keys| keys.get(key)) {
                        Some(shape) => accepts(shape, root, value),
                        None => !closed,
                    }
                })
        }
        _ => true,
    }
}

/// Whether the schema of changes, or that of a comparison, accepts a document.
pub(crate) fn accepts_document(name: SchemaName, value: &Value) -> bool {
    static SCHEMAS: LazyLock<[Value; 2]> =
        LazyLock::new(|| [schema(SchemaName::Changes), schema(SchemaName::Comparison)]);
    let root = &SCHEMAS[usize::from(name == SchemaName::Comparison)];
    accepts(root, root, value)
}
