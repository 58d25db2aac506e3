//! The index of a plan: every element with its kind, its place and its code.

use std::any::Any;

use uuid::Uuid;

use crate::entity::{Objective, PlanContent};
use crate::finding::{Arg, Code, Finding, Sink};
use crate::kind::Kind;
use crate::place::{Key, Path, Place};
use crate::wire::{Reach, Typed, Visitor};

/// One element: what it is and where it hangs.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) id: Uuid,
    pub(crate) kind: Kind,
    /// The element that holds it, and its key and number there; `None` for the plan.
    pub(crate) held: Option<(u32, Key, u32)>,
}

/// Every element of a plan, in the order of the document.
#[derive(Debug, Clone, Default)]
pub(crate) struct Index {
    entries: Vec<Entry>,
    /// Entry numbers by id, then by kind, then in the order of the document.
    by_id: Vec<(Uuid, Kind, u32)>,
    /// Codes with their entry number, by code, then in the order of the document.
    codes: Vec<(Box<str>, u32)>,
    /// The indicators that objectives name, sorted.
    strategic_indicators: Vec<Uuid>,
}

impl Index {
    pub(crate) fn of(plan: &PlanContent) -> Self {
        Self::after(plan, &[]).0
    }

    /// The index after these elements came, and whether any of them was awaited: something else names it, which took it for an
    /// element of another plan.
    pub(super) fn after(plan: &PlanContent, came: &[Uuid]) -> (Self, bool) {
        let mut build = Build { index: Self::default(), open: Vec::new(), came, is_awaited: false };
        plan.walk(&Path::ROOT, &mut build);
        let is_awaited = build.is_awaited;
        let mut index = build.index;
        index.by_id =
            index.entries.iter().zip(0..).map(|(entry, number)| (entry.id, entry.kind, number)).collect();
        index.by_id.sort_unstable();
        index.codes.sort();
        index.strategic_indicators.sort_unstable();
        (index, is_awaited)
    }

    pub(crate) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    pub(crate) fn entry(&self, number: u32) -> Option<&Entry> {
        self.entries.get(number as usize)
    }

    /// The first entry at or after an id and kind, in the order of ids.
    fn from(&self, id: Uuid, kind: Option<Kind>) -> Option<(Uuid, Kind, u32)> {
        let start = self.by_id.partition_point(|(other, of, _)| (*other, Some(*of)) < (id, kind));
        self.by_id.get(start).copied()
    }

    /// The number of an element with this id: the only one in a plan without errors.
    pub(crate) fn number(&self, id: Uuid) -> Option<u32> {
        self.from(id, None).filter(|(other, ..)| *other == id).map(|(_, _, number)| number)
    }

    /// An element with this id: the only one in a plan without errors.
    pub(crate) fn find(&self, id: Uuid) -> Option<&Entry> {
        self.entry(self.number(id)?)
    }

    /// The element of this kind with this id; in a plan with a repeated id, the one that fits.
    pub(crate) fn find_kind(&self, kind: Kind, id: Uuid) -> Option<&Entry> {
        self.from(id, Some(kind))
            .filter(|(other, of, _)| *other == id && *of == kind)
            .and_then(|(_, _, number)| self.entry(number))
    }

    /// Whether an objective names the indicator: then it is part of the strategic part.
    pub(crate) fn is_strategic_indicator(&self, id: Uuid) -> bool {
        self.strategic_indicators.binary_search(&id).is_ok()
    }

