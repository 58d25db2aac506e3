//! Batches of changes. The first byte says what the input is: below 8 a script of a next version, below 16 a script of
//! a batch; any other input is the JSON of a batch.

#![no_main]

use std::sync::LazyLock;

use fuzz::script::{BASES, Base, Script, edited_from, renew};
use fuzz::{day, known, laws, memory};
use libfuzzer_sys::fuzz_target;
use oracles::Document;
use serde_json::Value;
use veiligheidsplan::change::{EffectKind, difference, read_changes};
use veiligheidsplan::trace::Trace;
use veiligheidsplan::{Date, SafetyPlan};

/// A plan to change: itself, its text and where its elements stand.
struct Ground {
    plan: SafetyPlan,
    trace: Trace,
    bytes: usize,
    elements: Vec<(String, String, Base)>,
}

static GROUNDS: LazyLock<Vec<Ground>> = LazyLock::new(|| {
    let grounds = BASES[..2].iter().map(|base| {
        let plan = known(&base.document.to_string());
        let written = plan.to_json();
        let value: Value = fuzz::plain(serde_json::from_str(&written));
        let elements = plan.elements().filter_map(|element| {
            let place = plan.place_of(element.id())?;
            let here = Document::parse(&value.pointer(&place.to_string())?.to_string());
            Some((
                element.id().kind().as_str().to_owned(),
                element.id().into_uuid().to_string(),
                Base::new(here),
            ))
        });
        let elements = elements.collect();
        Ground { trace: Trace::of(&plan, day()), bytes: written.len(), elements, plan }
    });
    grounds.collect()
});

fuzz_target!(|data: &[u8]| {
    let mut script = Script::new(data);
    match script.byte() {
        kind @ 0..8 => {
            let which = usize::from(kind & 1);
            let text = edited_from(&BASES[which], &mut script, 6).to_string();
            next_version(&GROUNDS[which], &text);
        }
        kind @ 8..16 => {
            let ground = &GROUNDS[usize::from(kind & 1)];
            let on = if kind & 2 == 0 { day() } else { some_day(&mut script) };
            batch_of(ground, &batch(ground, &mut script).to_string(), on);
        }
        _ => {
            if let Ok(text) = std::str::from_utf8(data) {
                batch_of(&GROUNDS[0], text, day());
            }
        }
    }
});

/// A day around the plans.
fn some_day(script: &mut Script<'_>) -> Date {
    let (year, month, date) = (script.below(8), script.below(12) + 1, script.below(28) + 1);
    format!("{}-{month:02}-{date:02}", 2018 + year).parse().unwrap_or_else(|_| day())
}

fn next_version(ground: &Ground, text: &str) {
    let Ok(new) = SafetyPlan::from_json(text) else { return };
    let old = &ground.plan;
    if new.id() != old.id() {
        assert!(old.revise(new.to_draft(), day()).is_err());
        return;
    }
    laws::difference_holds(old, &new);
    let changes = difference(old, &new);
    let (applied, revised) = (old.apply(&changes, day()), old.revise(new.to_draft(), day()));
    match (applied, revised) {
        (Ok(applied), Ok(revised)) => {
            assert_eq!(applied.plan, new);
            assert_eq!(revised.plan, new);
            assert_eq!(applied.effects, revised.effects);
        }
        (Err(applied), Err(revised)) => assert_eq!(applied.errors(), revised.errors()),
        (applied, revised) => panic!("{:?} and {:?}", applied.err(), revised.err()),
    }
}

/// One to five changes of elements of the plan.
fn batch(ground: &Ground, script: &mut Script<'_>) -> Document {
    let text = Document::text;
    let object = |entries: Vec<(&str, Document)>| {
        Document::Object(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
    };
    let reference = |kind: &str, id: &str| object(vec![("kind", text(kind)), ("id", text(id))]);
    let mut changes = Vec::new();
    for _ in 0..=script.below(5) {
        let (kind, id, base) = script.pick(&ground.elements);
        let (other_kind, other_id, _) = script.pick(&ground.elements);
        let plan_id = ground.plan.id().to_string();
        let parent = match script.below(2) {
            0 => reference("plan", &plan_id),
            _ => reference(other_kind, other_id),
        };
        let at = Document::Bare(script.below(6).to_string());
        changes.push(match script.below(5) {
            0 => object(vec![("op", text("remove")), ("target", reference(kind, id))]),
            1 => {
                let target = reference(kind, id);
                object(vec![("op", text("move")), ("target", target), ("parent", parent), ("at", at)])
            }
            2 => {
                let edits = script.below(3);
                let mut new = edited_from(base, script, edits);
                renew(&mut new, script.byte());
                let element = object(vec![(kind.as_str(), new)]);
                object(vec![("op", text("add")), ("parent", parent), ("at", at), ("element", element)])
            }
            _ => {
                let edits = 1 + script.below(3);
                let element = object(vec![(kind.as_str(), edited_from(base, script, edits))]);
                object(vec![("op", text("replace")), ("element", element)])
            }
        });
    }
    Document::List(changes)
}

fn batch_of(ground: &Ground, text: &str, on: Date) {
    let old = &ground.plan;
    let (read, peak) = memory::peak(|| read_changes(text));
    let changes = match read {
        Ok(changes) => changes,
        Err(found) => {
            memory::bounded(peak, text.len(), memory::found(&found, text.as_bytes()));
            assert!(!found.is_empty());
            return laws::findings(&found, serde_json::from_str::<Value>(text).ok().as_ref());
        }
    };
    memory::bounded(peak, text.len(), 0);
    let (applied, peak) = memory::peak(|| old.apply(&changes, on));
    let found = applied.as_ref().map_or_else(|rejected| rejected.errors().len(), |_| 0);
    memory::bounded(peak, text.len() + ground.bytes, found);
    let whole = laws::patched(old, &changes);
    let applied = match applied {
        Ok(applied) => applied,
        Err(rejected) => {
            assert!(!rejected.errors().is_empty());
            return laws::findings(rejected.errors(), None);
        }
    };
    let new = &applied.plan;
    assert_eq!(whole.as_ref(), Some(new));
    laws::plan(new);
    laws::difference_holds(old, new);
    assert!(*old != *new || applied.effects.is_empty());
    for effect in &applied.effects {
        let subject = &effect.subject;
        let there = [old, new].map(|plan| {
            let element = plan.element(subject.id);
            plan.id().into_uuid() == subject.id || element.is_some_and(|one| one.id().kind() == subject.kind)
        });
        let expected = match effect.effect {
            EffectKind::Added => [false, true],
            EffectKind::Removed => [true, false],
            _ => [true, true],
        };
        assert_eq!(there, expected, "{effect:?}");
    }
    // The index that takes the step is the index of what comes out.
    let mut trace = ground.trace.clone();
    fuzz::plain(trace.apply(&applied));
    fuzz::plain(trace.audit());
    assert_eq!(trace.all().sorted(), Trace::of(new, day()).all().sorted());
}
