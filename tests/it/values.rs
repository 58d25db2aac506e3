//! Values as a host uses them: days and periods, texts, powers; and what findings look like in print.

use std::fmt::{Debug, Write};

use expect_test::expect;
use proptest::prelude::*;
use serde::de::value::{BytesDeserializer, MapDeserializer};
use serde::de::{DeserializeOwned, Deserializer, Visitor};
use serde::{Deserialize, forward_to_deserialize_any};
use serde_json::{Value, json};
use veiligheidsplan::chrono::NaiveDate;
use veiligheidsplan::draft::{PeriodDraft, SafetyPlanDraft, TopicDraft};
use veiligheidsplan::entity::{Period, Role};
use veiligheidsplan::power::{POWERS, power};
use veiligheidsplan::strategies::days;
use veiligheidsplan::value::{Decimal, MunicipalityCode, Title};
use veiligheidsplan::{Date, Language, Limits, PlanSet, SafetyPlan};

use crate::support::{BASE, cut, day, put, tree};

/// The period of a plan.
fn period(start: Date, end: Date) -> Period {
    let mut draft = SafetyPlan::from_json(BASE).unwrap().to_draft();
    draft.predecessors[0].period = Some(PeriodDraft::new(start.to_string(), end.to_string()));
    SafetyPlan::try_from(draft).unwrap().predecessors()[0].period().unwrap().clone()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn periods_are_sets_of_days(bounds in proptest::array::uniform4(0..12_u64)) {
        let days: Vec<Date> =
            std::iter::successors(Some(day("2020-02-24")), |day| day.next()).take(24).collect();
        let of = |from: u64, length: u64| {
            period(days[usize::try_from(from).unwrap()], days[usize::try_from(from + length).unwrap()])
        };
        let (one, two) = (of(bounds[0], bounds[1]), of(bounds[2], bounds[3]));
        let within = |period: &Period| days.iter().filter(|day| period.contains(**day)).collect::<Vec<_>>();
        let (first, second) = (within(&one), within(&two));
        prop_assert_eq!(first.len() as u64, bounds[1] + 1);
        prop_assert_eq!(one.overlaps(&two), first.iter().any(|day| second.contains(day)));
        prop_assert_eq!(one.covers(&two), second.iter().all(|day| first.contains(day)));
    }

    #[test]
    fn a_day_is_the_one_of_the_calendar(on in days()) {
        let naive = NaiveDate::from(on);
        prop_assert_eq!(naive, on.into_naive());
        prop_assert_eq!(Date::try_from(naive), Ok(on));
        let written = String::from(on);
        prop_assert_eq!(written.as_str(), on.to_string());
        prop_assert_eq!(naive.to_string(), on.to_string());
        prop_assert_eq!(format!("{on:?}"), format!("Date({written})"));
        let parts = (&written[..4], &written[5..7]);
        let (year, month) = (on.year().to_string(), format!("{:02}", on.month()));
        prop_assert_eq!(parts, (year.as_str(), month.as_str()));
    }
}

#[test]
fn days_end_at_the_years_that_plans_can_have() {
    for (year, month, on, is_day) in
        [(999, 12, 31, false), (1000, 1, 1, true), (2999, 12, 31, true), (3000, 1, 1, false)]
    {
        let naive = NaiveDate::from_ymd_opt(year, month, on).unwrap();
        assert_eq!(Date::try_from(naive).is_ok(), is_day, "{naive}");
    }
    assert_eq!(day("2999-12-31").next(), None);
    let refused = Date::try_from(NaiveDate::from_ymd_opt(3000, 1, 1).unwrap()).unwrap_err();
    assert!(refused.to_string().contains("3000-01-01"), "{refused}");
}