    /// The elements with a code, in the order of the document.
    pub(crate) fn coded(&self, code: &str) -> impl Iterator<Item = &Entry> + Clone + use<'_> {
        let start = self.codes.partition_point(|(other, _)| **other < *code);
        let rest = self.codes.get(start..).unwrap_or_default();
        let length = rest.partition_point(|(other, _)| **other == *code);
        rest.iter().take(length).filter_map(|(_, number)| self.entry(*number))
    }

    pub(crate) fn place(&self, entry: &Entry) -> Place {
        match entry.held {
            None => Place::default(),
            Some((holder, key, index)) => {
                let holder = self.entry(holder).map(|holder| self.place(holder)).unwrap_or_default();
                holder.key(key).index(index as usize)
            }
        }
    }

    /// Where the element with this id stands.
    pub(crate) fn place_of(&self, id: Uuid) -> Place {
        self.find(id).map(|entry| self.place(entry)).unwrap_or_default()
    }

    /// What the element with this id holds, at any depth.
    pub(crate) fn below(&self, id: Uuid) -> impl Iterator<Item = &Entry> {
        let found = self.from(id, None).filter(|(other, ..)| *other == id);
        let number = self.by_id.partition_point(|(other, ..)| *other < id);
        let number = found.and_then(|_| self.by_id.get(number)).map(|(_, _, number)| *number);
        // Entries stand in the order of the document, so what lies below one follows it, until something hangs higher.
        let rest = number.and_then(|number| self.entries.get(number as usize + 1..)).unwrap_or_default();
        rest.iter().take_while(move |entry| {
            entry.held.zip(number).is_some_and(|((holder, ..), number)| number <= holder)
        })
    }

    /// The element that a place lies in.
    pub(crate) fn element_at(&self, place: &Place) -> Option<&Entry> {
        // Entries stand in the order of their places, so the last one at or before the place is it or lies below
        // something that comes before; its holders include the one sought.
        let after = self.entries.partition_point(|entry| self.place(entry) <= *place);
        let last = after.checked_sub(1).and_then(|last| self.entries.get(last));
        let mut holders = std::iter::successors(last, |entry| self.entry(entry.held?.0));
        holders.find(|entry| place.is_within(&self.place(entry)))
    }

    /// Reports ids and codes that occur twice; each finding names all the places.
    pub(super) fn check(&self, sink: &mut Sink) {
        for bearers in self.by_id.chunk_by(|a, b| a.0 == b.0).filter(|bearers| bearers.len() > 1) {
            let mut numbers: Vec<u32> = bearers.iter().map(|(_, _, number)| *number).collect();
            numbers.sort_unstable();
            self.repeated(&numbers, "id", sink, |entry| {
                (Code::ElementDuplicateId, vec![Arg::from(entry.id.to_string())])
            });
        }
        for bearers in self.codes.chunk_by(|a, b| a.0 == b.0).filter(|bearers| bearers.len() > 1) {
            let Some((code, _)) = bearers.first() else { continue };
            let mut same: Vec<(Kind, u32)> =
                bearers.iter().filter_map(|(_, number)| Some((self.entry(*number)?.kind, *number))).collect();
            same.sort();
            for kind in same.chunk_by(|a, b| a.0 == b.0) {
                let numbers: Vec<u32> = kind.iter().map(|(_, number)| *number).collect();
                self.repeated(&numbers, "code", sink, |entry| {
                    (Code::ElementDuplicateCode, vec![Arg::term(entry.kind), Arg::from(&**code)])
                });
            }
        }
    }

    fn repeated(
        &self,
        bearers: &[u32],
        key: &'static str,
        sink: &mut Sink,
        say: impl Fn(&Entry) -> (Code, Vec<Arg>),
    ) {
        let [_, again, ..] = bearers else { return };
        let place = |number: &u32| {
            let entry = self.entry(*number)?;
            // The first keys of every element are `id` and `code`; of a plan, `$schema` and `formatVersion` come before.
            let first = if entry.kind == Kind::Plan { 2 } else { 0 };
            Some(self.place(entry).key(Key::new(first + u8::from(key == "code"), key)))
        };
        let (Some(entry), Some(at)) = (self.entry(*again), place(again)) else { return };
        let (code, args) = say(entry);
        let others = bearers.iter().filter(|number| *number != again).filter_map(place);
        sink.find(Finding::new(code, at, &args).about(entry.kind, entry.id).related(others));
    }
}

struct Build<'a> {
    index: Index,
    open: Vec<u32>,
    /// The ids of what came, sorted.
    came: &'a [Uuid],
    is_awaited: bool,
}

impl Build<'_> {
    fn has_come(&self, id: Uuid) -> bool {
        self.came.binary_search(&id).is_ok()
    }
}

impl Visitor for Build<'_> {
    fn enter(&mut self, at: &Path<'_>, kind: Kind, id: Uuid, code: Option<&str>) {
        let number = crate::place::narrow(self.index.entries.len());
        let held = self.open.last().zip(at.item()).map(|(holder, (key, index))| (*holder, key, index));
        self.index.entries.push(Entry { id, kind, held });
        self.index.codes.extend(code.map(|code| (code.into(), number)));
        self.open.push(number);
    }

    fn leave(&mut self) {
        self.open.pop();
    }

    fn reference(&mut self, _at: &Path<'_>, _kind: Kind, id: Uuid, _reach: Reach) {
        if self.has_come(id) {
            let mut holders = self.open.iter().filter_map(|number| self.index.entry(*number));
            self.is_awaited |= !holders.any(|holder| self.has_come(holder.id));
        }
    }

    fn object(&mut self, _at: &Path<'_>, object: &dyn Any) {
        if let Some(objective) = object.downcast_ref::<Objective>() {
            let named = objective.indicators().iter().map(|indicator| indicator.into_uuid());
            self.index.strategic_indicators.extend(named);
        }
    }
}
