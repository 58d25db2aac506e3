//! Reports: how far actions are on the day that states are asked as of.

use super::frame::{FIRST, YEARS};
use super::random::{Random, date};
use super::words;
use crate::draft::{ActionDraft, LightsDraft, ProgressDraft};
use crate::entity::{Effect, Light, Status};

/// How an action goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Course {
    /// Nothing is reported.
    Silent,
    /// The last report says this.
    Told(Status),
    /// It goes on in the year after.
    Onward,
}

impl Course {
    /// A course of the shares of the year: most of a past year is done, much of the last is still to come.
    pub(super) fn of_year(year: usize, random: &mut Random) -> Self {
        let roll = random.below(100);
        if year + 1 < FIRST + YEARS {
            match roll {
                0..58 => Self::Told(Status::Done),
                58..68 => Self::Told(Status::PartlyDone),
                68..74 => Self::Told(Status::NotDone),
                74..79 => Self::Told(Status::Cancelled),
                79..87 => Self::Onward,
                87..92 => Self::Told(Status::Delayed),
                92..97 => Self::Told(Status::Started),
                _ => Self::Silent,
            }
        } else {
            match roll {
                0..45 => Self::Silent,
                45..78 => Self::Told(Status::Started),
                78..86 => Self::Told(Status::Delayed),
                86..97 => Self::Told(Status::Done),
                _ => Self::Told(Status::Cancelled),
            }
        }
    }
}

/// Reports on an action of the year that show its course.
pub(super) fn course(action: &mut ActionDraft, year: usize, course: Course, random: &mut Random) {
    let last = year + 1 == FIRST + YEARS;
    // In the last year everything comes before the day that is asked as of.
    let (begun, told) = if last { ((1, 3), (4, 6)) } else { ((4, 6), (7, 12)) };
    let status = match course {
        Course::Silent => return,
        Course::Onward => Status::Delayed,
        Course::Told(status) => status,
    };
    let cancelled = matches!(status, Status::Cancelled | Status::NotDone);
    if !cancelled && (status == Status::Started || random.percent(40)) {
        let mut first = ProgressDraft::new(random.day(year, begun.0, begun.1));
        first.status = Some(Status::Started);
        first.percent = random.percent(30).then(|| random.between(1, 5) as u64 * 10);
        first.fictional = true;
        action.progress.push(first);
    }
    if status == Status::Started {
        return;
    }
    let mut report = ProgressDraft::new(random.day(year, told.0, told.1));
    report.status = Some(status);
    if random.percent(30) {
        report.lights = Some(lights(status, random));
    }
    match status {
        Status::Delayed => {
            let planned = action.period.is_some();
            report.expected_end = planned.then(|| date(year + 1, 3, 31));
        }
        Status::Done | Status::PartlyDone => {
            report.effect = match random.below(10) {
                0..3 => Some(Effect::Positive),
                3 => Some(Effect::None),
                4 => Some(Effect::Negative),
                _ => None,
            };
            let cents = action.cost.as_ref().and_then(|cost| cost.amount.cents);
            report.spent = cents.map(|cents| cents / 100 * random.between(70, 100) as u64);
        }
        _ => {}
    }
    if matches!(status, Status::Delayed | Status::NotDone | Status::Cancelled) {
        report.reason = Some(random.word(words::REASONS).to_owned());
    }
    report.fictional = true;
    action.progress.push(report);
}

fn lights(status: Status, random: &mut Random) -> LightsDraft {
    let time = if status == Status::Done { Light::Green } else { Light::Amber };
    let money = random.pick(Light::ALL).copied();
    LightsDraft { time: Some(time), money, ..LightsDraft::new() }
}
