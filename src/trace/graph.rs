//! Nodes and links of one plan.

use std::collections::HashMap;

use super::{Link, LinkBasis, Node};
use crate::entity::Basis;
use crate::id::ElementId;
use crate::kind::Kind;
use crate::plan::{Element, SafetyPlan};

/// A link to another node, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Edge {
    pub(super) to: usize,
    pub(super) link: Link,
    pub(super) basis: LinkBasis,
}

/// The nodes of a plan in the order of the document, with their links both ways. Going up never comes back: actions,
/// pillars, priorities and themes, objectives, strategic objectives, vision.
#[derive(Debug, Default)]
pub(super) struct Graph {
    nodes: Vec<Node>,
    numbers: HashMap<Node, usize>,
    /// The main objectives of the plan.
    main: Vec<Node>,
    up: Vec<Vec<Edge>>,
    down: Vec<Vec<Edge>>,
}

impl Graph {
    pub(super) fn of(plan: &SafetyPlan) -> Self {
        let mut graph = Self::default();
        let vision = plan.vision().map(|_| Node::Vision(plan.id()));
        if let Some(vision) = vision {
            graph.add(vision);
        }
        graph.main = plan.objectives().iter().map(|main| ElementId::from(main.id()).into()).collect();
        let threaded = |element: &Element<'_>| is_threaded(element.kind());
        for element in plan.elements().filter(threaded) {
            graph.add(element.id().into());
        }
        for element in plan.elements().filter(threaded) {
            graph.links_of(plan, element, vision);
        }
        graph
    }

    fn add(&mut self, node: Node) {
        self.numbers.insert(node, self.nodes.len());
        self.nodes.push(node);
        self.up.push(Vec::new());
        self.down.push(Vec::new());
    }

    fn link(&mut self, from: Node, to: Node, link: Link, basis: LinkBasis) {
        let (Some(from), Some(to)) = (self.number(from), self.number(to)) else {
            return;
        };
        if let Some(edges) = self.up.get_mut(from) {
            edges.push(Edge { to, link, basis });
        }
        if let Some(edges) = self.down.get_mut(to) {
            edges.push(Edge { to: from, link, basis });
        }
    }

    fn links_of(&mut self, plan: &SafetyPlan, element: Element<'_>, vision: Option<Node>) {
        let here = Node::from(element.id());
        match element {
            Element::Action(action) => {
                for served in action.serves() {
                    if let Ok(to) = ElementId::new(served.kind().into(), served.id().into_uuid()) {
                        self.link(here, to.into(), Link::Serves, LinkBasis::Stated);
                    }
                }
            }
            Element::Pillar(pillar) => {
                if let Some(holder) = plan.holder(pillar.id()) {
                    self.link(here, holder.id().into(), Link::PartOf, LinkBasis::Contained);
                }
            }
            Element::Priority(priority) => {
                for objective in priority.objectives() {
                    let to = ElementId::from(objective.id()).into();
                    self.link(here, to, Link::Pursues, LinkBasis::Contained);
                }
            }
            Element::Theme(theme) => {
                for objective in theme.objectives() {
                    let to = ElementId::from(objective.id()).into();
                    self.link(here, to, Link::Pursues, LinkBasis::Contained);
                }
            }
            Element::Objective(objective) => {
                for link in objective.supports() {
                    let basis = match link.basis() {
                        None => LinkBasis::Stated,
                        Some(Basis::Read) => LinkBasis::Read,
                    };
                    self.link(here, ElementId::from(link.id()).into(), Link::Supports, basis);
                }
                match plan.holder(objective.id()) {
                    Some(Element::Objective(parent)) => {
                        let to = ElementId::from(parent.id()).into();
                        self.link(here, to, Link::PartOf, LinkBasis::Contained);
                    }
                    Some(Element::Plan(_)) => {
                        if let Some(vision) = vision {
                            self.link(here, vision, Link::Fulfils, LinkBasis::Contained);
                        }
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }

    pub(super) fn number(&self, node: Node) -> Option<usize> {
        self.numbers.get(&node).copied()
    }

    pub(super) fn node(&self, number: usize) -> Option<Node> {
        self.nodes.get(number).copied()
    }

    pub(super) fn main(&self) -> &[Node] {
        &self.main
    }

    pub(super) fn up(&self, number: usize) -> &[Edge] {
        self.up.get(number).map(Vec::as_slice).unwrap_or_default()
    }

    pub(super) fn down(&self, number: usize) -> &[Edge] {
        self.down.get(number).map(Vec::as_slice).unwrap_or_default()
    }
}

fn is_threaded(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Objective
            | Kind::Principle
            | Kind::Topic
            | Kind::Priority
            | Kind::Pillar
            | Kind::Theme
            | Kind::Action
            | Kind::AcuteIssue
    )
}
