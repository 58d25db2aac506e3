//! Advice and readiness where a rule has an edge: what is no reason for advice, and what is.

use serde_json::{Value, json};
use veiligheidsplan::draft::{
    MunicipalityDraft, PartnerDraft, ProfileDraft, ResponsibilityDraft, SafetyPlanDraft,
};
use veiligheidsplan::entity::{PartnerKind, Role};
use veiligheidsplan::{Code, Date, PlanId, SafetyPlan, Step};

use crate::support::{BASE, errors, put, tree};

fn plan(document: &Value) -> SafetyPlan {
    SafetyPlan::from_json(&document.to_string()).unwrap_or_else(|rejected| panic!("{rejected:#}"))
}

/// The base document without facts, execution plans but the first, and what refers to them; judged as Vlaardingen's.
fn bare() -> SafetyPlanDraft {
    let mut draft = plan(&tree(BASE)).to_draft();
    draft.decisions.clear();
    draft.evaluations.clear();
    draft.acute_issues.clear();
    draft.exemptions.clear();
    draft.priorities.truncate(1);
    draft.priorities[0].pillars.clear();
    draft.priorities[0].based_on.clear();
    draft.themes.clear();
    draft.execution_plans.truncate(1);
    draft.execution_plans[0].actions.clear();
    draft.execution_plans[0].scope.clear();
    draft.profile = Some(ProfileDraft::new("vlaardingen"));
    draft
}

fn count(document: &Value, code: Code, day: &str) -> usize {
    plan(document).advice(day.parse::<Date>().unwrap()).of(code).count()
}

#[test]
fn a_title_may_name_the_year_it_was_written_in_or_the_plan_above_it_but_not_another_range() {
    for (title, found) in [
        ("Veiligheidsplan", 0),
        ("Veiligheidsplan 2020-2023", 0),
        ("Veiligheidsplan 2020–2023, vastgesteld in 2019", 0),
        ("Veiligheidsplan 2020-2024", 1),
        ("Veiligheidsplan 2016", 1),
    ] {
        let mut document = tree(BASE);
        put(&mut document, "/period", json!({"start": "2020-01-01", "end": "2023-12-31"}));
        put(&mut document, "/title", title);
        let codes = SafetyPlan::from_json(&document.to_string())
            .map(|plan| plan.advice(plan.period().start()).of(Code::PlanTitleYears).count());
        assert_eq!(codes.unwrap(), found, "{title}");
    }
    for (title, found) in [("Uitvoeringsplan 2021 bij het plan 2020-2023", 0), ("Uitvoeringsplan 2019", 1)] {
        let mut document = tree(BASE);
        put(&mut document, "/executionPlans/2/title", title);
        put(&mut document, "/executionPlans/2/period", json!({"start": "2021-01-01", "end": "2021-12-31"}));
        let day = plan(&document).period().start();
        let found_here = plan(&document).advice(day);
        let place = "/executionPlans/2/title";
        let count =
            found_here.of(Code::ExecutionPlanTitleYears).filter(|one| one.place.to_string() == place).count();
        assert_eq!(count, found, "{title}");
    }
}

#[test]
fn an_extended_execution_plan_covers_the_years_it_was_extended_to() {
    let mut document = serde_json::to_value(bare()).unwrap();
    put(&mut document, "/period", json!({"start": "2020-01-01", "end": "2022-12-31"}));
    put(&mut document, "/executionPlans/0/period", json!({"start": "2020-01-01", "end": "2020-12-31"}));
    assert_eq!(count(&document, Code::PlanYearWithoutExecutionPlan, "2022-06-01"), 2);
    let object = json!({"kind": "executionPlan", "id": document["executionPlans"][0]["id"]});
    let clause = json!({"act": "extend", "object": object, "until": "2021-12-31"});
    let id = "5f9619ff-8b86-4011-b42d-00c04fc964ff";
    document["decisions"] =
        json!([{"id": id, "organ": "college", "date": "2020-11-01", "clauses": [clause]}]);
    assert_eq!(count(&document, Code::PlanYearWithoutExecutionPlan, "2022-06-01"), 1);
}

