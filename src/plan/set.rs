//! Sets of plans: of many municipalities and periods, one version of each.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::io;

use uuid::Uuid;

use super::check::{Graph, named};
use super::index::Entry;
use super::read::Limits;
use super::{Element, PlanRejected, ReadError, SafetyPlan};
use crate::entity::{PlanContent, Predecessor};
use crate::finding::{Arg, Code, Finding, Findings, Sink};
use crate::id::PlanId;
use crate::kind::Kind;
use crate::place::{Path, Place};
use crate::wire::{Reach, Typed, Visitor};

/// Plans of many municipalities and periods (*verzameling van plannen*), one version of each, that hold together.
///
/// Partners, frameworks with their items, areas and topics may be shared under one id; predecessors, relations and
/// continuations may name another plan; every other id is unique in the set.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlanSet {
    plans: Vec<SafetyPlan>,
}

/// The kinds that plans of a set may share under one id.
fn is_shared(kind: Kind) -> bool {
    matches!(kind, Kind::Partner | Kind::Framework | Kind::FrameworkItem | Kind::Area | Kind::Topic)
}

/// What a check of a set gives: the set if there are no errors, and the errors.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct SetChecked {
    /// The set, if it has no errors.
    pub set: Option<PlanSet>,
    /// The errors; each place begins with the number of the plan.
    pub errors: Findings,
}

/// The set has errors. `Display` tells the first and how many more; `{:#}` tells all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetRejected {
    rejected: PlanRejected,
    plans: Vec<SafetyPlan>,
}

impl SetRejected {
    /// The errors; each place begins with the number of the plan, from 0.
    #[must_use]
    pub fn errors(&self) -> &Findings {
        self.rejected.errors()
    }

    /// The plans that were given: each holds together by itself.
    #[must_use]
    pub fn into_plans(self) -> Vec<SafetyPlan> {
        self.plans
    }

    pub(crate) fn new(errors: Findings, plans: Vec<SafetyPlan>) -> Self {
        Self { rejected: PlanRejected { errors, draft: None }, plans }
    }
}

impl fmt::Display for SetRejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.rejected, f)
    }
}

impl std::error::Error for SetRejected {}

impl PlanSet {
    /// A set of these plans.
    ///
    /// # Errors
    /// Plans that contradict each other: `set/plan-repeated`, `set/id-shared`, `set/kind-differs`,
    /// `set/succession-cycle`, `set/continuation-cycle`, `reference/wrong-kind`.
    pub fn new(plans: impl IntoIterator<Item = SafetyPlan>) -> Result<Self, SetRejected> {
        let plans: Vec<SafetyPlan> = plans.into_iter().collect();
        let SetChecked { set, errors } = Self::check(plans.clone());
        set.ok_or_else(|| SetRejected::new(errors, plans))
    }

    /// Checks plans against each other: the set if they hold together, and otherwise every error.
    #[must_use]
    pub fn check(plans: Vec<SafetyPlan>) -> SetChecked {
        let mut rules = Rules { sink: Limits::default().sink(), advice: false };
        rules.check(&plans);
        let clean = rules.sink.is_clean();
        SetChecked { set: clean.then_some(Self { plans }), errors: rules.sink.finish() }
    }

    /// Advice on the set: names that differ, plans that are named and not there, predecessors elsewhere or not looked
    /// back on, periods that don't join, priorities that no successor takes up.
    #[must_use]
    pub fn advice(&self) -> Findings {
        let mut rules = Rules { sink: Limits::default().sink(), advice: true };
        rules.check(&self.plans);
        rules.sink.finish()
    }

    /// Reads a set from NDJSON: one plan per line; blank lines are passed over.
    ///
    /// # Errors
    /// Every fault of every line, with the number of the line, and every error of the set.
    pub fn from_ndjson(text: &str) -> Result<Self, SetRejected> {
        Limits::default().set_from_ndjson(text.as_bytes())
    }

    /// Reads a set from NDJSON through a reader, line by line.
    ///
    /// # Errors
    /// As [`from_ndjson`](Self::from_ndjson), and the reader's own failure.
    pub fn from_ndjson_reader(reader: impl io::Read) -> Result<Self, ReadError> {
        let limits = Limits::default();
        let bytes = limits.bytes_of(reader)?;
        limits.holds(&bytes).map_err(|fault| {
            ReadError::Rejected(PlanRejected {
                errors: Findings::sorted(vec![*fault], Vec::new()),
                draft: None,
            })
        })?;
        limits.set_from_ndjson(&bytes).map_err(|rejected| ReadError::Rejected(rejected.rejected))
    }

    /// The written form: one plan per line.
    #[must_use]
    pub fn to_ndjson(&self) -> String {
        self.plans.iter().map(|plan| plan.to_json_line() + "\n").collect()
    }

    /// The plans, in the order in which they were given.
    pub fn iter(&self) -> std::slice::Iter<'_, SafetyPlan> {
        self.plans.iter()
    }

    /// The plans as a slice.
    #[must_use]
    pub fn plans(&self) -> &[SafetyPlan] {
        &self.plans
    }

    /// The plan with this id. `O(n)`.
    #[must_use]
    pub fn plan(&self, id: PlanId) -> Option<&SafetyPlan> {
        self.plans.iter().find(|plan| plan.id() == id)
    }
}

