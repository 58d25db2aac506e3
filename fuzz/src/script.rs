//! Inputs read as edits: so a fuzzer that knows no JSON gets past its grammar.
//!
//! Every input is a script of some sort: a number too large is counted round, and where the input ends, zeros follow.

use std::sync::LazyLock;

use oracles::{BASE, Change, DEMO, Document, NUMBERS, PLAN, Path, RICH, characters, committed, texts, words};
use serde_json::Value;

use crate::SMALL;

/// What is left of an input.
#[derive(Debug, Clone, Copy)]
pub struct Script<'a>(&'a [u8]);

impl<'a> Script<'a> {
    /// The script that these bytes are.
    #[must_use]
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// Whether there is anything left.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.0.is_empty()
    }

    /// The rest.
    #[must_use]
    pub fn rest(self) -> &'a [u8] {
        self.0
    }

    /// The next byte.
    pub fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    /// A number below the end.
    pub fn below(&mut self, end: usize) -> usize {
        let high = if end > 256 { usize::from(self.byte()) << 8 } else { 0 };
        (high + usize::from(self.byte())) % end.max(1)
    }

    /// One of these.
    ///
    /// # Panics
    /// There are none.
    pub fn pick<'b, T>(&mut self, items: &'b [T]) -> &'b T {
        &items[self.below(items.len())]
    }

    /// A text of at most 31 bytes.
    pub fn text(&mut self) -> String {
        let (text, rest) = self.0.split_at((self.below(32)).min(self.0.len()));
        self.0 = rest;
        String::from_utf8_lossy(text).into_owned()
    }
}

/// A document to edit, and its places.
#[derive(Debug)]
pub struct Base {
    /// The document.
    pub document: Document,
    paths: Vec<Path>,
}

impl Base {
    /// A document to edit.
    #[must_use]
    pub fn new(document: Document) -> Self {
        let paths = document.paths();
        Self { document, paths }
    }
}

/// Plans without errors, from small to large.
pub static BASES: LazyLock<Vec<Base>> =
    LazyLock::new(|| [SMALL, RICH, BASE, PLAN, DEMO].map(|text| Base::new(Document::parse(text))).into());

/// What the format knows: keys and words, and texts that some rule is about.
struct Known {
    keys: Vec<String>,
    words: Vec<String>,
    texts: Vec<String>,
    characters: Vec<char>,
}

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let schema = committed("safety-plan.schema.json");
    Known { keys: keys(&schema), words: words(&schema), texts: texts(), characters: characters().collect() }
});

/// The keys of every object of a schema, each once.
#[must_use]
pub fn keys(schema: &Value) -> Vec<String> {
    let defs = schema["$defs"].as_object().into_iter().flat_map(|defs| defs.values());
    let objects = defs.chain([schema]).filter_map(|one| one["properties"].as_object());
    let mut keys: Vec<String> = objects.flat_map(|object| object.keys().cloned()).collect();
    keys.sort();
    keys.dedup();
    keys
}

/// One of the first so many bases, with so many edits at most.
pub fn edited(script: &mut Script<'_>, bases: usize, edits: usize) -> Document {
    let bases = &BASES[..bases.min(BASES.len())];
    let base = script.pick(bases);
    edited_from(base, script, edits)
}

/// This base with so many edits at most, as long as the script goes on.
pub fn edited_from(base: &Base, script: &mut Script<'_>, edits: usize) -> Document {
    let mut document = base.document.clone();
    for _ in 0..edits {
        if script.is_over() {
            break;
        }
        edit(base, &mut document, script);
    }
    document
}

/// Makes one edit; nothing happens where its place is gone.
fn edit(base: &Base, document: &mut Document, script: &mut Script<'_>) {
    let path = script.pick(&base.paths).clone();
    let change = match script.below(20) {
        0 => Change::Cut(path),
        1 => Change::Repeat(path),
        2 => return repeat_anew(document, &path, script),
        3 => return swap(document, &path, script),
        4 => Change::Rename(path, script.pick(&KNOWN.keys).clone()),
        5 => Change::Rename(path, script.text()),
        6 => {
            let key = script.pick(&KNOWN.keys).clone();
            Change::Put(path, key, value(base, script))
        }
        7 => {
            let key = script.text();
            Change::Put(path, key, value(base, script))
        }
        8 => Change::Set(path, Document::List(Vec::new())),
        9 => Change::Set(path, Document::Object(Vec::new())),
        10 => {
            let Some(here) = document.at(&path).cloned() else { return };
            Change::Set(path, Document::List(vec![here]))
        }
        11 => return append(document, &path, value(base, script)),
        12 => return splice(document, &path, script),
        _ => Change::Set(path, value(base, script)),
    };
    change.make(document);
}

