//! The catalogue of codes as data and as a page.

use std::fmt::Write;

use schemars::JsonSchema;
use serde::Serialize;

use crate::finding::{Code, RaisedBy, Severity, Texts};
use crate::plan::profile_rules;

/// One code of the catalogue, with everything there is to know about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "bevindingcode met uitleg")]
#[non_exhaustive]
pub struct CatalogueEntry {
    /// The permanent name.
    pub code: Code,
    /// The weight where no profile says otherwise.
    pub severity: Severity,
    /// What raises it.
    pub raised_by: RaisedBy,
    /// The numbered rules of the domain that it guards.
    #[serde(skip_serializing_if = "<[u8]>::is_empty")]
    pub rules: &'static [u8],
    /// The rules among them whose level in the profile sets its weight.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub profile_rules: Vec<u8>,
    /// What it says, in English and Dutch.
    #[serde(flatten)]
    pub texts: Texts,
}

/// Every code, in the catalogue's order.
#[must_use]
pub fn catalogue() -> Vec<CatalogueEntry> {
    let entry = |code: &Code| CatalogueEntry {
        code: *code,
        severity: code.severity(),
        raised_by: code.raised_by(),
        rules: code.rules(),
        profile_rules: profile_rules(*code).collect(),
        texts: *code.texts(),
    };
    Code::ALL.iter().map(entry).collect()
}

/// The catalogue as JSON, as committed in `schema/codes.json`.
#[must_use]
pub fn catalogue_json() -> String {
    crate::plan::pretty(&catalogue())
}

/// The catalogue as a page, as committed in the guide.
#[must_use]
pub fn catalogue_markdown() -> String {
    let mut page = String::from(
        "# Codes\n\nEvery code that a finding can have, with what it means and what to do. Codes are permanent: never renamed, \
         never reused.\nThis page is made from the catalogue (`schema/codes.json`); a test compares the two.\n",
    );
    for raised in [
        (RaisedBy::Text, "Text", "The text can't be read, or passes a bound."),
        (RaisedBy::Shape, "Shape and values", "The JSON Schema refuses these too."),
        (RaisedBy::Document, "Between elements", "Elements of one plan contradict each other."),
        (RaisedBy::Set, "Between plans", "Plans of one set contradict each other, or don't fit."),
        (RaisedBy::Advice, "Advice", "What an expert would point out on a day."),
        (RaisedBy::Readiness, "Readiness", "What a step wants."),
        (RaisedBy::Change, "Change", "A batch of changes can't be made, or does what may not be done."),
    ] {
        // Writing to a String can't fail.
        let _ = write!(
            page,
            "\n## {}\n\n{}\n\n| code | severity | rules | what | do |\n|---|---|---|---|---|\n",
            raised.1, raised.2
        );
        for code in Code::ALL.iter().filter(|code| code.raised_by() == raised.0) {
            let texts = code.texts();
            let rules: Vec<String> = code.rules().iter().map(ToString::to_string).collect();
            let _ = writeln!(
                page,
                "| `{code}` | {} | {} | **{}** (*{}*). {} | {} |",
                code.severity(),
                rules.join(", "),
                texts.title,
                texts.title_nl,
                texts.why,
                texts.remedy
            );
        }
    }
    page
}
