//! The states of the demonstration.

use veiligheidsplan::SafetyPlan;
use veiligheidsplan::lifecycle::ActionState;

use super::day;
use crate::support::DEMO;

#[test]
fn the_demo_lives_from_draft_to_end() {
    let plan = SafetyPlan::from_json(DEMO).unwrap();
    let told: Vec<String> =
        ["2019-09-01", "2020-01-01", "2020-07-01", "2021-03-01", "2021-12-01", "2022-06-01", "2024-01-01"]
            .iter()
            .map(|on| {
                let then = plan.as_of(day(on));
                let plans =
                    plan.execution_plans().iter().map(|one| then.execution_plan(one.id()).unwrap().state);
                let plans: Vec<&str> = plans.map(|state| state.as_str()).collect();
                let counts = ActionState::ALL.iter().filter_map(|state| {
                    let count = then.actions().filter(|(_, it)| it.state == *state).count();
                    (count > 0).then(|| format!("{count} {state}"))
                });
                let counts: Vec<String> = counts.collect();
                format!("{on}: {}; {}; {}", then.state(), plans.join(", "), counts.join(", "))
            })
            .collect();
    expect_test::expect![[r"
        2019-09-01: draft; draft, draft; 92 proposed
        2020-01-01: inForce; adoptionUnrecorded, draft; 92 proposed
        2020-07-01: inForce; running, draft; 45 proposed, 11 planned, 20 running, 11 delayed, 5 done
        2021-03-01: inForce; closed, running; 1 proposed, 42 planned, 2 awaitingCouncil, 8 running, 1 delayed, 1 carriedOver, 28 done, 6 partlyDone, 2 notDone, 1 cancelled
        2021-12-01: inForce; evaluationSent, running; 10 planned, 2 awaitingCouncil, 31 running, 5 delayed, 1 carriedOver, 34 done, 6 partlyDone, 2 notDone, 1 cancelled
        2022-06-01: inForce; evaluationSent, closed; 10 planned, 2 awaitingCouncil, 31 running, 5 delayed, 1 carriedOver, 34 done, 6 partlyDone, 2 notDone, 1 cancelled
        2024-01-01: ended; evaluationSent, closed; 10 planned, 2 awaitingCouncil, 31 running, 5 delayed, 1 carriedOver, 34 done, 6 partlyDone, 2 notDone, 1 cancelled"]].assert_eq(&told.join("\n"));
}
