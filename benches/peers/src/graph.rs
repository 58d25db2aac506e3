//! A graph of petgraph: everything a node, every reference an edge.

use std::collections::{HashMap, HashSet};

use petgraph::Direction::{Incoming, Outgoing};
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef as _;
use uuid::Uuid;

use crate::engine::Engine;
use crate::questions::{Answer, Ask, Facets, LED, OBJECTIVE, PLAN};
use crate::rows::{LEAD, PILLAR, PRIORITY, Rows, Task, is_off};

enum Node {
    Plan,
    Goal {
        number: u32,
        kind: u8,
    },
    Objective {
        number: u32,
    },
    Item,
    Partner,
    Task {
        number: u32,
        plan: u32,
        year: u32,
        status: u8,
        approach: u8,
        #[allow(dead_code, reason = "part of what is held")]
        title: String,
    },
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Edge {
    /// From an action to a goal.
    Serves,
    /// From a goal to the one it stands under, and from a sub-objective to its main objective.
    Under,
    /// From a priority to its objective.
    Has,
    /// From an objective to a strategic one.
    Supports,
    /// From a goal to a framework item.
    Answers,
    /// From an action to a partner.
    Role(u8),
    /// From an action to its plan.
    In,
}

pub struct Graph {
    graph: DiGraph<Node, Edge>,
    by_id: HashMap<Uuid, NodeIndex>,
    plans: Vec<NodeIndex>,
    goals: Vec<NodeIndex>,
    partners: Vec<NodeIndex>,
    partner_of: HashMap<NodeIndex, u32>,
    items: Vec<NodeIndex>,
    tasks: Vec<NodeIndex>,
}

impl Graph {
    pub fn load(rows: &Rows) -> Self {
        let mut graph = DiGraph::new();
        let plans: Vec<_> = rows.plans.iter().map(|_| graph.add_node(Node::Plan)).collect();
        let items: Vec<_> = rows.items.iter().map(|_| graph.add_node(Node::Item)).collect();
        let partners: Vec<_> = rows.partners.iter().map(|_| graph.add_node(Node::Partner)).collect();
        let goal =
            |(at, goal): (usize, &crate::rows::Goal)| Node::Goal { number: at as u32, kind: goal.kind };
        let goals: Vec<_> =
            rows.goals.iter().enumerate().map(goal).map(|node| graph.add_node(node)).collect();
        let numbers = 0..rows.objectives.len() as u32;
        let objectives: Vec<_> = numbers.map(|number| graph.add_node(Node::Objective { number })).collect();
        for (from, goal) in goals.iter().zip(&rows.goals) {
            if let Some(parent) = goal.parent {
                graph.add_edge(*from, goals[parent as usize], Edge::Under);
            }
            for item in &goal.answers {
                graph.add_edge(*from, items[*item as usize], Edge::Answers);
            }
        }
        for (at, objective) in objectives.iter().zip(&rows.objectives) {
            if let Some(goal) = objective.goal {
                graph.add_edge(goals[goal as usize], *at, Edge::Has);
            }
            if let Some(parent) = objective.parent {
                graph.add_edge(*at, objectives[parent as usize], Edge::Under);
            }
            for strategic in &objective.supports {
                graph.add_edge(*at, objectives[*strategic as usize], Edge::Supports);
            }
        }
        let partner_of = partners.iter().enumerate().map(|(at, node)| (*node, at as u32)).collect();
        let by_id = HashMap::with_capacity(rows.tasks.len());
        let mut this = Self { graph, by_id, plans, goals, partners, partner_of, items, tasks: Vec::new() };
        rows.tasks.iter().for_each(|task| this.add(task));
        this
    }

    fn add(&mut self, task: &Task) {
        let Task { plan, year, status, approach, .. } = *task;
        let number = self.tasks.len() as u32;
        let title = task.title.clone();
        let node = self.graph.add_node(Node::Task { number, plan, year, status, approach, title });
        self.graph.add_edge(node, self.plans[plan as usize], Edge::In);
        for goal in &task.serves {
            self.graph.add_edge(node, self.goals[*goal as usize], Edge::Serves);
        }
        for (partner, role) in &task.roles {
            self.graph.add_edge(node, self.partners[*partner as usize], Edge::Role(*role));
        }
        self.by_id.insert(task.uuid, node);
        self.tasks.push(node);
    }

    fn along(&self, from: NodeIndex, edge: Edge) -> impl Iterator<Item = NodeIndex> + '_ {
        self.graph.edges(from).filter(move |one| *one.weight() == edge).map(|one| one.target())
    }

