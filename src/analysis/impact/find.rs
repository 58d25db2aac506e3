//! Takes something away and looks at what is left.

use std::collections::HashSet;

use super::{
    AffectedAction, AffectedActions, AffectedGoal, AffectedGoals, AffectedPriority, Departure, Impact,
    Leaving,
};
use crate::id::ElementId;
use crate::kind::Kind;
use crate::lifecycle::ActionState;
use crate::plan::Named;
use crate::trace::{Follow, Link, PlanView, Trace, TraceError, Words};

/// The most that a list holds; the rest is counted.
const LISTED: usize = 1_000;

/// What is lost when something falls away. `O(g (g + n / 64))` for each plan in which something is lost, in its goals `g`
/// and actions `n`; names are made for what is listed.
///
/// ```
/// use veiligheidsplan::{Element, SafetyPlan, analysis::{Departure, impact}, trace::Trace};
///
/// let plan = SafetyPlan::from_json(include_str!("../../../data/vlaardingen-2020-2023.demo.plan.json"))?;
/// let trace = Trace::of(&plan, "2021-09-01".parse()?);
/// let Some(Element::Partner(police)) = plan.coded("politie").next() else { return Err("no partner".into()) };
/// let lost = impact(&trace, &Departure::of(police.id()))?;
/// assert!(lost.without_lead.total > 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The trace, or the plan that was named, has no such element.
pub fn impact(trace: &Trace, departure: &Departure) -> Result<Impact, TraceError> {
    let id = match departure.leaving {
        Leaving::Partner(id) => ElementId::from(id),
        Leaving::Action(id) => id.into(),
        Leaving::Priority(id) => id.into(),
    };
    let unknown = TraceError::Unknown(id.into_uuid());
    let within = |view: &PlanView<'_>| departure.plan.is_none_or(|plan| plan == view.id());
    if let Leaving::Action(action) = departure.leaving {
        let found = trace.view_of_action(action.into_uuid()).filter(|(view, _)| within(view));
        let (view, position) = found.ok_or(unknown)?;
        let leaving = view.action(position).ok_or(unknown)?.named;
        let mut report = empty(leaving);
        let scope = Scope::of(view, departure.open);
        let gone = view.only(position).and(&scope.alive);
        report.take(&scope, &Loss { gone, waiting: view.waiting_for(position), ..Loss::none(view) });
        return Ok(report);
    }
    let views: Vec<_> = trace.views_of(id).into_iter().filter(|(view, _)| within(view)).collect();
    let (first, node) = views.first().copied().ok_or(unknown)?;
    let mut report = empty(first.named(node));
    let mut with_it: HashSet<uuid::Uuid> = HashSet::new();
    for (view, node) in views {
        let scope = Scope::of(view, departure.open);
        let loss = if let Leaving::Priority(_) = departure.leaving {
            let fallen = held(view, node);
            let below = fallen.iter().filter(|one| **one != node);
            report.with_it = below.map(|one| view.named(*one)).collect();
            close(&scope, &fallen)
        } else {
            let leaving = if departure.members { group(view, node) } else { vec![node] };
            for named in leaving.iter().skip(1).map(|member| view.named(*member)) {
                if with_it.insert(named.id) {
                    report.with_it.push(named);
                }
            }
            leave(&scope, &leaving)
        };
        report.take(&scope, &loss);
    }
    Ok(report)
}

fn empty(leaving: Named) -> Impact {
    Impact {
        leaving,
        with_it: Vec::new(),
        plans: 0,
        without_lead: AffectedActions::default(),
        without_executor: AffectedActions::default(),
        without_goal: AffectedActions::default(),
        waiting: AffectedActions::default(),
        without_led_action: AffectedGoals::default(),
        without_action: AffectedGoals::default(),
        priorities: super::AffectedPriorities::default(),
    }
}

/// A plan with the actions that have something to lose.
pub(super) struct Scope<'t> {
    pub(super) view: PlanView<'t>,
    pub(super) alive: Words,
    pub(super) led: Words,
}

impl<'t> Scope<'t> {
    pub(super) fn of(view: PlanView<'t>, open: bool) -> Self {
        let is_off = |state: &ActionState| matches!(state, ActionState::Cancelled | ActionState::Withdrawn);
        let counts = |state: &ActionState| !is_off(state) && (!open || !state.is_final());
        let alive = view.in_states(ActionState::ALL.iter().copied().filter(counts));
        let led = alive.clone().without(&view.without_lead());
        Self { view, alive, led }
    }
}

/// What is lost in a plan.
struct Loss {
    without_lead: Words,
    without_executor: Words,
    without_goal: Words,
    /// The actions that fall away themselves.
    gone: Words,
    waiting: Words,
    /// The goals that fall away.
    fallen: HashSet<u32>,
}

impl Loss {
    fn none(view: PlanView<'_>) -> Self {
        Self {
            without_lead: view.none(),
            without_executor: view.none(),
            without_goal: view.none(),
            gone: view.none(),
            waiting: view.none(),
            fallen: HashSet::new(),
        }
    }
}

