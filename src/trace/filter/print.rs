//! Filter to text.

use std::fmt::{self, Display, Formatter, Write};

use super::value::COST_WORDS;
use super::{CostTest, Facet, Filter, Mark};

/// The shortest text that reads back as the normal form of the filter: parentheses only where they are needed, and
/// values of one word after the other where any of them will do.
impl Display for Filter {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        print(&self.clone().normalised(), Around::Nothing, f)
    }
}

/// What the printed part stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Around {
    Nothing,
    Any,
    /// An all or a not: what holds more loosely needs parentheses.
    Tight,
}

fn print(filter: &Filter, around: Around, f: &mut Formatter<'_>) -> fmt::Result {
    match filter {
        Filter::Is(facet) => Display::fmt(facet, f),
        Filter::Not(part) => {
            f.write_str("not ")?;
            print(part, Around::Tight, f)
        }
        Filter::All(parts) if parts.is_empty() => f.write_str("all"),
        Filter::Any(parts) if parts.is_empty() => f.write_str("none"),
        Filter::All(parts) => enclosed(around == Around::Tight, f, |f| {
            for (number, part) in parts.iter().enumerate() {
                f.write_str(if number == 0 { "" } else { " and " })?;
                print(part, Around::Tight, f)?;
            }
            Ok(())
        }),
        Filter::Any(parts) => {
            let one_list = parts.windows(2).all(|pair| matches!(pair, [a, b] if listed_with(a, b)));
            enclosed(around == Around::Tight && !one_list, f, |f| {
                let mut before = None;
                for part in parts {
                    match (before, part) {
                        (Some(before), Filter::Is(facet)) if listed_with(before, part) => {
                            f.write_char(',')?;
                            value(facet, f)?;
                        }
                        (before, part) => {
                            f.write_str(if before.is_none() { "" } else { " or " })?;
                            print(part, Around::Any, f)?;
                        }
                    }
                    before = Some(part);
                }
                Ok(())
            })
        }
    }
}

/// Whether the second is written as one more value of the first.
fn listed_with(one: &Filter, next: &Filter) -> bool {
    matches!((one, next), (Filter::Is(one), Filter::Is(next)) if one.word() == next.word())
}

fn enclosed(
    needed: bool,
    f: &mut Formatter<'_>,
    inner: impl FnOnce(&mut Formatter<'_>) -> fmt::Result,
) -> fmt::Result {
    f.write_str(if needed { "(" } else { "" })?;
    inner(f)?;
    f.write_str(if needed { ")" } else { "" })
}

/// As in the text of a filter: `lead:"Politie"`.
impl Display for Facet {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.word())?;
        value(self, f)
    }
}

fn value(facet: &Facet, f: &mut Formatter<'_>) -> fmt::Result {
    match facet {
        Facet::Serves(mark)
        | Facet::Answers(mark)
        | Facet::Topic(mark)
        | Facet::Partner { partner: mark, .. }
        | Facet::Action(mark)
        | Facet::ExecutionPlan(mark)
        | Facet::Plan(mark)
        | Facet::Municipality(mark)
        | Facet::Area(mark)
        | Facet::Indicator(mark)
        | Facet::From(mark) => Display::fmt(mark, f),
        Facet::Year(year) => Display::fmt(year, f),
        Facet::Period { start, end } => write!(f, "{start}..{end}"),
        Facet::Status(state) => Display::fmt(state, f),
        Facet::Approach(approach) => Display::fmt(approach, f),
        Facet::Cost(test) => Display::fmt(test, f),
        Facet::Funding(source) => Display::fmt(source, f),
        Facet::Power(code) => Display::fmt(code, f),
        Facet::Origin(kind) => Display::fmt(kind, f),
        Facet::Item(text) | Facet::Title(text) => quoted(text, f),
        Facet::Disclosure(level) => Display::fmt(level, f),
        Facet::Gap(gap) => Display::fmt(gap, f),
    }
}

/// As in the text of a filter: bare, a name in double quotes.
impl Display for Mark {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Id(id) => Display::fmt(id, f),
            Self::Code(code) => f.write_str(code),
            Self::Name(name) => quoted(name, f),
        }
    }
}

fn quoted(text: &str, f: &mut Formatter<'_>) -> fmt::Result {
    f.write_char('"')?;
    for c in text.chars() {
        if matches!(c, '"' | '\\') {
            f.write_char('\\')?;
        }
        f.write_char(c)?;
    }
    f.write_char('"')
}

/// As in the text of a filter: a word, or euros from and to.
impl Display for CostTest {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Between { from, to } => {
                from.map_or(Ok(()), |cents| euros(cents, f))?;
                f.write_str("..")?;
                to.map_or(Ok(()), |cents| euros(cents, f))
            }
            word => COST_WORDS
                .iter()
                .find(|(.., test)| test == word)
                .map_or(Ok(()), |(text, ..)| f.write_str(text)),
        }
    }
}

fn euros(cents: u64, f: &mut Formatter<'_>) -> fmt::Result {
    match cents % 100 {
        0 => write!(f, "{}", cents / 100),
        rest => write!(f, "{}.{rest:02}", cents / 100),
    }
}
