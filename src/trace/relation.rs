//! Which links an element states: the one table of what the model's references mean.

use std::collections::BTreeSet;

use super::link::{Link, LinkBasis};
use super::node::Node;
use crate::entity::{
    Action, AddresseeKind, AnswerLink, Funding, GroundLink, Objective, Pillar, Responsibility,
};
use crate::id::{AnyId, ElementId, TopicId};
use crate::kind::Kind;
use crate::plan::{Element, SafetyPlan};
use crate::power::{POWERS, Power};
use crate::value::PowerCode;

/// The legal powers of the table that a plan names, in the order of the table.
pub(super) fn powers(plan: &SafetyPlan) -> Vec<&'static Power> {
    let mut named: BTreeSet<&str> = BTreeSet::new();
    let mut open: Vec<&Pillar> = Vec::new();
    plan.priorities().iter().for_each(|priority| open.extend(priority.pillars()));
    plan.themes().iter().for_each(|theme| open.extend(theme.pillars()));
    while let Some(pillar) = open.pop() {
        named.extend(pillar.powers().iter().map(PowerCode::as_str));
        open.extend(pillar.pillars());
    }
    for execution in plan.execution_plans() {
        for action in execution.actions() {
            named.extend(action.powers().iter().map(PowerCode::as_str));
        }
    }
    if named.is_empty() {
        return Vec::new();
    }
    POWERS.iter().filter(|power| named.contains(power.code)).collect()
}

/// The power of the table with this code.
fn power(code: &PowerCode) -> Option<Node> {
    POWERS.iter().find(|power| power.code == code.as_str()).map(|power| Node::Power(power.code))
}

/// Tells every link that an element states, in the order of the format: where to, what it says, and who says so. It may
/// lead out of the plan.
pub(super) fn relations(
    plan: &SafetyPlan,
    element: Element<'_>,
    mut tell: impl FnMut(Node, Link, LinkBasis),
) {
    let mut links = Links { tell: &mut tell };
    links.contained(plan, element);
    match element {
        Element::Plan(it) => {
            links.responsibilities(it.responsibilities());
            it.predecessors()
                .iter()
                .filter_map(|one| one.plan())
                .for_each(|one| links.stated(one, Link::RelatesTo));
            it.relations().iter().for_each(|one| links.stated(one.plan(), Link::RelatesTo));
        }
        Element::Objective(it) => {
            for support in it.supports() {
                links.to(ElementId::from(support.id()).into(), Link::Supports, support.basis().into());
            }
            it.indicators().iter().for_each(|one| links.stated(*one, Link::MeasuredBy));
            it.continues().iter().for_each(|one| links.stated(*one, Link::Continues));
        }
        Element::Indicator(it) => it.continues().iter().for_each(|one| links.stated(*one, Link::Continues)),
        Element::Partner(it) => it.member_of().iter().for_each(|one| links.stated(*one, Link::MemberOf)),
        Element::Area(it) => it.within().into_iter().for_each(|one| links.stated(one, Link::Within)),
        Element::Priority(it) => {
            links.pursues(it.objectives());
            links.grounds(it.answers(), it.based_on(), it.topics());
            links.responsibilities(it.responsibilities());
            it.continues().iter().for_each(|one| links.named(one.kind().into(), one.id(), Link::Continues));
        }
        Element::Pillar(it) => {
            links.grounds(it.answers(), it.based_on(), it.topics());
            it.powers().iter().filter_map(power).for_each(|one| links.to(one, Link::Uses, LinkBasis::Stated));
            links.responsibilities(it.responsibilities());
        }
        Element::Theme(it) => {
            links.pursues(it.objectives());
            links.grounds(it.answers(), it.based_on(), it.topics());
            links.responsibilities(it.responsibilities());
            it.continues().iter().for_each(|one| links.named(one.kind().into(), one.id(), Link::Continues));
        }
        Element::ExecutionPlan(it) => {
            it.scope().iter().for_each(|one| links.named(one.kind().into(), one.id(), Link::LimitedTo));
            links.responsibilities(it.responsibilities());
        }
        Element::Action(it) => links.action(it),
        Element::AcuteIssue(it) => {
            it.effects().iter().for_each(|one| links.stated(one.action(), Link::Affects));
        }
        Element::Decision(it) => {
            for clause in it.clauses() {
                links.named(clause.object().kind().into(), clause.object().id(), Link::DecidesOn);
                for to in clause.to().iter().filter(|to| to.kind() == AddresseeKind::Partner) {
                    to.partner().into_iter().for_each(|partner| links.stated(partner, Link::ConsultedWith));
                }
            }
        }
        Element::Evaluation(it) => {
            it.of().iter().for_each(|one| links.named(one.kind().into(), one.id(), Link::LooksBackOn));
            it.outcomes().iter().for_each(|one| links.stated(one.action(), Link::LooksBackOn));
        }
        Element::Principle(_)
        | Element::Framework(_)
        | Element::FrameworkItem(_)
        | Element::Analysis(_)
        | Element::AnalysisFinding(_)
        | Element::Topic(_)
        | Element::Proposal(_)
        | Element::EvaluationFinding(_) => {}
    }
}

