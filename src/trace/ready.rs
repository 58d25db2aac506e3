//! A filter made ready: its parts in the order of what they cost, and where to look.

use super::bind::{Bound, Leaf, weight};
use super::column::Column;
use super::eval::{Run, Segment, Touched};
use super::index::Index;
use super::store::{Bitmap, CHUNK};
use crate::place::narrow;

/// A filter ready to be evaluated: parts in the order of what they cost, and where to look.
#[derive(Debug, Clone)]
pub(super) struct Ready<'t> {
    bound: Bound<'t>,
    /// The plans that the filter is confined to, where they are few; else everything is looked at in chunks.
    plans: Option<Vec<u32>>,
}

/// How many blocks of a plan are evaluated together: most plans have fewer.
const STRETCH: usize = 32;

impl<'t> Ready<'t> {
    pub(super) fn of(index: &'t Index, mut bound: Bound<'t>) -> Self {
        order(&mut bound);
        let all: usize = index.chunks.len() * CHUNK;
        let plans = confined(index, &bound).filter(|plans| {
            let blocks = |plan: &u32| index.part(*plan).map_or(0, |part| part.blocks.len());
            plans.iter().map(blocks).sum::<usize>() <= all / 4
        });
        if plans.is_none() {
            gather(index, &mut bound);
        }
        Self { bound, plans }
    }

    /// Tells every word with an action in it, with its block. Blocks come in the order of their numbers, or of the plans.
    pub(super) fn visit(&self, index: &'t Index, touched: &mut Touched, mut tell: impl FnMut(u32, u64)) {
        let all = index.column(Column::ALL);
        let mut run = Run::new(index, touched);
        match &self.plans {
            Some(plans) => {
                let mut words = [0_u64; STRETCH];
                for plan in plans {
                    let Some(part) = index.part(*plan) else { continue };
                    for first in (0..part.blocks.len()).step_by(STRETCH) {
                        let places = part.blocks.get(first..).unwrap_or_default();
                        let length = places.len().min(STRETCH);
                        let Some(words) = words.get_mut(..length) else { continue };
                        for (word, place) in words.iter_mut().zip(places) {
                            *word = all.word(place.global as usize);
                        }
                        if !run.restrict(&self.bound, &Segment::Plan { plan: *plan, part, first }, words) {
                            continue;
                        }
                        for (word, place) in words.iter().zip(places) {
                            if *word != 0 {
                                tell(place.global, *word);
                            }
                        }
                    }
                }
            }
            None => {
                for number in 0..index.chunks.len() {
                    let Some(live) = all.chunk(number) else { continue };
                    let mut words = *live;
                    if !run.restrict(&self.bound, &Segment::Chunk(number), &mut words) {
                        continue;
                    }
                    for (block, word) in (narrow(number * CHUNK)..).zip(&words) {
                        if *word != 0 {
                            tell(block, *word);
                        }
                    }
                }
            }
        }
    }

    pub(super) fn bound(&self) -> &Bound<'t> {
        &self.bound
    }

    pub(super) fn is_confined(&self) -> bool {
        self.plans.is_some()
    }
}

/// Puts cheap parts first: what they leave out need not be asked of the rest.
fn order(bound: &mut Bound<'_>) {
    match bound {
        Bound::All(parts) | Bound::Any(parts) => {
            parts.iter_mut().for_each(order);
            parts.sort_by_key(weight);
        }
        Bound::Not(part) => order(part),
        Bound::Is(..) => {}
    }
}

/// The plans that what is found must lie in, if that can be told.
fn confined(index: &Index, bound: &Bound<'_>) -> Option<Vec<u32>> {
    let mut plans = match bound {
        Bound::Is(leaf, _) => match leaf {
            Leaf::Wide(_) | Leaf::Gathered(_) | Leaf::Scan(_) => return None,
            Leaf::Masks(masks) => masks.iter().map(|(plan, _)| *plan).collect(),
            Leaf::Plans(plans) => plans.clone(),
            Leaf::Executions(all) => all.iter().map(|(plan, _)| *plan).collect(),
            Leaf::Handles(all) => {
                all.iter().filter_map(|handle| index.position(*handle)).map(|(plan, _)| plan).collect()
            }
        },
        Bound::All(parts) => {
            let known = parts.iter().filter_map(|part| confined(index, part));
            known.reduce(|a, b| a.into_iter().filter(|plan| b.binary_search(plan).is_ok()).collect())?
        }
        Bound::Any(parts) => parts
            .iter()
            .map(|part| confined(index, part))
            .collect::<Option<Vec<_>>>()?
            .into_iter()
            .flatten()
            .collect(),
        Bound::Not(_) => return None,
    };
    plans.sort_unstable();
    plans.dedup();
    Some(plans)
}

/// Makes bitmaps of masks.
fn gather(index: &Index, bound: &mut Bound<'_>) {
    match bound {
        Bound::All(parts) | Bound::Any(parts) => parts.iter_mut().for_each(|part| gather(index, part)),
        Bound::Not(part) => gather(index, part),
        Bound::Is(leaf, _) => {
            let Leaf::Masks(masks) = leaf else { return };
            let mut bitmap = Bitmap::default();
            for (plan, masks) in masks {
                let Some(part) = index.part(*plan) else { continue };
                for (local, word) in masks.iter().flat_map(|mask| mask.cells()) {
                    if let Some(place) = part.blocks.get(local) {
                        bitmap.add_word(place.global as usize, word);
                    }
                }
            }
            *leaf = Leaf::Gathered(bitmap);
        }
    }
}
