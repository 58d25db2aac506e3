//! Threads: the paths from a node, one by one.

use std::collections::HashMap;

use super::index::Index;
use super::link::{Link, LinkBasis, Way};
use super::masks::Key;
use super::node::Node;
use super::part::Part;
use super::store::{Handle, bits};
use crate::choice::choice;
use crate::id::{ActionId, ElementId};
use crate::kind::Kind;
use crate::lifecycle::ActionState;

choice! {
    /// How a thread ends.
    End "einde van de draad" {
        /// At the vision.
        ReachesVision = "reachesVision" / "reaches the vision" / "bereikt de visie",
        /// At an objective or priority for which the plan states no link to a strategic objective.
        NoStatedLink = "noStatedLink" / "the plan states no further link" / "het plan vermeldt geen verdere koppeling",
        /// At a main objective of a plan that has no vision.
        NoVision = "noVision" / "the plan has no vision" / "het plan heeft geen visie",
        /// At a theme, which needs no objective.
        Theme = "theme" / "ends at a theme" / "eindigt bij een thema",
        /// At a principle.
        Principle = "principle" / "ends at a principle" / "eindigt bij een uitgangspunt",
        /// At a topic, which lies beside the thread.
        Topic = "topic" / "ends at a topic" / "eindigt bij een onderwerp",
        /// At an acute issue.
        AcuteIssue = "acuteIssue" / "ends at an acute issue" / "eindigt bij een acuut probleem",
        /// At an action that was cancelled or withdrawn: what hangs on it hangs on nothing.
        Broken = "broken" / "is broken: the action is cancelled or withdrawn" / "is gebroken: de actie is geschrapt of ingetrokken",
        /// Going down: at an action.
        Action = "action" / "ends at an action" / "eindigt bij een actie",
        /// Going down: no action follows.
        NoAction = "noAction" / "no action follows" / "er volgt geen actie",
    }
}

/// The most main objectives that one thread names as not reached; a plan mostly has one.
const NAMED: usize = 10;

/// One step of a thread: the link that was followed, and where it led.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct ThreadStep {
    /// The link, read from the bottom up; `None` at the start.
    pub link: Option<(Link, LinkBasis)>,
    /// Where it led.
    pub node: Node,
}

/// One path from a node, with how it ends.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Thread {
    /// The steps; the first is where it starts.
    pub steps: Vec<ThreadStep>,
    /// How it ends.
    pub end: End,
    /// Of a thread without a stated link: the plan's main objectives that it doesn't reach, at most 10.
    pub unreached: Vec<Node>,
}

/// Where a thread is: at an action, or at another node of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Spot {
    Node(u32),
    Action(Handle),
}

/// Whether threads run over the kind.
pub(super) fn is_threaded(kind: Kind) -> bool {
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

/// A link of a thread, and where it leads.
#[derive(Debug, Clone, Copy)]
struct Step {
    to: Spot,
    link: Link,
    basis: LinkBasis,
}

/// A point of the path so far: how it was reached, its links, and which of them comes next.
#[derive(Debug, Clone)]
struct Point {
    by: Option<(Link, LinkBasis)>,
    spot: Spot,
    links: Vec<Step>,
    next: usize,
}

/// The threads from a node, found one by one: first links first, as deep as they go.
#[derive(Debug, Clone)]
pub struct Threads<'a> {
    index: &'a Index,
    way: Way,
    /// Where to begin, with the plan: one, unless plans share the element. The last is under way.
    starts: Vec<(u32, Spot)>,
    path: Vec<Point>,
    walked: u64,
}

impl<'a> Threads<'a> {
    pub(super) fn new(index: &'a Index, mut starts: Vec<(u32, Spot)>, way: Way) -> Self {
        starts.reverse();
        let mut threads = Self { index, way, starts, path: Vec::new(), walked: 0 };
        threads.begin();
        threads
    }

