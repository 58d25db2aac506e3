//! The questions of the workload, with parameters that follow from the seed, and how an answer is told apart.

use serde::Serialize;
use uuid::Uuid;
use veiligheidsplan::lifecycle::ActionState;

use crate::random::Random;
use crate::rows::{FIRST_YEAR, LEAD, PRIORITY, Rows, Task, YEARS};

/// Five things that an action is asked to have at once.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Facets {
    pub item: u32,
    pub lead: u32,
    pub year: u32,
    pub statuses: [u8; 2],
    pub approach: u8,
}

/// One question with its parameters.
#[derive(Debug, Clone, Serialize)]
pub enum Ask {
    /// Why an action is done: the goals and objectives above it, and its plan.
    Why(Uuid),
    /// The actions of a priority.
    Under(u32),
    /// How many there are.
    CountUnder(u32),
    /// How many actions a partner has for each priority.
    PerPriority(u32),
    /// The actions of a partner.
    Of(u32),
    /// The actions that have the facets, in one plan or all.
    Match(Facets, Option<u32>),
    /// For each pillar and year the actions, partners and whether there is a lead; pillars without action in the year.
    Coverage(u32),
    /// What is lost when a partner leaves.
    Leaves(u32),
    /// The actions without a lead.
    NoLead,
    /// For each partner, priority and role the number of actions, in one plan or all.
    Roles(Option<u32>),
    /// Gives an action a status, then asks for a match in its plan.
    SetStatus(u32, u8, Facets, u32),
    /// Adds an action, then asks for a match in its plan.
    Add(Box<Task>, Facets, u32),
}

/// What an engine answers. Lists are sets: their order doesn't matter.
#[derive(Debug, Clone)]
pub enum Answer {
    Ids(Vec<u32>),
    Count(u64),
    /// Priority and number; or partner, priority, role and number.
    Table(Vec<[u32; 4]>),
    /// Pillar, year, actions and partners with the lead as the highest bit; pillars without action.
    Coverage(Vec<[u32; 4]>, Vec<u32>),
    /// Actions, pillars, and the number of priorities.
    Loss(Vec<u32>, Vec<u32>, u64),
    /// Folded while it was told: what [`Answer::checksum`] would have said.
    #[allow(dead_code, reason = "for engines that tell their answer without making a list")]
    Sum(u64),
}

/// Marks in the numbers of the answer to [`Ask::Why`].
pub const OBJECTIVE: u32 = 0x4000_0000;
pub const PLAN: u32 = 0x8000_0000;
/// Marks a cell of the coverage that has a lead.
pub const LED: u32 = 0x8000_0000;

