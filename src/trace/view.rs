//! What analyses see of a plan in the trace: nodes by their number in the plan, and sets of its actions.

use std::collections::HashSet;

use super::column::Column;
use super::graph::Exempted;
use super::index::{Index, days_of};
use super::link::{Link, LinkBasis};
use super::masks::{Key, positions};
use super::part::{Part, Position};
use super::store::block_of;
use super::words::Words;
use super::{Node, Trace, TraceError};
use crate::id::{ElementId, PlanId};
use crate::kind::Kind;
use crate::lifecycle::ActionState;
use crate::plan::Named;
use crate::value::Date;

/// Which links are followed from a goal down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Follow {
    /// Those that the plan states or that follow from a place in it.
    Stated,
    /// Also those that whoever encoded the plan concluded.
    Read,
}

/// A plan in the trace.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PlanView<'t> {
    index: &'t Index,
    part: &'t Part,
}

/// An action as lists name it.
#[derive(Debug, Clone)]
pub(crate) struct ActionView {
    pub(crate) named: Named,
    pub(crate) state: ActionState,
}

impl Trace {
    /// A plan of the trace.
    pub(crate) fn plan_view(&self, plan: PlanId) -> Result<PlanView<'_>, TraceError> {
        let number = self.index.plan(plan);
        let found = number.and_then(|number| self.part_view(number));
        found.ok_or(TraceError::Unknown(plan.into_uuid()))
    }

    /// The plans that have an element, in the order in which they came, with its number in each.
    pub(crate) fn views_of(&self, id: impl Into<ElementId>) -> Vec<(PlanView<'_>, u32)> {
        let id = id.into();
        let of = |(plan, node): (u32, u32)| {
            let view = self.part_view(plan)?;
            (view.node(node) == Some(Node::Element(id))).then_some((view, node))
        };
        self.index.nodes(id.into_uuid()).filter_map(of).collect()
    }

    /// The plan that an action stands in, and its position there.
    pub(crate) fn view_of_action(&self, id: uuid::Uuid) -> Option<(PlanView<'_>, Position)> {
        let (plan, position) = self.index.position(self.index.action(id)?)?;
        Some((self.part_view(plan)?, position))
    }

    fn part_view(&self, number: u32) -> Option<PlanView<'_>> {
        let part = self.index.part(number)?;
        Some(PlanView { index: &self.index, part })
    }
}

impl<'t> PlanView<'t> {
    pub(crate) fn id(self) -> PlanId {
        self.part.id
    }

    pub(crate) fn day(self) -> Date {
        self.index.day
    }

    pub(crate) fn node(self, node: u32) -> Option<Node> {
        self.part.graph.node(node)
    }

    pub(crate) fn kind(self, node: u32) -> Option<Kind> {
        self.part.graph.kind(node)
    }

    /// The nodes of some kinds, in the order of the document.
    pub(crate) fn nodes(self, kinds: &[Kind]) -> impl Iterator<Item = u32> + use<'t, '_> {
        let nodes = self.part.graph.nodes();
        nodes.filter(|(_, node)| node.kind().is_some_and(|kind| kinds.contains(&kind))).map(|(no, _)| no)
    }

