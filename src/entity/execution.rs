//! Execution plans and their actions: where strategy becomes work.

use std::sync::Arc;

use super::{
    Cost, CostDraft, Disclosure, Document, DocumentDraft, Period, PeriodDraft, Responsibility,
    ResponsibilityDraft, ScopePart, ScopePartDraft, Served, ServedDraft, Source, SourceDraft,
};
use crate::choice::choice;
use crate::entity::model::{element, part};
use crate::id::{ActionId, AreaId, ExecutionPlanId, IndicatorId};
use crate::kind::Kind;
use crate::value::{Cents, Date, Decimal, MunicipalityCode, Percent, PowerCode, Text, Title};
use crate::wire::Names;

element! {
    /// A programme of actions for a period, mostly a year (source §5.2).
    ExecutionPlan ExecutionPlanDraft "uitvoeringsplan" ExecutionPlan ExecutionPlanId {
        /// What it is called.
        need title "title" "titel": String => Title,
        /// When it runs; it may go beyond the plan's own period.
        need period "period" "periode": PeriodDraft => Period,
        /// The paper that it was written in.
        may document "document" "document": DocumentDraft => Document,
        /// Room for what comes up (source §5.2).
        may reserve "reserve" "ruimte voor actualiteit": ReserveDraft => Reserve,
        /// Money set aside for it; never added to the costs of its actions.
        may budget "budget" "budget": CostDraft => Cost,
        /// Who may see it.
        may_copy disclosure "disclosure" "openbaarheid": Disclosure => Disclosure,
        /// What it is limited to; the whole plan where empty.
        many scope "scope" "reikwijdte": ScopePartDraft => ScopePart,
        /// The municipalities that it is of, where it isn't of all that share the plan.
        many municipalities "municipalities" "gemeenten": String => MunicipalityCode,
        /// Who does what for it.
        many responsibilities "responsibilities" "verantwoordelijkheden": ResponsibilityDraft => Responsibility,
        /// Its actions.
        many actions "actions" "acties": ActionDraft => Arc<Action>,
    }
}

impl ExecutionPlan {
    /// The actions, to be edited in a copy.
    pub(super) fn actions_mut(&mut self) -> &mut Vec<Arc<Action>> {
        &mut self.actions
    }
}

part! {
    /// Room that an execution plan keeps for what comes up (source §5.2).
    Reserve ReserveDraft "ruimte voor actualiteit" {
        /// What is kept free.
        need text "text" "tekst": String => Text,
        /// Money kept free.
        may budget "budget" "budget": CostDraft => Cost,
    }
}

choice! {
    /// The kind of intervention (source §2.3).
    Approach "aanpak" {
        /// Preventing.
        Prevention = "prevention" / "prevention" / "preventie",
        /// Caring.
        Care = "care" / "care" / "zorg",
        /// Repressing.
        Repression = "repression" / "repression" / "repressie",
    }
}

element! {
    /// An action or measure: the leaf of the red thread (source §5.2).
    Action ActionDraft "actie" Action ActionId {
        /// What is done.
        need title "title" "titel": String => Title,
        /// What it is for; an action that serves nothing can't exist.
        some serves "serves" "dient": ServedDraft => Served,
        /// What it comes down to.
        may description "description" "omschrijving": String => Text,
        /// The heading that groups measures.
        may item "item" "actiepunt": String => Title,
        /// Where it comes from.
        may origin "origin" "herkomst": OriginDraft => Origin,
        /// When it runs; not beside `continuous`.
        may period "period" "periode": PeriodDraft => Period,
        /// What it costs and how that is paid.
        may cost "cost" "kosten": CostDraft => Cost,
        /// When it was taken up in the execution plan.
        may_copy registered_on "registeredOn" "opgenomen op": String => Date,
        /// Who may see it.
        may_copy disclosure "disclosure" "openbaarheid": Disclosure => Disclosure,
        /// Whether it goes on all the time, without an end.
        flag continuous "continuous" "doorlopend",
        /// The kinds of intervention.
        many approach "approach" "aanpak": Approach => Approach,
        /// Who does what for it.
        many responsibilities "responsibilities" "verantwoordelijkheden": ResponsibilityDraft => Responsibility,
        /// Where it is done.
        many areas "areas" "gebieden": String => AreaId,
        /// The legal powers it uses.
        many powers "powers" "bevoegdheden": String => PowerCode,
        /// The work it takes.
        many effort "effort" "inzet": EffortDraft => Effort,
        /// What it is measured by.
        many indicators "indicators" "indicatoren": String => IndicatorId,
        /// The actions that have to be done first.
        many depends_on "dependsOn" "afhankelijk van": String => ActionId,
        /// The actions, perhaps of an earlier plan, that it continues.
        across continues "continues" "vervolg op": String => ActionId,
        /// The reports on it.
        many progress "progress" "voortgang": ProgressDraft => Progress,
    }
}

