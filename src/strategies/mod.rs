//! Strategies for property tests (feature `proptest`): values, whole plans and sets of plans that are valid by
//! construction, filters and changes that fit them, and all of these with planted [`faults`](crate::faults).
//!
//! Generated plans live: besides their structure they have facts (decisions, reports, evaluations, acute issues, council
//! proposals), mostly near the plan's own days, that never contradict each other. They shrink to small ones: fewer
//! elements, fewer facts, earlier choices. What is promised is that they are valid, not how they are distributed.
//!
//! ```
//! use proptest::prelude::*;
//! use veiligheidsplan::strategies::{PlanShape, plans};
//!
//! proptest!(|(plan in plans(PlanShape::default()))| {
//!     let read = veiligheidsplan::SafetyPlan::from_json(&plan.to_json());
//!     prop_assert_eq!(read.unwrap(), plan);
//! });
//! ```
//!
//! A filter that fits plans depends on them:
//!
//! ```
//! use proptest::prelude::*;
//! use veiligheidsplan::strategies::{PlanShape, days, filters_of, sets};
//! use veiligheidsplan::trace::Trace;
//!
//! let asked = sets(PlanShape::default()).prop_flat_map(|set| {
//!     let filter = filters_of(set.plans());
//!     (Just(set), filter)
//! });
//! proptest!(ProptestConfig::with_cases(8), |((set, filter) in asked, day in days())| {
//!     let trace = Trace::of_set(&set, day);
//!     prop_assert_eq!(trace.find(&filter).unwrap().len(), trace.count(&filter).unwrap());
//! });
//! ```

mod action;
mod arbitrary;
mod change;
mod detail;
mod disclosure;
mod element;
mod facts;
mod faulty;
mod filter;
mod filter_of;
mod graft;
mod plan;
mod profile;
mod record;
mod set;
mod shape;
mod stage;
mod strategy;
mod values;
mod version;

pub use change::{changes_of, histories_of};
pub use element::elements;
pub use faulty::{
    FaultyBatch, Planted, advised_plans, documents_with_faults, faulty_batches, faulty_documents,
    faulty_drafts, faulty_queries, faulty_sets, faulty_texts, unready_plans,
};
pub use filter::filters;
pub use filter_of::{facets_of, filters_of};
pub use plan::{drafts, plans};
pub use set::sets;
pub use shape::PlanShape;
pub use stage::{Staged, staged};
pub use values::{codes, dates, days, decimals, periods, texts, titles};
pub use version::{Edits, Version, edits, versions_of};
