//! Links: what one element says of another.

use crate::choice::choice;
use crate::entity::{Basis, Role};

choice! {
    /// What a link says, from the element that states it to the one it names.
    Link "schakel" {
        /// An action serves something.
        Serves = "serves" / "serves" / "dient",
        /// A pillar is part of a pillar, priority or theme; a sub-objective of an objective; an item of its framework; a
        /// finding of its analysis or evaluation.
        PartOf = "partOf" / "is part of" / "is deel van",
        /// A priority or theme pursues its objective.
        Pursues = "pursues" / "pursues" / "streeft na",
        /// An objective of a priority or theme supports a strategic one.
        Supports = "supports" / "supports" / "draagt bij aan",
        /// A main objective fulfils the vision.
        Fulfils = "fulfils" / "fulfils" / "vervult",
        /// An action stands in an execution plan.
        InExecutionPlan = "inExecutionPlan" / "stands in" / "staat in",
        /// An element stands in the plan itself.
        InPlan = "inPlan" / "belongs to" / "hoort bij",
        /// A priority, pillar or theme answers an item of a framework.
        Answers = "answers" / "answers" / "geeft antwoord op",
        /// A priority, pillar or theme rests on an analysis, an evaluation or a finding.
        RestsOn = "restsOn" / "rests on" / "rust op",
        /// A priority, pillar or theme also concerns a topic. Never part of a thread.
        Concerns = "concerns" / "also concerns" / "raakt ook",
        /// An objective or action is measured by an indicator.
        MeasuredBy = "measuredBy" / "is measured by" / "wordt gemeten met",
        /// A partner answers for it.
        AnsweredForBy = "answeredForBy" / "is answered for by" / "valt onder verantwoordelijkheid van",
        /// A partner directs it.
        DirectedBy = "directedBy" / "is directed by" / "staat onder regie van",
        /// A partner leads it.
        LedBy = "ledBy" / "is led by" / "wordt getrokken door",
        /// A partner carries it out.
        ExecutedBy = "executedBy" / "is executed by" / "wordt uitgevoerd door",
        /// A partner supports it.
        SupportedBy = "supportedBy" / "is assisted by" / "wordt ondersteund door",
        /// A partner pays for it.
        FundedBy = "fundedBy" / "is funded by" / "wordt gefinancierd door",
        /// A partner is consulted on it.
        ConsultedWith = "consultedWith" / "is discussed with" / "wordt afgestemd met",
        /// A partner takes part in it; the source doesn't say how.
        Involves = "involves" / "involves" / "betrekt",
        /// A partner is a member of a partnership or group.
        MemberOf = "memberOf" / "is a member of" / "is lid van",
        /// An action is done in an area.
        InArea = "inArea" / "is done in" / "vindt plaats in",
        /// An area lies within another.
        Within = "within" / "lies within" / "ligt in",
        /// An action or pillar uses a legal power.
        Uses = "uses" / "uses" / "gebruikt",
        /// An action comes from a finding, a decision, an acute issue or an item of a framework.
        OriginatesFrom = "originatesFrom" / "originates from" / "komt voort uit",
        /// An action waits for another.
        DependsOn = "dependsOn" / "depends on" / "is afhankelijk van",
        /// An element continues another, perhaps of an earlier plan.
        Continues = "continues" / "continues" / "is een vervolg op",
        /// An action needs money that a council proposal asks for.
        AskedFor = "askedFor" / "is paid by proposal" / "is aangevraagd met",
        /// A decision decides on something.
        DecidesOn = "decidesOn" / "decides on" / "beslist over",
        /// An evaluation looks back on something.
        LooksBackOn = "looksBackOn" / "looks back on" / "blikt terug op",
        /// An acute issue changed an action.
        Affects = "affects" / "affects" / "raakt",
        /// An execution plan is limited to something.
        LimitedTo = "limitedTo" / "is limited to" / "is beperkt tot",
        /// A plan succeeds another, or stands beside it.
        RelatesTo = "relatesTo" / "relates to" / "hangt samen met",
    }
}

