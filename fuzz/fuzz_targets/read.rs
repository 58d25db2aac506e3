//! Bytes to plan. A first byte below 16 makes the rest a script of edits; any other input is the text itself.

#![no_main]

use fuzz::script::{Script, edited};
use fuzz::{laws, memory};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use veiligheidsplan::{Code, SafetyPlan};

fuzz_target!(|data: &[u8]| match data.split_first() {
    Some((0..16, script)) => read(edited(&mut Script::new(script), 3, 12).to_string().as_bytes()),
    _ => read(data),
});

fn read(bytes: &[u8]) {
    let (read, peak) = memory::peak(|| SafetyPlan::from_json_slice(bytes));
    let findings = read.as_ref().map_or_else(|rejected| memory::found(rejected.errors(), bytes), |_| 0);
    memory::bounded(peak, bytes.len(), findings);
    // Plain serde is no way around the checker.
    assert_eq!(serde_json::from_slice::<SafetyPlan>(bytes).is_ok(), read.is_ok());
    match read {
        Ok(plan) => laws::plan(&plan),
        Err(rejected) => {
            let errors = rejected.errors();
            assert!(!errors.is_empty());
            let document = serde_json::from_slice::<Value>(bytes).ok();
            // Only a fault of syntax ends the reading.
            let ends = [Code::TextNotJson, Code::TextNotUtf8, Code::TextTooDeep, Code::TextTooLarge];
            assert!(errors.len() == 1 || errors.iter().all(|error| !ends.contains(&error.code)));
            laws::findings(errors, document.as_ref());
            let _ = (format!("{rejected:#}"), serde_json::to_string(errors));
        }
    }
}
