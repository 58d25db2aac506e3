//! The main job on a real plan: `cargo run --example vlaardingen`.
//!
//! Loads the demonstration (the Vlaardingen plan of 2020-2023 with fictional execution plans), tells what is in it, what
//! an expert would point out, why some actions are done, what is done for each goal, and where the gaps are.

use std::collections::{BTreeMap, BTreeSet};

use veiligheidsplan::entity::Role;
use veiligheidsplan::trace::{End, Trace, TraceError, Way};
use veiligheidsplan::{Element, ElementId, Kind, Language, SafetyPlan};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let plan = SafetyPlan::from_json(include_str!("../data/vlaardingen-2020-2023.demo.plan.json"))?;
    let trace = Trace::of(&plan, "2021-09-01".parse()?);
    contents(&plan);
    advice(&plan);
    red_threads(&plan, &trace)?;
    done_for_each_goal(&plan, &trace)?;
    gaps(&plan, &trace)?;
    Ok(())
}

fn heading(text: &str) {
    println!("\n{text}\n{}", "=".repeat(text.chars().count()));
}

fn contents(plan: &SafetyPlan) {
    heading(plan.title().as_str());
    let municipalities: Vec<&str> = plan.municipalities().iter().map(|one| one.name().as_str()).collect();
    println!("{}; {}", municipalities.join(", "), plan.period());
    println!(
        "The strategic part is the real plan. The execution plans, decisions and figures are fictional.\n"
    );
    if let Some(vision) = plan.vision() {
        println!("Vision: {vision}");
    }
    for objective in plan.objectives() {
        println!(
            "Main objective: {} ({} sub-objectives)",
            objective.text(),
            objective.sub_objectives().len()
        );
    }
    for priority in plan.priorities() {
        println!("Priority {}", Element::Priority(priority).label());
        for pillar in priority.pillars() {
            let label = pillar.label().map_or("pijler", |label| label.as_str());
            println!("  {label} {}", Element::Pillar(pillar).label());
        }
    }
    println!(
        "{} regular themes, {} principles, {} partners, {} frameworks",
        plan.themes().len(),
        plan.principles().len(),
        plan.partners().len(),
        plan.frameworks().len()
    );
    for execution in plan.execution_plans() {
        println!("{}: {} actions", execution.title(), execution.actions().len());
    }
}

fn advice(plan: &SafetyPlan) {
    let Some(day) = plan.latest_fact() else { return };
    let advice = plan.advice(day);
    heading(&format!("What an expert would point out on {day}"));
    let mut by_code: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for finding in &advice {
        by_code.entry(finding.code).or_default().push(finding);
    }
    for (code, findings) in by_code {
        println!("{:>3} x {} ({code})", findings.len(), code.texts().title);
        for finding in findings.iter().take(2) {
            let about = finding.subject.and_then(|subject| plan.element(subject.id));
            println!(
                "      {}: {}",
                about.map(|element| short(&element.label())).unwrap_or_default(),
                finding.message
            );
        }
    }
}

fn red_threads(plan: &SafetyPlan, trace: &Trace) -> Result<(), TraceError> {
    heading("Why are we doing this? Some actions, with the red thread to the goals");
    for code in ["2020-A07", "2020-A24", "2020-A44"] {
        for element in plan.coded(code) {
            println!("{}", trace.report(element.id(), Way::Up)?.to_text(Language::English));
        }
    }
    println!("A sub-objective does reach the vision:\n");
    for element in plan.coded("S2") {
        println!("{}", trace.report(element.id(), Way::Up)?.to_text(Language::English));
    }
    Ok(())
}

/// The actions at the lower end of the threads from a goal.
fn actions_for(trace: &Trace, goal: ElementId) -> Result<BTreeSet<ElementId>, TraceError> {
    let threads = trace.down(goal)?.filter(|thread| thread.end == End::Action);
    let last = threads.filter_map(|thread| thread.steps.last().copied());
    Ok(last.filter_map(|step| ElementId::try_from(step.node).ok()).collect())
}

fn done_for_each_goal(plan: &SafetyPlan, trace: &Trace) -> Result<(), TraceError> {
    heading("What are we doing for each goal?");
    for element in plan.elements() {
        if !matches!(element.kind(), Kind::Objective | Kind::Pillar | Kind::Theme) {
            continue;
        }
        let actions = actions_for(trace, element.id())?;
        let led = match most_often(actions.iter().flat_map(|action| leads_of(plan, *action))).as_slice() {
            [] => String::new(),
            [first] => format!(", led by {first}"),
            [first, second] => format!(", led by {first}; {second}"),
            [first, second, rest @ ..] => format!(", led by {first}; {second}; and {} more", rest.len()),
        };
        println!("{:>3} actions{led}: {} {}", actions.len(), element.kind(), short(&element.label()));
    }
    println!(
        "\nThe plan states no link from its priorities to the strategic objectives (H, S1-S3), so none is counted."
    );
    Ok(())
}

/// Each name once, the most frequent first.
fn most_often(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for name in names {
        *counts.entry(name).or_default() += 1;
    }
    let mut names: Vec<(String, usize)> = counts.into_iter().collect();
    names.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    names.into_iter().map(|(name, _)| name).collect()
}

fn leads_of(plan: &SafetyPlan, action: ElementId) -> Vec<String> {
    let Some(Element::Action(action)) = plan.element(action.into_uuid()) else {
        return Vec::new();
    };
    let leads = action.responsibilities().iter().filter(|one| one.role() == Role::Lead);
    leads
        .filter_map(|one| plan.element(one.partner().into_uuid()))
        .map(|lead| lead.title().to_owned())
        .collect()
}

fn gaps(plan: &SafetyPlan, trace: &Trace) -> Result<(), TraceError> {
    heading("Where are the gaps?");
    for execution in plan.execution_plans() {
        println!("{}", execution.title());
        let here: BTreeSet<ElementId> = execution.actions().iter().map(|action| action.id().into()).collect();
        for element in plan.elements() {
            let wants_action = matches!(element.kind(), Kind::Pillar | Kind::Theme);
            if wants_action && actions_for(trace, element.id())?.is_disjoint(&here) {
                println!("  no action for {} {}", element.kind(), short(&element.label()));
            }
        }
        for action in execution.actions() {
            let roles = || action.responsibilities().iter().map(|one| one.role());
            let lead = roles().any(|role| role == Role::Lead);
            let lacks = match (lead, roles().any(|role| role != Role::Lead)) {
                (false, _) => "no lead",
                (true, false) => "nobody beside the lead",
                (true, true) => continue,
            };
            println!("  {lacks}: {}", short(&Element::Action(action).label()));
        }
    }
    Ok(())
}

/// At most 90 characters.
fn short(text: &str) -> String {
    let mut cut: String = text.chars().take(90).collect();
    if cut.len() < text.len() {
        cut.push('…');
    }
    cut
}
