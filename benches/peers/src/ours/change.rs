//! Changes: applied to a plan, its effects taken by the trace, and then a question in that plan; and readers meanwhile.

use std::collections::HashMap;
use std::hint::black_box;
use std::sync::RwLock;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use veiligheidsplan::SafetyPlan;
use veiligheidsplan::change::{Applied, Change};
use veiligheidsplan::draft::{ActionDraft, ProgressDraft, ResponsibilityDraft, SafetyPlanDraft, ServedDraft};
use veiligheidsplan::entity::{Approach, Role, ServedKind, Status};
use veiligheidsplan::lifecycle::ActionState;
use veiligheidsplan::sample::Sample;
use veiligheidsplan::trace::{Filter, Trace};

use super::ask::filter;
use super::hear::Names;
use super::line;
use crate::engine::{CHECKED, Line, median};
use crate::questions::{Answer, Ask, Query, RUNS};
use crate::random::Random;
use crate::rows::{FIRST_YEAR, PILLAR, PRIORITY, Rows, Task};

pub struct Writer<'a> {
    sample: &'a Sample,
    rows: &'a Rows,
    trace: Trace,
    /// The plans that were changed, as they are now.
    plans: HashMap<u32, (SafetyPlan, SafetyPlanDraft)>,
    next: u32,
    /// How long the last change of a plan took, in nanoseconds.
    applied: f64,
}

/// The ways in which changes are timed: with the question or without, with a live snapshot or without.
const WAYS: [&str; 4] = ["", "-apply", "-snapshot", "-snapshot-apply"];

impl<'a> Writer<'a> {
    pub fn new(sample: &'a Sample, rows: &'a Rows, trace: Trace) -> Self {
        Self { sample, rows, trace, plans: HashMap::new(), next: rows.tasks.len() as u32, applied: 0.0 }
    }

    /// A change of a plan, that the trace is still to take.
    fn step(&mut self, plan: u32, make: impl FnOnce(&SafetyPlan, &mut SafetyPlanDraft) -> Change) -> Applied {
        let (plan, draft) = self.plans.entry(plan).or_insert_with(|| {
            let plan = self.sample.plan(plan as usize).expect("the sample has the plan");
            // A plan that was made again is another version.
            assert!(self.trace.remove(plan.id()), "the trace has the plan");
            self.trace.add(&plan).expect("it was there before");
            let draft = plan.to_draft();
            (plan, draft)
        });
        let change = make(plan, draft);
        let start = Instant::now();
        let applied = plan.apply(&[change], self.sample.day()).expect("a report and an action are taken");
        self.applied = start.elapsed().as_nanos() as f64;
        *plan = applied.plan.clone();
        applied
    }

    fn set(&mut self, at: u32, status: u8) -> Applied {
        let task = &self.rows.tasks[at as usize];
        self.step(task.plan, |_, draft| {
            let id = task.uuid.to_string();
            let mut all = draft.execution_plans.iter_mut().flat_map(|execution| &mut execution.actions);
            let action = all.find(|action| action.id == id).expect("the plan has the action");
            let last = action.progress.last().map(|report| report.date.clone());
            action.progress.push(report(status, last));
            Change::replace(action.clone())
        })
    }

    fn add(&mut self, task: &Task) -> Applied {
        let new = action(self.rows, task);
        self.step(task.plan, |plan, draft| {
            let execution = (task.year - FIRST_YEAR) as usize;
            let actions = &mut draft.execution_plans[execution].actions;
            actions.push(new.clone());
            Change::add(plan.execution_plans()[execution].id(), actions.len() - 1, new)
        })
    }

    fn change(&mut self, ask: &Ask) -> Applied {
        match ask {
            Ask::SetStatus(at, status, ..) => self.set(*at, *status),
            Ask::Add(task, ..) => self.add(task),
            _ => unreachable!("it changes nothing"),
        }
    }

