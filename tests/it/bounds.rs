//! What questions may touch: bounds as counters, so that an accidental scan of everything fails here and not in a bench.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::ops::ControlFlow;

use veiligheidsplan::change::Change;
use veiligheidsplan::draft::ProgressDraft;
use veiligheidsplan::entity::Status;
use veiligheidsplan::sample::Sample;
use veiligheidsplan::trace::{AddError, Filter, Ingest, IngestError, Trace};
use veiligheidsplan::{PlanSet, SafetyPlan};

fn plans(count: usize) -> Vec<SafetyPlan> {
    Sample::new(5, count * 40).with_actions_per_plan(40).plans().collect()
}

fn trace(plans: &[SafetyPlan]) -> Trace {
    Ingest::new(Sample::new(5, 0).day()).plans(plans).unwrap()
}

/// Words and rows that a filter touches, and whether it stayed within some plans.
fn touched(trace: &Trace, filter: &str) -> (u64, u64, bool) {
    let filter: Filter = filter.parse().unwrap();
    let explained = trace.query(&filter).unwrap().explain();
    (explained.words, explained.rows, explained.within_plans)
}

#[test]
fn a_question_within_a_plan_touches_the_plan_however_many_there_are() {
    let all = plans(60);
    let (few, many) = (trace(&all[..20]), trace(&all));
    let plan = &all[7];
    let blocks = plan.execution_plans().len() as u64;
    let of = |text: &str| text.replace("PLAN", &plan.id().to_string());
    let facets =
        "plan:PLAN and lead:\"Politie\" and status:running,done and approach:prevention and year:2021";
    for trace in [&few, &many] {
        let (words, rows, within) = touched(trace, &of(facets));
        assert!(within && rows == 0, "{rows} rows");
        assert!(words <= 7 * blocks, "{words} words of {blocks} blocks");
        let (_, rows, within) = touched(trace, &of("plan:PLAN and title:\"de\""));
        assert!(within && rows <= 40, "{rows} rows: only the actions of the plan");
    }
    assert_eq!(touched(&few, &of(facets)), touched(&many, &of(facets)));
}

#[test]
fn what_only_one_plan_has_leads_to_that_plan() {
    let all = plans(60);
    let trace = trace(&all);
    let local = all[7]
        .partners()
        .iter()
        .map(|one| one.id())
        .find(|id| !all[8].partners().iter().any(|other| other.id() == *id));
    let (words, rows, within) = touched(&trace, &format!("partner:{}", local.unwrap()));
    assert!(within && rows == 0 && words <= 8 * 4, "{words} words");
    let priority = all[7].priorities().first().unwrap().id();
    let (words, rows, within) = touched(&trace, &format!("serves:{priority} and gap:noLead"));
    assert!(within && rows == 0 && words <= 2 * 4, "{words} words");
    let action = all[7].execution_plans()[0].actions()[0].id();
    assert_eq!(touched(&trace, &format!("action:{action}")).1, 1, "the action itself");
}

#[test]
fn a_question_over_everything_reads_one_word_a_block_for_each_condition() {
    let all = plans(60);
    let trace = trace(&all);
    let (conditions, chunks) = (5, 4);
    let shared = "lead:\"Politie\" and status:running,done and approach:prevention and disclosure:internal";
    let (words, rows, within) = touched(&trace, shared);
    assert!(!within && rows == 0, "{rows} rows");
    assert!(words <= conditions * chunks * 256, "{words} words");
    // Of four years, one is looked at.
    let (words, rows, _) = touched(&trace, &format!("{shared} and year:2021"));
    assert!(rows == 0 && words <= conditions * 256, "{words} words");
    // What is asked of each action is asked of those that are left.
    let (_, rows, _) = touched(&trace, &format!("{shared} and title:\"de\""));
    assert_eq!(rows, trace.count(&shared.parse().unwrap()).unwrap());
}

#[test]
fn a_thread_walks_the_links_above_and_a_step_writes_one_action() {
    let all = plans(20);
    let mut trace = trace(&all);
    for action in all[3].execution_plans().iter().flat_map(|execution| execution.actions()) {
        let mut threads = trace.up(action.id()).unwrap();
        let longest = threads.by_ref().map(|thread| thread.steps.len() as u64).max().unwrap();
        let paths = trace.up(action.id()).unwrap().total();
        assert!(threads.links_walked() <= longest * paths, "no link is walked that no thread takes");
    }
    let on = "2023-11-01".parse().unwrap();
    let mut action = all[3].to_draft().execution_plans.last().unwrap().actions.first().unwrap().clone();
    action.progress.push(ProgressDraft { status: Some(Status::Started), ..ProgressDraft::new("2023-10-30") });
    let step = all[3].apply(&[Change::replace(action)], on).unwrap();
    let taken = trace.apply(&step).unwrap();
    assert_eq!((taken.actions, taken.anew), (1, false));
}

#[test]
fn ingest_is_watched_stopped_and_the_same_on_any_number_of_threads() {
    let all = plans(12);
    let text = PlanSet::new(all.clone()).unwrap().to_ndjson();
    let day = Sample::new(5, 0).day();
    let one = Ingest::new(day).ndjson(&text).unwrap();
    let groups = |trace: &Trace| trace.all().group_by(veiligheidsplan::trace::Grouping::Plan);
    for threads in 1..4 {
        let mut seen = Vec::new();
        let many = Ingest::new(day)
            .with_threads(threads.try_into().unwrap())
            .watch(|progress| {
                seen.push((progress.plans, progress.of, progress.actions));
                ControlFlow::Continue(())
            })
            .ndjson(&text)
            .unwrap();
        assert_eq!(seen, (1..=12).map(|plan| (plan, 12, plan as u64 * 40)).collect::<Vec<_>>());
        assert_eq!(many.all().sorted(), one.all().sorted());
        assert_eq!(groups(&many), groups(&one));
        many.audit().unwrap();
        let stopped = Ingest::new(day).with_threads(threads.try_into().unwrap()).watch(|progress| {
            if progress.plans < 5 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        });
        let stopped = stopped.plans(&all).unwrap_err();
        assert!(matches!(stopped, IngestError::Stopped(at) if at.plans == 5), "{stopped}");
        // A blank line, then a fault, then a plan twice: the first by line is told.
        let lines: Vec<&str> = text.lines().collect();
        let broken = format!("{}\n\n{{}}\n{}\n", lines[0], lines[0]);
        let refused = Ingest::new(day).with_threads(threads.try_into().unwrap()).ndjson(&broken).unwrap_err();
        assert!(matches!(refused, IngestError::Rejected { line: 3, .. }), "{refused}");
        let twice = format!("{}\n\n{}\n", lines[0], lines[0]);
        let refused = Ingest::new(day).with_threads(threads.try_into().unwrap()).ndjson(&twice).unwrap_err();
        let error = AddError::PlanRepeated(all[0].id());
        assert_eq!(refused, IngestError::Add { number: 3, error });
    }
}
