//! Causes of advice on the strategy, and on what it rests on.

use serde_json::json;

use super::sheet::{NOWHERE, cut, cut_everywhere, insert, put};
use super::{Fault, alone, on};
use crate::finding::Code;
use crate::kind::Kind;

pub(super) const FAULTS: &[Fault] = &[
    on(Kind::Plan, Code::PlanNoLegalBasis, "", |d| cut(d, "/legalBasis")),
    alone(Kind::Plan, Code::PlanNoPartners, "", |d| {
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
    alone(Kind::Plan, Code::PlanNoPredecessorEvaluation, "", |d| {
        put(d, "/analyses/1/kind", "safetyAnalysis");
    }),
    alone(Kind::Plan, Code::PlanNoSafetyAnalysis, "", |d| put(d, "/analyses/0/kind", "evaluation")),
    alone(Kind::Plan, Code::PlanPartnersNotInvolved, "", |d| cut(d, "/partners/1/involvedIn")),
    alone(Kind::Plan, Code::PlanTooManyPriorities, "", |d| {
        put(d, "/profile/limits/priorities", 1);
        insert(d, "/priorities/1", json!({"id": NOWHERE, "title": "Nog een prioriteit"}));
    }),
    on(Kind::Plan, Code::PlanTitleYears, "/title", |d| put(d, "/title", "Veiligheidsplan 2019-2022")),
    alone(Kind::Plan, Code::PlanYearWithoutExecutionPlan, "", |d| put(d, "/period/start", "2019-01-01")),
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
        insert(
            d,
            "/partners/5",
            json!({"id": NOWHERE, "name": "OM", "kind": "organisation", "strategic": true}),
        );
        put(d, "/partners/5/description", "Vervolgt strafbare feiten");
    }),
    on(Kind::Area, Code::AreaOutsideMunicipalities, "/areas/5/cbsCode", |d| {
        insert(d, "/areas/5", json!({"id": NOWHERE, "name": "Overkant", "cbsCode": "WK059901"}));
    }),
    on(Kind::Topic, Code::TopicUnused, "/topics/1", |d| {
        insert(d, "/topics/1", json!({"id": NOWHERE, "title": "Digitalisering"}));
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
];
