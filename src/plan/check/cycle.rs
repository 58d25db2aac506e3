//! No cycles: in memberships, areas, dependencies and continuations. The cycle is named.

use std::collections::HashMap;

use uuid::Uuid;

use super::View;
use crate::entity::{Action, Area, Indicator, Objective, Partner, Priority, Theme};
use crate::finding::{Arg, Code, Finding, Sink};
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
                continues.add(
                    id,
                    Action::key("continues"),
                    action.continues().iter().map(|to| to.into_uuid()),
                );
            }
            Element::Objective(objective) => {
                let to = objective.continues().iter().map(|to| to.into_uuid());
                continues.add(id, Objective::key("continues"), to);
            }
            Element::Indicator(indicator) => {
                let to = indicator.continues().iter().map(|to| to.into_uuid());
                continues.add(id, Indicator::key("continues"), to);
            }
            Element::Priority(priority) => {
                let to = priority.continues().iter().map(|to| to.id().into_uuid());
                continues.add(id, Priority::key("continues"), to);
            }
            Element::Theme(theme) => {
                let to = theme.continues().iter().map(|to| to.id().into_uuid());
                continues.add(id, Theme::key("continues"), to);
            }
            _ => {}
        }
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

    /// One cycle for each knot: starting at its first element in the document. Iterative, so that a chain of a
    /// million links needs no stack.
    pub(crate) fn cycles(&self) -> Vec<Vec<Uuid>> {
        let numbers: HashMap<Uuid, usize> =
            self.nodes.iter().enumerate().map(|(n, (id, _))| (*id, n)).collect();
        let links = |node: usize| self.nodes.get(node).map(|(_, to)| to.as_slice()).unwrap_or_default();
        let mut state = vec![State::Unseen; self.nodes.len()];
        let mut cycles = Vec::new();
        for start in 0..self.nodes.len() {
            let mut path: Vec<(usize, usize)> = Vec::new();
            visit(start, &mut path, &mut state);
            while let Some((node, next)) = path.last_mut() {
                let Some(to) = links(*node).get(*next) else {
                    set(&mut state, *node, State::Done);
                    path.pop();
                    continue;
                };
                *next += 1;
                let Some(to) = numbers.get(to).copied() else {
                    continue;
                };
                if state.get(to) == Some(&State::Open) {
                    let from = path.iter().position(|(node, _)| *node == to).unwrap_or_default();
                    let knot = path.iter().skip(from).filter_map(|(node, _)| self.nodes.get(*node));
                    cycles.push(knot.map(|(id, _)| *id).collect());
                } else {
                    visit(to, &mut path, &mut state);
                }
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
            let finding = Finding::new(code, place(&first), &[named(view, &cycle)]);
            sink.find(finding.about(entry.kind, first).related(cycle.iter().skip(1).map(place)));
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    Unseen,
    Open,
    Done,
}

fn set(state: &mut [State], node: usize, to: State) {
    if let Some(state) = state.get_mut(node) {
        *state = to;
    }
}

fn visit(node: usize, path: &mut Vec<(usize, usize)>, state: &mut [State]) {
    if state.get(node) == Some(&State::Unseen) {
        set(state, node, State::Open);
        path.push((node, 0));
    }
}

/// The longest cycle that is named whole.
const NAMED: usize = 6;

/// `A -> B -> A`, by code or else by id; the middle of a long cycle is left out.
fn named(view: View<'_>, cycle: &[Uuid]) -> Arg {
    let name = |id: &Uuid| {
        let code = view.get(*id).and_then(|element| element.code());
        code.map_or_else(|| id.to_string(), ToString::to_string)
    };
    let mut names: Vec<String> = cycle.iter().take(NAMED).map(name).collect();
    let back = cycle.first().map(name).unwrap_or_default();
    let rest = cycle.len().saturating_sub(NAMED);
    if rest == 0 {
        names.push(back);
        return Arg::from(names.join(" -> "));
    }
    let names = names.join(" -> ");
    Arg::both(&format!("{names} -> … {rest} more -> {back}"), &format!("{names} -> … nog {rest} -> {back}"))
}
