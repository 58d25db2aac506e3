//! The strategic part: objectives, principles, priorities and themes with their pillars, and what these rest on.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::Index;

use super::plan::{coded, picked};
use super::profile::powers;
use super::values::titles;
use crate::draft::{
    AnalysisDraft, AnalysisFindingDraft, AnswerLinkDraft, FigureDraft, FrameworkDraft, FrameworkItemDraft,
    GroundLinkDraft, IndicatorDraft, ObjectiveDraft, PeriodDraft, PillarDraft, PrincipleDraft, PriorityDraft,
    ResponsibilityDraft, SafetyPlanDraft, SupportLinkDraft, ThemeDraft,
};
use crate::entity::{AnalysisKind, Basis, Contribution, GroundKind, Role, Tier};
use crate::id::PlanId;

/// A choice of something, and whether whoever encoded the plan read that into it.
type Linked = (Index, bool);

/// The choices behind what a priority, pillar or theme says of the rest of the plan.
#[derive(Debug, Clone)]
pub(super) struct GroundParts {
    answers: Vec<Linked>,
    findings: Vec<Linked>,
    topics: Vec<Index>,
}

fn grounds() -> impl Strategy<Value = GroundParts> + Clone {
    let linked = || (any::<Index>(), any::<bool>());
    (vec(linked(), 0..3), vec(linked(), 0..2), vec(any::<Index>(), 0..3))
        .prop_map(|(answers, findings, topics)| GroundParts { answers, findings, topics })
}

/// The choices behind one pillar: what it says, and the powers it works with.
type PillarParts = (GroundParts, Vec<String>);

/// A pillar with those within it, each in the one before, and one more beside the second.
type Pillars = (Vec<PillarParts>, Option<PillarParts>);

fn pillars() -> impl Strategy<Value = Pillars> + Clone {
    let one = || (grounds(), vec(powers(), 0..2));
    (vec(one(), 1..=3), option::of(one()))
}

/// The choices behind one priority.
#[derive(Debug, Clone)]
pub(super) struct PriorityParts {
    title: String,
    stated: bool,
    grounds: GroundParts,
    supports: Vec<Linked>,
    sub_objective: Option<Vec<Linked>>,
    pillars: Vec<Pillars>,
}

/// Priorities with so many pillars right under them.
pub(super) fn priority(
    pillars: std::ops::RangeInclusive<usize>,
) -> impl Strategy<Value = PriorityParts> + Clone {
    let linked = || vec((any::<Index>(), any::<bool>()), 0..3);
    let goals = (linked(), option::of(linked()));
    (titles(), any::<bool>(), grounds(), goals, vec(self::pillars(), pillars)).prop_map(
        |(title, stated, grounds, (supports, sub_objective), pillars)| PriorityParts {
            title,
            stated,
            grounds,
            supports,
            sub_objective,
            pillars,
        },
    )
}

/// The choices behind one theme.
#[derive(Debug, Clone)]
pub(super) struct ThemeParts {
    title: String,
    regular: bool,
    grounds: GroundParts,
    objective: Option<Vec<Linked>>,
    pillars: Option<Pillars>,
}

pub(super) fn theme() -> impl Strategy<Value = ThemeParts> + Clone {
    let objective = option::of(vec((any::<Index>(), any::<bool>()), 0..2));
    (titles(), any::<bool>(), grounds(), objective, option::of(pillars())).prop_map(
        |(title, regular, grounds, objective, pillars)| ThemeParts {
            title,
            regular,
            grounds,
            objective,
            pillars,
        },
    )
}

/// What every plan has: objectives with indicators, a principle, frameworks, an analysis. Some bear the same code.
pub(super) fn ground(id: PlanId, plan: &mut SafetyPlanDraft, figures: Vec<String>) {
    let mut main = ObjectiveDraft::coded(id, "H", "De gemeente is veiliger.");
    main.sub_objectives = vec![
        ObjectiveDraft::coded(id, "S1", "Veiligheid is een coproductie."),
        ObjectiveDraft::coded(id, "S2", "Veiligheid is verankerd."),
    ];
    let mut indicator = IndicatorDraft::coded(id, "I1", "Woninginbraken", "aantal per 1 000 woningen");
    indicator.figures = (2019..)
        .zip(figures)
        .map(|(year, value)| {
            let period = PeriodDraft::new(format!("{year}-01-01"), format!("{year}-12-31"));
            FigureDraft { value: Some(value), ..FigureDraft::new(period) }
        })
        .collect();
    main.indicators = vec![indicator.id.clone()];
    plan.objectives = vec![main];
    plan.indicators = vec![indicator, IndicatorDraft::coded(id, "I2", "Controles", "aantal")];
    plan.principles = vec![PrincipleDraft::coded(id, "H", "Preventie gaat voor")];
    let mut agenda = FrameworkDraft::coded(id, "K1", "Veiligheidsagenda");
    agenda.items = vec![
        FrameworkItemDraft::coded(id, "K1.1", "Ondermijning"),
        FrameworkItemDraft::coded(id, "K1.2", "Cybercriminaliteit"),
    ];
    let mut vision = FrameworkDraft::coded(id, "K2", "Regionaal beleidsplan");
    vision.items = vec![FrameworkItemDraft::coded(id, "K2", "Ondermijning")];
    plan.frameworks = vec![agenda, vision];
    let mut analysis = AnalysisDraft::coded(id, "A1", "Veiligheidsanalyse", AnalysisKind::SafetyAnalysis);
    analysis.findings = vec![
        AnalysisFindingDraft::coded(id, "A1.1", "Meer ondermijning"),
        AnalysisFindingDraft::coded(id, "A1.2", "Minder woninginbraken"),
    ];
    plan.analyses = vec![analysis];
}

