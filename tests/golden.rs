//! What is committed is what the code gives: schemas, the catalogue, data in the written form.
//!
//! `UPDATE_EXPECT=1 cargo test` writes the files anew.

use expect_test::expect_file;
use veiligheidsplan::SafetyPlan;
use veiligheidsplan::export::{SCHEMAS, catalogue_json, catalogue_markdown, openapi, schema};

fn pretty(value: &serde_json::Value) -> String {
    serde_json::to_string_pretty(value).unwrap() + "\n"
}

#[test]
fn the_committed_schemas_are_the_ones_the_code_gives() {
    for name in SCHEMAS {
        let path = format!("{}/schema/{name}.schema.json", env!("CARGO_MANIFEST_DIR"));
        expect_file![path].assert_eq(&pretty(&schema(*name)));
    }
}

#[test]
fn the_committed_openapi_components_are_the_ones_the_code_gives() {
    expect_file!["../schema/openapi.json"].assert_eq(&pretty(&openapi()));
}

#[test]
fn the_committed_catalogue_is_the_one_the_code_gives() {
    expect_file!["../schema/codes.json"].assert_eq(&catalogue_json());
    expect_file!["../src/guide/codes.md"].assert_eq(&catalogue_markdown());
}

#[test]
fn the_plans_are_committed_in_the_written_form() {
    for name in ["vlaardingen-2020-2023", "vlaardingen-2020-2023.demo"] {
        let path = format!("{}/data/{name}.plan.json", env!("CARGO_MANIFEST_DIR"));
        let plan = SafetyPlan::from_json(&std::fs::read_to_string(&path).unwrap()).unwrap();
        expect_file![path].assert_eq(&plan.to_json());
    }
}
