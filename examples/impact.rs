//! What is lost when something falls away: `cargo run --example impact -- FILE [--partner CODE | --action CODE | --priority
//! CODE] [--members] [--open] [--as-of D] [--json] [--lang nl|en]`.
//!
//! With neither a partner, an action nor a priority it lists the single points of failure. Without `--as-of` the plan is
//! looked at on the day of its latest fact. Exit status: 0 with a report, 1 when the plan has errors or no such element,
//! 2 when the call is wrong.

use std::io::Write;
use std::process::ExitCode;

use veiligheidsplan::analysis::{Departure, impact, single_points_of_failure};
use veiligheidsplan::trace::Trace;
use veiligheidsplan::{Date, Element, Kind, Language, SafetyPlan};

const USAGE: &str = "usage: impact FILE [--partner CODE | --action CODE | --priority CODE] [--members] [--open] \
                     [--as-of D] [--json] [--lang nl|en]";

struct Call {
    file: String,
    leaving: Option<(Kind, String)>,
    members: bool,
    open: bool,
    day: Option<Date>,
    language: Language,
    json: bool,
}

fn call(mut words: impl Iterator<Item = String>) -> Result<Call, String> {
    let (mut file, mut leaving, mut day) = (None, None, None);
    let (mut members, mut open, mut json) = (false, false, false);
    let mut language = Language::English;
    while let Some(word) = words.next() {
        let kind = match word.as_str() {
            "--partner" => Some(Kind::Partner),
            "--action" => Some(Kind::Action),
            "--priority" => Some(Kind::Priority),
            _ => None,
        };
        match word.as_str() {
            "--members" => members = true,
            "--open" => open = true,
            "--json" => json = true,
            "--as-of" => {
                let word = words.next().ok_or(USAGE)?;
                day = Some(word.parse().map_err(|error| format!("--as-of {word}: {error}"))?);
            }
            "--lang" => {
                let word = words.next().ok_or(USAGE)?;
                language = word.parse().map_err(|error| format!("--lang {word}: {error}"))?;
            }
            _ => match kind {
                Some(kind) if leaving.is_none() => leaving = Some((kind, words.next().ok_or(USAGE)?)),
                None if !word.starts_with("--") && file.is_none() => file = Some(word),
                _ => return Err(USAGE.to_owned()),
            },
        }
    }
    Ok(Call { file: file.ok_or(USAGE)?, leaving, members, open, day, language, json })
}

/// The report on a plan, as text or JSON.
fn report(call: &Call, plan: &SafetyPlan) -> Result<String, String> {
    let day = call.day.or_else(|| plan.latest_fact()).unwrap_or(plan.period().start());
    let trace = Trace::of(plan, day);
    let json = |value: serde_json::Result<String>| value.unwrap_or_default() + "\n";
    let Some((kind, code)) = &call.leaving else {
        let points = single_points_of_failure(&trace, plan.id()).map_err(|error| error.to_string())?;
        let text = if call.json {
            json(serde_json::to_string_pretty(&points))
        } else {
            points.to_text(call.language)
        };
        return Ok(text);
    };
    let found = plan.coded(code).find(|element| element.kind() == *kind);
    let mut departure = match found {
        Some(Element::Partner(partner)) => Departure::of(partner.id()),
        Some(Element::Action(action)) => Departure::of(action.id()),
        Some(Element::Priority(priority)) => Departure::of(priority.id()),
        _ => return Err(format!("the plan has no {kind} {code}")),
    };
    if call.members {
        departure = departure.with_members();
    }
    if call.open {
        departure = departure.of_open_actions();
    }
    let impact = impact(&trace, &departure).map_err(|error| error.to_string())?;
    Ok(if call.json { json(serde_json::to_string_pretty(&impact)) } else { impact.to_text(call.language) })
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
    match plan.and_then(|plan| report(&call, &plan)) {
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
