//! From a filter to what it means in this trace: every id, code and name is found, or the filter is refused.

use std::collections::{BTreeMap, HashSet};

use uuid::Uuid;

use super::block::{Day, Known, keep, number_of};
use super::column::Column;
use super::filter::{CostTest, Facet, Filter, FilterError, FilterWord, Gap, Mark};
use super::graph::NodeNo;
use super::index::{Index, days_of};
use super::link::Link;
use super::masks::{ANY_ROLE, BELOW, Key, Mask};
use super::node::Node;
use super::part::Part;
use super::store::{Bitmap, Handle};
use super::wide::is_shared;
use crate::kind::Kind;
use crate::lifecycle::ActionState;

/// A filter that can't be asked of this trace.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum QueryError {
    /// The filter itself is at fault.
    #[error(transparent)]
    Filter(#[from] FilterError),
    /// Nothing of the kinds that the condition takes is called so.
    #[error("`{word}` finds nothing that is called `{mark}`")]
    Unknown {
        /// The word of the condition.
        word: FilterWord,
        /// What it names.
        mark: String,
    },
    /// The sets are of different traces, or of different versions of one.
    #[error("the sets are of different traces")]
    ForeignSet,
}

/// One condition, found in the trace.
#[derive(Debug, Clone)]
pub(super) enum Leaf<'t> {
    /// All of a bitmap; of several, what is in one of them at least.
    Wide(Vec<&'t Bitmap>),
    /// By plan: what is in one of the masks at least.
    Masks(Vec<(u32, Vec<Mask<'t>>)>),
    /// Masks of so many plans that they were gathered into a bitmap.
    Gathered(Bitmap),
    Plans(Vec<u32>),
    /// Execution plans, by plan and number.
    Executions(Vec<(u32, u32)>),
    Handles(Vec<Handle>),
    /// The actions are looked at one by one.
    Scan(Scan),
}

/// A condition that asks each action.
#[derive(Debug, Clone)]
pub(super) enum Scan {
    Days { first: Day, last: Day, year: Option<i32> },
    Cost { from: u64, to: u64 },
    Title(String),
}

/// A filter, found in the trace.
#[derive(Debug, Clone)]
pub(super) enum Bound<'t> {
    All(Vec<Bound<'t>>),
    Any(Vec<Bound<'t>>),
    Not(Box<Bound<'t>>),
    Is(Leaf<'t>, String),
}

pub(super) fn bind<'t>(index: &'t Index, filter: &Filter) -> Result<Bound<'t>, QueryError> {
    filter.check()?;
    bound(index, filter)
}

/// Recursion is as deep as the filter, which was checked to be shallow.
fn bound<'t>(index: &'t Index, filter: &Filter) -> Result<Bound<'t>, QueryError> {
    Ok(match filter {
        Filter::All(parts) => {
            Bound::All(parts.iter().map(|part| bound(index, part)).collect::<Result<_, _>>()?)
        }
        Filter::Any(parts) => {
            Bound::Any(parts.iter().map(|part| bound(index, part)).collect::<Result<_, _>>()?)
        }
        Filter::Not(part) => Bound::Not(Box::new(bound(index, part)?)),
        Filter::Is(facet) => Bound::Is(leaf(index, facet)?, facet.to_string()),
    })
}

fn leaf<'t>(index: &'t Index, facet: &Facet) -> Result<Leaf<'t>, QueryError> {
    let column = |column| Leaf::Wide(vec![index.column(column)]);
    let word = facet.word();
    Ok(match facet {
        Facet::Serves(mark) => {
            let kinds = [
                Kind::Objective,
                Kind::Pillar,
                Kind::Priority,
                Kind::Theme,
                Kind::Principle,
                Kind::AcuteIssue,
            ];
            below(index, found(index, word, mark, |node| is_of(node, &kinds))?)
        }
        Facet::Answers(mark) => {
            let kinds = [Kind::Framework, Kind::FrameworkItem];
            below(index, found(index, word, mark, |node| is_of(node, &kinds))?)
        }
        Facet::Topic(mark) => topic(index, found(index, word, mark, |node| is_of(node, &[Kind::Topic]))?),
        Facet::Partner { role, partner } => {
            let nodes = found(index, word, partner, |node| is_of(node, &[Kind::Partner]))?;
            match role {
                Some(role) => linked(index, nodes, Link::of_role(*role)),
                None => hanging(index, nodes, ANY_ROLE, |part, node, into| {
                    into.extend(part.masks.get(Key::of_partner(node)));
                }),
            }
        }
        Facet::Area(mark) => area(index, found(index, word, mark, |node| is_of(node, &[Kind::Area]))?),
        Facet::Indicator(mark) => {
            let nodes = found(index, word, mark, |node| is_of(node, &[Kind::Indicator]))?;
            linked(index, nodes, Link::MeasuredBy)
        }
        Facet::From(mark) => {
            let kinds = [
                Kind::AnalysisFinding,
                Kind::EvaluationFinding,
                Kind::Decision,
                Kind::AcuteIssue,
                Kind::FrameworkItem,
            ];
            linked(index, found(index, word, mark, |node| is_of(node, &kinds))?, Link::OriginatesFrom)
        }
        Facet::Power(code) => {
            let mark = Mark::Code(code.to_string());
            let is_power = |node: Node| matches!(node, Node::Power(_));
            let known = crate::power::POWERS.iter().any(|power| power.code == code.as_str());
            match found(index, word, &mark, is_power) {
                Ok(nodes) => linked(index, nodes, Link::Uses),
                // A power of the table that no plan uses is known, and finds nothing.
                Err(_) if known => Leaf::Handles(Vec::new()),
                Err(error) => return Err(error),
            }
        }
        Facet::Action(mark) => actions(index, mark)?,
        Facet::ExecutionPlan(mark) => {
            let nodes = found(index, word, mark, |node| is_of(node, &[Kind::ExecutionPlan]))?;
            let number = |(plan, node): (u32, NodeNo)| Some((plan, index.part(plan)?.execution_of(node)?));
            let mut all: Vec<_> = nodes.of(index).into_iter().filter_map(number).collect();
            all.sort_unstable();
            Leaf::Executions(all)
        }
        Facet::Plan(mark) => {
            let nodes = found(index, word, mark, |node| is_of(node, &[Kind::Plan]))?;
            Leaf::Plans(nodes.of(index).into_iter().map(|(plan, _)| plan).collect())
        }
        Facet::Municipality(mark) => municipality(index, mark)?,
        Facet::Item(heading) => item(index, heading)?,
        Facet::Year(year) => {
            let (first, last) = days_of(*year).unwrap_or((1, 0));
            Leaf::Scan(Scan::Days { first, last, year: Some(*year) })
        }
        Facet::Period { start, end } => {
            Leaf::Scan(Scan::Days { first: number_of(*start), last: number_of(*end), year: None })
        }
        Facet::Title(text) => Leaf::Scan(Scan::Title(text.to_lowercase())),
        Facet::Status(state) => column(Column::state(*state)),
        Facet::Approach(approach) => column(Column::approach(*approach)),
        Facet::Funding(source) => column(Column::funding(*source)),
        Facet::Origin(origin) => column(Column::origin(*origin)),
        Facet::Disclosure(level) => column(Column::disclosure(*level)),
        Facet::Cost(CostTest::Known) => column(Column::cost(Known::Amount)),
        Facet::Cost(CostTest::Unknown) => column(Column::cost(Known::Unknown)),
        Facet::Cost(CostTest::Unstated) | Facet::Gap(Gap::NoCost) => column(Column::cost(Known::Unstated)),
        Facet::Cost(CostTest::Between { from, to }) => {
            Leaf::Scan(Scan::Cost { from: from.unwrap_or(0), to: to.unwrap_or(u64::MAX) })
        }
        Facet::Gap(Gap::NoLead) => column(Column::NO_LEAD),
        Facet::Gap(Gap::NoPartner) => column(Column::NO_PARTNER),
        Facet::Gap(Gap::NoIndicator) => column(Column::NO_INDICATOR),
        Facet::Gap(Gap::Late) => column(Column::LATE),
        Facet::Gap(Gap::CarriedOver) => column(Column::state(ActionState::CarriedOver)),
        Facet::Gap(Gap::Exempt) => column(Column::EXEMPT),
    })
}

