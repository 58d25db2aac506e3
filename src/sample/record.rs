//! Facts: decisions, proposals to the council, acute issues, evaluations and exemptions.

use super::frame::{FIRST, Frame, YEARS, of_year};
use super::means::amount;
use super::random::Random;
use super::words;
use crate::draft::{
    ActionDraft, AcuteIssueDraft, AddresseeDraft, ClauseDraft, CouncilProposalDraft, DecisionDraft,
    DecisionObjectDraft, ElementReferenceDraft, EvaluatedDraft, EvaluationDraft, EvaluationFindingDraft,
    ExemptionDraft, IssueEffectDraft, OutcomeDraft, SafetyPlanDraft,
};
use crate::entity::{
    Act, AddresseeKind, EvaluatedKind, EvaluationKind, IssueChange, ObjectKind, Organ, OriginKind,
};
use crate::finding::Code;
use crate::kind::Kind;

/// Puts on record what happened to a plan that is otherwise complete.
pub(super) fn record(plan: &mut SafetyPlanDraft, frame: &Frame, random: &mut Random) {
    adoption(plan, frame, random);
    for year in frame.place.years.clone() {
        execution(plan, frame, year, random);
        proposals(plan, frame, year, random);
        motion(plan, frame, year, random);
        if year + 1 < FIRST + YEARS {
            evaluation(plan, frame, year, random);
        }
    }
    issues(plan, frame, random);
    let subject = ElementReferenceDraft::new(Kind::Plan, frame.plan.clone());
    let mut exemption =
        ExemptionDraft::new(Code::FrameworkItemUnanswered.as_str(), subject, "De regio pakt dit op.");
    exemption.fictional = true;
    plan.exemptions.push(exemption);
}

fn clause(act: Act, kind: ObjectKind, id: &str) -> ClauseDraft {
    ClauseDraft::new(act, DecisionObjectDraft::new(kind, id))
}

fn decide(
    plan: &mut SafetyPlanDraft,
    id: String,
    (organ, day): (Organ, String),
    clauses: impl IntoIterator<Item = ClauseDraft>,
) {
    let clauses: Vec<ClauseDraft> = clauses.into_iter().collect();
    let mut decision = DecisionDraft::new(id, organ, day, clauses);
    decision.code = Some(format!("D{}", plan.decisions.len() + 1));
    decision.fictional = true;
    plan.decisions.push(decision);
}

fn to_council(kind: ObjectKind, id: &str) -> ClauseDraft {
    ClauseDraft { to: vec![AddresseeDraft::new(AddresseeKind::Council)], ..clause(Act::Inform, kind, id) }
}

fn adoption(plan: &mut SafetyPlanDraft, frame: &Frame, random: &mut Random) {
    let (day, later) = (random.day(FIRST - 1, 8, 9), random.day(FIRST - 1, 10, 11));
    let propose = clause(Act::Propose, ObjectKind::Plan, &frame.plan);
    decide(plan, random.id(), (Organ::College, day), [propose]);
    let clauses = [
        clause(Act::Adopt, ObjectKind::Plan, &frame.plan),
        clause(Act::TakeNote, ObjectKind::Framework, &frame.shared.framework),
    ];
    decide(plan, random.id(), (Organ::Council, later), clauses);
}

/// Consulted, adopted and sent to the council before the year; the last of one plan in fifty isn't adopted.
fn execution(plan: &mut SafetyPlanDraft, frame: &Frame, year: usize, random: &mut Random) {
    let Some(id) = frame.execution_plans.get(year.saturating_sub(FIRST)) else { return };
    let consult = ClauseDraft {
        to: vec![AddresseeDraft::new(AddresseeKind::Partners)],
        ..clause(Act::Consult, ObjectKind::ExecutionPlan, id)
    };
    let day = random.day(year - 1, 9, 10);
    decide(plan, random.id(), (Organ::College, day), [consult]);
    if year + 1 == FIRST + YEARS && random.percent(2) {
        return;
    }
    let clauses =
        [clause(Act::Adopt, ObjectKind::ExecutionPlan, id), to_council(ObjectKind::ExecutionPlan, id)];
    let day = random.day(year - 1, 11, 12);
    decide(plan, random.id(), (Organ::College, day), clauses);
}

