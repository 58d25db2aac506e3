//! What the fuzz targets share: inputs read as edits of a document, the memory that a call takes, and laws.

pub mod laws;
pub mod memory;
pub mod script;

use std::sync::LazyLock;

use veiligheidsplan::{Date, SafetyPlan};

/// A small plan without errors.
pub const SMALL: &str = include_str!("../seeds/small.json");

/// The day on which plans are looked at: all that happens in the documents lies before it.
#[must_use]
pub fn day() -> Date {
    static DAY: LazyLock<Date> = LazyLock::new(|| plain("2025-12-31".parse()));
    *DAY
}

/// A plan that is known to have no errors.
#[must_use]
pub fn known(text: &str) -> SafetyPlan {
    plain(SafetyPlan::from_json(text))
}

/// What is known to be there.
///
/// # Panics
/// It isn't.
#[track_caller]
pub fn plain<T, E: std::fmt::Display>(result: Result<T, E>) -> T {
    result.unwrap_or_else(|error| panic!("{error:#}"))
}