/// The plans of a municipality; their execution plans, where not all of these are of it too.
fn municipality<'t>(index: &'t Index, mark: &Mark) -> Result<Leaf<'t>, QueryError> {
    let is = |(code, name): &(Box<str>, Box<str>)| match mark {
        Mark::Code(text) => **code == **text,
        Mark::Name(text) => **name == **text,
        Mark::Id(_) => false,
    };
    let (mut plans, mut executions, mut whole) = (Vec::new(), Vec::new(), true);
    for (plan, part) in index.parts() {
        let named: Vec<u32> = (0..)
            .zip(&part.graph.municipalities)
            .filter(|(_, own)| is(own))
            .map(|(number, _)| number)
            .collect();
        if named.is_empty() {
            continue;
        }
        plans.push(plan);
        for (number, execution) in (0..).zip(&part.executions) {
            let of = named.iter().any(|municipality| execution.is_of(*municipality));
            executions.extend(of.then_some((plan, number)));
            whole &= of;
        }
    }
    if plans.is_empty() {
        return Err(unknown(FilterWord::Municipality, mark));
    }
    Ok(if whole { Leaf::Plans(plans) } else { Leaf::Executions(executions) })
}

/// The actions under a heading.
fn item<'t>(index: &'t Index, heading: &str) -> Result<Leaf<'t>, QueryError> {
    let of = |(plan, part): (u32, &'t std::sync::Arc<Part>)| {
        let mask = part.masks.get(Key::item(part.item(heading)?))?;
        Some((plan, vec![mask]))
    };
    let masks: Vec<_> = index.parts().filter_map(of).collect();
    if masks.is_empty() {
        return Err(QueryError::Unknown { word: FilterWord::Item, mark: quoted(heading) });
    }
    Ok(Leaf::Masks(masks))
}

