//! DuckDB and Polars through their wheels: a child process that gets the rows as CSV files.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use serde::{Deserialize, Serialize};

use crate::engine::Line;
use crate::questions::{Ask, Query};
use crate::rows::Rows;

#[derive(Serialize)]
struct Written<'a> {
    name: &'a str,
    changes: bool,
    asks: &'a [Ask],
}

#[derive(Deserialize)]
struct Told {
    query: String,
    engine: String,
    unit: String,
    value: f64,
    sums: Vec<u64>,
}

fn table<T>(
    folder: &Path,
    name: &str,
    head: &str,
    rows: impl IntoIterator<Item = T>,
    mut write: impl FnMut(&mut String, T),
) -> std::io::Result<()> {
    let mut text = format!("{head}\n");
    rows.into_iter().for_each(|row| write(&mut text, row));
    fs::write(folder.join(format!("{name}.csv")), text)
}

/// Writes every table and the questions.
pub fn write(folder: &Path, rows: &Rows, queries: &[Query]) -> Result<(), Box<dyn Error>> {
    let option = |number: Option<u32>| number.map_or_else(String::new, |number| number.to_string());
    let goals = || rows.goals.iter().enumerate();
    let tasks = || rows.tasks.iter().enumerate();
    table(folder, "goal", "id,plan,kind,parent", goals(), |text, (at, goal)| {
        _ = writeln!(text, "{at},{},{},{}", goal.plan, goal.kind, option(goal.parent));
    })?;
    table(folder, "above", "goal,above,kind", goals(), |text, (at, _)| {
        for upper in rows.above(at as u32) {
            _ = writeln!(text, "{at},{upper},{}", rows.goals[upper as usize].kind);
        }
    })?;
    table(folder, "answers", "goal,item", goals(), |text, (at, goal)| {
        goal.answers.iter().for_each(|item| _ = writeln!(text, "{at},{item}"));
    })?;
    let objectives = || rows.objectives.iter().enumerate();
    table(folder, "objective", "id,plan,parent,goal", objectives(), |text, (at, one)| {
        _ = writeln!(text, "{at},{},{},{}", one.plan, option(one.parent), option(one.goal));
    })?;
    table(folder, "supports", "objective,strategic", objectives(), |text, (at, one)| {
        one.supports.iter().for_each(|strategic| _ = writeln!(text, "{at},{strategic}"));
    })?;
    table(folder, "action", "id,uuid,plan,year,status,approach,title", tasks(), |text, (at, task)| {
        let (uuid, title) = (task.uuid, task.title.replace('"', "\"\""));
        _ = writeln!(
            text,
            "{at},{uuid},{},{},{},{},\"{title}\"",
            task.plan, task.year, task.status, task.approach
        );
    })?;
    table(folder, "serves", "action,goal", tasks(), |text, (at, task)| {
        task.serves.iter().for_each(|goal| _ = writeln!(text, "{at},{goal}"));
    })?;
    table(folder, "role", "action,partner,role", tasks(), |text, (at, task)| {
        task.roles.iter().for_each(|(partner, role)| _ = writeln!(text, "{at},{partner},{role}"));
    })?;
    table(folder, "place", "action,area", tasks(), |text, (at, task)| {
        task.areas.iter().for_each(|area| _ = writeln!(text, "{at},{area}"));
    })?;
    let written: Vec<Written<'_>> = queries
        .iter()
        .map(|query| Written {
            name: query.name,
            changes: query.changes,
            // The ids of the cold run are for engines that answer in nanoseconds.
            asks: &query.asks[..query.asks.len().min(2_000)],
        })
        .collect();
    fs::write(folder.join("questions.json"), serde_json::to_vec(&written)?)?;
    Ok(())
}

/// Runs one engine over what was written.
pub fn run(folder: &Path, engine: &str) -> Result<Vec<Line>, Box<dyn Error>> {
    let python = std::env::var("PEERS_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers.py");
    let child = Command::new(python).arg(script).arg(engine).arg(folder).stderr(Stdio::piped()).output()?;
    if !child.status.success() {
        let why = String::from_utf8_lossy(&child.stderr);
        return Err(why.lines().last().unwrap_or("it can't start").to_owned().into());
    }
    let text = String::from_utf8(child.stdout)?;
    let lines = text.lines().map(|line| {
        let told: Told = serde_json::from_str(line)?;
        let unit = if told.unit == "bytes" { "bytes" } else { "median_ns" };
        Ok(Line { query: told.query, engine: told.engine, unit, value: told.value, sums: told.sums })
    });
    lines.collect()
}
