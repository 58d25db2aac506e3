//! Reach: from some nodes, up or down, over chosen links, to a kind.

use std::collections::BTreeSet;
use std::sync::Arc;

use uuid::Uuid;

use super::Trace;
use super::bind::QueryError;
use super::graph::NodeNo;
use super::index::Index;
use super::link::{Link, LinkBasis, Way};
use super::masks::Key;
use super::node::{Node, TraceError};
use super::part::Part;
use super::set::{Set, spot, words_of};
use super::store::{Bearer, Handle, bits, block_of};
use super::thread::{Spot, node_at};
use crate::id::ElementId;
use crate::kind::Kind;

/// A node that a link leads to, or comes from (*buur*).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[doc(alias = "buur")]
#[non_exhaustive]
pub struct Neighbour {
    /// What the link says, from the one that states it.
    pub link: Link,
    /// Who says that it is there.
    pub basis: LinkBasis,
    /// Up: the node is what the link names. Down: it is what states the link.
    pub way: Way,
    /// The node at the other end.
    pub node: Node,
}

/// A link as it was found: to a spot of a plan.
type Found = (Link, LinkBasis, u32, Spot);

impl Trace {
    /// Every link of a node: those that it states, or those that name it; by link, then in the order of the index. Of what
    /// plans share, the links in every plan. `O(links)`.
    ///
    /// # Errors
    /// The trace has no such node.
    pub fn neighbours(&self, node: Node, way: Way) -> Result<Vec<Neighbour>, TraceError> {
        let (plan, at) = spot(&self.index, node).ok_or(TraceError::Unknown(node.into_uuid()))?;
        let mut found = Vec::new();
        links_of(&self.index, plan, at, way, &|_| true, &mut |one| found.push(one));
        found.sort_by_key(|(link, _, plan, spot)| (*link, *plan, *spot));
        let neighbour = |(link, basis, plan, spot): Found| {
            let node = node_at(&self.index, self.index.part(plan)?, spot)?;
            Some(Neighbour { link, basis, way, node })
        };
        let mut all: Vec<Neighbour> = found.into_iter().filter_map(neighbour).collect();
        // What several plans share is told once.
        let mut told = BTreeSet::new();
        all.retain(|one| told.insert((one.link, one.node, one.basis)));
        Ok(all)
    }

    /// What is reached from the nodes of a set, up or down, over these links, by one step or more; of one kind, if one is
    /// given. `O(links)` that are walked.
    ///
    /// # Errors
    /// The set is of another trace.
    ///
    /// ```
    /// use veiligheidsplan::{Kind, SafetyPlan, trace::{Link, Set, Trace, Way}};
    ///
    /// let plan = SafetyPlan::from_json(include_str!("../../data/vlaardingen-2020-2023.demo.plan.json"))?;
    /// let trace = Trace::of(&plan, "2021-09-01".parse()?);
    /// let action = plan.coded("2020-A07").next().ok_or("no such action")?;
    /// let from = Set::of(&trace, [action.id().into()])?;
    /// let priorities = trace.reach(&from, Way::Up, &[Link::Serves, Link::PartOf], Some(Kind::Priority))?;
    /// assert_eq!(priorities.len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn reach<'t>(
        &'t self,
        from: &Set<'_>,
        way: Way,
        links: &[Link],
        to: Option<Kind>,
    ) -> Result<Set<'t>, QueryError> {
        let index = &self.index;
        if !from.is_of(self) {
            return Err(QueryError::ForeignSet);
        }
        let over: u32 = links.iter().fold(0, |all, link| all | 1 << *link as u32);
        let follow = |link: Link| over & 1 << link as u32 != 0;
        let mut open: Vec<(u32, Spot)> =
            from.nodes.iter().map(|(plan, node)| (*plan, Spot::Node(*node))).collect();
        open.extend(from.handles().map(|handle| (0, Spot::Action(handle))));
        let mut nodes: BTreeSet<(u32, NodeNo)> = BTreeSet::new();
        let mut seen = std::collections::HashSet::new();
        let mut handles: Vec<Handle> = Vec::new();
        while let Some((plan, at)) = open.pop() {
            links_of(index, plan, at, way, &follow, &mut |(_, _, plan, to)| {
                let (plan, to) = canonical(index, plan, to);
                let new = match to {
                    Spot::Action(handle) => seen.insert(handle),
                    Spot::Node(node) => nodes.insert((plan, node)),
                };
                if new {
                    if let Spot::Action(handle) = to {
                        handles.push(handle);
                    }
                    open.push((plan, to));
                }
            });
        }
        if let Some(kind) = to {
            nodes.retain(|(plan, node)| {
                index.part(*plan).and_then(|part| part.graph.kind(*node)) == Some(kind)
            });
            if kind != Kind::Action {
                handles.clear();
            }
        }
        Ok(Set { trace: self, words: words_of(handles), nodes })
    }
}

