//! How generated plans are judged, where powers rest on, and whose they are.

use std::ops::RangeInclusive;

use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::values::dates;
use crate::draft::{
    MunicipalityDraft, OrdinanceDraft, ProfileCadencesDraft, ProfileDraft, ProfileLimitsDraft,
    ProfileOrgansDraft, RuleLevelDraft,
};
use crate::entity::{Level, Organ};
use crate::plan::PROFILE_RULES;
use crate::power::POWERS;

/// The rules that can stand at error without making a generated plan invalid: they judge new steps only.
const STEPS_ONLY: &[u8] = &[8, 61, 92, 94, 101, 102, 103, 108];

/// Built-in profiles, and ones with organs, cadences, limits and levels of their own.
pub(super) fn profiles() -> impl Strategy<Value = ProfileDraft> + Clone {
    let name = select(&["general", "statutory", "vlaardingen", "Eigen profiel"][..]);
    let organs = option::of((option::of(select(Organ::ALL)), option::of(select(Organ::ALL))));
    let count = || option::of(1..=24_u64);
    let cadences = option::of((count(), count(), count(), count()));
    let levels = (subsequence(PROFILE_RULES.to_vec(), 0..=3), select(Level::ALL));
    (name, organs, cadences, count(), levels).prop_map(|(name, organs, cadences, priorities, levels)| {
        let mut profile = ProfileDraft::new(name);
        profile.organs = organs.map(|(adopts_plan, adopts_execution_plan)| ProfileOrgansDraft {
            adopts_plan,
            adopts_execution_plan,
        });
        profile.cadences =
            cadences.map(|(plan_years, execution_plan_months, evaluation_months, information_months)| {
                ProfileCadencesDraft {
                    plan_years,
                    execution_plan_months,
                    evaluation_months,
                    information_months,
                }
            });
        profile.limits = priorities.map(|priorities| ProfileLimitsDraft { priorities: Some(priorities) });
        let (rules, level) = levels;
        let level_of = |rule: u8| match level {
            Level::Error if !STEPS_ONLY.contains(&rule) => Level::Advice,
            level => level,
        };
        profile.levels =
            rules.into_iter().map(|rule| RuleLevelDraft::new(u64::from(rule), level_of(rule))).collect();
        profile
    })
}

/// Codes of the table of powers, and now and then one that it doesn't have.
pub(super) fn powers() -> impl Strategy<Value = String> + Clone {
    let known: Vec<&str> = POWERS.iter().map(|power| power.code).collect();
    prop_oneof![5 => select(known), 1 => Just("eigen-1")].prop_map(str::to_owned)
}

/// Ordinances that powers rest on, with and without a day.
pub(super) fn ordinances() -> impl Strategy<Value = Vec<OrdinanceDraft>> + Clone {
    let ordinance = (powers(), option::of(dates())).prop_map(|(power, date)| OrdinanceDraft {
        date,
        ..OrdinanceDraft::new(power, "Algemene plaatselijke verordening")
    });
    proptest::collection::vec(ordinance, 0..3)
}

/// Mostly the fewest municipalities, and now and then more.
pub(super) fn municipalities(
    count: RangeInclusive<u32>,
) -> impl Strategy<Value = Vec<MunicipalityDraft>> + Clone {
    let (least, most) = ((*count.start()).max(1), (*count.end()).max(*count.start()).max(1));
    (0..10_000_u32, prop_oneof![3 => Just(least), 1 => least..=most]).prop_map(|(first, count)| {
        let code = |number: u32| format!("GM{:04}", (first + number) % 10_000);
        (0..count).map(|number| MunicipalityDraft::new(code(number), format!("Voorbeeld {number}"))).collect()
    })
}
