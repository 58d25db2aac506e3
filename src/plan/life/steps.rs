//! Steps in the life of a plan, and what each of them lacks.
//!
//! One source for three questions: advice asks it of the steps on record, [`readiness`](super::readiness) of a step to
//! come, and a change of the steps that it would take.

use std::cell::{OnceCell, RefCell};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use crate::entity::{
    Act, Action, AddresseeKind, Decision, Evaluation, ExecutionPlan, Organ, OriginKind, Progress,
};
use crate::finding::{Arg, Code, Finding};
use crate::id::{ActionId, ExecutionPlanId};
use crate::kind::Kind;
use crate::lifecycle::{
    self, ActionState, Carried, ExecutionPlanStanding, History, Ruling, awaits_council, first_start,
    informs_council, municipalities_of, told_apart,
};
use crate::place::Place;
use crate::plan::life::power;
use crate::plan::{Element, Judgement, View};
use crate::value::{Date, MunicipalityCode};

/// The steps of a plan, held against its facts and its profile.
pub(crate) struct Steps<'a> {
    pub(crate) view: View<'a>,
    pub(crate) history: History<'a>,
    pub(crate) judgement: Judgement,
    decided: RefCell<HashMap<(ExecutionPlanId, usize), Rc<ExecutionPlanStanding>>>,
    continued_by: OnceCell<HashMap<ActionId, Vec<ActionId>>>,
}

impl<'a> Steps<'a> {
    pub(crate) fn of(view: View<'a>) -> Self {
        let judgement = Judgement::of(view.plan.profile());
        Self {
            view,
            history: History::of(view.plan),
            judgement,
            decided: RefCell::default(),
            continued_by: OnceCell::new(),
        }
    }

    pub(crate) fn place(&self, element: Element<'_>) -> Place {
        self.view.index.place_of(element.id().into_uuid())
    }

    /// The step that a clause takes: adopting the plan or an execution plan.
    pub(crate) fn ruling(&self, ruling: &Ruling<'_>) -> Vec<Finding> {
        match self.view.get(ruling.clause.object().id().into_uuid()) {
            Some(Element::Plan(_)) => self.decides_on_plan(ruling),
            Some(Element::ExecutionPlan(execution)) if ruling.act() == Act::Adopt => {
                self.adopts_execution_plan(ruling, execution)
            }
            _ => Vec::new(),
        }
    }

    /// Only the organ of the profile adopts, amends, extends, closes or withdraws the plan (source §5.1); late adoption
    /// happens.
    fn decides_on_plan(&self, ruling: &Ruling<'_>) -> Vec<Finding> {
        if !matches!(ruling.act(), Act::Adopt | Act::Amend | Act::Extend | Act::Close | Act::Withdraw) {
            return Vec::new();
        }
        let mut lacks = Vec::new();
        let expected = self.judgement.adopts_plan;
        if ruling.decision.organ() != expected {
            lacks.push(other_organ(Code::PlanAdoptedByOtherOrgan, ruling, expected));
        }
        let (day, start) = (ruling.date(), self.view.plan.period().start());
        if ruling.act() == Act::Adopt && start < day && self.is_first(ruling) {
            lacks.push(late(Code::PlanAdoptedLate, ruling, start));
        }
        lacks
    }

    /// An execution plan is drawn up with partners, and adopted by the organ of the profile (source §3.1, §5.2).
    fn adopts_execution_plan(&self, ruling: &Ruling<'_>, execution: &ExecutionPlan) -> Vec<Finding> {
        let mut lacks = Vec::new();
        let expected = self.judgement.adopts_execution_plan;
        if ruling.decision.organ() != expected {
            lacks.push(other_organ(Code::ExecutionPlanAdoptedByOtherOrgan, ruling, expected));
        }
        let (day, start) = (ruling.date(), execution.period().start());
        if !self.is_first(ruling) {
            return lacks;
        }
        if start < day {
            lacks.push(late(Code::ExecutionPlanAdoptedLate, ruling, start));
        }
        lacks.extend(self.not_consulted(execution, day));
        lacks
    }

