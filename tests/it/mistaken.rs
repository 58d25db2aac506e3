//! What is wrong with a filter: faults have a place in the text, a reason, and sometimes what was meant.

use std::fmt::Write;

use expect_test::{expect, expect_file};
use serde_json::json;
use veiligheidsplan::lifecycle::ActionState;
use veiligheidsplan::trace::{CostTest, Facet, Filter, FilterError, FilterFault, Mark};

use crate::filter::{read, year};
use crate::schema::accepts;

const MISTAKEN: &[&str] = &[
    "",
    "statsu:done",
    "trekker:\"Politie\"",
    "NOT year:2021",
    "status:uitgevoerd",
    "status:finished",
    "status:\"done\"",
    "serves:",
    "serves P1.2",
    "serves:P1.2 AND year:2021",
    "serves:P1.2 year:2021",
    "year:2021 and",
    "and year:2021",
    "year:2021,",
    "year:21",
    "year:3000",
    "lead:“Politie”",
    "lead:\"Politie",
    "lead:\"Pol\\itie\"",
    "lead:\"Politie\\",
    "lead:\"Politie\\\"",
    "lead:00000000-0000-0000-0000-000000000000",
    "item:Ondermijning",
    "power:Gemw",
    "period:2021-02-29..2021-03-01",
    "period:2021",
    "period:2021-06-30..2021-01-01",
    "cost:knwon",
    "cost:..",
    "cost:1.000,50..",
    "cost:200..100",
    "cost:10.005..",
    "cost:10...5",
    "cost:..ten",
    "cost:90071992547409.92..",
    "(year:2021",
    "(year:2021 gap:late",
    "year:2021)",
    "statusstatusstatusstatusstatusstatusstatusstatus:done",
    "gap:late\nand titel:\"🚓 één\"\nand not",
];

#[test]
fn a_fault_has_a_place_a_reason_and_sometimes_what_was_meant() {
    let mut told = String::new();
    for text in MISTAKEN {
        let error = text.parse::<Filter>().unwrap_err();
        writeln!(told, "{}\n{error}\n{}\n", error.pointer(text), error.message_nl()).unwrap();
    }
    expect_file!["goldens/filter_errors.txt"].assert_eq(&told);
}

#[test]
fn an_error_is_plain_data() {
    let error = "year:2021 and status:don".parse::<Filter>().unwrap_err();
    let allowed: Vec<&str> = ActionState::ALL.iter().map(|state| state.as_str()).collect();
    assert_eq!(
        serde_json::to_value(&error).unwrap(),
        json!({
            "fault": {"kind": "unknownValue", "word": "status", "allowed": allowed.join(", ")},
            "word": "don",
            "span": {"at": 21, "length": 3},
            "nearest": "done",
        })
    );
    let schema = schemars::schema_for!(FilterError).to_value();
    let written = serde_json::to_value(&error).unwrap();
    assert!(accepts(&schema, &schema, &written));
}

