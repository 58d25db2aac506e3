//! A list in shared pages.

use std::sync::Arc;

/// The entries of one page, and the pages of one book. What is written to is copied with its page, and the list of the
/// pages of its book, if somebody else reads them: so both are short.
const PAGE: usize = 32;
const BOOK: usize = 32;

type Page<T> = Arc<Vec<T>>;
type Book<T> = Arc<Vec<Page<T>>>;

/// A list of which a copy shares every page, until one of the two writes to it.
#[derive(Debug)]
pub(in crate::trace) struct Pages<T> {
    books: Arc<Vec<Book<T>>>,
    len: usize,
}

impl<T> Clone for Pages<T> {
    fn clone(&self) -> Self {
        Self { books: Arc::clone(&self.books), len: self.len }
    }
}

impl<T> Default for Pages<T> {
    fn default() -> Self {
        Self { books: Arc::default(), len: 0 }
    }
}

impl<T: Clone> Pages<T> {
    pub(in crate::trace) fn len(&self) -> usize {
        self.len
    }

    pub(in crate::trace) fn get(&self, number: usize) -> Option<&T> {
        self.books.get(number / (PAGE * BOOK))?.get(number / PAGE % BOOK)?.get(number % PAGE)
    }

    /// An entry to be written to: copies its page if somebody else reads it.
    pub(in crate::trace) fn get_mut(&mut self, number: usize) -> Option<&mut T> {
        if number >= self.len {
            return None;
        }
        let book = Arc::make_mut(&mut self.books).get_mut(number / (PAGE * BOOK))?;
        let page = Arc::make_mut(book).get_mut(number / PAGE % BOOK)?;
        Arc::make_mut(page).get_mut(number % PAGE)
    }

    pub(in crate::trace) fn push(&mut self, entry: T) {
        let books = Arc::make_mut(&mut self.books);
        if self.len.is_multiple_of(PAGE * BOOK) {
            books.push(Arc::default());
        }
        let Some(book) = books.last_mut().map(Arc::make_mut) else { return };
        if self.len.is_multiple_of(PAGE) {
            book.push(Arc::new(Vec::with_capacity(1)));
        }
        if let Some(page) = book.last_mut() {
            Arc::make_mut(page).push(entry);
            self.len += 1;
        }
    }

    fn pages(&self) -> impl Iterator<Item = &Page<T>> + Clone {
        self.books.iter().flat_map(|book| book.iter())
    }

    pub(in crate::trace) fn iter(&self) -> impl Iterator<Item = &T> + Clone {
        self.pages().flat_map(|page| page.iter())
    }

    /// How much memory the list itself takes, without what its entries own.
    pub(in crate::trace) fn bytes(&self) -> usize {
        let entries: usize = self.pages().map(|page| page.capacity()).sum();
        let lists = self.books.len() + self.books.iter().map(|book| book.capacity()).sum::<usize>();
        entries * size_of::<T>() + lists * size_of::<Page<T>>() * 4
    }
}
