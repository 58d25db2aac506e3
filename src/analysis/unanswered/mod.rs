//! Unanswered: which items of policy frameworks the plan answers, and which nothing answers.

mod find;
mod page;

use schemars::JsonSchema;
use serde::Serialize;

use crate::choice::choice;
use crate::plan::Named;

pub use find::unanswered;

choice! {
    /// Why nothing can be said of a framework.
    NoAnswers "reden van geen antwoorden" {
        /// The plan names no items of it.
        NoItems = "noItems" / "the plan names no items of it" / "het plan noemt er geen onderdelen van",
    }
}

/// What answers one item of a framework.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "antwoorden op een onderdeel")]
#[non_exhaustive]
pub struct ItemAnswers {
    /// The item.
    pub item: Named,
    /// What answers it as the plan states.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub stated: Vec<Named>,
    /// What answers it as whoever encoded the plan concluded.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub read: Vec<Named>,
    /// The actions that come from it; they are no answer by themselves.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<Named>,
}

impl ItemAnswers {
    /// Whether nothing answers it, stated or read.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.stated.is_empty() && self.read.is_empty()
    }
}

/// What answers the items of one framework.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "antwoorden op een beleidskader")]
#[non_exhaustive]
pub struct FrameworkAnswers {
    /// The framework.
    pub framework: Named,
    /// How many items are answered by a stated link.
    pub stated: u64,
    /// How many are answered by read links only.
    pub read: u64,
    /// How many nothing answers.
    pub open: u64,
    /// Why nothing can be said of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<NoAnswers>,
    /// Each item, in the order of the document.
    pub items: Vec<ItemAnswers>,
}

/// Which items of the policy frameworks the plan answers (*onbeantwoorde onderdelen van beleidskaders*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "antwoord op beleidskaders")]
#[doc(alias = "onbeantwoord")]
#[non_exhaustive]
pub struct Unanswered {
    /// The plan.
    pub plan: Named,
    /// Each framework, in the order of the document.
    pub frameworks: Vec<FrameworkAnswers>,
}
