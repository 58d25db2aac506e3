//! What reading, checking, changing and tracing a plan cost: `cargo bench`.
//!
//! The plan is the Vlaardingen demonstration with its actions repeated under new ids until it has the asked number, so
//! the mix of links, texts and reports is that of a real plan. Figures stand in `benches/README.md`.

#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a bench without its plan says nothing")]

use std::hint::black_box;
use std::time::Instant;

use veiligheidsplan::change::{Change, difference};
use veiligheidsplan::draft::{
    ActionDraft, ClauseDraft, DecisionDraft, DecisionObjectDraft, ProgressDraft, SafetyPlanDraft,
};
use veiligheidsplan::entity::{Act, Disclosure, ObjectKind, Organ, Status};
use veiligheidsplan::id::ActionId;
use veiligheidsplan::trace::Trace;
use veiligheidsplan::{Date, ElementId, SafetyPlan};

fn draft(actions: usize) -> SafetyPlanDraft {
    let text = include_str!("../data/vlaardingen-2020-2023.demo.plan.json");
    let plan = SafetyPlan::from_json(text).expect("the demonstration is a plan");
    let mut draft = plan.to_draft();
    let mut number = draft.execution_plans.iter().map(|execution| execution.actions.len()).sum::<usize>();
    let originals: Vec<Vec<ActionDraft>> =
        draft.execution_plans.iter().map(|execution| execution.actions.clone()).collect();
    while number < actions {
        for (execution, originals) in draft.execution_plans.iter_mut().zip(&originals) {
            for original in originals.iter().take(actions - number) {
                let mut copy = original.clone();
                copy.id = ActionId::derive(plan.id(), &format!("copy-{number}")).into();
                copy.code = None;
                execution.actions.push(copy);
                number += 1;
            }
        }
    }
    draft
}

/// The median of some runs, in nanoseconds per action.
fn measure<T>(name: &str, actions: usize, runs: usize, run: impl Fn() -> T) {
    println!("{actions:>7} actions  {name:<28} {:>8} ns per action", median(runs, run) / actions as u128);
}

/// The median of some runs, in nanoseconds.
fn median<T>(runs: usize, run: impl Fn() -> T) -> u128 {
    let mut times: Vec<u128> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            black_box(run());
            start.elapsed().as_nanos()
        })
        .collect();
    times.sort_unstable();
    times[runs / 2]
}

/// What a change costs as a whole: how much of it grows with the plan?
fn changes(plan: &SafetyPlan, actions: usize, runs: usize) {
    let on: Date = "2021-12-31".parse().expect("a day");
    let old = plan.to_draft();
    let mut action = old.execution_plans[0].actions[7].clone();
    action.progress.push(ProgressDraft { status: Some(Status::Done), ..ProgressDraft::new("2021-12-01") });
    let mut revised = old.clone();
    revised.execution_plans[0].actions[7] = action.clone();
    let report = [Change::replace(action)];
    let object = DecisionObjectDraft::new(ObjectKind::ExecutionPlan, old.execution_plans[1].id.clone());
    let decision = DecisionDraft::coded(
        plan.id(),
        "D-bench",
        Organ::College,
        "2021-12-01",
        [ClauseDraft::new(Act::Amend, object)],
    );
    let decided = [Change::add(ElementId::from(plan.id()), old.decisions.len(), decision)];
    let mut topic = old.topics[0].clone();
    topic.description = Some("Anders".into());
    let topic = [Change::replace(topic)];
    let new = plan.apply(&report, on).expect("a report is a fact").plan;
    // One report on one action: checked where it is made.
    whole("apply a report on an action", actions, runs, || plan.apply(&report, on));
    // One more decision: the index is made anew.
    whole("apply a decision", actions, runs, || plan.apply(&decided, on));
    // Any other change: the plan is checked as a whole.
    whole("apply another topic", actions, runs, || plan.apply(&topic, on));
    whole("revise by a draft", actions, runs, || plan.revise(revised.clone(), on));
    whole("difference of two versions", actions, runs, || difference(plan, &new));
}

/// The median of some runs, in microseconds.
fn whole<T>(name: &str, actions: usize, runs: usize, run: impl Fn() -> T) {
    println!("{actions:>7} actions  {name:<28} {:>8} us in all", median(runs, run) / 1_000);
}

fn main() {
    for actions in [500, 20_000] {
        let runs = if actions > 1_000 { 7 } else { 51 };
        let draft = draft(actions);
        let text = serde_json::to_string(&draft).expect("a draft is JSON");
        let plan = SafetyPlan::from_json(&text).expect("copies keep the plan valid");
        let day: Date = "2021-09-01".parse().expect("a day");
        let trace = Trace::of(&plan, day);
        println!("{actions:>7} actions  {:>8} bytes of JSON per action", text.len() / actions);
        // How fast is a plan there, from text, and what of that is shape alone?
        measure("text to plan, checked", actions, runs, || SafetyPlan::from_json(&text));
        measure("text to draft", actions, runs, || serde_json::from_str::<SafetyPlanDraft>(&text));
        measure("text to serde_json::Value", actions, runs, || {
            serde_json::from_str::<serde_json::Value>(&text)
        });
        // What does the checker cost on its own?
        measure("draft to plan, checked", actions, runs, || draft.check());
        measure("advice", actions, runs, || plan.advice(day));
        measure("plan to text", actions, runs, || plan.to_json_line());
        // How fast is every state there, and what is shown at a level?
        measure("states of all actions", actions, runs, || plan.as_of(day).actions().count());
        measure("disclosed to the public", actions, runs, || plan.disclosed(Disclosure::Public));
        changes(&plan, actions, runs);
        // What do the links cost, and following one action up?
        measure("links of the plan", actions, runs, || Trace::of(&plan, day));
        let up = |id| trace.up(id).map(Iterator::count);
        measure("every action up", actions, runs, || {
            let actions = plan.execution_plans().iter().flat_map(|execution| execution.actions());
            actions.filter_map(|action| up(action.id()).ok()).sum::<usize>()
        });
    }
}
