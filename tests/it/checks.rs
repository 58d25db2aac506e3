//! Rules of the check that differ by kind, each as a table.

use serde_json::{Value, json};
use veiligheidsplan::SafetyPlan;
use veiligheidsplan::entity::AreaLevel;

use crate::support::{BASE, codes, errors, id, put, take, tree};

/// The lists of parts and elements that state who may see them.
const LEVELLED: [&str; 15] = [
    "indicators",
    "figures",
    "frameworks",
    "partners",
    "areas",
    "analyses",
    "topics",
    "responsibilities",
    "executionPlans",
    "actions",
    "progress",
    "acuteIssues",
    "proposals",
    "decisions",
    "evaluations",
];

/// The places of what states a level, in a document and below.
fn levelled(value: &Value, at: &str, found: &mut Vec<String>) {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(object) => object.iter().map(|(key, value)| (format!("{at}/{key}"), value)).collect(),
        Value::Array(list) => {
            list.iter().enumerate().map(|(number, value)| (format!("{at}/{number}"), value)).collect()
        }
        _ => Vec::new(),
    };
    for (child, value) in children {
        let list = child.rsplit('/').nth(1).unwrap_or_default();
        if value.is_object() && LEVELLED.contains(&list) {
            found.push(child.clone());
        }
        levelled(value, &child, found);
    }
}

/// All is public but one, of which the level can't be read: whether others are too open can't be told.
#[test]
fn a_level_that_cannot_be_read_is_one_fault() {
    let mut document = tree(BASE);
    // Each kind that may be needed is the only one that something needs.
    put(&mut document, "/executionPlans/2/scope", json!([{"kind": "area", "id": id("/areas/1")}]));
    put(
        &mut document,
        "/executionPlans/0/actions/1/serves",
        json!([{"kind": "topic", "id": id("/topics/0")}]),
    );
    for (number, kind, at) in [(8, "framework", "/frameworks/0"), (9, "evaluation", "/evaluations/0")] {
        let clauses = json!([{"act": "takeNote", "object": {"kind": kind, "id": id(at)}}]);
        let decision = json!({
            "id": format!("1800000{number}-0000-4000-8000-000000000001"), "organ": "council", "date": "2021-04-01",
            "clauses": clauses,
        });
        put(&mut document, "/decisions/-", decision);
    }
    let figure = json!({"period": {"start": "2020-01-01", "end": "2020-12-31"}, "value": "9"});
    put(&mut document, "/indicators/1/figures", json!([figure]));
    let mut places = Vec::new();
    levelled(&document, "", &mut places);
    for at in &places {
        put(&mut document, &format!("{at}/disclosure"), "public");
    }
    assert_eq!(codes(&errors(&document.to_string())), []);
    let mut levels = 0;
    for at in places {
        let mut misspelt = document.clone();
        let level = take(&mut misspelt, &format!("{at}/disclosure"));
        put(&mut misspelt, &format!("{at}/disclosed"), level);
        assert_eq!(codes(&errors(&misspelt.to_string())), [("shape/unknown-key", at.clone())]);
        let at = format!("{at}/disclosure");
        let mut unread = document.clone();
        for (value, code) in [(json!("geheim"), "shape/unknown-value"), (json!(3), "shape/wrong-type")] {
            put(&mut unread, &at, value);
            assert_eq!(codes(&errors(&unread.to_string())), [(code, at.clone())], "{at}");
        }
        // Where it is read, what can't do without it may not be more open.
        put(&mut unread, &at, "confidential");
        let found = errors(&unread.to_string());
        assert!(found.iter().all(|one| one.code.as_str().starts_with("disclosure/")), "{at}: {found}");
        levels += usize::from(!found.is_empty());
    }
    assert!(levels > 10, "{levels} of them hold others back");
}

#[test]
fn an_element_states_the_level_that_is_written() {
    let plan = SafetyPlan::from_json(BASE).unwrap();
    let written = tree(BASE);
    for element in plan.elements() {
        let at = plan.place_of(element.id()).unwrap().to_string();
        let stated = element.stated_disclosure().map(|level| level.as_str());
        assert_eq!(stated, written.pointer(&at).unwrap()["disclosure"].as_str(), "{at}");
    }
}

