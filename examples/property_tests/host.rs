//! A fictional host: *Raadsoverzicht*, which shows councils what is done for each priority.
//!
//! It takes plans in, and gives out a sheet of its own, as such systems do: rows of text with semicolons, made from tables.
//! Release 1.0 has a bug, planted for this example.

use std::collections::BTreeMap;

use veiligheidsplan::{Element, Finding, SafetyPlan};

/// A version of the host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Release {
    /// With the planted bug.
    V1_0,
    /// Without it.
    V1_1,
}

/// A row of the table of actions.
struct ActionRow {
    id: String,
    title: String,
    /// The ids of what it serves.
    serves: Vec<String>,
}

/// A row of the table of roles.
struct RoleRow {
    action: String,
    partner: String,
    role: &'static str,
}

/// The tables of the host.
pub(crate) struct Register {
    release: Release,
    actions: Vec<ActionRow>,
    roles: Vec<RoleRow>,
}

impl Register {
    /// Takes a document in, or says in the words of the host what is wrong with it.
    pub(crate) fn take_in(release: Release, document: &str) -> Result<Self, Vec<String>> {
        let told =
            |finding: &Finding| format!("{} ({}): {}", finding.place, finding.code, finding.message_nl);
        let plan = SafetyPlan::from_json(document)
            .map_err(|rejected| rejected.errors().iter().map(told).collect::<Vec<_>>())?;
        let (mut actions, mut roles) = (Vec::new(), Vec::new());
        for action in plan.execution_plans().iter().flat_map(|execution| execution.actions()) {
            let id = action.id().to_string();
            for one in action.responsibilities() {
                let partner = plan.element(one.partner().into_uuid()).map_or("", Element::title).to_owned();
                roles.push(RoleRow { action: id.clone(), partner, role: one.role().as_str() });
            }
            let serves = action.serves().iter().map(|one| one.id().to_string()).collect();
            actions.push(ActionRow { id, title: action.title().to_string(), serves });
        }
        Ok(Self { release, actions, roles })
    }

    /// The sheet: for each action a row for each partner, or one without.
    pub(crate) fn sheet(&self) -> String {
        let mut of: BTreeMap<&str, Vec<&RoleRow>> = BTreeMap::new();
        self.roles.iter().for_each(|role| of.entry(&role.action).or_default().push(role));
        let mut sheet = String::from("action;title;serves;partner;role\n");
        for action in &self.actions {
            let mut row = |partner: &str, role: &str| {
                let cells =
                    [&action.id, &quoted(&action.title), &action.serves.join(","), &quoted(partner), role];
                sheet.push_str(&cells.join(";"));
                sheet.push('\n');
            };
            match of.get(action.id.as_str()) {
                Some(roles) => roles.iter().for_each(|one| row(&one.partner, one.role)),
                // The planted bug: the tables are joined, and an action that nobody does anything for falls out.
                None if self.release == Release::V1_0 => {}
                None => row("", ""),
            }
        }
        sheet
    }
}

/// A cell in quotes, so that it may hold anything.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// Reads a sheet back: the cells of each row. What its users do with it in a spreadsheet.
pub(crate) fn rows(sheet: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut in_quotes) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = sheet.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if in_quotes && letters.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' => in_quotes = !in_quotes,
            ';' if !in_quotes => row.push(std::mem::take(&mut cell)),
            '\n' if !in_quotes => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            other => cell.push(other),
        }
    }
    rows
}
