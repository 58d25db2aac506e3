//! Grouping: how many actions of a set there are by what they are, serve or lack.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::NodeReport;
use super::block::Known;
use super::column::Column;
use super::graph::NodeNo;
use super::link::Link;
use super::masks::Key;
use super::node::Node;
use super::part::Part;
use super::set::Set;
use super::store::bits;
use crate::choice::{Choice, choice};
use crate::entity::{Approach, Disclosure, FundingSource, OriginKind, Role};
use crate::kind::Kind;
use crate::language::Language;
use crate::lifecycle::ActionState;
use crate::page::Page;

choice! {
    /// What actions are grouped by.
    Grouping "indeling" {
        /// Their state on the day.
        Status = "status" / "state" / "stand",
        /// The calendar years that their periods touch.
        Year = "year" / "year" / "jaar",
        /// The kinds of intervention.
        Approach = "approach" / "approach" / "aanpak",
        /// The partners, in any role.
        Partner = "partner" / "partner" / "partner",
        /// The partners that lead them.
        Lead = "lead" / "lead" / "trekker",
        /// The partners that carry them out.
        Execute = "execute" / "executor" / "uitvoerder",
        /// The priorities that they serve at any level.
        Priority = "priority" / "priority" / "prioriteit",
        /// The pillars that they serve at any level.
        Pillar = "pillar" / "pillar" / "pijler",
        /// The themes that they serve at any level.
        Theme = "theme" / "theme" / "thema",
        /// The objectives that they serve at any level.
        Objective = "objective" / "objective" / "doelstelling",
        /// The framework items that they answer at any level.
        FrameworkItem = "frameworkItem" / "framework item" / "onderdeel van een beleidskader",
        /// The areas that name them, without the areas around.
        Area = "area" / "area" / "gebied",
        /// The indicators that measure them.
        Indicator = "indicator" / "indicator" / "indicator",
        /// The legal powers that they use.
        Power = "power" / "power" / "bevoegdheid",
        /// The execution plans that they stand in.
        ExecutionPlan = "executionPlan" / "execution plan" / "uitvoeringsplan",
        /// The plans that they belong to.
        Plan = "plan" / "plan" / "plan",
        /// The headings that they stand under.
        Item = "item" / "heading" / "actiepunt",
        /// The sort of origin.
        Origin = "origin" / "origin" / "herkomst",
        /// Who may see them.
        Disclosure = "disclosure" / "disclosure" / "openbaarheid",
        /// What is known of their cost.
        Cost = "cost" / "cost" / "kosten",
        /// Where the money comes from.
        Funding = "funding" / "funding" / "dekking",
    }
}

/// The actions of a set by something (*groepen*). An action may be in several groups, or in none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "groepen van acties")]
#[doc(alias = "groepen")]
#[non_exhaustive]
pub struct Groups {
    /// What they are grouped by.
    pub by: Grouping,
    /// How many actions there are.
    pub actions: u64,
    /// How many of them are in no group.
    pub ungrouped: u64,
    /// The groups with actions in them: words in the order of the format, elements in the order of the documents.
    pub groups: Vec<Group>,
}

/// The actions that share something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "groep van acties")]
#[non_exhaustive]
pub struct Group {
    /// The word, year or heading that they share.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub word: Option<String>,
    /// The element that they share.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub element: Option<NodeReport>,
    /// How many there are.
    pub actions: u64,
}

/// Words of the set by the plan that they lie in and the number of the block there.
type ByPlan = BTreeMap<u32, Vec<(usize, u64)>>;

