//! The safety plan as a whole: reading, checking, advice, readiness, and sets of plans.

mod advice;
mod check;
mod disclosure;
mod element;
mod facts;
mod index;
mod judgement;
pub(crate) mod life;
mod local;
mod named;
mod read;
mod set;
mod strategic;

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

pub(crate) use disclosure::{Disclosures, implied};
pub use element::Element;
pub(crate) use element::View;
use index::Index;
pub(crate) use judgement::profile_rules;
pub use judgement::{Judgement, PROFILE_RULES};
pub use life::{
    AsOf, Readiness, Standing, StateInMunicipality, StateOf, StateOfExecutionPlan, States, Step, StepKind,
};
pub(crate) use life::{Pair, state_beside};
pub(crate) use local::Edit;
pub use named::Named;
pub(crate) use named::{listed, shortened};
pub use read::{Limits, ReadError};
pub(crate) use read::{compact, pretty, raw};
pub use set::{PlanSet, SetChecked, SetRejected};

use crate::entity::{PlanContent, SafetyPlanDraft};
use crate::finding::{Arg, Code, Finding, Findings, Sink};
use crate::id::ElementId;
use crate::kind::Kind;
use crate::place::{Path, Place};
use crate::value::Date;
use crate::wire::Typed;

/// A safety plan (*integraal veiligheidsplan*) that holds together: one that exists has no errors.
///
/// It is read from JSON ([`from_json`](Self::from_json)) or made from a draft ([`SafetyPlanDraft::check`]). Everything
/// in it can be read through [`PlanContent`]'s getters. A clone is cheap and shares everything.
///
/// Consistent is not complete: a plan under construction is a valid value, and [`readiness`](Self::readiness) says
/// what it lacks.
#[derive(Clone)]
pub struct SafetyPlan {
    inner: Arc<Inner>,
}

struct Inner {
    version: Version,
    content: PlanContent,
    /// Shared with the version before, where no element came, went or moved.
    index: Arc<Index>,
}

/// Tells one version of a plan from every other of this process, read again from the same text or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Version(u64);

impl Default for Version {
    fn default() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        Self(NEXT.fetch_add(1, Ordering::Relaxed))
    }
}

impl SafetyPlan {
    /// Which version this is; a clone is the same version.
    pub(crate) fn version(&self) -> Version {
        self.inner.version
    }

