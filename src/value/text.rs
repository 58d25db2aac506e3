//! Values that are texts.

use crate::rule::{TextRule, all_bytes, blank, is_blank};
use crate::value::ValueError;

/// Gives a value that is written as a text its serde, schema and draft form, from `RULE` and `FromStr`.
macro_rules! written_as_text {
    ($name:ident $code:ident $placeholder:expr) => {
        impl $name {
            /// The constraint, for the schema and for tests.
            pub(crate) const RULE: &'static $crate::rule::TextRule = &$name::CONSTRAINT;
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <String as serde::Deserialize>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn schema_id() -> std::borrow::Cow<'static, str> {
                concat!(module_path!(), "::", stringify!($name)).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                Self::RULE.schema().into()
            }
        }

        impl $crate::wire::Typed for $name {
            type Raw = String;

            fn from_raw(
                raw: &String,
                at: &$crate::place::Path<'_>,
                sink: &mut $crate::finding::Sink,
            ) -> Self {
                raw.parse().unwrap_or_else(|_| {
                    let expected = $crate::finding::Arg::both(Self::RULE.expected, Self::RULE.expected_nl);
                    let found = $crate::finding::Arg::from(raw.as_str());
                    sink.fault($crate::finding::Code::$code, at, &[found, expected]);
                    $placeholder
                })
            }

            fn to_raw(&self) -> String {
                self.to_string()
            }
        }
    };
}
pub(super) use written_as_text;