/// A partner with its members and theirs.
fn group(view: PlanView<'_>, partner: u32) -> Vec<u32> {
    let mut all = vec![partner];
    let mut next = 0;
    while let Some(one) = all.get(next).copied() {
        next += 1;
        let members: Vec<u32> = view.members(one).filter(|member| !all.contains(member)).collect();
        all.extend(members);
    }
    all
}

/// The actions that hang on these partners by a link and on no other partner.
pub(super) fn lose(view: PlanView<'_>, leaving: &[u32], link: Link) -> Words {
    let of = |partners: &mut dyn Iterator<Item = u32>| {
        partners.fold(view.none(), |all, one| all.or(&view.linked(one, link)))
    };
    let own = of(&mut leaving.iter().copied());
    if own.is_empty() {
        return own;
    }
    let others = of(&mut view.nodes(&[Kind::Partner]).filter(|one| !leaving.contains(one)));
    own.without(&others)
}

fn leave(scope: &Scope<'_>, leaving: &[u32]) -> Loss {
    let view = scope.view;
    let mut loss = Loss::none(view);
    loss.without_lead = lose(view, leaving, Link::LedBy).and(&scope.alive);
    loss.without_executor = lose(view, leaving, Link::ExecutedBy).and(&scope.alive);
    loss
}

/// A priority with its pillars at every depth, and its own objectives.
fn held(view: PlanView<'_>, priority: u32) -> Vec<u32> {
    let holders = |goal: u32| {
        std::iter::successors(Some(goal), |one| Some(view.holder(*one)).filter(|holder| *holder != 0))
    };
    view.goals().filter(|goal| holders(*goal).any(|one| one == priority)).collect()
}

fn close(scope: &Scope<'_>, fallen: &[u32]) -> Loss {
    let view = scope.view;
    let touched = view.serving(fallen);
    let mut loss = Loss::none(view);
    loss.fallen = fallen.iter().copied().collect();
    for (position, _) in view.actions(&touched.and(&scope.alive)) {
        if view.served(position).iter().all(|served| loss.fallen.contains(served)) {
            loss.without_goal = loss.without_goal.or(&view.only(position));
        }
    }
    loss
}

impl Impact {
    fn take(&mut self, scope: &Scope<'_>, loss: &Loss) {
        let view = scope.view;
        let waiting = loss.waiting.clone().and(&scope.alive);
        let touched = [&loss.without_lead, &loss.without_executor, &loss.without_goal, &loss.gone, &waiting];
        if touched.iter().all(|words| words.is_empty()) && loss.fallen.is_empty() {
            return;
        }
        self.plans += 1;
        self.without_lead.add(view, &loss.without_lead);
        self.without_executor.add(view, &loss.without_executor);
        self.without_goal.add(view, &loss.without_goal);
        self.waiting.add(view, &waiting);
        let unled = loss.without_lead.clone().or(&loss.gone);
        let idle = loss.without_executor.clone().or(&loss.gone);
        for goal in view.goals().filter(|goal| !loss.fallen.contains(goal)) {
            let before = view.below(goal, Follow::Stated).and(&scope.alive);
            let is_touched = before.meets(&unled) || before.meets(&idle);
            if !is_touched && loss.fallen.is_empty() {
                continue;
            }
            let left = if loss.fallen.is_empty() {
                before.clone()
            } else {
                view.serving(&view.reach(goal, Follow::Stated, &loss.fallen)).and(&scope.alive)
            };
            let after = left.without(&loss.gone);
            let led = before.common(&scope.led);
            let led_after = after.clone().and(&scope.led).without(&unled).count();
            let affected =
                || AffectedGoal { goal: view.named(goal), plan: view.id(), led, kept: after.count() };
            if led > 0 && led_after == 0 {
                self.without_led_action.add(affected);
            }
            if !before.is_empty() && after.is_empty() {
                self.without_action.add(affected);
            }
            if view.kind(goal) == Some(Kind::Priority) && is_touched {
                self.priorities.total += 1;
                if self.priorities.listed.len() < LISTED {
                    self.priorities.listed.push(AffectedPriority {
                        priority: view.named(goal),
                        plan: view.id(),
                        actions: before.count(),
                        without_lead: before.common(&unled),
                        without_executor: before.common(&idle),
                        led: led_after,
                    });
                }
            }
        }
    }
}

impl AffectedActions {
    fn add(&mut self, view: PlanView<'_>, words: &Words) {
        self.total += words.count();
        let room = LISTED.saturating_sub(self.listed.len());
        let listed = view.actions(words).take(room);
        self.listed.extend(listed.map(|(_, action)| AffectedAction {
            action: action.named,
            plan: view.id(),
            state: action.state,
        }));
    }
}

impl AffectedGoals {
    fn add(&mut self, goal: impl Fn() -> AffectedGoal) {
        self.total += 1;
        if self.listed.len() < LISTED {
            self.listed.push(goal());
        }
    }
}
