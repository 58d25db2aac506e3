//! What each code says, in English and Dutch.

use super::Code;

mod advice_execution;
mod advice_plan;
mod advice_priority;
mod changes;
mod cycle_action;
mod cycle_execution;
mod cycle_facts;
mod cycle_plan;
mod decisions;
mod elements;
mod facts;
mod partners;
mod readiness;
mod reading;
mod sets;
mod values;

/// The words of one code of the catalogue, in English and Dutch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Texts {
    /// What it is, in a few words.
    pub title: &'static str,
    /// The title in Dutch.
    pub title_nl: &'static str,
    /// The message, with `{0}`, `{1}` and `{2}` for what was found.
    pub message: &'static str,
    /// The message in Dutch, with the same placeholders.
    pub message_nl: &'static str,
    /// Why it matters in the world of plans.
    pub why: &'static str,
    /// Why it matters, in Dutch.
    pub why_nl: &'static str,
    /// What to do about it.
    pub remedy: &'static str,
    /// What to do about it, in Dutch.
    pub remedy_nl: &'static str,
    /// Section of the Vlaardingen plan (2020-2023) that the rule was read from, where there is one: `§3.2.6`.
    pub section: Option<&'static str>,
}

/// One table per family, together every code.
const TABLES: &[&[(Code, Texts)]] = &[
    reading::TEXTS,
    values::TEXTS,
    elements::TEXTS,
    partners::TEXTS,
    facts::TEXTS,
    decisions::TEXTS,
    cycle_facts::TEXTS,
    sets::TEXTS,
    advice_plan::TEXTS,
    advice_priority::TEXTS,
    advice_execution::TEXTS,
    cycle_plan::TEXTS,
    cycle_execution::TEXTS,
    cycle_action::TEXTS,
    readiness::TEXTS,
    changes::TEXTS,
];

/// Stands in for a code that no table has; a test proves that there is none.
const NONE: Texts = Texts {
    title: "",
    title_nl: "",
    message: "",
    message_nl: "",
    why: "",
    why_nl: "",
    remedy: "",
    remedy_nl: "",
    section: None,
};

impl Code {
    /// What the code says, in English and Dutch.
    #[must_use]
    pub fn texts(self) -> &'static Texts {
        TABLES.iter().copied().flatten().find(|(code, _)| *code == self).map_or(&NONE, |(_, texts)| texts)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// The numbers of the placeholders of a message, and whether every brace belongs to one.
    fn placeholders(message: &str) -> (BTreeSet<char>, bool) {
        let found: Vec<char> =
            ['0', '1', '2'].into_iter().filter(|n| message.contains(&format!("{{{n}}}"))).collect();
        let rest = found.iter().fold(message.to_owned(), |text, n| text.replace(&format!("{{{n}}}"), ""));
        (found.into_iter().collect(), !rest.contains(['{', '}']))
    }

    fn words(texts: &Texts) -> [&'static str; 8] {
        [
            texts.title,
            texts.title_nl,
            texts.message,
            texts.message_nl,
            texts.why,
            texts.why_nl,
            texts.remedy,
            texts.remedy_nl,
        ]
    }

    #[test]
    fn every_code_has_exactly_one_entry() {
        for &code in Code::ALL {
            let entries = TABLES.iter().copied().flatten().filter(|(other, _)| *other == code).count();
            assert_eq!(entries, 1, "{code}");
            assert_ne!(*code.texts(), NONE, "{code}");
        }
    }

    #[test]
    fn no_text_is_empty_or_untidy() {
        for &code in Code::ALL {
            for text in words(code.texts()) {
                assert!(!text.trim().is_empty(), "{code}");
                assert_eq!(text.split_whitespace().collect::<Vec<_>>().join(" "), text, "{code}");
                assert_eq!(text.matches('`').count() % 2, 0, "{code}: {text}");
            }
        }
    }

    #[test]
    fn messages_agree_on_placeholders() {
        for &code in Code::ALL {
            let (english, tidy) = placeholders(code.texts().message);
            let (dutch, tidy_nl) = placeholders(code.texts().message_nl);
            assert!(tidy && tidy_nl, "{code}");
            assert_eq!(english, dutch, "{code}");
        }
    }

    #[test]
    fn messages_are_fragments_and_reasons_are_sentences() {
        for &code in Code::ALL {
            let texts = code.texts();
            for message in [texts.message, texts.message_nl] {
                assert!(!message.ends_with('.'), "{code}");
                assert!(!message.starts_with(char::is_uppercase), "{code}");
            }
            for sentence in [texts.why, texts.why_nl, texts.remedy, texts.remedy_nl] {
                assert!(sentence.ends_with('.'), "{code}");
            }
            for text in words(texts).into_iter().skip(2) {
                assert!(!text.contains('\n'), "{code}");
            }
        }
    }

    #[test]
    fn sections_stand_in_the_plan() {
        let contents = "1 1.1 1.2 1.3 1.4 2 2.1 2.2 2.3 2.4 2.4.1 2.4.2 2.5 3 3.1 \
            3.2 3.2.1 3.2.2 3.2.3 3.2.4 3.2.5 3.2.6 3.3 3.3.1 3.3.2 3.3.3 3.3.4 3.3.5 3.3.6 4 5 5.1 5.2 5.3";
        for &code in Code::ALL {
            if let Some(section) = code.texts().section {
                let number = section.strip_prefix('§').unwrap_or_default();
                assert!(contents.split(' ').any(|known| known == number), "{code}: {section}");
            }
        }
    }
}
