//! A small plan built in code, whose lines read like the plan itself: `cargo run --example build_in_code`.

use veiligheidsplan::draft::{
    ActionDraft, ExecutionPlanDraft, MunicipalityDraft, ObjectiveDraft, PartnerDraft, PeriodDraft,
    PillarDraft, PriorityDraft, ResponsibilityDraft, SafetyPlanDraft, ServedDraft,
};
use veiligheidsplan::entity::{PartnerKind, Role, ServedKind};
use veiligheidsplan::id::{PartnerId, PillarId};
use veiligheidsplan::trace::{Trace, Way};
use veiligheidsplan::{Language, PlanId, SafetyPlan, Step};

fn draft() -> SafetyPlanDraft {
    // Ids follow from the plan's id and a code, so building the plan again gives the same ids.
    let id = PlanId::from_name("https://voorbeeld.example/ivp/2027-2030");
    let partner = |code| PartnerId::derive(id, code);
    let period = |start, end| PeriodDraft::new(start, end);

    let mut plan = SafetyPlanDraft::new(
        id,
        "Integraal Veiligheidsplan Voorbeeld 2027-2030",
        [MunicipalityDraft::new("GM9999", "Voorbeeld")],
        period("2027-01-01", "2030-12-31"),
    );
    plan.fictional = true;
    plan.vision = Some("Een gemeente waar iedereen veilig is en zich veilig voelt.".into());
    plan.objectives = vec![ObjectiveDraft::coded(id, "H", "In 2030 is de gemeente veiliger.")];
    plan.partners = vec![
        PartnerDraft::coded(id, "gemeente", "Gemeente Voorbeeld", PartnerKind::Municipality),
        PartnerDraft::coded(id, "politie", "Politie", PartnerKind::Organisation),
    ];

    let mut priority = PriorityDraft::coded(id, "P1", "Weerbaar tegen ondermijning");
    priority.objectives = vec![ObjectiveDraft::coded(id, "P1.D", "Ondermijning is teruggedrongen.")];
    priority.responsibilities = vec![ResponsibilityDraft::new(partner("gemeente"), Role::Director)];
    priority.pillars = vec![PillarDraft::coded(id, "P1.1", "Criminele processen verstoren")];
    plan.priorities = vec![priority];

    let barrier = ServedDraft::new(ServedKind::Pillar, PillarId::derive(id, "P1.1"));
    let mut action = ActionDraft::coded(id, "2027-A01", "Adrescontroles uitvoeren met partners", [barrier]);
    action.continuous = true;
    action.responsibilities = vec![
        ResponsibilityDraft::new(partner("gemeente"), Role::Lead),
        ResponsibilityDraft::new(partner("politie"), Role::Execute),
    ];
    let year = period("2027-01-01", "2027-12-31");
    let mut execution = ExecutionPlanDraft::coded(id, "UP-2027", "Uitvoeringsplan 2027", year);
    execution.actions = vec![action];
    plan.execution_plans = vec![execution];
    plan
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // The same checker decides as for a document.
    let plan = SafetyPlan::try_from(draft())?;
    let action = plan.coded("2027-A01").next().ok_or("the action is there")?;
    print!(
        "{}",
        Trace::of(&plan, "2027-03-01".parse()?).report(action.id(), Way::Up)?.to_text(Language::English)
    );

    // An unfinished plan is a valid value; readiness says what a step still wants.
    let mut unfinished = draft();
    unfinished.vision = None;
    let unfinished = SafetyPlan::try_from(unfinished)?;
    println!("\nbefore adoption:\n{}", unfinished.readiness(Step::Adoption, "2026-11-01".parse()?).required);

    // A plan that contradicts itself does not exist: here every error is named.
    let mut wrong = draft();
    wrong.period = PeriodDraft::new("2030-12-31", "2027-01-01");
    wrong.partners.clear();
    println!("\nrefused:\n{}", wrong.check().errors);
    Ok(())
}
