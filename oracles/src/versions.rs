//! Other versions of a plan, and a plan that succeeds it.

use serde_json::{Value, json};
use veiligheidsplan::SafetyPlan;
use veiligheidsplan::uuid::Uuid;

/// A plan after this one: the same under other ids, that continues some goals and actions, each in its own way.
///
/// # Panics
/// What comes out has errors.
#[must_use]
pub fn successor(plan: &SafetyPlan) -> SafetyPlan {
    let mut text = plan.to_json();
    for element in plan.elements() {
        let id = element.id().into_uuid();
        text = text.replace(&id.to_string(), &renewed(id).to_string());
    }
    let mut next: Value = serde_json::from_str(&text).expect("JSON");
    let old = plan.id().to_string();
    next["predecessors"] = json!([{"title": "Het vorige plan", "plan": old}]);
    for (list, kind) in [
        ("/objectives", ""),
        ("/indicators", ""),
        ("/priorities", "priority"),
        ("/themes", "theme"),
        ("/executionPlans/0/actions", ""),
    ] {
        continue_some(&mut next, list, kind);
    }
    SafetyPlan::from_json(&next.to_string()).unwrap_or_else(|errors| panic!("{errors:#}"))
}

/// A later version of this plan: elements came and moved, a theme was closed, and the plan was looked back on.
///
/// # Panics
/// What comes out has errors.
#[must_use]
pub fn later(plan: &SafetyPlan) -> SafetyPlan {
    let mut later: Value = serde_json::from_str(&plan.to_json()).expect("JSON");
    for list in ["/priorities", "/frameworks/0/items", "/evaluations/0/findings", "/topics"] {
        let Some(items) = later.pointer_mut(list).and_then(Value::as_array_mut) else { continue };
        items.rotate_left(1);
        if list != "/priorities" {
            let mut copy = items[0].clone();
            copy["id"] = copied(&copy["id"]);
            copy["code"] = Value::Null;
            items.push(copy);
        }
    }
    later["priorities"][0]["budget"] = json!({"amount": {"kind": "ceiling", "cents": 1_250_000}});
    let theme = json!({"kind": "theme", "id": later["themes"][0]["id"]});
    let closed = json!({
        "id": copied(&theme["id"]),
        "organ": "council",
        "date": "2021-11-01",
        "clauses": [{"act": "close", "object": theme}, {"act": "amend", "object": {"kind": "plan", "id": later["id"]}}],
    });
    let evaluation = json!({
        "id": copied(&later["id"]),
        "of": [{"kind": "plan", "id": later["id"]}],
        "title": "Terugblik",
        "period": later["period"],
        "deliveredOn": "2024-01-31",
    });
    for (list, one) in [("decisions", closed), ("evaluations", evaluation)] {
        if later[list].is_null() {
            later[list] = json!([]);
        }
        later[list].as_array_mut().expect("a list").push(one);
    }
    SafetyPlan::from_json(&later.to_string()).unwrap_or_else(|errors| panic!("{errors:#}"))
}

/// The id of a copy.
fn copied(id: &Value) -> Value {
    let id: Uuid = id.as_str().and_then(|id| id.parse().ok()).expect("an id");
    Uuid::from_u128(id.as_u128() ^ (1 << 126)).to_string().into()
}

/// Another id for each; the id itself when done twice.
fn renewed(id: Uuid) -> Uuid {
    Uuid::from_u128(id.as_u128() ^ (1 << 127))
}

/// One continues itself, the next both itself and the one after it, the third nothing, the fourth the one before it.
fn continue_some(plan: &mut Value, list: &str, kind: &str) {
    let Some(items) = plan.pointer_mut(list).and_then(Value::as_array_mut) else { return };
    let id = |item: &Value| item["id"].as_str().and_then(|id| id.parse().ok()).map(renewed);
    let ids: Vec<Uuid> = items.iter().filter_map(id).collect();
    for (number, item) in items.iter_mut().enumerate() {
        let continued = match number % 4 {
            0 => ids.get(number..=number),
            1 => ids.get(number..ids.len().min(number + 2)),
            2 => None,
            _ => ids.get(number - 1..number),
        };
        let reference = |id: &Uuid| match kind {
            "" => json!(id.to_string()),
            kind => json!({"kind": kind, "id": id.to_string()}),
        };
        item["continues"] = continued.unwrap_or_default().iter().map(reference).collect();
    }
}
