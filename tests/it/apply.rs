//! Applying changes: each step that may be taken is taken, each that may not be is refused with its code, and what
//! happened is recorded with its advice.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};
use veiligheidsplan::change::{Change, EffectKind, difference, patch, read_changes};
use veiligheidsplan::draft::{CorrectionDraft, DecisionDraft, SafetyPlanDraft};
use veiligheidsplan::strategies::{PlanShape, plans};
use veiligheidsplan::{Code, Date, PlanId, PlanRejected, SafetyPlan, Severity};

use crate::support::{BASE, DEMO, cut, id, put, tree};

/// The day on which the batches of these tests are applied.
const ON: &str = "2021-06-01";

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn plan(document: &Value) -> SafetyPlan {
    SafetyPlan::from_json(&document.to_string()).unwrap_or_else(|rejected| panic!("{rejected:#}"))
}

/// The base plan under the profile of Vlaardingen, in which every rule of steps and facts that can refuse does.
fn base() -> Value {
    let mut document = tree(BASE);
    let errors: Vec<Value> = [25, 32].map(|rule| json!({"rule": rule, "level": "error"})).into();
    put(&mut document, "/profile", json!({"name": "vlaardingen", "levels": errors}));
    document
}

fn nth(number: usize) -> String {
    format!("96{number:06}-0000-4000-8000-000000000000")
}

fn object(kind: &str, at: &str) -> Value {
    json!({"kind": kind, "id": id(at)})
}

/// A change that puts a decision on record, as JSON.
fn decision(plan: &SafetyPlan, number: usize, organ: &str, date: &str, clauses: &Value) -> Value {
    let decision = json!({"id": nth(number), "organ": organ, "date": date, "clauses": clauses});
    json!({
        "op": "add",
        "parent": {"kind": "plan", "id": plan.id().to_string()},
        "at": plan.decisions().len() + number,
        "element": {"decision": decision},
    })
}

/// A change that replaces the action with this code, after an edit of its JSON.
fn action(plan: &SafetyPlan, at: &str, edit: impl FnOnce(&mut Value)) -> Value {
    let mut action = serde_json::to_value(plan).unwrap().pointer(at).unwrap().clone();
    edit(&mut action);
    json!({"op": "replace", "element": {"action": action}})
}

fn started(plan: &SafetyPlan, at: &str, date: &str) -> Value {
    action(plan, at, |action| action["progress"] = json!([{"date": date, "status": "started"}]))
}

fn batch(changes: &[Value]) -> Vec<Change> {
    read_changes(&Value::from(changes.to_vec()).to_string()).unwrap_or_else(|found| panic!("{found}"))
}

