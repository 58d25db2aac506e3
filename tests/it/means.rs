//! Means: money and people per goal, against the costs of each goal and sums by hand.

use std::collections::{BTreeMap, BTreeSet};

use expect_test::expect;
use proptest::collection::vec;
use proptest::prelude::*;
use veiligheidsplan::analysis::{CostScope, EffortTotal, Means, costs, means};
use veiligheidsplan::draft::{EffortDraft, PeriodDraft, ServedDraft};
use veiligheidsplan::entity::{Action, ServedKind};
use veiligheidsplan::strategies::{PlanShape, plans};
use veiligheidsplan::trace::{Node, Trace};
use veiligheidsplan::{Element, Language, SafetyPlan};

use crate::support::{DEMO, day};

fn demo() -> SafetyPlan {
    SafetyPlan::from_json(DEMO).unwrap()
}

#[test]
fn the_demo_plan_tells_money_and_people_and_what_is_not_known() {
    let report = means(&demo());
    expect![[r#"
        Middelen: plan IVP-2020-2023 "Integraal Veiligheidsplan Vlaardingen 2020-2023"
        bekend: € 662.000; bedrag onbekend: 59; geen kosten vermeld: 15; geen inzet vermeld: 80
        92 acties: 18 dienen meer doelen en tellen in de totalen één keer; zonder doel: 3
          jaar         bedrag     fte  uren
          2020         € 36.000   1
          2021         € 72.000
          zonder jaar  € 554.000  3.6  560

          zekerheid    bedrag     acties
          geraamd      € 240.000  5
          ten hoogste  € 170.000  4
          vast         € 252.000  9

          dekking                bedrag     acties  bedrag onbekend
          bestaande begroting    € 236.500  57      48
          subsidie of uitkering  € 78.500   2       0
          aanvullende middelen   € 198.000  4       0
          bijdrage van partners  € 119.000  2       0
          overig                 € 30.000   1       0
          geen bron vermeld      € 0        11      11

          doel               acties  bedrag     zonder bedrag  uren  gedeeld  gedeeld bedrag
          doelstelling H     0       € 0        0                    0        € 0
          doelstelling S1    0       € 0        0                    0        € 0
          doelstelling S2    0       € 0        0                    0        € 0
          doelstelling S3    0       € 0        0                    0        € 0
          prioriteit P1      32      € 165.500  27             320   11       € 110.000
          doelstelling P1.D  32      € 165.500  27             320   11       € 110.000
          pijler P1.1        10      € 75.000   8              120   4        € 50.000
          pijler P1.2        12      € 0        12                   6        € 0
          pijler P1.3        3       € 18.500   2                    0        € 0
          pijler P1.4        8       € 72.000   6              200   5        € 60.000
          prioriteit P2      25      € 266.500  18                   6        € 180.000
          doelstelling P2.D  25      € 266.500  18                   6        € 180.000
          pijler P2.1        10      € 150.000  7                    2        € 120.000
          pijler P2.2        7       € 106.500  4                    4        € 60.000
          pijler P2.3        5       € 10.000   4                    0        € 0
          thema R1           7       € 45.000   6                    4        € 45.000
          thema R2           8       € 24.000   7                    2        € 0
          thema R3           4       € 22.000   3              90    0        € 0
          thema R4           4       € 0        4                    0        € 0
          thema R5           13      € 223.000  9              200   8        € 115.000
          thema R6           5       € 0        5                    1        € 0
          thema R7           4       € 111.000  2                    0        € 0
          thema R8           0       € 0        0                    0        € 0
          thema R9           3       € 0        3                    0        € 0
    "#]]
    .assert_eq(&report.to_text(Language::Dutch));
    assert!(report.to_markdown(Language::English).starts_with("# Means: plan IVP-2020-2023"));
}

/// A sum that a number of 18 digits can't hold is no number, and what is added to it makes none of it.
#[test]
fn a_sum_of_too_many_digits_is_not_told() {
    let most = "999999999999999999";
    for (hours, sum) in [
        (vec!["999999999999999998", "1"], Some(most)),
        (vec![most, "0"], Some(most)),
        (vec![most, "1"], None),
        (vec![most, "1", "1"], None),
        (vec![], None),
    ] {
        let mut draft = demo().to_draft();
        for (number, action) in draft.execution_plans.iter_mut().flat_map(|one| &mut one.actions).enumerate()
        {
            action.effort.clear();
            action.effort.extend(hours.get(number).map(|hours| {
                let mut effort = EffortDraft::new();
                (effort.hours, effort.fte) = (Some((*hours).to_owned()), Some((*hours).to_owned()));
                effort
            }));
        }
        let effort = means(&SafetyPlan::try_from(draft).unwrap()).effort;
        let found = [effort.hours, effort.hours_without_year, effort.fte_without_year];
        assert_eq!(
            found.map(|one| one.map(|one| one.to_string())),
            [sum; 3].map(|one| one.map(str::to_owned)),
            "{hours:?}"
        );
    }
}

/// Effort laid over an action: fte and hours in tenths, first and last year or no period.
type Work = (Option<u32>, Option<u32>, Option<(u32, u32)>);

fn work(plan: &SafetyPlan, work: &[Vec<Work>], also: &[prop::sample::Index]) -> SafetyPlan {
    let mut draft = plan.to_draft();
    let pillars: Vec<String> =
        draft.priorities.iter().flat_map(|one| &one.pillars).map(|one| one.id.clone()).collect();
    let tenths = |number: u32| match number % 10 {
        0 => (number / 10).to_string(),
        rest => format!("{}.{rest}", number / 10),
    };
    let actions = draft.execution_plans.iter_mut().flat_map(|one| &mut one.actions);
    for ((action, work), choice) in actions.zip(work).zip(also) {
        let stated = work.iter().filter(|(fte, hours, _)| fte.is_some() || hours.is_some());
        let effort = stated.map(|(fte, hours, years)| {
            let mut effort = EffortDraft::new();
            effort.fte = fte.map(tenths);
            effort.hours = hours.map(tenths);
            effort.period = years.map(|(start, more)| {
                PeriodDraft::new(format!("{start}-01-01"), format!("{}-12-31", start + more))
            });
            effort
        });
        action.effort = effort.collect();
        if !pillars.is_empty() {
            let served = ServedDraft::new(ServedKind::Pillar, choice.get(&pillars).clone());
            if !action.serves.contains(&served) {
                action.serves.push(served);
            }
        }
    }
    SafetyPlan::try_from(draft).unwrap()
}

fn tenths(number: &impl ToString) -> u64 {
    let text = number.to_string();
    let (whole, rest) = text.split_once('.').unwrap_or((&text, "0"));
    whole.parse::<u64>().unwrap() * 10 + rest.parse::<u64>().unwrap()
}

fn same(found: &EffortTotal, actions: &[&Action]) {
    let mut years: BTreeMap<i32, (BTreeSet<String>, u64, u64)> = BTreeMap::new();
    let (mut hours, mut loose_hours, mut loose_fte) = (0, 0, 0);
    for action in actions {
        for effort in action.effort() {
            let fte = effort.fte().map_or(0, |fte| tenths(&fte));
            let own = effort.hours().map_or(0, |hours| tenths(&hours));
            let within: Vec<i32> = effort.period().map_or(vec![], |period| period.years().collect());
            hours += own;
            loose_fte += if within.is_empty() { fte } else { 0 };
            loose_hours += if within.len() == 1 { 0 } else { own };
            for year in &within {
                let counts = effort.fte().is_some() || effort.hours().is_some() && within.len() == 1;
                if counts {
                    let row = years.entry(*year).or_default();
                    row.0.insert(action.id().to_string());
                    row.1 += fte;
                    row.2 += if within.len() == 1 { own } else { 0 };
                }
            }
        }
    }
    let zero = |number: &Option<veiligheidsplan::value::Decimal>| number.as_ref().map_or(0, tenths);
    let unstated = actions.iter().filter(|action| action.effort().is_empty()).count();
    assert_eq!(found.unstated_actions, unstated as u64);
    assert_eq!((zero(&found.hours), zero(&found.hours_without_year)), (hours, loose_hours));
    assert_eq!(zero(&found.fte_without_year), loose_fte);
    let own = found.by_year.iter().map(|one| (one.year, (one.actions, zero(&one.fte), zero(&one.hours))));
    let own: BTreeMap<_, _> = own.collect();
    let by_hand = years.into_iter().map(|(year, row)| (year, (row.0.len() as u64, row.1, row.2)));
    assert_eq!(own, by_hand.collect());
}

fn check(plan: &SafetyPlan, report: &Means) {
    let trace = Trace::of(plan, day("2021-09-01"));
    let all: Vec<&Action> =
        plan.execution_plans().iter().flat_map(|one| one.actions()).map(|action| &**action).collect();
    assert_eq!(report.costs, costs(plan, CostScope::Plan).unwrap());
    same(&report.effort, &all);
    // The goals that a thread up from an element passes.
    let passes = |from: Element<'_>, to: Element<'_>| {
        trace.up(from.id()).unwrap().any(|one| one.steps.iter().any(|step| step.node == Node::from(to.id())))
    };
    let mut rows = report.goals.iter();
    let mut shared_by_any = BTreeSet::new();
    let mut counted = BTreeSet::new();
    for goal in plan.elements() {
        let (scope, own): (CostScope, Vec<_>) = match goal {
            Element::Objective(one) => (one.id().into(), vec![]),
            Element::Pillar(one) => (one.id().into(), vec![]),
            Element::Priority(one) => (one.id().into(), one.objectives().iter().collect()),
            Element::Theme(one) => (one.id().into(), one.objectives().iter().collect()),
            _ => continue,
        };
        let row = rows.next().unwrap();
        assert_eq!(row.costs, costs(plan, scope).unwrap());
        let own: Vec<_> = own
            .iter()
            .flat_map(|one| std::iter::once(one.id()).chain(one.sub_objectives().iter().map(|sub| sub.id())))
            .map(|id| id.into_uuid())
            .collect();
        let below = |element: Element<'_>| passes(element, goal) || own.contains(&element.id().into_uuid());
        let (mut actions, mut shared, mut cents) = (vec![], 0, 0);
        for action in &all {
            let served = action.serves().iter().map(|served| plan.element(served.id().into_uuid()).unwrap());
            let goals = served.filter(|one| {
                matches!(
                    one,
                    Element::Objective(_) | Element::Priority(_) | Element::Pillar(_) | Element::Theme(_)
                )
            });
            let goals: Vec<_> = goals.collect();
            if !goals.iter().any(|one| below(*one)) {
                continue;
            }
            actions.push(*action);
            counted.insert(action.id());
            let owner = |one: &Element<'_>| match goal {
                Element::Objective(_) => {
                    let up = plan.holder(goal.id()).unwrap();
                    let top =
                        if matches!(up, Element::Objective(_)) { plan.holder(up.id()).unwrap() } else { up };
                    top.id() == one.id()
                }
                _ => false,
            };
            if goals.iter().any(|one| !below(*one) && !passes(goal, *one) && !owner(one)) {
                shared += 1;
                shared_by_any.insert(action.id());
                cents += action.cost().and_then(|cost| cost.amount().total()).unwrap_or(0);
            }
        }
        same(&row.effort, &actions);
        assert_eq!((row.shared_actions, row.shared_cents), (shared, cents), "{:?}", row.costs.scope);
    }
    assert!(rows.next().is_none());
    assert_eq!(report.shared_actions, shared_by_any.len() as u64);
    assert_eq!(report.without_goal, (all.len() - counted.len()) as u64);
}

#[test]
fn the_means_of_the_demo_plan_are_what_a_reader_adds_up() {
    check(&demo(), &means(&demo()));
}

proptest! {
    #[test]
    fn means_are_what_a_reader_adds_up(
        plan in plans(PlanShape::default()),
        laid in vec(vec((opt(1..50_u32), opt(1..50_u32), opt((2019..2022_u32, 0..3_u32))), 0..3), 8),
        also in vec(any::<prop::sample::Index>(), 8),
    ) {
        let plan = work(&plan, &laid, &also);
        check(&plan, &means(&plan));
    }
}

fn opt<S: Strategy>(of: S) -> proptest::option::OptionStrategy<S> {
    proptest::option::of(of)
}
