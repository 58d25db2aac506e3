//! Applying changes: each step that may be taken is taken, each that may not be is refused with its code, and what
//! happened is recorded with its advice.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};
use veiligheidsplan::change::{Change, EffectKind, difference, patch, read_changes};
use veiligheidsplan::draft::{
    ActionDraft, AmountDraft, AreaDraft, ClauseDraft, CorrectionDraft, CostDraft, DecisionDraft,
    DecisionObjectDraft, ElementReferenceDraft, EvaluationFindingDraft, OriginDraft, PrincipleDraft,
    ProgressDraft, ResponsibilityDraft, SafetyPlanDraft, ServedDraft,
};
use veiligheidsplan::entity::{
    Act, Certainty, Disclosure, ObjectKind, Organ, OriginKind, Role, ServedKind, Status,
};
use veiligheidsplan::strategies::{PlanShape, plans};
use veiligheidsplan::{Code, Date, Kind, PlanId, PlanRejected, SafetyPlan, Severity};

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
fn each_council_that_adopted_a_joint_plan_amends_it() {
    let mut document = base();
    put(&mut document, "/municipalities/-", json!({"code": "GM0599", "name": "Buurgemeente"}));
    let mut second = document["decisions"][0].clone();
    second["id"] = nth(3).into();
    second["code"] = Value::Null;
    second["municipality"] = "GM0599".into();
    put(&mut document, "/decisions/-", second);
    let plan = plan(&document);
    let draft = amended(&plan);
    let revised = |municipalities: &[Option<&str>]| {
        let mut draft = draft.clone();
        for (number, municipality) in municipalities.iter().enumerate() {
            let mut decision = amending(&plan, "council", None);
            decision.id = nth(4 + number);
            decision.municipality = municipality.map(str::to_owned);
            draft.decisions.push(decision);
        }
        plan.revise(draft, day(ON)).map_err(|rejected| refused(&rejected)).map(|_| ())
    };
    assert_eq!(revised(&[Some("GM0622")]), Err(vec![Code::ChangeStrategicPart]));
    assert_eq!(revised(&[Some("GM0622"), Some("GM0599")]), Ok(()));
    assert_eq!(revised(&[None]), Ok(()), "a decision that names none is of all");
}

#[test]
fn what_a_fact_says_stays_and_who_may_see_it_can_be_told_later() {
    let mut document = base();
    cut(&mut document, "/proposals/0/submittedOn");
    let plan = plan(&document);
    let revised = |edit: fn(&mut SafetyPlanDraft)| {
        let mut draft = plan.to_draft();
        edit(&mut draft);
        plan.revise(draft, day(ON)).map_err(|rejected| refused(&rejected)).map(|_| ())
    };
    let open = revised(|draft| {
        draft.decisions[2].disclosure = Some(Disclosure::Public);
        draft.decisions[2].reference = Some("2019-400".into());
        draft.execution_plans[0].actions[0].progress[1].disclosure = Some(Disclosure::Public);
    });
    assert_eq!(open, Ok(()));
    let altered = Err(vec![Code::ChangeFactAltered]);
    // The council accepted this amount.
    let amount = revised(|draft| draft.proposals[0].amount.as_mut().unwrap().years[0].cents = 1);
    assert_eq!(amount, altered);
    // A figure is one of its unit.
    let mut document = base();
    put(&mut document, "/objectives/0/indicators", json!([]));
    let plan = self::plan(&document);
    let mut draft = plan.to_draft();
    draft.indicators[0].unit = "aantal per 100 woningen".into();
    let codes = refused(&plan.revise(draft, day(ON)).unwrap_err());
    assert_eq!(codes.iter().filter(|code| **code == Code::ChangeFactAltered).count(), 2, "{codes:?}");
}

