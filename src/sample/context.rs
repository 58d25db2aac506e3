//! What a plan stands in: partners, areas, the framework, analyses, topics and indicators.

use super::SHARED_PARTNERS;
use super::frame::{FIRST, Frame};
use super::random::Random;
use super::words;
use crate::draft::{
    AnalysisDraft, AnalysisFindingDraft, AreaDraft, BaselineDraft, FigureDraft, FrameworkDraft,
    FrameworkItemDraft, IndicatorDraft, PartnerDraft, PeriodDraft, TargetDraft, TopicDraft,
};
use crate::entity::{
    AnalysisKind, AreaLevel, Comparator, Direction, Disclosure, FrameworkLevel, FrameworkRelation,
    IndicatorKind, Involvement, PartnerFunction, PartnerKind, Perception, SafetyField,
};

/// From the first of January of a year to the last day of that or another.
pub(super) fn years(first: usize, last: usize) -> PeriodDraft {
    PeriodDraft::new(format!("{first}-01-01"), format!("{last}-12-31"))
}

pub(super) fn partners(frame: &Frame) -> Vec<PartnerDraft> {
    let partner = |(number, id): (usize, &String)| {
        let shared = words::SHARED.get(number);
        let local = number.saturating_sub(SHARED_PARTNERS);
        let name = shared.map_or_else(
            || match words::LOCAL.get(local) {
                Some(name) => format!("{name} {}", frame.place.digits),
                None => format!("Partner {} {}", number + 1, frame.place.digits),
            },
            |name| (*name).to_owned(),
        );
        let mut partner = PartnerDraft::new(id.clone(), name, kind(number));
        partner.code = Some(format!("partner-{}", number + 1));
        partner.function = function(number);
        partner.strategic = number < 8;
        partner.description = partner.strategic.then(|| "Werkt mee aan de aanpak.".to_owned());
        if number >= SHARED_PARTNERS && kind(number) == PartnerKind::Organisation {
            partner.member_of = frame.partners.get(4).cloned().into_iter().collect();
        }
        if number < 3 {
            partner.involved_in = vec![Involvement::Analysis, Involvement::PolicyDevelopment];
        }
        partner.fictional = true;
        partner
    };
    frame.partners.iter().enumerate().map(partner).collect()
}

fn kind(number: usize) -> PartnerKind {
    match number {
        4 => PartnerKind::Partnership,
        5 | 6 => PartnerKind::Team,
        11 => PartnerKind::Group,
        _ => PartnerKind::Organisation,
    }
}

fn function(number: usize) -> Option<PartnerFunction> {
    match number {
        0 => Some(PartnerFunction::Police),
        1 => Some(PartnerFunction::Prosecution),
        2 => Some(PartnerFunction::SafetyRegion),
        3 => Some(PartnerFunction::InformationCentre),
        4 => Some(PartnerFunction::CareSafetyHouse),
        6 => Some(PartnerFunction::Enforcement),
        _ => None,
    }
}

/// The municipality, its wijken with their buurten, and some hotspots.
pub(super) fn areas(frame: &Frame, random: &mut Random) -> Vec<AreaDraft> {
    let digits = &frame.place.digits;
    let mut wijken: Vec<(String, usize)> = Vec::new();
    let mut areas = Vec::with_capacity(frame.areas.len());
    for (number, id) in frame.areas.iter().enumerate() {
        let municipality = frame.areas.first().cloned();
        let wijk = random.pick(&wijken).cloned();
        let (name, level, code, within) = match (number, number % 6, wijk) {
            (0, ..) => {
                (format!("Gemeente {digits}"), AreaLevel::Municipality, Some(format!("GM{digits}")), None)
            }
            (_, 1, _) | (_, _, None) => {
                let wijk = wijken.len();
                wijken.push((id.clone(), wijk));
                let code = format!("WK{digits}{wijk:02}");
                (format!("Wijk {wijk:02}"), AreaLevel::Wijk, Some(code), municipality)
            }
            (_, 5, Some((within, _))) => (format!("Plein {number}"), AreaLevel::Hotspot, None, Some(within)),
            (_, _, Some((within, wijk))) => {
                let code = format!("BU{digits}{wijk:02}{number:02}");
                (format!("Buurt {number:02}"), AreaLevel::Buurt, Some(code), Some(within))
            }
        };
        let mut area = AreaDraft::new(id.clone(), name);
        area.code = Some(format!("G{number}"));
        area.level = Some(level);
        area.cbs_year = code.is_some().then_some(2020);
        area.cbs_code = code;
        area.within = within;
        area.fictional = true;
        areas.push(area);
    }
    areas
}

