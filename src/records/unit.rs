//! What stands in brackets after a header: "Amount (USD)", "金额（万元）".

use super::currency::Currency;

/// What the numbers of a column are to be multiplied by, and their currency.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unit {
    /// 1 where the header names no unit.
    pub factor: f64,
    /// The currency, where the header names one.
    pub currency: Option<Currency>,
}

/// Words that make a column one of another meaning: an expected close is none.
const OTHER: [&str; 10] = [
    "expected",
    "estimated",
    "planned",
    "forecast",
    "weighted",
    "target",
    "previous",
    "预计",
    "预期",
    "計劃",
];

/// A header and what stands in brackets at its end.
fn parts(header: &str) -> Option<(&str, &str)> {
    let header = header.trim_end();
    let inner = header.strip_suffix([')', '）', ']', '】'])?;
    let open = inner.rfind(['(', '（', '[', '【']).filter(|place| *place > 0)?;
    let (before, bracket) = inner.split_at(open);
    let mut letters = bracket.chars();
    letters.next();
    Some((before.trim_end(), letters.as_str()))
}

/// A header without its unit.
#[must_use]
pub fn without_unit(header: &str) -> &str {
    let Some((before, unit)) = parts(header) else { return header };
    let lower = unit.to_lowercase();
    if OTHER.iter().any(|word| lower.contains(word)) { header } else { before }
}

impl Unit {
    /// The unit in a header.
    #[must_use]
    pub fn of(header: &str) -> Self {
        let text = parts(header).map_or("", |(_, unit)| unit).trim();
        let (factor, rest) = scale(text);
        Self { factor, currency: Currency::of(rest.trim()) }
    }
}

/// A factor at either end of a unit, and the rest.
fn scale(text: &str) -> (f64, &str) {
    let lower = text.to_lowercase();
    let before = [("万", 1e4), ("萬", 1e4), ("千", 1e3), ("百万", 1e6), ("亿", 1e8)];
    let whole = [
        ("k", 1e3),
        ("thousand", 1e3),
        ("thousands", 1e3),
        ("in thousands", 1e3),
        ("m", 1e6),
        ("million", 1e6),
        ("millions", 1e6),
        ("in millions", 1e6),
    ];
    if let Some((_, factor)) = whole.iter().find(|(word, _)| *word == lower) {
        return (*factor, "");
    }
    for (word, factor) in before {
        if let Some(rest) = text.strip_prefix(word) {
            return (factor, rest);
        }
    }
    for (word, factor) in whole {
        let rest = [format!(" {word}"), format!("{word} ")].iter().find_map(|part| {
            lower.strip_suffix(part.as_str()).or(lower.strip_prefix(part.as_str())).map(str::len)
        });
        if let Some(length) = rest.filter(|length| text.is_ascii() && *length > 0) {
            let ends = lower.ends_with(word);
            return (factor, if ends { &text[..length] } else { &text[text.len() - length..] });
        }
    }
    (1.0, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_taken_from_its_header() {
        for (header, bare, factor, code) in [
            ("Amount", "Amount", 1.0, ""),
            ("Amount (USD)", "Amount", 1.0, "USD"),
            ("金额（元）", "金额", 1.0, "CNY"),
            ("合同金额(万元)", "合同金额", 1e4, "CNY"),
            ("Amount (USD thousands)", "Amount", 1e3, "USD"),
            ("Amount (k EUR)", "Amount", 1e3, "EUR"),
            ("Amount [k]", "Amount", 1e3, ""),
            ("Create Date (UTC)", "Create Date", 1.0, ""),
            ("Close date (expected)", "Close date (expected)", 1.0, ""),
            ("(USD)", "(USD)", 1.0, ""),
        ] {
            let unit = Unit::of(header);
            assert_eq!(without_unit(header), bare);
            assert_eq!(unit.factor.to_bits(), f64::to_bits(factor), "{header}");
            let found = unit.currency.map_or(String::new(), |code| code.to_string());
            assert_eq!(found, code, "{header}");
        }
    }
}
