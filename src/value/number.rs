//! Whole numbers.

use crate::finding::{Arg, Code, Sink};
use crate::place::Path;
use crate::rule::{MAX_INTEGER, RangeRule};
use crate::value::ValueError;
use crate::wire::Typed;

/// Defines a whole number with bounds.
macro_rules! number {
    ($($(#[doc = $doc:literal])+ $name:ident $min:literal $max:expr, $title:literal $expected:literal;)+) => {
        $(
            $(#[doc = $doc])+
            #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
            // INVARIANT: within the bounds of its rule.
            pub struct $name(u64);

            impl $name {
                pub(crate) const RULE: &'static RangeRule =
                    &RangeRule { title: $title, expected: $expected, min: $min, max: $max };

                /// Takes a number as such a value.
                ///
                /// # Errors
                /// The number is out of bounds.
                pub fn new(number: u64) -> Result<Self, ValueError> {
                    if Self::RULE.holds(number) {
                        Ok(Self(number))
                    } else {
                        Err(ValueError::new(&number.to_string(), $expected))
                    }
                }

                /// The number.
                #[must_use]
                pub fn get(self) -> u64 {
                    self.0
                }
            }

            impl std::fmt::Display for $name {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    std::fmt::Display::fmt(&self.0, f)
                }
            }

            impl serde::Serialize for $name {
                fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serializer.serialize_u64(self.0)
                }
            }

            impl schemars::JsonSchema for $name {
                fn schema_name() -> std::borrow::Cow<'static, str> {
                    stringify!($name).into()
                }

                fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                    Self::RULE.schema().into()
                }
            }

            impl Typed for $name {
                type Raw = u64;

                fn from_raw(raw: &u64, at: &Path<'_>, sink: &mut Sink) -> Self {
                    Self::new(*raw).unwrap_or_else(|_| {
                        let args = [*raw, $min, $max].map(|number: u64| Arg::from(number.to_string()));
                        sink.fault(Code::ValueOutOfRange, at, &args);
                        Self($min)
                    })
                }

                fn to_raw(&self) -> u64 {
                    self.0
                }
            }
        )+
    };
}

number! {
    /// An amount of money in euro cents, from 0 to 2^53-1.
    Cents 0 MAX_INTEGER, "eurocenten" "euro cents, from 0 to 9007199254740991";
    /// A whole percentage from 0 to 100.
    Percent 0 100, "procent" "a whole number from 0 to 100";
    /// A calendar year from 1000 to 2999.
    Year 1000 2999, "jaar" "a year from 1000 to 2999";
    /// The number of a page.
    PageNumber 1 99_999, "pagina" "a whole number from 1 to 99999";
    /// A small number, such as months or priorities in a profile.
    Count 1 99, "aantal" "a whole number from 1 to 99";
    /// The number of a rule of the domain.
    RuleNumber 1 255, "regelnummer" "a whole number from 1 to 255";
}
