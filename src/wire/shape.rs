//! The shape of each type on the wire: what isn't of it is recorded as a fault with its place, and reading goes on.

use std::borrow::Cow;
use std::fmt;

use crate::choice::{self, Choice};
use crate::finding::{Arg, Code, Sink};
use crate::kind::Kinds;
use crate::place::Path;
use crate::rule::MAX_INTEGER;

/// Where the reader is, and where faults go.
#[derive(Debug)]
pub(crate) struct At<'a> {
    pub(crate) path: &'a Path<'a>,
    pub(crate) sink: &'a mut Sink,
}

impl At<'_> {
    /// The same place, for a while.
    fn again(&mut self) -> At<'_> {
        At { path: self.path, sink: self.sink }
    }
}

/// The parser failed; its error waits where the parser is held.
#[derive(Debug)]
pub(crate) struct Stop;

/// A raw value that can be read from JSON. What isn't of its shape is a fault, and a placeholder stands in for it.
pub(crate) trait Shape: Sized {
    /// What is expected, in English and Dutch.
    const EXPECTED: (&'static str, &'static str);

    /// What stands in where nothing could be read.
    fn placeholder() -> Self;

    /// Whether the written form leaves it out.
    fn is_absent(&self) -> bool {
        false
    }

    /// The kinds of elements that it can hold, for when it is lost.
    fn kinds(_into: &mut Kinds) {}

    fn from_text(_text: Cow<'_, str>, _at: &mut At<'_>) -> Option<Self> {
        None
    }

    fn from_flag(_flag: bool) -> Option<Self> {
        None
    }

    fn from_integer(_number: u64) -> Option<Self> {
        None
    }

    fn from_null() -> Option<Self> {
        None
    }

    fn from_list(list: &mut dyn Items, at: At<'_>) -> Result<Self, Stop> {
        while list.skip()? {}
        Ok(wrong_type(at, ("a list", "een lijst")))
    }

    fn from_object(object: &mut dyn Entries, at: At<'_>) -> Result<Self, Stop> {
        while object.next_key(&[])?.is_some() {
            object.skip()?;
        }
        Ok(wrong_type(at, ("an object", "een object")))
    }
}

/// What is left of a list in the text.
pub(crate) trait Items {
    /// Reads the next item into the slot; says whether there was one.
    fn next(&mut self, slot: &mut dyn Slot, at: At<'_>) -> Result<bool, Stop>;

    /// Reads past the next item; says whether there was one.
    fn skip(&mut self) -> Result<bool, Stop>;
}

/// A key of an object: one of the keys of the format, or what else it is, shortened.
pub(crate) type FoundKey = Result<&'static str, String>;

/// What is left of an object in the text.
pub(crate) trait Entries {
    fn next_key(&mut self, keys: &'static [&'static str]) -> Result<Option<FoundKey>, Stop>;

