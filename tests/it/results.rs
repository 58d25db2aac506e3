//! Results: figures held against targets, against a reader that counts in whole numbers.

use expect_test::{expect, expect_file};
use proptest::collection::vec;
use proptest::option::of as opt;
use proptest::prelude::*;
use veiligheidsplan::analysis::{BasisChange, TargetState, results};
use veiligheidsplan::draft::{
    BaselineDraft, FigureDraft, IndicatorDraft, PeriodDraft, RelativeTargetDraft, TargetDraft,
};
use veiligheidsplan::entity::{Comparator, Direction};
use veiligheidsplan::id::{IndicatorId, PlanId};
use veiligheidsplan::strategies::{PlanShape, plans};
use veiligheidsplan::{Language, SafetyPlan};

use crate::support::{BASE, DEMO, day};

fn demo() -> SafetyPlan {
    SafetyPlan::from_json(DEMO).unwrap()
}

#[test]
fn the_demo_plan_tells_what_was_measured_and_what_was_not() {
    let report = results(&demo(), day("2021-09-01"));
    expect![[r#"
        Resultaten: plan IVP-2020-2023 "Integraal Veiligheidsplan Vlaardingen 2020-2023"
        op 2021-09-01
        streefwaarden: niet gehaald 1, nog niet aan de orde 3
        indicatoren: 2; zonder streefwaarde: 0; zonder realisatie: 0
        - indicator IND-1 "Woninginbraken" (fictief) (aantal per 1 000 woningen); laatste realisatie 2020: 6.5 (gemeld op 2021-03-02) (fictief)
          - 2021-12-31 ten hoogste 5.8: nog niet aan de orde
          - 2023-12-31 ten hoogste 5: nog niet aan de orde
          - genoemd door actie 2020-A44 "Donkere Dagen Offensief uitvoeren met voorlichting en extra surveillance" (fictief); actie 2021-A39 "Donkere Dagen Offensief herzien en eerder in het seizoen starten" (fictief); actie 2021-A40 "Hang- en sluitwerk verbeteren in inbraakgevoelige portiekflats" (fictief)
        - indicator IND-2 "Integrale controles bij bedrijven" (fictief) (aantal per jaar); laatste realisatie 2020: 9 (gemeld op 2021-01-18) (fictief)
          - 2020-12-31 ten minste 12: niet gehaald; 2020: 9 (gemeld op 2021-01-18) (fictief)
          - 2021-12-31 tussen 12 en 16: nog niet aan de orde
          - genoemd door actie 2020-A05 "Twaalf integrale controles uitvoeren bij bedrijven in risicobranches" (fictief); actie 2021-A04 "Integrale controles voortzetten in risicobranches en havengebonden bedrijven" (fictief)
    "#]].assert_eq(&report.to_text(Language::Dutch));
    let text = results(&demo(), day("2024-09-01")).to_markdown(Language::English);
    assert!(text.starts_with("# Results: plan IVP-2020-2023"), "{text}");
    assert!(!text.contains("because"), "{text}");
}

fn year(year: u32) -> PeriodDraft {
    PeriodDraft::new(format!("{year}-01-01"), format!("{year}-12-31"))
}

/// A figure: year, value or none, month of reporting in the next year or none.
type Measured = (u32, Option<i64>, Option<u32>);
/// A target: year, comparator, value, relative, set against; missing where the value is 0.
type Aim = (u32, Option<Comparator>, i64, bool, Option<i64>);

#[derive(Debug, Clone)]
struct Case {
    direction: Option<Direction>,
    baseline: Option<(u32, Option<i64>)>,
    figures: Vec<Measured>,
    aims: Vec<Aim>,
    other_unit: bool,
}

fn cases() -> impl Strategy<Value = Case> {
    let figures = vec((2018..2022_u32, opt(0..20_i64), opt(1..4_u32)), 0..6);
    let comparators = opt(proptest::sample::select(Comparator::ALL));
    let aims = vec((2018..2023_u32, comparators, -15..20_i64, any::<bool>(), opt(0..20_i64)), 0..5);
    let direction = opt(proptest::sample::select(Direction::ALL));
    (direction, opt((2018..2022_u32, opt(0..20_i64))), figures, aims, proptest::bool::weighted(0.2)).prop_map(
        |(direction, baseline, mut figures, aims, other_unit)| {
            figures.sort();
            figures.dedup_by_key(|one| (one.0, one.2));
            let mut seen = std::collections::HashSet::new();
            figures.retain(|one| seen.insert((one.0, one.2)));
            Case { direction, baseline, figures, aims, other_unit }
        },
    )
}

fn with(plan: &SafetyPlan, case: &Case) -> SafetyPlan {
    let mut draft = plan.to_draft();
    let id = |name: &str| IndicatorId::derive(PlanId::from_name("results"), name).to_string();
    let mut before = IndicatorDraft::new(id("before"), "Voorheen", "per jaar");
    before.code = None;
    let unit = if case.other_unit { "per inwoner" } else { "per jaar" };
    let mut own = IndicatorDraft::new(id("own"), "Nu", unit);
    own.direction = case.direction;
    own.continues = vec![id("before")];
    own.baseline = case.baseline.map(|(when, value)| {
        let mut baseline = BaselineDraft::new(year(when));
        baseline.value = value.map(|value| value.to_string());
        baseline.missing = value.is_none().then(|| "PM".to_owned());
        baseline
    });
    for (when, value, month) in &case.figures {
        let mut figure = FigureDraft::new(year(*when));
        figure.value = value.map(|value| value.to_string());
        figure.missing = value.is_none().then(|| "NNB".to_owned());
        figure.reported_on = month.map(|month| format!("{}-0{month}-01", when + 1));
        own.figures.push(figure);
    }
    for (when, comparator, value, relative, against) in &case.aims {
        let mut target = TargetDraft::new(format!("{when}-12-31"));
        if *relative {
            let mut relative = RelativeTargetDraft::new(year(when - 1), value.to_string());
            relative.set_against = against.map(|value| value.to_string());
            target.relative_to = Some(relative);
        } else if *value == 0 {
            target.missing = Some("PM".to_owned());
        } else {
            target.value = Some(value.to_string());
            target.comparator = *comparator;
            target.upper_value = (*comparator == Some(Comparator::Between)).then(|| (value + 3).to_string());
        }
        own.targets.push(target);
    }
    draft.indicators.extend([before, own]);
    SafetyPlan::try_from(draft).unwrap()
}

/// The figure of a year as known on 1 March 2021.
fn known(case: &Case, when: u32) -> Option<&Measured> {
    let order = |month: Option<u32>| month.unwrap_or(0);
    let reported = |one: &&Measured| when < 2020 || when == 2020 && order(one.2) <= 3;
    let of = case.figures.iter().filter(|one| one.0 == when).filter(reported);
    of.max_by_key(|one| order(one.2))
}

/// Its value.
fn value(case: &Case, when: u32) -> Option<i64> {
    known(case, when).and_then(|one| one.1)
}

fn expected(case: &Case, aim: &Aim) -> (TargetState, Option<BasisChange>) {
    let (when, comparator, value, relative, against) = *aim;
    if !relative && value == 0 {
        return (TargetState::NotSet, None);
    }
    if when > 2020 {
        return (TargetState::NotDue, None);
    }
    if case.other_unit {
        return (TargetState::BasisChanged, Some(BasisChange::UnitChanged));
    }
    let direction = case.direction.map(|one| match one {
        Direction::HigherIsBetter => Comparator::AtLeast,
        Direction::LowerIsBetter => Comparator::AtMost,
    });
    // Everything times a hundred, so that percentages stay whole.
    let (aim, comparator) = if relative {
        let baseline = case.baseline.filter(|one| one.0 == when - 1).and_then(|one| one.1);
        let Some(base) = against.or(baseline).or_else(|| self::value(case, when - 1)) else {
            return (TargetState::BasisChanged, Some(BasisChange::BaselineMissing));
        };
        let sign = match value {
            ..0 => Comparator::AtMost,
            0 => direction.unwrap_or(Comparator::Equal),
            _ => Comparator::AtLeast,
        };
        (base * (100 + value), sign)
    } else {
        match comparator.or(direction) {
            Some(comparator) => (value * 100, comparator),
            None => return (TargetState::NoComparator, None),
        }
    };
    let Some(measured) = self::value(case, when) else { return (TargetState::NotMeasured, None) };
    let measured = measured * 100;
    let met = match comparator {
        Comparator::LessThan => measured < aim,
        Comparator::AtMost => measured <= aim,
        Comparator::Equal => measured == aim,
        Comparator::AtLeast => measured >= aim,
        Comparator::GreaterThan => measured > aim,
        Comparator::Between => (aim..=aim + 300).contains(&measured),
    };
    (if met { TargetState::Met } else { TargetState::NotMet }, None)
}

/// A target of 10, or from 10 to 13, against what is below, at and above these bounds.
#[test]
fn each_comparator_is_met_where_it_says() {
    let measured = [9, 10, 11, 13, 14];
    for (comparator, met) in [
        (Comparator::LessThan, [true, false, false, false, false]),
        (Comparator::AtMost, [true, true, false, false, false]),
        (Comparator::Equal, [false, true, false, false, false]),
        (Comparator::AtLeast, [false, true, true, true, true]),
        (Comparator::GreaterThan, [false, false, true, true, true]),
        (Comparator::Between, [false, true, true, true, false]),
    ] {
        let found = measured.map(|value| {
            let case = Case {
                direction: None,
                baseline: None,
                figures: vec![(2020, Some(value), None)],
                aims: vec![(2020, Some(comparator), 10, false, None)],
                other_unit: false,
            };
            let report = results(&with(&demo(), &case), day("2021-03-01"));
            report.indicators.last().unwrap().targets[0].state
        });
        let wanted = met.map(|met| if met { TargetState::Met } else { TargetState::NotMet });
        assert_eq!(found, wanted, "{comparator} held against {measured:?}");
    }
}

#[test]
fn every_state_of_a_target_is_printed_in_both_languages() {
    let case = Case {
        direction: Some(Direction::LowerIsBetter),
        baseline: Some((2018, Some(8))),
        figures: vec![(2018, Some(9), Some(2)), (2019, Some(7), Some(2)), (2020, None, Some(2))],
        aims: vec![(2019, None, -10, true, None), (2020, None, 5, false, None), (2021, None, 5, true, None)],
        other_unit: false,
    };
    let base = SafetyPlan::from_json(BASE).unwrap();
    let changed = Case { other_unit: true, figures: vec![], ..case.clone() };
    let mut said = String::new();
    for (case, on) in [(case, "2023-01-01"), (changed, "2023-12-31")] {
        let report = results(&with(&base, &case), day(on));
        said.push_str(&report.to_text(Language::English));
        said.push('\n');
        said.push_str(&report.to_text(Language::Dutch));
        said.push('\n');
    }
    expect_file!["goldens/results.txt"].assert_eq(&said);
}

proptest! {
    #[test]
    fn results_are_what_a_reader_finds(plan in plans(PlanShape::default()), case in cases()) {
        let plan = with(&plan, &case);
        let report = results(&plan, day("2021-03-01"));
        prop_assert_eq!(report.indicators.len(), plan.indicators().len());
        let own = report.indicators.last().unwrap();
        prop_assert_eq!(own.other_unit.len(), usize::from(case.other_unit));
        let found: Vec<_> = own.targets.iter().map(|one| (one.state, one.change)).collect();
        let wanted: Vec<_> = case.aims.iter().map(|aim| expected(&case, aim)).collect();
        prop_assert_eq!(found, wanted);
        for (target, aim) in own.targets.iter().zip(&case.aims) {
            if let Some(figure) = &target.figure {
                let value = figure.value.map(|value| value.to_string());
                prop_assert_eq!(Some(value), known(&case, aim.0).map(|one| one.1.map(|one| one.to_string())));
            }
        }
        let with_value = (2018..2022).filter(|when| value(&case, *when).is_some()).count();
        prop_assert_eq!(own.figures, with_value as u64);
        let all: Vec<_> = report.indicators.iter().flat_map(|one| &one.targets).collect();
        prop_assert_eq!(report.counts.iter().map(|one| one.targets).sum::<u64>(), all.len() as u64);
        for element in plan.execution_plans().iter().flat_map(|one| one.actions()) {
            for id in element.indicators() {
                let one = report.indicators.iter().find(|one| one.indicator.id == id.into_uuid()).unwrap();
                prop_assert!(one.actions.iter().any(|action| action.id == element.id().into_uuid()));
            }
        }
    }
}
