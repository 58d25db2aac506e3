//! Counting from the masks of a plan: what partners do for priorities, and what pillars have in each year.

use super::graph::NodeNo;
use super::link::Link;
use super::masks::{ANY_ROLE, BELOW, Mask};
use super::part::Part;
use crate::entity::Role;
use crate::kind::Kind;
use crate::place::narrow;

/// A word of actions and its block in the plan.
pub(super) type Cell = (usize, u64);

/// How many actions a partner takes part in, and in which role.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct RoleCount {
    pub(super) actions: u32,
    pub(super) roles: [u32; Role::ALL.len()],
}

/// What a pillar has in a year.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct PillarCount {
    pub(super) actions: u32,
    pub(super) partners: u32,
    pub(super) led: u32,
}

/// A mask of its own, made again and again.
#[derive(Default)]
struct Gathered {
    blocks: Vec<u32>,
    words: Vec<u64>,
}

impl Gathered {
    /// The mask of what some cells have in common with some words.
    fn of(&mut self, cells: impl Iterator<Item = Cell>, only: Option<&[u64]>) -> Mask<'_> {
        self.blocks.clear();
        self.words.clear();
        for (block, word) in cells {
            let word = only.map_or(word, |only| word & only.get(block).copied().unwrap_or(0));
            if word != 0 {
                self.blocks.push(narrow(block));
                self.words.push(word);
            }
        }
        Mask::of(&self.blocks, &self.words)
    }
}

