//! Counts the actions of each partner for each goal.

use super::{Matrix, MatrixCell, MatrixColumn, MatrixLevel, MatrixRow, RoleCounts};
use crate::entity::Role;
use crate::id::PlanId;
use crate::kind::Kind;
use crate::trace::{Follow, Link, PlanView, Trace, TraceError, Words};

/// Who does what for which goal of a plan, or in which year. `O(p c n / 64)` in its partners `p`, columns `c` and
/// actions `n`, after finding the actions of each goal.
///
/// ```
/// use veiligheidsplan::{SafetyPlan, analysis::{MatrixLevel, matrix}, trace::Trace};
///
/// let plan = SafetyPlan::from_json(include_str!("../../../data/vlaardingen-2020-2023.demo.plan.json"))?;
/// let trace = Trace::of(&plan, "2021-09-01".parse()?);
/// let report = matrix(&trace, plan.id(), MatrixLevel::Priority)?;
/// let cell = report.cell(0, 0).ok_or("the municipality works on the first priority")?;
/// assert!(cell.roles.lead <= cell.actions && cell.actions <= report.columns[0].actions);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The trace has no such plan.
pub fn matrix(trace: &Trace, plan: PlanId, level: MatrixLevel) -> Result<Matrix, TraceError> {
    let view = trace.plan_view(plan)?;
    let columns = columns(view, level);
    let (no_lead, no_partner) = (view.without_lead(), view.without_partner());
    let row = |partner: u32| {
        let hands = Hands::of(view, partner);
        let cells =
            (0..).zip(&columns).filter_map(|(number, column)| hands.cell(view, partner, number, column));
        MatrixRow { partner: view.named(partner), actions: hands.all.count(), cells: cells.collect() }
    };
    let column = |column: &Column| MatrixColumn {
        goal: column.goal.map(|goal| view.named(goal)),
        year: column.year,
        actions: column.actions.count(),
        without_lead: column.actions.common(&no_lead),
        without_partner: column.actions.common(&no_partner),
    };
    Ok(Matrix {
        plan: view.named(0),
        level,
        columns: columns.iter().map(column).collect(),
        rows: view.nodes(&[Kind::Partner]).map(row).collect(),
    })
}

struct Column {
    goal: Option<u32>,
    year: Option<i32>,
    actions: Words,
}

fn columns(view: PlanView<'_>, level: MatrixLevel) -> Vec<Column> {
    let kind = match level {
        MatrixLevel::Priority => Kind::Priority,
        MatrixLevel::Pillar => Kind::Pillar,
        MatrixLevel::Theme => Kind::Theme,
        MatrixLevel::Objective => Kind::Objective,
        MatrixLevel::Year => {
            let year = |year| Column { goal: None, year: Some(year), actions: view.in_year(year) };
            return view.years().into_iter().map(year).collect();
        }
    };
    let goal = |goal| Column { goal: Some(goal), year: None, actions: view.below(goal, Follow::Stated) };
    view.nodes(&[kind]).map(goal).collect()
}

/// The actions of a partner, in each role and together.
pub(super) struct Hands {
    pub(super) roles: Vec<(Role, Words)>,
    pub(super) all: Words,
}

impl Hands {
    pub(super) fn of(view: PlanView<'_>, partner: u32) -> Self {
        let roles = Role::ALL.iter().map(|role| (*role, view.linked(partner, Link::of_role(*role))));
        let roles: Vec<(Role, Words)> = roles.filter(|(_, words)| !words.is_empty()).collect();
        let all = roles.iter().fold(view.none(), |all, (_, words)| all.or(words));
        Self { roles, all }
    }

    /// How many of some actions in each role.
    pub(super) fn counts(&self, of: &Words) -> RoleCounts {
        let mut counts = RoleCounts::default();
        for (role, words) in &self.roles {
            *counts.place(*role) = words.common(of);
        }
        counts
    }

    fn cell(&self, view: PlanView<'_>, partner: u32, number: usize, column: &Column) -> Option<MatrixCell> {
        let actions = self.all.common(&column.actions);
        let own = column.goal.into_iter().flat_map(|goal| view.partners_of(goal));
        let own_roles: Vec<Role> =
            own.filter(|(_, one)| *one == partner).filter_map(|(link, _)| link.role()).collect();
        if actions == 0 && own_roles.is_empty() {
            return None;
        }
        Some(MatrixCell { column: number, actions, roles: self.counts(&column.actions), own_roles })
    }
}
