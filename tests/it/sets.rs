//! Sets that change, and what a plan of a set still lacks.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use veiligheidsplan::change::{Change, EffectKind};
use veiligheidsplan::draft::{PredecessorDraft, TopicDraft};
use veiligheidsplan::{Code, Date, Language, PlanId, PlanSet, SafetyPlan, Step};

use crate::support::{BASE, DEMO, codes};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// The plan of Vlaardingen, and one that names it as predecessor and continues nothing.
fn set() -> PlanSet {
    let old = SafetyPlan::from_json(DEMO).unwrap();
    let mut draft = SafetyPlan::from_json(BASE).unwrap().to_draft();
    let named = PredecessorDraft { plan: Some(old.id().to_string()), ..PredecessorDraft::new("IVP") };
    draft.predecessors = vec![named];
    PlanSet::new([old, SafetyPlan::try_from(draft).unwrap()]).unwrap()
}

/// One more topic in each plan.
fn topics(set: &PlanSet) -> Vec<(PlanId, Vec<Change>)> {
    let added = |plan: &SafetyPlan| {
        let topic = TopicDraft::coded(plan.id(), "T-nieuw", "Digitale veiligheid");
        (plan.id(), vec![Change::add(plan.id(), plan.topics().len(), topic)])
    };
    set.iter().map(added).collect()
}

#[test]
fn a_set_takes_the_changes_of_several_plans_or_none() {
    let set = set();
    let on = day("2021-12-31");
    let applied = set.apply(&topics(&set), on).unwrap();
    assert_eq!(applied.before, set);
    let effects: Vec<_> = applied.applied.iter().flat_map(|one| &one.effects).collect();
    assert!(effects.iter().all(|one| one.effect == EffectKind::Added) && effects.len() == 2, "{effects:?}");
    for (before, after) in set.iter().zip(&applied.set) {
        assert_eq!(after.topics().len(), before.topics().len() + 1);
    }
    // One batch that may not be: nothing is applied, and the place tells in which plan.
    let mut batches = topics(&set);
    let decision = set.plans()[1].decisions()[0].id();
    batches[1].1.push(Change::remove(decision));
    let rejected = set.apply(&batches, on).unwrap_err();
    assert!(rejected.errors().iter().all(|one| one.place.to_string().starts_with("/1")), "{rejected:#}");
    assert_eq!(rejected.into_plans(), set.plans());
    let nowhere = [(PlanId::from_name("nowhere"), Vec::new())];
    let rejected = set.apply(&nowhere, on).unwrap_err();
    assert_eq!(codes(rejected.errors()), [("change/unknown-element", String::new())]);
}

#[test]
fn what_the_changed_plans_contradict_in_each_other_refuses_the_changes() {
    let set = set();
    let [first, second] = [0, 1].map(|number: usize| &set.plans()[number]);
    // The id of a priority is its own in the whole set.
    let mut theme = second.to_draft().themes[0].clone();
    theme.id = first.priorities()[0].id().to_string();
    theme.code = None;
    theme.pillars.clear();
    theme.objectives.clear();
    let batch = [(second.id(), vec![Change::add(second.id(), second.themes().len(), theme)])];
    // Before adoption, so that the strategic part is free.
    let rejected = set.apply(&batch, day("2019-11-01")).unwrap_err();
    assert_eq!(codes(rejected.errors()), [("set/kind-differs", "/1/themes/1".to_owned())]);
}

#[test]
fn what_a_plan_names_in_another_is_of_the_kind_it_says() {
    let set = set();
    let [old, new] = [0, 1].map(|number: usize| &set.plans()[number]);
    for (earlier, kind) in [
        (old.execution_plans()[0].actions()[0].id().to_string(), None),
        (old.priorities()[0].id().to_string(), Some(Code::ReferenceWrongKind)),
    ] {
        let mut draft = new.to_draft();
        draft.execution_plans[1].actions[0].continues.push(earlier);
        let found = PlanSet::check(vec![old.clone(), SafetyPlan::try_from(draft).unwrap()]).errors;
        let found: Vec<_> = found.iter().map(|one| (one.code, one.place.to_string())).collect();
        let at = "/1/executionPlans/1/actions/0/continues/1".to_owned();
        assert_eq!(found, kind.map(|code| (code, at)).into_iter().collect::<Vec<_>>());
    }
}

#[test]
fn a_plan_of_a_set_wants_of_its_predecessor_what_it_wants_of_it_alone() {
    let set = set();
    let (old, new) = (&set.plans()[0], &set.plans()[1]);
    let on = day("2021-12-31");
    let readiness = set.readiness(new.id(), Step::Adoption, on).unwrap();
    assert_eq!(readiness, new.readiness_to_succeed(old, on));
    let wanted = readiness.wanted.of(Code::SetDroppedWithoutDecision).count();
    assert_eq!(wanted, old.priorities().len(), "it continues none of them");
    // Other steps ask nothing of it, and neither does a plan without one in the set.
    let action = new.execution_plans()[0].actions()[0].id();
    let start = set.readiness(new.id(), Step::Start(action), on).unwrap();
    assert_eq!(start, new.readiness(Step::Start(action), on));
    assert_eq!(set.readiness(old.id(), Step::Adoption, on).unwrap(), old.readiness(Step::Adoption, on));
    assert_eq!(set.readiness(PlanId::from_name("nowhere"), Step::Adoption, on), None);
    let unknown = old.readiness(Step::Start(action), on);
    assert!(!unknown.is_ready());
    assert_eq!(codes(&unknown.required), [("reference/unknown", String::new())]);
}

#[test]
fn states_and_readiness_print_in_both_languages() {
    let plan = SafetyPlan::from_json(DEMO).unwrap();
    let on = day("2021-06-01");
    let states = plan.as_of(on).states();
    let all = states.actions.len() + states.execution_plans.len() + states.goals.len();
    assert_eq!(all, 92 + 2 + 11);
    let (dutch, english) = (states.to_text(Language::Dutch), states.to_markdown(Language::English));
    assert!(dutch.contains("van kracht") && dutch.contains("doorgeschoven"), "{dutch}");
    assert!(
        english.starts_with("# States on 2021-06-01") && english.contains("| in force | 2020-01-01 |"),
        "{english}"
    );
    let action = plan.coded("2021-A03").next().unwrap().id().into_uuid();
    let action = veiligheidsplan::id::ActionId::from_uuid(action).unwrap();
    let readiness = plan.readiness(Step::Start(action), on);
    let text = readiness.to_text(Language::Dutch);
    assert!(
        text.contains("2021-06-01: niet gereed") && text.contains("action/started-without-proposal"),
        "{text}"
    );
}
