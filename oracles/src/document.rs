//! A JSON document that can be changed anywhere and keeps numbers as they are written.

use std::fmt;

use serde_json::Value;

/// A JSON value; numbers, booleans and `null` are kept as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Document {
    /// `null`, `true`, `false` or a number, as it stands in the text.
    Bare(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Document>),
    /// An object; no key stands in it twice.
    Object(Vec<(String, Document)>),
}

/// The way to a value: at each step the number of the child.
pub type Path = Vec<usize>;

impl Document {
    /// Reads a text that is JSON.
    ///
    /// # Panics
    /// The text is not JSON.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let value: Value = serde_json::from_str(text).expect("JSON");
        Self::from(value)
    }

    /// `null`.
    #[must_use]
    pub fn null() -> Self {
        Self::Bare("null".to_owned())
    }

    /// A text.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    /// How many values stand right under this one.
    #[must_use]
    pub fn width(&self) -> usize {
        match self {
            Self::Bare(_) | Self::Text(_) => 0,
            Self::List(items) => items.len(),
            Self::Object(entries) => entries.len(),
        }
    }

    /// The child with this number.
    #[must_use]
    pub fn child(&self, number: usize) -> Option<&Self> {
        match self {
            Self::Bare(_) | Self::Text(_) => None,
            Self::List(items) => items.get(number),
            Self::Object(entries) => entries.get(number).map(|(_, value)| value),
        }
    }

    fn child_mut(&mut self, number: usize) -> Option<&mut Self> {
        match self {
            Self::Bare(_) | Self::Text(_) => None,
            Self::List(items) => items.get_mut(number),
            Self::Object(entries) => entries.get_mut(number).map(|(_, value)| value),
        }
    }

    /// The value at the end of the path.
    #[must_use]
    pub fn at(&self, path: &[usize]) -> Option<&Self> {
        path.iter().try_fold(self, |value, step| value.child(*step))
    }

    /// The value at the end of the path, to be changed.
    pub fn at_mut(&mut self, path: &[usize]) -> Option<&mut Self> {
        path.iter().try_fold(self, |value, step| value.child_mut(*step))
    }

    /// The path as a JSON Pointer.
    #[must_use]
    pub fn pointer(&self, path: &[usize]) -> String {
        let mut pointer = String::new();
        let mut value = self;
        for step in path {
            pointer.push('/');
            match value {
                Self::Object(entries) => {
                    pointer.push_str(&entries[*step].0.replace('~', "~0").replace('/', "~1"));
                }
                _ => pointer.push_str(&step.to_string()),
            }
            let Some(child) = value.child(*step) else { break };
            value = child;
        }
        pointer
    }

    /// The paths to all values, this one first.
    #[must_use]
    pub fn paths(&self) -> Vec<Path> {
        self.paths_within(&[])
    }

    /// The paths to the value at the end of this path and to all values in it, that one first.
    #[must_use]
    pub fn paths_within(&self, path: &[usize]) -> Vec<Path> {
        let mut paths = vec![path.to_vec()];
        let mut next = 0;
        while let Some(path) = paths.get(next).cloned() {
            let width = self.at(&path).map_or(0, Self::width);
            paths.extend((0..width).map(|child| [path.as_slice(), &[child]].concat()));
            next += 1;
        }
        paths
    }
}

impl From<Value> for Document {
    fn from(value: Value) -> Self {
        match value {
            Value::String(text) => Self::Text(text),
            Value::Array(items) => Self::List(items.into_iter().map(Self::from).collect()),
            Value::Object(object) => {
                Self::Object(object.into_iter().map(|(key, value)| (key, Self::from(value))).collect())
            }
            bare => Self::Bare(bare.to_string()),
        }
    }
}

/// The text of the document.
impl fmt::Display for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bare(text) => f.write_str(text),
            Self::Text(text) => f.write_str(&quoted(text)),
            Self::List(items) => {
                f.write_str("[")?;
                for (number, item) in items.iter().enumerate() {
                    let comma = if number > 0 { "," } else { "" };
                    write!(f, "{comma}{item}")?;
                }
                f.write_str("]")
            }
            Self::Object(entries) => {
                f.write_str("{")?;
                for (number, (key, value)) in entries.iter().enumerate() {
                    let comma = if number > 0 { "," } else { "" };
                    write!(f, "{comma}{}:{value}", quoted(key))?;
                }
                f.write_str("}")
            }
        }
    }
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}
