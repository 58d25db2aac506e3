//! Indicators: the numbers of objectives and actions.

use super::{Disclosure, Period, PeriodDraft, Source, SourceDraft};
use crate::choice::choice;
use crate::entity::model::{element, part};
use crate::id::IndicatorId;
use crate::value::{Date, Decimal, Text, Title};

choice! {
    /// What an indicator counts.
    IndicatorKind "soort indicator" {
        /// What is put in.
        Input = "input" / "input" / "inzet",
        /// What is produced.
        Output = "output" / "output" / "prestatie",
        /// What comes of it.
        Outcome = "outcome" / "outcome" / "effect",
    }
}

choice! {
    /// Whether an indicator counts events or feelings.
    Perception "beleving" {
        /// Registered events.
        Objective = "objective" / "objective" / "objectief",
        /// What people experience.
        Subjective = "subjective" / "subjective" / "subjectief",
    }
}

choice! {
    /// Which way is better.
    Direction "richting" {
        /// A higher figure is better.
        HigherIsBetter = "higherIsBetter" / "higher is better" / "hoger is beter",
        /// A lower figure is better.
        LowerIsBetter = "lowerIsBetter" / "lower is better" / "lager is beter",
    }
}

element! {
    /// What an objective or action is measured by. A changed unit is a new indicator.
    Indicator IndicatorDraft "indicator" Indicator IndicatorId {
        /// What is measured.
        need name "name" "naam": String => Title,
        /// The unit, with its denominator.
        need unit "unit" "eenheid": String => Title,
        /// What it counts.
        may_copy kind "kind" "soort": IndicatorKind => IndicatorKind,
        /// Events or feelings.
        may_copy perception "perception" "beleving": Perception => Perception,
        /// Which way is better.
        may_copy direction "direction" "richting": Direction => Direction,
        /// How it is measured.
        may description "description" "omschrijving": String => Text,
        /// The figure to compare with.
        may baseline "baseline" "nulmeting": BaselineDraft => Baseline,
        /// Who may see it, if no objective names it.
        may_copy disclosure "disclosure" "openbaarheid": Disclosure => Disclosure,
        /// What is aimed at.
        many targets "targets" "streefwaarden": TargetDraft => Target,
        /// What was measured.
        many figures "figures" "realisaties": FigureDraft => Figure,
        /// The indicators, perhaps of an earlier plan, that it continues.
        across continues "continues" "vervolg op": String => IndicatorId,
    }
}

part! {
    /// The figure that later ones are compared with: a value, or why there is none.
    Baseline BaselineDraft "nulmeting" {
        /// The year, or the years that were averaged.
        need period "period" "periode": PeriodDraft => Period,
        /// The value.
        may_copy value "value" "waarde": String => Decimal,
        /// Why there is no value, such as "PM" or "NNB".
        may missing "missing" "ontbreekt": String => Title,
        /// Where the figure comes from.
        may source "source" "bron": SourceDraft => Source,
    }
}

choice! {
    /// How a figure is held against a target.
    Comparator "vergelijking" {
        /// Less than the value.
        LessThan = "lessThan" / "less than" / "minder dan",
        /// At most the value.
        AtMost = "atMost" / "at most" / "ten hoogste",
        /// The value itself.
        Equal = "equal" / "equal to" / "gelijk aan",
        /// At least the value.
        AtLeast = "atLeast" / "at least" / "ten minste",
        /// More than the value.
        GreaterThan = "greaterThan" / "more than" / "meer dan",
        /// From the value up to the upper value.
        Between = "between" / "between" / "tussen",
    }
}

part! {
    /// What an indicator should show on a day: a value, a change against a period, or why it isn't set.
    Target TargetDraft "streefwaarde" {
        /// The day.
        need_copy date "date" "datum": String => Date,
        /// How the figure is held against the value.
        may_copy comparator "comparator" "vergelijking": Comparator => Comparator,
        /// The value, or the lower one of `between`.
        may_copy value "value" "waarde": String => Decimal,
        /// The upper value of `between`.
        may_copy upper_value "upperValue" "bovengrens": String => Decimal,
        /// The change against a period.
        may relative_to "relativeTo" "ten opzichte van": RelativeTargetDraft => RelativeTarget,
        /// Why there is no target.
        may missing "missing" "ontbreekt": String => Title,
    }
}

part! {
    /// A target as a change against an earlier period.
    RelativeTarget RelativeTargetDraft "relatieve streefwaarde" {
        /// The period that is compared with.
        need period "period" "periode": PeriodDraft => Period,
        /// The change in percent: -20 is a fifth less.
        need_copy percent "percent" "procent": String => Decimal,
        /// The value of that period.
        may_copy set_against "setAgainst" "afgezet tegen": String => Decimal,
    }
}

part! {
    /// A measured value, or why there is none. A later one of the same period revises it.
    Figure FigureDraft "realisatie" {
        /// What the figure is about.
        need period "period" "periode": PeriodDraft => Period,
        /// When it was reported.
        may_copy reported_on "reportedOn" "gemeld op": String => Date,
        /// The value.
        may_copy value "value" "waarde": String => Decimal,
        /// Why there is no value.
        may missing "missing" "ontbreekt": String => Title,
        /// What it means: figures need interpretation (source §2.2).
        may note "note" "duiding": String => Text,
        /// Who may see it.
        may_copy disclosure "disclosure" "openbaarheid": Disclosure => Disclosure,
        /// Where it comes from.
        may source "source" "bron": SourceDraft => Source,
        /// Whether it is invented.
        flag fictional "fictional" "fictief",
    }
}
