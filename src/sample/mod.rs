//! A load generator (feature `sample`): as many fictional plans as you ask for, valid and the same for the same seed.
//!
//! For measuring and for trying out: the plans have the counts and shares that real Dutch plans show, and reach the
//! whole model. Nothing in them is real: municipalities are called `Gemeente 0001` and everything is marked fictional.
//! For property tests, where faults should shrink, there is the feature `proptest`.
//!
//! ```
//! use veiligheidsplan::PlanSet;
//! use veiligheidsplan::sample::Sample;
//!
//! let sample = Sample::new(42, 1_200);
//! assert_eq!(sample.plan_count(), 3);
//! let set = PlanSet::new(sample.plans())?;
//! let actions = set.iter().flat_map(|plan| plan.execution_plans()).map(|execution| execution.actions().len());
//! assert_eq!(actions.sum::<usize>(), 1_200);
//! # Ok::<(), veiligheidsplan::SetRejected>(())
//! ```

mod action;
mod context;
mod frame;
mod means;
mod plan;
mod random;
mod record;
mod report;
mod strategy;
mod words;

use crate::draft::SafetyPlanDraft;
use crate::plan::SafetyPlan;
use crate::value::Date;

/// Fictional plans with so many actions in all, following from a seed (*voorbeeldplannen*).
///
/// Each plan follows from the seed, its number and its number of actions alone, so any of them can be asked for without
/// the others. All plans run from 2020 to 2023, with an execution plan each year.
///
/// Of the actions 80 % serve a pillar and 20 % a regular theme; 10 % serve a second pillar; 97 % have exactly one lead
/// and the others none. Five of a plan's 12 partners are shared by all plans under one id, and so is the framework with
/// its 20 items. Municipalities are numbered as plans are; after 9 999 of them the numbers begin again.
#[derive(Debug, Clone)]
#[doc(alias = "voorbeeldplannen")]
pub struct Sample {
    seed: u64,
    actions: usize,
    actions_per_plan: usize,
    partners: usize,
    pillars: Option<usize>,
}

/// The partners that all plans share.
const SHARED_PARTNERS: usize = 5;

impl Sample {
    /// Plans with exactly so many actions in all: 500 in each, and the rest in the last.
    #[must_use]
    pub fn new(seed: u64, actions: usize) -> Self {
        Self { seed, actions, actions_per_plan: 500, partners: 12, pillars: None }
    }

    /// With so many actions in each plan but the last; at least one.
    #[must_use]
    pub fn with_actions_per_plan(mut self, actions: usize) -> Self {
        self.actions_per_plan = actions.max(1);
        self
    }

    /// With so many partners in each plan; at least the five that all plans share.
    #[must_use]
    pub fn with_partners(mut self, partners: usize) -> Self {
        self.partners = partners.max(SHARED_PARTNERS);
        self
    }

    /// With so many pillars right under each priority, where it is otherwise three to five.
    #[must_use]
    pub fn with_pillars(mut self, pillars: usize) -> Self {
        self.pillars = Some(pillars);
        self
    }

    /// How many plans there are.
    #[must_use]
    pub fn plan_count(&self) -> usize {
        self.actions.div_ceil(self.actions_per_plan)
    }

    /// The draft of the plan with this number, from 0. Beyond the last it has no actions.
    #[must_use]
    pub fn draft(&self, number: usize) -> SafetyPlanDraft {
        let before = number.saturating_mul(self.actions_per_plan);
        let actions = self.actions.saturating_sub(before).min(self.actions_per_plan);
        plan::draft(self, number, actions)
    }

    /// The plan with this number, from 0; none beyond the last.
    #[must_use]
    pub fn plan(&self, number: usize) -> Option<SafetyPlan> {
        if number < self.plan_count() { SafetyPlan::try_from(self.draft(number)).ok() } else { None }
    }

    /// All plans, made one by one as they are asked for.
    pub fn plans(&self) -> impl Iterator<Item = SafetyPlan> + Clone + use<'_> {
        (0..self.plan_count()).filter_map(|number| self.plan(number))
    }

    /// The day as of which to ask for states: in the last year of the plans, with reports up to it.
    #[must_use]
    pub fn day(&self) -> Date {
        Date::constant(2023, 7, 1)
    }
}
