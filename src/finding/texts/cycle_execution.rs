//! What the advice on the cycle of execution plans, evaluations and acute issues says.

use super::{Code, Texts};

pub(super) const TEXTS: &[(Code, Texts)] = &[
    (
        Code::ExecutionPlanNotAdopted,
        Texts {
            title: "Execution plan not adopted",
            title_nl: "Uitvoeringsplan niet vastgesteld",
            message: "the execution plan started on `{0}`; its state is: {1}",
            message_nl: "het uitvoeringsplan is begonnen op `{0}`; de stand is: {1}",
            why: "With its adoption the actions of an execution plan are settled; in Vlaardingen the college \
                adopts it.",
            why_nl: "Met de vaststelling liggen de acties van een uitvoeringsplan vast; in Vlaardingen stelt \
                het college van B&W het vast.",
            remedy: "Record the decision with the act `adopt`, or weigh this rule otherwise in the profile.",
            remedy_nl: "Leg het besluit vast met de handeling `adopt` of weeg deze regel anders in het \
                profiel.",
            section: Some("§5.2"),
        },
    ),
    (
        Code::ExecutionPlanAdoptedLate,
        Texts {
            title: "Execution plan adopted after its start",
            title_nl: "Uitvoeringsplan vastgesteld na het begin",
            message: "the execution plan was adopted on `{0}`, after its start on `{1}`",
            message_nl: "het uitvoeringsplan is vastgesteld op `{0}`, na het begin op `{1}`",
            why: "Adoption after the start happens; the actions that began before it ran without it.",
            why_nl: "Vaststelling na het begin komt voor; acties die eerder begonnen, liepen toen nog zonder \
                vaststelling.",
            remedy: "Check both days; if they're right, record an exemption with the reason.",
            remedy_nl: "Controleer beide dagen; kloppen ze, leg dan een uitzondering vast met de reden.",
            section: None,
        },
    ),
    (
        Code::ExecutionPlanAdoptedByOtherOrgan,
        Texts {
            title: "Execution plan adopted by another organ",
            title_nl: "Uitvoeringsplan vastgesteld door een ander orgaan",
            message: "the execution plan was adopted on `{2}` by: {0}; the profile expects: {1}",
            message_nl: "het uitvoeringsplan is op `{2}` vastgesteld door: {0}; verwacht volgens het \
                profiel: {1}",
            why: "Who adopts an execution plan differs: in Vlaardingen the college does, elsewhere the \
                council or a joint board.",
            why_nl: "Wie een uitvoeringsplan vaststelt, verschilt: in Vlaardingen het college van B&W, \
                elders de gemeenteraad of een gezamenlijk bestuur.",
            remedy: "Check the organ of the decision, or name the organ under `adoptsExecutionPlan` in the \
                profile.",
            remedy_nl: "Controleer het orgaan van het besluit of noem het orgaan in het profiel bij \
                `adoptsExecutionPlan`.",
            section: Some("§5.2"),
        },
    ),
    (
        Code::ExecutionPlanNotConsulted,
        Texts {
            title: "Partners not consulted",
            title_nl: "Partners niet geraadpleegd",
            message: "at the adoption on `{0}` no consultation of partners is on record",
            message_nl: "bij de vaststelling op `{0}` is geen raadpleging van partners vastgelegd",
            why: "An execution plan is drawn up in consultation with the partners, who carry out part of it.",
            why_nl: "Een uitvoeringsplan wordt opgesteld in samenspraak met de partners, die een deel ervan \
                uitvoeren.",
            remedy: "Record the consultation with the act `consult` and the partners under `to`, or weigh \
                this rule otherwise in the profile.",
            remedy_nl: "Leg de raadpleging vast met de handeling `consult` en de partners bij `to` of weeg \
                deze regel anders in het profiel.",
            section: Some("§5.2"),
        },
    ),
    (
        Code::ExecutionPlanNotSent,
        Texts {
            title: "Execution plan not sent to the council",
            title_nl: "Uitvoeringsplan niet naar de gemeenteraad gezonden",
            message: "the execution plan was adopted on `{0}`, and it is not on record that it was sent to \
                the council",
            message_nl: "het uitvoeringsplan is vastgesteld op `{0}`; dat het naar de gemeenteraad is \
                gezonden, is niet vastgelegd",
            why: "An adopted execution plan goes to the council for information, so that it can follow the \
                execution.",
            why_nl: "Een vastgesteld uitvoeringsplan gaat ter kennisname naar de gemeenteraad, zodat die de \
                uitvoering kan volgen.",
            remedy: "Record the sending with the act `inform` and the council under `to`, or weigh this rule \
                otherwise in the profile.",
            remedy_nl: "Leg de toezending vast met de handeling `inform` en de gemeenteraad bij `to` of weeg \
                deze regel anders in het profiel.",
            section: Some("§5.2"),
        },
    ),
    (
        Code::ExecutionPlanOtherLength,
        Texts {
            title: "Execution plan of another length",
            title_nl: "Uitvoeringsplan met een andere lengte",
            message: "the execution plan runs over `{0}`; months that the profile expects: {1}",
            message_nl: "het uitvoeringsplan loopt over `{0}`; maanden die het profiel verwacht: {1}",
            why: "The actions of a plan stand in execution plans of a fixed rhythm, in Vlaardingen of a \
                year; elsewhere they run longer.",
            why_nl: "De acties bij een plan staan in uitvoeringsplannen met een vast ritme, in Vlaardingen \
                per jaar; elders duren ze langer.",
            remedy: "Check the period, or set the number of months under `executionPlanMonths` in the \
                profile.",
            remedy_nl: "Controleer de periode of stel in het profiel bij `executionPlanMonths` het aantal \
                maanden in.",
            section: Some("§3.1"),
        },
    ),
    (
        Code::ExecutionPlanNotEvaluated,
        Texts {
            title: "Execution plan not evaluated",
            title_nl: "Uitvoeringsplan niet geëvalueerd",
            message: "the evaluation of the execution plan was due by `{0}` and none is on record as \
                delivered",
            message_nl: "de evaluatie van het uitvoeringsplan moest er uiterlijk op `{0}` zijn; er is geen \
                opgeleverde evaluatie vastgelegd",
            why: "With an evaluation of the year before, the council is informed yearly of the progress of \
                the plan.",
            why_nl: "Met een evaluatie van het voorgaande jaar wordt de gemeenteraad jaarlijks geïnformeerd \
                over de voortgang van het plan.",
            remedy: "Record the evaluation with its day under `deliveredOn`, or set another term under \
                `evaluationMonths` in the profile.",
            remedy_nl: "Leg de evaluatie vast met de dag bij `deliveredOn` of stel in het profiel bij \
                `evaluationMonths` een andere termijn in.",
            section: Some("§5.2"),
        },
    ),
    (
        Code::EvaluationLate,
        Texts {
            title: "Evaluation late",
            title_nl: "Evaluatie te laat",
            message: "the evaluation was delivered on `{0}` and was due by `{1}`",
            message_nl: "de evaluatie is opgeleverd op `{0}`; dat moest uiterlijk op `{1}`",
            why: "An evaluation that comes in time can still guide the next execution plan.",
            why_nl: "Een evaluatie die op tijd komt, kan het volgende uitvoeringsplan nog sturen.",
            remedy: "Check the day, record an exemption with the reason, or set another term under \
                `evaluationMonths` in the profile.",
            remedy_nl: "Controleer de dag, leg een uitzondering vast met de reden of stel in het profiel bij \
                `evaluationMonths` een andere termijn in.",
            section: Some("§5.2"),
        },
    ),
    (
        Code::EvaluationNotSent,
        Texts {
            title: "Evaluation not sent to the council",
            title_nl: "Evaluatie niet naar de gemeenteraad gezonden",
            message: "the evaluation is delivered, but it is not on record that it went to the council, due \
                by `{0}`",
            message_nl: "de evaluatie is opgeleverd, maar er is niet vastgelegd dat die uiterlijk op `{0}` \
                naar de gemeenteraad is gegaan",
            why: "The evaluation informs the council of the progress of the plan.",
            why_nl: "Met de evaluatie wordt de gemeenteraad geïnformeerd over de voortgang van het plan.",
            remedy: "Record the sending of the evaluation with the act `inform` and the council under `to`, \
                or weigh this rule otherwise in the profile.",
            remedy_nl: "Leg de toezending van de evaluatie vast met de handeling `inform` en de gemeenteraad \
                bij `to` of weeg deze regel anders in het profiel.",
            section: Some("§5.2"),
        },
    ),
    (
        Code::AcuteIssueNotAccounted,
        Texts {
            title: "Acute issue not accounted for",
            title_nl: "Acuut probleem niet verantwoord",
            message: "the acute issue was signalled on `{0}` and is not on record as accounted for",
            message_nl: "het acute probleem is gesignaleerd op `{0}`; dat het is verantwoord, is niet \
                vastgelegd",
            why: "What comes up is dealt with fast, together with the partners, and communicated and \
                accounted for afterwards.",
            why_nl: "Wat zich voordoet, wordt samen met de partners snel aangepakt en achteraf \
                gecommuniceerd en verantwoord.",
            remedy: "Tell the council and record the day under `accountedOn`.",
            remedy_nl: "Informeer de gemeenteraad en leg de dag vast bij `accountedOn`.",
            section: Some("§5.2"),
        },
    ),
];
