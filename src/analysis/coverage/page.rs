//! Coverage in words.

use super::{Coverage, CoveragePolicy, GoalCoverage};
use crate::language::Language;
use crate::lifecycle::ActionState;
use crate::page::{Page, printed};
use crate::plan::listed;

printed! { Coverage }

impl Coverage {
    fn page(&self, language: Language) -> Page {
        let say = |english, dutch| language.pick(english, dutch);
        let mut page = Page::default();
        page.heading(1, format!("{}: {}", say("Coverage", "Dekking"), self.plan.words(language)));
        page.line(format!("{} {}; {}", say("as of", "op"), self.day, self.policy.words(language)));
        let rows = self.counts.iter().map(|count| {
            let covered = match count.judged() {
                0 => say("n/a", "n.v.t.").to_owned(),
                judged => format!("{} {} {judged}", count.covered, say("of", "van")),
            };
            let rest = [count.partly, count.uncovered, count.unlinked, count.exempt, count.not_applicable];
            let head = [language.term(count.kind).to_owned(), covered];
            head.into_iter().chain(rest.iter().map(ToString::to_string)).collect()
        });
        let head = [
            say("goals", "doelen"),
            say("covered", "gedekt"),
            say("partly", "deels"),
            say("not covered", "niet gedekt"),
            say("not linked", "niet gekoppeld"),
            say("exempt", "uitgezonderd"),
            say("n/a", "n.v.t."),
        ];
        page.table(&head, rows.collect());
        for goal in &self.goals {
            page.item(goal.depth, goal.words(language));
        }
        page
    }
}

impl CoveragePolicy {
    pub(in crate::analysis) fn words(&self, language: Language) -> String {
        let say = |english, dutch| language.pick(english, dutch);
        let left_out = ActionState::ALL.iter().filter(|state| !self.states.contains(state)).count();
        let but = left_out * 2 < ActionState::ALL.len();
        let named = ActionState::ALL.iter().filter(|state| self.states.contains(state) != but);
        let named: Vec<&str> = named.map(|state| language.term(*state)).collect();
        let mut words = match (but, named.is_empty()) {
            (true, true) => say("every action counts", "elke actie telt mee").to_owned(),
            (true, false) => {
                let counts = say("every action counts but", "elke actie telt mee behalve");
                format!("{counts} {}", named.join(", "))
            }
            (false, _) => format!("{}: {}", say("what counts", "telt mee"), named.join(", ")),
        };
        let year = self.year.map(|year| format!("in {year}"));
        let lead = self.lead.then(|| say("with a lead", "met een trekker").to_owned());
        let money = self.money.then(|| say("of a known amount", "met een bekend bedrag").to_owned());
        let read =
            self.read_links.then(|| say("also over read links", "ook over gelezen koppelingen").to_owned());
        for word in [year, lead, money, read].into_iter().flatten() {
            words.push_str("; ");
            words.push_str(&word);
        }
        words
    }
}

impl GoalCoverage {
    fn words(&self, language: Language) -> String {
        let say = |english, dutch| language.pick(english, dutch);
        let mut words = format!("{}: {}", self.goal.words(language), language.term(self.state));
        let mut notes: Vec<String> = Vec::new();
        notes.extend(self.reason.map(|reason| language.term(reason).to_owned()));
        if self.actions > 0 {
            let (counting, all) = (self.counting, self.actions);
            let of = say("of", "van de");
            notes.push(format!("{counting} {of} {all} {}", say("actions count", "acties tellen mee")));
        }
        notes.extend(self.missing.map(|missing| language.term(missing).to_owned()));
        if self.by_read_links > 0 {
            let only = say("only by read links", "alleen via gelezen koppelingen");
            notes.push(format!("{only}: {}", self.by_read_links));
        }
        if !self.open_parts.is_empty() {
            let open = say("not covered as a whole", "niet geheel gedekt");
            notes.push(format!("{open}: {}", listed(&self.open_parts, language)));
        }
        for one in &self.exemptions {
            let until = one.until.map(|day| format!(" ({} {day})", say("until", "tot en met")));
            notes.push(format!("{}: {}{}", one.code, one.reason, until.unwrap_or_default()));
        }
        if !notes.is_empty() {
            words.push_str("; ");
            words.push_str(&notes.join("; "));
        }
        words
    }
}
