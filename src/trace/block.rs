//! What is kept of the actions themselves: up to 64 of one execution plan in a block.

use uuid::Uuid;

use super::link::{Link, LinkBasis};
use super::store::bits;
use crate::entity::{Approach, Certainty, Disclosure, FundingSource, OriginKind};
use crate::lifecycle::ActionState;
use crate::value::Date;

/// A day as a number that fits beside a state: days since the first day of the first year.
pub(super) type Day = u32;

/// The day as a number; days of plans lie in the years 1000 to 2999, so it is positive and below 2^21.
pub(super) fn number_of(day: Date) -> Day {
    use chrono::Datelike;
    u32::try_from(day.into_naive().num_days_from_ce()).unwrap_or(0)
}

/// The calendar year of a day.
pub(super) fn year_of(day: Day) -> i32 {
    use chrono::Datelike;
    let day = i32::try_from(day).ok().and_then(chrono::NaiveDate::from_num_days_from_ce_opt);
    day.map_or(0, |day| day.year())
}

/// What a link of an action leads to: its kind and the number of a node of the plan, or for links to other actions their
/// position in the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct OutLink(u32);

const TO: u32 = (1 << 27) - 1;

impl OutLink {
    pub(super) fn new(link: Link, to: u32) -> Self {
        Self((link as u32) << 27 | (to & TO))
    }

    pub(super) fn link(self) -> Link {
        Link::ALL.get((self.0 >> 27) as usize).copied().unwrap_or(Link::Serves)
    }

    pub(super) fn to(self) -> u32 {
        self.0 & TO
    }

    /// Whether it leads to another action.
    pub(super) fn is_between_actions(self) -> bool {
        matches!(self.link(), Link::DependsOn | Link::Continues)
    }

    pub(super) fn basis(self) -> LinkBasis {
        if self.link() == Link::InExecutionPlan { LinkBasis::Contained } else { LinkBasis::Stated }
    }
}

/// What is known of the cost of an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Known {
    Unstated,
    Unknown,
    Amount,
}

/// What filters ask of an action, beside its links and its state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fact {
    /// The first and last day: its own, or those of its execution plan.
    pub(super) start: Day,
    pub(super) end: Day,
    pub(super) cents: u64,
    /// The number of its heading in the plan.
    pub(super) item: Option<std::num::NonZeroU32>,
    pub(super) cost: Known,
    /// By the order of the words.
    pub(super) funding: u8,
    pub(super) approach: u8,
    pub(super) origin: Option<OriginKind>,
    pub(super) disclosure: Disclosure,
    pub(super) fictional: bool,
    pub(super) continuous: bool,
}

impl Fact {
    pub(super) fn is_funded_by(&self, source: FundingSource) -> bool {
        self.funding & 1 << source as u8 != 0
    }

    pub(super) fn approaches(&self) -> impl Iterator<Item = Approach> {
        let all = Approach::ALL.iter().copied();
        let own = self.approach;
        all.filter(move |one| own & 1 << *one as u8 != 0)
    }

    /// Whether it has a day in common with these.
    pub(super) fn touches(&self, first: Day, last: Day) -> bool {
        self.start <= last && first <= self.end
    }
}

/// How far the amount of a cost is known.
pub(super) fn known(certainty: Option<Certainty>) -> Known {
    match certainty {
        None => Known::Unstated,
        Some(Certainty::Unknown) => Known::Unknown,
        Some(_) => Known::Amount,
    }
}

/// An action on its way into a block.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fresh<'a> {
    pub(super) id: Uuid,
    pub(super) title: &'a str,
    pub(super) code: &'a str,
    pub(super) section: &'a str,
    pub(super) links: Vec<OutLink>,
    pub(super) turns: Vec<Turn>,
    pub(super) fact: Fact,
}

/// From a day on, a state: day 0 is the beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Turn(u32);

impl Turn {
    pub(super) fn new((day, state): (Option<Date>, ActionState)) -> Self {
        Self(day.map_or(0, number_of) << 4 | state as u32)
    }

    fn day(self) -> Day {
        self.0 >> 4
    }

    fn state(self) -> ActionState {
        ActionState::ALL.get((self.0 & 15) as usize).copied().unwrap_or(ActionState::Proposed)
    }
}

#[derive(Debug, Clone, Copy, Default)]
struct Ends {
    title: u32,
    code: u32,
    section: u32,
    links: u32,
    turns: u32,
}

/// Up to 64 actions of one execution plan. Texts, links and turns of all stand one after another.
#[derive(Debug, Clone, Default)]
pub(super) struct Block {
    ids: Vec<Uuid>,
    facts: Vec<Fact>,
    ends: Vec<Ends>,
    texts: String,
    links: Vec<OutLink>,
    turns: Vec<Turn>,
}

/// The actions of a full block.
pub(super) const FULL: usize = 64;

impl Block {
    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    /// A bit for each action.
    pub(super) fn live(&self) -> u64 {
        if self.len() >= FULL { u64::MAX } else { (1 << self.len()) - 1 }
    }