    fn compared(&mut self, names: &mut Names, ask: &Ask) -> u64 {
        let step = self.change(ask);
        if let Ask::Add(task, ..) = ask {
            names.tasks.insert(task.uuid, self.next);
            self.next += 1;
        }
        let taken = self.trace.apply(&step).expect("the trace has the plan as it was");
        assert!(!taken.anew, "a report or an action is written in its place");
        let found = self.trace.find(&self.asked(ask)).expect("all that it names is there");
        Answer::Ids(names.rows_of(found.actions().map(|id| id.into_uuid()))).checksum()
    }

    fn asked(&self, ask: &Ask) -> Filter {
        match ask {
            Ask::SetStatus(_, _, facets, plan) | Ask::Add(_, facets, plan) => {
                filter(self.rows, facets, Some(*plan))
            }
            _ => unreachable!("it changes nothing"),
        }
    }

    /// First all answers that are compared, as with the other engines.
    pub fn writing(&mut self, names: &mut Names, queries: &[Query]) -> Vec<Line> {
        let changing: Vec<&Query> = queries.iter().filter(|query| query.changes).collect();
        let sums: Vec<Vec<u64>> = changing
            .iter()
            .map(|query| query.asks[..CHECKED].iter().map(|ask| self.compared(names, ask)).collect())
            .collect();
        let mut lines = Vec::new();
        for (query, sums) in changing.into_iter().zip(sums) {
            let mut times: [Vec<f64>; WAYS.len()] = Default::default();
            let mut applied = Vec::new();
            for run in query.asks.chunks(query.asks.len() / (RUNS + 1)).skip(1) {
                for (way, asks) in run.chunks(run.len().div_ceil(WAYS.len())).enumerate() {
                    let steps = asks.iter().map(|ask| {
                        let step = self.change(ask);
                        applied.push(self.applied);
                        (step, self.asked(ask))
                    });
                    let steps: Vec<(Applied, Filter)> = steps.collect();
                    times[way].push(self.timed(&steps, way % 2 == 0, way >= 2));
                }
            }
            for (way, times) in WAYS.iter().zip(times) {
                let sums = if way.is_empty() { sums.clone() } else { Vec::new() };
                lines.push(line(&format!("{}{way}", query.name), median(times), sums));
            }
            lines.push(line(&format!("{}-plan", query.name), median(applied), Vec::new()));
        }
        lines
    }

    /// Nanoseconds per change, binding of the question to the changed trace included. A snapshot is one of right before the
    /// change, so that each change copies what it writes to.
    fn timed(&mut self, steps: &[(Applied, Filter)], asks: bool, keeps: bool) -> f64 {
        let mut sum = 0_u64;
        let start = Instant::now();
        for (step, filter) in steps {
            let snapshot = keeps.then(|| self.trace.clone());
            _ = black_box(self.trace.apply(step).expect("the trace has the plan as it was"));
            if asks {
                sum = sum.wrapping_add(ask(&self.trace, filter));
            }
            drop(black_box(snapshot));
        }
        let spent = start.elapsed().as_nanos() as f64 / steps.len() as f64;
        black_box(sum);
        spent
    }

