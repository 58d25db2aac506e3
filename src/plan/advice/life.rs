//! Advice on the cycle: what was skipped, late, or done by another organ than the profile has.

use std::collections::HashMap;

use uuid::Uuid;

use super::Advice;
use crate::entity::{Act, Action, Evaluation, ExecutionPlan, PlanContent, Status};
use crate::finding::{Arg, Code};
use crate::lifecycle::{
    self, AcuteIssueState, Carried, ExecutionPlanStanding, ExecutionPlanState, PlanStanding, PlanState,
    Ruling, acute_issue, evaluation_of, informs_council, municipalities_of, told_apart,
};
use crate::place::Place;
use crate::plan::Element;
use crate::plan::life::steps::Steps;
use crate::value::{Date, MunicipalityCode};

impl Advice<'_> {
    pub(super) fn cycle(&mut self, day: Date) {
        let steps = Steps::of(self.view);
        let plan = lifecycle::plan(self.view.plan, &steps.history, day);
        self.adoption(&steps, &plan, day);
        self.digest(&steps, day);
        self.council(&steps, &plan, day);
        self.years_without_execution_plan(day.min(plan.ends_on));
        let carried = Carried::of(self.view.plan, &steps.history, day);
        for execution in self.view.plan.execution_plans() {
            let standing = steps.standing(execution, day);
            self.execution_plan(&steps, execution, &standing, day);
            for action in execution.actions() {
                self.course_of_action(&steps, (execution, &standing), action, day);
                self.left_open(&steps, &carried, &standing, action, day);
            }
        }
        for evaluation in self.view.plan.evaluations() {
            self.evaluation(&steps, evaluation, day);
        }
        self.acute_issues(&steps, day);
    }

    /// The adoption of the plan: by whom, when, and whether it is on record.
    fn adoption(&mut self, steps: &Steps<'_>, standing: &PlanStanding, day: Date) {
        let plan = self.view.plan;
        let element = Element::Plan(plan);
        self.rulings(steps, steps.history.rulings(plan.id(), day));
        let start = plan.period().start();
        match standing.state {
            PlanState::AdoptionUnrecorded => {
                self.on(Code::PlanAdoptionUnrecorded, element, &[Arg::from(start.to_string())]);
            }
            PlanState::PartlyAdopted if start <= day => {
                let lacking = plan.municipalities().iter().filter(|one| {
                    !lifecycle::plan_in(plan, &steps.history, one.code(), day).state.is_adopted()
                });
                let names: Vec<&str> = lacking.map(|one| one.name().as_str()).collect();
                self.on(Code::PlanPartlyAdopted, element, &[Arg::from(names.join(", ").as_str())]);
            }
            PlanState::InForce => {
                let years = self.judgement.plan_years;
                if let Some(adopted) = standing.adopted_on
                    && adopted.plus_months(years * 12).is_some_and(|until| until < day)
                {
                    let args = [Arg::from(years.to_string()), Arg::from(adopted.to_string())];
                    self.on(Code::PlanAdoptionOverdue, element, &args);
                }
            }
            _ => {}
        }
    }

    fn rulings(&mut self, steps: &Steps<'_>, rulings: &[Ruling<'_>]) {
        for ruling in rulings {
            for lack in steps.ruling(ruling) {
                self.add(lack);
            }
        }
    }

    /// The strategic part is the one that was decided on last. A fact after the day may explain what differs.
    fn digest(&mut self, steps: &Steps<'_>, day: Date) {
        let plan = self.view.plan;
        let decided = steps.history.all(plan.id()).iter().filter_map(|ruling| match ruling.act() {
            Act::Adopt | Act::Amend => Some((ruling.date(), ruling.clause.digest())),
            _ => None,
        });
        let corrected = plan.corrections().iter().map(|one| (one.date(), Some(one.after())));
        let mut recorded: Vec<_> = decided.chain(corrected).collect();
        recorded.sort_by_key(|(date, _)| *date);
        if let Some((since, Some(recorded))) = recorded.last().copied()
            && since <= day
        {
            let now = crate::plan::strategic::digest(plan);
            if now != *recorded {
                let short = |digest: &str| Arg::from(digest.chars().take(SHORT).collect::<String>());
                let args = [Arg::from(since.to_string()), short(recorded.as_str()), short(now.as_str())];
                self.on(Code::PlanDigestDiffers, Element::Plan(plan), &args);
            }
        }
    }

    /// The council hears of safety every so often while the plan is in force (source §5.1).
    fn council(&mut self, steps: &Steps<'_>, standing: &PlanStanding, day: Date) {
        if !standing.state.is_adopted() {
            return;
        }
        let plan = self.view.plan;
        let mut told: Vec<Date> = steps
            .history
            .objects()
            .into_iter()
            .flatten()
            .filter(|one| informs_council(one))
            .map(|one| one.date())
            .filter(|date| *date <= day)
            .collect();
        told.sort_unstable();
        // Of the time before the adoption nothing is asked; the last stretch may end with the plan.
        let mut from = standing.adopted_on.max(Some(plan.period().start())).unwrap_or(day);
        let until = standing.ends_on.next().unwrap_or(standing.ends_on).min(day);
        let months = self.judgement.information_months;
        while let Some(next) = from.plus_months(months).filter(|next| *next <= until) {
            let heard = told.get(told.partition_point(|date| *date < from)).is_some_and(|date| *date < next);
            if !heard {
                let args = [from, next].map(|day| Arg::from(day.to_string()));
                self.on(Code::PlanCouncilNotInformed, Element::Plan(plan), &args);
            }
            from = next;
        }
    }

    fn execution_plan(
        &mut self,
        steps: &Steps<'_>,
        execution: &ExecutionPlan,
        standing: &ExecutionPlanStanding,
        day: Date,
    ) {
        let element = Element::ExecutionPlan(execution);
        self.rulings(steps, steps.history.rulings(execution.id(), day));
        let found = [steps.not_sent(execution, day), steps.other_length(execution)];
        found.into_iter().flatten().for_each(|finding| self.add(finding));
        match standing.state {
            ExecutionPlanState::AdoptionUnrecorded | ExecutionPlanState::PartlyAdopted
                if execution.period().start() <= day =>
            {
                let start = Arg::from(execution.period().start().to_string());
                self.on(Code::ExecutionPlanNotAdopted, element, &[start, Arg::term(standing.state)]);
            }
            _ => {}
        }
        let over = standing.state >= ExecutionPlanState::Closed
            || standing.state == ExecutionPlanState::AdoptionUnrecorded;
        if let Some(due) = steps.evaluation_due(standing.ends_on).filter(|due| over && *due < day)
            && evaluation_of(&steps.history, execution, standing.ends_on, day).is_none()
        {
            self.on(Code::ExecutionPlanNotEvaluated, element, &[Arg::from(due.to_string())]);
        }
    }

    fn course_of_action(
        &mut self,
        steps: &Steps<'_>,
        execution: (&ExecutionPlan, &ExecutionPlanStanding),
        action: &Action,
        day: Date,
    ) {
        let started = Steps::started(action).filter(|started| *started <= day);
        let lacks = match started {
            Some(started) => steps.start(action, started),
            None => steps.powers(action, day),
        };
        lacks.into_iter().chain(steps.added_late(execution, action, day)).for_each(|lack| self.add(lack));
        if action.continuous() {
            let done = action
                .progress()
                .iter()
                .enumerate()
                .find(|(_, report)| report.date() <= day && report.status() == Some(Status::Done));
            if let Some((index, report)) = done {
                let element = Element::Action(action);
                let place = self.place(element).key(Action::key("progress")).index(index);
                self.at(Code::ActionContinuousDone, element, place, &[Arg::from(report.date().to_string())]);
            }
        }
    }

    /// An execution plan that has ended says of each action how it ended, or another one takes it up.
    fn left_open(
        &mut self,
        steps: &Steps<'_>,
        carried: &Carried,
        standing: &ExecutionPlanStanding,
        action: &Action,
        day: Date,
    ) {
        if standing.ends_on >= day || action.continuous() {
            return;
        }
        let (state, _) = lifecycle::action(self.view.plan, &steps.history, carried, standing, action, day);
        let runs_on = action.period().is_some_and(|period| day <= period.end());
        if !state.is_final() && !runs_on {
            let args = [Arg::from(standing.ends_on.to_string())];
            self.on(Code::ActionLeftOpen, Element::Action(action), &args);
        }
    }

    /// The evaluation of an execution plan comes in time, and reaches the council (source §5.2).
    fn evaluation(&mut self, steps: &Steps<'_>, evaluation: &Evaluation, day: Date) {
        let element = Element::Evaluation(evaluation);
        let Some(delivered) = evaluation.delivered_on().filter(|delivered| *delivered <= day) else { return };
        // One that looks back on years that were evaluated before is not due for those; one on the way never is.
        let ends = evaluation.of().iter().filter_map(|of| match self.view.get(of.id().into_uuid())? {
            Element::ExecutionPlan(execution) => {
                let end = steps.standing(execution, day).ends_on;
                let (first, _) = evaluation_of(&steps.history, execution, end, day)?;
                (first.id() == evaluation.id()).then_some(end)
            }
            _ => None,
        });
        let Some(due) = ends.min().and_then(|end| steps.evaluation_due(end)) else { return };
        if due < delivered {
            let args = [delivered, due].map(|day| Arg::from(day.to_string()));
            let place = self.place(element).key(Evaluation::key("deliveredOn"));
            self.at(Code::EvaluationLate, element, place, &args);
        }
        // Each council gets it.
        let rulings = steps.history.rulings(evaluation.id(), day);
        let executions =
            evaluation.of().iter().filter_map(|of| match self.view.get(of.id().into_uuid())? {
                Element::ExecutionPlan(execution) => Some(execution),
                _ => None,
            });
        let municipalities: Vec<&MunicipalityCode> =
            executions.flat_map(|execution| municipalities_of(self.view.plan, execution)).collect();
        let told = told_apart(municipalities, rulings).into_iter().all(|municipality| {
            rulings.iter().any(|ruling| ruling.holds_in(municipality) && informs_council(ruling))
        });
        if due.max(delivered) < day && !told {
            self.on(Code::EvaluationNotSent, element, &[Arg::from(due.to_string())]);
        }
    }

    fn acute_issues(&mut self, steps: &Steps<'_>, day: Date) {
        for issue in self.view.plan.acute_issues() {
            let (state, _) = acute_issue(&steps.history, issue, day);
            if matches!(state, AcuteIssueState::Signalled | AcuteIssueState::Handled) {
                let args = [Arg::from(issue.signalled_on().to_string())];
                self.on(Code::AcuteIssueNotAccounted, Element::AcuteIssue(issue), &args);
            }
        }
    }

    /// Marks the advice that is accepted knowingly; an exemption of nothing, or one that has run out, is advice itself.
    pub(super) fn exemptions(&mut self, day: Date) {
        let plan = self.view.plan;
        let mut about: HashMap<(&str, Uuid), Vec<usize>> = HashMap::new();
        for (index, finding) in self.found.kept().iter().enumerate() {
            if let Some(subject) = finding.subject {
                about.entry((finding.code.as_str(), subject.id)).or_default().push(index);
            }
        }
        for (index, exemption) in plan.exemptions().iter().enumerate() {
            let place = || Place::default().key(PlanContent::key("exemptions")).index(index);
            let code = Arg::from(exemption.code().as_str());
            let decided = exemption.decision().and_then(|id| match self.view.get(id.into_uuid())? {
                Element::Decision(decision) => Some(decision.date()),
                _ => None,
            });
            if decided.is_some_and(|decided| day < decided) {
                continue;
            }
            if let Some(until) = exemption.until().filter(|until| *until < day) {
                let args = [code, Arg::from(until.to_string())];
                self.at(Code::ExemptionRunOut, Element::Plan(plan), place(), &args);
                continue;
            }
            match about.get(&(exemption.code().as_str(), exemption.subject().id().into_uuid())) {
                Some(matched) => {
                    let kept = self.found.kept();
                    for number in matched {
                        if let Some(finding) = kept.get_mut(*number) {
                            finding.exempt = Some(exemption.reason().as_str().to_owned());
                        }
                    }
                }
                None => self.at(Code::ExemptionMatchesNothing, Element::Plan(plan), place(), &[code]),
            }
        }
    }
}

/// How much of a digest a message shows.
const SHORT: usize = 12;
