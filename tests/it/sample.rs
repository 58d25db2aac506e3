//! The load generator: valid, exact, the same for the same seed, and with the shares that it states.

use std::collections::{HashMap, HashSet};

use veiligheidsplan::entity::{Action, Basis, Certainty, FundingSource, Role, ServedKind};
use veiligheidsplan::lifecycle::ActionState;
use veiligheidsplan::sample::Sample;
use veiligheidsplan::{Kind, PlanSet, SafetyPlan};

fn actions(plan: &SafetyPlan) -> impl Iterator<Item = &Action> {
    plan.execution_plans().iter().flat_map(|execution| execution.actions()).map(AsRef::as_ref)
}

fn all(sample: &Sample) -> Vec<SafetyPlan> {
    let plans: Vec<SafetyPlan> = (0..sample.plan_count())
        .map(|number| {
            let checked = sample.draft(number).check();
            assert!(checked.errors.is_empty(), "plan {number} of {sample:?}: {:#?}", checked.errors);
            checked.plan.unwrap()
        })
        .collect();
    assert_eq!(plans.len(), sample.plan_count());
    plans
}

#[test]
fn it_holds_exactly_the_actions_asked_for_whatever_the_seed() {
    for seed in [0, 1, 42, u64::MAX] {
        for count in [0, 1, 2, 3, 4, 7, 499, 500, 501, 1_203] {
            let sample = Sample::new(seed, count);
            let plans = all(&sample);
            assert_eq!(plans.len(), count.div_ceil(500));
            assert_eq!(plans.iter().map(|plan| actions(plan).count()).sum::<usize>(), count);
            assert!(plans.iter().all(|plan| plan.fictional()));
            let set = PlanSet::new(plans).unwrap();
            assert!(set.advice().iter().all(|finding| finding.code.as_str() != "set/name-differs"));
        }
    }
}

#[test]
fn one_plan_can_hold_twenty_thousand_actions_and_many_partners() {
    let sample = Sample::new(7, 20_000).with_actions_per_plan(20_000).with_partners(300).with_pillars(40);
    let plans = all(&sample);
    assert_eq!(plans.len(), 1);
    assert_eq!(actions(&plans[0]).count(), 20_000);
    assert_eq!(plans[0].partners().len(), 300);
    assert!(plans[0].priorities().iter().all(|priority| priority.pillars().len() == 40));
    let bare = Sample::new(7, 40).with_actions_per_plan(0).with_partners(0).with_pillars(0);
    let plans = all(&bare);
    assert_eq!(plans.len(), 40);
    assert!(plans.iter().all(|plan| plan.partners().len() == 5));
    PlanSet::new(plans).unwrap();
}

#[test]
fn a_plan_can_be_asked_for_without_the_others_and_beyond_the_last_there_is_none() {
    let sample = Sample::new(3, 1_700);
    let plans: Vec<SafetyPlan> = sample.plans().collect();
    assert_eq!(plans.len(), 4);
    for number in [3, 0, 2, 1] {
        assert_eq!(sample.plan(number).unwrap(), plans[number]);
        assert_eq!(sample.draft(number), plans[number].to_draft());
    }
    assert!(sample.plan(4).is_none() && sample.plan(usize::MAX).is_none());
    assert!(sample.draft(usize::MAX).check().plan.is_some());
    // More plans change none of those before the last.
    assert_eq!(Sample::new(3, 9_000).plan(2).unwrap(), plans[2]);
    assert_ne!(Sample::new(4, 1_700).plan(2).unwrap(), plans[2]);
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    use std::hash::{Hash, Hasher};
    struct Fnv(u64);
    impl Hasher for Fnv {
        fn finish(&self) -> u64 {
            self.0
        }

        fn write(&mut self, bytes: &[u8]) {
            for byte in bytes {
                self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3);
            }
        }
    }
    let text = PlanSet::new(Sample::new(2026, 1_100).plans()).unwrap().to_ndjson();
    let mut digest = Fnv(0xcbf2_9ce4_8422_2325);
    text.as_bytes().hash(&mut digest);
    expect_test::expect!["1037761 d28d44b4efbcc8c5"].assert_eq(&format!(
        "{} {:016x}",
        text.len(),
        digest.finish()
    ));
}

