//! What the plan stands in: frameworks, partners, areas, analyses and topics.

use super::{Disclosure, Organ, Period, PeriodDraft, SafetyField};
use crate::choice::choice;
use crate::entity::model::{element, part};
use crate::id::{AnalysisFindingId, AnalysisId, AreaId, FrameworkId, FrameworkItemId, PartnerId, TopicId};
use crate::value::{AreaCode, Date, Kvk, MunicipalityCode, Oin, Rsin, Text, Title, Year};

choice! {
    /// Whose framework it is.
    FrameworkLevel "niveau" {
        /// European.
        European = "european" / "European" / "Europees",
        /// National.
        National = "national" / "national" / "landelijk",
        /// Provincial.
        Provincial = "provincial" / "provincial" / "provinciaal",
        /// Regional.
        Regional = "regional" / "regional" / "regionaal",
        /// The municipality's own.
        Municipal = "municipal" / "municipal" / "gemeentelijk",
        /// Another.
        Other = "other" / "other" / "overig",
    }
}

choice! {
    /// How the municipality stands to a framework (source §2.4.2).
    FrameworkRelation "verhouding" {
        /// It takes part in it.
        Party = "party" / "party" / "partij",
        /// It is addressed by it.
        Addressee = "addressee" / "addressee" / "geadresseerde",
    }
}

element! {
    /// A policy framework that the plan answers (source §2.4). It can never force a priority.
    Framework FrameworkDraft "beleidskader" Framework FrameworkId {
        /// What it is called.
        need title "title" "titel": String => Title,
        /// Whose it is.
        may_copy level "level" "niveau": FrameworkLevel => FrameworkLevel,
        /// Who issued it.
        may issuer "issuer" "opsteller": String => Title,
        /// When it holds; often not the plan's period.
        may period "period" "looptijd": PeriodDraft => Period,
        /// How the municipality stands to it.
        may_copy relation "relation" "verhouding": FrameworkRelation => FrameworkRelation,
        /// What it says.
        may description "description" "omschrijving": String => Text,
        /// Who may see it.
        may_copy disclosure "disclosure" "openbaarheid": Disclosure => Disclosure,
        /// Its themes, priorities or aspects.
        many items "items" "onderdelen": FrameworkItemDraft => FrameworkItem,
    }
}

element! {
    /// One theme, priority or aspect of a framework.
    FrameworkItem FrameworkItemDraft "onderdeel van een beleidskader" FrameworkItem FrameworkItemId {
        /// What it is called.
        need title "title" "titel": String => Title,
        /// The framework's own word for it.
        may kind "kind" "soort": String => Title,
        /// What it says.
        may description "description" "omschrijving": String => Text,
    }
}

choice! {
    /// What sort of body a partner is; never a person.
    PartnerKind "soort partner" {
        /// An organisation.
        Organisation = "organisation" / "organisation" / "organisatie",
        /// A group without legal identity, such as residents.
        Group = "group" / "group" / "groep",
        /// A partnership of others.
        Partnership = "partnership" / "partnership" / "samenwerkingsverband",
        /// A municipality.
        Municipality = "municipality" / "municipality" / "gemeente",
        /// An organ of a municipality.
        Organ = "organ" / "organ" / "orgaan",
        /// A team of a municipality.
        Team = "team" / "team" / "team",
    }
}

impl PartnerKind {
    /// Whether others can be its members: partnerships and groups (source §2.5).
    #[must_use]
    pub fn has_members(self) -> bool {
        matches!(self, Self::Partnership | Self::Group)
    }
}

choice! {
    /// What a partner is in the safety chain, where rules ask for it.
    PartnerFunction "functie" {
        /// The police.
        Police = "police" / "police" / "politie",
        /// The Public Prosecution Service.
        Prosecution = "prosecution" / "public prosecution service" / "openbaar ministerie",
        /// A special investigation service.
        SpecialInvestigation = "specialInvestigation" / "special investigation service" / "bijzondere opsporingsdienst",
        /// Municipal enforcement: special investigating officers.
        Enforcement = "enforcement" / "municipal enforcement" / "gemeentelijke handhaving (boa's)",
        /// The fire service.
        FireService = "fireService" / "fire service" / "brandweer",
        /// The safety region.
        SafetyRegion = "safetyRegion" / "safety region" / "veiligheidsregio",
        /// The care and safety house.
        CareSafetyHouse = "careSafetyHouse" / "care and safety house" / "zorg- en veiligheidshuis",
        /// The regional information and expertise centre.
        InformationCentre = "informationCentre" / "information and expertise centre" / "informatie- en expertisecentrum",
    }
}

choice! {
    /// What a partner was involved in when the plan was made (source §1.3).
    Involvement "betrokkenheid" {
        /// The safety analysis.
        Analysis = "analysis" / "analysis" / "analyse",
        /// The policy development.
        PolicyDevelopment = "policyDevelopment" / "policy development" / "beleidsontwikkeling",
    }
}

