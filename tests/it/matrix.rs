//! The responsibility matrix and the workload, against a naive count over the entities.

use expect_test::expect;
use proptest::prelude::*;
use veiligheidsplan::analysis::{MatrixLevel, matrix, workload};
use veiligheidsplan::entity::{Action, Partner, Role};
use veiligheidsplan::lifecycle::ActionState;
use veiligheidsplan::strategies::{PlanShape, days, plans};
use veiligheidsplan::trace::Trace;
use veiligheidsplan::{Element, Kind, Language, SafetyPlan};

use crate::coverage::{naive_below, touches};
use crate::support::{DEMO, day};

#[test]
fn the_demonstration_says_who_does_what_for_which_priority_and_when() {
    let plan = SafetyPlan::from_json(DEMO).unwrap();
    let trace = Trace::of(&plan, day("2021-09-01"));
    let of = |level| matrix(&trace, plan.id(), level).unwrap();
    expect![[r#"
        Verantwoordelijkheden: plan IVP-2020-2023 "Integraal Veiligheidsplan Vlaardingen 2020-2023"
        acties, en hoeveel in elke rol: V bestuurlijk verantwoordelijk, R regisseur, T trekker, U uitvoerder, O ondersteuner, F financier, A geraadpleegd, b betrokken; tussen vierkante haken de rollen op het doel zelf
        - prioriteit P1 "Een weerbare stad en organisatie tegen ondermijning": 31 acties, 2 zonder trekker, 0 zonder partner
        - prioriteit P2 "Een betere verbinding tussen zorg en veiligheid": 25 acties, 0 zonder trekker, 0 zonder partner
          partner                                             acties  P1                       P2
          Gemeente Vlaardingen                                27      6 (T5 F1) [R]            9 (T6 F3) [R]
          Burgemeester                                        19      5 (V3 T2)                5 (T5)
          College van B&W                                     2       1 (b1)
          Team Veiligheid, Toezicht en Handhaving             46      21 (T15 U5 O1)           9 (T1 U8)
          BOA's                                               13      2 (U2)                   2 (U2)
          Inwoners                                            11      1 (b1) [b]               3 (b3)
          Ondernemers                                         8       3 (b3) [b]
          Politie                                             57      20 (T3 U11 O5 A1) [b]    14 (T2 U5 O5 A2)
          Openbaar Ministerie                                 13      5 (A5) [b]               1 (A1)
          Zorg- en Veiligheidshuis Rotterdam-Rijnmond         8       1 (O1)                   5 (T2 O3)
          Veiligheidsregio Rotterdam-Rijnmond                 7                                2 (T1 A1)
          Woningcorporaties                                   17      5 (U1 O2 b2)             9 (T3 U3 O1 F1 A1)
          (Grote) particuliere verhuurders                    4       1 (b1)                   2 (O2)
          Maatschappelijke instellingen en organisaties       4                                1 (T1)
          Onderwijs                                           10      4 (T2 U1 O1)             3 (U2 O1)
          Jongerenwerk                                        10      3 (T1 U2)                2 (T1 U1)
          Halt                                                4       2 (U2)
          Maatschappelijk werk                                6                                6 (U5 O1)
          Verslavingszorg                                     2                                2 (O1 b1)
          Schuldhulpverlening                                 3                                2 (O1 b1)
          (Jeugd) hulpverlening                               5       1 (U1)                   3 (U2 O1)
          VeiligheidsAlliantie regio Rotterdam (VAR)          1
          Regionaal Informatie en Expertise Centrum (RIEC)    17      16 (T1 U5 O8 A1 b1) [b]  3 (U1 O2)
          Belastingdienst                                     9       9 (U5 O2 b2) [b]
          Douane                                              0       [b]
          FIOD (Fiscale Inlichtingen en Opsporingsdienst)     0       [b]
          Gemeente Rotterdam                                  1       [b]
          Gemeente Schiedam                                   1       [b]
          Zorginstellingen                                    8       3 (O3)                   8 (U5 O3)
          Brandweer                                           14      3 (U3)                   4 (T2 U1 O1)
          Zorgorganisaties                                    2                                2 (U1 O1)
          WMO                                                 5       1 (O1)                   4 (T1 U1 O2)
          Thuiszorg                                           3                                3 (U2 O1)
          Ondernemersvereniging bedrijventerreinen (fictief)  6       4 (T1 O3)
          Netbeheerder (fictief)                              1
          Particulier beveiligingsbedrijf (fictief)           2
          Gemeentelijk crisisteam (fictief)                   2
        in geen van deze: Gemeenteraad; Ketenpartners
    "#]].assert_eq(&of(MatrixLevel::Priority).to_text(Language::Dutch));
    expect![[r#"
        # Responsibilities: plan IVP-2020-2023 "Integraal Veiligheidsplan Vlaardingen 2020-2023"

        actions, and how many in each role: A accountable, D director, L lead, E executes, S supports, F funds, C is consulted, i involved; in square brackets the roles on the goal itself

        - 2020: 48 actions, 1 without a lead, 0 without a partner
        - 2021: 45 actions, 2 without a lead, 0 without a partner
        - 2022: 0 actions, 0 without a lead, 0 without a partner
        - 2023: 0 actions, 0 without a lead, 0 without a partner

        | partner | actions | 2020 | 2021 | 2022 | 2023 |
        |---|---|---|---|---|---|
        | Gemeente Vlaardingen | 27 | 12 (L10 E1 S1) | 15 (L10 E1 S1 F3) |  |  |
        | Burgemeester | 19 | 12 (A3 L8 i1) | 7 (A1 L6) |  |  |
        | College van B&W | 2 | 2 (A1 i1) |  |  |  |
        | Team Veiligheid, Toezicht en Handhaving | 46 | 27 (L17 E8 S2) | 20 (L14 E5 i1) |  |  |
        | BOA's | 13 | 7 (E7) | 7 (E7) |  |  |
        | Inwoners | 11 | 5 (i5) | 7 (i7) |  |  |
        | Ondernemers | 8 | 6 (L2 E2 i2) | 2 (E1 i1) |  |  |
        | Politie | 57 | 31 (L3 E18 S8 C2) | 27 (L1 E14 S9 C2 i1) |  |  |
        | Openbaar Ministerie | 13 | 8 (S2 C6) | 5 (C5) |  |  |
        | Zorg- en Veiligheidshuis Rotterdam-Rijnmond | 8 | 2 (L1 S1) | 6 (L2 S4) |  |  |
        | Veiligheidsregio Rotterdam-Rijnmond | 7 | 4 (L2 E1 S1) | 3 (L1 C2) |  |  |
        | Woningcorporaties | 17 | 10 (L1 E1 S4 C1 i3) | 8 (L3 E3 F1 i1) |  |  |
        | (Grote) particuliere verhuurders | 4 | 2 (S1 i1) | 2 (S1 i1) |  |  |
        | Maatschappelijke instellingen en organisaties | 4 | 2 (E1 S1) | 2 (L1 S1) |  |  |
        | Onderwijs | 10 | 4 (L1 S3) | 6 (L1 E3 S2) |  |  |
        | Jongerenwerk | 10 | 5 (E4 i1) | 5 (L1 E4) |  |  |
        | Halt | 4 | 2 (E1 S1) | 2 (E2) |  |  |
        | Maatschappelijk werk | 6 | 3 (E2 S1) | 3 (E3) |  |  |
        | Verslavingszorg | 2 | 1 (i1) | 1 (S1) |  |  |
        | Schuldhulpverlening | 3 | 1 (i1) | 2 (S2) |  |  |
        | (Jeugd) hulpverlening | 5 | 1 (E1) | 4 (E3 S1) |  |  |
        | VeiligheidsAlliantie regio Rotterdam (VAR) | 1 |  | 1 (S1) |  |  |
        | Regionaal Informatie en Expertise Centrum (RIEC) | 17 | 10 (E4 S4 C1 i1) | 7 (L1 E1 S5) |  |  |
        | Belastingdienst | 9 | 5 (E2 S1 i2) | 4 (E3 S1) |  |  |
        | Gemeente Rotterdam | 1 | 1 (S1) |  |  |  |
        | Gemeente Schiedam | 1 | 1 (S1) |  |  |  |
        | Zorginstellingen | 8 | 4 (E2 S2) | 4 (E3 S1) |  |  |
        | Brandweer | 14 | 7 (L1 E2 S4) | 7 (L1 E3 S3) |  |  |
        | Zorgorganisaties | 2 | 1 (S1) | 1 (E1) |  |  |
        | WMO | 5 | 3 (S3) | 2 (L1 E1) |  |  |
        | Thuiszorg | 3 | 2 (E1 S1) | 1 (E1) |  |  |
        | Ondernemersvereniging bedrijventerreinen (fictief) | 6 | 2 (L1 S1) | 4 (L1 E1 S2) |  |  |
        | Netbeheerder (fictief) | 1 | 1 (S1) |  |  |  |
        | Particulier beveiligingsbedrijf (fictief) | 2 | 1 (E1) | 1 (E1) |  |  |
        | Gemeentelijk crisisteam (fictief) | 2 | 1 (E1) | 1 (E1) |  |  |

        in none of these: Gemeenteraad; Douane; FIOD (Fiscale Inlichtingen en Opsporingsdienst); Ketenpartners
    "#]].assert_eq(&of(MatrixLevel::Year).to_markdown(Language::English));
}

#[test]
fn the_demonstration_says_how_much_each_partner_has_on_its_plate() {
    let plan = SafetyPlan::from_json(DEMO).unwrap();
    let trace = Trace::of(&plan, day("2021-09-01"));
    let load = workload(&trace, plan.id()).unwrap().to_text(Language::Dutch);
    expect![[r#"
        Werklast: plan IVP-2020-2023 "Integraal Veiligheidsplan Vlaardingen 2020-2023"
        acties, op 2021-09-01
          partner                                             acties  bestuurlijk verantwoordelijk  regisseur  trekker  uitvoerder  ondersteuner  financier  geraadpleegd  betrokken
          Gemeente Vlaardingen                                27      0                             0          20       2           2             3          0             0
          Burgemeester                                        19      4                             0          14       0           0             0          0             1
          College van B&W                                     2       1                             0          0        0           0             0          0             1
          Team Veiligheid, Toezicht en Handhaving             46      0                             0          30       13          2             0          0             1
          BOA's                                               13      0                             0          0        13          0             0          0             0
          Inwoners                                            11      0                             0          0        0           0             0          0             11
          Ondernemers                                         8       0                             0          2        3           0             0          0             3
          Politie                                             57      0                             0          4        31          17            0          4             1
          Openbaar Ministerie                                 13      0                             0          0        0           2             0          11            0
          Zorg- en Veiligheidshuis Rotterdam-Rijnmond         8       0                             0          3        0           5             0          0             0
          Veiligheidsregio Rotterdam-Rijnmond                 7       0                             0          3        1           1             0          2             0
          Woningcorporaties                                   17      0                             0          4        4           4             1          1             3
          (Grote) particuliere verhuurders                    4       0                             0          0        0           2             0          0             2
          Maatschappelijke instellingen en organisaties       4       0                             0          1        1           2             0          0             0
          Onderwijs                                           10      0                             0          2        3           5             0          0             0
          Jongerenwerk                                        10      0                             0          1        8           0             0          0             1
          Halt                                                4       0                             0          0        3           1             0          0             0
          Maatschappelijk werk                                6       0                             0          0        5           1             0          0             0
          Verslavingszorg                                     2       0                             0          0        0           1             0          0             1
          Schuldhulpverlening                                 3       0                             0          0        0           2             0          0             1
          (Jeugd) hulpverlening                               5       0                             0          0        4           1             0          0             0"#]].assert_eq(&load.lines().take(24).collect::<Vec<_>>().join("\n"));
    let objectives = matrix(&trace, plan.id(), MatrixLevel::Objective).unwrap();
    assert_eq!(objectives.columns.len(), 6);
    assert_eq!(objectives.columns[0].actions, 0, "the plan states no link to its main objective");
}

fn count(actions: &[&Action], partner: &Partner, role: Option<Role>) -> u64 {
    let names = |action: &&&Action| {
        let mut own = action.responsibilities().iter();
        own.any(|one| one.partner() == partner.id() && role.is_none_or(|role| one.role() == role))
    };
    actions.iter().filter(names).count() as u64
}

proptest! {
    #[test]
    fn every_cell_is_what_a_naive_count_gives(
        plan in plans(PlanShape::default().with_actions(0..=8)),
        on in days(),
        level in proptest::sample::select(MatrixLevel::ALL),
    ) {
        let trace = Trace::of(&plan, on);
        let report = matrix(&trace, plan.id(), level).unwrap();
        let all: Vec<&Action> = plan.execution_plans().iter().flat_map(|one| one.actions()).map(|one| &**one).collect();
        let kind = match level {
            MatrixLevel::Priority => Some(Kind::Priority),
            MatrixLevel::Pillar => Some(Kind::Pillar),
            MatrixLevel::Theme => Some(Kind::Theme),
            MatrixLevel::Objective => Some(Kind::Objective),
            MatrixLevel::Year => None,
        };
        if let Some(kind) = kind {
            let goals: Vec<_> = plan.elements().filter(|one| one.kind() == kind).map(|one| one.id().into_uuid()).collect();
            let mine: Vec<_> = report.columns.iter().map(|one| one.goal.as_ref().unwrap().id).collect();
            prop_assert_eq!(mine, goals);
        } else {
            let first = plan.period().start().year();
            prop_assert!(report.columns.iter().any(|one| one.year == Some(first)));
        }
        prop_assert_eq!(report.rows.len(), plan.partners().len());
        for (number, column) in report.columns.iter().enumerate() {
            let mut below = all.clone();
            let mut own: Vec<(uuid::Uuid, Role)> = Vec::new();
            if let Some(goal) = &column.goal {
                let element = plan.element(goal.id).unwrap();
                let nodes = naive_below(&plan, element, false, &|_| false);
                below.retain(|it| it.serves().iter().any(|served| nodes.contains(&served.id().into_uuid())));
                let stated = match element {
                    Element::Priority(it) => it.responsibilities(),
                    Element::Pillar(it) => it.responsibilities(),
                    Element::Theme(it) => it.responsibilities(),
                    _ => &[],
                };
                own = stated.iter().map(|one| (one.partner().into_uuid(), one.role())).collect();
            } else {
                below.retain(|it| touches(&plan, it, column.year.unwrap()));
            }
            prop_assert_eq!(column.actions, below.len() as u64);
            let without = |role: Option<Role>| below.iter()
                .filter(|it| !it.responsibilities().iter().any(|one| role.is_none_or(|role| one.role() == role)))
                .count() as u64;
            prop_assert_eq!(column.without_lead, without(Some(Role::Lead)));
            prop_assert_eq!(column.without_partner, without(None));
            for (row, partner) in plan.partners().iter().enumerate() {
                let cell = report.cell(row, number);
                prop_assert_eq!(cell.map_or(0, |cell| cell.actions), count(&below, partner, None));
                for role in Role::ALL {
                    let mine = cell.map_or(0, |cell| cell.roles.of(*role));
                    prop_assert_eq!(mine, count(&below, partner, Some(*role)));
                    let has = cell.is_some_and(|cell| cell.own_roles.contains(role));
                    prop_assert_eq!(has, own.contains(&(partner.id().into_uuid(), *role)));
                }
            }
        }
    }

    #[test]
    fn the_workload_is_what_a_naive_count_gives(
        plan in plans(PlanShape::default().with_actions(0..=8)),
        on in days(),
    ) {
        let load = workload(&Trace::of(&plan, on), plan.id()).unwrap();
        let then = plan.as_of(on);
        let all: Vec<(&Action, ActionState)> = then.actions().map(|(it, standing)| (it, standing.state)).collect();
        for (row, partner) in load.partners.iter().zip(plan.partners()) {
            let actions: Vec<&Action> = all.iter().map(|(it, _)| *it).collect();
            prop_assert_eq!(row.actions, count(&actions, partner, None));
            for role in Role::ALL {
                prop_assert_eq!(row.roles.of(*role), count(&actions, partner, Some(*role)));
            }
            for state in ActionState::ALL {
                let own: Vec<&Action> = all.iter().filter(|(_, its)| its == state).map(|(it, _)| *it).collect();
                let mine = row.states.iter().find(|one| one.state == *state);
                prop_assert_eq!(mine.map_or(0, |one| one.actions), count(&own, partner, None));
                prop_assert_eq!(mine.map_or(0, |one| one.roles.lead), count(&own, partner, Some(Role::Lead)));
            }
            for year in 2010..2030 {
                let own: Vec<&Action> =
                    all.iter().map(|(it, _)| *it).filter(|it| touches(&plan, it, year)).collect();
                let mine = row.years.iter().find(|one| one.year == year);
                prop_assert_eq!(mine.map_or(0, |one| one.actions), count(&own, partner, None));
                prop_assert_eq!(mine.map_or(0, |one| one.roles.execute), count(&own, partner, Some(Role::Execute)));
            }
        }
    }
}
