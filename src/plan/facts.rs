//! The facts of a plan: everything with a day on which it happened.

use std::any::Any;

use uuid::Uuid;

use crate::entity::{
    Action, AcuteIssue, Correction, CouncilProposal, Decision, Evaluation, Figure, PlanContent, Progress,
};
use crate::kind::Kind;
use crate::place::{Key, Path, Place};
use crate::value::Date;
use crate::wire::{Typed, Visitor};

/// A day on which something happened, and where the plan says so.
#[derive(Debug, Clone)]
pub(crate) struct Fact {
    pub(crate) day: Date,
    pub(crate) place: Place,
    pub(crate) kind: Kind,
    pub(crate) id: Uuid,
}

/// Every fact, in the order of the document.
pub(crate) fn of(plan: &PlanContent) -> Vec<Fact> {
    let mut facts = Facts { facts: Vec::new(), open: Vec::new() };
    plan.walk(&Path::ROOT, &mut facts);
    facts.facts
}

struct Facts {
    facts: Vec<Fact>,
    open: Vec<(Kind, Uuid)>,
}

impl Facts {
    fn add(&mut self, at: &Path<'_>, key: Key, day: Option<Date>) {
        if let (Some(day), Some((kind, id))) = (day, self.open.last().copied()) {
            self.facts.push(Fact { day, place: at.key(key).place(), kind, id });
        }
    }
}

impl Visitor for Facts {
    fn enter(&mut self, _at: &Path<'_>, kind: Kind, id: Uuid, _code: Option<&str>) {
        self.open.push((kind, id));
    }

    fn leave(&mut self) {
        self.open.pop();
    }

    fn object(&mut self, at: &Path<'_>, object: &dyn Any) {
        if let Some(progress) = object.downcast_ref::<Progress>() {
            self.add(at, Progress::key("date"), Some(progress.date()));
        } else if let Some(action) = object.downcast_ref::<Action>() {
            self.add(at, Action::key("registeredOn"), action.registered_on());
        } else if let Some(decision) = object.downcast_ref::<Decision>() {
            self.add(at, Decision::key("date"), Some(decision.date()));
        } else if let Some(evaluation) = object.downcast_ref::<Evaluation>() {
            self.add(at, Evaluation::key("deliveredOn"), evaluation.delivered_on());
        } else if let Some(figure) = object.downcast_ref::<Figure>() {
            self.add(at, Figure::key("reportedOn"), figure.reported_on());
        } else if let Some(issue) = object.downcast_ref::<AcuteIssue>() {
            self.add(at, AcuteIssue::key("signalledOn"), Some(issue.signalled_on()));
            self.add(at, AcuteIssue::key("accountedOn"), issue.accounted_on());
        } else if let Some(proposal) = object.downcast_ref::<CouncilProposal>() {
            self.add(at, CouncilProposal::key("submittedOn"), proposal.submitted_on());
        } else if let Some(correction) = object.downcast_ref::<Correction>() {
            self.add(at, Correction::key("date"), Some(correction.date()));
        }
    }
}
