//! Coverage: the goals of a plan by the actions that count for them, against a naive walk over the entities.

use std::collections::HashMap;

use expect_test::expect;
use proptest::prelude::*;
use uuid::Uuid;
use veiligheidsplan::analysis::{
    Coverage, CoveragePolicy, CoverageState, GoalCoverage, MissingStep, NotApplicableReason, coverage,
};
use veiligheidsplan::draft::{
    ClauseDraft, DecisionDraft, DecisionObjectDraft, ElementReferenceDraft, ExemptionDraft, SupportLinkDraft,
};
use veiligheidsplan::entity::{Act, Action, Basis, Certainty, ObjectKind, Organ, Role};
use veiligheidsplan::lifecycle::ActionState;
use veiligheidsplan::strategies::{PlanShape, days, plans};
use veiligheidsplan::trace::{Trace, TraceError};
use veiligheidsplan::{Date, Element, Kind, Language, PlanId, SafetyPlan};

use crate::support::{DEMO, PLAN, day};

fn demo() -> SafetyPlan {
    SafetyPlan::from_json(DEMO).unwrap()
}

fn asked(plan: &SafetyPlan, policy: &CoveragePolicy) -> Coverage {
    coverage(&Trace::of(plan, day("2021-09-01")), plan.id(), policy).unwrap()
}

fn goal<'a>(report: &'a Coverage, code: &str) -> &'a GoalCoverage {
    report.goals.iter().find(|one| one.goal.code.as_deref() == Some(code)).unwrap()
}

