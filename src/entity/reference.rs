//! References: what an element names elsewhere in the plan.

use crate::choice::choice;
use crate::entity::kinds::kinds;
use crate::entity::model::part;
use crate::finding::Code;
use crate::id::{ElementId, FrameworkItemId, ObjectiveId};
use crate::kind::Kind;
use crate::wire::{Listed, Names};

choice! {
    /// Who says that a link exists, where it isn't the source itself.
    Basis "grondslag" {
        /// Whoever encoded the plan concluded it; the source doesn't state it.
        Read = "read" / "concluded by the encoder" / "gelezen",
    }
}

impl Names for Kind {
    fn names(self) -> Option<Kind> {
        Some(self)
    }
}

kinds! {
    /// What an action can serve.
    ServedKind "soort" { Objective, Pillar, Priority, Theme, Principle, Topic, AcuteIssue, }
}

kinds! {
    /// What a priority, pillar or theme can be based on.
    GroundKind "soort" { Analysis, AnalysisFinding, Evaluation, EvaluationFinding, }
}

kinds! {
    /// What a priority or theme can continue.
    ContinuedKind "soort" { Priority, Theme, }
}

kinds! {
    /// What an execution plan can be limited to.
    ScopeKind "soort" { Area, Theme, Priority, }
}

kinds! {
    /// What can be decided on.
    ObjectKind "soort" { Plan, ExecutionPlan, Proposal, Evaluation, Priority, Theme, Action, Framework, AcuteIssue, }
}

kinds! {
    /// What can be evaluated.
    EvaluatedKind "soort" { Plan, ExecutionPlan, }
}

part! {
    /// What an action is for.
    Served ServedDraft "wat een actie dient" {
        /// What kind of element it serves.
        need_copy kind "kind" "soort": ServedKind => ServedKind,
        /// The element.
        target id "id" "id",
    }
}

impl Listed for Served {
    const EMPTY: Code = Code::ActionServesNothing;
}

part! {
    /// A strategic objective that a priority's or theme's objective supports.
    SupportLink SupportLinkDraft "bijdrage aan een doelstelling" {
        /// The strategic objective.
        names id "id" "doelstelling": String => ObjectiveId,
        /// Absent where the source states it.
        may_copy basis "basis" "grondslag": Basis => Basis,
    }
}

part! {
    /// A framework item that a priority, pillar or theme answers.
    AnswerLink AnswerLinkDraft "antwoord op een beleidskader" {
        /// The framework item.
        names id "id" "onderdeel": String => FrameworkItemId,
        /// Absent where the source states it.
        may_copy basis "basis" "grondslag": Basis => Basis,
    }
}

part! {
    /// What a priority, pillar or theme is based on.
    GroundLink GroundLinkDraft "onderbouwing" {
        /// What kind of element it is based on.
        need_copy kind "kind" "soort": GroundKind => GroundKind,
        /// The element.
        target id "id" "id",
        /// Absent where the source states it.
        may_copy basis "basis" "grondslag": Basis => Basis,
    }
}

part! {
    /// An element, perhaps of an earlier plan, that a priority or theme continues.
    Continued ContinuedDraft "vervolg op" {
        /// What it was.
        need_copy kind "kind" "soort": ContinuedKind => ContinuedKind,
        /// The element, which may lie in another plan.
        target id "id" "id",
    }
}

part! {
    /// What an execution plan is limited to.
    ScopePart ScopePartDraft "reikwijdte" {
        /// What kind of limit it is.
        need_copy kind "kind" "soort": ScopeKind => ScopeKind,
        /// The element.
        target id "id" "id",
    }
}

part! {
    /// What a decision decides on.
    DecisionObject DecisionObjectDraft "voorwerp van besluit" {
        /// What kind of element it is.
        need_copy kind "kind" "soort": ObjectKind => ObjectKind,
        /// The element.
        target id "id" "id",
    }
}

part! {
    /// What an evaluation looks back on.
    Evaluated EvaluatedDraft "voorwerp van evaluatie" {
        /// Plan or execution plan.
        need_copy kind "kind" "soort": EvaluatedKind => EvaluatedKind,
        /// The element.
        target id "id" "id",
    }
}

impl Listed for Evaluated {}

part! {
    /// Any element of the plan.
    ElementReference ElementReferenceDraft "verwijzing" {
        /// What kind of element it is.
        need_copy kind "kind" "soort": Kind => Kind,
        /// The element.
        target id "id" "id",
    }
}

/// The id of an element of any kind, such as `plan.id()`, is a reference to it.
impl<T: Into<ElementId>> From<T> for ElementReferenceDraft {
    fn from(id: T) -> Self {
        let id: ElementId = id.into();
        Self::new(id.kind(), id.into_uuid().to_string())
    }
}
