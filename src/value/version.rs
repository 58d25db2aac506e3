//! The version of the document format.

use crate::finding::{Arg, Code, Sink};
use crate::place::Path;
use crate::rule::all_bytes;
use crate::wire::Typed;

/// The version of the document format. This crate reads and writes exactly one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FormatVersion(());

impl FormatVersion {
    /// The version that this crate reads and writes.
    pub const CURRENT: &'static str = "1.0";
}

impl std::fmt::Display for FormatVersion {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(Self::CURRENT)
    }
}

impl serde::Serialize for FormatVersion {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(Self::CURRENT)
    }
}

impl schemars::JsonSchema for FormatVersion {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "FormatVersion".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "title": "formaatversie",
            "description": "The version of the document format.",
            "type": "string",
            "const": Self::CURRENT,
        })
    }
}

impl Typed for FormatVersion {
    type Raw = String;

    fn from_raw(raw: &String, at: &Path<'_>, sink: &mut Sink) -> Self {
        if raw != Self::CURRENT {
            let code = if is_newer(raw) { Code::FormatNewer } else { Code::FormatUnknown };
            sink.fault(code, at, &[Arg::from(raw.as_str()), Arg::from(Self::CURRENT)]);
        }
        Self(())
    }

    fn to_raw(&self) -> String {
        Self::CURRENT.to_owned()
    }
}

/// Whether the text is a version `major.minor` above 1.0.
pub(crate) fn is_newer(text: &str) -> bool {
    let number = |part: &str| {
        let plain = !part.is_empty()
            && all_bytes(part, |b| b.is_ascii_digit())
            && (part == "0" || !part.starts_with('0'));
        plain.then(|| part.parse::<u64>().unwrap_or(u64::MAX))
    };
    text.split_once('.').is_some_and(|(major, minor)| {
        matches!((number(major), number(minor)), (Some(major), Some(minor)) if (major, minor) > (1, 0))
    })
}
