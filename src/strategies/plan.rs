//! Whole plans: first how many of each, then what names what, so that every reference resolves by construction.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::Index;

use super::action::action;
use super::facts::{fact, live};
use super::profile::{municipalities, ordinances, profiles};
use super::shape::PlanShape;
use super::values::{decimals, terms, texts, titles};
use crate::draft::{
    AnswerLinkDraft, AreaDraft, ExecutionPlanDraft, FigureDraft, FrameworkDraft, FrameworkItemDraft,
    IndicatorDraft, ObjectiveDraft, PartnerDraft, PillarDraft, PriorityDraft, ResponsibilityDraft,
    SafetyPlanDraft, SupportLinkDraft, ThemeDraft, TopicDraft,
};
use crate::entity::{Basis, Contribution, PartnerKind, Role, ServedKind, Tier};
use crate::id::PlanId;
use crate::plan::SafetyPlan;

/// Plans of a shape. They are valid by construction: nothing is rejected.
pub fn plans(shape: PlanShape) -> impl Strategy<Value = SafetyPlan> + Clone {
    drafts(shape).prop_filter_map("generated drafts are valid", |draft| SafetyPlan::try_from(draft).ok())
}

/// Drafts of plans of a shape, without errors.
pub fn drafts(shape: PlanShape) -> impl Strategy<Value = SafetyPlanDraft> + Clone {
    let context = (
        (any::<u32>(), titles(), option::of(texts())),
        (terms(0..=10, 0..=4), municipalities()),
        (option::of(profiles()), ordinances()),
        (vec(titles(), 0..3), vec(decimals(), 0..3), vec(titles(), 0..3)),
    );
    let priority = (
        titles(),
        vec(option::of(titles()), shape.pillars.clone()),
        any::<bool>(),
        vec(any::<Index>(), 0..3),
    );
    let strategy = (vec(priority, shape.priorities), vec((titles(), any::<bool>()), shape.themes));
    let partners = vec((titles(), any::<bool>(), any::<bool>()), shape.partners);
    let execution = vec((terms(0..=3, 0..=0), vec(action(), shape.actions)), shape.execution_plans);
    (context, strategy, partners, execution, vec(fact(), shape.facts)).prop_map(
        |(context, (priorities, themes), partners, execution, facts)| {
            let ((seed, title, vision), (term, municipalities), (profile, ordinances), lists) = context;
            let (topics, figures, areas) = lists;
            let id = PlanId::from_name(&format!("generated:{seed}"));
            let mut plan = SafetyPlanDraft::new(id, title, municipalities, term.from("2015-01-01"));
            plan.fictional = true;
            plan.vision = vision;
            plan.profile = profile;
            plan.ordinances = ordinances;
            objectives(id, &mut plan, figures);
            plan.topics = coded("T", topics, |code, title| TopicDraft::coded(id, code, title));
            plan.partners = self::partners(id, partners);
            plan.areas = self::areas(id, areas);
            plan.priorities = coded("P", priorities, |code, parts| self::priority(id, &plan, &code, parts));
            plan.themes = coded("R", themes, |code, (title, regular)| {
                let mut theme = ThemeDraft::coded(id, code, title);
                theme.tier = Some(if regular { Tier::Regular } else { Tier::Strategic });
                theme
            });
            let goals = goals(&plan);
            for (number, (term, actions)) in execution.into_iter().enumerate() {
                let code = format!("UP{}", number + 1);
                let title = format!("Uitvoeringsplan {code}");
                let period = term.from(&plan.period.start);
                let mut execution = ExecutionPlanDraft::coded(id, code.clone(), title, period);
                for (number, parts) in actions.into_iter().enumerate() {
                    let action = parts.build(id, format!("{code}-A{number}"), &plan, &goals, &execution);
                    execution.actions.push(action);
                }
                plan.execution_plans.push(execution);
            }
            live(id, &mut plan, facts);
            plan
        },
    )
}

