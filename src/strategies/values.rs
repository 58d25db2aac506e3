//! Values in their written form.

use proptest::prelude::*;
use proptest::sample::select;

use crate::chrono::TimeDelta;
use crate::draft::{AmountDraft, PeriodDraft, YearAmountDraft};
use crate::entity::Certainty;
use crate::value::Date;

const VERBS: &[&str] =
    &["Opstellen", "Organiseren", "Inrichten", "Uitvoeren", "Voortzetten", "Evalueren", "Versterken"];
const OBJECTS: &[&str] = &[
    "van een plan van aanpak ondermijning",
    "van controles op bedrijventerreinen",
    "van de aanpak van woonoverlast",
    "van voorlichting over cybercrime",
    "van toezicht bij evenementen",
    "van nazorg voor ex-gedetineerden",
    "van buurtpreventie in de wijk",
];

/// Titles as in real plans, and now and then one of any visible characters up to the longest.
pub fn titles() -> impl Strategy<Value = String> + Clone {
    prop_oneof![
        8 => (select(VERBS), select(OBJECTS)).prop_map(|(verb, object)| format!("{verb} {object}")),
        1 => "[A-Za-z0-9 ,.()é-]{0,299}[A-Za-zë]",
    ]
}

/// Running text of one or more paragraphs.
pub fn texts() -> impl Strategy<Value = String> + Clone {
    prop::collection::vec(titles(), 1..4).prop_map(|lines| lines.join("\n\n"))
}

/// Codes of elements.
pub fn codes() -> impl Strategy<Value = String> + Clone {
    "[A-Za-z0-9][A-Za-z0-9._-]{0,31}"
}

/// Days from 2015 to 2035, as written.
pub fn dates() -> impl Strategy<Value = String> + Clone {
    (2015..=2035, 1..=12_u32, 1..=28_u32).prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}"))
}

/// Periods that run forward.
pub fn periods() -> impl Strategy<Value = PeriodDraft> + Clone {
    (dates(), dates()).prop_map(|(a, b)| if a <= b { PeriodDraft::new(a, b) } else { PeriodDraft::new(b, a) })
}

/// Decimals in their one written form.
pub fn decimals() -> impl Strategy<Value = String> + Clone {
    let number = (any::<bool>(), 0..1_000_000_u32, prop::option::of((0..1_000_u32, 1..=9_u32)));
    number.prop_map(|(negative, whole, fraction)| {
        let fraction = fraction.map_or(String::new(), |(digits, last)| format!(".{digits}{last}"));
        let sign = if negative && (whole > 0 || !fraction.is_empty()) { "-" } else { "" };
        format!("{sign}{whole}{fraction}")
    })
}

/// Days from 2015 to 2035, to ask for states as of them.
pub fn days() -> impl Strategy<Value = Date> + Clone {
    dates().prop_filter_map("a day that exists", |date| date.parse().ok())
}

/// So many days after a day as written; the day itself where there is no such day.
pub(super) fn after(date: &str, days: i64) -> String {
    let later = date.parse::<Date>().ok().and_then(|day| {
        let later = day.into_naive().checked_add_signed(TimeDelta::try_days(days)?)?;
        Date::try_from(later).ok()
    });
    later.map_or_else(|| date.to_owned(), |later| later.to_string())
}

/// When something happened: near the start or the end of what it is about, or whenever.
#[derive(Debug, Clone)]
pub(super) enum When {
    FromStart(i64),
    FromEnd(i64),
    On(String),
}

impl When {
    pub(super) fn of(&self, period: &PeriodDraft) -> String {
        match self {
            Self::FromStart(days) => after(&period.start, *days),
            Self::FromEnd(days) => after(&period.end, *days),
            Self::On(date) => date.clone(),
        }
    }
}

/// Days on and around the edges of a period now and then, so that facts meet on one day.
pub(super) fn whens() -> impl Strategy<Value = When> + Clone {
    let near = || prop_oneof![1 => select(&[0_i64, -1, 1, -30, 30][..]), 2 => -400..=400_i64];
    prop_oneof![
        4 => near().prop_map(When::FromStart),
        3 => near().prop_map(When::FromEnd),
        1 => dates().prop_map(When::On),
    ]
}

/// When a plan or execution plan runs: mostly whole years.
#[derive(Debug, Clone)]
pub(super) enum Term {
    Years { first: u32, count: u32 },
    Any(PeriodDraft),
}

impl Term {
    /// Whole years count from the year in which this day lies.
    pub(super) fn from(self, date: &str) -> PeriodDraft {
        let year: u32 = date.get(..4).and_then(|year| year.parse().ok()).unwrap_or(2015);
        match self {
            Self::Years { first, count } => {
                let first = year + first;
                PeriodDraft::new(format!("{first}-01-01"), format!("{}-12-31", first + count))
            }
            Self::Any(period) => period,
        }
    }
}

/// Terms that start up to so many years on, and go on for some more than one.
pub(super) fn terms(
    first: std::ops::RangeInclusive<u32>,
    more: std::ops::RangeInclusive<u32>,
) -> impl Strategy<Value = Term> + Clone {
    prop_oneof![
        3 => (first, more).prop_map(|(first, count)| Term::Years { first, count }),
        1 => periods().prop_map(Term::Any),
    ]
}

/// An amount that adds up.
pub(super) fn amount(kind: Certainty, cents: u64, yearly: bool) -> AmountDraft {
    let mut amount = AmountDraft::new(kind);
    if kind != Certainty::Unknown {
        amount.cents = Some(cents);
        if yearly {
            amount.years = vec![YearAmountDraft::new(2020_u64, cents)];
        }
    }
    amount
}