fn is_of(node: Node, kinds: &[Kind]) -> bool {
    node.kind().is_some_and(|kind| kinds.contains(&kind))
}

fn quoted(name: &str) -> String {
    Mark::Name(name.chars().take(60).collect()).to_string()
}

fn unknown(word: FilterWord, mark: &Mark) -> QueryError {
    let mark = match mark {
        Mark::Name(name) => quoted(name),
        other => other.to_string(),
    };
    QueryError::Unknown { word, mark }
}

/// What a mark names.
enum Found {
    /// An element of which bitmaps are kept, because many plans share it.
    Wide(Uuid),
    /// Nodes by plan: of what plans share, in every plan.
    Nodes(Vec<(u32, NodeNo)>),
}

impl Found {
    fn of(self, index: &Index) -> Vec<(u32, NodeNo)> {
        match self {
            Self::Wide(id) => index.nodes(id).collect(),
            Self::Nodes(nodes) => nodes,
        }
    }
}

/// What a mark names, of what the condition takes.
fn found(
    index: &Index,
    word: FilterWord,
    mark: &Mark,
    takes: impl Fn(Node) -> bool,
) -> Result<Found, QueryError> {
    let is_taken = |(plan, node): &(u32, NodeNo)| {
        index.part(*plan).and_then(|part| part.graph.node(*node)).is_some_and(&takes)
    };
    let mut all: Vec<(u32, NodeNo)> = match mark {
        // Those that share an id agree on the kind, so the first tells.
        Mark::Id(id) if index.is_wide(*id) && index.nodes(*id).take(1).any(|first| is_taken(&first)) => {
            return Ok(Found::Wide(*id));
        }
        Mark::Id(id) => index.nodes(*id).collect(),
        Mark::Code(code) => index
            .parts()
            .flat_map(|(plan, part)| part.graph.coded(code).map(move |node| (plan, node)))
            .collect(),
        Mark::Name(name) => index
            .parts()
            .flat_map(|(plan, part)| part.graph.titled(name).map(move |node| (plan, node)))
            .collect(),
    };
    all.retain(is_taken);
    if all.is_empty() {
        return Err(unknown(word, mark));
    }
    if !matches!(mark, Mark::Id(_)) {
        share(index, &mut all);
    }
    all.sort_unstable();
    all.dedup();
    let wide = shared_id(index, &all).filter(|id| index.is_wide(*id));
    Ok(wide.map_or(Found::Nodes(all), Found::Wide))
}

/// Adds what is the same element in other plans, which may call it otherwise.
fn share(index: &Index, all: &mut Vec<(u32, NodeNo)>) {
    let node = |(plan, node): &(u32, NodeNo)| index.part(*plan)?.graph.node(*node);
    let shared: HashSet<Uuid> =
        all.iter().filter_map(node).filter(|node| is_shared(*node)).map(Node::into_uuid).collect();
    all.extend(shared.into_iter().flat_map(|id| index.nodes(id)));
}

/// The one element that all these are, if it is one.
fn shared_id(index: &Index, nodes: &[(u32, NodeNo)]) -> Option<Uuid> {
    let id = |(plan, node): &(u32, NodeNo)| Some(index.part(*plan)?.graph.node(*node)?.into_uuid());
    let first = id(nodes.first()?)?;
    nodes.iter().all(|node| id(node) == Some(first)).then_some(first)
}

