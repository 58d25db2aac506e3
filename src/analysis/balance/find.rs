//! Counts the spread of actions in one pass.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use super::{ApproachCount, AreaCount, Balance, GoalApproach, NotJudged, PillarBalance, PillarCount};
use crate::analysis::goals::{Goals, Ways};
use crate::entity::{Action, Approach, Contribution, Pillar};
use crate::id::AreaId;
use crate::plan::{Element, SafetyPlan};

/// How the actions of a plan are spread over approaches, pillars and areas.
///
/// `O(n h)` in the elements `n` of the plan and the goals `h` above one of them. Every action counts, whatever came of it.
///
/// ```
/// use veiligheidsplan::{SafetyPlan, analysis::{NotJudged, balance}};
///
/// let plan = SafetyPlan::from_json(include_str!("../../../data/vlaardingen-2020-2023.demo.plan.json"))?;
/// let report = balance(&plan);
/// let judged: Vec<_> = report.pillars.iter().map(|one| one.not_judged).collect();
/// assert_eq!(judged, [None, Some(NotJudged::NotEqual)], "of one priority only, the pillars contribute equally");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn balance(plan: &SafetyPlan) -> Balance {
    let goals = Goals::of(plan, Ways::Stated);
    let mut count = ApproachCount::default();
    let mut by_goal: Vec<ApproachCount> = goals.iter().map(|_| ApproachCount::default()).collect();
    let mut by_area: HashMap<AreaId, u64> = HashMap::new();
    let mut without_area = 0;
    for action in plan.execution_plans().iter().flat_map(|execution| execution.actions()) {
        count.add(action);
        for goal in goals.counting(action) {
            if let Some(count) = by_goal.get_mut(goal) {
                count.add(action);
            }
        }
        let areas: HashSet<AreaId> = action.areas().iter().copied().collect();
        without_area += u64::from(areas.is_empty());
        for area in areas {
            *by_area.entry(area).or_default() += 1;
        }
    }
    let actions: HashMap<Uuid, u64> =
        goals.iter().zip(&by_goal).map(|((goal, _), count)| (goal.id().into_uuid(), count.actions)).collect();
    let pillars = goals.iter().filter_map(|(goal, _)| match goal {
        Element::Priority(one) => pillars(goal, one.contribution(), one.pillars(), &actions),
        Element::Theme(one) => pillars(goal, None, one.pillars(), &actions),
        _ => None,
    });
    let areas = plan.areas().iter().map(|area| AreaCount {
        area: Element::Area(area).into(),
        actions: by_area.get(&area.id()).copied().unwrap_or(0),
    });
    Balance {
        plan: Element::Plan(plan).into(),
        count,
        pillars: pillars.collect(),
        areas: areas.collect(),
        without_area,
        goals: goals
            .iter()
            .zip(by_goal)
            .map(|((goal, depth), count)| GoalApproach { goal: goal.into(), depth, count })
            .collect(),
    }
}

/// The spread over the pillars of a priority or theme, where it has any.
fn pillars(
    holder: Element<'_>,
    contribution: Option<Contribution>,
    pillars: &[Pillar],
    actions: &HashMap<Uuid, u64>,
) -> Option<PillarBalance> {
    if pillars.is_empty() {
        return None;
    }
    let count = |pillar: &Pillar| actions.get(&pillar.id().into_uuid()).copied().unwrap_or(0);
    let not_judged = if contribution != Some(Contribution::Equal) {
        Some(NotJudged::NotEqual)
    } else if pillars.len() < 2 {
        Some(NotJudged::NoSiblings)
    } else {
        pillars.iter().all(|pillar| count(pillar) == 0).then_some(NotJudged::NoAction)
    };
    let counts = pillars.iter().map(|pillar| PillarCount {
        pillar: Element::Pillar(pillar).into(),
        actions: count(pillar),
        lacking: not_judged.is_none() && count(pillar) == 0,
    });
    Some(PillarBalance { holder: holder.into(), contribution, not_judged, pillars: counts.collect() })
}

impl ApproachCount {
    fn add(&mut self, action: &Action) {
        let takes = |approach| u64::from(action.approach().contains(&approach));
        self.actions += 1;
        self.prevention += takes(Approach::Prevention);
        self.care += takes(Approach::Care);
        self.repression += takes(Approach::Repression);
        self.unstated += u64::from(action.approach().is_empty());
    }
}
