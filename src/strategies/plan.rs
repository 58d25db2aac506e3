//! Whole plans: first how many of each, then what names what, so that every reference resolves by construction.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::action::action;
use super::detail::{OF_FACTS, OF_STRATEGY, says, tell};
use super::disclosure::raise;
use super::facts::{fact, live};
use super::profile::{municipalities, ordinances, profiles};
use super::shape::PlanShape;
use super::strategy::{build_priority, build_theme, ground, priority, theme};
use super::values::{decimals, terms, texts, titles};
use crate::draft::{
    AreaDraft, ExecutionPlanDraft, ObjectiveDraft, PartnerDraft, PillarDraft, SafetyPlanDraft, TopicDraft,
};
use crate::entity::{Disclosure, PartnerKind, ServedKind};
use crate::id::PlanId;
use crate::plan::SafetyPlan;

/// Plans of a shape. They are valid by construction: nothing is rejected.
pub fn plans(shape: PlanShape) -> impl Strategy<Value = SafetyPlan> + Clone {
    drafts(shape).prop_filter_map("generated drafts are valid", |draft| SafetyPlan::try_from(draft).ok())
}

/// Drafts of plans of a shape, without errors.
pub fn drafts(shape: PlanShape) -> impl Strategy<Value = SafetyPlanDraft> + Clone {
    named(shape, "")
}

/// Drafts whose ids also follow from a name.
pub(super) fn named(shape: PlanShape, name: &'static str) -> impl Strategy<Value = SafetyPlanDraft> + Clone {
    let context = (
        (any::<u32>(), titles(), option::of(texts())),
        (terms(0..=10, 0..=4), municipalities(shape.municipalities)),
        (option::of(profiles()), ordinances()),
        (vec(titles(), 0..3), vec(decimals(), 0..3), vec(titles(), 0..3)),
    );
    let strategy = (vec(priority(shape.pillars), shape.priorities), vec(theme(), shape.themes));
    let told = (says(), says());
    let partners = vec((titles(), any::<bool>(), any::<bool>()), shape.partners);
    let level = option::weighted(0.3, select(Disclosure::ALL));
    let execution = vec((terms(0..=3, 0..=0), level, vec(action(), shape.actions)), shape.execution_plans);
    (context, strategy, partners, execution, vec(fact(), shape.facts), told).prop_map(
        move |(context, (priorities, themes), partners, execution, facts, (of_strategy, of_facts))| {
            let ((seed, title, vision), (term, municipalities), (profile, ordinances), lists) = context;
            let (topics, figures, areas) = lists;
            let id = PlanId::from_name(&format!("generated:{name}{seed}"));
            let mut plan = SafetyPlanDraft::new(id, title, municipalities, term.from("2015-01-01"));
            plan.fictional = true;
            plan.vision = vision;
            plan.profile = profile;
            plan.ordinances = ordinances;
            ground(id, &mut plan, figures);
            plan.topics = coded("T", topics, |code, title| TopicDraft::coded(id, code, title));
            plan.partners = self::partners(id, partners);
            plan.areas = self::areas(id, areas);
            plan.priorities = coded("P", priorities, |code, parts| build_priority(id, &plan, &code, parts));
            plan.themes = coded("R", themes, |code, parts| build_theme(id, &plan, &code, parts));
            let goals = goals(&plan);
            for (number, (term, level, actions)) in execution.into_iter().enumerate() {
                let code = format!("UP{}", number + 1);
                let title = format!("Uitvoeringsplan {code}");
                let period = term.from(&plan.period.start);
                let mut execution = ExecutionPlanDraft::coded(id, code.clone(), title, period);
                execution.disclosure = level;
                for (number, parts) in actions.into_iter().enumerate() {
                    let action = parts.build(id, format!("{code}-A{number}"), &plan, &goals, &execution);
                    execution.actions.push(action);
                }
                plan.execution_plans.push(execution);
            }
            tell(&mut plan, &of_strategy, OF_STRATEGY);
            live(id, &mut plan, facts);
            tell(&mut plan, &of_facts, OF_FACTS);
            raise(&mut plan);
            plan
        },
    )
}

/// Elements with codes that count up.
pub(super) fn coded<T, U>(prefix: &str, parts: Vec<T>, mut make: impl FnMut(String, T) -> U) -> Vec<U> {
    parts
        .into_iter()
        .enumerate()
        .map(|(number, part)| make(format!("{prefix}{}", number + 1), part))
        .collect()
}

fn partners(id: PlanId, parts: Vec<(String, bool, bool)>) -> Vec<PartnerDraft> {
    if parts.is_empty() {
        return Vec::new();
    }
    let mut group = PartnerDraft::coded(id, "groep", "Samenwerkingsverband", PartnerKind::Partnership);
    group.strategic = true;
    let mut partners = vec![group];
    for (number, (name, strategic, member)) in parts.into_iter().enumerate() {
        let mut partner =
            PartnerDraft::coded(id, format!("partner-{number}"), name, PartnerKind::Organisation);
        partner.strategic = strategic;
        let group = partners.first().filter(|_| member).map(|group| group.id.clone());
        partner.member_of = group.into_iter().collect();
        partners.push(partner);
    }
    partners
}

/// Each area lies within the one before it.
fn areas(id: PlanId, names: Vec<String>) -> Vec<AreaDraft> {
    let mut outer = None;
    coded("G", names, |code, name| {
        let mut area = AreaDraft::coded(id, code, name);
        area.within = outer.replace(area.id.clone());
        area
    })
}

/// The items that the choices fall on, each once.
pub(super) fn picked<T, U: PartialEq>(items: &[T], choices: &[Index], take: impl Fn(&T) -> U) -> Vec<U> {
    let mut picked = Vec::new();
    for choice in choices.iter().filter(|_| !items.is_empty()) {
        let item = take(choice.get(items));
        if !picked.contains(&item) {
            picked.push(item);
        }
    }
    picked
}

/// Everything that an action of the plan can serve.
fn goals(plan: &SafetyPlanDraft) -> Vec<(ServedKind, String)> {
    fn pillars(found: &mut Vec<(ServedKind, String)>, list: &[PillarDraft]) {
        for pillar in list {
            found.push((ServedKind::Pillar, pillar.id.clone()));
            pillars(found, &pillar.pillars);
        }
    }
    fn objectives(found: &mut Vec<(ServedKind, String)>, list: &[ObjectiveDraft]) {
        for goal in list.iter().flat_map(|goal| std::iter::once(goal).chain(&goal.sub_objectives)) {
            found.push((ServedKind::Objective, goal.id.clone()));
        }
    }
    let mut found = Vec::new();
    objectives(&mut found, &plan.objectives);
    found.extend(plan.principles.iter().map(|one| (ServedKind::Principle, one.id.clone())));
    for priority in &plan.priorities {
        found.push((ServedKind::Priority, priority.id.clone()));
        objectives(&mut found, &priority.objectives);
        pillars(&mut found, &priority.pillars);
    }
    for theme in &plan.themes {
        found.push((ServedKind::Theme, theme.id.clone()));
        objectives(&mut found, &theme.objectives);
        pillars(&mut found, &theme.pillars);
    }
    found.extend(plan.topics.iter().map(|topic| (ServedKind::Topic, topic.id.clone())));
    found
}