#[test]
fn values_are_used_as_the_texts_they_are() {
    let title = Title::new("Veilig").unwrap();
    assert_eq!((title.as_ref(), &title == "Veilig", &title == "veilig"), ("Veilig", true, false));
    assert_eq!(format!("{title:>8}|{title:<8}|"), "  Veilig|Veilig  |");
    let code: MunicipalityCode = "GM0622".parse().unwrap();
    assert_eq!(code.tooi_uri(), "https://identifier.overheid.nl/tooi/id/gemeente/gm0622");
    let plan = SafetyPlan::from_json(BASE).unwrap();
    assert_eq!(format!("{:>5}", plan.format_version()), "  1.0");
    let years: Vec<i32> = plan
        .objectives()
        .iter()
        .flat_map(|one| [one.by(), one.sub_objectives()[0].by()])
        .flatten()
        .map(|by| by.year())
        .collect();
    assert_eq!(years, [2023, 2023], "of a year and of a day");
    let number: Decimal = "-12.5".parse().unwrap();
    assert_eq!((number.to_string(), format!("{number:?}")), ("-12.5".into(), "Decimal(-12.5)".into()));
    for refused in ["", "-0", "1.50", "01", "1e3", "1234567890123456789", "half"] {
        assert!(refused.parse::<Decimal>().is_err(), "{refused}");
    }
    let place = plan.place_of(plan.topics()[0].id()).unwrap();
    assert_eq!(serde_json::to_value(&place).unwrap(), json!("/topics/0"));
}

