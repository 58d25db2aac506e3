//! Advice on the plan as a whole.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use super::{Advice, other_years};
use crate::entity::{AnalysisKind, ExecutionPlan, Period, PlanContent};
use crate::finding::{Arg, Code};
use crate::place::Place;
use crate::plan::Element;
use crate::value::Date;

impl Advice<'_> {
    pub(super) fn whole(&mut self) {
        let plan = self.view.plan;
        let element = Element::Plan(plan);
        let analyses = || plan.analyses().iter().map(|analysis| analysis.kind());
        let no_evaluation = !analyses().any(|kind| kind == AnalysisKind::Evaluation);
        let none_involved = plan.partners().iter().all(|partner| partner.involved_in().is_empty());
        for (lacks, code) in [
            (plan.legal_basis().is_empty(), Code::PlanNoLegalBasis),
            (plan.partners().is_empty(), Code::PlanNoPartners),
            (!plan.predecessors().is_empty() && no_evaluation, Code::PlanNoPredecessorEvaluation),
            (!analyses().any(|kind| kind == AnalysisKind::SafetyAnalysis), Code::PlanNoSafetyAnalysis),
            (!plan.partners().is_empty() && none_involved, Code::PlanPartnersNotInvolved),
        ] {
            if lacks {
                self.on(code, element, &[]);
            }
        }
        let count = plan.priorities().len() as u64;
        if count > self.judgement.priorities {
            let args = [count, self.judgement.priorities].map(|number| Arg::from(number.to_string()));
            self.on(Code::PlanTooManyPriorities, element, &args);
        }
        if let Some(years) = other_years(plan.title().as_str(), plan.period()) {
            self.at(Code::PlanTitleYears, element, Place::default().key(PlanContent::key("title")), &years);
        }
        self.predecessors();
        self.principles();
    }

    fn predecessors(&mut self) {
        let plan = self.view.plan;
        let start = plan.period().start();
        for (index, predecessor) in plan.predecessors().iter().enumerate() {
            let Some(period) = predecessor.period() else { continue };
            let code = if period.end() >= start {
                Code::PlanPredecessorOverlap
            } else if period.end().next() < Some(start) {
                Code::PlanPredecessorGap
            } else {
                continue;
            };
            let place = Place::default().key(PlanContent::key("predecessors")).index(index);
            let days = [period.end(), start].map(|day| Arg::from(day.to_string()));
            self.at(code, Element::Plan(plan), place, &days);
        }
    }

    fn principles(&mut self) {
        let mut firsts = HashMap::new();
        for principle in self.view.plan.principles() {
            let title = principle.title().as_str();
            if firsts.insert(title.to_lowercase(), principle.id()).is_some() {
                self.on(Code::PrincipleRepeatedTitle, Element::Principle(principle), &[Arg::from(title)]);
            }
        }
    }

    /// Each year of the plan that has begun wants an execution plan, up to a day.
    pub(super) fn years_without_execution_plan(&mut self, last: Date) {
        let plan = self.view.plan;
        let extended = self.extensions();
        let end = |id: Uuid, period: &Period| {
            extended.get(&id).copied().max(Some(period.end())).unwrap_or(period.end())
        };
        if plan.period().start() > last {
            return;
        }
        let years = |plan: &ExecutionPlan| {
            plan.period().start().year()..=end(plan.id().into_uuid(), plan.period()).year()
        };
        let covered: HashSet<i32> = plan.execution_plans().iter().flat_map(|plan| years(plan)).collect();
        for year in (plan.period().start().year()..=last.year()).filter(|year| !covered.contains(year)) {
            self.on(Code::PlanYearWithoutExecutionPlan, Element::Plan(plan), &[Arg::from(year.to_string())]);
        }
    }
}
