//! Applying changes: what comes out must hold together, and what is done must be allowed.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::law;
use super::{Change, ElementDraft, difference, patch};
use crate::choice::choice;
use crate::draft::{ElementReferenceDraft, SafetyPlanDraft};
use crate::finding::{Arg, Code, Finding, Findings, Subject};
use crate::id::ElementId;
use crate::place::{Key, Place};
use crate::plan::{Checked, Element, PlanRejected, SafetyPlan};
use crate::value::Date;

choice! {
    /// What a batch of changes did to an element.
    EffectKind "gevolg" {
        /// It wasn't there before.
        Added = "added" / "added" / "toegevoegd",
        /// It isn't there any more.
        Removed = "removed" / "removed" / "verwijderd",
        /// Its content differs.
        Changed = "changed" / "changed" / "gewijzigd",
        /// It stands elsewhere, with the same content.
        Moved = "moved" / "moved" / "verplaatst",
    }
}

/// What a batch of changes did to one element (*gevolg*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "gevolg van een wijziging")]
#[non_exhaustive]
pub struct ElementEffect {
    /// What was done to it.
    pub effect: EffectKind,
    /// The element.
    pub subject: Subject,
}

/// A batch of changes that was applied: the plan before and after, and what the batch did.
#[derive(Debug, Clone)]
#[must_use]
#[non_exhaustive]
pub struct Applied {
    /// The plan before; it stays valid, and shares what didn't change.
    pub before: SafetyPlan,
    /// The plan after.
    pub plan: SafetyPlan,
    /// What was done to which element, in the order of their ids.
    pub effects: Vec<ElementEffect>,
}

impl SafetyPlan {
    /// Applies a batch of changes on a day, if the plan that comes out holds together and the batch does nothing that may
    /// not be done.
    ///
    /// - Facts (decisions, reports, figures, what was delivered, submitted, signalled or taken up) are only added. A fact
    ///   dated after the day is refused.
    /// - The strategic part of an adopted plan changes only in a batch with the decision that amends it: of each council
    ///   that adopted it, dated on or after the adoption, and with no other digest than that of what comes out.
    /// - A batch with a correction, which gives the digests of before and after, may repair anything.
    /// - A fact dated on the day itself is a new step: it is refused where the plan's profile has the rule it breaks at
    ///   `error`, and with what [`readiness`](Self::readiness) requires. A fact dated before the day is recorded
    ///   afterwards: that is never refused, and [`advice`](Self::advice) tells what was wrong with it.
    ///
    /// The day is the caller's word: give today, of which the plan can know nothing. A rule holds where the profile before or
    /// after the batch has it: a batch doesn't lift the rule for the step that it takes.
    ///
    /// The plan itself stays as it is. A batch that only replaces actions, or adds decisions and actions, costs what it
    /// touches; any other is checked as a whole, `O(n log n)`.
    ///
    /// # Errors
    /// Every fault: `change/*` for what can't or may not be done (places of structure are in the batch, `/0/target`; all
    /// others in the new plan), the errors of the plan that would come out, and the codes of refused steps.
    ///
    /// ```
    /// use veiligheidsplan::{SafetyPlan, Code, change::Change, draft::ProgressDraft, entity::Status};
    ///
    /// let plan = SafetyPlan::from_json(include_str!("../../data/vlaardingen-2020-2023.demo.plan.json"))?;
    /// let mut action = plan.to_draft().execution_plans[1].actions[0].clone();
    /// action.progress.push(ProgressDraft { status: Some(Status::Done), ..ProgressDraft::new("2021-10-01") });
    /// let changes = [Change::replace(action)];
    ///
    /// let applied = plan.apply(&changes, "2021-10-04".parse()?)?;
    /// assert_eq!(applied.effects.len(), 1);
    ///
    /// // What hasn't happened yet is no fact.
    /// let refused = plan.apply(&changes, "2021-09-30".parse()?).unwrap_err();
    /// assert_eq!(refused.errors().as_slice()[0].code, Code::FactInFuture);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn apply(&self, changes: &[Change], on: Date) -> Result<Applied, PlanRejected> {
        let plan = if let Some(edits) = super::local::edits(self, changes) {
            self.edited(edits).map_err(|errors| PlanRejected::new(errors, None))?
        } else {
            let draft = patch(&self.to_draft(), changes).map_err(|found| PlanRejected::new(found, None))?;
            draft.check().into_result()?
        };
        let touched = touched(self, &plan, changes);
        self.settle(plan, &touched, on).map_err(|errors| PlanRejected::new(errors, None))
    }

    /// Takes a whole new version, as a form or a PUT gives it: the difference with this version, applied.
    ///
    /// # Errors
    /// As [`apply`](Self::apply); the draft is given back with the errors. Another plan's id is `change/plan-id`.
    pub fn revise(&self, draft: SafetyPlanDraft, on: Date) -> Result<Applied, PlanRejected> {
        let Checked { plan, errors, .. } = draft.check();
        let Some(plan) = plan else { return Err(PlanRejected::new(errors, Some(draft))) };
        if plan.id() != self.id() {
            let args = [self.id(), plan.id()].map(|id| Arg::from(id.to_string()));
            let place = Place::default().key(crate::entity::PlanContent::key("id"));
            let finding = Finding::new(Code::ChangePlanId, place, &args);
            return Err(PlanRejected::new(Findings::sorted(vec![finding], Vec::new()), Some(draft)));
        }
        let touched = touched(self, &plan, &difference(self, &plan));
        self.settle(plan, &touched, on).map_err(|errors| PlanRejected::new(errors, Some(draft)))
    }

    /// Whether the step from this version to the next may be taken, and what it does.
    fn settle(&self, plan: SafetyPlan, touched: &BTreeSet<Uuid>, on: Date) -> Result<Applied, Findings> {
        let broken = law::broken(self, &plan, touched, on);
        if !broken.is_empty() {
            return Err(Findings::sorted(broken, Vec::new()));
        }
        let effects = touched.iter().flat_map(|id| effects(self, &plan, *id)).collect();
        Ok(Applied { before: self.clone(), plan, effects })
    }
}

