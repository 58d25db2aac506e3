//! From an id to what bears it.

use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;

use hashbrown::HashTable;
use uuid::Uuid;

use super::{Handle, Pages};

/// What bears an id, or names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::trace) enum Bearer {
    /// Another element of a plan, by the numbers of the plan and of the element in it.
    Node(u32, u32),
    /// An action.
    Action(Handle),
    /// A plan that names the id without bearing it.
    NamedBy(u32),
}

/// An entry of the table: the tag in the two highest bits, and a number.
#[derive(Debug, Clone, Copy)]
struct Slot(u32);

const TAG: u32 = 3 << 30;
const ACTION: u32 = 0;
const ONE: u32 = 1 << 30;
const MANY: u32 = 2 << 30;

#[derive(Debug, Clone)]
struct Shard {
    table: HashTable<Slot>,
    /// Elements that aren't actions, and stand alone under their id.
    ones: Vec<(Uuid, Bearer)>,
    /// What shares an id.
    many: Vec<(Uuid, Arc<Vec<Bearer>>)>,
    /// Numbers of `ones` that are free again.
    free_ones: Vec<u32>,
    /// Numbers of `many` that are free again.
    free_many: Vec<u32>,
}

/// The table of all ids, in shards, so that a change copies one of them. Its seed is that of this process, so that ids
/// can't be made to collide; nothing that comes out depends on it.
#[derive(Debug, Clone)]
pub(in crate::trace) struct Lookup {
    shards: Pages<Arc<Shard>>,
    len: usize,
    /// With secret keys: ids come from outside, and could be made to collide under a hash that can be guessed.
    hasher: RandomState,
}

/// Shards are split when they hold more than this on average.
const SHARD: usize = 400;

/// The room of a shard: more than that average, so that few have to grow.
const ROOM: usize = 448;

impl Default for Shard {
    fn default() -> Self {
        Self {
            table: HashTable::with_capacity(ROOM),
            ones: Vec::new(),
            many: Vec::new(),
            free_ones: Vec::new(),
            free_many: Vec::new(),
        }
    }
}

impl Default for Lookup {
    fn default() -> Self {
        let mut shards = Pages::default();
        shards.push(Arc::default());
        Self { shards, len: 0, hasher: RandomState::new() }
    }
}

/// What bears an id: mostly one.
#[derive(Debug, Clone)]
pub(in crate::trace) enum Bearers<'a> {
    None,
    One(Bearer),
    Many(&'a [Bearer]),
}

impl<'a> Bearers<'a> {
    pub(in crate::trace) fn iter(&self) -> impl Iterator<Item = Bearer> + use<'a> {
        let (one, many): (_, &'a [Bearer]) = match self {
            Self::None => (None, &[]),
            Self::One(one) => (Some(*one), &[]),
            Self::Many(many) => (None, many),
        };
        one.into_iter().chain(many.iter().copied())
    }
}

impl Lookup {
    fn shard_of(&self, hash: u64) -> usize {
        // The low and the very high bits are the table's own.
        (hash >> 32) as usize & (self.shards.len() - 1)
    }

    /// What bears the id. `id_of` tells the id of an action.
    pub(in crate::trace) fn find(&self, id: Uuid, id_of: impl Fn(Handle) -> Option<Uuid>) -> Bearers<'_> {
        let hash = self.hasher.hash_one(id);
        let Some(shard) = self.shards.get(self.shard_of(hash)) else { return Bearers::None };
        match shard.table.find(hash, |slot| shard.is(*slot, id, &id_of)) {
            None => Bearers::None,
            Some(slot) => shard.bearers(*slot),
        }
    }

    pub(in crate::trace) fn insert(
        &mut self,
        id: Uuid,
        bearer: Bearer,
        id_of: impl Fn(Handle) -> Option<Uuid>,
    ) {
        let hash = self.hasher.hash_one(id);
        let (number, hasher) = (self.shard_of(hash), self.hasher.clone());
        let Some(shard) = self.shards.get_mut(number).map(Arc::make_mut) else { return };
        let found = shard.table.find(hash, |slot| shard.is(*slot, id, &id_of)).copied();
        let slot = match found {
            None => shard.slot(id, bearer),
            Some(slot) => {
                shard.share(hash, slot, id, bearer);
                return;
            }
        };
        let Shard { table, ones, many, .. } = shard;
        table.insert_unique(hash, slot, |slot| {
            hasher.hash_one(id_in(*slot, ones, many, &id_of).unwrap_or_default())
        });
        self.len += 1;
        if self.len > SHARD * self.shards.len() {
            self.split(id_of);
        }
    }

    /// Takes a bearer away.
    pub(in crate::trace) fn remove(
        &mut self,
        id: Uuid,
        bearer: Bearer,
        id_of: impl Fn(Handle) -> Option<Uuid>,
    ) {
        let hash = self.hasher.hash_one(id);
        let number = self.shard_of(hash);
        let Some(shard) = self.shards.get_mut(number).map(Arc::make_mut) else { return };
        let found = shard.table.find(hash, |slot| shard.is(*slot, id, &id_of)).copied();
        let Some(slot) = found else { return };
        if shard.part(slot, bearer) {
            if let Ok(entry) = shard.table.find_entry(hash, |other| other.0 == slot.0) {
                entry.remove();
                self.len -= 1;
            }
            shard.release(slot);
        }
    }

    /// Twice as many shards.
    fn split(&mut self, id_of: impl Fn(Handle) -> Option<Uuid>) {
        let mut shards: Vec<Shard> = (0..self.shards.len() * 2).map(|_| Shard::default()).collect();
        let wide = shards.len() - 1;
        for old in self.shards.iter() {
            for slot in &old.table {
                let Some(id) = id_in(*slot, &old.ones, &old.many, &id_of) else { continue };
                let hash = self.hasher.hash_one(id);
                let Some(shard) = shards.get_mut((hash >> 32) as usize & wide) else { continue };
                let slot = match old.bearers(*slot) {
                    Bearers::None => continue,
                    Bearers::One(one) => shard.slot(id, one),
                    Bearers::Many(many) => shard.slots(id, many.to_vec()),
                };
                let Shard { table, ones, many, .. } = shard;
                table.insert_unique(hash, slot, |slot| {
                    self.hasher.hash_one(id_in(*slot, ones, many, &id_of).unwrap_or_default())
                });
            }
        }
        let mut pages = Pages::default();
        for shard in shards {
            pages.push(Arc::new(shard));
        }
        self.shards = pages;
    }

    pub(in crate::trace) fn bytes(&self) -> usize {
        let shard = |shard: &Arc<Shard>| {
            let bearers: usize = shard.many.iter().map(|(_, all)| all.capacity() * size_of::<Bearer>()).sum();
            let many = shard.many.capacity() * size_of::<(Uuid, Arc<Vec<Bearer>>)>();
            shard.table.allocation_size()
                + shard.ones.capacity() * size_of::<(Uuid, Bearer)>()
                + many
                + bearers
        };
        self.shards.bytes() + self.shards.iter().map(shard).sum::<usize>()
    }
}

