//! The crate refuses the shape and values of a document exactly if its JSON Schema does.

use std::collections::BTreeSet;

use oracles::*;
use serde_json::Value;
use veiligheidsplan::SafetyPlan;

fn schemas() -> Schemas {
    Schemas::committed("safety-plan.schema.json")
}

/// The verdicts of both on a text that both can read, if they differ.
fn difference(schemas: &Schemas, text: &str) -> Option<String> {
    let ours = reader(text);
    let value = serde_json::from_str::<Value>(text);
    // A number beyond every float is JSON, but nobody can hold it: the reader may stop there, or pass over it.
    if value.is_err() && ours != Verdict::Fits {
        return None;
    }
    let theirs = value.as_ref().map_or(Verdict::Unread, |value| schemas.value(value));
    let complaints = || {
        let ours = SafetyPlan::from_json(text).err().map(|errors| format!("{errors:#}")).unwrap_or_default();
        let theirs = value.as_ref().map(|value| schemas.complaints(value)).unwrap_or_default();
        format!("  reader: {}\n  schema: {}", shortened(&ours), shortened(&theirs.join("\n")))
    };
    (ours != theirs).then(|| format!("reader {ours:?}, schema {theirs:?}\n{}", complaints()))
}

fn shortened(text: &str) -> String {
    text.chars().take(600).collect()
}

/// The difference in as few changes as show it.
fn smallest(schemas: &Schemas, base: &Document, mutant: &Mutant) -> String {
    for (change, described) in &mutant.changes {
        let mut document = base.clone();
        change.make(&mut document);
        if let Some(difference) = difference(schemas, &document.to_string()) {
            return format!("{described}\n  {difference}");
        }
    }
    let described: Vec<&str> = mutant.changes.iter().map(|(_, described)| described.as_str()).collect();
    let difference = difference(schemas, &mutant.document.to_string()).unwrap_or_default();
    format!("{}\n  {difference}", described.join("; "))
}

#[test]
fn the_schemas_are_schemas_of_draft_2020_12() {
    for name in veiligheidsplan::export::SCHEMAS {
        let schema = committed(&format!("{name}.schema.json"));
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{name}");
        assert_eq!(schema["$id"], name.uri(), "{name}");
        assert!(jsonschema::draft202012::meta::is_valid(&schema), "{name}");
        assert!(jsonschema::draft202012::new(&schema).is_ok(), "{name}");
    }
}

#[test]
fn the_plans_fit_and_have_no_errors() {
    let schemas = schemas();
    for text in [PLAN, DEMO, RICH] {
        let plan = SafetyPlan::from_json(text).unwrap_or_else(|errors| panic!("{errors:#}"));
        assert_eq!(schemas.text(text), Verdict::Fits);
        assert_eq!(schemas.text(&plan.to_json()), Verdict::Fits);
    }
}

/// The changed documents start from this plan, so a key that it lacks would not be tried.
#[test]
fn the_rich_plan_has_every_key_of_the_format() {
    let schemas = schemas();
    let spots = spots(&Document::parse(RICH), schemas.schema(), "SafetyPlan");
    let used: BTreeSet<&str> = spots.iter().map(|spot| spot.place.as_str()).collect();
    let objects = schemas.schema()["$defs"].as_object().unwrap().iter();
    let objects =
        objects.map(|(name, object)| (name.as_str(), object)).chain([("SafetyPlan", schemas.schema())]);
    let mut lacking = Vec::new();
    for (name, object) in objects {
        let keys = object["properties"].as_object().into_iter().flatten().map(|(key, _)| key.as_str());
        // What every element may have is tried on some.
        let keys = keys.filter(|key| {
            object["properties"]["id"].is_null() || !matches!(*key, "code" | "source" | "fictional")
        });
        lacking.extend(keys.map(|key| format!("{name}.{key}")).filter(|key| !used.contains(key.as_str())));
    }
    assert!(lacking.is_empty(), "{lacking:?}");
}

/// Which plan, and which seeds.
const RUNS: [(&str, std::ops::Range<u64>); 3] =
    [(RICH, 0..18_000), (PLAN, 18_000..19_600), (DEMO, 19_600..20_000)];

