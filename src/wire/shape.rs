//! Reading any JSON value as a draft: each fault is recorded with its place and reading goes on.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

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

    fn from_list<'de, A: SeqAccess<'de>>(mut list: A, at: At<'_>) -> Result<Self, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(wrong_type(at, ("a list", "een lijst")))
    }

    fn from_object<'de, A: MapAccess<'de>>(object: A, at: At<'_>) -> Result<Self, A::Error> {
        drain_object(object)?;
        Ok(wrong_type(at, ("an object", "een object")))
    }
}

/// Reads past what is left of an object.
pub(crate) fn drain_object<'de, A: MapAccess<'de>>(mut object: A) -> Result<(), A::Error> {
    while object.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
    Ok(())
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

/// Reads past a key that the format doesn't know; it may have been meant for any of the object's keys.
pub(crate) fn unknown_key<'de, T: Shape, A: MapAccess<'de>>(
    object: &mut A,
    key: &str,
    at: &mut At<'_>,
) -> Result<(), A::Error> {
    object.next_value::<IgnoredAny>()?;
    at.sink.note(Code::ShapeUnknownKey, at.path, &[Arg::from(key)]);
    let _: T = lost(at.sink);
    Ok(())
}

/// Reads a value from any self-describing format, gathering faults.
pub(crate) fn read<'de, T: Shape, D: Deserializer<'de>>(
    deserializer: D,
    path: &Path<'_>,
    sink: &mut Sink,
) -> Result<T, D::Error> {
    Seed::<T> { at: At { path, sink }, shape: PhantomData }.deserialize(deserializer)
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

pub(crate) struct Seed<'a, T> {
    pub(crate) at: At<'a>,
    pub(crate) shape: PhantomData<T>,
}

impl<'de, T: Shape> DeserializeSeed<'de> for Seed<'_, T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, T: Shape> Visitor<'de> for Seed<'_, T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED.0)
    }

    fn visit_str<E>(mut self, text: &str) -> Result<T, E> {
        let read = T::from_text(Cow::Borrowed(text), &mut self.at);
        Ok(read.unwrap_or_else(|| wrong_type(self.at, ("a text", "een tekst"))))
    }

    fn visit_string<E>(mut self, text: String) -> Result<T, E> {
        let read = T::from_text(Cow::Owned(text), &mut self.at);
        Ok(read.unwrap_or_else(|| wrong_type(self.at, ("a text", "een tekst"))))
    }

    fn visit_bool<E>(self, flag: bool) -> Result<T, E> {
        Ok(T::from_flag(flag).unwrap_or_else(|| wrong_type(self.at, ("true or false", "true of false"))))
    }

    fn visit_u64<E>(self, number: u64) -> Result<T, E> {
        Ok(integer(number, || number.to_string(), self.at))
    }

    fn visit_i64<E>(self, number: i64) -> Result<T, E> {
        Ok(integer(u64::try_from(number).unwrap_or(u64::MAX), || number.to_string(), self.at))
    }

    /// A whole number is one however it is written: `1.0` and `1e0` are 1.
    fn visit_f64<E>(self, number: f64) -> Result<T, E> {
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
        Ok(integer(whole, || number.to_string(), self.at))
    }

    fn visit_unit<E>(self) -> Result<T, E> {
        Ok(T::from_null().unwrap_or_else(|| wrong_type(self.at, ("null", "null"))))
    }

    fn visit_none<E: Error>(self) -> Result<T, E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<T, A::Error> {
        T::from_list(list, self.at)
    }

    fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<T, A::Error> {
        T::from_object(object, self.at)
    }
}

fn integer<T: Shape>(number: u64, written: impl Fn() -> String, at: At<'_>) -> T {
    if T::from_integer(0).is_none() {
        return wrong_type(at, ("a number", "een getal"));
    }
    if let Some(value) = T::from_integer(number).filter(|_| number <= MAX_INTEGER) {
        return value;
    }
    at.sink.fault(Code::ShapeNotAnInteger, at.path, &[Arg::from(written().as_str())]);
    T::placeholder()
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

    fn from_list<'de, A: SeqAccess<'de>>(mut list: A, at: At<'_>) -> Result<Self, A::Error> {
        let mut items = Self::new();
        for index in 0.. {
            if index == at.sink.list_limit() {
                if list.next_element::<IgnoredAny>()?.is_none() {
                    break;
                }
                at.sink.fault(Code::TextListTooLong, at.path, &[Arg::from(index.to_string())]);
                while list.next_element::<IgnoredAny>()?.is_some() {}
                return Ok(lost(at.sink));
            }
            let path = at.path.index(index);
            let seed = Seed::<T> { at: At { path: &path, sink: at.sink }, shape: PhantomData };
            let Some(item) = list.next_element_seed(seed)? else {
                break;
            };
            // A document so broken that its faults are only counted is not kept, to bound memory.
            if !at.sink.is_full() {
                items.push(item);
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

    fn from_list<'de, A: SeqAccess<'de>>(list: A, at: At<'_>) -> Result<Self, A::Error> {
        T::from_list(list, at).map(Some)
    }

    fn from_object<'de, A: MapAccess<'de>>(object: A, at: At<'_>) -> Result<Self, A::Error> {
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

    fn from_list<'de, A: SeqAccess<'de>>(list: A, at: At<'_>) -> Result<Self, A::Error> {
        T::from_list(list, at).map(Self)
    }

    fn from_object<'de, A: MapAccess<'de>>(object: A, at: At<'_>) -> Result<Self, A::Error> {
        T::from_object(object, at).map(Self)
    }
}

/// A key of an object: one of the keys of the format, or the unknown text.
pub(crate) struct KeySeed(pub(crate) &'static [&'static str]);

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Result<&'static str, String>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for KeySeed {
    type Value = Result<&'static str, String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(self.0.iter().copied().find(|key| *key == text).ok_or_else(|| crate::finding::quote(text)))
    }
}

/// Reads one value as its shape, at a key.
pub(crate) fn value<'de, T: Shape, A: MapAccess<'de>>(
    object: &mut A,
    path: &Path<'_>,
    sink: &mut Sink,
) -> Result<T, A::Error> {
    object.next_value_seed(Seed::<T> { at: At { path, sink }, shape: PhantomData })
}

/// Reads past the value of a key that came before: the first one counts.
pub(crate) fn repeated<'de, T: Shape, A: MapAccess<'de>>(
    object: &mut A,
    key: &str,
    at: &mut At<'_>,
    spoils: &Path<'_>,
) -> Result<(), A::Error> {
    object.next_value::<IgnoredAny>()?;
    at.sink.fault_hiding(Code::ShapeRepeatedKey, at.path, spoils, &[Arg::from(key)]);
    let _: T = lost(at.sink);
    Ok(())
}

/// What stands in for a required key that is missing.
pub(crate) fn missing<T: Shape>(key: &str, at: &mut At<'_>, spoils: &Path<'_>) -> T {
    at.sink.fault_hiding(Code::ShapeMissingKey, at.path, spoils, &[Arg::from(key)]);
    lost(at.sink)
}
