//! Details of actions and facts: what is told of them beside that they are, and corrections.

use std::collections::BTreeSet;

use proptest::sample::Index;

use super::super::record::EXEMPTIBLE;
use super::super::values::amount;
use super::{Detail, one_of, one_of_mut};
use crate::draft::{
    ActionDraft, CorrectionDraft, CostDraft, EffortDraft, ElementReferenceDraft, ExemptionDraft,
    FundingDraft, GroundLinkDraft, LightsDraft, OriginDraft, SafetyPlanDraft,
};
use crate::entity::{Certainty, Disclosure, Effect, FundingSource, GroundKind, Light, OriginKind};
use crate::kind::Kind;
use crate::plan::SafetyPlan;
use crate::value::Date;

fn action_of(plan: &mut SafetyPlanDraft, which: Index) -> Option<&mut ActionDraft> {
    let mut all: Vec<&mut ActionDraft> =
        plan.execution_plans.iter_mut().flat_map(|one| &mut one.actions).collect();
    let at = (!all.is_empty()).then(|| which.index(all.len()))?;
    (at < all.len()).then(|| all.swap_remove(at))
}

/// What is told of actions and facts.
pub(in crate::strategies) const OF_FACTS: &[Detail] = &[
    |plan, says| {
        let decision = one_of(&plan.decisions, says.other).map(|one| one.id.clone());
        let period = plan.period.clone();
        let action = action_of(plan, says.which)?;
        action.description = Some(says.text.clone());
        (action.source, action.fictional) = (Some(says.source()), says.yes);
        action.effort.push(EffortDraft {
            fte: Some("0.5".to_owned()),
            period: Some(period),
            ..EffortDraft::new()
        });
        if let Some(decision) = decision {
            action.origin =
                Some(OriginDraft { id: Some(decision), ..OriginDraft::new(OriginKind::Decision) });
        }
        if let Some(one) = one_of_mut(&mut action.responsibilities, says.other) {
            says.tasks(one);
        }
        Some(())
    },
    |plan, says| {
        let action = action_of(plan, says.which)?;
        let cost = action.cost.get_or_insert_with(|| CostDraft::new(amount(Certainty::Unknown, 0, false)));
        let mut funding = FundingDraft::new(says.word(FundingSource::ALL)?);
        funding.amount = Some(amount(Certainty::Ceiling, 300_000, says.yes));
        (funding.until, funding.note) = (Some(says.date.clone()), Some(says.text.clone()));
        cost.funding.push(funding);
        Some(())
    },
    |plan, says| {
        let reports = plan.execution_plans.iter_mut().flat_map(|one| &mut one.actions);
        let mut reports: Vec<_> = reports.flat_map(|action| &mut action.progress).collect();
        let at = (!reports.is_empty()).then(|| says.which.index(reports.len()))?;
        let report = reports.get_mut(at)?;
        let light = says.word(Light::ALL);
        report.lights = Some(LightsDraft { time: light, money: light, quality: light });
        (report.reason, report.note) = (Some(says.text.clone()), Some(says.text.clone()));
        report.disclosure = says.word(Disclosure::ALL);
        (report.source, report.fictional) = (Some(says.source()), says.yes);
        Some(())
    },
    |plan, says| {
        let issue = one_of_mut(&mut plan.acute_issues, says.which)?;
        issue.description = Some(says.text.clone());
        issue.disclosure = says.word(Disclosure::ALL);
        (issue.source, issue.fictional) = (Some(says.source()), says.yes);
        one_of_mut(&mut issue.effects, says.other)?.note = Some(says.text.clone());
        Some(())
    },
    |plan, says| {
        let proposal = one_of_mut(&mut plan.proposals, says.which)?;
        proposal.disclosure = says.word(Disclosure::ALL);
        (proposal.source, proposal.fictional) = (Some(says.source()), says.yes);
        Some(())
    },
    |plan, says| {
        let decision = one_of_mut(&mut plan.decisions, says.which)?;
        decision.reference = Some("2019-112".to_owned());
        decision.disclosure = says.word(Disclosure::ALL);
        (decision.source, decision.fictional) = (Some(says.source()), says.yes);
        Some(())
    },
    |plan, says| {
        let evaluation = one_of_mut(&mut plan.evaluations, says.which)?;
        evaluation.title = Some(says.title.clone());
        evaluation.disclosure = says.word(Disclosure::ALL);
        (evaluation.source, evaluation.fictional) = (Some(says.source()), says.yes);
        if let Some(finding) = one_of_mut(&mut evaluation.findings, says.other) {
            (finding.source, finding.fictional) = (Some(says.source()), says.yes);
        }
        let outcome = one_of_mut(&mut evaluation.outcomes, says.other)?;
        (outcome.effect, outcome.text) = (says.word(Effect::ALL), Some(says.text.clone()));
        Some(())
    },
    // A theme can rest on what was evaluated.
    |plan, says| {
        let evaluation = one_of(&plan.evaluations, says.other)?;
        let mut grounds = vec![(GroundKind::Evaluation, evaluation.id.clone())];
        grounds.extend(evaluation.findings.iter().map(|one| (GroundKind::EvaluationFinding, one.id.clone())));
        let theme = one_of_mut(&mut plan.themes, says.which)?;
        for (kind, id) in grounds {
            if theme.based_on.iter().all(|one| one.id != id) {
                theme.based_on.push(GroundLinkDraft::new(kind, id));
            }
        }
        Some(())
    },
    // Any element can be exempt from an advice, if it comes to that.
    |plan, says| {
        let whole = SafetyPlan::try_from(plan.clone()).ok()?;
        let kind = whole.elements().map(|one| one.kind()).collect::<BTreeSet<Kind>>();
        let kind = says.word(&kind.into_iter().collect::<Vec<_>>())?;
        let of_kind = whole.elements().filter(|one| one.kind() == kind);
        let ids: Vec<String> = of_kind.map(|one| one.id().into_uuid().to_string()).collect();
        let id = one_of(&ids, says.which)?.clone();
        let code = one_of(&EXEMPTIBLE, says.other)?;
        let mut exemption =
            ExemptionDraft::new(code.as_str(), ElementReferenceDraft::new(kind, id), says.text.clone());
        exemption.fictional = says.yes;
        plan.exemptions.push(exemption);
        Some(())
    },
    // What was typed over wrongly is put right, with the digest of before and after.
    |plan, says| {
        let after = SafetyPlan::try_from(plan.clone()).ok()?.digest().to_string();
        let before = if says.yes { "0".repeat(64) } else { after.clone() };
        let date: Date = says.date.parse().ok()?;
        let mut correction = CorrectionDraft::new(date.to_string(), says.text.clone(), before, after);
        correction.fictional = says.yes;
        plan.corrections.push(correction);
        Some(())
    },
];
