//! Advice on frameworks, partners, areas, topics and indicators.

use std::collections::HashSet;

use super::Advice;
use crate::entity::{Area, Figure, Framework, Indicator, Objective};
use crate::finding::{Arg, Code};
use crate::kind::Kind;
use crate::plan::Element;
use crate::value::Moment;

impl Advice<'_> {
    pub(super) fn context(&mut self) {
        self.frameworks();
        self.partners();
        self.areas();
        for topic in self.view.plan.topics() {
            if !self.used.topics.contains(&topic.id().into_uuid()) {
                self.on(Code::TopicUnused, Element::Topic(topic), &[]);
            }
        }
        for indicator in self.view.plan.indicators() {
            self.figures(indicator);
        }
        for element in self.view.elements() {
            if let Element::Objective(objective) = element {
                self.objective(objective);
            }
        }
    }

    fn frameworks(&mut self) {
        let end = self.view.plan.period().end();
        for framework in self.view.plan.frameworks() {
            let element = Element::Framework(framework);
            if let Some(period) = framework.period()
                && period.end() < end
            {
                let place = self.place(element).key(Framework::key("period"));
                let days = [period.end(), end].map(|day| Arg::from(day.to_string()));
                self.at(Code::FrameworkEndsBeforePlan, element, place, &days);
            }
            for item in framework.items() {
                if !self.used.answered.contains(&item.id().into_uuid()) {
                    self.on(Code::FrameworkItemUnanswered, Element::FrameworkItem(item), &[]);
                }
            }
        }
    }

    fn partners(&mut self) {
        let own: HashSet<&str> = self.view.plan.municipalities().iter().map(|m| m.code().as_str()).collect();
        // A group is used through its members, and describes them.
        let partners = self.view.plan.partners();
        let used: HashSet<_> = partners
            .iter()
            .map(|one| one.id())
            .filter(|id| self.used.partners.contains(&id.into_uuid()))
            .collect();
        let through_members: HashSet<_> = partners
            .iter()
            .filter(|one| used.contains(&one.id()))
            .flat_map(|one| one.member_of())
            .copied()
            .collect();
        let strategic: HashSet<_> =
            partners.iter().filter(|one| one.strategic()).map(|one| one.id()).collect();
        for partner in partners {
            let element = Element::Partner(partner);
            let is_used = used.contains(&partner.id()) || through_members.contains(&partner.id());
            let is_described = partner.member_of().iter().any(|group| strategic.contains(group));
            let is_own = partner.municipality().is_some_and(|code| own.contains(code.as_str()));
            if partner.strategic() && partner.description().is_none() {
                self.on(Code::PartnerNoDescription, element, &[]);
            }
            if partner.strategic() && !is_used {
                self.on(Code::PartnerUnused, element, &[]);
            }
            if !partner.strategic() && !is_described && is_used && !is_own {
                self.on(Code::PartnerNotStrategic, element, &[]);
            }
        }
    }

    fn areas(&mut self) {
        let own: HashSet<&str> = self.view.plan.municipalities().iter().map(|m| m.code().digits()).collect();
        for area in self.view.plan.areas() {
            if let Some(code) = area.cbs_code()
                && !own.contains(code.municipality_digits())
            {
                let place = self.place(Element::Area(area)).key(Area::key("cbsCode"));
                self.at(
                    Code::AreaOutsideMunicipalities,
                    Element::Area(area),
                    place,
                    &[Arg::from(code.as_str())],
                );
            }
        }
    }

    fn figures(&mut self, indicator: &Indicator) {
        let element = Element::Indicator(indicator);
        for (index, figure) in indicator.figures().iter().enumerate() {
            if figure.note().is_none() && figure.value().is_some() {
                let place = self.place(element).key(Indicator::key("figures")).index(index);
                let period = Arg::from(figure.period().to_string());
                self.at(Code::IndicatorFigureWithoutNote, element, place.key(Figure::key("note")), &[period]);
            }
        }
    }

    fn objective(&mut self, objective: &Objective) {
        let element = Element::Objective(objective);
        let period = self.view.plan.period();
        let outside = |moment: Moment| match moment {
            Moment::Year(year) => !(period.start().year()..=period.end().year()).contains(&year),
            Moment::Day(day) => !period.contains(day),
        };
        if let Some(by) = objective.by()
            && outside(by)
        {
            let place = self.place(element).key(Objective::key("by"));
            let args = [by.to_string(), period.to_string()].map(Arg::from);
            self.at(Code::ObjectiveByOutsidePeriod, element, place, &args);
        }
        let of_priority = self
            .view
            .holder(objective.id().into_uuid())
            .is_some_and(|holder| holder.kind() == Kind::Priority);
        if of_priority && objective.supports().is_empty() && !self.view.plan.objectives().is_empty() {
            self.on(Code::ObjectiveSupportsNothing, element, &[]);
        }
    }
}
