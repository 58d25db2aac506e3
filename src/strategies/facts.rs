//! Facts: what is decided on a plan and on what is in it, in such a way that nothing contradicts anything.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::values::{When, after, whens};
use crate::draft::{
    ActionDraft, AddresseeDraft, ClauseDraft, DecisionDraft, DecisionObjectDraft, PeriodDraft,
    SafetyPlanDraft,
};
use crate::entity::{Act, AddresseeKind, EvaluationKind, ObjectKind, Organ, Status};
use crate::id::PlanId;
use crate::plan::SafetyPlan;

/// What a fact is, with some more often than others; what comes first is what facts shrink to.
const STORIES: &[Story] = {
    use Act::{
        Accept, Adopt, Amend, Close, Consult, Extend, Inform, Instruct, Propose, Reject, TakeNote, Withdraw,
    };
    use ObjectKind as On;
    use Story::{ActionTakenUp, Decided, Evaluated, Exempted, Signalled, Submitted};
    &[
        Decided(Adopt, On::Plan),
        Decided(Adopt, On::Plan),
        Decided(Adopt, On::Plan),
        Decided(Propose, On::Plan),
        Decided(Consult, On::Plan),
        Decided(Amend, On::Plan),
        Decided(Extend, On::Plan),
        Decided(Withdraw, On::Plan),
        Decided(Reject, On::Plan),
        Decided(Close, On::Plan),
        Decided(Inform, On::Plan),
        Decided(TakeNote, On::Plan),
        Decided(Instruct, On::Plan),
        Decided(Adopt, On::ExecutionPlan),
        Decided(Adopt, On::ExecutionPlan),
        Decided(Adopt, On::ExecutionPlan),
        Decided(Consult, On::ExecutionPlan),
        Decided(Consult, On::ExecutionPlan),
        Decided(Inform, On::ExecutionPlan),
        Decided(Inform, On::ExecutionPlan),
        Decided(TakeNote, On::ExecutionPlan),
        Decided(Propose, On::ExecutionPlan),
        Decided(Amend, On::ExecutionPlan),
        Decided(Extend, On::ExecutionPlan),
        Decided(Reject, On::ExecutionPlan),
        Decided(Withdraw, On::ExecutionPlan),
        Decided(Close, On::ExecutionPlan),
        Decided(Instruct, On::ExecutionPlan),
        Submitted,
        Decided(Propose, On::Proposal),
        Decided(Accept, On::Proposal),
        Decided(Accept, On::Proposal),
        Decided(Reject, On::Proposal),
        Decided(Withdraw, On::Proposal),
        Evaluated,
        Evaluated,
        Evaluated,
        Decided(Inform, On::Evaluation),
        Decided(TakeNote, On::Evaluation),
        Decided(Adopt, On::Evaluation),
        Signalled,
        Decided(Close, On::AcuteIssue),
        Decided(Inform, On::AcuteIssue),
        Decided(Close, On::Action),
        Decided(Instruct, On::Action),
        Decided(Close, On::Priority),
        Decided(Instruct, On::Priority),
        Decided(Close, On::Theme),
        Decided(Instruct, On::Theme),
        Decided(TakeNote, On::Framework),
        ActionTakenUp,
        ActionTakenUp,
        Exempted,
    ]
};

/// What a fact is.
#[derive(Debug, Clone, Copy)]
pub(super) enum Story {
    Decided(Act, ObjectKind),
    Submitted,
    Signalled,
    Evaluated,
    ActionTakenUp,
    Exempted,
}

/// The choices behind one fact.
#[derive(Debug, Clone)]
pub(super) struct FactParts {
    pub(super) story: Story,
    pub(super) when: When,
    pub(super) which: Index,
    pub(super) other: Index,
    pub(super) days: u32,
    pub(super) yes: bool,
    /// Whether it is said in the decision before it.
    joined: bool,
    organ: Organ,
    to: Option<AddresseeKind>,
    municipality: Option<Index>,
    effective: Option<i64>,
    pub(super) kind: Option<EvaluationKind>,
    pub(super) outcomes: Vec<(Index, Option<Status>)>,
}

