//! What the codes of single values say.

use super::{Code, Texts};

pub(super) const TEXTS: &[(Code, Texts)] = &[
    (
        Code::ValueTitle,
        Texts {
            title: "Title not well formed",
            title_nl: "Titel niet goed gevormd",
            message: "`{0}` isn't a title, expected {1}",
            message_nl: "`{0}` is geen titel; verwacht: {1}",
            why: "Titles are shown to the council and stand in lists and headings, so they are short and \
                never blank.",
            why_nl: "De raad krijgt titels te zien en ze staan in lijsten en kopjes; daarom zijn ze kort en \
                nooit leeg.",
            remedy: "Write the title on one line; more words belong in a description.",
            remedy_nl: "Schrijf de titel op één regel; meer woorden horen in een omschrijving.",
            section: None,
        },
    ),
    (
        Code::ValueText,
        Texts {
            title: "Text blank or too long",
            title_nl: "Tekst leeg of te lang",
            message: "`{0}` isn't a text, expected {1}",
            message_nl: "`{0}` is geen tekst; verwacht: {1}",
            why: "Texts such as the vision and the objectives are shown to the council, so they are never \
                blank.",
            why_nl: "De raad krijgt teksten zoals de visie en de doelstellingen te zien; daarom zijn ze \
                nooit leeg.",
            remedy: "Write the text, or leave an optional key out.",
            remedy_nl: "Schrijf de tekst of laat een sleutel die niet verplicht is weg.",
            section: None,
        },
    ),
    (
        Code::ValueId,
        Texts {
            title: "Id not well formed",
            title_nl: "Id niet goed gevormd",
            message: "`{0}` isn't an id, expected {1}",
            message_nl: "`{0}` is geen id; verwacht: {1}",
            why: "An id points to the same element in every version of the plan and in every system.",
            why_nl: "Een id wijst in elke versie van het plan en in elk systeem hetzelfde element aan.",
            remedy: "Write a UUID in lower case, with hyphens.",
            remedy_nl: "Schrijf een UUID in kleine letters, met koppeltekens.",
            section: None,
        },
    ),
    (
        Code::ValueCode,
        Texts {
            title: "Code not well formed",
            title_nl: "Code niet goed gevormd",
            message: "`{0}` isn't a code, expected {1}",
            message_nl: "`{0}` is geen code; verwacht: {1}",
            why: "A code is the mark that an element has in print, such as `P1.2`.",
            why_nl: "Een code is de aanduiding die een element in het gedrukte plan heeft, zoals `P1.2`.",
            remedy: "Use at most 32 letters, digits, dots, hyphens and underscores, starting with a letter \
                or digit.",
            remedy_nl: "Gebruik hoogstens 32 letters, cijfers, punten, koppeltekens en lage streepjes, met \
                een letter of cijfer vooraan.",
            section: None,
        },
    ),
    (
        Code::ValueDate,
        Texts {
            title: "Not an existing date",
            title_nl: "Geen bestaande datum",
            message: "`{0}` isn't a date, expected {1}",
            message_nl: "`{0}` is geen datum; verwacht: {1}",
            why: "Periods and facts are compared by day, so every date is an existing day.",
            why_nl: "Looptijden en feiten worden per dag vergeleken; daarom is elke datum een bestaande dag.",
            remedy: "Write year, month and day as in `2020-01-31`, without a time.",
            remedy_nl: "Schrijf jaar, maand en dag zoals in `2020-01-31`, zonder tijd.",
            section: None,
        },
    ),
    (
        Code::ValueMoment,
        Texts {
            title: "Not a year or date",
            title_nl: "Geen jaar of datum",
            message: "`{0}` isn't a year or date, expected {1}",
            message_nl: "`{0}` is geen jaar of datum; verwacht: {1}",
            why: "Objectives name the moment by which they are to be reached, often only a year.",
            why_nl: "Doelstellingen noemen een streefmoment, vaak alleen een jaar.",
            remedy: "Write a year, such as `2023`, or a full date.",
            remedy_nl: "Schrijf een jaar, zoals `2023`, of een volledige datum.",
            section: Some("§2.2"),
        },
    ),
    (
        Code::ValueDecimal,
        Texts {
            title: "Not a decimal",
            title_nl: "Geen decimaal getal",
            message: "`{0}` isn't a decimal, expected {1}",
            message_nl: "`{0}` is geen decimaal getal; verwacht: {1}",
            why: "Figures are kept exactly, and one way of writing keeps equal figures equal.",
            why_nl: "Cijfers worden precies bewaard; met één schrijfwijze blijven gelijke cijfers gelijk.",
            remedy: "Use a decimal point, nothing between the thousands and no zeros at the end, as in \
                `12.5`.",
            remedy_nl: "Gebruik een decimale punt, niets tussen de duizendtallen en geen nullen aan het \
                eind, zoals in `12.5`.",
            section: None,
        },
    ),
    (
        Code::ValueOutOfRange,
        Texts {
            title: "Number out of range",
            title_nl: "Getal buiten bereik",
            message: "`{0}` is out of range, expected a number from {1} to {2}",
            message_nl: "`{0}` valt buiten het bereik; verwacht: een getal van {1} tot en met {2}",
            why: "A year, percentage or page number outside its range points to a slip.",
            why_nl: "Een jaar, percentage of paginanummer buiten het bereik wijst op een vergissing.",
            remedy: "Check the number and write one within the range.",
            remedy_nl: "Controleer het getal en schrijf er een binnen het bereik.",
            section: None,
        },
    ),
    (
        Code::ValueMunicipalityCode,
        Texts {
            title: "Municipality code not well formed",
            title_nl: "Gemeentecode niet goed gevormd",
            message: "`{0}` isn't a municipality code, expected {1}",
            message_nl: "`{0}` is geen gemeentecode; verwacht: {1}",
            why: "The CBS code ties a plan to its municipality, also in other sources.",
            why_nl: "De CBS-code verbindt een plan met de gemeente, ook in andere bronnen.",
            remedy: "Write `GM` and four digits, such as `GM0622` for Vlaardingen.",
            remedy_nl: "Schrijf `GM` en vier cijfers, zoals `GM0622` voor Vlaardingen.",
            section: None,
        },
    ),
    (
        Code::ValueAreaCode,
        Texts {
            title: "Area code not well formed",
            title_nl: "Gebiedscode niet goed gevormd",
            message: "`{0}` isn't an area code, expected {1}",
            message_nl: "`{0}` is geen gebiedscode; verwacht: {1}",
            why: "With its CBS code an area can be matched with figures and with the areas of other plans.",
            why_nl: "Met de CBS-code is een gebied te koppelen aan cijfers en aan gebieden van andere \
                plannen.",
            remedy: "Write the `GM`, `WK` or `BU` code of CBS, or leave the code out for an area that has \
                none, such as a hotspot.",
            remedy_nl: "Schrijf de `GM`-, `WK`- of `BU`-code van het CBS of laat de code weg bij een gebied \
                zonder code, zoals een hotspot.",
            section: None,
        },
    ),
    (
        Code::ValuePowerCode,
        Texts {
            title: "Power code not well formed",
            title_nl: "Bevoegdheidscode niet goed gevormd",
            message: "`{0}` isn't the code of a power, expected {1}",
            message_nl: "`{0}` is geen code van een bevoegdheid; verwacht: {1}",
            why: "A power has a code, such as `gemw-151b`, under which its legal basis can be looked up.",
            why_nl: "Een bevoegdheid heeft een code, zoals `gemw-151b`, waarmee de wettelijke grondslag op \
                te zoeken is.",
            remedy: "Use lower-case letters, digits and hyphens, starting with a letter, and at most 32 of \
                them.",
            remedy_nl: "Gebruik kleine letters, cijfers en koppeltekens, met een letter vooraan en hoogstens \
                32 bij elkaar.",
            section: None,
        },
    ),
    (
        Code::ValueFindingCode,
        Texts {
            title: "Finding code not well formed",
            title_nl: "Bevindingcode niet goed gevormd",
            message: "`{0}` isn't a finding code, expected {1}",
            message_nl: "`{0}` is geen bevindingcode; verwacht: {1}",
            why: "An exemption names the advice that it's about by its code.",
            why_nl: "Een uitzondering noemt het advies waarover die gaat met de code.",
            remedy: "Take over the code as the finding shows it, such as `partner/no-description`.",
            remedy_nl: "Neem de code over zoals die bij de bevinding staat, zoals `partner/no-description`.",
            section: None,
        },
    ),
    (
        Code::ValueDigest,
        Texts {
            title: "Digest not well formed",
            title_nl: "Vingerafdruk niet goed gevormd",
            message: "`{0}` isn't a digest, expected {1}",
            message_nl: "`{0}` is geen vingerafdruk; verwacht: {1}",
            why: "The digest shows which wording of the strategic part a decision or correction is about.",
            why_nl: "De vingerafdruk laat zien over welke tekst van het strategische deel een besluit of \
                correctie gaat.",
            remedy: "Take over the SHA-256 digest of the strategic part, in lower case.",
            remedy_nl: "Neem de SHA-256-vingerafdruk van het strategische deel over, in kleine letters.",
            section: None,
        },
    ),
    (
        Code::ValueLegalNumber,
        Texts {
            title: "Registration number not well formed",
            title_nl: "Registratienummer niet goed gevormd",
            message: "`{0}` isn't a registration number, expected {1}",
            message_nl: "`{0}` is geen registratienummer; verwacht: {1}",
            why: "With the right number a partner can be recognised in other registers.",
            why_nl: "Met het juiste nummer is een partner in andere registers te herkennen.",
            remedy: "Write all digits and nothing else; a group without legal identity needs no number.",
            remedy_nl: "Schrijf alle cijfers en verder niets; een groep die geen rechtspersoon is, heeft \
                geen nummer nodig.",
            section: None,
        },
    ),
];
