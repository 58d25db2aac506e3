//! The nodes of a plan that aren't actions, and the links between them.

use uuid::Uuid;

use super::link::{Link, LinkBasis};
use super::node::Node;
use crate::entity::Disclosure;
use crate::id::ElementId;
use crate::kind::Kind;
use crate::place::narrow;
use crate::plan::{Disclosures, Element, SafetyPlan};
use crate::power::Power;
use crate::value::Date;

/// The number of a node in its plan.
pub(super) type NodeNo = u32;

/// A link to another node of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Edge {
    pub(super) to: NodeNo,
    pub(super) link: Link,
    pub(super) basis: LinkBasis,
}

/// One node; its texts stand one after another.
#[derive(Debug, Clone)]
struct Row {
    node: Node,
    holder: NodeNo,
    text: u32,
    title: u32,
    code: u32,
    section: u32,
    disclosure: Disclosure,
    fictional: bool,
}

/// Lists of things by node, one after another.
#[derive(Debug, Clone)]
pub(super) struct Lists<T> {
    ends: Vec<u32>,
    all: Vec<T>,
}

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Self { ends: Vec::new(), all: Vec::new() }
    }
}

impl<T> Lists<T> {
    /// The lists of `count` nodes from pairs of node and entry; entries of a node keep their order.
    pub(super) fn of(count: usize, mut pairs: Vec<(NodeNo, T)>) -> Self {
        pairs.sort_by_key(|(node, _)| *node);
        let mut lists = Self { ends: Vec::with_capacity(count), all: Vec::with_capacity(pairs.len()) };
        let mut pairs = pairs.into_iter().peekable();
        for node in 0..narrow(count) {
            while let Some((_, entry)) = pairs.next_if(|(of, _)| *of == node) {
                lists.all.push(entry);
            }
            lists.ends.push(narrow(lists.all.len()));
        }
        lists
    }

    pub(super) fn get(&self, node: NodeNo) -> &[T] {
        let node = node as usize;
        let Some(end) = self.ends.get(node) else { return &[] };
        let start = node.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.all.get(start as usize..*end as usize).unwrap_or_default()
    }

    fn bytes(&self) -> usize {
        self.ends.capacity() * 4 + self.all.capacity() * size_of::<T>()
    }
}

/// Advice that was accepted, as far as the trace tells of it.
#[derive(Debug, Clone)]
pub(super) struct Exempted {
    pub(super) subject: Uuid,
    pub(super) code: Box<str>,
    pub(super) reason: Box<str>,
    /// The day of the decision that accepts it.
    from: Option<Date>,
    pub(super) until: Option<Date>,
}

