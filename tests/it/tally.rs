//! Numbers over all plans: the same as the reports of each plan give.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use uuid::Uuid;
use veiligheidsplan::analysis::{CoveragePolicy, Departure, MatrixLevel, coverage, impact, matrix};
use veiligheidsplan::change::Change;
use veiligheidsplan::draft::ServedDraft;
use veiligheidsplan::entity::{Action, Role, ServedKind};
use veiligheidsplan::id::{ActionId, PartnerId};
use veiligheidsplan::sample::Sample;
use veiligheidsplan::trace::{Grouping, Node, Trace};
use veiligheidsplan::{Element, ElementId, Kind, PlanSet, SafetyPlan};

use crate::coverage::naive_below;

/// Plans that share partners, some more plans than it takes for a bitmap of their own.
fn sample(seed: u64, plans: usize) -> (Vec<SafetyPlan>, Trace) {
    let sample = Sample::new(seed, plans * 40).with_actions_per_plan(40);
    let plans: Vec<SafetyPlan> = sample.plans().collect();
    let trace = Trace::of_set(&PlanSet::new(plans.clone()).unwrap(), sample.day());
    (plans, trace)
}

type Cells = BTreeMap<(Uuid, Uuid, Uuid), (u64, Vec<u64>)>;

fn reported(trace: &Trace) -> Cells {
    let mut cells = Cells::new();
    for plan in trace.plans() {
        let report = matrix(trace, plan, MatrixLevel::Priority).unwrap();
        for row in &report.rows {
            for cell in row.cells.iter().filter(|cell| cell.actions > 0) {
                let goal = report.columns[cell.column].goal.as_ref().unwrap().id;
                let roles = Role::ALL.iter().map(|role| cell.roles.of(*role)).collect();
                cells.insert((plan.into_uuid(), row.partner.id, goal), (cell.actions, roles));
            }
        }
    }
    cells
}

fn partners(plans: &[SafetyPlan]) -> BTreeSet<PartnerId> {
    plans.iter().flat_map(|plan| plan.partners()).map(|partner| partner.id()).collect()
}

