//! Sets of plans that hang together: they share elements, continue each other and name each other.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use super::facts::pick;
use super::plan::named;
use super::shape::PlanShape;
use crate::draft::{ContinuedDraft, PlanRelationDraft, PredecessorDraft, SafetyPlanDraft};
use crate::entity::ContinuedKind;
use crate::plan::{PlanSet, SafetyPlan};
use crate::uuid::Uuid;

/// What the ids of the plans of a set follow from beside a choice, so that no two are the same.
const NAMES: [&str; 4] = ["set-1:", "set-2:", "set-3:", "set-4:"];

/// What plans of a set say of each other.
#[derive(Debug, Clone)]
struct Hanging {
    /// One for each element that can be shared, in the order of the document.
    shared: Vec<bool>,
    /// Which element of this plan, and which of an earlier one.
    continues: Vec<(Index, Index)>,
    succeeds: Option<Index>,
    relates: Option<Index>,
}

fn hanging() -> impl Strategy<Value = Hanging> + Clone {
    let succeeds = prop::option::of(any::<Index>());
    let relates = prop::option::weighted(0.3, any::<Index>());
    (vec(any::<bool>(), 20), vec((any::<Index>(), any::<Index>()), 0..4), succeeds, relates)
        .prop_map(|(shared, continues, succeeds, relates)| Hanging { shared, continues, succeeds, relates })
}

/// Sets of one to four plans of a shape. They are valid by construction: nothing is rejected.
///
/// The plans share partners, frameworks with their items, areas and topics under one id, now and then under another name.
/// A later plan may continue what an earlier one has, succeed it or name it as related.
pub fn sets(shape: PlanShape) -> impl Strategy<Value = PlanSet> + Clone {
    set_drafts(shape).prop_filter_map("generated sets are valid", |drafts| {
        let plans: Result<Vec<_>, _> = drafts.into_iter().map(SafetyPlan::try_from).collect();
        PlanSet::new(plans.ok()?).ok()
    })
}

fn set_drafts(shape: PlanShape) -> impl Strategy<Value = Vec<SafetyPlanDraft>> + Clone {
    // Boxed: four plans at once are too much for a stack.
    let one = |name, shape| (named(shape, name).boxed(), hanging());
    let [a, b, c, d] = NAMES;
    let plans = (one(a, shape.clone()), one(b, shape.clone()), one(c, shape.clone()), one(d, shape));
    (1..=NAMES.len(), plans).prop_map(|(count, (a, b, c, d))| {
        let mut plans: Vec<SafetyPlanDraft> = Vec::new();
        for (draft, hanging) in [a, b, c, d].into_iter().take(count) {
            let mut draft = shared(&draft, &hanging.shared);
            hang(&mut draft, &plans, &hanging);
            plans.push(draft);
        }
        plans
    })
}

/// The draft with ids that all plans of the set have in common, for some of what can be shared.
fn shared(draft: &SafetyPlanDraft, choices: &[bool]) -> SafetyPlanDraft {
    let mut ids: Vec<(&str, &Option<String>, &String)> = Vec::new();
    ids.extend(draft.partners.iter().map(|one| ("partner", &one.code, &one.id)));
    for framework in &draft.frameworks {
        ids.push(("framework", &framework.code, &framework.id));
        ids.extend(framework.items.iter().map(|one| ("item", &one.code, &one.id)));
    }
    ids.extend(draft.areas.iter().map(|one| ("area", &one.code, &one.id)));
    ids.extend(draft.topics.iter().map(|one| ("topic", &one.code, &one.id)));
    // INVARIANT: the written form of a draft is read as it was, so nothing becomes of the defaults.
    let mut text = serde_json::to_string(draft).unwrap_or_default();
    for ((kind, code, id), _) in ids.iter().zip(choices).filter(|(_, is_shared)| **is_shared) {
        let name = format!("shared:{kind}:{}", code.as_deref().unwrap_or_default());
        let common = Uuid::new_v5(&Uuid::NAMESPACE_OID, name.as_bytes());
        text = text.replace(id.as_str(), &common.to_string());
    }
    serde_json::from_str(&text).unwrap_or_default()
}

/// Lets a plan name what is in earlier ones.
fn hang(draft: &mut SafetyPlanDraft, earlier: &[SafetyPlanDraft], hanging: &Hanging) {
    let Some(before) = hanging.succeeds.and_then(|choice| pick(choice, earlier)).or(earlier.last()) else {
        return;
    };
    if hanging.succeeds.is_some() {
        let mut predecessor = PredecessorDraft::new(before.title.clone());
        predecessor.plan = Some(before.id.clone());
        draft.predecessors.push(predecessor);
    }
    if let Some(other) = hanging.relates.and_then(|choice| pick(choice, earlier)) {
        draft.relations.push(PlanRelationDraft::new(other.id.clone(), "Zelfde regio"));
    }
    let old: Vec<&String> =
        before.execution_plans.iter().flat_map(|one| &one.actions).map(|one| &one.id).collect();
    let mut own: Vec<_> = draft.execution_plans.iter_mut().flat_map(|one| &mut one.actions).collect();
    for (which, of) in &hanging.continues {
        let Some(to) = pick(*of, &old) else { continue };
        let count = own.len();
        let Some(action) = (count > 0).then(|| which.index(count)).and_then(|at| own.get_mut(at)) else {
            continue;
        };
        if !action.continues.contains(*to) {
            action.continues.push((*to).clone());
        }
    }
    for (which, of) in &hanging.continues {
        let priority = pick(*of, &before.priorities).map(|one| (ContinuedKind::Priority, &one.id));
        let theme = pick(*of, &before.themes).map(|one| (ContinuedKind::Theme, &one.id));
        let count = draft.priorities.len();
        let own = (count > 0).then(|| which.index(count)).and_then(|at| draft.priorities.get_mut(at));
        if let (Some(own), Some((kind, to))) = (own, priority.or(theme))
            && own.continues.iter().all(|one| one.id != *to)
        {
            own.continues.push(ContinuedDraft::new(kind, to.clone()));
        }
    }
    if hanging.continues.len() > 1 {
        let old = before.objectives.first().map(|one| one.id.clone());
        draft.objectives.iter_mut().take(1).for_each(|one| one.continues = old.clone().into_iter().collect());
        let old = before.indicators.first().map(|one| one.id.clone());
        draft.indicators.iter_mut().take(1).for_each(|one| one.continues = old.clone().into_iter().collect());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn generated_sets_have_no_errors(drafts in set_drafts(PlanShape::default())) {
            let mut plans = Vec::new();
            for draft in drafts {
                let checked = draft.check();
                prop_assert_eq!(checked.errors.to_string(), "");
                plans.extend(checked.plan);
            }
            prop_assert_eq!(PlanSet::check(plans).errors.to_string(), "");
        }
    }
}