impl<'a> IntoIterator for &'a PlanSet {
    type Item = &'a SafetyPlan;
    type IntoIter = std::slice::Iter<'a, SafetyPlan>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Limits {
    /// Reads a set within these bounds, which hold for each line; see [`PlanSet::from_ndjson`].
    ///
    /// # Errors
    /// Every fault of every line, with the number of the line, and every error of the set.
    pub fn set_from_ndjson(&self, bytes: &[u8]) -> Result<PlanSet, SetRejected> {
        let mut plans = Vec::new();
        let mut refused = 0;
        let mut found = self.sink();
        let lines = bytes.split(|byte| *byte == b'\n').enumerate();
        for (number, line) in lines.filter(|(_, line)| !line.trim_ascii().is_empty()) {
            match self.from_json_slice(line) {
                Ok(plan) => plans.push(plan),
                Err(rejected) => {
                    // The place counts plans from 0, with those that could not be read.
                    let before = plans.len() + refused;
                    refused += 1;
                    let errors = rejected.into_errors();
                    for rest in errors.beyond() {
                        found.count(rest.code, rest.more);
                    }
                    for mut finding in errors {
                        let column = finding.column.unwrap_or(1);
                        finding.place = finding.place.in_document(before);
                        finding.related =
                            finding.related.into_iter().map(|at| at.in_document(before)).collect();
                        found.find(finding.at_line(number + 1, column));
                    }
                }
            }
        }
        if found.is_clean() { PlanSet::new(plans) } else { Err(SetRejected::new(found.finish(), plans)) }
    }
}

/// What plans of a set mean to each other: errors, or else advice.
struct Rules {
    sink: Sink,
    advice: bool,
}

impl Rules {
    fn find(&mut self, finding: Finding) {
        let is_advice = finding.severity == crate::finding::Severity::Advice;
        if is_advice == self.advice {
            self.sink.find(finding);
        }
    }

    fn check(&mut self, plans: &[SafetyPlan]) {
        self.repeated(plans);
        let known = self.ids(plans);
        self.references(plans, &known);
        self.successions(plans);
        self.continuations(plans);
        if self.advice {
            for finding in super::life::advise_succession(plans) {
                self.find(finding);
            }
        }
    }

    fn repeated(&mut self, plans: &[SafetyPlan]) {
        let mut firsts = HashMap::new();
        for (number, plan) in plans.iter().enumerate() {
            let first = *firsts.entry(plan.id()).or_insert(number);
            if first != number {
                let place = |number| Place::default().key(PlanContent::key("id")).in_document(number);
                let id = Arg::from(plan.id().to_string());
                let finding = Finding::new(Code::SetPlanRepeated, place(number), &[id]);
                self.find(finding.about(Kind::Plan, plan.id().into_uuid()).related([place(first)]));
            }
        }
    }

    /// Ids are shared only by what plans may share, and then for the same kind.
    fn ids(&mut self, plans: &[SafetyPlan]) -> HashMap<Uuid, Kind> {
        let mut firsts: HashMap<Uuid, (usize, &Entry)> = HashMap::new();
        let mut seen_plans = HashSet::new();
        for (number, plan) in plans.iter().enumerate().filter(|(_, plan)| seen_plans.insert(plan.id())) {
            let index = plan.view().index;
            for entry in index.entries() {
                let Some((first, other)) = firsts.get(&entry.id).copied() else {
                    firsts.insert(entry.id, (number, entry));
                    continue;
                };
                let Some(there) = plans.get(first) else { continue };
                let id = Arg::from(entry.id.to_string());
                let (code, args) = if entry.kind != other.kind {
                    (Code::SetKindDiffers, vec![id, Arg::term(entry.kind), Arg::term(other.kind)])
                } else if !is_shared(entry.kind) {
                    (Code::SetIdShared, vec![Arg::term(entry.kind), id])
                } else {
                    let names = [plan, there].map(|plan| plan.element(entry.id).map_or("", Element::title));
                    let [here, there] = names;
                    if here == there {
                        continue;
                    }
                    (Code::SetNameDiffers, vec![id, Arg::from(here), Arg::from(there)])
                };
                let place = index.place(entry).in_document(number);
                let other = there.view().index.place(other).in_document(first);
                self.find(Finding::new(code, place, &args).about(entry.kind, entry.id).related([other]));
            }
        }
        firsts.into_iter().map(|(id, (_, entry))| (id, entry.kind)).collect()
    }

