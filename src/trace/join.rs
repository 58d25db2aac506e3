//! Several conditions on a chunk, joined in one pass over its words.

use super::store::CHUNK;

/// Chunks of two bitmaps: what is in one of them at least.
pub(super) type Pair<'b> = (&'b [u64; CHUNK], &'b [u64; CHUNK]);

/// How many conditions are joined in one pass.
pub(super) const TOGETHER: usize = 4;

/// A chunk without an action.
pub(super) static NONE: [u64; CHUNK] = [0; CHUNK];

/// Keeps of the words of a chunk what is in all of some pairs, of which there are no more than are joined in one pass.
pub(super) fn join(words: &mut [u64], pairs: &[Pair<'_>]) {
    match *pairs {
        [] => {}
        [a] => join_all(words, [a]),
        [a, b] => join_all(words, [a, b]),
        [a, b, c] => join_all(words, [a, b, c]),
        [a, b, c, d, ..] => join_all(words, [a, b, c, d]),
    }
}

/// Of a known number, so that a word is written once.
fn join_all<const N: usize>(words: &mut [u64], pairs: [Pair<'_>; N]) {
    let word_of = |chunk: &[u64; CHUNK], at: usize| chunk.get(at).copied().unwrap_or(0);
    for (at, word) in words.iter_mut().enumerate().take(CHUNK) {
        *word = pairs.iter().fold(*word, |kept, (one, other)| kept & (word_of(one, at) | word_of(other, at)));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn words_keep_what_is_in_each_pair(
            words in prop::collection::vec(any::<u64>(), CHUNK),
            chunks in prop::collection::vec(prop::array::uniform::<_, CHUNK>(any::<u64>()), 2 * TOGETHER),
            count in 0..=TOGETHER,
        ) {
            let pairs: Vec<Pair<'_>> = chunks.chunks_exact(2).map(|two| (&two[0], &two[1])).take(count).collect();
            let mut joined = words.clone();
            join(&mut joined, &pairs);
            for (at, word) in joined.into_iter().enumerate() {
                let kept = |bit: u64| pairs.iter().all(|(one, other)| one[at] & bit != 0 || other[at] & bit != 0);
                let expected: u64 = (0..64).map(|bit| 1_u64 << bit).filter(|bit| words[at] & bit != 0 && kept(*bit)).sum();
                prop_assert_eq!(word, expected);
            }
        }
    }
}
