//! What falls due, kind by kind.

use std::collections::HashSet;

use super::{AgendaItem, AgendaKind};
use crate::choice::Choice;
use crate::entity::{Action, Comparator, ExecutionPlan, Exemption, Indicator, PlanContent, Target};
use crate::id::EvaluationId;
use crate::lifecycle::{
    ActionState, AcuteIssueState, Course, ExecutionPlanStanding, PlanState, evaluation_of, informs_council,
    municipalities_of, told_apart,
};
use crate::place::Place;
use crate::plan::Named;
use crate::plan::{AsOf, Element, Judgement, SafetyPlan};
use crate::value::{Date, Moment};

/// Everything that falls due up to a day, as the plan stands on the day of `then`.
pub(super) fn due(plan: &SafetyPlan, then: &AsOf<'_>, judgement: &Judgement, to: Date) -> Vec<AgendaItem> {
    let mut dues = Dues { plan, then, judgement, to, items: Vec::new(), unsent: HashSet::new() };
    let executions: Vec<(&ExecutionPlan, ExecutionPlanStanding)> = plan
        .execution_plans()
        .iter()
        .map(|execution| (&**execution, then.standing_of(execution)))
        .filter(|(_, standing)| !standing.state.is_off())
        .collect();
    if !matches!(then.state(), PlanState::Rejected | PlanState::Withdrawn) {
        dues.of_plan(&executions);
        dues.of_goals();
    }
    for (execution, standing) in &executions {
        dues.of_execution(execution, standing);
    }
    dues.of_actions();
    dues.of_issues();
    dues.of_exemptions();
    let mut items = dues.items;
    items.sort_by(|a, b| (a.due, a.kind, &a.place).cmp(&(b.due, b.kind, &b.place)));
    items
}

/// What is behind an item, in English and in Dutch.
type Note = Option<(String, String)>;

struct Dues<'a, 'p> {
    plan: &'p SafetyPlan,
    then: &'a AsOf<'p>,
    judgement: &'a Judgement,
    to: Date,
    items: Vec<AgendaItem>,
    unsent: HashSet<EvaluationId>,
}

impl Dues<'_, '_> {
    /// Lists it if it is due in time, asked for, and not a day that only passed.
    fn add(&mut self, kind: AgendaKind, due: Option<Date>, element: Element<'_>, place: Place, note: Note) {
        let Some(due) = due else { return };
        let overdue = due < self.then.day();
        if due > self.to || (overdue && !kind.stands_until_done()) || !kind.is_asked(self.judgement) {
            return;
        }
        let element = Named::from(element);
        let (note, note_nl) = note.unzip();
        self.items.push(AgendaItem { due, overdue, kind, element, note, note_nl, place });
    }

    fn place(&self, element: Element<'_>) -> Place {
        self.plan.place_of(element.id()).unwrap_or_default()
    }

    fn of_plan(&mut self, executions: &[(&ExecutionPlan, ExecutionPlanStanding)]) {
        let plan = self.plan;
        let standing = self.then.plan();
        let element = Element::Plan(plan);
        let place = || Place::default().key(PlanContent::key("period"));
        let end = standing.ends_on;
        let planned = plan.period().end();
        let note =
            (end != planned).then(|| (format!("planned for {planned}"), format!("gepland op {planned}")));
        self.add(AgendaKind::PlanEnds, Some(end), element, place(), note);
        if end < self.then.day() {
            return;
        }
        if let Some((due, note)) = self.next_execution_plan(executions, end) {
            let place = Place::default().key(PlanContent::key("executionPlans"));
            self.add(AgendaKind::NextExecutionPlan, Some(due), element, place, note);
        }
        let (due, note) = self.next_plan(end);
        self.add(AgendaKind::NextPlan, due, element, place(), note);
        if standing.state == PlanState::InForce {
            let (due, note) = self.inform(standing.since.unwrap_or(plan.period().start()));
            let due = due.filter(|due| *due <= end);
            self.add(AgendaKind::Inform, due, element, Place::default(), note);
        }
    }

    /// The first day after the settled execution plans of the whole scope, unless another one covers it.
    fn next_execution_plan(
        &self,
        executions: &[(&ExecutionPlan, ExecutionPlanStanding)],
        end: Date,
    ) -> Option<(Date, Note)> {
        let whole = || executions.iter().filter(|(execution, _)| execution.scope().is_empty());
        let settled = whole().filter(|(_, standing)| standing.state.is_settled());
        let last = settled.max_by_key(|(_, standing)| standing.ends_on);
        let due = match last {
            Some((_, standing)) => standing.ends_on.next()?,
            None => self.plan.period().start(),
        };
        let covered =
            whole().any(|(execution, standing)| execution.period().start() <= due && due <= standing.ends_on);
        let note = match last {
            Some((execution, standing)) => {
                let (label, day) = (Element::ExecutionPlan(execution).label(), standing.ends_on);
                (format!("{label} ends on {day}"), format!("{label} loopt tot en met {day}"))
            }
            None => ("none is settled".to_owned(), "er is er geen vastgesteld".to_owned()),
        };
        (due <= end && !covered).then_some((due, Some(note)))
    }

