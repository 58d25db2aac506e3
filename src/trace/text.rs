//! Threads in words, as in a memo to the council.

use std::fmt::Write;
use std::str::FromStr;

use super::{End, NodeReport, StepReport, ThreadReport, ThreadView, Way};
use crate::kind::Kind;
use crate::language::Language;

/// The longest title that is printed whole, in characters.
const TITLE: usize = 100;

impl ThreadReport {
    /// The report in words.
    #[must_use]
    pub fn to_text(&self, language: Language) -> String {
        let mut text = named(&self.from, language);
        text.push('\n');
        for (number, thread) in self.threads.iter().enumerate() {
            if self.threads.len() > 1 {
                // Writing to a String can't fail.
                let _ = writeln!(
                    text,
                    "  {}",
                    language.pick("thread", "draad").to_owned() + &format!(" {}", number + 1)
                );
            }
            thread.write(&mut text, self.way, language);
        }
        if self.more > 0 {
            let _ = writeln!(
                text,
                "  {} {}",
                language.pick("and more threads:", "en nog meer draden:"),
                self.more
            );
        }
        if !self.also_concerns.is_empty() {
            let _ = writeln!(text, "  {}", language.pick("also concerns:", "raakt ook:"));
            for node in &self.also_concerns {
                let _ = writeln!(text, "    {}", named(node, language));
            }
        }
        text
    }
}

impl ThreadView {
    fn write(&self, text: &mut String, way: Way, language: Language) {
        for step in self.steps.iter().skip(1) {
            let _ = writeln!(text, "    {} {}", linked(step, way, language), named(&step.node, language));
        }
        let end = language.term(self.end);
        let _ = write!(text, "    = {end}");
        if self.end == End::NoStatedLink && !self.unreached.is_empty() {
            let unreached: Vec<String> = self.unreached.iter().map(|node| named(node, language)).collect();
            let to = language.pick("to", "met");
            let _ = write!(text, " {to} {}", unreached.join("; "));
        }
        text.push('\n');
    }
}

fn linked(step: &StepReport, way: Way, language: Language) -> String {
    let Some(link) = step.link else {
        return String::new();
    };
    let words = match way {
        Way::Up => language.term(link),
        Way::Down => language.pick(link.inverse(), link.inverse_nl()),
    };
    match step.basis {
        Some(super::LinkBasis::Read) => {
            let read = super::LinkBasis::Read;
            format!("{words} ({})", language.term(read))
        }
        _ => words.to_owned(),
    }
}

impl NodeReport {
    /// The node in a line: kind, code, title, and where it stands.
    #[must_use]
    pub fn words(&self, language: Language) -> String {
        named(self, language)
    }
}

/// `pijler P1.2 "Het verstoren van criminele processen" (§3.2.6)`.
pub(super) fn named(node: &NodeReport, language: Language) -> String {
    let kind = match (Kind::from_str(&node.kind), node.kind.as_str()) {
        (Ok(kind), _) => language.term(kind),
        (Err(_), "power") => language.pick("legal power", "bevoegdheid"),
        (Err(_), _) => language.pick("vision", "visie"),
    };
    let mut text = kind.to_owned();
    if let Some(code) = &node.code {
        let _ = write!(text, " {code}");
    }
    // A text of several lines is no line of the report.
    let line = node.title.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut title: String = line.chars().take(TITLE).collect();
    if title.len() < line.len() {
        title.push('…');
    }
    let _ = write!(text, " \"{title}\"");
    let section = node.section.as_ref().map(|section| format!("§{section}"));
    let fictional = node.fictional.then(|| language.pick("fictional", "fictief").to_owned());
    let notes: Vec<String> = node.execution_plan.iter().cloned().chain(section).chain(fictional).collect();
    if !notes.is_empty() {
        let _ = write!(text, " ({})", notes.join(", "));
    }
    text
}
