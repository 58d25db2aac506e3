//! The integration tests, in one binary.
mod scratch;
mod support;
