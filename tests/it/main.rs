//! The integration tests, in one binary.

mod cascade;
mod examples;
mod faults;
mod format;
mod hostile;
mod properties;
mod roundtrip;
mod support;
mod trace;
