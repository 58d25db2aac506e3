//! JSON Schema of what goes in and comes out: `cargo run --example schema -- [--list | NAME]`.
//!
//! Without a name: the schema of a safety plan. `openapi` gives the OpenAPI 3.1 components.

use std::io::Write;
use std::process::ExitCode;

use veiligheidsplan::Choice;
use veiligheidsplan::export::{SCHEMAS, SchemaName, openapi, schema};

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let shown = match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => schema(SchemaName::SafetyPlan),
        ["--list"] => {
            for name in SCHEMAS {
                println!("{name}: {}", name.term());
            }
            println!("openapi: OpenAPI 3.1 components");
            return ExitCode::SUCCESS;
        }
        ["openapi"] => openapi(),
        [name] => match name.parse::<SchemaName>() {
            Ok(name) => schema(name),
            Err(error) => {
                eprintln!("{name}: {error}, openapi");
                return ExitCode::from(2);
            }
        },
        _ => {
            eprintln!("usage: schema [--list | NAME]");
            return ExitCode::from(2);
        }
    };
    // A reader that stops reading, such as `head`, is no fault.
    let _ = writeln!(std::io::stdout(), "{}", serde_json::to_string_pretty(&shown).unwrap_or_default());
    ExitCode::SUCCESS
}
