//! An agenda in words.

use super::{Agenda, AgendaItem};
use crate::choice::Choice;
use crate::language::Language;
use crate::page::Page;

impl Agenda {
    pub(super) fn page(&self, language: Language) -> Page {
        let pick = |english, dutch| language.pick(english, dutch);
        let mut page = Page::default();
        page.heading(1, format!("Agenda {} {} {}", self.from, pick("up to and including", "t/m"), self.to));
        page.line(self.plan.words(language));
        page.line(format!("{} {}", pick("As the plan stands on", "Naar de stand van"), self.from));
        let (overdue, due): (Vec<&AgendaItem>, Vec<&AgendaItem>) =
            self.items.iter().partition(|item| item.overdue);
        for (title, items) in [(pick("Overdue", "Over tijd"), overdue), (pick("Due", "In deze periode"), due)]
        {
            page.heading(2, format!("{title} ({})", items.len()));
            let head =
                [pick("day", "dag"), pick("what", "wat"), pick("of what", "waarvan"), pick("note", "noot")];
            page.table(&head, items.iter().map(|item| item.row(language)).collect());
        }
        let motions = pick("Motions on which nothing followed", "Moties waarop niets volgde");
        page.heading(2, format!("{motions} ({})", self.open_motions.len()));
        for motion in &self.open_motions {
            let (decision, on) = (motion.decision.words(language), motion.object.words(language));
            let about = pick("on", "over");
            page.item(0, format!("{} {decision} {about} {on}: {}", motion.date, motion.text));
        }
        if !self.left_out.is_empty() {
            let kinds: Vec<&str> =
                self.left_out.iter().map(|kind| pick(kind.term(), kind.term_nl())).collect();
            page.heading(2, pick("Not asked for by the profile", "Niet gevraagd door het profiel"));
            page.line(kinds.join(", "));
        }
        page
    }
}

impl AgendaItem {
    fn row(&self, language: Language) -> Vec<String> {
        let note = match language {
            Language::English => &self.note,
            Language::Dutch => &self.note_nl,
        };
        vec![
            self.due.to_string(),
            language.term(self.kind).to_owned(),
            self.element.words(language),
            note.clone().unwrap_or_default(),
        ]
    }
}
