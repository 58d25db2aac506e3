//! What reports print where the demonstration has nothing to say of it: one page after the other, to be read.

use expect_test::{expect, expect_file};
use serde_json::{Value, json};
use veiligheidsplan::analysis::{
    CoveragePolicy, Departure, agenda, coverage, impact, policy_logic, succession, unanswered,
};
use veiligheidsplan::draft::{
    EvaluatedDraft, EvaluationDraft, MunicipalityDraft, PeriodDraft, PredecessorDraft, SafetyPlanDraft,
};
use veiligheidsplan::entity::{EvaluatedKind, EvaluationKind};
use veiligheidsplan::lifecycle::ActionState;
use veiligheidsplan::trace::Trace;
use veiligheidsplan::{Language, PlanId, SafetyPlan};

use crate::support::{BASE, cut, day, id, put, tree};

fn plan(document: &Value) -> SafetyPlan {
    SafetyPlan::from_json(&document.to_string()).unwrap_or_else(|rejected| panic!("{rejected:#}"))
}

/// A report as text in English and as Markdown in Dutch.
macro_rules! both {
    ($report:expr) => {{
        let report = $report;
        format!("{}\n{}\n", report.to_text(Language::English), report.to_markdown(Language::Dutch))
    }};
}

#[test]
fn an_agenda_of_every_kind_of_day() {
    let mut document = tree(BASE);
    // An evaluation that wasn't sent, a motion, a proposal to come back on, and an issue to account for.
    cut(&mut document, "/acuteIssues/0/accountedOn");
    put(
        &mut document,
        "/executionPlans/0/actions/1/period",
        json!({"start": "2020-02-01", "end": "2021-06-30"}),
    );
    cut(&mut document, "/executionPlans/0/actions/1/continuous");
    put(&mut document, "/profile/levels/-", json!({"rule": 96, "level": "off"}));
    let report = agenda(&plan(&document), day("2021-05-01"), day("2024-12-31"));
    expect_file!["goldens/pages_agenda.txt"].assert_eq(&both!(report));
}

