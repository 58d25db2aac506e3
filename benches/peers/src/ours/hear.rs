//! Listening to answers: adding them up while they are timed, and putting them in numbers of the rows to be compared.

use std::collections::HashMap;

use uuid::Uuid;
use veiligheidsplan::entity::Role;
use veiligheidsplan::id::{PlanId, PriorityId};
use veiligheidsplan::trace::{Node, PillarTally, RoleTally, Trace};
use veiligheidsplan::{ElementId, Kind};

use crate::questions::{Answer, Ask, LED, OBJECTIVE, PLAN};
use crate::rows::Rows;

/// What an answer is told to.
pub trait Hear {
    fn action(&mut self, number: u32);
    fn above(&mut self, node: Node);
    fn plan(&mut self, plan: PlanId);
    fn count(&mut self, count: u64);
    fn priority(&mut self, priority: PriorityId, count: u32);
    fn roles(&mut self, one: RoleTally);
    fn cell(&mut self, one: PillarTally);
    fn loses(&mut self, goal: Node);
}

/// Adds up what it hears.
#[derive(Default)]
pub struct Fold(pub u64);

impl Fold {
    fn add(&mut self, number: u64) {
        self.0 = self.0.wrapping_add(number);
    }
}

fn low(id: Uuid) -> u64 {
    id.as_u64_pair().1
}

impl Hear for Fold {
    fn action(&mut self, number: u32) {
        self.add(number.into());
    }

    fn above(&mut self, node: Node) {
        self.add(low(node.into_uuid()));
    }

    fn plan(&mut self, plan: PlanId) {
        self.add(low(plan.into_uuid()));
    }

    fn count(&mut self, count: u64) {
        self.add(count);
    }

    fn priority(&mut self, priority: PriorityId, count: u32) {
        self.add(low(priority.into_uuid()) ^ u64::from(count));
    }

    fn roles(&mut self, one: RoleTally) {
        self.add(low(one.priority.into_uuid()) ^ low(one.partner.into_uuid()));
        one.roles.iter().for_each(|count| self.add(u64::from(*count)));
    }

    fn cell(&mut self, one: PillarTally) {
        self.add(low(one.pillar.into_uuid()) ^ u64::from(one.actions));
        self.add(u64::from(one.partners) << 32 ^ u64::from(one.led));
    }

    fn loses(&mut self, goal: Node) {
        self.add(low(goal.into_uuid()));
    }
}

/// The numbers of the rows.
pub struct Names {
    /// By the number that the trace has for an action.
    row_of: Vec<u32>,
    pub tasks: HashMap<Uuid, u32>,
    goals: HashMap<Uuid, u32>,
    objectives: HashMap<Uuid, u32>,
    partners: HashMap<Uuid, u32>,
    plans: HashMap<Uuid, u32>,
}

fn numbered(ids: impl Iterator<Item = Uuid>) -> HashMap<Uuid, u32> {
    ids.zip(0..).collect()
}

impl Names {
    pub fn of(rows: &Rows, trace: &Trace) -> Self {
        let tasks = numbered(rows.tasks.iter().map(|one| one.uuid));
        let all = trace.all();
        let mut row_of = Vec::new();
        for (number, action) in all.numbers().zip(all.actions()) {
            row_of.resize(row_of.len().max(number as usize + 1), u32::MAX);
            row_of[number as usize] = tasks[&action.into_uuid()];
        }
        Self {
            row_of,
            tasks,
            goals: numbered(rows.goals.iter().map(|one| one.uuid)),
            objectives: numbered(rows.objectives.iter().map(|one| one.uuid)),
            partners: numbered(rows.partners.iter().map(|one| one.uuid)),
            plans: numbered(rows.plans.iter().map(|one| one.uuid)),
        }
    }

    pub fn rows_of(&self, actions: impl Iterator<Item = Uuid>) -> Vec<u32> {
        actions.map(|id| self.tasks[&id]).collect()
    }
}

/// Puts what it hears in numbers of the rows.
pub struct Gather<'n> {
    names: &'n Names,
    year: i32,
    ids: Vec<u32>,
    table: Vec<[u32; 4]>,
    goals: Vec<u32>,
    count: u64,
}

impl<'n> Gather<'n> {
    /// For a question; that after coverage is of a year.
    pub fn new(names: &'n Names, ask: &Ask) -> Self {
        let year = if let Ask::Coverage(year) = ask { *year as i32 } else { 0 };
        Self { names, year, ids: Vec::new(), table: Vec::new(), goals: Vec::new(), count: 0 }
    }

    pub fn answer(self, ask: &Ask) -> Answer {
        match ask {
            Ask::CountUnder(_) => Answer::Count(self.count),
            Ask::PerPriority(_) | Ask::Roles(_) => Answer::Table(self.table),
            Ask::Coverage(_) => Answer::Coverage(self.table, self.goals),
            Ask::Leaves(_) => Answer::Loss(self.ids, self.goals, self.count),
            _ => Answer::Ids(self.ids),
        }
    }
}

impl Hear for Gather<'_> {
    fn action(&mut self, number: u32) {
        self.ids.push(self.names.row_of[number as usize]);
    }

    fn above(&mut self, node: Node) {
        let Node::Element(id) = node else { return };
        let uuid = id.into_uuid();
        match id {
            ElementId::Objective(_) => self.ids.push(self.names.objectives[&uuid] | OBJECTIVE),
            // Rows have no topics, and framework items weren't asked for.
            _ => self.ids.extend(self.names.goals.get(&uuid)),
        }
    }

    fn plan(&mut self, plan: PlanId) {
        self.ids.push(self.names.plans[&plan.into_uuid()] | PLAN);
    }

    fn count(&mut self, count: u64) {
        self.count = count;
    }

    fn priority(&mut self, priority: PriorityId, count: u32) {
        self.table.push([self.names.goals[&priority.into_uuid()], count, 0, 0]);
    }

    fn roles(&mut self, one: RoleTally) {
        let partner = self.names.partners[&one.partner.into_uuid()];
        let priority = self.names.goals[&one.priority.into_uuid()];
        let row = |(role, count): (&Role, u32)| [partner, priority, *role as u32, count];
        let there = Role::ALL.iter().zip(one.roles).filter(|(_, count)| *count > 0);
        self.table.extend(there.map(row));
    }

    fn cell(&mut self, one: PillarTally) {
        let pillar = self.names.goals[&one.pillar.into_uuid()];
        if one.actions > 0 {
            let led = if one.led > 0 { LED } else { 0 };
            self.table.push([pillar, one.year as u32, one.actions, one.partners | led]);
        } else if one.year == self.year {
            self.goals.push(pillar);
        }
    }

    fn loses(&mut self, goal: Node) {
        if goal.kind() == Some(Kind::Pillar) {
            self.goals.push(self.names.goals[&goal.into_uuid()]);
        }
    }
}
