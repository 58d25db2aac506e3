//! How reports name an element.

use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use crate::choice::Choice;
use crate::kind::Kind;
use crate::language::Language;
use crate::plan::Element;

/// The longest title that is printed whole, in characters.
const TITLE: usize = 100;

/// An element as a report names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "element")]
#[non_exhaustive]
pub struct NamedElement {
    /// What kind of element it is.
    pub kind: Kind,
    /// Its id.
    pub id: Uuid,
    /// Its mark in print.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Its title, name or text.
    pub title: String,
}

impl From<Element<'_>> for NamedElement {
    fn from(element: Element<'_>) -> Self {
        Self {
            kind: element.kind(),
            id: element.id().into_uuid(),
            code: element.code().map(ToString::to_string),
            title: element.title().to_owned(),
        }
    }
}

impl NamedElement {
    /// `pijler P1.2 "Het verstoren van criminele processen"`.
    pub(super) fn in_words(&self, language: Language) -> String {
        let mut words = term(self.kind, language).to_owned();
        if let Some(code) = &self.code {
            words = format!("{words} {code}");
        }
        if self.title.is_empty() {
            return words;
        }
        let mut title: String = self.title.chars().take(TITLE).collect();
        if title.len() < self.title.len() {
            title.push('…');
        }
        format!("{words} \"{title}\"")
    }
}

/// A word of a list in a language.
pub(super) fn term<T: Choice>(word: T, language: Language) -> &'static str {
    match language {
        Language::English => word.term(),
        Language::Dutch => word.term_nl(),
    }
}

/// Elements in words, separated by semicolons.
pub(super) fn listed<'a>(elements: impl IntoIterator<Item = &'a NamedElement>, language: Language) -> String {
    let words: Vec<String> = elements.into_iter().map(|one| one.in_words(language)).collect();
    words.join("; ")
}
