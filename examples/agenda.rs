//! What falls due: `cargo run --example agenda -- FILE --from D --to D [--lang nl|en] [--json] [--markdown]`.
//!
//! The plan is read as it stands on the first day. Exit status: 0 with an agenda, 1 when the plan has errors, 2 when the
//! call is wrong.

use std::io::Write;
use std::process::ExitCode;

use veiligheidsplan::analysis::agenda;
use veiligheidsplan::{Date, Language, SafetyPlan};

const USAGE: &str = "usage: agenda FILE --from D --to D [--lang nl|en] [--json] [--markdown]";

struct Call {
    file: String,
    from: Date,
    to: Date,
    language: Language,
    json: bool,
    markdown: bool,
}

fn day(name: &str, word: Option<String>) -> Result<Date, String> {
    let word = word.ok_or(USAGE)?;
    word.parse().map_err(|error| format!("{name} {word}: {error}"))
}

fn call(mut words: impl Iterator<Item = String>) -> Result<Call, String> {
    let (mut file, mut from, mut to) = (None, None, None);
    let (mut language, mut json, mut markdown) = (Language::English, false, false);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--json" => json = true,
            "--markdown" => markdown = true,
            "--from" => from = Some(day("--from", words.next())?),
            "--to" => to = Some(day("--to", words.next())?),
            "--lang" => {
                let word = words.next().ok_or(USAGE)?;
                language = word.parse().map_err(|error| format!("--lang {word}: {error}"))?;
            }
            _ if word.starts_with("--") || file.is_some() => return Err(USAGE.to_owned()),
            _ => file = Some(word),
        }
    }
    let (from, to) = (from.ok_or(USAGE)?, to.ok_or(USAGE)?);
    if to < from || (json && markdown) {
        return Err(USAGE.to_owned());
    }
    Ok(Call { file: file.ok_or(USAGE)?, from, to, language, json, markdown })
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
    let agenda = agenda(&plan, call.from, call.to);
    let text = if call.json {
        serde_json::to_string_pretty(&agenda).unwrap_or_default() + "\n"
    } else if call.markdown {
        agenda.to_markdown(call.language)
    } else {
        agenda.to_text(call.language)
    };
    // A reader that stops reading, such as `head`, is no fault.
    let _ = std::io::stdout().write_all(text.as_bytes());
    ExitCode::SUCCESS
}
