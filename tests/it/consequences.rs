//! Consequences of the difference between two versions, against what each version says by itself.

use std::collections::{BTreeMap, BTreeSet};

use expect_test::expect;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use uuid::Uuid;
use veiligheidsplan::analysis::{
    AdviceShift, CoveragePolicy, CoverageState, consequences, coverage, single_points_of_failure,
};
use veiligheidsplan::draft::{ActionDraft, ResponsibilityDraft, SafetyPlanDraft};
use veiligheidsplan::entity::{ObjectKind, Role};
use veiligheidsplan::finding::Subject;
use veiligheidsplan::strategies::{PlanShape, days, drafts};
use veiligheidsplan::trace::Trace;
use veiligheidsplan::{Code, Date, Kind, Language, SafetyPlan};

use crate::support::{BASE, DEMO, day};

#[test]
fn in_the_demonstration_an_execution_plan_without_the_work_on_organised_crime_leaves_goals_open() {
    let old = SafetyPlan::from_json(DEMO).unwrap();
    let mut draft = old.to_draft();
    let pillar = draft.priorities[0].pillars[1].id.clone();
    let partner = |code: &str| {
        let mut found = draft.partners.iter().filter(|one| one.code.as_deref() == Some(code));
        found.next().unwrap().id.clone()
    };
    let (police, municipality) = (partner("politie"), partner("gemeente"));
    for execution in &mut draft.execution_plans {
        execution.actions.retain(|action| action.serves.iter().all(|served| served.id != pillar));
        for one in execution.actions.iter_mut().flat_map(|action| &mut action.responsibilities) {
            if one.partner == municipality && one.role == Role::Lead {
                *one = ResponsibilityDraft::new(police.clone(), Role::Lead);
            }
        }
    }
    let new = loosened(draft);
    let told = consequences(&old, &new, day("2021-09-01"), &CoveragePolicy::default());
    expect![[r#"
        Gevolgen van de wijzigingen: plan IVP-2020-2023 "Integraal Veiligheidsplan Vlaardingen 2020-2023"
        op 2021-09-01; elke actie telt mee behalve niet uitgevoerd, geschrapt, ingetrokken

        Niet meer gedekt: 1
        - pijler P1.2 "Het verstoren van criminele processen": gedekt -> niet gedekt

        Anders gedekt: 1
        - prioriteit P1 "Een weerbare stad en organisatie tegen ondermijning": gedekt -> deels gedekt

        Rollen
          partner                                           erbij  eraf
          Gemeente Vlaardingen                                     T20
          Burgemeester                                             V2 T2
          College van B&W                                          b1
          Team Veiligheid, Toezicht en Handhaving                  T5 U5
          BOA's                                                    U2
          Politie                                           T19    T3 U6
          Openbaar Ministerie                                      A3
          Woningcorporaties                                        O1 b1
          (Grote) particuliere verhuurders                         b1
          Regionaal Informatie en Expertise Centrum (RIEC)         O4 A1
          Belastingdienst                                          U5
          Zorginstellingen                                         O2
          Brandweer                                                U3
          WMO                                                      O1

        Nieuw advies: 2
        - priority/one-sided-approach; prioriteit P1 "Een weerbare stad en organisatie tegen ondermijning": aanpak die bij geen van de acties van de prioriteit voorkomt: repressie
        - pillar/no-action; pijler P1.2 "Het verstoren van criminele processen": geen actie van `Uitvoeringsplan veiligheid 2020` dient deze pijler, terwijl er wel zijn die `Het versterken van de informatiepositie` dienen

        Advies vervallen: 5
        - action/no-partners; actie 2020-A23 "Aandachtsfunctionaris mensenhandel aanwijzen en opleiden" (fictief): de actie noemt geen partners
        - action/no-partners; actie 2020-A46 "Maandelijks wijkbericht over veiligheid publiceren, ook met goed nieuws" (fictief): de actie noemt geen partners
        - action/started-before-dependency; actie 2021-A04 "Integrale controles voortzetten in risicobranches en havengebonden bedrijven" (fictief): bij de start op `2021-03-31` is `2021-A02 Pandenanalyse op bedrijventerrein Vergulde Hand af…`, waarvan de actie afhangt, niet uitgevoerd
        - action/no-lead; actie 2021-A07 "Actiedag houden bij garageboxen en opslagloodsen" (fictief): de actie noemt geen trekker
        - action/no-partners; actie 2021-A29 "Inzet van de eigen crisisorganisatie tijdens corona evalueren" (fictief): de actie noemt geen partners

        Kwetsbare schakels vervallen: 1
        - partner gemeente "Gemeente Vlaardingen": acties zonder andere trekker: 19
    "#]].assert_eq(&told.to_text(Language::Dutch));
    let back = consequences(&new, &old, day("2021-09-01"), &CoveragePolicy::default());
    assert_eq!(back.newly_covered.len(), told.newly_uncovered.len());
    assert_eq!(back.resolved_advice.len(), told.added_advice.len());
    let same = consequences(&old, &old, day("2021-09-01"), &CoveragePolicy::default());
    assert!(same.is_empty());
    assert!(same.to_markdown(Language::English).ends_with("\nnone\n"));
}

#[test]
fn a_goal_that_is_gone_and_one_that_is_new_are_told_with_their_state() {
    let with = SafetyPlan::from_json(BASE).unwrap();
    let mut draft = with.to_draft();
    draft.themes[0].pillars.clear();
    let without = SafetyPlan::try_from(draft).unwrap();
    let pillar = with.themes()[0].pillars()[0].id().into_uuid();
    let shift = |old: &SafetyPlan, new: &SafetyPlan| {
        let told = consequences(old, new, day("2021-09-01"), &CoveragePolicy::default());
        let of = told.otherwise_covered.iter().filter(|one| one.goal.id == pillar);
        let shifts: Vec<_> = of.map(|one| (one.before, one.after)).collect();
        (shifts, told.to_text(Language::English))
    };
    let (gone, said) = shift(&with, &without);
    assert_eq!(gone, [(Some(CoverageState::Uncovered), None)]);
    assert!(said.contains("- pillar \"Vergunningen\": not covered -> gone\n"), "{said}");
    let (new, said) = shift(&without, &with);
    assert_eq!(new, [(None, Some(CoverageState::Uncovered))]);
    assert!(said.contains("- pillar \"Vergunningen\": new -> not covered\n"), "{said}");
}

/// The plan of a draft without what names actions that are gone.
fn loosened(mut draft: SafetyPlanDraft) -> SafetyPlan {
    let there: BTreeSet<String> =
        draft.execution_plans.iter().flat_map(|one| &one.actions).map(|one| one.id.clone()).collect();
    for action in draft.execution_plans.iter_mut().flat_map(|one| &mut one.actions) {
        action.depends_on.retain(|id| there.contains(id));
        action.continues.retain(|id| there.contains(id));
    }
    for issue in &mut draft.acute_issues {
        issue.effects.retain(|effect| there.contains(&effect.action));
    }
    for evaluation in &mut draft.evaluations {
        evaluation.outcomes.retain(|outcome| there.contains(&outcome.action));
    }
    draft.decisions.retain(|decision| {
        decision
            .clauses
            .iter()
            .all(|one| one.object.kind != ObjectKind::Action || there.contains(&one.object.id))
    });
    draft.exemptions.retain(|one| one.subject.kind != Kind::Action || there.contains(&one.subject.id));
    crate::support::forget_decisions(&mut draft);
    SafetyPlan::try_from(draft).unwrap_or_else(|rejected| panic!("{rejected:#}"))
}

fn holdings(plan: &SafetyPlan) -> BTreeSet<(String, String, Role)> {
    let draft = plan.to_draft();
    let mut all: Vec<(String, ResponsibilityDraft)> = Vec::new();
    let mut take = |owner: &str, list: &[ResponsibilityDraft]| {
        all.extend(list.iter().map(|one| (owner.to_owned(), one.clone())));
    };
    take(&draft.id, &draft.responsibilities);
    for one in &draft.execution_plans {
        take(&one.id, &one.responsibilities);
        one.actions.iter().for_each(|one: &ActionDraft| take(&one.id, &one.responsibilities));
    }
    for one in &draft.priorities {
        take(&one.id, &one.responsibilities);
    }
    all.into_iter().map(|(owner, one)| (owner, one.partner, one.role)).collect()
}

fn advice(plan: &SafetyPlan, on: Date) -> BTreeMap<(Code, Option<Subject>), u64> {
    let mut counts = BTreeMap::new();
    plan.advice(on).iter().for_each(|one| *counts.entry((one.code, one.subject)).or_default() += 1);
    counts
}

proptest! {
    #[test]
    fn what_follows_is_what_the_versions_say_apart(
        draft in drafts(PlanShape::default().with_actions(1..=6).with_execution_plans(1..=2)),
        cut in vec(any::<Index>(), 0..4),
        freed in vec(any::<Index>(), 0..3),
        on in days(),
    ) {
        let old = SafetyPlan::try_from(draft.clone()).unwrap();
        let mut draft = draft;
        for choice in &freed {
            let number = choice.index(draft.execution_plans[0].actions.len());
            draft.execution_plans[0].actions[number].responsibilities.clear();
        }
        for choice in &cut {
            let actions = &mut draft.execution_plans[0].actions;
            if !actions.is_empty() {
                actions.remove(choice.index(actions.len()));
            }
        }
        let new = loosened(draft);
        let policy = CoveragePolicy::default();
        let told = consequences(&old, &new, on, &policy);

        let states = |plan: &SafetyPlan| -> BTreeMap<Uuid, CoverageState> {
            let report = coverage(&Trace::of(plan, on), plan.id(), &policy).unwrap();
            report.goals.into_iter().map(|one| (one.goal.id, one.state)).collect()
        };
        let (before, after) = (states(&old), states(&new));
        let counts = |state: CoverageState| matches!(state, CoverageState::Covered | CoverageState::Partly);
        let mut expected = [BTreeSet::new(), BTreeSet::new(), BTreeSet::new()];
        for (goal, is) in &after {
            let was = before[goal];
            let list = usize::from(!counts(was) && counts(*is)) + 2 * usize::from(counts(was) && !counts(*is));
            if was != *is {
                expected[[2, 0, 1][list]].insert(*goal);
            }
        }
        let mine = [&told.newly_covered, &told.newly_uncovered, &told.otherwise_covered];
        let mine = mine.map(|list| list.iter().map(|one| one.goal.id).collect::<BTreeSet<Uuid>>());
        prop_assert_eq!(mine, expected);

        let (had, has) = (holdings(&old), holdings(&new));
        for partner in old.partners() {
            let id = partner.id().to_string();
            let shift = told.roles.iter().find(|one| one.partner.id == partner.id().into_uuid());
            for role in Role::ALL {
                let of = |one: &&(String, String, Role)| one.1 == id && one.2 == *role;
                let (gained, lost) = (has.difference(&had).filter(of), had.difference(&has).filter(of));
                prop_assert_eq!(shift.map_or(0, |one| one.gained.of(*role)), gained.count() as u64);
                prop_assert_eq!(shift.map_or(0, |one| one.lost.of(*role)), lost.count() as u64);
            }
        }

        let (had, has) = (advice(&old, on), advice(&new, on));
        let more = |own: &BTreeMap<(Code, Option<Subject>), u64>, other: &BTreeMap<_, u64>| -> u64 {
            own.iter().map(|(key, count)| count.saturating_sub(*other.get(key).unwrap_or(&0))).sum()
        };
        let sum = |list: &[AdviceShift]| list.iter().map(|one| one.count).sum::<u64>();
        prop_assert_eq!(sum(&told.added_advice), more(&has, &had));
        prop_assert_eq!(sum(&told.resolved_advice), more(&had, &has));

        let points = |plan: &SafetyPlan| -> BTreeSet<Uuid> {
            let report = single_points_of_failure(&Trace::of(plan, on), plan.id()).unwrap();
            report.partners.into_iter().map(|one| one.partner.id).collect()
        };
        let (had, has) = (points(&old), points(&new));
        let mine = |list: &[veiligheidsplan::analysis::SinglePoint]| -> BTreeSet<Uuid> {
            list.iter().map(|one| one.partner.id).collect()
        };
        prop_assert_eq!(mine(&told.new_single_points), &has - &had);
        prop_assert_eq!(mine(&told.gone_single_points), &had - &has);
    }
}
