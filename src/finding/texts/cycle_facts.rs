//! What the codes of facts that contradict each other say.

use super::{Code, Texts};

pub(super) const TEXTS: &[(Code, Texts)] = &[
    (
        Code::ProgressStatusContradicted,
        Texts {
            title: "Two statuses on one day",
            title_nl: "Twee statussen op één dag",
            message: "reports of `{2}` give the action the statuses {0} and {1}, expected one of them",
            message_nl: "voortgangsmeldingen van `{2}` geven de actie de statussen {0} en {1}; verwacht: één \
                daarvan",
            why: "The status of an action follows from its latest report; with two on one day it isn't clear \
                which holds.",
            why_nl: "De status van een actie volgt uit de laatste melding; met twee op één dag is niet \
                duidelijk welke geldt.",
            remedy: "Correct the day of one of the reports, or remove the status that doesn't hold.",
            remedy_nl: "Verbeter de dag van een van de meldingen of verwijder de status die niet klopt.",
            section: None,
        },
    ),
    (
        Code::ProposalOutcomeContradicted,
        Texts {
            title: "Two outcomes of one proposal",
            title_nl: "Twee uitkomsten van één raadsvoorstel",
            message: "decisions of `{2}` are to {0} and to {1} the proposal, expected one outcome",
            message_nl: "op `{2}` is over het raadsvoorstel besloten tot {0} en tot {1}; verwacht: één \
                uitkomst",
            why: "Whether the money of a proposal may be used follows from its outcome; two on one day \
                exclude each other.",
            why_nl: "Of het geld van een raadsvoorstel gebruikt mag worden, volgt uit de uitkomst; twee op \
                één dag sluiten elkaar uit.",
            remedy: "Keep the decision that was taken, or correct the day of the other one.",
            remedy_nl: "Houd het besluit over dat is genomen of verbeter de dag van het andere.",
            section: Some("§5.3"),
        },
    ),
    (
        Code::ProposalDecidedBeforeSubmitted,
        Texts {
            title: "Decided on before it was submitted",
            title_nl: "Besluit vóór de aanbieding",
            message: "the decision on the proposal is of `{0}`, expected a day on or after its submission on \
                `{1}`",
            message_nl: "over het raadsvoorstel is besloten op `{0}`; verwacht: een dag op of na de \
                aanbieding op `{1}`",
            why: "A proposal is put to the council first and decided on afterwards.",
            why_nl: "Een raadsvoorstel wordt eerst aangeboden; daarna volgt het besluit.",
            remedy: "Correct the day of the decision or the day under `submittedOn`.",
            remedy_nl: "Verbeter de dag van het besluit of de dag bij `submittedOn`.",
            section: Some("§5.3"),
        },
    ),
    (
        Code::AcuteIssueDecidedBeforeSignalled,
        Texts {
            title: "Decided on before the signal",
            title_nl: "Besluit vóór het signaal",
            message: "the decision on the acute issue is of `{0}`, expected a day on or after its signal on \
                `{1}`",
            message_nl: "over het acute probleem is besloten op `{0}`; verwacht: een dag op of na het \
                signaal op `{1}`",
            why: "An acute issue is signalled first; the council is informed of it, or it is closed, \
                afterwards.",
            why_nl: "Een acuut probleem wordt eerst gesignaleerd; pas daarna wordt de gemeenteraad erover \
                geïnformeerd of wordt het afgesloten.",
            remedy: "Correct the day of the decision or the day under `signalledOn`.",
            remedy_nl: "Verbeter de dag van het besluit of de dag bij `signalledOn`.",
            section: Some("§5.2"),
        },
    ),
    (
        Code::DecisionContradicted,
        Texts {
            title: "Decisions exclude each other",
            title_nl: "Besluiten sluiten elkaar uit",
            message: "one organ decided on `{2}` both to {0} and to {1}, expected one of them",
            message_nl: "één orgaan heeft op `{2}` besloten tot {0} en tot {1}; verwacht: één daarvan",
            why: "A plan is adopted, or it's rejected or withdrawn; on one day it isn't clear which of the \
                two holds.",
            why_nl: "Een plan wordt vastgesteld, of het wordt verworpen of ingetrokken; op één dag is niet \
                duidelijk wat van de twee geldt.",
            remedy: "Keep the decision that was taken, or correct the day, the organ or the municipality of \
                the other one.",
            remedy_nl: "Houd het besluit over dat is genomen of verbeter van het andere de dag, het orgaan \
                of de gemeente.",
            section: None,
        },
    ),
    (
        Code::DecisionExtensionBackward,
        Texts {
            title: "Extension to an earlier day",
            title_nl: "Verlenging tot een eerdere dag",
            message: "the decision extends until `{0}`, expected `{1}`, the last day by an earlier \
                extension, or later",
            message_nl: "het besluit verlengt tot en met `{0}`; verwacht: `{1}`, de laatste dag volgens een \
                eerdere verlenging, of later",
            why: "An extension never gives an earlier end than the one before it.",
            why_nl: "Een verlenging geeft nooit een eerder einde dan de vorige.",
            remedy: "Correct the day under `until`, or the day of one of the decisions.",
            remedy_nl: "Verbeter de dag bij `until` of de dag van een van de besluiten.",
            section: None,
        },
    ),
    (
        Code::EvaluationOutcomeRepeated,
        Texts {
            title: "Two outcomes for one action",
            title_nl: "Twee uitkomsten voor één actie",
            message: "the evaluation gives more than one outcome of the action `{0}`, expected one",
            message_nl: "de evaluatie geeft meer dan één uitkomst van de actie `{0}`; verwacht: één",
            why: "An evaluation looks back on an action once; with two outcomes it isn't clear which one it \
                gives.",
            why_nl: "Een evaluatie kijkt één keer op een actie terug; met twee uitkomsten is niet duidelijk \
                welke zij geeft.",
            remedy: "Merge the two, or remove the one that doesn't hold.",
            remedy_nl: "Voeg de twee samen of verwijder de uitkomst die niet klopt.",
            section: None,
        },
    ),
];
