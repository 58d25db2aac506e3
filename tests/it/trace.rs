//! The first thread: every path from an action up and from a goal down, as the plan states them.

use std::collections::BTreeSet;

use expect_test::{Expect, expect};
use serde_json::{Value, json};
use veiligheidsplan::entity::{Basis, Priority};
use veiligheidsplan::trace::{End, Link, LinkBasis, Node, Trace, TraceError, Way};
use veiligheidsplan::{Element, ElementId, Kind, Language, SafetyPlan};

use crate::support::{BASE, DEMO, PLAN, cut, day, put, tree};

fn vlaardingen() -> SafetyPlan {
    SafetyPlan::from_json(PLAN).unwrap()
}

fn demo() -> SafetyPlan {
    SafetyPlan::from_json(DEMO).unwrap()
}

fn id(plan: &SafetyPlan, kind: Kind, code: &str) -> ElementId {
    let mut found = plan.coded(code).filter(|element| element.kind() == kind);
    found.next().unwrap_or_else(|| panic!("no {kind} {code}")).id()
}

fn check(plan: &SafetyPlan, kind: Kind, code: &str, way: Way, expected: &Expect) {
    let report = Trace::of(plan, day("2021-09-01")).report(id(plan, kind, code), way).unwrap();
    expected.assert_eq(&report.to_text(Language::Dutch));
}

