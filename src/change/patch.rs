//! Making a batch of changes: structure only. What comes out is checked as any draft is.

use std::collections::HashSet;

use super::Change;
use super::element::{ElementDraft, Holder, key, list_of, lists};
use super::tree::{DEPTH, ROOT, Tree};
use super::wire::{ELEMENT, PARENT, PLAN, POSITION, TARGET, place, word};
use crate::draft::{ElementReferenceDraft, SafetyPlanDraft};
use crate::entity::PlanContent;
use crate::finding::{Arg, Code, Finding, Findings, Sink};
use crate::kind::{Kind, Kinds};
use crate::place::{Key, Place};
use crate::plan::Limits;

/// The plan that a batch of changes makes, each in its turn: structure only, and nothing is checked beyond that.
///
/// `O(n)` in the plan and the batch, and the length of the lists that elements are taken from.
///
/// # Errors
/// Every change that can't be made, with its place in the batch such as `/3/parent`. What only follows from a change
/// that can't be made is left out.
pub fn patch(old: &SafetyPlanDraft, changes: &[Change]) -> Result<SafetyPlanDraft, Findings> {
    let mut work = Work {
        tree: Tree::grow(old.clone()),
        sink: Limits::default().sink(),
        lost: HashSet::new(),
        unsure: Kinds::default(),
    };
    for (number, change) in changes.iter().enumerate() {
        work.make(number, change);
    }
    let Work { tree, mut sink, .. } = work;
    if !sink.is_clean() {
        return Err(sink.finish());
    }
    tree.build().ok_or_else(|| {
        sink.find(too_deep(Place::default()));
        sink.finish()
    })
}

fn too_deep(place: Place) -> Finding {
    Finding::new(Code::PillarTooDeep, place, &[Arg::from(DEPTH.to_string())])
}

/// A batch under way.
struct Work {
    tree: Tree,
    sink: Sink,
    /// What isn't there because the change that brings it could not be made.
    lost: HashSet<(Kind, String)>,
    /// The kinds of which an element isn't where a change that could not be made would have put it.
    unsure: Kinds,
}

/// What keeps a change from being made. Some of it is not told, because it follows from an earlier change.
#[derive(Default)]
struct Faults {
    told: Vec<Finding>,
    silent: bool,
}

impl Faults {
    fn none(&self) -> bool {
        self.told.is_empty() && !self.silent
    }

    fn tell(&mut self, code: Code, at: Place, args: &[Arg]) {
        self.told.push(Finding::new(code, at, args));
    }
}

impl Work {
    fn make(&mut self, number: usize, change: &Change) {
        let mut faults = Faults::default();
        match change {
            Change::Add { parent, at, element } => self.add(number, parent, *at, element, &mut faults),
            Change::Remove { target } => self.remove(number, target, &mut faults),
            Change::Replace { element } => self.replace(number, element, &mut faults),
            Change::Move { target, parent, at } => self.shift(number, target, parent, *at, &mut faults),
            Change::SetPlan { plan } => self.set_plan(number, plan, &mut faults),
        }
        for finding in faults.told {
            self.sink.find(finding);
        }
    }

    /// The element that a change names, or a fault.
    fn seek(&self, kind: Kind, id: &str, at: Place, faults: &mut Faults) -> Option<usize> {
        let found = self.tree.find(kind, id);
        if found.is_none() {
            if self.lost.contains(&(kind, id.to_owned())) {
                faults.silent = true;
            } else {
                faults.tell(Code::ChangeUnknownElement, at, &[Arg::term(kind), Arg::from(id)]);
            }
        }
        found
    }

    /// The list of the parent that takes a kind, if there is one, and its length.
    fn list(
        &self,
        number: usize,
        parent: &ElementReferenceDraft,
        kind: Kind,
        faults: &mut Faults,
    ) -> Option<(usize, usize)> {
        let at = place(number, PARENT);
        let slot = list_of(parent.kind, kind);
        if slot.is_none() {
            faults.tell(Code::ChangeWrongParent, at.clone(), &[Arg::term(kind), Arg::term(parent.kind)]);
        }
        let holder = self.seek(parent.kind, &parent.id, at.clone(), faults)?;
        if self.tree.is_too_deep(holder) {
            faults.told.push(too_deep(at));
        }
        Some((holder, self.tree.list(holder, slot?).len()))
    }

    fn within(&self, number: usize, at: usize, length: usize, kind: Kind, faults: &mut Faults) {
        if at <= length {
        } else if self.unsure.contains(kind) {
            faults.silent = true;
        } else {
            let args = [Arg::from(at.to_string()), Arg::from(length.to_string())];
            faults.tell(Code::ChangeBeyondEnd, place(number, POSITION), &args);
        }
    }