fn basis(read: bool) -> Option<Basis> {
    read.then_some(Basis::Read)
}

/// Links to what the choices fall on, each once.
fn links<T>(ids: &[String], choices: &[Linked], make: impl Fn(String, Option<Basis>) -> T) -> Vec<T> {
    let mut seen: Vec<&String> = Vec::new();
    let mut made = Vec::new();
    for (choice, read) in choices.iter().filter(|_| !ids.is_empty()) {
        let id = choice.get(ids);
        if !seen.contains(&id) {
            seen.push(id);
            made.push(make(id.clone(), basis(*read)));
        }
    }
    made
}

fn supports(plan: &SafetyPlanDraft, choices: &[Linked]) -> Vec<SupportLinkDraft> {
    let main = plan.objectives.iter();
    let all = main.flat_map(|main| std::iter::once(main).chain(&main.sub_objectives));
    let ids: Vec<String> = all.map(|goal| goal.id.clone()).collect();
    links(&ids, choices, |id, basis| SupportLinkDraft { basis, ..SupportLinkDraft::new(id) })
}

fn answers(plan: &SafetyPlanDraft, parts: &GroundParts) -> Vec<AnswerLinkDraft> {
    let items = plan.frameworks.iter().flat_map(|framework| &framework.items);
    let ids: Vec<String> = items.map(|item| item.id.clone()).collect();
    links(&ids, &parts.answers, |id, basis| AnswerLinkDraft { basis, ..AnswerLinkDraft::new(id) })
}

fn based_on(plan: &SafetyPlanDraft, parts: &GroundParts) -> Vec<GroundLinkDraft> {
    let findings = plan.analyses.iter().flat_map(|analysis| &analysis.findings);
    let ids: Vec<String> = findings.map(|finding| finding.id.clone()).collect();
    links(&ids, &parts.findings, |id, basis| GroundLinkDraft {
        basis,
        ..GroundLinkDraft::new(GroundKind::AnalysisFinding, id)
    })
}

fn topics(plan: &SafetyPlanDraft, parts: &GroundParts) -> Vec<String> {
    picked(&plan.topics, &parts.topics, |topic| topic.id.clone())
}

fn one_pillar(id: PlanId, plan: &SafetyPlanDraft, code: &str, (parts, powers): PillarParts) -> PillarDraft {
    let mut pillar = PillarDraft::coded(id, code, format!("Pijler {code}"));
    pillar.answers = answers(plan, &parts);
    pillar.based_on = based_on(plan, &parts);
    pillar.topics = topics(plan, &parts);
    pillar.powers = powers;
    pillar
}

fn pillar(id: PlanId, plan: &SafetyPlanDraft, code: &str, (nested, beside): Pillars) -> PillarDraft {
    let mut within: Option<PillarDraft> = None;
    let mut beside = beside;
    for (depth, parts) in nested.into_iter().enumerate().rev() {
        let mut pillar = one_pillar(id, plan, &format!("{code}{}", ".1".repeat(depth)), parts);
        let is_first = depth == 0;
        let other =
            beside.take_if(|_| is_first).map(|parts| one_pillar(id, plan, &format!("{code}.2"), parts));
        pillar.pillars = within.into_iter().chain(other).collect();
        within = Some(pillar);
    }
    within.unwrap_or_default()
}

pub(super) fn build_priority(
    id: PlanId,
    plan: &SafetyPlanDraft,
    code: &str,
    parts: PriorityParts,
) -> PriorityDraft {
    let mut priority = PriorityDraft::coded(id, code, parts.title);
    let mut objective = ObjectiveDraft::coded(id, format!("{code}.D"), "De problematiek is teruggedrongen.");
    objective.supports = supports(plan, &parts.supports);
    objective.sub_objectives = parts
        .sub_objective
        .map(|choices| ObjectiveDraft {
            supports: supports(plan, &choices),
            ..ObjectiveDraft::coded(id, format!("{code}.D1"), "Het aantal meldingen daalt.")
        })
        .into_iter()
        .collect();
    priority.objectives = vec![objective];
    priority.contribution = parts.stated.then_some(Contribution::Equal);
    priority.answers = answers(plan, &parts.grounds);
    priority.based_on = based_on(plan, &parts.grounds);
    priority.topics = topics(plan, &parts.grounds);
    let director =
        |partner: &crate::draft::PartnerDraft| ResponsibilityDraft::new(partner.id.clone(), Role::Director);
    priority.responsibilities = plan.partners.first().map(director).into_iter().collect();
    priority.pillars =
        coded(&format!("{code}."), parts.pillars, |code, parts| pillar(id, plan, &code, parts));
    priority
}

pub(super) fn build_theme(id: PlanId, plan: &SafetyPlanDraft, code: &str, parts: ThemeParts) -> ThemeDraft {
    let mut theme = ThemeDraft::coded(id, code, parts.title);
    theme.tier = Some(if parts.regular { Tier::Regular } else { Tier::Strategic });
    theme.answers = answers(plan, &parts.grounds);
    theme.based_on = based_on(plan, &parts.grounds);
    theme.topics = topics(plan, &parts.grounds);
    theme.objectives = parts
        .objective
        .map(|choices| ObjectiveDraft {
            supports: supports(plan, &choices),
            ..ObjectiveDraft::coded(id, format!("{code}.D"), "Het blijft op peil.")
        })
        .into_iter()
        .collect();
    theme.pillars =
        parts.pillars.map(|parts| pillar(id, plan, &format!("{code}.1"), parts)).into_iter().collect();
    theme
}
