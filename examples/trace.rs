//! The red thread of an element: `cargo run --example trace -- FILE --from CODE_OR_ID [--down] [--lang nl|en] [--json]`.
//!
//! A code means every element that bears it. `visie` or `vision`, or the plan's own code or id, means the vision.
//! Exit status: 0 with threads, 1 when the plan has errors or no such element, 2 when the call is wrong.

use std::io::Write;
use std::process::ExitCode;

use veiligheidsplan::trace::{ThreadReport, Trace, Way};
use veiligheidsplan::{ElementId, Language, SafetyPlan};

const USAGE: &str = "usage: trace FILE --from CODE_OR_ID [--down] [--lang nl|en] [--json]";

struct Call {
    file: String,
    from: String,
    way: Way,
    language: Language,
    json: bool,
}

fn call(mut words: impl Iterator<Item = String>) -> Result<Call, String> {
    let (mut file, mut from, mut way, mut language, mut json) =
        (None, None, Way::Up, Language::English, false);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--down" => way = Way::Down,
            "--json" => json = true,
            "--from" => from = Some(words.next().ok_or(USAGE)?),
            "--lang" => {
                let word = words.next().ok_or(USAGE)?;
                language = word.parse().map_err(|error| format!("--lang {word}: {error}"))?;
            }
            _ if word.starts_with("--") || file.is_some() => return Err(USAGE.to_owned()),
            _ => file = Some(word),
        }
    }
    Ok(Call { file: file.ok_or(USAGE)?, from: from.ok_or(USAGE)?, way, language, json })
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
    // As of the last day of which something is on record.
    let day = plan.latest_fact().unwrap_or(plan.period().start());
    let trace = Trace::of(&plan, day);
    let mut problems = Vec::new();
    let mut reports: Vec<ThreadReport> = Vec::new();
    for id in named(&plan, &call.from) {
        match trace.report(id, call.way) {
            Ok(report) => reports.push(report),
            Err(error) => problems.push(error.to_string()),
        }
    }
    if reports.is_empty() {
        problems.push(format!("no element `{}` of the plan has threads", call.from));
        eprintln!("{}", problems.join("\n"));
        return ExitCode::from(1);
    }
    let text = if call.json {
        serde_json::to_string_pretty(&reports).unwrap_or_default() + "\n"
    } else {
        reports.iter().map(|report| report.to_text(call.language)).collect::<Vec<_>>().join("\n")
    };
    // A reader that stops reading, such as `head`, is no fault.
    let _ = std::io::stdout().write_all(text.as_bytes());
    ExitCode::SUCCESS
}

/// The elements that a word names: by id, by code, or the vision by its name.
fn named(plan: &SafetyPlan, word: &str) -> Vec<ElementId> {
    if matches!(word, "visie" | "vision") {
        return vec![plan.id().into()];
    }
    let by_id = word.parse().ok().and_then(|id| plan.element(id));
    by_id.into_iter().chain(plan.coded(word)).map(|element| element.id()).collect()
}