    fn add(
        &mut self,
        number: usize,
        parent: &ElementReferenceDraft,
        at: usize,
        element: &ElementDraft,
        faults: &mut Faults,
    ) {
        let kind = element.kind();
        let list = self.list(number, parent, kind, faults);
        if let Some((_, length)) = list {
            self.within(number, at, length, kind, faults);
        }
        let first = self.tree.len();
        let added = self.tree.raise(element.clone(), list.map_or(ROOT, |(holder, _)| holder));
        let mut seen = HashSet::new();
        for new in first..self.tree.len() {
            let (kind, id) = (self.tree.kind(new), self.tree.id(new));
            if self.tree.find(kind, id).is_some() || !seen.insert((kind, id)) {
                let at = self.place_in(number, added, new);
                faults.tell(Code::ChangeRepeatedElement, at, &[Arg::term(kind), Arg::from(id)]);
            }
        }
        match list {
            Some((holder, _)) if faults.none() => {
                self.tree.know_from(first);
                self.tree.insert(added, holder, at);
            }
            _ => {
                for new in first..self.tree.len() {
                    let kind = self.tree.kind(new);
                    self.unsure.insert(kind);
                    self.lost.insert((kind, self.tree.id(new).to_owned()));
                }
                self.tree.drop_from(first);
            }
        }
    }

    /// Where in a change an element stands that is to be added.
    fn place_in(&self, number: usize, added: usize, new: usize) -> Place {
        let mut steps = Vec::new();
        let mut below = new;
        while below != added {
            let (kind, holder) = (self.tree.kind(below), self.tree.holder(below));
            let of = self.tree.kind(holder);
            let name = lists(of).iter().find(|(held, _)| *held == kind).map_or("", |(_, name)| name);
            steps.push((key(of, name), self.tree.position(below).unwrap_or_default()));
            below = holder;
        }
        let start = element_place(number, self.tree.kind(added));
        steps.into_iter().rev().fold(start, |at, (key, index)| at.key(key).index(index))
    }

    fn remove(&mut self, number: usize, target: &ElementReferenceDraft, faults: &mut Faults) {
        let at = place(number, TARGET);
        match self.seek(target.kind, &target.id, at, faults) {
            // The plan itself can't be taken away: the operation takes no such target.
            Some(ROOT) => {
                faults.tell(Code::ChangeIncomplete, place(number, TARGET), &[Arg::from("remove")]);
            }
            Some(found) => self.tree.remove(found),
            None => {}
        }
    }

    fn replace(&mut self, number: usize, element: &ElementDraft, faults: &mut Faults) {
        let at = element_place(number, element.kind());
        if element.has_children() {
            faults.tell(Code::ChangeWithChildren, at.clone(), &[Arg::term(element.kind())]);
        }
        let found = self.seek(element.kind(), element.id(), at, faults);
        if let Some(found) = found.filter(|_| faults.none()) {
            self.tree.replace(found, element.clone());
        }
    }

    fn shift(
        &mut self,
        number: usize,
        target: &ElementReferenceDraft,
        parent: &ElementReferenceDraft,
        at: usize,
        faults: &mut Faults,
    ) {
        let kind = target.kind;
        let found = self.seek(kind, &target.id, place(number, TARGET), faults);
        let list = self.list(number, parent, kind, faults);
        if let Some((found, (holder, length))) = found.zip(list) {
            if self.tree.up(holder).any(|above| above == found) {
                if self.unsure.contains(kind) {
                    faults.silent = true;
                } else {
                    let args = [Arg::term(kind), Arg::from(target.id.as_str())];
                    faults.tell(Code::ChangeIntoItself, place(number, PARENT), &args);
                }
            } else {
                let taken = usize::from(self.tree.holder(found) == holder);
                self.within(number, at, length.saturating_sub(taken), kind, faults);
            }
            if faults.none() {
                self.tree.take_out(found);
                self.tree.insert(found, holder, at);
            }
        }
        if !faults.none() {
            self.unsure.insert(kind);
        }
    }

    fn set_plan(&mut self, number: usize, plan: &SafetyPlanDraft, faults: &mut Faults) {
        let at = place(number, PLAN);
        if plan.has_children() {
            faults.tell(Code::ChangeWithChildren, at.clone(), &[Arg::term(Kind::Plan)]);
        }
        if plan.id != self.tree.plan.id {
            let args = [Arg::from(self.tree.plan.id.as_str()), Arg::from(plan.id.as_str())];
            faults.tell(Code::ChangePlanId, at.key(PlanContent::key("id")), &args);
            self.lost.insert((Kind::Plan, plan.id.clone()));
        }
        if faults.none() {
            self.tree.plan = plan.clone();
        }
    }
}

/// Where the element of a change stands.
fn element_place(number: usize, kind: Kind) -> Place {
    let element: Key = word(kind);
    place(number, ELEMENT).key(element)
}
