//! What a comparison of two versions says.

use expect_test::expect_file;
use veiligheidsplan::change::compare;
use veiligheidsplan::draft::{
    EvaluatedDraft, EvaluationDraft, PeriodDraft, ResponsibilityDraft, SafetyPlanDraft,
};
use veiligheidsplan::entity::{EvaluatedKind, Role};
use veiligheidsplan::{Language, SafetyPlan};

use crate::support::BASE;

fn said(edit: impl FnOnce(&mut SafetyPlanDraft)) -> String {
    let old = SafetyPlan::from_json(BASE).unwrap();
    let mut draft = old.to_draft();
    edit(&mut draft);
    let report = compare(&old, &SafetyPlan::try_from(draft).unwrap());
    format!("{}\n{}\n", report.to_text(Language::English), report.to_markdown(Language::Dutch))
}

#[test]
fn versions_that_are_the_same_say_that_no_element_differs() {
    let said = said(|_| {});
    assert!(said.contains("\nThe strategic part is the same: digest "), "{said}");
    assert!(
        said.contains("\nNo element differs.\n") && said.contains("\nGeen element verschilt.\n"),
        "{said}"
    );
    assert!(said.contains("Wat er wijzigde in IVP \"Integraal Veiligheidsplan Voorbeeldstad"), "{said}");
}

#[test]
fn a_comparison_reads_as_a_list_of_what_differs() {
    let said = said(|plan| {
        let partners: Vec<String> = plan.partners.iter().map(|partner| partner.id.clone()).collect();
        let actions = &mut plan.execution_plans[0].actions;
        // Of one action a partner only goes, of another one only comes, of a third one takes over.
        actions[0].responsibilities.retain(|one| one.role != Role::Support);
        actions[1].responsibilities.push(ResponsibilityDraft::new(partners[4].clone(), Role::Involved));
        actions[2].responsibilities[0].partner.clone_from(&partners[1]);
        // Elements that have neither code nor title, and a partner without a code.
        let of = EvaluatedDraft::new(EvaluatedKind::ExecutionPlan, plan.execution_plans[1].id.clone());
        let period = PeriodDraft::new("2021-01-01", "2021-12-31");
        let id = "19000002-0000-4000-8000-000000000000";
        plan.evaluations.push(EvaluationDraft::new(id, vec![of], period));
        plan.decisions[2].date = "2019-12-04".into();
        plan.partners[4].code = None;
        plan.principles.reverse();
        let moved = plan.execution_plans[1].actions.remove(0);
        plan.execution_plans[0].actions.push(moved);
        plan.topics[0].title = "Moderne slavernij".into();
        plan.themes[0].pillars.clear();
    });
    expect_file!["goldens/comparison.txt"].assert_eq(&said);
}
