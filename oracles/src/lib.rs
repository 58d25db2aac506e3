//! Documents that are right and wrong in every way, and what two readers say of each: the crate and its JSON Schema.
//!
//! The tests put the crate beside a validator in Rust; the binary `corpus` writes documents with the crate's verdict
//! for validators in other languages.

mod batch;
mod change;
mod digests;
mod document;
mod outputs;
mod random;
mod spots;
mod traced;
mod values;
mod verdict;
mod versions;

use std::path::PathBuf;

pub use batch::{batch, batch_reader, restructured};
pub use change::{Change, Mutant, mutant};
pub use digests::{Digested, digests};
pub use document::{Document, Path};
pub use outputs::{Output, outputs};
pub use random::Random;
pub use spots::{Spot, spots};
pub use values::{NUMBERS, characters, long_texts, texts, variants, words};
pub use verdict::{Schemas, Verdict, reader};
pub use versions::{later, successor};

/// The plan of Vlaardingen.
pub const PLAN: &str = include_str!("../../data/vlaardingen-2020-2023.plan.json");
/// The same with fictional execution plans and facts.
pub const DEMO: &str = include_str!("../../data/vlaardingen-2020-2023.demo.plan.json");
/// The plan that the tests of the crate begin with.
pub const BASE: &str = include_str!("../../tests/it/fixtures/base.json");
/// A small plan in which every key of the format occurs.
pub const RICH: &str = include_str!("../fixtures/rich.json");

/// Where the committed schemas stand.
#[must_use]
pub fn schema_directory() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../schema")
}

/// A committed file of the schema directory, parsed.
///
/// # Panics
/// There is no such file, or it isn't JSON.
#[must_use]
pub fn committed(file: &str) -> serde_json::Value {
    let path = schema_directory().join(file);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
