//! Generated plans, texts, sets, batches and filters, each with one planted fault.

use std::sync::LazyLock;

use proptest::bool::weighted;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;

use super::filter_of::filters_of;
use super::graft::graft;
use super::plan::drafts;
use super::set::sets;
use super::shape::PlanShape;
use crate::draft::SafetyPlanDraft;
use crate::faults::{Fault, Faulty, QueryFault, pair};
use crate::finding::RaisedBy;
use crate::plan::SafetyPlan;

/// A plan in which nothing of a fault is to be found, and the plan with it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Planted {
    /// Before the fault was planted.
    pub before: SafetyPlan,
    /// With the fault.
    pub plan: SafetyPlan,
    /// What must be found.
    pub fault: &'static Fault,
}

/// A plan, and a batch of changes on it with one fault.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct FaultyBatch {
    /// The plan as it is.
    pub plan: SafetyPlan,
    /// The batch as JSON: not all of it can be read.
    pub batch: Value,
    /// What must be found.
    pub fault: &'static Fault,
}

/// Drafts with exactly one planted fault: checking one gives that error at its place and no other.
///
/// Most are the base document of the faults with the elements of a generated plan after its own: valid by construction
/// but for the fault. They shrink to the smallest document with the fault ([`Fault::small`]), and to the first faults.
///
/// ```
/// use proptest::prelude::*;
/// use veiligheidsplan::strategies::{PlanShape, faulty_drafts};
///
/// proptest!(ProptestConfig::with_cases(8), |((draft, fault) in faulty_drafts(PlanShape::default()))| {
///     let errors = draft.check().errors;
///     let [finding] = errors.as_slice() else { panic!("{}: {errors}", fault.code()) };
///     prop_assert_eq!(finding.code, fault.code());
///     prop_assert_eq!(finding.place.to_string(), fault.place());
/// });
/// ```
pub fn faulty_drafts(shape: PlanShape) -> impl Strategy<Value = (SafetyPlanDraft, &'static Fault)> + Clone {
    planted(shape, select(&**OF_DRAFTS))
        .prop_filter_map("a draft holds the fault", |(document, fault)| Some((draft(document)?, fault)))
}

/// Documents with exactly one planted fault, also of those that a draft can't hold, such as a missing key.
pub fn faulty_documents(shape: PlanShape) -> impl Strategy<Value = (Value, &'static Fault)> + Clone {
    planted(shape, select(&**OF_DOCUMENTS))
}

/// Documents with one or more planted faults that don't stand in each other's way: all of them must be found.
///
/// See [`Fault::clashes_with`].
pub fn documents_with_faults(
    shape: PlanShape,
) -> impl Strategy<Value = (Value, Vec<&'static Fault>)> + Clone {
    let chosen = proptest::collection::vec(select(&**OF_DOCUMENTS), 1..12);
    (drafts(shape), chosen).prop_map(|(scion, chosen)| {
        let mut document = graft(scion);
        let mut planted: Vec<&'static Fault> = Vec::new();
        for fault in chosen {
            if !planted.iter().any(|other| fault.clashes_with(other)) && fault.plant(&mut document) {
                planted.push(fault);
            }
        }
        (document, planted)
    })
}

/// Plans with one planted cause of advice: on its day the advice of that code stands at that place, and wasn't
/// there of that element before.
///
/// Other advice may follow from the same cause, and generated elements have theirs.
pub fn advised_plans(shape: PlanShape) -> impl Strategy<Value = Planted> + Clone {
    with_day(shape, RaisedBy::Advice)
}

/// Plans that lack one thing for their adoption by the council, as of the day of the fault.
pub fn unready_plans(shape: PlanShape) -> impl Strategy<Value = Planted> + Clone {
    with_day(shape, RaisedBy::Readiness)
}

/// Texts of plans with one fault of the text, and the bounds within which it shows.
pub fn faulty_texts(shape: PlanShape) -> impl Strategy<Value = (Faulty, &'static Fault)> + Clone {
    let faults: Vec<&Fault> = Fault::by(RaisedBy::Text).collect();
    (drafts(shape), select(faults)).prop_filter_map("a text takes every fault", |(scion, fault)| {
        let plan = SafetyPlan::try_from(draft(graft(scion))?).ok()?;
        Some((fault.plant_in_text(&plan.to_json())?, fault))
    })
}

