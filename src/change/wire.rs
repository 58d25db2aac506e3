//! A change on the wire: a flat object whose `op` says which keys it has.

use std::sync::LazyLock;

use serde::ser::SerializeMap;
use serde_json::{Map, Value};

use super::Change;
use super::element::ElementDraft;
use crate::choice::{Choice, choice};
use crate::draft::{ElementReferenceDraft, SafetyPlanDraft};
use crate::finding::{Arg, Code, Findings};
use crate::kind::Kind;
use crate::place::{Key, Place};
use crate::plan::{Limits, raw};
use crate::rule::MAX_INTEGER;
use crate::wire::{At, Entries, Shape, Stop, missing, unknown_key, value};

choice! {
    /// What a change does.
    ChangeOp "soort wijziging" {
        /// An element, with what it holds, is put into a list of its holder.
        Add = "add" / "add" / "toevoegen",
        /// An element goes, with what it holds.
        Remove = "remove" / "remove" / "weghalen",
        /// An element gets new content; what it holds stays.
        Replace = "replace" / "replace" / "vervangen",
        /// An element, with what it holds, goes to another place.
        Move = "move" / "move" / "verplaatsen",
        /// The plan's own keys get new content.
        SetPlan = "setPlan" / "set plan" / "plan bijwerken",
    }
}

const KEYS: &[&str] = &["op", "target", "parent", "at", "element", "plan"];

pub(super) const OP: Key = Key::new(0, "op");
pub(super) const TARGET: Key = Key::new(1, "target");
pub(super) const PARENT: Key = Key::new(2, "parent");
pub(super) const POSITION: Key = Key::new(3, "at");
pub(super) const ELEMENT: Key = Key::new(4, "element");
pub(super) const PLAN: Key = Key::new(5, "plan");

impl ChangeOp {
    /// The keys beside `op`, all of them required.
    fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Add => &["parent", "at", "element"],
            Self::Remove => &["target"],
            Self::Replace => &["element"],
            Self::Move => &["target", "parent", "at"],
            Self::SetPlan => &["plan"],
        }
    }
}

/// The kinds that stand as an element in a change, and their words.
static WORDS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    Kind::ALL.iter().filter(|kind| **kind != Kind::Plan).map(|kind| kind.as_str()).collect()
});

/// The key under which an element of this kind stands in a change.
pub(super) fn word(kind: Kind) -> Key {
    Key::new(kind as u8, kind.as_str())
}

/// What was read as an element: as many as there are keys.
struct Read(Vec<ElementDraft>);

impl Shape for Read {
    const EXPECTED: (&'static str, &'static str) = ("an object", "een object");

    fn placeholder() -> Self {
        Self(Vec::new())
    }

    fn from_object(object: &mut dyn Entries, mut at: At<'_>) -> Result<Self, Stop> {
        let mut read: Vec<ElementDraft> = Vec::new();
        while let Some(key) = object.next_key(&WORDS)? {
            let kind = match &key {
                Ok(word) => word.parse::<Kind>().map_err(|_| *word),
                Err(other) => Err(other.as_str()),
            };
            let kind = match kind {
                Ok(kind) => kind,
                Err(other) => {
                    unknown_key::<Self>(object, other, &mut at)?;
                    continue;
                }
            };
            let again = read.iter().any(|element| element.kind() == kind);
            read.extend(ElementDraft::read(kind, again, object, word(kind), &mut at)?);
        }
        Ok(Self(read))
    }
}

impl Shape for Change {
    const EXPECTED: (&'static str, &'static str) = ("an object", "een object");

    fn placeholder() -> Self {
        Self::Remove { target: ElementReferenceDraft::default() }
    }

    fn from_object(object: &mut dyn Entries, mut at: At<'_>) -> Result<Self, Stop> {
        let (mut op, mut target, mut parent, mut position) = (None, None, None, None);
        let (mut element, mut plan) = (None, None);
        let mut found: Vec<&str> = Vec::new();
        while let Some(key) = object.next_key(KEYS)? {
            match key {
                Ok(key) => {
                    match key {
                        "op" => value::<ChangeOp>(object, &mut op, OP, &mut at)?,
                        "target" => value(object, &mut target, TARGET, &mut at)?,
                        "parent" => value(object, &mut parent, PARENT, &mut at)?,
                        "at" => value::<u64>(object, &mut position, POSITION, &mut at)?,
                        "element" => value::<Read>(object, &mut element, ELEMENT, &mut at)?,
                        _ => value(object, &mut plan, PLAN, &mut at)?,
                    }
                    found.push(key);
                }
                Err(other) => unknown_key::<Self>(object, &other, &mut at)?,
            }
        }
        let Some(op) = op else {
            let _: ChangeOp = missing(OP, &mut at);
            return Ok(Self::placeholder());
        };
        let place = at.path.place();
        if at.sink.is_key_spoiled(&place, OP) {
            return Ok(Self::placeholder());
        }
        let element_place = place.key(ELEMENT);
        let unsure = at.sink.is_spoiled_in(&element_place) || at.sink.is_key_spoiled(&element_place, OP);
        let fits = found.iter().all(|key| *key == "op" || op.keys().contains(key))
            && (unsure || element.as_ref().is_none_or(|element| element.0.len() == 1));
        let element = element.and_then(|read| read.0.into_iter().next());
        let position = position.map(|at| usize::try_from(at).unwrap_or(usize::MAX));
        let change = match op {
            ChangeOp::Add => parent.zip(position).zip(element).map(|((parent, at), element)| Self::Add {
                parent,
                at,
                element,
            }),
            ChangeOp::Remove => target.map(|target| Self::Remove { target }),
            ChangeOp::Replace => element.map(|element| Self::Replace { element }),
            ChangeOp::Move => target.zip(parent).zip(position).map(|((target, parent), at)| Self::Move {
                target,
                parent,
                at,
            }),
            ChangeOp::SetPlan => plan.map(|plan| Self::SetPlan { plan: Box::new(plan) }),
        };
        match change {
            Some(change) if fits => Ok(change),
            change => {
                if !fits || !unsure {
                    at.sink.fault(Code::ChangeIncomplete, at.path, &[Arg::from(op.as_str())]);
                }
                Ok(change.unwrap_or_else(Self::placeholder))
            }
        }
    }
}

