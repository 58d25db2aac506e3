//! Carry-over in words.

use super::CarryOver;
use crate::language::Language;
use crate::page::{Page, printed};
use crate::plan::{Named, shortened};

printed! { CarryOver }

/// An action by its code and title.
fn name(action: &Named) -> String {
    let title = action.title.as_deref().map(shortened).unwrap_or_default();
    format!("{} {title}", action.code.as_deref().unwrap_or_default()).trim().to_owned()
}

impl CarryOver {
    fn page(&self, language: Language) -> Page {
        let say = |english, dutch| language.pick(english, dutch);
        let mut page = Page::default();
        page.heading(
            1,
            format!("{}: {}", say("Carry-over", "Doorgeschoven acties"), self.plan.words(language)),
        );
        page.line(format!(
            "{} {}; {}: {}; {}: {}; {}: {}",
            say("as of", "op"),
            self.day,
            say("execution plans that ended", "afgelopen uitvoeringsplannen"),
            self.ended,
            say("carried on", "doorgeschoven"),
            self.carried.len(),
            say("unfinished and not carried on", "onafgerond en niet voortgezet"),
            self.left.len(),
        ));
        for chain in &self.chains {
            let names: Vec<String> = chain
                .links
                .iter()
                .map(|link| match link.since {
                    Some(since) => format!("{} ({} {since})", name(&link.action), say("since", "sinds")),
                    None => name(&link.action),
                })
                .collect();
            page.item(0, format!("{}× {}", chain.times, names.join(" → ")));
        }
        if self.ended == 0 {
            let none = say("no execution plan has ended", "er is nog geen uitvoeringsplan afgelopen");
            page.line(format!("{}: {none}", say("not carried on", "niet voortgezet")));
        }
        let rows = self.left.iter().map(|one| {
            let execution = one.execution_plan.code.clone().unwrap_or_else(|| one.execution_plan.name());
            vec![name(&one.action), language.term(one.state).to_owned(), execution, one.ended_on.to_string()]
        });
        let head = [
            say("not carried on", "niet voortgezet"),
            say("state", "stand"),
            say("execution plan", "uitvoeringsplan"),
            say("ended on", "afgelopen op"),
        ];
        page.table(&head, rows.collect());
        page
    }
}
