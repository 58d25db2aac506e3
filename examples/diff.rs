//! What differs between two versions of a plan: `cargo run --example diff -- OLD NEW [--json] [--lang nl|en]`.
//!
//! `--json` gives the comparison and the changes that make the old version into the new one.
//! Exit status: 0 when both were read, 1 when a plan has errors, 2 when the call is wrong.

use std::io::Write;
use std::process::ExitCode;

use veiligheidsplan::change::{compare, difference};
use veiligheidsplan::{Language, SafetyPlan};

const USAGE: &str = "usage: diff OLD NEW [--json] [--lang nl|en]";

struct Call {
    old: String,
    new: String,
    language: Language,
    json: bool,
}

fn call(mut words: impl Iterator<Item = String>) -> Result<Call, String> {
    let (mut files, mut language, mut json) = (Vec::new(), Language::English, false);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--json" => json = true,
            "--lang" => {
                let word = words.next().ok_or(USAGE)?;
                language = word.parse().map_err(|error| format!("--lang {word}: {error}"))?;
            }
            _ if word.starts_with("--") => return Err(USAGE.to_owned()),
            _ => files.push(word),
        }
    }
    match <[String; 2]>::try_from(files) {
        Ok([old, new]) => Ok(Call { old, new, language, json }),
        Err(_) => Err(USAGE.to_owned()),
    }
}

/// The plan of a file, or what is wrong and how the program then ends.
fn plan(file: &str) -> Result<SafetyPlan, (u8, String)> {
    let bytes = std::fs::read(file).map_err(|error| (2, format!("{file}: {error}")))?;
    SafetyPlan::from_json_slice(&bytes).map_err(|rejected| (1, format!("{file}:\n{rejected:#}")))
}

fn answer(words: impl Iterator<Item = String>) -> Result<String, (u8, String)> {
    let call = call(words).map_err(|problem| (2, problem))?;
    let (old, new) = (plan(&call.old)?, plan(&call.new)?);
    let comparison = compare(&old, &new);
    if !call.json {
        return Ok(comparison.to_text(call.language));
    }
    let all = serde_json::json!({"comparison": comparison, "changes": difference(&old, &new)});
    Ok(serde_json::to_string_pretty(&all).unwrap_or_default() + "\n")
}

fn main() -> ExitCode {
    match answer(std::env::args().skip(1)) {
        Ok(text) => {
            // A reader that stops reading, such as `head`, is no fault.
            let _ = std::io::stdout().write_all(text.as_bytes());
            ExitCode::SUCCESS
        }
        Err((status, problem)) => {
            eprintln!("{problem}");
            ExitCode::from(status)
        }
    }
}
