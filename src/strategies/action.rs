//! Actions: what they serve, who does what, what they cost and how they go.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};

use super::plan::picked;
use super::profile::powers;
use super::values::{When, after, amount, decimals, periods, titles, whens};
use crate::draft::{
    ActionDraft, CostDraft, EffortDraft, ExecutionPlanDraft, FundingDraft, LightsDraft, OriginDraft,
    PeriodDraft, ProgressDraft, ResponsibilityDraft, SafetyPlanDraft, ServedDraft,
};
use crate::entity::{
    Approach, Certainty, Disclosure, Effect, FundingSource, Light, OriginKind, Role, ServedKind, Status,
};
use crate::id::PlanId;

/// When an action runs.
#[derive(Debug, Clone)]
enum Timing {
    Unsaid,
    Continuous,
    Whole,
    Period(PeriodDraft),
}

/// The choices behind one action.
#[derive(Debug, Clone)]
pub(super) struct ActionParts {
    title: String,
    serves: Vec<Index>,
    roles: Vec<(Index, Role)>,
    areas: Vec<Index>,
    timing: Timing,
    approach: Vec<Approach>,
    powers: Vec<String>,
    cost: Option<(Certainty, u64, bool)>,
    funding: Vec<FundingSource>,
    about: About,
    effort: Option<String>,
    progress: Vec<ReportParts>,
    depends_on: Vec<Index>,
    continues: Vec<Index>,
}

/// What an action says of itself besides.
#[derive(Debug, Clone)]
struct About {
    item: Option<&'static str>,
    origin: Option<(OriginKind, Index)>,
    indicators: Vec<Index>,
    disclosure: Option<Disclosure>,
}

/// Headings, of which one is the beginning of another.
const ITEMS: &[&str] = &["Ondermijning", "Ondermijning en zorg", "Jeugd"];

fn about() -> impl Strategy<Value = About> + Clone {
    let origin = option::of((select(OriginKind::ALL), any::<Index>()));
    let level = option::weighted(0.3, select(Disclosure::ALL));
    (option::of(select(ITEMS)), origin, vec(any::<Index>(), 0..2), level)
        .prop_map(|(item, origin, indicators, disclosure)| About { item, origin, indicators, disclosure })
}

pub(super) fn action() -> impl Strategy<Value = ActionParts> + Clone {
    let timing = prop_oneof![
        Just(Timing::Unsaid),
        Just(Timing::Continuous),
        Just(Timing::Whole),
        periods().prop_map(Timing::Period)
    ];
    let what = (titles(), vec(any::<Index>(), 1..4), vec((any::<Index>(), select(Role::ALL)), 0..4));
    let how =
        (vec(any::<Index>(), 0..3), timing, subsequence(Approach::ALL.to_vec(), 0..=3), vec(powers(), 0..2));
    let means = (
        option::of((select(Certainty::ALL), 0..10_000_000_u64, any::<bool>())),
        subsequence(FundingSource::ALL.to_vec(), 0..=2),
        option::of(decimals()),
        about(),
    );
    let course = (vec(report(), 0..3), vec(any::<Index>(), 0..2), vec(any::<Index>(), 0..2));
    (what, how, means, course).prop_map(
        |(
            (title, serves, roles),
            (areas, timing, approach, powers),
            (cost, funding, effort, about),
            (progress, depends_on, continues),
        )| ActionParts {
            title,
            serves,
            roles,
            areas,
            timing,
            approach,
            powers,
            cost,
            funding,
            about,
            effort,
            progress,
            depends_on,
            continues,
        },
    )
}

