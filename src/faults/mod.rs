//! Planted faults (feature `proptest`): for each code of the catalogue a way to put exactly that into a plan.
//!
//! For those who test a validator, this one or another: [`Fault::all`] has a planter for every code, of the origin of the
//! code ([`RaisedBy`]). Each knows the [`place`](Fault::place) where the finding must stand, the
//! [`kind`](Fault::kind) of the element that it must name, and the [`day`](Fault::day) that advice needs.
//!
//! They are planted in the base document ([`base`]): a small plan that uses every entity, in which nothing is to be
//! found, or in any document that has its elements first in every list: the strategies
//! of faulty drafts, plans, sets and batches generate such.
//!
//! ```
//! use veiligheidsplan::faults::{Fault, base};
//! use veiligheidsplan::{Code, SafetyPlan};
//!
//! let mut document = base();
//! let fault = Fault::of(Code::PlanPeriodReversed).next().unwrap();
//! assert!(fault.plant(&mut document));
//!
//! let rejected = SafetyPlan::from_json(&document.to_string()).unwrap_err();
//! let [finding] = rejected.errors().as_slice() else { panic!("one fault, one error") };
//! assert_eq!((finding.code, finding.place.to_string().as_str()), (fault.code(), fault.place()));
//! ```
//!
//! | Origin | Planted by | What must be found |
//! |---|---|---|
//! | text | [`plant_in_text`](Fault::plant_in_text) | one error, read within the limits that come with the bytes |
//! | shape, document | [`plant`](Fault::plant) | one error |
//! | advice | [`plant`](Fault::plant) | one advice of the code on the day; other advice may follow from the same cause |
//! | readiness | [`plant`](Fault::plant) | one lack of the code before adoption on the day |
//! | set | [`plant`](Fault::plant) in [`pair`] | one error, or one advice of the set |
//! | change | [`batch`](Fault::batch) | one error, when the batch is read or applied on the day |
//!
//! Filters have no codes; [`QueryFault`] plants what can be wrong with them. The faults of text, shape, document and advice
//! stand as small files in the folder `tests/faults`, for other languages.

mod advice;
mod advice_life;
mod change;
mod document;
mod query;
mod readiness;
mod record;
mod set;
mod shape;
mod sheet;
mod small;
mod text;

pub use query::QueryFault;
use serde_json::Value;
use sheet::Sheet;

use crate::finding::{Code, RaisedBy};
use crate::kind::Kind;
use crate::plan::Limits;
use crate::value::Date;

/// A small plan that uses every entity, in which nothing is to be found on the days of the faults.
///
/// One item of a framework is unanswered, and exempt.
pub const BASE: &str = include_str!("../../tests/it/fixtures/base.json");

/// The base document as a tree.
#[must_use]
pub fn base() -> Value {
    sheet::base()
}

/// Two plans that hang together, as a list, in which nothing is to be found: the second succeeds the first, looks back
/// on it, continues its priority and shares a partner with it.
#[must_use]
pub fn pair() -> Value {
    set::pair()
}

/// A planted fault: what it raises, where, about which kind of element, and how it is planted.
#[derive(Debug, Clone, Copy)]
pub struct Fault {
    code: Code,
    place: &'static str,
    kind: Option<Kind>,
    planter: Planter,
}

#[derive(Debug, Clone, Copy)]
enum Planter {
    Text(fn(&str) -> Faulty),
    Document(fn(&mut Sheet)),
    /// In a document without anything beside the base.
    Alone(fn(&mut Sheet)),
    Set(fn(&mut Sheet)),
    Changes(fn(&Value) -> Value),
}

/// A text with a fault, and the bounds within which it must be read to show.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Faulty {
    /// The text.
    pub bytes: Vec<u8>,
    /// The bounds: lower than the usual ones where the fault is one of size.
    pub limits: Limits,
}

/// Shorthands, so that the tables read as tables.
const fn on(kind: Kind, code: Code, place: &'static str, plant: fn(&mut Sheet)) -> Fault {
    Fault { code, place, kind: Some(kind), planter: Planter::Document(plant) }
}

const fn of_no_element(code: Code, place: &'static str, plant: fn(&mut Sheet)) -> Fault {
    Fault { code, place, kind: None, planter: Planter::Document(plant) }
}

const fn alone(kind: Kind, code: Code, place: &'static str, plant: fn(&mut Sheet)) -> Fault {
    Fault { code, place, kind: Some(kind), planter: Planter::Alone(plant) }
}

const fn in_set(kind: Kind, code: Code, place: &'static str, plant: fn(&mut Sheet)) -> Fault {
    Fault { code, place, kind: Some(kind), planter: Planter::Set(plant) }
}

const fn in_text(code: Code, place: &'static str, plant: fn(&str) -> Faulty) -> Fault {
    Fault { code, place, kind: None, planter: Planter::Text(plant) }
}