    /// The median of what a reader waits for a snapshot and an answer: alone, and while a writer publishes changes.
    pub fn readers(mut self, queries: &[Query]) -> Vec<Line> {
        let mut random = Random(11);
        let mut order: Vec<u32> = (0..self.rows.tasks.len() as u32).collect();
        random.shuffle(&mut order);
        let steps = order
            .into_iter()
            .take(1_000)
            .map(|at| self.set(at, [ActionState::Running, ActionState::Cancelled][random.below(2)] as u8));
        let steps: Vec<Applied> = steps.collect();
        let filters: Vec<Filter> = queries
            .iter()
            .filter(|query| query.name == "Q4-plan")
            .flat_map(|query| &query.asks)
            .filter_map(|ask| match ask {
                Ask::Match(facets, plan) => Some(filter(self.rows, facets, *plan)),
                _ => None,
            })
            .collect();
        let base = self.trace.clone();
        let shared = RwLock::new(self.trace);
        let alone = reader(&shared, &filters);
        let (stop, published) = (AtomicBool::new(false), AtomicU64::new(0));
        let start = Instant::now();
        let beside = std::thread::scope(|scope| {
            scope.spawn(|| {
                while !stop.load(Ordering::Relaxed) {
                    let mut next = base.clone();
                    for step in &steps {
                        _ = next.apply(step).expect("the trace has the plan as it was");
                        let new = next.clone();
                        let old = std::mem::replace(&mut *shared.write().expect("no writer panics"), new);
                        drop(old);
                        published.fetch_add(1, Ordering::Relaxed);
                        if stop.load(Ordering::Relaxed) {
                            break;
                        }
                    }
                }
            });
            let beside = reader(&shared, &filters);
            stop.store(true, Ordering::Relaxed);
            beside
        });
        let rate = published.load(Ordering::Relaxed) as f64 / start.elapsed().as_secs_f64();
        eprintln!("veiligheidsplan: the writer published {rate:.0} changes per second");
        vec![line("readers-alone", alone, Vec::new()), line("readers", beside, Vec::new())]
    }
}

fn ask(trace: &Trace, filter: &Filter) -> u64 {
    let query = trace.query(filter).expect("all that it names is there");
    query.find().numbers().fold(0, |sum, number| sum.wrapping_add(u64::from(number)))
}

/// A snapshot and an answer in one plan, again and again for some time: the median.
fn reader(shared: &RwLock<Trace>, filters: &[Filter]) -> f64 {
    let mut times = Vec::new();
    let end = Instant::now() + Duration::from_millis(500);
    while Instant::now() < end {
        for filter in filters {
            let start = Instant::now();
            let snapshot = shared.read().expect("no writer panics").clone();
            black_box(ask(&snapshot, filter));
            times.push(start.elapsed().as_nanos() as f64);
        }
    }
    median(times)
}

/// The days of reports that come after those of the sample, up to the day that is asked as of.
const DAYS: [&str; 3] = ["2023-06-29", "2023-06-30", "2023-07-01"];

/// A report after the last one that brings an action into a state.
fn report(state: u8, last: Option<String>) -> ProgressDraft {
    let status = match ActionState::ALL[usize::from(state)] {
        ActionState::Running => Status::Started,
        ActionState::Delayed => Status::Delayed,
        ActionState::NotDone => Status::NotDone,
        ActionState::Cancelled => Status::Cancelled,
        other => unreachable!("no report makes an action {other:?}"),
    };
    let after = |day: &&&str| last.as_deref().is_none_or(|last| last < **day);
    let day = *DAYS.iter().find(after).expect("no action is changed more often");
    let reason = Some("Andere inzet nodig.".to_owned());
    ProgressDraft { status: Some(status), reason, ..ProgressDraft::new(day) }
}

fn action(rows: &Rows, task: &Task) -> ActionDraft {
    let serves = task.serves.iter().map(|at| {
        let goal = &rows.goals[*at as usize];
        let kind = match goal.kind {
            PRIORITY => ServedKind::Priority,
            PILLAR => ServedKind::Pillar,
            _ => ServedKind::Theme,
        };
        ServedDraft::new(kind, goal.uuid.to_string())
    });
    let mut action = ActionDraft::new(task.uuid.to_string(), task.title.clone(), serves.collect::<Vec<_>>());
    let does = |(partner, role): &(u32, u8)| {
        let partner = rows.partners[*partner as usize].uuid.to_string();
        ResponsibilityDraft::new(partner, Role::ALL[usize::from(*role)])
    };
    action.responsibilities = task.roles.iter().map(does).collect();
    action.areas = task.areas.iter().map(|at| rows.areas[*at as usize].to_string()).collect();
    action.approach = vec![Approach::ALL[usize::from(task.approach)]];
    action.progress = vec![report(task.status, None)];
    action
}
