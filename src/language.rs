//! The languages that reports are written in.

use crate::choice::choice;

choice! {
    /// The language of a printed report.
    Language "taal" {
        /// English.
        English = "en" / "English" / "Engels",
        /// Dutch.
        Dutch = "nl" / "Dutch" / "Nederlands",
    }
}

impl Language {
    /// The text of this language.
    pub(crate) fn pick<'a>(self, english: &'a str, dutch: &'a str) -> &'a str {
        match self {
            Self::English => english,
            Self::Dutch => dutch,
        }
    }
}
