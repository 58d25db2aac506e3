//! Reads from two plans what became of the one in the other.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use super::{
    Continuation, Fate, GoalFate, LookBack, MunicipalSuccession, OpenAction, SucceedingPlan, Succession,
    Territory,
};
use crate::entity::Predecessor;
use crate::kind::Kind;
use crate::lifecycle::{self, History, PlanState};
use crate::plan::Named;
use crate::plan::{Element, Pair, PlanSet, SafetyPlan, state_beside};
use crate::value::Date;

/// What became of one plan in another that comes after it, as of a day. `O(n log n)` in the elements of both.
///
/// A continuation is what the new plan states under `continues`; nothing is guessed from titles.
#[must_use]
pub fn succession(old: &SafetyPlan, new: &SafetyPlan, as_of: Date) -> Succession {
    let history = History::of(old);
    let pair = Pair { old, new, history: &history, day: Some(as_of) };
    let named = new.predecessors().iter().any(|one| one.plan() == Some(old.id()));
    let successors: &[&SafetyPlan] = if named { &[new] } else { &[] };
    let continuing = Continuing::of(new);
    let goals = pair.goals(&continuing);
    let (carried, left_behind) = pair.open_actions(&continuing, as_of);
    let new_end = new.as_of(as_of).plan().ends_on;
    Succession {
        as_of,
        old: brief(old, pair.end(), state_beside(old, successors, as_of)),
        new: brief(new, new_end, new.as_of(as_of).state()),
        named,
        municipalities: pair.municipalities(as_of),
        look_back: pair.look_back(as_of),
        goals,
        new_goals: new_goals(old, new),
        objectives: continuing.of_kind(old, Kind::Objective),
        indicators: continuing.of_kind(old, Kind::Indicator),
        carried,
        left_behind,
    }
}

/// Each succession in a set: of every plan, with each predecessor that is in the set too, in the order of the set.
#[must_use]
pub fn successions(set: &PlanSet, as_of: Date) -> Vec<Succession> {
    let by_id: HashMap<_, _> = set.iter().map(|plan| (plan.id(), plan)).collect();
    let each = set.iter().flat_map(|new| {
        let mut seen = HashSet::new();
        let ids = new.predecessors().iter().filter_map(Predecessor::plan);
        let olds = ids.filter(move |id| seen.insert(*id)).filter_map(|id| by_id.get(&id).copied());
        olds.map(move |old| succession(old, new, as_of)).collect::<Vec<_>>()
    });
    each.collect()
}

fn brief(plan: &SafetyPlan, ends_on: Date, state: PlanState) -> SucceedingPlan {
    SucceedingPlan { plan: Element::Plan(plan).into(), starts_on: plan.period().start(), ends_on, state }
}

fn is_goal(element: &Element<'_>) -> bool {
    matches!(element.kind(), Kind::Priority | Kind::Theme)
}

/// The priorities and themes of the new plan that continue none of the old one's.
fn new_goals(old: &SafetyPlan, new: &SafetyPlan) -> Vec<Named> {
    let is_old = |id: &Uuid| old.element(*id).is_some_and(|element| is_goal(&element));
    let goals = new.elements().filter(is_goal);
    goals.filter(|goal| !goal.continues().iter().any(is_old)).map(Named::from).collect()
}

/// The elements of the new plan by what they continue.
struct Continuing<'a>(HashMap<Uuid, Vec<Element<'a>>>);

impl<'a> Continuing<'a> {
    fn of(new: &'a SafetyPlan) -> Self {
        let mut by_old: HashMap<Uuid, Vec<Element<'a>>> = HashMap::new();
        for element in new.elements() {
            for old in element.continues() {
                by_old.entry(old).or_default().push(element);
            }
        }
        Self(by_old)
    }

