//! What the codes of partners and areas say.

use super::{Code, Texts};

pub(super) const TEXTS: &[(Code, Texts)] = &[
    (
        Code::PartnerMemberOfSingle,
        Texts {
            title: "Member of something without members",
            title_nl: "Lid van iets zonder leden",
            message: "a partner of kind {0} has no members, expected a partnership or group",
            message_nl: "een partner van de soort {0} heeft geen leden; verwacht: een samenwerkingsverband \
                of groep",
            why: "Membership belongs with a partnership, such as a Care and Safety House, or with a group.",
            why_nl: "Lidmaatschap hoort bij een samenwerkingsverband, zoals een Zorg- en Veiligheidshuis, of \
                bij een groep.",
            remedy: "Correct the kind of the other partner, or remove the membership.",
            remedy_nl: "Verbeter de soort van de andere partner of verwijder het lidmaatschap.",
            section: Some("§2.5"),
        },
    ),
    (
        Code::PartnerMembershipCycle,
        Texts {
            title: "Membership runs in a circle",
            title_nl: "Lidmaatschap loopt rond",
            message: "the partner is a member of itself, expected others: `{0}`",
            message_nl: "de partner is lid van zichzelf; verwacht: anderen: `{0}`",
            why: "A partnership is made up of its members, so it can't belong to one of them.",
            why_nl: "Een samenwerkingsverband bestaat uit leden en kan dus geen lid zijn van een van die \
                leden.",
            remedy: "Remove the membership that doesn't hold.",
            remedy_nl: "Verwijder het lidmaatschap dat niet klopt.",
            section: Some("§2.5"),
        },
    ),
    (
        Code::PartnerOrganKind,
        Texts {
            title: "Organ and kind don't agree",
            title_nl: "Orgaan en soort passen niet bij elkaar",
            message: "the key `organ` goes with kind `organ`, and only with it",
            message_nl: "de sleutel `organ` hoort bij de soort `organ`, en alleen daarbij",
            why: "The key tells which organ the partner is, such as the council, the college or the mayor.",
            why_nl: "De sleutel vertelt welk orgaan de partner is, zoals de gemeenteraad, het college of de \
                burgemeester.",
            remedy: "Name the organ if the partner is one, and leave the key out if it isn't.",
            remedy_nl: "Noem het orgaan als de partner een orgaan is en laat de sleutel anders weg.",
            section: None,
        },
    ),
    (
        Code::PartnerElevenTest,
        Texts {
            title: "RSIN fails the eleven-test",
            title_nl: "RSIN voldoet niet aan de elfproef",
            message: "`{0}` fails the eleven-test, expected a valid RSIN",
            message_nl: "`{0}` voldoet niet aan de elfproef; verwacht: een geldig RSIN",
            why: "A number that fails the eleven-test can't be an RSIN; mostly a digit is wrong.",
            why_nl: "Een nummer dat niet aan de elfproef voldoet, kan geen RSIN zijn; meestal klopt een \
                cijfer niet.",
            remedy: "Check the number, or leave it out: a partner needs no legal identity.",
            remedy_nl: "Controleer het nummer of laat het weg: een partner hoeft geen rechtspersoon te zijn.",
            section: None,
        },
    ),
    (
        Code::AreaWithinCycle,
        Texts {
            title: "Areas lie within each other",
            title_nl: "Gebieden liggen binnen elkaar",
            message: "the area lies within itself, expected within a larger one: `{0}`",
            message_nl: "het gebied ligt binnen zichzelf; verwacht: binnen een groter gebied: `{0}`",
            why: "An area lies within a larger one, so every chain of areas ends at the largest.",
            why_nl: "Een gebied ligt binnen een groter gebied; elke reeks eindigt dus bij het grootste.",
            remedy: "Correct under `within` in which area each of them lies.",
            remedy_nl: "Verbeter bij `within` in welk gebied elk van deze gebieden ligt.",
            section: None,
        },
    ),
    (
        Code::AreaLevelCode,
        Texts {
            title: "Level and area code don't agree",
            title_nl: "Niveau en gebiedscode passen niet bij elkaar",
            message: "the level {0} doesn't go with the area code `{1}`",
            message_nl: "het niveau {0} past niet bij de gebiedscode `{1}`",
            why: "A CBS code tells the level itself: `GM` a municipality, `WK` a wijk, `BU` a buurt.",
            why_nl: "Een CBS-code geeft zelf het niveau aan: `GM` een gemeente, `WK` een wijk, `BU` een \
                buurt.",
            remedy: "Correct the level or the code, or leave the code out.",
            remedy_nl: "Verbeter het niveau of de code of laat de code weg.",
            section: None,
        },
    ),
    (
        Code::AreaCodeOutsideParent,
        Texts {
            title: "Area outside the one it lies within",
            title_nl: "Gebied buiten het omvattende gebied",
            message: "area code `{0}` lies outside `{1}`, the code of the area that it's said to lie within",
            message_nl: "gebiedscode `{0}` ligt buiten `{1}`, de code van het gebied waar het in zou liggen",
            why: "The code of a wijk or buurt holds the number of its municipality, so the codes tell where \
                an area lies.",
            why_nl: "De code van een wijk of buurt bevat het nummer van de gemeente; de codes vertellen dus \
                waar een gebied ligt.",
            remedy: "Correct one of the codes, or name the right area under `within`.",
            remedy_nl: "Verbeter een van de codes of noem bij `within` het juiste gebied.",
            section: Some("§2.3"),
        },
    ),
];
