//! Batches that touch only what they name: they need no check of the whole plan.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use super::{Change, ElementDraft};
use crate::kind::Kind;
use crate::plan::{Edit, Element, SafetyPlan};
use crate::wire::Typed;

/// The batch as edits, if nothing but what it names can be at fault through it: actions replaced under the same code, disclosure
/// and goals, actions added at the end of an execution plan, and decisions added at the end of the list.
pub(super) fn edits(plan: &SafetyPlan, changes: &[Change]) -> Option<Vec<Edit>> {
    let mut named: HashSet<Uuid> = HashSet::new();
    let mut grown = HashMap::new();
    let mut edits = Vec::with_capacity(changes.len());
    for change in changes {
        let edit = match change {
            Change::Replace { element: ElementDraft::Action(draft) } => {
                let Element::Action(was) = plan.element(written(&draft.id)?)? else { return None };
                let same_code = was.code().map(|code| code.as_str()) == draft.code.as_deref();
                // Who may see an action follows from what it serves, and others may follow from that.
                let same_secrecy =
                    was.disclosure() == draft.disclosure && was.serves().to_vec().to_raw() == draft.serves;
                if !same_code || !same_secrecy || !named.insert(was.id().into_uuid()) {
                    return None;
                }
                let (execution, at) = plan.stands_at(was.id())?;
                Edit::Action { execution, at, draft: Box::new(draft.clone()) }
            }
            Change::Add { parent, at, element } => {
                let id = written(element.id())?;
                if plan.element(id).is_some() || !named.insert(id) {
                    return None;
                }
                let holder = plan.element(written(&parent.id)?).filter(|it| it.kind() == parent.kind)?;
                let (edit, length) = match (holder, element) {
                    (Element::ExecutionPlan(holder), ElementDraft::Action(draft)) => {
                        let execution =
                            plan.execution_plans().iter().position(|one| one.id() == holder.id())?;
                        let draft = Box::new(draft.clone());
                        (Edit::Action { execution, at: *at, draft }, holder.actions().len())
                    }
                    (Element::Plan(holder), ElementDraft::Decision(draft)) => {
                        (Edit::Decision { draft: Box::new(draft.clone()) }, holder.decisions().len())
                    }
                    _ => return None,
                };
                let more = grown.entry((element.kind() == Kind::Action, parent.id.as_str())).or_insert(0);
                if *at != length + *more {
                    return None;
                }
                *more += 1;
                edit
            }
            _ => return None,
        };
        edits.push(edit);
    }
    (!edits.is_empty()).then_some(edits)
}

/// The id that a text is the written form of. A batch names elements by that text, so that another spelling names none.
fn written(text: &str) -> Option<Uuid> {
    let id = Uuid::try_parse(text).ok().filter(|id| !id.is_nil())?;
    (text == id.hyphenated().encode_lower(&mut Uuid::encode_buffer())).then_some(id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{DecisionDraft, ProgressDraft};
    use crate::entity::Status;

    /// What the check of such a batch touches: the work is counted in elements, not in time.
    #[test]
    fn a_report_and_a_decision_touch_what_they_name_and_any_other_batch_the_plan() {
        let text = include_str!("../../data/vlaardingen-2020-2023.demo.plan.json");
        let plan = SafetyPlan::from_json(text).unwrap();
        let draft = plan.to_draft();
        let mut action = draft.execution_plans[1].actions[3].clone();
        action
            .progress
            .push(ProgressDraft { status: Some(Status::Done), ..ProgressDraft::new("2021-12-01") });
        let report = Change::replace(action.clone());
        let mut decision: DecisionDraft = draft.decisions[16].clone();
        decision.id = plan.id().to_string().replace('9', "8");
        decision.code = None;
        let decided = Change::add(plan.id(), draft.decisions.len(), decision);
        let count = |changes: &[Change]| edits(&plan, changes).map(|edits| edits.len());
        assert_eq!(count(std::slice::from_ref(&report)), Some(1));
        assert_eq!(count(&[report.clone(), decided]), Some(2));
        let on = "2021-12-01".parse().unwrap();
        let applied = plan.apply(std::slice::from_ref(&report), on).unwrap();
        assert!(applied.plan.shares_index(&plan), "no element came, went or moved");

        action.code = Some("2021-Z".to_owned());
        assert_eq!(count(&[Change::replace(action.clone())]), None, "another may bear the code");
        assert_eq!(count(&[Change::remove(plan.execution_plans()[1].actions()[3].id())]), None);
        assert_eq!(count(&[report, Change::replace(draft.topics[0].clone())]), None);
        assert_eq!(count(&[]), None);
    }
}
