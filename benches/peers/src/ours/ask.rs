//! The questions that change nothing.

use std::hint::black_box;

use uuid::Uuid;
use veiligheidsplan::entity::{Approach, Role};
use veiligheidsplan::id::{ActionId, PartnerId, PlanId, PriorityId};
use veiligheidsplan::lifecycle::ActionState;
use veiligheidsplan::trace::{Facet, Filter, Gap, Mark, Query as Bound, Trace};

use super::hear::{Fold, Gather, Hear, Names};
use super::{NAMES, line};
use crate::engine::{CHECKED, Line, pace};
use crate::questions::{Ask, Facets, Query};
use crate::rows::Rows;

/// A question in the crate's own words. Filters are bound to the trace, as one is that is asked again and again.
enum Ready<'t> {
    Why(ActionId),
    Under(PriorityId),
    CountUnder(PriorityId),
    PerPriority(PartnerId),
    Of(PartnerId),
    Found(Bound<'t>),
    Coverage,
    Leaves(PartnerId),
    Roles(Option<PlanId>),
}

/// How many answers are compared at most.
const COMPARED: usize = 1_000;

pub fn reading(
    trace: &Trace,
    rows: &Rows,
    names: &Names,
    queries: &[Query],
    only: &dyn Fn(&str) -> bool,
) -> Vec<Line> {
    let mut lines = Vec::new();
    for query in queries.iter().filter(|query| !query.changes) {
        let ready: Vec<Ready<'_>> = query.asks.iter().map(|ask| ready(trace, rows, ask)).collect();
        for (engine, anew) in NAMES.into_iter().zip([false, true]) {
            if !only(engine) || anew && !ready.iter().all(is_kept) {
                continue;
            }
            let mut fold = Fold::default();
            let (count, value) = pace(ready.len(), |at| tell(trace, &ready[at], anew, &mut fold));
            black_box(fold.0);
            let compared = count.clamp(CHECKED, COMPARED).min(ready.len());
            let sums = query.asks.iter().zip(&ready).take(compared).map(|(ask, ready)| {
                let mut gather = Gather::new(names, ask);
                tell(trace, ready, anew, &mut gather);
                gather.answer(ask).checksum()
            });
            lines.push(Line { engine: engine.into(), ..line(query.name, value, sums.collect()) });
        }
    }
    lines
}

/// Whether counts are kept for it, so that it can also be counted anew from the links of the actions.
fn is_kept(ready: &Ready<'_>) -> bool {
    matches!(ready, Ready::PerPriority(_) | Ready::Coverage | Ready::Roles(_))
}

fn ready<'t>(trace: &'t Trace, rows: &Rows, ask: &Ask) -> Ready<'t> {
    let priority = |at: &u32| PriorityId::from_uuid(rows.goals[*at as usize].uuid).expect("no nil id");
    let partner = |at: &u32| PartnerId::from_uuid(rows.partners[*at as usize].uuid).expect("no nil id");
    let bound = |filter: &Filter| Ready::Found(trace.query(filter).expect("all that it names is there"));
    match ask {
        Ask::Why(id) => Ready::Why(ActionId::from_uuid(*id).expect("no nil id")),
        Ask::Under(at) => Ready::Under(priority(at)),
        Ask::CountUnder(at) => Ready::CountUnder(priority(at)),
        Ask::PerPriority(at) => Ready::PerPriority(partner(at)),
        Ask::Of(at) => Ready::Of(partner(at)),
        Ask::Match(facets, plan) => bound(&filter(rows, facets, *plan)),
        Ask::Coverage(_) => Ready::Coverage,
        Ask::Leaves(at) => Ready::Leaves(partner(at)),
        Ask::NoLead => bound(&Filter::Is(Facet::Gap(Gap::NoLead))),
        Ask::Roles(plan) => Ready::Roles(plan.map(|at| plan_id(rows, at))),
        Ask::SetStatus(..) | Ask::Add(..) => unreachable!("changes are asked apart"),
    }
}

fn plan_id(rows: &Rows, at: u32) -> PlanId {
    PlanId::from_uuid(rows.plans[at as usize].uuid).expect("no nil id")
}

/// `answers:ITEM and lead:PARTNER and year:Y and (status:A or status:B) and approach:P [and plan:Q]`.
pub fn filter(rows: &Rows, facets: &Facets, plan: Option<u32>) -> Filter {
    let id = |uuid: Uuid| Mark::Id(uuid);
    let statuses = facets.statuses.map(|at| Filter::Is(Facet::Status(ActionState::ALL[usize::from(at)])));
    let mut parts = vec![
        Filter::Is(Facet::Answers(id(rows.items[facets.item as usize]))),
        Filter::Is(Facet::Partner {
            role: Some(Role::Lead),
            partner: id(rows.partners[facets.lead as usize].uuid),
        }),
        Filter::Is(Facet::Year(facets.year as i32)),
        Filter::any(statuses),
        Filter::Is(Facet::Approach(Approach::ALL[usize::from(facets.approach)])),
    ];
    parts.extend(plan.map(|at| Filter::Is(Facet::Plan(id(rows.plans[at as usize].uuid)))));
    Filter::all(parts)
}

fn tell(trace: &Trace, ready: &Ready<'_>, anew: bool, hear: &mut impl Hear) {
    const THERE: &str = "what is asked about is there";
    match ready {
        Ready::PerPriority(partner) if anew => {
            let own = trace.of_partner(*partner).expect(THERE);
            own.priority_tallies(|_, priority, count| hear.priority(priority, count));
        }
        Ready::Coverage if anew => trace.all().pillar_tallies(|one| hear.cell(one)),
        Ready::Roles(plan) if anew => {
            let plan = plan.map(|plan| Filter::Is(Facet::Plan(Mark::Id(plan.into_uuid()))));
            let own = plan.map_or(trace.all(), |plan| trace.find(&plan).expect(THERE));
            own.role_tallies(|one| hear.roles(one));
        }
        Ready::Why(action) => {
            let above = trace.above(*action).expect(THERE);
            hear.plan(above.plan());
            above.for_each(|node| hear.above(node));
        }
        Ready::Under(priority) => {
            trace.visit_below(*priority, |number| hear.action(number)).expect(THERE);
        }
        Ready::CountUnder(priority) => hear.count(trace.count_below(*priority).expect(THERE)),
        Ready::PerPriority(partner) => {
            trace.priorities_of(*partner, |_, priority, count| hear.priority(priority, count));
        }
        Ready::Of(partner) => {
            trace.of_partner(*partner).expect(THERE).numbers().for_each(|number| hear.action(number));
        }
        Ready::Found(query) => query.find().numbers().for_each(|number| hear.action(number)),
        Ready::Coverage => trace.pillar_tallies(None, |one| hear.cell(one)),
        Ready::Leaves(partner) => {
            let losses = trace.losses(*partner, None);
            losses.without_lead().numbers().for_each(|number| hear.action(number));
            losses.without_led_action().for_each(|goal| hear.loses(goal));
            hear.count(losses.priorities().len() as u64);
        }
        Ready::Roles(plan) => trace.role_tallies(*plan, |one| hear.roles(one)),
    }
}
