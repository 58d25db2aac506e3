//! The index: plans, blocks, bitmaps and the table of ids, and how a plan comes in and goes out.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use uuid::Uuid;

use super::block::{Block, Day, number_of};
use super::column::{COLUMNS, Column, Words, words_of};
use super::graph::NodeNo;
use super::node::Node;
use super::part::{Part, Prepared};
use super::store::{Bearer, Bitmap, CHUNK, Handle, Lookup, Pages, bit_of, block_of};
use super::wide::{WideKey, is_shared, shared_nodes};
use crate::id::{ElementId, PlanId};
use crate::kind::Kind;
use crate::place::narrow;
use crate::plan::Version;
use crate::value::Date;

/// A block in its place: of which plan, and which block of it.
#[derive(Debug, Clone, Default)]
pub(super) struct Home {
    pub(super) plan: u32,
    pub(super) local: u32,
    /// Whether some action of it has days outside the year of its chunk.
    pub(super) mixed: bool,
    pub(super) block: Arc<Block>,
}

/// A chunk of blocks of one year.
#[derive(Debug, Clone)]
pub(super) struct ChunkOf {
    pub(super) year: i32,
    used: u32,
    /// Whether some action in it has, or had, days outside the year.
    pub(super) mixed: bool,
}

/// Everything that a trace knows.
#[derive(Debug, Clone)]
pub(super) struct Index {
    pub(super) day: Date,
    /// In the order in which they came; one that went leaves its place empty.
    pub(super) plans: Pages<Option<Arc<Part>>>,
    /// Which version of each plan it is.
    pub(super) versions: Pages<Version>,
    pub(super) blocks: Pages<Home>,
    pub(super) chunks: Arc<Vec<ChunkOf>>,
    free: Arc<BTreeMap<i32, Vec<u32>>>,
    columns: Vec<Bitmap>,
    pub(super) wide: Arc<HashMap<WideKey, Bitmap>>,
    lookup: Lookup,
    pub(super) none: Bitmap,
}

impl Index {
    pub(super) fn new(day: Date) -> Self {
        Self {
            day,
            plans: Pages::default(),
            versions: Pages::default(),
            blocks: Pages::default(),
            chunks: Arc::default(),
            free: Arc::default(),
            columns: vec![Bitmap::default(); COLUMNS],
            wide: Arc::default(),
            lookup: Lookup::default(),
            none: Bitmap::default(),
        }
    }

    pub(super) fn today(&self) -> Day {
        number_of(self.day)
    }

    pub(super) fn column(&self, column: Column) -> &Bitmap {
        self.columns.get(column.number()).unwrap_or(&self.none)
    }

    pub(super) fn columns(&self) -> impl Iterator<Item = &Bitmap> {
        self.columns.iter()
    }

    pub(super) fn part(&self, plan: u32) -> Option<&Arc<Part>> {
        self.plans.get(plan as usize)?.as_ref()
    }

    /// The plans with their numbers.
    pub(super) fn parts(&self) -> impl Iterator<Item = (u32, &Arc<Part>)> + Clone {
        (0..).zip(self.plans.iter()).filter_map(|(number, part)| Some((number, part.as_ref()?)))
    }

    pub(super) fn home(&self, block: usize) -> Option<&Home> {
        self.blocks.get(block)
    }

    pub(super) fn id_of(&self, handle: Handle) -> Option<Uuid> {
        self.home(block_of(handle))?.block.id(handle & 63)
    }

