//! The collector: gathers findings without letting one fault set off others.

use std::collections::{BTreeMap, BTreeSet};

use super::{Arg, Beyond, Code, Finding, Findings};
use crate::kind::Kinds;
use crate::place::{Key, Path, Place};

/// Gathers the findings of one document.
///
/// A *fault* spoils its place: what is found later at or below that place, or in relation to it, is a consequence and
/// is left out, so that one planted fault gives one finding. A fault that hides elements also names the kinds that
/// may be missing; references to those kinds are then not reported as unknown. A key that the format doesn't know may
/// be the one that its object seems to lack.
#[derive(Debug)]
pub(crate) struct Sink {
    kept: Vec<Finding>,
    limit: usize,
    list_limit: usize,
    beyond: BTreeMap<Code, u64>,
    spoiled: BTreeSet<Place>,
    /// The objects with a key that the format doesn't know.
    unsure: BTreeSet<Place>,
    hidden: Kinds,
    /// Whether items of lists were not kept, as nothing more of the document is.
    left_out: bool,
}

/// The codes that say that an object lacks a key.
const LACKING: [Code; 17] = [
    Code::ElementEmptySource,
    Code::PartnerOrganKind,
    Code::IndicatorValueOrMissing,
    Code::IndicatorTargetValue,
    Code::IndicatorUpperValue,
    Code::ActionOrigin,
    Code::ActionEmptyEffort,
    Code::ProgressEmpty,
    Code::ProgressEmptyLights,
    Code::AmountWithoutFigures,
    Code::DecisionUntil,
    Code::DecisionText,
    Code::DecisionOrganName,
    Code::DecisionAddressee,
    Code::PlanNoLegalBasis,
    Code::PriorityNoAnalysis,
    Code::PriorityNoDirector,
];

impl Sink {
    /// A collector that keeps this many findings and counts the rest, and takes this many elements per list.
    pub(crate) fn new(limit: usize, list_limit: usize) -> Self {
        Self {
            kept: Vec::new(),
            limit,
            list_limit,
            beyond: BTreeMap::new(),
            spoiled: BTreeSet::new(),
            unsure: BTreeSet::new(),
            hidden: Kinds::default(),
            left_out: false,
        }
    }

    /// Records a fault and spoils its place.
    pub(crate) fn fault(&mut self, code: Code, at: &Path<'_>, args: &[Arg]) {
        self.fault_hiding(code, at, at, args);
    }

    /// Records a fault at one place that spoils another, such as a key that is missing from its object.
    pub(crate) fn fault_hiding(&mut self, code: Code, at: &Path<'_>, spoils: &Path<'_>, args: &[Arg]) {
        if !self.keeps() {
            self.count(code, 1);
            return;
        }
        let spoils = spoils.place();
        if !self.is_spoiled(&spoils) {
            self.kept.push(Finding::new(code, at.place(), args));
        }
        self.spoiled.insert(spoils);
    }

    /// Records a key that the format doesn't know.
    pub(crate) fn note(&mut self, code: Code, at: &Path<'_>, args: &[Arg]) {
        if self.keeps() {
            self.kept.push(Finding::new(code, at.place(), args));
            self.unsure.insert(at.place());
        } else {
            self.count(code, 1);
        }
    }

    /// The most elements that a list may have.
    pub(crate) fn list_limit(&self) -> usize {
        self.list_limit
    }

    /// Elements of these kinds may be missing because of a fault.
    pub(crate) fn hide(&mut self, kinds: Kinds) {
        self.hidden = self.hidden.union(kinds);
    }

    /// The kinds of which elements may be missing.
    pub(crate) fn hidden(&self) -> Kinds {
        self.hidden
    }

    /// Records a finding about relations, unless it follows from a fault.
    pub(crate) fn find(&mut self, finding: Finding) {
        let lacks = |object: &Place| LACKING.contains(&finding.code) && self.unsure.contains(object);
        let consequence =
            std::iter::once(&finding.place).chain(&finding.related).any(|at| self.is_spoiled(at))
                || lacks(&finding.place)
                || finding.place.parent().is_some_and(|object| lacks(&object));
        if consequence {
            return;
        }
        if self.keeps() {
            self.kept.push(finding);
        } else {
            self.count(finding.code, 1);
        }
    }

    /// Whether one more finding would be kept.
    fn keeps(&self) -> bool {
        self.kept.len() < self.limit
    }

    /// Whether something was found and no more is kept. A document so broken is read on to count, and no longer kept.
    pub(crate) fn is_full(&self) -> bool {
        !self.keeps() && !self.is_clean()
    }

    /// Notes that items of lists are not kept.
    pub(crate) fn leave_out(&mut self) {
        self.left_out = true;
    }

    /// Whether a list may be empty because its items were not kept.
    pub(crate) fn has_left_out(&self) -> bool {
        self.left_out
    }

    /// Whether nothing was found.
    pub(crate) fn is_clean(&self) -> bool {
        self.kept.is_empty() && self.beyond.is_empty()
    }

    pub(crate) fn kept(&mut self) -> &mut Vec<Finding> {
        &mut self.kept
    }

    pub(crate) fn finish(self) -> Findings {
        let beyond = self.beyond.into_iter().map(|(code, more)| Beyond { code, more }).collect();
        Findings::sorted(self.kept, beyond)
    }

    /// Counts findings without keeping them.
    pub(crate) fn count(&mut self, code: Code, more: u64) {
        *self.beyond.entry(code).or_default() += more;
    }

    /// Whether a fault spoiled something at or below a place.
    pub(crate) fn is_spoiled_in(&self, place: &Place) -> bool {
        // What lies in a place sorts right behind it.
        self.spoiled.range(place..).next().is_some_and(|spoiled| spoiled.is_within(place))
    }

    /// Whether a key of the object at a place, or something in it, may not be what it seems.
    pub(crate) fn is_key_spoiled(&self, object: &Place, key: Key) -> bool {
        self.unsure.contains(object) || self.is_spoiled_in(&object.clone().key(key))
    }

    fn is_spoiled(&self, place: &Place) -> bool {
        if self.spoiled.is_empty() {
            return false;
        }
        let mut at = Some(place.clone());
        while let Some(place) = at {
            if self.spoiled.contains(&place) {
                return true;
            }
            at = place.parent();
        }
        false
    }
}
