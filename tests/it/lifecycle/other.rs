//! The states of acute issues, proposals, and priorities and themes.

use veiligheidsplan::lifecycle::{AcuteIssueState, GoalState, ProposalState};

use super::{ISSUE, PLAN, PRIORITY, PROPOSAL, all_of, bare, joint, record, rows};

#[test]
fn each_row_of_issues_proposals_and_priorities() {
    let issue = rows(
        &bare(),
        ISSUE,
        &[
            ("", &[("2020-09-13", "notSignalled"), ("2020-09-14", "signalled 2020-09-14")]),
            ("2020-10-01 mayor close", &[("2020-10-01", "handled 2020-10-01")]),
            ("2020-10-01 mayor inform to=partners", &[("2020-10-01", "signalled 2020-09-14")]),
            (
                "2020-10-01 mayor close; 2020-11-01 mayor inform to=council; 2020-12-01 day accountedOn",
                &[("2020-10-31", "handled 2020-10-01"), ("2020-12-02", "accountedFor 2020-11-01")],
            ),
            ("2020-12-01 day accountedOn", &[("2020-12-01", "accountedFor 2020-12-01")]),
        ],
    );
    assert_eq!(issue, all_of(AcuteIssueState::ALL.iter().map(|state| state.as_str())));

    let mut proposal = rows(
        &bare(),
        PROPOSAL,
        &[
            ("", &[("2020-06-01", "drafted")]),
            (
                "2020-05-12 day submittedOn",
                &[("2020-05-11", "drafted"), ("2020-05-12", "submitted 2020-05-12")],
            ),
            (
                "2020-05-12 college propose; 2020-06-01 council reject; 2020-07-01 college propose; \
                 2020-08-01 council accept",
                &[
                    ("2020-05-12", "submitted 2020-05-12"),
                    ("2020-06-01", "rejected 2020-06-01"),
                    ("2020-07-01", "submitted 2020-07-01"),
                    ("2020-08-01", "accepted 2020-08-01"),
                ],
            ),
            (
                "2020-05-12 day submittedOn; 2020-05-20 college withdraw",
                &[("2020-05-20", "withdrawn 2020-05-20")],
            ),
        ],
    );
    proposal.extend(rows(
        &joint(),
        PROPOSAL,
        &[(
            "2020-05-12 day submittedOn; 2020-06-01 council accept in=GM0622; 2020-07-01 council accept in=GM0001",
            &[("2020-06-30", "submitted 2020-05-12"), ("2020-07-01", "accepted 2020-07-01")],
        )],
    ));
    assert_eq!(proposal, all_of(ProposalState::ALL.iter().map(|state| state.as_str())));

    let mut document = bare();
    record(&mut document, PLAN, "2019-12-19 council adopt");
    let mut priority = rows(
        &document,
        PRIORITY,
        &[
            (
                "",
                &[
                    ("2019-12-31", "proposed"),
                    ("2020-01-01", "active 2020-01-01"),
                    ("2024-01-01", "ended 2024-01-01"),
                ],
            ),
            (
                "2022-05-01 council instruct text=Doe!; 2022-06-01 council close",
                &[("2022-05-31", "active 2020-01-01"), ("2022-06-01", "closed 2022-06-01")],
            ),
        ],
    );
    record(&mut document, PLAN, "2021-05-01 council withdraw");
    priority.extend(rows(
        &document,
        PRIORITY,
        &[(
            "2021-01-01 council close",
            &[("2021-04-30", "closed 2021-01-01"), ("2021-05-01", "withdrawn 2021-05-01")],
        )],
    ));
    assert_eq!(priority, all_of(GoalState::ALL.iter().map(|state| state.as_str())));
}
