//! What an embedder writes in a day: a list of owned structs, maps by id, and loops.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use crate::engine::Engine;
use crate::questions::{Answer, Ask, Facets, LED, OBJECTIVE, PLAN};
use crate::rows::{Goal, Goalpost, LEAD, PILLAR, PRIORITY, Rows, Task, is_off};

pub struct Naive {
    tasks: Vec<Task>,
    by_id: HashMap<Uuid, usize>,
    goals: Vec<Goal>,
    objectives: Vec<Goalpost>,
    objectives_of: HashMap<u32, Vec<u32>>,
}

impl Naive {
    pub fn load(rows: &Rows) -> Self {
        let tasks = rows.tasks.clone();
        let by_id = tasks.iter().enumerate().map(|(at, task)| (task.uuid, at)).collect();
        let mut objectives_of: HashMap<u32, Vec<u32>> = HashMap::new();
        for (at, objective) in rows.objectives.iter().enumerate() {
            if let Some(goal) = objective.goal {
                objectives_of.entry(goal).or_default().push(at as u32);
            }
        }
        Self { tasks, by_id, goals: rows.goals.clone(), objectives: rows.objectives.clone(), objectives_of }
    }

    fn above(&self, goal: u32) -> impl Iterator<Item = u32> + '_ {
        std::iter::successors(Some(goal), |at| self.goals[*at as usize].parent)
    }

    /// The goals above an action, each once.
    fn goals_of(&self, task: &Task) -> Vec<u32> {
        let mut found = Vec::new();
        for goal in task.serves.iter().flat_map(|goal| self.above(*goal)) {
            if !found.contains(&goal) {
                found.push(goal);
            }
        }
        found
    }

    fn of_kind(&self, task: &Task, kind: u8) -> Vec<u32> {
        let mut goals = self.goals_of(task);
        goals.retain(|goal| self.goals[*goal as usize].kind == kind);
        goals
    }

    fn under(&self, priority: u32) -> impl Iterator<Item = usize> + '_ {
        let serves =
            move |task: &Task| task.serves.iter().any(|goal| self.above(*goal).any(|at| at == priority));
        self.tasks.iter().enumerate().filter(move |(_, task)| serves(task)).map(|(at, _)| at)
    }

    fn why(&self, id: Uuid) -> Vec<u32> {
        let Some(at) = self.by_id.get(&id) else { return Vec::new() };
        let task = &self.tasks[*at];
        let mut found = self.goals_of(task);
        let mut add = |number: u32| {
            if !found.contains(&number) {
                found.push(number);
            }
        };
        for goal in self.goals_of(task) {
            for own in self.objectives_of.get(&goal).into_iter().flatten() {
                add(own | OBJECTIVE);
                for sub in &self.objectives[*own as usize].supports {
                    add(sub | OBJECTIVE);
                    if let Some(main) = self.objectives[*sub as usize].parent {
                        add(main | OBJECTIVE);
                    }
                }
            }
        }
        add(task.plan | PLAN);
        found
    }

    fn matching(&self, facets: Facets, plan: Option<u32>) -> Vec<u32> {
        let fits = |task: &Task| {
            plan.is_none_or(|plan| plan == task.plan)
                && task.year == facets.year
                && task.approach == facets.approach
                && facets.statuses.contains(&task.status)
                && task.roles.contains(&(facets.lead, LEAD))
                && task.serves.iter().any(|goal| {
                    self.above(*goal).any(|at| self.goals[at as usize].answers.contains(&facets.item))
                })
        };
        self.numbers(|task| fits(task))
    }

    fn numbers(&self, fits: impl Fn(&Task) -> bool) -> Vec<u32> {
        let found = self.tasks.iter().enumerate().filter(|(_, task)| fits(task));
        found.map(|(at, _)| at as u32).collect()
    }

    fn coverage(&self, year: u32) -> Answer {
        let mut cells: HashMap<(u32, u32), (u32, HashSet<u32>, bool)> = HashMap::new();
        for task in &self.tasks {
            for goal in self.of_kind(task, PILLAR) {
                let (actions, partners, led) = cells.entry((goal, task.year)).or_default();
                *actions += 1;
                partners.extend(task.roles.iter().map(|(partner, _)| *partner));
                *led |= task.roles.iter().any(|(_, role)| *role == LEAD);
            }
        }
        let pillars = (0..self.goals.len() as u32).filter(|at| self.goals[*at as usize].kind == PILLAR);
        let none = pillars.filter(|at| !cells.contains_key(&(*at, year))).collect();
        let row = |((pillar, year), (actions, partners, led)): (_, (u32, HashSet<u32>, bool))| {
            [pillar, year, actions, partners.len() as u32 | if led { LED } else { 0 }]
        };
        Answer::Coverage(cells.into_iter().map(row).collect(), none)
    }

    fn leaves(&self, partner: u32) -> Answer {
        let only = |task: &Task| {
            if is_off(task.status) {
                return false;
            }
            let mut leads = task.roles.iter().filter(|(_, role)| *role == LEAD);
            leads.next().is_some_and(|(lead, _)| *lead == partner) && leads.next().is_none()
        };
        let lost = self.numbers(only);
        let mut pillars = HashSet::new();
        let mut priorities = HashSet::new();
        for at in &lost {
            let task = &self.tasks[*at as usize];
            pillars.extend(self.of_kind(task, PILLAR));
            priorities.extend(self.of_kind(task, PRIORITY));
        }
        for task in self.tasks.iter().filter(|task| !is_off(task.status)) {
            if task.roles.iter().any(|(other, role)| *role == LEAD && *other != partner) {
                self.of_kind(task, PILLAR).iter().for_each(|goal| _ = pillars.remove(goal));
            }
        }
        Answer::Loss(lost, pillars.into_iter().collect(), priorities.len() as u64)
    }

    fn roles(&self, plan: Option<u32>) -> Answer {
        let mut counts: HashMap<(u32, u32, u8), u32> = HashMap::new();
        for task in self.tasks.iter().filter(|task| plan.is_none_or(|plan| plan == task.plan)) {
            for priority in self.of_kind(task, PRIORITY) {
                for (partner, role) in &task.roles {
                    *counts.entry((*partner, priority, *role)).or_default() += 1;
                }
            }
        }
        let row = |((partner, priority, role), count)| [partner, priority, u32::from(role), count];
        Answer::Table(counts.into_iter().map(row).collect())
    }
}

