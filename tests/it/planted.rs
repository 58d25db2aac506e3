//! Planted faults are found whatever grows around them, and several at once are all found.

#![expect(clippy::panic, reason = "a test fails by panicking")]

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use veiligheidsplan::change::read_changes;
use veiligheidsplan::faults::{Fault, base};
use veiligheidsplan::strategies::{
    PlanShape, advised_plans, documents_with_faults, faulty_batches, faulty_documents, faulty_drafts,
    faulty_queries, faulty_sets, faulty_texts, plans, unready_plans,
};
use veiligheidsplan::trace::{Filter, QueryError, Trace};
use veiligheidsplan::{Findings, PlanSet, RaisedBy, Step};

use crate::support::{codes, day, errors};

/// Nothing that is generated is rejected.
fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, max_local_rejects: 0, ..ProptestConfig::default() }
}

fn shape() -> PlanShape {
    PlanShape::default()
}

fn told(fault: &Fault) -> (&'static str, String) {
    (fault.code().as_str(), fault.place().to_owned())
}

/// The open findings of a fault at its place.
fn at_place(found: &Findings, fault: &Fault) -> Vec<veiligheidsplan::Finding> {
    let here = |one: &&veiligheidsplan::Finding| (one.code.as_str(), one.place.to_string()) == told(fault);
    found.open().filter(here).cloned().collect()
}

/// The finding is there once, and wasn't there before.
fn arose(before: &Findings, after: &Findings, fault: &Fault) -> Result<(), TestCaseError> {
    let found = at_place(after, fault);
    let [finding] = found.as_slice() else { panic!("{}: {after}", fault.code()) };
    prop_assert_eq!(finding.subject.map(|subject| subject.kind), fault.kind());
    let same = at_place(before, fault).iter().any(|one| one.subject == finding.subject);
    prop_assert!(!same, "{}: {before}", fault.code());
    Ok(())
}

/// Takes each step by which what is generated becomes smaller and the test still fails, as proptest does.
fn shrunk<T>(mut tree: impl ValueTree<Value = T>, fails: impl Fn(&T) -> bool) -> T {
    let mut smallest = tree.current();
    let mut goes_on = tree.simplify();
    while goes_on {
        let next = tree.current();
        let keep = fails(&next);
        goes_on = if keep { tree.simplify() } else { tree.complicate() };
        if keep {
            smallest = next;
        }
    }
    smallest
}

proptest! {
    // Each makes a small document, which is slow without optimisation.
    #![proptest_config(config(4))]

    #[test]
    fn a_draft_that_fails_for_its_fault_shrinks_to_the_smallest_with_it(seed in any::<[u8; 32]>()) {
        let mut runner = TestRunner::new_with_rng(config(1), TestRng::from_seed(RngAlgorithm::ChaCha, &seed));
        let tree = faulty_drafts(shape()).new_tree(&mut runner).unwrap();
        let fault = tree.current().1;
        let (draft, _) = shrunk(tree, |(draft, other)| {
            other.code() == fault.code() && codes(&draft.check().errors) == [told(fault)]
        });
        let small = fault.small().unwrap();
        prop_assert_eq!(serde_json::to_value(&draft).unwrap(), small.clone());
        prop_assert!(small.to_string().len() < 4_000, "{}", small);
    }
}

