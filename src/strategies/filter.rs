//! Filters, of no plan in particular.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::profile::powers;
use super::values::{codes, days, titles};
use crate::entity::{Approach, Disclosure, FundingSource, OriginKind, Role};
use crate::lifecycle::ActionState;
use crate::trace::{CostTest, Facet, Filter, Gap, Mark};
use crate::uuid::Uuid;

/// Filters over any ids, codes and names: all of them pass [`Filter::check`], not all are in normal form.
///
/// They name elements that no plan needs to have. They shrink to fewer and earlier conditions.
pub fn filters() -> impl Strategy<Value = Filter> + Clone {
    let leaf = prop_oneof![
        20 => facets().prop_map(Filter::Is),
        1 => Just(Filter::All(Vec::new())),
        1 => Just(Filter::Any(Vec::new())),
    ];
    leaf.prop_recursive(5, 24, 4, |inner| {
        prop_oneof![
            3 => vec(inner.clone(), 0..4).prop_map(Filter::All),
            3 => vec(inner.clone(), 0..4).prop_map(Filter::Any),
            2 => inner.prop_map(|part| Filter::Not(Box::new(part))),
            // Several values of one word.
            1 => vec(select(ActionState::ALL).prop_map(|state| Filter::Is(Facet::Status(state))), 2..4)
                .prop_map(Filter::Any),
        ]
    })
}

/// Names as in plans, and any text at all.
fn names() -> impl Strategy<Value = String> + Clone {
    prop_oneof![3 => titles(), 1 => any::<String>()]
}

fn marks() -> impl Strategy<Value = Mark> + Clone {
    prop_oneof![
        3 => codes().prop_map(Mark::Code),
        2 => names().prop_map(Mark::Name),
        1 => (1..=u128::MAX).prop_map(|number| Mark::Id(Uuid::from_u128(number))),
    ]
}

fn facets() -> impl Strategy<Value = Facet> + Clone {
    prop_oneof![
        10 => (select(NAMING), option::of(select(Role::ALL)), marks()).prop_map(|(kind, role, mark)| kind(role, mark)),
        1 => (1000..=2999).prop_map(Facet::Year),
        1 => (days(), days()).prop_map(|(a, b)| Facet::Period { start: a.min(b), end: a.max(b) }),
        1 => select(ActionState::ALL).prop_map(Facet::Status),
        1 => select(Approach::ALL).prop_map(Facet::Approach),
        2 => cost_tests().prop_map(Facet::Cost),
        1 => select(FundingSource::ALL).prop_map(Facet::Funding),
        1 => powers().prop_filter_map("a code of a power", |code| code.parse().ok()).prop_map(Facet::Power),
        1 => select(OriginKind::ALL).prop_map(Facet::Origin),
        1 => names().prop_map(Facet::Item),
        1 => select(Disclosure::ALL).prop_map(Facet::Disclosure),
        1 => names().prop_map(Facet::Title),
        1 => select(Gap::ALL).prop_map(Facet::Gap),
    ]
}

/// The conditions that name an element.
const NAMING: &[fn(Option<Role>, Mark) -> Facet] = &[
    |_, mark| Facet::Serves(mark),
    |_, mark| Facet::Answers(mark),
    |_, mark| Facet::Topic(mark),
    |role, partner| Facet::Partner { role, partner },
    |_, mark| Facet::Action(mark),
    |_, mark| Facet::ExecutionPlan(mark),
    |_, mark| Facet::Plan(mark),
    |_, mark| Facet::Municipality(mark),
    |_, mark| Facet::Area(mark),
    |_, mark| Facet::Indicator(mark),
    |_, mark| Facet::From(mark),
];

fn cost_tests() -> impl Strategy<Value = CostTest> + Clone {
    let cents = || prop_oneof![0..1_000_000_u64, (0..100_000_u64).prop_map(|euros| euros * 100)];
    prop_oneof![
        Just(CostTest::Known),
        Just(CostTest::Unknown),
        Just(CostTest::Unstated),
        cents().prop_map(|from| CostTest::Between { from: Some(from), to: None }),
        cents().prop_map(|to| CostTest::Between { from: None, to: Some(to) }),
        (cents(), cents()).prop_map(|(a, b)| CostTest::Between { from: Some(a.min(b)), to: Some(a.max(b)) }),
    ]
}
