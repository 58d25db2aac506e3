//! What the crate and its schema say of a document.

use jsonschema::Validator;
use serde_json::Value;
use veiligheidsplan::{Findings, RaisedBy, SafetyPlan};

use crate::committed;

/// What is said of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Of the right shape, with values that hold their rules. What elements mean to each other is another matter.
    Fits,
    /// Not so.
    Refused,
    /// No JSON, or beyond a bound: no schema gets to see it.
    Unread,
}

/// The crate's verdict.
#[must_use]
pub fn reader(text: &str) -> Verdict {
    let Err(rejected) = SafetyPlan::from_json(text) else {
        return Verdict::Fits;
    };
    of_errors(rejected.errors())
}

/// The verdict that errors come down to.
pub(crate) fn of_errors(errors: &Findings) -> Verdict {
    let codes = errors.iter().map(|finding| finding.code).chain(errors.beyond().iter().map(|rest| rest.code));
    let raised: Vec<RaisedBy> = codes.map(veiligheidsplan::Code::raised_by).collect();
    if raised.contains(&RaisedBy::Text) {
        Verdict::Unread
    } else if raised.iter().any(|by| matches!(by, RaisedBy::Shape | RaisedBy::Change)) {
        Verdict::Refused
    } else {
        Verdict::Fits
    }
}

/// The committed schema, compiled: formats as annotations, and formats enforced.
#[derive(Debug)]
pub struct Schemas {
    plain: Validator,
    with_formats: Validator,
    schema: Value,
}

impl Schemas {
    /// Compiles a committed schema.
    ///
    /// # Panics
    /// The schema doesn't compile.
    #[must_use]
    pub fn committed(file: &str) -> Self {
        Self::of(committed(file))
    }

    /// Compiles one definition of this schema.
    ///
    /// # Panics
    /// There is no such definition.
    #[must_use]
    pub fn definition(&self, name: &str) -> Self {
        let defs = &self.schema["$defs"];
        assert!(defs[name].is_object(), "the schema has no {name}");
        Self::of(serde_json::json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$ref": format!("#/$defs/{name}"),
            "$defs": defs,
        }))
    }

    /// The same without what it says of single texts, of the size of numbers and of how many items a list wants.
    #[must_use]
    pub fn of_shapes(&self) -> Self {
        let mut schema = self.schema.clone();
        let largest = serde_json::json!(9_007_199_254_740_991_u64);
        for definition in schema["$defs"].as_object_mut().into_iter().flat_map(|defs| defs.values_mut()) {
            match definition["type"].as_str() {
                // A choice of words is a matter of shape.
                Some("string") if definition.get("oneOf").is_none() => {
                    *definition = serde_json::json!({"type": "string"});
                }
                Some("integer") => {
                    *definition = serde_json::json!({"type": "integer", "minimum": 0, "maximum": largest});
                }
                _ => without_fewest(definition),
            }
        }
        Self::of(schema)
    }

    fn of(schema: Value) -> Self {
        let build = |formats: bool| {
            let options = jsonschema::draft202012::options().should_validate_formats(formats);
            options.build(&schema).unwrap_or_else(|error| panic!("the schema doesn't compile: {error}"))
        };
        Self { plain: build(false), with_formats: build(true), schema }
    }

    /// The schema itself.
    #[must_use]
    pub fn schema(&self) -> &Value {
        &self.schema
    }

    /// The schema's verdict of a text.
    ///
    /// # Panics
    /// As [`value`](Self::value).
    #[must_use]
    pub fn text(&self, text: &str) -> Verdict {
        serde_json::from_str(text).map_or(Verdict::Unread, |value| self.value(&value))
    }

    /// The schema's verdict of a value.
    ///
    /// # Panics
    /// It depends on whether formats are enforced.
    #[must_use]
    pub fn value(&self, value: &Value) -> Verdict {
        let plain = self.plain.is_valid(value);
        assert_eq!(plain, self.with_formats.is_valid(value), "a format says more than its pattern: {value}");
        if plain { Verdict::Fits } else { Verdict::Refused }
    }

    /// What the schema has against a value, a line each.
    #[must_use]
    pub fn complaints(&self, value: &Value) -> Vec<String> {
        self.plain.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
    }
}

/// Lets every list within a schema be empty.
fn without_fewest(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            object.remove("minItems");
            object.values_mut().for_each(without_fewest);
        }
        Value::Array(items) => items.iter_mut().for_each(without_fewest),
        _ => {}
    }
}
