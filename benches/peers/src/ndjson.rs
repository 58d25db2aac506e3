//! Plans as text: read with serde into owned structs that an embedder would write, with the keys that have rows.

#![expect(dead_code, reason = "what an embedder keeps is read, whether or not a question asks for it")]

use std::collections::HashMap;

use serde::Deserialize;
use uuid::Uuid;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Plan {
    pub id: Uuid,
    pub title: String,
    pub vision: Option<String>,
    #[serde(default)]
    pub objectives: Vec<Objective>,
    #[serde(default)]
    pub partners: Vec<Partner>,
    #[serde(default)]
    pub priorities: Vec<Priority>,
    #[serde(default)]
    pub themes: Vec<Theme>,
    #[serde(default)]
    pub execution_plans: Vec<ExecutionPlan>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Objective {
    pub id: Uuid,
    pub text: String,
    #[serde(default)]
    pub sub_objectives: Vec<Objective>,
    #[serde(default)]
    pub supports: Vec<Link>,
}

#[derive(Deserialize)]
pub struct Link {
    pub id: Uuid,
}

#[derive(Deserialize)]
pub struct Partner {
    pub id: Uuid,
    pub name: String,
}

#[derive(Deserialize)]
pub struct Priority {
    pub id: Uuid,
    pub title: String,
    #[serde(default)]
    pub objectives: Vec<Objective>,
    #[serde(default)]
    pub answers: Vec<Link>,
    #[serde(default)]
    pub pillars: Vec<Pillar>,
}

#[derive(Deserialize)]
pub struct Pillar {
    pub id: Uuid,
    pub title: String,
    #[serde(default)]
    pub answers: Vec<Link>,
    #[serde(default)]
    pub pillars: Vec<Pillar>,
}

#[derive(Deserialize)]
pub struct Theme {
    pub id: Uuid,
    pub title: String,
    #[serde(default)]
    pub answers: Vec<Link>,
}

#[derive(Deserialize)]
pub struct ExecutionPlan {
    pub id: Uuid,
    pub title: String,
    pub period: Period,
    #[serde(default)]
    pub actions: Vec<Action>,
}

#[derive(Deserialize)]
pub struct Period {
    pub start: String,
    pub end: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Action {
    pub id: Uuid,
    pub code: Option<String>,
    pub title: String,
    pub serves: Vec<Served>,
    pub description: Option<String>,
    pub item: Option<String>,
    pub period: Option<Period>,
    pub cost: Option<Cost>,
    pub registered_on: Option<String>,
    pub disclosure: Option<String>,
    #[serde(default)]
    pub continuous: bool,
    #[serde(default)]
    pub approach: Vec<String>,
    #[serde(default)]
    pub responsibilities: Vec<Responsibility>,
    #[serde(default)]
    pub areas: Vec<Uuid>,
    #[serde(default)]
    pub powers: Vec<String>,
    #[serde(default)]
    pub indicators: Vec<Uuid>,
    #[serde(default)]
    pub depends_on: Vec<Uuid>,
    #[serde(default)]
    pub continues: Vec<Uuid>,
    #[serde(default)]
    pub progress: Vec<Progress>,
}

#[derive(Deserialize)]
pub struct Served {
    pub kind: String,
    pub id: Uuid,
}

#[derive(Deserialize)]
pub struct Cost {
    pub amount: Amount,
    #[serde(default)]
    pub funding: Vec<Funding>,
}

#[derive(Deserialize)]
pub struct Amount {
    pub kind: String,
    pub cents: Option<u64>,
}

#[derive(Deserialize)]
pub struct Funding {
    pub source: String,
    pub proposal: Option<Uuid>,
}

#[derive(Deserialize)]
pub struct Responsibility {
    pub partner: Uuid,
    pub role: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    pub date: String,
    pub status: Option<String>,
    pub percent: Option<u64>,
    pub spent: Option<u64>,
    pub expected_end: Option<String>,
    pub effect: Option<String>,
    pub reason: Option<String>,
}

/// Text to owned structs.
pub fn read(text: &str) -> serde_json::Result<Vec<Plan>> {
    text.lines().map(serde_json::from_str).collect()
}

/// What can be asked right after: where each action is.
pub fn index(plans: &[Plan]) -> HashMap<Uuid, (u32, u32, u32)> {
    let mut index = HashMap::new();
    for (plan, one) in (0..).zip(plans) {
        for (execution, one) in (0..).zip(&one.execution_plans) {
            index.extend((0..).zip(&one.actions).map(|(at, action)| (action.id, (plan, execution, at))));
        }
    }
    index
}

/// How many actions nobody leads: so that two readers can be compared.
pub fn without_lead(plans: &[Plan]) -> u64 {
    let actions = plans.iter().flat_map(|plan| &plan.execution_plans).flat_map(|plan| &plan.actions);
    actions.filter(|action| action.responsibilities.iter().all(|one| one.role != "lead")).count() as u64
}
