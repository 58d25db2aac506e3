//! A trace that takes changes: the same as one built from scratch, whatever was changed, and snapshots stay.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::Index;
use veiligheidsplan::change::{Applied, Change, difference};
use veiligheidsplan::draft::{
    ActionDraft, PartnerDraft, PeriodDraft, PillarDraft, ProgressDraft, SafetyPlanDraft, TopicDraft,
};
use veiligheidsplan::entity::{PartnerKind, Status};
use veiligheidsplan::id::{ActionId, ExecutionPlanId, PartnerId, PillarId};
use veiligheidsplan::power::POWERS;
use veiligheidsplan::sample::Sample;
use veiligheidsplan::strategies::{Edits, edits};
use veiligheidsplan::trace::{AddError, Grouping, Link, Node, StepError, Trace, Way};
use veiligheidsplan::{Date, Kind, PlanSet, SafetyPlan};

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

#[test]
fn a_block_fills_and_another_follows() {
    let plan = Sample::new(3, 130).plan(0).unwrap();
    let (mut plan, on) = (plan, day("2023-11-01"));
    let mut trace = Trace::of(&plan, on);
    let execution = plan.execution_plans().last().unwrap().id();
    for number in 0..140 {
        let draft = plan.to_draft();
        let last = draft.execution_plans.last().unwrap();
        let mut action = last.actions[0].clone();
        (action.code, action.progress) = (None, Vec::new());
        (action.depends_on, action.continues) = (Vec::new(), Vec::new());
        action.id = veiligheidsplan::id::ActionId::derive(plan.id(), &format!("new-{number}")).into();
        let step = plan.apply(&[Change::add(execution, last.actions.len(), action)], on).unwrap();
        assert!(!trace.apply(&step).unwrap().anew);
        plan = step.plan;
    }
    trace.audit().unwrap();
    let plans = [plan];
    assert_eq!(told(&trace, &plans), told(&scratch(&plans, on), &plans));
}

/// Blocks that come later stand behind those of other execution plans, and are told in the order of the document all the same.
#[test]
fn every_execution_plan_fills_whatever_stands_behind_it() {
    let (base, on) = (SafetyPlan::from_json(BASE).unwrap(), day(ON));
    let mut draft = base.to_draft();
    let mut action = draft.execution_plans[0].actions[1].clone();
    (action.code, action.progress) = (None, Vec::new());
    let mut empty = draft.execution_plans[0].clone();
    let id = ExecutionPlanId::derive(base.id(), "empty");
    (empty.id, empty.code, empty.actions) = (id.to_string(), None, Vec::new());
    empty.period = PeriodDraft::new("2022-01-01", "2022-12-31");
    draft.execution_plans.insert(0, empty);
    let mut plan = SafetyPlan::try_from(draft).unwrap();
    let mut trace = Trace::of(&plan, on);
    for number in 0..280 {
        let execution = &plan.execution_plans()[number % 4];
        action.id = ActionId::derive(plan.id(), &format!("new-{number}")).to_string();
        action.title = format!("Nieuw {number}");
        let added = Change::add(execution.id(), execution.actions().len(), action.clone());
        let mut changes = vec![added];
        if number > 4 {
            let mut again = action.clone();
            again.id = ActionId::derive(plan.id(), &format!("new-{}", number - 4)).to_string();
            changes.push(Change::replace(again));
        }
        let step = plan.apply(&changes, on).unwrap();
        assert!(!trace.apply(&step).unwrap().anew);
        plan = step.plan;
    }
    trace.audit().unwrap();
    let plans = [plan];
    for on in [on, day("2022-06-01")] {
        assert_eq!(told(&trace.at(on), &plans), told(&scratch(&plans, on), &plans));
    }
    let priority = plans[0].priorities()[0].id();
    let threads = |trace: &Trace| trace.down(priority).unwrap().collect::<Vec<_>>();
    assert_eq!(threads(&trace), threads(&scratch(&plans, on)));
}