impl ActionParts {
    /// The action, after the others of its execution plan, in the plan as it is so far.
    pub(super) fn build(
        self,
        id: PlanId,
        code: String,
        plan: &SafetyPlanDraft,
        goals: &[(ServedKind, String)],
        execution: &ExecutionPlanDraft,
    ) -> ActionDraft {
        let served = picked(goals, &self.serves, |(kind, goal)| ServedDraft::new(*kind, goal.clone()));
        let mut action = ActionDraft::coded(id, code, self.title, served);
        match self.timing {
            Timing::Unsaid => {}
            Timing::Continuous => action.continuous = true,
            Timing::Whole => action.period = Some(execution.period.clone()),
            Timing::Period(period) => action.period = Some(period),
        }
        for (choice, role) in self.roles {
            let Some(partner) = super::facts::pick(choice, &plan.partners) else { continue };
            let partner = partner.id.clone();
            if !action.responsibilities.iter().any(|one| one.partner == partner && one.role == role) {
                action.responsibilities.push(ResponsibilityDraft::new(partner, role));
            }
        }
        action.areas = picked(&plan.areas, &self.areas, |area| area.id.clone());
        action.approach = self.approach;
        action.powers = self.powers;
        action.cost = self.cost.map(|(kind, cents, yearly)| {
            let mut cost = CostDraft::new(amount(kind, cents, yearly));
            cost.funding = self.funding.into_iter().map(FundingDraft::new).collect();
            cost
        });
        action.effort = self
            .effort
            .into_iter()
            .map(|hours| EffortDraft { hours: Some(hours), ..EffortDraft::new() })
            .collect();
        action.depends_on = picked(&execution.actions, &self.depends_on, |action| action.id.clone());
        let earlier: Vec<&ActionDraft> = plan.execution_plans.iter().flat_map(|one| &one.actions).collect();
        action.continues = picked(&earlier, &self.continues, |action| action.id.clone());
        self.about.build(plan, &mut action);
        for parts in self.progress {
            let mut report = parts.build(action.period.as_ref().unwrap_or(&execution.period));
            // Two reports of one day don't contradict each other.
            let same = action.progress.iter().find(|one| one.date == report.date && one.status.is_some());
            if let Some(same) = same.filter(|_| report.status.is_some()) {
                report.status = same.status;
            }
            action.progress.push(report);
        }
        action
    }
}

impl About {
    fn build(self, plan: &SafetyPlanDraft, action: &mut ActionDraft) {
        action.item = self.item.map(str::to_owned);
        action.indicators = picked(&plan.indicators, &self.indicators, |one| one.id.clone());
        action.origin = self.origin.map(|(kind, choice)| origin(plan, kind, choice));
        action.disclosure = self.disclosure;
    }
}

/// An origin of the kind, or regular work where the plan has nothing of it: what comes on record later isn't there yet.
fn origin(plan: &SafetyPlanDraft, kind: OriginKind, choice: Index) -> OriginDraft {
    let findings = plan.analyses.iter().flat_map(|analysis| &analysis.findings).map(|one| &one.id);
    let items = plan.frameworks.iter().flat_map(|framework| &framework.items).map(|one| &one.id);
    let all: Vec<&String> = match kind {
        OriginKind::AnalysisFinding => findings.collect(),
        OriginKind::FrameworkItem => items.collect(),
        _ => Vec::new(),
    };
    if kind.is_named() {
        return OriginDraft { name: Some("Programma van anderen".to_owned()), ..OriginDraft::new(kind) };
    }
    match super::facts::pick(choice, &all) {
        Some(id) => OriginDraft { id: Some((*id).clone()), ..OriginDraft::new(kind) },
        None => OriginDraft::new(OriginKind::Regular),
    }
}

/// The choices behind one report.
#[derive(Debug, Clone)]
struct ReportParts {
    when: When,
    status: Option<Status>,
    percent: Option<u64>,
    spent: Option<u64>,
    /// In days after the planned end.
    expected: Option<i64>,
    effect: Option<Effect>,
    light: Option<Light>,
}

fn report() -> impl Strategy<Value = ReportParts> + Clone {
    let status = prop_oneof![4 => select(Status::ALL).prop_map(Some), 1 => Just(None)];
    let numbers = (option::of(0..=100_u64), option::of(0..1_000_000_u64), option::of(-100..=200_i64));
    let words = (option::of(select(Effect::ALL)), option::of(select(Light::ALL)));
    (whens(), status, numbers, words).prop_map(
        |(when, status, (percent, spent, expected), (effect, light))| ReportParts {
            when,
            status,
            percent,
            spent,
            expected,
            effect,
            light,
        },
    )
}

impl ReportParts {
    fn build(self, planned: &PeriodDraft) -> ProgressDraft {
        let mut report = ProgressDraft::new(self.when.of(planned));
        report.status = self.status;
        report.percent = self.percent;
        report.spent = self.spent;
        report.expected_end = self.expected.map(|days| after(&planned.end, days));
        report.effect = self.effect;
        report.lights = self.light.map(|light| LightsDraft { time: Some(light), ..LightsDraft::new() });
        let says_nothing = report == ProgressDraft::new(report.date.clone());
        if says_nothing {
            report.status = Some(Status::Started);
        }
        report
    }
}
