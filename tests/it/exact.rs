//! The engine is exact: what it finds is what walking the entities finds, whatever is asked and however it was built.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::TestRunner;
use veiligheidsplan::entity::Disclosure;
use veiligheidsplan::id::ActionId;
use veiligheidsplan::lifecycle::ActionState;
use veiligheidsplan::strategies::{PlanShape, days, facets_of, filters_of, sets};
use veiligheidsplan::trace::{CostTest, Facet, Filter, FilterWord, Gap, Node, QueryError, Set, Trace};
use veiligheidsplan::{ElementId, PlanSet, SafetyPlan};

use crate::naive::{Naive, actions};
use crate::states::known_on;

/// So many cases, or as many as the environment asks for.
pub(crate) fn cases(few: u32) -> ProptestConfig {
    let asked_for = std::env::var_os("PROPTEST_CASES").is_some();
    if asked_for { ProptestConfig::default() } else { ProptestConfig::with_cases(few) }
}

pub(crate) fn shape() -> PlanShape {
    PlanShape::default().with_execution_plans(1..=3).with_actions(0..=6)
}

fn nodes(actions: &[ActionId]) -> Vec<Node> {
    actions.iter().map(|action| Node::from(ElementId::from(*action))).collect()
}

fn ids(set: &Set<'_>) -> BTreeSet<ActionId> {
    set.actions().collect()
}

/// Asks the engine and the naive evaluator, which answer alike; how many were found.
pub(crate) fn check(trace: &Trace, naive: &Naive<'_>, filter: &Filter) -> Result<u64, TestCaseError> {
    let expected = naive.find(filter).map(|found| nodes(&found));
    let expected = expected.ok_or_else(|| TestCaseError::fail(format!("{filter} names what isn't there")))?;
    let query = trace.query(filter);
    let query = query.map_err(|error| TestCaseError::fail(format!("{filter}: {error}")))?;
    let found = query.find();
    prop_assert_eq!(found.sorted(), expected, "{}", filter);
    let count = found.len();
    prop_assert_eq!(found.is_empty(), count == 0);
    prop_assert_eq!(query.count(), count, "{} is counted as it is found", filter);
    prop_assert_eq!(query.explain().actions, count, "{} is explained as it is found", filter);
    let read: Filter = filter.to_string().parse().unwrap();
    prop_assert_eq!(trace.count(&read).unwrap(), count, "{} means the same when read back", filter);
    Ok(count)
}

/// What the counter of coverage tells apart: the word, and for some words the value.
fn covered(facet: &Facet) -> String {
    match facet {
        Facet::Gap(gap) => format!("gap:{}", gap.as_str()),
        Facet::Disclosure(level) => format!("disclosure:{}", level.as_str()),
        Facet::Cost(CostTest::Between { .. }) => "cost:..".to_owned(),
        Facet::Cost(test) => format!("cost:{test:?}"),
        other => other.word().as_str().to_owned(),
    }
}

/// The conditions of which each value counts.
fn always() -> Vec<Facet> {
    let gaps = Gap::ALL.iter().copied().map(Facet::Gap);
    let levels = Disclosure::ALL.iter().copied().map(Facet::Disclosure);
    let costs = [CostTest::Known, CostTest::Unknown, CostTest::Unstated].map(Facet::Cost);
    gaps.chain(levels).chain(costs).collect()
}

#[test]
fn what_a_filter_finds_is_what_walking_the_entities_finds() {
    let asked = (sets(shape()), days()).prop_flat_map(|(set, day)| {
        let (single, nested) = (facets_of(set.plans()), filters_of(set.plans()));
        (Just(set), Just(day), vec(single, 24), vec(nested, 8))
    });
    let telling: RefCell<BTreeMap<String, u32>> = RefCell::default();
    let outcome = TestRunner::new(cases(300)).run(&asked, |(set, day, single, nested)| {
        let trace = Trace::of_set(&set, day);
        let naive = Naive::of(&set, day);
        prop_assert_eq!(trace.all().sorted(), naive.all());
        let all = trace.action_count();
        prop_assert_eq!(all, naive.all().len() as u64);
        // Whatever else is asked: what few actions of few plans meet.
        for facet in always().into_iter().chain(single) {
            let key = covered(&facet);
            let count = check(&trace, &naive, &Filter::Is(facet))?;
            if 0 < count && count < all {
                *telling.borrow_mut().entry(key).or_default() += 1;
            }
        }
        nested.iter().try_for_each(|filter| check(&trace, &naive, filter).map(|_| ()))
    });
    outcome.unwrap_or_else(|error| panic!("{}", error.to_string().chars().take(20_000).collect::<String>()));
    let words = FilterWord::ALL.iter().map(|word| word.as_str().to_owned());
    let words = words.filter(|word| !["gap", "disclosure", "cost"].contains(&word.as_str()));
    let values = always().iter().map(covered).collect::<Vec<_>>();
    let telling = telling.into_inner();
    let all = words.chain(values).chain(["cost:..".to_owned()]);
    let missing: Vec<String> = all.filter(|key| !telling.contains_key(key)).collect();
    assert!(missing.is_empty(), "never found some and not all: {missing:?} of {telling:?}");
}

