//! Values at the edges of the rules.

use serde_json::Value;

/// Characters that one reader or another takes for something else: blanks, controls, invisible and wide ones.
const CHARACTERS: &str = "\u{0}\u{1}\u{8}\t\n\u{b}\u{c}\r\u{1f} !\"'/\\~\u{7e}\u{7f}\u{80}\u{85}\u{9f}\u{a0}\u{a1}\u{ad}\
    \u{300}\u{34f}\u{61c}\u{6dd}\u{115f}\u{1680}\u{17b4}\u{180d}\u{180e}\u{1fff}\u{2000}\u{200a}\u{200b}\u{200d}\u{200f}\
    \u{2010}\u{2011}\u{2027}\u{2028}\u{2029}\u{202e}\u{202f}\u{2030}\u{205e}\u{205f}\u{2060}\u{2066}\u{206f}\u{2070}\
    \u{2800}\u{2801}\u{3000}\u{3001}\u{3164}\u{d7ff}\u{e000}\u{fe0f}\u{feff}\u{ff00}\u{ffa0}\u{fff9}\u{fffc}\u{fffd}\
    \u{ffff}\u{10000}\u{1d173}\u{1f600}\u{e0001}\u{e0020}\u{e0100}\u{f0000}\u{10ffff}aAfFgGzZéſK019٣１߁";

/// Texts that some rule is about.
const TEXTS: &[&str] = &[
    "",
    "  ",
    "\u{200b}\u{feff}",
    " x ",
    "x\ny",
    "x\ty",
    "x\r\ny",
    "\nx",
    "x\n",
    "x\u{2028}y",
    "x\u{0}y",
    "x\u{85}y",
    "null",
    "true",
    "1",
    // Days and moments.
    "2020-02-29",
    "2020-02-30",
    "2000-02-29",
    "1900-02-29",
    "2100-02-29",
    "2400-02-29",
    "2021-02-28",
    "2021-02-29",
    "0999-12-31",
    "1000-01-01",
    "2999-12-31",
    "3000-01-01",
    "2020-00-10",
    "2020-13-10",
    "2020-04-31",
    "2020-06-30",
    "2020-12-32",
    "2020-01-00",
    "2020-1-1",
    "20-01-01",
    "2020",
    "0999",
    "1000",
    "2999",
    "3000",
    "02020",
    "2020-",
    "2020-06",
    "+2020-01-01",
    "-2020-01-01",
    " 2020-01-01",
    "2020-01-01 ",
    "2020-01-01T00:00:00Z",
    "2020-01-01\n",
    "2020\n",
    "20200101",
    "2020/01/01",
    "2020-W01-1",
    "2020-001",
    "２０２０-01-01",
    "２０２０",
    "2020-01-0１",
    // Decimals.
    "0",
    "-0",
    "-1",
    "01",
    "1.",
    ".5",
    "-.5",
    "-",
    ".",
    "1.0",
    "1.50",
    "0.5",
    "-0.5",
    "0.0",
    "-0.0",
    "+1",
    "1e2",
    "1,5",
    "1 000",
    "1_000",
    " 1",
    "1 ",
    "1\n",
    "--1",
    "1.2.3",
    "1-2",
    "123456789012345678",
    "1234567890123456789",
    "-123456789012345678",
    "-1234567890123456789",
    "0.00000000000000001",
    "0.000000000000000001",
    "12345678901234567.8",
    "123456789012345678.9",
    "NaN",
    "Infinity",
    "٣",
    "１",
    // Ids.
    "6f9619ff-8b86-4011-b42d-00c04fc964ff",
    "6F9619FF-8B86-4011-B42D-00C04FC964FF",
    "{6f9619ff-8b86-4011-b42d-00c04fc964ff}",
    "urn:uuid:6f9619ff-8b86-4011-b42d-00c04fc964ff",
    "6f9619ff8b864011b42d00c04fc964ff",
    "00000000-0000-0000-0000-000000000000",
    "ffffffff-ffff-ffff-ffff-ffffffffffff",
    "00000000-0000-0000-0000-000000000001",
    "6f9619f-f8b86-4011-b42d-00c04fc964ff",
    "6f9619ff-8b86-4011-b42d-00c04fc964f",
    "6f9619ff-8b86-4011-b42d-00c04fc964fff",
    "6f9619ff-8b86-4011-b42d-00c04fc964fg",
    "6f9619ff-8b86-4011-b42d-00c04fc964ff\n",
    "6f9619ff-8b864011-b42d-00c04fc964ff-",
    "6f9619ff_8b86_4011_b42d_00c04fc964ff",
    "６f9619ff-8b86-4011-b42d-00c04fc964ff",
    // Codes.
    "P1.2",
    "2020-A14",
    "-a",
    ".a",
    "_a",
    "a b",
    "é1",
    "a/b",
    "abcdefghijklmnopqrstuvwxyzABCDEF",
    "a\n",
    "abcdefghijklmnopqrstuvwxyzABCDEFG",
    "a-b_c.d",
    "GM0622",
    "gm0622",
    "GM062",
    "GM06220",
    "GM0622\n",
    "0622",
    "GM062a",
    "GM０622",
    "WK062201",
    "WK06220A",
    "WK06220a",
    "WK0622",
    "WK0622011",
    "WKA62201",
    "BU06220100",
    "BU062201AZ",
    "BU0622010",
    "BU062201000",
    "BU0622010\u{c9}",
    "gemw-151b",
    "bibob",
    "1a",
    "a-",
    "A",
    "abcdefghijklmnopqrstuvwxyz012345",
    "abcdefghijklmnopqrstuvwxyz0123456",
    "partner/no-description",
    "a/b/c",
    "a/",
    "/a",
    "a-/b",
    "-a/b",
    "a--b/c",
    "a/b-",
    "A/b",
    "a1/2",
    "a/b\n",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b8555",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85g",
    "123456782",
    "123456789",
    "12345678",
    "1234567",
    "00000001001234567000",
    "0000000100123456700",
    "000000010012345670000",
    "12345678\n",
    "１２３４５６７８",
    // Versions.
    "1.0",
    "1.1",
    "2.0",
    "0.9",
    "1.00",
    "01.0",
    "1",
    "1.0.0",
    "1.0 ",
    "99999999999999999999999.0",
];