/// Two proposals a year, of which three in four are accepted.
fn proposals(plan: &mut SafetyPlanDraft, frame: &Frame, year: usize, random: &mut Random) {
    for id in of_year(&frame.proposals, year) {
        let mut proposal = CouncilProposalDraft::new(id.clone(), format!("Aanvullende middelen {year}"));
        proposal.code = Some(format!("V{}", plan.proposals.len() + 1));
        proposal.submitted_on = Some(random.day(year, 1, 2));
        proposal.amount = Some(amount(year, random));
        proposal.fictional = true;
        plan.proposals.push(proposal);
        let act = match random.below(8) {
            0 => Act::Reject,
            1 => continue,
            _ => Act::Accept,
        };
        let day = random.day(year, 3, 4);
        decide(plan, random.id(), (Organ::Council, day), [clause(act, ObjectKind::Proposal, id)]);
    }
}

/// A motion that asks for something within a priority.
fn motion(plan: &mut SafetyPlanDraft, frame: &Frame, year: usize, random: &mut Random) {
    let id = frame.motions.get(year.saturating_sub(FIRST)).cloned();
    let priority = random.pick(&plan.priorities).map(|priority| priority.id.clone());
    let (Some(id), Some(priority)) = (id, priority) else { return };
    let subject = random.word(words::SUBJECTS);
    let text = Some(format!("Het college kijkt ook naar {subject}."));
    let clause = ClauseDraft { text, ..clause(Act::Instruct, ObjectKind::Priority, &priority) };
    let day = random.day(year - 1, 11, 12);
    decide(plan, id, (Organ::Council, day), [clause]);
}

/// Each past year is looked back on in the spring after it, with what came of some of its actions.
fn evaluation(plan: &mut SafetyPlanDraft, frame: &Frame, year: usize, random: &mut Random) {
    let execution = plan.execution_plans.get(year.saturating_sub(FIRST));
    let Some(execution) = execution else { return };
    let of = vec![EvaluatedDraft::new(EvaluatedKind::ExecutionPlan, execution.id.clone())];
    let mut evaluation = EvaluationDraft::new(random.id(), of, execution.period.clone());
    evaluation.code = Some(format!("E{year}"));
    evaluation.title = Some(format!("Evaluatie {year}"));
    evaluation.kind = Some(EvaluationKind::Yearly);
    evaluation.delivered_on = Some(random.day(year + 1, 2, 3));
    evaluation.outcomes = execution.actions.iter().filter_map(|action| outcome(action, random)).collect();
    evaluation.findings = of_year(&frame.learned, year)
        .iter()
        .map(|id| EvaluationFindingDraft {
            fictional: true,
            ..EvaluationFindingDraft::new(
                id.clone(),
                format!("De aanpak van {} vraagt meer tijd.", random.word(words::SUBJECTS)),
            )
        })
        .collect();
    evaluation.fictional = true;
    let object = to_council(ObjectKind::Evaluation, &evaluation.id);
    plan.evaluations.push(evaluation);
    let day = random.day(year + 1, 4, 5);
    decide(plan, random.id(), (Organ::College, day), [object]);
}

/// What the last report said, with what came of it, for one in twenty.
fn outcome(action: &ActionDraft, random: &mut Random) -> Option<OutcomeDraft> {
    let last = action.progress.last().filter(|_| random.percent(5))?;
    let mut outcome = OutcomeDraft::new(action.id.clone());
    (outcome.status, outcome.effect) = (last.status, last.effect);
    outcome.text = Some("De partners herkennen dit beeld.".to_owned());
    Some(outcome)
}

/// Two acute issues, accounted for afterwards, with the actions that came from them.
fn issues(plan: &mut SafetyPlanDraft, frame: &Frame, random: &mut Random) {
    for (number, id) in frame.issues.iter().enumerate() {
        let year = FIRST + number;
        let mut issue = AcuteIssueDraft::new(
            id.clone(),
            format!("Onrust over {}", random.word(words::SUBJECTS)),
            random.day(year, 1, 3),
        );
        issue.code = Some(format!("AP{}", number + 1));
        issue.accounted_on = Some(random.day(year, 4, 6));
        let actions = plan.execution_plans.iter().flat_map(|execution| &execution.actions);
        let came = actions.filter(|action| {
            action.origin.as_ref().is_some_and(|origin| {
                origin.kind == OriginKind::AcuteIssue && origin.id.as_deref() == Some(id)
            })
        });
        issue.effects =
            came.map(|action| IssueEffectDraft::new(action.id.clone(), IssueChange::Added)).collect();
        issue.fictional = true;
        plan.acute_issues.push(issue);
        let closed = random.day(year, 7, 9);
        decide(plan, random.id(), (Organ::Mayor, closed), [clause(Act::Close, ObjectKind::AcuteIssue, id)]);
    }
}
