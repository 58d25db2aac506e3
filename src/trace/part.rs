//! One plan in the trace: its graph, its actions by position, and the masks that say which actions hang on which node.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::block::{Block, FULL, Fact, Fresh, OutLink, Turn, known, number_of};
use super::goals::GoalWords;
use super::graph::{Graph, NodeNo};
use super::link::Link;
use super::node::Node;
use super::store::{Mask, bits};
use crate::entity::{Action, Disclosure, ExecutionPlan};
use crate::id::{ActionId, ElementId, PlanId};
use crate::kind::Kind;
use crate::lifecycle::Surroundings;
use crate::place::narrow;
use crate::plan::{Disclosures, SafetyPlan, Version, implied};
use crate::value::Date;

/// The position of an action in its plan: the number of its block in the plan times 64, and its bit.
pub(super) type Position = u32;

/// How actions hang on a node that they serve, or on something below it.
pub(super) const BELOW: u8 = 254;

/// By what a mask is found: a node and how the actions hang on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Key(u64);

impl Key {
    /// The actions that state this link to the node.
    pub(super) fn linked(node: NodeNo, link: Link) -> Self {
        Self(u64::from(node) << 8 | link as u64)
    }

    /// The actions that serve the node or something below it.
    pub(super) fn below(node: NodeNo) -> Self {
        Self(u64::from(node) << 8 | u64::from(BELOW))
    }

    /// The actions under the heading with this number.
    pub(super) fn item(number: u32) -> Self {
        Self(u64::from(number) << 8 | 255)
    }

    /// The node, and how actions hang on it; not for headings.
    pub(super) fn node(self) -> Option<(NodeNo, u8)> {
        let what = (self.0 & 255) as u8;
        (what != 255).then_some((narrow((self.0 >> 8) as usize), what))
    }
}

/// A block of a plan: its number in the whole trace, and the execution plan that it is of.
#[derive(Debug, Clone, Copy)]
pub(super) struct BlockRef {
    pub(super) global: u32,
    pub(super) execution: u32,
}

/// An execution plan with its blocks, by their numbers in the plan.
#[derive(Debug, Clone)]
pub(super) struct Execution {
    pub(super) node: NodeNo,
    pub(super) year: i32,
    pub(super) last_year: i32,
    pub(super) blocks: Vec<u32>,
}

/// One plan in the trace.
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub(super) id: PlanId,
    pub(super) graph: Arc<Graph>,
    pub(super) executions: Vec<Execution>,
    pub(super) blocks: Vec<BlockRef>,
    /// In the order of the keys.
    masks: Vec<(Key, Mask)>,
    pub(super) items: Arc<Vec<Box<str>>>,
    /// Links from elements that aren't actions to actions, by the element; and the same by action.
    pub(super) to_actions: Arc<Vec<(NodeNo, Link, Position)>>,
    pub(super) from_nodes: Arc<Vec<(Position, Link, NodeNo)>>,
    /// Links between actions, by the one that is named.
    pub(super) between: Arc<Vec<(Position, Link, Position)>>,
    /// Links of actions out of the plan.
    pub(super) foreign: Arc<Vec<(Position, ElementId)>>,
    pub(super) surroundings: Arc<Surroundings>,
    /// The priorities and themes that a decision closed, and when.
    pub(super) closed: Arc<Vec<(NodeNo, Date)>>,
    /// What the masks say of priorities, pillars and themes, side by side.
    pub(super) goals: GoalWords,
}

/// A plan ready to be put into a trace.
#[derive(Debug)]
pub(super) struct Prepared {
    pub(super) version: Version,
    pub(super) part: Part,
    pub(super) blocks: Vec<Block>,
}

impl Part {
    pub(super) fn mask(&self, key: Key) -> Option<&Mask> {
        let at = self.masks.binary_search_by_key(&key, |(key, _)| *key).ok()?;
        self.masks.get(at).map(|(_, mask)| mask)
    }

    pub(super) fn masks(&self) -> &[(Key, Mask)] {
        &self.masks
    }

