//! The words that plans are made of. None is from a real plan, and none names a person or place.

/// Verbs with what they make: the first half of an action's title.
pub(super) const DEEDS: &[&str] = &[
    "Organiseren van een voorlichtingsavond over",
    "Opstellen van een plan van aanpak voor",
    "Inrichten van een meldpunt voor",
    "Uitvoeren van integrale controles op",
    "Voortzetten van het overleg over",
    "Evalueren van de afspraken over",
    "Aansluiten bij de regionale aanpak van",
    "Actualiseren van het beleid voor",
    "Houden van themabijeenkomsten over",
    "Starten van een proef met de aanpak van",
    "In beeld brengen van signalen van",
    "Trainen van medewerkers in het herkennen van",
    "Maken van werkafspraken met partners over",
    "Bezoeken van ondernemers in verband met",
    "Verzorgen van gastlessen over",
    "Plaatsen van berichten en posters over",
    "Uitbreiden van het toezicht op",
    "Voorbereiden van een convenant over",
];

/// What actions, pillars and priorities are about.
pub(super) const SUBJECTS: &[&str] = &[
    "ondermijning",
    "woonoverlast",
    "woninginbraken",
    "digitale criminaliteit",
    "jeugdgroepen",
    "mensenhandel",
    "brandveilig leven",
    "huiselijk geweld",
    "verwarde personen",
    "drugshandel",
    "vakantieparken",
    "het buitengebied",
    "bedrijventerreinen",
    "uitgaansgeweld",
    "verkeersoverlast",
    "heling",
    "zorgfraude",
    "wapens onder jongeren",
    "veilige evenementen",
    "polarisatie",
];

/// For whom or how: the second half of an action's title.
pub(super) const ENDS: &[&str] = &[
    "voor ondernemers",
    "met scholen",
    "in de wijken",
    "voor inwoners",
    "bij sportclubs",
    "met de buurt",
    "in het centrum",
    "voor ouderen",
    "samen met de regio",
    "in de winter",
    "bij nieuwe vergunningen",
    "per kwartaal",
];

/// Headings that group measures.
pub(super) const ITEMS: &[&str] =
    &["Bewustwording", "Informatiepositie", "Toezicht en handhaving", "Samenwerking", "Preventie", "Nazorg"];

/// Approach lines.
pub(super) const LINES: &[&str] = &[
    "Informatiepositie versterken",
    "Barrières opwerpen",
    "Weerbare overheid",
    "Weerbare samenleving",
    "Vroegtijdig signaleren",
    "Persoonsgerichte aanpak",
    "Gebiedsgerichte aanpak",
    "Toezicht en handhaving",
];

/// Regular themes.
pub(super) const THEMES: &[&str] = &[
    "Crisisbeheersing",
    "Horeca",
    "Evenementen",
    "Jaarwisseling",
    "Toezicht in de openbare ruimte",
    "Voetbal",
    "Woninginbraken",
    "Camera's",
    "Radicalisering",
];

/// The partners that all plans share come first.
pub(super) const SHARED: &[&str] = &[
    "Politie",
    "Openbaar Ministerie",
    "Veiligheidsregio",
    "Regionaal Informatie- en Expertisecentrum",
    "Zorg- en Veiligheidshuis",
];

/// Partners of one plan.
pub(super) const LOCAL: &[&str] = &[
    "Team Veiligheid",
    "Team Handhaving",
    "Woningcorporatie",
    "Ondernemersvereniging",
    "Welzijnsorganisatie",
    "Jongerenwerk",
    "Scholen",
];

/// Items of the framework that all plans share.
pub(super) const ITEMS_OF_FRAMEWORK: &[&str] = &[
    "Ondermijnende criminaliteit",
    "Digitale veiligheid",
    "Zorg en veiligheid",
    "Mensenhandel",
    "Georganiseerde criminaliteit",
    "Jeugd en groepen",
    "High impact crimes",
    "Polarisatie en radicalisering",
    "Maatschappelijke onrust",
    "Crisisbeheersing",
    "Brandveiligheid",
    "Water en veiligheid",
    "Verkeersveiligheid",
    "Evenementen",
    "Bedrijvigheid",
    "Buitengebied",
    "Leefbaarheid",
    "Woonoverlast",
    "Integriteit",
    "Burgerparticipatie",
];

/// Legal powers that actions use.
pub(super) const POWERS: &[&str] =
    &["bibob", "opiumwet-13b", "gemw-151c", "gemw-151d", "gemw-172a", "gemw-174a", "wth"];

/// What indicators measure: the name, the unit, and whether it counts what people experience.
pub(super) const MEASURES: &[(&str, &str, bool)] = &[
    ("Bijeenkomsten", "aantal per jaar", false),
    ("Integrale controles", "aantal per jaar", false),
    ("Bestuurlijke maatregelen", "aantal per jaar", false),
    ("Bezochte woningen", "aantal per jaar", false),
    ("Geregistreerde misdrijven", "aantal per 1 000 inwoners", false),
    ("Woninginbraken", "aantal per 1 000 woningen", false),
    ("Meldingen van overlast", "aantal per 1 000 inwoners", false),
    ("Onveiligheidsgevoel", "procent van de inwoners", true),
    ("Rapportcijfer leefbaarheid", "gemiddeld cijfer", true),
    ("Meldingsbereidheid", "procent van de slachtoffers", true),
];

/// Why an action went otherwise than planned.
pub(super) const REASONS: &[&str] = &[
    "Er waren te weinig uren beschikbaar.",
    "De landelijke regels zijn er nog niet.",
    "Een bijeenkomst kon niet doorgaan.",
    "De middelen zijn niet toegekend.",
    "Is opgegaan in een andere aanpak.",
];
