//! What one plan wants of the plan that it succeeds: periods that join, a look back, and no priority lost in silence.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use crate::entity::{Act, AnalysisKind, PlanContent, Predecessor, Priority};
use crate::finding::{Arg, Code, Finding, Findings};
use crate::id::PlanId;
use crate::kind::Kind;
use crate::lifecycle::{self, Course, History, PlanState};
use crate::place::Place;
use crate::plan::{Element, PlanSet, Readiness, SafetyPlan, Step};
use crate::value::{Date, MunicipalityCode};

/// A plan with the plan that it succeeds, as the facts were known on a day; without one, on the last of all days.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pair<'a> {
    pub(crate) old: &'a SafetyPlan,
    pub(crate) new: &'a SafetyPlan,
    /// What was decided and evaluated in the old plan.
    pub(crate) history: &'a History<'a>,
    pub(crate) day: Option<Date>,
}

impl<'a> Pair<'a> {
    /// The last day of the old plan in one of its municipalities, with extensions and an early close.
    pub(crate) fn end_in(&self, municipality: &MunicipalityCode) -> Date {
        let rulings = match self.day {
            Some(day) => self.history.rulings(self.old.id(), day),
            None => self.history.all(self.old.id()),
        };
        Course::of(rulings, municipality).end(self.old.period().end())
    }

    /// The last day of the old plan anywhere.
    pub(crate) fn end(&self) -> Date {
        let each = self.old.municipalities().iter().map(|one| self.end_in(one.code()));
        each.max().unwrap_or(self.old.period().end())
    }

    /// The first day of the new plan.
    pub(crate) fn start(&self) -> Date {
        self.new.period().start()
    }

    /// The municipalities of both plans, with the last day of the old one there.
    fn shared(&self) -> impl Iterator<Item = (&'a MunicipalityCode, Date)> {
        let new = self.new.municipalities();
        let old = self.old.municipalities().iter().map(|one| one.code());
        old.filter(|code| new.iter().any(|one| one.code() == *code)).map(|code| (code, self.end_in(code)))
    }

    /// When the first evaluation of the whole old plan was delivered: one that is final or looks back up to its end.
    pub(crate) fn evaluated_on(&self) -> Option<Date> {
        let evaluations = self.history.evaluations(self.old.id().into_uuid());
        let last = evaluations.iter().filter_map(|evaluation| evaluation.delivered_on()).max();
        lifecycle::plan_evaluated(evaluations, self.end(), self.day.or(last)?)
    }

    /// The evaluations of its predecessor that the new plan was drafted on.
    pub(crate) fn look_backs(&self) -> impl Iterator<Item = Element<'a>> {
        let known = |date: Option<Date>| self.day.is_none_or(|day| date.is_none_or(|date| date <= day));
        let analyses = self.new.analyses().iter();
        analyses
            .filter(move |one| one.kind() == AnalysisKind::Evaluation && known(one.date()))
            .map(Element::Analysis)
    }

    /// When a decision closed a priority or theme of the old plan.
    pub(crate) fn closed_on(&self, goal: Element<'_>) -> Option<Date> {
        let rulings = match self.day {
            Some(day) => self.history.rulings(goal.id(), day),
            None => self.history.all(goal.id()),
        };
        rulings.iter().find(|ruling| ruling.act() == Act::Close).map(|ruling| ruling.date())
    }

    /// A gap or an overlap in the municipalities for which this is the predecessor that held last, and no look back.
    fn periods(&self, at: &Place, held_last: impl Fn(&MunicipalityCode, Date) -> bool) -> Vec<Finding> {
        let start = self.start();
        let ends: Vec<Date> =
            self.shared().filter(|(code, end)| held_last(code, *end)).map(|(_, end)| end).collect();
        let gap = ends.iter().filter(|end| end.next().is_some_and(|after| after < start)).min();
        let overlap = ends.iter().filter(|end| start <= **end).max();
        let title = Arg::from(self.old.title().as_str());
        let mut found = Vec::new();
        for (end, code) in [(gap, Code::SetSuccessionGap), (overlap, Code::SetSuccessionOverlap)] {
            if let Some(end) = end {
                let args = [Arg::from(end.to_string()), Arg::from(start.to_string()), title.clone()];
                found.push(Finding::new(code, at.clone(), &args));
            }
        }
        if self.end() < start && self.evaluated_on().is_none() && self.look_backs().next().is_none() {
            found.push(Finding::new(Code::SetPredecessorNotEvaluated, at.clone(), &[title]));
        }
        let subject = self.new.id().into_uuid();
        found.into_iter().map(|finding| finding.about(Kind::Plan, subject)).collect()
    }

    /// The priorities of the old plan that none of these continues and no decision closed.
    fn dropped(&self, continued: &HashSet<Uuid>) -> impl Iterator<Item = &'a Priority> {
        self.old.priorities().iter().filter(|priority| {
            !continued.contains(&priority.id().into_uuid())
                && self.closed_on(Element::Priority(priority)).is_none()
        })
    }

    fn dropped_finding(&self, priority: &Priority, at: Place) -> Finding {
        let label = Element::Priority(priority).label();
        let args = [Arg::from(label.as_str()), Arg::from(self.old.title().as_str())];
        let finding = Finding::new(Code::SetDroppedWithoutDecision, at, &args);
        finding.about(Kind::Priority, priority.id().into_uuid())
    }
}

