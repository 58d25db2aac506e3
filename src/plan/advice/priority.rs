//! Advice on priorities, their pillars, and themes.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::{Advice, by_served};
use crate::choice::Choice;
use crate::entity::{Approach, Contribution, ExecutionPlan, Pillar, Priority, Role};
use crate::finding::{Arg, Code, Finding};
use crate::id::{PillarId, PriorityId};
use crate::plan::Element;

impl<'a> Advice<'a> {
    pub(super) fn priorities(&mut self) {
        for priority in self.view.plan.priorities() {
            self.priority(priority);
        }
        self.actions_by_pillar();
        self.themes();
    }

    fn priority(&mut self, priority: &Priority) {
        let element = Element::Priority(priority);
        let directs = priority.responsibilities().iter().any(|one| one.role() == Role::Director);
        let answers =
            !priority.answers().is_empty() || any_pillar(priority.pillars(), |p| !p.answers().is_empty());
        let partners = priority.responsibilities().iter().any(|one| one.role() != Role::Director)
            || any_pillar(priority.pillars(), |p| !p.responsibilities().is_empty());
        for (has, code) in [
            (partners, Code::PriorityNoPartners),
            (priority.municipal_role().is_some(), Code::PriorityNoMunicipalRole),
            (!priority.based_on().is_empty(), Code::PriorityNoAnalysis),
            (directs, Code::PriorityNoDirector),
            (!priority.policy_domains().is_empty(), Code::PriorityNoPolicyDomain),
            (answers, Code::PriorityAnswersNothing),
        ] {
            if !has {
                self.on(code, element, &[]);
            }
        }
        let introduction = (priority.introduction().is_some(), "introduction", "inleiding");
        let problem = (priority.problem().is_some(), "problem", "problematiek");
        let pillars = (!priority.pillars().is_empty(), "approach lines (pillars)", "aanpak (pijlers)");
        for (has, part, part_nl) in [introduction, problem, pillars] {
            if !has {
                self.on(Code::PriorityPartMissing, element, &[Arg::both(part, part_nl)]);
            }
        }
    }

    /// Balance between the approaches of a priority, and between pillars that contribute equally.
    fn actions_by_pillar(&mut self) {
        let view = self.view;
        let mut approaches: HashMap<PriorityId, BTreeSet<Approach>> = HashMap::new();
        let mut untold: HashMap<PriorityId, Vec<&'a Pillar>> = HashMap::new();
        for plan in view.plan.execution_plans() {
            let by_served = by_served(view, plan);
            let mut served: BTreeMap<PriorityId, Vec<&Pillar>> = BTreeMap::new();
            for (id, actions) in &by_served {
                match (view.get(*id), view.holder(*id)) {
                    (Some(Element::Priority(priority)), _) => {
                        let taken = approaches.entry(priority.id()).or_default();
                        taken.extend(actions.iter().flat_map(|action| action.approach()));
                    }
                    (Some(Element::Pillar(pillar)), Some(Element::Priority(priority)))
                        if priority.contribution() == Some(Contribution::Equal)
                            && plan.scope().is_empty() =>
                    {
                        untold.entry(priority.id()).or_insert_with(|| priority.pillars().iter().collect());
                        served.entry(priority.id()).or_default().push(pillar);
                    }
                    _ => {}
                }
            }
            for (priority, served) in served {
                let pillars = untold.remove(&priority).unwrap_or_default();
                untold.insert(priority, self.pillars_without_action(plan, &served, pillars));
            }
        }
        self.one_sided(&approaches);
    }

    /// Each pillar is told once, and then not looked at again: the work is bounded by the actions there are.
    fn pillars_without_action(
        &mut self,
        plan: &ExecutionPlan,
        served: &[&Pillar],
        pillars: Vec<&'a Pillar>,
    ) -> Vec<&'a Pillar> {
        let ids: HashSet<PillarId> = served.iter().map(|pillar| pillar.id()).collect();
        let (serving, without): (Vec<_>, Vec<_>) =
            pillars.into_iter().partition(|pillar| ids.contains(&pillar.id()));
        let first = served.iter().min_by_key(|pillar| self.place(Element::Pillar(pillar)));
        for pillar in without {
            let sibling = first.map_or("", |pillar| pillar.title().as_str());
            let element = Element::Pillar(pillar);
            let args = [sibling, plan.title().as_str()].map(Arg::from);
            let there = self.place(Element::ExecutionPlan(plan));
            let finding = Finding::new(Code::PillarNoAction, self.place(element), &args);
            self.add(finding.about(element.kind(), element.id().into_uuid()).related([there]));
        }
        serving
    }

    /// A priority whose actions leave one of the approaches out.
    fn one_sided(&mut self, approaches: &HashMap<PriorityId, BTreeSet<Approach>>) {
        for priority in self.view.plan.priorities() {
            let Some(taken) = approaches.get(&priority.id()).filter(|taken| !taken.is_empty()) else {
                continue;
            };
            let missing: Vec<Approach> =
                Approach::ALL.iter().copied().filter(|one| !taken.contains(one)).collect();
            if !missing.is_empty() {
                let list = |say: fn(Approach) -> &'static str| {
                    missing.iter().map(|one| say(*one)).collect::<Vec<_>>().join(", ")
                };
                let args = [Arg::both(&list(Approach::term), &list(Approach::term_nl))];
                self.on(Code::PriorityOneSidedApproach, Element::Priority(priority), &args);
            }
        }
    }

    fn themes(&mut self) {
        let titles: HashSet<String> = self
            .view
            .plan
            .priorities()
            .iter()
            .map(|priority| priority.title().as_str().to_lowercase())
            .collect();
        for theme in self.view.plan.themes() {
            if titles.contains(&theme.title().as_str().to_lowercase()) {
                let title = Arg::from(theme.title().as_str());
                self.on(Code::ThemeAlsoPriority, Element::Theme(theme), &[title]);
            }
        }
    }
}

/// Whether the test holds for any of the pillars or what lies below them.
fn any_pillar(pillars: &[Pillar], test: fn(&Pillar) -> bool) -> bool {
    pillars.iter().any(|pillar| test(pillar) || any_pillar(pillar.pillars(), test))
}
