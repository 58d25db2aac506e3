//! Follows actions from one execution plan to the next.

use std::collections::{HashMap, HashSet};

use super::{CarriedAction, CarryChain, CarryLink, CarryOver, LeftAction};
use crate::entity::{Action, ExecutionPlan};
use crate::id::ActionId;
use crate::lifecycle::{ActionState, ExecutionPlanState};
use crate::plan::{Element, SafetyPlan, Standing};
use crate::value::Date;

/// Which actions were carried on up to a day, and which unfinished ones nobody carried on.
///
/// `O(n + c)` in the elements of the plan and the links of its chains. Only what the plan itself holds is seen: for what a
/// later plan took over, see [`succession`](crate::analysis::succession).
///
/// ```
/// use veiligheidsplan::{SafetyPlan, analysis::carry_over, lifecycle::ActionState};
///
/// let plan = SafetyPlan::from_json(include_str!("../../../data/vlaardingen-2020-2023.demo.plan.json"))?;
/// let report = carry_over(&plan, "2021-09-01".parse()?);
/// assert!(report.carried.iter().all(|one| one.times >= 1 && !one.into.is_empty()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn carry_over(plan: &SafetyPlan, as_of: Date) -> CarryOver {
    let then = plan.as_of(as_of);
    let standings: Vec<Standing<ActionState>> = then.actions().map(|(_, standing)| standing).collect();
    let mut work = Work::of(plan, standings, as_of);
    work.link(plan, |execution| {
        let off = [ExecutionPlanState::Withdrawn, ExecutionPlanState::Rejected];
        execution.period().start() <= as_of && !off.contains(&then.standing_of(execution).state)
    });
    let mut left = Vec::new();
    let mut ended = 0;
    let mut actions = work.actions.iter();
    for execution in plan.execution_plans() {
        let ended_on = then.standing_of(execution).ends_on;
        let has_ended = ended_on < as_of;
        ended += u64::from(has_ended);
        for one in actions.by_ref().take(execution.actions().len()) {
            if has_ended && is_unfinished(one.standing.state) {
                left.push(LeftAction {
                    action: Element::Action(one.action).into(),
                    execution_plan: Element::ExecutionPlan(execution).into(),
                    ended_on,
                    state: one.standing.state,
                });
            }
        }
    }
    let (times, longest) = work.times();
    CarryOver {
        plan: Element::Plan(plan).into(),
        day: as_of,
        ended,
        carried: work.carried(&times),
        chains: work.chains(&times, &longest),
        left,
    }
}

/// Work is left where it was neither finished, nor ended by a decision, nor carried on.
fn is_unfinished(state: ActionState) -> bool {
    !state.is_final() || matches!(state, ActionState::PartlyDone | ActionState::NotDone)
}

#[derive(Debug)]
struct Placed<'a> {
    action: &'a Action,
    execution: &'a ExecutionPlan,
    standing: Standing<ActionState>,
    /// The actions that carry it on, and those that it carries on, each with since when.
    into: Vec<(usize, Date)>,
    from: Vec<(usize, Date)>,
}

/// The actions of a plan, in the order of the document.
#[derive(Debug)]
struct Work<'a> {
    actions: Vec<Placed<'a>>,
    day: Date,
}

impl<'a> Work<'a> {
    fn of(plan: &'a SafetyPlan, standings: Vec<Standing<ActionState>>, day: Date) -> Self {
        let executions = plan.execution_plans().iter();
        let actions = executions.flat_map(|one| one.actions().iter().map(move |action| (&**action, &**one)));
        let placed = actions.zip(standings).map(|((action, execution), standing)| Placed {
            action,
            execution,
            standing,
            into: Vec::new(),
            from: Vec::new(),
        });
        Self { actions: placed.collect(), day }
    }

