//! Text to filter.

use std::str::FromStr;

use super::error::{closest, nearest};
use super::token::{Piece, Token, tokens};
use super::value::facet;
use super::{Filter, FilterError, FilterExpected, FilterFault, FilterWord};

impl FromStr for Filter {
    type Err = FilterError;

    /// Reads a filter, in normal form.
    fn from_str(text: &str) -> Result<Self, FilterError> {
        let (tokens, end) = tokens(text)?;
        let mut parser = Parser { next: 0, tokens: &tokens, end: &end, level: 1, deepest: (1, None) };
        let filter = parser.or()?;
        let token = parser.token();
        match token.piece {
            Piece::End => {}
            Piece::Close => return Err(token.fault(FilterFault::UnopenedParenthesis)),
            _ => return Err(unjoined(token, FilterExpected::Join)),
        }
        if filter.depth() <= Self::MAX_DEPTH {
            Ok(filter)
        } else {
            // Without parentheses and nots, a filter is a few levels deep: the deepest of them is there.
            Err(parser.deepest.1.unwrap_or(token).fault(FilterFault::TooDeep))
        }
    }
}

/// The condition stands on its own; something joins it to the next.
fn unjoined(token: &Token<'_>, expected: FilterExpected) -> FilterError {
    let near = closest(token.text, ["and", "or"].into_iter());
    token.fault(FilterFault::Expected { expected }).near(near)
}

fn expected(token: &Token<'_>, expected: FilterExpected) -> FilterError {
    token.fault(FilterFault::Expected { expected })
}

/// Where the parser is in the pieces of the text.
struct Parser<'a> {
    tokens: &'a [Token<'a>],
    end: &'a Token<'a>,
    next: usize,
    /// How many parentheses and nots are open, and one.
    level: usize,
    /// The deepest level so far, and what opened it.
    deepest: (usize, Option<&'a Token<'a>>),
}

impl<'a> Parser<'a> {
    /// The next piece; the end of the text again and again.
    fn token(&self) -> &'a Token<'a> {
        self.tokens.get(self.next).unwrap_or(self.end)
    }

    fn take(&mut self) -> &'a Token<'a> {
        let token = self.token();
        self.next += 1;
        token
    }

    /// Takes the next piece, if it is this word and no condition starts with it.
    fn keyword(&mut self, word: &str) -> bool {
        let found =
            self.tokens.get(self.next).is_some_and(|token| token.piece == Piece::Word && token.text == word);
        self.next += usize::from(found);
        found
    }

    fn enter(&mut self, token: &'a Token<'a>) -> Result<(), FilterError> {
        self.level += 1;
        if self.level > self.deepest.0 {
            self.deepest = (self.level, Some(token));
        }
        if self.level > Filter::MAX_DEPTH { Err(token.fault(FilterFault::TooDeep)) } else { Ok(()) }
    }

    fn or(&mut self) -> Result<Filter, FilterError> {
        let first = self.and()?;
        let mut parts = vec![first];
        while self.keyword("or") {
            parts.push(self.and()?);
        }
        Ok(Filter::any(parts))
    }

    fn and(&mut self) -> Result<Filter, FilterError> {
        let mut parts = vec![self.not()?];
        while self.keyword("and") {
            parts.push(self.not()?);
        }
        Ok(Filter::all(parts))
    }

    fn not(&mut self) -> Result<Filter, FilterError> {
        let mut nots = 0;
        loop {
            let token = self.token();
            if !self.keyword("not") {
                break;
            }
            self.enter(token)?;
            nots += 1;
        }
        let mut filter = self.primary()?;
        self.level -= nots;
        for _ in 0..nots {
            filter = Filter::not(filter);
        }
        Ok(filter)
    }

    fn primary(&mut self) -> Result<Filter, FilterError> {
        let token = self.take();
        match (&token.piece, token.text) {
            (Piece::Open, _) => {
                self.enter(token)?;
                let inner = self.or()?;
                self.level -= 1;
                let close = self.take();
                match close.piece {
                    Piece::Close => Ok(inner),
                    Piece::End => Err(token.fault(FilterFault::UnclosedParenthesis)),
                    _ => Err(unjoined(close, FilterExpected::JoinOrClose)),
                }
            }
            (Piece::Word, "all") => Ok(Filter::All(Vec::new())),
            (Piece::Word, "none") => Ok(Filter::Any(Vec::new())),
            (Piece::Word, "and" | "or") => Err(expected(token, FilterExpected::Condition)),
            (Piece::Word, _) => self.condition(token),
            _ => Err(expected(token, FilterExpected::Condition)),
        }
    }

    /// `word:value,value`, of which the word was taken.
    fn condition(&mut self, token: &Token<'_>) -> Result<Filter, FilterError> {
        let word: FilterWord = token.text.parse().map_err(|_| {
            let near = nearest::<FilterWord>(token.text);
            let near = near.or_else(|| closest(token.text, ["not", "all", "none"].into_iter()));
            token.fault(FilterFault::UnknownWord).near(near)
        })?;
        let colon = self.take();
        if colon.piece != Piece::Colon {
            return Err(expected(colon, FilterExpected::Colon));
        }
        let mut parts = Vec::new();
        loop {
            parts.push(Filter::Is(facet(word, self.take())?));
            if self.token().piece != Piece::Comma {
                return Ok(Filter::any(parts));
            }
            self.next += 1;
        }
    }
}
