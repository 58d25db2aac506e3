//! The agenda: what falls due.

mod due;
mod motion;
mod print;

use schemars::JsonSchema;
use serde::Serialize;

use crate::choice::choice;
use crate::entity::Level;
use crate::page::printed;
use crate::place::Place;
use crate::plan::Named;
use crate::plan::{Judgement, SafetyPlan};
use crate::value::Date;

choice! {
    /// What falls due, in the order in which an agenda names what falls on one day.
    AgendaKind "soort agendapunt" {
        /// The plan runs on after its last execution plan ends.
        NextExecutionPlan = "nextExecutionPlan" / "next execution plan" / "volgend uitvoeringsplan",
        /// An execution plan is to be adopted.
        AdoptExecutionPlan = "adoptExecutionPlan" / "adopt execution plan" / "uitvoeringsplan vaststellen",
        /// An adopted execution plan is to be sent to the council.
        SendExecutionPlan = "sendExecutionPlan" / "send execution plan to the council" / "uitvoeringsplan naar de raad",
        /// An execution plan is to be evaluated.
        Evaluation = "evaluation" / "evaluate execution plan" / "uitvoeringsplan evalueren",
        /// A delivered evaluation is to be brought before the council.
        SendEvaluation = "sendEvaluation" / "send evaluation to the council" / "evaluatie naar de raad",
        /// The council is to be informed.
        Inform = "inform" / "inform the council" / "raad informeren",
        /// The council is to be told about an acute issue.
        Account = "account" / "account for acute issue" / "acuut probleem verantwoorden",
        /// The next plan is to be adopted.
        NextPlan = "nextPlan" / "adopt next plan" / "volgend plan vaststellen",
        /// The plan ends.
        PlanEnds = "planEnds" / "plan ends" / "plan loopt af",
        /// A policy framework ends.
        FrameworkEnds = "frameworkEnds" / "framework ends" / "beleidskader loopt af",
        /// An execution plan ends.
        ExecutionPlanEnds = "executionPlanEnds" / "execution plan ends" / "uitvoeringsplan loopt af",
        /// An objective is to be reached.
        ObjectiveDue = "objectiveDue" / "objective due" / "streefmoment doelstelling",
        /// An indicator is to be at its target.
        TargetDue = "targetDue" / "target date" / "streefdatum indicator",
        /// An action ends.
        ActionEnds = "actionEnds" / "action ends" / "actie loopt af",
        /// The cover of an action's cost ends.
        CoverEnds = "coverEnds" / "cover ends" / "dekking loopt af",
        /// Advice is no longer accepted.
        ExemptionEnds = "exemptionEnds" / "exemption ends" / "uitzondering loopt af",
    }
}

impl AgendaKind {
    /// Whether the plan can put on record that it was done. Such an item stands until then; others pass with their day.
    #[must_use]
    pub fn stands_until_done(self) -> bool {
        self <= Self::NextPlan || self == Self::ActionEnds
    }

    /// The rule of the profile that asks for it, where municipalities differ.
    #[must_use]
    pub fn judged_by(self) -> Option<u8> {
        match self {
            Self::NextPlan => Some(8),
            Self::NextExecutionPlan => Some(96),
            Self::AdoptExecutionPlan => Some(101),
            Self::SendExecutionPlan => Some(102),
            Self::Evaluation | Self::SendEvaluation => Some(103),
            _ => None,
        }
    }

    fn is_asked(self, judgement: &Judgement) -> bool {
        self.judged_by().is_none_or(|rule| judgement.level(rule) != Level::Off)
    }
}

/// One thing that falls due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "agendapunt")]
#[non_exhaustive]
pub struct AgendaItem {
    /// The day on which it is due.
    pub due: Date,
    /// Whether that day lies before the first day of the agenda.
    pub overdue: bool,
    /// What falls due.
    pub kind: AgendaKind,
    /// What it is about.
    pub element: Named,
    /// What is behind it, in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What is behind it, in Dutch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note_nl: Option<String>,
    /// Where the plan says so.
    pub place: Place,
}

