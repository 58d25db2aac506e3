//! Any element of a plan, found by its id.

use uuid::Uuid;

use super::SafetyPlan;
use super::index::{Entry, Index};
use crate::entity::{
    Action, AcuteIssue, Analysis, AnalysisFinding, Area, CouncilProposal, Decision, Disclosure, Evaluation,
    EvaluationFinding, ExecutionPlan, Framework, FrameworkItem, Indicator, Objective, Partner, Pillar,
    PlanContent, Principle, Priority, Source, Theme, Topic,
};
use crate::id::{
    ActionId, AcuteIssueId, AnalysisFindingId, AnalysisId, AreaId, DecisionId, ElementId,
    EvaluationFindingId, EvaluationId, ExecutionPlanId, FrameworkId, FrameworkItemId, IndicatorId,
    ObjectiveId, PartnerId, PillarId, PlanId, PrincipleId, PriorityId, ProposalId, ThemeId, TopicId,
};
use crate::kind::Kind;
use crate::place::Key;
use crate::value::ElementCode;

macro_rules! elements {
    ($($kind:ident $type:ident $id:ident $title:ident $find:ident,)+) => {
        impl SafetyPlan {
            $(#[doc = concat!("The [`", stringify!($type), "`] with this id. `O(log n)`.")]
            #[must_use]
            pub fn $find(&self, id: $id) -> Option<&$type> {
                match self.element(id.into_uuid()) {
                    Some(Element::$kind(element)) => Some(element),
                    _ => None,
                }
            })+
        }

        /// An element of a plan, of any kind.
        #[derive(Debug, Clone, Copy)]
        pub enum Element<'a> {
            $(#[doc = concat!("See [`", stringify!($type), "`].")] $kind(&'a $type),)+
        }

        impl<'a> Element<'a> {
            /// Its id.
            #[must_use]
            pub fn id(self) -> ElementId {
                match self { $(Self::$kind(element) => element.id().into()),+ }
            }

            /// Its code, if it has one.
            #[must_use]
            pub fn code(self) -> Option<&'a ElementCode> {
                match self { $(Self::$kind(element) => element.code()),+ }
            }

            /// Where it stands in the document it was taken from.
            #[must_use]
            pub fn source(self) -> Option<&'a Source> {
                match self { $(Self::$kind(element) => element.source()),+ }
            }

            /// Whether it is invented.
            #[must_use]
            pub fn is_fictional(self) -> bool {
                match self { $(Self::$kind(element) => element.fictional()),+ }
            }

            /// Its title, name or text; of a decision its reference, if it has one.
            #[must_use]
            pub fn title(self) -> &'a str {
                match self { $(Self::$kind(element) => title::$title(element)),+ }
            }
        }
    };
}

elements! {
    Plan PlanContent PlanId of_plan content,
    Objective Objective ObjectiveId of_objective objective,
    Indicator Indicator IndicatorId of_indicator indicator,
    Principle Principle PrincipleId of_principle principle,
    Framework Framework FrameworkId of_framework framework,
    FrameworkItem FrameworkItem FrameworkItemId of_framework_item framework_item,
    Partner Partner PartnerId of_partner partner,
    Area Area AreaId of_area area,
    Analysis Analysis AnalysisId of_analysis analysis,
    AnalysisFinding AnalysisFinding AnalysisFindingId of_analysis_finding analysis_finding,
    Topic Topic TopicId of_topic topic,
    Priority Priority PriorityId of_priority priority,
    Pillar Pillar PillarId of_pillar pillar,
    Theme Theme ThemeId of_theme theme,
    ExecutionPlan ExecutionPlan ExecutionPlanId of_execution_plan execution_plan,
    Action Action ActionId of_action action,
    AcuteIssue AcuteIssue AcuteIssueId of_acute_issue acute_issue,
    Proposal CouncilProposal ProposalId of_proposal proposal,
    Decision Decision DecisionId of_decision decision,
    Evaluation Evaluation EvaluationId of_evaluation evaluation,
    EvaluationFinding EvaluationFinding EvaluationFindingId of_evaluation_finding evaluation_finding,
}