    /// Whether it is the first of its act on its object, for its municipality; without one, for some municipality of the
    /// object.
    fn is_first(&self, ruling: &Ruling<'_>) -> bool {
        let object = ruling.clause.object();
        let id = crate::id::ElementId::new(object.kind().into(), object.id().into_uuid());
        let all = id.map(|id| self.history.all(id)).unwrap_or_default();
        let at = ruling.place();
        let earlier = all.iter().take_while(|other| other.place() != at);
        let earlier: Vec<&Ruling<'_>> = earlier.filter(|other| other.act() == ruling.act()).collect();
        let decided = |one: &MunicipalityCode| earlier.iter().any(|other| other.holds_in(one));
        if let Some(own) = ruling.decision.municipality() {
            return !decided(own);
        }
        let plan = self.view.plan;
        let of: Vec<&MunicipalityCode> = match self.view.get(object.id().into_uuid()) {
            Some(Element::ExecutionPlan(execution)) => municipalities_of(plan, execution).collect(),
            _ => plan.municipalities().iter().map(|one| one.code()).collect(),
        };
        told_apart(of, earlier.iter().copied()).into_iter().any(|one| !decided(one))
    }

    /// Adopted without its partners having been consulted up to the day.
    pub(crate) fn not_consulted(&self, execution: &ExecutionPlan, day: Date) -> Option<Finding> {
        let partner = |kind: AddresseeKind| {
            matches!(kind, AddresseeKind::Partner | AddresseeKind::Partners | AddresseeKind::Triangle)
        };
        let consulted = self.history.rulings(execution.id(), day).iter().any(|ruling| {
            let to = ruling.clause.to();
            ruling.act() == Act::Consult && to.iter().any(|one| partner(one.kind()))
        });
        let element = Element::ExecutionPlan(execution);
        (!consulted).then(|| {
            let args = [Arg::from(day.to_string())];
            on(Code::ExecutionPlanNotConsulted, element, self.place(element), &args)
        })
    }

    pub(crate) fn standing(&self, execution: &ExecutionPlan, day: Date) -> ExecutionPlanStanding {
        lifecycle::execution_plan(self.view.plan, &self.history, execution, day)
    }

    /// The standing as far as decisions up to a day bring it; the part of the calendar may be of another day. Many
    /// actions ask for the same.
    fn decided(&self, execution: &ExecutionPlan, day: Date) -> Rc<ExecutionPlanStanding> {
        let key = (execution.id(), self.history.rulings(execution.id(), day).len());
        let mut decided = self.decided.borrow_mut();
        Rc::clone(decided.entry(key).or_insert_with(|| Rc::new(self.standing(execution, day))))
    }

    /// What the start of an action lacks on a day.
    pub(crate) fn start(&self, action: &Action, day: Date) -> Vec<Finding> {
        let element = Element::Action(action);
        let place = self.place(element);
        let days = |args: &[Arg]| [&[Arg::from(day.to_string())], args].concat();
        let mut lacks = Vec::new();
        if let Some(Element::ExecutionPlan(execution)) = self.view.holder(action.id().into_uuid())
            && !self.decided(execution, day).state.is_settled()
        {
            let args = days(&[Arg::from(execution.title().as_str())]);
            lacks.push(on(Code::ActionStartedBeforeAdoption, element, place.clone(), &args));
        }
        for needed in action.depends_on() {
            if let Some(Element::Action(needed)) = self.view.get(needed.into_uuid())
                && !self.is_over(needed, day)
            {
                let args = days(&[Arg::from(Element::Action(needed).label().as_str())]);
                let place = place.clone().key(Action::key("dependsOn"));
                lacks.push(on(Code::ActionStartedBeforeDependency, element, place, &args));
            }
        }
        if awaits_council(self.view.plan, &self.history, action, day) {
            let place = place.clone().key(Action::key("cost"));
            lacks.push(on(Code::ActionStartedWithoutProposal, element, place, &days(&[])));
        }
        lacks.extend(self.powers(action, day));
        lacks
    }