    /// One more action at the end.
    pub(super) fn push(&mut self, fresh: &Fresh<'_>) {
        let mut ends = Ends::default();
        self.texts.push_str(fresh.title);
        ends.title = crate::place::narrow(self.texts.len());
        self.texts.push_str(fresh.code);
        ends.code = crate::place::narrow(self.texts.len());
        self.texts.push_str(fresh.section);
        ends.section = crate::place::narrow(self.texts.len());
        self.links.extend(&fresh.links);
        ends.links = crate::place::narrow(self.links.len());
        self.turns.extend(&fresh.turns);
        ends.turns = crate::place::narrow(self.turns.len());
        self.ids.push(fresh.id);
        self.facts.push(fresh.fact);
        self.ends.push(ends);
    }

    /// Another action in the place of one.
    pub(super) fn replace(&mut self, bit: u32, fresh: &Fresh<'_>) {
        let mut block = Self::default();
        for own in 0..crate::place::narrow(self.len()) {
            match (own == bit, self.fresh(own)) {
                (true, _) => block.push(fresh),
                (false, Some(own)) => block.push(&own),
                (false, None) => {}
            }
        }
        *self = block;
    }

    /// Other turns for one action; everything else stays.
    pub(super) fn turn(&mut self, bit: u32, turns: &[Turn]) {
        let range = self.range(bit, |ends| ends.turns);
        if self.turns.get(range.clone()).is_none() {
            return;
        }
        let (old, new) = (crate::place::narrow(range.len()), crate::place::narrow(turns.len()));
        self.turns.splice(range, turns.iter().copied());
        for ends in self.ends.iter_mut().skip(bit as usize) {
            ends.turns = ends.turns + new - old;
        }
    }

    fn fresh(&self, bit: u32) -> Option<Fresh<'_>> {
        Some(Fresh {
            id: self.id(bit)?,
            title: self.title(bit),
            code: self.code(bit),
            section: self.section(bit),
            links: self.links(bit).to_vec(),
            turns: self.turns(bit).to_vec(),
            fact: *self.fact(bit)?,
        })
    }

    fn range(&self, bit: u32, end: impl Fn(&Ends) -> u32) -> std::ops::Range<usize> {
        let bit = bit as usize;
        let before = bit.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, &end);
        let own = self.ends.get(bit).map_or(before, &end);
        before as usize..own as usize
    }

    pub(super) fn ids(&self) -> &[Uuid] {
        &self.ids
    }

    pub(super) fn id(&self, bit: u32) -> Option<Uuid> {
        self.ids.get(bit as usize).copied()
    }

    pub(super) fn fact(&self, bit: u32) -> Option<&Fact> {
        self.facts.get(bit as usize)
    }

    pub(super) fn facts(&self) -> &[Fact] {
        &self.facts
    }

    pub(super) fn links(&self, bit: u32) -> &[OutLink] {
        self.links.get(self.range(bit, |ends| ends.links)).unwrap_or_default()
    }

    pub(super) fn turns(&self, bit: u32) -> &[Turn] {
        self.turns.get(self.range(bit, |ends| ends.turns)).unwrap_or_default()
    }

    /// How far an action is on a day.
    pub(super) fn state(&self, bit: u32, day: Day) -> ActionState {
        let turns = self.turns(bit);
        let after = turns.iter().rev().find(|turn| turn.day() <= day);
        after.map_or(ActionState::Proposed, |turn| turn.state())
    }

    pub(super) fn title(&self, bit: u32) -> &str {
        let start = self.range(bit, |ends| ends.section).start;
        let end = self.ends.get(bit as usize).map_or(0, |ends| ends.title as usize);
        self.texts.get(start..end).unwrap_or_default()
    }

    pub(super) fn code(&self, bit: u32) -> &str {
        let ends = self.ends.get(bit as usize).copied().unwrap_or_default();
        self.texts.get(ends.title as usize..ends.code as usize).unwrap_or_default()
    }

    pub(super) fn section(&self, bit: u32) -> &str {
        let ends = self.ends.get(bit as usize).copied().unwrap_or_default();
        self.texts.get(ends.code as usize..ends.section as usize).unwrap_or_default()
    }

    pub(super) fn bytes(&self) -> usize {
        size_of::<Self>()
            + self.ids.capacity() * size_of::<Uuid>()
            + self.facts.capacity() * size_of::<Fact>()
            + self.ends.capacity() * size_of::<Ends>()
            + self.texts.capacity()
            + self.links.capacity() * size_of::<OutLink>()
            + self.turns.capacity() * size_of::<Turn>()
    }

    /// Takes all out, and keeps the room.
    pub(super) fn clear(&mut self) {
        self.ids.clear();
        self.facts.clear();
        self.ends.clear();
        self.texts.clear();
        self.links.clear();
        self.turns.clear();
    }
}

/// Of the bits of a word, those for which something holds.
pub(super) fn keep(word: u64, holds: impl Fn(u32) -> bool) -> u64 {
    bits(word).filter(|bit| holds(*bit)).fold(0, |kept, bit| kept | 1 << bit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_link_and_state_fits_its_bits() {
        assert!(Link::ALL.len() <= 32);
        assert!(ActionState::ALL.len() <= 16);
        let last: Date = "2999-12-31".parse().unwrap();
        assert!(number_of(last) < 1 << 28);
        for link in Link::ALL {
            assert_eq!(OutLink::new(*link, TO).link(), *link);
            assert_eq!(OutLink::new(*link, 77).to(), 77);
        }
    }
}
