//! What is printed, and whether the engines agree.

use crate::engine::Line;
use crate::questions::Query;

/// One object per line.
pub fn json(lines: &[Line], actions: usize) {
    for line in lines {
        let (query, engine, unit) = (&line.query, &line.engine, line.unit);
        // Tenths of a nanosecond are as far as it means something.
        let digits = usize::from(unit == "median_ns");
        let value = format!("{:.digits$}", line.value);
        let sum = line.checksum();
        let sum = if line.sums.is_empty() { String::new() } else { format!(r#","checksum":"{sum:016x}""#) };
        println!(r#"{{"query":"{query}","engine":"{engine}","actions":{actions},"{unit}":{value}{sum}}}"#);
    }
}

/// A row per question, a column per engine.
pub fn table(lines: &[Line], actions: usize, queries: &[Query]) {
    println!("{actions} actions; medians; Q10 and Q12 per action\n");
    for line in lines.iter().filter(|line| line.engine == "machine") {
        println!("{:<20} {}", line.query, told(line));
    }
    let mut engines: Vec<&str> = Vec::new();
    for line in lines.iter().filter(|line| line.engine != "machine") {
        if !engines.contains(&line.engine.as_str()) {
            engines.push(&line.engine);
        }
    }
    print!("\n{:<26}", "");
    engines.iter().for_each(|engine| print!("{engine:>width$}", width = width(engine)));
    println!();
    let mut names: Vec<&str> = queries.iter().map(|query| query.name).collect();
    for line in lines.iter().filter(|line| line.engine != "machine") {
        if !names.contains(&line.query.as_str()) {
            names.push(&line.query);
        }
    }
    for name in names {
        let of = |engine: &&str| lines.iter().find(|line| line.query == name && line.engine == **engine);
        if engines.iter().any(|engine| of(engine).is_some()) {
            print!("{name:<26}");
            for engine in &engines {
                let told = of(engine).map_or_else(|| "-".into(), told);
                print!("{told:>width$}", width = width(engine));
            }
            println!();
        }
    }
}

fn width(engine: &str) -> usize {
    engine.len().max(9) + 2
}

fn told(line: &Line) -> String {
    let value = line.value;
    match line.unit {
        "bytes" => format!("{:.1} MB", value / 1e6),
        "bytes_per_second" => format!("{:.1} GB/s", value / 1e9),
        _ if value < 1e3 => format!("{value:.1} ns"),
        _ if value < 1e6 => format!("{:.2} µs", value / 1e3),
        _ => format!("{:.2} ms", value / 1e6),
    }
}

/// Whether all engines gave the same answers, as far as they went; says where not.
pub fn agree(lines: &[Line]) -> bool {
    let mut agree = true;
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| !line.sums.is_empty()) {
        let first = lines[..at].iter().find(|other| other.query == line.query && !other.sums.is_empty());
        let Some(first) = first else { continue };
        let differs = first.sums.iter().zip(&line.sums).position(|(one, other)| one != other);
        if let Some(number) = differs {
            let (query, one, other) = (&line.query, &first.engine, &line.engine);
            eprintln!("{query}: {one} and {other} differ on parameter {number}");
            agree = false;
        }
    }
    agree
}
