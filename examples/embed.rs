//! A host system that keeps a plan inside its own record and its own JSON: `cargo run --example embed`.

use serde::{Deserialize, Serialize};
use veiligheidsplan::SafetyPlan;

/// A dossier as a municipal system might keep it. The plan is checked whenever the dossier is read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Dossier {
    number: String,
    plan: SafetyPlan,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let plan = SafetyPlan::from_json(include_str!("../data/vlaardingen-2020-2023.plan.json"))?;
    let dossier = Dossier { number: "2019-0042".to_owned(), plan };

    let json = serde_json::to_string(&dossier)?;
    let read: Dossier = serde_json::from_str(&json)?;
    assert_eq!(read, dossier);
    println!("dossier {}: {} ({} bytes of JSON)", read.number, read.plan.title(), json.len());

    // A plan that contradicts itself can't get into a dossier: its vision may be edited, its period not turned round.
    let broken = json.replace("\"end\":\"2023-12-31\"", "\"end\":\"2019-12-31\"");
    match serde_json::from_str::<Dossier>(&broken) {
        Ok(_) => return Err("the broken dossier was read".into()),
        Err(refused) => println!("refused: {refused}"),
    }

    // A plan is cheap to share: a clone copies nothing.
    let shared = read.plan.clone();
    std::thread::spawn(move || println!("{} priorities, read on another thread", shared.priorities().len()))
        .join()
        .map_err(|_| "the other thread failed")?;
    Ok(())
}
