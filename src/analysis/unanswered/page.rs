//! Answers to frameworks in words.

use super::{FrameworkAnswers, ItemAnswers, Unanswered};
use crate::language::Language;
use crate::page::{Page, printed};
use crate::plan::listed;

printed! { Unanswered }

impl Unanswered {
    fn page(&self, language: Language) -> Page {
        let say = |english, dutch| language.pick(english, dutch);
        let mut page = Page::default();
        let title = say("Answers to policy frameworks", "Antwoord op beleidskaders");
        page.heading(1, format!("{title}: {}", self.plan.words(language)));
        if self.frameworks.is_empty() {
            page.line(say("the plan names no policy framework", "het plan noemt geen beleidskader"));
        }
        for one in &self.frameworks {
            page.item(0, one.words(language));
            for item in &one.items {
                page.item(1, item.words(language));
            }
        }
        page
    }
}

impl FrameworkAnswers {
    fn words(&self, language: Language) -> String {
        let say = |english, dutch| language.pick(english, dutch);
        let framework = self.framework.words(language);
        if let Some(reason) = self.reason {
            return format!("{framework}: {} ({})", say("not applicable", "n.v.t."), language.term(reason));
        }
        format!(
            "{framework}: {} {} {} {}, {} {}, {} {}",
            self.stated,
            say("of", "van de"),
            self.items.len(),
            say("items answered", "onderdelen beantwoord"),
            self.read,
            say("only by read links", "alleen via gelezen koppelingen"),
            self.open,
            say("not answered", "niet beantwoord"),
        )
    }
}

impl ItemAnswers {
    fn words(&self, language: Language) -> String {
        let say = |english, dutch| language.pick(english, dutch);
        let lists = [
            (say("answered by", "beantwoord door"), &self.stated),
            (say("read as answered by", "gelezen als beantwoord door"), &self.read),
            (say("actions that come from it", "acties die eruit voortkomen"), &self.actions),
        ];
        let told = lists.iter().filter(|(_, list)| !list.is_empty());
        let told = told.map(|(word, list)| format!("{word} {}", listed(*list, language)));
        let open = self.is_open().then(|| say("not answered", "niet beantwoord").to_owned());
        let words: Vec<String> = open.into_iter().chain(told).collect();
        format!("{}: {}", self.item.words(language), words.join("; "))
    }
}