/// Elements with codes that count up.
fn coded<T, U>(prefix: &str, parts: Vec<T>, mut make: impl FnMut(String, T) -> U) -> Vec<U> {
    parts
        .into_iter()
        .enumerate()
        .map(|(number, part)| make(format!("{prefix}{}", number + 1), part))
        .collect()
}

fn objectives(id: PlanId, plan: &mut SafetyPlanDraft, figures: Vec<String>) {
    let mut main = ObjectiveDraft::coded(id, "H", "De gemeente is veiliger.");
    main.sub_objectives = vec![ObjectiveDraft::coded(id, "S1", "Veiligheid is een coproductie.")];
    let mut indicator = IndicatorDraft::coded(id, "I1", "Woninginbraken", "aantal per 1 000 woningen");
    indicator.figures = figures
        .into_iter()
        .enumerate()
        .map(|(number, value)| {
            let year = 2019 + number;
            let period = crate::draft::PeriodDraft::new(format!("{year}-01-01"), format!("{year}-12-31"));
            FigureDraft { value: Some(value), ..FigureDraft::new(period) }
        })
        .collect();
    main.indicators = vec![indicator.id.clone()];
    plan.objectives = vec![main];
    plan.indicators = vec![indicator];
    let mut framework = FrameworkDraft::coded(id, "K1", "Veiligheidsagenda");
    framework.items = vec![FrameworkItemDraft::coded(id, "K1.1", "Ondermijning")];
    plan.frameworks = vec![framework];
}

fn partners(id: PlanId, parts: Vec<(String, bool, bool)>) -> Vec<PartnerDraft> {
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

type PriorityParts = (String, Vec<Option<String>>, bool, Vec<Index>);

/// A pillar with a title below it gets a pillar of its own.
fn priority(id: PlanId, plan: &SafetyPlanDraft, code: &str, parts: PriorityParts) -> PriorityDraft {
    let (title, pillars, stated, topics) = parts;
    let mut priority = PriorityDraft::coded(id, code, title);
    let mut objective = ObjectiveDraft::coded(id, format!("{code}.D"), "De problematiek is teruggedrongen.");
    let strategic = plan.objectives.iter().flat_map(|main| &main.sub_objectives).map(|sub| sub.id.clone());
    let link = |to| SupportLinkDraft { basis: (!stated).then_some(Basis::Read), ..SupportLinkDraft::new(to) };
    objective.supports = strategic.map(link).collect();
    priority.objectives = vec![objective];
    priority.contribution = stated.then_some(Contribution::Equal);
    let items = plan.frameworks.iter().flat_map(|framework| &framework.items);
    priority.answers = items.map(|item| AnswerLinkDraft::new(item.id.clone())).collect();
    priority.topics = picked(&plan.topics, &topics, |topic| topic.id.clone());
    priority.responsibilities = plan
        .partners
        .iter()
        .take(1)
        .map(|partner| ResponsibilityDraft::new(partner.id.clone(), Role::Director))
        .collect();
    priority.pillars = coded(&format!("{code}."), pillars, |code, below| {
        let mut pillar = PillarDraft::coded(id, code.clone(), format!("Pijler {code}"));
        pillar.pillars =
            below.into_iter().map(|title| PillarDraft::coded(id, format!("{code}.1"), title)).collect();
        pillar
    });
    priority
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
    let mut found: Vec<_> =
        plan.objectives.iter().map(|goal| (ServedKind::Objective, goal.id.clone())).collect();
    for priority in &plan.priorities {
        found.push((ServedKind::Priority, priority.id.clone()));
        pillars(&mut found, &priority.pillars);
    }
    found.extend(plan.themes.iter().map(|theme| (ServedKind::Theme, theme.id.clone())));
    found.extend(plan.topics.iter().map(|topic| (ServedKind::Topic, topic.id.clone())));
    found
}