    /// What the powers that an action uses lack on a day.
    pub(crate) fn powers(&self, action: &Action, day: Date) -> Vec<Finding> {
        let element = Element::Action(action);
        let place = || self.place(element).key(Action::key("powers"));
        let lacks = power::lacks(self.view, action, day);
        lacks.into_iter().map(|(code, args)| on(code, element, place(), &args)).collect()
    }

    /// Whether an action, or one that continues it, is over on a day, so that others can build on it.
    fn is_over(&self, action: &Action, day: Date) -> bool {
        let mut open = vec![action.id()];
        let mut seen = HashSet::new();
        while let Some(id) = open.pop() {
            if !seen.insert(id) {
                continue;
            }
            let Some(Element::Action(action)) = self.view.get(id.into_uuid()) else { continue };
            if self.is_over_itself(action, day) {
                return true;
            }
            open.extend(self.continued_by().get(&id).into_iter().flatten());
        }
        false
    }

    /// Which actions continue which; looked up in the whole plan, once.
    fn continued_by(&self) -> &HashMap<ActionId, Vec<ActionId>> {
        self.continued_by.get_or_init(|| {
            let mut by: HashMap<ActionId, Vec<ActionId>> = HashMap::new();
            for action in self.view.plan.execution_plans().iter().flat_map(|one| one.actions()) {
                for earlier in action.continues() {
                    by.entry(*earlier).or_default().push(action.id());
                }
            }
            by
        })
    }

    /// Continuous work never is over; it need only run.
    fn is_over_itself(&self, action: &Action, day: Date) -> bool {
        if action.continuous() {
            return true;
        }
        let Some(Element::ExecutionPlan(execution)) = self.view.holder(action.id().into_uuid()) else {
            return false;
        };
        let standing = self.decided(execution, day);
        let (state, _) =
            lifecycle::action(self.view.plan, &self.history, &Carried::default(), &standing, action, day);
        matches!(state, ActionState::Done | ActionState::PartlyDone | ActionState::Closed)
    }

    /// The day on which an action started, if a report shows it.
    pub(crate) fn started(action: &Action) -> Option<Date> {
        first_start(action).map(Progress::date)
    }

    /// What the delivery of an evaluation lacks: the council never got the execution plan that is looked back on.
    pub(crate) fn evaluates(&self, evaluation: &Evaluation, day: Date) -> Vec<Finding> {
        let mut lacks = Vec::new();
        for of in evaluation.of() {
            if let Some(Element::ExecutionPlan(execution)) = self.view.get(of.id().into_uuid()) {
                lacks.extend(self.not_sent(execution, day));
            }
        }
        lacks
    }

    /// Adopted up to a day, and not sent to the council.
    pub(crate) fn not_sent(&self, execution: &ExecutionPlan, day: Date) -> Option<Finding> {
        let standing = self.standing(execution, day);
        let adopted = standing.adopted_on.filter(|_| standing.sent_on.is_none())?;
        let element = Element::ExecutionPlan(execution);
        let args = [Arg::from(adopted.to_string())];
        Some(on(Code::ExecutionPlanNotSent, element, self.place(element), &args))
    }

    /// The last day for the evaluation of an execution plan that ends on a day.
    pub(crate) fn evaluation_due(&self, end: Date) -> Option<Date> {
        end.plus_months(self.judgement.evaluation_months)
    }

    /// The execution plan is of another length than the profile has.
    pub(crate) fn other_length(&self, execution: &ExecutionPlan) -> Option<Finding> {
        let period = execution.period();
        let expected = self.judgement.execution_plan_months;
        let fits = period.start().plus_months(expected).zip(period.end().next());
        if fits.is_none_or(|(expected, after)| expected == after) {
            return None;
        }
        let element = Element::ExecutionPlan(execution);
        let args = [period.to_string(), expected.to_string()].map(Arg::from);
        let place = self.place(element).key(ExecutionPlan::key("period"));
        Some(on(Code::ExecutionPlanOtherLength, element, place, &args))
    }

