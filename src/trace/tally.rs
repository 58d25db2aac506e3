//! Numbers over every plan: counted word by word, without names and without memory for each answer.

use super::column::Column;
use super::count::{PillarCount, RoleCount, common, goals, meet, pillars, roles, spread, years};
use super::graph::NodeNo;
use super::index::Index;
use super::join::NONE;
use super::link::Link;
use super::masks::Key;
use super::part::Part;
use super::store::{Bitmap, CHUNK};
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

/// The words of all blocks in the whole trace, made from those of some bitmaps.
fn everywhere<const N: usize>(
    index: &Index,
    bitmaps: [&Bitmap; N],
    join: impl Fn([u64; N]) -> u64,
) -> Vec<u64> {
    let mut all = vec![0; index.chunks.len() * CHUNK];
    for (number, own) in all.chunks_exact_mut(CHUNK).enumerate() {
        let chunks = bitmaps.map(|bitmap| bitmap.chunk(number).unwrap_or(&NONE));
        for (at, word) in own.iter_mut().enumerate() {
            *word = join(chunks.map(|chunk| chunk.get(at).copied().unwrap_or(0)));
        }
    }
    all
}

fn role_tallies(part: &Part, priority: NodeNo, counts: &[RoleCount], tell: &mut impl FnMut(RoleTally)) {
    let Some(Node::Element(ElementId::Priority(priority))) = part.graph.node(priority) else { return };
    for (partner, count) in part.graph.partners.iter().zip(counts).filter(|(_, count)| count.actions > 0) {
        if let Some(Node::Element(ElementId::Partner(partner))) = part.graph.node(*partner) {
            let RoleCount { actions, roles } = *count;
            tell(RoleTally { plan: part.id, priority, partner, actions, roles });
        }
    }
}

fn pillar_tallies(
    part: &Part,
    pillar: NodeNo,
    (years, counts): (&[i32], &[PillarCount]),
    tell: &mut impl FnMut(PillarTally),
) {
    let Some(Node::Element(ElementId::Pillar(pillar))) = part.graph.node(pillar) else { return };
    for (year, count) in years.iter().zip(counts) {
        let PillarCount { actions, partners, led } = *count;
        tell(PillarTally { plan: part.id, pillar, year: *year, actions, partners, led });
    }
}

impl Set<'_> {
    /// How many actions of the set each priority has, counted from the links. Priorities without any are left out. `O(n / 64)`
    /// in the actions of the plans that have some in the set, for each priority.
    pub fn priority_tallies(&self, mut tell: impl FnMut(PlanId, PriorityId, u32)) {
        self.each_plan(|part, only| {
            goals(
                part,
                |kind| kind == Kind::Priority,
                Some(only),
                |priority, _, mask| {
                    let count = mask.count();
                    if count > 0
                        && let Some(Node::Element(ElementId::Priority(priority))) = part.graph.node(priority)
                    {
                        tell(part.id, priority, count);
                    }
                },
            );
        });
    }

    /// The same as [`Trace::role_tallies`] of the actions in the set only, counted from the links. `O(n / 64)` in the
    /// actions of the plans that have some in the set, for each partner and priority of the plan.
    pub fn role_tallies(&self, mut tell: impl FnMut(RoleTally)) {
        self.each_plan(|part, only| {
            roles(part, Some(only), |priority, counts| role_tallies(part, priority, counts, &mut tell));
        });
    }

    /// The same as [`Trace::pillar_tallies`] of the actions in the set only, counted from the links; plans without an action
    /// in the set are left out. `O(n / 64)` in the actions of the other plans, for each partner and pillar of the plan.
    pub fn pillar_tallies(&self, mut tell: impl FnMut(PillarTally)) {
        self.each_plan(|part, only| {
            let years = years(part);
            pillars(part, &years, Some(only), |pillar, counts, _| {
                pillar_tallies(part, pillar, (&years, counts), &mut tell);
            });
        });
    }

    /// Tells the words of the set plan by plan.
    fn each_plan(&self, mut tell: impl FnMut(&Part, &[u64])) {
        let index = &self.trace.index;
        let mut cells: Vec<(u32, u32, u64)> = Vec::with_capacity(self.words.len());
        cells.extend(self.words.iter().filter_map(|(block, word)| {
            index.home(*block as usize).map(|home| (home.plan, home.local, *word))
        }));
        cells.sort_unstable();
        let mut words = Vec::new();
        for cells in cells.chunk_by(|(one, ..), (other, ..)| one == other) {
            let part = cells.first().and_then(|(plan, ..)| index.part(*plan));
            if let Some(part) = part {
                spread(
                    cells.iter().map(|(_, local, word)| (*local as usize, *word)),
                    part.blocks.len(),
                    &mut words,
                );
                tell(part, &words);
            }
        }
    }
}

