//! Advice on priorities, their pillars, and themes.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::{Advice, by_served};
use crate::choice::Choice;
use crate::entity::{Approach, Contribution, ExecutionPlan, Pillar, Priority, Role};
use crate::finding::{Arg, Code, Finding};
use crate::plan::Element;

impl Advice<'_> {
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
        for (has, part, part_nl) in [introduction, problem] {
            if !has {
                self.on(Code::PriorityPartMissing, element, &[Arg::both(part, part_nl)]);
            }
        }
    }

    /// Balance between the approaches of a priority, and between pillars that contribute equally.
    fn actions_by_pillar(&mut self) {
        let view = self.view;
        let mut approaches: HashMap<_, BTreeSet<Approach>> = HashMap::new();
        for plan in view.plan.execution_plans() {
            let by_served = by_served(view, plan);
            for (id, actions) in &by_served {
                let Some(Element::Priority(priority)) = view.get(*id) else { continue };
                approaches
                    .entry(priority.id())
                    .or_default()
                    .extend(actions.iter().flat_map(|action| action.approach()));
                if priority.contribution() == Some(Contribution::Equal) && plan.scope().is_empty() {
                    self.equal_pillars(priority, plan, |pillar| {
                        by_served.contains_key(&pillar.id().into_uuid())
                    });
                }
            }
        }
        for priority in view.plan.priorities() {
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

    /// A pillar without an action in a plan in which a sibling has some.
    fn equal_pillars(
        &mut self,
        priority: &Priority,
        plan: &ExecutionPlan,
        has_some: impl Fn(&Pillar) -> bool,
    ) {
        let Some(sibling) = priority.pillars().iter().find(|pillar| has_some(pillar)) else {
            return;
        };
        for pillar in priority.pillars().iter().filter(|pillar| !has_some(pillar)) {
            let element = Element::Pillar(pillar);
            let args = [sibling.title().as_str(), plan.title().as_str()].map(Arg::from);
            let there = self.place(Element::ExecutionPlan(plan));
            let finding = Finding::new(Code::PillarNoAction, self.place(element), &args);
            self.add(finding.about(element.kind(), element.id().into_uuid()).related([there]));
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
