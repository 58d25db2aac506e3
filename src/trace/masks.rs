//! Which actions of a plan hang on which node, and how: sets of actions in one piece of memory.

use super::graph::NodeNo;
use super::link::Link;
use super::part::Position;
use super::store::bits;
use crate::place::narrow;

/// How actions hang on a partner that does something for them, in whatever role.
pub(super) const ANY_ROLE: u8 = Link::RelatesTo as u8 + 1;

/// How actions hang on a node that they serve, or on something below it.
pub(super) const BELOW: u8 = ANY_ROLE + 1;

const ITEM: u8 = BELOW + 1;

/// By what a mask is found: how the actions hang on a node, and then the node, so that what is asked of many nodes in one
/// way stands together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Key {
    how: u8,
    /// The number of the node, or of the heading.
    number: u32,
}

impl Key {
    /// The actions that state this link to the node.
    pub(super) fn linked(node: NodeNo, link: Link) -> Self {
        Self { how: link as u8, number: node }
    }

    /// The actions for which the partner does something.
    pub(super) fn of_partner(node: NodeNo) -> Self {
        Self { how: ANY_ROLE, number: node }
    }

    /// The actions that serve the node or something below it.
    pub(super) fn below(node: NodeNo) -> Self {
        Self { how: BELOW, number: node }
    }

    /// The actions under the heading with this number.
    pub(super) fn item(number: u32) -> Self {
        Self { how: ITEM, number }
    }

    /// The node, and how actions hang on it; not for headings.
    pub(super) fn node(self) -> Option<(NodeNo, u8)> {
        (self.how != ITEM).then_some((self.number, self.how))
    }
}

/// Some actions of a plan, by their position in its blocks: the blocks in their order, and a word of bits for each.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Mask<'m> {
    blocks: &'m [u32],
    words: &'m [u64],
}

impl<'m> Mask<'m> {
    /// A mask of words that are kept elsewhere.
    pub(super) fn of(blocks: &'m [u32], words: &'m [u64]) -> Self {
        Self { blocks, words }
    }

    /// The words that aren't empty, with their blocks.
    pub(super) fn cells(self) -> impl Iterator<Item = (usize, u64)> + Clone + use<'m> {
        self.blocks.iter().map(|block| *block as usize).zip(self.words.iter().copied())
    }

    pub(super) fn count(self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    pub(super) fn word(self, block: usize) -> u64 {
        let at = self.blocks.partition_point(|one| (*one as usize) < block);
        let is_there = self.blocks.get(at).is_some_and(|one| *one as usize == block);
        self.words.get(at).filter(|_| is_there).copied().unwrap_or(0)
    }

    /// Those from a block on.
    fn from(self, first: usize) -> Self {
        let at = self.blocks.partition_point(|one| (*one as usize) < first);
        Self {
            blocks: self.blocks.get(at..).unwrap_or_default(),
            words: self.words.get(at..).unwrap_or_default(),
        }
    }

    /// Adds these actions to words that begin at a block of the plan.
    pub(super) fn or_into(self, first: usize, words: &mut [u64]) {
        for (block, own) in self.from(first).cells() {
            let Some(word) = words.get_mut(block - first) else { return };
            *word |= own;
        }
    }

    /// Keeps of words that begin at a block of the plan only these actions.
    pub(super) fn and_into(self, first: usize, words: &mut [u64]) {
        let mut next = 0;
        for (block, own) in self.from(first).cells() {
            let at = block - first;
            if let Some(between) = words.get_mut(next..at) {
                between.fill(0);
            }
            let Some(word) = words.get_mut(at) else { break };
            *word &= own;
            next = at + 1;
        }
        words.get_mut(next..).unwrap_or_default().fill(0);
    }
}

/// The masks of a plan, in the order of their keys. None is empty.
#[derive(Debug, Clone, Default)]
pub(super) struct Masks {
    keys: Vec<Key>,
    /// Where in `blocks` and `words` each ends.
    ends: Vec<u32>,
    blocks: Vec<u32>,
    words: Vec<u64>,
}

