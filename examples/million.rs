//! A million actions in one index: what it takes to build it, and to ask it things.
//!
//! `cargo run --release --example million`, or with another number of actions: `-- 100000`.

#![expect(clippy::cast_precision_loss, reason = "times are told in a few digits")]

use std::error::Error;
use std::hint::black_box;
use std::time::{Duration, Instant};

use veiligheidsplan::SafetyPlan;
use veiligheidsplan::change::Change;
use veiligheidsplan::draft::ProgressDraft;
use veiligheidsplan::entity::Status;
use veiligheidsplan::id::{ActionId, PartnerId, PlanId, PriorityId};
use veiligheidsplan::sample::Sample;
use veiligheidsplan::trace::{Filter, Query, Trace};

/// What is asked about, some of each plan.
#[derive(Default)]
struct Asked {
    actions: Vec<ActionId>,
    priorities: Vec<PriorityId>,
    plans: Vec<PlanId>,
    /// The plan that came last: it will be changed.
    last: Option<SafetyPlan>,
    /// Partners of one plan.
    partners: Vec<PartnerId>,
    /// The first of the partners that all plans share.
    shared: Option<PartnerId>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let number: usize =
        std::env::args().nth(1).map_or(Ok(1_000_000), |text| text.replace('_', "").parse())?;
    let sample = Sample::new(1, number);
    println!("{number} fictional actions in {} plans, one thread\n", sample.plan_count());

    let (trace, asked) = build(&sample, number)?;
    let memory = trace.memory();
    let whole = memory.actions + memory.index;
    let each = |bytes: usize| bytes / number.max(1);
    println!(
        "{:<34}{:>10} MB  {} bytes per action: {} for what actions are, {} for finding them",
        "memory",
        whole / 1_000_000,
        each(whole),
        each(memory.actions),
        each(memory.index),
    );

    println!("\nwithin one plan");
    some("why is this done?", "pillar, priority, objectives, vision of an action", &asked.actions, |id| {
        trace.above(*id).map_or(0, Iterator::count)
    });
    some("the same as threads", "every path up, with its links and its end", &asked.actions, |id| {
        trace.up(*id).map_or(0, Iterator::count)
    });
    some("how many actions has a priority?", "with all that lies below it", &asked.priorities, |id| {
        trace.count_below(*id).unwrap_or(0)
    });
    some("which are they?", "their numbers", &asked.priorities, |id| {
        let mut sum = 0_u64;
        _ = trace.visit_below(*id, |number| sum += u64::from(number));
        sum
    });
    some("what does a partner do?", "the actions of a partner of one plan", &asked.partners, |id| {
        trace.of_partner(*id).map_or(0, |set| set.len())
    });
    let filters: Vec<Filter> = asked
        .plans
        .iter()
        .map(|id| format!("plan:{id} and lead:\"Politie\" and year:2021 and status:done").parse())
        .collect::<Result<_, _>>()?;
    let queries: Vec<Query<'_>> =
        filters.iter().map(|filter| trace.query(filter)).collect::<Result<_, _>>()?;
    some("four conditions in a plan", "led by the police, in 2021, done", &queries, Query::find);
    some("the roles of every partner", "for each priority of a plan", &asked.plans, |id| {
        let mut rows = 0;
        trace.role_tallies(Some(*id), |_| rows += 1);
        rows
    });

    println!("\nover all plans");
    let filter = "lead:\"Politie\" and year:2021 and status:done,running and approach:prevention".parse()?;
    let query = trace.query(&filter)?;
    one("four conditions", &format!("{} actions, as a set", query.count()), || query.find());
    let filter = "gap:noLead".parse()?;
    let query = trace.query(&filter)?;
    one("actions without a lead", &format!("{} actions, one by one", query.count()), || {
        query.find().numbers().map(u64::from).sum::<u64>()
    });
    if let Some(shared) = asked.shared {
        one("what a shared partner does", "actions for each priority", || {
            let mut sum = 0_u64;
            trace.priorities_of(shared, |_, _, actions| sum += u64::from(actions));
            sum
        });
        let lost = trace.losses(shared, None).action_count();
        one("what if that partner leaves?", &format!("{lost} actions lose their only lead"), || {
            trace.losses(shared, None)
        });
    }
    one("coverage", "actions, partners and leads of every pillar and year", || {
        let mut cells = 0_u64;
        trace.pillar_tallies(None, |_| cells += 1);
        cells
    });
    change(asked.last.ok_or("no plan")?, trace)
}

