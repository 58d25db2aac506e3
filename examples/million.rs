//! A million actions: `cargo run --release --example million [-- N]`.
fn main() -> Result<(), Box<dyn std::error::Error>> {
    use std::time::Instant;
    use veiligheidsplan::sample::Sample;
    use veiligheidsplan::trace::{Filter, Trace};
    let n: usize = std::env::args().nth(1).map_or(Ok(1_000_000), |text| text.parse())?;
    let sample = Sample::new(1, n);
    let start = Instant::now();
    let plans: Vec<_> = sample.plans().collect();
    println!("made {:?} {} ns per action", start.elapsed(), start.elapsed().as_nanos() / n as u128);
    let start = Instant::now();
    let mut trace = Trace::new(sample.day());
    for plan in &plans {
        trace.add(plan)?;
    }
    println!("built {:?} {} ns per action", start.elapsed(), start.elapsed().as_nanos() / n as u128);
    println!("{:?}", trace.memory());
    if std::env::args().nth(2).is_some() {
        for _ in 0..10 {
            let mut trace = Trace::new(sample.day());
            let start = Instant::now();
            for plan in &plans {
                trace.add(plan)?;
            }
            println!("built {:?} {} ns per action", start.elapsed(), start.elapsed().as_nanos() / n as u128);
        }
        return Ok(());
    }
    for text in [
        "gap:noLead",
        "lead:\"Politie\"",
        "lead:\"Politie\" and year:2021 and status:running,done and approach:prevention",
        "year:2021",
        "title:\"buurt\"",
        "cost:1000..25000",
    ] {
        let filter: Filter = text.parse()?;
        let start = Instant::now();
        let query = trace.query(&filter)?;
        let bind = start.elapsed();
        let count = query.count();
        let start = Instant::now();
        for _ in 0..100 {
            std::hint::black_box(query.count());
        }
        println!("{text}: {count} bind {bind:?} {:?}", start.elapsed() / 100);
    }
    Ok(())
}
