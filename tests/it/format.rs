//! The format page is true: its keys are the schema's, and its examples are read without a fault.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde_json::{Map, Value, json};
use veiligheidsplan::export::{SchemaName, schema};
use veiligheidsplan::{RaisedBy, SafetyPlan};

struct Row {
    key: String,
    term: String,
    required: bool,
    example: Value,
}

/// The tables of the page: the rows of each entity, with those that every element has.
fn page() -> BTreeMap<String, Vec<Row>> {
    let text = include_str!("../../src/guide/format.md");
    let mut tables: BTreeMap<String, Vec<Row>> = BTreeMap::new();
    let mut name = String::new();
    for line in text.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            heading.clone_into(&mut name);
        }
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        let is_row = line.starts_with('|') && cells.len() == 4 && cells[3].starts_with('`');
        if is_row && name != "Values" {
            let key = cells[0].trim_matches('*').to_owned();
            let example = serde_json::from_str(cells[3].trim_matches('`')).expect(line);
            let row = Row { key, term: cells[1].to_owned(), required: cells[0].starts_with("**"), example };
            tables.entry(name.clone()).or_default().push(row);
        }
    }
    tables
}

fn definitions() -> BTreeMap<String, Value> {
    let root = schema(SchemaName::SafetyPlan);
    let mut all: BTreeMap<String, Value> =
        root["$defs"].as_object().unwrap().iter().map(|(name, def)| (name.clone(), def.clone())).collect();
    all.insert("SafetyPlan".to_owned(), root);
    all.retain(|_, def| def.get("properties").is_some());
    all
}

/// The definition that a property holds, alone or in a list.
fn holds(property: &Value) -> Option<String> {
    let text = property.to_string();
    let at = text.find("#/$defs/")? + "#/$defs/".len();
    Some(text[at..].split('"').next()?.to_owned())
}

/// The rows of an entity, with those of every element where it is one.
fn rows<'a>(tables: &'a BTreeMap<String, Vec<Row>>, name: &str, definition: &Value) -> Vec<&'a Row> {
    let own = tables.get(name).unwrap_or_else(|| panic!("the page has no table of {name}"));
    let is_element = own.iter().all(|row| row.key != "id") && definition["properties"].get("id").is_some();
    own.iter().chain(is_element.then(|| &tables["Element"]).into_iter().flatten()).collect()
}

#[test]
fn the_page_lists_exactly_the_keys_of_the_schema() {
    let (tables, definitions) = (page(), definitions());
    for (name, definition) in &definitions {
        let rows = rows(&tables, name, definition);
        let properties = definition["properties"].as_object().unwrap();
        let keys: BTreeSet<&str> = rows.iter().map(|row| row.key.as_str()).collect();
        assert_eq!(keys, properties.keys().map(String::as_str).collect(), "keys of {name}");
        let required: BTreeSet<&str> =
            rows.iter().filter(|row| row.required).map(|row| row.key.as_str()).collect();
        let demanded =
            definition["required"].as_array().unwrap().iter().map(|key| key.as_str().unwrap()).collect();
        assert_eq!(required, demanded, "required keys of {name}");
        for row in rows {
            assert_eq!(properties[&row.key]["title"], row.term.as_str(), "Dutch term of {name}.{}", row.key);
        }
    }
    let documented: BTreeSet<&str> =
        tables.keys().map(String::as_str).filter(|name| *name != "Element").collect();
    assert_eq!(documented, definitions.keys().map(String::as_str).collect());
}

/// Each entity with all its examples, put where it first occurs in a plan made of examples.
#[test]
fn the_examples_are_read_without_a_fault_of_shape_or_value() {
    let (tables, definitions) = (page(), definitions());
    let object = |name: &str, all: bool| -> Map<String, Value> {
        let rows = rows(&tables, name, &definitions[name]);
        let wanted = rows.iter().filter(|row| all || row.required);
        wanted.map(|row| (row.key.clone(), row.example.clone())).collect()
    };
    let mut found: BTreeMap<String, Vec<(String, String, bool)>> = BTreeMap::new();
    let mut open = VecDeque::from([("SafetyPlan".to_owned(), Vec::new())]);
    while let Some((name, path)) = open.pop_front() {
        if found.contains_key(&name) {
            continue;
        }
        for (key, property) in definitions[&name]["properties"].as_object().unwrap() {
            if let Some(inner) = holds(property).filter(|inner| definitions.contains_key(inner)) {
                let step = (name.clone(), key.clone(), property.to_string().contains("\"array\""));
                open.push_back((inner, [path.clone(), vec![step]].concat()));
            }
        }
        found.insert(name, path);
    }
    assert_eq!(found.len(), definitions.len(), "every entity occurs in a plan");
    for (name, path) in found {
        let mut value = Value::Object(object(&name, true));
        for (holder, key, in_list) in path.into_iter().rev() {
            let mut holder = object(&holder, false);
            holder.insert(key, if in_list { json!([value]) } else { value });
            value = Value::Object(holder);
        }
        let faults: Vec<String> = match SafetyPlan::from_json(&value.to_string()) {
            Ok(_) => Vec::new(),
            Err(rejected) => rejected
                .into_errors()
                .into_iter()
                .filter(|finding| matches!(finding.code.raised_by(), RaisedBy::Text | RaisedBy::Shape))
                .map(|finding| finding.to_string())
                .collect(),
        };
        assert_eq!(faults, Vec::<String>::new(), "{name}: {value}");
    }
}
