//! What may be done to a plan: facts are only added, the strategic part of an adopted plan is the council's, and a new
//! step is what the profile allows.

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap};

use uuid::Uuid;

use super::ElementDraft;
use crate::entity::{
    Act, Action, AcuteIssue, Clause, Correction, CouncilProposal, Decision, Evaluation, EvaluationFinding,
    Indicator, PlanContent,
};
use crate::finding::{Arg, Code, Finding, Severity};
use crate::kind::Kind;
use crate::lifecycle::{History, Ruling};
use crate::place::{Key, Place};
use crate::plan::life::steps::Steps;
use crate::plan::{Element, SafetyPlan, Step, compact};
use crate::value::{Date, Digest, MunicipalityCode};

/// Everything that a step from one version to the next may not do, on a day.
pub(super) fn broken(old: &SafetyPlan, new: &SafetyPlan, touched: &BTreeSet<Uuid>, on: Date) -> Vec<Finding> {
    let mut law = Law { old, new, touched, on, digest: OnceCell::new(), broken: Vec::new() };
    let corrected = law.corrections();
    if !corrected {
        law.altered_facts();
        law.strategic_part();
    }
    law.new_facts();
    law.new_steps();
    law.broken
}

struct Law<'a> {
    old: &'a SafetyPlan,
    new: &'a SafetyPlan,
    touched: &'a BTreeSet<Uuid>,
    on: Date,
    /// The digest of the new version, once it was asked for.
    digest: OnceCell<Digest>,
    broken: Vec<Finding>,
}

/// Texts, each as often as it was put in.
#[derive(Default)]
struct Counted(HashMap<String, usize>);

impl Counted {
    fn put(&mut self, text: String) {
        *self.0.entry(text).or_default() += 1;
    }

    /// Takes one out; whether there was one.
    fn take(&mut self, text: &str) -> bool {
        match self.0.get_mut(text) {
            Some(count) if *count > 0 => {
                *count -= 1;
                true
            }
            _ => false,
        }
    }
}

/// A fact on record: where and when, and what it says.
struct Fact {
    day: Date,
    /// Its key under the element, and its number there if that is a list.
    key: Key,
    number: Option<usize>,
    content: String,
    what: Arg,
}

impl Fact {
    fn place(&self, element: Place) -> Place {
        let place = element.key(self.key);
        self.number.map_or(place.clone(), |number| place.index(number))
    }
}