impl Engine for Naive {
    fn name(&self) -> &'static str {
        "naive"
    }

    fn answer(&mut self, ask: &Ask) -> Option<Answer> {
        let has = |task: &Task, partner: u32| task.roles.iter().any(|(one, _)| *one == partner);
        Some(match ask {
            Ask::Why(id) => Answer::Ids(self.why(*id)),
            Ask::Under(priority) => Answer::Ids(self.under(*priority).map(|at| at as u32).collect()),
            Ask::CountUnder(priority) => Answer::Count(self.under(*priority).count() as u64),
            Ask::PerPriority(partner) => {
                let mut counts: HashMap<u32, u32> = HashMap::new();
                for task in self.tasks.iter().filter(|task| has(task, *partner)) {
                    for priority in self.of_kind(task, PRIORITY) {
                        *counts.entry(priority).or_default() += 1;
                    }
                }
                Answer::Table(counts.into_iter().map(|(priority, count)| [priority, count, 0, 0]).collect())
            }
            Ask::Of(partner) => Answer::Ids(self.numbers(|task| has(task, *partner))),
            Ask::Match(facets, plan) => Answer::Ids(self.matching(*facets, *plan)),
            Ask::Coverage(year) => self.coverage(*year),
            Ask::Leaves(partner) => self.leaves(*partner),
            Ask::NoLead => Answer::Ids(self.numbers(|task| task.roles.iter().all(|(_, role)| *role != LEAD))),
            Ask::Roles(plan) => self.roles(*plan),
            Ask::SetStatus(at, status, facets, plan) => {
                self.tasks[*at as usize].status = *status;
                Answer::Ids(self.matching(*facets, Some(*plan)))
            }
            Ask::Add(task, facets, plan) => {
                self.by_id.insert(task.uuid, self.tasks.len());
                self.tasks.push((**task).clone());
                Answer::Ids(self.matching(*facets, Some(*plan)))
            }
        })
    }
}
