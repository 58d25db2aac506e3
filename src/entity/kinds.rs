//! The kinds that one sort of reference may name, as a list of words of its own.

/// Defines the kinds that one sort of reference may name.
macro_rules! kinds {
    ($(#[doc = $doc:literal])+ $name:ident $nl:literal { $($kind:ident,)+ }) => {
        $(#[doc = $doc])+
        #[doc = ""]
        #[doc = concat!("Dutch: *", $nl, "*.")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $(#[doc = concat!("See [`Kind::", stringify!($kind), "`](crate::Kind::", stringify!($kind), ").")] $kind,)+
        }

        impl $name {
            /// Every kind that may be named.
            pub const ALL: &'static [Self] = &[$(Self::$kind),+];

            /// The word on the wire.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                $crate::kind::Kind::from(self).as_str()
            }
        }

        impl From<$name> for $crate::kind::Kind {
            fn from(kind: $name) -> Self {
                match kind { $($name::$kind => Self::$kind),+ }
            }
        }

        impl $crate::wire::Names for $name {
            fn names(self) -> Option<$crate::kind::Kind> {
                Some(self.into())
            }
        }

        impl $crate::choice::sealed::Sealed for $name {}

        impl $crate::choice::Choice for $name {
            const ALL: &'static [Self] = Self::ALL;

            const FIRST: Self = {
                let [first, ..] = [$(Self::$kind),+];
                first
            };

            fn as_str(self) -> &'static str {
                Self::as_str(self)
            }

            fn term_nl(self) -> &'static str {
                $crate::choice::Choice::term_nl($crate::kind::Kind::from(self))
            }

            fn term(self) -> &'static str {
                $crate::choice::Choice::term($crate::kind::Kind::from(self))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
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
                let terms: Vec<&str> = Self::ALL.iter().map(|kind| $crate::choice::Choice::term(*kind)).collect();
                $crate::choice::schema::<Self>($nl, concat!($($doc, "\n"),+), &terms)
            }
        }
    };
}

pub(crate) use kinds;
