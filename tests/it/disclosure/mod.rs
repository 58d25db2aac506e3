//! Laws of what is shown to whom: a disclosed plan holds together, has nothing above its level, and tells nothing of
//! what was left out.

mod cases;
mod known;
mod model;
mod secrets;

use known::{Choices, Known, decorated};
use model::model;
use proptest::prelude::*;
use secrets::with_other_secrets;
use veiligheidsplan::SafetyPlan;
use veiligheidsplan::entity::Disclosure;
use veiligheidsplan::strategies::{PlanShape, drafts};

pub(crate) const LEVELS: [Disclosure; 3] =
    [Disclosure::Public, Disclosure::Internal, Disclosure::Confidential];

/// Rules that leaving something out can break.
const EASED: [u64; 3] = [17, 32, 96];

fn knowns() -> impl Strategy<Value = (Known, Choices)> {
    let bytes = || prop::collection::vec(any::<u8>(), 0..400).prop_map(|bytes| Choices(bytes.into_iter()));
    (drafts(PlanShape::default().with_facts(0..=0)), bytes(), bytes())
        .prop_map(|(draft, choices, more)| (decorated(draft, choices), more))
}

/// What holds of every disclosed plan.
pub(crate) fn holds_together(plan: &SafetyPlan, level: Disclosure) -> SafetyPlan {
    let shown = plan.disclosed(level);
    let text = shown.to_json();
    let read = SafetyPlan::from_json(&text).unwrap_or_else(|rejected| panic!("{rejected:#}\n{text}"));
    assert_eq!(read, shown);
    assert_eq!(read.to_json(), text);
    assert_eq!(shown.to_draft().check().plan.as_ref(), Some(&shown));
    assert_eq!(shown.digest(), plan.digest());
    assert_eq!(shown.strategic_json(), plan.strategic_json());
    for absent in ["null", "[]"] {
        assert!(!shown.to_json_line().contains(&format!(":{absent}")), "{absent}");
    }
    for other in LEVELS {
        assert_eq!(shown.disclosed(other), plan.disclosed(level.min(other)), "{level:?}, then {other:?}");
    }
    shown
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_disclosed_plan_holds_together_and_is_what_the_model_shows((known, _) in knowns()) {
        let plan = known.plan();
        for level in LEVELS {
            let shown = holds_together(&plan, level);
            prop_assert_eq!(shown.to_draft(), model(&known, level));
            let text = shown.to_json();
            for (id, (_, own)) in &known.levels {
                let is_shown = shown.element(id.parse().unwrap()).is_some();
                prop_assert_eq!(is_shown, *own <= level);
                prop_assert_eq!(text.contains(id.as_str()), is_shown, "{} is named", id);
            }
        }
        prop_assert_eq!(plan.disclosed(Disclosure::Confidential), plan);
    }

    #[test]
    fn plans_that_differ_only_above_the_level_are_shown_alike((mut known, mut choices) in knowns()) {
        known.draft.profile = None;
        let plan = known.plan();
        for level in [Disclosure::Public, Disclosure::Internal] {
            let other = with_other_secrets(&known, level, &mut choices).plan();
            prop_assert_eq!(other.disclosed(level).to_json(), plan.disclosed(level).to_json());
            prop_assert_ne!(other, plan.clone());
        }
    }
}