    /// What bears an id.
    pub(super) fn bearers(&self, id: Uuid) -> impl Iterator<Item = Bearer> + use<'_> {
        let found = self.lookup.find(id, |handle| self.id_of(handle));
        found.iter()
    }

    /// The action with this id.
    pub(super) fn action(&self, id: Uuid) -> Option<Handle> {
        self.bearers(id).find_map(|bearer| match bearer {
            Bearer::Action(handle) => Some(handle),
            _ => None,
        })
    }

    /// The elements other than actions with this id: of each plan that has it.
    pub(super) fn nodes(&self, id: Uuid) -> impl Iterator<Item = (u32, NodeNo)> + use<'_> {
        self.bearers(id).filter_map(|bearer| match bearer {
            Bearer::Node(plan, node) => Some((plan, node)),
            _ => None,
        })
    }

    pub(super) fn plan(&self, id: PlanId) -> Option<u32> {
        self.nodes(id.into_uuid()).find(|(_, node)| *node == 0).map(|(plan, _)| plan)
    }

    /// The plan that an action stands in, and its position there.
    pub(super) fn position(&self, handle: Handle) -> Option<(u32, u32)> {
        let home = self.home(block_of(handle))?;
        Some((home.plan, home.local * 64 + (handle & 63)))
    }

    /// The action at a position of a plan.
    pub(super) fn handle(part: &Part, position: u32) -> Option<Handle> {
        part.blocks.get((position / 64) as usize).map(|block| block.global * 64 + position % 64)
    }

    /// Whether the ids of a plan may come in beside those that are there, but for those of a version before: the id in the
    /// way, if not.
    pub(super) fn clash(&self, prepared: &Prepared, before: Option<u32>) -> Option<Uuid> {
        let part = &prepared.part;
        let nodes =
            part.graph.nodes().filter(|(_, node)| !is_shared(*node)).map(|(_, node)| node.into_uuid());
        let elements = nodes.filter(|id| part.graph.vision.is_none_or(|_| *id != part.id.into_uuid()));
        let actions = prepared.blocks.iter().flat_map(|block| block.ids().iter().copied());
        let taken = |id: &Uuid| {
            self.bearers(*id).any(|bearer| match bearer {
                Bearer::NamedBy(_) => false,
                Bearer::Node(plan, _) => Some(plan) != before,
                Bearer::Action(handle) => self.position(handle).map(|(plan, _)| plan) != before,
            })
        };
        let own = std::iter::once(part.id.into_uuid());
        // Those that share an id agree on the kind, so the first tells.
        let other_kind = part.graph.nodes().filter(|(_, node)| is_shared(*node)).find(|(_, node)| {
            let kinds = self.bearers(node.into_uuid()).filter_map(|bearer| match bearer {
                Bearer::NamedBy(_) => None,
                Bearer::Action(handle) => {
                    (self.position(handle).map(|(plan, _)| plan) != before).then_some(Some(Kind::Action))
                }
                Bearer::Node(plan, number) => {
                    (Some(plan) != before).then(|| self.part(plan).and_then(|part| part.graph.kind(number)))
                }
            });
            kinds.take(1).any(|kind| kind != node.kind())
        });
        let other_kind = other_kind.map(|(_, node)| node.into_uuid());
        own.chain(elements).chain(actions).find(taken).or(other_kind)
    }

    /// Puts a plan in, under a number of its own or that of the version before.
    pub(super) fn insert(&mut self, prepared: Prepared, number: Option<u32>) {
        let Prepared { version, mut part, blocks } = prepared;
        let plan = number.unwrap_or(narrow(self.plans.len()));
        let exempt = exempt_on(&part, self.day);
        let years: Vec<i32> = part.executions.iter().map(|execution| execution.year).collect();
        for ((local, place), block) in (0..).zip(&mut part.blocks).zip(blocks) {
            let year = years.get(place.execution as usize).copied().unwrap_or_default();
            place.global = self.allocate(year);
            self.settle(place.global, Home { plan, local, mixed: false, block: Arc::new(block) }, &exempt);
        }
        let bearers = part.graph.nodes().filter(|(_, node)| !matches!(node, Node::Vision(_)));
        for (node, id) in bearers.map(|(number, node)| (number, node.into_uuid())) {
            self.bear(id, Bearer::Node(plan, node));
        }
        for place in &part.blocks {
            let home = self.home(place.global as usize).cloned().unwrap_or_default();
            for (bit, id) in (0..).zip(home.block.ids()) {
                self.bear(*id, Bearer::Action(place.global * 64 + bit));
            }
        }
        for id in named_abroad(&part) {
            self.bear(id, Bearer::NamedBy(plan));
        }
        let part = Arc::new(part);
        if let Some(place) = number.and_then(|number| self.plans.get_mut(number as usize)) {
            *place = Some(Arc::clone(&part));
        } else {
            self.plans.push(Some(Arc::clone(&part)));
            self.versions.push(version);
        }
        self.renew(plan, version);
        self.widen(&part);
    }

    /// Notes which version of a plan it is now.
    pub(super) fn renew(&mut self, plan: u32, version: Version) {
        if self.versions.get(plan as usize) != Some(&version)
            && let Some(place) = self.versions.get_mut(plan as usize)
        {
            *place = version;
        }
    }

    /// Takes a plan out; its number stays empty.
    pub(super) fn remove(&mut self, plan: u32) -> Option<Arc<Part>> {
        let part = self.plans.get_mut(plan as usize)?.take()?;
        self.clear_wide(&part);
        for (number, node) in part.graph.nodes().filter(|(_, node)| !matches!(node, Node::Vision(_))) {
            self.unbear(node.into_uuid(), Bearer::Node(plan, number));
        }
        for (_, id) in shared_nodes(&part) {
            self.narrow(id);
        }
        for id in named_abroad(&part) {
            self.unbear(id, Bearer::NamedBy(plan));
        }
        for place in &part.blocks {
            let home = self.home(place.global as usize).cloned().unwrap_or_default();
            for (bit, id) in (0..).zip(home.block.ids()) {
                self.unbear(*id, Bearer::Action(place.global * 64 + bit));
            }
            for bitmap in &mut self.columns {
                bitmap.set_word(place.global as usize, 0);
            }
            if let Some(home) = self.blocks.get_mut(place.global as usize) {
                *home = Home::default();
            }
            let year = self.chunks.get(place.global as usize / CHUNK).map(|chunk| chunk.year);
            if let Some(year) = year {
                Arc::make_mut(&mut self.free).entry(year).or_default().push(place.global);
            }
        }
        Some(part)
    }

    pub(super) fn bear(&mut self, id: Uuid, bearer: Bearer) {
        let blocks = &self.blocks;
        self.lookup.insert(id, bearer, |handle| blocks.get(block_of(handle))?.block.id(handle & 63));
    }

    fn unbear(&mut self, id: Uuid, bearer: Bearer) {
        let blocks = &self.blocks;
        self.lookup.remove(id, bearer, |handle| blocks.get(block_of(handle))?.block.id(handle & 63));
    }

    /// A free block among those of a year.
    pub(super) fn allocate(&mut self, year: i32) -> u32 {
        if let Some(free) = self.free.get(&year).filter(|free| !free.is_empty()) {
            let last = free.len() - 1;
            let found = free.get(last).copied().unwrap_or_default();
            if let Some(free) = Arc::make_mut(&mut self.free).get_mut(&year) {
                free.truncate(last);
            }
            return found;
        }
        let chunks = Arc::make_mut(&mut self.chunks);
        let open = chunks.iter().rposition(|chunk| chunk.year == year && (chunk.used as usize) < CHUNK);
        let at = open.unwrap_or_else(|| {
            chunks.push(ChunkOf { year, used: 0, mixed: false });
            (0..CHUNK).for_each(|_| self.blocks.push(Home::default()));
            chunks.len() - 1
        });
        let Some(chunk) = chunks.get_mut(at) else { return 0 };
        chunk.used += 1;
        narrow(at * CHUNK) + chunk.used - 1
    }

    /// Puts a block in its place and tells the bitmaps.
    pub(super) fn settle(&mut self, global: u32, mut home: Home, exempt: &HashSet<Uuid>) {
        let words = words_of(&home.block, self.today(), exempt);
        for (bitmap, word) in self.columns.iter_mut().zip(words) {
            bitmap.set_word(global as usize, word);
        }
        home.mixed = self.is_mixed(global, &home.block);
        if home.mixed {
            self.mix(global);
        }
        if let Some(place) = self.blocks.get_mut(global as usize) {
            *place = home;
        }
    }

    fn mix(&mut self, global: u32) {
        let number = global as usize / CHUNK;
        if self.chunks.get(number).is_some_and(|chunk| !chunk.mixed)
            && let Some(chunk) = Arc::make_mut(&mut self.chunks).get_mut(number)
        {
            chunk.mixed = true;
        }
    }

    pub(super) fn is_mixed(&self, global: u32, block: &Block) -> bool {
        let days = self.chunks.get(global as usize / CHUNK).and_then(|chunk| days_of(chunk.year));
        !days.is_some_and(|(first, last)| {
            block.facts().iter().all(|fact| first <= fact.start && fact.end <= last)
        })
    }

    /// Writes to a block; the bitmaps are told apart.
    pub(super) fn block_mut(&mut self, global: u32) -> Option<&mut Block> {
        self.blocks.get_mut(global as usize).map(|home| Arc::make_mut(&mut home.block))
    }

    /// Gives the bitmaps what they are to say of one action.
    pub(super) fn tell(&mut self, handle: Handle, words: &Words) {
        for (bitmap, word) in self.columns.iter_mut().zip(words) {
            let is_in = word & bit_of(handle) != 0;
            if bitmap.contains(handle) != is_in {
                bitmap.put(handle, is_in);
            }
        }
    }

    /// Gives an action another state.
    pub(super) fn turn(&mut self, handle: Handle, changes: [(Column, bool); 3]) {
        for (column, is_in) in changes {
            if let Some(bitmap) = self.columns.get_mut(column.number()) {
                bitmap.put(handle, is_in);
            }
        }
    }

    /// Notes of a block whether some action has days outside its year.
    pub(super) fn remix(&mut self, global: u32) {
        let Some(home) = self.home(global as usize).filter(|home| !home.mixed) else { return };
        if self.is_mixed(global, &home.block) {
            self.mix(global);
            if let Some(home) = self.blocks.get_mut(global as usize) {
                home.mixed = true;
            }
        }
    }

    /// Another day: states and what follows from them are derived anew.
    pub(super) fn set_day(&mut self, day: Date) {
        self.day = day;
        let exempt: HashMap<u32, HashSet<Uuid>> =
            self.parts().map(|(number, part)| (number, exempt_on(part, day))).collect();
        let none = HashSet::new();
        for number in 0..self.chunks.len() {
            for slot in 0..CHUNK {
                let global = number * CHUNK + slot;
                let Some(home) = self.home(global).filter(|home| home.block.len() > 0) else { continue };
                let words = words_of(&home.block, number_of(day), exempt.get(&home.plan).unwrap_or(&none));
                for (column, (bitmap, word)) in self.columns.iter_mut().zip(words).enumerate() {
                    if Column::follows_day(column) {
                        bitmap.set_word(global, word);
                    }
                }
            }
        }
    }

    /// How much memory the index takes, by what it is for: the actions themselves, and all the rest.
    pub(super) fn bytes(&self) -> (usize, usize) {
        let blocks: usize = self.blocks.iter().map(|home| home.block.bytes()).sum();
        let columns: usize = self.columns.iter().chain(self.wide.values()).map(Bitmap::bytes).sum();
        let parts: usize = self.parts().map(|(_, part)| part.bytes()).sum();
        let rest = self.blocks.bytes() + self.plans.bytes() + columns + parts + self.lookup.bytes();
        (blocks, rest)
    }
}

/// The days of a year.
pub(super) fn days_of(year: i32) -> Option<(Day, Day)> {
    let first = Date::new(year, 1, 1).ok()?;
    let last = Date::new(year, 12, 31).ok()?;
    Some((number_of(first), number_of(last)))
}

/// The ids of other plans that a plan names, each once.
pub(super) fn named_abroad(part: &Part) -> Vec<Uuid> {
    let nodes = part.graph.foreign.iter().map(|foreign| foreign.to);
    let actions = part.foreign.iter().map(|(_, to)| *to);
    let mut all: Vec<Uuid> = nodes.chain(actions).map(ElementId::into_uuid).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Whether some advice about an element is accepted on a day.
pub(super) fn is_exempt(part: &Part, id: Uuid, day: Date) -> bool {
    part.graph.exemptions.iter().any(|one| one.subject == id && one.holds(day))
}

/// The elements for which some advice is accepted on a day.
pub(super) fn exempt_on(part: &Part, day: Date) -> HashSet<Uuid> {
    let holding = part.graph.exemptions.iter().filter(|one| one.holds(day));
    holding.map(|one| one.subject).collect()
}
