//! Numbers over every plan: counted word by word, without names and without memory for each answer.

use super::column::Column;
use super::graph::NodeNo;
use super::index::Index;
use super::link::Link;
use super::part::{BlockRef, Key, Part};
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

const NONE: [u64; CHUNK] = [0; CHUNK];

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

fn word_at(words: &[u64], place: BlockRef) -> u64 {
    words.get(place.global as usize).copied().unwrap_or(0)
}

fn common(own: &[u64], others: &[u64]) -> u32 {
    // Most words have nothing in common, and counting bits takes longer than looking.
    let both = own.iter().zip(others).map(|(own, other)| own & other).filter(|word| *word != 0);
    both.map(u64::count_ones).sum()
}

fn meet(own: &[u64], others: &[u64]) -> bool {
    own.iter().zip(others).fold(0, |all, (own, other)| all | own & other) != 0
}

/// The actions of a plan that hang on a partner: in any role, and in each role the words that aren't empty.
#[derive(Default)]
struct Hands {
    any: Vec<u64>,
    roles: Vec<(Role, u32, u64)>,
    row: Vec<u64>,
}

impl Hands {
    fn read(&mut self, part: &Part, partner: NodeNo) {
        self.roles.clear();
        self.any.clear();
        self.any.resize(part.blocks.len(), 0);
        for (key, mask) in part.masks_of(partner) {
            let role = key.node().and_then(|(_, what)| Link::ALL.get(usize::from(what))?.role());
            let Some(role) = role else { continue };
            self.row.clear();
            self.row.resize(part.blocks.len(), 0);
            mask.or_into(0, &mut self.row);
            for ((block, word), any) in (0..).zip(&self.row).zip(&mut self.any) {
                if *word != 0 {
                    *any |= word;
                    self.roles.push((role, block, *word));
                }
            }
        }
    }

    /// How many of some actions in each role.
    fn counts(&self, row: &[u64]) -> [u32; Role::ALL.len()] {
        let mut counts = [0; Role::ALL.len()];
        for (role, block, word) in &self.roles {
            let both = row.get(*block as usize).map_or(0, |own| own & word);
            if both != 0
                && let Some(count) = counts.get_mut(*role as usize)
            {
                *count += both.count_ones();
            }
        }
        counts
    }
}

