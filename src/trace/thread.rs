//! Threads: the paths from a node, one by one.

use std::collections::HashMap;

use super::graph::{Edge, Graph};
use super::{Link, LinkBasis, Node, Way};
use crate::choice::choice;
use crate::kind::Kind;

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

/// The threads from a node, found one by one: first links first, as deep as they go.
#[derive(Debug, Clone)]
pub struct Threads<'a> {
    graph: &'a Graph,
    way: Way,
    from: Node,
    start: usize,
    /// The path so far: the link taken, the node, and which of its links comes next.
    path: Vec<(Option<Edge>, usize, usize)>,
}

impl<'a> Threads<'a> {
    pub(super) fn new(graph: &'a Graph, from: Node, start: usize, way: Way) -> Self {
        Self { graph, way, from, start, path: vec![(None, start, 0)] }
    }

    /// Which way the threads go.
    #[must_use]
    pub fn way(&self) -> Way {
        self.way
    }

    fn links(&self, node: usize) -> &'a [Edge] {
        match self.way {
            Way::Up => self.graph.up(node),
            Way::Down => self.graph.down(node),
        }
    }

    fn node(&self, number: usize) -> Node {
        // INVARIANT: numbers come from the graph itself.
        self.graph.node(number).unwrap_or(self.from)
    }

    fn thread(&self) -> Thread {
        let step = |(edge, number, _): &(Option<Edge>, usize, usize)| ThreadStep {
            link: edge.map(|edge| (edge.link, edge.basis)),
            node: self.node(*number),
        };
        let steps: Vec<ThreadStep> = self.path.iter().map(step).collect();
        let end = self.path.last().map_or(End::NoAction, |(_, number, _)| self.end(self.node(*number)));
        let unreached = if end == End::NoStatedLink { self.unreached() } else { Vec::new() };
        Thread { steps, end, unreached }
    }

    fn end(&self, last: Node) -> End {
        let kind = match last {
            Node::Vision(_) => None,
            Node::Element(id) => Some(id.kind()),
        };
        match (self.way, kind) {
            (Way::Down, Some(Kind::Action)) => End::Action,
            (Way::Down, _) => End::NoAction,
            (Way::Up, None) => End::ReachesVision,
            (Way::Up, Some(Kind::Theme)) => End::Theme,
            (Way::Up, Some(Kind::Principle)) => End::Principle,
            (Way::Up, Some(Kind::Topic)) => End::Topic,
            (Way::Up, Some(Kind::AcuteIssue)) => End::AcuteIssue,
            (Way::Up, Some(_)) if self.graph.main().contains(&last) => End::NoVision,
            (Way::Up, Some(_)) => End::NoStatedLink,
        }
    }

    fn unreached(&self) -> Vec<Node> {
        let passed = |main: &Node| self.path.iter().any(|(_, number, _)| self.node(*number) == *main);
        self.graph.main().iter().filter(|main| !passed(main)).take(NAMED).copied().collect()
    }

    /// How many threads there are, without walking each; at most `u64::MAX`.
    #[must_use]
    pub fn total(&self) -> u64 {
        let mut counts: HashMap<usize, u64> = HashMap::new();
        let mut open = vec![self.start];
        // Every link leads nearer to the end, so a node is counted once all that follows it is.
        while let Some(node) = open.last().copied() {
            let links = self.links(node);
            let waiting: Vec<usize> =
                links.iter().map(|edge| edge.to).filter(|to| !counts.contains_key(to)).collect();
            if waiting.is_empty() {
                let sum = links.iter().filter_map(|edge| counts.get(&edge.to));
                counts.insert(node, sum.fold(0_u64, |sum, count| sum.saturating_add(*count)).max(1));
                open.pop();
            } else {
                open.extend(waiting);
            }
        }
        counts.get(&self.start).copied().unwrap_or(0)
    }
}

impl Iterator for Threads<'_> {
    type Item = Thread;

    fn next(&mut self) -> Option<Thread> {
        loop {
            let (_, number, next) = self.path.last_mut()?;
            let (number, at) = (*number, *next);
            *next += 1;
            let links = self.links(number);
            match links.get(at).copied() {
                Some(edge) => self.path.push((Some(edge), edge.to, 0)),
                None if links.is_empty() && at == 0 => {
                    let thread = self.thread();
                    self.path.pop();
                    return Some(thread);
                }
                None => _ = self.path.pop(),
            }
        }
    }
}
