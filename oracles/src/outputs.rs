//! What the crate writes: findings, reports about one plan and about two, the catalogue, changes and plans.

use serde_json::Value;
use veiligheidsplan::analysis::{
    CostScope, agenda, balance, carry_over, costs, means, policy_logic, progress, results, succession,
    unanswered,
};
use veiligheidsplan::change::{Change, compare, difference, read_changes};
use veiligheidsplan::entity::Disclosure;
use veiligheidsplan::export::catalogue;
use veiligheidsplan::power::PowersTable;
use veiligheidsplan::trace::Filter;
use veiligheidsplan::{Date, Element, Findings, Limits, PlanSet, SafetyPlan, Step};

use crate::traced::{of_accepted, of_difference, of_measured, of_sample, of_trace};
use crate::{
    BASE, DEMO, Document, PLAN, RICH, Random, Schemas, later, mutant, restructured, successor, words,
};

/// Something that the crate wrote, and the committed schema it must fit.
#[derive(Debug, Clone)]
pub struct Output {
    /// The name of the schema, such as `findings`.
    pub schema: &'static str,
    /// What was written.
    pub value: Value,
}

pub(crate) fn output(schema: &'static str, written: &impl serde::Serialize) -> Output {
    Output { schema, value: serde_json::to_value(written).expect("what the crate writes is JSON") }
}

fn findings(found: &Findings) -> Output {
    output("findings", found)
}

/// Filters in which every word occurs.
const FILTERS: &[&str] = &[
    "all",
    "none or not (serves:P1.2 and (answers:\"Kernbeleid\" or topic:00000001-0000-4000-8000-000000000000))",
    "partner:OM or accountable:OM or director:OM or lead:OM or execute:OM or support:OM or fund:OM or consult:OM",
    "involved:\"Politie\" and action:2020-A01 and executionPlan:UP2020 and plan:\"\" and municipality:GM0622",
    "area:WK062201 and indicator:I1 and from:M-1 and year:1000,2999 and period:2021-01-01..2021-06-30",
    "status:planned,done and approach:prevention and cost:known,unknown,unstated,1000.50..,..90071992547409.91,0..0",
    "funding:grant and power:gemw-151b and origin:regular and item:\"é\" and disclosure:internal",
    "title:\"\\\"\" or gap:noLead,late",
];