const fn in_batch(code: Code, place: &'static str, batch: fn(&Value) -> Value) -> Fault {
    Fault { code, place, kind: None, planter: Planter::Changes(batch) }
}

const TABLES: [&[Fault]; 9] = [
    text::FAULTS,
    shape::FAULTS,
    document::FAULTS,
    record::FAULTS,
    set::FAULTS,
    advice::FAULTS,
    advice_life::FAULTS,
    readiness::FAULTS,
    change::FAULTS,
];

impl Fault {
    /// Every planter, by origin: one or more for each code.
    pub fn all() -> impl Iterator<Item = &'static Self> + Clone {
        TABLES.into_iter().flatten()
    }

    /// The planters of a code.
    pub fn of(code: Code) -> impl Iterator<Item = &'static Self> + Clone {
        Self::all().filter(move |fault| fault.code == code)
    }

    /// The planters of an origin.
    pub fn by(origin: RaisedBy) -> impl Iterator<Item = &'static Self> + Clone {
        Self::all().filter(move |fault| fault.origin() == origin)
    }

    /// What must be found.
    #[must_use]
    pub fn code(&self) -> Code {
        self.code
    }

    /// What raises the code, and so how the fault is planted.
    #[must_use]
    pub fn origin(&self) -> RaisedBy {
        self.code.raised_by()
    }

    /// Where it must be found: a JSON Pointer into the document, the list of documents, or the batch.
    ///
    /// What a batch does that may not be done is placed in the plan that comes out of it.
    #[must_use]
    pub fn place(&self) -> &'static str {
        self.place
    }

    /// The kind of the element that the finding must name; none where a text or a batch is at fault.
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        self.kind
    }

    /// The day on which the advice or the lack is found, or the batch is applied.
    #[must_use]
    pub fn day(&self) -> Option<Date> {
        match self.origin() {
            RaisedBy::Advice | RaisedBy::Readiness => "2021-12-31".parse().ok(),
            RaisedBy::Change => "2021-06-01".parse().ok(),
            _ => None,
        }
    }

    /// Whether it shows in the base document only, because it weighs the plan as a whole: what another plan has besides
    /// could lift it.
    #[must_use]
    pub fn is_alone(&self) -> bool {
        matches!(self.planter, Planter::Alone(_))
    }

    /// Plants it in a document, or in a list of two if the fault is one between plans.
    ///
    /// False, and nothing done, where the fault isn't one of documents, or what it alters isn't there.
    #[must_use = "a fault that wasn't planted won't be found"]
    pub fn plant(&self, document: &mut Value) -> bool {
        let Some(planted) = self.planted(document) else { return false };
        *document = planted;
        true
    }

    /// Plants it in the text of a plan, if it is a fault of text.
    #[must_use]
    pub fn plant_in_text(&self, text: &str) -> Option<Faulty> {
        match self.planter {
            Planter::Text(plant) => Some(plant(text)),
            _ => None,
        }
    }

    /// The faulty batch of changes on a plan, as JSON, if it is a fault of changes.
    #[must_use]
    pub fn batch(&self, document: &Value) -> Option<Value> {
        match self.planter {
            Planter::Changes(batch) => Some(batch(document)),
            _ => None,
        }
    }

    /// Whether the two can't be planted in one document so that both are found.
    ///
    /// Two faults clash if they are about the same element, or about the same key of the plan, where one could spoil
    /// what the other compares or edits; if one is about an element that the other compares with; and every fault
    /// clashes with a later version of the format, which isn't judged. Faults that count over the whole plan
    /// ([`is_alone`](Self::is_alone)), or that aren't of documents, clash with all.
    #[must_use]
    pub fn clashes_with(&self, other: &Self) -> bool {
        let is_of_document = |fault: &Self| matches!(fault.planter, Planter::Document(_));
        let rules_out = |fault: &Self| !is_of_document(fault) || fault.code == Code::FormatNewer;
        let (own, others) = (self.grounds(), other.grounds());
        rules_out(self) || rules_out(other) || own.iter().any(|ground| others.contains(ground))
    }

    /// The elements that it is about.
    fn grounds(&self) -> Vec<&'static str> {
        let compared = match self.code {
            Code::AcuteIssueDecidedBeforeSignalled => Some("/acuteIssues/0"),
            Code::AreaCodeOutsideParent => Some("/areas/1"),
            Code::PartnerMembershipCycle => Some("/partners/4"),
            // An element with an unknown key may be the one that was meant.
            Code::ReferenceWrongKind => Some("/topics/0"),
            _ => None,
        };
        std::iter::once(sheet::element(self.place)).chain(compared).collect()
    }

    fn planted(&self, document: &Value) -> Option<Value> {
        let (Planter::Document(plant) | Planter::Alone(plant) | Planter::Set(plant)) = self.planter else {
            return None;
        };
        let mut sheet = Sheet::new(document.clone());
        plant(&mut sheet);
        sheet.finish()
    }
}
