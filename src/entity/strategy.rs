//! The strategic part: objectives, principles, priorities with their pillars, and themes.

use super::{
    AnswerLink, AnswerLinkDraft, Continued, ContinuedDraft, Cost, CostDraft, GroundLink, GroundLinkDraft,
    Responsibility, ResponsibilityDraft, SafetyField, SupportLink, SupportLinkDraft,
};
use crate::choice::choice;
use crate::entity::model::element;
use crate::id::{IndicatorId, ObjectiveId, PillarId, PrincipleId, PriorityId, ThemeId, TopicId};
use crate::value::{Moment, PowerCode, Text, Title};

element! {
    /// A goal: of the plan (main objective, sub-objective), of a priority or of a theme (source §2.2).
    Objective ObjectiveDraft "doelstelling" Objective ObjectiveId {
        /// What is to be reached.
        need text "text" "tekst": String => Text,
        /// What it is for: the "so that" of the sentence.
        may purpose "purpose" "doel": String => Text,
        /// When it is to be reached.
        may_copy by "by" "streefmoment": String => Moment,
        /// Money set aside for it; never added to costs of actions.
        may budget "budget" "budget": CostDraft => Cost,
        /// The objectives it falls apart into, one level deep.
        many sub_objectives "subObjectives" "subdoelstellingen": ObjectiveDraft => Objective,
        /// The strategic objectives that it supports; for objectives of priorities and themes.
        many supports "supports" "draagt bij aan": SupportLinkDraft => SupportLink,
        /// What it is measured by. Without one, the objective is qualitative.
        many indicators "indicators" "indicatoren": String => IndicatorId,
        /// The objectives, perhaps of an earlier plan, that it continues.
        across continues "continues" "vervolg op": String => ObjectiveId,
    }
}

element! {
    /// A strategic principle: a starting point for the approach and execution (source §2.3).
    Principle PrincipleDraft "strategisch uitgangspunt" Principle PrincipleId {
        /// What it is called.
        need title "title" "titel": String => Title,
        /// What it says.
        may text "text" "tekst": String => Text,
    }
}

choice! {
    /// Where a priority comes from.
    PriorityOrigin "herkomst" {
        /// The municipality's own choice.
        Local = "local" / "local" / "lokaal",
        /// A regional priority taken over.
        Regional = "regional" / "regional" / "regionaal",
        /// A national priority taken over.
        National = "national" / "national" / "landelijk",
    }
}

choice! {
    /// How the pillars of a priority contribute to its objective. There are no weights (source §3.2.6).
    Contribution "bijdrage" {
        /// The plan says: equally.
        Equal = "equal" / "equal" / "evenredig",
        /// The plan says nothing.
        Unspecified = "unspecified" / "unspecified" / "niet benoemd",
    }
}

element! {
    /// A priority: where the centre of gravity of the plan lies (source §3.1).
    Priority PriorityDraft "prioriteit" Priority PriorityId {
        /// What it is called.
        need title "title" "titel": String => Title,
        /// What it is about (source §3.2.1).
        may introduction "introduction" "inleiding": String => Text,
        /// What the problem is (source §3.2.2).
        may problem "problem" "problematiek": String => Text,
        /// What the municipality's role is, and what it can influence (source §3.2.3).
        may municipal_role "municipalRole" "rol van de gemeente": String => Text,
        /// Where it comes from.
        may_copy origin "origin" "herkomst": PriorityOrigin => PriorityOrigin,
        /// The safety field it lies in.
        may_copy safety_field "safetyField" "veiligheidsveld": SafetyField => SafetyField,
        /// How its pillars contribute; unspecified where absent.
        may_copy contribution "contribution" "bijdrage van de pijlers": Contribution => Contribution,
        /// Money set aside for it; never added to costs of actions.
        may budget "budget" "budget": CostDraft => Cost,
        /// Its own objectives (source §3.2.5).
        many objectives "objectives" "doelstellingen": ObjectiveDraft => Objective,
        /// Why it is a priority (source §3.2.4).
        many reasons "reasons" "redenen": String => Text,
        /// The framework items that it answers (source §2.4).
        many answers "answers" "geeft antwoord op": AnswerLinkDraft => AnswerLink,
        /// The analyses, evaluations and findings that it rests on (source §3).
        many based_on "basedOn" "gebaseerd op": GroundLinkDraft => GroundLink,
        /// Subjects that it also concerns.
        many topics "topics" "onderwerpen": String => TopicId,
        /// The other policy fields that it touches (source §2.3, §5.1).
        many policy_domains "policyDomains" "beleidsvelden": String => Title,
        /// Who does what for it.
        many responsibilities "responsibilities" "verantwoordelijkheden": ResponsibilityDraft => Responsibility,
        /// Its approach lines (source §3.2.6).
        many pillars "pillars" "pijlers": PillarDraft => Pillar,
        /// What of an earlier plan it continues.
        across continues "continues" "vervolg op": ContinuedDraft => Continued,
    }
}