/// The elements that a batch names, with what is added or removed along with them.
fn touched(old: &SafetyPlan, new: &SafetyPlan, changes: &[Change]) -> BTreeSet<Uuid> {
    let mut touched = BTreeSet::new();
    let below = |id: Option<Uuid>| {
        let holder = id.and_then(|id| old.element(id)).into_iter();
        holder.flat_map(|holder| old.below(holder)).map(|element| element.id().into_uuid())
    };
    for change in changes {
        match change {
            Change::Add { element, .. } => touch_draft(element.clone(), &mut touched),
            Change::Remove { target } => {
                touched.extend(uuid_of(target));
                touched.extend(below(uuid_of(target)));
            }
            Change::Replace { element } => touched.extend(element.id().parse::<Uuid>().ok()),
            Change::Move { target, .. } => {
                let id = uuid_of(target);
                touched.extend(id);
                // It may have gone with what it was moved into.
                touched.extend(below(id.filter(|id| new.element(*id).is_none())));
            }
            Change::SetPlan { .. } => _ = touched.insert(old.id().into_uuid()),
        }
    }
    touched
}

fn uuid_of(reference: &ElementReferenceDraft) -> Option<Uuid> {
    reference.id.parse().ok()
}

fn touch_draft(element: ElementDraft, touched: &mut BTreeSet<Uuid>) {
    let mut open = vec![element];
    while let Some(element) = open.pop() {
        touched.extend(element.id().parse::<Uuid>().ok());
        open.extend(element.split().1);
    }
}

/// What a batch did to an element that it touched; nothing if it came out as it was.
fn effects(old: &SafetyPlan, new: &SafetyPlan, id: Uuid) -> impl Iterator<Item = ElementEffect> {
    let (was, is) = (old.element(id), new.element(id));
    let of = |effect: EffectKind, element: Element<'_>| ElementEffect {
        effect,
        subject: Subject { kind: element.kind(), id },
    };
    let effects = match (was, is) {
        (Some(was), Some(is)) if was.kind() == is.kind() => {
            let stays = || stands(old, was) == stands(new, is);
            let effect = if differs(was, is) {
                Some(EffectKind::Changed)
            } else {
                (!stays()).then_some(EffectKind::Moved)
            };
            [effect.map(|effect| of(effect, is)), None]
        }
        // Under an id that names another kind now, one element went and another came.
        _ => [was.map(|was| of(EffectKind::Removed, was)), is.map(|is| of(EffectKind::Added, is))],
    };
    effects.into_iter().flatten()
}

/// Where an element stands: what holds it, in which list and as which.
fn stands(plan: &SafetyPlan, element: Element<'_>) -> Option<(ElementId, Key, u32)> {
    let (_, key, number) = plan.view().index.find(element.id().into_uuid())?.held?;
    Some((plan.holder(element.id())?.id(), key, number))
}

/// Whether an element's own content differs, apart from what it holds.
fn differs(was: Element<'_>, is: Element<'_>) -> bool {
    match (was, is) {
        (Element::Action(was), Element::Action(is)) => was != is,
        (Element::Plan(was), Element::Plan(is)) => {
            use crate::wire::Typed;
            Change::set_plan(was.to_raw()) != Change::set_plan(is.to_raw())
        }
        _ => ElementDraft::own(was) != ElementDraft::own(is),
    }
}
