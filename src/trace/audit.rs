//! The audit: everything that is kept twice must agree.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use uuid::Uuid;

use super::Trace;
use super::block::OutLink;
use super::column::is_of_partner;
use super::column::{COLUMNS, words_of};
use super::index::{Index, exempt_on, named_abroad};
use super::kept::Kept;
use super::link::Link;
use super::masks::{BELOW, Key, positions};
use super::node::Node;
use super::part::Part;
use super::store::Bearer;
use super::wide::{WideKey, is_shared};
use crate::place::narrow;

/// Something that a trace keeps twice disagrees: a defect of this crate (*controle*).
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the trace contradicts itself: {}", faults.join("; "))]
#[non_exhaustive]
pub struct AuditError {
    /// What disagrees with what, at most 20.
    pub faults: Vec<String>,
}

impl Trace {
    /// Works out anew everything that the trace keeps beside the actions and links themselves, and compares. For tests:
    /// `O(n)` with a large factor.
    ///
    /// # Errors
    /// Something disagrees, which is a defect of this crate.
    pub fn audit(&self) -> Result<(), AuditError> {
        let mut audit =
            Audit { index: &self.index, faults: Vec::new(), wide: HashMap::new(), bearers: BTreeMap::new() };
        for (plan, part) in self.index.parts() {
            audit.part(plan, part);
        }
        audit.blocks();
        audit.wide();
        audit.lookup();
        audit.faults.truncate(20);
        if audit.faults.is_empty() { Ok(()) } else { Err(AuditError { faults: audit.faults }) }
    }
}

struct Audit<'a> {
    index: &'a Index,
    faults: Vec<String>,
    /// What the wide bitmaps should hold.
    wide: HashMap<WideKey, BTreeSet<u32>>,
    bearers: BTreeMap<Uuid, BTreeSet<Bearer>>,
}

impl Audit<'_> {
    fn claim(&mut self, holds: bool, fault: impl FnOnce() -> String) {
        if !holds {
            self.faults.push(fault());
        }
    }

    /// The masks of a plan against the links of its actions.
    fn part(&mut self, plan: u32, part: &Part) {
        let mut expected: BTreeMap<Key, BTreeSet<u32>> = BTreeMap::new();
        let mut between = Vec::new();
        for (local, place) in (0..).zip(&part.blocks) {
            let Some(home) = self.index.home(place.global as usize) else { continue };
            self.claim(home.plan == plan && home.local == local, || {
                format!("block {} is not at home", place.global)
            });
            let in_execution = part.executions.get(place.execution as usize);
            let lists_it = in_execution.is_some_and(|execution| execution.blocks.contains(&local));
            self.claim(lists_it, || format!("block {local} of plan {plan} is in no execution plan"));
            for (bit, id) in (0..).zip(home.block.ids()) {
                let position = local * 64 + bit;
                self.bearers.entry(*id).or_default().insert(Bearer::Action(place.global * 64 + bit));
                let Some(fact) = home.block.fact(bit) else { continue };
                let (to_actions, to_nodes): (Vec<OutLink>, Vec<OutLink>) =
                    home.block.links(bit).iter().partition(|link| link.is_between_actions());
                between.extend(to_actions.iter().map(|link| (link.to(), link.link(), position)));
                for link in to_nodes {
                    expected.entry(Key::linked(link.to(), link.link())).or_default().insert(position);
                    if link.link() == Link::Serves {
                        for above in part.graph.above(link.to()).iter() {
                            expected.entry(Key::below(*above)).or_default().insert(position);
                        }
                    }
                    if is_of_partner(link.link()) {
                        expected.entry(Key::of_partner(link.to())).or_default().insert(position);
                    }
                }
                if let Some(item) = fact.item {
                    expected.entry(Key::item(item.get())).or_default().insert(position);
                }
            }
        }
        between.sort_unstable();
        self.claim(*part.between == between, || {
            format!("the links between actions of plan {plan} are not those that they state")
        });
        for (key, positions) in &expected {
            let Some((node, what)) = key.node() else { continue };
            let Some(node) = part.graph.node(node).filter(|node| is_shared(*node)) else { continue };
            let handles = positions.iter().filter_map(|position| Index::handle(part, *position));
            self.wide.entry((node.into_uuid(), what)).or_default().extend(handles);
        }
        if !part.graph.keeps_closures() {
            expected.retain(|key, _| key.node().is_none_or(|(_, what)| what != BELOW));
        }
        let found: BTreeMap<Key, BTreeSet<u32>> = part
            .masks
            .iter()
            .map(|(key, mask)| {
                let words = (0..part.blocks.len()).map(|local| (local, mask.word(local)));
                (key, words.flat_map(|(local, word)| positions(local, word)).collect())
            })
            .collect();
        self.claim(found == expected, || format!("the masks of plan {plan} are not those of its links"));
        let counts = part.masks.iter().all(|(key, mask)| {
            found.get(&key).is_some_and(|positions| positions.len() == mask.count() as usize)
        });
        self.claim(counts, || format!("a mask of plan {plan} miscounts"));
        self.claim(part.kept == Kept::of(part), || {
            format!("the counts of plan {plan} are not those of its masks")
        });
        for (number, node) in part.graph.nodes().filter(|(_, node)| !matches!(node, Node::Vision(_))) {
            self.bearers.entry(node.into_uuid()).or_default().insert(Bearer::Node(plan, number));
        }
        for id in named_abroad(part) {
            self.bearers.entry(id).or_default().insert(Bearer::NamedBy(plan));
        }
    }

    /// The bitmaps against the blocks.
    fn blocks(&mut self) {
        let mut counts = [0_u64; COLUMNS];
        for (global, home) in self.index.blocks.iter().enumerate() {
            let exempt =
                self.index.part(home.plan).map(|part| exempt_on(part, self.index.day)).unwrap_or_default();
            let words = words_of(&home.block, self.index.today(), &exempt);
            for ((bitmap, word), count) in self.index.columns().zip(words).zip(&mut counts) {
                *count += u64::from(word.count_ones());
                if bitmap.word(global) != word {
                    self.faults.push(format!("a bitmap differs from block {global}"));
                }
            }
            let mixed = self.index.is_mixed(narrow(global), &home.block) && home.block.len() > 0;
            self.claim(home.mixed || !mixed, || format!("block {global} has days outside its year"));
        }
        let same = self.index.columns().zip(counts).all(|(bitmap, count)| bitmap.count() == count);
        self.claim(same, || "a bitmap miscounts".to_owned());
    }

    fn wide(&mut self) {
        let keys: BTreeSet<WideKey> = self.index.wide.keys().chain(self.wide.keys()).copied().collect();
        for (id, what) in keys {
            let Some(bitmap) = self.index.wide(id, what) else { continue };
            let expected = self.wide.remove(&(id, what)).unwrap_or_default();
            let holds =
                bitmap.count() == expected.len() as u64 && expected.iter().all(|one| bitmap.contains(*one));
            self.claim(holds, || format!("the bitmap of {id} is not that of its masks"));
        }
    }

    fn lookup(&mut self) {
        for (id, bearers) in std::mem::take(&mut self.bearers) {
            let found: BTreeSet<Bearer> = self.index.bearers(id).collect();
            self.claim(found == bearers, || format!("the table of ids is wrong about {id}"));
        }
    }
}
