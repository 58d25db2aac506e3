//! The crate beside what an embedder would otherwise pick: the same plans, the same questions, the same answers.
//!
//! `cargo run --release --manifest-path benches/peers/Cargo.toml -- --actions N [--engine E] [--seed S] [--json]`

#![expect(clippy::expect_used, reason = "a bench without its data says nothing")]

mod bitmaps;
mod engine;
mod graph;
mod machine;
mod naive;
mod ndjson;
mod ours;
mod python;
mod questions;
mod random;
mod report;
mod rows;
mod sqlite;

use std::error::Error;
use std::hint::black_box;
use std::process::ExitCode;

use engine::{Engine, Line, ask_all, time};
use questions::{Query, questions};
use rows::Rows;
use veiligheidsplan::Date;
use veiligheidsplan::sample::Sample;

#[cfg(feature = "memory")]
#[global_allocator]
static ALLOCATOR: &stats_alloc::StatsAlloc<std::alloc::System> = &stats_alloc::INSTRUMENTED_SYSTEM;

/// Every engine by the name that `--engine` takes.
const ENGINES: [&str; 10] = [
    "machine",
    "naive",
    "sqlite",
    "sqlite-covering",
    "petgraph",
    "roaring",
    "duckdb",
    "polars",
    "veiligheidsplan",
    "veiligheidsplan-recomputed",
];

struct Options {
    actions: usize,
    engine: Option<String>,
    seed: u64,
    json: bool,
}

fn options() -> Result<Options, Box<dyn Error>> {
    let mut options = Options { actions: 100_000, engine: None, seed: 42, json: false };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| format!("{word} wants a value"));
        match word.as_str() {
            "--actions" => options.actions = value()?.replace('_', "").parse()?,
            "--engine" => options.engine = Some(value()?),
            "--seed" => options.seed = value()?.parse()?,
            "--json" => options.json = true,
            other => return Err(format!("unknown option {other}").into()),
        }
    }
    if let Some(engine) = options.engine.as_deref()
        && !ENGINES.contains(&engine)
    {
        return Err(format!("unknown engine {engine}: one of {}", ENGINES.join(", ")).into());
    }
    // Fewer would leave questions without parameters.
    options.actions = options.actions.max(2_000);
    Ok(options)
}

type Load = fn(&Rows) -> Box<dyn Engine>;

/// The engines that load rows in this process.
const LOADED: [(&str, Load); 5] = [
    ("naive", |rows| Box::new(naive::Naive::load(rows))),
    ("sqlite", |rows| Box::new(sqlite::Sqlite::load(rows).expect("the rows fit the tables"))),
    ("sqlite-covering", |rows| Box::new(sqlite::Covering::load(rows).expect("the rows fit the table"))),
    ("petgraph", |rows| Box::new(graph::Graph::load(rows))),
    ("roaring", |rows| Box::new(bitmaps::Bitmaps::load(rows))),
];

/// How many runs loading gets.
const LOADS: usize = 3;

fn loaded(name: &str, load: Load, rows: &Rows, queries: &[Query]) -> Vec<Line> {
    let mut lines = Vec::new();
    let is_whole = !["sqlite-covering", "roaring"].contains(&name);
    if is_whole {
        let value = time(LOADS, rows.tasks.len(), || _ = black_box(load(rows)));
        lines.push(Line {
            query: "Q10-structs".into(),
            engine: name.into(),
            unit: "median_ns",
            value,
            sums: load(rows)
                .answer(&questions::Ask::NoLead)
                .iter()
                .map(questions::Answer::checksum)
                .collect(),
        });
    }
    let mut engine = load(rows);
    lines.extend(ask_all(engine.as_mut(), queries));
    lines
}

