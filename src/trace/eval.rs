//! Evaluation, word by word: what a filter keeps of the words of some blocks.

use super::bind::{Bound, Leaf, Scan};
use super::block::keep;
use super::index::Index;
use super::join::{NONE, Pair, TOGETHER, join};
use super::part::Part;
use super::store::{Bitmap, CHUNK, bit_of, block_of};

/// What an evaluation touched.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Touched {
    /// Words of bitmaps and masks.
    pub(super) words: u64,
    /// Actions that were looked at one by one.
    pub(super) rows: u64,
}

/// Blocks that are evaluated together.
pub(super) enum Segment<'t> {
    /// Some blocks of a plan, from one on.
    Plan {
        plan: u32,
        part: &'t Part,
        first: usize,
    },
    Chunk(usize),
}

impl Segment<'_> {
    fn global(&self, at: usize) -> usize {
        match self {
            Self::Plan { part, first, .. } => {
                part.blocks.get(first + at).map_or(usize::MAX, |place| place.global as usize)
            }
            Self::Chunk(number) => number * CHUNK + at,
        }
    }
}

/// An evaluation under way.
pub(super) struct Run<'r, 't> {
    index: &'t Index,
    touched: &'r mut Touched,
}

impl<'r, 't> Run<'r, 't> {
    pub(super) fn new(index: &'t Index, touched: &'r mut Touched) -> Self {
        Self { index, touched }
    }

    /// Keeps of the words what the filter lets through. If it says no, nothing is let through, and the words mean nothing.
    pub(super) fn restrict(&mut self, bound: &Bound<'_>, segment: &Segment<'_>, words: &mut [u64]) -> bool {
        match bound {
            Bound::All(parts) => {
                if let Segment::Chunk(number) = segment {
                    return self.all(parts, *number, segment, words);
                }
                return parts.iter().all(|part| self.restrict(part, segment, words));
            }
            Bound::Any(parts) => {
                if parts.iter().all(|part| bitmaps(part).is_some()) {
                    return self.wide(parts.iter().filter_map(bitmaps).flatten().copied(), segment, words);
                }
                let mut sum = [0; CHUNK];
                for part in parts {
                    let mut own = copy(words);
                    if self.restrict(part, segment, own.get_mut(..words.len()).unwrap_or_default()) {
                        sum.iter_mut().zip(own).take(words.len()).for_each(|(sum, own)| *sum |= own);
                    }
                }
                words.iter_mut().zip(sum).for_each(|(word, sum)| *word = sum);
            }
            Bound::Not(part) => {
                let mut own = copy(words);
                if self.restrict(part, segment, own.get_mut(..words.len()).unwrap_or_default()) {
                    words.iter_mut().zip(own).for_each(|(word, own)| *word &= !own);
                }
            }
            Bound::Is(leaf, _) => return self.leaf(leaf, segment, words),
        }
        true
    }

