//! The JSON Schema of a filter, from the words and values that the reader takes.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::json::{ALL, ANY, CODE, FROM, ID, NAME, NOT, TO};
use super::value::COST_WORDS;
use super::{CostTest, Filter, FilterWord, Gap, Mark};
use crate::choice::Choice;
use crate::entity::{Approach, Disclosure, FundingSource, OriginKind, Period};
use crate::id::AnyId;
use crate::lifecycle::ActionState;
use crate::value::{Cents, ElementCode, PowerCode, Year};

/// What stands behind a word.
fn value(word: FilterWord, generator: &mut SchemaGenerator) -> Schema {
    match word {
        FilterWord::Year => generator.subschema_for::<Year>(),
        FilterWord::Period => generator.subschema_for::<Period>(),
        FilterWord::Status => generator.subschema_for::<ActionState>(),
        FilterWord::Approach => generator.subschema_for::<Approach>(),
        FilterWord::Cost => generator.subschema_for::<CostTest>(),
        FilterWord::Funding => generator.subschema_for::<FundingSource>(),
        FilterWord::Power => generator.subschema_for::<PowerCode>(),
        FilterWord::Origin => generator.subschema_for::<OriginKind>(),
        FilterWord::Item | FilterWord::Title => json_schema!({"type": "string"}),
        FilterWord::Disclosure => generator.subschema_for::<Disclosure>(),
        FilterWord::Gap => generator.subschema_for::<Gap>(),
        FilterWord::Serves
        | FilterWord::Answers
        | FilterWord::Topic
        | FilterWord::Partner
        | FilterWord::Accountable
        | FilterWord::Director
        | FilterWord::Lead
        | FilterWord::Execute
        | FilterWord::Support
        | FilterWord::Fund
        | FilterWord::Consult
        | FilterWord::Involved
        | FilterWord::Action
        | FilterWord::ExecutionPlan
        | FilterWord::Plan
        | FilterWord::Municipality
        | FilterWord::Area
        | FilterWord::Indicator
        | FilterWord::From => generator.subschema_for::<Mark>(),
    }
}

/// An object with at least one, and at most so many, of these keys.
fn object(title: &str, meaning: &str, properties: &Map<String, Value>, most: usize) -> Schema {
    json_schema!({
        "title": title,
        "description": meaning,
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
        "minProperties": 1,
        "maxProperties": most,
    })
}

fn put(properties: &mut Map<String, Value>, key: &str, title: &str, schema: Schema) {
    let mut property = schema.to_value();
    if let Value::Object(property) = &mut property {
        property.insert("title".to_owned(), title.into());
    }
    properties.insert(key.to_owned(), property);
}

impl JsonSchema for Filter {
    fn schema_name() -> Cow<'static, str> {
        "Filter".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::Filter").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut properties = Map::new();
        let filter = generator.subschema_for::<Self>();
        let parts = json_schema!({"type": "array", "items": filter.clone()});
        put(&mut properties, ALL, "en", parts.clone());
        put(&mut properties, ANY, "of", parts);
        put(&mut properties, NOT, "niet", filter);
        for word in FilterWord::ALL {
            put(&mut properties, word.as_str(), word.term_nl(), value(*word, generator));
        }
        let meaning = format!(
            "Which actions are meant: an object with one key, a condition or what joins filters. At most {} levels deep; \
             periods and amounts run forward.",
            Self::MAX_DEPTH
        );
        object("filter", &meaning, &properties, 1)
    }
}

impl JsonSchema for Mark {
    fn schema_name() -> Cow<'static, str> {
        "FilterMark".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::Mark").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut properties = Map::new();
        put(&mut properties, ID, "id", generator.subschema_for::<AnyId>());
        put(&mut properties, CODE, "code", generator.subschema_for::<ElementCode>());
        put(&mut properties, NAME, "naam", json_schema!({"type": "string"}));
        object("aanduiding", "How an element is named: by its id, its code or its name.", &properties, 1)
    }
}

impl JsonSchema for CostTest {
    fn schema_name() -> Cow<'static, str> {
        "FilterCost".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::CostTest").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut properties = Map::new();
        put(&mut properties, FROM, "vanaf", generator.subschema_for::<Cents>());
        put(&mut properties, TO, "tot en met", generator.subschema_for::<Cents>());
        let meaning = "The amount is known and lies between these, both included.";
        let between = object("tussen", meaning, &properties, 2);
        let words = COST_WORDS.map(|(word, term, _)| json!({"const": word, "title": term}));
        json_schema!({
            "title": "kosten",
            "description": "What is asked of a cost.",
            "anyOf": [{"type": "string", "oneOf": words}, between],
        })
    }
}