impl Link {
    /// The link read from the element that is named, in English.
    #[must_use]
    pub fn inverse(self) -> &'static str {
        self.inverses().0
    }

    /// The link read from the element that is named, in Dutch.
    #[must_use]
    pub fn inverse_nl(self) -> &'static str {
        self.inverses().1
    }

    fn inverses(self) -> (&'static str, &'static str) {
        match self {
            Self::Serves => ("is served by", "wordt gediend door"),
            Self::PartOf => ("has as a part", "heeft als deel"),
            Self::Pursues => ("is pursued by", "wordt nagestreefd door"),
            Self::Supports => ("is supported by", "wordt bevorderd door"),
            Self::Fulfils => ("is fulfilled by", "wordt vervuld door"),
            Self::InExecutionPlan => ("holds", "bevat"),
            Self::InPlan => ("has", "heeft"),
            Self::Answers => ("is answered by", "wordt beantwoord door"),
            Self::RestsOn => ("grounds", "onderbouwt"),
            Self::Concerns => ("is a concern of", "wordt geraakt door"),
            Self::MeasuredBy => ("measures", "meet"),
            Self::AnsweredForBy => ("answers for", "is verantwoordelijk voor"),
            Self::DirectedBy => ("directs", "voert regie over"),
            Self::LedBy => ("leads", "trekt"),
            Self::ExecutedBy => ("executes", "voert uit"),
            Self::SupportedBy => ("assists", "ondersteunt"),
            Self::FundedBy => ("funds", "financiert"),
            Self::ConsultedWith => ("is consulted on", "wordt geraadpleegd over"),
            Self::Involves => ("takes part in", "is betrokken bij"),
            Self::MemberOf => ("has as a member", "heeft als lid"),
            Self::InArea => ("is the area of", "is het gebied van"),
            Self::Within => ("contains", "omvat"),
            Self::Uses => ("is used by", "wordt gebruikt door"),
            Self::OriginatesFrom => ("led to", "leidde tot"),
            Self::DependsOn => ("is waited for by", "gaat vooraf aan"),
            Self::Continues => ("is continued by", "gaat verder als"),
            Self::AskedFor => ("asks money for", "vraagt geld voor"),
            Self::DecidesOn => ("is decided on by", "is voorwerp van"),
            Self::LooksBackOn => ("is looked back on by", "is geëvalueerd in"),
            Self::Affects => ("is affected by", "ondervindt gevolgen van"),
            Self::LimitedTo => ("is the limit of", "begrenst"),
            Self::RelatesTo => ("is related to by", "hangt samen met"),
        }
    }

    /// The link by which a partner in this role hangs on what it does.
    #[must_use]
    pub fn of_role(role: Role) -> Self {
        match role {
            Role::Accountable => Self::AnsweredForBy,
            Role::Director => Self::DirectedBy,
            Role::Lead => Self::LedBy,
            Role::Execute => Self::ExecutedBy,
            Role::Support => Self::SupportedBy,
            Role::Fund => Self::FundedBy,
            Role::Consult => Self::ConsultedWith,
            Role::Involved => Self::Involves,
        }
    }

    /// The role that the link stands for, if it is one of a partner.
    #[must_use]
    pub fn role(self) -> Option<Role> {
        Role::ALL.get((self as usize).checked_sub(Self::AnsweredForBy as usize)?).copied()
    }

    /// Whether a thread follows the link.
    #[must_use]
    pub fn is_threaded(self) -> bool {
        matches!(self, Self::Serves | Self::PartOf | Self::Pursues | Self::Supports | Self::Fulfils)
    }
}

choice! {
    /// Who says that a link is there.
    LinkBasis "grondslag" {
        /// The plan names the other.
        Stated = "stated" / "stated" / "vermeld",
        /// The one stands in the other.
        Contained = "contained" / "by its place in the plan" / "door de plaats in het plan",
        /// Whoever encoded the plan concluded it.
        Read = "read" / "concluded by the encoder" / "gelezen",
    }
}

impl From<Option<Basis>> for LinkBasis {
    fn from(basis: Option<Basis>) -> Self {
        match basis {
            None => Self::Stated,
            Some(Basis::Read) => Self::Read,
        }
    }
}

choice! {
    /// The way links are followed.
    Way "richting" {
        /// From an element to those it names: from an action to the goals.
        Up = "up" / "up" / "omhoog",
        /// From an element to those that name it: from a goal to the actions.
        Down = "down" / "down" / "omlaag",
    }
}
