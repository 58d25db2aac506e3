//! A filter answered by walking the entities: every link is followed again each time, and nothing is kept of it.

use std::collections::{BTreeMap, BTreeSet};

use veiligheidsplan::entity::{Action, Certainty, Disclosure, ExecutionPlan, Period};
use veiligheidsplan::id::ActionId;
use veiligheidsplan::lifecycle::ActionState;
use veiligheidsplan::power::POWERS;
use veiligheidsplan::trace::{CostTest, Facet, Filter, Gap, Link, LinkBasis, Mark, Node};
use veiligheidsplan::uuid::Uuid;
use veiligheidsplan::value::MunicipalityCode;
use veiligheidsplan::{AsOf, Date, Element, ElementId, Kind, SafetyPlan};

/// A plan with its states, and what of it may be shown.
struct Told<'a> {
    plan: &'a SafetyPlan,
    then: AsOf<'a>,
    public: SafetyPlan,
    internal: SafetyPlan,
}

/// Plans as of a day, to be asked.
pub(crate) struct Naive<'a> {
    plans: Vec<Told<'a>>,
    day: Date,
}

/// An action where it stands.
struct Case<'a> {
    told: &'a Told<'a>,
    execution: &'a ExecutionPlan,
    action: &'a Action,
    day: Date,
}

/// The actions of a plan in the order of the document, each with its execution plan.
pub(crate) fn actions(plan: &SafetyPlan) -> impl Iterator<Item = (&ExecutionPlan, &Action)> {
    plan.execution_plans()
        .iter()
        .flat_map(|execution| execution.actions().iter().map(move |action| (&**execution, &**action)))
}

/// What lies right above an element in a thread, in the order in which the plan has it, with the link and who states it.
pub(crate) fn links_above<'a>(
    plan: &'a SafetyPlan,
    element: Element<'a>,
) -> Vec<(Link, LinkBasis, Element<'a>)> {
    let contained = |link| move |above: Element<'a>| (link, LinkBasis::Contained, above);
    match element {
        Element::Action(action) => {
            let served = action.serves().iter().filter_map(|one| plan.element(one.id().into_uuid()));
            served.map(|above| (Link::Serves, LinkBasis::Stated, above)).collect()
        }
        Element::Pillar(pillar) => {
            plan.holder(pillar.id()).map(contained(Link::PartOf)).into_iter().collect()
        }
        Element::Priority(priority) => {
            priority.objectives().iter().map(Element::Objective).map(contained(Link::Pursues)).collect()
        }
        Element::Theme(theme) => {
            theme.objectives().iter().map(Element::Objective).map(contained(Link::Pursues)).collect()
        }
        Element::Objective(objective) => {
            let holder = plan.holder(objective.id()).filter(|holder| holder.kind() == Kind::Objective);
            let supported = objective.supports().iter().filter_map(|link| {
                let basis = link.basis().map_or(LinkBasis::Stated, |_| LinkBasis::Read);
                Some((Link::Supports, basis, plan.element(link.id().into_uuid())?))
            });
            holder.map(contained(Link::PartOf)).into_iter().chain(supported).collect()
        }
        _ => Vec::new(),
    }
}

fn right_above<'a>(plan: &'a SafetyPlan, element: Element<'a>) -> impl Iterator<Item = Element<'a>> {
    links_above(plan, element).into_iter().map(|(_, _, above)| above)
}

/// Every element above an action, some more than once.
fn all_above<'a>(plan: &'a SafetyPlan, action: &'a Action) -> Vec<Element<'a>> {
    let mut all = Vec::new();
    let mut open: Vec<Element<'a>> = right_above(plan, Element::Action(action)).collect();
    while let Some(element) = open.pop() {
        open.extend(right_above(plan, element));
        all.push(element);
    }
    all
}

fn answered<'a>(plan: &'a SafetyPlan, element: Element<'a>) -> Vec<Uuid> {
    let links = match element {
        Element::Priority(it) => it.answers(),
        Element::Pillar(it) => it.answers(),
        Element::Theme(it) => it.answers(),
        _ => &[],
    };
    let framework = |item: Uuid| {
        plan.frameworks().iter().find(|one| one.items().iter().any(|own| own.id().into_uuid() == item))
    };
    let both = |item: Uuid| std::iter::once(item).chain(framework(item).map(|one| one.id().into_uuid()));
    links.iter().flat_map(|link| both(link.id().into_uuid())).collect()
}

fn topics(element: Element<'_>) -> Vec<Uuid> {
    let topics = match element {
        Element::Priority(it) => it.topics(),
        Element::Pillar(it) => it.topics(),
        Element::Theme(it) => it.topics(),
        _ => &[],
    };
    topics.iter().map(|topic| topic.into_uuid()).collect()
}

