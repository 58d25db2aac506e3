//! The examples keep their face: what they print, and how they exit.

use std::process::{Command, Output};

use expect_test::expect_file;
use serde_json::Value;

const PLAN: &str = "data/vlaardingen-2020-2023.plan.json";
const DEMO: &str = "data/vlaardingen-2020-2023.demo.plan.json";

fn run(example: &str, words: &[&str]) -> Output {
    Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--example", example, "--"])
        .args(words)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap()
}

fn text(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A document of the test, in the folder for temporary files.
fn document(name: &str, bytes: &[u8]) -> String {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn the_tour_tells_what_it_told() {
    let output = run("vlaardingen", &[]);
    assert!(output.status.success());
    expect_file!["goldens/vlaardingen.txt"].assert_eq(&text(&output));
}

#[test]
fn a_plan_built_in_code_tells_what_it_told() {
    let output = run("build_in_code", &[]);
    assert!(output.status.success());
    expect_file!["goldens/build_in_code.txt"].assert_eq(&text(&output));
}

#[test]
fn the_cycle_tells_a_life_with_steps_that_are_refused() {
    let output = run("cycle", &[]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let told = text(&output);
    expect_file!["goldens/cycle.txt"].assert_eq(&told);
    assert!(told.lines().filter(|line| line.starts_with("refused")).count() >= 5);
    let dutch = run("cycle", &["--lang", "nl"]);
    assert_eq!(dutch.status.code(), Some(0));
    let (told, dutch) = (told.lines().count(), text(&dutch));
    assert_eq!(dutch.lines().count(), told, "the same story in Dutch");
    assert!(dutch.contains("plan: in concept -> voorgelegd (IVP-2020-2023)"), "{dutch}");
    for words in [vec!["--lang"], vec!["--lang", "fr"], vec!["--loud"]] {
        assert_eq!(run("cycle", &words).status.code(), Some(2), "{words:?}");
    }
}

#[test]
fn a_host_embeds_a_plan() {
    assert!(run("embed", &[]).status.success());
}

#[test]
fn check_prints_one_line_per_finding_and_exits_0_without_errors() {
    let output = run("check", &[PLAN]);
    assert_eq!(output.status.code(), Some(0));
    for line in text(&output).lines() {
        let words: Vec<&str> = line.splitn(4, ' ').collect();
        assert_eq!(words[0], "advice", "{line}");
        assert!(words[1].contains('/') && words[2].starts_with('/') && !words[3].is_empty(), "{line}");
    }
    let findings = json(&run("check", &[PLAN, "--json"]))["findings"].clone();
    assert_eq!(findings.as_array().unwrap().len(), text(&output).lines().count());
    for finding in findings.as_array().unwrap() {
        for key in ["code", "severity", "place", "message", "messageNl"] {
            assert!(finding[key].is_string(), "{key} of {finding}");
        }
    }
}

#[test]
fn check_judges_as_of_the_day_it_is_given_or_else_the_latest_fact() {
    let years = |words: &[&str]| {
        let text = text(&run("check", words));
        text.lines().filter(|line| line.contains("plan/year-without-execution-plan")).count()
    };
    assert_eq!(years(&[PLAN]), 1, "without facts: the start of the period");
    assert_eq!(years(&[PLAN, "--as-of", "2023-01-01"]), 4);
    assert_eq!(years(&[DEMO]), 0, "the latest fact lies in 2021");
    assert_eq!(years(&[DEMO, "--as-of", "2022-06-01"]), 1);
}

#[test]
fn check_exits_1_with_errors_also_where_the_text_is_none() {
    let plan = std::fs::read_to_string(PLAN).unwrap();
    for (name, bytes, code) in [
        (
            "reversed.json",
            plan.replace("\"end\": \"2023-12-31\"", "\"end\": \"2019-12-31\"").into_bytes(),
            "plan/period-reversed",
        ),
        ("cut.json", plan.as_bytes()[..plan.len() / 2].to_vec(), "text/not-json"),
        ("latin.json", [b"{\"title\": \"".as_slice(), &[0xE9], b"\"}"].concat(), "text/not-utf8"),
        ("empty.json", Vec::new(), "text/not-json"),
    ] {
        let file = document(name, &bytes);
        let output = run("check", &[&file]);
        assert_eq!(output.status.code(), Some(1), "{name}");
        assert!(text(&output).starts_with(&format!("error {code} ")), "{name}: {}", text(&output));
        let findings = json(&run("check", &[&file, "--json"]))["findings"].clone();
        assert_eq!(findings[0]["code"], code);
        assert_eq!(findings[0]["severity"], "error");
    }
}

#[test]
fn check_exits_2_when_the_file_is_not_there_or_the_call_is_wrong() {
    for words in [
        vec![],
        vec!["nowhere.json"],
        vec![PLAN, "--as-of", "yesterday"],
        vec![PLAN, "--loud"],
        vec![PLAN, PLAN],
    ] {
        assert_eq!(run("check", &words).status.code(), Some(2), "{words:?}");
    }
}

#[test]
fn schema_gives_every_schema_that_it_lists() {
    let list = text(&run("schema", &["--list"]));
    for name in list.lines().map(|line| line.split(':').next().unwrap()) {
        let shown = json(&run("schema", &[name]));
        assert!(shown.get("$schema").is_some() || shown.get("openapi").is_some(), "{name}");
    }
    assert_eq!(run("schema", &[]).stdout, run("schema", &["safety-plan"]).stdout);
    assert_eq!(run("schema", &["nothing"]).status.code(), Some(2));
}

#[test]
fn trace_follows_a_code_an_id_or_the_vision_up_and_down() {
    let up = json(&run("trace", &[DEMO, "--from", "2020-A07", "--json"]));
    assert_eq!(up[0]["threads"][0]["end"], "noStatedLink");
    assert_eq!(up[0]["threads"][0]["unreached"][0]["section"], "2.2");
    let id = up[0]["from"]["id"].as_str().unwrap();
    assert_eq!(json(&run("trace", &[DEMO, "--from", id, "--json"])), up);
    let down = json(&run("trace", &[DEMO, "--from", "visie", "--down", "--json"]));
    assert_eq!(down[0]["from"]["kind"], "vision");
    let dutch = text(&run("trace", &[DEMO, "--from", "2020-A44", "--lang", "nl"]));
    assert!(dutch.contains("dient thema R7") && dutch.contains("eindigt bij een thema"), "{dutch}");
    assert_eq!(run("trace", &[DEMO, "--from", "nobody"]).status.code(), Some(1));
    assert_eq!(run("trace", &[DEMO]).status.code(), Some(2));
}

#[test]
fn diff_prints_what_differs_and_gives_the_changes() {
    let written = std::fs::read_to_string(DEMO).unwrap();
    let mut other: Value = serde_json::from_str(&written).unwrap();
    other["priorities"][0]["title"] = "Een andere naam".into();
    let actions = other["executionPlans"][0]["actions"].as_array_mut().unwrap();
    let unnamed = |action: &Value| written.matches(action["id"].as_str().unwrap()).count() == 1;
    let action = actions.remove(actions.iter().position(unnamed).unwrap());
    let other = document("other.json", other.to_string().as_bytes());
    let dutch = text(&run("diff", &[DEMO, &other, "--lang", "nl"]));
    assert!(dutch.contains("Hernoemd\n- prioriteit P1 \"Een andere naam\"; was "), "{dutch}");
    assert!(dutch.contains(&format!("Vervallen\n- actie {}", action["code"].as_str().unwrap())), "{dutch}");
    let both = json(&run("diff", &[DEMO, &other, "--json"]));
    assert_eq!(both["comparison"]["counts"]["removed"], 1);
    assert_eq!(both["comparison"]["strategic"]["changed"], true);
    let ops: Vec<&Value> = both["changes"].as_array().unwrap().iter().map(|change| &change["op"]).collect();
    assert_eq!(ops, ["remove", "replace"]);
    let same = run("diff", &[DEMO, DEMO]);
    assert_eq!(same.status.code(), Some(0));
    assert!(text(&same).contains("No element differs."));
    let broken = document("broken.json", b"{}");
    assert_eq!(run("diff", &[DEMO, &broken]).status.code(), Some(1));
    for words in [vec![DEMO], vec![DEMO, "nowhere.json"], vec![DEMO, DEMO, DEMO], vec![DEMO, DEMO, "--loud"]]
    {
        assert_eq!(run("diff", &words).status.code(), Some(2), "{words:?}");
    }
}

#[test]
fn agenda_lists_what_falls_due_and_takes_days_only() {
    let window = ["--from", "2021-01-01", "--to", "2021-12-31"];
    let call = |words: &[&str]| run("agenda", &[&[DEMO][..], &window, words].concat());
    let dutch = call(&["--lang", "nl"]);
    assert_eq!(dutch.status.code(), Some(0));
    expect_file!["goldens/agenda.txt"].assert_eq(&text(&dutch));
    assert_eq!(json(&call(&["--json"]))["items"][0]["overdue"], true);
    assert!(text(&call(&["--markdown"])).starts_with("# Agenda 2021-01-01 up to and including 2021-12-31\n"));
    for words in [
        vec![DEMO],
        vec![DEMO, "--from", "2021-01-01"],
        vec![DEMO, "--from", "yesterday", "--to", "2021-12-31"],
        vec![DEMO, "--from", "2021-01-02", "--to", "2021-01-01"],
        vec!["nowhere.json", "--from", "2021-01-01", "--to", "2021-12-31"],
    ] {
        assert_eq!(run("agenda", &words).status.code(), Some(2), "{words:?}");
    }
    let cut = document("agenda-cut.json", b"{");
    assert_eq!(run("agenda", &[&[cut.as_str()][..], &window].concat()).status.code(), Some(1));
}

#[test]
fn coverage_tells_of_each_goal_and_draws_it() {
    let call = |words: &[&str]| run("coverage", &[&[DEMO, "--as-of", "2021-09-01"][..], words].concat());
    let dutch = text(&call(&["--year", "2021", "--lang", "nl"]));
    assert!(dutch.contains("thema R8") && dutch.contains("niet gedekt; geen actie"), "{dutch}");
    let report = json(&call(&["--year", "2021", "--lead", "--money", "--read", "--json"]));
    assert_eq!(report["policy"]["year"], 2021);
    assert_eq!(report["goals"][0]["state"], "unlinked");
    assert!(text(&call(&["--markdown"])).starts_with("# Coverage: plan"));
    assert!(text(&call(&["--mermaid"])).starts_with("flowchart BT\n"));
    assert!(text(&call(&["--dot"])).starts_with("digraph {\n"));
    assert_eq!(run("coverage", &[PLAN]).status.code(), Some(0));
    let cut = document("coverage-cut.json", b"{");
    assert_eq!(run("coverage", &[&cut]).status.code(), Some(1));
    for words in [vec![], vec!["nowhere.json"], vec![DEMO, "--year", "soon"], vec![DEMO, "--json", "--dot"]] {
        assert_eq!(run("coverage", &words).status.code(), Some(2), "{words:?}");
    }
}

#[test]
fn impact_tells_what_is_lost_and_who_is_a_single_point() {
    let call = |words: &[&str]| run("impact", &[&[DEMO, "--as-of", "2021-09-01"][..], words].concat());
    let dutch = text(&call(&["--partner", "politie", "--lang", "nl"]));
    assert!(dutch.starts_with("Wat wegvalt zonder partner politie \"Politie\"\n"), "{dutch}");
    assert_eq!(json(&call(&["--partner", "politie", "--json"]))["withoutLead"]["total"], 3);
    assert_eq!(
        json(&call(&["--partner", "politie", "--open", "--members", "--json"]))["withoutLead"]["total"],
        1
    );
    assert_eq!(json(&call(&["--priority", "P2", "--json"]))["leaving"]["code"], "P2");
    assert_eq!(json(&call(&["--action", "2020-A01", "--json"]))["leaving"]["kind"], "action");
    assert_eq!(json(&call(&["--json"]))["partners"][0]["partner"]["code"], "team-vth");
    assert_eq!(call(&["--partner", "nobody"]).status.code(), Some(1));
    assert_eq!(call(&["--partner", "P1"]).status.code(), Some(1), "a priority is no partner");
    for words in [vec![], vec!["nowhere.json"], vec![DEMO, "--partner"], vec![DEMO, DEMO]] {
        assert_eq!(run("impact", &words).status.code(), Some(2), "{words:?}");
    }
}

#[test]
fn matrix_tells_who_does_what_and_how_much() {
    let call = |words: &[&str]| run("matrix", &[&[DEMO, "--as-of", "2021-09-01"][..], words].concat());
    let dutch = text(&call(&["--lang", "nl"]));
    assert!(
        dutch.contains("prioriteit P1 \"Een weerbare stad en organisatie tegen ondermijning\": 31 acties"),
        "{dutch}"
    );
    let years = json(&call(&["--level", "year", "--json"]));
    assert_eq!(years["columns"][0]["year"], 2020);
    assert!(text(&call(&["--workload", "--markdown"])).starts_with("# Workload: plan"));
    assert_eq!(json(&call(&["--workload", "--json"]))["day"], "2021-09-01");
    let cut = document("matrix-cut.json", b"{");
    assert_eq!(run("matrix", &[&cut]).status.code(), Some(1));
    for words in [vec![], vec!["nowhere.json"], vec![DEMO, "--level", "street"], vec![DEMO, "--loud"]] {
        assert_eq!(run("matrix", &words).status.code(), Some(2), "{words:?}");
    }
}

#[test]
fn query_finds_counts_groups_and_explains_and_points_at_what_is_wrong() {
    let filter = "serves:P1 and year:2021 and not status:done";
    let call = |words: &[&str]| run("query", &[&[DEMO, filter, "--as-of", "2021-09-01"][..], words].concat());
    let told = [&["--lang", "nl"][..], &["--group", "lead"], &["--explain"]].map(|words| text(&call(words)));
    expect_file!["goldens/query.txt"].assert_eq(&told.join("\n"));
    let count: usize = text(&call(&["--count"])).trim().parse().unwrap();
    let found = json(&call(&["--json"]));
    assert_eq!(found.as_array().unwrap().len(), count);
    assert!(count > 0);
    // The same as JSON, over plans one on a line.
    let line = std::fs::read_to_string(DEMO).unwrap().replace('\n', " ");
    let lines = document("plans.ndjson", line.as_bytes());
    let same = r#"{"all": [{"serves": {"code": "P1"}}, {"year": 2021}, {"not": {"status": "done"}}]}"#;
    let same = run("query", &[&lines, same, "--as-of", "2021-09-01", "--json"]);
    assert_eq!(json(&same), found);
    let wrong = run("query", &[DEMO, "serves:P1 and led:\"Politie\""]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(
        String::from_utf8_lossy(&wrong.stderr).contains("^^^"),
        "{}",
        String::from_utf8_lossy(&wrong.stderr)
    );
    assert_eq!(run("query", &[DEMO, "serves:P9"]).status.code(), Some(1));
    assert_eq!(run("query", &[DEMO]).status.code(), Some(2));
}