proptest! {
    #![proptest_config(config(96))]

    #[test]
    fn a_fault_of_a_draft_is_found_and_nothing_else((draft, fault) in faulty_drafts(shape())) {
        prop_assert_eq!(codes(&draft.check().errors), [told(fault)]);
    }

    #[test]
    fn a_fault_of_a_document_is_found_and_nothing_else((document, fault) in faulty_documents(shape())) {
        prop_assert_eq!(codes(&errors(&document.to_string())), [told(fault)]);
    }

    #[test]
    fn faults_that_do_not_clash_are_all_found((document, faults) in documents_with_faults(shape())) {
        let mut expected: Vec<_> = faults.into_iter().map(told).collect();
        let mut found = codes(&errors(&document.to_string()));
        expected.sort();
        found.sort();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn a_cause_of_advice_gives_its_advice(planted in advised_plans(shape())) {
        let day = planted.fault.day().unwrap();
        arose(&planted.before.advice(day), &planted.plan.advice(day), planted.fault)?;
    }

    #[test]
    fn what_a_plan_lacks_is_told_before_its_adoption(planted in unready_plans(shape())) {
        let ready = |plan: &veiligheidsplan::SafetyPlan| plan.readiness(Step::Adoption, planted.fault.day().unwrap());
        let (before, after) = (ready(&planted.before), ready(&planted.plan));
        match planted.fault.code().severity() {
            veiligheidsplan::Severity::Error => arose(&before.required, &after.required, planted.fault)?,
            veiligheidsplan::Severity::Advice => arose(&before.wanted, &after.wanted, planted.fault)?,
        }
    }

    #[test]
    fn a_fault_of_a_text_is_found_and_nothing_else((faulty, fault) in faulty_texts(shape())) {
        let rejected = faulty.limits.from_json_slice(&faulty.bytes).unwrap_err();
        prop_assert_eq!(codes(rejected.errors()), [told(fault)]);
    }

    #[test]
    fn a_fault_between_plans_is_found((plans, fault) in faulty_sets(shape())) {
        let checked = PlanSet::check(plans);
        let is_error = checked.set.is_none();
        let found = checked.set.map_or(checked.errors, |set| set.advice());
        prop_assert_eq!(at_place(&found, fault).len(), 1, "{}: {}", fault.code(), found);
        prop_assert!(!is_error || found.len() == 1, "{}", found);
    }

    #[test]
    fn a_fault_of_a_batch_is_found_and_nothing_else(faulty in faulty_batches(shape())) {
        let found = match read_changes(&faulty.batch.to_string()) {
            Err(found) => found,
            Ok(changes) => {
                let rejected = faulty.plan.apply(&changes, faulty.fault.day().unwrap()).unwrap_err();
                rejected.into_errors()
            }
        };
        prop_assert_eq!(codes(&found), [told(faulty.fault)]);
    }

    #[test]
    fn a_fault_of_a_filter_is_told_and_stands_where_it_was_planted(
        (plan, (text, fault)) in plans(shape()).prop_flat_map(|plan| {
            let queries = faulty_queries(std::slice::from_ref(&plan));
            (Just(plan), queries)
        }),
    ) {
        let error = match text.parse::<Filter>() {
            Err(error) => QueryError::from(error),
            Ok(filter) => Trace::of(&plan, day("2021-12-31")).find(&filter).unwrap_err(),
        };
        prop_assert!(fault.is_told_by(&error), "{}: {}", text, error);
        if let QueryError::Filter(error) = error {
            let before = text.chars().count() - fault.text().chars().count();
            let is_all = matches!(error.fault, veiligheidsplan::trace::FilterFault::TooLong);
            prop_assert!(is_all || error.span.unwrap().at >= before, "{}: {}", text, error);
        }
    }

    /// Whichever fault comes first: the order in which they are planted makes no difference.
    #[test]
    fn two_faults_that_do_not_clash_can_change_places(one in any::<Index>(), other in any::<Index>()) {
        let all: Vec<&Fault> = Fault::by(RaisedBy::Document).chain(Fault::by(RaisedBy::Shape)).collect();
        let (one, other) = (one.get(&all), other.get(&all));
        prop_assert_eq!(one.clashes_with(other), other.clashes_with(one));
        let (mut there, mut back) = (base(), base());
        if !one.clashes_with(other) {
            prop_assert!(one.plant(&mut there) && other.plant(&mut there));
            prop_assert!(other.plant(&mut back) && one.plant(&mut back));
            prop_assert_eq!(there, back);
        }
    }
}
