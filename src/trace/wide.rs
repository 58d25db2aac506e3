//! Bitmaps over all actions of what many plans share: a partner, an item of a framework, a power.

use std::collections::HashMap;
use std::sync::Arc;

use uuid::Uuid;

use super::graph::NodeNo;
use super::index::Index;
use super::masks::{BELOW, Key};
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
    pub(super) fn widen(&mut self, part: &Part) {
        let mut own: Vec<NodeNo> = Vec::new();
        for (node, id) in shared_nodes(part) {
            match self.nodes(id).take(WIDE + 1).count() {
                ..WIDE => {}
                WIDE => {
                    let sharers: Vec<(u32, NodeNo)> = self.nodes(id).collect();
                    for (plan, node) in sharers {
                        if let Some(part) = self.part(plan).cloned() {
                            self.add_wide(&part, &[node]);
                        }
                    }
                }
                _ => own.push(node),
            }
        }
        self.add_wide(part, &own);
    }

    /// Adds the actions of a plan that hang on some nodes, which are in their order.
    fn add_wide(&mut self, part: &Part, nodes: &[NodeNo]) {
        let ids: HashMap<NodeNo, Uuid> =
            nodes.iter().filter_map(|node| Some((*node, part.graph.node(*node)?.into_uuid()))).collect();
        if ids.is_empty() {
            return;
        }
        let wide = Arc::make_mut(&mut self.wide);
        let mut add = |id: Uuid, what: u8, cells: &mut dyn Iterator<Item = (usize, u64)>| {
            let bitmap = wide.entry((id, what)).or_default();
            for (local, word) in cells {
                if let Some(place) = part.blocks.get(local) {
                    bitmap.add_word(place.global as usize, word);
                }
            }
        };
        for (key, mask) in part.masks.iter() {
            if let Some((node, what)) = key.node()
                && let Some(id) = ids.get(&node)
            {
                add(*id, what, &mut mask.cells());
            }
        }
        if !part.graph.keeps_closures() {
            for (node, id) in &ids {
                add(*id, BELOW, &mut part.below(*node).into_iter().enumerate());
            }
        }
    }

    /// Takes the actions of a plan out.
    pub(super) fn clear_wide(&mut self, part: &Part) {
        for (_, id) in shared_nodes(part) {
            for what in 0..=BELOW {
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
        for what in 0..=BELOW {
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

/// The nodes of a plan that other plans may share, with their ids.
pub(super) fn shared_nodes(part: &Part) -> impl Iterator<Item = (NodeNo, Uuid)> {
    part.graph.nodes().filter(|(_, node)| is_shared(*node)).map(|(number, node)| (number, node.into_uuid()))
}
