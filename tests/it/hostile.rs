//! Bad input of every sort gives findings with a place, within bounds: never a panic, never a plan.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::RngSeed;
use serde_json::{Value, json};
use veiligheidsplan::{Code, Findings, Limits, RaisedBy, SafetyPlan, Step};

use crate::support::{BASE, codes, errors, id, put, spots, tree};

/// The errors of bytes that are no plan, each short and with a place, in text with a line and column.
#[track_caller]
fn refused(bytes: &[u8]) -> Findings {
    let found = SafetyPlan::from_json_slice(bytes).unwrap_err().into_errors();
    assert!(!found.is_empty() && found.len() <= 10_000);
    for finding in &found {
        // The words of the catalogue, and at most 60 characters of the input for each of its blanks.
        let longest = [&finding.message, &finding.message_nl].map(|message| message.chars().count());
        assert!(longest.into_iter().all(|length| (1..=700).contains(&length)), "{finding}");
        assert!(finding.place.to_string().len() <= 500, "{finding}");
        if matches!(finding.code, Code::TextNotJson | Code::TextNotUtf8 | Code::TextTooDeep) {
            let (line, column) = finding.line.zip(finding.column).unwrap();
            assert!(line >= 1 && column <= bytes.len() + 1, "{finding}");
        }
    }
    found
}

/// The code of the one error of a text.
#[track_caller]
fn only(text: &str) -> (&'static str, String) {
    let found = codes(&refused(text.as_bytes()));
    assert_eq!(found.len(), 1, "{found:?}");
    found[0].clone()
}

/// The base document with another value at a place.
fn with(at: &str, value: impl Into<Value>) -> String {
    let mut document = tree(BASE);
    put(&mut document, at, value);
    document.to_string()
}

/// The base document with a piece of its text replaced.
fn replaced(old: &str, new: &str) -> String {
    assert_eq!(BASE.matches(old).count(), 1, "{old}");
    BASE.replace(old, new)
}

const SMALL: &str = r#"{
  "formatVersion": "1.0",
  "id": "00000001-0000-4000-8000-000000000000",
  "title": "Veiligheid één 🚓",
  "municipalities": [{"code": "GM0622", "name": "Vlaardingen"}],
  "period": {"start": "2020-01-01", "end": "2023-12-31"},
  "fictional": true,
  "source": {"page": 1.0e1, "note": null}
}"#;

#[test]
fn a_text_cut_off_at_any_byte_gives_one_finding_of_text_with_line_and_column() {
    assert_eq!(codes(&errors(SMALL)), []);
    for length in 0..SMALL.len() {
        let found = refused(&SMALL.as_bytes()[..length]);
        let [finding] = found.as_slice() else { panic!("{length}: {found}") };
        assert_eq!(finding.code.raised_by(), RaisedBy::Text, "{length}");
        assert!(finding.line.is_some() && finding.column.is_some(), "{length}");
    }
}

#[test]
fn a_byte_that_is_no_utf8_is_found_where_it_stands() {
    let (mut line, mut column) = (1, 1);
    for at in 0..SMALL.len() {
        let bytes = SMALL.as_bytes();
        // Within a letter of several bytes, the fault is in the letter.
        if SMALL.is_char_boundary(at) {
            let spoiled = [&bytes[..at], b"\xff", &bytes[at..]].concat();
            let found = refused(&spoiled);
            assert_eq!(codes(&found), [("text/not-utf8", String::new())]);
            assert_eq!((found.as_slice()[0].line, found.as_slice()[0].column), (Some(line), Some(column)));
        }
        (line, column) = if bytes[at] == b'\n' { (line + 1, 1) } else { (line, column + 1) };
    }
}

#[test]
fn what_is_no_json_text_is_one_finding() {
    let utf16: Vec<u8> = SMALL.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let surrogate = SMALL.replace("één", "\\ud83d");
    let reversed = SMALL.replace("één", "\\ude93\\ud83d");
    let nul = SMALL.replace("één", "\0");
    let bom = format!("\u{feff}{SMALL}");
    let twice = format!("{SMALL}{SMALL}");
    let comma = SMALL.replace("true,", "true,,");
    let single = SMALL.replace('"', "'");
    let comment = SMALL.replace("true,", "true, // fictief\n");
    let not_json =
        ["", " \n\t ", "veilig", "{", "]", "\"", "nul", "NaN", "-", "01", "{\"a\"}", "{\"a\":}", "{a: 1}"];
    let spoiled = [&surrogate, &reversed, &nul, &bom, &twice, &comma, &single, &comment].map(String::as_str);
    for text in not_json.into_iter().chain(spoiled) {
        assert_eq!(only(text), ("text/not-json", String::new()), "{text}");
    }
    // A null byte after each letter is text still; the first byte of UTF-16's mark is not.
    refused(&utf16);
    assert_eq!(codes(&refused(b"\xff\xfe{\0}\0")), [("text/not-utf8", String::new())]);
}

