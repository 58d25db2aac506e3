//! Batches of changes that are right and wrong in every way.

use serde_json::{Value, json};
use veiligheidsplan::change::read_changes;

use crate::verdict::of_errors;
use crate::{Change, Document, NUMBERS, RICH, Random, Verdict, committed, spots};

/// The keys of changes.
const KEYS: [&str; 6] = ["op", "target", "parent", "at", "element", "plan"];
/// What changes do, and what they almost do.
const OPS: [&str; 10] =
    ["add", "remove", "replace", "move", "setPlan", "Add", "set-plan", "", "add\n", "toevoegen"];
/// Keys that neither changes nor what they hold know, and some that they know elsewhere.
const OTHER_KEYS: [&str; 6] = ["x", "", "Op", "id", "kind", "title"];

/// The crate's verdict of a batch of changes.
#[must_use]
pub fn batch_reader(text: &str) -> Verdict {
    read_changes(text).map_or_else(|errors| of_errors(&errors), |_| Verdict::Fits)
}

/// A batch that changes everything in some way: every `op` and every kind of element occurs.
///
/// # Panics
/// A kind of element doesn't occur in the rich plan.
#[must_use]
pub fn batch() -> Document {
    let (schema, plans) = (committed("changes.schema.json"), committed("safety-plan.schema.json"));
    let rich = Document::parse(RICH);
    let plan: Value = serde_json::from_str(RICH).expect("JSON");
    let spots = spots(&rich, &plans, "SafetyPlan");
    let holder = json!({"kind": "plan", "id": plan["id"]});
    let mut changes = Vec::new();
    let kinds = schema["$defs"]["ChangedElement"]["properties"].as_object().expect("a schema");
    for (number, (kind, shape)) in kinds.iter().enumerate() {
        let definition = shape["$ref"].as_str().and_then(|name| name.rsplit('/').next()).expect("a name");
        let spot = spots.iter().find(|spot| spot.definition == definition).expect("an element of each kind");
        let element = plan.pointer(&rich.pointer(&spot.path)).expect("a place of the plan");
        let target = json!({"kind": kind, "id": element["id"]});
        let element = json!({kind: element});
        changes.push(match number % 2 {
            0 => json!({"op": "add", "parent": holder, "at": number, "element": element}),
            _ => json!({"op": "replace", "element": element}),
        });
        changes.push(match number % 2 {
            0 => json!({"op": "move", "target": target, "parent": holder, "at": number}),
            _ => json!({"op": "remove", "target": target}),
        });
    }
    changes.push(json!({"op": "setPlan", "plan": plan}));
    Document::from(Value::from(changes))
}

/// The batch with one to three changes of its structure: of ops, keys, kinds and types, of no single value.
#[must_use]
pub fn restructured(batch: &Document, random: &mut Random) -> Document {
    let mut document = batch.clone();
    for _ in 0..=[0, 0, 0, 1, 2][random.below(5)] {
        restructure(batch, &document, random).make(&mut document);
    }
    document
}

fn restructure(base: &Document, document: &Document, random: &mut Random) -> Change {
    let width = document.width();
    if width == 0 || random.once_in(50) {
        return Change::Set(Vec::new(), other(random));
    }
    let number = random.below(width);
    let key = *random.pick(&KEYS);
    let text = |text: &str| Document::text(text);
    let Some(Document::Object(entries)) = document.child(number) else {
        return Change::Set(vec![number], other(random));
    };
    let at = |key: &str| {
        entries.iter().position(|(name, _)| name == key).map_or(vec![number], |place| vec![number, place])
    };
    let here = at(key);
    match random.below(16) {
        0 | 1 => Change::Put(vec![number], "op".to_owned(), text(random.pick::<&str>(&OPS))),
        2 => Change::Cut(here),
        3 | 4 => Change::Put(vec![number], key.to_owned(), elsewhere(base, key, random)),
        5 => Change::Put(vec![number], key.to_owned(), elsewhere(base, random.pick::<&str>(&KEYS), random)),
        6 => Change::Put(vec![number], (*random.pick(&OTHER_KEYS)).to_owned(), other(random)),
        7 => Change::Set(here, other(random)),
        8 => Change::Set(at("at"), Document::Bare((*random.pick(NUMBERS)).to_owned())),
        9 => Change::Repeat(vec![number]),
        10 => Change::Cut(vec![number]),
        11 => Change::Rename(here, (*random.pick(&KEYS)).to_owned()),
        // Within what the change holds: the kind and id of a reference, the kind and keys of an element.
        12 => match elsewhere(base, "element", random) {
            Document::Object(kinds) if random.once_in(2) => {
                let (kind, element) = kinds.into_iter().next().expect("an element has a kind");
                Change::Put(at("element"), kind, element)
            }
            _ => Change::Set(at("element"), Document::Object(Vec::new())),
        },
        13 => {
            let place = at(if random.once_in(2) { "target" } else { "parent" });
            let kind = ["plan", "action", "theme", "Action", "", "actions"][random.below(6)];
            Change::Put(place, "kind".to_owned(), text(kind))
        }
        _ => {
            let within: Vec<_> = document
                .paths_within(&here)
                .into_iter()
                .filter(|path| path.len() > 2 && !matches!(document.at(path), Some(Document::List(_))))
                .collect();
            if within.is_empty() {
                return Change::Cut(here);
            }
            let path = random.pick(&within).clone();
            let in_list = matches!(document.at(&path[..path.len() - 1]), Some(Document::List(_)));
            match (random.below(4), document.at(&path)) {
                (0, Some(Document::Object(_))) => Change::Put(path, "unknown".to_owned(), Document::null()),
                // A list may want an item, which is no matter of structure.
                (1, _) if !in_list => Change::Cut(path),
                (2, _) if !in_list => Change::Rename(path, (*random.pick(&OTHER_KEYS)).to_owned()),
                _ => Change::Set(path, other(random)),
            }
        }
    }
}

/// A value of another type than most places want.
fn other(random: &mut Random) -> Document {
    match random.below(4) {
        0 => Document::null(),
        1 => Document::Bare("true".to_owned()),
        2 => Document::Object(Vec::new()),
        _ => Document::List(vec![Document::null()]),
    }
}

/// What some change of the batch has under this key.
fn elsewhere(batch: &Document, key: &str, random: &mut Random) -> Document {
    let values: Vec<&Document> = (0..batch.width())
        .filter_map(|number| match batch.child(number) {
            Some(Document::Object(entries)) => entries.iter().find(|(name, _)| name == key),
            _ => None,
        })
        .map(|(_, value)| value)
        .collect();
    (*random.pick(&values)).clone()
}
