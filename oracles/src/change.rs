//! Documents that went wrong, or not, in one to three places.

use serde_json::Value;

use crate::document::{Document, Path};
use crate::random::Random;
use crate::values;

/// What happens to a document at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// The value there becomes another.
    Set(Path, Document),
    /// The value there goes, with its key.
    Cut(Path),
    /// The object there gets a key, in place of the one of that name.
    Put(Path, String, Document),
    /// The item of a list there comes twice.
    Repeat(Path),
    /// The key of the value there becomes another.
    Rename(Path, String),
}

impl Change {
    /// Makes the change; nothing happens where there is no such place.
    pub fn make(&self, document: &mut Document) {
        match self {
            Self::Set(path, value) => {
                if let Some(place) = document.at_mut(path) {
                    *place = value.clone();
                }
            }
            Self::Put(path, key, value) => {
                if let Some(Document::Object(entries)) = document.at_mut(path) {
                    entries.retain(|(old, _)| old != key);
                    entries.push((key.clone(), value.clone()));
                }
            }
            Self::Cut(path) | Self::Repeat(path) | Self::Rename(path, _) => {
                let Some((last, parent)) = path.split_last() else { return };
                match (self, document.at_mut(parent)) {
                    (Self::Cut(_), Some(Document::Object(entries))) if *last < entries.len() => {
                        entries.remove(*last);
                    }
                    (Self::Cut(_), Some(Document::List(items))) if *last < items.len() => {
                        items.remove(*last);
                    }
                    (Self::Repeat(_), Some(Document::List(items))) if *last < items.len() => {
                        let item = items[*last].clone();
                        items.insert(*last, item);
                    }
                    (Self::Rename(_, to), Some(Document::Object(entries)))
                        if *last < entries.len() && entries.iter().all(|(key, _)| key != to) =>
                    {
                        entries[*last].0.clone_from(to);
                    }
                    _ => {}
                }
            }
        }
    }

    /// The change in words: the pointer and what comes there.
    #[must_use]
    pub fn describe(&self, document: &Document) -> String {
        let short = |value: &Document| value.to_string().chars().take(200).collect::<String>();
        match self {
            Self::Set(path, value) => format!("{:?} = {}", document.pointer(path), short(value)),
            Self::Cut(path) => format!("{:?} cut", document.pointer(path)),
            Self::Put(path, key, value) => {
                format!("{:?} gets {key:?} = {}", document.pointer(path), short(value))
            }
            Self::Repeat(path) => format!("{:?} twice", document.pointer(path)),
            Self::Rename(path, to) => format!("{:?} renamed {to:?}", document.pointer(path)),
        }
    }
}

/// A changed document, with what was changed.
#[derive(Debug, Clone)]
pub struct Mutant {
    /// The document after all changes.
    pub document: Document,
    /// The changes, each described as it was made.
    pub changes: Vec<(Change, String)>,
}

/// Keys that belong nowhere, or nowhere else; some mean something to other languages.
const KEYS: &[&str] = &[
    "",
    " ",
    "x",
    "ID",
    "Id",
    "titel",
    "title ",
    " title",
    "title\u{200b}",
    "Title",
    "$id",
    "$ref",
    "$defs",
    "$schema",
    "$comment",
    "schema",
    "__proto__",
    "constructor",
    "prototype",
    "toString",
    "hasOwnProperty",
    "length",
    "a/b",
    "a~b",
    "0",
    "-1",
    "😀",
    "id",
    "code",
    "kind",
    "type",
    "items",
    "null",
];

/// A document that differs from the base in one place, or sometimes two or three.
#[must_use]
pub fn mutant(base: &Document, words: &[String], schema: &Value, random: &mut Random) -> Mutant {
    let count = match random.below(10) {
        0 => 3,
        1 | 2 => 2,
        _ => 1,
    };
    let mut document = base.clone();
    let mut changes = Vec::new();
    for _ in 0..count {
        let change = change(&document, words, schema, random);
        let described = change.describe(&document);
        change.make(&mut document);
        changes.push((change, described));
    }
    Mutant { document, changes }
}

