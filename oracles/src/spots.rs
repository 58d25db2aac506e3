//! Which definition of the schema each value of a document falls under.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::document::{Document, Path};

/// A value of a document, with its place in the format.
#[derive(Debug, Clone)]
pub struct Spot {
    /// Where it stands.
    pub path: Path,
    /// What stands there: the object or the value type by name, such as `Action` or `Title`.
    pub definition: String,
    /// The object and key that hold it, such as `Action.title`; an item of a list ends in `[]`.
    pub place: String,
}

/// One spot for each place in the format that the document uses, at its first use; the document itself by this name.
#[must_use]
pub fn spots(document: &Document, schema: &Value, name: &str) -> Vec<Spot> {
    let mut walk = Walk { schema, seen: BTreeSet::new(), spots: Vec::new() };
    walk.visit(document, schema, &mut Vec::new(), name, name);
    walk.spots
}

struct Walk<'a> {
    schema: &'a Value,
    seen: BTreeSet<String>,
    spots: Vec<Spot>,
}

impl<'a> Walk<'a> {
    fn visit(&mut self, value: &Document, shape: &'a Value, path: &mut Path, name: &str, place: &str) {
        let (shape, named) = self.resolve(shape, value);
        let name = named.unwrap_or(name);
        if self.seen.insert(place.to_owned()) {
            self.spots.push(Spot {
                path: path.clone(),
                definition: name.to_owned(),
                place: place.to_owned(),
            });
        }
        match value {
            Document::Object(entries) => {
                for (number, (key, value)) in entries.iter().enumerate() {
                    path.push(number);
                    self.visit(value, &shape["properties"][key], path, "", &format!("{name}.{key}"));
                    path.pop();
                }
            }
            Document::List(items) => {
                for (number, item) in items.iter().enumerate() {
                    path.push(number);
                    self.visit(item, &shape["items"], path, "", &format!("{place}[]"));
                    path.pop();
                }
            }
            Document::Bare(_) | Document::Text(_) => {}
        }
    }

    /// What stands behind references, the choice of `null` and ways to write, with its name.
    fn resolve(&self, mut shape: &'a Value, value: &Document) -> (&'a Value, Option<&'a str>) {
        let mut name = None;
        loop {
            if let Some(reference) = shape["$ref"].as_str() {
                shape = self.schema.pointer(reference.trim_start_matches('#')).unwrap_or(&Value::Null);
                // The schema itself, which may be part of itself, has no name.
                name = reference.rsplit('/').next().map(|name| name.trim_start_matches('#'));
            } else if let Some(ways) = shape["anyOf"].as_array() {
                shape = ways.iter().find(|way| way["type"] != "null").unwrap_or(&Value::Null);
            } else if let (Some(ways), Document::Object(entries)) = (shape["oneOf"].as_array(), value) {
                // The ways to write a change: its `op` tells which.
                let op = entries.iter().find(|(key, _)| key == "op").map(|(_, op)| op.clone());
                let is_way =
                    |way: &&Value| way["properties"]["op"]["const"].as_str().map(Document::text) == op;
                shape = ways.iter().find(is_way).unwrap_or(&Value::Null);
            } else {
                return (shape, name);
            }
        }
    }
}