/// Numbers as they can be written, with what some reader or other makes of them.
pub const NUMBERS: &[&str] = &[
    "-1",
    "0",
    "1",
    "2",
    "-0",
    "0.0",
    "-0.0",
    "1.0",
    "1.00",
    "1e0",
    "1E+0",
    "10e-1",
    "1.5",
    "0.5",
    "-1.5",
    "1e2",
    "1E2",
    "100e-2",
    "99",
    "100",
    "101",
    "99.0",
    "1e-1",
    "254",
    "255",
    "256",
    "999",
    "1000",
    "1000.0",
    "2999",
    "3000",
    "2.02e3",
    "99999",
    "100000",
    "4503599627370496.5",
    "9007199254740990",
    "9007199254740991",
    "9007199254740991.0",
    "9007199254740992",
    "9007199254740992.0",
    "9007199254740993",
    "9.007199254740991e15",
    "9.007199254740992e15",
    "9223372036854775807",
    "9223372036854775808",
    "18446744073709551615",
    "18446744073709551616",
    "-9007199254740991",
    "-9223372036854775809",
    "123456789012345678901234567890",
    "1e15",
    "1e16",
    "1e308",
    "1e-400",
    "5e-324",
    "1e400",
    "-1e400",
    "2027091752578071.0",
];

/// The characters that some rule or reader treats in its own way.
pub fn characters() -> impl Iterator<Item = char> + Clone {
    CHARACTERS.chars()
}

/// Texts at the edges of the rules, none of them long.
#[must_use]
pub fn texts() -> Vec<String> {
    let alone = characters().map(String::from);
    let amid = characters().map(|c| format!("Het {c} plan"));
    let counted =
        ["x", "é", "\u{3000}", "😀"].into_iter().flat_map(|c| [300, 301].map(|count| c.repeat(count)));
    let mixed =
        [format!("{}x", " ".repeat(299)), format!("{}x", " ".repeat(300)), format!("{}x", "😀".repeat(299))];
    TEXTS.iter().map(|text| (*text).to_owned()).chain(alone).chain(amid).chain(counted).chain(mixed).collect()
}

/// Texts at the bound of running text.
#[must_use]
pub fn long_texts() -> Vec<String> {
    let counted =
        ["x", "ë", "😀", " "].into_iter().flat_map(|c| [100_000, 100_001].map(|count| c.repeat(count)));
    counted.chain([format!("{}x", " ".repeat(99_999)), format!("{}x", " ".repeat(100_000))]).collect()
}

/// What a text turns into by a slip.
#[must_use]
pub fn variants(text: &str) -> Vec<String> {
    let mut tail = text.chars();
    tail.next();
    let mut head = text.chars();
    head.next_back();
    let capital = text.chars().next().map(|c| c.to_uppercase().collect::<String>()).unwrap_or_default();
    let wide = |c: char| char::from_u32(u32::from(c) - u32::from('0') + 0xff10).unwrap_or(c);
    vec![
        format!("{text}\n"),
        format!("{text}\r\n"),
        format!("\n{text}"),
        format!("{text} "),
        format!(" {text}"),
        format!("\u{feff}{text}"),
        format!("{text}\u{200b}"),
        format!("{text}\u{0}"),
        format!("{text}{text}"),
        format!("{text}0"),
        text.to_uppercase(),
        text.to_lowercase(),
        format!("{capital}{}", tail.as_str()),
        tail.as_str().to_owned(),
        head.as_str().to_owned(),
        text.replace('-', "\u{2011}"),
        text.replace('-', ""),
        text.replace('s', "ſ").replace('k', "K"),
        text.chars().map(|c| if c.is_ascii_digit() { wide(c) } else { c }).collect(),
    ]
}

/// Every word of every closed list of the schema.
#[must_use]
pub fn words(schema: &Value) -> Vec<String> {
    let mut words = Vec::new();
    gather(schema, &mut words);
    words.sort_unstable();
    words.dedup();
    words
}

fn gather(schema: &Value, words: &mut Vec<String>) {
    match schema {
        Value::Object(object) => {
            words.extend(object.get("const").and_then(Value::as_str).map(str::to_owned));
            object.values().for_each(|value| gather(value, words));
        }
        Value::Array(items) => items.iter().for_each(|value| gather(value, words)),
        _ => {}
    }
}