    /// All of several conditions on a chunk: those of bitmaps that follow each other in one pass.
    fn all(&mut self, parts: &[Bound<'_>], number: usize, segment: &Segment<'_>, words: &mut [u64]) -> bool {
        let mut pairs: Vec<Pair<'_>> = Vec::with_capacity(TOGETHER);
        for part in parts {
            if let Some((of, chunks)) = chunks(part, number) {
                self.touched.words += (words.len() * of) as u64;
                let Some(pair) = chunks else { return false };
                pairs.push(pair);
                if pairs.len() < TOGETHER {
                    continue;
                }
                join(words, &pairs);
                pairs.clear();
            } else {
                join(words, &pairs);
                pairs.clear();
                if !self.restrict(part, segment, words) {
                    return false;
                }
            }
        }
        join(words, &pairs);
        true
    }

    fn leaf(&mut self, leaf: &Leaf<'_>, segment: &Segment<'_>, words: &mut [u64]) -> bool {
        match leaf {
            Leaf::Wide(bitmaps) => return self.wide(bitmaps.iter().copied(), segment, words),
            Leaf::Gathered(bitmap) => {
                self.touched.words += words.len() as u64;
                match segment {
                    Segment::Chunk(number) => return and_chunk(bitmap, *number, words),
                    Segment::Plan { .. } => {
                        for (at, word) in words.iter_mut().enumerate() {
                            *word &= bitmap.word(segment.global(at));
                        }
                    }
                }
            }
            Leaf::Masks(masks) => match segment {
                // Masks are gathered before chunks are looked at.
                Segment::Chunk(_) => return false,
                Segment::Plan { plan, first, .. } => {
                    let at = masks.binary_search_by_key(plan, |(plan, _)| *plan);
                    let own = at.ok().and_then(|at| masks.get(at)).map(|(_, masks)| masks.as_slice());
                    self.touched.words += (words.len() * own.map_or(0, <[_]>::len)) as u64;
                    match own.unwrap_or_default() {
                        [] => return false,
                        [one] => one.and_into(*first, words),
                        several => {
                            let mut sum = [0; CHUNK];
                            let sum = sum.get_mut(..words.len()).unwrap_or_default();
                            for mask in several {
                                mask.or_into(*first, sum);
                            }
                            words.iter_mut().zip(sum).for_each(|(word, sum)| *word &= *sum);
                        }
                    }
                }
            },
            Leaf::Plans(plans) => self.blocks(segment, words, |plan, _| plans.binary_search(&plan).is_ok()),
            Leaf::Executions(all) => {
                self.blocks(segment, words, |plan, execution| all.binary_search(&(plan, execution)).is_ok());
            }
            Leaf::Handles(handles) => {
                let mut own = copy(&vec![0; words.len()]);
                self.touched.rows += handles.len() as u64;
                for handle in handles {
                    let block = block_of(*handle);
                    if let Some(at) = (0..words.len()).find(|at| segment.global(*at) == block)
                        && let Some(word) = own.get_mut(at)
                    {
                        *word |= bit_of(*handle);
                    }
                }
                words.iter_mut().zip(own).for_each(|(word, own)| *word &= own);
            }
            Leaf::Scan(scan) => return self.scan(scan, segment, words),
        }
        true
    }

    /// Keeps what is in one of some bitmaps at least.
    fn wide<'b>(
        &mut self,
        bitmaps: impl Iterator<Item = &'b Bitmap> + Clone,
        segment: &Segment<'_>,
        words: &mut [u64],
    ) -> bool {
        self.touched.words += (words.len() * bitmaps.clone().count()) as u64;
        match segment {
            Segment::Chunk(number) => {
                let mut chunks = bitmaps.filter_map(|one| one.chunk(*number));
                let (Some(one), other) = (chunks.next(), chunks.next()) else { return false };
                let (Some(other), third) = (other, chunks.next()) else {
                    words.iter_mut().zip(one).for_each(|(word, own)| *word &= own);
                    return true;
                };
                let Some(third) = third else {
                    let both = one.iter().zip(other).map(|(one, other)| one | other);
                    words.iter_mut().zip(both).for_each(|(word, both)| *word &= both);
                    return true;
                };
                let mut sum = *one;
                for chunk in [other, third].into_iter().chain(chunks) {
                    sum.iter_mut().zip(chunk).for_each(|(sum, own)| *sum |= own);
                }
                words.iter_mut().zip(sum).for_each(|(word, sum)| *word &= sum);
            }
            Segment::Plan { part, first, .. } => {
                let places = part.blocks.get(*first..).unwrap_or_default();
                for (word, place) in words.iter_mut().zip(places).filter(|(word, _)| **word != 0) {
                    *word &= bitmaps.clone().fold(0, |all, one| all | one.word(place.global as usize));
                }
            }
        }
        true
    }