impl Masks {
    fn start(&self, number: usize) -> usize {
        number.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| *end as usize)
    }

    fn at(&self, number: usize) -> Mask<'_> {
        let end = self.ends.get(number).map_or(0, |end| *end as usize);
        let range = self.start(number)..end;
        Mask {
            blocks: self.blocks.get(range.clone()).unwrap_or_default(),
            words: self.words.get(range).unwrap_or_default(),
        }
    }

    pub(super) fn get(&self, key: Key) -> Option<Mask<'_>> {
        self.keys.binary_search(&key).ok().map(|number| self.at(number))
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (Key, Mask<'_>)> {
        self.keys.iter().enumerate().map(|(number, key)| (*key, self.at(number)))
    }

    /// The nodes on which actions hang in one way, in their order.
    pub(super) fn all(&self, how: u8) -> impl Iterator<Item = (NodeNo, Mask<'_>)> + Clone {
        let first = self.keys.partition_point(|key| key.how < how);
        let own = self.keys.get(first..).unwrap_or_default().iter().take_while(move |key| key.how == how);
        (first..).zip(own).map(|(number, key)| (key.number, self.at(number)))
    }

    /// Puts an action in the mask of a key, or takes it out. Moves what comes after it in memory.
    pub(super) fn put(&mut self, key: Key, position: Position, is_in: bool) {
        let (block, bit) = (position / 64, 1_u64 << (position % 64));
        let found = self.keys.binary_search(&key);
        let number = match found {
            Ok(number) | Err(number) => number,
        };
        let start = self.start(number);
        let own = found.map_or(Mask::default(), |number| self.at(number));
        let at = start + own.blocks.partition_point(|one| *one < block);
        let is_there = found.is_ok() && own.blocks.get(at - start) == Some(&block);
        match (is_there, is_in) {
            (true, _) => {
                let Some(word) = self.words.get_mut(at) else { return };
                *word = if is_in { *word | bit } else { *word & !bit };
                if *word != 0 {
                    return;
                }
                self.blocks.remove(at);
                self.words.remove(at);
                self.ends.iter_mut().skip(number).for_each(|end| *end -= 1);
                if self.at(number).blocks.is_empty() {
                    self.keys.remove(number);
                    self.ends.remove(number);
                }
            }
            (false, true) => {
                if found.is_err() {
                    self.keys.insert(number, key);
                    self.ends.insert(number, narrow(start));
                }
                self.blocks.insert(at, block);
                self.words.insert(at, bit);
                self.ends.iter_mut().skip(number).for_each(|end| *end += 1);
            }
            (false, false) => {}
        }
    }

    pub(super) fn bytes(&self) -> usize {
        self.keys.capacity() * size_of::<Key>()
            + (self.ends.capacity() + self.blocks.capacity()) * size_of::<u32>()
            + self.words.capacity() * size_of::<u64>()
    }
}

/// A word of a mask in the making, with the number of the one before it in the same mask.
#[derive(Debug, Clone, Copy)]
struct Cell {
    block: u32,
    before: u32,
    word: u64,
}

const NONE: u32 = u32::MAX;

/// How many ways there are for actions to hang on something.
const WAYS: usize = ITEM as usize + 1;

/// Gathers the masks of a plan, action by action.
#[derive(Debug, Default)]
pub(super) struct Gathering {
    /// The last cell of each mask, by the number of its key and the way.
    last: Vec<[u32; WAYS]>,
    cells: Vec<Cell>,
}

impl Gathering {
    /// Puts an action in the mask of a key. Actions come in the order of their positions.
    pub(super) fn put(&mut self, key: Key, position: Position) {
        let (block, word) = (position / 64, 1 << (position % 64));
        let number = key.number as usize;
        if self.last.len() <= number {
            self.last.resize(number + 1, [NONE; WAYS]);
        }
        let last = self.last.get_mut(number).and_then(|ways| ways.get_mut(usize::from(key.how)));
        let Some(last) = last else { return };
        match self.cells.get_mut(*last as usize) {
            Some(cell) if cell.block == block => cell.word |= word,
            _ => {
                self.cells.push(Cell { block, before: *last, word });
                *last = narrow(self.cells.len() - 1);
            }
        }
    }

