//! Balance in words.

use super::{ApproachCount, Balance};
use crate::language::Language;
use crate::page::{Page, printed};
use crate::plan::Named;

printed! { Balance }

impl Balance {
    fn page(&self, language: Language) -> Page {
        let say = |english, dutch| language.pick(english, dutch);
        let mut page = Page::default();
        page.heading(1, format!("{}: {}", say("Balance", "Balans"), self.plan.words(language)));
        let row = |name: String, count: &ApproachCount| {
            let numbers = [count.actions, count.prevention, count.care, count.repression, count.unstated];
            std::iter::once(name).chain(numbers.iter().map(ToString::to_string)).collect::<Vec<_>>()
        };
        let mut rows = vec![row(say("whole plan", "hele plan").to_owned(), &self.count)];
        rows.extend(self.goals.iter().map(|one| row(short(&one.goal, language), &one.count)));
        let head = [
            say("goal", "doel"),
            say("actions", "acties"),
            say("prevention", "preventie"),
            say("care", "zorg"),
            say("repression", "repressie"),
            say("not stated", "niet vermeld"),
        ];
        page.table(&head, rows);
        for one in &self.pillars {
            let judged = match one.not_judged {
                Some(reason) => {
                    format!("{} ({})", say("counted only", "alleen geteld"), language.term(reason))
                }
                None => say("judged: equal contribution", "beoordeeld: evenredige bijdrage").to_owned(),
            };
            page.item(0, format!("{}: {judged}", one.holder.words(language)));
            for pillar in &one.pillars {
                let actions = say("actions", "acties");
                let mut words = format!("{}: {actions} {}", pillar.pillar.words(language), pillar.actions);
                if pillar.lacking {
                    words.push_str("; ");
                    words.push_str(say(
                        "none, while a sibling has some",
                        "geen, terwijl een andere pijler er wel heeft",
                    ));
                }
                page.item(1, words);
            }
        }
        let mut rows: Vec<Vec<String>> =
            self.areas.iter().map(|one| vec![one.area.name(), one.actions.to_string()]).collect();
        rows.push(vec![
            say("no area stated", "geen gebied vermeld").to_owned(),
            self.without_area.to_string(),
        ]);
        page.table(&[say("area", "gebied"), say("actions", "acties")], rows);
        page
    }
}

/// A goal by its kind and code, or its title where it has no code.
fn short(goal: &Named, language: Language) -> String {
    let name = goal.code.clone().unwrap_or_else(|| goal.name());
    format!("{} {name}", language.term(goal.kind))
}
