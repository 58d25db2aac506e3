//! The strategic part: objectives, principles, priorities with their pillars, and themes.

use super::Sample;
use super::frame::{FIRST, Frame};
use super::random::Random;
use super::words;
use crate::draft::{
    AnswerLinkDraft, GroundLinkDraft, ObjectiveDraft, PillarDraft, PrincipleDraft, PriorityDraft,
    ResponsibilityDraft, SupportLinkDraft, ThemeDraft,
};
use crate::entity::{Basis, Contribution, GroundKind, PriorityOrigin, Role, SafetyField, Tier};

/// One main objective with three sub-objectives.
pub(super) fn objectives(frame: &Frame, random: &mut Random) -> Vec<ObjectiveDraft> {
    let mut main =
        ObjectiveDraft::new(random.id(), "De gemeente is een veilige plaats om te wonen en te werken.");
    main.code = Some("H".to_owned());
    main.by = Some((FIRST + 3).to_string());
    main.fictional = true;
    main.indicators = frame.indicators.iter().skip(7).take(1).cloned().collect();
    let texts = [
        "Er zijn minder slachtoffers van misdrijven.",
        "Inwoners voelen zich veiliger in hun buurt.",
        "Veiligheid is een zaak van gemeente, partners en inwoners samen.",
    ];
    let sub = |(number, text)| ObjectiveDraft {
        code: Some(format!("S{}", number + 1)),
        indicators: frame.indicators.iter().skip(4 + number).take(1).cloned().collect(),
        fictional: true,
        ..ObjectiveDraft::new(random.id(), text)
    };
    main.sub_objectives = texts.into_iter().enumerate().map(sub).collect();
    vec![main]
}

pub(super) fn principles(random: &mut Random) -> Vec<PrincipleDraft> {
    let titles =
        ["Regie en samenwerking", "Informatiegestuurd werken", "Voorkomen, zorgen en optreden in balans"];
    let make = |(number, title)| PrincipleDraft {
        code: Some(format!("U{}", number + 1)),
        text: Some("Dit is het uitgangspunt van de aanpak.".to_owned()),
        fictional: true,
        ..PrincipleDraft::new(random.id(), title)
    };
    titles.into_iter().enumerate().map(make).collect()
}

/// Two to six priorities; their pillars are noted in the frame.
pub(super) fn priorities(
    sample: &Sample,
    frame: &mut Frame,
    goals: &[ObjectiveDraft],
    random: &mut Random,
) -> Vec<PriorityDraft> {
    let subs: Vec<String> =
        goals.iter().flat_map(|main| &main.sub_objectives).map(|sub| sub.id.clone()).collect();
    let count = random.between(2, 6);
    (0..count).map(|number| priority(sample, frame, &subs, number, random)).collect()
}

fn priority(
    sample: &Sample,
    frame: &mut Frame,
    subs: &[String],
    number: usize,
    random: &mut Random,
) -> PriorityDraft {
    let code = format!("P{}", number + 1);
    let subject = random.word(words::SUBJECTS);
    let mut priority = PriorityDraft::new(random.id(), format!("Prioriteit {}: {subject}", number + 1));
    priority.introduction = Some(format!("De gemeente maakt extra werk van {subject}."));
    priority.problem = Some(format!("De analyse laat zien dat {subject} de leefbaarheid raakt."));
    priority.municipal_role = Some("De gemeente voert de regie.".to_owned());
    priority.origin = Some(if number == 0 { PriorityOrigin::Regional } else { PriorityOrigin::Local });
    priority.safety_field = random.pick(SafetyField::ALL).copied();
    priority.contribution = Some(Contribution::Unspecified);
    priority.objectives = vec![objective(frame, &code, subs, random)];
    priority.reasons = (0..random.between(3, 5)).map(|_| reason(random)).collect();
    let answered = random.below(4);
    priority.answers = answers(random.some(answered, &frame.shared.items), random);
    let found = random.pick(&frame.found).cloned();
    priority.based_on =
        found.into_iter().map(|id| GroundLinkDraft::new(GroundKind::AnalysisFinding, id)).collect();
    priority.topics = random.some(1, &frame.topics);
    priority.policy_domains = vec!["Sociaal domein".to_owned()];
    let director = random.pick(&frame.partners).cloned();
    priority.responsibilities =
        director.into_iter().map(|id| ResponsibilityDraft::new(id, Role::Director)).collect();
    let pillars = sample.pillars.unwrap_or_else(|| random.between(3, 5));
    priority.pillars =
        (0..pillars).map(|at| pillar(frame, format!("{code}.{}", at + 1), true, random)).collect();
    priority.code = Some(code);
    priority.fictional = true;
    priority
}

fn reason(random: &mut Random) -> String {
    format!("De partners zien een toename van {}.", random.word(words::SUBJECTS))
}

/// An objective that supports one or two sub-objectives; half of the links are read into the plan.
fn objective(frame: &Frame, code: &str, subs: &[String], random: &mut Random) -> ObjectiveDraft {
    let mut objective =
        ObjectiveDraft::new(random.id(), "De problematiek is aan het einde van het plan afgenomen.");
    objective.code = Some(format!("{code}.D"));
    objective.purpose = Some("Inwoners merken dat het veiliger is.".to_owned());
    let count = random.between(1, 2);
    for id in random.some(count, subs) {
        let mut link = SupportLinkDraft::new(id);
        link.basis = random.percent(50).then_some(Basis::Read);
        objective.supports.push(link);
    }
    objective.indicators = random.some(1, frame.indicators.get(5..).unwrap_or_default());
    objective.fictional = true;
    objective
}

fn answers(items: Vec<String>, random: &mut Random) -> Vec<AnswerLinkDraft> {
    let link =
        |id| AnswerLinkDraft { basis: random.percent(50).then_some(Basis::Read), ..AnswerLinkDraft::new(id) };
    items.into_iter().map(link).collect()
}

/// A pillar; one in six falls apart into two.
fn pillar(frame: &mut Frame, code: String, outer: bool, random: &mut Random) -> PillarDraft {
    let line = random.word(words::LINES);
    let mut pillar = PillarDraft::new(random.id(), format!("{line} ({code})"));
    frame.pillars.push(pillar.id.clone());
    pillar.label = Some("pijler".to_owned());
    pillar.description = Some(format!("{line} rond {}.", random.word(words::SUBJECTS)));
    if random.percent(10) {
        pillar.answers = answers(random.some(1, &frame.shared.items), random);
    }
    if random.percent(20) {
        pillar.powers = vec![random.word(words::POWERS).to_owned()];
    }
    if outer && random.below(6) == 0 {
        pillar.pillars =
            (1..=2).map(|at| self::pillar(frame, format!("{code}.{at}"), false, random)).collect();
    }
    pillar.code = Some(code);
    pillar.fictional = true;
    pillar
}

/// Nine regular themes.
pub(super) fn themes(frame: &Frame, random: &mut Random) -> Vec<ThemeDraft> {
    let make = |(number, (id, title)): (usize, (&String, &&'static str))| {
        let mut theme = ThemeDraft::new(id.clone(), *title);
        theme.code = Some(format!("R{}", number + 1));
        theme.tier = Some(Tier::Regular);
        theme.safety_field = random.pick(SafetyField::ALL).copied();
        theme.description = Some("Dit werk gaat door.".to_owned());
        if random.percent(20) {
            theme.answers = answers(random.some(1, &frame.shared.items), random);
        }
        theme.fictional = true;
        theme
    };
    frame.themes.iter().zip(words::THEMES).enumerate().map(make).collect()
}
