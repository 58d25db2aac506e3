//! Adds up the means of each goal in one pass.

use std::collections::BTreeMap;

use super::{EffortTotal, GoalMeans, Means, YearEffort};
use crate::analysis::cost::Sum;
use crate::analysis::goals::{GoalNo, Goals, Ways};
use crate::entity::{Action, Period};
use crate::plan::{Element, SafetyPlan};
use crate::value::Decimal;

/// What the actions of a plan take, together and for each goal.
///
/// `O(n h)` in the elements `n` of the plan and the goals `h` above one of them. The costs of a goal are those of
/// [`costs`](crate::analysis::costs).
///
/// ```
/// use veiligheidsplan::{SafetyPlan, analysis::{CostScope, costs, means}};
///
/// let plan = SafetyPlan::from_json(include_str!("../../../data/vlaardingen-2020-2023.demo.plan.json"))?;
/// let report = means(&plan);
/// assert_eq!(report.costs, costs(&plan, CostScope::Plan)?);
/// assert!(report.goals.iter().any(|goal| goal.shared_actions > 0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn means(plan: &SafetyPlan) -> Means {
    let goals = Goals::of(plan, Ways::Costs);
    let mut whole = Row::default();
    let mut rows: Vec<Row> = goals.iter().map(|_| Row::default()).collect();
    let mut without_goal = 0;
    for action in plan.execution_plans().iter().flat_map(|execution| execution.actions()) {
        let served = goals.served(action);
        let counting = goals.above(&served);
        without_goal += u64::from(counting.is_empty());
        let shared = shared(&goals, &served, &counting);
        whole.add(action, shared.contains(&true));
        for (goal, shared) in counting.iter().zip(shared) {
            if let Some(row) = rows.get_mut(*goal) {
                row.add(action, shared);
            }
        }
    }
    let rows = goals.iter().zip(rows).map(|((goal, depth), row)| GoalMeans {
        depth,
        costs: row.costs.report(goal),
        effort: row.effort.report(),
        shared_actions: row.shared,
        shared_cents: row.shared_cents,
    });
    let rows = rows.collect();
    Means {
        plan: Element::Plan(plan).into(),
        costs: whole.costs.report(Element::Plan(plan)),
        effort: whole.effort.report(),
        shared_actions: whole.shared,
        without_goal,
        goals: rows,
    }
}

/// For each goal for which an action counts, whether it names another one that is neither above nor below.
fn shared(goals: &Goals<'_>, served: &[GoalNo], counting: &[GoalNo]) -> Vec<bool> {
    if served.len() < 2 {
        return vec![false; counting.len()];
    }
    let ways: Vec<(GoalNo, Vec<GoalNo>)> = served.iter().map(|one| (*one, goals.above(&[*one]))).collect();
    let is_shared = |goal: &GoalNo| {
        let mut aside = ways.iter().filter(|(_, above)| !above.contains(goal)).peekable();
        if aside.peek().is_none() {
            return false;
        }
        let above = goals.above(&[*goal]);
        aside.any(|(one, _)| !above.contains(one))
    };
    counting.iter().map(is_shared).collect()
}

#[derive(Debug, Default)]
struct Row {
    costs: Sum,
    effort: EffortSum,
    shared: u64,
    shared_cents: u64,
}

impl Row {
    fn add(&mut self, action: &Action, shared: bool) {
        self.costs.add(action);
        self.effort.add(action);
        if shared {
            self.shared += 1;
            let cents = action.cost().and_then(|cost| cost.amount().total()).unwrap_or(0);
            self.shared_cents = self.shared_cents.saturating_add(cents);
        }
    }
}

/// A sum that is nothing until something is added, and nothing again once it has too many digits.
#[derive(Debug, Clone, Copy, Default)]
enum Total {
    #[default]
    None,
    Some(Decimal),
    TooLong,
}

impl Total {
    fn add(&mut self, number: Decimal) {
        *self = match self {
            Self::None => Self::Some(number),
            Self::Some(sum) => sum.plus(number).map_or(Self::TooLong, Self::Some),
            Self::TooLong => Self::TooLong,
        };
    }

    fn number(self) -> Option<Decimal> {
        match self {
            Self::Some(sum) => Some(sum),
            Self::None | Self::TooLong => None,
        }
    }
}

#[derive(Debug, Clone, Copy, Default)]
struct YearSum {
    actions: u64,
    /// The last action that was counted, by its number.
    last: u64,
    fte: Total,
    hours: Total,
}

#[derive(Debug, Default)]
struct EffortSum {
    actions: u64,
    unstated: u64,
    years: BTreeMap<i32, YearSum>,
    fte_without_year: Total,
    hours: Total,
    hours_without_year: Total,
}

impl EffortSum {
    fn add(&mut self, action: &Action) {
        self.actions += 1;
        self.unstated += u64::from(action.effort().is_empty());
        for effort in action.effort() {
            if let Some(fte) = effort.fte() {
                match effort.period() {
                    Some(period) => period.years().for_each(|year| self.year(year).fte.add(fte)),
                    None => self.fte_without_year.add(fte),
                }
            }
            if let Some(hours) = effort.hours() {
                self.hours.add(hours);
                match effort.period().and_then(only_year) {
                    Some(year) => self.year(year).hours.add(hours),
                    None => self.hours_without_year.add(hours),
                }
            }
        }
    }

    fn year(&mut self, year: i32) -> &mut YearSum {
        let action = self.actions;
        let sum = self.years.entry(year).or_default();
        if sum.last != action {
            sum.last = action;
            sum.actions += 1;
        }
        sum
    }

    fn report(self) -> EffortTotal {
        let years = self.years.into_iter().map(|(year, sum)| YearEffort {
            year,
            actions: sum.actions,
            fte: sum.fte.number(),
            hours: sum.hours.number(),
        });
        EffortTotal {
            unstated_actions: self.unstated,
            by_year: years.collect(),
            fte_without_year: self.fte_without_year.number(),
            hours: self.hours.number(),
            hours_without_year: self.hours_without_year.number(),
        }
    }
}

fn only_year(period: &Period) -> Option<i32> {
    let year = period.start().year();
    (year == period.end().year()).then_some(year)
}
