//! One plan in the trace: its graph, its actions by position, and the masks that say which actions hang on which node.

use std::sync::Arc;

use super::block::{Block, FULL, Fact, Fresh, OutLink, Turn, known, number_of};
use super::column::is_of_partner;
use super::graph::{Graph, NodeNo};
use super::kept::Kept;
use super::link::Link;
use super::masks::{Gathering, Key, Mask, Masks};
use super::node::Node;
use crate::entity::{Act, Action, Disclosure, ExecutionPlan};
use crate::id::{ActionId, ElementId, PlanId};
use crate::kind::Kind;
use crate::lifecycle::{History, Surroundings};
use crate::place::narrow;
use crate::plan::{Disclosures, SafetyPlan, Version, implied};
use crate::value::Date;

/// The position of an action in its plan: the number of its block in the plan times 64, and its bit.
pub(super) type Position = u32;

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
    /// The municipalities that it is of, by their numbers in the plan, if not of all.
    municipalities: Vec<u32>,
}

impl Execution {
    pub(super) fn is_of(&self, municipality: u32) -> bool {
        self.municipalities.is_empty() || self.municipalities.contains(&municipality)
    }
}

/// One plan in the trace.
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub(super) id: PlanId,
    pub(super) graph: Arc<Graph>,
    pub(super) executions: Vec<Execution>,
    pub(super) blocks: Vec<BlockRef>,
    pub(super) masks: Masks,
    /// Absent where it would be too much to keep.
    pub(super) kept: Option<Kept>,
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
}

/// A plan ready to be put into a trace.
#[derive(Debug)]
pub(super) struct Prepared {
    pub(super) version: Version,
    pub(super) part: Part,
    pub(super) blocks: Vec<Block>,
}

impl Part {
    /// The words of the actions that serve a node or something below it.
    pub(super) fn below(&self, node: NodeNo) -> Vec<u64> {
        let mut words = vec![0; self.blocks.len()];
        self.masks_below(node).into_iter().for_each(|mask| mask.or_into(0, &mut words));
        words
    }

    /// The masks that together hold the actions that serve a node or something below it: one, where that is kept.
    pub(super) fn masks_below(&self, node: NodeNo) -> Vec<Mask<'_>> {
        if self.graph.keeps_closures() {
            return self.masks.get(Key::below(node)).into_iter().collect();
        }
        let below = self.lying_below(node, |_| true).into_iter();
        below.filter_map(|served| self.masks.get(Key::linked(served, Link::Serves))).collect()
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

    /// Tells the keys under which an action with these links stands, some more than once.
    pub(super) fn keys(&self, links: &[OutLink], fact: &Fact, mut tell: impl FnMut(Key)) {
        for link in links.iter().filter(|link| !link.is_between_actions()) {
            tell(Key::linked(link.to(), link.link()));
            if link.link() == Link::Serves && self.graph.keeps_closures() {
                self.graph.above(link.to()).iter().for_each(|above| tell(Key::below(*above)));
            }
            if is_of_partner(link.link()) {
                tell(Key::of_partner(link.to()));
            }
        }
        fact.item.into_iter().for_each(|item| tell(Key::item(item.get())));
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
        size_of::<Self>()
            + self.graph.bytes()
            + self.masks.bytes()
            + self.kept.as_ref().map_or(0, Kept::bytes)
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
    for (place, execution) in (0..).zip(plan.execution_plans()) {
        let blocks = narrow(execution.actions().len().div_ceil(FULL));
        let first = narrow(refs.len());
        let own = execution.municipalities();
        let municipalities = (0..).zip(plan.municipalities()).filter(|(_, one)| own.contains(one.code()));
        refs.extend((0..blocks).map(|_| BlockRef { global: 0, execution: place }));
        executions.push(Execution {
            node: graph.number(execution.id().into_uuid()).unwrap_or_default(),
            year: execution.period().start().year(),
            last_year: execution.period().end().year(),
            blocks: (first..first + blocks).collect(),
            municipalities: municipalities.map(|(number, _)| number).collect(),
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
        masks: Masks::default(),
        kept: None,
        items: Arc::new(items),
        to_actions: Arc::default(),
        from_nodes: Arc::default(),
        between: Arc::default(),
        foreign: Arc::default(),
        surroundings: Arc::new(surroundings),
        closed: Arc::default(),
    };
    part.closed = Arc::new(closed(&part.graph, then.history()));
    let mut blocks: Vec<Block> = Vec::with_capacity(part.blocks.len());
    let mut masks = Gathering::default();
    let (mut between, mut foreign) = (Vec::new(), Vec::new());
    // Filled again and again; a copy takes no more than it needs.
    let mut block = Block::default();
    for (place, (execution, own)) in plan.execution_plans().iter().zip(&executions).enumerate() {
        for (at, action) in (0..).zip(execution.actions()) {
            let here = own.blocks.first().copied().unwrap_or_default() * 64 + at;
            let mut out = |to| foreign.push((here, to));
            let fresh = fresh(&part, (place, execution), action, position, &mut out);
            for link in &fresh.links {
                if link.is_between_actions() {
                    between.push((link.to(), link.link(), here));
                }
            }
            part.keys(&fresh.links, &fresh.fact, |key| masks.put(key, here));
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
    part.masks = masks.finish();
    part.executions.clone_from(&executions);
    part.kept = Kept::of(&part);
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

/// The priorities and themes that a decision closed, and when.
fn closed(graph: &Graph, history: &History<'_>) -> Vec<(NodeNo, Date)> {
    let goals = graph.goals.iter().filter(|(_, kind)| *kind != Kind::Pillar);
    let closed = goals.filter_map(|(number, _)| {
        let rulings = history.all(ElementId::try_from(graph.node(*number)?).ok()?);
        let closing = rulings.iter().find(|ruling| ruling.act() == Act::Close)?;
        Some((*number, closing.date()))
    });
    closed.collect()
}

/// An action as it goes into a block of its plan.
pub(super) fn fresh<'a>(
    part: &Part,
    (place, execution): (usize, &ExecutionPlan),
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
        to => links.extend(part.graph.find(to).map(|number| OutLink::new(link, number))),
    });
    let served = links.iter().filter(|link| link.link() == Link::Serves);
    let least = served.map(|link| part.graph.disclosure(link.to())).min().unwrap_or(Disclosure::Public);
    let holder = part.graph.number(execution.id().into_uuid());
    let holder = holder.map_or(Disclosure::Public, |holder| part.graph.disclosure(holder));
    let disclosure = action.disclosure().unwrap_or_else(|| implied(least, holder));
    let turns = part.surroundings.turns(place, action).into_iter().map(Turn::new).collect();
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