impl Exempted {
    /// Whether it is accepted on a day: decided by then, and not run out.
    pub(super) fn holds(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// A link to something outside the plan.
#[derive(Debug, Clone, Copy)]
pub(super) struct Foreign {
    pub(super) from: NodeNo,
    pub(super) link: Link,
    pub(super) to: ElementId,
}

/// The nodes of a plan in the order of the document, the vision and legal powers last, with their links both ways.
#[derive(Debug, Default)]
pub(super) struct Graph {
    rows: Vec<Row>,
    texts: String,
    /// Elements in the order of their ids.
    by_id: Vec<NodeNo>,
    powers: Vec<(&'static str, NodeNo)>,
    /// In the order of their codes; those without one left out.
    by_code: Vec<NodeNo>,
    /// In the order of their titles; those without one left out.
    by_title: Vec<NodeNo>,
    pub(super) vision: Option<NodeNo>,
    /// The main objectives of the plan.
    pub(super) main: Vec<NodeNo>,
    /// The priorities, pillars and themes.
    pub(super) goals: Vec<(NodeNo, Kind)>,
    pub(super) partners: Vec<NodeNo>,
    up: Lists<Edge>,
    down: Lists<Edge>,
    /// What lies above each node by threads and answers, itself first; absent where that would be too much to keep.
    above: Option<Lists<NodeNo>>,
    pub(super) foreign: Vec<Foreign>,
    pub(super) exemptions: Vec<Exempted>,
    pub(super) municipalities: Vec<(Box<str>, Box<str>)>,
    pub(super) period: Option<(Date, Date)>,
}

impl Graph {
    pub(super) fn of(plan: &SafetyPlan, disclosures: &Disclosures<'_>) -> Self {
        let mut graph = Self::default();
        let mut numbered: Vec<Element<'_>> = Vec::new();
        for (at, element) in plan.numbered(|kind| kind != Kind::Action) {
            graph.add(Node::from(element.id()), element, disclosures.at(at));
            numbered.push(element);
        }
        graph.by_id = (0..narrow(numbered.len())).collect();
        graph.by_id.sort_by_key(|number| graph.rows.get(*number as usize).map(|row| row.node.into_uuid()));
        if let Some(vision) = plan.vision() {
            let section = plan.vision_source().and_then(|source| source.section());
            let number =
                graph.row(Node::Vision(plan.id()), vision.as_str(), "", section.map_or("", |s| s.as_str()));
            graph.vision = Some(number);
        }
        for power in super::relation::powers(plan) {
            graph.power(power);
        }
        let of = |kind: Kind| (0..).zip(&numbered).filter(move |(_, one)| one.id().kind() == kind);
        graph.partners = of(Kind::Partner).map(|(number, _)| number).collect();
        let goals = [Kind::Priority, Kind::Pillar, Kind::Theme];
        graph.goals = goals.iter().flat_map(|kind| of(*kind).map(|(number, _)| (number, *kind))).collect();
        graph.goals.sort_unstable_by_key(|(number, _)| *number);
        let all = 0..narrow(graph.rows.len());
        let mut by_title: Vec<NodeNo> = all.clone().filter(|node| !graph.title(*node).is_empty()).collect();
        by_title.sort_by_key(|node| graph.title(*node));
        let mut by_code: Vec<NodeNo> = all.filter(|node| !graph.code(*node).is_empty()).collect();
        by_code.sort_by_key(|node| graph.code(*node));
        (graph.by_title, graph.by_code) = (by_title, by_code);
        graph.main =
            plan.objectives().iter().filter_map(|main| graph.number(main.id().into_uuid())).collect();
        let mut edges: Vec<(NodeNo, Edge)> = Vec::new();
        for (from, element) in (0..).zip(&numbered) {
            let holder = plan.holder(element.id()).and_then(|holder| graph.number(holder.id().into_uuid()));
            if let Some((row, holder)) = graph.rows.get_mut(from as usize).zip(holder) {
                row.holder = holder;
            }
            super::relation::relations(plan, *element, |to, link, basis| {
                let number = graph.find(to);
                match (number, to) {
                    (Some(to), _) => edges.push((from, Edge { to, link, basis })),
                    (None, Node::Element(to)) if to.kind() != Kind::Action => {
                        graph.foreign.push(Foreign { from, link, to });
                    }
                    _ => {}
                }
            });
        }
        let count = graph.rows.len();
        let down = edges.iter().map(|(from, edge)| (edge.to, Edge { to: *from, ..*edge })).collect();
        graph.down = Lists::of(count, down);
        graph.up = Lists::of(count, edges);
        graph.above = graph.closures();
        graph.exemptions = plan.exemptions().iter().map(|one| exempted(plan, one)).collect();
        let named = plan.municipalities().iter();
        graph.municipalities =
            named.map(|one| (one.code().as_str().into(), one.name().as_str().into())).collect();
        graph.period = Some((plan.period().start(), plan.period().end()));
        graph
    }

    fn add(&mut self, node: Node, element: Element<'_>, disclosure: Disclosure) {
        let section =
            element.source().and_then(|source| source.section()).map_or("", |section| section.as_str());
        let code = element.code().map_or("", |code| code.as_str());
        let number = self.row(node, element.title(), code, section);
        if let Some(row) = self.rows.get_mut(number as usize) {
            row.disclosure = disclosure;
            row.fictional = element.is_fictional();
        }
    }

    fn power(&mut self, power: &'static Power) {
        let node = Node::Power(power.code);
        let number = self.row(node, power.title_nl, power.code, "");
        self.powers.push((power.code, number));
    }

    fn row(&mut self, node: Node, title: &str, code: &str, section: &str) -> NodeNo {
        let text = narrow(self.texts.len());
        self.texts.extend([title, code, section]);
        self.rows.push(Row {
            node,
            holder: 0,
            text,
            title: narrow(title.len()),
            code: narrow(code.len()),
            section: narrow(section.len()),
            disclosure: Disclosure::Public,
            fictional: false,
        });
        narrow(self.rows.len() - 1)
    }

    /// Every node with what lies above it, unless that is far more than there are nodes.
    fn closures(&self) -> Option<Lists<NodeNo>> {
        let mut room = 64 * self.rows.len() + 4_096;
        let mut lists = Lists::default();
        let mut seen = vec![NodeNo::MAX; self.rows.len()];
        for node in 0..narrow(self.rows.len()) {
            if self.row_of(node).is_some_and(|row| is_aimed_at(row.node)) {
                let before = lists.all.len();
                let is_new = |above: NodeNo| {
                    seen.get_mut(above as usize).is_some_and(|by| std::mem::replace(by, node) != node)
                };
                self.climb(node, is_new, |above| {
                    lists.all.push(above);
                    lists.all.len() - before <= room
                });
                room = room.checked_sub(lists.all.len() - before)?;
            }
            lists.ends.push(narrow(lists.all.len()));
        }
        Some(lists)
    }

    /// A node and all that lies above it by threads and answers, each once, as deep as it goes first. Stops when told so.
    fn climb(
        &self,
        node: NodeNo,
        mut is_new: impl FnMut(NodeNo) -> bool,
        mut tell: impl FnMut(NodeNo) -> bool,
    ) {
        let mut open = vec![node];
        while let Some(node) = open.pop() {
            if !is_new(node) {
                continue;
            }
            if !tell(node) {
                return;
            }
            let edges =
                self.up(node).iter().filter(|edge| edge.link.is_threaded() || edge.link == Link::Answers);
            open.extend(edges.map(|edge| edge.to).rev());
        }
    }

    /// A node and all that lies above it, each once. `stored` where that is kept.
    pub(super) fn above(&self, node: NodeNo) -> std::borrow::Cow<'_, [NodeNo]> {
        if let Some(lists) = &self.above {
            lists.get(node).into()
        } else {
            let mut all = Vec::new();
            let mut seen = std::collections::HashSet::new();
            self.climb(
                node,
                |above| seen.insert(above),
                |above| {
                    all.push(above);
                    true
                },
            );
            all.into()
        }
    }

    /// Whether what lies above each node is kept, and with it the actions below each.
    pub(super) fn keeps_closures(&self) -> bool {
        self.above.is_some()
    }

    fn row_of(&self, node: NodeNo) -> Option<&Row> {
        self.rows.get(node as usize)
    }

    pub(super) fn nodes(&self) -> impl Iterator<Item = (NodeNo, Node)> + Clone {
        (0..).zip(&self.rows).map(|(number, row)| (number, row.node))
    }

    /// The number of an element.
    pub(super) fn number(&self, id: Uuid) -> Option<NodeNo> {
        let id_of = |number: &NodeNo| self.node(*number).map(Node::into_uuid);
        let at = self.by_id.binary_search_by_key(&Some(id), id_of).ok()?;
        self.by_id.get(at).copied()
    }

    /// The number of a node.
    pub(super) fn find(&self, node: Node) -> Option<NodeNo> {
        match node {
            Node::Vision(_) => self.vision,
            Node::Element(id) => self.number(id.into_uuid()),
            Node::Power(code) => self.powers.iter().find(|(own, _)| *own == code).map(|(_, number)| *number),
        }
    }

    /// The nodes with this code.
    pub(super) fn coded(&self, code: &str) -> impl Iterator<Item = NodeNo> + use<'_> {
        let start = self.by_code.partition_point(|node| self.code(*node) < code);
        let rest = self.by_code.get(start..).unwrap_or_default();
        let length = rest.partition_point(|node| self.code(*node) == code);
        rest.get(..length).unwrap_or_default().iter().copied()
    }

    /// The nodes with this title or name.
    pub(super) fn titled(&self, title: &str) -> impl Iterator<Item = NodeNo> + use<'_> {
        let start = self.by_title.partition_point(|node| self.title(*node) < title);
        let rest = self.by_title.get(start..).unwrap_or_default();
        let length = rest.partition_point(|node| self.title(*node) == title);
        rest.get(..length).unwrap_or_default().iter().copied()
    }

