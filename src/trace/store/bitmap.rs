//! A set of actions over everything: a word per block, in chunks.

use std::sync::Arc;

use super::{Handle, bit_of, block_of};

/// The words of a chunk.
pub(in crate::trace) const CHUNK: usize = 256;

type Chunk = [u64; CHUNK];

/// A set of actions of the whole trace. Chunks without any are absent.
#[derive(Debug, Clone, Default)]
pub(in crate::trace) struct Bitmap {
    chunks: Arc<Vec<Option<Arc<Chunk>>>>,
    count: u64,
}

impl Bitmap {
    /// How many actions are in it.
    pub(in crate::trace) fn count(&self) -> u64 {
        self.count
    }

    pub(in crate::trace) fn word(&self, block: usize) -> u64 {
        self.chunk(block / CHUNK).and_then(|chunk| chunk.get(block % CHUNK)).copied().unwrap_or(0)
    }

    pub(in crate::trace) fn chunk(&self, number: usize) -> Option<&Chunk> {
        self.chunks.get(number)?.as_deref()
    }

    pub(in crate::trace) fn contains(&self, handle: Handle) -> bool {
        self.word(block_of(handle)) & bit_of(handle) != 0
    }

    /// Gives a block another word.
    pub(in crate::trace) fn set_word(&mut self, block: usize, word: u64) {
        let old = self.word(block);
        if old == word {
            return;
        }
        let chunks = Arc::make_mut(&mut self.chunks);
        let number = block / CHUNK;
        if chunks.len() <= number {
            chunks.resize(number + 1, None);
        }
        let Some(chunk) = chunks.get_mut(number) else { return };
        let chunk = Arc::make_mut(chunk.get_or_insert_with(|| Arc::new([0; CHUNK])));
        if let Some(place) = chunk.get_mut(block % CHUNK) {
            *place = word;
            self.count += u64::from(word.count_ones());
            self.count -= u64::from(old.count_ones());
        }
    }

    /// Puts an action in, or takes it out.
    pub(in crate::trace) fn put(&mut self, handle: Handle, is_in: bool) {
        let (block, bit) = (block_of(handle), bit_of(handle));
        let word = self.word(block);
        self.set_word(block, if is_in { word | bit } else { word & !bit });
    }

    /// Adds the actions of a word to a block.
    pub(in crate::trace) fn add_word(&mut self, block: usize, word: u64) {
        self.set_word(block, self.word(block) | word);
    }

    pub(in crate::trace) fn bytes(&self) -> usize {
        self.chunks.len() * size_of::<Option<Arc<Chunk>>>()
            + self.chunks.iter().flatten().count() * size_of::<Chunk>()
    }
}
