//! The words of the engine: links read both ways, threads, groups and explanations; and sets of what is and isn't there.

use std::collections::HashMap;

use expect_test::{expect, expect_file};
use serde_json::json;
use veiligheidsplan::trace::{Filter, Grouping, Link, Node, Set, Trace, TraceError, Way};
use veiligheidsplan::{Choice, ElementId, Kind, Language, PlanId, SafetyPlan};

use crate::support::{BASE, DEMO, day, put, tree};

fn base() -> (SafetyPlan, Trace) {
    let plan = SafetyPlan::from_json(BASE).unwrap();
    let trace = Trace::of(&plan, day("2021-06-01"));
    (plan, trace)
}

/// A reader tells every link from every other, whichever way it is read; of two that relate, both may say the same.
#[test]
fn each_link_has_words_of_its_own_both_ways() {
    for words in
        [|link: Link| [link.term(), link.inverse()], |link: Link| [link.term_nl(), link.inverse_nl()]]
    {
        let mut said: HashMap<&str, Link> = HashMap::new();
        for link in Link::ALL {
            for word in words(*link) {
                let before = said.insert(word, *link).filter(|before| before != link);
                assert_eq!(before, None, "{link} says `{word}` too");
                assert!(!word.is_empty() && word.trim() == word && !word.ends_with('.'), "{word}");
            }
        }
    }
}

#[test]
fn threads_are_read_up_and_down_in_both_languages() {
    let (plan, trace) = base();
    let mut said = String::new();
    for (from, way) in [
        (ElementId::from(plan.execution_plans()[1].actions()[0].id()), Way::Up),
        (plan.execution_plans()[0].actions()[2].id().into(), Way::Up),
        (plan.priorities()[0].pillars()[0].id().into(), Way::Up),
        (plan.topics()[0].id().into(), Way::Down),
        (plan.id().into(), Way::Down),
    ] {
        let report = trace.report(from, way).unwrap();
        said.extend(
            [report.to_text(Language::English), report.to_text(Language::Dutch)].map(|text| text + "\n"),
        );
    }
    expect_file!["goldens/threads.txt"].assert_eq(&said);
}

#[test]
fn groups_are_named_in_both_languages() {
    let mut document = tree(BASE);
    put(&mut document, "/executionPlans/0/actions/1/cost", json!({"amount": {"kind": "unknown"}}));
    let plan = SafetyPlan::from_json(&document.to_string()).unwrap();
    let trace = Trace::of(&plan, day("2021-06-01"));
    let mut said = String::new();
    for by in Grouping::ALL {
        let groups = trace.all().group_by(*by);
        said.extend(
            [groups.to_text(Language::English), groups.to_text(Language::Dutch)].map(|text| text + "\n"),
        );
    }
    expect_file!["goldens/groups.txt"].assert_eq(&said);
}

#[test]
fn an_explanation_tells_what_each_part_finds_and_where_was_looked() {
    let (_, trace) = base();
    let mut said = String::new();
    for text in ["serves:P1 and not (status:done or lead:TV)", "year:2021 or title:\"controle\""] {
        let filter: Filter = text.parse().unwrap();
        let explained = trace.query(&filter).unwrap().explain();
        said.extend(
            [explained.to_text(Language::Dutch), explained.to_markdown(Language::English)]
                .map(|text| text + "\n"),
        );
    }
    expect![[r#"
        Acties: 0
        - all: 0
          - serves:P1: 3
          - not: 0
            - any: 5
              - status:done: 2
              - lead:TV: 4
        binnen enkele plannen gezocht; woorden gelezen: 9; acties een voor een bekeken: 0

        # Actions: 0

        - all: 0
          - serves:P1: 3
          - not: 0
            - any: 5
              - status:done: 2
              - lead:TV: 4

        looked at within some plans; words read: 9; actions looked at one by one: 0

        Acties: 3
        - any: 3
          - year:2021: 2
          - title:"controle": 2
        alles doorzocht, in brokken; woorden gelezen: 0; acties een voor een bekeken: 5

        # Actions: 3

        - any: 3
          - year:2021: 2
          - title:"controle": 2

        looked at everything, in chunks; words read: 0; actions looked at one by one: 5

    "#]]
    .assert_eq(&said);
}

#[test]
fn a_set_holds_what_it_was_made_of_and_nothing_that_is_not_there() {
    let (plan, trace) = base();
    let action = plan.execution_plans()[0].actions()[1].id();
    let (pillar, partner) = (plan.priorities()[0].pillars()[0].id(), plan.partners()[1].id());
    let elements = [ElementId::from(action), pillar.into(), partner.into()].map(Node::from);
    let vision = Node::Vision(plan.id());
    let power = Node::Power("bibob");
    let made: Vec<Node> = elements.into_iter().chain([vision, power]).collect();
    let set = Set::of(&trace, made.clone()).unwrap();
    assert_eq!((set.len(), set.action_count()), (5, 1));
    let other = PlanId::from_name("elsewhere");
    let wrong_kind = ElementId::new(Kind::Topic, partner.into_uuid()).unwrap();
    let absent = [
        Node::Vision(other),
        Node::from(ElementId::from(other)),
        Node::from(wrong_kind),
        Node::from(ElementId::new(Kind::Action, partner.into_uuid()).unwrap()),
        Node::from(ElementId::new(Kind::Partner, action.into_uuid()).unwrap()),
        Node::Power("gemw-174a"),
    ];
    for node in absent {
        assert!(!set.contains(node) && !trace.all().contains(node), "{node:?}");
        assert_eq!(Set::of(&trace, [node]).err(), Some(TraceError::Unknown(node.into_uuid())), "{node:?}");
        let report = trace.node_report(node);
        assert_eq!((report.id, report.kind.as_str()), (node.into_uuid(), node.kind_str()));
    }
    for node in made {
        assert!(set.contains(node), "{node:?}");
        // The vision and a power are no elements.
        let element = ElementId::try_from(node).ok().map(Node::from);
        assert_eq!(element, node.kind().map(|_| node));
    }
    let plan_itself = Node::from(ElementId::from(plan.id()));
    assert!(!set.contains(plan_itself), "the vision is not the plan");
    let words: Vec<String> = set.reports().iter().map(|one| one.words(Language::English)).collect();
    expect![[r#"
        partner POL "Politie"
        pillar P1.1 "Informatiepositie"
        action A2 "Bibob-beleid vernieuwen" (Uitvoeringsplan 2020)
        vision "Een stad waar iedereen veilig is."
        legal power bibob "Bibob-toets"
    "#]]
    .assert_eq(&(words.join("\n") + "\n"));
}

#[test]
fn memory_grows_with_what_is_added_and_an_empty_trace_is_small() {
    let mut trace = Trace::new(day("2021-06-01"));
    let empty = trace.memory();
    assert_eq!(empty.actions, 0);
    assert!(empty.index < 4_096, "{empty:?}");
    trace.add(&SafetyPlan::from_json(DEMO).unwrap()).unwrap();
    let one = trace.memory();
    assert!(empty.actions < one.actions && empty.index < one.index, "{one:?}");
    trace.add(&crate::roundtrip::under_other_ids(DEMO)).unwrap();
    let two = trace.memory();
    assert!(one.actions < two.actions && one.index < two.index, "{two:?}");
    // What isn't there any more takes no room among the actions.
    let first = trace.plans().next().unwrap();
    assert!(trace.remove(first));
    assert!(trace.memory().actions < two.actions);
}
