//! Batches of changes: what the reader takes, and what the schema of changes takes.
//!
//! The reader of changes judges structure and types: the values of an element are checked with the plan that the batch
//! gives. So the schema is the stricter of the two: what it takes, the reader takes. On structure both say the same.

use oracles::*;
use serde_json::Value;
use veiligheidsplan::change::read_changes;

fn schemas() -> Schemas {
    Schemas::committed("changes.schema.json")
}

fn shortened(text: &str) -> String {
    text.chars().take(600).collect()
}

fn complaints(schemas: &Schemas, text: &str) -> String {
    let ours = read_changes(text).err().map(|errors| format!("{errors:#}")).unwrap_or_default();
    let value: Value = serde_json::from_str(text).unwrap_or_default();
    format!("  reader: {}\n  schema: {}", shortened(&ours), shortened(&schemas.complaints(&value).join("\n")))
}

#[test]
fn a_batch_with_every_op_and_kind_fits() {
    let text = batch().to_string();
    assert_eq!(batch_reader(&text), Verdict::Fits, "{}", complaints(&schemas(), &text));
    assert_eq!(schemas().text(&text), Verdict::Fits, "{}", complaints(&schemas(), &text));
}

/// What is written is read, and is the same then.
#[test]
fn a_difference_is_read_as_it_was_written() {
    let mut read = 0;
    for output in outputs(500).into_iter().filter(|output| output.schema == "changes") {
        let changes = read_changes(&output.value.to_string()).unwrap_or_else(|errors| panic!("{errors:#}"));
        assert_eq!(serde_json::to_value(&changes).unwrap(), output.value);
        read += changes.len();
    }
    println!("{read} changes");
    assert!(read > 1_000, "{read} changes");
}

#[test]
fn a_batch_of_other_structure_gets_one_verdict() {
    let (schemas, base) = (schemas(), batch());
    let (mut fit, mut refused) = (0, 0);
    let mut differences = Vec::new();
    for seed in 0..6_000 {
        let text = restructured(&base, &mut Random::new(seed)).to_string();
        let (ours, theirs) = (batch_reader(&text), schemas.text(&text));
        if ours != theirs {
            differences
                .push(format!("seed {seed}: {ours:?} and {theirs:?}\n{}", complaints(&schemas, &text)));
        }
        match ours {
            Verdict::Fits => fit += 1,
            _ => refused += 1,
        }
    }
    println!("{fit} fit, {refused} refused");
    assert!(differences.is_empty(), "{} differences\n{}", differences.len(), differences.join("\n"));
    assert!(fit > 500 && refused > 3_000, "{fit} fit, {refused} refused");
}

/// Changed anywhere, also in single values: the reader takes what the schema would take if it said nothing of those.
#[test]
fn the_reader_takes_what_the_schema_takes_and_no_other_structure() {
    let (schemas, base) = (schemas(), batch());
    let shapes = schemas.of_shapes();
    let words = words(schemas.schema());
    let (mut fit, mut strict, mut refused, mut unread) = (0, 0, 0, 0);
    let mut differences = Vec::new();
    for seed in 0..6_000 {
        let mutant = mutant(&base, &words, schemas.schema(), &mut Random::new(seed));
        let text = mutant.document.to_string();
        let (ours, of_shapes, theirs) = (batch_reader(&text), shapes.text(&text), schemas.text(&text));
        // A number beyond every float is JSON, but nobody can hold it.
        if of_shapes == Verdict::Unread {
            unread += 1;
            continue;
        }
        if ours != of_shapes || (theirs == Verdict::Fits && ours != Verdict::Fits) {
            let changes: Vec<&str> = mutant.changes.iter().map(|(_, described)| described.as_str()).collect();
            differences.push(format!(
                "seed {seed}: {ours:?}, of shapes {of_shapes:?}, schema {theirs:?}: {}\n{}",
                changes.join("; "),
                complaints(&shapes, &text)
            ));
        }
        match (ours, theirs) {
            (Verdict::Fits, Verdict::Fits) => fit += 1,
            (Verdict::Fits, _) => strict += 1,
            _ => refused += 1,
        }
    }
    println!("{fit} fit, {strict} fit but for values, {refused} refused, {unread} unread");
    assert!(differences.is_empty(), "{} differences\n{}", differences.len(), differences.join("\n"));
    assert!(
        fit > 500 && strict > 500 && refused > 2_000 && unread < 100,
        "{fit} {strict} {refused} {unread}"
    );
}
