//! Money: what something costs and how it is paid for. Amount and funding are independent.

use crate::choice::choice;
use crate::entity::model::part;
use crate::id::ProposalId;
use crate::value::{Cents, Date, Text, Year};

choice! {
    /// How certain an amount is. Unknown is not zero.
    Certainty "zekerheid" {
        /// Not known (yet).
        Unknown = "unknown" / "unknown" / "onbekend",
        /// Estimated.
        Estimated = "estimated" / "estimated" / "geraamd",
        /// At most.
        Ceiling = "ceiling" / "at most" / "ten hoogste",
        /// Fixed.
        Fixed = "fixed" / "fixed" / "vast",
    }
}

choice! {
    /// Where money comes from.
    FundingSource "bron van dekking" {
        /// The existing budget: the starting point (source §5.3).
        ExistingBudget = "existingBudget" / "existing budget" / "bestaande begroting",
        /// A reserve.
        Reserve = "reserve" / "reserve" / "reserve",
        /// A grant.
        Grant = "grant" / "grant" / "subsidie of uitkering",
        /// Additional money, for which a proposal goes to the council (source §5.3).
        Additional = "additional" / "additional money" / "aanvullende middelen",
        /// A contribution of partners.
        Contribution = "contribution" / "contribution of partners" / "bijdrage van partners",
        /// Something else.
        Other = "other" / "other" / "overig",
    }
}

part! {
    /// What something costs, or the budget set aside for it, and how it is paid for.
    Cost CostDraft "kosten" {
        /// How much.
        need amount "amount" "bedrag": AmountDraft => Amount,
        /// How it is paid for.
        many funding "funding" "dekking": FundingDraft => Funding,
    }
}

part! {
    /// An amount: unknown, or figures with their certainty.
    Amount AmountDraft "bedrag" {
        /// How certain it is; unknown carries no figures, the others carry some.
        need_copy kind "kind" "zekerheid": Certainty => Certainty,
        /// The whole, in euro cents.
        may_copy cents "cents" "eurocenten": u64 => Cents,
        /// The amounts per year; with `cents`, they add up to it.
        many years "years" "per jaar": YearAmountDraft => YearAmount,
    }
}

impl Amount {
    /// The whole amount in cents, or `None` where it is unknown.
    #[must_use]
    pub fn total(&self) -> Option<u64> {
        match (self.kind(), self.cents(), self.years()) {
            (Certainty::Unknown, ..) | (_, None, []) => None,
            (_, Some(cents), _) => Some(cents.get()),
            (_, None, years) => Some(sum(years)),
        }
    }
}

/// The sum of the years; beyond `u64` it stays at the largest.
pub(crate) fn sum(years: &[YearAmount]) -> u64 {
    years.iter().fold(0, |sum, year| sum.saturating_add(year.cents().get()))
}

part! {
    /// The amount of one year.
    YearAmount YearAmountDraft "jaarbedrag" {
        /// The year.
        need_copy year "year" "jaar": u64 => Year,
        /// The amount in euro cents.
        need_copy cents "cents" "eurocenten": u64 => Cents,
    }
}

part! {
    /// One way in which something is paid for.
    Funding FundingDraft "dekking" {
        /// Where the money comes from.
        need_copy source "source" "bron van dekking": FundingSource => FundingSource,
        /// How much of it.
        may amount "amount" "bedrag": AmountDraft => Amount,
        /// When temporary cover ends.
        may_copy until "until" "tot en met": String => Date,
        /// The proposal that asks the council for it.
        may_copy proposal "proposal" "raadsvoorstel": String => ProposalId,
        /// What there is to say about it.
        may note "note" "toelichting": String => Text,
    }
}
