//! What the crate writes fits the schema that it commits to.

use std::collections::{BTreeMap, BTreeSet};

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

/// A key that never occurs is not judged above.
#[test]
fn every_key_of_every_report_occurs() {
    let mut schemas = BTreeMap::new();
    let mut used: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for output in outputs(300) {
        let schema = schemas
            .entry(output.schema)
            .or_insert_with(|| committed(&format!("{}.schema.json", output.schema)));
        let places = spots(&Document::from(output.value), schema, "").into_iter().map(|spot| spot.place);
        used.entry(output.schema).or_default().extend(places);
    }
    // The rich plan has every key of the format, and another test sees to that.
    let of_plans = &schemas["safety-plan"]["$defs"];
    let mut lacking = Vec::new();
    for (name, schema) in schemas.iter().filter(|(name, _)| **name != "safety-plan") {
        let definitions = schema["$defs"].as_object().into_iter().flatten();
        let objects = definitions.filter(|(key, _)| of_plans[*key].is_null() && *key != "SafetyPlan");
        let objects = objects.map(|(key, object)| (key.as_str(), object)).chain([("", schema)]);
        for (object, shape) in objects {
            let ways = shape["oneOf"].as_array().into_iter().flatten().chain([shape]);
            let keys = ways.filter_map(|way| way["properties"].as_object()).flatten().map(|(key, _)| key);
            let places =
                keys.map(|key| format!("{object}.{key}")).filter(|place| !used[name].contains(place));
            lacking.extend(places.map(|place| format!("{name}: {place}")));
        }
    }
    // What lacks for a step is never about text, never exempt and never too much to be listed.
    let never = ["Finding.line", "Finding.column", "Finding.exempt", "Finding.related", "Findings.beyond"];
    let never =
        never.iter().chain(&["Beyond.code", "Beyond.more"]).map(|place| format!("readiness: {place}"));
    // Actions are put into groups and make none.
    let never: Vec<String> = never.chain(["groups: NodeReport.executionPlan".to_owned()]).collect();
    lacking.retain(|place| !never.contains(place));
    assert!(lacking.is_empty(), "{lacking:#?}");
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
        ("findings", "Findings"),
        ("readiness", "Readiness"),
        ("states", "States"),
        ("effects", "ElementEffect"),
        ("threads", "ThreadReport"),
        ("filter", "Filter"),
        ("nodes", "NodeReport"),
        ("groups", "Groups"),
        ("explanation", "Explanation"),
        ("coverage", "Coverage"),
        ("impact", "Impact"),
        ("single-points", "SinglePoints"),
        ("matrix", "Matrix"),
        ("workload", "Workload"),
        ("consequences", "Consequences"),
        ("changes", "Change"),
        ("comparison", "Comparison"),
        ("succession", "Succession"),
        ("costs", "Costs"),
        ("agenda", "Agenda"),
        ("policy-logic", "PolicyLogic"),
        ("progress", "ProgressReport"),
        ("results", "Results"),
        ("means", "Means"),
        ("carry-over", "CarryOver"),
        ("unanswered", "Unanswered"),
        ("balance", "Balance"),
        ("codes", "CatalogueEntry"),
        ("powers", "PowersTable"),
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
