//! The wire shape of each entity: public fields that hold anything, and no behaviour beyond `new` and `coded`.
//!
//! A draft reads and writes JSON by itself and is checked as part of a [`SafetyPlanDraft`]. Each stands beside its
//! entity, from the same list of keys.

pub use crate::entity::{
    ActionDraft, AcuteIssueDraft, AddresseeDraft, AmountDraft, AnalysisDraft, AnalysisFindingDraft,
    AnswerLinkDraft, AreaDraft, BaselineDraft, ClauseDraft, ContinuedDraft, CorrectionDraft, CostDraft,
    CouncilProposalDraft, DecisionDraft, DecisionObjectDraft, DelegationDraft, DocumentDraft, EffortDraft,
    ElementReferenceDraft, EvaluatedDraft, EvaluationDraft, EvaluationFindingDraft, ExclusionDraft,
    ExecutionPlanDraft, ExemptionDraft, FigureDraft, FrameworkDraft, FrameworkItemDraft, FundingDraft,
    GroundLinkDraft, IndicatorDraft, IssueEffectDraft, LegalIdentityDraft, LegalReferenceDraft, LightsDraft,
    MunicipalityDraft, ObjectiveDraft, OrdinanceDraft, OriginDraft, OutcomeDraft, PartnerDraft, PeriodDraft,
    PillarDraft, PlanRelationDraft, PredecessorDraft, PrincipleDraft, PriorityDraft, ProfileCadencesDraft,
    ProfileDraft, ProfileLimitsDraft, ProfileOrgansDraft, ProgressDraft, RelativeTargetDraft, ReserveDraft,
    ResponsibilityDraft, RuleLevelDraft, SafetyPlanDraft, ScopeDraft, ScopePartDraft, ServedDraft,
    SourceDraft, SupportLinkDraft, TargetDraft, ThemeDraft, TopicDraft, YearAmountDraft,
};
