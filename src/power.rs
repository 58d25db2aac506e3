//! Legal powers: reference data about who may do what, by which law.
//!
//! An action or pillar names its powers by code, such as `gemw-151b`. [`POWERS`] says of each code who holds the
//! power, whether it rests on an ordinance of the council, and whether the prosecution service must be consulted. It is
//! data with a day ([`POWERS_DATE`]), not legal advice: what was not checked against the text of the law says so and
//! requires nothing.

use schemars::JsonSchema;
use serde::Serialize;

use crate::choice::{Choice, choice};
use crate::entity::{Organ, PartnerFunction};
use crate::language::Language;
use crate::value::{Date, PowerCode};

/// The day that the table of powers holds for (*peildatum*).
pub const POWERS_DATE: &str = "2026-11-23";

choice! {
    /// What sort of power of the mayor it is (source §5.1).
    PowerClass "soort bevoegdheid" {
        /// A general power to keep public order.
        General = "general" / "general" / "algemeen",
        /// A power in an emergency.
        Emergency = "emergency" / "emergency" / "noodbevoegdheid",
        /// A power for one purpose.
        Specific = "specific" / "specific" / "specifiek",
    }
}

choice! {
    /// Whether a power rests on an ordinance of the council.
    Needed "verordening nodig" {
        /// No ordinance is needed.
        No = "no" / "no" / "nee",
        /// The power exists only where an ordinance gives it.
        Yes = "yes" / "yes" / "ja",
        /// Part of the power needs an ordinance.
        Partly = "partly" / "partly" / "deels",
    }
}

choice! {
    /// How the prosecution service stands to the use of a power.
    Consultation "afstemming met het OM" {
        /// The law asks for nothing.
        None = "none" / "none" / "geen",
        /// The law asks for nothing; in practice it is informed or consulted.
        Usual = "usual" / "usual, no duty" / "gebruikelijk, geen plicht",
        /// It is notified.
        Notice = "notice" / "notice" / "kennisgeving",
        /// It must be consulted first.
        Required = "required" / "required" / "verplicht",
    }
}

/// A legal power (*bevoegdheid*): who holds it, and what its use needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "bevoegdheid")]
#[non_exhaustive]
pub struct Power {
    /// The code that plans name it by.
    #[schemars(with = "PowerCode")]
    pub code: &'static str,
    /// What it is called in English.
    pub title: &'static str,
    /// What it is called in Dutch.
    pub title_nl: &'static str,
    /// The act that gives it, in Dutch; absent for what was read from the Vlaardingen plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub act: Option<&'static str>,
    /// The article of the act.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article: Option<&'static str>,
    /// What sort of power of the mayor it is; absent for a power that is not the mayor's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class: Option<PowerClass>,
    /// The organs of a municipality that hold it.
    #[serde(skip_serializing_if = "<[Organ]>::is_empty")]
    pub organs: &'static [Organ],
    /// The partners that hold it, by what they are in the safety chain.
    #[serde(skip_serializing_if = "<[PartnerFunction]>::is_empty")]
    pub functions: &'static [PartnerFunction],
    /// Whether it rests on an ordinance of the council.
    pub ordinance: Needed,
    /// Whether `ordinance` was checked against the text of the law.
    pub ordinance_verified: bool,
    /// How the prosecution service stands to its use.
    pub consultation: Consultation,
    /// Whether `consultation` was checked against the text of the law.
    pub consultation_verified: bool,
    /// What there is to add, in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<&'static str>,
    /// What there is to add, in Dutch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note_nl: Option<&'static str>,
    /// Section of the Vlaardingen plan (2020-2023) that it was read from, where it stands in no act named here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<&'static str>,
}

impl Power {
    /// Whether its use requires an ordinance of the council: only what was checked requires.
    #[must_use]
    pub fn requires_ordinance(&self) -> bool {
        self.ordinance_verified && self.ordinance == Needed::Yes
    }

    /// Whether its use requires that the prosecution service is consulted: only what was checked requires.
    #[must_use]
    pub fn requires_consultation(&self) -> bool {
        self.consultation_verified && self.consultation == Consultation::Required
    }

    /// Whether every fact about it was checked against the text of the law.
    #[must_use]
    pub fn is_verified(&self) -> bool {
        self.ordinance_verified && self.consultation_verified
    }

