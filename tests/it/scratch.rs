use veiligheidsplan::*;
#[test]
fn scratch() {
    let s = schemars::schema_for!(SafetyPlan);
    std::fs::write("/tmp/schema.json", serde_json::to_string_pretty(&s).unwrap()).unwrap();
}
