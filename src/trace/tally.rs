//! Numbers over every plan: counted word by word, without names and without memory for each answer.

use super::column::Column;
use super::graph::NodeNo;
use super::link::Link;
use super::masks::{ANY_ROLE, Key};
use super::part::Part;
use super::{Node, Set, Trace};
use crate::entity::Role;
use crate::id::{ElementId, PartnerId, PillarId, PlanId, PriorityId};
use crate::kind::Kind;

/// How many actions of a priority a partner takes part in, in each role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct RoleTally {
    /// The plan.
    pub plan: PlanId,
    /// The priority.
    pub priority: PriorityId,
    /// The partner.
    pub partner: PartnerId,
    /// How many actions, each once.
    pub actions: u32,
    /// How many in each role, in the order of [`Role::ALL`].
    pub roles: [u32; Role::ALL.len()],
}

/// What a pillar has in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct PillarTally {
    /// The plan.
    pub plan: PlanId,
    /// The pillar.
    pub pillar: PillarId,
    /// The year in which the execution plan begins.
    pub year: i32,
    /// How many actions of execution plans of that year.
    pub actions: u32,
    /// How many partners take part in them, each once.
    pub partners: u32,
    /// How many of the actions have a lead.
    pub led: u32,
}

/// What is lost when a partner leaves: numbers only. The analysis `impact` gives names.
#[derive(Debug, Clone)]
#[must_use]
pub struct Losses<'t> {
    trace: &'t Trace,
    words: Vec<(u32, u64)>,
    goals: Vec<(u32, NodeNo)>,
    priorities: Vec<(u32, NodeNo)>,
}

impl<'t> Losses<'t> {
    /// The actions that lose their only lead.
    pub fn without_lead(&self) -> Set<'t> {
        Set::of_words(self.trace, self.words.clone())
    }

    /// How many actions lose their only lead.
    #[must_use]
    pub fn action_count(&self) -> u64 {
        self.words.iter().map(|(_, word)| u64::from(word.count_ones())).sum()
    }

    /// The priorities, pillars and themes that had an action with a lead and have none after.
    #[must_use]
    pub fn without_led_action(&self) -> impl ExactSizeIterator<Item = Node> + Clone + use<'_> {
        self.goals.iter().map(|at| self.node(*at))
    }

    /// The priorities below which an action loses its only lead.
    #[must_use]
    pub fn priorities(&self) -> impl ExactSizeIterator<Item = Node> + Clone + use<'_> {
        self.priorities.iter().map(|at| self.node(*at))
    }

    fn node(&self, (plan, node): (u32, NodeNo)) -> Node {
        let part = self.trace.index.part(plan);
        let found = part.and_then(|part| part.graph.node(node));
        // Every number came from the same trace.
        found.unwrap_or(Node::Power(""))
    }
}

/// A word of actions and its block in the plan.
type Cell = (usize, u64);

/// Tells the actions below each priority, pillar and theme of a plan, in the order of the document.
fn goals(part: &Part, mut tell: impl FnMut(NodeNo, Kind, &[Cell])) {
    let mut cells: Vec<Cell> = Vec::new();
    for (goal, kind) in &part.graph.goals {
        cells.clear();
        if part.graph.keeps_closures() {
            cells.extend(part.masks.get(Key::below(*goal)).unwrap_or_default().cells());
        } else {
            cells.extend(part.below(*goal).into_iter().enumerate().filter(|(_, word)| *word != 0));
        }
        tell(*goal, *kind, &cells);
    }
}

/// Gives words the actions of cells.
fn spread(cells: impl Iterator<Item = Cell>, width: usize, words: &mut Vec<u64>) {
    words.clear();
    words.resize(width, 0);
    for (block, own) in cells {
        if let Some(word) = words.get_mut(block) {
            *word |= own;
        }
    }
}

/// How many are in both.
fn common(cells: impl Iterator<Item = Cell>, words: &[u64]) -> u32 {
    let both = cells.filter_map(|(block, own)| Some(own & words.get(block)?));
    // Most have nothing in common, and counting bits takes longer than looking.
    both.filter(|both| *both != 0).map(u64::count_ones).sum()
}

/// Whether some are in both.
fn meet(cells: &[Cell], words: &[u64]) -> bool {
    cells.iter().any(|(block, own)| words.get(*block).is_some_and(|word| own & word != 0))
}

/// What partners of a plan do, block by block.
#[derive(Default)]
struct Hands {
    /// Where in `cells` each block ends.
    ends: Vec<u32>,
    /// The number of a partner, and the actions that it does something for.
    cells: Vec<(u32, u64)>,
}