#[cfg(feature = "memory")]
fn memory(name: &str, load: Load, rows: &Rows) -> Line {
    let region = stats_alloc::Region::new(ALLOCATOR);
    let engine = load(rows);
    let change = region.change();
    let held = change.bytes_allocated as f64 - change.bytes_deallocated as f64;
    let value = engine.bytes().map_or(held, |bytes| bytes as f64);
    Line { query: "memory".into(), engine: name.into(), unit: "bytes", value, sums: Vec::new() }
}

/// Reading text: at most so many actions, as what counts is the time for each.
const READ: usize = 50_000;

fn text(sample: &Sample) -> (String, usize) {
    let (mut text, mut actions) = (String::new(), 0);
    for plan in sample.plans() {
        text += &plan.to_json_line();
        text.push('\n');
        actions += plan.execution_plans().iter().map(|execution| execution.actions().len()).sum::<usize>();
        if actions >= READ {
            break;
        }
    }
    (text, actions)
}

fn reading(
    day: Date,
    text: &str,
    actions: usize,
    only: &dyn Fn(&str) -> bool,
) -> Result<Vec<Line>, Box<dyn Error>> {
    let line = |engine: &str, value, bare| Line {
        query: "Q10-ndjson".into(),
        engine: engine.into(),
        unit: "median_ns",
        value,
        sums: vec![questions::mix(bare)],
    };
    let mut lines = Vec::new();
    let bare = ndjson::without_lead(&ndjson::read(text)?);
    if only("naive") {
        let read = || _ = black_box(ndjson::read(text));
        lines.push(line("serde_json", time(LOADS, actions, read), bare));
        let whole = || {
            let plans = ndjson::read(text).expect("it was read before");
            black_box((ndjson::index(&plans), plans));
        };
        lines.push(line("naive", time(LOADS, actions, whole), bare));
    }
    if only("veiligheidsplan") {
        lines.extend(ours::read(day, text, actions));
    }
    Ok(lines)
}

fn run(options: &Options) -> Result<bool, Box<dyn Error>> {
    let only = |name: &str| options.engine.as_deref().is_none_or(|engine| engine == name);
    let sample = Sample::new(options.seed, options.actions);
    let rows = Rows::of(&sample);
    let queries = questions(&rows, options.seed);
    let mut lines = Vec::new();
    #[cfg(feature = "memory")]
    for (name, load) in LOADED.into_iter().filter(|(name, _)| only(name)) {
        lines.push(memory(name, load, &rows));
    }
    #[cfg(feature = "memory")]
    if only(ours::NAMES[0]) {
        lines.push(ours::memory(&sample));
    }
    if cfg!(not(feature = "memory")) {
        if only("machine") {
            lines.extend(machine::limits());
        }
        for (name, load) in LOADED.into_iter().filter(|(name, _)| only(name)) {
            lines.extend(loaded(name, load, &rows, &queries));
        }
        if only("naive") || only("veiligheidsplan") {
            let (text, actions) = text(&sample);
            lines.extend(reading(sample.day(), &text, actions, &only)?);
        }
        if only("veiligheidsplan") {
            lines.push(ours::check(&sample));
        }
        if ours::NAMES.into_iter().any(only) {
            lines.extend(ours::lines(&sample, &rows, &queries, &only));
        }
        let scripted: Vec<&str> = ["duckdb", "polars"].into_iter().filter(|name| only(name)).collect();
        if !scripted.is_empty() {
            let folder = std::env::temp_dir().join(format!("peers-{}", std::process::id()));
            std::fs::create_dir_all(&folder)?;
            python::write(&folder, &rows, &queries)?;
            for name in scripted {
                match python::run(&folder, name) {
                    Ok(found) => lines.extend(found),
                    Err(why) => eprintln!("{name}: passed over: {why}"),
                }
            }
            std::fs::remove_dir_all(&folder)?;
        }
    }
    if options.json {
        report::json(&lines, options.actions);
    } else {
        report::table(&lines, options.actions, &queries);
    }
    Ok(report::agree(&lines))
}

fn main() -> ExitCode {
    match options().and_then(|options| run(&options)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}
