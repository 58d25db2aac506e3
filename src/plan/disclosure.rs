//! Who may see what: the level of each element, as stated or as what it can't stand without asks for.

use std::cell::Cell;

use uuid::Uuid;

use super::element::{Element, View};
use super::index::Entry;
use crate::entity::Disclosure;
use crate::kind::Kind;

/// Who may see each element of a plan, worked out when asked for and then kept.
///
/// What is stated counts. What states nothing is internal, or as confidential as what it can't stand without: what
/// holds it, and the least confidential of the elements of which it must keep one.
pub(crate) struct Disclosures<'a> {
    view: View<'a>,
    /// In the order of the index.
    known: Vec<Cell<Option<Disclosure>>>,
}

/// When the level of a kind can be told: it follows from kinds of an earlier turn only, so the question never goes in a
/// circle, not even in a plan with errors.
fn turn(kind: Kind) -> u8 {
    match kind {
        Kind::ExecutionPlan => 1,
        Kind::Action | Kind::Evaluation => 2,
        Kind::Decision | Kind::FrameworkItem | Kind::AnalysisFinding | Kind::EvaluationFinding => 3,
        _ => 0,
    }
}

/// After every kind.
const LAST: u8 = 4;

impl<'a> Disclosures<'a> {
    pub(crate) fn of(view: View<'a>) -> Self {
        Self { view, known: vec![Cell::new(None); view.index.entries().len()] }
    }

    /// The level of the element with this number in the index.
    pub(crate) fn at(&self, number: u32) -> Disclosure {
        let Some(slot) = self.known.get(number as usize) else { return Disclosure::Public };
        slot.get().unwrap_or_else(|| {
            let level = self.view.index.entry(number).map_or(Disclosure::Public, |entry| self.level(entry));
            slot.set(Some(level));
            level
        })
    }

    /// Of elements of which one must be there, the one that most may see. None if one of them is unknown.
    pub(crate) fn least(&self, named: impl IntoIterator<Item = Uuid>) -> Option<(u32, Disclosure)> {
        self.least_before(LAST, named)
    }

    fn least_before(&self, limit: u8, named: impl IntoIterator<Item = Uuid>) -> Option<(u32, Disclosure)> {
        let index = self.view.index;
        let known = |id: Uuid| {
            let number = index.number(id).filter(|_| !id.is_nil())?;
            let earlier = index.entry(number).is_some_and(|entry| turn(entry.kind) < limit);
            Some((number, if earlier { self.at(number) } else { Disclosure::Public }))
        };
        let all: Option<Vec<_>> = named.into_iter().map(known).collect();
        all?.into_iter().min_by_key(|(_, level)| *level)
    }

    fn level(&self, entry: &Entry) -> Disclosure {
        let Some(element) = self.view.element(entry) else {
            return Disclosure::Public;
        };
        let holder = || entry.held.map_or(Disclosure::Public, |(holder, ..)| self.at(holder));
        match entry.kind {
            Kind::Plan | Kind::Objective | Kind::Principle | Kind::Priority | Kind::Pillar | Kind::Theme => {
                Disclosure::Public
            }
            Kind::Indicator if self.view.index.is_strategic_indicator(entry.id) => Disclosure::Public,
            Kind::FrameworkItem | Kind::AnalysisFinding | Kind::EvaluationFinding => holder(),
            _ => element.stated_disclosure().unwrap_or_else(|| {
                let one_of = self.least_before(turn(entry.kind), keeps_one_of(element));
                let one_of = one_of.map_or(Disclosure::Public, |(_, level)| level);
                implied(one_of, holder())
            }),
        }
    }
}

/// The level of an element that states none: what it must keep one of, and what holds it, may be seen by these.
pub(crate) fn implied(one_of: Disclosure, holder: Disclosure) -> Disclosure {
    one_of.max(holder).max(Disclosure::Internal)
}

/// The elements of which one at least must stay, or the element means nothing, or something else.
pub(crate) fn keeps_one_of(element: Element<'_>) -> Vec<Uuid> {
    match element {
        // Without its scope it would be about the whole plan.
        Element::ExecutionPlan(plan) => plan.scope().iter().map(|part| part.id().into_uuid()).collect(),
        Element::Action(action) => action.serves().iter().map(|served| served.id().into_uuid()).collect(),
        Element::Evaluation(evaluation) => evaluation.of().iter().map(|of| of.id().into_uuid()).collect(),
        Element::Decision(decision) => {
            decision.clauses().iter().map(|clause| clause.object().id().into_uuid()).collect()
        }
        _ => Vec::new(),
    }
}
