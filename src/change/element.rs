//! The draft of an element of any kind, and which kind holds which: one table.

use serde::ser::SerializeMap;
use serde_json::{Map, Value};

use crate::draft::{
    ActionDraft, AcuteIssueDraft, AnalysisDraft, AnalysisFindingDraft, AreaDraft, CouncilProposalDraft,
    DecisionDraft, EvaluationDraft, EvaluationFindingDraft, ExecutionPlanDraft, FrameworkDraft,
    FrameworkItemDraft, IndicatorDraft, ObjectiveDraft, PartnerDraft, PillarDraft, PrincipleDraft,
    PriorityDraft, SafetyPlanDraft, ThemeDraft, TopicDraft,
};
use crate::entity::{
    Action, AcuteIssue, Analysis, AnalysisFinding, Area, CouncilProposal, Decision, Evaluation,
    EvaluationFinding, ExecutionPlan, Framework, FrameworkItem, Indicator, Objective, Partner, Pillar,
    PlanContent, Principle, Priority, Theme, Topic,
};
use crate::kind::Kind;
use crate::place::Key;
use crate::plan::Element;
use crate::wire::Typed;

/// A draft that may hold elements in lists.
pub(super) trait Holder {
    /// Takes the elements that it holds, in the order of the document.
    fn take_children(&mut self) -> Vec<ElementDraft>;

    /// Puts an element at the end of its list; nothing where there is no such list.
    fn put_child(&mut self, child: ElementDraft);

    fn has_children(&self) -> bool;
}

/// Defines [`ElementDraft`] and which kind holds which, in the order of the format.
///
/// A macro, because each kind needs the same dozen things, and one that were forgotten would be lost silently.
macro_rules! elements {
    (
        $plan:ident $content:ident $whole:ident { $($pfield:ident $pkey:literal $pchild:ident,)+ }
        $($kind:ident $entity:ident $draft:ident { $($field:ident $key:literal $child:ident,)* })+
    ) => {
        /// The draft of an element of any kind but the plan itself.
        ///
        /// Written as an object with one key, the word of its kind: `{"action": {...}}`.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum ElementDraft {
            $(#[doc = concat!("See [`", stringify!($draft), "`].")] $kind($draft),)+
        }

        impl ElementDraft {
            /// What kind of element it is.
            #[must_use]
            pub fn kind(&self) -> Kind {
                match self { $(Self::$kind(_) => Kind::$kind),+ }
            }

            /// The id in the draft, whatever it holds.
            #[must_use]
            pub fn id(&self) -> &str {
                match self { $(Self::$kind(draft) => &draft.id),+ }
            }

            /// The code in the draft, if it has one.
            #[must_use]
            pub fn code(&self) -> Option<&str> {
                match self { $(Self::$kind(draft) => draft.code.as_deref()),+ }
            }

            /// The draft of an element, without what it holds; nothing for the plan itself.
            pub(super) fn own(element: Element<'_>) -> Option<Self> {
                let whole = match element {
                    $(Element::$kind(element) => Self::$kind(element.to_raw()),)+
                    Element::Plan(_) => return None,
                };
                Some(whole.split().0)
            }

            fn holder(&mut self) -> &mut dyn Holder {
                match self { $(Self::$kind(draft) => draft),+ }
            }

            /// Whether it holds elements of its own.
            pub(super) fn has_children(&self) -> bool {
                match self { $(Self::$kind(draft) => draft.has_children()),+ }
            }

            /// Its keys as they are written.
            pub(super) fn object(&self) -> Map<String, Value> {
                match self { $(Self::$kind(draft) => written(draft)),+ }
            }

            /// Reads the draft of a kind that a key names; nothing for the plan, which no change holds as an element.
            pub(super) fn read(
                kind: Kind,
                again: bool,
                object: &mut dyn crate::wire::Entries,
                key: Key,
                at: &mut crate::wire::At<'_>,
            ) -> Result<Option<Self>, crate::wire::Stop> {
                match kind {
                    $(Kind::$kind => {
                        let mut slot = again.then($draft::default);
                        crate::wire::value(object, &mut slot, key, at)?;
                        Ok(slot.filter(|_| !again).map(Self::$kind))
                    })+
                    Kind::$plan => object.skip().map(|()| None),
                }
            }
        }

        $(impl From<$draft> for ElementDraft {
            fn from(draft: $draft) -> Self {
                Self::$kind(draft)
            }
        }

        impl Holder for $draft {
            fn take_children(&mut self) -> Vec<ElementDraft> {
                all([$(taken(&mut self.$field)),*])
            }

            fn put_child(&mut self, child: ElementDraft) {
                $(let child = match child {
                    ElementDraft::$child(child) => return self.$field.push(child),
                    other => other,
                };)*
                drop(child);
            }

            fn has_children(&self) -> bool {
                false $(|| !self.$field.is_empty())*
            }
        })+

        impl Holder for $whole {
            fn take_children(&mut self) -> Vec<ElementDraft> {
                all([$(taken(&mut self.$pfield)),*])
            }

            fn put_child(&mut self, child: ElementDraft) {
                $(let child = match child {
                    ElementDraft::$pchild(child) => return self.$pfield.push(child),
                    other => other,
                };)*
                drop(child);
            }

            fn has_children(&self) -> bool {
                false $(|| !self.$pfield.is_empty())*
            }
        }

        impl serde::Serialize for ElementDraft {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut object = serializer.serialize_map(Some(1))?;
                match self { $(Self::$kind(draft) => object.serialize_entry(Kind::$kind.as_str(), draft)?),+ }
                object.end()
            }
        }

        impl schemars::JsonSchema for ElementDraft {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                "ChangedElement".into()
            }

            fn schema_id() -> std::borrow::Cow<'static, str> {
                concat!(module_path!(), "::ElementDraft").into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let mut properties = Map::new();
                $(properties.insert(
                    Kind::$kind.as_str().to_owned(),
                    generator.subschema_for::<$draft>().to_value(),
                );)+
                schemars::json_schema!({
                    "title": "element",
                    "description": "An element, under the word of its kind.",
                    "type": "object",
                    "properties": properties,
                    "additionalProperties": false,
                    "minProperties": 1,
                    "maxProperties": 1,
                })
            }
        }

        /// The lists in which a kind holds elements: their kind and key, in the order of the format.
        pub(super) fn lists(of: Kind) -> &'static [(Kind, &'static str)] {
            match of {
                Kind::$plan => &[$((Kind::$pchild, $pkey)),+],
                $(Kind::$kind => &[$((Kind::$child, $key)),*],)+
            }
        }

        /// The keys of a kind, in the order of the format.
        pub(super) fn keys(of: Kind) -> &'static [&'static str] {
            match of {
                Kind::$plan => $content::KEYS,
                $(Kind::$kind => $entity::KEYS,)+
            }
        }
    };
}

