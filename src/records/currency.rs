//! The currency that stands beside an amount.

use std::fmt;

/// A currency by its code of three letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

impl Currency {
    /// Of a code, a sign or a word: "EUR", "€", "元". A lone "$" counts as USD
    /// and a lone "¥" as CNY.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let text = text.trim();
        let sign = SIGNS.iter().find(|(sign, _)| *sign == text).map(|(_, code)| *code);
        let code: [u8; 3] = sign.unwrap_or(text).as_bytes().try_into().ok()?;
        let code = code.map(|c| c.to_ascii_uppercase());
        // Three letters can be somebody's name too.
        let known = CODES.split(' ').any(|known| known.as_bytes() == code);
        known.then_some(Self(code))
    }
}

/// The codes of ISO 4217 that are in use, and those of the years on record.
const CODES: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB \
    BRL BSD BTN BWP BYN BYR BZD CAD CDF CHF CLF CLP CNH CNY COP CRC CUC CUP CVE CZK DEM DJF DKK DOP \
    DZD EEK EGP ERN ETB EUR FJD FKP FRF GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS \
    INR IQD IRR ISK ITL JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LTL LVL \
    LYD MAD MDL MGA MKD MMK MNT MOP MRO MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NLG NOK NPR NZD OMR \
    PAB PEN PGK PHP PKR PLN PYG QAR ROL RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SIT SKK SLE SLL \
    SOS SRD SSP STD STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VEF VES \
    VND VUV WST XAF XAG XAU XCD XDR XOF XPF YER ZAR ZMK ZMW ZWL";

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{}", char::from(*byte)))
    }
}

const SIGNS: [(&str, &str); 23] = [
    ("$", "USD"),
    ("US$", "USD"),
    ("R$", "BRL"),
    ("HK$", "HKD"),
    ("NT$", "TWD"),
    ("S$", "SGD"),
    ("A$", "AUD"),
    ("C$", "CAD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("¥", "CNY"),
    ("￥", "CNY"),
    ("元", "CNY"),
    ("RMB", "CNY"),
    ("人民币", "CNY"),
    ("美元", "USD"),
    ("欧元", "EUR"),
    ("Euro", "EUR"),
    ("₹", "INR"),
    ("₩", "KRW"),
    ("₽", "RUB"),
    ("₺", "TRY"),
    ("zł", "PLN"),
];

/// The number between signs and words.
#[derive(Debug, Clone, Copy)]
pub struct Parts<'a> {
    /// Digits with their separators; begins with a digit or a decimal sign and
    /// ends with a digit.
    pub digits: &'a str,
    /// What the digits are to be multiplied by: -1 before a minus, 10,000 for 万.
    pub factor: f64,
}

/// Takes an amount apart; `None` where anything stands there that is neither
/// number, sign nor currency.
#[must_use]
pub fn split(text: &str) -> Option<(Parts<'_>, Option<Currency>)> {
    let text = text.trim();
    let (text, bracketed) = match text.strip_prefix('(').and_then(|text| text.strip_suffix(')')) {
        Some(inner) => (inner, true),
        None => (text, false),
    };
    let last = text.rfind(|c: char| c.is_ascii_digit())?;
    let first = text.find(|c: char| c.is_ascii_digit())?;
    // A decimal sign may stand before the first digit: .5
    let first = first - usize::from(text[..first].ends_with(['.', ',']));
    let digits = &text[first..=last];
    if digits.contains(|c: char| !c.is_ascii_digit() && !SEPARATORS.contains(&c)) {
        return None;
    }
    let (minus, before) = signed(&text[..first]);
    let (after, factor) = scaled(text[last + 1..].trim());
    let currency = match (before, after) {
        ("", "") => None,
        (one, "") | ("", one) => Some(Currency::of(one)?),
        (one, other) => Some(Currency::of(one).filter(|code| Currency::of(other) == Some(*code))?),
    };
    let sign = if minus || bracketed { -1.0 } else { 1.0 };
    Some((Parts { digits, factor: sign * factor }, currency))
}

/// What may stand among the digits of one number.
const SEPARATORS: [char; 8] = ['.', ',', '\'', '’', ' ', '\u{a0}', '\u{202f}', '\u{2009}'];

/// A minus on either side of the currency.
fn signed(before: &str) -> (bool, &str) {
    let before = before.trim();
    let minus = ['-', '−', '–'];
    let bare = before.trim_start_matches(minus).trim_end_matches(minus);
    (bare.len() < before.len(), bare.trim_matches(['+', ' ', '\u{a0}']))
}

/// Ten thousand is a unit of its own in Chinese.
fn scaled(after: &str) -> (&str, f64) {
    after.strip_prefix('万').map_or((after, 1.0), |rest| (rest.trim(), 1e4))
}