    /// Which way the threads go.
    #[must_use]
    pub fn way(&self) -> Way {
        self.way
    }

    /// How many links were looked at so far: what the work is counted in.
    #[must_use]
    pub fn links_walked(&self) -> u64 {
        self.walked
    }

    fn begin(&mut self) {
        if let Some((_, spot)) = self.starts.last().copied() {
            self.reach(None, spot);
        }
    }

    fn part(&self) -> Option<&'a Part> {
        let (plan, _) = self.starts.last()?;
        self.index.part(*plan).map(|part| &**part)
    }

    fn reach(&mut self, by: Option<(Link, LinkBasis)>, spot: Spot) {
        let links = self.part().map(|part| links(self.index, part, spot, self.way)).unwrap_or_default();
        self.walked += links.len() as u64;
        self.path.push(Point { by, spot, links, next: 0 });
    }

    fn node(&self, spot: Spot) -> Option<Node> {
        node_at(self.index, self.part()?, spot)
    }

    fn thread(&self) -> Thread {
        let step = |point: &Point| Some(ThreadStep { link: point.by, node: self.node(point.spot)? });
        let steps: Vec<ThreadStep> = self.path.iter().filter_map(step).collect();
        let end = self.path.last().map_or(End::NoAction, |point| self.end(point.spot));
        let unreached = if end == End::NoStatedLink { self.unreached() } else { Vec::new() };
        Thread { steps, end, unreached }
    }

    fn end(&self, last: Spot) -> End {
        let is_off = |point: &Point| match point.spot {
            Spot::Action(handle) => is_off(self.index, handle),
            Spot::Node(_) => false,
        };
        if self.path.iter().any(is_off) {
            return End::Broken;
        }
        let node = self.node(last);
        let is_main = match (last, self.part()) {
            (Spot::Node(node), Some(part)) => part.graph.main.contains(&node),
            _ => false,
        };
        match (self.way, node.and_then(Node::kind)) {
            (Way::Down, Some(Kind::Action)) => End::Action,
            (Way::Down, _) => End::NoAction,
            (Way::Up, None) => End::ReachesVision,
            (Way::Up, Some(Kind::Theme)) => End::Theme,
            (Way::Up, Some(Kind::Principle)) => End::Principle,
            (Way::Up, Some(Kind::Topic)) => End::Topic,
            (Way::Up, Some(Kind::AcuteIssue)) => End::AcuteIssue,
            (Way::Up, Some(_)) if is_main => End::NoVision,
            (Way::Up, Some(_)) => End::NoStatedLink,
        }
    }

    fn unreached(&self) -> Vec<Node> {
        let Some(part) = self.part() else { return Vec::new() };
        let passed = |main: &u32| self.path.iter().any(|point| point.spot == Spot::Node(*main));
        let unreached = part.graph.main.iter().filter(|main| !passed(main)).take(NAMED);
        unreached.filter_map(|main| part.graph.node(*main)).collect()
    }

    /// How many threads are still to come, without walking each; at most `u64::MAX`.
    #[must_use]
    pub fn total(&self) -> u64 {
        let mut all: u64 = 0;
        for (number, (plan, start)) in self.starts.iter().enumerate() {
            let Some(part) = self.index.part(*plan) else { continue };
            let mut counts = HashMap::new();
            let mut add = |spot| {
                all = all.saturating_add(total(self.index, part, spot, self.way, &mut counts));
            };
            if number + 1 < self.starts.len() {
                add(*start);
                continue;
            }
            for point in &self.path {
                match point.next {
                    0 => add(point.spot),
                    next => point.links.get(next..).unwrap_or_default().iter().for_each(|step| add(step.to)),
                }
            }
        }
        all
    }
}

