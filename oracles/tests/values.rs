//! A single value is taken by its type exactly if the type's definition in the schema takes it.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use oracles::*;
use serde_json::{Value, json};
use veiligheidsplan::value::*;
use veiligheidsplan::{Choice, Kind, entity, id};

type Takes = fn(&str) -> bool;

macro_rules! types {
    ($takes:ident: $($($part:ident)::+),+ $(,)?) => {
        [$((last(stringify!($($part)::+)), $takes::<$($part)::+> as Takes)),+]
    };
}

fn last(path: &'static str) -> &'static str {
    path.rsplit(':').next().unwrap_or(path).trim()
}

fn is_read<T: FromStr>(text: &str) -> bool {
    text.parse::<T>().is_ok()
}

fn is_listed<T: Choice>(text: &str) -> bool {
    T::ALL.iter().any(|word| word.as_str() == text)
}

/// The types whose values are texts, by their name in the schema.
fn text_types() -> BTreeMap<&'static str, Takes> {
    let rules = types![is_read: Title, Text, ElementCode, MunicipalityCode, AreaCode, PowerCode, FindingCode, Digest, Rsin,
        Oin, Kvk, Date, Moment, Decimal];
    let ids = types![is_read: id::PlanId, id::ObjectiveId, id::IndicatorId, id::PrincipleId, id::FrameworkId,
        id::FrameworkItemId, id::PartnerId, id::AreaId, id::AnalysisId, id::AnalysisFindingId, id::TopicId, id::PriorityId,
        id::PillarId, id::ThemeId, id::ExecutionPlanId, id::ActionId, id::AcuteIssueId, id::ProposalId, id::DecisionId,
        id::EvaluationId, id::EvaluationFindingId];
    let words = types![is_listed: Kind, entity::Act, entity::AddresseeKind, entity::AnalysisKind, entity::Approach,
        entity::AreaLevel, entity::Basis, entity::Certainty, entity::Comparator, entity::ContinuedKind,
        entity::Contribution, entity::Direction, entity::Disclosure, entity::Effect, entity::EvaluatedKind,
        entity::EvaluationKind, entity::FrameworkLevel, entity::FrameworkRelation, entity::FundingSource,
        entity::GroundKind, entity::IndicatorKind, entity::Involvement, entity::IssueChange, entity::Level,
        entity::Light, entity::ObjectKind, entity::Organ, entity::OriginKind, entity::PartnerFunction,
        entity::PartnerKind, entity::Perception, entity::PriorityOrigin, entity::Role, entity::SafetyField,
        entity::ScopeKind, entity::ServedKind, entity::Status, entity::Tier];
    rules.into_iter().chain(ids).chain(words).collect()
}

/// Types without a reader of their own: tried within documents only.
const WITHIN: [&str; 2] = ["AnyId", "FormatVersion"];

type Holds = fn(u64) -> bool;

/// The types whose values are numbers, by their name in the schema.
fn number_types() -> BTreeMap<&'static str, Holds> {
    let types: [(&str, Holds); 6] = [
        ("Cents", |number| Cents::new(number).is_ok()),
        ("Percent", |number| Percent::new(number).is_ok()),
        ("Year", |number| Year::new(number).is_ok()),
        ("PageNumber", |number| PageNumber::new(number).is_ok()),
        ("Count", |number| Count::new(number).is_ok()),
        ("RuleNumber", |number| RuleNumber::new(number).is_ok()),
    ];
    types.into_iter().collect()
}

/// The type and its definition say the same of every one of these texts.
fn agree(schemas: &Schemas, name: &str, takes: Takes, texts: impl IntoIterator<Item = String>) -> [usize; 2] {
    let definition = schemas.definition(name);
    let mut counts = [0, 0];
    for text in texts {
        let ours = takes(&text);
        counts[usize::from(ours)] += 1;
        let theirs = definition.value(&Value::String(text.clone())) == Verdict::Fits;
        let shown: String = text.chars().take(80).collect();
        assert_eq!(
            ours,
            theirs,
            "{name} {shown:?} of {} characters: the type says {ours}",
            text.chars().count()
        );
    }
    counts
}

#[test]
fn every_definition_of_a_value_is_tried() {
    let schemas = Schemas::committed("safety-plan.schema.json");
    let defined = schemas.schema()["$defs"].as_object().unwrap().iter();
    let defined: BTreeSet<&str> =
        defined.filter(|(_, one)| one["type"] != "object").map(|(name, _)| name.as_str()).collect();
    let tried = text_types().into_keys().chain(number_types().into_keys()).chain(WITHIN).collect();
    assert_eq!(defined, tried);
}

#[test]
fn every_text_at_an_edge_is_judged_alike() {
    let schemas = Schemas::committed("safety-plan.schema.json");
    let words = words(schemas.schema());
    let slips = words.iter().flat_map(|word| variants(word));
    let all: Vec<String> =
        texts().into_iter().chain(long_texts()).chain(slips).chain(words.clone()).collect();
    for (name, takes) in text_types() {
        let [_, taken] = agree(&schemas, name, takes, all.iter().cloned());
        assert!(taken > 0, "{name}: no text fits");
    }
}

