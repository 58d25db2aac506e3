//! Judges each goal by the actions below it.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{
    Coverage, CoverageCount, CoverageExemption, CoveragePolicy, CoverageState, GoalCoverage, MissingStep,
    NotApplicableReason,
};
use crate::id::PlanId;
use crate::kind::Kind;
use crate::trace::{Follow, PlanView, Trace, TraceError, Words};

/// Which goals of a plan have actions that count. `O(g (g + n / 64))` in its goals `g` and actions `n`.
///
/// ```
/// use veiligheidsplan::{SafetyPlan, analysis::{CoveragePolicy, CoverageState, coverage}, trace::Trace};
///
/// let plan = SafetyPlan::from_json(include_str!("../../../data/vlaardingen-2020-2023.demo.plan.json"))?;
/// let trace = Trace::of(&plan, "2021-09-01".parse()?);
/// let report = coverage(&trace, plan.id(), &CoveragePolicy::default())?;
/// let main = &report.goals[0];
/// assert_eq!(main.state, CoverageState::Unlinked, "the plan doesn't say what contributes to it");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The trace has no such plan.
pub fn coverage(trace: &Trace, plan: PlanId, policy: &CoveragePolicy) -> Result<Coverage, TraceError> {
    let view = trace.plan_view(plan)?;
    let judge = Judge::of(view, policy);
    let goals: Vec<u32> = view.goals().collect();
    let mut states: HashMap<u32, CoverageState> = HashMap::new();
    let mut judged: Vec<GoalCoverage> = Vec::with_capacity(goals.len());
    // Parts stand behind what holds them, so the other way round they are judged first.
    for goal in goals.iter().rev() {
        let report = judge.goal(*goal, &states);
        states.insert(*goal, report.state);
        judged.push(report);
    }
    judged.reverse();
    Ok(Coverage {
        plan: view.named(0),
        day: view.day(),
        policy: policy.clone(),
        counts: counts(&judged),
        goals: judged,
    })
}

/// The states of the goals of a plan, in the order of the document.
fn counts(goals: &[GoalCoverage]) -> Vec<CoverageCount> {
    let mut counts: BTreeMap<Kind, CoverageCount> = BTreeMap::new();
    for goal in goals {
        let kind = goal.goal.kind;
        let count = counts.entry(kind).or_insert(CoverageCount {
            kind,
            covered: 0,
            partly: 0,
            uncovered: 0,
            unlinked: 0,
            exempt: 0,
            not_applicable: 0,
        });
        *match goal.state {
            CoverageState::Covered => &mut count.covered,
            CoverageState::Partly => &mut count.partly,
            CoverageState::Uncovered => &mut count.uncovered,
            CoverageState::Unlinked => &mut count.unlinked,
            CoverageState::Exempt => &mut count.exempt,
            CoverageState::NotApplicable => &mut count.not_applicable,
        } += 1;
    }
    counts.into_values().collect()
}

struct Judge<'t> {
    view: PlanView<'t>,
    year: Option<i32>,
    follow: Follow,
    /// What an action must be to count, in the order in which it is asked, with what is missing otherwise.
    asked: Vec<(MissingStep, Words)>,
    /// What holds for every goal alike.
    reason: Option<NotApplicableReason>,
}

impl<'t> Judge<'t> {
    fn of(view: PlanView<'t>, policy: &CoveragePolicy) -> Self {
        let mut asked = Vec::new();
        if let Some(year) = policy.year {
            asked.push((MissingStep::NoneInYear, view.in_year(year)));
        }
        asked.push((MissingStep::NoneInState, view.in_states(policy.states.iter().copied())));
        if policy.lead {
            asked.push((MissingStep::NoneWithLead, view.all().without(&view.without_lead())));
        }
        if policy.money {
            asked.push((MissingStep::NoneWithMoney, view.with_known_cost()));
        }
        let is_outside = |year: i32| !view.spans(year) && view.in_year(year).is_empty();
        let reason = if view.has_execution_plan() {
            policy.year.filter(|year| is_outside(*year)).map(|_| NotApplicableReason::YearOutside)
        } else {
            Some(NotApplicableReason::NoExecutionPlan)
        };
        let follow = if policy.read_links { Follow::Read } else { Follow::Stated };
        Self { view, year: policy.year, follow, asked, reason }
    }

    fn goal(&self, goal: u32, parts: &HashMap<u32, CoverageState>) -> GoalCoverage {
        let view = self.view;
        let reach = view.reach(goal, self.follow, &HashSet::new());
        let below = view.serving(&reach);
        let mut missing = Some(MissingStep::NoAction).filter(|_| below.is_empty());
        let mut counting = below.clone();
        for (step, words) in &self.asked {
            counting = counting.and(words);
            if missing.is_none() && counting.is_empty() {
                missing = Some(*step);
            }
        }
        let with_read = view.below(goal, Follow::Read);
        let mut report = GoalCoverage {
            goal: view.named(goal),
            depth: self.holders(goal).count(),
            state: CoverageState::Covered,
            actions: below.count(),
            counting: counting.count(),
            by_read_links: with_read.without(&below).count(),
            missing,
            open_parts: Vec::new(),
            reason: self.reason.or_else(|| self.closed(goal)),
            exemptions: Vec::new(),
        };
        if report.reason.is_some() {
            report.missing = None;
            report.state = CoverageState::NotApplicable;
            return report;
        }
        if report.missing.is_none() {
            let fine = [CoverageState::Covered, CoverageState::NotApplicable];
            let open = |part: &u32| !parts.get(part).is_some_and(|state| fine.contains(state));
            report.open_parts = view.parts_of(goal).filter(open).map(|part| view.named(part)).collect();
            if !report.open_parts.is_empty() {
                report.state = CoverageState::Partly;
            }
            return report;
        }
        let is_linked = |node: &u32| view.kind(*node) != Some(Kind::Objective);
        report.state = if below.is_empty() && !reach.iter().any(is_linked) {
            report.missing = Some(MissingStep::NoStatedLink);
            CoverageState::Unlinked
        } else {
            CoverageState::Uncovered
        };
        report.exemptions = self.exemptions(goal);
        if !report.exemptions.is_empty() {
            report.state = CoverageState::Exempt;
        }
        report
    }

    /// The goals that hold a goal, from the nearest.
    fn holders(&self, goal: u32) -> impl Iterator<Item = u32> {
        let up = |node: &u32| Some(self.view.holder(*node)).filter(|holder| *holder != 0);
        std::iter::successors(up(&goal), up)
    }

    /// A priority or theme that was closed; for an earlier year it is judged as it was.
    fn closed(&self, goal: u32) -> Option<NotApplicableReason> {
        let mut own = std::iter::once(goal).chain(self.holders(goal));
        let is_closed = |node: u32| {
            self.view.closed_on(node).is_some_and(|closed| {
                closed <= self.view.day() && self.year.is_none_or(|year| closed.year() <= year)
            })
        };
        own.any(is_closed).then_some(NotApplicableReason::Closed)
    }

    fn exemptions(&self, goal: u32) -> Vec<CoverageExemption> {
        let about = |code: &str| code.ends_with("/no-action") || code == "objective/supports-nothing";
        let own = self.view.exemptions(goal).filter(|(code, ..)| about(code));
        own.map(|(code, reason, until)| CoverageExemption {
            code: code.to_owned(),
            reason: reason.to_owned(),
            until,
        })
        .collect()
    }
}