/// The framework that all plans answer.
pub(super) fn framework(frame: &Frame) -> FrameworkDraft {
    let item = |(number, (id, title)): (usize, (&String, &&'static str))| FrameworkItemDraft {
        code: Some(format!("K1.{}", number + 1)),
        kind: Some("thema".to_owned()),
        fictional: true,
        ..FrameworkItemDraft::new(id.clone(), *title)
    };
    let mut framework = FrameworkDraft::new(frame.shared.framework.clone(), "Regionale veiligheidsagenda");
    framework.code = Some("K1".to_owned());
    framework.level = Some(FrameworkLevel::Regional);
    framework.relation = Some(FrameworkRelation::Party);
    framework.period = Some(years(FIRST - 1, FIRST + 3));
    framework.items =
        frame.shared.items.iter().zip(words::ITEMS_OF_FRAMEWORK).enumerate().map(item).collect();
    framework.fictional = true;
    framework
}

/// A safety analysis and the evaluation of the predecessor, with three findings each.
pub(super) fn analyses(frame: &Frame, random: &mut Random) -> Vec<AnalysisDraft> {
    let kinds = [
        (AnalysisKind::SafetyAnalysis, "Veiligheidsanalyse"),
        (AnalysisKind::Evaluation, "Evaluatie van het vorige plan"),
    ];
    let make = |(number, ((kind, title), found)): (usize, ((AnalysisKind, &'static str), &[String]))| {
        let mut analysis = AnalysisDraft::new(random.id(), title, kind);
        analysis.code = Some(format!("AN{}", number + 1));
        analysis.date = Some(format!("{}-0{}-15", FIRST - 1, number + 3));
        analysis.findings = found
            .iter()
            .map(|id| AnalysisFindingDraft {
                safety_field: random.pick(SafetyField::ALL).copied(),
                fictional: true,
                ..AnalysisFindingDraft::new(
                    id.clone(),
                    format!("Er is meer aandacht nodig voor {}.", random.word(words::SUBJECTS)),
                )
            })
            .collect();
        analysis.fictional = true;
        analysis
    };
    kinds.into_iter().zip(frame.found.chunks(3)).enumerate().map(make).collect()
}

pub(super) fn topics(frame: &Frame, random: &mut Random) -> Vec<TopicDraft> {
    let make = |(number, id): (usize, &String)| {
        let mut topic = TopicDraft::new(
            id.clone(),
            format!("Onderwerp {}: {}", number + 1, random.word(words::SUBJECTS)),
        );
        topic.code = Some(format!("T{}", number + 1));
        topic.fictional = true;
        topic
    };
    frame.topics.iter().enumerate().map(make).collect()
}

/// The first half counts what is produced, the other half what comes of it.
pub(super) fn indicators(frame: &Frame, random: &mut Random) -> Vec<IndicatorDraft> {
    let half = words::MEASURES.len() / 2;
    let make =
        |(number, (id, (name, unit, felt))): (usize, (&String, &(&'static str, &'static str, bool)))| {
            let mut indicator = IndicatorDraft::new(id.clone(), *name, *unit);
            indicator.code = Some(format!("I{}", number + 1));
            indicator.kind = Some(if number < half { IndicatorKind::Output } else { IndicatorKind::Outcome });
            indicator.perception = Some(if *felt { Perception::Subjective } else { Perception::Objective });
            let better = if number < half { Direction::HigherIsBetter } else { Direction::LowerIsBetter };
            indicator.direction = Some(better);
            let start = random.between(5, 60);
            let before = years(FIRST - 1, FIRST - 1);
            indicator.baseline = Some(if number == half {
                BaselineDraft { missing: Some("NNB".to_owned()), ..BaselineDraft::new(before) }
            } else {
                BaselineDraft { value: Some(format!("{start}.5")), ..BaselineDraft::new(before) }
            });
            let mut target = TargetDraft::new(format!("{}-12-31", FIRST + 3));
            target.comparator = Some(if number < half { Comparator::AtLeast } else { Comparator::AtMost });
            target.value = Some(start.to_string());
            indicator.targets = vec![target];
            indicator.figures = (FIRST..FIRST + 3).map(|year| figure(year, start, random)).collect();
            indicator.disclosure = Some(Disclosure::Public);
            indicator.fictional = true;
            indicator
        };
    frame.indicators.iter().zip(words::MEASURES).enumerate().map(make).collect()
}

fn figure(year: usize, near: usize, random: &mut Random) -> FigureDraft {
    let mut figure = FigureDraft::new(years(year, year));
    figure.reported_on = Some(format!("{}-03-01", year + 1));
    figure.value =
        Some(format!("{}.{}", random.between(near.saturating_sub(5), near + 5), random.between(1, 9)));
    figure.note = Some("Ligt in de lijn van de regio.".to_owned());
    figure.fictional = true;
    figure
}