    /// An action taken up after its execution plan was adopted, which nothing accounts for (source §5.2).
    pub(crate) fn added_late(
        &self,
        (execution, standing): (&ExecutionPlan, &ExecutionPlanStanding),
        action: &Action,
        as_of: Date,
    ) -> Option<Finding> {
        let registered = action.registered_on().filter(|day| *day <= as_of)?;
        let adopted = standing.adopted_on.filter(|adopted| *adopted < registered)?;
        let stated = action
            .origin()
            .is_some_and(|origin| matches!(origin.kind(), OriginKind::AcuteIssue | OriginKind::Decision));
        // Accounted for: decided on since, or brought before the council since, as a plan that rolls on is.
        let since = self.history.rulings(execution.id(), as_of).iter().filter(|one| registered <= one.date());
        let accounts =
            |one: &Ruling<'_>| matches!(one.act(), Act::Amend | Act::Adopt) || informs_council(one);
        if stated || since.into_iter().any(accounts) {
            return None;
        }
        let element = Element::Action(action);
        let args = [registered, adopted].map(|day| Arg::from(day.to_string()));
        let place = self.place(element).key(Action::key("registeredOn"));
        Some(on(Code::ActionAddedAfterAdoption, element, place, &args))
    }

    /// Whether the profile refuses a new step that lacks this.
    pub(crate) fn refuses(&self, code: Code) -> bool {
        self.judgement.refuses(code)
    }
}

/// A finding about an element.
fn on(code: Code, element: Element<'_>, place: Place, args: &[Arg]) -> Finding {
    Finding::new(code, place, args).about(element.kind(), element.id().into_uuid())
}

/// Where the decision of a clause stands.
pub(crate) fn decision_of(ruling: &Ruling<'_>) -> Place {
    ruling.place().parent().and_then(|list| list.parent()).unwrap_or_default()
}

/// A decision of another organ than the profile has.
fn other_organ(code: Code, ruling: &Ruling<'_>, expected: Organ) -> Finding {
    let args =
        [Arg::term(ruling.decision.organ()), Arg::term(expected), Arg::from(ruling.date().to_string())];
    let place = decision_of(ruling).key(Decision::key("organ"));
    Finding::new(code, place, &args).about(Kind::Decision, ruling.decision.id().into_uuid())
}

/// A decision after the start of what it adopts.
fn late(code: Code, ruling: &Ruling<'_>, start: Date) -> Finding {
    let args = [ruling.date(), start].map(|day| Arg::from(day.to_string()));
    let place = decision_of(ruling).key(Decision::key("date"));
    Finding::new(code, place, &args).about(Kind::Decision, ruling.decision.id().into_uuid())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::SafetyPlan;

    /// However many actions ask: once for each execution plan and each decision on it that lies before a start.
    #[test]
    fn a_standing_is_worked_out_once_for_all_actions_that_ask_for_it() {
        let text = include_str!("../../../data/vlaardingen-2020-2023.demo.plan.json");
        let plan = SafetyPlan::from_json(text).unwrap();
        let steps = Steps::of(plan.view());
        let mut asked = 0;
        for action in plan.execution_plans().iter().flat_map(|execution| execution.actions()) {
            if let Some(started) = Steps::started(action) {
                steps.start(action, started);
                asked += 1;
            }
        }
        let rulings = plan.execution_plans().iter().map(|one| steps.history.all(one.id()).len() + 1);
        let worked_out = steps.decided.borrow().len();
        assert!(worked_out <= rulings.sum::<usize>(), "{worked_out}");
        assert!(worked_out * 10 < asked, "{worked_out} of {asked}");
    }
}
