//! Reading and writing are each other's inverse, through every door.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

use std::io;

use serde_json::json;
use sha2::{Digest, Sha256};
use veiligheidsplan::{Finding, Findings, Limits, PlanSet, ReadError, SafetyPlan, SafetyPlanDraft};

use crate::support::{BASE, DEMO, PLAN, codes, errors, put, spots, tree};

const DOCUMENTS: [(&str, &str); 3] = [("base", BASE), ("plan", PLAN), ("demonstration", DEMO)];

fn plan(text: &str) -> SafetyPlan {
    SafetyPlan::from_json(text).unwrap_or_else(|rejected| panic!("{rejected:#}"))
}

#[test]
fn writing_and_reading_again_gives_the_same_plan_and_the_same_bytes() {
    for (name, text) in DOCUMENTS {
        let read = plan(text);
        let written = read.to_json();
        let again = plan(&written);
        assert_eq!(again, read, "{name}");
        assert_eq!(again.to_json(), written, "{name}");
        // The written form is another notation of the same document: nothing is lost and nothing made up.
        assert_eq!(tree(&written), tree(text), "{name}");
        assert_eq!(plan(&read.to_json_line()), read, "{name}");
        assert!(!read.to_json_line().contains('\n') && written.ends_with("}\n"), "{name}");
    }
}

#[test]
fn the_written_form_has_the_keys_in_the_order_of_the_format_and_nothing_that_is_absent() {
    for (name, text) in DOCUMENTS {
        let written = plan(text).to_json();
        for absent in ["null", "[]", "{}", ": false", "\r", "\t"] {
            assert!(!written.contains(absent), "{name}: {absent}");
        }
    }
    // `null` and empty lists are read as absent.
    let mut document = tree(BASE);
    put(&mut document, "/topics/0/source", json!(null));
    put(&mut document, "/topics/0/fictional", false);
    put(&mut document, "/executionPlans/0/scope", json!([]));
    assert_eq!(plan(&document.to_string()).to_json(), BASE);
}

#[test]
fn slices_readers_and_plain_serde_read_the_same_plan() {
    for (name, text) in DOCUMENTS {
        let read = plan(text);
        assert_eq!(SafetyPlan::from_json_slice(text.as_bytes()).unwrap(), read, "{name}");
        assert_eq!(SafetyPlan::from_json_reader(text.as_bytes()).unwrap(), read, "{name}");
        assert_eq!(serde_json::from_str::<SafetyPlan>(text).unwrap(), read, "{name}");
        assert_eq!(serde_json::from_reader::<_, SafetyPlan>(text.as_bytes()).unwrap(), read, "{name}");
        assert_eq!(serde_json::from_value::<SafetyPlan>(tree(text)).unwrap(), read, "{name}");
        assert_eq!(serde_json::to_string(&read).unwrap(), read.to_json_line(), "{name}");
    }
}

/// Gives a little and then fails.
struct Broken<'a>(&'a [u8]);

impl io::Read for Broken<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.0.read(buffer)? {
            0 => Err(io::Error::other("the line is dead")),
            read => Ok(read),
        }
    }
}

#[test]
fn a_reader_that_fails_is_no_finding() {
    let failed = SafetyPlan::from_json_reader(Broken(&BASE.as_bytes()[..100])).unwrap_err();
    assert!(matches!(failed, ReadError::Io(_)), "{failed}");
}

#[test]
fn plain_serde_refuses_what_the_checker_refuses_in_the_same_words() {
    // A fault of shape, of a value and between elements.
    for (at, value) in [("/colour", "blauw"), ("/title", ""), ("/period/end", "2019-12-31")] {
        let mut document = tree(BASE);
        put(&mut document, at, value);
        let text = document.to_string();
        let found = errors(&text);
        let [finding] = found.as_slice() else { panic!("{found}") };
        let refused = serde_json::from_str::<SafetyPlan>(&text).unwrap_err().to_string();
        assert!(refused.contains(&finding.to_string()), "{refused}");
        assert_eq!(
            serde_json::from_value::<SafetyPlan>(document).unwrap_err().to_string(),
            finding.to_string()
        );
    }
}

#[test]
fn a_draft_holds_all_of_the_plan() {
    for (name, text) in DOCUMENTS {
        let read = plan(text);
        let draft = read.to_draft();
        assert_eq!(serde_json::from_str::<SafetyPlanDraft>(text).unwrap(), draft, "{name}");
        assert_eq!(serde_json::to_string(&draft).unwrap(), read.to_json_line(), "{name}");
        let checked = draft.check();
        assert!(checked.errors.is_empty(), "{name}");
        assert_eq!(checked.plan.as_ref(), Some(&read), "{name}");
        assert_eq!(SafetyPlan::try_from(draft.clone()).unwrap().to_draft(), draft, "{name}");
        assert_eq!(SafetyPlanDraft::from(&read), draft, "{name}");
    }
}

#[test]
fn a_draft_with_faults_is_read_written_and_refused_with_the_errors_of_its_text() {
    let mut document = tree(BASE);
    put(&mut document, "/period/end", "2019-12-31");
    put(&mut document, "/topics/0/id", "geen id");
    put(&mut document, "/executionPlans/0/actions/0/serves", json!([]));
    let draft: SafetyPlanDraft = serde_json::from_value(document.clone()).unwrap();
    assert_eq!(serde_json::to_value(&draft).unwrap(), document);
    let checked = draft.check();
    assert!(checked.plan.is_none());
    assert_eq!(checked.errors, errors(&document.to_string()));
    assert_eq!(checked.errors.len(), 3, "{:?}", codes(&checked.errors));
}

