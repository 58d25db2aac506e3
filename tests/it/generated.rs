//! Generated plans together reach every entity, every key, every word where it can stand, and every advice that a plan can
//! have.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use serde_json::Value;
use veiligheidsplan::change::{Change, difference};
use veiligheidsplan::draft::SafetyPlanDraft;
use veiligheidsplan::entity::{Act, Role};
use veiligheidsplan::id::{ActionId, EvaluationFindingId, PlanId};
use veiligheidsplan::strategies::{
    PlanShape, Version, changes_of, days, elements, histories_of, plans, staged, versions_of,
};
use veiligheidsplan::trace::Filter;
use veiligheidsplan::value::*;
use veiligheidsplan::{Code, Kind, PlanSet, RaisedBy, SafetyPlan};

use crate::support::day;

/// Plans by a fixed seed: the first so many.
fn generated(count: usize) -> impl Iterator<Item = SafetyPlan> {
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[62; 32]);
    // None is rejected: they are valid by construction.
    let config = ProptestConfig { max_local_rejects: 0, ..ProptestConfig::default() };
    let mut runner = TestRunner::new_with_rng(config, rng);
    let strategy = plans(PlanShape::default());
    (0..count).map(move |_| strategy.new_tree(&mut runner).unwrap().current())
}

/// The schema, with what a shape that refers to another stands for.
struct Schema(Value);

impl Schema {
    /// The shape behind references and alternatives of `null`, and its name.
    fn behind<'a>(&'a self, mut shape: &'a Value, mut name: &'a str) -> (&'a Value, &'a str) {
        loop {
            if let Some(Value::String(reference)) = shape.get("$ref") {
                name = reference.rsplit('/').next().unwrap();
                shape = self.0.pointer(&reference[1..]).unwrap();
            } else if let Some(Value::Array(ways)) = shape.get("anyOf") {
                shape = ways.iter().find(|way| way["type"] != "null").unwrap();
            } else {
                return (shape, name);
            }
        }
    }

    /// The keys and words that a document uses, as `Object.key` and `Object.key:word`.
    fn used(&self, value: &Value, shape: &Value, at: &str, found: &mut BTreeSet<String>) {
        let (shape, name) = self.behind(shape, at);
        match value {
            Value::Object(object) => {
                for (key, value) in object {
                    let at = format!("{name}.{key}");
                    self.used(value, &shape["properties"][key], &at, found);
                    found.insert(at);
                }
            }
            Value::Array(list) => list.iter().for_each(|item| self.used(item, &shape["items"], at, found)),
            Value::String(word) if !words(shape).is_empty() => _ = found.insert(format!("{at}:{word}")),
            _ => {}
        }
    }

    /// All that a document can use.
    fn all(&self) -> BTreeSet<String> {
        let mut all = BTreeSet::new();
        let defined = self.0["$defs"].as_object().unwrap().iter().map(|(name, shape)| (name.as_str(), shape));
        for (name, shape) in defined.chain([("SafetyPlan", &self.0)]) {
            for (key, shape) in shape.get("properties").and_then(Value::as_object).into_iter().flatten() {
                let shape = self.behind(shape, "").0;
                let item = shape.get("items").map_or(shape, |items| self.behind(items, "").0);
                all.extend(words(item).into_iter().map(|word| format!("{name}.{key}:{word}")));
                all.insert(format!("{name}.{key}"));
            }
        }
        all
    }
}

/// The words of a closed list.
fn words(shape: &Value) -> Vec<&str> {
    let listed = shape.get("enum").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    let told = shape.get("oneOf").and_then(Value::as_array).into_iter().flatten();
    listed.chain(told.filter_map(|one| one.get("const")?.as_str())).collect()
}