fn change(document: &Document, words: &[String], schema: &Value, random: &mut Random) -> Change {
    let paths = document.paths();
    // The root is one place among hundreds, and the one where everything can be lost.
    let path = if random.once_in(100) { Vec::new() } else { random.pick(&paths).clone() };
    let here = document.at(&path).expect("a path of the document");
    let (last, parent) =
        path.split_last().map_or((None, None), |(last, parent)| (Some(*last), document.at(parent)));
    let in_object = matches!(parent, Some(Document::Object(_)));
    let in_list = matches!(parent, Some(Document::List(_)));
    match (random.below(16), here) {
        (0, _) => Change::Set(path, Document::null()),
        (1 | 2, _) if in_object => Change::Cut(path),
        (3, _) if in_object => {
            let Some(Document::Object(entries)) = parent else { unreachable!("in an object") };
            let key = last.map(|last| entries[last].0.clone()).unwrap_or_default();
            let to = random.pick(&values::variants(&key)).clone();
            Change::Rename(path, if random.once_in(2) { to } else { key_of(schema, random) })
        }
        (1, _) if in_list => Change::Cut(path),
        (2 | 3, _) if in_list => Change::Repeat(path),
        (4 | 5, Document::Object(_)) => {
            let key =
                if random.once_in(3) { key_of(schema, random) } else { (*random.pick(KEYS)).to_owned() };
            Change::Put(path, key, any(document, words, random))
        }
        (4, Document::List(_)) => Change::Set(path, Document::List(Vec::new())),
        (5, Document::List(items)) => {
            Change::Set(path, Document::List([items.as_slice(), &[any(document, words, random)]].concat()))
        }
        (4..=9, Document::Text(text)) => {
            let mut changed = random.pick(&values::variants(text)).clone();
            if random.once_in(2) {
                changed = spliced(text, random);
            }
            Change::Set(path, Document::Text(changed))
        }
        (4..=9, Document::Bare(_)) => {
            Change::Set(path, Document::Bare((*random.pick(values::NUMBERS)).to_owned()))
        }
        (10, value) => Change::Set(path, Document::List(vec![value.clone()])),
        (11, value) => {
            let key = if random.once_in(2) { "0" } else { "kind" };
            Change::Set(path, Document::Object(vec![(key.to_owned(), value.clone())]))
        }
        _ => Change::Set(path, any(document, words, random)),
    }
}

/// The text with one character more, less or other.
fn spliced(text: &str, random: &mut Random) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    let at = random.below(characters.len() + 1);
    let special: Vec<char> = values::characters().collect();
    match random.below(3) {
        0 if at < characters.len() => _ = characters.remove(at),
        1 if at < characters.len() => characters[at] = *random.pick(&special),
        _ => characters.insert(at, *random.pick(&special)),
    }
    characters.into_iter().collect()
}

/// A key of any object of the format.
fn key_of(schema: &Value, random: &mut Random) -> String {
    let objects: Vec<&serde_json::Map<String, Value>> = schema["$defs"]
        .as_object()
        .into_iter()
        .flat_map(|defs| defs.values().filter_map(|one| one["properties"].as_object()))
        .collect();
    let object = random.pick(&objects);
    object.keys().nth(random.below(object.len())).cloned().unwrap_or_default()
}

/// Any value: of the wrong type, at an edge, or from elsewhere in the document.
fn any(document: &Document, words: &[String], random: &mut Random) -> Document {
    match random.below(20) {
        0 => Document::null(),
        1 => Document::Bare("true".to_owned()),
        2 => Document::Bare("false".to_owned()),
        3 => Document::List(Vec::new()),
        4 => Document::Object(Vec::new()),
        5..=7 => Document::Bare((*random.pick(values::NUMBERS)).to_owned()),
        8..=10 => {
            let word = random.pick(words);
            let word =
                if random.once_in(2) { word.clone() } else { random.pick(&values::variants(word)).clone() };
            Document::Text(word)
        }
        11..=13 => {
            document.at(random.pick::<Path>(&document.paths())).cloned().unwrap_or_else(Document::null)
        }
        14 if random.once_in(4) => Document::Text(random.pick(&values::long_texts()).clone()),
        _ => Document::Text(random.pick(&values::texts()).clone()),
    }
}