#[test]
fn a_batch_does_not_lift_the_rule_for_the_step_that_it_takes() {
    let mut document = base();
    put(&mut document, "/decisions/3/clauses/0/act", "propose");
    let plan = plan(&document);
    let started: ProgressDraft = serde_json::from_value(json!({"date": ON, "status": "started"})).unwrap();
    let mut draft = plan.to_draft();
    draft.profile = None;
    let lifted = plan.revise(draft.clone(), day(ON)).unwrap().plan;
    draft.execution_plans[0].actions[1].progress.push(started);
    let codes = refused(&plan.revise(draft.clone(), day(ON)).unwrap_err());
    assert_eq!(codes, [Code::ActionStartedBeforeAdoption]);
    assert!(lifted.revise(draft, day(ON)).is_ok());
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
        assert!(plan.apply(&batch(std::slice::from_ref(&step)), day(tomorrow)).is_ok());
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

/// The codes that a batch on the plan is refused with; none if it is taken.
fn codes_of(plan: &SafetyPlan, changes: &[Change], on: &str) -> Vec<Code> {
    plan.apply(changes, day(on)).err().map(|rejected| refused(&rejected)).unwrap_or_default()
}

#[test]
fn an_id_that_becomes_another_kind_hides_no_strategic_change() {
    let plan = plan(&base());
    let draft = plan.to_draft();
    let area = AreaDraft::new(nth(1), "Haven");
    let with_area = plan.apply(&[Change::add(plan.id(), draft.areas.len(), area)], day(ON)).unwrap().plan;
    let batch = [
        Change::remove(ElementReferenceDraft::new(Kind::Area, nth(1))),
        Change::add(plan.id(), 0, PrincipleDraft::new(nth(1), "Stil")),
    ];
    assert_eq!(codes_of(&with_area, &batch, ON), [Code::ChangeStrategicPart]);

    // Where it may be done, it is told as what it is.
    let mut document = base();
    undecided(&mut document);
    put(&mut document, "/areas/-", json!({"id": nth(1), "name": "Haven"}));
    let applied = self::plan(&document).apply(&batch, day(ON)).unwrap();
    let effects: Vec<_> = applied.effects.iter().map(|one| (one.effect, one.subject.kind)).collect();
    assert_eq!(effects, [(EffectKind::Removed, Kind::Area), (EffectKind::Added, Kind::Principle)]);
}

#[test]
fn only_an_amendment_of_what_was_adopted_and_is_now_changes_the_strategic_part() {
    let plan = plan(&base());
    let draft = amended(&plan);
    let digest = draft.check().plan.unwrap().digest().to_string();
    let revise = |date: &str, digest: Option<String>| {
        let mut draft = draft.clone();
        draft.decisions.push(DecisionDraft { date: date.into(), ..amending(&plan, "council", digest) });
        plan.revise(draft, day(ON)).err().map(|rejected| refused(&rejected)).unwrap_or_default()
    };
    assert_eq!(revise("2021-05-31", Some(digest.clone())), []);
    assert_eq!(revise("2021-05-31", None), []);
    assert_eq!(revise("2019-12-19", None), [], "on the day of the adoption");
    // Nothing was adopted yet that it could amend.
    assert_eq!(revise("2019-12-18", Some(digest)), [Code::ChangeStrategicPart]);
    // Recorded afterwards, and it decided on something else.
    assert_eq!(revise("2021-05-31", Some("0".repeat(64))), [Code::ChangeStrategicPart]);
}

#[test]
fn what_was_found_stays_with_the_evaluation_that_found_it() {
    let mut document = base();
    let mut second = document["evaluations"][0].clone();
    second["id"] = nth(1).into();
    second["findings"] =
        json!([{"id": nth(2), "text": "Meer overleg"}, {"id": nth(3), "text": "Minder papier"}]);
    put(&mut document, "/evaluations/-", second);
    let plan = plan(&document);
    let evaluation = |id: String| ElementReferenceDraft::new(Kind::Evaluation, id);
    let finding = |id: String| ElementReferenceDraft::new(Kind::EvaluationFinding, id);
    let first = plan.evaluations()[0].id().to_string();

    let moved = [Change::move_to(finding(nth(2)), evaluation(first.clone()), 0)];
    assert_eq!(codes_of(&plan, &moved, ON), [Code::ChangeFactAltered]);
    // Their order says nothing, and one more is a fact that is added; whether or not the evaluation is named too.
    let own = plan.to_draft().evaluations[1].clone();
    for also in [vec![], vec![Change::replace(own)]] {
        let order = [vec![Change::move_to(finding(nth(3)), evaluation(nth(1)), 0)], also.clone()].concat();
        assert_eq!(codes_of(&plan, &order, ON), []);
        let more = EvaluationFindingDraft::new(nth(4), "Nog iets");
        let more = [vec![Change::add(evaluation(nth(1)), 2, more)], also].concat();
        assert_eq!(codes_of(&plan, &more, ON), []);
        let before = codes_of(&plan, &more, "2021-03-01");
        assert!(before.contains(&Code::FactInFuture), "{before:?}");
    }
}

#[test]
fn an_action_that_was_taken_up_stays_in_its_execution_plan() {
    let mut document = base();
    put(&mut document, "/executionPlans/1/disclosure", "public");
    let plan = plan(&document);
    let [first, second] = [0, 1].map(|number: usize| &plan.execution_plans()[number]);
    let to = ElementReferenceDraft::new(Kind::ExecutionPlan, second.id());
    let action = |number: usize| ElementReferenceDraft::new(Kind::Action, first.actions()[number].id());
    assert!(first.actions()[0].registered_on().is_some() && first.actions()[1].registered_on().is_none());
    let altered = codes_of(&plan, &[Change::move_to(action(0), to.clone(), 0)], ON);
    assert_eq!(altered, [Code::ChangeFactAltered]);
    assert_eq!(codes_of(&plan, &[Change::move_to(action(1), to, 0)], ON), []);
}

#[test]
fn what_goes_with_its_new_holder_is_told() {
    let mut document = base();
    undecided(&mut document);
    let pillar = json!({"id": nth(1), "title": "Boven", "pillars": [{"id": nth(2), "title": "Onder"}]});
    put(&mut document, "/themes/0/pillars", json!([pillar]));
    put(&mut document, "/themes/-", json!({"id": nth(3), "title": "Tijdelijk"}));
    let plan = plan(&document);
    let [moved, gone] = [(Kind::Pillar, 1), (Kind::Theme, 3)]
        .map(|(kind, number)| ElementReferenceDraft::new(kind, nth(number)));
    let applied =
        plan.apply(&[Change::move_to(moved, gone.clone(), 0), Change::remove(gone)], day(ON)).unwrap();
    let removed: Vec<String> = applied.effects.iter().map(|one| one.subject.id.to_string()).collect();
    assert_eq!(removed, [nth(1), nth(2), nth(3)]);
    assert!(applied.effects.iter().all(|one| one.effect == EffectKind::Removed));
}

#[test]
fn an_id_is_spelt_in_one_way() {
    let plan = plan(&base());
    let mut action = plan.to_draft().execution_plans[0].actions[1].clone();
    let odd = |id: &str| format!("{{{}}}", id.to_uppercase());
    let execution = plan.execution_plans()[0].id().to_string();
    let mut added = action.clone();
    (added.id, added.code) = (nth(1), None);
    let parent = ElementReferenceDraft::new(Kind::ExecutionPlan, odd(&execution));
    assert_eq!(codes_of(&plan, &[Change::add(parent, 3, added)], ON), [Code::ChangeUnknownElement]);
    action.id = odd(&action.id);
    assert_eq!(codes_of(&plan, &[Change::replace(action)], ON), [Code::ChangeUnknownElement]);
}

/// One choice of everything that an edit of a local batch is made from.
type Choice = (u8, u8, Index, Index, Index);

/// Batches that only replace actions and add actions and decisions, with and without faults: each edit goes wrong in
/// its own way, refers to what the same batch adds, or spells, numbers or places something oddly.
struct LocalBatch<'a> {
    plan: &'a SafetyPlanDraft,
    changes: Vec<Change>,
    /// How many were added per list, the decisions first.
    added: Vec<usize>,
}