impl Trace {
    /// How many actions of each priority a partner takes part in, in whatever role, over all plans that have it. Priorities
    /// without any are left out. `O(n / 64)` in the actions, for each priority of their plan.
    pub fn priorities_of(&self, partner: PartnerId, mut tell: impl FnMut(PlanId, PriorityId, u32)) {
        let index = &*self.index;
        let id = partner.into_uuid();
        let wide = |role: &Role| index.wide(id, Link::of_role(*role) as u8);
        let wide: Option<Vec<&Bitmap>> = Role::ALL.iter().map(wide).collect();
        let any = wide.and_then(|wide| <[&Bitmap; Role::ALL.len()]>::try_from(wide).ok());
        let any = any.map(|any| everywhere(index, any, |words| words.iter().fold(0, |all, own| all | own)));
        let mut hands = Hands::default();
        for (plan, node) in index.nodes(id) {
            let Some(part) = index.part(plan) else { continue };
            match &any {
                Some(any) => {
                    hands.any.clear();
                    hands.any.extend(part.blocks.iter().map(|place| word_at(any, *place)));
                }
                None => hands.read(part, node),
            }
            if hands.any.iter().all(|word| *word == 0) {
                continue;
            }
            part.goals.rows(part, |node, kind, row| {
                if kind != Kind::Priority {
                    return;
                }
                let count = common(row, &hands.any);
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
        let mut hands = Hands::default();
        for part in self.parts_of(plan) {
            for (partner, node) in part.graph.nodes() {
                let Node::Element(ElementId::Partner(id)) = node else { continue };
                hands.read(part, partner);
                if hands.any.iter().all(|word| *word == 0) {
                    continue;
                }
                part.goals.rows(part, |node, kind, row| {
                    if kind != Kind::Priority {
                        return;
                    }
                    let actions = common(row, &hands.any);
                    if actions == 0 {
                        return;
                    }
                    let roles = hands.counts(row);
                    if let Some(Node::Element(ElementId::Priority(priority))) = part.graph.node(node) {
                        tell(RoleTally { plan: part.id, priority, partner: id, actions, roles });
                    }
                });
            }
        }
    }

    /// For each pillar and each year in which an execution plan begins: how many actions, how many partners, and how many
    /// actions with a lead; of one plan, or of all. Also those with none. `O(n / 64)` in the actions, for each pillar
    /// and partner of their plan.
    pub fn pillar_tallies(&self, plan: Option<PlanId>, mut tell: impl FnMut(PillarTally)) {
        let no_lead = self.index.column(Column::NO_LEAD);
        let mut hands = Hands::default();
        let (mut anyone, mut led) = (Vec::new(), Vec::new());
        let mut blocks: Vec<(i32, u32)> = Vec::new();
        let mut own: Vec<(usize, u64)> = Vec::new();
        for part in self.parts_of(plan) {
            let width = part.blocks.len();
            anyone.clear();
            for (partner, node) in part.graph.nodes() {
                if node.kind() == Some(Kind::Partner) {
                    hands.read(part, partner);
                    anyone.extend_from_slice(&hands.any);
                }
            }
            led.clear();
            led.extend(part.blocks.iter().map(|place| !no_lead.word(place.global as usize)));
            // An execution plan without actions has its year too: a block that isn't there stands for it.
            blocks.clear();
            for execution in &part.executions {
                blocks.push((execution.year, u32::MAX));
                blocks.extend(execution.blocks.iter().map(|block| (execution.year, *block)));
            }
            blocks.sort_unstable();
            part.goals.rows(part, |node, _, row| {
                let Some(Node::Element(ElementId::Pillar(pillar))) = part.graph.node(node) else { return };
                for blocks in blocks.chunk_by(|(one, _), (other, _)| one == other) {
                    own.clear();
                    let words = blocks.iter().map(|(_, block)| *block as usize);
                    own.extend(words.filter_map(|block| Some((block, *row.get(block)?))));
                    own.retain(|(_, word)| *word != 0);
                    let takes_part = |hands: &&[u64]| {
                        own.iter()
                            .any(|(block, word)| hands.get(*block).is_some_and(|hands| hands & word != 0))
                    };
                    let partners = anyone.chunks_exact(width.max(1)).filter(takes_part).count();
                    let with_lead = own.iter().map(|(block, word)| word & led.get(*block).unwrap_or(&0));
                    tell(PillarTally {
                        plan: part.id,
                        pillar,
                        year: blocks.first().map_or(0, |(year, _)| *year),
                        actions: own.iter().map(|(_, word)| word.count_ones()).sum(),
                        partners: crate::place::narrow(partners),
                        led: with_lead.map(u64::count_ones).sum(),
                    });
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
        let (mut lost, mut kept) = (Vec::new(), Vec::new());
        for (number, node) in first.into_iter().chain(nodes) {
            let Some(part) = index.part(number).filter(|part| plan.is_none_or(|plan| plan == part.id)) else {
                continue;
            };
            lost.clear();
            kept.clear();
            if let Some((gone, led)) = &both {
                lost.extend(part.blocks.iter().map(|place| word_at(gone, *place)));
                kept.extend(part.blocks.iter().zip(&lost).map(|(place, lost)| word_at(led, *place) & !lost));
            } else {
                let Some(mask) = part.mask(Key::linked(node, Link::LedBy)) else { continue };
                lost.resize(part.blocks.len(), 0);
                mask.or_into(0, &mut lost);
                for (lost, place) in lost.iter_mut().zip(&part.blocks) {
                    let block = place.global as usize;
                    let alive = all.word(block) & !off[0].word(block) & !off[1].word(block);
                    *lost &= one.word(block) & alive;
                    kept.push(alive & !none.word(block) & !*lost);
                    if *lost != 0 {
                        losses.words.push((place.global, *lost));
                    }
                }
            }
            if lost.iter().all(|word| *word == 0) {
                continue;
            }
            part.goals.rows(part, |node, kind, row| {
                if meet(row, &lost) {
                    if kind == Kind::Priority {
                        losses.priorities.push((number, node));
                    }
                    if !meet(row, &kept) {
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