    /// Years after the first adoption, or after the end of the plan if that comes earlier.
    fn next_plan(&self, end: Date) -> (Option<Date>, Note) {
        let municipalities = self.plan.municipalities().iter();
        let adopted = municipalities.filter_map(|one| self.then.plan_in(one.code())?.adopted_on).min();
        let years = self.judgement.plan_years;
        let by_rule = adopted.and_then(|day| day.plus_months(years.checked_mul(12)?));
        match (adopted, by_rule) {
            (Some(adopted), Some(due)) if due <= end => (
                Some(due),
                Some((
                    format!("{years} years after adoption on {adopted}"),
                    format!("{years} jaar na vaststelling op {adopted}"),
                )),
            ),
            _ => (
                end.next(),
                Some((format!("the plan ends on {end}"), format!("het plan loopt tot en met {end}"))),
            ),
        }
    }

    /// Months after the council was last informed, or after the plan came in force.
    fn inform(&self, in_force: Date) -> (Option<Date>, Note) {
        let rulings = self.then.history().objects().into_iter().flatten();
        let told = rulings.filter(|ruling| ruling.date() <= self.then.day() && informs_council(ruling));
        let last = told.map(|ruling| ruling.date()).max();
        let note = match last {
            Some(day) => (format!("last informed on {day}"), format!("laatst geïnformeerd op {day}")),
            None => (
                format!("in force since {in_force}, not informed since"),
                format!("van kracht sinds {in_force}, sindsdien niet geïnformeerd"),
            ),
        };
        (last.unwrap_or(in_force).plus_months(self.judgement.information_months), Some(note))
    }

    fn of_goals(&mut self) {
        let plan = self.plan;
        for element in plan.elements() {
            match element {
                Element::Objective(objective) => {
                    let place = self.place(element);
                    let (due, note) = match objective.by() {
                        Some(Moment::Day(day)) => (Some(day), None),
                        Some(Moment::Year(year)) => {
                            let note = (format!("in the year {year}"), format!("in het jaar {year}"));
                            (Date::new(year, 12, 31).ok(), Some(note))
                        }
                        None => (None, None),
                    };
                    self.add(AgendaKind::ObjectiveDue, due, element, place, note);
                }
                Element::Indicator(indicator) => {
                    let place = self.place(element).key(Indicator::key("targets"));
                    for (number, target) in indicator.targets().iter().enumerate() {
                        let note = Some(aimed_at(indicator, target));
                        let place = place.clone().index(number);
                        self.add(AgendaKind::TargetDue, Some(target.date()), element, place, note);
                    }
                }
                Element::Framework(framework) => {
                    let due = framework.period().map(|period| period.end());
                    let place = self.place(element);
                    self.add(AgendaKind::FrameworkEnds, due, element, place, None);
                }
                _ => {}
            }
        }
    }

    fn of_execution(&mut self, execution: &ExecutionPlan, standing: &ExecutionPlanStanding) {
        let element = Element::ExecutionPlan(execution);
        let place = self.place(element);
        let (day, end) = (self.then.day(), standing.ends_on);
        self.add(AgendaKind::ExecutionPlanEnds, Some(end), element, place.clone(), None);
        let runs = day <= end;
        if runs && !standing.state.is_settled() {
            let state = standing.state;
            let note = Some((state.term().to_owned(), state.term_nl().to_owned()));
            let start = Some(execution.period().start());
            self.add(AgendaKind::AdoptExecutionPlan, start, element, place.clone(), note);
        }
        if runs && standing.state.is_settled() {
            let note =
                standing.adopted_on.map(|day| (format!("adopted on {day}"), format!("vastgesteld op {day}")));
            let unsent = standing.adopted_on.filter(|_| !self.is_sent(execution));
            self.add(AgendaKind::SendExecutionPlan, unsent, element, place.clone(), note);
        }
        let Some((evaluation, delivered)) = evaluation_of(self.then.history(), execution, end, day) else {
            let due = end.plus_months(self.judgement.evaluation_months);
            let note = Some((format!("ends on {end}"), format!("loopt tot en met {end}")));
            self.add(AgendaKind::Evaluation, due, element, place, note);
            return;
        };
        let element = Element::Evaluation(evaluation);
        let place = self.place(element);
        let rulings = self.then.history().rulings(evaluation.id(), day);
        // Each council gets it.
        let sent =
            told_apart(municipalities_of(self.plan, execution), rulings).into_iter().all(|municipality| {
                rulings.iter().any(|ruling| ruling.holds_in(municipality) && informs_council(ruling))
            });
        // One evaluation may look back on several execution plans.
        if !sent && self.unsent.insert(evaluation.id()) {
            let note = Some((format!("delivered on {delivered}"), format!("opgeleverd op {delivered}")));
            self.add(AgendaKind::SendEvaluation, Some(delivered), element, place, note);
        }
    }