pub(super) fn fact() -> impl Strategy<Value = FactParts> + Clone {
    let organ = prop_oneof![
        3 => Just(Organ::College),
        3 => Just(Organ::Council),
        1 => select(Organ::ALL),
    ];
    let to = prop_oneof![
        2 => Just(Some(AddresseeKind::Council)),
        2 => option::of(select(AddresseeKind::ALL)),
    ];
    let outcome = (any::<Index>(), option::of(select(Status::ALL)));
    let what = (select(STORIES), whens(), any::<Index>(), any::<Index>());
    let how = (1..=400_u32, any::<bool>(), prop::bool::weighted(0.2));
    let who = (organ, to, option::of(any::<Index>()), option::of(-100..=200_i64));
    let looked_back = (option::of(select(EvaluationKind::ALL)), vec(outcome, 0..3));
    (what, how, who, looked_back).prop_map(|(what, how, who, (kind, outcomes))| {
        let (story, when, which, other) = what;
        let (days, yes, joined) = how;
        let (organ, to, municipality, effective) = who;
        FactParts {
            story,
            when,
            which,
            other,
            days,
            yes,
            joined,
            organ,
            to,
            municipality,
            effective,
            kind,
            outcomes,
        }
    })
}

/// Puts facts on record in a plan, in their order.
pub(super) fn live(id: PlanId, plan: &mut SafetyPlanDraft, facts: Vec<FactParts>) {
    let mut life = Life { id, plan };
    for fact in facts {
        match fact.story {
            Story::Decided(act, object) => life.decided(&fact, act, object),
            Story::Submitted => _ = life.submitted(&fact),
            Story::Signalled => _ = life.signalled(&fact),
            Story::Evaluated => _ = life.evaluated(&fact),
            Story::ActionTakenUp => life.taken_up(&fact),
            Story::Exempted => life.exempted(&fact),
        }
    }
    life.extensions_grow();
}

/// A plan whose facts are put on record.
pub(super) struct Life<'a> {
    pub(super) id: PlanId,
    pub(super) plan: &'a mut SafetyPlanDraft,
}

/// What is decided on: its id, its period, and the first day on which it can be decided on.
pub(super) struct Object {
    pub(super) kind: ObjectKind,
    pub(super) id: String,
    pub(super) period: PeriodDraft,
    pub(super) from: Option<String>,
}

/// Outcomes that exclude each other, if one organ gives two on one day.
fn excludes(act: Act) -> bool {
    matches!(act, Act::Adopt | Act::Accept | Act::Reject | Act::Withdraw)
}

