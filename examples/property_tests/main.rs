//! Testing a system of your own with generated plans: `cargo run --example property_tests`, and the same laws as tests:
//! `cargo test --example property_tests`.
//!
//! The system is fictional (`host.rs`). Its release 1.0 has a planted bug; the laws below find it, and shrink the plan that
//! shows it to a small one. Release 1.1 keeps them.

mod host;

use std::collections::{BTreeMap, BTreeSet};

use host::{Register, Release, rows};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestCaseResult, TestError, TestRunner};
use veiligheidsplan::SafetyPlan;
use veiligheidsplan::entity::Action;
use veiligheidsplan::strategies::{PlanShape, plans};
use veiligheidsplan::trace::Trace;

/// Something that must hold for every plan.
type Law = fn(Release, &SafetyPlan) -> TestCaseResult;

const LAWS: [(&str, Law); 2] = [
    ("the sheet has every action, with its title and goals", sheet_is_complete),
    ("the sheet has as many actions for each priority as the plan", sheet_counts_as_the_trace),
];

fn sheet_is_complete(release: Release, plan: &SafetyPlan) -> TestCaseResult {
    let told: BTreeMap<String, (String, String)> = rows(&sheet(release, plan)?)
        .into_iter()
        .filter_map(|row| <[String; 5]>::try_from(row).ok())
        .map(|[action, title, serves, ..]| (action, (title, serves)))
        .collect();
    for action in actions(plan) {
        let serves: Vec<String> = action.serves().iter().map(|one| one.id().to_string()).collect();
        let expected = (action.title().to_string(), serves.join(","));
        let is_told = told.get(&action.id().to_string()) == Some(&expected);
        prop_assert!(is_told, "`{}` is missing or altered", action.title());
    }
    Ok(())
}

fn sheet_counts_as_the_trace(release: Release, plan: &SafetyPlan) -> TestCaseResult {
    let rows = rows(&sheet(release, plan)?).into_iter();
    let told: BTreeSet<String> = rows.filter_map(|row| row.into_iter().next()).collect();
    let trace = Trace::of(plan, plan.period().end());
    for priority in plan.priorities() {
        let below = trace.below(priority.id())?;
        let shown = below.actions().filter(|action| told.contains(&action.to_string())).count() as u64;
        prop_assert!(shown == below.len(), "`{}`: {} of {} actions", priority.title(), shown, below.len());
    }
    Ok(())
}

fn sheet(release: Release, plan: &SafetyPlan) -> Result<String, TestCaseError> {
    let register = Register::take_in(release, &plan.to_json());
    register.map(|register| register.sheet()).map_err(|told| TestCaseError::fail(told.join("\n")))
}

fn actions(plan: &SafetyPlan) -> impl Iterator<Item = &Action> {
    plan.execution_plans().iter().flat_map(|execution| execution.actions()).map(|action| &**action)
}

/// Small plans with something in them.
fn shape() -> PlanShape {
    PlanShape::default()
        .with_priorities(1..=2)
        .with_execution_plans(1..=1)
        .with_actions(1..=3)
        .with_facts(0..=2)
}

/// What is wrong with a release, and the smallest plan that shows it. The same plans on every run.
fn broken(law: Law, release: Release) -> Option<(String, SafetyPlan)> {
    let seed = RngSeed::Fixed(38);
    let config = Config {
        cases: 64,
        rng_seed: seed,
        failure_persistence: None,
        max_shrink_iters: 4_096,
        ..Config::default()
    };
    match TestRunner::new(config).run(&plans(shape()), |plan| law(release, &plan)) {
        Err(TestError::Fail(why, plan)) => Some((why.message().to_owned(), plan)),
        _ => None,
    }
}

fn main() {
    for release in [Release::V1_0, Release::V1_1] {
        for (said, law) in LAWS {
            println!("{release:?}: {said}?");
            let Some((why, plan)) = broken(law, release) else {
                println!("  yes, for 64 generated plans");
                continue;
            };
            println!("  no: {why}");
            println!("  the smallest plan that shows it has {} action(s):", actions(&plan).count());
            for action in actions(&plan) {
                println!("    `{}`, done by {} partners", action.title(), action.responsibilities().len());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use veiligheidsplan::strategies::faulty_documents;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn the_laws_hold(plan in plans(shape())) {
            for (_, law) in LAWS {
                law(Release::V1_1, &plan)?;
            }
        }

        #[test]
        fn a_faulty_document_is_refused_with_its_place((document, fault) in faulty_documents(shape())) {
            let told = Register::take_in(Release::V1_1, &document.to_string()).err().unwrap_or_default();
            prop_assert_eq!(told.len(), 1, "{:?}", told);
            prop_assert!(told[0].starts_with(&format!("{} ({})", fault.place(), fault.code())), "{}", told[0]);
        }
    }

    #[test]
    fn each_law_finds_the_planted_bug() {
        for (said, law) in LAWS {
            let (_, plan) = broken(law, Release::V1_0).expect(said);
            let nobodys = actions(&plan).filter(|action| action.responsibilities().is_empty());
            assert_eq!(nobodys.count(), 1, "it shrinks to a plan with one action that nobody does");
        }
    }
}
