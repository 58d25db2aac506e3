//! Holds figures against targets.

use std::collections::{BTreeMap, HashMap};

use super::{BasisChange, IndicatorResult, Results, TargetCount, TargetResult, TargetState, UsedFigure};
use crate::entity::{Comparator, Direction, Figure, Indicator, Period, RelativeTarget, Target};
use crate::id::IndicatorId;
use crate::plan::{Element, Named, SafetyPlan};
use crate::value::{Date, Decimal};

/// What the figures known on a day say of the targets of a plan.
///
/// `O(n + t f)` in the elements `n`, and in the targets `t` and figures `f` of one indicator.
///
/// A figure counts from the day on which it was reported, or from the end of its period where no day is stated. A target
/// is held against the figure whose period holds its day; of several the one that ends last and is longest. A target
/// without a comparator follows the direction of the indicator, a relative one the sign of its change.
///
/// ```
/// use veiligheidsplan::{SafetyPlan, analysis::{TargetState, results}};
///
/// let plan = SafetyPlan::from_json(include_str!("../../../data/vlaardingen-2020-2023.demo.plan.json"))?;
/// let report = results(&plan, "2021-09-01".parse()?);
/// let due = report.indicators.iter().flat_map(|one| &one.targets);
/// assert!(due.filter(|one| one.date > report.day).all(|one| one.state == TargetState::NotDue));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn results(plan: &SafetyPlan, as_of: Date) -> Results {
    let mut named_by: HashMap<IndicatorId, (Vec<Named>, Vec<Named>)> = HashMap::new();
    for element in plan.elements() {
        match element {
            Element::Objective(objective) => {
                for id in objective.indicators() {
                    named_by.entry(*id).or_default().0.push(element.into());
                }
            }
            Element::Action(action) => {
                for id in action.indicators() {
                    named_by.entry(*id).or_default().1.push(element.into());
                }
            }
            _ => {}
        }
    }
    let mut counts: BTreeMap<TargetState, u64> = BTreeMap::new();
    let mut indicators = Vec::new();
    for indicator in plan.indicators() {
        let earlier = indicator.continues().iter().filter_map(|id| plan.indicator(*id));
        let other_unit = earlier.filter(|earlier| earlier.unit() != indicator.unit());
        let other_unit: Vec<Named> = other_unit.map(|one| Element::Indicator(one).into()).collect();
        let known = Known::of(indicator, as_of);
        let judge = |target| known.target(indicator, target, as_of, !other_unit.is_empty());
        let targets: Vec<TargetResult> = indicator.targets().iter().map(judge).collect();
        for target in &targets {
            *counts.entry(target.state).or_default() += 1;
        }
        let (objectives, actions) = named_by.remove(&indicator.id()).unwrap_or_default();
        let valued = known.0.iter().filter(|figure| figure.value().is_some());
        indicators.push(IndicatorResult {
            indicator: Element::Indicator(indicator).into(),
            unit: indicator.unit().to_string(),
            objectives,
            actions,
            targets,
            figures: valued.clone().count() as u64,
            latest: last(valued.copied()).map(UsedFigure::from),
            other_unit,
        });
    }
    Results {
        plan: Element::Plan(plan).into(),
        day: as_of,
        counts: counts.into_iter().map(|(state, targets)| TargetCount { state, targets }).collect(),
        without_targets: indicators.iter().filter(|one| one.targets.is_empty()).count() as u64,
        without_figures: indicators.iter().filter(|one| one.figures == 0).count() as u64,
        indicators,
    }
}

/// The figure that ends last; of several the longest.
fn last<'a>(figures: impl Iterator<Item = &'a Figure>) -> Option<&'a Figure> {
    figures.max_by_key(|figure| (figure.period().end(), std::cmp::Reverse(figure.period().start())))
}

/// The last revision of the figure of each period that was known on a day.
#[derive(Debug)]
struct Known<'a>(Vec<&'a Figure>);

