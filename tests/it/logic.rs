//! Policy logic: the stations of each priority and the links between them.

use std::collections::BTreeSet;

use expect_test::expect_file;
use proptest::prelude::*;
use serde_json::{Value, json};
use veiligheidsplan::analysis::{LogicLink, LogicState, PolicyLogic, PriorityLogic, policy_logic};
use veiligheidsplan::strategies::{PlanShape, plans};
use veiligheidsplan::{Language, SafetyPlan};

use crate::support::{BASE, DEMO, PLAN, cut, put, tree};

fn logic(document: &Value) -> PolicyLogic {
    policy_logic(&SafetyPlan::from_json(&document.to_string()).unwrap())
}

fn states(one: &PriorityLogic) -> Vec<LogicState> {
    one.links.iter().map(|report| report.state).collect()
}

fn state(document: &Value, priority: usize, link: LogicLink) -> (LogicState, Option<u64>) {
    let logic = logic(document);
    let report = logic.priorities[priority].links.iter().find(|report| report.link == link).unwrap();
    (report.state, report.not_linked)
}

#[test]
fn the_plans_of_vlaardingen_tell_what_they_told() {
    let plan = policy_logic(&SafetyPlan::from_json(PLAN).unwrap());
    expect_file!["goldens/logic.txt"].assert_eq(&plan.to_text(Language::Dutch));
    let demo = policy_logic(&SafetyPlan::from_json(DEMO).unwrap());
    expect_file!["goldens/logic_demo.txt"].assert_eq(&demo.to_text(Language::Dutch));
    expect_file!["goldens/logic_demo.md"].assert_eq(&demo.to_markdown(Language::English));
}

#[test]
fn vlaardingen_states_its_chain_up_to_the_means_and_no_link_with_its_strategic_objectives() {
    use LogicState::{Absent, Stated};
    for one in logic(&tree(PLAN)).priorities {
        assert_eq!(states(&one), [Stated, Stated, Stated, Stated, Absent, Absent]);
        assert_eq!(one.links[5].not_linked, Some(4), "present, not linked");
        assert_eq!(one.first_gap, Some(LogicLink::Means));
    }
    for one in logic(&tree(DEMO)).priorities {
        assert_eq!(states(&one), [Stated, Stated, Stated, Stated, Stated, Absent]);
        assert_eq!(one.first_gap, None, "a strategic link is no part of the chain");
    }
}

#[test]
fn a_link_is_as_its_strongest_statement_and_present_is_not_linked() {
    use LogicState::{Absent, NotApplicable, Read, Stated};
    let evaluation = LogicLink::Evaluation;
    let mut plan = tree(PLAN);
    put(&mut plan, "/priorities/0/basedOn/0/basis", "read");
    assert_eq!(state(&plan, 0, evaluation), (Read, None));
    let ground = plan["priorities"][1]["basedOn"][0].clone();
    put(&mut plan, "/priorities/0/pillars/0/basedOn", json!([ground]));
    assert_eq!(state(&plan, 0, evaluation), (Stated, None), "by a pillar");
    assert_eq!(logic(&plan).priorities[0].links[0].stated, 1, "one evaluation, named twice");
    cut(&mut plan, "/priorities/0/basedOn");
    cut(&mut plan, "/priorities/0/pillars/0/basedOn");
    assert_eq!(state(&plan, 0, evaluation), (Absent, Some(1)));
    assert_eq!(state(&plan, 0, LogicLink::Analysis), (Absent, Some(1)));
    assert_eq!(logic(&plan).priorities[0].first_gap, Some(evaluation));

    let mut plan = tree(PLAN);
    let pillars = plan["priorities"][0]["pillars"].as_array().unwrap().len() as u64;
    cut(&mut plan, "/priorities/0/objectives");
    assert_eq!(state(&plan, 0, LogicLink::Goal), (Absent, None));
    assert_eq!(state(&plan, 0, LogicLink::Approach), (Absent, Some(pillars)), "an approach to no goal");
    assert_eq!(state(&plan, 0, LogicLink::Strategic), (NotApplicable, None), "0 of 0 goals");
    cut(&mut plan, "/priorities/0/pillars");
    assert_eq!(state(&plan, 0, LogicLink::Approach), (NotApplicable, None));
    assert_eq!(state(&plan, 0, LogicLink::Means), (NotApplicable, None));
    assert_eq!(logic(&plan).priorities[0].first_gap, Some(LogicLink::Goal));

    let mut plan = tree(PLAN);
    put(&mut plan, "/priorities/0/budget", json!({"amount": {"kind": "unknown"}}));
    assert_eq!(state(&plan, 0, LogicLink::Means), (Absent, None), "unknown is no means");
    assert_eq!(logic(&plan).priorities[0].budgets[0].cents, None);
    put(&mut plan, "/priorities/0/budget/funding", json!([{"source": "existingBudget"}]));
    assert_eq!(state(&plan, 0, LogicLink::Means), (Stated, None), "but where it comes from is");
    let main = plan["objectives"][0]["id"].clone();
    put(&mut plan, "/priorities/0/objectives/0/supports", json!([{"id": main, "basis": "read"}]));
    assert_eq!(state(&plan, 0, LogicLink::Strategic), (Read, None));
}

