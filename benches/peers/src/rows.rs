//! The plans as neutral rows: small numbers for ids, so that every peer loads the same and none has to parse.

use std::collections::HashMap;

use serde::Serialize;
use uuid::Uuid;
use veiligheidsplan::entity::{Action, AnswerLink, Objective, Pillar, Role};
use veiligheidsplan::lifecycle::ActionState;
use veiligheidsplan::sample::Sample;
use veiligheidsplan::{Date, SafetyPlan};

/// What a goal is. The numbers are those in the tables.
pub const PRIORITY: u8 = 0;
pub const PILLAR: u8 = 1;
pub const THEME: u8 = 2;

/// The first year, and how many there are.
pub const FIRST_YEAR: u32 = 2020;
pub const YEARS: u32 = 4;

/// The number of the role in which a partner leads.
pub const LEAD: u8 = Role::Lead as u8;

/// Whether nothing is to come of an action any more.
pub fn is_off(status: u8) -> bool {
    status == ActionState::Cancelled as u8 || status == ActionState::Withdrawn as u8
}

/// A priority, a pillar or a theme.
#[derive(Debug, Clone)]
#[allow(dead_code, reason = "what an engine may want to load")]
pub struct Goal {
    pub uuid: Uuid,
    pub plan: u32,
    pub kind: u8,
    /// The pillar or priority it stands under.
    pub parent: Option<u32>,
    pub title: String,
    /// The framework items that it answers itself.
    pub answers: Vec<u32>,
}

/// A main objective, a sub-objective or the objective of a priority.
#[derive(Debug, Clone)]
pub struct Goalpost {
    pub uuid: Uuid,
    pub plan: u32,
    /// The main objective of a sub-objective.
    pub parent: Option<u32>,
    /// The priority whose objective it is.
    pub goal: Option<u32>,
    /// The sub-objectives that the objective of a priority supports.
    pub supports: Vec<u32>,
    pub text: String,
}

#[derive(Debug, Clone)]
pub struct Partner {
    pub uuid: Uuid,
    pub name: String,
    /// The one plan that has it, or none where all of them do.
    pub plan: Option<u32>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Task {
    pub uuid: Uuid,
    pub plan: u32,
    pub year: u32,
    pub status: u8,
    pub approach: u8,
    pub title: String,
    /// The pillars and the theme that it serves.
    pub serves: Vec<u32>,
    pub roles: Vec<(u32, u8)>,
    pub areas: Vec<u32>,
}

#[derive(Debug, Clone)]
#[allow(dead_code, reason = "what an engine may want to load")]
pub struct Plan {
    pub uuid: Uuid,
    pub vision: String,
    pub goals: std::ops::Range<u32>,
    pub tasks: std::ops::Range<u32>,
    pub partners: Vec<u32>,
}

/// Everything, in the order in which it was generated.
#[derive(Debug, Clone, Default)]
pub struct Rows {
    pub plans: Vec<Plan>,
    pub goals: Vec<Goal>,
    pub objectives: Vec<Goalpost>,
    pub partners: Vec<Partner>,
    pub items: Vec<Uuid>,
    pub areas: Vec<Uuid>,
    pub tasks: Vec<Task>,
}

/// Numbers by UUID, while the rows are made.
#[derive(Default)]
struct Numbers {
    goals: HashMap<Uuid, u32>,
    objectives: HashMap<Uuid, u32>,
    partners: HashMap<Uuid, u32>,
    items: HashMap<Uuid, u32>,
    areas: HashMap<Uuid, u32>,
}

impl Rows {
    pub fn of(sample: &Sample) -> Self {
        let (mut rows, mut numbers) = (Self::default(), Numbers::default());
        for plan in sample.plans() {
            rows.add(&plan, sample.day(), &mut numbers);
        }
        // Partners that more than one plan has.
        for partner in rows.partners.iter_mut().take(5) {
            partner.plan = None;
        }
        rows
    }