#[test]
fn json_that_is_no_object_is_of_the_wrong_type() {
    for text in ["null", "true", "0", "-1.5e300", "\"\"", "[]", "[{}]", SMALL.replacen('{', "[{", 1).as_str()]
    {
        let closed = if text.starts_with("[{\n") { format!("{text}]") } else { text.to_owned() };
        assert_eq!(only(&closed), ("shape/wrong-type", String::new()), "{text}");
    }
    let required = ["formatVersion", "id", "title", "municipalities", "period"];
    let found = refused(b"{}");
    assert_eq!(codes(&found), vec![("shape/missing-key", String::new()); required.len()]);
    for key in required {
        assert!(found.iter().any(|finding| finding.message.contains(key)), "{key}: {found}");
    }
}

#[test]
fn a_list_by_position_is_no_object_and_an_object_is_no_word() {
    for (at, value) in [
        ("/period", json!(["2020-01-01", "2023-12-31"])),
        ("/municipalities/0", json!(["GM0622", "Voorbeeldstad"])),
        ("/executionPlans/0/actions/2/serves/0", json!(["acuteIssue", id("/acuteIssues/0")])),
        ("/responsibilities/0/role", json!({"accountable": null})),
        ("/responsibilities/0/role", json!(["accountable"])),
        ("/partners/1/strategic", json!("true")),
        ("/areas/0/cbsYear", json!("2020")),
        ("/id", json!({"$uuid": id("")})),
    ] {
        assert_eq!(only(&with(at, value.clone())), ("shape/wrong-type", at.to_owned()), "{value}");
    }
}

#[test]
fn a_whole_number_is_one_however_it_is_written() {
    let base = SafetyPlan::from_json(BASE).unwrap();
    for forty in ["40", "40.0", "4e1", "4E+1", "400e-1", "0.4e2", "40.000000000000000000000000000000"] {
        let text = replaced("\"percent\": 40", &format!("\"percent\": {forty}"));
        assert_eq!(SafetyPlan::from_json(&text).unwrap(), base, "{forty}");
    }
    let zero = replaced("\"percent\": 40", "\"percent\": -0.0");
    assert!(SafetyPlan::from_json(&zero).is_ok());
}

#[test]
fn other_numbers_are_refused() {
    let at = "/executionPlans/0/actions/0/progress/0/percent";
    for number in ["1.5", "-1", "9007199254740992", "18446744073709551616", "1e300", "40.0000001", "1e-400"] {
        let text = replaced("\"percent\": 40", &format!("\"percent\": {number}"));
        let expected = match number {
            // Too small for a float, it is 0 to the reader and to the schema.
            "1e-400" => None,
            _ => Some(("shape/not-an-integer", at.to_owned())),
        };
        assert_eq!(codes(&errors(&text)).first().cloned(), expected, "{number}");
    }
    let largest = replaced("\"cents\": 5000000", "\"cents\": 9007199254740991");
    assert_eq!(codes(&errors(&largest)), []);
    for number in ["1e400", "+1", ".5", "1.", "0x10", "1_000"] {
        let text = replaced("\"percent\": 40", &format!("\"percent\": {number}"));
        assert_eq!(only(&text).0, "text/not-json", "{number}");
    }
}

#[test]
fn near_misses_of_dates_ids_and_titles_are_refused() {
    let date = "/decisions/0/effectiveFrom";
    for text in [
        "2020-1-1",
        "2020-01-01T00:00:00",
        "2020-W01-1",
        " 2020-01-01",
        "2020-13-01",
        "２０２０-01-01",
        "-020-01-01",
    ] {
        assert_eq!(only(&with(date, text)), ("value/date", date.to_owned()), "{text}");
    }
    let partner = "/responsibilities/0/partner";
    let right = id("/partners/0").as_str().unwrap().to_owned();
    for text in [
        format!("{{{right}}}"),
        right.replace("8000", "800A"),
        "00000000-0000-0000-0000-000000000000".to_owned(),
        right.replace('-', ""),
        format!("urn:uuid:{right}"),
        format!("{right}\n"),
        right.replace('-', "\u{2010}"),
    ] {
        assert_eq!(only(&with(partner, text.as_str())), ("value/id", partner.to_owned()), "{text}");
    }
    for title in
        ["", " ", "\u{200b}\u{feff}", "a\0b", "a\u{7f}", "a\u{2028}b", "twee\nregels", &"é".repeat(301)]
    {
        assert_eq!(only(&with("/title", title)), ("value/title", "/title".to_owned()), "{title:?}");
    }
    assert_eq!(codes(&errors(&with("/motto", "é".repeat(300)))), []);
}

