//! The life of a plan (*beleidscyclus*): states that follow from the facts on record, as of a day.
//!
//! A state is never stored: it follows from decisions, reports and evaluations, so that the two can't disagree. Facts are
//! ordered by date, then by their place in the document, and **a fact dated after a day changes no state as of that
//! day**. Ask through [`SafetyPlan::as_of`](crate::SafetyPlan::as_of).
//!
//! An organ is not looked at here: a plan that the college adopted is adopted. Whether that organ was the one to do so is
//! for the plan's profile to judge, as advice. A decision that names no municipality holds for all of them.
//!
//! # Plan, per municipality
//!
//! | Fact, dated on or before the day | State |
//! |---|---|
//! | none | `draft` |
//! | `consult` on the plan | `consulted` |
//! | `propose` | `proposed` |
//! | `reject`, before any adoption | `rejected`, until proposed or adopted again |
//! | `withdraw` | `withdrawn`, until proposed or adopted again |
//! | none of `adopt`, `reject`, `withdraw`, and the plan's first day has come | `adoptionUnrecorded` |
//! | `adopt` | `adopted` |
//! | `adopt`, and both its `effectiveFrom` and the plan's first day have come | `inForce` |
//! | the last day has passed, with extensions (`extend`); or `close` | `ended` |
//! | an evaluation of the plan, final or up to its end, was delivered, and it has ended | `evaluated` |
//!
//! The plan's own state is that of the municipality that is least far, in the order of [`PlanState`]; where some have
//! adopted it and others have not, it is `partlyAdopted`. In a set, a plan whose successor is in force is `superseded`.
//! Taking note, informing, instructing and amending change no state.
//!
//! # Execution plan
//!
//! | Fact, dated on or before the day | State |
//! |---|---|
//! | none | `draft` |
//! | `consult`, `propose`, `reject`, `withdraw` | `consulted`, `proposed`, `rejected`, `withdrawn` |
//! | `takeNote`, without adoption | `noted` |
//! | `adopt` (for some of a joint plan's municipalities only: `partlyAdopted`) | `adopted` |
//! | `adopt`, and `inform` to the council, or the council adopted it or took note of it | `sentToCouncil` |
//! | noted or adopted, and its first day has come | `running` |
//! | its first day has come, neither noted nor adopted | `adoptionUnrecorded` |
//! | noted or adopted, and its last day has passed, with extensions; or `close` | `closed` |
//! | an evaluation of it was delivered that is not interim, or reaches its end, and that day has passed | `evaluated` |
//! | that evaluation was sent to the council, or the council adopted it or took note of it | `evaluationSent` |
//!
//! # Action
//!
//! | Fact, dated on or before the day | State |
//! |---|---|
//! | its execution plan is withdrawn or rejected | `withdrawn` |
//! | the last report says done, partly done, not done, cancelled | `done`, `partlyDone`, `notDone`, `cancelled` |
//! | `close` on the action, without such a report | `closed` |
//! | an action of another execution plan continues it, and that one has begun; it is not done, cancelled or closed | `carriedOver` |
//! | the last report says delayed, or expects an end after the planned one | `delayed` |
//! | the last report says started | `running` |
//! | no report; its execution plan is not settled, or the action is taken up later | `proposed` |
//! | no report; it needs additional money without an accepted proposal | `awaitingCouncil` |
//! | no report otherwise | `planned` |
//!
//! What an evaluation says of an action counts as a report on the last day of the period looked back on, known from the
//! day of delivery. A continuous action doesn't end by being done: it stays `running`.
//!
//! # Acute issue, council proposal, priority and theme
//!
//! | Element | States |
//! |---|---|
//! | acute issue | `notSignalled`, from `signalledOn` `signalled`, after `close` `handled`, from `accountedOn` or after `inform` to the council `accountedFor` |
//! | proposal | `drafted`, from `submittedOn` or `propose` `submitted`, after `accept`, `reject`, `withdraw` `accepted`, `rejected`, `withdrawn`; for several municipalities the least far |
//! | priority, theme | with the plan: `proposed` before it is in force, `active`, `ended`, `withdrawn`; after `close` `closed` |

mod action;
mod course;
mod execution;
mod history;
mod other;
mod plan;
mod state;

pub(crate) use action::{ActionStanding, Carried, action, awaits_council, first_start, is_final};
pub(crate) use course::Course;
pub use execution::ExecutionPlanStanding;
pub(crate) use execution::{evaluation_of, execution_plan};
pub(crate) use history::{History, Ruling, informs_council};
pub(crate) use other::{acute_issue, goal, proposal};
pub use plan::PlanStanding;
pub(crate) use plan::{plan, plan_in};
pub use state::{ActionState, AcuteIssueState, ExecutionPlanState, GoalState, PlanState, ProposalState};