/// Where a node stands first, of those that share its id.
fn canonical(index: &Index, plan: u32, at: Spot) -> (u32, Spot) {
    let Spot::Node(number) = at else { return (plan, at) };
    let node = index.part(plan).and_then(|part| part.graph.node(number));
    match node.filter(|node| super::wide::is_shared(*node)).and_then(|node| spot(index, node)) {
        Some(first) => first,
        None => (plan, at),
    }
}

/// Tells the links of a spot. Of a node that plans share, those in every plan.
fn links_of(
    index: &Index,
    plan: u32,
    at: Spot,
    way: Way,
    follow: &dyn Fn(Link) -> bool,
    tell: &mut dyn FnMut(Found),
) {
    match at {
        Spot::Action(handle) => of_action(index, handle, way, follow, tell),
        Spot::Node(number) => {
            let Some(node) = index.part(plan).and_then(|part| part.graph.node(number)) else { return };
            if matches!(node, Node::Vision(_)) {
                let part = index.part(plan);
                if let Some(part) = part {
                    of_node(index, (plan, part), number, way, follow, tell);
                }
                return;
            }
            let id = node.into_uuid();
            for bearer in index.bearers(id) {
                match bearer {
                    Bearer::Node(plan, number) => {
                        // What has the id that stands for a power isn't the power.
                        let is = |part: &&Arc<Part>| part.graph.node(number) == Some(node);
                        let Some(part) = index.part(plan).filter(is) else { continue };
                        of_node(index, (plan, part), number, way, follow, tell);
                    }
                    Bearer::NamedBy(plan) if way == Way::Down => named_abroad(index, plan, id, follow, tell),
                    Bearer::NamedBy(_) | Bearer::Action(_) => {}
                }
            }
        }
    }
}

/// The links by which a plan names something outside it.
fn named_abroad(
    index: &Index,
    plan: u32,
    id: Uuid,
    follow: &dyn Fn(Link) -> bool,
    tell: &mut dyn FnMut(Found),
) {
    let Some(part) = index.part(plan) else { return };
    for foreign in
        part.graph.foreign.iter().filter(|foreign| foreign.to.into_uuid() == id && follow(foreign.link))
    {
        tell((foreign.link, LinkBasis::Stated, plan, Spot::Node(foreign.from)));
    }
    for (position, _) in part.foreign.iter().filter(|(_, to)| to.into_uuid() == id && follow(Link::Continues))
    {
        if let Some(handle) = Index::handle(part, *position) {
            tell((Link::Continues, LinkBasis::Stated, plan, Spot::Action(handle)));
        }
    }
}

/// Where an element of another plan stands, if the trace has it.
fn abroad(index: &Index, to: ElementId) -> Option<(u32, Spot)> {
    spot(index, Node::Element(to))
}

