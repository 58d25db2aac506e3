//! What is asked most is what walking the links finds: above an action, below a goal, of a partner, and the reach of any set.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::{Index, subsequence};
use veiligheidsplan::id::PlanId;
use veiligheidsplan::strategies::{days, sets};
use veiligheidsplan::trace::{Filter, Link, Node, QueryError, Set, Trace, TraceError, Way};
use veiligheidsplan::{ElementId, Kind, SafetyPlan};

use crate::exact::{cases, shape};
use crate::exact_large::dense;
use crate::naive::actions;
use crate::support::{BASE, day};

/// The links that lead from an action to all that lies above it.
const ABOVE: [Link; 6] =
    [Link::Serves, Link::PartOf, Link::Pursues, Link::Supports, Link::Fulfils, Link::Answers];

/// Everything by one step or more, a step at a time.
fn walked(trace: &Trace, from: impl IntoIterator<Item = Node>, way: Way, links: &[Link]) -> BTreeSet<Node> {
    let (mut found, mut open) = (BTreeSet::new(), Vec::from_iter(from));
    while let Some(node) = open.pop() {
        let steps = trace.neighbours(node, way).unwrap();
        let steps = steps.into_iter().filter(|step| links.contains(&step.link));
        open.extend(steps.map(|step| step.node).filter(|node| found.insert(*node)));
    }
    found
}

/// The nodes above an action; each is told once, and all of one plan.
fn above(trace: &Trace, plan: PlanId, action: veiligheidsplan::id::ActionId) -> BTreeSet<Node> {
    let told = trace.above(action).unwrap();
    assert_eq!(told.plan(), plan);
    let told: Vec<Node> = told.collect();
    let once: BTreeSet<Node> = told.iter().copied().collect();
    assert_eq!(once.len(), told.len(), "{told:?}");
    once
}

/// Up and down agree with each other, with the walk, and with the filters.
fn agree(trace: &Trace, plans: &[SafetyPlan]) {
    let mut lies_below: BTreeSet<(Node, ElementId)> = BTreeSet::new();
    for plan in plans {
        // What plans share can lie elsewhere in another.
        let alone = Trace::of(plan, trace.day());
        for (_, action) in actions(plan) {
            let (id, own) = (ElementId::from(action.id()), above(trace, plan.id(), action.id()));
            assert_eq!(own, walked(&alone, [id.into()], Way::Up, &ABOVE), "above {}", action.title());
            lies_below.extend(own.into_iter().map(|node| (node, id)));
        }
    }
    for plan in plans {
        for element in plan.elements().filter(|one| one.kind() != Kind::Action) {
            let id = element.id();
            let found = trace.below(id).unwrap();
            let mut expected = BTreeSet::new();
            for (node, action) in &lies_below {
                if *node == Node::from(id) {
                    expected.insert(Node::from(*action));
                }
            }
            assert_eq!(found.iter().collect::<BTreeSet<Node>>(), expected, "below {}", element.label());
            assert_eq!(trace.count_below(id), Ok(found.len()));
            let mut numbers = Vec::new();
            trace.visit_below(id, |number| numbers.push(number)).unwrap();
            numbers.sort_unstable();
            assert!(found.numbers().eq(numbers));
        }
        for partner in plan.partners() {
            let filter: Filter = format!("partner:{}", partner.id()).parse().unwrap();
            let (told, found) = (trace.of_partner(partner.id()).unwrap(), trace.find(&filter).unwrap());
            assert_eq!(told.sorted(), found.sorted());
        }
    }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn up_and_down_are_what_walking_the_links_finds(set in sets(shape()), day in days()) {
        agree(&Trace::of_set(&set, day), set.plans());
    }

    #[test]
    fn reach_is_what_walking_the_links_finds(
        set in sets(shape()),
        starts in prop::collection::vec((any::<Index>(), any::<Index>()), 0..4),
        links in subsequence(Link::ALL, 1..=Link::ALL.len()),
        down in any::<bool>(),
        kind in prop::option::of(any::<Kind>()),
    ) {
        let trace = Trace::of_set(&set, "2021-09-01".parse().unwrap());
        let starts: BTreeSet<Node> = starts.iter().map(|(plan, element)| {
            let all: Vec<ElementId> = plan.get(set.plans()).elements().map(|one| one.id()).collect();
            Node::from(*element.get(&all))
        }).collect();
        let way = if down { Way::Down } else { Way::Up };
        let from = Set::of(&trace, starts.iter().copied()).unwrap();
        prop_assert_eq!(from.iter().collect::<BTreeSet<Node>>(), starts.clone());
        let mut expected = walked(&trace, starts.iter().copied(), way, &links);
        if kind.is_some() {
            expected.retain(|node| node.kind() == kind);
        }
        let found = trace.reach(&from, way, &links, kind).unwrap();
        prop_assert_eq!(found.iter().collect::<BTreeSet<Node>>(), expected.clone(), "{:?} {:?}", starts, links);
        prop_assert_eq!(found.len(), expected.len() as u64);
        for plan in set.plans() {
            for element in plan.elements() {
                let node = Node::from(element.id());
                prop_assert_eq!(found.contains(node), expected.contains(&node));
            }
        }
    }
}

#[test]
fn so_they_are_where_less_is_kept() {
    let sample = veiligheidsplan::sample::Sample::new(8, 60).with_actions_per_plan(60);
    let plan = dense(&sample, 0);
    agree(&Trace::of(&plan, sample.day()), &[plan]);
}

#[test]
fn what_the_trace_has_not_is_an_error() {
    let plan = SafetyPlan::from_json(crate::support::DEMO).unwrap();
    let trace = Trace::new("2021-09-01".parse().unwrap());
    let action = actions(&plan).next().unwrap().1.id();
    let (goal, partner) = (plan.priorities()[0].id(), plan.partners()[0].id());
    assert_eq!(trace.above(action).err(), Some(TraceError::Unknown(action.into_uuid())));
    for error in [trace.below(goal).err(), trace.count_below(goal).err(), trace.visit_below(goal, drop).err()]
    {
        assert_eq!(error, Some(TraceError::Unknown(goal.into_uuid())));
    }
    assert_eq!(trace.of_partner(partner).err(), Some(TraceError::Unknown(partner.into_uuid())));
    let node = Node::from(ElementId::from(goal));
    assert!(Set::of(&trace, [node]).is_err() && trace.neighbours(node, Way::Up).is_err());
    // A partner is no goal, and an action lies below others only.
    let trace = Trace::of(&plan, "2021-09-01".parse().unwrap());
    assert_eq!(trace.count_below(partner), Ok(0));
    assert!(trace.below(action).is_err());
}

#[test]
fn what_is_reached_from_a_set_of_another_trace_is_an_error() {
    let plan = SafetyPlan::from_json(BASE).unwrap();
    let [own, other] = ["2021-06-01", "2021-06-02"].map(|on| Trace::of(&plan, day(on)));
    let from = Set::of(&own, [ElementId::from(plan.priorities()[0].id()).into()]).unwrap();
    let found = |trace: &Trace| trace.reach(&from, Way::Down, &[Link::Serves], None).map(|set| set.len());
    assert_eq!(found(&own), found(&own.clone()));
    assert_eq!(found(&other), Err(QueryError::ForeignSet));
}
