//! The surface: what can be sent to another thread, and what things weigh. The surface itself is `api.txt`.

use veiligheidsplan::analysis::{
    Agenda, Balance, CarryOver, Consequences, Costs, Coverage, Impact, Matrix, Means, PolicyLogic,
    ProgressReport, Results, SinglePoints, Succession, Unanswered, Workload,
};
use veiligheidsplan::change::{Applied, Change, Comparison, ElementDraft, ElementEffect, SetApplied};
use veiligheidsplan::draft::SafetyPlanDraft;
use veiligheidsplan::entity::Status;
use veiligheidsplan::finding::Beyond;
use veiligheidsplan::id::{ActionId, ElementId, PlanId};
use veiligheidsplan::plan::States;
use veiligheidsplan::trace::{
    AddError, AuditError, Explanation, Facet, Filter, FilterError, Groups, IngestError, Memory,
    Neighbourhood, Node, NodeReport, Query, QueryError, Set, StepError, ThreadReport, Trace, TraceError,
};
use veiligheidsplan::value::Digest;
use veiligheidsplan::{
    AsOf, Checked, Code, Date, Element, Finding, Findings, Judgement, Kind, Limits, Place, PlanRejected,
    PlanSet, ReadError, Readiness, SafetyPlan, SetChecked, SetRejected, Subject,
};

/// May be kept anywhere, in an `async` task or a static too.
macro_rules! kept {
    ($($type:ty),+ $(,)?) => {{
        const fn is_shared<T: Send + Sync + Unpin + 'static>() {}
        $(is_shared::<$type>();)+
    }};
}

/// May be used again after a panic was caught, as servers do.
macro_rules! survives {
    ($($type:ty),+ $(,)?) => {{
        const fn is_safe<T: std::panic::UnwindSafe + std::panic::RefUnwindSafe>() {}
        $(is_safe::<$type>();)+
    }};
}

#[test]
fn everything_an_embedder_keeps_can_be_shared_between_threads() {
    kept!(SafetyPlan, SafetyPlanDraft, PlanSet, Limits, Judgement, Readiness, States, Digest, Place, Date);
    kept!(Trace, Filter, Facet, Node, NodeReport, ThreadReport, Groups, Neighbourhood, Explanation, Memory);
    kept!(Findings, Finding, Beyond, Subject, Code, Kind, Checked, SetChecked);
    kept!(Change, ElementDraft, ElementEffect, Applied, SetApplied, Comparison);
    kept!(PlanRejected, SetRejected, ReadError, FilterError, QueryError, TraceError, AddError, StepError);
    kept!(IngestError, AuditError);
    kept!(Agenda, Balance, CarryOver, Consequences, Costs, Coverage, Impact, Matrix, Means, PolicyLogic);
    kept!(ProgressReport, Results, SinglePoints, Succession, Unanswered, Workload);
    // What borrows goes where what it borrows from goes.
    kept!(Element<'static>, Set<'static>, Query<'static>, AsOf<'static>);
}

#[test]
fn a_caught_panic_spoils_nothing() {
    survives!(SafetyPlan, SafetyPlanDraft, PlanSet, Trace, Filter, Findings, Applied);
}

#[test]
fn what_is_copied_often_is_small() {
    assert_eq!(size_of::<SafetyPlan>(), size_of::<usize>(), "a plan is one pointer");
    assert_eq!(size_of::<Trace>(), size_of::<usize>(), "a trace is one pointer");
    assert_eq!(size_of::<ActionId>(), 16);
    assert_eq!(size_of::<Option<Date>>(), size_of::<Date>());
    assert_eq!(size_of::<PlanId>(), 16);
    assert!(size_of::<ElementId>() <= 24);
    assert!(size_of::<Node>() <= 24);
    assert!(size_of::<Subject>() <= 24);
    assert_eq!(size_of::<Element<'static>>(), 2 * size_of::<usize>());
    assert_eq!(size_of::<Date>(), 4);
    assert_eq!(size_of::<Code>(), 1);
    assert_eq!(size_of::<Kind>(), 1);
    assert_eq!(size_of::<Status>(), 1);
    assert_eq!(size_of::<PlanRejected>(), size_of::<Findings>() + size_of::<usize>());
    assert!(size_of::<Findings>() <= 48 && size_of::<Finding>() <= 200, "{}", size_of::<Finding>());
    assert!(size_of::<Filter>() <= 64 && size_of::<FilterError>() <= 128, "{}", size_of::<Filter>());
}
