//! What of a plan is shown at a level: a filter over the draft, key by key, written without the crate's own walk.

use veiligheidsplan::draft::*;
use veiligheidsplan::entity::*;

use super::EASED;
use super::known::Known;

/// The draft without the elements that are gone, what names them, and parts that state these levels.
pub(super) fn without(
    mut draft: SafetyPlanDraft,
    gone: &dyn Fn(&str) -> bool,
    part: &dyn Fn(Option<Disclosure>) -> bool,
) -> SafetyPlanDraft {
    type Gone<'a> = &'a dyn Fn(&str) -> bool;
    fn roles(list: &mut Vec<ResponsibilityDraft>, gone: Gone<'_>, part: &dyn Fn(Option<Disclosure>) -> bool) {
        list.retain(|one| !gone(&one.partner) && !part(one.disclosure));
    }
    fn cost(cost: &mut Option<CostDraft>, gone: Gone<'_>) {
        for funding in cost.iter_mut().flat_map(|cost| &mut cost.funding) {
            funding.proposal = funding.proposal.take().filter(|id| !gone(id));
        }
    }
    fn objectives(list: &mut [ObjectiveDraft], gone: Gone<'_>) {
        for objective in list {
            cost(&mut objective.budget, gone);
            objectives(&mut objective.sub_objectives, gone);
        }
    }
    fn pillars(list: &mut [PillarDraft], gone: Gone<'_>, part: &dyn Fn(Option<Disclosure>) -> bool) {
        for pillar in list {
            pillar.answers.retain(|link| !gone(&link.id));
            pillar.based_on.retain(|link| !gone(&link.id));
            pillar.topics.retain(|id| !gone(id));
            roles(&mut pillar.responsibilities, gone, part);
            pillars(&mut pillar.pillars, gone, part);
        }
    }
    draft.indicators.retain(|one| !gone(&one.id));
    for indicator in &mut draft.indicators {
        indicator.figures.retain(|figure| !part(figure.disclosure));
        indicator.continues.retain(|id| !gone(id));
    }
    draft.frameworks.retain(|one| !gone(&one.id));
    draft.partners.retain(|one| !gone(&one.id));
    draft.partners.iter_mut().for_each(|one| one.member_of.retain(|id| !gone(id)));
    draft.areas.retain(|one| !gone(&one.id));
    draft.areas.iter_mut().for_each(|one| one.within = one.within.take().filter(|id| !gone(id)));
    draft.analyses.retain(|one| !gone(&one.id));
    draft.topics.retain(|one| !gone(&one.id));
    draft.proposals.retain(|one| !gone(&one.id));
    roles(&mut draft.responsibilities, gone, part);
    cost(&mut draft.budget, gone);
    objectives(&mut draft.objectives, gone);
    for priority in &mut draft.priorities {
        cost(&mut priority.budget, gone);
        objectives(&mut priority.objectives, gone);
        priority.answers.retain(|link| !gone(&link.id));
        priority.based_on.retain(|link| !gone(&link.id));
        priority.topics.retain(|id| !gone(id));
        roles(&mut priority.responsibilities, gone, part);
        pillars(&mut priority.pillars, gone, part);
    }
    for theme in &mut draft.themes {
        cost(&mut theme.budget, gone);
        objectives(&mut theme.objectives, gone);
        theme.answers.retain(|link| !gone(&link.id));
        theme.based_on.retain(|link| !gone(&link.id));
        theme.topics.retain(|id| !gone(id));
        roles(&mut theme.responsibilities, gone, part);
        pillars(&mut theme.pillars, gone, part);
    }
    draft.execution_plans.retain(|one| !gone(&one.id));
    for plan in &mut draft.execution_plans {
        cost(&mut plan.budget, gone);
        plan.reserve.iter_mut().for_each(|reserve| cost(&mut reserve.budget, gone));
        plan.scope.retain(|part| !gone(&part.id));
        roles(&mut plan.responsibilities, gone, part);
        plan.actions.retain(|one| !gone(&one.id));
        for action in &mut plan.actions {
            cost(&mut action.cost, gone);
            action.serves.retain(|served| !gone(&served.id));
            action.origin =
                action.origin.take().filter(|origin| !origin.id.as_ref().is_some_and(|id| gone(id)));
            roles(&mut action.responsibilities, gone, part);
            action.areas.retain(|id| !gone(id));
            action.indicators.retain(|id| !gone(id));
            action.depends_on.retain(|id| !gone(id));
            action.continues.retain(|id| !gone(id));
            action.progress.retain(|progress| !part(progress.disclosure));
        }
    }
    draft.acute_issues.retain(|one| !gone(&one.id));
    draft.acute_issues.iter_mut().for_each(|one| one.effects.retain(|effect| !gone(&effect.action)));
    draft.decisions.retain(|one| !gone(&one.id));
    for decision in &mut draft.decisions {
        decision.clauses.retain(|clause| !gone(&clause.object.id));
        for clause in &mut decision.clauses {
            clause.to.retain(|to| !to.partner.as_ref().is_some_and(|id| gone(id)));
        }
    }
    draft.evaluations.retain(|one| !gone(&one.id));
    for evaluation in &mut draft.evaluations {
        evaluation.of.retain(|of| !gone(&of.id));
        evaluation.outcomes.retain(|outcome| !gone(&outcome.action));
    }
    draft.exemptions.retain(|one| !gone(&one.subject.id));
    for exemption in &mut draft.exemptions {
        exemption.decision = exemption.decision.take().filter(|id| !gone(id));
    }
    draft
}

/// What the model shows at a level.
pub(super) fn model(known: &Known, level: Disclosure) -> SafetyPlanDraft {
    if level == Disclosure::Confidential {
        return known.draft.clone();
    }
    let gone = |id: &str| known.levels.get(id).is_some_and(|(_, own)| *own > level);
    let mut shown =
        without(known.draft.clone(), &gone, &|stated| stated.unwrap_or(Disclosure::Internal) > level);
    for rule in shown.profile.iter_mut().flat_map(|profile| &mut profile.levels) {
        if EASED.contains(&rule.rule) && rule.level == Level::Error {
            rule.level = Level::Advice;
        }
    }
    shown
}
