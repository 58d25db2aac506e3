//! Analyses: what a plan says when it is read for one question.
//!
//! Each gives a report: a value that serialises, has a JSON Schema, and prints as text or Markdown in Dutch and English.
//! What the plan doesn't state is reported as not stated; an unknown amount is never taken for zero.

mod agenda;
mod balance;
mod carry_over;
mod consequences;
mod cost;
mod coverage;
mod goals;
mod impact;
mod logic;
mod matrix;
mod means;
mod progress;
mod results;
mod succession;
mod unanswered;

use crate::language::Language;

pub use agenda::{Agenda, AgendaItem, AgendaKind, OpenMotion, agenda};
pub use balance::{
    ApproachCount, AreaCount, Balance, GoalApproach, NotJudged, PillarBalance, PillarCount, balance,
};
pub use carry_over::{CarriedAction, CarryChain, CarryLink, CarryOver, LeftAction, carry_over};
pub use consequences::{AdviceShift, Consequences, CoverageShift, RoleShift, consequences};
pub use cost::{BudgetKind, CostError, CostScope, Costs, FundedCost, KnownCost, SetBudget, YearCost, costs};
pub use coverage::{
    Coverage, CoverageCount, CoverageExemption, CoveragePolicy, CoverageState, GoalCoverage, MissingStep,
    NotApplicableReason, coverage,
};
pub use impact::{
    AffectedAction, AffectedActions, AffectedGoal, AffectedGoals, AffectedPriorities, AffectedPriority,
    Departure, Impact, Leaving, SinglePoint, SinglePoints, impact, single_points_of_failure,
};
pub use logic::{
    ActionMeans, Budget, LogicCount, LogicLink, LogicLinkReport, LogicState, PolicyLogic, PriorityLogic,
    policy_logic,
};
pub use matrix::{
    Matrix, MatrixCell, MatrixColumn, MatrixLevel, MatrixRow, RoleCounts, StateLoad, Workload, WorkloadRow,
    YearLoad, matrix, workload,
};
pub use means::{EffortTotal, GoalMeans, Means, YearEffort, means};
pub use progress::{
    Delay, EffectCount, ExecutionPlanProgress, GoalProgress, NoProgress, ProgressCount, ProgressReport,
    StateCount, progress,
};
pub use results::{
    BasisChange, IndicatorResult, Results, TargetCount, TargetResult, TargetState, UsedFigure, results,
};
pub use succession::{
    Continuation, Fate, GoalFate, LookBack, MunicipalSuccession, OpenAction, SucceedingPlan, Succession,
    Territory, succession, successions,
};
pub use unanswered::{FrameworkAnswers, ItemAnswers, NoAnswers, Unanswered, unanswered};

/// An amount as one writes it: `€ 25.000` in Dutch, `€ 25,000` in English, with cents where there are any.
fn euros(cents: u64, language: Language) -> String {
    let (group, point) = (language.pick(",", "."), language.pick(".", ","));
    let digits = (cents / 100).to_string();
    let mut written = String::from("€ ");
    for (number, digit) in digits.chars().enumerate() {
        if number > 0 && (digits.len() - number).is_multiple_of(3) {
            written.push_str(group);
        }
        written.push(digit);
    }
    match cents % 100 {
        0 => written,
        cents => format!("{written}{point}{cents:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::euros;
    use crate::language::Language;

    #[test]
    fn amounts_are_written_as_in_the_language() {
        for (cents, dutch, english) in [
            (0, "€ 0", "€ 0"),
            (5, "€ 0,05", "€ 0.05"),
            (99_900, "€ 999", "€ 999"),
            (2_310_050, "€ 23.100,50", "€ 23,100.50"),
            (100_000_000, "€ 1.000.000", "€ 1,000,000"),
        ] {
            assert_eq!(euros(cents, Language::Dutch), dutch);
            assert_eq!(euros(cents, Language::English), english);
        }
    }
}