#[test]
fn an_action_on_a_pillar_of_priority_1_ends_without_a_stated_link_and_cites_the_section() {
    let plan = demo();
    let trace = Trace::of(&plan, day("2021-09-01"));
    let threads: Vec<_> = trace.up(id(&plan, Kind::Action, "2020-A07")).unwrap().collect();
    let [thread] = threads.as_slice() else { panic!("one thread") };
    assert_eq!(thread.end, End::NoStatedLink);
    assert_eq!(thread.unreached, [Node::from(id(&plan, Kind::Objective, "H"))]);
    assert_eq!(trace.node_report(thread.unreached[0]).section.as_deref(), Some("2.2"));
    check(
        &plan,
        Kind::Action,
        "2020-A07",
        Way::Up,
        &expect![[r#"
            actie 2020-A07 "Bibob-beleid vernieuwen en uitbreiden naar vastgoed en exploitatievergunningen" (Uitvoeringsplan veiligheid 2020, fictief)
                dient pijler P1.2 "Het verstoren van criminele processen" (§3.2.6)
                is deel van prioriteit P1 "Een weerbare stad en organisatie tegen ondermijning" (§3.2)
                streeft na doelstelling P1.D "In samenwerking met partners, ondernemers en inwoners verder terugdringen van ondermijning" (§3.2.5)
                = het plan vermeldt geen verdere koppeling met doelstelling H "In 2023 is Vlaardingen veiliger door samenwerking met inwoners, ondernemers en partners." (§2.2)
        "#]],
    );
}

#[test]
fn an_action_on_a_regular_theme_ends_at_the_theme() {
    let plan = demo();
    let trace = Trace::of(&plan, day("2021-09-01"));
    let threads = trace.up(id(&plan, Kind::Action, "2020-A44")).unwrap();
    assert_eq!(threads.map(|thread| thread.end).collect::<Vec<_>>(), [End::Theme]);
}

#[test]
fn a_sub_objective_reaches_the_vision() {
    let plan = vlaardingen();
    check(
        &plan,
        Kind::Objective,
        "S2",
        Way::Up,
        &expect![[r#"
            doelstelling S2 "In 2023 is veiligheid verankerd in integraal werken aan de stad." (§2.2)
                is deel van doelstelling H "In 2023 is Vlaardingen veiliger door samenwerking met inwoners, ondernemers en partners." (§2.2)
                vervult visie "Wij willen dat Vlaardingen een aantrekkelijke en leefbare stad is waar inwoners, ondernemers en bezo…" (§2.1)
                = bereikt de visie
        "#]],
    );
}

#[test]
fn a_topic_lists_both_priorities_and_makes_no_thread_between_them() {
    let plan = vlaardingen();
    let trace = Trace::of(&plan, day("2021-09-01"));
    let topic = id(&plan, Kind::Topic, "T2");
    let report = trace.report(topic, Way::Up).unwrap();
    let named: Vec<_> = report.also_concerns.iter().filter_map(|node| node.code.as_deref()).collect();
    assert_eq!(named, ["P1", "P2", "P2.2"]);
    assert_eq!(report.threads.len(), 1);
    assert_eq!(report.threads[0].steps.len(), 1, "the topic itself and nothing else");
    for code in ["P1", "P2"] {
        for way in [trace.up(id(&plan, Kind::Priority, code)), trace.down(id(&plan, Kind::Priority, code))] {
            let through =
                way.unwrap().flat_map(|thread| thread.steps).any(|step| step.node == Node::from(topic));
            assert!(!through, "a thread of {code} passes through the topic");
        }
    }
}

/// What a naive walk over the entities finds above an action: each path as its elements.
fn naive_up(plan: &SafetyPlan, action: &veiligheidsplan::entity::Action) -> BTreeSet<Vec<Node>> {
    fn climb(plan: &SafetyPlan, path: &[Node], element: Element<'_>, found: &mut BTreeSet<Vec<Node>>) {
        let path = [path, &[Node::from(element.id())]].concat();
        let above: Vec<Element<'_>> = match element {
            Element::Pillar(pillar) => plan.holder(pillar.id()).into_iter().collect(),
            Element::Priority(priority) => priority.objectives().iter().map(Element::Objective).collect(),
            Element::Theme(theme) => theme.objectives().iter().map(Element::Objective).collect(),
            Element::Objective(objective) => {
                let supported =
                    objective.supports().iter().filter_map(|link| plan.element(link.id().into_uuid()));
                let parent = plan.holder(objective.id()).filter(|holder| holder.kind() == Kind::Objective);
                supported.chain(parent).collect()
            }
            _ => Vec::new(),
        };
        let is_main = plan.objectives().iter().any(|main| ElementId::from(main.id()) == element.id());
        if is_main && plan.vision().is_some() {
            found.insert([path.clone(), vec![Node::Vision(plan.id())]].concat());
        } else if above.is_empty() {
            found.insert(path.clone());
        }
        for element in above {
            climb(plan, &path, element, found);
        }
    }
    let mut found = BTreeSet::new();
    for served in action.serves() {
        let element = plan.element(served.id().into_uuid()).unwrap();
        climb(plan, &[Node::from(ElementId::from(action.id()))], element, &mut found);
    }
    found
}

#[test]
fn the_threads_of_every_action_are_the_paths_a_naive_walk_finds_and_down_is_up_reversed() {
    let plan = linked();
    let trace = Trace::of(&plan, day("2021-09-01"));
    let mut below: BTreeSet<Vec<Node>> = BTreeSet::new();
    let mut above: BTreeSet<Vec<Node>> = BTreeSet::new();
    let nodes =
        |steps: &[veiligheidsplan::trace::ThreadStep]| steps.iter().map(|step| step.node).collect::<Vec<_>>();
    for action in plan.execution_plans().iter().flat_map(|execution| execution.actions()) {
        let threads = trace.up(action.id()).unwrap();
        let total = threads.total();
        let threads: Vec<_> = threads.collect();
        let paths: BTreeSet<Vec<Node>> = threads.iter().map(|thread| nodes(&thread.steps)).collect();
        assert_eq!(paths.len() as u64, total, "no thread twice, none uncounted");
        assert_eq!(paths, naive_up(&plan, action));
        let holding = threads.iter().filter(|thread| thread.end != End::Broken);
        above.extend(
            holding.map(|thread| nodes(&thread.steps)).filter(|path| path.contains(&Node::Vision(plan.id()))),
        );
    }
    for thread in trace.down(plan.id()).unwrap().filter(|thread| thread.end == End::Action) {
        below.insert(nodes(&thread.steps).into_iter().rev().collect());
    }
    assert!(!below.is_empty());
    assert_eq!(below, above, "the threads down from the vision are those that reach it");
}

/// The demonstration with links from the priorities to the strategic objectives, stated and read.
fn linked() -> SafetyPlan {
    let mut draft = demo().to_draft();
    let strategic: Vec<String> =
        draft.objectives[0].sub_objectives.iter().map(|sub| sub.id.clone()).collect();
    let main = draft.objectives[0].id.clone();
    for (number, priority) in draft.priorities.iter_mut().enumerate() {
        let mut read = veiligheidsplan::draft::SupportLinkDraft::new(strategic[number].clone());
        read.basis = Some(Basis::Read);
        let stated = veiligheidsplan::draft::SupportLinkDraft::new(main.clone());
        priority.objectives[0].supports = vec![stated, read];
    }
    SafetyPlan::try_from(draft).unwrap()
}

#[test]
fn a_link_that_the_encoder_read_is_told_from_one_that_the_plan_states() {
    let plan = linked();
    let trace = Trace::of(&plan, day("2021-09-01"));
    let first: Option<&Priority> = plan.priorities().first();
    let threads: Vec<_> = trace.up(first.unwrap().id()).unwrap().collect();
    let basis: Vec<_> = threads
        .iter()
        .map(|thread| {
            thread.steps.iter().filter_map(|step| step.link).find(|(link, _)| *link == Link::Supports)
        })
        .collect();
    let by = |basis| Some((Link::Supports, basis));
    assert_eq!(basis, [by(LinkBasis::Stated), by(LinkBasis::Read)]);
    assert!(threads.iter().all(|thread| thread.end == End::ReachesVision));
}

#[test]
fn what_is_not_in_a_thread_is_an_error_and_never_an_empty_answer() {
    let plan = vlaardingen();
    let trace = Trace::of(&plan, day("2021-09-01"));
    let partner = plan.partners()[0].id();
    assert_eq!(trace.up(partner).unwrap_err(), TraceError::NotInThread(Kind::Partner));
    let stranger = veiligheidsplan::id::ActionId::derive(plan.id(), "nobody");
    assert_eq!(trace.up(stranger).unwrap_err(), TraceError::Unknown(stranger.into_uuid()));
    // The id of a partner, said to be that of a topic or of an action.
    for kind in [Kind::Topic, Kind::Action] {
        let wrong = ElementId::new(kind, partner.into_uuid()).unwrap();
        assert_eq!(trace.down(wrong).unwrap_err(), TraceError::Unknown(partner.into_uuid()), "{kind}");
    }
    let mut draft = plan.to_draft();
    draft.vision = None;
    let blind = SafetyPlan::try_from(draft).unwrap();
    assert_eq!(Trace::of(&blind, day("2021-09-01")).down(blind.id()).unwrap_err(), TraceError::NoVision);
}

#[test]
fn a_text_of_several_lines_is_no_line_of_a_report() {
    let mut draft = vlaardingen().to_draft();
    draft.objectives[0].text = "Een veilige\n    = reaches the vision\r\nstad".into();
    let plan = SafetyPlan::try_from(draft).unwrap();
    let trace = Trace::of(&plan, "2021-09-01".parse().unwrap());
    let text = trace.report(plan.objectives()[0].id(), Way::Up).unwrap().to_text(Language::English);
    assert!(text.starts_with("objective H \"Een veilige = reaches the vision stad\""), "{text}");
    assert_eq!(text.lines().filter(|line| line.trim() == "= reaches the vision").count(), 1);
}

#[test]
fn a_report_stops_at_a_thousand_threads_and_counts_the_rest() {
    let mut draft = linked().to_draft();
    let one = draft.execution_plans[0].actions[0].clone();
    let plan = linked();
    for number in 0..1_500 {
        let mut copy = one.clone();
        copy.code = None;
        copy.id = veiligheidsplan::id::ActionId::derive(plan.id(), &format!("copy-{number}")).into();
        draft.execution_plans[0].actions.push(copy);
    }
    let plan = SafetyPlan::try_from(draft).unwrap();
    let trace = Trace::of(&plan, day("2021-09-01"));
    let report = trace.report(plan.id(), Way::Down).unwrap();
    assert_eq!(report.threads.len(), 1_000);
    assert_eq!(report.threads.len() as u64 + report.more, trace.down(plan.id()).unwrap().count() as u64);
    let rest = format!("\n  and more threads: {}\n", report.more);
    assert!(report.to_text(Language::English).ends_with(&rest));
    assert!(report.to_text(Language::Dutch).contains("\n  draad 1000\n"));
}

#[test]
fn an_action_is_of_the_municipalities_of_its_execution_plan() {
    let mut document = tree(BASE);
    put(&mut document, "/municipalities/1", json!({"code": "GM0001", "name": "Buurstad"}));
    let count = |document: &Value, of: &str| {
        let plan = SafetyPlan::from_json(&document.to_string()).unwrap();
        let trace = Trace::of(&plan, day("2021-09-01"));
        trace.count(&format!("municipality:{of}").parse().unwrap()).unwrap()
    };
    // The third is of the first municipality alone.
    assert_eq!(["GM0622", "GM0001"].map(|of| count(&document, of)), [5, 4]);
    put(&mut document, "/executionPlans/0/municipalities", json!(["GM0001"]));
    assert_eq!(["GM0622", "GM0001"].map(|of| count(&document, of)), [2, 4]);
    cut(&mut document, "/executionPlans/0/municipalities");
    cut(&mut document, "/executionPlans/2/municipalities");
    assert_eq!(["GM0622", "GM0001"].map(|of| count(&document, of)), [5, 5]);
}
