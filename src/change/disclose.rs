//! Disclosure: the plan that may be shown to those of a level.
//!
//! The filter works on the written form, so that a new key of the format needs nothing here: the walk shows every
//! element, part and reference, and what may not be shown is cut out with what can't stand without it.

use std::any::Any;

use serde_json::Value;
use uuid::Uuid;

use crate::entity::{Disclosure, Figure, Level, Progress, Responsibility, SafetyPlanDraft};
use crate::finding::Code;
use crate::kind::Kind;
use crate::place::{Path, Place, Step};
use crate::plan::{Disclosures, SafetyPlan, View, profile_rules};
use crate::wire::{Reach, Typed, Visitor};

impl SafetyPlan {
    /// The plan as those of a level may see it (*openbaarmaking*): without anything more confidential.
    ///
    /// What is above the level goes, and so does what can't stand without it: a responsibility of a hidden partner,
    /// the report of a hidden action. Of a list of references only the hidden items go. What states no level is
    /// internal, or as confidential as what it can't stand without. The strategic part is public, so that the
    /// [`digest`](Self::digest) holds at every level.
    ///
    /// Removal is silent: nothing tells that or where something was left out, and plans that differ only in what is
    /// above the level give the same bytes. For that, below `confidential` the rules that a part of a plan may break,
    /// though the whole keeps them, weigh as advice where the profile makes them errors: 17 (an analysis under each
    /// priority), 32 (a director for each) and 96 (one execution plan a year).
    ///
    /// At `confidential` it is the whole plan. To disclose twice is to disclose at the more open level once.
    ///
    /// ```
    /// use veiligheidsplan::SafetyPlan;
    /// use veiligheidsplan::entity::Disclosure;
    ///
    /// let text = include_str!("../../data/vlaardingen-2020-2023.demo.plan.json");
    /// let plan = SafetyPlan::from_json(text)?;
    /// let shown = plan.disclosed(Disclosure::Public);
    /// assert_eq!(shown.digest(), plan.digest());
    /// assert!(shown.to_json().len() < plan.to_json().len());
    /// # Ok::<(), veiligheidsplan::PlanRejected>(())
    /// ```
    #[must_use]
    pub fn disclosed(&self, level: Disclosure) -> Self {
        if level == Disclosure::Confidential {
            return self.clone();
        }
        let cut = cuts(self.view(), level);
        let mut draft = if cut.is_empty() { self.to_draft() } else { without(self, &cut) };
        let is_eased = ease(&mut draft);
        if cut.is_empty() && !is_eased {
            return self.clone();
        }
        let checked = draft.check();
        debug_assert!(checked.plan.is_some(), "what may be shown holds together: {}", checked.errors);
        // Should a rule refuse what is left all the same, then too little is shown, and never too much.
        checked.plan.unwrap_or_else(|| self.strategic_alone())
    }
}

/// Advice that profiles can make an error of the plan, and that leaving something out can bring about.
const MAY_COME_UP: [Code; 3] =
    [Code::PriorityNoAnalysis, Code::PriorityNoDirector, Code::ExecutionPlanSecondInYear];

/// Makes those rules advice again, whether or not they come up: that would tell of what isn't shown. No built-in profile
/// makes them errors, so only what the plan states itself does.
fn ease(draft: &mut SafetyPlanDraft) -> bool {
    let mut is_eased = false;
    for own in draft.profile.iter_mut().flat_map(|profile| &mut profile.levels) {
        let may_come_up = |rule| u64::from(rule) == own.rule;
        if own.level == Level::Error && MAY_COME_UP.into_iter().flat_map(profile_rules).any(may_come_up) {
            own.level = Level::Advice;
            is_eased = true;
        }
    }
    is_eased
}

/// The places to cut out of the written form so that nothing above the level is left.
fn cuts(view: View<'_>, level: Disclosure) -> Vec<Place> {
    let levels = Disclosures::of(view);
    let mut cuts = Cuts { view, levels, level, open: Vec::new(), entered: 0, places: Vec::new() };
    view.plan.walk(&Path::ROOT, &mut cuts);
    cuts.places
}

struct Cuts<'a> {
    view: View<'a>,
    levels: Disclosures<'a>,
    level: Disclosure,
    /// The numbers of the elements under way.
    open: Vec<u32>,
    entered: u32,
    places: Vec<Place>,
}

