//! Who may see what: the level of each element, as stated or as what it can't stand without asks for.

use uuid::Uuid;

use super::element::{Element, View};
use super::index::Entry;
use crate::entity::Disclosure;
use crate::kind::Kind;

/// Who may see each element of a plan.
///
/// What is stated counts. What states nothing is internal, or as confidential as what it can't stand without: what
/// holds it, and the least confidential of the elements of which it must keep one.
#[derive(Debug)]
pub(crate) struct Disclosures {
    /// In the order of the index.
    levels: Vec<Disclosure>,
}

/// The kinds by when their level can be told: each asks only about kinds of an earlier round.
const ROUNDS: u8 = 4;

fn round(kind: Kind) -> u8 {
    match kind {
        Kind::ExecutionPlan => 1,
        Kind::Action | Kind::Evaluation => 2,
        Kind::Decision | Kind::FrameworkItem | Kind::AnalysisFinding | Kind::EvaluationFinding => 3,
        _ => 0,
    }
}

impl Disclosures {
    pub(crate) fn of(view: View<'_>) -> Self {
        let mut found = Self { levels: vec![Disclosure::Public; view.index.entries().len()] };
        for turn in 0..ROUNDS {
            for (number, entry) in view.index.entries().iter().enumerate() {
                if round(entry.kind) == turn {
                    let level = found.level(view, entry);
                    if let Some(slot) = found.levels.get_mut(number) {
                        *slot = level;
                    }
                }
            }
        }
        found
    }

    /// The level of the element with this number in the index.
    pub(crate) fn at(&self, number: u32) -> Disclosure {
        self.levels.get(number as usize).copied().unwrap_or(Disclosure::Public)
    }

    /// Of elements of which one must be there, the one that most may see. None if one of them is unknown.
    pub(crate) fn least(
        &self,
        view: View<'_>,
        named: impl IntoIterator<Item = Uuid>,
    ) -> Option<(u32, Disclosure)> {
        let known = |id: Uuid| {
            let number = view.index.number(id).filter(|_| !id.is_nil())?;
            Some((number, self.at(number)))
        };
        let all: Option<Vec<_>> = named.into_iter().map(known).collect();
        all?.into_iter().min_by_key(|(_, level)| *level)
    }

    fn level(&self, view: View<'_>, entry: &Entry) -> Disclosure {
        let Some(element) = view.element(entry) else {
            return Disclosure::Public;
        };
        let holder = || entry.held.map_or(Disclosure::Public, |(holder, ..)| self.at(holder));
        match entry.kind {
            Kind::Plan | Kind::Objective | Kind::Principle | Kind::Priority | Kind::Pillar | Kind::Theme => {
                Disclosure::Public
            }
            Kind::Indicator if view.index.is_strategic_indicator(entry.id) => Disclosure::Public,
            Kind::FrameworkItem | Kind::AnalysisFinding | Kind::EvaluationFinding => holder(),
            _ => element.stated_disclosure().unwrap_or_else(|| {
                let one_of = self.least(view, keeps_one_of(element));
                let one_of = one_of.map_or(Disclosure::Public, |(_, level)| level);
                one_of.max(holder()).max(Disclosure::Internal)
            }),
        }
    }
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
