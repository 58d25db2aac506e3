//! What is wrong with a filter, and where.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Filter, FilterWord};
use crate::choice::{Choice, choice};
use crate::finding::quote;
use crate::language::Language;
use crate::rule::is_blank;

choice! {
    /// What a filter should have had at the place of the fault.
    FilterExpected "wat verwacht wordt" {
        /// A condition, or what stands for one.
        Condition = "condition" / "a condition such as `year:2021`" / "een voorwaarde zoals `year:2021`",
        /// The sign between word and value.
        Colon = "colon" / "`:` and a value" / "`:` en een waarde",
        /// A value of the condition.
        Value = "value" / "a value" / "een waarde",
        /// A value in double quotes.
        Quoted = "quoted" / "a text in double quotes" / "een tekst tussen dubbele aanhalingstekens",
        /// A value without quotes.
        Bare = "bare" / "a value without quotes" / "een waarde zonder aanhalingstekens",
        /// What joins two conditions.
        Join = "join" / "`and`, `or` or the end" / "`and`, `or` of het einde",
        /// What joins two conditions, or closes the parenthesis.
        JoinOrClose = "joinOrClose" / "`and`, `or` or `)`" / "`and`, `or` of `)`",
    }
}

/// What sort of fault a filter has (*soort fout*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "camelCase")]
#[schemars(title = "soort fout in een filter")]
#[doc(alias = "fout")]
#[non_exhaustive]
pub enum FilterFault {
    /// No condition starts with this word.
    UnknownWord,
    /// The condition doesn't know this value.
    UnknownValue {
        /// The condition.
        word: FilterWord,
        /// The values that it knows, separated by commas.
        allowed: String,
    },
    /// Something else should stand here.
    Expected {
        /// What should.
        expected: FilterExpected,
    },
    /// No id and no code; a name stands in double quotes.
    NotAMark,
    /// No code of a legal power.
    NotAPower,
    /// No year from 1000 to 2999.
    NotAYear,
    /// Not two existing days with `..` between them.
    NotAPeriod,
    /// No test of a cost: not a word, and not a range of amounts in euros.
    NotACost,
    /// The end comes before the start, or the highest amount below the lowest.
    Reversed,
    /// The name has no closing double quote.
    UnclosedQuote,
    /// In a name, a backslash stands before something else than a double quote or backslash.
    BadEscape,
    /// The parenthesis isn't closed.
    UnclosedParenthesis,
    /// The parenthesis closes nothing.
    UnopenedParenthesis,
    /// Nested deeper than [`Filter::MAX_DEPTH`].
    TooDeep,
    /// Longer than [`Filter::MAX_TEXT`].
    TooLong,
}

/// A stretch of a text (*tekstdeel*), in characters: Unicode code points, not bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[schemars(title = "tekstdeel")]
#[doc(alias = "tekstdeel")]
#[non_exhaustive]
pub struct FilterSpan {
    /// How many characters stand before it.
    pub at: usize,
    /// How many characters it has; none at the end of the text.
    pub length: usize,
}

impl FilterSpan {
    pub(super) fn new(at: usize, length: usize) -> Self {
        Self { at, length }
    }
}

/// A text, or what was built by hand, is no filter (*fout in een filter*).
///
/// `Display` says it in English, on one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, thiserror::Error)]
#[error("{}", self.say(Language::English))]
#[schemars(title = "fout in een filter")]
#[doc(alias = "fout in een filter")]
#[non_exhaustive]
pub struct FilterError {
    /// What sort of fault it is.
    pub fault: FilterFault,
    /// The word at fault, at most 60 characters of it; empty at the end of the text.
    pub word: String,
    /// Where the word stands, where a text was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<FilterSpan>,
    /// The word that was probably meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nearest: Option<&'static str>,
}

/// The longest piece of a line that is shown around a fault, in characters.
const SHOWN: usize = 100;

impl FilterError {
    pub(super) fn new(fault: FilterFault, word: &str) -> Self {
        Self { fault, word: quote(word), span: None, nearest: None }
    }

    pub(super) fn at(mut self, span: FilterSpan) -> Self {
        self.span = Some(span);
        self
    }

    pub(super) fn near(mut self, nearest: Option<&'static str>) -> Self {
        self.nearest = nearest;
        self
    }

    /// What is wrong, in Dutch, on one line.
    #[must_use]
    pub fn message_nl(&self) -> String {
        self.say(Language::Dutch)
    }

    /// The line of the text that the fault is in, and a line of carets under the word.
    ///
    /// One caret per character, whatever its width; of a long line, the part around the fault. What leaves no mark on
    /// paper is shown as a space. Without a place, the line alone.
    #[must_use]
    pub fn pointer(&self, text: &str) -> String {
        let span = self.span.unwrap_or(FilterSpan::new(0, 0));
        let (mut first, mut line) = (0, "");
        for (number, one) in text.split('\n').enumerate() {
            first += if number == 0 { 0 } else { line.chars().count() + 1 };
            line = one;
            if span.at <= first + line.chars().count() {
                break;
            }
        }
        let long = line.chars().count();
        let at = span.at.saturating_sub(first).min(long);
        let left = if long <= SHOWN { 0 } else { at.saturating_sub(SHOWN / 2).min(long - SHOWN) };
        let mut shown: String = if left > 0 { "…" } else { "" }.to_owned();
        let clear = |c: char| if is_blank(c) { ' ' } else { c };
        shown.extend(line.chars().skip(left + usize::from(left > 0)).take(SHOWN).map(clear));
        if long > left + SHOWN {
            shown.pop();
            shown.push('…');
        }
        let shown = shown.trim_end();
        if self.span.is_none() {
            return shown.to_owned();
        }
        let carets = span.length.min(long - at).min(left + SHOWN - at.min(left + SHOWN)).max(1);
        format!("{shown}\n{}{}", " ".repeat(at - left), "^".repeat(carets))
    }

