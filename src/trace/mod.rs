//! The red thread (*rode draad*): why an action is done, and what is done for a goal.

mod filter;
mod graph;
mod report;
mod text;
mod thread;

use uuid::Uuid;

use crate::choice::choice;
use crate::id::{ElementId, PlanId};
use crate::kind::Kind;
use crate::plan::SafetyPlan;
pub use filter::{
    CostTest, Facet, Filter, FilterError, FilterExpected, FilterFault, FilterSpan, FilterWord, Gap, Mark,
};
use graph::Graph;
pub use report::{NodeReport, StepReport, ThreadReport, ThreadView};
pub use thread::{End, Thread, ThreadStep, Threads};

choice! {
    /// What a link of a thread says, from the bottom up.
    Link "schakel" {
        /// An action serves something.
        Serves = "serves" / "serves" / "dient",
        /// A pillar is part of a pillar, priority or theme; a sub-objective of an objective.
        PartOf = "partOf" / "is part of" / "is deel van",
        /// A priority or theme pursues its objective.
        Pursues = "pursues" / "pursues" / "streeft na",
        /// An objective of a priority or theme supports a strategic one.
        Supports = "supports" / "supports" / "draagt bij aan",
        /// A main objective fulfils the vision.
        Fulfils = "fulfils" / "fulfils" / "vervult",
    }
}

impl Link {
    /// The link read from the top down, in English.
    #[must_use]
    pub fn inverse(self) -> &'static str {
        match self {
            Self::Serves => "is served by",
            Self::PartOf => "has as a part",
            Self::Pursues => "is pursued by",
            Self::Supports => "is supported by",
            Self::Fulfils => "is fulfilled by",
        }
    }

    /// The link read from the top down, in Dutch.
    #[must_use]
    pub fn inverse_nl(self) -> &'static str {
        match self {
            Self::Serves => "wordt gediend door",
            Self::PartOf => "heeft als deel",
            Self::Pursues => "wordt nagestreefd door",
            Self::Supports => "wordt ondersteund door",
            Self::Fulfils => "wordt vervuld door",
        }
    }
}

choice! {
    /// Who says that a link is there.
    LinkBasis "grondslag" {
        /// The plan names the other.
        Stated = "stated" / "stated" / "vermeld",
        /// The one stands in the other.
        Contained = "contained" / "by its place in the plan" / "door de plaats in het plan",
        /// Whoever encoded the plan concluded it.
        Read = "read" / "concluded by the encoder" / "gelezen",
    }
}

choice! {
    /// The way a thread is followed.
    Way "richting" {
        /// From an action or pillar to the goals.
        Up = "up" / "up" / "omhoog",
        /// From a goal to the actions.
        Down = "down" / "down" / "omlaag",
    }
}

/// A point of a thread: the vision, or an element of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Node {
    /// The vision of the plan.
    Vision(PlanId),
    /// An element.
    Element(ElementId),
}

impl Node {
    /// What the node is called on the wire: `vision`, or the kind of element.
    #[must_use]
    pub fn kind_str(self) -> &'static str {
        match self {
            Self::Vision(_) => "vision",
            Self::Element(id) => id.kind().as_str(),
        }
    }

    /// The id of the element; of the vision, that of its plan.
    #[must_use]
    pub fn into_uuid(self) -> Uuid {
        match self {
            Self::Vision(plan) => plan.into_uuid(),
            Self::Element(id) => id.into_uuid(),
        }
    }
}

impl From<ElementId> for Node {
    fn from(id: ElementId) -> Self {
        match id {
            ElementId::Plan(plan) => Self::Vision(plan),
            other => Self::Element(other),
        }
    }
}

/// The vision is no element of its own: it has no id but the plan's.
impl TryFrom<Node> for ElementId {
    type Error = NotAnElement;

    fn try_from(node: Node) -> Result<Self, NotAnElement> {
        match node {
            Node::Vision(_) => Err(NotAnElement),
            Node::Element(id) => Ok(id),
        }
    }
}

/// The node is the vision, which is no element.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the vision is no element of its own")]
#[non_exhaustive]
pub struct NotAnElement;

/// The element has no place in a thread, or is not in the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TraceError {
    /// Threads run over actions, pillars, priorities, themes, objectives, principles, topics, acute issues and the
    /// vision.
    #[error("threads don't run over the kind `{}`", crate::choice::Choice::term(*.0))]
    NotInThread(Kind),
    /// No element of the plan has this id.
    #[error("the plan has no element {0}")]
    Unknown(Uuid),
    /// The plan has no vision.
    #[error("the plan has no vision")]
    NoVision,
}

/// The links of a plan, ready to be followed up and down.
///
/// Built in one pass, `O(n log n)`; it shares the plan and is cheap to clone.
#[derive(Debug, Clone)]
pub struct Trace {
    plan: SafetyPlan,
    graph: std::sync::Arc<Graph>,
}

impl Trace {
    /// The links of a plan.
    #[must_use]
    pub fn of(plan: &SafetyPlan) -> Self {
        Self { plan: plan.clone(), graph: std::sync::Arc::new(Graph::of(plan)) }
    }

    /// The plan that the links are of.
    #[must_use]
    pub fn plan(&self) -> &SafetyPlan {
        &self.plan
    }

    /// Every thread from a node up to the goals, in the order in which the plan names the links.
    ///
    /// Threads are found one by one as the iterator is asked. The id of the plan stands for its vision.
    ///
    /// # Errors
    /// The plan has no such element, or it has no place in a thread.
    pub fn up(&self, from: impl Into<ElementId>) -> Result<Threads<'_>, TraceError> {
        self.threads(from.into(), Way::Up)
    }

    /// Every thread from a goal down to its actions, in the order of the document. Where no action follows, the
    /// thread ends as [`End::NoAction`].
    ///
    /// # Errors
    /// The plan has no such element, or it has no place in a thread.
    pub fn down(&self, from: impl Into<ElementId>) -> Result<Threads<'_>, TraceError> {
        self.threads(from.into(), Way::Down)
    }

    fn threads(&self, from: ElementId, way: Way) -> Result<Threads<'_>, TraceError> {
        let node = Node::from(from);
        if let Some(number) = self.graph.number(node) {
            return Ok(Threads::new(&self.graph, node, number, way));
        }
        Err(match self.plan.element(from.into_uuid()).map(|element| element.id()) {
            Some(id) if id == from && id.kind() == Kind::Plan => TraceError::NoVision,
            Some(id) if id == from => TraceError::NotInThread(from.kind()),
            _ => TraceError::Unknown(from.into_uuid()),
        })
    }
}
