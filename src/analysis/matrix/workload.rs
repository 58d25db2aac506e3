//! Workload: the actions of each partner by role, year and state.

use schemars::JsonSchema;
use serde::Serialize;

use super::RoleCounts;
use super::find::Hands;
use crate::id::PlanId;
use crate::kind::Kind;
use crate::lifecycle::ActionState;
use crate::plan::Named;
use crate::trace::{Trace, TraceError, Words};
use crate::value::Date;

/// What a partner does in a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "werklast in een jaar")]
#[non_exhaustive]
pub struct YearLoad {
    /// The year.
    pub year: i32,
    /// How many actions name it, each once.
    pub actions: u64,
    /// How many in each role.
    pub roles: RoleCounts,
}

/// What a partner has in a state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "werklast in een stand")]
#[non_exhaustive]
pub struct StateLoad {
    /// The state.
    pub state: ActionState,
    /// How many actions name it, each once.
    pub actions: u64,
    /// How many in each role.
    pub roles: RoleCounts,
}

/// What a partner has on its plate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "werklast van een partner")]
#[non_exhaustive]
pub struct WorkloadRow {
    /// The partner.
    pub partner: Named,
    /// How many actions name it, each once.
    pub actions: u64,
    /// How many in each role.
    pub roles: RoleCounts,
    /// The same by year, where it does something; an action counts in each year in which it has a day.
    pub years: Vec<YearLoad>,
    /// The same by state, where it has something.
    pub states: Vec<StateLoad>,
}

/// How many actions each partner leads, executes, supports and so on, by year and by state (*werklast*).
///
/// It counts actions and weighs none: what an action takes in people and money stands elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "werklast")]
#[doc(alias = "werklast")]
#[non_exhaustive]
pub struct Workload {
    /// The plan.
    pub plan: Named,
    /// The day that states are as of.
    pub day: Date,
    /// The partners, in the order of the plan; those that do nothing too.
    pub partners: Vec<WorkloadRow>,
}

/// How many actions each partner of a plan leads, executes, supports and so on. `O(p y n / 64)` in its partners `p`, years
/// and states `y`, and actions `n`.
///
/// ```
/// use veiligheidsplan::{SafetyPlan, analysis::workload, trace::Trace};
///
/// let plan = SafetyPlan::from_json(include_str!("../../../data/vlaardingen-2020-2023.demo.plan.json"))?;
/// let trace = Trace::of(&plan, "2021-09-01".parse()?);
/// let load = workload(&trace, plan.id())?;
/// let municipality = &load.partners[0];
/// let by_state: u64 = municipality.states.iter().map(|state| state.actions).sum();
/// assert_eq!(by_state, municipality.actions, "an action is in one state");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The trace has no such plan.
pub fn workload(trace: &Trace, plan: PlanId) -> Result<Workload, TraceError> {
    let view = trace.plan_view(plan)?;
    let years: Vec<(i32, Words)> = view.years().into_iter().map(|year| (year, view.in_year(year))).collect();
    let states = ActionState::ALL.iter().map(|state| (*state, view.in_states([*state])));
    let states: Vec<(ActionState, Words)> = states.filter(|(_, words)| !words.is_empty()).collect();
    let row = |partner: u32| {
        let hands = Hands::of(view, partner);
        let year = |(year, words): &(i32, Words)| YearLoad {
            year: *year,
            actions: hands.all.common(words),
            roles: hands.counts(words),
        };
        let state = |(state, words): &(ActionState, Words)| StateLoad {
            state: *state,
            actions: hands.all.common(words),
            roles: hands.counts(words),
        };
        WorkloadRow {
            partner: view.named(partner),
            actions: hands.all.count(),
            roles: hands.counts(&hands.all),
            years: years.iter().map(year).filter(|load| load.actions > 0).collect(),
            states: states.iter().map(state).filter(|load| load.actions > 0).collect(),
        }
    };
    Ok(Workload {
        plan: view.named(0),
        day: view.day(),
        partners: view.nodes(&[Kind::Partner]).map(row).collect(),
    })
}
