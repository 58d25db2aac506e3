//! Policy logic in words.

use super::{LogicLinkReport, LogicState, PolicyLogic, PriorityLogic};
use crate::analysis::euros;
use crate::choice::Choice;
use crate::language::Language;
use crate::page::Page;
use crate::plan::Named;

impl PolicyLogic {
    pub(super) fn page(&self, language: Language) -> Page {
        let pick = |english, dutch| language.pick(english, dutch);
        let mut page = Page::default();
        page.heading(1, pick("Policy logic", "Beleidslogica"));
        page.line(self.plan.words(language));
        if self.priorities.is_empty() {
            page.line(pick("The plan has no priorities.", "Het plan heeft geen prioriteiten."));
        }
        let head = [
            pick("priority", "prioriteit"),
            pick("evaluation", "evaluatie"),
            pick("analysis", "analyse"),
            pick("goal", "doel"),
            pick("approach", "aanpak"),
            pick("means", "middelen"),
            pick("strategic", "strategisch"),
            pick("first gap", "eerste gat"),
        ];
        page.table(&head, self.priorities.iter().map(|one| one.row(language)).collect());
        for one in &self.priorities {
            one.stations(&mut page, language);
        }
        if !self.counts.is_empty() {
            page.heading(2, pick("All priorities", "Alle prioriteiten"));
            let mut head = vec![pick("link", "schakel")];
            head.extend(LogicState::ALL.iter().map(|state| pick(state.term(), state.term_nl())));
            let rows = self.counts.iter().map(|count| {
                let counts = [count.stated, count.read, count.absent, count.not_applicable];
                let name = pick(count.link.term(), count.link.term_nl()).to_owned();
                std::iter::once(name).chain(counts.map(|count| count.to_string())).collect()
            });
            page.table(&head, rows.collect());
        }
        page
    }
}

impl LogicLinkReport {
    /// `stated (2)`, or `absent (present in the plan: 1)`.
    fn words(&self, language: Language) -> String {
        let state = language.term(self.state);
        let of = self.of.map(|of| format!(" {} {of}", language.pick("of", "van"))).unwrap_or_default();
        match (self.state, self.not_linked) {
            (LogicState::Stated | LogicState::Read, _) => {
                format!("{state} ({}{of})", self.stated + self.read)
            }
            (_, Some(present)) => {
                let words = language.pick("present, not linked", "aanwezig, niet gekoppeld");
                format!("{state} ({words}: {present})")
            }
            _ => state.to_owned(),
        }
    }
}

impl PriorityLogic {
    fn row(&self, language: Language) -> Vec<String> {
        let name = self.priority.code.clone().unwrap_or_else(|| self.priority.words(language));
        let gap = match self.first_gap {
            Some(gap) => language.term(gap),
            None => language.pick("none", "geen"),
        };
        let links = self.links.iter().map(|link| link.words(language));
        std::iter::once(name).chain(links).chain([gap.to_owned()]).collect()
    }

    fn stations(&self, page: &mut Page, language: Language) {
        let pick = |english, dutch| language.pick(english, dutch);
        page.heading(2, self.priority.words(language));
        for (name, elements) in [
            (pick("evaluation", "evaluatie"), &self.evaluation),
            (pick("analysis", "analyse"), &self.analysis),
            (pick("goal", "doel"), &self.goals),
            (pick("supports", "draagt bij aan"), &self.supports),
            (pick("approach", "aanpak"), &self.pillars),
        ] {
            station(page, name, elements, language);
        }
        let means = &self.action_means;
        page.item(0, format!("{}: {}", pick("actions", "acties"), means.actions));
        for budget in &self.budgets {
            let amount =
                budget.cents.map_or(pick("unknown", "onbekend").to_owned(), |cents| euros(cents, language));
            let element = budget.element.words(language);
            page.item(0, format!("{}: {element}: {amount}", pick("budget", "budget")));
        }
        if self.budgets.is_empty() {
            page.item(0, format!("{}: {}", pick("budget", "budget"), pick("not stated", "niet vermeld")));
        }
        if means.actions > 0 {
            let sum = means.cents.map(|cents| format!(" ({})", euros(cents, language))).unwrap_or_default();
            page.item(
                0,
                format!(
                    "{}: {} {}{sum}, {} {}, {} {}",
                    pick("costs of actions", "kosten van acties"),
                    means.known,
                    pick("known", "bekend"),
                    means.unknown,
                    pick("unknown", "onbekend"),
                    means.not_stated,
                    pick("not stated", "niet vermeld"),
                ),
            );
            page.item(0, format!("{}: {}", pick("actions with cover", "acties met dekking"), means.covered));
            page.item(0, format!("{}: {}", pick("actions with effort", "acties met inzet"), means.effort));
        }
    }
}

fn station(page: &mut Page, name: &str, elements: &[Named], language: Language) {
    if elements.is_empty() {
        page.item(0, format!("{name}: {}", language.pick("not stated", "niet vermeld")));
        return;
    }
    page.item(0, format!("{name}:"));
    for element in elements {
        page.item(1, element.words(language));
    }
}
