//! Bytes to plan. A first byte below 16 makes the rest a script of edits; any other input is the text itself.

#![no_main]

use fuzz::script::{Script, edited};
use fuzz::{laws, memory};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use veiligheidsplan::{RaisedBy, SafetyPlan};

fuzz_target!(|data: &[u8]| match data.split_first() {
    Some((0..16, script)) => read(edited(&mut Script::new(script), 3, 12).to_string().as_bytes()),
    _ => read(data),
});

fn read(bytes: &[u8]) {
    let (read, peak) = memory::peak(|| SafetyPlan::from_json_slice(bytes));
    let findings = read.as_ref().map_or_else(|rejected| rejected.errors().len(), |_| 0);
    memory::bounded(peak, bytes.len(), findings);
    // Plain serde is no way around the checker.
    assert_eq!(serde_json::from_slice::<SafetyPlan>(bytes).is_ok(), read.is_ok());
    match read {
        Ok(plan) => laws::plan(&plan),
        Err(rejected) => {
            let errors = rejected.errors();
            assert!(!errors.is_empty());
            let document = serde_json::from_slice::<Value>(bytes).ok();
            let of_text = errors.iter().any(|error| error.code.raised_by() == RaisedBy::Text);
            assert!(!of_text || errors.len() == 1);
            // What serde_json reads is JSON to the reader too, but for bounds; and the other way round, but for numbers.
            laws::findings(errors, document.as_ref());
            let _ = (format!("{rejected:#}"), serde_json::to_string(errors));
        }
    }
}
