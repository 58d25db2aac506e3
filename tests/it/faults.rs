//! One planted fault for every code of the catalogue, and exactly one finding for every fault.
//!
//! Each table plants in the base document, which has no errors, no advice on [`DAY`] and lacks nothing for
//! adoption.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

use std::collections::HashSet;

use serde_json::{Value, json};
use veiligheidsplan::{Code, Finding, Findings, Kind, Limits, PlanSet, RaisedBy, SafetyPlan, Severity, Step};

use crate::support::{BASE, codes, cut, errors, id, put, tree};

/// The last day of the second execution plan.
const DAY: &str = "2021-12-31";

/// One fault: what it raises, where, about which kind of element, and how it is planted.
#[derive(Debug)]
pub(crate) struct Fault(
    pub(crate) Code,
    pub(crate) &'static str,
    pub(crate) Option<Kind>,
    pub(crate) fn(&mut Value),
);

/// A shorthand, so that the tables read as tables.
const fn on(kind: Kind, code: Code, at: &'static str, plant: fn(&mut Value)) -> Fault {
    Fault(code, at, Some(kind), plant)
}

const SHAPE: &[Fault] = &[
    // The rules of this version don't judge a document of a later one.
    Fault(Code::FormatNewer, "/formatVersion", None, |d| put(d, "/formatVersion", "1.1")),
    on(Kind::Plan, Code::FormatUnknown, "/formatVersion", |d| put(d, "/formatVersion", "1")),
    on(Kind::Theme, Code::ShapeWrongType, "/themes/0/title", |d| put(d, "/themes/0/title", 7)),
    on(Kind::Priority, Code::ShapeMissingKey, "/priorities/0", |d| cut(d, "/priorities/0/title")),
    on(Kind::Topic, Code::ShapeUnknownKey, "/topics/0", |d| put(d, "/topics/0/titel", "Mensenhandel")),
    on(Kind::Plan, Code::ShapeUnknownValue, "/responsibilities/0/role", |d| {
        put(d, "/responsibilities/0/role", "boss");
    }),
    on(Kind::Area, Code::ShapeNotAnInteger, "/areas/0/cbsYear", |d| put(d, "/areas/0/cbsYear", 2020.5)),
    on(Kind::Decision, Code::ShapeEmptyList, "/decisions/0/clauses", |d| {
        put(d, "/decisions/0/clauses", json!([]));
    }),
    on(Kind::Action, Code::ActionServesNothing, "/executionPlans/0/actions/0/serves", |d| {
        put(d, "/executionPlans/0/actions/0/serves", json!([]));
    }),
    on(Kind::Topic, Code::ValueTitle, "/topics/0/title", |d| put(d, "/topics/0/title", "\u{a0}\u{200b}")),
    on(Kind::Plan, Code::ValueText, "/vision", |d| put(d, "/vision", "\n")),
    on(Kind::Area, Code::ValueId, "/areas/1/within", |d| put(d, "/areas/1/within", "GM0622")),
    on(Kind::Pillar, Code::ValueCode, "/priorities/0/pillars/1/code", |d| {
        put(d, "/priorities/0/pillars/1/code", "P 1.2");
    }),
    on(Kind::AcuteIssue, Code::ValueDate, "/acuteIssues/0/signalledOn", |d| {
        put(d, "/acuteIssues/0/signalledOn", "2020-02-30");
    }),
    on(Kind::Objective, Code::ValueMoment, "/objectives/0/by", |d| put(d, "/objectives/0/by", "eind 2023")),
    on(Kind::Indicator, Code::ValueDecimal, "/indicators/0/baseline/value", |d| {
        put(d, "/indicators/0/baseline/value", "6,4");
    }),
    on(Kind::Action, Code::ValueOutOfRange, "/executionPlans/0/actions/0/progress/0/percent", |d| {
        put(d, "/executionPlans/0/actions/0/progress/0/percent", 101);
    }),
    on(Kind::Partner, Code::ValueMunicipalityCode, "/partners/0/municipality", |d| {
        put(d, "/partners/0/municipality", "0622");
    }),
    on(Kind::Area, Code::ValueAreaCode, "/areas/1/cbsCode", |d| put(d, "/areas/1/cbsCode", "WK622")),
    on(Kind::Pillar, Code::ValuePowerCode, "/priorities/0/pillars/0/powers/0", |d| {
        put(d, "/priorities/0/pillars/0/powers/0", "Wet Bibob");
    }),
    on(Kind::Plan, Code::ValueFindingCode, "/exemptions/0/code", |d| put(d, "/exemptions/0/code", "unused")),
    on(Kind::Plan, Code::ValueDigest, "/corrections/0/before", |d| put(d, "/corrections/0/before", "e3b0")),
    on(Kind::Partner, Code::ValueLegalNumber, "/partners/1/legalIdentity/kvk", |d| {
        put(d, "/partners/1/legalIdentity/kvk", "1234567");
    }),
];

