//! Succession: what became of a plan in the next one, and how far a succeeded plan is.

use std::collections::HashSet;

use expect_test::expect;
use proptest::collection::vec;
use proptest::prelude::*;
use veiligheidsplan::analysis::{Fate, Territory, succession, successions};
use veiligheidsplan::draft::{
    ActionDraft, AnalysisDraft, ClauseDraft, ContinuedDraft, DecisionDraft, DecisionObjectDraft,
    EvaluatedDraft, EvaluationDraft, ExecutionPlanDraft, IndicatorDraft, MunicipalityDraft, ObjectiveDraft,
    PeriodDraft, PredecessorDraft, PriorityDraft, SafetyPlanDraft, ServedDraft, ThemeDraft,
};
use veiligheidsplan::entity::{
    Act, AnalysisKind, ContinuedKind, EvaluatedKind, EvaluationKind, ObjectKind, Organ, ServedKind,
};
use veiligheidsplan::id::{PlanId, PriorityId};
use veiligheidsplan::lifecycle::PlanState;
use veiligheidsplan::strategies::{PlanShape, drafts};
use veiligheidsplan::{Code, Date, Element, Kind, Language, PlanSet, SafetyPlan, Step};

use crate::support::DEMO;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn plan(draft: SafetyPlanDraft) -> SafetyPlan {
    SafetyPlan::try_from(draft).unwrap_or_else(|rejected| panic!("{rejected:#}"))
}

fn decision(plan: PlanId, code: &str, on: &str, act: Act, object: (ObjectKind, String)) -> DecisionDraft {
    let clause = ClauseDraft::new(act, DecisionObjectDraft::new(object.0, object.1));
    DecisionDraft { fictional: true, ..DecisionDraft::coded(plan, code, Organ::Council, on, [clause]) }
}

/// The demo plan of Vlaardingen, with a theme closed near its end.
fn old() -> SafetyPlan {
    let demo = SafetyPlan::from_json(DEMO).unwrap();
    let mut draft = demo.to_draft();
    let theme = (ObjectKind::Theme, id(&demo, Kind::Theme, "R8"));
    draft.decisions.push(decision(demo.id(), "D90", "2023-06-01", Act::Close, theme));
    plan(draft)
}

fn id(plan: &SafetyPlan, kind: Kind, code: &str) -> String {
    let mut found = plan.coded(code).filter(|element| element.kind() == kind);
    found.next().unwrap_or_else(|| panic!("no {kind} {code}")).id().into_uuid().to_string()
}

