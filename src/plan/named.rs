//! How reports name an element.

use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::Element;
use crate::kind::Kind;
use crate::language::Language;

/// The longest title that is printed whole, in characters.
const TITLE: usize = 80;

/// An element as a report names it (*genoemd element*).
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

impl From<Element<'_>> for Named {
    fn from(element: Element<'_>) -> Self {
        Self {
            kind: element.kind(),
            id: element.id().into_uuid(),
            code: element.code().map(ToString::to_string),
            title: Some(element.title()).filter(|title| !title.is_empty()).map(str::to_owned),
            fictional: element.is_fictional(),
        }
    }
}

impl Named {
    /// `prioriteit P1 "Een weerbare stad"`; an element without code and title by its id.
    pub(crate) fn words(&self, language: Language) -> String {
        let mut words = vec![language.term(self.kind).to_owned()];
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

    /// What people call it: its title cut short, or else its code or id.
    pub(crate) fn name(&self) -> String {
        let title = self.title.as_deref().map(shortened);
        title.or_else(|| self.code.clone()).unwrap_or_else(|| self.id.to_string())
    }
}

/// Elements in words, separated by semicolons.
pub(crate) fn listed<'a>(elements: impl IntoIterator<Item = &'a Named>, language: Language) -> String {
    let words: Vec<String> = elements.into_iter().map(|one| one.words(language)).collect();
    words.join("; ")
}

/// A title on one line, cut where it is long.
pub(crate) fn shortened(title: &str) -> String {
    let line = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut short: String = line.chars().take(TITLE).collect();
    if short.len() < line.len() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn a_long_title_is_cut_and_stands_on_one_line() {
        assert_eq!(shortened("één\n twee"), "één twee");
        assert_eq!(shortened(&"é".repeat(81)), "é".repeat(80) + "…");
        assert_eq!(shortened(&"é".repeat(80)), "é".repeat(80));
    }
}
