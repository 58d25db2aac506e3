//! Results in words.

use super::{IndicatorResult, Results, TargetResult, UsedFigure};
use crate::language::Language;
use crate::page::{Page, printed};
use crate::plan::listed;

printed! { Results }

impl Results {
    fn page(&self, language: Language) -> Page {
        let say = |english, dutch| language.pick(english, dutch);
        let mut page = Page::default();
        page.heading(1, format!("{}: {}", say("Results", "Resultaten"), self.plan.words(language)));
        page.line(format!("{} {}", say("as of", "op"), self.day));
        let counts: Vec<String> =
            self.counts.iter().map(|one| format!("{} {}", language.term(one.state), one.targets)).collect();
        let none = say("no targets", "geen streefwaarden").to_owned();
        let counts = if counts.is_empty() { none } else { counts.join(", ") };
        page.line(format!("{}: {counts}", say("targets", "streefwaarden")));
        let (without_targets, without_figures) = (self.without_targets, self.without_figures);
        page.line(format!(
            "{}: {}; {}: {without_targets}; {}: {without_figures}",
            say("indicators", "indicatoren"),
            self.indicators.len(),
            say("without a target", "zonder streefwaarde"),
            say("without a figure", "zonder realisatie"),
        ));
        for one in &self.indicators {
            one.print(&mut page, language);
        }
        page
    }
}

impl IndicatorResult {
    fn print(&self, page: &mut Page, language: Language) {
        let say = |english, dutch| language.pick(english, dutch);
        let mut words = vec![format!("{} ({})", self.indicator.words(language), self.unit)];
        if self.targets.is_empty() {
            words.push(say("no target", "geen streefwaarde").to_owned());
        }
        words.push(match &self.latest {
            Some(latest) => {
                format!("{} {}", say("last figure", "laatste realisatie"), latest.words(language))
            }
            None => say("no figure", "geen realisatie").to_owned(),
        });
        page.item(0, words.join("; "));
        for target in &self.targets {
            page.item(1, target.words(language));
        }
        let lists = [
            (say("continues in another unit", "vervolg op, in een andere eenheid"), &self.other_unit),
            (say("named by", "genoemd door"), &self.objectives),
            (say("named by", "genoemd door"), &self.actions),
        ];
        for (word, list) in lists.iter().filter(|(_, list)| !list.is_empty()) {
            page.item(1, format!("{word} {}", listed(*list, language)));
        }
    }
}

impl TargetResult {
    fn words(&self, language: Language) -> String {
        let say = |english, dutch| language.pick(english, dutch);
        let mut aim = vec![self.date.to_string()];
        aim.extend(self.comparator.map(|comparator| language.term(comparator).to_owned()));
        aim.extend(self.value.map(|value| value.to_string()));
        aim.extend(self.upper_value.map(|upper| format!("{} {upper}", say("and", "en"))));
        aim.extend(self.percent.map(|percent| {
            let against = self.set_against.map(|value| format!(" {} {value}", say("of", "van")));
            format!("({percent}%{})", against.unwrap_or_default())
        }));
        let mut words = vec![format!("{}: {}", aim.join(" "), language.term(self.state))];
        words.extend(self.change.map(|change| language.term(change).to_owned()));
        words.extend(self.missing.clone());
        words.extend(self.figure.as_ref().map(|figure| figure.words(language)));
        words.join("; ")
    }
}

impl UsedFigure {
    fn words(&self, language: Language) -> String {
        let value = self.value.map(|value| value.to_string()).or_else(|| self.missing.clone());
        let reported = self.reported_on.map(|day| {
            let word = language.pick("reported on", "gemeld op");
            format!(" ({word} {day})")
        });
        let fictional = if self.fictional { language.pick(" (fictional)", " (fictief)") } else { "" };
        format!("{}: {}{}{fictional}", self.period, value.unwrap_or_default(), reported.unwrap_or_default())
    }
}