#[test]
fn powers_name_their_holders_and_say_whether_they_were_checked() {
    let told = |code: &str| {
        let power = power(code).unwrap();
        let holders = [Language::English, Language::Dutch].map(|language| power.holders(language));
        assert!(holders.iter().all(|holder| !holder.is_empty()), "somebody holds {code}");
        format!("{code}: {} / {}; {}", holders[0], holders[1], power.is_verified())
    };
    let all: Vec<String> = POWERS.iter().map(|power| told(power.code)).collect();
    expect![[r"
        gemw-172: mayor / burgemeester; true
        gemw-172a: mayor / burgemeester; false
        gemw-172b: mayor / burgemeester; false
        gemw-174: mayor / burgemeester; true
        gemw-174a: mayor / burgemeester; true
        gemw-175: mayor / burgemeester; true
        gemw-176: mayor / burgemeester; false
        gemw-151b: mayor / burgemeester; true
        gemw-151c: mayor / burgemeester; false
        gemw-151d: mayor / burgemeester; true
        gemw-154a: mayor / burgemeester; false
        gemw-176a: mayor / burgemeester; false
        opiumwet-13b: mayor / burgemeester; true
        bibob: mayor or college / burgemeester of college van B&W; false
        wth: mayor / burgemeester; true
        wvggz-7-1: mayor / burgemeester; false
        wzd-29: mayor / burgemeester; false
        opsporing: police, public prosecution service, special investigation service or municipal enforcement / politie, openbaar ministerie, bijzondere opsporingsdienst of gemeentelijke handhaving (boa's); false
        vervolging: public prosecution service / openbaar ministerie; false
    "]]
    .assert_eq(&(all.join("\n") + "\n"));
}

#[test]
fn findings_are_printed_a_line_each_and_what_is_not_kept_is_counted() {
    let mut document = tree(BASE);
    for at in ["/title", "/motto", "/vision", "/mission"] {
        put(&mut document, at, "");
    }
    let text = document.to_string();
    let mut said = String::new();
    for kept in [4, 2, 1, 0] {
        let rejected = Limits::default().with_findings(kept).from_json(&text).unwrap_err();
        writeln!(said, "{kept} kept: {rejected}\n{rejected:#}\n").unwrap();
    }
    let cut_off = SafetyPlan::from_json("{\n  \"title\": \"Plan\",\n").unwrap_err();
    let lines = PlanSet::from_ndjson(&format!("{document}\n{{\"title\": 7\n")).unwrap_err();
    writeln!(said, "{cut_off}\n\n{lines}\n").unwrap();
    // The advice that is accepted knowingly.
    let advice = SafetyPlan::from_json(BASE).unwrap().advice(day("2021-06-01"));
    writeln!(said, "{advice}").unwrap();
    expect![[r"
        4 kept: error value/title /title `` isn't a title, expected one line of 1 to 300 characters, at least one of them visible, and 3 more
        error value/title /title `` isn't a title, expected one line of 1 to 300 characters, at least one of them visible
        error value/title /motto `` isn't a title, expected one line of 1 to 300 characters, at least one of them visible
        error value/text /mission `` isn't a text, expected a text of 1 to 100 000 characters, at least one of them visible
        error value/text /vision `` isn't a text, expected a text of 1 to 100 000 characters, at least one of them visible

        2 kept: error value/title /title `` isn't a title, expected one line of 1 to 300 characters, at least one of them visible, and 3 more
        error value/title /title `` isn't a title, expected one line of 1 to 300 characters, at least one of them visible
        error value/title /motto `` isn't a title, expected one line of 1 to 300 characters, at least one of them visible
        and 2 more of value/text

        1 kept: error value/title /title `` isn't a title, expected one line of 1 to 300 characters, at least one of them visible, and 3 more
        error value/title /title `` isn't a title, expected one line of 1 to 300 characters, at least one of them visible
        and 1 more of value/title
        and 2 more of value/text

        0 kept: the plan has errors
        and 2 more of value/title
        and 2 more of value/text

        error text/not-json 3:1 the text isn't valid JSON: EOF while parsing a value

        error value/title 1:1/0/title `` isn't a title, expected one line of 1 to 300 characters, at least one of them visible, and 4 more

        advice framework/item-unanswered /frameworks/0/items/1 no priority, pillar or theme answers this framework item (exempt: Geen lokale rol)
    "]]
    .assert_eq(&said);
}

#[test]
fn however_few_findings_are_kept_a_plan_is_taken_and_what_is_none_is_refused() {
    for kept in 0..3 {
        let limits = Limits::default().with_findings(kept);
        assert!(limits.from_json(BASE).is_ok(), "{kept}");
        assert!(limits.set_from_ndjson(tree(BASE).to_string().as_bytes()).is_ok(), "{kept}");
        for (at, value, code) in [
            // Found while reading, before any list was read; among values; between elements.
            ("/aKey", "blue", "shape/unknown-key"),
            ("/motto", "", "value/title"),
            ("/priorities/0/pillars/1/code", "P1.1", "element/duplicate-code"),
        ] {
            let mut document = tree(BASE);
            put(&mut document, at, value);
            let rejected = limits.from_json(&document.to_string()).unwrap_err();
            let found = rejected.errors();
            let kept_and_counted =
                found.iter().map(|one| one.code).chain(found.beyond().iter().map(|one| one.code));
            assert_eq!(kept_and_counted.map(|code| code.as_str()).collect::<Vec<_>>(), [code], "{kept}");
        }
    }
}

#[test]
fn a_word_of_a_list_is_read_from_a_text_only() {
    let role = |value: Value| serde_json::from_value::<Role>(value).map_err(|error| error.to_string());
    assert_eq!(role(json!("lead")), Ok(Role::Lead));
    for (value, said) in
        [(json!("boss"), "not one of: accountable"), (json!(7), "expected one of: accountable")]
    {
        let error = role(value).unwrap_err();
        assert!(error.contains(said), "{error}");
    }
}

/// A format that says of each value that it is there, by itself or in a wrapping of its own.
struct Wrapped {
    value: Option<Value>,
    newtype: bool,
}

impl<'de> Deserializer<'de> for Wrapped {
    type Error = serde_json::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        match self.value {
            None => visitor.visit_none(),
            Some(value) if self.newtype => visitor.visit_newtype_struct(value),
            Some(value) => visitor.visit_some(value),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

#[test]
fn a_draft_is_read_through_any_format_that_describes_itself() {
    fn read<T: DeserializeOwned + Debug>(value: Option<&Value>, newtype: bool) -> Result<T, String> {
        T::deserialize(Wrapped { value: value.cloned(), newtype }).map_err(|error| error.to_string())
    }
    let document = tree(BASE);
    let draft: SafetyPlanDraft = serde_json::from_value(document.clone()).unwrap();
    for newtype in [false, true] {
        assert_eq!(read(Some(&document), newtype), Ok(draft.clone()));
    }
    // Nothing is as good as `null`, which is no draft.
    let null = serde_json::from_str::<TopicDraft>("null").unwrap_err().to_string();
    assert_eq!(read::<TopicDraft>(None, false), Err(null));
    // What JSON doesn't have is refused with what was expected.
    let bytes = TopicDraft::deserialize(BytesDeserializer::<serde_json::Error>::new(b"topic")).unwrap_err();
    assert!(bytes.to_string().contains("byte array, expected an object"), "{bytes}");
    let numbers = MapDeserializer::<_, serde_json::Error>::new([(1_u8, 2_u8)].into_iter());
    let keys = TopicDraft::deserialize(numbers).unwrap_err();
    assert!(keys.to_string().contains("expected a key"), "{keys}");
}

#[test]
fn a_topic_without_its_keys_is_refused_by_plain_serde_with_its_place() {
    let mut document = tree(BASE);
    cut(&mut document, "/topics/0/title");
    let error = serde_json::from_value::<SafetyPlanDraft>(document).unwrap_err().to_string();
    assert!(error.contains(" /topics/0 "), "{error}");
}
