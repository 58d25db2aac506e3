//! Details: what the parts of a plan say beside what their references need. Each fills in the other keys of one element.

mod facts;
mod strategy;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use super::values::{amount, dates, decimals, texts, titles};
use crate::draft::{
    CostDraft, DocumentDraft, PartnerDraft, ResponsibilityDraft, SafetyPlanDraft, SourceDraft,
};
use crate::entity::{Certainty, Disclosure, Role};
use crate::uuid::Uuid;

pub(super) use facts::OF_FACTS;
pub(super) use strategy::OF_STRATEGY;

/// The choices behind one detail.
#[derive(Debug, Clone)]
pub(super) struct Says {
    detail: Index,
    pub(super) which: Index,
    pub(super) other: Index,
    word: Index,
    pub(super) yes: bool,
    pub(super) days: i64,
    pub(super) title: String,
    pub(super) text: String,
    pub(super) date: String,
    decimal: String,
    cents: u64,
}

pub(super) fn says() -> impl Strategy<Value = Vec<Says>> + Clone {
    let choices = (any::<Index>(), any::<Index>(), any::<Index>(), any::<Index>());
    let numbers = (any::<bool>(), -40..400_i64, 0..10_000_000_u64);
    let values = (titles(), texts(), dates(), decimals());
    let one = (choices, numbers, values).prop_map(|(choices, (yes, days, cents), values)| {
        let ((detail, which, other, word), (title, text, date, decimal)) = (choices, values);
        Says { detail, which, other, word, yes, days, title, text, date, decimal, cents }
    });
    vec(one, 0..16)
}

/// Fills in one detail; nothing where the plan has no such element.
pub(super) type Detail = fn(&mut SafetyPlanDraft, &Says) -> Option<()>;

/// Tells details, in their order.
pub(super) fn tell(plan: &mut SafetyPlanDraft, says: &[Says], details: &[Detail]) {
    for one in says {
        let detail = one.detail.get(details);
        // Where there is no such element, nothing is told.
        let _: Option<()> = detail(plan, one);
    }
}

impl Says {
    /// One of the words of a list.
    pub(super) fn word<T: Copy>(&self, all: &[T]) -> Option<T> {
        (!all.is_empty()).then(|| *self.word.get(all))
    }

    pub(super) fn source(&self) -> SourceDraft {
        let page = Some(u64::from(self.yes) + 1);
        let (document, note) = (Some(self.title.clone()), Some(self.text.clone()));
        SourceDraft { document, section: Some("2.1".to_owned()), page, note }
    }

    fn document(&self) -> DocumentDraft {
        DocumentDraft {
            kind: Some(self.title.clone()),
            author: Some("Team Veiligheid".to_owned()),
            date: Some(self.date.clone()),
            status: Some("Definitief".to_owned()),
            reference: Some("2019-1".to_owned()),
        }
    }

    fn cost(&self) -> Option<CostDraft> {
        Some(CostDraft::new(amount(self.word(Certainty::ALL)?, self.cents, self.yes)))
    }

    /// The id of something in a plan elsewhere.
    fn elsewhere(kind: &str) -> String {
        Uuid::new_v5(&Uuid::NAMESPACE_OID, format!("elsewhere:{kind}").as_bytes()).to_string()
    }

    /// A partner with a task.
    fn responsibility(&self, partners: &[PartnerDraft]) -> Option<ResponsibilityDraft> {
        let partner = one_of(partners, self.other)?.id.clone();
        let mut new = ResponsibilityDraft::new(partner, self.word(Role::ALL)?);
        self.tasks(&mut new);
        Some(new)
    }

    pub(super) fn tasks(&self, one: &mut ResponsibilityDraft) {
        one.tasks = vec![self.text.clone()];
        one.disclosure = self.word(Disclosure::ALL);
        one.source = Some(self.source());
        one.fictional = self.yes;
    }
}

pub(super) fn one_of<T>(list: &[T], which: Index) -> Option<&T> {
    (!list.is_empty()).then(|| which.get(list))
}

pub(super) fn one_of_mut<T>(list: &mut [T], which: Index) -> Option<&mut T> {
    let at = (!list.is_empty()).then(|| which.index(list.len()))?;
    list.get_mut(at)
}