    /// The goals: objectives of every level, priorities, pillars and themes, in the order of the document.
    pub(crate) fn goals(self) -> impl Iterator<Item = u32> + use<'t> {
        self.nodes(&[Kind::Objective, Kind::Priority, Kind::Pillar, Kind::Theme])
    }

    /// The element as reports name it; the plan itself is number 0.
    pub(crate) fn named(self, node: u32) -> Named {
        let graph = &self.part.graph;
        let given = |text: &str| Some(text).filter(|text| !text.is_empty()).map(str::to_owned);
        Named {
            kind: graph.kind(node).unwrap_or(Kind::Plan),
            id: graph.node(node).map_or_else(|| self.part.id.into_uuid(), Node::into_uuid),
            code: given(graph.code(node)),
            title: given(graph.title(node)),
            fictional: graph.is_fictional(node),
        }
    }

    /// What holds an element: a priority its pillars and objectives.
    pub(crate) fn holder(self, node: u32) -> u32 {
        self.part.graph.holder(node)
    }

    /// The pillars of a priority, theme or pillar; the sub-objectives of an objective.
    pub(crate) fn parts_of(self, node: u32) -> impl Iterator<Item = u32> + use<'t> {
        let down = self.part.graph.down(node).iter();
        down.filter(|edge| edge.link == Link::PartOf).map(|edge| edge.to)
    }

    /// The members of a group.
    pub(crate) fn members(self, group: u32) -> impl Iterator<Item = u32> + use<'t> {
        let down = self.part.graph.down(group).iter();
        down.filter(|edge| edge.link == Link::MemberOf).map(|edge| edge.to)
    }

    /// The partners to which an element other than an action states a link, by link and then in the order of the plan.
    pub(crate) fn partners_of(self, node: u32) -> impl Iterator<Item = (Link, u32)> + use<'t> {
        let up = self.part.graph.up(node).iter();
        up.filter(|edge| edge.link.role().is_some()).map(|edge| (edge.link, edge.to))
    }

    /// A goal and what lies below it by threads, without some nodes and what hangs on them only.
    pub(crate) fn reach(self, goal: u32, follow: Follow, without: &HashSet<u32>) -> Vec<u32> {
        self.part.lying_below(goal, |edge| {
            edge.link.is_threaded()
                && (follow == Follow::Read || edge.basis != LinkBasis::Read)
                && !without.contains(&edge.to)
        })
    }

    /// The actions that serve one of these nodes.
    pub(crate) fn serving(self, nodes: &[u32]) -> Words {
        let mut words = Words::none(self.part);
        for node in nodes {
            words.add(self.part.masks.get(Key::linked(*node, Link::Serves)));
        }
        words
    }

    /// The actions that serve a goal or something below it.
    pub(crate) fn below(self, goal: u32, follow: Follow) -> Words {
        self.serving(&self.reach(goal, follow, &HashSet::new()))
    }

    /// The actions that state a link to a node.
    pub(crate) fn linked(self, node: u32, link: Link) -> Words {
        let mut words = Words::none(self.part);
        words.add(self.part.masks.get(Key::linked(node, link)));
        words
    }

    fn column(self, column: Column) -> Words {
        let bitmap = self.index.column(column);
        Words::of(self.part.blocks.iter().map(|place| bitmap.word(place.global as usize)).collect())
    }

    pub(crate) fn all(self) -> Words {
        self.column(Column::ALL)
    }

    pub(crate) fn none(self) -> Words {
        Words::none(self.part)
    }

    pub(crate) fn without_lead(self) -> Words {
        self.column(Column::NO_LEAD)
    }

    pub(crate) fn without_partner(self) -> Words {
        self.column(Column::NO_PARTNER)
    }

    pub(crate) fn with_known_cost(self) -> Words {
        self.column(Column::cost(super::block::Known::Amount))
    }

    /// The actions in some states on the day of the trace.
    pub(crate) fn in_states(self, states: impl IntoIterator<Item = ActionState>) -> Words {
        states.into_iter().fold(self.none(), |all, state| all.or(&self.column(Column::state(state))))
    }

    /// The actions that have a day in a year.
    pub(crate) fn in_year(self, year: i32) -> Words {
        let Some((first, last)) = days_of(year) else { return self.none() };
        let word = |place: &super::part::BlockRef| {
            let home = self.index.home(place.global as usize);
            home.map_or(0, |home| {
                let block = &home.block;
                super::block::keep(block.live(), |bit| {
                    block.fact(bit).is_some_and(|fact| fact.touches(first, last))
                })
            })
        };
        Words::of(self.part.blocks.iter().map(word).collect())
    }

    /// The years of the plan, its execution plans and its actions, each once.
    pub(crate) fn years(self) -> Vec<i32> {
        let mut years: HashSet<i32> = HashSet::new();
        let period = self.part.graph.period.map(|(start, end)| (start.year(), end.year()));
        let executions = self.part.executions.iter().map(|one| (one.year, one.last_year));
        period.into_iter().chain(executions).for_each(|(first, last)| years.extend(first..=last));
        for place in &self.part.blocks {
            let facts = self.index.home(place.global as usize).map(|home| home.block.facts());
            for fact in facts.unwrap_or_default() {
                years.extend(super::block::year_of(fact.start)..=super::block::year_of(fact.end));
            }
        }
        let mut years: Vec<i32> = years.into_iter().collect();
        years.sort_unstable();
        years
    }

    /// Whether the plan or one of its execution plans has days in a year.
    pub(crate) fn spans(self, year: i32) -> bool {
        let own =
            self.part.graph.period.is_some_and(|(start, end)| (start.year()..=end.year()).contains(&year));
        own || self.part.executions.iter().any(|one| (one.year..=one.last_year).contains(&year))
    }

    pub(crate) fn has_execution_plan(self) -> bool {
        !self.part.executions.is_empty()
    }

    /// The day on which a decision closed a priority or theme.
    pub(crate) fn closed_on(self, goal: u32) -> Option<Date> {
        self.part.closed.iter().find(|(node, _)| *node == goal).map(|(_, day)| *day)
    }

    /// The advice that is accepted for an element on the day of the trace: code, reason and last day.
    pub(crate) fn exemptions(self, node: u32) -> impl Iterator<Item = (&'t str, &'t str, Option<Date>)> {
        let (id, day) = (self.node(node).map(Node::into_uuid), self.day());
        let holds = move |one: &&Exempted| Some(one.subject) == id && one.holds(day);
        self.part.graph.exemptions.iter().filter(holds).map(|one| (&*one.code, &*one.reason, one.until))
    }

    /// One action.
    pub(crate) fn only(self, position: Position) -> Words {
        let mut words = vec![0; self.part.blocks.len()];
        if let Some(word) = words.get_mut((position / 64) as usize) {
            *word = 1 << (position % 64);
        }
        Words::of(words)
    }

    /// The actions that wait for an action.
    pub(crate) fn waiting_for(self, position: Position) -> Words {
        let waits = |(to, link, _): &&(Position, Link, Position)| *to == position && *link == Link::DependsOn;
        let all = self.part.between.iter().filter(waits);
        all.fold(self.none(), |words, (_, _, from)| words.or(&self.only(*from)))
    }

    /// The nodes that an action serves.
    pub(crate) fn served(self, position: Position) -> Vec<u32> {
        let home = Index::handle(self.part, position).and_then(|handle| self.index.home(block_of(handle)));
        let links = home.map(|home| home.block.links(position % 64)).unwrap_or_default();
        links.iter().filter(|link| link.link() == Link::Serves).map(|link| link.to()).collect()
    }

    /// The actions in the order of the document, with their positions.
    pub(crate) fn actions(self, words: &Words) -> impl Iterator<Item = (Position, ActionView)> {
        let blocks = (0..self.part.executions.len()).flat_map(|execution| self.part.positions(execution));
        let positions = blocks.flat_map(|(local, _)| positions(local as usize, words.word(local as usize)));
        positions.filter_map(move |position| Some((position, self.action(position)?)))
    }

    /// An action as lists name it.
    pub(crate) fn action(self, position: Position) -> Option<ActionView> {
        let handle = Index::handle(self.part, position)?;
        let (block, bit) = (&self.index.home(block_of(handle))?.block, handle & 63);
        let given = |text: &str| Some(text).filter(|text| !text.is_empty()).map(str::to_owned);
        let named = Named {
            kind: Kind::Action,
            id: block.id(bit)?,
            code: given(block.code(bit)),
            title: given(block.title(bit)),
            fictional: block.fact(bit)?.fictional,
        };
        Some(ActionView { named, state: block.state(bit, self.index.today()) })
    }
}
