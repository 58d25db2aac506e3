//! Typed ids: one type for each kind of element, so that two kinds can't be mixed.

use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

use crate::finding::{Arg, Code, Sink};
use crate::kind::Kind;
use crate::place::Path;
use crate::rule::refused;
use crate::wire::{Reach, Typed, Visitor};

/// The text is no id: lower-case hyphenated UUID, not nil.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an id is a lower-case UUID with hyphens, and not the nil UUID")]
#[non_exhaustive]
pub struct IdError;

const EXPECTED: (&str, &str) =
    ("a lower-case UUID with hyphens, not nil", "een UUID in kleine letters met streepjes, niet nul");
const PATTERN: &str = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$";
const NIL: &str = "00000000-0000-0000-0000-000000000000";

/// Reads exactly the written form: no braces, no upper case, no nil.
fn parse(text: &str) -> Result<Uuid, IdError> {
    let strict = text.len() == 36 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f' | b'-'));
    if !strict {
        return Err(IdError);
    }
    Uuid::try_parse(text).ok().filter(|id| !id.is_nil()).ok_or(IdError)
}

fn id_schema(title: &str, meaning: &str) -> Schema {
    json_schema!({
        "title": title,
        "description": meaning,
        "type": "string",
        "pattern": PATTERN,
        "not": refused(&[PATTERN], Some(NIL)),
        "format": "uuid",
    })
}

fn from_raw(raw: &str, at: &Path<'_>, sink: &mut Sink) -> Uuid {
    parse(raw).unwrap_or_else(|_| {
        sink.fault(Code::ValueId, at, &[Arg::from(raw), Arg::both(EXPECTED.0, EXPECTED.1)]);
        Uuid::nil()
    })
}

/// Defines the id of one kind of element.
macro_rules! typed_id {
    ($($name:ident $kind:ident $what:literal,)+) => {
        $(
            #[doc = concat!("The id of ", $what, ": a UUID that no other kind of id mixes with.")]
            #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $name(Uuid);

            impl $name {
                /// The kind of element it names.
                pub const KIND: Kind = Kind::$kind;

                /// Takes a UUID as an id.
                ///
                /// # Errors
                /// The nil UUID is no id.
                pub fn from_uuid(id: Uuid) -> Result<Self, IdError> {
                    if id.is_nil() { Err(IdError) } else { Ok(Self(id)) }
                }

                /// The UUID itself.
                #[must_use]
                pub fn into_uuid(self) -> Uuid {
                    self.0
                }

                pub(crate) fn is_placeholder(self) -> bool {
                    self.0.is_nil()
                }

            }

            #[cfg(feature = "proptest")]
            impl proptest::arbitrary::Arbitrary for $name {
                type Parameters = ();
                type Strategy = proptest::strategy::Map<std::ops::RangeInclusive<u128>, fn(u128) -> Self>;

                fn arbitrary_with((): ()) -> Self::Strategy {
                    proptest::strategy::Strategy::prop_map(1..=u128::MAX, |number| Self(Uuid::from_u128(number)))
                }
            }

            impl fmt::Display for $name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    fmt::Display::fmt(&self.0, f)
                }
            }

            impl fmt::Debug for $name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    write!(f, "{}({})", stringify!($name), self.0)
                }
            }

            impl FromStr for $name {
                type Err = IdError;

                fn from_str(text: &str) -> Result<Self, IdError> {
                    parse(text).map(Self)
                }
            }

            impl From<$name> for String {
                fn from(id: $name) -> Self {
                    id.to_string()
                }
            }

            impl From<$name> for ElementId {
                fn from(id: $name) -> Self {
                    Self::$kind(id)
                }
            }

            impl Serialize for $name {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serializer.collect_str(&self.0)
                }
            }

            impl<'de> Deserialize<'de> for $name {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    let text = String::deserialize(deserializer)?;
                    text.parse().map_err(serde::de::Error::custom)
                }
            }

            impl JsonSchema for $name {
                fn schema_name() -> std::borrow::Cow<'static, str> {
                    stringify!($name).into()
                }

                fn json_schema(_: &mut SchemaGenerator) -> Schema {
                    id_schema("id", concat!("The id of ", $what, "."))
                }
            }

            impl Typed for $name {
                type Raw = String;

                fn from_raw(raw: &String, at: &Path<'_>, sink: &mut Sink) -> Self {
                    Self(from_raw(raw, at, sink))
                }

                fn to_raw(&self) -> String {
                    self.to_string()
                }

                fn walk(&self, at: &Path<'_>, visitor: &mut dyn Visitor) {
                    visitor.reference(at, Kind::$kind, self.0, Reach::Plan);
                }

                fn refers_to(&self) -> Option<Uuid> {
                    Some(self.0)
                }
            }
        )+

        /// The id of an element of any kind.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ElementId {
            $(#[doc = concat!("The id of ", $what, ".")] $kind($name),)+
        }

        impl ElementId {
            /// The id of an element of this kind.
            ///
            /// # Errors
            /// The nil UUID is no id.
            pub fn new(kind: Kind, id: Uuid) -> Result<Self, IdError> {
                match kind { $(Kind::$kind => $name::from_uuid(id).map(Self::$kind)),+ }
            }

            /// What kind of element it names.
            #[must_use]
            pub fn kind(self) -> Kind {
                match self { $(Self::$kind(_) => Kind::$kind),+ }
            }

            /// The UUID itself.
            #[must_use]
            pub fn into_uuid(self) -> Uuid {
                match self { $(Self::$kind(id) => id.into_uuid()),+ }
            }
        }
    };
}

