//! Changes: the difference of two versions makes one into the other, and is small where little differs.

use std::collections::BTreeSet;

use proptest::prelude::*;
use veiligheidsplan::change::{Change, compare, difference, patch, read_changes};
use veiligheidsplan::draft::{ActionDraft, PillarDraft, SafetyPlanDraft, ServedDraft};
use veiligheidsplan::entity::ServedKind;
use veiligheidsplan::export::SchemaName;
use veiligheidsplan::plan::Element;
use veiligheidsplan::strategies::{Edits, PlanShape, Version, plans};
use veiligheidsplan::uuid::Uuid;
use veiligheidsplan::{ElementId, Kind, SafetyPlan};

use crate::schema::accepts_document;
use crate::support::{BASE, DEMO, PLAN};

// The law.

/// The changes from one to the other; they do what they are for, on the wire too.
pub(crate) fn lawful(old: &SafetyPlan, new: &SafetyPlan) -> Vec<Change> {
    let changes = difference(old, new);
    let patched = patch(&old.to_draft(), &changes).map_err(|findings| findings.to_string());
    assert_eq!(patched, Ok(new.to_draft()));
    assert_eq!(changes.is_empty(), old == new);
    let text = serde_json::to_string_pretty(&changes).unwrap();
    assert!(!text.contains(": null") && !text.contains(": []"), "{text}");
    let read = read_changes(&text).unwrap();
    assert_eq!(read, changes);
    assert_eq!(serde_json::to_string_pretty(&read).unwrap(), text);
    changes
}

/// The same plan under the id of another, so that elements with the same code are the same.
fn under_id_of(plan: &SafetyPlan, other: &SafetyPlan) -> SafetyPlan {
    let mut text = plan.to_json();
    for element in plan.elements() {
        let new = match (element.kind(), element.code()) {
            (Kind::Plan, _) => other.id().into_uuid(),
            (kind, Some(code)) => Uuid::new_v5(&other.id().into_uuid(), format!("{kind}:{code}").as_bytes()),
            (_, None) => continue,
        };
        text = text.replace(&element.id().into_uuid().to_string(), &new.to_string());
    }
    SafetyPlan::from_json(&text).unwrap()
}

/// The base plan, without the decision on its last execution plan, so that this one can go.
pub(crate) fn base() -> SafetyPlan {
    let mut draft = SafetyPlan::from_json(BASE).unwrap().to_draft();
    draft.decisions.pop();
    SafetyPlan::try_from(draft).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn the_difference_of_edited_versions_makes_one_into_the_other(
        generated in plans(PlanShape::default().with_pillars(1..=3)),
        first in any::<Edits>(),
        second in any::<Edits>(),
        rich in any::<bool>(),
    ) {
        let start = if rich { base() } else { generated };
        let old = first.version_of(&start).plan;
        let Version { plan: new, most_changes, .. } = second.version_of(&old);
        let changes = lawful(&old, &new);
        prop_assert!(changes.len() <= most_changes, "{} changes of {most_changes}: {changes:?}", changes.len());
        lawful(&new, &old);
        agrees(&old, &new);
    }

    #[test]
    fn the_difference_of_any_two_plans_under_one_id_makes_one_into_the_other(
        one in plans(PlanShape::default()),
        two in plans(PlanShape::default()),
    ) {
        let two = under_id_of(&two, &one);
        lawful(&one, &two);
        agrees(&one, &two);
    }
}

#[test]
fn plans_with_much_and_with_little_become_each_other() {
    let bare = |plan: &SafetyPlan| {
        let draft = plan.to_draft();
        let mut bare = SafetyPlanDraft::new(draft.id, "Leeg", draft.municipalities, draft.period);
        bare.fictional = true;
        SafetyPlan::try_from(bare).unwrap()
    };
    for text in [BASE, DEMO] {
        let plan = SafetyPlan::from_json(text).unwrap();
        let bare = bare(&plan);
        let is_at_top =
            |one: &Element<'_>| plan.holder(one.id()).is_some_and(|holder| holder.kind() == Kind::Plan);
        let tops = plan.elements().filter(is_at_top).count();
        assert_eq!(
            lawful(&bare, &plan).len(),
            tops + 1,
            "one change per element at the top, and one for the plan"
        );
        assert_eq!(lawful(&plan, &bare).len(), tops + 1);
        assert_eq!(lawful(&plan, &plan), []);
    }
    let (plain, demo) = (SafetyPlan::from_json(PLAN).unwrap(), SafetyPlan::from_json(DEMO).unwrap());
    lawful(&plain, &under(&demo, &plain));
}

