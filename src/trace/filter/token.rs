//! The text of a filter in pieces, each with its place.

use super::{Filter, FilterError, FilterFault, FilterSpan};

/// What a piece is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    Open,
    Close,
    Colon,
    Comma,
    /// Whatever stands bare.
    Word,
    /// A text in double quotes, without them.
    Quoted(String),
    /// The end of the text.
    End,
}

/// One piece of a text.
#[derive(Debug, Clone)]
pub(super) struct Token<'a> {
    pub(super) piece: Piece,
    /// As it stands in the text.
    pub(super) text: &'a str,
    pub(super) span: FilterSpan,
}

impl Token<'_> {
    pub(super) fn fault(&self, fault: FilterFault) -> FilterError {
        FilterError::new(fault, self.text).at(self.span)
    }
}

/// The pieces of a text, and its end.
pub(super) fn tokens(text: &str) -> Result<(Vec<Token<'_>>, Token<'_>), FilterError> {
    if text.len() > Filter::MAX_TEXT {
        let word = text.split_whitespace().next().unwrap_or_default();
        let length = word.chars().count();
        return Err(FilterError::new(FilterFault::TooLong, word).at(FilterSpan::new(0, length)));
    }
    let mut cursor = Cursor { rest: text, at: 0 };
    let mut tokens = Vec::new();
    loop {
        cursor.take(char::is_whitespace);
        let (rest, at) = (cursor.rest, cursor.at);
        let piece = match rest.chars().next() {
            None => Piece::End,
            Some('(') => cursor.sign(Piece::Open),
            Some(')') => cursor.sign(Piece::Close),
            Some(':') => cursor.sign(Piece::Colon),
            Some(',') => cursor.sign(Piece::Comma),
            Some('"') => Piece::Quoted(cursor.quoted()?),
            Some(_) => {
                cursor.take(|c| !c.is_whitespace() && !matches!(c, '(' | ')' | ':' | ',' | '"'));
                Piece::Word
            }
        };
        let ended = piece == Piece::End;
        let token = Token { piece, text: cursor.since(rest), span: FilterSpan::new(at, cursor.at - at) };
        if ended {
            return Ok((tokens, token));
        }
        tokens.push(token);
    }
}

/// What is left of the text, and how many characters came before.
struct Cursor<'a> {
    rest: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    fn next(&mut self) -> Option<char> {
        let mut chars = self.rest.chars();
        let next = chars.next()?;
        self.rest = chars.as_str();
        self.at += 1;
        Some(next)
    }

    fn take(&mut self, test: impl Fn(char) -> bool) {
        while self.rest.chars().next().is_some_and(&test) {
            self.next();
        }
    }

    fn sign(&mut self, piece: Piece) -> Piece {
        self.next();
        piece
    }

    /// What was read since the rest was this.
    fn since(&self, rest: &'a str) -> &'a str {
        rest.get(..rest.len() - self.rest.len()).unwrap_or_default()
    }

    /// The text up to the closing quote.
    fn quoted(&mut self) -> Result<String, FilterError> {
        let (rest, start) = (self.rest, self.at);
        let mut read = String::new();
        self.next();
        loop {
            let (before, at) = (self.rest, self.at);
            match self.next() {
                Some('"') => return Ok(read),
                Some('\\') => match self.next() {
                    Some(c @ ('"' | '\\')) => read.push(c),
                    Some(_) => {
                        let span = FilterSpan::new(at, self.at - at);
                        return Err(FilterError::new(FilterFault::BadEscape, self.since(before)).at(span));
                    }
                    None => {}
                },
                Some(c) => read.push(c),
                None => {
                    let span = FilterSpan::new(start, self.at - start);
                    return Err(FilterError::new(FilterFault::UnclosedQuote, self.since(rest)).at(span));
                }
            }
        }
    }
}
