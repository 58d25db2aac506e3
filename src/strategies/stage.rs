//! Execution plans at each stage of the cycle.

use proptest::prelude::*;
use proptest::sample::select;

use super::plan::drafts;
use super::shape::PlanShape;
use super::values::after;
use crate::draft::{
    AddresseeDraft, ClauseDraft, DecisionDraft, DecisionObjectDraft, EvaluatedDraft, EvaluationDraft,
    MunicipalityDraft, PeriodDraft, SafetyPlanDraft,
};
use crate::entity::{Act, AddresseeKind, EvaluatedKind, EvaluationKind, ObjectKind, Organ};
use crate::id::{ExecutionPlanId, PlanId};
use crate::lifecycle::ExecutionPlanState;
use crate::plan::SafetyPlan;
use crate::value::Date;

/// A plan with an execution plan that is as far as it says, on the day.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Staged {
    /// The plan.
    pub plan: SafetyPlan,
    /// The execution plan.
    pub execution_plan: ExecutionPlanId,
    /// How far it is.
    pub state: ExecutionPlanState,
    /// On this day.
    pub day: Date,
}

/// Plans whose first execution plan is at some stage of the cycle, from draft to evaluation sent to the council.
///
/// It is on record how it came so far. They shrink to small plans and earlier stages.
///
/// ```
/// use proptest::prelude::*;
/// use veiligheidsplan::strategies::{PlanShape, staged};
///
/// proptest!(ProptestConfig::with_cases(16), |(staged in staged(PlanShape::default()))| {
///     let states = staged.plan.as_of(staged.day);
///     let standing = states.execution_plan(staged.execution_plan).unwrap();
///     prop_assert_eq!(standing.state, staged.state);
/// });
/// ```
pub fn staged(shape: PlanShape) -> impl Strategy<Value = Staged> + Clone {
    let fewest = 1.max(*shape.execution_plans.start());
    let most = fewest.max(*shape.execution_plans.end());
    let shape = shape.with_execution_plans(fewest..=most).with_facts(0..=0).with_municipalities(1..=1);
    (drafts(shape), select(ExecutionPlanState::ALL)).prop_filter_map("it is as far", |(draft, state)| {
        let mut story = Story::of(draft)?;
        let day = story.tell(state).parse().ok()?;
        let execution_plan = story.execution.parse().ok()?;
        let plan = SafetyPlan::try_from(story.plan).ok()?;
        Some(Staged { plan, execution_plan, state, day })
    })
}

/// What happens to the first execution plan.
struct Story {
    plan: SafetyPlanDraft,
    id: PlanId,
    execution: String,
    period: PeriodDraft,
}

impl Story {
    fn of(mut plan: SafetyPlanDraft) -> Option<Self> {
        let id = plan.id.parse().ok()?;
        let first = plan.execution_plans.first_mut()?;
        first.municipalities.clear();
        let (execution, period) = (first.id.clone(), first.period.clone());
        Some(Self { plan, id, execution, period })
    }

    /// So many days after the first day.
    fn since_start(&self, days: i64) -> String {
        after(&self.period.start, days)
    }

    fn since_end(&self, days: i64) -> String {
        after(&self.period.end, days)
    }

    /// Puts on record what leads to the state, and gives a day on which it holds.
    fn tell(&mut self, state: ExecutionPlanState) -> String {
        use ExecutionPlanState as State;
        match state {
            State::Draft => self.since_start(-90),
            State::Consulted => self.decided(Act::Consult, -60),
            State::Proposed => {
                self.tell(State::Consulted);
                self.decided(Act::Propose, -40)
            }
            State::Rejected | State::Withdrawn => {
                self.tell(State::Proposed);
                self.decided(if state == State::Rejected { Act::Reject } else { Act::Withdraw }, -30)
            }
            State::AdoptionUnrecorded => {
                self.tell(State::Proposed);
                self.since_start(0)
            }
            State::PartlyAdopted => {
                let own = self.plan.municipalities.first().map(|one| one.code.clone());
                let other = if own.as_deref() == Some("GM0001") { "GM0002" } else { "GM0001" };
                self.plan.municipalities.push(MunicipalityDraft::new(other, "Buurgemeente"));
                self.tell(State::Adopted);
                self.plan.decisions.iter_mut().for_each(|decision| decision.municipality.clone_from(&own));
                self.since_start(-10)
            }
            State::Noted => self.decided(Act::TakeNote, -20),
            State::Adopted => {
                self.tell(State::Proposed);
                self.decided(Act::Adopt, -20)
            }
            State::SentToCouncil => {
                self.tell(State::Adopted);
                self.decided(Act::Inform, -15)
            }
            State::Running => {
                self.tell(State::SentToCouncil);
                self.since_start(0)
            }
            State::Closed => {
                self.tell(State::SentToCouncil);
                self.since_end(1)
            }
            State::Evaluated => {
                self.tell(State::SentToCouncil);
                self.evaluated()
            }
            State::EvaluationSent => {
                self.tell(State::Evaluated);
                let evaluation = self.plan.evaluations.last().map(|one| one.id.clone()).unwrap_or_default();
                let object = DecisionObjectDraft::new(ObjectKind::Evaluation, evaluation);
                self.put(Act::Inform, object, self.since_end(50))
            }
        }
    }

    fn decided(&mut self, act: Act, days: i64) -> String {
        let object = DecisionObjectDraft::new(ObjectKind::ExecutionPlan, self.execution.clone());
        self.put(act, object, self.since_start(days))
    }

    fn put(&mut self, act: Act, object: DecisionObjectDraft, date: String) -> String {
        let mut clause = ClauseDraft::new(act, object);
        let to = match act {
            Act::Consult => Some(AddresseeKind::Partners),
            Act::Inform => Some(AddresseeKind::Council),
            _ => None,
        };
        clause.to = to.into_iter().map(AddresseeDraft::new).collect();
        let code = format!("B{}", self.plan.decisions.len() + 1);
        let decision = DecisionDraft::coded(self.id, code, Organ::College, date.clone(), vec![clause]);
        self.plan.decisions.push(decision);
        date
    }

    fn evaluated(&mut self) -> String {
        let of = vec![EvaluatedDraft::new(EvaluatedKind::ExecutionPlan, self.execution.clone())];
        let mut evaluation = EvaluationDraft::coded(self.id, "E1", of, self.period.clone());
        evaluation.kind = Some(EvaluationKind::Yearly);
        let delivered = self.since_end(30);
        evaluation.delivered_on = Some(delivered.clone());
        self.plan.evaluations.push(evaluation);
        delivered
    }
}
