//! What actions and facts can name of their plan: its ids, drawn before anything is made.

use super::random::Random;
use super::words;
use super::{SHARED_PARTNERS, Sample};

/// The first year of every plan.
pub(super) const FIRST: usize = 2020;

/// How many years every plan runs, each with an execution plan.
pub(super) const YEARS: usize = 4;

/// The code and number that stand for a plan in all of its codes.
pub(super) struct Place {
    /// Four digits, as in the code of its municipality.
    pub(super) digits: String,
    /// The years of its execution plans.
    pub(super) years: std::ops::Range<usize>,
}

/// The ids that all plans share.
pub(super) struct Shared {
    pub(super) partners: Vec<String>,
    pub(super) framework: String,
    pub(super) items: Vec<String>,
}

impl Shared {
    /// The same for every plan of a seed, out of no stream of theirs.
    fn of(seed: u64) -> Self {
        let mut random = Random::stream(!seed, 0);
        Self {
            partners: ids(&mut random, SHARED_PARTNERS),
            framework: random.id(),
            items: ids(&mut random, words::ITEMS_OF_FRAMEWORK.len()),
        }
    }
}

/// The ids of one plan.
pub(super) struct Frame {
    pub(super) place: Place,
    pub(super) plan: String,
    pub(super) shared: Shared,
    /// The shared ones come first.
    pub(super) partners: Vec<String>,
    pub(super) areas: Vec<String>,
    pub(super) indicators: Vec<String>,
    pub(super) topics: Vec<String>,
    pub(super) themes: Vec<String>,
    /// Every pillar of the priorities, nested ones too; known once the priorities are made.
    pub(super) pillars: Vec<String>,
    /// What the safety analysis found.
    pub(super) found: Vec<String>,
    pub(super) issues: Vec<String>,
    /// For each year the execution plan.
    pub(super) execution_plans: Vec<String>,
    /// For each year a motion of the council.
    pub(super) motions: Vec<String>,
    /// For each year two proposals to the council.
    pub(super) proposals: Vec<String>,
    /// For each year two findings of its evaluation.
    pub(super) learned: Vec<String>,
}

impl Frame {
    pub(super) fn new(sample: &Sample, number: usize, random: &mut Random) -> Self {
        let shared = Shared::of(sample.seed);
        let plan = random.id();
        let areas = random.between(10, 60);
        let mut partners = shared.partners.clone();
        partners.extend(ids(random, sample.partners.saturating_sub(SHARED_PARTNERS)));
        Self {
            place: Place { digits: format!("{:04}", number % 9_999 + 1), years: FIRST..FIRST + YEARS },
            plan,
            shared,
            partners,
            areas: ids(random, areas),
            indicators: ids(random, words::MEASURES.len()),
            topics: ids(random, 3),
            themes: ids(random, words::THEMES.len()),
            pillars: Vec::new(),
            found: ids(random, 6),
            issues: ids(random, 2),
            execution_plans: ids(random, YEARS),
            motions: ids(random, YEARS),
            proposals: ids(random, 2 * YEARS),
            learned: ids(random, 2 * YEARS),
        }
    }
}

/// So many new ids.
pub(super) fn ids(random: &mut Random, count: usize) -> Vec<String> {
    (0..count).map(|_| random.id()).collect()
}

/// The two of a year, out of a list that has two for each.
pub(super) fn of_year(list: &[String], year: usize) -> &[String] {
    list.chunks(2).nth(year.saturating_sub(FIRST)).unwrap_or_default()
}
