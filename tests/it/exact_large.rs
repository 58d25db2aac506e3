//! The engine is exact where it keeps its answers in other ways: many plans that share elements, many actions, and far
//! more above each element than can be kept. And what isn't there is an error.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use veiligheidsplan::draft::{ObjectiveDraft, PillarDraft, ServedDraft, SupportLinkDraft};
use veiligheidsplan::entity::{Role, ServedKind};
use veiligheidsplan::sample::Sample;
use veiligheidsplan::strategies::{facets_of, filters_of};
use veiligheidsplan::trace::{Facet, Filter, FilterWord, Mark, QueryError, Trace};
use veiligheidsplan::uuid::Uuid;
use veiligheidsplan::{Kind, PlanSet, SafetyPlan};

use crate::exact::{cases, check};
use crate::naive::Naive;

/// Filters of every sort, with a place for a name of something that all plans share.
const FIXED: &[&str] = &[
    "all",
    "none",
    "lead:{partner}",
    "partner:{partner}",
    "not partner:{partner}",
    "lead:{partner} and status:done,running",
    "lead:{partner} or gap:noLead",
    "answers:{item}",
    "answers:{item} and year:2021",
    "answers:{item} or title:\"van\"",
    "answers:{framework} and not answers:{item}",
    "not (answers:{framework} or partner:{partner})",
    "from:{item}",
    "from:{item} or from:{other}",
    "status:done,running,delayed,planned",
    "not status:done,running,delayed and gap:noLead",
    "lead:{partner} or partner:{partner}",
    "serves:P1",
    "serves:P1.1,P1.2 and not gap:noCost",
    "not serves:P1 and area:W1,W2",
    "serves:P1 or lead:{partner} or cost:100000..",
    "topic:T1",
    "year:2020",
    "year:2021 and (lead:{partner} or status:delayed)",
    "period:2021-12-31..2022-01-01",
    "cost:known and cost:..50000",
    "cost:1000..25000 and funding:additional",
    "gap:late and not gap:noIndicator",
    "title:\"E\" and approach:care",
    "disclosure:internal,confidential and origin:decision,frameworkItem",
    "municipality:GM0001 or plan:{plan}",
    "plan:{plan} and not lead:{partner}",
    "not plan:{plan} and year:2022",
];

/// The fixed filters with names filled in; those that name what these plans don't have are left out.
fn fixed(plans: &[SafetyPlan], naive: &Naive<'_>) -> Vec<Filter> {
    let framework = &plans[0].frameworks()[0];
    let names = [
        ("{partner}", plans[0].partners()[0].id().to_string()),
        ("{item}", framework.items()[0].id().to_string()),
        ("{other}", framework.items()[1].id().to_string()),
        ("{framework}", framework.id().to_string()),
        ("{plan}", plans.last().unwrap().id().to_string()),
    ];
    let mut all = Vec::new();
    for text in FIXED {
        let text = names.iter().fold((*text).to_owned(), |text, (name, id)| text.replace(name, id));
        let filter: Filter = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
        if naive.find(&filter).is_some() {
            all.push(filter);
        }
    }
    assert!(all.len() * 10 >= FIXED.len() * 9, "most of the fixed filters can be asked: {}", all.len());
    all
}

/// Asks the fixed filters, and so many more that fit the plans; returns how many found some and not all.
fn is_exact(plans: &[SafetyPlan], trace: &Trace, more: u32) -> usize {
    let naive = Naive::of(plans, trace.day());
    let mut telling = BTreeSet::new();
    for filter in fixed(plans, &naive) {
        let count = check(trace, &naive, &filter).unwrap_or_else(|error| panic!("{error}"));
        if 0 < count && count < trace.action_count() {
            telling.insert(filter.to_string());
        }
    }
    let asked = (vec(facets_of(plans), 4), filters_of(plans));
    let outcome = TestRunner::new(ProptestConfig::with_cases(more)).run(&asked, |(single, nested)| {
        for filter in single.into_iter().map(Filter::Is).chain([nested]) {
            check(trace, &naive, &filter)?;
        }
        Ok(())
    });
    outcome.unwrap_or_else(|error| panic!("{}", error.to_string().chars().take(5_000).collect::<String>()));
    telling.len()
}

