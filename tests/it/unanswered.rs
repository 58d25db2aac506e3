//! Unanswered items of frameworks, against a reader that looks through every link for each item.

use expect_test::expect;
use proptest::prelude::*;
use veiligheidsplan::analysis::{NoAnswers, unanswered};
use veiligheidsplan::draft::{AnswerLinkDraft, FrameworkDraft, FrameworkItemDraft};
use veiligheidsplan::entity::{AnswerLink, Basis};
use veiligheidsplan::id::{FrameworkId, FrameworkItemId, PlanId};
use veiligheidsplan::strategies::{PlanShape, plans};
use veiligheidsplan::{Element, Language, SafetyPlan};

use crate::support::DEMO;

fn demo() -> SafetyPlan {
    SafetyPlan::from_json(DEMO).unwrap()
}

#[test]
fn the_demo_plan_tells_which_items_are_answered() {
    let report = unanswered(&demo());
    expect![[r#"
        Antwoord op beleidskaders: plan IVP-2020-2023 "Integraal Veiligheidsplan Vlaardingen 2020-2023"
        - beleidskader VA "Veiligheidsagenda 2019-2022": 0 van de 8 onderdelen beantwoord, 5 alleen via gelezen koppelingen, 3 niet beantwoord
          - onderdeel van een beleidskader VA.1 "Ondermijning": gelezen als beantwoord door prioriteit P1 "Een weerbare stad en organisatie tegen ondermijning"
          - onderdeel van een beleidskader VA.2 "Mensenhandel": gelezen als beantwoord door prioriteit P1 "Een weerbare stad en organisatie tegen ondermijning"; pijler P2.2 "De aanpak van mensenhandel, illegale prostitutie en seksuele uitbuiting"; acties die eruit voortkomen actie 2020-A23 "Aandachtsfunctionaris mensenhandel aanwijzen en opleiden" (fictief)
          - onderdeel van een beleidskader VA.3 "Cybercrime en online kindermisbruik": gelezen als beantwoord door prioriteit P1 "Een weerbare stad en organisatie tegen ondermijning"
          - onderdeel van een beleidskader VA.4 "Executie": niet beantwoord
          - onderdeel van een beleidskader VA.5 "Terrorisme en extremisme": niet beantwoord
          - onderdeel van een beleidskader VA.6 "High impact crimes en mobiel banditisme": gelezen als beantwoord door thema R7 "Structureel tegengaan van woninginbraken door preventie"
          - onderdeel van een beleidskader VA.7 "Kindermishandeling en huiselijk geweld": niet beantwoord; acties die eruit voortkomen actie 2021-A14 "Tijdelijke huisverboden opleggen en hulpverlening starten bij huiselijk geweld" (fictief)
          - onderdeel van een beleidskader VA.8 "Personen met verward gedrag": gelezen als beantwoord door prioriteit P2 "Een betere verbinding tussen zorg en veiligheid"; acties die eruit voortkomen actie 2020-A21 "Wekelijks casusoverleg houden over zorgmijders en verward gedrag" (fictief)
        - beleidskader RVP "Regionaal Veiligheidsplan Rotterdam-Rijnmond 2019-2022": 0 van de 6 onderdelen beantwoord, 4 alleen via gelezen koppelingen, 2 niet beantwoord
          - onderdeel van een beleidskader RVP.1 "Een politie voor iedereen": niet beantwoord
          - onderdeel van een beleidskader RVP.2 "Contraterrorisme, extremisme en radicalisering": gelezen als beantwoord door thema R9 "Aanpak radicalisering en polarisatie"; acties die eruit voortkomen actie 2020-A45 "Netwerk radicalisering en polarisatie onderhouden met sleutelfiguren" (fictief); actie 2021-A42 "Netwerk radicalisering en polarisatie voortzetten en verbreden" (fictief)
          - onderdeel van een beleidskader RVP.3 "Ondermijning": gelezen als beantwoord door prioriteit P1 "Een weerbare stad en organisatie tegen ondermijning"; acties die eruit voortkomen actie 2020-A17 "Programmatische aanpak van ondermijning afstemmen met Rotterdam en Schiedam" (fictief)
          - onderdeel van een beleidskader RVP.4 "Cybercrime": gelezen als beantwoord door prioriteit P1 "Een weerbare stad en organisatie tegen ondermijning"; acties die eruit voortkomen actie 2020-A47 "Voorlichting over cybercrime geven aan senioren en ondernemers" (fictief)
          - onderdeel van een beleidskader RVP.5 "Burger centraal, slachtoffer voorop": niet beantwoord
          - onderdeel van een beleidskader RVP.6 "Beheersing van openbare orde risico's": gelezen als beantwoord door thema R1 "Het ingrijpen wanneer de openbare orde in het geding is"; thema R4 "Waarborgen van veiligheid bij evenementen"; acties die eruit voortkomen actie 2020-A28 "Draaiboek demonstraties en verstoringen van de openbare orde actualiseren" (fictief)
        - beleidskader RBP "Regionaal Beleidsplan Veiligheidsregio Rotterdam-Rijnmond 2018-2022": 0 van de 4 onderdelen beantwoord, 0 alleen via gelezen koppelingen, 4 niet beantwoord
          - onderdeel van een beleidskader RBP.1 "Creëren veilige leefomgeving": niet beantwoord; acties die eruit voortkomen actie 2020-A26 "Woningbezoeken brandveiligheid uitvoeren bij minder zelfredzame bewoners" (fictief)
          - onderdeel van een beleidskader RBP.2 "Hulpverlening op maat": niet beantwoord; acties die eruit voortkomen actie 2020-A34 "Gemeentelijk crisisteam opleiden en tweemaal laten oefenen" (fictief)
          - onderdeel van een beleidskader RBP.3 "Expertisecentrum voor gezondheid en veiligheid": niet beantwoord
          - onderdeel van een beleidskader RBP.4 "Midden in de samenleving": niet beantwoord; acties die eruit voortkomen actie 2021-A22 "Afspraken over brandveilig wonen vastleggen met corporaties en zorg" (fictief)
    "#]].assert_eq(&report.to_text(Language::Dutch));
    assert!(report.to_markdown(Language::English).starts_with("# Answers to policy frameworks: plan"));
}

fn check(plan: &SafetyPlan) {
    let report = unanswered(plan);
    assert_eq!(report.frameworks.len(), plan.frameworks().len());
    for (found, framework) in report.frameworks.iter().zip(plan.frameworks()) {
        assert_eq!(found.framework.id, framework.id().into_uuid());
        let reason = framework.items().is_empty().then_some(NoAnswers::NoItems);
        assert_eq!(found.reason, reason);
        assert_eq!(found.stated + found.read + found.open, framework.items().len() as u64);
        for (answers, item) in found.items.iter().zip(framework.items()) {
            let by = |counts: fn(&AnswerLink) -> bool| -> Vec<_> {
                let answering = plan.elements().filter(|element| {
                    let links = match element {
                        Element::Priority(one) => one.answers(),
                        Element::Pillar(one) => one.answers(),
                        Element::Theme(one) => one.answers(),
                        _ => &[],
                    };
                    links.iter().any(|link| link.id() == item.id() && counts(link))
                });
                answering.map(|element| element.id().into_uuid()).collect()
            };
            assert_eq!(
                answers.stated.iter().map(|one| one.id).collect::<Vec<_>>(),
                by(|link| link.basis().is_none())
            );
            assert_eq!(
                answers.read.iter().map(|one| one.id).collect::<Vec<_>>(),
                by(|link| link.basis() == Some(Basis::Read))
            );
            assert_eq!(answers.is_open(), by(|_| true).is_empty());
        }
    }
}

#[test]
fn a_framework_without_items_is_not_applicable_and_a_read_link_stands_apart() {
    let mut draft = demo().to_draft();
    let (priority, framework) = (&mut draft.priorities[0], &mut draft.frameworks[0]);
    let item = FrameworkItemId::derive(PlanId::from_name("unanswered"), "item").to_string();
    framework.items.push(FrameworkItemDraft::new(item.clone(), "Iets nieuws"));
    let mut link = AnswerLinkDraft::new(item.clone());
    link.basis = Some(Basis::Read);
    priority.answers.push(link);
    let empty = FrameworkId::derive(PlanId::from_name("unanswered"), "empty").to_string();
    draft.frameworks.push(FrameworkDraft::new(empty, "Zonder onderdelen"));
    let plan = SafetyPlan::try_from(draft).unwrap();
    check(&plan);
    let report = unanswered(&plan);
    assert_eq!(report.frameworks.last().unwrap().reason, Some(NoAnswers::NoItems));
    assert!(report.to_text(Language::Dutch).contains("n.v.t. (het plan noemt er geen onderdelen van)"));
    let own = report.frameworks[0].items.last().unwrap();
    assert_eq!((own.stated.len(), own.read.len(), own.is_open()), (0, 1, false));
    assert!(report.frameworks[0].read >= 1);
}

proptest! {
    #[test]
    fn answers_are_what_a_reader_finds(plan in plans(PlanShape::default())) {
        check(&plan);
    }
}
