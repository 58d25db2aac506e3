//! Constraints of single values: what the checker tests and what the schema says, from one constant.

use serde_json::{Map, Value, json};

/// What a text value must look like: the schema's keywords, and the same test in Rust.
///
/// The patterns are the definition; `holds` is their hand-written equal, which a test proves on generated texts.
#[derive(Debug)]
pub(crate) struct TextRule {
    /// The Dutch name of the value: the schema's title.
    pub(crate) title: &'static str,
    /// What is expected, in English.
    pub(crate) expected: &'static str,
    /// What is expected, in Dutch.
    pub(crate) expected_nl: &'static str,
    /// Regular expressions that must all match (ECMA 262 without look-around, ASCII classes only).
    pub(crate) patterns: &'static [&'static str],
    /// Longest text, in characters (code points).
    pub(crate) max_chars: Option<usize>,
    /// One text that the patterns let through and that is refused all the same.
    pub(crate) except: Option<&'static str>,
    /// The schema's `format`, an annotation: the patterns say the same and more.
    pub(crate) format: Option<&'static str>,
    /// Whether a text within the length fits the patterns.
    pub(crate) fits: fn(&str) -> bool,
}

impl TextRule {
    /// Whether the text is such a value.
    pub(crate) fn holds(&self, text: &str) -> bool {
        let short_enough = self.max_chars.is_none_or(|max| text.len() <= max || text.chars().count() <= max);
        short_enough && self.except != Some(text) && (self.fits)(text)
    }

    /// The schema's keywords.
    pub(crate) fn schema(&self) -> Map<String, Value> {
        let mut schema = Map::new();
        let mut set = |key: &str, value: Value| schema.insert(key.to_owned(), value);
        set("title", self.title.into());
        set("description", self.expected.into());
        set("type", "string".into());
        match self.patterns {
            [] => {}
            [one] => _ = set("pattern", (*one).into()),
            many => {
                let all: Vec<Value> = many.iter().map(|p| json!({"pattern": p})).collect();
                set("allOf", all.into());
            }
        }
        if let Some(max) = self.max_chars {
            set("maxLength", max.into());
        }
        if let Some(refused) = refused(self.patterns, self.except) {
            set("not", refused);
        }
        if let Some(format) = self.format {
            set("format", format.into());
        }
        schema
    }
}

/// What a schema refuses beside its patterns: one text, and a line feed after a pattern's end.
///
/// In Python `$` also fits before a line feed that ends the text; in ECMA 262 and in Rust it doesn't.
pub(crate) fn refused(patterns: &[&str], except: Option<&str>) -> Option<Value> {
    let line_feed = patterns.iter().any(|pattern| pattern.ends_with('$')).then(|| json!({"pattern": "\\n"}));
    match (except.map(|text| json!({"const": text})), line_feed) {
        (Some(text), Some(line_feed)) => Some(json!({"anyOf": [text, line_feed]})),
        (text, line_feed) => text.or(line_feed),
    }
}

/// A whole number within bounds.
#[derive(Debug)]
pub(crate) struct RangeRule {
    /// The Dutch name of the value: the schema's title.
    pub(crate) title: &'static str,
    /// What it is, in English.
    pub(crate) expected: &'static str,
    pub(crate) min: u64,
    pub(crate) max: u64,
}

/// The largest integer that every JSON reader keeps exactly: 2^53-1.
pub(crate) const MAX_INTEGER: u64 = (1 << 53) - 1;

impl RangeRule {
    pub(crate) fn holds(&self, number: u64) -> bool {
        (self.min..=self.max).contains(&number)
    }

    pub(crate) fn schema(&self) -> Map<String, Value> {
        let mut schema = Map::new();
        schema.insert("title".to_owned(), self.title.into());
        schema.insert("description".to_owned(), self.expected.into());
        schema.insert("type".to_owned(), "integer".into());
        schema.insert("minimum".to_owned(), self.min.into());
        schema.insert("maximum".to_owned(), self.max.into());
        schema
    }
}

/// Whether a character leaves no mark on paper: white space, controls and invisible format characters.
///
/// One explicit class, because `\s` differs between languages; [`BLANK`] is the same class as a pattern.
pub(crate) fn is_blank(c: char) -> bool {
    matches!(c,
        '\u{0}'..='\u{20}' | '\u{7f}'..='\u{a0}' | '\u{ad}' | '\u{1680}' | '\u{180e}' | '\u{2000}'..='\u{200f}'
        | '\u{2028}'..='\u{202f}' | '\u{205f}'..='\u{206f}' | '\u{2800}' | '\u{3000}' | '\u{3164}' | '\u{feff}')
}

/// The inside of a character class: what [`is_blank`] says.
macro_rules! blank {
    () => {
        "\\u0000-\\u0020\\u007f-\\u00a0\\u00ad\\u1680\\u180e\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u2800\\u3000\\u3164\\ufeff"
    };
}
pub(crate) use blank;

/// Whether the text is all of `first`, then `rest`, in ASCII classes.
pub(crate) fn all_bytes(text: &str, test: fn(u8) -> bool) -> bool {
    text.bytes().all(test)
}

/// Reading the patterns with a regular expression engine, for tests.
#[cfg(test)]
pub(crate) mod patterns {
    use super::TextRule;

    /// `\uXXXX` as ECMA 262 and Python read it, for the Rust dialect.
    pub(crate) fn regex(pattern: &str) -> regex_lite::Regex {
        let mut parts = pattern.split("\\u");
        let mut rust = parts.next().unwrap().to_owned();
        for part in parts {
            let (digits, rest) = part.split_at(4);
            rust.extend(["\\x{", digits, "}", rest]);
        }
        regex_lite::Regex::new(&rust).unwrap()
    }

    /// What the schema says of a text.
    pub(crate) fn holds(rule: &TextRule, text: &str) -> bool {
        rule.patterns.iter().all(|pattern| regex(pattern).is_match(text))
            && rule.max_chars.is_none_or(|max| text.chars().count() <= max)
            && rule.except != Some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_characters_are_the_blank_class() {
        let class = patterns::regex(concat!("^[", blank!(), "]$"));
        for c in '\0'..=char::MAX {
            assert_eq!(is_blank(c), class.is_match(c.encode_utf8(&mut [0; 4])), "U+{:04X}", u32::from(c));
        }
    }
}