#[test]
fn twelve_plans_that_share_partners_are_exact_as_they_come_and_go() {
    let sample = Sample::new(12, 12 * 70).with_actions_per_plan(70);
    let plans: Vec<SafetyPlan> = sample.plans().collect();
    let mut trace = Trace::of_set(&PlanSet::new(plans.clone()).unwrap(), sample.day());
    assert!(is_exact(&plans, &trace, cases(40).cases.min(500)) > FIXED.len() / 2);
    // From eight plans on more is kept of what they share; across that bound and back.
    let mut now = plans.clone();
    for number in [11, 3, 0, 5, 2] {
        let gone = now.remove(now.iter().position(|plan| plan.id() == plans[number].id()).unwrap());
        assert!(trace.remove(gone.id()));
        is_exact(&now, &trace, 4);
    }
    for number in [5, 11, 0] {
        trace.add(&plans[number]).unwrap();
        now.push(plans[number].clone());
        is_exact(&now, &trace, 4);
    }
    assert_eq!(trace.audit(), Ok(()));
}

#[test]
fn what_most_plans_call_otherwise_is_the_same_element() {
    let sample = Sample::new(5, 10 * 20).with_actions_per_plan(20);
    let mut plans: Vec<SafetyPlan> = sample.plans().collect();
    let mut draft = plans[4].to_draft();
    draft.partners[0].name = "Een eigen naam".to_owned();
    draft.partners[0].code = Some("eigen".to_owned());
    plans[4] = SafetyPlan::try_from(draft).unwrap();
    // Below and above the number of plans from which more is kept.
    for count in [2, 6, 10] {
        let plans = &plans[10 - count..];
        let plans = if count == 2 { &[plans[0].clone(), sample.plan(4).unwrap()][..] } else { plans };
        let trace = Trace::of_set(&PlanSet::new(plans.to_vec()).unwrap(), sample.day());
        let naive = Naive::of(plans, sample.day());
        let id = plans[0].partners()[0].id();
        let by_id = trace.count(&format!("partner:{id}").parse().unwrap()).unwrap();
        for text in ["partner:\"Een eigen naam\"", "partner:eigen", &format!("partner:{id}")] {
            let filter: Filter = text.parse().unwrap();
            if naive.find(&filter).is_some() {
                assert_eq!(check(&trace, &naive, &filter).unwrap(), by_id, "{text} in {count} plans");
            }
        }
    }
}

#[test]
fn one_plan_of_three_thousand_actions_is_exact() {
    let sample = Sample::new(3, 3_000).with_actions_per_plan(3_000);
    let plans: Vec<SafetyPlan> = sample.plans().collect();
    let trace = Trace::of(&plans[0], sample.day());
    assert_eq!(trace.action_count(), 3_000);
    assert!(is_exact(&plans, &trace, cases(24).cases.min(500)) > FIXED.len() / 2);
}

/// A plan of the sample with so many strategic objectives above so many pillars that it would be too much to keep: 300 above each
/// of 500, where there is room for 64 above each node.
pub(crate) fn dense(sample: &Sample, number: usize) -> SafetyPlan {
    let mut draft = sample.draft(number);
    let plan = sample.plan(number).unwrap().id();
    let main = &mut draft.objectives[0];
    for number in 0..300 {
        main.sub_objectives.push(ObjectiveDraft::coded(
            plan,
            format!("S-{number}"),
            "Een deel van het doel.",
        ));
    }
    let all: Vec<String> = main.sub_objectives.iter().map(|sub| sub.id.clone()).collect();
    let priority = &mut draft.priorities[0];
    let read = |id: &String| SupportLinkDraft::new(id.clone());
    priority.objectives[0].supports = all.iter().map(read).collect();
    let mut pillars = Vec::new();
    for number in 0..500 {
        let pillar = PillarDraft::coded(plan, format!("P1.x{number}"), "Een lijn");
        pillars.push(pillar.id.clone());
        priority.pillars.push(pillar);
    }
    for (number, action) in draft.execution_plans.iter_mut().flat_map(|one| &mut one.actions).enumerate() {
        if number % 3 == 0 {
            action.serves.push(ServedDraft::new(ServedKind::Pillar, pillars[number % pillars.len()].clone()));
        }
    }
    SafetyPlan::try_from(draft).unwrap_or_else(|rejected| panic!("{rejected}"))
}

#[test]
fn plans_with_more_above_each_element_than_is_kept_are_exact() {
    let sample = Sample::new(8, 9 * 40).with_actions_per_plan(40);
    let mut plans: Vec<SafetyPlan> = sample.plans().collect();
    for number in [0, 4] {
        plans[number] = dense(&sample, number);
    }
    let one = &plans[..1];
    is_exact(one, &Trace::of(&one[0], sample.day()), cases(24).cases.min(500));
    let trace = Trace::of_set(&PlanSet::new(plans.clone()).unwrap(), sample.day());
    assert!(is_exact(&plans, &trace, cases(16).cases.min(200)) > FIXED.len() / 2);
    crate::tally::agrees(&trace, "status:done,running and not gap:noLead");
    assert_eq!(trace.audit(), Ok(()));
}