    fn add(&mut self, plan: &SafetyPlan, day: Date, numbers: &mut Numbers) {
        let number = self.plans.len() as u32;
        let mut partners = Vec::new();
        for partner in plan.partners() {
            let uuid = partner.id().into_uuid();
            partners.push(*numbers.partners.entry(uuid).or_insert_with(|| {
                let name = partner.name().to_string();
                self.partners.push(Partner { uuid, name, plan: Some(number) });
                self.partners.len() as u32 - 1
            }));
        }
        for item in plan.frameworks().iter().flat_map(|framework| framework.items()) {
            numbers.items.entry(item.id().into_uuid()).or_insert_with(|| {
                self.items.push(item.id().into_uuid());
                self.items.len() as u32 - 1
            });
        }
        for area in plan.areas() {
            let next = numbers.areas.len() as u32;
            numbers.areas.insert(area.id().into_uuid(), next);
            self.areas.push(area.id().into_uuid());
        }
        for main in plan.objectives() {
            let top = self.objective(main, number, None, None, numbers);
            for sub in main.sub_objectives() {
                self.objective(sub, number, Some(top), None, numbers);
            }
        }
        let goals = self.goals.len() as u32;
        for priority in plan.priorities() {
            let (id, title) = (priority.id().into_uuid(), priority.title().to_string());
            let at = self.goal(number, PRIORITY, None, (id, title), priority.answers(), numbers);
            for objective in priority.objectives() {
                self.objective(objective, number, None, Some(at), numbers);
            }
            self.pillars(priority.pillars(), number, at, numbers);
        }
        for theme in plan.themes() {
            let named = (theme.id().into_uuid(), theme.title().to_string());
            self.goal(number, THEME, None, named, theme.answers(), numbers);
        }
        let tasks = self.tasks.len() as u32;
        let standing = plan.as_of(day);
        let years = plan.execution_plans().iter().flat_map(|execution| {
            execution.actions().iter().map(|_| execution.period().start().year() as u32)
        });
        for (year, (action, standing)) in years.zip(standing.actions()) {
            self.tasks.push(task(action, number, year, standing.state as u8, numbers));
        }
        self.plans.push(Plan {
            uuid: plan.id().into_uuid(),
            vision: plan.vision().map(ToString::to_string).unwrap_or_default(),
            goals: goals..self.goals.len() as u32,
            tasks: tasks..self.tasks.len() as u32,
            partners,
        });
    }

    fn objective(
        &mut self,
        objective: &Objective,
        plan: u32,
        parent: Option<u32>,
        goal: Option<u32>,
        numbers: &mut Numbers,
    ) -> u32 {
        let supports = objective.supports().iter().map(|link| numbers.objectives[&link.id().into_uuid()]);
        let supports = supports.collect();
        let text = objective.text().to_string();
        let uuid = objective.id().into_uuid();
        self.objectives.push(Goalpost { uuid, plan, parent, goal, supports, text });
        let number = self.objectives.len() as u32 - 1;
        numbers.objectives.insert(uuid, number);
        number
    }

    fn goal(
        &mut self,
        plan: u32,
        kind: u8,
        parent: Option<u32>,
        (uuid, title): (Uuid, String),
        answers: &[AnswerLink],
        numbers: &mut Numbers,
    ) -> u32 {
        let answers = answers.iter().map(|link| numbers.items[&link.id().into_uuid()]).collect();
        self.goals.push(Goal { uuid, plan, kind, parent, title, answers });
        let number = self.goals.len() as u32 - 1;
        numbers.goals.insert(uuid, number);
        number
    }

    fn pillars(&mut self, pillars: &[Pillar], plan: u32, parent: u32, numbers: &mut Numbers) {
        for pillar in pillars {
            let named = (pillar.id().into_uuid(), pillar.title().to_string());
            let at = self.goal(plan, PILLAR, Some(parent), named, pillar.answers(), numbers);
            self.pillars(pillar.pillars(), plan, at, numbers);
        }
    }

    /// A goal and everything it stands under, from below.
    pub fn above(&self, goal: u32) -> impl Iterator<Item = u32> + '_ {
        std::iter::successors(Some(goal), |at| self.goals[*at as usize].parent)
    }
}

fn task(action: &Action, plan: u32, year: u32, status: u8, numbers: &Numbers) -> Task {
    let goals = action.serves().iter().filter_map(|served| numbers.goals.get(&served.id().into_uuid()));
    let roles = action
        .responsibilities()
        .iter()
        .map(|one| (numbers.partners[&one.partner().into_uuid()], one.role() as u8));
    Task {
        uuid: action.id().into_uuid(),
        plan,
        year,
        status,
        approach: action.approach().first().map_or(0, |approach| *approach as u8),
        title: action.title().to_string(),
        serves: goals.copied().collect(),
        roles: roles.collect(),
        areas: action.areas().iter().map(|area| numbers.areas[&area.into_uuid()]).collect(),
    }
}
