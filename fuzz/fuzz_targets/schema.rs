//! The schemas and the readers say the same. The first byte says what the input is: below 8 a script of edits of a plan,
//! below 16 of a batch of changes; any other input is the text of a plan itself.

#![no_main]

use std::sync::LazyLock;

use fuzz::script::{Base, Script, edited, edited_from};
use libfuzzer_sys::fuzz_target;
use oracles::{Schemas, Verdict, batch_reader, reader};
use serde_json::Value;
use veiligheidsplan::{Code, SafetyPlan};

static PLANS: LazyLock<Schemas> = LazyLock::new(|| Schemas::committed("safety-plan.schema.json"));
static CHANGES: LazyLock<Schemas> = LazyLock::new(|| Schemas::committed("changes.schema.json"));
static SHAPES: LazyLock<Schemas> = LazyLock::new(|| CHANGES.of_shapes());
static BATCH: LazyLock<Base> = LazyLock::new(|| Base::new(oracles::batch()));

fuzz_target!(|data: &[u8]| {
    let mut script = Script::new(data);
    match script.byte() {
        0..8 => plans(&edited(&mut script, 2, 8).to_string()),
        8..16 => changes(&edited_from(&BATCH, &mut script, 6).to_string()),
        _ => {
            if let Ok(text) = std::str::from_utf8(data) {
                plans(text);
            }
        }
    }
});

fn plans(text: &str) {
    let ours = reader(text);
    let Ok(value) = serde_json::from_str::<Value>(text) else {
        // A number beyond every float is JSON, but nobody can hold it: the reader may stop there, or pass over it.
        return;
    };
    // Of a key that occurs twice, a parsed document has only one.
    let repeated = |errors: &veiligheidsplan::Findings| errors.of(Code::ShapeRepeatedKey).next().is_some();
    if ours != Verdict::Fits && SafetyPlan::from_json(text).is_err_and(|rejected| repeated(rejected.errors()))
    {
        return;
    }
    assert_eq!(ours, PLANS.value(&value), "{:?}", PLANS.complaints(&value));
}

fn changes(text: &str) {
    let (ours, of_shapes) = (batch_reader(text), SHAPES.text(text));
    if of_shapes != Verdict::Unread {
        assert_eq!(ours, of_shapes);
        assert!(ours == Verdict::Fits || CHANGES.text(text) != Verdict::Fits);
    }
}
