//! Faults between elements of one plan: its execution plans, its facts, and how it is judged and disclosed.

use serde_json::json;

use super::sheet::{cut, id, object, put};
use super::{Fault, on};
use crate::finding::Code;
use crate::kind::Kind;

pub(super) const FAULTS: &[Fault] = &[
    on(Kind::ExecutionPlan, Code::ExecutionPlanPeriodReversed, "/executionPlans/2/period", |d| {
        put(d, "/executionPlans/2/period/end", "2020-12-31");
    }),
    on(Kind::ExecutionPlan, Code::ExecutionPlanMunicipality, "/executionPlans/2/municipalities/0", |d| {
        put(d, "/executionPlans/2/municipalities/0", "GM0599");
    }),
    on(Kind::Action, Code::ActionPeriodReversed, "/executionPlans/0/actions/0/period", |d| {
        put(d, "/executionPlans/0/actions/0/period/end", "2020-03-31");
    }),
    on(Kind::Action, Code::ActionPeriodAndContinuous, "/executionPlans/0/actions/0/continuous", |d| {
        put(d, "/executionPlans/0/actions/0/continuous", true);
    }),
    on(Kind::Action, Code::ActionDependencyCycle, "/executionPlans/0/actions/0/dependsOn", |d| {
        put(d, "/executionPlans/0/actions/1/dependsOn", json!([id("/executionPlans/0/actions/0")]));
    }),
    on(Kind::Action, Code::ActionOrigin, "/executionPlans/0/actions/1/origin", |d| {
        cut(d, "/executionPlans/0/actions/1/origin/name");
    }),
    on(Kind::Action, Code::ActionEmptyEffort, "/executionPlans/0/actions/0/effort/1", |d| {
        cut(d, "/executionPlans/0/actions/0/effort/1/hours");
    }),
    on(Kind::Action, Code::ProgressEmpty, "/executionPlans/0/actions/0/progress/1", |d| {
        put(d, "/executionPlans/0/actions/0/progress/1", json!({"date": "2020-12-31", "note": "Niets"}));
    }),
    on(Kind::Action, Code::ProgressEmptyLights, "/executionPlans/0/actions/0/progress/0/lights", |d| {
        put(d, "/executionPlans/0/actions/0/progress/0/lights", json!({}));
    }),
    on(Kind::Plan, Code::AmountUnknownWithFigures, "/budget/amount", |d| put(d, "/budget/amount/cents", 0)),
    on(Kind::ExecutionPlan, Code::AmountWithoutFigures, "/executionPlans/0/budget/amount", |d| {
        cut(d, "/executionPlans/0/budget/amount/cents");
    }),
    on(Kind::Proposal, Code::AmountYearRepeated, "/proposals/0/amount/years/1", |d| {
        put(d, "/proposals/0/amount/years/-", json!({"year": 2020, "cents": 1}));
    }),
    on(Kind::Action, Code::AmountYearsDoNotAddUp, "/executionPlans/0/actions/0/cost/amount/cents", |d| {
        put(d, "/executionPlans/0/actions/0/cost/amount/cents", 3_000_001);
    }),
    on(Kind::AcuteIssue, Code::AcuteIssueAccountedBeforeSignalled, "/acuteIssues/0/accountedOn", |d| {
        put(d, "/acuteIssues/0/accountedOn", "2020-09-13");
    }),
    on(Kind::Decision, Code::DecisionActOnObject, "/decisions/1/clauses/3/act", |d| {
        put(d, "/decisions/1/clauses/3/act", "adopt");
    }),
    on(Kind::Decision, Code::DecisionUntil, "/decisions/1/clauses/1/until", |d| {
        cut(d, "/decisions/1/clauses/1/until");
    }),
    on(Kind::Decision, Code::DecisionUntilBeforeEnd, "/decisions/1/clauses/1/until", |d| {
        put(d, "/decisions/1/clauses/1/until", "2020-01-01");
    }),
    on(Kind::Decision, Code::DecisionText, "/decisions/1/clauses/2/text", |d| {
        cut(d, "/decisions/1/clauses/2/text");
    }),
    on(Kind::Decision, Code::DecisionRecipients, "/decisions/1/clauses/3/to", |d| {
        put(d, "/decisions/1/clauses/3/to", json!([{"kind": "council"}]));
    }),
    on(Kind::Decision, Code::DecisionDigest, "/decisions/1/clauses/0/digest", |d| {
        put(d, "/decisions/1/clauses/0/digest", "0".repeat(64));
    }),
    on(Kind::Decision, Code::DecisionOrganName, "/decisions/1/organName", |d| {
        cut(d, "/decisions/1/organName");
    }),
    on(Kind::Decision, Code::DecisionAddressee, "/decisions/1/clauses/0/to/0/partner", |d| {
        cut(d, "/decisions/1/clauses/0/to/0/partner");
    }),
    on(Kind::Decision, Code::DecisionMunicipality, "/decisions/0/municipality", |d| {
        put(d, "/decisions/0/municipality", "GM0599");
    }),
    on(Kind::Evaluation, Code::EvaluationPeriodReversed, "/evaluations/0/period", |d| {
        put(d, "/evaluations/0/period/end", "2019-12-31");
    }),
    on(Kind::Evaluation, Code::EvaluationDeliveredBeforePeriod, "/evaluations/0/deliveredOn", |d| {
        put(d, "/evaluations/0/deliveredOn", "2019-12-31");
    }),
    on(Kind::Plan, Code::ExemptionUnknownCode, "/exemptions/0/code", |d| {
        put(d, "/exemptions/0/code", "framework/no-such-code");
    }),
    on(Kind::Plan, Code::ExemptionOfError, "/exemptions/0/code", |d| {
        put(d, "/exemptions/0/code", "action/serves-nothing");
    }),
    on(Kind::Plan, Code::ProfileUnknownRule, "/profile/levels/1/rule", |d| {
        put(d, "/profile/levels/1/rule", 1);
    }),
    on(Kind::Plan, Code::ProfileRuleRepeated, "/profile/levels/1/rule", |d| {
        put(d, "/profile/levels/1/rule", 8);
    }),
    on(Kind::Action, Code::DisclosureBelowContainer, "/executionPlans/1/actions/0/disclosure", |d| {
        put(d, "/executionPlans/1/actions/0/disclosure", "public");
    }),
    on(Kind::Action, Code::DisclosureBelowReference, PUBLIC, |d| put(d, PUBLIC, "public")),
    on(
        Kind::Action,
        Code::ProgressStatusContradicted,
        "/executionPlans/0/actions/0/progress/2/status",
        |d| {
            let report = json!({"date": "2020-12-31", "status": "partlyDone"});
            put(d, "/executionPlans/0/actions/0/progress/-", report);
        },
    ),
    on(Kind::Decision, Code::ProposalOutcomeContradicted, "/decisions/4/clauses/1/act", |d| {
        put(
            d,
            "/decisions/4/clauses/-",
            json!({"act": "reject", "object": object("/proposals/0", "proposal")}),
        );
    }),
    on(Kind::Decision, Code::ProposalDecidedBeforeSubmitted, "/decisions/4/date", |d| {
        put(d, "/decisions/4/date", "2020-05-11");
    }),
    on(Kind::Decision, Code::AcuteIssueDecidedBeforeSignalled, "/decisions/2/date", |d| {
        put(
            d,
            "/decisions/2/clauses/-",
            json!({"act": "close", "object": object("/acuteIssues/0", "acuteIssue")}),
        );
    }),
    on(Kind::Decision, Code::DecisionContradicted, "/decisions/6/clauses/2/act", |d| {
        let object = object("/executionPlans/1", "executionPlan");
        put(d, "/decisions/6/clauses/-", json!({"act": "reject", "object": object}));
    }),
    on(Kind::Decision, Code::DecisionExtensionBackward, "/decisions/1/clauses/4/until", |d| {
        let object = object("/executionPlans/0", "executionPlan");
        put(d, "/decisions/1/clauses/-", json!({"act": "extend", "object": object, "until": "2021-02-28"}));
    }),
    on(Kind::Evaluation, Code::EvaluationOutcomeRepeated, "/evaluations/0/outcomes/1/action", |d| {
        put(
            d,
            "/evaluations/0/outcomes/-",
            json!({"action": id("/executionPlans/0/actions/0"), "effect": "none"}),
        );
    }),
];

/// Who may see that an internal partner supports a public action.
const PUBLIC: &str = "/executionPlans/0/actions/0/responsibilities/1/disclosure";
