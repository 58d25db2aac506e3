//! Means in words.

use super::Means;
use crate::analysis::euros;
use crate::language::Language;
use crate::page::{Page, printed};
use crate::value::Decimal;

printed! { Means }

fn number(number: Option<Decimal>) -> String {
    number.map_or_else(String::new, |number| number.to_string())
}

impl Means {
    fn page(&self, language: Language) -> Page {
        let say = |english, dutch| language.pick(english, dutch);
        let mut page = Page::default();
        page.heading(1, format!("{}: {}", say("Means", "Middelen"), self.plan.words(language)));
        let (costs, effort) = (&self.costs, &self.effort);
        page.line(format!(
            "{}: {}; {}: {}; {}: {}; {}: {}",
            say("known", "bekend"),
            euros(costs.total_cents, language),
            say("amount unknown", "bedrag onbekend"),
            costs.unknown_actions,
            say("no cost stated", "geen kosten vermeld"),
            costs.unstated_actions,
            say("no effort stated", "geen inzet vermeld"),
            effort.unstated_actions,
        ));
        page.line(format!(
            "{} {}: {} {}; {}: {}",
            costs.actions,
            say("actions", "acties"),
            self.shared_actions,
            say(
                "serve several goals and count once in the totals",
                "dienen meer doelen en tellen in de totalen één keer"
            ),
            say("without a goal", "zonder doel"),
            self.without_goal,
        ));
        self.years(&mut page, language);
        let (amount, actions) = (say("amount", "bedrag"), say("actions", "acties"));
        let rows = costs.known.iter().map(|one| {
            vec![language.term(one.certainty).to_owned(), euros(one.cents, language), one.actions.to_string()]
        });
        page.table(&[say("certainty", "zekerheid"), amount, actions], rows.collect());
        let rows = costs.by_funding.iter().map(|one| {
            let source = one.source.map(|source| language.term(source));
            let source = source.unwrap_or(say("no source stated", "geen bron vermeld"));
            let [actions, unknown] = [one.actions, one.unknown].map(|number| number.to_string());
            vec![source.to_owned(), euros(one.cents, language), actions, unknown]
        });
        let unknown = say("amount unknown", "bedrag onbekend");
        page.table(&[say("source", "dekking"), amount, actions, unknown], rows.collect());
        self.goals(&mut page, language);
        page
    }

    fn years(&self, page: &mut Page, language: Language) {
        let say = |english, dutch| language.pick(english, dutch);
        let mut years: Vec<i64> = self.effort.by_year.iter().map(|one| i64::from(one.year)).collect();
        years.extend(self.costs.by_year.iter().filter_map(|one| i64::try_from(one.year).ok()));
        years.sort_unstable();
        years.dedup();
        let mut rows: Vec<Vec<String>> = Vec::new();
        for year in years {
            let cost = self.costs.by_year.iter().find(|one| i64::try_from(one.year) == Ok(year));
            let effort = self.effort.by_year.iter().find(|one| i64::from(one.year) == year);
            rows.push(vec![
                year.to_string(),
                cost.map_or_else(String::new, |one| euros(one.cents, language)),
                number(effort.and_then(|one| one.fte)),
                number(effort.and_then(|one| one.hours)),
            ]);
        }
        let (fte, hours) = (self.effort.fte_without_year, self.effort.hours_without_year);
        if self.costs.without_year_cents > 0 || fte.is_some() || hours.is_some() {
            let cents = euros(self.costs.without_year_cents, language);
            rows.push(vec![
                say("without a year", "zonder jaar").to_owned(),
                cents,
                number(fte),
                number(hours),
            ]);
        }
        let head = [say("year", "jaar"), say("amount", "bedrag"), "fte", say("hours", "uren")];
        page.table(&head, rows);
    }

    fn goals(&self, page: &mut Page, language: Language) {
        let say = |english, dutch| language.pick(english, dutch);
        let rows = self.goals.iter().map(|one| {
            let goal = one.costs.scope.code.clone().unwrap_or_else(|| one.costs.scope.name());
            let left_out = one.costs.unknown_actions + one.costs.unstated_actions;
            vec![
                format!("{} {goal}", language.term(one.costs.scope.kind)),
                one.costs.actions.to_string(),
                euros(one.costs.total_cents, language),
                left_out.to_string(),
                number(one.effort.hours),
                one.shared_actions.to_string(),
                euros(one.shared_cents, language),
            ]
        });
        let head = [
            say("goal", "doel"),
            say("actions", "acties"),
            say("amount", "bedrag"),
            say("without an amount", "zonder bedrag"),
            say("hours", "uren"),
            say("shared", "gedeeld"),
            say("shared amount", "gedeeld bedrag"),
        ];
        page.table(&head, rows.collect());
    }
}
