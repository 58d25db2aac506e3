//! The step from a raw draft to a typed value, and the walk over everything that has an id or names one.

use std::any::Any;
use std::collections::HashMap;
use std::ops::Deref;
use std::sync::Arc;

use serde::Serialize;
use uuid::Uuid;

use super::Shape;
use crate::choice::Choice;
use crate::finding::{Code, Sink};
use crate::kind::Kind;
use crate::place::Path;

/// A typed value and the raw form it is written in.
pub(crate) trait Typed: Sized + Serialize {
    /// The raw form, in a draft.
    type Raw: Shape;

    /// Checks the raw form; a value that doesn't hold is a fault, and a placeholder stands in for it.
    fn from_raw(raw: &Self::Raw, at: &Path<'_>, sink: &mut Sink) -> Self;

    fn to_raw(&self) -> Self::Raw;

    /// Shows the visitor every element and every reference, in the order of the document.
    fn walk(&self, _at: &Path<'_>, _visitor: &mut dyn Visitor) {}

    /// Whether the written form leaves it out.
    fn is_absent(&self) -> bool {
        false
    }

    /// What it refers to, if it is an item of a set of references.
    fn refers_to(&self) -> Option<Uuid> {
        None
    }
}

/// How far a reference may lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Into this plan only.
    Plan,
    /// Into another plan too.
    Elsewhere,
}

/// What is shown every element and reference on a walk.
pub(crate) trait Visitor {
    fn enter(&mut self, _at: &Path<'_>, _kind: Kind, _id: Uuid, _code: Option<&str>) {}

    fn leave(&mut self) {}

    /// An object, element or part, after its element was entered and before what it holds.
    fn object(&mut self, _at: &Path<'_>, _object: &dyn Any) {}

    fn reference(&mut self, _at: &Path<'_>, _kind: Kind, _id: Uuid, _reach: Reach) {}

    /// An item of a set of references that names what an earlier item names.
    fn repeated(&mut self, _at: &Path<'_>, _id: Uuid, _first: &Path<'_>) {}
}

/// A `kind` beside an `id`: which kind of element the id names, if any.
pub(crate) trait Names {
    fn names(self) -> Option<Kind>;
}

/// Shows the visitor the reference that a `kind` and an `id` make together.
pub(crate) fn walk_target(kind: impl Names, id: Option<Uuid>, at: &Path<'_>, visitor: &mut dyn Visitor) {
    if let (Some(kind), Some(id)) = (kind.names(), id) {
        visitor.reference(at, kind, id, Reach::Plan);
    }
}

impl<T: Choice + Serialize> Typed for T {
    type Raw = Self;

    fn from_raw(raw: &Self, _at: &Path<'_>, _sink: &mut Sink) -> Self {
        *raw
    }

    fn to_raw(&self) -> Self {
        *self
    }
}

impl Typed for bool {
    type Raw = Self;

    fn from_raw(raw: &Self, _at: &Path<'_>, _sink: &mut Sink) -> Self {
        *raw
    }

    fn to_raw(&self) -> Self {
        *self
    }

    fn is_absent(&self) -> bool {
        !self
    }
}

impl<T: Typed> Typed for Option<T> {
    type Raw = Option<T::Raw>;

    fn from_raw(raw: &Self::Raw, at: &Path<'_>, sink: &mut Sink) -> Self {
        raw.as_ref().map(|raw| T::from_raw(raw, at, sink))
    }

    fn to_raw(&self) -> Self::Raw {
        self.as_ref().map(T::to_raw)
    }

    fn walk(&self, at: &Path<'_>, visitor: &mut dyn Visitor) {
        if let Some(value) = self {
            value.walk(at, visitor);
        }
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T: Typed> Typed for Vec<T> {
    type Raw = Vec<T::Raw>;

    fn from_raw(raw: &Self::Raw, at: &Path<'_>, sink: &mut Sink) -> Self {
        raw.iter().enumerate().map(|(index, raw)| T::from_raw(raw, &at.index(index), sink)).collect()
    }

    fn to_raw(&self) -> Self::Raw {
        self.iter().map(T::to_raw).collect()
    }

    fn walk(&self, at: &Path<'_>, visitor: &mut dyn Visitor) {
        for (index, item) in self.iter().enumerate() {
            item.walk(&at.index(index), visitor);
        }
        for (index, first, id) in repetitions(self) {
            visitor.repeated(&at.index(index), id, &at.index(first));
        }
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

/// The items of a set of references that name what an earlier item names, with that item's number.
fn repetitions<T: Typed>(items: &[T]) -> Vec<(usize, usize, Uuid)> {
    let is_set = items.len() > 1 && items.first().is_some_and(|item| item.refers_to().is_some());
    if !is_set {
        return Vec::new();
    }
    let mut firsts = HashMap::with_capacity(items.len());
    let mut repeated = Vec::new();
    for (index, id) in items.iter().enumerate().filter_map(|(index, item)| Some((index, item.refers_to()?))) {
        let first = *firsts.entry(id).or_insert(index);
        if first != index {
            repeated.push((index, first, id));
        }
    }
    repeated
}

impl<T: Typed> Typed for Arc<T> {
    type Raw = T::Raw;

    fn from_raw(raw: &Self::Raw, at: &Path<'_>, sink: &mut Sink) -> Self {
        Self::new(T::from_raw(raw, at, sink))
    }

    fn to_raw(&self) -> Self::Raw {
        T::to_raw(self)
    }

    fn walk(&self, at: &Path<'_>, visitor: &mut dyn Visitor) {
        T::walk(self, at, visitor);
    }

    fn is_absent(&self) -> bool {
        T::is_absent(self)
    }
}

/// An item of a list that may not be empty.
pub(crate) trait Listed {
    /// The name for such a list that is empty.
    const EMPTY: Code = Code::ShapeEmptyList;
}

/// A list that has at least one item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AtLeastOne<T>(Vec<T>);

impl<T> Deref for AtLeastOne<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T: Serialize> Serialize for AtLeastOne<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<T: Typed + Listed> Typed for AtLeastOne<T> {
    type Raw = Vec<T::Raw>;

    fn from_raw(raw: &Self::Raw, at: &Path<'_>, sink: &mut Sink) -> Self {
        if raw.is_empty() && !sink.has_left_out() {
            sink.fault(T::EMPTY, at, &[]);
        }
        Self(Vec::from_raw(raw, at, sink))
    }

    fn to_raw(&self) -> Self::Raw {
        self.0.to_raw()
    }

    fn walk(&self, at: &Path<'_>, visitor: &mut dyn Visitor) {
        self.0.walk(at, visitor);
    }
}

/// References that may lead into another plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Elsewhere<T>(T);

impl<T> Deref for Elsewhere<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Serialize> Serialize for Elsewhere<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<T: Typed> Typed for Elsewhere<T> {
    type Raw = T::Raw;

    fn from_raw(raw: &Self::Raw, at: &Path<'_>, sink: &mut Sink) -> Self {
        Self(T::from_raw(raw, at, sink))
    }

    fn to_raw(&self) -> Self::Raw {
        self.0.to_raw()
    }

    fn walk(&self, at: &Path<'_>, visitor: &mut dyn Visitor) {
        self.0.walk(at, &mut Loosened(visitor));
    }

    fn is_absent(&self) -> bool {
        self.0.is_absent()
    }
}

/// Passes references on as leading anywhere.
struct Loosened<'a>(&'a mut dyn Visitor);

impl Visitor for Loosened<'_> {
    fn object(&mut self, at: &Path<'_>, object: &dyn Any) {
        self.0.object(at, object);
    }

    fn reference(&mut self, at: &Path<'_>, kind: Kind, id: Uuid, _reach: Reach) {
        self.0.reference(at, kind, id, Reach::Elsewhere);
    }

    fn repeated(&mut self, at: &Path<'_>, id: Uuid, first: &Path<'_>) {
        self.0.repeated(at, id, first);
    }
}