/// What of one plan gets the id of what of another, and whether both may stand in one trace.
#[test]
fn an_id_is_shared_by_what_plans_may_share_and_by_nothing_else() {
    let first = SafetyPlan::from_json(BASE).unwrap();
    let other = under_other_ids(BASE);
    for (own, of_first, is_shared) in [
        ("/partners/1", "/partners/1", true),
        ("/topics/0", "/topics/0", true),
        ("/areas/0", "/areas/1", true),
        ("/frameworks/0/items/0", "/frameworks/0/items/1", true),
        ("/topics/0", "/partners/0", false),
        ("/topics/0", "/executionPlans/0/actions/0", false),
        ("/topics/0", "", false),
        ("", "/topics/0", false),
        ("", "/executionPlans/0/actions/0", false),
        ("/priorities/0", "/priorities/0", false),
        ("/executionPlans/0", "/partners/0", false),
        ("/executionPlans/0/actions/0", "/executionPlans/0/actions/0", false),
        ("/executionPlans/0/actions/0", "/partners/0", false),
        ("/executionPlans/0/actions/0", "/priorities/0", false),
    ] {
        let at = format!("{own} with the id of {of_first}");
        let id = |plan: &SafetyPlan, at: &str| {
            let written = serde_json::to_value(plan).unwrap();
            written.pointer(at).unwrap()["id"].as_str().unwrap().to_owned()
        };
        let shared = id(&first, of_first);
        let text = other.to_json().replace(&id(&other, own), &shared);
        let second = SafetyPlan::from_json(&text).unwrap_or_else(|rejected| panic!("{at}: {rejected:#}"));
        let mut trace = Trace::of(&first, day(ON));
        let before = told(&trace, std::slice::from_ref(&first));
        let clash = (!is_shared).then(|| AddError::IdShared(shared.parse().unwrap()));
        assert_eq!(trace.add(&second).err(), clash, "{at}");
        trace.audit().unwrap();
        assert_eq!(trace.plans().count(), 1 + usize::from(is_shared), "{at}");
        // A set says the same.
        assert_eq!(PlanSet::new([first.clone(), second]).is_ok(), is_shared, "{at}");
        if !is_shared {
            assert_eq!(told(&trace, std::slice::from_ref(&first)), before, "{at}");
        }
    }
}

/// The step stays undone, whichever way it would be taken.
#[test]
fn a_step_that_brings_in_an_id_of_another_plan_is_refused() {
    let first = SafetyPlan::from_json(BASE).unwrap();
    let other = under_other_ids(BASE);
    let action = |id: String| {
        let mut action = first.to_draft().execution_plans[1].actions[0].clone();
        (action.id, action.code, action.continues) = (id, None, Vec::new());
        action.registered_on = Some(ON.into());
        let execution = &first.execution_plans()[1];
        vec![Change::add(execution.id(), execution.actions().len(), action)]
    };
    let topic = |id: String| vec![Change::add(first.id(), 1, TopicDraft::new(id, "Digitale veiligheid"))];
    let [actions, partners] =
        [other.execution_plans()[0].actions()[0].id().to_string(), other.partners()[0].id().to_string()];
    let fresh = "15000009-0000-4000-8000-000000000000".to_owned();
    for (name, changes, id) in [
        ("an action with the id of an action", action(actions.clone()), Some(actions.clone())),
        ("an action with the id of a partner", action(partners.clone()), Some(partners.clone())),
        ("an action of its own", action(fresh.clone()), None),
        ("a topic with the id of an action", topic(actions.clone()), Some(actions)),
        ("a topic with the id of a partner", topic(partners.clone()), Some(partners)),
        ("a topic that both plans have", topic(other.topics()[0].id().to_string()), None),
        ("a topic of its own", topic(fresh), None),
    ] {
        let plans = [first.clone(), other.clone()];
        let mut trace = scratch(&plans, day(ON));
        let before = told(&trace, &plans);
        let step = first.apply(&changes, day(ON)).unwrap_or_else(|rejected| panic!("{name}: {rejected:#}"));
        let refused = id.map(|id| StepError::IdShared(id.parse().unwrap()));
        assert_eq!(trace.apply(&step).err(), refused, "{name}");
        trace.audit().unwrap();
        if refused.is_some() {
            assert_eq!(told(&trace, &plans), before, "{name}");
        }
    }
}

