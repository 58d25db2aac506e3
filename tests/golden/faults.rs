//! The planted faults as small files, for those who test validators in other languages.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use veiligheidsplan::faults::{Fault, base};
use veiligheidsplan::{Code, Date, RaisedBy, SafetyPlan};

use crate::reduce::{reduced, written};

/// What no small file can show within the usual bounds.
const TOO_LARGE: [Code; 2] = [Code::TextTooLarge, Code::TextListTooLong];

/// The smallest plan.
const SMALLEST: &str = r#"{
  "formatVersion": "1.0",
  "id": "00000001-0000-4000-8000-000000000000",
  "title": "Integraal Veiligheidsplan Voorbeeldstad",
  "municipalities": [
    {
      "code": "GM0622",
      "name": "Voorbeeldstad"
    }
  ],
  "period": {
    "start": "2020-01-01",
    "end": "2023-12-31"
  }
}
"#;

/// A file of a fault: what it holds, and the day that its advice needs if that isn't the one that `check` takes.
struct File {
    bytes: Vec<u8>,
    as_of: Option<Date>,
}

/// What a file shows: the codes and places of its errors, or of its open advice.
fn found(bytes: &[u8], as_of: Option<Date>) -> Vec<(Code, String)> {
    let findings = match SafetyPlan::from_json_slice(bytes) {
        Err(rejected) => rejected.into_errors(),
        Ok(plan) => {
            let usual = plan.latest_fact().unwrap_or(plan.period().start());
            plan.advice(as_of.unwrap_or(usual))
        }
    };
    findings.open().map(|one| (one.code, one.place.to_string())).collect()
}

/// The place without the numbers of items: these differ once others are left out.
fn sort(place: &str) -> String {
    place.split('/').filter(|step| step.parse::<usize>().is_err()).collect::<Vec<_>>().join("/")
}

/// Whether the fault is found, once, and no more besides than the same cause gives in the base document.
fn shows(found: &[(Code, String)], fault: &Fault, most: usize) -> bool {
    let own: Vec<_> = found.iter().filter(|(code, _)| *code == fault.code()).collect();
    own.len() == 1 && sort(&own[0].1) == sort(fault.place()) && found.len() <= most
}

fn has_file(fault: &Fault) -> bool {
    let origins = [RaisedBy::Text, RaisedBy::Shape, RaisedBy::Document, RaisedBy::Advice];
    origins.contains(&fault.origin()) && !TOO_LARGE.contains(&fault.code())
}

/// How many findings the fault gives in the base document; others may follow from the cause of an advice.
fn most(fault: &Fault) -> usize {
    if fault.origin() != RaisedBy::Advice {
        return 1;
    }
    let mut document = base();
    assert!(fault.plant(&mut document));
    found(document.to_string().as_bytes(), fault.day()).len()
}

fn make(fault: &Fault) -> File {
    if let Some(planted) = fault.plant_in_text(SMALLEST) {
        return File { bytes: planted.bytes, as_of: None };
    }
    let mut document = base();
    assert!(fault.plant(&mut document), "{}", fault.code());
    let most = most(fault);
    let on = |day: Option<Date>| {
        move |document: &Value| shows(&found(document.to_string().as_bytes(), day), fault, most)
    };
    let small = reduced(&document, on(fault.day()));
    let usual = on(None)(&small);
    File { bytes: written(&small).into(), as_of: fault.day().filter(|_| !usual) }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults")
}

/// Every file in the folder, by its path in it.
fn files() -> Vec<String> {
    let mut files = Vec::new();
    for area in fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()) {
        let Ok(entries) = fs::read_dir(&area) else { continue };
        for file in entries {
            let path = file.unwrap().path();
            files.push(path.strip_prefix(folder()).unwrap().to_string_lossy().into_owned());
        }
    }
    files
}

