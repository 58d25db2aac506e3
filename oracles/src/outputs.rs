//! What the crate writes: findings, readiness, threads, the catalogue and plans.

use serde_json::{Value, json};
use veiligheidsplan::entity::Disclosure;
use veiligheidsplan::export::catalogue;
use veiligheidsplan::trace::{Trace, Way};
use veiligheidsplan::{Date, Findings, SafetyPlan, Step};

use crate::{DEMO, Document, PLAN, RICH, Random, Schemas, mutant, words};

/// Something that the crate wrote, and the committed schema it must fit.
#[derive(Debug, Clone)]
pub struct Output {
    /// The name of the schema, such as `findings`.
    pub schema: &'static str,
    /// What was written.
    pub value: Value,
}

fn value(written: &impl serde::Serialize) -> Value {
    serde_json::to_value(written).expect("what the crate writes is JSON")
}

/// Everything that the crate writes about the plans and about this many changed ones.
///
/// # Panics
/// A committed plan has errors.
#[must_use]
pub fn outputs(changed: u64) -> Vec<Output> {
    let mut outputs = vec![Output { schema: "codes", value: value(&catalogue()) }];
    let findings = |found: &Findings| Output { schema: "findings", value: value(&found.as_slice()) };
    let days = ["2019-06-01", "2020-01-01", "2021-09-01", "2024-02-29", "2999-12-31"];
    for text in [PLAN, DEMO, RICH] {
        let plan = SafetyPlan::from_json(text).expect("a plan without errors");
        for day in days {
            outputs.push(findings(&plan.advice(day.parse::<Date>().expect("a day"))));
        }
        outputs.push(Output { schema: "readiness", value: value(&plan.readiness(Step::Adoption, plan.period().start())) });
        for level in Disclosure::ALL {
            let written = serde_json::from_str(&plan.disclosed(*level).to_json()).expect("JSON");
            outputs.push(Output { schema: "safety-plan", value: written });
        }
        let trace = Trace::of(&plan);
        for element in plan.elements() {
            for way in [Way::Up, Way::Down] {
                if let Ok(report) = trace.report(element.id(), way) {
                    outputs.push(Output { schema: "threads", value: value(&report) });
                }
            }
        }
    }
    for text in
        ["", "{", "[1,2", "{\"a\":1e400}", &"[".repeat(1000), "null", "{}", "{\"formatVersion\":\"2.0\"}"]
    {
        outputs.push(findings(&errors(text)));
    }
    let schema = Schemas::committed("safety-plan.schema.json");
    let (base, words) = (Document::parse(RICH), words(schema.schema()));
    for seed in 0..changed {
        let text = mutant(&base, &words, schema.schema(), &mut Random::new(seed)).document.to_string();
        match SafetyPlan::from_json(&text) {
            Err(rejected) => outputs.push(findings(rejected.errors())),
            Ok(plan) => {
                outputs.push(Output { schema: "readiness", value: value(&plan.readiness(Step::Adoption, plan.period().start())) });
                let written = serde_json::from_str(&plan.to_json()).unwrap_or_else(|_| json!(text));
                outputs.push(Output { schema: "safety-plan", value: written });
            }
        }
    }
    outputs
}

fn errors(text: &str) -> Findings {
    SafetyPlan::from_json(text).err().map(veiligheidsplan::PlanRejected::into_errors).unwrap_or_default()
}
