//! Faults between the plans of a set.

use serde_json::{Value, json};

use super::sheet::{NOWHERE, Sheet, base, cut, id, put, read, rename};
use super::{Fault, in_set};
use crate::finding::Code;
use crate::kind::Kind;

pub(super) const FAULTS: &[Fault] = &[
    in_set(Kind::Plan, Code::SetPlanRepeated, "/1/id", |d| {
        let first = d.get("/0");
        put(d, "/1", first);
    }),
    in_set(Kind::Theme, Code::SetIdShared, "/1/themes/0", |d| rename(d, "/themes/0", "/themes/0")),
    in_set(Kind::Topic, Code::SetKindDiffers, "/1/topics/0", |d| rename(d, "/topics/0", "/areas/0")),
    in_set(Kind::Plan, Code::SetSuccessionCycle, "/0/predecessors", |d| {
        let second = d.get("/1/id");
        put(d, "/0/predecessors", json!([{"title": "Opvolger", "plan": second}]));
    }),
    in_set(Kind::Priority, Code::SetContinuationCycle, "/0/priorities/0/continues", |d| {
        let second = d.get("/1/priorities/0/id");
        put(d, "/0/priorities/0/continues", json!([{"kind": "priority", "id": second}]));
    }),
    in_set(Kind::Partner, Code::SetNameDiffers, "/1/partners/3", |d| {
        put(d, "/1/partners/3/name", "Regiodriehoek");
    }),
    in_set(Kind::Plan, Code::SetUnresolved, "/1/predecessors/0/plan", |d| {
        put(d, "/1/predecessors/0/plan", NOWHERE);
    }),
    in_set(Kind::Plan, Code::SetNoCommonMunicipality, "/1/predecessors/0", |d| {
        put(d, "/1/municipalities/0/code", "GM0599");
        put(d, "/1/executionPlans/2/municipalities/0", "GM0599");
        put(d, "/1/decisions/0/municipality", "GM0599");
    }),
    in_set(Kind::Plan, Code::SetSuccessionGap, "/1/predecessors/0", |d| {
        put(d, "/0/period/end", "2019-06-30");
    }),
    in_set(Kind::Plan, Code::SetSuccessionOverlap, "/1/predecessors/0", |d| {
        put(d, "/0/period/end", "2020-03-31");
    }),
    in_set(Kind::Plan, Code::SetPredecessorNotEvaluated, "/1/predecessors/0", |d| {
        put(d, "/1/analyses/1/kind", "safetyAnalysis");
    }),
    in_set(Kind::Priority, Code::SetDroppedWithoutDecision, "/0/priorities/0", |d| {
        cut(d, "/1/priorities/0/continues");
    }),
];

/// Two plans that name nothing outside, as a list: the second succeeds the first, looks back on it, continues its
/// priority and shares a partner with it.
pub(super) fn pair() -> Value {
    let mut first = Sheet::new(base());
    for outward in [
        "/predecessors",
        "/relations",
        "/objectives/0/continues",
        "/indicators/0/continues",
        "/priorities/0/continues",
        "/themes/0/continues",
    ] {
        cut(&mut first, outward);
    }
    let second = read(&first.get("").to_string().replace("-4000-8000-", "-4001-8000-"));
    put(&mut first, "/period", json!({"start": "2016-01-01", "end": "2019-12-31"}));
    let mut both = Sheet::new(json!([first.get(""), second]));
    rename(&mut both, "/partners/3", "/partners/3");
    put(&mut both, "/1/predecessors", json!([{"title": "Voorganger", "plan": id("")}]));
    put(&mut both, "/1/priorities/0/continues", json!([{"kind": "priority", "id": id("/priorities/0")}]));
    both.get("")
}