    pub(super) fn finish(&self) -> Masks {
        let mut masks = Masks {
            keys: Vec::new(),
            ends: Vec::new(),
            blocks: vec![0; self.cells.len()],
            words: vec![0; self.cells.len()],
        };
        let mut end = 0;
        for how in 0..=ITEM {
            for (number, ways) in (0..).zip(&self.last) {
                let last = ways.get(usize::from(how)).copied().unwrap_or(NONE);
                let cells = || {
                    let last = self.cells.get(last as usize);
                    std::iter::successors(last, |cell| self.cells.get(cell.before as usize))
                };
                let start = end;
                end += cells().count();
                if start == end {
                    continue;
                }
                let blocks = masks.blocks.get_mut(start..end).unwrap_or_default().iter_mut().rev();
                let words = masks.words.get_mut(start..end).unwrap_or_default().iter_mut().rev();
                for (cell, (block, word)) in cells().zip(blocks.zip(words)) {
                    (*block, *word) = (cell.block, cell.word);
                }
                masks.keys.push(Key { how, number });
                masks.ends.push(narrow(end));
            }
        }
        masks.keys.shrink_to_fit();
        masks.ends.shrink_to_fit();
        masks
    }
}

/// The positions of a word of a block.
pub(super) fn positions(block: usize, word: u64) -> impl Iterator<Item = Position> {
    bits(word).map(move |bit| narrow(block) * 64 + bit)
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ways_that_are_no_link_are_told_from_links() {
        assert!(Link::ALL.iter().all(|link| (*link as u8) < ANY_ROLE));
    }

    fn keys() -> impl Strategy<Value = Key> {
        (0_u32..4, ANY_ROLE..=ITEM).prop_map(|(number, how)| Key { how, number })
    }

    type Model = BTreeMap<Key, BTreeSet<u32>>;

    fn holds(masks: &Masks, model: &Model, first: u32) -> Result<(), TestCaseError> {
        prop_assert!(masks.iter().map(|(key, _)| key).eq(model.keys().copied()));
        for (key, own) in model {
            let mask = masks.get(*key).unwrap();
            prop_assert_eq!(mask.count() as usize, own.len());
            let told: BTreeSet<u32> = mask.cells().flat_map(|(block, word)| positions(block, word)).collect();
            prop_assert_eq!(&told, own);
            let word =
                |block: u32| own.range(block * 64..(block + 1) * 64).fold(0_u64, |w, p| w | 1 << (p % 64));
            let (mut and, mut or) = ([u64::MAX; 8], [1_u64; 8]);
            mask.and_into(first as usize, &mut and);
            mask.or_into(first as usize, &mut or);
            for block in 0..8_u32 {
                prop_assert_eq!(mask.word(block as usize), word(block));
                prop_assert_eq!(and[block as usize], word(block + first));
                prop_assert_eq!(or[block as usize], word(block + first) | 1);
            }
        }
        for how in 0..=ITEM {
            let own = masks.all(how).map(|(node, mask)| (Key { how, number: node }, mask.count() as usize));
            let expected = model.iter().filter(|(key, _)| key.how == how).map(|(key, own)| (*key, own.len()));
            prop_assert!(own.eq(expected));
        }
        Ok(())
    }

    proptest! {
        #[test]
        fn masks_are_the_sets_of_their_positions(
            gathered in proptest::collection::vec((keys(), 0_u32..1_000), 0..100),
            steps in proptest::collection::vec((keys(), 0_u32..1_000, any::<bool>()), 0..200),
            first in 0_u32..4,
        ) {
            let (mut gathering, mut model) = (Gathering::default(), Model::new());
            let mut gathered = gathered;
            gathered.sort_by_key(|(_, position)| *position);
            for (key, position) in gathered {
                gathering.put(key, position);
                model.entry(key).or_default().insert(position);
            }
            let mut masks = gathering.finish();
            holds(&masks, &model, first)?;
            for (key, position, is_in) in steps {
                masks.put(key, position, is_in);
                if is_in {
                    model.entry(key).or_default().insert(position);
                } else if let Some(own) = model.get_mut(&key) {
                    own.remove(&position);
                    if own.is_empty() {
                        model.remove(&key);
                    }
                }
            }
            holds(&masks, &model, first)?;
        }
    }
}
