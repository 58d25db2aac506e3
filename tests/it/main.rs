//! The integration tests, in one binary.

mod faults;
mod support;