#[test]
fn its_shares_are_those_of_real_plans() {
    let sample = Sample::new(11, 20_000);
    let plans = all(&sample);
    let all: Vec<&Action> = plans.iter().flat_map(actions).collect();
    // In so many of a thousand.
    let share = |name: &str, low: usize, high: usize, holds: &dyn Fn(&Action) -> bool| {
        let found = all.iter().filter(|action| holds(action)).count() * 1_000 / all.len();
        assert!((low..=high).contains(&found), "{name}: {found}, not {low} to {high}");
    };
    let first = |action: &Action| action.serves()[0].kind();
    share("pillar", 790, 810, &|action| first(action) == ServedKind::Pillar);
    share("theme", 190, 210, &|action| first(action) == ServedKind::Theme);
    let second = |action: &Action| action.serves().get(1).map(|served| served.kind());
    share("second pillar", 90, 110, &|action| second(action) == Some(ServedKind::Pillar));
    let leads =
        |action: &Action| action.responsibilities().iter().filter(|one| one.role() == Role::Lead).count();
    share("one lead", 965, 975, &|action| leads(action) == 1);
    share("no lead", 25, 35, &|action| leads(action) == 0);
    share("partners", 1000, 1000, &|action| (1..=4).contains(&action.responsibilities().len()));
    share("areas", 1000, 1000, &|action| action.areas().len() <= 3);
    share("own period", 280, 320, &|action| action.period().is_some());
    share("continuous", 90, 110, &|action| action.continuous());
    let sources = |action: &Action| action.cost().map(|cost| cost.funding()[0].source());
    share("additional", 40, 60, &|action| sources(action) == Some(FundingSource::Additional));
    share("effort", 90, 110, &|action| !action.effort().is_empty());
    share("amount unsaid", 650, 750, &|action| {
        let unknown = action.cost().is_none_or(|cost| cost.amount().kind() == Certainty::Unknown);
        unknown && action.effort().is_empty()
    });
    share("continued", 40, 80, &|action| !action.continues().is_empty());
    let bytes = all.iter().map(|action| action.title().as_str().len()).sum::<usize>() / all.len();
    assert!((55..=65).contains(&bytes), "titles of {bytes} bytes");
    let ids: HashSet<_> = all.iter().map(|action| action.id()).collect();
    assert_eq!(ids.len(), all.len());
    assert!(all.iter().all(|action| action.id().into_uuid().get_version_num() == 4));

    let mut states: HashMap<ActionState, usize> = HashMap::new();
    for plan in &plans {
        for (_, standing) in plan.as_of(sample.day()).actions() {
            *states.entry(standing.state).or_default() += 1;
        }
        assert!(plan.latest_fact().unwrap() < sample.day());
    }
    for state in [
        ActionState::Planned,
        ActionState::AwaitingCouncil,
        ActionState::Running,
        ActionState::Delayed,
        ActionState::CarriedOver,
        ActionState::Done,
        ActionState::PartlyDone,
        ActionState::NotDone,
        ActionState::Cancelled,
    ] {
        let found = states.get(&state).copied().unwrap_or_default();
        assert!(found * 1_000 >= all.len(), "{state}: {found} of {}", all.len());
    }
}

#[test]
fn counts_of_elements_lie_in_their_bounds() {
    let plans = all(&Sample::new(5, 30_000).with_actions_per_plan(100));
    let mut codes = HashSet::new();
    let (mut links, mut read, mut nested) = (0, 0, 0);
    for plan in &plans {
        assert!((2..=6).contains(&plan.priorities().len()));
        assert_eq!((plan.themes().len(), plan.partners().len(), plan.execution_plans().len()), (9, 12, 4));
        assert!((10..=60).contains(&plan.areas().len()));
        assert_eq!(plan.objectives()[0].sub_objectives().len(), 3);
        assert!(codes.insert(plan.municipalities()[0].code().clone()));
        for priority in plan.priorities() {
            assert!((3..=5).contains(&priority.pillars().len()) && priority.answers().len() <= 3);
            let supports = priority.objectives()[0].supports();
            assert!((1..=2).contains(&supports.len()));
            links += supports.len();
            read += supports.iter().filter(|link| link.basis() == Some(Basis::Read)).count();
            nested += priority.pillars().iter().filter(|pillar| !pillar.pillars().is_empty()).count();
        }
    }
    assert!((450..550).contains(&(read * 1_000 / links)));
    assert!(nested > 0);
    let shared: HashSet<_> =
        plans.iter().flat_map(|plan| plan.partners()).map(|partner| partner.id()).collect();
    assert_eq!(shared.len(), 5 + 7 * plans.len());
}

#[test]
fn every_kind_of_element_occurs() {
    let plan = Sample::new(1, 500).plan(0).unwrap();
    let found: HashSet<Kind> = plan.elements().map(|element| element.kind()).collect();
    let missing: Vec<&Kind> = Kind::ALL.iter().filter(|kind| !found.contains(kind)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
