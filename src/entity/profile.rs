//! A profile: how a municipality wants its plan judged, where municipalities differ.

use super::Organ;
use crate::choice::choice;
use crate::entity::model::part;
use crate::value::{Count, RuleNumber, Title};

choice! {
    /// How much a rule weighs that municipalities differ on.
    Level "niveau" {
        /// Not judged.
        Off = "off" / "off" / "uit",
        /// Reported.
        Advice = "advice" / "advice" / "advies",
        /// Required where it can be: for a step, or of the plan itself where the rule needs no day.
        Error = "error" / "error" / "fout",
    }
}

part! {
    /// How a municipality wants its plan judged: laid over the built-in profile of the name, or over `general`.
    Profile ProfileDraft "profiel" {
        /// `general`, `statutory`, `vlaardingen` or a name of your own.
        need name "name" "naam": String => Title,
        /// Who decides on what.
        may organs "organs" "organen": ProfileOrgansDraft => ProfileOrgans,
        /// How often things come round.
        may cadences "cadences" "ritmes": ProfileCadencesDraft => ProfileCadences,
        /// How many of something is many.
        may limits "limits" "grenzen": ProfileLimitsDraft => ProfileLimits,
        /// The weight of single rules.
        many levels "levels" "niveaus": RuleLevelDraft => RuleLevel,
    }
}

part! {
    /// Who decides on what.
    ProfileOrgans ProfileOrgansDraft "organen" {
        /// Who adopts the plan.
        may_copy adopts_plan "adoptsPlan" "stelt het plan vast": Organ => Organ,
        /// Who adopts an execution plan.
        may_copy adopts_execution_plan "adoptsExecutionPlan" "stelt het uitvoeringsplan vast": Organ => Organ,
    }
}

part! {
    /// How often things come round.
    ProfileCadences ProfileCadencesDraft "ritmes" {
        /// Years between two adoptions.
        may_copy plan_years "planYears" "jaren per plan": u64 => Count,
        /// Months that an execution plan covers.
        may_copy execution_plan_months "executionPlanMonths" "maanden per uitvoeringsplan": u64 => Count,
        /// Months from the end of an execution plan to its evaluation.
        may_copy evaluation_months "evaluationMonths" "maanden tot de evaluatie": u64 => Count,
        /// Months between two moments of information to the council.
        may_copy information_months "informationMonths" "maanden per informatiemoment": u64 => Count,
    }
}

part! {
    /// How many of something is many.
    ProfileLimits ProfileLimitsDraft "grenzen" {
        /// Priorities: more than these is advice.
        may_copy priorities "priorities" "prioriteiten": u64 => Count,
    }
}

part! {
    /// The weight of one rule.
    RuleLevel RuleLevelDraft "niveau van een regel" {
        /// The number of a rule that profiles judge (see the guide's page on rules).
        need_copy rule "rule" "regel": u64 => RuleNumber,
        /// How much it weighs.
        need_copy level "level" "niveau": Level => Level,
    }
}
