//! Facts that exclude each other: what can't both have happened.

use std::collections::HashMap;

use super::{Rules, View, term};
use crate::entity::{
    Act, Action, AcuteIssue, Clause, CouncilProposal, Decision, Evaluation, ObjectKind, Outcome, Progress,
};
use crate::finding::{Arg, Code, Finding, Sink};
use crate::kind::Kind;
use crate::lifecycle::{History, Ruling};
use crate::place::{Path, Place};
use crate::plan::Element;
use crate::plan::life::steps::decision_of;
use crate::value::Date;

/// Decisions that exclude each other, or come before what they decide on. `O(d log d)` in the decisions.
pub(super) fn check(view: View<'_>, sink: &mut Sink) {
    let history = History::of(view.plan);
    for rulings in history.objects() {
        let Some(first) = rulings.first() else { continue };
        let kind = first.clause.object().kind();
        let id = first.clause.object().id().into_uuid();
        let mut facts = Facts { sink };
        if id.is_nil() {
            continue;
        }
        match (kind, view.get(id)) {
            (ObjectKind::Plan, Some(Element::Plan(plan))) => {
                facts.excluding(
                    rulings,
                    &[Act::Adopt, Act::Reject, Act::Withdraw],
                    Code::DecisionContradicted,
                );
                facts.backward(rulings, plan.period().end());
            }
            (ObjectKind::ExecutionPlan, Some(Element::ExecutionPlan(execution))) => {
                facts.excluding(
                    rulings,
                    &[Act::Adopt, Act::Reject, Act::Withdraw],
                    Code::DecisionContradicted,
                );
                facts.backward(rulings, execution.period().end());
            }
            (ObjectKind::Proposal, Some(Element::Proposal(proposal))) => {
                let outcomes = [Act::Accept, Act::Reject, Act::Withdraw];
                facts.excluding(rulings, &outcomes, Code::ProposalOutcomeContradicted);
                let there = view.index.place_of(id).key(CouncilProposal::key("submittedOn"));
                let code = Code::ProposalDecidedBeforeSubmitted;
                facts.before(rulings, &outcomes, (proposal.submitted_on(), there), code);
            }
            (ObjectKind::AcuteIssue, Some(Element::AcuteIssue(issue))) => {
                let there = view.index.place_of(id).key(AcuteIssue::key("signalledOn"));
                let code = Code::AcuteIssueDecidedBeforeSignalled;
                facts.before(rulings, &[Act::Inform, Act::Close], (Some(issue.signalled_on()), there), code);
            }
            _ => {}
        }
    }
}

struct Facts<'a> {
    sink: &'a mut Sink,
}

