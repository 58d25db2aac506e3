//! Impact: what a plan loses, against a naive count over the entities before and after.

use std::collections::{BTreeSet, HashSet};

use expect_test::expect;
use proptest::prelude::*;
use proptest::sample::Index;
use uuid::Uuid;
use veiligheidsplan::analysis::{Departure, Impact, impact, single_points_of_failure};
use veiligheidsplan::draft::{ResponsibilityDraft, ServedDraft};
use veiligheidsplan::entity::{Action, Role, ServedKind};
use veiligheidsplan::id::{ActionId, PartnerId, PriorityId};
use veiligheidsplan::lifecycle::ActionState;
use veiligheidsplan::strategies::{PlanShape, days, plans};
use veiligheidsplan::trace::{Trace, TraceError};
use veiligheidsplan::{Date, Element, Kind, Language, SafetyPlan};

use crate::coverage::naive_below;
use crate::support::{DEMO, day};

fn demo() -> SafetyPlan {
    SafetyPlan::from_json(DEMO).unwrap()
}

fn partner(plan: &SafetyPlan, code: &str) -> PartnerId {
    plan.partners().iter().find(|one| one.code().is_some_and(|own| own.as_str() == code)).unwrap().id()
}

fn action(plan: &SafetyPlan, code: &str) -> ActionId {
    let Some(Element::Action(action)) = plan.coded(code).next() else { panic!("no action {code}") };
    action.id()
}

fn lost(plan: &SafetyPlan, departure: impl Into<Departure>) -> Impact {
    impact(&Trace::of(plan, day("2021-09-01")), &departure.into()).unwrap()
}