/// The file as it stands in the folder, if it still shows the fault: making all of them anew takes minutes.
fn kept(fault: &Fault) -> Option<File> {
    let path = folder().join(fault.code().as_str());
    let bytes = fs::read(path.with_extension("json")).ok()?;
    let day = fs::read_to_string(path.with_extension("as-of")).ok();
    let as_of = day.and_then(|day| day.trim().parse().ok());
    shows(&found(&bytes, as_of), fault, most(fault)).then_some(File { bytes, as_of })
}

/// Writes what is missing or stale, and takes away what is superfluous.
fn update() {
    let made: Vec<(&Fault, File)> = Fault::all()
        .filter(|fault| has_file(fault))
        .map(|fault| (fault, kept(fault).unwrap_or_else(|| make(fault))))
        .collect();
    for file in files() {
        fs::remove_file(folder().join(file)).unwrap();
    }
    let mut expected = BTreeMap::new();
    for (fault, file) in made {
        let path = folder().join(fault.code().as_str());
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path.with_extension("json"), &file.bytes).unwrap();
        let found = found(&file.bytes, file.as_of);
        let place = found.iter().find(|(code, _)| *code == fault.code()).map(|(_, place)| place.clone());
        let mut says = json!({"severity": fault.code().severity(), "place": place});
        if let Some(day) = file.as_of {
            fs::write(path.with_extension("as-of"), format!("{day}\n")).unwrap();
            says["asOf"] = day.to_string().into();
        }
        expected.insert(fault.code().as_str(), says);
    }
    let text = serde_json::to_string_pretty(&expected).unwrap() + "\n";
    fs::write(folder().join("expected.json"), text).unwrap();
}

#[test]
fn every_fault_of_text_document_and_advice_stands_in_a_file_that_shows_it() {
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        update();
    }
    let expected = fs::read_to_string(folder().join("expected.json")).unwrap();
    let expected: BTreeMap<String, Value> = serde_json::from_str(&expected).unwrap();
    let mut named = Vec::new();
    for fault in Fault::all().filter(|fault| has_file(fault)) {
        let code = fault.code().as_str();
        let bytes = fs::read(folder().join(format!("{code}.json"))).unwrap_or_else(|error| {
            panic!("{code}: {error}: `UPDATE_EXPECT=1 cargo test --test golden` writes it")
        });
        named.push(format!("{code}.json"));
        let as_of = fs::read_to_string(folder().join(format!("{code}.as-of"))).ok();
        named.extend(as_of.is_some().then(|| format!("{code}.as-of")));
        let as_of: Option<Date> = as_of.map(|day| day.trim().parse().unwrap());
        let found = found(&bytes, as_of);
        assert!(shows(&found, fault, most(fault)), "{code} is stale: {found:?}");
        assert!(bytes.len() < 100_000, "{code} is not small");
        let says = &expected[code];
        let place = says["place"].as_str().unwrap();
        assert!(found.contains(&(fault.code(), place.to_owned())), "{code}: {found:?}");
        assert_eq!(says["asOf"].as_str().map(str::to_owned), as_of.map(|day| day.to_string()), "{code}");
        assert_eq!(says["severity"], fault.code().severity().as_str(), "{code}");
    }
    let count = Fault::all().filter(|fault| has_file(fault)).count();
    assert_eq!(expected.len(), count, "`expected.json` names every file and no other");
    let mut files = files();
    files.sort();
    named.sort();
    assert_eq!(files, named, "no file is missing and none is superfluous");
}

#[test]
fn the_page_on_the_faults_names_the_codes_without_a_file() {
    let page = include_str!("../faults/README.md");
    for fault in Fault::all() {
        let named = page.contains(&format!("`{}`", fault.code()));
        let by_origin = matches!(fault.origin(), RaisedBy::Set | RaisedBy::Readiness | RaisedBy::Change);
        assert_eq!(named, !has_file(fault) && !by_origin, "{}", fault.code());
    }
}
