//! Disclosure: an element is at least as confidential as what it can't stand without.

use uuid::Uuid;

use super::{Rules, term};
use crate::entity::{
    Action, AcuteIssue, Area, CouncilProposal, Decision, Disclosure, Evaluation, ExecutionPlan, Figure,
    Framework, Indicator, Partner, Progress, Responsibility, Topic,
};
use crate::finding::{Code, Finding};
use crate::kind::Kind;
use crate::place::{Key, Path};
use crate::plan::disclosure::keeps_one_of;
use crate::plan::element::Element;

impl Rules<'_> {
    pub(super) fn execution_plan_disclosed(&mut self, at: &Path<'_>, plan: &ExecutionPlan) {
        let needed = &keeps_one_of(Element::ExecutionPlan(plan));
        self.needs_one(at, ExecutionPlan::key("disclosure"), plan.disclosure(), needed);
    }

    pub(super) fn action_disclosed(&mut self, at: &Path<'_>, action: &Action) {
        let own = action.disclosure();
        self.contained(at, Action::key("disclosure"), own, 1);
        self.needs_one(at, Action::key("disclosure"), own, &keeps_one_of(Element::Action(action)));
    }

    pub(super) fn evaluation_disclosed(&mut self, at: &Path<'_>, evaluation: &Evaluation) {
        let needed = &keeps_one_of(Element::Evaluation(evaluation));
        self.needs_one(at, Evaluation::key("disclosure"), evaluation.disclosure(), needed);
    }

    pub(super) fn decision_disclosed(&mut self, at: &Path<'_>, decision: &Decision) {
        let needed = &keeps_one_of(Element::Decision(decision));
        self.needs_one(at, Decision::key("disclosure"), decision.disclosure(), needed);
    }

    pub(super) fn responsibility_disclosed(&mut self, at: &Path<'_>, one: &Responsibility) {
        let own = one.disclosure();
        self.contained(at, Responsibility::key("disclosure"), own, 0);
        self.needs_one(at, Responsibility::key("disclosure"), own, &[one.partner().into_uuid()]);
    }

    pub(super) fn progress_disclosed(&mut self, at: &Path<'_>, progress: &Progress) {
        self.contained(at, Progress::key("disclosure"), progress.disclosure(), 0);
    }

    pub(super) fn figure_disclosed(&mut self, at: &Path<'_>, figure: &Figure) {
        self.contained(at, Figure::key("disclosure"), figure.disclosure(), 0);
    }

    /// Whether the disclosure of an element under way could not be read.
    fn is_disclosure_unread(&self) -> bool {
        let unread = |open: &super::Open| {
            let key = disclosure_key(open.kind);
            key.is_some_and(|key| self.sink.is_key_spoiled(&self.view.index.place_of(open.id), key))
        };
        self.open.iter().any(unread)
    }

    /// What stands in an element is not more open than that: the one under way, or so many levels up.
    fn contained(&mut self, at: &Path<'_>, key: Key, own: Option<Disclosure>, up: usize) {
        let (Some(own), Some(holder)) = (own, self.open.iter().rev().nth(up)) else {
            return;
        };
        let disclosure = self.disclosures.at(holder.number);
        if own < disclosure && !self.is_disclosure_unread() {
            let args = [term(own), term(holder.kind), term(disclosure)];
            self.error(Code::DisclosureBelowContainer, at, key, &[], &args);
        }
    }

    /// Of the elements named, one at least must be visible to whoever sees this one.
    fn needs_one(&mut self, at: &Path<'_>, key: Key, own: Option<Disclosure>, named: &[Uuid]) {
        let Some(own) = own.filter(|_| !named.is_empty()) else {
            return;
        };
        let view = self.view;
        let unread = |id: &Uuid| {
            let entry = view.index.find(*id);
            entry.is_some_and(|entry| {
                let key = disclosure_key(entry.kind);
                key.is_some_and(|key| self.sink.is_key_spoiled(&view.index.place(entry), key))
            })
        };
        let Some((number, disclosure)) = self.disclosures.least(named.iter().copied()) else {
            return;
        };
        if own < disclosure
            && !named.iter().any(unread)
            && let Some(entry) = view.index.entry(number)
        {
            let args = [term(own), term(entry.kind), term(disclosure)];
            let finding = Finding::new(Code::DisclosureBelowReference, at.key(key).place(), &args);
            self.find(finding.related([view.index.place(entry)]));
        }
    }
}

/// Where an element states who may see it, of the kinds that others can't be more open than.
fn disclosure_key(kind: Kind) -> Option<Key> {
    let key = match kind {
        Kind::Indicator => Indicator::key("disclosure"),
        Kind::Framework => Framework::key("disclosure"),
        Kind::Partner => Partner::key("disclosure"),
        Kind::Area => Area::key("disclosure"),
        Kind::Topic => Topic::key("disclosure"),
        Kind::ExecutionPlan => ExecutionPlan::key("disclosure"),
        Kind::Action => Action::key("disclosure"),
        Kind::AcuteIssue => AcuteIssue::key("disclosure"),
        Kind::Proposal => CouncilProposal::key("disclosure"),
        Kind::Evaluation => Evaluation::key("disclosure"),
        _ => return None,
    };
    Some(key)
}
