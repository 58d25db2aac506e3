//! What a call takes of the heap, held against a bound that is linear in the input.

use std::sync::atomic::{AtomicUsize, Ordering};

use peak_alloc::PeakAlloc;
use veiligheidsplan::{Code, Findings};

#[global_allocator]
static HEAP: PeakAlloc = PeakAlloc;

/// What any call may take, in bytes.
pub const BASE: usize = 64 << 10;
/// How many times its input a call may take beside that.
pub const TIMES: usize = 40;
/// What a call may take for each finding that it gives, in bytes.
pub const PER_FINDING: usize = 4 << 10;

/// What a call gives, and the most that it held of the heap at one time, in bytes.
pub fn peak<T>(call: impl FnOnce() -> T) -> (T, usize) {
    HEAP.reset_peak_usage();
    let before = HEAP.current_usage();
    let given = call();
    (given, HEAP.peak_usage().saturating_sub(before))
}

/// How many findings there were at one time, of a text that is refused.
///
/// A text that isn't JSON, or is of a newer format, is told alone, in the place of all that was found before: at most three
/// keys that are missing for each object and one fault for each value, of which 10 000 are kept.
#[must_use]
pub fn found(errors: &Findings, text: &[u8]) -> usize {
    const ALONE: [Code; 3] = [Code::TextNotJson, Code::TextTooDeep, Code::FormatNewer];
    let given = errors.len();
    if !errors.iter().any(|error| ALONE.contains(&error.code)) {
        return given;
    }
    let count = |mark: u8| text.iter().filter(|byte| **byte == mark).count();
    given + (3 * count(b'{') + count(b',')).min(10_000)
}

/// Refuses a peak beyond the bound.
///
/// With `FUZZ_MEASURE` set, tells each new largest multiple instead.
///
/// # Panics
/// The call took more.
pub fn bounded(peak: usize, input: usize, findings: usize) {
    bounded_by(TIMES, peak, input, findings);
}

/// The same with a multiple of its own.
///
/// # Panics
/// The call took more.
pub fn bounded_by(times: usize, peak: usize, input: usize, findings: usize) {
    static LARGEST: AtomicUsize = AtomicUsize::new(0);
    let beside = BASE + PER_FINDING * findings;
    if std::env::var_os("FUZZ_MEASURE").is_some() {
        let hundredths = 100 * peak.saturating_sub(beside) / input.max(1);
        if LARGEST.fetch_max(hundredths, Ordering::Relaxed) < hundredths {
            eprintln!("memory: {peak} bytes of {input} and {findings} findings: {hundredths} hundredths");
        }
        return;
    }
    assert!(peak <= beside + times * input, "{peak} bytes of heap for {input} of input, {findings} findings");
}
