//! Filter to JSON and back: `{"all": [...]}`, `{"any": [...]}`, `{"not": {...}}`, and per condition an object with its
//! word as the key, such as `{"lead": {"name": "Politie"}}` or `{"year": 2021}`.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize, Serializer};

use super::value::{cost_word, id};
use super::{CostTest, Facet, Filter, FilterWord, Mark};
use crate::draft::PeriodDraft;
use crate::entity::Role;

/// The keys that join filters.
pub(super) const ALL: &str = "all";
pub(super) const ANY: &str = "any";
pub(super) const NOT: &str = "not";
/// The keys of the ways to name an element.
pub(super) const ID: &str = "id";
pub(super) const CODE: &str = "code";
pub(super) const NAME: &str = "name";
/// The keys of a range of amounts.
pub(super) const FROM: &str = "fromCents";
pub(super) const TO: &str = "toCents";

/// An object with one key.
fn one<S: Serializer>(
    serializer: S,
    key: &str,
    value: &(impl Serialize + ?Sized),
) -> Result<S::Ok, S::Error> {
    let mut object = serializer.serialize_map(Some(1))?;
    object.serialize_entry(key, value)?;
    object.end()
}

impl Serialize for Filter {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::All(parts) => one(serializer, ALL, parts),
            Self::Any(parts) => one(serializer, ANY, parts),
            Self::Not(part) => one(serializer, NOT, part),
            Self::Is(facet) => facet.serialize(serializer),
        }
    }
}

impl Serialize for Facet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let key = self.word().as_str();
        match self {
            Self::Year(year) => one(serializer, key, year),
            Self::Period { start, end } => {
                one(serializer, key, &PeriodDraft::new(start.to_string(), end.to_string()))
            }
            Self::Status(state) => one(serializer, key, state),
            Self::Approach(approach) => one(serializer, key, approach),
            Self::Cost(test) => one(serializer, key, test),
            Self::Funding(source) => one(serializer, key, source),
            Self::Power(code) => one(serializer, key, code),
            Self::Origin(kind) => one(serializer, key, kind),
            Self::Item(text) | Self::Title(text) => one(serializer, key, text),
            Self::Disclosure(level) => one(serializer, key, level),
            Self::Gap(gap) => one(serializer, key, gap),
            other => one(serializer, key, &other.mark()),
        }
    }
}

impl Serialize for Mark {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Id(id) => one(serializer, ID, id),
            Self::Code(code) => one(serializer, CODE, code),
            Self::Name(name) => one(serializer, NAME, name),
        }
    }
}

impl Serialize for CostTest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self::Between { from, to } = self else { return serializer.collect_str(self) };
        let mut object = serializer.serialize_map(None)?;
        if let Some(from) = from {
            object.serialize_entry(FROM, from)?;
        }
        if let Some(to) = to {
            object.serialize_entry(TO, to)?;
        }
        object.end()
    }
}

impl<'de> Deserialize<'de> for Filter {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Level(1).deserialize(deserializer)
    }
}

/// A filter at this depth.
struct Level(usize);

