//! Bitmaps over all actions of what many plans share: a partner, an item of a framework, a power.

use std::sync::Arc;

use uuid::Uuid;

use super::graph::NodeNo;
use super::index::Index;
use super::link::Link;
use super::masks::{ANY_ROLE, BELOW, Key};
use super::node::Node;
use super::part::Part;
use super::store::{Bitmap, Handle};
use crate::kind::Kind;

/// From how many plans that share an element on, the actions that hang on it are also kept as a bitmap.
const WIDE: usize = 8;

/// By what a wide bitmap is found: the id of a shared element, and how actions hang on it.
pub(super) type WideKey = (Uuid, u8);

impl Index {
    /// Keeps bitmaps of the elements that many plans share.
    pub(super) fn widen(&mut self, plan: u32, part: &Part) {
        for (node, _) in shared_nodes(part) {
            let Some(id) = part.graph.node(node).map(Node::into_uuid) else { continue };
            let sharers: Vec<(u32, NodeNo)> = self.nodes(id).take(WIDE + 1).collect();
            let sharers = match sharers.len() {
                ..WIDE => continue,
                WIDE => sharers,
                _ => vec![(plan, node)],
            };
            for (plan, node) in sharers {
                let Some(part) = self.part(plan).cloned() else { continue };
                if !part.graph.keeps_closures() {
                    let bitmap = Arc::make_mut(&mut self.wide).entry((id, BELOW)).or_default();
                    for (place, word) in part.blocks.iter().zip(part.below(node)) {
                        bitmap.add_word(place.global as usize, word);
                    }
                }
                for (what, mask) in part.masks.of(node) {
                    let bitmap = Arc::make_mut(&mut self.wide).entry((id, what)).or_default();
                    for (local, word) in mask.cells() {
                        if let Some(place) = part.blocks.get(local) {
                            bitmap.add_word(place.global as usize, word);
                        }
                    }
                }
            }
        }
    }

    /// Takes the actions of a plan out.
    pub(super) fn clear_wide(&mut self, part: &Part) {
        for (node, _) in shared_nodes(part) {
            let Some(id) = part.graph.node(node).map(Node::into_uuid) else { continue };
            for what in part.masks.of(node).map(|(what, _)| what).chain([BELOW]) {
                if !self.wide.contains_key(&(id, what)) {
                    continue;
                }
                if let Some(bitmap) = Arc::make_mut(&mut self.wide).get_mut(&(id, what)) {
                    part.blocks.iter().for_each(|place| bitmap.set_word(place.global as usize, 0));
                }
            }
        }
    }

    /// Drops the bitmaps of an element that too few plans share.
    pub(super) fn narrow(&mut self, id: Uuid) {
        if self.is_wide(id) {
            return;
        }
        for what in Link::ALL.iter().map(|link| *link as u8).chain([ANY_ROLE, BELOW]) {
            if self.wide.contains_key(&(id, what)) {
                Arc::make_mut(&mut self.wide).remove(&(id, what));
            }
        }
    }

    /// Puts an action in the wide bitmaps of a key of its plan, or takes it out.
    pub(super) fn put_wide(&mut self, part: &Part, key: Key, handle: Handle, is_in: bool) {
        let Some((node, what)) = key.node() else { return };
        let Some(node) = part.graph.node(node).filter(|node| is_shared(*node)) else { return };
        let id = node.into_uuid();
        let is_wide = self.wide.contains_key(&(id, what)) || self.is_wide(id);
        if is_wide {
            Arc::make_mut(&mut self.wide).entry((id, what)).or_default().put(handle, is_in);
        }
    }

    /// The bitmap of the actions that hang on a shared element in some way; `None` where it isn't kept. An element that
    /// is kept and on which nothing hangs has an empty one.
    pub(super) fn wide(&self, id: Uuid, what: u8) -> Option<&Bitmap> {
        self.wide.get(&(id, what)).or_else(|| self.is_wide(id).then_some(&self.none))
    }

    /// Whether so many plans share an element that bitmaps are kept of it.
    pub(super) fn is_wide(&self, id: Uuid) -> bool {
        self.nodes(id).nth(WIDE - 1).is_some()
    }
}

/// Whether plans may share the node under one id.
pub(super) fn is_shared(node: Node) -> bool {
    match node {
        Node::Power(_) => true,
        Node::Vision(_) => false,
        Node::Element(id) => {
            matches!(
                id.kind(),
                Kind::Partner | Kind::Framework | Kind::FrameworkItem | Kind::Area | Kind::Topic
            )
        }
    }
}

pub(super) fn shared_nodes(part: &Part) -> impl Iterator<Item = (NodeNo, Node)> {
    part.graph.nodes().filter(|(_, node)| is_shared(*node))
}
