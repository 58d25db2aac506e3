//! Filters that fit given plans: they name what is there.

use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use super::facts::pick;
use crate::entity::{Approach, Disclosure, FundingSource, OriginKind, Role};
use crate::kind::Kind;
use crate::lifecycle::ActionState;
use crate::plan::SafetyPlan;
use crate::power::POWERS;
use crate::trace::{CostTest, Facet, Filter, FilterWord, Gap, Mark};
use crate::value::Date;

/// Filters that name only what these plans have, by id, code or name; every word of filters that they can be asked for
/// is as likely as any other.
///
/// Single conditions now and then, mostly some joined by and, or and not. They shrink to fewer and earlier conditions.
/// Without plans, what needs no name is asked.
pub fn filters_of(plans: &[SafetyPlan]) -> impl Strategy<Value = Filter> + Clone + use<> {
    facets_of(plans).prop_map(Filter::Is).prop_recursive(4, 20, 4, |inner| {
        prop_oneof![
            3 => vec(inner.clone(), 0..4).prop_map(Filter::All),
            3 => vec(inner.clone(), 0..4).prop_map(Filter::Any),
            2 => inner.prop_map(|part| Filter::Not(Box::new(part))),
        ]
    })
}

/// Conditions that name only what these plans have; see [`filters_of`].
pub fn facets_of(plans: &[SafetyPlan]) -> impl Strategy<Value = Facet> + Clone + use<> {
    let all: BTreeSet<Facet> = naming(plans).into_iter().chain(telling(plans)).collect();
    let mut by_word: Vec<Vec<Facet>> = Vec::new();
    for word in FilterWord::ALL {
        let own: Vec<Facet> = all.iter().filter(|facet| facet.word() == *word).cloned().collect();
        if !own.is_empty() {
            by_word.push(own);
        }
    }
    let by_word = Arc::new(by_word);
    (any::<Index>(), any::<Index>()).prop_filter_map("there are conditions", move |(word, which)| {
        pick(word, &by_word).and_then(|own| pick(which, own)).cloned()
    })
}

/// The conditions that name an element, by each mark that it bears.
fn naming(plans: &[SafetyPlan]) -> Vec<Facet> {
    let mut all = Vec::new();
    for element in plans.iter().flat_map(SafetyPlan::elements) {
        let mut marks = vec![Mark::Id(element.id().into_uuid())];
        marks.extend(element.code().map(|code| Mark::Code(code.to_string())));
        marks.extend(Some(element.title()).filter(|title| !title.is_empty()).map(|it| Mark::Name(it.into())));
        for mark in marks {
            let makers: &[fn(Mark) -> Facet] = match element.kind() {
                Kind::Objective | Kind::Pillar | Kind::Priority | Kind::Theme | Kind::Principle => {
                    &[Facet::Serves]
                }
                Kind::AcuteIssue => &[Facet::Serves, Facet::From],
                Kind::Framework => &[Facet::Answers],
                Kind::FrameworkItem => &[Facet::Answers, Facet::From],
                Kind::Topic => &[Facet::Topic],
                Kind::Action => &[Facet::Action],
                Kind::ExecutionPlan => &[Facet::ExecutionPlan],
                Kind::Plan => &[Facet::Plan],
                Kind::Area => &[Facet::Area],
                Kind::Indicator => &[Facet::Indicator],
                Kind::AnalysisFinding | Kind::EvaluationFinding | Kind::Decision => &[Facet::From],
                _ => &[],
            };
            all.extend(makers.iter().map(|make| make(mark.clone())));
            if element.kind() == Kind::Partner {
                let roles = Role::ALL.iter().copied().map(Some).chain([None]);
                all.extend(roles.map(|role| Facet::Partner { role, partner: mark.clone() }));
            }
        }
    }
    for municipality in plans.iter().flat_map(|plan| plan.municipalities()) {
        all.push(Facet::Municipality(Mark::Code(municipality.code().to_string())));
        all.push(Facet::Municipality(Mark::Name(municipality.name().to_string())));
    }
    all
}

/// The conditions on what actions say of themselves, around what these do say.
fn telling(plans: &[SafetyPlan]) -> Vec<Facet> {
    let mut all: Vec<Facet> = ActionState::ALL.iter().copied().map(Facet::Status).collect();
    all.extend(Approach::ALL.iter().copied().map(Facet::Approach));
    all.extend(FundingSource::ALL.iter().copied().map(Facet::Funding));
    all.extend(OriginKind::ALL.iter().copied().map(Facet::Origin));
    all.extend(Disclosure::ALL.iter().copied().map(Facet::Disclosure));
    all.extend(Gap::ALL.iter().copied().map(Facet::Gap));
    all.extend([CostTest::Known, CostTest::Unknown, CostTest::Unstated].map(Facet::Cost));
    for power in POWERS {
        all.extend(power.code.parse().ok().map(Facet::Power));
    }
    let mut day = |start: Date, end: Date| {
        all.extend((start.year() - 1..=end.year() + 1).take(8).map(Facet::Year));
        for (start, end) in [(start, start), (end, end), (start, end)] {
            all.push(Facet::Period { start, end });
        }
    };
    let executions = || plans.iter().flat_map(|plan| plan.execution_plans());
    executions().for_each(|execution| day(execution.period().start(), execution.period().end()));
    let actions = || executions().flat_map(|execution| execution.actions());
    actions().filter_map(|action| action.period()).for_each(|period| day(period.start(), period.end()));
    for action in actions() {
        if let Some(cents) = action.cost().and_then(|cost| cost.amount().total()) {
            for (from, to) in [
                (Some(cents), None),
                (None, Some(cents)),
                (Some(cents), Some(cents)),
                (Some(cents.saturating_add(1)), None),
                (None, cents.checked_sub(1)),
            ] {
                let test = Facet::Cost(CostTest::Between { from, to });
                all.extend(Some(test).filter(|test| test.check().is_ok()));
            }
        }
        all.extend(action.item().map(|item| Facet::Item(item.to_string())));
        let title = action.title().as_str();
        all.push(Facet::Title(title.to_uppercase()));
        all.extend(
            title.split(' ').filter(|word| !word.is_empty()).map(|word| Facet::Title(word.to_owned())),
        );
    }
    all
}