/// A fictional successor: priority P1 goes on, P2 becomes a theme, theme R7 a priority, R3 and R4 one theme, R5 two.
fn successor(old: &SafetyPlan) -> SafetyPlanDraft {
    let own = PlanId::from_name("https://example.org/vlaardingen/ivp/2024-2027");
    let to = |kind: ContinuedKind, code: &str| ContinuedDraft::new(kind, id(old, kind.into(), code));
    let priority = |code: &str, title: &str, continues: Vec<ContinuedDraft>| PriorityDraft {
        continues,
        ..PriorityDraft::coded(own, code, title)
    };
    let theme = |code: &str, title: &str, continues: Vec<ContinuedDraft>| ThemeDraft {
        continues,
        ..ThemeDraft::coded(own, code, title)
    };
    let (p, t) = (ContinuedKind::Priority, ContinuedKind::Theme);
    let mut draft = SafetyPlanDraft::new(
        own.to_string(),
        "Integraal Veiligheidsplan Vlaardingen 2024-2027",
        [MunicipalityDraft::new("GM0622", "Vlaardingen")],
        PeriodDraft::new("2024-01-01", "2027-12-31"),
    );
    draft.fictional = true;
    draft.predecessors =
        vec![PredecessorDraft { plan: Some(old.id().to_string()), ..PredecessorDraft::new("IVP 2020-2023") }];
    draft.analyses = vec![AnalysisDraft::coded(own, "B1", "Terugblik 2020-2023", AnalysisKind::Evaluation)];
    draft.objectives = vec![ObjectiveDraft {
        continues: vec![id(old, Kind::Objective, "H")],
        ..ObjectiveDraft::coded(own, "H", "In 2027 is Vlaardingen veiliger.")
    }];
    draft.indicators = vec![IndicatorDraft {
        continues: vec![id(old, Kind::Indicator, "IND-1")],
        ..IndicatorDraft::coded(own, "IND-1", "Woninginbraken", "aantal per 1 000 woningen")
    }];
    draft.priorities = vec![
        priority("P1", "Ondermijning", vec![to(p, "P1")]),
        priority("P2", "Woninginbraken", vec![to(t, "R7")]),
        priority("P3", "Digitale veiligheid", vec![]),
    ];
    draft.themes = vec![
        theme("T1", "Zorg en veiligheid", vec![to(p, "P2")]),
        theme("T2", "Crises en evenementen", vec![to(t, "R3"), to(t, "R4")]),
        theme("T3", "Overlast", vec![to(t, "R5")]),
        theme("T4", "Criminaliteit in de wijk", vec![to(t, "R5")]),
        theme("T5", "Openbare orde", vec![to(t, "R1")]),
    ];
    let mut execution = ExecutionPlanDraft::coded(
        own,
        "UP-2024",
        "Uitvoeringsplan 2024",
        PeriodDraft::new("2024-01-01", "2024-12-31"),
    );
    let served = ServedDraft::new(ServedKind::Priority, draft.priorities[0].id.clone());
    execution.actions = vec![ActionDraft {
        continues: vec![id(old, Kind::Action, "2021-A04")],
        ..ActionDraft::coded(own, "2024-A01", "Doorgaan met de aanpak", [served])
    }];
    draft.execution_plans = vec![execution];
    draft
}

fn adopted(mut draft: SafetyPlanDraft, on: &str) -> SafetyPlanDraft {
    let own: PlanId = draft.id.parse().unwrap();
    let object = (ObjectKind::Plan, draft.id.clone());
    draft.decisions.push(decision(own, "D01", on, Act::Adopt, object));
    draft
}

