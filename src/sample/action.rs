//! Actions: what they serve, who does what, where and when, and where they come from.

use super::frame::{FIRST, Frame, YEARS, of_year};
use super::means;
use super::random::{Random, date};
use super::report::{self, Course};
use super::words;
use crate::draft::{ActionDraft, OriginDraft, PeriodDraft, ResponsibilityDraft, ServedDraft};
use crate::entity::{Approach, Disclosure, OriginKind, Role, ServedKind};

/// An action that goes on in the year after.
pub(super) struct Carried {
    id: String,
    title: String,
    serves: Vec<ServedDraft>,
}

/// What partners do for an action beside leading it.
const OTHERS: &[Role] =
    &[Role::Execute, Role::Execute, Role::Support, Role::Support, Role::Involved, Role::Consult, Role::Fund];

/// The actions of a year, and those of them that go on in the next. The first ones continue those of the year before.
pub(super) fn actions(
    frame: &Frame,
    year: usize,
    count: usize,
    carried: Vec<Carried>,
    random: &mut Random,
) -> (Vec<ActionDraft>, Vec<Carried>) {
    let mut earlier = carried.into_iter();
    let mut actions: Vec<ActionDraft> = Vec::with_capacity(count);
    let mut onward = Vec::new();
    for number in 0..count {
        let mut action = one(frame, year, earlier.next(), random);
        action.code = Some(format!("{year}-A{:03}", number + 1));
        if random.percent(5) {
            action.depends_on = random.pick(&actions).map(|before| before.id.clone()).into_iter().collect();
        }
        let course = Course::of_year(year, random);
        report::course(&mut action, year, course, random);
        if course == Course::Onward {
            let (id, title, serves) = (action.id.clone(), action.title.clone(), action.serves.clone());
            onward.push(Carried { id, title, serves });
        }
        actions.push(action);
    }
    (actions, onward)
}

fn one(frame: &Frame, year: usize, earlier: Option<Carried>, random: &mut Random) -> ActionDraft {
    let id = random.id();
    let mut action = match earlier {
        Some(earlier) => {
            ActionDraft { continues: vec![earlier.id], ..ActionDraft::new(id, earlier.title, earlier.serves) }
        }
        None => ActionDraft::new(id, title(random), serves(frame, random)),
    };
    if random.percent(20) {
        let subject = random.word(words::SUBJECTS);
        action.description =
            Some(format!("De aanpak richt zich op {subject}; de partners delen wat zij zien."));
    }
    action.item = random.percent(50).then(|| random.word(words::ITEMS).to_owned());
    action.origin = Some(origin(frame, year, random));
    action.registered_on = random.percent(3).then(|| random.day(year, 2, 3));
    action.disclosure = match random.below(100) {
        0..20 => Some(Disclosure::Public),
        20..28 => Some(Disclosure::Internal),
        28..30 => Some(Disclosure::Confidential),
        _ => None,
    };
    match random.below(10) {
        0..3 => action.period = Some(period(year, random)),
        3 => action.continuous = true,
        _ => {}
    }
    action.approach = random.pick(Approach::ALL).copied().into_iter().collect();
    action.responsibilities = responsibilities(frame, random);
    let areas = random.below(4);
    action.areas = random.some(areas, &frame.areas);
    action.powers = random.percent(4).then(|| random.word(words::POWERS).to_owned()).into_iter().collect();
    let measured = match random.below(100) {
        0..60 => &[],
        60..85 => frame.indicators.get(..5).unwrap_or_default(),
        _ => frame.indicators.get(5..).unwrap_or_default(),
    };
    action.indicators = random.some(1, measured);
    means::cost(&mut action, frame, year, random);
    action.fictional = true;
    action
}

fn title(random: &mut Random) -> String {
    let (deed, subject) = (random.word(words::DEEDS), random.word(words::SUBJECTS));
    if random.percent(50) {
        format!("{deed} {subject}")
    } else {
        format!("{deed} {subject} {}", random.word(words::ENDS))
    }
}

