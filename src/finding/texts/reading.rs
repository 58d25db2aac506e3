//! What the codes of the text, the format and the shape of objects say.

use super::{Code, Texts};

pub(super) const TEXTS: &[(Code, Texts)] = &[
    (
        Code::TextTooLarge,
        Texts {
            title: "Text too large",
            title_nl: "Tekst te groot",
            message: "the text is larger than {0} bytes, the limit of the reader",
            message_nl: "de tekst is groter dan {0} bytes, de grens van de lezer",
            why: "A bound on the size keeps reading safe, whoever sent the document.",
            why_nl: "Een grens aan de omvang houdt het inlezen veilig, wie het document ook heeft gestuurd.",
            remedy: "Check that the text is one plan; split a set into plans of their own, or raise the \
                limit of the reader.",
            remedy_nl: "Ga na of de tekst één plan is; splits een verzameling in losse plannen of verhoog de \
                grens van de lezer.",
            section: None,
        },
    ),
    (
        Code::TextNotUtf8,
        Texts {
            title: "Text not in UTF-8",
            title_nl: "Tekst niet in UTF-8",
            message: "the text isn't UTF-8 at byte {0}",
            message_nl: "de tekst is bij byte {0} geen UTF-8",
            why: "A plan is written in UTF-8, so that letters with accents come through unharmed.",
            why_nl: "Een plan staat in UTF-8, zodat letters met accenten goed overkomen.",
            remedy: "Save the document as UTF-8 and read it again.",
            remedy_nl: "Sla het document op als UTF-8 en lees het opnieuw in.",
            section: None,
        },
    ),
    (
        Code::TextNotJson,
        Texts {
            title: "Text not JSON",
            title_nl: "Tekst geen JSON",
            message: "the text isn't valid JSON: {0}",
            message_nl: "de tekst is geen geldige JSON: {0}",
            why: "A plan is one JSON document; what comes after a fault in the notation can't be read.",
            why_nl: "Een plan is één JSON-document; wat na een fout in de notatie komt, is niet te lezen.",
            remedy: "Repair the text at the place shown and read it again.",
            remedy_nl: "Herstel de tekst op de aangegeven plaats en lees die opnieuw in.",
            section: None,
        },
    ),
    (
        Code::TextTooDeep,
        Texts {
            title: "Text nested too deep",
            title_nl: "Tekst te diep genest",
            message: "the objects and lists of the text are nested too deep to read",
            message_nl: "de objecten en lijsten in de tekst zijn te diep genest om te lezen",
            why: "No plan needs so many levels; even pillars go at most 8 deep.",
            why_nl: "Geen plan heeft zo veel lagen nodig; zelfs pijlers gaan hoogstens 8 lagen diep.",
            remedy: "Check the brackets of the text, or bring down the number of levels.",
            remedy_nl: "Controleer de haken in de tekst of breng het aantal lagen terug.",
            section: None,
        },
    ),
    (
        Code::TextListTooLong,
        Texts {
            title: "List too long",
            title_nl: "Lijst te lang",
            message: "the list holds more than {0} elements, the limit of the reader",
            message_nl: "de lijst bevat meer dan {0} elementen, de grens van de lezer",
            why: "A bound on lists keeps reading safe; it lies far above what a plan holds.",
            why_nl: "Een grens aan lijsten houdt het inlezen veilig; die ligt ver boven wat een plan bevat.",
            remedy: "Check the list for repeated elements, or raise the limit of the reader.",
            remedy_nl: "Controleer de lijst op dubbele elementen of verhoog de grens van de lezer.",
            section: None,
        },
    ),
    (
        Code::FormatNewer,
        Texts {
            title: "Newer format version",
            title_nl: "Nieuwere formaatversie",
            message: "the document has format version `{0}`, newer than `{1}`, the newest that can be read \
                here",
            message_nl: "het document heeft formaatversie `{0}`, nieuwer dan `{1}`, de nieuwste die hier te \
                lezen is",
            why: "A newer format may hold things whose meaning isn't known here.",
            why_nl: "Een nieuwer formaat kan gegevens bevatten waarvan de betekenis hier niet bekend is.",
            remedy: "Use a newer release of the software, or have the document written in the version that \
                can be read.",
            remedy_nl: "Gebruik een nieuwere uitgave van de software of laat het document aanleveren in de \
                versie die te lezen is.",
            section: None,
        },
    ),
    (
        Code::FormatUnknown,
        Texts {
            title: "Unknown format version",
            title_nl: "Onbekende formaatversie",
            message: "`{0}` is no known format version, expected `{1}`",
            message_nl: "`{0}` is geen bekende formaatversie; verwacht: `{1}`",
            why: "The version says how the document is to be read.",
            why_nl: "De versie geeft aan hoe het document gelezen moet worden.",
            remedy: "Correct `formatVersion`, if the document follows the version that is expected.",
            remedy_nl: "Verbeter `formatVersion`, als het document de verwachte versie volgt.",
            section: None,
        },
    ),
    (
        Code::ShapeWrongType,
        Texts {
            title: "Wrong type of value",
            title_nl: "Verkeerd type waarde",
            message: "expected {0}, found {1}",
            message_nl: "verwacht: {0}; gevonden: {1}",
            why: "Each key holds one type of value; another type has no meaning there.",
            why_nl: "Elke sleutel heeft één type waarde; een ander type heeft daar geen betekenis.",
            remedy: "Write the value in the expected form. A decimal, for one, is text between quotation \
                marks.",
            remedy_nl: "Schrijf de waarde in de verwachte vorm. Een decimaal getal staat bijvoorbeeld als \
                tekst tussen aanhalingstekens.",
            section: None,
        },
    ),
    (
        Code::ShapeMissingKey,
        Texts {
            title: "Required key missing",
            title_nl: "Verplichte sleutel ontbreekt",
            message: "the key `{0}` is required here, but missing",
            message_nl: "de sleutel `{0}` is hier verplicht, maar ontbreekt",
            why: "Few keys are required: only those without which the part has no meaning.",
            why_nl: "Weinig sleutels zijn verplicht: alleen die waarzonder het geheel geen betekenis heeft.",
            remedy: "Add the key with its value; `null` counts as absent.",
            remedy_nl: "Voeg de sleutel met een waarde toe; `null` telt als afwezig.",
            section: None,
        },
    ),
    (
        Code::ShapeUnknownKey,
        Texts {
            title: "Unknown key",
            title_nl: "Onbekende sleutel",
            message: "the key `{0}` isn't one of those expected here",
            message_nl: "de sleutel `{0}` hoort niet bij de sleutels die hier worden verwacht",
            why: "A key that isn't listed may be a slip, and what it holds would be lost unseen.",
            why_nl: "Een sleutel die niet in de lijst staat kan een tikfout zijn; de inhoud zou ongemerkt \
                verloren gaan.",
            remedy: "Check the spelling against the description of the format, or leave the key out.",
            remedy_nl: "Vergelijk de schrijfwijze met de beschrijving van het formaat of laat de sleutel \
                weg.",
            section: None,
        },
    ),
    (
        Code::ShapeRepeatedKey,
        Texts {
            title: "Key repeated",
            title_nl: "Dubbele sleutel",
            message: "the key `{0}` occurs more than once in this object, expected once",
            message_nl: "de sleutel `{0}` komt meer dan één keer voor in dit object; verwacht: één keer",
            why: "With two values under one key it isn't clear which of them holds.",
            why_nl: "Bij twee waarden onder één sleutel is niet duidelijk welke geldt.",
            remedy: "Keep the key once, with the value that is meant.",
            remedy_nl: "Houd de sleutel één keer over, met de waarde die bedoeld is.",
            section: None,
        },
    ),
    (
        Code::ShapeUnknownValue,
        Texts {
            title: "Unknown value",
            title_nl: "Onbekende waarde",
            message: "`{0}` isn't one of the values expected here: {1}",
            message_nl: "`{0}` is hier geen bekende waarde; verwacht wordt een van: {1}",
            why: "These values are fixed in the format, so that plans can be compared.",
            why_nl: "Deze waarden liggen vast in het formaat, zodat plannen te vergelijken zijn.",
            remedy: "Choose one of the values named; capitals count.",
            remedy_nl: "Kies een van de genoemde waarden; hoofdletters tellen mee.",
            section: None,
        },
    ),
    (
        Code::ShapeNotAnInteger,
        Texts {
            title: "Not a whole number",
            title_nl: "Geen geheel getal",
            message: "`{0}` isn't a whole number from 0 to 9007199254740991",
            message_nl: "`{0}` is geen geheel getal van 0 tot en met 9007199254740991",
            why: "Amounts are in whole euro cents and years are whole; larger numbers don't come through in \
                every program.",
            why_nl: "Bedragen staan in hele eurocenten en jaren zijn heel; grotere getallen komen niet in \
                elk programma goed over.",
            remedy: "Write a whole number without a minus sign; write euros as cents.",
            remedy_nl: "Schrijf een geheel getal zonder minteken; zet euro's om in centen.",
            section: None,
        },
    ),
    (
        Code::ShapeEmptyList,
        Texts {
            title: "Empty list",
            title_nl: "Lege lijst",
            message: "the list is empty, expected at least one element",
            message_nl: "de lijst is leeg; verwacht: minstens één element",
            why: "Some things need at least one part: a plan has a municipality, a decision has a clause.",
            why_nl: "Soms is er minstens één nodig: een plan heeft een gemeente, een besluit heeft een \
                onderdeel.",
            remedy: "Add what belongs in the list.",
            remedy_nl: "Vul de lijst met wat erin hoort.",
            section: None,
        },
    ),
    (
        Code::ActionServesNothing,
        Texts {
            title: "Action serves nothing",
            title_nl: "Actie dient niets",
            message: "the action serves nothing, expected at least one objective, pillar, priority, theme, \
                principle, topic or acute issue",
            message_nl: "de actie dient niets; verwacht: minstens één doelstelling, pijler, prioriteit, \
                thema, uitgangspunt, onderwerp of acuut probleem",
            why: "An action that serves nothing stands outside the red thread from action to vision. It \
                needn't serve a priority.",
            why_nl: "Een actie die niets dient, staat buiten de rode draad van actie naar visie. Een \
                prioriteit hoeft het niet te zijn.",
            remedy: "State under `serves` what the action is for.",
            remedy_nl: "Geef bij `serves` aan waarvoor de actie bedoeld is.",
            section: Some("§5.2"),
        },
    ),
];
