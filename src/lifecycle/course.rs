//! How far decisions brought a plan, execution plan or proposal, in one municipality.

use super::history::{Ruling, informs_council};
use crate::entity::{Act, ObjectKind};
use crate::value::{Date, MunicipalityCode};

/// How far decisions brought it; dates are not looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Stage {
    Rejected,
    Withdrawn,
    #[default]
    Draft,
    Consulted,
    Proposed,
    Noted,
    Settled,
}

/// What was decided on something, in the order of the facts, for one municipality.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Course<'a> {
    pub(super) stage: Stage,
    /// The decision that brought it to its stage.
    pub(super) since: Option<Ruling<'a>>,
    /// The adoption that holds.
    pub(crate) adopted: Option<Ruling<'a>>,
    /// The first that brought it before the council.
    pub(crate) sent: Option<Ruling<'a>>,
    /// The last amendment.
    pub(crate) amended: Option<Ruling<'a>>,
    /// The last extension.
    pub(crate) extended: Option<Ruling<'a>>,
    pub(crate) closed: Option<Ruling<'a>>,
}

impl<'a> Course<'a> {
    /// What these decisions, in their order, come to in a municipality.
    pub(crate) fn of(rulings: &[Ruling<'a>], municipality: &MunicipalityCode) -> Self {
        let mut course = Self::default();
        for ruling in rulings.iter().filter(|ruling| ruling.holds_in(municipality)) {
            course.take(*ruling);
        }
        course
    }

    fn take(&mut self, ruling: Ruling<'a>) {
        match ruling.act() {
            Act::Consult => self.reach(Stage::Consulted, ruling),
            Act::Propose if self.stage < Stage::Consulted => self.restart(Stage::Proposed, ruling),
            Act::Propose => self.reach(Stage::Proposed, ruling),
            Act::Adopt | Act::Accept => {
                // What was adopted already is adopted anew, and stands since the first time.
                if self.adopted.is_none() {
                    self.restart(Stage::Settled, ruling);
                    self.adopted = Some(ruling);
                }
            }
            // Of a plan it changes nothing: an execution plan can do without adoption, a plan can't.
            Act::TakeNote if ruling.clause.object().kind() == ObjectKind::Plan => {}
            Act::TakeNote => self.reach(Stage::Noted, ruling),
            Act::Reject if self.adopted.is_none() => self.restart(Stage::Rejected, ruling),
            Act::Withdraw => {
                self.restart(Stage::Withdrawn, ruling);
                self.adopted = None;
            }
            Act::Amend => self.amended = Some(ruling),
            Act::Extend => self.extended = Some(ruling),
            Act::Close => self.closed = self.closed.or(Some(ruling)),
            Act::Reject | Act::Inform | Act::Instruct => {}
        }
        if informs_council(&ruling) {
            self.sent = self.sent.or(Some(ruling));
        }
    }

    fn reach(&mut self, stage: Stage, ruling: Ruling<'a>) {
        let is_over = matches!(self.stage, Stage::Rejected | Stage::Withdrawn);
        if stage > self.stage && !is_over {
            self.restart(stage, ruling);
        }
    }

    fn restart(&mut self, stage: Stage, ruling: Ruling<'a>) {
        self.stage = stage;
        self.since = Some(ruling);
    }

    /// The last day, with extensions and an early close.
    pub(crate) fn end(&self, end: Date) -> Date {
        let until = self.extended.and_then(|ruling| ruling.clause.until());
        let end = until.map_or(end, |until| until.max(end));
        self.closed.map_or(end, |close| close.date().min(end))
    }
}
