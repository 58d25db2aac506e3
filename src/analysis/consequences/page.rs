//! Consequences in words.

use super::{AdviceShift, Consequences, CoverageShift};
use crate::analysis::SinglePoint;
use crate::language::Language;
use crate::page::{Page, printed};

printed! { Consequences }

impl Consequences {
    fn page(&self, language: Language) -> Page {
        let say = |english, dutch| language.pick(english, dutch);
        let mut page = Page::default();
        let head = say("Consequences of the changes", "Gevolgen van de wijzigingen");
        page.heading(1, format!("{head}: {}", self.plan.words(language)));
        page.line(format!("{} {}; {}", say("as of", "op"), self.day, self.policy.words(language)));
        if self.is_empty() {
            page.line(say("none", "geen"));
        }
        for (shifts, english, dutch) in [
            (&self.newly_covered, "Newly covered", "Nieuw gedekt"),
            (&self.newly_uncovered, "No longer covered", "Niet meer gedekt"),
            (&self.otherwise_covered, "Covered otherwise", "Anders gedekt"),
        ] {
            list(&mut page, say(english, dutch), shifts, |shift: &CoverageShift| shift.words(language));
        }
        if !self.roles.is_empty() {
            page.heading(2, say("Roles", "Rollen"));
        }
        let rows = self.roles.iter().map(|shift| {
            vec![shift.partner.name(), shift.gained.words(language), shift.lost.words(language)]
        });
        let head = [language.term(crate::kind::Kind::Partner), say("gained", "erbij"), say("lost", "eraf")];
        page.table(&head, rows.collect());
        for (advice, english, dutch) in [
            (&self.added_advice, "New advice", "Nieuw advies"),
            (&self.resolved_advice, "Advice resolved", "Advies vervallen"),
        ] {
            list(&mut page, say(english, dutch), advice, |shift: &AdviceShift| shift.words(language));
        }
        for (points, english, dutch) in [
            (&self.new_single_points, "New single points of failure", "Nieuwe kwetsbare schakels"),
            (&self.gone_single_points, "Single points of failure gone", "Kwetsbare schakels vervallen"),
        ] {
            list(&mut page, say(english, dutch), points, |point: &SinglePoint| {
                let only = say("actions without another lead", "acties zonder andere trekker");
                format!("{}: {only}: {}", point.partner.words(language), point.actions)
            });
        }
        page
    }
}

fn list<T>(page: &mut Page, head: &str, all: &[T], words: impl Fn(&T) -> String) {
    if !all.is_empty() {
        page.heading(2, format!("{head}: {}", all.len()));
    }
    for one in all {
        page.item(0, words(one));
    }
}

impl CoverageShift {
    fn words(&self, language: Language) -> String {
        let term = |state: Option<_>, english, dutch| {
            state.map_or(language.pick(english, dutch), |state| language.term(state))
        };
        let (before, after) = (term(self.before, "new", "nieuw"), term(self.after, "gone", "vervallen"));
        format!("{}: {before} -> {after}", self.goal.words(language))
    }
}

impl AdviceShift {
    fn words(&self, language: Language) -> String {
        let message = language.pick(&self.message, &self.message_nl);
        let times = if self.count > 1 { format!(" ({}x)", self.count) } else { String::new() };
        let subject = self.subject.as_ref().map(|one| format!("; {}", one.words(language)));
        format!("{}{times}{}: {message}", self.code, subject.unwrap_or_default())
    }
}