    /// Who holds it, in words: `mayor or college`.
    #[must_use]
    pub fn holders(&self, language: Language) -> String {
        fn word<T: Choice>(holder: T, language: Language) -> &'static str {
            language.pick(holder.term(), holder.term_nl())
        }
        let organs = self.organs.iter().map(|organ| word(*organ, language));
        let functions = self.functions.iter().map(|function| word(*function, language));
        let all: Vec<&str> = organs.chain(functions).collect();
        match all.split_last() {
            None => String::new(),
            Some((only, [])) => (*only).to_owned(),
            Some((last, others)) => {
                format!("{} {} {last}", others.join(", "), language.pick("or", "of"))
            }
        }
    }
}

/// The power with this code, if the table has it.
#[must_use]
pub fn power(code: &str) -> Option<&'static Power> {
    POWERS.iter().find(|power| power.code == code)
}

/// The table of powers with its day, as committed in `data/powers.json`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(title = "tabel van bevoegdheden")]
#[non_exhaustive]
pub struct PowersTable {
    /// The day that the table holds for.
    #[schemars(with = "Date")]
    pub date: &'static str,
    /// The powers.
    pub powers: &'static [Power],
}

impl PowersTable {
    /// The table that the crate holds.
    pub const CURRENT: Self = Self { date: POWERS_DATE, powers: POWERS };
}

/// A power of the mayor for one purpose, by an article of the Gemeentewet, with nothing to ask first.
const ROW: Power = Power {
    code: "",
    title: "",
    title_nl: "",
    act: Some("Gemeentewet"),
    article: None,
    class: Some(PowerClass::Specific),
    organs: &[Organ::Mayor],
    functions: &[],
    ordinance: Needed::No,
    ordinance_verified: true,
    consultation: Consultation::None,
    consultation_verified: true,
    note: None,
    note_nl: None,
    section: None,
};

/// A task in the criminal law, as the Vlaardingen plan describes it: no act was read for it.
const TASK: Power = Power {
    act: None,
    class: None,
    organs: &[],
    ordinance_verified: false,
    consultation_verified: false,
    ..ROW
};