    /// The links from each action that was carried on to those that carry it on.
    fn link(&mut self, plan: &SafetyPlan, counts: impl Fn(&ExecutionPlan) -> bool) {
        let numbers: HashMap<ActionId, usize> =
            self.actions.iter().enumerate().map(|(number, one)| (one.action.id(), number)).collect();
        let mut later = 0;
        for execution in plan.execution_plans() {
            let counts = counts(execution);
            let start = execution.period().start();
            for action in execution.actions() {
                let from = action.registered_on().map_or(start, |taken_up| taken_up.max(start));
                let earlier = action.continues().iter().filter_map(|id| numbers.get(id).copied());
                let earlier: HashSet<usize> = earlier.filter(|_| counts && from <= self.day).collect();
                for earlier in earlier {
                    self.put(earlier, later, from);
                }
                later += 1;
            }
        }
        for one in &mut self.actions {
            one.into.sort_unstable();
            one.from.sort_unstable();
        }
    }

    fn put(&mut self, earlier: usize, later: usize, since: Date) {
        let ids = (self.actions.get(earlier), self.actions.get(later));
        let (Some(before), Some(after)) = ids else { return };
        let carried = before.standing.state == ActionState::CarriedOver;
        if !carried || before.execution.id() == after.execution.id() {
            return;
        }
        if let Some(before) = self.actions.get_mut(earlier) {
            before.into.push((later, since));
        }
        if let Some(after) = self.actions.get_mut(later) {
            after.from.push((earlier, since));
        }
    }

    /// How often the work of each action was carried on before it, and from which action the longest way comes.
    fn times(&self) -> (Vec<u64>, Vec<Option<(usize, Date)>>) {
        let mut times = vec![0_u64; self.actions.len()];
        let mut longest: Vec<Option<(usize, Date)>> = vec![None; self.actions.len()];
        let mut waiting: Vec<usize> = self.actions.iter().map(|one| one.from.len()).collect();
        let firsts = waiting.iter().enumerate().filter(|(_, open)| **open == 0);
        let mut ready: Vec<usize> = firsts.map(|(number, _)| number).collect();
        while let Some(number) = ready.pop() {
            let Some(one) = self.actions.get(number) else { continue };
            // Every earlier one is known by now; of ways that are as long, the first in the document counts.
            for (earlier, since) in &one.from {
                let so_far = times.get(*earlier).map_or(0, |times| times + 1);
                if let (Some(own), Some(way)) = (times.get_mut(number), longest.get_mut(number))
                    && *own < so_far
                {
                    (*own, *way) = (so_far, Some((*earlier, *since)));
                }
            }
            for (later, _) in &one.into {
                if let Some(open) = waiting.get_mut(*later) {
                    *open -= 1;
                    if *open == 0 {
                        ready.push(*later);
                    }
                }
            }
        }
        (times, longest)
    }

    fn link_of(&self, number: usize, since: Option<Date>) -> Option<CarryLink> {
        let one = self.actions.get(number)?;
        let (action, execution) = (Element::Action(one.action), Element::ExecutionPlan(one.execution));
        Some(CarryLink { action: action.into(), execution_plan: execution.into(), since })
    }

    fn carried(&self, times: &[u64]) -> Vec<CarriedAction> {
        let all = self.actions.iter().zip(times).filter(|(one, _)| !one.into.is_empty());
        let carried = all.map(|(one, times)| CarriedAction {
            action: Element::Action(one.action).into(),
            execution_plan: Element::ExecutionPlan(one.execution).into(),
            since: one.standing.since,
            times: times + 1,
            into: one.into.iter().filter_map(|(later, since)| self.link_of(*later, Some(*since))).collect(),
        });
        carried.collect()
    }

    fn chains(&self, times: &[u64], longest: &[Option<(usize, Date)>]) -> Vec<CarryChain> {
        let mut chains = Vec::new();
        for (last, (one, times)) in self.actions.iter().zip(times).enumerate() {
            if *times == 0 || !one.into.is_empty() {
                continue;
            }
            let mut links = Vec::new();
            let mut at = Some(last);
            while let Some(number) = at {
                let before = longest.get(number).copied().flatten();
                links.extend(self.link_of(number, before.map(|(_, since)| since)));
                at = before.map(|(earlier, _)| earlier);
            }
            links.reverse();
            chains.push(CarryChain { times: *times, links });
        }
        chains
    }
}
