//! Building a trace from many plans, watched by the caller.

use std::fmt;
use std::ops::ControlFlow;
use std::sync::Arc;

use super::index::Index;
use super::part::{Prepared, prepare};
use super::{AddError, Trace};
use crate::plan::{Limits, PlanRejected, SafetyPlan};
use crate::value::Date;

/// How far the building of a trace is (*voortgang*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct IngestProgress {
    /// How many plans are in.
    pub plans: usize,
    /// How many plans there are in all.
    pub of: usize,
    /// How many actions are in.
    pub actions: u64,
}

/// A trace can't be built.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum IngestError {
    /// A line holds no plan without errors.
    #[error("line {line} has errors")]
    Rejected {
        /// The line, from 1.
        line: usize,
        /// The errors.
        #[source]
        rejected: PlanRejected,
    },
    /// A plan can't stand beside those before it.
    #[error("plan {number} can't be added")]
    Add {
        /// The plan, or the line that it stands on, from 1.
        number: usize,
        /// Why not.
        #[source]
        error: AddError,
    },
    /// The caller stopped it.
    #[error("stopped after {} of {} plans", .0.plans, .0.of)]
    Stopped(IngestProgress),
}

/// Builds a trace from many plans (*inlezen*): how, and who watches.
///
/// ```
/// use std::ops::ControlFlow;
/// use veiligheidsplan::trace::Ingest;
///
/// let line = include_str!("../../data/vlaardingen-2020-2023.plan.json").replace('\n', " ");
/// let mut seen = 0;
/// let trace = Ingest::new("2021-09-01".parse()?)
///     .watch(|progress| {
///         seen = progress.plans;
///         ControlFlow::Continue(())
///     })
///     .ndjson(&line)?;
/// assert_eq!(trace.plans().count(), 1);
/// assert_eq!(seen, 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "inlezen")]
#[must_use]
pub struct Ingest<'a> {
    day: Date,
    limits: Limits,
    watch: Box<dyn FnMut(IngestProgress) -> ControlFlow<()> + 'a>,
    #[cfg(feature = "parallel")]
    threads: std::num::NonZeroUsize,
}

impl fmt::Debug for Ingest<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ingest").field("day", &self.day).field("limits", &self.limits).finish_non_exhaustive()
    }
}

impl<'a> Ingest<'a> {
    /// With states as of a day, the usual limits, and nobody watching.
    pub fn new(day: Date) -> Self {
        Self {
            day,
            limits: Limits::default(),
            watch: Box::new(|_| ControlFlow::Continue(())),
            #[cfg(feature = "parallel")]
            threads: std::num::NonZeroUsize::MIN,
        }
    }

    /// With other limits for what is read.
    pub fn with_limits(self, limits: Limits) -> Self {
        Self { limits, ..self }
    }

    /// With somebody who is told after each plan, and may stop it.
    pub fn watch(self, watch: impl FnMut(IngestProgress) -> ControlFlow<()> + 'a) -> Self {
        Self { watch: Box::new(watch), ..self }
    }

    /// With so many threads that read, check and prepare plans (feature `parallel`). What comes out is the same.
    #[cfg(feature = "parallel")]
    pub fn with_threads(self, threads: std::num::NonZeroUsize) -> Self {
        Self { threads, ..self }
    }

    /// The trace of these plans.
    ///
    /// # Errors
    /// Two plans can't stand beside each other, or the caller stopped it.
    pub fn plans(self, plans: &[SafetyPlan]) -> Result<Trace, IngestError> {
        self.run(plans.len(), |number| Ok(plans.get(number).map(prepare)))
    }

    /// The trace of plans that stand one on a line; blank lines are skipped. Each plan is read and checked.
    ///
    /// # Errors
    /// A line that holds no plan without errors, plans that can't stand beside each other, or the caller stopped it. The
    /// first by line is told.
    pub fn ndjson(self, text: &str) -> Result<Trace, IngestError> {
        let lines: Vec<(usize, &str)> =
            (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()).collect();
        let limits = self.limits;
        let numbers: Vec<usize> = lines.iter().map(|(line, _)| *line).collect();
        let read = |number: usize| {
            let Some((line, text)) = lines.get(number) else { return Ok(None) };
            let plan = limits.from_json(text);
            let plan = plan.map_err(|rejected| IngestError::Rejected { line: *line, rejected })?;
            Ok(Some(prepare(&plan)))
        };
        self.run(lines.len(), read).map_err(|error| match error {
            IngestError::Add { number, error } => {
                IngestError::Add { number: numbers.get(number - 1).copied().unwrap_or(number), error }
            }
            other => other,
        })
    }

    fn run(
        mut self,
        of: usize,
        make: impl Fn(usize) -> Result<Option<Prepared>, IngestError> + Sync,
    ) -> Result<Trace, IngestError> {
        let mut growing =
            Growing { trace: Trace { index: Arc::new(Index::new(self.day)) }, of, watch: &mut *self.watch };
        #[cfg(feature = "parallel")]
        if self.threads.get() > 1 {
            return super::parallel::run(self.threads, growing, of, &make);
        }
        for number in 0..of {
            growing.take(number, make(number))?;
        }
        Ok(growing.trace)
    }
}

/// A trace that takes plans in their order.
pub(super) struct Growing<'w, 'a> {
    pub(super) trace: Trace,
    of: usize,
    watch: &'w mut (dyn FnMut(IngestProgress) -> ControlFlow<()> + 'a),
}

impl Growing<'_, '_> {
    pub(super) fn take(
        &mut self,
        number: usize,
        made: Result<Option<Prepared>, IngestError>,
    ) -> Result<(), IngestError> {
        let Some(prepared) = made? else { return Ok(()) };
        self.trace.put(prepared).map_err(|error| IngestError::Add { number: number + 1, error })?;
        let progress = IngestProgress { plans: number + 1, of: self.of, actions: self.trace.action_count() };
        match (self.watch)(progress) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(IngestError::Stopped(progress)),
        }
    }
}
