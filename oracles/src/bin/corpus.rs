//! Writes documents with the crate's verdict, for validators in other languages: `corpus DIRECTORY`.
//!
//! `safety-plan/` and `changes/` hold documents by the schema that they are meant for; `verdicts.json` says of each
//! whether the crate takes its shape and values. `outputs/` holds what the crate writes, by the schema that it must fit. `digests/` holds plans, and `digests.txt` the digest of each.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use oracles::{
    Change, DEMO, Document, PLAN, RICH, Random, Schemas, Verdict, batch, batch_reader, digests, mutant,
    outputs, reader, restructured, spots, variants, words,
};
use serde_json::Value;

/// How many documents are changed at random and still fit, and how many don't: of the rich plan and of Vlaardingen's.
const CHANGED: [(&str, usize); 2] = [(RICH, 150), (PLAN, 10)];

fn main() -> io::Result<()> {
    let Some(directory) = env::args_os().nth(1).map(PathBuf::from) else {
        return Err(io::Error::other("usage: corpus DIRECTORY"));
    };
    fs::create_dir_all(directory.join("outputs"))?;
    write_judged(&directory.join("safety-plan"), &documents(), reader)?;
    write_judged(&directory.join("changes"), &batches(), batch_reader)?;
    write_digests(&directory)?;
    write_outputs(&directory.join("outputs"))
}

/// Writes documents and `verdicts.json`.
fn write_judged(directory: &Path, documents: &[String], reader: fn(&str) -> Verdict) -> io::Result<()> {
    fs::create_dir_all(directory)?;
    let mut verdicts = BTreeMap::new();
    for (number, text) in documents.iter().enumerate() {
        let name = format!("{number:03}.json");
        fs::write(directory.join(&name), text)?;
        verdicts.insert(name, reader(text) == Verdict::Fits);
    }
    fs::write(directory.join("verdicts.json"), serde_json::to_string_pretty(&verdicts)?)
}

/// Batches of changes whose structure went wrong at random; on single values the schema says more than the reader.
fn batches() -> Vec<String> {
    let base = batch();
    let mut batches = vec![base.to_string()];
    let changed = |seed| restructured(&base, &mut Random::new(seed)).to_string();
    for (verdict, count) in [(Verdict::Fits, 30), (Verdict::Refused, 70)] {
        let all = (3_000_000..).map(changed);
        batches.extend(all.filter(|text| batch_reader(text) == verdict).take(count));
    }
    batches
}

/// The plans, every slip of notation that languages read differently, and documents that went wrong at random.
fn documents() -> Vec<String> {
    let schemas = Schemas::committed("safety-plan.schema.json");
    let words = words(schemas.schema());
    let rich = Document::parse(RICH);
    let mut documents = vec![PLAN.to_owned(), DEMO.to_owned(), RICH.to_owned()];
    documents.extend(slips(&rich, &schemas));
    for (text, count) in CHANGED {
        let base = Document::parse(text);
        // The seeds of the corpus are others than those of the tests.
        let changed =
            |seed| mutant(&base, &words, schemas.schema(), &mut Random::new(seed)).document.to_string();
        for verdict in [Verdict::Fits, Verdict::Refused] {
            documents.extend((1_000_000..).map(changed).filter(|text| reader(text) == verdict).take(count));
        }
    }
    documents
}

/// Of each sort of value one document in which it ends in a line feed, and one in which it is written otherwise.
fn slips(rich: &Document, schemas: &Schemas) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut slips = Vec::new();
    for spot in spots(rich, schemas.schema(), "SafetyPlan") {
        if !seen.insert(spot.definition.clone()) {
            continue;
        }
        let changed: Vec<Document> = match rich.at(&spot.path) {
            Some(Document::Text(text)) => variants(text).into_iter().take(2).map(Document::Text).collect(),
            Some(Document::Bare(text)) if text.parse::<f64>().is_ok() => {
                [format!("{text}.0"), format!("{text}e0"), format!("{text}.5")].map(Document::Bare).into()
            }
            _ => Vec::new(),
        };
        for value in changed {
            let mut document = rich.clone();
            Change::Set(spot.path.clone(), value).make(&mut document);
            slips.push(document.to_string());
        }
    }
    slips
}

fn write_outputs(directory: &Path) -> io::Result<()> {
    let mut by_schema: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
    for output in outputs(100) {
        by_schema.entry(output.schema).or_default().push(output.value);
    }
    for (schema, values) in by_schema {
        fs::write(directory.join(format!("{schema}.json")), serde_json::to_string(&values)?)?;
    }
    Ok(())
}

fn write_digests(directory: &Path) -> io::Result<()> {
    fs::create_dir_all(directory.join("digests"))?;
    let mut list = String::new();
    for (number, plan) in digests(100, 50).into_iter().enumerate() {
        let name = format!("{number:03}.json");
        fs::write(directory.join("digests").join(&name), &plan.text)?;
        // Writing to a String can't fail.
        let _ = writeln!(list, "{} ./{name}", plan.digest);
    }
    fs::write(directory.join("digests.txt"), list)
}
