//! What the codes of sets of plans say.

use super::{Code, Texts};

pub(super) const TEXTS: &[(Code, Texts)] = &[
    (
        Code::SetPlanRepeated,
        Texts {
            title: "Plan repeated in the set",
            title_nl: "Dubbel plan in de verzameling",
            message: "plan `{0}` occurs more than once in the set, expected one version of it",
            message_nl: "plan `{0}` komt meer dan één keer voor in de verzameling; verwacht: één versie",
            why: "A set holds one version of each plan; versions are compared apart from it.",
            why_nl: "Een verzameling bevat van elk plan één versie; versies worden los daarvan vergeleken.",
            remedy: "Keep the version that is meant.",
            remedy_nl: "Houd de versie over die bedoeld is.",
            section: None,
        },
    ),
    (
        Code::SetIdShared,
        Texts {
            title: "Id shared between plans",
            title_nl: "Id gedeeld tussen plannen",
            message: "the {0} `{1}` stands in more than one plan, expected only for partners, frameworks, \
                framework items, areas and topics",
            message_nl: "{0} `{1}` staat in meer dan één plan; verwacht: alleen bij partners, kaders, \
                kaderonderdelen, gebieden en onderwerpen",
            why: "Plans can share the world around them; a priority, action or decision belongs to one plan.",
            why_nl: "Plannen kunnen de wereld om zich heen delen; een prioriteit, actie of besluit hoort bij \
                één plan.",
            remedy: "Give the element an id of its own; use `continues` where it follows on another plan.",
            remedy_nl: "Geef het element een eigen id; gebruik `continues` als het een vervolg is op een \
                ander plan.",
            section: None,
        },
    ),
    (
        Code::SetKindDiffers,
        Texts {
            title: "Kind differs between plans",
            title_nl: "Soort verschilt tussen plannen",
            message: "`{0}` is of kind {1} in one plan and of kind {2} in another, expected one kind",
            message_nl: "`{0}` is in het ene plan van de soort {1} en in het andere van de soort {2}; \
                verwacht: één soort",
            why: "One id stands for one thing in all plans of the set.",
            why_nl: "Eén id staat in alle plannen van de verzameling voor hetzelfde.",
            remedy: "Correct the kind in one of the plans, or give one of the two an id of its own.",
            remedy_nl: "Verbeter de soort in een van de plannen of geef een van de twee een eigen id.",
            section: None,
        },
    ),
    (
        Code::SetSuccessionCycle,
        Texts {
            title: "Plans succeed each other in a circle",
            title_nl: "Plannen volgen elkaar in een kring op",
            message: "the plan is its own predecessor by way of others: `{0}`",
            message_nl: "het plan is via andere plannen de eigen voorganger: `{0}`",
            why: "A plan succeeds an earlier one, so a line of plans has a first.",
            why_nl: "Een plan volgt een eerder plan op; een reeks plannen heeft dus een eerste.",
            remedy: "Remove the predecessor that doesn't hold.",
            remedy_nl: "Verwijder de voorganger die niet klopt.",
            section: Some("§1.1"),
        },
    ),
    (
        Code::SetContinuationCycle,
        Texts {
            title: "Continuation runs in a circle across plans",
            title_nl: "Vervolg loopt rond over plannen heen",
            message: "the element continues itself by way of other plans: `{0}`",
            message_nl: "het element is via andere plannen een vervolg op zichzelf: `{0}`",
            why: "A continuation comes after what it continues, so every line of them has a beginning.",
            why_nl: "Een vervolg komt na waar het op volgt; elke reeks heeft dus een begin.",
            remedy: "Remove the link under `continues` that doesn't hold.",
            remedy_nl: "Verwijder bij `continues` de verwijzing die niet klopt.",
            section: None,
        },
    ),
    (
        Code::SetNameDiffers,
        Texts {
            title: "Name differs between plans",
            title_nl: "Naam verschilt tussen plannen",
            message: "`{0}` is called `{1}` here and `{2}` in another plan",
            message_nl: "`{0}` heet hier `{1}` en in een ander plan `{2}`",
            why: "One thing with two names is harder to find; it may also be two things under one id.",
            why_nl: "Iets met twee namen is lastiger te vinden; het kunnen ook twee dingen onder één id \
                zijn.",
            remedy: "Use one name, or give the other thing an id of its own.",
            remedy_nl: "Gebruik één naam of geef het andere een eigen id.",
            section: None,
        },
    ),
    (
        Code::SetUnresolved,
        Texts {
            title: "Other plan not in the set",
            title_nl: "Ander plan niet in de verzameling",
            message: "no plan of the set holds {0} `{1}`",
            message_nl: "geen plan van de verzameling bevat {0} `{1}`",
            why: "A link to an earlier or related plan can be followed if that plan is in the set.",
            why_nl: "Een verwijzing naar een eerder of verwant plan is te volgen als dat plan in de \
                verzameling zit.",
            remedy: "Add the other plan to the set, or check the id.",
            remedy_nl: "Voeg het andere plan aan de verzameling toe of controleer het id.",
            section: None,
        },
    ),
    (
        Code::SetNoCommonMunicipality,
        Texts {
            title: "No municipality shared with the predecessor",
            title_nl: "Geen gemeente gedeeld met de voorganger",
            message: "the plan and its predecessor `{0}` have no municipality in common",
            message_nl: "het plan en de voorganger `{0}` hebben geen gemeente gemeen",
            why: "A plan mostly succeeds a plan of the same municipality; after a merger or a new name the \
                codes can differ.",
            why_nl: "Een plan volgt meestal een plan van dezelfde gemeente op; na een fusie of \
                naamswijziging kunnen de codes verschillen.",
            remedy: "Check the predecessor and the codes, or record an exemption with the reason.",
            remedy_nl: "Controleer de voorganger en de codes of leg een uitzondering vast met de reden.",
            section: Some("§1.1"),
        },
    ),
    (
        Code::SetSuccessionGap,
        Texts {
            title: "Gap between plans of the set",
            title_nl: "Gat tussen plannen van de verzameling",
            message: "the predecessor `{2}` ends on `{0}`, extensions included, and this plan starts on \
                `{1}`, with days in between",
            message_nl: "de voorganger `{2}` eindigt op `{0}`, verlengingen meegerekend, en dit plan begint \
                op `{1}`, met dagen ertussen",
            why: "For the days in between the set holds no plan.",
            why_nl: "Voor de dagen ertussen is er geen plan in de verzameling.",
            remedy: "Check both periods; record the extension of the predecessor if there was one.",
            remedy_nl: "Controleer beide looptijden; leg de verlenging van de voorganger vast als die er \
                was.",
            section: Some("§1.1"),
        },
    ),
    (
        Code::SetSuccessionOverlap,
        Texts {
            title: "Overlap between plans of the set",
            title_nl: "Overlap tussen plannen van de verzameling",
            message: "the predecessor `{2}` ends on `{0}`, extensions included, and this plan starts on \
                `{1}`, so that they overlap",
            message_nl: "de voorganger `{2}` eindigt op `{0}`, verlengingen meegerekend, en dit plan begint \
                op `{1}`, zodat ze elkaar overlappen",
            why: "On the days of the overlap two plans seem to hold.",
            why_nl: "Op de dagen van de overlap lijken twee plannen te gelden.",
            remedy: "Check both periods and the extensions, or record an exemption with the reason.",
            remedy_nl: "Controleer beide looptijden en de verlengingen of leg een uitzondering vast met de \
                reden.",
            section: Some("§1.1"),
        },
    ),
    (
        Code::SetPredecessorNotEvaluated,
        Texts {
            title: "Predecessor not evaluated",
            title_nl: "Voorganger niet geëvalueerd",
            message: "no evaluation of the predecessor `{0}` is on record in the set",
            message_nl: "van de voorganger `{0}` is in de verzameling geen evaluatie vastgelegd",
            why: "Looking back on efforts and results gives a new plan its footing.",
            why_nl: "Een terugblik op inspanningen en resultaten geeft een nieuw plan een basis.",
            remedy: "Record the evaluation in the predecessor, or add it to this plan as an analysis of kind \
                `evaluation`.",
            remedy_nl: "Leg de evaluatie vast in de voorganger of voeg die aan dit plan toe als analyse van \
                de soort `evaluation`.",
            section: Some("§1.3"),
        },
    ),
    (
        Code::SetDroppedWithoutDecision,
        Texts {
            title: "Priority dropped without a decision",
            title_nl: "Prioriteit vervallen zonder besluit",
            message: "the priority `{0}` of `{1}` is not continued in this plan, and no decision closed it",
            message_nl: "de prioriteit `{0}` van `{1}` krijgt in dit plan geen vervolg, en geen besluit \
                heeft die afgesloten",
            why: "A new plan may make other choices; a decision, or what continues the priority, shows what \
                became of it.",
            why_nl: "Een nieuw plan mag andere keuzes maken; een besluit, of wat op de prioriteit volgt, \
                laat zien wat ervan is geworden.",
            remedy: "Name the priority under `continues` where it goes on, or record in the earlier plan the \
                decision that closed it.",
            remedy_nl: "Noem de prioriteit bij `continues` waar die verdergaat of leg in het eerdere plan \
                het besluit vast dat die afsloot.",
            section: None,
        },
    ),
];
