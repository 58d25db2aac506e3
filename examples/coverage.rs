//! Which goals have actions that count: `cargo run --example coverage -- FILE [--year Y] [--as-of D] [--lead] [--money]
//! [--read] [--json | --markdown | --mermaid | --dot] [--lang nl|en]`.
//!
//! Without `--as-of` the plan is looked at on the day of its latest fact. Exit status: 0 with a report, 1 when the plan has
//! errors, 2 when the call is wrong.

use std::io::Write;
use std::process::ExitCode;

use veiligheidsplan::analysis::{CoveragePolicy, coverage};
use veiligheidsplan::export::{DiagramFormat, coverage_diagram};
use veiligheidsplan::trace::Trace;
use veiligheidsplan::{Date, Language, SafetyPlan};

const USAGE: &str = "usage: coverage FILE [--year Y] [--as-of D] [--lead] [--money] [--read] \
                     [--json | --markdown | --mermaid | --dot] [--lang nl|en]";

struct Call {
    file: String,
    policy: CoveragePolicy,
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
    let (mut language, mut policy) = (Language::English, CoveragePolicy::default());
    while let Some(word) = words.next() {
        match word.as_str() {
            "--year" => policy = policy.in_year(next("--year", &mut words)?),
            "--as-of" => day = Some(next("--as-of", &mut words)?),
            "--lang" => language = next("--lang", &mut words)?,
            "--lead" => policy = policy.with_lead(),
            "--money" => policy = policy.with_money(),
            "--read" => policy = policy.with_read_links(),
            "--json" | "--markdown" | "--mermaid" | "--dot" if form.is_none() => form = Some(word),
            _ if word.starts_with("--") || file.is_some() => return Err(USAGE.to_owned()),
            _ => file = Some(word),
        }
    }
    Ok(Call { file: file.ok_or(USAGE)?, policy, day, language, form })
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
    let plan = match SafetyPlan::from_json_slice(&bytes) {
        Ok(plan) => plan,
        Err(rejected) => {
            eprintln!("{rejected:#}");
            return ExitCode::from(1);
        }
    };
    let day = call.day.or_else(|| plan.latest_fact()).unwrap_or(plan.period().start());
    let report = match coverage(&Trace::of(&plan, day), plan.id(), &call.policy) {
        Ok(report) => report,
        Err(problem) => {
            eprintln!("{problem}");
            return ExitCode::from(1);
        }
    };
    let text = match call.form.as_deref() {
        Some("--json") => serde_json::to_string_pretty(&report).unwrap_or_default() + "\n",
        Some("--markdown") => report.to_markdown(call.language),
        Some("--mermaid") => coverage_diagram(&report, DiagramFormat::Mermaid, call.language),
        Some("--dot") => coverage_diagram(&report, DiagramFormat::Dot, call.language),
        _ => report.to_text(call.language),
    };
    // A reader that stops reading, such as `head`, is no fault.
    let _ = std::io::stdout().write_all(text.as_bytes());
    ExitCode::SUCCESS
}