    /// The masks of a node for links to partners, in the order of the roles.
    pub(super) fn masks_of(&self, node: NodeNo) -> &[(Key, Mask)] {
        let start = self.masks.partition_point(|(key, _)| key.0 >> 8 < u64::from(node));
        let rest = self.masks.get(start..).unwrap_or_default();
        let length = rest.partition_point(|(key, _)| key.0 >> 8 == u64::from(node));
        rest.get(..length).unwrap_or_default()
    }

    /// The words of the actions that serve a node or something below it.
    pub(super) fn below(&self, node: NodeNo) -> Vec<u64> {
        let mut words = vec![0; self.blocks.len()];
        if self.graph.keeps_closures() {
            if let Some(mask) = self.mask(Key::below(node)) {
                mask.or_into(0, &mut words);
            }
            return words;
        }
        for served in self.lying_below(node, |_| true) {
            if let Some(mask) = self.mask(Key::linked(served, Link::Serves)) {
                mask.or_into(0, &mut words);
            }
        }
        words
    }

    /// A node and what lies below it by threads and answers, over edges that are let through.
    pub(super) fn lying_below(
        &self,
        node: NodeNo,
        follow: impl Fn(&super::graph::Edge) -> bool,
    ) -> Vec<NodeNo> {
        let mut seen = std::collections::HashSet::from([node]);
        let mut all = vec![node];
        let mut open = vec![node];
        while let Some(node) = open.pop() {
            for edge in self.graph.down(node) {
                let is_of_thread = edge.link.is_threaded() || edge.link == Link::Answers;
                if is_of_thread && follow(edge) && seen.insert(edge.to) {
                    all.push(edge.to);
                    open.push(edge.to);
                }
            }
        }
        all
    }

    /// Puts an action in the masks of a key, or takes it out.
    pub(super) fn put(&mut self, key: Key, position: Position, is_in: bool) {
        self.goals.put(key, position, is_in);
        match (self.masks.binary_search_by_key(&key, |(key, _)| *key), is_in) {
            (Ok(at), _) => {
                let Some((_, mask)) = self.masks.get_mut(at) else { return };
                if is_in {
                    mask.insert(position);
                } else {
                    mask.remove(position);
                    if mask.count() == 0 {
                        self.masks.remove(at);
                    }
                }
            }
            (Err(at), true) => {
                let mut mask = Mask::default();
                mask.insert(position);
                self.masks.insert(at, (key, mask));
            }
            (Err(_), false) => {}
        }
    }

    /// The keys under which an action with these links stands.
    pub(super) fn keys(&self, links: &[OutLink], fact: &Fact) -> Vec<Key> {
        let mut keys = Vec::with_capacity(links.len() * 3);
        for link in links.iter().filter(|link| !link.is_between_actions()) {
            keys.push(Key::linked(link.to(), link.link()));
            if link.link() == Link::Serves && self.graph.keeps_closures() {
                keys.extend(self.graph.above(link.to()).iter().map(|above| Key::below(*above)));
            }
        }
        keys.extend(fact.item.map(|item| Key::item(item.get())));
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    /// The actions of an execution plan, in the order of the document.
    pub(super) fn positions(&self, execution: usize) -> impl Iterator<Item = (u32, u32)> + '_ {
        let blocks = self.executions.get(execution).map(|execution| execution.blocks.as_slice());
        let blocks = blocks.unwrap_or_default().iter();
        blocks.filter_map(|local| Some((*local, self.blocks.get(*local as usize)?.global)))
    }

    /// The number of an execution plan in the plan, by its node.
    pub(super) fn execution_of(&self, node: NodeNo) -> Option<u32> {
        self.executions.iter().position(|execution| execution.node == node).map(narrow)
    }

    /// The number of a heading.
    pub(super) fn item(&self, heading: &str) -> Option<u32> {
        let at = self.items.binary_search_by(|item| (**item).cmp(heading)).ok()?;
        Some(narrow(at + 1))
    }

    pub(super) fn bytes(&self) -> usize {
        let masks: usize = self.masks.iter().map(|(_, mask)| mask.bytes()).sum();
        size_of::<Self>()
            + self.graph.bytes()
            + self.goals.bytes()
            + masks
            + self.masks.capacity() * size_of::<(Key, Mask)>()
            + self.blocks.capacity() * size_of::<BlockRef>()
            + self.to_actions.capacity() * 24
            + self.between.capacity() * 12
            + self.foreign.capacity() * 24
    }
}

