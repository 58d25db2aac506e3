//! The integration tests, in one binary.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a helper of tests fails the test"
)]

mod advice;
mod agenda;
mod apply;
mod balance;
mod batch;
mod bounds;
mod bulk;
mod carry_over;
mod cascade;
mod change;
mod checks;
mod comparison;
mod consequences;
mod cost;
mod coverage;
mod cycle;
mod diagram;
mod disclosure;
mod exact;
mod exact_large;
mod exact_threads;
mod examples;
mod faults;
mod filter;
mod format;
mod generated;
mod hostile;
mod impact;
mod law;
mod lifecycle;
mod local;
mod logic;
mod machine;
mod matrix;
mod means;
mod mistaken;
mod naive;
mod near;
mod pages;
mod planted;
mod progress;
mod properties;
mod readiness;
mod references;
mod results;
mod roundtrip;
mod sample;
mod schema;
mod sets;
mod states;
mod steps;
mod succession;
mod support;
mod tables;
mod taken;
mod tally;
mod trace;
mod unanswered;
mod values;
mod words;