/// Codes of Statistics Netherlands name municipalities, wijken and buurten, and nothing else.
#[test]
fn the_code_of_an_area_is_one_of_its_level() {
    for level in AreaLevel::ALL {
        for (code, of) in [
            ("GM0622", AreaLevel::Municipality),
            ("WK062201", AreaLevel::Wijk),
            ("BU06220103", AreaLevel::Buurt),
        ] {
            let mut document = tree(BASE);
            put(
                &mut document,
                "/areas/3",
                json!({
                    "id": "07000004-0000-4000-8000-000000000000", "name": "Plek", "level": level.as_str(), "cbsCode": code,
                }),
            );
            let wrong = (of != *level).then(|| ("area/level-code", "/areas/3/cbsCode".to_owned()));
            assert_eq!(
                codes(&errors(&document.to_string())),
                wrong.into_iter().collect::<Vec<_>>(),
                "{level} {code}"
            );
        }
    }
    let mut document = tree(BASE);
    put(
        &mut document,
        "/areas/3",
        json!({
            "id": "07000004-0000-4000-8000-000000000000", "name": "Plek", "cbsCode": "WK062201",
        }),
    );
    assert_eq!(codes(&errors(&document.to_string())), [], "a place of no level");
}

/// What can't be read names nothing, and nothing names it.
#[test]
fn ids_that_cannot_be_read_make_no_circle() {
    let mut document = tree(BASE);
    let action = "/executionPlans/0/actions/2";
    put(&mut document, &format!("{action}/id"), json!("?"));
    put(&mut document, &format!("{action}/dependsOn"), json!(["?"]));
    let expected = [format!("{action}/dependsOn/0"), format!("{action}/id")].map(|at| ("value/id", at));
    let mut found = codes(&errors(&document.to_string()));
    found.retain(|(code, _)| *code != "reference/unknown");
    found.sort();
    assert_eq!(found, expected);
}

/// On one day a thing can be seen and answered for, and a figure can be reported before its period is over.
#[test]
fn what_happens_on_the_first_day_possible_contradicts_nothing() {
    for (at, day) in
        [("/acuteIssues/0/accountedOn", "2020-09-14"), ("/indicators/0/figures/0/reportedOn", "2020-01-01")]
    {
        let mut document = tree(BASE);
        put(&mut document, at, day);
        assert_eq!(codes(&errors_of(&document)), [], "{at}");
    }
}

/// Of two extensions the later goes less far; where one can't be read whole, it may say something else.
#[test]
fn extensions_that_go_back_are_held_against_each_other_if_both_are_read() {
    let extension = |number: usize, date: &str, until: &str| {
        let object = json!({"kind": "plan", "id": id("")});
        json!({
            "id": format!("1800009{number}-0000-4000-8000-000000000001"), "organ": "council", "date": date,
            "clauses": [{"act": "extend", "object": object, "until": until}],
        })
    };
    let mut document = tree(BASE);
    put(&mut document, "/decisions/-", extension(1, "2021-02-01", "2025-12-31"));
    put(&mut document, "/decisions/-", extension(2, "2021-03-01", "2024-12-31"));
    let last = document["decisions"].as_array().unwrap().len() - 1;
    let place = format!("/decisions/{last}/clauses/0/until");
    assert_eq!(codes(&errors_of(&document)), [("decision/extension-backward", place)]);
    for number in [last - 1, last] {
        let mut unread = document.clone();
        put(&mut unread, &format!("/decisions/{number}/reference"), " ");
        let place = format!("/decisions/{number}/reference");
        assert_eq!(codes(&errors_of(&unread)), [("value/title", place)]);
    }
}

fn errors_of(document: &Value) -> veiligheidsplan::Findings {
    SafetyPlan::from_json(&document.to_string()).err().map(|one| one.into_errors()).unwrap_or_default()
}
