//! The language of filters: text and JSON say the same, faults have a place, and no input makes it panic.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use expect_test::expect;
use proptest::prelude::*;
use serde_json::{Value, json};
use veiligheidsplan::export::{SchemaName, schema};
use veiligheidsplan::strategies::filters;
use veiligheidsplan::trace::{Facet, Filter, FilterError, FilterWord};

use crate::schema::accepts;

pub(crate) fn read(text: &str) -> Filter {
    text.parse().unwrap_or_else(|error: FilterError| panic!("{error}\n{}", error.pointer(text)))
}

pub(crate) fn year(year: i32) -> Filter {
    Filter::Is(Facet::Year(year))
}

pub(crate) fn fits(value: &Value) -> bool {
    static SCHEMA: LazyLock<Value> = LazyLock::new(|| schema(SchemaName::Filter));
    accepts(&SCHEMA, &SCHEMA, value)
}

#[test]
fn each_word_of_the_text_is_a_key_of_json() {
    let id = "00000001-0000-4000-8000-000000000000";
    let table = [
        ("serves:P1.2", json!({"serves": {"code": "P1.2"}})),
        ("answers:\"Kernbeleid\"", json!({"answers": {"name": "Kernbeleid"}})),
        ("topic:drugs", json!({"topic": {"code": "drugs"}})),
        ("partner:politie", json!({"partner": {"code": "politie"}})),
        ("accountable:\"Burgemeester\"", json!({"accountable": {"name": "Burgemeester"}})),
        ("director:gemeente", json!({"director": {"code": "gemeente"}})),
        ("lead:\"Politie\"", json!({"lead": {"name": "Politie"}})),
        ("execute:00000001-0000-4000-8000-000000000000", json!({"execute": {"id": id}})),
        ("support:OM", json!({"support": {"code": "OM"}})),
        ("fund:\"a \\\"b\\\" \\\\ c\"", json!({"fund": {"name": "a \"b\" \\ c"}})),
        ("consult:OM", json!({"consult": {"code": "OM"}})),
        ("involved:OM", json!({"involved": {"code": "OM"}})),
        ("action:2020-A01", json!({"action": {"code": "2020-A01"}})),
        ("executionPlan:UP2020", json!({"executionPlan": {"code": "UP2020"}})),
        ("plan:\"Samen veilig\"", json!({"plan": {"name": "Samen veilig"}})),
        ("municipality:GM0622", json!({"municipality": {"code": "GM0622"}})),
        ("area:WK062201", json!({"area": {"code": "WK062201"}})),
        ("indicator:I1", json!({"indicator": {"code": "I1"}})),
        ("from:M-1", json!({"from": {"code": "M-1"}})),
        ("year:2021", json!({"year": 2021})),
        ("period:2021-01-01..2021-06-30", json!({"period": {"start": "2021-01-01", "end": "2021-06-30"}})),
        ("status:partlyDone", json!({"status": "partlyDone"})),
        ("approach:prevention", json!({"approach": "prevention"})),
        ("cost:known", json!({"cost": "known"})),
        ("cost:unknown", json!({"cost": "unknown"})),
        ("cost:unstated", json!({"cost": "unstated"})),
        ("cost:1000.50..25000", json!({"cost": {"fromCents": 100_050, "toCents": 2_500_000}})),
        ("cost:1000..", json!({"cost": {"fromCents": 100_000}})),
        ("cost:..0.05", json!({"cost": {"toCents": 5}})),
        ("funding:grant", json!({"funding": "grant"})),
        ("power:gemw-151b", json!({"power": "gemw-151b"})),
        ("origin:regular", json!({"origin": "regular"})),
        ("item:\"Ondermijning\"", json!({"item": "Ondermijning"})),
        ("disclosure:internal", json!({"disclosure": "internal"})),
        ("title:\"buurt\"", json!({"title": "buurt"})),
        ("gap:noLead", json!({"gap": "noLead"})),
    ];
    for (text, value) in &table {
        let filter = read(text);
        assert_eq!(serde_json::to_value(&filter).unwrap(), *value, "{text}");
        assert_eq!(serde_json::from_value::<Filter>(value.clone()).unwrap(), filter, "{text}");
        assert_eq!(filter.to_string(), *text);
        assert!(fits(value), "{text}");
        let Filter::Is(facet) = &filter else { panic!("{text}") };
        assert!(text.starts_with(&format!("{}:", facet.word())), "{text}");
    }
    let words: BTreeSet<&str> = table.iter().map(|(text, _)| text.split(':').next().unwrap()).collect();
    assert_eq!(words, FilterWord::ALL.iter().map(|word| word.as_str()).collect());
}

