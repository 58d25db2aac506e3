//! Whole plans: first how many of each, then what names what, so that every reference resolves by construction.

use std::ops::RangeInclusive;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};

use super::values::{dates, decimals, periods, texts, titles};
use crate::draft::{
    ActionDraft, AmountDraft, AnswerLinkDraft, AreaDraft, CostDraft, EffortDraft, ExecutionPlanDraft,
    FigureDraft, FrameworkDraft, FrameworkItemDraft, IndicatorDraft, MunicipalityDraft, ObjectiveDraft,
    PartnerDraft, PillarDraft, PriorityDraft, ProgressDraft, ResponsibilityDraft, SafetyPlanDraft,
    ServedDraft, SupportLinkDraft, ThemeDraft, TopicDraft, YearAmountDraft,
};
use crate::entity::{Approach, Basis, Certainty, Contribution, PartnerKind, Role, ServedKind, Status, Tier};
use crate::id::PlanId;
use crate::plan::SafetyPlan;

/// How many of each a generated plan has.
#[derive(Debug, Clone)]
pub struct PlanShape {
    priorities: RangeInclusive<usize>,
    pillars: RangeInclusive<usize>,
    themes: RangeInclusive<usize>,
    partners: RangeInclusive<usize>,
    execution_plans: RangeInclusive<usize>,
    actions: RangeInclusive<usize>,
}

impl Default for PlanShape {
    /// Small plans: up to 3 priorities, themes and pillars, 4 partners, 2 execution plans of up to 4 actions.
    fn default() -> Self {
        Self {
            priorities: 0..=3,
            pillars: 0..=3,
            themes: 0..=3,
            partners: 1..=4,
            execution_plans: 0..=2,
            actions: 0..=4,
        }
    }
}

impl PlanShape {
    /// With this many priorities.
    #[must_use]
    pub fn with_priorities(self, priorities: RangeInclusive<usize>) -> Self {
        Self { priorities, ..self }
    }

    /// With this many pillars in each priority.
    #[must_use]
    pub fn with_pillars(self, pillars: RangeInclusive<usize>) -> Self {
        Self { pillars, ..self }
    }

    /// With this many themes.
    #[must_use]
    pub fn with_themes(self, themes: RangeInclusive<usize>) -> Self {
        Self { themes, ..self }
    }

    /// With this many partners; at least one is made.
    #[must_use]
    pub fn with_partners(self, partners: RangeInclusive<usize>) -> Self {
        Self { partners, ..self }
    }

    /// With this many execution plans.
    #[must_use]
    pub fn with_execution_plans(self, execution_plans: RangeInclusive<usize>) -> Self {
        Self { execution_plans, ..self }
    }

    /// With this many actions in each execution plan.
    #[must_use]
    pub fn with_actions(self, actions: RangeInclusive<usize>) -> Self {
        Self { actions, ..self }
    }
}

/// Plans of a shape. They are valid by construction: nothing is rejected.
pub fn plans(shape: PlanShape) -> impl Strategy<Value = SafetyPlan> + Clone {
    drafts(shape).prop_filter_map("generated drafts are valid", |draft| SafetyPlan::try_from(draft).ok())
}

