//! The life of a plan, from draft to successor: `cargo run --example cycle [-- --lang nl|en]`.
//!
//! Begins with the Vlaardingen plan (2020-2023) as a draft, without any fact, and applies batches of changes, each on its
//! day. A step that may not be taken is refused, and leaves the plan as it was. Everything that happens is invented.
//! Exit status: 0 when the story was told, 1 when it went another way, 2 when the call is wrong.

mod story;

use std::process::ExitCode;

use story::{DEMO, Story, Told, adopts_and_sends, clause, consults, looks_back, put, to};
use veiligheidsplan::analysis::{Fate, succession};
use veiligheidsplan::change::Change;
use veiligheidsplan::draft::{
    AcuteIssueDraft, AnalysisDraft, ClauseDraft, ContinuedDraft, CorrectionDraft, CouncilProposalDraft,
    GroundLinkDraft, IssueEffectDraft, ObjectiveDraft, OrdinanceDraft, OriginDraft, PeriodDraft,
    PredecessorDraft, PriorityDraft, ProgressDraft, ResponsibilityDraft, SafetyPlanDraft, ThemeDraft,
};
use veiligheidsplan::entity::{
    Act, AddresseeKind, AnalysisKind, ContinuedKind, EvaluatedKind, GroundKind, IssueChange, ObjectKind,
    Organ, OriginKind, Role, Status,
};
use veiligheidsplan::id::AnalysisId;
use veiligheidsplan::{Choice, Code, Element, Kind, Language, PlanId, SafetyPlan};

const PLAN: &str = include_str!("../../data/vlaardingen-2020-2023.plan.json");
const USAGE: &str = "usage: cycle [--lang nl|en]";

fn adoption(story: &mut Story) -> Told {
    story.step("2019-11-19", ("The plan is written.", "Het plan is geschreven."), &[])?;
    let proposes = story.decides(Organ::College, "2019-11-26", [story.on_plan(Act::Propose)]);
    let what = ("The college puts it to the council.", "Het college legt het voor aan de raad.");
    story.step("2019-11-26", what, &[proposes])?;

    let adopts = |story: &Story, organ: Organ, on: &str| {
        let digest = Some(story.plan.digest().to_string());
        story.decides(organ, on, [ClauseDraft { digest, ..story.on_plan(Act::Adopt) }])
    };
    let what = ("The college adopts it.", "Het college stelt het vast.");
    story.refuse("2019-12-03", what, &[adopts(story, Organ::College, "2019-12-03")])?;
    let what = ("The council adopts it.", "De raad stelt het vast.");
    story.step("2019-12-19", what, &[adopts(story, Organ::Council, "2019-12-19")])
}

fn first_year(story: &mut Story) -> Told {
    let demo = SafetyPlan::from_json(DEMO)?.to_draft();
    let proposal = demo.proposals.into_iter().next().ok_or("no proposal")?;
    let rv1 = proposal.id.clone();
    let proposal =
        Change::add(to(story.plan.id()), 0, CouncilProposalDraft { submitted_on: None, ..proposal });
    let actions = ["2020-A01", "2020-A03", "2020-A05", "2020-A07", "2020-A18", "2020-A38", "2020-A40"];
    let execution = story.execution_plan("UP-2020", &actions)?;
    let what = ("An execution plan is drawn up.", "Er is een uitvoeringsplan opgesteld.");
    story.step("2019-12-20", what, &[proposal, execution])?;
    let up = story.plan.execution_plans().first().ok_or("no execution plan")?.id().to_string();
    let what = ("The college adopts it at once.", "Het college stelt het meteen vast.");
    story.refuse("2019-12-20", what, &[adopts_and_sends(story, &up, "2019-12-20")])?;
    let what = ("Partners are consulted.", "De partners worden geraadpleegd.");
    story.step("2019-12-23", what, &[consults(story, &up, "2019-12-23")])?;
    let what = (
        "The college adopts it and sends it to the council.",
        "Het college stelt het vast en zendt het naar de raad.",
    );
    story.step("2019-12-30", what, &[adopts_and_sends(story, &up, "2019-12-30")])?;

    let what =
        ("A report for tomorrow is written today.", "Vandaag wordt een melding van morgen geschreven.");
    story.refuse("2020-02-03", what, &[story.reports("2020-A01", "2020-02-04", Status::Started)?])?;
    let what = ("An action starts.", "Een actie begint.");
    story.step("2020-02-03", what, &[story.reports("2020-A01", "2020-02-03", Status::Started)?])?;

    let what = ("An action starts that has no money yet.", "Een actie begint waarvoor nog geen geld is.");
    story.refuse("2020-03-02", what, &[story.reports("2020-A40", "2020-03-02", Status::Started)?])?;
    let money = |act| [clause(act, ObjectKind::Proposal, rv1.as_str())];
    let what = ("The council is asked for the money.", "De raad wordt om het geld gevraagd.");
    story.step("2020-05-12", what, &[story.decides(Organ::College, "2020-05-12", money(Act::Propose))])?;
    let what = ("The council grants it.", "De raad stemt in.");
    story.step("2020-06-25", what, &[story.decides(Organ::Council, "2020-06-25", money(Act::Accept))])?;
    let what = ("Now the action starts.", "Nu begint de actie.");
    story.step("2020-07-01", what, &[story.reports("2020-A40", "2020-07-01", Status::Started)?])
}

