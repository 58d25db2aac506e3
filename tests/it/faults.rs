//! One planted fault for every code of the catalogue, and exactly one finding for every fault.

#![expect(clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeSet;

use serde_json::{Value, json};
use veiligheidsplan::change::{patch, read_changes};
use veiligheidsplan::faults::{Fault, QueryFault, base, pair};
use veiligheidsplan::trace::{Filter, QueryError, Trace};
use veiligheidsplan::{Code, Finding, Findings, PlanSet, RaisedBy, SafetyPlan, Severity, Step};

use crate::support::{BASE, codes, errors, id, put, tree};

/// The day of the advice: the last of the second execution plan.
const DAY: &str = "2021-12-31";

/// The base document with a fault.
fn planted(fault: &Fault) -> Value {
    let mut document = base();
    assert!(fault.plant(&mut document), "{}", fault.code());
    document
}

fn plan(document: &Value) -> SafetyPlan {
    SafetyPlan::from_json(&document.to_string()).unwrap_or_else(|rejected| panic!("{rejected:#}"))
}

/// The finding says what the table says of it, in both languages, and names the element that it is in.
#[track_caller]
fn assert_says(finding: &Finding, fault: &Fault, severity: Severity, document: &Value) {
    let (code, at) = (fault.code(), fault.place());
    assert_eq!((finding.code, finding.place.to_string().as_str()), (code, at), "{finding}");
    assert_eq!(finding.severity, severity, "{finding}");
    assert_eq!(finding.subject.map(|subject| subject.kind), fault.kind(), "{finding}");
    for message in [&finding.message, &finding.message_nl] {
        assert!(!message.is_empty() && !message.contains(['{', '\n']), "{code}: {message}");
    }
    if let Some(subject) = finding.subject {
        let steps = at.match_indices('/').map(|(step, _)| step).chain([at.len()]);
        let nearest = steps.rev().find_map(|end| element(document.pointer(&at[..end])?)).unwrap_or_default();
        assert_eq!(subject.id.to_string(), nearest, "{finding}");
    }
}

/// The id of an object, unless it is a mere link.
fn element(object: &Value) -> Option<&str> {
    let is_link = object.as_object()?.keys().all(|key| ["id", "kind", "basis"].contains(&key.as_str()));
    if is_link { None } else { object.get("id")?.as_str() }
}

#[test]
fn the_base_document_has_nothing_to_be_found() {
    let plan = plan(&tree(BASE));
    // What it leaves out knowingly stays listed.
    let advice = plan.advice(DAY.parse().unwrap());
    assert_eq!(advice.open().count(), 0, "{advice}");
    assert_eq!(codes(&advice), [("framework/item-unanswered", "/frameworks/0/items/1".to_owned())]);
    assert_eq!(advice.as_slice()[0].exempt.as_deref(), Some("Geen lokale rol"));
    let readiness = plan.readiness(Step::Adoption, DAY.parse().unwrap());
    assert!(readiness.is_ready() && readiness.wanted.is_empty(), "{readiness:?}");
    assert_eq!(plan.to_json(), BASE, "the fixture is in the written form");
}

#[test]
fn every_code_has_a_planter_of_its_origin() {
    let planted: BTreeSet<Code> = Fault::all().map(Fault::code).collect();
    let forgotten: Vec<_> = Code::ALL.iter().filter(|code| !planted.contains(code)).collect();
    assert!(forgotten.is_empty(), "{forgotten:?}");
    for code in Code::ALL.iter().filter(|code| code.raised_by() != RaisedBy::Change) {
        assert_eq!(Fault::of(*code).count(), 1, "{code}");
    }
    // Each is planted in the way of its origin, and in no other.
    for fault in Fault::all() {
        let text = fault.plant_in_text(BASE).is_some();
        let document = fault.plant(&mut base());
        let set = fault.plant(&mut pair());
        let batch = fault.batch(&base()).is_some();
        let expected = match fault.origin() {
            RaisedBy::Text => [true, false, false, false],
            RaisedBy::Set => [false, false, true, false],
            RaisedBy::Change => [false, false, false, true],
            _ => [false, true, false, false],
        };
        assert_eq!([text, document, set, batch], expected, "{}", fault.code());
        let has_day = matches!(fault.origin(), RaisedBy::Advice | RaisedBy::Readiness | RaisedBy::Change);
        assert_eq!(fault.day().is_some(), has_day, "{}", fault.code());
    }
    let batches = Fault::by(RaisedBy::Change).count();
    assert_eq!((Fault::all().count() - batches, batches), (188, 30));
}