pub(crate) const DOCUMENT: &[Fault] = &[
    on(Kind::Topic, Code::ElementDuplicateId, "/topics/1/id", |d| {
        put(d, "/topics/-", json!({"id": id("/topics/0"), "title": "Uitbuiting"}));
    }),
    on(Kind::Pillar, Code::ElementDuplicateCode, "/priorities/0/pillars/1/code", |d| {
        put(d, "/priorities/0/pillars/1/code", "P1.1");
    }),
    on(Kind::Action, Code::ElementContinuationCycle, "/executionPlans/0/actions/0/continues", |d| {
        put(d, "/executionPlans/0/actions/0/continues", json!([id("/executionPlans/1/actions/0")]));
    }),
    on(Kind::Topic, Code::ElementEmptySource, "/topics/0/source", |d| put(d, "/topics/0/source", json!({}))),
    on(Kind::Action, Code::ReferenceUnknown, "/executionPlans/0/actions/0/dependsOn/0", |d| {
        put(d, "/executionPlans/0/actions/0/dependsOn/0", NOWHERE);
    }),
    on(Kind::Priority, Code::ReferenceWrongKind, "/priorities/0/topics/0", |d| {
        put(d, "/priorities/0/topics/0", id("/partners/0"));
    }),
    on(Kind::Action, Code::ReferenceRepeated, "/executionPlans/0/actions/0/areas/2", |d| {
        put(d, "/executionPlans/0/actions/0/areas/-", id("/areas/1"));
    }),
    on(Kind::Plan, Code::PlanPeriodReversed, "/period", |d| put(d, "/period/end", "2019-12-31")),
    on(Kind::Plan, Code::PlanMunicipalityRepeated, "/municipalities/1/code", |d| {
        put(d, "/municipalities/-", json!({"code": "GM0622", "name": "Voorbeelddorp"}));
    }),
    on(Kind::Plan, Code::PlanSucceedsItself, "/predecessors/0", |d| put(d, "/predecessors/0/plan", id(""))),
    on(Kind::Plan, Code::PlanRelatedToItself, "/relations/0", |d| put(d, "/relations/0/plan", id(""))),
    on(
        Kind::Objective,
        Code::ObjectiveNestedSubObjectives,
        "/objectives/0/subObjectives/0/subObjectives",
        |d| {
            let sub = json!([{"id": nth(10), "text": "Een trede te diep"}]);
            put(d, "/objectives/0/subObjectives/0/subObjectives", sub);
        },
    ),
    on(Kind::Objective, Code::ObjectiveStrategicSupports, "/objectives/0/subObjectives/0/supports", |d| {
        put(d, "/objectives/0/subObjectives/0/supports", json!([{"id": id("/objectives/0")}]));
    }),
    on(Kind::Objective, Code::ObjectiveSupportsNotStrategic, "/themes/0/objectives/0/supports/0", |d| {
        put(d, "/themes/0/objectives/0/supports/0/id", id("/priorities/0/objectives/0"));
    }),
    on(Kind::Pillar, Code::PillarTooDeep, DEEP, |d| {
        let mut pillars = json!([]);
        for level in (3..=9).rev() {
            pillars = json!([{"id": nth(level), "title": format!("Trede {level}"), "pillars": pillars}]);
        }
        put(d, "/priorities/0/pillars/0/pillars/0/pillars", pillars);
    }),
    on(Kind::Theme, Code::ResponsibilityRepeated, "/themes/0/responsibilities/1", |d| {
        put(d, "/themes/0/responsibilities/-", json!({"partner": id("/partners/2"), "role": "lead"}));
    }),
    on(Kind::Partner, Code::PartnerMemberOfSingle, "/partners/4/memberOf/0", |d| {
        put(d, "/partners/4/memberOf/0", id("/partners/1"));
    }),
    on(Kind::Partner, Code::PartnerMembershipCycle, "/partners/3/memberOf", |d| {
        put(d, "/partners/3/memberOf", json!([id("/partners/4")]));
    }),
    on(Kind::Partner, Code::PartnerOrganKind, "/partners/0/organ", |d| cut(d, "/partners/0/organ")),
    on(Kind::Partner, Code::PartnerElevenTest, "/partners/1/legalIdentity/rsin", |d| {
        put(d, "/partners/1/legalIdentity/rsin", "123456789");
    }),
    // Of areas without a code: with codes, one of a circle would lie outside its parent as well.
    on(Kind::Area, Code::AreaWithinCycle, "/areas/3/within", |d| put(d, "/areas/3/within", id("/areas/4"))),
    on(Kind::Area, Code::AreaLevelCode, "/areas/1/cbsCode", |d| put(d, "/areas/1/level", "buurt")),
    on(Kind::Area, Code::AreaCodeOutsideParent, "/areas/2/cbsCode", |d| {
        put(d, "/areas/2/cbsCode", "BU06220203");
    }),
    on(Kind::Framework, Code::FrameworkPeriodReversed, "/frameworks/0/period", |d| {
        put(d, "/frameworks/0/period/start", "2025-01-01");
    }),
    on(Kind::Indicator, Code::IndicatorPeriodReversed, "/indicators/0/baseline/period", |d| {
        put(d, "/indicators/0/baseline/period/end", "2018-12-31");
    }),
    on(Kind::Indicator, Code::IndicatorValueOrMissing, "/indicators/0/baseline", |d| {
        put(d, "/indicators/0/baseline/missing", "PM");
    }),
    on(Kind::Indicator, Code::IndicatorTargetValue, "/indicators/0/targets/2", |d| {
        cut(d, "/indicators/0/targets/2/missing");
    }),
    on(Kind::Indicator, Code::IndicatorUpperValue, "/indicators/0/targets/0", |d| {
        put(d, "/indicators/0/targets/0/upperValue", "3");
    }),
    on(Kind::Indicator, Code::IndicatorReportedBeforePeriod, "/indicators/0/figures/1/reportedOn", |d| {
        put(d, "/indicators/0/figures/1/reportedOn", "2001-03-01");
    }),
    on(Kind::Indicator, Code::IndicatorFigureRepeated, "/indicators/0/figures/1", |d| {
        put(d, "/indicators/0/figures/1/reportedOn", "2021-03-01");
    }),
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

/// An element of the base document as the object of a clause.
fn object(at: &str, kind: &str) -> Value {
    json!({"kind": kind, "id": id(at)})
}

/// Where the deepest of nine pillars stands.
const DEEP: &str =
    "/priorities/0/pillars/0/pillars/0/pillars/0/pillars/0/pillars/0/pillars/0/pillars/0/pillars/0/pillars/0";
/// Who may see that an internal partner supports a public action.
const PUBLIC: &str = "/executionPlans/0/actions/0/responsibilities/1/disclosure";
/// An id that nothing bears.
const NOWHERE: &str = "98000001-0000-4000-8000-000000000000";

fn nth(number: usize) -> String {
    format!("97{number:06}-0000-4000-8000-000000000000")
}

const ADVICE: &[Fault] = &[
    on(Kind::Plan, Code::PlanNoLegalBasis, "", |d| cut(d, "/legalBasis")),
    on(Kind::Plan, Code::PlanNoPartners, "", |d| {
        cut(d, "/partners");
        cut(d, "/decisions/1/clauses/0/to");
        cut_everywhere(d, "responsibilities");
    }),
    on(Kind::Plan, Code::PlanPredecessorGap, "/predecessors/0", |d| {
        put(d, "/predecessors/0/period/end", "2019-12-30");
    }),
    on(Kind::Plan, Code::PlanPredecessorOverlap, "/predecessors/0", |d| {
        put(d, "/predecessors/0/period/end", "2020-01-01");
    }),
    on(Kind::Plan, Code::PlanNoPredecessorEvaluation, "", |d| put(d, "/analyses/1/kind", "safetyAnalysis")),
    on(Kind::Plan, Code::PlanNoSafetyAnalysis, "", |d| put(d, "/analyses/0/kind", "evaluation")),
    on(Kind::Plan, Code::PlanPartnersNotInvolved, "", |d| cut(d, "/partners/1/involvedIn")),
    on(Kind::Plan, Code::PlanTooManyPriorities, "", |d| {
        put(d, "/profile/limits/priorities", 1);
        put(d, "/priorities/-", json!({"id": NOWHERE, "title": "Nog een prioriteit"}));
    }),
    on(Kind::Plan, Code::PlanTitleYears, "/title", |d| put(d, "/title", "Veiligheidsplan 2019-2022")),
    on(Kind::Plan, Code::PlanYearWithoutExecutionPlan, "", |d| put(d, "/period/start", "2019-01-01")),
    on(Kind::Objective, Code::ObjectiveByOutsidePeriod, "/objectives/0/by", |d| {
        put(d, "/objectives/0/by", "2024-01-01");
    }),
    on(Kind::Objective, Code::ObjectiveSupportsNothing, "/priorities/0/objectives/0", |d| {
        cut(d, "/priorities/0/objectives/0/supports");
    }),
    on(Kind::Indicator, Code::IndicatorFigureWithoutNote, "/indicators/0/figures/0/note", |d| {
        cut(d, "/indicators/0/figures/0/note");
    }),
    on(Kind::Principle, Code::PrincipleRepeatedTitle, "/principles/1", |d| {
        put(d, "/principles/1/title", "INTEGRAAL werken");
    }),
    on(Kind::Framework, Code::FrameworkEndsBeforePlan, "/frameworks/0/period", |d| {
        put(d, "/frameworks/0/period/end", "2023-12-30");
    }),
    on(Kind::FrameworkItem, Code::FrameworkItemUnanswered, "/frameworks/0/items/2", |d| {
        put(d, "/frameworks/0/items/-", json!({"id": NOWHERE, "title": "Cybercrime"}));
    }),
    on(Kind::Partner, Code::PartnerNoDescription, "/partners/1", |d| cut(d, "/partners/1/description")),
    // Nor does it belong to a group that is described.
    on(Kind::Partner, Code::PartnerNotStrategic, "/partners/1", |d| {
        cut(d, "/partners/1/strategic");
        cut(d, "/partners/1/memberOf");
    }),
    on(Kind::Partner, Code::PartnerUnused, "/partners/5", |d| {
        put(
            d,
            "/partners/-",
            json!({"id": NOWHERE, "name": "OM", "kind": "organisation", "strategic": true}),
        );
        put(d, "/partners/5/description", "Vervolgt strafbare feiten");
    }),
    on(Kind::Area, Code::AreaOutsideMunicipalities, "/areas/5/cbsCode", |d| {
        put(d, "/areas/-", json!({"id": NOWHERE, "name": "Overkant", "cbsCode": "WK059901"}));
    }),
    on(Kind::Topic, Code::TopicUnused, "/topics/1", |d| {
        put(d, "/topics/-", json!({"id": NOWHERE, "title": "Digitalisering"}));
    }),
    on(Kind::Priority, Code::PriorityNoPartners, "/priorities/0", |d| {
        cut(d, "/priorities/0/responsibilities/1");
        cut(d, "/priorities/0/pillars/0/responsibilities");
    }),
    on(Kind::Priority, Code::PriorityNoMunicipalRole, "/priorities/0", |d| {
        cut(d, "/priorities/0/municipalRole");
    }),
    on(Kind::Priority, Code::PriorityNoAnalysis, "/priorities/0", |d| cut(d, "/priorities/0/basedOn")),
    on(Kind::Priority, Code::PriorityNoDirector, "/priorities/0", |d| {
        cut(d, "/priorities/0/responsibilities/0");
    }),
    on(Kind::Priority, Code::PriorityNoPolicyDomain, "/priorities/0", |d| {
        cut(d, "/priorities/0/policyDomains");
    }),
    on(Kind::Priority, Code::PriorityOneSidedApproach, "/priorities/0", |d| {
        cut(d, "/executionPlans/0/actions/1/approach");
    }),
    on(Kind::Priority, Code::PriorityAnswersNothing, "/priorities/0", |d| {
        cut(d, "/priorities/0/answers");
        cut(d, "/priorities/0/pillars/0/answers");
    }),
    on(Kind::Priority, Code::PriorityPartMissing, "/priorities/0", |d| cut(d, "/priorities/0/introduction")),
    on(Kind::Pillar, Code::PillarNoAction, "/priorities/0/pillars/1", |d| {
        cut(d, "/executionPlans/1/actions/0/serves/1");
    }),
    on(Kind::Theme, Code::ThemeAlsoPriority, "/themes/0", |d| put(d, "/themes/0/title", "Een Weerbare Stad")),
    on(Kind::ExecutionPlan, Code::ExecutionPlanOverlap, "/executionPlans/2/period", |d| {
        cut(d, "/executionPlans/2/scope");
    }),
    on(Kind::ExecutionPlan, Code::ExecutionPlanSecondInYear, "/executionPlans/2/period", |d| {
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
        put(d, "/municipalities/-", json!({"code": "GM0599", "name": "Buurgemeente"}));
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
    on(Kind::Plan, Code::PlanCouncilNotInformed, "", |d| put(d, "/profile/cadences/informationMonths", 6)),
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

const READINESS: &[Fault] = &[
    on(Kind::Plan, Code::PlanNoDirection, "", |d| {
        cut(d, "/mission");
        cut(d, "/vision");
    }),
    on(Kind::Plan, Code::PlanNoGoal, "", |d| {
        cut(d, "/executionPlans/0/actions/0/serves/1");
        cut_everywhere(d, "objectives");
    }),
    on(Kind::Plan, Code::PlanNoVision, "", |d| cut(d, "/vision")),
    on(Kind::Plan, Code::PlanNotOneMainObjective, "", |d| {
        put(d, "/objectives/-", json!({"id": NOWHERE, "text": "Nog een hoofddoel"}));
    }),
    on(Kind::Plan, Code::PlanNoPriority, "", |d| {
        // Not what serves, evaluates or decides on the priority either.
        for list in ["priorities", "executionPlans", "acuteIssues", "decisions", "evaluations", "exemptions"]
        {
            cut(d, &format!("/{list}"));
        }
    }),
    on(Kind::Plan, Code::PlanMayorNotAccountable, "", |d| put(d, "/responsibilities/0/role", "involved")),
    on(Kind::Priority, Code::PriorityNoObjective, "/priorities/0", |d| {
        cut(d, "/executionPlans/0/actions/0/serves/1");
        cut(d, "/priorities/0/objectives");
    }),
    on(Kind::Priority, Code::PriorityNoReason, "/priorities/0", |d| cut(d, "/priorities/0/reasons")),
    on(Kind::Priority, Code::PriorityRoleUnstated, "/priorities/0", |d| {
        cut(d, "/priorities/0/municipalRole");
    }),
    on(Kind::Priority, Code::PriorityNotOneDirector, "/priorities/0", |d| {
        let second = json!({"partner": id("/partners/2"), "role": "director"});
        put(d, "/priorities/0/responsibilities/-", second);
    }),
];

/// Planted in [`two`] plans.
const SETS: &[Fault] = &[
    on(Kind::Plan, Code::SetPlanRepeated, "/1/id", |d| {
        let first = d[0].clone();
        put(d, "/1", first);
    }),
    on(Kind::Theme, Code::SetIdShared, "/1/themes/0", |d| rename(d, "/themes/0", "/themes/0")),
    on(Kind::Topic, Code::SetKindDiffers, "/1/topics/0", |d| rename(d, "/topics/0", "/areas/0")),
    on(Kind::Plan, Code::SetSuccessionCycle, "/0/predecessors", |d| {
        let second = d[1]["id"].clone();
        put(d, "/0/predecessors", json!([{"title": "Opvolger", "plan": second}]));
    }),
    on(Kind::Priority, Code::SetContinuationCycle, "/0/priorities/0/continues", |d| {
        let second = d[1]["priorities"][0]["id"].clone();
        put(d, "/0/priorities/0/continues", json!([{"kind": "priority", "id": second}]));
    }),
    on(Kind::Partner, Code::SetNameDiffers, "/1/partners/3", |d| {
        put(d, "/1/partners/3/name", "Regiodriehoek");
    }),
    on(Kind::Plan, Code::SetUnresolved, "/1/predecessors/0/plan", |d| {
        put(d, "/1/predecessors/0/plan", NOWHERE);
    }),
    on(Kind::Plan, Code::SetNoCommonMunicipality, "/1/predecessors/0", |d| {
        put(d, "/1/municipalities/0/code", "GM0599");
        put(d, "/1/executionPlans/2/municipalities/0", "GM0599");
        put(d, "/1/decisions/0/municipality", "GM0599");
    }),
    on(Kind::Plan, Code::SetSuccessionGap, "/1/predecessors/0", |d| {
        put(d, "/0/period/end", "2019-06-30");
    }),
    on(Kind::Plan, Code::SetSuccessionOverlap, "/1/predecessors/0", |d| {
        put(d, "/0/period/end", "2020-03-31");
    }),
    on(Kind::Plan, Code::SetPredecessorNotEvaluated, "/1/predecessors/0", |d| {
        put(d, "/1/analyses/1/kind", "safetyAnalysis");
    }),
    on(Kind::Priority, Code::SetDroppedWithoutDecision, "/0/priorities/0", |d| {
        cut(d, "/1/priorities/0/continues");
    }),
];

/// Two plans that name nothing outside, as a list: the second succeeds the first, looks back on it, continues its
/// priority and shares a partner with it.
fn two() -> Value {
    let mut first = tree(BASE);
    for outward in ["/predecessors", "/relations", "/objectives/0/continues", "/indicators/0/continues"] {
        cut(&mut first, outward);
    }
    cut(&mut first, "/priorities/0/continues");
    cut(&mut first, "/themes/0/continues");
    let second = tree(&first.to_string().replace("-4000-8000-", "-4001-8000-"));
    put(&mut first, "/period", json!({"start": "2016-01-01", "end": "2019-12-31"}));
    let mut both = json!([first, second]);
    rename(&mut both, "/partners/3", "/partners/3");
    put(&mut both, "/1/predecessors", json!([{"title": "Voorganger", "plan": id("")}]));
    put(&mut both, "/1/priorities/0/continues", json!([{"kind": "priority", "id": id("/priorities/0")}]));
    both
}

/// Gives an element of the second plan the id of an element of the first, wherever the second names it.
fn rename(both: &mut Value, element: &str, first: &str) {
    let id = |at: String| both.pointer(&at).unwrap().as_str().unwrap().to_owned();
    let (old, new) = (id(format!("/1{element}/id")), id(format!("/0{first}/id")));
    both[1] = tree(&both[1].to_string().replace(&old, &new));
}

/// Takes a key away from every object that has it.
fn cut_everywhere(value: &mut Value, key: &str) {
    match value {
        Value::Object(object) => {
            object.remove(key);
            object.values_mut().for_each(|value| cut_everywhere(value, key));
        }
        Value::Array(list) => list.iter_mut().for_each(|value| cut_everywhere(value, key)),
        _ => {}
    }
}

/// Faults of text: planted in the text itself, read within bounds of their own.
type TextFault = (Code, fn() -> Vec<u8>, Limits, &'static str, Option<(usize, usize)>);

fn text_faults() -> Vec<TextFault> {
    let usual = Limits::default();
    vec![
        (Code::TextTooLarge, || BASE.into(), usual.with_bytes(BASE.len() - 1), "", None),
        (
            Code::TextNotUtf8,
            || [BASE.split_at(4).0.as_bytes(), b"\xff", BASE.split_at(4).1.as_bytes()].concat(),
            usual,
            "",
            Some((2, 3)),
        ),
        (Code::TextNotJson, || b"{\n  \"formatVersion\" \"1.0\"}".to_vec(), usual, "", Some((2, 19))),
        (Code::TextTooDeep, || deep_pillars(70).into(), usual, "", Some((1, 16 + 63 * 13))),
        // The longest list of the base document, of its decisions, has eight elements.
        (Code::TextListTooLong, || with_nine_areas().into(), usual.with_list(8), "/areas", None),
        (
            Code::ShapeRepeatedKey,
            || BASE.replacen("\"motto\"", "\"title\": \"Nog een titel\", \"motto\"", 1).into(),
            usual,
            "",
            None,
        ),
    ]
}

fn with_nine_areas() -> String {
    let mut document = tree(BASE);
    for number in 6..=9 {
        put(&mut document, "/areas/-", json!({"id": nth(number), "name": "Overkant"}));
    }
    document.to_string()
}

/// A document in which pillars are nested this deep.
fn deep_pillars(levels: usize) -> String {
    format!(r#"{{"priorities": [{}{}]}}"#, r#"{"pillars": ["#.repeat(levels), "]}".repeat(levels))
}

fn planted(fault: &Fault) -> Value {
    let mut document = tree(BASE);
    fault.3(&mut document);
    document
}

fn plan(document: &Value) -> SafetyPlan {
    SafetyPlan::from_json(&document.to_string()).unwrap_or_else(|rejected| panic!("{rejected:#}"))
}

/// The finding says what the table says of it, in both languages, and names the element that it is in.
#[track_caller]
fn assert_says(finding: &Finding, fault: &Fault, severity: Severity, document: &Value) {
    let Fault(code, at, kind, _) = fault;
    assert_eq!((finding.code, finding.place.to_string().as_str()), (*code, *at), "{finding}");
    assert_eq!(finding.severity, severity, "{finding}");
    assert_eq!(finding.subject.map(|subject| subject.kind), *kind, "{finding}");
    for message in [&finding.message, &finding.message_nl] {
        assert!(!message.is_empty() && !message.contains(['{', '\n']), "{code}: {message}");
    }
    if let Some(subject) = finding.subject {
        let steps = at.match_indices('/').map(|(step, _)| step).chain([at.len()]);
        let nearest = steps.rev().find_map(|end| element(document.pointer(&at[..end])?)).unwrap_or_default();
        assert_eq!(subject.id.to_string(), nearest, "{finding}");
    }
}

/// The id of an object, unless it is a mere link.
fn element(object: &Value) -> Option<&str> {
    let is_link = object.as_object()?.keys().all(|key| ["id", "kind", "basis"].contains(&key.as_str()));
    if is_link { None } else { object.get("id")?.as_str() }
}

#[test]
fn the_base_document_has_nothing_to_be_found() {
    let plan = plan(&tree(BASE));
    // What it leaves out knowingly stays listed.
    let advice = plan.advice(DAY.parse().unwrap());
    assert_eq!(advice.open().count(), 0, "{advice}");
    assert_eq!(codes(&advice), [("framework/item-unanswered", "/frameworks/0/items/1".to_owned())]);
    assert_eq!(advice.as_slice()[0].exempt.as_deref(), Some("Geen lokale rol"));
    let readiness = plan.readiness(Step::Adoption, DAY.parse().unwrap());
    assert!(readiness.is_ready() && readiness.wanted.is_empty(), "{readiness:?}");
    assert_eq!(plan.to_json(), BASE, "the fixture is in the written form");
}

/// The codes planted in batches of changes.
fn of_changes() -> Vec<Code> {
    let planted = crate::change::planted();
    let structure = planted.iter().filter_map(|(_, code, _)| code.parse::<Code>().ok());
    let structure: std::collections::BTreeSet<Code> =
        structure.filter(|code| code.raised_by() == RaisedBy::Change).collect();
    structure.into_iter().chain(crate::law::LAWS).collect()
}

#[test]
fn every_code_has_a_fault_in_the_table_of_its_origin() {
    let of = |faults: &[Fault]| faults.iter().map(|fault| fault.0).collect::<Vec<_>>();
    let tables = [
        (RaisedBy::Text, text_faults().iter().map(|fault| fault.0).collect()),
        (RaisedBy::Shape, of(SHAPE)),
        (RaisedBy::Document, of(DOCUMENT)),
        (RaisedBy::Set, SETS.iter().map(|fault| fault.0).collect()),
        (RaisedBy::Advice, of(ADVICE)),
        (RaisedBy::Readiness, of(READINESS)),
        (RaisedBy::Change, of_changes()),
    ];
    let mut seen = HashSet::new();
    for (origin, codes) in tables {
        for code in codes {
            assert_eq!(code.raised_by(), origin, "{code}");
            assert!(seen.insert(code), "{code} is planted twice");
        }
    }
    let forgotten: Vec<_> = Code::ALL.iter().filter(|code| !seen.contains(code)).collect();
    assert!(forgotten.is_empty(), "{forgotten:?}");
}

#[test]
fn one_fault_in_the_text_gives_one_error_with_its_place() {
    for (code, text, limits, at, position) in text_faults() {
        let rejected = limits.from_json_slice(&text()).unwrap_err();
        let [finding] = rejected.errors().as_slice() else { panic!("{code}: {rejected:#}") };
        assert_eq!((finding.code, finding.place.to_string().as_str()), (code, at));
        assert_eq!(finding.line.zip(finding.column), position, "{code}");
        assert_eq!(finding.severity, Severity::Error);
    }
}

#[test]
fn one_fault_in_the_document_gives_one_error_with_its_place_and_element() {
    for fault in SHAPE.iter().chain(DOCUMENT) {
        let document = planted(fault);
        let found = errors(&document.to_string());
        let [finding] = found.as_slice() else { panic!("{}: {:?}", fault.0, codes(&found)) };
        assert_says(finding, fault, Severity::Error, &document);
    }
}

#[test]
fn one_cause_for_advice_gives_one_advice_of_its_code() {
    for fault in ADVICE {
        let document = planted(fault);
        let found = plan(&document).advice(DAY.parse().unwrap());
        let [finding] = of(&found, fault.0)[..] else { panic!("{}: {:?}", fault.0, codes(&found)) };
        assert_says(finding, fault, Severity::Advice, &document);
    }
}

#[test]
fn one_lack_gives_one_finding_of_its_code_before_adoption() {
    for fault in READINESS {
        let document = planted(fault);
        let readiness = plan(&document).readiness(Step::Adoption, DAY.parse().unwrap());
        // Goals and a direction are the law's; the rest is what this profile wants.
        let (side, other) = match fault.0.severity() {
            Severity::Error => (&readiness.required, &readiness.wanted),
            Severity::Advice => (&readiness.wanted, &readiness.required),
        };
        let [finding] = of(side, fault.0)[..] else { panic!("{}: {readiness:?}", fault.0) };
        assert_says(finding, fault, fault.0.severity(), &document);
        assert!(of(other, fault.0).is_empty(), "{readiness:?}");
    }
}

#[test]
fn what_is_repeated_and_what_runs_in_a_circle_names_all_its_places() {
    let mut document = tree(BASE);
    for at in ["/themes/0/pillars/0", "/priorities/0/pillars/1/pillars/0"] {
        put(
            &mut document,
            at.trim_end_matches("/0"),
            json!([{"id": id("/priorities/0/pillars/1"), "title": "Nog een"}]),
        );
    }
    put(&mut document, "/executionPlans/0/actions/1/dependsOn", json!([id("/executionPlans/0/actions/2")]));
    put(&mut document, "/executionPlans/0/actions/2/dependsOn", json!([id("/executionPlans/0/actions/0")]));
    let found = errors(&document.to_string());
    let places = |finding: &Finding| {
        [&finding.place].into_iter().chain(&finding.related).map(ToString::to_string).collect::<Vec<_>>()
    };
    let [repeated, circle] = found.as_slice() else { panic!("{:?}", codes(&found)) };
    assert_eq!(repeated.code, Code::ElementDuplicateId);
    let pillars =
        ["/priorities/0/pillars/1/pillars/0/id", "/priorities/0/pillars/1/id", "/themes/0/pillars/0/id"];
    assert_eq!(places(repeated), pillars);
    assert_eq!(circle.code, Code::ActionDependencyCycle);
    assert!(circle.message.contains("A1 -> A2 -> A3 -> A1"), "{circle}");
    assert_eq!(
        places(circle),
        [0, 1, 2].map(|action| format!("/executionPlans/0/actions/{action}/dependsOn"))
    );
}

#[test]
fn rules_that_municipalities_differ_on_weigh_what_the_profile_says() {
    let judged = [
        (Code::PlanNoLegalBasis, 9),
        (Code::PriorityNoAnalysis, 17),
        (Code::PriorityNoDirector, 32),
        (Code::PlanTooManyPriorities, 56),
        (Code::ExecutionPlanSecondInYear, 96),
    ];
    for (code, rule) in judged {
        let fault = ADVICE.iter().find(|fault| fault.0 == code).unwrap();
        let mut document = planted(fault);
        put(&mut document, "/profile/levels", json!([{"rule": rule, "level": "error"}]));
        let found = errors(&document.to_string());
        let [finding] = found.as_slice() else { panic!("{code}: {:?}", codes(&found)) };
        assert_says(finding, fault, Severity::Error, &document);
        put(&mut document, "/profile/levels", json!([{"rule": rule, "level": "off"}]));
        assert!(of(&plan(&document).advice(DAY.parse().unwrap()), code).is_empty(), "{code}");
    }
}

#[test]
fn in_every_profile_adoption_wants_a_direction_and_a_goal_and_in_general_nothing_else() {
    for fault in READINESS {
        let mut document = planted(fault);
        put(&mut document, "/profile", json!({"name": "general"}));
        let readiness = plan(&document).readiness(Step::Adoption, DAY.parse().unwrap());
        let wanted = usize::from(fault.0.severity() == Severity::Error);
        assert_eq!((readiness.required.len(), readiness.wanted.len()), (wanted, 0), "{readiness:?}");
    }
}

#[test]
fn one_fault_between_plans_gives_one_finding_of_the_set() {
    let plans = |both: &Value| both.as_array().unwrap().iter().map(plan).collect::<Vec<_>>();
    let sound = PlanSet::new(plans(&two())).unwrap();
    assert_eq!(sound.advice().to_string(), "");
    for fault in SETS {
        let mut both = two();
        fault.3(&mut both);
        let checked = PlanSet::check(plans(&both));
        assert_eq!(checked.set.is_some(), checked.errors.is_empty());
        let found = checked.set.map_or(checked.errors, |set| set.advice());
        let [finding] = found.as_slice() else { panic!("{}: {:?}", fault.0, codes(&found)) };
        assert_says(finding, fault, fault.0.severity(), &both);
    }
}

fn of(findings: &Findings, code: Code) -> Vec<&Finding> {
    findings.open().filter(|finding| finding.code == code).collect()
}
