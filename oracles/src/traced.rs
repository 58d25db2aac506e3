//! What the crate writes about plans in a trace.

use veiligheidsplan::analysis::{
    CoveragePolicy, Departure, MatrixLevel, consequences, coverage, impact, matrix, results,
    single_points_of_failure, unanswered, workload,
};
use veiligheidsplan::draft::{FrameworkDraft, TargetDraft};
use veiligheidsplan::entity::Comparator;
use veiligheidsplan::sample::Sample;
use veiligheidsplan::trace::{Filter, Grouping, Trace, Way};
use veiligheidsplan::{Date, Element, SafetyPlan};

use crate::outputs::{Output, output};

/// What is written about a plan in a trace, as of a day.
pub(crate) fn of_trace(plan: &SafetyPlan, day: Date, outputs: &mut Vec<Output>) {
    let trace = Trace::of(plan, day);
    for by in Grouping::ALL {
        outputs.push(output("groups", &trace.all().group_by(*by)));
    }
    outputs.push(output("nodes", &trace.all().reports()));
    for text in ["all", "gap:noLead,late and not status:done or year:2021", "title:\"a\""] {
        let filter: Filter = text.parse().expect("a filter");
        outputs.push(output("explanation", &trace.query(&filter).expect("it names nothing").explain()));
    }
    let policies = [
        CoveragePolicy::default(),
        CoveragePolicy::default().with_lead().with_money().in_year(2021),
        CoveragePolicy::default().with_states([]).with_read_links().in_year(1999),
    ];
    for policy in &policies {
        outputs.extend(coverage(&trace, plan.id(), policy).map(|it| output("coverage", &it)));
    }
    for level in MatrixLevel::ALL {
        outputs.extend(matrix(&trace, plan.id(), *level).map(|it| output("matrix", &it)));
    }
    outputs.extend(workload(&trace, plan.id()).map(|it| output("workload", &it)));
    outputs.extend(single_points_of_failure(&trace, plan.id()).map(|it| output("single-points", &it)));
    for element in plan.elements() {
        for way in [Way::Up, Way::Down] {
            outputs.extend(trace.report(element.id(), way).map(|report| output("threads", &report)));
        }
        let departure = match element {
            Element::Partner(it) => Departure::of(it.id()).with_members(),
            Element::Priority(it) => Departure::of(it.id()),
            Element::Action(it) => Departure::of(it.id()).within(plan.id()),
            _ => continue,
        };
        outputs.extend(impact(&trace, &departure).map(|it| output("impact", &it)));
    }
}

/// What the difference between two plans does.
pub(crate) fn of_difference(old: &SafetyPlan, new: &SafetyPlan, day: Date, outputs: &mut Vec<Output>) {
    let policy = CoveragePolicy::default().with_lead().in_year(2021);
    outputs.push(output("consequences", &consequences(old, new, day, &policy)));
}

/// A plan of which it is accepted that pillars have no actions.
pub(crate) fn of_accepted(plan: &SafetyPlan, day: Date, outputs: &mut Vec<Output>) {
    let mut draft = plan.to_draft();
    let Some(one) = draft.exemptions.first().cloned() else { return };
    let pillars = plan.priorities().iter().flat_map(|priority| priority.pillars());
    draft.exemptions.extend(pillars.map(|pillar| {
        let mut other = one.clone();
        "pillar/no-action".clone_into(&mut other.code);
        (other.subject, other.until) = (pillar.id().into(), Some("2999-12-31".into()));
        other
    }));
    of_trace(&SafetyPlan::try_from(draft).expect("any element may be a subject"), day, outputs);
}

/// A plan with an indicator that goes on in another unit, targets that a figure was due for, and an empty framework.
pub(crate) fn of_measured(plan: &SafetyPlan, outputs: &mut Vec<Output>) {
    let mut draft = plan.to_draft();
    let [first, second, ..] = draft.indicators.as_mut_slice() else { return };
    second.continues = vec![first.id.clone()];
    for indicator in [first, second] {
        for date in ["2022-06-30", "2021-06-30"] {
            let mut target = TargetDraft::new(date);
            (target.comparator, target.value) = (Some(Comparator::AtMost), Some("20".into()));
            indicator.targets.push(target);
        }
    }
    draft.frameworks.push(FrameworkDraft::coded(plan.id(), "LEEG", "Kader zonder onderdelen"));
    let plan = SafetyPlan::try_from(draft).expect("it holds together");
    outputs.push(output("results", &results(&plan, "2024-01-01".parse().expect("a day"))));
    outputs.push(output("unanswered", &unanswered(&plan)));
}

/// Generated plans, which have more of everything.
pub(crate) fn of_sample(outputs: &mut Vec<Output>) {
    let sample = Sample::new(1, 120).with_actions_per_plan(40);
    let plans: Vec<SafetyPlan> = sample.plans().collect();
    for plan in &plans {
        of_trace(plan, sample.day(), outputs);
    }
    for pair in plans.windows(2) {
        of_difference(&pair[0], &pair[1], sample.day(), outputs);
    }
}