fn acute_issue(story: &mut Story) -> Told {
    let demo = SafetyPlan::from_json(DEMO)?.to_draft();
    let mut issue = demo.acute_issues.first().ok_or("no acute issue")?.clone();
    let mut watch = story.bare(&demo, "2020-A48")?;
    watch.origin =
        Some(OriginDraft { id: Some(issue.id.clone()), ..OriginDraft::new(OriginKind::AcuteIssue) });
    issue.effects = vec![IssueEffectDraft::new(watch.id.as_str(), IssueChange::Added)];
    let accounted = AcuteIssueDraft { accounted_on: Some("2020-12-15".into()), ..issue.clone() };
    issue.accounted_on = None;
    let execution = story.plan.execution_plans().first().ok_or("no execution plan")?;
    let batch = [
        Change::add(to(story.plan.id()), 0, issue),
        Change::add(to(execution.id()), execution.actions().len(), watch),
    ];
    let what = (
        "Cars burn at night: an action is added without asking the council.",
        "Autobranden: er komt een actie bij zonder de raad te vragen.",
    );
    story.step("2020-09-10", what, &batch)?;
    story.advice(Code::AcuteIssueNotAccounted);

    let what = ("An action is done.", "Een actie is uitgevoerd.");
    story.step("2020-11-24", what, &[story.reports("2020-A01", "2020-11-24", Status::Done)?])?;
    let mut altered = story.action("2020-A01")?;
    for report in &mut altered.progress {
        report.status = Some(Status::PartlyDone);
    }
    let what = ("Its reports are written anew.", "De meldingen worden herschreven.");
    story.refuse("2020-12-01", what, &[Change::replace(altered)])?;
    let what = ("The council is told about the fires.", "De branden worden aan de raad verantwoord.");
    story.step("2020-12-15", what, &[Change::replace(accounted)])
}

fn second_year(story: &mut Story) -> Told {
    let actions = ["2021-A01", "2021-A03", "2021-A12", "2021-A25", "2021-A33", "2021-A34"];
    let execution = story.execution_plan("UP-2021", &actions)?;
    let what = (
        "Next year's execution plan continues three actions.",
        "Het volgende uitvoeringsplan zet drie acties voort.",
    );
    story.step("2020-12-16", what, &[execution])?;
    let ups: Vec<String> = story.plan.execution_plans().iter().map(|one| one.id().to_string()).collect();
    let [old, new] = ups.as_slice() else { return Err("two execution plans".into()) };
    let what = ("Partners are consulted.", "De partners worden geraadpleegd.");
    story.step("2020-12-17", what, &[consults(story, new, "2020-12-17")])?;
    let what = ("It is adopted and sent.", "Het wordt vastgesteld en toegezonden.");
    story.step("2020-12-22", what, &[adopts_and_sends(story, new, "2020-12-22")])?;

    let what = ("The year 2020 is evaluated.", "Het jaar 2020 is geëvalueerd.");
    let evaluation = looks_back(story, "EV-2020", (EvaluatedKind::ExecutionPlan, old), "2021-03-30");
    story.step("2021-03-30", what, &[Change::add(to(story.plan.id()), 0, evaluation)])?;
    let evaluation = story.plan.evaluations().first().ok_or("no evaluation")?.id();
    let sends = put(Act::Inform, ObjectKind::Evaluation, evaluation, AddresseeKind::Council);
    let what = ("The council gets the evaluation.", "De raad krijgt de evaluatie.");
    story.step("2021-04-13", what, &[story.decides(Organ::College, "2021-04-13", [sends])])?;

    let what = (
        "A start without money, in May, is recorded afterwards: it happened.",
        "Een start zonder geld, in mei, wordt achteraf vastgelegd: het is gebeurd.",
    );
    story.step("2021-07-01", what, &[story.reports("2021-A03", "2021-05-03", Status::Started)?])?;
    story.advice(Code::ActionStartedWithoutProposal);

    let what = ("Searching starts around the shopping square.", "Het fouilleren bij het winkelplein begint.");
    story.refuse("2021-07-12", what, &[story.reports("2021-A25", "2021-07-12", Status::Started)?])?;
    let om = story.plan.coded("om").next().ok_or("no prosecution service")?.id().into_uuid();
    let mut searching = story.action("2021-A25")?;
    searching.responsibilities.push(ResponsibilityDraft::new(om.to_string(), Role::Consult));
    let report = ProgressDraft { status: Some(Status::Started), ..ProgressDraft::new("2021-07-19") };
    searching.progress = vec![ProgressDraft { fictional: true, ..report }];
    let mut plan = story.plan.to_draft();
    let ordinance = OrdinanceDraft::new("gemw-151b", "Algemene plaatselijke verordening (fictief)");
    plan.ordinances = vec![OrdinanceDraft { fictional: true, ..ordinance }];
    let what = (
        "It starts with the prosecution service, under the ordinance.",
        "Het begint in overleg met het OM, op grond van de verordening.",
    );
    story.step("2021-07-19", what, &[Change::set_plan(plan), Change::replace(searching)])
}