element! {
    /// An organisation, group or body that safety is made with (source §2.5); never a person.
    Partner PartnerDraft "partner" Partner PartnerId {
        /// What it is called.
        need name "name" "naam": String => Title,
        /// What sort of body it is.
        need_copy kind "kind" "soort": PartnerKind => PartnerKind,
        /// What it is in the safety chain.
        may_copy function "function" "functie": PartnerFunction => PartnerFunction,
        /// What it does for safety.
        may description "description" "rol": String => Text,
        /// The municipality that it is, or belongs to.
        may municipality "municipality" "gemeente": String => MunicipalityCode,
        /// Which organ it is; goes with the kind organ.
        may_copy organ "organ" "orgaan": Organ => Organ,
        /// Its numbers in public registers.
        may legal_identity "legalIdentity" "rechtspersoon": LegalIdentityDraft => LegalIdentity,
        /// Who may see it.
        may_copy disclosure "disclosure" "openbaarheid": Disclosure => Disclosure,
        /// Whether the plan describes it as a strategic partner.
        flag strategic "strategic" "strategisch",
        /// The partnerships and groups that it belongs to.
        many member_of "memberOf" "lid van": String => PartnerId,
        /// What it was involved in when the plan was made.
        many involved_in "involvedIn" "betrokken bij": Involvement => Involvement,
    }
}

part! {
    /// The numbers of a legal person in public registers.
    LegalIdentity LegalIdentityDraft "rechtspersoon" {
        /// The number of the legal person; passes the eleven-test.
        may rsin "rsin" "rsin": String => Rsin,
        /// The identification number of a public body.
        may oin "oin" "oin": String => Oin,
        /// The number in the trade register.
        may kvk "kvk" "kvk-nummer": String => Kvk,
    }
}

choice! {
    /// What sort of place an area is.
    AreaLevel "niveau" {
        /// A whole municipality.
        Municipality = "municipality" / "municipality" / "gemeente",
        /// A wijk.
        Wijk = "wijk" / "wijk (district)" / "wijk",
        /// A buurt.
        Buurt = "buurt" / "buurt (neighbourhood)" / "buurt",
        /// A street.
        Street = "street" / "street" / "straat",
        /// The area of a police team.
        PoliceTeam = "policeTeam" / "police team" / "basisteam",
        /// A region.
        Region = "region" / "region" / "regio",
        /// A hotspot.
        Hotspot = "hotspot" / "hotspot" / "hotspot",
        /// Another sort of place.
        Other = "other" / "other" / "overig",
    }
}

element! {
    /// A place; it may lie outside the municipality.
    Area AreaDraft "gebied" Area AreaId {
        /// What it is called.
        need name "name" "naam": String => Title,
        /// What sort of place it is.
        may_copy level "level" "niveau": AreaLevel => AreaLevel,
        /// Its CBS code, if it has one.
        may cbs_code "cbsCode" "CBS-code": String => AreaCode,
        /// The year of the division that the code belongs to: divisions change yearly.
        may_copy cbs_year "cbsYear" "CBS-jaar": u64 => Year,
        /// The area that it lies in.
        may_copy within "within" "binnen": String => AreaId,
        /// Who may see it.
        may_copy disclosure "disclosure" "openbaarheid": Disclosure => Disclosure,
    }
}

choice! {
    /// What sort of evidence an analysis is.
    AnalysisKind "soort analyse" {
        /// An analysis of the safety domain.
        SafetyAnalysis = "safetyAnalysis" / "safety analysis" / "veiligheidsanalyse",
        /// The evaluation of the predecessor.
        Evaluation = "evaluation" / "evaluation of the predecessor" / "evaluatie van de voorganger",
    }
}

element! {
    /// The evidence that a plan was drafted on (source §1.3).
    Analysis AnalysisDraft "veiligheidsanalyse" Analysis AnalysisId {
        /// What it is called.
        need title "title" "titel": String => Title,
        /// What sort of evidence it is.
        need_copy kind "kind" "soort": AnalysisKind => AnalysisKind,
        /// When it was made.
        may_copy date "date" "datum": String => Date,
        /// What it is.
        may description "description" "omschrijving": String => Text,
        /// Who may see it.
        may_copy disclosure "disclosure" "openbaarheid": Disclosure => Disclosure,
        /// What it found.
        many findings "findings" "bevindingen": AnalysisFindingDraft => AnalysisFinding,
    }
}

element! {
    /// Something that an analysis found.
    AnalysisFinding AnalysisFindingDraft "bevinding" AnalysisFinding AnalysisFindingId {
        /// What was found.
        need text "text" "tekst": String => Text,
        /// The safety field that it lies in.
        may_copy safety_field "safetyField" "veiligheidsveld": SafetyField => SafetyField,
    }
}

element! {
    /// A subject that several priorities or themes may name. It lies beside the red thread, never in it.
    Topic TopicDraft "onderwerp" Topic TopicId {
        /// What it is called.
        need title "title" "titel": String => Title,
        /// What it is about.
        may description "description" "omschrijving": String => Text,
        /// Who may see it.
        may_copy disclosure "disclosure" "openbaarheid": Disclosure => Disclosure,
    }
}
