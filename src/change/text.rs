//! A comparison in words.

use super::compare::{Comparison, Moved, Reassigned, RoleChange};
use crate::entity::Role;
use crate::language::Language;
use crate::page::{Page, printed};
use crate::plan::{Named, shortened};

printed! { Comparison }

impl Comparison {
    fn page(&self, language: Language) -> Page {
        let mut page = Page::default();
        let heading = language.pick("What changed in", "Wat er wijzigde in");
        page.heading(1, format!("{heading} {}", labelled(&self.plan)));
        page.line(self.strategic_line(language));
        let count = self.counts;
        let differing = [
            ("added", "toegevoegd", count.added),
            ("removed", "vervallen", count.removed),
            ("renamed", "hernoemd", count.renamed),
            ("moved", "verplaatst", count.moved),
            ("new owners", "andere verantwoordelijken", count.reassigned),
            ("changed otherwise", "verder gewijzigd", count.changed),
        ];
        if differing.iter().all(|(.., count)| *count == 0) {
            page.line(language.pick("No element differs.", "Geen element verschilt."));
            return page;
        }
        let rows = differing.into_iter().chain([("unchanged", "ongewijzigd", count.unchanged)]);
        page.table(
            &[language.pick("elements", "elementen"), language.pick("number", "aantal")],
            rows.map(|(en, nl, count)| vec![language.pick(en, nl).to_owned(), count.to_string()]).collect(),
        );
        let entry = |element: &Named| element.words(language);
        section(&mut page, language.pick("Added", "Toegevoegd"), self.added.iter().map(entry));
        section(&mut page, language.pick("Removed", "Vervallen"), self.removed.iter().map(entry));
        let renamed = self.renamed.iter().map(|one| {
            let was = language.pick("was", "was");
            format!("{}; {was} {}", entry(&one.element), quoted(&one.old_title))
        });
        section(&mut page, language.pick("Renamed", "Hernoemd"), renamed);
        let moved = self.moved.iter().map(|one| moved(one, language));
        section(&mut page, language.pick("Moved", "Verplaatst"), moved);
        if !self.reassigned.is_empty() {
            page.heading(2, language.pick("New owners", "Andere verantwoordelijken"));
            for one in &self.reassigned {
                page.item(0, entry(&one.element));
                for line in owners(one, language) {
                    page.item(1, line);
                }
            }
        }
        let changed =
            self.changed.iter().map(|one| format!("{}: {}", entry(&one.element), one.keys.join(", ")));
        section(&mut page, language.pick("Changed otherwise", "Verder gewijzigd"), changed);
        page
    }

    fn strategic_line(&self, language: Language) -> String {
        let (old, new) = (&self.strategic.old_digest, &self.strategic.new_digest);
        if self.strategic.changed {
            let (what, to) = (
                language.pick(
                    "The strategic part changed: digest",
                    "Het strategisch deel wijzigde: vingerafdruk",
                ),
                language.pick("became", "werd"),
            );
            format!("{what} {old} {to} {new}.")
        } else {
            let what = language.pick(
                "The strategic part is the same: digest",
                "Het strategisch deel is gelijk: vingerafdruk",
            );
            format!("{what} {new}.")
        }
    }
}

/// A heading with its items; nothing without items.
fn section(page: &mut Page, heading: &str, items: impl Iterator<Item = String>) {
    let mut items = items.peekable();
    if items.peek().is_some() {
        page.heading(2, heading);
        items.for_each(|item| page.item(0, item));
    }
}

fn moved(moved: &Moved, language: Language) -> String {
    let element = moved.element.words(language);
    let holder = moved.new_holder.words(language);
    if moved.old_holder.id == moved.new_holder.id {
        let order = language.pick("another place in", "andere plaats in");
        return format!("{element}: {order} {holder}");
    }
    let (from, to) = (language.pick("from", "van"), language.pick("to", "naar"));
    format!("{element}: {from} {} {to} {holder}", moved.old_holder.words(language))
}

/// Per role, who had it and who has it.
fn owners(reassigned: &Reassigned, language: Language) -> Vec<String> {
    let names = |changes: &[RoleChange], role: Role| {
        let of_role = changes.iter().filter(|change| change.role == role);
        let names: Vec<String> = of_role.map(|change| labelled(&change.partner)).collect();
        (!names.is_empty()).then(|| names.join(", "))
    };
    let mut lines = Vec::new();
    for role in Role::ALL {
        let term = language.term(*role);
        let (lost, gained) = (names(&reassigned.lost, *role), names(&reassigned.gained, *role));
        lines.extend(match (lost, gained) {
            (Some(lost), Some(gained)) => Some(format!("{term}: {lost} -> {gained}")),
            (Some(lost), None) => Some(format!("{term}: {} {lost}", language.pick("no longer", "niet meer"))),
            (None, Some(gained)) => Some(format!("{term}: {} {gained}", language.pick("now also", "nu ook"))),
            (None, None) => None,
        });
    }
    lines
}

/// Code and title of the plan or of a partner.
fn labelled(element: &Named) -> String {
    let title = element.title.as_deref().map(quoted);
    element.code.iter().cloned().chain(title).collect::<Vec<_>>().join(" ")
}

/// A title between quotes, shortened.
fn quoted(title: &str) -> String {
    format!("\"{}\"", shortened(title))
}
