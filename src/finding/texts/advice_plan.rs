//! What the advice on the plan, its objectives, indicators, principles and frameworks says.

use super::{Code, Texts};

pub(super) const TEXTS: &[(Code, Texts)] = &[
    (
        Code::PlanNoLegalBasis,
        Texts {
            title: "No legal basis named",
            title_nl: "Geen wettelijke grondslag genoemd",
            message: "the plan names no legal basis",
            message_nl: "het plan noemt geen wettelijke grondslag",
            why: "The plan is an instrument for article 38b of the Politiewet 2012, under which the council \
                fixes goals for safety at least once in four years.",
            why_nl: "Het plan is een instrument voor artikel 38b van de Politiewet 2012: de gemeenteraad \
                stelt ten minste eens in de vier jaar doelen voor veiligheid vast.",
            remedy: "Name the act and the article that the plan rests on.",
            remedy_nl: "Noem de wet en het artikel waarop het plan rust.",
            section: Some("§1.1"),
        },
    ),
    (
        Code::PlanNoPartners,
        Texts {
            title: "Plan without partners",
            title_nl: "Plan zonder partners",
            message: "the plan names no partners",
            message_nl: "het plan noemt geen partners",
            why: "Safety isn't a task of the municipality alone; the effort works if all parties work \
                together.",
            why_nl: "Veiligheid is niet alleen een taak van de gemeente; de inzet werkt als alle partijen \
                samenwerken.",
            remedy: "Name the partners, such as the police, the prosecution service, entrepreneurs and \
                residents.",
            remedy_nl: "Noem de partners, zoals de politie, het Openbaar Ministerie, ondernemers en \
                inwoners.",
            section: None,
        },
    ),
    (
        Code::PlanPredecessorGap,
        Texts {
            title: "Gap after the predecessor",
            title_nl: "Gat na de voorganger",
            message: "the predecessor ends on `{0}` and this plan starts on `{1}`, with days in between",
            message_nl: "de voorganger eindigt op `{0}` en dit plan begint op `{1}`, met dagen ertussen",
            why: "For the days in between no plan is on record.",
            why_nl: "Voor de dagen ertussen is geen plan bekend.",
            remedy: "Check both periods; an extension of the predecessor can close the gap.",
            remedy_nl: "Controleer beide looptijden; een verlenging van de voorganger kan het gat dichten.",
            section: Some("§1.1"),
        },
    ),
    (
        Code::PlanPredecessorOverlap,
        Texts {
            title: "Overlap with the predecessor",
            title_nl: "Overlap met de voorganger",
            message: "the predecessor ends on `{0}` and this plan starts on `{1}`, so that they overlap",
            message_nl: "de voorganger eindigt op `{0}` en dit plan begint op `{1}`, zodat ze elkaar \
                overlappen",
            why: "On the days of the overlap two plans seem to hold.",
            why_nl: "Op de dagen van de overlap lijken twee plannen te gelden.",
            remedy: "Check both periods, or record an exemption with the reason.",
            remedy_nl: "Controleer beide looptijden of leg een uitzondering vast met de reden.",
            section: Some("§1.1"),
        },
    ),
    (
        Code::PlanNoPredecessorEvaluation,
        Texts {
            title: "No evaluation of the predecessor",
            title_nl: "Geen evaluatie van de voorganger",
            message: "the plan names a predecessor, but no analysis of kind `evaluation`",
            message_nl: "het plan noemt een voorganger, maar geen analyse van de soort `evaluation`",
            why: "Looking back on efforts and results gives a new plan its footing.",
            why_nl: "Een terugblik op inspanningen en resultaten geeft een nieuw plan een basis.",
            remedy: "Add the evaluation of the predecessor as an analysis.",
            remedy_nl: "Voeg de evaluatie van de voorganger toe als analyse.",
            section: Some("§1.3"),
        },
    ),
    (
        Code::PlanNoSafetyAnalysis,
        Texts {
            title: "No safety analysis",
            title_nl: "Geen veiligheidsanalyse",
            message: "the plan names no safety analysis",
            message_nl: "het plan noemt geen veiligheidsanalyse",
            why: "The analysis shows where the largest challenges lie, and priorities follow from it.",
            why_nl: "De analyse laat zien waar de grootste uitdagingen liggen; de prioriteiten volgen \
                daaruit.",
            remedy: "Add the safety analysis, also where it stands in an appendix.",
            remedy_nl: "Voeg de veiligheidsanalyse toe, ook als die in een bijlage staat.",
            section: Some("§1.3"),
        },
    ),
    (
        Code::PlanPartnersNotInvolved,
        Texts {
            title: "Involvement of partners not recorded",
            title_nl: "Betrokkenheid van partners niet vastgelegd",
            message: "no partner is recorded as involved in the analysis or the policy development",
            message_nl: "van geen enkele partner is vastgelegd dat die betrokken was bij de analyse of de \
                beleidsontwikkeling",
            why: "Partners that take part from the start give the execution a firm base.",
            why_nl: "Partners die vanaf het begin meedoen, geven de uitvoering een stevige basis.",
            remedy: "Record under `involvedIn` which partners took part in what.",
            remedy_nl: "Leg bij `involvedIn` vast welke partners waaraan hebben meegedaan.",
            section: Some("§1.3"),
        },
    ),
    (
        Code::PlanTooManyPriorities,
        Texts {
            title: "Many priorities",
            title_nl: "Veel prioriteiten",
            message: "the plan has {0} priorities, more than the limit of {1}",
            message_nl: "het plan heeft {0} prioriteiten, meer dan de grens van {1}",
            why: "Choices are needed: if everything has priority, nothing has.",
            why_nl: "Keuzes zijn nodig: als alles prioriteit heeft, heeft niets prioriteit.",
            remedy: "Consider which priorities could be themes, or set another limit in the profile.",
            remedy_nl: "Overweeg welke prioriteiten thema kunnen zijn of stel in het profiel een andere \
                grens in.",
            section: Some("§3.1"),
        },
    ),
    (
        Code::PlanTitleYears,
        Texts {
            title: "Years in the title differ",
            title_nl: "Jaren in de titel wijken af",
            message: "the title names `{0}`, while the plan's period covers {1}",
            message_nl: "de titel noemt `{0}`, terwijl de looptijd {1} omvat",
            why: "Readers take the years in the title for the period of the plan.",
            why_nl: "Lezers zien de jaren in de titel als de looptijd van het plan.",
            remedy: "Check the title and the period, or record an exemption with the reason.",
            remedy_nl: "Controleer de titel en de looptijd of leg een uitzondering vast met de reden.",
            section: None,
        },
    ),
    (
        Code::PlanYearWithoutExecutionPlan,
        Texts {
            title: "Year without an execution plan",
            title_nl: "Jaar zonder uitvoeringsplan",
            message: "the plan has no execution plan for {0}",
            message_nl: "het plan heeft geen uitvoeringsplan voor {0}",
            why: "In the yearly execution plan the main lines become concrete actions and measures.",
            why_nl: "In het jaarlijkse uitvoeringsplan worden de hoofdlijnen concrete acties en maatregelen.",
            remedy: "Add the execution plan of that year, or weigh this rule otherwise in the profile.",
            remedy_nl: "Voeg het uitvoeringsplan van dat jaar toe of weeg deze regel anders in het profiel.",
            section: Some("§5.2"),
        },
    ),
    (
        Code::ObjectiveByOutsidePeriod,
        Texts {
            title: "Objective outside the plan's period",
            title_nl: "Doelstelling buiten de looptijd",
            message: "the objective aims at `{0}`, outside the plan's period `{1}`",
            message_nl: "de doelstelling richt zich op `{0}`, buiten de looptijd `{1}` van het plan",
            why: "Objectives mostly aim at a moment within the plan; a later one can be meant so.",
            why_nl: "Doelstellingen richten zich meestal op een moment binnen de looptijd; een later moment \
                kan zo bedoeld zijn.",
            remedy: "Check the moment, or record an exemption with the reason.",
            remedy_nl: "Controleer het streefmoment of leg een uitzondering vast met de reden.",
            section: Some("§2.2"),
        },
    ),
    (
        Code::ObjectiveSupportsNothing,
        Texts {
            title: "Objective supports no strategic one",
            title_nl: "Doelstelling draagt niet zichtbaar bij",
            message: "the objective states no strategic objective that it supports",
            message_nl: "de doelstelling noemt geen strategische doelstelling waaraan die bijdraagt",
            why: "With this link the red thread runs from the actions of a priority to the vision.",
            why_nl: "Met deze verwijzing loopt de rode draad van de acties van een prioriteit naar de visie.",
            remedy: "Name the objective under `supports`, with basis `read` if the plan doesn't state it \
                itself.",
            remedy_nl: "Noem de doelstelling bij `supports`, met grondslag `read` als het plan het niet zelf \
                vermeldt.",
            section: Some("§2.2"),
        },
    ),
    (
        Code::IndicatorFigureWithoutNote,
        Texts {
            title: "Figure without interpretation",
            title_nl: "Realisatie zonder duiding",
            message: "the figure of `{0}` has no note on what it means",
            message_nl: "de realisatie over `{0}` heeft geen duiding",
            why: "Figures never say everything; the cause behind them can tell more.",
            why_nl: "Cijfers zeggen nooit alles; de oorzaak erachter kan meer vertellen.",
            remedy: "Add a note that explains the figure.",
            remedy_nl: "Voeg een duiding toe die het cijfer uitlegt.",
            section: Some("§2.2"),
        },
    ),
    (
        Code::PrincipleRepeatedTitle,
        Texts {
            title: "Principles with one title",
            title_nl: "Uitgangspunten met dezelfde titel",
            message: "another principle has the same title, `{0}`",
            message_nl: "een ander uitgangspunt heeft dezelfde titel, `{0}`",
            why: "The strategic principles are the basis of the approach; with one title they can't be told \
                apart.",
            why_nl: "De strategische uitgangspunten zijn de basis van de aanpak; met dezelfde titel zijn ze \
                niet uit elkaar te houden.",
            remedy: "Give one of them another title, or merge them.",
            remedy_nl: "Geef een van de uitgangspunten een andere titel of voeg ze samen.",
            section: Some("§2.3"),
        },
    ),
    (
        Code::FrameworkEndsBeforePlan,
        Texts {
            title: "Framework ends before the plan",
            title_nl: "Kader loopt eerder af dan het plan",
            message: "the framework ends on `{0}`, before the plan ends on `{1}`",
            message_nl: "het kader eindigt op `{0}`, voordat het plan eindigt op `{1}`",
            why: "The periods needn't be equal, but another framework may follow while the plan still runs.",
            why_nl: "De looptijden hoeven niet gelijk te zijn, maar er kan een ander kader volgen terwijl \
                het plan nog loopt.",
            remedy: "Look at the plan again when the framework is followed up, and add the new one.",
            remedy_nl: "Bekijk het plan opnieuw als het kader een vervolg krijgt en voeg dat nieuwe kader \
                toe.",
            section: Some("§2.4"),
        },
    ),
    (
        Code::FrameworkItemUnanswered,
        Texts {
            title: "Framework item without an answer",
            title_nl: "Kaderonderdeel zonder antwoord",
            message: "no priority, pillar or theme answers this framework item",
            message_nl: "geen prioriteit, pijler of thema geeft antwoord op dit kaderonderdeel",
            why: "National and regional themes influence the local approach; local priorities stay a local \
                choice.",
            why_nl: "Landelijke en regionale thema's beïnvloeden de lokale aanpak; lokale prioriteiten \
                blijven een lokale keuze.",
            remedy: "State under `answers` what answers the item, or record an exemption with the reason.",
            remedy_nl: "Geef bij `answers` aan wat antwoord geeft op het onderdeel of leg een uitzondering \
                vast met de reden.",
            section: Some("§2.4"),
        },
    ),
];