/// A plan made ready, without looking at the rest of a trace: may be done for many at once.
pub(super) fn prepare(plan: &SafetyPlan) -> Prepared {
    let disclosures = Disclosures::of(plan.view());
    let graph = Graph::of(plan, &disclosures);
    let then = plan.as_of(plan.period().start());
    let surroundings = Surroundings::of(plan, then.history());
    let mut executions: Vec<Execution> = Vec::with_capacity(plan.execution_plans().len());
    let mut refs: Vec<BlockRef> = Vec::new();
    for (number, execution) in (0..).zip(plan.execution_plans()) {
        let blocks = narrow(execution.actions().len().div_ceil(FULL));
        let first = narrow(refs.len());
        refs.extend((0..blocks).map(|_| BlockRef { global: 0, execution: number }));
        executions.push(Execution {
            node: graph.number(execution.id().into_uuid()).unwrap_or_default(),
            year: execution.period().start().year(),
            last_year: execution.period().end().year(),
            blocks: (first..first + blocks).collect(),
        });
    }
    let position = |action: ActionId| -> Option<Position> {
        let (execution, at) = plan.stands_at(action)?;
        let first = executions.get(execution)?.blocks.first()?;
        Some(first * 64 + narrow(at))
    };
    let all = || plan.execution_plans().iter().flat_map(|execution| execution.actions());
    let mut items: Vec<Box<str>> =
        all().filter_map(|action| action.item()).map(|item| item.as_str().into()).collect();
    items.sort_unstable();
    items.dedup();
    let mut part = Part {
        id: plan.id(),
        graph: Arc::new(graph),
        executions: Vec::new(),
        blocks: refs,
        masks: Vec::new(),
        items: Arc::new(items),
        to_actions: Arc::default(),
        from_nodes: Arc::default(),
        between: Arc::default(),
        foreign: Arc::default(),
        surroundings: Arc::new(surroundings),
        closed: Arc::default(),
        goals: GoalWords::default(),
    };
    part.closed = Arc::new(super::goals::closed(&part.graph, then.history()));
    let mut blocks: Vec<Block> = Vec::with_capacity(part.blocks.len());
    let mut masks: HashMap<Key, Mask> = HashMap::new();
    let (mut between, mut foreign) = (Vec::new(), Vec::new());
    // Filled again and again; a copy takes no more than it needs.
    let mut block = Block::default();
    for (number, (execution, own)) in plan.execution_plans().iter().zip(&executions).enumerate() {
        for (at, action) in (0..).zip(execution.actions()) {
            let here = own.blocks.first().copied().unwrap_or_default() * 64 + at;
            let mut out = |to| foreign.push((here, to));
            let fresh = fresh(&part, (number, execution), action, position, &mut out);
            for link in &fresh.links {
                if link.is_between_actions() {
                    between.push((link.to(), link.link(), here));
                } else {
                    masks.entry(Key::linked(link.to(), link.link())).or_default().insert(here);
                }
            }
            if let Some(item) = fresh.fact.item {
                masks.entry(Key::item(item.get())).or_default().insert(here);
            }
            block.push(&fresh);
            if block.len() == FULL {
                blocks.push(block.clone());
                block.clear();
            }
        }
        if block.len() > 0 {
            blocks.push(block.clone());
            block.clear();
        }
    }
    between.sort_unstable();
    part.masks = masks.into_iter().collect();
    part.masks.iter_mut().for_each(|(_, mask)| mask.shrink());
    part.masks.sort_unstable_by_key(|(key, _)| *key);
    part.raise();
    part.goals = GoalWords::of(&part);
    part.executions.clone_from(&executions);
    part.between = Arc::new(between);
    part.foreign = Arc::new(foreign);
    let mut to_actions = Vec::new();
    let naming = |kind| matches!(kind, Kind::Decision | Kind::Evaluation | Kind::AcuteIssue);
    for (_, element) in plan.numbered(naming) {
        let from = part.graph.number(element.id().into_uuid());
        super::relation::relations(plan, element, |to, link, _| {
            if let (Some(from), Node::Element(ElementId::Action(action))) = (from, to) {
                to_actions.extend(position(action).map(|to| (from, link, to)));
            }
        });
    }
    to_actions.sort_unstable();
    to_actions.dedup();
    let mut from_nodes: Vec<_> = to_actions.iter().map(|(from, link, to)| (*to, *link, *from)).collect();
    from_nodes.sort_unstable();
    (part.to_actions, part.from_nodes) = (Arc::new(to_actions), Arc::new(from_nodes));
    Prepared { version: plan.version(), part, blocks }
}

