//! What differs between two versions of a plan, as a report for people.

use std::collections::{BTreeSet, HashMap, HashSet};

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::Change;
use super::difference::difference;
use super::element::{ElementDraft, keys, written};
use super::tree::Tree;
use crate::entity::Role;
use crate::kind::Kind;
use crate::plan::Named;
use crate::plan::{Element, SafetyPlan};
use crate::value::Digest;

/// An element with another title, name or text (*hernoemd*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "hernoemd element")]
#[non_exhaustive]
pub struct Renamed {
    /// The element, as it is now.
    pub element: Named,
    /// What it was called.
    pub old_title: String,
    /// What it is called now.
    pub new_title: String,
}

/// An element in another place (*verplaatst*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "verplaatst element")]
#[non_exhaustive]
pub struct Moved {
    /// The element, as it is now.
    pub element: Named,
    /// What held it.
    pub old_holder: Named,
    /// What holds it now: the same where it only stands elsewhere in the list.
    pub new_holder: Named,
}

/// A partner in a role that it got or lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "partner in een rol")]
#[non_exhaustive]
pub struct RoleChange {
    /// The role.
    pub role: Role,
    /// The partner.
    pub partner: Named,
}

/// An element for which other partners do what they do, or other things (*andere verantwoordelijken*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "anders belegd element")]
#[non_exhaustive]
pub struct Reassigned {
    /// The element, as it is now.
    pub element: Named,
    /// Who lost which role, by role.
    pub lost: Vec<RoleChange>,
    /// Who got which role, by role.
    pub gained: Vec<RoleChange>,
}

/// An element of which other keys differ (*gewijzigd*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "gewijzigd element")]
#[non_exhaustive]
pub struct Changed {
    /// The element, as it is now.
    pub element: Named,
    /// The keys that differ, in the order of the format; without its title, and without roles that were got or lost.
    pub keys: Vec<String>,
}

/// The strategic part in both versions (*strategisch deel*): what the council adopts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "strategisch deel in beide versies")]
#[non_exhaustive]
pub struct StrategicPart {
    /// Whether it differs.
    pub changed: bool,
    /// The digest of the old version.
    pub old_digest: Digest,
    /// The digest of the new version.
    pub new_digest: Digest,
}

/// How many elements are what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "aantallen")]
#[non_exhaustive]
pub struct Counts {
    /// The elements of the old version, the plan included.
    pub old: usize,
    /// The elements of the new version, the plan included.
    pub new: usize,
    /// Those that only the new version has.
    pub added: usize,
    /// Those that only the old version has.
    pub removed: usize,
    /// Those with another title, name or text.
    pub renamed: usize,
    /// Those in another place.
    pub moved: usize,
    /// Those with other partners or roles.
    pub reassigned: usize,
    /// Those of which other keys differ.
    pub changed: usize,
    /// Those in which and of which nothing differs.
    pub unchanged: usize,
}

/// What differs between two versions of a plan (*vergelijking*), in the order of the new version.
///
/// One element may be in several lists: renamed, moved and reassigned at once. What lies outside elements, such as facts
/// and figures, counts as keys of the element or plan that holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "vergelijking van twee versies")]
#[doc(alias = "vergelijking")]
#[non_exhaustive]
pub struct Comparison {
    /// The new version.
    pub plan: Named,
    /// The strategic part in both versions.
    pub strategic: StrategicPart,
    /// How many elements are what.
    pub counts: Counts,
    /// What only the new version has.
    pub added: Vec<Named>,
    /// What only the old version has, in its order.
    pub removed: Vec<Named>,
    /// What has another title, name or text.
    pub renamed: Vec<Renamed>,
    /// What stands in another place.
    pub moved: Vec<Moved>,
    /// What has other partners or roles.
    pub reassigned: Vec<Reassigned>,
    /// What differs in other keys.
    pub changed: Vec<Changed>,
}

/// Compares two versions of a plan. `O(n log n)` in the elements of both.
#[must_use]
pub fn compare(old: &SafetyPlan, new: &SafetyPlan) -> Comparison {
    let (old_digest, new_digest) = (old.digest(), new.digest());
    let mut report = Comparison {
        plan: Named::from(Element::Plan(new)),
        strategic: StrategicPart { changed: old_digest != new_digest, old_digest, new_digest },
        counts: Counts::default(),
        added: Vec::new(),
        removed: Vec::new(),
        renamed: Vec::new(),
        moved: Vec::new(),
        reassigned: Vec::new(),
        changed: Vec::new(),
    };
    let versions = Versions {
        old,
        new,
        drafts: (Tree::grow(old.to_draft()), Tree::grow(new.to_draft())),
        shifted: shifted(old, new),
    };
    let before: HashMap<(Kind, Uuid), Element<'_>> =
        old.elements().skip(1).map(|element| (identity(element), element)).collect();
    let mut kept = HashSet::new();
    versions.differ(Element::Plan(old), Element::Plan(new), &mut report);
    for element in new.elements().skip(1) {
        match before.get(&identity(element)) {
            Some(was) => {
                kept.insert(identity(element));
                versions.differ(*was, element, &mut report);
            }
            None => report.added.push(Named::from(element)),
        }
    }
    let gone = old.elements().skip(1).filter(|element| !kept.contains(&identity(*element)));
    report.removed = gone.map(Named::from).collect();
    report.counts = Counts {
        old: old.elements().count(),
        new: new.elements().count(),
        added: report.added.len(),
        removed: report.removed.len(),
        renamed: report.renamed.len(),
        moved: report.moved.len(),
        reassigned: report.reassigned.len(),
        changed: report.changed.len(),
        unchanged: report.counts.unchanged,
    };
    report
}