/// Writing in place is for plans of which all that lies above is kept, and for actions that stay where they stand.
#[test]
fn where_an_action_cannot_be_written_in_its_place_the_plan_comes_in_anew() {
    let dense = crate::exact_large::dense(&Sample::new(8, 40).with_actions_per_plan(40), 0);
    let base = SafetyPlan::from_json(BASE).unwrap();
    for (name, plan, moves, anew) in [
        ("in its place", &base, false, false),
        ("moved and changed", &base, true, true),
        ("too much above it to keep", &dense, false, true),
    ] {
        let on = plan.execution_plans()[0].period().start();
        let mut action = plan.to_draft().execution_plans[0].actions[1].clone();
        action.title = "Anders".to_owned();
        let id = plan.execution_plans()[0].actions()[1].id();
        let mut changes = vec![Change::replace(action)];
        changes.extend(moves.then(|| Change::move_to(id, plan.execution_plans()[1].id(), 0)));
        let step = plan.apply(&changes, on).unwrap();
        let mut trace = Trace::of(plan, on);
        let taken = trace.apply(&step).unwrap();
        assert_eq!((taken.anew, taken.actions), (anew, usize::from(!anew)), "{name}");
        trace.audit().unwrap();
        let found = trace.find(&"title:\"Anders\"".parse().unwrap()).unwrap();
        assert_eq!(found.actions().collect::<Vec<_>>(), [id], "{name}");
        let plans = [step.plan];
        if name != "too much above it to keep" {
            assert_eq!(told(&trace, &plans), told(&scratch(&plans, on), &plans), "{name}");
        }
    }
}

#[test]
fn a_step_of_another_version_or_plan_is_refused_and_nothing_is_touched() {
    let plan = Sample::new(3, 20).plan(0).unwrap();
    let on = day("2023-11-01");
    let mut trace = Trace::of(&plan, on);
    let report = |plan: &SafetyPlan| {
        let mut action = plan.to_draft().execution_plans[3].actions[0].clone();
        action
            .progress
            .push(ProgressDraft { status: Some(Status::Started), ..ProgressDraft::new("2023-10-30") });
        plan.apply(&[Change::replace(action)], on).unwrap()
    };
    let first = report(&plan);
    let second = report(&first.plan);
    let before = told(&trace, std::slice::from_ref(&plan));
    assert_eq!(trace.apply(&second), Err(StepError::OtherVersion(plan.id())));
    assert_eq!(told(&trace, std::slice::from_ref(&plan)), before);
    trace.apply(&first).unwrap();
    trace.apply(&second).unwrap();
    assert_eq!(trace.apply(&first), Err(StepError::OtherVersion(plan.id())));
    // The same text read again is another value: a trace can't know that it is the same version.
    let again = SafetyPlan::from_json(&plan.to_json()).unwrap();
    assert_eq!(trace.apply(&report(&again)), Err(StepError::OtherVersion(plan.id())));
    assert_eq!(Trace::new(on).apply(&first), Err(StepError::UnknownPlan(plan.id())));
}

