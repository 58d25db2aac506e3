//! The safety plan as a whole.

use std::sync::Arc;

use super::{
    Action, AcuteIssue, AcuteIssueDraft, Analysis, AnalysisDraft, Area, AreaDraft, Correction,
    CorrectionDraft, Cost, CostDraft, CouncilProposal, CouncilProposalDraft, Decision, DecisionDraft,
    Document, DocumentDraft, Evaluation, EvaluationDraft, ExecutionPlan, ExecutionPlanDraft, Exemption,
    ExemptionDraft, Framework, FrameworkDraft, Indicator, IndicatorDraft, LegalReference,
    LegalReferenceDraft, Municipality, MunicipalityDraft, Objective, ObjectiveDraft, Partner, PartnerDraft,
    Period, PeriodDraft, Principle, PrincipleDraft, Priority, PriorityDraft, Profile, ProfileDraft,
    Responsibility, ResponsibilityDraft, Source, SourceDraft, Theme, ThemeDraft, Topic, TopicDraft,
};
use crate::entity::model::{model, part};
use crate::id::PlanId;
use crate::value::{Date, ElementCode, FormatVersion, PowerCode, Text, Title};

part! {
    /// What the plan is about and what it leaves out.
    Scope ScopeDraft "afbakening" {
        /// What it is about.
        many included "included" "opgenomen": String => Text,
        /// What it leaves out, with the reason.
        many excluded "excluded" "uitgesloten": ExclusionDraft => Exclusion,
        /// What another plan or body takes care of.
        many delegated "delegated" "elders belegd": DelegationDraft => Delegation,
    }
}

part! {
    /// A subject that the plan leaves out.
    Exclusion ExclusionDraft "uitsluiting" {
        /// The subject.
        need subject "subject" "onderwerp": String => Title,
        /// Why.
        need reason "reason" "reden": String => Text,
    }
}

part! {
    /// A subject that another plan or body takes care of.
    Delegation DelegationDraft "belegging elders" {
        /// The subject.
        need subject "subject" "onderwerp": String => Title,
        /// The plan or body.
        need to "to" "naar": String => Title,
    }
}

part! {
    /// A plan that this one succeeds (source §1.1).
    Predecessor PredecessorDraft "voorganger" {
        /// What it was called.
        need title "title" "titel": String => Title,
        /// When it held.
        may period "period" "looptijd": PeriodDraft => Period,
        /// The plan, which may lie outside the document.
        may_copy plan "plan" "plan": String => PlanId,
        /// Where the plan says so.
        may source "source" "bron": SourceDraft => Source,
    }
}

part! {
    /// Another plan that this one stands beside, above or below.
    PlanRelation PlanRelationDraft "samenhang" {
        /// The plan, which may lie outside the document.
        need_copy plan "plan" "plan": String => PlanId,
        /// How the two hang together.
        need kind "kind" "soort": String => Title,
        /// What it is called.
        may title "title" "titel": String => Title,
    }
}

part! {
    /// An ordinance of the council that a legal power rests on, where the law asks for one.
    Ordinance OrdinanceDraft "verordening" {
        /// The power that it gives.
        need power "power" "bevoegdheid": String => PowerCode,
        /// What it is called.
        need title "title" "titel": String => Title,
        /// From which day it is in force.
        may_copy date "date" "datum van inwerkingtreding": String => Date,
        /// Where it is published or filed.
        may reference "reference" "kenmerk": String => Title,
        /// Where the plan says so.
        may source "source" "bron": SourceDraft => Source,
        /// Whether it is invented.
        flag fictional "fictional" "fictief",
    }
}

