//! Filters: which actions are meant, as plain data with a text form and a JSON form.
//!
//! A filter is read from text with `parse` and printed with `Display`; nothing here knows a plan.
//!
//! ```text
//! filter    = "all" | "none" | or
//! or        = and *("or" and)
//! and       = not *("and" not)
//! not       = "not" not | "(" or ")" | "all" | "none" | condition
//! condition = word ":" value *("," value)         several values: any of them
//! value     = code | id | number | day ".." day | euros ".." euros | word of a list | "name in double quotes"
//! ```
//!
//! In a name, `\"` stands for a double quote and `\\` for a backslash. White space between these is free.

mod check;
mod error;
mod facet;
mod json;
mod parse;
mod print;
mod schema;
mod token;
mod value;
mod word;

pub use error::{FilterError, FilterExpected, FilterFault, FilterSpan};
pub use facet::{CostTest, Facet, Gap, Mark};
pub use word::FilterWord;

/// Which actions are meant (*filter*): conditions, joined by and, or and not.
///
/// Text and JSON say the same; both are bounded ([`Filter::MAX_DEPTH`], [`Filter::MAX_TEXT`]).
///
/// ```
/// use veiligheidsplan::trace::Filter;
///
/// let filter: Filter = r#"serves:P1.2 and lead:"Politie" and not status:done,cancelled"#.parse()?;
/// assert_eq!(filter.to_string().parse::<Filter>()?, filter);
///
/// let mistaken = "serves:P1.2 and statsu:done";
/// let error = mistaken.parse::<Filter>().unwrap_err();
/// assert_eq!(error.to_string(), "character 17: `statsu` is no word of a filter; did you mean `status`?");
/// assert_eq!(error.pointer(mistaken), "serves:P1.2 and statsu:done\n                ^^^^^^");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// The law of the text: of a filter that [`check`](Self::check) accepts, the printed text, where it is no longer than
/// [`Filter::MAX_TEXT`], reads back as [`normalised`](Self::normalised). JSON reads back as it was.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[doc(alias = "filter")]
#[must_use]
pub enum Filter {
    /// Every part holds; without parts, every action is meant.
    #[doc(alias = "en")]
    All(Vec<Filter>),
    /// At least one part holds; without parts, no action is meant.
    #[doc(alias = "of")]
    Any(Vec<Filter>),
    /// The part doesn't hold.
    #[doc(alias = "niet")]
    Not(Box<Filter>),
    /// One condition.
    #[doc(alias = "voorwaarde")]
    Is(Facet),
}

impl Filter {
    /// The deepest filter: a condition counts one level, and so does each all, any and not around it.
    ///
    /// In text, parentheses and `not` count. Within this bound, and the 128 levels that readers of JSON take, the JSON of
    /// a filter fits into a message of its own.
    pub const MAX_DEPTH: usize = 60;

    /// The longest text of a filter, in bytes of UTF-8: 64 KiB.
    pub const MAX_TEXT: usize = 64 * 1024;

    /// Every part holds. Parts that are all-filters come in by their own parts; one part alone is that part.
    ///
    /// Of parts in normal form, the result is in normal form.
    pub fn all(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut flat = Vec::new();
        for part in parts {
            match part {
                Self::All(inner) => flat.extend(inner),
                other => flat.push(other),
            }
        }
        single(flat).unwrap_or_else(Self::All)
    }

    /// At least one part holds. Parts that are any-filters come in by their own parts; one part alone is that part.
    ///
    /// Of parts in normal form, the result is in normal form.
    pub fn any(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut flat = Vec::new();
        for part in parts {
            match part {
                Self::Any(inner) => flat.extend(inner),
                other => flat.push(other),
            }
        }
        single(flat).unwrap_or_else(Self::Any)
    }

    /// The part doesn't hold. Not of a not is the part itself. Also `!part`.
    #[expect(clippy::should_implement_trait, reason = "it is: this one needs no import")]
    pub fn not(part: Self) -> Self {
        match part {
            Self::Not(inner) => *inner,
            other => Self::Not(Box::new(other)),
        }
    }

    /// This and the other hold.
    pub fn and(self, other: impl Into<Self>) -> Self {
        match (self, other.into()) {
            (Self::All(mut parts), Self::All(more)) => {
                parts.extend(more);
                single(parts).unwrap_or_else(Self::All)
            }
            (Self::All(mut parts), other) => {
                parts.push(other);
                single(parts).unwrap_or_else(Self::All)
            }
            (part, other) => Self::all([part, other]),
        }
    }

    /// This or the other holds, or both.
    pub fn or(self, other: impl Into<Self>) -> Self {
        match (self, other.into()) {
            (Self::Any(mut parts), Self::Any(more)) => {
                parts.extend(more);
                single(parts).unwrap_or_else(Self::Any)
            }
            (Self::Any(mut parts), other) => {
                parts.push(other);
                single(parts).unwrap_or_else(Self::Any)
            }
            (part, other) => Self::any([part, other]),
        }
    }

    /// The normal form: no all within an all, no any within an any, no single part, no not of a not.
    ///
    /// It means the same, keeps the order of the conditions and is its own normal form. It goes as deep as the filter:
    /// [`depth`](Self::depth) first, where the filter is a stranger's.
    pub fn normalised(self) -> Self {
        match self {
            Self::All(parts) => Self::all(parts.into_iter().map(Self::normalised)),
            Self::Any(parts) => Self::any(parts.into_iter().map(Self::normalised)),
            Self::Not(part) => Self::not(part.normalised()),
            condition @ Self::Is(_) => condition,
        }
    }

    /// How deep it is nested; a condition alone is 1. Walks without recursion.
    #[must_use]
    pub fn depth(&self) -> usize {
        let mut deepest = 0;
        let mut waiting = vec![(self, 1)];
        while let Some((filter, depth)) = waiting.pop() {
            deepest = deepest.max(depth);
            match filter {
                Self::All(parts) | Self::Any(parts) => {
                    waiting.extend(parts.iter().map(|part| (part, depth + 1)));
                }
                Self::Not(part) => waiting.push((part, depth + 1)),
                Self::Is(_) => {}
            }
        }
        deepest
    }

    /// The conditions, in the order of the text. Walks without recursion.
    pub fn facets(&self) -> impl Iterator<Item = &Facet> + Clone {
        let mut waiting = vec![self];
        std::iter::from_fn(move || {
            loop {
                match waiting.pop()? {
                    Self::All(parts) | Self::Any(parts) => waiting.extend(parts.iter().rev()),
                    Self::Not(part) => waiting.push(part),
                    Self::Is(facet) => return Some(facet),
                }
            }
        })
    }
}

/// The part, where it is the only one; else the parts again.
fn single(mut parts: Vec<Filter>) -> Result<Filter, Vec<Filter>> {
    match (parts.pop(), parts.is_empty()) {
        (Some(only), true) => Ok(only),
        (last, _) => {
            parts.extend(last);
            Err(parts)
        }
    }
}

impl std::ops::Not for Filter {
    type Output = Self;

    fn not(self) -> Self {
        Self::not(self)
    }
}

impl From<Facet> for Filter {
    fn from(facet: Facet) -> Self {
        Self::Is(facet)
    }
}
