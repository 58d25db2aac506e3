//! Plans of which it is known who may see what.

use std::collections::{BTreeMap, BTreeSet};

use veiligheidsplan::draft::*;
use veiligheidsplan::entity::*;
use veiligheidsplan::plan::PROFILE_RULES;
use veiligheidsplan::{Choice, Kind, PlanId, SafetyPlan};

use super::{EASED, LEVELS};

/// Choices from bytes: the first of each once they run out, so that a failure shrinks to a plain plan.
#[derive(Debug, Clone)]
pub(super) struct Choices(pub(super) std::vec::IntoIter<u8>);

impl Choices {
    pub(super) fn below(&mut self, count: usize) -> usize {
        usize::from(self.0.next().unwrap_or_default()) % count.max(1)
    }

    pub(super) fn yes(&mut self) -> bool {
        self.below(2) == 1
    }

    pub(super) fn some<T: Clone>(&mut self, items: &[T], most: usize) -> Vec<T> {
        let count = if items.is_empty() { 0 } else { self.below(most + 1) };
        let mut picked = BTreeSet::new();
        picked.extend((0..count).map(|_| self.below(items.len())));
        picked.into_iter().map(|index| items[index].clone()).collect()
    }

    /// A level that may be stated on what can't be more open than this, and what it comes to.
    pub(super) fn level(&mut self, least: Disclosure) -> (Option<Disclosure>, Disclosure) {
        let legal: Vec<_> = LEVELS.into_iter().filter(|level| *level >= least).collect();
        match self.below(legal.len() + 1) {
            0 => (None, least.max(Disclosure::Internal)),
            stated => (Some(legal[stated - 1]), legal[stated - 1]),
        }
    }
}

/// A draft with the kind and level of each of its elements.
#[derive(Debug, Clone)]
pub(super) struct Known {
    pub(super) draft: SafetyPlanDraft,
    pub(super) levels: BTreeMap<String, (Kind, Disclosure)>,
}

impl Known {
    pub(super) fn level(&self, id: &str) -> Disclosure {
        self.levels[id].1
    }

    pub(super) fn least<'a>(&self, ids: impl IntoIterator<Item = &'a String>) -> Option<Disclosure> {
        ids.into_iter().map(|id| self.level(id)).min()
    }

    pub(super) fn of(&self, kinds: &[Kind]) -> Vec<(Kind, String)> {
        let found = self.levels.iter().filter(|(_, (kind, _))| kinds.contains(kind));
        found.map(|(id, (kind, _))| (*kind, id.clone())).collect()
    }

    pub(super) fn ids(&self, kind: Kind) -> Vec<String> {
        self.of(&[kind]).into_iter().map(|(_, id)| id).collect()
    }

    pub(super) fn plan(&self) -> SafetyPlan {
        let checked = self.draft.check();
        checked.plan.unwrap_or_else(|| panic!("{}\n{:#?}", checked.errors, self.draft))
    }
}

/// The word of a kind in a list of kinds of its own.
fn word<T: Choice>(kind: Kind) -> T {
    *T::ALL.iter().find(|word| word.as_str() == kind.as_str()).unwrap()
}

/// Every sort of element, part and reference, each with a level that it may have.
pub(super) fn decorated(draft: SafetyPlanDraft, mut choices: Choices) -> Known {
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
    pub(super) fn objectives(levels: &mut BTreeMap<String, (Kind, Disclosure)>, list: &[ObjectiveDraft]) {
        for objective in list {
            levels.insert(objective.id.clone(), (Kind::Objective, Disclosure::Public));
            objectives(levels, &objective.sub_objectives);
        }
    }
    pub(super) fn pillars(levels: &mut BTreeMap<String, (Kind, Disclosure)>, list: &[PillarDraft]) {
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
    let mut pillars: Vec<&mut PillarDraft> = Vec::new();
    for priority in &mut draft.priorities {
        priority.based_on = grounds(c);
        priority.responsibilities = roles(c, Disclosure::Public);
        priority.budget = cost(c);
        pillars.extend(&mut priority.pillars);
    }
    for theme in &mut draft.themes {
        theme.based_on = grounds(c);
        theme.responsibilities = roles(c, Disclosure::Public);
        theme.topics = c.some(&all.ids(Kind::Topic), 2);
        theme.continues =
            vec![ContinuedDraft::new(ContinuedKind::Theme, "99000006-0000-4000-8000-000000000000")];
        pillars.extend(&mut theme.pillars);
    }
    while let Some(pillar) = pillars.pop() {
        pillar.based_on = grounds(c);
        pillar.responsibilities = roles(c, Disclosure::Public);
        pillar.topics = c.some(&all.ids(Kind::Topic), 2);
        let answers = c.some(&all.ids(Kind::FrameworkItem), 1).into_iter();
        pillar.answers = answers.map(AnswerLinkDraft::new).collect();
        pillars.extend(&mut pillar.pillars);
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
