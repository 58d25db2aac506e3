//! Laws of what is shown to whom: a disclosed plan holds together, has nothing above its level, and tells nothing of
//! what was left out.
//!
//! The model is a filter over the draft, key by key, written without the crate's own walk.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use serde_json::{Value, json};
use veiligheidsplan::draft::*;
use veiligheidsplan::entity::*;
use veiligheidsplan::plan::{Judgement, PROFILE_RULES};
use veiligheidsplan::strategies::{PlanShape, drafts};
use veiligheidsplan::{Choice, Kind, PlanId, SafetyPlan};

use crate::support::{BASE, DEMO, PLAN, codes, errors, id, put, tree};

pub(crate) const LEVELS: [Disclosure; 3] =
    [Disclosure::Public, Disclosure::Internal, Disclosure::Confidential];

/// Rules that leaving something out can break.
const EASED: [u64; 3] = [17, 32, 96];

/// Choices from bytes: the first of each once they run out, so that a failure shrinks to a plain plan.
#[derive(Debug, Clone)]
struct Choices(std::vec::IntoIter<u8>);

impl Choices {
    fn below(&mut self, count: usize) -> usize {
        usize::from(self.0.next().unwrap_or_default()) % count.max(1)
    }

    fn yes(&mut self) -> bool {
        self.below(2) == 1
    }

    fn some<T: Clone>(&mut self, items: &[T], most: usize) -> Vec<T> {
        let count = if items.is_empty() { 0 } else { self.below(most + 1) };
        let mut picked = BTreeSet::new();
        picked.extend((0..count).map(|_| self.below(items.len())));
        picked.into_iter().map(|index| items[index].clone()).collect()
    }

    /// A level that may be stated on what can't be more open than this, and what it comes to.
    fn level(&mut self, least: Disclosure) -> (Option<Disclosure>, Disclosure) {
        let legal: Vec<_> = LEVELS.into_iter().filter(|level| *level >= least).collect();
        match self.below(legal.len() + 1) {
            0 => (None, least.max(Disclosure::Internal)),
            stated => (Some(legal[stated - 1]), legal[stated - 1]),
        }
    }
}

/// A draft with the kind and level of each of its elements.
#[derive(Debug, Clone)]
struct Known {
    draft: SafetyPlanDraft,
    levels: BTreeMap<String, (Kind, Disclosure)>,
}

impl Known {
    fn level(&self, id: &str) -> Disclosure {
        self.levels[id].1
    }

    fn least<'a>(&self, ids: impl IntoIterator<Item = &'a String>) -> Option<Disclosure> {
        ids.into_iter().map(|id| self.level(id)).min()
    }

    fn of(&self, kinds: &[Kind]) -> Vec<(Kind, String)> {
        let found = self.levels.iter().filter(|(_, (kind, _))| kinds.contains(kind));
        found.map(|(id, (kind, _))| (*kind, id.clone())).collect()
    }

    fn ids(&self, kind: Kind) -> Vec<String> {
        self.of(&[kind]).into_iter().map(|(_, id)| id).collect()
    }

    fn plan(&self) -> SafetyPlan {
        let checked = self.draft.check();
        checked.plan.unwrap_or_else(|| panic!("{}\n{:#?}", checked.errors, self.draft))
    }
}

/// The word of a kind in a list of kinds of its own.
fn word<T: Choice>(kind: Kind) -> T {
    *T::ALL.iter().find(|word| word.as_str() == kind.as_str()).unwrap()
}

