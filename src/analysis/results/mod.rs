//! Results: what was measured beside what was aimed at, without a word on the cause.

mod find;
mod page;

use schemars::JsonSchema;
use serde::Serialize;

use crate::choice::choice;
use crate::entity::{Comparator, Period};
use crate::plan::Named;
use crate::value::{Date, Decimal};

pub use find::results;

choice! {
    /// What the figures say of a target.
    TargetState "stand van de streefwaarde" {
        /// The figure is as aimed at.
        Met = "met" / "met" / "gehaald",
        /// The figure is not as aimed at.
        NotMet = "notMet" / "not met" / "niet gehaald",
        /// No figure about its day is known.
        NotMeasured = "notMeasured" / "not measured" / "niet gemeten",
        /// Its day is still to come.
        NotDue = "notDue" / "not due yet" / "nog niet aan de orde",
        /// The figure can't be held against it as it was meant.
        BasisChanged = "basisChanged" / "basis changed" / "grondslag gewijzigd",
        /// The plan doesn't say how a figure is held against it.
        NoComparator = "noComparator" / "no comparator" / "geen vergelijking vermeld",
        /// The plan says why there is none.
        NotSet = "notSet" / "not set" / "niet gesteld",
    }
}

choice! {
    /// Why a figure can't be held against a target.
    BasisChange "wijziging van de grondslag" {
        /// The indicator continues one that is counted in another unit.
        UnitChanged = "unitChanged" / "the unit changed" / "de eenheid is gewijzigd",
        /// No value is known of the period that is compared with.
        BaselineMissing = "baselineMissing" / "no value to compare with" / "geen waarde om mee te vergelijken",
    }
}

/// The figure that counts: the last revision known on the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "gebruikte realisatie")]
#[non_exhaustive]
pub struct UsedFigure {
    /// What it is about.
    pub period: Period,
    /// When it was reported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reported_on: Option<Date>,
    /// The value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Decimal>,
    /// Why there is no value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<String>,
    /// Whether it is invented.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub fictional: bool,
}

/// What the figures say of one target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "uitkomst van een streefwaarde")]
#[non_exhaustive]
pub struct TargetResult {
    /// The day for which it is set.
    pub date: Date,
    /// What the figures say of it.
    pub state: TargetState,
    /// How a figure is held against it: as stated, or as follows from the direction or the sign of the change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comparator: Option<Comparator>,
    /// The value aimed at; of a relative target, worked out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Decimal>,
    /// The upper value of `between`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub upper_value: Option<Decimal>,
    /// The change aimed at, in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percent: Option<Decimal>,
    /// The value that the change is set against.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub set_against: Option<Decimal>,
    /// The figure whose period holds the day of the target.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub figure: Option<UsedFigure>,
    /// Why the figure can't be held against it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change: Option<BasisChange>,
    /// Why there is no target.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<String>,
}

/// What the figures say of the targets of one indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "resultaat van een indicator")]
#[non_exhaustive]
pub struct IndicatorResult {
    /// The indicator.
    pub indicator: Named,
    /// What it is counted in.
    pub unit: String,
    /// The objectives that name it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub objectives: Vec<Named>,
    /// The actions that name it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<Named>,
    /// The indicators of the plan that it continues and that are counted in another unit.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub other_unit: Vec<Named>,
    /// Each target, in the order of the document; empty where it has none.
    pub targets: Vec<TargetResult>,
    /// How many figures with a value are known on the day, revisions not counted apart.
    pub figures: u64,
    /// The figure of the latest period with a value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latest: Option<UsedFigure>,
}

/// How many targets there are of each state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "aantal streefwaarden in een stand")]
#[non_exhaustive]
pub struct TargetCount {
    /// The state.
    pub state: TargetState,
    /// How many targets are in it.
    pub targets: u64,
}

/// What the figures known on a day say of the targets of a plan (*resultaten*).
///
/// It tells what was measured beside what was aimed at. It never says that an action or anything else brought it about:
/// the objectives and actions are those that name the indicator, no more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "resultaten")]
#[doc(alias = "resultaten")]
#[non_exhaustive]
pub struct Results {
    /// The plan.
    pub plan: Named,
    /// The day.
    pub day: Date,
    /// The targets by state, without the states that none is in.
    pub counts: Vec<TargetCount>,
    /// How many indicators have no target.
    pub without_targets: u64,
    /// How many indicators have no figure on the day.
    pub without_figures: u64,
    /// Each indicator, in the order of the document.
    pub indicators: Vec<IndicatorResult>,
}
