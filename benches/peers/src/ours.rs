//! The crate itself: what it is asked goes through its public functions, as an embedder would call them.
//!
//! An answer is told node by node. While it is timed it is added up, and the numbers of the rows are looked up when it is
//! compared: other engines keep those numbers themselves.

mod ask;
mod build;
mod change;
mod hear;

use veiligheidsplan::SafetyPlan;
use veiligheidsplan::sample::Sample;
use veiligheidsplan::trace::Ingest;

pub use build::{check, read};

use crate::engine::Line;
use crate::questions::Query;
use crate::rows::Rows;

/// The names under which the crate answers: from what it keeps up to date, and counted anew from the masks of each plan.
pub const NAMES: [&str; 2] = ["veiligheidsplan", "veiligheidsplan-recomputed"];

/// Building, memory, and the questions themselves.
pub fn lines(sample: &Sample, rows: &Rows, queries: &[Query], only: &dyn Fn(&str) -> bool) -> Vec<Line> {
    let mut lines = Vec::new();
    let plans: Vec<SafetyPlan> = sample.plans().collect();
    if only(NAMES[0]) {
        lines.extend(build::structs(sample.day(), &plans, rows.tasks.len()));
    }
    let trace = Ingest::new(sample.day()).plans(&plans).expect("plans of a sample stand beside each other");
    drop(plans);
    let memory = trace.memory();
    let per_action = |bytes: usize| bytes / rows.tasks.len().max(1);
    let (actions, index) = (per_action(memory.actions), per_action(memory.index));
    eprintln!("{}: {actions} bytes per action for actions, {index} for the index", NAMES[0]);
    if only(NAMES[0]) {
        lines.push(Line {
            unit: "bytes",
            ..line("memory", (memory.actions + memory.index) as f64, Vec::new())
        });
    }
    let mut names = hear::Names::of(rows, &trace);
    lines.extend(ask::reading(&trace, rows, &names, queries, only));
    if only(NAMES[0]) {
        let mut writer = change::Writer::new(sample, rows, trace);
        lines.extend(writer.writing(&mut names, queries));
        lines.extend(writer.readers(queries));
    }
    lines
}

/// What the allocator holds for the trace alone.
#[cfg(feature = "memory")]
pub fn memory(sample: &Sample) -> Line {
    let region = stats_alloc::Region::new(crate::ALLOCATOR);
    let mut trace = veiligheidsplan::trace::Trace::new(sample.day());
    for plan in sample.plans() {
        trace.add(&plan).expect("plans of a sample stand beside each other");
    }
    let change = region.change();
    let held = change.bytes_allocated as f64 - change.bytes_deallocated as f64;
    let told = trace.memory();
    eprintln!("{}: it tells {} bytes itself", NAMES[0], told.actions + told.index);
    Line { unit: "bytes", ..line("memory", held, Vec::new()) }
}

fn line(query: &str, value: f64, sums: Vec<u64>) -> Line {
    Line { query: query.into(), engine: NAMES[0].into(), unit: "median_ns", value, sums }
}
