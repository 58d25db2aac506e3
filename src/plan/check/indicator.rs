//! Rules of indicators: a value or the reason why there is none.

use std::collections::HashMap;

use super::Rules;
use crate::entity::{Baseline, Comparator, Figure, Indicator, Period, Target};
use crate::finding::{Arg, Code, Finding};
use crate::place::Path;

impl Rules<'_> {
    pub(super) fn baseline(&mut self, at: &Path<'_>, baseline: &Baseline) {
        if baseline.value().is_some() == baseline.missing().is_some() {
            self.error_here(Code::IndicatorValueOrMissing, at, &[]);
        }
    }

    pub(super) fn figure(&mut self, at: &Path<'_>, figure: &Figure) {
        if let Some(reported) = figure.reported_on()
            && reported < figure.period().start()
        {
            let days = [reported, figure.period().start()].map(|day| Arg::from(day.to_string()));
            let start = at.key(Figure::key("period")).key(Period::key("start")).place();
            let place = at.key(Figure::key("reportedOn")).place();
            self.find(Finding::new(Code::IndicatorReportedBeforePeriod, place, &days).related([start]));
        }
        if figure.value().is_some() == figure.missing().is_some() {
            self.error_here(Code::IndicatorValueOrMissing, at, &[]);
        }
    }

    pub(super) fn target(&mut self, at: &Path<'_>, target: &Target) {
        let ways = [target.value().is_some(), target.relative_to().is_some(), target.missing().is_some()];
        let stray_comparator = target.comparator().is_some() && target.value().is_none();
        if ways.into_iter().filter(|way| *way).count() != 1 || stray_comparator {
            self.error_here(Code::IndicatorTargetValue, at, &[]);
            return;
        }
        let between = target.comparator() == Some(Comparator::Between);
        let reversed = target.value().zip(target.upper_value()).is_some_and(|(lower, upper)| upper < lower);
        if between != target.upper_value().is_some() || reversed {
            self.error_here(Code::IndicatorUpperValue, at, &[]);
        }
    }

    /// A later figure of a period revises the earlier; two of one day contradict each other.
    pub(super) fn indicator(&mut self, at: &Path<'_>, indicator: &Indicator) {
        let list = at.key(Indicator::key("figures"));
        let mut firsts = HashMap::new();
        for (index, figure) in indicator.figures().iter().enumerate() {
            let key = (figure.period().start(), figure.period().end(), figure.reported_on());
            let first = *firsts.entry(key).or_insert(index);
            // What makes two figures the same may be what could not be read.
            let unread = || {
                [first, index].iter().any(|number| {
                    let figure = list.index(*number);
                    let keys = [Figure::key("period"), Figure::key("reportedOn")];
                    keys.iter().any(|key| self.sink.is_spoiled_in(&figure.key(*key).place()))
                })
            };
            if first != index && !unread() {
                let finding = Finding::new(Code::IndicatorFigureRepeated, list.index(index).place(), &[]);
                self.find(finding.related([list.index(first).place()]));
            }
        }
    }
}
