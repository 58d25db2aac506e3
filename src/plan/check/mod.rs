//! The checker: what elements of one plan mean to each other. None of it depends on a day.
//!
//! One walk shows the rules every object where it stands, every reference and every repetition, so that a rule about
//! a period holds for every period of the format.

mod cycle;
mod decision;
mod disclosure;
mod execution;
mod facts;
mod indicator;
mod money;
mod partner;
mod profile;
mod strategy;

pub(super) use cycle::{Graph, named};

use std::any::{Any, TypeId};
use std::collections::HashSet;

use uuid::Uuid;

use super::index::Entry;
use super::{Disclosures, Element, Judgement, View, advice};
use crate::choice::Choice;
use crate::entity::{
    Action, AcuteIssue, Addressee, Amount, Area, Baseline, Clause, Decision, Effort, ElementReference,
    Evaluation, ExecutionPlan, Exemption, Figure, Indicator, LegalIdentity, Lights, Objective, Origin,
    Partner, Period, Pillar, PlanContent, Priority, Profile, Progress, Responsibility, Source, Target, Theme,
};
use crate::finding::{Arg, Code, Finding, Severity, Sink};
use crate::kind::Kind;
use crate::place::{Key, Path};
use crate::value::MunicipalityCode;
use crate::wire::{Reach, Typed, Visitor};

/// Gathers every error of a plan.
pub(super) fn check(view: View<'_>, sink: &mut Sink) {
    view.index.check(sink);
    view.plan.walk(&Path::ROOT, &mut Rules::of(view, sink));
    strategy::check_plan(view, sink);
    cycle::check(view, sink);
    facts::check(view, sink);
    enforce(view, sink);
}

/// What a batch of edits touched, and which rules beyond its own that can break.
#[derive(Default)]
pub(super) struct Scope {
    /// The elements whose own rules are checked.
    pub(super) touched: Vec<Uuid>,
    /// Whether any of them depends on or continues something: no cycles.
    pub(super) links: bool,
    /// Whether a decision came on record: decisions don't exclude each other.
    pub(super) decisions: bool,
    /// The elements that came: no id or code twice.
    pub(super) came: Vec<Uuid>,
}

/// Gathers the errors of the elements that were touched, and of the rules that they can break elsewhere.
pub(super) fn check_touched(view: View<'_>, scope: &Scope, sink: &mut Sink) {
    if !scope.came.is_empty() {
        view.index.check(sink);
    }
    let mut rules = Rules::of(view, sink);
    for id in &scope.touched {
        let Some(number) = view.index.number(*id) else { continue };
        let Some(entry) = view.index.entry(number) else { continue };
        rules.stand_in(entry, number);
        let element = view.element(entry);
        view.index.place(entry).on_path(&mut |at| {
            if let Some(Element::Action(action)) = element {
                action.walk(at, &mut rules);
            }
            if let Some(Element::Decision(decision)) = element {
                decision.walk(at, &mut rules);
            }
        });
    }
    if scope.links {
        cycle::check(view, sink);
    }
    if scope.decisions {
        facts::check(view, sink);
    }
}

/// Advice that the profile makes an error, where it needs no day.
fn enforce(view: View<'_>, sink: &mut Sink) {
    for mut finding in advice::strict(view) {
        let read = match finding.code {
            Code::PlanNoLegalBasis => PlanContent::key("legalBasis"),
            Code::PlanTooManyPriorities => PlanContent::key("priorities"),
            Code::PriorityNoAnalysis => Priority::key("basedOn"),
            Code::PriorityNoDirector => Priority::key("responsibilities"),
            _ => PlanContent::key("period"),
        };
        if !sink.is_key_spoiled(&finding.place, read) {
            finding.severity = Severity::Error;
            sink.find(finding);
        }
    }
}

/// The element under way.
struct Open {
    kind: Kind,
    id: Uuid,
    /// Its number in the index.
    number: u32,
}

/// The walk over a plan: where it is and where findings go.
struct Rules<'a> {
    view: View<'a>,
    sink: &'a mut Sink,
    open: Vec<Open>,
    /// How many elements were met.
    entered: u32,
    /// Who may see what.
    disclosures: Disclosures<'a>,
    municipalities: HashSet<&'a MunicipalityCode>,
    judgement: Judgement,
}

impl<'a> Rules<'a> {
    fn of(view: View<'a>, sink: &'a mut Sink) -> Self {
        Self {
            view,
            sink,
            open: Vec::new(),
            entered: 0,
            disclosures: Disclosures::of(view),
            municipalities: view
                .plan
                .municipalities()
                .iter()
                .map(|municipality| municipality.code())
                .collect(),
            judgement: Judgement::of(view.plan.profile()),
        }
    }

    /// As if the walk had just come to an element.
    fn stand_in(&mut self, entry: &Entry, number: u32) {
        self.open.clear();
        self.entered = number;
        let mut above = entry.held;
        while let Some((number, ..)) = above {
            let Some(holder) = self.view.index.entry(number) else { break };
            self.open.insert(0, Open { kind: holder.kind, id: holder.id, number });
            above = holder.held;
        }
    }
}

