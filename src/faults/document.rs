//! Faults between elements of one plan: its strategy, its partners, areas, frameworks and indicators.

use serde_json::json;

use super::sheet::{NOWHERE, cut, id, insert, nth, put};
use super::{Fault, on};
use crate::finding::Code;
use crate::kind::Kind;

pub(super) const FAULTS: &[Fault] = &[
    on(Kind::Topic, Code::ElementDuplicateId, "/topics/1/id", |d| {
        insert(d, "/topics/1", json!({"id": id("/topics/0"), "title": "Uitbuiting"}));
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
        insert(d, "/municipalities/1", json!({"code": "GM0622", "name": "Voorbeelddorp"}));
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
];

/// Where the deepest of nine pillars stands.
const DEEP: &str =
    "/priorities/0/pillars/0/pillars/0/pillars/0/pillars/0/pillars/0/pillars/0/pillars/0/pillars/0/pillars/0";
