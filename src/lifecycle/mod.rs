//! The life of a plan (*beleidscyclus*): states that follow from the facts on record, as of a day.
//!
//! A state is never stored: it follows from decisions, reports and evaluations, so that the two can't disagree. Facts are
//! ordered by date, then by their place in the document, and **a fact dated after a day changes no state as of that
//! day**. Ask through [`SafetyPlan::as_of`](crate::SafetyPlan::as_of).
//!
//! An organ is not looked at here: a plan that the college adopted is adopted. Whether that organ was the one to do so is
//! for the plan's profile to judge, as advice. A decision that names no municipality holds for all of them. What is decided
//! on an action, priority, theme or acute issue holds whichever municipality decided it.
//!
//! # Plan, per municipality
//!
//! | Fact, dated on or before the day | State |
//! |---|---|
//! | none | `draft` |
//! | `consult` on the plan | `consulted` |
//! | `propose`, also after having been consulted | `proposed` |
//! | `reject`, before any adoption | `rejected`, until proposed or adopted again |
//! | `withdraw`, also after adoption | `withdrawn`, until proposed or adopted again |
//! | none of the three above and no `adopt`, or proposed again since, and the plan's first day has come | `adoptionUnrecorded` |
//! | `adopt` | `adopted` |
//! | `adopt`, and both its `effectiveFrom` (or its date) and the plan's first day have come | `inForce` |
//! | `adopt`, and the last day has passed | `ended` |
//! | an evaluation of the plan, final or up to its end, was delivered, and it has ended | `evaluated` |
//!
//! The last day is that of the period, or of the last extension (`extend`) where that is later; a `close` ends it early, on
//! the day of the decision. Both count whenever they were decided. What was adopted stays adopted when it is proposed,
//! rejected or adopted again, and keeps the day of its first adoption. Taking note, informing, instructing and amending
//! change no state.
//!
//! The plan's own state is that of the municipality that is least far, in the order of [`PlanState`]; where some have
//! adopted it and others have not, it is `partlyAdopted`. In a set, a plan whose successor has come into force is
//! `superseded`, unless it was evaluated.
//!
//! # Execution plan
//!
//! | Fact, dated on or before the day | State |
//! |---|---|
//! | none | `draft` |
//! | `consult`, `propose`, `reject`, `withdraw` | `consulted`, `proposed`, `rejected`, `withdrawn`, as of a plan |
//! | `takeNote`, without adoption | `noted`, until rejected, withdrawn or adopted |
//! | `adopt` | `adopted` |
//! | `adopt`, and `inform` to the council, or the council adopted, rejected or took note of it | `sentToCouncil` |
//! | its first day has come, and it is neither noted, adopted, rejected nor withdrawn | `adoptionUnrecorded` |
//! | noted or adopted, and its first day has come | `running` |
//! | noted or adopted, and its last day (as of a plan) has passed | `closed` |
//! | that, and an evaluation of it was delivered that is not interim or half-yearly, or reaches its end | `evaluated` |
//! | that, and the first such evaluation was sent to the council, or the council adopted it or took note of it | `evaluationSent` |
//!
//! The state as a whole is that of the municipality that is least far; where some have noted or adopted it and others have
//! not, it is `partlyAdopted`. An execution plan that names its own municipalities is of those only.
//!
//! # Action
//!
//! The first row that holds:
//!
//! | Fact, dated on or before the day | State |
//! |---|---|
//! | its execution plan is withdrawn or rejected | `withdrawn` |
//! | the last report says done or cancelled | `done`, `cancelled` |
//! | `close` on the action | `closed`; where the last report says partly done or not done, that |
//! | an action of another execution plan continues it, which has begun and is not withdrawn or rejected, and that action is taken up | `carriedOver` |
//! | the last report says partly done or not done | `partlyDone`, `notDone` |
//! | the last report says delayed; or started or nothing, and expects an end after the planned one | `delayed` |
//! | the last report says started | `running` |
//! | no report says how far it is, and one gives a share or spending above nothing | `running` |
//! | its execution plan is not noted or adopted by all, or the action is taken up (`registeredOn`) later | `proposed` |
//! | it needs additional money without an accepted proposal | `awaitingCouncil` |
//! | otherwise | `planned` |
//!
//! The last report is the last that says how far the action is: by a status, or by an end after the planned one. What an
//! evaluation says of an action counts as a report on the last day of the period looked back on, known from the day of
//! delivery; a report of that same day comes after it. A continuous action doesn't end by being done: it stays `running`.
//!
//! # Acute issue, council proposal, priority and theme
//!
//! | Element | States |
//! |---|---|
//! | acute issue | `notSignalled`, from `signalledOn` `signalled`, after `close` `handled`, from `accountedOn` or after `inform` to the council `accountedFor` |
//! | proposal | `drafted`, from `submittedOn` or `propose` `submitted`, after `accept`, `reject`, `withdraw` `accepted`, `rejected`, `withdrawn`: the last of these; for several municipalities the least far |
//! | priority, theme | with the plan: `proposed` before it is in force, `active`, `ended`, `withdrawn`; after `close` `closed`, unless the plan is withdrawn or rejected |

mod action;
mod course;
mod execution;
mod history;
mod other;
mod plan;
mod state;
mod turns;

pub(crate) use action::{Carried, action, awaits_council, first_start, status_of};
pub(crate) use course::Course;
pub use execution::ExecutionPlanStanding;
pub(crate) use execution::{evaluation_of, execution_plan};
pub(crate) use history::{History, Ruling, informs_council, municipalities_of, told_apart};
pub(crate) use other::{acute_issue, goal, proposal};
pub use plan::PlanStanding;
pub(crate) use plan::{evaluated as plan_evaluated, plan, plan_in};
pub use state::{ActionState, AcuteIssueState, ExecutionPlanState, GoalState, PlanState, ProposalState};
pub(crate) use turns::Surroundings;
