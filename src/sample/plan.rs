//! A plan as a whole.

use super::frame::{FIRST, Frame, YEARS};
use super::random::Random;
use super::{Sample, action, context, record, strategy};
use crate::draft::{
    DocumentDraft, ExclusionDraft, ExecutionPlanDraft, LegalReferenceDraft, MunicipalityDraft,
    OrdinanceDraft, PredecessorDraft, ProfileDraft, ReserveDraft, ResponsibilityDraft, SafetyPlanDraft,
    ScopeDraft,
};
use crate::entity::{Disclosure, Role};

/// The plan with this number, with so many actions.
pub(super) fn draft(sample: &Sample, number: usize, actions: usize) -> SafetyPlanDraft {
    let mut random = Random::stream(sample.seed, number as u64);
    let mut frame = Frame::new(sample, number, &mut random);
    let mut plan = frontmatter(&frame, &mut random);
    plan.objectives = strategy::objectives(&frame, &mut random);
    plan.indicators = context::indicators(&frame, &mut random);
    plan.principles = strategy::principles(&mut random);
    plan.frameworks = vec![context::framework(&frame)];
    plan.partners = context::partners(&frame);
    plan.areas = context::areas(&frame, &mut random);
    plan.analyses = context::analyses(&frame, &mut random);
    plan.topics = context::topics(&frame, &mut random);
    plan.priorities = strategy::priorities(sample, &mut frame, &plan.objectives, &mut random);
    plan.themes = strategy::themes(&frame, &mut random);
    let mut carried = Vec::new();
    for (number, id) in frame.execution_plans.iter().enumerate() {
        let year = FIRST + number;
        // The first years take what can't be shared out evenly.
        let count = actions / YEARS + usize::from(number < actions % YEARS);
        let mut execution = execution_plan(id.clone(), year, &frame, &mut random);
        (execution.actions, carried) = action::actions(&frame, year, count, carried, &mut random);
        plan.execution_plans.push(execution);
    }
    record::record(&mut plan, &frame, &mut random);
    plan
}

fn frontmatter(frame: &Frame, random: &mut Random) -> SafetyPlanDraft {
    let digits = &frame.place.digits;
    let municipality = MunicipalityDraft::new(format!("GM{digits}"), format!("Gemeente {digits}"));
    let period = context::years(FIRST, FIRST + YEARS - 1);
    let title = format!("Integraal veiligheidsplan Gemeente {digits} 2020-2023 (fictief)");
    let mut plan = SafetyPlanDraft::new(frame.plan.clone(), title, vec![municipality], period);
    plan.fictional = true;
    plan.motto = Some("Samen veilig".to_owned());
    plan.vision = Some("Iedereen in de gemeente is veilig en voelt zich veilig.".to_owned());
    plan.document = Some(DocumentDraft {
        kind: Some("beleidsplan".to_owned()),
        author: Some("Team Veiligheid".to_owned()),
        date: Some(random.day(FIRST - 1, 6, 7)),
        ..DocumentDraft::new()
    });
    plan.scope = Some(ScopeDraft {
        included: vec!["De veiligheid in de gemeente.".to_owned()],
        excluded: vec![ExclusionDraft::new("Verkeer", "Daarvoor is een eigen plan.")],
        ..ScopeDraft::new()
    });
    plan.portfolio_holder = Some("Burgemeester".to_owned());
    plan.profile = random.percent(50).then(|| ProfileDraft::new("statutory"));
    plan.predecessors = vec![PredecessorDraft::new("Integraal veiligheidsplan 2016-2019")];
    plan.legal_basis = vec![LegalReferenceDraft::new("Politiewet 2012")];
    plan.ordinances = vec![OrdinanceDraft {
        date: Some("2018-01-01".to_owned()),
        fictional: true,
        ..OrdinanceDraft::new("gemw-151c", "Algemene plaatselijke verordening")
    }];
    let accountable = frame.partners.get(super::SHARED_PARTNERS).or(frame.partners.first());
    plan.responsibilities =
        accountable.map(|id| ResponsibilityDraft::new(id.clone(), Role::Accountable)).into_iter().collect();
    plan
}

fn execution_plan(id: String, year: usize, frame: &Frame, random: &mut Random) -> ExecutionPlanDraft {
    let mut execution =
        ExecutionPlanDraft::new(id, format!("Uitvoeringsplan {year}"), context::years(year, year));
    execution.code = Some(format!("UP{year}"));
    execution.reserve = Some(ReserveDraft::new("Er is ruimte voor wat zich voordoet."));
    // Some of the actions are for everybody to see.
    execution.disclosure = Some(Disclosure::Public);
    let director = random.pick(&frame.partners).cloned();
    execution.responsibilities =
        director.into_iter().map(|id| ResponsibilityDraft::new(id, Role::Director)).collect();
    execution.fictional = true;
    execution
}
