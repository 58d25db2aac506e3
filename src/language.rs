//! The languages that reports are written in.

use crate::choice::{Choice, choice};

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
    /// The word of a list in this language.
    pub(crate) fn term<T: Choice>(self, word: T) -> &'static str {
        match self {
            Self::English => word.term(),
            Self::Dutch => word.term_nl(),
        }
    }

    /// The text of this language.
    pub(crate) fn pick<'a>(self, english: &'a str, dutch: &'a str) -> &'a str {
        match self {
            Self::English => english,
            Self::Dutch => dutch,
        }
    }
}
