//! A plan of which a story is told: batches are applied on their day, and what changed is printed.

use std::error::Error;

use veiligheidsplan::change::{Change, difference};
use veiligheidsplan::draft::{
    ActionDraft, AddresseeDraft, ClauseDraft, DecisionDraft, DecisionObjectDraft, ElementReferenceDraft,
    EvaluatedDraft, EvaluationDraft, PeriodDraft, ProgressDraft, SafetyPlanDraft,
};
use veiligheidsplan::entity::{
    Act, AddresseeKind, EvaluatedKind, EvaluationKind, ObjectKind, Organ, OriginKind, Status,
};
use veiligheidsplan::id::PartnerId;
use veiligheidsplan::{Choice, Code, Date, Element, ElementId, Language, SafetyPlan};

/// Where the fictional execution plans are taken from.
pub(crate) const DEMO: &str = include_str!("../../data/vlaardingen-2020-2023.demo.plan.json");

pub(crate) type Told = Result<(), Box<dyn Error>>;

/// A line in English and in Dutch.
pub(crate) type Line<'a> = (&'a str, &'a str);

/// A plan, the day until which its life was told, and the language of the telling.
pub(crate) struct Story {
    pub(crate) plan: SafetyPlan,
    pub(crate) day: Date,
    pub(crate) language: Language,
}

impl Story {
    pub(crate) fn pick<'a>(&self, line: Line<'a>) -> &'a str {
        if self.language == Language::Dutch { line.1 } else { line.0 }
    }

    pub(crate) fn heading(&self) {
        println!("\n{}", self.plan.title());
    }

    /// Applies a batch on its day, and tells what became of it.
    pub(crate) fn step(&mut self, on: &str, what: Line<'_>, changes: &[Change]) -> Told {
        let on = on.parse()?;
        let before = states(&self.plan, self.day, self.language);
        let applied = self.plan.apply(changes, on)?;
        let effects = match applied.effects.len() {
            1 => self.pick(("effect", "gevolg")),
            _ => self.pick(("effects", "gevolgen")),
        };
        println!("{on}  {} ({} {effects})", self.pick(what), applied.effects.len());
        let [was, is] =
            [&applied.before, &applied.plan].map(|plan| (plan.digest(), plan.as_of(on).plan().ends_on));
        if was.0 != is.0 {
            let short = |digest: &str| digest.chars().take(8).collect::<String>();
            let what = self.pick(("strategic part", "strategisch deel"));
            println!("            {what}: {} -> {}", short(was.0.as_str()), short(is.0.as_str()));
        }
        if was.1 != is.1 {
            println!("            {}: {} -> {}", self.pick(("last day", "laatste dag")), was.1, is.1);
        }
        (self.plan, self.day) = (applied.plan, on);
        let mut moves: Vec<(String, Vec<String>)> = Vec::new();
        for (kind, code, state) in states(&self.plan, on, self.language) {
            let was = before.iter().find(|one| one.0 == kind && one.1 == code).map(|one| one.2);
            if was == Some(state) {
                continue;
            }
            let step = was.map_or(state.to_owned(), |was| format!("{was} -> {state}"));
            let same = moves.iter_mut().find(|(known, _)| *known == format!("{kind}: {step}"));
            match same {
                Some((_, codes)) => codes.push(code),
                None => moves.push((format!("{kind}: {step}"), vec![code])),
            }
        }
        for (step, codes) in moves {
            println!("            {step} ({})", codes.join(", "));
        }
        Ok(())
    }

    /// Tries a batch that may not be applied, and tells why.
    pub(crate) fn refuse(&self, on: &str, what: Line<'_>, changes: &[Change]) -> Told {
        let Err(rejected) = self.plan.apply(changes, on.parse()?) else {
            return Err(format!("{on}: not refused").into());
        };
        println!("{on}  {}", self.pick(what));
        for error in rejected.errors() {
            println!("refused     {}: {}", error.code, self.pick((&error.message, &error.message_nl)));
        }
        Ok(())
    }

    /// The advice of a code on the day until which the story was told.
    pub(crate) fn advice(&self, code: Code) {
        for finding in self.plan.advice(self.day).of(code) {
            println!("advice      {code}: {}", self.pick((&finding.message, &finding.message_nl)));
        }
    }

    /// A decision, as the last one on record.
    pub(crate) fn decides(&self, organ: Organ, on: &str, clauses: impl Into<Vec<ClauseDraft>>) -> Change {
        let code = format!("{on}-{}", organ.as_str());
        let mut decision = DecisionDraft::coded(self.plan.id(), code, organ, on, clauses);
        decision.fictional = true;
        Change::add(to(self.plan.id()), self.plan.decisions().len(), decision)
    }

    pub(crate) fn on_plan(&self, act: Act) -> ClauseDraft {
        clause(act, ObjectKind::Plan, self.plan.id())
    }

    pub(crate) fn action(&self, code: &str) -> Result<ActionDraft, Box<dyn Error>> {
        find(&self.plan.to_draft(), code)
    }

    /// A report on an action, added to those on record.
    pub(crate) fn reports(&self, code: &str, on: &str, status: Status) -> Result<Change, Box<dyn Error>> {
        let mut action = self.action(code)?;
        let report = ProgressDraft { status: Some(status), fictional: true, ..ProgressDraft::new(on) };
        action.progress.push(report);
        Ok(Change::replace(action))
    }

    /// The changes that an edit of the draft comes down to, with the plan that it makes.
    pub(crate) fn edited(
        &self,
        edit: impl FnOnce(&mut SafetyPlanDraft),
    ) -> Result<(Vec<Change>, SafetyPlan), Box<dyn Error>> {
        let mut draft = self.plan.to_draft();
        edit(&mut draft);
        let new = SafetyPlan::try_from(draft)?;
        Ok((difference(&self.plan, &new), new))
    }

    /// An execution plan of the demonstration with some of its actions, and without any report.
    pub(crate) fn execution_plan(&self, code: &str, actions: &[&str]) -> Result<Change, Box<dyn Error>> {
        let demo = SafetyPlan::from_json(DEMO)?.to_draft();
        let found = demo.execution_plans.iter().find(|one| one.code.as_deref() == Some(code));
        let mut execution = found.ok_or(code)?.clone();
        execution.actions = actions.iter().map(|code| self.bare(&demo, code)).collect::<Result<_, _>>()?;
        Ok(Change::add(to(self.plan.id()), self.plan.execution_plans().len(), execution))
    }

    /// An action of the demonstration, without what this plan has no element for.
    pub(crate) fn bare(&self, demo: &SafetyPlanDraft, code: &str) -> Result<ActionDraft, Box<dyn Error>> {
        let mut action = find(demo, code)?;
        let known = |id: &str| id.parse::<PartnerId>().is_ok_and(|id| self.plan.partner(id).is_some());
        action.responsibilities.retain(|one| known(&one.partner));
        action.origin = action.origin.filter(|one| one.kind == OriginKind::Regular);
        (action.areas, action.indicators) = (vec![], vec![]);
        (action.depends_on, action.progress) = (vec![], vec![]);
        Ok(action)
    }
}

