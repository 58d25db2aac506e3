//! Carry-over: against a reader that walks back from every action.

use expect_test::expect;
use proptest::prelude::*;
use veiligheidsplan::analysis::carry_over;
use veiligheidsplan::entity::Action;
use veiligheidsplan::lifecycle::ActionState;
use veiligheidsplan::strategies::{PlanShape, days, plans};
use veiligheidsplan::{Date, Element, Language, SafetyPlan};

use crate::support::{DEMO, day};

fn demo() -> SafetyPlan {
    SafetyPlan::from_json(DEMO).unwrap()
}

#[test]
fn the_demo_plan_tells_what_went_on_and_what_was_left() {
    let report = carry_over(&demo(), day("2021-09-01"));
    expect![[r#"
        Doorgeschoven acties: plan IVP-2020-2023 "Integraal Veiligheidsplan Vlaardingen 2020-2023"
        op 2021-09-01; afgelopen uitvoeringsplannen: 1; doorgeschoven: 1; onafgerond en niet voortgezet: 17
        - 1× 2020-A04 Pandenanalyse uitvoeren op bedrijventerrein Vergulde Hand → 2021-A02 Pandenanalyse op bedrijventerrein Vergulde Hand afronden (sinds 2021-01-01)
          niet voortgezet                                                                             stand             uitvoeringsplan  afgelopen op
          2020-A03 Maandelijks signalenoverleg ondermijning voeren met politie en RIEC                lopend            UP-2020          2020-12-31
          2020-A05 Twaalf integrale controles uitvoeren bij bedrijven in risicobranches               deels uitgevoerd  UP-2020          2020-12-31
          2020-A08 Panden sluiten bij handel in drugs volgens het Damoclesbeleid                      lopend            UP-2020          2020-12-31
          2020-A11 Training herkennen van ondermijning geven aan publieksbalie en vergunningverleni…  deels uitgevoerd  UP-2020          2020-12-31
          2020-A13 Voorlichting over ondermijning verzorgen voor ondernemers op bedrijventerreinen    deels uitgevoerd  UP-2020          2020-12-31
          2020-A15 Weerbaarheidslessen over snel geld en drugs geven op scholen                       niet uitgevoerd   UP-2020          2020-12-31
          2020-A16 Samenwerking verkennen met makelaars en notarissen over vastgoedsignalen           gepland           UP-2020          2020-12-31
          2020-A17 Programmatische aanpak van ondermijning afstemmen met Rotterdam en Schiedam        lopend            UP-2020          2020-12-31
          2020-A21 Wekelijks casusoverleg houden over zorgmijders en verward gedrag                   lopend            UP-2020          2020-12-31
          2020-A24 Beeld opstellen van uitbuiting en illegale prostitutie in de stad                  deels uitgevoerd  UP-2020          2020-12-31
          2020-A26 Woningbezoeken brandveiligheid uitvoeren bij minder zelfredzame bewoners           deels uitgevoerd  UP-2020          2020-12-31
          2020-A32 Afspraken over veilig uitgaan actualiseren met horeca en politie                   deels uitgevoerd  UP-2020          2020-12-31
          2020-A33 Collectief winkelverbod uitbreiden naar drie winkelcentra                          vertraagd         UP-2020          2020-12-31
          2020-A37 Integrale schouw houden bij zes risicovolle evenementen                            niet uitgevoerd   UP-2020          2020-12-31
          2020-A39 Overlastgevende jeugdgroepen aanpakken met groepsscan en persoonsgerichte aanpak   lopend            UP-2020          2020-12-31
          2020-A43 Uitvoeringsprogramma bouw- en milieutoezicht uitvoeren                             lopend            UP-2020          2020-12-31
          2020-A45 Netwerk radicalisering en polarisatie onderhouden met sleutelfiguren               lopend            UP-2020          2020-12-31
    "#]].assert_eq(&report.to_text(Language::Dutch));
    let early = carry_over(&demo(), day("2020-03-01")).to_markdown(Language::English);
    assert!(early.contains("not carried on: no execution plan has ended"), "{early}");
}

/// The states in which an action stands as carried on by another, each asked on its own.
fn carries(plan: &SafetyPlan, earlier: &Action, later: &Action, day: Date) -> bool {
    let holder = |action: &Action| plan.holder(action.id()).unwrap();
    let Element::ExecutionPlan(execution) = holder(later) else { panic!("an execution plan") };
    let standing = plan.as_of(day).execution_plan(execution.id()).unwrap();
    let off = ["withdrawn", "rejected"].contains(&standing.state.as_str());
    later.continues().contains(&earlier.id())
        && holder(earlier).id() != execution.id().into()
        && plan.as_of(day).action(earlier.id()).unwrap().state == ActionState::CarriedOver
        && execution.period().start() <= day
        && later.registered_on().is_none_or(|taken_up| taken_up <= day)
        && !off
}

fn times(plan: &SafetyPlan, all: &[&Action], action: &Action, day: Date) -> u64 {
    let before = all.iter().filter(|earlier| carries(plan, earlier, action, day));
    before.map(|earlier| times(plan, all, earlier, day) + 1).max().unwrap_or(0)
}

fn check(plan: &SafetyPlan, day: Date) {
    let report = carry_over(plan, day);
    let all: Vec<&Action> =
        plan.execution_plans().iter().flat_map(|one| one.actions()).map(|action| &**action).collect();
    let state = |action: &Action| plan.as_of(day).action(action.id()).unwrap();
    let carried: Vec<_> = all.iter().filter(|one| state(one).state == ActionState::CarriedOver).collect();
    assert_eq!(report.carried.len(), carried.len());
    for (found, action) in report.carried.iter().zip(carried) {
        assert_eq!(found.action.id, action.id().into_uuid());
        assert_eq!(found.since, state(action).since);
        assert_eq!(found.since, found.into.iter().filter_map(|one| one.since).min());
        let into: Vec<_> = all.iter().filter(|later| carries(plan, action, later, day)).collect();
        let into: Vec<_> = into.iter().map(|one| one.id().into_uuid()).collect();
        assert_eq!(found.into.iter().map(|one| one.action.id).collect::<Vec<_>>(), into);
        assert_eq!(found.times, times(plan, &all, action, day) + 1);
    }
    let lasts: Vec<_> = all
        .iter()
        .map(|action| (action.id().into_uuid(), times(plan, &all, action, day)))
        .filter(|(id, times)| *times > 0 && report.carried.iter().all(|one| one.action.id != *id))
        .collect();
    let chains: Vec<_> =
        report.chains.iter().map(|one| (one.links.last().unwrap().action.id, one.times)).collect();
    assert_eq!(chains, lasts);
    for chain in &report.chains {
        assert_eq!(chain.links.len() as u64, chain.times + 1);
        let find = |id| all.iter().find(|one| one.id().into_uuid() == id).unwrap();
        for pair in chain.links.windows(2) {
            assert!(carries(plan, find(pair[0].action.id), find(pair[1].action.id), day));
            assert!(pair[1].since.is_some_and(|since| since <= day));
        }
        assert_eq!(chain.links[0].since, None);
    }
    let left = all.iter().filter(|action| {
        let Some(Element::ExecutionPlan(execution)) = plan.holder(action.id()) else { return false };
        let ended = plan.as_of(day).execution_plan(execution.id()).unwrap().ends_on < day;
        let over = ["done", "cancelled", "closed", "withdrawn", "carriedOver"];
        ended && !over.contains(&state(action).state.as_str())
    });
    let left: Vec<_> = left.map(|action| action.id().into_uuid()).collect();
    assert_eq!(report.left.iter().map(|one| one.action.id).collect::<Vec<_>>(), left);
}

#[test]
fn the_carry_over_of_the_demo_plan_is_what_a_reader_finds() {
    for text in ["2020-07-01", "2021-09-01", "2024-06-01"] {
        check(&demo(), day(text));
    }
}

proptest! {
    #[test]
    fn carry_over_is_what_a_reader_finds(
        plan in plans(PlanShape::default().with_execution_plans(1..=4)),
        day in days(),
    ) {
        check(&plan, day);
    }
}