elements! {
    Plan PlanContent SafetyPlanDraft {
        objectives "objectives" Objective,
        indicators "indicators" Indicator,
        principles "principles" Principle,
        frameworks "frameworks" Framework,
        partners "partners" Partner,
        areas "areas" Area,
        analyses "analyses" Analysis,
        topics "topics" Topic,
        priorities "priorities" Priority,
        themes "themes" Theme,
        execution_plans "executionPlans" ExecutionPlan,
        acute_issues "acuteIssues" AcuteIssue,
        proposals "proposals" Proposal,
        decisions "decisions" Decision,
        evaluations "evaluations" Evaluation,
    }
    Objective Objective ObjectiveDraft { sub_objectives "subObjectives" Objective, }
    Indicator Indicator IndicatorDraft {}
    Principle Principle PrincipleDraft {}
    Framework Framework FrameworkDraft { items "items" FrameworkItem, }
    FrameworkItem FrameworkItem FrameworkItemDraft {}
    Partner Partner PartnerDraft {}
    Area Area AreaDraft {}
    Analysis Analysis AnalysisDraft { findings "findings" AnalysisFinding, }
    AnalysisFinding AnalysisFinding AnalysisFindingDraft {}
    Topic Topic TopicDraft {}
    Priority Priority PriorityDraft { objectives "objectives" Objective, pillars "pillars" Pillar, }
    Pillar Pillar PillarDraft { pillars "pillars" Pillar, }
    Theme Theme ThemeDraft { objectives "objectives" Objective, pillars "pillars" Pillar, }
    ExecutionPlan ExecutionPlan ExecutionPlanDraft { actions "actions" Action, }
    Action Action ActionDraft {}
    AcuteIssue AcuteIssue AcuteIssueDraft {}
    Proposal CouncilProposal CouncilProposalDraft {}
    Decision Decision DecisionDraft {}
    Evaluation Evaluation EvaluationDraft { findings "findings" EvaluationFinding, }
    EvaluationFinding EvaluationFinding EvaluationFindingDraft {}
}

/// The keys of a draft as they are written.
pub(super) fn written(draft: &impl serde::Serialize) -> Map<String, Value> {
    match serde_json::to_value(draft) {
        Ok(Value::Object(object)) => object,
        _ => Map::new(),
    }
}

fn taken<T: Into<ElementDraft>>(list: &mut Vec<T>) -> Vec<ElementDraft> {
    std::mem::take(list).into_iter().map(Into::into).collect()
}

fn all<const N: usize>(lists: [Vec<ElementDraft>; N]) -> Vec<ElementDraft> {
    lists.into_iter().flatten().collect()
}

impl ElementDraft {
    /// The element without the elements that it holds, and those, in the order of the document.
    pub(crate) fn split(mut self) -> (Self, Vec<Self>) {
        let children = self.holder().take_children();
        (self, children)
    }

    /// The element with these at the end of its lists.
    pub(crate) fn join(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        for child in children {
            self.holder().put_child(child);
        }
        self
    }
}

/// The number of the list in which a kind holds another.
pub(super) fn list_of(holder: Kind, held: Kind) -> Option<usize> {
    lists(holder).iter().position(|(kind, _)| *kind == held)
}

/// A key of a kind, for a place.
pub(super) fn key(of: Kind, name: &'static str) -> Key {
    let order = keys(of).iter().position(|key| *key == name);
    Key::new(order.and_then(|order| u8::try_from(order).ok()).unwrap_or(u8::MAX), name)
}