#[test]
fn one_fault_in_the_text_gives_one_error_with_its_place() {
    let positions =
        [(Code::TextNotUtf8, (2, 3)), (Code::TextNotJson, (2, 13)), (Code::TextTooDeep, (1, 16 + 63 * 13))];
    for fault in Fault::by(RaisedBy::Text) {
        let code = fault.code();
        let planted = fault.plant_in_text(BASE).unwrap();
        let rejected = planted.limits.from_json_slice(&planted.bytes).unwrap_err();
        let [finding] = rejected.errors().as_slice() else { panic!("{code}: {rejected:#}") };
        assert_eq!((finding.code, finding.place.to_string().as_str()), (code, fault.place()));
        let position = positions.iter().find(|(of, _)| *of == code).map(|(_, position)| *position);
        assert_eq!(finding.line.zip(finding.column), position, "{code}");
        assert_eq!(finding.severity, Severity::Error);
    }
}

#[test]
fn one_fault_in_the_document_gives_one_error_with_its_place_and_element() {
    for fault in Fault::by(RaisedBy::Shape).chain(Fault::by(RaisedBy::Document)) {
        let document = planted(fault);
        let found = errors(&document.to_string());
        let [finding] = found.as_slice() else { panic!("{}: {:?}", fault.code(), codes(&found)) };
        assert_says(finding, fault, Severity::Error, &document);
    }
}

#[test]
fn one_cause_for_advice_gives_one_advice_of_its_code() {
    for fault in Fault::by(RaisedBy::Advice) {
        let document = planted(fault);
        let found = plan(&document).advice(fault.day().unwrap());
        let [finding] = of(&found, fault.code())[..] else { panic!("{}: {:?}", fault.code(), codes(&found)) };
        assert_says(finding, fault, Severity::Advice, &document);
    }
}

#[test]
fn one_lack_gives_one_finding_of_its_code_before_adoption() {
    for fault in Fault::by(RaisedBy::Readiness) {
        let document = planted(fault);
        let readiness = plan(&document).readiness(Step::Adoption, fault.day().unwrap());
        // Goals and a direction are the law's; the rest is what this profile wants.
        let (side, other) = match fault.code().severity() {
            Severity::Error => (&readiness.required, &readiness.wanted),
            Severity::Advice => (&readiness.wanted, &readiness.required),
        };
        let [finding] = of(side, fault.code())[..] else { panic!("{}: {readiness:?}", fault.code()) };
        assert_says(finding, fault, fault.code().severity(), &document);
        assert!(of(other, fault.code()).is_empty(), "{readiness:?}");
    }
}

#[test]
fn one_fault_in_a_batch_gives_one_error_with_its_place() {
    let plan = plan(&base());
    for fault in Fault::by(RaisedBy::Change) {
        let batch = fault.batch(&base()).unwrap();
        let found = match read_changes(&batch.to_string()) {
            Err(found) => found,
            Ok(changes) => {
                let applied = plan.apply(&changes, fault.day().unwrap());
                let found =
                    applied.err().map_or_else(Findings::default, |rejected| rejected.errors().clone());
                // What can't be made is so without the plan's law, too.
                if let Err(alone) = patch(&plan.to_draft(), &changes) {
                    assert_eq!(alone, found, "{batch}");
                }
                found
            }
        };
        assert_eq!(codes(&found), [(fault.code().as_str(), fault.place().to_owned())], "{batch}");
    }
}

#[test]
fn one_fault_in_a_filter_gives_its_error() {
    let trace = Trace::of(&plan(&base()), DAY.parse().unwrap());
    for fault in QueryFault::ALL {
        let text = fault.text();
        let error = match text.parse::<Filter>() {
            Err(error) => QueryError::from(error),
            Ok(filter) => trace.find(&filter).unwrap_err(),
        };
        assert!(fault.is_told_by(&error), "{text}: {error}");
    }
}

