//! What actions cost, and how that is paid for.

use super::frame::{Frame, of_year};
use super::random::Random;
use crate::draft::{ActionDraft, AmountDraft, CostDraft, EffortDraft, FundingDraft, YearAmountDraft};
use crate::entity::{Certainty, FundingSource};

/// Nothing in 55 %, unknown within the existing budget in 15 %, an amount in 15 %, hours or fte in 10 %, and in 5 % money
/// that the council is asked for.
pub(super) fn cost(action: &mut ActionDraft, frame: &Frame, year: usize, random: &mut Random) {
    match random.below(100) {
        0..15 => {
            action.cost = Some(paid(AmountDraft::new(Certainty::Unknown), FundingSource::ExistingBudget));
        }
        15..30 => {
            let sources = [
                FundingSource::ExistingBudget,
                FundingSource::Grant,
                FundingSource::Reserve,
                FundingSource::Contribution,
            ];
            let source = random.pick(&sources).copied().unwrap_or(FundingSource::Other);
            action.cost = Some(paid(amount(year, random), source));
        }
        30..40 => action.effort = vec![effort(random)],
        40..45 => {
            let mut cost = paid(amount(year, random), FundingSource::Additional);
            let proposal = random.pick(of_year(&frame.proposals, year)).cloned();
            if let Some(funding) = cost.funding.first_mut() {
                funding.proposal = proposal.filter(|_| random.percent(90));
            }
            action.cost = Some(cost);
        }
        _ => {}
    }
}

fn paid(amount: AmountDraft, source: FundingSource) -> CostDraft {
    CostDraft { funding: vec![FundingDraft::new(source)], ..CostDraft::new(amount) }
}

/// Ten to a hundred thousand euros, in one figure or for the year.
pub(super) fn amount(year: usize, random: &mut Random) -> AmountDraft {
    let kinds = [Certainty::Estimated, Certainty::Ceiling, Certainty::Fixed];
    let mut amount = AmountDraft::new(random.pick(&kinds).copied().unwrap_or(Certainty::Estimated));
    let cents = random.between(10, 100) as u64 * 100_000;
    if random.percent(20) {
        amount.years = vec![YearAmountDraft::new(year as u64, cents)];
    } else {
        amount.cents = Some(cents);
    }
    amount
}

fn effort(random: &mut Random) -> EffortDraft {
    let mut effort = EffortDraft::new();
    if random.percent(50) {
        effort.hours = Some((random.between(1, 50) * 10).to_string());
    } else {
        effort.fte = Some(format!("{}.{}", random.below(3), random.between(1, 9)));
    }
    effort
}
