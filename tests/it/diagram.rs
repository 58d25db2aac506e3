//! Diagrams as text: what they show, and that no title makes them malformed.

use std::sync::LazyLock;

use expect_test::{expect, expect_file};
use proptest::prelude::*;
use regex_lite::Regex;
use serde_json::json;
use veiligheidsplan::analysis::{CoveragePolicy, coverage};
use veiligheidsplan::export::{DiagramFormat, coverage_diagram, neighbourhood_diagram, thread_diagram};
use veiligheidsplan::trace::{LinkBasis, Neighbourhood, ThreadReport, Trace, TraceError, Way};
use veiligheidsplan::{Element, ElementId, Language, SafetyPlan};

use crate::support::{BASE, DEMO, day, id as id_at, put, tree};

fn demo() -> (SafetyPlan, Trace) {
    let plan = SafetyPlan::from_json(DEMO).unwrap();
    let trace = Trace::of(&plan, day("2021-09-01"));
    (plan, trace)
}

fn id(plan: &SafetyPlan, code: &str) -> ElementId {
    plan.coded(code).next().unwrap().id()
}

fn up(code: &str) -> ThreadReport {
    let (plan, trace) = demo();
    trace.report(id(&plan, code), Way::Up).unwrap()
}

#[test]
fn a_thread_goes_up_and_ends_in_a_note() {
    let report = up("2020-A16");
    expect![[r#"
        flowchart BT
          n0["actie 2020-A16: Samenwerking verkennen met makelaars en notarissen over vastgoedsignalen"]
          n1["pijler P1.4: Het vergroten van de maatschappelijke weerbaarheid"]
          n2["prioriteit P1: Een weerbare stad en organisatie tegen ondermijning"]
          n3["doelstelling P1.D: In samenwerking met partners, ondernemers en inwoners verder terugdringen van on…"]
          n4(["het plan vermeldt geen verdere koppeling"])
          n5["pijler P1.1: Het versterken van de informatiepositie"]
          n0 -->|"dient"| n1
          n1 -->|"is deel van"| n2
          n2 -->|"streeft na"| n3
          n3 -.-> n4
          n0 -->|"dient"| n5
          n5 -->|"is deel van"| n2
    "#]].assert_eq(&thread_diagram(&report, DiagramFormat::Mermaid, Language::Dutch));
    expect![[r#"
        digraph {
          rankdir=BT;
          node [shape=box];
          n0 [label="action 2020-A16: Samenwerking verkennen met makelaars en notarissen over vastgoedsignalen"];
          n1 [label="pillar P1.4: Het vergroten van de maatschappelijke weerbaarheid"];
          n2 [label="priority P1: Een weerbare stad en organisatie tegen ondermijning"];
          n3 [label="objective P1.D: In samenwerking met partners, ondernemers en inwoners verder terugdringen van on…"];
          n4 [label="the plan states no further link", shape=note];
          n5 [label="pillar P1.1: Het versterken van de informatiepositie"];
          n0 -> n1 [label="serves"];
          n1 -> n2 [label="is part of"];
          n2 -> n3 [label="pursues"];
          n3 -> n4 [label="", style=dashed];
          n0 -> n5 [label="serves"];
          n5 -> n2 [label="is part of"];
        }
    "#]].assert_eq(&thread_diagram(&report, DiagramFormat::Dot, Language::English));
}

#[test]
fn down_and_up_draw_the_same_links() {
    let (plan, trace) = demo();
    let edges = |text: &str| text.lines().filter(|line| line.contains("-->")).count();
    let down = trace.report(id(&plan, "P1.1"), Way::Down).unwrap();
    let text = thread_diagram(&down, DiagramFormat::Mermaid, Language::Dutch);
    assert_eq!(edges(&text), 10, "each action serves the pillar");
    assert!(text.contains("n1 -->|\"dient\"| n0"), "links lead from what states them\n{text}");
}

#[test]
fn coverage_shows_how_far_each_goal_is() {
    let (plan, trace) = demo();
    let report = coverage(&trace, plan.id(), &CoveragePolicy::default().in_year(2021)).unwrap();
    let text = coverage_diagram(&report, DiagramFormat::Mermaid, Language::Dutch);
    expect_file!["goldens/coverage.mmd"].assert_eq(&text);
    well_formed(&text);
    let dot = coverage_diagram(&report, DiagramFormat::Dot, Language::English);
    assert!(well_formed_dot(&dot), "{dot}");
}

#[test]
fn the_vision_and_powers_are_drawn_though_they_are_no_elements() {
    let plan = SafetyPlan::from_json(BASE).unwrap();
    let trace = Trace::of(&plan, day("2021-09-01"));
    let up = trace.report(plan.objectives()[0].id(), Way::Up).unwrap();
    expect![[r#"
        flowchart BT
          n0["objective H: In 2023 is de stad veiliger."]
          n1["vision: Een stad waar iedereen veilig is."]
          n0 -->|"fulfils"| n1
    "#]]
    .assert_eq(&thread_diagram(&up, DiagramFormat::Mermaid, Language::English));
    let pillar = plan.priorities()[0].pillars()[0].id();
    let around = trace.neighbourhood(pillar, 1, 100).unwrap();
    expect![[r#"
        digraph {
          rankdir=BT;
          node [shape=box];
          n0 [label="pijler P1.1: Informatiepositie"];
          n1 [label="prioriteit P1: Een weerbare stad"];
          n2 [label="onderdeel van een beleidskader K1.1: Ondermijning"];
          n3 [label="evaluatie: Evaluatie 2020"];
          n4 [label="bevinding van een evaluatie E1: Partners willen eerder meedoen"];
          n5 [label="onderwerp T1: Mensenhandel"];
          n6 [label="partner TV: Team Veiligheid"];
          n7 [label="bevoegdheid bibob: Bibob-toets"];
          n8 [label="actie A1: Adrescontroles"];
          n9 [label="actie B1: Adrescontroles voortzetten"];
          n10 [label="pijler P1.1.1: Adresgegevens"];
          n0 -> n1 [label="is deel van"];
          n0 -> n2 [label="geeft antwoord op"];
          n0 -> n3 [label="rust op"];
          n0 -> n4 [label="rust op"];
          n0 -> n5 [label="raakt ook"];
          n0 -> n6 [label="wordt getrokken door"];
          n0 -> n7 [label="gebruikt"];
          n8 -> n0 [label="dient"];
          n9 -> n0 [label="dient"];
          n10 -> n0 [label="is deel van"];
        }
    "#]]
    .assert_eq(&neighbourhood_diagram(&around, DiagramFormat::Dot, Language::Dutch));
}

/// A theme that is closed is judged for no later year, and what is accepted knowingly is exempt.
#[test]
fn what_is_exempt_or_not_applicable_has_a_colour_of_its_own() {
    let mut document = tree(BASE);
    let exempt = json!({"kind": "pillar", "id": id_at("/priorities/0/pillars/0/pillars/0")});
    put(
        &mut document,
        "/exemptions/1",
        json!({"code": "pillar/no-action", "subject": exempt, "reason": "Later"}),
    );
    let closed = json!([{"act": "close", "object": {"kind": "theme", "id": id_at("/themes/0")}}]);
    let decision = json!({"id": "18000009-0000-4000-8000-000000000000", "organ": "council", "date": "2020-06-01", "clauses": closed});
    put(&mut document, "/decisions/-", decision);
    let plan = SafetyPlan::from_json(&document.to_string()).unwrap();
    let trace = Trace::of(&plan, day("2021-09-01"));
    let report = coverage(&trace, plan.id(), &CoveragePolicy::default().in_year(2021)).unwrap();
    let text = coverage_diagram(&report, DiagramFormat::Mermaid, Language::English);
    well_formed(&text);
    expect![[r#"
        flowchart BT
          n0["objective H: In 2023 is de stad veiliger.<br/>covered: 2 of 2"]:::covered
          n1["objective S1: In 2023 is samenwerking vanzelfsprekend.<br/>covered: 2 of 2"]:::covered
          n2["priority P1: Een weerbare stad<br/>partly covered: 1 of 3"]:::partly
          n3["objective P1.D: Ondermijning terugdringen<br/>covered: 1 of 3"]:::covered
          n4["pillar P1.1: Informatiepositie<br/>partly covered: 1 of 2"]:::partly
          n5["pillar P1.1.1: Adresgegevens<br/>exempt: 0 of 0"]:::exempt
          n6["pillar P1.2: Verstoren<br/>covered: 1 of 2"]:::covered
          n7["theme T1: Veilige evenementen<br/>not applicable: 2 of 2"]:::notApplicable
          n8["objective: Evenementen verlopen veilig<br/>not applicable: 2 of 2"]:::notApplicable
          n9["pillar: Vergunningen<br/>not applicable: 0 of 0"]:::notApplicable
          n1 --> n0
          n3 --> n2
          n4 --> n2
          n5 --> n4
          n6 --> n2
          n8 --> n7
          n9 --> n7
          classDef covered fill:#b7e1cd,color:#000000
          classDef partly fill:#fce8b2,color:#000000
          classDef exempt fill:#cfe2f3,color:#000000
          classDef notApplicable fill:#eeeeee,color:#000000
    "#]]
    .assert_eq(&text);
    assert!(well_formed_dot(&coverage_diagram(&report, DiagramFormat::Dot, Language::Dutch)));
}

#[test]
fn a_neighbourhood_has_what_an_element_names_and_what_names_it() {
    let (plan, trace) = demo();
    let around = trace.neighbourhood(id(&plan, "2020-A16"), 1, 100).unwrap();
    expect![[r#"
        flowchart BT
          n0["actie 2020-A16: Samenwerking verkennen met makelaars en notarissen over vastgoedsignalen"]
          n1["pijler P1.1: Het versterken van de informatiepositie"]
          n2["pijler P1.4: Het vergroten van de maatschappelijke weerbaarheid"]
          n3["uitvoeringsplan UP-2020: Uitvoeringsplan veiligheid 2020"]
          n4["partner ondernemers: Ondernemers"]
          n5["partner riec: Regionaal Informatie en Expertise Centrum #40;RIEC#41;"]
          n6["partner belastingdienst: Belastingdienst"]
          n0 -->|"dient"| n1
          n0 -->|"dient"| n2
          n0 -->|"staat in"| n3
          n0 -->|"betrekt"| n4
          n0 -->|"betrekt"| n5
          n0 -->|"betrekt"| n6
    "#]]
    .assert_eq(&neighbourhood_diagram(&around, DiagramFormat::Mermaid, Language::Dutch));
    let far = trace.neighbourhood(id(&plan, "2020-A16"), 2, 1_000).unwrap();
    assert!(far.nodes.len() > around.nodes.len() && far.more == 0);
    let few = trace.neighbourhood(id(&plan, "2020-A16"), 2, 5).unwrap();
    assert_eq!(few.nodes.len(), 5);
    assert!(few.more > 0);
    let text = neighbourhood_diagram(&few, DiagramFormat::Dot, Language::English);
    assert!(text.contains("and more: "), "{text}");
    let nobody = veiligheidsplan::id::ActionId::derive(plan.id(), "nobody");
    assert_eq!(trace.neighbourhood(nobody, 1, 9), Err(TraceError::Unknown(nobody.into_uuid())));
}

/// Every link of an element one link far is in the neighbourhood of what lies at the other end.
#[test]
fn links_are_met_from_both_ends() {
    let (plan, trace) = demo();
    let links = |around: &Neighbourhood| -> Vec<(String, String, &'static str)> {
        let name = |at: usize| format!("{} {}", around.nodes[at].kind, around.nodes[at].id);
        around.links.iter().map(|one| (name(one.from), name(one.to), one.link.as_str())).collect()
    };
    let all = |element: Element<'_>| trace.neighbourhood(element.id(), 1, 1_000).unwrap();
    for element in plan.elements() {
        let own = all(element);
        let from_here = links(&own);
        for node in own.nodes.iter().skip(1).filter(|node| node.kind != "vision" && node.kind != "power") {
            let there = links(&all(plan.element(node.id).unwrap()));
            let other = format!("{} {}", node.kind, node.id);
            for link in from_here.iter().filter(|(from, to, _)| *from == other || *to == other) {
                assert!(there.contains(link), "{link:?}");
            }
        }
    }
}

/// The labels of a Mermaid flowchart in which every line is one of a few forms.
fn well_formed(text: &str) -> Vec<String> {
    let node = Regex::new(
        r#"^  n[0-9]+(\["([^"\[\]{}()|`\\%;<>]|<br/>|#[0-9]+;)*"\]|\(\["([^"\[\]{}()|`\\%;<>]|#[0-9]+;)*"\]\))(:::[a-zA-Z]+)?$"#,
    );
    let node = node.unwrap();
    let edge =
        Regex::new(r#"^  n[0-9]+ (-->|-\.->)(\|"([^"\[\]{}()|`\\%;<>]|#[0-9]+;)*"\|)? n[0-9]+$"#).unwrap();
    let class = Regex::new("^  classDef [a-zA-Z]+ fill:#[0-9a-f]{6},color:#[0-9a-f]{6}$").unwrap();
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("flowchart BT"));
    for line in lines.clone() {
        assert!(node.is_match(line) || edge.is_match(line) || class.is_match(line), "{line:?}");
    }
    lines.filter(|line| node.is_match(line)).map(str::to_owned).collect()
}

/// Whether the text is a graph in DOT: quotes closed on their line, and outside them only what the grammar knows.
fn well_formed_dot(text: &str) -> bool {
    let statement = Regex::new(
        r#"^  (rankdir=BT|node \[shape=box\]|n[0-9]+( -> n[0-9]+)? \[label="([^"\\]|\\["\\n])*"(, (shape|style)=[a-z]+)*(, fillcolor="[#0-9a-f]+")?\]);$"#,
    )
    .unwrap();
    let Some(inner) = text.strip_prefix("digraph {\n").and_then(|text| text.strip_suffix("}\n")) else {
        return false;
    };
    inner.lines().all(|line| statement.is_match(line))
}

/// Titles with whatever a diagram could take for a mark of its own.
fn titles() -> impl Strategy<Value = String> {
    let nasty = proptest::sample::select(vec![
        "\"", "\\", "]", "[", "`", "\n", "\r\n", "\u{202e}", "\u{2066}", "\u{200f}", "\u{2028}", "|", "-->",
        "%%{init", "}%%", "end", "<br/>", "<script>", "#quot;", "&amp;", ";", "\u{0}", "\u{7f}", "é", "👮",
        " ",
    ]);
    prop_oneof![any::<String>(), proptest::collection::vec(nasty, 0..12).prop_map(|parts| parts.concat())]
}

proptest! {
    #[test]
    fn any_title_gives_a_well_formed_diagram(title in titles(), code in titles()) {
        static REPORT: LazyLock<ThreadReport> = LazyLock::new(|| up("2020-A16"));
        let mut report = REPORT.clone();
        for node in report.threads.iter_mut().flat_map(|thread| &mut thread.steps) {
            node.node.title.clone_from(&title);
            node.node.code = Some(code.clone());
            node.basis = Some(LinkBasis::Read);
        }
        report.from.title.clone_from(&title);
        report.more = 3;
        for language in [Language::Dutch, Language::English] {
            let mermaid = thread_diagram(&report, DiagramFormat::Mermaid, language);
            let labels = well_formed(&mermaid);
            let dot = thread_diagram(&report, DiagramFormat::Dot, language);
            prop_assert!(well_formed_dot(&dot), "{}", dot);
            for text in [&mermaid, &dot] {
                let hidden = |c: char| c.is_control() && c != '\n' || ('\u{202a}'..='\u{202e}').contains(&c)
                    || ('\u{2066}'..='\u{2069}').contains(&c) || c == '\u{2028}';
                prop_assert!(!text.contains(hidden));
            }
            // As many elements as without the title: nothing of it became a node of its own.
            prop_assert_eq!(labels.len(), well_formed(&thread_diagram(&REPORT, DiagramFormat::Mermaid, language)).len() + 1);
            prop_assert_eq!(thread_diagram(&report, DiagramFormat::Dot, language), dot);
        }
    }
}
