//! Reading a plan from text, within bounds, and writing it.

use std::io;

use serde::Serialize;

use super::{PlanRejected, SafetyPlan, check};
use crate::finding::{Arg, Code, Finding, Findings, Sink};
use crate::place::{Path, Place};
use crate::wire::Shape;

/// Bounds of the reader (*grenzen*), so that no input takes all memory.
///
/// Beyond the bounds of size and lists there is a finding; beyond the bound of findings they are only counted. Memory
/// is linear in the input: mostly under 12 times its size, and 27 times in the worst document measured (five million
/// texts of one letter). Beside that, the findings that are kept and what they are about take up to 11 MB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    bytes: usize,
    list: usize,
    findings: usize,
}

impl Default for Limits {
    /// 256 MiB of input, 100 000 elements per list, 10 000 findings.
    fn default() -> Self {
        Self { bytes: 256 << 20, list: 100_000, findings: 10_000 }
    }
}

impl Limits {
    /// The same, with at most this many bytes of input.
    #[must_use]
    pub fn with_bytes(self, bytes: usize) -> Self {
        Self { bytes, ..self }
    }

    /// The same, with at most this many elements per list.
    #[must_use]
    pub fn with_list(self, list: usize) -> Self {
        Self { list, ..self }
    }

    /// The same, keeping at most this many findings.
    #[must_use]
    pub fn with_findings(self, findings: usize) -> Self {
        Self { findings, ..self }
    }

    pub(crate) fn sink(&self) -> Sink {
        Sink::new(self.findings, self.list)
    }

    /// Reads and checks a plan within these bounds; see [`SafetyPlan::from_json`].
    ///
    /// # Errors
    /// Every fault of the text and every error of the plan.
    pub fn from_json(&self, text: &str) -> Result<SafetyPlan, PlanRejected> {
        self.from_json_slice(text.as_bytes())
    }

    /// Reads and checks a plan within these bounds; see [`SafetyPlan::from_json_slice`].
    ///
    /// # Errors
    /// Every fault of the text and every error of the plan.
    pub fn from_json_slice(&self, bytes: &[u8]) -> Result<SafetyPlan, PlanRejected> {
        let mut sink = self.sink();
        let draft = match self.text(bytes).and_then(|text| raw(text, &mut sink)) {
            Ok(draft) => draft,
            Err(fault) => {
                return Err(PlanRejected { errors: Findings::sorted(vec![*fault], Vec::new()), draft: None });
            }
        };
        check(&draft, sink).into_result()
    }

    /// Reads and checks a plan within these bounds; see [`SafetyPlan::from_json_reader`].
    ///
    /// # Errors
    /// The reader fails, the text is at fault or the plan has errors.
    pub fn from_json_reader(&self, reader: impl io::Read) -> Result<SafetyPlan, ReadError> {
        Ok(self.from_json_slice(&self.bytes_of(reader)?)?)
    }

    /// What a reader gives, up to one byte beyond the bound.
    pub(super) fn bytes_of(&self, reader: impl io::Read) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        io::Read::read_to_end(&mut reader.take((self.bytes as u64).saturating_add(1)), &mut bytes)?;
        Ok(bytes)
    }

    /// Whether there are not too many bytes.
    pub(super) fn holds(&self, bytes: &[u8]) -> Result<(), Box<Finding>> {
        if bytes.len() > self.bytes {
            let limit = Arg::from(self.bytes.to_string());
            return Err(Box::new(Finding::new(Code::TextTooLarge, Place::default(), &[limit])));
        }
        Ok(())
    }

    /// The text that the bytes are, if there are not too many.
    pub(crate) fn text<'a>(&self, bytes: &'a [u8]) -> Result<&'a str, Box<Finding>> {
        self.holds(bytes)?;
        std::str::from_utf8(bytes).map_err(|error| {
            let at = error.valid_up_to();
            let (line, column) = position(bytes.get(..at).unwrap_or_default());
            let finding = Finding::new(Code::TextNotUtf8, Place::default(), &[Arg::from(at.to_string())]);
            Box::new(finding.at_line(line, column))
        })
    }
}

/// The line and column, from 1, that follow this text.
fn position(before: &[u8]) -> (usize, usize) {
    let line_start = before.iter().rposition(|b| *b == b'\n').map_or(0, |at| at + 1);
    #[expect(clippy::naive_bytecount, reason = "once per refused document")]
    let lines = before.iter().filter(|b| **b == b'\n').count();
    (lines + 1, before.len() - line_start + 1)
}

/// Reads a text as a raw value; faults of shape go to the sink, a fault of syntax ends the reading.
pub(crate) fn raw<T: Shape>(text: &str, sink: &mut Sink) -> Result<T, Box<Finding>> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let read = crate::wire::read(&mut deserializer, &Path::ROOT, sink);
    read.and_then(|read| deserializer.end().map(|()| read)).map_err(|error| Box::new(syntax(&error)))
}

fn syntax(error: &serde_json::Error) -> Finding {
    let reason = error.to_string();
    let reason = reason.split(" at line ").next().unwrap_or_default();
    let finding = if reason == "recursion limit exceeded" {
        Finding::new(Code::TextTooDeep, Place::default(), &[])
    } else {
        Finding::new(Code::TextNotJson, Place::default(), &[Arg::from(reason)])
    };
    finding.at_line(error.line().max(1), error.column().max(1))
}

/// Reading from a reader failed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The reader itself failed.
    #[error("the document can't be read")]
    Io(#[from] io::Error),
    /// The text is at fault or the plan has errors.
    #[error("the plan was rejected")]
    Rejected(#[from] PlanRejected),
}

impl SafetyPlan {
    /// Reads and checks a plan from JSON.
    ///
    /// # Errors
    /// Every fault of the text and every error of the plan, each with its code and place. A text that isn't JSON
    /// stops at the first fault, with line and column.
    ///
    /// ```
    /// let rejected = veiligheidsplan::SafetyPlan::from_json("{").unwrap_err();
    /// assert_eq!(rejected.errors().as_slice()[0].code.as_str(), "text/not-json");
    /// ```
    pub fn from_json(text: &str) -> Result<Self, PlanRejected> {
        Limits::default().from_json(text)
    }

    /// Reads and checks a plan from the bytes of a JSON text in UTF-8.
    ///
    /// # Errors
    /// As [`from_json`](Self::from_json), and bytes that are not UTF-8.
    pub fn from_json_slice(bytes: &[u8]) -> Result<Self, PlanRejected> {
        Limits::default().from_json_slice(bytes)
    }

    /// Reads and checks a plan from a reader, which is read whole.
    ///
    /// # Errors
    /// As [`from_json_slice`](Self::from_json_slice), and the reader's own failure.
    pub fn from_json_reader(reader: impl io::Read) -> Result<Self, ReadError> {
        Limits::default().from_json_reader(reader)
    }
}

/// The written form of a value: two spaces, and a line feed at the end.
pub(crate) fn pretty(value: &impl Serialize) -> String {
    // Writing to memory can't fail, and neither can values whose keys are texts.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

/// The written form of a value on one line.
pub(crate) fn compact(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
