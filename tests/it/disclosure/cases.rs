//! What is shown of the documents, and of small ones.

use serde_json::{Value, json};
use veiligheidsplan::draft::*;
use veiligheidsplan::entity::*;
use veiligheidsplan::plan::Judgement;
use veiligheidsplan::{PlanId, SafetyPlan};

use super::{EASED, LEVELS, holds_together};
use crate::support::{BASE, DEMO, PLAN, codes, errors, id, put, tree};

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

/// That nothing was left out isn't told either.
#[test]
fn a_rule_weighs_as_advice_also_where_nothing_is_left_out() {
    let whole = SafetyPlan::from_json(BASE).unwrap().to_draft();
    let mut draft = SafetyPlanDraft::new(whole.id, "Plan", whole.municipalities, whole.period);
    let levels = EASED.map(|rule| RuleLevelDraft::new(rule, Level::Error)).to_vec();
    draft.profile = Some(ProfileDraft { levels, ..ProfileDraft::new("general") });
    let plan = SafetyPlan::try_from(draft).unwrap();
    let levels = |plan: &SafetyPlan| -> Vec<Level> {
        plan.to_draft().profile.unwrap().levels.iter().map(|one| one.level).collect()
    };
    assert_eq!(levels(&plan.disclosed(Disclosure::Internal)), [Level::Advice; 3]);
    assert_eq!(levels(&plan.disclosed(Disclosure::Confidential)), [Level::Error; 3]);
}
