//! Readiness: what a plan, execution plan or action still lacks for a step. Consistent is not complete.

use schemars::JsonSchema;
use serde::Serialize;

use crate::choice::choice;
use crate::entity::{
    Action, AnalysisKind, ExecutionPlan, Level, Objective, Organ, PartnerKind, PlanContent, Priority,
    Responsibility, Role,
};
use crate::finding::{Arg, Code, Finding, Findings, Severity, Subject};
use crate::id::{ActionId, ExecutionPlanId};
use crate::kind::Kind;
use crate::language::Language;
use crate::lifecycle::evaluation_of;
use crate::page::{Page, printed};
use crate::plan::life::steps::Steps;
use crate::plan::{Element, Judgement, View};
use crate::value::{Date, MunicipalityCode};

/// A step that wants something of what takes it (*stap*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Step {
    /// Adoption of the plan by the council.
    Adoption,
    /// Adoption of an execution plan.
    ExecutionPlanAdoption(ExecutionPlanId),
    /// The start of an action.
    Start(ActionId),
}

choice! {
    /// What sort of step it is.
    StepKind "soort stap" {
        /// Adoption of the plan.
        Adoption = "adoption" / "adoption" / "vaststelling",
        /// Adoption of an execution plan.
        ExecutionPlanAdoption = "executionPlanAdoption" / "adoption of an execution plan" / "vaststelling van een uitvoeringsplan",
        /// The start of an action.
        Start = "start" / "start of an action" / "start van een actie",
    }
}

impl Step {
    /// What sort of step it is.
    #[must_use]
    pub fn kind(self) -> StepKind {
        match self {
            Self::Adoption => StepKind::Adoption,
            Self::ExecutionPlanAdoption(_) => StepKind::ExecutionPlanAdoption,
            Self::Start(_) => StepKind::Start,
        }
    }
}

/// What still lacks for a step on a day (*gereedheid*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "gereedheid")]
#[non_exhaustive]
pub struct Readiness {
    /// The step.
    pub step: StepKind,
    /// What would take it.
    pub subject: Subject,
    /// Its code and title.
    pub title: String,
    /// The day on which it would be taken.
    pub as_of: Date,
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

    /// The same, with what else is wanted.
    pub(super) fn with_wanted(mut self, more: Findings) -> Self {
        let wanted = self.wanted.into_iter().chain(more).collect();
        self.wanted = Findings::sorted(wanted, Vec::new());
        self
    }

    fn page(&self, language: Language) -> Page {
        let mut page = Page::default();
        let step = language.term(self.step);
        let heading = language.pick("Readiness for", "Gereedheid voor");
        page.heading(1, format!("{heading} {step}: {}", self.title));
        let verdict = match (self.is_ready(), self.wanted.is_empty()) {
            (true, true) => language.pick("ready, nothing lacks", "gereed, er ontbreekt niets"),
            (true, false) => language.pick("ready, with wishes", "gereed, met wensen"),
            (false, _) => language.pick("not ready", "niet gereed"),
        };
        page.line(format!("{}: {verdict}", self.as_of));
        for (findings, title) in [
            (&self.required, language.pick("Required", "Vereist")),
            (&self.wanted, language.pick("Wanted", "Gewenst")),
        ] {
            if !findings.is_empty() {
                page.heading(2, title);
            }
            for finding in findings {
                let message = language.pick(&finding.message, &finding.message_nl);
                page.item(0, format!("{message} ({})", finding.code));
            }
        }
        page
    }
}

printed! { Readiness }

pub(crate) fn readiness(view: View<'_>, step: Step, as_of: Date) -> Readiness {
    let mut lacks = Lacks { view, steps: Steps::of(view), as_of, required: vec![], wanted: vec![] };
    let (kind, id) = match step {
        Step::Adoption => (Kind::Plan, view.plan.id().into_uuid()),
        Step::ExecutionPlanAdoption(id) => (Kind::ExecutionPlan, id.into_uuid()),
        Step::Start(id) => (Kind::Action, id.into_uuid()),
    };
    let element = view.index.find_kind(kind, id).and_then(|entry| view.element(entry));
    match element {
        Some(Element::ExecutionPlan(execution)) => lacks.for_execution_plan(execution),
        Some(Element::Action(action)) => lacks.for_start(action),
        Some(_) => lacks.for_adoption(),
        None => {
            let args = [Arg::term(kind), Arg::from(id.to_string())];
            lacks.required.push(Finding::new(Code::ReferenceUnknown, crate::Place::default(), &args));
        }
    }
    Readiness {
        step: step.kind(),
        subject: Subject { kind, id },
        title: element.map_or_else(|| id.to_string(), Element::label),
        as_of,
        required: Findings::sorted(lacks.required, Vec::new()),
        wanted: Findings::sorted(lacks.wanted, Vec::new()),
    }
}

struct Lacks<'a> {
    view: View<'a>,
    steps: Steps<'a>,
    as_of: Date,
    required: Vec<Finding>,
    wanted: Vec<Finding>,
}

