//! The table of powers as data and as a page.

use std::fmt::Write;

use crate::choice::Choice;
use crate::language::Language;
use crate::power::{POWERS, POWERS_DATE, Power, PowersTable};

/// The table of powers as JSON, as committed in `data/powers.json`.
#[must_use]
pub fn powers_json() -> String {
    crate::plan::pretty(&PowersTable::CURRENT)
}

/// The table of powers as a page, as committed in the guide.
#[must_use]
pub fn powers_markdown() -> String {
    let mut page = format!(
        "# Powers\n\nThe legal powers that an action or pillar can name, as of {POWERS_DATE}. Codes are permanent. \
         A code that is not listed is read all the same; it is advice.\nA star marks what was not checked against the \
         text of the law: it requires nothing. A class is given to powers of the mayor only.\nThis page is made from \
         the table in the code (`data/powers.json`); a test compares the two.\n\n\
         | code | power | basis | class | holders | ordinance | prosecution service consulted | note |\n\
         |---|---|---|---|---|---|---|---|\n"
    );
    for power in POWERS {
        let star = |verified: bool| if verified { "" } else { " \\*" };
        // Writing to a String can't fail.
        let _ = writeln!(
            page,
            "| `{}` | {} (*{}*) | {} | {} | {} | {}{} | {}{} | {} |",
            power.code,
            power.title,
            power.title_nl,
            basis(power),
            power.class.map_or("", Choice::term),
            power.holders(Language::English),
            power.ordinance.term(),
            star(power.ordinance_verified),
            power.consultation.term(),
            star(power.consultation_verified),
            power.note.unwrap_or_default(),
        );
    }
    page
}

/// The act and article, or the sections of the Vlaardingen plan.
fn basis(power: &Power) -> String {
    let section = power.section.map(|section| format!("Vlaardingen plan {section}"));
    let article = power.article.map(|article| format!("art. {article}"));
    let parts = [power.act.map(str::to_owned), article, section];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