#[test]
fn and_holds_tighter_than_or_and_not_tighter_than_both() {
    let [a, b, c] = [2021, 2022, 2023].map(year);
    for (text, filter) in [
        ("all", Filter::All(vec![])),
        ("none", Filter::Any(vec![])),
        ("not all", Filter::not(Filter::All(vec![]))),
        ("year:2021 and year:2022 and year:2023", Filter::All(vec![a.clone(), b.clone(), c.clone()])),
        ("year:2021,2022,2023", Filter::Any(vec![a.clone(), b.clone(), c.clone()])),
        ("gap:late or year:2021,2022", Filter::Any(vec![read("gap:late"), a.clone(), b.clone()])),
        (
            "year:2021 and not year:2022,2023",
            Filter::All(vec![a.clone(), Filter::not(Filter::Any(vec![b.clone(), c.clone()]))]),
        ),
        (
            "year:2021 and (year:2022 or gap:late)",
            Filter::All(vec![a.clone(), Filter::Any(vec![b.clone(), read("gap:late")])]),
        ),
        (
            "year:2021 and year:2022 or year:2023",
            Filter::Any(vec![Filter::All(vec![a.clone(), b.clone()]), c.clone()]),
        ),
        ("not (year:2021 and year:2022)", !a.clone().and(b.clone())),
    ] {
        assert_eq!(read(text), filter, "{text}");
        assert_eq!(filter.to_string(), text);
    }
    for (text, shortest) in [
        (" ( year : 2021 ,\n2022 )", "year:2021,2022"),
        ("year:2021 or year:2022", "year:2021,2022"),
        ("not not not year:2021", "not year:2021"),
        ("all and year:2021", "year:2021"),
        ("none or year:2021", "year:2021"),
        ("(gap:late or (gap:exempt or all))", "gap:late,exempt or all"),
        ("cost:0001.5..", "cost:1.50.."),
        ("serves:and and serves:not,all", "serves:and and serves:not,all"),
    ] {
        assert_eq!(read(text).to_string(), shortest, "{text}");
    }
}

#[test]
fn the_builders_give_the_normal_form() {
    let [a, b] = [2021, 2022].map(year);
    let built = Filter::from(Facet::Year(2021)).and(Facet::Year(2022)).and(a.clone().or(b.clone()));
    assert_eq!(built, read("year:2021 and year:2022 and year:2021,2022"));
    assert_eq!(Filter::all([]).and(a.clone()), a);
    assert_eq!(Filter::any([]).or(a.clone()), a);
    assert_eq!(Filter::all([Filter::all([]), Filter::all([a.clone(), b.clone()])]), a.clone().and(b.clone()));
    assert_eq!(Filter::all([]).and(Filter::all([])), Filter::All(vec![]));
    let [c, d] = [2023, 2024].map(year);
    let years = Filter::Any([&a, &b, &c, &d].map(Clone::clone).to_vec());
    assert_eq!(a.clone().or(b.clone()).or(c.clone().or(d.clone())), years);
    assert_eq!(a.clone().or(b.clone().or(c.clone())).or(d), years);
    assert_eq!(Filter::any([]).or(Filter::any([])), Filter::Any(vec![]));
    assert_eq!(Filter::any([]).or(Filter::any([a.clone()])), a);
    assert_eq!(!!a.clone(), a);
    assert_eq!(built.facets().count(), 4);
    assert_eq!(built.depth(), 3);
}

/// Words and signs of the language, in no order, and what is near them.
fn near() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "(",
        ")",
        "(",
        ")",
        ":",
        ",",
        "\"",
        "\\",
        "..",
        " ",
        "\n",
        "\u{2028}",
        "and",
        "or",
        "not",
        "all",
        "none",
        "serves",
        "year",
        "2021",
        "cost",
        "1000",
        "1.5",
        "status",
        "done",
        "title",
        "\"é\"",
        "P1.2",
        "period",
        "2021-01-01",
        "and ",
        " or ",
        "not ",
        "gap:late",
        "é",
        "🚓",
        "\u{202e}",
        "\0",
    ]);
    prop::collection::vec(pieces, 0..30).prop_map(|pieces| pieces.concat())
}

