//! Costs in words.

use super::Costs;
use crate::analysis::euros;
use crate::language::Language;
use crate::page::{Page, printed};

printed! { Costs }

impl Costs {
    fn page(&self, language: Language) -> Page {
        let say = |english, dutch| language.pick(english, dutch);
        let mut page = Page::default();
        page.heading(1, format!("{}: {}", say("Costs", "Kosten"), self.scope.words(language)));
        let (left_out, all) = (self.unknown_actions + self.unstated_actions, self.actions);
        let known = say("known", "bekend");
        let total = euros(self.total_cents, language);
        page.line(format!("{known}: {total}"));
        if !self.is_complete() {
            page.line(format!(
                "{}: {left_out} {} {all} {} ({}: {}, {}: {})",
                say("without an amount", "zonder bedrag"),
                say("of", "van de"),
                say("actions", "acties"),
                say("amount unknown", "bedrag onbekend"),
                self.unknown_actions,
                say("no cost stated", "geen kosten vermeld"),
                self.unstated_actions,
            ));
        }
        let (amount, actions) = (say("amount", "bedrag"), say("actions", "acties"));
        let rows = self.known.iter().map(|one| {
            vec![language.term(one.certainty).to_owned(), euros(one.cents, language), one.actions.to_string()]
        });
        page.table(&[say("certainty", "zekerheid"), amount, actions], rows.collect());
        let mut rows: Vec<Vec<String>> = Vec::new();
        for one in &self.by_year {
            rows.push(vec![one.year.to_string(), euros(one.cents, language), one.actions.to_string()]);
        }
        if self.without_year_cents > 0 {
            let without = say("without a year", "zonder jaar").to_owned();
            rows.push(vec![without, euros(self.without_year_cents, language), String::new()]);
        }
        page.table(&[say("year", "jaar"), amount, actions], rows);
        let rows = self.by_funding.iter().map(|one| {
            let source = one.source.map(|source| language.term(source));
            vec![
                source.unwrap_or(say("no source stated", "geen bron vermeld")).to_owned(),
                euros(one.cents, language),
                one.actions.to_string(),
                one.unknown.to_string(),
            ]
        });
        let unknown = say("amount unknown", "bedrag onbekend");
        page.table(&[say("source", "dekking"), amount, actions, unknown], rows.collect());
        for budget in &self.budgets {
            let amount = budget.cents.map(|cents| format!(" {}", euros(cents, language)));
            let sources: Vec<&str> = budget.sources.iter().map(|source| language.term(*source)).collect();
            let from = if sources.is_empty() { String::new() } else { format!(" ({})", sources.join(", ")) };
            page.item(
                0,
                format!(
                    "{}: {}{}{from}",
                    language.term(budget.kind),
                    language.term(budget.certainty),
                    amount.unwrap_or_default()
                ),
            );
        }
        if !self.budgets.is_empty() {
            page.line(say("budgets are not part of the costs", "budgetten horen niet bij de kosten"));
        }
        page
    }
}
