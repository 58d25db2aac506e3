//! Input that is deep, long or much costs no more than it should, and what is found stays within bounds.

use serde_json::{Value, json};
use veiligheidsplan::{Code, Limits};

use crate::hostile::{SMALL, only, refused, replaced, with};
use crate::support::{BASE, codes, errors, put, tree};

#[test]
fn nesting_without_meaning_costs_no_stack() {
    let arrays = "[".repeat(100_000) + &"]".repeat(100_000);
    let objects = "{\"a\":".repeat(100_000) + "1" + &"}".repeat(100_000);
    for deep in [&arrays, &objects] {
        let under = |key: &str| BASE.replacen('{', &format!("{{\"{key}\": {deep},"), 1);
        assert_eq!(only(&under("unknown")), ("shape/unknown-key", String::new()));
        // Under a known key, under one that comes again, and without an end.
        assert_eq!(only(&replaced("\"Samen veilig\"", deep)), ("shape/wrong-type", "/motto".to_owned()));
        let again = format!("\"Samen veilig\", \"motto\": {deep}");
        assert_eq!(only(&replaced("\"Samen veilig\"", &again)), ("shape/repeated-key", String::new()));
        let half = &deep[..deep.len() / 2];
        assert_eq!(only(&replaced("\"Samen veilig\"", half)).0, "text/not-json");
    }
    assert_eq!(only(&arrays), ("shape/wrong-type", String::new()));
    assert_eq!(refused(objects.as_bytes()).of(Code::ShapeUnknownKey).count(), 1);
}