impl Hands {
    fn read(&mut self, part: &Part) {
        let partners = || (0..).zip(&part.graph.partners);
        let all = || {
            let mask = |partner: &NodeNo| part.masks.get(Key::of_partner(*partner)).unwrap_or_default();
            partners()
                .flat_map(move |(number, partner)| mask(partner).cells().map(move |cell| (number, cell)))
        };
        self.ends.clear();
        self.ends.resize(part.blocks.len() + 1, 0);
        let mut length = 0;
        for (_, (block, _)) in all() {
            length += 1;
            // Where the block begins, for now.
            if let Some(next) = self.ends.get_mut(block + 1) {
                *next += 1;
            }
        }
        let mut sum = 0;
        for end in &mut self.ends {
            sum += *end;
            *end = sum;
        }
        self.cells.clear();
        self.cells.resize(length, (0, 0));
        for (number, (block, word)) in all() {
            let Some(end) = self.ends.get_mut(block) else { continue };
            if let Some(cell) = self.cells.get_mut(*end as usize) {
                *cell = (number, word);
            }
            *end += 1;
        }
    }

    fn at(&self, block: usize) -> &[(u32, u64)] {
        let end = |block: usize| self.ends.get(block).map_or(0, |end| *end as usize);
        self.cells.get(block.checked_sub(1).map_or(0, end)..end(block)).unwrap_or_default()
    }
}

impl Trace {
    /// How many actions of each priority a partner takes part in, in whatever role, over all plans that have it. Priorities
    /// without any are left out. `O(n / 64)` in the actions, for each priority of their plan.
    pub fn priorities_of(&self, partner: PartnerId, mut tell: impl FnMut(PlanId, PriorityId, u32)) {
        let mut own = Vec::new();
        for (plan, node) in self.index.nodes(partner.into_uuid()) {
            let Some(part) = self.index.part(plan) else { continue };
            let Some(mask) = part.masks.get(Key::of_partner(node)) else { continue };
            spread(mask.cells(), part.blocks.len(), &mut own);
            goals(part, |node, kind, cells| {
                if kind != Kind::Priority {
                    return;
                }
                let count = common(cells.iter().copied(), &own);
                if count > 0
                    && let Some(Node::Element(ElementId::Priority(priority))) = part.graph.node(node)
                {
                    tell(part.id, priority, count);
                }
            });
        }
    }

    /// How many actions of each priority each partner takes part in, by role: of one plan, or of all. Partners without any
    /// are left out. `O(n / 64)` in the actions, for each partner and priority of their plan.
    pub fn role_tallies(&self, plan: Option<PlanId>, mut tell: impl FnMut(RoleTally)) {
        let mut row = Vec::new();
        for part in self.parts_of(plan) {
            goals(part, |node, kind, cells| {
                let Some(Node::Element(ElementId::Priority(priority))) = part.graph.node(node) else {
                    return;
                };
                debug_assert_eq!(kind, Kind::Priority);
                spread(cells.iter().copied(), part.blocks.len(), &mut row);
                for partner in &part.graph.partners {
                    let masks = part.masks.of(*partner);
                    let any = masks.clone().find(|(how, _)| *how == ANY_ROLE).map(|(_, mask)| mask);
                    let actions = any.map_or(0, |mask| common(mask.cells(), &row));
                    if actions == 0 {
                        continue;
                    }
                    let mut roles = [0; Role::ALL.len()];
                    masks.for_each(|(how, mask)| {
                        let role = Link::ALL.get(usize::from(how)).and_then(|link| link.role());
                        if let Some(count) = role.and_then(|role| roles.get_mut(role as usize)) {
                            *count = common(mask.cells(), &row);
                        }
                    });
                    if let Some(Node::Element(ElementId::Partner(partner))) = part.graph.node(*partner) {
                        tell(RoleTally { plan: part.id, priority, partner, actions, roles });
                    }
                }
            });
        }
    }