#[test]
fn nesting_without_meaning_costs_no_stack() {
    let arrays = "[".repeat(100_000) + &"]".repeat(100_000);
    let objects = "{\"a\":".repeat(100_000) + "1" + &"}".repeat(100_000);
    for deep in [&arrays, &objects] {
        let under = |key: &str| BASE.replacen('{', &format!("{{\"{key}\": {deep},"), 1);
        assert_eq!(only(&under("unknown")), ("shape/unknown-key", String::new()));
        // Under a known key, under one that comes again, and without an end.
        assert_eq!(only(&replaced("\"Samen veilig\"", deep)), ("shape/wrong-type", "/motto".to_owned()));
        let again = format!("\"Samen veilig\", \"motto\": {deep}");
        assert_eq!(only(&replaced("\"Samen veilig\"", &again)), ("shape/repeated-key", String::new()));
        let half = &deep[..deep.len() / 2];
        assert_eq!(only(&replaced("\"Samen veilig\"", half)).0, "text/not-json");
    }
    assert_eq!(only(&arrays), ("shape/wrong-type", String::new()));
    assert_eq!(refused(objects.as_bytes()).of(Code::ShapeUnknownKey).count(), 1);
}

/// The base document with pillars nested this deep below its first.
fn pillars(levels: usize) -> String {
    let pillar = |level| {
        format!(r#"{{"id": "97{level:06}-0000-4000-8000-000000000000", "title": "Trede", "pillars": ["#)
    };
    let nested = (0..levels).map(pillar).collect::<String>() + &"]}".repeat(levels);
    replaced("\"title\": \"Informatiepositie\",", "\"title\": \"Informatiepositie\", \"label\": \"trede\",")
        .replacen("\"label\": \"pijler\",\n", "", 1)
        .replacen("          \"pillars\": [", &format!("          \"pillars\": [{nested},"), 1)
}

#[test]
fn pillars_too_deep_are_found_once_and_far_too_deep_in_the_text() {
    assert_eq!(codes(&errors(&pillars(7))), []);
    for levels in [8, 9, 60] {
        let (code, at) = only(&pillars(levels));
        assert_eq!((code, at.matches("/pillars/").count()), ("pillar/too-deep", 9), "{levels}: {at}");
    }
    for levels in [70, 5_000] {
        assert_eq!(only(&pillars(levels)), ("text/too-deep", String::new()), "{levels}");
    }
}

#[test]
fn five_megabytes_where_a_word_belongs_are_quoted_short() {
    let long = "x".repeat(5 << 20);
    let key = BASE.replacen('{', &format!("{{\"{long}\": 1,"), 1);
    assert_eq!(only(&key), ("shape/unknown-key", String::new()));
    for (at, code) in [
        ("/title", "value/title"),
        ("/vision", "value/text"),
        ("/responsibilities/0/partner", "value/id"),
        ("/responsibilities/0/role", "shape/unknown-value"),
        ("/decisions/0/date", "value/date"),
        ("/topics/0/code", "value/code"),
        ("/formatVersion", "format/unknown-version"),
        ("/exemptions/0/code", "value/finding-code"),
    ] {
        assert_eq!(only(&with(at, long.as_str())), (code, at.to_owned()));
    }
}

#[test]
fn a_number_of_twenty_million_digits_is_read_past() {
    let digits = "7".repeat(20_000_000);
    let as_number = |number: &str| replaced("\"percent\": 40", &format!("\"percent\": {number}"));
    assert_eq!(only(&as_number(&digits)).0, "text/not-json");
    assert_eq!(only(&as_number(&format!("1e{digits}"))).0, "text/not-json");
    assert_eq!(only(&as_number(&format!("0.{digits}"))).0, "shape/not-an-integer");
    assert_eq!(only(&with("/indicators/0/baseline/value", digits)).0, "value/decimal");
}

/// Ten execution plans with a thousand actions each in a hundred areas that the plan doesn't have.
fn a_million_dangling_references() -> String {
    let id = |number: usize| format!("\"{number:08x}-0000-4000-8000-00000000000a\"");
    let areas = (0..100).map(|area| id(0x9900_0000 + area)).collect::<Vec<_>>().join(",");
    let principle = id(1);
    let action = |number| {
        format!(
            r#"{{"id":{},"title":"Actie","serves":[{{"kind":"principle","id":{principle}}}],"areas":[{areas}]}}"#,
            id(0x1500_0000 + number)
        )
    };
    let plans = (0..10).map(|plan| {
        let actions = (0..1_000).map(|number| action(1_000 * plan + number)).collect::<Vec<_>>().join(",");
        let id = id(0x1400_0000 + plan);
        let period = r#"{"start":"2020-01-01","end":"2020-12-31"}"#;
        format!(r#"{{"id":{id},"title":"Plan","period":{period},"actions":[{actions}]}}"#)
    });
    let plans = plans.collect::<Vec<_>>().join(",");
    let rest =
        format!(r#""principles":[{{"id":{principle},"title":"Integraal"}}],"executionPlans":[{plans}]"#);
    SMALL.replace("\"fictional\": true", &rest)
}

#[test]
fn of_a_million_dangling_references_ten_thousand_are_kept_and_the_rest_is_counted() {
    let found = refused(a_million_dangling_references().as_bytes());
    assert_eq!(found.len(), 10_000);
    assert!(found.iter().all(|finding| finding.code == Code::ReferenceUnknown));
    let [rest] = found.beyond() else { panic!("{:?}", found.beyond()) };
    assert_eq!((rest.code, rest.more, found.total()), (Code::ReferenceUnknown, 990_000, 1_000_000));
}

/// A plan of actions that depend on these others.
fn depending(on: impl Fn(usize) -> Vec<usize>, actions: usize) -> String {
    let mut document = tree(BASE);
    put(&mut document, "/executionPlans/1/actions", json!([]));
    let id = |number: usize| format!("96{number:06}-0000-4000-8000-000000000000");
    for number in 0..actions {
        let on: Vec<_> = on(number).into_iter().map(id).collect();
        let serves = json!([{"kind": "principle", "id": "03000001-0000-4000-8000-000000000000"}]);
        let action = json!({"id": id(number), "title": "Actie", "serves": serves, "dependsOn": on});
        put(&mut document, "/executionPlans/1/actions/-", action);
    }
    document.to_string()
}

/// Else a document of a megabyte holds circles of thousands of actions by the thousand.
#[test]
fn a_knot_of_circles_is_one_finding_however_it_is_tangled() {
    type Way = (usize, fn(usize) -> Vec<usize>);
    let ways: [Way; 4] = [
        (1, |_| vec![0]),
        (300, |number| vec![(number + 1) % 300]),
        (3, |number| (0..3).filter(|other| *other != number).collect()),
        (300, |number| if number < 299 { vec![number + 1, 0] } else { vec![0] }),
    ];
    for (actions, on) in ways {
        let (code, at) = only(&depending(on, actions));
        assert_eq!((code, at.as_str()), ("action/dependency-cycle", "/executionPlans/1/actions/0/dependsOn"));
    }
    // Two knots, one hanging from the other.
    let two = depending(|number| if number < 2 { vec![1 - number, 2] } else { vec![5 - number] }, 4);
    assert_eq!(codes(&errors(&two)).len(), 2);
}

#[test]
fn beyond_the_bound_of_findings_they_are_counted_by_code() {
    let mut document = tree(BASE);
    for number in 0..5 {
        put(&mut document, &format!("/partners/{number}/colour"), "blauw");
        put(&mut document, &format!("/areas/{number}/name"), "");
    }
    let rejected = Limits::default().with_findings(7).from_json(&document.to_string()).unwrap_err();
    let found = rejected.errors();
    // Keys are found while reading, values after it.
    assert_eq!(found.of(Code::ShapeUnknownKey).count(), 5);
    assert_eq!((found.len(), found.total()), (7, 10));
    assert_eq!((found.beyond()[0].code, found.beyond()[0].more), (Code::ValueTitle, 3));
    assert!(rejected.to_string().ends_with("and 9 more"), "{rejected}");
}

#[test]
fn a_newer_format_is_named_however_much_in_it_is_unknown() {
    let mut document = tree(BASE);
    put(&mut document, "/formatVersion", "2.0");
    for number in 0..5 {
        put(&mut document, &format!("/partners/{number}/colour"), "blauw");
    }
    for limit in [10_000, 5, 1] {
        let rejected = Limits::default().with_findings(limit).from_json(&document.to_string()).unwrap_err();
        assert_eq!(
            codes(rejected.errors()),
            [("format/newer-version", "/formatVersion".to_owned())],
            "{limit}"
        );
    }
}

#[test]
fn the_bounds_of_size_and_lists_hold_to_the_byte_and_the_item() {
    let usual = Limits::default();
    assert!(usual.with_bytes(BASE.len()).from_json(BASE).is_ok());
    assert!(usual.with_list(8).from_json(BASE).is_ok());
    let rejected = usual.with_bytes(BASE.len() - 1).from_json_reader(BASE.as_bytes()).unwrap_err();
    assert!(rejected.to_string().contains("rejected"), "{rejected}");
    // A list that is too long is no reason to doubt what names its items.
    let found = usual.with_list(4).from_json(BASE).unwrap_err().into_errors();
    assert_eq!(
        codes(&found),
        ["/partners", "/areas", "/decisions"].map(|at| ("text/list-too-long", at.to_owned()))
    );
}

/// Where everything in the base document stands, but the document itself.
static PARTS: LazyLock<Vec<String>> =
    LazyLock::new(|| spots(&tree(BASE)).into_iter().skip(1).map(|spot| spot.at).collect());

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 500,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(38),
        ..Default::default()
    })]

    /// Slips of the keyboard anywhere: a plan, or findings within bounds. Plain serde agrees.
    #[test]
    fn scribbling_in_a_text_never_panics(
        slips in proptest::collection::vec((any::<Index>(), 0_usize..12, 0_usize..14), 1..5),
    ) {
        const PIECES: [&str; 14] =
            ["", "{", "}", "[", "]", "\"", ",", ":", "null", "-1", "1e9", "\\u0000", "\u{1}", "\"a\":{},"];
        let mut text = BASE.to_owned();
        for (at, length, piece) in slips {
            let at = at.index(text.len());
            let end = (at + length).min(text.len());
            text.replace_range(at..end, PIECES[piece]);
        }
        let plain = serde_json::from_str::<SafetyPlan>(&text).ok();
        prop_assert_eq!(&SafetyPlan::from_json(&text).ok(), &plain);
        if plain.is_none() {
            refused(text.as_bytes());
        }
    }

    /// Parts in each other's place: findings lead to something that is there, or to what should be.
    #[test]
    fn parts_in_each_others_place_are_found_there(
        moves in proptest::collection::vec((any::<Index>(), any::<Index>()), 1..4),
    ) {
        let mut document = tree(BASE);
        for (from, to) in moves {
            let [from, to] = [from, to].map(|at| PARTS[at.index(PARTS.len())].as_str());
            // What an earlier move put away is no longer there to be replaced.
            if document.pointer(to).is_some() {
                put(&mut document, to, tree(BASE).pointer(from).unwrap().clone());
            }
        }
        let text = document.to_string();
        match SafetyPlan::from_json(&text) {
            Ok(plan) => {
                prop_assert_eq!(SafetyPlan::from_json(&plan.to_json()).unwrap().to_json(), plan.to_json());
                let _ = (plan.advice(plan.period().start()), plan.readiness(Step::Adoption, plan.period().start()), plan.digest());
            }
            Err(_) => {
                for (code, at) in codes(&refused(text.as_bytes())) {
                    let holder = at.rsplit_once('/').map_or("", |(holder, _)| holder);
                    prop_assert!(document.pointer(holder).is_some(), "{} {}", code, at);
                }
            }
        }
    }
}

