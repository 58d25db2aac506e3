//! What is found in a plan: codes, findings and the collector that gathers them.

mod code;
mod collect;
mod message;
mod texts;

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

pub use code::{Code, RaisedBy, Severity, UnknownCode};
pub(crate) use collect::Sink;
pub(crate) use message::{Arg, quote};
pub use texts::Texts;

use crate::kind::Kind;
use crate::place::Place;

/// The element that a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Subject {
    /// What kind of element it is.
    pub kind: Kind,
    /// Its id.
    pub id: Uuid,
}

/// One thing found in a plan (*bevinding*): a code, where, and what it says in English and Dutch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "bevinding")]
#[non_exhaustive]
pub struct Finding {
    /// The permanent name of this kind of finding.
    pub code: Code,
    /// `error` or `advice`.
    pub severity: Severity,
    /// Where in the document, as a JSON Pointer; of a set, behind the number of the plan.
    pub place: Place,
    /// The line of the text, from 1, where the finding is about text.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1))]
    pub line: Option<usize>,
    /// The column of the line, from 1, where the finding is about text.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1))]
    pub column: Option<usize>,
    /// The element that it is about, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<Subject>,
    /// What was found, in English.
    pub message: String,
    /// What was found, in Dutch.
    pub message_nl: String,
    /// Other places that take part, such as the other bearer of a code.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Place>,
    /// Why this advice is accepted knowingly, where the plan has an exemption for it. It stays listed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exempt: Option<String>,
}

impl Finding {
    /// A finding in the words of the catalogue.
    pub(crate) fn new(code: Code, place: Place, args: &[Arg]) -> Self {
        let texts = code.texts();
        Self {
            code,
            severity: code.severity(),
            place,
            line: None,
            column: None,
            subject: None,
            message: message::fill(texts.message, args, Arg::english),
            message_nl: message::fill(texts.message_nl, args, Arg::dutch),
            related: Vec::new(),
            exempt: None,
        }
    }

    pub(crate) fn about(mut self, kind: Kind, id: Uuid) -> Self {
        self.subject = Some(Subject { kind, id });
        self
    }

    pub(crate) fn related(mut self, places: impl IntoIterator<Item = Place>) -> Self {
        self.related.extend(places);
        self
    }

    pub(crate) fn at_line(mut self, line: usize, column: usize) -> Self {
        self.line = Some(line);
        self.column = Some(column);
        self
    }

    fn order(&self) -> (&Place, Code, &str) {
        (&self.place, self.code, &self.message)
    }
}

/// One line: severity, code, place and message. The place of the whole document is written `/`; where the line of
/// the text is known, `line:column` comes before the place.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} ", self.severity, self.code)?;
        match (self.line, self.column) {
            (Some(line), Some(column)) => write!(f, "{line}:{column}{}", self.place)?,
            _ if self.place == Place::default() => f.write_str("/")?,
            _ => write!(f, "{}", self.place)?,
        }
        write!(f, " {}", self.message)?;
        match &self.exempt {
            Some(reason) => write!(f, " (exempt: {})", quote(reason)),
            None => Ok(()),
        }
    }
}

/// How many findings of a code were counted and not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Beyond {
    /// The code.
    pub code: Code,
    /// How many more there are of it.
    pub more: u64,
}

/// Findings in the order of the document, and how many more there were than were kept.
///
/// `Display` gives one line per finding.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "bevindingen")]
pub struct Findings {
    findings: Vec<Finding>,
    /// What was counted beyond the findings that are kept, per code.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    beyond: Vec<Beyond>,
}

impl Findings {
    pub(crate) fn sorted(mut findings: Vec<Finding>, beyond: Vec<Beyond>) -> Self {
        findings.sort_by(|a, b| a.order().cmp(&b.order()));
        Self { findings, beyond }
    }

    /// The findings, in the order of the document, then of their codes.
    pub fn iter(&self) -> std::slice::Iter<'_, Finding> {
        self.findings.iter()
    }

    /// The findings as a slice.
    #[must_use]
    pub fn as_slice(&self) -> &[Finding] {
        &self.findings
    }

    /// The findings themselves.
    #[must_use]
    pub fn into_vec(self) -> Vec<Finding> {
        self.findings
    }

    /// Whether nothing was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty() && self.beyond.is_empty()
    }

    /// How many findings are kept.
    #[must_use]
    pub fn len(&self) -> usize {
        self.findings.len()
    }

    /// How many more there were than are kept, per code (see [`Limits`](crate::Limits)).
    #[must_use]
    pub fn beyond(&self) -> &[Beyond] {
        &self.beyond
    }

    /// How many were found in all, kept or not.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.findings.len() as u64 + self.beyond.iter().map(|rest| rest.more).sum::<u64>()
    }

    /// The findings that are not exempt: what still asks for attention.
    pub fn open(&self) -> impl Iterator<Item = &Finding> + Clone {
        self.findings.iter().filter(|finding| finding.exempt.is_none())
    }

    /// The kept findings of one code.
    pub fn of(&self, code: Code) -> impl Iterator<Item = &Finding> + Clone {
        self.findings.iter().filter(move |finding| finding.code == code)
    }
}

impl<'a> IntoIterator for &'a Findings {
    type Item = &'a Finding;
    type IntoIter = std::slice::Iter<'a, Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for Findings {
    type Item = Finding;
    type IntoIter = std::vec::IntoIter<Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.findings.into_iter()
    }
}

impl fmt::Display for Findings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut between = "";
        for finding in &self.findings {
            write!(f, "{between}{finding}")?;
            between = "\n";
        }
        for rest in &self.beyond {
            write!(f, "{between}and {} more of {}", rest.more, rest.code)?;
            between = "\n";
        }
        Ok(())
    }
}