#[test]
fn in_the_demonstration_the_police_leave_actions_without_a_lead() {
    let plan = demo();
    let report = lost(&plan, partner(&plan, "politie"));
    expect![[r#"
        Wat wegvalt zonder partner politie "Politie"

        acties zonder trekker: 3
        - actie 2020-A25 "Controles op illegale prostitutie uitvoeren in hotels en woningen" (fictief): uitgevoerd
        - actie 2020-A47 "Voorlichting over cybercrime geven aan senioren en ondernemers" (fictief): uitgevoerd
        - actie 2021-A19 "Toezicht op illegale prostitutie en uitbuiting via internet uitvoeren" (fictief): lopend

        acties die niemand uitvoert: 3
        - actie 2020-A14 "Campagne voeren om misdaad anoniem te melden in vier wijken" (fictief): uitgevoerd
        - actie 2020-A28 "Draaiboek demonstraties en verstoringen van de openbare orde actualiseren" (fictief): uitgevoerd
        - actie 2021-A25 "Preventief fouilleren mogelijk maken rond het winkelplein" (fictief): lopend
          prioriteiten                                                         acties  verliezen trekker  verliezen uitvoerder  nog met trekker
          prioriteit P1 "Een weerbare stad en organisatie tegen ondermijning"  30      2                  1                     26
          prioriteit P2 "Een betere verbinding tussen zorg en veiligheid"      25      2                  0                     23
    "#]].assert_eq(&report.to_text(Language::Dutch));
    let priority = lost(&plan, plan.priorities()[1].id());
    expect![[r#"
        # What is lost without priority P2 "Een betere verbinding tussen zorg en veiligheid"

        with it: objective P2.D "Het versterken van de verbinding tussen zorg en veiligheid"; pillar P2.1 "Het voorkomen en terugdringen van woonoverlast"; pillar P2.2 "De aanpak van mensenhandel, illegale prostitutie en seksuele uitbuiting"; pillar P2.3 "(Brand)veiligheid en minder zelfredzame bewoners"

        ## actions without a goal: 19

        - action 2020-A18 "Vroegsignalering van woonoverlast beproeven met corporaties en verhuurders" (fictional): done
        - action 2020-A19 "Beleidsregel vaststellen voor de Wet aanpak woonoverlast" (fictional): done
        - action 2020-A20 "Gedragsaanwijzingen voorbereiden en opleggen bij ernstige woonoverlast" (fictional): done
        - action 2020-A21 "Wekelijks casusoverleg houden over zorgmijders en verward gedrag" (fictional): running
        - action 2020-A22 "Werkwijze crisismaatregel en verkennend onderzoek Wvggz invoeren" (fictional): done
        - action 2020-A23 "Aandachtsfunctionaris mensenhandel aanwijzen en opleiden" (fictional): done
        - action 2020-A26 "Woningbezoeken brandveiligheid uitvoeren bij minder zelfredzame bewoners" (fictional): partly done
        - action 2020-A27 "Signaleringskaart onveilig wonen maken voor thuiszorg en Wmo" (fictional): done
        - action 2021-A12 "Vroegsignalering van woonoverlast uitbreiden naar Holy en Babberspolder" (fictional): running
        - action 2021-A13 "Buurtbemiddeling uitbreiden naar particuliere huurders en kopers" (fictional): running
        - action 2021-A14 "Tijdelijke huisverboden opleggen en hulpverlening starten bij huiselijk geweld" (fictional): running
        - action 2021-A15 "Gedragsaanwijzingen opleggen en de naleving controleren" (fictional): running
        - action 2021-A16 "Passende huisvesting zoeken voor huishoudens met herhaalde ernstige overlast" (fictional): delayed
        - action 2021-A17 "Zorgcoördinator aanstellen voor slachtoffers van mensenhandel" (fictional): awaits the council
        - action 2021-A18 "Bijeenkomsten over herkennen van mensenhandel houden voor professionals" (fictional): done
        - action 2021-A20 "Rookmelders plaatsen bij ouderen die zelfstandig wonen" (fictional): running
        - action 2021-A21 "Brandveiligheid bespreken in keukentafelgesprekken van de Wmo" (fictional): running
        - action 2021-A22 "Afspraken over brandveilig wonen vastleggen met corporaties en zorg" (fictional): planned
        - action 2021-A23 "Overdracht bij verward gedrag verbeteren tussen ggz, politie en wijkteam" (fictional): running
    "#]].assert_eq(&priority.to_markdown(Language::English));
    let points = single_points_of_failure(&Trace::of(&plan, day("2021-09-01")), plan.id()).unwrap();
    expect![[r#"
        Kwetsbare schakels: plan IVP-2020-2023 "Integraal Veiligheidsplan Vlaardingen 2020-2023"
        3 van de 91 acties hebben geen trekker
        - partner team-vth "Team Veiligheid, Toezicht en Handhaving": acties zonder andere trekker: 30; geen actie met een trekker meer voor: thema R4 "Waarborgen van veiligheid bij evenementen"; thema R6 "Uitvoeren van vergunningverlening, toezicht en handhaving voor een veilige fysie…"
        - partner gemeente "Gemeente Vlaardingen": acties zonder andere trekker: 19; geen actie met een trekker meer voor: thema R9 "Aanpak radicalisering en polarisatie"
        - partner burgemeester "Burgemeester": acties zonder andere trekker: 14
        - partner woningcorporaties "Woningcorporaties": acties zonder andere trekker: 4
        - partner politie "Politie": acties zonder andere trekker: 3
        - partner zvh "Zorg- en Veiligheidshuis Rotterdam-Rijnmond": acties zonder andere trekker: 3
        - partner vrr "Veiligheidsregio Rotterdam-Rijnmond": acties zonder andere trekker: 3
        - partner ondernemers "Ondernemers": acties zonder andere trekker: 2
        - partner onderwijs "Onderwijs": acties zonder andere trekker: 2
        - partner brandweer "Brandweer": acties zonder andere trekker: 2
        - partner ov-bedrijventerrein "Ondernemersvereniging bedrijventerreinen (fictief)" (fictief): acties zonder andere trekker: 2
        - partner maatschappelijk "Maatschappelijke instellingen en organisaties": acties zonder andere trekker: 1
        - partner jongerenwerk "Jongerenwerk": acties zonder andere trekker: 1
        - partner wmo "WMO": acties zonder andere trekker: 1
    "#]].assert_eq(&points.to_text(Language::Dutch));
}

#[test]
fn open_actions_are_those_of_which_something_is_still_to_come() {
    let plan = demo();
    let all = lost(&plan, partner(&plan, "gemeente"));
    let open = lost(&plan, Departure::of(partner(&plan, "gemeente")).of_open_actions());
    assert!(0 < open.without_lead.total && open.without_lead.total < all.without_lead.total);
    assert!(open.without_lead.listed.iter().all(|one| !one.state.is_final()));
}

#[test]
fn what_is_not_there_is_an_error() {
    let plan = demo();
    let trace = Trace::of(&plan, day("2021-09-01"));
    let stranger = PartnerId::derive(plan.id(), "nobody");
    let unknown = Err(TraceError::Unknown(stranger.into_uuid()));
    assert_eq!(impact(&trace, &stranger.into()), unknown);
    let other = veiligheidsplan::PlanId::from_name("elsewhere");
    let police = Departure::of(partner(&plan, "politie")).within(other);
    assert!(impact(&trace, &police).is_err(), "the police are not in that plan");
}

#[test]
fn members_stay_unless_asked_and_who_is_involved_executes_nothing() {
    let mut draft = demo().to_draft();
    let plan = demo();
    let group = partner(&plan, "maatschappelijk").to_string();
    let member = partner(&plan, "halt").to_string();
    let one = &mut draft.execution_plans[0].actions[0];
    one.responsibilities = vec![
        ResponsibilityDraft::new(member.clone(), Role::Lead),
        ResponsibilityDraft::new(member, Role::Execute),
        ResponsibilityDraft::new(group.clone(), Role::Involved),
    ];
    let id = one.id.parse::<ActionId>().unwrap();
    let changed = SafetyPlan::try_from(draft).unwrap();
    let has = |report: &Impact| report.without_lead.listed.iter().any(|it| it.action.id == id.into_uuid());
    let group = partner(&plan, "maatschappelijk");
    let alone = lost(&changed, group);
    assert!(!has(&alone) && alone.with_it.is_empty());
    assert!(!alone.without_executor.listed.iter().any(|it| it.action.id == id.into_uuid()));
    let all = lost(&changed, Departure::of(group).with_members());
    assert!(has(&all) && all.with_it.len() == 7);
    assert!(all.without_executor.listed.iter().any(|it| it.action.id == id.into_uuid()));
}

#[test]
fn a_cancelled_action_leaves_those_that_wait_for_it() {
    let mut draft = demo().to_draft();
    let first = draft.execution_plans[0].actions[0].id.clone();
    draft.execution_plans[0].actions[1].depends_on = vec![first];
    let second = draft.execution_plans[0].actions[1].id.parse::<ActionId>().unwrap().into_uuid();
    let code = draft.execution_plans[0].actions[0].code.clone().unwrap();
    let plan = SafetyPlan::try_from(draft).unwrap();
    let report = lost(&plan, action(&plan, &code));
    let waits = |it: &veiligheidsplan::analysis::AffectedAction| it.action.id == second;
    assert!(report.waiting.listed.iter().any(waits));
    assert_eq!(report.without_lead.total, 0, "it is gone itself");
}

#[test]
fn an_action_that_also_serves_a_theme_keeps_a_goal_when_its_priority_closes() {
    let mut draft = demo().to_draft();
    let theme = draft.themes[0].id.clone();
    let pillar = draft.priorities[0].pillars[0].id.clone();
    let mut served = draft.execution_plans[0]
        .actions
        .iter_mut()
        .filter(|one| one.serves.iter().all(|served| served.id == pillar));
    let one = served.next().unwrap();
    one.serves.push(ServedDraft::new(ServedKind::Theme, theme));
    let id = one.id.parse::<ActionId>().unwrap();
    let (before, after) = (demo(), SafetyPlan::try_from(draft).unwrap());
    let priority = before.priorities()[0].id();
    let has = |plan: &SafetyPlan| {
        lost(plan, priority).without_goal.listed.iter().any(|it| it.action.id == id.into_uuid())
    };
    assert!(has(&before) && !has(&after));
}

struct Naive {
    lead: BTreeSet<Uuid>,
    executor: BTreeSet<Uuid>,
    goal: BTreeSet<Uuid>,
    unled: BTreeSet<Uuid>,
    bare: BTreeSet<Uuid>,
    priorities: BTreeSet<Uuid>,
}

/// What is lost, by taking it away from the entities.
fn naive(plan: &SafetyPlan, on: Date, leaves: &HashSet<Uuid>, open: bool) -> Naive {
    let then = plan.as_of(on);
    let alive: Vec<&Action> = then
        .actions()
        .filter(|(_, it)| !matches!(it.state, ActionState::Cancelled | ActionState::Withdrawn))
        .filter(|(_, it)| !open || !it.state.is_final())
        .map(|(action, _)| action)
        .collect();
    let has = |action: &Action, role: Role, after: bool| {
        let mut own = action.responsibilities().iter();
        own.any(|one| one.role() == role && !(after && leaves.contains(&one.partner().into_uuid())))
    };
    let gone = |action: &Action| leaves.contains(&action.id().into_uuid());
    let loses = |role| {
        let lost = alive.iter().filter(|it| !gone(it) && has(it, role, false) && !has(it, role, true));
        lost.map(|it| it.id().into_uuid()).collect::<BTreeSet<Uuid>>()
    };
    let goalless = alive
        .iter()
        .filter(|it| it.serves().iter().all(|served| leaves.contains(&served.id().into_uuid())))
        .map(|it| it.id().into_uuid());
    let mut found = Naive {
        lead: loses(Role::Lead),
        executor: loses(Role::Execute),
        goal: goalless.collect(),
        unled: BTreeSet::new(),
        bare: BTreeSet::new(),
        priorities: BTreeSet::new(),
    };
    let kinds = [Kind::Objective, Kind::Priority, Kind::Pillar, Kind::Theme];
    for goal in plan.elements().filter(|one| kinds.contains(&one.kind())) {
        let id = goal.id().into_uuid();
        if leaves.contains(&id) {
            continue;
        }
        let below = |closed: bool| -> Vec<&Action> {
            let nodes = naive_below(plan, goal, false, &|one| closed && leaves.contains(&one));
            let mut all = alive.clone();
            all.retain(|it| it.serves().iter().any(|served| nodes.contains(&served.id().into_uuid())));
            all
        };
        let (before, mut after) = (below(false), below(true));
        after.retain(|it| !gone(it));
        let led = before.iter().any(|it| has(it, Role::Lead, false));
        if led && !after.iter().any(|it| has(it, Role::Lead, true)) {
            found.unled.insert(id);
        }
        if !before.is_empty() && after.is_empty() {
            found.bare.insert(id);
        }
        let hurt = |it: &&Action| {
            let id = it.id().into_uuid();
            gone(it) || found.lead.contains(&id) || found.executor.contains(&id)
        };
        if goal.kind() == Kind::Priority && before.iter().any(hurt) {
            found.priorities.insert(id);
        }
    }
    found
}

fn compare(report: &Impact, naive: &Naive) -> Result<(), TestCaseError> {
    let actions = |list: &veiligheidsplan::analysis::AffectedActions| {
        let ids: BTreeSet<Uuid> = list.listed.iter().map(|one| one.action.id).collect();
        assert_eq!(ids.len() as u64, list.total);
        ids
    };
    let goals = |list: &veiligheidsplan::analysis::AffectedGoals| {
        list.listed.iter().map(|one| one.goal.id).collect::<BTreeSet<Uuid>>()
    };
    prop_assert_eq!(actions(&report.without_lead), naive.lead.clone());
    prop_assert_eq!(actions(&report.without_executor), naive.executor.clone());
    prop_assert_eq!(actions(&report.without_goal), naive.goal.clone());
    prop_assert_eq!(goals(&report.without_led_action), naive.unled.clone());
    prop_assert_eq!(goals(&report.without_action), naive.bare.clone());
    let priorities: BTreeSet<Uuid> = report.priorities.listed.iter().map(|one| one.priority.id).collect();
    prop_assert_eq!(priorities, naive.priorities.clone());
    Ok(())
}

proptest! {
    #[test]
    fn what_is_lost_is_what_a_naive_count_before_and_after_finds(
        plan in plans(PlanShape::default().with_partners(1..=4).with_actions(0..=8).with_priorities(1..=3)),
        on in days(),
        (choice, members, open) in (any::<Index>(), any::<bool>(), any::<bool>()),
    ) {
        let trace = Trace::of(&plan, on);
        let asked = |departure: Departure| {
            let departure = if open { departure.of_open_actions() } else { departure };
            impact(&trace, &departure).unwrap()
        };
        let partner = choice.get(plan.partners());
        let mut leaves = HashSet::from([partner.id().into_uuid()]);
        let mut departure = Departure::of(partner.id());
        if members {
            departure = departure.with_members();
            let own = plan.partners().iter().filter(|one| one.member_of().contains(&partner.id()));
            leaves.extend(own.map(|one| one.id().into_uuid()));
        }
        compare(&asked(departure), &naive(&plan, on, &leaves, open))?;

        let priority: PriorityId = choice.get(plan.priorities()).id();
        let is_held = |element: &Element<'_>| {
            std::iter::successors(Some(*element), |one| plan.holder(one.id())).any(|one| one.id() == priority.into())
        };
        let leaves = plan.elements().filter(is_held).map(|one| one.id().into_uuid()).collect();
        compare(&asked(priority.into()), &naive(&plan, on, &leaves, open))?;

        let actions: Vec<ActionId> =
            plan.execution_plans().iter().flat_map(|one| one.actions()).map(|one| one.id()).collect();
        if !actions.is_empty() {
            let action = *choice.get(&actions);
            let leaves = HashSet::from([action.into_uuid()]);
            compare(&asked(action.into()), &naive(&plan, on, &leaves, open))?;
        }
    }

    #[test]
    fn a_single_point_is_a_partner_whose_leaving_leaves_something_without_a_lead(
        plan in plans(PlanShape::default().with_actions(0..=8)),
        on in days(),
    ) {
        let trace = Trace::of(&plan, on);
        let points = single_points_of_failure(&trace, plan.id()).unwrap();
        let mut found = Vec::new();
        for partner in plan.partners() {
            let naive = naive(&plan, on, &HashSet::from([partner.id().into_uuid()]), false);
            if !naive.lead.is_empty() {
                found.push((partner.id().into_uuid(), naive.lead.len() as u64, naive.unled));
            }
        }
        found.sort_by_key(|(_, actions, goals)| std::cmp::Reverse((goals.len(), *actions)));
        let mine: Vec<_> = points.partners.iter()
            .map(|one| (one.partner.id, one.actions, one.goals.iter().map(|goal| goal.id).collect()))
            .collect();
        prop_assert_eq!(mine, found);
    }
}
