//! Preparing plans on several threads (feature `parallel`); they are put in by one, in their order.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;

use super::Trace;
use super::ingest::{Growing, IngestError};
use super::part::Prepared;

/// How many prepared plans may wait for each thread.
const WAITING: usize = 4;

pub(super) fn run(
    threads: NonZeroUsize,
    mut growing: Growing<'_, '_>,
    of: usize,
    make: &(impl Fn(usize) -> Result<Option<Prepared>, IngestError> + Sync),
) -> Result<Trace, IngestError> {
    let (next, stopped) = (AtomicUsize::new(0), AtomicBool::new(false));
    let (send, receive) = sync_channel(threads.get() * WAITING);
    std::thread::scope(|scope| {
        for _ in 0..threads.get() {
            let send = send.clone();
            let (next, stopped) = (&next, &stopped);
            scope.spawn(move || {
                while !stopped.load(Ordering::Relaxed) {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= of || send.send((number, make(number))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(send);
        // Plans come as they are ready; those that come too early wait for the ones before.
        let mut early = BTreeMap::new();
        let mut due = 0;
        let mut outcome = Ok(());
        while let Ok((number, made)) = receive.recv() {
            early.insert(number, made);
            while let Some(made) = early.remove(&due) {
                outcome = growing.take(due, made);
                due += 1;
                if outcome.is_err() {
                    break;
                }
            }
            if outcome.is_err() {
                stopped.store(true, Ordering::Relaxed);
                break;
            }
        }
        // Lets threads that wait to hand over find that nobody listens.
        drop(receive);
        outcome
    })?;
    Ok(growing.trace)
}
