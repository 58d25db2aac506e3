//! Causes of advice on execution plans, on actions, and on how the plan lives.

use serde_json::json;

use super::sheet::{cut, id, insert, put};
use super::{Fault, alone, on};
use crate::finding::Code;
use crate::kind::Kind;

pub(super) const FAULTS: &[Fault] = &[
    on(Kind::ExecutionPlan, Code::ExecutionPlanOverlap, "/executionPlans/2/period", |d| {
        cut(d, "/executionPlans/2/scope");
    }),
    alone(Kind::ExecutionPlan, Code::ExecutionPlanSecondInYear, "/executionPlans/2/period", |d| {
        cut(d, "/executionPlans/2/scope");
        put(d, "/executionPlans/1/period/end", "2021-06-30");
        put(d, "/executionPlans/2/period/start", "2021-07-01");
    }),
    on(Kind::ExecutionPlan, Code::ExecutionPlanNoReserve, "/executionPlans/1", |d| {
        cut(d, "/executionPlans/1/reserve");
    }),
    on(Kind::ExecutionPlan, Code::ExecutionPlanTitleYears, "/executionPlans/1/title", |d| {
        put(d, "/executionPlans/1/title", "Uitvoeringsplan 2020");
    }),
    on(Kind::Action, Code::ActionNoLead, "/executionPlans/0/actions/0", |d| {
        cut(d, "/executionPlans/0/actions/0/responsibilities/0");
    }),
    on(Kind::Action, Code::ActionSeveralLeads, "/executionPlans/0/actions/0", |d| {
        let lead = json!({"partner": id("/partners/0"), "role": "lead"});
        put(d, "/executionPlans/0/actions/0/responsibilities/-", lead);
    }),
    // The team of the municipality leads, and nobody else takes part.
    on(Kind::Action, Code::ActionNoPartners, "/executionPlans/0/actions/0", |d| {
        put(d, "/executionPlans/0/actions/0/responsibilities/1/role", "lead");
        cut(d, "/executionPlans/0/actions/0/responsibilities/0");
    }),
    // The first execution plan was extended to 31 March.
    on(Kind::Action, Code::ActionOutsideExecutionPlan, "/executionPlans/0/actions/0/period", |d| {
        put(d, "/executionPlans/0/actions/0/period/end", "2021-04-01");
    }),
    on(Kind::Plan, Code::FactInFuture, "/corrections/0/date", |d| {
        put(d, "/corrections/0/date", "2022-01-01");
    }),
    on(Kind::Plan, Code::PlanAdoptionUnrecorded, "", |d| {
        put(d, "/decisions/0/clauses/0/act", "propose");
        cut(d, "/decisions/0/clauses/0/digest");
    }),
    on(Kind::Plan, Code::PlanPartlyAdopted, "", |d| {
        insert(d, "/municipalities/1", json!({"code": "GM0599", "name": "Buurgemeente"}));
    }),
    on(Kind::Decision, Code::PlanAdoptedByOtherOrgan, "/decisions/0/organ", |d| {
        put(d, "/decisions/0/organ", "college");
    }),
    on(Kind::Decision, Code::PlanAdoptedLate, "/decisions/0/date", |d| {
        put(d, "/decisions/0/date", "2020-01-02");
    }),
    on(Kind::Plan, Code::PlanAdoptionOverdue, "", |d| put(d, "/profile/cadences/planYears", 2)),
    on(Kind::Plan, Code::PlanDigestDiffers, "", |d| put(d, "/motto", "Een ander motto")),
    // Of the two half years of 2021 only the first has passed; in those of 2020 the council heard something.
    alone(Kind::Plan, Code::PlanCouncilNotInformed, "", |d| put(d, "/profile/cadences/informationMonths", 6)),
    on(Kind::ExecutionPlan, Code::ExecutionPlanNotAdopted, "/executionPlans/1", |d| {
        put(d, "/decisions/6/clauses/0/act", "propose");
    }),
    on(Kind::Decision, Code::ExecutionPlanAdoptedLate, "/decisions/6/date", |d| {
        put(d, "/decisions/6/date", "2021-01-02");
    }),
    on(Kind::Decision, Code::ExecutionPlanAdoptedByOtherOrgan, "/decisions/6/organ", |d| {
        put(d, "/decisions/6/organ", "council");
    }),
    on(Kind::ExecutionPlan, Code::ExecutionPlanNotConsulted, "/executionPlans/1", |d| {
        put(d, "/decisions/5/clauses/0/to", json!([{"kind": "council"}]));
    }),
    on(Kind::ExecutionPlan, Code::ExecutionPlanNotSent, "/executionPlans/1", |d| {
        put(d, "/decisions/6/clauses/1/to", json!([{"kind": "partners"}]));
    }),
    on(Kind::ExecutionPlan, Code::ExecutionPlanOtherLength, "/executionPlans/1/period", |d| {
        put(d, "/executionPlans/1/period/end", "2021-12-30");
    }),
    on(Kind::ExecutionPlan, Code::ExecutionPlanNotEvaluated, "/executionPlans/0", |d| {
        put(d, "/profile/cadences/evaluationMonths", 8);
        put(d, "/evaluations/0/kind", "interim");
    }),
    on(Kind::Evaluation, Code::EvaluationLate, "/evaluations/0/deliveredOn", |d| {
        put(d, "/profile/cadences/evaluationMonths", 8);
        put(d, "/evaluations/0/deliveredOn", "2021-12-01");
    }),
    on(Kind::Evaluation, Code::EvaluationNotSent, "/evaluations/0", |d| {
        put(d, "/profile/cadences/evaluationMonths", 8);
    }),
    on(Kind::AcuteIssue, Code::AcuteIssueNotAccounted, "/acuteIssues/0", |d| {
        cut(d, "/acuteIssues/0/accountedOn");
    }),
    on(Kind::Action, Code::ActionAddedAfterAdoption, "/executionPlans/0/actions/0/registeredOn", |d| {
        put(d, "/executionPlans/0/actions/0/registeredOn", "2020-12-16");
    }),
    on(Kind::Action, Code::ActionStartedBeforeAdoption, "/executionPlans/0/actions/0", |d| {
        put(d, "/decisions/3/date", "2020-07-01");
    }),
    on(Kind::Action, Code::ActionStartedBeforeDependency, "/executionPlans/0/actions/0/dependsOn", |d| {
        cut(d, "/executionPlans/0/actions/1/continuous");
    }),
    on(Kind::Action, Code::ActionStartedWithoutProposal, "/executionPlans/0/actions/0/cost", |d| {
        put(d, "/decisions/4/date", "2020-07-01");
    }),
    on(Kind::Action, Code::ActionPowerUnknown, "/executionPlans/0/actions/0/powers", |d| {
        put(d, "/executionPlans/0/actions/0/powers/0", "gemw-999");
    }),
    on(Kind::Action, Code::ActionPowerHolder, "/executionPlans/0/actions/0/powers", |d| {
        cut(d, "/executionPlans/0/actions/0/powers/1");
        cut(d, "/executionPlans/0/actions/0/responsibilities/2");
    }),
    on(Kind::Action, Code::ActionPowerOrdinance, "/executionPlans/0/actions/0/powers", |d| {
        put(d, "/executionPlans/0/actions/0/powers/0", "gemw-151d");
    }),
    on(Kind::Action, Code::ActionPowerConsultation, "/executionPlans/0/actions/0/powers", |d| {
        put(d, "/executionPlans/0/actions/0/powers/0", "gemw-151b");
    }),
    on(Kind::Action, Code::ActionContinuousDone, "/executionPlans/0/actions/1/progress/0", |d| {
        put(d, "/executionPlans/0/actions/1/progress", json!([{"date": "2020-12-01", "status": "done"}]));
    }),
    on(Kind::Action, Code::ActionLeftOpen, "/executionPlans/0/actions/2", |d| {
        cut(d, "/executionPlans/0/actions/2/progress");
    }),
    on(Kind::Plan, Code::ExemptionMatchesNothing, "/exemptions/0", |d| {
        put(d, "/exemptions/0/code", "topic/unused");
    }),
    on(Kind::Plan, Code::ExemptionRunOut, "/exemptions/0", |d| put(d, "/exemptions/0/until", "2021-12-30")),
];
