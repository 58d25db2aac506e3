//! What adoption by the council can lack.

use serde_json::json;

use super::sheet::{NOWHERE, cut, cut_everywhere, id, insert, put};
use super::{Fault, alone, on};
use crate::finding::Code;
use crate::kind::Kind;

pub(super) const FAULTS: &[Fault] = &[
    on(Kind::Plan, Code::PlanNoDirection, "", |d| {
        cut(d, "/mission");
        cut(d, "/vision");
    }),
    alone(Kind::Plan, Code::PlanNoGoal, "", |d| {
        cut(d, "/executionPlans/0/actions/0/serves/1");
        cut_everywhere(d, "objectives");
    }),
    on(Kind::Plan, Code::PlanNoVision, "", |d| cut(d, "/vision")),
    alone(Kind::Plan, Code::PlanNotOneMainObjective, "", |d| {
        insert(d, "/objectives/1", json!({"id": NOWHERE, "text": "Nog een hoofddoel"}));
    }),
    alone(Kind::Plan, Code::PlanNoPriority, "", |d| {
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