/// Every sort of element, part and reference, each with a level that it may have.
fn decorated(draft: SafetyPlanDraft, mut choices: Choices) -> Known {
    let c = &mut choices;
    let mut known = Known { draft, levels: BTreeMap::new() };
    let id: PlanId = known.draft.id.parse().unwrap();
    let period = || PeriodDraft::new("2021-01-01", "2021-12-31");
    strategic(&mut known);
    context(&mut known, id, c);

    for number in 0..c.below(3) {
        let mut proposal =
            CouncilProposalDraft::coded(id, format!("RV{number}"), format!("Voorstel {number}"));
        let (stated, level) = c.level(Disclosure::Public);
        proposal.disclosure = stated;
        known.levels.insert(proposal.id.clone(), (Kind::Proposal, level));
        known.draft.proposals.push(proposal);
    }
    for number in 0..c.below(3) {
        let mut issue =
            AcuteIssueDraft::coded(id, format!("AP{number}"), format!("Probleem {number}"), "2021-02-01");
        let (stated, level) = c.level(Disclosure::Public);
        issue.disclosure = stated;
        known.levels.insert(issue.id.clone(), (Kind::AcuteIssue, level));
        known.draft.acute_issues.push(issue);
    }
    execution(&mut known, c);
    for number in 0..c.below(3) {
        let objects = known.of(&[Kind::Plan, Kind::ExecutionPlan]);
        let mut of = c.some(&objects, 2);
        if of.is_empty() {
            of = vec![(Kind::Plan, known.draft.id.clone())];
        }
        let least = known.least(of.iter().map(|(_, id)| id)).unwrap();
        let of: Vec<_> =
            of.into_iter().map(|(kind, id)| EvaluatedDraft::new(word::<EvaluatedKind>(kind), id)).collect();
        let mut evaluation = EvaluationDraft::coded(id, format!("EV{number}"), of, period());
        let (stated, level) = c.level(least);
        evaluation.disclosure = stated;
        evaluation.outcomes =
            c.some(&known.ids(Kind::Action), 3).into_iter().map(OutcomeDraft::new).collect();
        let finding =
            EvaluationFindingDraft::coded(id, format!("EV{number}.1"), "Partners willen eerder meedoen");
        known.levels.insert(evaluation.id.clone(), (Kind::Evaluation, level));
        known.levels.insert(finding.id.clone(), (Kind::EvaluationFinding, level));
        evaluation.findings = vec![finding];
        known.draft.evaluations.push(evaluation);
    }
    for number in 0..c.below(4) {
        decision(&mut known, id, number, c);
    }
    links(&mut known, c);
    known.draft.exemptions = c
        .some(&known.levels.clone().into_iter().collect::<Vec<_>>(), 4)
        .into_iter()
        .map(|(subject, (kind, _))| {
            let subject = ElementReferenceDraft::new(kind, subject);
            let mut exemption = ExemptionDraft::new("framework/item-unanswered", subject, "Geen lokale rol");
            exemption.decision = c.some(&known.ids(Kind::Decision), 1).pop();
            exemption
        })
        .collect();
    profile(&mut known, c);
    known
}

/// What the council adopts is public.
fn strategic(known: &mut Known) {
    fn objectives(levels: &mut BTreeMap<String, (Kind, Disclosure)>, list: &[ObjectiveDraft]) {
        for objective in list {
            levels.insert(objective.id.clone(), (Kind::Objective, Disclosure::Public));
            objectives(levels, &objective.sub_objectives);
        }
    }
    fn pillars(levels: &mut BTreeMap<String, (Kind, Disclosure)>, list: &[PillarDraft]) {
        for pillar in list {
            levels.insert(pillar.id.clone(), (Kind::Pillar, Disclosure::Public));
            pillars(levels, &pillar.pillars);
        }
    }
    let Known { draft, levels } = known;
    levels.insert(draft.id.clone(), (Kind::Plan, Disclosure::Public));
    objectives(levels, &draft.objectives);
    for principle in &draft.principles {
        levels.insert(principle.id.clone(), (Kind::Principle, Disclosure::Public));
    }
    for priority in &draft.priorities {
        levels.insert(priority.id.clone(), (Kind::Priority, Disclosure::Public));
        objectives(levels, &priority.objectives);
        pillars(levels, &priority.pillars);
    }
    for theme in &draft.themes {
        levels.insert(theme.id.clone(), (Kind::Theme, Disclosure::Public));
        objectives(levels, &theme.objectives);
        pillars(levels, &theme.pillars);
    }
}

