//! Single values: a value that exists holds its rule.

mod date;
mod decimal;
mod number;
mod text;
mod version;

pub use date::{Date, Moment};
pub use decimal::Decimal;
pub use number::{Cents, Count, PageNumber, Percent, RuleNumber, Year};
pub use text::{
    AreaCode, Digest, ElementCode, FindingCode, Kvk, MunicipalityCode, Oin, PowerCode, Rsin, Text, Title,
};

pub use version::FormatVersion;
pub(crate) use version::is_newer;

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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Date, Decimal, Moment};
    use crate::rule::{TextRule, patterns};

    fn rules() -> Vec<&'static TextRule> {
        let mut rules = super::text::TEXT_RULES.to_vec();
        rules.extend([Date::RULE, Moment::RULE, Decimal::RULE]);
        rules
    }

    /// Texts near the rules: their own characters, with a digit, sign or blank too many.
    fn near() -> impl Strategy<Value = String> {
        let pieces = prop::sample::select(vec![
            "GM",
            "WK",
            "BU",
            "0622",
            "01",
            "A",
            "a",
            "z",
            "-",
            "_",
            ".",
            "/",
            "0",
            "00",
            "1",
            "9",
            "12.5",
            "-0",
            "2020",
            "1900",
            "2000",
            "02",
            "29",
            "30",
            "31",
            "02-29",
            "-02-30",
            "0999",
            "3000",
            " ",
            "\u{a0}",
            "\u{200b}",
            "\n",
            "\t",
            "\u{2028}",
            "\u{feff}",
            "é",
            "😀",
            "abcdef0123456789",
            "framework",
            "item-unanswered",
        ]);
        prop::collection::vec(pieces, 0..6).prop_map(|pieces| pieces.concat())
    }

    /// Every day that looks like one, so that the pattern and the calendar agree on each.
    #[test]
    fn the_pattern_of_a_date_is_the_calendar() {
        let pattern = patterns::regex(Date::RULE.patterns[0]);
        for year in
            (1000..3000).step_by(7).chain([1000, 1100, 1200, 1600, 1900, 2000, 2020, 2100, 2400, 2999])
        {
            for (month, day) in (0..=13).flat_map(|month| (0..=32).map(move |day| (month, day))) {
                let text = format!("{year}-{month:02}-{day:02}");
                assert_eq!(pattern.is_match(&text), text.parse::<Date>().is_ok(), "{text}");
            }
        }
    }

    proptest! {
        #[test]
        fn the_patterns_say_what_the_values_hold(text in near(), long in 0..400_usize) {
            let longer = text.clone() + &"x".repeat(long);
            for rule in rules() {
                for text in [&text, &longer] {
                    prop_assert_eq!(rule.holds(text), patterns::holds(rule, text), "{} {:?}", rule.title, text);
                }
            }
        }

        #[test]
        fn a_decimal_is_written_as_it_was_read(text in "-?(0|[1-9][0-9]{0,8})(\\.[0-9]{0,8}[1-9])?") {
            if let Ok(number) = text.parse::<Decimal>() {
                prop_assert_eq!(number.to_string(), text);
            } else {
                prop_assert_eq!(text, "-0");
            }
        }
    }
}