    /// Whether every municipality of it brought it before its council.
    fn is_sent(&self, execution: &ExecutionPlan) -> bool {
        let rulings = self.then.history().rulings(execution.id(), self.then.day());
        municipalities_of(self.plan, execution).all(|one| Course::of(rulings, one).sent.is_some())
    }

    fn of_actions(&mut self) {
        let then = self.then;
        let day = then.day();
        let known = |action: &Action| action.registered_on().is_none_or(|taken_up| taken_up <= day);
        for (action, standing) in then.actions() {
            if standing.state.is_final() || !known(action) {
                continue;
            }
            let element = Element::Action(action);
            let place = self.place(element);
            let (due, note) = ends(action, standing.state, day);
            self.add(AgendaKind::ActionEnds, due, element, place, note);
            let funding = action.cost().into_iter().flat_map(|cost| cost.funding());
            for funding in funding.filter(|funding| funding.until().is_some()) {
                let place = self.place(element).key(Action::key("cost"));
                let source = funding.source();
                let note = Some((source.term().to_owned(), source.term_nl().to_owned()));
                self.add(AgendaKind::CoverEnds, funding.until(), element, place, note);
            }
        }
    }

    fn of_issues(&mut self) {
        let plan = self.plan;
        for issue in plan.acute_issues() {
            let state = self.then.acute_issue(issue.id()).map(|standing| standing.state);
            if !matches!(state, Some(AcuteIssueState::Signalled | AcuteIssueState::Handled)) {
                continue;
            }
            let element = Element::AcuteIssue(issue);
            let signalled = issue.signalled_on();
            let due = signalled.plus_months(self.judgement.information_months);
            let note = Some((format!("signalled on {signalled}"), format!("gesignaleerd op {signalled}")));
            let place = self.place(element);
            self.add(AgendaKind::Account, due, element, place, note);
        }
    }

    fn of_exemptions(&mut self) {
        let plan = self.plan;
        let day = self.then.day();
        for (number, exemption) in plan.exemptions().iter().enumerate() {
            let decision = exemption.decision().and_then(|id| plan.decision(id));
            if decision.is_some_and(|decision| day < decision.date()) {
                continue;
            }
            let Some(element) = plan.element(exemption.subject().id().into_uuid()) else { continue };
            let place = Place::default().key(PlanContent::key("exemptions")).index(number);
            let place = place.key(Exemption::key("until"));
            let code = exemption.code().to_string();
            self.add(
                AgendaKind::ExemptionEnds,
                exemption.until(),
                element,
                place,
                Some((code.clone(), code)),
            );
        }
    }
}

/// When an action ends: as last reported, or else as planned.
fn ends(action: &Action, state: ActionState, day: Date) -> (Option<Date>, Note) {
    let planned = action.period().map(|period| period.end());
    let reports = action.progress().iter().filter(|report| report.date() <= day);
    let expected =
        reports.filter(|report| report.expected_end().is_some()).max_by_key(|report| report.date());
    let expected = expected.and_then(|report| report.expected_end());
    let (english, dutch) = (state.term(), state.term_nl());
    let note = match (expected, planned) {
        (Some(expected), Some(planned)) if expected != planned => {
            (format!("{english}; planned for {planned}"), format!("{dutch}; gepland op {planned}"))
        }
        _ => (english.to_owned(), dutch.to_owned()),
    };
    (expected.or(planned), Some(note))
}

/// What an indicator should show: a value, a change, or why nothing is set.
fn aimed_at(indicator: &Indicator, target: &Target) -> (String, String) {
    if let Some(missing) = target.missing() {
        return (format!("not set: {missing}"), format!("niet bepaald: {missing}"));
    }
    if let Some(change) = target.relative_to() {
        let (percent, period) = (change.percent(), change.period());
        return (format!("{percent}% against {period}"), format!("{percent}% ten opzichte van {period}"));
    }
    // A target has a value, if it isn't missing and not relative.
    let (value, unit) = (target.value().map(|value| value.to_string()), indicator.unit());
    let comparator = target.comparator();
    let written = |word: Option<&str>, and: &str| {
        let words = word.map(str::to_owned).into_iter().chain(value.clone());
        let upper = target.upper_value().filter(|_| comparator == Some(Comparator::Between));
        let upper = upper.map(|upper| format!("{and} {upper}"));
        words.chain(upper).chain([format!("({unit})")]).collect::<Vec<_>>().join(" ")
    };
    (written(comparator.map(Comparator::term), "and"), written(comparator.map(Comparator::term_nl), "en"))
}