impl<'a> LocalBatch<'a> {
    fn of(plan: &'a SafetyPlanDraft, choices: &[Choice]) -> Vec<Change> {
        let mut batch = Self { plan, changes: Vec::new(), added: vec![0; plan.execution_plans.len() + 1] };
        for (number, choice) in choices.iter().enumerate() {
            match choice.0 % 4 {
                0 | 1 => batch.replace(choice),
                2 => batch.add_action(number, choice),
                _ => batch.add_decision(number, choice),
            }
        }
        batch.changes
    }

    fn actions(&self) -> Vec<&'a ActionDraft> {
        self.plan.execution_plans.iter().flat_map(|one| &one.actions).collect()
    }

    /// The id of an action of the plan, or of something that this batch may add.
    fn target(&self, index: Index) -> String {
        let actions = self.actions();
        match index.index(4 * actions.len() + 4).checked_sub(4 * actions.len()) {
            Some(added) => nth(added),
            None => index.get(&actions).id.clone(),
        }
    }

    fn level(how: u8) -> Option<Disclosure> {
        [None, Some(Disclosure::Public), Some(Disclosure::Internal), Some(Disclosure::Confidential)]
            [usize::from(how % 4)]
    }

    fn edit(&self, action: &mut ActionDraft, (_, how, _, other, third): &Choice) {
        let spread = how / 16;
        match how % 16 {
            0 => action.title = "Anders".into(),
            1 if spread % 4 == 0 => action.title = "\n".into(),
            1 => action.description = Some("Zes controles".into()),
            2 => action.depends_on = vec![self.target(*other), self.target(*third)],
            3 => action.continues = vec![self.target(*other)],
            4 if spread % 4 == 0 => action.areas = vec![self.plan.id.clone(), self.target(*other)],
            4 => action.areas = self.plan.areas.iter().map(|area| area.id.clone()).collect(),
            5 => action.continuous = !action.continuous,
            6 => action.disclosure = Self::level(spread),
            7 => {
                for role in [Role::Lead, Role::Involved] {
                    if !self.plan.partners.is_empty() {
                        let partner = &other.get(&self.plan.partners).id;
                        let mut one = ResponsibilityDraft::new(partner.clone(), role);
                        one.disclosure = Self::level(spread);
                        action.responsibilities.push(one);
                    }
                }
            }
            8 => {
                for status in [Status::Started, Status::Done] {
                    let mut report = ProgressDraft::new(["2021-01-01", ON][usize::from(spread % 2)]);
                    (report.status, report.disclosure) = (Some(status), Self::level(spread / 2));
                    action.progress.push(report);
                    if spread % 3 == 0 {
                        break;
                    }
                }
            }
            9 if spread % 4 != 0 => {
                action.serves = self
                    .plan
                    .objectives
                    .iter()
                    .take(1)
                    .map(|one| ServedDraft::new(ServedKind::Objective, one.id.clone()))
                    .collect();
            }
            9 => action.serves = vec![ServedDraft::new(ServedKind::Objective, self.target(*other))],
            10 => action.code.clone_from(&other.get(&self.actions()).code),
            11 => {
                let mut origin = OriginDraft::new(OriginKind::Decision);
                origin.id = Some(self.target(*other));
                action.origin = Some(origin);
            }
            12 => {
                let mut amount = AmountDraft::new(Certainty::Unknown);
                amount.cents = Some(5).filter(|_| spread % 2 == 0);
                action.cost = Some(CostDraft::new(amount));
            }
            13 if spread % 4 == 0 => action.progress.push(ProgressDraft::new("2021-02-30")),
            13 => action.period = None,
            14 => {
                action.registered_on = Some(["2021-01-01", "2022-01-01", ON][usize::from(spread % 3)].into());
            }
            _ => action.powers = vec!["gemw-172a".into()],
        }
    }

    fn replace(&mut self, choice: &Choice) {
        let actions = self.actions();
        if !actions.is_empty() {
            let mut action = (*choice.2.get(&actions)).clone();
            self.edit(&mut action, choice);
            if choice.0.is_multiple_of(64) {
                action.id = action.id.to_uppercase();
            }
            self.changes.push(Change::replace(action));
        }
    }

    fn add_action(&mut self, number: usize, choice: &Choice) {
        let (actions, executions) = (self.actions(), self.plan.execution_plans.len());
        if actions.is_empty() {
            return;
        }
        let execution = choice.3.index(executions);
        let mut action = (*choice.2.get(&actions)).clone();
        action.progress.clear();
        action.registered_on = None;
        action.id = nth(number);
        // Now and then the code, the id, the place or the holder is one that can't be.
        let odd = choice.0 / 4;
        action.code = match odd % 16 {
            0 => action.code,
            1 => Some("N".into()),
            _ => Some(format!("N{number}")),
        };
        match odd % 32 {
            2 => action.id = self.target(choice.4),
            3 => action.id.clone_from(&self.plan.id),
            4 => action.id = "00000000-0000-0000-0000-000000000000".into(),
            _ => {}
        }
        self.edit(&mut action, choice);
        let holder = &self.plan.execution_plans[execution];
        let holder_id = if odd % 32 == 5 { format!("urn:uuid:{}", holder.id) } else { holder.id.clone() };
        let parent = ElementReferenceDraft::new(Kind::ExecutionPlan, holder_id);
        let at = holder.actions.len() + self.added[execution + 1] + usize::from(odd % 32 == 6);
        self.added[execution + 1] += 1;
        self.changes.push(Change::add(parent, at, action));
    }

    fn add_decision(&mut self, number: usize, (odd, how, first, second, third): &Choice) {
        let plan = self.plan;
        let objects: [(ObjectKind, Option<String>, &[Act]); 7] = [
            (ObjectKind::Plan, Some(plan.id.clone()), &[Act::Adopt, Act::Amend, Act::Extend, Act::Reject]),
            (
                ObjectKind::ExecutionPlan,
                plan.execution_plans.first().map(|one| one.id.clone()),
                &[Act::Adopt, Act::Withdraw, Act::Extend, Act::Consult, Act::Inform],
            ),
            (ObjectKind::Action, Some(self.target(*third)), &[Act::Instruct, Act::Close]),
            (
                ObjectKind::Proposal,
                plan.proposals.first().map(|one| one.id.clone()),
                &[Act::Accept, Act::Reject, Act::Withdraw],
            ),
            (ObjectKind::AcuteIssue, plan.acute_issues.first().map(|one| one.id.clone()), &[Act::Inform]),
            (ObjectKind::Evaluation, plan.evaluations.first().map(|one| one.id.clone()), &[Act::TakeNote]),
            (ObjectKind::Priority, plan.priorities.first().map(|one| one.id.clone()), &[Act::Instruct]),
        ];
        let clause = |act: &Index, object: &Index| {
            let (kind, id, acts) = object.get(&objects);
            let act = if odd % 16 == 7 { act.get(Act::ALL) } else { act.get(acts) };
            let id = id.clone().unwrap_or_else(|| plan.id.clone());
            let kind = if id == plan.id { ObjectKind::Plan } else { *kind };
            let mut clause = ClauseDraft::new(*act, DecisionObjectDraft::new(kind, id));
            clause.until = Some(["2021-06-30", "2024-01-01"][usize::from(how % 2)].into())
                .filter(|_| clause.act == Act::Extend);
            clause.text = Some("Zoek uit".into()).filter(|_| clause.act == Act::Instruct);
            clause.digest = Some("0".repeat(64)).filter(|_| how % 16 == 9);
            clause
        };
        let mut clauses = vec![clause(first, second)];
        if how % 4 == 0 {
            clauses.push(clause(second, first));
        }
        let date = ["2020-06-01", "2021-05-01", "2021-05-02", "2021-05-01", ON, ON, ON, "2021-06-02"]
            [usize::from(odd / 4 % 8)];
        let organ = [Organ::Council, Organ::College, Organ::Other][usize::from(how / 4 % 3)];
        let mut decision = DecisionDraft::new(nth(number), organ, date, clauses);
        decision.disclosure = Self::level(how / 16);
        decision.code = Some("D".into()).filter(|_| odd % 7 == 0);
        decision.organ_name = Some("Bestuur".into()).filter(|_| (organ == Organ::Other) != (odd % 32 == 15));
        decision.municipality = match odd / 8 % 16 {
            0..5 => plan.municipalities.first().map(|one| one.code.clone()),
            5 => Some("GM9999".into()),
            _ => None,
        };
        let at = self.plan.decisions.len() + self.added[0] + usize::from(odd % 32 == 31);
        self.added[0] += 1;
        self.changes.push(Change::add(ElementReferenceDraft::new(Kind::Plan, &*self.plan.id), at, decision));
    }
}

