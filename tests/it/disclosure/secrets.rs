//! The same plan with other secrets: elements above a level that are renamed, added or gone.

use std::collections::BTreeSet;

use veiligheidsplan::draft::*;
use veiligheidsplan::entity::*;
use veiligheidsplan::{Kind, PlanId};

use super::known::{Choices, Known};
use super::model::without;

/// The same plan with other hidden things: renamed, removed and added.
pub(super) fn with_other_secrets(known: &Known, level: Disclosure, c: &mut Choices) -> Known {
    let hidden = |id: &str| known.levels.get(id).is_some_and(|(_, own)| *own > level);
    let mut gone: BTreeSet<String> =
        known.levels.keys().filter(|id| hidden(id) && c.yes()).cloned().collect();
    // What stands in something goes with it; what loses what it can't be more open than goes too.
    loop {
        let before = gone.clone();
        let lost = |own: &str, named: Vec<&String>| {
            let left = known.least(named.iter().copied().filter(|id| !gone.contains(*id)));
            !named.is_empty() && left.is_none_or(|left| left > known.level(own))
        };
        let draft = &known.draft;
        let mut more: Vec<String> = Vec::new();
        for plan in &draft.execution_plans {
            let is_lost = lost(&plan.id, plan.scope.iter().map(|part| &part.id).collect());
            let is_gone = is_lost || gone.contains(&plan.id);
            more.extend(is_gone.then(|| plan.id.clone()));
            for action in &plan.actions {
                let is_lost = lost(&action.id, action.serves.iter().map(|served| &served.id).collect());
                more.extend((is_gone || is_lost).then(|| action.id.clone()));
            }
        }
        for one in &draft.evaluations {
            let is_lost = lost(&one.id, one.of.iter().map(|of| &of.id).collect());
            more.extend(is_lost.then(|| one.id.clone()));
        }
        for one in &draft.decisions {
            let is_lost = lost(&one.id, one.clauses.iter().map(|clause| &clause.object.id).collect());
            more.extend(is_lost.then(|| one.id.clone()));
        }
        gone.extend(more);
        for framework in &draft.frameworks {
            let is_gone = gone.contains(&framework.id);
            framework.items.iter().for_each(|item| set(&mut gone, &item.id, is_gone));
        }
        for analysis in &draft.analyses {
            let is_gone = gone.contains(&analysis.id);
            analysis.findings.iter().for_each(|one| set(&mut gone, &one.id, is_gone));
        }
        for evaluation in &draft.evaluations {
            let is_gone = gone.contains(&evaluation.id);
            evaluation.findings.iter().for_each(|one| set(&mut gone, &one.id, is_gone));
        }
        if gone == before {
            break;
        }
    }
    assert!(gone.iter().all(|id| hidden(id)), "only what is hidden is touched");
    let parts = c.yes();
    let mut other = known.clone();
    other.draft = without(other.draft, &|id| gone.contains(id), &|stated| {
        parts && stated.unwrap_or(Disclosure::Internal) > level
    });
    rename(&mut other, level);
    add_secrets(&mut other, level);
    other
}

fn set(gone: &mut BTreeSet<String>, id: &str, is_gone: bool) {
    if is_gone {
        gone.insert(id.to_owned());
    } else {
        gone.remove(id);
    }
}

fn rename(known: &mut Known, level: Disclosure) {
    let Known { draft, levels } = known;
    let rename = |id: &str, title: &mut String| {
        if levels[id].1 > level {
            "Iets anders".clone_into(title);
        }
    };
    draft.topics.iter_mut().for_each(|one| rename(&one.id, &mut one.title));
    draft.partners.iter_mut().for_each(|one| rename(&one.id, &mut one.name));
    draft.areas.iter_mut().for_each(|one| rename(&one.id, &mut one.name));
    draft.indicators.iter_mut().for_each(|one| rename(&one.id, &mut one.name));
    draft.acute_issues.iter_mut().for_each(|one| rename(&one.id, &mut one.title));
    draft.proposals.iter_mut().for_each(|one| rename(&one.id, &mut one.title));
    for plan in &mut draft.execution_plans {
        rename(&plan.id, &mut plan.title);
        plan.actions.iter_mut().for_each(|one| rename(&one.id, &mut one.title));
    }
    for evaluation in &mut draft.evaluations {
        evaluation.findings.iter_mut().for_each(|one| rename(&one.id, &mut one.text));
    }
}

