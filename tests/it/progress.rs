//! Progress: actions by state per goal and execution plan, against a reader that walks every thread.

use std::collections::BTreeMap;

use expect_test::expect;
use proptest::prelude::*;
use veiligheidsplan::analysis::{NoProgress, ProgressCount, progress};
use veiligheidsplan::draft::{EvaluatedDraft, EvaluationDraft, OutcomeDraft, PeriodDraft, ProgressDraft};
use veiligheidsplan::entity::{Action, Effect, EvaluatedKind, Status};
use veiligheidsplan::lifecycle::ActionState;
use veiligheidsplan::strategies::{PlanShape, days, plans};
use veiligheidsplan::trace::{LinkBasis, Node, ThreadStep, Trace};
use veiligheidsplan::{Date, Element, Language, SafetyPlan};

use crate::support::{BASE, DEMO, day};

fn demo() -> SafetyPlan {
    SafetyPlan::from_json(DEMO).unwrap()
}

#[test]
fn the_demo_plan_tells_what_is_done_delayed_and_without_action() {
    let report = progress(&demo(), day("2020-07-01"));
    expect![[r#"
        Voortgang: plan IVP-2020-2023 "Integraal Veiligheidsplan Vlaardingen 2020-2023"
        op 2020-07-01
        alle acties: uitgevoerd 5 van de 92, voorgesteld 45, gepland 11, lopend 20, vertraagd 11; effect: niet gemeld 92

        Per uitvoeringsplan
        - uitvoeringsplan UP-2020 "Uitvoeringsplan veiligheid 2020" (fictief): uitgevoerd 5 van de 48, voorgesteld 1, gepland 11, lopend 20, vertraagd 11; effect: niet gemeld 48
        - uitvoeringsplan UP-2021 "Uitvoeringsplan veiligheid 2021" (fictief): uitgevoerd 0 van de 44, voorgesteld 44; effect: niet gemeld 44

        Per doel
        - doelstelling H "In 2023 is Vlaardingen veiliger door samenwerking met inwoners, ondernemers en p…": n.v.t. (het plan vermeldt geen koppeling ermee)
          - doelstelling S1 "In 2023 is veiligheid een integraal onderdeel van andere beleidsvelden.": n.v.t. (het plan vermeldt geen koppeling ermee)
          - doelstelling S2 "In 2023 is veiligheid verankerd in integraal werken aan de stad.": n.v.t. (het plan vermeldt geen koppeling ermee)
          - doelstelling S3 "In 2023 is veiligheid een coproductie van de samenleving, gemeente en partners.": n.v.t. (het plan vermeldt geen koppeling ermee)
        - prioriteit P1 "Een weerbare stad en organisatie tegen ondermijning": uitgevoerd 1 van de 31, voorgesteld 13, gepland 4, lopend 7, vertraagd 6; effect: niet gemeld 31
          - doelstelling P1.D "In samenwerking met partners, ondernemers en inwoners verder terugdringen van on…": uitgevoerd 1 van de 32, voorgesteld 13, gepland 4, lopend 8, vertraagd 6; effect: niet gemeld 32
          - pijler P1.1 "Het versterken van de informatiepositie": uitgevoerd 1 van de 10, voorgesteld 4, gepland 2, lopend 2, vertraagd 1; effect: niet gemeld 10
          - pijler P1.2 "Het verstoren van criminele processen": uitgevoerd 0 van de 12, voorgesteld 6, lopend 4, vertraagd 2; effect: niet gemeld 12
          - pijler P1.3 "Het vergroten van de bestuurlijke en ambtelijke weerbaarheid": uitgevoerd 0 van de 3, gepland 1, lopend 1, vertraagd 1; effect: niet gemeld 3
          - pijler P1.4 "Het vergroten van de maatschappelijke weerbaarheid": uitgevoerd 0 van de 8, voorgesteld 4, gepland 2, vertraagd 2; effect: niet gemeld 8
        - prioriteit P2 "Een betere verbinding tussen zorg en veiligheid": uitgevoerd 2 van de 25, voorgesteld 15, gepland 1, lopend 4, vertraagd 3; effect: niet gemeld 25
          - doelstelling P2.D "Het versterken van de verbinding tussen zorg en veiligheid": uitgevoerd 2 van de 25, voorgesteld 15, gepland 1, lopend 4, vertraagd 3; effect: niet gemeld 25
          - pijler P2.1 "Het voorkomen en terugdringen van woonoverlast": uitgevoerd 0 van de 10, voorgesteld 6, lopend 3, vertraagd 1; effect: niet gemeld 10
          - pijler P2.2 "De aanpak van mensenhandel, illegale prostitutie en seksuele uitbuiting": uitgevoerd 1 van de 7, voorgesteld 4, lopend 1, vertraagd 1; effect: niet gemeld 7
          - pijler P2.3 "(Brand)veiligheid en minder zelfredzame bewoners": uitgevoerd 0 van de 5, voorgesteld 3, gepland 1, vertraagd 1; effect: niet gemeld 5
        - thema R1 "Het ingrijpen wanneer de openbare orde in het geding is": uitgevoerd 1 van de 7, voorgesteld 3, gepland 1, lopend 2; effect: niet gemeld 7
        - thema R2 "Samenwerken met ondernemers en partners voor veilige winkelgebieden, bedrijvente…": uitgevoerd 0 van de 8, voorgesteld 4, gepland 1, vertraagd 3; effect: niet gemeld 8
        - thema R3 "Voorbereiden op rampen en crises": uitgevoerd 0 van de 4, voorgesteld 2, gepland 1, lopend 1; effect: niet gemeld 4
        - thema R4 "Waarborgen van veiligheid bij evenementen": uitgevoerd 1 van de 4, voorgesteld 2, vertraagd 1; effect: niet gemeld 4
        - thema R5 "Beperken van overlast en criminaliteit in wijken en buurten": uitgevoerd 0 van de 13, voorgesteld 6, gepland 2, lopend 4, vertraagd 1; effect: niet gemeld 13
        - thema R6 "Uitvoeren van vergunningverlening, toezicht en handhaving voor een veilige fysie…": uitgevoerd 0 van de 5, voorgesteld 3, lopend 2; effect: niet gemeld 5
        - thema R7 "Structureel tegengaan van woninginbraken door preventie": uitgevoerd 0 van de 4, voorgesteld 3, gepland 1; effect: niet gemeld 4
        - thema R8 "Bieden van nazorg aan ex-gedetineerden en het beoordelen van openbare orde risic…": n.v.t. (geen actie)
        - thema R9 "Aanpak radicalisering en polarisatie": uitgevoerd 0 van de 3, voorgesteld 2, lopend 1; effect: niet gemeld 3

        Vertragingen
        - actie 2020-A01 "Lokaal ondermijningsbeeld opstellen met gegevens van gemeente en partners" (fictief); gemeld op 2020-06-30; gepland tot en met 2020-09-30; verwacht 2020-11-30; reden: Interviews met partners konden door corona niet doorgaan
        - actie 2020-A05 "Twaalf integrale controles uitvoeren bij bedrijven in risicobranches" (fictief); gemeld op 2020-06-30; gepland tot en met 2020-12-31; reden: Van maart tot juni geen controles door de coronamaatregelen
        - actie 2020-A11 "Training herkennen van ondermijning geven aan publieksbalie en vergunningverleni…" (fictief); gemeld op 2020-06-30; gepland tot en met 2020-12-31; reden: Bijeenkomsten op locatie niet toegestaan door corona
        - actie 2020-A13 "Voorlichting over ondermijning verzorgen voor ondernemers op bedrijventerreinen" (fictief); gemeld op 2020-06-30; gepland tot en met 2020-10-31; verwacht 2020-10-31; reden: Voorjaarsbijeenkomst verzet door corona
        - actie 2020-A15 "Weerbaarheidslessen over snel geld en drugs geven op scholen" (fictief); gemeld op 2020-06-30; gepland tot en met 2020-12-31; reden: Scholen gesloten van maart tot mei
        - actie 2020-A19 "Beleidsregel vaststellen voor de Wet aanpak woonoverlast" (fictief); gemeld op 2020-06-30; gepland tot en met 2020-06-01; verwacht 2020-09-30; reden: Afstemming met corporaties vroeg meer tijd
        - actie 2020-A25 "Controles op illegale prostitutie uitvoeren in hotels en woningen" (fictief); gemeld op 2020-06-30; gepland tot en met 2020-12-31; reden: Contactberoepen verboden; aanbod verplaatst naar internet
        - actie 2020-A26 "Woningbezoeken brandveiligheid uitvoeren bij minder zelfredzame bewoners" (fictief); gemeld op 2020-06-30; gepland tot en met 2020-12-31; reden: Geen huisbezoek bij ouderen door corona
        - actie 2020-A31 "Keurmerk Veilig Ondernemen voor het winkelgebied opnieuw laten toetsen" (fictief); gemeld op 2020-06-30; gepland tot en met 2020-06-30; verwacht 2020-09-30; reden: Schouw uitgesteld door sluiting van winkels
        - actie 2020-A32 "Afspraken over veilig uitgaan actualiseren met horeca en politie" (fictief); gemeld op 2020-06-30; gepland tot en met 2020-10-31; reden: Horeca gesloten door corona
        - actie 2020-A37 "Integrale schouw houden bij zes risicovolle evenementen" (fictief); gemeld op 2020-06-30; gepland tot en met 2020-09-30; reden: Evenementen verboden tot 1 september
    "#]].assert_eq(&report.to_text(Language::Dutch));
    let markdown = report.to_markdown(Language::English);
    assert!(markdown.contains("## Delays\n\n- action"), "{markdown}");
    assert!(markdown.contains("not applicable (the plan states no link to it)"), "{markdown}");
    assert_eq!(report.count.of(ActionState::Delayed), report.delays.len() as u64);
}

/// The last effect known of an action, day by day back from the day.
/// An action that a report delayed, and later an evaluation, a report of that day, or both.
#[test]
fn a_delay_is_explained_by_what_delayed_the_action() {
    let reason = |said: &[(&str, &str)], reported: Option<&str>| {
        let mut draft = SafetyPlan::from_json(BASE).unwrap().to_draft();
        let execution = draft.execution_plans[0].id.clone();
        let action = &mut draft.execution_plans[0].actions[0];
        action.progress.truncate(1);
        action.progress.extend(reported.map(|reason| {
            let mut report = ProgressDraft::new("2021-03-15");
            (report.status, report.reason) = (Some(Status::Delayed), Some(reason.to_owned()));
            report
        }));
        let action = action.id.clone();
        (draft.execution_plans[1].actions[0].origin, draft.execution_plans[1].actions[0].continues) =
            (None, vec![]);
        draft.priorities[0].pillars[0].based_on.clear();
        draft.evaluations.clear();
        for (number, (end, text)) in said.iter().enumerate() {
            let of = EvaluatedDraft::new(EvaluatedKind::ExecutionPlan, execution.clone());
            let id = format!("19{number:06}-0000-4000-8000-000000000001");
            let mut evaluation = EvaluationDraft::new(id, [of], PeriodDraft::new("2020-01-01", *end));
            evaluation.delivered_on = Some("2021-03-15".to_owned());
            let mut outcome = OutcomeDraft::new(action.clone());
            (outcome.status, outcome.text) = (Some(Status::Delayed), Some((*text).to_owned()));
            outcome.effect = Some(Effect::Negative);
            evaluation.outcomes.push(outcome);
            draft.evaluations.push(evaluation);
        }
        let report = progress(&SafetyPlan::try_from(draft).unwrap(), day("2021-03-20"));
        let delays: Vec<_> = report.delays.into_iter().map(|one| (one.reported_on, one.reason)).collect();
        (delays, report.count.effects.negative)
    };
    let delayed = |text: &str| vec![(Some(day("2021-03-15")), Some(text.to_owned()))];
    for (said, reported, told) in [
        (vec![], None, (vec![(Some(day("2020-06-30")), Some("Minder capaciteit".to_owned()))], 0)),
        (vec![], Some("Ziekte"), (delayed("Ziekte"), 0)),
        (vec![("2020-12-31", "Wacht op de raad")], None, (delayed("Wacht op de raad"), 1)),
        (vec![("2020-12-31", "Later"), ("2020-06-30", "Eerder")], None, (delayed("Later"), 1)),
        (vec![("2020-06-30", "Eerder"), ("2020-12-31", "Later")], None, (delayed("Later"), 1)),
        (vec![("2020-12-31", "Wacht op de raad")], Some("Ziekte"), (delayed("Ziekte"), 1)),
    ] {
        assert_eq!(reason(&said, reported), told, "{said:?} {reported:?}");
    }
}

fn last_effect(plan: &SafetyPlan, action: &Action, day: Date) -> Option<Effect> {
    let mut known: Vec<(Date, u8, Effect)> = Vec::new();
    for evaluation in plan.evaluations() {
        if evaluation.delivered_on().is_some_and(|delivered| delivered <= day) {
            for outcome in evaluation.outcomes().iter().filter(|one| one.action() == action.id()) {
                known.extend(outcome.effect().map(|effect| (evaluation.period().end(), 0, effect)));
            }
        }
    }
    for report in action.progress().iter().filter(|report| report.date() <= day) {
        known.extend(report.effect().map(|effect| (report.date(), 1, effect)));
    }
    let last = known.iter().map(|(about, rank, _)| (*about, *rank)).max()?;
    known.iter().rev().find(|(about, rank, _)| (*about, *rank) == last).map(|(.., effect)| *effect)
}

/// The count over some actions, each asked on its own.
fn counted(plan: &SafetyPlan, actions: &[&Action], day: Date) -> (BTreeMap<ActionState, u64>, [u64; 4]) {
    let (mut states, mut effects) = (BTreeMap::new(), [0; 4]);
    for action in actions {
        *states.entry(plan.as_of(day).action(action.id()).unwrap().state).or_default() += 1;
        let kind = match last_effect(plan, action, day) {
            Some(Effect::Positive) => 0,
            Some(Effect::None) => 1,
            Some(Effect::Negative) => 2,
            None => 3,
        };
        effects[kind] += 1;
    }
    (states, effects)
}

fn same(found: &ProgressCount, plan: &SafetyPlan, actions: &[&Action], day: Date) {
    let (states, effects) = counted(plan, actions, day);
    let own: BTreeMap<_, _> = found.states.iter().map(|one| (one.state, one.actions)).collect();
    assert_eq!(own, states);
    let own = found.effects;
    assert_eq!([own.positive, own.none, own.negative, own.not_reported], effects);
    assert_eq!(found.actions, actions.len() as u64);
    assert_eq!(found.reason.is_some(), actions.is_empty());
}

fn check(plan: &SafetyPlan, day: Date) {
    let report = progress(plan, day);
    let trace = Trace::of(plan, day);
    let all: Vec<&Action> =
        plan.execution_plans().iter().flat_map(|one| one.actions()).map(|action| &**action).collect();
    same(&report.count, plan, &all, day);
    let mut goals = report.goals.iter();
    for element in plan.elements() {
        if !matches!(
            element,
            Element::Objective(_) | Element::Priority(_) | Element::Pillar(_) | Element::Theme(_)
        ) {
            continue;
        }
        let found = goals.next().unwrap();
        assert_eq!(found.goal.id, element.id().into_uuid());
        // A thread counts if no step of it up to the goal was read.
        let stated = |step: &ThreadStep| step.link.is_none_or(|(_, basis)| basis != LinkBasis::Read);
        let counts = |action: &&&Action| {
            trace.up(action.id()).unwrap().any(|thread| {
                let at = thread.steps.iter().position(|step| step.node == Node::from(element.id()));
                at.is_some_and(|at| thread.steps[..=at].iter().all(stated))
            })
        };
        let actions: Vec<&Action> = all.iter().filter(counts).copied().collect();
        same(&found.count, plan, &actions, day);
        if plan.execution_plans().is_empty() {
            assert_eq!(found.count.reason, Some(NoProgress::NoExecutionPlan));
        }
    }
    assert!(goals.next().is_none());
    for (own, found) in plan.execution_plans().iter().zip(&report.execution_plans) {
        let actions: Vec<&Action> = own.actions().iter().map(|action| &**action).collect();
        same(&found.count, plan, &actions, day);
    }
    let delayed: Vec<_> = all
        .iter()
        .map(|action| (action, plan.as_of(day).action(action.id()).unwrap()))
        .filter(|(_, standing)| standing.state == ActionState::Delayed)
        .map(|(action, standing)| (action.id().into_uuid(), standing.since))
        .collect();
    let told: Vec<_> = report.delays.iter().map(|one| (one.action.id, one.reported_on)).collect();
    assert_eq!(told, delayed);
    for delay in &report.delays {
        let action = all.iter().find(|action| action.id().into_uuid() == delay.action.id).unwrap();
        let reasons = action.progress().iter().filter(|one| Some(one.date()) == delay.reported_on);
        let mut reasons = reasons.filter_map(|one| one.reason()).map(|reason| reason.as_str());
        let by_evaluation = plan.evaluations().iter().any(|one| one.delivered_on() == delay.reported_on);
        let given = delay.reason.as_deref();
        assert!(given.is_none() || by_evaluation || reasons.any(|one| Some(one) == given));
    }
}

#[test]
fn progress_of_the_demo_plan_is_what_a_reader_counts() {
    for text in ["2019-12-01", "2020-07-01", "2021-09-01", "2024-06-01"] {
        check(&demo(), day(text));
    }
}

proptest! {
    #[test]
    fn progress_is_what_a_reader_counts(plan in plans(PlanShape::default()), day in days()) {
        check(&plan, day);
    }
}