impl<'a> Naive<'a> {
    pub(crate) fn of(plans: impl IntoIterator<Item = &'a SafetyPlan>, day: Date) -> Self {
        let told = |plan: &'a SafetyPlan| Told {
            plan,
            then: plan.as_of(day),
            public: plan.disclosed(Disclosure::Public),
            internal: plan.disclosed(Disclosure::Internal),
        };
        Self { plans: plans.into_iter().map(told).collect(), day }
    }

    /// The ids of the elements of these kinds that a mark names in some plan; none if there are none.
    fn named(&self, mark: &Mark, kinds: &[Kind]) -> Option<BTreeSet<Uuid>> {
        let mut all = BTreeSet::new();
        for element in self.plans.iter().flat_map(|told| told.plan.elements()) {
            let is = match mark {
                Mark::Id(id) => element.id().into_uuid() == *id,
                Mark::Code(code) => element.code().is_some_and(|own| own.as_str() == code),
                Mark::Name(name) => element.title() == name && !name.is_empty(),
            };
            if is && kinds.contains(&element.kind()) {
                all.insert(element.id().into_uuid());
            }
        }
        Some(all).filter(|all| !all.is_empty())
    }

    /// What a condition names; `None` if it names something that no plan has.
    fn meant(&self, facet: &Facet) -> Option<BTreeSet<Uuid>> {
        let kinds: &[Kind] = match facet {
            Facet::Serves(_) => &[
                Kind::Objective,
                Kind::Pillar,
                Kind::Priority,
                Kind::Theme,
                Kind::Principle,
                Kind::AcuteIssue,
            ],
            Facet::Answers(_) => &[Kind::Framework, Kind::FrameworkItem],
            Facet::Topic(_) => &[Kind::Topic],
            Facet::Partner { .. } => &[Kind::Partner],
            Facet::Action(_) => &[Kind::Action],
            Facet::ExecutionPlan(_) => &[Kind::ExecutionPlan],
            Facet::Plan(_) => &[Kind::Plan],
            Facet::Area(_) => &[Kind::Area],
            Facet::Indicator(_) => &[Kind::Indicator],
            Facet::From(_) => &[
                Kind::AnalysisFinding,
                Kind::EvaluationFinding,
                Kind::Decision,
                Kind::AcuteIssue,
                Kind::FrameworkItem,
            ],
            Facet::Municipality(mark) => {
                let is_there = self.plans.iter().any(|told| named_by(told.plan, mark).next().is_some());
                return is_there.then(BTreeSet::new);
            }
            Facet::Item(item) => {
                let mut all = self.plans.iter().flat_map(|told| actions(told.plan));
                let is_there = all.any(|(_, action)| action.item().is_some_and(|own| own.as_str() == item));
                return is_there.then(BTreeSet::new);
            }
            Facet::Power(code) => {
                return POWERS.iter().any(|power| power.code == code.as_str()).then(BTreeSet::new);
            }
            _ => return Some(BTreeSet::new()),
        };
        self.named(facet.mark()?, kinds)
    }

    /// The actions that a filter lets through, in the order of the documents; `None` if it names what isn't there.
    pub(crate) fn find(&self, filter: &Filter) -> Option<Vec<ActionId>> {
        let mut named: BTreeMap<&Facet, BTreeSet<Uuid>> = BTreeMap::new();
        for facet in filter.facets() {
            named.insert(facet, self.meant(facet)?);
        }
        let mut found = Vec::new();
        for told in &self.plans {
            for (execution, action) in actions(told.plan) {
                let case = Case { told, execution, action, day: self.day };
                if lets_through(filter, &|facet| case.holds(facet, &named[facet])) {
                    found.push(action.id());
                }
            }
        }
        Some(found)
    }

    /// All actions as nodes, in the order of the documents.
    pub(crate) fn all(&self) -> Vec<Node> {
        let all = self.plans.iter().flat_map(|told| actions(told.plan));
        all.map(|(_, action)| Node::from(ElementId::from(action.id()))).collect()
    }
}

fn lets_through(filter: &Filter, holds: &dyn Fn(&Facet) -> bool) -> bool {
    match filter {
        Filter::All(parts) => parts.iter().all(|part| lets_through(part, holds)),
        Filter::Any(parts) => parts.iter().any(|part| lets_through(part, holds)),
        Filter::Not(part) => !lets_through(part, holds),
        Filter::Is(facet) => holds(facet),
    }
}

/// The municipalities of a plan that a mark names.
fn named_by<'a>(plan: &'a SafetyPlan, mark: &'a Mark) -> impl Iterator<Item = &'a MunicipalityCode> {
    let named = plan.municipalities().iter().filter(move |one| match mark {
        Mark::Code(code) => one.code().as_str() == code,
        Mark::Name(name) => one.name().as_str() == name,
        Mark::Id(_) => false,
    });
    named.map(|one| one.code())
}

impl<'a> Case<'a> {
    fn state(&self) -> ActionState {
        self.told.then.action(self.action.id()).unwrap().state
    }