#[test]
fn generated_plans_reach_every_key_every_word_and_every_advice() {
    let schema = Schema(schemars::schema_for!(SafetyPlan).to_value());
    let (mut used, mut told) = (BTreeSet::new(), BTreeSet::new());
    for plan in generated(600) {
        schema.used(&serde_json::to_value(&plan).unwrap(), &schema.0, "SafetyPlan", &mut used);
        let days =
            [plan.period().start(), plan.period().end(), plan.latest_fact().unwrap_or(day("2021-09-01"))];
        for day in days.into_iter().chain([day("2036-01-01")]) {
            told.extend(plan.advice(day).iter().map(|finding| finding.code.as_str()));
        }
    }
    let all = schema.all();
    assert!(all.len() > 700, "the schema has {} keys and words", all.len());
    let missing: Vec<&String> = all.difference(&used).collect();
    assert!(missing.is_empty(), "{} of {} not reached: {missing:#?}", missing.len(), all.len());
    let advice =
        Code::ALL.iter().filter(|code| code.raised_by() == RaisedBy::Advice).map(|code| code.as_str());
    let (told, silent): (Vec<&str>, Vec<&str>) = advice.partition(|code| told.contains(code));
    assert!(silent.is_empty(), "{} advice codes reached, but not {silent:#?}", told.len());
}

/// A plan, and what it takes on a day.
fn with_histories() -> impl Strategy<Value = (SafetyPlan, Date, Vec<Vec<Change>>)> {
    (plans(PlanShape::default()), days()).prop_flat_map(|(plan, day)| {
        let histories = histories_of(&plan, day);
        (Just(plan), Just(day), histories)
    })
}

/// A plan, with a batch that it takes on the first day of 2026 and a version that it may become.
fn with_what_fits() -> impl Strategy<Value = (SafetyPlan, Vec<Change>, Version)> {
    plans(PlanShape::default()).prop_flat_map(|plan| {
        let fits = (changes_of(&plan, day("2026-01-01")), versions_of(&plan));
        (Just(plan), fits).prop_map(|(plan, (batch, version))| (plan, batch, version))
    })
}

/// Whether `any` makes values that are read back as they were, each in some other way now and then.
fn is_arbitrary<T>()
where
    T: Arbitrary + serde::Serialize + serde::de::DeserializeOwned + PartialEq,
{
    let mut runner = TestRunner::deterministic();
    let mut made = BTreeSet::new();
    for _ in 0..16 {
        let value = any::<T>().new_tree(&mut runner).unwrap().current();
        let written = serde_json::to_string(&value).unwrap();
        assert_eq!(serde_json::from_str::<T>(&written).unwrap(), value, "{written}");
        made.insert(written);
    }
    assert!(made.len() > 1, "{made:?}");
}

#[test]
fn any_value_is_read_as_it_was_written() {
    macro_rules! each {
        ($($of:ty)+) => { $(is_arbitrary::<$of>();)+ };
    }
    each! {
        Title Text ElementCode MunicipalityCode AreaCode PowerCode FindingCode Digest Rsin Oin Kvk Decimal Date Moment
        ActionId PlanId EvaluationFindingId Kind Role Act SafetyPlanDraft SafetyPlan Filter
    }
    proptest!(ProptestConfig::with_cases(16), |(set: PlanSet, code: Code)| {
        prop_assert!(!set.plans().is_empty() && Code::ALL.contains(&code));
    });
    proptest!(|(cents: Cents, percent: Percent, year: Year, page: PageNumber, count: Count, rule: RuleNumber)| {
        prop_assert_eq!(Cents::new(cents.get()), Ok(cents));
        prop_assert!(percent.get() <= 100 && (1_000..3_000).contains(&year.get()) && page.get() > 0);
        prop_assert!((1..100).contains(&count.get()) && (1..=255).contains(&rule.get()));
    });
}