    fn against(&self, to: NodeIndex, edge: Edge) -> impl Iterator<Item = NodeIndex> + '_ {
        self.graph
            .edges_directed(to, Incoming)
            .filter(move |one| *one.weight() == edge)
            .map(|one| one.source())
    }

    fn number(&self, node: NodeIndex) -> u32 {
        match &self.graph[node] {
            Node::Goal { number, .. } | Node::Objective { number } | Node::Task { number, .. } => *number,
            Node::Plan | Node::Item | Node::Partner => 0,
        }
    }

    fn is(&self, goal: NodeIndex, asked: u8) -> bool {
        matches!(&self.graph[goal], Node::Goal { kind, .. } if *kind == asked)
    }

    /// The goals above an action, each once.
    fn goals_of(&self, task: NodeIndex) -> Vec<NodeIndex> {
        let mut found = Vec::new();
        for served in self.along(task, Edge::Serves) {
            let mut at = Some(served);
            while let Some(goal) = at {
                if !found.contains(&goal) {
                    found.push(goal);
                }
                at = self.along(goal, Edge::Under).next();
            }
        }
        found
    }

    fn under(&self, goal: NodeIndex, found: &mut HashSet<NodeIndex>) {
        found.extend(self.against(goal, Edge::Serves));
        for below in self.against(goal, Edge::Under) {
            self.under(below, found);
        }
    }

    fn why(&self, id: Uuid) -> Vec<u32> {
        let Some(task) = self.by_id.get(&id) else { return Vec::new() };
        let goals = self.goals_of(*task);
        let mut found: Vec<u32> = goals.iter().map(|goal| self.number(*goal)).collect();
        let mut add = |node: NodeIndex| {
            let number = self.number(node) | OBJECTIVE;
            if !found.contains(&number) {
                found.push(number);
            }
        };
        for own in goals.iter().flat_map(|goal| self.along(*goal, Edge::Has)) {
            add(own);
            for strategic in self.along(own, Edge::Supports) {
                add(strategic);
                self.along(strategic, Edge::Under).for_each(&mut add);
            }
        }
        if let Node::Task { plan, .. } = &self.graph[*task] {
            found.push(plan | PLAN);
        }
        found
    }

    fn matching(&self, facets: &Facets, plan: Option<u32>) -> Vec<u32> {
        let item = self.items[facets.item as usize];
        let lead = self.partners[facets.lead as usize];
        let fits = |node: &NodeIndex| {
            let Node::Task { plan: in_plan, year, status, approach, .. } = &self.graph[*node] else {
                return false;
            };
            plan.is_none_or(|plan| plan == *in_plan)
                && *year == facets.year
                && facets.statuses.contains(status)
                && *approach == facets.approach
        };
        let answers = |node: &NodeIndex| {
            self.goals_of(*node)
                .into_iter()
                .any(|goal| self.along(goal, Edge::Answers).any(|one| one == item))
        };
        let leads = |node: &NodeIndex| self.along(*node, Edge::Role(LEAD)).any(|partner| partner == lead);
        let numbers = |node| self.number(node);
        match plan {
            Some(plan) => {
                let tasks = self.against(self.plans[plan as usize], Edge::In);
                tasks.filter(fits).filter(leads).filter(answers).map(numbers).collect()
            }
            None => self.against(lead, Edge::Role(LEAD)).filter(fits).filter(answers).map(numbers).collect(),
        }
    }

    fn roles_of(&self, task: NodeIndex) -> impl Iterator<Item = (NodeIndex, u8)> + '_ {
        self.graph.edges_directed(task, Outgoing).filter_map(|one| match one.weight() {
            Edge::Role(role) => Some((one.target(), *role)),
            _ => None,
        })
    }

    fn partner_tasks(&self, partner: u32) -> impl Iterator<Item = NodeIndex> + '_ {
        let edges = self.graph.edges_directed(self.partners[partner as usize], Incoming);
        edges.map(|one| one.source())
    }

    fn coverage(&self, year: u32) -> Answer {
        let (mut rows, mut none) = (Vec::new(), Vec::new());
        for pillar in self.goals.iter().copied().filter(|goal| self.is(*goal, PILLAR)) {
            let mut years: HashMap<u32, (u32, HashSet<NodeIndex>, bool)> = HashMap::new();
            let mut under = HashSet::new();
            self.under(pillar, &mut under);
            for task in under {
                let Node::Task { year, .. } = &self.graph[task] else { continue };
                let (actions, partners, led) = years.entry(*year).or_default();
                *actions += 1;
                for (partner, role) in self.roles_of(task) {
                    partners.insert(partner);
                    *led |= role == LEAD;
                }
            }
            let number = self.number(pillar);
            if !years.contains_key(&year) {
                none.push(number);
            }
            rows.extend(years.into_iter().map(|(year, (actions, partners, led))| {
                [number, year, actions, partners.len() as u32 | if led { LED } else { 0 }]
            }));
        }
        Answer::Coverage(rows, none)
    }

    fn leaves(&self, partner: u32) -> Answer {
        let node = self.partners[partner as usize];
        let is_off = |task: NodeIndex| match &self.graph[task] {
            Node::Task { status, .. } => is_off(*status),
            _ => false,
        };
        let other = |task: NodeIndex| self.along(task, Edge::Role(LEAD)).any(|lead| lead != node);
        let lost = self.against(node, Edge::Role(LEAD)).filter(|task| !other(*task) && !is_off(*task));
        let lost: Vec<NodeIndex> = lost.collect();
        let above: HashSet<NodeIndex> = lost.iter().flat_map(|task| self.goals_of(*task)).collect();
        let pillars = above.iter().copied().filter(|goal| self.is(*goal, PILLAR));
        let bare = pillars.filter(|pillar| {
            let mut under = HashSet::new();
            self.under(*pillar, &mut under);
            !under.into_iter().any(|task| other(task) && !is_off(task))
        });
        let priorities: HashSet<NodeIndex> =
            above.iter().copied().filter(|goal| self.is(*goal, PRIORITY)).collect();
        let bare = bare.map(|pillar| self.number(pillar)).collect();
        Answer::Loss(lost.iter().map(|task| self.number(*task)).collect(), bare, priorities.len() as u64)
    }

    fn roles(&self, tasks: impl Iterator<Item = NodeIndex>) -> Answer {
        let mut counts: HashMap<(NodeIndex, NodeIndex, u8), u32> = HashMap::new();
        for task in tasks {
            for priority in self.goals_of(task).into_iter().filter(|goal| self.is(*goal, PRIORITY)) {
                for (partner, role) in self.roles_of(task) {
                    *counts.entry((partner, priority, role)).or_default() += 1;
                }
            }
        }
        let row = |((partner, priority, role), count)| {
            [self.partner_of[&partner], self.number(priority), u32::from(role), count]
        };
        Answer::Table(counts.into_iter().map(row).collect())
    }
}

