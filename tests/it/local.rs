//! Batches that are checked where they touch the plan: the same comes out as of a check of the whole.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::json;
use veiligheidsplan::change::{Change, difference, patch};
use veiligheidsplan::draft::{
    ActionDraft, AmountDraft, ClauseDraft, CostDraft, DecisionDraft, DecisionObjectDraft, EffortDraft,
    ElementReferenceDraft, OriginDraft, PeriodDraft, ProgressDraft, ResponsibilityDraft, SafetyPlanDraft,
    ServedDraft,
};
use veiligheidsplan::entity::{
    Act, Approach, Certainty, Disclosure, ObjectKind, Organ, OriginKind, Role, ServedKind, Status,
};
use veiligheidsplan::strategies::{PlanShape, plans};
use veiligheidsplan::{Kind, PlanRejected, PlanSet, SafetyPlan};

use crate::apply::{ON, PLAIN, base, day, nth, object, plan};
use crate::support::{codes, put};

/// One choice of everything that an edit of a local batch is made from.
pub(crate) type Choice = (u8, u8, Index, Index, Index);

/// Batches that only replace actions and add actions and decisions, with and without faults: each edit goes wrong in
/// its own way, refers to what the same batch adds, or spells, numbers or places something oddly.
pub(crate) struct LocalBatch<'a> {
    plan: &'a SafetyPlanDraft,
    changes: Vec<Change>,
    /// How many were added per list, the decisions first.
    added: Vec<usize>,
}

impl<'a> LocalBatch<'a> {
    pub(crate) fn of(plan: &'a SafetyPlanDraft, choices: &[Choice]) -> Vec<Change> {
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
        let spread = how / 20;
        match how % 20 {
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
            15 => action.powers = vec!["gemw-172a".into()],
            16 => {
                action.item = match spread % 3 {
                    0 => None,
                    1 => Some("Een nieuw actiepunt".into()),
                    _ => other.get(&self.actions()).item.clone(),
                };
            }
            17 => {
                let (start, end) = [
                    ("2020-03-01", "2020-04-30"),
                    ("2021-01-01", "2021-12-31"),
                    ("2022-02-01", "2021-12-31"),
                ][usize::from(spread % 3)];
                action.period = Some(PeriodDraft::new(start, end));
            }
            18 => {
                let from = usize::from(spread % 2);
                action.indicators =
                    self.plan.indicators.iter().skip(from).map(|one| one.id.clone()).collect();
            }
            _ => {
                action.approach = vec![*other.get(Approach::ALL)];
                action.effort = vec![EffortDraft { hours: Some(spread.to_string()), ..EffortDraft::new() }];
            }
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
pub(crate) fn many_plans() -> impl Strategy<Value = SafetyPlan> {
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
    let full = plan(&strict);
    put(
        &mut strict,
        "/profile/levels",
        json!([{"rule": 96, "level": "error"}, {"rule": 17, "level": "error"}]),
    );
    let whole = prop::sample::select(vec![full, plan(&strict)]);
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

/// With more faults than are kept, the same are kept, in whatever order the batch names the actions.
#[test]
fn a_local_check_keeps_what_a_whole_one_keeps() {
    let plan = plan(&base());
    let faulty = |number: usize| {
        let mut action = plan.to_draft().execution_plans[0].actions[number].clone();
        action.powers = vec!["?".into(); 6_000];
        Change::replace(action)
    };
    let mut changes = vec![faulty(1), faulty(0)];
    let local = plan.apply(&changes, day(ON)).unwrap_err();
    changes.push(Change::set_plan(plan.to_draft()));
    let whole = plan.apply(&changes, day(ON)).unwrap_err();
    assert_eq!(local.errors().total(), whole.errors().total());
    assert!(local.errors() == whole.errors(), "other findings are kept");
}

/// What a set refuses is what its plan refuses, also what is only counted.
#[test]
fn a_set_counts_what_its_plan_counts() {
    let plan = plan(&base());
    let mut action = plan.to_draft().execution_plans[0].actions[1].clone();
    action.powers = vec!["?".into(); 10_005];
    let changes = [Change::replace(action)];
    let own = plan.apply(&changes, day(ON)).unwrap_err();
    let set = PlanSet::new([plan.clone()]).unwrap();
    let refused = set.apply(&[(plan.id(), changes.to_vec())], day(ON)).unwrap_err();
    assert_eq!((own.errors().total(), refused.errors().total()), (10_005, 10_005));
}

/// An id that a reference takes for something of another plan can't become that of a decision here.
#[test]
fn what_comes_is_held_against_what_already_names_it() {
    let mut document = base();
    put(&mut document, "/executionPlans/0/actions/0/continues", json!([nth(7)]));
    let plan = plan(&document);
    let written = serde_json::to_value(&plan).unwrap();
    for at in [
        "/predecessors/0/plan",
        "/relations/0/plan",
        "/objectives/0/continues/0",
        "/indicators/0/continues/0",
        "/priorities/0/continues/0/id",
        "/themes/0/continues/0/id",
        "/executionPlans/0/actions/0/continues/0",
    ] {
        let id = written.pointer(at).unwrap().as_str().unwrap();
        let clause = ClauseDraft::new(Act::Inform, DecisionObjectDraft::new(ObjectKind::Plan, plan.id()));
        let decision = DecisionDraft::new(id, Organ::College, ON, vec![clause]);
        let changes = [Change::add(plan.id(), plan.decisions().len(), decision)];
        let refused = plan.apply(&changes, day(ON)).unwrap_err();
        assert_eq!(codes(refused.errors()), [("reference/wrong-kind", at.to_owned())]);
    }
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