/// Defines a value that is a text with a rule.
macro_rules! text_value {
    ($($(#[doc = $doc:literal])+ $name:ident $code:ident = $rule:expr;)+) => {
        $(
            $(#[doc = $doc])+
            #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
            // INVARIANT: the rule holds.
            pub struct $name(Box<str>);

            impl $name {
                const CONSTRAINT: TextRule = $rule;

                /// Takes a text as such a value.
                ///
                /// # Errors
                /// The text doesn't fit the rule of the type.
                pub fn new(text: impl Into<String>) -> Result<Self, ValueError> {
                    let text = text.into();
                    if Self::RULE.holds(&text) {
                        Ok(Self(text.into_boxed_str()))
                    } else {
                        Err(ValueError::new(&text, Self::RULE.expected))
                    }
                }

                /// The text.
                #[must_use]
                pub fn as_str(&self) -> &str {
                    &self.0
                }
            }

            impl std::str::FromStr for $name {
                type Err = ValueError;

                fn from_str(text: &str) -> Result<Self, ValueError> {
                    Self::new(text)
                }
            }

            impl std::fmt::Display for $name {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.pad(&self.0)
                }
            }

            impl AsRef<str> for $name {
                fn as_ref(&self) -> &str {
                    &self.0
                }
            }

            impl PartialEq<str> for $name {
                fn eq(&self, other: &str) -> bool {
                    *self.0 == *other
                }
            }

            written_as_text!($name $code Self("?".into()));
        )+
    };
}

fn is_title(text: &str) -> bool {
    text.chars().any(|c| !is_blank(c))
        && !text.chars().any(|c| matches!(c, '\0'..='\u{1f}' | '\u{7f}' | '\u{2028}' | '\u{2029}'))
}

fn is_text(text: &str) -> bool {
    text.chars().any(|c| !is_blank(c))
}

fn is_code(text: &str) -> bool {
    let rest = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-');
    text.len() <= 32
        && text.bytes().next().is_some_and(|b| b.is_ascii_alphanumeric())
        && text.bytes().all(rest)
}

fn is_power(text: &str) -> bool {
    let rest = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    text.len() <= 32 && text.bytes().next().is_some_and(|b| b.is_ascii_lowercase()) && text.bytes().all(rest)
}

fn is_finding_code(text: &str) -> bool {
    let word = |word: &str| {
        !word.is_empty()
            && word.split('-').all(|part| {
                !part.is_empty() && all_bytes(part, |b| b.is_ascii_lowercase() || b.is_ascii_digit())
            })
    };
    text.split_once('/').is_some_and(|(area, slug)| word(area) && word(slug))
}

fn digits(text: &str, count: usize) -> bool {
    text.len() == count && all_bytes(text, |b| b.is_ascii_digit())
}

fn is_municipality(text: &str) -> bool {
    text.strip_prefix("GM").is_some_and(|rest| digits(rest, 4))
}

fn is_area(text: &str) -> bool {
    let tail = |text: &str, length: usize| {
        text.is_char_boundary(4) && {
            let (number, tail) = text.split_at(4);
            digits(number, 4)
                && tail.len() == length
                && all_bytes(tail, |b| b.is_ascii_digit() || b.is_ascii_uppercase())
        }
    };
    match (text.strip_prefix("WK"), text.strip_prefix("BU")) {
        (Some(rest), _) => rest.len() == 6 && tail(rest, 2),
        (_, Some(rest)) => rest.len() == 8 && tail(rest, 4),
        _ => is_municipality(text),
    }
}

fn is_digest(text: &str) -> bool {
    text.len() == 64 && all_bytes(text, |b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

const RULE: TextRule = TextRule {
    title: "",
    expected: "",
    expected_nl: "",
    patterns: &[],
    max_chars: None,
    except: None,
    format: None,
    fits: |_| true,
};

text_value! {
    /// One line that names something: 1 to 300 characters, at least one of them visible.
    Title ValueTitle = TextRule {
        title: "titel",
        expected: "one line of 1 to 300 characters, at least one of them visible",
        expected_nl: "één regel van 1 tot 300 tekens, waarvan ten minste één zichtbaar",
        patterns: &[concat!("[^", blank!(), "]"), "^[^\\u0000-\\u001f\\u007f\\u2028\\u2029]*$"],
        max_chars: Some(300),
        fits: is_title,
        ..RULE
    };
    /// Running text: 1 to 100 000 characters, at least one of them visible.
    Text ValueText = TextRule {
        title: "tekst",
        expected: "a text of 1 to 100 000 characters, at least one of them visible",
        expected_nl: "een tekst van 1 tot 100 000 tekens, waarvan ten minste één zichtbaar",
        patterns: &[concat!("[^", blank!(), "]")],
        max_chars: Some(100_000),
        fits: is_text,
        ..RULE
    };
    /// The mark of an element in print, such as `P1.2` or `2020-A14`.
    ElementCode ValueCode = TextRule {
        title: "code",
        expected: "1 to 32 letters, digits, dots, hyphens and underscores, starting with a letter or digit",
        expected_nl: "1 tot 32 letters, cijfers, punten, streepjes en lage streepjes, te beginnen met een letter of cijfer",
        patterns: &["^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$"],
        fits: is_code,
        ..RULE
    };
    /// The CBS code of a municipality, such as `GM0622`.
    MunicipalityCode ValueMunicipalityCode = TextRule {
        title: "gemeentecode",
        expected: "`GM` and four digits (CBS)",
        expected_nl: "`GM` en vier cijfers (CBS)",
        patterns: &["^GM[0-9]{4}$"],
        fits: is_municipality,
        ..RULE
    };
    /// The CBS code of a municipality, wijk or buurt, such as `WK062201`.
    AreaCode ValueAreaCode = TextRule {
        title: "gebiedscode",
        expected: "a CBS code of a municipality (GM0622), wijk (WK062201) or buurt (BU06220100)",
        expected_nl: "een CBS-code van een gemeente (GM0622), wijk (WK062201) of buurt (BU06220100)",
        patterns: &["^(GM[0-9]{4}|WK[0-9]{4}[0-9A-Z]{2}|BU[0-9]{4}[0-9A-Z]{4})$"],
        fits: is_area,
        ..RULE
    };
    /// The code of a legal power, such as `gemw-151b`.
    PowerCode ValuePowerCode = TextRule {
        title: "code van een bevoegdheid",
        expected: "1 to 32 lower-case letters, digits and hyphens, starting with a letter",
        expected_nl: "1 tot 32 kleine letters, cijfers en streepjes, te beginnen met een letter",
        patterns: &["^[a-z][a-z0-9-]{0,31}$"],
        fits: is_power,
        ..RULE
    };
    /// A code of the catalogue of findings, such as `framework/item-unanswered`; perhaps of another version.
    FindingCode ValueFindingCode = TextRule {
        title: "bevindingcode",
        expected: "a code of a finding, such as `framework/item-unanswered`",
        expected_nl: "een bevindingcode, zoals `framework/item-unanswered`",
        patterns: &["^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$"],
        fits: is_finding_code,
        ..RULE
    };
    /// A SHA-256 digest of a strategic part: 64 lower-case hexadecimal digits.
    Digest ValueDigest = TextRule {
        title: "vingerafdruk",
        expected: "64 lower-case hexadecimal digits (SHA-256)",
        expected_nl: "64 hexadecimale cijfers in kleine letters (SHA-256)",
        patterns: &["^[0-9a-f]{64}$"],
        fits: is_digest,
        ..RULE
    };
    /// The number of a legal person in the register of RSINs: nine digits (the eleven-test is a rule of its own).
    Rsin ValueLegalNumber = TextRule {
        title: "rsin",
        expected: "nine digits",
        expected_nl: "negen cijfers",
        patterns: &["^[0-9]{9}$"],
        fits: |text| digits(text, 9),
        ..RULE
    };
    /// The identification number of a public body (OIN): twenty digits.
    Oin ValueLegalNumber = TextRule {
        title: "oin",
        expected: "twenty digits",
        expected_nl: "twintig cijfers",
        patterns: &["^[0-9]{20}$"],
        fits: |text| digits(text, 20),
        ..RULE
    };
    /// The number in the trade register of the Chamber of Commerce: eight digits.
    Kvk ValueLegalNumber = TextRule {
        title: "kvk-nummer",
        expected: "eight digits",
        expected_nl: "acht cijfers",
        patterns: &["^[0-9]{8}$"],
        fits: |text| digits(text, 8),
        ..RULE
    };
}

impl Digest {
    /// The digest that a hasher gave.
    pub(crate) fn of_hash(hash: &[u8]) -> Self {
        use std::fmt::Write;
        let mut hex = String::with_capacity(hash.len() * 2);
        for byte in hash {
            // Writing to a String can't fail.
            let _ = write!(hex, "{byte:02x}");
        }
        Self(hex.into_boxed_str())
    }
}

impl AreaCode {
    /// The four digits of the municipality that the area lies in.
    #[must_use]
    pub fn municipality_digits(&self) -> &str {
        self.0.get(2..6).unwrap_or_default()
    }

    /// The two letters that say what it is the code of: GM, WK or BU.
    #[must_use]
    pub fn prefix(&self) -> &str {
        self.0.get(..2).unwrap_or_default()
    }

    /// What follows the prefix.
    #[must_use]
    pub fn digits(&self) -> &str {
        self.0.get(2..).unwrap_or_default()
    }
}

impl MunicipalityCode {
    /// The four digits.
    #[must_use]
    pub fn digits(&self) -> &str {
        self.0.get(2..).unwrap_or_default()
    }

    /// The municipality's identifier in the register of government organisations (TOOI).
    #[must_use]
    pub fn tooi_uri(&self) -> String {
        format!("https://identifier.overheid.nl/tooi/id/gemeente/gm{}", self.digits())
    }
}

#[cfg(test)]
pub(crate) const TEXT_RULES: [&TextRule; 11] = [
    Title::RULE,
    Text::RULE,
    ElementCode::RULE,
    MunicipalityCode::RULE,
    AreaCode::RULE,
    PowerCode::RULE,
    FindingCode::RULE,
    Digest::RULE,
    Rsin::RULE,
    Oin::RULE,
    Kvk::RULE,
];
