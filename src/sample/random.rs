//! Numbers that look random and follow from a seed.

use uuid::Builder;

/// `SplitMix64` (Steele, Lea and Flood 2014): small, fast, and the same everywhere.
#[derive(Debug, Clone)]
pub(super) struct Random(u64);

const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

impl Random {
    /// The numbers of one stream of a seed: streams don't depend on each other.
    pub(super) fn stream(seed: u64, stream: u64) -> Self {
        let mut outer = Self(seed);
        let mut inner = Self(outer.next() ^ stream.wrapping_mul(STEP));
        Self(inner.next() ^ outer.next())
    }

    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below the bound; 0 where the bound is 0.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        // The high half of a 64 by 64 bit product; it fits, being below the bound.
        let product = u128::from(self.next()) * bound as u128;
        usize::try_from(product >> 64).unwrap_or_default()
    }

    /// A number from the first to the last.
    pub(super) fn between(&mut self, first: usize, last: usize) -> usize {
        first + self.below(last.saturating_sub(first) + 1)
    }

    /// Yes in so many of a hundred.
    pub(super) fn percent(&mut self, share: usize) -> bool {
        self.below(100) < share
    }

    /// One of the items, if there are any.
    pub(super) fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        items.get(self.below(items.len()))
    }

    /// One of the words.
    pub(super) fn word(&mut self, words: &[&'static str]) -> &'static str {
        self.pick(words).copied().unwrap_or_default()
    }

    /// Up to so many of the items, each at most once.
    pub(super) fn some(&mut self, count: usize, items: &[String]) -> Vec<String> {
        let mut found = Vec::with_capacity(count);
        for _ in 0..count {
            if let Some(item) = self.pick(items).filter(|item| !found.contains(*item)) {
                found.push(item.clone());
            }
        }
        found
    }

    /// An id in the form of a random UUID.
    pub(super) fn id(&mut self) -> String {
        let bytes = (u128::from(self.next()) << 64) | u128::from(self.next());
        Builder::from_random_bytes(bytes.to_be_bytes()).into_uuid().to_string()
    }

    /// A day of the year from the first to the last of these months, on the first to the 28th.
    pub(super) fn day(&mut self, year: usize, first: usize, last: usize) -> String {
        date(year, self.between(first, last), self.between(1, 28))
    }
}

/// A day as it is written.
pub(super) fn date(year: usize, month: usize, day: usize) -> String {
    format!("{year}-{month:02}-{day:02}")
}
