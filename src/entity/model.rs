//! The macros that define an entity and its draft from one list of keys.
//!
//! Macros, because about sixty objects each need the same nine things from their keys (draft, entity, getters, reader,
//! writer, schema, check, walk, way back), and a key that one of them forgot would be lost silently.
//!
//! A key is written `word name "key" "term": Raw => Typed`, with the word saying how often it occurs:
//!
//! | word | draft | entity | getter |
//! |---|---|---|---|
//! | `need`, `need_copy` | `Raw` | `Typed` | `&Typed`, `Typed` |
//! | `may`, `may_copy` | `Option<Raw>` | `Option<Typed>` | `Option<&Typed>`, `Option<Typed>` |
//! | `many` | `Vec<Raw>` | `Vec<Typed>` | `&[Typed]` |
//! | `shared` | `Vec<Raw>` | `Arc<Vec<Typed>>` | `&[Typed]` |
//! | `some` | `Vec<Raw>`, required | at least one | `&[Typed]` |
//! | `across` | `Vec<Raw>` | references that may leave the plan | `&[Typed]` |
//! | `flag` | `bool` | `bool` | `bool` |
//! | `names` | `String` | an id | by value: what an item of a set of references names |
//! | `target` | `String` | `AnyId` | by value: the id beside a `kind` |
//! | `may_target` | `Option<String>` | `Option<AnyId>` | by value |
//! | `fixed` | `Raw` | `Typed` | `&Typed`; required, and filled in by `new` itself |