fn amendment(story: &mut Story) -> Told {
    let id = story.plan.id();
    let theme = ThemeDraft::coded(id, "R10", "Digitale veligheid");
    let (mut changes, new) = story.edited(|draft| {
        draft.themes.push(ThemeDraft { fictional: true, ..theme });
    })?;
    let what =
        ("A theme is added to the adopted plan.", "Aan het vastgestelde plan wordt een thema toegevoegd.");
    story.refuse("2022-06-16", what, &changes)?;
    let digest = Some(new.digest().to_string());
    let amends = ClauseDraft { digest, ..story.on_plan(Act::Amend) };
    changes.push(story.decides(Organ::Council, "2022-06-16", [amends]));
    let what = ("The council amends the plan.", "De raad wijzigt het plan.");
    story.step("2022-06-16", what, &changes)?;

    // The title was typed over with a slip. The digests of before and after show what the repair touched.
    let repair = |draft: &mut SafetyPlanDraft| {
        draft
            .themes
            .iter_mut()
            .for_each(|theme| theme.title = theme.title.replace("veligheid", "veiligheid"));
    };
    let [before, after] = [story.plan.digest(), story.edited(repair)?.1.digest()].map(|one| one.to_string());
    let (changes, _) = story.edited(|draft| {
        repair(draft);
        let correction = CorrectionDraft::new("2022-07-04", "Tikfout bij het overnemen", before, after);
        draft.corrections.push(CorrectionDraft { fictional: true, ..correction });
    })?;
    let what = ("A slip of the transcription is corrected.", "Een tikfout in de overname wordt hersteld.");
    story.step("2022-07-04", what, &changes)?;

    let extends = ClauseDraft { until: Some("2024-06-30".into()), ..story.on_plan(Act::Extend) };
    let what = ("The council extends it by half a year.", "De raad verlengt het met een half jaar.");
    story.step("2023-10-12", what, &[story.decides(Organ::Council, "2023-10-12", [extends])])
}

/// A fictional plan that continues the priorities and most themes of the old one; its vision is still to come.
fn successor(old: &SafetyPlan) -> SafetyPlanDraft {
    let id = PlanId::from_name("https://voorbeeld.example/ivp-vlaardingen/2024-2027");
    let was = old.to_draft();
    let period = PeriodDraft::new("2024-07-01", "2027-12-31");
    let mut plan =
        SafetyPlanDraft::new(id, "Integraal Veiligheidsplan 2024-2027", was.municipalities, period);
    (plan.code, plan.fictional) = (Some("IVP-2024-2027".into()), true);
    (plan.profile, plan.partners, plan.responsibilities) = (was.profile, was.partners, was.responsibilities);
    plan.predecessors = vec![PredecessorDraft { plan: Some(was.id), ..PredecessorDraft::new(was.title) }];
    plan.objectives = vec![ObjectiveDraft::coded(id, "H", "In 2027 is Vlaardingen veiliger.")];
    plan.analyses = vec![
        AnalysisDraft::coded(id, "B1", "Veiligheidsanalyse", AnalysisKind::SafetyAnalysis),
        AnalysisDraft::coded(id, "B2", "Terugblik", AnalysisKind::Evaluation),
    ];
    for old in was.priorities {
        let code = old.code.unwrap_or_default();
        let mut new = PriorityDraft::coded(id, code.as_str(), old.title);
        new.objectives =
            vec![ObjectiveDraft::coded(id, format!("{code}.D"), "Het probleem is verder teruggedrongen.")];
        (new.municipal_role, new.reasons) = (old.municipal_role, old.reasons);
        new.responsibilities = old.responsibilities;
        new.based_on = vec![GroundLinkDraft::new(GroundKind::Analysis, AnalysisId::derive(id, "B1"))];
        new.continues = vec![ContinuedDraft::new(ContinuedKind::Priority, old.id)];
        plan.priorities.push(new);
    }
    for old in was.themes.into_iter().filter(|theme| theme.code.as_deref() != Some("R8")) {
        let mut new = ThemeDraft::coded(id, old.code.unwrap_or_default(), old.title);
        new.continues = vec![ContinuedDraft::new(ContinuedKind::Theme, old.id)];
        plan.themes.push(new);
    }
    plan
}