#[test]
fn there_are_elements_of_every_kind() {
    for kind in Kind::ALL {
        proptest!(ProptestConfig::with_cases(4), |((plan, id) in elements(*kind, PlanShape::default()))| {
            prop_assert_eq!(plan.element(id.into_uuid()).map(|element| element.kind()), Some(*kind));
        });
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, max_local_rejects: 0, ..ProptestConfig::default() })]

    #[test]
    fn a_plan_takes_every_batch_of_a_sequence_that_fits_it((plan, day, batches) in with_histories()) {
        let mut plan = plan;
        for batch in batches {
            let applied = plan.apply(&batch, day);
            let told = applied.as_ref().err().map(|rejected| format!("{rejected:#} {batch:?}"));
            prop_assert_eq!(told, None);
            plan = applied.unwrap().plan;
        }
    }

    #[test]
    fn a_plan_takes_a_batch_and_becomes_a_version_that_fits_it((plan, batch, version) in with_what_fits()) {
        prop_assert!(plan.apply(&batch, day("2026-01-01")).is_ok());
        prop_assert_eq!(version.plan.id(), plan.id());
        prop_assert!(difference(&plan, &version.plan).len() <= version.most_changes);
    }

    #[test]
    fn an_execution_plan_is_as_far_as_its_stage_says(staged in staged(PlanShape::default())) {
        let states = staged.plan.as_of(staged.day);
        prop_assert_eq!(states.execution_plan(staged.execution_plan).unwrap().state, staged.state);
    }
}

/// However far it shrinks, a batch fits: an id that comes is that of nothing else.
#[test]
fn a_batch_fits_however_far_it_shrinks() {
    let (plan, on) = (generated(3).last().unwrap(), day("2026-01-01"));
    let kinds = |batch: &[Change]| {
        let added = batch.iter().filter_map(|change| match change {
            Change::Add { element, .. } => Some(element.kind()),
            _ => None,
        });
        added.collect::<BTreeSet<Kind>>().len()
    };
    let mut runner = TestRunner::deterministic();
    for _ in 0..20 {
        // As if whatever adds elements of two kinds were found to fail.
        let mut tree = changes_of(&plan, on).new_tree(&mut runner).unwrap();
        let mut fails = kinds(&tree.current()) > 1;
        while if fails { tree.simplify() } else { tree.complicate() } {
            let batch = tree.current();
            fails = kinds(&batch) > 1;
            assert_eq!(plan.apply(&batch, on).err().map(|rejected| rejected.to_string()), None, "{batch:?}");
        }
    }
}

/// Also a plan that no strategy made, full of facts and secrets, under a profile that refuses what it can.
#[test]
fn what_fits_fits_plans_that_were_not_generated() {
    let mut long = crate::apply::plan(&crate::apply::base()).to_draft();
    for action in long.execution_plans.iter_mut().flat_map(|one| &mut one.actions) {
        (action.title, action.code) =
            ("ë".repeat(300), action.code.take().map(|code| format!("{code:z<32}")));
    }
    long.topics[0].title = "t".repeat(300);
    let texts = [crate::support::BASE, crate::support::DEMO].map(|text| SafetyPlan::from_json(text).unwrap());
    let strict = [crate::apply::plan(&crate::apply::base()), SafetyPlan::try_from(long).unwrap()];
    let mut runner = TestRunner::deterministic();
    for plan in texts.iter().chain(&strict) {
        for on in ["2019-12-10", "2020-06-30", "2020-12-31", "2021-06-01", "2036-01-01"].map(day) {
            for _ in 0..24 {
                let mut plan = plan.clone();
                for batch in histories_of(&plan, on).new_tree(&mut runner).unwrap().current() {
                    let applied = plan.apply(&batch, on);
                    let told = applied.as_ref().err().map(|rejected| format!("{on} {rejected:#} {batch:?}"));
                    assert_eq!(told, None);
                    plan = applied.unwrap().plan;
                }
            }
        }
        for _ in 0..24 {
            let version = versions_of(plan).new_tree(&mut runner).unwrap().current();
            assert_eq!(version.plan.to_draft().check().plan.as_ref(), Some(&version.plan));
            assert!(difference(plan, &version.plan).len() <= version.most_changes);
        }
    }
}
