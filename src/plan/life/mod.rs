//! The plan in its life: its states on a day, what each step lacks, and what it owes to the plan before it.

mod power;
mod readiness;
mod standing;
mod states;
pub(crate) mod steps;
mod succession;

pub(crate) use readiness::readiness;
pub use readiness::{Readiness, Step, StepKind};
pub use standing::{AsOf, Standing};
pub use states::{StateInMunicipality, StateOf, StateOfExecutionPlan, States};
pub(crate) use succession::advise as advise_succession;
pub(crate) use succession::{Pair, state_beside};
