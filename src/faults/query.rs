//! What can be wrong with a filter.

use crate::trace::{Filter, FilterFault, QueryError};

/// A filter with a fault: its text, and how the fault is known.
#[derive(Debug, Clone, Copy)]
pub struct QueryFault {
    text: fn() -> String,
    told: Told,
}

#[derive(Debug, Clone, Copy)]
enum Told {
    By(fn(&FilterFault) -> bool),
    /// The filter is well made, and names what isn't there.
    NamesNothing,
}

/// A shorthand, so that the table reads as a table.
const fn fault(text: fn() -> String, told: fn(&FilterFault) -> bool) -> QueryFault {
    QueryFault { text, told: Told::By(told) }
}

impl QueryFault {
    /// At least one for each sort of fault that a filter can have, and one that names nothing.
    pub const ALL: &'static [Self] = {
        use FilterFault as Is;
        &[
            fault(|| "statsu:done".into(), |it| matches!(it, Is::UnknownWord)),
            fault(|| "status:finished".into(), |it| matches!(it, Is::UnknownValue { .. })),
            fault(String::new, |it| matches!(it, Is::Expected { .. })),
            fault(|| "serves".into(), |it| matches!(it, Is::Expected { .. })),
            fault(|| "serves:".into(), |it| matches!(it, Is::Expected { .. })),
            fault(|| "item:Ondermijning".into(), |it| matches!(it, Is::Expected { .. })),
            fault(|| "status:\"done\"".into(), |it| matches!(it, Is::Expected { .. })),
            fault(|| "year:2021 gap:late".into(), |it| matches!(it, Is::Expected { .. })),
            fault(|| "(year:2021 gap:late".into(), |it| matches!(it, Is::Expected { .. })),
            fault(|| "lead:“Politie”".into(), |it| matches!(it, Is::NotAMark)),
            fault(|| "power:Gemw".into(), |it| matches!(it, Is::NotAPower)),
            fault(|| "year:21".into(), |it| matches!(it, Is::NotAYear)),
            fault(|| "period:2021-02-29..2021-03-01".into(), |it| matches!(it, Is::NotAPeriod)),
            fault(|| "cost:1.000,50..".into(), |it| matches!(it, Is::NotACost)),
            fault(|| "period:2021-06-30..2021-01-01".into(), |it| matches!(it, Is::Reversed)),
            fault(|| "cost:200..100".into(), |it| matches!(it, Is::Reversed)),
            fault(|| "lead:\"Politie".into(), |it| matches!(it, Is::UnclosedQuote)),
            fault(|| r#"lead:"Pol\itie""#.into(), |it| matches!(it, Is::BadEscape)),
            fault(|| "(year:2021".into(), |it| matches!(it, Is::UnclosedParenthesis)),
            fault(|| "year:2021)".into(), |it| matches!(it, Is::UnopenedParenthesis)),
            fault(|| "not ".repeat(Filter::MAX_DEPTH) + "all", |it| matches!(it, Is::TooDeep)),
            fault(
                || "year:2021".to_owned() + &",2021".repeat(Filter::MAX_TEXT / 5),
                |it| matches!(it, Is::TooLong),
            ),
            QueryFault { text: || "serves:\"Nergens genoemd\"".into(), told: Told::NamesNothing },
        ]
    };

    /// The filter as it is written.
    #[must_use]
    pub fn text(&self) -> String {
        (self.text)()
    }

    /// Whether this is the error that the fault must give.
    #[must_use]
    pub fn is_told_by(&self, error: &QueryError) -> bool {
        match (self.told, error) {
            (Told::By(told), QueryError::Filter(error)) => told(&error.fault),
            (Told::NamesNothing, QueryError::Unknown { .. }) => true,
            _ => false,
        }
    }
}