/// New confidential things, named wherever a visible element can name them, in front of what is there.
fn add_secrets(known: &mut Known, level: Disclosure) {
    let secret = Some(Disclosure::Confidential);
    let shown = |id: &str| known.levels.get(id).is_some_and(|(_, own)| *own <= level);
    let draft = &mut known.draft;
    let id: PlanId = draft.id.parse().unwrap();
    let topic = TopicDraft { disclosure: secret, ..TopicDraft::coded(id, "GEHEIM", "Geheim") };
    let area = AreaDraft { disclosure: secret, ..AreaDraft::coded(id, "GEHEIM", "Geheim") };
    let partner = PartnerDraft {
        disclosure: secret,
        ..PartnerDraft::coded(id, "GEHEIM", "Geheim", PartnerKind::Partnership)
    };
    let proposal =
        CouncilProposalDraft { disclosure: secret, ..CouncilProposalDraft::coded(id, "GEHEIM", "Geheim") };
    let mut issue = AcuteIssueDraft {
        disclosure: secret,
        ..AcuteIssueDraft::coded(id, "GEHEIM", "Geheim", "2021-02-02")
    };
    let object = DecisionObjectDraft::new(ObjectKind::Plan, draft.id.clone());
    let clauses = [ClauseDraft::new(Act::Inform, object)];
    let decision = DecisionDraft {
        disclosure: secret,
        ..DecisionDraft::coded(id, "GEHEIM", Organ::College, "2021-02-02", clauses)
    };
    let role = || ResponsibilityDraft::new(partner.id.clone(), Role::Fund);
    draft.responsibilities.insert(0, role());
    for priority in &mut draft.priorities {
        priority.topics.insert(0, topic.id.clone());
        priority.responsibilities.insert(0, role());
    }
    draft
        .areas
        .iter_mut()
        .filter(|one| one.within.is_none())
        .for_each(|one| one.within = Some(area.id.clone()));
    draft.partners.iter_mut().for_each(|one| one.member_of.insert(0, partner.id.clone()));
    for funding in draft.budget.iter_mut().flat_map(|cost| &mut cost.funding) {
        if funding.proposal.is_none() {
            funding.proposal = Some(proposal.id.clone());
        }
    }
    for plan in &mut draft.execution_plans {
        if !plan.scope.is_empty() {
            plan.scope.insert(0, ScopePartDraft::new(ScopeKind::Area, area.id.clone()));
        }
        let served = ServedDraft::new(ServedKind::Topic, topic.id.clone());
        let mut action =
            ActionDraft::coded(id, format!("GEHEIM-{}", plan.code.as_ref().unwrap()), "Geheim", [served]);
        action.disclosure = secret;
        for other in &mut plan.actions {
            other.serves.insert(0, ServedDraft::new(ServedKind::Topic, topic.id.clone()));
            other.areas.insert(0, area.id.clone());
            other.depends_on.insert(0, action.id.clone());
            other.continues.insert(0, action.id.clone());
            other.responsibilities.insert(0, role());
            if other.origin.is_none() {
                other.origin = Some(OriginDraft {
                    id: Some(issue.id.clone()),
                    ..OriginDraft::new(OriginKind::AcuteIssue)
                });
            }
            let progress = ProgressDraft {
                status: Some(Status::Delayed),
                disclosure: secret,
                ..ProgressDraft::new("2001-01-01")
            };
            other.progress.insert(0, progress);
            if shown(&other.id) {
                issue.effects.push(IssueEffectDraft::new(other.id.clone(), IssueChange::Changed));
            }
        }
        for effects in draft.acute_issues.iter_mut().map(|one| &mut one.effects) {
            effects.insert(0, IssueEffectDraft::new(action.id.clone(), IssueChange::Added));
        }
        for evaluation in &mut draft.evaluations {
            evaluation.outcomes.insert(0, OutcomeDraft::new(action.id.clone()));
        }
        plan.actions.insert(0, action);
    }
    for clause in draft.decisions.iter_mut().flat_map(|decision| &mut decision.clauses) {
        if clause.act == Act::Inform {
            let to = AddresseeDraft {
                partner: Some(partner.id.clone()),
                ..AddresseeDraft::new(AddresseeKind::Partner)
            };
            clause.to.insert(0, to);
        }
    }
    for exemption in draft.exemptions.iter_mut().filter(|one| one.decision.is_none()) {
        exemption.decision = Some(decision.id.clone());
    }
    let subject = ElementReferenceDraft::new(Kind::Topic, topic.id.clone());
    draft.exemptions.insert(0, ExemptionDraft::new("framework/item-unanswered", subject, "Geheim"));
    draft.topics.insert(0, topic);
    draft.areas.insert(0, area);
    draft.partners.insert(0, partner);
    draft.proposals.insert(0, proposal);
    draft.acute_issues.insert(0, issue);
    draft.decisions.insert(0, decision);
}