    fn period(&self) -> &'a Period {
        self.action.period().unwrap_or(self.execution.period())
    }

    fn level(&self) -> Disclosure {
        let id = self.action.id();
        if self.told.public.action(id).is_some() {
            Disclosure::Public
        } else if self.told.internal.action(id).is_some() {
            Disclosure::Internal
        } else {
            Disclosure::Confidential
        }
    }

    /// Whether the action meets a condition; `named` are the ids of what the condition names.
    fn holds(&self, facet: &Facet, named: &BTreeSet<Uuid>) -> bool {
        let (plan, action) = (self.told.plan, self.action);
        let is = |id: Uuid| named.contains(&id);
        match facet {
            Facet::Serves(_) => all_above(plan, action).iter().any(|one| is(one.id().into_uuid())),
            Facet::Answers(_) => {
                all_above(plan, action).into_iter().flat_map(|one| answered(plan, one)).any(is)
            }
            Facet::Topic(_) => all_above(plan, action)
                .into_iter()
                .any(|one| is(one.id().into_uuid()) || topics(one).into_iter().any(is)),
            Facet::Partner { role, .. } => action
                .responsibilities()
                .iter()
                .any(|one| role.is_none_or(|role| role == one.role()) && is(one.partner().into_uuid())),
            Facet::Action(_) => is(action.id().into_uuid()),
            Facet::ExecutionPlan(_) => is(self.execution.id().into_uuid()),
            Facet::Plan(_) => is(plan.id().into_uuid()),
            Facet::Municipality(mark) => {
                let own = self.execution.municipalities();
                named_by(plan, mark).any(|one| own.is_empty() || own.contains(one))
            }
            Facet::Area(_) => action.areas().iter().any(|area| {
                let outer = |area: &Uuid| match plan.element(*area) {
                    Some(Element::Area(area)) => area.within().map(|outer| outer.into_uuid()),
                    _ => None,
                };
                std::iter::successors(Some(area.into_uuid()), outer).any(is)
            }),
            Facet::Indicator(_) => action.indicators().iter().any(|one| is(one.into_uuid())),
            Facet::From(_) => {
                action.origin().and_then(|origin| origin.id()).is_some_and(|id| is(id.into_uuid()))
            }
            Facet::Year(year) => self.period().years().any(|own| own == *year),
            Facet::Period { start, end } => self.period().start() <= *end && *start <= self.period().end(),
            Facet::Status(state) => self.state() == *state,
            Facet::Approach(approach) => action.approach().contains(approach),
            Facet::Cost(test) => self.costs(*test),
            Facet::Funding(source) => action
                .cost()
                .is_some_and(|cost| cost.funding().iter().any(|funding| funding.source() == *source)),
            Facet::Power(code) => action.powers().contains(code),
            Facet::Origin(kind) => action.origin().is_some_and(|origin| origin.kind() == *kind),
            Facet::Item(item) => action.item().is_some_and(|own| own.as_str() == item),
            Facet::Disclosure(level) => self.level() == *level,
            Facet::Title(text) => action.title().as_str().to_lowercase().contains(&text.to_lowercase()),
            Facet::Gap(gap) => self.lacks(*gap),
            other => panic!("the naive evaluator doesn't know {other}"),
        }
    }

    fn costs(&self, test: CostTest) -> bool {
        let amount = self.action.cost().map(|cost| cost.amount());
        let total = amount.and_then(|amount| amount.total());
        let is_unknown = amount.is_some_and(|amount| amount.kind() == Certainty::Unknown);
        match test {
            CostTest::Known => amount.is_some() && !is_unknown,
            CostTest::Unknown => is_unknown,
            CostTest::Unstated => amount.is_none(),
            CostTest::Between { from, to } => total.is_some_and(|total| {
                from.is_none_or(|from| from <= total) && to.is_none_or(|to| total <= to)
            }),
        }
    }

    fn lacks(&self, gap: Gap) -> bool {
        let (action, state) = (self.action, self.state());
        let own = action.responsibilities();
        match gap {
            Gap::NoLead => own.iter().all(|one| one.role() != veiligheidsplan::entity::Role::Lead),
            Gap::NoPartner => own.is_empty(),
            Gap::NoCost => action.cost().is_none(),
            Gap::NoIndicator => action.indicators().is_empty(),
            Gap::Late => {
                let past = self.period().end() < self.day;
                state == ActionState::Delayed || (!state.is_final() && !action.continuous() && past)
            }
            Gap::CarriedOver => state == ActionState::CarriedOver,
            Gap::Exempt => self.told.plan.exemptions().iter().any(|one| {
                let decision = one.decision().and_then(|id| self.told.plan.decision(id));
                one.subject().id().into_uuid() == action.id().into_uuid()
                    && decision.is_none_or(|decision| decision.date() <= self.day)
                    && one.until().is_none_or(|until| self.day <= until)
            }),
        }
    }
}