fn of_node(
    index: &Index,
    (plan, part): (u32, &Part),
    node: NodeNo,
    way: Way,
    follow: &dyn Fn(Link) -> bool,
    tell: &mut dyn FnMut(Found),
) {
    if way == Way::Up {
        for edge in part.graph.up(node).iter().filter(|edge| follow(edge.link)) {
            tell((edge.link, edge.basis, plan, Spot::Node(edge.to)));
        }
        for foreign in
            part.graph.foreign.iter().filter(|foreign| foreign.from == node && follow(foreign.link))
        {
            if let Some((plan, at)) = abroad(index, foreign.to) {
                tell((foreign.link, LinkBasis::Stated, plan, at));
            }
        }
        let from = part.to_actions.partition_point(|(of, ..)| *of < node);
        let own = part.to_actions.get(from..).unwrap_or_default().iter();
        for (_, link, position) in own.take_while(|(of, ..)| *of == node).filter(|(_, link, _)| follow(*link))
        {
            if let Some(handle) = Index::handle(part, *position) {
                tell((*link, LinkBasis::Stated, plan, Spot::Action(handle)));
            }
        }
        return;
    }
    for edge in part.graph.down(node).iter().filter(|edge| follow(edge.link)) {
        tell((edge.link, edge.basis, plan, Spot::Node(edge.to)));
    }
    for link in Link::ALL.iter().filter(|link| follow(**link)) {
        let Some(mask) = part.masks.get(Key::linked(node, *link)) else { continue };
        for (local, word) in mask.cells() {
            let Some(place) = part.blocks.get(local) else { continue };
            let handles = bits(word).map(|bit| place.global * 64 + bit);
            handles.for_each(|handle| tell((*link, LinkBasis::Stated, plan, Spot::Action(handle))));
        }
    }
    if let Some(execution) = part.execution_of(node).filter(|_| follow(Link::InExecutionPlan)) {
        for (_, global) in part.positions(execution as usize) {
            let live = index.home(global as usize).map_or(0, |home| home.block.live());
            for bit in bits(live) {
                tell((Link::InExecutionPlan, LinkBasis::Contained, plan, Spot::Action(global * 64 + bit)));
            }
        }
    }
}

fn of_action(
    index: &Index,
    handle: Handle,
    way: Way,
    follow: &dyn Fn(Link) -> bool,
    tell: &mut dyn FnMut(Found),
) {
    let Some((plan, position)) = index.position(handle) else { return };
    let (Some(part), Some(home)) = (index.part(plan), index.home(block_of(handle))) else { return };
    if way == Way::Up {
        for link in home.block.links(handle & 63).iter().filter(|link| follow(link.link())) {
            let to = if link.is_between_actions() {
                Index::handle(part, link.to()).map(Spot::Action)
            } else {
                Some(Spot::Node(link.to()))
            };
            if let Some(to) = to {
                tell((link.link(), link.basis(), plan, to));
            }
        }
        let execution = part.blocks.get(home.local as usize).map(|place| place.execution);
        let execution = execution.and_then(|number| part.executions.get(number as usize));
        if let Some(execution) = execution.filter(|_| follow(Link::InExecutionPlan)) {
            tell((Link::InExecutionPlan, LinkBasis::Contained, plan, Spot::Node(execution.node)));
        }
        for (_, to) in part.foreign.iter().filter(|(from, _)| *from == position && follow(Link::Continues)) {
            if let Some((plan, at)) = abroad(index, *to) {
                tell((Link::Continues, LinkBasis::Stated, plan, at));
            }
        }
        return;
    }
    let from = part.from_nodes.partition_point(|(of, ..)| *of < position);
    let own = part.from_nodes.get(from..).unwrap_or_default().iter().take_while(|(of, ..)| *of == position);
    for (_, link, node) in own.filter(|(_, link, _)| follow(*link)) {
        tell((*link, LinkBasis::Stated, plan, Spot::Node(*node)));
    }
    let from = part.between.partition_point(|(of, ..)| *of < position);
    let own = part.between.get(from..).unwrap_or_default().iter().take_while(|(of, ..)| *of == position);
    for (_, link, other) in own.filter(|(_, link, _)| follow(*link)) {
        if let Some(other) = Index::handle(part, *other) {
            tell((*link, LinkBasis::Stated, plan, Spot::Action(other)));
        }
    }
    let Some(id) = index.id_of(handle) else { return };
    let named_by: Vec<u32> = index
        .bearers(id)
        .filter_map(|bearer| match bearer {
            Bearer::NamedBy(plan) => Some(plan),
            _ => None,
        })
        .collect();
    for plan in named_by {
        named_abroad(index, plan, id, follow, tell);
    }
}
