//! The questions asked most: what lies above an action, what lies below a goal, what a partner does.

use std::borrow::Cow;

use super::Trace;
use super::block::OutLink;
use super::graph::NodeNo;
use super::link::Link;
use super::masks::{Key, Mask};
use super::node::{Node, TraceError};
use super::part::Part;
use super::set::Set;
use super::store::{bits, block_of};
use crate::id::{ActionId, ElementId, PartnerId, PlanId};

impl Trace {
    /// Everything above an action, each once: what it serves, what that is part of, the objectives that are pursued and
    /// supported, the vision, and the framework items that are answered, as its own plan has it; as deep as it goes first.
    /// `O(1)` and what it tells.
    ///
    /// # Errors
    /// The trace has no such action.
    ///
    /// ```
    /// use veiligheidsplan::{SafetyPlan, trace::Trace};
    ///
    /// let plan = SafetyPlan::from_json(include_str!("../../data/vlaardingen-2020-2023.demo.plan.json"))?;
    /// let trace = Trace::of(&plan, "2021-09-01".parse()?);
    /// let action = plan.execution_plans()[0].actions()[6].id();
    /// let kinds: Vec<&str> = trace.above(action)?.map(|node| node.kind_str()).collect();
    /// assert_eq!(kinds[..3], ["pillar", "priority", "objective"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn above(&self, action: ActionId) -> Result<Above<'_>, TraceError> {
        let unknown = TraceError::Unknown(action.into_uuid());
        let handle = self.index.action(action.into_uuid()).ok_or(unknown)?;
        let home = self.index.home(block_of(handle)).ok_or(unknown)?;
        let part = self.index.part(home.plan).ok_or(unknown)?;
        Ok(Above::of(part, home.block.links(handle & 63)))
    }

    /// The actions that serve a goal or something below it; of a framework or an item of one, those that answer it.
    /// `O(words)` of the plan.
    ///
    /// # Errors
    /// The trace has no such element.
    pub fn below(&self, goal: impl Into<ElementId>) -> Result<Set<'_>, TraceError> {
        let mut words = Vec::new();
        self.each_below(goal.into(), |part, mask| {
            let cells = mask.cells();
            words.extend(cells.filter_map(|(local, word)| Some((part.blocks.get(local)?.global, word))));
        })?;
        Ok(Set::of_words(self, words))
    }

    /// Tells the number of each action below a goal, as [`Set::numbers`] does; nothing is gathered.
    ///
    /// # Errors
    /// The trace has no such element.
    pub fn visit_below(
        &self,
        goal: impl Into<ElementId>,
        mut tell: impl FnMut(u32),
    ) -> Result<(), TraceError> {
        self.each_below(goal.into(), |part, mask| {
            for (local, word) in mask.cells() {
                if let Some(place) = part.blocks.get(local) {
                    bits(word).for_each(|bit| tell(place.global * 64 + bit));
                }
            }
        })
    }

    /// How many actions serve a goal or something below it. `O(words)` of its plan; of what plans share, of each.
    ///
    /// # Errors
    /// The trace has no such element.
    pub fn count_below(&self, goal: impl Into<ElementId>) -> Result<u64, TraceError> {
        let mut count = 0;
        self.each_below(goal.into(), |_, mask| count += u64::from(mask.count()))?;
        Ok(count)
    }

    fn each_below(&self, goal: ElementId, mut tell: impl FnMut(&Part, Mask<'_>)) -> Result<(), TraceError> {
        let id = goal.into_uuid();
        let mut known = false;
        for (plan, node) in self.index.nodes(id) {
            let Some(part) = self.index.part(plan) else { continue };
            if part.graph.node(node) != Some(Node::Element(goal)) {
                break;
            }
            known = true;
            if part.graph.keeps_closures() {
                part.masks.get(Key::below(node)).into_iter().for_each(|mask| tell(part, mask));
            } else {
                let words = part.below(node);
                let (blocks, words): (Vec<u32>, Vec<u64>) =
                    (0..).zip(words).filter(|(_, word)| *word != 0).unzip();
                tell(part, Mask::of(&blocks, &words));
            }
        }
        if known { Ok(()) } else { Err(TraceError::Unknown(id)) }
    }

    /// The actions that a partner does something for, in any role. `O(words)` of its plans.
    ///
    /// # Errors
    /// The trace has no such partner.
    pub fn of_partner(&self, partner: PartnerId) -> Result<Set<'_>, TraceError> {
        let id = partner.into_uuid();
        let node = Node::Element(partner.into());
        let mut words = Vec::new();
        let mut known = false;
        for (plan, number) in self.index.nodes(id) {
            let Some(part) = self.index.part(plan) else { continue };
            known = known || part.graph.node(number) == Some(node);
            let cells = part.masks.get(Key::of_partner(number)).unwrap_or_default().cells();
            words.extend(cells.filter_map(|(local, word)| Some((part.blocks.get(local)?.global, word))));
        }
        if known { Ok(Set::of_words(self, words)) } else { Err(TraceError::Unknown(id)) }
    }
}

/// What lies above an action, each once (*wat erboven ligt*): see [`Trace::above`].
#[derive(Debug, Clone)]
pub struct Above<'t> {
    part: &'t Part,
    /// What lies above what is told now, and above what is served after that.
    list: Cow<'t, [NodeNo]>,
    at: usize,
    rest: &'t [OutLink],
    /// What was told of the lists before, where there is more than one.
    told: Vec<NodeNo>,
}

impl<'t> Above<'t> {
    fn of(part: &'t Part, links: &'t [OutLink]) -> Self {
        Self { part, list: Cow::Borrowed(&[]), at: 0, rest: links, told: Vec::new() }
    }

    /// The plan that the action stands in.
    #[must_use]
    pub fn plan(&self) -> PlanId {
        self.part.id
    }

    /// Goes on with the next that is served.
    fn turn(&mut self) -> Option<()> {
        let is_serves = |link: &OutLink| link.link() == Link::Serves;
        let next = self.rest.iter().position(is_serves)?;
        let link = *self.rest.get(next)?;
        self.rest = self.rest.get(next + 1..).unwrap_or_default();
        self.told.extend_from_slice(&self.list);
        self.list = self.part.graph.above(link.to());
        self.at = 0;
        Some(())
    }
}

impl Iterator for Above<'_> {
    type Item = Node;

    fn next(&mut self) -> Option<Node> {
        loop {
            let Some(node) = self.list.get(self.at).copied() else {
                self.turn()?;
                continue;
            };
            self.at += 1;
            if (self.told.is_empty() || !self.told.contains(&node))
                && let Some(node) = self.part.graph.node(node)
            {
                return Some(node);
            }
        }
    }
}
