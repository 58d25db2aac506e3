//! The states of an action over time: from which day on it is how far.
//!
//! The same rules as the state on one day (`action.rs`), asked at every day at which something can change. What doesn't
//! follow from the action alone (its execution plan, decisions, evaluations, proposals) is gathered once per plan.

use std::collections::{BTreeSet, HashMap};

use super::action::{Carrying, Circumstances, continuations, last_of, stand, status_of};
use super::execution::execution_plan;
use super::history::{History, Said};
use super::other::proposal;
use super::state::{ActionState, ProposalState};
use crate::entity::{Act, Action, FundingSource, PlanContent};
use crate::id::{ActionId, ElementId, ProposalId};
use crate::kind::Kind;
use crate::value::Date;

/// How an execution plan stands from a day on, as far as its actions depend on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Course {
    from: Date,
    off: bool,
    settled: bool,
}

/// What decides on the states of the actions of a plan besides their own reports, for every day at once.
#[derive(Debug, Clone, Default)]
pub(crate) struct Surroundings {
    /// By the number of the execution plan, in the order of days.
    courses: Vec<Vec<Course>>,
    carried: HashMap<ActionId, Vec<Carrying>>,
    accepted: HashMap<ProposalId, Vec<(Date, bool)>>,
    said: HashMap<ActionId, Vec<Said>>,
    closed: HashMap<ActionId, Date>,
}

/// The last entry of a list in the order of days that began on or before a day.
fn current<T: Copy>(list: &[T], from: impl Fn(&T) -> Date, day: Date) -> Option<T> {
    let after = list.partition_point(|one| from(one) <= day);
    after.checked_sub(1).and_then(|last| list.get(last)).copied()
}

impl Surroundings {
    /// `O(n)` in the elements of the plan, and what is decided on them.
    pub(crate) fn of(plan: &PlanContent, history: &History<'_>) -> Self {
        let mut all = Self::default();
        for execution in plan.execution_plans() {
            let mut days: BTreeSet<Date> =
                history.all(execution.id()).iter().map(|ruling| ruling.date()).collect();
            days.insert(execution.period().start());
            let mut courses: Vec<Course> = Vec::new();
            for from in days {
                let state = execution_plan(plan, history, execution, from).state;
                let course = Course { from, off: state.is_off(), settled: state.is_settled() };
                let same = |last: &Course| (last.off, last.settled) == (course.off, course.settled);
                if courses.last().map_or(course.off || course.settled, |last| !same(last)) {
                    courses.push(course);
                }
            }
            all.courses.push(courses);
        }
        for (number, execution) in plan.execution_plans().iter().enumerate() {
            continuations(execution, number, |earlier, carrying| {
                all.carried.entry(earlier).or_default().push(carrying);
            });
        }
        for one in plan.proposals() {
            let mut days: BTreeSet<Date> = history.all(one.id()).iter().map(|ruling| ruling.date()).collect();
            days.extend(one.submitted_on());
            let accepted = |day| proposal(plan, history, one, day).0 == ProposalState::Accepted;
            all.accepted.insert(one.id(), days.into_iter().map(|day| (day, accepted(day))).collect());
        }
        for rulings in history.objects() {
            let first = rulings.iter().find(|ruling| ruling.act() == Act::Close);
            let Some(first) = first else { continue };
            let object = first.clause.object();
            if Kind::from(object.kind()) == Kind::Action
                && let Ok(ElementId::Action(action)) = ElementId::new(Kind::Action, object.id().into_uuid())
            {
                all.closed.insert(action, first.date());
            }
        }
        for (action, said) in history.all_said() {
            if let Ok(action) = ActionId::from_uuid(action) {
                all.said.insert(action, said.to_vec());
            }
        }
        all
    }

    /// From which day on the action is how far; the first holds from the beginning. Days rise and states differ.
    pub(crate) fn turns(&self, execution: usize, action: &Action) -> Vec<(Option<Date>, ActionState)> {
        let courses = self.courses.get(execution).map(Vec::as_slice).unwrap_or_default();
        let said = self.said.get(&action.id()).map(Vec::as_slice).unwrap_or_default();
        let carrying = self.carried.get(&action.id()).map(Vec::as_slice).unwrap_or_default();
        let closed = self.closed.get(&action.id()).copied();
        let mut days: Vec<Date> = courses.iter().map(|course| course.from).collect();
        days.extend(action.progress().iter().map(|report| report.date()));
        days.extend(action.registered_on());
        days.extend(said.iter().map(|said| said.known));
        days.extend(closed);
        for one in carrying {
            days.push(one.from);
            days.extend(self.courses.get(one.execution).into_iter().flatten().map(|course| course.from));
        }
        let additional = action.cost().into_iter().flat_map(|cost| cost.funding());
        let additional = additional.filter(|funding| funding.source() == FundingSource::Additional);
        let proposals: Vec<Option<ProposalId>> = additional.map(|funding| funding.proposal()).collect();
        for id in proposals.iter().flatten() {
            days.extend(self.accepted.get(id).into_iter().flatten().map(|(day, _)| *day));
        }
        days.sort_unstable();
        days.dedup();
        let awaits = |day: Option<Date>| {
            let accepted = |id: &ProposalId| {
                let known = self.accepted.get(id).zip(day);
                known
                    .and_then(|(list, day)| current(list, |(from, _)| *from, day))
                    .is_some_and(|(_, yes)| yes)
            };
            proposals.iter().any(|id| !id.as_ref().is_some_and(accepted))
        };
        let mut turns: Vec<(Option<Date>, ActionState)> = Vec::with_capacity(4);
        for day in std::iter::once(None).chain(days.into_iter().map(Some)) {
            let course = day.and_then(|day| current(courses, |course| course.from, day));
            let carried = day.and_then(|day| {
                let goes_on = carrying.iter().filter(|one| {
                    let other = self.courses.get(one.execution).map(Vec::as_slice).unwrap_or_default();
                    one.from <= day && !current(other, |course| course.from, day).is_some_and(|it| it.off)
                });
                goes_on.map(|one| one.from).min()
            });
            let reports =
                action.progress().iter().filter(|report| day.is_some_and(|day| report.date() <= day));
            let reports =
                reports.filter_map(|report| Some((report.date(), report.date(), status_of(action, report)?)));
            let known = said.iter().filter(|said| day.is_some_and(|day| said.known <= day));
            let known = known.map(|said| (said.about, said.known, said.status));
            let circumstances = Circumstances {
                off: course.is_some_and(|course| course.off),
                since: None,
                closed: closed.filter(|closed| day.is_some_and(|day| *closed <= day)),
                carried,
                last: last_of(known.chain(reports)),
                settled: course.is_some_and(|course| course.settled),
                adopted_on: None,
            };
            let (state, _) = stand(action, &circumstances, day, || awaits(day));
            if turns.last().is_none_or(|(_, last)| *last != state) {
                turns.push((day, state));
            }
        }
        turns
    }
}
