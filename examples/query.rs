//! Which actions: `cargo run --example query -- FILE FILTER [--as-of D] [--count] [--group BY] [--explain] [--json]
//! [--lang nl|en]`.
//!
//! FILE is a plan, or plans one on a line (`.ndjson`). FILTER is text, such as
//! `serves:P1.2 and lead:"Politie" and not status:done`, or JSON. Without `--as-of`, states are those of the last day of which
//! something is on record. Exit status: 0 with an answer, 1 when the plan has errors or has nothing of that name, 2 when
//! the call is wrong.

use std::io::Write;
use std::process::ExitCode;

use veiligheidsplan::trace::{Filter, Grouping, Ingest, Set, Trace};
use veiligheidsplan::{Date, Language, SafetyPlan};

const USAGE: &str =
    "usage: query FILE FILTER [--as-of D] [--count] [--group BY] [--explain] [--json] [--lang nl|en]";

struct Call {
    file: String,
    filter: Filter,
    as_of: Option<Date>,
    show: Show,
    language: Language,
    json: bool,
}

enum Show {
    Actions,
    Count,
    Groups(Grouping),
    Explanation,
}

/// A call that is wrong, or a plan or question that is.
enum Problem {
    Call(String),
    Answer(String),
}

fn filter(text: &str) -> Result<Filter, String> {
    if text.trim_start().starts_with('{') {
        return serde_json::from_str(text).map_err(|error| format!("the filter: {error}"));
    }
    text.parse()
        .map_err(|error: veiligheidsplan::trace::FilterError| format!("{error}\n{}", error.pointer(text)))
}

fn call(mut words: impl Iterator<Item = String>) -> Result<Call, String> {
    let (mut plain, mut as_of, mut show) = (Vec::new(), None, Show::Actions);
    let (mut language, mut json) = (Language::English, false);
    while let Some(word) = words.next() {
        let mut next = || words.next().ok_or(USAGE);
        match word.as_str() {
            "--json" => json = true,
            "--count" => show = Show::Count,
            "--explain" => show = Show::Explanation,
            "--group" => {
                let by = next()?;
                show = Show::Groups(by.parse().map_err(|error| format!("--group {by}: {error}"))?);
            }
            "--as-of" => {
                let day = next()?;
                as_of = Some(day.parse().map_err(|error| format!("--as-of {day}: {error}"))?);
            }
            "--lang" => {
                let word = next()?;
                language = word.parse().map_err(|error| format!("--lang {word}: {error}"))?;
            }
            _ if word.starts_with("--") => return Err(USAGE.to_owned()),
            _ => plain.push(word),
        }
    }
    let [file, text] = <[String; 2]>::try_from(plain).map_err(|_| USAGE)?;
    Ok(Call { file, filter: filter(&text)?, as_of, show, language, json })
}

fn trace(call: &Call) -> Result<Trace, Problem> {
    let text = std::fs::read_to_string(&call.file)
        .map_err(|error| Problem::Call(format!("{}: {error}", call.file)))?;
    if call.file.ends_with(".ndjson") {
        let day = call.as_of.ok_or_else(|| Problem::Call("plans one on a line need --as-of".to_owned()))?;
        return Ingest::new(day).ndjson(&text).map_err(|error| Problem::Answer(error.to_string()));
    }
    let plan = SafetyPlan::from_json(&text).map_err(|rejected| Problem::Answer(format!("{rejected:#}")))?;
    let day = call.as_of.or(plan.latest_fact()).unwrap_or(plan.period().start());
    Ok(Trace::of(&plan, day))
}

fn list(set: &Set<'_>, language: Language) -> String {
    let lines = set.reports().into_iter().map(|node| node.words(language) + "\n");
    lines.collect::<String>() + &format!("{}\n", set.len())
}

fn answer(call: &Call) -> Result<String, Problem> {
    fn json(value: &impl serde::Serialize) -> String {
        serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
    }
    let trace = trace(call)?;
    let query = trace.query(&call.filter).map_err(|error| Problem::Answer(error.to_string()))?;
    Ok(match (&call.show, call.json) {
        (Show::Count, _) => format!("{}\n", query.count()),
        (Show::Explanation, true) => json(&query.explain()),
        (Show::Explanation, false) => query.explain().to_text(call.language),
        (Show::Groups(by), true) => json(&query.find().group_by(*by)),
        (Show::Groups(by), false) => query.find().group_by(*by).to_text(call.language),
        (Show::Actions, true) => json(&query.find().reports()),
        (Show::Actions, false) => list(&query.find(), call.language),
    })
}

fn main() -> ExitCode {
    let told = call(std::env::args().skip(1)).map_err(Problem::Call).and_then(|call| answer(&call));
    let (status, problem) = match told {
        Ok(text) => {
            // A reader that stops reading, such as `head`, is no fault.
            let _ = std::io::stdout().write_all(text.as_bytes());
            return ExitCode::SUCCESS;
        }
        Err(Problem::Answer(problem)) => (1, problem),
        Err(Problem::Call(problem)) => (2, problem),
    };
    eprintln!("{problem}");
    ExitCode::from(status)
}
