//! Whether a filter that was built by hand can be written and read.

use super::value::{is_code, is_year};
use super::{CostTest, Facet, Filter, FilterError, FilterFault, Mark};
use crate::rule::MAX_INTEGER;

impl Filter {
    /// Whether its values are what the readers take and it is no deeper than [`Filter::MAX_DEPTH`]; what a reader gave
    /// is. Walks without recursion.
    ///
    /// # Errors
    /// The first value in the order of the text that isn't one, such as a period that runs backwards.
    pub fn check(&self) -> Result<(), FilterError> {
        if self.depth() > Self::MAX_DEPTH {
            return Err(FilterError::new(FilterFault::TooDeep, "filter"));
        }
        self.facets().try_for_each(Facet::check)
    }
}

impl Facet {
    /// Whether its value is what the readers take.
    ///
    /// # Errors
    /// The value isn't, such as a period that runs backwards.
    pub fn check(&self) -> Result<(), FilterError> {
        self.fault().map_or(Ok(()), |fault| Err(FilterError::new(fault, &self.to_string())))
    }

    fn fault(&self) -> Option<FilterFault> {
        match self {
            Self::Year(year) => (!is_year(*year)).then_some(FilterFault::NotAYear),
            Self::Period { start, end } => (end < start).then_some(FilterFault::Reversed),
            Self::Cost(CostTest::Between { from, to }) => match (from, to) {
                (None, None) => Some(FilterFault::NotACost),
                (from, to) if from.max(to) > &Some(MAX_INTEGER) => Some(FilterFault::NotACost),
                (Some(from), Some(to)) if to < from => Some(FilterFault::Reversed),
                _ => None,
            },
            other => match other.mark()? {
                Mark::Id(id) => id.is_nil().then_some(FilterFault::NotAMark),
                Mark::Code(code) => (!is_code(code)).then_some(FilterFault::NotAMark),
                Mark::Name(_) => None,
            },
        }
    }
}
