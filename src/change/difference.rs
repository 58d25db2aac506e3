//! The batch of changes that makes one version of a plan into another.

use std::collections::HashMap;

use super::tree::{ROOT, Tree};
use super::{Change, ElementDraft};
use crate::draft::ElementReferenceDraft;
use crate::plan::SafetyPlan;

/// The changes (*verschil*) that make the old version of a plan into the new one: `patch` of the old with them gives the
/// new.
///
/// It is small: what stands in both in the same order is left alone. An element is the same if its kind and id are.
/// Two plans with different ids are no versions of one plan; the batch then sets another id, which `patch` refuses.
///
/// `O(n log n)` in the elements of both, where few move.
#[must_use]
pub fn difference(old: &SafetyPlan, new: &SafetyPlan) -> Vec<Change> {
    if old == new {
        return Vec::new();
    }
    let mut work =
        Work { tree: Tree::grow(old.to_draft()), goal: Tree::grow(new.to_draft()), changes: Vec::new() };
    if work.tree.plan != work.goal.plan {
        work.changes.push(Change::SetPlan { plan: Box::new(work.goal.plan.clone()) });
    }
    work.remove();
    work.replace();
    for number in work.goal.below(ROOT) {
        for slot in 0..work.goal.held(number).len() {
            work.settle(number, slot);
        }
    }
    work.changes
}

/// A difference under way: the tree is what the changes have made of the old version so far.
struct Work {
    tree: Tree,
    goal: Tree,
    changes: Vec<Change>,
}

impl Work {
    /// What has the same kind and id in the other tree.
    fn same(from: &Tree, number: usize, to: &Tree) -> Option<usize> {
        match number {
            ROOT => Some(ROOT),
            _ => to.find(from.kind(number), from.id(number)),
        }
    }

    fn reference(tree: &Tree, number: usize) -> ElementReferenceDraft {
        ElementReferenceDraft::new(tree.kind(number), tree.id(number))
    }

    /// Takes away the topmost elements that are gone; what survives below one is added anew later.
    fn remove(&mut self) {
        let mut gone = Vec::new();
        let mut open = vec![ROOT];
        while let Some(number) = open.pop() {
            if Self::same(&self.tree, number, &self.goal).is_none() {
                gone.push(number);
            } else {
                open.extend(self.tree.held(number).iter().rev().flat_map(|list| list.iter().rev()));
            }
        }
        for number in gone {
            self.changes.push(Change::Remove { target: Self::reference(&self.tree, number) });
            self.tree.remove(number);
        }
    }

    /// Gives what changed by itself its new content.
    fn replace(&mut self) {
        for number in self.goal.below(ROOT) {
            let Some(new) = self.goal.own(number) else { continue };
            let Some(found) = Self::same(&self.goal, number, &self.tree) else { continue };
            if self.tree.own(found) != Some(new) {
                self.changes.push(Change::Replace { element: new.clone() });
                self.tree.replace(found, new.clone());
            }
        }
    }

    /// Makes a list of the tree hold what the same list of the goal holds, in its order. What will yet move elsewhere
    /// may stand between.
    fn settle(&mut self, number: usize, slot: usize) {
        let Some(holder) = Self::same(&self.goal, number, &self.tree) else { return };
        let wanted: Vec<(usize, Option<usize>)> = self
            .goal
            .list(number, slot)
            .iter()
            .copied()
            .map(|want| (want, Self::same(&self.goal, want, &self.tree)))
            .collect();
        let standing = self.tree.list(holder, slot);
        if standing.iter().copied().map(Some).eq(wanted.iter().map(|(_, found)| *found)) {
            return;
        }
        let ranks: HashMap<usize, usize> =
            wanted.iter().enumerate().filter_map(|(rank, (_, found))| Some(((*found)?, rank))).collect();
        let in_order: Vec<usize> = standing.iter().filter_map(|one| ranks.get(one).copied()).collect();
        let mut stays = longest_increasing(&in_order).into_iter().peekable();
        let mut at = 0;
        for (rank, (want, found)) in wanted.into_iter().enumerate() {
            match found {
                Some(found) if stays.next_if_eq(&rank).is_some() => {
                    let rest = self.tree.list(holder, slot).iter().skip(at);
                    at += rest.take_while(|one| **one != found).count();
                }
                Some(found) => {
                    if self.tree.holder(found) == holder
                        && self.tree.position(found).is_some_and(|was| was < at)
                    {
                        at -= 1;
                    }
                    self.changes.push(Change::Move {
                        target: Self::reference(&self.tree, found),
                        parent: Self::reference(&self.tree, holder),
                        at,
                    });
                    self.tree.take_out(found);
                    self.tree.insert(found, holder, at);
                }
                None => self.add(want, holder, at),
            }
            at += 1;
        }
    }

    /// Adds an element with what of it isn't there yet.
    fn add(&mut self, want: usize, holder: usize, at: usize) {
        let tree = &self.tree;
        let absent = |own: &ElementDraft| tree.find(own.kind(), own.id()).is_none();
        let Some(element) = self.goal.copy(want, &absent) else { return };
        let first = self.tree.len();
        let added = self.tree.raise(element.clone(), holder);
        self.tree.know_from(first);
        self.tree.insert(added, holder, at);
        self.changes.push(Change::Add { parent: Self::reference(&self.tree, holder), at, element });
    }
}

/// The longest rising selection of different numbers, in order. `O(n log n)`.
fn longest_increasing(numbers: &[usize]) -> Vec<usize> {
    // Per length, the position of the lowest number that ends a selection of that length.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(numbers.len());
    for (position, number) in numbers.iter().enumerate() {
        let length = ends.partition_point(|end| numbers.get(*end).is_some_and(|end| end < number));
        before.push(length.checked_sub(1).and_then(|shorter| ends.get(shorter).copied()));
        match ends.get_mut(length) {
            Some(end) => *end = position,
            None => ends.push(position),
        }
    }
    let last = ends.last().copied();
    let back = std::iter::successors(last, |position| before.get(*position).copied().flatten());
    let mut longest: Vec<usize> = back.filter_map(|position| numbers.get(position).copied()).collect();
    longest.reverse();
    longest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_rising_selection_is_as_long_as_trying_all_finds() {
        let mut seed = 7_u64;
        for length in 0..12_usize {
            for _ in 0..20 {
                let mut numbers: Vec<usize> = (0..length).collect();
                for end in (1..length).rev() {
                    seed =
                        seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    numbers.swap(end, usize::try_from(seed >> 33).unwrap() % (end + 1));
                }
                let found = longest_increasing(&numbers);
                assert!(found.is_sorted(), "{found:?}");
                let mut rest = numbers.iter();
                assert!(found.iter().all(|one| rest.any(|number| number == one)), "{found:?} of {numbers:?}");
                let best = (0..1_u32 << length)
                    .map(|chosen| {
                        numbers
                            .iter()
                            .enumerate()
                            .filter(|(bit, _)| chosen >> bit & 1 == 1)
                            .map(|(_, number)| *number)
                            .collect::<Vec<_>>()
                    })
                    .filter(|chosen| chosen.is_sorted())
                    .map(|chosen| chosen.len())
                    .max();
                assert_eq!(Some(found.len()), best, "{numbers:?}");
            }
        }
    }
}
