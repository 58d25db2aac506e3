//! The value of a condition, from one piece of text.

use uuid::Uuid;

use super::error::{closest, nearest};
use super::token::{Piece, Token};
use super::{CostTest, Facet, FilterError, FilterExpected, FilterFault, FilterWord, Mark};
use crate::choice::Choice;
use crate::entity::Role;
use crate::rule::MAX_INTEGER;
use crate::value::{Date, ElementCode, PowerCode, Year};

/// The tests of a cost that are words, with their Dutch terms.
pub(super) const COST_WORDS: [(&str, &str, CostTest); 3] = [
    ("known", "bekend", CostTest::Known),
    ("unknown", "onbekend", CostTest::Unknown),
    ("unstated", "niet vermeld", CostTest::Unstated),
];

/// The test of a cost that is this word.
pub(super) fn cost_word(text: &str) -> Option<CostTest> {
    COST_WORDS.iter().find(|(word, ..)| *word == text).map(|(_, _, test)| *test)
}

/// The condition of this word and value.
pub(super) fn facet(word: FilterWord, token: &Token<'_>) -> Result<Facet, FilterError> {
    let partner = |role: Role| Ok(Facet::Partner { role: Some(role), partner: mark(token)? });
    match word {
        FilterWord::Serves => mark(token).map(Facet::Serves),
        FilterWord::Answers => mark(token).map(Facet::Answers),
        FilterWord::Topic => mark(token).map(Facet::Topic),
        FilterWord::Partner => mark(token).map(|partner| Facet::Partner { role: None, partner }),
        FilterWord::Accountable => partner(Role::Accountable),
        FilterWord::Director => partner(Role::Director),
        FilterWord::Lead => partner(Role::Lead),
        FilterWord::Execute => partner(Role::Execute),
        FilterWord::Support => partner(Role::Support),
        FilterWord::Fund => partner(Role::Fund),
        FilterWord::Consult => partner(Role::Consult),
        FilterWord::Involved => partner(Role::Involved),
        FilterWord::Action => mark(token).map(Facet::Action),
        FilterWord::ExecutionPlan => mark(token).map(Facet::ExecutionPlan),
        FilterWord::Plan => mark(token).map(Facet::Plan),
        FilterWord::Municipality => mark(token).map(Facet::Municipality),
        FilterWord::Area => mark(token).map(Facet::Area),
        FilterWord::Indicator => mark(token).map(Facet::Indicator),
        FilterWord::From => mark(token).map(Facet::From),
        FilterWord::Year => {
            year(bare(token)?).map(Facet::Year).ok_or_else(|| token.fault(FilterFault::NotAYear))
        }
        FilterWord::Period => period(token),
        FilterWord::Status => listed(word, token).map(Facet::Status),
        FilterWord::Approach => listed(word, token).map(Facet::Approach),
        FilterWord::Cost => cost(token).map(Facet::Cost),
        FilterWord::Funding => listed(word, token).map(Facet::Funding),
        FilterWord::Power => {
            PowerCode::new(bare(token)?).map(Facet::Power).map_err(|_| token.fault(FilterFault::NotAPower))
        }
        FilterWord::Origin => listed(word, token).map(Facet::Origin),
        FilterWord::Item => quoted(token).map(Facet::Item),
        FilterWord::Disclosure => listed(word, token).map(Facet::Disclosure),
        FilterWord::Title => quoted(token).map(Facet::Title),
        FilterWord::Gap => listed(word, token).map(Facet::Gap),
    }
}

fn expected(token: &Token<'_>, expected: FilterExpected) -> FilterError {
    token.fault(FilterFault::Expected { expected })
}

fn bare<'a>(token: &Token<'a>) -> Result<&'a str, FilterError> {
    match token.piece {
        Piece::Word => Ok(token.text),
        Piece::Quoted(_) => Err(expected(token, FilterExpected::Bare)),
        _ => Err(expected(token, FilterExpected::Value)),
    }
}

fn quoted(token: &Token<'_>) -> Result<String, FilterError> {
    match &token.piece {
        Piece::Quoted(text) => Ok(text.clone()),
        _ => Err(expected(token, FilterExpected::Quoted)),
    }
}

fn mark(token: &Token<'_>) -> Result<Mark, FilterError> {
    match &token.piece {
        Piece::Quoted(name) => Ok(Mark::Name(name.clone())),
        _ => bare_mark(bare(token)?).ok_or_else(|| token.fault(FilterFault::NotAMark)),
    }
}

fn bare_mark(text: &str) -> Option<Mark> {
    let code = || is_code(text).then(|| Mark::Code(text.to_owned()));
    id(text).map(Mark::Id).or_else(code)
}

/// An id exactly as it is written; never the nil UUID.
pub(super) fn id(text: &str) -> Option<Uuid> {
    let shaped = text.len() == 36 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f' | b'-'));
    Uuid::try_parse(text).ok().filter(|id| shaped && !id.is_nil())
}

pub(super) fn is_code(text: &str) -> bool {
    ElementCode::RULE.holds(text)
}

/// A word of a closed list.
fn listed<T: Choice>(word: FilterWord, token: &Token<'_>) -> Result<T, FilterError> {
    let text = bare(token)?;
    crate::choice::find(text).map_err(|unknown| {
        let fault = FilterFault::UnknownValue { word, allowed: unknown.allowed };
        token.fault(fault).near(nearest::<T>(text))
    })
}

fn year(text: &str) -> Option<i32> {
    let digits = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|year| digits && is_year(*year))
}

pub(super) fn is_year(year: i32) -> bool {
    u64::try_from(year).is_ok_and(|year| Year::RULE.holds(year))
}

fn period(token: &Token<'_>) -> Result<Facet, FilterError> {
    let fault = || token.fault(FilterFault::NotAPeriod);
    let (start, end) = bare(token)?.split_once("..").ok_or_else(fault)?;
    let day = |text: &str| text.parse::<Date>().map_err(|_| fault());
    let (start, end) = (day(start)?, day(end)?);
    if start <= end { Ok(Facet::Period { start, end }) } else { Err(token.fault(FilterFault::Reversed)) }
}

fn cost(token: &Token<'_>) -> Result<CostTest, FilterError> {
    let text = bare(token)?;
    if let Some(test) = cost_word(text) {
        return Ok(test);
    }
    let near = || closest(text, COST_WORDS.iter().map(|(word, ..)| *word));
    let fault = || token.fault(FilterFault::NotACost).near(near());
    let (from, to) = text.split_once("..").ok_or_else(fault)?;
    let amount = |text: &str| match text {
        "" => Ok(None),
        text => cents(text).map(Some).ok_or_else(fault),
    };
    match (amount(from)?, amount(to)?) {
        (None, None) => Err(fault()),
        (Some(from), Some(to)) if to < from => Err(token.fault(FilterFault::Reversed)),
        (from, to) => Ok(CostTest::Between { from, to }),
    }
}

/// Euros, with at most two decimals, in cents.
fn cents(text: &str) -> Option<u64> {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let (euros, decimals) = text.split_once('.').unwrap_or((text, "0"));
    if !digits(euros) || !digits(decimals) || decimals.len() > 2 {
        return None;
    }
    let fraction: u64 = decimals.parse().ok()?;
    let fraction = if decimals.len() == 1 { fraction * 10 } else { fraction };
    let cents = euros.parse::<u64>().ok()?.checked_mul(100)?.checked_add(fraction)?;
    (cents <= MAX_INTEGER).then_some(cents)
}
