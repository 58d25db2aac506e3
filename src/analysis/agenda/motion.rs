//! Motions on which nothing followed.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use super::OpenMotion;
use crate::entity::{Act, OriginKind};
use crate::lifecycle::{ActionState, Ruling, informs_council, municipalities_of, told_apart};
use crate::plan::Named;
use crate::plan::{AsOf, Element, SafetyPlan};
use crate::value::MunicipalityCode;

/// The motions up to the day on which nothing followed, in the order of date and document.
///
/// Something followed where a later clause on the same element, for the same municipality, informs the council of it,
/// closes or amends it, and where an action that comes from the motion is done. What all councils asked, something must have
/// followed in each of their municipalities.
pub(super) fn open(plan: &SafetyPlan, then: &AsOf<'_>) -> Vec<OpenMotion> {
    let done = answered_by_action(then);
    let day = then.day();
    let known = |ruling: &Ruling<'_>| ruling.date() <= day;
    let mut open: Vec<OpenMotion> = Vec::new();
    for rulings in then.history().objects() {
        // The last that followed, by the municipality that it was decided for; `None` is all of them.
        let mut followed: HashMap<Option<&MunicipalityCode>, usize> = HashMap::new();
        for (number, ruling) in rulings.iter().enumerate().filter(|(_, ruling)| known(ruling)) {
            if follows(ruling) {
                followed.insert(ruling.decision.municipality(), number);
            }
        }
        let last_in = |one: &MunicipalityCode| followed.get(&Some(one)).max(followed.get(&None)).copied();
        // Of all councils, the one that was answered longest ago, or not at all, keeps it open.
        let object = rulings.first().and_then(|ruling| plan.element(ruling.clause.object().id().into_uuid()));
        let of: Vec<&MunicipalityCode> = match object {
            Some(Element::ExecutionPlan(execution)) => municipalities_of(plan, execution).collect(),
            _ => plan.municipalities().iter().map(|one| one.code()).collect(),
        };
        let last = told_apart(of, rulings).into_iter().map(last_in).min().flatten();
        for (number, motion) in rulings.iter().enumerate().filter(|(_, ruling)| known(ruling)) {
            let own = motion.decision.municipality();
            let answered = own.map_or(last, last_in).is_some_and(|later| number < later)
                || done.contains(&motion.decision.id().into_uuid());
            if motion.act() == Act::Instruct && !answered {
                open.extend(open_motion(plan, motion));
            }
        }
    }
    open.sort_by(|a, b| (a.date, &a.place).cmp(&(b.date, &b.place)));
    open
}

fn follows(ruling: &Ruling<'_>) -> bool {
    informs_council(ruling) || matches!(ruling.act(), Act::Close | Act::Amend)
}

fn open_motion(plan: &SafetyPlan, motion: &Ruling<'_>) -> Option<OpenMotion> {
    Some(OpenMotion {
        decision: Named::from(Element::Decision(motion.decision)),
        date: motion.date(),
        object: Named::from(plan.element(motion.clause.object().id().into_uuid())?),
        text: motion.clause.text().map(ToString::to_string).unwrap_or_default(),
        place: motion.place(),
    })
}

/// The decisions that an action comes from which is done.
fn answered_by_action(then: &AsOf<'_>) -> HashSet<Uuid> {
    let done = then.actions().filter(|(_, standing)| standing.state == ActionState::Done);
    let origins = done.filter_map(|(action, _)| action.origin());
    let decisions = origins.filter(|origin| origin.kind() == OriginKind::Decision);
    decisions.filter_map(|origin| Some(origin.id()?.into_uuid())).collect()
}
