//! The kinds of elements: everything in a plan that has an id.

use crate::choice::choice;

choice! {
    /// What kind of element an id names.
    Kind "soort element" {
        /// The safety plan itself.
        Plan = "plan" / "plan" / "plan",
        /// A goal of the plan, a priority or a theme.
        Objective = "objective" / "objective" / "doelstelling",
        /// What an objective or action is measured by.
        Indicator = "indicator" / "indicator" / "indicator",
        /// A strategic principle.
        Principle = "principle" / "principle" / "uitgangspunt",
        /// A policy framework that the plan answers.
        Framework = "framework" / "framework" / "beleidskader",
        /// One theme, priority or aspect of a framework.
        FrameworkItem = "frameworkItem" / "framework item" / "onderdeel van een beleidskader",
        /// An organisation, group or body.
        Partner = "partner" / "partner" / "partner",
        /// A place.
        Area = "area" / "area" / "gebied",
        /// A safety analysis or the evaluation of the predecessor.
        Analysis = "analysis" / "analysis" / "analyse",
        /// A finding of an analysis.
        AnalysisFinding = "analysisFinding" / "finding of an analysis" / "bevinding van een analyse",
        /// A lateral subject.
        Topic = "topic" / "topic" / "onderwerp",
        /// A priority.
        Priority = "priority" / "priority" / "prioriteit",
        /// An approach line of a priority or theme.
        Pillar = "pillar" / "pillar" / "pijler",
        /// A theme that is not a priority.
        Theme = "theme" / "theme" / "thema",
        /// A programme of actions for a period.
        ExecutionPlan = "executionPlan" / "execution plan" / "uitvoeringsplan",
        /// An action or measure.
        Action = "action" / "action" / "actie",
        /// Something current that asks for action.
        AcuteIssue = "acuteIssue" / "acute issue" / "acuut probleem",
        /// A proposal to the council.
        Proposal = "proposal" / "council proposal" / "raadsvoorstel",
        /// A decision of an organ.
        Decision = "decision" / "decision" / "besluit",
        /// A look back on a plan or execution plans.
        Evaluation = "evaluation" / "evaluation" / "evaluatie",
        /// A finding of an evaluation.
        EvaluationFinding = "evaluationFinding" / "finding of an evaluation" / "bevinding van een evaluatie",
    }
}

/// A set of kinds, as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Kinds(u32);

impl Kinds {
    /// Adds a kind; says whether it was new.
    pub(crate) fn insert(&mut self, kind: Kind) -> bool {
        let bit = 1 << kind as u32;
        let new = self.0 & bit == 0;
        self.0 |= bit;
        new
    }

    pub(crate) fn contains(self, kind: Kind) -> bool {
        self.0 & (1 << kind as u32) != 0
    }

    pub(crate) fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
