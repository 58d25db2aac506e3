//! Laws: a fault gives one error wherever it is planted, and several faults are all found, in the document's
//! order.
//!
//! The places and what belongs there come from the crate's own schema, so that a new key is covered as soon as the
//! base document uses it.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::{Index, subsequence};
use proptest::test_runner::RngSeed;
use serde_json::{Value, json};
use veiligheidsplan::RaisedBy;
use veiligheidsplan::faults::Fault;

use crate::support::{BASE, DEMO, Spot, codes, cut, errors, put, spots, take, tree};

/// The codes and places of errors.
type Errors = Vec<(&'static str, String)>;

/// A way to spoil one place: the spoiled text and the errors it must give, or nothing where the law doesn't
/// apply. The number chooses among the ways in which it can be done.
type Law = fn(&Value, &Spot, usize) -> Option<(String, Errors)>;

const LAWS: &[(&str, Law)] = &[
    ("a required key is missing", missing),
    ("a value of another type", another_type),
    ("a key is misspelt", misspelt),
    ("a key is repeated", repeated),
    ("a text that its rule refuses", invalid_text),
    ("a number that isn't whole or is out of range", invalid_number),
];

fn missing(document: &Value, spot: &Spot, _: usize) -> Option<(String, Errors)> {
    (spot.key.is_some() && spot.required).then(|| {
        let mut document = document.clone();
        cut(&mut document, &spot.at);
        (document.to_string(), vec![("shape/missing-key", spot.parent.clone())])
    })
}

fn another_type(document: &Value, spot: &Spot, way: usize) -> Option<(String, Errors)> {
    let same_type = |other: &Value| {
        std::mem::discriminant(other) == std::mem::discriminant(document.pointer(&spot.at).unwrap())
    };
    let others = [json!(null), json!(true), json!(7), json!("x"), json!([]), json!({})];
    // `null` under an optional key means absent, which is no fault.
    let fits = |other: &Value| !same_type(other) && (spot.required || !other.is_null());
    let other = others.iter().filter(|other| fits(other)).cycle().nth(way)?.clone();
    let mut document = document.clone();
    match spot.at.as_str() {
        "" => document = other,
        at => put(&mut document, at, other),
    }
    Some((document.to_string(), vec![("shape/wrong-type", spot.at.clone())]))
}

fn misspelt(document: &Value, spot: &Spot, way: usize) -> Option<(String, Errors)> {
    let key = spot.key.as_ref()?;
    let slips = [format!("{key}s_"), key.to_uppercase(), String::new(), format!(" {key}"), "~0/é".to_owned()];
    let mut document = document.clone();
    let value = take(&mut document, &spot.at);
    let object = document.pointer_mut(&spot.parent)?.as_object_mut()?;
    object.insert(slips[way % slips.len()].clone(), value);
    // A required key that is misspelt is two faults: what stands there isn't known, and what must isn't there.
    let missing = spot.required.then(|| ("shape/missing-key", spot.parent.clone()));
    let unknown = ("shape/unknown-key", spot.parent.clone());
    Some((document.to_string(), missing.into_iter().chain([unknown]).collect()))
}

fn repeated(document: &Value, spot: &Spot, way: usize) -> Option<(String, Errors)> {
    let key = spot.key.as_ref()?;
    let mut document = document.clone();
    // The tree can't hold a key twice: a stand-in takes its place until the text is written. `~` comes last.
    let again = if way.is_multiple_of(2) { document.pointer(&spot.at)?.clone() } else { json!([null, {}]) };
    document.pointer_mut(&spot.parent)?.as_object_mut()?.insert("~".to_owned(), again);
    let text = document.to_string().replacen("\"~\":", &format!("\"{key}\":"), 1);
    Some((text, vec![("shape/repeated-key", spot.parent.clone())]))
}

fn invalid_text(document: &Value, spot: &Spot, way: usize) -> Option<(String, Errors)> {
    document.pointer(&spot.at)?.as_str()?;
    let (long, longer) = ("x".repeat(33), "x".repeat(301));
    let (code, invalid): (_, &[&str]) = match spot.name.as_deref()? {
        "Title" => ("value/title", &["", " \u{2003}", "twee\nregels", "\0", &longer]),
        "Text" => ("value/text", &["", "\t\n", "\u{feff}"]),
        "Date" => {
            ("value/date", &["2020-1-1", "2021-02-29", "20200101", "2020-01-01 ", "0999-12-31", "+2020-01-1"])
        }
        "Moment" => ("value/moment", &["20", "2023-12", "Q4 2023", "2020-1-1"]),
        "ElementCode" => ("value/code", &["", "-A", "A 1", "é", &long]),
        "MunicipalityCode" => ("value/municipality-code", &["622", "gm0622", "GM06220"]),
        "AreaCode" => ("value/area-code", &["WK0622", "wk062201", "BU0622010é"]),
        "PowerCode" => ("value/power-code", &["Bibob", "1bis", &long]),
        "FindingCode" => ("value/finding-code", &["", "plan", "plan/No", "plan/no/no"]),
        "Digest" => ("value/digest", &["", "E3B0", &long]),
        "Decimal" => ("value/decimal", &["1.0", "01", ".5", "1e3", "-0", "1234567890123456789"]),
        "Rsin" | "Oin" | "Kvk" => ("value/legal-number", &["", "1234", "1234567é"]),
        "FormatVersion" => ("format/unknown-version", &["", "1", "1.0.0", "0.9", "01.0"]),
        name if name.ends_with("Id") => (
            "value/id",
            &[
                "",
                "00000000-0000-0000-0000-000000000000",
                "{06000001-0000-4000-8000-000000000000}",
                "06000001-0000-4000-8000-00000000000A",
                "06000001000040008000000000000000",
                "urn:uuid:06000001-0000-4000-8000-000000000000",
            ],
        ),
        // Every other text is a word of a closed list.
        _ => ("shape/unknown-value", &["", "Lead", "lead ", "onbekend"]),
    };
    let mut document = document.clone();
    put(&mut document, &spot.at, invalid[way % invalid.len()]);
    Some((document.to_string(), vec![(code, spot.at.clone())]))
}

fn invalid_number(document: &Value, spot: &Spot, way: usize) -> Option<(String, Errors)> {
    document.pointer(&spot.at)?.as_u64()?;
    let invalid = [json!(-1), json!(0.5), json!(9_007_199_254_740_992_u64), json!(1e300), json!(1_000_000)];
    let number = invalid[way % invalid.len()].clone();
    let code = match (number.as_u64(), spot.name.as_deref()?) {
        (Some(1_000_000), "Cents") => return None,
        (Some(1_000_000), _) => "value/out-of-range",
        _ => "shape/not-an-integer",
    };
    let mut document = document.clone();
    put(&mut document, &spot.at, number);
    Some((document.to_string(), vec![(code, spot.at.clone())]))
}

/// The base document under a profile that holds to every rule it can: more relations to break.
fn strict() -> Value {
    let mut document = tree(BASE);
    let levels = [8, 9, 17, 32, 56, 96].map(|rule| json!({"rule": rule, "level": "error"}));
    put(&mut document, "/profile/levels", json!(levels));
    document
}

/// Every law at every place of the base document. What deviates is gathered, so that one run shows the whole of
/// it: the number of cases and the first of each, by law and by place without its numbers.
#[test]
fn a_fault_anywhere_in_the_base_document_gives_one_error() {
    let document = strict();
    let mut deviations: BTreeMap<String, (usize, String)> = BTreeMap::new();
    let mut cases = 0;
    for (number, spot) in spots(&document).iter().enumerate() {
        for (name, law) in LAWS {
            let Some((text, expected)) = law(&document, spot, number) else { continue };
            cases += 1;
            let found = codes(&errors(&text));
            if found == expected {
                continue;
            }
            let sort = format!("{name}: {}: also {:?}", sort(&spot.at), extra(&found, &expected));
            let example = format!("{} gives {found:?}", spot.at);
            deviations.entry(sort).or_insert((0, example)).0 += 1;
        }
    }
    assert!(cases > 2_000, "{cases}");
    let list =
        |(sort, (count, example)): (&String, &(usize, String))| format!("{count} x {sort}\n     {example}");
    let list: Vec<_> = deviations.iter().map(list).collect();
    assert!(list.is_empty(), "{} sorts of deviation in {cases} cases:\n{}", list.len(), list.join("\n"));
}

/// The place without its numbers.
fn sort(at: &str) -> String {
    at.split('/')
        .map(|step| if step.parse::<u32>().is_ok() { "#" } else { step })
        .collect::<Vec<_>>()
        .join("/")
}

fn extra(found: &Errors, expected: &Errors) -> Vec<&'static str> {
    found.iter().filter(|one| !expected.contains(one)).map(|one| one.0).collect()
}