/// How many threads there are from a spot; `counts` are those known of other spots of the plan.
fn total(index: &Index, part: &Part, start: Spot, way: Way, counts: &mut HashMap<Spot, u64>) -> u64 {
    let mut open = vec![start];
    // Every link leads nearer to the end, so a node is counted once all that follows it is.
    while let Some(spot) = open.last().copied() {
        let links = links(index, part, spot, way);
        let waiting: Vec<Spot> =
            links.iter().map(|step| step.to).filter(|to| !counts.contains_key(to)).collect();
        if waiting.is_empty() {
            let sum = links.iter().filter_map(|step| counts.get(&step.to));
            counts.insert(spot, sum.fold(0_u64, |sum, count| sum.saturating_add(*count)).max(1));
            open.pop();
        } else {
            open.extend(waiting);
        }
    }
    counts.get(&start).copied().unwrap_or(0)
}

/// Whether nothing is to come of an action any more, by a decision.
pub(super) fn is_off(index: &Index, handle: Handle) -> bool {
    let home = index.home(super::store::block_of(handle));
    let state = home.map(|home| home.block.state(handle & 63, index.today()));
    matches!(state, Some(ActionState::Cancelled | ActionState::Withdrawn))
}

/// The node at a spot of a plan.
pub(super) fn node_at(index: &Index, part: &Part, spot: Spot) -> Option<Node> {
    match spot {
        Spot::Node(node) => part.graph.node(node),
        Spot::Action(handle) => {
            let id = index.id_of(handle)?;
            ActionId::from_uuid(id).ok().map(|id| Node::Element(ElementId::from(id)))
        }
    }
}

/// The links of threads from a spot, in the order in which the plan states them; down, in the order of the document.
fn links(index: &Index, part: &Part, spot: Spot, way: Way) -> Vec<Step> {
    let is_threaded = |edge: &&super::graph::Edge| {
        let of_thread = |node| part.graph.node(node).is_some_and(|node| node.kind().is_none_or(is_threaded));
        edge.link.is_threaded() && of_thread(edge.to)
    };
    let step =
        |edge: &super::graph::Edge| Step { to: Spot::Node(edge.to), link: edge.link, basis: edge.basis };
    match (spot, way) {
        (Spot::Action(handle), Way::Up) => {
            let home = index.home(super::store::block_of(handle));
            let links = home.map(|home| home.block.links(handle & 63)).unwrap_or_default();
            let serves = links.iter().filter(|link| link.link() == Link::Serves);
            serves
                .map(|link| Step { to: Spot::Node(link.to()), link: Link::Serves, basis: link.basis() })
                .collect()
        }
        (Spot::Action(_), Way::Down) => Vec::new(),
        (Spot::Node(node), Way::Up) => part.graph.up(node).iter().filter(is_threaded).map(step).collect(),
        (Spot::Node(node), Way::Down) => {
            let mut steps: Vec<Step> = part.graph.down(node).iter().filter(is_threaded).map(step).collect();
            let Some(mask) = part.masks.get(Key::linked(node, Link::Serves)) else { return steps };
            for (local, global) in (0..part.executions.len()).flat_map(|execution| part.positions(execution))
            {
                let handles = bits(mask.word(local as usize)).map(|bit| global * 64 + bit);
                steps.extend(handles.map(|handle| Step {
                    to: Spot::Action(handle),
                    link: Link::Serves,
                    basis: LinkBasis::Stated,
                }));
            }
            steps
        }
    }
}

impl Iterator for Threads<'_> {
    type Item = Thread;

    fn next(&mut self) -> Option<Thread> {
        loop {
            let Some(point) = self.path.last_mut() else {
                self.starts.pop();
                self.begin();
                if self.starts.is_empty() {
                    return None;
                }
                continue;
            };
            let at = point.next;
            point.next += 1;
            match point.links.get(at).copied() {
                Some(step) => self.reach(Some((step.link, step.basis)), step.to),
                None if at == 0 => {
                    let thread = self.thread();
                    self.path.pop();
                    return Some(thread);
                }
                None => _ = self.path.pop(),
            }
        }
    }
}