typed_id! {
    PlanId Plan "a safety plan",
    ObjectiveId Objective "an objective",
    IndicatorId Indicator "an indicator",
    PrincipleId Principle "a strategic principle",
    FrameworkId Framework "a policy framework",
    FrameworkItemId FrameworkItem "an item of a policy framework",
    PartnerId Partner "a partner",
    AreaId Area "an area",
    AnalysisId Analysis "an analysis",
    AnalysisFindingId AnalysisFinding "a finding of an analysis",
    TopicId Topic "a topic",
    PriorityId Priority "a priority",
    PillarId Pillar "a pillar",
    ThemeId Theme "a theme",
    ExecutionPlanId ExecutionPlan "an execution plan",
    ActionId Action "an action",
    AcuteIssueId AcuteIssue "an acute issue",
    ProposalId Proposal "a council proposal",
    DecisionId Decision "a decision",
    EvaluationId Evaluation "an evaluation",
    EvaluationFindingId EvaluationFinding "a finding of an evaluation",
}

/// The id that follows from the plan's id, a kind and a code: a re-import updates instead of duplicating.
pub(crate) fn derive(plan: PlanId, kind: Kind, code: &str) -> Uuid {
    Uuid::new_v5(&plan.0, format!("{}:{code}", kind.as_str()).as_bytes())
}

/// Gives each id that way to be made.
macro_rules! derived {
    ($($name:ident)+) => {
        $(impl $name {
            /// The id that follows from the plan's id and the element's code: `UUIDv5(plan, "kind:code")`.
            #[must_use]
            pub fn derive(plan: PlanId, code: &str) -> Self {
                Self(derive(plan, Self::KIND, code))
            }
        })+
    };
}

derived! {
    PlanId ObjectiveId IndicatorId PrincipleId FrameworkId FrameworkItemId PartnerId AreaId AnalysisId AnalysisFindingId
    TopicId PriorityId PillarId ThemeId ExecutionPlanId ActionId AcuteIssueId ProposalId DecisionId EvaluationId
    EvaluationFindingId
}

impl PlanId {
    /// The id that follows from a name you own, such as an address of the municipality and the period:
    /// `UUIDv5(URL namespace, name)`.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        Self(Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes()))
    }
}

/// An id beside a `kind`, which says what it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AnyId(Uuid);

impl AnyId {
    /// The UUID itself.
    #[must_use]
    pub fn into_uuid(self) -> Uuid {
        self.0
    }
}

impl fmt::Display for AnyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl Serialize for AnyId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl JsonSchema for AnyId {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "AnyId".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        id_schema("id", "The id of an element of the kind beside it.")
    }
}

impl Typed for AnyId {
    type Raw = String;

    fn from_raw(raw: &String, at: &Path<'_>, sink: &mut Sink) -> Self {
        Self(from_raw(raw, at, sink))
    }

    fn to_raw(&self) -> String {
        self.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_written_form_is_read() {
        let id = "6f9619ff-8b86-4011-b42d-00c04fc964ff";
        assert_eq!(id.parse::<ActionId>().unwrap().to_string(), id);
        for wrong in [
            NIL,
            "6F9619FF-8B86-4011-B42D-00C04FC964FF",
            "{6f9619ff-8b86-4011-b42d-00c04fc964ff}",
            "6f9619ff8b864011b42d00c04fc964ff",
            "urn:uuid:6f9619ff-8b86-4011-b42d-00c04fc964ff",
            "6f9619ff-8b864011-b42d-00c04fc964ff-",
            "",
        ] {
            assert_eq!(wrong.parse::<ActionId>(), Err(IdError), "{wrong}");
        }
    }

    #[test]
    fn an_id_follows_from_plan_kind_and_code() {
        let plan = PlanId::from_name("https://identifier.overheid.nl/tooi/id/gemeente/gm0622/ivp/2020-2023");
        let other = PlanId::from_name("https://identifier.overheid.nl/tooi/id/gemeente/gm0622/ivp/2024-2027");
        assert_eq!(PillarId::derive(plan, "P1.2"), PillarId::derive(plan, "P1.2"));
        assert_ne!(PillarId::derive(plan, "P1.2"), PillarId::derive(other, "P1.2"));
        assert_ne!(PillarId::derive(plan, "P1").into_uuid(), PriorityId::derive(plan, "P1").into_uuid());
    }
}