#[test]
fn what_is_repeated_and_what_runs_in_a_circle_names_all_its_places() {
    let mut document = tree(BASE);
    for at in ["/themes/0/pillars/0", "/priorities/0/pillars/1/pillars/0"] {
        put(
            &mut document,
            at.trim_end_matches("/0"),
            json!([{"id": id("/priorities/0/pillars/1"), "title": "Nog een"}]),
        );
    }
    put(&mut document, "/executionPlans/0/actions/1/dependsOn", json!([id("/executionPlans/0/actions/2")]));
    put(&mut document, "/executionPlans/0/actions/2/dependsOn", json!([id("/executionPlans/0/actions/0")]));
    let found = errors(&document.to_string());
    let places = |finding: &Finding| {
        [&finding.place].into_iter().chain(&finding.related).map(ToString::to_string).collect::<Vec<_>>()
    };
    let [repeated, circle] = found.as_slice() else { panic!("{:?}", codes(&found)) };
    assert_eq!(repeated.code, Code::ElementDuplicateId);
    let pillars =
        ["/priorities/0/pillars/1/pillars/0/id", "/priorities/0/pillars/1/id", "/themes/0/pillars/0/id"];
    assert_eq!(places(repeated), pillars);
    assert_eq!(circle.code, Code::ActionDependencyCycle);
    assert!(circle.message.contains("A1 -> A2 -> A3 -> A1"), "{circle}");
    assert_eq!(
        places(circle),
        [0, 1, 2].map(|action| format!("/executionPlans/0/actions/{action}/dependsOn"))
    );
}

#[test]
fn rules_that_municipalities_differ_on_weigh_what_the_profile_says() {
    let judged = [
        (Code::PlanNoLegalBasis, 9),
        (Code::PriorityNoAnalysis, 17),
        (Code::PriorityNoDirector, 32),
        (Code::PlanTooManyPriorities, 56),
        (Code::ExecutionPlanSecondInYear, 96),
    ];
    for (code, rule) in judged {
        let fault = Fault::of(code).next().unwrap();
        let mut document = planted(fault);
        put(&mut document, "/profile/levels", json!([{"rule": rule, "level": "error"}]));
        let found = errors(&document.to_string());
        let [finding] = found.as_slice() else { panic!("{code}: {:?}", codes(&found)) };
        assert_says(finding, fault, Severity::Error, &document);
        put(&mut document, "/profile/levels", json!([{"rule": rule, "level": "off"}]));
        assert!(of(&plan(&document).advice(DAY.parse().unwrap()), code).is_empty(), "{code}");
    }
}

#[test]
fn in_every_profile_adoption_wants_a_direction_and_a_goal_and_in_general_nothing_else() {
    for fault in Fault::by(RaisedBy::Readiness) {
        let mut document = planted(fault);
        put(&mut document, "/profile", json!({"name": "general"}));
        let readiness = plan(&document).readiness(Step::Adoption, DAY.parse().unwrap());
        let wanted = usize::from(fault.code().severity() == Severity::Error);
        assert_eq!((readiness.required.len(), readiness.wanted.len()), (wanted, 0), "{readiness:?}");
    }
}

#[test]
fn one_fault_between_plans_gives_one_finding_of_the_set() {
    let plans = |both: &Value| both.as_array().unwrap().iter().map(plan).collect::<Vec<_>>();
    let sound = PlanSet::new(plans(&pair())).unwrap();
    assert_eq!(sound.advice().to_string(), "");
    for fault in Fault::by(RaisedBy::Set) {
        let mut both = pair();
        assert!(fault.plant(&mut both));
        let checked = PlanSet::check(plans(&both));
        assert_eq!(checked.set.is_some(), checked.errors.is_empty());
        let found = checked.set.map_or(checked.errors, |set| set.advice());
        let [finding] = found.as_slice() else { panic!("{}: {:?}", fault.code(), codes(&found)) };
        assert_says(finding, fault, fault.code().severity(), &both);
    }
}

fn of(findings: &Findings, code: Code) -> Vec<&Finding> {
    findings.open().filter(|finding| finding.code == code).collect()
}
