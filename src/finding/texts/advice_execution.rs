//! What the advice on execution plans, actions and facts says.

use super::{Code, Texts};

pub(super) const TEXTS: &[(Code, Texts)] = &[
    (
        Code::ExecutionPlanOverlap,
        Texts {
            title: "Execution plans overlap",
            title_nl: "Uitvoeringsplannen overlappen",
            message: "the execution plan overlaps in time with `{0}`, which has the same scope",
            message_nl: "het uitvoeringsplan overlapt in de tijd met `{0}`, dat dezelfde reikwijdte heeft",
            why: "On the days of the overlap it isn't clear in which of the two an action belongs.",
            why_nl: "Op de dagen van de overlap is niet duidelijk in welk van de twee een actie hoort.",
            remedy: "Check both periods, or give each execution plan a scope of its own.",
            remedy_nl: "Controleer beide perioden of geef elk uitvoeringsplan een eigen reikwijdte.",
            section: None,
        },
    ),
    (
        Code::ExecutionPlanSecondInYear,
        Texts {
            title: "Second execution plan in a year",
            title_nl: "Tweede uitvoeringsplan in een jaar",
            message: "for {0} there is also the execution plan `{1}`, with the same scope",
            message_nl: "voor {0} is er ook het uitvoeringsplan `{1}`, met dezelfde reikwijdte",
            why: "Policy is translated yearly into an execution plan; two for one year and scope make the \
                overview less clear.",
            why_nl: "Het beleid wordt jaarlijks vertaald in een uitvoeringsplan; met twee voor één jaar en \
                reikwijdte is het overzicht minder duidelijk.",
            remedy: "Merge them, give each a scope of its own, or weigh this rule otherwise in the profile.",
            remedy_nl: "Voeg ze samen, geef elk een eigen reikwijdte of weeg deze regel anders in het \
                profiel.",
            section: Some("§5.2"),
        },
    ),
    (
        Code::ExecutionPlanNoReserve,
        Texts {
            title: "No room for current events",
            title_nl: "Geen ruimte voor actualiteit",
            message: "the execution plan records no room for current events",
            message_nl: "het uitvoeringsplan vermeldt geen ruimte voor actualiteit",
            why: "With some room the municipality and its partners can respond fast and flexibly to what \
                comes up.",
            why_nl: "Met enige ruimte kunnen de gemeente en de partners snel en flexibel inspelen op wat \
                zich voordoet.",
            remedy: "Describe under `reserve` what room is kept.",
            remedy_nl: "Beschrijf bij `reserve` welke ruimte wordt gehouden.",
            section: Some("§5.2"),
        },
    ),
    (
        Code::ExecutionPlanTitleYears,
        Texts {
            title: "Years in the title differ",
            title_nl: "Jaren in de titel wijken af",
            message: "the title names `{0}`, while the execution plan's period covers {1}",
            message_nl: "de titel noemt `{0}`, terwijl de periode van het uitvoeringsplan {1} omvat",
            why: "Readers take the years in the title for the period of the execution plan.",
            why_nl: "Lezers zien de jaren in de titel als de periode van het uitvoeringsplan.",
            remedy: "Check the title and the period, or record an exemption with the reason.",
            remedy_nl: "Controleer de titel en de periode of leg een uitzondering vast met de reden.",
            section: None,
        },
    ),
    (
        Code::ActionNoLead,
        Texts {
            title: "Action without a lead",
            title_nl: "Actie zonder trekker",
            message: "the action names no lead",
            message_nl: "de actie noemt geen trekker",
            why: "With a lead it's clear who sees to the action; CCV and VNG advise to name one.",
            why_nl: "Met een trekker is duidelijk wie voor de actie zorgt; CCV en VNG raden aan die te \
                noemen.",
            remedy: "Give a partner the role `lead`.",
            remedy_nl: "Geef een partner de rol `lead`.",
            section: None,
        },
    ),
    (
        Code::ActionSeveralLeads,
        Texts {
            title: "Action with several leads",
            title_nl: "Actie met meer trekkers",
            message: "the action names {0} leads",
            message_nl: "de actie noemt {0} trekkers",
            why: "Leading together occurs; with one lead it's clearer whom to ask.",
            why_nl: "Samen trekken komt voor; met één trekker is duidelijker wie aanspreekbaar is.",
            remedy: "Keep one lead and give the others another role, or record an exemption with the reason.",
            remedy_nl: "Houd één trekker over en geef de anderen een andere rol of leg een uitzondering vast \
                met de reden.",
            section: None,
        },
    ),
    (
        Code::ActionNoPartners,
        Texts {
            title: "Action without partners",
            title_nl: "Actie zonder partners",
            message: "the action names no partners",
            message_nl: "de actie noemt geen partners",
            why: "Safety isn't a task of the municipality alone; the effort works if all parties work \
                together.",
            why_nl: "Veiligheid is niet alleen een taak van de gemeente; de inzet werkt als alle partijen \
                samenwerken.",
            remedy: "Add the partners that take part, or record an exemption if the municipality acts alone.",
            remedy_nl: "Voeg de partners toe die meedoen of leg een uitzondering vast als de gemeente dit \
                alleen doet.",
            section: None,
        },
    ),
    (
        Code::ActionOutsideExecutionPlan,
        Texts {
            title: "Action outside its execution plan",
            title_nl: "Actie buiten het uitvoeringsplan",
            message: "the action runs over `{0}`, outside `{1}`, the period of its execution plan",
            message_nl: "de actie loopt over `{0}`, buiten `{1}`, de periode van het uitvoeringsplan",
            why: "An execution plan states which actions are carried out in its own period.",
            why_nl: "Een uitvoeringsplan geeft weer welke acties in de eigen periode worden uitgevoerd.",
            remedy: "Check the period, or take the rest up in the execution plan that follows, linked by \
                `continues`.",
            remedy_nl: "Controleer de periode of neem het vervolg op in het volgende uitvoeringsplan, \
                verbonden met `continues`.",
            section: Some("§5.2"),
        },
    ),
    (
        Code::FactInFuture,
        Texts {
            title: "Fact in the future",
            title_nl: "Feit in de toekomst",
            message: "the fact is dated `{0}`, after `{1}`, the day asked about",
            message_nl: "het feit heeft datum `{0}`, na `{1}`, de dag waarnaar is gevraagd",
            why: "A fact dated later changes nothing yet in how the plan stands on that day.",
            why_nl: "Een feit met een latere datum verandert nog niets aan hoe het plan er op die dag voor \
                staat.",
            remedy: "Check the date of the fact; if it's right, it counts from that date on.",
            remedy_nl: "Controleer de datum van het feit; klopt die, dan telt het feit vanaf die datum.",
            section: None,
        },
    ),
];