    /// What continues it: priorities and themes a priority or theme, anything else its own kind.
    fn get(&self, old: Element<'_>) -> Vec<Element<'a>> {
        let fits = |new: &Element<'_>| new.kind() == old.kind() || (is_goal(new) && is_goal(&old));
        self.0.get(&old.id().into_uuid()).into_iter().flatten().copied().filter(fits).collect()
    }

    fn named(&self, old: Element<'_>) -> Vec<Named> {
        self.get(old).into_iter().map(Named::from).collect()
    }

    fn of_kind(&self, old: &SafetyPlan, kind: Kind) -> Vec<Continuation> {
        let elements = old.elements().filter(|element| element.kind() == kind);
        elements.map(|old| Continuation { old: old.into(), became: self.named(old) }).collect()
    }
}

impl Pair<'_> {
    fn municipalities(&self, as_of: Date) -> Vec<MunicipalSuccession> {
        let start = self.start();
        let (old, new) = (self.old.municipalities(), self.new.municipalities());
        let then = self.new.as_of(as_of);
        let of_old = old.iter().map(|one| {
            let new_end = then.plan_in(one.code()).map(|standing| standing.ends_on);
            let continues = new_end.is_some();
            let end = self.end_in(one.code());
            let days = |from: Date, to: Date| {
                let days = to.into_naive().signed_duration_since(from.into_naive()).num_days();
                u64::try_from(days).unwrap_or(0)
            };
            let both = |new_end: Date| {
                let (first, last) = (start.max(self.old.period().start()), end.min(new_end));
                if first <= last { days(first, last) + 1 } else { 0 }
            };
            MunicipalSuccession {
                code: one.code().to_string(),
                name: one.name().to_string(),
                territory: if continues { Territory::Continues } else { Territory::OnlyOld },
                old_ends_on: Some(end),
                new_starts_on: continues.then_some(start),
                gap_days: continues.then(|| days(end, start).saturating_sub(1)),
                overlap_days: new_end.map(both),
            }
        });
        let only_new = new.iter().filter(|one| !old.iter().any(|other| other.code() == one.code()));
        let of_new = only_new.map(|one| MunicipalSuccession {
            code: one.code().to_string(),
            name: one.name().to_string(),
            territory: Territory::OnlyNew,
            old_ends_on: None,
            new_starts_on: Some(start),
            gap_days: None,
            overlap_days: None,
        });
        of_old.chain(of_new).collect()
    }

    fn look_back(&self, as_of: Date) -> LookBack {
        let delivered_on = self.evaluated_on();
        let analyses: Vec<Named> = self.look_backs().map(Named::from).collect();
        let not_evaluated = self.old.execution_plans().iter().filter(|execution| {
            let standing = lifecycle::execution_plan(self.old, self.history, execution, as_of);
            !standing.state.is_off()
                && lifecycle::evaluation_of(self.history, execution, standing.ends_on, as_of).is_none()
        });
        LookBack {
            evaluated: delivered_on.is_some() || !analyses.is_empty(),
            delivered_on,
            analyses,
            execution_plans_not_evaluated: not_evaluated
                .map(|execution| Element::ExecutionPlan(execution).into())
                .collect(),
        }
    }

    fn goals(&self, continuing: &Continuing<'_>) -> Vec<GoalFate> {
        self.old.elements().filter(is_goal).map(|old| self.fate(old, &continuing.get(old))).collect()
    }

    fn fate(&self, old: Element<'_>, became: &[Element<'_>]) -> GoalFate {
        let closed_on = self.closed_on(old);
        let mut seen = HashSet::from([old.id().into_uuid()]);
        let together: Vec<Element<'_>> = became
            .iter()
            .flat_map(|new| new.continues())
            .filter(|id| seen.insert(*id))
            .filter_map(|id| self.old.element(id).filter(is_goal))
            .collect();
        let fate = match (became, together.as_slice()) {
            ([], _) if closed_on.is_some() => Fate::Closed,
            ([], _) => Fate::DroppedWithoutDecision,
            ([_, _, ..], _) => Fate::Split,
            ([_], [_, ..]) => Fate::Merged,
            ([new], []) => match (old.kind(), new.kind()) {
                (Kind::Priority, Kind::Theme) => Fate::ScaledDown,
                (Kind::Theme, Kind::Priority) => Fate::Raised,
                _ => Fate::Continued,
            },
        };
        GoalFate {
            old: old.into(),
            fate,
            became: became.iter().map(|new| (*new).into()).collect(),
            together_with: together.into_iter().map(Named::from).collect(),
            closed_on,
        }
    }

    /// The actions that are open on the day: those that go on in the new plan, and the rest.
    fn open_actions(&self, continuing: &Continuing<'_>, as_of: Date) -> (Vec<OpenAction>, Vec<OpenAction>) {
        let view = self.old.as_of(as_of);
        let open = view.actions().filter(|(_, standing)| !standing.state.is_final());
        let open = open.map(|(action, standing)| {
            let element = Element::Action(action);
            OpenAction { action: element.into(), state: standing.state, became: continuing.named(element) }
        });
        open.partition(|action| !action.became.is_empty())
    }
}