impl Law<'_> {
    /// The plan itself is touched: its own keys hold corrections.
    fn is_plan_touched(&self) -> bool {
        self.touched.contains(&self.old.id().into_uuid())
    }

    fn digest(&self) -> &Digest {
        self.digest.get_or_init(|| self.new.digest())
    }

    fn find(&mut self, code: Code, place: Place, element: Element<'_>, args: &[Arg]) {
        let finding = Finding::new(code, place, args).about(element.kind(), element.id().into_uuid());
        let finding = Finding { severity: Severity::Error, ..finding };
        // Two facts of one day may be lost by one edit.
        if self.broken.last() != Some(&finding) {
            self.broken.push(finding);
        }
    }

    /// Corrections stay; a new one gives the digests of before and after. Whether there is one that does.
    fn corrections(&mut self) -> bool {
        if !self.is_plan_touched() {
            return false;
        }
        let plan = Element::Plan(self.new);
        let list = || Place::default().key(PlanContent::key("corrections"));
        let mut kept = Counted::default();
        let mut earlier = Counted::default();
        for correction in self.old.corrections() {
            earlier.put(compact(correction));
        }
        let mut added = Vec::new();
        for (number, correction) in self.new.corrections().iter().enumerate() {
            kept.put(compact(correction));
            if !earlier.take(&compact(correction)) {
                added.push((number, correction));
            }
        }
        for gone in self.old.corrections().iter().filter(|one| !kept.take(&compact(*one))) {
            let args = [Arg::both("correction", "correctie"), Arg::from(gone.date().to_string())];
            self.find(Code::ChangeFactAltered, list(), plan, &args);
        }
        let (before, after) = (self.old.digest(), self.digest().clone());
        let mut holds = false;
        for (number, correction) in added {
            let place = list().index(number);
            if self.on < correction.date() {
                self.in_future(plan, place.clone().key(Correction::key("date")), correction.date());
            }
            let mut fits = true;
            for (given, found, key) in
                [(correction.before(), &before, "before"), (correction.after(), &after, "after")]
            {
                if given != found {
                    fits = false;
                    let args = [given, found].map(|digest| short(digest.as_str()));
                    self.find(
                        Code::ChangeCorrectionDigest,
                        place.clone().key(Correction::key(key)),
                        plan,
                        &args,
                    );
                }
            }
            holds |= fits;
        }
        holds
    }

    fn in_future(&mut self, element: Element<'_>, place: Place, day: Date) {
        let args = [day, self.on].map(|day| Arg::from(day.to_string()));
        self.find(Code::FactInFuture, place, element, &args);
    }

    /// Every fact of the old version is in the new one, as it was.
    fn altered_facts(&mut self) {
        for id in self.touched {
            let Some(was) = self.old.element(*id) else { continue };
            let is = self.new.element(*id).filter(|is| is.kind() == was.kind());
            let mut kept = Counted::default();
            let now = is.map(|is| facts(self.new, is)).unwrap_or_default();
            for fact in now {
                kept.put(fact.content);
            }
            for fact in facts(self.old, was).into_iter().filter(|fact| !kept.take(&fact.content)) {
                let there = is.and_then(|is| self.new.place_of(is.id()));
                let place = there.or_else(|| self.old.place_of(was.id())).unwrap_or_default();
                let args = [fact.what, Arg::from(fact.day.to_string())];
                self.find(Code::ChangeFactAltered, place, was, &args);
            }
        }
    }

    /// The strategic part of an adopted plan changes with the decision that amends it, in the same batch.
    fn strategic_part(&mut self) {
        let strategic = |element: Element<'_>| {
            matches!(
                element.kind(),
                Kind::Plan
                    | Kind::Objective
                    | Kind::Indicator
                    | Kind::Principle
                    | Kind::Priority
                    | Kind::Pillar
                    | Kind::Theme
            )
        };
        // An id may have come to name something else.
        let ids = self.touched.iter();
        let mut elements = ids.flat_map(|id| [self.old.element(*id), self.new.element(*id)]).flatten();
        if !elements.any(strategic) || self.old.strategic_json() == self.new.strategic_json() {
            return;
        }
        let then = self.old.as_of(self.on);
        let Some(adopted) = then.plan().adopted_on else { return };
        let history = History::of(self.new);
        let decided = history.all(self.new.id());
        let first = decided.iter().find(|ruling| ruling.act() == Act::Adopt && !self.is_new(ruling));
        // What was decided before the adoption amends nothing; what is taken now has its digest looked at below.
        let amends = |ruling: &&Ruling<'_>| {
            ruling.act() == Act::Amend
                && self.is_new(ruling)
                && first.is_none_or(|first| first.date() <= ruling.date())
        };
        // Each council that adopted the plan amends it.
        let is_amended = |municipality: &MunicipalityCode| {
            let last = decided.iter().rev().filter(|ruling| ruling.holds_in(municipality)).find(amends);
            last.is_some_and(|last| {
                let digest = last.clause.digest();
                last.date() == self.on || digest.is_none_or(|digest| digest == self.digest())
            })
        };
        let adopters = self.old.municipalities().iter().map(|one| one.code());
        let mut adopters =
            adopters.filter(|code| then.plan_in(code).is_some_and(|one| one.adopted_on.is_some()));
        if !adopters.all(is_amended) {
            let args = [Arg::from(adopted.to_string())];
            self.find(Code::ChangeStrategicPart, Place::default(), Element::Plan(self.new), &args);
        }
    }

    /// Whether the decision was not on record before.
    fn is_new(&self, ruling: &Ruling<'_>) -> bool {
        self.old.decision(ruling.decision.id()).is_none()
    }

    /// A fact is what happened, on or before the day.
    fn new_facts(&mut self) {
        for id in self.touched {
            let Some(is) = self.new.element(*id) else { continue };
            let known: BTreeSet<String> = self
                .old
                .element(*id)
                .map(|was| facts(self.old, was))
                .unwrap_or_default()
                .into_iter()
                .map(|fact| fact.content)
                .collect();
            let place = self.new.place_of(is.id()).unwrap_or_default();
            for fact in facts(self.new, is) {
                if self.on < fact.day && !known.contains(&fact.content) {
                    self.in_future(is, fact.place(place.clone()), fact.day);
                }
            }
        }
    }

    /// A step that is taken on the day itself is held against the profile; what was before is only recorded.
    fn new_steps(&mut self) {
        let steps = Steps::of(self.new.view());
        let mut lacks = Vec::new();
        for id in self.touched {
            match self.new.element(*id) {
                Some(Element::Action(action)) => lacks.extend(self.start(&steps, action)),
                Some(Element::Evaluation(evaluation)) => {
                    let known = self.old.evaluation(evaluation.id()).and_then(|was| was.delivered_on());
                    if evaluation.delivered_on() == Some(self.on) && known.is_none() {
                        lacks.extend(steps.evaluates(evaluation, self.on));
                    }
                }
                _ => {}
            }
        }
        // A batch doesn't lift a rule for the step that it takes.
        let before = self.old.judgement();
        let refuses = |lack: &Finding| steps.refuses(lack.code) || before.refuses(lack.code);
        let mut refused: Vec<Finding> = lacks.into_iter().filter(refuses).collect();
        for rulings in steps.history.objects() {
            for ruling in rulings.iter().filter(|one| self.touched.contains(&one.decision.id().into_uuid())) {
                if ruling.date() == self.on && self.is_new(ruling) {
                    let found = steps.ruling(ruling).into_iter();
                    refused.extend(found.filter(refuses));
                    refused.extend(self.adoption(ruling));
                    self.decided_digest(ruling);
                }
            }
        }
        // A step and what it requires may lack the same.
        let mut told = BTreeSet::new();
        for finding in refused {
            if told.insert((finding.place.clone(), finding.code, finding.message.clone())) {
                self.broken.push(Finding { severity: Severity::Error, ..finding });
            }
        }
    }

    fn start(&self, steps: &Steps<'_>, action: &Action) -> Vec<Finding> {
        let known = self.old.action(action.id()).and_then(Steps::started);
        match Steps::started(action) {
            Some(started) if started == self.on && known.is_none() => steps.start(action, started),
            _ => Vec::new(),
        }
    }

    /// What an adoption requires.
    fn adoption(&self, ruling: &Ruling<'_>) -> Vec<Finding> {
        let step = match self.new.element(ruling.clause.object().id().into_uuid()) {
            _ if ruling.act() != Act::Adopt => return Vec::new(),
            Some(Element::Plan(_)) => Step::Adoption,
            Some(Element::ExecutionPlan(execution)) => Step::ExecutionPlanAdoption(execution.id()),
            _ => return Vec::new(),
        };
        self.new.readiness(step, self.on).required.into_vec()
    }

    /// A decision on the plan that is taken now gives the digest of what was decided on.
    fn decided_digest(&mut self, ruling: &Ruling<'_>) {
        let Some(given) = ruling.clause.digest() else { return };
        let found = self.digest();
        if given != found {
            let place = ruling.place().key(Clause::key("digest"));
            let args = [given.as_str(), found.as_str()].map(short);
            let decision = self.new.decision(ruling.decision.id());
            if let Some(decision) = decision {
                self.find(Code::ChangeDecisionDigest, place, Element::Decision(decision), &args);
            }
        }
    }
}