fn id_in(
    slot: Slot,
    ones: &[(Uuid, Bearer)],
    many: &[(Uuid, Arc<Vec<Bearer>>)],
    id_of: &impl Fn(Handle) -> Option<Uuid>,
) -> Option<Uuid> {
    let number = slot.0 & !TAG;
    match slot.0 & TAG {
        ACTION => id_of(number),
        ONE => ones.get(number as usize).map(|(id, _)| *id),
        _ => many.get(number as usize).map(|(id, _)| *id),
    }
}

impl Shard {
    fn is(&self, slot: Slot, id: Uuid, id_of: &impl Fn(Handle) -> Option<Uuid>) -> bool {
        id_in(slot, &self.ones, &self.many, id_of) == Some(id)
    }

    fn bearers(&self, slot: Slot) -> Bearers<'_> {
        let number = slot.0 & !TAG;
        match slot.0 & TAG {
            ACTION => Bearers::One(Bearer::Action(number)),
            ONE => self.ones.get(number as usize).map_or(Bearers::None, |(_, one)| Bearers::One(*one)),
            _ => self.many.get(number as usize).map_or(Bearers::None, |(_, many)| Bearers::Many(many)),
        }
    }

    /// A slot for one bearer.
    fn slot(&mut self, id: Uuid, bearer: Bearer) -> Slot {
        if let Bearer::Action(handle) = bearer {
            return Slot(ACTION | handle);
        }
        if let Some(free) = self.free_ones.pop()
            && let Some(place) = self.ones.get_mut(free as usize)
        {
            *place = (id, bearer);
            return Slot(ONE | free);
        }
        self.ones.push((id, bearer));
        Slot(ONE | crate::place::narrow(self.ones.len() - 1))
    }

    fn slots(&mut self, id: Uuid, all: Vec<Bearer>) -> Slot {
        if let Some(free) = self.free_many.pop()
            && let Some(place) = self.many.get_mut(free as usize)
        {
            *place = (id, Arc::new(all));
            return Slot(MANY | free);
        }
        self.many.push((id, Arc::new(all)));
        Slot(MANY | crate::place::narrow(self.many.len() - 1))
    }

    fn release(&mut self, slot: Slot) {
        let number = slot.0 & !TAG;
        match slot.0 & TAG {
            ONE => self.free_ones.push(number),
            MANY => {
                if let Some((id, all)) = self.many.get_mut(number as usize) {
                    (*id, *all) = (Uuid::nil(), Arc::default());
                    self.free_many.push(number);
                }
            }
            _ => {}
        }
    }

    /// One more bearer for an id that has one.
    fn share(&mut self, hash: u64, slot: Slot, id: Uuid, bearer: Bearer) {
        if slot.0 & TAG == MANY {
            if let Some((_, all)) = self.many.get_mut((slot.0 & !TAG) as usize) {
                let at = all.partition_point(|one| *one < bearer);
                Arc::make_mut(all).insert(at, bearer);
            }
            return;
        }
        let mut all: Vec<Bearer> = self.bearers(slot).iter().chain([bearer]).collect();
        all.sort_unstable();
        self.release(slot);
        let new = self.slots(id, all);
        if let Some(place) = self.table.find_mut(hash, |other| other.0 == slot.0) {
            *place = new;
        }
    }

    /// One bearer less; says whether none is left.
    fn part(&mut self, slot: Slot, bearer: Bearer) -> bool {
        if slot.0 & TAG != MANY {
            return matches!(self.bearers(slot), Bearers::One(one) if one == bearer);
        }
        let Some((_, all)) = self.many.get_mut((slot.0 & !TAG) as usize) else { return false };
        if let Ok(at) = all.binary_search(&bearer) {
            Arc::make_mut(all).remove(at);
        }
        all.is_empty()
    }
}