fn succeeds(old: &mut Story) -> Told {
    let plan = SafetyPlan::try_from(successor(&old.plan))?;
    let mut new = Story { plan, day: "2024-03-18".parse()?, language: old.language };
    new.heading();
    new.step("2024-03-19", ("A successor is drafted.", "Er ligt een concept voor een nieuw plan."), &[])?;
    print!("\n{}\n", new.plan.readiness_to_succeed(&old.plan, new.day).to_text(new.language));
    let adopts = |story: &Story| {
        let clause =
            ClauseDraft { digest: Some(story.plan.digest().to_string()), ..story.on_plan(Act::Adopt) };
        story.decides(Organ::Council, "2024-06-13", [clause])
    };
    let what = ("The council adopts it.", "De raad stelt het vast.");
    new.refuse("2024-06-13", what, &[adopts(&new)])?;
    let vision = old.plan.vision().map(ToString::to_string);
    let (changes, _) = new.edited(|draft| draft.vision = vision)?;
    let what = ("The vision of the old plan is kept.", "De visie van het oude plan blijft.");
    new.step("2024-06-13", what, &changes)?;
    let what = ("The council adopts it.", "De raad stelt het vast.");
    new.step("2024-06-13", what, &[adopts(&new)])?;
    let time = ("Time passes.", "De tijd verstrijkt.");
    new.step("2024-07-01", time, &[])?;

    old.heading();
    old.step("2024-07-01", time, &[])?;
    let plan = old.plan.id().to_string();
    let evaluation = looks_back(old, "EV", (EvaluatedKind::Plan, &plan), "2025-02-11");
    let at = old.plan.evaluations().len();
    let what = ("The old plan is evaluated as a whole.", "Het oude plan is als geheel geëvalueerd.");
    old.step("2025-02-11", what, &[Change::add(to(old.plan.id()), at, evaluation)])?;

    let report = succession(&old.plan, &new.plan, old.day);
    let word = |english: &'static str, dutch: &'static str| old.pick((english, dutch));
    println!("\n{}", word("What became of the old plan", "Wat er van het oude plan werd"));
    for goal in
        report.goals.iter().filter(|goal| goal.fate != Fate::Continued || goal.old.kind == Kind::Priority)
    {
        let label = old.plan.element(goal.old.id).map(Element::label).unwrap_or_default();
        println!("- {label}: {}", word(goal.fate.term(), goal.fate.term_nl()));
    }
    let continued = report.goals.iter().filter(|goal| goal.fate == Fate::Continued).count();
    println!(
        "- {continued} {}",
        word("priorities and themes continued", "prioriteiten en thema's voortgezet")
    );
    println!(
        "- {} {}",
        report.left_behind.len(),
        word("open actions left behind", "open acties blijven liggen")
    );
    Ok(())
}

fn tell(language: Language) -> Told {
    let plan = SafetyPlan::from_json(PLAN)?;
    let mut story = Story { plan, day: "2019-11-18".parse()?, language };
    println!("{}", story.plan.title());
    for chapter in [adoption, first_year, acute_issue, second_year, amendment, succeeds] {
        chapter(&mut story)?;
    }
    Ok(())
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let language = match words.as_slice() {
        [] => Ok(Language::English),
        [flag, word] if flag == "--lang" => word.parse().map_err(|error| format!("--lang {word}: {error}")),
        _ => Err(USAGE.to_owned()),
    };
    match language.map(tell) {
        Ok(Ok(())) => ExitCode::SUCCESS,
        Ok(Err(problem)) => {
            eprintln!("{problem}");
            ExitCode::from(1)
        }
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::from(2)
        }
    }
}