    pub(super) fn node(&self, node: NodeNo) -> Option<Node> {
        self.row_of(node).map(|row| row.node)
    }

    pub(super) fn kind(&self, node: NodeNo) -> Option<Kind> {
        self.node(node).and_then(Node::kind)
    }

    fn text(&self, row: &Row, from: u32, length: u32) -> &str {
        let start = (row.text + from) as usize;
        self.texts.get(start..start + length as usize).unwrap_or_default()
    }

    pub(super) fn title(&self, node: NodeNo) -> &str {
        self.row_of(node).map_or("", |row| self.text(row, 0, row.title))
    }

    pub(super) fn code(&self, node: NodeNo) -> &str {
        self.row_of(node).map_or("", |row| self.text(row, row.title, row.code))
    }

    pub(super) fn section(&self, node: NodeNo) -> &str {
        self.row_of(node).map_or("", |row| self.text(row, row.title + row.code, row.section))
    }

    pub(super) fn is_fictional(&self, node: NodeNo) -> bool {
        self.row_of(node).is_some_and(|row| row.fictional)
    }

    pub(super) fn disclosure(&self, node: NodeNo) -> Disclosure {
        self.row_of(node).map_or(Disclosure::Public, |row| row.disclosure)
    }

    /// The node that holds this one; of the plan itself, the plan.
    pub(super) fn holder(&self, node: NodeNo) -> NodeNo {
        self.row_of(node).map_or(0, |row| row.holder)
    }

