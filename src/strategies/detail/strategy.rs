//! What the strategy says, and what it rests on.

use proptest::sample::Index;

use super::super::values::after;
use super::{Detail, Says, one_of, one_of_mut};
use crate::draft::{
    AnalysisDraft, BaselineDraft, ContinuedDraft, DelegationDraft, ExclusionDraft, GroundLinkDraft,
    LegalIdentityDraft, LegalReferenceDraft, ObjectiveDraft, PeriodDraft, PillarDraft, PlanRelationDraft,
    PredecessorDraft, PrincipleDraft, RelativeTargetDraft, ReserveDraft, SafetyPlanDraft, ScopeDraft,
    ScopePartDraft, TargetDraft,
};
use crate::entity::{
    AnalysisKind, AreaLevel, Comparator, ContinuedKind, Contribution, Direction, Disclosure, FrameworkLevel,
    FrameworkRelation, GroundKind, IndicatorKind, Involvement, Organ, PartnerFunction, PartnerKind,
    Perception, PriorityOrigin, SafetyField, ScopeKind,
};
use crate::uuid::Uuid;

/// A pillar right under a priority or theme.
fn pillar_of(plan: &mut SafetyPlanDraft, which: Index) -> Option<&mut PillarDraft> {
    let priorities = plan.priorities.iter_mut().flat_map(|one| &mut one.pillars);
    let mut all: Vec<&mut PillarDraft> =
        priorities.chain(plan.themes.iter_mut().flat_map(|one| &mut one.pillars)).collect();
    let at = (!all.is_empty()).then(|| which.index(all.len()))?;
    (at < all.len()).then(|| all.swap_remove(at))
}

/// An objective of the plan, of a priority or of a theme.
fn objective_of(plan: &mut SafetyPlanDraft, which: Index) -> Option<&mut ObjectiveDraft> {
    let mut all: Vec<&mut ObjectiveDraft> = plan.objectives.iter_mut().collect();
    all.extend(plan.priorities.iter_mut().flat_map(|one| &mut one.objectives));
    all.extend(plan.themes.iter_mut().flat_map(|one| &mut one.objectives));
    let at = (!all.is_empty()).then(|| which.index(all.len()))?;
    (at < all.len()).then(|| all.swap_remove(at))
}

