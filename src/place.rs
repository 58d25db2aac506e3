//! Where something stands in a document.

use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

/// A key of an object, with its rank in the written order, so that places sort as the document reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Key {
    order: u8,
    name: &'static str,
}

impl Key {
    pub(crate) fn name(self) -> &'static str {
        self.name
    }

    pub(crate) const fn new(order: u8, name: &'static str) -> Self {
        Self { order, name }
    }
}

/// One step of a place: into a key or into an item of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Step {
    Key(Key),
    Index(u32),
}

/// Where something stands in a plan: a JSON Pointer (RFC 6901) such as `/executionPlans/0/actions/3/title`.
///
/// Places sort as the written document reads. The empty pointer is the document itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Place {
    steps: Vec<Step>,
}

impl Place {
    pub(crate) fn key(mut self, key: Key) -> Self {
        self.steps.push(Step::Key(key));
        self
    }

    pub(crate) fn index(mut self, index: usize) -> Self {
        self.steps.push(Step::Index(narrow(index)));
        self
    }

    pub(crate) fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The place that the first so many steps lead to.
    pub(crate) fn first(&self, steps: usize) -> Self {
        Self { steps: self.steps.iter().take(steps).copied().collect() }
    }

    /// The place one step up, or `None` for the document itself.
    pub(crate) fn parent(&self) -> Option<Self> {
        let (_, rest) = self.steps.split_last()?;
        Some(Self { steps: rest.to_vec() })
    }

    /// Calls with the same place as a path.
    pub(crate) fn on_path(&self, call: &mut dyn FnMut(&Path<'_>)) {
        fn down(steps: &[Step], path: &Path<'_>, call: &mut dyn FnMut(&Path<'_>)) {
            match steps.split_first() {
                None => call(path),
                Some((step, rest)) => down(rest, &Path { parent: Some(path), step: Some(*step) }, call),
            }
        }
        down(&self.steps, &Path::ROOT, call);
    }

    /// The same place in the document with this number in a set.
    pub(crate) fn in_document(self, number: usize) -> Self {
        let mut steps = Vec::with_capacity(self.steps.len() + 1);
        steps.push(Step::Index(narrow(number)));
        steps.extend(self.steps);
        Self { steps }
    }

    /// Whether this place lies in the other, or is it.
    #[must_use]
    pub fn is_within(&self, other: &Self) -> bool {
        self.steps.starts_with(&other.steps)
    }
}

/// Lists hold far fewer than 2^32 items; a bound of the reader sees to it.
pub(crate) fn narrow(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for step in &self.steps {
            match step {
                // INVARIANT: keys come from the format, which has neither `~` nor `/` in any of them.
                Step::Key(key) => write!(f, "/{}", key.name)?,
                Step::Index(index) => write!(f, "/{index}")?,
            }
        }
        Ok(())
    }
}

impl Serialize for Place {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl JsonSchema for Place {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Place".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "title": "plaats",
            "description": "Where in the document: a JSON Pointer (RFC 6901), empty for the document itself.",
            "type": "string",
            "pattern": "^(/[^/]*)*$",
        })
    }
}

/// A place under construction while walking down: a chain on the stack, free until it is needed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Path<'a> {
    parent: Option<&'a Path<'a>>,
    step: Option<Step>,
}

impl Path<'_> {
    pub(crate) const ROOT: Path<'static> = Path { parent: None, step: None };

    pub(crate) fn key(&self, key: Key) -> Path<'_> {
        Path { parent: Some(self), step: Some(Step::Key(key)) }
    }

    pub(crate) fn index(&self, index: usize) -> Path<'_> {
        Path { parent: Some(self), step: Some(Step::Index(narrow(index))) }
    }

    /// The key and number of the list item that the path ends in.
    pub(crate) fn item(&self) -> Option<(Key, u32)> {
        match (self.parent?.step?, self.step?) {
            (Step::Key(key), Step::Index(index)) => Some((key, index)),
            _ => None,
        }
    }

    pub(crate) fn place(&self) -> Place {
        let mut steps = Vec::new();
        let mut at = Some(self);
        while let Some(path) = at {
            steps.extend(path.step);
            at = path.parent;
        }
        steps.reverse();
        Place { steps }
    }
}
