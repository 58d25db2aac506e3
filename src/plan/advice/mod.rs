//! Advice: what an expert would point out on a day. It never refuses a plan, unless the plan's own profile says so.

mod context;
mod execution;
mod life;
mod priority;
mod whole;

use std::any::Any;
use std::collections::{BTreeMap, HashSet};

use uuid::Uuid;

use super::{Element, Judgement, Limits, View, facts};
use crate::entity::{
    Action, Addressee, AnswerLink, ExecutionPlan, Level, Period, Responsibility, Served, ServedKind,
};
use crate::finding::{Arg, Code, Finding, Findings, Sink};
use crate::kind::Kind;
use crate::place::{Path, Place};
use crate::value::{Date, MunicipalityCode};
use crate::wire::{Reach, Typed, Visitor};

/// All advice on a plan, as of a day.
pub(super) fn advise(view: View<'_>, as_of: Date) -> Findings {
    let mut advice = Advice::of(view, false);
    advice.without_a_day();
    advice.facts_in_future(as_of);
    advice.cycle(as_of);
    advice.exemptions(as_of);
    advice.found.finish()
}

/// The advice that the profile makes an error of the plan; only rules that need no day can be.
pub(super) fn strict(view: View<'_>) -> Vec<Finding> {
    let judgement = Judgement::of(view.plan.profile());
    let enforced = |code: &Code| judgement.level_of(*code) == Level::Error;
    if !DAYLESS_JUDGED.iter().any(enforced) {
        return Vec::new();
    }
    let mut advice = Advice::of(view, true);
    advice.without_a_day();
    std::mem::take(advice.found.kept())
}

/// The advice whose weight a profile sets and that needs no day.
const DAYLESS_JUDGED: [Code; 5] = [
    Code::PlanNoLegalBasis,
    Code::PriorityNoAnalysis,
    Code::PriorityNoDirector,
    Code::PlanTooManyPriorities,
    Code::ExecutionPlanSecondInYear,
];

/// Whether a profile can make this advice an error of the plan: only where it needs no day.
pub(super) fn is_enforceable(code: Code) -> bool {
    DAYLESS_JUDGED.contains(&code)
}

/// Gathers advice on a plan.
struct Advice<'a> {
    view: View<'a>,
    judgement: Judgement,
    used: Used,
    /// The municipalities of the plan.
    own: HashSet<&'a MunicipalityCode>,
    /// Only what the profile makes an error of the plan.
    strict: bool,
    found: Sink,
}

impl<'a> Advice<'a> {
    fn of(view: View<'a>, strict: bool) -> Self {
        let mut used = Used::default();
        view.plan.walk(&Path::ROOT, &mut used);
        let own = view.plan.municipalities().iter().map(|municipality| municipality.code()).collect();
        Self {
            view,
            judgement: Judgement::of(view.plan.profile()),
            used,
            own,
            strict,
            found: Limits::default().sink(),
        }
    }

    fn without_a_day(&mut self) {
        self.whole();
        self.context();
        self.priorities();
        self.execution();
    }

    /// Advice on an element.
    fn on(&mut self, code: Code, element: Element<'_>, args: &[Arg]) {
        let place = self.view.index.place_of(element.id().into_uuid());
        self.at(code, element, place, args);
    }

    /// Advice on an element, at a place of its own.
    fn at(&mut self, code: Code, element: Element<'_>, place: Place, args: &[Arg]) {
        self.add(Finding::new(code, place, args).about(element.kind(), element.id().into_uuid()));
    }

    fn add(&mut self, finding: Finding) {
        let level = self.judgement.level_of(finding.code);
        let asked = if self.strict {
            level == Level::Error && DAYLESS_JUDGED.contains(&finding.code)
        } else {
            level != Level::Off
        };
        if asked {
            self.found.find(finding);
        }
    }

    fn place(&self, element: Element<'_>) -> Place {
        self.view.index.place_of(element.id().into_uuid())
    }

    fn facts_in_future(&mut self, as_of: Date) {
        for fact in facts::of(self.view.plan) {
            if fact.day > as_of {
                let days = [fact.day, as_of].map(|day| Arg::from(day.to_string()));
                self.add(Finding::new(Code::FactInFuture, fact.place, &days).about(fact.kind, fact.id));
            }
        }
    }
}

/// What is used where, gathered in one walk.
#[derive(Default)]
struct Used {
    /// Partners that do something.
    partners: HashSet<Uuid>,
    /// Topics that something names.
    topics: HashSet<Uuid>,
    /// Framework items that something answers.
    answered: HashSet<Uuid>,
}

