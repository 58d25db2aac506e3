//! Adds up the costs of actions, each once.

use std::collections::{BTreeMap, HashMap, HashSet};

use uuid::Uuid;

use super::{BudgetKind, CostError, CostScope, Costs, FundedCost, KnownCost, SetBudget, YearCost};
use crate::entity::{Action, Certainty, Cost, FundingSource, Objective, Pillar, Reserve};
use crate::id::ObjectiveId;
use crate::plan::{Element, SafetyPlan};

/// What the actions of a scope cost together. `O(n)` in the elements of the plan.
///
/// ```
/// use veiligheidsplan::{SafetyPlan, analysis::{CostScope, costs}};
///
/// let text = include_str!("../../../data/vlaardingen-2020-2023.demo.plan.json");
/// let plan = SafetyPlan::from_json(text)?;
/// let all = costs(&plan, CostScope::Plan)?;
/// assert!(all.unknown_actions > 0, "the total leaves these out");
/// let priority = costs(&plan, plan.priorities()[0].id())?;
/// assert!(priority.total_cents < all.total_cents);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The plan has no such element.
pub fn costs(plan: &SafetyPlan, of: impl Into<CostScope>) -> Result<Costs, CostError> {
    let scope = match of.into().element() {
        None => Element::Plan(plan),
        Some(id) => {
            let found = plan.element(id.into_uuid()).filter(|element| element.id() == id);
            found.ok_or(CostError(id.into_uuid()))?
        }
    };
    let mut sum = Sum::default();
    let all = plan.execution_plans().iter().flat_map(|execution| execution.actions());
    match scope {
        Element::Plan(_) => all.for_each(|action| sum.add(action)),
        Element::ExecutionPlan(execution) => execution.actions().iter().for_each(|action| sum.add(action)),
        goal => {
            let below = below(plan, goal);
            let serves = |action: &Action| {
                action.serves().iter().any(|served| below.contains(&served.id().into_uuid()))
            };
            all.filter(|action| serves(action)).for_each(|action| sum.add(action));
        }
    }
    Ok(sum.report(scope))
}

/// A goal with everything below it that an action can serve.
fn below(plan: &SafetyPlan, goal: Element<'_>) -> HashSet<Uuid> {
    let mut below = Below { plan, found: HashSet::new() };
    match goal {
        Element::Objective(objective) => below.objective(objective),
        other => {
            below.approach(other);
            let objectives = match other {
                Element::Priority(priority) => priority.objectives(),
                Element::Theme(theme) => theme.objectives(),
                _ => &[],
            };
            for objective in objectives {
                below.found.insert(objective.id().into_uuid());
                below.found.extend(objective.sub_objectives().iter().map(|sub| sub.id().into_uuid()));
            }
        }
    }
    below.found
}

struct Below<'a> {
    plan: &'a SafetyPlan,
    found: HashSet<Uuid>,
}

impl Below<'_> {
    /// An objective: its sub-objectives, the objectives that support it, and the priority or theme that pursues it.
    fn objective(&mut self, objective: &Objective) {
        let mut supporters: HashMap<ObjectiveId, Vec<&Objective>> = HashMap::new();
        for element in self.plan.elements() {
            if let Element::Objective(other) = element {
                for to in other.supports() {
                    supporters.entry(to.id()).or_default().push(other);
                }
            }
        }
        let mut open = vec![objective];
        while let Some(objective) = open.pop() {
            if !self.found.insert(objective.id().into_uuid()) {
                continue;
            }
            open.extend(objective.sub_objectives());
            open.extend(supporters.get(&objective.id()).into_iter().flatten());
            if let Some(holder) = self.plan.holder(objective.id()) {
                self.approach(holder);
            }
        }
    }

    /// A priority, theme or pillar with its pillars.
    fn approach(&mut self, element: Element<'_>) {
        let pillars = match element {
            Element::Priority(priority) => priority.pillars(),
            Element::Theme(theme) => theme.pillars(),
            Element::Pillar(pillar) => pillar.pillars(),
            _ => return,
        };
        self.found.insert(element.id().into_uuid());
        self.pillars(pillars);
    }

    fn pillars(&mut self, pillars: &[Pillar]) {
        for pillar in pillars {
            self.approach(Element::Pillar(pillar));
        }
    }
}