/// The powers that are known by code, as of [`POWERS_DATE`].
pub const POWERS: &[Power] = &[
    Power {
        code: "gemw-172",
        title: "Public order, with the light order power",
        title_nl: "Handhaving van de openbare orde, met de lichte bevelsbevoegdheid",
        article: Some("172"),
        class: Some(PowerClass::General),
        ..ROW
    },
    Power {
        code: "gemw-172a",
        title: "Area ban, group ban or duty to report",
        title_nl: "Gebiedsverbod, groepsverbod of meldplicht",
        article: Some("172a"),
        consultation_verified: false,
        note: Some(
            "No general duty. Not beside a measure of the public prosecutor (509hh) for the same (not verified).",
        ),
        note_nl: Some(
            "Geen algemene plicht. Niet naast een maatregel van de officier van justitie (509hh) voor hetzelfde (niet geverifieerd).",
        ),
        ..ROW
    },
    Power {
        code: "gemw-172b",
        title: "Order to the parents of children under 12",
        title_nl: "Bevel aan de ouders van kinderen onder de 12 jaar",
        article: Some("172b"),
        consultation_verified: false,
        ..ROW
    },
    Power {
        code: "gemw-174",
        title: "Supervision of public meetings and buildings",
        title_nl: "Toezicht op openbare samenkomsten en gebouwen",
        article: Some("174"),
        ordinance: Needed::Partly,
        ..ROW
    },
    Power {
        code: "gemw-174a",
        title: "Closing of a dwelling",
        title_nl: "Sluiting van een woning",
        article: Some("174a"),
        consultation: Consultation::Usual,
        note: Some("The scope was widened by a later amendment: check the date."),
        note_nl: Some("De reikwijdte is later bij wetswijziging verruimd: let op de datum."),
        ..ROW
    },
    Power {
        code: "gemw-175",
        title: "Emergency order",
        title_nl: "Noodbevel",
        article: Some("175"),
        class: Some(PowerClass::Emergency),
        ..ROW
    },
    Power {
        code: "gemw-176",
        title: "Emergency ordinance",
        title_nl: "Noodverordening",
        article: Some("176"),
        class: Some(PowerClass::Emergency),
        consultation: Consultation::Notice,
        consultation_verified: false,
        note: Some(
            "Sent to the council, the King's commissioner and the prosecution service for notice (not verified).",
        ),
        note_nl: Some(
            "Gaat ter kennis naar de raad, de commissaris van de Koning en het Openbaar Ministerie (niet geverifieerd).",
        ),
        ..ROW
    },
    Power {
        code: "gemw-151b",
        title: "Safety-risk area (preventive search)",
        title_nl: "Veiligheidsrisicogebied (preventief fouilleren)",
        article: Some("151b"),
        ordinance: Needed::Yes,
        consultation: Consultation::Required,
        note: Some(
            "In the triangle, before the designation. In writing, limited in time and area; the council and the \
             prosecution service are notified.",
        ),
        note_nl: Some(
            "In de driehoek, vóór de aanwijzing. Schriftelijk, beperkt in tijd en gebied; de raad en het Openbaar \
             Ministerie krijgen bericht.",
        ),
        ..ROW
    },
    Power {
        code: "gemw-151c",
        title: "Camera surveillance",
        title_nl: "Cameratoezicht",
        article: Some("151c"),
        ordinance: Needed::Yes,
        consultation: Consultation::Required,
        consultation_verified: false,
        note: Some("The consultation is about the period (not verified)."),
        note_nl: Some("Het overleg gaat over de periode (niet geverifieerd)."),
        ..ROW
    },
    Power {
        code: "gemw-151d",
        title: "Order against nuisance from a dwelling",
        title_nl: "Gedragsaanwijzing bij woonoverlast",
        article: Some("151d"),
        ordinance: Needed::Yes,
        note: Some("In force since 2017-07-01. The ordinance is the general local ordinance (APV)."),
        note_nl: Some(
            "In werking sinds 2017-07-01. De verordening is de algemene plaatselijke verordening (APV).",
        ),
        ..ROW
    },
    Power {
        code: "gemw-154a",
        title: "Administrative detention of groups",
        title_nl: "Bestuurlijke ophouding van groepen",
        article: Some("154a"),
        ordinance: Needed::Yes,
        consultation: Consultation::Usual,
        consultation_verified: false,
        ..ROW
    },
    Power {
        code: "gemw-176a",
        title: "Administrative detention of groups in an emergency",
        title_nl: "Bestuurlijke ophouding van groepen in een noodsituatie",
        article: Some("176a"),
        class: Some(PowerClass::Emergency),
        consultation: Consultation::Usual,
        consultation_verified: false,
        ..ROW
    },
    Power {
        code: "opiumwet-13b",
        title: "Closing of drug premises",
        title_nl: "Sluiting van drugspanden",
        act: Some("Opiumwet"),
        article: Some("13b"),
        consultation: Consultation::Usual,
        note: Some("A policy rule is usual, and so is a policy of the triangle."),
        note_nl: Some("Een beleidsregel is gebruikelijk, net als beleid van de driehoek."),
        ..ROW
    },
    Power {
        code: "bibob",
        title: "Integrity test",
        title_nl: "Bibob-toets",
        act: Some("Wet Bibob"),
        organs: &[Organ::Mayor, Organ::College],
        consultation_verified: false,
        note: Some("The prosecution service may give a tip (not verified)."),
        note_nl: Some("Het Openbaar Ministerie kan een tip geven (niet geverifieerd)."),
        ..ROW
    },
    Power {
        code: "wth",
        title: "Temporary home ban",
        title_nl: "Tijdelijk huisverbod",
        act: Some("Wet tijdelijk huisverbod"),
        consultation: Consultation::Usual,
        note: Some("The prosecution service is informed in practice."),
        note_nl: Some("Het Openbaar Ministerie wordt in de praktijk geïnformeerd."),
        ..ROW
    },
    Power {
        code: "wvggz-7-1",
        title: "Crisis measure",
        title_nl: "Crisismaatregel",
        act: Some("Wet verplichte geestelijke gezondheidszorg"),
        article: Some("7:1"),
        consultation_verified: false,
        note: Some(
            "The hearing may be mandated. The prosecution service takes over for the continuation (not verified).",
        ),
        note_nl: Some(
            "Het horen kan gemandateerd worden. Het Openbaar Ministerie neemt het over voor de voortzetting (niet geverifieerd).",
        ),
        ..ROW
    },
    Power {
        code: "wzd-29",
        title: "Custody",
        title_nl: "Inbewaringstelling",
        act: Some("Wet zorg en dwang"),
        article: Some("29"),
        consultation_verified: false,
        ..ROW
    },
    Power {
        code: "opsporing",
        title: "Criminal investigation",
        title_nl: "Opsporing van strafbare feiten",
        functions: &[
            PartnerFunction::Police,
            PartnerFunction::Prosecution,
            PartnerFunction::SpecialInvestigation,
            PartnerFunction::Enforcement,
        ],
        note: Some("Municipal enforcement only in the domain of its special investigating officers."),
        note_nl: Some("De gemeentelijke handhaving alleen in het domein van haar boa's."),
        section: Some("§2.2, §2.5, §3.2.3"),
        ..TASK
    },
    Power {
        code: "vervolging",
        title: "Prosecution",
        title_nl: "Vervolging van strafbare feiten",
        functions: &[PartnerFunction::Prosecution],
        section: Some("§2.2, §2.5, §3.2.3"),
        ..TASK
    },
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_codes_are_well_formed_and_unique_and_find_their_power() {
        let mut seen = BTreeSet::new();
        for one in POWERS {
            assert!(one.code.parse::<PowerCode>().is_ok(), "{}", one.code);
            assert!(seen.insert(one.code), "{}", one.code);
            assert_eq!(power(one.code), Some(one));
        }
        assert_eq!(power("gemw-1"), None);
        assert!(POWERS_DATE.parse::<Date>().is_ok());
    }

    #[test]
    fn the_mayor_is_the_sole_holder_of_articles_172_to_176_of_the_gemeentewet() {
        let number = |power: &Power| {
            let article = power.article.filter(|_| power.act == Some("Gemeentewet"))?;
            article.trim_end_matches(|c: char| c.is_ascii_lowercase()).parse::<u16>().ok()
        };
        let among: Vec<&Power> =
            POWERS.iter().filter(|power| number(power).is_some_and(|n| (172..=176).contains(&n))).collect();
        assert_eq!(among.len(), 8);
        for power in among {
            assert_eq!((power.organs, power.functions), (&[Organ::Mayor][..], &[][..]), "{}", power.code);
        }
    }

    #[test]
    fn what_is_not_verified_requires_nothing() {
        for power in POWERS {
            assert!(power.ordinance_verified || !power.requires_ordinance(), "{}", power.code);
            assert!(power.consultation_verified || !power.requires_consultation(), "{}", power.code);
        }
        let codes = |requires: fn(&Power) -> bool| -> Vec<&str> {
            POWERS.iter().filter(|power| requires(power)).map(|power| power.code).collect()
        };
        assert_eq!(codes(Power::requires_ordinance), ["gemw-151b", "gemw-151c", "gemw-151d", "gemw-154a"]);
        assert_eq!(codes(Power::requires_consultation), ["gemw-151b"]);
    }

    #[test]
    fn each_power_has_a_holder_and_says_where_it_comes_from() {
        for power in POWERS {
            assert!(!power.organs.is_empty() || !power.functions.is_empty(), "{}", power.code);
            assert_ne!(power.act.is_some(), power.section.is_some(), "{}", power.code);
            assert_eq!(power.class.is_some(), power.organs.contains(&Organ::Mayor), "{}", power.code);
            assert_eq!(power.note.is_some(), power.note_nl.is_some(), "{}", power.code);
            assert!(!power.organs.contains(&Organ::Other), "{}", power.code);
        }
    }

    #[test]
    fn holders_are_told_in_both_languages() {
        let holders =
            |code| power(code).map(|power| [Language::English, Language::Dutch].map(|l| power.holders(l)));
        let told = |english: &str, dutch: &str| Some([english.to_owned(), dutch.to_owned()]);
        assert_eq!(holders("gemw-175"), told("mayor", "burgemeester"));
        assert_eq!(holders("bibob"), told("mayor or college", "burgemeester of college van B&W"));
        assert_eq!(
            holders("opsporing"),
            told(
                "police, public prosecution service, special investigation service or municipal enforcement",
                "politie, openbaar ministerie, bijzondere opsporingsdienst of gemeentelijke handhaving (boa's)"
            )
        );
    }
}