impl<'de> serde::Deserialize<'de> for Change {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::wire::deserialize(deserializer)
    }
}

impl serde::Serialize for Change {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(None)?;
        object.serialize_entry(OP.name(), &self.op())?;
        match self {
            Self::Add { parent, at, element } => {
                object.serialize_entry(PARENT.name(), parent)?;
                object.serialize_entry(POSITION.name(), at)?;
                object.serialize_entry(ELEMENT.name(), element)?;
            }
            Self::Remove { target } => object.serialize_entry(TARGET.name(), target)?,
            Self::Replace { element } => object.serialize_entry(ELEMENT.name(), element)?,
            Self::Move { target, parent, at } => {
                object.serialize_entry(TARGET.name(), target)?;
                object.serialize_entry(PARENT.name(), parent)?;
                object.serialize_entry(POSITION.name(), at)?;
            }
            Self::SetPlan { plan } => object.serialize_entry(PLAN.name(), plan)?,
        }
        object.end()
    }
}

/// One alternative per `op`, each with exactly its keys.
impl schemars::JsonSchema for Change {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Change".into()
    }

    fn schema_id() -> std::borrow::Cow<'static, str> {
        concat!(module_path!(), "::Change").into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let reference = generator.subschema_for::<ElementReferenceDraft>().to_value();
        let described = |title: &str, text: &str, schema: &Value| {
            let mut object = schema.as_object().cloned().unwrap_or_default();
            object.insert("title".to_owned(), title.into());
            object.insert("description".to_owned(), text.into());
            Value::from(object)
        };
        let number = serde_json::json!({"type": "integer", "minimum": 0, "maximum": MAX_INTEGER});
        let element = generator.subschema_for::<ElementDraft>().to_value();
        let plan = generator.subschema_for::<SafetyPlanDraft>().to_value();
        let mut by_key = Map::new();
        for (key, title, text, schema) in [
            (TARGET, "doel", "The element that goes or moves.", &reference),
            (
                PARENT,
                "houder",
                "The element that holds it afterwards; the plan for its own lists.",
                &reference,
            ),
            (
                POSITION,
                "plaats",
                "The number in the list, from 0; of a move, once the element was taken out.",
                &number,
            ),
            (
                ELEMENT,
                "element",
                "The element; of a replacement, without the elements that it holds.",
                &element,
            ),
            (PLAN, "plan", "The plan without its lists of elements.", &plan),
        ] {
            by_key.insert(key.name().to_owned(), described(title, text, schema));
        }
        let ways: Vec<Value> = ChangeOp::ALL
            .iter()
            .map(|op| {
                let mut properties = Map::new();
                properties.insert(
                    OP.name().to_owned(),
                    serde_json::json!({"type": "string", "const": op.as_str()}),
                );
                properties.extend(
                    op.keys()
                        .iter()
                        .filter_map(|key| by_key.get_key_value(*key))
                        .map(|(k, v)| (k.clone(), v.clone())),
                );
                let required: Vec<&str> =
                    std::iter::once(OP.name()).chain(op.keys().iter().copied()).collect();
                serde_json::json!({
                    "title": op.term_nl(),
                    "type": "object",
                    "properties": properties,
                    "required": required,
                    "additionalProperties": false,
                })
            })
            .collect();
        schemars::json_schema!({
            "title": "wijziging",
            "description": "One change of a plan. The values of an element are checked with the plan that the batch gives.",
            "oneOf": ways,
        })
    }
}

impl Limits {
    /// Reads a batch of changes within these bounds; see [`read_changes`].
    ///
    /// # Errors
    /// Every fault of the text, with its place in the batch.
    pub fn read_changes(&self, text: &str) -> Result<Vec<Change>, Findings> {
        let mut sink = self.sink();
        let read = self.text(text.as_bytes()).and_then(|text| raw(text, &mut sink));
        match read {
            Ok(changes) if sink.is_clean() => Ok(changes),
            Ok(_) => Err(sink.finish()),
            Err(fault) => Err(Findings::sorted(vec![*fault], Vec::new())),
        }
    }
}

/// Reads a batch of changes from JSON: a list of objects, as [`Change`] is written.
///
/// What the changes' elements hold is checked later, with the plan that the batch gives.
///
/// # Errors
/// Every fault of shape, with its place in the batch. A text that isn't JSON stops at the first fault.
pub fn read_changes(text: &str) -> Result<Vec<Change>, Findings> {
    Limits::default().read_changes(text)
}

/// The place of a key of a change.
pub(super) fn place(change: usize, key: Key) -> Place {
    Place::default().index(change).key(key)
}