/// A condition of each word that names an element.
fn naming(mark: &Mark) -> Vec<Facet> {
    let makers: [fn(Mark) -> Facet; 10] = [
        Facet::Serves,
        Facet::Answers,
        Facet::Topic,
        Facet::Action,
        Facet::ExecutionPlan,
        Facet::Plan,
        Facet::Municipality,
        Facet::Area,
        Facet::Indicator,
        Facet::From,
    ];
    let mut all: Vec<Facet> = makers.iter().map(|make| make(mark.clone())).collect();
    let roles = Role::ALL.iter().copied().map(Some).chain([None]);
    all.extend(roles.map(|role| Facet::Partner { role, partner: mark.clone() }));
    all
}

fn is_unknown(trace: &Trace, facet: &Facet) {
    let deep = Filter::any([
        Filter::All(vec![]),
        Filter::not(Filter::all([Filter::Any(vec![]), facet.clone().into()])),
    ]);
    for filter in [Filter::Is(facet.clone()), deep] {
        match trace.query(&filter) {
            Err(QueryError::Unknown { word, mark }) => {
                assert_eq!(word, facet.word());
                assert!(facet.to_string().ends_with(&mark), "{facet} says {mark}");
            }
            other => panic!("{filter} is {:?}", other.map(|query| query.count())),
        }
        assert!(trace.find(&filter).is_err() && trace.count(&filter).is_err());
    }
}

#[test]
fn what_is_not_there_is_an_error_for_every_word_that_names() {
    let sample = Sample::new(9, 400).with_actions_per_plan(40);
    let plans: Vec<SafetyPlan> = sample.plans().collect();
    let trace = Trace::of_set(&PlanSet::new(plans.clone()).unwrap(), sample.day());
    let nobody = [
        Mark::Id(Uuid::from_u128(1)),
        Mark::Code("nergens-1".to_owned()),
        Mark::Name("Wat er niet is".to_owned()),
        Mark::Name(String::new()),
    ];
    for facet in nobody.iter().flat_map(naming) {
        is_unknown(&trace, &facet);
    }
    is_unknown(&trace, &Facet::Item("Wat er niet is".to_owned()));
    is_unknown(&trace, &Facet::Power("geen-bevoegdheid".parse().unwrap()));
    // An element of another kind is as good as none.
    for element in plans[0].elements() {
        let id = Mark::Id(element.id().into_uuid());
        for facet in naming(&id) {
            use FilterWord as W;
            let takes = match facet.word() {
                W::Serves => matches!(
                    element.kind(),
                    Kind::Objective
                        | Kind::Pillar
                        | Kind::Priority
                        | Kind::Theme
                        | Kind::Principle
                        | Kind::AcuteIssue
                ),
                W::Answers => matches!(element.kind(), Kind::Framework | Kind::FrameworkItem),
                W::Topic => element.kind() == Kind::Topic,
                W::Action => element.kind() == Kind::Action,
                W::ExecutionPlan => element.kind() == Kind::ExecutionPlan,
                W::Plan => element.kind() == Kind::Plan,
                W::Municipality => false,
                W::Area => element.kind() == Kind::Area,
                W::Indicator => element.kind() == Kind::Indicator,
                W::From => matches!(
                    element.kind(),
                    Kind::AnalysisFinding
                        | Kind::EvaluationFinding
                        | Kind::Decision
                        | Kind::AcuteIssue
                        | Kind::FrameworkItem
                ),
                _ => element.kind() == Kind::Partner,
            };
            if takes {
                assert!(trace.find(&facet.clone().into()).is_ok(), "{facet}");
            } else {
                is_unknown(&trace, &facet);
            }
        }
    }
    // What went is as unknown as what never came.
    let mut fewer = trace.clone();
    assert!(fewer.remove(plans[2].id()));
    for element in plans[2].elements().filter(|one| one.kind() == Kind::Action || one.kind() == Kind::Pillar)
    {
        let id = Mark::Id(element.id().into_uuid());
        let facet = if element.kind() == Kind::Action { Facet::Action(id) } else { Facet::Serves(id) };
        assert!(trace.find(&facet.clone().into()).is_ok());
        is_unknown(&fewer, &facet);
    }
    // In an empty trace nothing is there, and what names nothing finds nothing.
    let empty = Trace::new(sample.day());
    for element in plans[0].elements() {
        let id = Mark::Id(element.id().into_uuid());
        for facet in naming(&id) {
            is_unknown(&empty, &facet);
        }
    }
    for text in [
        "all",
        "none",
        "not none",
        "year:2021",
        "status:done",
        "gap:late",
        "cost:1..",
        "title:\"e\"",
        "power:bibob",
    ] {
        assert_eq!(empty.count(&text.parse().unwrap()).unwrap(), 0, "{text}");
    }
}
