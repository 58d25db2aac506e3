//! Applying changes: each step that may be taken is taken, each that may not be is refused with its code, and what
//! happened is recorded with its advice.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

use serde_json::{Value, json};
use veiligheidsplan::change::{Change, read_changes};
use veiligheidsplan::{Code, Date, PlanRejected, SafetyPlan, Severity, Step};

use crate::support::{BASE, cut, id, put, tree};

/// The day on which the batches of these tests are applied.
pub(crate) const ON: &str = "2021-06-01";

pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

pub(crate) fn plan(document: &Value) -> SafetyPlan {
    SafetyPlan::from_json(&document.to_string()).unwrap_or_else(|rejected| panic!("{rejected:#}"))
}

/// The base plan under the profile of Vlaardingen, in which every rule of steps and facts that can refuse does.
pub(crate) fn base() -> Value {
    let mut document = tree(BASE);
    let errors: Vec<Value> = [25, 32].map(|rule| json!({"rule": rule, "level": "error"})).into();
    put(&mut document, "/profile", json!({"name": "vlaardingen", "levels": errors}));
    document
}

pub(crate) fn nth(number: usize) -> String {
    format!("96{number:06}-0000-4000-8000-000000000000")
}

pub(crate) fn object(kind: &str, at: &str) -> Value {
    json!({"kind": kind, "id": id(at)})
}

/// A change that puts a decision on record, as JSON.
pub(crate) fn decision(plan: &SafetyPlan, number: usize, organ: &str, date: &str, clauses: &Value) -> Value {
    let decision = json!({"id": nth(number), "organ": organ, "date": date, "clauses": clauses});
    json!({
        "op": "add",
        "parent": {"kind": "plan", "id": plan.id().to_string()},
        "at": plan.decisions().len() + number,
        "element": {"decision": decision},
    })
}

/// A change that replaces the action with this code, after an edit of its JSON.
pub(crate) fn action(plan: &SafetyPlan, at: &str, edit: impl FnOnce(&mut Value)) -> Value {
    let mut action = serde_json::to_value(plan).unwrap().pointer(at).unwrap().clone();
    edit(&mut action);
    json!({"op": "replace", "element": {"action": action}})
}

pub(crate) fn started(plan: &SafetyPlan, at: &str, date: &str) -> Value {
    action(plan, at, |action| action["progress"] = json!([{"date": date, "status": "started"}]))
}

pub(crate) fn batch(changes: &[Value]) -> Vec<Change> {
    read_changes(&Value::from(changes.to_vec()).to_string()).unwrap_or_else(|found| panic!("{found}"))
}

pub(crate) fn refused(rejected: &PlanRejected) -> Vec<Code> {
    rejected.errors().iter().map(|finding| finding.code).collect()
}

/// One kind of step: what it is taken from, how, and what keeps it from being taken.
struct Trial {
    name: &'static str,
    /// Prepares the plan; then the step can be taken.
    ready: fn(&mut Value),
    /// Spoils the preparation; then the step is refused with the code.
    spoil: fn(&mut Value),
    code: Code,
    /// The step on a day, as changes.
    step: fn(&SafetyPlan, &str) -> Vec<Value>,
}

/// The second action of the first execution plan, continuous and without money or powers.
pub(crate) const PLAIN: &str = "/executionPlans/0/actions/1";
/// The first action, with additional money and powers.
const COSTLY: &str = "/executionPlans/0/actions/0";

fn without_reports(document: &mut Value) {
    cut(document, "/executionPlans/0/actions/0/progress");
}

fn adopt_plan(plan: &SafetyPlan, on: &str) -> Vec<Value> {
    let digest = plan.digest().to_string();
    let clauses = json!([{"act": "adopt", "object": object("plan", ""), "digest": digest}]);
    vec![decision(plan, 0, "council", on, &clauses)]
}

fn adopt_second(plan: &SafetyPlan, on: &str) -> Vec<Value> {
    let clauses = json!([{"act": "adopt", "object": object("executionPlan", "/executionPlans/1")}]);
    vec![decision(plan, 0, "college", on, &clauses)]
}

