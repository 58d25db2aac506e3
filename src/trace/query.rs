//! Questions: a filter bound to a trace, counted, collected or explained.

use schemars::JsonSchema;
use serde::Serialize;

use super::Trace;
use super::bind::{Bound, QueryError, bind};
use super::eval::Touched;
use super::filter::Filter;
use super::ready::Ready;
use super::set::Set;
use crate::language::Language;

/// A filter made ready for a trace (*vraag*): may be asked again and again.
#[derive(Debug, Clone)]
#[doc(alias = "vraag")]
#[must_use]
pub struct Query<'t> {
    trace: &'t Trace,
    ready: Ready<'t>,
}

/// How a filter was answered (*uitleg*): how many each part lets through by itself, and what was touched for the whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "uitleg van een filter")]
#[doc(alias = "uitleg")]
#[non_exhaustive]
pub struct Explanation {
    /// The parts, each before those within it.
    pub parts: Vec<ExplainedPart>,
    /// How many actions the whole lets through.
    pub actions: u64,
    /// Whether it was enough to look at some plans; otherwise everything was looked at, in chunks.
    pub within_plans: bool,
    /// Words of 64 actions that were read.
    pub words: u64,
    /// Actions that were looked at one by one.
    pub rows: u64,
}

/// A part of a filter, in the order in which it was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "deel van een filter")]
#[non_exhaustive]
pub struct ExplainedPart {
    /// How deep it lies, from 0.
    pub depth: usize,
    /// The condition, or `all`, `any` or `not`.
    pub part: String,
    /// How many actions it lets through by itself.
    pub actions: u64,
}

impl Trace {
    /// Makes a filter ready to be asked.
    ///
    /// # Errors
    /// The filter names what isn't there, or is itself at fault.
    ///
    /// ```
    /// use veiligheidsplan::{SafetyPlan, trace::{Filter, Trace}};
    ///
    /// let plan = SafetyPlan::from_json(include_str!("../../data/vlaardingen-2020-2023.demo.plan.json"))?;
    /// let trace = Trace::of(&plan, "2021-09-01".parse()?);
    /// let filter: Filter = "serves:P1.2 and year:2021 and not status:done".parse()?;
    /// let found = trace.find(&filter)?;
    /// assert_eq!(found.len(), trace.count(&filter)?);
    /// assert!(trace.find(&"serves:P9".parse()?).is_err(), "what isn't there is an error, not an empty answer");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn query(&self, filter: &Filter) -> Result<Query<'_>, QueryError> {
        Ok(Query { trace: self, ready: Ready::of(&self.index, bind(&self.index, filter)?) })
    }

    /// The actions that a filter lets through.
    ///
    /// # Errors
    /// As [`query`](Self::query).
    pub fn find(&self, filter: &Filter) -> Result<Set<'_>, QueryError> {
        Ok(self.query(filter)?.find())
    }

    /// How many actions a filter lets through; they are not gathered.
    ///
    /// # Errors
    /// As [`query`](Self::query).
    pub fn count(&self, filter: &Filter) -> Result<u64, QueryError> {
        Ok(self.query(filter)?.count())
    }

    /// All actions.
    pub fn all(&self) -> Set<'_> {
        let mut words = Vec::new();
        let ready = Ready::of(&self.index, Bound::All(Vec::new()));
        ready.visit(&self.index, &mut Touched::default(), |block, word| words.push((block, word)));
        Set::of_words(self, words)
    }
}

impl<'t> Query<'t> {
    /// The actions that are let through.
    pub fn find(&self) -> Set<'t> {
        let mut words = Vec::new();
        self.visit(&mut Touched::default(), |block, word| words.push((block, word)));
        Set::of_words(self.trace, words)
    }

    /// How many actions are let through; they are not gathered.
    #[must_use]
    pub fn count(&self) -> u64 {
        let mut count = 0;
        self.visit(&mut Touched::default(), |_, word| count += u64::from(word.count_ones()));
        count
    }

    fn visit(&self, touched: &mut Touched, tell: impl FnMut(u32, u64)) {
        self.ready.visit(&self.trace.index, touched, tell);
    }

    /// How the filter is answered: each part is also asked by itself.
    #[must_use]
    pub fn explain(&self) -> Explanation {
        let mut touched = Touched::default();
        let mut actions = 0;
        self.visit(&mut touched, |_, word| actions += u64::from(word.count_ones()));
        let mut parts = Vec::new();
        let mut open = vec![(0, self.ready.bound())];
        while let Some((depth, bound)) = open.pop() {
            let alone = Ready::of(&self.trace.index, bound.clone());
            let mut own = 0;
            let count = |_, word: u64| own += u64::from(word.count_ones());
            alone.visit(&self.trace.index, &mut Touched::default(), count);
            let part = match bound {
                Bound::All(parts) => {
                    open.extend(parts.iter().rev().map(|part| (depth + 1, part)));
                    "all".to_owned()
                }
                Bound::Any(parts) => {
                    open.extend(parts.iter().rev().map(|part| (depth + 1, part)));
                    "any".to_owned()
                }
                Bound::Not(part) => {
                    open.push((depth + 1, part));
                    "not".to_owned()
                }
                Bound::Is(_, text) => text.clone(),
            };
            parts.push(ExplainedPart { depth, part, actions: own });
        }
        Explanation {
            parts,
            actions,
            within_plans: self.ready.is_confined(),
            words: touched.words,
            rows: touched.rows,
        }
    }
}

impl Explanation {
    fn page(&self, language: Language) -> crate::page::Page {
        let mut page = crate::page::Page::default();
        let say = |english: &'static str, dutch: &'static str| language.pick(english, dutch);
        page.heading(1, format!("{}: {}", say("Actions", "Acties"), self.actions));
        for part in &self.parts {
            page.item(part.depth, format!("{}: {}", part.part, part.actions));
        }
        let where_to = if self.within_plans {
            say("looked at within some plans", "binnen enkele plannen gezocht")
        } else {
            say("looked at everything, in chunks", "alles doorzocht, in brokken")
        };
        page.line(format!(
            "{where_to}; {}: {}; {}: {}",
            say("words read", "woorden gelezen"),
            self.words,
            say("actions looked at one by one", "acties een voor een bekeken"),
            self.rows
        ));
        page
    }
}

crate::page::printed! { Explanation }