impl Visitor for Used {
    fn object(&mut self, _at: &Path<'_>, object: &dyn Any) {
        if let Some(one) = object.downcast_ref::<Responsibility>() {
            self.partners.insert(one.partner().into_uuid());
        } else if let Some(link) = object.downcast_ref::<AnswerLink>() {
            self.answered.insert(link.id().into_uuid());
        } else if let Some(addressee) = object.downcast_ref::<Addressee>() {
            self.partners.extend(addressee.partner().map(|partner| partner.into_uuid()));
        }
    }

    fn reference(&mut self, _at: &Path<'_>, kind: Kind, id: Uuid, _reach: Reach) {
        if kind == Kind::Topic {
            self.topics.insert(id);
        }
    }
}

/// The elements that an action serves, and everything above them up to the priority or theme.
fn served_upward<'a>(view: View<'a>, served: &Served) -> Vec<Element<'a>> {
    let mut above = Vec::new();
    let mut at = match served.kind() {
        ServedKind::Pillar | ServedKind::Priority | ServedKind::Theme | ServedKind::Objective => {
            view.get(served.id().into_uuid())
        }
        _ => None,
    };
    while let Some(element) = at.filter(|element| !matches!(element, Element::Plan(_))) {
        above.push(element);
        at = view.holder(element.id().into_uuid());
    }
    above
}

/// The actions of an execution plan by what they serve, directly or through a pillar.
fn by_served<'a>(view: View<'a>, plan: &'a ExecutionPlan) -> BTreeMap<Uuid, Vec<&'a Action>> {
    let mut by_served: BTreeMap<Uuid, Vec<&Action>> = BTreeMap::new();
    for action in plan.actions() {
        let above: HashSet<Uuid> = action
            .serves()
            .iter()
            .flat_map(|served| served_upward(view, served))
            .map(|element| element.id().into_uuid())
            .collect();
        for id in above {
            by_served.entry(id).or_default().push(action);
        }
    }
    by_served
}

/// The years that a title names, in its order, and whether the first two stand as a range: `2020-2023`.
fn years_named(title: &str) -> (Vec<i32>, bool) {
    let mut years: Vec<(usize, i32)> = Vec::new();
    let mut start = 0;
    for word in title.split(|c: char| !c.is_ascii_digit()) {
        let year = word.parse::<i32>().ok().filter(|year| word.len() == 4 && (1900..=2199).contains(year));
        years.extend(year.map(|year| (start, year)));
        start += word.len();
        start += title.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    }
    let range = match years.as_slice() {
        [(first, _), (second, _), ..] => matches!(title.get(first + 4..*second), Some("-" | "–" | "/")),
        _ => false,
    };
    (years.into_iter().map(|(_, year)| year).collect(), range)
}

/// The years that the title of a plan names, if they are not the period's: its first range, or else all its years.
fn other_years(title: &str, period: &Period) -> Option<[Arg; 2]> {
    let (years, range) = years_named(title);
    let own = (period.start().year(), period.end().year());
    let fits = match years.as_slice() {
        [] => true,
        [first, last, ..] if range => (*first, *last) == own,
        years => years.iter().any(|year| (own.0..=own.1).contains(year)),
    };
    (!fits).then(|| {
        let named: Vec<String> = years.iter().map(ToString::to_string).collect();
        let own = if own.0 == own.1 { own.0.to_string() } else { format!("{}-{}", own.0, own.1) };
        [Arg::from(named.join("-").as_str()), Arg::from(own)]
    })
}

/// The years that the title of an execution plan names, if none of them is the period's: it may name the plan's too.
fn years_of_others(title: &str, period: &Period) -> Option<[Arg; 2]> {
    let (years, _) = years_named(title);
    let none_is_own = !period.years().any(|year| years.contains(&year));
    if none_is_own { other_years(title, period) } else { None }
}

#[cfg(test)]
mod tests {
    use super::years_named;

    #[test]
    fn years_and_ranges_are_found_in_titles() {
        assert_eq!(years_named("IVP 2027-2030, vastgesteld in 2026"), (vec![2027, 2030, 2026], true));
        assert_eq!(
            years_named("Uitvoeringsplan 2027 bij het IVP 2027–2030"),
            (vec![2027, 2027, 2030], false)
        );
        assert_eq!(years_named("één plan 2020–2023"), (vec![2020, 2023], true));
        assert_eq!(years_named("20201 woningen, 12 wijken"), (vec![], false));
    }
}
