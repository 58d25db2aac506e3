//! What comes on record beside decisions: proposals, acute issues, evaluations, exemptions.

use std::sync::LazyLock;

use proptest::sample::Index;

use super::facts::{FactParts, Life, pick};
use super::values::{after, amount};
use crate::draft::{
    AcuteIssueDraft, CostDraft, CouncilProposalDraft, ElementReferenceDraft, EvaluatedDraft, EvaluationDraft,
    EvaluationFindingDraft, ExemptionDraft, FundingDraft, IssueEffectDraft, OriginDraft, OutcomeDraft,
    PeriodDraft, ServedDraft,
};
use crate::entity::{Certainty, EvaluatedKind, FundingSource, IssueChange, OriginKind, ServedKind};
use crate::finding::{Code, RaisedBy, Severity};
use crate::kind::Kind;

/// The advice that can be accepted whatever the profile: what a profile can make an error of the plan is not among it.
pub(super) static EXEMPTIBLE: LazyLock<Vec<Code>> = LazyLock::new(|| {
    let judged = [
        Code::PlanNoLegalBasis,
        Code::PriorityNoAnalysis,
        Code::PriorityNoDirector,
        Code::PlanTooManyPriorities,
        Code::ExecutionPlanSecondInYear,
    ];
    let fits = |code: &Code| {
        code.severity() == Severity::Advice && code.raised_by() == RaisedBy::Advice && !judged.contains(code)
    };
    Code::ALL.iter().copied().filter(fits).collect()
});

/// An element that decisions are taken on: its id, its period, and the first day on which they can be.
type Found = (String, PeriodDraft, Option<String>);