model! {
    @munch
    [
        ["The integral safety plan of a municipality: vision, objectives, priorities, partners, execution plans and facts."]
        PlanContent SafetyPlanDraft "integraal veiligheidsplan" [Plan] ["SafetyPlan"] [pub(crate) bare]
    ]
    [[id: String]]
    [
        {["Where the schema of this document is."] opt schema "$schema" "schema"
            [Option<String>] [Option<Text>] [as_ref Option<&Text>]}
        {["The version of the document format."] req format_version "formatVersion" "formaatversie"
            [String] [FormatVersion] [by_ref &FormatVersion]}
        {["What it is known by, in every version of the plan."] own id "id" "id" [String] [PlanId] [copy PlanId]}
        {["The mark of the plan."] opt code "code" "code"
            [Option<String>] [Option<ElementCode>] [as_ref Option<&ElementCode>]}
    ]
    /// What it is called.
    need title "title" "titel": String => Title,
    /// The municipalities that share it; at least one.
    some municipalities "municipalities" "gemeenten": MunicipalityDraft => Municipality,
    /// When it holds.
    need period "period" "looptijd": PeriodDraft => Period,
    /// Its motto.
    may motto "motto" "motto": String => Title,
    /// What the municipality is there for.
    may mission "mission" "missie": String => Text,
    /// What the municipality wants to be (source §2.1).
    may vision "vision" "visie": String => Text,
    /// Where the vision stands in the document it was taken from.
    may vision_source "visionSource" "bron van de visie": SourceDraft => Source,
    /// The paper that it was written in.
    may document "document" "document": DocumentDraft => Document,
    /// What it is about and what it leaves out.
    may scope "scope" "afbakening": ScopeDraft => Scope,
    /// The office that holds the portfolio; never a person's name.
    may portfolio_holder "portfolioHolder" "portefeuillehouder": String => Title,
    /// Money set aside for it; never added to costs of actions.
    may budget "budget" "budget": CostDraft => Cost,
    /// How it is judged where municipalities differ; `general` where absent.
    may profile "profile" "profiel": ProfileDraft => Profile,
    /// Where it stands in the document it was taken from.
    may source "source" "bron": SourceDraft => Source,
    /// Whether it is invented, not a real plan.
    flag fictional "fictional" "fictief",
    /// The plans that it succeeds.
    many predecessors "predecessors" "voorgangers": PredecessorDraft => Predecessor,
    /// The plans that it stands beside, above or below.
    many relations "relations" "samenhang": PlanRelationDraft => PlanRelation,
    /// The law that it rests on (source §1.1).
    many legal_basis "legalBasis" "wettelijke grondslag": LegalReferenceDraft => LegalReference,
    /// The ordinances of the council that legal powers rest on.
    many ordinances "ordinances" "verordeningen": OrdinanceDraft => Ordinance,
    /// Who does what for the plan as a whole.
    many responsibilities "responsibilities" "verantwoordelijkheden": ResponsibilityDraft => Responsibility,
    /// The main objectives, with their sub-objectives (source §2.2).
    shared objectives "objectives" "strategische doelstellingen": ObjectiveDraft => Objective,
    /// What objectives and actions are measured by.
    shared indicators "indicators" "indicatoren": IndicatorDraft => Indicator,
    /// The strategic principles (source §2.3).
    shared principles "principles" "strategische uitgangspunten": PrincipleDraft => Principle,
    /// The policy frameworks that it answers (source §2.4).
    shared frameworks "frameworks" "bovenlokale beleidskaders": FrameworkDraft => Framework,
    /// The partners (source §2.5).
    shared partners "partners" "partners": PartnerDraft => Partner,
    /// The areas that actions are done in.
    shared areas "areas" "gebieden": AreaDraft => Area,
    /// The evidence that it was drafted on (source §1.3).
    shared analyses "analyses" "analyses": AnalysisDraft => Analysis,
    /// Subjects that several priorities or themes name.
    shared topics "topics" "onderwerpen": TopicDraft => Topic,
    /// The priorities (source §3).
    shared priorities "priorities" "prioriteiten": PriorityDraft => Priority,
    /// The themes that are no priority (source §4).
    shared themes "themes" "thema's": ThemeDraft => Theme,
    /// The programmes of actions (source §5.2).
    many execution_plans "executionPlans" "uitvoeringsplannen": ExecutionPlanDraft => Arc<ExecutionPlan>,
    /// What came up.
    shared acute_issues "acuteIssues" "acute problemen": AcuteIssueDraft => AcuteIssue,
    /// The proposals to the council.
    shared proposals "proposals" "raadsvoorstellen": CouncilProposalDraft => CouncilProposal,
    /// The decisions on record.
    shared decisions "decisions" "besluiten": DecisionDraft => Decision,
    /// The evaluations.
    shared evaluations "evaluations" "evaluaties": EvaluationDraft => Evaluation,
    /// The repairs of the transcription.
    many corrections "corrections" "correcties": CorrectionDraft => Correction,
    /// The advice that was accepted knowingly.
    many exemptions "exemptions" "uitzonderingen": ExemptionDraft => Exemption,
}

impl PlanContent {
    /// The actions of the execution plan with this number, to be edited in a copy of the plan.
    pub(crate) fn actions_mut(&mut self, execution: usize) -> Option<&mut Vec<Arc<Action>>> {
        self.execution_plans.get_mut(execution).map(|execution| Arc::make_mut(execution).actions_mut())
    }

    /// The decisions, to be edited in a copy of the plan.
    pub(crate) fn decisions_mut(&mut self) -> &mut Vec<Decision> {
        Arc::make_mut(&mut self.decisions)
    }
}

impl SafetyPlanDraft {
    /// A plan with only what is required, in the current format.
    #[must_use]
    pub fn new(
        id: impl Into<String>,
        title: impl Into<String>,
        municipalities: impl Into<Vec<MunicipalityDraft>>,
        period: PeriodDraft,
    ) -> Self {
        let mut draft = Self::bare(id, title, municipalities, period);
        FormatVersion::CURRENT.clone_into(&mut draft.format_version);
        draft
    }
}