/// What the plan stands in: anything may be stated on it.
fn context(known: &mut Known, id: PlanId, c: &mut Choices) {
    let Known { draft, levels } = known;
    draft.indicators.push(IndicatorDraft::coded(id, "I9", "Controles", "aantal per jaar"));
    let strategic: Vec<String> = draft.objectives.iter().flat_map(|one| one.indicators.clone()).collect();
    let mut any = |of: &str, kind| {
        let (stated, level) = c.level(Disclosure::Public);
        levels.insert(of.to_owned(), (kind, level));
        stated
    };
    for indicator in &mut draft.indicators {
        indicator.disclosure = any(&indicator.id, Kind::Indicator);
    }
    for framework in &mut draft.frameworks {
        framework.disclosure = any(&framework.id, Kind::Framework);
    }
    for partner in &mut draft.partners {
        partner.disclosure = any(&partner.id, Kind::Partner);
    }
    for area in &mut draft.areas {
        area.disclosure = any(&area.id, Kind::Area);
    }
    for topic in &mut draft.topics {
        topic.disclosure = any(&topic.id, Kind::Topic);
    }
    for number in 0..2 {
        let title = format!("Analyse {number}");
        let mut analysis =
            AnalysisDraft::coded(id, format!("AN{number}"), title, AnalysisKind::SafetyAnalysis);
        let finding = AnalysisFindingDraft::coded(id, format!("AN{number}.1"), "Ondermijning neemt toe");
        analysis.findings = vec![finding];
        draft.analyses.push(analysis);
    }
    for analysis in &mut draft.analyses {
        analysis.disclosure = any(&analysis.id, Kind::Analysis);
    }
    // What stands in something follows it, and what an objective names is public.
    for framework in &draft.frameworks {
        let level = levels[&framework.id].1;
        levels.extend(framework.items.iter().map(|item| (item.id.clone(), (Kind::FrameworkItem, level))));
    }
    for analysis in &draft.analyses {
        let level = levels[&analysis.id].1;
        levels.extend(analysis.findings.iter().map(|one| (one.id.clone(), (Kind::AnalysisFinding, level))));
    }
    for indicator in strategic {
        levels.insert(indicator, (Kind::Indicator, Disclosure::Public));
    }
    for indicator in &mut draft.indicators {
        let level = levels[&indicator.id].1;
        if indicator.figures.is_empty() {
            indicator.figures.push(FigureDraft {
                value: Some("1".to_owned()),
                ..FigureDraft::new(PeriodDraft::new("2020-01-01", "2020-12-31"))
            });
        }
        for figure in &mut indicator.figures {
            figure.disclosure = c.level(level).0;
        }
    }
}

fn execution(known: &mut Known, c: &mut Choices) {
    let mut plans = std::mem::take(&mut known.draft.execution_plans);
    for plan in &mut plans {
        let scope = c.some(&known.of(&[Kind::Area, Kind::Theme, Kind::Priority]), 2);
        let least = known.least(scope.iter().map(|(_, id)| id)).unwrap_or(Disclosure::Public);
        plan.scope =
            scope.into_iter().map(|(kind, id)| ScopePartDraft::new(word::<ScopeKind>(kind), id)).collect();
        let (stated, level) = c.level(least);
        plan.disclosure = stated;
        known.levels.insert(plan.id.clone(), (Kind::ExecutionPlan, level));
        for action in &mut plan.actions {
            let more = c.some(&known.of(&[Kind::Topic, Kind::AcuteIssue]), 2);
            if !more.is_empty() && c.yes() {
                action.serves.clear();
            }
            for (kind, id) in more {
                if !action.serves.iter().any(|served| served.id == id) {
                    action.serves.push(ServedDraft::new(word::<ServedKind>(kind), id));
                }
            }
            let least = known.least(action.serves.iter().map(|served| &served.id)).unwrap().max(level);
            let (stated, level) = c.level(least);
            action.disclosure = stated;
            known.levels.insert(action.id.clone(), (Kind::Action, level));
            for progress in &mut action.progress {
                progress.disclosure = c.level(level).0;
            }
        }
    }
    known.draft.execution_plans = plans;
}

