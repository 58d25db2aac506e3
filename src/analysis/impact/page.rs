//! Impact in words.

use std::fmt::Write;

use super::{AffectedActions, AffectedGoals, Impact, SinglePoints};
use crate::language::Language;
use crate::page::{Page, printed};
use crate::plan::listed;

printed! { Impact SinglePoints }

impl Impact {
    fn page(&self, language: Language) -> Page {
        let say = |english, dutch| language.pick(english, dutch);
        let mut page = Page::default();
        let head = say("What is lost without", "Wat wegvalt zonder");
        page.heading(1, format!("{head} {}", self.leaving.words(language)));
        if !self.with_it.is_empty() {
            let with = say("with it", "en daarmee");
            page.line(format!("{with}: {}", listed(&self.with_it, language)));
        }
        if self.is_empty() {
            page.line(say("nothing", "niets"));
            return page;
        }
        for (actions, english, dutch) in [
            (&self.without_lead, "actions without a lead", "acties zonder trekker"),
            (&self.without_executor, "actions that nobody executes", "acties die niemand uitvoert"),
            (&self.without_goal, "actions without a goal", "acties zonder doel"),
            (&self.waiting, "actions that wait for it", "acties die erop wachten"),
        ] {
            actions.print(&mut page, say(english, dutch), language);
        }
        for (goals, english, dutch) in [
            (&self.without_led_action, "goals without a led action", "doelen zonder actie met een trekker"),
            (&self.without_action, "goals without an action", "doelen zonder actie"),
        ] {
            goals.print(&mut page, say(english, dutch), language);
        }
        let rows = self.priorities.listed.iter().map(|one| {
            let counts = [one.actions, one.without_lead, one.without_executor, one.led];
            let name = one.priority.words(language);
            std::iter::once(name).chain(counts.iter().map(ToString::to_string)).collect()
        });
        let head = [
            say("priorities", "prioriteiten"),
            say("actions", "acties"),
            say("lose their lead", "verliezen trekker"),
            say("lose who executes", "verliezen uitvoerder"),
            say("still led", "nog met trekker"),
        ];
        page.table(&head, rows.collect());
        more(&mut page, self.priorities.total, self.priorities.listed.len(), language);
        page
    }
}

/// How many more there are than are listed.
fn more(page: &mut Page, total: u64, listed: usize, language: Language) {
    let rest = total.saturating_sub(listed as u64);
    if rest > 0 {
        page.line(format!("{}: {rest}", language.pick("and more", "en nog meer")));
    }
}

impl AffectedActions {
    fn print(&self, page: &mut Page, head: &str, language: Language) {
        if self.total == 0 {
            return;
        }
        page.heading(2, format!("{head}: {}", self.total));
        for one in &self.listed {
            page.item(0, format!("{}: {}", one.action.words(language), language.term(one.state)));
        }
        more(page, self.total, self.listed.len(), language);
    }
}

impl AffectedGoals {
    fn print(&self, page: &mut Page, head: &str, language: Language) {
        if self.total == 0 {
            return;
        }
        page.heading(2, format!("{head}: {}", self.total));
        for one in &self.listed {
            let led = language.pick("actions with a lead were", "acties met een trekker waren er");
            let kept = language.pick("actions left", "acties over");
            page.item(0, format!("{}: {led} {}, {kept}: {}", one.goal.words(language), one.led, one.kept));
        }
        more(page, self.total, self.listed.len(), language);
    }
}

impl SinglePoints {
    fn page(&self, language: Language) -> Page {
        let say = |english, dutch| language.pick(english, dutch);
        let mut page = Page::default();
        let head = say("Single points of failure", "Kwetsbare schakels");
        page.heading(1, format!("{head}: {}", self.plan.words(language)));
        let (of, unled) = (say("of", "van de"), say("actions have no lead", "acties hebben geen trekker"));
        page.line(format!("{} {of} {} {unled}", self.without_lead, self.actions));
        for point in &self.partners {
            let only = say("actions without another lead", "acties zonder andere trekker");
            let mut words = format!("{}: {only}: {}", point.partner.words(language), point.actions);
            if !point.goals.is_empty() {
                let goals = say("no led action left for", "geen actie met een trekker meer voor");
                let _ = write!(words, "; {goals}: {}", listed(&point.goals, language));
            }
            page.item(0, words);
        }
        page
    }
}