    /// Keeps the blocks of some plans and execution plans.
    fn blocks(&mut self, segment: &Segment<'_>, words: &mut [u64], takes: impl Fn(u32, u32) -> bool) {
        self.touched.words += words.len() as u64;
        match segment {
            Segment::Plan { plan, part, first } => {
                let places = part.blocks.get(*first..).unwrap_or_default();
                for (word, place) in words.iter_mut().zip(places) {
                    if !takes(*plan, place.execution) {
                        *word = 0;
                    }
                }
            }
            Segment::Chunk(number) => {
                for (at, word) in words.iter_mut().enumerate().filter(|(_, word)| **word != 0) {
                    let home = self.index.home(number * CHUNK + at);
                    let execution = home.and_then(|home| {
                        let place = self.index.part(home.plan)?.blocks.get(home.local as usize)?;
                        Some((home.plan, place.execution))
                    });
                    if !execution.is_some_and(|(plan, execution)| takes(plan, execution)) {
                        *word = 0;
                    }
                }
            }
        }
    }

    fn scan(&mut self, scan: &Scan, segment: &Segment<'_>, words: &mut [u64]) -> bool {
        // A chunk of one year needs no look at its actions.
        if let (Scan::Days { year: Some(year), .. }, Segment::Chunk(number)) = (scan, segment)
            && let Some(chunk) = self.index.chunks.get(*number).filter(|chunk| !chunk.mixed)
        {
            return chunk.year == *year;
        }
        for (at, word) in words.iter_mut().enumerate().filter(|(_, word)| **word != 0) {
            let global = segment.global(at);
            if let Scan::Days { year: Some(year), .. } = scan
                && let Some(chunk) = self.index.chunks.get(global / CHUNK)
                && (!chunk.mixed || self.index.home(global).is_some_and(|home| !home.mixed))
            {
                if chunk.year != *year {
                    *word = 0;
                }
                self.touched.words += 1;
                continue;
            }
            let Some(home) = self.index.home(global) else { continue };
            self.touched.rows += u64::from(word.count_ones());
            let block = &home.block;
            *word = match scan {
                Scan::Days { first, last, .. } => {
                    keep(*word, |bit| block.fact(bit).is_some_and(|fact| fact.touches(*first, *last)))
                }
                Scan::Cost { from, to } => keep(*word, |bit| {
                    let known = block.fact(bit).filter(|fact| fact.cost == super::block::Known::Amount);
                    known.is_some_and(|fact| (*from..=*to).contains(&fact.cents))
                }),
                Scan::Title(text) => keep(*word, |bit| contains(block.title(bit), text)),
            };
        }
        true
    }
}

/// Of a condition of one bitmap or two: how many, and their chunks, if they aren't both empty there.
fn chunks<'b>(bound: &Bound<'b>, number: usize) -> Option<(usize, Option<Pair<'b>>)> {
    let own = match bound {
        Bound::Any(parts) if parts.iter().all(|part| bitmaps(part).is_some()) => parts.as_slice(),
        Bound::Is(Leaf::Wide(_), _) => std::slice::from_ref(bound),
        _ => return None,
    };
    let all = own.iter().filter_map(bitmaps).flatten();
    let mut chunks = all.clone().filter_map(|bitmap| bitmap.chunk(number));
    let pair = match (chunks.next(), chunks.next(), chunks.next()) {
        (None, ..) => None,
        (Some(one), other, None) => Some((one, other.unwrap_or(&NONE))),
        _ => return None,
    };
    Some((all.count(), pair))
}

/// Keeps what is in a chunk of a bitmap; says no where the chunk has nothing.
fn and_chunk(bitmap: &Bitmap, number: usize, words: &mut [u64]) -> bool {
    let Some(chunk) = bitmap.chunk(number) else { return false };
    words.iter_mut().zip(chunk).for_each(|(word, own)| *word &= own);
    true
}

/// The bitmaps of a condition that is nothing else.
fn bitmaps<'b, 't>(bound: &'b Bound<'t>) -> Option<&'b [&'t Bitmap]> {
    if let Bound::Is(Leaf::Wide(all), _) = bound { Some(all) } else { None }
}

fn copy(words: &[u64]) -> [u64; CHUNK] {
    let mut own = [0; CHUNK];
    own.iter_mut().zip(words).for_each(|(own, word)| *own = *word);
    own
}

/// Whether a title contains a text, whatever the case of the letters; the text is in small letters.
pub(super) fn contains(title: &str, text: &str) -> bool {
    title.to_lowercase().contains(text)
}
