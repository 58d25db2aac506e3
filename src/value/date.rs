//! Days and moments.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};

use super::ValueError;
use super::text::written_as_text;
use crate::rule::TextRule;

/// A day of the calendar, written `YYYY-MM-DD`, in the years 1000 to 2999.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
// INVARIANT: the year lies in 1000..=2999, so that the written form has ten characters.
pub struct Date(NaiveDate);

/// The days that exist: 31, 30 and 28 days by month, and the 29th of February of leap years.
const DAY: &str = "^([12][0-9]{3}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|([12][0-9](0[48]|[2468][048]|[13579][26])|(12|16|20|24|28)00)-02-29)$";
const DAY_OR_YEAR: &str = "^([12][0-9]{3}(-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8])))?|([12][0-9](0[48]|[2468][048]|[13579][26])|(12|16|20|24|28)00)-02-29)$";

impl Date {
    const CONSTRAINT: TextRule = TextRule {
        title: "datum",
        expected: "an existing day as YYYY-MM-DD, in the years 1000 to 2999",
        expected_nl: "een bestaande dag als JJJJ-MM-DD, in de jaren 1000 tot en met 2999",
        patterns: &[DAY],
        max_chars: None,
        except: None,
        format: Some("date"),
        fits: |text| parse(text).is_some(),
    };

    /// The day of this year, month and day of the month.
    ///
    /// # Errors
    /// There is no such day, or the year is not in 1000 to 2999.
    pub fn new(year: i32, month: u32, day: u32) -> Result<Self, ValueError> {
        NaiveDate::from_ymd_opt(year, month, day)
            .and_then(|date| Self::try_from(date).ok())
            .ok_or_else(|| ValueError::new(&format!("{year}-{month}-{day}"), Self::RULE.expected))
    }

    /// A day that is known to be one.
    #[cfg(feature = "sample")]
    pub(crate) const fn constant(year: i32, month: u32, day: u32) -> Self {
        match NaiveDate::from_ymd_opt(year, month, day) {
            Some(date) => Self(date),
            None => Self(NaiveDate::MIN),
        }
    }

    /// The same day in `chrono`.
    #[must_use]
    pub fn into_naive(self) -> NaiveDate {
        self.0
    }

    /// The calendar year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month of the year, from 1.
    #[must_use]
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day after, within the range of dates.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        self.0.succ_opt().and_then(|day| Self::try_from(day).ok())
    }

    /// The same day so many calendar months later, within the range of dates; where that month is shorter, its last
    /// day.
    ///
    /// ```
    /// let day: veiligheidsplan::Date = "2020-01-31".parse()?;
    /// assert_eq!(day.plus_months(1), Some("2020-02-29".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn plus_months(self, months: u64) -> Option<Self> {
        let months = chrono::Months::new(u32::try_from(months).ok()?);
        self.0.checked_add_months(months).and_then(|day| Self::try_from(day).ok())
    }
}

impl TryFrom<NaiveDate> for Date {
    type Error = ValueError;

    fn try_from(date: NaiveDate) -> Result<Self, ValueError> {
        if (1000..=2999).contains(&date.year()) {
            Ok(Self(date))
        } else {
            Err(ValueError::new(&date.to_string(), Self::RULE.expected))
        }
    }
}

impl From<Date> for NaiveDate {
    fn from(date: Date) -> Self {
        date.0
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Date({})", self.0)
    }
}

impl FromStr for Date {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        parse(text).ok_or_else(|| ValueError::new(text, Self::RULE.expected))
    }
}

/// Exactly `YYYY-MM-DD`: chrono's own reader takes more.
fn parse(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    let shaped = bytes.len() == 10
        && bytes
            .iter()
            .enumerate()
            .all(|(at, b)| if at == 4 || at == 7 { *b == b'-' } else { b.is_ascii_digit() });
    if !shaped {
        return None;
    }
    let number = |range: std::ops::Range<usize>| text.get(range)?.parse::<u32>().ok();
    let year = i32::try_from(number(0..4)?).ok()?;
    Date::new(year, number(5..7)?, number(8..10)?).ok()
}

written_as_text!(Date ValueDate Date(NaiveDate::default()));

/// When something should be reached: a year or a day (*streefmoment*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Moment {
    /// Some time in the year; written `YYYY`.
    Year(i32),
    /// By the day; written `YYYY-MM-DD`.
    Day(Date),
}

impl Moment {
    const CONSTRAINT: TextRule = TextRule {
        title: "streefmoment",
        expected: "a year as YYYY or a day as YYYY-MM-DD",
        expected_nl: "een jaar als JJJJ of een dag als JJJJ-MM-DD",
        patterns: &[DAY_OR_YEAR],
        max_chars: None,
        except: None,
        format: None,
        fits: |text| parse_moment(text).is_some(),
    };

    /// The calendar year that it lies in.
    #[must_use]
    pub fn year(self) -> i32 {
        match self {
            Self::Year(year) => year,
            Self::Day(day) => day.year(),
        }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year}"),
            Self::Day(day) => write!(f, "{day}"),
        }
    }
}

impl FromStr for Moment {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        parse_moment(text).ok_or_else(|| ValueError::new(text, Self::RULE.expected))
    }
}

fn parse_moment(text: &str) -> Option<Moment> {
    if text.len() != 4 {
        return parse(text).map(Moment::Day);
    }
    let year = text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse::<i32>().ok())??;
    (1000..=2999).contains(&year).then_some(Moment::Year(year))
}

written_as_text!(Moment ValueMoment Moment::Year(2000));

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn months_are_added_by_the_calendar() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        for (from, months, to) in [
            ("2020-12-31", 0, "2020-12-31"),
            ("2020-12-31", 12, "2021-12-31"),
            ("2020-12-31", 2, "2021-02-28"),
            ("2020-02-29", 48, "2024-02-29"),
            ("2020-02-29", 12, "2021-02-28"),
            ("2021-02-28", 12, "2022-02-28"),
            ("2999-11-30", 1, "2999-12-30"),
        ] {
            assert_eq!(day(from).plus_months(months), Some(day(to)), "{from} + {months}");
        }
        assert_eq!(day("2999-12-01").plus_months(1), None);
        assert_eq!(day("2020-01-01").plus_months(u64::MAX), None);
    }
}
