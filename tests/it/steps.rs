//! A trace that takes changes: the same as one built from scratch, whatever was changed, and snapshots stay.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use proptest::prelude::*;
use proptest::sample::Index;
use veiligheidsplan::change::{Applied, Change, difference};
use veiligheidsplan::draft::{ActionDraft, SafetyPlanDraft};
use veiligheidsplan::power::POWERS;
use veiligheidsplan::sample::Sample;
use veiligheidsplan::strategies::{Edits, edits};
use veiligheidsplan::trace::{AddError, Grouping, Node, StepError, Trace, Way};
use veiligheidsplan::{Date, SafetyPlan};

use crate::apply::{ON, day};
use crate::local::{Choice, LocalBatch, many_plans};
use crate::roundtrip::under_other_ids;
use crate::support::BASE;

/// Everything that a trace tells, without the order of the index.
pub(crate) fn told(trace: &Trace, plans: &[SafetyPlan]) -> Vec<String> {
    let mut told =
        vec![format!("{:?}", trace.all().sorted()), format!("{:?}", trace.plans().collect::<Vec<_>>())];
    for by in Grouping::ALL {
        let groups = trace.all().group_by(*by);
        let mut lines: Vec<String> = groups.groups.iter().map(|group| format!("{by}: {group:?}")).collect();
        lines.sort();
        told.extend(lines);
        told.push(format!("{by}: {} of {} in none", groups.ungrouped, groups.actions));
    }
    for plan in plans {
        for element in plan.elements() {
            for way in [Way::Up, Way::Down] {
                let mut links: Vec<String> = trace
                    .neighbours(element.id().into(), way)
                    .unwrap()
                    .into_iter()
                    .map(|one| format!("{:?} {one:?}", element.id()))
                    .collect();
                links.sort();
                told.extend(links);
                if let Ok(report) = trace.report(element.id(), way) {
                    told.push(serde_json::to_string(&report).unwrap());
                }
            }
        }
    }
    for text in [
        "gap:noLead",
        "gap:noPartner",
        "gap:noIndicator",
        "gap:noCost",
        "gap:late",
        "gap:exempt",
        "year:2020",
        "year:2021",
        "cost:1..",
        "title:\"e\"",
        "disclosure:confidential",
        "period:2021-03-01..2021-03-31",
    ] {
        let set = trace.find(&text.parse().unwrap()).unwrap();
        told.push(format!("{text}: {:?}", set.sorted()));
    }
    for power in POWERS {
        let users = trace.neighbours(Node::Power(power.code), Way::Down).map(|users| {
            let mut users: Vec<String> = users.iter().map(|one| format!("{one:?}")).collect();
            users.sort();
            users
        });
        told.push(format!("{}: {users:?}", power.code));
    }
    told
}

pub(crate) fn scratch(plans: &[SafetyPlan], on: Date) -> Trace {
    let mut trace = Trace::new(on);
    for plan in plans {
        trace.add(plan).unwrap();
    }
    trace
}

#[derive(Debug, Clone)]
pub(crate) enum Step {
    Local(Vec<Choice>),
    Edited(Edits),
}

pub(crate) fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        3 => prop::collection::vec(any::<Choice>(), 1..4).prop_map(Step::Local),
        1 => edits(1..3).prop_map(Step::Edited),
    ];
    prop::collection::vec(step, 1..6)
}

/// Makes a step of a plan, if it may be made.
fn make(plan: &SafetyPlan, step: &Step) -> Option<Applied> {
    plan.apply(&batch(plan, step), day(ON)).ok()
}

/// The changes of a step, which may be made or not.
pub(crate) fn batch(plan: &SafetyPlan, step: &Step) -> Vec<Change> {
    match step {
        Step::Local(choices) => LocalBatch::of(&plan.to_draft(), choices),
        Step::Edited(edits) => difference(plan, &edits.version_of(plan).plan),
    }
}

