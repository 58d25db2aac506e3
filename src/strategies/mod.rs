//! Strategies for property tests (feature `proptest`): values, and whole plans that are valid by construction.
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

mod action;
mod facts;
mod filter;
mod plan;
mod profile;
mod record;
mod shape;
mod values;

pub use filter::filters;
pub use plan::{drafts, plans};
pub use shape::PlanShape;
pub use values::{codes, dates, days, decimals, periods, texts, titles};
