//! Counts of a plan that are kept, and follow each change of an action.

use super::count::{PillarCount, RoleCount, pillars, roles, years};
use super::graph::{Graph, NodeNo};
use super::link::Link;
use super::masks::{ANY_ROLE, BELOW, Key};
use super::part::Part;
use crate::kind::Kind;

/// What partners do for priorities and what pillars have in each year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Kept {
    pub(super) years: Vec<i32>,
    pub(super) priorities: Vec<NodeNo>,
    pub(super) pillars: Vec<NodeNo>,
    /// By priority and partner.
    roles: Vec<RoleCount>,
    /// By pillar and year.
    by_year: Vec<PillarCount>,
    /// By pillar, year and partner: how many of the actions it takes part in.
    shares: Vec<u32>,
}

impl Kept {
    /// The counts of a plan; nothing where they would be far more than its actions.
    pub(super) fn of(part: &Part) -> Option<Self> {
        let graph = &part.graph;
        let of = |kind: Kind| graph.goals.iter().filter(move |(_, own)| *own == kind).map(|(node, _)| *node);
        let (priorities, pillar_nodes): (Vec<_>, Vec<_>) =
            (of(Kind::Priority).collect(), of(Kind::Pillar).collect());
        let years = years(part);
        let cells = priorities.len() + pillar_nodes.len() * years.len();
        let room = 64 * 1_024 + 16 * 64 * part.blocks.len();
        if !graph.keeps_closures() || cells.checked_mul(graph.partners.len().max(1))? > room {
            return None;
        }
        let mut kept = Self {
            years,
            priorities,
            pillars: pillar_nodes,
            roles: Vec::new(),
            by_year: Vec::new(),
            shares: Vec::new(),
        };
        roles(part, None, |_, counts| kept.roles.extend_from_slice(counts));
        pillars(part, &kept.years, None, |_, counts, shares| {
            kept.by_year.extend_from_slice(counts);
            kept.shares.extend_from_slice(shares);
        });
        Some(kept)
    }

    /// What every partner does for a priority, by the number of the priority among those kept.
    pub(super) fn roles(&self, priority: usize, graph: &Graph) -> &[RoleCount] {
        let width = graph.partners.len();
        self.roles.get(priority * width..(priority + 1) * width).unwrap_or_default()
    }

    /// What a pillar has in each of the years, by its number among those kept.
    pub(super) fn years_of(&self, pillar: usize) -> &[PillarCount] {
        let width = self.years.len();
        self.by_year.get(pillar * width..(pillar + 1) * width).unwrap_or_default()
    }

    /// Counts an action in or out: under which keys it stands, each once, and the year of its execution plan.
    pub(super) fn put(&mut self, graph: &Graph, keys: &[Key], year: i32, is_in: bool) {
        let step = |count: &mut u32| {
            *count = if is_in { count.saturating_add(1) } else { count.saturating_sub(1) };
        };
        let hows = |how: u8| keys.iter().filter_map(|key| key.node()).filter(move |(_, own)| *own == how);
        let partner = |node: NodeNo| graph.partners.binary_search(&node).ok();
        let partners: Vec<usize> = hows(ANY_ROLE).filter_map(|(node, _)| partner(node)).collect();
        let in_role: Vec<(usize, usize)> = keys
            .iter()
            .filter_map(|key| key.node())
            .filter_map(|(node, how)| {
                let role = Link::ALL.get(usize::from(how))?.role()?;
                Some((partner(node)?, role as usize))
            })
            .collect();
        let is_led = hows(Link::LedBy as u8).next().is_some();
        let width = graph.partners.len();
        for (node, _) in hows(BELOW) {
            if let Ok(priority) = self.priorities.binary_search(&node) {
                for partner in &partners {
                    if let Some(count) = self.roles.get_mut(priority * width + partner) {
                        step(&mut count.actions);
                    }
                }
                for (partner, role) in &in_role {
                    let count = self.roles.get_mut(priority * width + partner);
                    if let Some(count) = count.and_then(|count| count.roles.get_mut(*role)) {
                        step(count);
                    }
                }
            }
            let Ok(pillar) = self.pillars.binary_search(&node) else { continue };
            let Ok(year) = self.years.binary_search(&year) else { continue };
            let cell = pillar * self.years.len() + year;
            let Some(count) = self.by_year.get_mut(cell) else { continue };
            step(&mut count.actions);
            if is_led {
                step(&mut count.led);
            }
            for partner in &partners {
                let Some(share) = self.shares.get_mut(cell * width + partner) else { continue };
                let before = *share;
                step(share);
                if before == 0 || *share == 0 {
                    step(&mut count.partners);
                }
            }
        }
    }

    pub(super) fn bytes(&self) -> usize {
        (self.years.capacity()
            + self.priorities.capacity()
            + self.pillars.capacity()
            + self.shares.capacity())
            * size_of::<u32>()
            + self.roles.capacity() * size_of::<RoleCount>()
            + self.by_year.capacity() * size_of::<PillarCount>()
    }
}