choice! {
    /// Where an action comes from.
    OriginKind "herkomst" {
        /// Regular work that goes on.
        Regular = "regular" / "regular work" / "regulier",
        /// A finding of an analysis.
        AnalysisFinding = "analysisFinding" / "finding of an analysis" / "bevinding van een analyse",
        /// A finding of an evaluation.
        EvaluationFinding = "evaluationFinding" / "finding of an evaluation" / "bevinding van een evaluatie",
        /// A decision, such as a motion of the council.
        Decision = "decision" / "decision" / "besluit",
        /// Something acute.
        AcuteIssue = "acuteIssue" / "acute issue" / "acuut probleem",
        /// An item of a framework.
        FrameworkItem = "frameworkItem" / "framework item" / "onderdeel van een beleidskader",
        /// A programme of others, named.
        Programme = "programme" / "programme" / "programma",
        /// Another plan, named.
        OtherPlan = "otherPlan" / "other plan" / "ander plan",
        /// Something else, named.
        Other = "other" / "other" / "overig",
    }
}

impl OriginKind {
    /// Whether the origin is named in words, because no element stands for it.
    #[must_use]
    pub fn is_named(self) -> bool {
        matches!(self, Self::Programme | Self::OtherPlan | Self::Other)
    }
}

impl Names for OriginKind {
    fn names(self) -> Option<Kind> {
        match self {
            Self::AnalysisFinding => Some(Kind::AnalysisFinding),
            Self::EvaluationFinding => Some(Kind::EvaluationFinding),
            Self::Decision => Some(Kind::Decision),
            Self::AcuteIssue => Some(Kind::AcuteIssue),
            Self::FrameworkItem => Some(Kind::FrameworkItem),
            Self::Regular | Self::Programme | Self::OtherPlan | Self::Other => None,
        }
    }
}

part! {
    /// Where an action comes from: an element of the plan, something named, or regular work.
    Origin OriginDraft "herkomst" {
        /// What sort of origin it is.
        need_copy kind "kind" "soort": OriginKind => OriginKind,
        /// The element, for the kinds that name one.
        may_target id "id" "id",
        /// The name, for the kinds that have no element.
        may name "name" "naam": String => Title,
    }
}

part! {
    /// The work that something takes; at least one of fte and hours.
    Effort EffortDraft "inzet" {
        /// Full-time equivalents.
        may_copy fte "fte" "fte": String => Decimal,
        /// Hours.
        may_copy hours "hours" "uren": String => Decimal,
        /// The period that it holds for.
        may period "period" "periode": PeriodDraft => Period,
    }
}

choice! {
    /// How far an action is.
    Status "status" {
        /// Under way.
        Started = "started" / "started" / "gestart",
        /// Later than planned.
        Delayed = "delayed" / "delayed" / "vertraagd",
        /// Done. It says nothing about effect.
        Done = "done" / "done" / "uitgevoerd",
        /// Done in part.
        PartlyDone = "partlyDone" / "partly done" / "deels uitgevoerd",
        /// Not done.
        NotDone = "notDone" / "not done" / "niet uitgevoerd",
        /// Cancelled.
        Cancelled = "cancelled" / "cancelled" / "geschrapt",
    }
}

choice! {
    /// A traffic light.
    Light "stoplicht" {
        /// As planned.
        Green = "green" / "green" / "groen",
        /// Needs attention.
        Amber = "amber" / "amber" / "oranje",
        /// Off track.
        Red = "red" / "red" / "rood",
    }
}

choice! {
    /// What came of an action, apart from whether it was done. It never says what caused what (source §2.2).
    Effect "effect" {
        /// For the better.
        Positive = "positive" / "positive" / "positief",
        /// None to be seen.
        None = "none" / "none" / "geen",
        /// For the worse.
        Negative = "negative" / "negative" / "negatief",
    }
}

part! {
    /// Traffic lights for time, money and quality; at least one.
    Lights LightsDraft "stoplichten" {
        /// Time.
        may_copy time "time" "tijd": Light => Light,
        /// Money.
        may_copy money "money" "geld": Light => Light,
        /// Quality.
        may_copy quality "quality" "kwaliteit": Light => Light,
    }
}

part! {
    /// A dated report on an action; it says at least one thing.
    Progress ProgressDraft "voortgang" {
        /// The day of the report.
        need_copy date "date" "datum": String => Date,
        /// How far it is.
        may_copy status "status" "status": Status => Status,
        /// How far, in percent.
        may_copy percent "percent" "procent gereed": u64 => Percent,
        /// Traffic lights.
        may lights "lights" "stoplichten": LightsDraft => Lights,
        /// What was spent so far, in euro cents.
        may_copy spent "spent" "uitgegeven": u64 => Cents,
        /// When it is expected to end: a later one is a delay.
        may_copy expected_end "expectedEnd" "verwacht einde": String => Date,
        /// What came of it.
        may_copy effect "effect" "effect": Effect => Effect,
        /// Why.
        may reason "reason" "reden": String => Text,
        /// What there is to say.
        may note "note" "toelichting": String => Text,
        /// Who may see it.
        may_copy disclosure "disclosure" "openbaarheid": Disclosure => Disclosure,
        /// Where it was reported.
        may source "source" "bron": SourceDraft => Source,
        /// Whether it is invented.
        flag fictional "fictional" "fictief",
    }
}
