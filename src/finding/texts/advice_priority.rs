//! What the advice on partners, areas, topics, priorities, pillars and themes says.

use super::{Code, Texts};

pub(super) const TEXTS: &[(Code, Texts)] = &[
    (
        Code::PartnerNoDescription,
        Texts {
            title: "Strategic partner without a role text",
            title_nl: "Strategische partner zonder beschrijving van de rol",
            message: "the strategic partner has no text on its role",
            message_nl: "de strategische partner heeft geen tekst over de rol",
            why: "The text shows what the partner contributes to safety.",
            why_nl: "De tekst laat zien wat de partner bijdraagt aan veiligheid.",
            remedy: "Describe the partner's role under `description`.",
            remedy_nl: "Beschrijf de rol van de partner bij `description`.",
            section: Some("§2.5"),
        },
    ),
    (
        Code::PartnerNotStrategic,
        Texts {
            title: "Partner not described as strategic",
            title_nl: "Partner niet als strategisch beschreven",
            message: "the partner is named in the plan, but isn't described as a strategic one",
            message_nl: "de partner wordt in het plan genoemd, maar is niet als strategische partner \
                beschreven",
            why: "Partners that only appear with a priority, theme or action are easily overlooked.",
            why_nl: "Partners die alleen bij een prioriteit, thema of actie voorkomen, worden makkelijk over \
                het hoofd gezien.",
            remedy: "Mark the partner as strategic, or record an exemption if the plan doesn't mean it so.",
            remedy_nl: "Geef aan dat de partner strategisch is of leg een uitzondering vast als het plan dat \
                niet bedoelt.",
            section: Some("§3.2.3"),
        },
    ),
    (
        Code::PartnerUnused,
        Texts {
            title: "Strategic partner not named elsewhere",
            title_nl: "Strategische partner nergens anders genoemd",
            message: "the strategic partner is named nowhere else in the plan",
            message_nl: "de strategische partner wordt nergens anders in het plan genoemd",
            why: "Where the partner takes part in a priority, theme or action doesn't show yet.",
            why_nl: "Bij welke prioriteit, welk thema of welke actie de partner meedoet, is nog niet te \
                zien.",
            remedy: "Add a responsibility where the partner takes part, `involved` if the plan doesn't say \
                how.",
            remedy_nl: "Voeg een verantwoordelijkheid toe waar de partner meedoet, met `involved` als het \
                plan niet zegt hoe.",
            section: Some("§3.2.3"),
        },
    ),
    (
        Code::AreaOutsideMunicipalities,
        Texts {
            title: "Area outside the municipalities",
            title_nl: "Gebied buiten de gemeenten",
            message: "area code `{0}` lies in none of the plan's municipalities",
            message_nl: "gebiedscode `{0}` ligt in geen van de gemeenten van het plan",
            why: "A neighbouring area can be part of the approach, but a slip in the code looks the same.",
            why_nl: "Een gebied bij de buren kan bij de aanpak horen, maar een vergissing in de code ziet er \
                hetzelfde uit.",
            remedy: "Check the code, or record an exemption with the reason.",
            remedy_nl: "Controleer de code of leg een uitzondering vast met de reden.",
            section: Some("§2.3"),
        },
    ),
    (
        Code::TopicUnused,
        Texts {
            title: "Topic that nothing names",
            title_nl: "Onderwerp dat niets noemt",
            message: "nothing in the plan names this topic",
            message_nl: "niets in het plan noemt dit onderwerp",
            why: "A topic shows which priorities, themes and actions touch on one subject.",
            why_nl: "Een onderwerp laat zien welke prioriteiten, thema's en acties over hetzelfde gaan.",
            remedy: "Name the topic where it plays a part, or remove it.",
            remedy_nl: "Noem het onderwerp waar het een rol speelt of verwijder het.",
            section: Some("§3.3.2"),
        },
    ),
    (
        Code::PriorityNoPartners,
        Texts {
            title: "Priority without partners",
            title_nl: "Prioriteit zonder partners",
            message: "the priority names no partners",
            message_nl: "de prioriteit noemt geen partners",
            why: "Safety isn't a task of the municipality alone; the effort works if all parties work \
                together.",
            why_nl: "Veiligheid is niet alleen een taak van de gemeente; de inzet werkt als alle partijen \
                samenwerken.",
            remedy: "Add the partners that take part, with their responsibilities.",
            remedy_nl: "Voeg de partners toe die meedoen, met hun verantwoordelijkheden.",
            section: None,
        },
    ),
    (
        Code::PriorityNoMunicipalRole,
        Texts {
            title: "No municipal role",
            title_nl: "Geen rol van de gemeente",
            message: "the priority doesn't describe the role of the municipality",
            message_nl: "de prioriteit beschrijft de rol van de gemeente niet",
            why: "Priorities are chosen by need and by what the municipality can influence or contribute.",
            why_nl: "Prioriteiten worden gekozen op noodzaak en op wat de gemeente kan beïnvloeden of \
                bijdragen.",
            remedy: "Describe under `municipalRole` what the municipality can influence or contribute.",
            remedy_nl: "Beschrijf bij `municipalRole` wat de gemeente kan beïnvloeden of bijdragen.",
            section: Some("§1.2"),
        },
    ),
    (
        Code::PriorityNoAnalysis,
        Texts {
            title: "Priority not based on an analysis",
            title_nl: "Prioriteit niet gebaseerd op een analyse",
            message: "the priority cites no analysis, no evaluation and no finding of one",
            message_nl: "de prioriteit verwijst niet naar een analyse, een evaluatie of een bevinding \
                daaruit",
            why: "Priorities follow from the safety analysis: it's where the red thread begins.",
            why_nl: "Prioriteiten volgen uit de veiligheidsanalyse: daar begint de rode draad.",
            remedy: "State under `basedOn` which analysis, evaluation or finding the priority follows from.",
            remedy_nl: "Geef bij `basedOn` aan uit welke analyse, evaluatie of bevinding de prioriteit \
                volgt.",
            section: Some("§3.1"),
        },
    ),
    (
        Code::PriorityNoDirector,
        Texts {
            title: "Priority without direction",
            title_nl: "Prioriteit zonder regie",
            message: "the priority names no partner with the role of director",
            message_nl: "de prioriteit noemt geen partner met de regierol",
            why: "Safety is a coproduction of society as a whole, in which the municipality takes direction.",
            why_nl: "Veiligheid is een coproductie van de samenleving als geheel, waarin de gemeente de \
                regie neemt.",
            remedy: "Give the partner that directs, mostly the municipality, the role `director`.",
            remedy_nl: "Geef de partner die de regie heeft, meestal de gemeente, de rol `director`.",
            section: Some("§2.3"),
        },
    ),
    (
        Code::PriorityNoPolicyDomain,
        Texts {
            title: "No other policy domain",
            title_nl: "Geen ander beleidsveld",
            message: "the priority is linked to no other policy domain",
            message_nl: "de prioriteit is niet verbonden met een ander beleidsveld",
            why: "Causes of unsafety often lie in other domains, such as welfare, housing and education, and \
                so in other portfolios.",
            why_nl: "Oorzaken van onveiligheid liggen vaak in andere beleidsvelden, zoals welzijn, wonen en \
                onderwijs, en dus in andere portefeuilles.",
            remedy: "Name the other domains under `policyDomains`.",
            remedy_nl: "Noem de andere beleidsvelden bij `policyDomains`.",
            section: Some("§2.3"),
        },
    ),
    (
        Code::PriorityOneSidedApproach,
        Texts {
            title: "Approach without prevention, care or repression",
            title_nl: "Aanpak zonder preventie, zorg of repressie",
            message: "approaches that none of the priority's actions has: {0}",
            message_nl: "aanpak die bij geen van de acties van de prioriteit voorkomt: {0}",
            why: "A fitting and complete set of measures balances prevention, care and repression.",
            why_nl: "Een passend en volledig pakket aan maatregelen houdt preventie, zorg en repressie in \
                balans.",
            remedy: "Check the approach of the actions, and consider an action of the kind that isn't there.",
            remedy_nl: "Controleer de aanpak van de acties en overweeg een actie van de soort die er niet \
                is.",
            section: Some("§2.3"),
        },
    ),
    (
        Code::PriorityAnswersNothing,
        Texts {
            title: "Priority answers no framework",
            title_nl: "Prioriteit geeft geen antwoord op een kader",
            message: "the priority answers no framework item",
            message_nl: "de prioriteit geeft geen antwoord op een kaderonderdeel",
            why: "The link shows which national or regional themes the priority takes up; a purely local one \
                needs none.",
            why_nl: "De verwijzing laat zien welke landelijke of regionale thema's de prioriteit oppakt; \
                puur lokaal mag ook.",
            remedy: "Name the items under `answers`, or record an exemption for a purely local priority.",
            remedy_nl: "Noem de onderdelen bij `answers` of leg een uitzondering vast voor een puur lokale \
                prioriteit.",
            section: Some("§2.4"),
        },
    ),
    (
        Code::PriorityPartMissing,
        Texts {
            title: "Part of the priority missing",
            title_nl: "Onderdeel van de prioriteit ontbreekt",
            message: "the priority has no text for this part: {0}",
            message_nl: "de prioriteit heeft geen tekst voor dit onderdeel: {0}",
            why: "Introduction, problem, role, reasons, objective and approach together make a priority easy \
                to follow.",
            why_nl: "Inleiding, problematiek, rol, redenen, doelstelling en aanpak maken samen een \
                prioriteit goed te volgen.",
            remedy: "Write the part, or record an exemption with the reason.",
            remedy_nl: "Schrijf het onderdeel of leg een uitzondering vast met de reden.",
            section: Some("§3.2"),
        },
    ),
    (
        Code::PillarNoAction,
        Texts {
            title: "Pillar without an action",
            title_nl: "Pijler zonder actie",
            message: "no action of `{1}` serves this pillar, while some serve `{0}`",
            message_nl: "geen actie van `{1}` dient deze pijler, terwijl er wel zijn die `{0}` dienen",
            why: "These pillars contribute equally, so preferably they get equal attention.",
            why_nl: "Deze pijlers dragen evenveel bij en krijgen daarom bij voorkeur evenveel aandacht.",
            remedy: "Add an action for this pillar, or record an exemption with the reason.",
            remedy_nl: "Voeg een actie voor deze pijler toe of leg een uitzondering vast met de reden.",
            section: Some("§3.2.6"),
        },
    ),
    (
        Code::ThemeAlsoPriority,
        Texts {
            title: "Theme that is also a priority",
            title_nl: "Thema dat ook prioriteit is",
            message: "the theme has the same title as the priority `{0}`",
            message_nl: "het thema heeft dezelfde titel als de prioriteit `{0}`",
            why: "A priority gets extra attention and a regular theme gets regular effort; for one subject \
                that is hard to combine.",
            why_nl: "Een prioriteit krijgt extra aandacht en een regulier thema reguliere inzet; voor één \
                onderwerp gaat dat lastig samen.",
            remedy: "Keep one of the two, or let the titles show how they differ.",
            remedy_nl: "Houd een van de twee over of laat de titels zien waarin ze verschillen.",
            section: Some("§4"),
        },
    ),
];