fn ids(nodes: impl Iterator<Item = Node>) -> BTreeSet<Uuid> {
    nodes.map(Node::into_uuid).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn partners_by_priority_are_those_of_the_matrices(seed in any::<u64>(), count in 1_usize..12) {
        let (plans, trace) = sample(seed, count);
        let expected = reported(&trace);
        let mut cells = Cells::new();
        trace.role_tallies(None, |one| {
            let roles = one.roles.iter().map(|count| u64::from(*count)).collect();
            let key = (one.plan.into_uuid(), one.partner.into_uuid(), one.priority.into_uuid());
            cells.insert(key, (u64::from(one.actions), roles));
        });
        prop_assert_eq!(&cells, &expected);
        for partner in partners(&plans) {
            let mut own = BTreeMap::new();
            trace.priorities_of(partner, |plan, priority, actions| {
                own.insert((plan.into_uuid(), priority.into_uuid()), u64::from(actions));
            });
            let of = expected.iter().filter(|((_, one, _), _)| *one == partner.into_uuid());
            let of: BTreeMap<_, _> = of.map(|((plan, _, goal), (count, _))| ((*plan, *goal), *count)).collect();
            prop_assert_eq!(own, of);
        }
        let first = plans[0].id();
        let mut in_plan = 0;
        trace.role_tallies(Some(first), |one| in_plan += usize::from(one.plan == first));
        prop_assert_eq!(in_plan, expected.keys().filter(|(plan, ..)| *plan == first.into_uuid()).count());
    }

    #[test]
    fn losses_are_what_the_impact_reports(seed in any::<u64>(), count in 1_usize..12) {
        let (plans, trace) = sample(seed, count);
        for partner in partners(&plans) {
            let holder = plans.iter().find(|plan| plan.partners().iter().any(|one| one.id() == partner)).unwrap();
            for plan in [None, Some(holder.id())] {
                let mut departure = Departure::of(partner);
                if let Some(plan) = plan {
                    departure = departure.within(plan);
                }
                let report = impact(&trace, &departure).unwrap();
                let losses = trace.losses(partner, plan);
                prop_assert_eq!(losses.action_count(), report.without_lead.total);
                let listed: BTreeSet<Uuid> = report.without_lead.listed.iter().map(|one| one.action.id).collect();
                prop_assert_eq!(ids(losses.without_lead().iter()), listed);
                let goals = report.without_led_action.listed.iter().map(|one| &one.goal);
                let goals: BTreeSet<Uuid> =
                    goals.filter(|goal| goal.kind != Kind::Objective).map(|goal| goal.id).collect();
                prop_assert_eq!(ids(losses.without_led_action()), goals);
                let priorities = report.priorities.listed.iter().filter(|one| one.without_lead > 0);
                let priorities: BTreeSet<Uuid> = priorities.map(|one| one.priority.id).collect();
                prop_assert_eq!(ids(losses.priorities()), priorities);
            }
        }
    }

    #[test]
    fn pillars_by_year_are_what_a_naive_count_gives(seed in any::<u64>(), count in 1_usize..4) {
        let (plans, trace) = sample(seed, count);
        let mut mine = BTreeMap::new();
        trace.pillar_tallies(None, |one| {
            mine.insert((one.pillar.into_uuid(), one.year), (one.actions as usize, one.partners as usize, one.led as usize));
        });
        let mut expected = BTreeMap::new();
        for plan in &plans {
            for pillar in plan.elements().filter(|one| matches!(one, Element::Pillar(_))) {
                let nodes = naive_below(plan, pillar, false, &|_| false);
                for execution in plan.execution_plans() {
                    let year = execution.period().start().year();
                    let serves = |it: &&Action| it.serves().iter().any(|one| nodes.contains(&one.id().into_uuid()));
                    let own: Vec<&Action> = execution.actions().iter().map(|it| &**it).filter(serves).collect();
                    let all = own.iter().flat_map(|it| it.responsibilities()).map(|one| one.partner());
                    let led = own.iter().filter(|it| it.responsibilities().iter().any(|one| one.role() == Role::Lead));
                    let entry = expected
                        .entry((pillar.id().into_uuid(), year))
                        .or_insert((0, BTreeSet::new(), 0));
                    entry.0 += own.len();
                    entry.2 += led.count();
                    entry.1.extend(all);
                }
            }
        }
        let expected: BTreeMap<_, _> = expected
            .into_iter()
            .map(|(key, (actions, partners, led))| (key, (actions, partners.len(), led)))
            .collect();
        prop_assert_eq!(mine, expected);
    }
}

/// What is kept is what is counted anew, and what a set and the rest have is together what all have.
pub(crate) fn agrees(trace: &Trace, filter: &str) {
    let all = trace.all();
    let own = trace.find(&filter.parse().unwrap()).unwrap();
    let rest = all.difference(&own).unwrap();
    let (mut kept, mut anew) = (Vec::new(), Vec::new());
    trace.role_tallies(None, |one| kept.push(one));
    all.role_tallies(|one| anew.push(one));
    assert_eq!(kept, anew);
    for partner in kept.iter().map(|one| one.partner).collect::<BTreeSet<_>>() {
        let (mut own, mut of) = (BTreeSet::new(), BTreeSet::new());
        trace.priorities_of(partner, |plan, priority, actions| _ = own.insert((plan, priority, actions)));
        let counted = kept.iter().filter(|one| one.partner == partner);
        of.extend(counted.map(|one| (one.plan, one.priority, one.actions)));
        assert_eq!(own, of);
    }
    let mut sums = BTreeMap::new();
    for set in [&own, &rest] {
        set.role_tallies(|one| {
            let sum = sums.entry((one.plan, one.priority, one.partner)).or_insert((0, [0; Role::ALL.len()]));
            sum.0 += one.actions;
            sum.1.iter_mut().zip(one.roles).for_each(|(sum, own)| *sum += own);
        });
    }
    let counts = kept.iter().map(|one| ((one.plan, one.priority, one.partner), (one.actions, one.roles)));
    assert_eq!(sums, counts.collect());
    let (mut kept, mut anew) = (Vec::new(), Vec::new());
    trace.pillar_tallies(None, |one| kept.push(one));
    all.pillar_tallies(|one| anew.push(one));
    // Plans without an action are in no set.
    kept.retain(|one| anew.iter().any(|own| own.plan == one.plan));
    assert_eq!(kept, anew);
    let mut sums = BTreeMap::new();
    for set in [&own, &rest] {
        set.pillar_tallies(|one| {
            let sum = sums.entry((one.pillar, one.year)).or_insert((0, 0, 0..=0));
            let partners = *sum.2.start().max(&one.partners)..=sum.2.end() + one.partners;
            *sum = (sum.0 + one.actions, sum.1 + one.led, partners);
        });
    }
    for one in kept {
        let (actions, led, partners) = &sums[&(one.pillar, one.year)];
        assert_eq!((one.actions, one.led), (*actions, *led));
        assert!(partners.contains(&one.partners), "{one:?}");
    }
    for plan in trace.plans() {
        for priority in
            trace.find(&format!("plan:{plan}").parse().unwrap()).unwrap().group_by(Grouping::Priority).groups
        {
            let priority = priority.element.unwrap().id;
            let mut counts = Vec::new();
            own.priority_tallies(|_, of, count| {
                counts.extend((of.into_uuid() == priority).then_some(u64::from(count)));
            });
            let both = format!("serves:{priority} and ({filter})").parse().unwrap();
            assert_eq!(counts.iter().sum::<u64>(), trace.count(&both).unwrap());
        }
    }
}

