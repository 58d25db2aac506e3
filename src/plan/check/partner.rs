//! Rules of partners and areas.

use super::{Rules, term};
use crate::entity::{Area, AreaLevel, LegalIdentity, Partner, PartnerKind};
use crate::finding::{Arg, Code, Finding};
use crate::kind::Kind;
use crate::place::Path;
use crate::plan::Element;

impl Rules<'_> {
    pub(super) fn partner(&mut self, at: &Path<'_>, partner: &Partner) {
        if partner.organ().is_some() != (partner.kind() == PartnerKind::Organ) {
            self.error(Code::PartnerOrganKind, at, Partner::key("organ"), &[Partner::key("kind")], &[]);
        }
        let list = at.key(Partner::key("memberOf"));
        for (index, group) in partner.member_of().iter().enumerate() {
            if let Some(Element::Partner(group)) = self.named(Kind::Partner, group.into_uuid())
                && !group.kind().has_members()
            {
                let there = self.view.index.place_of(group.id().into_uuid());
                let finding = Finding::new(
                    Code::PartnerMemberOfSingle,
                    list.index(index).place(),
                    &[term(group.kind())],
                );
                self.find(finding.related([there.key(Partner::key("kind"))]));
            }
        }
    }

    /// The element of this kind with this id, if there is one.
    pub(super) fn named(&self, kind: Kind, id: uuid::Uuid) -> Option<Element<'_>> {
        self.view.element(self.view.index.find_kind(kind, id)?)
    }

    pub(super) fn legal_identity(&mut self, at: &Path<'_>, identity: &LegalIdentity) {
        if let Some(rsin) = identity.rsin()
            && !passes_eleven_test(rsin.as_str())
        {
            self.error(
                Code::PartnerElevenTest,
                at,
                LegalIdentity::key("rsin"),
                &[],
                &[Arg::from(rsin.as_str())],
            );
        }
    }

    pub(super) fn area(&mut self, at: &Path<'_>, area: &Area) {
        let Some(code) = area.cbs_code() else {
            return;
        };
        let expected = match area.level() {
            Some(AreaLevel::Municipality) => Some("GM"),
            Some(AreaLevel::Wijk) => Some("WK"),
            Some(AreaLevel::Buurt) => Some("BU"),
            None => None,
            Some(_) => Some(""),
        };
        if let (Some(level), Some(expected)) = (area.level(), expected)
            && code.prefix() != expected
        {
            let args = [term(level), Arg::from(code.as_str())];
            self.error(Code::AreaLevelCode, at, Area::key("cbsCode"), &[Area::key("level")], &args);
        }
        if let Some(Element::Area(outer)) =
            area.within().and_then(|id| self.named(Kind::Area, id.into_uuid()))
            && let Some(outer_code) = outer.cbs_code()
            && !code.digits().starts_with(outer_code.digits())
        {
            let there = self.view.index.place_of(outer.id().into_uuid()).key(Area::key("cbsCode"));
            let args = [Arg::from(code.as_str()), Arg::from(outer_code.as_str())];
            let finding =
                Finding::new(Code::AreaCodeOutsideParent, at.key(Area::key("cbsCode")).place(), &args);
            self.find(finding.related([there]));
        }
    }
}

/// The eleven-test: nine digits weighed 9 to 2 and -1 give a multiple of eleven.
fn passes_eleven_test(digits: &str) -> bool {
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    let sum: i32 =
        digits.bytes().zip(weights).map(|(digit, weight)| i32::from(digit.wrapping_sub(b'0')) * weight).sum();
    sum % 11 == 0
}
