//! Who does what: `cargo run --example matrix -- FILE [--level priority|pillar|theme|objective|year | --workload]
//! [--as-of D] [--json | --markdown] [--lang nl|en]`.
//!
//! Without `--as-of` the plan is looked at on the day of its latest fact. Exit status: 0 with a report, 1 when the plan has
//! errors, 2 when the call is wrong.

use std::io::Write;
use std::process::ExitCode;

use veiligheidsplan::analysis::{MatrixLevel, matrix, workload};
use veiligheidsplan::trace::{Trace, TraceError};
use veiligheidsplan::{Date, Language, SafetyPlan};

const USAGE: &str = "usage: matrix FILE [--level priority|pillar|theme|objective|year | --workload] [--as-of D] \
                     [--json | --markdown] [--lang nl|en]";

struct Call {
    file: String,
    level: MatrixLevel,
    workload: bool,
    day: Option<Date>,
    language: Language,
    form: Option<String>,
}

/// The word after an option, read.
fn next<T: std::str::FromStr>(name: &str, words: &mut impl Iterator<Item = String>) -> Result<T, String>
where
    T::Err: std::fmt::Display,
{
    let word = words.next().ok_or(USAGE)?;
    word.parse().map_err(|error| format!("{name} {word}: {error}"))
}

fn call(mut words: impl Iterator<Item = String>) -> Result<Call, String> {
    let (mut file, mut day, mut form) = (None, None, None);
    let (mut language, mut level, mut workload) = (Language::English, MatrixLevel::Priority, false);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--level" => level = next("--level", &mut words)?,
            "--as-of" => day = Some(next("--as-of", &mut words)?),
            "--lang" => language = next("--lang", &mut words)?,
            "--workload" => workload = true,
            "--json" | "--markdown" if form.is_none() => form = Some(word),
            _ if word.starts_with("--") || file.is_some() => return Err(USAGE.to_owned()),
            _ => file = Some(word),
        }
    }
    Ok(Call { file: file.ok_or(USAGE)?, level, workload, day, language, form })
}

/// The matrix or the workload of a plan, as text, JSON or Markdown.
fn report(call: &Call, plan: &SafetyPlan) -> Result<String, TraceError> {
    let day = call.day.or_else(|| plan.latest_fact()).unwrap_or(plan.period().start());
    let trace = Trace::of(plan, day);
    let json = |value: serde_json::Result<String>| value.unwrap_or_default() + "\n";
    if call.workload {
        let load = workload(&trace, plan.id())?;
        return Ok(match call.form.as_deref() {
            Some("--json") => json(serde_json::to_string_pretty(&load)),
            Some(_) => load.to_markdown(call.language),
            None => load.to_text(call.language),
        });
    }
    let matrix = matrix(&trace, plan.id(), call.level)?;
    Ok(match call.form.as_deref() {
        Some("--json") => json(serde_json::to_string_pretty(&matrix)),
        Some(_) => matrix.to_markdown(call.language),
        None => matrix.to_text(call.language),
    })
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
    let plan = SafetyPlan::from_json_slice(&bytes).map_err(|rejected| format!("{rejected:#}"));
    match plan.and_then(|plan| report(&call, &plan).map_err(|problem| problem.to_string())) {
        Ok(text) => {
            // A reader that stops reading, such as `head`, is no fault.
            let _ = std::io::stdout().write_all(text.as_bytes());
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::from(1)
        }
    }
}
