//! The guide: how to use the crate, and what it is about.
//!
//! | You | Read, in this order |
//! |---|---|
//! | embed plans in a system | [`start`], [`engine`], [`analyses`], [`cycle`] |
//! | build an integration | [`start`], [`format`](mod@format), [`codes`] |
//! | test with generated plans | [`testing`] |
//!
//! | Question | Page |
//! |---|---|
//! | What does this Dutch word mean? | [`glossary`] |
//! | Which rule is this, and where does it come from? | [`rules`], [`powers`] |
//! | Which step is refused, and how does a plan change? Who may see what? | [`cycle`] |
//! | What may a filter ask, and what does it cost? | [`engine`] |
//! | Is it safe to read what strangers send? | [`hostile`] |
//! | How do I know that it works? | [`proof`] |
//! | Why is it made so, and what is it not? | [`design`], [`limits`] |

#[doc = include_str!("start.md")]
pub mod start {}

#[doc = include_str!("cycle.md")]
pub mod cycle {}

#[doc = include_str!("engine.md")]
pub mod engine {}

#[doc = include_str!("analyses.md")]
pub mod analyses {}

#[doc = include_str!("testing.md")]
pub mod testing {}

#[doc = include_str!("format.md")]
pub mod format {}

#[doc = include_str!("rules.md")]
pub mod rules {}

#[doc = include_str!("codes.md")]
pub mod codes {}

#[doc = include_str!("powers.md")]
pub mod powers {}

#[doc = include_str!("glossary.md")]
pub mod glossary {}

#[doc = include_str!("hostile.md")]
pub mod hostile {}

#[doc = include_str!("design.md")]
pub mod design {}

#[doc = include_str!("proof.md")]
pub mod proof {}

#[doc = include_str!("limits.md")]
pub mod limits {}
