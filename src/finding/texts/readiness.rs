//! What the codes of readiness for a step say.

use super::{Code, Texts};

pub(super) const TEXTS: &[(Code, Texts)] = &[
    (
        Code::PlanNoDirection,
        Texts {
            title: "No vision or mission",
            title_nl: "Geen visie of missie",
            message: "the plan has neither a vision nor a mission; adoption wants at least one of them",
            message_nl: "het plan heeft geen visie en geen missie; voor vaststelling is minstens één van \
                beide nodig",
            why: "Objectives exist to fulfil a vision or mission, which says where the plan is heading.",
            why_nl: "Doelstellingen zijn er om een visie of missie te vervullen; die geeft aan waar het plan \
                naartoe gaat.",
            remedy: "Write the vision or the mission before the plan is put to the council.",
            remedy_nl: "Schrijf de visie of de missie voordat het plan naar de gemeenteraad gaat.",
            section: Some("§1.1"),
        },
    ),
    (
        Code::PlanNoGoal,
        Texts {
            title: "No objective",
            title_nl: "Geen doelstelling",
            message: "no objective stands in the plan, a priority or a theme; adoption wants at least one",
            message_nl: "in het plan, een prioriteit of een thema staat geen doelstelling; voor vaststelling \
                is er minstens één nodig",
            why: "Under article 38b of the Politiewet 2012 the council fixes the goals of the municipality \
                for safety.",
            why_nl: "Volgens artikel 38b van de Politiewet 2012 stelt de gemeenteraad de doelen van de \
                gemeente voor veiligheid vast.",
            remedy: "Add a main objective, or an objective of a priority or theme.",
            remedy_nl: "Voeg een hoofddoelstelling toe, of een doelstelling van een prioriteit of thema.",
            section: Some("§1.1"),
        },
    ),
    (
        Code::PlanNoVision,
        Texts {
            title: "No vision",
            title_nl: "Geen visie",
            message: "the plan has no vision; adoption wants one",
            message_nl: "het plan heeft geen visie; voor vaststelling is die gewenst",
            why: "The objectives exist to fulfil the vision: without one the red thread has no end.",
            why_nl: "De doelstellingen zijn er om de visie te vervullen: zonder visie heeft de rode draad \
                geen eindpunt.",
            remedy: "Write the vision, or weigh this rule otherwise in the profile.",
            remedy_nl: "Schrijf de visie of weeg deze regel anders in het profiel.",
            section: Some("§2.1"),
        },
    ),
    (
        Code::PlanNotOneMainObjective,
        Texts {
            title: "Not one main objective",
            title_nl: "Niet één hoofddoelstelling",
            message: "main objectives of the plan: {0}; adoption wants exactly one",
            message_nl: "hoofddoelstellingen van het plan: {0}; voor vaststelling is er precies één gewenst",
            why: "One main objective, with sub-objectives under it, shows at a glance what the plan is \
                after.",
            why_nl: "Eén hoofddoelstelling, met subdoelstellingen eronder, laat in één oogopslag zien wat \
                het plan wil bereiken.",
            remedy: "Choose one main objective and put others under it, or weigh this rule otherwise in the \
                profile.",
            remedy_nl: "Kies één hoofddoelstelling en zet andere eronder of weeg deze regel anders in het \
                profiel.",
            section: Some("§2.2"),
        },
    ),
    (
        Code::PlanNoPriority,
        Texts {
            title: "No priority",
            title_nl: "Geen prioriteit",
            message: "the plan has no priority; adoption wants at least one",
            message_nl: "het plan heeft geen prioriteit; voor vaststelling is er minstens één gewenst",
            why: "A plan makes choices: a priority is a subject that gets extra attention in policy and \
                approach.",
            why_nl: "Een plan maakt keuzes: een prioriteit is een onderwerp dat extra aandacht krijgt in \
                beleid en aanpak.",
            remedy: "Add the priorities of the coming period, or weigh this rule otherwise in the profile.",
            remedy_nl: "Voeg de prioriteiten van de komende periode toe of weeg deze regel anders in het \
                profiel.",
            section: Some("§3.1"),
        },
    ),
    (
        Code::PlanMayorNotAccountable,
        Texts {
            title: "Mayor not named as accountable",
            title_nl: "Burgemeester niet als verantwoordelijke genoemd",
            message: "the plan doesn't name the mayor as accountable; adoption wants it to",
            message_nl: "het plan noemt de burgemeester niet als bestuurlijk verantwoordelijke; voor \
                vaststelling is dat gewenst",
            why: "The mayor is administratively responsible for safety policy and the first contact for it.",
            why_nl: "De burgemeester is bestuurlijk verantwoordelijk voor het veiligheidsbeleid en het \
                eerste aanspreekpunt.",
            remedy: "Give the mayor the role `accountable`, or weigh this rule otherwise in the profile.",
            remedy_nl: "Geef de burgemeester de rol `accountable` of weeg deze regel anders in het profiel.",
            section: Some("§5.1"),
        },
    ),
    (
        Code::PriorityNoObjective,
        Texts {
            title: "Priority without an objective",
            title_nl: "Prioriteit zonder doelstelling",
            message: "the priority has no objective; adoption wants at least one",
            message_nl: "de prioriteit heeft geen doelstelling; voor vaststelling is er minstens één gewenst",
            why: "The objective says what the municipality and its partners want to reach with the priority.",
            why_nl: "De doelstelling zegt wat de gemeente en de partners met de prioriteit willen bereiken.",
            remedy: "Add an objective to the priority, or weigh this rule otherwise in the profile.",
            remedy_nl: "Voeg een doelstelling aan de prioriteit toe of weeg deze regel anders in het \
                profiel.",
            section: Some("§3.2.5"),
        },
    ),
    (
        Code::PriorityNoReason,
        Texts {
            title: "Priority without a reason",
            title_nl: "Prioriteit zonder reden",
            message: "the priority gives no reason; adoption wants at least one",
            message_nl: "de prioriteit geeft geen reden; voor vaststelling is er minstens één gewenst",
            why: "The reasons let the council weigh why this subject asks for more than average attention.",
            why_nl: "Met de redenen kan de gemeenteraad afwegen waarom dit onderwerp meer dan gemiddeld \
                aandacht vraagt.",
            remedy: "State under `reasons` why this is a priority, or weigh this rule otherwise in the \
                profile.",
            remedy_nl: "Geef bij `reasons` aan waarom dit een prioriteit is of weeg deze regel anders in het \
                profiel.",
            section: Some("§3.2.4"),
        },
    ),
    (
        Code::PriorityRoleUnstated,
        Texts {
            title: "Role of the municipality not stated",
            title_nl: "Rol van de gemeente niet vermeld",
            message: "the priority doesn't state the role of the municipality; adoption wants it to",
            message_nl: "de prioriteit vermeldt de rol van de gemeente niet; voor vaststelling is dat \
                gewenst",
            why: "The council decides on what the municipality itself can influence or contribute.",
            why_nl: "De gemeenteraad besluit over wat de gemeente zelf kan beïnvloeden of bijdragen.",
            remedy: "Describe the role under `municipalRole`, or weigh this rule otherwise in the profile.",
            remedy_nl: "Beschrijf de rol bij `municipalRole` of weeg deze regel anders in het profiel.",
            section: Some("§3.2.3"),
        },
    ),
    (
        Code::PriorityNotOneDirector,
        Texts {
            title: "Not one director per municipality",
            title_nl: "Niet één regisseur per gemeente",
            message: "directors of the priority: {0}, municipalities of the plan: {1}; adoption wants one \
                director for each municipality",
            message_nl: "regisseurs van de prioriteit: {0}, gemeenten van het plan: {1}; voor vaststelling \
                is één regisseur per gemeente gewenst",
            why: "Direction lies with the municipality: it guides the cooperation and sees that everyone \
                contributes enough.",
            why_nl: "De regie ligt bij de gemeente: die stuurt de samenwerking en ziet erop toe dat iedereen \
                genoeg bijdraagt.",
            remedy: "Give one partner per municipality the role `director`, or weigh this rule otherwise in \
                the profile.",
            remedy_nl: "Geef per gemeente één partner de rol `director` of weeg deze regel anders in het \
                profiel.",
            section: Some("§3.2.3"),
        },
    ),
];
