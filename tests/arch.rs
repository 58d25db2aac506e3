//! The house: dependencies point down only, and the core reads no clock, no random numbers and no files.

#![expect(clippy::unwrap_used, reason = "a helper of tests fails the test")]

use std::path::{Path, PathBuf};

/// The rooms with their rank, as in ARCHITECTURE.md: a room may use rooms of a lower rank, and its own.
const RANKS: &[(&str, u8)] = &[
    ("choice", 0),
    ("kind", 0),
    ("language", 0),
    ("place", 0),
    ("rule", 0),
    ("finding", 1),
    ("wire", 2),
    ("id", 3),
    ("value", 3),
    ("entity", 4),
    ("draft", 4),
    ("page", 1),
    ("power", 5),
    ("lifecycle", 5),
    ("plan", 6),
    ("change", 7),
    ("trace", 8),
    ("analysis", 9),
    ("export", 10),
    ("sample", 10),
    ("faults", 10),
    ("strategies", 11),
];

/// Uses within one rank: words are lists of choices, and the drafts are the entities' raw side.
const MAY: &[(&str, &str)] = &[("kind", "choice"), ("language", "choice"), ("draft", "entity")];

fn sources(under: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(under).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

fn all_sources() -> Vec<(String, PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    sources(&root, &mut paths);
    paths.sort();
    let read = |path: PathBuf| {
        let inner = path.strip_prefix(&root).unwrap().components().next().unwrap();
        let room = inner.as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned();
        let text = std::fs::read_to_string(&path).unwrap();
        (room, path, text)
    };
    paths.into_iter().map(read).collect()
}

fn rank(room: &str) -> Option<u8> {
    RANKS.iter().find(|(name, _)| *name == room).map(|(_, rank)| *rank)
}

#[test]
fn dependencies_point_down_only() {
    let mut upward = Vec::new();
    let mut seen = 0;
    for (room, path, text) in all_sources() {
        let Some(own) = rank(&room) else {
            assert!(["lib", "guide"].contains(&room.as_str()), "{room} has no rank");
            continue;
        };
        for piece in text.split("crate::").skip(1) {
            let used: String = piece.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
            let Some(other) = rank(&used) else { continue };
            seen += 1;
            if used != room && other >= own && !MAY.contains(&(room.as_str(), used.as_str())) {
                upward.push(format!("{}: {room} [{own}] uses {used} [{other}]", path.display()));
            }
        }
    }
    assert!(seen > 100, "the scan sees the imports");
    assert_eq!(upward, Vec::<String>::new());
}

#[test]
fn the_core_reads_no_clock_no_random_numbers_and_no_files() {
    for (_, path, text) in all_sources() {
        for impure in [
            "std::time",
            "std::fs",
            "std::env",
            "std::net",
            "std::process",
            "Utc::now",
            "Local::now",
            "rand::",
        ] {
            assert!(!text.contains(impure), "{} uses {impure}", path.display());
        }
    }
}

#[test]
fn the_ranks_are_those_of_the_architecture_page() {
    let page = include_str!("../ARCHITECTURE.md");
    for (room, rank) in RANKS {
        let named = page.lines().any(|line| line.contains(room) && line.contains(&format!("[{rank}]")));
        assert!(named, "ARCHITECTURE.md doesn't place {room} at rank [{rank}]");
    }
}
