//! What a comparison of two versions, or of two plans, says.

use expect_test::expect_file;
use veiligheidsplan::change::compare;
use veiligheidsplan::draft::{
    EvaluatedDraft, EvaluationDraft, PeriodDraft, ResponsibilityDraft, SafetyPlanDraft,
};
use veiligheidsplan::entity::{EvaluatedKind, Role};
use veiligheidsplan::uuid::Uuid;
use veiligheidsplan::{Kind, Language, PlanId, SafetyPlan};

use crate::change::base;
use crate::support::{BASE, codes};

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

fn with(edit: impl FnOnce(&mut SafetyPlanDraft)) -> SafetyPlan {
    let mut draft = base().to_draft();
    edit(&mut draft);
    SafetyPlan::try_from(draft).unwrap_or_else(|rejected| panic!("{:?}", codes(rejected.errors())))
}

#[test]
fn what_two_plans_share_has_not_moved() {
    let old = SafetyPlan::from_json(BASE).unwrap();
    let other = PlanId::from_name("een andere").to_string();
    let new = SafetyPlan::from_json(&BASE.replace(&old.id().to_string(), &other)).unwrap();
    let report = compare(&old, &new);
    assert!(report.moved.is_empty(), "{:?}", report.moved);
    assert!(report.renamed.is_empty() && report.added.is_empty() && report.removed.is_empty());
}

#[test]
fn a_decision_is_called_by_its_reference() {
    let old = with(|plan| plan.decisions[0].reference = Some("2019-1".into()));
    let new = with(|plan| plan.decisions[0].reference = Some("2019-2".into()));
    let report = compare(&old, &new);
    let [renamed] = report.renamed.as_slice() else { panic!("{:?}", report.renamed) };
    assert_eq!((renamed.element.kind, renamed.old_title.as_str()), (Kind::Decision, "2019-1"));
    assert!(report.changed.is_empty(), "{:?}", report.changed);
}

#[test]
fn a_comparison_tells_renames_moves_and_new_owners_apart() {
    let old = base();
    let new = with(|plan| {
        plan.priorities[0].title = "Een sterke stad".into();
        let action = plan.execution_plans[1].actions.remove(0);
        plan.execution_plans[0].actions.push(action);
        plan.principles.reverse();
        plan.execution_plans[0].actions[0].description = Some("Anders".into());
        let partners: Vec<String> = plan.partners.iter().map(|partner| partner.id.clone()).collect();
        for one in &mut plan.execution_plans[0].actions[3].responsibilities {
            let at = partners.iter().position(|id| *id == one.partner).unwrap();
            one.partner.clone_from(&partners[(at + 1) % partners.len()]);
        }
        plan.topics.push(veiligheidsplan::draft::TopicDraft::new(Uuid::from_u128(1).to_string(), "Nieuw"));
    });
    let report = compare(&old, &new);
    assert_eq!(report.renamed.len(), 1);
    assert_eq!(report.renamed[0].old_title, "Een weerbare stad");
    assert_eq!(report.added[0].title.as_deref(), Some("Nieuw"));
    let moved: Vec<(&str, bool)> = report
        .moved
        .iter()
        .map(|one| (one.element.title.as_deref().unwrap_or_default(), one.old_holder == one.new_holder))
        .collect();
    assert_eq!(moved.len(), 2);
    assert!(moved.contains(&("Adrescontroles voortzetten", false)));
    assert_eq!(report.reassigned.len(), 1);
    assert!(!report.reassigned[0].lost.is_empty() && !report.reassigned[0].gained.is_empty());
    assert!(
        report
            .changed
            .iter()
            .all(|one| !one.keys.iter().any(|key| key == "title" || key == "responsibilities"))
    );
    assert!(report.changed.iter().any(|one| one.keys == ["description"]), "{:?}", report.changed);
    assert!(report.strategic.changed);
    let english = report.to_text(Language::English);
    let dutch = report.to_markdown(Language::Dutch);
    for line in
        ["Renamed\n- priority P1 \"Een sterke stad\"; was \"Een weerbare stad\"", "New owners\n- action B1"]
    {
        assert!(english.contains(line), "{english}");
    }
    for line in ["## Hernoemd", "## Andere verantwoordelijken", "uitvoeringsplan UP21"] {
        assert!(dutch.contains(line), "{dutch}");
    }
}