/// The plan before any decision on it; its exemption needs none.
pub(crate) fn undecided(document: &mut Value) {
    put(document, "/decisions/0/clauses/0/act", "propose");
    cut(document, "/decisions/0/clauses/0/digest");
}

fn second_undecided(document: &mut Value) {
    put(document, "/decisions/6/clauses/0/act", "propose");
}

const TRIALS: &[Trial] = &[
    Trial {
        name: "the council adopts the plan, not another organ",
        ready: undecided,
        spoil: |d| put(d, "/profile/organs", json!({"adoptsPlan": "other"})),
        code: Code::PlanAdoptedByOtherOrgan,
        step: adopt_plan,
    },
    Trial {
        name: "a plan is adopted once it has a goal, a direction and what the profile requires",
        ready: undecided,
        spoil: |d| {
            cut(d, "/mission");
            cut(d, "/vision");
        },
        code: Code::PlanNoDirection,
        step: adopt_plan,
    },
    Trial {
        name: "the college adopts an execution plan, not another organ",
        ready: second_undecided,
        spoil: |d| put(d, "/profile/organs", json!({"adoptsExecutionPlan": "council"})),
        code: Code::ExecutionPlanAdoptedByOtherOrgan,
        step: adopt_second,
    },
    Trial {
        name: "an execution plan is adopted once partners were consulted",
        ready: second_undecided,
        spoil: |d| put(d, "/decisions/5/clauses/0/to", json!([{"kind": "council"}])),
        code: Code::ExecutionPlanNotConsulted,
        step: adopt_second,
    },
    Trial {
        name: "an action starts once its execution plan is adopted",
        ready: |_| {},
        spoil: |d| put(d, "/decisions/3/clauses/0/act", "propose"),
        code: Code::ActionStartedBeforeAdoption,
        step: |plan, on| vec![started(plan, PLAIN, on)],
    },
    Trial {
        name: "an action with additional money starts once the council accepted the proposal",
        ready: without_reports,
        spoil: |d| put(d, "/decisions/4/clauses/0/act", "propose"),
        code: Code::ActionStartedWithoutProposal,
        step: |plan, on| vec![started(plan, COSTLY, on)],
    },
    Trial {
        name: "a power is used once the prosecution service is consulted",
        ready: without_reports,
        spoil: |d| put(d, "/executionPlans/0/actions/0/powers/0", "gemw-151b"),
        code: Code::ActionPowerConsultation,
        step: |plan, on| vec![started(plan, COSTLY, on)],
    },
    Trial {
        name: "a power is used by its holder",
        ready: without_reports,
        spoil: |d| cut(d, "/executionPlans/0/actions/0/responsibilities/2"),
        code: Code::ActionPowerHolder,
        step: |plan, on| vec![started(plan, COSTLY, on)],
    },
    Trial {
        name: "a power that rests on an ordinance is used once there is one",
        ready: without_reports,
        spoil: |d| put(d, "/executionPlans/0/actions/0/powers/0", "gemw-151d"),
        code: Code::ActionPowerOrdinance,
        step: |plan, on| vec![started(plan, COSTLY, on)],
    },
    Trial {
        name: "an execution plan is evaluated once the council got it",
        ready: |d| cut(d, "/evaluations/0/deliveredOn"),
        spoil: |d| {
            put(d, "/decisions/3/clauses/1/to", json!([{"kind": "partners"}]));
            put(d, "/decisions/1/clauses/0/to", json!([{"kind": "partners"}]));
        },
        code: Code::ExecutionPlanNotSent,
        step: |plan, on| {
            let mut evaluation = serde_json::to_value(&plan.evaluations()[0]).unwrap();
            evaluation["deliveredOn"] = on.into();
            cut(&mut evaluation, "/findings");
            vec![json!({"op": "replace", "element": {"evaluation": evaluation}})]
        },
    },
];

