//! Closed lists of words: an enum whose variants are strings on the wire, with their Dutch term.

/// A closed list of words, such as the roles of a partner.
///
/// Sealed: the format fixes the lists.
pub trait Choice: Copy + Eq + Ord + std::fmt::Debug + sealed::Sealed + 'static {
    /// Every word, in the format's order.
    const ALL: &'static [Self];

    /// The first word.
    const FIRST: Self;

    /// The word on the wire.
    fn as_str(self) -> &'static str;

    /// The Dutch term.
    fn term_nl(self) -> &'static str;

    /// The English term, in words.
    fn term(self) -> &'static str;
}

pub(crate) mod sealed {
    /// Keeps [`super::Choice`] to this crate.
    #[expect(unnameable_types, reason = "a seal is not to be named")]
    pub trait Sealed {}
}

/// The text is none of the words of the list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not one of: {allowed}")]
#[non_exhaustive]
pub struct UnknownWord {
    /// The words that are allowed, separated by commas.
    pub allowed: String,
}

/// The words of a list, separated by commas.
pub(crate) fn allowed<T: Choice>() -> String {
    T::ALL.iter().map(|word| word.as_str()).collect::<Vec<_>>().join(", ")
}

/// Finds the word, or says what is allowed.
pub(crate) fn find<T: Choice>(text: &str) -> Result<T, UnknownWord> {
    T::ALL
        .iter()
        .copied()
        .find(|word| word.as_str() == text)
        .ok_or_else(|| UnknownWord { allowed: allowed::<T>() })
}

/// Reads a word from a string only; an enum written as an object is a fault.
pub(crate) fn deserialize<'de, T: Choice, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    struct Word<T>(std::marker::PhantomData<T>);
    impl<T: Choice> serde::de::Visitor<'_> for Word<T> {
        type Value = T;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            write!(f, "one of: {}", allowed::<T>())
        }

        fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
            find(text).map_err(E::custom)
        }
    }
    deserializer.deserialize_str(Word(std::marker::PhantomData))
}

/// The schema of a list: one constant per word, with its Dutch term and meaning.
pub(crate) fn schema<T: Choice>(title: &str, meaning: &str, docs: &[&str]) -> schemars::Schema {
    let words: Vec<serde_json::Value> = T::ALL
        .iter()
        .zip(docs)
        .map(|(word, doc)| serde_json::json!({"const": word.as_str(), "title": word.term_nl(), "description": doc.trim()}))
        .collect();
    schemars::json_schema!({"title": title, "description": meaning.trim(), "type": "string", "oneOf": words})
}

/// Defines a closed list of words: the enum with its wire strings, Dutch terms, serde and schema.
///
/// A macro, because each list repeats the same eight implementations over its own words.
macro_rules! choice {
    ($(#[doc = $doc:literal])+ $name:ident $nl:literal {
        $($(#[doc = $vdoc:literal])+ $variant:ident = $word:literal / $term:literal / $vnl:literal,)+
    }) => {
        $(#[doc = $doc])+
        #[doc = ""]
        #[doc = concat!("Dutch: *", $nl, "*.")]
        #[doc(alias = $nl)]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[doc = $vdoc])+ #[doc = ""] #[doc = concat!("`", $word, "`; Dutch: *", $vnl, "*.")] $variant,)+
        }

        impl $name {
            /// Every word of the list, in the format's order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word on the wire.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl $crate::choice::sealed::Sealed for $name {}

        #[cfg(feature = "proptest")]
        impl proptest::arbitrary::Arbitrary for $name {
            type Parameters = ();
            type Strategy = proptest::sample::Select<Self>;

            fn arbitrary_with((): ()) -> Self::Strategy {
                proptest::sample::select(Self::ALL)
            }
        }

        impl $crate::choice::Choice for $name {
            const ALL: &'static [Self] = Self::ALL;

            const FIRST: Self = {
                let [first, ..] = [$(Self::$variant),+];
                first
            };

            fn as_str(self) -> &'static str {
                Self::as_str(self)
            }

            fn term_nl(self) -> &'static str {
                match self { $(Self::$variant => $vnl),+ }
            }

            fn term(self) -> &'static str {
                match self { $(Self::$variant => $term),+ }
            }
        }

        $crate::choice::written_as_word! { $name $nl concat!($($doc, "\n"),+), [$(concat!($($vdoc, "\n"),+)),+] }
    };
}

/// Gives a list of words what it is on the wire: a string, with its schema.
macro_rules! written_as_word {
    ($name:ident $nl:literal $meaning:expr, [$($doc:expr),*]) => {
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::choice::UnknownWord;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                $crate::choice::find(text)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::choice::deserialize(deserializer)
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn schema_id() -> std::borrow::Cow<'static, str> {
                concat!(module_path!(), "::", stringify!($name)).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $crate::choice::schema::<Self>($nl, $meaning, &[$($doc),*])
            }
        }
    };
}

pub(crate) use {choice, written_as_word};
