//! The integration tests, in one binary.

mod faults;
mod properties;
mod support;
