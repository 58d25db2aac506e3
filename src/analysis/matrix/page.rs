//! The matrix and the workload in words.

use std::fmt::Write;

use super::{Matrix, MatrixCell, RoleCounts, Workload};
use crate::entity::Role;
use crate::language::Language;
use crate::page::{Page, printed};

printed! { Matrix Workload }

/// The letter of a role in the cells of a matrix.
fn letter(role: Role, language: Language) -> &'static str {
    let (english, dutch) = match role {
        Role::Accountable => ("A", "V"),
        Role::Director => ("D", "R"),
        Role::Lead => ("L", "T"),
        Role::Execute => ("E", "U"),
        Role::Support => ("S", "O"),
        Role::Fund => ("F", "F"),
        Role::Consult => ("C", "A"),
        Role::Involved => ("i", "b"),
    };
    language.pick(english, dutch)
}

impl Matrix {
    fn page(&self, language: Language) -> Page {
        let say = |english, dutch| language.pick(english, dutch);
        let mut page = Page::default();
        let head = say("Responsibilities", "Verantwoordelijkheden");
        page.heading(1, format!("{head}: {}", self.plan.words(language)));
        let roles =
            Role::ALL.iter().map(|role| format!("{} {}", letter(*role, language), language.term(*role)));
        page.line(format!(
            "{}: {}; {}",
            say("actions, and how many in each role", "acties, en hoeveel in elke rol"),
            roles.collect::<Vec<_>>().join(", "),
            say(
                "in square brackets the roles on the goal itself",
                "tussen vierkante haken de rollen op het doel zelf"
            )
        ));
        let marks: Vec<String> = self.columns.iter().enumerate().map(|(at, _)| self.mark(at)).collect();
        for (mark, column) in marks.iter().zip(&self.columns) {
            let name = column.goal.as_ref().map_or_else(|| mark.clone(), |goal| goal.words(language));
            page.item(
                0,
                format!(
                    "{name}: {} {}, {} {}, {} {}",
                    column.actions,
                    say("actions", "acties"),
                    column.without_lead,
                    say("without a lead", "zonder trekker"),
                    column.without_partner,
                    say("without a partner", "zonder partner"),
                ),
            );
        }
        let head = [language.term(crate::kind::Kind::Partner), say("actions", "acties")];
        let head: Vec<&str> = head.into_iter().chain(marks.iter().map(String::as_str)).collect();
        let busy = self.rows.iter().filter(|row| row.actions > 0 || !row.cells.is_empty());
        let rows = busy.map(|row| {
            let mut cells = vec![row.partner.name(), row.actions.to_string()];
            cells.resize(head.len(), String::new());
            for cell in &row.cells {
                if let Some(place) = cells.get_mut(cell.column + 2) {
                    *place = cell.words(language);
                }
            }
            cells
        });
        page.table(&head, rows.collect());
        let idle = self.rows.iter().filter(|row| row.actions == 0 && row.cells.is_empty());
        let idle: Vec<String> = idle.map(|row| row.partner.name()).collect();
        if !idle.is_empty() {
            page.line(format!("{}: {}", say("in none of these", "in geen van deze"), idle.join("; ")));
        }
        page
    }

    /// What a column is called: the code of its goal, a year, or else a number.
    fn mark(&self, at: usize) -> String {
        let column = self.columns.get(at);
        let code = column.and_then(|column| column.goal.as_ref()?.code.clone());
        let year = column.and_then(|column| column.year).map(|year| year.to_string());
        code.or(year).unwrap_or_else(|| format!("({})", at + 1))
    }
}

impl MatrixCell {
    fn words(&self, language: Language) -> String {
        let mut words = if self.actions > 0 { self.actions.to_string() } else { String::new() };
        let roles = self.roles.words(language);
        if !roles.is_empty() {
            let _ = write!(words, " ({roles})");
        }
        if !self.own_roles.is_empty() {
            let own: Vec<&str> = self.own_roles.iter().map(|role| letter(*role, language)).collect();
            let _ = write!(words, " [{}]", own.join(" "));
        }
        words.trim_start().to_owned()
    }
}

impl RoleCounts {
    /// `L4 E12`.
    pub(in crate::analysis) fn words(&self, language: Language) -> String {
        let roles = Role::ALL.iter().filter(|role| self.of(**role) > 0);
        let roles = roles.map(|role| format!("{}{}", letter(*role, language), self.of(*role)));
        roles.collect::<Vec<_>>().join(" ")
    }
}

impl Workload {
    fn page(&self, language: Language) -> Page {
        let say = |english, dutch| language.pick(english, dutch);
        let mut page = Page::default();
        page.heading(1, format!("{}: {}", say("Workload", "Werklast"), self.plan.words(language)));
        page.line(format!("{} {}", say("actions, as of", "acties, op"), self.day));
        let busy = || self.partners.iter().filter(|row| row.actions > 0);
        let head = [language.term(crate::kind::Kind::Partner), say("actions", "acties")];
        let roles = Role::ALL.iter().map(|role| language.term(*role));
        let rows = busy().map(|row| {
            let counts = Role::ALL.iter().map(|role| row.roles.of(*role).to_string());
            [row.partner.name(), row.actions.to_string()].into_iter().chain(counts).collect()
        });
        page.table(&head.into_iter().chain(roles).collect::<Vec<_>>(), rows.collect());
        let by_year = busy().flat_map(|row| {
            row.years.iter().map(move |load| {
                let (year, actions) = (load.year.to_string(), load.actions.to_string());
                vec![row.partner.name(), year, actions, load.roles.of(Role::Lead).to_string()]
            })
        });
        let lead = say("leads", "trekker");
        page.table(&[head[0], say("year", "jaar"), head[1], lead], by_year.collect());
        let by_state = busy().flat_map(|row| {
            row.states.iter().map(move |load| {
                let (state, actions) = (language.term(load.state).to_owned(), load.actions.to_string());
                vec![row.partner.name(), state, actions, load.roles.of(Role::Lead).to_string()]
            })
        });
        page.table(&[head[0], say("state", "stand"), head[1], lead], by_state.collect());
        page
    }
}
