//! Faults of one value, or of the shape of one object.

use serde_json::json;

use super::sheet::{cut, put};
use super::{Fault, of_no_element, on};
use crate::finding::Code;
use crate::kind::Kind;

pub(super) const FAULTS: &[Fault] = &[
    // The rules of this version don't judge a document of a later one.
    of_no_element(Code::FormatNewer, "/formatVersion", |d| put(d, "/formatVersion", "1.1")),
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