    /// Reads the value of the key into the slot.
    fn value(&mut self, slot: &mut dyn Slot, at: At<'_>) -> Result<(), Stop>;

    /// Reads past the value of the key.
    fn skip(&mut self) -> Result<(), Stop>;
}

/// Where a value goes once it is read, whatever JSON turns out to stand there.
pub(crate) trait Slot {
    fn expected(&self) -> &'static str;
    fn text(&mut self, text: Cow<'_, str>, at: At<'_>);
    fn flag(&mut self, flag: bool, at: At<'_>);
    fn number(&mut self, number: u64, written: &dyn fmt::Display, at: At<'_>);
    fn null(&mut self, at: At<'_>);
    fn list(&mut self, list: &mut dyn Items, at: At<'_>) -> Result<(), Stop>;
    fn object(&mut self, object: &mut dyn Entries, at: At<'_>) -> Result<(), Stop>;
}

/// An empty place for a value; filled by whatever is read, if need be with a placeholder.
impl<T: Shape> Slot for Option<T> {
    fn expected(&self) -> &'static str {
        T::EXPECTED.0
    }

    fn text(&mut self, text: Cow<'_, str>, mut at: At<'_>) {
        let read = T::from_text(text, &mut at);
        *self = Some(read.unwrap_or_else(|| wrong_type(at, ("a text", "een tekst"))));
    }

    fn flag(&mut self, flag: bool, at: At<'_>) {
        *self =
            Some(T::from_flag(flag).unwrap_or_else(|| wrong_type(at, ("true or false", "true of false"))));
    }

    fn number(&mut self, number: u64, written: &dyn fmt::Display, at: At<'_>) {
        *self = Some(if T::from_integer(0).is_none() {
            wrong_type(at, ("a number", "een getal"))
        } else if let Some(value) = T::from_integer(number).filter(|_| number <= MAX_INTEGER) {
            value
        } else {
            at.sink.fault(Code::ShapeNotAnInteger, at.path, &[Arg::from(written.to_string().as_str())]);
            T::placeholder()
        });
    }

    fn null(&mut self, at: At<'_>) {
        *self = Some(T::from_null().unwrap_or_else(|| wrong_type(at, ("null", "null"))));
    }

    fn list(&mut self, list: &mut dyn Items, at: At<'_>) -> Result<(), Stop> {
        *self = Some(T::from_list(list, at)?);
        Ok(())
    }

    fn object(&mut self, object: &mut dyn Entries, at: At<'_>) -> Result<(), Stop> {
        *self = Some(T::from_object(object, at)?);
        Ok(())
    }
}

fn wrong_type<T: Shape>(at: At<'_>, found: (&str, &str)) -> T {
    let At { path, sink } = at;
    let (expected, expected_nl) = T::EXPECTED;
    sink.fault(Code::ShapeWrongType, path, &[Arg::both(expected, expected_nl), Arg::both(found.0, found.1)]);
    lost(sink)
}

/// A placeholder for something that may have held elements.
fn lost<T: Shape>(sink: &mut Sink) -> T {
    let mut kinds = Kinds::default();
    T::kinds(&mut kinds);
    sink.hide(kinds);
    T::placeholder()
}

/// Reads the value of a key into its slot; of a key that comes twice, the first value counts.
pub(crate) fn value<T: Shape>(
    object: &mut dyn Entries,
    slot: &mut Option<T>,
    key: crate::place::Key,
    at: &mut At<'_>,
) -> Result<(), Stop> {
    let path = at.path.key(key);
    if slot.is_none() {
        return object.value(slot, At { path: &path, sink: at.sink });
    }
    object.skip()?;
    at.sink.fault_hiding(Code::ShapeRepeatedKey, at.path, &path, &[Arg::from(key.name())]);
    let _: T = lost(at.sink);
    Ok(())
}

/// Reads past a key that the format doesn't know; it may have been meant for any of the object's keys.
pub(crate) fn unknown_key<T: Shape>(
    object: &mut dyn Entries,
    key: &str,
    at: &mut At<'_>,
) -> Result<(), Stop> {
    object.skip()?;
    at.sink.note(Code::ShapeUnknownKey, at.path, &[Arg::from(key)]);
    let _: T = lost(at.sink);
    Ok(())
}

/// What stands in for a required key that is missing.
pub(crate) fn missing<T: Shape>(key: crate::place::Key, at: &mut At<'_>) -> T {
    at.sink.fault_hiding(Code::ShapeMissingKey, at.path, &at.path.key(key), &[Arg::from(key.name())]);
    lost(at.sink)
}

impl Shape for String {
    const EXPECTED: (&'static str, &'static str) = ("a text", "een tekst");

    fn placeholder() -> Self {
        Self::new()
    }

    fn from_text(text: Cow<'_, str>, _at: &mut At<'_>) -> Option<Self> {
        Some(text.into_owned())
    }
}

impl Shape for bool {
    const EXPECTED: (&'static str, &'static str) = ("true or false", "true of false");

    fn placeholder() -> Self {
        false
    }

    fn is_absent(&self) -> bool {
        !self
    }

    fn from_flag(flag: bool) -> Option<Self> {
        Some(flag)
    }
}

impl Shape for u64 {
    const EXPECTED: (&'static str, &'static str) = ("a whole number", "een geheel getal");

    fn placeholder() -> Self {
        0
    }

    fn from_integer(number: u64) -> Option<Self> {
        Some(number)
    }
}

impl<T: Choice> Shape for T {
    const EXPECTED: (&'static str, &'static str) = ("a text", "een tekst");

    fn placeholder() -> Self {
        T::FIRST
    }

    fn from_text(text: Cow<'_, str>, at: &mut At<'_>) -> Option<Self> {
        Some(choice::find(&text).unwrap_or_else(|unknown| {
            at.sink.fault(
                Code::ShapeUnknownValue,
                at.path,
                &[Arg::from(text.as_ref()), Arg::from(unknown.allowed)],
            );
            Self::placeholder()
        }))
    }
}

impl<T: Shape> Shape for Vec<T> {
    const EXPECTED: (&'static str, &'static str) = ("a list", "een lijst");

    fn placeholder() -> Self {
        Self::new()
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    fn kinds(into: &mut Kinds) {
        T::kinds(into);
    }

    fn from_list(list: &mut dyn Items, mut at: At<'_>) -> Result<Self, Stop> {
        let mut items = Self::new();
        for index in 0.. {
            if index == at.sink.list_limit() {
                if list.skip()? {
                    at.sink.fault(Code::TextListTooLong, at.path, &[Arg::from(index.to_string())]);
                    while list.skip()? {}
                    return Ok(lost(at.sink));
                }
                break;
            }
            let path = at.path.index(index);
            let mut slot = None;
            let more = list.next(&mut slot, At { path: &path, sink: at.again().sink })?;
            // A document so broken that its faults are only counted is not kept, to bound memory.
            if at.sink.is_full() {
                at.sink.leave_out();
            } else {
                items.extend(slot);
            }
            if !more {
                break;
            }
        }
        Ok(items)
    }
}

impl<T: Shape> Shape for Option<T> {
    const EXPECTED: (&'static str, &'static str) = T::EXPECTED;

    fn placeholder() -> Self {
        None
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }

    fn kinds(into: &mut Kinds) {
        T::kinds(into);
    }

    fn from_text(text: Cow<'_, str>, at: &mut At<'_>) -> Option<Self> {
        T::from_text(text, at).map(Some)
    }

    fn from_flag(flag: bool) -> Option<Self> {
        T::from_flag(flag).map(Some)
    }

    fn from_integer(number: u64) -> Option<Self> {
        T::from_integer(number).map(Some)
    }

    fn from_list(list: &mut dyn Items, at: At<'_>) -> Result<Self, Stop> {
        T::from_list(list, at).map(Some)
    }

    fn from_object(object: &mut dyn Entries, at: At<'_>) -> Result<Self, Stop> {
        T::from_object(object, at).map(Some)
    }
}

/// The value of an optional key: `null` means absent.
pub(crate) struct Nullable<T>(pub(crate) T);

impl<T: Shape> Shape for Nullable<T> {
    const EXPECTED: (&'static str, &'static str) = T::EXPECTED;

    fn placeholder() -> Self {
        Self(T::placeholder())
    }

    fn kinds(into: &mut Kinds) {
        T::kinds(into);
    }

    fn from_text(text: Cow<'_, str>, at: &mut At<'_>) -> Option<Self> {
        T::from_text(text, at).map(Self)
    }

    fn from_flag(flag: bool) -> Option<Self> {
        T::from_flag(flag).map(Self)
    }

    fn from_integer(number: u64) -> Option<Self> {
        T::from_integer(number).map(Self)
    }

    fn from_null() -> Option<Self> {
        Some(Self::placeholder())
    }

    fn from_list(list: &mut dyn Items, at: At<'_>) -> Result<Self, Stop> {
        T::from_list(list, at).map(Self)
    }

    fn from_object(object: &mut dyn Entries, at: At<'_>) -> Result<Self, Stop> {
        T::from_object(object, at).map(Self)
    }
}
