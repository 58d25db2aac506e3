//! Powers used by an action, held against the table of powers.

use std::collections::HashSet;

use crate::entity::{Action, Organ, Partner, PartnerFunction, PartnerKind, Role};
use crate::finding::{Arg, Code};
use crate::language::Language;
use crate::plan::View;
use crate::power::{Power, power};
use crate::value::{Date, PowerCode};

/// What an action's use of its powers lacks on a day, in the order of its powers.
pub(super) fn lacks(view: View<'_>, action: &Action, day: Date) -> Vec<(Code, Vec<Arg>)> {
    let mut lacks = Vec::new();
    for code in action.powers() {
        let arg = || Arg::from(code.as_str());
        let Some(power) = power(code.as_str()) else {
            lacks.push((Code::ActionPowerUnknown, vec![arg()]));
            continue;
        };
        if !is_used_by_holder(view, action, power) {
            let holders = Arg::both(&power.holders(Language::English), &power.holders(Language::Dutch));
            lacks.push((Code::ActionPowerHolder, vec![arg(), holders]));
        }
        if power.requires_ordinance() && !has_ordinance(view, code, day) {
            lacks.push((Code::ActionPowerOrdinance, vec![arg()]));
        }
        if power.requires_consultation() && !is_consulted(view, action) {
            lacks.push((Code::ActionPowerConsultation, vec![arg()]));
        }
    }
    lacks
}

/// Whether a partner that answers for the action, directs, leads or executes it holds the power.
fn is_used_by_holder(view: View<'_>, action: &Action, power: &Power) -> bool {
    let own: HashSet<&str> = view.plan.municipalities().iter().map(|one| one.code().as_str()).collect();
    // An organ that names no municipality is taken for the plan's own.
    let is_own = |partner: &Partner| partner.municipality().is_none_or(|code| own.contains(code.as_str()));
    let uses = |role| matches!(role, Role::Accountable | Role::Director | Role::Lead | Role::Execute);
    partners(view, action, uses).any(|partner| {
        organ(partner).is_some_and(|organ| power.organs.contains(&organ) && is_own(partner))
            || partner.function().is_some_and(|function| power.functions.contains(&function))
    })
}

/// Whether the plan names an ordinance for the power that is in force on the day, or whose day isn't known.
fn has_ordinance(view: View<'_>, code: &PowerCode, day: Date) -> bool {
    let mut ordinances = view.plan.ordinances().iter();
    ordinances.any(|one| one.power() == code && one.date().is_none_or(|from| from <= day))
}

/// Whether the prosecution service takes part, by itself or in the triangle.
fn is_consulted(view: View<'_>, action: &Action) -> bool {
    let takes_part = |role| !matches!(role, Role::Fund | Role::Involved);
    partners(view, action, takes_part).any(|partner| {
        partner.function() == Some(PartnerFunction::Prosecution) || organ(partner) == Some(Organ::Triangle)
    })
}

/// The partners that have one of these roles in the action.
fn partners<'a>(
    view: View<'a>,
    action: &'a Action,
    roles: impl Fn(Role) -> bool,
) -> impl Iterator<Item = &'a Partner> {
    let chosen = action.responsibilities().iter().filter(move |one| roles(one.role()));
    chosen.filter_map(move |one| view.partner(one.partner()))
}