#[test]
fn states_of_a_joint_plan_are_those_of_each_municipality() {
    let mut document = tree(BASE);
    put(&mut document, "/municipalities/1", json!({"code": "GM0001", "name": "Buurstad"}));
    let adopt = json!([{"act": "adopt", "object": {"kind": "plan", "id": document["id"]}}]);
    let decision = json!({
        "id": "18000009-0000-4000-8000-000000000000", "organ": "council", "date": "2020-02-13",
        "municipality": "GM0001", "clauses": adopt,
    });
    put(&mut document, "/decisions/-", decision);
    let plan = plan(&document);
    let mut said = String::new();
    for on in ["2020-01-01", "2020-02-13"] {
        let text = plan.as_of(day(on)).states().to_text(Language::English);
        // Below are the goals and execution plans, as of any plan.
        said.extend(
            text.lines().take_while(|line| !line.contains("priority")).map(|line| line.to_owned() + "\n"),
        );
    }
    expect![[r#"
        States on 2020-01-01: plan IVP "Integraal Veiligheidsplan Voorbeeldstad 2020-2023"
          state                   since       what
          partly adopted          2019-12-19  plan IVP "Integraal Veiligheidsplan Voorbeeldstad 2020-2023"
          in force                2020-01-01  GM0622 Voorbeeldstad
          adoption not on record  2020-01-01  GM0001 Buurstad
        States on 2020-02-13: plan IVP "Integraal Veiligheidsplan Voorbeeldstad 2020-2023"
          state               since       what
          in force            2020-02-13  plan IVP "Integraal Veiligheidsplan Voorbeeldstad 2020-2023"
          in force            2020-01-01  GM0622 Voorbeeldstad
          in force            2020-02-13  GM0001 Buurstad
    "#]]
    .assert_eq(&said);
}

#[test]
fn a_coverage_says_which_actions_count_and_what_a_goal_lacks() {
    let mut document = tree(BASE);
    let within = json!({"kind": "pillar", "id": id("/priorities/0/pillars/0/pillars/0")});
    let exemptions = json!([
        {"code": "pillar/no-action", "subject": within, "reason": "Volgt in 2022", "until": "2021-12-31"},
        {"code": "pillar/no-action", "subject": {"kind": "pillar", "id": id("/themes/0/pillars/0")}, "reason": "Klein"},
    ]);
    put(&mut document, "/exemptions", exemptions);
    let plan = plan(&document);
    let trace = Trace::of(&plan, day("2021-06-01"));
    let every = CoveragePolicy::default().with_states(ActionState::ALL.iter().copied());
    let few = CoveragePolicy::default().with_states([ActionState::Running, ActionState::Planned]);
    let mut said = String::new();
    for policy in
        [every, few.in_year(2021).with_lead().with_money(), CoveragePolicy::default().with_read_links()]
    {
        said.push_str(&both!(coverage(&trace, plan.id(), &policy).unwrap()));
    }
    expect_file!["goldens/pages_coverage.txt"].assert_eq(&said);
}

#[test]
fn an_impact_says_what_goes_along_what_is_left_and_what_is_more_than_is_listed() {
    let mut draft = SafetyPlan::from_json(BASE).unwrap().to_draft();
    let first = draft.execution_plans[1].actions[0].clone();
    for number in 0..1_000 {
        let mut copy = first.clone();
        (copy.code, copy.continues) = (None, Vec::new());
        copy.id = format!("15{number:06}-0000-4000-8000-000000000001");
        draft.execution_plans[1].actions.push(copy);
    }
    let plan = SafetyPlan::from_json(BASE).unwrap();
    let many = SafetyPlan::try_from(draft).unwrap();
    let (one, all) = (Trace::of(&plan, day("2021-06-01")), Trace::of(&many, day("2021-06-01")));
    let [organ, police, team, group] = [0, 1, 2, 3].map(|number: usize| plan.partners()[number].id());
    let mut said = String::new();
    for departure in [
        Departure::of(organ),
        Departure::of(police),
        Departure::of(team),
        Departure::of(group).with_members(),
        Departure::of(plan.execution_plans()[0].actions()[1].id()),
    ] {
        said.push_str(&both!(impact(&one, &departure).unwrap()));
    }
    let long = both!(impact(&all, &Departure::of(team)).unwrap());
    let is_told = |line: &&str| !line.contains("Adrescontroles voortzetten");
    said.extend(long.lines().filter(is_told).map(|line| line.to_owned() + "\n"));
    expect_file!["goldens/pages_impact.txt"].assert_eq(&said);
}

#[test]
fn a_succession_of_plans_that_say_little_of_each_other() {
    let old = SafetyPlan::from_json(BASE).unwrap();
    let bare = |name: &str, start: &str, end: &str| {
        let period = PeriodDraft::new(start, end);
        let municipalities = [MunicipalityDraft::new("GM0622", "Voorbeeldstad")];
        SafetyPlanDraft::new(PlanId::from_name(name).to_string(), name, municipalities, period)
    };
    let read = |draft: SafetyPlanDraft| SafetyPlan::try_from(draft).unwrap();
    let mut early = bare("Plan 2023-2026", "2023-10-01", "2026-12-31");
    early.predecessors =
        vec![PredecessorDraft { plan: Some(old.id().to_string()), ..PredecessorDraft::new("IVP") }];
    let mut evaluated = old.to_draft();
    let of = EvaluatedDraft::new(EvaluatedKind::Plan, evaluated.id.clone());
    let mut last = EvaluationDraft::coded(old.id(), "EV", [of], PeriodDraft::new("2020-01-01", "2023-06-30"));
    (last.kind, last.delivered_on) = (Some(EvaluationKind::Final), Some("2023-10-01".into()));
    evaluated.evaluations.push(last);
    let first = read(bare("Plan 2016-2019", "2016-01-01", "2019-12-31"));
    let late = read(bare("Plan 2024-2027", "2024-03-01", "2027-12-31"));
    let mut said = String::new();
    for (old, new) in [(&first, &late), (&old, &late), (&read(evaluated), &read(early))] {
        said.push_str(&both!(succession(old, new, day("2024-02-01"))));
    }
    expect_file!["goldens/pages_succession.txt"].assert_eq(&said);
}

#[test]
fn a_plan_with_budgets_and_one_without_frameworks() {
    let mut document = tree(BASE);
    put(&mut document, "/priorities/0/budget", json!({"amount": {"kind": "fixed", "cents": 12_500_000}}));
    put(&mut document, "/priorities/0/objectives/0/budget", json!({"amount": {"kind": "unknown"}}));
    let said = both!(policy_logic(&plan(&document)));
    expect_file!["goldens/pages_logic.txt"].assert_eq(&said);

    let mut draft = SafetyPlan::from_json(BASE).unwrap().to_draft();
    draft.priorities[0].answers.clear();
    draft.priorities[0].pillars[0].answers.clear();
    draft.themes[0].answers.clear();
    draft.frameworks.clear();
    draft.exemptions.clear();
    draft.decisions[1].clauses.pop();
    let said = both!(unanswered(&SafetyPlan::try_from(draft).unwrap()));
    expect![[r#"
        Answers to policy frameworks: plan IVP "Integraal Veiligheidsplan Voorbeeldstad 2020-2023"
        the plan names no policy framework

        # Antwoord op beleidskaders: plan IVP "Integraal Veiligheidsplan Voorbeeldstad 2020-2023"

        het plan noemt geen beleidskader

    "#]]
    .assert_eq(&said);
}
