//! What a comparison of two versions, or of two plans, tells.

use veiligheidsplan::change::compare;
use veiligheidsplan::draft::SafetyPlanDraft;
use veiligheidsplan::{Kind, PlanId, SafetyPlan};

use crate::support::{BASE, codes};

fn with(edit: impl FnOnce(&mut SafetyPlanDraft)) -> SafetyPlan {
    let mut draft = SafetyPlan::from_json(BASE).unwrap().to_draft();
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