/// Plans are made, added and dropped one by one: the index holds what it needs of them.
fn build(sample: &Sample, number: usize) -> Result<(Trace, Asked), Box<dyn Error>> {
    let mut trace = Trace::new(sample.day());
    let mut asked = Asked::default();
    let (mut making, mut adding) = (Duration::ZERO, Duration::ZERO);
    let mut start = Instant::now();
    for plan in sample.plans() {
        making += start.elapsed();
        start = Instant::now();
        trace.add(&plan)?;
        adding += start.elapsed();
        let actions = plan.execution_plans().iter().flat_map(|execution| execution.actions());
        asked.actions.extend(actions.map(|action| action.id()).step_by(97));
        asked.priorities.extend(plan.priorities().first().map(|priority| priority.id()));
        asked.partners.extend(plan.partners().last().map(|partner| partner.id()));
        asked.shared = plan.partners().first().map(|partner| partner.id());
        asked.plans.push(plan.id());
        asked.last = Some(plan);
        start = Instant::now();
    }
    let line = |what, time: Duration, told: &str| {
        let each = time.as_nanos() / number.max(1) as u128;
        println!("{what:<34}{:>10} s   {each} ns per action: {told}", format!("{:.2}", time.as_secs_f64()));
    };
    line("plans made and checked", making, "no part of the index");
    line("put into the index", adding, "ready to be asked");
    Ok((trace, asked))
}

/// An action is reported done: in its plan, and then in the index, while somebody holds a snapshot.
fn change(mut plan: SafetyPlan, mut trace: Trace) -> Result<(), Box<dyn Error>> {
    println!("\na change");
    let mut draft = plan.to_draft();
    let day = trace.day();
    let done = "status:done".parse()?;
    let before = trace.count(&done)?;
    one("a snapshot", "stays as it is while the index goes on", || trace.clone());
    let (mut plans, mut alone, mut beside) = (Vec::new(), Vec::new(), Vec::new());
    let execution = draft.execution_plans.last_mut().ok_or("no execution plan")?;
    for (number, action) in execution.actions.iter_mut().enumerate().take(40) {
        action
            .progress
            .push(ProgressDraft { status: Some(Status::Done), ..ProgressDraft::new(day.to_string()) });
        let start = Instant::now();
        let step = plan.apply(&[Change::replace(action.clone())], day)?;
        plans.push(start.elapsed());
        let snapshot = (number % 2 == 1).then(|| trace.clone());
        let start = Instant::now();
        trace.apply(&step)?;
        if snapshot.is_some() { &mut beside } else { &mut alone }.push(start.elapsed());
        plan = step.plan;
    }
    line("an action is done: the plan", median(plans), "checked, as a new version");
    line("the index", median(alone), "written in its place");
    line("the index, beside a snapshot", median(beside), "what is written to is copied first");
    println!("\n{before} actions were done before, {} are now", trace.count(&done)?);
    Ok(())
}

/// A question about many, in batches: the median of what one takes.
fn some<T, A>(what: &str, told: &str, about: &[T], mut ask: impl FnMut(&T) -> A) {
    let batches = about.chunks(32).map(|batch| {
        let start = Instant::now();
        for one in batch {
            black_box(ask(one));
        }
        start.elapsed().as_nanos() as f64 / batch.len() as f64
    });
    let mut times: Vec<f64> = batches.collect();
    times.sort_by(f64::total_cmp);
    let middle = times.get(times.len() / 2).copied().unwrap_or_default();
    println!("  {what:<32}{:>10} ns  {told}", format!("{middle:.0}"));
}

/// A question over everything, some times: the median.
fn one<A>(what: &str, told: &str, mut ask: impl FnMut() -> A) {
    let time = |_| {
        let start = Instant::now();
        black_box(ask());
        start.elapsed()
    };
    line(what, median((0..11).map(time).collect()), told);
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn line(what: &str, time: Duration, told: &str) {
    println!("  {what:<32}{:>10} µs  {told}", format!("{:.1}", time.as_nanos() as f64 / 1e3));
}
