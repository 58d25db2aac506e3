//! The surface: what can be sent to another thread, and what things weigh.

use veiligheidsplan::draft::SafetyPlanDraft;
use veiligheidsplan::id::{ActionId, ElementId};
use veiligheidsplan::trace::{Filter, FilterError, Trace};
use veiligheidsplan::{Code, Date, Finding, Findings, PlanSet, SafetyPlan};

const fn is_shared<T: Send + Sync + Unpin + 'static>() {}

#[test]
fn everything_an_embedder_keeps_can_be_shared_between_threads() {
    is_shared::<SafetyPlan>();
    is_shared::<SafetyPlanDraft>();
    is_shared::<PlanSet>();
    is_shared::<Trace>();
    is_shared::<Filter>();
    is_shared::<FilterError>();
    is_shared::<Findings>();
    is_shared::<Finding>();
}

#[test]
fn what_is_copied_often_is_small() {
    assert_eq!(size_of::<SafetyPlan>(), size_of::<usize>(), "a plan is one pointer");
    assert_eq!(size_of::<ActionId>(), 16);
    assert!(size_of::<ElementId>() <= 24);
    assert_eq!(size_of::<Date>(), 4);
    assert_eq!(size_of::<Code>(), 1);
}
