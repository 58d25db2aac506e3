//! Dutch municipal integral safety plans.

mod choice;
mod entity;
mod finding;
mod id;
mod kind;
mod place;
mod plan;
mod rule;
mod value;
mod wire;

pub use choice::{Choice, UnknownWord};
pub use entity::*;
pub use finding::*;
pub use id::*;
pub use kind::Kind;
pub use place::Place;
pub use plan::*;
pub use value::*;
