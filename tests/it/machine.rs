//! The life of a plan, step by step: whatever batches come, in whatever order, all that follows from a version is what follows
//! from reading that version anew.
//!
//! The model is a draft that takes each batch by structure alone and is then checked as a whole.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::Index;
use veiligheidsplan::change::{Applied, Change, EffectKind, difference, patch};
use veiligheidsplan::draft::SafetyPlanDraft;
use veiligheidsplan::strategies::{PlanShape, plans};
use veiligheidsplan::uuid::Uuid;
use veiligheidsplan::{Kind, RaisedBy, SafetyPlan};

use crate::apply::{ON, day};
use crate::change::lawful;
use crate::disclosure::{LEVELS, holds_together};
use crate::local::many_plans;
use crate::states::{agree, turning_points};
use crate::steps::{Step, batch, scratch, steps, told};
use crate::support::codes;

/// The plan as the model has it.
struct Model(SafetyPlanDraft);

impl Model {
    /// Takes a batch; the plan that comes out, or the findings.
    fn take(&self, changes: &[Change]) -> Result<SafetyPlan, Vec<(&'static str, String)>> {
        let draft = patch(&self.0, changes).map_err(|findings| codes(&findings))?;
        SafetyPlan::try_from(draft).map_err(|rejected| codes(rejected.errors()))
    }
}

/// What is true of a version, however it came to be.
fn is_whole(plan: &SafetyPlan, some: &[Index]) -> Result<(), TestCaseError> {
    let text = plan.to_json();
    let read = SafetyPlan::from_json(&text).map_err(|rejected| TestCaseError::fail(rejected.to_string()))?;
    prop_assert_eq!(&read, plan);
    prop_assert_eq!(read.to_json(), text);
    prop_assert_eq!((read.digest(), read.strategic_json()), (plan.digest(), plan.strategic_json()));
    for level in LEVELS {
        holds_together(plan, level);
    }
    let days = turning_points(plan);
    for day in some.iter().map(|index| *index.get(&days)) {
        agree(plan, day)?;
        prop_assert_eq!(read.advice(day), plan.advice(day));
    }
    Ok(())
}

/// What is true of two versions that follow each other.
fn follows(applied: &Applied) -> Result<(), TestCaseError> {
    let (before, after) = (&applied.before, &applied.plan);
    lawful(before, after);
    lawful(after, before);
    prop_assert_eq!(before.digest() == after.digest(), before.strategic_json() == after.strategic_json());
    // A finding that moves from an analysis to an evaluation goes as the one kind and comes as the other.
    let elements = |plan: &SafetyPlan| -> BTreeSet<(Kind, Uuid)> {
        plan.elements().map(|one| (one.kind(), one.id().into_uuid())).collect()
    };
    let (old, new) = (elements(before), elements(after));
    let told = |kind: EffectKind| -> BTreeSet<(Kind, Uuid)> {
        let subjects = applied.effects.iter().filter(|one| one.effect == kind).map(|one| &one.subject);
        subjects.map(|subject| (subject.kind, subject.id)).collect()
    };
    prop_assert_eq!(told(EffectKind::Added), new.difference(&old).copied().collect());
    prop_assert_eq!(told(EffectKind::Removed), old.difference(&new).copied().collect());
    // What isn't named reads as before.
    let named: BTreeSet<Uuid> = applied.effects.iter().map(|one| one.subject.id).collect();
    for (_, id) in old.intersection(&new).filter(|(_, id)| !named.contains(id)) {
        let (was, is) = (before.element(*id), after.element(*id));
        prop_assert_eq!(was.map(|one| one.title()), is.map(|one| one.title()));
        prop_assert_eq!(was.map(|one| one.code().cloned()), is.map(|one| one.code().cloned()));
    }
    Ok(())
}

fn lives(start: &SafetyPlan, steps: &[Step], some: &[Index]) -> Result<(), TestCaseError> {
    let (mut plan, mut model) = (start.clone(), Model(start.to_draft()));
    let mut trace = scratch(std::slice::from_ref(&plan), day(ON));
    let mut batches = Vec::new();
    for step in steps {
        let changes = batch(&plan, step);
        match (plan.apply(&changes, day(ON)), model.take(&changes)) {
            (Ok(applied), Ok(expected)) => {
                prop_assert_eq!(&applied.plan, &expected);
                follows(&applied)?;
                is_whole(&applied.plan, some)?;
                prop_assert!(trace.apply(&applied).is_ok());
                model = Model(expected.to_draft());
                plan = applied.plan;
                batches.push(changes);
            }
            // What the model takes may still be a step that may not be done.
            (Err(refused), Ok(_)) => {
                let by_law = refused.errors().iter().all(|one| one.code.raised_by() != RaisedBy::Document);
                prop_assert!(by_law && !refused.errors().is_empty(), "{}", refused);
            }
            (Err(refused), Err(found)) => prop_assert_eq!(codes(refused.errors()), found),
            (Ok(applied), Err(found)) => prop_assert!(false, "{:?} in {}", found, applied.plan.to_json()),
        }
    }
    prop_assert_eq!(trace.audit(), Ok(()));
    let plans = [plan];
    prop_assert_eq!(told(&trace, &plans), told(&scratch(&plans, day(ON)), &plans));
    // All of it in one: the same end.
    let whole = patch(&start.to_draft(), &batches.concat())
        .map_err(|findings| TestCaseError::fail(findings.to_string()))?;
    prop_assert_eq!(&whole, &model.0);
    let back = difference(&plans[0], start);
    prop_assert_eq!(patch(&plans[0].to_draft(), &back), Ok(start.to_draft()));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_version_is_what_reading_it_anew_gives(
        start in prop_oneof![many_plans(), plans(PlanShape::default().with_facts(0..=10))],
        steps in steps(),
        some in prop::collection::vec(any::<Index>(), 3),
    ) {
        lives(&start, &steps, &some)?;
    }
}