/// The finisher of `SplitMix64`.
pub fn mix(number: u64) -> u64 {
    let mixed = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

pub fn sum_of_ids(ids: impl IntoIterator<Item = u32>) -> u64 {
    ids.into_iter().fold(0, |sum, id| sum.wrapping_add(mix(u64::from(id))))
}

pub fn sum_of_row(row: &[u32; 4]) -> u64 {
    row.iter().fold(4, |sum, number| mix(sum ^ u64::from(*number)))
}

impl Answer {
    /// The same for the same set of answers in any order.
    pub fn checksum(&self) -> u64 {
        let table = |rows: &[[u32; 4]]| rows.iter().fold(0_u64, |sum, row| sum.wrapping_add(sum_of_row(row)));
        match self {
            Self::Ids(ids) => sum_of_ids(ids.iter().copied()),
            Self::Count(count) => mix(*count),
            Self::Table(rows) => table(rows),
            Self::Coverage(rows, none) => table(rows).wrapping_add(mix(sum_of_ids(none.iter().copied()))),
            Self::Loss(actions, pillars, priorities) => {
                let pillars = mix(sum_of_ids(pillars.iter().copied()));
                sum_of_ids(actions.iter().copied()).wrapping_add(pillars).wrapping_add(mix(*priorities + 7))
            }
            Self::Sum(sum) => *sum,
        }
    }
}

/// A named question with all its parameters.
pub struct Query {
    pub name: &'static str,
    pub asks: Vec<Ask>,
    /// Whether it changes what the engine holds: parameters are used once.
    pub changes: bool,
}

/// How many parameters a question has that needs variety.
const MANY: usize = 256;
/// How many runs there are, each with its own parameters where they change something.
pub const RUNS: usize = 5;

/// All of them, those that change something last.
pub fn questions(rows: &Rows, seed: u64) -> Vec<Query> {
    let mut random = Random(seed ^ 0x5eed);
    let mut queries = Vec::new();
    let mut add = |name, asks| queries.push(Query { name, asks, changes: false });
    let tasks = rows.tasks.len();
    let mut uuids: Vec<Uuid> = rows.tasks.iter().map(|task| task.uuid).collect();
    random.shuffle(&mut uuids);
    add("Q1-warm", uuids.iter().take(1_000).copied().map(Ask::Why).collect());
    add("Q1-cold", uuids.iter().rev().take(200_000).copied().map(Ask::Why).collect());
    let priorities: Vec<u32> =
        (0..rows.goals.len() as u32).filter(|at| rows.goals[*at as usize].kind == PRIORITY).collect();
    let some = |random: &mut Random| priorities[random.below(priorities.len())];
    let chosen: Vec<u32> = (0..MANY).map(|_| some(&mut random)).collect();
    add("Q2-ids", chosen.iter().copied().map(Ask::Under).collect());
    add("Q2-count", chosen.iter().copied().map(Ask::CountUnder).collect());
    let shared: Vec<u32> = (0..5).collect();
    add("Q3a", shared.iter().copied().map(Ask::PerPriority).collect());
    let locals = rows.partners.len() - 5;
    let local: Vec<u32> = (0..MANY).map(|_| 5 + random.below(locals) as u32).collect();
    add("Q3b", local.iter().copied().map(Ask::Of).collect());
    let everywhere = (0..MANY).map(|_| {
        let facets = facets(rows, &rows.tasks[random.below(tasks)], &mut random);
        let lead = if facets.lead < 5 { facets.lead } else { random.below(5) as u32 };
        Ask::Match(Facets { lead, ..facets }, None)
    });
    add("Q4-all", everywhere.collect());
    let inside = (0..MANY).map(|_| {
        let task = &rows.tasks[random.below(tasks)];
        Ask::Match(facets(rows, task, &mut random), Some(task.plan))
    });
    add("Q4-plan", inside.collect());
    add("Q5", (0..YEARS).map(|year| Ask::Coverage(FIRST_YEAR + year)).collect());
    add("Q6-shared", shared.iter().copied().map(Ask::Leaves).collect());
    add("Q6-local", local.iter().copied().map(Ask::Leaves).collect());
    add("Q7", vec![Ask::NoLead]);
    let plans = rows.plans.len();
    add("Q8-plan", (0..MANY).map(|_| Ask::Roles(Some(random.below(plans) as u32))).collect());
    add("Q8-all", vec![Ask::Roles(None)]);
    // Each run has its own actions: one run must not find what another has changed already.
    // And no action twice: reports of one day can't contradict each other.
    let mut order: Vec<usize> = (0..tasks).collect();
    random.shuffle(&mut order);
    let statuses = (0..MANY * (RUNS + 1)).map(|number| {
        let at = order[number % tasks];
        let task = &rows.tasks[at];
        let facets = changed(facets(rows, task, &mut random), &mut random);
        Ask::SetStatus(at as u32, facets.statuses[1], facets, task.plan)
    });
    let statuses = statuses.collect();
    queries.push(Query { name: "Q11-status", asks: statuses, changes: true });
    let added = (0..MANY * (RUNS + 1)).map(|_| {
        let mut task = rows.tasks[random.below(tasks)].clone();
        task.uuid = Uuid::from_u64_pair(random.next(), random.next());
        let facets = changed(facets(rows, &task, &mut random), &mut random);
        task.status = facets.statuses[1];
        let plan = task.plan;
        Ask::Add(Box::new(task), facets, plan)
    });
    let added = added.collect();
    queries.push(Query { name: "Q11-add", asks: added, changes: true });
    queries
}

/// The states that a report can bring an action into.
pub const REPORTED: [ActionState; 4] =
    [ActionState::Running, ActionState::Delayed, ActionState::NotDone, ActionState::Cancelled];

/// With another state to change to; what goes on elsewhere can only be cancelled.
fn changed(facets: Facets, random: &mut Random) -> Facets {
    let before = facets.statuses[0];
    let carried = before == ActionState::CarriedOver as u8;
    let to = if carried { ActionState::Cancelled } else { REPORTED[random.below(REPORTED.len())] };
    Facets { statuses: [before, to as u8], ..facets }
}

/// Facets that the action itself mostly has, so that answers are seldom empty.
fn facets(rows: &Rows, task: &Task, random: &mut Random) -> Facets {
    let goals = task.serves.iter().flat_map(|goal| rows.above(*goal));
    let items: Vec<u32> = goals.flat_map(|goal| rows.goals[goal as usize].answers.iter().copied()).collect();
    let lead = task.roles.iter().find(|(_, role)| *role == LEAD);
    let other = random.below(ActionState::ALL.len()) as u8;
    let other = if other == task.status { (other + 1) % ActionState::ALL.len() as u8 } else { other };
    let any = random.below(rows.items.len()) as u32;
    Facets {
        item: if items.is_empty() { any } else { items[random.below(items.len())] },
        lead: lead.map_or_else(|| random.below(5) as u32, |(partner, _)| *partner),
        year: task.year,
        statuses: [task.status, other],
        approach: task.approach,
    }
}
