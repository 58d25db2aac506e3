//! What a batch of changes can't do, told by structure alone.

use serde_json::json;
use veiligheidsplan::SafetyPlan;
use veiligheidsplan::change::{patch, read_changes};

use crate::support::{BASE, codes, tree};

#[test]
fn what_can_not_be_made_is_not_there_for_later_changes() {
    let plan = SafetyPlan::from_json(BASE).unwrap();
    let parent = json!({"kind": "plan", "id": tree(BASE)["id"]});
    let add = |at: usize| {
        let topic = json!({"id": "99000001-0000-4000-8000-000000000000", "title": "Nieuw"});
        json!({"op": "add", "parent": parent, "at": at, "element": {"topic": topic}})
    };
    let batch = read_changes(&json!([add(99), add(0)]).to_string()).unwrap();
    let found = patch(&plan.to_draft(), &batch).unwrap_err();
    assert_eq!(codes(&found), [("change/beyond-end", "/0/at".to_owned())]);
}