#[test]
fn findings_count_with_what_they_are_of() {
    let logic = logic(&tree(BASE));
    let one = &logic.priorities[0];
    let kinds = |list: &[veiligheidsplan::plan::Named]| -> Vec<String> {
        list.iter().map(|element| element.kind.to_string()).collect()
    };
    assert_eq!(kinds(&one.analysis), ["analysis", "analysisFinding"]);
    assert_eq!(kinds(&one.evaluation), ["evaluation", "evaluationFinding"]);
    assert_eq!((one.links[1].stated, one.links[1].read), (1, 1));
    assert_eq!(one.pillars.len(), 3, "pillars in pillars too");
    assert_eq!(logic.evaluations.len(), 1);
}

#[test]
fn without_priorities_there_is_nothing_to_count() {
    let mut plan = tree(PLAN);
    cut(&mut plan, "/priorities");
    let logic = logic(&plan);
    assert!(logic.priorities.is_empty() && logic.counts.is_empty());
    assert!(logic.to_text(Language::English).contains("The plan has no priorities."));
}

/// The ids under a key of an element, at every depth.
fn ids_under(element: &Value, key: &str, inner: &str) -> BTreeSet<String> {
    let list = element[key].as_array().into_iter().flatten();
    list.flat_map(|one| {
        let own = one["id"].as_str().unwrap().to_owned();
        ids_under(one, inner, inner).into_iter().chain([own])
    })
    .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn means_are_those_of_the_actions_a_naive_walk_finds(
        plan in plans(PlanShape::default().with_actions(0..=8)),
    ) {
        let document = serde_json::to_value(&plan).unwrap();
        let logic = policy_logic(&plan);
        let actions = || document["executionPlans"].as_array().into_iter().flatten()
            .flat_map(|plan| plan["actions"].as_array().into_iter().flatten());
        let priorities = document["priorities"].as_array().cloned().unwrap_or_default();
        prop_assert_eq!(logic.priorities.len(), priorities.len());
        for (one, priority) in logic.priorities.iter().zip(&priorities) {
            let mut own = ids_under(priority, "pillars", "pillars");
            prop_assert_eq!(one.pillars.len(), own.len());
            own.extend(ids_under(priority, "objectives", "subObjectives"));
            own.insert(priority["id"].as_str().unwrap().to_owned());
            let serving: Vec<&Value> = actions()
                .filter(|action| action["serves"].as_array().unwrap().iter()
                    .any(|served| own.contains(served["id"].as_str().unwrap())))
                .collect();
            let means = &one.action_means;
            prop_assert_eq!(means.actions, serving.len() as u64);
            prop_assert_eq!(means.known + means.unknown + means.not_stated, means.actions);
            let unknown = serving.iter().filter(|action| action["cost"]["amount"]["kind"] == "unknown").count();
            prop_assert_eq!(means.unknown, unknown as u64);
            prop_assert_eq!(means.cents.is_some(), means.known > 0);
            let gap = one.links.iter().find(|report| report.state == LogicState::Absent);
            let gap = gap.map(|report| report.link).filter(|link| *link != LogicLink::Strategic);
            prop_assert_eq!(one.first_gap, gap);
            let order: Vec<LogicLink> = one.links.iter().map(|report| report.link).collect();
            prop_assert_eq!(order.as_slice(), LogicLink::ALL);
        }
        for count in &logic.counts {
            let all = count.stated + count.read + count.absent + count.not_applicable;
            prop_assert_eq!(all, priorities.len() as u64);
        }
    }
}
