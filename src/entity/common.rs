//! What several entities share: where and when, who does what, and what may be shown.

use crate::choice::choice;
use crate::entity::model::part;
use crate::id::PartnerId;
use crate::value::{Date, MunicipalityCode, PageNumber, Text, Title};
use crate::wire::Listed;

choice! {
    /// Who may see an element that is not in the strategic part.
    Disclosure "openbaarheid" {
        /// Everybody.
        Public = "public" / "public" / "openbaar",
        /// The municipality and its partners: what holds where nothing is said.
        Internal = "internal" / "internal" / "intern",
        /// Only those who need it.
        Confidential = "confidential" / "confidential" / "vertrouwelijk",
    }
}

choice! {
    /// What a partner does for something (source §3.2.3, §5.1).
    Role "rol" {
        /// Answers for it administratively.
        Accountable = "accountable" / "accountable" / "bestuurlijk verantwoordelijk",
        /// Directs the cooperation.
        Director = "director" / "director" / "regisseur",
        /// Leads it.
        Lead = "lead" / "lead" / "trekker",
        /// Carries it out.
        Execute = "execute" / "executes" / "uitvoerder",
        /// Supports it.
        Support = "support" / "supports" / "ondersteuner",
        /// Pays for it.
        Fund = "fund" / "funds" / "financier",
        /// Is consulted.
        Consult = "consult" / "is consulted" / "geraadpleegd",
        /// Takes part; the source doesn't say how.
        Involved = "involved" / "involved" / "betrokken",
    }
}

choice! {
    /// One of the five safety fields of the VNG's Kernbeleid Veiligheid.
    SafetyField "veiligheidsveld" {
        /// A safe living environment.
        LivingEnvironment = "livingEnvironment" / "living environment" / "veilige woon- en leefomgeving",
        /// Business and safety.
        Business = "business" / "business" / "bedrijvigheid en veiligheid",
        /// Youth and safety.
        Youth = "youth" / "youth" / "jeugd en veiligheid",
        /// Physical safety.
        Physical = "physical" / "physical safety" / "fysieke veiligheid",
        /// Integrity and safety.
        Integrity = "integrity" / "integrity" / "integriteit en veiligheid",
    }
}

part! {
    /// A municipality of the plan: its code and name.
    Municipality MunicipalityDraft "gemeente" {
        /// The CBS code.
        need code "code" "gemeentecode": String => MunicipalityCode,
        /// The name that goes with the code: a renamed municipality has a new code.
        need name "name" "naam": String => Title,
    }
}

impl Listed for Municipality {}

part! {
    /// An inclusive interval of days.
    Period PeriodDraft "periode" {
        /// The first day.
        need_copy start "start" "begin": String => Date,
        /// The last day; not before the first.
        need_copy end "end" "einde": String => Date,
    }
}

impl Period {
    /// Whether the day lies in the period.
    #[must_use]
    pub fn contains(&self, day: Date) -> bool {
        self.start() <= day && day <= self.end()
    }

    /// Whether the periods have a day in common.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.start() <= other.end() && other.start() <= self.end()
    }

    /// Whether all of the other period lies in this one.
    #[must_use]
    pub fn covers(&self, other: &Self) -> bool {
        self.start() <= other.start() && other.end() <= self.end()
    }

    /// The calendar years that the period touches.
    pub fn years(&self) -> impl Iterator<Item = i32> + Clone + use<> {
        self.start().year()..=self.end().year()
    }
}

/// The years, as on a cover: `2020-2023`, or the days where it doesn't run from January to December.
impl std::fmt::Display for Period {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (start, end) = (self.start(), self.end());
        let whole_years = start.to_string().ends_with("-01-01") && end.to_string().ends_with("-12-31");
        match (whole_years, start.year() == end.year()) {
            (true, true) => write!(f, "{}", start.year()),
            (true, false) => write!(f, "{}-{}", start.year(), end.year()),
            (false, _) => write!(f, "{start}..{end}"),
        }
    }
}

part! {
    /// Where something stands in the document that it was taken from; at least one key.
    Source SourceDraft "bron" {
        /// The document, where it isn't the plan's own.
        may document "document" "document": String => Title,
        /// The section, as numbered in the document.
        may section "section" "paragraaf": String => Title,
        /// The page.
        may_copy page "page" "pagina": u64 => PageNumber,
        /// What whoever encoded it wants to say about the transcription.
        may note "note" "noot": String => Text,
    }
}

part! {
    /// The paper that a plan was written in. Its status is the author's word, not adoption.
    Document DocumentDraft "document" {
        /// What sort of paper it is.
        may kind "kind" "soort": String => Title,
        /// The team that wrote it; never a person.
        may author "author" "auteur": String => Title,
        /// The date on it.
        may_copy date "date" "datum": String => Date,
        /// Its status in the author's words, such as "Definitief".
        may status "status" "status": String => Title,
        /// Where it is published or filed.
        may reference "reference" "kenmerk": String => Title,
    }
}

part! {
    /// An article of the law that the plan rests on.
    LegalReference LegalReferenceDraft "wettelijke grondslag" {
        /// The act.
        need act "act" "wet": String => Title,
        /// The article.
        may article "article" "artikel": String => Title,
        /// The paragraph of the article.
        may paragraph "paragraph" "lid": String => Title,
        /// The Juriconnect reference.
        may jci "jci" "juriconnect": String => Title,
        /// Where the plan says so.
        may source "source" "bron": SourceDraft => Source,
    }
}

part! {
    /// Who does what for a plan, priority, pillar, theme, execution plan or action: one per partner and role.
    Responsibility ResponsibilityDraft "verantwoordelijkheid" {
        /// The partner.
        need_copy partner "partner" "partner": String => PartnerId,
        /// What the partner does.
        need_copy role "role" "rol": Role => Role,
        /// Who may see it.
        may_copy disclosure "disclosure" "openbaarheid": Disclosure => Disclosure,
        /// Where the plan says so.
        may source "source" "bron": SourceDraft => Source,
        /// Whether it is invented.
        flag fictional "fictional" "fictief",
        /// What the role comes down to here.
        many tasks "tasks" "taken": String => Text,
    }
}
