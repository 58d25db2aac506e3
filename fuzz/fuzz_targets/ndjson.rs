//! Bytes to a set of plans, and to a trace. A first byte below 16 makes the rest a script: one to four documents, each
//! with edits; any other input is the text itself.

#![no_main]

use fuzz::script::{BASES, Script, apart, edited_from};
use fuzz::{day, laws, memory, plain};
use libfuzzer_sys::fuzz_target;
use veiligheidsplan::trace::{Ingest, IngestError, Trace};
use veiligheidsplan::{Limits, PlanSet, SafetyPlan};

fuzz_target!(|data: &[u8]| match data.split_first() {
    Some((0..16, script)) => read(&lines(&mut Script::new(script))),
    _ => read(data),
});

fn lines(script: &mut Script<'_>) -> Vec<u8> {
    let mut text = String::new();
    for number in 0..=script.below(4) {
        let how = script.byte();
        let base = &BASES[usize::from(how & 1)];
        let mut document = edited_from(base, script, usize::from(how >> 1 & 3));
        // Mostly with ids of its own, so that the plans of the set are about themselves.
        if how & 24 != 0 {
            apart(&mut document, u8::try_from(number).unwrap_or_default() + 1);
        }
        text.push_str(&document.to_string());
        text.push_str(["\n", "\r\n", "\n\n", " \t\n"][usize::from(how >> 5 & 3)]);
    }
    text.into_bytes()
}

fn read(bytes: &[u8]) {
    let (read, peak) = memory::peak(|| Limits::default().set_from_ndjson(bytes));
    let findings = read.as_ref().map_or_else(|rejected| memory::found(rejected.errors(), bytes), |_| 0);
    memory::bounded(peak, bytes.len(), findings);
    let lines = bytes.split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty());
    let plans: Vec<_> = lines.map(SafetyPlan::from_json_slice).collect();
    match &read {
        Ok(set) => {
            let plans: Vec<_> = plans.into_iter().map(plain).collect();
            assert_eq!(set.plans(), plans);
            assert_eq!(plain(PlanSet::from_ndjson(&set.to_ndjson())), *set);
            laws::findings(&set.advice(), None);
        }
        Err(rejected) => {
            let errors = rejected.errors();
            assert!(!errors.is_empty());
            laws::findings(errors, None);
            if plans.iter().any(Result::is_err) {
                let sum: u64 =
                    plans.iter().filter_map(|plan| plan.as_ref().err()).map(|one| one.errors().total()).sum();
                assert_eq!(errors.total(), sum);
            }
        }
    }
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let (trace, peak) = memory::peak(|| Ingest::new(day()).ndjson(text));
    match (trace, &read) {
        (Ok(trace), Ok(set)) => {
            memory::bounded(peak, bytes.len(), 0);
            plain(trace.audit());
            assert_eq!(trace.all().sorted(), Trace::of_set(set, day()).all().sorted());
        }
        (Err(IngestError::Rejected { line, rejected }), Err(_)) => {
            let here = bytes.split(|byte| *byte == b'\n').nth(line - 1).unwrap_or_default();
            assert_eq!(SafetyPlan::from_json_slice(here).err().as_ref(), Some(&rejected));
        }
        (Ok(_) | Err(IngestError::Add { .. }), Err(_)) => {}
        (trace, read) => panic!("{:?} of {:?}", trace.err(), read.as_ref().err()),
    }
}
