//! Prints what a crate makes public, one item a line, from the JSON that rustdoc writes; then the traits of each type.
//!
//! Left out is what follows: methods of traits, and what is implemented for everything. Paths within the crate stand
//! without its name.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::error::Error;

use public_api::{Builder, PublicItem};

/// The traits that are passed over.
const SILENT: [&str; 6] =
    ["StructuralPartialEq", "Freeze", "Unpin", "UnsafeUnpin", "RefUnwindSafe", "UnwindSafe"];

/// The trait and the type of an implementation.
fn trait_of(line: &str) -> Option<(&str, &str)> {
    line.strip_prefix("impl")?.trim_start().split_once(" for ")
}

fn main() -> Result<(), Box<dyn Error>> {
    let file = std::env::args().nth(1).ok_or("which file?")?;
    let api = Builder::from_rustdoc_json(file).omit_blanket_impls(true).sorted(true).build()?;
    let of_trait = |item: &&PublicItem| trait_of(&item.to_string()).is_some();
    let within: HashSet<_> = api.items().filter(of_trait).map(PublicItem::id).collect();
    let mut traits: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for item in api.items().filter(|item| !item.parent_id().is_some_and(|parent| within.contains(&parent))) {
        let line = item.to_string().replace("veiligheidsplan::", "").replace("alloc::", "std::");
        match trait_of(&line) {
            // Comes with others, or says nothing to those who use a type.
            Some((name, _)) if SILENT.iter().any(|silent| name.ends_with(silent)) => {}
            Some((name, of)) => {
                let short = ["core::clone::", "core::cmp::", "core::fmt::", "core::marker::", "core::hash::"];
                let name = short.iter().find_map(|path| name.strip_prefix(path)).unwrap_or(name);
                traits.entry(of.to_owned()).or_default().insert(name.to_owned());
            }
            None => println!("{line}"),
        }
    }
    println!();
    for (of, names) in traits {
        println!("{of}: {}", names.into_iter().collect::<Vec<_>>().join(", "));
    }
    Ok(())
}
