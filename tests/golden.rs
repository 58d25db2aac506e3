//! What is committed is what the code gives: schemas, the catalogue, data in the written form.
//!
//! `UPDATE_EXPECT=1 cargo test` writes the files anew.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a helper of tests fails the test")]

#[path = "golden/faults.rs"]
mod faults;
#[path = "golden/reduce.rs"]
mod reduce;

use std::collections::{BTreeMap, BTreeSet};

use expect_test::expect_file;
use veiligheidsplan::export::{
    SCHEMAS, catalogue_json, catalogue_markdown, openapi, powers_json, powers_markdown, schema,
};
use veiligheidsplan::plan::PROFILE_RULES;
use veiligheidsplan::{Code, SafetyPlan};

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
fn the_committed_powers_are_the_ones_the_code_gives() {
    expect_file!["../data/powers.json"].assert_eq(&powers_json());
    expect_file!["../src/guide/powers.md"].assert_eq(&powers_markdown());
}

#[test]
fn the_plans_are_committed_in_the_written_form() {
    for name in ["vlaardingen-2020-2023", "vlaardingen-2020-2023.demo"] {
        let path = format!("{}/data/{name}.plan.json", env!("CARGO_MANIFEST_DIR"));
        let plan = SafetyPlan::from_json(&std::fs::read_to_string(&path).unwrap()).unwrap();
        expect_file![path].assert_eq(&plan.to_json());
    }
}

/// The rows of the rules page: per rule its class and the codes that it names.
fn rules() -> BTreeMap<u8, (String, BTreeSet<&'static str>)> {
    let page = include_str!("../src/guide/rules.md");
    let mut rows = BTreeMap::new();
    for line in page.lines() {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        let Some(number) = cells.first().and_then(|cell| cell.parse::<u8>().ok()) else { continue };
        let named = cells[3].split('`').skip(1).step_by(2).filter_map(|word| word.parse::<Code>().ok());
        assert!(!cells[3].is_empty(), "rule {number} has a place");
        let row = (cells[2].to_owned(), named.map(Code::as_str).collect());
        assert!(rows.insert(number, row).is_none(), "rule {number} stands in one row");
    }
    rows
}

#[test]
fn each_of_the_116_rules_has_its_place_and_names_the_codes_that_name_it() {
    let rules = rules();
    assert_eq!(rules.keys().copied().collect::<Vec<_>>(), (1..=116).collect::<Vec<_>>());
    for (number, (class, codes)) in &rules {
        let naming = Code::ALL.iter().filter(|code| code.rules().contains(number));
        assert_eq!(*codes, naming.map(|code| code.as_str()).collect(), "codes of rule {number}");
        assert_eq!(
            class.contains("/P"),
            PROFILE_RULES.contains(number),
            "whether profiles judge rule {number}"
        );
    }
}
