//! Edits that are checked where they are made, and share everything else with the plan before.

use std::sync::Arc;

use uuid::Uuid;

use super::index::Index;
use super::{Inner, Limits, SafetyPlan, Version, View, check, name_subjects};
use crate::draft::{ActionDraft, DecisionDraft};
use crate::entity::{Action, Decision, ExecutionPlan, PlanContent};
use crate::finding::Findings;
use crate::id::ActionId;
use crate::place::Path;
use crate::wire::Typed;

/// An edit after which only what it names, and what that refers to, has to be checked.
pub(crate) enum Edit {
    /// An action in the place of the one with this number, or at the end.
    Action { execution: usize, at: usize, draft: Box<ActionDraft> },
    /// One more decision at the end.
    Decision { draft: Box<DecisionDraft> },
}

impl SafetyPlan {
    /// Whether no element came, went or moved between the two versions.
    #[cfg(test)]
    pub(crate) fn shares_index(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.inner.index, &other.inner.index)
    }

    /// The numbers of the execution plan that an action stands in, and of the action there.
    pub(crate) fn stands_at(&self, action: ActionId) -> Option<(usize, usize)> {
        let index = &self.inner.index;
        let (holder, _, at) = index.find(action.into_uuid())?.held?;
        let (_, _, execution) = index.entry(holder)?.held?;
        Some((execution as usize, at as usize))
    }

    /// The plan after these edits, if it holds together.
    ///
    /// A replaced action costs the pointers of its execution plan's list; an addition, the index of the plan anew. What is
    /// checked is what the edits name; or the whole, where something comes that was named already.
    pub(crate) fn edited(&self, mut edits: Vec<Edit>) -> Result<Self, Findings> {
        // In the order of the document, so that of too many findings the same are kept as of a check of the whole.
        edits.sort_by_key(|edit| match edit {
            Edit::Action { execution, at, .. } => (false, *execution, *at),
            Edit::Decision { .. } => (true, 0, 0),
        });
        let mut content = self.inner.content.clone();
        let mut sink = Limits::default().sink();
        let mut scope = check::Scope::default();
        for edit in edits {
            match edit {
                Edit::Action { execution, at, draft } => {
                    let plans = Path::ROOT.key(PlanContent::key("executionPlans"));
                    let plan = plans.index(execution);
                    let list = plan.key(ExecutionPlan::key("actions"));
                    let action = Arc::new(Action::from_raw(&draft, &list.index(at), &mut sink));
                    scope.touched.push(action.id().into_uuid());
                    let Some(actions) = content.actions_mut(execution) else { continue };
                    let links = |action: &Action| (action.depends_on().to_vec(), action.continues().to_vec());
                    if let Some(place) = actions.get_mut(at) {
                        scope.links |= links(place) != links(&action);
                        *place = action;
                    } else {
                        scope.links |= links(&action) != Default::default();
                        scope.came.push(action.id().into_uuid());
                        actions.push(action);
                    }
                }
                Edit::Decision { draft } => {
                    let path = Path::ROOT.key(PlanContent::key("decisions"));
                    let at = path.index(content.decisions().len());
                    let decision = Decision::from_raw(&draft, &at, &mut sink);
                    scope.touched.push(decision.id().into_uuid());
                    scope.decisions = true;
                    scope.came.push(decision.id().into_uuid());
                    content.decisions_mut().push(decision);
                }
            }
        }
        scope.touched.retain(|id: &Uuid| !id.is_nil());
        scope.came.sort_unstable();
        let (index, is_awaited) = if scope.came.is_empty() {
            (Arc::clone(&self.inner.index), false)
        } else {
            let (index, is_awaited) = Index::after(&content, &scope.came);
            (Arc::new(index), is_awaited)
        };
        let view = View { plan: &content, index: &index };
        // As in the check of the whole: beyond the limit findings are only counted.
        if !sink.is_full() {
            if is_awaited {
                check::check(view, &mut sink);
            } else {
                check::check_touched(view, &scope, &mut sink);
            }
        }
        if sink.is_clean() {
            return Ok(Self { inner: Arc::new(Inner { version: Version::default(), content, index }) });
        }
        name_subjects(&index, &mut sink);
        Err(sink.finish())
    }
}
