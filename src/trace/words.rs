//! Some actions of one plan, as a word per block of it.

use super::masks::Mask;
use super::part::Part;

/// Some actions of one plan: a word for each block of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Words(Vec<u64>);

impl Words {
    pub(super) fn of(words: Vec<u64>) -> Self {
        Self(words)
    }

    pub(super) fn none(part: &Part) -> Self {
        Self(vec![0; part.blocks.len()])
    }

    pub(super) fn add(&mut self, mask: Option<Mask<'_>>) {
        if let Some(mask) = mask {
            mask.or_into(0, &mut self.0);
        }
    }

    pub(super) fn word(&self, block: usize) -> u64 {
        self.0.get(block).copied().unwrap_or(0)
    }

    fn zip(mut self, other: &Self, join: impl Fn(u64, u64) -> u64) -> Self {
        self.0.iter_mut().zip(&other.0).for_each(|(own, other)| *own = join(*own, *other));
        self
    }

    /// What is in both.
    pub(crate) fn and(self, other: &Self) -> Self {
        self.zip(other, |own, other| own & other)
    }

    /// What is in one at least.
    pub(crate) fn or(self, other: &Self) -> Self {
        self.zip(other, |own, other| own | other)
    }

    /// What is in this and not in the other.
    pub(crate) fn without(self, other: &Self) -> Self {
        self.zip(other, |own, other| own & !other)
    }

    pub(crate) fn count(&self) -> u64 {
        self.0.iter().map(|word| u64::from(word.count_ones())).sum()
    }

    /// How many are in both.
    pub(crate) fn common(&self, other: &Self) -> u64 {
        self.0.iter().zip(&other.0).map(|(own, other)| u64::from((own & other).count_ones())).sum()
    }

    /// Whether some are in both.
    pub(crate) fn meets(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).any(|(own, other)| own & other != 0)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }
}