impl Cuts<'_> {
    fn holder(&self) -> Disclosure {
        self.open.last().map_or(Disclosure::Public, |number| self.levels.at(*number))
    }

    /// A part that says itself who may see it. What stands in something that is cut goes with it.
    fn part(&mut self, at: &Path<'_>, stated: Option<Disclosure>) {
        let level = stated.unwrap_or(Disclosure::Internal);
        if level > self.level && self.holder() <= self.level {
            self.places.push(at.place());
        }
    }

    /// What goes with a reference: the list item that it makes or stands in, or else the key of the element.
    fn bearer(&self, at: &Path<'_>) -> Option<Place> {
        let element = self.view.index.entry(*self.open.last()?)?;
        let above = self.view.index.place(element).steps().len();
        let place = at.place();
        let within = place.steps().get(above..)?;
        if let Some(Step::Key(key)) = within.last()
            && ALONE.contains(&key.name())
        {
            return Some(place);
        }
        let item = within.iter().rposition(|step| matches!(step, Step::Index(_))).unwrap_or(0);
        Some(place.first(above + item + 1))
    }
}

/// The references of parts that mean something without them: of a way of paying, and of an exemption.
const ALONE: [&str; 2] = ["proposal", "decision"];

impl Visitor for Cuts<'_> {
    fn enter(&mut self, at: &Path<'_>, _kind: Kind, _id: Uuid, _code: Option<&str>) {
        if self.levels.at(self.entered) > self.level && self.holder() <= self.level {
            self.places.push(at.place());
        }
        self.open.push(self.entered);
        self.entered += 1;
    }

    fn leave(&mut self) {
        self.open.pop();
    }

    fn object(&mut self, at: &Path<'_>, object: &dyn Any) {
        if let Some(one) = object.downcast_ref::<Responsibility>() {
            // One of a hidden partner goes with the reference to it.
            self.part(at, one.disclosure());
        } else if let Some(progress) = object.downcast_ref::<Progress>() {
            self.part(at, progress.disclosure());
        } else if let Some(figure) = object.downcast_ref::<Figure>() {
            self.part(at, figure.disclosure());
        }
    }

    fn reference(&mut self, at: &Path<'_>, _kind: Kind, id: Uuid, _reach: Reach) {
        let hidden = self.view.index.number(id).is_some_and(|number| self.levels.at(number) > self.level);
        if hidden && self.holder() <= self.level {
            self.places.extend(self.bearer(at));
        }
    }
}

/// The draft of a plan without what stands at these places.
fn without(plan: &SafetyPlan, cuts: &[Place]) -> SafetyPlanDraft {
    // INVARIANT: the written form of a plan is read as a draft, so nothing becomes of the defaults.
    let mut document = serde_json::to_value(plan).unwrap_or_default();
    for place in cuts {
        if let Some(value) = find(&mut document, place) {
            // The written form has no nulls: one marks what goes, and what stands beside it keeps its number.
            *value = Value::Null;
        }
    }
    sweep(&mut document);
    serde_json::from_value(document).unwrap_or_default()
}

fn find<'a>(document: &'a mut Value, place: &Place) -> Option<&'a mut Value> {
    place.steps().iter().try_fold(document, |value, step| match step {
        Step::Key(key) => value.get_mut(key.name()),
        Step::Index(index) => value.get_mut(*index as usize),
    })
}

/// Removes what was marked, and the lists that are empty then: the written form has none.
fn sweep(value: &mut Value) {
    match value {
        Value::Array(items) => {
            items.retain(|item| !item.is_null());
            items.iter_mut().for_each(sweep);
        }
        Value::Object(object) => {
            object.values_mut().for_each(sweep);
            object.retain(|_, value| {
                !value.is_null() && value.as_array().is_none_or(|items| !items.is_empty())
            });
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use crate::plan::SafetyPlan;

    #[test]
    fn the_strategic_part_alone_is_a_plan_without_errors() {
        for text in [
            include_str!("../../data/vlaardingen-2020-2023.demo.plan.json"),
            include_str!("../../tests/it/fixtures/base.json"),
        ] {
            let plan = SafetyPlan::from_json(text).unwrap();
            let alone = plan.strategic_alone();
            assert_eq!(alone.to_draft().check().plan.as_ref(), Some(&alone));
            assert_eq!(alone.strategic_json(), plan.strategic_json());
        }
    }
}