/// The demonstration and its places.
static DEMONSTRATION: LazyLock<(Value, Vec<Spot>)> = LazyLock::new(|| {
    let document = tree(DEMO);
    let spots = spots(&document);
    (document, spots)
});

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, rng_seed: RngSeed::Fixed(622), ..Default::default() }
}

proptest! {
    #![proptest_config(config(250))]

    #[test]
    fn a_fault_anywhere_in_the_demonstration_gives_one_error(
        place in any::<Index>(),
        law in 0..LAWS.len(),
        way in 0_usize..30,
    ) {
        let (document, spots) = &*DEMONSTRATION;
        // From the place on, the first that the law applies to.
        let from = place.index(spots.len());
        let mut around = spots[from..].iter().chain(&spots[..from]);
        let (spot, (text, expected)) =
            around.find_map(|spot| Some((spot, LAWS[law].1(document, spot, way)?))).unwrap();
        prop_assert_eq!(codes(&errors(&text)), expected, "{}: {}", LAWS[law].0, spot.at);
    }
}

/// What the faults of the table are about: one fault for each element, so that none undoes another.
fn in_different_elements(faults: Vec<&'static Fault>) -> Vec<&'static Fault> {
    let mut elements = Vec::new();
    let mut chosen: Vec<&Fault> = Vec::new();
    for fault in faults {
        let element: Vec<_> = fault.place().split('/').take(5).collect();
        // A partner that joins the police instead leaves the circle of partners; what a decision says is judged by earlier
        // ones.
        let hangs_together = ["partners", "decisions"].contains(&element[1]);
        let element = if hangs_together { element[..2].to_vec() } else { element };
        if !elements.contains(&element) {
            elements.push(element);
            chosen.push(fault);
        }
    }
    chosen
}

proptest! {
    #![proptest_config(config(100))]

    #[test]
    fn faults_in_different_elements_are_all_found(
        faults in subsequence(Fault::by(RaisedBy::Document).collect::<Vec<_>>(), 2..8).prop_map(in_different_elements),
    ) {
        let mut document = tree(BASE);
        for fault in &faults {
            prop_assert!(fault.plant(&mut document));
        }
        let mut found = codes(&errors(&document.to_string()));
        let mut expected: Errors =
            faults.iter().map(|fault| (fault.code().as_str(), fault.place().to_owned())).collect();
        found.sort();
        expected.sort();
        prop_assert_eq!(found, expected);
    }
}

#[test]
fn five_faults_of_every_layer_are_found_in_the_order_of_the_document() {
    let mut document = tree(BASE);
    put(&mut document, "/vision", " ");
    put(&mut document, "/partners/2/colour", "blauw");
    put(&mut document, "/areas/4/within", "/areas/3");
    put(&mut document, "/executionPlans/1/period/end", "2020-12-31");
    cut(&mut document, "/decisions/1/clauses/2/text");
    // A tree is written by the alphabet, so the order of the format is not that of the text.
    let text = document.to_string();
    assert!(text.find("\"decisions\"") < text.find("\"partners\""));
    let expected = [
        ("value/text", "/vision"),
        ("shape/unknown-key", "/partners/2"),
        ("value/id", "/areas/4/within"),
        ("execution-plan/period-reversed", "/executionPlans/1/period"),
        ("decision/text", "/decisions/1/clauses/2/text"),
    ];
    assert_eq!(codes(&errors(&text)), expected.map(|(code, at)| (code, at.to_owned())));
}

#[test]
fn in_one_object_findings_follow_its_keys_and_in_a_list_its_items() {
    let mut document = tree(BASE);
    for action in [2, 0, 1] {
        put(&mut document, &format!("/executionPlans/0/actions/{action}/title"), "");
        put(&mut document, &format!("/executionPlans/0/actions/{action}/code"), "");
        put(
            &mut document,
            &format!("/executionPlans/0/actions/{action}/approach"),
            json!(["x", "prevention", "y"]),
        );
    }
    let expected: Errors = (0..3)
        .flat_map(|action| {
            let at = move |key: &str| format!("/executionPlans/0/actions/{action}/{key}");
            [
                ("value/code", at("code")),
                ("value/title", at("title")),
                ("shape/unknown-value", at("approach/0")),
                ("shape/unknown-value", at("approach/2")),
            ]
        })
        .collect();
    assert_eq!(codes(&errors(&document.to_string())), expected);
}
