//! The bitmaps that are kept of all actions: one for each word that a filter can ask for.

use std::collections::HashSet;

use uuid::Uuid;

use super::block::{Block, Day, Fact, Known, OutLink};
use super::link::Link;
use crate::entity::{Approach, Disclosure, FundingSource, OriginKind};
use crate::lifecycle::ActionState;

/// The number of a bitmap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Column(u8);

const APPROACH: u8 = 12;
const ORIGIN: u8 = APPROACH + 3;
const DISCLOSURE: u8 = ORIGIN + 9;
const FUNDING: u8 = DISCLOSURE + 3;
const COST: u8 = FUNDING + 6;
const LAST: u8 = COST + 3;

/// How many there are.
pub(super) const COLUMNS: usize = LAST as usize + 8;

impl Column {
    pub(super) const ALL: Self = Self(LAST);
    pub(super) const NO_LEAD: Self = Self(LAST + 1);
    pub(super) const ONE_LEAD: Self = Self(LAST + 2);
    pub(super) const NO_PARTNER: Self = Self(LAST + 3);
    pub(super) const NO_INDICATOR: Self = Self(LAST + 4);
    pub(super) const LATE: Self = Self(LAST + 5);
    pub(super) const EXEMPT: Self = Self(LAST + 6);
    pub(super) const FICTIONAL: Self = Self(LAST + 7);

    pub(super) fn state(state: ActionState) -> Self {
        Self(state as u8)
    }

    pub(super) fn approach(approach: Approach) -> Self {
        Self(APPROACH + approach as u8)
    }

    pub(super) fn origin(origin: OriginKind) -> Self {
        Self(ORIGIN + origin as u8)
    }

    pub(super) fn disclosure(disclosure: Disclosure) -> Self {
        Self(DISCLOSURE + disclosure as u8)
    }

    pub(super) fn funding(source: FundingSource) -> Self {
        Self(FUNDING + source as u8)
    }

    pub(super) fn cost(known: Known) -> Self {
        Self(COST + known as u8)
    }

    pub(super) fn number(self) -> usize {
        self.0 as usize
    }

    /// Whether it may be another on another day.
    pub(super) fn follows_day(number: usize) -> bool {
        number < APPROACH as usize || number == Self::LATE.number() || number == Self::EXEMPT.number()
    }
}

/// A word of each bitmap, for one block.
pub(super) type Words = [u64; COLUMNS];

fn set(words: &mut Words, column: Column, bit: u32) {
    if let Some(word) = words.get_mut(column.number()) {
        *word |= 1 << bit;
    }
}

/// Whether an action is behind: delayed by its reports, or past its last day and not finished. Continuous work has no
/// end to be past.
pub(super) fn is_late(state: ActionState, fact: &Fact, day: Day) -> bool {
    state == ActionState::Delayed || (!state.is_final() && !fact.continuous && fact.end < day)
}

/// What the bitmaps say of one action.
pub(super) fn columns(
    words: &mut Words,
    bit: u32,
    (fact, links): (&Fact, &[OutLink]),
    state: ActionState,
    (day, is_exempt): (Day, bool),
) {
    set(words, Column::ALL, bit);
    set(words, Column::state(state), bit);
    fact.approaches().for_each(|approach| set(words, Column::approach(approach), bit));
    if let Some(origin) = fact.origin {
        set(words, Column::origin(origin), bit);
    }
    set(words, Column::disclosure(fact.disclosure), bit);
    let sources = FundingSource::ALL.iter().filter(|source| fact.is_funded_by(**source));
    sources.for_each(|source| set(words, Column::funding(*source), bit));
    set(words, Column::cost(fact.cost), bit);
    let (mut leads, mut partners, mut indicators) = (0, 0, 0);
    for link in links.iter().map(|link| link.link()) {
        leads += u32::from(link == Link::LedBy);
        partners += u32::from(is_of_partner(link));
        indicators += u32::from(link == Link::MeasuredBy);
    }
    for (column, holds) in [
        (Column::NO_LEAD, leads == 0),
        (Column::ONE_LEAD, leads == 1),
        (Column::NO_PARTNER, partners == 0),
        (Column::NO_INDICATOR, indicators == 0),
        (Column::LATE, is_late(state, fact, day)),
        (Column::EXEMPT, is_exempt),
        (Column::FICTIONAL, fact.fictional),
    ] {
        if holds {
            set(words, column, bit);
        }
    }
}

/// Whether the link leads to a partner in a role.
pub(super) fn is_of_partner(link: Link) -> bool {
    (Link::AnsweredForBy..=Link::Involves).contains(&link)
}

/// What the bitmaps say of a block.
pub(super) fn words_of(block: &Block, day: Day, exempt: &HashSet<Uuid>) -> Words {
    let mut words = [0; COLUMNS];
    for ((bit, id), fact) in (0..).zip(block.ids()).zip(block.facts()) {
        let is_exempt = exempt.contains(id);
        columns(&mut words, bit, (fact, block.links(bit)), block.state(bit, day), (day, is_exempt));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_words_share_a_bitmap() {
        let mut all: Vec<usize> = Vec::new();
        all.extend(ActionState::ALL.iter().map(|one| Column::state(*one).number()));
        all.extend(Approach::ALL.iter().map(|one| Column::approach(*one).number()));
        all.extend(OriginKind::ALL.iter().map(|one| Column::origin(*one).number()));
        all.extend(Disclosure::ALL.iter().map(|one| Column::disclosure(*one).number()));
        all.extend(FundingSource::ALL.iter().map(|one| Column::funding(*one).number()));
        all.extend([Known::Unstated, Known::Unknown, Known::Amount].map(|one| Column::cost(one).number()));
        all.extend(Column::ALL.number()..COLUMNS);
        assert_eq!(all, (0..COLUMNS).collect::<Vec<_>>());
    }
}