#[test]
fn the_place_in_a_long_line_is_shown_with_what_is_around_it() {
    let text = format!("{}year:21{}", "year:2021 and ".repeat(100), " and year:2022".repeat(100));
    let error = text.parse::<Filter>().unwrap_err();
    expect![[r"
        …d year:2021 and year:2021 and year:2021 and year:21 and year:2022 and year:2022 and year:2022 and y…
                                                          ^^"]]
    .assert_eq(&error.pointer(&text));
    // Any text will do, also one that the fault isn't in.
    for other in ["", "x", "é\n", &"é".repeat(1405)] {
        assert!(error.pointer(other).ends_with('^'), "{other}");
    }
}

#[test]
fn what_is_too_long_or_too_deep_is_refused() {
    let fault = |text: &str| text.parse::<Filter>().unwrap_err().fault;
    assert_eq!(fault(&"(".repeat(1 << 20)), FilterFault::TooLong);
    assert_eq!(fault(&"(".repeat(Filter::MAX_TEXT)), FilterFault::TooDeep);
    assert_eq!(fault(&"not ".repeat(Filter::MAX_TEXT / 4)), FilterFault::TooDeep);
    let within = |levels: usize| format!("{}all{}", "(".repeat(levels), ")".repeat(levels));
    assert_eq!(read(&within(Filter::MAX_DEPTH - 1)), Filter::All(vec![]));
    assert_eq!(fault(&within(Filter::MAX_DEPTH)), FilterFault::TooDeep);
    // Each parenthesis opens two levels: an any within an all.
    let ladder = |rungs: usize| {
        format!("{}gap:late{}", "year:2021 and (gap:exempt or ".repeat(rungs), ")".repeat(rungs))
    };
    assert_eq!(read(&ladder(29)).depth(), 59);
    assert_eq!(fault(&ladder(30)), FilterFault::TooDeep);
    let long = format!("year:2021{}", ",2021".repeat(13_000));
    assert_eq!(read(&long).to_string(), long);
    let said = |text: &str| {
        let error = text.parse::<Filter>().unwrap_err();
        format!("{error}\n{}\n", error.message_nl())
    };
    expect![[r"
        character 60: `(` is nested deeper than 60
        teken 60: `(` is dieper genest dan 60
        character 1: `year:2021` starts a text longer than 64 KiB
        teken 1: `year:2021` begint een tekst langer dan 64 KiB
    "]]
    .assert_eq(&(said(&within(Filter::MAX_DEPTH)) + &said(&"year:2021 or ".repeat(6_000))));
}

#[test]
fn the_deepest_filter_is_written_and_read_and_one_deeper_is_not() {
    let mut filter = Filter::Is(Facet::Partner { role: None, partner: Mark::Name("p".to_owned()) });
    while filter.depth() < Filter::MAX_DEPTH {
        filter = match filter {
            all @ Filter::All(_) => Filter::Any(vec![all, year(2021)]),
            any => Filter::All(vec![any, year(2022)]),
        };
    }
    assert_eq!(filter.check(), Ok(()));
    assert_eq!(read(&filter.to_string()), filter);
    let text = serde_json::to_string(&filter).unwrap();
    assert_eq!(serde_json::from_str::<Filter>(&text).unwrap(), filter);
    let deeper = Filter::Not(Box::new(filter));
    assert_eq!(deeper.check().unwrap_err().fault, FilterFault::TooDeep);
    assert_eq!(deeper.to_string().parse::<Filter>().unwrap_err().fault, FilterFault::TooDeep);
    let text = serde_json::to_string(&deeper).unwrap();
    assert!(serde_json::from_str::<Filter>(&text).unwrap_err().to_string().contains("levels deep"));
}

#[test]
fn what_was_built_by_hand_is_checked() {
    let day = |text: &str| text.parse().unwrap();
    let between = |from, to| Facet::Cost(CostTest::Between { from, to });
    for (facet, fault) in [
        (Facet::Year(21), FilterFault::NotAYear),
        (Facet::Year(-2021), FilterFault::NotAYear),
        (Facet::Period { start: day("2021-02-01"), end: day("2021-01-31") }, FilterFault::Reversed),
        (between(None, None), FilterFault::NotACost),
        (between(Some(2), Some(1)), FilterFault::Reversed),
        (between(None, Some(1 << 53)), FilterFault::NotACost),
        (Facet::Serves(Mark::Code("P 1".to_owned())), FilterFault::NotAMark),
        (Facet::Serves(Mark::Code(String::new())), FilterFault::NotAMark),
        (Facet::Serves(Mark::Id(veiligheidsplan::uuid::Uuid::nil())), FilterFault::NotAMark),
    ] {
        let error = Filter::all([read("gap:late"), facet.clone().into()]).check().unwrap_err();
        assert_eq!((error.fault, error.span), (fault, None), "{facet:?}");
        // The readers refuse it too.
        let text = facet.to_string();
        assert!(text.parse::<Filter>().is_err(), "{text}");
        let value = serde_json::to_value(&facet).unwrap();
        assert!(serde_json::from_value::<Filter>(value).is_err(), "{text}");
    }
}

#[test]
fn json_of_another_shape_is_refused() {
    for text in [
        "null",
        "[]",
        "\"all\"",
        "{}",
        r#"{"all":[],"any":[]}"#,
        r#"{"all":[],"all":[]}"#,
        r#"{"all":{}}"#,
        r#"{"all":null}"#,
        r#"{"all":[[]]}"#,
        r#"{"not":[]}"#,
        r#"{"serve":{"code":"P1"}}"#,
        r#"{"serves":"P1"}"#,
        r#"{"serves":["P1"]}"#,
        r#"{"serves":{}}"#,
        r#"{"serves":{"code":"P1","name":"x"}}"#,
        r#"{"serves":{"code":"P 1"}}"#,
        r#"{"serves":{"code":null}}"#,
        r#"{"serves":{"titel":"P1"}}"#,
        r#"{"serves":{"id":"00000000-0000-0000-0000-000000000000"}}"#,
        r#"{"serves":{"id":"0000000A-0000-4000-8000-000000000000"}}"#,
        r#"{"year":"2021"}"#,
        r#"{"year":2021.5}"#,
        r#"{"year":-1}"#,
        r#"{"year":99999999999}"#,
        r#"{"period":{"start":"2021-01-01"}}"#,
        r#"{"period":{"start":"2021-01-01","end":null}}"#,
        r#"{"period":["2021-01-01","2021-01-02"]}"#,
        r#"{"status":"Done"}"#,
        r#"{"status":{"done":null}}"#,
        r#"{"cost":"free"}"#,
        r#"{"cost":{}}"#,
        r#"{"cost":{"fromCents":null}}"#,
        r#"{"cost":{"fromCents":1,"fromCents":1}}"#,
        r#"{"cost":{"from":1}}"#,
        r#"{"cost":10}"#,
        r#"{"power":"X"}"#,
        r#"{"title":7}"#,
    ] {
        assert!(serde_json::from_str::<Filter>(text).is_err(), "{text}");
    }
    let whole: Filter = serde_json::from_str(r#"{"year":2.021e3}"#).unwrap();
    assert_eq!(whole, year(2021));
    let error = serde_json::from_str::<Filter>(r#"{"serve":{}}"#).unwrap_err().to_string();
    assert!(
        error.starts_with("unknown key `serve`, expected one of: all, any, not, serves, answers"),
        "{error}"
    );
}
