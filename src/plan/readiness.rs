//! Readiness: what a plan still lacks for a step. Consistent is not complete.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Element, Judgement, View};
use crate::choice::choice;
use crate::entity::{Level, Objective, Organ, PartnerKind, PlanContent, Priority, Role};
use crate::finding::{Arg, Code, Finding, Findings, Severity};
use crate::value::MunicipalityCode;

choice! {
    /// A step in the life of a plan that wants something of it.
    Step "stap" {
        /// Adoption by the council.
        Adoption = "adoption" / "adoption" / "vaststelling",
    }
}

/// What a plan still lacks for a step (*gereedheid*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "gereedheid")]
#[non_exhaustive]
pub struct Readiness {
    /// The step.
    pub step: Step,
    /// What is required: without it, the step is not allowed.
    pub required: Findings,
    /// What is wanted: the step is allowed without it.
    pub wanted: Findings,
}

impl Readiness {
    /// Whether nothing that is required lacks.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.required.is_empty()
    }
}

pub(super) fn readiness(view: View<'_>, step: Step) -> Readiness {
    let mut lacks =
        Lacks { view, judgement: Judgement::of(view.plan.profile()), required: vec![], wanted: vec![] };
    match step {
        Step::Adoption => lacks.for_adoption(),
    }
    Readiness {
        step,
        required: Findings::sorted(lacks.required, Vec::new()),
        wanted: Findings::sorted(lacks.wanted, Vec::new()),
    }
}

struct Lacks<'a> {
    view: View<'a>,
    judgement: Judgement,
    required: Vec<Finding>,
    wanted: Vec<Finding>,
}

impl Lacks<'_> {
    fn lack(&mut self, code: Code, element: Element<'_>, args: &[Arg]) {
        let place = self.view.index.place_of(element.id().into_uuid());
        let mut finding = Finding::new(code, place, args).about(element.kind(), element.id().into_uuid());
        match self.judgement.level_of(code) {
            Level::Off => {}
            Level::Advice => {
                finding.severity = Severity::Advice;
                self.wanted.push(finding);
            }
            Level::Error => {
                finding.severity = Severity::Error;
                self.required.push(finding);
            }
        }
    }

    /// Politiewet 2012 art. 38b asks for goals, whatever the profile; the rest is for the profile to say.
    fn for_adoption(&mut self) {
        let plan = self.view.plan;
        let element = Element::Plan(plan);
        if plan.vision().is_none() && plan.mission().is_none() {
            self.lack(Code::PlanNoDirection, element, &[]);
        }
        if !has_goal(plan) {
            self.lack(Code::PlanNoGoal, element, &[]);
        }
        if plan.vision().is_none() {
            self.lack(Code::PlanNoVision, element, &[]);
        }
        let main = plan.objectives().len();
        if main != 1 {
            self.lack(Code::PlanNotOneMainObjective, element, &[Arg::from(main.to_string())]);
        }
        if plan.priorities().is_empty() {
            self.lack(Code::PlanNoPriority, element, &[]);
        }
        if !self.mayor_is_accountable() {
            self.lack(Code::PlanMayorNotAccountable, element, &[]);
        }
        for priority in plan.priorities() {
            self.priority(priority);
        }
    }

    fn mayor_is_accountable(&self) -> bool {
        let accountable =
            self.view.plan.responsibilities().iter().filter(|one| one.role() == Role::Accountable);
        accountable.filter_map(|one| self.view.get(one.partner().into_uuid())).any(|element| {
            matches!(element, Element::Partner(partner)
                if partner.kind() == PartnerKind::Organ && partner.organ() == Some(Organ::Mayor))
        })
    }

    /// A priority has an objective, a reason, a role of the municipality, and a director in each municipality.
    fn priority(&mut self, priority: &Priority) {
        let element = Element::Priority(priority);
        for (has, code) in [
            (!priority.objectives().is_empty(), Code::PriorityNoObjective),
            (!priority.reasons().is_empty(), Code::PriorityNoReason),
            (priority.municipal_role().is_some(), Code::PriorityRoleUnstated),
        ] {
            if !has {
                self.lack(code, element, &[]);
            }
        }
        let directors = priority.responsibilities().iter().filter(|one| one.role() == Role::Director);
        let of: Vec<Option<&MunicipalityCode>> =
            directors.map(|one| self.view.get(one.partner().into_uuid())).map(municipality_of).collect();
        let municipalities = self.view.plan.municipalities();
        // In a plan of several, each director stands for one municipality.
        let one_each = match municipalities {
            [_] => of.len() == 1,
            several => of.len() == several.len() && several.iter().all(|one| of.contains(&Some(one.code()))),
        };
        if !one_each {
            let args = [of.len(), municipalities.len()].map(|number| Arg::from(number.to_string()));
            self.lack(Code::PriorityNotOneDirector, element, &args);
        }
    }
}

fn municipality_of(element: Option<Element<'_>>) -> Option<&MunicipalityCode> {
    match element {
        Some(Element::Partner(partner)) => partner.municipality(),
        _ => None,
    }
}

/// Whether the plan, a priority or a theme has an objective.
fn has_goal(plan: &PlanContent) -> bool {
    let some = |objectives: &[Objective]| !objectives.is_empty();
    some(plan.objectives())
        || plan.priorities().iter().any(|priority| some(priority.objectives()))
        || plan.themes().iter().any(|theme| some(theme.objectives()))
}
