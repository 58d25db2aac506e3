//! The codes: one permanent name for each thing that can be found.

use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

/// How much a finding weighs (*ernst*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// The plan contradicts itself or can't be read (*fout*).
    Error,
    /// Worth attention; never a reason to refuse the plan (*advies*).
    Advice,
}

impl Severity {
    /// The word on the wire: `error` or `advice`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Advice => "advice",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// What raises a code (*bron van de bevinding*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum RaisedBy {
    /// The text can't be read as JSON, or passes a bound of the reader. Not in the schema's reach.
    Text,
    /// One value or the shape of one object is wrong: the schema refuses it too.
    Shape,
    /// Elements of one plan contradict each other.
    Document,
    /// Plans of one set contradict each other.
    Set,
    /// The plan read as a whole, on a day.
    Advice,
    /// A step, such as adoption, wants more than the plan has.
    Readiness,
    /// A batch of changes can't be made, or does what may not be done.
    Change,
}

macro_rules! codes {
    ($($variant:ident $code:literal $severity:ident $raised:ident [$($rule:literal),*])+) => {
        /// The permanent name of a kind of finding (*bevindingcode*), such as `action/serves-nothing`.
        ///
        /// Codes are never renamed or reused. The catalogue ([`Code::ALL`] with [`Code::texts`]) is committed as
        /// `schema/codes.json`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = concat!("`", $code, "`")] $variant,)+
        }

        impl Code {
            /// Every code, in the catalogue's order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name on the wire: `area/slug`.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The weight of the finding where no profile says otherwise.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity),+ }
            }

            /// What raises the code.
            #[must_use]
            pub fn raised_by(self) -> RaisedBy {
                match self { $(Self::$variant => RaisedBy::$raised),+ }
            }

            /// The numbered rules of the domain that the code guards (see the guide's page on rules).
            #[must_use]
            pub fn rules(self) -> &'static [u8] {
                match self { $(Self::$variant => &[$($rule),*]),+ }
            }
        }
    };
}