impl Rules<'_> {
    /// An error at a key of the element under way, by a rule that reads these keys too.
    fn error(&mut self, code: Code, at: &Path<'_>, key: Key, reads: &[Key], args: &[Arg]) {
        let is_consequence = reads.iter().any(|read| self.sink.is_spoiled_in(&at.key(*read).place()));
        if !is_consequence {
            self.error_here(code, &at.key(key), args);
        }
    }

    /// An error of the object under way as a whole, unless something in it could not be read.
    fn error_here(&mut self, code: Code, at: &Path<'_>, args: &[Arg]) {
        let place = at.place();
        if !self.sink.is_spoiled_in(&place) {
            self.find(Finding::new(code, place, args));
        }
    }

    fn find(&mut self, mut finding: Finding) {
        if let Some(open) = self.open.last() {
            finding = finding.about(open.kind, open.id);
        }
        self.sink.find(finding);
    }

    /// The kind of element under way.
    fn kind(&self) -> Kind {
        self.open.last().map_or(Kind::Plan, |open| open.kind)
    }

    fn period(&mut self, at: &Path<'_>, period: &Period) {
        if period.start() <= period.end() {
            return;
        }
        let code = match self.kind() {
            Kind::Framework => Code::FrameworkPeriodReversed,
            Kind::Indicator => Code::IndicatorPeriodReversed,
            Kind::ExecutionPlan => Code::ExecutionPlanPeriodReversed,
            Kind::Action => Code::ActionPeriodReversed,
            Kind::Evaluation => Code::EvaluationPeriodReversed,
            _ => Code::PlanPeriodReversed,
        };
        let days = [period.start(), period.end()].map(|day| Arg::from(day.to_string()));
        self.error_here(code, at, &days);
    }

    fn source(&mut self, at: &Path<'_>, source: &Source) {
        let empty = source.document().is_none()
            && source.section().is_none()
            && source.page().is_none()
            && source.note().is_none();
        if empty {
            self.error_here(Code::ElementEmptySource, at, &[]);
        }
    }
}

/// Runs the rules of the object's type, if it has any.
macro_rules! by_type {
    ($rules:ident $at:ident $object:ident; $($type:ident: $($rule:ident)+,)+) => {
        let type_id = $object.type_id();
        $(if type_id == TypeId::of::<$type>() {
            if let Some(object) = $object.downcast_ref::<$type>() {
                $($rules.$rule($at, object);)+
            }
            return;
        })+
    };
}

impl Visitor for Rules<'_> {
    fn enter(&mut self, _at: &Path<'_>, kind: Kind, id: Uuid, _code: Option<&str>) {
        self.open.push(Open { kind, id, number: self.entered });
        self.entered += 1;
    }

    fn leave(&mut self) {
        self.open.pop();
    }

    fn object(&mut self, at: &Path<'_>, object: &dyn Any) {
        by_type! { self at object;
            Responsibility: responsibility_disclosed,
            Source: source,
            Period: period,
            Progress: progress progress_disclosed,
            Action: action reports once_per_role action_disclosed,
            Amount: amount,
            Origin: origin,
            Lights: lights,
            Effort: effort,
            Pillar: once_per_role,
            Objective: objective,
            Partner: partner,
            LegalIdentity: legal_identity,
            Area: area,
            Figure: figure figure_disclosed,
            Baseline: baseline,
            Target: target,
            Indicator: indicator,
            Clause: clause,
            Addressee: addressee,
            Decision: decision decision_disclosed,
            Evaluation: evaluation outcomes evaluation_disclosed,
            AcuteIssue: acute_issue,
            Exemption: exemption,
            Priority: once_per_role,
            Theme: once_per_role,
            ExecutionPlan: municipalities once_per_role execution_plan_disclosed,
            PlanContent: once_per_role,
            Profile: profile,
        }
    }

    fn reference(&mut self, at: &Path<'_>, kind: Kind, id: Uuid, reach: Reach) {
        // An id that could not be read names nothing; what hides elements hides what refers to them.
        if id.is_nil() || self.sink.hidden().contains(kind) || self.view.index.find_kind(kind, id).is_some() {
            return;
        }
        // Of a kind that could not be read, another one stands in. It is the first key of every such reference.
        let object = at.place().parent().unwrap_or_default();
        if self.sink.is_key_spoiled(&object, ElementReference::key("kind")) {
            return;
        }
        match self.view.index.find(id) {
            Some(entry) => {
                let args = [Arg::term(kind), Arg::from(id.to_string()), Arg::term(entry.kind)];
                let there = self.view.index.place(entry);
                self.find(Finding::new(Code::ReferenceWrongKind, at.place(), &args).related([there]));
            }
            None if reach == Reach::Elsewhere || kind == Kind::Plan && self.is_about_other_plans() => {}
            None => {
                self.error_here(Code::ReferenceUnknown, at, &[Arg::term(kind), Arg::from(id.to_string())]);
            }
        }
    }

    fn repeated(&mut self, at: &Path<'_>, id: Uuid, first: &Path<'_>) {
        if !id.is_nil() {
            let finding = Finding::new(Code::ReferenceRepeated, at.place(), &[Arg::from(id.to_string())]);
            self.find(finding.related([first.place()]));
        }
    }
}

impl Rules<'_> {
    /// Predecessors and relations stand right under the plan and may name other plans.
    fn is_about_other_plans(&self) -> bool {
        self.kind() == Kind::Plan
    }
}

/// How a plan names itself in lists of other plans is a rule of the plan, not of a reference.
fn names_itself(plan: &PlanContent, other: Option<crate::id::PlanId>) -> bool {
    other == Some(plan.id()) && !plan.id().is_placeholder()
}

/// The term of a word, for a message.
fn term<T: Choice>(word: T) -> Arg {
    Arg::term(word)
}
