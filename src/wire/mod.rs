//! How things stand on the wire: reading any JSON without stopping at the first fault, and the step from
//! a raw draft to a typed entity. The macros give every entity these two from one list of its keys.

mod model;
mod schema;
mod shape;
mod typed;

pub(crate) use model::{
    coded, element, getter, leave, model, next_key, or_missing, part, read_key, read_value, refers_to,
    required, walk_key,
};
pub(crate) use schema::{Property, object_schema};
pub(crate) use shape::{
    At, KeySeed, Nullable, Shape, deserialize, missing, read, repeated, unknown_key, value,
};
pub(crate) use typed::{AtLeastOne, Elsewhere, Listed, Names, Reach, Typed, Visitor, walk_target};