fn under(plan: &SafetyPlan, other: &SafetyPlan) -> SafetyPlan {
    let text = plan.to_json();
    let text = text.replace(&plan.id().into_uuid().to_string(), &other.id().into_uuid().to_string());
    SafetyPlan::from_json(&text).unwrap()
}

/// The comparison of two versions says what a naive look at both says.
fn agrees(old: &SafetyPlan, new: &SafetyPlan) {
    let report = compare(old, new);
    let ids = |plan: &SafetyPlan| -> BTreeSet<(Kind, Uuid)> {
        plan.elements().skip(1).map(|element| (element.kind(), element.id().into_uuid())).collect()
    };
    let (before, after) = (ids(old), ids(new));
    let named = |list: &[veiligheidsplan::plan::Named]| -> BTreeSet<(Kind, Uuid)> {
        list.iter().map(|one| (one.kind, one.id)).collect()
    };
    assert_eq!(named(&report.added), after.difference(&before).copied().collect());
    assert_eq!(named(&report.removed), before.difference(&after).copied().collect());
    assert_eq!(report.strategic.changed, old.digest() != new.digest());
    assert_eq!(report.counts.old, before.len() + 1);
    assert_eq!(report.counts.new, after.len() + 1);
    let moved: BTreeSet<Uuid> = report.moved.iter().map(|one| one.element.id).collect();
    for (_, id) in before.intersection(&after) {
        let (was, is) = (old.element(*id).unwrap(), new.element(*id).unwrap());
        let renamed = report.renamed.iter().any(|one| one.element.id == *id);
        assert_eq!(renamed, was.title() != is.title());
        let holder = |plan: &SafetyPlan, of: ElementId| plan.holder(of).map(|holder| holder.id());
        if holder(old, was.id()) != holder(new, is.id()) {
            assert!(moved.contains(id), "{} has another holder", is.label());
        }
    }
    if old == new {
        assert_eq!(report.counts.unchanged, report.counts.new);
    }
    assert!(accepts_document(SchemaName::Comparison, &serde_json::to_value(&report).unwrap()));
}

// What is small.

fn with(edit: impl FnOnce(&mut SafetyPlanDraft)) -> SafetyPlan {
    let mut draft = base().to_draft();
    edit(&mut draft);
    SafetyPlan::try_from(draft).unwrap()
}

fn ops(changes: &[Change]) -> Vec<&'static str> {
    changes.iter().map(|change| change.op().as_str()).collect()
}

#[test]
fn a_small_edit_is_one_change() {
    let old = base();
    for (new, op) in [
        (with(|plan| plan.motto = Some("Samen".into())), "setPlan"),
        (with(|plan| plan.execution_plans[0].actions[0].description = Some("Anders".into())), "replace"),
        (with(|plan| plan.priorities[0].title.push('!')), "replace"),
        (with(|plan| plan.principles.reverse()), "move"),
        (with(|plan| plan.areas.rotate_left(1)), "move"),
        (with(|plan| plan.areas.rotate_right(1)), "move"),
        (
            with(|plan| {
                let action = plan.execution_plans[1].actions.remove(0);
                plan.execution_plans[0].actions.insert(1, action);
            }),
            "move",
        ),
        (
            with(|plan| {
                let below = plan.priorities[0].pillars[0].pillars.remove(0);
                plan.priorities[0].pillars[1].pillars.push(below);
            }),
            "move",
        ),
        (
            with(|plan| {
                let pillar = plan.priorities[0].pillars.remove(1);
                plan.priorities[0].pillars[0].pillars[0].pillars.push(pillar);
            }),
            "move",
        ),
        (
            with(|plan| {
                let pillar = plan.priorities[0].pillars.remove(0);
                plan.themes[0].pillars.push(pillar);
            }),
            "move",
        ),
        (
            with(|plan| {
                let mut pillar = PillarDraft::new(Uuid::from_u128(1).to_string(), "Nieuw");
                pillar.pillars.push(PillarDraft::new(Uuid::from_u128(2).to_string(), "Onder"));
                plan.themes[0].pillars.insert(0, pillar);
            }),
            "add",
        ),
    ] {
        assert_eq!(ops(&lawful(&old, &new)), [op]);
        assert_eq!(lawful(&new, &old).len(), 1);
    }
    let back = with(|plan| drop(plan.execution_plans.remove(2)));
    assert_eq!(ops(&lawful(&old, &back)), ["remove"]);
}

