//! Advice on execution plans and their actions.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use uuid::Uuid;

use super::{Advice, years_of_others};
use crate::entity::{Act, Action, ExecutionPlan, Role};
use crate::finding::{Arg, Code, Finding};
use crate::id::PartnerId;
use crate::plan::Element;
use crate::value::{Date, MunicipalityCode};

impl Advice<'_> {
    pub(super) fn execution(&mut self) {
        let extended = self.extensions();
        for plan in self.view.plan.execution_plans() {
            let element = Element::ExecutionPlan(plan);
            if plan.reserve().is_none() {
                self.on(Code::ExecutionPlanNoReserve, element, &[]);
            }
            if let Some(years) = years_of_others(plan.title().as_str(), plan.period()) {
                let place = self.place(element).key(ExecutionPlan::key("title"));
                self.at(Code::ExecutionPlanTitleYears, element, place, &years);
            }
            let end = extended.get(&plan.id().into_uuid()).copied().max(Some(plan.period().end()));
            for action in plan.actions() {
                self.action(action, plan, end.unwrap_or(plan.period().end()));
            }
        }
        self.same_scope();
    }

    /// The latest day that each element was extended to.
    pub(super) fn extensions(&self) -> HashMap<Uuid, Date> {
        let mut extended: HashMap<Uuid, Date> = HashMap::new();
        let clauses = self.view.plan.decisions().iter().flat_map(|decision| decision.clauses());
        for clause in clauses.filter(|clause| clause.act() == Act::Extend) {
            if let Some(until) = clause.until() {
                let latest = extended.entry(clause.object().id().into_uuid()).or_insert(until);
                *latest = until.max(*latest);
            }
        }
        extended
    }

    fn action(&mut self, action: &Action, plan: &ExecutionPlan, end: Date) {
        let element = Element::Action(action);
        let leads = action.responsibilities().iter().filter(|one| one.role() == Role::Lead).count();
        match leads {
            0 => self.on(Code::ActionNoLead, element, &[]),
            1 => {}
            _ => self.on(Code::ActionSeveralLeads, element, &[Arg::from(leads.to_string())]),
        }
        let heads = |role: Role| matches!(role, Role::Lead | Role::Accountable | Role::Director);
        if action.responsibilities().iter().all(|one| heads(one.role()) && self.is_own(one.partner())) {
            self.on(Code::ActionNoPartners, element, &[]);
        }
        if let Some(period) = action.period()
            && (period.start() < plan.period().start() || end < period.end())
        {
            let place = self.place(element).key(Action::key("period"));
            let args = [period.to_string(), plan.period().to_string()].map(Arg::from);
            self.at(Code::ActionOutsideExecutionPlan, element, place, &args);
        }
    }

    /// Whether a partner is a municipality of the plan, or an organ or team of one.
    fn is_own(&self, partner: PartnerId) -> bool {
        match self.view.get(partner.into_uuid()) {
            Some(Element::Partner(partner)) => {
                partner.municipality().is_some_and(|code| self.own.contains(code))
            }
            _ => false,
        }
    }

    /// Execution plans of one scope follow each other: they neither overlap nor share a year.
    fn same_scope(&mut self) {
        type Scope<'a> = (Vec<Uuid>, Vec<&'a MunicipalityCode>);
        let mut by_scope: BTreeMap<Scope<'_>, Vec<&Arc<ExecutionPlan>>> = BTreeMap::new();
        for plan in self.view.plan.execution_plans() {
            let mut scope: Vec<Uuid> = plan.scope().iter().map(|part| part.id().into_uuid()).collect();
            scope.sort_unstable();
            let mut municipalities: Vec<&MunicipalityCode> = plan.municipalities().iter().collect();
            municipalities.sort_unstable();
            municipalities.dedup();
            // One that names all of them is of the whole plan.
            if municipalities.len() == self.view.plan.municipalities().len() {
                municipalities.clear();
            }
            by_scope.entry((scope, municipalities)).or_default().push(plan);
        }
        for plans in by_scope.values_mut() {
            plans.sort_by_key(|plan| plan.period().start());
            let mut before: Option<&Arc<ExecutionPlan>> = None;
            for plan in plans {
                if let Some(earlier) = before {
                    self.follows(plan, earlier);
                }
                let runs_longer = before.is_none_or(|earlier| earlier.period().end() <= plan.period().end());
                if runs_longer {
                    before = Some(plan);
                }
            }
        }
    }

    fn follows(&mut self, plan: &ExecutionPlan, earlier: &ExecutionPlan) {
        let title = Arg::from(earlier.title().as_str());
        let year = plan.period().start().year();
        let (code, args) = if plan.period().start() <= earlier.period().end() {
            (Code::ExecutionPlanOverlap, vec![title])
        } else if year == earlier.period().end().year() {
            (Code::ExecutionPlanSecondInYear, vec![Arg::from(year.to_string()), title])
        } else {
            return;
        };
        let element = Element::ExecutionPlan(plan);
        let there = self.place(Element::ExecutionPlan(earlier)).key(ExecutionPlan::key("period"));
        let place = self.place(element).key(ExecutionPlan::key("period"));
        self.add(
            Finding::new(code, place, &args).about(element.kind(), element.id().into_uuid()).related([there]),
        );
    }
}
