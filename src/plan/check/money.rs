//! Rules of amounts: unknown is not zero, and parts add up to the whole.

use super::Rules;
use crate::entity::{Amount, Certainty, sum};
use crate::finding::{Arg, Code};
use crate::place::Path;

impl Rules<'_> {
    pub(super) fn amount(&mut self, at: &Path<'_>, amount: &Amount) {
        let has_figures = amount.cents().is_some() || !amount.years().is_empty();
        match (amount.kind(), has_figures) {
            (Certainty::Unknown, true) => self.error_here(Code::AmountUnknownWithFigures, at, &[]),
            (Certainty::Unknown, false) => {}
            (_, false) => self.error_here(Code::AmountWithoutFigures, at, &[]),
            (_, true) => self.figures(at, amount),
        }
    }

    fn figures(&mut self, at: &Path<'_>, amount: &Amount) {
        let list = at.key(Amount::key("years"));
        let mut years: Vec<_> =
            amount.years().iter().enumerate().map(|(index, row)| (row.year(), index)).collect();
        years.sort_unstable();
        for pair in years.windows(2) {
            if let [(first, _), (again, index)] = pair
                && first == again
            {
                let year = Arg::from(again.to_string());
                self.error_here(Code::AmountYearRepeated, &list.index(*index), &[year]);
            }
        }
        if let (Some(cents), [_, ..]) = (amount.cents(), amount.years())
            && cents.get() != sum(amount.years())
        {
            let figures = [cents.get(), sum(amount.years())].map(|cents| Arg::from(cents.to_string()));
            let reads = [Amount::key("years")];
            self.error(Code::AmountYearsDoNotAddUp, at, Amount::key("cents"), &reads, &figures);
        }
    }
}
