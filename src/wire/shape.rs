//! Reading any JSON value as a draft: each fault is recorded with its place and reading goes on.
//!
//! One visitor serves every type: it hands what it meets to a [`Slot`], by dynamic dispatch, so that the parser is
//! compiled once and not once for each of the format's two hundred types.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

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

/// Reads a value from any self-describing format, gathering faults.
pub(crate) fn read<'de, T: Shape, D: Deserializer<'de>>(
    deserializer: D,
    path: &Path<'_>,
    sink: &mut Sink,
) -> Result<T, D::Error> {
    let mut slot = None;
    Fill { slot: &mut slot, at: At { path, sink } }.deserialize(deserializer)?;
    Ok(slot.unwrap_or_else(T::placeholder))
}

/// The plain serde front of [`read`]: fails with the first fault.
pub(crate) fn deserialize<'de, T: Shape, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut sink = Sink::new(1, usize::MAX);
    let value = read(deserializer, &Path::ROOT, &mut sink)?;
    match sink.finish().iter().next() {
        None => Ok(value),
        Some(finding) => Err(D::Error::custom(finding)),
    }
}

/// Hands what the parser meets to a slot.
struct Fill<'a> {
    slot: &'a mut dyn Slot,
    at: At<'a>,
}

impl<'de> DeserializeSeed<'de> for Fill<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Fill<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.slot.expected())
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        self.slot.text(Cow::Borrowed(text), self.at);
        Ok(())
    }

    fn visit_string<E>(self, text: String) -> Result<(), E> {
        self.slot.text(Cow::Owned(text), self.at);
        Ok(())
    }

    fn visit_bool<E>(self, flag: bool) -> Result<(), E> {
        self.slot.flag(flag, self.at);
        Ok(())
    }

    fn visit_u64<E>(self, number: u64) -> Result<(), E> {
        self.slot.number(number, &number, self.at);
        Ok(())
    }

    fn visit_i64<E>(self, number: i64) -> Result<(), E> {
        self.slot.number(u64::try_from(number).unwrap_or(u64::MAX), &number, self.at);
        Ok(())
    }

    /// A whole number is one however it is written: `1.0` and `1e0` are 1.
    fn visit_f64<E>(self, number: f64) -> Result<(), E> {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "whole and within 0..=2^53-1"
        )]
        #[expect(clippy::cast_precision_loss, reason = "2^53-1 is exact as a float")]
        let whole = if number.fract() == 0.0 && (0.0..=MAX_INTEGER as f64).contains(&number) {
            number as u64
        } else {
            u64::MAX
        };
        self.slot.number(whole, &number, self.at);
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        self.slot.null(self.at);
        Ok(())
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<(), A::Error> {
        let mut held = Held { parser: list, error: None };
        let read = self.slot.list(&mut held, self.at);
        held.result(read)
    }

    fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<(), A::Error> {
        let mut held = Held { parser: object, error: None };
        let read = self.slot.object(&mut held, self.at);
        held.result(read)
    }
}

/// A parser with the error that it stopped at.
struct Held<P, E> {
    parser: P,
    error: Option<E>,
}

impl<P, E: Error> Held<P, E> {
    fn keep<T>(&mut self, result: Result<T, E>) -> Result<T, Stop> {
        result.map_err(|error| {
            self.error = Some(error);
            Stop
        })
    }

    fn result(self, read: Result<(), Stop>) -> Result<(), E> {
        read.map_err(|Stop| self.error.unwrap_or_else(|| E::custom("the parser stopped")))
    }
}

impl<'de, A: SeqAccess<'de>> Items for Held<A, A::Error> {
    fn next(&mut self, slot: &mut dyn Slot, at: At<'_>) -> Result<bool, Stop> {
        let next = self.parser.next_element_seed(Fill { slot, at });
        self.keep(next).map(|item| item.is_some())
    }

    fn skip(&mut self) -> Result<bool, Stop> {
        let next = self.parser.next_element::<IgnoredAny>();
        self.keep(next).map(|item| item.is_some())
    }
}

impl<'de, A: MapAccess<'de>> Entries for Held<A, A::Error> {
    fn next_key(&mut self, keys: &'static [&'static str]) -> Result<Option<FoundKey>, Stop> {
        let next = self.parser.next_key_seed(KeyOf(keys));
        self.keep(next)
    }

    fn value(&mut self, slot: &mut dyn Slot, at: At<'_>) -> Result<(), Stop> {
        let value = self.parser.next_value_seed(Fill { slot, at });
        self.keep(value)
    }

    fn skip(&mut self) -> Result<(), Stop> {
        let value = self.parser.next_value::<IgnoredAny>();
        self.keep(value).map(|IgnoredAny| ())
    }
}

/// Finds a key among those of the format.
struct KeyOf(&'static [&'static str]);

impl<'de> DeserializeSeed<'de> for KeyOf {
    type Value = FoundKey;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<FoundKey, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for KeyOf {
    type Value = FoundKey;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, text: &str) -> Result<FoundKey, E> {
        Ok(self.0.iter().copied().find(|key| *key == text).ok_or_else(|| crate::finding::quote(text)))
    }
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
            items.extend(slot.filter(|_| !at.sink.is_full()));
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
