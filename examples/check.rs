//! All findings of a plan: `cargo run --example check -- FILE [--as-of YYYY-MM-DD] [--json]`.
//!
//! Exit status: 0 without errors, 1 with errors, 2 when the file can't be opened or the call is wrong.

use std::io::Write;
use std::process::ExitCode;

use veiligheidsplan::{Date, Findings, SafetyPlan};

const USAGE: &str = "usage: check FILE [--as-of YYYY-MM-DD] [--json]";

struct Call {
    file: String,
    as_of: Option<Date>,
    json: bool,
}

fn call(mut words: impl Iterator<Item = String>) -> Result<Call, String> {
    let (mut file, mut as_of, mut json) = (None, None, false);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--json" => json = true,
            "--as-of" => {
                let day = words.next().ok_or(USAGE)?;
                as_of = Some(day.parse().map_err(|error| format!("--as-of: {error}"))?);
            }
            _ if word.starts_with("--") || file.is_some() => return Err(USAGE.to_owned()),
            _ => file = Some(word),
        }
    }
    Ok(Call { file: file.ok_or(USAGE)?, as_of, json })
}

fn main() -> ExitCode {
    let read = call(std::env::args().skip(1)).and_then(|call| {
        let bytes = std::fs::read(&call.file).map_err(|error| format!("{}: {error}", call.file))?;
        Ok((call, bytes))
    });
    let (call, bytes) = match read {
        Ok(read) => read,
        Err(problem) => {
            eprintln!("{problem}");
            return ExitCode::from(2);
        }
    };
    match SafetyPlan::from_json_slice(&bytes) {
        Ok(plan) => {
            let day = call.as_of.or(plan.latest_fact()).unwrap_or(plan.period().start());
            print(&plan.advice(day), call.json);
            ExitCode::SUCCESS
        }
        Err(rejected) => {
            print(rejected.errors(), call.json);
            ExitCode::from(1)
        }
    }
}

fn print(findings: &Findings, json: bool) {
    // A reader that stops reading, such as `head`, is no fault.
    let mut out = std::io::stdout().lock();
    if json {
        let _ = writeln!(out, "{}", serde_json::to_string_pretty(findings).unwrap_or_default());
    } else if !findings.is_empty() {
        let _ = writeln!(out, "{findings}");
    }
}
