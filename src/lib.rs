//! Dutch municipal integral safety plans (*Integraal Veiligheidsplan*, IVP): a model that holds together, and its red
//! thread.
//!
//! The council of a Dutch municipality fixes its safety goals at least once in four years. Such a plan has a vision,
//! objectives, a few priorities with their pillars, partners, and mostly each year an execution plan with actions. This
//! crate holds such plans and answers *why are we doing this action*, *what are we doing for this goal* and *where are
//! the gaps*.
//!
//! ```text
//! vision <- main objective <- sub-objective
//!                   ^ supports (if the plan states it)
//!           priority or theme objective <- priority, theme <- pillar <- action <- partner
//!                                                             execution plan holds actions
//! ```
//!
//! The calls that most people need:
//!
//! - [`SafetyPlan::from_json`] reads and checks: a plan that exists has no errors; otherwise every error is reported.
//! - [`SafetyPlan::advice`] says what an expert would point out on a day, [`SafetyPlan::readiness`] what a step wants.
//! - [`SafetyPlan::as_of`] gives the states of everything in it on a day.
//! - [`SafetyPlan::apply`] and [`SafetyPlan::revise`] make a new version, if it may be made; [`change`] has the rest.
//! - [`analysis`] has coverage, impact and responsibilities, progress, results and means, the agenda and more.
//! - [`trace::Trace`] follows the red thread, up and down.
//! - [`export::schema`] gives JSON Schema of what goes in and comes out.
//!
//! ```
//! use veiligheidsplan::{SafetyPlan, Date, trace::{Trace, Way}, Language};
//!
//! let text = include_str!("../data/vlaardingen-2020-2023.demo.plan.json");
//! let plan = SafetyPlan::from_json(text)?;
//! let day: Date = "2021-09-01".parse()?;
//! let advice = plan.advice(day);
//! assert!(!advice.is_empty());
//!
//! let trace = Trace::of(&plan, day);
//! let action = plan.coded("2020-A01").next().ok_or("no such action")?;
//! println!("{}", trace.report(action.id(), Way::Up)?.to_text(Language::Dutch));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The [`guide`] has a tutorial, the document format, the rules, the codes and a glossary. Nothing here reads a clock or
//! files, and no answer depends on chance: a day is an argument, and the same input gives the same bytes.
//!
//! Ids of two kinds don't mix:
//!
//! ```compile_fail,E0308
//! use veiligheidsplan::id::{ActionId, PillarId};
//! fn serve(_: PillarId) {}
//! fn mixed(action: ActionId) { serve(action) }
//! ```

mod choice;
mod kind;
mod language;
mod place;
mod rule;

pub mod finding;
mod page;
mod wire;

pub mod id;
pub mod value;

pub mod draft;
pub mod entity;

pub mod lifecycle;
pub mod power;

pub mod plan;

pub mod change;

pub mod trace;

pub mod analysis;

pub mod export;

#[cfg(feature = "sample")]
pub mod sample;

#[cfg(feature = "proptest")]
pub mod faults;
#[cfg(feature = "proptest")]
pub mod strategies;

#[cfg(doc)]
pub mod guide;

#[doc(no_inline)]
pub use chrono;
#[doc(no_inline)]
pub use uuid;

pub use choice::{Choice, UnknownWord};
pub use draft::SafetyPlanDraft;
pub use finding::{Code, Finding, Findings, RaisedBy, Severity, Subject};
pub use id::{ElementId, PlanId};
pub use kind::Kind;
pub use language::Language;
pub use place::Place;
pub use plan::{
    AsOf, Checked, Element, Judgement, Limits, PlanRejected, PlanSet, ReadError, Readiness, SafetyPlan,
    SetChecked, SetRejected, Step,
};
pub use value::Date;

/// The programs of the README, compiled and run by the tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
