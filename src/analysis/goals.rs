//! The goals of a plan and what they stand above, so that one look at each action tells for which goals it counts.

use std::collections::HashMap;

use uuid::Uuid;

use crate::entity::Action;
use crate::id::ElementId;
use crate::kind::Kind;
use crate::plan::{Element, SafetyPlan};

/// A goal by its place in the order of the document.
pub(super) type GoalNo = usize;

/// Which links lead from a goal up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ways {
    /// The threads that the plan states.
    Stated,
    /// Those of the costs of a goal: also links that were read, and a priority or theme with its own objectives.
    Costs,
}

/// The objectives, priorities, pillars and themes of a plan, in the order of the document.
#[derive(Debug)]
pub(super) struct Goals<'a> {
    ways: Ways,
    elements: Vec<Element<'a>>,
    depths: Vec<u64>,
    up: Vec<Vec<GoalNo>>,
    /// The priority or theme that holds an objective.
    owners: Vec<Option<GoalNo>>,
    numbers: HashMap<Uuid, GoalNo>,
}

impl<'a> Goals<'a> {
    /// `O(n)` in the elements of the plan.
    pub(super) fn of(plan: &'a SafetyPlan, ways: Ways) -> Self {
        let is_goal = |kind| matches!(kind, Kind::Objective | Kind::Priority | Kind::Pillar | Kind::Theme);
        let elements: Vec<Element<'a>> = plan.elements().filter(|one| is_goal(one.kind())).collect();
        let numbers: HashMap<Uuid, GoalNo> =
            elements.iter().enumerate().map(|(number, one)| (one.id().into_uuid(), number)).collect();
        let number = |id: ElementId| numbers.get(&id.into_uuid()).copied();
        let mut depths: Vec<u64> = Vec::with_capacity(elements.len());
        let mut up: Vec<Vec<GoalNo>> = Vec::with_capacity(elements.len());
        let mut owners: Vec<Option<GoalNo>> = Vec::with_capacity(elements.len());
        for element in &elements {
            let holder = plan.holder(element.id());
            let held = holder.and_then(|holder| number(holder.id()));
            // What holds a goal stands before it.
            depths.push(held.and_then(|held| depths.get(held)).map_or(0, |depth| depth + 1));
            let mut above: Vec<GoalNo> = Vec::new();
            let mut owner = None;
            match element {
                Element::Objective(objective) => {
                    if matches!(holder, Some(Element::Objective(_))) {
                        above.extend(held);
                        owner = held.and_then(|held| owners.get(held).copied().flatten());
                    } else {
                        owner = held;
                    }
                    let links = objective.supports().iter();
                    let links = links.filter(|link| ways == Ways::Costs || link.basis().is_none());
                    above.extend(links.filter_map(|link| number(link.id().into())));
                }
                Element::Priority(priority) => {
                    above.extend(priority.objectives().iter().filter_map(|own| number(own.id().into())));
                }
                Element::Theme(theme) => {
                    above.extend(theme.objectives().iter().filter_map(|own| number(own.id().into())));
                }
                _ => above.extend(held),
            }
            owners.push(owner);
            up.push(above);
        }
        Self { ways, elements, depths, up, owners, numbers }
    }

    /// Each goal with how many goals hold it.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Element<'a>, u64)> {
        self.elements.iter().copied().zip(self.depths.iter().copied())
    }

    /// The goals that an action names itself.
    pub(super) fn served(&self, action: &Action) -> Vec<GoalNo> {
        let ids = action.serves().iter().map(|served| served.id().into_uuid());
        ids.filter_map(|id| self.numbers.get(&id).copied()).collect()
    }

    /// Some goals and all above them, each once, in the order of the document.
    pub(super) fn above(&self, from: &[GoalNo]) -> Vec<GoalNo> {
        let mut found: Vec<GoalNo> = Vec::new();
        let mut open: Vec<GoalNo> = from.to_vec();
        while let Some(goal) = open.pop() {
            if !found.contains(&goal) {
                found.push(goal);
                open.extend(self.up.get(goal).into_iter().flatten());
            }
        }
        if self.ways == Ways::Costs {
            let owners = from.iter().filter_map(|goal| self.owners.get(*goal).copied().flatten());
            found.extend(owners);
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The goals for which an action counts, each once.
    pub(super) fn counting(&self, action: &Action) -> Vec<GoalNo> {
        self.above(&self.served(action))
    }

    /// Whether anything but objectives stands below each goal, or the goal is no objective itself.
    pub(super) fn linked(&self) -> Vec<bool> {
        let mut linked = vec![false; self.elements.len()];
        for (number, element) in self.elements.iter().enumerate() {
            if element.kind() != Kind::Objective {
                for goal in self.above(&[number]) {
                    if let Some(linked) = linked.get_mut(goal) {
                        *linked = true;
                    }
                }
            }
        }
        linked
    }
}
