//! Nodes: what links lead from and to.

use uuid::Uuid;

use crate::id::{ElementId, PlanId};
use crate::kind::Kind;

/// A point that links lead from and to: the vision of a plan, an element, or a legal power.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Node {
    /// The vision of the plan.
    Vision(PlanId),
    /// An element.
    Element(ElementId),
    /// A legal power, by its code in the table of powers.
    Power(&'static str),
}

impl Node {
    /// What the node is called on the wire: `vision`, `power`, or the kind of element.
    #[must_use]
    pub fn kind_str(self) -> &'static str {
        match self {
            Self::Vision(_) => "vision",
            Self::Element(id) => id.kind().as_str(),
            Self::Power(_) => "power",
        }
    }

    /// The kind of element, if it is one.
    #[must_use]
    pub fn kind(self) -> Option<Kind> {
        match self {
            Self::Element(id) => Some(id.kind()),
            Self::Vision(_) | Self::Power(_) => None,
        }
    }

    /// The id of the element; of the vision, that of its plan; of a power, one that follows from its code.
    #[must_use]
    pub fn into_uuid(self) -> Uuid {
        match self {
            Self::Vision(plan) => plan.into_uuid(),
            Self::Element(id) => id.into_uuid(),
            Self::Power(code) => Uuid::new_v5(&Uuid::NAMESPACE_OID, format!("power:{code}").as_bytes()),
        }
    }
}

impl From<ElementId> for Node {
    fn from(id: ElementId) -> Self {
        Self::Element(id)
    }
}

/// The vision and a power are no elements of their own.
impl TryFrom<Node> for ElementId {
    type Error = NotAnElement;

    fn try_from(node: Node) -> Result<Self, NotAnElement> {
        match node {
            Node::Element(id) => Ok(id),
            Node::Vision(_) | Node::Power(_) => Err(NotAnElement),
        }
    }
}

/// The node is the vision or a legal power, which is no element.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the vision and legal powers are no elements of their own")]
#[non_exhaustive]
pub struct NotAnElement;

/// A question that the trace can't answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TraceError {
    /// Threads run over actions, pillars, priorities, themes, objectives, principles, topics, acute issues and the
    /// vision.
    #[error("threads don't run over the kind `{}`", crate::choice::Choice::term(*.0))]
    NotInThread(Kind),
    /// Nothing in the trace has this id.
    #[error("the trace has no element {0}")]
    Unknown(Uuid),
    /// The plan has no vision.
    #[error("the plan has no vision")]
    NoVision,
}