/// The base document with pillars nested this deep below its first.
fn pillars(levels: usize) -> String {
    let pillar = |level| {
        format!(r#"{{"id": "97{level:06}-0000-4000-8000-000000000000", "title": "Trede", "pillars": ["#)
    };
    let nested = (0..levels).map(pillar).collect::<String>() + &"]}".repeat(levels);
    replaced("\"title\": \"Informatiepositie\",", "\"title\": \"Informatiepositie\", \"label\": \"trede\",")
        .replacen("\"label\": \"pijler\",\n", "", 1)
        .replacen("          \"pillars\": [", &format!("          \"pillars\": [{nested},"), 1)
}

#[test]
fn pillars_too_deep_are_found_once_and_far_too_deep_in_the_text() {
    assert_eq!(codes(&errors(&pillars(7))), []);
    for levels in [8, 9, 60] {
        let (code, at) = only(&pillars(levels));
        assert_eq!((code, at.matches("/pillars/").count()), ("pillar/too-deep", 9), "{levels}: {at}");
    }
    for levels in [70, 5_000] {
        assert_eq!(only(&pillars(levels)), ("text/too-deep", String::new()), "{levels}");
    }
}

#[test]
fn five_megabytes_where_a_word_belongs_are_quoted_short() {
    let long = "x".repeat(5 << 20);
    let key = BASE.replacen('{', &format!("{{\"{long}\": 1,"), 1);
    assert_eq!(only(&key), ("shape/unknown-key", String::new()));
    for (at, code) in [
        ("/title", "value/title"),
        ("/vision", "value/text"),
        ("/responsibilities/0/partner", "value/id"),
        ("/responsibilities/0/role", "shape/unknown-value"),
        ("/decisions/0/date", "value/date"),
        ("/topics/0/code", "value/code"),
        ("/formatVersion", "format/unknown-version"),
        ("/exemptions/0/code", "value/finding-code"),
    ] {
        assert_eq!(only(&with(at, long.as_str())), (code, at.to_owned()));
    }
}

#[test]
fn a_number_of_twenty_million_digits_is_read_past() {
    let digits = "7".repeat(20_000_000);
    let as_number = |number: &str| replaced("\"percent\": 40", &format!("\"percent\": {number}"));
    assert_eq!(only(&as_number(&digits)).0, "text/not-json");
    assert_eq!(only(&as_number(&format!("1e{digits}"))).0, "text/not-json");
    assert_eq!(only(&as_number(&format!("0.{digits}"))).0, "shape/not-an-integer");
    assert_eq!(only(&with("/indicators/0/baseline/value", digits)).0, "value/decimal");
}

/// Ten execution plans with a thousand actions each in a hundred areas that the plan doesn't have.
fn a_million_dangling_references() -> String {
    let id = |number: usize| format!("\"{number:08x}-0000-4000-8000-00000000000a\"");
    let areas = (0..100).map(|area| id(0x9900_0000 + area)).collect::<Vec<_>>().join(",");
    let principle = id(1);
    let action = |number| {
        format!(
            r#"{{"id":{},"title":"Actie","serves":[{{"kind":"principle","id":{principle}}}],"areas":[{areas}]}}"#,
            id(0x1500_0000 + number)
        )
    };
    let plans = (0..10).map(|plan| {
        let actions = (0..1_000).map(|number| action(1_000 * plan + number)).collect::<Vec<_>>().join(",");
        let id = id(0x1400_0000 + plan);
        let period = r#"{"start":"2020-01-01","end":"2020-12-31"}"#;
        format!(r#"{{"id":{id},"title":"Plan","period":{period},"actions":[{actions}]}}"#)
    });
    let plans = plans.collect::<Vec<_>>().join(",");
    let rest =
        format!(r#""principles":[{{"id":{principle},"title":"Integraal"}}],"executionPlans":[{plans}]"#);
    SMALL.replace("\"fictional\": true", &rest)
}

#[test]
fn of_a_million_dangling_references_ten_thousand_are_kept_and_the_rest_is_counted() {
    let found = refused(a_million_dangling_references().as_bytes());
    assert_eq!(found.len(), 10_000);
    assert!(found.iter().all(|finding| finding.code == Code::ReferenceUnknown));
    let [rest] = found.beyond() else { panic!("{:?}", found.beyond()) };
    assert_eq!((rest.code, rest.more, found.total()), (Code::ReferenceUnknown, 990_000, 1_000_000));
}

/// A plan of actions that depend on these others.
fn depending(on: impl Fn(usize) -> Vec<usize>, actions: usize) -> String {
    let mut document = tree(BASE);
    put(&mut document, "/executionPlans/1/actions", json!([]));
    let id = |number: usize| format!("96{number:06}-0000-4000-8000-000000000000");
    for number in 0..actions {
        let on: Vec<_> = on(number).into_iter().map(id).collect();
        let serves = json!([{"kind": "principle", "id": "03000001-0000-4000-8000-000000000000"}]);
        let action = json!({"id": id(number), "title": "Actie", "serves": serves, "dependsOn": on});
        put(&mut document, "/executionPlans/1/actions/-", action);
    }
    document.to_string()
}

/// Else a document of a megabyte holds circles of thousands of actions by the thousand.
#[test]
fn a_knot_of_circles_is_one_finding_however_it_is_tangled() {
    type Way = (usize, fn(usize) -> Vec<usize>);
    let ways: [Way; 4] = [
        (1, |_| vec![0]),
        (300, |number| vec![(number + 1) % 300]),
        (3, |number| (0..3).filter(|other| *other != number).collect()),
        (300, |number| if number < 299 { vec![number + 1, 0] } else { vec![0] }),
    ];
    for (actions, on) in ways {
        let (code, at) = only(&depending(on, actions));
        assert_eq!((code, at.as_str()), ("action/dependency-cycle", "/executionPlans/1/actions/0/dependsOn"));
    }
    // Two knots, one hanging from the other.
    let two = depending(|number| if number < 2 { vec![1 - number, 2] } else { vec![5 - number] }, 4);
    assert_eq!(codes(&errors(&two)).len(), 2);
}

#[test]
fn beyond_the_bound_of_findings_they_are_counted_by_code() {
    let mut document = tree(BASE);
    for number in 0..5 {
        put(&mut document, &format!("/partners/{number}/colour"), "blauw");
        put(&mut document, &format!("/areas/{number}/name"), "");
    }
    let rejected = Limits::default().with_findings(7).from_json(&document.to_string()).unwrap_err();
    let found = rejected.errors();
    // Keys are found while reading, values after it.
    assert_eq!(found.of(Code::ShapeUnknownKey).count(), 5);
    assert_eq!((found.len(), found.total()), (7, 10));
    assert_eq!((found.beyond()[0].code, found.beyond()[0].more), (Code::ValueTitle, 3));
    assert!(rejected.to_string().ends_with("and 9 more"), "{rejected}");
}

#[test]
fn the_bounds_of_size_and_lists_hold_to_the_byte_and_the_item() {
    let usual = Limits::default();
    assert!(usual.with_bytes(BASE.len()).from_json(BASE).is_ok());
    assert!(usual.with_list(8).from_json(BASE).is_ok());
    let rejected = usual.with_bytes(BASE.len() - 1).from_json_reader(BASE.as_bytes()).unwrap_err();
    assert!(rejected.to_string().contains("rejected"), "{rejected}");
    // A list that is too long is no reason to doubt what names its items.
    let found = usual.with_list(4).from_json(BASE).unwrap_err().into_errors();
    assert_eq!(
        codes(&found),
        ["/partners", "/areas", "/decisions"].map(|at| ("text/list-too-long", at.to_owned()))
    );
}

/// Work that grows with the square would take minutes here; the bound is the suite's own patience.
#[test]
fn many_references_to_an_id_that_many_bear_are_looked_up_one_by_one() {
    let id = "5f9619ff-8b86-4011-b42d-00c04fc964ff";
    let mut document = tree(BASE);
    let topics: Vec<Value> = (0..60_000).map(|_| json!({"id": id, "title": "Onderwerp"})).collect();
    document["topics"].as_array_mut().unwrap().extend(topics);
    document["partners"][0]["memberOf"] = vec![id; 60_000].into();
    let codes: std::collections::BTreeSet<&str> =
        errors(&document.to_string()).iter().map(|finding| finding.code.as_str()).collect();
    assert!(codes.contains("reference/wrong-kind") && codes.contains("element/duplicate-id"), "{codes:?}");
}
