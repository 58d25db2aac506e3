//! What was decided and evaluated, by what it is about.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use uuid::Uuid;

use crate::entity::{
    Act, AddresseeKind, Clause, Decision, Evaluation, ExecutionPlan, Organ, PlanContent, Status,
};
use crate::id::ElementId;
use crate::place::Place;
use crate::value::{Date, MunicipalityCode};

/// One clause of a decision on record.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ruling<'a> {
    pub(crate) decision: &'a Decision,
    pub(crate) clause: &'a Clause,
    /// The numbers of the decision and of the clause: its place in the document.
    number: (usize, usize),
}

impl<'a> Ruling<'a> {
    pub(crate) fn date(&self) -> Date {
        self.decision.date()
    }

    pub(crate) fn act(&self) -> Act {
        self.clause.act()
    }

    /// Where the clause stands.
    pub(crate) fn place(&self) -> Place {
        let decision = Place::default().key(PlanContent::key("decisions")).index(self.number.0);
        decision.key(Decision::key("clauses")).index(self.number.1)
    }

    /// Whether it holds for a municipality: one that names none holds for all.
    pub(crate) fn holds_in(&self, municipality: &MunicipalityCode) -> bool {
        self.decision.municipality().is_none_or(|own| own == municipality)
    }

    /// Whose decision it is: the organ, by its own name if it has one, and its municipality.
    pub(crate) fn organ(&self) -> (Organ, Option<&'a str>, Option<&'a MunicipalityCode>) {
        let name = self.decision.organ_name().map(|name| name.as_str());
        (self.decision.organ(), name, self.decision.municipality())
    }
}

/// Whether the clause brings something before the council: sent to it, adopted by it, or taken note of by it.
pub(crate) fn informs_council(ruling: &Ruling<'_>) -> bool {
    match ruling.act() {
        Act::Inform => ruling.clause.to().iter().any(|to| to.kind() == AddresseeKind::Council),
        Act::TakeNote | Act::Adopt | Act::Accept | Act::Reject => ruling.decision.organ() == Organ::Council,
        _ => false,
    }
}

/// One municipality for each way that these decisions can go: those that some decision names, and one of the others, for
/// which the same decisions hold. So what is the same for thousands is worked out once.
pub(crate) fn told_apart<'p, 'r, 'a: 'r>(
    of: impl IntoIterator<Item = &'p MunicipalityCode>,
    rulings: impl IntoIterator<Item = &'r Ruling<'a>>,
) -> Vec<&'p MunicipalityCode> {
    let named: HashSet<&MunicipalityCode> =
        rulings.into_iter().filter_map(|ruling| ruling.decision.municipality()).collect();
    let mut municipalities = of.into_iter();
    if named.is_empty() {
        return municipalities.next().into_iter().collect();
    }
    let mut other = None;
    let mut apart: Vec<&MunicipalityCode> = Vec::with_capacity(named.len() + 1);
    for code in municipalities {
        if named.contains(code) {
            apart.push(code);
        } else {
            other = other.or(Some(code));
        }
    }
    apart.extend(other);
    apart
}

/// The municipalities of a plan.
pub(crate) fn municipalities(plan: &PlanContent) -> impl Iterator<Item = &MunicipalityCode> {
    plan.municipalities().iter().map(|one| one.code())
}

/// The municipalities of an execution plan: its own, or those of the plan.
pub(crate) fn municipalities_of<'p>(
    plan: &'p PlanContent,
    execution: &'p ExecutionPlan,
) -> impl Iterator<Item = &'p MunicipalityCode> {
    let shared = municipalities(plan).filter(|_| execution.municipalities().is_empty());
    execution.municipalities().iter().chain(shared)
}

/// What an evaluation says of one action.
#[derive(Debug, Clone, Copy)]
pub(super) struct Said {
    /// The last day looked back on.
    pub(super) about: Date,
    /// When it was delivered.
    pub(super) known: Date,
    pub(super) status: Status,
}

/// Decisions and evaluations of a plan by what they are about, each in the order of date and place.
///
/// `O(d log d)` in the clauses and evaluations there are; actions are not looked at.
#[derive(Debug)]
pub(crate) struct History<'a> {
    rulings: HashMap<Uuid, Vec<Ruling<'a>>>,
    evaluations: HashMap<Uuid, Vec<&'a Evaluation>>,
    /// What evaluations say of each action; gathered when first asked for, because there are as many as actions.
    said: OnceLock<HashMap<Uuid, Vec<Said>>>,
    plan: &'a PlanContent,
}

impl<'a> History<'a> {
    pub(crate) fn of(plan: &'a PlanContent) -> Self {
        let mut rulings: HashMap<Uuid, Vec<Ruling<'a>>> = HashMap::new();
        for (number, decision) in plan.decisions().iter().enumerate() {
            for (part, clause) in decision.clauses().iter().enumerate() {
                let ruling = Ruling { decision, clause, number: (number, part) };
                rulings.entry(clause.object().id().into_uuid()).or_default().push(ruling);
            }
        }
        for list in rulings.values_mut() {
            list.sort_by_key(|ruling| (ruling.date(), ruling.number));
        }
        let mut evaluations: HashMap<Uuid, Vec<&'a Evaluation>> = HashMap::new();
        for evaluation in plan.evaluations() {
            for of in evaluation.of() {
                evaluations.entry(of.id().into_uuid()).or_default().push(evaluation);
            }
        }
        Self { rulings, evaluations, said: OnceLock::new(), plan }
    }

    /// Everything decided on an element, whatever the day.
    pub(crate) fn all(&self, object: impl Into<ElementId>) -> &[Ruling<'a>] {
        self.rulings.get(&object.into().into_uuid()).map(Vec::as_slice).unwrap_or_default()
    }

    /// Everything decided on an element up to a day.
    pub(crate) fn rulings(&self, object: impl Into<ElementId>, day: Date) -> &[Ruling<'a>] {
        let all = self.all(object);
        all.get(..all.partition_point(|ruling| ruling.date() <= day)).unwrap_or_default()
    }

    /// Every element that something was decided on, with what was; in the order of the first decision on each.
    pub(crate) fn objects(&self) -> Vec<&[Ruling<'a>]> {
        let mut objects: Vec<&[Ruling<'a>]> = self.rulings.values().map(Vec::as_slice).collect();
        objects.sort_by_key(|rulings| rulings.iter().map(|ruling| ruling.number).min());
        objects
    }

    /// The evaluations of a plan or execution plan.
    pub(crate) fn evaluations(&self, of: Uuid) -> &[&'a Evaluation] {
        self.evaluations.get(&of).map(Vec::as_slice).unwrap_or_default()
    }

    /// What evaluations say of each action.
    pub(super) fn all_said(&self) -> impl Iterator<Item = (Uuid, &[Said])> {
        self.said.get_or_init(|| said(self.plan)).iter().map(|(action, said)| (*action, said.as_slice()))
    }

    pub(super) fn said_of(&self, action: Uuid) -> &[Said] {
        let said = self.said.get_or_init(|| said(self.plan));
        said.get(&action).map(Vec::as_slice).unwrap_or_default()
    }
}

fn said(plan: &PlanContent) -> HashMap<Uuid, Vec<Said>> {
    let mut said: HashMap<Uuid, Vec<Said>> = HashMap::new();
    for evaluation in plan.evaluations() {
        let Some(known) = evaluation.delivered_on() else { continue };
        for outcome in evaluation.outcomes() {
            if let Some(status) = outcome.status() {
                let one = Said { about: evaluation.period().end(), known, status };
                said.entry(outcome.action().into_uuid()).or_default().push(one);
            }
        }
    }
    said
}