/// What comes under an id that an action of the plan already continues, as if it was of another plan.
#[test]
fn what_is_awaited_is_linked_when_it_comes() {
    let plan = SafetyPlan::from_json(BASE).unwrap();
    let draft = plan.to_draft();
    let list = &draft.execution_plans[0].actions;
    let awaited = ActionId::derive(plan.id(), "awaited");
    let mut follower = list[0].clone();
    follower.continues = vec![awaited.to_string()];
    let mut comes = list[1].clone();
    (comes.id, comes.code, comes.continues, comes.depends_on) =
        (awaited.to_string(), None, Vec::new(), Vec::new());
    let execution = plan.execution_plans()[0].id();
    let on = day(ON);
    let named = plan.apply(&[Change::replace(follower)], on).unwrap();
    let came = named.plan.apply(&[Change::add(execution, list.len(), comes)], on).unwrap();
    let mut trace = Trace::of(&plan, on);
    trace.apply(&named).unwrap();
    assert!(trace.apply(&came).unwrap().anew);
    trace.audit().unwrap();
    let plans = [came.plan];
    assert_eq!(told(&trace, &plans), told(&scratch(&plans, on), &plans));
}

/// What an action continues may stand in another plan of the trace: it does so still when the action is written anew.
#[test]
fn what_is_continued_in_another_plan_stays_there() {
    let (first, on) = (SafetyPlan::from_json(BASE).unwrap(), day(ON));
    let mut draft = under_other_ids(BASE).to_draft();
    let earlier = first.execution_plans()[0].actions()[2].id();
    draft.execution_plans[1].actions[0].continues.push(earlier.to_string());
    let second = SafetyPlan::try_from(draft).unwrap();
    let mut action = second.to_draft().execution_plans[1].actions[0].clone();
    action.title = "Anders".to_owned();
    let step = second.apply(&[Change::replace(action)], on).unwrap();
    let mut trace = scratch(&[first.clone(), second], on);
    assert!(!trace.apply(&step).unwrap().anew);
    trace.audit().unwrap();
    let plans = [first, step.plan];
    assert_eq!(told(&trace, &plans), told(&scratch(&plans, on), &plans));
}

/// What comes under an id that another plan names is linked to it, and no more when it goes.
#[test]
fn what_another_plan_names_comes_and_goes() {
    let (first, on) = (SafetyPlan::from_json(BASE).unwrap(), day(ON));
    let awaited = ActionId::derive(first.id(), "awaited");
    let mut draft = under_other_ids(BASE).to_draft();
    draft.execution_plans[1].actions[0].continues.push(awaited.to_string());
    let second = SafetyPlan::try_from(draft).unwrap();
    let mut comes = first.to_draft().execution_plans[0].actions[1].clone();
    (comes.id, comes.code) = (awaited.to_string(), None);
    let execution = first.execution_plans()[0].id();
    let came = first.apply(&[Change::add(execution, 3, comes)], on).unwrap();
    let gone = came.plan.apply(&[Change::remove(awaited)], on).unwrap();
    for order in [[&first, &second], [&second, &first]] {
        let mut trace = Trace::new(on);
        for plan in order {
            trace.add(plan).unwrap();
        }
        let of =
            |step: &Applied| order.map(|plan| if plan == &first { step.plan.clone() } else { plan.clone() });
        for step in [&came, &gone] {
            trace.apply(step).unwrap();
            trace.audit().unwrap();
            assert_eq!(told(&trace, &of(step)), told(&scratch(&of(step), on), &of(step)));
            let later = day("2022-01-01");
            assert_eq!(told(&trace.at(later), &of(step)), told(&scratch(&of(step), later), &of(step)));
        }
        trace.remove(first.id());
        trace.audit().unwrap();
        let left = std::slice::from_ref(&second);
        assert_eq!(told(&trace, left), told(&scratch(left, on), left));
    }
}

/// A power is a node as long as something uses it.
#[test]
fn a_power_that_nothing_uses_any_more_is_no_node() {
    let (plan, on) = (SafetyPlan::from_json(BASE).unwrap(), day(ON));
    let mut action = plan.to_draft().execution_plans[0].actions[0].clone();
    action.powers = vec!["bibob".to_owned()];
    let step = plan.apply(&[Change::replace(action)], on).unwrap();
    let mut trace = Trace::of(&plan, on);
    trace.apply(&step).unwrap();
    trace.audit().unwrap();
    for power in ["gemw-172a", "bibob"] {
        for way in [Way::Up, Way::Down] {
            let anew = Trace::of(&step.plan, on);
            let node = Node::Power(power);
            assert_eq!(trace.neighbours(node, way), anew.neighbours(node, way), "{power}");
        }
    }
}

