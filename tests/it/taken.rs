//! Steps that a trace takes or refuses, case by case: what is written in its place, what comes and goes, and what it leaves.

use std::collections::BTreeSet;

use veiligheidsplan::change::{Applied, Change};
use veiligheidsplan::draft::{PartnerDraft, PeriodDraft, PillarDraft, ProgressDraft, TopicDraft};
use veiligheidsplan::entity::{PartnerKind, Status};
use veiligheidsplan::id::{ActionId, ExecutionPlanId, PartnerId, PillarId};
use veiligheidsplan::sample::Sample;
use veiligheidsplan::trace::{AddError, Link, Node, StepError, Trace, Way};
use veiligheidsplan::{Kind, PlanSet, SafetyPlan};

use crate::apply::{ON, day};
use crate::roundtrip::under_other_ids;
use crate::steps::{scratch, told};
use crate::support::BASE;

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
