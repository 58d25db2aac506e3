//! Balance: the spread of actions, against a reader that walks the entities.

use expect_test::expect;
use proptest::prelude::*;
use veiligheidsplan::analysis::{ApproachCount, NotJudged, balance};
use veiligheidsplan::entity::{Action, Approach, Contribution, Pillar};
use veiligheidsplan::strategies::{PlanShape, plans};
use veiligheidsplan::trace::{LinkBasis, Node, Trace};
use veiligheidsplan::{Element, Language, SafetyPlan};

use crate::support::{DEMO, day};

fn demo() -> SafetyPlan {
    SafetyPlan::from_json(DEMO).unwrap()
}

#[test]
fn the_demo_plan_judges_the_pillars_of_its_first_priority_and_counts_those_of_the_second() {
    let report = balance(&demo());
    expect![[r#"
        Balans: plan IVP-2020-2023 "Integraal Veiligheidsplan Vlaardingen 2020-2023"
          doel               acties  preventie  zorg  repressie  niet vermeld
          hele plan          92      64         21    35         0
          doelstelling H     0       0          0     0          0
          doelstelling S1    0       0          0     0          0
          doelstelling S2    0       0          0     0          0
          doelstelling S3    0       0          0     0          0
          prioriteit P1      31      23         3     10         0
          doelstelling P1.D  32      24         3     10         0
          pijler P1.1        10      10         0     0          0
          pijler P1.2        12      4          1     10         0
          pijler P1.3        3       3          1     0          0
          pijler P1.4        8       8          1     0          0
          prioriteit P2      25      14         15    7          0
          doelstelling P2.D  25      14         15    7          0
          pijler P2.1        10      5          6     3          0
          pijler P2.2        7       4          4     2          0
          pijler P2.3        5       5          2     0          0
          thema R1           7       3          0     6          0
          thema R2           8       5          0     5          0
          thema R3           4       4          0     0          0
          thema R4           4       4          0     1          0
          thema R5           13      11         4     8          0
          thema R6           5       1          0     5          0
          thema R7           4       4          0     1          0
          thema R8           0       0          0     0          0
          thema R9           3       3          2     0          0
        - prioriteit P1 "Een weerbare stad en organisatie tegen ondermijning": beoordeeld: evenredige bijdrage
          - pijler P1.1 "Het versterken van de informatiepositie": acties 10
          - pijler P1.2 "Het verstoren van criminele processen": acties 12
          - pijler P1.3 "Het vergroten van de bestuurlijke en ambtelijke weerbaarheid": acties 3
          - pijler P1.4 "Het vergroten van de maatschappelijke weerbaarheid": acties 8
        - prioriteit P2 "Een betere verbinding tussen zorg en veiligheid": alleen geteld (geen evenredige bijdrage vermeld)
          - pijler P2.1 "Het voorkomen en terugdringen van woonoverlast": acties 10
          - pijler P2.2 "De aanpak van mensenhandel, illegale prostitutie en seksuele uitbuiting": acties 7
          - pijler P2.3 "(Brand)veiligheid en minder zelfredzame bewoners": acties 5
          gebied                                  acties
          Politiebasisteam Waterweg               0
          Vlaardingen                             4
          Centrum                                 8
          Oostwijk                                1
          Westwijk                                9
          Holy                                    11
          Babberspolder                           4
          Vlaardinger Ambacht                     6
          Bedrijventerrein Vergulde Hand          5
          Bedrijventerrein Groot Vettenoord       3
          Hotspot winkelplein Westwijk (fictief)  5
          geen gebied vermeld                     55
    "#]].assert_eq(&report.to_text(Language::Dutch));
    assert!(report.to_markdown(Language::English).contains("judged: equal contribution"));
    assert_eq!(report.pillars[0].not_judged, None);
    assert_eq!(report.pillars[1].not_judged, Some(NotJudged::NotEqual));
}

#[test]
fn a_pillar_without_actions_lacks_them_only_where_all_contribute_equally() {
    let mut draft = demo().to_draft();
    for priority in &draft.priorities.clone() {
        let gone = &priority.pillars[0].id;
        for action in draft.execution_plans.iter_mut().flat_map(|one| &mut one.actions) {
            if action.serves.len() > 1 {
                action.serves.retain(|served| served.id != *gone);
            }
            for served in action.serves.iter_mut().filter(|served| served.id == *gone) {
                served.id.clone_from(&priority.pillars[1].id);
            }
        }
    }
    let report = balance(&SafetyPlan::try_from(draft).unwrap());
    let said = report.to_text(Language::English);
    let line = "pillar P1.1 \"Het versterken van de informatiepositie\": actions 0; none, while a sibling has some\n";
    assert!(said.contains(line) && said.matches("none, while").count() == 1, "{said}");
    for (number, one) in report.pillars.iter().enumerate() {
        assert_eq!(one.pillars[0].actions, 0);
        let lacking: Vec<bool> = one.pillars.iter().map(|pillar| pillar.lacking).collect();
        assert_eq!(lacking.iter().filter(|lacking| **lacking).count(), usize::from(number == 0));
    }
}

fn same(found: &ApproachCount, actions: &[&Action]) {
    let with = |approach| actions.iter().filter(|one| one.approach().contains(&approach)).count() as u64;
    let own = (found.prevention, found.care, found.repression);
    assert_eq!(own, (with(Approach::Prevention), with(Approach::Care), with(Approach::Repression)));
    assert_eq!(found.actions, actions.len() as u64);
    let unstated = actions.iter().filter(|one| one.approach().is_empty()).count();
    assert_eq!(found.unstated, unstated as u64);
}

/// The actions that serve a pillar or one within it.
fn serving<'a>(all: &[&'a Action], pillar: &Pillar) -> Vec<&'a Action> {
    let within = |action: &&&Action| {
        action.serves().iter().any(|served| served.id().into_uuid() == pillar.id().into_uuid())
            || pillar
                .pillars()
                .iter()
                .any(|part| serving(all, part).iter().any(|one| one.id() == action.id()))
    };
    all.iter().filter(within).copied().collect()
}

