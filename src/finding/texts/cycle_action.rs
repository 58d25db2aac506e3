//! What the advice on the start, the powers and the end of actions says.

use super::{Code, Texts};

pub(super) const TEXTS: &[(Code, Texts)] = &[
    (
        Code::ActionAddedAfterAdoption,
        Texts {
            title: "Action added after the adoption",
            title_nl: "Actie toegevoegd na de vaststelling",
            message: "the action was taken up on `{0}`, after the adoption on `{1}`, and nothing on record \
                accounts for it",
            message_nl: "de actie is opgenomen op `{0}`, na de vaststelling op `{1}`; niets dat is \
                vastgelegd, verantwoordt dat",
            why: "An action for something current may be added and is accounted for afterwards; any other \
                addition changes what was adopted.",
            why_nl: "Een actie voor iets actueels mag worden toegevoegd en wordt achteraf verantwoord; elke \
                andere toevoeging verandert wat is vastgesteld.",
            remedy: "Name the acute issue as `origin`, record the decision that amends the execution plan \
                or informs the council of it, or check the day under `registeredOn`.",
            remedy_nl: "Noem het acute probleem als `origin`, leg het besluit vast dat het uitvoeringsplan \
                wijzigt of de gemeenteraad erover informeert, of controleer de dag bij `registeredOn`.",
            section: Some("§5.2"),
        },
    ),
    (
        Code::ActionStartedBeforeAdoption,
        Texts {
            title: "Started before the adoption",
            title_nl: "Begonnen vóór de vaststelling",
            message: "at the start on `{0}`, `{1}` is not adopted",
            message_nl: "bij de start op `{0}` is `{1}` niet vastgesteld",
            why: "An execution plan is adopted first and carried out afterwards; an audit wants to see what \
                began earlier.",
            why_nl: "Een uitvoeringsplan wordt eerst vastgesteld en dan uitgevoerd; bij verantwoording is \
                van belang wat eerder begon.",
            remedy: "Check the day of the report and the decision on the execution plan, or record an \
                exemption with the reason.",
            remedy_nl: "Controleer de dag van de melding en het besluit over het uitvoeringsplan of leg een \
                uitzondering vast met de reden.",
            section: Some("§5.2"),
        },
    ),
    (
        Code::ActionStartedBeforeDependency,
        Texts {
            title: "Started before what it depends on",
            title_nl: "Begonnen voor waar de actie van afhangt",
            message: "at the start on `{0}`, `{1}`, which the action depends on, is not done",
            message_nl: "bij de start op `{0}` is `{1}`, waarvan de actie afhangt, \
                niet uitgevoerd",
            why: "Some actions prepare others: first a clear picture, then the steps that follow from it.",
            why_nl: "Sommige acties bereiden andere voor: eerst een goed beeld, dan de stappen die daaruit \
                volgen.",
            remedy: "Check the days of the reports, or remove the action under `dependsOn` if this one \
                doesn't need to wait for it.",
            remedy_nl: "Controleer de dagen van de meldingen of verwijder bij `dependsOn` de actie waarop \
                deze niet hoeft te wachten.",
            section: Some("§3.3.6"),
        },
    ),
    (
        Code::ActionStartedWithoutProposal,
        Texts {
            title: "Started without an accepted proposal",
            title_nl: "Begonnen zonder aangenomen raadsvoorstel",
            message: "at the start on `{0}`, no accepted council proposal for the additional money is on \
                record",
            message_nl: "bij de start op `{0}` is voor het aanvullende geld geen aangenomen raadsvoorstel \
                vastgelegd",
            why: "Measures are paid from the existing budget as far as possible; extra costs are put to the \
                council in a proposal of their own.",
            why_nl: "Maatregelen worden zoveel mogelijk uit de bestaande begroting betaald; aanvullende \
                kosten gaan met een apart voorstel naar de gemeenteraad.",
            remedy: "Name the proposal under `funding` and record the decision on it, or correct the source \
                of the money.",
            remedy_nl: "Noem het raadsvoorstel bij `funding` en leg het besluit erover vast of verbeter de \
                bron van dekking.",
            section: Some("§5.3"),
        },
    ),
    (
        Code::ActionPowerUnknown,
        Texts {
            title: "Power not in the table",
            title_nl: "Bevoegdheid niet in de tabel",
            message: "the power `{0}` is not in the table of powers",
            message_nl: "de bevoegdheid `{0}` staat niet in de tabel van bevoegdheden",
            why: "The table says who holds a power and what its use asks for; of a power outside it nothing \
                can be said.",
            why_nl: "De tabel zegt wie een bevoegdheid heeft en wat het gebruik vraagt; over een bevoegdheid \
                daarbuiten is niets te zeggen.",
            remedy: "Check the code; if the table lacks the power, record an exemption with the reason.",
            remedy_nl: "Controleer de code; ontbreekt de bevoegdheid in de tabel, leg dan een uitzondering \
                vast met de reden.",
            section: Some("§5.1"),
        },
    ),
    (
        Code::ActionPowerHolder,
        Texts {
            title: "Power without its holder",
            title_nl: "Bevoegdheid zonder wie die heeft",
            message: "the power `{0}` is held by: {1}; none of them leads, executes or directs the action or \
                is accountable for it",
            message_nl: "de bevoegdheid `{0}` ligt bij: {1}; geen daarvan is bij de actie trekker, \
                uitvoerder, regisseur of bestuurlijk verantwoordelijk",
            why: "Some tasks belong to one holder only, such as prosecution to the Public Prosecution \
                Service; others can support.",
            why_nl: "Sommige taken horen bij één instantie, zoals vervolging bij het Openbaar Ministerie; \
                anderen kunnen ondersteunen.",
            remedy: "Give the holder the role `lead`, `execute`, `director` or `accountable`, or remove the \
                power from the action.",
            remedy_nl: "Geef wie de bevoegdheid heeft de rol `lead`, `execute`, `director` of `accountable` \
                of verwijder de bevoegdheid bij de actie.",
            section: Some("§2.3"),
        },
    ),
    (
        Code::ActionPowerOrdinance,
        Texts {
            title: "Power without an ordinance",
            title_nl: "Bevoegdheid zonder verordening",
            message: "the power `{0}` asks for an ordinance of the council, and the plan names none for it",
            message_nl: "de bevoegdheid `{0}` vraagt een verordening van de gemeenteraad; het plan noemt er \
                geen",
            why: "For some powers the law asks for an ordinance of the council first.",
            why_nl: "Voor sommige bevoegdheden vraagt de wet eerst een verordening van de gemeenteraad.",
            remedy: "Name the ordinance under `ordinances` of the plan, or remove the power from the action.",
            remedy_nl: "Noem de verordening bij `ordinances` van het plan of verwijder de bevoegdheid bij de \
                actie.",
            section: None,
        },
    ),
    (
        Code::ActionPowerConsultation,
        Texts {
            title: "Prosecution service not consulted",
            title_nl: "Openbaar Ministerie niet geraadpleegd",
            message: "the power `{0}` asks for consultation with the Public Prosecution Service, and none is \
                on record",
            message_nl: "de bevoegdheid `{0}` vraagt overleg met het Openbaar Ministerie; er is geen overleg \
                vastgelegd",
            why: "For part of the specific powers the mayor has to consult or cooperate with the Public \
                Prosecution Service.",
            why_nl: "Voor een deel van de specifieke bevoegdheden is de burgemeester verplicht tot \
                samenspraak of samenwerking met het Openbaar Ministerie.",
            remedy: "Record the consultation of the Public Prosecution Service, or remove the power from the \
                action.",
            remedy_nl: "Leg het overleg met het Openbaar Ministerie vast of verwijder de bevoegdheid bij de \
                actie.",
            section: Some("§5.1"),
        },
    ),
    (
        Code::ActionContinuousDone,
        Texts {
            title: "Continuous action done",
            title_nl: "Doorlopende actie uitgevoerd",
            message: "the action is continuous and was reported as done on `{0}`",
            message_nl: "de actie is doorlopend en is op `{0}` als uitgevoerd gemeld",
            why: "A continuous action goes on, so it is never finished.",
            why_nl: "Een doorlopende actie gaat door en is dus nooit klaar.",
            remedy: "Give the action a period if it has an end, or report another status.",
            remedy_nl: "Geef de actie een periode als er een einde aan is of meld een andere status.",
            section: None,
        },
    ),
    (
        Code::ActionLeftOpen,
        Texts {
            title: "Action left open",
            title_nl: "Actie opengebleven",
            message: "the execution plan ended on `{0}`, while the action has no final status and is not \
                carried over",
            message_nl: "het uitvoeringsplan is geëindigd op `{0}`, terwijl de actie geen eindstatus heeft \
                en niet is doorgeschoven",
            why: "At the end of an execution plan each action is done, not done or carried over, or else it \
                gets lost.",
            why_nl: "Aan het einde van een uitvoeringsplan is elke actie uitgevoerd, niet uitgevoerd of \
                doorgeschoven; anders raakt die uit beeld.",
            remedy: "Report the final status, or take the action up in the next execution plan, linked by \
                `continues`.",
            remedy_nl: "Meld de eindstatus of neem de actie op in het volgende uitvoeringsplan, verbonden \
                met `continues`.",
            section: None,
        },
    ),
];
