//! The JSON Schema of an object, from the same list of keys that the reader uses.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value};

use super::typed::{AtLeastOne, Elsewhere};

/// One key of an object.
#[derive(Debug)]
pub(crate) struct Property {
    pub(crate) key: &'static str,
    /// The Dutch term.
    pub(crate) term: &'static str,
    pub(crate) meaning: &'static str,
    pub(crate) required: bool,
    pub(crate) schema: Schema,
}

/// The schema of an object that knows exactly these keys; `null` is allowed on optional ones.
pub(crate) fn object_schema(term: &str, meaning: &str, properties: &[Property]) -> Schema {
    let required: Vec<&str> = properties.iter().filter(|p| p.required).map(|p| p.key).collect();
    let mut by_key = Map::new();
    for property in properties {
        let inner = property.schema.as_value().clone();
        let mut object = Map::new();
        object.insert("title".to_owned(), property.term.into());
        object.insert("description".to_owned(), property.meaning.trim().into());
        if property.required {
            if let Value::Object(inner) = inner {
                object.extend(inner.into_iter().filter(|(key, _)| key != "title" && key != "description"));
            }
        } else {
            let null = serde_json::json!({"type": "null"});
            let alternatives =
                inner.get("anyOf").and_then(Value::as_array).filter(|any| any.contains(&null)).cloned();
            object.insert("anyOf".to_owned(), alternatives.unwrap_or_else(|| vec![inner, null]).into());
        }
        by_key.insert(property.key.to_owned(), object.into());
    }
    json_schema!({
        "title": term,
        "description": meaning.trim(),
        "type": "object",
        "additionalProperties": false,
        "properties": by_key,
        "required": required,
    })
}

impl<T: JsonSchema> JsonSchema for AtLeastOne<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("AtLeastOne{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "array", "minItems": 1, "items": generator.subschema_for::<T>()})
    }
}

impl<T: JsonSchema> JsonSchema for Elsewhere<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> std::borrow::Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}
