//! Changes of several plans of a set at once.

use super::{Applied, Change};
use crate::finding::{Arg, Code, Finding};
use crate::id::PlanId;
use crate::kind::Kind;
use crate::place::Place;
use crate::plan::{Limits, PlanSet, SafetyPlan, SetRejected};
use crate::value::Date;

/// Changes of plans of a set that were applied: the set before and after, and what each batch did.
#[derive(Debug, Clone)]
#[must_use]
#[non_exhaustive]
pub struct SetApplied {
    /// The set before; it stays valid.
    pub before: PlanSet,
    /// The set after.
    pub set: PlanSet,
    /// What was applied to which plan, in the order of the batches.
    pub applied: Vec<Applied>,
}

impl PlanSet {
    /// Applies batches of changes to plans of the set on a day: all of them, or none.
    ///
    /// Each batch is applied as by [`SafetyPlan::apply`]; plans that no batch names are not checked again. Then come the
    /// rules between plans, `O(n)` in the elements of the set.
    ///
    /// # Errors
    /// What refuses one of the batches, and else what the plans then contradict in each other. Each place begins with the
    /// number of the plan in the set. A plan that isn't in the set is `change/unknown-element`.
    ///
    /// ```
    /// use veiligheidsplan::{PlanSet, SafetyPlan, change::Change};
    ///
    /// let plan = SafetyPlan::from_json(include_str!("../../data/vlaardingen-2020-2023.plan.json"))?;
    /// let set = PlanSet::new([plan.clone()])?;
    /// let mut topic = plan.to_draft().topics[0].clone();
    /// topic.description = Some("Ook digitaal".into());
    ///
    /// let applied = set.apply(&[(plan.id(), vec![Change::replace(topic)])], "2021-01-01".parse()?)?;
    /// assert_eq!(applied.set.plans()[0].topics()[0].description().unwrap().as_str(), "Ook digitaal");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn apply(&self, batches: &[(PlanId, Vec<Change>)], on: Date) -> Result<SetApplied, SetRejected> {
        let mut plans: Vec<SafetyPlan> = self.plans().to_vec();
        let mut applied = Vec::with_capacity(batches.len());
        let mut found = Limits::default().sink();
        for (id, changes) in batches {
            let Some((number, plan)) = plans.iter_mut().enumerate().find(|(_, plan)| plan.id() == *id) else {
                let args = [Arg::term(Kind::Plan), Arg::from(id.to_string())];
                found.find(Finding::new(Code::ChangeUnknownElement, Place::default(), &args));
                continue;
            };
            match plan.apply(changes, on) {
                Ok(step) => {
                    *plan = step.plan.clone();
                    applied.push(step);
                }
                Err(rejected) => {
                    let errors = rejected.into_errors();
                    for rest in errors.beyond() {
                        found.count(rest.code, rest.more);
                    }
                    for mut finding in errors {
                        finding.place = finding.place.in_document(number);
                        finding.related =
                            finding.related.into_iter().map(|at| at.in_document(number)).collect();
                        found.find(finding);
                    }
                }
            }
        }
        if !found.is_clean() {
            return Err(SetRejected::new(found.finish(), self.plans().to_vec()));
        }
        let set = PlanSet::new(plans)?;
        Ok(SetApplied { before: self.clone(), set, applied })
    }
}
