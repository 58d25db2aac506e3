//! The states of a plan, and of a joint one in each of its municipalities.

use veiligheidsplan::lifecycle::PlanState;
use veiligheidsplan::value::MunicipalityCode;

use super::{PLAN, Rows, all_of, bare, day, joint, plan_of, record, rows};

const OF_A_PLAN: Rows = &[
    ("", &[("2019-12-31", "draft"), ("2020-01-01", "adoptionUnrecorded 2020-01-01")]),
    ("2019-10-01 college consult", &[("2019-09-30", "draft"), ("2019-10-01", "consulted 2019-10-01")]),
    (
        "2019-10-01 college propose; 2019-11-01 college consult",
        &[("2019-11-01", "proposed 2019-10-01"), ("2020-01-01", "adoptionUnrecorded 2020-01-01")],
    ),
    // Taking note, informing and instructing change nothing.
    (
        "2019-10-01 college propose; 2019-11-01 council takeNote; 2019-11-02 council instruct text=Doe!; \
                 2019-11-03 college inform to=council",
        &[("2019-12-01", "proposed 2019-10-01"), ("2020-01-01", "adoptionUnrecorded 2020-01-01")],
    ),
    (
        "2019-10-01 council takeNote; 2019-10-02 college consult",
        &[("2019-10-01", "draft"), ("2019-10-02", "consulted 2019-10-02")],
    ),
    (
        "2019-10-01 council reject; 2019-10-05 college consult; 2020-02-01 college propose; \
                 2020-03-01 council adopt",
        &[
            ("2019-10-05", "rejected 2019-10-01"),
            ("2020-01-31", "rejected 2019-10-01"),
            ("2020-02-01", "adoptionUnrecorded 2020-01-01"),
            ("2020-03-01", "inForce 2020-03-01"),
        ],
    ),
    (
        "2019-10-01 college withdraw; 2019-11-01 college propose",
        &[("2019-10-31", "withdrawn 2019-10-01"), ("2019-11-01", "proposed 2019-11-01")],
    ),
    (
        "2019-10-01 council adopt; 2020-06-01 council withdraw; 2021-06-01 council adopt",
        &[
            ("2020-05-31", "inForce 2020-01-01"),
            ("2020-06-01", "withdrawn 2020-06-01"),
            ("2021-06-01", "inForce 2021-06-01"),
        ],
    ),
    (
        "2019-12-19 council adopt from=2020-02-01",
        &[
            ("2019-12-19", "adopted 2019-12-19"),
            ("2020-01-31", "adopted 2019-12-19"),
            ("2020-02-01", "inForce 2020-02-01"),
            ("2023-12-31", "inForce 2020-02-01"),
            ("2024-01-01", "ended 2024-01-01"),
        ],
    ),
    // Proposed, rejected and adopted again, it stays what it is.
    (
        "2019-12-19 council adopt; 2020-02-01 college propose; 2020-03-01 council reject; \
                 2020-04-01 council amend; 2020-05-01 council adopt from=2021-01-01",
        &[("2020-12-31", "inForce 2020-01-01")],
    ),
    // Adopted after the fact, and after its end.
    ("2020-03-05 council adopt from=2020-01-01", &[("2020-03-05", "inForce 2020-03-05")]),
    (
        "2024-03-05 council adopt",
        &[("2024-03-04", "adoptionUnrecorded 2020-01-01"), ("2024-03-05", "ended 2024-03-05")],
    ),
    (
        "2019-12-19 council adopt; 2023-11-01 council extend until=2024-06-30",
        &[("2024-06-30", "inForce 2020-01-01"), ("2024-07-01", "ended 2024-07-01")],
    ),
    (
        "2019-12-19 council adopt; 2022-05-01 council close",
        &[("2022-05-01", "inForce 2020-01-01"), ("2022-05-02", "ended 2022-05-02")],
    ),
    // An evaluation on the way says nothing of the end; one up to the end, or a final one, does.
    (
        "2019-12-19 council adopt; 2022-02-01 evaluation interim until=2021-12-31; 2024-03-01 evaluation -",
        &[("2024-02-29", "ended 2024-01-01"), ("2024-03-01", "evaluated 2024-03-01")],
    ),
    (
        "2019-12-19 council adopt; 2023-10-01 evaluation final until=2023-06-30",
        &[("2023-12-31", "inForce 2020-01-01"), ("2024-01-01", "evaluated 2024-01-01")],
    ),
];

const OF_A_JOINT_PLAN: Rows = &[
    // Each council for itself; the whole is where it is least far, since the last got there.
    (
        "2019-11-01 council adopt in=GM0622; 2019-12-01 council adopt in=GM0001 from=2020-03-01",
        &[
            ("2019-10-31", "draft"),
            ("2019-11-30", "partlyAdopted 2019-11-01"),
            ("2019-12-01", "adopted 2019-12-01"),
            ("2020-02-29", "adopted 2019-12-01"),
            ("2020-03-01", "inForce 2020-03-01"),
        ],
    ),
    (
        "2019-11-01 council reject in=GM0001; 2019-12-01 council reject in=GM0622",
        &[("2019-11-30", "rejected 2019-11-01"), ("2019-12-01", "rejected 2019-11-01")],
    ),
    ("2019-11-01 college propose in=GM0001", &[("2019-11-02", "draft")]),
    ("2019-11-01 college propose", &[("2019-11-02", "proposed 2019-11-01")]),
];

#[test]
fn each_row_of_a_plan() {
    let mut seen = rows(&bare(), PLAN, OF_A_PLAN);
    seen.extend(rows(&joint(), PLAN, OF_A_JOINT_PLAN));
    let all = PlanState::ALL.iter().filter(|state| **state != PlanState::Superseded);
    assert_eq!(seen, all_of(all.map(|state| state.as_str())));
}

#[test]
fn a_joint_plan_stands_in_each_municipality_by_itself() {
    let mut document = joint();
    record(
        &mut document,
        PLAN,
        "2019-11-01 council adopt in=GM0622; 2023-10-01 council extend until=2024-12-31 in=GM0001; \
         2023-11-01 council adopt in=GM0001",
    );
    let plan = plan_of(&document);
    let stands = |on: &str, code: &str| {
        let it = plan.as_of(day(on)).plan_in(&code.parse::<MunicipalityCode>().unwrap())?;
        Some(format!("{} until {}", it.state, it.ends_on))
    };
    assert_eq!(stands("2020-06-01", "GM0622").unwrap(), "inForce until 2023-12-31");
    assert_eq!(stands("2020-06-01", "GM0001").unwrap(), "adoptionUnrecorded until 2023-12-31");
    assert_eq!(stands("2024-06-01", "GM0622").unwrap(), "ended until 2023-12-31");
    assert_eq!(stands("2024-06-01", "GM0001").unwrap(), "inForce until 2024-12-31");
    assert_eq!(stands("2024-06-01", "GM0002"), None);
    let whole = plan.as_of(day("2024-06-01")).plan();
    assert_eq!(
        (whole.state, whole.adopted_on, whole.ends_on),
        (PlanState::InForce, Some(day("2023-11-01")), day("2024-12-31"))
    );
}
