//! Coverage: which goals of a plan have actions that count, and what the others lack first.

mod find;
mod page;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::choice::choice;
use crate::kind::Kind;
use crate::lifecycle::ActionState;
use crate::plan::Named;
use crate::value::Date;

pub use find::coverage;

/// Which actions count for a goal (*dekkingsbeleid*).
///
/// By default every action does that wasn't cancelled, withdrawn or left undone, in any year, with or without a lead or
/// known money, over the links that the plan states or that follow from a place in it.
///
/// ```
/// use veiligheidsplan::analysis::CoveragePolicy;
/// use veiligheidsplan::lifecycle::ActionState;
///
/// let policy = CoveragePolicy::default().in_year(2021).with_lead();
/// assert!(policy.lead && !policy.states.contains(&ActionState::Cancelled));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[schemars(title = "dekkingsbeleid")]
#[doc(alias = "dekkingsbeleid")]
#[non_exhaustive]
pub struct CoveragePolicy {
    /// The states in which an action counts.
    pub states: Vec<ActionState>,
    /// Whether it needs a partner that leads it.
    pub lead: bool,
    /// Whether it needs a cost of which the amount is known.
    pub money: bool,
    /// The year in which it has a day; any year if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// Whether links count that whoever encoded the plan concluded.
    pub read_links: bool,
}

impl Default for CoveragePolicy {
    fn default() -> Self {
        let off = [ActionState::NotDone, ActionState::Cancelled, ActionState::Withdrawn];
        let states = ActionState::ALL.iter().copied().filter(|state| !off.contains(state)).collect();
        Self { states, lead: false, money: false, year: None, read_links: false }
    }
}

impl CoveragePolicy {
    /// Only actions in these states count.
    #[must_use]
    pub fn with_states(self, states: impl IntoIterator<Item = ActionState>) -> Self {
        Self { states: states.into_iter().collect(), ..self }
    }

    /// Only actions with a lead count.
    #[must_use]
    pub fn with_lead(self) -> Self {
        Self { lead: true, ..self }
    }

    /// Only actions with a known amount count.
    #[must_use]
    pub fn with_money(self) -> Self {
        Self { money: true, ..self }
    }

    /// Only actions with a day in the year count.
    #[must_use]
    pub fn in_year(self, year: i32) -> Self {
        Self { year: Some(year), ..self }
    }

    /// Links that whoever encoded the plan concluded count as well.
    #[must_use]
    pub fn with_read_links(self) -> Self {
        Self { read_links: true, ..self }
    }
}

choice! {
    /// How far a goal is covered by actions.
    CoverageState "stand van de dekking" {
        /// Actions count for it, and for each of its parts.
        Covered = "covered" / "covered" / "gedekt",
        /// Actions count for it, and not for each of its parts.
        Partly = "partly" / "partly covered" / "deels gedekt",
        /// No action counts for it.
        Uncovered = "uncovered" / "not covered" / "niet gedekt",
        /// No action can count for it: the plan states no link to it.
        Unlinked = "unlinked" / "not linked" / "niet gekoppeld",
        /// No action counts for it, and that is accepted knowingly.
        Exempt = "exempt" / "exempt" / "uitgezonderd",
        /// The question has no meaning for it.
        NotApplicable = "notApplicable" / "not applicable" / "n.v.t.",
    }
}

choice! {
    /// What a goal without an action that counts lacks first.
    MissingStep "eerste ontbrekende stap" {
        /// The plan states no link from anything that could have actions, and no action serves it itself.
        NoStatedLink = "noStatedLink" / "the plan states no link to it" / "het plan vermeldt geen koppeling ermee",
        /// No action serves it or something below it.
        NoAction = "noAction" / "no action" / "geen actie",
        /// It has actions, none of them in the year.
        NoneInYear = "noneInYear" / "no action in the year" / "geen actie in het jaar",
        /// None of those is in a state that counts.
        NoneInState = "noneInState" / "no action in a state that counts" / "geen actie in een stand die meetelt",
        /// None of those has a lead.
        NoneWithLead = "noneWithLead" / "no action with a lead" / "geen actie met een trekker",
        /// Of none of those the amount is known.
        NoneWithMoney = "noneWithMoney" / "no action of which the amount is known" / "geen actie waarvan het bedrag bekend is",
    }
}