impl Set<'_> {
    /// How many actions of the set there are by something. `O(words of the set x groups in their plans)`.
    #[must_use]
    pub fn group_by(&self, by: Grouping) -> Groups {
        let mut grouped: BTreeMap<u32, u64> = BTreeMap::new();
        let mut note = |block: u32, word: u64| *grouped.entry(block).or_insert(0) |= word;
        let groups = match by {
            Grouping::Status => self.by_columns(ActionState::ALL, Column::state, &mut note),
            Grouping::Approach => self.by_columns(Approach::ALL, Column::approach, &mut note),
            Grouping::Origin => self.by_columns(OriginKind::ALL, Column::origin, &mut note),
            Grouping::Disclosure => self.by_columns(Disclosure::ALL, Column::disclosure, &mut note),
            Grouping::Funding => self.by_columns(FundingSource::ALL, Column::funding, &mut note),
            Grouping::Cost => self.by_cost(&mut note),
            Grouping::Year => self.by_year(&mut note),
            Grouping::Item => self.by_item(&mut note),
            Grouping::Partner => {
                let links: Vec<Link> = Role::ALL.iter().map(|role| Link::of_role(*role)).collect();
                self.by_nodes(|node| node.kind() == Some(Kind::Partner), &links, &mut note)
            }
            Grouping::Lead => {
                self.by_nodes(|node| node.kind() == Some(Kind::Partner), &[Link::LedBy], &mut note)
            }
            Grouping::Execute => {
                self.by_nodes(|node| node.kind() == Some(Kind::Partner), &[Link::ExecutedBy], &mut note)
            }
            Grouping::Area => {
                self.by_nodes(|node| node.kind() == Some(Kind::Area), &[Link::InArea], &mut note)
            }
            Grouping::Indicator => {
                self.by_nodes(|node| node.kind() == Some(Kind::Indicator), &[Link::MeasuredBy], &mut note)
            }
            Grouping::Power => self.by_nodes(|node| matches!(node, Node::Power(_)), &[Link::Uses], &mut note),
            Grouping::Priority => self.by_goals(Kind::Priority, &mut note),
            Grouping::Pillar => self.by_goals(Kind::Pillar, &mut note),
            Grouping::Theme => self.by_goals(Kind::Theme, &mut note),
            Grouping::Objective => self.by_goals(Kind::Objective, &mut note),
            Grouping::FrameworkItem => self.by_goals(Kind::FrameworkItem, &mut note),
            Grouping::ExecutionPlan => self.by_place(true, &mut note),
            Grouping::Plan => self.by_place(false, &mut note),
        };
        let actions = self.action_count();
        let in_group: u64 = grouped.values().map(|word| u64::from(word.count_ones())).sum();
        Groups { by, actions, ungrouped: actions - in_group, groups }
    }

    fn by_columns<T: Choice>(
        &self,
        all: &[T],
        column: impl Fn(T) -> Column,
        note: &mut dyn FnMut(u32, u64),
    ) -> Vec<Group> {
        all.iter().filter_map(|word| self.by_column(word.as_str(), column(*word), note)).collect()
    }

    fn by_column(&self, word: &str, column: Column, note: &mut dyn FnMut(u32, u64)) -> Option<Group> {
        let bitmap = self.trace.index.column(column);
        let mut actions = 0;
        for (block, own) in &self.words {
            let both = own & bitmap.word(*block as usize);
            note(*block, both);
            actions += u64::from(both.count_ones());
        }
        (actions > 0).then(|| Group { word: Some(word.to_owned()), element: None, actions })
    }

    fn by_cost(&self, note: &mut dyn FnMut(u32, u64)) -> Vec<Group> {
        let words = [("known", Known::Amount), ("unknown", Known::Unknown), ("unstated", Known::Unstated)];
        words.iter().filter_map(|(word, known)| self.by_column(word, Column::cost(*known), note)).collect()
    }

    fn by_year(&self, note: &mut dyn FnMut(u32, u64)) -> Vec<Group> {
        let mut years: BTreeMap<i32, u64> = BTreeMap::new();
        for (block, word) in &self.words {
            let Some(home) = self.trace.index.home(*block as usize) else { continue };
            note(*block, *word);
            for fact in bits(*word).filter_map(|bit| home.block.fact(bit)) {
                let (first, last) = (super::block::year_of(fact.start), super::block::year_of(fact.end));
                (first..=last).for_each(|year| *years.entry(year).or_insert(0) += 1);
            }
        }
        let group =
            |(year, actions): (i32, u64)| Group { word: Some(year.to_string()), element: None, actions };
        years.into_iter().map(group).collect()
    }

    fn by_plan(&self) -> ByPlan {
        let mut by_plan: ByPlan = BTreeMap::new();
        for (block, word) in &self.words {
            if let Some(home) = self.trace.index.home(*block as usize) {
                by_plan.entry(home.plan).or_default().push((home.local as usize, *word));
            }
        }
        by_plan
    }

    fn by_item(&self, note: &mut dyn FnMut(u32, u64)) -> Vec<Group> {
        let mut items: BTreeMap<&str, u64> = BTreeMap::new();
        for (plan, words) in self.by_plan() {
            let Some(part) = self.trace.index.part(plan) else { continue };
            for (number, item) in (1..).zip(part.items.iter()) {
                let Some(mask) = part.masks.get(Key::item(number)) else { continue };
                let actions = counted(part, &words, |local| mask.word(local), note);
                *items.entry(&**item).or_insert(0) += actions;
            }
        }
        let group =
            |(item, actions): (&str, u64)| Group { word: Some(item.to_owned()), element: None, actions };
        items.into_iter().filter(|(_, actions)| *actions > 0).map(group).collect()
    }

    fn by_goals(&self, kind: Kind, note: &mut dyn FnMut(u32, u64)) -> Vec<Group> {
        self.by_each(|node| node.kind() == Some(kind), &|part, node| part.below(node), note)
    }

    fn by_nodes(
        &self,
        takes: impl Fn(Node) -> bool,
        links: &[Link],
        note: &mut dyn FnMut(u32, u64),
    ) -> Vec<Group> {
        let words = |part: &Part, node: NodeNo| {
            let mut words = vec![0; part.blocks.len()];
            let masks = links.iter().filter_map(|link| part.masks.get(Key::linked(node, *link)));
            masks.for_each(|mask| mask.or_into(0, &mut words));
            words
        };
        self.by_each(takes, &words, note)
    }

    fn by_each(
        &self,
        takes: impl Fn(Node) -> bool,
        words_of: &dyn Fn(&Part, NodeNo) -> Vec<u64>,
        note: &mut dyn FnMut(u32, u64),
    ) -> Vec<Group> {
        let mut order: Vec<Node> = Vec::new();
        let mut counts: BTreeMap<Uuid, u64> = BTreeMap::new();
        for (plan, words) in self.by_plan() {
            let Some(part) = self.trace.index.part(plan) else { continue };
            for (number, node) in part.graph.nodes().filter(|(_, node)| takes(*node)) {
                let own = words_of(part, number);
                let actions = counted(part, &words, |local| own.get(local).copied().unwrap_or(0), note);
                if actions > 0 {
                    let count = counts.entry(node.into_uuid()).or_insert_with(|| {
                        order.push(node);
                        0
                    });
                    *count += actions;
                }
            }
        }
        let group = |node: Node| {
            let actions = counts.get(&node.into_uuid()).copied().unwrap_or(0);
            Group { word: None, element: Some(self.trace.node_report(node)), actions }
        };
        order.into_iter().map(group).collect()
    }

    fn by_place(&self, by_execution: bool, note: &mut dyn FnMut(u32, u64)) -> Vec<Group> {
        let mut counts: BTreeMap<(u32, NodeNo), u64> = BTreeMap::new();
        for (plan, words) in self.by_plan() {
            let Some(part) = self.trace.index.part(plan) else { continue };
            for (local, word) in words {
                let Some(place) = part.blocks.get(local) else { continue };
                note(place.global, word);
                let execution = part.executions.get(place.execution as usize).filter(|_| by_execution);
                let node = execution.map_or(0, |execution| execution.node);
                *counts.entry((plan, node)).or_insert(0) += u64::from(word.count_ones());
            }
        }
        let group = |((plan, node), actions): ((u32, NodeNo), u64)| {
            let node = self.trace.index.part(plan)?.graph.node(node)?;
            Some(Group { word: None, element: Some(self.trace.node_report(node)), actions })
        };
        counts.into_iter().filter_map(group).collect()
    }
}

