//! Filling a message of the catalogue with what was found.

use crate::choice::Choice;

/// What a message names: input as it stands, or a term in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Arg {
    Plain(String),
    Term(String, String),
}

impl Arg {
    pub(crate) fn term<T: Choice>(word: T) -> Self {
        Self::Term(word.term().to_owned(), word.term_nl().to_owned())
    }

    pub(crate) fn both(english: &str, dutch: &str) -> Self {
        Self::Term(english.to_owned(), dutch.to_owned())
    }

    pub(super) fn english(&self) -> &str {
        match self {
            Self::Plain(text) | Self::Term(text, _) => text,
        }
    }

    pub(super) fn dutch(&self) -> &str {
        match self {
            Self::Plain(text) | Self::Term(_, text) => text,
        }
    }
}

impl From<&str> for Arg {
    /// Input, shortened.
    fn from(text: &str) -> Self {
        Self::Plain(quote(text))
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Plain(text)
    }
}

/// The longest piece of input that a message quotes, in characters.
const QUOTED: usize = 60;

/// At most 60 characters of input on one line; what can't be shown is escaped.
pub(crate) fn quote(text: &str) -> String {
    let mut quoted = String::new();
    let mut count = 0;
    for c in text.chars() {
        let escaped = c.is_control() || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        let width = if escaped { c.escape_default().count() } else { 1 };
        if count + width > QUOTED - 1 {
            quoted.push('…');
            return quoted;
        }
        if escaped {
            quoted.extend(c.escape_default());
        } else {
            quoted.push(c);
        }
        count += width;
    }
    quoted
}

/// Puts the arguments where `{0}`, `{1}` ... stand.
pub(super) fn fill(template: &str, args: &[Arg], language: fn(&Arg) -> &str) -> String {
    let mut filled = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((number, tail)) = after.split_once('}') else {
            break;
        };
        if let Some(arg) = number.parse::<usize>().ok().and_then(|number| args.get(number)) {
            filled.push_str(language(arg));
        }
        rest = tail;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_takes_each_argument_in_its_language() {
        let args = [Arg::from("2020"), Arg::both("theme", "thema")];
        assert_eq!(fill("{1} of {0}: {1}", &args, Arg::english), "theme of 2020: theme");
        assert_eq!(fill("{1} van {0}", &args, Arg::dutch), "thema van 2020");
        assert_eq!(fill("none {7}", &args, Arg::english), "none ");
    }

    #[test]
    fn quoted_input_is_short_and_on_one_line() {
        assert_eq!(quote("a\nb"), "a\\nb");
        assert_eq!(quote("\u{202e}x"), "\\u{202e}x");
        let long = quote(&"é".repeat(500));
        assert_eq!(long.chars().count(), QUOTED);
        assert!(long.ends_with('…'));
        assert!(quote(&"\u{2028}".repeat(100)).chars().count() <= QUOTED);
    }
}