impl Trace {
    /// How many actions of each priority a partner takes part in, in whatever role, over all plans that have it. Priorities
    /// without any are left out. `O(1)` for each priority of those plans.
    pub fn priorities_of(&self, partner: PartnerId, mut tell: impl FnMut(PlanId, PriorityId, u32)) {
        let mut own = Vec::new();
        for (plan, node) in self.index.nodes(partner.into_uuid()) {
            let Some(part) = self.index.part(plan) else { continue };
            let mut tell = |priority: NodeNo, count: u32| {
                if count > 0
                    && let Some(Node::Element(ElementId::Priority(priority))) = part.graph.node(priority)
                {
                    tell(part.id, priority, count);
                }
            };
            if let Some(kept) = &part.kept {
                let Ok(partner) = part.graph.partners.binary_search(&node) else { continue };
                for (number, priority) in kept.priorities.iter().enumerate() {
                    let count = kept.roles(number, &part.graph).get(partner);
                    tell(*priority, count.map_or(0, |count| count.actions));
                }
            } else if let Some(mask) = part.masks.get(Key::of_partner(node)) {
                spread(mask.cells(), part.blocks.len(), &mut own);
                let is_priority = |kind| kind == Kind::Priority;
                goals(part, is_priority, None, |priority, _, mask| {
                    tell(priority, common(mask.cells(), &own));
                });
            }
        }
    }

    /// How many actions of each priority each partner takes part in, by role: of one plan, or of all. Partners without any
    /// are left out. `O(1)` for each partner and priority of a plan: the counts are kept, but for plans where they would
    /// be far more than the actions. [`Set::role_tallies`] counts some of the actions.
    pub fn role_tallies(&self, plan: Option<PlanId>, mut tell: impl FnMut(RoleTally)) {
        for part in self.parts_of(plan) {
            if let Some(kept) = &part.kept {
                for (number, priority) in kept.priorities.iter().enumerate() {
                    role_tallies(part, *priority, kept.roles(number, &part.graph), &mut tell);
                }
            } else {
                roles(part, None, |priority, counts| role_tallies(part, priority, counts, &mut tell));
            }
        }
    }

    /// For each pillar and each year in which an execution plan begins: how many actions, how many partners, and how many
    /// actions with a lead; of one plan, or of all. Also those with none. `O(1)` for each pillar and year: the counts are
    /// kept, as for [`Trace::role_tallies`]. [`Set::pillar_tallies`] counts some of the actions.
    pub fn pillar_tallies(&self, plan: Option<PlanId>, mut tell: impl FnMut(PillarTally)) {
        for part in self.parts_of(plan) {
            if let Some(kept) = &part.kept {
                for (number, pillar) in kept.pillars.iter().enumerate() {
                    pillar_tallies(part, *pillar, (&kept.years, kept.years_of(number)), &mut tell);
                }
            } else {
                let years = years(part);
                pillars(part, &years, None, |pillar, counts, _| {
                    pillar_tallies(part, pillar, (&years, counts), &mut tell);
                });
            }
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
        let mut nodes = index.nodes(id).peekable();
        let first = nodes.next();
        let is_shared = plan.is_none() && nodes.peek().is_some();
        let wide = is_shared.then(|| index.wide(id, Link::LedBy as u8)).flatten();
        let both = wide.map(|own| {
            let lost = everywhere(index, [own, one, off[0], off[1]], |[own, one, a, b]| own & one & !a & !b);
            let led =
                everywhere(index, [all, none, off[0], off[1]], |[all, none, a, b]| all & !none & !a & !b);
            (lost, led)
        });
        let mut losses = Losses { trace: self, words: Vec::new(), goals: Vec::new(), priorities: Vec::new() };
        if let Some((lost, _)) = &both {
            let words = (0..).zip(lost).filter(|(_, word)| **word != 0);
            losses.words.extend(words.map(|(block, word)| (block, *word)));
        }
        let word_at = |words: &[u64], block: u32| words.get(block as usize).copied().unwrap_or(0);
        let (mut lost, mut kept) = (Vec::new(), Vec::new());
        for (number, node) in first.into_iter().chain(nodes) {
            let Some(part) = index.part(number).filter(|part| plan.is_none_or(|plan| plan == part.id)) else {
                continue;
            };
            let blocks = || part.blocks.iter().map(|place| place.global);
            kept.clear();
            if let Some((gone, led)) = &both {
                lost.clear();
                lost.extend(blocks().map(|block| word_at(gone, block)));
                kept.extend(blocks().zip(&lost).map(|(block, lost)| word_at(led, block) & !lost));
            } else {
                let Some(mask) = part.masks.get(Key::linked(node, Link::LedBy)) else { continue };
                spread(mask.cells(), part.blocks.len(), &mut lost);
                for (lost, block) in lost.iter_mut().zip(blocks()) {
                    let at = block as usize;
                    let alive = all.word(at) & !off[0].word(at) & !off[1].word(at);
                    *lost &= one.word(at) & alive;
                    kept.push(alive & !none.word(at) & !*lost);
                    if *lost != 0 {
                        losses.words.push((block, *lost));
                    }
                }
            }
            if lost.iter().all(|word| *word == 0) {
                continue;
            }
            goals(
                part,
                |_| true,
                None,
                |node, kind, mask| {
                    if meet(mask, &lost) {
                        if kind == Kind::Priority {
                            losses.priorities.push((number, node));
                        }
                        if !meet(mask, &kept) {
                            losses.goals.push((number, node));
                        }
                    }
                },
            );
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