    pub(crate) fn view(&self) -> View<'_> {
        View { plan: &self.inner.content, index: &self.inner.index }
    }

    /// The element with this id, of any kind. `O(log n)`.
    #[must_use]
    pub fn element(&self, id: Uuid) -> Option<Element<'_>> {
        self.view().get(id)
    }

    /// The elements with this code, of any kind, in the order of the document. `O(log n)` and what it finds.
    pub fn coded(&self, code: &str) -> impl Iterator<Item = Element<'_>> + Clone + use<'_> {
        let view = self.view();
        view.index.coded(code).filter_map(move |entry| view.element(entry))
    }

    /// Every element, in the order of the document.
    pub fn elements(&self) -> impl Iterator<Item = Element<'_>> + Clone {
        self.view().elements()
    }

    /// The element that holds this one: the priority of a pillar, the execution plan of an action.
    #[must_use]
    pub fn holder(&self, id: impl Into<ElementId>) -> Option<Element<'_>> {
        self.view().holder(id.into().into_uuid())
    }

    /// Every element of these kinds with its number in the index, in the order of the document.
    pub(crate) fn numbered(&self, takes: impl Fn(Kind) -> bool) -> impl Iterator<Item = (u32, Element<'_>)> {
        let view = self.view();
        let entries = (0..).zip(view.index.entries()).filter(move |(_, entry)| takes(entry.kind));
        entries.filter_map(move |(at, entry)| Some((at, view.element(entry)?)))
    }

    /// The elements that an element holds, at any depth, in the order of the document.
    pub(crate) fn below(&self, holder: Element<'_>) -> impl Iterator<Item = Element<'_>> {
        let view = self.view();
        view.index.below(holder.id().into_uuid()).filter_map(move |entry| view.element(entry))
    }

    /// Where in the document an element stands.
    #[must_use]
    pub fn place_of(&self, id: impl Into<ElementId>) -> Option<Place> {
        let index = &self.inner.index;
        index.find(id.into().into_uuid()).map(|entry| index.place(entry))
    }

    /// Advice: what an expert would point out on this day (*advies*), in the order of the document.
    ///
    /// The plan's profile says which of the rules that municipalities differ on are judged.
    #[must_use]
    pub fn advice(&self, as_of: Date) -> Findings {
        advice::advise(self.view(), as_of)
    }

    /// What still lacks for a step on a day, such as adoption by the council.
    ///
    /// What is required is what a change that takes the step on that day is refused for. Of an execution plan or action
    /// that isn't there, `reference/unknown` is required.
    #[must_use]
    pub fn readiness(&self, step: Step, as_of: Date) -> Readiness {
        life::readiness(self.view(), step, as_of)
    }

    /// How the plan is judged where municipalities differ: its profile, laid over the built-in one that it names.
    #[must_use]
    pub fn judgement(&self) -> Judgement {
        Judgement::of(self.profile())
    }

    /// The latest day of a fact on record: a decision, report, figure, evaluation, signal, proposal, correction, or an
    /// action that was taken up.
    #[must_use]
    pub fn latest_fact(&self) -> Option<Date> {
        facts::of(&self.inner.content).into_iter().map(|fact| fact.day).max()
    }

    /// The strategic part: what the council adopts, as canonical JSON (RFC 8785).
    #[must_use]
    pub fn strategic_json(&self) -> String {
        strategic::canonical(&self.inner.content)
    }

    /// The digest of the strategic part: SHA-256 of [`strategic_json`](Self::strategic_json).
    #[must_use]
    pub fn digest(&self) -> crate::value::Digest {
        strategic::digest(&self.inner.content)
    }

    /// The plan without anything but its strategic part. Total: it has no errors, as a test holds.
    pub(crate) fn strategic_alone(&self) -> Self {
        let draft = strategic::alone(&self.inner.content);
        let content = PlanContent::from_raw(&draft, &Path::ROOT, &mut Limits::default().sink());
        let index = Index::of(&content);
        Self { inner: Arc::new(Inner { version: Version::default(), content, index: Arc::new(index) }) }
    }

    /// The draft of this plan, to be changed and checked again.
    #[must_use]
    pub fn to_draft(&self) -> SafetyPlanDraft {
        self.inner.content.to_raw()
    }

    /// The written form: keys in the order of the format, two spaces, a line feed at the end.
    #[must_use]
    pub fn to_json(&self) -> String {
        read::pretty(&self.inner.content)
    }

    /// The written form on one line, as in a set.
    #[must_use]
    pub fn to_json_line(&self) -> String {
        read::compact(&self.inner.content)
    }
}

impl Deref for SafetyPlan {
    type Target = PlanContent;

    fn deref(&self) -> &PlanContent {
        &self.inner.content
    }
}

impl PartialEq for SafetyPlan {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.inner, &other.inner) || self.inner.content == other.inner.content
    }
}

impl Eq for SafetyPlan {}

impl fmt::Debug for SafetyPlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("SafetyPlan").field(&self.inner.content).finish()
    }
}

impl Serialize for SafetyPlan {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.inner.content.serialize(serializer)
    }
}

/// Reads and checks, like [`SafetyPlan::from_json`]; serde keeps only the text of the errors.
impl<'de> Deserialize<'de> for SafetyPlan {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let limits = Limits::default();
        let mut sink = limits.sink();
        let draft = crate::wire::read(deserializer, &Path::ROOT, &mut sink)?;
        check(&draft, sink).into_result().map_err(serde::de::Error::custom)
    }
}

impl schemars::JsonSchema for SafetyPlan {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        PlanContent::schema_name()
    }

    fn schema_id() -> std::borrow::Cow<'static, str> {
        PlanContent::schema_id()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        PlanContent::json_schema(generator)
    }
}

/// What a check gives: the plan if there are no errors, and the errors.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Checked {
    /// The plan, if it has no errors.
    pub plan: Option<SafetyPlan>,
    /// The errors, in the order of the document.
    pub errors: Findings,
}

