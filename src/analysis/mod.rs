//! Analyses: what a plan says when it is read for one question.
//!
//! Each gives a report: a value that serialises, has a JSON Schema, and prints as text or Markdown in Dutch and English.
//! What the plan doesn't state is reported as not stated; an unknown amount is never taken for zero.

mod agenda;
mod logic;

use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use crate::choice::Choice;
use crate::kind::Kind;
use crate::language::Language;
use crate::plan::Element;

pub use agenda::{Agenda, AgendaItem, AgendaKind, OpenMotion, agenda};
pub use logic::{
    ActionMeans, Budget, LogicCount, LogicLink, LogicLinkReport, LogicState, PolicyLogic, PriorityLogic,
    policy_logic,
};

/// The longest title that is printed whole, in characters.
const TITLE: usize = 80;

/// An element as a report names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "genoemd element")]
#[non_exhaustive]
pub struct Named {
    /// What kind of element it is.
    pub kind: Kind,
    /// Its id.
    pub id: Uuid,
    /// Its mark in print.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Its title, name or text, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Whether it is invented.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub fictional: bool,
}

impl Named {
    fn of(element: Element<'_>) -> Self {
        Self {
            kind: element.kind(),
            id: element.id().into_uuid(),
            code: element.code().map(ToString::to_string),
            title: Some(element.title()).filter(|title| !title.is_empty()).map(str::to_owned),
            fictional: element.is_fictional(),
        }
    }

    /// `prioriteit P1 "Een weerbare stad"`; an element without code and title by its id.
    fn words(&self, language: Language) -> String {
        let mut words = vec![language.pick(self.kind.term(), self.kind.term_nl()).to_owned()];
        words.extend(self.code.clone());
        words.extend(self.title.as_ref().map(|title| format!("\"{}\"", shortened(title))));
        if words.len() == 1 {
            words.push(self.id.to_string());
        }
        if self.fictional {
            words.push(language.pick("(fictional)", "(fictief)").to_owned());
        }
        words.join(" ")
    }
}

/// A title on one line, cut where it is long.
fn shortened(title: &str) -> String {
    let line = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut short: String = line.chars().take(TITLE).collect();
    if short.len() < line.len() {
        short.push('…');
    }
    short
}

/// An amount as one writes it: `€ 25.000` in Dutch, `€ 25,000` in English, with cents where there are any.
fn euros(cents: u64, language: Language) -> String {
    let (group, point) = (language.pick(",", "."), language.pick(".", ","));
    let digits = (cents / 100).to_string();
    let mut written = String::from("€ ");
    for (number, digit) in digits.chars().enumerate() {
        if number > 0 && (digits.len() - number).is_multiple_of(3) {
            written.push_str(group);
        }
        written.push(digit);
    }
    match cents % 100 {
        0 => written,
        cents => format!("{written}{point}{cents:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{euros, shortened};
    use crate::language::Language;

    #[test]
    fn amounts_are_written_as_in_the_language() {
        for (cents, dutch, english) in [
            (0, "€ 0", "€ 0"),
            (5, "€ 0,05", "€ 0.05"),
            (99_900, "€ 999", "€ 999"),
            (2_310_050, "€ 23.100,50", "€ 23,100.50"),
            (100_000_000, "€ 1.000.000", "€ 1,000,000"),
        ] {
            assert_eq!(euros(cents, Language::Dutch), dutch);
            assert_eq!(euros(cents, Language::English), english);
        }
    }

    #[test]
    fn a_long_title_is_cut_and_stands_on_one_line() {
        assert_eq!(shortened("één\n twee"), "één twee");
        assert_eq!(shortened(&"é".repeat(81)), "é".repeat(80) + "…");
        assert_eq!(shortened(&"é".repeat(80)), "é".repeat(80));
    }
}
