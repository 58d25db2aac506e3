//! The succession in words.

use super::{
    Continuation, Fate, GoalFate, LookBack, MunicipalSuccession, OpenAction, SucceedingPlan, Succession,
};
use crate::language::Language;
use crate::page::{Page, printed};
use crate::plan::{Named, listed};

printed! { Succession }

impl Succession {
    fn page(&self, language: Language) -> Page {
        let mut page = Page::default();
        let say = |english, dutch| language.pick(english, dutch);
        page.heading(1, say("Succession", "Opvolging"));
        page.line(format!("{} {}", say("as of", "stand per"), self.as_of));
        page.item(0, self.old.in_words(say("old plan", "oude plan"), language));
        page.item(0, self.new.in_words(say("new plan", "nieuwe plan"), language));
        if !self.named {
            page.item(
                0,
                say(
                    "the new plan doesn't name the old one as predecessor",
                    "het nieuwe plan noemt het oude niet als voorganger",
                ),
            );
        }
        page.heading(2, say("Municipalities", "Gemeenten"));
        for one in &self.municipalities {
            page.item(0, one.in_words(language));
        }
        page.heading(2, say("Evaluation of the old plan", "Evaluatie van het oude plan"));
        self.look_back.write(&mut page, language);
        self.write_goals(&mut page, language);
        let objectives = say("Objectives of the old plan", "Doelstellingen van het oude plan");
        continuations(&mut page, objectives, &self.objectives, language);
        let indicators = say("Indicators of the old plan", "Indicatoren van het oude plan");
        continuations(&mut page, indicators, &self.indicators, language);
        let carried = say("Open actions that go on", "Open acties die doorgaan");
        actions(&mut page, carried, &self.carried, language);
        let left = say("Open actions left behind", "Open acties die achterblijven");
        actions(&mut page, left, &self.left_behind, language);
        page
    }

    fn write_goals(&self, page: &mut Page, language: Language) {
        page.heading(2, language.pick("Priorities and themes", "Prioriteiten en thema's"));
        let count = |fate: Fate| self.goals.iter().filter(|goal| goal.fate == fate).count();
        let counts: Vec<String> = Fate::ALL
            .iter()
            .filter(|fate| count(**fate) > 0)
            .map(|fate| format!("{} {}", count(*fate), language.term(*fate)))
            .collect();
        if !counts.is_empty() {
            page.line(counts.join(", "));
        }
        for goal in &self.goals {
            page.item(0, goal.in_words(language));
        }
        for new in &self.new_goals {
            page.item(0, format!("{}: {}", language.pick("new", "nieuw"), new.words(language)));
        }
    }
}

impl SucceedingPlan {
    fn in_words(&self, which: &str, language: Language) -> String {
        let Self { plan, starts_on, ends_on, state } = self;
        let plan = plan.words(language);
        format!("{which}: {plan} ({starts_on}..{ends_on}), {}", language.term(*state))
    }
}

impl MunicipalSuccession {
    fn in_words(&self, language: Language) -> String {
        let mut words = format!("{} {}: {}", self.code, self.name, language.term(self.territory));
        for (days, english, dutch) in [
            (self.gap_days, "days without a plan", "dagen zonder plan"),
            (self.overlap_days, "days with both plans", "dagen met beide plannen"),
        ] {
            if let Some(days) = days.filter(|days| *days > 0) {
                words = format!("{words}, {days} {}", language.pick(english, dutch));
            }
        }
        words
    }
}

impl LookBack {
    fn write(&self, page: &mut Page, language: Language) {
        if let Some(day) = self.delivered_on {
            page.item(0, format!("{} {day}", language.pick("delivered on", "opgeleverd op")));
        }
        for analysis in &self.analyses {
            page.item(0, analysis.words(language));
        }
        if !self.evaluated {
            page.item(0, language.pick("none on record", "niet vastgelegd"));
        }
        for execution in &self.execution_plans_not_evaluated {
            let without = language.pick("without an evaluation", "zonder evaluatie");
            page.item(0, format!("{without}: {}", execution.words(language)));
        }
    }
}

impl GoalFate {
    fn in_words(&self, language: Language) -> String {
        let mut words = format!("{}: {}", self.old.words(language), language.term(self.fate));
        if !self.became.is_empty() {
            words = format!("{words} → {}", listed(&self.became, language));
        }
        if !self.together_with.is_empty() {
            let with = language.pick("together with", "samen met");
            words = format!("{words}, {with} {}", listed(&self.together_with, language));
        }
        if let Some(day) = self.closed_on {
            words = format!("{words} ({} {day})", language.pick("closed on", "afgesloten op"));
        }
        words
    }
}

fn goes_on(old: &Named, became: &[Named], language: Language) -> String {
    match became {
        [] => format!("{}: {}", old.words(language), language.pick("not continued", "niet voortgezet")),
        _ => format!("{} → {}", old.words(language), listed(became, language)),
    }
}

fn continuations(page: &mut Page, heading: &str, all: &[Continuation], language: Language) {
    if all.is_empty() {
        return;
    }
    page.heading(2, heading);
    for one in all {
        page.item(0, goes_on(&one.old, &one.became, language));
    }
}

fn actions(page: &mut Page, heading: &str, all: &[OpenAction], language: Language) {
    if all.is_empty() {
        return;
    }
    page.heading(2, heading);
    for one in all {
        let mut words = format!("{} ({})", one.action.words(language), language.term(one.state));
        if !one.became.is_empty() {
            words = format!("{words} → {}", listed(&one.became, language));
        }
        page.item(0, words);
    }
}