#[test]
fn every_slip_in_a_right_text_is_judged_alike() {
    let schemas = Schemas::committed("safety-plan.schema.json");
    let special: Vec<char> = characters().collect();
    for (seed, (name, takes)) in (0..).zip(text_types()) {
        let mut right = texts().into_iter().chain(words(schemas.schema())).filter(|text| takes(text));
        let right: Vec<String> = right.by_ref().take(60).collect();
        let mut random = Random::new(seed);
        let slips = (0..4_000).map(|_| {
            let mut text: Vec<char> = random.pick(&right).chars().collect();
            for _ in 0..=random.below(2) {
                let at = random.below(text.len() + 1);
                match random.below(4) {
                    0 if at < text.len() => _ = text.remove(at),
                    1 if at < text.len() => text[at] = *random.pick(&special),
                    2 if at < text.len() => text.insert(at, text[at]),
                    _ => text.insert(at, *random.pick(&special)),
                }
            }
            text.into_iter().collect::<String>()
        });
        let slips: Vec<String> = slips.collect();
        agree(&schemas, name, takes, slips);
        agree(&schemas, name, takes, right.iter().flat_map(|text| variants(text)));
    }
}

/// Texts of a few characters over the letters that a rule is about.
#[test]
fn every_short_text_of_a_rules_own_letters_is_judged_alike() {
    let schemas = Schemas::committed("safety-plan.schema.json");
    let types = text_types();
    for (name, letters, length) in [
        ("Decimal", "-+.019", 6),
        ("Moment", "1290-", 5),
        ("FindingCode", "a0-/A", 6),
        ("PowerCode", "a0-A\n", 5),
    ] {
        let letters: Vec<char> = letters.chars().collect();
        let mut all = vec![String::new()];
        let mut from = 0;
        for _ in 0..length {
            let to = all.len();
            for at in from..to {
                let longer: Vec<String> = letters.iter().map(|c| format!("{}{c}", all[at])).collect();
                all.extend(longer);
            }
            from = to;
        }
        agree(&schemas, name, types[name], all);
    }
}

#[test]
fn every_day_is_judged_alike() {
    let schemas = Schemas::committed("safety-plan.schema.json");
    let types = text_types();
    let years = (0..=3100).filter(|year| year % 100 == 0 || year % 37 == 0 || (1995..2030).contains(year));
    let years = years.chain([4, 999, 1004, 2996, 2999, 9999]);
    let days = years.flat_map(|year| {
        (0..=13).flat_map(move |month| (0..=32).map(move |day| format!("{year:04}-{month:02}-{day:02}")))
    });
    let days: Vec<String> = days.collect();
    agree(&schemas, "Date", types["Date"], days.clone());
    agree(
        &schemas,
        "Moment",
        types["Moment"],
        days.into_iter().chain((0..=10_000).map(|year| format!("{year:04}"))),
    );
}

#[test]
fn every_character_is_judged_alike() {
    let schemas = Schemas::committed("safety-plan.schema.json");
    let types = text_types();
    for name in ["Title", "Text"] {
        agree(&schemas, name, types[name], ('\0'..=char::MAX).map(String::from));
    }
    agree(&schemas, "Title", types["Title"], ('\0'..='\u{ffff}').map(|c| format!("x{c}y")));
    for name in ["ElementCode", "Decimal", "Date", "PlanId", "AreaCode", "Kvk", "Digest", "FindingCode"] {
        let right = texts().into_iter().find(|text| types[name](text)).unwrap();
        let at = right.char_indices().next_back().unwrap().0;
        agree(&schemas, name, types[name], ('\0'..='\u{ffff}').map(|c| format!("{}{c}", &right[..at])));
    }
}

#[test]
fn every_number_is_judged_alike() {
    let schemas = Schemas::committed("safety-plan.schema.json");
    for (name, holds) in number_types() {
        let definition = schemas.definition(name);
        let edges = [100, 255, 256, 999, 1000, 2999, 3000, 99_999, 100_000, (1 << 53) - 1, 1 << 53, u64::MAX];
        for number in (0..=300).chain(edges) {
            assert_eq!(holds(number), definition.value(&json!(number)) == Verdict::Fits, "{name} {number}");
        }
    }
}

fn all<T: Choice>() -> Vec<String> {
    T::ALL.iter().map(|word| word.as_str().to_owned()).collect()
}

/// The words of a list are those of the schema, in the same order.
#[test]
fn the_schema_lists_the_words_of_a_choice() {
    let schemas = Schemas::committed("safety-plan.schema.json");
    let listed = |name: &str| -> Vec<String> {
        let words = schemas.schema()["$defs"][name]["oneOf"].as_array().unwrap().iter();
        words.map(|word| word["const"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(listed("Role"), all::<entity::Role>());
    assert_eq!(listed("Kind"), all::<Kind>());
    assert_eq!(listed("Act"), all::<entity::Act>());
}
