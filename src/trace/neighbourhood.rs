//! The neighbourhood of an element: what it names and what names it.

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::link::{Link, LinkBasis, Way};
use super::report::NodeReport;
use super::{Node, Trace, TraceError};
use crate::id::ElementId;

/// A link between two elements of a neighbourhood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "schakel in een omgeving")]
#[non_exhaustive]
pub struct NeighbourLink {
    /// The element that states it, by its number in the list.
    pub from: usize,
    /// The element that it names, by its number in the list.
    pub to: usize,
    /// What it says.
    pub link: Link,
    /// Who says so.
    pub basis: LinkBasis,
}

/// An element with what it names and what names it (*omgeving*), one or two links far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "omgeving van een element")]
#[doc(alias = "omgeving")]
#[non_exhaustive]
pub struct Neighbourhood {
    /// The elements; the first is where one stands. Nearer ones come first.
    pub nodes: Vec<NodeReport>,
    /// The links between them that were met, each once.
    pub links: Vec<NeighbourLink>,
    /// How many links lead to elements that found no room.
    pub more: u64,
}

impl Trace {
    /// An element with what it names and what names it, one link far or two: first what it names, then what names it, each
    /// by link. At most `most` elements are told of; links to the rest are counted.
    ///
    /// ```
    /// use veiligheidsplan::{SafetyPlan, trace::Trace};
    ///
    /// let plan = SafetyPlan::from_json(include_str!("../../data/vlaardingen-2020-2023.demo.plan.json"))?;
    /// let trace = Trace::of(&plan, "2021-09-01".parse()?);
    /// let around = trace.neighbourhood(plan.priorities()[0].id(), 1, 20)?;
    /// assert_eq!(around.nodes.len(), 20);
    /// assert!(around.more > 0, "the rest is counted");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// The trace has no such element.
    pub fn neighbourhood(
        &self,
        from: impl Into<ElementId>,
        depth: u8,
        most: usize,
    ) -> Result<Neighbourhood, TraceError> {
        let start = Node::Element(from.into());
        super::set::spot(&self.index, start).ok_or(TraceError::Unknown(start.into_uuid()))?;
        let mut found: Vec<Node> = vec![start];
        let mut numbers: HashMap<Node, usize> = HashMap::from([(start, 0)]);
        let mut links: Vec<NeighbourLink> = Vec::new();
        let mut seen = std::collections::HashSet::new();
        let (mut more, mut next) = (0, 0);
        for _ in 0..depth.clamp(1, 2) {
            let ring = found.len();
            while let Some(node) = found.get(next).copied().filter(|_| next < ring) {
                let near = [Way::Up, Way::Down].map(|way| self.neighbours(node, way));
                for met in near.into_iter().flatten().flatten() {
                    let other = match numbers.get(&met.node) {
                        Some(number) => *number,
                        None if found.len() < most.max(1) => {
                            found.push(met.node);
                            numbers.insert(met.node, found.len() - 1);
                            found.len() - 1
                        }
                        None => {
                            more += 1;
                            continue;
                        }
                    };
                    let (from, to) = if met.way == Way::Up { (next, other) } else { (other, next) };
                    if seen.insert((from, to, met.link)) {
                        links.push(NeighbourLink { from, to, link: met.link, basis: met.basis });
                    }
                }
                next += 1;
            }
        }
        Ok(Neighbourhood {
            nodes: found.into_iter().map(|node| self.node_report(node)).collect(),
            links,
            more,
        })
    }
}