/// An element: an entity with an id. It gets the keys `id`, `code`, `source` and `fictional` by itself.
macro_rules! element {
    (
        $(#[doc = $doc:literal])+
        $name:ident $draft:ident $nl:literal $kind:ident $id:ident {
            $($body:tt)*
        }
    ) => {
        $crate::entity::model::model! {
            @munch
            [[$($doc)+] $name $draft $nl [$kind] [stringify!($name)] [pub new]]
            [[id: String]]
            [
                {["What it is known by, in every version of the plan."] own id "id" "id" [String] [$id] [copy $id]}
                {["The mark in print, unique among its kind in its plan."] opt code "code" "code"
                    [Option<String>] [Option<$crate::value::ElementCode>] [as_ref Option<&$crate::value::ElementCode>]}
            ]
            $($body)*
            /// Where it stands in the document it was taken from.
            may source "source" "bron": $crate::entity::SourceDraft => $crate::entity::Source,
            /// Whether it is invented, not from a real plan.
            flag fictional "fictional" "fictief",
        }
    };
}

/// A part: an object without an id of its own.
macro_rules! part {
    (
        $(#[doc = $doc:literal])+
        $name:ident $draft:ident $nl:literal {
            $($body:tt)*
        }
    ) => {
        $crate::entity::model::model! { @munch [[$($doc)+] $name $draft $nl [] [stringify!($name)] [pub new]] [] [] $($body)* }
    };
}

/// Takes the keys one by one, then defines everything. Use [`element!`] or [`part!`].
macro_rules! model {
    (@munch $head:tt [$($new:tt)*] [$($done:tt)*]
        $(#[doc = $doc:literal])+ need $field:ident $key:literal $nl:literal: $raw:ty => $typed:ty, $($rest:tt)*) => {
        $crate::entity::model::model! { @munch $head [$($new)* [$field: $raw]]
            [$($done)* {[$($doc)+] req $field $key $nl [$raw] [$typed] [by_ref &$typed]}] $($rest)* }
    };
    (@munch $head:tt [$($new:tt)*] [$($done:tt)*]
        $(#[doc = $doc:literal])+ need_copy $field:ident $key:literal $nl:literal: $raw:ty => $typed:ty, $($rest:tt)*) => {
        $crate::entity::model::model! { @munch $head [$($new)* [$field: $raw]]
            [$($done)* {[$($doc)+] req $field $key $nl [$raw] [$typed] [copy $typed]}] $($rest)* }
    };
    (@munch $head:tt $new:tt [$($done:tt)*]
        $(#[doc = $doc:literal])+ fixed $field:ident $key:literal $nl:literal: $raw:ty => $typed:ty, $($rest:tt)*) => {
        $crate::entity::model::model! { @munch $head $new
            [$($done)* {[$($doc)+] req $field $key $nl [$raw] [$typed] [by_ref &$typed]}] $($rest)* }
    };
    (@munch $head:tt [$($new:tt)*] [$($done:tt)*]
        $(#[doc = $doc:literal])+ some $field:ident $key:literal $nl:literal: $raw:ty => $typed:ty, $($rest:tt)*) => {
        $crate::entity::model::model! { @munch $head [$($new)* [$field: Vec<$raw>]]
            [$($done)* {[$($doc)+] req $field $key $nl [Vec<$raw>] [$crate::wire::AtLeastOne<$typed>] [by_ref &[$typed]]}]
            $($rest)* }
    };
    (@munch $head:tt $new:tt [$($done:tt)*]
        $(#[doc = $doc:literal])+ may $field:ident $key:literal $nl:literal: $raw:ty => $typed:ty, $($rest:tt)*) => {
        $crate::entity::model::model! { @munch $head $new
            [$($done)* {[$($doc)+] opt $field $key $nl [Option<$raw>] [Option<$typed>] [as_ref Option<&$typed>]}] $($rest)* }
    };
    (@munch $head:tt $new:tt [$($done:tt)*]
        $(#[doc = $doc:literal])+ may_copy $field:ident $key:literal $nl:literal: $raw:ty => $typed:ty, $($rest:tt)*) => {
        $crate::entity::model::model! { @munch $head $new
            [$($done)* {[$($doc)+] opt $field $key $nl [Option<$raw>] [Option<$typed>] [copy Option<$typed>]}] $($rest)* }
    };
    (@munch $head:tt $new:tt [$($done:tt)*]
        $(#[doc = $doc:literal])+ many $field:ident $key:literal $nl:literal: $raw:ty => $typed:ty, $($rest:tt)*) => {
        $crate::entity::model::model! { @munch $head $new
            [$($done)* {[$($doc)+] opt $field $key $nl [Vec<$raw>] [Vec<$typed>] [by_ref &[$typed]]}] $($rest)* }
    };
    (@munch $head:tt $new:tt [$($done:tt)*]
        $(#[doc = $doc:literal])+ shared $field:ident $key:literal $nl:literal: $raw:ty => $typed:ty, $($rest:tt)*) => {
        $crate::entity::model::model! { @munch $head $new
            [$($done)* {[$($doc)+] opt $field $key $nl [Vec<$raw>] [std::sync::Arc<Vec<$typed>>] [by_ref &[$typed]]}]
            $($rest)* }
    };
    (@munch $head:tt $new:tt [$($done:tt)*]
        $(#[doc = $doc:literal])+ across $field:ident $key:literal $nl:literal: $raw:ty => $typed:ty, $($rest:tt)*) => {
        $crate::entity::model::model! { @munch $head $new
            [$($done)* {[$($doc)+] opt $field $key $nl [Vec<$raw>] [$crate::wire::Elsewhere<Vec<$typed>>]
                [by_ref &[$typed]]}] $($rest)* }
    };
    (@munch $head:tt [$($new:tt)*] [$($done:tt)*]
        $(#[doc = $doc:literal])+ names $field:ident $key:literal $nl:literal: $raw:ty => $typed:ty, $($rest:tt)*) => {
        $crate::entity::model::model! { @munch $head [$($new)* [$field: $raw]]
            [$($done)* {[$($doc)+] names $field $key $nl [$raw] [$typed] [copy $typed]}] $($rest)* }
    };
    (@munch $head:tt [$($new:tt)*] [$($done:tt)*]
        $(#[doc = $doc:literal])+ target $field:ident $key:literal $nl:literal, $($rest:tt)*) => {
        $crate::entity::model::model! { @munch $head [$($new)* [$field: String]]
            [$($done)* {[$($doc)+] target $field $key $nl [String] [$crate::id::AnyId] [copy $crate::id::AnyId]}]
            $($rest)* }
    };
    (@munch $head:tt $new:tt [$($done:tt)*]
        $(#[doc = $doc:literal])+ may_target $field:ident $key:literal $nl:literal, $($rest:tt)*) => {
        $crate::entity::model::model! { @munch $head $new
            [$($done)* {[$($doc)+] opt_target $field $key $nl [Option<String>] [Option<$crate::id::AnyId>]
                [copy Option<$crate::id::AnyId>]}] $($rest)* }
    };
    (@munch $head:tt $new:tt [$($done:tt)*]
        $(#[doc = $doc:literal])+ flag $field:ident $key:literal $nl:literal, $($rest:tt)*) => {
        $crate::entity::model::model! { @munch $head $new
            [$($done)* {[$($doc)+] opt $field $key $nl [bool] [bool] [copy bool]}] $($rest)* }
    };
    (@munch $head:tt $new:tt [$($done:tt)*]) => {
        $crate::entity::model::model! { @define $head $new $($done)* }
    };
    (
        @define
        [[$($doc:literal)+] $name:ident $draft:ident $nl:literal [$($kind:ident)?] [$schema:expr] [$newvis:vis $new:ident]]
        [$([$nfield:ident: $nraw:ty])*]
        $({[$($fdoc:literal)+] $mark:ident $field:ident $key:literal $fnl:literal [$raw:ty] [$typed:ty]
            [$get:ident $($getty:tt)+]})*
    ) => {
        $(#[doc = $doc])+
        #[doc = ""]
        #[doc = concat!("Dutch: *", $nl, "*. Its raw form is [`", stringify!($draft), "`].")]
        #[doc(alias = $nl)]
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name {
            $($field: $typed,)*
        }

        #[doc = concat!("The raw form of [`", stringify!($name), "`]: any values, unchecked.")]
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $draft {
            $($(#[doc = $fdoc])+ #[doc = ""] #[doc = concat!("Dutch: *", $fnl, "*.")] pub $field: $raw,)*
        }

        impl $name {
            /// The keys of the object, in the order of the format.
            pub(crate) const KEYS: &'static [&'static str] = &[$($key),*];

            /// A key of the object, for the place of a finding.
            pub(crate) fn key(name: &'static str) -> $crate::place::Key {
                let order = Self::KEYS.iter().position(|key| *key == name);
                debug_assert!(order.is_some(), "{name} is no key of {}", stringify!($name));
                $crate::place::Key::new(order.and_then(|order| u8::try_from(order).ok()).unwrap_or(u8::MAX), name)
            }

            $(
                $(#[doc = $fdoc])+
                #[doc = ""]
                #[doc = concat!("Dutch: *", $fnl, "*.")]
                #[must_use]
                pub fn $field(&self) -> $($getty)+ {
                    $crate::entity::model::getter!($get self.$field)
                }
            )*
        }

        impl $draft {
            /// With only what is required.
            #[must_use]
            $newvis fn $new($($nfield: impl Into<$nraw>),*) -> Self {
                let bare = Self::default();
                $(let bare = Self { $nfield: $nfield.into(), ..bare };)*
                bare
            }
        }

        $crate::entity::model::coded! { [$($kind)?] $draft $($nfield: $nraw,)* }

        /// Nothing filled in yet.
        impl Default for $draft {
            fn default() -> Self {
                <Self as $crate::wire::Shape>::placeholder()
            }
        }

        impl $crate::wire::Shape for $draft {
            const EXPECTED: (&'static str, &'static str) = ("an object", "een object");

            fn placeholder() -> Self {
                Self { $($field: <$raw as $crate::wire::Shape>::placeholder(),)* }
            }

            fn kinds(into: &mut $crate::kind::Kinds) {
                $(if !into.insert($crate::kind::Kind::$kind) {
                    return;
                })?
                $(<$raw as $crate::wire::Shape>::kinds(into);)*
            }

            fn from_object(
                object: &mut dyn $crate::wire::Entries,
                mut at: $crate::wire::At<'_>,
            ) -> Result<Self, $crate::wire::Stop> {
                $(let mut $field = None;)*
                while let Some(key) = object.next_key($name::KEYS)? {
                    match key {
                        $(Ok($key) => $crate::wire::value::<$crate::entity::model::slot!($mark [$raw])>(
                            object, &mut $field, $name::key($key), &mut at,
                        )?,)*
                        Ok(other) => $crate::wire::unknown_key::<Self>(object, other, &mut at)?,
                        Err(other) => $crate::wire::unknown_key::<Self>(object, &other, &mut at)?,
                    }
                }
                Ok(Self { $($field: $crate::entity::model::filled!($mark $field [$raw] $name::key($key), at),)* })
            }
        }

        impl<'de> serde::Deserialize<'de> for $draft {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::wire::deserialize(deserializer)
            }
        }

        impl serde::Serialize for $draft {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut object = serializer.serialize_map(None)?;
                $(if $crate::entity::model::required!($mark) || !$crate::wire::Shape::is_absent(&self.$field) {
                    serde::ser::SerializeMap::serialize_entry(&mut object, $key, &self.$field)?;
                })*
                serde::ser::SerializeMap::end(object)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut object = serializer.serialize_map(None)?;
                $(if !$crate::wire::Typed::is_absent(&self.$field) {
                    serde::ser::SerializeMap::serialize_entry(&mut object, $key, &self.$field)?;
                })*
                serde::ser::SerializeMap::end(object)
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $schema.into()
            }

            fn schema_id() -> std::borrow::Cow<'static, str> {
                concat!(module_path!(), "::", stringify!($name)).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $crate::wire::object_schema($nl, concat!($($doc, "\n"),+), &[
                    $($crate::wire::Property {
                        key: $key,
                        term: $fnl,
                        meaning: concat!($($fdoc, "\n"),+),
                        required: $crate::entity::model::required!($mark),
                        schema: generator.subschema_for::<$typed>(),
                    },)*
                ])
            }
        }

        impl schemars::JsonSchema for $draft {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                <$name as schemars::JsonSchema>::schema_name()
            }

            fn schema_id() -> std::borrow::Cow<'static, str> {
                <$name as schemars::JsonSchema>::schema_id()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                <$name as schemars::JsonSchema>::json_schema(generator)
            }
        }

        impl $crate::wire::Typed for $name {
            type Raw = $draft;

            fn from_raw(raw: &$draft, at: &$crate::place::Path<'_>, sink: &mut $crate::finding::Sink) -> Self {
                let mut order = 0;
                let typed = Self {
                    $($field: <$typed as $crate::wire::Typed>::from_raw(
                        &raw.$field,
                        &at.key($crate::entity::model::next_key(&mut order, $key)),
                        sink,
                    ),)*
                };
                $(if typed.id.is_placeholder() {
                    let mut hidden = $crate::kind::Kinds::default();
                    hidden.insert($crate::kind::Kind::$kind);
                    sink.hide(hidden);
                })?
                typed
            }

            fn to_raw(&self) -> $draft {
                $draft { $($field: $crate::wire::Typed::to_raw(&self.$field),)* }
            }

            fn walk(&self, at: &$crate::place::Path<'_>, visitor: &mut dyn $crate::wire::Visitor) {
                $(visitor.enter(at, $crate::kind::Kind::$kind, self.id.into_uuid(), self.code.as_ref().map(|code| code.as_str()));)?
                visitor.object(at, self);
                let mut order = 0;
                $(
                    let key = $crate::entity::model::next_key(&mut order, $key);
                    $crate::entity::model::walk_key!($mark self $field, at.key(key), visitor);
                )*
                $($crate::entity::model::leave!($kind visitor);)?
            }

            fn refers_to(&self) -> Option<uuid::Uuid> {
                None::<uuid::Uuid>$(.or($crate::entity::model::refers_to!($mark self.$field)))*
            }
        }
    };
}

/// Gives the draft of an element a constructor that derives its id from a code.
macro_rules! coded {
    ([] $($rest:tt)*) => {};
    ([Plan] $($rest:tt)*) => {};
    ([$kind:ident] $draft:ident $id:ident: $text:ty, $($field:ident: $raw:ty,)*) => {
        impl $draft {
            /// With a code, the id that follows from the plan's id and that code, and only what is required.
            #[must_use]
            pub fn coded(plan: $crate::id::PlanId, code: impl Into<String>, $($field: impl Into<$raw>),*) -> Self {
                let code = code.into();
                let id = $crate::id::derive(plan, $crate::kind::Kind::$kind, &code);
                Self { code: Some(code), ..Self::new(id.to_string(), $($field),*) }
            }
        }
    };
}

/// Keys number from 0 in the order of the format.
pub(crate) fn next_key(order: &mut u8, name: &'static str) -> crate::place::Key {
    let key = crate::place::Key::new(*order, name);
    *order += 1;
    key
}

macro_rules! required {
    (opt) => {
        false
    };
    (opt_target) => {
        false
    };
    ($other:ident) => {
        true
    };
}

macro_rules! getter {
    (by_ref $field:expr) => {
        &$field
    };
    (copy $field:expr) => {
        $field
    };
    (as_ref $field:expr) => {
        $field.as_ref()
    };
}

/// What is read for a key: on an optional one, `null` too.
macro_rules! slot {
    (opt [$raw:ty]) => {
        $crate::wire::Nullable<$raw>
    };
    (opt_target [$raw:ty]) => {
        $crate::wire::Nullable<$raw>
    };
    ($mark:ident [$raw:ty]) => {
        $raw
    };
}

/// What was read for a key, or what stands in for it.
macro_rules! filled {
    (opt $field:ident [$raw:ty] $key:expr, $at:ident) => {
        $field.map_or_else(<$raw as $crate::wire::Shape>::placeholder, |value| value.0)
    };
    (opt_target $field:ident [$raw:ty] $key:expr, $at:ident) => {
        $field.and_then(|value| value.0)
    };
    ($mark:ident $field:ident [$raw:ty] $key:expr, $at:ident) => {
        match $field {
            Some(value) => value,
            None => $crate::wire::missing::<$raw>($key, &mut $at),
        }
    };
}

macro_rules! walk_key {
    (own $self:ident $field:ident, $at:expr, $visitor:ident) => {
        let _ = $at;
    };
    (target $self:ident $field:ident, $at:expr, $visitor:ident) => {
        $crate::wire::walk_target($self.kind, Some($self.$field.into_uuid()), &$at, $visitor);
    };
    (opt_target $self:ident $field:ident, $at:expr, $visitor:ident) => {
        $crate::wire::walk_target($self.kind, $self.$field.map(|id| id.into_uuid()), &$at, $visitor);
    };
    ($mark:ident $self:ident $field:ident, $at:expr, $visitor:ident) => {
        $crate::wire::Typed::walk(&$self.$field, &$at, $visitor);
    };
}

macro_rules! refers_to {
    (names $field:expr) => {
        Some($field.into_uuid())
    };
    (target $field:expr) => {
        Some($field.into_uuid())
    };
    ($mark:ident $field:expr) => {
        None
    };
}

macro_rules! leave {
    ($kind:ident $visitor:ident) => {
        $visitor.leave()
    };
}

pub(crate) use {coded, element, filled, getter, leave, model, part, refers_to, required, slot, walk_key};
