//! What the index takes to build and to ask, by the number of actions: `cargo bench --bench trace [-- --ten-million]`.
//!
//! The questions are those of `benches/peers`, in the crate's own words, over plans of the load generator. Plans are made,
//! put in and dropped one by one.

#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a bench without its plans says nothing")]
#![expect(clippy::cast_precision_loss, reason = "times are told in a few digits")]

use std::hint::black_box;
use std::sync::RwLock;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use veiligheidsplan::change::{Applied, Change};
use veiligheidsplan::draft::ProgressDraft;
use veiligheidsplan::entity::{Approach, Role, Status};
use veiligheidsplan::id::{ActionId, PartnerId, PlanId, PriorityId};
use veiligheidsplan::lifecycle::ActionState;
use veiligheidsplan::sample::Sample;
use veiligheidsplan::trace::{Facet, Filter, Ingest, Mark, Trace};
use veiligheidsplan::{ElementId, SafetyPlan};

/// How many of each kind are asked about, where there are as many.
const MANY: usize = 256;
/// How many actions are read from text, checked, and changed.
const READ: usize = 50_000;
const CHANGED: usize = 512;

/// One column of the table.
#[derive(Default)]
struct Column(Vec<(&'static str, &'static str, f64)>);

impl Column {
    fn put(&mut self, name: &'static str, unit: &'static str, value: f64) {
        self.0.push((name, unit, value));
    }

    /// A question about each of some things, asked until the clock doesn't count; nanoseconds for one.
    fn each<T, A>(&mut self, name: &'static str, about: &[T], mut ask: impl FnMut(&T) -> A) {
        let mut pass = || {
            let start = Instant::now();
            for one in about {
                black_box(ask(one));
            }
            start.elapsed()
        };
        let passes = (Duration::from_millis(4).as_nanos() / pass().as_nanos().max(20)).clamp(1, 10_000);
        let run = |_| (0..passes).map(|_| pass()).sum::<Duration>();
        let times = (0..5).map(run).map(|time| nanos(time) / passes as f64 / about.len().max(1) as f64);
        self.put(name, "ns", median(times.collect()));
    }
}