/// What the priorities and themes of a plan continue.
fn continued(plan: &SafetyPlan) -> impl Iterator<Item = Uuid> {
    let goals = plan.elements().filter(|element| matches!(element.kind(), Kind::Priority | Kind::Theme));
    goals.flat_map(Element::continues)
}

fn predecessors() -> Place {
    Place::default().key(PlanContent::key("predecessors"))
}

/// The advice of [`PlanSet::advice`] on successions in the set.
pub(crate) fn advise(plans: &[SafetyPlan]) -> Vec<Finding> {
    let numbers: HashMap<PlanId, usize> = plans.iter().enumerate().map(|(n, plan)| (plan.id(), n)).collect();
    let histories: Vec<History<'_>> = plans.iter().map(|plan| History::of(plan)).collect();
    let mut found = Vec::new();
    // Of each plan that is succeeded: by which, and where they say so.
    let mut succeeded: Vec<Vec<(usize, Place)>> = vec![Vec::new(); plans.len()];
    for (number, new) in plans.iter().enumerate() {
        let olds = new.predecessors().iter().enumerate().filter_map(|(index, predecessor)| {
            let other = *numbers.get(&predecessor.plan()?)?;
            let pair = Pair { old: plans.get(other)?, new, history: histories.get(other)?, day: None };
            Some((predecessors().index(index).in_document(number), other, pair))
        });
        let olds: Vec<(Place, usize, Pair<'_>)> = olds.collect();
        for (at, other, pair) in &olds {
            if let Some(successors) = succeeded.get_mut(*other) {
                successors.push((number, at.clone()));
            }
            let held_last = |code: &MunicipalityCode, end: Date| {
                let others = olds.iter().filter(|(_, another, _)| another != other);
                let mut ends = others.flat_map(|(_, _, pair)| pair.shared());
                !ends.any(|(shared, later)| shared == code && end < later)
            };
            found.extend(pair.periods(at, held_last));
        }
    }
    for (number, (old, successors)) in plans.iter().zip(&succeeded).enumerate() {
        let news: Vec<&SafetyPlan> = successors.iter().filter_map(|(new, _)| plans.get(*new)).collect();
        let (Some(new), Some(history)) = (news.first(), histories.get(number)) else { continue };
        let continued: HashSet<Uuid> = news.iter().flat_map(|new| continued(new)).collect();
        let pair = Pair { old, new, history, day: None };
        for priority in pair.dropped(&continued) {
            let at = old.view().index.place_of(priority.id().into_uuid()).in_document(number);
            let related = successors.iter().map(|(_, at)| at.clone());
            found.push(pair.dropped_finding(priority, at).related(related));
        }
    }
    found
}

/// What a plan lacks of the plan that it succeeds, as of a day: the advice of a set on the two alone.
///
/// Every place is one of the new plan: where it names the old one.
fn succession_wants(old: &SafetyPlan, new: &SafetyPlan, as_of: Date) -> Findings {
    let history = History::of(old);
    let pair = Pair { old, new, history: &history, day: Some(as_of) };
    let named = new.predecessors().iter().position(|one| one.plan() == Some(old.id()));
    let at = named.map_or_else(predecessors, |index| predecessors().index(index));
    let mut found = pair.periods(&at, |_, _| true);
    let continued: HashSet<Uuid> = continued(new).collect();
    found.extend(pair.dropped(&continued).map(|priority| pair.dropped_finding(priority, at.clone())));
    Findings::sorted(found, Vec::new())
}

/// The state of a plan beside its successors: one that is in force or over is superseded where a successor has come
/// into force in each of its municipalities.
pub(crate) fn state_beside(old: &SafetyPlan, successors: &[&SafetyPlan], day: Date) -> PlanState {
    let state = old.as_of(day).state();
    if !matches!(state, PlanState::InForce | PlanState::Ended) {
        return state;
    }
    let views: Vec<_> = successors.iter().map(|new| new.as_of(day)).collect();
    let follows = |code: &MunicipalityCode| {
        let mut standings = views.iter().filter_map(|view| view.plan_in(code));
        standings.any(|standing| standing.state >= PlanState::InForce)
    };
    let superseded = old.municipalities().iter().all(|one| follows(one.code()));
    if superseded { PlanState::Superseded } else { state }
}

impl SafetyPlan {
    /// What this plan still lacks to be adopted as the successor of another: as [`readiness`](Self::readiness) for
    /// adoption, and what it wants of the old plan: periods that join, a look back, and no priority lost in silence.
    #[must_use]
    pub fn readiness_to_succeed(&self, old: &Self, as_of: Date) -> Readiness {
        self.readiness(Step::Adoption, as_of).with_wanted(succession_wants(old, self, as_of))
    }
}

impl PlanSet {
    /// What still lacks for a step of a plan of the set: as [`SafetyPlan::readiness`], and before adoption what it wants
    /// of each predecessor in the set. `None` if it isn't in the set.
    #[must_use]
    pub fn readiness(&self, id: PlanId, step: Step, as_of: Date) -> Option<Readiness> {
        let new = self.plan(id)?;
        let readiness = new.readiness(step, as_of);
        // One that is named twice is one.
        let mut seen = HashSet::new();
        let named = new.predecessors().iter().filter_map(Predecessor::plan);
        let olds = named
            .filter(|old| seen.insert(*old))
            .filter_map(|old| self.plan(old))
            .filter(|_| step == Step::Adoption);
        Some(olds.fold(readiness, |readiness, old| readiness.with_wanted(succession_wants(old, new, as_of))))
    }

    /// How far a plan of the set is on a day: as by itself, or `superseded` where a plan that names it as predecessor
    /// has come into force in each of its municipalities. `None` if it isn't in the set.
    #[must_use]
    pub fn state(&self, id: PlanId, day: Date) -> Option<PlanState> {
        let old = self.plan(id)?;
        let names = |plan: &&SafetyPlan| {
            plan.predecessors().iter().filter_map(Predecessor::plan).any(|named| named == id)
        };
        let successors: Vec<&SafetyPlan> = self.iter().filter(names).collect();
        Some(state_beside(old, &successors, day))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::{
        Act, ClauseDraft, DecisionDraft, DecisionObjectDraft, MunicipalityDraft, ObjectKind, Organ,
        PeriodDraft, PredecessorDraft, SafetyPlanDraft,
    };

    const DEMO: &str = include_str!("../../../data/vlaardingen-2020-2023.demo.plan.json");

    #[test]
    fn a_successor_lacks_what_a_set_would_point_out_at_the_place_where_it_names_the_old_plan() {
        let mut draft = SafetyPlan::from_json(DEMO).unwrap().to_draft();
        let object = DecisionObjectDraft::new(ObjectKind::Priority, draft.priorities[1].id.clone());
        let id = PlanId::from_name("old");
        let clauses = [ClauseDraft::new(Act::Close, object)];
        draft.decisions.push(DecisionDraft::coded(id, "D90", Organ::Council, "2023-06-01", clauses));
        let old = SafetyPlan::try_from(draft).unwrap();

        let municipality = MunicipalityDraft::new("GM0622", "Vlaardingen");
        let period = PeriodDraft::new("2024-07-01", "2027-12-31");
        let own = PlanId::from_name("new").to_string();
        let mut draft = SafetyPlanDraft::new(own, "IVP 2024-2027", [municipality], period);
        let named = PredecessorDraft { plan: Some(old.id().to_string()), ..PredecessorDraft::new("IVP") };
        draft.predecessors = vec![named];
        let new = SafetyPlan::try_from(draft.clone()).unwrap();
        let wants = |new: &SafetyPlan, day: &str| {
            let found = succession_wants(&old, new, day.parse().unwrap());
            found.iter().map(|one| (one.code, one.place.to_string())).collect::<Vec<_>>()
        };
        let at = |codes: &[Code], at: &str| -> Vec<_> {
            codes.iter().map(|code| (*code, at.to_owned())).collect()
        };
        let each =
            [Code::SetSuccessionGap, Code::SetPredecessorNotEvaluated, Code::SetDroppedWithoutDecision];
        assert_eq!(wants(&new, "2023-06-01"), at(&each, "/predecessors/0"));
        // The day before, the second priority wasn't closed yet.
        assert_eq!(wants(&new, "2023-05-31").len(), 4);
        draft.predecessors.clear();
        let unnamed = SafetyPlan::try_from(draft).unwrap();
        assert_eq!(wants(&unnamed, "2023-06-01"), at(&each, "/predecessors"));
    }
}
