//! Laws over generated plans.

use proptest::prelude::*;
use veiligheidsplan::draft::{PillarDraft, SafetyPlanDraft};
use veiligheidsplan::strategies::{PlanShape, dates, drafts, plans};
use veiligheidsplan::trace::Trace;
use veiligheidsplan::{Date, Element, ElementId, SafetyPlan};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn generated_drafts_have_no_errors(draft in drafts(PlanShape::default())) {
        prop_assert_eq!(draft.check().errors.to_string(), "");
    }

    #[test]
    fn a_plan_is_read_as_it_was_written(plan in plans(PlanShape::default())) {
        let text = plan.to_json();
        let read = SafetyPlan::from_json(&text).unwrap();
        prop_assert_eq!(&read, &plan);
        prop_assert_eq!(read.to_json(), text);
        let draft: SafetyPlanDraft = serde_json::from_str(&plan.to_json()).unwrap();
        prop_assert_eq!(&draft, &plan.to_draft());
        prop_assert_eq!(serde_json::to_value(&draft).unwrap(), serde_json::to_value(&plan).unwrap());
    }

    #[test]
    fn every_element_is_found_by_its_id_its_code_and_its_place(plan in plans(PlanShape::default())) {
        let document = serde_json::to_value(&plan).unwrap();
        for element in plan.elements() {
            let id = element.id();
            let found = plan.element(id.into_uuid()).map(Element::id);
            prop_assert_eq!(found, Some(id));
            let place = plan.place_of(id).unwrap().to_string();
            prop_assert_eq!(&document.pointer(&place).unwrap()["id"], &id.into_uuid().to_string());
            if let Some(code) = element.code() {
                prop_assert!(plan.coded(code.as_str()).any(|coded| coded.id() == id));
            }
        }
    }

    #[test]
    fn the_strategic_part_knows_nothing_of_execution(plan in plans(PlanShape::default())) {
        let mut draft = plan.to_draft();
        draft.execution_plans.clear();
        draft.topics.clear();
        draft.acute_issues.clear();
        draft.proposals.clear();
        draft.decisions.clear();
        draft.evaluations.clear();
        draft.exemptions.clear();
        draft.ordinances.clear();
        draft.profile = None;
        let mut pillars: Vec<&mut PillarDraft> = Vec::new();
        for priority in &mut draft.priorities {
            priority.topics.clear();
            priority.responsibilities.clear();
            priority.answers.clear();
            pillars.extend(&mut priority.pillars);
        }
        for theme in &mut draft.themes {
            theme.topics.clear();
            theme.answers.clear();
            theme.based_on.clear();
            pillars.extend(&mut theme.pillars);
        }
        while let Some(pillar) = pillars.pop() {
            pillar.topics.clear();
            pillar.answers.clear();
            pillar.powers.clear();
            pillars.extend(&mut pillar.pillars);
        }
        let bare = SafetyPlan::try_from(draft).unwrap();
        prop_assert_eq!(bare.strategic_json(), plan.strategic_json());
        prop_assert_eq!(bare.digest(), plan.digest());
        let mut other = plan.to_draft();
        other.title = if plan.title().as_str() == "Een plan" { "Een ander plan" } else { "Een plan" }.to_owned();
        prop_assert_ne!(SafetyPlan::try_from(other).unwrap().digest(), plan.digest());
    }

    #[test]
    fn advice_is_the_same_each_time_and_only_grows_with_the_days_for_years_and_shrinks_for_the_future(
        plan in plans(PlanShape::default()),
        one in dates(),
        other in dates(),
    ) {
        let (early, late): (Date, Date) = if one <= other {
            (one.parse().unwrap(), other.parse().unwrap())
        } else {
            (other.parse().unwrap(), one.parse().unwrap())
        };
        prop_assert_eq!(plan.advice(early), plan.advice(early));
        let count = |day, code| plan.advice(day).of(code).count();
        let years = veiligheidsplan::Code::PlanYearWithoutExecutionPlan;
        prop_assert!(count(early, years) <= count(late, years));
        let future = veiligheidsplan::Code::FactInFuture;
        prop_assert!(count(early, future) >= count(late, future));
    }

    #[test]
    fn every_action_has_a_thread_and_every_thread_starts_where_it_was_asked(plan in plans(PlanShape::default())) {
        let trace = Trace::of(&plan, crate::support::day("2021-09-01"));
        for action in plan.execution_plans().iter().flat_map(|execution| execution.actions()) {
            let threads: Vec<_> = trace.up(action.id()).unwrap().collect();
            prop_assert!(threads.len() >= action.serves().len());
            for thread in threads {
                prop_assert_eq!(thread.steps[0].node, ElementId::from(action.id()).into());
            }
        }
    }
}
