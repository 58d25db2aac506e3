//! The integration tests, in one binary.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a helper of tests fails the test"
)]

mod advice;
mod cascade;
mod disclosure;
mod examples;
mod faults;
mod format;
mod hostile;
mod properties;
mod roundtrip;
mod support;
mod trace;