fn check(plan: &SafetyPlan) {
    let report = balance(plan);
    let trace = Trace::of(plan, day("2021-09-01"));
    let all: Vec<&Action> =
        plan.execution_plans().iter().flat_map(|one| one.actions()).map(|action| &**action).collect();
    same(&report.count, &all);
    for row in &report.goals {
        let goal = plan.element(row.goal.id).unwrap();
        let counts = |action: &&&Action| {
            trace.up(action.id()).unwrap().any(|thread| {
                let at = thread.steps.iter().position(|step| step.node == Node::from(goal.id()));
                let stated = |at: usize| {
                    let mut steps = thread.steps[..=at].iter();
                    steps.all(|step| step.link.is_none_or(|(_, basis)| basis != LinkBasis::Read))
                };
                at.is_some_and(stated)
            })
        };
        let actions: Vec<&Action> = all.iter().filter(counts).copied().collect();
        same(&row.count, &actions);
    }
    let mut spreads = report.pillars.iter();
    for element in plan.elements() {
        let (pillars, equal) = match element {
            Element::Priority(one) => (one.pillars(), one.contribution() == Some(Contribution::Equal)),
            Element::Theme(one) => (one.pillars(), false),
            _ => continue,
        };
        if pillars.is_empty() {
            continue;
        }
        let spread = spreads.next().unwrap();
        assert_eq!(spread.holder.id, element.id().into_uuid());
        let counts: Vec<usize> = pillars.iter().map(|pillar| serving(&all, pillar).len()).collect();
        for (found, count) in spread.pillars.iter().zip(&counts) {
            assert_eq!(found.actions, *count as u64);
            assert_eq!(found.lacking, equal && *count == 0 && counts.iter().any(|other| *other > 0));
        }
    }
    assert!(spreads.next().is_none());
    for (found, area) in report.areas.iter().zip(plan.areas()) {
        let actions = all.iter().filter(|action| action.areas().contains(&area.id())).count();
        assert_eq!((found.area.id, found.actions), (area.id().into_uuid(), actions as u64));
    }
    let nowhere = all.iter().filter(|action| action.areas().is_empty()).count();
    assert_eq!(report.without_area, nowhere as u64);
}

#[test]
fn the_balance_of_the_demo_plan_is_what_a_reader_counts() {
    check(&demo());
}

proptest! {
    #[test]
    fn the_balance_is_what_a_reader_counts(plan in plans(PlanShape::default())) {
        check(&plan);
    }
}
