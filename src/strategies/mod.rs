//! Strategies for property tests (feature `proptest`): values, and whole plans that are valid by construction.
//!
//! Generated plans shrink to small ones: fewer elements, earlier choices. What is promised is that they are valid, not
//! how they are distributed.
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

mod plan;
mod values;

pub use plan::{PlanShape, drafts, plans};
pub use values::{codes, dates, decimals, periods, texts, titles};
