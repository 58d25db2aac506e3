//! The actions below each priority, pillar and theme of a plan, side by side.

use super::graph::{Graph, NodeNo};
use super::part::{BELOW, Key, Part, Position};
use crate::entity::Act;
use crate::id::ElementId;
use crate::kind::Kind;
use crate::lifecycle::History;
use crate::value::Date;

/// The most words that are kept: 8 MiB, some hundred times what a large plan takes.
const MOST: usize = 1 << 20;

/// For each priority, pillar and theme a row of words: the actions that serve it or something below it.
///
/// The same as the masks say, in one piece of memory: what asks for all goals of all plans reads it from end to end.
#[derive(Debug, Clone, Default)]
pub(super) struct GoalWords {
    goals: Vec<(NodeNo, Kind)>,
    width: usize,
    /// Absent where it would be far more than there are actions.
    words: Option<Vec<u64>>,
}

impl GoalWords {
    /// The rows of a plan of which the masks are made.
    pub(super) fn of(part: &Part) -> Self {
        let of_kind = |(node, what): (NodeNo, super::Node)| {
            let kind =
                what.kind().filter(|kind| matches!(kind, Kind::Priority | Kind::Pillar | Kind::Theme))?;
            Some((node, kind))
        };
        let goals: Vec<(NodeNo, Kind)> = part.graph.nodes().filter_map(of_kind).collect();
        let width = part.blocks.len();
        let is_small = part.graph.keeps_closures() && goals.len() * width <= MOST;
        let words = is_small.then(|| {
            let mut words = vec![0; goals.len() * width];
            if width > 0 {
                for ((node, _), row) in goals.iter().zip(words.chunks_exact_mut(width)) {
                    if let Some(mask) = part.mask(Key::below(*node)) {
                        mask.or_into(0, row);
                    }
                }
            }
            words
        });
        Self { goals, width, words }
    }

    /// Follows a change of a mask.
    pub(super) fn put(&mut self, key: Key, position: Position, is_in: bool) {
        let Some((node, BELOW)) = key.node() else { return };
        let Some(words) = &mut self.words else { return };
        let Ok(row) = self.goals.binary_search_by_key(&node, |(node, _)| *node) else { return };
        let block = (position / 64) as usize;
        if block >= self.width {
            let wider = block + 1;
            let mut new = vec![0; self.goals.len() * wider];
            if self.width > 0 {
                for (new, old) in new.chunks_exact_mut(wider).zip(words.chunks_exact(self.width)) {
                    new.iter_mut().zip(old).for_each(|(new, old)| *new = *old);
                }
            }
            (*words, self.width) = (new, wider);
        }
        if let Some(word) = words.get_mut(row * self.width + block) {
            let bit = 1 << (position % 64);
            *word = if is_in { *word | bit } else { *word & !bit };
        }
    }

    /// Tells the row of every priority, pillar and theme, in the order of the document.
    pub(super) fn rows(&self, part: &Part, mut tell: impl FnMut(NodeNo, Kind, &[u64])) {
        match &self.words {
            Some(words) if self.width > 0 => {
                for ((node, kind), row) in self.goals.iter().zip(words.chunks_exact(self.width)) {
                    tell(*node, *kind, row);
                }
            }
            Some(_) => self.goals.iter().for_each(|(node, kind)| tell(*node, *kind, &[])),
            None => self.goals.iter().for_each(|(node, kind)| tell(*node, *kind, &part.below(*node))),
        }
    }

    pub(super) fn bytes(&self) -> usize {
        self.goals.capacity() * size_of::<(NodeNo, Kind)>()
            + self.words.as_ref().map_or(0, |words| words.capacity() * 8)
    }
}

/// The priorities and themes that a decision closed, and when.
pub(super) fn closed(graph: &Graph, history: &History<'_>) -> Vec<(NodeNo, Date)> {
    let goals = graph.nodes().filter(|(_, node)| matches!(node.kind(), Some(Kind::Priority | Kind::Theme)));
    let closed = goals.filter_map(|(number, node)| {
        let rulings = history.all(ElementId::try_from(node).ok()?);
        let closing = rulings.iter().find(|ruling| ruling.act() == Act::Close)?;
        Some((number, closing.date()))
    });
    closed.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::SafetyPlan;

    #[test]
    fn rows_say_what_the_masks_say_also_after_changes() {
        let text = include_str!("../../data/vlaardingen-2020-2023.demo.plan.json");
        let plan = SafetyPlan::from_json(text).unwrap();
        let mut part = super::super::part::prepare(&plan).part;
        let mut goals = Vec::new();
        part.goals.rows(&part, |node, _, _| goals.push(node));
        assert!(goals.len() > 10);
        for (at, node) in goals.iter().enumerate() {
            // A position beyond the blocks that there were.
            for (position, is_in) in
                [(3, true), (5 + u32::try_from(at).unwrap(), false), (150, true), (150, at % 2 == 0)]
            {
                part.put(Key::below(*node), position, is_in);
            }
        }
        part.goals.rows(&part, |node, _, row| {
            for (block, word) in row.iter().enumerate() {
                assert_eq!(*word, part.mask(Key::below(node)).map_or(0, |mask| mask.word(block)));
            }
        });
    }
}
