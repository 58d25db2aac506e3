//! Balance: how actions are spread over approaches, pillars and areas.

mod find;
mod page;

use schemars::JsonSchema;
use serde::Serialize;

use crate::choice::choice;
use crate::entity::Contribution;
use crate::plan::Named;

pub use find::balance;

choice! {
    /// Why the spread over pillars is counted and not judged.
    NotJudged "reden van geen oordeel" {
        /// The plan doesn't say that the pillars contribute equally.
        NotEqual = "notEqual" / "no equal contribution is stated" / "geen evenredige bijdrage vermeld",
        /// Fewer than two pillars.
        NoSiblings = "noSiblings" / "no pillars to compare" / "geen pijlers om te vergelijken",
        /// None of the pillars has an action.
        NoAction = "noAction" / "no action on any pillar" / "geen actie op een van de pijlers",
    }
}

/// How many of some actions take which approach; an action may take several.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "acties naar aanpak")]
#[non_exhaustive]
pub struct ApproachCount {
    /// How many actions there are.
    pub actions: u64,
    /// With prevention.
    pub prevention: u64,
    /// With care.
    pub care: u64,
    /// With repression.
    pub repression: u64,
    /// Of which no approach is stated.
    pub unstated: u64,
}

/// The approaches of the actions of one goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "aanpak van een doel")]
#[non_exhaustive]
pub struct GoalApproach {
    /// The goal.
    pub goal: Named,
    /// How many goals hold it: a pillar of a priority lies at 1.
    pub depth: u64,
    /// The actions that serve it or something below it, each once.
    pub count: ApproachCount,
}

/// The actions of one pillar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "acties van een pijler")]
#[non_exhaustive]
pub struct PillarCount {
    /// The pillar.
    pub pillar: Named,
    /// How many actions serve it or a pillar within it.
    pub actions: u64,
    /// Whether it has none while a sibling has some, and all are to contribute equally.
    pub lacking: bool,
}

/// How actions are spread over the pillars of a priority or theme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "spreiding over pijlers")]
#[non_exhaustive]
pub struct PillarBalance {
    /// The priority or theme.
    pub holder: Named,
    /// What the plan says of the contribution of the pillars.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contribution: Option<Contribution>,
    /// Why the spread is not judged; absent where it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_judged: Option<NotJudged>,
    /// Its pillars, in the order of the document.
    pub pillars: Vec<PillarCount>,
}

/// The actions of one area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "acties in een gebied")]
#[non_exhaustive]
pub struct AreaCount {
    /// The area.
    pub area: Named,
    /// How many actions name it; those of areas within it are not counted with it.
    pub actions: u64,
}

/// How the actions of a plan are spread over approaches, pillars and areas (*balans*).
///
/// It gives numbers. Only where the plan says that the pillars of a priority contribute equally, a pillar without any action
/// beside a sibling with some is marked as lacking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "balans")]
#[doc(alias = "balans")]
#[non_exhaustive]
pub struct Balance {
    /// The plan.
    pub plan: Named,
    /// All actions, each once.
    pub count: ApproachCount,
    /// Each goal, in the order of the document.
    pub goals: Vec<GoalApproach>,
    /// The priorities and themes that have pillars, in the order of the document.
    pub pillars: Vec<PillarBalance>,
    /// Each area of the plan, in the order of the document.
    pub areas: Vec<AreaCount>,
    /// How many actions name no area.
    pub without_area: u64,
}