impl Checked {
    /// The plan, or the errors as an error.
    ///
    /// # Errors
    /// The plan has errors.
    pub fn into_result(self) -> Result<SafetyPlan, PlanRejected> {
        self.plan.ok_or(PlanRejected { errors: self.errors, draft: None })
    }
}

/// The plan has errors. `Display` tells the first and how many more; `{:#}` tells all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanRejected {
    errors: Findings,
    draft: Option<Box<SafetyPlanDraft>>,
}

impl PlanRejected {
    pub(crate) fn new(errors: Findings, draft: Option<SafetyPlanDraft>) -> Self {
        Self { errors, draft: draft.map(Box::new) }
    }

    /// The errors, in the order of the document.
    #[must_use]
    pub fn errors(&self) -> &Findings {
        &self.errors
    }

    /// The errors themselves.
    #[must_use]
    pub fn into_errors(self) -> Findings {
        self.errors
    }

    /// The draft that was rejected, where one was given by value: nothing is lost.
    #[must_use]
    pub fn into_draft(self) -> Option<SafetyPlanDraft> {
        self.draft.map(|draft| *draft)
    }
}

impl fmt::Display for PlanRejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.alternate() {
            return write!(f, "{}", self.errors);
        }
        // None is kept where the limits keep none.
        let Some(first) = self.errors.iter().next() else { return f.write_str("the plan has errors") };
        write!(f, "{first}")?;
        match self.errors.total() {
            1 => Ok(()),
            total => write!(f, ", and {} more", total - 1),
        }
    }
}

impl std::error::Error for PlanRejected {}

impl SafetyPlanDraft {
    /// Checks the draft: the plan if it holds together, and otherwise every error.
    ///
    /// The draft stays as it is. `O(n log n)` in the number of elements.
    #[must_use]
    pub fn check(&self) -> Checked {
        check(self, Limits::default().sink())
    }
}

impl TryFrom<SafetyPlanDraft> for SafetyPlan {
    type Error = PlanRejected;

    fn try_from(draft: SafetyPlanDraft) -> Result<Self, PlanRejected> {
        let Checked { plan, errors } = draft.check();
        plan.ok_or_else(|| PlanRejected { errors, draft: Some(Box::new(draft)) })
    }
}

impl From<&SafetyPlan> for SafetyPlanDraft {
    fn from(plan: &SafetyPlan) -> Self {
        plan.to_draft()
    }
}

/// From draft to plan: values first, then what elements mean to each other.
fn check(draft: &SafetyPlanDraft, mut sink: Sink) -> Checked {
    let content = PlanContent::from_raw(draft, &Path::ROOT, &mut sink);
    // A draft of a newer format is not judged by the rules of this one.
    if crate::value::is_newer(&draft.format_version) {
        let place = Place::default().key(PlanContent::key("formatVersion"));
        let versions = [draft.format_version.as_str(), crate::value::FormatVersion::CURRENT].map(Arg::from);
        let newer = Finding::new(Code::FormatNewer, place, &versions);
        return Checked { plan: None, errors: Findings::sorted(vec![newer], Vec::new()) };
    }
    let index = Index::of(&content);
    // Relations between elements are judged unless so much is broken that findings are only counted.
    if !sink.is_full() {
        check::check(View { plan: &content, index: &index }, &mut sink);
    }
    let clean = sink.is_clean();
    name_subjects(&index, &mut sink);
    Checked {
        plan: clean.then(|| SafetyPlan {
            inner: Arc::new(Inner { version: Version::default(), content, index: Arc::new(index) }),
        }),
        errors: sink.finish(),
    }
}

/// Tells of each finding the element that it lies in, where it doesn't say so yet.
fn name_subjects(index: &Index, sink: &mut Sink) {
    for finding in sink.kept() {
        if finding.subject.is_none() {
            let element = index.element_at(&finding.place).filter(|entry| !entry.id.is_nil());
            finding.subject = element.map(|entry| crate::finding::Subject { kind: entry.kind, id: entry.id });
        }
    }
}
