//! The stations of a priority and the links between them.

use std::collections::HashMap;

use uuid::Uuid;

use super::{
    ActionMeans, Budget, LogicCount, LogicLink, LogicLinkReport, LogicState, PolicyLogic, PriorityLogic,
};
use crate::entity::{Action, AnalysisKind, Basis, Cost, GroundLink, Objective, Pillar, Priority};
use crate::plan::Named;
use crate::plan::{Element, SafetyPlan};

/// The policy logic of a plan: per priority what stands at each station of the chain, and what links them.
///
/// `O(n log n)` in what the plan holds.
///
/// ```
/// use veiligheidsplan::SafetyPlan;
/// use veiligheidsplan::analysis::{LogicLink, policy_logic};
///
/// let plan = SafetyPlan::from_json(include_str!("../../../data/vlaardingen-2020-2023.plan.json"))?;
/// let logic = policy_logic(&plan);
/// // A strategic plan states no costs: those come with the execution plans.
/// assert!(logic.priorities.iter().all(|one| one.first_gap == Some(LogicLink::Means)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn policy_logic(plan: &SafetyPlan) -> PolicyLogic {
    let has = |kind: AnalysisKind| -> Vec<Named> {
        let analyses = plan.analyses().iter().filter(|analysis| analysis.kind() == kind);
        analyses.map(|analysis| Named::from(Element::Analysis(analysis))).collect()
    };
    let has = Has {
        evaluations: has(AnalysisKind::Evaluation),
        analyses: has(AnalysisKind::SafetyAnalysis),
        strategic: plan.objectives().iter().map(|main| 1 + main.sub_objectives().len() as u64).sum(),
    };
    let served = served(plan);
    let priorities: Vec<PriorityLogic> = plan
        .priorities()
        .iter()
        .map(|priority| {
            let actions = served.get(&priority.id().into_uuid()).map(Vec::as_slice).unwrap_or_default();
            logic_of(plan, priority, actions, &has)
        })
        .collect();
    let links = if priorities.is_empty() { &[] } else { LogicLink::ALL };
    PolicyLogic {
        plan: Named::from(Element::Plan(plan)),
        counts: links.iter().map(|link| count(*link, &priorities)).collect(),
        evaluations: has.evaluations,
        analyses: has.analyses,
        priorities,
    }
}

/// What the plan has, linked or not.
struct Has {
    evaluations: Vec<Named>,
    analyses: Vec<Named>,
    strategic: u64,
}

fn count(link: LogicLink, priorities: &[PriorityLogic]) -> LogicCount {
    let links = || priorities.iter().flat_map(|one| &one.links).filter(|report| report.link == link);
    let of = |state: LogicState| links().filter(|report| report.state == state).count() as u64;
    LogicCount {
        link,
        stated: of(LogicState::Stated),
        read: of(LogicState::Read),
        absent: of(LogicState::Absent),
        not_applicable: of(LogicState::NotApplicable),
    }
}

/// The actions that serve each priority: the priority itself, its goals or its pillars.
fn served(plan: &SafetyPlan) -> HashMap<Uuid, Vec<&Action>> {
    let mut owner: HashMap<Uuid, Uuid> = HashMap::new();
    for priority in plan.priorities() {
        let id = priority.id().into_uuid();
        owner.insert(id, id);
        owner.extend(goals(priority).map(|goal| (goal.id().into_uuid(), id)));
        owner.extend(pillars(priority.pillars()).iter().map(|pillar| (pillar.id().into_uuid(), id)));
    }
    let mut served: HashMap<Uuid, Vec<&Action>> = HashMap::new();
    for action in plan.execution_plans().iter().flat_map(|execution| execution.actions()) {
        let owners = action.serves().iter().filter_map(|served| owner.get(&served.id().into_uuid()));
        let mut owners: Vec<&Uuid> = owners.collect();
        owners.sort_unstable();
        owners.dedup();
        for priority in owners {
            served.entry(*priority).or_default().push(action);
        }
    }
    served
}

/// The goals of a priority, with the goals that they fall apart into.
fn goals(priority: &Priority) -> impl Iterator<Item = &Objective> {
    priority.objectives().iter().flat_map(|goal| std::iter::once(goal).chain(goal.sub_objectives()))
}

/// Pillars and the pillars in them, in the order of the document.
fn pillars(of: &[Pillar]) -> Vec<&Pillar> {
    of.iter().flat_map(|pillar| std::iter::once(pillar).chain(pillars(pillar.pillars()))).collect()
}

/// Elements that something is linked with, each with whether the plan itself says so.
#[derive(Default)]
struct Linked {
    elements: Vec<Named>,
    numbers: HashMap<Uuid, usize>,
    stated: Vec<bool>,
}

impl Linked {
    fn add(&mut self, element: Element<'_>, basis: Option<Basis>) {
        let id = element.id().into_uuid();
        let number = *self.numbers.entry(id).or_insert(self.elements.len());
        if number == self.elements.len() {
            self.elements.push(Named::from(element));
            self.stated.push(false);
        }
        if let Some(stated) = self.stated.get_mut(number) {
            *stated |= basis.is_none();
        }
    }

    fn report(&self, link: LogicLink, present: usize) -> LogicLinkReport {
        let stated = self.stated.iter().filter(|stated| **stated).count() as u64;
        let read = self.stated.len() as u64 - stated;
        report(link, true, stated, read, present as u64)
    }
}

