//! Single values: a value that exists holds its rule.

mod date;
mod decimal;
mod number;
mod text;

pub use date::{Date, Moment};
pub use decimal::Decimal;
pub use number::{Cents, Count, PageNumber, Percent, RuleNumber, Year};
pub(crate) use text::is_newer;
pub use text::{
    AreaCode, Digest, ElementCode, FindingCode, FormatVersion, Kvk, MunicipalityCode, Oin, PowerCode, Rsin,
    Text, Title,
};

/// The text or number is not such a value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{found}` is not {expected}")]
#[non_exhaustive]
pub struct ValueError {
    /// What stood there, shortened to 60 characters.
    pub found: String,
    /// What is expected.
    pub expected: &'static str,
}

impl ValueError {
    pub(crate) fn new(found: &str, expected: &'static str) -> Self {
        Self { found: crate::finding::quote(found), expected }
    }
}