/// A pillar in 80 %, otherwise a theme; a second pillar in 10 %, and in 1 % a topic beside it.
fn serves(frame: &Frame, random: &mut Random) -> Vec<ServedDraft> {
    let pillar = random.percent(80) && !frame.pillars.is_empty();
    let (kind, from) =
        if pillar { (ServedKind::Pillar, &frame.pillars) } else { (ServedKind::Theme, &frame.themes) };
    let mut serves: Vec<ServedDraft> =
        random.pick(from).map(|id| ServedDraft::new(kind, id.clone())).into_iter().collect();
    let roll = random.below(100);
    let second = match roll {
        0..10 => random.pick(&frame.pillars).map(|id| ServedDraft::new(ServedKind::Pillar, id.clone())),
        10 => random.pick(&frame.topics).map(|id| ServedDraft::new(ServedKind::Topic, id.clone())),
        _ => None,
    };
    serves.extend(second.filter(|second| serves.iter().all(|first| first.id != second.id)));
    serves
}

/// One to four partners, of which exactly one leads in 97 %.
fn responsibilities(frame: &Frame, random: &mut Random) -> Vec<ResponsibilityDraft> {
    let led = random.percent(97);
    let count = random.between(1, 4);
    let partners = random.some(count, &frame.partners);
    let make = |(number, partner)| {
        let role = if led && number == 0 { Some(Role::Lead) } else { random.pick(OTHERS).copied() };
        let mut one = ResponsibilityDraft::new(partner, role.unwrap_or(Role::Involved));
        one.tasks = random.percent(5).then(|| "Levert informatie aan.".to_owned()).into_iter().collect();
        one.fictional = true;
        one
    };
    partners.into_iter().enumerate().map(make).collect()
}

/// A quarter, some months or one day of the year.
fn period(year: usize, random: &mut Random) -> PeriodDraft {
    let first = random.between(1, 10);
    match random.below(3) {
        0 => {
            let quarter = first.div_ceil(3).min(4);
            PeriodDraft::new(date(year, quarter * 3 - 2, 1), date(year, quarter * 3, 28))
        }
        1 => PeriodDraft::new(date(year, first, 1), date(year, random.between(first, 12), 28)),
        _ => {
            let day = random.day(year, first, 12);
            PeriodDraft::new(day.clone(), day)
        }
    }
}

/// Regular work in 60 %, otherwise something that asked for it.
fn origin(frame: &Frame, year: usize, random: &mut Random) -> OriginDraft {
    let motion = year.saturating_sub(FIRST).min(YEARS - 1);
    // What came up later is no origin.
    let issues = frame.issues.get(..=motion).unwrap_or(&frame.issues);
    let learned = if year == FIRST { &[] } else { of_year(&frame.learned, year - 1) };
    let (kind, id, name) = match random.below(100) {
        0..8 => (OriginKind::AnalysisFinding, random.pick(&frame.found), None),
        8..16 => (OriginKind::EvaluationFinding, random.pick(learned), None),
        16..20 => (OriginKind::Decision, frame.motions.get(motion), None),
        20..23 => (OriginKind::AcuteIssue, random.pick(issues), None),
        23..30 => (OriginKind::FrameworkItem, random.pick(&frame.shared.items), None),
        30..35 => (OriginKind::Programme, None, Some("Landelijk programma")),
        35..38 => (OriginKind::OtherPlan, None, Some("Handhavingsplan")),
        38..40 => (OriginKind::Other, None, Some("Vraag van inwoners")),
        _ => (OriginKind::Regular, None, None),
    };
    if kind.is_named() || id.is_some() {
        OriginDraft { id: id.cloned(), name: name.map(str::to_owned), ..OriginDraft::new(kind) }
    } else {
        OriginDraft::new(OriginKind::Regular)
    }
}
