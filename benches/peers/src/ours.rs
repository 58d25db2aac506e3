//! The crate itself. Its engine over many plans isn't there yet: what it can do is measured, the rest is passed over.

use std::hint::black_box;

use veiligheidsplan::PlanSet;
use veiligheidsplan::entity::Role;
use veiligheidsplan::sample::Sample;

use crate::engine::{Line, time};
use crate::questions::{Query, mix};
use crate::rows::Rows;

/// The names under which the crate answers: from what it keeps up to date, and from the rows each time.
pub const NAMES: [&str; 2] = ["veiligheidsplan", "veiligheidsplan-recomputed"];

/// How many plans are checked or read: enough to leave the cache.
const PLANS: usize = 200;

/// Checking drafts: nanoseconds per action.
pub fn check(sample: &Sample) -> Line {
    let drafts: Vec<_> = (0..sample.plan_count().min(PLANS)).map(|number| sample.draft(number)).collect();
    let actions = drafts.iter().flat_map(|draft| &draft.execution_plans).map(|plan| plan.actions.len()).sum();
    let value = time(3, actions, || drafts.iter().for_each(|draft| _ = black_box(draft.check())));
    line("Q12", value, Vec::new())
}

/// Text to a set of plans, checked: nanoseconds per action.
pub fn read(text: &str, actions: usize) -> Line {
    let read = || PlanSet::from_ndjson(text).expect("what was written can be read");
    let value = time(3, actions, || _ = black_box(read()));
    let set = read();
    let actions = set.iter().flat_map(|plan| plan.execution_plans()).flat_map(|plan| plan.actions());
    let bare = actions.filter(|action| action.responsibilities().iter().all(|one| one.role() != Role::Lead));
    line("Q10-ndjson", value, vec![mix(bare.count() as u64)])
}

/// The questions themselves.
pub fn ask(name: &str, _: &Sample, _: &Rows, _: &[Query]) -> Vec<Line> {
    eprintln!("{name}: its engine over a set of plans isn't there yet; only Q10-ndjson and Q12 are measured");
    Vec::new()
}

fn line(query: &str, value: f64, sums: Vec<u64>) -> Line {
    Line { query: query.into(), engine: NAMES[0].into(), unit: "median_ns", value, sums }
}