/// The first execution plan, extended to 31 March 2021, is to be evaluated by 31 March 2022.
#[test]
fn an_evaluation_of_plan_and_execution_plan_is_late_and_unsent_as_one_of_the_execution_plan() {
    let mut document = tree(BASE);
    let of_plan = json!({"kind": "plan", "id": document["id"]});
    let of_execution = document["evaluations"][0]["of"][0].clone();
    put(&mut document, "/evaluations/0/deliveredOn", "2022-04-01");
    for (of, found) in [
        (json!([of_execution]), 1),
        (json!([of_plan, of_execution]), 1),
        (json!([of_execution, of_plan]), 1),
        (json!([of_plan]), 0),
    ] {
        put(&mut document, "/evaluations/0/of", of.clone());
        if found == 0 {
            put(&mut document, "/evaluations/0/outcomes", json!([]));
        }
        assert_eq!(count(&document, Code::EvaluationLate, "2022-04-02"), found, "{of}");
        assert_eq!(count(&document, Code::EvaluationNotSent, "2022-04-02"), found, "{of}");
    }
}

#[test]
fn in_a_plan_of_several_municipalities_each_has_its_own_director() {
    let mut draft = bare();
    draft.municipalities =
        vec![MunicipalityDraft::new("GM0622", "Vlaardingen"), MunicipalityDraft::new("GM0606", "Schiedam")];
    let id: PlanId = draft.id.parse().unwrap();
    let kind = PartnerKind::Municipality;
    let mut directors = Vec::new();
    for (code, municipality) in [("v", "GM0622"), ("s", "GM0606")] {
        let mut partner = PartnerDraft::coded(id, code, "Gemeente", kind);
        partner.municipality = Some(municipality.to_owned());
        directors.push(partner.id.clone());
        draft.partners.push(partner);
    }
    let lacking = |named: &[&String]| {
        let mut draft = draft.clone();
        let role = Role::Director;
        let direct = |partner: &&String| ResponsibilityDraft::new((*partner).clone(), role);
        draft.priorities[0].responsibilities = named.iter().map(direct).collect();
        let plan = SafetyPlan::try_from(draft).unwrap_or_else(|rejected| panic!("{rejected:#}"));
        plan.readiness(Step::Adoption, plan.period().start()).wanted.of(Code::PriorityNotOneDirector).count()
    };
    let police = draft.partners[1].id.clone();
    assert_eq!(lacking(&[&directors[0], &directors[1]]), 0);
    assert_eq!(lacking(&[&directors[0], &police]), 1, "two directors, but none of Schiedam");
    assert_eq!(lacking(&[&directors[0]]), 1);
}

#[test]
fn what_the_profile_makes_an_error_cannot_be_exempt() {
    let mut document = tree(BASE);
    let subject = json!({"kind": "plan", "id": document["id"]});
    document["exemptions"] = json!([{"code": "plan/no-legal-basis", "subject": subject, "reason": "Volgt"}]);
    document["profile"] = json!({"name": "eigen"});
    assert!(errors(&document.to_string()).is_empty());
    document["profile"] = json!({"name": "eigen", "levels": [{"rule": 9, "level": "error"}]});
    let found = errors(&document.to_string());
    assert_eq!(found.of(Code::ExemptionOfError).count(), 1, "{found}");
}

#[test]
fn an_exemption_holds_from_its_decision_to_its_last_day() {
    let document = tree(BASE);
    let found = |document: &Value, day: &str| {
        let advice = plan(document).advice(day.parse::<Date>().unwrap());
        let exempt = advice.iter().filter(|one| one.exempt.is_some()).count();
        (exempt, advice.of(Code::ExemptionRunOut).count(), advice.of(Code::ExemptionMatchesNothing).count())
    };
    // Its decision is of 19 December 2019, its last day 31 December 2021.
    assert_eq!(found(&document, "2019-12-18"), (0, 0, 0));
    assert_eq!(found(&document, "2019-12-19"), (1, 0, 0));
    assert_eq!(found(&document, "2021-12-31"), (1, 0, 0));
    assert_eq!(found(&document, "2022-01-01"), (0, 1, 0));
    let mut other = document.clone();
    put(&mut other, "/exemptions/0/subject/id", "05000001-0000-4000-8000-000000000000");
    assert_eq!(found(&other, "2021-12-31"), (0, 0, 1), "of another item there is no such advice");
}
