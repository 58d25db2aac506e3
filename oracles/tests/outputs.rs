//! What the crate writes fits the schema that it commits to.

use std::collections::BTreeMap;

use oracles::*;
use serde_json::{Value, json};

#[test]
fn everything_written_fits_its_schema() {
    let mut schemas = BTreeMap::new();
    let mut counts = BTreeMap::new();
    for output in outputs(3_000) {
        let schema = schemas
            .entry(output.schema)
            .or_insert_with(|| Schemas::committed(&format!("{}.schema.json", output.schema)));
        *counts.entry(output.schema).or_insert(0) += 1;
        let complaints = schema.complaints(&output.value);
        assert!(
            complaints.is_empty(),
            "{}: {complaints:#?}\n{:.2000}",
            output.schema,
            output.value.to_string()
        );
    }
    println!("{counts:?}");
    assert_eq!(counts.len(), veiligheidsplan::export::SCHEMAS.len(), "{counts:?}");
}

#[test]
fn the_committed_catalogue_fits_its_schema() {
    let complaints = Schemas::committed("codes.schema.json").complaints(&committed("codes.json"));
    assert!(complaints.is_empty(), "{complaints:#?}");
}

/// The components of the `OpenAPI` document say of a value what the schemas say.
#[test]
fn the_openapi_components_take_what_the_schemas_take() {
    let openapi = committed("openapi.json");
    let component = |name: &str| {
        let schema = json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$ref": format!("#/components/schemas/{name}"),
            "components": openapi["components"],
        });
        jsonschema::draft202012::new(&schema).unwrap_or_else(|error| panic!("{name}: {error}"))
    };
    for name in openapi["components"]["schemas"].as_object().unwrap().keys() {
        component(name);
    }
    let validators: BTreeMap<&str, _> = [
        ("safety-plan", "SafetyPlan"),
        ("findings", "Finding"),
        ("readiness", "Readiness"),
        ("threads", "ThreadReport"),
        ("codes", "CatalogueEntry"),
    ]
    .map(|(schema, name)| (schema, component(name)))
    .into();
    for output in outputs(200) {
        let values = match output.value {
            Value::Array(items) => items,
            one => vec![one],
        };
        for value in values {
            assert!(validators[output.schema].is_valid(&value), "{}: {value}", output.schema);
        }
    }
    let schemas = Schemas::committed("safety-plan.schema.json");
    let words = words(schemas.schema());
    let base = Document::parse(RICH);
    for seed in 0..1_000 {
        let text = mutant(&base, &words, schemas.schema(), &mut Random::new(seed)).document.to_string();
        if let Ok(value) = serde_json::from_str(&text) {
            let fits = schemas.value(&value) == Verdict::Fits;
            assert_eq!(validators["safety-plan"].is_valid(&value), fits, "seed {seed}");
        }
    }
}