/// The organ that a partner is.
fn organ(partner: &Partner) -> Option<Organ> {
    partner.organ().filter(|_| partner.kind() == PartnerKind::Organ)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::{OrdinanceDraft, PartnerDraft, ResponsibilityDraft};
    use crate::id::PartnerId;
    use crate::plan::SafetyPlan;
    use crate::power::POWERS;

    /// A partner with a role in the action: kind, organ, function, municipality.
    #[derive(Clone, Copy)]
    struct Who(Role, PartnerKind, Option<Organ>, Option<PartnerFunction>, Option<&'static str>);

    const MAYOR: Who = of_organ(Role::Accountable, Organ::Mayor);

    const fn of_organ(role: Role, organ: Organ) -> Who {
        Who(role, PartnerKind::Organ, Some(organ), None, None)
    }

    const fn of_function(role: Role, function: PartnerFunction) -> Who {
        Who(role, PartnerKind::Organisation, None, Some(function), None)
    }

    /// What the first action of the base plan lacks on a day, given its powers, partners and ordinances.
    fn lacking(powers: &[&str], who: &[Who], ordinances: &[(&str, Option<&str>)], day: &str) -> Vec<String> {
        let base = SafetyPlan::from_json(include_str!("../../../tests/it/fixtures/base.json")).unwrap();
        let mut draft = base.to_draft();
        draft.ordinances = ordinances
            .iter()
            .map(|(power, date)| {
                let mut one = OrdinanceDraft::new(*power, "APV");
                one.date = date.map(str::to_owned);
                one
            })
            .collect();
        let action = &mut draft.execution_plans[0].actions[0];
        action.powers = powers.iter().map(|code| (*code).to_owned()).collect();
        action.responsibilities.clear();
        for (number, Who(role, kind, organ, function, municipality)) in who.iter().enumerate() {
            let id = PartnerId::derive(base.id(), &format!("W{number}"));
            let mut partner = PartnerDraft::new(id, format!("Partner {number}"), *kind);
            (partner.organ, partner.function) = (*organ, *function);
            partner.municipality = municipality.map(str::to_owned);
            draft.partners.push(partner);
            action.responsibilities.push(ResponsibilityDraft::new(id, *role));
        }
        let plan = SafetyPlan::try_from(draft).unwrap();
        let action = &plan.execution_plans()[0].actions()[0];
        let found = lacks(plan.view(), action, day.parse().unwrap());
        found.into_iter().map(|(code, args)| format!("{code} {args:?}")).collect()
    }

    fn codes(found: &[String]) -> Vec<&str> {
        found.iter().filter_map(|one| one.split(' ').next()).collect()
    }

    const DAY: &str = "2020-06-01";
    const HOLDER: &str = "action/power-holder";
    const ORDINANCE: &str = "action/power-ordinance";
    const CONSULTATION: &str = "action/power-consultation";

    #[test]
    fn an_action_without_powers_lacks_nothing() {
        assert_eq!(lacking(&[], &[], &[], DAY), Vec::<String>::new());
    }

    #[test]
    fn a_power_that_the_table_has_not_is_unknown_and_nothing_more() {
        let found = lacking(&["gemw-999", "gemw-175"], &[MAYOR], &[], DAY);
        assert_eq!(found, [r#"action/power-unknown [Plain("gemw-999")]"#]);
    }

    #[test]
    fn a_power_is_used_by_its_holder() {
        let found = lacking(&["bibob"], &[of_function(Role::Lead, PartnerFunction::Police)], &[], DAY);
        let said = r#"Term("mayor or college", "burgemeester of college van B&W")"#;
        assert_eq!(found, [format!(r#"action/power-holder [Plain("bibob"), {said}]"#)]);
        assert_eq!(codes(&lacking(&["bibob"], &[], &[], DAY)), [HOLDER]);
        for role in Role::ALL {
            let uses = [Role::Accountable, Role::Director, Role::Lead, Role::Execute].contains(role);
            let wanted: &[&str] = if uses { &[] } else { &[HOLDER] };
            for organ in [Organ::Mayor, Organ::College] {
                let found = lacking(&["bibob"], &[of_organ(*role, organ)], &[], DAY);
                assert_eq!(codes(&found), wanted, "{role} {organ}");
            }
        }
    }

    #[test]
    fn the_mayor_of_another_municipality_does_not_hold_it() {
        let of = |code| [Who(Role::Lead, PartnerKind::Organ, Some(Organ::Mayor), None, Some(code))];
        assert_eq!(codes(&lacking(&["gemw-175"], &of("GM0622"), &[], DAY)), [""; 0]);
        assert_eq!(codes(&lacking(&["gemw-175"], &of("GM0599"), &[], DAY)), [HOLDER]);
    }

    #[test]
    fn every_power_is_held_by_whom_the_table_says_and_by_nobody_else() {
        let ordinances: Vec<(&str, Option<&str>)> = POWERS.iter().map(|power| (power.code, None)).collect();
        let prosecution = of_function(Role::Consult, PartnerFunction::Prosecution);
        for power in POWERS {
            for organ in [Organ::Council, Organ::College, Organ::Mayor, Organ::Triangle, Organ::Other] {
                let found =
                    lacking(&[power.code], &[of_organ(Role::Lead, organ), prosecution], &ordinances, DAY);
                assert_eq!(found.is_empty(), power.organs.contains(&organ), "{} {organ}", power.code);
            }
            for function in PartnerFunction::ALL {
                let who = [of_function(Role::Execute, *function), prosecution];
                let found = lacking(&[power.code], &who, &ordinances, DAY);
                assert_eq!(found.is_empty(), power.functions.contains(function), "{} {function}", power.code);
            }
        }
    }

    #[test]
    fn the_ordinance_is_of_the_power_and_in_force_on_the_day() {
        let lacking =
            |ordinances: &[_], day| codes(&lacking(&["gemw-151d"], &[MAYOR], ordinances, day)).concat();
        assert_eq!(lacking(&[], DAY), ORDINANCE);
        assert_eq!(lacking(&[("gemw-151c", None)], DAY), ORDINANCE);
        assert_eq!(lacking(&[("gemw-151d", None)], DAY), "");
        let from = [("gemw-151d", Some(DAY))];
        assert_eq!(lacking(&from, "2020-05-31"), ORDINANCE);
        assert_eq!(lacking(&from, DAY), "");
        let several = [("gemw-151d", Some("2030-01-01")), ("gemw-151d", Some("2019-01-01"))];
        assert_eq!(lacking(&several, DAY), "");
    }

    #[test]
    fn an_ordinance_lies_outside_the_strategic_part() {
        let base = SafetyPlan::from_json(include_str!("../../../tests/it/fixtures/base.json")).unwrap();
        let mut draft = base.to_draft();
        draft.ordinances.push(OrdinanceDraft::new("gemw-151c", "APV"));
        let plan = SafetyPlan::try_from(draft).unwrap();
        assert_eq!(plan.ordinances().len(), base.ordinances().len() + 1);
        assert_eq!(plan.digest(), base.digest());
    }

    #[test]
    fn what_the_table_did_not_verify_is_not_required() {
        // Camera surveillance: the ordinance is verified, the consultation isn't.
        assert_eq!(codes(&lacking(&["gemw-151c"], &[MAYOR], &[], DAY)), [ORDINANCE]);
        assert_eq!(codes(&lacking(&["gemw-174"], &[MAYOR], &[], DAY)), [""; 0]);
    }

    #[test]
    fn the_prosecution_service_or_the_triangle_takes_part_where_the_law_asks() {
        let ordinance = [("gemw-151b", None)];
        let lacking = |who: &[Who]| codes(&lacking(&["gemw-151b"], who, &ordinance, DAY)).concat();
        assert_eq!(lacking(&[MAYOR]), CONSULTATION);
        assert_eq!(lacking(&[MAYOR, of_function(Role::Consult, PartnerFunction::Police)]), CONSULTATION);
        for role in Role::ALL {
            let wanted = if matches!(role, Role::Fund | Role::Involved) { CONSULTATION } else { "" };
            let prosecution = of_function(*role, PartnerFunction::Prosecution);
            assert_eq!(lacking(&[MAYOR, prosecution]), wanted, "{role}");
            assert_eq!(lacking(&[MAYOR, of_organ(*role, Organ::Triangle)]), wanted, "{role}");
        }
    }

    #[test]
    fn all_that_lacks_is_told_in_the_order_of_the_powers() {
        let found = lacking(&["gemw-151b", "nieuw", "vervolging"], &[], &[], DAY);
        let wanted = [HOLDER, ORDINANCE, CONSULTATION, "action/power-unknown", HOLDER];
        assert_eq!(codes(&found), wanted);
    }
}