#[test]
fn each_new_step_is_taken_or_refused_with_its_code() {
    for trial in TRIALS {
        let mut document = base();
        (trial.ready)(&mut document);
        let ready = plan(&document);
        let applied = ready.apply(&batch(&(trial.step)(&ready, ON)), day(ON));
        let applied = applied.unwrap_or_else(|rejected| panic!("{}: {rejected:#}", trial.name));
        assert!(!applied.effects.is_empty(), "{}", trial.name);

        (trial.spoil)(&mut document);
        let spoilt = plan(&document);
        let step = batch(&(trial.step)(&spoilt, ON));
        let rejected = spoilt.apply(&step, day(ON)).err().unwrap_or_else(|| panic!("{}", trial.name));
        assert!(refused(&rejected).contains(&trial.code), "{}: {rejected:#}", trial.name);
        assert!(rejected.errors().iter().all(|finding| finding.severity == Severity::Error));

        // Where the profile doesn't hold to it, the step is allowed; unless the law asks for it.
        put(&mut document, "/profile/name", "general");
        cut(&mut document, "/profile/levels");
        let general = plan(&document);
        let allowed = general.apply(&batch(&(trial.step)(&general, ON)), day(ON)).is_ok();
        assert_eq!(allowed, trial.code != Code::PlanNoDirection, "{}", trial.name);
    }
}

#[test]
fn the_same_step_is_recorded_afterwards_with_its_advice() {
    for trial in TRIALS {
        let mut document = base();
        (trial.ready)(&mut document);
        (trial.spoil)(&mut document);
        let spoilt = plan(&document);
        // On the day after, it has happened.
        let recorded = spoilt.apply(&batch(&(trial.step)(&spoilt, ON)), day("2021-06-02"));
        let recorded = recorded.unwrap_or_else(|rejected| panic!("{}: {rejected:#}", trial.name));
        // What a plan lacked when it was adopted is not known afterwards.
        if trial.code != Code::PlanNoDirection {
            let advice = recorded.plan.advice(day("2021-06-02"));
            assert!(advice.of(trial.code).next().is_some(), "{}: {advice}", trial.name);
        }
    }
}

/// Only the plan and its execution plans lack something for their adoption.
#[test]
fn the_adoption_of_an_evaluation_asks_for_nothing() {
    let mut document = base();
    cut(&mut document, "/vision");
    cut(&mut document, "/mission");
    cut(&mut document, "/decisions/0");
    cut(&mut document, "/exemptions");
    let unready = plan(&document);
    let adopt = |kind: &str, at: &str| {
        let clauses = json!([{"act": "adopt", "object": object(kind, at)}]);
        batch(&[decision(&unready, 0, "council", ON, &clauses)])
    };
    let rejected = unready.apply(&adopt("plan", ""), day(ON)).unwrap_err();
    assert!(refused(&rejected).contains(&Code::PlanNoDirection), "{rejected:#}");
    let adopted = unready.apply(&adopt("evaluation", "/evaluations/0"), day(ON));
    assert!(adopted.is_ok(), "{:#}", adopted.unwrap_err());
}

/// What a change is refused for is what readiness requires of the same step on the same day.
#[test]
fn readiness_requires_what_a_step_is_refused_for() {
    for trial in TRIALS {
        let mut document = base();
        (trial.ready)(&mut document);
        for (spoilt, code) in [(false, None), (true, Some(trial.code))] {
            if spoilt {
                (trial.spoil)(&mut document);
            }
            let plan = plan(&document);
            let changes = (trial.step)(&plan, ON);
            let decision = &changes[0]["element"]["decision"];
            let step = match (
                decision["clauses"][0]["object"]["kind"].as_str(),
                &changes[0]["element"]["action"]["id"],
            ) {
                (Some("plan"), _) => Step::Adoption,
                (Some(_), _) => Step::ExecutionPlanAdoption(plan.execution_plans()[1].id()),
                (None, Value::String(id)) => Step::Start(id.parse().unwrap()),
                _ => continue,
            };
            let required = plan.readiness(step, day(ON)).required;
            // By whom a decision will be taken isn't known before.
            let organ = [Code::PlanAdoptedByOtherOrgan, Code::ExecutionPlanAdoptedByOtherOrgan];
            let asked = code.filter(|code| !organ.contains(code));
            let mut found: Vec<Code> = required.iter().map(|one| one.code).collect();
            found.dedup(); // two powers may lack the same
            assert_eq!(found, asked.into_iter().collect::<Vec<_>>(), "{}", trial.name);
        }
    }
}
