//! What `any` makes: values, plans, sets and filters. Words and ids say it themselves, where they are defined.

use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::{BoxedStrategy, Strategy};

use super::filter::filters;
use super::plan::{drafts, plans};
use super::set::sets;
use super::shape::PlanShape;
use super::values;
use crate::chrono::{NaiveDate, TimeDelta};
use crate::draft::SafetyPlanDraft;
use crate::finding::Code;
use crate::plan::{PlanSet, SafetyPlan};
use crate::trace::Filter;
use crate::value::{
    AreaCode, Cents, Count, Date, Decimal, Digest, ElementCode, FindingCode, Kvk, Moment, MunicipalityCode,
    Oin, PageNumber, Percent, PowerCode, Rsin, RuleNumber, Text, Title, Year,
};

/// Says what `any` makes of types, perhaps with parameters.
macro_rules! arbitrary {
    ($($of:ident $(($parameter:ident: $parameters:ty))? = $strategy:expr;)+) => {
        $(impl Arbitrary for $of {
            type Parameters = arbitrary!(@parameters $($parameters)?);
            type Strategy = BoxedStrategy<Self>;

            fn arbitrary_with(arbitrary!(@name $($parameter)?): Self::Parameters) -> Self::Strategy {
                $strategy.boxed()
            }
        })+
    };
    (@parameters) => { () };
    (@parameters $parameters:ty) => { $parameters };
    (@name) => { () };
    (@name $parameter:ident) => { $parameter };
}

arbitrary! {
    Title = values::titles().prop_filter_map("a title", |text| Self::new(text).ok());
    Text = values::texts().prop_filter_map("a text", |text| Self::new(text).ok());
    ElementCode = written(values::codes());
    MunicipalityCode = written("GM[0-9]{4}");
    AreaCode = written("GM[0-9]{4}|WK[0-9]{4}[0-9A-Z]{2}|BU[0-9]{4}[0-9A-Z]{4}");
    PowerCode = written("[a-z][a-z0-9-]{0,31}");
    FindingCode = any::<Code>().prop_filter_map("a code", |code| Self::new(code.as_str()).ok());
    Digest = written("[0-9a-f]{64}");
    Rsin = written("[0-9]{9}");
    Oin = written("[0-9]{20}");
    Kvk = written("[0-9]{8}");
    Decimal = written(values::decimals());
    Date = (-372_547..=357_937_i64).prop_filter_map("a day", around_2020);
    Moment = prop_oneof![(1_000..=2_999).prop_map(Self::Year), any::<Date>().prop_map(Self::Day)];
    Cents = (0..=9_007_199_254_740_991_u64).prop_filter_map("an amount", |number| Self::new(number).ok());
    Percent = (0..=100_u64).prop_filter_map("a percentage", |number| Self::new(number).ok());
    Year = (1_000..=2_999_u64).prop_filter_map("a year", |number| Self::new(number).ok());
    PageNumber = (1..=99_999_u64).prop_filter_map("a page", |number| Self::new(number).ok());
    Count = (1..=99_u64).prop_filter_map("a count", |number| Self::new(number).ok());
    RuleNumber = (1..=255_u64).prop_filter_map("a rule", |number| Self::new(number).ok());
    Code = select(Self::ALL);
    SafetyPlanDraft(shape: PlanShape) = drafts(shape);
    SafetyPlan(shape: PlanShape) = plans(shape);
    PlanSet(shape: PlanShape) = sets(shape);
    Filter = filters();
}

/// What is read from its written form.
fn written<T: std::str::FromStr + std::fmt::Debug + 'static>(
    texts: impl Strategy<Value = String> + 'static,
) -> impl Strategy<Value = T> {
    texts.prop_filter_map("the written form is read", |text| text.parse().ok())
}

/// The day so many days after the first of 2020, which days shrink to.
fn around_2020(days: i64) -> Option<Date> {
    let first = NaiveDate::from_ymd_opt(2020, 1, 1)?;
    Date::try_from(first.checked_add_signed(TimeDelta::try_days(days)?)?).ok()
}
