//! Elements of each kind, within their plans.

use proptest::prelude::*;
use proptest::sample::Index;

use super::graft::graft;
use super::plan::drafts;
use super::shape::PlanShape;
use crate::draft::SafetyPlanDraft;
use crate::id::ElementId;
use crate::kind::Kind;
use crate::plan::SafetyPlan;

/// Plans with an element of a kind, and that element.
///
/// Where a plan of the shape has none, its elements come after those of the base document of the faults, which has one of
/// each kind. They shrink to small plans, and to the first element of the kind.
///
/// ```
/// use proptest::prelude::*;
/// use veiligheidsplan::Kind;
/// use veiligheidsplan::strategies::{PlanShape, elements};
///
/// proptest!(ProptestConfig::with_cases(8), |((plan, id) in elements(Kind::AcuteIssue, PlanShape::default()))| {
///     prop_assert_eq!(plan.element(id.into_uuid()).unwrap().kind(), Kind::AcuteIssue);
/// });
/// ```
pub fn elements(kind: Kind, shape: PlanShape) -> impl Strategy<Value = (SafetyPlan, ElementId)> + Clone {
    (drafts(shape), any::<Index>()).prop_filter_map(
        "the base document has each kind",
        move |(draft, which)| {
            let plan = SafetyPlan::try_from(draft.clone()).ok()?;
            if let Some(id) = element(&plan, kind, which) {
                return Some((plan, id));
            }
            let draft: SafetyPlanDraft = serde_json::from_value(graft(draft)).ok()?;
            let plan = SafetyPlan::try_from(draft).ok()?;
            let id = element(&plan, kind, which)?;
            Some((plan, id))
        },
    )
}

fn element(plan: &SafetyPlan, kind: Kind, which: Index) -> Option<ElementId> {
    let ids: Vec<ElementId> = plan.elements().filter(|one| one.kind() == kind).map(|one| one.id()).collect();
    (!ids.is_empty()).then(|| *which.get(&ids))
}
