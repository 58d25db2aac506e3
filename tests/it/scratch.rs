use crate::support::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;

fn kind(v: &Value) -> u8 {
    match v {
        Value::Null => 0,
        Value::Bool(_) => 1,
        Value::Number(_) => 2,
        Value::String(_) => 3,
        Value::Array(_) => 4,
        Value::Object(_) => 5,
    }
}
fn norm(p: &str) -> String {
    p.split('/').map(|s| if s.parse::<u32>().is_ok() { "#" } else { s }).collect::<Vec<_>>().join("/")
}

#[test]
fn scratch() {
    for (name, text) in [("base", BASE)] {
        let doc = tree(text);
        let spots = spots(&doc);
        println!("{name}: {} spots", spots.len());
        let mut bad: BTreeMap<String, (usize, String)> = BTreeMap::new();
        let mut n = 0;
        let mut judge =
            |law: &str, at: &str, got: Vec<(&'static str, String)>, want: Vec<(&'static str, String)>| {
                n += 1;
                if got != want {
                    let extra: Vec<_> = got
                        .iter()
                        .filter(|g| !want.contains(g))
                        .map(|(c, p)| format!("{c} {}", norm(p)))
                        .collect();
                    let lost: Vec<_> = want
                        .iter()
                        .filter(|g| !got.contains(g))
                        .map(|(c, p)| format!("{c} {}", norm(p)))
                        .collect();
                    let e = bad
                        .entry(format!("{law} {} EXTRA {extra:?} LOST {lost:?}", norm(at)))
                        .or_insert((0, at.to_owned()));
                    e.0 += 1;
                }
            };
        for s in &spots {
            let actual = doc.pointer(&s.at).unwrap();
            if let Some(key) = &s.key {
                if s.required {
                    let mut d = doc.clone();
                    cut(&mut d, &s.at);
                    judge(
                        "missing",
                        &s.at,
                        codes(&errors(&d.to_string())),
                        vec![("shape/missing-key", s.parent.clone())],
                    );
                }
                let mut d = doc.clone();
                let v = cut(&mut d, &s.at);
                put(&mut d, &format!("{}/{}x", s.parent, key), v);
                let mut want = vec![("shape/unknown-key", s.parent.clone())];
                if s.required {
                    want.insert(0, ("shape/missing-key", s.parent.clone()));
                }
                judge("misspelt", &s.at, codes(&errors(&d.to_string())), want);
                let mut d = doc.clone();
                put(&mut d, &format!("{}/~", s.parent), actual.clone());
                let t = d.to_string().replacen("\"~\":", &format!("\"{key}\":"), 1);
                judge("repeated", &s.at, codes(&errors(&t)), vec![("shape/repeated-key", s.parent.clone())]);
            }
            for other in [json!(null), json!(true), json!(7), json!("x"), json!([]), json!({})] {
                if kind(&other) == kind(actual) || other.is_null() && !s.required {
                    continue;
                }
                let t = if s.at.is_empty() {
                    other.to_string()
                } else {
                    let mut d = doc.clone();
                    put(&mut d, &s.at, other.clone());
                    d.to_string()
                };
                judge(
                    &format!("type {other}"),
                    &s.at,
                    codes(&errors(&t)),
                    vec![("shape/wrong-type", s.at.clone())],
                );
            }
            if actual.is_string() {
                let Some(nm) = &s.name else {
                    println!("unnamed {}", s.at);
                    continue;
                };
                let mut d = doc.clone();
                put(&mut d, &s.at, "\u{0}");
                let got = codes(&errors(&d.to_string()));
                let want = got.iter().find(|g| g.1 == s.at).cloned().unwrap_or(("some", s.at.clone()));
                judge(&format!("bad string {nm}"), &s.at, got, vec![want]);
            }
            if actual.is_number() {
                for w in [json!(1.5), json!(-1), json!(9007199254740992u64)] {
                    let mut d = doc.clone();
                    put(&mut d, &s.at, w.clone());
                    judge(
                        &format!("number {w}"),
                        &s.at,
                        codes(&errors(&d.to_string())),
                        vec![("shape/not-an-integer", s.at.clone())],
                    );
                }
            }
        }
        println!("{n} cases, {} kinds of deviation", bad.len());
        for (k, (n, at)) in &bad {
            println!("{n:4} {k}   e.g. {at}");
        }
    }
}