fn refused(rejected: &PlanRejected) -> Vec<Code> {
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
const PLAIN: &str = "/executionPlans/0/actions/1";
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
fn undecided(document: &mut Value) {
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

/// The codes of what may not be done; each has its tests below.
pub(crate) const LAWS: [Code; 4] = [
    Code::ChangeFactAltered,
    Code::ChangeStrategicPart,
    Code::ChangeCorrectionDigest,
    Code::ChangeDecisionDigest,
];

#[test]
fn facts_are_only_added() {
    let plan = plan(&base());
    let altered = |edit: fn(&mut SafetyPlanDraft)| {
        let mut draft = plan.to_draft();
        edit(&mut draft);
        let rejected = plan.revise(draft.clone(), day(ON)).err();
        let rejected = rejected.unwrap_or_else(|| panic!("a fact was altered"));
        assert_eq!(
            rejected.errors().iter().map(|one| one.code).collect::<Vec<_>>(),
            [Code::ChangeFactAltered]
        );
        assert_eq!(rejected.into_draft(), Some(draft), "nothing is lost");
    };
    altered(|draft| draft.decisions[2].date = "2019-12-04".into());
    altered(|draft| _ = draft.decisions.pop());
    altered(|draft| draft.execution_plans[0].actions[0].progress[0].percent = Some(50));
    altered(|draft| _ = draft.execution_plans[0].actions[0].progress.remove(0));
    altered(|draft| draft.execution_plans[0].actions[0].registered_on = Some("2019-12-11".into()));
    altered(|draft| draft.evaluations[0].outcomes.clear());
    altered(|draft| draft.evaluations[0].findings[0].text = "Anders".into());
    altered(|draft| draft.acute_issues[0].accounted_on = None);
    altered(|draft| draft.proposals[0].submitted_on = None);
    altered(|draft| _ = draft.indicators[0].figures.remove(0));
    altered(|draft| draft.corrections.clear());
}

#[test]
fn what_is_no_fact_can_be_changed() {
    let plan = plan(&base());
    let mut draft = plan.to_draft();
    draft.partners[1].description = Some("Anders".into());
    draft.execution_plans[0].actions[0].description = Some("Zes controles".into());
    draft.execution_plans[1].actions.clear();
    draft.exemptions.clear();
    let applied = plan.revise(draft, day(ON)).unwrap();
    let kinds: Vec<EffectKind> = applied.effects.iter().map(|one| one.effect).collect();
    assert_eq!(kinds.iter().filter(|kind| **kind == EffectKind::Removed).count(), 1);
    assert_eq!(kinds.iter().filter(|kind| **kind == EffectKind::Changed).count(), 3, "{:?}", applied.effects);
    assert_eq!(applied.before, plan);
}

/// The base plan with another text of its main objective, without anything else.
fn amended(plan: &SafetyPlan) -> SafetyPlanDraft {
    let mut draft = plan.to_draft();
    draft.objectives[0].text = "De stad is veiliger en leefbaarder.".into();
    draft
}

fn amending(plan: &SafetyPlan, organ: &str, digest: Option<String>) -> DecisionDraft {
    let mut clause = json!({"act": "amend", "object": object("plan", "")});
    if let Some(digest) = digest {
        clause["digest"] = digest.into();
    }
    let decision = json!({"id": nth(1), "organ": organ, "date": ON, "clauses": [clause]});
    assert_eq!(plan.id().to_string(), id(""));
    serde_json::from_value(decision).unwrap()
}

#[test]
fn the_strategic_part_of_an_adopted_plan_changes_with_the_decision_that_amends_it() {
    let plan = plan(&base());
    let draft = amended(&plan);
    let digest = draft.check().plan.unwrap().digest().to_string();
    let rejected = plan.revise(draft.clone(), day(ON)).unwrap_err();
    assert_eq!(refused(&rejected), [Code::ChangeStrategicPart]);

    let mut with_decision = draft.clone();
    with_decision.decisions.push(amending(&plan, "council", Some(digest.clone())));
    let applied = plan.revise(with_decision, day(ON)).unwrap();
    assert_eq!(applied.plan.digest().to_string(), digest);
    assert_eq!(applied.plan.as_of(day(ON)).plan().amended_on, Some(day(ON)));
    assert!(applied.plan.advice(day(ON)).of(Code::PlanDigestDiffers).next().is_none());

    // The college isn't the council, and a digest is that of what was decided on.
    let mut by_college = draft.clone();
    by_college.decisions.push(amending(&plan, "college", Some(digest)));
    assert_eq!(refused(&plan.revise(by_college, day(ON)).unwrap_err()), [Code::PlanAdoptedByOtherOrgan]);
    let mut other_digest = draft;
    other_digest.decisions.push(amending(&plan, "council", Some("0".repeat(64))));
    assert_eq!(refused(&plan.revise(other_digest, day(ON)).unwrap_err()), [Code::ChangeDecisionDigest]);

    // Before adoption the plan is its drafters'.
    let mut document = base();
    undecided(&mut document);
    let undecided = self::plan(&document);
    assert!(undecided.revise(amended(&undecided), day(ON)).is_ok());
}

#[test]
fn an_acute_issue_changes_no_plan() {
    let plan = plan(&base());
    let mut draft = plan.to_draft();
    let mut issue = draft.acute_issues[0].clone();
    issue.id = nth(2);
    issue.signalled_on = ON.into();
    issue.accounted_on = None;
    draft.acute_issues.push(issue.clone());
    let applied = plan.revise(draft.clone(), day(ON)).unwrap();
    assert_eq!(applied.plan.digest(), plan.digest());
    assert!(applied.plan.advice(day(ON)).of(Code::AcuteIssueNotAccounted).next().is_some());
    // Not with the issue as reason either.
    draft.priorities[0].title = "Explosies eerst".into();
    assert_eq!(refused(&plan.revise(draft, day(ON)).unwrap_err()), [Code::ChangeStrategicPart]);
}

#[test]
fn a_correction_repairs_anything_and_gives_both_digests() {
    let plan = plan(&base());
    let mut draft = amended(&plan);
    draft.decisions[2].date = "2019-12-04".into();
    let after = draft.check().plan.unwrap().digest().to_string();
    let correct = |before: String, after: String, date: &str| {
        let mut draft = draft.clone();
        draft.corrections.push(CorrectionDraft::new(
            date,
            "Overgetypt uit de verkeerde versie",
            before,
            after,
        ));
        plan.revise(draft, day(ON))
    };
    let before = plan.digest().to_string();
    let applied = correct(before.clone(), after.clone(), ON).unwrap();
    assert!(applied.plan.advice(day(ON)).of(Code::PlanDigestDiffers).next().is_none());
    let codes = |result: Result<_, PlanRejected>| {
        refused(&result.map(|_: veiligheidsplan::change::Applied| ()).unwrap_err())
    };
    assert!(codes(correct(after.clone(), after.clone(), ON)).contains(&Code::ChangeCorrectionDigest));
    assert!(codes(correct(before.clone(), before.clone(), ON)).contains(&Code::ChangeCorrectionDigest));
    assert_eq!(codes(correct(before, after, "2021-06-02")), [Code::FactInFuture]);
}

#[test]
fn a_fact_after_the_day_is_refused() {
    let plan = plan(&base());
    let tomorrow = "2021-06-02";
    let clauses = json!([{"act": "inform", "object": object("executionPlan", "/executionPlans/1"), "to": [{"kind": "council"}]}]);
    for step in [decision(&plan, 0, "college", tomorrow, &clauses), started(&plan, PLAIN, tomorrow)] {
        assert!(plan.apply(&batch(&[step.clone()]), day(tomorrow)).is_ok());
        let rejected = plan.apply(&batch(&[step]), day(ON)).unwrap_err();
        assert_eq!(refused(&rejected), [Code::FactInFuture]);
    }
}

#[test]
fn a_new_version_is_of_the_same_plan() {
    let plan = plan(&base());
    let mut draft = plan.to_draft();
    draft.id = PlanId::from_name("elders").to_string();
    draft.decisions.clear();
    draft.exemptions.clear();
    draft.execution_plans[2].actions.clear();
    let rejected = plan.revise(draft, day(ON)).unwrap_err();
    assert_eq!(refused(&rejected), [Code::ChangePlanId], "{rejected:#}");
}

#[test]
fn the_old_version_stays_and_shares_what_did_not_change() {
    let plan = SafetyPlan::from_json(DEMO).unwrap();
    let text = plan.to_json();
    let step = action(&plan, "/executionPlans/1/actions/3", |action| action["description"] = "Anders".into());
    let applied = plan.apply(&batch(&[step]), day("2021-12-01")).unwrap();
    assert_eq!(plan.to_json(), text);
    let (old, new) = (plan.execution_plans(), applied.plan.execution_plans());
    assert!(std::sync::Arc::ptr_eq(&old[0], &new[0]), "the other execution plan is the same one");
    let same =
        old[1].actions().iter().zip(new[1].actions()).filter(|(a, b)| std::sync::Arc::ptr_eq(a, b)).count();
    assert_eq!(same, old[1].actions().len() - 1, "all actions but one are the same ones");
    assert_eq!(applied.effects.len(), 1);
}

/// A batch that only replaces actions and adds actions and decisions, with or without faults.
fn local_batch(plan: &SafetyPlan, choices: &[(u8, Index)]) -> Vec<Change> {
    let draft = plan.to_draft();
    let actions: Vec<_> = draft.execution_plans.iter().flat_map(|one| &one.actions).collect();
    let mut changes = Vec::new();
    let (mut decisions, mut used) = (draft.decisions.len(), std::collections::HashSet::new());
    for (number, (what, which)) in choices.iter().enumerate() {
        if actions.is_empty() {
            break;
        }
        let mut action = (*which.get(&actions)).clone();
        let execution = draft.execution_plans.iter().find(|one| one.actions.contains(&action)).unwrap();
        match what % 8 {
            0 => action.title = "Anders".into(),
            1 => action.title = "\n".into(),
            2 => action.depends_on = vec![which.get(&actions).id.clone(), nth(99)],
            3 => action.depends_on = vec![actions[0].id.clone()],
            4 => action.areas = vec![plan.id().to_string()],
            5 => action.continuous = !action.continuous,
            6 => {
                let clause = json!({"act": "close", "object": {"kind": "action", "id": action.id}});
                let one =
                    json!({"id": nth(number), "organ": "college", "date": "2021-01-01", "clauses": [clause]});
                let one: DecisionDraft = serde_json::from_value(one).unwrap();
                let parent = veiligheidsplan::draft::ElementReferenceDraft::new(
                    veiligheidsplan::Kind::Plan,
                    plan.id(),
                );
                changes.push(Change::add(parent, decisions, one));
                decisions += 1;
                continue;
            }
            _ => {
                let kind = veiligheidsplan::Kind::ExecutionPlan;
                let parent = veiligheidsplan::draft::ElementReferenceDraft::new(kind, execution.id.clone());
                if used.insert(execution.id.clone()) {
                    let length = execution.actions.len();
                    action.id = nth(number);
                    action.registered_on = None;
                    action.progress.clear();
                    changes.push(Change::add(parent, length, action));
                }
                continue;
            }
        }
        if used.insert(action.id.clone()) {
            changes.push(Change::replace(action));
        }
    }
    changes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn a_local_check_finds_what_a_whole_one_finds(
        plan in plans(PlanShape::default().with_execution_plans(1..=2).with_actions(1..=4)),
        choices in prop::collection::vec((any::<u8>(), any::<Index>()), 1..5),
    ) {
        let changes = local_batch(&plan, &choices);
        let whole = patch(&plan.to_draft(), &changes).unwrap().check();
        match (plan.apply(&changes, day("2040-01-01")), whole.plan) {
            (Ok(applied), Some(whole)) => prop_assert_eq!(applied.plan, whole),
            (Err(rejected), None) => prop_assert_eq!(rejected.errors(), &whole.errors),
            (Err(rejected), Some(_)) => prop_assert!(false, "only the local check refuses: {:#}", rejected),
            (Ok(_), None) => prop_assert!(false, "only the whole check refuses: {}", whole.errors),
        }
    }

    #[test]
    fn a_revision_is_its_difference_applied(
        old in plans(PlanShape::default()),
        new in plans(PlanShape::default()),
    ) {
        let text = new.to_json().replace(&new.id().to_string(), &old.id().to_string());
        let draft: SafetyPlanDraft = serde_json::from_str(&text).unwrap();
        let new = SafetyPlan::try_from(draft.clone()).unwrap();
        let on = day("2040-01-01");
        let revised = old.revise(draft, on);
        let applied = old.apply(&difference(&old, &new), on);
        match (revised, applied) {
            (Ok(revised), Ok(applied)) => {
                prop_assert_eq!(&revised.plan, &applied.plan);
                prop_assert_eq!(revised.effects, applied.effects);
                prop_assert_eq!(revised.plan, new);
            }
            (Err(revised), Err(applied)) => prop_assert_eq!(revised.errors(), applied.errors()),
            (revised, applied) => prop_assert!(false, "{revised:?} / {applied:?}"),
        }
    }
}