choice! {
    /// Why a goal can't be judged.
    NotApplicableReason "reden van niet van toepassing" {
        /// The plan has no execution plan.
        NoExecutionPlan = "noExecutionPlan" / "the plan has no execution plan" / "het plan heeft geen uitvoeringsplan",
        /// The year lies outside the plan and all its execution plans.
        YearOutside = "yearOutside" / "the year lies outside the plan" / "het jaar valt buiten het plan",
        /// A decision closed the priority or theme, or the one that it belongs to.
        Closed = "closed" / "closed by a decision" / "afgesloten met een besluit",
    }
}

/// Advice that is accepted for a goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "uitzondering op de dekking")]
#[non_exhaustive]
pub struct CoverageExemption {
    /// The code of the advice.
    pub code: String,
    /// Why it is accepted.
    pub reason: String,
    /// Until when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// How far one goal is covered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "dekking van een doel")]
#[non_exhaustive]
pub struct GoalCoverage {
    /// The goal.
    pub goal: Named,
    /// How many goals hold it: a pillar of a priority lies at 1.
    pub depth: usize,
    /// How far it is covered.
    pub state: CoverageState,
    /// How many actions serve it or something below it.
    pub actions: u64,
    /// How many of those count.
    pub counting: u64,
    /// How many more hang on it only by links that were read, where those don't count.
    pub by_read_links: u64,
    /// What it lacks first, where no action counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<MissingStep>,
    /// Of a goal that is covered in part: its parts that are not covered as a whole.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub open_parts: Vec<Named>,
    /// Why it can't be judged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<NotApplicableReason>,
    /// Why it is accepted that no action counts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub exemptions: Vec<CoverageExemption>,
}

/// How many goals of a kind are covered how far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "aantallen gedekte doelen")]
#[non_exhaustive]
pub struct CoverageCount {
    /// The kind of goal.
    pub kind: Kind,
    /// Covered.
    pub covered: u64,
    /// Covered in part.
    pub partly: u64,
    /// Not covered.
    pub uncovered: u64,
    /// Not linked.
    pub unlinked: u64,
    /// Not covered, and accepted knowingly.
    pub exempt: u64,
    /// Not to be judged.
    pub not_applicable: u64,
}

impl CoverageCount {
    /// How many goals of the kind can be judged; of none nothing can be said.
    #[must_use]
    pub fn judged(&self) -> u64 {
        self.covered + self.partly + self.uncovered + self.unlinked + self.exempt
    }
}

/// Which goals of a plan have actions that count (*dekking*), and what the others lack first.
///
/// A goal is an objective of any level, a priority, a pillar or a theme. Actions count for it that serve it or something
/// below it by the red thread: a priority has those of its pillars, a strategic objective those of the priorities whose
/// objectives support it. Topics and the execution plan play no part.
///
/// | State | When |
/// |---|---|
/// | covered | an action counts, and each of its parts (pillars of a priority, theme or pillar; sub-objectives) that can be judged is covered |
/// | partly covered | an action counts, and some part is not covered as a whole |
/// | not covered | no action counts |
/// | not linked | an objective to which the plan states no link from a priority, theme or action: nothing can count |
/// | exempt | not covered or not linked, and an exemption that holds on the day says so: of `pillar/no-action`, `objective/supports-nothing` or another code `.../no-action` for the goal |
/// | not applicable | the plan has no execution plan, the year lies outside it, or a decision closed the priority or theme |
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "dekking")]
#[doc(alias = "dekking")]
#[non_exhaustive]
pub struct Coverage {
    /// The plan.
    pub plan: Named,
    /// The day that states are as of.
    pub day: Date,
    /// Which actions count.
    pub policy: CoveragePolicy,
    /// The goals, in the order of the document.
    pub goals: Vec<GoalCoverage>,
    /// How many are covered how far, for each kind that the plan has.
    pub counts: Vec<CoverageCount>,
}