/// The actions that hang on what was found in some way.
fn hanging<'t>(
    index: &'t Index,
    found: Found,
    how: u8,
    tell: impl Fn(&'t Part, NodeNo, &mut Vec<Mask<'t>>),
) -> Leaf<'t> {
    match found {
        Found::Wide(id) => Leaf::Wide(index.wide(id, how).into_iter().collect()),
        Found::Nodes(nodes) => masks(index, &nodes, tell),
    }
}

/// The actions that state a link to what was found.
fn linked(index: &Index, found: Found, link: Link) -> Leaf<'_> {
    hanging(index, found, link as u8, |part, node, into| into.extend(part.masks.get(Key::linked(node, link))))
}

/// The actions that serve what was found or something below it.
fn below(index: &Index, found: Found) -> Leaf<'_> {
    hanging(index, found, BELOW, |part, node, into| into.extend(part.masks_below(node)))
}

/// The actions that serve the topics, or something that names them, or something below that.
fn topic(index: &Index, found: Found) -> Leaf<'_> {
    masks(index, &found.of(index), |part, node, into| {
        into.extend(part.masks_below(node));
        for edge in part.graph.down(node).iter().filter(|edge| edge.link == Link::Concerns) {
            into.extend(part.masks_below(edge.to));
        }
    })
}

/// The actions in the areas, and in areas within them.
fn area(index: &Index, found: Found) -> Leaf<'_> {
    masks(index, &found.of(index), |part, node, into| {
        let areas = within(part, node).into_iter();
        into.extend(areas.filter_map(|area| part.masks.get(Key::linked(area, Link::InArea))));
    })
}

/// An area with those that lie within it. What lies within goes in no circle.
pub(super) fn within(part: &Part, area: NodeNo) -> Vec<NodeNo> {
    let mut all = vec![area];
    let mut next = 0;
    while let Some(area) = all.get(next).copied() {
        next += 1;
        all.extend(part.graph.down(area).iter().filter(|edge| edge.link == Link::Within).map(|edge| edge.to));
    }
    all
}

fn masks<'t>(
    index: &'t Index,
    nodes: &[(u32, NodeNo)],
    tell: impl Fn(&'t Part, NodeNo, &mut Vec<Mask<'t>>),
) -> Leaf<'t> {
    let mut all: BTreeMap<u32, Vec<Mask<'t>>> = BTreeMap::new();
    for (plan, node) in nodes {
        if let Some(part) = index.part(*plan) {
            tell(part, *node, all.entry(*plan).or_default());
        }
    }
    Leaf::Masks(all.into_iter().collect())
}

fn actions<'t>(index: &Index, mark: &Mark) -> Result<Leaf<'t>, QueryError> {
    let all: Vec<Handle> = match mark {
        Mark::Id(id) => index.action(*id).into_iter().collect(),
        Mark::Code(text) | Mark::Name(text) => {
            let is_code = matches!(mark, Mark::Code(_));
            let homes = (0_u32..).zip(index.blocks.iter());
            homes
                .flat_map(|(global, home)| {
                    let block = &home.block;
                    let named = keep(block.live(), |bit| {
                        text == if is_code { block.code(bit) } else { block.title(bit) }
                    });
                    super::store::bits(named).map(move |bit| global * 64 + bit)
                })
                .collect()
        }
    };
    if all.is_empty() { Err(unknown(FilterWord::Action, mark)) } else { Ok(Leaf::Handles(all)) }
}

/// What a leaf costs to ask, roughly: bitmaps before masks before single actions.
pub(super) fn weight(bound: &Bound<'_>) -> u8 {
    match bound {
        Bound::Is(Leaf::Plans(_) | Leaf::Executions(_) | Leaf::Handles(_), _) => 0,
        Bound::Is(Leaf::Scan(Scan::Days { year: Some(_), .. }), _) => 1,
        Bound::Is(Leaf::Wide(_) | Leaf::Gathered(_), _) => 2,
        Bound::Is(Leaf::Masks(_), _) => 3,
        Bound::All(parts) | Bound::Any(parts) => parts.iter().map(weight).max().unwrap_or(0).max(4),
        Bound::Not(part) => weight(part).max(4),
        Bound::Is(Leaf::Scan(Scan::Days { .. }), _) => 5,
        Bound::Is(Leaf::Scan(Scan::Cost { .. }), _) => 6,
        Bound::Is(Leaf::Scan(Scan::Title(_)), _) => 7,
    }
}