/// Tells every link that an action states, but for the execution plan that it stands in.
pub(super) fn of_action(action: &Action, mut tell: impl FnMut(Node, Link, LinkBasis)) {
    Links { tell: &mut tell }.action(action);
}

struct Links<'a> {
    tell: &'a mut dyn FnMut(Node, Link, LinkBasis),
}

impl Links<'_> {
    fn to(&mut self, node: Node, link: Link, basis: LinkBasis) {
        (self.tell)(node, link, basis);
    }

    fn stated(&mut self, to: impl Into<ElementId>, link: Link) {
        self.to(Node::from(to.into()), link, LinkBasis::Stated);
    }

    fn named(&mut self, kind: Kind, id: AnyId, link: Link) {
        if let Ok(to) = ElementId::new(kind, id.into_uuid()) {
            self.stated(to, link);
        }
    }

    fn action(&mut self, it: &Action) {
        it.serves().iter().for_each(|one| self.named(one.kind().into(), one.id(), Link::Serves));
        if let Some((kind, id)) =
            it.origin().and_then(|origin| Some((crate::wire::Names::names(origin.kind())?, origin.id()?)))
        {
            self.named(kind, id, Link::OriginatesFrom);
        }
        let funding = it.cost().into_iter().flat_map(|cost| cost.funding());
        funding.filter_map(Funding::proposal).for_each(|one| self.stated(one, Link::AskedFor));
        self.responsibilities(it.responsibilities());
        it.areas().iter().for_each(|one| self.stated(*one, Link::InArea));
        it.powers().iter().filter_map(power).for_each(|one| self.to(one, Link::Uses, LinkBasis::Stated));
        it.indicators().iter().for_each(|one| self.stated(*one, Link::MeasuredBy));
        it.depends_on().iter().for_each(|one| self.stated(*one, Link::DependsOn));
        it.continues().iter().for_each(|one| self.stated(*one, Link::Continues));
    }

    fn responsibilities(&mut self, all: &[Responsibility]) {
        for one in all {
            self.stated(one.partner(), Link::of_role(one.role()));
        }
    }

    fn pursues(&mut self, objectives: &[Objective]) {
        for one in objectives {
            self.to(ElementId::from(one.id()).into(), Link::Pursues, LinkBasis::Contained);
        }
    }

    fn grounds(&mut self, answers: &[AnswerLink], based_on: &[GroundLink], topics: &[TopicId]) {
        for one in answers {
            self.to(ElementId::from(one.id()).into(), Link::Answers, one.basis().into());
        }
        for one in based_on {
            if let Ok(to) = ElementId::new(one.kind().into(), one.id().into_uuid()) {
                self.to(to.into(), Link::RestsOn, one.basis().into());
            }
        }
        for one in topics {
            self.stated(*one, Link::Concerns);
        }
    }

    /// What an element is part of by its place. A priority or theme pursues its objectives instead: that link is theirs.
    fn contained(&mut self, plan: &SafetyPlan, element: Element<'_>) {
        let Some(holder) = plan.holder(element.id()) else { return };
        let link = match (element, holder) {
            (Element::Objective(_), Element::Plan(_)) => {
                self.to(Node::from(holder.id()), Link::InPlan, LinkBasis::Contained);
                if plan.vision().is_some() {
                    self.to(Node::Vision(plan.id()), Link::Fulfils, LinkBasis::Contained);
                }
                return;
            }
            (Element::Objective(_), Element::Priority(_) | Element::Theme(_)) => return,
            (Element::Action(_), _) => Link::InExecutionPlan,
            (_, Element::Plan(_)) => Link::InPlan,
            _ => Link::PartOf,
        };
        self.to(Node::from(holder.id()), link, LinkBasis::Contained);
    }
}
