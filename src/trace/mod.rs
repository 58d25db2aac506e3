//! The engine: an index over plans that answers what hangs on what.
//!
//! A [`Trace`] is built from checked plans one by one. It holds ids, codes, titles, what filters ask for, and links; not
//! the plans. A clone is a snapshot that stays as it is while the original takes changes.

mod apply;
mod audit;
mod bind;
mod block;
mod column;
mod count;
mod eval;
mod filter;
mod graph;
mod group;
mod index;
mod ingest;
mod join;
mod kept;
mod link;
mod masks;
mod near;
mod neighbourhood;
mod node;
#[cfg(feature = "parallel")]
mod parallel;
mod part;
mod query;
mod reach;
mod ready;
mod relation;
mod report;
mod set;
mod store;
mod tally;
mod text;
mod thread;
mod view;
mod wide;
mod words;

use std::sync::Arc;

use uuid::Uuid;

use crate::id::{ElementId, PlanId};
use crate::kind::Kind;
use crate::plan::{PlanSet, SafetyPlan};
use crate::value::Date;
pub use apply::{StepError, Taken};
pub use audit::AuditError;
pub use bind::QueryError;
use column::Column;
pub use filter::{
    CostTest, Facet, Filter, FilterError, FilterExpected, FilterFault, FilterSpan, FilterWord, Gap, Mark,
};
pub use group::{Group, Grouping, Groups};
use index::Index;
pub use ingest::{Ingest, IngestError, IngestProgress};
pub use link::{Link, LinkBasis, Way};
pub use near::Above;
pub use neighbourhood::{NeighbourLink, Neighbourhood};
pub use node::{Node, NotAnElement, TraceError};
pub use query::{ExplainedPart, Explanation, Query};
pub use reach::Neighbour;
pub use report::{NodeReport, StepReport, ThreadReport, ThreadView};
pub use set::Set;
pub use tally::{Losses, PillarTally, RoleTally};
use thread::Spot;
pub use thread::{End, Thread, ThreadStep, Threads};
pub(crate) use view::{Follow, PlanView};
pub(crate) use words::Words;

/// An index over plans, as of a day (*spoorindex*): what hangs on what, and what is found by what.
///
/// Owned, cheap to clone (a clone is a snapshot), `Send` and `Sync`.
#[derive(Debug, Clone)]
#[doc(alias = "spoor")]
#[doc(alias = "rode draad")]
pub struct Trace {
    index: Arc<Index>,
}

/// The memory that a trace takes, in bytes; what it shares with other snapshots is counted in each (*geheugen*).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[doc(alias = "geheugen")]
#[non_exhaustive]
pub struct Memory {
    /// What is kept of the actions themselves: ids, titles, codes, links, and what filters ask one by one.
    pub actions: usize,
    /// All the rest: plans with their other elements, bitmaps, masks, and the table of ids.
    pub index: usize,
}

/// A plan can't be put into the trace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AddError {
    /// The trace has the plan already, in this version or another.
    #[error("the trace has plan {0} already")]
    PlanRepeated(PlanId),
    /// Something else in the trace has this id.
    #[error("the id {0} is that of something else in the trace")]
    IdShared(Uuid),
}

impl Trace {
    /// A trace without plans, with states as of this day.
    #[must_use]
    pub fn new(day: Date) -> Self {
        Self { index: Arc::new(Index::new(day)) }
    }

    /// The trace of one plan, with states as of a day. `O(n log n)` in its elements.
    #[must_use]
    pub fn of(plan: &SafetyPlan, day: Date) -> Self {
        let mut index = Index::new(day);
        index.insert(part::prepare(plan), None);
        Self { index: Arc::new(index) }
    }

    /// The trace of the plans of a set, with states as of a day.
    #[must_use]
    pub fn of_set(set: &PlanSet, day: Date) -> Self {
        let mut index = Index::new(day);
        set.iter().for_each(|plan| index.insert(part::prepare(plan), None));
        Self { index: Arc::new(index) }
    }

