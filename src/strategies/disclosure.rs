//! Who may see what: the levels that were chosen, raised where an element can't stand without what fewer may see.

use std::collections::{HashMap, HashSet};

use crate::draft::{ObjectiveDraft, PillarDraft, ResponsibilityDraft, SafetyPlanDraft};
use crate::entity::Disclosure;

/// Raises levels that are stated too low: of what the plan, a goal or a partner holds, and of what names others.
pub(super) fn raise(plan: &mut SafetyPlanDraft) {
    let mut levels = Levels::default();
    let free = Disclosure::Public;
    plan.frameworks.iter().for_each(|one| levels.note(&one.id, one.disclosure));
    plan.partners.iter().for_each(|one| levels.note(&one.id, one.disclosure));
    plan.areas.iter().for_each(|one| levels.note(&one.id, one.disclosure));
    plan.analyses.iter().for_each(|one| levels.note(&one.id, one.disclosure));
    plan.topics.iter().for_each(|one| levels.note(&one.id, one.disclosure));
    plan.acute_issues.iter().for_each(|one| levels.note(&one.id, one.disclosure));
    plan.proposals.iter().for_each(|one| levels.note(&one.id, one.disclosure));
    let strategic = strategic_indicators(plan);
    for one in &mut plan.indicators {
        let own = one.disclosure.unwrap_or(Disclosure::Internal);
        let level = if strategic.contains(&one.id) { free } else { own };
        levels.note(&one.id, Some(level));
        one.figures.iter_mut().for_each(|figure| at_least(&mut figure.disclosure, level));
    }
    let mut pillars: Vec<&mut PillarDraft> = Vec::new();
    levels.responsible(&mut plan.responsibilities, free);
    for one in &mut plan.priorities {
        levels.responsible(&mut one.responsibilities, free);
        pillars.extend(&mut one.pillars);
    }
    for one in &mut plan.themes {
        levels.responsible(&mut one.responsibilities, free);
        pillars.extend(&mut one.pillars);
    }
    while let Some(one) = pillars.pop() {
        levels.responsible(&mut one.responsibilities, free);
        pillars.extend(&mut one.pillars);
    }
    for execution in &mut plan.execution_plans {
        let scope = levels.least(execution.scope.iter().map(|part| &part.id));
        let holder = levels.raise(&execution.id, &mut execution.disclosure, scope);
        levels.responsible(&mut execution.responsibilities, holder);
        for action in &mut execution.actions {
            let served = levels.least(action.serves.iter().map(|served| &served.id));
            let own = levels.raise(&action.id, &mut action.disclosure, served.max(holder));
            levels.responsible(&mut action.responsibilities, own);
            action.progress.iter_mut().for_each(|report| at_least(&mut report.disclosure, own));
        }
    }
    for one in &mut plan.evaluations {
        let of = levels.least(one.of.iter().map(|of| &of.id));
        levels.raise(&one.id, &mut one.disclosure, of);
    }
    for one in &mut plan.decisions {
        let objects = levels.least(one.clauses.iter().map(|clause| &clause.object.id));
        levels.raise(&one.id, &mut one.disclosure, objects);
    }
}

/// Who may see the elements that say so, by id; goals are public.
#[derive(Default)]
struct Levels(HashMap<String, Disclosure>);

impl Levels {
    fn note(&mut self, id: &str, stated: Option<Disclosure>) {
        self.0.insert(id.to_owned(), stated.unwrap_or(Disclosure::Internal));
    }

    /// Raises what is stated to what is needed; the level that comes of it, stated or not.
    fn raise(&mut self, id: &str, stated: &mut Option<Disclosure>, needed: Disclosure) -> Disclosure {
        at_least(stated, needed);
        let level = stated.unwrap_or(needed.max(Disclosure::Internal));
        self.note(id, Some(level));
        level
    }

    /// Of elements of which one must be there, the level of the one that most may see.
    fn least<'a>(&self, named: impl IntoIterator<Item = &'a String>) -> Disclosure {
        let levels = named.into_iter().map(|id| self.0.get(id).copied().unwrap_or(Disclosure::Public));
        levels.min().unwrap_or(Disclosure::Public)
    }

    fn responsible(&self, list: &mut [ResponsibilityDraft], holder: Disclosure) {
        for one in list {
            at_least(&mut one.disclosure, self.least([&one.partner]).max(holder));
        }
    }
}

fn at_least(stated: &mut Option<Disclosure>, needed: Disclosure) {
    *stated = stated.map(|own| own.max(needed));
}

/// The indicators that an objective names: they are public.
fn strategic_indicators(plan: &SafetyPlanDraft) -> HashSet<String> {
    let mut objectives: Vec<&ObjectiveDraft> = plan.objectives.iter().collect();
    objectives.extend(plan.priorities.iter().flat_map(|one| &one.objectives));
    objectives.extend(plan.themes.iter().flat_map(|one| &one.objectives));
    let mut found = HashSet::new();
    while let Some(objective) = objectives.pop() {
        found.extend(objective.indicators.iter().cloned());
        objectives.extend(&objective.sub_objectives);
    }
    found
}