/// Work that grows with the square would take minutes here; the bound is the suite's own patience.
#[test]
fn many_references_to_an_id_that_many_bear_are_looked_up_one_by_one() {
    let id = "5f9619ff-8b86-4011-b42d-00c04fc964ff";
    let mut document = tree(BASE);
    let topics: Vec<Value> = (0..60_000).map(|_| json!({"id": id, "title": "Onderwerp"})).collect();
    document["topics"].as_array_mut().unwrap().extend(topics);
    document["partners"][0]["memberOf"] = vec![id; 60_000].into();
    let codes: std::collections::BTreeSet<&str> =
        errors(&document.to_string()).iter().map(|finding| finding.code.as_str()).collect();
    assert!(codes.contains("reference/wrong-kind") && codes.contains("element/duplicate-id"), "{codes:?}");
}

#[test]
fn a_whole_number_written_as_a_float_is_read_exactly() {
    let mut document = tree(BASE);
    put(&mut document, "/budget", json!({"amount": {"kind": "fixed", "cents": 2_027_091_752_578_071_u64}}));
    let whole = document.to_string();
    for written in ["2027091752578071.0", "2027091752578071e0", "2.027091752578071e15"] {
        let plan = SafetyPlan::from_json(&whole.replace("2027091752578071", written));
        let budget = plan.unwrap().budget().and_then(|budget| budget.amount().total());
        assert_eq!(budget, Some(2_027_091_752_578_071), "{written}");
    }
}