/// Puts an item of a list in twice, the second time with an id of its own.
fn repeat_anew(document: &mut Document, path: &[usize], script: &mut Script<'_>) {
    let Some((last, parent)) = path.split_last() else { return };
    let Some(Document::List(items)) = document.at_mut(parent) else { return };
    let Some(mut item) = items.get(*last).cloned() else { return };
    renew(&mut item, script.byte());
    items.insert(last + 1, item);
}

/// Gives a value, and what it holds, ids and codes of their own.
pub fn renew(value: &mut Document, number: u8) {
    match value {
        Document::Object(entries) => {
            for (key, value) in entries {
                match (key.as_str(), &mut *value) {
                    ("id", Document::Text(_)) => apart(value, number),
                    ("code", Document::Text(code)) => code.push_str(&number.to_string()),
                    _ => renew(value, number),
                }
            }
        }
        Document::List(items) => items.iter_mut().for_each(|item| renew(item, number)),
        Document::Bare(_) | Document::Text(_) => {}
    }
}

/// Gives every id of a plan, and what refers to it, another one.
pub fn apart(value: &mut Document, number: u8) {
    match value {
        Document::Text(id) if id.len() == 36 && id.is_ascii() && id.matches('-').count() == 4 => {
            id.replace_range(24..26, &format!("{number:02x}"));
        }
        Document::Object(entries) => entries.iter_mut().for_each(|(_, value)| apart(value, number)),
        Document::List(items) => items.iter_mut().for_each(|item| apart(item, number)),
        Document::Bare(_) | Document::Text(_) => {}
    }
}

/// Two items of a list change places.
fn swap(document: &mut Document, path: &[usize], script: &mut Script<'_>) {
    let Some((last, parent)) = path.split_last() else { return };
    let other = script.below(256);
    match document.at_mut(parent) {
        Some(Document::List(items)) if *last < items.len() => {
            let other = other % items.len();
            items.swap(*last, other);
        }
        _ => {}
    }
}

/// A list gets another item.
fn append(document: &mut Document, path: &[usize], value: Document) {
    if let Some(Document::List(items)) = document.at_mut(path) {
        items.push(value);
    }
}

/// A text gets a character more, less or other.
fn splice(document: &mut Document, path: &[usize], script: &mut Script<'_>) {
    let Some(Document::Text(text)) = document.at_mut(path) else { return };
    let mut characters: Vec<char> = text.chars().collect();
    let (at, what) = (script.below(characters.len() + 1), script.below(3));
    let special = *script.pick(&KNOWN.characters);
    match what {
        0 if at < characters.len() => _ = characters.remove(at),
        1 if at < characters.len() => characters[at] = special,
        _ => characters.insert(at, special),
    }
    *text = characters.into_iter().collect();
}

/// Any value: at an edge, from the format, from elsewhere in the base, or in the script itself.
fn value(base: &Base, script: &mut Script<'_>) -> Document {
    match script.below(12) {
        0 => Document::null(),
        1 => Document::Bare(if script.byte() % 2 == 0 { "true" } else { "false" }.to_owned()),
        2 => Document::Bare((*script.pick(NUMBERS)).to_owned()),
        3 => Document::Bare(script.byte().to_string()),
        4 => Document::Text(script.pick(&KNOWN.texts).clone()),
        5 | 6 => Document::Text(script.pick(&KNOWN.words).clone()),
        7 => Document::Text(script.text()),
        8 => {
            let (year, month, day) = (script.below(8), script.below(12) + 1, script.below(31) + 1);
            Document::Text(format!("{}-{month:02}-{day:02}", 2018 + year))
        }
        _ => base.document.at(script.pick::<Path>(&base.paths)).cloned().unwrap_or_else(Document::null),
    }
}
