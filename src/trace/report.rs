//! Threads as a report: with titles and sources, for JSON and for reading.

use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::store::block_of;
use super::{End, Link, LinkBasis, Node, Thread, Trace, TraceError, Way};
use crate::id::ElementId;

/// The most threads that a report holds; the rest is counted.
const REPORTED: usize = 1_000;

/// A point of a thread, with what a reader wants to know of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "punt van een draad")]
#[non_exhaustive]
pub struct NodeReport {
    /// `vision`, or the kind of element.
    pub kind: String,
    /// The id of the element; of the vision, that of its plan.
    pub id: Uuid,
    /// Its mark in print.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Its title, name or text.
    pub title: String,
    /// The section of the document that it was taken from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// Of an action: the execution plan that it stands in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub execution_plan: Option<String>,
    /// Whether it is invented.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub fictional: bool,
}

/// One step of a thread.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "stap van een draad")]
#[non_exhaustive]
pub struct StepReport {
    /// The link that was followed, read from the bottom up; absent at the start.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<Link>,
    /// Who says that the link is there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<LinkBasis>,
    /// Where it led.
    pub node: NodeReport,
}

/// One path, with how it ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "draad")]
#[non_exhaustive]
pub struct ThreadView {
    /// The steps; the first is where it starts.
    pub steps: Vec<StepReport>,
    /// How it ends.
    pub end: End,
    /// Of a thread without a stated link: the main objectives that it doesn't reach, with their source; at most
    /// 10.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unreached: Vec<NodeReport>,
}

/// The threads of an element (*rode draad*), up or down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "rode draad")]
#[non_exhaustive]
pub struct ThreadReport {
    /// Where the threads start.
    pub from: NodeReport,
    /// Which way they go.
    pub way: Way,
    /// The threads, at most 1 000.
    pub threads: Vec<ThreadView>,
    /// How many more there are.
    pub more: u64,
    /// What it also concerns: the topics that it names, or of a topic, what names it. Never part of a thread.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also_concerns: Vec<NodeReport>,
}

impl Trace {
    /// The threads of an element as a report, up or down; at most 1 000 are kept and the rest counted.
    ///
    /// # Errors
    /// The plan has no such element, or it has no place in a thread.
    pub fn report(&self, from: impl Into<ElementId>, way: Way) -> Result<ThreadReport, TraceError> {
        let from = from.into();
        let threads = self.threads(from, way)?;
        let total = threads.total();
        let views: Vec<ThreadView> = threads.take(REPORTED).map(|thread| self.view(&thread)).collect();
        Ok(ThreadReport {
            from: self.node_report(match from {
                ElementId::Plan(plan) => Node::Vision(plan),
                other => Node::Element(other),
            }),
            way,
            more: total.saturating_sub(views.len() as u64),
            threads: views,
            also_concerns: self.also_concerns(from),
        })
    }

    fn view(&self, thread: &Thread) -> ThreadView {
        let step = |step: &super::ThreadStep| StepReport {
            link: step.link.map(|(link, _)| link),
            basis: step.link.map(|(_, basis)| basis),
            node: self.node_report(step.node),
        };
        ThreadView {
            steps: thread.steps.iter().map(step).collect(),
            end: thread.end,
            unreached: thread.unreached.iter().map(|node| self.node_report(*node)).collect(),
        }
    }

    /// What a reader wants to know of a node; of one that the trace doesn't have, its id.
    #[must_use]
    pub fn node_report(&self, node: Node) -> NodeReport {
        let mut report = NodeReport {
            kind: node.kind_str().to_owned(),
            id: node.into_uuid(),
            code: None,
            title: String::new(),
            section: None,
            execution_plan: None,
            fictional: false,
        };
        let given = |text: &str| Some(text).filter(|text| !text.is_empty()).map(str::to_owned);
        if let Node::Element(ElementId::Action(id)) = node {
            let Some(handle) = self.index.action(id.into_uuid()) else { return report };
            let Some(home) = self.index.home(block_of(handle)) else { return report };
            let (block, bit) = (&home.block, handle & 63);
            block.title(bit).clone_into(&mut report.title);
            (report.code, report.section) = (given(block.code(bit)), given(block.section(bit)));
            report.fictional = block.fact(bit).is_some_and(|fact| fact.fictional);
            let execution = self.index.part(home.plan).and_then(|part| {
                let number = part.blocks.get(home.local as usize)?.execution;
                Some(part.graph.title(part.executions.get(number as usize)?.node).to_owned())
            });
            report.execution_plan = execution;
            return report;
        }
        let Some((plan, mut number)) = self.index.nodes(report.id).next() else { return report };
        let Some(part) = self.index.part(plan) else { return report };
        let graph = &part.graph;
        report.fictional = graph.is_fictional(number);
        if let (Node::Vision(_), Some(vision)) = (node, graph.vision) {
            number = vision;
        }
        graph.title(number).clone_into(&mut report.title);
        (report.code, report.section) = (given(graph.code(number)), given(graph.section(number)));
        report
    }

    /// The topics that an element names; of a topic, the priorities, pillars and themes that name it.
    fn also_concerns(&self, from: ElementId) -> Vec<NodeReport> {
        let mut all = Vec::new();
        for (plan, node) in self.index.nodes(from.into_uuid()) {
            let Some(part) = self.index.part(plan) else { continue };
            let edges = part.graph.up(node).iter().chain(part.graph.down(node));
            let concerns = edges.filter(|edge| edge.link == Link::Concerns);
            all.extend(concerns.filter_map(|edge| part.graph.node(edge.to)));
        }
        all.into_iter().map(|node| self.node_report(node)).collect()
    }
}
