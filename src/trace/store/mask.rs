//! A set of actions of one plan.

/// Some actions of a plan, by their position in its blocks: the number of the block in the plan times 64, and the bit.
///
/// A few stand as a sorted list, more as a word per block, whichever takes less.
#[derive(Debug, Clone)]
pub(in crate::trace) struct Mask {
    count: u32,
    bits: Bits,
}

#[derive(Debug, Clone)]
enum Bits {
    Few(Vec<u32>),
    Words(Vec<u64>),
}

impl Default for Mask {
    fn default() -> Self {
        Self { count: 0, bits: Bits::Few(Vec::new()) }
    }
}

impl Mask {
    /// The mask of these words.
    pub(in crate::trace) fn of_words(words: Vec<u64>) -> Self {
        let count = words.iter().map(|word| word.count_ones()).sum();
        let width = words.iter().rposition(|word| *word != 0).map_or(0, |last| last + 1);
        if count as usize > 2 * width {
            return Self { count, bits: Bits::Words(words) };
        }
        let positions = |(block, word): (u32, &u64)| super::bits(*word).map(move |bit| block * 64 + bit);
        Self { count, bits: Bits::Few((0..).zip(&words).flat_map(positions).collect()) }
    }

    /// Gives back room that isn't needed.
    pub(in crate::trace) fn shrink(&mut self) {
        match &mut self.bits {
            Bits::Few(list) => list.shrink_to_fit(),
            Bits::Words(words) => words.shrink_to_fit(),
        }
    }

    pub(in crate::trace) fn count(&self) -> u32 {
        self.count
    }

    pub(in crate::trace) fn insert(&mut self, position: u32) {
        match &mut self.bits {
            Bits::Few(list) => {
                let at = match list.last() {
                    Some(last) if *last < position => Err(list.len()),
                    _ => list.binary_search(&position),
                };
                let Err(at) = at else { return };
                list.insert(at, position);
                let width = list.last().map_or(0, |last| *last as usize / 64 + 1);
                if list.len() > 2 * width {
                    let mut words = vec![0; width];
                    for position in list.iter() {
                        set(&mut words, *position);
                    }
                    self.bits = Bits::Words(words);
                }
            }
            Bits::Words(words) => {
                if words.len() <= position as usize / 64 {
                    words.resize(position as usize / 64 + 1, 0);
                }
                if !set(words, position) {
                    return;
                }
            }
        }
        self.count += 1;
    }

    pub(in crate::trace) fn remove(&mut self, position: u32) {
        match &mut self.bits {
            Bits::Few(list) => {
                let Ok(at) = list.binary_search(&position) else { return };
                list.remove(at);
            }
            Bits::Words(words) => {
                let Some(word) = words.get_mut(position as usize / 64) else { return };
                if *word & 1 << (position % 64) == 0 {
                    return;
                }
                *word &= !(1 << (position % 64));
            }
        }
        self.count -= 1;
    }

    pub(in crate::trace) fn word(&self, block: usize) -> u64 {
        match &self.bits {
            Bits::Few(list) => {
                let from = list.partition_point(|position| (*position as usize) < block * 64);
                let rest = list.get(from..).unwrap_or_default();
                let own = rest.iter().take_while(|position| **position as usize / 64 == block);
                own.fold(0, |word, position| word | 1 << (position % 64))
            }
            Bits::Words(words) => words.get(block).copied().unwrap_or(0),
        }
    }

    /// Adds these actions to words that begin at a block of the plan.
    pub(in crate::trace) fn or_into(&self, first: usize, words: &mut [u64]) {
        match &self.bits {
            Bits::Few(list) => {
                for position in list {
                    let block = (*position as usize / 64).checked_sub(first);
                    if let Some(word) = block.and_then(|block| words.get_mut(block)) {
                        *word |= 1 << (position % 64);
                    }
                }
            }
            Bits::Words(own) => {
                for (word, own) in words.iter_mut().zip(own.get(first..).unwrap_or_default()) {
                    *word |= own;
                }
            }
        }
    }

    /// Keeps of words that begin at a block of the plan only these actions.
    pub(in crate::trace) fn and_into(&self, first: usize, words: &mut [u64]) {
        match &self.bits {
            Bits::Few(list) => {
                let mut rest =
                    list.get(list.partition_point(|one| (*one as usize) < first * 64)..).unwrap_or_default();
                for (block, word) in (first..).zip(words) {
                    let mut own = 0;
                    while let [position, more @ ..] = rest
                        && *position as usize / 64 == block
                    {
                        own |= 1 << (position % 64);
                        rest = more;
                    }
                    *word &= own;
                }
            }
            Bits::Words(own) => {
                let own = own.get(first..).unwrap_or_default();
                for (word, own) in words.iter_mut().zip(own) {
                    *word &= own;
                }
                words.get_mut(own.len()..).unwrap_or_default().fill(0);
            }
        }
    }

    pub(in crate::trace) fn bytes(&self) -> usize {
        match &self.bits {
            Bits::Few(list) => list.capacity() * size_of::<u32>(),
            Bits::Words(words) => words.capacity() * size_of::<u64>(),
        }
    }
}

/// Sets a bit; says whether it was new.
fn set(words: &mut [u64], position: u32) -> bool {
    let Some(word) = words.get_mut(position as usize / 64) else { return false };
    let bit = 1 << (position % 64);
    let new = *word & bit == 0;
    *word |= bit;
    new
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_mask_is_the_set_of_its_positions(
            steps in proptest::collection::vec((0_u32..400, any::<bool>()), 0..200),
            first in 0_u32..4,
        ) {
            let (mut mask, mut model) = (Mask::default(), BTreeSet::new());
            for (position, is_in) in steps {
                if is_in { mask.insert(position); model.insert(position); }
                else { mask.remove(position); model.remove(&position); }
            }
            prop_assert_eq!(mask.count() as usize, model.len());
            let word = |block: u32| model.range(block * 64..(block + 1) * 64).fold(0_u64, |w, p| w | 1 << (p % 64));
            let (mut and, mut or) = ([u64::MAX; 8], [1_u64; 8]);
            mask.and_into(first as usize, &mut and);
            mask.or_into(first as usize, &mut or);
            for block in 0..8_u32 {
                prop_assert_eq!(mask.word(block as usize), word(block));
                prop_assert_eq!(and[block as usize], word(block + first));
                prop_assert_eq!(or[block as usize], word(block + first) | 1);
            }
        }
    }
}
