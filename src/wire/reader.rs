//! The reader: one visitor for every type.
//!
//! It hands what it meets to a [`Slot`], by dynamic dispatch, so that the parser is compiled once and not once for each of
//! the format's two hundred types.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::shape::{At, Entries, FoundKey, Items, Shape, Slot, Stop};
use crate::finding::Sink;
use crate::place::Path;
use crate::rule::MAX_INTEGER;

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