element! {
    /// A pillar: an approach line of a priority or theme (source §3.2.6, §3.3.6).
    Pillar PillarDraft "pijler" Pillar PillarId {
        /// What it is called.
        need title "title" "titel": String => Title,
        /// The plan's own word for it, such as pijler or thema.
        may label "label" "aanduiding": String => Title,
        /// What it comes down to.
        may description "description" "omschrijving": String => Text,
        /// The framework items that it answers.
        many answers "answers" "geeft antwoord op": AnswerLinkDraft => AnswerLink,
        /// The analyses, evaluations and findings that it rests on.
        many based_on "basedOn" "gebaseerd op": GroundLinkDraft => GroundLink,
        /// Subjects that it also concerns.
        many topics "topics" "onderwerpen": String => TopicId,
        /// The legal powers it works with.
        many powers "powers" "bevoegdheden": String => PowerCode,
        /// Who does what for it.
        many responsibilities "responsibilities" "verantwoordelijkheden": ResponsibilityDraft => Responsibility,
        /// The pillars it falls apart into; eight deep at most.
        many pillars "pillars" "onderliggende pijlers": PillarDraft => Pillar,
    }
}

choice! {
    /// How near to the priorities a theme stands.
    Tier "laag" {
        /// A theme of the middle tier.
        Strategic = "strategic" / "strategic" / "strategisch",
        /// Regular effort, going concern (source §4).
        Regular = "regular" / "regular" / "regulier",
    }
}

element! {
    /// A theme that gets effort without being a priority (source §4).
    Theme ThemeDraft "thema" Theme ThemeId {
        /// What it is called.
        need title "title" "titel": String => Title,
        /// How near to the priorities it stands.
        may_copy tier "tier" "laag": Tier => Tier,
        /// The plan's own word for it.
        may label "label" "aanduiding": String => Title,
        /// What it comes down to.
        may description "description" "omschrijving": String => Text,
        /// The safety field it lies in.
        may_copy safety_field "safetyField" "veiligheidsveld": SafetyField => SafetyField,
        /// Money set aside for it; never added to costs of actions.
        may budget "budget" "budget": CostDraft => Cost,
        /// Its objectives, where it has any.
        many objectives "objectives" "doelstellingen": ObjectiveDraft => Objective,
        /// The framework items that it answers.
        many answers "answers" "geeft antwoord op": AnswerLinkDraft => AnswerLink,
        /// The analyses, evaluations and findings that it rests on.
        many based_on "basedOn" "gebaseerd op": GroundLinkDraft => GroundLink,
        /// Subjects that it also concerns.
        many topics "topics" "onderwerpen": String => TopicId,
        /// Who does what for it.
        many responsibilities "responsibilities" "verantwoordelijkheden": ResponsibilityDraft => Responsibility,
        /// Its approach lines.
        many pillars "pillars" "pijlers": PillarDraft => Pillar,
        /// What of an earlier plan it continues.
        across continues "continues" "vervolg op": ContinuedDraft => Continued,
    }
}
