//! Who does what for which goal, and how much each partner has on its plate.

mod find;
mod page;
mod workload;

use schemars::JsonSchema;
use serde::Serialize;

use crate::choice::choice;
use crate::entity::Role;
use crate::plan::Named;

pub use find::matrix;
pub use workload::{StateLoad, Workload, WorkloadRow, YearLoad, workload};

choice! {
    /// What partners are set against.
    MatrixLevel "niveau van de matrix" {
        /// The priorities.
        Priority = "priority" / "priorities" / "prioriteiten",
        /// The pillars, at every depth.
        Pillar = "pillar" / "pillars" / "pijlers",
        /// The themes.
        Theme = "theme" / "themes" / "thema's",
        /// The objectives of every level.
        Objective = "objective" / "objectives" / "doelstellingen",
        /// The years.
        Year = "year" / "years" / "jaren",
    }
}

/// How many actions in each role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "acties per rol")]
#[non_exhaustive]
pub struct RoleCounts {
    /// As the one that answers for it.
    pub accountable: u64,
    /// As director.
    pub director: u64,
    /// As lead.
    pub lead: u64,
    /// As the one that carries it out.
    pub execute: u64,
    /// In support.
    pub support: u64,
    /// As the one that pays.
    pub fund: u64,
    /// As the one that is consulted.
    pub consult: u64,
    /// Involved; the source doesn't say how.
    pub involved: u64,
}

impl RoleCounts {
    /// How many in a role.
    #[must_use]
    pub fn of(&self, role: Role) -> u64 {
        match role {
            Role::Accountable => self.accountable,
            Role::Director => self.director,
            Role::Lead => self.lead,
            Role::Execute => self.execute,
            Role::Support => self.support,
            Role::Fund => self.fund,
            Role::Consult => self.consult,
            Role::Involved => self.involved,
        }
    }

    pub(in crate::analysis) fn place(&mut self, role: Role) -> &mut u64 {
        match role {
            Role::Accountable => &mut self.accountable,
            Role::Director => &mut self.director,
            Role::Lead => &mut self.lead,
            Role::Execute => &mut self.execute,
            Role::Support => &mut self.support,
            Role::Fund => &mut self.fund,
            Role::Consult => &mut self.consult,
            Role::Involved => &mut self.involved,
        }
    }
}

/// What partners are set against: a goal or a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "kolom van de matrix")]
#[non_exhaustive]
pub struct MatrixColumn {
    /// The goal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goal: Option<Named>,
    /// The year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// How many actions it has.
    pub actions: u64,
    /// How many of those name no lead.
    pub without_lead: u64,
    /// How many of those name no partner at all.
    pub without_partner: u64,
}

/// What one partner does for one goal or in one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "cel van de matrix")]
#[non_exhaustive]
pub struct MatrixCell {
    /// The number of the column, from 0.
    pub column: usize,
    /// How many actions name the partner, each once.
    pub actions: u64,
    /// How many in each role; an action may name it in several.
    pub roles: RoleCounts,
    /// The roles that it has on the goal itself.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub own_roles: Vec<Role>,
}

/// What one partner does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "rij van de matrix")]
#[non_exhaustive]
pub struct MatrixRow {
    /// The partner.
    pub partner: Named,
    /// How many actions of the plan name it, each once.
    pub actions: u64,
    /// The cells in which it does something, in the order of the columns.
    pub cells: Vec<MatrixCell>,
}

/// Who does what for which goal, or in which year (*verantwoordelijkhedenmatrix*).
///
/// An action counts at every level above it, once: one that serves two pillars of a priority counts once for the
/// priority. Every action counts, whatever came of it. Objectives have the actions that the plan links to them; links that
/// were only read are left out. An action counts in each year in which it has a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "verantwoordelijkhedenmatrix")]
#[doc(alias = "verantwoordelijkhedenmatrix")]
#[non_exhaustive]
pub struct Matrix {
    /// The plan.
    pub plan: Named,
    /// What partners are set against.
    pub level: MatrixLevel,
    /// The goals or years, in the order of the plan.
    pub columns: Vec<MatrixColumn>,
    /// The partners, in the order of the plan; those that do nothing too.
    pub rows: Vec<MatrixRow>,
}

impl Matrix {
    /// What a partner does in a column; `None` if nothing.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> Option<&MatrixCell> {
        self.rows.get(row)?.cells.iter().find(|cell| cell.column == column)
    }
}