#[test]
fn changed_documents_get_one_verdict() {
    let (mut fit, mut refused, mut unread) = (0, 0, 0);
    let schemas = schemas();
    let words = words(schemas.schema());
    let mut differences = Vec::new();
    for (text, seeds) in RUNS {
        let base = Document::parse(text);
        for seed in seeds {
            let mutant = mutant(&base, &words, schemas.schema(), &mut Random::new(seed));
            let text = mutant.document.to_string();
            if difference(&schemas, &text).is_some() {
                differences.push(format!("seed {seed}: {}", smallest(&schemas, &base, &mutant)));
            }
            match reader(&text) {
                Verdict::Fits => fit += 1,
                Verdict::Refused => refused += 1,
                Verdict::Unread => unread += 1,
            }
        }
    }
    println!("{fit} fit, {refused} refused, {unread} unread");
    assert!(differences.is_empty(), "{} differences\n{}", differences.len(), differences.join("\n"));
    assert!(fit > 3_000 && refused > 8_000 && unread < 400, "{fit} fit, {refused} refused, {unread} unread");
}

/// At every place in the format, values of every sort. Texts are tried one by one with the values.
#[test]
fn every_sort_of_value_at_every_place_gets_one_verdict() {
    let schemas = schemas();
    let base = Document::parse(RICH);
    let written = |text: &&str| Document::Bare((*text).to_owned());
    let some = ["", " ", "x", "x\n", "1", "2020-01-01", "public", "6f9619ff-8b86-4011-b42d-00c04fc964ff"];
    let sorts: Vec<Document> =
        ["null", "true", "false", "-1", "0", "1", "1.0", "1.5", "300"].iter().map(written).collect();
    let sorts =
        [sorts, some.map(Document::text).to_vec(), vec![Document::List(vec![]), Document::Object(vec![])]]
            .concat();
    let numbers: Vec<Document> = NUMBERS.iter().map(written).collect();
    let mut differences = Vec::new();
    let mut tried = 0;
    for spot in spots(&base, schemas.schema(), "SafetyPlan") {
        let here = base.at(&spot.path).unwrap();
        let own = match here {
            Document::Text(text) => variants(text).into_iter().map(Document::Text).collect(),
            Document::Bare(_) => numbers.clone(),
            Document::List(items) => {
                vec![items[0].clone(), Document::List([items.as_slice(), items].concat())]
            }
            Document::Object(_) => vec![Document::List(vec![here.clone()])],
        };
        let set = sorts.iter().chain(&own).map(|value| Change::Set(spot.path.clone(), value.clone()));
        let unknown = Change::Put(spot.path.clone(), "unknown".to_owned(), Document::null());
        for change in set.chain([Change::Cut(spot.path.clone()), unknown]) {
            let mut document = base.clone();
            change.make(&mut document);
            tried += 1;
            if let Some(difference) = difference(&schemas, &document.to_string()) {
                differences.push(format!("{}: {}\n  {difference}", spot.place, change.describe(&base)));
            }
        }
    }
    println!("{tried} documents");
    assert!(differences.is_empty(), "{} differences\n{}", differences.len(), differences.join("\n"));
    assert!(tried > 10_000, "{tried} documents");
}

/// A newer format is refused by a code of its own, however much else is wrong.
#[test]
fn versions_get_one_verdict() {
    let schemas = schemas();
    let wrong = "1,".repeat(12_000);
    for version in ["1.0", "1.1", "2.0", "10.0", "0.9", "1.00", "", "99999999999999999999999.9"] {
        for text in [
            RICH.replacen("\"1.0\"", &format!("{version:?}"), 1),
            format!("{{\"formatVersion\": {version:?}, \"objectives\": [{wrong}1]}}"),
            format!("{{\"formatVersion\": {version:?}, \"formatVersions\": 1}}"),
        ] {
            assert_eq!(difference(&schemas, &text), None, "{version}");
        }
    }
}

/// The front that serde gives refuses what the other refuses.
#[test]
fn plain_serde_refuses_what_the_reader_refuses() {
    let schemas = schemas();
    let words = words(schemas.schema());
    let base = Document::parse(RICH);
    for seed in 0..1_000 {
        let text = mutant(&base, &words, schemas.schema(), &mut Random::new(seed)).document.to_string();
        let read = SafetyPlan::from_json(&text).is_ok();
        assert_eq!(serde_json::from_str::<SafetyPlan>(&text).is_ok(), read, "seed {seed}");
        if let Ok(value) = serde_json::from_str::<Value>(&text) {
            assert_eq!(serde_json::from_value::<SafetyPlan>(value).is_ok(), read, "seed {seed}");
        }
    }
}
