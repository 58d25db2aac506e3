//! What the codes of a batch of changes say.

use super::{Code, Texts};

pub(super) const TEXTS: &[(Code, Texts)] = &[
    (
        Code::ChangeIncomplete,
        Texts {
            title: "Change not complete",
            title_nl: "Wijziging niet volledig",
            message: "the keys of the change don't go with the operation `{0}`",
            message_nl: "de sleutels van de wijziging passen niet bij de bewerking `{0}`",
            why: "Each operation has keys of its own: to add takes an element, to move takes a place.",
            why_nl: "Elke bewerking heeft eigen sleutels: toevoegen vraagt een element, verplaatsen vraagt \
                een plaats.",
            remedy: "Give the keys that the operation asks for and leave out the others; the schema of \
                changes lists them.",
            remedy_nl: "Geef de sleutels die de bewerking vraagt en laat de andere weg; het schema van \
                wijzigingen noemt ze.",
            section: None,
        },
    ),
    (
        Code::ChangeUnknownElement,
        Texts {
            title: "Unknown element in a change",
            title_nl: "Onbekend element in een wijziging",
            message: "the plan holds no {0} `{1}`, expected an element that is there when the change is made",
            message_nl: "het plan bevat geen {0} `{1}`; verwacht: een element dat er is als de wijziging aan \
                de beurt is",
            why: "Changes are made one after the other; what an earlier one removed can no longer be \
                changed.",
            why_nl: "Wijzigingen worden na elkaar gemaakt; wat een eerdere heeft verwijderd, is niet meer te \
                wijzigen.",
            remedy: "Check the kind and the id, and the order of the changes.",
            remedy_nl: "Controleer de soort, het id en de volgorde van de wijzigingen.",
            section: None,
        },
    ),
    (
        Code::ChangeRepeatedElement,
        Texts {
            title: "Element already there",
            title_nl: "Element bestaat al",
            message: "the {0} `{1}` is added, while the plan already holds it",
            message_nl: "{0} `{1}` wordt toegevoegd, terwijl het plan dit al bevat",
            why: "An element stands in a plan once.",
            why_nl: "Een element staat één keer in een plan.",
            remedy: "Replace or move the element instead, or give the new one an id of its own.",
            remedy_nl: "Vervang of verplaats het element of geef het nieuwe een eigen id.",
            section: None,
        },
    ),
    (
        Code::ChangeWrongParent,
        Texts {
            title: "Element in the wrong place",
            title_nl: "Element op de verkeerde plek",
            message: "an element of kind {0} has no place in one of kind {1}",
            message_nl: "een element van de soort {0} heeft geen plek in een van de soort {1}",
            why: "Each kind of element has its own place: an action stands in an execution plan, a pillar in \
                a priority or theme.",
            why_nl: "Elke soort element heeft een eigen plek: een actie staat in een uitvoeringsplan, een \
                pijler in een prioriteit of thema.",
            remedy: "Name a parent that can hold the element.",
            remedy_nl: "Noem een bovenliggend element waar dit element in past.",
            section: None,
        },
    ),
    (
        Code::ChangeBeyondEnd,
        Texts {
            title: "Position beyond the end of the list",
            title_nl: "Positie voorbij het einde van de lijst",
            message: "position {0} lies beyond the end of a list of length {1}",
            message_nl: "positie {0} ligt voorbij het einde van een lijst met lengte {1}",
            why: "The order of a list is part of the plan, so an element gets a position that the list has.",
            why_nl: "De volgorde van een lijst hoort bij het plan; een element krijgt dus een positie die de \
                lijst heeft.",
            remedy: "Give a position in the list or the one right after its last element.",
            remedy_nl: "Geef een positie in de lijst of die direct na het laatste element.",
            section: None,
        },
    ),
    (
        Code::ChangeWithChildren,
        Texts {
            title: "Replacement with elements inside",
            title_nl: "Vervanging met elementen erin",
            message: "the replacement of the {0} holds other elements, expected none",
            message_nl: "de vervanging van de soort {0} bevat andere elementen; verwacht: geen",
            why: "A replacement changes an element itself; the elements inside it stay and have changes of \
                their own.",
            why_nl: "Een vervanging wijzigt het element zelf; de elementen erin blijven staan en hebben \
                eigen wijzigingen.",
            remedy: "Leave the elements inside out, and add, replace, move or remove them in changes of \
                their own.",
            remedy_nl: "Laat de elementen erin weg en voeg ze met eigen wijzigingen toe, of vervang, \
                verplaats of verwijder ze zo.",
            section: None,
        },
    ),
    (
        Code::ChangeIntoItself,
        Texts {
            title: "Moved into itself",
            title_nl: "Verplaatst naar zichzelf",
            message: "the {0} `{1}` is moved into itself or into an element inside it",
            message_nl: "{0} `{1}` wordt verplaatst naar zichzelf of naar een element daarbinnen",
            why: "Nothing is part of itself, so every line of parts ends at the plan.",
            why_nl: "Niets is deel van zichzelf; elke reeks van onderdelen eindigt dus bij het plan.",
            remedy: "Name a parent outside the element.",
            remedy_nl: "Noem een bovenliggend element buiten dit element.",
            section: None,
        },
    ),
    (
        Code::ChangePlanId,
        Texts {
            title: "Change for another plan",
            title_nl: "Wijziging voor een ander plan",
            message: "the change names plan `{1}`, expected `{0}`",
            message_nl: "de wijziging noemt plan `{1}`; verwacht: `{0}`",
            why: "The id of a plan stays the same through all its versions; another id is another plan.",
            why_nl: "Het id van een plan blijft in alle versies gelijk; een ander id is een ander plan.",
            remedy: "Correct the id, or apply the change to the plan that it names.",
            remedy_nl: "Verbeter het id of pas de wijziging toe op het plan dat die noemt.",
            section: None,
        },
    ),
    (
        Code::ChangeFactAltered,
        Texts {
            title: "Fact altered",
            title_nl: "Feit gewijzigd",
            message: "the change alters or removes a fact, the {0} of `{1}`, without a correction in the \
                same batch",
            message_nl: "de wijziging verandert of verwijdert een feit, {0} van `{1}`, zonder correctie in \
                dezelfde reeks wijzigingen",
            why: "What happened stays on record: a fact is added, and repaired only where it was written \
                down wrong.",
            why_nl: "Wat is gebeurd, blijft vastgelegd: een feit komt erbij en wordt alleen hersteld als het \
                verkeerd is opgeschreven.",
            remedy: "Add a new fact, or add a correction with the reason to the batch.",
            remedy_nl: "Voeg een nieuw feit toe of voeg aan de reeks een correctie toe met de reden.",
            section: None,
        },
    ),
    (
        Code::ChangeStrategicPart,
        Texts {
            title: "Strategic part changed without a decision",
            title_nl: "Strategisch deel gewijzigd zonder besluit",
            message: "the strategic part, adopted on `{0}`, changes without an amending decision or a \
                correction in the same batch",
            message_nl: "het strategische deel, vastgesteld op `{0}`, wijzigt zonder besluit tot wijziging \
                of correctie in dezelfde reeks wijzigingen",
            why: "Adoption fixes the goals and priorities; they change by a decision that amends the plan, \
                or by the correction of a slip.",
            why_nl: "Met de vaststelling liggen de doelen en prioriteiten vast; die wijzigen door een \
                besluit tot wijziging van het plan of door de correctie van een verschrijving.",
            remedy: "Add the decision with the act `amend`, or the correction, to the batch, or leave the \
                strategic part as it was.",
            remedy_nl: "Voeg aan de reeks het besluit met de handeling `amend` of de correctie toe of laat \
                het strategische deel zoals het was.",
            section: Some("§5.1"),
        },
    ),
    (
        Code::ChangeCorrectionDigest,
        Texts {
            title: "Digest of the correction differs",
            title_nl: "Vingerafdruk van de correctie wijkt af",
            message: "the correction records the digest `{0}`, found `{1}`",
            message_nl: "de correctie noemt de vingerafdruk `{0}`; gevonden: `{1}`",
            why: "The digests of a correction fix which text it repaired, and into which text.",
            why_nl: "De vingerafdrukken van een correctie leggen vast welke tekst is hersteld, en tot welke \
                tekst.",
            remedy: "Take `before` from the plan as it was and `after` from the plan as the batch makes it.",
            remedy_nl: "Neem `before` van het plan zoals het was en `after` van het plan zoals het door de \
                reeks wordt.",
            section: None,
        },
    ),
    (
        Code::ChangeDecisionDigest,
        Texts {
            title: "Digest of the decision differs",
            title_nl: "Vingerafdruk van het besluit wijkt af",
            message: "the decision records the digest `{0}`, found `{1}`",
            message_nl: "het besluit noemt de vingerafdruk `{0}`; gevonden: `{1}`",
            why: "The digest of a decision fixes which text of the strategic part was adopted or amended.",
            why_nl: "De vingerafdruk van een besluit legt vast welke tekst van het strategische deel is \
                vastgesteld of gewijzigd.",
            remedy: "Take the digest from the plan as the batch makes it, or change the text to the one \
                decided on.",
            remedy_nl: "Neem de vingerafdruk van het plan zoals het door de reeks wordt of wijzig de tekst \
                in die waarover is besloten.",
            section: None,
        },
    ),
];
