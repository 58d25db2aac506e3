//! Looks up what answers each item.

use std::collections::HashMap;

use uuid::Uuid;

use super::{FrameworkAnswers, ItemAnswers, NoAnswers, Unanswered};
use crate::entity::{AnswerLink, OriginKind};
use crate::plan::{Element, Named, SafetyPlan};

/// Which items of the frameworks are answered by a priority, pillar or theme, and which by none. `O(n)` in the elements.
///
/// ```
/// use veiligheidsplan::{SafetyPlan, analysis::unanswered};
///
/// let plan = SafetyPlan::from_json(include_str!("../../../data/vlaardingen-2020-2023.demo.plan.json"))?;
/// let report = unanswered(&plan);
/// assert!(report.frameworks.iter().all(|one| one.reason.is_some() == one.items.is_empty()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn unanswered(plan: &SafetyPlan) -> Unanswered {
    let mut answers: HashMap<Uuid, Answers> = HashMap::new();
    for element in plan.elements() {
        let links: &[AnswerLink] = match element {
            Element::Priority(priority) => priority.answers(),
            Element::Pillar(pillar) => pillar.answers(),
            Element::Theme(theme) => theme.answers(),
            Element::Action(action) => {
                let origin = action.origin().filter(|origin| origin.kind() == OriginKind::FrameworkItem);
                if let Some(item) = origin.and_then(|origin| origin.id()) {
                    answers.entry(item.into_uuid()).or_default().actions.push(element.into());
                }
                continue;
            }
            _ => continue,
        };
        for link in links {
            let own = answers.entry(link.id().into_uuid()).or_default();
            let list = if link.basis().is_none() { &mut own.stated } else { &mut own.read };
            list.push(element.into());
        }
    }
    let frameworks = plan.frameworks().iter().map(|framework| {
        let items = framework.items().iter().map(|item| {
            let own = answers.remove(&item.id().into_uuid()).unwrap_or_default();
            let item = Element::FrameworkItem(item).into();
            ItemAnswers { item, stated: own.stated, read: own.read, actions: own.actions }
        });
        let items: Vec<ItemAnswers> = items.collect();
        let count = |counts: fn(&ItemAnswers) -> bool| items.iter().filter(|one| counts(one)).count() as u64;
        FrameworkAnswers {
            framework: Element::Framework(framework).into(),
            stated: count(|one| !one.stated.is_empty()),
            read: count(|one| one.stated.is_empty() && !one.read.is_empty()),
            open: count(ItemAnswers::is_open),
            reason: items.is_empty().then_some(NoAnswers::NoItems),
            items,
        }
    });
    Unanswered { plan: Element::Plan(plan).into(), frameworks: frameworks.collect() }
}

#[derive(Debug, Default)]
struct Answers {
    stated: Vec<Named>,
    read: Vec<Named>,
    actions: Vec<Named>,
}