#[test]
fn a_pillar_and_the_one_below_it_change_places() {
    let swapped = with(|plan| {
        let mut upper = plan.priorities[0].pillars.remove(0);
        let mut lower = upper.pillars.remove(0);
        lower.pillars.push(upper);
        plan.priorities[0].pillars.insert(0, lower);
    });
    assert_eq!(ops(&lawful(&base(), &swapped)), ["move", "move"]);
    assert_eq!(ops(&lawful(&swapped, &base())), ["move", "move"]);
}

#[test]
fn what_survives_below_an_element_that_goes_is_added_anew() {
    let hoisted = with(|plan| {
        let mut lost = plan.execution_plans.remove(2);
        plan.execution_plans[1].actions.append(&mut lost.actions);
    });
    assert_eq!(ops(&lawful(&base(), &hoisted)), ["remove", "add"]);
    assert_eq!(ops(&lawful(&hoisted, &base())), ["add", "move"]);
}

#[test]
fn few_changes_of_many_actions_are_few_and_soon_found() {
    let count = 20_000;
    let old = with(|plan| {
        let goal = plan.priorities[0].id.clone();
        let action = |number: u128| {
            let served = [ServedDraft::new(ServedKind::Priority, goal.clone())];
            ActionDraft::new(Uuid::from_u128(number + 1).to_string(), format!("Actie {number}"), served)
        };
        plan.execution_plans[1].actions.extend((0..count).map(action));
    });
    let other = |edit: &dyn Fn(&mut Vec<ActionDraft>)| {
        let mut draft = old.to_draft();
        edit(&mut draft.execution_plans[1].actions);
        SafetyPlan::try_from(draft).unwrap()
    };
    let first_gone = other(&|actions| drop(actions.remove(1)));
    let last_first = other(&|actions| actions.rotate_right(1));
    let one_other = other(&|actions| actions[9_000].continuous = true);
    for (new, op) in [(&first_gone, "remove"), (&last_first, "move"), (&one_other, "replace")] {
        let changes = difference(&old, new);
        assert_eq!(ops(&changes), [op]);
        assert_eq!(patch(&old.to_draft(), &changes).unwrap(), new.to_draft());
    }
    let reversed = other(&|actions| actions.reverse());
    let changes = difference(&old, &reversed);
    assert_eq!(
        changes.len(),
        usize::try_from(count).unwrap(),
        "all but one of them and of the action before"
    );
    assert_eq!(patch(&old.to_draft(), &changes).unwrap(), reversed.to_draft());
}

#[test]
fn the_schema_accepts_every_batch_that_is_written() {
    let plan = SafetyPlan::from_json(DEMO).unwrap();
    let bare = SafetyPlanDraft::new(
        plan.to_draft().id,
        "Leeg",
        plan.to_draft().municipalities,
        plan.to_draft().period,
    );
    let bare = SafetyPlan::try_from(bare).unwrap();
    for changes in [
        difference(&bare, &plan),
        difference(&plan, &bare),
        difference(&base(), &with(|plan| plan.principles.reverse())),
    ] {
        let value = serde_json::to_value(&changes).unwrap();
        assert!(accepts_document(SchemaName::Changes, &value), "{value}");
    }
}