fn identity(element: Element<'_>) -> (Kind, Uuid) {
    (element.kind(), element.id().into_uuid())
}

/// The elements that the difference moves.
fn shifted(old: &SafetyPlan, new: &SafetyPlan) -> HashSet<(Kind, String)> {
    let moved = |change| match change {
        Change::Move { target, .. } => Some((target.kind, target.id)),
        _ => None,
    };
    difference(old, new).into_iter().filter_map(moved).collect()
}

struct Versions<'a> {
    old: &'a SafetyPlan,
    new: &'a SafetyPlan,
    drafts: (Tree, Tree),
    shifted: HashSet<(Kind, String)>,
}

/// A partner's role, by the order of roles.
type Part = (Role, Uuid);

impl Versions<'_> {
    /// Reports how an element differs that both versions have.
    fn differ(&self, was: Element<'_>, is: Element<'_>, report: &mut Comparison) {
        let mut same = true;
        if was.title() != is.title() {
            same = false;
            report.renamed.push(Renamed {
                element: Named::from(is),
                old_title: was.title().to_owned(),
                new_title: is.title().to_owned(),
            });
        }
        if let Some(moved) = self.moved(was, is) {
            same = false;
            report.moved.push(moved);
        }
        let (before, after) = (own(&self.drafts.0, was), own(&self.drafts.1, is));
        if before != after {
            let (mut before, mut after) = (before.object(), after.object());
            let roles = (roles(&before), roles(&after));
            let lost = role_changes(self.old, roles.0.difference(&roles.1));
            let gained = role_changes(self.new, roles.1.difference(&roles.0));
            if !lost.is_empty() || !gained.is_empty() {
                same = false;
                report.reassigned.push(Reassigned { element: Named::from(is), lost, gained });
            }
            keep_roles(&mut before, &roles.1);
            keep_roles(&mut after, &roles.0);
            let title = title_key(is.kind());
            let differing = keys(is.kind()).iter().filter(|key| **key != title);
            let differing = differing.filter(|key| before.get(**key) != after.get(**key));
            let keys: Vec<String> = differing.map(|key| (*key).to_owned()).collect();
            if !keys.is_empty() {
                same = false;
                report.changed.push(Changed { element: Named::from(is), keys });
            }
        }
        report.counts.unchanged += usize::from(same);
    }

    fn moved(&self, was: Element<'_>, is: Element<'_>) -> Option<Moved> {
        let old_holder = self.old.holder(was.id())?;
        let new_holder = self.new.holder(is.id())?;
        let elsewhere = match (old_holder, new_holder) {
            (Element::Plan(_), Element::Plan(_)) => false,
            _ => identity(old_holder) != identity(new_holder),
        };
        let shifted = || self.shifted.contains(&(is.kind(), is.id().into_uuid().to_string()));
        (elsewhere || shifted()).then(|| Moved {
            element: Named::from(is),
            old_holder: Named::from(old_holder),
            new_holder: Named::from(new_holder),
        })
    }
}

/// The draft of an element or plan without what it holds.
#[derive(PartialEq)]
enum Own<'a> {
    Plan(&'a crate::draft::SafetyPlanDraft),
    Element(Option<&'a ElementDraft>),
}

impl Own<'_> {
    fn object(&self) -> Map<String, Value> {
        match self {
            Own::Plan(plan) => written(plan),
            Own::Element(element) => element.map(|element| element.object()).unwrap_or_default(),
        }
    }
}

fn own<'a>(tree: &'a Tree, element: Element<'_>) -> Own<'a> {
    if let Element::Plan(_) = element {
        Own::Plan(&tree.plan)
    } else {
        let id = element.id().into_uuid().to_string();
        Own::Element(tree.find(element.kind(), &id).and_then(|number| tree.own(number)))
    }
}

/// The key that an element is called by.
fn title_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Objective | Kind::AnalysisFinding | Kind::EvaluationFinding => "text",
        Kind::Indicator | Kind::Partner | Kind::Area => "name",
        Kind::Decision => "reference",
        _ => "title",
    }
}

const RESPONSIBILITIES: &str = "responsibilities";

/// Who has which role in one responsibility.
fn part(responsibility: &Value) -> Option<Part> {
    let word = |key| responsibility.get(key).and_then(Value::as_str);
    Some((word("role")?.parse().ok()?, word("partner")?.parse().ok()?))
}

fn roles(object: &Map<String, Value>) -> BTreeSet<Part> {
    let list = object.get(RESPONSIBILITIES).and_then(Value::as_array);
    list.into_iter().flatten().filter_map(part).collect()
}

/// Leaves the responsibilities that the other version has too; what differs in them then is not who has which role.
fn keep_roles(object: &mut Map<String, Value>, kept: &BTreeSet<Part>) {
    if let Some(Value::Array(list)) = object.get_mut(RESPONSIBILITIES) {
        list.retain(|one| part(one).is_some_and(|part| kept.contains(&part)));
        if list.is_empty() {
            object.remove(RESPONSIBILITIES);
        }
    }
}

fn role_changes<'a>(plan: &SafetyPlan, parts: impl Iterator<Item = &'a Part>) -> Vec<RoleChange> {
    let partner = |id: Uuid| {
        let unknown = Named { kind: Kind::Partner, id, code: None, title: None, fictional: false };
        plan.element(id).map_or(unknown, Named::from)
    };
    let mut changes: Vec<RoleChange> =
        parts.map(|(role, id)| RoleChange { role: *role, partner: partner(*id) }).collect();
    changes.sort_by(|a, b| {
        (a.role, &a.partner.title, a.partner.id).cmp(&(b.role, &b.partner.title, b.partner.id))
    });
    changes
}