    /// What a plan names in other plans is there, and of the right kind.
    fn references(&mut self, plans: &[SafetyPlan], known: &HashMap<Uuid, Kind>) {
        for (number, plan) in plans.iter().enumerate() {
            let mut outward = Outward { plan, found: Vec::new(), open: Vec::new() };
            plan.walk(&Path::ROOT, &mut outward);
            for (place, kind, id, subject) in outward.found {
                let id_arg = Arg::from(id.to_string());
                let (code, args) = match known.get(&id) {
                    Some(found) if *found == kind => continue,
                    Some(found) => {
                        (Code::ReferenceWrongKind, vec![Arg::term(kind), id_arg, Arg::term(*found)])
                    }
                    None => (Code::SetUnresolved, vec![Arg::term(kind), id_arg]),
                };
                self.find(Finding::new(code, place.in_document(number), &args).about(subject.0, subject.1));
            }
        }
    }

    fn successions(&mut self, plans: &[SafetyPlan]) {
        let numbers: HashMap<PlanId, usize> =
            plans.iter().enumerate().map(|(n, plan)| (plan.id(), n)).collect();
        let mut graph = Graph::default();
        for (number, plan) in plans.iter().enumerate() {
            let before = plan.predecessors().iter().filter_map(Predecessor::plan);
            graph.link(plan.id().into_uuid(), before.map(PlanId::into_uuid).collect());
            for (index, predecessor) in plan.predecessors().iter().enumerate() {
                let other = predecessor.plan().and_then(|id| plans.get(*numbers.get(&id)?));
                let Some(other) = other else { continue };
                let codes: HashSet<&str> =
                    other.municipalities().iter().map(|one| one.code().as_str()).collect();
                if !plan.municipalities().iter().any(|one| codes.contains(one.code().as_str())) {
                    let place = Place::default().key(PlanContent::key("predecessors")).index(index);
                    let title = [Arg::from(predecessor.title().as_str())];
                    let finding =
                        Finding::new(Code::SetNoCommonMunicipality, place.in_document(number), &title);
                    self.find(finding.about(Kind::Plan, plan.id().into_uuid()));
                }
            }
        }
        for cycle in graph.cycles() {
            let find = |id: &Uuid| PlanId::from_uuid(*id).ok().and_then(|id| numbers.get(&id).copied());
            let place = |id: &Uuid| {
                let list = Place::default().key(PlanContent::key("predecessors"));
                find(id).map(|number| list.in_document(number))
            };
            let name = |id: &Uuid| {
                find(id).and_then(|number| plans.get(number)).map(|plan| plan.title().to_string())
            };
            self.knot(Code::SetSuccessionCycle, Kind::Plan, &cycle, place, name);
        }
    }

    /// Continuations over all plans; a cycle within one plan is an error of that plan already.
    fn continuations(&mut self, plans: &[SafetyPlan]) {
        let mut graph = Graph::default();
        let mut owners: HashMap<Uuid, usize> = HashMap::new();
        for (number, plan) in plans.iter().enumerate() {
            for element in plan.elements() {
                let to = element.continues();
                let id = element.id().into_uuid();
                owners.entry(id).or_insert(number);
                if !to.is_empty() {
                    graph.link(id, to);
                }
            }
        }
        for cycle in graph.cycles() {
            let owner = |id: &Uuid| owners.get(id).and_then(|number| Some((*number, plans.get(*number)?)));
            let Some((_, plan)) = cycle.first().and_then(owner) else { continue };
            let kind = cycle.first().and_then(|id| plan.element(*id)).map_or(Kind::Action, Element::kind);
            let place = |id: &Uuid| {
                let (number, plan) = owner(id)?;
                let key = plan.element(*id)?.continues_key();
                Some(plan.view().index.place_of(*id).key(key).in_document(number))
            };
            let name = |id: &Uuid| owner(id).and_then(|(_, plan)| Some(plan.element(*id)?.label()));
            self.knot(Code::SetContinuationCycle, kind, &cycle, place, name);
        }
    }

    fn knot(
        &mut self,
        code: Code,
        kind: Kind,
        cycle: &[Uuid],
        place: impl Fn(&Uuid) -> Option<Place>,
        name: impl Fn(&Uuid) -> Option<String>,
    ) {
        let Some(first) = cycle.first() else { return };
        let cycle_named = named(cycle, |id| name(id).unwrap_or_else(|| id.to_string()));
        let at = place(first).unwrap_or_default();
        let finding = Finding::new(code, at, &[cycle_named]).about(kind, *first);
        self.find(finding.related(cycle.iter().skip(1).filter_map(place)));
    }
}

/// The references of a plan that lead out of it.
struct Outward<'a> {
    plan: &'a SafetyPlan,
    found: Vec<(Place, Kind, Uuid, (Kind, Uuid))>,
    open: Vec<(Kind, Uuid)>,
}

impl Visitor for Outward<'_> {
    fn enter(&mut self, _: &Path<'_>, kind: Kind, id: Uuid, _: Option<&str>) {
        self.open.push((kind, id));
    }

    fn leave(&mut self) {
        self.open.pop();
    }

    fn reference(&mut self, at: &Path<'_>, kind: Kind, id: Uuid, reach: Reach) {
        let leads_out = (reach == Reach::Elsewhere || kind == Kind::Plan)
            && self.plan.view().index.find_kind(kind, id).is_none();
        if let (true, Some(subject)) = (leads_out, self.open.last()) {
            self.found.push((at.place(), kind, id, *subject));
        }
    }
}