#[test]
fn every_fate_is_told_apart() {
    let old = old();
    let new = plan(adopted(successor(&old), "2023-12-14"));
    let found = succession(&old, &new, day("2024-02-01"));
    let fates: HashSet<Fate> = found.goals.iter().map(|goal| goal.fate).collect();
    assert_eq!(fates, Fate::ALL.iter().copied().collect());
    let fate = |code: &str| found.goals.iter().find(|goal| goal.old.code.as_deref() == Some(code)).unwrap();
    assert_eq!(fate("R8").closed_on, Some(day("2023-06-01")));
    assert_eq!(fate("R4").together_with[0].code.as_deref(), Some("R3"));
    assert_eq!(found.old.state, PlanState::Superseded);
    assert_eq!((found.municipalities[0].gap_days, found.municipalities[0].overlap_days), (Some(0), Some(0)));
    // Before the decision, the theme was dropped without one.
    let before = succession(&old, &new, day("2023-05-31"));
    assert_eq!(
        before.goals.iter().find(|goal| goal.old == fate("R8").old).unwrap().fate,
        Fate::DroppedWithoutDecision
    );
    let mut short = found.clone();
    short.left_behind.truncate(2);
    expect![[r#"
        Opvolging
        stand per 2024-02-01
        - oude plan: plan IVP-2020-2023 "Integraal Veiligheidsplan Vlaardingen 2020-2023" (2020-01-01..2023-12-31), opgevolgd
        - nieuwe plan: plan "Integraal Veiligheidsplan Vlaardingen 2024-2027" (fictief) (2024-01-01..2027-12-31), van kracht

        Gemeenten
        - GM0622 Vlaardingen: in beide plannen

        Evaluatie van het oude plan
        - analyse B1 "Terugblik 2020-2023"
        - zonder evaluatie: uitvoeringsplan UP-2021 "Uitvoeringsplan veiligheid 2021" (fictief)

        Prioriteiten en thema's
        2 voortgezet, 2 samengevoegd, 1 gesplitst, 1 afgeschaald tot thema, 1 opgeschaald tot prioriteit, 1 afgesloten met een besluit, 3 vervallen zonder besluit
        - prioriteit P1 "Een weerbare stad en organisatie tegen ondermijning": voortgezet → prioriteit P1 "Ondermijning"
        - prioriteit P2 "Een betere verbinding tussen zorg en veiligheid": afgeschaald tot thema → thema T1 "Zorg en veiligheid"
        - thema R1 "Het ingrijpen wanneer de openbare orde in het geding is": voortgezet → thema T5 "Openbare orde"
        - thema R2 "Samenwerken met ondernemers en partners voor veilige winkelgebieden, bedrijvente…": vervallen zonder besluit
        - thema R3 "Voorbereiden op rampen en crises": samengevoegd → thema T2 "Crises en evenementen", samen met thema R4 "Waarborgen van veiligheid bij evenementen"
        - thema R4 "Waarborgen van veiligheid bij evenementen": samengevoegd → thema T2 "Crises en evenementen", samen met thema R3 "Voorbereiden op rampen en crises"
        - thema R5 "Beperken van overlast en criminaliteit in wijken en buurten": gesplitst → thema T3 "Overlast"; thema T4 "Criminaliteit in de wijk"
        - thema R6 "Uitvoeren van vergunningverlening, toezicht en handhaving voor een veilige fysie…": vervallen zonder besluit
        - thema R7 "Structureel tegengaan van woninginbraken door preventie": opgeschaald tot prioriteit → prioriteit P2 "Woninginbraken"
        - thema R8 "Bieden van nazorg aan ex-gedetineerden en het beoordelen van openbare orde risic…": afgesloten met een besluit (afgesloten op 2023-06-01)
        - thema R9 "Aanpak radicalisering en polarisatie": vervallen zonder besluit
        - nieuw: prioriteit P3 "Digitale veiligheid"

        Doelstellingen van het oude plan
        - doelstelling H "In 2023 is Vlaardingen veiliger door samenwerking met inwoners, ondernemers en p…" → doelstelling H "In 2027 is Vlaardingen veiliger."
        - doelstelling S1 "In 2023 is veiligheid een integraal onderdeel van andere beleidsvelden.": niet voortgezet
        - doelstelling S2 "In 2023 is veiligheid verankerd in integraal werken aan de stad.": niet voortgezet
        - doelstelling S3 "In 2023 is veiligheid een coproductie van de samenleving, gemeente en partners.": niet voortgezet
        - doelstelling P1.D "In samenwerking met partners, ondernemers en inwoners verder terugdringen van on…": niet voortgezet
        - doelstelling P2.D "Het versterken van de verbinding tussen zorg en veiligheid": niet voortgezet

        Indicatoren van het oude plan
        - indicator IND-1 "Woninginbraken" (fictief) → indicator IND-1 "Woninginbraken"
        - indicator IND-2 "Integrale controles bij bedrijven" (fictief): niet voortgezet

        Open acties die doorgaan
        - actie 2021-A04 "Integrale controles voortzetten in risicobranches en havengebonden bedrijven" (fictief) (lopend) → actie 2024-A01 "Doorgaan met de aanpak"

        Open acties die achterblijven
        - actie 2020-A03 "Maandelijks signalenoverleg ondermijning voeren met politie en RIEC" (fictief) (lopend)
        - actie 2020-A08 "Panden sluiten bij handel in drugs volgens het Damoclesbeleid" (fictief) (lopend)
    "#]].assert_eq(&short.to_text(Language::Dutch));
    short.objectives.clear();
    short.indicators.clear();
    short.goals.truncate(3);
    expect![[r#"
        # Succession

        as of 2024-02-01

        - old plan: plan IVP-2020-2023 "Integraal Veiligheidsplan Vlaardingen 2020-2023" (2020-01-01..2023-12-31), superseded
        - new plan: plan "Integraal Veiligheidsplan Vlaardingen 2024-2027" (fictional) (2024-01-01..2027-12-31), in force

        ## Municipalities

        - GM0622 Vlaardingen: in both plans

        ## Evaluation of the old plan

        - analysis B1 "Terugblik 2020-2023"
        - without an evaluation: execution plan UP-2021 "Uitvoeringsplan veiligheid 2021" (fictional)

        ## Priorities and themes

        2 continued, 1 scaled down to a theme

        - priority P1 "Een weerbare stad en organisatie tegen ondermijning": continued → priority P1 "Ondermijning"
        - priority P2 "Een betere verbinding tussen zorg en veiligheid": scaled down to a theme → theme T1 "Zorg en veiligheid"
        - theme R1 "Het ingrijpen wanneer de openbare orde in het geding is": continued → theme T5 "Openbare orde"
        - new: priority P3 "Digitale veiligheid"

        ## Open actions that go on

        - action 2021-A04 "Integrale controles voortzetten in risicobranches en havengebonden bedrijven" (fictional) (running) → action 2024-A01 "Doorgaan met de aanpak"

        ## Open actions left behind

        - action 2020-A03 "Maandelijks signalenoverleg ondermijning voeren met politie en RIEC" (fictional) (running)
        - action 2020-A08 "Panden sluiten bij handel in drugs volgens het Damoclesbeleid" (fictional) (running)
    "#]].assert_eq(&short.to_markdown(Language::English));
}

#[test]
fn open_actions_are_carried_or_left_behind_and_the_rest_is_not_told() {
    let old = old();
    let new = plan(successor(&old));
    let on = day("2023-12-31");
    let found = succession(&old, &new, on);
    let view = old.as_of(on);
    let open: Vec<_> = view
        .actions()
        .filter(|(_, standing)| !standing.state.is_final())
        .map(|(action, _)| action.id().into_uuid())
        .collect();
    let told: HashSet<_> = found.carried.iter().chain(&found.left_behind).map(|one| one.action.id).collect();
    assert_eq!(told, open.iter().copied().collect());
    assert_eq!(told.len(), found.carried.len() + found.left_behind.len());
    let carried: Vec<_> = found.carried.iter().map(|one| one.action.code.as_deref()).collect();
    assert_eq!(carried, [Some("2021-A04")]);
}

#[test]
fn an_extension_moves_the_end_and_only_from_the_day_it_was_decided() {
    let old = old();
    let mut draft = old.to_draft();
    let object = (ObjectKind::Plan, draft.id.clone());
    let mut extension = decision(old.id(), "D91", "2023-11-01", Act::Extend, object);
    extension.clauses[0].until = Some("2024-03-31".into());
    draft.decisions.push(extension);
    let extended = plan(draft);
    let new = plan(successor(&old));
    let days = |old: &SafetyPlan, on: &str| {
        let found = succession(old, &new, day(on));
        (found.municipalities[0].gap_days, found.municipalities[0].overlap_days)
    };
    assert_eq!(days(&extended, "2023-10-31"), (Some(0), Some(0)));
    assert_eq!(days(&extended, "2023-11-01"), (Some(0), Some(91)));
    let set = PlanSet::new([extended, new]).unwrap();
    let advice = set.advice();
    let overlap: Vec<_> =
        advice.of(Code::SetSuccessionOverlap).map(|found| found.place.to_string()).collect();
    assert_eq!(overlap, ["/1/predecessors/0"]);
}

#[test]
fn both_plans_hold_from_the_later_start_to_the_earlier_end() {
    let old = SafetyPlan::from_json(DEMO).unwrap();
    let overlap = |start: &str, end: &str| {
        let own = PlanId::from_name("new").to_string();
        let municipality = MunicipalityDraft::new("GM0622", "Vlaardingen");
        let new = plan(SafetyPlanDraft::new(own, "IVP", [municipality], PeriodDraft::new(start, end)));
        let found = succession(&old, &new, day("2021-01-01"));
        (found.municipalities[0].gap_days, found.municipalities[0].overlap_days)
    };
    assert_eq!(overlap("2023-12-31", "2027-12-31"), (Some(0), Some(1)));
    assert_eq!(overlap("2022-01-01", "2022-12-31"), (Some(0), Some(365)), "the new one ends first");
    assert_eq!(overlap("2019-01-01", "2027-12-31"), (Some(0), Some(1461)), "the new one began first");
    assert_eq!(overlap("2016-01-01", "2019-12-31"), (Some(0), Some(0)), "it was over before");
}

#[test]
fn the_set_tells_what_the_report_tells() {
    let old = old();
    let new = plan(successor(&old));
    let set = PlanSet::new([new, old]).unwrap();
    let on = day("2024-01-01");
    let [found] = &successions(&set, on)[..] else { panic!("one succession") };
    assert_eq!(found, &succession(&set.plans()[1], &set.plans()[0], on));
    assert!(found.named && found.look_back.evaluated);
    assert_eq!(set.advice().as_slice(), [], "themes may lapse; every priority goes on");
}

#[test]
fn what_a_plan_wants_of_a_predecessor_that_it_names_twice_is_told_once() {
    let old = old();
    let wants = |titles: &[&str]| {
        let own = PlanId::from_name("new").to_string();
        let municipality = MunicipalityDraft::new("GM0622", "Vlaardingen");
        let period = PeriodDraft::new("2024-07-01", "2027-12-31");
        let mut draft = SafetyPlanDraft::new(own, "IVP 2024-2027", [municipality], period);
        let named = |title: &&str| PredecessorDraft {
            plan: Some(old.id().to_string()),
            ..PredecessorDraft::new(*title)
        };
        draft.predecessors = titles.iter().map(named).collect();
        let new = plan(draft);
        let set = PlanSet::new([old.clone(), new.clone()]).unwrap();
        set.readiness(new.id(), Step::Adoption, day("2024-01-01")).unwrap().wanted
    };
    let once = wants(&["IVP 2020-2023"]);
    assert_eq!(once.of(Code::SetSuccessionGap).count(), 1);
    assert_eq!(wants(&["IVP 2020-2023", "Verlenging"]), once);
}

#[test]
fn a_plan_is_superseded_once_its_successor_is_in_force_in_all_its_municipalities() {
    let old = old();
    let new = plan(adopted(successor(&old), "2024-02-08"));
    let set = PlanSet::new([old.clone(), new.clone()]).unwrap();
    let states = ["2023-12-31", "2024-01-01", "2024-02-07", "2024-02-08", "2028-01-01"]
        .map(|on| set.state(old.id(), day(on)).unwrap());
    assert_eq!(
        states,
        [
            PlanState::InForce,
            PlanState::Ended,
            PlanState::Ended,
            PlanState::Superseded,
            PlanState::Superseded
        ]
    );
    assert_eq!(set.state(new.id(), day("2028-01-01")), Some(PlanState::Ended));
    assert_eq!(set.state(PlanId::from_name("nowhere"), day("2028-01-01")), None);
    // By itself it doesn't know.
    assert_eq!(old.as_of(day("2028-01-01")).state(), PlanState::Ended);

    let mut joint = old.to_draft();
    joint.municipalities.push(MunicipalityDraft::new("GM0599", "Rotterdam"));
    let mut there = decision(old.id(), "D92", "2019-12-19", Act::Adopt, (ObjectKind::Plan, joint.id.clone()));
    there.municipality = Some("GM0599".into());
    joint.decisions.push(there);
    let joint = plan(joint);
    let set = PlanSet::new([joint.clone(), new.clone()]).unwrap();
    assert_eq!(set.state(joint.id(), day("2024-02-08")), Some(PlanState::Ended), "not in Rotterdam");
    let found = succession(&joint, &new, day("2024-02-08"));
    let where_: Vec<_> = found.municipalities.iter().map(|one| one.territory).collect();
    assert_eq!(where_, [Territory::Continues, Territory::OnlyOld]);
}

#[test]
fn a_final_evaluation_of_the_plan_or_an_analysis_of_its_successor_looks_back() {
    let old = old();
    let mut bare = successor(&old);
    bare.analyses.clear();
    let new = plan(bare);
    let codes = |old: &SafetyPlan, new: &SafetyPlan| {
        let set = PlanSet::new([old.clone(), new.clone()]).unwrap();
        set.advice().iter().map(|found| found.code).collect::<Vec<_>>()
    };
    assert_eq!(codes(&old, &new), [Code::SetPredecessorNotEvaluated]);
    let on = day("2024-06-01");
    let found = succession(&old, &new, on);
    assert!(!found.look_back.evaluated);
    let without: Vec<_> =
        found.look_back.execution_plans_not_evaluated.iter().map(|one| one.code.as_deref()).collect();
    assert_eq!(without, [Some("UP-2021")]);

    let mut draft = old.to_draft();
    let of = EvaluatedDraft::new(EvaluatedKind::Plan, draft.id.clone());
    let period = PeriodDraft::new("2020-01-01", "2023-06-30");
    let mut evaluation = EvaluationDraft::coded(old.id(), "EV-90", [of], period);
    evaluation.kind = Some(EvaluationKind::Final);
    evaluation.delivered_on = Some("2023-10-01".into());
    draft.evaluations.push(evaluation);
    let evaluated = plan(draft);
    assert_eq!(codes(&evaluated, &new), []);
    let found = succession(&evaluated, &new, on);
    assert_eq!(found.look_back.delivered_on, Some(day("2023-10-01")));
    assert!(!succession(&evaluated, &new, day("2023-09-30")).look_back.evaluated);
}

#[test]
fn a_gap_is_that_to_the_predecessor_that_held_last() {
    let old = old();
    let first = {
        let own = PlanId::from_name("https://example.org/vlaardingen/ivp/2016-2019");
        let municipality = MunicipalityDraft::new("GM0622", "Vlaardingen");
        let period = PeriodDraft::new("2016-01-01", "2019-12-31");
        let mut draft = SafetyPlanDraft::new(own.to_string(), "IVP 2016-2019", [municipality], period);
        draft.fictional = true;
        draft
    };
    let mut new = successor(&old);
    let earlier = PredecessorDraft { plan: Some(first.id.clone()), ..PredecessorDraft::new("IVP 2016-2019") };
    new.predecessors.push(earlier);
    let gaps = |plans: Vec<SafetyPlan>| {
        let advice = PlanSet::new(plans).unwrap().advice();
        advice.of(Code::SetSuccessionGap).map(|found| found.place.to_string()).collect::<Vec<_>>()
    };
    let (first, new) = (plan(first), plan(new));
    assert_eq!(gaps(vec![first.clone(), old, new.clone()]), [] as [&str; 0]);
    assert_eq!(gaps(vec![first, new]), ["/1/predecessors/1"]);
}

proptest! {
    #[test]
    fn fates_follow_from_what_is_stated(
        shape in drafts(PlanShape::default().with_facts(0..=0)),
        next in drafts(PlanShape::default()),
        links in vec(vec(any::<bool>(), 6), 6),
        closed in vec(any::<bool>(), 6),
    ) {
        let old_id: PlanId = shape.id.parse().unwrap();
        let mut shape = shape;
        shape.period = PeriodDraft::new("2016-01-01", "2019-12-31");
        let olds: Vec<(ContinuedKind, String)> = shape
            .priorities
            .iter()
            .map(|one| (ContinuedKind::Priority, one.id.clone()))
            .chain(shape.themes.iter().map(|one| (ContinuedKind::Theme, one.id.clone())))
            .collect();
        for (number, ((kind, goal), close)) in olds.iter().zip(&closed).enumerate() {
            let object = match kind {
                ContinuedKind::Priority => ObjectKind::Priority,
                ContinuedKind::Theme => ObjectKind::Theme,
            };
            if *close {
                let object = (object, goal.clone());
                shape.decisions.push(decision(old_id, &format!("D{number}"), "2018-01-01", Act::Close, object));
            }
        }
        let mut next = next;
        prop_assume!(next.id != shape.id);
        let linked = |row: &[bool]| -> Vec<ContinuedDraft> {
            let chosen = olds.iter().zip(row).filter(|(_, link)| **link);
            chosen.map(|((kind, goal), _)| ContinuedDraft::new(*kind, goal.clone())).collect()
        };
        let priorities = next.priorities.len();
        for (one, row) in next.priorities.iter_mut().zip(&links) {
            one.continues = linked(row);
        }
        for (one, row) in next.themes.iter_mut().zip(links.iter().skip(priorities)) {
            one.continues = linked(row);
        }
        let news = priorities + next.themes.len();
        let (old, new) = (plan(shape), plan(next));
        let found = succession(&old, &new, "2020-01-01".parse().unwrap());

        // Each priority and theme of the old plan has one fate, in the order of the document.
        let told: Vec<String> = found.goals.iter().map(|goal| goal.old.id.to_string()).collect();
        prop_assert_eq!(told, olds.iter().map(|(_, id)| id.clone()).collect::<Vec<_>>());
        let rows = &links[..news.min(6)];
        for (number, goal) in found.goals.iter().enumerate() {
            let into: Vec<usize> = (0..rows.len()).filter(|row| rows[*row][number]).collect();
            let shared = into.iter().any(|row| (0..olds.len()).filter(|old| rows[*row][*old]).count() > 1);
            let was_priority = olds[number].0 == ContinuedKind::Priority;
            let expected = match into[..] {
                [] if closed[number] => Fate::Closed,
                [] => Fate::DroppedWithoutDecision,
                [_] if shared => Fate::Merged,
                [one] => match (was_priority, one < priorities) {
                    (true, false) => Fate::ScaledDown,
                    (false, true) => Fate::Raised,
                    _ => Fate::Continued,
                },
                _ => Fate::Split,
            };
            prop_assert_eq!(goal.fate, expected);
            prop_assert_eq!(goal.became.len(), into.len());
            prop_assert_eq!(goal.closed_on.is_some(), closed[number]);
        }
        let fresh = rows.iter().filter(|row| (0..olds.len()).all(|old| !row[old])).count();
        prop_assert_eq!(found.new_goals.len(), fresh);

        // The set says the same of priorities.
        let mut draft = new.to_draft();
        let named = PredecessorDraft { plan: Some(old.id().to_string()), ..PredecessorDraft::new("Voorganger") };
        draft.predecessors = vec![named];
        let set = PlanSet::new([old.clone(), plan(draft)]).unwrap();
        let advice = set.advice();
        let dropped: Vec<PriorityId> = advice
            .of(Code::SetDroppedWithoutDecision)
            .map(|found| PriorityId::from_uuid(found.subject.unwrap().id).unwrap())
            .collect();
        let expected: Vec<PriorityId> = found
            .goals
            .iter()
            .filter(|goal| goal.fate == Fate::DroppedWithoutDecision && goal.old.kind == Kind::Priority)
            .map(|goal| PriorityId::from_uuid(goal.old.id).unwrap())
            .collect();
        prop_assert_eq!(dropped, expected);
        let lost: Vec<_> = found.objectives.iter().filter(|one| one.became.is_empty()).collect();
        let all = old.elements().filter(|element| matches!(element, Element::Objective(_))).count();
        prop_assert_eq!(lost.len(), all, "no objective is continued");
    }
}
