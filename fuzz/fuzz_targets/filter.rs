//! The text of filters, their JSON, and what they find.

#![no_main]

use std::sync::LazyLock;

use fuzz::{day, known, memory, plain};
use libfuzzer_sys::fuzz_target;
use veiligheidsplan::trace::{Filter, FilterError, QueryError, Trace};

static TRACE: LazyLock<Trace> = LazyLock::new(|| {
    let mut trace = Trace::of(&known(oracles::DEMO), "2021-09-01".parse().unwrap_or_else(|_| day()));
    plain(trace.add(&known(oracles::RICH)));
    trace
});

/// A condition takes far more than the two letters that can stand for it (`plan:a,b,c`). The text is bounded at 64 KiB.
const OF_FILTERS: usize = 160;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let (read, peak) = memory::peak(|| text.parse::<Filter>());
    memory::bounded_by(OF_FILTERS, peak, text.len(), 0);
    match read {
        Ok(filter) => holds(&filter),
        Err(error) => at_fault(&error, text),
    }
    if let Ok(filter) = serde_json::from_str::<Filter>(text) {
        match filter.check() {
            Ok(()) => holds(&filter),
            Err(error) => at_fault(&error, text),
        }
    }
});

fn at_fault(error: &FilterError, text: &str) {
    if let Some(span) = error.span {
        assert!(span.at + span.length <= text.chars().count(), "{error:?}");
    }
    assert!(!error.to_string().is_empty() && !error.message_nl().is_empty());
    let pointer = error.pointer(text);
    assert!(pointer.lines().all(|line| line.chars().count() <= 101), "{pointer}");
}

fn holds(filter: &Filter) {
    plain(filter.check());
    let normal = filter.clone().normalised();
    assert_eq!(normal.clone().normalised(), normal);
    let text = filter.to_string();
    if text.len() <= Filter::MAX_TEXT {
        let again: Filter = plain(text.parse());
        assert_eq!(again, normal);
        assert_eq!(again.to_string(), text);
    }
    let json = plain(serde_json::to_string(filter));
    assert_eq!(&plain(serde_json::from_str::<Filter>(&json)), filter);
    let found = TRACE.find(filter);
    match found {
        Ok(found) => {
            let query = plain(TRACE.query(filter));
            assert_eq!(query.count(), found.len());
            assert_eq!(plain(TRACE.find(&normal)).sorted(), found.sorted());
            assert!(!query.explain().parts.is_empty());
            let other = Filter::not(filter.clone());
            if other.check().is_ok() {
                let rest = plain(TRACE.find(&other));
                assert_eq!(rest.len() + found.len(), TRACE.all().len());
                assert!(plain(rest.intersection(&found)).is_empty());
            }
        }
        Err(QueryError::Unknown { .. }) => {
            assert!(matches!(TRACE.find(&normal), Err(QueryError::Unknown { .. })));
        }
        Err(error) => panic!("{error}"),
    }
}