/// A motion on which nothing followed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "openstaande motie")]
#[non_exhaustive]
pub struct OpenMotion {
    /// The decision that instructs.
    pub decision: Named,
    /// Its day.
    pub date: Date,
    /// What it is about.
    pub object: Named,
    /// What is asked.
    pub text: String,
    /// Where the plan says so.
    pub place: Place,
}

/// What falls due in a plan from one day up to and including another (*agenda*).
///
/// The plan is read as it stands on the first day: facts dated after it are not known, and neither are actions taken up
/// after it. What was due earlier and still isn't done stands with its own day.
///
/// | Kind | Due | Until | Rule |
/// |---|---|---|---|
/// | `nextExecutionPlan` | the day after the last settled execution plan of the whole scope ends, or the plan's first day, if the plan still runs then and no other one covers that day | it is settled, or the plan has ended | 96 |
/// | `adoptExecutionPlan` | the first day of an execution plan that is not settled | it is settled, or has ended | 101 |
/// | `sendExecutionPlan` | the day of its adoption | it is brought before the council, or has ended | 102 |
/// | `evaluation` | `evaluation_months` after the execution plan ends | an evaluation of it is delivered, also after the plan has ended | 103, 104 |
/// | `sendEvaluation` | the day on which that evaluation was delivered | it is brought before the council | 103 |
/// | `inform` | `information_months` after the council was last informed of anything, or after the plan came in force | informed, or the plan is no longer in force | 95 |
/// | `account` | `information_months` after the acute issue was signalled | it is accounted for | 100 |
/// | `nextPlan` | `plan_years` after the first adoption of the plan, or the day after its end if that comes earlier | the plan has ended | 8 |
/// | `planEnds`, `executionPlanEnds` | the last day, with extensions | | 3, 97 |
/// | `frameworkEnds` | the last day of the framework | | 43 |
/// | `objectiveDue` | `by`; of a year, its last day | | 28 |
/// | `targetDue` | the date of a target of an indicator | | 21 |
/// | `actionEnds` | the expected end that was last reported, or else the planned one | nothing more is to come of the action | 97 |
/// | `coverEnds` | `until` of the funding of an action of which more is to come | | 105, 108 |
/// | `exemptionEnds` | `until` | | |
///
/// An execution plan that covers the day of the next one but isn't settled stands as `adoptExecutionPlan` only. A
/// profile that judges neither asks for neither: a kind whose rule it has at `off` is left out, and named in
/// [`left_out`](Self::left_out). Of a plan, execution plan or action that was rejected or withdrawn nothing falls due.
#[doc(alias = "agenda")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "agenda")]
#[non_exhaustive]
pub struct Agenda {
    /// The plan.
    pub plan: Named,
    /// The first day: the plan is read as it stands on it.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// What falls due, by day, kind and place in the document.
    pub items: Vec<AgendaItem>,
    /// Motions up to the first day on which nothing followed; they have no day on which they are due.
    pub open_motions: Vec<OpenMotion>,
    /// The kinds that the profile of the plan doesn't ask for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<AgendaKind>,
}

printed!(Agenda);

/// What falls due in a plan from one day up to and including another, as the plan stands on the first.
///
/// `O(n log n)` in what the plan holds. A last day before the first leaves what was due by then and isn't done.
///
/// ```
/// use veiligheidsplan::analysis::{AgendaKind, agenda};
/// use veiligheidsplan::SafetyPlan;
///
/// let text = include_str!("../../../data/vlaardingen-2020-2023.demo.plan.json");
/// let plan = SafetyPlan::from_json(text)?;
/// let year = agenda(&plan, "2021-01-01".parse()?, "2021-12-31".parse()?);
/// let evaluation = year.items.iter().find(|item| item.kind == AgendaKind::Evaluation);
/// assert_eq!(evaluation.map(|item| item.due), Some("2021-12-31".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn agenda(plan: &SafetyPlan, from: Date, to: Date) -> Agenda {
    let then = plan.as_of(from);
    let judgement = plan.judgement();
    let left_out = AgendaKind::ALL.iter().copied().filter(|kind| !kind.is_asked(&judgement)).collect();
    Agenda {
        plan: Named::from(crate::plan::Element::Plan(plan)),
        from,
        to,
        items: due::due(plan, &then, &judgement, to),
        open_motions: motion::open(plan, &then),
        left_out,
    }
}