    pub(super) fn up(&self, node: NodeNo) -> &[Edge] {
        self.up.get(node)
    }

    pub(super) fn down(&self, node: NodeNo) -> &[Edge] {
        self.down.get(node)
    }

    pub(super) fn bytes(&self) -> usize {
        let above = self.above.as_ref().map_or(0, Lists::bytes);
        self.rows.capacity() * size_of::<Row>()
            + self.texts.capacity()
            + (self.by_id.capacity() + self.by_code.capacity() + self.by_title.capacity())
                * size_of::<NodeNo>()
            + self.up.bytes()
            + self.down.bytes()
            + above
    }
}

/// Whether an action can serve it, or it lies above such a node.
pub(super) fn is_aimed_at(node: Node) -> bool {
    let kind = node.kind();
    matches!(node, Node::Vision(_))
        || matches!(
            kind,
            Some(
                Kind::Objective
                    | Kind::Principle
                    | Kind::Topic
                    | Kind::Priority
                    | Kind::Pillar
                    | Kind::Theme
                    | Kind::AcuteIssue
                    | Kind::FrameworkItem
                    | Kind::Framework
            )
        )
}

fn exempted(plan: &SafetyPlan, exemption: &crate::entity::Exemption) -> Exempted {
    let decision = exemption.decision().and_then(|id| plan.decision(id));
    Exempted {
        subject: exemption.subject().id().into_uuid(),
        code: exemption.code().as_str().into(),
        reason: exemption.reason().as_str().into(),
        from: decision.map(crate::entity::Decision::date),
        until: exemption.until(),
    }
}
