//! The neighbourhood of an element: what it names and what names it.

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::index::Index;
use super::link::{Link, LinkBasis};
use super::part::{Part, Position, positions};
use super::report::NodeReport;
use super::store::block_of;
use super::thread::{Spot, node_at};
use super::{Node, Trace, TraceError};
use crate::id::ElementId;
use crate::kind::Kind;
use crate::place::narrow;

/// A link between two elements of a neighbourhood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "schakel in een omgeving")]
#[non_exhaustive]
pub struct NeighbourLink {
    /// The element that states it, by its number in the list.
    pub from: usize,
    /// The element that it names, by its number in the list.
    pub to: usize,
    /// What it says.
    pub link: Link,
    /// Who says so.
    pub basis: LinkBasis,
}

/// An element with what it names and what names it (*omgeving*), one or two links far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "omgeving van een element")]
#[doc(alias = "omgeving")]
#[non_exhaustive]
pub struct Neighbourhood {
    /// The elements; the first is where one stands. Nearer ones come first.
    pub nodes: Vec<NodeReport>,
    /// The links between them that were met, each once.
    pub links: Vec<NeighbourLink>,
    /// How many links lead to elements that found no room.
    pub more: u64,
}

/// One link as a node has it: to or from another.
struct Met {
    link: Link,
    basis: LinkBasis,
    other: Node,
    outward: bool,
}

impl Trace {
    /// An element with what it names and what names it, one link far or two, in the order of the document: first what it
    /// names, then what names it. At most `most` elements are told of; links to the rest are counted. Links out of the plan
    /// are left out.
    ///
    /// ```
    /// use veiligheidsplan::{SafetyPlan, trace::Trace};
    ///
    /// let plan = SafetyPlan::from_json(include_str!("../../data/vlaardingen-2020-2023.demo.plan.json"))?;
    /// let trace = Trace::of(&plan, "2021-09-01".parse()?);
    /// let around = trace.neighbourhood(plan.priorities()[0].id(), 1, 20)?;
    /// assert_eq!(around.nodes.len(), 20);
    /// assert!(around.more > 0, "the rest is counted");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// The trace has no such element.
    pub fn neighbourhood(
        &self,
        from: impl Into<ElementId>,
        depth: u8,
        most: usize,
    ) -> Result<Neighbourhood, TraceError> {
        let start = Node::Element(from.into());
        let index = &*self.index;
        super::set::spot(index, start).ok_or(TraceError::Unknown(start.into_uuid()))?;
        let mut found: Vec<Node> = vec![start];
        let mut numbers: HashMap<Node, usize> = HashMap::from([(start, 0)]);
        let mut links: Vec<NeighbourLink> = Vec::new();
        let mut seen = std::collections::HashSet::new();
        let (mut more, mut next) = (0, 0);
        for _ in 0..depth.clamp(1, 2) {
            let ring = found.len();
            while let Some(node) = found.get(next).copied().filter(|_| next < ring) {
                for met in met(index, node) {
                    let other = match numbers.get(&met.other) {
                        Some(number) => *number,
                        None if found.len() < most.max(1) => {
                            found.push(met.other);
                            numbers.insert(met.other, found.len() - 1);
                            found.len() - 1
                        }
                        None => {
                            more += 1;
                            continue;
                        }
                    };
                    let (from, to) = if met.outward { (next, other) } else { (other, next) };
                    if seen.insert((from, to, met.link)) {
                        links.push(NeighbourLink { from, to, link: met.link, basis: met.basis });
                    }
                }
                next += 1;
            }
        }
        Ok(Neighbourhood {
            nodes: found.into_iter().map(|node| self.node_report(node)).collect(),
            links,
            more,
        })
    }
}

/// The links of a node, in every plan that has it.
fn met(index: &Index, node: Node) -> Vec<Met> {
    let mut all = Vec::new();
    if node.kind() == Some(Kind::Action) {
        let handle = index.action(node.into_uuid());
        let at = handle.and_then(|handle| index.position(handle));
        if let Some((plan, position)) = at
            && let Some(part) = index.part(plan)
        {
            of_action(index, part, position, &mut all);
        }
        return all;
    }
    for (plan, number) in index.nodes(node.into_uuid()) {
        let Some(part) = index.part(plan) else { continue };
        let number = match node {
            Node::Vision(_) => part.graph.vision.unwrap_or(number),
            _ => number,
        };
        of_node(index, part, number, &mut all);
    }
    all
}

fn of_node(index: &Index, part: &Part, number: u32, all: &mut Vec<Met>) {
    let action = |position: Position| node_at(index, part, Spot::Action(index.handle(part, position)?));
    let edges = |outward: bool| if outward { part.graph.up(number) } else { part.graph.down(number) };
    let mut push = |link, basis, other: Option<Node>, outward| {
        all.extend(other.map(|other| Met { link, basis, other, outward }));
    };
    for edge in edges(true) {
        push(edge.link, edge.basis, part.graph.node(edge.to), true);
    }
    for (from, link, position) in part.to_actions.iter() {
        if *from == number {
            push(*link, LinkBasis::Stated, action(*position), true);
        }
    }
    for edge in edges(false) {
        push(edge.link, edge.basis, part.graph.node(edge.to), false);
    }
    for (key, mask) in part.masks_of(number) {
        let link = key.node().and_then(|(_, what)| Link::ALL.get(usize::from(what)));
        let Some(link) = link else { continue };
        for execution in 0..part.executions.len() {
            for (local, _) in part.positions(execution) {
                for position in positions(local as usize, mask.word(local as usize)) {
                    push(*link, LinkBasis::Stated, action(position), false);
                }
            }
        }
    }
    if let Some(execution) = part.execution_of(number) {
        for (local, global) in part.positions(execution as usize) {
            let live = index.home(global as usize).map_or(0, |home| home.block.live());
            for position in positions(local as usize, live) {
                push(Link::InExecutionPlan, LinkBasis::Contained, action(position), false);
            }
        }
    }
}

fn of_action(index: &Index, part: &Part, position: Position, all: &mut Vec<Met>) {
    let action = |position: Position| node_at(index, part, Spot::Action(index.handle(part, position)?));
    let mut push = |link, basis, other: Option<Node>, outward| {
        all.extend(other.map(|other| Met { link, basis, other, outward }));
    };
    let home = index.handle(part, position).and_then(|handle| index.home(block_of(handle)));
    for link in home.map(|home| home.block.links(position & 63)).unwrap_or_default() {
        let other = if link.is_between_actions() { action(link.to()) } else { part.graph.node(link.to()) };
        push(link.link(), link.basis(), other, true);
    }
    let place = part.blocks.get((position / 64) as usize);
    let execution = place.and_then(|place| part.executions.get(place.execution as usize));
    let holder = execution.and_then(|execution| part.graph.node(execution.node));
    push(Link::InExecutionPlan, LinkBasis::Contained, holder, true);
    for (to, link, from) in part.between.iter() {
        if *to == position {
            push(*link, LinkBasis::Stated, action(*from), false);
        }
    }
    for (to, link, from) in part.from_nodes.iter() {
        if *to == position {
            push(*link, LinkBasis::Stated, part.graph.node(narrow(*from as usize)), false);
        }
    }
}
