//! What may not be done to a plan: alter a fact, or the strategic part of an adopted plan without its decision.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use serde_json::{Value, json};
use veiligheidsplan::change::{Change, EffectKind};
use veiligheidsplan::draft::{
    AreaDraft, CorrectionDraft, DecisionDraft, ElementReferenceDraft, EvaluationFindingDraft, PrincipleDraft,
    ProgressDraft, SafetyPlanDraft,
};
use veiligheidsplan::entity::Disclosure;
use veiligheidsplan::{Code, Kind, PlanId, PlanRejected, SafetyPlan};

use crate::apply::{
    ON, PLAIN, action, base, batch, day, decision, nth, object, plan, refused, started, undecided,
};
use crate::support::{DEMO, cut, id, put};

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
fn a_fact_that_stands_twice_stays_twice() {
    let mut draft = plan(&base()).to_draft();
    let report = draft.execution_plans[0].actions[0].progress[0].clone();
    draft.execution_plans[0].actions[0].progress.push(report);
    let twice = SafetyPlan::try_from(draft.clone()).unwrap();
    draft.execution_plans[0].actions[0].progress.pop();
    let refused = twice.revise(draft, day(ON)).unwrap_err();
    let found: Vec<Code> = refused.errors().iter().map(|one| one.code).collect();
    assert_eq!(found, [Code::ChangeFactAltered]);
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
    let undecided = crate::apply::plan(&document);
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
    let plan = crate::apply::plan(&document);
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
    let applied = crate::apply::plan(&document).apply(&batch, day(ON)).unwrap();
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
    // What amended it before amends it no more.
    let mut again = draft.clone();
    again.decisions.push(amending(&plan, "council", None));
    let once = plan.revise(again.clone(), day(ON)).unwrap().plan;
    again.objectives[0].text = "De stad is nog veiliger.".into();
    assert_eq!(refused(&once.revise(again, day(ON)).unwrap_err()), [Code::ChangeStrategicPart]);
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

/// A proposal that was decided on while its submission wasn't on record.
fn unsubmitted() -> SafetyPlan {
    let mut document = base();
    cut(&mut document, "/proposals/0/submittedOn");
    plan(&document)
}

/// Facts are only added: also the day on which a proposal was submitted.
#[test]
fn the_submission_of_a_proposal_is_recorded_after_it_was_decided_on() {
    let plan = unsubmitted();
    let mut proposal = plan.to_draft().proposals[0].clone();
    proposal.submitted_on = Some("2020-05-12".into());
    assert_eq!(codes_of(&plan, &[Change::replace(proposal.clone())], ON), []);
    proposal.amount = None;
    assert_eq!(codes_of(&plan, &[Change::replace(proposal)], ON), [Code::ChangeFactAltered]);
}

/// What may be done in two batches may be done in one.
#[test]
fn an_earlier_decision_on_a_proposal_is_recorded_afterwards_whatever_else_is_said_of_it() {
    let plan = unsubmitted();
    let object = object("proposal", "/proposals/0");
    let clauses = serde_json::json!([{"act": "withdraw", "object": object}]);
    let mut changes = batch(&[decision(&plan, 0, "council", "2020-04-01", &clauses)]);
    assert_eq!(codes_of(&plan, &changes, ON), []);
    let mut proposal = plan.to_draft().proposals[0].clone();
    proposal.title = "Anders".into();
    changes.push(Change::replace(proposal));
    assert_eq!(codes_of(&plan, &changes, ON), []);
}

/// The submission and the amount of a proposal are two facts that one edit loses: it is told once.
#[test]
fn a_proposal_that_is_no_longer_submitted_is_told_once() {
    let mut document = base();
    cut(&mut document, "/decisions/4");
    let plan = plan(&document);
    let mut proposal = plan.to_draft().proposals[0].clone();
    proposal.submitted_on = None;
    assert_eq!(codes_of(&plan, &[Change::replace(proposal.clone())], ON), [Code::ChangeFactAltered]);
    proposal.submitted_on = Some("2021-07-01".into());
    let expected = [Code::ChangeFactAltered, Code::FactInFuture];
    assert_eq!(codes_of(&plan, &[Change::replace(proposal)], ON), expected);
}

#[test]
fn what_stays_where_it_is_in_its_list_has_not_moved_with_what_holds_it() {
    let plan = plan(&base());
    let [first, second] = [0, 1].map(|number: usize| plan.execution_plans()[number].id());
    let unchanged = plan.to_draft().execution_plans[0].actions[1].clone();
    let second_first = Change::move_to(ElementReferenceDraft::new(Kind::ExecutionPlan, second), plan.id(), 0);
    let applied = plan.apply(&[second_first, Change::replace(unchanged)], day(ON)).unwrap();
    let effects: Vec<_> = applied.effects.iter().map(|one| (one.effect, one.subject.id)).collect();
    assert_eq!(effects, [(EffectKind::Moved, second.into_uuid())]);
    assert_eq!(applied.plan.execution_plans()[1].id(), first);
}