impl<'a> Known<'a> {
    fn of(indicator: &'a Indicator, day: Date) -> Self {
        let mut known: BTreeMap<(Date, Date), &Figure> = BTreeMap::new();
        for figure in indicator.figures() {
            let period = figure.period();
            if figure.reported_on().unwrap_or(period.end()) > day {
                continue;
            }
            let last = known.entry((period.end(), period.start())).or_insert(figure);
            if last.reported_on() < figure.reported_on() {
                *last = figure;
            }
        }
        Self(known.into_values().collect())
    }

    /// The value of a period: the baseline, or a figure of that same period.
    fn value_of(&self, indicator: &Indicator, period: &Period) -> Option<Decimal> {
        let baseline = indicator.baseline().filter(|baseline| baseline.period() == period);
        let baseline = baseline.and_then(|baseline| baseline.value());
        let mut figures = self.0.iter().filter(|figure| figure.period() == period);
        baseline.or_else(|| figures.find_map(|figure| figure.value()))
    }

    fn target(&self, indicator: &Indicator, target: &Target, day: Date, unit_changed: bool) -> TargetResult {
        let relative = target.relative_to();
        let base =
            relative.and_then(|one| one.set_against().or_else(|| self.value_of(indicator, one.period())));
        let value = match relative {
            Some(relative) => base.and_then(|base| base.changed_by(relative.percent())),
            None => target.value(),
        };
        let mut result = TargetResult {
            date: target.date(),
            state: TargetState::NotSet,
            comparator: comparator(indicator, target),
            value,
            upper_value: target.upper_value(),
            percent: relative.map(RelativeTarget::percent),
            set_against: base,
            figure: None,
            change: None,
            missing: target.missing().map(ToString::to_string),
        };
        if result.missing.is_some() {
            return result;
        }
        result.state = TargetState::NotDue;
        if day < target.date() {
            return result;
        }
        let about = self.0.iter().copied().filter(|figure| figure.period().contains(target.date()));
        let figure = last(about);
        result.figure = figure.map(UsedFigure::from);
        result.change = if unit_changed {
            Some(BasisChange::UnitChanged)
        } else {
            value.is_none().then_some(BasisChange::BaselineMissing)
        };
        let measured = figure.and_then(|figure| figure.value());
        result.state = match (result.change, result.comparator, measured.zip(value)) {
            (Some(_), ..) => TargetState::BasisChanged,
            (None, None, _) => TargetState::NoComparator,
            (None, _, None) => TargetState::NotMeasured,
            (None, Some(comparator), Some((measured, value))) => {
                let upper = target.upper_value().unwrap_or(value);
                if holds(comparator, measured, value, upper) { TargetState::Met } else { TargetState::NotMet }
            }
        };
        result
    }
}

fn comparator(indicator: &Indicator, target: &Target) -> Option<Comparator> {
    if target.missing().is_some() {
        return None;
    }
    let by_direction = indicator.direction().map(|direction| match direction {
        Direction::HigherIsBetter => Comparator::AtLeast,
        Direction::LowerIsBetter => Comparator::AtMost,
    });
    let by_sign = target.relative_to().map(|relative| match relative.percent() {
        percent if percent.is_negative() => Comparator::AtMost,
        percent if percent.to_string() == "0" => by_direction.unwrap_or(Comparator::Equal),
        _ => Comparator::AtLeast,
    });
    target.comparator().or(by_sign).or(by_direction)
}

fn holds(comparator: Comparator, measured: Decimal, value: Decimal, upper: Decimal) -> bool {
    match comparator {
        Comparator::LessThan => measured < value,
        Comparator::AtMost => measured <= value,
        Comparator::Equal => measured == value,
        Comparator::AtLeast => measured >= value,
        Comparator::GreaterThan => measured > value,
        Comparator::Between => value <= measured && measured <= upper,
    }
}

impl From<&Figure> for UsedFigure {
    fn from(figure: &Figure) -> Self {
        Self {
            period: figure.period().clone(),
            reported_on: figure.reported_on(),
            value: figure.value(),
            missing: figure.missing().map(ToString::to_string),
            fictional: figure.fictional(),
        }
    }
}
