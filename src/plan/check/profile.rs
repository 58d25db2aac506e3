//! Rules of the profile itself.

use std::collections::HashSet;

use super::Rules;
use crate::entity::{Profile, RuleLevel};
use crate::finding::{Arg, Code};
use crate::place::Path;
use crate::plan::PROFILE_RULES;

impl Rules<'_> {
    pub(super) fn profile(&mut self, at: &Path<'_>, profile: &Profile) {
        let list = at.key(Profile::key("levels"));
        let mut seen = HashSet::new();
        for (index, level) in profile.levels().iter().enumerate() {
            let at = list.index(index);
            let rule = level.rule();
            let number = Arg::from(rule.to_string());
            let judged = PROFILE_RULES.iter().any(|judged| u64::from(*judged) == rule.get());
            if !judged {
                self.error(Code::ProfileUnknownRule, &at, RuleLevel::key("rule"), &[], &[number]);
            } else if !seen.insert(rule) {
                self.error(Code::ProfileRuleRepeated, &at, RuleLevel::key("rule"), &[], &[number]);
            }
        }
    }
}