fn nanos(time: Duration) -> f64 {
    time.as_nanos() as f64
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// Some of a list, spread over it in no order.
fn spread<T: Copy>(list: &[T], count: usize) -> Vec<T> {
    let at = |number: usize| number.wrapping_mul(0x9e37_79b9_7f4a_7c15) % list.len();
    (0..count.min(list.len())).map(|number| list[at(number)]).collect()
}

/// What is asked about.
#[derive(Default)]
struct Asked {
    actions: Vec<ActionId>,
    priorities: Vec<PriorityId>,
    shared: Vec<PartnerId>,
    local: Vec<PartnerId>,
    plans: Vec<PlanId>,
    /// In a plan, and over all of them.
    inside: Vec<Filter>,
    everywhere: Vec<Filter>,
}

impl Asked {
    fn add(&mut self, plan: &SafetyPlan, step: usize) {
        let executions = plan.execution_plans().iter();
        let actions = || executions.clone().flat_map(|execution| execution.actions());
        self.actions.extend(actions().map(|action| action.id()).step_by(step));
        self.priorities.extend(plan.priorities().iter().map(|priority| priority.id()));
        self.shared = plan.partners().iter().take(5).map(|partner| partner.id()).collect();
        self.local.extend(plan.partners().iter().skip(5).map(|partner| partner.id()));
        self.plans.push(plan.id());
        if self.inside.len() >= 4 * MANY {
            return;
        }
        let year = plan.execution_plans()[1].period().start().year();
        let action = plan.execution_plans()[1].actions().iter().find(|one| !one.approach().is_empty());
        let Some(action) = action else { return };
        let lead = action.responsibilities().iter().find(|one| one.role() == Role::Lead);
        let lead = lead.map_or(self.shared[0], |one| one.partner());
        let item = plan.priorities().iter().flat_map(|priority| priority.answers()).next();
        let Some(item) = item.map(|link| ElementId::from(link.id()).into_uuid()) else { return };
        let filter = |lead: PartnerId, approach: Approach| {
            let lead = Facet::Partner { role: Some(Role::Lead), partner: Mark::Id(lead.into_uuid()) };
            let states = [ActionState::Done, ActionState::PartlyDone];
            Filter::all([
                Filter::Is(Facet::Answers(Mark::Id(item))),
                Filter::Is(lead),
                Filter::Is(Facet::Year(year)),
                Filter::any(states.map(|state| Filter::Is(Facet::Status(state)))),
                Filter::Is(Facet::Approach(approach)),
            ])
        };
        let of_plan = Filter::Is(Facet::Plan(Mark::Id(plan.id().into_uuid())));
        self.inside.push(filter(lead, action.approach()[0]).and(of_plan));
        self.everywhere.push(filter(self.shared[self.inside.len() % 5], action.approach()[0]));
    }
}

fn build(sample: &Sample, actions: usize, column: &mut Column) -> (Trace, Asked) {
    let (mut trace, mut asked) = (Trace::new(sample.day()), Asked::default());
    let mut spent = Duration::ZERO;
    for plan in sample.plans() {
        let start = Instant::now();
        trace.add(&plan).expect("plans of a sample stand beside each other");
        spent += start.elapsed();
        asked.add(&plan, actions.div_ceil(200_000));
    }
    column.put("Q10 structs, per action", "ns", nanos(spent) / actions as f64);
    let memory = trace.memory();
    column.put("memory of actions, each", "B", (memory.actions / actions) as f64);
    column.put("memory of the index, each", "B", (memory.index / actions) as f64);
    (trace, asked)
}

fn questions(trace: &Trace, asked: &Asked, column: &mut Column) {
    let above = |id: &ActionId| trace.above(*id).map_or(0, Iterator::count);
    column.each("Q1 why, warm", &spread(&asked.actions, 1_000), above);
    column.each("Q1 why, cold", &spread(&asked.actions, 200_000), above);
    let priorities = spread(&asked.priorities, MANY);
    column.each("Q2 actions of a priority", &priorities, |id| {
        let mut sum = 0_u64;
        _ = trace.visit_below(*id, |number| sum += u64::from(number));
        sum
    });
    column.each("Q2 their number", &priorities, |id| trace.count_below(*id).unwrap_or(0));
    column.each("Q3a shared partner by priority", &asked.shared, |id| {
        let mut sum = 0_u64;
        trace.priorities_of(*id, |_, _, actions| sum += u64::from(actions));
        sum
    });
    let local = spread(&asked.local, MANY);
    column.each("Q3b actions of a local partner", &local, |id| {
        trace.of_partner(*id).map_or(0, |set| set.numbers().map(u64::from).sum())
    });
    for (name, filters) in [("Q4 everywhere", &asked.everywhere), ("Q4 in a plan", &asked.inside)] {
        let bound: Vec<_> =
            filters.iter().take(MANY).map(|one| trace.query(one).expect("all is there")).collect();
        column.each(name, &bound, |query| query.find().numbers().map(u64::from).sum::<u64>());
        column.each(
            if name.ends_with('n') { "Q4 in a plan, bound anew" } else { "Q4 everywhere, bound anew" },
            &filters[..filters.len().min(32)],
            |one| trace.count(one).unwrap_or(0),
        );
    }
    column.each("Q5 coverage of everything", &[()], |()| {
        let mut sum = 0_u64;
        trace.pillar_tallies(None, |one| sum += u64::from(one.actions));
        sum
    });
    column.each("Q6 a shared partner leaves", &asked.shared, |id| trace.losses(*id, None));
    column.each("Q6 a local partner leaves", &local, |id| trace.losses(*id, None));
    let bare = trace.query(&"gap:noLead".parse().expect("a filter")).expect("nothing is named");
    column.each("Q7 without a lead", &[()], |()| bare.find().numbers().map(u64::from).sum::<u64>());
    let roles = |plan: Option<PlanId>| {
        let mut sum = 0_u64;
        trace.role_tallies(plan, |one| sum += u64::from(one.actions));
        sum
    };
    column.each("Q8 roles in a plan", &spread(&asked.plans, MANY), |id| roles(Some(*id)));
    column.each("Q8 roles everywhere", &[()], |()| roles(None));
}

fn texts(sample: &Sample, column: &mut Column) {
    let drafts: Vec<_> =
        (0..sample.plan_count().min(READ / 500)).map(|number| sample.draft(number)).collect();
    let actions: usize =
        drafts.iter().flat_map(|draft| &draft.execution_plans).map(|one| one.actions.len()).sum();
    let text: Vec<String> = sample.plans().take(drafts.len()).map(|plan| plan.to_json_line()).collect();
    let text = text.join("\n");
    let mut per = |name, run: &dyn Fn()| {
        let time = |_| {
            let start = Instant::now();
            run();
            nanos(start.elapsed()) / actions as f64
        };
        column.put(name, "ns", median((0..3).map(time).collect()));
    };
    per("Q10 text, per action", &|| _ = black_box(Ingest::new(sample.day()).ndjson(&text)));
    per("Q12 check, per action", &|| drafts.iter().for_each(|draft| _ = black_box(draft.check())));
}

/// One report after another on actions of plans all over.
fn steps(sample: &Sample, trace: &mut Trace, column: &mut Column) -> Vec<Applied> {
    let mut steps = Vec::new();
    let mut spent = Vec::new();
    let plans = sample.plan_count();
    let some = plans.min(32);
    for number in (0..some).map(|number| number * plans / some) {
        let mut plan = sample.plan(number).expect("the sample has the plan");
        // A plan that was made again is another version.
        trace.remove(plan.id());
        trace.add(&plan).expect("it was there before");
        let mut draft = plan.to_draft();
        let actions = draft.execution_plans.iter_mut().flat_map(|execution| &mut execution.actions);
        for action in actions.step_by(7).take(CHANGED / some) {
            let report = ProgressDraft::new(sample.day().to_string());
            action.progress.push(ProgressDraft { status: Some(Status::NotDone), ..report });
            let start = Instant::now();
            let step = plan.apply(&[Change::replace(action.clone())], sample.day());
            spent.push(nanos(start.elapsed()));
            let step = step.expect("a report is taken");
            plan = step.plan.clone();
            steps.push(step);
        }
    }
    column.put("Q11 a status: the plan", "ns", median(spent));
    steps
}

fn changes(mut trace: Trace, asked: &Asked, steps: &[Applied], column: &mut Column) {
    let base = trace.clone();
    let mut take = |keeps: bool, from: &[Applied]| {
        let start = Instant::now();
        for step in from {
            let snapshot = keeps.then(|| trace.clone());
            _ = black_box(trace.apply(step).expect("steps start where the last one ended"));
            drop(black_box(snapshot));
        }
        nanos(start.elapsed()) / from.len().max(1) as f64
    };
    let (first, second) = steps.split_at(steps.len() / 2);
    // The base is a snapshot of before, so the first change of each page copies it; the second half is what counts.
    let beside = take(true, first);
    let alone = take(false, second);
    column.put("Q11 a status: the index", "ns", alone);
    column.put("  with a live snapshot", "ns", beside);
    let shared = RwLock::new(base.clone());
    let reader = || {
        let (mut times, end) = (Vec::new(), Instant::now() + Duration::from_millis(300));
        while Instant::now() < end {
            for filter in &asked.inside {
                let start = Instant::now();
                let snapshot = shared.read().expect("no writer panics").clone();
                black_box(snapshot.count(filter).expect("all is there"));
                times.push(nanos(start.elapsed()));
            }
        }
        median(times)
    };
    column.put("a reader alone", "ns", reader());
    let (stop, published) = (AtomicBool::new(false), AtomicU64::new(0));
    let start = Instant::now();
    let beside = std::thread::scope(|scope| {
        scope.spawn(|| {
            while !stop.load(Ordering::Relaxed) {
                let mut next = base.clone();
                for step in steps {
                    _ = next.apply(step).expect("steps start where the last one ended");
                    let new = next.clone();
                    drop(std::mem::replace(&mut *shared.write().expect("no writer panics"), new));
                    published.fetch_add(1, Ordering::Relaxed);
                }
            }
        });
        let beside = reader();
        stop.store(true, Ordering::Relaxed);
        beside
    });
    column.put("a reader beside a writer", "ns", beside);
    let rate = published.load(Ordering::Relaxed) as f64 / start.elapsed().as_secs_f64();
    column.put("changes published a second", "", rate);
}

fn main() {
    let mut sizes = vec![10_000, 100_000, 1_000_000];
    if std::env::args().any(|word| word == "--ten-million") {
        sizes.push(10_000_000);
    }
    let mut columns = Vec::new();
    for actions in &sizes {
        let (sample, mut column) = (Sample::new(42, *actions), Column::default());
        let (mut trace, asked) = build(&sample, *actions, &mut column);
        questions(&trace, &asked, &mut column);
        texts(&sample, &mut column);
        let steps = steps(&sample, &mut trace, &mut column);
        changes(trace, &asked, &steps, &mut column);
        columns.push(column);
    }
    print!("{:<34}", "actions");
    for size in sizes {
        print!("{size:>14}");
    }
    println!("{:>10}", "growth");
    for (row, (name, unit, _)) in columns[0].0.iter().enumerate() {
        print!("{name:<34}");
        let values: Vec<f64> = columns.iter().map(|column| column.0[row].2).collect();
        for value in &values {
            print!("{:>14}", told(*value, unit));
        }
        let growth = values.last().copied().unwrap_or_default() / values[values.len() - 2];
        println!("{:>10}", format!("{growth:.1} x"));
    }
}

fn told(value: f64, unit: &str) -> String {
    match unit {
        "ns" if value >= 1e6 => format!("{:.2} ms", value / 1e6),
        "ns" if value >= 1e4 => format!("{:.1} µs", value / 1e3),
        "ns" => format!("{value:.1} ns"),
        _ => format!("{value:.0} {unit}"),
    }
}