/// Everything that the crate writes about the plans and about this many changed ones.
///
/// # Panics
/// A committed plan has errors.
#[must_use]
pub fn outputs(changed: u64) -> Vec<Output> {
    let mut outputs = vec![output("codes", &catalogue()), output("powers", &PowersTable::CURRENT)];
    outputs.extend(FILTERS.iter().map(|text| output("filter", &text.parse::<Filter>().expect("a filter"))));
    let read = |text: &str| SafetyPlan::from_json(text).unwrap_or_else(|errors| panic!("{errors:#}"));
    let plans = [PLAN, DEMO, RICH, BASE].map(read);
    let days = ["2019-06-01", "2020-01-01", "2021-09-01", "2024-02-29", "2999-12-31"].map(day);
    for plan in &plans {
        for day in days {
            of_plan(plan, day, &mut outputs);
        }
        of_elements(plan, &mut outputs);
        of_trace(plan, day("2021-09-01"), &mut outputs);
        of_accepted(plan, day("2021-09-01"), &mut outputs);
        of_measured(plan, &mut outputs);
        for other in &plans {
            of_two(plan, other, day("2022-01-01"), &mut outputs);
        }
        let (later, next) = (later(plan), successor(plan));
        of_plan(&later, day("2022-01-01"), &mut outputs);
        of_two(plan, &later, day("2022-01-01"), &mut outputs);
        for day in days {
            of_two(plan, &next, day, &mut outputs);
            of_two(&later, &next, day, &mut outputs);
        }
        outputs.push(findings(&PlanSet::check(vec![plan.clone(), plan.clone()]).errors));
        outputs.extend(PlanSet::new([plan.clone(), next]).map(|set| findings(&set.advice())));
    }
    for text in
        ["", "{", "[1,2", "{\"a\":1e400}", &"[".repeat(1000), "null", "{}", "{\"formatVersion\":\"2.0\"}"]
    {
        outputs.push(findings(&errors(text)));
        outputs.extend(read_changes(text).err().as_ref().map(findings));
        outputs.extend(PlanSet::from_ndjson(text).err().map(|rejected| findings(rejected.errors())));
    }
    // More than is kept is counted.
    let many =
        Limits::default().with_findings(1).from_json(r#"{"formatVersion": "1.0", "een": 1, "twee": 2}"#);
    outputs.extend(many.err().map(|rejected| findings(rejected.errors())));
    of_sample(&mut outputs);
    let schemas = Schemas::committed("safety-plan.schema.json");
    let (rich, document, words) = (read(RICH), Document::parse(RICH), words(schemas.schema()));
    for seed in 0..changed {
        let random = &mut Random::new(seed);
        let text = mutant(&document, &words, schemas.schema(), random).document.to_string();
        match SafetyPlan::from_json(&text) {
            Err(rejected) => outputs.push(findings(rejected.errors())),
            Ok(plan) => {
                of_plan(&plan, day("2021-09-01"), &mut outputs);
                of_two(&rich, &plan, day("2022-01-01"), &mut outputs);
            }
        }
        let batch = read_changes(&restructured(&crate::batch(), random).to_string());
        outputs.push(findings(&batch.and_then(|batch| refusal(&rich, &batch)).err().unwrap_or_default()));
    }
    outputs
}

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

fn errors(text: &str) -> Findings {
    SafetyPlan::from_json(text).err().map(veiligheidsplan::PlanRejected::into_errors).unwrap_or_default()
}

/// What is against the changes, if anything is.
fn refusal(plan: &SafetyPlan, changes: &[Change]) -> Result<(), Findings> {
    let applied = plan.apply(changes, day("2022-01-01"));
    applied.map(|_| ()).map_err(veiligheidsplan::PlanRejected::into_errors)
}

/// What is written about a plan on a day.
fn of_plan(plan: &SafetyPlan, day: Date, outputs: &mut Vec<Output>) {
    for level in Disclosure::ALL {
        let shown: Value = serde_json::from_str(&plan.disclosed(*level).to_json()).expect("JSON");
        outputs.push(output("safety-plan", &shown));
    }
    outputs.push(findings(&plan.advice(day)));
    outputs.push(output("costs", &costs(plan, CostScope::Plan).expect("the plan itself")));
    outputs.push(output("policy-logic", &policy_logic(plan)));
    outputs.push(output("progress", &progress(plan, day)));
    outputs.push(output("results", &results(plan, day)));
    outputs.push(output("means", &means(plan)));
    outputs.push(output("carry-over", &carry_over(plan, day)));
    outputs.push(output("unanswered", &unanswered(plan)));
    outputs.push(output("balance", &balance(plan)));
    outputs.push(output("states", &plan.as_of(day).states()));
    outputs.push(output("agenda", &agenda(plan, day, self::day("2999-12-31"))));
    for element in plan.elements() {
        let step = match element {
            Element::Plan(_) => Step::Adoption,
            Element::ExecutionPlan(plan) => Step::ExecutionPlanAdoption(plan.id()),
            Element::Action(action) => Step::Start(action.id()),
            _ => continue,
        };
        outputs.push(output("readiness", &plan.readiness(step, day)));
    }
}

/// What is written about each element of a plan.
fn of_elements(plan: &SafetyPlan, outputs: &mut Vec<Output>) {
    for element in plan.elements() {
        let scope: CostScope = match element {
            Element::ExecutionPlan(plan) => plan.id().into(),
            Element::Objective(objective) => objective.id().into(),
            Element::Pillar(pillar) => pillar.id().into(),
            Element::Priority(priority) => priority.id().into(),
            Element::Theme(theme) => theme.id().into(),
            _ => continue,
        };
        outputs.extend(costs(plan, scope).map(|costs| output("costs", &costs)));
    }
}

/// What is written about two plans: as versions of one, and as one after the other.
fn of_two(old: &SafetyPlan, new: &SafetyPlan, day: Date, outputs: &mut Vec<Output>) {
    let changes = difference(old, new);
    outputs.push(output("comparison", &compare(old, new)));
    of_difference(old, new, day, outputs);
    outputs.push(output("succession", &succession(old, new, day)));
    match old.apply(&changes, self::day("2022-01-01")) {
        Ok(applied) => outputs.push(output("effects", &applied.effects)),
        Err(rejected) => outputs.push(findings(rejected.errors())),
    }
    outputs.push(output("changes", &changes));
}