/// The filters that a day decides on.
fn of_the_day() -> Vec<Filter> {
    let states = ActionState::ALL.iter().copied().map(Facet::Status);
    let gaps = [Gap::Late, Gap::CarriedOver, Gap::Exempt].map(Facet::Gap);
    states.chain(gaps).map(Filter::Is).collect()
}

fn found(trace: &Trace, filters: &[Filter]) -> Vec<Vec<Node>> {
    filters.iter().map(|filter| trace.find(filter).unwrap().sorted()).collect()
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn another_day_is_as_if_it_was_built_for_that_day(set in sets(shape()), first in days(), then in vec(days(), 1..4)) {
        let filters = of_the_day();
        let mut trace = Trace::of_set(&set, first);
        let before = found(&trace, &filters);
        let kept = trace.clone();
        for day in then {
            trace = trace.at(day);
            prop_assert_eq!(trace.day(), day);
            prop_assert_eq!(found(&trace, &filters), found(&Trace::of_set(&set, day), &filters));
            for plan in &set {
                let standings = plan.as_of(day);
                for (_, action) in actions(plan) {
                    let state = standings.action(action.id()).unwrap().state;
                    let own = trace.find(&Facet::Status(state).into()).unwrap();
                    prop_assert!(own.contains(ElementId::from(action.id()).into()), "{} is {state}", action.id());
                }
            }
            let states = ActionState::ALL.iter().map(|one| trace.count(&Facet::Status(*one).into()).unwrap());
            prop_assert_eq!(states.sum::<u64>(), trace.action_count(), "an action is in one state");
            let known = PlanSet::new(set.iter().map(|plan| known_on(plan, day))).unwrap();
            prop_assert_eq!(found(&trace, &filters), found(&Trace::of_set(&known, day), &filters), "on {}", day);
        }
        prop_assert_eq!(kept.day(), first);
        prop_assert_eq!(found(&kept, &filters), before);
    }

    #[test]
    fn sets_are_sets((set, a, b) in sets(shape()).prop_flat_map(|set| {
        let (a, b) = (filters_of(set.plans()), filters_of(set.plans()));
        (Just(set), a, b)
    }), day in days(), others in vec(any::<Index>(), 0..6)) {
        let trace = Trace::of_set(&set, day);
        let elements: Vec<Node> = set.iter().flat_map(|plan| plan.elements()).map(|one| one.id().into()).collect();
        let chosen: Vec<Node> = others.iter().map(|choice| *choice.get(&elements)).collect();
        let beside = Set::of(&trace, chosen.clone()).unwrap();
        let all: BTreeSet<Node> = chosen.iter().copied().collect();
        prop_assert_eq!(beside.iter().collect::<BTreeSet<_>>(), all.clone());
        prop_assert_eq!(beside.len(), all.len() as u64);
        let (left, right) = (trace.find(&a).unwrap().union(&beside).unwrap(), trace.find(&b).unwrap());
        let of = |set: &Set<'_>| set.iter().collect::<BTreeSet<Node>>();
        let (x, y) = (of(&left), of(&right));
        let union = left.union(&right).unwrap();
        let both = left.intersection(&right).unwrap();
        let rest = left.difference(&right).unwrap();
        prop_assert_eq!(of(&union), x.union(&y).copied().collect());
        prop_assert_eq!(of(&both), x.intersection(&y).copied().collect());
        prop_assert_eq!(of(&rest), x.difference(&y).copied().collect());
        prop_assert_eq!(&right.union(&left).unwrap(), &union);
        prop_assert_eq!(&right.intersection(&left).unwrap(), &both);
        prop_assert_eq!(&rest.union(&both).unwrap(), &left);
        prop_assert!(rest.intersection(&right).unwrap().is_empty());
        prop_assert_eq!(&left.union(&left).unwrap(), &left);
        prop_assert!(left.difference(&left).unwrap().is_empty());
        let filtered = trace.find(&Filter::All(vec![a.clone(), b.clone()])).unwrap();
        prop_assert_eq!(trace.find(&a).unwrap().intersection(&right).unwrap(), filtered);
        let but = trace.find(&Filter::All(vec![a.clone(), Filter::not(b.clone())])).unwrap();
        prop_assert_eq!(trace.find(&a).unwrap().difference(&right).unwrap(), but);
        // The order of the documents: the first plan that has an element tells where it stands.
        let mut order: Vec<Node> = Vec::new();
        for node in &elements {
            if !order.contains(node) {
                order.push(*node);
            }
        }
        for set in [&left, &right, &union, &both, &rest] {
            let own = of(set);
            prop_assert_eq!(set.len(), own.len() as u64);
            prop_assert_eq!(set.is_empty(), own.is_empty());
            prop_assert_eq!(set.numbers().count() as u64, set.action_count());
            for node in &order {
                prop_assert_eq!(set.contains(*node), own.contains(node));
            }
            let sorted: Vec<Node> = order.iter().copied().filter(|node| own.contains(node)).collect();
            prop_assert_eq!(set.sorted(), sorted);
        }
        let twin = Trace::of_set(&set, day);
        let foreign = twin.find(&a).unwrap();
        for refused in [left.union(&foreign), left.intersection(&foreign), left.difference(&foreign)] {
            prop_assert_eq!(refused.map(|set| set.len()), Err(QueryError::ForeignSet));
        }
        let clone = trace.clone();
        prop_assert_eq!(&left.union(&clone.find(&b).unwrap()).unwrap(), &union, "a snapshot is the same trace");
    }

    #[test]
    fn plans_come_in_any_order_and_go((set, filters) in sets(shape()).prop_flat_map(|set| {
        let filters = vec(filters_of(set.plans()), 4);
        (Just(set), filters)
    }), day in days(), order in vec(any::<Index>(), 4), goes in vec(any::<bool>(), 4)) {
        let built = Trace::of_set(&set, day);
        let mut left: Vec<&SafetyPlan> = set.iter().collect();
        let mut order = order.iter();
        let mut trace = Trace::new(day);
        let mut coming: Vec<&SafetyPlan> = Vec::new();
        while !left.is_empty() {
            let plan = left.remove(order.next().unwrap().index(left.len()));
            prop_assert_eq!(trace.add(plan), Ok(()));
            prop_assert!(trace.add(plan).is_err(), "a plan is added once");
            coming.push(plan);
        }
        let naive = Naive::of(coming.iter().copied(), day);
        for filter in &filters {
            check(&trace, &naive, filter)?;
            prop_assert_eq!(ids(&trace.find(filter).unwrap()), ids(&built.find(filter).unwrap()));
        }
        let before: Vec<_> = found(&trace, &filters);
        let kept = trace.clone();
        let gone: Vec<&SafetyPlan> = coming.iter().zip(&goes).filter(|(_, goes)| **goes).map(|(one, _)| *one).collect();
        for plan in &gone {
            prop_assert!(trace.remove(plan.id()) && !trace.remove(plan.id()));
        }
        let stay: Vec<&SafetyPlan> = coming.iter().zip(&goes).filter(|(_, goes)| !**goes).map(|(one, _)| *one).collect();
        let ask = |trace: &Trace, plans: &[&SafetyPlan]| {
            let naive = Naive::of(plans.iter().copied(), day);
            prop_assert_eq!(trace.all().sorted(), naive.all());
            prop_assert_eq!(trace.plans().collect::<Vec<_>>(), plans.iter().map(|plan| plan.id()).collect::<Vec<_>>());
            for filter in filters.iter().chain(&of_the_day()) {
                if naive.find(filter).is_some() {
                    check(trace, &naive, filter)?;
                } else {
                    prop_assert!(trace.find(filter).is_err(), "{} names what went", filter);
                }
            }
            Ok(())
        };
        ask(&trace, &stay)?;
        let smaller = trace.clone();
        for plan in &gone {
            prop_assert_eq!(trace.add(plan), Ok(()));
        }
        let back: Vec<&SafetyPlan> = stay.iter().chain(&gone).copied().collect();
        ask(&trace, &back)?;
        ask(&smaller, &stay)?;
        prop_assert_eq!(found(&kept, &filters), before, "a clone stays as it was");
        prop_assert_eq!(trace.audit(), Ok(()));
    }
}
