//! From plans, or from text, to something that can be asked; and checking drafts.

use std::hint::black_box;
use std::num::NonZeroUsize;

use veiligheidsplan::sample::Sample;
use veiligheidsplan::trace::{Facet, Filter, Gap, Ingest, Trace};
use veiligheidsplan::{Date, SafetyPlan};

use super::line;
use crate::engine::{Line, time};
use crate::questions::mix;

/// How many plans are checked: enough to leave the cache.
const PLANS: usize = 200;
const RUNS: usize = 3;
const TWO: NonZeroUsize = NonZeroUsize::MIN.saturating_add(1);

/// Plans that were made beforehand into a trace: nanoseconds per action, on one thread and on two.
pub fn structs(day: Date, plans: &[SafetyPlan], actions: usize) -> Vec<Line> {
    let fits = "plans of a sample stand beside each other";
    let one = time(RUNS, actions, || {
        let mut trace = Trace::new(day);
        plans.iter().for_each(|plan| trace.add(plan).expect(fits));
        black_box(trace);
    });
    let two = time(RUNS, actions, || {
        black_box(Ingest::new(day).with_threads(TWO).plans(plans).expect(fits));
    });
    vec![line("Q10-structs", one, Vec::new()), line("Q10-structs-2", two, Vec::new())]
}

/// Text to a trace, checked: nanoseconds per action, on one thread and on two.
pub fn read(day: Date, text: &str, actions: usize) -> Vec<Line> {
    let read = |threads| {
        let ingest = Ingest::new(day).with_threads(threads);
        ingest.ndjson(text).expect("what was written can be read")
    };
    let bare = read(NonZeroUsize::MIN).count(&Filter::Is(Facet::Gap(Gap::NoLead))).expect("nothing is named");
    let timed = |threads| time(RUNS, actions, || _ = black_box(read(threads)));
    vec![
        line("Q10-ndjson", timed(NonZeroUsize::MIN), vec![mix(bare)]),
        line("Q10-ndjson-2", timed(TWO), vec![mix(bare)]),
    ]
}

/// Checking drafts: nanoseconds per action.
pub fn check(sample: &Sample) -> Line {
    let drafts: Vec<_> = (0..sample.plan_count().min(PLANS)).map(|number| sample.draft(number)).collect();
    let actions = drafts.iter().flat_map(|draft| &draft.execution_plans).map(|plan| plan.actions.len()).sum();
    let value = time(RUNS, actions, || drafts.iter().for_each(|draft| _ = black_box(draft.check())));
    line("Q12", value, Vec::new())
}