impl Part {
    /// Makes the masks of what serves a node or something below it, from what serves each node itself.
    fn raise(&mut self) {
        if !self.graph.keeps_closures() {
            return;
        }
        let mut below: BTreeMap<NodeNo, Vec<u64>> = BTreeMap::new();
        for (key, mask) in &self.masks {
            let Some((node, what)) = key.node().filter(|(_, what)| *what == Link::Serves as u8) else {
                continue;
            };
            debug_assert_eq!(what, Link::Serves as u8);
            for above in self.graph.above(node).iter() {
                let words = below.entry(*above).or_insert_with(|| vec![0; self.blocks.len()]);
                mask.or_into(0, words);
            }
        }
        self.masks.extend(below.into_iter().map(|(node, words)| (Key::below(node), Mask::of_words(words))));
        self.masks.sort_unstable_by_key(|(key, _)| *key);
    }
}

/// An action as it goes into a block of its plan.
pub(super) fn fresh<'a>(
    part: &Part,
    (number, execution): (usize, &ExecutionPlan),
    action: &'a Action,
    position: impl Fn(ActionId) -> Option<Position>,
    mut out: impl FnMut(ElementId),
) -> Fresh<'a> {
    let mut links = Vec::with_capacity(8);
    super::relation::of_action(action, |to, link, _| match to {
        Node::Element(to @ ElementId::Action(id)) => match position(id) {
            Some(position) => links.push(OutLink::new(link, position)),
            None => out(to),
        },
        to => links.extend(part.graph.number(to.into_uuid()).map(|number| OutLink::new(link, number))),
    });
    let served = links.iter().filter(|link| link.link() == Link::Serves);
    let least = served.map(|link| part.graph.disclosure(link.to())).min().unwrap_or(Disclosure::Public);
    let holder = part.graph.number(execution.id().into_uuid());
    let holder = holder.map_or(Disclosure::Public, |holder| part.graph.disclosure(holder));
    let disclosure = action.disclosure().unwrap_or_else(|| implied(least, holder));
    let turns = part.surroundings.turns(number, action).into_iter().map(Turn::new).collect();
    Fresh {
        id: action.id().into_uuid(),
        title: action.title().as_str(),
        code: action.code().map_or("", |code| code.as_str()),
        section: action.source().and_then(|source| source.section()).map_or("", |section| section.as_str()),
        links,
        turns,
        fact: fact(part, execution, action, disclosure),
    }
}

fn fact(part: &Part, execution: &ExecutionPlan, action: &Action, disclosure: Disclosure) -> Fact {
    let period = action.period().unwrap_or(execution.period());
    let amount = action.cost().map(|cost| cost.amount());
    let funding = action.cost().into_iter().flat_map(|cost| cost.funding());
    let item = action.item().and_then(|item| part.item(item.as_str()));
    Fact {
        start: number_of(period.start()),
        end: number_of(period.end()),
        cents: amount.and_then(|amount| amount.total()).unwrap_or(0),
        item: item.and_then(std::num::NonZeroU32::new),
        cost: known(amount.map(|amount| amount.kind())),
        funding: funding.fold(0, |all, one| all | 1 << one.source() as u8),
        approach: action.approach().iter().fold(0, |all, one| all | 1 << *one as u8),
        origin: action.origin().map(|origin| origin.kind()),
        disclosure,
        fictional: action.fictional(),
        continuous: action.continuous(),
    }
}

/// The positions of a word of a block.
pub(super) fn positions(block: usize, word: u64) -> impl Iterator<Item = Position> {
    bits(word).map(move |bit| narrow(block) * 64 + bit)
}
