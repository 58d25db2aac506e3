//! What the advice on the adoption and the cycle of the plan says.

use super::{Code, Texts};

pub(super) const TEXTS: &[(Code, Texts)] = &[
    (
        Code::PlanAdoptionUnrecorded,
        Texts {
            title: "Adoption not on record",
            title_nl: "Vaststelling niet vastgelegd",
            message: "the plan started on `{0}` and no adoption of it is on record",
            message_nl: "het plan is begonnen op `{0}` en er is geen vaststelling van vastgelegd",
            why: "The council adopts the plan and with it the priorities; without the decision it can't be \
                shown who chose them, and when.",
            why_nl: "De gemeenteraad stelt het plan en daarmee de prioriteiten vast; zonder het besluit is \
                niet te laten zien wie die koos, en wanneer.",
            remedy: "Record the decision with the act `adopt`, or an exemption with the reason if its day \
                isn't known.",
            remedy_nl: "Leg het besluit vast met de handeling `adopt`, of een uitzondering met de reden als \
                de dag niet bekend is.",
            section: Some("§5.1"),
        },
    ),
    (
        Code::PlanPartlyAdopted,
        Texts {
            title: "Adopted in part of the municipalities",
            title_nl: "Vastgesteld in een deel van de gemeenten",
            message: "the plan is adopted in part of its municipalities, with no adoption on record for: {0}",
            message_nl: "het plan is in een deel van de gemeenten vastgesteld; geen vaststelling vastgelegd \
                voor: {0}",
            why: "In a joint plan each council decides for itself, on a day of its own.",
            why_nl: "Bij een gezamenlijk plan besluit elke gemeenteraad zelf, op een eigen dag.",
            remedy: "Record the decision of each municipality under its code, once it is taken.",
            remedy_nl: "Leg het besluit van elke gemeente vast onder de eigen code zodra het is genomen.",
            section: None,
        },
    ),
    (
        Code::PlanAdoptedByOtherOrgan,
        Texts {
            title: "Decided on by another organ",
            title_nl: "Besluit van een ander orgaan",
            message: "the decision of `{2}` on the plan is by: {0}; the profile expects: {1}",
            message_nl: "het besluit van `{2}` over het plan is van: {0}; verwacht volgens het profiel: {1}",
            why: "Under article 38b of the Politiewet 2012 the council fixes the goals for safety; the \
                profile says who adopts the plan.",
            why_nl: "Volgens artikel 38b van de Politiewet 2012 stelt de gemeenteraad de doelen voor \
                veiligheid vast; het profiel zegt wie het plan vaststelt.",
            remedy: "Check the organ of the decision, record the other decision too, or name the organ under \
                `adoptsPlan` in the profile.",
            remedy_nl: "Controleer het orgaan van het besluit, leg ook het andere besluit vast of noem het \
                orgaan in het profiel bij `adoptsPlan`.",
            section: Some("§5.1"),
        },
    ),
    (
        Code::PlanAdoptedLate,
        Texts {
            title: "Adopted after the start",
            title_nl: "Vastgesteld na het begin",
            message: "the plan was adopted on `{0}`, after its start on `{1}`",
            message_nl: "het plan is vastgesteld op `{0}`, na het begin op `{1}`",
            why: "Adoption after the start happens; it is good to know which part of the period passed \
                before it.",
            why_nl: "Vaststelling na het begin komt voor; het is goed te weten welk deel van de looptijd \
                toen al voorbij was.",
            remedy: "Check both days; if they're right, record an exemption with the reason.",
            remedy_nl: "Controleer beide dagen; kloppen ze, leg dan een uitzondering vast met de reden.",
            section: None,
        },
    ),
    (
        Code::PlanAdoptionOverdue,
        Texts {
            title: "Adoption long ago",
            title_nl: "Vaststelling lang geleden",
            message: "the plan is still in force, while its adoption on `{1}` is more than {0} years ago",
            message_nl: "het plan geldt nog, terwijl de vaststelling op `{1}` meer dan {0} jaar geleden is",
            why: "Under article 38b of the Politiewet 2012 the council fixes the goals for safety at least \
                once in four years; extended plans are common.",
            why_nl: "Volgens artikel 38b van de Politiewet 2012 stelt de gemeenteraad de doelen voor \
                veiligheid ten minste eens in de vier jaar vast; verlengde plannen komen veel voor.",
            remedy: "Prepare the next adoption, or set another number of years under `planYears` in the \
                profile.",
            remedy_nl: "Bereid de volgende vaststelling voor of stel in het profiel bij `planYears` een \
                ander aantal jaren in.",
            section: Some("§1.1"),
        },
    ),
    (
        Code::PlanDigestDiffers,
        Texts {
            title: "Strategic part differs from the decision",
            title_nl: "Strategisch deel wijkt af van het besluit",
            message: "the strategic part is not the one of the decision or correction of `{0}`: its digest \
                was `{1}` and is `{2}`",
            message_nl: "het strategische deel is niet dat van het besluit of de correctie van `{0}`: de \
                vingerafdruk was `{1}` en is `{2}`",
            why: "The council adopts a text; it changes by a decision that amends it, or by the correction \
                of a slip.",
            why_nl: "De gemeenteraad stelt een tekst vast; die verandert door een besluit tot wijziging of \
                door de correctie van een verschrijving.",
            remedy: "Record the amending decision or the correction, or restore the text that was decided \
                on.",
            remedy_nl: "Leg het besluit tot wijziging of de correctie vast of herstel de tekst waarover is \
                besloten.",
            section: None,
        },
    ),
    (
        Code::PlanCouncilNotInformed,
        Texts {
            title: "Council not informed",
            title_nl: "Gemeenteraad niet geïnformeerd",
            message: "between `{0}` and `{1}` no information to the council is on record",
            message_nl: "tussen `{0}` en `{1}` is geen informatie aan de gemeenteraad vastgelegd",
            why: "The council has a controlling task and is informed periodically of developments in safety.",
            why_nl: "De gemeenteraad heeft een controlerende taak en wordt periodiek geïnformeerd over \
                ontwikkelingen in de veiligheid.",
            remedy: "Record what was sent as a decision with the act `inform`, or set another number of \
                months under `informationMonths` in the profile.",
            remedy_nl: "Leg vast wat is gezonden als besluit met de handeling `inform` of stel in het \
                profiel bij `informationMonths` een ander aantal maanden in.",
            section: Some("§5.1"),
        },
    ),
];
