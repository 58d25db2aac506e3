//! How many of each a generated plan has.

use std::ops::RangeInclusive;

/// How many of each a generated plan has.
#[derive(Debug, Clone)]
pub struct PlanShape {
    pub(super) municipalities: RangeInclusive<u32>,
    pub(super) priorities: RangeInclusive<usize>,
    pub(super) pillars: RangeInclusive<usize>,
    pub(super) themes: RangeInclusive<usize>,
    pub(super) partners: RangeInclusive<usize>,
    pub(super) execution_plans: RangeInclusive<usize>,
    pub(super) actions: RangeInclusive<usize>,
    pub(super) facts: RangeInclusive<usize>,
}

impl Default for PlanShape {
    /// Small plans: of one municipality and now and then up to 3, with up to 3 priorities, themes and pillars, 4 partners, 2 execution plans of up to 4 actions,
    /// and up to 8 facts.
    fn default() -> Self {
        Self {
            municipalities: 1..=3,
            priorities: 0..=3,
            pillars: 0..=3,
            themes: 0..=3,
            partners: 0..=4,
            execution_plans: 0..=2,
            actions: 0..=4,
            facts: 0..=8,
        }
    }
}

impl PlanShape {
    /// With this many municipalities; at least one is made, and mostly the fewest.
    #[must_use]
    pub fn with_municipalities(self, municipalities: RangeInclusive<u32>) -> Self {
        Self { municipalities, ..self }
    }

    /// With this many priorities.
    #[must_use]
    pub fn with_priorities(self, priorities: RangeInclusive<usize>) -> Self {
        Self { priorities, ..self }
    }

    /// With this many pillars in each priority.
    #[must_use]
    pub fn with_pillars(self, pillars: RangeInclusive<usize>) -> Self {
        Self { pillars, ..self }
    }

    /// With this many themes.
    #[must_use]
    pub fn with_themes(self, themes: RangeInclusive<usize>) -> Self {
        Self { themes, ..self }
    }

    /// With this many partners beside a partnership; with none, there is no partnership either.
    #[must_use]
    pub fn with_partners(self, partners: RangeInclusive<usize>) -> Self {
        Self { partners, ..self }
    }

    /// With this many execution plans.
    #[must_use]
    pub fn with_execution_plans(self, execution_plans: RangeInclusive<usize>) -> Self {
        Self { execution_plans, ..self }
    }

    /// With this many actions in each execution plan.
    #[must_use]
    pub fn with_actions(self, actions: RangeInclusive<usize>) -> Self {
        Self { actions, ..self }
    }
    /// With this many facts: decisions, evaluations, acute issues, council proposals, exemptions, and actions that were
    /// taken up. Reports on actions are made apart from these.
    #[must_use]
    pub fn with_facts(self, facts: RangeInclusive<usize>) -> Self {
        Self { facts, ..self }
    }
}