#[test]
fn counts_that_are_kept_are_those_counted_anew() {
    for seed in 0..4 {
        let (_, trace) = sample(seed, 9);
        agrees(&trace, "status:done,running and not gap:noLead");
    }
}

/// What a trace says of everything, in an order of its own.
fn told(trace: &Trace) -> (Vec<String>, Vec<String>) {
    let (mut roles, mut pillars) = (Vec::new(), Vec::new());
    trace.role_tallies(None, |one| roles.push(format!("{one:?}")));
    trace.pillar_tallies(None, |one| pillars.push(format!("{one:?}")));
    (roles, pillars)
}

#[test]
fn a_trace_that_took_steps_counts_as_one_built_from_scratch() {
    let on = crate::support::day("2021-10-04");
    let mut plan = SafetyPlan::from_json(crate::support::DEMO).unwrap();
    let mut trace = Trace::of(&plan, on);
    let snapshot = trace.clone();
    let before = told(&snapshot);
    let themes = plan.to_draft().themes;
    // One action turns to a theme, then so many come in that the execution plan needs another block.
    let mut action = plan.to_draft().execution_plans[1].actions[0].clone();
    action.serves = vec![ServedDraft::new(ServedKind::Theme, themes[7].id.clone())];
    let mut batches = vec![vec![Change::replace(action.clone())]];
    let (execution, there) = (plan.execution_plans()[1].id(), plan.execution_plans()[1].actions().len());
    let fresh = |number: usize| {
        let mut copy = action.clone();
        copy.id = ActionId::derive(plan.id(), &format!("copy-{number}")).to_string();
        copy.code = None;
        copy.progress.clear();
        copy.serves = vec![ServedDraft::new(ServedKind::Theme, themes[number % themes.len()].id.clone())];
        Change::add(ElementId::from(execution), there + number, copy)
    };
    batches.push((0..70).map(fresh).collect());
    for batch in batches {
        let step = plan.apply(&batch, on).unwrap_or_else(|rejected| panic!("{rejected:#}"));
        assert!(!trace.apply(&step).unwrap().anew, "only actions were written");
        plan = step.plan;
        let scratch = Trace::of(&plan, on);
        assert_eq!(told(&trace), told(&scratch));
        for partner in plan.partners() {
            let (mine, theirs) = (trace.losses(partner.id(), None), scratch.losses(partner.id(), None));
            assert_eq!(ids(mine.without_led_action()), ids(theirs.without_led_action()));
            assert_eq!(ids(mine.without_lead().iter()), ids(theirs.without_lead().iter()));
        }
        let policy = CoveragePolicy::default();
        assert_eq!(coverage(&trace, plan.id(), &policy), coverage(&scratch, plan.id(), &policy));
    }
    assert_eq!(told(&snapshot), before, "a snapshot stays as it was");
}