/// How much of a digest a message shows.
fn short(digest: &str) -> Arg {
    Arg::from(digest.chars().take(12).collect::<String>())
}

/// What a fact says. Who may see it and where it is filed can be told later.
fn said(fact: &impl serde::Serialize) -> String {
    let mut value = serde_json::to_value(fact).unwrap_or_default();
    if let Some(object) = value.as_object_mut() {
        object.retain(|key, _| !["disclosure", "source", "reference", "code"].contains(&key.as_str()));
    }
    value.to_string()
}

/// The first day on which a proposal was accepted, rejected or withdrawn.
fn decided_on(plan: &SafetyPlan, proposal: &CouncilProposal) -> Option<Date> {
    let decides = |decision: &&Decision| {
        decision.clauses().iter().any(|clause| {
            clause.object().id().into_uuid() == proposal.id().into_uuid() && clause.act() != Act::Propose
        })
    };
    plan.decisions().iter().filter(decides).map(|decision| decision.date()).min()
}

/// The facts of an element: what was decided, reported, measured, delivered, submitted or signalled.
fn facts(plan: &SafetyPlan, element: Element<'_>) -> Vec<Fact> {
    let term = Arg::term(element.kind());
    let dated = |day: Option<Date>, key: Key, what: &Arg| {
        day.map(|day| Fact {
            day,
            key,
            number: None,
            content: format!("{}:{day}", key.name()),
            what: what.clone(),
        })
    };
    match element {
        Element::Decision(decision) => {
            let key = Decision::key("date");
            let content = said(decision);
            vec![Fact { day: decision.date(), key, number: None, content, what: term }]
        }
        Element::Evaluation(evaluation) => {
            let key = Evaluation::key("deliveredOn");
            // What it found are facts of their own.
            let content = || ElementDraft::own(element).map(|own| said(&own.object())).unwrap_or_default();
            let of = |day| Fact { day, key, number: None, content: content(), what: term.clone() };
            evaluation.delivered_on().map(of).into_iter().collect()
        }
        Element::EvaluationFinding(finding) => {
            let Some(Element::Evaluation(by)) = plan.holder(finding.id()) else { return Vec::new() };
            let key = EvaluationFinding::key("text");
            let content = format!("{}:{}", by.id(), said(finding));
            let of = |day| Fact { day, key, number: None, content, what: term };
            by.delivered_on().map(of).into_iter().collect()
        }
        Element::AcuteIssue(issue) => {
            let signalled = dated(Some(issue.signalled_on()), AcuteIssue::key("signalledOn"), &term);
            let accounted = dated(issue.accounted_on(), AcuteIssue::key("accountedOn"), &term);
            signalled.into_iter().chain(accounted).collect()
        }
        Element::Proposal(proposal) => {
            let key = CouncilProposal::key("submittedOn");
            let submitted = dated(proposal.submitted_on(), key, &term);
            // What was decided on is what was asked for, whether or not its submission is on record.
            let decided = || decided_on(plan, proposal);
            let asked = |day| {
                let content = format!("amount:{}", proposal.amount().map(compact).unwrap_or_default());
                Fact { day, key, number: None, content, what: term }
            };
            let asked = proposal.submitted_on().or_else(decided).map(asked);
            submitted.into_iter().chain(asked).collect()
        }
        Element::Action(action) => {
            let mut taken_up = dated(action.registered_on(), Action::key("registeredOn"), &term);
            // It was taken up in that execution plan, and in no other.
            if let (Some(fact), Some(holder)) = (&mut taken_up, plan.holder(action.id())) {
                fact.content = format!("{}:{}", fact.content, holder.id().into_uuid());
            }
            let reports = action.progress().iter().enumerate().map(|(number, report)| Fact {
                day: report.date(),
                key: Action::key("progress"),
                number: Some(number),
                content: said(report),
                what: Arg::both("report on the action", "voortgangsmelding"),
            });
            taken_up.into_iter().chain(reports).collect()
        }
        Element::Indicator(indicator) => {
            let figures = indicator.figures().iter().enumerate().map(|(number, figure)| Fact {
                day: figure.reported_on().unwrap_or(figure.period().start()),
                key: Indicator::key("figures"),
                number: Some(number),
                // A figure is one of its unit.
                content: format!("{}:{}", indicator.unit(), said(figure)),
                what: Arg::both("figure", "realisatie"),
            });
            figures.collect()
        }
        _ => Vec::new(),
    }
}