/// What each kind of element is called by.
mod title {
    use super::{
        Action, AcuteIssue, Analysis, AnalysisFinding, Area, CouncilProposal, Decision, Evaluation,
        EvaluationFinding, ExecutionPlan, Framework, FrameworkItem, Indicator, Objective, Partner, Pillar,
        PlanContent, Principle, Priority, Theme, Topic,
    };

    macro_rules! titles {
        ($($name:ident $type:ident $getter:ident,)+) => {
            $(pub(super) fn $name(element: &$type) -> &str {
                element.$getter().as_str()
            })+
        };
    }

    titles! {
        of_plan PlanContent title,
        of_objective Objective text,
        of_indicator Indicator name,
        of_principle Principle title,
        of_framework Framework title,
        of_framework_item FrameworkItem title,
        of_partner Partner name,
        of_area Area name,
        of_analysis Analysis title,
        of_analysis_finding AnalysisFinding text,
        of_topic Topic title,
        of_priority Priority title,
        of_pillar Pillar title,
        of_theme Theme title,
        of_execution_plan ExecutionPlan title,
        of_action Action title,
        of_acute_issue AcuteIssue title,
        of_proposal CouncilProposal title,
        of_evaluation_finding EvaluationFinding text,
    }

    pub(super) fn of_decision(decision: &Decision) -> &str {
        decision.reference().map_or("", |reference| reference.as_str())
    }

    pub(super) fn of_evaluation(evaluation: &Evaluation) -> &str {
        evaluation.title().map_or("", |title| title.as_str())
    }
}

impl<'a> Element<'a> {
    /// What kind of element it is.
    #[must_use]
    pub fn kind(self) -> Kind {
        self.id().kind()
    }

    /// Its code and title, as one would name it in a sentence.
    #[must_use]
    pub fn label(self) -> String {
        match (self.code(), self.title()) {
            (Some(code), "") => code.to_string(),
            (Some(code), title) => format!("{code} {title}"),
            (None, "") => self.id().into_uuid().to_string(),
            (None, title) => title.to_owned(),
        }
    }

    /// The disclosure that is stated on it.
    #[must_use]
    pub fn stated_disclosure(self) -> Option<Disclosure> {
        match self {
            Self::Indicator(e) => e.disclosure(),
            Self::Framework(e) => e.disclosure(),
            Self::Partner(e) => e.disclosure(),
            Self::Area(e) => e.disclosure(),
            Self::Analysis(e) => e.disclosure(),
            Self::Topic(e) => e.disclosure(),
            Self::ExecutionPlan(e) => e.disclosure(),
            Self::Action(e) => e.disclosure(),
            Self::AcuteIssue(e) => e.disclosure(),
            Self::Proposal(e) => e.disclosure(),
            Self::Decision(e) => e.disclosure(),
            Self::Evaluation(e) => e.disclosure(),
            _ => None,
        }
    }

    /// What it continues, perhaps in another plan.
    pub(crate) fn continues(self) -> Vec<Uuid> {
        match self {
            Self::Action(action) => action.continues().iter().map(|to| to.into_uuid()).collect(),
            Self::Objective(objective) => objective.continues().iter().map(|to| to.into_uuid()).collect(),
            Self::Indicator(indicator) => indicator.continues().iter().map(|to| to.into_uuid()).collect(),
            Self::Priority(priority) => priority.continues().iter().map(|to| to.id().into_uuid()).collect(),
            Self::Theme(theme) => theme.continues().iter().map(|to| to.id().into_uuid()).collect(),
            _ => Vec::new(),
        }
    }

    /// The key under which it says what it continues.
    pub(crate) fn continues_key(self) -> Key {
        match self {
            Self::Objective(_) => Objective::key("continues"),
            Self::Indicator(_) => Indicator::key("continues"),
            Self::Priority(_) => Priority::key("continues"),
            Self::Theme(_) => Theme::key("continues"),
            _ => Action::key("continues"),
        }
    }

