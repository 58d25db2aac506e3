//! Roaring bitmaps, one per value of each facet: for the match only.

use std::ops::Range;

use roaring::RoaringBitmap;

use crate::engine::Engine;
use crate::questions::{Answer, Ask};
use crate::rows::{FIRST_YEAR, LEAD, Rows};

#[derive(Default)]
pub struct Bitmaps {
    items: Vec<RoaringBitmap>,
    leads: Vec<RoaringBitmap>,
    years: Vec<RoaringBitmap>,
    statuses: Vec<RoaringBitmap>,
    approaches: Vec<RoaringBitmap>,
    plans: Vec<Range<u32>>,
}

fn set(list: &mut Vec<RoaringBitmap>, value: usize, at: u32) {
    if list.len() <= value {
        list.resize_with(value + 1, RoaringBitmap::new);
    }
    list[value].insert(at);
}

impl Bitmaps {
    pub fn load(rows: &Rows) -> Self {
        let mut this =
            Self { plans: rows.plans.iter().map(|plan| plan.tasks.clone()).collect(), ..Self::default() };
        for (at, task) in rows.tasks.iter().enumerate() {
            let at = at as u32;
            for goal in task.serves.iter().flat_map(|goal| rows.above(*goal)) {
                for item in &rows.goals[goal as usize].answers {
                    set(&mut this.items, *item as usize, at);
                }
            }
            for (lead, _) in task.roles.iter().filter(|(_, role)| *role == LEAD) {
                set(&mut this.leads, *lead as usize, at);
            }
            set(&mut this.years, (task.year - FIRST_YEAR) as usize, at);
            set(&mut this.statuses, task.status.into(), at);
            set(&mut this.approaches, task.approach.into(), at);
        }
        this
    }
}

impl Engine for Bitmaps {
    fn name(&self) -> &'static str {
        "roaring"
    }

    fn answer(&mut self, ask: &Ask) -> Option<Answer> {
        let Ask::Match(facets, plan) = ask else { return None };
        let empty = RoaringBitmap::new();
        let of = |list: &Vec<RoaringBitmap>, value: usize| list.get(value).unwrap_or(&empty).clone();
        // From the smallest on.
        let mut found = of(&self.leads, facets.lead as usize);
        if let Some(plan) = plan {
            let range = self.plans[*plan as usize].clone();
            found.remove_range(..range.start);
            found.remove_range(range.end..);
        }
        if let Some(items) = self.items.get(facets.item as usize) {
            found &= items;
        } else {
            found.clear();
        }
        found &= &self.years[(facets.year - FIRST_YEAR) as usize];
        found &= &self.approaches[usize::from(facets.approach)];
        let [one, other] = facets.statuses.map(usize::from);
        let statuses = &of(&self.statuses, one) & &found;
        let others = &of(&self.statuses, other) & &found;
        Some(Answer::Ids((statuses | others).iter().collect()))
    }
}
