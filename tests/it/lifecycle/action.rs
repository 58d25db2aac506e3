//! The states of an action, whatever becomes of its execution plan.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use veiligheidsplan::lifecycle::ActionState;

use super::{ACTION, CONTINUOUS, EXECUTION, PROPOSAL, all_of, bare, id_at, record, rows};
use crate::support::put;

/// The small document with the execution plan of 2020 adopted.
fn adopted() -> Value {
    let mut document = bare();
    record(&mut document, ("executionPlan", "/executionPlans/0"), "2019-12-20 college adopt");
    document
}

#[test]
fn each_row_of_an_action() {
    let mut seen = rows(&bare(), ACTION, &[("", &[("2020-06-01", "proposed")])]);
    seen.extend(rows(
        &adopted(),
        ACTION,
        &[
            ("", &[("2019-12-19", "proposed"), ("2019-12-20", "planned 2019-12-20")]),
            (
                "2020-03-01 day registeredOn",
                &[("2020-02-29", "proposed"), ("2020-03-01", "planned 2020-03-01")],
            ),
            (
                "2020-04-10 report started; 2020-05-01 report - percent=60; 2020-07-01 report done",
                &[
                    ("2020-04-09", "planned 2019-12-20"),
                    ("2020-06-30", "running 2020-04-10"),
                    ("2020-07-01", "done 2020-07-01"),
                ],
            ),
            // A share or spending shows it under way, where no report says how far it is.
            ("2020-04-10 report - percent=0", &[("2020-04-10", "planned 2019-12-20")]),
            ("2020-04-10 report - spent=0", &[("2020-04-10", "planned 2019-12-20")]),
            ("2020-04-10 report - percent=40", &[("2020-04-10", "running 2020-04-10")]),
            ("2020-04-10 report - spent=100", &[("2020-04-10", "running 2020-04-10")]),
            (
                "2020-05-01 report delayed; 2020-06-01 report started",
                &[("2020-05-31", "delayed 2020-05-01"), ("2020-06-01", "running 2020-06-01")],
            ),
            // An end after the planned one is a delay; the planned one isn't.
            ("2020-05-01 report started expects=2020-09-30", &[("2020-05-01", "delayed 2020-05-01")]),
            ("2020-05-01 report - expects=2020-09-30", &[("2020-05-01", "delayed 2020-05-01")]),
            ("2020-05-01 report started expects=2020-06-30", &[("2020-05-01", "running 2020-05-01")]),
            ("2020-05-01 report partlyDone", &[("2020-05-01", "partlyDone 2020-05-01")]),
            ("2020-05-01 report notDone", &[("2020-05-01", "notDone 2020-05-01")]),
            ("2020-05-01 report cancelled", &[("2020-05-01", "cancelled 2020-05-01")]),
            (
                "2020-05-01 report started; 2020-08-01 college close; 2020-09-01 report done",
                &[("2020-08-01", "closed 2020-08-01"), ("2020-09-01", "done 2020-09-01")],
            ),
            ("2020-05-01 report notDone; 2020-08-01 college close", &[("2020-08-01", "notDone 2020-05-01")]),
            // An evaluation speaks of the end of its period, and is known from its delivery.
            (
                "2020-11-01 report started; 2021-03-15 evaluation yearly says=partlyDone; 2021-04-01 report done",
                &[
                    ("2021-03-14", "running 2020-11-01"),
                    ("2021-03-15", "partlyDone 2021-03-15"),
                    ("2021-04-01", "done 2021-04-01"),
                ],
            ),
            (
                "2020-12-31 report done; 2021-03-15 evaluation yearly says=notDone",
                &[("2021-03-15", "done 2020-12-31")],
            ),
            (
                "2021-01-10 report cancelled; 2021-03-15 evaluation yearly says=notDone",
                &[("2021-03-15", "cancelled 2021-01-10")],
            ),
        ],
    ));
    // Waits for the council to accept the money.
    let mut document = adopted();
    let proposal = id_at(&document, PROPOSAL.1);
    let funding = json!([{"source": "additional", "proposal": proposal}, {"source": "grant"}]);
    put(
        &mut document,
        &format!("{}/cost", ACTION.1),
        json!({"amount": {"kind": "unknown"}, "funding": funding}),
    );
    record(&mut document, PROPOSAL, "2020-02-01 college propose; 2020-03-01 council accept");
    seen.extend(rows(
        &document,
        ACTION,
        &[("", &[("2020-02-29", "awaitingCouncil 2019-12-20"), ("2020-03-01", "planned 2019-12-20")])],
    ));
    // Without its execution plan there is no action.
    let mut document = adopted();
    record(&mut document, ("executionPlan", "/executionPlans/0"), "2020-07-01 college withdraw");
    seen.extend(rows(
        &document,
        ACTION,
        &[(
            "2020-05-01 report done",
            &[("2020-06-30", "done 2020-05-01"), ("2020-07-01", "withdrawn 2020-07-01")],
        )],
    ));
    // Continuous work goes on, whatever was done.
    seen.extend(rows(
        &adopted(),
        CONTINUOUS,
        &[
            ("2020-05-01 report done", &[("2020-05-01", "running 2020-05-01")]),
            ("2020-05-01 report partlyDone", &[("2020-05-01", "running 2020-05-01")]),
            ("2020-05-01 report cancelled", &[("2020-05-01", "cancelled 2020-05-01")]),
        ],
    ));
    seen.extend(carried_over());
    assert_eq!(seen, all_of(ActionState::ALL.iter().map(|state| state.as_str())));
}

/// Another action of 2021 continues it.
fn carried_over() -> BTreeSet<String> {
    let mut document = adopted();
    let id = id_at(&document, ACTION.1);
    let next = "/executionPlans/1/actions/0";
    put(&mut document, &format!("{next}/continues"), json!([id]));
    let seen = rows(
        &document,
        ACTION,
        &[
            ("", &[("2020-12-31", "planned 2019-12-20"), ("2021-01-01", "carriedOver 2021-01-01")]),
            ("2020-10-01 report notDone", &[("2021-01-01", "carriedOver 2021-01-01")]),
            ("2020-10-01 report done", &[("2021-01-01", "done 2020-10-01")]),
            ("2020-10-01 college close", &[("2021-01-01", "closed 2020-10-01")]),
        ],
    );
    // The one that continues it is taken up later, adopted later, or off.
    let mut late = document.clone();
    put(&mut late, &format!("{next}/registeredOn"), "2021-02-01");
    rows(
        &late,
        ACTION,
        &[("", &[("2021-01-31", "planned 2019-12-20"), ("2021-02-01", "carriedOver 2021-02-01")])],
    );
    let mut adopted_late = document.clone();
    record(&mut adopted_late, EXECUTION, "2021-03-01 college adopt");
    rows(&adopted_late, ACTION, &[("", &[("2021-01-01", "carriedOver 2021-01-01")])]);
    let mut off = document;
    record(&mut off, EXECUTION, "2021-03-01 college withdraw");
    rows(
        &off,
        ACTION,
        &[("", &[("2021-02-28", "carriedOver 2021-01-01"), ("2021-03-01", "planned 2019-12-20")])],
    );
    seen
}