/// Tells the actions below each goal of some kinds, in the order of the document: all, or of some words only.
pub(super) fn goals(
    part: &Part,
    takes: impl Fn(Kind) -> bool,
    only: Option<&[u64]>,
    mut tell: impl FnMut(NodeNo, Kind, Mask<'_>),
) {
    let mut own = Gathered::default();
    // Masks and goals are both in the order of the document.
    let mut masks = part.masks.all(BELOW).peekable();
    for (goal, kind) in part.graph.goals.iter().filter(|(_, kind)| takes(*kind)) {
        if !part.graph.keeps_closures() {
            tell(*goal, *kind, own.of(part.below(*goal).into_iter().enumerate(), only));
            continue;
        }
        while masks.next_if(|(node, _)| node < goal).is_some() {}
        let mask = masks.next_if(|(node, _)| node == goal).map_or(Mask::default(), |(_, mask)| mask);
        tell(*goal, *kind, if only.is_some() { own.of(mask.cells(), only) } else { mask });
    }
}

/// Gives words the actions of cells.
pub(super) fn spread(cells: impl Iterator<Item = Cell>, width: usize, words: &mut Vec<u64>) {
    words.clear();
    words.resize(width, 0);
    for (block, own) in cells {
        if let Some(word) = words.get_mut(block) {
            *word |= own;
        }
    }
}

/// How many are in both.
pub(super) fn common(cells: impl Iterator<Item = Cell>, words: &[u64]) -> u32 {
    let both = cells.filter_map(|(block, own)| Some(own & words.get(block)?));
    // Most have nothing in common, and counting bits takes longer than looking.
    both.filter(|both| *both != 0).map(u64::count_ones).sum()
}

/// Whether some are in both.
pub(super) fn meet(mask: Mask<'_>, words: &[u64]) -> bool {
    mask.cells().any(|(block, own)| words.get(block).is_some_and(|word| own & word != 0))
}

/// The years in which execution plans begin, each once.
pub(super) fn years(part: &Part) -> Vec<i32> {
    let mut years: Vec<i32> = part.executions.iter().map(|execution| execution.year).collect();
    years.sort_unstable();
    years.dedup();
    years
}

/// For each priority: what every partner of the plan does for it, in the order of the partners.
pub(super) fn roles(part: &Part, only: Option<&[u64]>, mut tell: impl FnMut(NodeNo, &[RoleCount])) {
    let mut row = Vec::new();
    let mut counts: Vec<RoleCount> = Vec::new();
    goals(
        part,
        |kind| kind == Kind::Priority,
        only,
        |priority, _, mask| {
            counts.clear();
            counts.resize(part.graph.partners.len(), RoleCount::default());
            spread(mask.cells(), part.blocks.len(), &mut row);
            each_partner(part, ANY_ROLE, |partner, cells| {
                if let Some(count) = counts.get_mut(partner) {
                    count.actions = common(cells, &row);
                }
            });
            for role in Role::ALL {
                each_partner(part, Link::of_role(*role) as u8, |partner, cells| {
                    let count = counts.get_mut(partner).filter(|count| count.actions > 0);
                    if let Some(count) = count.and_then(|count| count.roles.get_mut(*role as usize)) {
                        *count = common(cells, &row);
                    }
                });
            }
            tell(priority, &counts);
        },
    );
}

/// Tells the actions that hang in one way on each partner, by its number among the partners.
fn each_partner(part: &Part, how: u8, mut tell: impl FnMut(usize, &mut dyn Iterator<Item = Cell>)) {
    let mut partners = part.graph.partners.iter().enumerate();
    for (node, mask) in part.masks.all(how) {
        // Both are in the order of the document.
        if let Some((number, _)) = partners.find(|(_, partner)| **partner == node) {
            tell(number, &mut mask.cells());
        }
    }
}

/// What partners of a plan do, block by block.
struct Hands {
    /// Where in `cells` each block ends.
    ends: Vec<usize>,
    /// The number of a partner, and the actions that it does something for.
    cells: Vec<(usize, u64)>,
}

impl Hands {
    fn of(part: &Part) -> Self {
        let mut all: Vec<(usize, usize, u64)> = Vec::new();
        each_partner(part, ANY_ROLE, |partner, cells| {
            all.extend(cells.map(|(block, word)| (block, partner, word)));
        });
        all.sort_unstable();
        let ends = (0..part.blocks.len()).map(|block| all.partition_point(|(of, ..)| *of <= block));
        let ends = ends.collect();
        Self { ends, cells: all.into_iter().map(|(_, partner, word)| (partner, word)).collect() }
    }

    fn at(&self, block: usize) -> &[(usize, u64)] {
        let end = |block: usize| self.ends.get(block).copied().unwrap_or(0);
        self.cells.get(block.checked_sub(1).map_or(0, end)..end(block)).unwrap_or_default()
    }
}

/// For each pillar: what it has in each of the years, and for each year in how many of the actions each partner takes part.
pub(super) fn pillars(
    part: &Part,
    years: &[i32],
    only: Option<&[u64]>,
    mut tell: impl FnMut(NodeNo, &[PillarCount], &[u32]),
) {
    let hands = Hands::of(part);
    let mut led = vec![0; part.blocks.len()];
    each_partner(part, Link::LedBy as u8, |_, cells| {
        for (block, own) in cells {
            if let Some(word) = led.get_mut(block) {
                *word |= own;
            }
        }
    });
    let year_of = |block: usize| {
        let place = part.blocks.get(block)?;
        years.binary_search(&part.executions.get(place.execution as usize)?.year).ok()
    };
    let width = part.graph.partners.len();
    let (mut counts, mut shares) = (Vec::new(), Vec::new());
    goals(
        part,
        |kind| kind == Kind::Pillar,
        only,
        |pillar, _, mask| {
            counts.clear();
            counts.resize(years.len(), PillarCount::default());
            shares.clear();
            shares.resize(years.len() * width, 0);
            for (block, word) in mask.cells() {
                let Some(year) = year_of(block) else { continue };
                let shares = shares.get_mut(year * width..(year + 1) * width).unwrap_or_default();
                for (partner, own) in hands.at(block).iter().filter(|(_, own)| own & word != 0) {
                    if let Some(share) = shares.get_mut(*partner) {
                        *share += (own & word).count_ones();
                    }
                }
                if let Some(count) = counts.get_mut(year) {
                    count.actions += word.count_ones();
                    count.led += (word & led.get(block).unwrap_or(&0)).count_ones();
                }
            }
            if width > 0 {
                for (count, shares) in counts.iter_mut().zip(shares.chunks_exact(width)) {
                    count.partners = narrow(shares.iter().filter(|share| **share > 0).count());
                }
            }
            tell(pillar, &counts, &shares);
        },
    );
}
