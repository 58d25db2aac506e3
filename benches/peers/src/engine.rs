//! What every peer does: load rows, answer questions; and how that is timed.

use std::hint::black_box;
use std::time::{Duration, Instant};

use crate::questions::{Answer, Ask, Query, RUNS};

/// Something that holds the plans and answers questions about them.
pub trait Engine {
    fn name(&self) -> &'static str;

    /// The answer, or none where the engine isn't made for the question.
    fn answer(&mut self, ask: &Ask) -> Option<Answer>;

    /// How many bytes it holds, where it knows better than the allocator.
    #[allow(dead_code, reason = "asked with the feature `memory`")]
    fn bytes(&self) -> Option<u64> {
        None
    }
}

/// What was measured of one engine and question.
#[derive(Debug, Clone)]
pub struct Line {
    pub query: String,
    pub engine: String,
    pub unit: &'static str,
    pub value: f64,
    /// One per parameter; as many as the engine had time for, but at least [`CHECKED`].
    pub sums: Vec<u64>,
}

/// How many parameters every engine answers, however slow it is.
pub const CHECKED: usize = 24;

impl Line {
    /// Of the parameters that every engine has answered.
    pub fn checksum(&self) -> u64 {
        self.sums.iter().take(CHECKED).fold(0, |sum, one| crate::questions::mix(sum ^ one))
    }
}

pub fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// The median over some runs of what a piece of work takes, per unit of it.
pub fn time(runs: usize, per: usize, mut work: impl FnMut()) -> f64 {
    let run = |_| {
        let start = Instant::now();
        work();
        start.elapsed().as_nanos() as f64 / per as f64
    };
    median((0..runs).map(run).collect())
}

/// About how long one run may take.
const BUDGET: Duration = Duration::from_millis(200);
/// What a run takes at least, so that the clock doesn't count.
const FLOOR: Duration = Duration::from_millis(4);

/// Answers and times all questions.
pub fn ask_all(engine: &mut dyn Engine, queries: &[Query]) -> Vec<Line> {
    let mut lines = Vec::new();
    for query in queries.iter().filter(|query| !query.changes) {
        lines.extend(reading(engine, query));
    }
    // First all answers that are compared, then the times: engines get through different numbers of changes.
    let changing: Vec<&Query> = queries.iter().filter(|query| query.changes).collect();
    let sums: Vec<_> = changing.iter().map(|query| sums(engine, &query.asks[..CHECKED])).collect();
    for (query, sums) in changing.into_iter().zip(sums) {
        let Some(sums) = sums else { continue };
        let value = writing(engine, query);
        lines.push(line(engine, query, sums, value));
    }
    lines
}

fn line(engine: &dyn Engine, query: &Query, sums: Vec<u64>, value: f64) -> Line {
    Line { query: query.name.into(), engine: engine.name().into(), unit: "median_ns", value, sums }
}

fn sums(engine: &mut dyn Engine, asks: &[Ask]) -> Option<Vec<u64>> {
    asks.iter().map(|ask| engine.answer(ask).map(|answer| answer.checksum())).collect()
}

fn reading(engine: &mut dyn Engine, query: &Query) -> Option<Line> {
    engine.answer(query.asks.first()?)?;
    let (count, value) = pace(query.asks.len(), |at| _ = black_box(engine.answer(&query.asks[at])));
    let checked = count.max(CHECKED).min(query.asks.len());
    let sums = sums(engine, &query.asks[..checked])?;
    Some(line(engine, query, sums, value))
}

/// Asks by number as often as there is time for: how many different ones, and nanoseconds for one.
pub fn pace(asks: usize, mut ask: impl FnMut(usize)) -> (usize, f64) {
    ask(0);
    let start = Instant::now();
    ask(0);
    let one = start.elapsed().max(Duration::from_nanos(20));
    let affordable = (BUDGET.as_nanos() / one.as_nanos()).max(1) as usize;
    let count = affordable.min(asks);
    let start = Instant::now();
    (0..count).for_each(&mut ask);
    let batch = start.elapsed().max(Duration::from_nanos(20));
    let repeats = (FLOOR.as_nanos() / batch.as_nanos()).max(1) as usize;
    let value = time(RUNS, count * repeats, || {
        for _ in 0..repeats {
            (0..count).for_each(&mut ask);
        }
    });
    (count, value)
}

/// Each run has parameters of its own; what was changed for the comparison isn't changed again.
fn writing(engine: &mut dyn Engine, query: &Query) -> f64 {
    let size = query.asks.len() / (RUNS + 1);
    let mut runs = query.asks.chunks(size).skip(1);
    let start = Instant::now();
    black_box(engine.answer(&query.asks[CHECKED]));
    let one = start.elapsed().max(Duration::from_nanos(20));
    let count = ((BUDGET.as_nanos() / one.as_nanos()).max(1) as usize).min(size);
    time(RUNS, count, || {
        let asks = runs.next().unwrap_or_default();
        asks.iter().take(count).for_each(|ask| _ = black_box(engine.answer(ask)));
    })
}