/// A link, where something stands on the near side or not, and so many elements are present on the far side.
fn report(link: LogicLink, near: bool, stated: u64, read: u64, present: u64) -> LogicLinkReport {
    let state = match (stated, read) {
        (1.., _) => LogicState::Stated,
        (0, 1..) => LogicState::Read,
        (0, 0) if near || present > 0 => LogicState::Absent,
        (0, 0) => LogicState::NotApplicable,
    };
    let not_linked = (state == LogicState::Absent && present > 0).then_some(present);
    LogicLinkReport { link, state, stated, read, of: None, not_linked }
}

fn logic_of(plan: &SafetyPlan, priority: &Priority, actions: &[&Action], has: &Has) -> PriorityLogic {
    let (mut evaluation, mut analysis) = (Linked::default(), Linked::default());
    let pillars = pillars(priority.pillars());
    let grounds = priority.based_on().iter().chain(pillars.iter().flat_map(|pillar| pillar.based_on()));
    for ground in grounds {
        let Some((element, looks_back)) = ground_of(plan, ground) else { continue };
        let linked = if looks_back { &mut evaluation } else { &mut analysis };
        linked.add(element, ground.basis());
    }
    let goals: Vec<&Objective> = goals(priority).collect();
    let budgets = budgets(priority, &goals);
    let action_means = means(actions);
    let (supports, upward) = supports(plan, &goals, has);

    let approach = pillars.len() as u64 + action_means.actions;
    let paid = budgets.iter().filter(|budget| budget.cents.is_some() || budget.covered).count() as u64
        + actions.iter().filter(|action| has_means(action)).count() as u64;
    let joined = |near: bool, far: u64| if near { far } else { 0 };
    let links = vec![
        evaluation.report(LogicLink::Evaluation, has.evaluations.len()),
        analysis.report(LogicLink::Analysis, has.analyses.len()),
        report(LogicLink::Goal, true, goals.len() as u64, 0, 0),
        report(LogicLink::Approach, !goals.is_empty(), joined(!goals.is_empty(), approach), 0, approach),
        report(LogicLink::Means, approach > 0, joined(approach > 0, paid), 0, paid),
        upward,
    ];
    let mut gaps = links.iter().filter(|report| report.state == LogicState::Absent);
    let first_gap = gaps.find(|report| report.link != LogicLink::Strategic).map(|report| report.link);
    PriorityLogic {
        priority: Named::from(Element::Priority(priority)),
        evaluation: evaluation.elements,
        analysis: analysis.elements,
        goals: goals.iter().map(|goal| Named::from(Element::Objective(goal))).collect(),
        supports,
        pillars: pillars.iter().map(|pillar| Named::from(Element::Pillar(pillar))).collect(),
        budgets,
        action_means,
        links,
        first_gap,
    }
}

/// What a priority rests on, and whether that looks back: an evaluation, of the predecessor or another.
fn ground_of<'a>(plan: &'a SafetyPlan, ground: &GroundLink) -> Option<(Element<'a>, bool)> {
    let element = plan.element(ground.id().into_uuid())?;
    let analysis = match element {
        Element::AnalysisFinding(finding) => plan.holder(finding.id())?,
        other => other,
    };
    let looks_back = match analysis {
        Element::Analysis(analysis) => analysis.kind() == AnalysisKind::Evaluation,
        _ => true,
    };
    Some((element, looks_back))
}

fn supports(plan: &SafetyPlan, goals: &[&Objective], has: &Has) -> (Vec<Named>, LogicLinkReport) {
    let mut linked = Linked::default();
    let (mut stated, mut read) = (0, 0);
    for goal in goals {
        for link in goal.supports() {
            if let Some(element) = plan.element(link.id().into_uuid()) {
                linked.add(element, link.basis());
            }
        }
        if goal.supports().iter().any(|link| link.basis().is_none()) {
            stated += 1;
        } else if !goal.supports().is_empty() {
            read += 1;
        }
    }
    let near = !goals.is_empty();
    let upward = report(LogicLink::Strategic, near, stated, read, if near { has.strategic } else { 0 });
    (linked.elements, LogicLinkReport { of: near.then_some(goals.len() as u64), ..upward })
}

fn budgets(priority: &Priority, goals: &[&Objective]) -> Vec<Budget> {
    let budget = |element: Element<'_>, cost: &Cost| Budget {
        element: Named::from(element),
        cents: cost.amount().total(),
        covered: !cost.funding().is_empty(),
    };
    let own = priority.budget().map(|cost| budget(Element::Priority(priority), cost));
    let of_goals = goals.iter().filter_map(|goal| Some(budget(Element::Objective(goal), goal.budget()?)));
    own.into_iter().chain(of_goals).collect()
}

fn means(actions: &[&Action]) -> ActionMeans {
    let mut means = ActionMeans { actions: actions.len() as u64, ..ActionMeans::default() };
    for action in actions {
        match action.cost().map(|cost| cost.amount().total()) {
            Some(Some(cents)) => {
                means.known += 1;
                means.cents = Some(means.cents.unwrap_or(0).saturating_add(cents));
            }
            Some(None) => means.unknown += 1,
            None => means.not_stated += 1,
        }
        means.covered += u64::from(action.cost().is_some_and(|cost| !cost.funding().is_empty()));
        means.effort += u64::from(!action.effort().is_empty());
    }
    means
}

fn has_means(action: &Action) -> bool {
    let paid = |cost: &Cost| cost.amount().total().is_some() || !cost.funding().is_empty();
    action.cost().is_some_and(paid) || !action.effort().is_empty()
}
