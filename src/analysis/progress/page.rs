//! Progress in words.

use super::{Delay, ProgressCount, ProgressReport};
use crate::language::Language;
use crate::lifecycle::ActionState;
use crate::page::{Page, printed};

printed! { ProgressReport }

impl ProgressReport {
    fn page(&self, language: Language) -> Page {
        let say = |english, dutch| language.pick(english, dutch);
        let mut page = Page::default();
        page.heading(1, format!("{}: {}", say("Progress", "Voortgang"), self.plan.words(language)));
        page.line(format!("{} {}", say("as of", "op"), self.day));
        page.line(format!("{}: {}", say("all actions", "alle acties"), self.count.words(language)));
        page.heading(2, say("By execution plan", "Per uitvoeringsplan"));
        for one in &self.execution_plans {
            page.item(0, format!("{}: {}", one.execution_plan.words(language), one.count.words(language)));
        }
        page.heading(2, say("By goal", "Per doel"));
        for one in &self.goals {
            let depth = usize::try_from(one.depth).unwrap_or(0);
            page.item(depth, format!("{}: {}", one.goal.words(language), one.count.words(language)));
        }
        if !self.delays.is_empty() {
            page.heading(2, say("Delays", "Vertragingen"));
        }
        for delay in &self.delays {
            page.item(0, delay.words(language));
        }
        page
    }
}

impl ProgressCount {
    fn words(&self, language: Language) -> String {
        let say = |english, dutch| language.pick(english, dutch);
        if let Some(reason) = self.reason {
            return format!("{} ({})", say("not applicable", "n.v.t."), language.term(reason));
        }
        let done = format!(
            "{} {} {} {}",
            language.term(ActionState::Done),
            self.of(ActionState::Done),
            say("of", "van de"),
            self.actions
        );
        let rest = self.states.iter().filter(|one| one.state != ActionState::Done);
        let rest = rest.map(|one| format!("{} {}", language.term(one.state), one.actions));
        let states: Vec<String> = std::iter::once(done).chain(rest).collect();
        let effects = [
            (say("positive", "positief"), self.effects.positive),
            (say("none", "geen"), self.effects.none),
            (say("negative", "negatief"), self.effects.negative),
            (say("not reported", "niet gemeld"), self.effects.not_reported),
        ];
        let effects = effects.iter().filter(|(_, actions)| *actions > 0);
        let effects: Vec<String> = effects.map(|(word, actions)| format!("{word} {actions}")).collect();
        format!("{}; effect: {}", states.join(", "), effects.join(", "))
    }
}

impl Delay {
    fn words(&self, language: Language) -> String {
        let say = |english, dutch| language.pick(english, dutch);
        let mut words = vec![self.action.words(language)];
        let days = [
            (say("reported on", "gemeld op"), self.reported_on),
            (say("planned until", "gepland tot en met"), self.planned_end),
            (say("expected", "verwacht"), self.expected_end),
        ];
        words.extend(days.iter().filter_map(|(word, day)| day.map(|day| format!("{word} {day}"))));
        let none = say("no reason given", "geen reden vermeld");
        words.push(self.reason.as_ref().map_or(none.to_owned(), |reason| {
            format!("{}: {}", say("reason", "reden"), reason.split_whitespace().collect::<Vec<_>>().join(" "))
        }));
        words.join("; ")
    }
}