/// Cents and the number of actions they are of.
#[derive(Debug, Clone, Copy, Default)]
struct Part {
    cents: u64,
    actions: u64,
    unknown: u64,
}

impl Part {
    fn add(&mut self, cents: Option<u64>) {
        self.actions += 1;
        match cents {
            Some(cents) => self.cents = self.cents.saturating_add(cents),
            None => self.unknown += 1,
        }
    }
}

/// The costs of actions under way to being added up.
#[derive(Debug, Default)]
pub(in crate::analysis) struct Sum {
    all: Part,
    unstated: u64,
    known: BTreeMap<Certainty, Part>,
    years: BTreeMap<u64, Part>,
    without_year: u64,
    funding: BTreeMap<FundingSource, Part>,
    unfunded: Part,
}

impl Sum {
    pub(in crate::analysis) fn add(&mut self, action: &Action) {
        let Some(cost) = action.cost() else {
            self.unstated += 1;
            return;
        };
        let amount = cost.amount();
        let total = amount.total();
        self.all.add(total);
        if let Some(total) = total {
            self.known.entry(amount.kind()).or_default().add(Some(total));
            for row in amount.years() {
                self.years.entry(row.year().get()).or_default().add(Some(row.cents().get()));
            }
            if amount.years().is_empty() {
                self.without_year = self.without_year.saturating_add(total);
            }
        }
        self.fund(cost, total);
    }

    fn fund(&mut self, cost: &Cost, total: Option<u64>) {
        match cost.funding() {
            [] => self.unfunded.add(total),
            [only] => {
                let cents = only.amount().map_or(total, |amount| amount.total());
                self.funding.entry(only.source()).or_default().add(cents);
            }
            several => {
                // A source that is named twice counts the action once.
                let mut sources: BTreeMap<FundingSource, Option<u64>> = BTreeMap::new();
                for funding in several {
                    let cents = funding.amount().and_then(|amount| amount.total());
                    let source = sources.entry(funding.source()).or_insert(Some(0));
                    *source = source.zip(cents).map(|(sum, cents)| sum.saturating_add(cents));
                }
                for (source, cents) in sources {
                    self.funding.entry(source).or_default().add(cents);
                }
            }
        }
    }

    pub(in crate::analysis) fn report(self, scope: Element<'_>) -> Costs {
        let known = self.known.into_iter();
        let years = self.years.into_iter();
        let funded = |(source, part): (Option<FundingSource>, Part)| FundedCost {
            source,
            actions: part.actions,
            cents: part.cents,
            unknown: part.unknown,
        };
        let unfunded = (self.unfunded.actions > 0).then_some((None, self.unfunded));
        let funding = self.funding.into_iter().map(|(source, part)| (Some(source), part)).chain(unfunded);
        Costs {
            scope: scope.into(),
            actions: self.all.actions + self.unstated,
            known: known
                .map(|(certainty, part)| KnownCost { certainty, cents: part.cents, actions: part.actions })
                .collect(),
            total_cents: self.all.cents,
            unknown_actions: self.all.unknown,
            unstated_actions: self.unstated,
            by_year: years
                .map(|(year, part)| YearCost { year, cents: part.cents, actions: part.actions })
                .collect(),
            without_year_cents: self.without_year,
            by_funding: funding.map(funded).collect(),
            budgets: budgets(scope),
        }
    }
}

/// The budgets set on the scope itself.
fn budgets(scope: Element<'_>) -> Vec<SetBudget> {
    let own = match scope {
        Element::Plan(plan) => plan.budget(),
        Element::ExecutionPlan(execution) => execution.budget(),
        Element::Objective(objective) => objective.budget(),
        Element::Priority(priority) => priority.budget(),
        Element::Theme(theme) => theme.budget(),
        _ => None,
    };
    let reserve = match scope {
        Element::ExecutionPlan(execution) => execution.reserve().and_then(Reserve::budget),
        _ => None,
    };
    let both = [(BudgetKind::Budget, own), (BudgetKind::Reserve, reserve)];
    let both = both.into_iter().filter_map(|(kind, cost)| cost.map(|cost| (kind, cost)));
    both.map(|(kind, cost)| SetBudget {
        kind,
        certainty: cost.amount().kind(),
        cents: cost.amount().total(),
        sources: cost.funding().iter().map(|funding| funding.source()).collect(),
    })
    .collect()
}
