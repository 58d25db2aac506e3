//! What a filter can ask of one action.

use uuid::Uuid;

use super::FilterWord;
use crate::choice::choice;
use crate::entity::{Approach, Disclosure, FundingSource, OriginKind, Role};
use crate::lifecycle::ActionState;
use crate::value::{Date, PowerCode};

/// How a filter names an element (*aanduiding*).
///
/// In text an id and a code stand bare, a name in double quotes: `P1.2`, `"Politie"`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[doc(alias = "aanduiding")]
#[must_use]
pub enum Mark {
    /// By its id: never the nil UUID.
    Id(Uuid),
    /// By its code, such as `P1.2`: every element that bears it, of the kinds that the condition takes.
    Code(String),
    /// By its name or title, exactly.
    #[doc(alias = "naam")]
    Name(String),
}

choice! {
    /// What an action lacks, or what is amiss with it.
    Gap "leemte" {
        /// Nobody leads it.
        NoLead = "noLead" / "no lead" / "geen trekker",
        /// It has no partner at all.
        NoPartner = "noPartner" / "no partner" / "geen partner",
        /// It doesn't say what it costs.
        NoCost = "noCost" / "no cost" / "geen kosten",
        /// It isn't measured by an indicator.
        NoIndicator = "noIndicator" / "no indicator" / "geen indicator",
        /// It is delayed, or it is not finished and its last day has passed.
        Late = "late" / "late" / "te laat",
        /// It goes on in another execution plan.
        CarriedOver = "carriedOver" / "carried over" / "doorgeschoven",
        /// Advice about it is accepted knowingly.
        Exempt = "exempt" / "exempt" / "uitgezonderd",
    }
}

/// What a filter asks of a cost (*kosten*). Unknown is not zero, and unstated is not unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[doc(alias = "kosten")]
#[must_use]
pub enum CostTest {
    /// The amount is known.
    #[doc(alias = "bekend")]
    Known,
    /// The plan says that the amount is not known (yet).
    #[doc(alias = "onbekend")]
    Unknown,
    /// The plan says nothing about the cost.
    #[doc(alias = "niet vermeld")]
    Unstated,
    /// The amount is known and lies between these, both included; at least one of them is given.
    ///
    /// In euro cents. In text euros: `cost:1000..25000`, `cost:1000.50..`.
    Between {
        /// The lowest amount, in euro cents.
        from: Option<u64>,
        /// The highest amount, in euro cents; not below the lowest.
        to: Option<u64>,
    },
}

/// One condition that an action meets or doesn't meet (*voorwaarde*).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[doc(alias = "voorwaarde")]
#[non_exhaustive]
#[must_use]
pub enum Facet {
    /// It serves this at any level above: an objective, pillar, priority, theme, principle or acute issue.
    #[doc(alias = "dient")]
    Serves(Mark),
    /// Something above it answers this framework or framework item.
    #[doc(alias = "beleidskader")]
    Answers(Mark),
    /// It serves this topic, or the topic names it.
    #[doc(alias = "onderwerp")]
    Topic(Mark),
    /// This partner does something for it.
    #[doc(alias = "partner")]
    Partner {
        /// What the partner does; anything where it isn't said.
        role: Option<Role>,
        /// The partner.
        partner: Mark,
    },
    /// It is this action.
    #[doc(alias = "actie")]
    Action(Mark),
    /// It stands in this execution plan.
    #[doc(alias = "uitvoeringsplan")]
    ExecutionPlan(Mark),
    /// It belongs to this plan.
    #[doc(alias = "integraal veiligheidsplan")]
    Plan(Mark),
    /// It is of this municipality, as its execution plan is: its CBS code or its name.
    #[doc(alias = "gemeente")]
    Municipality(Mark),
    /// It is done in this area, or in an area within it.
    #[doc(alias = "gebied")]
    Area(Mark),
    /// It is measured by this indicator.
    #[doc(alias = "indicator")]
    Indicator(Mark),
    /// It originates from this element.
    #[doc(alias = "herkomst")]
    From(Mark),
    /// Its period touches this calendar year, from 1000 to 2999.
    #[doc(alias = "jaar")]
    Year(i32),
    /// Its period has a day in common with this one.
    #[doc(alias = "periode")]
    Period {
        /// The first day.
        start: Date,
        /// The last day; not before the first.
        end: Date,
    },
    /// It is in this state.
    #[doc(alias = "stand van de actie")]
    Status(ActionState),
    /// It is of this kind of intervention.
    #[doc(alias = "aanpak")]
    Approach(Approach),
    /// Its cost passes this test.
    #[doc(alias = "kosten")]
    Cost(CostTest),
    /// It is paid from this source, at least in part.
    #[doc(alias = "dekking")]
    Funding(FundingSource),
    /// It uses this legal power.
    #[doc(alias = "bevoegdheid")]
    Power(PowerCode),
    /// It has this sort of origin.
    #[doc(alias = "soort herkomst")]
    Origin(OriginKind),
    /// It stands under this heading, exactly.
    #[doc(alias = "actiepunt")]
    Item(String),
    /// Those who may see it, once what holds for all around it is counted in.
    #[doc(alias = "openbaarheid")]
    Disclosure(Disclosure),
    /// Its title contains this text, whatever the case of the letters.
    #[doc(alias = "titel")]
    Title(String),
    /// It has this gap.
    #[doc(alias = "leemte")]
    Gap(Gap),
}

impl Facet {
    /// The word that the condition starts with.
    #[must_use]
    pub fn word(&self) -> FilterWord {
        match self {
            Self::Serves(_) => FilterWord::Serves,
            Self::Answers(_) => FilterWord::Answers,
            Self::Topic(_) => FilterWord::Topic,
            Self::Partner { role, .. } => FilterWord::of_role(*role),
            Self::Action(_) => FilterWord::Action,
            Self::ExecutionPlan(_) => FilterWord::ExecutionPlan,
            Self::Plan(_) => FilterWord::Plan,
            Self::Municipality(_) => FilterWord::Municipality,
            Self::Area(_) => FilterWord::Area,
            Self::Indicator(_) => FilterWord::Indicator,
            Self::From(_) => FilterWord::From,
            Self::Year(_) => FilterWord::Year,
            Self::Period { .. } => FilterWord::Period,
            Self::Status(_) => FilterWord::Status,
            Self::Approach(_) => FilterWord::Approach,
            Self::Cost(_) => FilterWord::Cost,
            Self::Funding(_) => FilterWord::Funding,
            Self::Power(_) => FilterWord::Power,
            Self::Origin(_) => FilterWord::Origin,
            Self::Item(_) => FilterWord::Item,
            Self::Disclosure(_) => FilterWord::Disclosure,
            Self::Title(_) => FilterWord::Title,
            Self::Gap(_) => FilterWord::Gap,
        }
    }

    /// The element that the condition names, where it names one.
    #[must_use]
    pub fn mark(&self) -> Option<&Mark> {
        match self {
            Self::Serves(mark)
            | Self::Answers(mark)
            | Self::Topic(mark)
            | Self::Partner { partner: mark, .. }
            | Self::Action(mark)
            | Self::ExecutionPlan(mark)
            | Self::Plan(mark)
            | Self::Municipality(mark)
            | Self::Area(mark)
            | Self::Indicator(mark)
            | Self::From(mark) => Some(mark),
            _ => None,
        }
    }
}
