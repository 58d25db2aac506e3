//! How things stand on the wire: reading any JSON without stopping at the first fault, the step from a raw value to
//! a typed one, and the walk over everything that has an id or names one.

mod reader;
mod schema;
mod shape;
mod typed;

pub(crate) use reader::{deserialize, read};
pub(crate) use schema::{Property, object_schema};
pub(crate) use shape::{At, Entries, Nullable, Shape, Stop, missing, unknown_key, value};
pub(crate) use typed::{AtLeastOne, Elsewhere, Listed, Names, Reach, Typed, Visitor, walk_target};