fn takes_every_step(plans: &mut [SafetyPlan], steps: &[Step]) -> Result<usize, TestCaseError> {
    let on = day(ON);
    let mut trace = scratch(plans, on);
    let mut taken = 0;
    let mut snapshots: Vec<(Trace, Vec<SafetyPlan>)> = Vec::new();
    for (number, step) in steps.iter().enumerate() {
        let Some(applied) = make(&plans[0], step) else { continue };
        if number % 2 == 0 {
            snapshots.push((trace.clone(), plans.to_vec()));
        }
        match trace.apply(&applied) {
            Ok(_) => taken += 1,
            // An id that comes in may be that of something in another plan.
            Err(StepError::IdShared(_)) => continue,
            Err(error) => prop_assert!(false, "{error}"),
        }
        plans[0] = applied.plan.clone();
        prop_assert_eq!(trace.audit(), Ok(()));
        let again = trace.apply(&applied);
        let moved_on = applied.plan != applied.before;
        prop_assert!(again.is_err() || !moved_on || applied.effects.is_empty(), "a step is taken once");
    }
    prop_assert_eq!(told(&trace, &plans[..1]), told(&scratch(plans, on), &plans[..1]));
    for (snapshot, plans) in snapshots {
        prop_assert_eq!(snapshot.audit(), Ok(()));
        prop_assert_eq!(told(&snapshot, &plans[..1]), told(&scratch(&plans, on), &plans[..1]));
    }
    let other = day("2022-03-01");
    prop_assert_eq!(told(&trace.at(other), &plans[..1]), told(&scratch(plans, other), &plans[..1]));
    Ok(taken)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_trace_that_took_steps_is_one_built_from_scratch(plan in many_plans(), steps in steps()) {
        takes_every_step(&mut [plan], &steps)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    /// From eight plans on, what they share is also kept as bitmaps over all of them.
    #[test]
    fn so_is_one_of_many_plans_that_share_partners(seed in any::<u64>(), steps in steps()) {
        let mut plans: Vec<SafetyPlan> = Sample::new(seed, 72).with_actions_per_plan(8).plans().collect();
        takes_every_step(&mut plans, &steps)?;
    }

}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn plans_come_and_go(seed in any::<u64>(), order in Just((0..10).collect::<Vec<usize>>()).prop_shuffle()) {
        let plans: Vec<SafetyPlan> = Sample::new(seed, 50).with_actions_per_plan(5).plans().collect();
        let mut trace = scratch(&plans, day(ON));
        let whole = trace.clone();
        for number in &order[..4] {
            prop_assert!(trace.remove(plans[*number].id()));
            prop_assert!(!trace.remove(plans[*number].id()));
            prop_assert_eq!(trace.audit(), Ok(()));
        }
        let left: Vec<SafetyPlan> =
            (0..10).filter(|number| !order[..4].contains(number)).map(|number| plans[number].clone()).collect();
        prop_assert_eq!(told(&trace, &left), told(&scratch(&left, day(ON)), &left));
        for number in &order[..4] {
            trace.add(&plans[*number]).unwrap();
            prop_assert_eq!(trace.add(&plans[*number]), Err(AddError::PlanRepeated(plans[*number].id())));
            prop_assert_eq!(trace.audit(), Ok(()));
        }
        let again: Vec<SafetyPlan> = left.iter().cloned().chain(order[..4].iter().map(|n| plans[*n].clone())).collect();
        prop_assert_eq!(told(&trace, &again), told(&scratch(&again, day(ON)), &again));
        prop_assert_eq!(told(&whole, &plans), told(&scratch(&plans, day(ON)), &plans));
    }
}

/// Two plans of which each continues what the other has, or may get.
fn linked_plans() -> impl Strategy<Value = [SafetyPlan; 2]> {
    let other = || under_other_ids(BASE).to_draft();
    (many_plans(), any::<[Index; 4]>()).prop_map(move |(first, choices)| {
        let mut drafts = [first.to_draft(), other()];
        let may_come: Vec<String> = (0..2).map(crate::apply::nth).collect();
        let ids = |draft: &SafetyPlanDraft| -> Vec<String> {
            draft.execution_plans.iter().flat_map(|one| &one.actions).map(|one| one.id.clone()).collect()
        };
        let named = [ids(&drafts[1]), [ids(&drafts[0]), may_come].concat()];
        for (number, draft) in drafts.iter_mut().enumerate() {
            let [from, to] = [choices[2 * number], choices[2 * number + 1]];
            let mut actions: Vec<&mut ActionDraft> =
                draft.execution_plans.iter_mut().flat_map(|one| &mut one.actions).collect();
            if !actions.is_empty() && !named[number].is_empty() {
                let at = from.index(actions.len());
                actions[at].continues.push(to.get(&named[number]).clone());
            }
        }
        drafts.map(|draft| SafetyPlan::try_from(draft).unwrap())
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whichever plan a step is of, and whichever comes and goes: both tell what they tell in a trace from scratch.
    #[test]
    fn so_is_one_of_plans_that_continue_each_other(
        plans in linked_plans(),
        steps in prop::collection::vec((0..2_usize, steps()), 1..4),
        gone in 0..2_usize,
    ) {
        let (mut plans, on) = (plans, day(ON));
        let mut trace = scratch(&plans, on);
        for (number, steps) in &steps {
            for step in steps {
                let Some(applied) = make(&plans[*number], step) else { continue };
                match trace.apply(&applied) {
                    Ok(_) => plans[*number] = applied.plan,
                    Err(StepError::IdShared(_)) => {}
                    Err(error) => prop_assert!(false, "{error}"),
                }
                prop_assert_eq!(trace.audit(), Ok(()));
            }
            prop_assert_eq!(told(&trace, &plans), told(&scratch(&plans, on), &plans));
        }
        let other = day("2022-03-01");
        prop_assert_eq!(told(&trace.at(other), &plans), told(&scratch(&plans, other), &plans));
        prop_assert!(trace.remove(plans[gone].id()));
        let left = &plans[1 - gone..2 - gone];
        prop_assert_eq!(trace.audit(), Ok(()));
        prop_assert_eq!(told(&trace, left), told(&scratch(left, on), left));
    }
}
