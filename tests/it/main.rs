//! The integration tests, in one binary.

mod cascade;
mod faults;
mod hostile;
mod properties;
mod roundtrip;
mod support;
