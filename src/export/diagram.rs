//! Diagrams as text: threads, coverage and neighbourhoods in Mermaid and in DOT.

use std::collections::HashMap;
use std::fmt::Write;
use std::str::FromStr;

use uuid::Uuid;

use crate::analysis::{Coverage, CoverageState};
use crate::choice::choice;
use crate::kind::Kind;
use crate::language::Language;
use crate::plan::shortened;
use crate::trace::{End, Link, LinkBasis, Neighbourhood, NodeReport, ThreadReport, Way};

choice! {
    /// How a diagram is written.
    DiagramFormat "vorm van een diagram" {
        /// A Mermaid flowchart, as Markdown viewers draw it.
        Mermaid = "mermaid" / "Mermaid" / "Mermaid",
        /// A graph in DOT, as Graphviz draws it.
        Dot = "dot" / "DOT" / "DOT",
    }
}

/// The threads of an element as a diagram (*diagram van de rode draad*): every element once, links from what states them up
/// to what they name. Links that were read are dashed; a thread that ends short of the vision ends in a note.
///
/// ```
/// use veiligheidsplan::export::{DiagramFormat, thread_diagram};
/// use veiligheidsplan::{Language, SafetyPlan, trace::{Trace, Way}};
///
/// let plan = SafetyPlan::from_json(include_str!("../../data/vlaardingen-2020-2023.demo.plan.json"))?;
/// let trace = Trace::of(&plan, "2021-09-01".parse()?);
/// let threads = trace.report(plan.priorities()[0].id(), Way::Up)?;
/// let diagram = thread_diagram(&threads, DiagramFormat::Mermaid, Language::Dutch);
/// assert!(diagram.starts_with("flowchart BT\n"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn thread_diagram(report: &ThreadReport, format: DiagramFormat, language: Language) -> String {
    let mut drawing = Drawing::default();
    drawing.report(&report.from, language);
    for thread in &report.threads {
        let mut before: Option<usize> = None;
        for step in &thread.steps {
            let here = drawing.report(&step.node, language);
            if let (Some(before), Some(link)) = (before, step.link) {
                let (from, to) = if report.way == Way::Up { (before, here) } else { (here, before) };
                drawing.link(from, to, link, step.basis.unwrap_or(LinkBasis::Stated), language);
            }
            before = Some(here);
        }
        if let Some(last) = before
            && !matches!(thread.end, End::ReachesVision | End::Action)
        {
            drawing.note(last, language.term(thread.end));
        }
    }
    drawing.more(report.more, language);
    drawing.write(format)
}

/// The coverage of a plan as a diagram (*diagram van de dekking*): each goal with how far it is covered, below what holds
/// it.
#[must_use]
pub fn coverage_diagram(report: &Coverage, format: DiagramFormat, language: Language) -> String {
    let mut drawing = Drawing::default();
    let mut open: Vec<usize> = Vec::new();
    for goal in &report.goals {
        let lines = vec![
            title(goal.goal.kind.as_str(), goal.goal.code.as_deref(), goal.goal.title.as_deref(), language),
            {
                let state = language.term(goal.state);
                let of = language.pick("of", "van");
                format!("{state}: {} {of} {}", goal.counting, goal.actions)
            },
        ];
        let here = drawing.node((goal.goal.kind.as_str().to_owned(), goal.goal.id), lines, Some(goal.state));
        open.truncate(goal.depth);
        if let Some(holder) = open.last().copied() {
            drawing.edge(here, holder, String::new(), false);
        }
        open.push(here);
    }
    drawing.write(format)
}

/// The neighbourhood of an element as a diagram (*diagram van een omgeving*). Links that were read are dashed.
#[must_use]
pub fn neighbourhood_diagram(around: &Neighbourhood, format: DiagramFormat, language: Language) -> String {
    let mut drawing = Drawing::default();
    let numbers: Vec<usize> = around.nodes.iter().map(|node| drawing.report(node, language)).collect();
    for link in &around.links {
        if let (Some(from), Some(to)) = (numbers.get(link.from), numbers.get(link.to)) {
            drawing.link(*from, *to, link.link, link.basis, language);
        }
    }
    drawing.more(around.more, language);
    drawing.write(format)
}

/// `pijler P1.2: Het verstoren van criminele processen`.
fn title(kind: &str, code: Option<&str>, title: Option<&str>, language: Language) -> String {
    let kind = match (Kind::from_str(kind), kind) {
        (Ok(kind), _) => language.term(kind),
        (Err(_), "power") => language.pick("legal power", "bevoegdheid"),
        (Err(_), _) => language.pick("vision", "visie"),
    };
    let code = code.map(|code| format!(" {code}")).unwrap_or_default();
    let title = title.map(shortened).filter(|title| !title.is_empty());
    format!("{kind}{code}{}", title.map(|title| format!(": {title}")).unwrap_or_default())
}

struct DrawnNode {
    lines: Vec<String>,
    state: Option<CoverageState>,
    is_note: bool,
}

#[derive(PartialEq, Eq, Hash, Clone)]
struct DrawnEdge {
    from: usize,
    to: usize,
    label: String,
    dashed: bool,
}

/// Nodes and edges in the order in which they came, each once.
#[derive(Default)]
struct Drawing {
    nodes: Vec<DrawnNode>,
    numbers: HashMap<(String, Uuid), usize>,
    edges: Vec<DrawnEdge>,
    drawn: std::collections::HashSet<DrawnEdge>,
    notes: HashMap<(usize, String), usize>,
}