/// So many partners and pillars that there is just no room for counts with the blocks of actions that there are, and enough
/// with one more.
#[test]
fn counts_are_kept_once_there_are_actions_enough_for_them() {
    let (base, on) = (SafetyPlan::from_json(BASE).unwrap(), day(ON));
    let mut draft = base.to_draft();
    let mut action = draft.execution_plans[0].actions[1].clone();
    (action.code, action.progress) = (None, Vec::new());
    let mut more = |number: usize| {
        action.id = ActionId::derive(base.id(), &format!("more-{number}")).to_string();
        action.clone()
    };
    let full = 64 - draft.execution_plans[0].actions.len();
    draft.execution_plans[0].actions.extend((0..full).map(&mut more));
    for number in 0..20 {
        let id = PillarId::derive(base.id(), &format!("more-{number}"));
        draft.priorities[0].pillars.push(PillarDraft::new(id, "Nog een"));
    }
    let years: BTreeSet<i32> = base.execution_plans().iter().map(|one| one.period().start().year()).collect();
    let pillars = 20 + base.elements().filter(|one| one.kind() == Kind::Pillar).count();
    let cells = draft.priorities.len() + pillars * years.len();
    let blocks = draft.execution_plans.iter().filter(|one| !one.actions.is_empty()).count();
    let partners = 1_024 * (64 + blocks) / cells + 1;
    for number in draft.partners.len()..partners {
        let id = PartnerId::derive(base.id(), &format!("more-{number}"));
        draft.partners.push(PartnerDraft::new(id, "Nog een", PartnerKind::Organisation));
    }
    let plan = SafetyPlan::try_from(draft).unwrap();
    let execution = plan.execution_plans()[0].id();
    let step = plan.apply(&[Change::add(execution, 64, more(full))], on).unwrap();
    let mut trace = Trace::of(&plan, on);
    assert!(!trace.apply(&step).unwrap().anew);
    assert_eq!(trace.audit(), Ok(()));
}

/// A topic under the id that stands for a power is no power.
#[test]
fn what_has_the_id_of_a_power_is_not_the_power() {
    let mut draft = SafetyPlan::from_json(BASE).unwrap().to_draft();
    let id = Node::Power("gemw-172a").into_uuid();
    draft.topics.push(TopicDraft::new(id.to_string(), "Zo heet het niet"));
    let plan = SafetyPlan::try_from(draft).unwrap();
    let trace = Trace::of(&plan, day(ON));
    trace.audit().unwrap();
    let topic = Node::Element(plan.topics().last().unwrap().id().into());
    assert_eq!(trace.neighbours(topic, Way::Down).unwrap(), []);
    let uses = trace.neighbours(Node::Power("gemw-172a"), Way::Down).unwrap();
    assert_eq!(uses.iter().map(|one| one.link).collect::<Vec<_>>(), [Link::Uses]);
}

/// A plan that went leaves its empty place in the order in which plans came, and nothing else.
#[test]
fn plans_that_come_and_go_take_no_more_room() {
    let plans: Vec<SafetyPlan> = Sample::new(5, 50).with_actions_per_plan(5).plans().collect();
    let mut trace = scratch(&plans, day(ON));
    let mut come_and_go = || {
        for plan in &plans {
            assert!(trace.remove(plan.id()));
        }
        for plan in &plans {
            trace.add(plan).unwrap();
        }
        trace.audit().unwrap();
        trace.memory()
    };
    let (first, times) = (come_and_go(), 20);
    let last = (0..times).map(|_| come_and_go()).last().unwrap();
    assert_eq!(last.actions, first.actions);
    let grown = last.index - first.index;
    assert!(grown <= 16 * plans.len() * times, "{grown} bytes more");
}
