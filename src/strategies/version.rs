//! Versions that a plan may become: what goes, moves, comes beside its like, or is worded otherwise.

use proptest::collection::{SizeRange, vec};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

use crate::draft::SafetyPlanDraft;
use crate::plan::SafetyPlan;
use crate::uuid::Uuid;

/// A version of a plan, and how far it is from that plan.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Version {
    /// The plan as it has become.
    pub plan: SafetyPlan,
    /// So many changes make it of the other, or fewer: as many as the elements that were edited, an element that moved into
    /// another list counted twice.
    pub most_changes: usize,
}

/// Choices of how a plan becomes another version of itself, whatever the plan: for tests in which plans live on.
///
/// As [`Arbitrary`] one to five edits; they shrink to fewer edits of what stands first.
///
/// ```
/// use proptest::prelude::*;
/// use veiligheidsplan::change::difference;
/// use veiligheidsplan::strategies::{Edits, PlanShape, plans};
///
/// let asked = (plans(PlanShape::default()), any::<[Edits; 2]>());
/// proptest!(ProptestConfig::with_cases(8), |((first, [one, other]) in asked)| {
///     let second = one.version_of(&first);
///     let third = other.version_of(&second.plan);
///     prop_assert!(difference(&second.plan, &third.plan).len() <= third.most_changes);
/// });
/// ```
#[derive(Debug, Clone)]
pub struct Edits(Vec<Edit>);

/// One edit, by chance.
#[derive(Debug, Clone)]
struct Edit {
    how: How,
    list: Index,
    item: Index,
    other: Index,
    to: Index,
    number: u32,
}

/// What becomes of an element, or of the list that it stands in.
#[derive(Debug, Clone, Copy)]
enum How {
    Reword,
    Remove,
    Place,
    Copy,
    Reverse,
    Rotate,
    Plan,
    Rehome,
}

impl Arbitrary for Edits {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        edits(1..6).boxed()
    }
}

/// So many [`Edits`].
pub fn edits(count: impl Into<SizeRange>) -> impl Strategy<Value = Edits> + Clone {
    let how = prop_oneof![
        1 => Just(How::Reword),
        2 => Just(How::Remove),
        2 => Just(How::Place),
        2 => Just(How::Copy),
        1 => Just(How::Reverse),
        1 => Just(How::Rotate),
        1 => Just(How::Plan),
        2 => Just(How::Rehome),
    ];
    let choices = (any::<Index>(), any::<Index>(), any::<Index>(), any::<Index>());
    let edit = (how, choices, any::<u32>()).prop_map(|(how, (list, item, other, to), number)| Edit {
        how,
        list,
        item,
        other,
        to,
        number,
    });
    vec(edit, count).prop_map(Edits)
}

/// Versions of a plan under its own id: elements go, move into another list, change places, come as a copy under other ids, or
/// are worded otherwise.
///
/// They are about structure alone: no day judges them, and an adopted plan may not become all of them
/// ([`SafetyPlan::revise`]). For what a plan takes on a day, see [`changes_of`](super::changes_of).
pub fn versions_of(plan: &SafetyPlan) -> impl Strategy<Value = Version> + Clone + use<> {
    let plan = plan.clone();
    edits(1..6).prop_map(move |edits| edits.version_of(&plan))
}

impl Edits {
    /// The plan after those edits that leave it without errors.
    ///
    /// `O(n)` in the size of the plan, for each edit.
    #[must_use]
    pub fn version_of(&self, plan: &SafetyPlan) -> Version {
        let mut version = Version { plan: plan.clone(), most_changes: 0 };
        for edit in &self.0 {
            let Ok(mut document) = serde_json::to_value(version.plan.to_draft()) else { continue };
            let Some(changes) = edit.make(&mut document) else { continue };
            let Ok(draft) = serde_json::from_value::<SafetyPlanDraft>(document) else { continue };
            if let Ok(plan) = SafetyPlan::try_from(draft) {
                version = Version { plan, most_changes: version.most_changes + changes };
            }
        }
        version
    }
}

