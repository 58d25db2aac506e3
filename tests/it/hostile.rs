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
pub(crate) fn refused(bytes: &[u8]) -> Findings {
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
pub(crate) fn only(text: &str) -> (&'static str, String) {
    let found = codes(&refused(text.as_bytes()));
    assert_eq!(found.len(), 1, "{found:?}");
    found[0].clone()
}

/// The base document with another value at a place.
pub(crate) fn with(at: &str, value: impl Into<Value>) -> String {
    let mut document = tree(BASE);
    put(&mut document, at, value);
    document.to_string()
}

/// The base document with a piece of its text replaced.
pub(crate) fn replaced(old: &str, new: &str) -> String {
    assert_eq!(BASE.matches(old).count(), 1, "{old}");
    BASE.replace(old, new)
}

pub(crate) const SMALL: &str = r#"{
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
