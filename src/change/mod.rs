//! Changes (*wijzigingen*): a plan made anew from another, by a batch of changes; and what differs between two versions.
//!
//! A batch is made in its order, and only what comes out of it is checked. [`patch`] is structure only; the difference
//! of two versions of a plan is the batch that makes one into the other:
//!
//! ```
//! use veiligheidsplan::change::{difference, patch};
//! use veiligheidsplan::SafetyPlan;
//!
//! let old = SafetyPlan::from_json(include_str!("../../data/vlaardingen-2020-2023.plan.json"))?;
//! let mut draft = old.to_draft();
//! draft.priorities.rotate_left(1);
//! let new = SafetyPlan::try_from(draft)?;
//!
//! let changes = difference(&old, &new);
//! assert_eq!(changes.len(), 1, "one priority moves");
//! assert_eq!(patch(&old.to_draft(), &changes), Ok(new.to_draft()));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod apply;
mod compare;
mod difference;
mod disclose;
mod element;
mod law;
mod local;
mod patch;
mod set;
mod text;
mod tree;
mod wire;

pub use apply::{Applied, EffectKind, ElementEffect};
pub use compare::{
    Changed, Comparison, Counts, Moved, Reassigned, Renamed, RoleChange, StrategicPart, compare,
};
pub use difference::difference;
pub use element::ElementDraft;
pub use patch::patch;
pub use set::SetApplied;
pub use wire::{ChangeOp, read_changes};

use crate::draft::{ElementReferenceDraft, SafetyPlanDraft};

/// One change of a plan (*wijziging*). Changes go in batches, and are made in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
#[doc(alias = "wijziging")]
#[non_exhaustive]
pub enum Change {
    /// Puts an element, with what it holds, into a list of its holder.
    Add {
        /// The element that is to hold it; the plan for its own lists.
        parent: ElementReferenceDraft,
        /// The number in the list, from 0; its length for the end.
        at: usize,
        /// The element, with what it holds.
        element: ElementDraft,
    },
    /// Takes an element away, with what it holds.
    Remove {
        /// The element.
        target: ElementReferenceDraft,
    },
    /// Gives an element new content; what it holds stays.
    Replace {
        /// The new content under the same kind and id, without the elements that it holds.
        element: ElementDraft,
    },
    /// Puts an element, with what it holds, into another place.
    Move {
        /// The element.
        target: ElementReferenceDraft,
        /// The element that is to hold it; the plan for its own lists.
        parent: ElementReferenceDraft,
        /// The number in the list, from 0, once the element was taken out of where it stood.
        at: usize,
    },
    /// Gives the plan's own keys new content.
    SetPlan {
        /// The plan under the same id, without its lists of elements.
        plan: Box<SafetyPlanDraft>,
    },
}

impl Change {
    /// Puts an element, with what it holds, into a list of its holder; `at` counts from 0.
    ///
    /// ```
    /// use veiligheidsplan::{SafetyPlan, change::Change, draft::TopicDraft};
    ///
    /// let plan = SafetyPlan::from_json(include_str!("../../data/vlaardingen-2020-2023.plan.json"))?;
    /// let topic = TopicDraft::coded(plan.id(), "T99", "Online oplichting");
    /// let added = plan.apply(&[Change::add(plan.id(), plan.topics().len(), topic)], "2021-03-01".parse()?)?.plan;
    ///
    /// // Any id of an element is a reference to it.
    /// let topic = added.coded("T99").next().unwrap();
    /// let removed = added.apply(&[Change::remove(topic.id())], "2021-03-02".parse()?)?.plan;
    /// assert_eq!(removed, plan);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn add(
        parent: impl Into<ElementReferenceDraft>,
        at: usize,
        element: impl Into<ElementDraft>,
    ) -> Self {
        Self::Add { parent: parent.into(), at, element: element.into() }
    }

    /// Takes an element away, with what it holds.
    #[must_use]
    pub fn remove(target: impl Into<ElementReferenceDraft>) -> Self {
        Self::Remove { target: target.into() }
    }

    /// Gives an element new content; what it holds stays and may stand in the draft that is given.
    #[must_use]
    pub fn replace(element: impl Into<ElementDraft>) -> Self {
        let (element, _) = element.into().split();
        Self::Replace { element }
    }

    /// Puts an element, with what it holds, into another place; `at` counts once it was taken out.
    #[must_use]
    pub fn move_to(
        target: impl Into<ElementReferenceDraft>,
        parent: impl Into<ElementReferenceDraft>,
        at: usize,
    ) -> Self {
        Self::Move { target: target.into(), parent: parent.into(), at }
    }

    /// Gives the plan's own keys new content; its elements stay and may stand in the draft that is given.
    #[must_use]
    pub fn set_plan(mut plan: SafetyPlanDraft) -> Self {
        element::Holder::take_children(&mut plan);
        Self::SetPlan { plan: Box::new(plan) }
    }

    /// What it does.
    #[must_use]
    pub fn op(&self) -> ChangeOp {
        match self {
            Self::Add { .. } => ChangeOp::Add,
            Self::Remove { .. } => ChangeOp::Remove,
            Self::Replace { .. } => ChangeOp::Replace,
            Self::Move { .. } => ChangeOp::Move,
            Self::SetPlan { .. } => ChangeOp::SetPlan,
        }
    }
}
