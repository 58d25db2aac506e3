//! Disclosure: an element is at least as confidential as what it can't stand without.

use uuid::Uuid;

use super::{Rules, term};
use crate::entity::{
    Action, AcuteIssue, Analysis, Area, CouncilProposal, Decision, Disclosure, Evaluation, ExecutionPlan,
    Figure, Framework, Indicator, Partner, Progress, Responsibility, Topic,
};
use crate::finding::{Code, Finding};
use crate::kind::Kind;
use crate::place::{Key, Path};

impl Rules<'_> {
    pub(super) fn execution_plan_disclosed(&mut self, _at: &Path<'_>, plan: &ExecutionPlan) {
        self.opened(plan.disclosure().unwrap_or(Disclosure::Internal));
    }

    pub(super) fn indicator_disclosed(&mut self, _at: &Path<'_>, indicator: &Indicator) {
        self.opened(self.view.disclosure(indicator.id().into_uuid()));
    }

    pub(super) fn action_disclosed(&mut self, at: &Path<'_>, action: &Action) {
        let own = action.disclosure();
        let (holder, disclosure) = self.container(1);
        self.contained(at, Action::key("disclosure"), own, holder, disclosure);
        self.opened(own.unwrap_or(disclosure.max(Disclosure::Internal)));
        let needed = action.serves().iter().map(|served| served.id().into_uuid());
        self.needs_one(at, Action::key("disclosure"), own, needed);
    }

    pub(super) fn evaluation_disclosed(&mut self, at: &Path<'_>, evaluation: &Evaluation) {
        let needed = evaluation.of().iter().map(|of| of.id().into_uuid());
        self.needs_one(at, Evaluation::key("disclosure"), evaluation.disclosure(), needed);
    }

    pub(super) fn decision_disclosed(&mut self, at: &Path<'_>, decision: &Decision) {
        let needed = decision.clauses().iter().map(|clause| clause.object().id().into_uuid());
        self.needs_one(at, Decision::key("disclosure"), decision.disclosure(), needed);
    }

    pub(super) fn responsibility_disclosed(&mut self, at: &Path<'_>, one: &Responsibility) {
        let own = one.disclosure();
        let (holder, disclosure) = self.container(0);
        self.contained(at, Responsibility::key("disclosure"), own, holder, disclosure);
        let partner = std::iter::once(one.partner().into_uuid());
        self.needs_one(at, Responsibility::key("disclosure"), own, partner);
    }

    pub(super) fn progress_disclosed(&mut self, at: &Path<'_>, progress: &Progress) {
        let (holder, disclosure) = self.container(0);
        self.contained(at, Progress::key("disclosure"), progress.disclosure(), holder, disclosure);
    }

    pub(super) fn figure_disclosed(&mut self, at: &Path<'_>, figure: &Figure) {
        let (holder, disclosure) = self.container(0);
        self.contained(at, Figure::key("disclosure"), figure.disclosure(), holder, disclosure);
    }

    /// Keeps for what the element holds who may see it.
    fn opened(&mut self, disclosure: Disclosure) {
        if let Some(open) = self.open.last_mut() {
            open.disclosure = disclosure;
        }
    }

    /// The element this many levels up, and who may see it.
    fn container(&self, up: usize) -> (Kind, Disclosure) {
        self.open
            .iter()
            .rev()
            .nth(up)
            .map_or((Kind::Plan, Disclosure::Public), |open| (open.kind, open.disclosure))
    }

    /// Whether the disclosure of an element under way could not be read.
    fn is_disclosure_unread(&self) -> bool {
        let unread = |open: &super::Open| {
            let key = disclosure_key(open.kind);
            key.is_some_and(|key| self.sink.is_key_spoiled(&self.view.index.place_of(open.id), key))
        };
        self.open.iter().any(unread)
    }

    fn contained(
        &mut self,
        at: &Path<'_>,
        key: Key,
        own: Option<Disclosure>,
        holder: Kind,
        disclosure: Disclosure,
    ) {
        if let Some(own) = own
            && own < disclosure
            && !self.is_disclosure_unread()
        {
            let args = [term(own), term(holder), term(disclosure)];
            self.error(Code::DisclosureBelowContainer, at, key, &[], &args);
        }
    }

    /// Of the elements named, one at least must be visible to whoever sees this one.
    fn needs_one(
        &mut self,
        at: &Path<'_>,
        key: Key,
        own: Option<Disclosure>,
        named: impl Iterator<Item = Uuid>,
    ) {
        let Some(own) = own else {
            return;
        };
        let view = self.view;
        let known = named.filter_map(|id| Some((view.index.find(id)?, view.disclosure(id))));
        let Some((entry, disclosure)) = known.min_by_key(|(_, disclosure)| *disclosure) else {
            return;
        };
        let there = view.index.place(entry);
        let unread = disclosure_key(entry.kind).is_some_and(|key| self.sink.is_key_spoiled(&there, key));
        if own < disclosure && !unread {
            let args = [term(own), term(entry.kind), term(disclosure)];
            let finding = Finding::new(Code::DisclosureBelowReference, at.key(key).place(), &args);
            self.find(finding.related([there]));
        }
    }
}

/// Where an element of a kind states who may see it.
fn disclosure_key(kind: Kind) -> Option<Key> {
    let key = match kind {
        Kind::Indicator => Indicator::key("disclosure"),
        Kind::Framework => Framework::key("disclosure"),
        Kind::Partner => Partner::key("disclosure"),
        Kind::Area => Area::key("disclosure"),
        Kind::Analysis => Analysis::key("disclosure"),
        Kind::Topic => Topic::key("disclosure"),
        Kind::ExecutionPlan => ExecutionPlan::key("disclosure"),
        Kind::Action => Action::key("disclosure"),
        Kind::AcuteIssue => AcuteIssue::key("disclosure"),
        Kind::Proposal => CouncilProposal::key("disclosure"),
        Kind::Decision => Decision::key("disclosure"),
        Kind::Evaluation => Evaluation::key("disclosure"),
        _ => return None,
    };
    Some(key)
}