fn decision(known: &mut Known, id: PlanId, number: usize, c: &mut Choices) {
    let objects = known.of(&[
        Kind::Plan,
        Kind::ExecutionPlan,
        Kind::Proposal,
        Kind::Evaluation,
        Kind::Priority,
        Kind::Theme,
        Kind::Action,
        Kind::Framework,
        Kind::AcuteIssue,
    ]);
    let mut objects = c.some(&objects, 3);
    if objects.is_empty() {
        objects = vec![(Kind::Plan, known.draft.id.clone())];
    }
    let least = known.least(objects.iter().map(|(_, id)| id)).unwrap();
    let clauses: Vec<_> = objects
        .into_iter()
        .map(|(kind, object)| {
            let act = match kind {
                Kind::Proposal => Act::Accept,
                Kind::Framework => Act::TakeNote,
                Kind::Priority | Kind::Theme | Kind::Action | Kind::AcuteIssue => Act::Close,
                _ => Act::Inform,
            };
            let mut clause =
                ClauseDraft::new(act, DecisionObjectDraft::new(word::<ObjectKind>(kind), object));
            if act == Act::Inform {
                let partners = c.some(&known.ids(Kind::Partner), 2).into_iter();
                clause.to = partners
                    .map(|partner| AddresseeDraft {
                        partner: Some(partner),
                        ..AddresseeDraft::new(AddresseeKind::Partner)
                    })
                    .collect();
            }
            clause
        })
        .collect();
    let mut decision = DecisionDraft::coded(id, format!("B{number}"), Organ::Council, "2021-03-01", clauses);
    let (stated, level) = c.level(least);
    decision.disclosure = stated;
    known.levels.insert(decision.id.clone(), (Kind::Decision, level));
    known.draft.decisions.push(decision);
}

/// References from everywhere to everything, and who does what.
fn links(known: &mut Known, c: &mut Choices) {
    let all = known.clone();
    let grounds = [Kind::Analysis, Kind::AnalysisFinding, Kind::Evaluation, Kind::EvaluationFinding];
    let grounds = |c: &mut Choices| -> Vec<GroundLinkDraft> {
        let picked = c.some(&all.of(&grounds), 3).into_iter();
        picked.map(|(kind, id)| GroundLinkDraft::new(word::<GroundKind>(kind), id)).collect()
    };
    let roles = |c: &mut Choices, holder: Disclosure| -> Vec<ResponsibilityDraft> {
        let picked = c.some(&all.ids(Kind::Partner), 3).into_iter();
        picked
            .map(|partner| {
                let least = holder.max(all.level(&partner));
                ResponsibilityDraft {
                    disclosure: c.level(least).0,
                    tasks: vec!["Meedoen".to_owned()],
                    ..ResponsibilityDraft::new(partner, Role::Director)
                }
            })
            .collect()
    };
    let cost = |c: &mut Choices| {
        let mut cost = CostDraft::new(AmountDraft::new(Certainty::Unknown));
        for _ in 0..c.below(3) {
            let mut funding = FundingDraft::new(FundingSource::Additional);
            funding.proposal = c.some(&all.ids(Kind::Proposal), 1).pop();
            cost.funding.push(funding);
        }
        Some(cost)
    };
    let draft = &mut known.draft;
    draft.responsibilities = roles(c, Disclosure::Public);
    draft.budget = cost(c);
    for priority in &mut draft.priorities {
        priority.based_on = grounds(c);
        priority.responsibilities = roles(c, Disclosure::Public);
        priority.budget = cost(c);
        for pillar in &mut priority.pillars {
            pillar.based_on = grounds(c);
            pillar.responsibilities = roles(c, Disclosure::Public);
            pillar.topics = c.some(&all.ids(Kind::Topic), 2);
            let answers = c.some(&all.ids(Kind::FrameworkItem), 1).into_iter();
            pillar.answers = answers.map(AnswerLinkDraft::new).collect();
        }
    }
    for theme in &mut draft.themes {
        theme.based_on = grounds(c);
        theme.responsibilities = roles(c, Disclosure::Public);
        theme.topics = c.some(&all.ids(Kind::Topic), 2);
        theme.continues =
            vec![ContinuedDraft::new(ContinuedKind::Theme, "99000006-0000-4000-8000-000000000000")];
    }
    if let [first, second, ..] = draft.indicators.as_mut_slice() {
        first.continues = vec![second.id.clone()];
    }
    for issue in &mut draft.acute_issues {
        let actions = c.some(&all.ids(Kind::Action), 2).into_iter();
        issue.effects = actions.map(|action| IssueEffectDraft::new(action, IssueChange::Postponed)).collect();
    }
    let origins = [
        Kind::AnalysisFinding,
        Kind::EvaluationFinding,
        Kind::Decision,
        Kind::AcuteIssue,
        Kind::FrameworkItem,
    ];
    for plan in &mut draft.execution_plans {
        plan.responsibilities = roles(c, all.level(&plan.id));
        plan.budget = cost(c);
        plan.reserve = Some(ReserveDraft { budget: cost(c), ..ReserveDraft::new("Een tiende") });
        let mut before: Vec<String> = Vec::new();
        for action in &mut plan.actions {
            action.responsibilities = roles(c, all.level(&action.id));
            action.cost = cost(c);
            action.indicators = c.some(&all.ids(Kind::Indicator), 2);
            action.continues = c.some(&before, 2);
            action.origin = c
                .some(&all.of(&origins), 1)
                .pop()
                .map(|(kind, id)| OriginDraft { id: Some(id), ..OriginDraft::new(word::<OriginKind>(kind)) });
            before.push(action.id.clone());
        }
    }
}

