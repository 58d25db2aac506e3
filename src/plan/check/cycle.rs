//! No cycles: in memberships, areas, dependencies and continuations. The cycle is named.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet, VecDeque};

use uuid::Uuid;

use super::View;
use crate::entity::{Action, Area, Partner};
use crate::finding::{Arg, Code, Finding, Sink, quote};
use crate::place::Key;
use crate::plan::Element;

pub(super) fn check(view: View<'_>, sink: &mut Sink) {
    let mut members = Graph::default();
    let mut within = Graph::default();
    let mut depends = Graph::default();
    let mut continues = Graph::default();
    for element in view.elements() {
        let id = element.id().into_uuid();
        match element {
            Element::Partner(partner) => {
                members.add(
                    id,
                    Partner::key("memberOf"),
                    partner.member_of().iter().map(|to| to.into_uuid()),
                );
            }
            Element::Area(area) => {
                within.add(id, Area::key("within"), area.within().map(|to| to.into_uuid()));
            }
            Element::Action(action) => {
                depends.add(
                    id,
                    Action::key("dependsOn"),
                    action.depends_on().iter().map(|to| to.into_uuid()),
                );
            }
            _ => {}
        }
        continues.add(id, element.continues_key(), element.continues());
    }
    members.report(Code::PartnerMembershipCycle, view, sink);
    within.report(Code::AreaWithinCycle, view, sink);
    depends.report(Code::ActionDependencyCycle, view, sink);
    continues.report(Code::ElementContinuationCycle, view, sink);
}

/// Which element names which, in the order of the document.
#[derive(Default)]
pub(crate) struct Graph {
    nodes: Vec<(Uuid, Vec<Uuid>)>,
    keys: HashMap<Uuid, Key>,
}

impl Graph {
    fn add(&mut self, from: Uuid, key: Key, to: impl IntoIterator<Item = Uuid>) {
        let to: Vec<Uuid> = to.into_iter().collect();
        // An id that could not be read names nothing.
        if !to.is_empty() && !from.is_nil() {
            self.nodes.push((from, to));
            self.keys.insert(from, key);
        }
    }

    pub(crate) fn link(&mut self, from: Uuid, to: Vec<Uuid>) {
        self.nodes.push((from, to));
    }

    /// One cycle for each knot of elements that all lead to each other: a shortest one through its first element.
    pub(crate) fn cycles(&self) -> Vec<Vec<Uuid>> {
        let numbers: HashMap<Uuid, usize> =
            self.nodes.iter().enumerate().map(|(n, (id, _))| (*id, n)).collect();
        let links: Vec<Vec<usize>> = self
            .nodes
            .iter()
            .map(|(_, to)| to.iter().filter_map(|to| numbers.get(to).copied()).collect())
            .collect();
        let knots = knots(&links);
        let mut started = HashSet::new();
        let mut cycles = Vec::new();
        for start in 0..links.len() {
            if started.insert(knot_of(&knots, start))
                && let Some(cycle) = shortest(&links, &knots, start)
            {
                cycles.push(
                    cycle.into_iter().filter_map(|node| self.nodes.get(node)).map(|(id, _)| *id).collect(),
                );
            }
        }
        cycles
    }

    fn report(&self, code: Code, view: View<'_>, sink: &mut Sink) {
        for cycle in self.cycles() {
            let Some(first) = cycle.first().copied() else { continue };
            let Some(entry) = view.index.find(first) else { continue };
            let place = |id: &Uuid| {
                let place = view.index.place_of(*id);
                self.keys.get(id).map_or(place.clone(), |key| place.key(*key))
            };
            let finding = Finding::new(code, place(&first), &[named(&cycle, |id| code_of(view, id))]);
            sink.find(finding.about(entry.kind, first).related(cycle.iter().skip(1).map(place)));
        }
    }
}

fn links_of(links: &[Vec<usize>], node: usize) -> &[usize] {
    links.get(node).map(Vec::as_slice).unwrap_or_default()
}

fn knot_of(knots: &[usize], node: usize) -> usize {
    knots.get(node).copied().unwrap_or(node)
}

