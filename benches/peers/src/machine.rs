//! What the machine itself can do, in the same run: how fast memory is read, and what a load costs that waits for another.

use std::hint::black_box;

use crate::engine::{Line, time};
use crate::random::Random;

fn line(query: String, unit: &'static str, value: f64) -> Line {
    Line { query, engine: "machine".into(), unit, value, sums: Vec::new() }
}

pub fn limits() -> Vec<Line> {
    let mut lines = Vec::new();
    for (name, kib) in [("L2", 512), ("L3", 8 * 1024), ("256MiB", 256 * 1024)] {
        let words = vec![1_u64; kib * 1024 / 8];
        let repeats = (256 * 1024 / kib).min(512);
        let per_pass = time(5, repeats, || {
            for _ in 0..repeats {
                // Eight sums side by side, so that additions don't wait for each other.
                let mut sums = [0_u64; 8];
                for chunk in black_box(&words).chunks_exact(8) {
                    for (sum, word) in sums.iter_mut().zip(chunk) {
                        *sum = sum.wrapping_add(*word);
                    }
                }
                black_box(sums);
            }
        });
        let bytes = (words.len() * 8) as f64;
        lines.push(line(format!("limit-read-{name}"), "bytes_per_second", bytes * 1e9 / per_pass));
    }
    // One round through all of 64 MiB, a cache line each, in random order.
    let count = 64 * 1024 * 1024 / 64;
    let mut order: Vec<u32> = (0..count as u32).collect();
    Random(64).shuffle(&mut order);
    let mut next = vec![0_u32; count * 16];
    for pair in order.windows(2) {
        next[pair[0] as usize * 16] = pair[1];
    }
    next[order[count - 1] as usize * 16] = order[0];
    let steps = 1_000_000;
    let load = time(5, steps, || {
        let mut at = 0_u32;
        for _ in 0..steps {
            at = next[at as usize * 16];
        }
        black_box(at);
    });
    lines.push(line("limit-load-64MiB".into(), "median_ns", load));
    lines
}
