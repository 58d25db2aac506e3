use veiligheidsplan::*;
#[test]
fn scratch() {
    let text = include_str!("fixtures/base.json");
    let t = std::time::Instant::now();
    match SafetyPlan::from_json(text) {
        Ok(plan) => {
            println!("{}", plan.advice("2021-12-31".parse().unwrap()));
            let r = plan.readiness(Step::Adoption);
            println!("{:?}", r);
            println!("written form equal: {}", plan.to_json() == text);
            std::fs::write("/tmp/base.json", plan.to_json()).unwrap();
        }
        Err(e) => println!("{:#}", e),
    }
    println!("{:?}", t.elapsed());
    let demo = std::fs::read_to_string("data/vlaardingen-2020-2023.demo.plan.json").unwrap();
    let t = std::time::Instant::now();
    for _ in 0..10 {
        SafetyPlan::from_json(&demo).unwrap();
    }
    println!("demo {:?}", t.elapsed() / 10);
    let _ = proptest::test_runner::RngSeed::Fixed(1);
}
