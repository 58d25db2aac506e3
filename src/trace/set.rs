//! Sets: what a question found.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::bind::QueryError;
use super::index::Index;
use super::node::Node;
use super::store::{Bearer, Handle, bits};
use super::thread::{Spot, node_at};
use super::{NodeReport, Trace, TraceError};
use crate::id::{ActionId, ElementId};
use crate::kind::Kind;

/// A set of nodes of a trace (*verzameling*): actions, and other elements.
///
/// It borrows the trace that it is of. What plans share under one id is in it once.
#[derive(Debug, Clone)]
#[doc(alias = "verzameling")]
#[must_use]
pub struct Set<'t> {
    pub(super) trace: &'t Trace,
    /// Words with an action in them, by block.
    pub(super) words: Vec<(u32, u64)>,
    /// Other nodes: the plan and the number of the first that bears the id.
    pub(super) nodes: BTreeSet<(u32, u32)>,
}

impl<'t> Set<'t> {
    pub(super) fn of_words(trace: &'t Trace, mut words: Vec<(u32, u64)>) -> Self {
        if !words.is_sorted_by_key(|(block, _)| *block) {
            words.sort_unstable_by_key(|(block, _)| *block);
        }
        Self { trace, words, nodes: BTreeSet::new() }
    }

    /// A set of these nodes.
    ///
    /// # Errors
    /// The trace has no such element.
    pub fn of(trace: &'t Trace, nodes: impl IntoIterator<Item = Node>) -> Result<Self, TraceError> {
        let mut set = Self::of_words(trace, Vec::new());
        let mut handles: Vec<Handle> = Vec::new();
        for node in nodes {
            match spot(&trace.index, node).ok_or(TraceError::Unknown(node.into_uuid()))? {
                (_, Spot::Action(handle)) => handles.push(handle),
                (plan, Spot::Node(node)) => _ = set.nodes.insert((plan, node)),
            }
        }
        set.words = words_of(handles);
        Ok(set)
    }

    /// Whether it is of this trace, or of a clone that is the same.
    pub(super) fn is_of(&self, trace: &Trace) -> bool {
        Arc::ptr_eq(&self.trace.index, &trace.index)
    }

