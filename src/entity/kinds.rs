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

        $crate::choice::written_as_word! {
            $name $nl concat!($($doc, "\n"),+),
            [$($crate::choice::Choice::term($crate::kind::Kind::$kind)),+]
        }
    };
}

pub(crate) use kinds;