/// Drafts of plans of a shape, without errors.
pub fn drafts(shape: PlanShape) -> impl Strategy<Value = SafetyPlanDraft> + Clone {
    let context =
        (any::<u32>(), periods(), titles(), option::of(texts()), vec(titles(), 0..3), vec(decimals(), 0..3));
    let priority = (
        titles(),
        vec(option::of(titles()), shape.pillars.clone()),
        any::<bool>(),
        vec(any::<Index>(), 0..3),
    );
    let strategy = (vec(priority, shape.priorities), vec((titles(), any::<bool>()), shape.themes));
    let partners = vec((titles(), any::<bool>(), any::<bool>()), shape.partners);
    let execution = vec((periods(), vec(action(), shape.actions)), shape.execution_plans);
    (context, strategy, partners, vec(titles(), 0..3), execution).prop_map(
        |(
            (seed, period, title, vision, topics, figures),
            (priorities, themes),
            partners,
            areas,
            execution,
        )| {
            let id = PlanId::from_name(&format!("generated:{seed}"));
            let municipality = MunicipalityDraft::new(format!("GM{:04}", seed % 10_000), "Voorbeeld");
            let mut plan = SafetyPlanDraft::new(id, title, [municipality], period);
            plan.fictional = true;
            plan.vision = vision;
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
            plan.execution_plans = coded("UP", execution, |code, (period, actions)| {
                let title = format!("Uitvoeringsplan {code}");
                let mut execution = ExecutionPlanDraft::coded(id, code.clone(), title, period);
                for (number, parts) in actions.into_iter().enumerate() {
                    let action =
                        parts.build(id, format!("{code}-A{number}"), &plan, &goals, &execution.actions);
                    execution.actions.push(action);
                }
                execution
            });
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
fn picked<T, U: PartialEq>(items: &[T], choices: &[Index], take: impl Fn(&T) -> U) -> Vec<U> {
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

/// When an action runs.
#[derive(Debug, Clone)]
enum Timing {
    Unsaid,
    Continuous,
    Period(crate::draft::PeriodDraft),
}

/// The choices behind one action.
#[derive(Debug, Clone)]
struct ActionParts {
    title: String,
    serves: Vec<Index>,
    roles: Vec<(Index, Role)>,
    areas: Vec<Index>,
    timing: Timing,
    approach: Vec<Approach>,
    cost: Option<(Certainty, u64, bool)>,
    effort: Option<String>,
    progress: Vec<(String, Status)>,
    depends_on: Vec<Index>,
}

fn action() -> impl Strategy<Value = ActionParts> + Clone {
    let timing =
        prop_oneof![Just(Timing::Unsaid), Just(Timing::Continuous), periods().prop_map(Timing::Period)];
    let certainty = select(Certainty::ALL);
    let what = (titles(), vec(any::<Index>(), 1..3), vec((any::<Index>(), select(Role::ALL)), 0..4));
    let how = (vec(any::<Index>(), 0..3), timing, subsequence(Approach::ALL.to_vec(), 0..=3));
    let means = (option::of((certainty, 0..10_000_000_u64, any::<bool>())), option::of(decimals()));
    let course = (vec((dates(), select(Status::ALL)), 0..3), vec(any::<Index>(), 0..2));
    (what, how, means, course).prop_map(
        |((title, serves, roles), (areas, timing, approach), (cost, effort), (progress, depends_on))| {
            ActionParts { title, serves, roles, areas, timing, approach, cost, effort, progress, depends_on }
        },
    )
}

impl ActionParts {
    fn build(
        self,
        id: PlanId,
        code: String,
        plan: &SafetyPlanDraft,
        goals: &[(ServedKind, String)],
        earlier: &[ActionDraft],
    ) -> ActionDraft {
        let served = picked(goals, &self.serves, |(kind, goal)| ServedDraft::new(*kind, goal.clone()));
        let mut action = ActionDraft::coded(id, code, self.title, served);
        match self.timing {
            Timing::Unsaid => {}
            Timing::Continuous => action.continuous = true,
            Timing::Period(period) => action.period = Some(period),
        }
        for (choice, role) in self.roles {
            let partner = choice.get(&plan.partners).id.clone();
            if !action.responsibilities.iter().any(|one| one.partner == partner && one.role == role) {
                action.responsibilities.push(ResponsibilityDraft::new(partner, role));
            }
        }
        action.areas = picked(&plan.areas, &self.areas, |area| area.id.clone());
        action.approach = self.approach;
        action.cost = self.cost.map(|(kind, cents, yearly)| CostDraft::new(amount(kind, cents, yearly)));
        action.effort = self
            .effort
            .into_iter()
            .map(|hours| EffortDraft { hours: Some(hours), ..EffortDraft::new() })
            .collect();
        action.depends_on = picked(earlier, &self.depends_on, |action| action.id.clone());
        action.progress = self
            .progress
            .into_iter()
            .map(|(date, status)| ProgressDraft { status: Some(status), ..ProgressDraft::new(date) })
            .collect();
        action
    }
}

fn amount(kind: Certainty, cents: u64, yearly: bool) -> AmountDraft {
    let mut amount = AmountDraft::new(kind);
    if kind != Certainty::Unknown {
        amount.cents = Some(cents);
        if yearly {
            amount.years = vec![YearAmountDraft::new(2020_u64, cents)];
        }
    }
    amount
}
