//! What the codes of indicators, execution plans, actions, amounts and acute issues say.

use super::{Code, Texts};

pub(super) const TEXTS: &[(Code, Texts)] = &[
    (
        Code::IndicatorPeriodReversed,
        Texts {
            title: "Period of the indicator reversed",
            title_nl: "Periode van de indicator omgekeerd",
            message: "a period of the indicator ends on `{1}`, expected a day on or after its start on `{0}`",
            message_nl: "een periode van de indicator eindigt op `{1}`; verwacht: een dag op of na het begin \
                op `{0}`",
            why: "A baseline, target or figure can only be compared if it's clear which days it's about.",
            why_nl: "Een nulmeting, streefwaarde of realisatie is alleen te vergelijken als duidelijk is \
                over welke dagen die gaat.",
            remedy: "Correct the start or the end of the period.",
            remedy_nl: "Verbeter het begin of het einde van de periode.",
            section: None,
        },
    ),
    (
        Code::IndicatorValueOrMissing,
        Texts {
            title: "Value, or why it's missing",
            title_nl: "Waarde, of waarom die ontbreekt",
            message: "found both or neither of `value` and `missing`, expected exactly one",
            message_nl: "`value` en `missing` staan er allebei of geen van beide; verwacht: precies één",
            why: "A figure is known, or it's said why there is none (PM, NNB); a missing figure is no zero.",
            why_nl: "Een cijfer is bekend, of er staat waarom het er niet is (PM, NNB); een ontbrekend \
                cijfer is geen nul.",
            remedy: "Give the value, or state under `missing` why there is none.",
            remedy_nl: "Geef de waarde of zet bij `missing` waarom die er niet is.",
            section: None,
        },
    ),
    (
        Code::IndicatorTargetValue,
        Texts {
            title: "Target not clear",
            title_nl: "Streefwaarde niet duidelijk",
            message: "a target holds exactly one of `value`, `relativeTo` and `missing`, and `comparator` \
                goes with `value`",
            message_nl: "een streefwaarde heeft precies één van `value`, `relativeTo` en `missing`, en \
                `comparator` hoort bij `value`",
            why: "A target is a value, a change against an earlier period, or not known yet; mixed, it can't \
                be judged.",
            why_nl: "Een streefwaarde is een waarde, een verandering ten opzichte van een eerdere periode of \
                nog niet bekend; door elkaar is die niet te beoordelen.",
            remedy: "Keep what the plan states, and give `comparator` where there is a `value`.",
            remedy_nl: "Houd over wat er in het plan staat en geef `comparator` waar een `value` staat.",
            section: None,
        },
    ),
    (
        Code::IndicatorUpperValue,
        Texts {
            title: "Upper bound of the target",
            title_nl: "Bovengrens van de streefwaarde",
            message: "`upperValue` goes with the comparator `between`, always and only, and isn't below \
                `value`",
            message_nl: "`upperValue` hoort bij de vergelijking `between`, altijd en alleen daarbij, en is \
                niet lager dan `value`",
            why: "A target between two values has a lower and an upper bound; any other target has one \
                value.",
            why_nl: "Een streefwaarde tussen twee waarden heeft een ondergrens en een bovengrens; elke \
                andere heeft één waarde.",
            remedy: "Give both bounds with `between`, the lower as `value`, and leave `upperValue` out \
                otherwise.",
            remedy_nl: "Geef bij `between` beide grenzen, de laagste als `value`, en laat `upperValue` \
                anders weg.",
            section: None,
        },
    ),
    (
        Code::IndicatorReportedBeforePeriod,
        Texts {
            title: "Reported before its period",
            title_nl: "Gemeld voor de eigen periode",
            message: "the figure is reported on `{0}`, before its period starts on `{1}`",
            message_nl: "de realisatie is gemeld op `{0}`, voordat de periode begint op `{1}`",
            why: "A figure says what was measured, so it can't come before its period.",
            why_nl: "Een realisatie zegt wat gemeten is en kan dus niet voor de periode komen.",
            remedy: "Correct the day of the report or the period.",
            remedy_nl: "Verbeter de dag van de melding of de periode.",
            section: None,
        },
    ),
    (
        Code::IndicatorFigureRepeated,
        Texts {
            title: "Figure reported twice",
            title_nl: "Realisatie dubbel gemeld",
            message: "two figures of one period are reported on one day, expected one",
            message_nl: "twee realisaties over één periode zijn op één dag gemeld; verwacht: één",
            why: "A later figure of the same period revises the earlier one; on one day it isn't clear which \
                holds.",
            why_nl: "Een latere realisatie over dezelfde periode herziet de eerdere; op één dag is niet \
                duidelijk welke geldt.",
            remedy: "Keep one of them, or correct the day on which the other was reported.",
            remedy_nl: "Houd er één over of verbeter de dag waarop de andere is gemeld.",
            section: None,
        },
    ),
    (
        Code::ExecutionPlanPeriodReversed,
        Texts {
            title: "Period of the execution plan reversed",
            title_nl: "Periode van het uitvoeringsplan omgekeerd",
            message: "the execution plan ends on `{1}`, expected a day on or after its start on `{0}`",
            message_nl: "het uitvoeringsplan eindigt op `{1}`; verwacht: een dag op of na het begin op `{0}`",
            why: "The period tells when the actions of the execution plan are carried out.",
            why_nl: "De periode vertelt wanneer de acties van het uitvoeringsplan worden uitgevoerd.",
            remedy: "Correct the start or the end of the period.",
            remedy_nl: "Verbeter het begin of het einde van de periode.",
            section: None,
        },
    ),
    (
        Code::ActionPeriodReversed,
        Texts {
            title: "Period of the action reversed",
            title_nl: "Periode van de actie omgekeerd",
            message: "the action ends on `{1}`, expected a day on or after its start on `{0}`",
            message_nl: "de actie eindigt op `{1}`; verwacht: een dag op of na het begin op `{0}`",
            why: "The period tells the lead and the partners when the action is carried out.",
            why_nl: "De periode vertelt de trekker en de partners wanneer de actie wordt uitgevoerd.",
            remedy: "Correct the start or the end of the period.",
            remedy_nl: "Verbeter het begin of het einde van de periode.",
            section: None,
        },
    ),
    (
        Code::ActionPeriodAndContinuous,
        Texts {
            title: "Period and continuous together",
            title_nl: "Periode en doorlopend tegelijk",
            message: "the action has both `period` and `continuous`, expected at most one",
            message_nl: "de actie heeft zowel `period` als `continuous`; verwacht: hoogstens één",
            why: "A continuous action is never done; an action with a period has a last day.",
            why_nl: "Een doorlopende actie is nooit klaar; een actie met een periode heeft een laatste dag.",
            remedy: "Keep the period, or mark the action as continuous.",
            remedy_nl: "Houd de periode over of geef aan dat de actie doorlopend is.",
            section: None,
        },
    ),
    (
        Code::ActionDependencyCycle,
        Texts {
            title: "Actions wait for each other",
            title_nl: "Acties wachten op elkaar",
            message: "the action depends on itself, expected others: `{0}`",
            message_nl: "de actie is afhankelijk van zichzelf; verwacht: andere acties: `{0}`",
            why: "Actions that wait for each other can none of them be the first to start.",
            why_nl: "Van acties die op elkaar wachten, kan er geen als eerste beginnen.",
            remedy: "Remove the dependency that doesn't hold.",
            remedy_nl: "Verwijder de afhankelijkheid die niet klopt.",
            section: Some("§3.3.6"),
        },
    ),
    (
        Code::ActionOrigin,
        Texts {
            title: "Origin not clear",
            title_nl: "Herkomst niet duidelijk",
            message: "the origin's kind asks for other keys: `id` for an element, `name` for `programme`, \
                `otherPlan` and `other`",
            message_nl: "de soort herkomst vraagt andere sleutels: `id` bij een element, `name` bij \
                `programme`, `otherPlan` en `other`",
            why: "The origin shows where an action comes from, such as a finding of an evaluation, a motion \
                or a programme.",
            why_nl: "De herkomst laat zien waar een actie vandaan komt, zoals een bevinding uit een \
                evaluatie, een motie of een programma.",
            remedy: "Give the id of the element or the name of what lies outside the plan; `regular` has \
                neither.",
            remedy_nl: "Geef het id van het element of de naam van wat buiten het plan ligt; bij `regular` \
                hoort geen van beide.",
            section: None,
        },
    ),
    (
        Code::ActionEmptyEffort,
        Texts {
            title: "Effort says nothing",
            title_nl: "Inzet zegt niets",
            message: "the effort is empty, expected at least one of `fte` and `hours`",
            message_nl: "de inzet is leeg; verwacht: minstens één van `fte` en `hours`",
            why: "Effort is what an action takes in people, counted in fte or hours.",
            why_nl: "Inzet is wat een actie aan mensen vraagt, geteld in fte of uren.",
            remedy: "Give the fte or the hours, or leave the effort out.",
            remedy_nl: "Geef de fte of de uren of laat de inzet weg.",
            section: None,
        },
    ),
    (
        Code::ProgressEmpty,
        Texts {
            title: "Progress says nothing",
            title_nl: "Voortgang zegt niets",
            message: "the progress is empty, expected at least one of `status`, `percent`, `lights`, \
                `spent`, `expectedEnd` and `effect`",
            message_nl: "de voortgang is leeg; verwacht: minstens één van `status`, `percent`, `lights`, \
                `spent`, `expectedEnd` en `effect`",
            why: "A report on progress tells how an action stands on a day.",
            why_nl: "Een voortgangsbericht vertelt hoe een actie er op een dag voor staat.",
            remedy: "Give what is known, such as the status, or leave the report out.",
            remedy_nl: "Geef wat bekend is, zoals de status, of laat het bericht weg.",
            section: None,
        },
    ),
    (
        Code::ProgressEmptyLights,
        Texts {
            title: "Traffic lights say nothing",
            title_nl: "Stoplichten zeggen niets",
            message: "the traffic lights are empty, expected at least one of `time`, `money` and `quality`",
            message_nl: "de stoplichten zijn leeg; verwacht: minstens één van `time`, `money` en `quality`",
            why: "The lights show at a glance whether time, money and quality are on course.",
            why_nl: "De stoplichten laten in één oogopslag zien of tijd, geld en kwaliteit op koers liggen.",
            remedy: "Give the lights that are known, or leave them out.",
            remedy_nl: "Geef de stoplichten die bekend zijn of laat ze weg.",
            section: None,
        },
    ),
    (
        Code::AmountUnknownWithFigures,
        Texts {
            title: "Unknown amount with figures",
            title_nl: "Onbekend bedrag met cijfers",
            message: "the amount is `unknown`, but holds `cents` or `years`, expected neither",
            message_nl: "het bedrag is `unknown`, maar bevat `cents` of `years`; verwacht: geen van beide",
            why: "Unknown says that the financial consequences aren't known yet; it's neither zero nor an \
                estimate.",
            why_nl: "Onbekend betekent dat de financiële gevolgen nog niet bekend zijn; het is geen nul en \
                geen schatting.",
            remedy: "Leave the figures out, or choose another kind, such as `estimated`.",
            remedy_nl: "Laat de cijfers weg of kies een andere soort, zoals `estimated`.",
            section: Some("§5.3"),
        },
    ),
    (
        Code::AmountWithoutFigures,
        Texts {
            title: "Amount without figures",
            title_nl: "Bedrag zonder cijfers",
            message: "the amount holds no figures, expected `cents`, `years` or both",
            message_nl: "het bedrag bevat geen cijfers; verwacht: `cents`, `years` of allebei",
            why: "An estimated, fixed or maximum amount is a figure; where there is none, the amount is \
                unknown.",
            why_nl: "Een geschat, vast of maximaal bedrag is een cijfer; is dat er niet, dan is het bedrag \
                onbekend.",
            remedy: "Give the figures, or choose kind `unknown`.",
            remedy_nl: "Geef de cijfers of kies de soort `unknown`.",
            section: Some("§5.3"),
        },
    ),
    (
        Code::AmountYearRepeated,
        Texts {
            title: "Year of an amount repeated",
            title_nl: "Dubbel jaar in een bedrag",
            message: "the year {0} occurs more than once in the amount, expected once",
            message_nl: "het jaar {0} komt meer dan één keer voor in het bedrag; verwacht: één keer",
            why: "Two rows for one year leave open which of them holds, or whether they add up.",
            why_nl: "Twee regels voor één jaar laten open welke geldt, of dat ze bij elkaar horen.",
            remedy: "Merge the rows of that year, or correct one of the years.",
            remedy_nl: "Voeg de regels van dat jaar samen of verbeter een van de jaren.",
            section: None,
        },
    ),
    (
        Code::AmountYearsDoNotAddUp,
        Texts {
            title: "Years of an amount don't add up",
            title_nl: "Jaren van een bedrag tellen niet op",
            message: "the whole is {0} cents, but its years add up to {1} cents",
            message_nl: "het geheel is {0} cent, maar de jaren tellen op tot {1} cent",
            why: "Two totals for one amount leave open how much money is meant.",
            why_nl: "Twee totalen voor één bedrag laten open om hoeveel geld het gaat.",
            remedy: "Correct the whole or one of the years, or leave the whole out.",
            remedy_nl: "Verbeter het geheel of een van de jaren of laat het geheel weg.",
            section: None,
        },
    ),
    (
        Code::AcuteIssueAccountedBeforeSignalled,
        Texts {
            title: "Accounted for before the signal",
            title_nl: "Verantwoord vóór het signaal",
            message: "the acute issue was accounted for on `{0}`, expected a day on or after its signal on \
                `{1}`",
            message_nl: "het acute probleem is verantwoord op `{0}`; verwacht: een dag op of na het signaal \
                op `{1}`",
            why: "An acute issue is dealt with first and accounted for afterwards.",
            why_nl: "Een acuut probleem wordt eerst aangepakt en achteraf verantwoord.",
            remedy: "Correct one of the two dates.",
            remedy_nl: "Verbeter een van de twee data.",
            section: Some("§5.2"),
        },
    ),
];
