//! Strategies for property tests (feature `proptest`).