/// Plans with one fault between them, as one error or one advice of their set.
///
/// The two that contradict each other come first, then those of a generated set.
pub fn faulty_sets(shape: PlanShape) -> impl Strategy<Value = (Vec<SafetyPlan>, &'static Fault)> + Clone {
    let faults: Vec<&Fault> = Fault::by(RaisedBy::Set).collect();
    (sets(shape), select(faults)).prop_filter_map("two plans take every fault", |(others, fault)| {
        let mut both = pair();
        let planted = fault.plant(&mut both);
        let Value::Array(both) = both else { return None };
        let plans: Option<Vec<SafetyPlan>> =
            both.into_iter().map(|one| SafetyPlan::try_from(draft(one)?).ok()).collect();
        let mut plans = plans.filter(|_| planted)?;
        plans.extend(others.plans().iter().cloned());
        Some((plans, fault))
    })
}

/// Plans, each with a batch of changes that has one fault: it can't be read, can't be made, or may not be done.
pub fn faulty_batches(shape: PlanShape) -> impl Strategy<Value = FaultyBatch> + Clone {
    let faults: Vec<&Fault> = Fault::by(RaisedBy::Change).collect();
    (drafts(shape), select(faults)).prop_filter_map("a plan takes every fault", |(scion, fault)| {
        let document = graft(scion);
        let batch = fault.batch(&document)?;
        Some(FaultyBatch { plan: SafetyPlan::try_from(draft(document)?).ok()?, batch, fault })
    })
}

/// Filters on given plans with one fault, after a condition that fits the plans.
pub fn faulty_queries(plans: &[SafetyPlan]) -> impl Strategy<Value = (String, QueryFault)> + Clone + use<> {
    (filters_of(plans), select(QueryFault::ALL))
        .prop_map(|(filter, fault)| (format!("({filter}) and {}", fault.text()), fault))
}

static OF_DOCUMENTS: LazyLock<Vec<&'static Fault>> =
    LazyLock::new(|| Fault::by(RaisedBy::Document).chain(Fault::by(RaisedBy::Shape)).collect());

/// The faults that a draft can hold: all but those of its shape.
static OF_DRAFTS: LazyLock<Vec<&'static Fault>> = LazyLock::new(|| {
    let fits = |fault: &&&Fault| {
        let mut document = crate::faults::base();
        fault.plant(&mut document) && draft(document).is_some()
    };
    OF_DOCUMENTS.iter().filter(fits).copied().collect()
});

fn draft(document: Value) -> Option<SafetyPlanDraft> {
    serde_json::from_value(document).ok()
}

fn planted(
    shape: PlanShape,
    faults: impl Strategy<Value = &'static Fault> + Clone,
) -> impl Strategy<Value = (Value, &'static Fault)> + Clone {
    // What fails with much about the fault may fail with the fault alone.
    let parts = (weighted(0.9), drafts(shape), faults);
    parts.prop_filter_map("the base document takes every fault", |(is_grown, scion, fault)| {
        if !is_grown {
            return Some((fault.small()?, fault));
        }
        let mut document = graft(scion);
        fault.plant(&mut document).then_some((document, fault))
    })
}

fn with_day(shape: PlanShape, origin: RaisedBy) -> impl Strategy<Value = Planted> + Clone {
    let faults: Vec<&Fault> = Fault::by(origin).collect();
    // In a joint plan each municipality would have to do what the one of the base did.
    let scions = drafts(shape.with_municipalities(1..=1));
    (scions, select(faults)).prop_filter_map("a plan takes every fault", |(scion, fault)| {
        let mut document = if fault.is_alone() { crate::faults::base() } else { graft(scion) };
        // What the council adopted is the strategic part as it has become.
        let grown = SafetyPlan::try_from(draft(document.clone())?).ok()?;
        *document.pointer_mut("/corrections/0/after")? = grown.digest().to_string().into();
        let before = SafetyPlan::try_from(draft(document.clone())?).ok()?;
        let planted = fault.plant(&mut document);
        let plan = SafetyPlan::try_from(draft(document).filter(|_| planted)?).ok()?;
        Some(Planted { before, plan, fault })
    })
}