impl Lacks<'_> {
    fn judgement(&self) -> &Judgement {
        &self.steps.judgement
    }

    fn lack(&mut self, code: Code, element: Element<'_>, args: &[Arg]) {
        let place = self.view.index.place_of(element.id().into_uuid());
        self.take(Finding::new(code, place, args).about(element.kind(), element.id().into_uuid()));
    }

    /// A finding is required or wanted, as the profile has it.
    fn take(&mut self, mut finding: Finding) {
        let code = finding.code;
        let by_level = code.raised_by() == crate::finding::RaisedBy::Readiness;
        let refuses = if by_level {
            self.judgement().level_of(code) == Level::Error
        } else {
            self.judgement().refuses(code)
        };
        if refuses {
            finding.severity = Severity::Error;
            self.required.push(finding);
        } else if self.judgement().level_of(code) != Level::Off {
            finding.severity = Severity::Advice;
            self.wanted.push(finding);
        }
    }

    /// Politiewet 2012 art. 38b asks for goals, whatever the profile; the rest is for the profile to say.
    fn for_adoption(&mut self) {
        let plan = self.view.plan;
        let element = Element::Plan(plan);
        let main = plan.objectives().len();
        let analyses = |kind| plan.analyses().iter().any(|analysis| analysis.kind() == kind);
        let involved = plan.partners().iter().any(|partner| !partner.involved_in().is_empty());
        let unevaluated = !plan.predecessors().is_empty() && !analyses(AnalysisKind::Evaluation);
        for (lacks, code) in [
            (plan.vision().is_none() && plan.mission().is_none(), Code::PlanNoDirection),
            (!has_goal(plan), Code::PlanNoGoal),
            (plan.vision().is_none(), Code::PlanNoVision),
            (plan.priorities().is_empty(), Code::PlanNoPriority),
            (!self.mayor_is_accountable(), Code::PlanMayorNotAccountable),
            (unevaluated, Code::PlanNoPredecessorEvaluation),
            (!analyses(AnalysisKind::SafetyAnalysis), Code::PlanNoSafetyAnalysis),
            (!plan.partners().is_empty() && !involved, Code::PlanPartnersNotInvolved),
        ] {
            if lacks {
                self.lack(code, element, &[]);
            }
        }
        if main != 1 {
            self.lack(Code::PlanNotOneMainObjective, element, &[Arg::from(main.to_string())]);
        }
        for priority in plan.priorities() {
            self.priority(priority);
        }
    }

    fn mayor_is_accountable(&self) -> bool {
        let accountable =
            self.view.plan.responsibilities().iter().filter(|one| one.role() == Role::Accountable);
        let mut accountable = accountable.filter_map(|one| self.view.partner(one.partner()));
        accountable
            .any(|partner| partner.kind() == PartnerKind::Organ && partner.organ() == Some(Organ::Mayor))
    }

    /// A priority has an objective, a reason, a role of the municipality, and a director in each municipality.
    fn priority(&mut self, priority: &Priority) {
        let element = Element::Priority(priority);
        for (has, code) in [
            (!priority.objectives().is_empty(), Code::PriorityNoObjective),
            (!priority.reasons().is_empty(), Code::PriorityNoReason),
            (priority.municipal_role().is_some(), Code::PriorityRoleUnstated),
            (!priority.based_on().is_empty(), Code::PriorityNoAnalysis),
        ] {
            if !has {
                self.lack(code, element, &[]);
            }
        }
        let directors = priority.responsibilities().iter().filter(|one| one.role() == Role::Director);
        let municipality = |one: &Responsibility| self.view.partner(one.partner())?.municipality();
        let of: Vec<Option<&MunicipalityCode>> = directors.map(municipality).collect();
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

    /// Partners were consulted, it has the length of the profile and room for what comes up, each action has a lead, and
    /// what ended before it was evaluated (source §5.2).
    fn for_execution_plan(&mut self, execution: &ExecutionPlan) {
        let found = [self.steps.not_consulted(execution, self.as_of), self.steps.other_length(execution)];
        found.into_iter().flatten().for_each(|finding| self.take(finding));
        if execution.reserve().is_none() {
            self.lack(Code::ExecutionPlanNoReserve, Element::ExecutionPlan(execution), &[]);
        }
        for action in execution.actions() {
            if !action.responsibilities().iter().any(|one| one.role() == Role::Lead) {
                self.lack(Code::ActionNoLead, Element::Action(action), &[]);
            }
        }
        for other in self.view.plan.execution_plans() {
            let standing = self.steps.standing(other, self.as_of);
            if standing.state.is_off() {
                continue;
            }
            let end = standing.ends_on;
            let due = self.steps.evaluation_due(end).filter(|due| *due < self.as_of);
            if let Some(due) = due
                && evaluation_of(&self.steps.history, other, end, self.as_of).is_none()
            {
                let args = [Arg::from(due.to_string())];
                self.lack(Code::ExecutionPlanNotEvaluated, Element::ExecutionPlan(other), &args);
            }
        }
    }

    fn for_start(&mut self, action: &Action) {
        self.steps.start(action, self.as_of).into_iter().for_each(|finding| self.take(finding));
        if !action.responsibilities().iter().any(|one| one.role() == Role::Lead) {
            self.lack(Code::ActionNoLead, Element::Action(action), &[]);
        }
    }
}

/// Whether the plan, a priority or a theme has an objective.
fn has_goal(plan: &PlanContent) -> bool {
    let some = |objectives: &[Objective]| !objectives.is_empty();
    some(plan.objectives())
        || plan.priorities().iter().any(|priority| some(priority.objectives()))
        || plan.themes().iter().any(|theme| some(theme.objectives()))
}