/// The same plan under ids of its own, throughout.
pub(crate) fn under_other_ids(text: &str) -> SafetyPlan {
    let mut document = tree(text);
    for spot in spots(&document.clone()) {
        if spot.name.is_some_and(|name| name.ends_with("Id")) {
            let id = document.pointer(&spot.at).unwrap().as_str().unwrap();
            // The nibble after the version, so that it stays a UUID.
            let other = if id.as_bytes()[15] == b'0' { "1" } else { "0" };
            let id = format!("{}{other}{}", &id[..15], &id[16..]);
            put(&mut document, &spot.at, id);
        }
    }
    plan(&document.to_string())
}

#[test]
fn a_set_is_written_one_plan_a_line_and_read_again() {
    let set = PlanSet::new([plan(PLAN), under_other_ids(DEMO), under_other_ids(BASE)]).unwrap();
    let written = set.to_ndjson();
    assert_eq!(written.lines().count(), 3);
    let again = PlanSet::from_ndjson(&written).unwrap();
    assert_eq!(again, set);
    assert_eq!(again.to_ndjson(), written);
    assert_eq!(PlanSet::from_ndjson_reader(written.as_bytes()).unwrap(), set);
    let windows = format!("\n{}\r\n", written.replace('\n', "\r\n \r\n"));
    assert_eq!(PlanSet::from_ndjson(&windows).unwrap(), set, "blank lines and line ends don't matter");
    assert_eq!(PlanSet::from_ndjson("").unwrap(), PlanSet::default());
}

#[test]
fn a_set_holds_one_version_of_a_plan() {
    let rejected = PlanSet::new([plan(PLAN), plan(DEMO)]).unwrap_err();
    assert_eq!(codes(rejected.errors()), [("set/plan-repeated", "/1/id".to_owned())]);
}

#[test]
fn every_fault_of_every_line_is_found_with_its_line() {
    let mut faulty = tree(BASE);
    put(&mut faulty, "/title", "");
    put(&mut faulty, "/period/end", "2019-12-31");
    let text = format!("{}\n\n{faulty}\n{{\n", plan(PLAN).to_json_line());
    let rejected = PlanSet::from_ndjson(&text).unwrap_err();
    let found: Vec<_> =
        rejected.errors().iter().map(|one| (one.code.as_str(), one.place.to_string(), one.line)).collect();
    let expected = [
        ("value/title", "/1/title", Some(3)),
        ("plan/period-reversed", "/1/period", Some(3)),
        ("text/not-json", "/2", Some(4)),
    ];
    assert_eq!(found, expected.map(|(code, at, line)| (code, at.to_owned(), line)));
}

#[test]
fn a_line_that_is_no_text_is_a_fault_of_that_line() {
    let good = plan(PLAN).to_json_line();
    let bytes = [good.as_bytes(), b"\n{\n\n{\"title\": \"\xff\"}\n"].concat();
    let rejected = Limits::default().set_from_ndjson(&bytes).unwrap_err();
    let found = |found: &Findings| {
        let told = |one: &Finding| (one.code.as_str(), one.place.to_string(), one.line.zip(one.column));
        found.iter().map(told).collect::<Vec<_>>()
    };
    let expected = [("text/not-json", "/1", Some((2, 1))), ("text/not-utf8", "/2", Some((4, 12)))];
    let expected = expected.map(|(code, at, line)| (code, at.to_owned(), line));
    assert_eq!(found(rejected.errors()), expected);
    // Through a reader it is the same.
    let ReadError::Rejected(rejected) = PlanSet::from_ndjson_reader(bytes.as_slice()).unwrap_err() else {
        panic!("the reader itself doesn't fail");
    };
    assert_eq!(found(rejected.errors()), expected);
}

#[test]
fn what_a_line_has_beyond_the_bound_of_findings_is_counted() {
    let mut faulty = tree(BASE);
    for at in ["/title", "/motto", "/vision"] {
        put(&mut faulty, at, "");
    }
    let limits = Limits::default().with_findings(2);
    assert_eq!(limits.from_json(&faulty.to_string()).unwrap_err().errors().total(), 3);
    let rejected = limits.set_from_ndjson(format!("{faulty}\n{faulty}\n").as_bytes()).unwrap_err();
    assert_eq!((rejected.errors().len(), rejected.errors().total()), (2, 6), "{rejected:#}");
}

#[test]
fn the_plan_and_the_demonstration_have_one_strategic_part() {
    let (plan, demonstration) = (plan(PLAN), plan(DEMO));
    assert_eq!(plan.id(), demonstration.id());
    assert_eq!(plan.strategic_json(), demonstration.strategic_json());
    assert_eq!(plan.digest(), demonstration.digest());
    assert_ne!(plan, demonstration);
}

#[test]
fn the_digest_is_sha_256_of_the_strategic_part_with_its_keys_sorted() {
    for (name, text) in DOCUMENTS {
        let read = plan(text);
        let strategic = read.strategic_json();
        let hash = Sha256::digest(strategic.as_bytes()).map(|byte| format!("{byte:02x}"));
        assert_eq!(read.digest().as_str(), hash.as_slice().concat(), "{name}");
        // A tree sorts its keys and is written without white space.
        assert_eq!(tree(&strategic).to_string(), strategic, "{name}");
    }
}

#[test]
fn a_refused_draft_and_the_plans_of_a_refused_set_are_given_back() {
    let mut draft = plan(PLAN).to_draft();
    draft.vision = Some(String::new());
    let refused = SafetyPlan::try_from(draft.clone()).unwrap_err();
    assert_eq!(refused.into_draft(), Some(draft));
    let twice = vec![plan(PLAN), plan(DEMO)];
    assert_eq!(PlanSet::new(twice.clone()).unwrap_err().into_plans(), twice);
}
