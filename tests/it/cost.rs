//! Costs: sums over actions, each once, and what is unknown beside them.

use std::collections::{BTreeMap, HashSet};

use expect_test::expect;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use veiligheidsplan::analysis::{CostScope, costs};
use veiligheidsplan::draft::{AmountDraft, CostDraft, FundingDraft, ServedDraft, YearAmountDraft};
use veiligheidsplan::entity::{Action, Certainty, FundingSource, Objective, ServedKind};
use veiligheidsplan::id::{ObjectiveId, PlanId, PriorityId};
use veiligheidsplan::strategies::{PlanShape, drafts};
use veiligheidsplan::trace::{Node, Trace};
use veiligheidsplan::{Element, Language, SafetyPlan, SafetyPlanDraft};

use crate::support::DEMO;

fn demo() -> SafetyPlan {
    SafetyPlan::from_json(DEMO).unwrap()
}

fn priority(plan: &SafetyPlan, code: &str) -> PriorityId {
    plan.priorities().iter().find(|one| one.code().is_some_and(|own| own.as_str() == code)).unwrap().id()
}

#[test]
fn the_demo_plan_says_what_is_known_and_how_much_is_not() {
    let plan = demo();
    let all = costs(&plan, CostScope::Plan).unwrap();
    assert_eq!((all.actions, all.unknown_actions, all.unstated_actions), (92, 59, 15));
    let known: Vec<_> = all.known.iter().map(|one| (one.certainty, one.cents, one.actions)).collect();
    assert_eq!(
        known,
        [
            (Certainty::Estimated, 24_000_000, 5),
            (Certainty::Ceiling, 17_000_000, 4),
            (Certainty::Fixed, 25_200_000, 9),
        ]
    );
    assert!(!all.is_complete());
    expect![[r#"
        Kosten: plan IVP-2020-2023 "Integraal Veiligheidsplan Vlaardingen 2020-2023"
        bekend: € 662.000
        zonder bedrag: 74 van de 92 acties (bedrag onbekend: 59, geen kosten vermeld: 15)
          zekerheid    bedrag     acties
          geraamd      € 240.000  5
          ten hoogste  € 170.000  4
          vast         € 252.000  9

          jaar         bedrag     acties
          2020         € 36.000   1
          2021         € 72.000   1
          zonder jaar  € 554.000

          dekking                bedrag     acties  bedrag onbekend
          bestaande begroting    € 236.500  57      48
          subsidie of uitkering  € 78.500   2       0
          aanvullende middelen   € 198.000  4       0
          bijdrage van partners  € 119.000  2       0
          overig                 € 30.000   1       0
          geen bron vermeld      € 0        11      11
        - budget: onbekend (bestaande begroting)
        budgetten horen niet bij de kosten
    "#]]
    .assert_eq(&all.to_text(Language::Dutch));
    let of = costs(&plan, priority(&plan, "P1")).unwrap();
    expect![[r#"
        Costs: priority P1 "Een weerbare stad en organisatie tegen ondermijning"
        known: € 165,500
        without an amount: 27 of 32 actions (amount unknown: 24, no cost stated: 3)
          certainty  amount    actions
          estimated  € 75,000  2
          at most    € 60,000  1
          fixed      € 30,500  2

          year            amount     actions
          without a year  € 165,500

          source            amount    actions  amount unknown
          existing budget   € 37,000  19       17
          grant             € 78,500  2        0
          additional money  € 50,000  1        0
          no source stated  € 0       7        7
    "#]]
    .assert_eq(&of.to_text(Language::English));
    let of = costs(&plan, plan.execution_plans()[0].id()).unwrap();
    expect![[r#"
        # Kosten: uitvoeringsplan UP-2020 "Uitvoeringsplan veiligheid 2020" (fictief)

        bekend: € 199.500

        zonder bedrag: 39 van de 48 acties (bedrag onbekend: 31, geen kosten vermeld: 8)

        | zekerheid | bedrag | acties |
        |---|---|---|
        | geraamd | € 55.000 | 2 |
        | ten hoogste | € 40.000 | 2 |
        | vast | € 104.500 | 5 |

        | jaar | bedrag | acties |
        |---|---|---|
        | 2020 | € 36.000 | 1 |
        | zonder jaar | € 163.500 |  |

        | dekking | bedrag | acties | bedrag onbekend |
        |---|---|---|---|
        | bestaande begroting | € 115.000 | 32 | 26 |
        | subsidie of uitkering | € 18.500 | 1 | 0 |
        | aanvullende middelen | € 36.000 | 1 | 0 |
        | overig | € 30.000 | 1 | 0 |
        | geen bron vermeld | € 0 | 5 | 5 |

        - budget: ten hoogste € 350.000 (bestaande begroting)
        - ruimte voor actualiteit: ten hoogste € 50.000 (bestaande begroting)

        budgetten horen niet bij de kosten
    "#]]
    .assert_eq(&of.to_markdown(Language::Dutch));
}

#[test]
fn an_action_on_two_pillars_of_a_priority_counts_once_for_it_and_once_for_each() {
    let plan = demo();
    let Some(Element::Action(action)) = plan.coded("2020-A16").next() else { panic!("an action") };
    let pillars: Vec<_> =
        action.serves().iter().map(|served| plan.element(served.id().into_uuid())).collect();
    let [Some(Element::Pillar(one)), Some(Element::Pillar(other))] = pillars[..] else {
        panic!("two pillars")
    };
    let Some(Element::Priority(holder)) = plan.holder(one.id()) else { panic!("a priority") };
    assert_eq!(plan.holder(other.id()).unwrap().id(), holder.id().into());
    let mut draft = plan.to_draft();
    let mut drafts = draft.execution_plans.iter_mut().flat_map(|execution| &mut execution.actions);
    let mut amount = AmountDraft::new(Certainty::Ceiling);
    amount.years = vec![YearAmountDraft::new(2020_u64, 700_u64), YearAmountDraft::new(2021_u64, 300_u64)];
    drafts.find(|one| one.id == action.id().to_string()).unwrap().cost = Some(CostDraft::new(amount));
    let paid = SafetyPlan::try_from(draft).unwrap();
    for scope in [CostScope::from(one.id()), other.id().into(), holder.id().into(), CostScope::Plan] {
        let (before, after) = (costs(&plan, scope).unwrap(), costs(&paid, scope).unwrap());
        assert_eq!(after.actions, before.actions);
        assert_eq!(after.total_cents - before.total_cents, 1_000, "all its years, once");
        assert_eq!(before.unstated_actions - after.unstated_actions, 1);
        assert_eq!(after.without_year_cents, before.without_year_cents);
    }
}

#[test]
fn a_budget_stands_beside_the_costs_and_changes_none_of_them() {
    let plan = demo();
    let mut draft = plan.to_draft();
    let mut amount = AmountDraft::new(Certainty::Fixed);
    amount.cents = Some(123_456);
    draft.priorities[0].budget = Some(CostDraft::new(amount));
    draft.budget = None;
    let other = SafetyPlan::try_from(draft).unwrap();
    for scope in [CostScope::Plan, priority(&plan, "P1").into()] {
        let (before, mut after) = (costs(&plan, scope).unwrap(), costs(&other, scope).unwrap());
        assert_ne!(before.budgets, after.budgets);
        after.budgets.clone_from(&before.budgets);
        assert_eq!(after, before);
    }
}

#[test]
fn sums_beyond_what_a_number_holds_stay_at_the_largest() {
    let mut draft = demo().to_draft();
    let template = draft.execution_plans[0].actions[0].clone();
    for number in 0..2_100 {
        let mut action = template.clone();
        let id = veiligheidsplan::id::ActionId::derive(PlanId::from_name("much"), &number.to_string());
        (action.id, action.code) = (id.to_string(), None);
        let mut amount = AmountDraft::new(Certainty::Fixed);
        amount.cents = Some((1 << 53) - 1);
        amount.years = vec![YearAmountDraft::new(2020_u64, (1_u64 << 53) - 1)];
        action.cost = Some(CostDraft::new(amount));
        draft.execution_plans[0].actions.push(action);
    }
    let all = costs(&SafetyPlan::try_from(draft).unwrap(), CostScope::Plan).unwrap();
    assert_eq!(all.total_cents, u64::MAX);
    assert_eq!(all.by_year[0].cents, u64::MAX);
    assert_eq!(all.known.last().unwrap().cents, u64::MAX);
    assert_eq!(all.by_funding.last().unwrap().cents, u64::MAX);
}

#[test]
fn an_element_of_another_plan_is_refused() {
    let id = ObjectiveId::derive(PlanId::from_name("elsewhere"), "H");
    assert_eq!(costs(&demo(), id).unwrap_err().to_string(), format!("the plan has no element {id}"));
}

/// Random money laid over the actions of a generated plan: certainty, cents per year or once, sources with or without an
/// amount; and objectives that actions serve besides.
type Money = (Option<(Certainty, Vec<u64>, bool)>, Vec<(FundingSource, Option<u64>)>, Option<Index>);

fn money() -> impl Strategy<Value = Vec<Money>> {
    let certainty = proptest::sample::select(Certainty::ALL);
    let cost = proptest::option::of((certainty, vec(0..1_000_u64, 1..4), any::<bool>()));
    let source = proptest::sample::select(FundingSource::ALL);
    let funding = vec((source, proptest::option::of(0..1_000_u64)), 0..3);
    vec((cost, funding, proptest::option::of(any::<Index>())), 8)
}

fn pay(mut draft: SafetyPlanDraft, money: &[Money]) -> SafetyPlan {
    let own = draft.priorities.iter().flat_map(|one| &one.objectives);
    let subs = draft.objectives.iter().flat_map(|one| &one.sub_objectives);
    let objectives: Vec<String> = own.chain(subs).map(|one| one.id.clone()).collect();
    let actions = draft.execution_plans.iter_mut().flat_map(|one| &mut one.actions);
    for (action, (cost, funding, objective)) in actions.zip(money) {
        action.cost = cost.as_ref().map(|(kind, cents, yearly)| {
            let mut amount = AmountDraft::new(*kind);
            match (*kind, *yearly) {
                (Certainty::Unknown, _) => {}
                (_, false) => amount.cents = Some(cents.iter().sum()),
                (_, true) => {
                    let rows = cents.iter().zip(2020_u64..);
                    amount.years = rows.map(|(cents, year)| YearAmountDraft::new(year, *cents)).collect();
                }
            }
            let mut cost = CostDraft::new(amount);
            let fund = |(source, cents): &(FundingSource, Option<u64>)| {
                let mut funding = FundingDraft::new(*source);
                funding.amount = cents.map(|cents| {
                    let mut amount = AmountDraft::new(Certainty::Fixed);
                    amount.cents = Some(cents);
                    amount
                });
                funding
            };
            cost.funding = funding.iter().map(fund).collect();
            cost
        });
        if let Some(choice) = objective {
            let served = ServedDraft::new(ServedKind::Objective, choice.get(&objectives).clone());
            if !action.serves.contains(&served) {
                action.serves.push(served);
            }
        }
    }
    SafetyPlan::try_from(draft).unwrap()
}

/// Every scope of a plan, with the actions that a reader would count for it.
fn scopes(plan: &SafetyPlan) -> Vec<(CostScope, Vec<&Action>)> {
    let trace = Trace::of(plan, crate::support::day("2021-09-01"));
    let all: Vec<&Action> =
        plan.execution_plans().iter().flat_map(|one| one.actions()).map(|action| &**action).collect();
    let passes = |action: &Action, node: Node| {
        trace.up(action.id()).unwrap().any(|thread| thread.steps.iter().any(|step| step.node == node))
    };
    let own = |objectives: &[Objective]| {
        let all = objectives.iter().flat_map(|own| std::iter::once(own).chain(own.sub_objectives()));
        all.map(|own| own.id().into_uuid()).collect()
    };
    let mut scopes = vec![(CostScope::Plan, all.clone())];
    for element in plan.elements() {
        let (scope, own): (CostScope, HashSet<_>) = match element {
            Element::ExecutionPlan(one) => {
                scopes.push((one.id().into(), one.actions().iter().map(|action| &**action).collect()));
                continue;
            }
            Element::Objective(one) => (one.id().into(), HashSet::new()),
            Element::Pillar(one) => (one.id().into(), HashSet::new()),
            Element::Priority(one) => (one.id().into(), own(one.objectives())),
            Element::Theme(one) => (one.id().into(), own(one.objectives())),
            _ => continue,
        };
        let counts = |action: &&&Action| {
            passes(action, element.id().into())
                || action.serves().iter().any(|served| own.contains(&served.id().into_uuid()))
        };
        scopes.push((scope, all.iter().filter(counts).copied().collect()));
    }
    scopes
}

proptest! {
    #[test]
    fn costs_are_what_a_reader_adds_up_by_hand(draft in drafts(PlanShape::default()), money in money()) {
        let plan = pay(draft, &money);
        for (scope, actions) in scopes(&plan) {
            let found = costs(&plan, scope).unwrap();
            let amounts = || actions.iter().filter_map(|action| action.cost()).map(|cost| cost.amount());
            let total = |of: Certainty| -> u64 {
                amounts().filter(|amount| amount.kind() == of).filter_map(|amount| amount.total()).sum()
            };
            prop_assert_eq!(found.actions, actions.len() as u64);
            prop_assert_eq!(found.unstated_actions, (actions.len() - amounts().count()) as u64);
            let unknown = amounts().filter(|amount| amount.kind() == Certainty::Unknown).count();
            prop_assert_eq!(found.unknown_actions, unknown as u64);
            for known in &found.known {
                prop_assert_eq!(known.cents, total(known.certainty));
                prop_assert_ne!(known.certainty, Certainty::Unknown);
            }
            prop_assert_eq!(found.total_cents, Certainty::ALL.iter().map(|of| total(*of)).sum::<u64>());
            prop_assert_eq!(found.total_cents, found.known.iter().map(|known| known.cents).sum::<u64>());
            let counted: u64 = found.known.iter().map(|known| known.actions).sum();
            prop_assert_eq!(counted + found.unknown_actions + found.unstated_actions, found.actions);
            // The rows per year and what has no year are the total.
            let years: u64 = found.by_year.iter().map(|row| row.cents).sum();
            prop_assert_eq!(years + found.without_year_cents, found.total_cents);
            prop_assert!(found.by_year.is_sorted_by(|a, b| a.year < b.year));
            // Each action counts once for each source that it names.
            let mut sources: BTreeMap<Option<FundingSource>, (u64, u64)> = BTreeMap::new();
            for cost in actions.iter().filter_map(|action| action.cost()) {
                let named: HashSet<Option<FundingSource>> = match cost.funding() {
                    [] => HashSet::from([None]),
                    funding => funding.iter().map(|one| Some(one.source())).collect(),
                };
                for source in named {
                    let stated: Vec<Option<u64>> = cost
                        .funding()
                        .iter()
                        .filter(|one| Some(one.source()) == source)
                        .map(|one| one.amount().and_then(|amount| amount.total()))
                        .collect();
                    let row = sources.entry(source).or_default();
                    row.0 += 1;
                    let cents = match (&stated[..], cost.funding().len()) {
                        ([], _) | ([None], 1) => cost.amount().total(),
                        (stated, _) => stated.iter().copied().sum::<Option<u64>>(),
                    };
                    row.1 += cents.unwrap_or(0);
                }
            }
            let rows: BTreeMap<_, _> =
                found.by_funding.iter().map(|row| (row.source, (row.actions, row.cents))).collect();
            prop_assert_eq!(rows, sources);
            prop_assert_eq!(found.is_complete(), counted == found.actions);
        }
    }
}