impl<'de> DeserializeSeed<'de> for Level {
    type Value = Filter;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Filter, D::Error> {
        if self.0 > Filter::MAX_DEPTH {
            return Err(de::Error::custom(format_args!(
                "a filter is at most {} levels deep",
                Filter::MAX_DEPTH
            )));
        }
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Level {
    type Value = Filter;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a filter: an object with one key")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Filter, A::Error> {
        let key: String = first_key(&mut object, "a filter")?;
        let deeper = self.0 + 1;
        let filter = match key.as_str() {
            ALL => Filter::All(object.next_value_seed(Parts(deeper))?),
            ANY => Filter::Any(object.next_value_seed(Parts(deeper))?),
            NOT => Filter::Not(Box::new(object.next_value_seed(Level(deeper))?)),
            word => Filter::Is(facet(word, &mut object)?),
        };
        no_more_keys(&mut object, "a filter")?;
        Ok(filter)
    }
}

/// A list of filters at this depth.
struct Parts(usize);

impl<'de> DeserializeSeed<'de> for Parts {
    type Value = Vec<Filter>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<Filter>, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Parts {
    type Value = Vec<Filter>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of filters")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<Filter>, A::Error> {
        let mut parts = Vec::new();
        while let Some(part) = list.next_element_seed(Level(self.0))? {
            parts.push(part);
        }
        Ok(parts)
    }
}

fn first_key<'de, A: MapAccess<'de>>(object: &mut A, what: &str) -> Result<String, A::Error> {
    object.next_key()?.ok_or_else(|| de::Error::custom(format_args!("{what} has one key, this has none")))
}

fn no_more_keys<'de, A: MapAccess<'de>>(object: &mut A, what: &str) -> Result<(), A::Error> {
    match object.next_key::<String>()? {
        None => Ok(()),
        Some(key) => {
            let key = crate::finding::quote(&key);
            Err(de::Error::custom(format_args!("{what} has one key; `{key}` is one more")))
        }
    }
}

fn unknown_key<E: de::Error>(key: &str, allowed: &str) -> E {
    E::custom(format_args!("unknown key `{}`, expected one of: {allowed}", crate::finding::quote(key)))
}

/// The condition of this word, with the value that follows.
fn facet<'de, A: MapAccess<'de>>(word: &str, object: &mut A) -> Result<Facet, A::Error> {
    let word: FilterWord = word.parse().map_err(|_| {
        unknown_key(word, &format!("{ALL}, {ANY}, {NOT}, {}", crate::choice::allowed::<FilterWord>()))
    })?;
    let facet = match word {
        FilterWord::Serves => Facet::Serves(object.next_value()?),
        FilterWord::Answers => Facet::Answers(object.next_value()?),
        FilterWord::Topic => Facet::Topic(object.next_value()?),
        FilterWord::Partner => partner(None, object)?,
        FilterWord::Accountable => partner(Some(Role::Accountable), object)?,
        FilterWord::Director => partner(Some(Role::Director), object)?,
        FilterWord::Lead => partner(Some(Role::Lead), object)?,
        FilterWord::Execute => partner(Some(Role::Execute), object)?,
        FilterWord::Support => partner(Some(Role::Support), object)?,
        FilterWord::Fund => partner(Some(Role::Fund), object)?,
        FilterWord::Consult => partner(Some(Role::Consult), object)?,
        FilterWord::Involved => partner(Some(Role::Involved), object)?,
        FilterWord::Action => Facet::Action(object.next_value()?),
        FilterWord::ExecutionPlan => Facet::ExecutionPlan(object.next_value()?),
        FilterWord::Plan => Facet::Plan(object.next_value()?),
        FilterWord::Municipality => Facet::Municipality(object.next_value()?),
        FilterWord::Area => Facet::Area(object.next_value()?),
        FilterWord::Indicator => Facet::Indicator(object.next_value()?),
        FilterWord::From => Facet::From(object.next_value()?),
        FilterWord::Year => {
            let Whole(year) = object.next_value()?;
            Facet::Year(i32::try_from(year).unwrap_or(i32::MAX))
        }
        FilterWord::Period => {
            let period: PeriodDraft = object.next_value()?;
            let day = |text: &str| text.parse().map_err(de::Error::custom);
            Facet::Period { start: day(&period.start)?, end: day(&period.end)? }
        }
        FilterWord::Status => Facet::Status(object.next_value()?),
        FilterWord::Approach => Facet::Approach(object.next_value()?),
        FilterWord::Cost => Facet::Cost(object.next_value()?),
        FilterWord::Funding => Facet::Funding(object.next_value()?),
        FilterWord::Power => Facet::Power(object.next_value()?),
        FilterWord::Origin => Facet::Origin(object.next_value()?),
        FilterWord::Item => Facet::Item(object.next_value()?),
        FilterWord::Disclosure => Facet::Disclosure(object.next_value()?),
        FilterWord::Title => Facet::Title(object.next_value()?),
        FilterWord::Gap => Facet::Gap(object.next_value()?),
    };
    facet.check().map_err(de::Error::custom)?;
    Ok(facet)
}

fn partner<'de, A: MapAccess<'de>>(role: Option<Role>, object: &mut A) -> Result<Facet, A::Error> {
    Ok(Facet::Partner { role, partner: object.next_value()? })
}

/// A whole number, however it is written.
struct Whole(u64);

impl<'de> Deserialize<'de> for Whole {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::wire::deserialize(deserializer).map(Self)
    }
}

/// Reads an object or word into the type.
struct Reading<T>(PhantomData<T>);

impl<'de> Deserialize<'de> for Mark {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Reading::<Self>(PhantomData))
    }
}

impl<'de> Visitor<'de> for Reading<Mark> {
    type Value = Mark;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with one key: id, code or name")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Mark, A::Error> {
        let key = first_key(&mut object, "the name of an element")?;
        let key = [ID, CODE, NAME].into_iter().find(|known| *known == key).ok_or(key);
        let key = key.map_err(|key| unknown_key::<A::Error>(&key, "id, code, name"))?;
        let text: String = object.next_value()?;
        no_more_keys(&mut object, "the name of an element")?;
        match key {
            ID => id(&text).map(Mark::Id).ok_or_else(|| de::Error::custom(crate::id::IdError)),
            CODE => Ok(Mark::Code(text)),
            _ => Ok(Mark::Name(text)),
        }
    }
}

impl<'de> Deserialize<'de> for CostTest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reading::<Self>(PhantomData))
    }
}

impl<'de> Visitor<'de> for Reading<CostTest> {
    type Value = CostTest;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("known, unknown, unstated, or an object with fromCents, toCents or both")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<CostTest, E> {
        cost_word(text).ok_or_else(|| E::invalid_value(de::Unexpected::Str(text), &self))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<CostTest, A::Error> {
        let (mut from, mut to) = (None, None);
        while let Some(key) = object.next_key::<String>()? {
            let slot = match key.as_str() {
                FROM => &mut from,
                TO => &mut to,
                other => return Err(unknown_key(other, "fromCents, toCents")),
            };
            let Whole(cents) = object.next_value()?;
            if slot.replace(cents).is_some() {
                return Err(de::Error::custom(format_args!("the key `{key}` comes twice")));
            }
        }
        Ok(CostTest::Between { from, to })
    }
}