    /// Puts a plan in. `O(n log n)` in the elements of the plan.
    ///
    /// # Errors
    /// The trace has the plan already, or something in it has an id that can't be shared. The trace stays as it was.
    pub fn add(&mut self, plan: &SafetyPlan) -> Result<(), AddError> {
        self.put(part::prepare(plan))
    }

    fn put(&mut self, prepared: part::Prepared) -> Result<(), AddError> {
        let plan = prepared.part.id;
        if self.index.plan(plan).is_some() {
            return Err(AddError::PlanRepeated(plan));
        }
        if let Some(id) = self.index.clash(&prepared, None) {
            return Err(AddError::IdShared(id));
        }
        Arc::make_mut(&mut self.index).insert(prepared, None);
        Ok(())
    }

    /// Takes a plan out; says whether it was there. `O(n)` in its elements.
    pub fn remove(&mut self, plan: PlanId) -> bool {
        let Some(number) = self.index.plan(plan) else { return false };
        Arc::make_mut(&mut self.index).remove(number).is_some()
    }

    /// The day that states are as of (*peildatum*).
    #[must_use]
    pub fn day(&self) -> Date {
        self.index.day
    }

    /// The same plans with states as of another day. The day never decides which nodes there are. `O(n)` in the actions.
    #[must_use]
    pub fn at(&self, day: Date) -> Self {
        let mut index = Index::clone(&self.index);
        index.set_day(day);
        Self { index: Arc::new(index) }
    }

    /// The plans, in the order in which they came.
    pub fn plans(&self) -> impl Iterator<Item = PlanId> + Clone + use<'_> {
        self.index.parts().map(|(_, part)| part.id)
    }

    /// How much memory it takes.
    #[must_use]
    pub fn memory(&self) -> Memory {
        let (actions, index) = self.index.bytes();
        Memory { actions, index }
    }

    /// How many actions there are.
    #[must_use]
    pub fn action_count(&self) -> u64 {
        self.index.column(Column::ALL).count()
    }

    /// Every thread from a node up to the goals, in the order in which the plan names the links.
    ///
    /// Threads are found one by one as the iterator is asked. The id of the plan stands for its vision.
    ///
    /// # Errors
    /// The trace has no such element, or it has no place in a thread.
    pub fn up(&self, from: impl Into<ElementId>) -> Result<Threads<'_>, TraceError> {
        self.threads(from.into(), Way::Up)
    }

    /// Every thread from a goal down to its actions, in the order of the document. Where no action follows, the
    /// thread ends as [`End::NoAction`].
    ///
    /// # Errors
    /// The trace has no such element, or it has no place in a thread.
    pub fn down(&self, from: impl Into<ElementId>) -> Result<Threads<'_>, TraceError> {
        self.threads(from.into(), Way::Down)
    }

    fn threads(&self, from: ElementId, way: Way) -> Result<Threads<'_>, TraceError> {
        let id = from.into_uuid();
        if let ElementId::Action(_) = from {
            let handle = self.index.action(id).ok_or(TraceError::Unknown(id))?;
            let plan = self.index.position(handle).map_or(0, |(plan, _)| plan);
            return Ok(Threads::new(&self.index, vec![(plan, Spot::Action(handle))], way));
        }
        let found: Vec<(u32, u32)> = self.index.nodes(id).collect();
        let is = |(plan, node): &(u32, u32)| {
            let part = self.index.part(*plan);
            part.and_then(|part| part.graph.node(*node)) == Some(Node::Element(from))
        };
        if !found.first().is_some_and(is) {
            return Err(TraceError::Unknown(id));
        }
        if from.kind() == Kind::Plan {
            let vision =
                |(plan, _): (u32, u32)| Some((plan, Spot::Node(self.index.part(plan)?.graph.vision?)));
            let starts: Vec<_> = found.into_iter().filter_map(vision).collect();
            return if starts.is_empty() {
                Err(TraceError::NoVision)
            } else {
                Ok(Threads::new(&self.index, starts, way))
            };
        }
        if !thread::is_threaded(from.kind()) {
            return Err(TraceError::NotInThread(from.kind()));
        }
        let starts = found.into_iter().map(|(plan, node)| (plan, Spot::Node(node))).collect();
        Ok(Threads::new(&self.index, starts, way))
    }
}
