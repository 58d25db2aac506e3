//! Threads are exact: the paths that walking the entities finds, in the same order, up and down.

use proptest::prelude::*;
use veiligheidsplan::lifecycle::ActionState;
use veiligheidsplan::strategies::{days, sets};
use veiligheidsplan::trace::{End, Link, LinkBasis, Node, Trace, Way};
use veiligheidsplan::{Date, Element, ElementId, Kind, PlanSet, SafetyPlan};

use crate::exact::{cases, shape};
use crate::naive::links_above;

/// What a naive walk finds: each path as its steps, how it ends, and which main objectives it doesn't reach.
type Path = (Vec<(Option<(Link, LinkBasis)>, Node)>, End, Vec<Node>);

struct Walk<'a> {
    plan: &'a SafetyPlan,
    day: Date,
    way: Way,
    found: Vec<Path>,
}

impl<'a> Walk<'a> {
    /// What follows an element; `None` stands for the vision.
    fn next(&self, from: Option<Element<'a>>) -> Vec<(Link, LinkBasis, Option<Element<'a>>)> {
        let is_main = |one: Element<'a>| {
            self.plan.objectives().iter().any(|main| ElementId::from(main.id()) == one.id())
        };
        let fulfils = |to| (Link::Fulfils, LinkBasis::Contained, to);
        match (self.way, from) {
            (Way::Up, None) => Vec::new(),
            (Way::Up, Some(element)) => {
                let vision = (is_main(element) && self.plan.vision().is_some()).then(|| fulfils(None));
                let above = links_above(self.plan, element).into_iter();
                vision.into_iter().chain(above.map(|(link, basis, to)| (link, basis, Some(to)))).collect()
            }
            (Way::Down, None) => {
                self.plan.objectives().iter().map(|main| fulfils(Some(Element::Objective(main)))).collect()
            }
            (Way::Down, Some(element)) => {
                let elements = self.plan.elements().filter(|below| below.kind() != Kind::Action);
                let actions = self.plan.elements().filter(|below| below.kind() == Kind::Action);
                let mut all = Vec::new();
                for below in elements.chain(actions) {
                    let links = links_above(self.plan, below).into_iter();
                    let own = links.filter(|(_, _, above)| above.id() == element.id());
                    all.extend(own.map(|(link, basis, _)| (link, basis, Some(below))));
                }
                all
            }
        }
    }

    fn walk(&mut self, path: &mut Vec<(Option<(Link, LinkBasis)>, Node)>, at: Option<Element<'a>>) {
        let next = self.next(at);
        if next.is_empty() {
            let (end, passed) = (self.end(path, at), path.iter().map(|(_, node)| *node).collect::<Vec<_>>());
            let main = self.plan.objectives().iter().map(|main| Node::from(ElementId::from(main.id())));
            let missed: Vec<Node> = main.filter(|main| !passed.contains(main)).collect();
            let unreached = if end == End::NoStatedLink { missed } else { Vec::new() };
            self.found.push((path.clone(), end, unreached));
        }
        for (link, basis, to) in next {
            let node = to.map_or(Node::Vision(self.plan.id()), |to| Node::from(to.id()));
            path.push((Some((link, basis)), node));
            self.walk(path, to);
            path.pop();
        }
    }

    fn end(&self, path: &[(Option<(Link, LinkBasis)>, Node)], last: Option<Element<'_>>) -> End {
        let then = self.plan.as_of(self.day);
        let off = [ActionState::Cancelled, ActionState::Withdrawn];
        let is_off = |node: Node| match node {
            Node::Element(ElementId::Action(id)) => off.contains(&then.action(id).unwrap().state),
            _ => false,
        };
        if path.iter().any(|(_, node)| is_off(*node)) {
            return End::Broken;
        }
        let Some(last) = last else {
            return if self.way == Way::Up { End::ReachesVision } else { End::NoAction };
        };
        match (self.way, last.kind()) {
            (Way::Down, Kind::Action) => End::Action,
            (Way::Down, _) => End::NoAction,
            (Way::Up, Kind::Theme) => End::Theme,
            (Way::Up, Kind::Principle) => End::Principle,
            (Way::Up, Kind::Topic) => End::Topic,
            (Way::Up, Kind::AcuteIssue) => End::AcuteIssue,
            (Way::Up, _) => {
                let mut main = self.plan.objectives().iter().map(|main| ElementId::from(main.id()));
                if main.any(|main| main == last.id()) { End::NoVision } else { End::NoStatedLink }
            }
        }
    }
}

/// The paths from an element, of every plan that has it.
fn paths(set: &PlanSet, day: Date, id: ElementId, way: Way) -> Vec<Path> {
    let mut all = Vec::new();
    for plan in set {
        let Some(element) = plan.element(id.into_uuid()) else { continue };
        let mut walk = Walk { plan, day, way, found: Vec::new() };
        let (node, at) = match element {
            Element::Plan(_) if plan.vision().is_none() => continue,
            Element::Plan(_) => (Node::Vision(plan.id()), None),
            other => (Node::from(other.id()), Some(other)),
        };
        walk.walk(&mut vec![(None, node)], at);
        all.extend(walk.found);
    }
    all
}

fn is_threaded(kind: Kind) -> bool {
    use Kind as K;
    [
        K::Plan,
        K::Objective,
        K::Principle,
        K::Topic,
        K::Priority,
        K::Pillar,
        K::Theme,
        K::Action,
        K::AcuteIssue,
    ]
    .contains(&kind)
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn threads_are_the_paths_of_a_walk(set in sets(shape()), day in days()) {
        let trace = Trace::of_set(&set, day);
        for element in set.iter().flat_map(|plan| plan.elements()) {
            for way in [Way::Up, Way::Down] {
                let threads = match way {
                    Way::Up => trace.up(element.id()),
                    Way::Down => trace.down(element.id()),
                };
                let expected = paths(&set, day, element.id(), way);
                let Ok(mut threads) = threads else {
                    prop_assert!(expected.is_empty() || !is_threaded(element.kind()), "{:?}", element.id());
                    continue;
                };
                prop_assert!(is_threaded(element.kind()));
                let mut told: Vec<Path> = Vec::new();
                loop {
                    prop_assert_eq!(threads.total(), (expected.len() - told.len()) as u64, "from here on");
                    let Some(thread) = threads.next() else { break };
                    let steps = thread.steps.iter().map(|step| (step.link, step.node)).collect();
                    told.push((steps, thread.end, thread.unreached));
                }
                prop_assert_eq!(told, expected, "{} of {:?}", way, element.id());
            }
        }
    }
}