impl Life<'_> {
    /// A proposal on record; the first if there is none yet.
    pub(super) fn proposal(&mut self, fact: &FactParts) -> Found {
        match pick(fact.other, &self.plan.proposals) {
            Some(proposal) => (proposal.id.clone(), self.plan.period.clone(), proposal.submitted_on.clone()),
            None => self.submitted(fact),
        }
    }

    /// A proposal, and an action that needs the money.
    pub(super) fn submitted(&mut self, fact: &FactParts) -> Found {
        let code = format!("V{}", self.plan.proposals.len() + 1);
        let mut proposal = CouncilProposalDraft::coded(self.id, code, "Aanvullende middelen");
        proposal.submitted_on = fact.yes.then(|| fact.when.of(&self.plan.period));
        proposal.amount = Some(amount(Certainty::Fixed, u64::from(fact.days) * 1_000, !fact.yes));
        let found = (proposal.id.clone(), self.plan.period.clone(), proposal.submitted_on.clone());
        self.plan.proposals.push(proposal);
        if let Some(action) = self.action_mut(fact.which) {
            let cost =
                action.cost.get_or_insert_with(|| CostDraft::new(amount(Certainty::Unknown, 0, false)));
            let mut funding = FundingDraft::new(FundingSource::Additional);
            funding.proposal = Some(found.0.clone());
            cost.funding.push(funding);
        }
        found
    }

    /// An acute issue on record; the first if there is none yet.
    pub(super) fn issue(&mut self, fact: &FactParts) -> Found {
        match pick(fact.other, &self.plan.acute_issues) {
            Some(issue) => (issue.id.clone(), self.plan.period.clone(), Some(issue.signalled_on.clone())),
            None => self.signalled(fact),
        }
    }

    /// An acute issue, with its effects and an action that came of it.
    pub(super) fn signalled(&mut self, fact: &FactParts) -> Found {
        let code = format!("AP{}", self.plan.acute_issues.len() + 1);
        let signalled = fact.when.of(&self.plan.period);
        let mut issue = AcuteIssueDraft::coded(self.id, code, "Reeks explosies", signalled.clone());
        issue.accounted_on =
            (fact.yes && fact.kind.is_none()).then(|| after(&signalled, i64::from(fact.days)));
        for (choice, _) in &fact.outcomes {
            let Some(action) = self.action(*choice).map(|action| action.id.clone()) else { continue };
            if issue.effects.iter().all(|effect| effect.action != action) {
                let change = fact.other.get(IssueChange::ALL);
                issue.effects.push(IssueEffectDraft::new(action, *change));
            }
        }
        let found = (issue.id.clone(), self.plan.period.clone(), Some(signalled));
        self.plan.acute_issues.push(issue);
        self.came_of(fact.which, OriginKind::AcuteIssue, &found.0);
        if let Some(action) = self.action_mut(fact.which) {
            action.serves.push(ServedDraft::new(ServedKind::AcuteIssue, found.0.clone()));
        }
        found
    }

    fn came_of(&mut self, which: Index, kind: OriginKind, id: &str) {
        if let Some(action) = self.action_mut(which) {
            action.origin = Some(OriginDraft { id: Some(id.to_owned()), ..OriginDraft::new(kind) });
        }
    }

    /// An evaluation on record; the first if there is none yet.
    pub(super) fn evaluation(&mut self, fact: &FactParts) -> Found {
        match pick(fact.other, &self.plan.evaluations) {
            Some(evaluation) => (evaluation.id.clone(), evaluation.period.clone(), None),
            None => self.evaluated(fact),
        }
    }

    /// An evaluation of the plan or of execution plans, with what it says of actions and what it found.
    pub(super) fn evaluated(&mut self, fact: &FactParts) -> Found {
        let code = format!("E{}", self.plan.evaluations.len() + 1);
        let plans = &self.plan.execution_plans;
        let mut of = Vec::new();
        let mut period = self.plan.period.clone();
        if let Some(execution) = pick(fact.which, plans).filter(|_| !fact.days.is_multiple_of(3)) {
            period = execution.period.clone();
            of.push(EvaluatedDraft::new(EvaluatedKind::ExecutionPlan, execution.id.clone()));
            let beside = pick(fact.other, plans).filter(|other| fact.days > 300 && other.id != execution.id);
            of.extend(
                beside.map(|other| EvaluatedDraft::new(EvaluatedKind::ExecutionPlan, other.id.clone())),
            );
        } else {
            of.push(EvaluatedDraft::new(EvaluatedKind::Plan, self.plan.id.clone()));
        }
        // One in four looks back on the first part only.
        if fact.days.is_multiple_of(4) {
            let part = after(&period.start, i64::from(fact.days));
            period.end = part.min(period.end);
        }
        let mut evaluation = EvaluationDraft::coded(self.id, code.clone(), of, period.clone());
        evaluation.kind = fact.kind;
        evaluation.delivered_on =
            (fact.yes || fact.days > 50).then(|| fact.when.of(&period).max(period.start.clone()));
        for (choice, status) in &fact.outcomes {
            let Some(action) = self.action(*choice).map(|action| action.id.clone()) else { continue };
            if evaluation.outcomes.iter().all(|outcome| outcome.action != action) {
                evaluation.outcomes.push(OutcomeDraft { status: *status, ..OutcomeDraft::new(action) });
            }
        }
        if fact.yes {
            let finding =
                EvaluationFindingDraft::coded(self.id, format!("{code}.1"), "Partners willen eerder meedoen");
            self.came_of(fact.other, OriginKind::EvaluationFinding, &finding.id);
            evaluation.findings.push(finding);
        }
        let found = (evaluation.id.clone(), period, None);
        self.plan.evaluations.push(evaluation);
        found
    }

    /// The day on which an action was taken up.
    pub(super) fn taken_up(&mut self, fact: &FactParts) {
        let period = self.plan.execution_plans.iter().find_map(|execution| {
            let own = execution.actions.iter().any(|one| Some(&one.id) == self.id_of(fact).as_ref());
            own.then(|| execution.period.clone())
        });
        if let (Some(period), Some(action)) = (period, self.action_mut(fact.which)) {
            action.registered_on = Some(fact.when.of(&period));
        }
    }

    fn id_of(&self, fact: &FactParts) -> Option<String> {
        self.action(fact.which).map(|action| action.id.clone())
    }

    /// Advice on some element, accepted knowingly.
    pub(super) fn exempted(&mut self, fact: &FactParts) {
        let Some(code) = pick(fact.other, &EXEMPTIBLE) else { return };
        let mut subjects = vec![(Kind::Plan, self.plan.id.clone())];
        subjects.extend(self.plan.priorities.iter().map(|one| (Kind::Priority, one.id.clone())));
        subjects.extend(self.plan.partners.iter().map(|one| (Kind::Partner, one.id.clone())));
        for execution in &self.plan.execution_plans {
            subjects.push((Kind::ExecutionPlan, execution.id.clone()));
            subjects.extend(execution.actions.iter().map(|one| (Kind::Action, one.id.clone())));
        }
        let (kind, id) = fact.which.get(&subjects).clone();
        let subject = ElementReferenceDraft::new(kind, id);
        let mut exemption = ExemptionDraft::new(code.as_str(), subject, "Afgesproken met de raad");
        exemption.until = fact.yes.then(|| fact.when.of(&self.plan.period));
        exemption.decision = pick(fact.other, &self.plan.decisions).map(|decision| decision.id.clone());
        self.plan.exemptions.push(exemption);
    }
}