codes! {
    TextTooLarge "text/too-large" Error Text []
    TextNotUtf8 "text/not-utf8" Error Text []
    TextNotJson "text/not-json" Error Text []
    TextTooDeep "text/too-deep" Error Text []
    TextListTooLong "text/list-too-long" Error Text []
    FormatNewer "format/newer-version" Error Shape []
    FormatUnknown "format/unknown-version" Error Shape []
    ShapeWrongType "shape/wrong-type" Error Shape []
    ShapeMissingKey "shape/missing-key" Error Shape []
    ShapeUnknownKey "shape/unknown-key" Error Shape []
    ShapeRepeatedKey "shape/repeated-key" Error Text []
    ShapeUnknownValue "shape/unknown-value" Error Shape []
    ShapeNotAnInteger "shape/not-an-integer" Error Shape []
    ShapeEmptyList "shape/empty-list" Error Shape [1]
    ActionServesNothing "action/serves-nothing" Error Shape [98]
    ValueTitle "value/title" Error Shape [112]
    ValueText "value/text" Error Shape [112]
    ValueId "value/id" Error Shape [110]
    ValueCode "value/code" Error Shape []
    ValueDate "value/date" Error Shape [3]
    ValueMoment "value/moment" Error Shape [28]
    ValueDecimal "value/decimal" Error Shape []
    ValueOutOfRange "value/out-of-range" Error Shape []
    ValueMunicipalityCode "value/municipality-code" Error Shape [1]
    ValueAreaCode "value/area-code" Error Shape []
    ValuePowerCode "value/power-code" Error Shape []
    ValueFindingCode "value/finding-code" Error Shape []
    ValueDigest "value/digest" Error Shape []
    ValueLegalNumber "value/legal-number" Error Shape [47]

    ElementDuplicateId "element/duplicate-id" Error Document [110]
    ElementDuplicateCode "element/duplicate-code" Error Document [110]
    ElementContinuationCycle "element/continuation-cycle" Error Document [111]
    ElementEmptySource "element/empty-source" Error Document [115]
    ReferenceUnknown "reference/unknown" Error Document [54, 80, 110]
    ReferenceWrongKind "reference/wrong-kind" Error Document [110]
    ReferenceRepeated "reference/repeated" Error Document [110]
    PlanPeriodReversed "plan/period-reversed" Error Document [3]
    PlanMunicipalityRepeated "plan/municipality-repeated" Error Document [1]
    PlanSucceedsItself "plan/succeeds-itself" Error Document [10, 111]
    PlanRelatedToItself "plan/related-to-itself" Error Document [110]
    ObjectiveNestedSubObjectives "objective/nested-sub-objectives" Error Document [27]
    ObjectiveStrategicSupports "objective/strategic-supports" Error Document [29, 30]
    ObjectiveSupportsNotStrategic "objective/supports-not-strategic" Error Document [30]
    PillarTooDeep "pillar/too-deep" Error Document [111]
    ResponsibilityRepeated "responsibility/repeated" Error Document []
    PartnerMemberOfSingle "partner/member-of-single" Error Document [49]
    PartnerMembershipCycle "partner/membership-cycle" Error Document [49, 111]
    PartnerOrganKind "partner/organ-kind" Error Document []
    PartnerElevenTest "partner/eleven-test" Error Document [47]
    AreaWithinCycle "area/within-cycle" Error Document [111]
    AreaLevelCode "area/level-code" Error Document []
    AreaCodeOutsideParent "area/code-outside-parent" Error Document [39]
    FrameworkPeriodReversed "framework/period-reversed" Error Document [3]
    IndicatorPeriodReversed "indicator/period-reversed" Error Document [3]
    IndicatorValueOrMissing "indicator/value-or-missing" Error Document []
    IndicatorTargetValue "indicator/target-value" Error Document []
    IndicatorUpperValue "indicator/upper-value" Error Document []
    IndicatorReportedBeforePeriod "indicator/reported-before-period" Error Document []
    IndicatorFigureRepeated "indicator/figure-repeated" Error Document []
    ExecutionPlanPeriodReversed "execution-plan/period-reversed" Error Document [3]
    ExecutionPlanMunicipality "execution-plan/municipality" Error Document [1]
    ActionPeriodReversed "action/period-reversed" Error Document [3]
    ActionPeriodAndContinuous "action/period-and-continuous" Error Document []
    ActionDependencyCycle "action/dependency-cycle" Error Document [83, 111]
    ActionOrigin "action/origin" Error Document []
    ActionEmptyEffort "action/empty-effort" Error Document []
    ProgressEmpty "progress/empty" Error Document []
    ProgressEmptyLights "progress/empty-lights" Error Document []
    AmountUnknownWithFigures "amount/unknown-with-figures" Error Document [106]
    AmountWithoutFigures "amount/without-figures" Error Document [106]
    AmountYearRepeated "amount/year-repeated" Error Document []
    AmountYearsDoNotAddUp "amount/years-do-not-add-up" Error Document []
    AcuteIssueAccountedBeforeSignalled "acute-issue/accounted-before-signalled" Error Document [100]
    DecisionActOnObject "decision/act-on-object" Error Document []
    DecisionUntil "decision/until" Error Document []
    DecisionUntilBeforeEnd "decision/until-before-end" Error Document []
    DecisionText "decision/text" Error Document []
    DecisionRecipients "decision/recipients" Error Document []
    DecisionDigest "decision/digest" Error Document []
    DecisionOrganName "decision/organ-name" Error Document []
    DecisionAddressee "decision/addressee" Error Document []
    DecisionMunicipality "decision/municipality" Error Document [1]
    EvaluationPeriodReversed "evaluation/period-reversed" Error Document [3]
    EvaluationDeliveredBeforePeriod "evaluation/delivered-before-period" Error Document [103]
    ExemptionUnknownCode "exemption/unknown-code" Error Document []
    ExemptionOfError "exemption/of-error" Error Document []
    ProfileUnknownRule "profile/unknown-rule" Error Document []
    ProfileRuleRepeated "profile/rule-repeated" Error Document []
    DisclosureBelowContainer "disclosure/below-container" Error Document []
    DisclosureBelowReference "disclosure/below-reference" Error Document []
    ProgressStatusContradicted "progress/status-contradicted" Error Document []
    ProposalOutcomeContradicted "proposal/outcome-contradicted" Error Document []
    ProposalDecidedBeforeSubmitted "proposal/decided-before-submitted" Error Document []
    AcuteIssueDecidedBeforeSignalled "acute-issue/decided-before-signalled" Error Document [100]
    DecisionContradicted "decision/contradicted" Error Document []
    DecisionExtensionBackward "decision/extension-backward" Error Document []
    EvaluationOutcomeRepeated "evaluation/outcome-repeated" Error Document []

    SetPlanRepeated "set/plan-repeated" Error Set [110]
    SetIdShared "set/id-shared" Error Set [110]
    SetKindDiffers "set/kind-differs" Error Set [110]
    SetSuccessionCycle "set/succession-cycle" Error Set [10, 111]
    SetContinuationCycle "set/continuation-cycle" Error Set [111]
    SetNameDiffers "set/name-differs" Advice Set [110]
    SetUnresolved "set/unresolved" Advice Set [110]
    SetNoCommonMunicipality "set/no-common-municipality" Advice Set [10]
    SetSuccessionGap "set/succession-gap" Advice Set [10]
    SetSuccessionOverlap "set/succession-overlap" Advice Set [10]
    SetPredecessorNotEvaluated "set/predecessor-not-evaluated" Advice Set [14]
    SetDroppedWithoutDecision "set/dropped-without-decision" Advice Set []

    PlanNoLegalBasis "plan/no-legal-basis" Advice Advice [9]
    PlanNoPartners "plan/no-partners" Advice Advice [6]
    PlanPredecessorGap "plan/predecessor-gap" Advice Advice [10]
    PlanPredecessorOverlap "plan/predecessor-overlap" Advice Advice [10]
    PlanNoPredecessorEvaluation "plan/no-predecessor-evaluation" Advice Advice [14]
    PlanNoSafetyAnalysis "plan/no-safety-analysis" Advice Advice [15]
    PlanPartnersNotInvolved "plan/partners-not-involved" Advice Advice [16]
    PlanTooManyPriorities "plan/too-many-priorities" Advice Advice [56]
    PlanTitleYears "plan/title-years" Advice Advice []
    PlanYearWithoutExecutionPlan "plan/year-without-execution-plan" Advice Advice [96]
    ObjectiveByOutsidePeriod "objective/by-outside-period" Advice Advice [28]
    ObjectiveSupportsNothing "objective/supports-nothing" Advice Advice [30]
    IndicatorFigureWithoutNote "indicator/figure-without-note" Advice Advice [22]
    PrincipleRepeatedTitle "principle/repeated-title" Advice Advice [31]
    FrameworkEndsBeforePlan "framework/ends-before-plan" Advice Advice [43]
    FrameworkItemUnanswered "framework/item-unanswered" Advice Advice [40, 41]
    PartnerNoDescription "partner/no-description" Advice Advice [46]
    PartnerNotStrategic "partner/not-strategic" Advice Advice [54]
    PartnerUnused "partner/unused" Advice Advice [54]
    AreaOutsideMunicipalities "area/outside-municipalities" Advice Advice [39]
    TopicUnused "topic/unused" Advice Advice [80]
    PriorityNoPartners "priority/no-partners" Advice Advice [6]
    PriorityNoMunicipalRole "priority/no-municipal-role" Advice Advice [13, 62]
    PriorityNoAnalysis "priority/no-analysis" Advice Advice [17]
    PriorityNoDirector "priority/no-director" Advice Advice [32]
    PriorityNoPolicyDomain "priority/no-policy-domain" Advice Advice [33, 93]
    PriorityOneSidedApproach "priority/one-sided-approach" Advice Advice [35]
    PriorityAnswersNothing "priority/answers-nothing" Advice Advice [40]
    PriorityPartMissing "priority/part-missing" Advice Advice [62]
    PillarNoAction "pillar/no-action" Advice Advice [73]
    ThemeAlsoPriority "theme/also-priority" Advice Advice [88]
    ExecutionPlanOverlap "execution-plan/overlap" Advice Advice []
    ExecutionPlanSecondInYear "execution-plan/second-in-year" Advice Advice [96]
    ExecutionPlanNoReserve "execution-plan/no-reserve" Advice Advice [99]
    ExecutionPlanTitleYears "execution-plan/title-years" Advice Advice []
    ActionNoLead "action/no-lead" Advice Advice []
    ActionSeveralLeads "action/several-leads" Advice Advice []
    ActionNoPartners "action/no-partners" Advice Advice [6]
    ActionOutsideExecutionPlan "action/outside-execution-plan" Advice Advice [97]
    FactInFuture "fact/in-future" Advice Advice []
    PlanAdoptionUnrecorded "plan/adoption-unrecorded" Advice Advice [94]
    PlanPartlyAdopted "plan/partly-adopted" Advice Advice [94]
    PlanAdoptedByOtherOrgan "plan/adopted-by-other-organ" Advice Advice [8, 94]
    PlanAdoptedLate "plan/adopted-late" Advice Advice [114]
    PlanAdoptionOverdue "plan/adoption-overdue" Advice Advice [8]
    PlanDigestDiffers "plan/digest-differs" Advice Advice [113]
    PlanCouncilNotInformed "plan/council-not-informed" Advice Advice [95]
    ExecutionPlanNotAdopted "execution-plan/not-adopted" Advice Advice [101]
    ExecutionPlanAdoptedLate "execution-plan/adopted-late" Advice Advice []
    ExecutionPlanAdoptedByOtherOrgan "execution-plan/adopted-by-other-organ" Advice Advice [61, 101, 102]
    ExecutionPlanNotConsulted "execution-plan/not-consulted" Advice Advice [101]
    ExecutionPlanNotSent "execution-plan/not-sent" Advice Advice [102]
    ExecutionPlanOtherLength "execution-plan/other-length" Advice Advice [61]
    ExecutionPlanNotEvaluated "execution-plan/not-evaluated" Advice Advice [103]
    EvaluationLate "evaluation/late" Advice Advice [103]
    EvaluationNotSent "evaluation/not-sent" Advice Advice [103]
    AcuteIssueNotAccounted "acute-issue/not-accounted" Advice Advice [100]
    ActionAddedAfterAdoption "action/added-after-adoption" Advice Advice [100]
    ActionStartedBeforeAdoption "action/started-before-adoption" Advice Advice [101]
    ActionStartedBeforeDependency "action/started-before-dependency" Advice Advice [83]
    ActionStartedWithoutProposal "action/started-without-proposal" Advice Advice [108]
    ActionPowerUnknown "action/power-unknown" Advice Advice [91]
    ActionPowerHolder "action/power-holder" Advice Advice [25, 32, 48]
    ActionPowerOrdinance "action/power-ordinance" Advice Advice [32]
    ActionPowerConsultation "action/power-consultation" Advice Advice [92]
    ActionContinuousDone "action/continuous-done" Advice Advice []
    ActionLeftOpen "action/left-open" Advice Advice []
    ExemptionMatchesNothing "exemption/matches-nothing" Advice Advice []
    ExemptionRunOut "exemption/run-out" Advice Advice []

    PlanNoDirection "plan/no-direction" Error Readiness [8, 19]
    PlanNoGoal "plan/no-goal" Error Readiness [8]
    PlanNoVision "plan/no-vision" Advice Readiness [19]
    PlanNotOneMainObjective "plan/not-one-main-objective" Advice Readiness [26]
    PlanNoPriority "plan/no-priority" Advice Readiness [56]
    PlanMayorNotAccountable "plan/mayor-not-accountable" Advice Readiness [90]
    PriorityNoObjective "priority/no-objective" Advice Readiness [62, 63]
    PriorityNoReason "priority/no-reason" Advice Readiness [13, 62, 70]
    PriorityRoleUnstated "priority/role-unstated" Advice Readiness [13, 62]
    PriorityNotOneDirector "priority/not-one-director" Advice Readiness [69]

    ChangeIncomplete "change/incomplete" Error Change []
    ChangeUnknownElement "change/unknown-element" Error Change [110]
    ChangeRepeatedElement "change/repeated-element" Error Change [110]
    ChangeWrongParent "change/wrong-parent" Error Change []
    ChangeBeyondEnd "change/beyond-end" Error Change []
    ChangeWithChildren "change/with-children" Error Change []
    ChangeIntoItself "change/into-itself" Error Change [111]
    ChangePlanId "change/plan-id" Error Change [110]
    ChangeFactAltered "change/fact-altered" Error Change []
    ChangeStrategicPart "change/strategic-part" Error Change [58, 94, 113]
    ChangeCorrectionDigest "change/correction-digest" Error Change [113]
    ChangeDecisionDigest "change/decision-digest" Error Change [113]
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The text names no code of the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such code in the catalogue of findings")]
#[non_exhaustive]
pub struct UnknownCode;

impl FromStr for Code {
    type Err = UnknownCode;

    fn from_str(text: &str) -> Result<Self, UnknownCode> {
        Self::ALL.iter().copied().find(|code| code.as_str() == text).ok_or(UnknownCode)
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl JsonSchema for Code {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Code".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let all: Vec<&str> = Self::ALL.iter().map(|code| code.as_str()).collect();
        json_schema!({
            "title": "bevindingcode",
            "description": "The permanent name of a kind of finding.",
            "type": "string",
            "enum": all,
        })
    }
}