impl Life<'_> {
    fn decided(&mut self, fact: &FactParts, act: Act, kind: ObjectKind) {
        let object = self.object(fact, kind);
        // What isn't there can't be decided on: the plan is, in any way but this.
        debug_assert!(object.kind == kind || act != Act::Accept);
        let date = fact.when.of(&object.period);
        let date = object.from.clone().filter(|from| date < *from).unwrap_or(date);
        let last = self.plan.decisions.last();
        let joins = fact.joined
            && last.is_some_and(|last| object.from.as_ref().is_none_or(|from| *from <= last.date));
        if !joins {
            let code = format!("B{}", self.plan.decisions.len() + 1);
            let mut decision = DecisionDraft::coded(self.id, code, fact.organ, date, Vec::new());
            decision.organ_name = (fact.organ == Organ::Other).then(|| "Gezamenlijk bestuur".to_owned());
            decision.municipality =
                fact.municipality.map(|choice| choice.get(&self.plan.municipalities).code.clone());
            decision.effective_from = fact.effective.map(|days| after(&decision.date, days));
            self.plan.decisions.push(decision);
        }
        let clause = self.clause(fact, act, object);
        if let Some(decision) = self.plan.decisions.last_mut() {
            decision.clauses.push(clause);
        }
    }

    /// The clause, of the decision that is last on record.
    fn clause(&self, fact: &FactParts, act: Act, object: Object) -> ClauseDraft {
        let of_plan = object.kind == ObjectKind::Plan;
        let act = self.without_contradiction(act, &object.id);
        let mut clause = ClauseDraft::new(act, DecisionObjectDraft::new(object.kind, object.id));
        match act {
            // The day is filled in when all extensions are known.
            Act::Extend => clause.until = Some(after(&object.period.end, i64::from(fact.days))),
            Act::Instruct => clause.text = Some("Breng de voortgang in beeld.".to_owned()),
            Act::Inform | Act::Consult => {
                clause.to = fact.to.into_iter().map(|kind| self.addressee(fact, act, kind)).collect();
            }
            Act::Adopt | Act::Amend if of_plan && fact.yes => clause.digest = self.digest(fact),
            _ => {}
        }
        clause
    }

    fn addressee(&self, fact: &FactParts, act: Act, kind: AddresseeKind) -> AddresseeDraft {
        let kind = match kind {
            AddresseeKind::Council if act == Act::Consult => AddresseeKind::Partners,
            kind => kind,
        };
        let kind = match kind {
            AddresseeKind::Partner if self.plan.partners.is_empty() => AddresseeKind::Partners,
            kind => kind,
        };
        let mut to = AddresseeDraft::new(kind);
        if kind == AddresseeKind::Partner {
            to.partner = Some(fact.other.get(&self.plan.partners).id.clone());
        }
        to
    }

    /// The act, or the one that the organ of the last decision already took on the object that day.
    fn without_contradiction(&self, act: Act, object: &str) -> Act {
        let Some(own) = self.plan.decisions.last().filter(|_| excludes(act)) else { return act };
        let same = |other: &&DecisionDraft| {
            other.date == own.date
                && other.organ == own.organ
                && other.organ_name == own.organ_name
                && other.municipality == own.municipality
        };
        let clauses = self.plan.decisions.iter().filter(same).flat_map(|decision| &decision.clauses);
        let mut taken = clauses.filter(|clause| clause.object.id == object && excludes(clause.act));
        taken.next().map_or(act, |clause| clause.act)
    }

    /// The digest of the strategic part, or that of another version.
    fn digest(&self, fact: &FactParts) -> Option<String> {
        let mut bare = self.plan.clone();
        bare.execution_plans.clear();
        bare.acute_issues.clear();
        bare.proposals.clear();
        bare.decisions.clear();
        bare.evaluations.clear();
        bare.exemptions.clear();
        if fact.days.is_multiple_of(2) {
            bare.motto = Some("Samen veilig".to_owned());
        }
        SafetyPlan::try_from(bare).ok().map(|plan| plan.digest().to_string())
    }

    /// What a decision is about: the plan, where there is none of the kind.
    fn object(&mut self, fact: &FactParts, kind: ObjectKind) -> Object {
        let period = self.plan.period.clone();
        let found = |id: &str| Some((id.to_owned(), period.clone(), None));
        let picked = match kind {
            ObjectKind::Plan => None,
            ObjectKind::ExecutionPlan => pick(fact.which, &self.plan.execution_plans)
                .map(|execution| (execution.id.clone(), execution.period.clone(), None)),
            ObjectKind::Priority => pick(fact.which, &self.plan.priorities).and_then(|one| found(&one.id)),
            ObjectKind::Theme => pick(fact.which, &self.plan.themes).and_then(|one| found(&one.id)),
            ObjectKind::Framework => pick(fact.which, &self.plan.frameworks).and_then(|one| found(&one.id)),
            ObjectKind::Action => self.action(fact.which).map(|action| {
                let period = action.period.clone().unwrap_or(period);
                (action.id.clone(), period, None)
            }),
            ObjectKind::Proposal => Some(self.proposal(fact)),
            ObjectKind::AcuteIssue => Some(self.issue(fact)),
            ObjectKind::Evaluation => Some(self.evaluation(fact)),
        };
        match picked {
            Some((id, period, from)) => Object { kind, id, period, from },
            None => Object {
                kind: ObjectKind::Plan,
                id: self.plan.id.clone(),
                period: self.plan.period.clone(),
                from: None,
            },
        }
    }

    pub(super) fn action(&self, which: Index) -> Option<&ActionDraft> {
        let all: Vec<&ActionDraft> = self.plan.execution_plans.iter().flat_map(|one| &one.actions).collect();
        pick(which, &all).copied()
    }

    pub(super) fn action_mut(&mut self, which: Index) -> Option<&mut ActionDraft> {
        let id = self.action(which)?.id.clone();
        self.plan.execution_plans.iter_mut().flat_map(|one| &mut one.actions).find(|action| action.id == id)
    }

    /// Each extension ends later than those before it, by date and then by place in the document.
    fn extensions_grow(&mut self) {
        let extends = |clause: &&mut ClauseDraft| clause.act == Act::Extend;
        let mut extensions: Vec<(String, &mut ClauseDraft)> = Vec::new();
        for decision in &mut self.plan.decisions {
            let date = decision.date.clone();
            extensions.extend(decision.clauses.iter_mut().filter(extends).map(|one| (date.clone(), one)));
        }
        extensions.sort_by(|(a, _), (b, _)| a.cmp(b));
        let mut ends: Vec<(String, String)> = Vec::new();
        for (_, clause) in extensions {
            let Some(until) = clause.until.clone() else { continue };
            let object = clause.object.id.clone();
            if let Some((_, end)) = ends.iter_mut().find(|(of, _)| *of == object) {
                *end = after(&until.max(end.clone()), 1);
                clause.until = Some(end.clone());
            } else {
                ends.push((object, until));
            }
        }
    }
}

/// The item that a choice falls on, if there are any.
pub(super) fn pick<T>(choice: Index, items: &[T]) -> Option<&T> {
    (!items.is_empty()).then(|| choice.get(items))
}
