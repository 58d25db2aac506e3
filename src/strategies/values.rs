//! Values in their written form.

use proptest::prelude::*;
use proptest::sample::select;

use crate::draft::PeriodDraft;

const VERBS: &[&str] =
    &["Opstellen", "Organiseren", "Inrichten", "Uitvoeren", "Voortzetten", "Evalueren", "Versterken"];
const OBJECTS: &[&str] = &[
    "van een plan van aanpak ondermijning",
    "van controles op bedrijventerreinen",
    "van de aanpak van woonoverlast",
    "van voorlichting over cybercrime",
    "van toezicht bij evenementen",
    "van nazorg voor ex-gedetineerden",
    "van buurtpreventie in de wijk",
];

/// Titles as in real plans, and now and then one of any visible characters up to the longest.
pub fn titles() -> impl Strategy<Value = String> + Clone {
    prop_oneof![
        8 => (select(VERBS), select(OBJECTS)).prop_map(|(verb, object)| format!("{verb} {object}")),
        1 => "[A-Za-z0-9 ,.()é-]{0,299}[A-Za-zë]",
    ]
}

/// Running text of one or more paragraphs.
pub fn texts() -> impl Strategy<Value = String> + Clone {
    prop::collection::vec(titles(), 1..4).prop_map(|lines| lines.join("\n\n"))
}

/// Codes of elements.
pub fn codes() -> impl Strategy<Value = String> + Clone {
    "[A-Za-z0-9][A-Za-z0-9._-]{0,31}"
}

/// Days from 2015 to 2035, as written.
pub fn dates() -> impl Strategy<Value = String> + Clone {
    (2015..=2035, 1..=12_u32, 1..=28_u32).prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}"))
}

/// Periods that run forward.
pub fn periods() -> impl Strategy<Value = PeriodDraft> + Clone {
    (dates(), dates()).prop_map(|(a, b)| if a <= b { PeriodDraft::new(a, b) } else { PeriodDraft::new(b, a) })
}

/// Decimals in their one written form.
pub fn decimals() -> impl Strategy<Value = String> + Clone {
    let number = (any::<bool>(), 0..1_000_000_u32, prop::option::of((0..1_000_u32, 1..=9_u32)));
    number.prop_map(|(negative, whole, fraction)| {
        let fraction = fraction.map_or(String::new(), |(digits, last)| format!(".{digits}{last}"));
        let sign = if negative && (whole > 0 || !fraction.is_empty()) { "-" } else { "" };
        format!("{sign}{whole}{fraction}")
    })
}
