//! The entities of a plan and their drafts, each pair from one list of keys.
//!
//! An entity has private fields and getters, and exists only in a plan that was checked. Its draft has public fields
//! and holds anything.

mod common;
mod context;
mod execution;
mod governance;
mod indicator;
mod kinds;
mod model;
mod money;
mod plan;
mod profile;
mod reference;
mod strategy;

pub use common::{
    Disclosure, Document, DocumentDraft, LegalReference, LegalReferenceDraft, Municipality,
    MunicipalityDraft, Period, PeriodDraft, Responsibility, ResponsibilityDraft, Role, SafetyField, Source,
    SourceDraft,
};
pub use context::{
    Analysis, AnalysisDraft, AnalysisFinding, AnalysisFindingDraft, AnalysisKind, Area, AreaDraft, AreaLevel,
    Framework, FrameworkDraft, FrameworkItem, FrameworkItemDraft, FrameworkLevel, FrameworkRelation,
    Involvement, LegalIdentity, LegalIdentityDraft, Partner, PartnerDraft, PartnerFunction, PartnerKind,
    Topic, TopicDraft,
};
pub use execution::{
    Action, ActionDraft, Approach, Effect, Effort, EffortDraft, ExecutionPlan, ExecutionPlanDraft, Light,
    Lights, LightsDraft, Origin, OriginDraft, OriginKind, Progress, ProgressDraft, Reserve, ReserveDraft,
    Status,
};
pub use governance::{
    Act, AcuteIssue, AcuteIssueDraft, Addressee, AddresseeDraft, AddresseeKind, Clause, ClauseDraft,
    Correction, CorrectionDraft, CouncilProposal, CouncilProposalDraft, Decision, DecisionDraft, Evaluation,
    EvaluationDraft, EvaluationFinding, EvaluationFindingDraft, EvaluationKind, Exemption, ExemptionDraft,
    IssueChange, IssueEffect, IssueEffectDraft, Organ, Outcome, OutcomeDraft,
};
pub use indicator::{
    Baseline, BaselineDraft, Comparator, Direction, Figure, FigureDraft, Indicator, IndicatorDraft,
    IndicatorKind, Perception, RelativeTarget, RelativeTargetDraft, Target, TargetDraft,
};
pub(crate) use money::sum;
pub use money::{
    Amount, AmountDraft, Certainty, Cost, CostDraft, Funding, FundingDraft, FundingSource, YearAmount,
    YearAmountDraft,
};
pub use plan::{
    Delegation, DelegationDraft, Exclusion, ExclusionDraft, Ordinance, OrdinanceDraft, PlanContent,
    PlanRelation, PlanRelationDraft, Predecessor, PredecessorDraft, SafetyPlanDraft, Scope, ScopeDraft,
};
pub use profile::{
    Level, Profile, ProfileCadences, ProfileCadencesDraft, ProfileDraft, ProfileLimits, ProfileLimitsDraft,
    ProfileOrgans, ProfileOrgansDraft, RuleLevel, RuleLevelDraft,
};
pub use reference::{
    AnswerLink, AnswerLinkDraft, Basis, Continued, ContinuedDraft, ContinuedKind, DecisionObject,
    DecisionObjectDraft, ElementReference, ElementReferenceDraft, Evaluated, EvaluatedDraft, EvaluatedKind,
    GroundKind, GroundLink, GroundLinkDraft, ObjectKind, ScopeKind, ScopePart, ScopePartDraft, Served,
    ServedDraft, ServedKind, SupportLink, SupportLinkDraft,
};
pub use strategy::{
    Contribution, Objective, ObjectiveDraft, Pillar, PillarDraft, Principle, PrincipleDraft, Priority,
    PriorityDraft, PriorityOrigin, Theme, ThemeDraft, Tier,
};