impl Drawing {
    fn node(&mut self, key: (String, Uuid), lines: Vec<String>, state: Option<CoverageState>) -> usize {
        let next = self.nodes.len();
        let number = *self.numbers.entry(key).or_insert(next);
        if number == next {
            self.nodes.push(DrawnNode { lines, state, is_note: false });
        }
        number
    }

    fn report(&mut self, node: &NodeReport, language: Language) -> usize {
        let lines = vec![title(&node.kind, node.code.as_deref(), Some(&node.title), language)];
        self.node((node.kind.clone(), node.id), lines, None)
    }

    fn edge(&mut self, from: usize, to: usize, label: String, dashed: bool) {
        let edge = DrawnEdge { from, to, label, dashed };
        if self.drawn.insert(edge.clone()) {
            self.edges.push(edge);
        }
    }

    fn link(&mut self, from: usize, to: usize, link: Link, basis: LinkBasis, language: Language) {
        self.edge(from, to, language.term(link).to_owned(), basis == LinkBasis::Read);
    }

    fn note(&mut self, at: usize, text: &str) {
        let next = self.nodes.len();
        let number = *self.notes.entry((at, text.to_owned())).or_insert(next);
        if number == next {
            self.nodes.push(DrawnNode { lines: vec![text.to_owned()], state: None, is_note: true });
            self.edge(at, number, String::new(), true);
        }
    }

    fn more(&mut self, more: u64, language: Language) {
        if more > 0 {
            self.note(0, &format!("{}: {more}", language.pick("and more", "en nog meer")));
        }
    }

    fn write(&self, format: DiagramFormat) -> String {
        match format {
            DiagramFormat::Mermaid => self.mermaid(),
            DiagramFormat::Dot => self.dot(),
        }
    }

    fn mermaid(&self) -> String {
        let mut text = String::from("flowchart BT\n");
        for (number, node) in self.nodes.iter().enumerate() {
            let lines: Vec<String> = node.lines.iter().map(|line| mermaid(line)).collect();
            let label = lines.join("<br/>");
            let (open, close) = if node.is_note { ("([", "])") } else { ("[", "]") };
            let class = node.state.map(|state| format!(":::{state}")).unwrap_or_default();
            // Writing to a String can't fail.
            let _ = writeln!(text, "  n{number}{open}\"{label}\"{close}{class}");
        }
        for edge in &self.edges {
            let arrow = if edge.dashed { "-.->" } else { "-->" };
            let label =
                if edge.label.is_empty() { String::new() } else { format!("|\"{}\"|", mermaid(&edge.label)) };
            let _ = writeln!(text, "  n{} {arrow}{label} n{}", edge.from, edge.to);
        }
        for state in CoverageState::ALL.iter().filter(|state| self.has(**state)) {
            let _ = writeln!(text, "  classDef {state} fill:{},color:#000000", colour(*state));
        }
        text
    }

    fn dot(&self) -> String {
        let mut text = String::from("digraph {\n  rankdir=BT;\n  node [shape=box];\n");
        for (number, node) in self.nodes.iter().enumerate() {
            let lines: Vec<String> = node.lines.iter().map(|line| dot(line)).collect();
            let label = lines.join("\\n");
            let shape = if node.is_note { ", shape=note" } else { "" };
            let fill = node.state.map(|state| format!(", style=filled, fillcolor=\"{}\"", colour(state)));
            let _ = writeln!(text, "  n{number} [label=\"{label}\"{shape}{}];", fill.unwrap_or_default());
        }
        for edge in &self.edges {
            let style = if edge.dashed { ", style=dashed" } else { "" };
            let _ =
                writeln!(text, "  n{} -> n{} [label=\"{}\"{style}];", edge.from, edge.to, dot(&edge.label));
        }
        text.push_str("}\n");
        text
    }

    fn has(&self, state: CoverageState) -> bool {
        self.nodes.iter().any(|node| node.state == Some(state))
    }
}

fn colour(state: CoverageState) -> &'static str {
    match state {
        CoverageState::Covered => "#b7e1cd",
        CoverageState::Partly => "#fce8b2",
        CoverageState::Uncovered => "#f4c7c3",
        CoverageState::Unlinked => "#d9d2e9",
        CoverageState::Exempt => "#cfe2f3",
        CoverageState::NotApplicable => "#eeeeee",
    }
}

/// A character as a reader is to see it: what can't be seen, or turns the direction of the text, is left out.
fn visible(c: char) -> Option<char> {
    let is_hidden = matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
    );
    match c {
        _ if is_hidden => None,
        '\u{2028}' | '\u{2029}' => Some(' '),
        _ if c.is_control() => Some(' '),
        _ => Some(c),
    }
}

/// A text within a quoted label of Mermaid: whatever could be a mark of its own goes by its number.
fn mermaid(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars().filter_map(visible) {
        let is_plain = !c.is_ascii() || c.is_ascii_alphanumeric() || " ,.:'-/!?".contains(c);
        if is_plain {
            escaped.push(c);
        } else {
            let _ = write!(escaped, "#{};", u32::from(c));
        }
    }
    escaped
}

/// A text within a quoted label of DOT, which reads entities of HTML too.
fn dot(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars().filter_map(visible) {
        match c {
            '"' | '\\' => {
                escaped.push('\\');
                escaped.push(c);
            }
            '&' => escaped.push_str("&amp;"),
            _ => escaped.push(c),
        }
    }
    escaped
}
