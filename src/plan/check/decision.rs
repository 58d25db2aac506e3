//! Rules of facts: decisions, acute issues, evaluations and exemptions.

use super::{Rules, term};
use crate::entity::{
    Act, AcuteIssue, Addressee, AddresseeKind, Clause, Decision, Evaluation, ExecutionPlan, Exemption, Level,
    ObjectKind, Organ, Period, PlanContent,
};
use crate::finding::{Arg, Code, Finding, RaisedBy, Severity};
use crate::kind::Kind;
use crate::place::{Path, Place};
use crate::plan::Element;
use crate::plan::advice::is_enforceable;

/// What each act can decide on.
fn decides_on(act: Act, object: ObjectKind) -> bool {
    match object {
        ObjectKind::Plan | ObjectKind::ExecutionPlan => act != Act::Accept,
        ObjectKind::Proposal => matches!(act, Act::Propose | Act::Accept | Act::Reject | Act::Withdraw),
        ObjectKind::Evaluation => matches!(act, Act::Adopt | Act::Inform | Act::TakeNote),
        ObjectKind::Priority | ObjectKind::Theme | ObjectKind::Action => {
            matches!(act, Act::Instruct | Act::Close)
        }
        ObjectKind::Framework => act == Act::TakeNote,
        ObjectKind::AcuteIssue => matches!(act, Act::Inform | Act::Close),
    }
}

fn is_error(code: Code) -> bool {
    code.severity() == Severity::Error || code.raised_by() == RaisedBy::Readiness
}

impl Rules<'_> {
    pub(super) fn acute_issue(&mut self, at: &Path<'_>, issue: &AcuteIssue) {
        if let Some(accounted) = issue.accounted_on()
            && accounted < issue.signalled_on()
        {
            let days = [accounted, issue.signalled_on()].map(|day| Arg::from(day.to_string()));
            let place = at.key(AcuteIssue::key("accountedOn")).place();
            let signalled = at.key(AcuteIssue::key("signalledOn")).place();
            let finding = Finding::new(Code::AcuteIssueAccountedBeforeSignalled, place, &days);
            self.find(finding.related([signalled]));
        }
    }

    pub(super) fn decision(&mut self, at: &Path<'_>, decision: &Decision) {
        if decision.organ_name().is_some() != (decision.organ() == Organ::Other) {
            let reads = [Decision::key("organ")];
            self.error(Code::DecisionOrganName, at, Decision::key("organName"), &reads, &[]);
        }
        // If a municipality of the plan could not be read, it may be this one.
        let list = Path::ROOT.key(PlanContent::key("municipalities"));
        if let Some(code) = decision.municipality()
            && !self.municipalities.contains(code)
            && !self.sink.is_spoiled_in(&list.place())
        {
            self.error(
                Code::DecisionMunicipality,
                at,
                Decision::key("municipality"),
                &[],
                &[Arg::from(code.as_str())],
            );
        }
    }

    pub(super) fn clause(&mut self, at: &Path<'_>, clause: &Clause) {
        let act = clause.act();
        let reads = [Clause::key("act"), Clause::key("object")];
        if reads.iter().any(|read| self.sink.is_spoiled_in(&at.key(*read).place())) {
            return;
        }
        if !decides_on(act, clause.object().kind()) {
            let place = at.key(Clause::key("act")).place();
            let object = at.key(Clause::key("object")).place();
            let finding =
                Finding::new(Code::DecisionActOnObject, place, &[term(act), term(clause.object().kind())]);
            self.find(finding.related([object]));
            return;
        }
        if clause.until().is_some() != (act == Act::Extend) {
            self.error(Code::DecisionUntil, at, Clause::key("until"), &[], &[]);
        }
        self.extended(at, clause);
        if clause.text().is_some() != (act == Act::Instruct) {
            self.error(Code::DecisionText, at, Clause::key("text"), &[], &[]);
        }
        if !clause.to().is_empty() && !matches!(act, Act::Inform | Act::Consult) {
            self.error(Code::DecisionRecipients, at, Clause::key("to"), &[], &[]);
        }
        let of_plan = clause.object().kind() == ObjectKind::Plan && matches!(act, Act::Adopt | Act::Amend);
        if clause.digest().is_some() && !of_plan {
            self.error(Code::DecisionDigest, at, Clause::key("digest"), &[], &[]);
        }
    }

    /// What is extended ends later than it did.
    fn extended(&mut self, at: &Path<'_>, clause: &Clause) {
        let (Some(until), Act::Extend) = (clause.until(), clause.act()) else {
            return;
        };
        let object = clause.object().id().into_uuid();
        let (end, there) = match (clause.object().kind(), self.named(Kind::ExecutionPlan, object)) {
            (ObjectKind::Plan, _) => {
                (self.view.plan.period().end(), Place::default().key(PlanContent::key("period")))
            }
            (ObjectKind::ExecutionPlan, Some(Element::ExecutionPlan(plan))) => {
                (plan.period().end(), self.view.index.place_of(object).key(ExecutionPlan::key("period")))
            }
            _ => return,
        };
        if until <= end && !self.sink.is_spoiled_in(&there) {
            let days = [until, end].map(|day| Arg::from(day.to_string()));
            let finding =
                Finding::new(Code::DecisionUntilBeforeEnd, at.key(Clause::key("until")).place(), &days);
            self.find(finding.related([there]));
        }
    }

    pub(super) fn addressee(&mut self, at: &Path<'_>, addressee: &Addressee) {
        if addressee.partner().is_some() != (addressee.kind() == AddresseeKind::Partner) {
            let reads = [Addressee::key("kind")];
            self.error(Code::DecisionAddressee, at, Addressee::key("partner"), &reads, &[]);
        }
    }

    pub(super) fn evaluation(&mut self, at: &Path<'_>, evaluation: &Evaluation) {
        if let Some(delivered) = evaluation.delivered_on()
            && delivered < evaluation.period().start()
        {
            let days = [delivered, evaluation.period().start()].map(|day| Arg::from(day.to_string()));
            let place = at.key(Evaluation::key("deliveredOn")).place();
            let start = at.key(Evaluation::key("period")).key(Period::key("start")).place();
            self.find(Finding::new(Code::EvaluationDeliveredBeforePeriod, place, &days).related([start]));
        }
    }

    /// Whether the plan's profile makes this advice an error.
    fn is_strict(&self, code: Code) -> bool {
        is_enforceable(code) && self.judgement.level_of(code) == Level::Error
    }

    /// Only advice can be accepted knowingly.
    pub(super) fn exemption(&mut self, at: &Path<'_>, exemption: &Exemption) {
        let named = Arg::from(exemption.code().as_str());
        match exemption.code().as_str().parse::<Code>() {
            Err(_) => self.error(Code::ExemptionUnknownCode, at, Exemption::key("code"), &[], &[named]),
            Ok(code) if is_error(code) || self.is_strict(code) => {
                self.error(Code::ExemptionOfError, at, Exemption::key("code"), &[], &[named]);
            }
            Ok(_) => {}
        }
    }
}
