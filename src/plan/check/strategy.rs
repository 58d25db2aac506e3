//! Rules of the plan itself, its objectives and its pillars.

use std::collections::{HashMap, HashSet};

use super::{Rules, View, names_itself, term};
use crate::entity::{
    Action, ExecutionPlan, Municipality, Objective, Pillar, PlanContent, Priority, Responsibility, Theme,
};
use crate::finding::{Arg, Code, Finding, Sink};
use crate::kind::Kind;
use crate::place::{Key, Path};

/// The deepest that pillars may be nested.
const PILLAR_DEPTH: usize = 8;

/// What a plan says of other plans and of its municipalities.
pub(super) fn check_plan(view: View<'_>, sink: &mut Sink) {
    let plan = view.plan;
    let root = Path::ROOT;
    let mut find = |code: Code, at: &Path<'_>, args: &[Arg]| {
        sink.find(Finding::new(code, at.place(), args).about(Kind::Plan, plan.id().into_uuid()));
    };
    let list = root.key(PlanContent::key("municipalities"));
    let mut seen = HashSet::new();
    for (index, municipality) in plan.municipalities().iter().enumerate() {
        if !seen.insert(municipality.code()) {
            let code = Arg::from(municipality.code().as_str());
            find(Code::PlanMunicipalityRepeated, &list.index(index).key(Municipality::key("code")), &[code]);
        }
    }
    let list = root.key(PlanContent::key("predecessors"));
    for (index, predecessor) in plan.predecessors().iter().enumerate() {
        if names_itself(plan, predecessor.plan()) {
            find(Code::PlanSucceedsItself, &list.index(index), &[]);
        }
    }
    let list = root.key(PlanContent::key("relations"));
    for (index, relation) in plan.relations().iter().enumerate() {
        if names_itself(plan, Some(relation.plan())) {
            find(Code::PlanRelatedToItself, &list.index(index), &[]);
        }
    }
    let priorities = root.key(PlanContent::key("priorities"));
    for (index, priority) in plan.priorities().iter().enumerate() {
        let at = priorities.index(index);
        depth(priority.pillars(), 1, &at.key(Priority::key("pillars")), sink);
    }
    let themes = root.key(PlanContent::key("themes"));
    for (index, theme) in plan.themes().iter().enumerate() {
        let at = themes.index(index);
        depth(theme.pillars(), 1, &at.key(Theme::key("pillars")), sink);
    }
}

/// One finding per pillar that is the first too deep on its way down. The reader bounds the recursion.
fn depth(pillars: &[Pillar], level: usize, at: &Path<'_>, sink: &mut Sink) {
    for (index, pillar) in pillars.iter().enumerate() {
        let at = at.index(index);
        if level > PILLAR_DEPTH {
            let finding =
                Finding::new(Code::PillarTooDeep, at.place(), &[Arg::from(PILLAR_DEPTH.to_string())]);
            sink.find(finding.about(Kind::Pillar, pillar.id().into_uuid()));
        } else {
            depth(pillar.pillars(), level + 1, &at.key(Pillar::key("pillars")), sink);
        }
    }
}

impl Rules<'_> {
    pub(super) fn objective(&mut self, at: &Path<'_>, objective: &Objective) {
        let levels = self.open.iter().filter(|open| open.kind == Kind::Objective).count();
        if levels == 2 && !objective.sub_objectives().is_empty() {
            self.error(Code::ObjectiveNestedSubObjectives, at, Objective::key("subObjectives"), &[], &[]);
        }
        let is_strategic = self.open.iter().all(|open| matches!(open.kind, Kind::Plan | Kind::Objective));
        if is_strategic && !objective.supports().is_empty() {
            self.error(Code::ObjectiveStrategicSupports, at, Objective::key("supports"), &[], &[]);
            return;
        }
        let list = at.key(Objective::key("supports"));
        for (index, link) in objective.supports().iter().enumerate() {
            let named = self.view.index.find_kind(Kind::Objective, link.id().into_uuid());
            let is_strategic = named.is_none_or(|entry| self.stands_in_plan(entry));
            if !is_strategic {
                let id = Arg::from(link.id().to_string());
                self.error_here(Code::ObjectiveSupportsNotStrategic, &list.index(index), &[id]);
            }
        }
    }

    /// Whether an objective is a main objective or a sub-objective of one.
    fn stands_in_plan(&self, entry: &crate::plan::index::Entry) -> bool {
        let mut at = Some(entry);
        while let Some(entry) = at {
            if !matches!(entry.kind, Kind::Objective | Kind::Plan) {
                return false;
            }
            at = entry.held.and_then(|(holder, ..)| self.view.index.entry(holder));
        }
        true
    }

    /// A partner has a role once per owner.
    pub(super) fn once_per_role<T: Owner>(&mut self, at: &Path<'_>, owner: &T) {
        let list = owner.roles();
        if list.len() < 2 {
            return;
        }
        let at = at.key(T::key("responsibilities"));
        let mut firsts = HashMap::with_capacity(list.len());
        for (index, one) in list.iter().enumerate().filter(|(_, one)| !one.partner().is_placeholder()) {
            let first = *firsts.entry((one.partner(), one.role())).or_insert(index);
            let unread = || [first, index].iter().any(|n| self.sink.is_spoiled_in(&at.index(*n).place()));
            if first != index && !unread() {
                let finding =
                    Finding::new(Code::ResponsibilityRepeated, at.index(index).place(), &[term(one.role())]);
                self.find(finding.related([at.index(first).place()]));
            }
        }
    }
}

/// What partners have responsibilities for.
pub(super) trait Owner {
    fn roles(&self) -> &[Responsibility];
    fn key(name: &'static str) -> Key;
}

macro_rules! owners {
    ($($type:ident)+) => {
        $(impl Owner for $type {
            fn roles(&self) -> &[Responsibility] {
                self.responsibilities()
            }

            fn key(name: &'static str) -> Key {
                $type::key(name)
            }
        })+
    };
}

owners! { PlanContent Priority Pillar Theme ExecutionPlan Action }