/// The state of everything that has one, on a day: its kind, code and state.
fn states(plan: &SafetyPlan, day: Date, language: Language) -> Vec<(&'static str, String, &'static str)> {
    fn word<T: Choice>(word: T, language: Language) -> &'static str {
        if language == Language::Dutch { word.term_nl() } else { word.term() }
    }
    let then = plan.as_of(day);
    let elements = plan.elements().filter_map(|element| {
        let state = match element {
            Element::Plan(_) => word(then.state(), language),
            Element::ExecutionPlan(one) => word(then.execution_plan(one.id())?.state, language),
            Element::Action(one) => word(then.action(one.id())?.state, language),
            Element::AcuteIssue(one) => word(then.acute_issue(one.id())?.state, language),
            Element::Proposal(one) => word(then.proposal(one.id())?.state, language),
            _ => return None,
        };
        let code = element.code().map(ToString::to_string).unwrap_or_default();
        Some((word(element.kind(), language), code, state))
    });
    elements.collect()
}

pub(crate) fn to(id: impl Into<ElementId>) -> ElementReferenceDraft {
    id.into().into()
}

pub(crate) fn clause(act: Act, kind: ObjectKind, id: impl Into<String>) -> ClauseDraft {
    ClauseDraft::new(act, DecisionObjectDraft::new(kind, id))
}

/// Puts something to an organ or party: for information or to hear it.
pub(crate) fn put(act: Act, kind: ObjectKind, id: impl Into<String>, to: AddresseeKind) -> ClauseDraft {
    ClauseDraft { to: vec![AddresseeDraft::new(to)], ..clause(act, kind, id) }
}

fn find(plan: &SafetyPlanDraft, code: &str) -> Result<ActionDraft, Box<dyn Error>> {
    let mut actions = plan.execution_plans.iter().flat_map(|execution| &execution.actions);
    let found = actions.find(|action| action.code.as_deref() == Some(code));
    Ok(found.ok_or_else(|| format!("no action {code}"))?.clone())
}

/// Adopts an execution plan and sends it to the council.
pub(crate) fn adopts_and_sends(story: &Story, execution: &str, on: &str) -> Change {
    let kind = ObjectKind::ExecutionPlan;
    let sends = put(Act::Inform, kind, execution, AddresseeKind::Council);
    story.decides(Organ::College, on, [clause(Act::Adopt, kind, execution), sends])
}

pub(crate) fn consults(story: &Story, execution: &str, on: &str) -> Change {
    let partners = put(Act::Consult, ObjectKind::ExecutionPlan, execution, AddresseeKind::Partners);
    story.decides(Organ::College, on, [partners])
}

/// An evaluation up to the end of what is looked back on.
pub(crate) fn looks_back(story: &Story, code: &str, of: (EvaluatedKind, &str), on: &str) -> EvaluationDraft {
    let (start, end, kind) = match of.0 {
        EvaluatedKind::Plan => ("2020-01-01", "2024-06-30", EvaluationKind::Final),
        EvaluatedKind::ExecutionPlan => ("2020-01-01", "2020-12-31", EvaluationKind::Yearly),
    };
    let of = [EvaluatedDraft::new(of.0, of.1)];
    let bare = EvaluationDraft::coded(story.plan.id(), code, of, PeriodDraft::new(start, end));
    EvaluationDraft { kind: Some(kind), delivered_on: Some(on.into()), fictional: true, ..bare }
}
