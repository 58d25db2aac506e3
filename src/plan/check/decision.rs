//! Rules of facts: decisions, acute issues, evaluations and exemptions.

use super::{Rules, term};
use crate::entity::{
    Act, AcuteIssue, Addressee, AddresseeKind, Clause, Decision, Evaluation, Exemption, ObjectKind, Organ,
    Period, PlanContent,
};
use crate::finding::{Arg, Code, Finding, RaisedBy, Severity};
use crate::place::Path;

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

    /// Only advice can be accepted knowingly.
    pub(super) fn exemption(&mut self, at: &Path<'_>, exemption: &Exemption) {
        let named = Arg::from(exemption.code().as_str());
        match exemption.code().as_str().parse::<Code>() {
            Err(_) => self.error(Code::ExemptionUnknownCode, at, Exemption::key("code"), &[], &[named]),
            Ok(code) if code.severity() == Severity::Error || code.raised_by() == RaisedBy::Readiness => {
                self.error(Code::ExemptionOfError, at, Exemption::key("code"), &[], &[named]);
            }
            Ok(_) => {}
        }
    }
}