impl Facts<'_> {
    fn find(&mut self, code: Code, ruling: &Ruling<'_>, place: Place, args: &[Arg], there: Place) {
        let finding = Finding::new(code, place, args).related([there]);
        self.sink.find(finding.about(Kind::Decision, ruling.decision.id().into_uuid()));
    }

    /// Whether all of a decision could be read: if not, it may say something else.
    fn is_read(&self, ruling: &Ruling<'_>) -> bool {
        ruling.place().parent().and_then(|list| list.parent()).is_none_or(|at| !self.sink.is_spoiled_in(&at))
    }

    /// Two of these acts by one organ on one day.
    fn excluding(&mut self, rulings: &[Ruling<'_>], acts: &[Act], code: Code) {
        let outcomes: Vec<&Ruling<'_>> = rulings.iter().filter(|one| acts.contains(&one.act())).collect();
        for day in outcomes.chunk_by(|a, b| a.date() == b.date()) {
            // Of each organ the first of each act.
            let mut firsts: HashMap<_, Vec<&Ruling<'_>>> = HashMap::new();
            for ruling in day {
                let of_organ = firsts.entry(ruling.organ()).or_default();
                let other = of_organ.iter().find(|one| one.act() != ruling.act()).copied();
                if of_organ.iter().all(|one| one.act() != ruling.act()) {
                    of_organ.push(ruling);
                }
                if let Some(other) = other
                    && self.is_read(ruling)
                    && self.is_read(other)
                {
                    let args = [term(ruling.act()), term(other.act()), Arg::from(ruling.date().to_string())];
                    let place = |one: &Ruling<'_>| one.place().key(Clause::key("act"));
                    self.find(code, ruling, place(ruling), &args, place(other));
                }
            }
        }
    }

    /// An extension that ends no later than an earlier one of the same organ. Two organs may each decide on one.
    fn backward(&mut self, rulings: &[Ruling<'_>], end: Date) {
        let mut lasts: HashMap<_, (&Ruling<'_>, Date)> = HashMap::new();
        for ruling in rulings.iter().filter(|one| one.act() == Act::Extend) {
            let Some(until) = ruling.clause.until().filter(|until| end < *until) else { continue };
            match lasts.get(&ruling.organ()).copied() {
                Some((earlier, before)) if until <= before => {
                    if self.is_read(earlier) && self.is_read(ruling) {
                        let args = [until, before].map(|day| Arg::from(day.to_string()));
                        let place = |one: &Ruling<'_>| one.place().key(Clause::key("until"));
                        let code = Code::DecisionExtensionBackward;
                        self.find(code, ruling, place(ruling), &args, place(earlier));
                    }
                }
                _ => _ = lasts.insert(ruling.organ(), (ruling, until)),
            }
        }
    }

    /// A decision dated before what it decides on was there.
    fn before(
        &mut self,
        rulings: &[Ruling<'_>],
        acts: &[Act],
        (day, there): (Option<Date>, Place),
        code: Code,
    ) {
        let Some(day) = day else { return };
        let mut early: Vec<&Ruling<'_>> =
            rulings.iter().filter(|one| acts.contains(&one.act()) && one.date() < day).collect();
        // A decision has one date, however many of its clauses are about the same.
        early.dedup_by_key(|one| decision_of(one));
        for ruling in early {
            let object = there.parent().unwrap_or_default();
            if self.is_read(ruling) && !self.sink.is_spoiled_in(&object) {
                let args = [ruling.date(), day].map(|day| Arg::from(day.to_string()));
                let place = decision_of(ruling).key(Decision::key("date"));
                self.find(code, ruling, place, &args, there.clone());
            }
        }
    }
}

impl Rules<'_> {
    /// Two reports of one day don't say different things of how far an action is.
    pub(super) fn reports(&mut self, at: &Path<'_>, action: &Action) {
        if action.progress().len() < 2 {
            return;
        }
        let list = at.key(Action::key("progress"));
        let mut firsts = HashMap::new();
        for (index, report) in action.progress().iter().enumerate() {
            let Some(status) = report.status() else { continue };
            let (first, said) = *firsts.entry(report.date()).or_insert((index, status));
            let unread = || [first, index].iter().any(|n| self.sink.is_spoiled_in(&list.index(*n).place()));
            if said != status && !unread() {
                let args = [term(status), term(said), Arg::from(report.date().to_string())];
                let place = |index: usize| list.index(index).key(Progress::key("status")).place();
                let finding = Finding::new(Code::ProgressStatusContradicted, place(index), &args);
                self.find(finding.related([place(first)]));
            }
        }
    }

    /// An evaluation speaks of an action once.
    pub(super) fn outcomes(&mut self, at: &Path<'_>, evaluation: &Evaluation) {
        let list = at.key(Evaluation::key("outcomes"));
        let mut firsts = HashMap::new();
        for (index, outcome) in evaluation.outcomes().iter().enumerate() {
            let action = outcome.action();
            let first = *firsts.entry(action).or_insert(index);
            if first != index && !action.is_placeholder() {
                let label = self.view.get(action.into_uuid()).map(Element::label);
                let args = [Arg::from(label.unwrap_or_else(|| action.to_string()).as_str())];
                let place = |index: usize| list.index(index).key(Outcome::key("action")).place();
                let finding = Finding::new(Code::EvaluationOutcomeRepeated, place(index), &args);
                self.find(finding.related([place(first)]));
            }
        }
    }
}
