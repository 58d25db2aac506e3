//! Policy logic: whether one thing in a plan follows from another.

mod chain;
mod print;

use schemars::JsonSchema;
use serde::Serialize;

use crate::choice::choice;
use crate::page::printed;
use crate::plan::Named;

pub use chain::policy_logic;

choice! {
    /// A link of the policy logic, in the order of the chain.
    LogicLink "schakel van de beleidslogica" {
        /// The priority rests on the evaluation of what came before.
        Evaluation = "evaluation" / "evaluation - priority" / "evaluatie - prioriteit",
        /// The priority rests on a safety analysis.
        Analysis = "analysis" / "analysis - priority" / "analyse - prioriteit",
        /// The priority has a goal.
        Goal = "goal" / "priority - goal" / "prioriteit - doel",
        /// There is an approach to reach the goal.
        Approach = "approach" / "goal - approach" / "doel - aanpak",
        /// There are means for the approach.
        Means = "means" / "approach - means" / "aanpak - middelen",
        /// The goal supports a strategic objective. It leads out of the chain, and is no gap in it.
        Strategic = "strategic" / "goal - strategic objective" / "doel - strategische doelstelling",
    }
}

choice! {
    /// Who says that a link of the policy logic is there.
    LogicState "stand van een schakel" {
        /// The plan says so, by naming it or by its place.
        Stated = "stated" / "stated" / "vermeld",
        /// Whoever encoded the plan concluded it.
        Read = "read" / "concluded by the encoder" / "gelezen",
        /// The plan doesn't say so.
        Absent = "absent" / "absent" / "ontbreekt",
        /// There is nothing on either side that could be linked.
        NotApplicable = "notApplicable" / "not applicable" / "n.v.t.",
    }
}

/// One link of the policy logic of a priority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "schakel")]
#[non_exhaustive]
pub struct LogicLinkReport {
    /// Which link.
    pub link: LogicLink,
    /// Stated where at least one element is linked by the plan itself.
    pub state: LogicState,
    /// How many elements the plan links.
    pub stated: u64,
    /// How many more whoever encoded the plan linked.
    pub read: u64,
    /// How many could be linked, where it is known: the goals that could support a strategic objective.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<u64>,
    /// Of an absent link: how many elements are present in the plan, not linked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_linked: Option<u64>,
}

/// Money set aside for a priority or its goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "budget")]
#[non_exhaustive]
pub struct Budget {
    /// What it is set aside for.
    pub element: Named,
    /// The amount in euro cents; absent where it is unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cents: Option<u64>,
    /// Whether the plan says how it is paid for.
    pub covered: bool,
}

/// What the plan says of the means of the actions that serve a priority. Actions that serve several count for each.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "middelen van acties")]
#[non_exhaustive]
pub struct ActionMeans {
    /// How many actions serve the priority, its goals or its pillars.
    pub actions: u64,
    /// How many of them have a cost with an amount; an estimate or ceiling is one.
    pub known: u64,
    /// The sum of those amounts in euro cents; absent where none is known. Budgets are not in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cents: Option<u64>,
    /// How many have a cost that the plan calls unknown.
    pub unknown: u64,
    /// How many state no cost.
    pub not_stated: u64,
    /// How many say how they are paid for.
    pub covered: u64,
    /// How many say what work they take.
    pub effort: u64,
}

/// The policy logic of one priority: what stands at each station, and what links the stations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "beleidslogica van een prioriteit")]
#[non_exhaustive]
pub struct PriorityLogic {
    /// The priority.
    pub priority: Named,
    /// The evaluations, and findings of one, that it or a pillar of it rests on.
    pub evaluation: Vec<Named>,
    /// The safety analyses, and findings of one, that it or a pillar of it rests on.
    pub analysis: Vec<Named>,
    /// Its goals.
    pub goals: Vec<Named>,
    /// The strategic objectives that its goals support.
    pub supports: Vec<Named>,
    /// Its pillars, at every depth.
    pub pillars: Vec<Named>,
    /// Money set aside for it and its goals; never added to the costs of its actions.
    pub budgets: Vec<Budget>,
    /// The actions that serve it, and their means.
    pub action_means: ActionMeans,
    /// The links, in the order of the chain; the last leads out of it.
    pub links: Vec<LogicLinkReport>,
    /// The first link of the chain that is absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_gap: Option<LogicLink>,
}

/// How many priorities have a link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "telling van een schakel")]
#[non_exhaustive]
pub struct LogicCount {
    /// Which link.
    pub link: LogicLink,
    /// How many priorities of which the plan states it.
    pub stated: u64,
    /// How many of which whoever encoded the plan concluded it.
    pub read: u64,
    /// How many without it.
    pub absent: u64,
    /// How many where there is nothing to link.
    pub not_applicable: u64,
}

/// The policy logic of a plan (*beleidslogica*): per priority the chain evaluation, analysis, priority, goal, approach,
/// means, as the Dutch CCV asks for it.
///
/// | Link | Stated or read where |
/// |---|---|
/// | evaluation - priority | the priority or a pillar of it is `basedOn` the evaluation of the predecessor, another evaluation, or a finding of one |
/// | analysis - priority | the priority or a pillar of it is `basedOn` a safety analysis or a finding of one |
/// | priority - goal | the priority has an objective |
/// | goal - approach | the priority has a goal, and pillars or actions that serve it, its goals or its pillars |
/// | approach - means | the priority has an approach, and a budget, or an action with a cost or effort |
/// | goal - strategic objective | an objective of the priority `supports` one |
///
/// Priorities rest on evaluation and analysis side by side: the format has no link between those two. An analysis that
/// the plan has but that no priority names is present, not linked. A cost or budget counts as means where its amount is
/// known or the plan says how it is paid for; an unknown amount alone doesn't. Actions are counted in all execution
/// plans, whatever their state.
#[doc(alias = "beleidslogica")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "beleidslogica")]
#[non_exhaustive]
pub struct PolicyLogic {
    /// The plan.
    pub plan: Named,
    /// The evaluations of the predecessor that the plan has.
    pub evaluations: Vec<Named>,
    /// The safety analyses that the plan has.
    pub analyses: Vec<Named>,
    /// The priorities, in the order of the plan.
    pub priorities: Vec<PriorityLogic>,
    /// The links over all priorities; of a plan without priorities there are none.
    pub counts: Vec<LogicCount>,
}

printed!(PolicyLogic);
