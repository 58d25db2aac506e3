//! What the codes of elements, references, objectives and pillars say.

use super::{Code, Texts};

pub(super) const TEXTS: &[(Code, Texts)] = &[
    (
        Code::ElementDuplicateId,
        Texts {
            title: "Id used more than once",
            title_nl: "Id meer dan één keer gebruikt",
            message: "the id `{0}` belongs to more than one element, expected one",
            message_nl: "het id `{0}` hoort bij meer dan één element; verwacht: één",
            why: "References, decisions and reports find an element by its id; a shared id doesn't tell \
                which is meant.",
            why_nl: "Verwijzingen, besluiten en rapportages vinden een element via het id; een gedeeld id \
                zegt niet welk element bedoeld is.",
            remedy: "Give each element an id of its own, also after copying one.",
            remedy_nl: "Geef elk element een eigen id, ook na het kopiëren van een element.",
            section: None,
        },
    ),
    (
        Code::ElementDuplicateCode,
        Texts {
            title: "Code used more than once",
            title_nl: "Code meer dan één keer gebruikt",
            message: "the code `{1}` is given to more than one {0}, expected one",
            message_nl: "de code `{1}` komt bij meer dan één {0} voor; verwacht: één",
            why: "People refer to an element by its code, so within a plan the code is unique among its \
                kind.",
            why_nl: "Mensen verwijzen met de code naar een element; binnen een plan is de code daarom uniek \
                per soort.",
            remedy: "Change one of the codes, or leave it out.",
            remedy_nl: "Wijzig een van de codes of laat die weg.",
            section: None,
        },
    ),
    (
        Code::ElementContinuationCycle,
        Texts {
            title: "Continuation runs in a circle",
            title_nl: "Vervolg loopt rond",
            message: "the element continues itself, expected an earlier one: `{0}`",
            message_nl: "het element is een vervolg op zichzelf; verwacht: een eerder element: `{0}`",
            why: "A continuation comes after what it continues, so every line of them has a beginning.",
            why_nl: "Een vervolg komt na waar het op volgt; elke reeks heeft dus een begin.",
            remedy: "Remove the link under `continues` that doesn't hold.",
            remedy_nl: "Verwijder bij `continues` de verwijzing die niet klopt.",
            section: None,
        },
    ),
    (
        Code::ElementEmptySource,
        Texts {
            title: "Source says nothing",
            title_nl: "Bron zegt niets",
            message: "the source is empty, expected at least one of `document`, `section`, `page` and `note`",
            message_nl: "de bron is leeg; verwacht: minstens één van `document`, `section`, `page` en `note`",
            why: "A source shows where an element stands in the document that it was taken from.",
            why_nl: "Een bron laat zien waar een element staat in het document waaruit het is overgenomen.",
            remedy: "Name the document, section or page, add a note, or leave the source out.",
            remedy_nl: "Noem het document, de paragraaf of de pagina, voeg een noot toe of laat de bron weg.",
            section: None,
        },
    ),
    (
        Code::ReferenceUnknown,
        Texts {
            title: "Reference leads nowhere",
            title_nl: "Verwijzing zonder doel",
            message: "this document holds no {0} with id `{1}`",
            message_nl: "dit document bevat geen {0} met id `{1}`",
            why: "A reference that leads nowhere breaks the red thread. What several plans share has an \
                entry in each of them.",
            why_nl: "Een verwijzing zonder doel breekt de rode draad. Wat plannen delen, staat in elk van \
                die plannen.",
            remedy: "Correct the id, or add the element to this plan.",
            remedy_nl: "Verbeter het id of voeg het element aan dit plan toe.",
            section: Some("§3.2.3"),
        },
    ),
    (
        Code::ReferenceWrongKind,
        Texts {
            title: "Reference to another kind",
            title_nl: "Verwijzing naar een andere soort",
            message: "`{1}` is of kind {2}, expected {0}",
            message_nl: "`{1}` is van de soort {2}; verwacht: {0}",
            why: "Each reference has a meaning of its own: only a partner can lead, only an indicator can \
                measure.",
            why_nl: "Elke verwijzing heeft een eigen betekenis: alleen een partner kan trekker zijn, alleen \
                een indicator kan meten.",
            remedy: "Refer to an element of the expected kind, or correct the kind that the reference names.",
            remedy_nl: "Verwijs naar een element van de verwachte soort of verbeter de soort die de \
                verwijzing noemt.",
            section: None,
        },
    ),
    (
        Code::ReferenceRepeated,
        Texts {
            title: "Reference repeated",
            title_nl: "Dubbele verwijzing",
            message: "`{0}` is named more than once in this list, expected once",
            message_nl: "`{0}` staat meer dan één keer in deze lijst; verwacht: één keer",
            why: "Naming one thing twice adds nothing, and leaves open whether another was meant.",
            why_nl: "Twee keer hetzelfde noemen voegt niets toe en laat open of iets anders bedoeld was.",
            remedy: "Keep one of them, or refer to what was meant.",
            remedy_nl: "Houd er één over of verwijs naar wat bedoeld was.",
            section: None,
        },
    ),
    (
        Code::PlanPeriodReversed,
        Texts {
            title: "Period of the plan reversed",
            title_nl: "Looptijd van het plan omgekeerd",
            message: "the plan ends on `{1}`, expected a day on or after its start on `{0}`",
            message_nl: "het plan eindigt op `{1}`; verwacht: een dag op of na het begin op `{0}`",
            why: "The period tells for which years the plan holds.",
            why_nl: "De looptijd vertelt voor welke jaren het plan geldt.",
            remedy: "Correct the start or the end of the period.",
            remedy_nl: "Verbeter het begin of het einde van de looptijd.",
            section: None,
        },
    ),
    (
        Code::PlanMunicipalityRepeated,
        Texts {
            title: "Municipality repeated",
            title_nl: "Dubbele gemeente",
            message: "municipality `{0}` is named more than once, expected once",
            message_nl: "gemeente `{0}` staat er meer dan één keer; verwacht: één keer",
            why: "In a joint plan each municipality decides for itself, so each is named once.",
            why_nl: "Bij een gezamenlijk plan besluit elke gemeente zelf; elke gemeente staat er daarom één \
                keer.",
            remedy: "Keep one entry for the municipality, or correct the code.",
            remedy_nl: "Houd één vermelding van de gemeente over of verbeter de code.",
            section: None,
        },
    ),
    (
        Code::PlanSucceedsItself,
        Texts {
            title: "Plan succeeds itself",
            title_nl: "Plan volgt zichzelf op",
            message: "the plan names itself as predecessor, expected an earlier plan",
            message_nl: "het plan noemt zichzelf als voorganger; verwacht: een eerder plan",
            why: "A plan succeeds an earlier plan; a new version of the same plan is no successor.",
            why_nl: "Een plan volgt een eerder plan op; een nieuwe versie van hetzelfde plan is geen \
                opvolger.",
            remedy: "Name the id of the earlier plan, or give only its title and period.",
            remedy_nl: "Noem het id van het eerdere plan of geef alleen de titel en looptijd.",
            section: Some("§1.1"),
        },
    ),
    (
        Code::PlanRelatedToItself,
        Texts {
            title: "Plan related to itself",
            title_nl: "Plan hangt samen met zichzelf",
            message: "the plan names itself as a related plan, expected another plan",
            message_nl: "het plan noemt zichzelf bij de samenhang; verwacht: een ander plan",
            why: "A relation shows how this plan stands to another one, such as a regional plan.",
            why_nl: "De samenhang laat zien hoe dit plan zich verhoudt tot een ander plan, zoals een \
                regionaal plan.",
            remedy: "Name the id of the other plan, or remove the relation.",
            remedy_nl: "Noem het id van het andere plan of verwijder de samenhang.",
            section: None,
        },
    ),
    (
        Code::ObjectiveNestedSubObjectives,
        Texts {
            title: "Sub-objective under a sub-objective",
            title_nl: "Subdoelstelling onder een subdoelstelling",
            message: "a sub-objective has sub-objectives of its own, expected one level of them",
            message_nl: "een subdoelstelling heeft zelf subdoelstellingen; verwacht: één laag",
            why: "Sub-objectives stand under one main objective, so that it stays clear how they fulfil the \
                vision.",
            why_nl: "Subdoelstellingen staan onder één hoofddoelstelling, zodat duidelijk blijft hoe ze de \
                visie vervullen.",
            remedy: "Move the lower ones one level up.",
            remedy_nl: "Zet de onderste subdoelstellingen een laag hoger.",
            section: Some("§2.2"),
        },
    ),
    (
        Code::ObjectiveStrategicSupports,
        Texts {
            title: "Strategic objective supports another",
            title_nl: "Strategische doelstelling draagt bij aan een andere",
            message: "a strategic objective has `supports`, expected only on objectives of a priority or \
                theme",
            message_nl: "een strategische doelstelling heeft `supports`; verwacht: alleen bij doelstellingen \
                van een prioriteit of thema",
            why: "Main objectives fulfil the vision and sub-objectives do so through their main objective; \
                only others need the link.",
            why_nl: "Hoofddoelstellingen vervullen de visie en subdoelstellingen doen dat via hun \
                hoofddoelstelling; alleen andere doelstellingen hebben de verwijzing nodig.",
            remedy: "Leave `supports` out here; put a sub-objective under its main objective.",
            remedy_nl: "Laat `supports` hier weg; zet een subdoelstelling onder de hoofddoelstelling.",
            section: Some("§2.2"),
        },
    ),
    (
        Code::ObjectiveSupportsNotStrategic,
        Texts {
            title: "Supported objective isn't strategic",
            title_nl: "Doelstelling is niet strategisch",
            message: "`{0}` isn't a strategic objective, expected a main objective or sub-objective of the \
                plan",
            message_nl: "`{0}` is geen strategische doelstelling; verwacht: een hoofddoelstelling of \
                subdoelstelling van het plan",
            why: "The link shows how an objective of a priority or theme adds to what the whole plan is \
                after.",
            why_nl: "De verwijzing laat zien hoe een doelstelling van een prioriteit of thema bijdraagt aan \
                wat het hele plan wil bereiken.",
            remedy: "Refer to a main objective or sub-objective of the plan.",
            remedy_nl: "Verwijs naar een hoofddoelstelling of subdoelstelling van het plan.",
            section: Some("§2.2"),
        },
    ),
    (
        Code::PillarTooDeep,
        Texts {
            title: "Pillars nested too deep",
            title_nl: "Pijlers te diep genest",
            message: "the pillars are nested deeper than {0} levels, the limit",
            message_nl: "de pijlers zijn dieper genest dan {0} lagen, de grens",
            why: "Pillars are the main lines of an approach; what is more concrete belongs in actions.",
            why_nl: "Pijlers zijn de hoofdlijnen van een aanpak; wat concreter is, hoort in acties.",
            remedy: "Merge levels, or make the lowest ones actions in an execution plan.",
            remedy_nl: "Voeg lagen samen of maak van de onderste pijlers acties in een uitvoeringsplan.",
            section: None,
        },
    ),
    (
        Code::ResponsibilityRepeated,
        Texts {
            title: "Responsibility repeated",
            title_nl: "Dubbele verantwoordelijkheid",
            message: "one partner has the role {0} more than once here, expected once",
            message_nl: "één partner heeft hier meer dan één keer de rol {0}; verwacht: één keer",
            why: "A responsibility is known by its partner and role, with all its tasks under it.",
            why_nl: "Een verantwoordelijkheid is te herkennen aan partner en rol, met alle taken daaronder.",
            remedy: "Merge the entries and their tasks into one.",
            remedy_nl: "Voeg de vermeldingen en hun taken samen.",
            section: None,
        },
    ),
    (
        Code::FrameworkPeriodReversed,
        Texts {
            title: "Period of the framework reversed",
            title_nl: "Looptijd van het kader omgekeerd",
            message: "the framework ends on `{1}`, expected a day on or after its start on `{0}`",
            message_nl: "het kader eindigt op `{1}`; verwacht: een dag op of na het begin op `{0}`",
            why: "The period shows for how long the framework bears on the plan; it needn't equal the \
                plan's.",
            why_nl: "De looptijd laat zien hoelang het kader van belang is voor het plan; die hoeft niet \
                gelijk te zijn aan die van het plan.",
            remedy: "Correct the start or the end of the period.",
            remedy_nl: "Verbeter het begin of het einde van de looptijd.",
            section: None,
        },
    ),
];
