//! Where the engine keeps what it knows: shared pages, bitmaps over all actions, and the way from an id to what bears it.
//!
//! A **handle** is a number of an action: its block times 64, and its bit in it. A block holds up to 64 actions of one
//! execution plan. Blocks are grouped in chunks of 256, and a chunk holds blocks of one year, so that a year is a range of
//! words. Everything sits behind reference counts: a copy is a snapshot, and a change copies the pages it writes to if
//! somebody else still reads them.

mod bitmap;
mod lookup;
mod pages;

pub(super) use bitmap::{Bitmap, CHUNK};
pub(super) use lookup::{Bearer, Lookup};
pub(super) use pages::Pages;

/// The number of an action.
pub(super) type Handle = u32;

/// The block of a handle.
pub(super) fn block_of(handle: Handle) -> usize {
    (handle >> 6) as usize
}

/// The bit of a handle in the word of its block.
pub(super) fn bit_of(handle: Handle) -> u64 {
    1 << (handle & 63)
}

/// The numbers of the bits of a word, from the lowest.
pub(super) fn bits(mut word: u64) -> impl Iterator<Item = u32> + Clone {
    std::iter::from_fn(move || {
        if word == 0 {
            return None;
        }
        let bit = word.trailing_zeros();
        word &= word - 1;
        Some(bit)
    })
}
