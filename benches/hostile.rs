//! Hostile input: does the cost stay linear in the input? Each case at two sizes, the second four times the first, with the
//! time and the memory of reading it. `cargo bench --bench hostile` prints the table of the guide's page *hostile*.

#![expect(clippy::cast_precision_loss, reason = "figures for people")]

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use peak_alloc::PeakAlloc;
use veiligheidsplan::trace::Trace;
use veiligheidsplan::{Date, SafetyPlan};

#[global_allocator]
static HEAP: PeakAlloc = PeakAlloc;

/// What an attacker sends: its name, the smaller size, and the text of a size.
struct Case {
    name: &'static str,
    size: usize,
    text: fn(usize) -> String,
}

const CASES: [Case; 14] = [
    Case { name: "lists nested without meaning", size: 500_000, text: |n| odd(&nested("[", "]", n)) },
    Case {
        name: "objects nested without meaning",
        size: 500_000,
        text: |n| odd(&nested("{\"a\":[", "]}", n)),
    },
    Case { name: "one text of this many letters", size: 5_000_000, text: |n| odd(&quoted(&"x".repeat(n))) },
    Case {
        name: "a number of this many digits",
        size: 5_000_000,
        text: |n| odd(&format!("0.{}", "7".repeat(n))),
    },
    Case {
        name: "texts of one letter, passed over",
        size: 500_000,
        text: |n| odd(&format!("[{}\"\"]", "\"x\",".repeat(n))),
    },
    Case {
        name: "one key again and again",
        size: 500_000,
        text: |n| document(&"\"motto\":\"x\",".repeat(n)),
    },
    Case {
        name: "unknown keys, a finding each",
        size: 250_000,
        text: |n| document(&each(n, |number| format!("\"k{number}\":1,"))),
    },
    Case {
        name: "actions without a fault",
        size: 25_000,
        text: |n| actions(n, low, |_| String::new(), "Actie"),
    },
    Case {
        name: "numbers at their limits",
        size: 25_000,
        text: |n| actions(n, low, |_| LARGEST.to_owned(), "Actie"),
    },
    Case { name: "references to nothing, a finding each", size: 250_000, text: dangling },
    Case {
        name: "a circle of actions",
        size: 25_000,
        text: |n| actions(n, low, |at| depends((at + 1) % n), "Actie"),
    },
    Case {
        name: "all depend on the next two",
        size: 25_000,
        text: |n| actions(n, low, |at| depends((at + 1).min(n - 1)), "Actie"),
    },
    Case {
        name: "titles that turn the line around",
        size: 25_000,
        text: |n| actions(n, low, |_| String::new(), "\\u202eeitcA\\u2066 \u{410}\u{441}tie"),
    },
    Case {
        name: "ids alike in all but the first bits",
        size: 25_000,
        text: |n| actions(n, high, |_| String::new(), "Actie"),
    },
];

/// An amount, a share and a day as large as they come.
const LARGEST: &str = r#","cost":{"amount":{"kind":"fixed","cents":9007199254740991}},"progress":[{"date":"2999-12-31","percent":100,"spent":9007199254740991}]"#;

fn low(number: usize) -> String {
    format!("15000000-0000-4000-8000-{number:012x}")
}

fn high(number: usize) -> String {
    format!("{:08x}-0000-4000-8000-000000000000", number << 8)
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

fn nested(open: &str, close: &str, depth: usize) -> String {
    open.repeat(depth) + &close.repeat(depth)
}

/// A text for each number, one after the other.
fn each(count: usize, one: impl Fn(usize) -> String) -> String {
    (0..count).fold(String::new(), |mut all, number| {
        all.push_str(&one(number));
        all
    })
}

/// A plan with these keys beside its own.
fn document(keys: &str) -> String {
    format!(
        r#"{{{keys}"formatVersion":"1.0","id":"00000001-0000-4000-8000-000000000000","title":"Plan",
        "municipalities":[{{"code":"GM0622","name":"Stad"}}],"period":{{"start":"2020-01-01","end":"2023-12-31"}},
        "principles":[{{"id":"00000002-0000-4000-8000-000000000000","title":"Integraal"}}]}}"#
    )
}

/// A plan with a value where the format has no key.
fn odd(value: &str) -> String {
    document(&format!("\"odd\":{value},"))
}

fn depends(on: usize) -> String {
    format!(r#","dependsOn":["{}"]"#, low(on))
}

/// A plan of so many actions in one execution plan, each with keys of its own.
fn actions(count: usize, id: fn(usize) -> String, more: impl Fn(usize) -> String, title: &str) -> String {
    let mut all = String::new();
    for number in 0..count {
        let (comma, id, more) = (if number > 0 { "," } else { "" }, id(number), more(number));
        let serves = r#"[{"kind":"principle","id":"00000002-0000-4000-8000-000000000000"}]"#;
        let _ = write!(all, r#"{comma}{{"id":"{id}","title":"{title}","serves":{serves}{more}}}"#);
    }
    let period = r#"{"start":"2020-01-01","end":"2020-12-31"}"#;
    let plan = r#""id":"00000003-0000-4000-8000-000000000000","title":"Uitvoering""#;
    document(&format!(r#""executionPlans":[{{{plan},"period":{period},"actions":[{all}]}}],"#))
}

/// Actions with a hundred areas each that the plan doesn't have.
fn dangling(references: usize) -> String {
    let areas: Vec<_> =
        (0..100).map(|number| quoted(&format!("99{number:06}-0000-4000-8000-000000000000"))).collect();
    let areas = format!(",\"areas\":[{}]", areas.join(","));
    actions(references / 100, low, |_| areas.clone(), "Actie")
}

/// What one reading costs: time, memory at its peak, and findings. A plan goes into a trace too.
fn cost(text: &str, day: Date) -> (Duration, usize, u64) {
    HEAP.reset_peak_usage();
    let (before, start) = (HEAP.current_usage(), Instant::now());
    let read = SafetyPlan::from_json(text);
    let trace = read.as_ref().ok().map(|plan| Trace::of(plan, day));
    let (took, peak) = (start.elapsed(), HEAP.peak_usage() - before);
    drop(trace);
    (took, peak, read.map_or_else(|rejected| rejected.errors().total(), |_| 0))
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let day = "2021-01-01".parse()?;
    println!(
        "| Input | Size | Bytes | Findings | Time (ms) | ns per byte | Memory (MiB) | Times the input |"
    );
    println!("|---|---|---|---|---|---|---|---|");
    for case in CASES {
        for size in [case.size, 4 * case.size] {
            let text = (case.text)(size);
            let (_, peak, findings) = cost(&text, day);
            let took = (0..3).map(|_| cost(&text, day).0).min().unwrap_or_default();
            let (bytes, took) = (text.len() as f64, took.as_secs_f64());
            println!(
                "| {} | {size} | {} | {findings} | {:.0} | {:.1} | {:.1} | {:.1} |",
                case.name,
                text.len(),
                took * 1e3,
                took * 1e9 / bytes,
                peak as f64 / f64::from(1 << 20),
                peak as f64 / bytes
            );
        }
    }
    Ok(())
}