    fn say(&self, language: Language) -> String {
        let mut said = String::new();
        if let Some(span) = self.span {
            let character = language.pick("character", "teken");
            said = format!("{character} {}: ", span.at.saturating_add(1));
        }
        said.push_str(&self.fault.say(&self.word, language));
        if let Some(nearest) = self.nearest {
            let asked = language.pick("did you mean", "bedoelt u");
            said.extend(["; ", asked, " `", nearest, "`?"]);
        }
        said
    }
}

impl FilterFault {
    fn say(&self, word: &str, language: Language) -> String {
        let found = match word {
            "" => language.pick("the end of the text", "het einde van de tekst").to_owned(),
            word => format!("`{word}`"),
        };
        let (english, dutch) = match self {
            Self::UnknownWord => ("is no word of a filter", "is geen woord van een filter"),
            Self::UnknownValue { word, allowed } => {
                let (not, one_of) = (
                    language.pick("is no value of", "is geen waarde van"),
                    language.pick("which is one of", "kies uit"),
                );
                return format!("{found} {not} `{word}`, {one_of}: {allowed}");
            }
            Self::Expected { expected } => {
                let (wanted, but) =
                    (language.pick("expected", "verwacht"), language.pick("found", "gevonden"));
                return format!("{wanted}: {}; {but}: {found}", language.term(*expected));
            }
            Self::NotAMark => (
                "is no id and no code; a name stands in double quotes",
                "is geen id en geen code; een naam staat tussen dubbele aanhalingstekens",
            ),
            Self::NotAPower => (
                "is no code of a legal power, such as `gemw-151b`",
                "is geen code van een bevoegdheid, zoals `gemw-151b`",
            ),
            Self::NotAYear => ("is no year from 1000 to 2999", "is geen jaar van 1000 tot en met 2999"),
            Self::NotAPeriod => (
                "is no period, such as `2021-01-01..2021-06-30`",
                "is geen periode, zoals `2021-01-01..2021-06-30`",
            ),
            Self::NotACost => (
                "is no test of a cost: `known`, `unknown`, `unstated`, or euros such as `1000..25000`, `1000.50..` or `..25000`",
                "is geen toets van kosten: `known`, `unknown`, `unstated`, of euro's zoals `1000..25000`, `1000.50..` of `..25000`",
            ),
            Self::Reversed => ("runs backwards", "loopt achteruit"),
            Self::UnclosedQuote => ("has no closing double quote", "heeft geen sluitend aanhalingsteken"),
            Self::BadEscape => (
                "is no escape; in a name, only `\\\"` and `\\\\` are",
                "heeft geen betekenis; in een naam bestaan alleen `\\\"` en `\\\\`",
            ),
            Self::UnclosedParenthesis => ("is not closed", "is niet gesloten"),
            Self::UnopenedParenthesis => ("closes nothing", "sluit niets af"),
            Self::TooDeep => {
                let text = language.pick("is nested deeper than", "is dieper genest dan");
                return format!("{found} {text} {}", Filter::MAX_DEPTH);
            }
            Self::TooLong => {
                let text =
                    language.pick("starts a text longer than 64 KiB", "begint een tekst langer dan 64 KiB");
                return format!("{found} {text}");
            }
        };
        format!("{found} {}", language.pick(english, dutch))
    }
}

/// The word of a list that was probably meant: another case, its term, or a slip of the pen.
pub(super) fn nearest<T: Choice>(word: &str) -> Option<&'static str> {
    let lower = word.to_lowercase();
    let term = |one: &&T| [one.term(), one.term_nl()].iter().any(|term| term.to_lowercase() == lower);
    let named = T::ALL.iter().find(term).map(|one| one.as_str());
    named.or_else(|| closest(word, T::ALL.iter().map(|one| one.as_str())))
}

/// The word that differs least, by at most a third of its letters and by two.
pub(super) fn closest(word: &str, words: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    let letters: Vec<char> = word.chars().take(LONGEST + 1).flat_map(char::to_lowercase).collect();
    if letters.len() > LONGEST {
        return None;
    }
    let far = |other: &'static str| (distance(&letters, &other.to_lowercase()), other);
    let (distance, other) = words.map(far).min_by_key(|(distance, _)| *distance)?;
    (distance <= 2 && distance * 3 <= other.len().max(3)).then_some(other)
}

/// Longer words are no slips of ours.
const LONGEST: usize = 40;

/// In how many letters two words differ: put in, left out, replaced, or two swapped.
fn distance(letters: &[char], other: &str) -> usize {
    let mut earlier: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=letters.len()).collect();
    let mut before = None;
    for (number, wanted) in other.chars().enumerate() {
        let mut next = vec![number + 1];
        for (at, letter) in letters.iter().enumerate() {
            let cost = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX - 1);
            let replaced = cost(&row, at) + usize::from(*letter != wanted);
            let put_in_or_left_out = cost(&row, at + 1).min(cost(&next, at)) + 1;
            let last = at.checked_sub(1).and_then(|last| letters.get(last).map(|letter| (last, *letter)));
            let swapped = match last {
                Some((last, letter_before)) if letter_before == wanted && before == Some(*letter) => {
                    cost(&earlier, last) + 1
                }
                _ => usize::MAX,
            };
            next.push(replaced.min(put_in_or_left_out).min(swapped));
        }
        earlier = std::mem::replace(&mut row, next);
        before = Some(wanted);
    }
    row.last().copied().unwrap_or_default()
}