/// How many of the words of a plan are also in others.
fn counted(
    part: &Part,
    words: &[(usize, u64)],
    other: impl Fn(usize) -> u64,
    note: &mut dyn FnMut(u32, u64),
) -> u64 {
    let mut count = 0;
    for (local, word) in words {
        let both = word & other(*local);
        if both != 0
            && let Some(place) = part.blocks.get(*local)
        {
            note(place.global, both);
            count += u64::from(both.count_ones());
        }
    }
    count
}

impl Groups {
    fn page(&self, language: Language) -> Page {
        let mut page = Page::default();
        let say = |english: &'static str, dutch: &'static str| language.pick(english, dutch);
        let by = language.term(self.by).to_owned();
        page.heading(1, format!("{} {by}", say("Actions by", "Acties naar")));
        let mut rows: Vec<Vec<String>> =
            self.groups.iter().map(|group| group.row(self.by, language)).collect();
        if self.ungrouped > 0 {
            rows.push(vec![say("none", "geen").to_owned(), self.ungrouped.to_string()]);
        }
        rows.push(vec![say("in all", "in totaal").to_owned(), self.actions.to_string()]);
        page.table(&[by.as_str(), say("actions", "acties")], rows);
        page
    }
}

impl Group {
    fn row(&self, by: Grouping, language: Language) -> Vec<String> {
        let element = self.element.as_ref().map(|element| super::text::named(element, language));
        let word = || self.word.as_ref().map(|word| term_of(by, word, language));
        vec![element.or_else(word).unwrap_or_default(), self.actions.to_string()]
    }
}

/// The word of a group in a language.
fn term_of(by: Grouping, word: &str, language: Language) -> String {
    fn of<T: Choice + std::str::FromStr>(word: &str, language: Language) -> Option<String> {
        word.parse().ok().map(|word: T| language.term(word).to_owned())
    }
    let term = match by {
        Grouping::Status => of::<ActionState>(word, language),
        Grouping::Approach => of::<Approach>(word, language),
        Grouping::Origin => of::<OriginKind>(word, language),
        Grouping::Disclosure => of::<Disclosure>(word, language),
        Grouping::Funding => of::<FundingSource>(word, language),
        Grouping::Cost => Some(
            match word {
                "known" => language.pick("known", "bekend"),
                "unknown" => language.pick("unknown", "onbekend"),
                _ => language.pick("not stated", "niet vermeld"),
            }
            .to_owned(),
        ),
        _ => None,
    };
    term.unwrap_or_else(|| word.to_owned())
}

crate::page::printed! { Groups }
