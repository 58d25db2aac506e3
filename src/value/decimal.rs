//! Exact decimals.

use std::fmt;
use std::str::FromStr;

use super::ValueError;
use super::text::written_as_text;
use crate::rule::TextRule;

/// An exact decimal number in its one written form, such as `12.5` or `-20`: at most 18 digits, no closing zeros.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
// INVARIANT: normalised, so that equal numbers have equal texts.
pub struct Decimal(rust_decimal::Decimal);

impl Decimal {
    const CONSTRAINT: TextRule = TextRule {
        title: "decimaal getal",
        expected: "a decimal number such as 12.5, with at most 18 digits and no closing zeros",
        expected_nl: "een decimaal getal zoals 12.5, met hoogstens 18 cijfers en geen nullen aan het eind",
        patterns: &["^-?(0|[1-9][0-9]*)(\\.[0-9]*[1-9])?$", "^[^0-9]*([0-9][^0-9]*){1,18}$"],
        max_chars: None,
        except: Some("-0"),
        format: None,
        fits,
    };

    /// Whether the number is below zero.
    #[must_use]
    pub fn is_negative(self) -> bool {
        self.0.is_sign_negative()
    }

    /// The sum, as exact as 18 digits are; `None` where they hold it not at all.
    pub(crate) fn plus(self, other: Self) -> Option<Self> {
        Self::near(self.0.checked_add(other.0)?)
    }

    /// The number changed by a percentage of itself, as exact as 18 digits are; `None` where they hold it not at all.
    pub(crate) fn changed_by(self, percent: Self) -> Option<Self> {
        let hundred = rust_decimal::Decimal::ONE_HUNDRED;
        Self::near(self.0.checked_mul(hundred.checked_add(percent.0)?)?.checked_div(hundred)?)
    }

    /// The nearest number that has a written form.
    fn near(number: rust_decimal::Decimal) -> Option<Self> {
        let whole = u32::try_from(number.trunc().abs().to_string().len()).ok()?;
        let number = number.round_dp(18_u32.checked_sub(whole)?).normalize();
        // There is no number below zero that is zero.
        let number = if number.is_zero() { rust_decimal::Decimal::ZERO } else { number };
        fits(&number.to_string()).then_some(Self(number))
    }
}

/// The patterns in Rust: sign, whole part without leading zeros, fraction without closing zeros, 18 digits in all.
fn fits(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = match unsigned.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (unsigned, None),
    };
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(|fraction| digits(fraction) && !fraction.ends_with('0'))
        && whole.len() + fraction.map_or(0, str::len) <= 18
}

impl FromStr for Decimal {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        let number =
            if Self::RULE.holds(text) { rust_decimal::Decimal::from_str_exact(text).ok() } else { None };
        number.map(Self).ok_or_else(|| ValueError::new(text, Self::RULE.expected))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Decimal({})", self.0)
    }
}

written_as_text!(Decimal ValueDecimal Decimal(rust_decimal::Decimal::ZERO));
