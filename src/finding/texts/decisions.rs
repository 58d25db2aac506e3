//! What the codes of decisions, evaluations, exemptions, profiles and disclosure say.

use super::{Code, Texts};

pub(super) const TEXTS: &[(Code, Texts)] = &[
    (
        Code::DecisionActOnObject,
        Texts {
            title: "Act doesn't go with its object",
            title_nl: "Handeling past niet bij het voorwerp",
            message: "the act {0} doesn't go with an object of kind {1}",
            message_nl: "de handeling {0} past niet bij een voorwerp van de soort {1}",
            why: "Each object has decisions of its own: a plan is adopted, a proposal is accepted, a \
                framework is taken note of.",
            why_nl: "Bij elk voorwerp horen eigen besluiten: een plan wordt vastgesteld, een raadsvoorstel \
                aanvaard, een kader voor kennisgeving aangenomen.",
            remedy: "Choose an act that goes with the object; the description of the format lists them.",
            remedy_nl: "Kies een handeling die bij het voorwerp past; de beschrijving van het formaat noemt \
                ze.",
            section: None,
        },
    ),
    (
        Code::DecisionUntil,
        Texts {
            title: "New last day and extension",
            title_nl: "Nieuwe laatste dag en verlenging",
            message: "`until` goes with the act `extend`, always and only",
            message_nl: "`until` hoort bij de handeling `extend`, altijd en alleen daarbij",
            why: "An extension is a decision with a new last day; other decisions set none.",
            why_nl: "Een verlenging is een besluit met een nieuwe laatste dag; bij andere besluiten hoort \
                die niet.",
            remedy: "Give the new last day of an extension, and leave `until` out otherwise.",
            remedy_nl: "Geef bij een verlenging de nieuwe laatste dag en laat `until` anders weg.",
            section: None,
        },
    ),
    (
        Code::DecisionUntilBeforeEnd,
        Texts {
            title: "Extended to an earlier day",
            title_nl: "Verlengd tot een eerdere dag",
            message: "the decision extends until `{0}`, expected a day after the end on `{1}`",
            message_nl: "het besluit verlengt tot en met `{0}`, verwacht is een dag na het einde op `{1}`",
            why: "An extension gives a plan a later end.",
            why_nl: "Een verlenging geeft een plan een later einde.",
            remedy: "Correct the day of the decision or the period of the plan.",
            remedy_nl: "Verbeter de dag van het besluit of de looptijd van het plan.",
            section: None,
        },
    ),
    (
        Code::DecisionText,
        Texts {
            title: "Text and motion",
            title_nl: "Tekst en motie",
            message: "`text` goes with the act `instruct`, always and only",
            message_nl: "`text` hoort bij de handeling `instruct`, altijd en alleen daarbij",
            why: "A motion asks for something, and the text says what.",
            why_nl: "Een motie vraagt iets, en de tekst zegt wat.",
            remedy: "Give the words of the motion, and leave `text` out otherwise.",
            remedy_nl: "Geef de woorden van de motie en laat `text` anders weg.",
            section: None,
        },
    ),
    (
        Code::DecisionRecipients,
        Texts {
            title: "Addressees of a decision",
            title_nl: "Geadresseerden van een besluit",
            message: "`to` goes with the acts `inform` and `consult` only",
            message_nl: "`to` hoort alleen bij de handelingen `inform` en `consult`",
            why: "Informing and consulting are directed at someone; the other acts aren't.",
            why_nl: "Informeren en raadplegen richten zich tot iemand; de andere handelingen niet.",
            remedy: "Leave `to` out, or record the informing or consulting as a clause of its own.",
            remedy_nl: "Laat `to` weg of leg het informeren of raadplegen vast als eigen onderdeel.",
            section: None,
        },
    ),
    (
        Code::DecisionDigest,
        Texts {
            title: "Digest on another decision",
            title_nl: "Vingerafdruk bij een ander besluit",
            message: "`digest` goes with `adopt` and `amend` of the plan only",
            message_nl: "`digest` hoort alleen bij `adopt` en `amend` van het plan",
            why: "The digest fixes which wording of the strategic part was adopted or amended.",
            why_nl: "De vingerafdruk legt vast welke tekst van het strategische deel is vastgesteld of \
                gewijzigd.",
            remedy: "Leave the digest out, or put it with the adoption or amendment of the plan.",
            remedy_nl: "Laat de vingerafdruk weg of zet die bij de vaststelling of wijziging van het plan.",
            section: None,
        },
    ),
    (
        Code::DecisionOrganName,
        Texts {
            title: "Name of the organ",
            title_nl: "Naam van het orgaan",
            message: "`organName` goes with the organ `other`, always and only",
            message_nl: "`organName` hoort bij het orgaan `other`, altijd en alleen daarbij",
            why: "The usual organs need no name; another one, such as a joint board, does.",
            why_nl: "De gewone organen hebben geen naam nodig; een ander orgaan, zoals een gezamenlijk \
                bestuur, wel.",
            remedy: "Name the organ with `other`, and leave `organName` out otherwise.",
            remedy_nl: "Noem bij `other` het orgaan en laat `organName` anders weg.",
            section: None,
        },
    ),
    (
        Code::DecisionAddressee,
        Texts {
            title: "Partner as addressee",
            title_nl: "Partner als geadresseerde",
            message: "`partner` goes with the kind `partner`, always and only",
            message_nl: "`partner` hoort bij de soort `partner`, altijd en alleen daarbij",
            why: "A single partner is named; the council or all partners together need no reference.",
            why_nl: "Een afzonderlijke partner wordt genoemd; de gemeenteraad of alle partners samen hebben \
                geen verwijzing nodig.",
            remedy: "Name the partner with kind `partner`, and leave it out otherwise.",
            remedy_nl: "Noem de partner bij de soort `partner` en laat die anders weg.",
            section: None,
        },
    ),
    (
        Code::DecisionMunicipality,
        Texts {
            title: "Decision of another municipality",
            title_nl: "Besluit van een andere gemeente",
            message: "`{0}` isn't one of the municipalities of the plan",
            message_nl: "`{0}` is niet een van de gemeenten van het plan",
            why: "In a joint plan each municipality decides for itself, so a decision belongs to one of \
                them.",
            why_nl: "Bij een gezamenlijk plan besluit elke gemeente zelf; een besluit hoort dus bij een van \
                die gemeenten.",
            remedy: "Correct the code, or add the municipality to the plan.",
            remedy_nl: "Verbeter de code of voeg de gemeente aan het plan toe.",
            section: None,
        },
    ),
    (
        Code::ExecutionPlanMunicipality,
        Texts {
            title: "Execution plan of another municipality",
            title_nl: "Uitvoeringsplan van een andere gemeente",
            message: "`{0}` isn't one of the municipalities of the plan",
            message_nl: "`{0}` is niet een van de gemeenten van het plan",
            why: "Municipalities that share a plan may each have an execution plan of their own, which belongs \
                to one of them.",
            why_nl: "Gemeenten die een plan delen, kunnen elk een eigen uitvoeringsplan hebben; dat hoort dus \
                bij een van die gemeenten.",
            remedy: "Correct the code, or add the municipality to the plan.",
            remedy_nl: "Verbeter de code of voeg de gemeente aan het plan toe.",
            section: None,
        },
    ),
    (
        Code::EvaluationPeriodReversed,
        Texts {
            title: "Period of the evaluation reversed",
            title_nl: "Periode van de evaluatie omgekeerd",
            message: "the evaluation's period ends on `{1}`, expected a day on or after its start on `{0}`",
            message_nl: "de periode van de evaluatie eindigt op `{1}`; verwacht: een dag op of na het begin \
                op `{0}`",
            why: "The period tells which time the evaluation looks back on.",
            why_nl: "De periode vertelt op welke tijd de evaluatie terugkijkt.",
            remedy: "Correct the start or the end of the period.",
            remedy_nl: "Verbeter het begin of het einde van de periode.",
            section: None,
        },
    ),
    (
        Code::EvaluationDeliveredBeforePeriod,
        Texts {
            title: "Evaluation delivered before its period",
            title_nl: "Evaluatie opgeleverd vóór de periode",
            message: "the evaluation was delivered on `{0}`, expected a day on or after the start of its \
                period on `{1}`",
            message_nl: "de evaluatie is opgeleverd op `{0}`; verwacht: een dag op of na het begin van de \
                periode op `{1}`",
            why: "An evaluation looks back, so it can't be there before its period has begun.",
            why_nl: "Een evaluatie kijkt terug en kan er dus niet zijn voordat de periode is begonnen.",
            remedy: "Correct the day of delivery or the period.",
            remedy_nl: "Verbeter de dag van oplevering of de periode.",
            section: Some("§5.2"),
        },
    ),
    (
        Code::ExemptionUnknownCode,
        Texts {
            title: "Exemption of an unknown code",
            title_nl: "Uitzondering voor een onbekende code",
            message: "`{0}` isn't in the catalogue of findings, expected the code of an advice",
            message_nl: "`{0}` staat niet in de catalogus van bevindingen; verwacht: de code van een advies",
            why: "An exemption only has effect if it names an advice that exists.",
            why_nl: "Een uitzondering heeft alleen effect als die een bestaand advies noemt.",
            remedy: "Take over the code as the finding shows it, or remove the exemption.",
            remedy_nl: "Neem de code over zoals die bij de bevinding staat of verwijder de uitzondering.",
            section: None,
        },
    ),
    (
        Code::ExemptionOfError,
        Texts {
            title: "Exemption of an error",
            title_nl: "Uitzondering voor een fout",
            message: "`{0}` is an error, expected the code of an advice",
            message_nl: "`{0}` is een fout; verwacht: de code van een advies",
            why: "An advice can be accepted knowingly; a contradiction in the plan stays one.",
            why_nl: "Een advies kan bewust worden aanvaard; een tegenspraak in het plan blijft een \
                tegenspraak.",
            remedy: "Repair what the error is about and remove the exemption.",
            remedy_nl: "Herstel waar de fout over gaat en verwijder de uitzondering.",
            section: None,
        },
    ),
    (
        Code::ProfileUnknownRule,
        Texts {
            title: "Rule that no profile judges",
            title_nl: "Regel waar geen profiel over gaat",
            message: "rule {0} isn't one that a profile gives a level",
            message_nl: "regel {0} is geen regel waaraan een profiel een niveau geeft",
            why: "A profile weighs the rules that differ between municipalities; the others hold for every \
                plan.",
            why_nl: "Een profiel weegt de regels die per gemeente verschillen; de andere gelden voor elk \
                plan.",
            remedy: "Take the number of a rule that profiles judge from the page on rules, or remove the \
                level.",
            remedy_nl: "Neem het nummer van een regel waar profielen over gaan uit de pagina met regels of \
                verwijder het niveau.",
            section: None,
        },
    ),
    (
        Code::ProfileRuleRepeated,
        Texts {
            title: "Rule repeated in the profile",
            title_nl: "Dubbele regel in het profiel",
            message: "rule {0} has more than one level in the profile, expected one",
            message_nl: "regel {0} heeft meer dan één niveau in het profiel; verwacht: één",
            why: "With two levels it isn't clear how the rule is to be weighed.",
            why_nl: "Bij twee niveaus is niet duidelijk hoe zwaar de regel weegt.",
            remedy: "Keep one level for the rule.",
            remedy_nl: "Houd één niveau voor de regel over.",
            section: None,
        },
    ),
    (
        Code::DisclosureBelowContainer,
        Texts {
            title: "More open than what holds it",
            title_nl: "Opener dan het geheel",
            message: "this is {0}, but the {1} that holds it is {2}, expected at least as confidential",
            message_nl: "dit is {0}, maar staat in een {1} met openbaarheid {2}; verwacht: minstens even \
                vertrouwelijk",
            why: "What stands inside something confidential can't be shown without giving that away.",
            why_nl: "Wat in iets vertrouwelijks staat, is niet te tonen zonder dat prijs te geven.",
            remedy: "Give this the level of what holds it or a more confidential one, or open up what holds \
                it.",
            remedy_nl: "Geef dit het niveau van het geheel of een vertrouwelijker niveau, of maak het geheel \
                meer openbaar.",
            section: None,
        },
    ),
    (
        Code::DisclosureBelowReference,
        Texts {
            title: "More open than what it refers to",
            title_nl: "Opener dan waar het naar verwijst",
            message: "this is {0}, but the {1} that it can't stand without is {2}, expected at least as \
                confidential",
            message_nl: "dit is {0}, maar kan niet zonder een {1} met openbaarheid {2}; verwacht: minstens \
                even vertrouwelijk",
            why: "What rests on something confidential can't be shown without giving that away.",
            why_nl: "Wat niet zonder iets vertrouwelijks kan, is niet te tonen zonder dat prijs te geven.",
            remedy: "Give this the level of what it refers to or a more confidential one, or open up what it \
                refers to.",
            remedy_nl: "Geef dit het niveau van waar het naar verwijst of een vertrouwelijker niveau, of \
                maak dat meer openbaar.",
            section: None,
        },
    ),
    (
        Code::ExemptionMatchesNothing,
        Texts {
            title: "Exemption without effect",
            title_nl: "Uitzondering zonder effect",
            message: "there is no advice `{0}` on the subject, so the exemption exempts nothing",
            message_nl: "er is geen advies `{0}` over het onderwerp; de uitzondering heeft dus geen effect",
            why: "An exemption explains an advice; what no longer plays a part is better removed.",
            why_nl: "Een uitzondering verklaart een advies; wat niet meer speelt, kan beter weg.",
            remedy: "Check the code and the subject, or remove the exemption.",
            remedy_nl: "Controleer de code en het onderwerp of verwijder de uitzondering.",
            section: None,
        },
    ),
    (
        Code::ExemptionRunOut,
        Texts {
            title: "Exemption run out",
            title_nl: "Uitzondering verlopen",
            message: "the exemption of `{0}` ran until `{1}`, so the advice counts again",
            message_nl: "de uitzondering voor `{0}` gold tot en met `{1}`; het advies telt dus weer",
            why: "An advice can be accepted for a while; after that it is weighed anew.",
            why_nl: "Een advies kan tijdelijk worden aanvaard; daarna is een nieuwe afweging nodig.",
            remedy: "Follow the advice, give the exemption a later last day, or remove it.",
            remedy_nl: "Volg het advies op, geef de uitzondering een latere laatste dag of verwijder die.",
            section: None,
        },
    ),
];