/// Plans of several shapes and profiles, some with secrets.
fn many_plans() -> impl Strategy<Value = SafetyPlan> {
    let generated = plans(PlanShape::default().with_execution_plans(1..=2).with_actions(1..=4));
    // Who may see a decision on an action follows from who may see the action.
    let mut strict = base();
    for (number, level) in ["public", "internal", "internal", "internal"].into_iter().enumerate() {
        let action = [
            "/executionPlans/0/actions/0",
            PLAIN,
            "/executionPlans/0/actions/2",
            "/executionPlans/1/actions/0",
        ];
        let clause =
            json!({"act": "instruct", "object": object("action", action[number]), "text": "Zoek uit"});
        let decision = json!({"id": nth(80 + number), "organ": "council", "date": "2020-06-01", "clauses": [clause],
            "disclosure": level});
        put(&mut strict, "/decisions/-", decision);
    }
    let full = self::plan(&strict);
    put(
        &mut strict,
        "/profile/levels",
        json!([{"rule": 96, "level": "error"}, {"rule": 17, "level": "error"}]),
    );
    let whole = prop::sample::select(vec![full, self::plan(&strict)]);
    let secrets = (generated, any::<[u8; 8]>()).prop_map(|(plan, levels)| {
        let mut draft = plan.to_draft();
        let mut levels = levels.into_iter().cycle().map(LocalBatch::level);
        draft.partners.iter_mut().for_each(|one| one.disclosure = levels.next().unwrap());
        draft.execution_plans.iter_mut().for_each(|one| one.disclosure = levels.next().unwrap());
        let actions = draft.execution_plans.iter_mut().flat_map(|one| &mut one.actions);
        actions.for_each(|one| one.disclosure = levels.next().unwrap());
        SafetyPlan::try_from(draft).unwrap_or(plan)
    });
    prop_oneof![whole, secrets]
}