    /// For each pillar and each year in which an execution plan begins: how many actions, how many partners, and how many
    /// actions with a lead; of one plan, or of all. Also those with none. `O(n / 64)` in the actions, for each pillar
    /// and partner of their plan.
    pub fn pillar_tallies(&self, plan: Option<PlanId>, mut tell: impl FnMut(PillarTally)) {
        let no_lead = self.index.column(Column::NO_LEAD);
        let mut hands = Hands::default();
        let mut led: Vec<u64> = Vec::new();
        let mut years: Vec<i32> = Vec::new();
        let mut tallies: Vec<PillarTally> = Vec::new();
        let mut seen: Vec<u64> = Vec::new();
        for part in self.parts_of(plan) {
            hands.read(part);
            led.clear();
            led.extend(part.blocks.iter().map(|place| !no_lead.word(place.global as usize)));
            years.clear();
            years.extend(part.executions.iter().map(|execution| execution.year));
            years.sort_unstable();
            years.dedup();
            let year_of = |block: usize| {
                let place = part.blocks.get(block)?;
                let year = part.executions.get(place.execution as usize)?.year;
                years.binary_search(&year).ok()
            };
            let width = part.graph.partners.len().div_ceil(64).max(1);
            goals(part, |node, _, cells| {
                let Some(Node::Element(ElementId::Pillar(pillar))) = part.graph.node(node) else { return };
                let none = |year: &i32| PillarTally {
                    plan: part.id,
                    pillar,
                    year: *year,
                    actions: 0,
                    partners: 0,
                    led: 0,
                };
                tallies.clear();
                tallies.extend(years.iter().map(none));
                seen.clear();
                seen.resize(years.len() * width, 0);
                for (block, word) in cells {
                    let Some(year) = year_of(*block) else { continue };
                    let seen = seen.get_mut(year * width..(year + 1) * width).unwrap_or_default();
                    for (partner, _) in hands.at(*block).iter().filter(|(_, own)| own & word != 0) {
                        if let Some(seen) = seen.get_mut(*partner as usize / 64) {
                            *seen |= 1 << (partner % 64);
                        }
                    }
                    if let Some(tally) = tallies.get_mut(year) {
                        tally.actions += word.count_ones();
                        tally.led += (word & led.get(*block).unwrap_or(&0)).count_ones();
                    }
                }
                for (tally, seen) in tallies.iter().zip(seen.chunks_exact(width)) {
                    let partners = seen.iter().map(|word| word.count_ones()).sum();
                    tell(PillarTally { partners, ..*tally });
                }
            });
        }
    }

    /// What is lost when a partner leaves one plan, or all, without names. Cancelled and withdrawn actions count nowhere.
    /// `O(n / 64)` in the actions of the plans that have it, for each goal of theirs.
    pub fn losses(&self, partner: PartnerId, plan: Option<PlanId>) -> Losses<'_> {
        use crate::lifecycle::ActionState::{Cancelled, Withdrawn};
        let index = &*self.index;
        let id = partner.into_uuid();
        let column = |column| index.column(column);
        let off = [column(Column::state(Cancelled)), column(Column::state(Withdrawn))];
        let (one, none, all) = (column(Column::ONE_LEAD), column(Column::NO_LEAD), column(Column::ALL));
        let mut losses = Losses { trace: self, words: Vec::new(), goals: Vec::new(), priorities: Vec::new() };
        let (mut lost, mut kept) = (Vec::new(), Vec::new());
        for (number, node) in index.nodes(id) {
            let Some(part) = index.part(number).filter(|part| plan.is_none_or(|plan| plan == part.id)) else {
                continue;
            };
            let Some(mask) = part.masks.get(Key::linked(node, Link::LedBy)) else { continue };
            let alive = |block: usize| all.word(block) & !off[0].word(block) & !off[1].word(block);
            let gone = mask.cells().filter_map(|(local, word)| {
                let block = part.blocks.get(local)?.global;
                let word = word & one.word(block as usize) & alive(block as usize);
                (word != 0).then_some((local, (block, word)))
            });
            let before = losses.words.len();
            losses.words.extend(gone.clone().map(|(_, cell)| cell));
            if losses.words.len() == before {
                continue;
            }
            spread(gone.map(|(local, (_, word))| (local, word)), part.blocks.len(), &mut lost);
            kept.clear();
            kept.extend(part.blocks.iter().zip(&lost).map(|(place, lost)| {
                alive(place.global as usize) & !none.word(place.global as usize) & !lost
            }));
            goals(part, |node, kind, cells| {
                if meet(cells, &lost) {
                    if kind == Kind::Priority {
                        losses.priorities.push((number, node));
                    }
                    if !meet(cells, &kept) {
                        losses.goals.push((number, node));
                    }
                }
            });
        }
        losses
    }

    /// One plan of the trace, or all.
    fn parts_of(&self, plan: Option<PlanId>) -> impl Iterator<Item = &Part> {
        let one = plan.map(|plan| self.index.plan(plan).and_then(|number| self.index.part(number)));
        let (one, all) = match one {
            Some(one) => (one, None),
            None => (None, Some(self.index.parts().map(|(_, part)| part))),
        };
        one.into_iter().chain(all.into_iter().flatten()).map(|part| &**part)
    }
}