fn survives(text: &str) -> Result<(), TestCaseError> {
    match text.parse::<Filter>() {
        Ok(filter) => {
            prop_assert_eq!(&filter.clone().normalised(), &filter);
            prop_assert_eq!(filter.check(), Ok(()));
            prop_assert_eq!(&filter.to_string().parse::<Filter>().unwrap(), &filter);
        }
        Err(error) => {
            let span = error.span.unwrap();
            let word: String = text.chars().skip(span.at).take(span.length).collect();
            prop_assert_eq!(word.chars().count(), span.length);
            prop_assert_eq!(error.word.is_empty(), span.length == 0);
            prop_assert!(error.word.chars().count() <= 60);
            let messages = [error.to_string(), error.message_nl()];
            prop_assert!(messages.iter().all(|message| !message.contains('\n')), "{:?}", messages);
            let pointer = error.pointer(text);
            prop_assert!(pointer.lines().count() == 2 && pointer.ends_with('^'), "{}", pointer);
        }
    }
    Ok(())
}

/// Puts another value at some place of a tree.
fn mutate(value: &mut Value, steps: &[prop::sample::Index], new: Value) {
    let children: Vec<&mut Value> = match value {
        Value::Object(object) => object.values_mut().collect(),
        Value::Array(list) => list.iter_mut().collect(),
        _ => Vec::new(),
    };
    match steps.split_first() {
        Some((step, steps)) if !children.is_empty() => {
            let at = step.index(children.len());
            mutate(children.into_iter().nth(at).unwrap(), steps, new);
        }
        _ => *value = new,
    }
}

fn other_values() -> impl Strategy<Value = Value> {
    prop::sample::select(vec![
        json!(null),
        json!(true),
        json!(-1),
        json!(0),
        json!(2021),
        json!("x"),
        json!("done"),
        json!("known"),
        json!(""),
        json!([]),
        json!({}),
        json!({"all": []}),
        json!([{"any": []}]),
        json!({"code": "P1"}),
        json!({"code": 1}),
        json!({"name": ""}),
        json!({"name": "a", "code": "b"}),
        json!({"fromCents": 1}),
        json!({"toCents": 1, "fromCents": 1}),
        json!({"start": "2021-01-01", "end": "2021-01-01"}),
        json!({"start": "2021-01-01"}),
        json!({"year": 2021}),
        json!({"gap": "late", "year": 2021}),
        json!({"unknown": 1}),
    ])
}

proptest! {
    #[test]
    fn the_printed_text_reads_back_as_the_normal_form(filter in filters()) {
        let text = filter.to_string();
        let again = text.parse::<Filter>();
        prop_assert_eq!(again, Ok(filter.normalised()), "{}", text);
    }

    #[test]
    fn json_reads_back_as_it_was_and_fits_the_schema(filter in filters()) {
        let value = serde_json::to_value(&filter).unwrap();
        prop_assert!(fits(&value), "{}", value);
        let text = value.to_string();
        prop_assert_eq!(serde_json::from_value::<Filter>(value).unwrap(), filter.clone());
        prop_assert_eq!(serde_json::from_str::<Filter>(&text).unwrap(), filter);
    }

    #[test]
    fn schema_and_reader_agree_on_changed_json(
        filter in filters(),
        steps in prop::collection::vec(any::<prop::sample::Index>(), 0..6),
        new in other_values(),
    ) {
        let mut value = serde_json::to_value(&filter).unwrap();
        mutate(&mut value, &steps, new);
        let read = serde_json::from_value::<Filter>(value.clone());
        // What a schema can't say, and says so.
        let backwards = read.as_ref().is_err_and(|error| error.to_string().contains("runs backwards"));
        prop_assert_eq!(read.is_ok() || backwards, fits(&value), "{} {:?}", value, read);
    }

    #[test]
    fn the_normal_form_is_normal_means_the_same_and_keeps_the_order(filter in filters()) {
        let normal = filter.clone().normalised();
        prop_assert_eq!(&normal.clone().normalised(), &normal);
        prop_assert!(normal.depth() <= filter.depth());
        prop_assert!(normal.facets().eq(filter.facets()));
        prop_assert_eq!(normal.to_string(), filter.to_string());
        // Each condition true or false by a hash of its text.
        for salt in 0..4 {
            prop_assert_eq!(holds(&normal, salt), holds(&filter, salt));
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in any::<String>(), near in near()) {
        survives(&text)?;
        survives(&near)?;
    }
}

fn holds(filter: &Filter, salt: usize) -> bool {
    match filter {
        Filter::All(parts) => parts.iter().all(|part| holds(part, salt)),
        Filter::Any(parts) => parts.iter().any(|part| holds(part, salt)),
        Filter::Not(part) => !holds(part, salt),
        Filter::Is(facet) => facet.to_string().bytes().map(usize::from).sum::<usize>() >> salt & 1 == 1,
    }
}