impl Edit {
    /// Edits a document; how many changes that takes, if there is anything to edit.
    fn make(&self, document: &mut Value) -> Option<usize> {
        if let How::Plan = self.how {
            document.as_object_mut()?.insert("motto".to_owned(), self.number.to_string().into());
            return Some(1);
        }
        let lists = lists(document);
        let filled: Vec<&String> = lists.iter().filter(|at| length(document, at) > 0).collect();
        let at = (!filled.is_empty()).then(|| (*self.list.get(&filled)).clone())?;
        if let How::Rehome = self.how {
            return self.rehome(document, &at);
        }
        let list = document.pointer_mut(&at)?.as_array_mut()?;
        let (length, item) = (list.len(), self.item.index(list.len()));
        match self.how {
            How::Remove => {
                list.remove(item);
            }
            How::Place => {
                let moved = list.remove(item);
                list.insert(self.to.index(length), moved);
            }
            How::Copy => {
                let mut copy = list.get(item)?.clone();
                renew(&mut copy, self.number);
                list.insert(self.to.index(length + 1), copy);
            }
            How::Reverse => list.reverse(),
            How::Rotate => list.rotate_left(self.to.index(length)),
            _ => reword(list.get_mut(item)?)?,
        }
        Some(if matches!(self.how, How::Reverse | How::Rotate) { length } else { 1 })
    }

    /// Moves an element into another list of its kind, also into one that isn't there yet.
    fn rehome(&self, document: &mut Value, at: &str) -> Option<usize> {
        let key = at.rsplit('/').next()?;
        let item = self.item.index(length(document, at));
        let moved = document.pointer_mut(at)?.as_array_mut()?.remove(item);
        let lists = lists(document);
        let mut homes: Vec<String> =
            lists.iter().filter(|other| other.ends_with(key) && *other != at).cloned().collect();
        if key == "pillars" {
            let holders = ["pillars", "priorities", "themes"];
            for list in lists.iter().filter(|list| holders.iter().any(|key| list.ends_with(key))) {
                homes.extend((0..length(document, list)).map(|number| format!("{list}/{number}/pillars")));
            }
            homes.sort();
            homes.dedup();
            homes.retain(|home| home != at);
        }
        let home = (!homes.is_empty()).then(|| self.other.get(&homes))?;
        let (holder, key) = home.rsplit_once('/')?;
        let holder = document.pointer_mut(holder)?.as_object_mut()?;
        let list = holder.entry(key).or_insert_with(|| Vec::<Value>::new().into()).as_array_mut()?;
        list.insert(self.to.index(list.len() + 1), moved);
        // What moves between findings of an analysis and of an evaluation is another kind.
        Some(2)
    }
}

/// The keys of an element by which it is told from a reference.
const NAMING: [&str; 5] = ["title", "name", "text", "clauses", "of"];

fn is_element(value: &Value) -> bool {
    value.get("id").is_some() && NAMING.iter().any(|key| value.get(key).is_some())
}

/// The places of the lists of elements in a document.
fn lists(document: &Value) -> Vec<String> {
    fn walk(value: &Value, at: &str, found: &mut Vec<String>) {
        match value {
            Value::Object(object) => {
                for (key, value) in object {
                    let at = format!("{at}/{key}");
                    if value.as_array().is_some_and(|list| list.iter().all(is_element)) {
                        found.push(at.clone());
                    }
                    walk(value, &at, found);
                }
            }
            Value::Array(list) => {
                for (number, item) in list.iter().enumerate() {
                    walk(item, &format!("{at}/{number}"), found);
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(document, "", &mut found);
    found
}

fn length(document: &Value, list: &str) -> usize {
    document.pointer(list).and_then(Value::as_array).map_or(0, Vec::len)
}

/// Other ids and no codes, so that a copy can stand beside its original.
fn renew(value: &mut Value, number: u32) {
    let Some(object) = value.as_object_mut().filter(|object| object.contains_key("id")) else { return };
    object.remove("code");
    for (key, value) in object {
        match value {
            Value::String(id) if key == "id" => {
                *id = Uuid::new_v5(&Uuid::NAMESPACE_OID, format!("{id}{number}").as_bytes()).to_string();
            }
            Value::Array(list) if list.iter().all(is_element) => {
                for item in list {
                    renew(item, number);
                }
            }
            _ => {}
        }
    }
}

/// Says it otherwise; what has no words becomes fictional.
fn reword(element: &mut Value) -> Option<()> {
    let object = element.as_object_mut()?;
    for key in ["title", "name", "text"] {
        if let Some(Value::String(text)) = object.get_mut(key) {
            text.push('!');
            return Some(());
        }
    }
    object.insert("fictional".to_owned(), true.into());
    Some(())
}