/// What the strategy says, and what it rests on.
pub(in crate::strategies) const OF_STRATEGY: &[Detail] = &[
    |plan, says| {
        plan.schema = Some("safety-plan.schema.json".to_owned());
        plan.code = Some("IVP".to_owned());
        if says.yes {
            plan.title = format!("Veiligheidsplan {}", says.date.get(..4)?);
        }
        plan.motto = Some(says.title.clone());
        plan.mission = Some(says.text.clone());
        plan.vision_source = Some(says.source());
        plan.document = Some(says.document());
        plan.portfolio_holder = Some("Burgemeester".to_owned());
        plan.budget = says.cost();
        plan.source = Some(says.source());
        Some(())
    },
    |plan, says| {
        let mut scope = ScopeDraft::new();
        scope.included = vec![says.text.clone()];
        scope.excluded = vec![ExclusionDraft::new("Verkeer", says.text.clone())];
        scope.delegated = vec![DelegationDraft::new("Brandveiligheid", says.title.clone())];
        plan.scope = Some(scope);
        Some(())
    },
    |plan, says| {
        let new = says.responsibility(&plan.partners)?;
        plan.responsibilities = vec![new];
        Some(())
    },
    |plan, says| {
        let mut basis = LegalReferenceDraft::new("Politiewet 2012");
        (basis.article, basis.paragraph) = (Some("38b".to_owned()), Some("1".to_owned()));
        basis.jci = Some("jci1.3:c:BWBR0031788&artikel=38b".to_owned());
        basis.source = Some(says.source());
        plan.legal_basis = vec![basis];
        Some(())
    },
    |plan, says| {
        let mut before = PredecessorDraft::new(says.title.clone());
        before.plan = says.yes.then(|| Says::elsewhere("plan"));
        let end = after(&plan.period.start, [-1, -1, says.days].get(says.which.index(3)).copied()?);
        before.period = Some(PeriodDraft::new(after(&end, -1_400), end)).filter(|_| says.days != 0);
        before.source = Some(says.source());
        plan.predecessors = vec![before];
        Some(())
    },
    |plan, says| {
        let mut relation = PlanRelationDraft::new(Says::elsewhere("region"), "lokale uitwerking van");
        relation.title = Some(says.title.clone());
        plan.relations = vec![relation];
        Some(())
    },
    |plan, says| {
        let ordinance = one_of_mut(&mut plan.ordinances, says.which)?;
        ordinance.reference = Some("CVDR000001".to_owned());
        (ordinance.source, ordinance.fictional) = (Some(says.source()), says.yes);
        Some(())
    },
    |plan, says| {
        let cost = says.cost();
        let objective = objective_of(plan, says.which)?;
        objective.purpose = Some(says.text.clone());
        objective.by = Some(if says.yes { says.date.get(..4)?.to_owned() } else { says.date.clone() });
        objective.budget = cost;
        (objective.source, objective.fictional) = (Some(says.source()), says.yes);
        objective.continues = vec![Says::elsewhere("objective")];
        Some(())
    },
    |plan, says| {
        let indicator = one_of_mut(&mut plan.indicators, says.which)?;
        indicator.kind = says.word(IndicatorKind::ALL);
        indicator.perception = says.word(Perception::ALL);
        indicator.direction = says.word(Direction::ALL);
        indicator.description = Some(says.text.clone());
        indicator.disclosure = says.word(Disclosure::ALL);
        (indicator.source, indicator.fictional) = (Some(says.source()), says.yes);
        indicator.continues = vec![Says::elsewhere("indicator")];
        let mut baseline = BaselineDraft::new(plan.period.clone());
        if says.yes {
            baseline.value = Some(says.decimal.clone());
        } else {
            baseline.missing = Some("PM".to_owned());
        }
        baseline.source = Some(says.source());
        indicator.baseline = Some(baseline);
        Some(())
    },
    |plan, says| {
        let indicator = one_of_mut(&mut plan.indicators, says.which)?;
        let comparator = says.word(Comparator::ALL)?;
        let mut valued = TargetDraft::new(says.date.clone());
        (valued.comparator, valued.value) = (Some(comparator), Some("4".to_owned()));
        valued.upper_value = (comparator == Comparator::Between).then(|| "5.5".to_owned());
        let mut relative = RelativeTargetDraft::new(plan.period.clone(), says.decimal.clone());
        relative.set_against = says.yes.then(|| "2700".to_owned());
        let compared = TargetDraft { relative_to: Some(relative), ..TargetDraft::new(says.date.clone()) };
        let missing = TargetDraft { missing: Some("NNB".to_owned()), ..TargetDraft::new(says.date.clone()) };
        indicator.targets = vec![valued, compared, missing];
        Some(())
    },
    |plan, says| {
        let figures = plan.indicators.iter_mut().flat_map(|one| &mut one.figures);
        let mut figures: Vec<_> = figures.collect();
        let at = (!figures.is_empty()).then(|| says.which.index(figures.len()))?;
        let figure = figures.get_mut(at)?;
        if says.yes {
            (figure.value, figure.missing) = (None, Some("herzien".to_owned()));
        }
        figure.reported_on = Some(after(&figure.period.end, says.days.max(1)));
        figure.note = Some(says.text.clone());
        figure.disclosure = says.word(Disclosure::ALL);
        (figure.source, figure.fictional) = (Some(says.source()), says.yes);
        Some(())
    },
    |plan, says| {
        let id = Uuid::new_v5(&Uuid::NAMESPACE_OID, format!("{}:principle", plan.id).as_bytes()).to_string();
        let first = plan.principles.first_mut()?;
        first.text = Some(says.text.clone());
        (first.source, first.fictional) = (Some(says.source()), says.yes);
        let title = if says.yes { first.title.clone() } else { says.title.clone() };
        if plan.principles.iter().all(|one| one.id != id) {
            plan.principles.push(PrincipleDraft::new(id, title));
        }
        Some(())
    },
    |plan, says| {
        let framework = one_of_mut(&mut plan.frameworks, says.which)?;
        framework.level = says.word(FrameworkLevel::ALL);
        framework.relation = says.word(FrameworkRelation::ALL);
        framework.issuer = Some("Ministerie".to_owned());
        framework.period =
            Some(PeriodDraft::new(plan.period.start.clone(), after(&plan.period.start, says.days.abs() * 8)));
        framework.description = Some(says.text.clone());
        framework.disclosure = says.word(Disclosure::ALL);
        (framework.source, framework.fictional) = (Some(says.source()), says.yes);
        let item = one_of_mut(&mut framework.items, says.other)?;
        (item.kind, item.description) = (Some("thema".to_owned()), Some(says.text.clone()));
        (item.source, item.fictional) = (Some(says.source()), says.yes);
        Some(())
    },
    |plan, says| {
        let municipality = one_of(&plan.municipalities, says.other)?.code.clone();
        // Others may be members of the first.
        let partner = one_of_mut(plan.partners.get_mut(1..)?, says.which)?;
        partner.kind = says.word(PartnerKind::ALL)?;
        partner.organ = (partner.kind == PartnerKind::Organ).then(|| *says.other.get(Organ::ALL));
        partner.function = says.word(PartnerFunction::ALL);
        partner.description = Some(says.text.clone());
        partner.municipality = Some(municipality);
        partner.involved_in = says.word(Involvement::ALL).into_iter().collect();
        partner.disclosure = says.word(Disclosure::ALL);
        (partner.source, partner.fictional) = (Some(says.source()), says.yes);
        let mut identity = LegalIdentityDraft::new();
        identity.rsin = Some("123456782".to_owned());
        identity.oin = Some("00000001001234567000".to_owned());
        identity.kvk = Some("12345678".to_owned());
        partner.legal_identity = Some(identity);
        Some(())
    },
    |plan, says| {
        let level = says.word(AreaLevel::ALL);
        let area = one_of_mut(&mut plan.areas, says.which)?;
        area.level = area.level.or(level);
        area.disclosure = says.word(Disclosure::ALL);
        (area.source, area.fictional) = (Some(says.source()), says.yes);
        Some(())
    },
    // Each area lies in the one before it.
    |plan, says| {
        let own = plan.municipalities.first()?.code.get(2..)?.to_owned();
        let number = if says.yes { own } else { "0001".to_owned() };
        let levels = [AreaLevel::Municipality, AreaLevel::Wijk, AreaLevel::Buurt];
        let codes = [format!("GM{number}"), format!("WK{number}01"), format!("BU{number}0103")];
        for ((area, level), code) in plan.areas.iter_mut().zip(levels).zip(codes) {
            (area.level, area.cbs_code, area.cbs_year) = (Some(level), Some(code), Some(2020));
        }
        Some(())
    },
    |plan, says| {
        let analysis = one_of_mut(&mut plan.analyses, says.which)?;
        analysis.kind = says.word(AnalysisKind::ALL)?;
        analysis.date = Some(says.date.clone());
        analysis.description = Some(says.text.clone());
        analysis.disclosure = says.word(Disclosure::ALL);
        (analysis.source, analysis.fictional) = (Some(says.source()), says.yes);
        let finding = one_of_mut(&mut analysis.findings, says.other)?;
        finding.safety_field = says.word(SafetyField::ALL);
        (finding.source, finding.fictional) = (Some(says.source()), says.yes);
        Some(())
    },
    |plan, says| {
        let id = Uuid::new_v5(&Uuid::NAMESPACE_OID, format!("{}:analysis", plan.id).as_bytes()).to_string();
        if plan.analyses.iter().all(|one| one.id != id) {
            plan.analyses.push(AnalysisDraft::new(id, says.title.clone(), says.word(AnalysisKind::ALL)?));
        }
        Some(())
    },
    |plan, says| {
        let topic = one_of_mut(&mut plan.topics, says.which)?;
        topic.description = Some(says.text.clone());
        topic.disclosure = says.word(Disclosure::ALL);
        (topic.source, topic.fictional) = (Some(says.source()), says.yes);
        Some(())
    },
    |plan, says| {
        let analysis = one_of(&plan.analyses, says.other)?.id.clone();
        let priority = one_of_mut(&mut plan.priorities, says.which)?;
        priority.introduction = Some(says.text.clone());
        priority.problem = Some(says.text.clone());
        priority.municipal_role = Some(says.text.clone());
        priority.origin = says.word(PriorityOrigin::ALL);
        priority.safety_field = says.word(SafetyField::ALL);
        priority.contribution = says.word(Contribution::ALL);
        priority.budget = says.cost();
        priority.reasons = vec![says.text.clone()];
        priority.policy_domains = vec!["wonen".to_owned()];
        (priority.source, priority.fictional) = (Some(says.source()), says.yes);
        priority.continues = vec![ContinuedDraft::new(ContinuedKind::Priority, Says::elsewhere("priority"))];
        if priority.based_on.iter().all(|one| one.id != analysis) {
            priority.based_on.push(GroundLinkDraft::new(GroundKind::Analysis, analysis));
        }
        Some(())
    },
    |plan, says| {
        let priority = one_of_mut(&mut plan.priorities, says.which)?;
        priority.responsibilities.clear();
        Some(())
    },
    |plan, says| {
        let new = says.responsibility(&plan.partners);
        let pillar = pillar_of(plan, says.which)?;
        pillar.label = Some("pijler".to_owned());
        pillar.description = Some(says.text.clone());
        (pillar.source, pillar.fictional) = (Some(says.source()), says.yes);
        pillar.responsibilities = new.into_iter().collect();
        Some(())
    },
    |plan, says| {
        let new = says.responsibility(&plan.partners);
        let theme = one_of_mut(&mut plan.themes, says.which)?;
        theme.label = Some("regulier thema".to_owned());
        theme.description = Some(says.text.clone());
        theme.safety_field = says.word(SafetyField::ALL);
        theme.budget = says.cost();
        (theme.source, theme.fictional) = (Some(says.source()), says.yes);
        theme.responsibilities = new.into_iter().collect();
        theme.continues = vec![ContinuedDraft::new(ContinuedKind::Theme, Says::elsewhere("theme"))];
        Some(())
    },
    |plan, says| {
        let new = says.responsibility(&plan.partners);
        let municipality = one_of(&plan.municipalities, says.other)?.code.clone();
        let execution = one_of_mut(&mut plan.execution_plans, says.which)?;
        execution.document = Some(says.document());
        let mut reserve = ReserveDraft::new(says.text.clone());
        reserve.budget = says.cost().filter(|_| says.yes);
        execution.reserve = Some(reserve);
        execution.budget = says.cost();
        (execution.source, execution.fictional) = (Some(says.source()), says.yes);
        execution.municipalities = vec![municipality];
        execution.responsibilities = new.into_iter().collect();
        Some(())
    },
    // An area beside a goal, which all may see: so the scope asks for no secrecy.
    |plan, says| {
        let priority = one_of(&plan.priorities, says.other).map(|one| (ScopeKind::Priority, one.id.clone()));
        let theme = one_of(&plan.themes, says.other).map(|one| (ScopeKind::Theme, one.id.clone()));
        let goal = if says.yes { priority.or(theme) } else { theme.or(priority) }?;
        let area = one_of(&plan.areas, says.other).map(|one| (ScopeKind::Area, one.id.clone()));
        let execution = one_of_mut(&mut plan.execution_plans, says.which)?;
        execution.scope =
            std::iter::once(goal).chain(area).map(|(kind, id)| ScopePartDraft::new(kind, id)).collect();
        Some(())
    },
    // Two in one year, one after the other.
    |plan, says| {
        let [first, second, ..] = plan.execution_plans.as_mut_slice() else { return None };
        let year = plan.period.start.get(..4)?;
        first.period = PeriodDraft::new(format!("{year}-01-01"), format!("{year}-06-30"));
        second.period = PeriodDraft::new(format!("{year}-07-01"), format!("{year}-12-31"));
        (first.title, second.title) =
            (format!("Uitvoeringsplan {year}"), format!("Uitvoeringsplan {}", &says.date.get(..4)?));
        Some(())
    },
];
