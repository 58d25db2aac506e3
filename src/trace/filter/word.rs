//! The words that a condition starts with.

use crate::choice::choice;
use crate::entity::Role;

choice! {
    /// The word that a condition of a filter starts with; in JSON, its key.
    FilterWord "filterwoord" {
        /// What the action serves, at any level above it.
        Serves = "serves" / "serves" / "dient",
        /// The framework, or item of one, that something above the action answers.
        Answers = "answers" / "answers" / "geeft antwoord op",
        /// A topic that the action serves, or that names the action.
        Topic = "topic" / "topic" / "onderwerp",
        /// A partner of the action, in any role.
        Partner = "partner" / "partner" / "partner",
        /// The partner that answers for the action administratively.
        Accountable = "accountable" / "accountable" / "bestuurlijk verantwoordelijk",
        /// The partner that directs the cooperation.
        Director = "director" / "director" / "regisseur",
        /// The partner that leads the action.
        Lead = "lead" / "lead" / "trekker",
        /// A partner that carries the action out.
        Execute = "execute" / "executes" / "uitvoerder",
        /// A partner that supports the action.
        Support = "support" / "supports" / "ondersteuner",
        /// A partner that pays for the action.
        Fund = "fund" / "funds" / "financier",
        /// A partner that is consulted.
        Consult = "consult" / "is consulted" / "geraadpleegd",
        /// A partner that takes part; the source doesn't say how.
        Involved = "involved" / "involved" / "betrokken",
        /// The action itself.
        Action = "action" / "action" / "actie",
        /// The execution plan that the action stands in.
        ExecutionPlan = "executionPlan" / "execution plan" / "uitvoeringsplan",
        /// The plan that the action belongs to.
        Plan = "plan" / "plan" / "plan",
        /// A municipality that the action is of.
        Municipality = "municipality" / "municipality" / "gemeente",
        /// An area that the action is done in, or an area around that.
        Area = "area" / "area" / "gebied",
        /// An indicator that the action is measured by.
        Indicator = "indicator" / "indicator" / "indicator",
        /// The element that the action originates from.
        From = "from" / "from" / "komt voort uit",
        /// A year that the action's period touches.
        Year = "year" / "year" / "jaar",
        /// A period that the action's period overlaps.
        Period = "period" / "period" / "periode",
        /// How far the action is.
        Status = "status" / "status" / "stand",
        /// The kind of intervention.
        Approach = "approach" / "approach" / "aanpak",
        /// What the action costs.
        Cost = "cost" / "cost" / "kosten",
        /// Where the money comes from.
        Funding = "funding" / "funding" / "dekking",
        /// A legal power that the action uses.
        Power = "power" / "power" / "bevoegdheid",
        /// What sort of origin the action has.
        Origin = "origin" / "origin" / "herkomst",
        /// The heading that groups measures.
        Item = "item" / "item" / "actiepunt",
        /// Who may see the action.
        Disclosure = "disclosure" / "disclosure" / "openbaarheid",
        /// A part of the action's title.
        Title = "title" / "title" / "titel",
        /// What the action lacks, or what is amiss with it.
        Gap = "gap" / "gap" / "leemte",
    }
}

impl FilterWord {
    /// The word for a partner in this role; `partner` for one in any role.
    #[must_use]
    pub fn of_role(role: Option<Role>) -> Self {
        match role {
            None => Self::Partner,
            Some(Role::Accountable) => Self::Accountable,
            Some(Role::Director) => Self::Director,
            Some(Role::Lead) => Self::Lead,
            Some(Role::Execute) => Self::Execute,
            Some(Role::Support) => Self::Support,
            Some(Role::Fund) => Self::Fund,
            Some(Role::Consult) => Self::Consult,
            Some(Role::Involved) => Self::Involved,
        }
    }
}
