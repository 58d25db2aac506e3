//! Rules of actions and their reports.

use super::Rules;
use crate::entity::{Action, Effort, ExecutionPlan, Lights, Origin, PlanContent, Progress};
use crate::finding::{Arg, Code};
use crate::place::Path;
use crate::wire::Names;

impl Rules<'_> {
    /// An execution plan is of municipalities that share the plan.
    pub(super) fn municipalities(&mut self, at: &Path<'_>, plan: &ExecutionPlan) {
        // If a municipality of the plan could not be read, it may be this one.
        let all = Path::ROOT.key(PlanContent::key("municipalities"));
        let list = at.key(ExecutionPlan::key("municipalities"));
        for (index, code) in plan.municipalities().iter().enumerate() {
            if !self.municipalities.contains(code) && !self.sink.is_spoiled_in(&all.place()) {
                let args = [Arg::from(code.as_str())];
                self.error_here(Code::ExecutionPlanMunicipality, &list.index(index), &args);
            }
        }
    }

    pub(super) fn action(&mut self, at: &Path<'_>, action: &Action) {
        if action.continuous() && action.period().is_some() {
            let reads = [Action::key("period")];
            self.error(Code::ActionPeriodAndContinuous, at, Action::key("continuous"), &reads, &[]);
        }
    }

    /// An origin names an element, or is named in words, or neither: its kind says which.
    pub(super) fn origin(&mut self, at: &Path<'_>, origin: &Origin) {
        let fits = origin.id().is_some() == origin.kind().names().is_some()
            && origin.name().is_some() == origin.kind().is_named();
        if !fits {
            self.error_here(Code::ActionOrigin, at, &[]);
        }
    }

    pub(super) fn effort(&mut self, at: &Path<'_>, effort: &Effort) {
        if effort.fte().is_none() && effort.hours().is_none() {
            self.error_here(Code::ActionEmptyEffort, at, &[]);
        }
    }

    pub(super) fn progress(&mut self, at: &Path<'_>, progress: &Progress) {
        let empty = progress.status().is_none()
            && progress.percent().is_none()
            && progress.lights().is_none()
            && progress.spent().is_none()
            && progress.expected_end().is_none()
            && progress.effect().is_none();
        if empty {
            self.error_here(Code::ProgressEmpty, at, &[]);
        }
    }

    pub(super) fn lights(&mut self, at: &Path<'_>, lights: &Lights) {
        if lights.time().is_none() && lights.money().is_none() && lights.quality().is_none() {
            self.error_here(Code::ProgressEmptyLights, at, &[]);
        }
    }
}
