//! Disclosure: an element is at least as confidential as what it can't stand without.

use std::any::Any;

use uuid::Uuid;

use super::{Rules, term};
use crate::entity::{
    Action, Disclosure, Evaluation, ExecutionPlan, Figure, Indicator, Progress, Responsibility,
};
use crate::finding::{Code, Finding};
use crate::kind::Kind;
use crate::place::{Key, Path};

impl Rules<'_> {
    /// Judges what is stated on the object, and keeps for what it holds who may see it.
    pub(super) fn disclosed(&mut self, at: &Path<'_>, object: &dyn Any) {
        if let Some(plan) = object.downcast_ref::<ExecutionPlan>() {
            self.opened(plan.disclosure().unwrap_or(Disclosure::Internal));
        } else if let Some(indicator) = object.downcast_ref::<Indicator>() {
            self.opened(self.view.disclosure(indicator.id().into_uuid()));
        } else if let Some(action) = object.downcast_ref::<Action>() {
            let (holder, disclosure) = self.container(1);
            self.contained(at, Action::key("disclosure"), action.disclosure(), holder, disclosure);
            self.opened(action.disclosure().unwrap_or(disclosure.max(Disclosure::Internal)));
            let needed = action.serves().iter().map(|served| served.id().into_uuid());
            self.needs_one(at, Action::key("disclosure"), action.disclosure(), needed);
        } else if let Some(evaluation) = object.downcast_ref::<Evaluation>() {
            self.opened(evaluation.disclosure().unwrap_or(Disclosure::Internal));
            let needed = evaluation.of().iter().map(|of| of.id().into_uuid());
            self.needs_one(at, Evaluation::key("disclosure"), evaluation.disclosure(), needed);
        } else if let Some(decision) = object.downcast_ref::<crate::entity::Decision>() {
            let needed = decision.clauses().iter().map(|clause| clause.object().id().into_uuid());
            let key = crate::entity::Decision::key("disclosure");
            self.needs_one(at, key, decision.disclosure(), needed);
        } else if let Some(one) = object.downcast_ref::<Responsibility>() {
            let (holder, disclosure) = self.container(0);
            let key = Responsibility::key("disclosure");
            self.contained(at, key, one.disclosure(), holder, disclosure);
            self.needs_one(at, key, one.disclosure(), std::iter::once(one.partner().into_uuid()));
        } else if let Some(progress) = object.downcast_ref::<Progress>() {
            let (holder, disclosure) = self.container(0);
            self.contained(at, Progress::key("disclosure"), progress.disclosure(), holder, disclosure);
        } else if let Some(figure) = object.downcast_ref::<Figure>() {
            let (holder, disclosure) = self.container(0);
            self.contained(at, Figure::key("disclosure"), figure.disclosure(), holder, disclosure);
        }
    }

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
        let unread =
            |open: &super::Open| self.sink.is_key_spoiled(&self.view.index.place_of(open.id), "disclosure");
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
        if own < disclosure && !self.sink.is_key_spoiled(&there, "disclosure") {
            let args = [term(own), term(entry.kind), term(disclosure)];
            let finding = Finding::new(Code::DisclosureBelowReference, at.key(key).place(), &args);
            self.find(finding.related([there]));
        }
    }
}
