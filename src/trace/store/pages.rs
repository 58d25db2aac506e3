//! A list in shared pages.

use std::sync::Arc;

/// The entries of one page.
const PAGE: usize = 64;

/// A list of which a copy shares every page, until one of the two writes to it.
#[derive(Debug)]
pub(in crate::trace) struct Pages<T> {
    pages: Arc<Vec<Arc<Vec<T>>>>,
    len: usize,
}

impl<T> Clone for Pages<T> {
    fn clone(&self) -> Self {
        Self { pages: Arc::clone(&self.pages), len: self.len }
    }
}

impl<T> Default for Pages<T> {
    fn default() -> Self {
        Self { pages: Arc::default(), len: 0 }
    }
}

impl<T: Clone> Pages<T> {
    pub(in crate::trace) fn len(&self) -> usize {
        self.len
    }

    pub(in crate::trace) fn get(&self, number: usize) -> Option<&T> {
        self.pages.get(number / PAGE)?.get(number % PAGE)
    }

    /// An entry to be written to: copies its page if somebody else reads it.
    pub(in crate::trace) fn get_mut(&mut self, number: usize) -> Option<&mut T> {
        if number >= self.len {
            return None;
        }
        let page = Arc::make_mut(&mut self.pages).get_mut(number / PAGE)?;
        Arc::make_mut(page).get_mut(number % PAGE)
    }

    pub(in crate::trace) fn push(&mut self, entry: T) {
        let pages = Arc::make_mut(&mut self.pages);
        if self.len.is_multiple_of(PAGE) {
            pages.push(Arc::new(Vec::with_capacity(1)));
        }
        if let Some(page) = pages.last_mut() {
            Arc::make_mut(page).push(entry);
            self.len += 1;
        }
    }

    pub(in crate::trace) fn iter(&self) -> impl Iterator<Item = &T> + Clone {
        self.pages.iter().flat_map(|page| page.iter())
    }

    /// How much memory the list itself takes, without what its entries own.
    pub(in crate::trace) fn bytes(&self) -> usize {
        let entries: usize = self.pages.iter().map(|page| page.capacity()).sum();
        entries * size_of::<T>() + self.pages.capacity() * size_of::<Arc<Vec<T>>>() * 4
    }
}