/// The knot of each node, by the number of its root: Tarjan's strongly connected components, without recursion, so
/// that a chain of a million links needs no stack.
fn knots(links: &[Vec<usize>]) -> Vec<usize> {
    let mut search = Search { seen: vec![None; links.len()], low: vec![0; links.len()], ..Search::default() };
    for start in 0..links.len() {
        search.enter(start);
        while let Some((node, next)) = search.path.last().copied() {
            if let Some(to) = links_of(links, node).get(next).copied() {
                search.advance();
                search.meet(node, to);
            } else {
                search.leave(node);
            }
        }
    }
    search.knots.into_iter().enumerate().map(|(node, knot)| knot.unwrap_or(node)).collect()
}

/// Where the search for knots stands.
#[derive(Default)]
struct Search {
    /// When each node was seen first.
    seen: Vec<Option<usize>>,
    /// The earliest node that each leads back to.
    low: Vec<usize>,
    /// The way from the start, with the next link of each node.
    path: Vec<(usize, usize)>,
    /// The nodes whose knot is not known yet.
    open: Vec<usize>,
    knots: Vec<Option<usize>>,
    clock: usize,
}

impl Search {
    fn enter(&mut self, node: usize) {
        if let Some(seen @ None) = self.seen.get_mut(node) {
            *seen = Some(self.clock);
            self.lower(node, self.clock, true);
            self.clock += 1;
            self.open.push(node);
            self.path.push((node, 0));
        }
        self.knots.resize(self.seen.len(), None);
    }

    fn advance(&mut self) {
        if let Some((_, next)) = self.path.last_mut() {
            *next += 1;
        }
    }

    fn lower(&mut self, node: usize, to: usize, anew: bool) {
        if let Some(low) = self.low.get_mut(node) {
            *low = if anew { to } else { to.min(*low) };
        }
    }

    fn meet(&mut self, node: usize, to: usize) {
        let is_open = self.knots.get(to).is_some_and(Option::is_none);
        match self.seen.get(to).copied().flatten() {
            None => self.enter(to),
            Some(seen) if is_open => self.lower(node, seen, false),
            Some(_) => {}
        }
    }

    fn leave(&mut self, node: usize) {
        self.path.pop();
        let low = self.low.get(node).copied().unwrap_or_default();
        if let Some((before, _)) = self.path.last().copied() {
            self.lower(before, low, false);
        }
        if self.seen.get(node).copied().flatten() == Some(low) {
            while let Some(member) = self.open.pop() {
                if let Some(knot) = self.knots.get_mut(member) {
                    *knot = Some(node);
                }
                if member == node {
                    break;
                }
            }
        }
    }
}

/// A shortest way from a node back to itself within its knot, if there is one.
fn shortest(links: &[Vec<usize>], knots: &[usize], start: usize) -> Option<Vec<usize>> {
    let mut from: HashMap<usize, usize> = HashMap::new();
    let mut open = VecDeque::from([start]);
    while let Some(node) = open.pop_front() {
        for to in
            links_of(links, node).iter().copied().filter(|to| knot_of(knots, *to) == knot_of(knots, start))
        {
            if to == start {
                let mut way = vec![node];
                while let Some(before) =
                    way.last().filter(|last| **last != start).and_then(|last| from.get(last))
                {
                    way.push(*before);
                }
                way.reverse();
                return Some(way);
            }
            if let Entry::Vacant(entry) = from.entry(to) {
                entry.insert(node);
                open.push_back(to);
            }
        }
    }
    None
}

/// The longest cycle that is named whole.
const NAMED: usize = 6;

/// `A -> B -> A`, by what each is called; the middle of a long cycle is left out.
pub(crate) fn named(cycle: &[Uuid], name: impl Fn(&Uuid) -> String) -> Arg {
    let names: Vec<String> = cycle.iter().take(NAMED).map(|id| quote(&name(id))).collect();
    let names = names.join(" -> ");
    let back = cycle.first().map(|id| quote(&name(id))).unwrap_or_default();
    match cycle.len().saturating_sub(NAMED) {
        0 => Arg::from(format!("{names} -> {back}")),
        rest => Arg::both(
            &format!("{names} -> … {rest} more -> {back}"),
            &format!("{names} -> … nog {rest} -> {back}"),
        ),
    }
}

/// An element by its code, or else by its id.
fn code_of(view: View<'_>, id: &Uuid) -> String {
    let code = view.get(*id).and_then(|element| element.code());
    code.map_or_else(|| id.to_string(), ToString::to_string)
}