/// Now and then a profile that makes errors of what may be left out, where the plan lives up to it.
fn profile(known: &mut Known, c: &mut Choices) {
    known.draft.legal_basis = vec![LegalReferenceDraft::new("Politiewet 2012")];
    let levels = |except: &[u64]| {
        let rules = PROFILE_RULES.iter().copied().map(u64::from).filter(|rule| !except.contains(rule));
        ProfileDraft {
            levels: rules.map(|rule| RuleLevelDraft::new(rule, Level::Error)).collect(),
            ..ProfileDraft::new("eigen")
        }
    };
    if c.yes() {
        for except in [&[][..], &[96], &[17, 32], &EASED] {
            known.draft.profile = Some(levels(except));
            if known.draft.check().errors.is_empty() {
                return;
            }
        }
        known.draft.profile = None;
    }
}

/// The draft without the elements that are gone, what names them, and parts that state these levels.
fn without(
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
fn model(known: &Known, level: Disclosure) -> SafetyPlanDraft {
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

/// The same plan with other hidden things: renamed, removed and added.
fn with_other_secrets(known: &Known, level: Disclosure, c: &mut Choices) -> Known {
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

fn knowns() -> impl Strategy<Value = (Known, Choices)> {
    let bytes = || prop::collection::vec(any::<u8>(), 0..400).prop_map(|bytes| Choices(bytes.into_iter()));
    (drafts(PlanShape::default().with_facts(0..=0)), bytes(), bytes())
        .prop_map(|(draft, choices, more)| (decorated(draft, choices), more))
}

/// What holds of every disclosed plan.
pub(crate) fn holds_together(plan: &SafetyPlan, level: Disclosure) -> SafetyPlan {
    let shown = plan.disclosed(level);
    let text = shown.to_json();
    let read = SafetyPlan::from_json(&text).unwrap_or_else(|rejected| panic!("{rejected:#}\n{text}"));
    assert_eq!(read, shown);
    assert_eq!(read.to_json(), text);
    assert_eq!(shown.to_draft().check().plan.as_ref(), Some(&shown));
    assert_eq!(shown.digest(), plan.digest());
    assert_eq!(shown.strategic_json(), plan.strategic_json());
    for absent in ["null", "[]"] {
        assert!(!shown.to_json_line().contains(&format!(":{absent}")), "{absent}");
    }
    for other in LEVELS {
        assert_eq!(shown.disclosed(other), plan.disclosed(level.min(other)), "{level:?}, then {other:?}");
    }
    shown
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_disclosed_plan_holds_together_and_is_what_the_model_shows((known, _) in knowns()) {
        let plan = known.plan();
        for level in LEVELS {
            let shown = holds_together(&plan, level);
            prop_assert_eq!(shown.to_draft(), model(&known, level));
            let text = shown.to_json();
            for (id, (_, own)) in &known.levels {
                let is_shown = shown.element(id.parse().unwrap()).is_some();
                prop_assert_eq!(is_shown, *own <= level);
                prop_assert_eq!(text.contains(id.as_str()), is_shown, "{} is named", id);
            }
        }
        prop_assert_eq!(plan.disclosed(Disclosure::Confidential), plan);
    }

    #[test]
    fn plans_that_differ_only_above_the_level_are_shown_alike((mut known, mut choices) in knowns()) {
        known.draft.profile = None;
        let plan = known.plan();
        for level in [Disclosure::Public, Disclosure::Internal] {
            let other = with_other_secrets(&known, level, &mut choices).plan();
            prop_assert_eq!(other.disclosed(level).to_json(), plan.disclosed(level).to_json());
            prop_assert_ne!(other, plan.clone());
        }
    }
}

#[test]
fn the_documents_are_disclosed_at_every_level() {
    for text in [BASE, PLAN, DEMO] {
        let plan = SafetyPlan::from_json(text).unwrap();
        let sizes = LEVELS.map(|level| holds_together(&plan, level).elements().count());
        assert!(sizes.is_sorted(), "{sizes:?}");
        assert_eq!(holds_together(&plan, Disclosure::Confidential).to_json(), plan.to_json());
    }
}

#[test]
fn of_the_demonstration_the_public_sees_no_confidential_action_and_no_partner_that_is_internal() {
    let plan = SafetyPlan::from_json(DEMO).unwrap();
    let coded = |plan: &SafetyPlan, code| plan.coded(code).count();
    let internal = plan.disclosed(Disclosure::Internal);
    assert_eq!((coded(&plan, "2020-A12"), coded(&internal, "2020-A12")), (1, 0));
    assert_eq!(coded(&internal, "2020-A01"), 1);
    let public = plan.disclosed(Disclosure::Public);
    assert_eq!((coded(&public, "2020-A01"), coded(&public, "2020-A02")), (1, 0));
    assert!(public.partners().is_empty() && public.responsibilities().is_empty());
    assert_eq!(public.priorities().len(), plan.priorities().len());
    assert_eq!(public.decisions().len(), plan.decisions().len());
}

fn read(document: &Value) -> SafetyPlan {
    let text = document.to_string();
    SafetyPlan::from_json(&text).unwrap_or_else(|rejected| panic!("{rejected:#}"))
}

#[test]
fn of_the_base_document_each_reference_goes_with_what_it_names() {
    let public = read(&tree(BASE)).disclosed(Disclosure::Public);
    let shown = serde_json::to_value(&public).unwrap();
    // An origin names an internal finding; an area lies within a public one; the proposal and decision are public.
    assert_eq!(shown.pointer("/executionPlans/0/actions/0/origin"), None);
    assert_eq!(shown["executionPlans"][0]["actions"].as_array().unwrap().len(), 1);
    assert!(shown.pointer("/executionPlans/0/actions/0/cost/funding/0/proposal").is_some());
    assert!(shown.pointer("/exemptions/0/decision").is_some());

    let mut document = tree(BASE);
    put(&mut document, "/proposals/0/disclosure", "confidential");
    put(&mut document, "/decisions/0/disclosure", "confidential");
    put(&mut document, "/areas/0/disclosure", "confidential");
    let shown = serde_json::to_value(read(&document).disclosed(Disclosure::Internal)).unwrap();
    let funding = shown.pointer("/executionPlans/0/actions/0/cost/funding/0").unwrap();
    assert_eq!((funding.get("proposal"), &funding["source"]), (None, &json!("additional")));
    let exemption = &shown["exemptions"][0];
    assert_eq!((exemption.get("decision"), exemption["reason"].is_string()), (None, true));
    // The first area is gone; the second lay within it, and the third lies within the second.
    let within = |index: usize| shown["areas"][index].get("within").is_some();
    assert_eq!((within(0), within(1)), (false, true));
}

/// What an execution plan is limited to may not be hidden from those who see it.
#[test]
fn an_execution_plan_is_not_more_open_than_all_it_is_limited_to() {
    let mut document = tree(BASE);
    let scope = json!([{ "kind": "area", "id": id("/areas/1") }]);
    put(&mut document, "/executionPlans/0/scope", scope);
    let found = errors(&document.to_string());
    assert_eq!(codes(&found), [("disclosure/below-reference", "/executionPlans/0/disclosure".to_owned())]);
    assert_eq!(found.as_slice()[0].related[0].to_string(), "/areas/1");
    // One that may be seen is enough.
    let theme = json!({ "kind": "theme", "id": id("/themes/0") });
    put(&mut document, "/executionPlans/0/scope/1", theme);
    let shown = serde_json::to_value(read(&document).disclosed(Disclosure::Public)).unwrap();
    assert_eq!(shown["executionPlans"][0]["scope"], json!([{ "kind": "theme", "id": id("/themes/0") }]));
}

/// An action without a level of its own is as confidential as what it serves, and so is what rests on it.
#[test]
fn levels_that_are_not_stated_follow_what_is_needed() {
    let mut document = tree(BASE);
    put(&mut document, "/acuteIssues/0/disclosure", "confidential");
    let decision = json!({
        "id": "18000009-0000-4000-8000-000000000000", "organ": "college", "date": "2021-01-01",
        "clauses": [{ "act": "close", "object": { "kind": "action", "id": id("/executionPlans/0/actions/2") } }],
    });
    put(&mut document, "/decisions/-", decision);
    let plan = read(&document);
    let decisions = plan.decisions().len();
    assert_eq!(plan.execution_plans()[0].actions().len(), 3);
    let shown = plan.disclosed(Disclosure::Internal);
    assert_eq!(shown.execution_plans()[0].actions().len(), 2);
    // Another decision is confidential by itself.
    assert_eq!(decisions - shown.decisions().len(), 2);
    let at = format!("/decisions/{}/disclosure", decisions - 1);
    put(&mut document, &at, "internal");
    let found = errors(&document.to_string());
    assert_eq!(codes(&found), [("disclosure/below-reference", at)]);
}

/// A plan whose profile holds it to these rules, with execution plans of these periods and levels.
fn held_to(rules: &[u64], plans: &[(&str, &str, Option<Disclosure>)]) -> SafetyPlan {
    let mut draft = SafetyPlan::from_json(BASE).unwrap().to_draft();
    let levels = rules.iter().map(|rule| RuleLevelDraft::new(*rule, Level::Error)).collect();
    draft.profile = Some(ProfileDraft { levels, ..ProfileDraft::new("general") });
    let id: PlanId = draft.id.parse().unwrap();
    for (number, (start, end, disclosure)) in plans.iter().enumerate() {
        let period = PeriodDraft::new(*start, *end);
        let mut plan = ExecutionPlanDraft::coded(id, format!("X{number}"), "Programma", period);
        plan.scope = vec![ScopePartDraft::new(ScopeKind::Theme, draft.themes[0].id.clone())];
        plan.disclosure = *disclosure;
        draft.execution_plans.push(plan);
    }
    SafetyPlan::try_from(draft).unwrap()
}

#[test]
fn a_rule_that_leaving_out_may_break_weighs_as_advice() {
    let plan = held_to(&[92, 32, 17], &[]);
    for level in [Disclosure::Public, Disclosure::Internal] {
        let shown = holds_together(&plan, level);
        let levels = |plan: &SafetyPlan| [92, 32, 17].map(|rule| plan.judgement().level(rule));
        assert_eq!(levels(&shown), [Level::Error, Level::Advice, Level::Advice]);
        // Whether it came up tells of what isn't shown, so it weighs the same where it didn't.
        assert_eq!(shown.profile().unwrap().levels().len(), 3);
    }
    // Of three execution plans the second and third share a year, which only shows without the first.
    let plan = held_to(
        &[96],
        &[
            ("2020-01-01", "2022-06-30", Some(Disclosure::Confidential)),
            ("2020-02-01", "2020-05-31", None),
            ("2020-07-01", "2020-12-31", Some(Disclosure::Public)),
        ],
    );
    for level in LEVELS {
        holds_together(&plan, level);
    }
}

/// What disclosure eases is what a plan states itself.
#[test]
fn no_built_in_profile_holds_to_a_rule_that_leaving_out_may_break() {
    for name in ["general", "statutory", "vlaardingen"] {
        let judgement = Judgement::named(name);
        for rule in EASED {
            assert_ne!(judgement.level(u8::try_from(rule).unwrap()), Level::Error, "{name}, rule {rule}");
        }
    }
}