/// With more faults than are kept, only values are looked at.
#[test]
fn a_local_check_counts_what_a_whole_one_counts() {
    let plan = plan(&base());
    let mut action = plan.to_draft().execution_plans[0].actions[1].clone();
    action.title = "\n".into();
    action.areas = vec![nth(1)];
    action.powers = vec!["?".into(); 10_000];
    let mut changes = vec![Change::replace(action)];
    let local = plan.apply(&changes, day(ON)).unwrap_err();
    changes.push(Change::set_plan(plan.to_draft()));
    assert_eq!(local.errors(), plan.apply(&changes, day(ON)).unwrap_err().errors());
    assert_eq!(local.errors().total(), 10_001);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// The same batch with a change more that changes nothing is checked as a whole.
    #[test]
    fn a_local_check_finds_what_a_whole_one_finds(
        plan in many_plans(),
        choices in prop::collection::vec(any::<Choice>(), 1..5),
    ) {
        let draft = plan.to_draft();
        let mut changes = LocalBatch::of(&draft, &choices);
        let local = plan.apply(&changes, day(ON));
        changes.push(Change::set_plan(draft));
        let whole = plan.apply(&changes, day(ON));
        let made = patch(&plan.to_draft(), &changes).and_then(|made| {
            made.check().into_result().map_err(PlanRejected::into_errors)
        });
        match (local, whole) {
            (Ok(local), Ok(whole)) => {
                prop_assert_eq!(&local.plan, &whole.plan);
                prop_assert_eq!(local.effects, whole.effects);
                // What is looked up goes through the index, which is made anew or shared.
                let again = made.unwrap();
                let places = |plan: &SafetyPlan| -> Vec<_> {
                    let ids = plan.elements().map(|one| (one.kind(), one.id(), plan.place_of(one.id())));
                    ids.collect()
                };
                prop_assert_eq!(places(&local.plan), places(&again));
                prop_assert_eq!(local.plan.advice(day(ON)), again.advice(day(ON)));
            }
            (Err(local), Err(whole)) => {
                prop_assert_eq!(local.errors(), whole.errors());
                prop_assert_eq!(local.into_draft(), whole.clone().into_draft());
                // Either what comes out is at fault, or it holds together and may not be made.
                if let Err(found) = made {
                    prop_assert_eq!(whole.errors(), &found);
                }
            }
            (Err(local), Ok(_)) => prop_assert!(false, "only the local check refuses: {:#}", local),
            (Ok(_), Err(whole)) => prop_assert!(false, "only the whole check refuses: {:#}", whole),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

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
