//! The states of an execution plan.

use veiligheidsplan::Code;
use veiligheidsplan::lifecycle::ExecutionPlanState;

use super::{EXECUTION, all_of, bare, day, joint, plan_of, record, rows};

#[test]
fn each_row_of_an_execution_plan() {
    let mut seen = rows(
        &bare(),
        EXECUTION,
        &[
            ("", &[("2020-12-31", "draft"), ("2021-01-01", "adoptionUnrecorded 2021-01-01")]),
            (
                "2020-10-01 college consult to=partners; 2020-11-01 college propose",
                &[
                    ("2020-10-31", "consulted 2020-10-01"),
                    ("2020-11-01", "proposed 2020-11-01"),
                    ("2021-01-01", "adoptionUnrecorded 2021-01-01"),
                ],
            ),
            ("2020-11-01 college reject", &[("2021-06-01", "rejected 2020-11-01")]),
            (
                "2020-11-01 college adopt; 2021-05-01 college withdraw",
                &[("2021-06-01", "withdrawn 2021-05-01")],
            ),
            (
                "2020-11-01 council takeNote",
                &[
                    ("2020-11-01", "noted 2020-11-01"),
                    ("2021-01-01", "running 2021-01-01"),
                    ("2022-01-01", "closed 2022-01-01"),
                ],
            ),
            (
                "2020-12-01 college adopt; 2020-12-10 college inform to=council",
                &[
                    ("2020-12-09", "adopted 2020-12-01"),
                    ("2020-12-10", "sentToCouncil 2020-12-10"),
                    ("2021-01-01", "running 2021-01-01"),
                ],
            ),
            ("2020-12-01 council adopt", &[("2020-12-01", "sentToCouncil 2020-12-01")]),
            (
                "2020-12-01 college adopt; 2020-12-05 mayor inform to=triangle",
                &[("2020-12-09", "adopted 2020-12-01")],
            ),
            ("2021-02-01 college adopt", &[("2021-02-01", "running 2021-02-01")]),
            (
                "2020-12-01 college adopt; 2021-11-01 college extend until=2022-03-31; 2021-12-01 college amend",
                &[("2022-03-31", "running 2021-01-01"), ("2022-04-01", "closed 2022-04-01")],
            ),
            ("2020-12-01 college adopt; 2021-06-30 college close", &[("2021-07-01", "closed 2021-07-01")]),
            (
                "2020-12-01 college adopt; 2021-08-01 evaluation interim until=2021-06-30; \
                 2022-03-01 evaluation yearly; 2022-04-01 college inform to=council",
                &[("2022-02-28", "closed 2022-01-01"), ("2022-04-02", "evaluated 2022-03-01")],
            ),
            (
                "2020-12-01 college adopt; 2021-12-01 evaluation halfYearly; 2021-12-15 council takeNote on=it",
                &[("2021-12-31", "running 2021-01-01"), ("2022-01-01", "evaluationSent 2022-01-01")],
            ),
            (
                "2020-12-01 college adopt; 2022-03-01 evaluation -; 2022-04-01 college inform to=council on=it",
                &[("2022-03-31", "evaluated 2022-03-01"), ("2022-04-01", "evaluationSent 2022-04-01")],
            ),
        ],
    );
    seen.extend(rows(
        &joint(),
        EXECUTION,
        &[
            (
                "2020-11-01 college takeNote in=GM0622; 2020-12-01 college adopt in=GM0001",
                &[("2020-11-30", "partlyAdopted 2020-11-01"), ("2020-12-01", "noted 2020-11-01")],
            ),
            (
                "2020-11-01 college adopt in=GM0622; 2020-11-10 college inform to=council in=GM0622; \
                 2020-12-01 college adopt in=GM0001",
                &[("2020-11-30", "partlyAdopted 2020-11-01"), ("2020-12-01", "adopted 2020-12-01")],
            ),
            // The evaluation was sent to one council only.
            (
                "2020-12-01 college adopt; 2022-03-01 evaluation -; \
                 2022-04-01 college inform to=council on=it in=GM0622; \
                 2022-05-01 college inform to=council on=it in=GM0001",
                &[("2022-04-30", "evaluated 2022-03-01"), ("2022-05-01", "evaluationSent 2022-05-01")],
            ),
        ],
    ));
    assert_eq!(seen, all_of(ExecutionPlanState::ALL.iter().map(|state| state.as_str())));
}

/// An adoption on the first day is in time, and one that repeats another adopts nothing anew.
#[test]
fn only_the_first_adoption_is_late_and_only_after_the_first_day() {
    for (facts, late) in [
        ("2021-01-01 college adopt", 0),
        ("2021-01-02 college adopt", 1),
        ("2021-01-01 college adopt in=GM0622; 2021-03-01 college adopt in=GM0622", 0),
        ("2021-01-01 college adopt; 2021-03-01 college adopt in=GM0622", 0),
        ("2021-01-01 college adopt in=GM0622; 2021-03-01 college adopt", 0),
        ("2021-03-01 college adopt in=GM0622; 2021-04-01 college adopt in=GM0622", 1),
    ] {
        let mut document = bare();
        record(&mut document, EXECUTION, facts);
        let advice = plan_of(&document).advice(day("2021-06-01"));
        assert_eq!(advice.of(Code::ExecutionPlanAdoptedLate).count(), late, "{facts}");
    }
    // Each municipality has a first of its own.
    for (facts, late) in [
        ("2021-01-01 college adopt in=GM0622; 2021-03-01 college adopt in=GM0001", 1),
        ("2021-01-01 college adopt in=GM0622; 2021-03-01 college adopt", 1),
        ("2021-01-01 college adopt; 2021-03-01 college adopt in=GM0001", 0),
        (
            "2021-01-01 college adopt in=GM0622; 2021-01-01 college adopt in=GM0001; 2021-03-01 college adopt",
            0,
        ),
    ] {
        let mut document = joint();
        record(&mut document, EXECUTION, facts);
        let advice = plan_of(&document).advice(day("2021-06-01"));
        assert_eq!(advice.of(Code::ExecutionPlanAdoptedLate).count(), late, "{facts}");
    }
}