    fn index(&self) -> &'t Index {
        &self.trace.index
    }

    /// How many nodes are in it.
    #[must_use]
    pub fn len(&self) -> u64 {
        self.action_count() + self.nodes.len() as u64
    }

    /// How many actions are in it.
    #[must_use]
    pub fn action_count(&self) -> u64 {
        self.words.iter().map(|(_, word)| u64::from(word.count_ones())).sum()
    }

    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.nodes.is_empty()
    }

    pub(super) fn handles(&self) -> impl Iterator<Item = Handle> + Clone + use<'_> {
        self.words.iter().flat_map(|(block, word)| bits(*word).map(move |bit| block * 64 + bit))
    }

    /// The actions, in the order of the index, which is stable but means nothing.
    pub fn actions(&self) -> impl Iterator<Item = ActionId> + Clone + use<'_> {
        self.handles().filter_map(|handle| ActionId::from_uuid(self.index().id_of(handle)?).ok())
    }

    /// The numbers of the actions within this version of the trace: cheap to go through, and good for nothing else than
    /// telling actions of this version apart.
    pub fn numbers(&self) -> impl Iterator<Item = u32> + Clone + use<'_> {
        self.handles()
    }

    /// Every node: elements first, then actions, in the order of the index.
    pub fn iter(&self) -> impl Iterator<Item = Node> + Clone + use<'_> {
        let node = |(plan, node): &(u32, u32)| self.index().part(*plan)?.graph.node(*node);
        let actions = self.actions().map(|action| Node::Element(ElementId::from(action)));
        self.nodes.iter().filter_map(node).chain(actions)
    }

    /// Every node in the order of the documents: plan after plan, as they came. `O(n log n)`.
    #[must_use]
    pub fn sorted(&self) -> Vec<Node> {
        let mut keyed: Vec<(DocumentOrder, Spot)> =
            self.handles().filter_map(|handle| self.action_key(handle)).collect();
        keyed.extend(self.nodes.iter().map(|(plan, node)| ((*plan, *node, 0, 0), Spot::Node(*node))));
        keyed.sort_unstable();
        let node =
            |((plan, ..), spot): (DocumentOrder, Spot)| node_at(self.index(), self.index().part(plan)?, spot);
        keyed.into_iter().filter_map(node).collect()
    }

    /// Every node as a report names it, in the order of the documents.
    #[must_use]
    pub fn reports(&self) -> Vec<NodeReport> {
        self.sorted().into_iter().map(|node| self.trace.node_report(node)).collect()
    }

    fn action_key(&self, handle: Handle) -> Option<(DocumentOrder, Spot)> {
        let (plan, position) = self.index().position(handle)?;
        let part = self.index().part(plan)?;
        let place = part.blocks.get((position / 64) as usize)?;
        let execution = part.executions.get(place.execution as usize)?;
        Some(((plan, execution.node, 1 + position / 64, position % 64), Spot::Action(handle)))
    }

    /// Whether the node is in it.
    #[must_use]
    pub fn contains(&self, node: Node) -> bool {
        match spot(self.index(), node) {
            Some((_, Spot::Action(handle))) => {
                let at = self.words.binary_search_by_key(&(handle >> 6), |(block, _)| *block);
                let word = at.ok().and_then(|at| self.words.get(at));
                word.is_some_and(|(_, word)| word & 1 << (handle & 63) != 0)
            }
            Some((plan, Spot::Node(node))) => self.nodes.contains(&(plan, node)),
            None => false,
        }
    }

    /// What is in one of the two at least.
    ///
    /// # Errors
    /// The sets are of different traces.
    pub fn union(&self, other: &Self) -> Result<Self, QueryError> {
        let nodes = self.nodes.union(&other.nodes).copied().collect();
        self.merge(other, nodes, |a, b| a | b)
    }

    /// What is in both.
    ///
    /// # Errors
    /// The sets are of different traces.
    pub fn intersection(&self, other: &Self) -> Result<Self, QueryError> {
        let nodes = self.nodes.intersection(&other.nodes).copied().collect();
        self.merge(other, nodes, |a, b| a & b)
    }

    /// What is in this one and not in the other.
    ///
    /// # Errors
    /// The sets are of different traces.
    pub fn difference(&self, other: &Self) -> Result<Self, QueryError> {
        let nodes = self.nodes.difference(&other.nodes).copied().collect();
        self.merge(other, nodes, |a, b| a & !b)
    }

    fn merge(
        &self,
        other: &Self,
        nodes: BTreeSet<(u32, u32)>,
        join: impl Fn(u64, u64) -> u64,
    ) -> Result<Self, QueryError> {
        if !other.is_of(self.trace) {
            return Err(QueryError::ForeignSet);
        }
        let mut words = Vec::with_capacity(self.words.len().max(other.words.len()));
        let (mut left, mut right) = (self.words.iter().peekable(), other.words.iter().peekable());
        loop {
            let block = match (left.peek(), right.peek()) {
                (None, None) => break,
                (Some((a, _)), Some((b, _))) => *a.min(b),
                (Some((one, _)), None) | (None, Some((one, _))) => *one,
            };
            let own = left.next_if(|(at, _)| *at == block).map_or(0, |(_, word)| *word);
            let others = right.next_if(|(at, _)| *at == block).map_or(0, |(_, word)| *word);
            let word = join(own, others);
            if word != 0 {
                words.push((block, word));
            }
        }
        Ok(Self { trace: self.trace, words, nodes })
    }
}

/// By what the order of documents is: plan, node, block and bit.
type DocumentOrder = (u32, u32, u32, u32);

/// Two sets are equal if they are of the same trace and hold the same.
impl PartialEq for Set<'_> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.trace.index, &other.trace.index)
            && self.words == other.words
            && self.nodes == other.nodes
    }
}

impl Eq for Set<'_> {}

/// Where a node stands: of what plans share, where it stands first.
pub(super) fn spot(index: &Index, node: Node) -> Option<(u32, Spot)> {
    let is = |plan: u32, number: u32| index.part(plan).and_then(|part| part.graph.node(number)) == Some(node);
    if let Node::Vision(plan) = node {
        let plan = index.plan(plan)?;
        return Some((plan, Spot::Node(index.part(plan)?.graph.vision?)));
    }
    index.bearers(node.into_uuid()).find_map(|bearer| match bearer {
        Bearer::Action(handle) if node.kind() == Some(Kind::Action) => {
            Some((index.position(handle)?.0, Spot::Action(handle)))
        }
        Bearer::Node(plan, number) if is(plan, number) => Some((plan, Spot::Node(number))),
        _ => None,
    })
}

/// Handles as words by block.
pub(super) fn words_of(mut handles: Vec<Handle>) -> Vec<(u32, u64)> {
    handles.sort_unstable();
    let mut words: Vec<(u32, u64)> = Vec::new();
    for handle in handles {
        match words.last_mut() {
            Some((block, word)) if *block == handle >> 6 => *word |= 1 << (handle & 63),
            _ => words.push((handle >> 6, 1 << (handle & 63))),
        }
    }
    words
}