impl Engine for Graph {
    fn name(&self) -> &'static str {
        "petgraph"
    }

    fn answer(&mut self, ask: &Ask) -> Option<Answer> {
        let under = |priority: u32| {
            let mut found = HashSet::new();
            self.under(self.goals[priority as usize], &mut found);
            found
        };
        Some(match ask {
            Ask::Why(id) => Answer::Ids(self.why(*id)),
            Ask::Under(priority) => {
                Answer::Ids(under(*priority).into_iter().map(|at| self.number(at)).collect())
            }
            Ask::CountUnder(priority) => Answer::Count(under(*priority).len() as u64),
            Ask::PerPriority(partner) => {
                let mut counts: HashMap<NodeIndex, u32> = HashMap::new();
                for task in self.partner_tasks(*partner) {
                    for priority in self.goals_of(task).into_iter().filter(|goal| self.is(*goal, PRIORITY)) {
                        *counts.entry(priority).or_default() += 1;
                    }
                }
                let row = |(priority, count)| [self.number(priority), count, 0, 0];
                Answer::Table(counts.into_iter().map(row).collect())
            }
            Ask::Of(partner) => {
                Answer::Ids(self.partner_tasks(*partner).map(|task| self.number(task)).collect())
            }
            Ask::Match(facets, plan) => Answer::Ids(self.matching(facets, *plan)),
            Ask::Coverage(year) => self.coverage(*year),
            Ask::Leaves(partner) => self.leaves(*partner),
            Ask::NoLead => {
                let led = |task: &NodeIndex| self.along(*task, Edge::Role(LEAD)).next().is_some();
                let bare = self.tasks.iter().filter(|task| !led(task));
                Answer::Ids(bare.map(|task| self.number(*task)).collect())
            }
            Ask::Roles(None) => self.roles(self.tasks.iter().copied()),
            Ask::Roles(Some(plan)) => self.roles(self.against(self.plans[*plan as usize], Edge::In)),
            Ask::SetStatus(at, to, facets, plan) => {
                let node = self.tasks[*at as usize];
                if let Node::Task { status, .. } = &mut self.graph[node] {
                    *status = *to;
                }
                Answer::Ids(self.matching(facets, Some(*plan)))
            }
            Ask::Add(task, facets, plan) => {
                self.add(task);
                Answer::Ids(self.matching(facets, Some(*plan)))
            }
        })
    }
}