#[test]
fn in_the_demonstration_the_strategic_objectives_are_not_linked_and_one_pillar_is_open() {
    let report = asked(&demo(), &CoveragePolicy::default().in_year(2021).with_lead());
    for code in ["H", "S1", "S2", "S3"] {
        assert_eq!(goal(&report, code).state, CoverageState::Unlinked, "{code}");
        assert_eq!(goal(&report, code).missing, Some(MissingStep::NoStatedLink));
    }
    expect![[r#"
        Dekking: plan IVP-2020-2023 "Integraal Veiligheidsplan Vlaardingen 2020-2023"
        op 2021-09-01; elke actie telt mee behalve niet uitgevoerd, geschrapt, ingetrokken; in 2021; met een trekker
          doelen        gedekt   deels  niet gedekt  niet gekoppeld  uitgezonderd  n.v.t.
          doelstelling  2 van 6  0      0            4               0             0
          prioriteit    1 van 2  1      0            0               0             0
          pijler        6 van 7  0      1            0               0             0
          thema         8 van 9  0      1            0               0             0
        - doelstelling H "In 2023 is Vlaardingen veiliger door samenwerking met inwoners, ondernemers en p…": niet gekoppeld; het plan vermeldt geen koppeling ermee
          - doelstelling S1 "In 2023 is veiligheid een integraal onderdeel van andere beleidsvelden.": niet gekoppeld; het plan vermeldt geen koppeling ermee
          - doelstelling S2 "In 2023 is veiligheid verankerd in integraal werken aan de stad.": niet gekoppeld; het plan vermeldt geen koppeling ermee
          - doelstelling S3 "In 2023 is veiligheid een coproductie van de samenleving, gemeente en partners.": niet gekoppeld; het plan vermeldt geen koppeling ermee
        - prioriteit P1 "Een weerbare stad en organisatie tegen ondermijning": deels gedekt; 12 van de 31 acties tellen mee; niet geheel gedekt: pijler P1.3 "Het vergroten van de bestuurlijke en ambtelijke weerbaarheid"
          - doelstelling P1.D "In samenwerking met partners, ondernemers en inwoners verder terugdringen van on…": gedekt; 12 van de 32 acties tellen mee
          - pijler P1.1 "Het versterken van de informatiepositie": gedekt; 4 van de 10 acties tellen mee
          - pijler P1.2 "Het verstoren van criminele processen": gedekt; 5 van de 12 acties tellen mee
          - pijler P1.3 "Het vergroten van de bestuurlijke en ambtelijke weerbaarheid": niet gedekt; 0 van de 3 acties tellen mee; geen actie in het jaar
          - pijler P1.4 "Het vergroten van de maatschappelijke weerbaarheid": gedekt; 4 van de 8 acties tellen mee
        - prioriteit P2 "Een betere verbinding tussen zorg en veiligheid": gedekt; 15 van de 25 acties tellen mee
          - doelstelling P2.D "Het versterken van de verbinding tussen zorg en veiligheid": gedekt; 15 van de 25 acties tellen mee
          - pijler P2.1 "Het voorkomen en terugdringen van woonoverlast": gedekt; 6 van de 10 acties tellen mee
          - pijler P2.2 "De aanpak van mensenhandel, illegale prostitutie en seksuele uitbuiting": gedekt; 4 van de 7 acties tellen mee
          - pijler P2.3 "(Brand)veiligheid en minder zelfredzame bewoners": gedekt; 3 van de 5 acties tellen mee
        - thema R1 "Het ingrijpen wanneer de openbare orde in het geding is": gedekt; 3 van de 7 acties tellen mee
        - thema R2 "Samenwerken met ondernemers en partners voor veilige winkelgebieden, bedrijvente…": gedekt; 4 van de 8 acties tellen mee
        - thema R3 "Voorbereiden op rampen en crises": gedekt; 2 van de 4 acties tellen mee
        - thema R4 "Waarborgen van veiligheid bij evenementen": gedekt; 2 van de 4 acties tellen mee
        - thema R5 "Beperken van overlast en criminaliteit in wijken en buurten": gedekt; 6 van de 13 acties tellen mee
        - thema R6 "Uitvoeren van vergunningverlening, toezicht en handhaving voor een veilige fysie…": gedekt; 3 van de 5 acties tellen mee
        - thema R7 "Structureel tegengaan van woninginbraken door preventie": gedekt; 3 van de 4 acties tellen mee
        - thema R8 "Bieden van nazorg aan ex-gedetineerden en het beoordelen van openbare orde risic…": niet gedekt; geen actie
        - thema R9 "Aanpak radicalisering en polarisatie": gedekt; 2 van de 3 acties tellen mee
    "#]].assert_eq(&report.to_text(Language::Dutch));
    expect![[r#"
        # Coverage: plan IVP-2020-2023 "Integraal Veiligheidsplan Vlaardingen 2020-2023"

        as of 2021-09-01; every action counts but not done, cancelled, withdrawn; in 2020; of a known amount

        | goals | covered | partly | not covered | not linked | exempt | n/a |
        |---|---|---|---|---|---|---|
        | objective | 2 of 6 | 0 | 0 | 4 | 0 | 0 |
        | priority | 0 of 2 | 2 | 0 | 0 | 0 | 0 |
        | pillar | 5 of 7 | 0 | 2 | 0 | 0 | 0 |
        | theme | 3 of 9 | 0 | 6 | 0 | 0 | 0 |

        - objective H "In 2023 is Vlaardingen veiliger door samenwerking met inwoners, ondernemers en p…": not linked; the plan states no link to it
          - objective S1 "In 2023 is veiligheid een integraal onderdeel van andere beleidsvelden.": not linked; the plan states no link to it
          - objective S2 "In 2023 is veiligheid verankerd in integraal werken aan de stad.": not linked; the plan states no link to it
          - objective S3 "In 2023 is veiligheid een coproductie van de samenleving, gemeente en partners.": not linked; the plan states no link to it
        - priority P1 "Een weerbare stad en organisatie tegen ondermijning": partly covered; 3 of 31 actions count; not covered as a whole: pillar P1.2 "Het verstoren van criminele processen"
          - objective P1.D "In samenwerking met partners, ondernemers en inwoners verder terugdringen van on…": covered; 3 of 32 actions count
          - pillar P1.1 "Het versterken van de informatiepositie": covered; 1 of 10 actions count
          - pillar P1.2 "Het verstoren van criminele processen": not covered; 0 of 12 actions count; no action of which the amount is known
          - pillar P1.3 "Het vergroten van de bestuurlijke en ambtelijke weerbaarheid": covered; 1 of 3 actions count
          - pillar P1.4 "Het vergroten van de maatschappelijke weerbaarheid": covered; 1 of 8 actions count
        - priority P2 "Een betere verbinding tussen zorg en veiligheid": partly covered; 2 of 25 actions count; not covered as a whole: pillar P2.2 "De aanpak van mensenhandel, illegale prostitutie en seksuele uitbuiting"
          - objective P2.D "Het versterken van de verbinding tussen zorg en veiligheid": covered; 2 of 25 actions count
          - pillar P2.1 "Het voorkomen en terugdringen van woonoverlast": covered; 1 of 10 actions count
          - pillar P2.2 "De aanpak van mensenhandel, illegale prostitutie en seksuele uitbuiting": not covered; 0 of 7 actions count; no action of which the amount is known
          - pillar P2.3 "(Brand)veiligheid en minder zelfredzame bewoners": covered; 1 of 5 actions count
        - theme R1 "Het ingrijpen wanneer de openbare orde in het geding is": not covered; 0 of 7 actions count; no action of which the amount is known
        - theme R2 "Samenwerken met ondernemers en partners voor veilige winkelgebieden, bedrijvente…": not covered; 0 of 8 actions count; no action of which the amount is known
        - theme R3 "Voorbereiden op rampen en crises": covered; 1 of 4 actions count
        - theme R4 "Waarborgen van veiligheid bij evenementen": not covered; 0 of 4 actions count; no action of which the amount is known
        - theme R5 "Beperken van overlast en criminaliteit in wijken en buurten": covered; 1 of 13 actions count
        - theme R6 "Uitvoeren van vergunningverlening, toezicht en handhaving voor een veilige fysie…": not covered; 0 of 5 actions count; no action of which the amount is known
        - theme R7 "Structureel tegengaan van woninginbraken door preventie": covered; 1 of 4 actions count
        - theme R8 "Bieden van nazorg aan ex-gedetineerden en het beoordelen van openbare orde risic…": not covered; no action
        - theme R9 "Aanpak radicalisering en polarisatie": not covered; 0 of 3 actions count; no action of which the amount is known
    "#]].assert_eq(
        &asked(&demo(), &CoveragePolicy::default().in_year(2020).with_money()).to_markdown(Language::English),
    );
}

#[test]
fn without_an_execution_plan_or_outside_its_years_nothing_can_be_judged() {
    let plan = SafetyPlan::from_json(PLAN).unwrap();
    let report = asked(&plan, &CoveragePolicy::default());
    assert!(report.goals.iter().all(|goal| goal.reason == Some(NotApplicableReason::NoExecutionPlan)));
    assert!(report.counts.iter().all(|count| count.judged() == 0));
    assert!(report.to_text(Language::Dutch).contains("n.v.t."), "0 of 0 is no number");
    let outside = asked(&demo(), &CoveragePolicy::default().in_year(2031));
    assert!(outside.goals.iter().all(|goal| goal.reason == Some(NotApplicableReason::YearOutside)));
    let late = asked(&demo(), &CoveragePolicy::default().in_year(2023));
    assert_eq!(goal(&late, "P1").missing, Some(MissingStep::NoneInYear));
    let nobody = PlanId::from_name("nobody");
    let trace = Trace::of(&plan, day("2021-09-01"));
    let error = coverage(&trace, nobody, &CoveragePolicy::default()).unwrap_err();
    assert_eq!(error, TraceError::Unknown(nobody.into_uuid()));
}

#[test]
fn a_closed_priority_and_what_it_holds_is_judged_for_earlier_years_only() {
    let mut draft = demo().to_draft();
    let object = DecisionObjectDraft::new(ObjectKind::Priority, draft.priorities[0].id.clone());
    let clauses = [ClauseDraft::new(Act::Close, object)];
    let close = DecisionDraft::coded(demo().id(), "D90", Organ::Council, "2021-06-01", clauses);
    draft.decisions.push(DecisionDraft { fictional: true, ..close });
    let plan = SafetyPlan::try_from(draft).unwrap();
    let state = |policy: &CoveragePolicy, code| goal(&asked(&plan, policy), code).state;
    for code in ["P1", "P1.1", "P1.D"] {
        assert_eq!(state(&CoveragePolicy::default(), code), CoverageState::NotApplicable, "{code}");
        assert_eq!(state(&CoveragePolicy::default().in_year(2021), code), CoverageState::NotApplicable);
        assert_ne!(state(&CoveragePolicy::default().in_year(2020), code), CoverageState::NotApplicable);
    }
    let before = coverage(&Trace::of(&plan, day("2021-05-31")), plan.id(), &CoveragePolicy::default());
    assert_ne!(goal(&before.unwrap(), "P1").state, CoverageState::NotApplicable, "not closed yet");
}

#[test]
fn an_exemption_counts_while_it_holds_and_only_if_it_is_about_actions() {
    let year = CoveragePolicy::default().in_year(2023);
    let exempt = |code: &str, until: Option<&str>| {
        let mut draft = demo().to_draft();
        let pillar = ElementReferenceDraft::new(Kind::Pillar, draft.priorities[0].pillars[0].id.clone());
        let mut one = ExemptionDraft::new(code, pillar, "Eerst de andere pijlers.");
        one.until = until.map(str::to_owned);
        draft.exemptions.push(one);
        goal(&asked(&SafetyPlan::try_from(draft).unwrap(), &year), "P1.1").clone()
    };
    let holding = exempt("pillar/no-action", Some("2021-09-01"));
    assert_eq!(holding.state, CoverageState::Exempt);
    assert_eq!(holding.missing, Some(MissingStep::NoneInYear), "what is missing stays visible");
    assert_eq!(holding.exemptions[0].reason, "Eerst de andere pijlers.");
    assert_eq!(exempt("pillar/no-action", Some("2021-08-31")).state, CoverageState::Uncovered);
    assert_eq!(exempt("priority/no-director", None).state, CoverageState::Uncovered);
}

#[test]
fn an_exemption_counts_from_the_day_of_its_decision() {
    let demo = demo();
    let mut draft = demo.to_draft();
    let object = DecisionObjectDraft::new(ObjectKind::Plan, draft.id.clone());
    let clauses = [ClauseDraft::new(Act::Inform, object)];
    let decision = DecisionDraft::coded(demo.id(), "D90", Organ::College, "2021-06-01", clauses);
    let pillar = draft.priorities[0].pillars[0].id.clone();
    let action = draft.execution_plans[0].actions[0].id.clone();
    for (code, kind, id) in
        [("pillar/no-action", Kind::Pillar, pillar), ("action/no-partners", Kind::Action, action)]
    {
        let mut one = ExemptionDraft::new(code, ElementReferenceDraft::new(kind, id), "Eerst de rest.");
        one.decision = Some(decision.id.clone());
        draft.exemptions.push(one);
    }
    draft.decisions.push(decision);
    let plan = SafetyPlan::try_from(draft).unwrap();
    let year = CoveragePolicy::default().in_year(2023);
    let on = |on: &str| {
        let trace = Trace::of(&plan, day(on));
        let state = goal(&coverage(&trace, plan.id(), &year).unwrap(), "P1.1").state;
        (state, trace.count(&"gap:exempt".parse().unwrap()).unwrap())
    };
    assert_eq!(on("2021-05-31"), (CoverageState::Uncovered, 0));
    assert_eq!(on("2021-06-01"), (CoverageState::Exempt, 1));
}

#[test]
fn a_link_that_was_read_counts_only_when_asked_for() {
    let mut draft = demo().to_draft();
    let strategic = draft.objectives[0].sub_objectives[0].id.clone();
    let mut link = SupportLinkDraft::new(strategic);
    link.basis = Some(Basis::Read);
    draft.priorities[0].objectives[0].supports = vec![link];
    let plan = SafetyPlan::try_from(draft).unwrap();
    let stated = asked(&plan, &CoveragePolicy::default());
    let s1 = goal(&stated, "S1");
    assert_eq!((s1.state, s1.actions), (CoverageState::Unlinked, 0));
    assert_eq!(s1.by_read_links, goal(&stated, "P1.D").actions);
    let read = asked(&plan, &CoveragePolicy::default().with_read_links());
    assert_eq!(goal(&read, "S1").state, CoverageState::Covered);
    assert_eq!(goal(&read, "H").state, CoverageState::Partly, "the other sub-objectives are open");
    assert_eq!(goal(&read, "H").open_parts.len(), 2);
}

/// A goal with the goals below it, as a reader of the entities finds them, without some.
pub(crate) fn naive_below(
    plan: &SafetyPlan,
    goal: Element<'_>,
    read: bool,
    without: &dyn Fn(Uuid) -> bool,
) -> Vec<Uuid> {
    let mut found = vec![goal.id().into_uuid()];
    let mut open = vec![goal];
    while let Some(goal) = open.pop() {
        let next: Vec<Element<'_>> = plan
            .elements()
            .filter(|other| match (goal, *other) {
                (Element::Priority(_) | Element::Theme(_) | Element::Pillar(_), Element::Pillar(pillar)) => {
                    plan.holder(pillar.id()).unwrap().id() == goal.id()
                }
                (Element::Objective(own), Element::Objective(other)) => {
                    let names = |link: &veiligheidsplan::entity::SupportLink| {
                        link.id() == own.id() && (read || link.basis().is_none())
                    };
                    other.supports().iter().any(names) || plan.holder(other.id()).unwrap().id() == goal.id()
                }
                (Element::Objective(own), Element::Priority(priority)) => {
                    priority.objectives().iter().any(|one| one.id() == own.id())
                }
                (Element::Objective(own), Element::Theme(theme)) => {
                    theme.objectives().iter().any(|one| one.id() == own.id())
                }
                _ => false,
            })
            .filter(|other| !found.contains(&other.id().into_uuid()) && !without(other.id().into_uuid()))
            .collect();
        found.extend(next.iter().map(|one| one.id().into_uuid()));
        open.extend(next);
    }
    found
}

pub(crate) fn touches(plan: &SafetyPlan, action: &Action, year: i32) -> bool {
    let Some(Element::ExecutionPlan(execution)) = plan.holder(action.id()) else { panic!("no holder") };
    let period = action.period().unwrap_or(execution.period());
    period.start().year() <= year && year <= period.end().year()
}

/// Whether the plan accepts on a day that a goal has no action.
fn is_accepted(plan: &SafetyPlan, goal: Element<'_>, on: Date) -> bool {
    plan.exemptions().iter().any(|one| {
        let code = one.code().as_str();
        let decision = one.decision().and_then(|id| plan.decision(id));
        one.subject().id().into_uuid() == goal.id().into_uuid()
            && decision.is_none_or(|decision| decision.date() <= on)
            && one.until().is_none_or(|until| on <= until)
            && (code.ends_with("/no-action") || code == "objective/supports-nothing")
    })
}

/// The state, the actions below and those that count, for each goal.
fn naive(plan: &SafetyPlan, on: Date, policy: &CoveragePolicy) -> Vec<(Uuid, CoverageState, u64, u64)> {
    let then = plan.as_of(on);
    let actions: Vec<(&Action, ActionState)> =
        then.actions().map(|(action, standing)| (action, standing.state)).collect();
    let counts = |(action, state): &&(&Action, ActionState)| {
        policy.states.contains(state)
            && policy.year.is_none_or(|year| touches(plan, action, year))
            && (!policy.lead || action.responsibilities().iter().any(|one| one.role() == Role::Lead))
            && (!policy.money || action.cost().is_some_and(|cost| cost.amount().kind() != Certainty::Unknown))
    };
    let kinds = [Kind::Objective, Kind::Priority, Kind::Pillar, Kind::Theme];
    let goals: Vec<Element<'_>> = plan.elements().filter(|one| kinds.contains(&one.kind())).collect();
    let mut found: HashMap<Uuid, (CoverageState, u64, u64)> = HashMap::new();
    for goal in goals.iter().rev() {
        let below = naive_below(plan, *goal, policy.read_links, &|_| false);
        let all: Vec<_> = actions
            .iter()
            .filter(|(action, _)| action.serves().iter().any(|one| below.contains(&one.id().into_uuid())))
            .collect();
        let counting = all.iter().copied().filter(counts).count();
        let holders = std::iter::successors(Some(*goal), |one| plan.holder(one.id()));
        let closed = holders.filter(|one| matches!(one.kind(), Kind::Priority | Kind::Theme)).any(|one| {
            plan.decisions().iter().filter(|decision| decision.date() <= on).any(|decision| {
                let closes = decision.clauses().iter().any(|clause| {
                    clause.act() == Act::Close && clause.object().id().into_uuid() == one.id().into_uuid()
                });
                closes && policy.year.is_none_or(|year| decision.date().year() <= year)
            })
        });
        let outside = policy.year.is_some_and(|year| {
            let within = |start: Date, end: Date| start.year() <= year && year <= end.year();
            !within(plan.period().start(), plan.period().end())
                && !plan.execution_plans().iter().any(|one| within(one.period().start(), one.period().end()))
                && !actions.iter().any(|(action, _)| touches(plan, action, year))
        });
        let parts = goals.iter().filter(|part| {
            let part_of = matches!(
                (goal.kind(), part.kind()),
                (Kind::Objective, Kind::Objective)
                    | (Kind::Priority | Kind::Theme | Kind::Pillar, Kind::Pillar)
            );
            part_of && plan.holder(part.id()).unwrap().id() == goal.id()
        });
        let open = parts
            .filter(|part| {
                let state = found[&part.id().into_uuid()].0;
                !matches!(state, CoverageState::Covered | CoverageState::NotApplicable)
            })
            .count();
        let strategic_only =
            below.iter().all(|id| plan.element(*id).is_some_and(|element| element.kind() == Kind::Objective));
        let state = if plan.execution_plans().is_empty() || outside || closed {
            CoverageState::NotApplicable
        } else if counting > 0 && open == 0 {
            CoverageState::Covered
        } else if counting > 0 {
            CoverageState::Partly
        } else if is_accepted(plan, *goal, on) {
            CoverageState::Exempt
        } else if all.is_empty() && strategic_only {
            CoverageState::Unlinked
        } else {
            CoverageState::Uncovered
        };
        found.insert(goal.id().into_uuid(), (state, all.len() as u64, counting as u64));
    }
    let row = |goal: &Element<'_>| {
        let id = goal.id().into_uuid();
        let (state, all, counting) = found[&id];
        (id, state, all, counting)
    };
    goals.iter().map(row).collect()
}

fn policies() -> impl Strategy<Value = CoveragePolicy> {
    let states = proptest::sample::subsequence(ActionState::ALL.to_vec(), 0..=ActionState::ALL.len());
    let year = proptest::option::of(2013..2028_i32);
    (proptest::option::of(states), any::<[bool; 3]>(), year).prop_map(
        |(states, [lead, money, read], year)| {
            let mut policy = CoveragePolicy::default();
            policy.states = states.unwrap_or(policy.states);
            (policy.lead, policy.money, policy.read_links, policy.year) = (lead, money, read, year);
            policy
        },
    )
}

proptest! {
    #[test]
    fn every_goal_is_judged_as_a_naive_walk_over_the_entities_judges_it(
        plan in plans(PlanShape::default().with_actions(0..=6)),
        on in days(),
        policy in policies(),
    ) {
        let report = coverage(&Trace::of(&plan, on), plan.id(), &policy).unwrap();
        let mine: Vec<_> = report.goals.iter()
            .map(|one| (one.goal.id, one.state, one.actions, one.counting))
            .collect();
        prop_assert_eq!(mine, naive(&plan, on, &policy));
        for goal in &report.goals {
            let open = matches!(goal.state, CoverageState::Uncovered | CoverageState::Unlinked | CoverageState::Exempt);
            prop_assert_eq!(goal.missing.is_some(), open);
            prop_assert_eq!(goal.open_parts.is_empty(), goal.state != CoverageState::Partly);
        }
    }
}