    /// The element that it holds under a key, at a number.
    fn child(self, key: &str, index: usize) -> Option<Element<'a>> {
        match (self, key) {
            (Self::Plan(p), "objectives") => p.objectives().get(index).map(Element::Objective),
            (Self::Plan(p), "indicators") => p.indicators().get(index).map(Element::Indicator),
            (Self::Plan(p), "principles") => p.principles().get(index).map(Element::Principle),
            (Self::Plan(p), "frameworks") => p.frameworks().get(index).map(Element::Framework),
            (Self::Plan(p), "partners") => p.partners().get(index).map(Element::Partner),
            (Self::Plan(p), "areas") => p.areas().get(index).map(Element::Area),
            (Self::Plan(p), "analyses") => p.analyses().get(index).map(Element::Analysis),
            (Self::Plan(p), "topics") => p.topics().get(index).map(Element::Topic),
            (Self::Plan(p), "priorities") => p.priorities().get(index).map(Element::Priority),
            (Self::Plan(p), "themes") => p.themes().get(index).map(Element::Theme),
            (Self::Plan(p), "executionPlans") => {
                p.execution_plans().get(index).map(|e| Element::ExecutionPlan(e))
            }
            (Self::Plan(p), "acuteIssues") => p.acute_issues().get(index).map(Element::AcuteIssue),
            (Self::Plan(p), "proposals") => p.proposals().get(index).map(Element::Proposal),
            (Self::Plan(p), "decisions") => p.decisions().get(index).map(Element::Decision),
            (Self::Plan(p), "evaluations") => p.evaluations().get(index).map(Element::Evaluation),
            (Self::Objective(o), "subObjectives") => o.sub_objectives().get(index).map(Element::Objective),
            (Self::Framework(f), "items") => f.items().get(index).map(Element::FrameworkItem),
            (Self::Analysis(a), "findings") => a.findings().get(index).map(Element::AnalysisFinding),
            (Self::Priority(p), "objectives") => p.objectives().get(index).map(Element::Objective),
            (Self::Priority(p), "pillars") => p.pillars().get(index).map(Element::Pillar),
            (Self::Pillar(p), "pillars") => p.pillars().get(index).map(Element::Pillar),
            (Self::Theme(t), "objectives") => t.objectives().get(index).map(Element::Objective),
            (Self::Theme(t), "pillars") => t.pillars().get(index).map(Element::Pillar),
            (Self::ExecutionPlan(e), "actions") => e.actions().get(index).map(|a| Element::Action(a)),
            (Self::Evaluation(e), "findings") => e.findings().get(index).map(Element::EvaluationFinding),
            _ => None,
        }
    }
}

/// A plan under way to being checked: its content and the index of its elements.
#[derive(Debug, Clone, Copy)]
pub(crate) struct View<'a> {
    pub(crate) plan: &'a PlanContent,
    pub(crate) index: &'a Index,
}

impl<'a> View<'a> {
    pub(crate) fn element(self, entry: &Entry) -> Option<Element<'a>> {
        match entry.held {
            None => Some(Element::Plan(self.plan)),
            Some((holder, key, index)) => {
                self.element(self.index.entry(holder)?)?.child(key.name(), index as usize)
            }
        }
    }

    pub(crate) fn get(self, id: Uuid) -> Option<Element<'a>> {
        self.element(self.index.find(id)?)
    }

    /// The partner with this id.
    pub(crate) fn partner(self, id: PartnerId) -> Option<&'a Partner> {
        let Element::Partner(partner) = self.get(id.into_uuid())? else { return None };
        Some(partner)
    }

    /// The element that holds this one.
    pub(crate) fn holder(self, id: Uuid) -> Option<Element<'a>> {
        let (holder, ..) = self.index.find(id)?.held?;
        self.element(self.index.entry(holder)?)
    }

    /// All elements, in the order of the document.
    pub(crate) fn elements(self) -> impl Iterator<Item = Element<'a>> + Clone {
        self.index.entries().iter().filter_map(move |entry| self.element(entry))
    }
}
