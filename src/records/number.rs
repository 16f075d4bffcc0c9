//! Numbers and amounts of money as exports write them.

use super::currency::{Currency, split};

/// The sign before the decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decimal {
    /// 1,234.56
    Point,
    /// 1.234,56
    Comma,
}

/// What one number says about the decimal sign of its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecimalEvidence {
    /// It has no sign that could be one, or is no number.
    None,
    /// It can only be read with this one.
    Certain(Decimal),
    /// Either way it is a number, and not the same one: 1,234.
    Either,
}

/// An amount of money, or a plain number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Amount {
    /// The value.
    pub value: f64,
    /// The currency that is written beside it.
    pub currency: Option<Currency>,
}

/// Reads a number; `decimal` is the decimal sign of its column, where one was
/// found. `None` where it is no number, so for percentages.
#[must_use]
pub fn read_number(text: &str, decimal: Option<Decimal>) -> Option<Amount> {
    let (parts, currency) = split(text)?;
    let decimal = match evidence_of(parts.digits) {
        DecimalEvidence::Certain(sign) if decimal.is_some_and(|column| column != sign) => None?,
        DecimalEvidence::Certain(sign) => sign,
        _ => decimal.unwrap_or(Decimal::Point),
    };
    let value = value(parts.digits, decimal)? * parts.factor;
    value.is_finite().then_some(Amount { value, currency })
}

/// What a number says about the decimal sign in its column.
#[must_use]
pub fn decimal_evidence(text: &str) -> DecimalEvidence {
    split(text).map_or(DecimalEvidence::None, |(parts, _)| evidence_of(parts.digits))
}

fn evidence_of(digits: &str) -> DecimalEvidence {
    let places = |sign: char| digits.matches(sign).count();
    let of = |sign| if sign == '.' { Decimal::Point } else { Decimal::Comma };
    let other = |sign| if sign == '.' { Decimal::Comma } else { Decimal::Point };
    let Some(last) = digits.rfind(['.', ',']) else { return DecimalEvidence::None };
    let sign = digits[last..].chars().next().expect("a sign was found there");
    let (before, after) = (&digits[..last], &digits[last + 1..]);
    let groups_otherwise = before.contains(|c: char| !c.is_ascii_digit());
    match () {
        // 1.234.567 has groups only.
        () if places(sign) > 1 => DecimalEvidence::Certain(other(sign)),
        // 1.234,56 and 1 234,56 and 1'234.56
        () if groups_otherwise => DecimalEvidence::Certain(of(sign)),
        () if after.len() == 3 && (1..=3).contains(&before.len()) && before != "0" => {
            DecimalEvidence::Either
        }
        () => DecimalEvidence::Certain(of(sign)),
    }
}

/// The value of digits with groups and decimals. Groups after the first have
/// three digits, in India two but for the last: otherwise the sign is no
/// thousands separator.
fn value(digits: &str, decimal: Decimal) -> Option<f64> {
    let sign = if decimal == Decimal::Point { '.' } else { ',' };
    let (whole, decimals) = digits.split_once(sign).unwrap_or((digits, ""));
    let mut groups = whole.split(|c: char| !c.is_ascii_digit()).rev();
    let last = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let first = rest.last().copied().unwrap_or(last);
    let inner = rest.len().saturating_sub(1);
    let even = rest.is_empty()
        || last.len() == 3
            && (1..=3).contains(&first.len())
            && rest[..inner].iter().all(|group| (2..=3).contains(&group.len()));
    let plain = decimals.bytes().all(|byte| byte.is_ascii_digit());
    if !even || !plain || last.is_empty() && decimals.is_empty() {
        return None;
    }
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    format!("{whole}.{decimals}0").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, decimal: Option<Decimal>) -> Option<(f64, Option<String>)> {
        read_number(text, decimal)
            .map(|amount| (amount.value, amount.currency.map(|code| code.to_string())))
    }

    #[test]
    fn an_amount_is_read_in_every_form() {
        for text in ["1234.56", "1,234.56", "1'234.56", "1’234.56", "+1234.56", "1 234.56"] {
            assert_eq!(read(text, Some(Decimal::Point)), Some((1234.56, None)), "{text}");
        }
        for text in ["1234,56", "1.234,56", "1 234,56", "1\u{a0}234,56", "1\u{202f}234,56"] {
            assert_eq!(read(text, Some(Decimal::Comma)), Some((1234.56, None)), "{text}");
            assert_eq!(read(text, None), Some((1234.56, None)), "{text}");
        }
        assert_eq!(read("12,34,567.5", None), Some((1_234_567.5, None)));
        assert_eq!(read("(1,234.50)", None), Some((-1234.5, None)));
        assert_eq!(read("-.5", None), Some((-0.5, None)));
    }

    #[test]
    fn the_currency_beside_it_is_read() {
        for (text, value, code) in [
            ("$1,200.00", 1200.0, "USD"),
            ("€ 1.200,50", 1200.5, "EUR"),
            ("1.200,50 €", 1200.5, "EUR"),
            ("R$ 99,90", 99.9, "BRL"),
            ("USD 12", 12.0, "USD"),
            ("12 CHF", 12.0, "CHF"),
            ("¥1,200.00", 1200.0, "CNY"),
            ("3.5万元", 35_000.0, "CNY"),
            ("-$5.10", -5.1, "USD"),
            ("US$ 7", 7.0, "USD"),
            ("HK$7", 7.0, "HKD"),
        ] {
            assert_eq!(read(text, None), Some((value, Some(code.to_owned()))), "{text}");
        }
    }

    #[test]
    fn what_is_no_amount_is_none() {
        for text in ["", "-", "12%", "n/a", "1,2,3", "1.2.3,4,5", "12 apples", "€", "1e5", "٣"] {
            assert_eq!(read(text, None), None, "{text}");
        }
        // The column has the other sign.
        assert_eq!(read("1.234,56", Some(Decimal::Point)), None);
        assert_eq!(read("12,5", Some(Decimal::Point)), None);
    }

    #[test]
    fn a_lone_separator_before_three_digits_can_be_either() {
        assert_eq!(decimal_evidence("1,234"), DecimalEvidence::Either);
        assert_eq!(read("1,234", Some(Decimal::Comma)), Some((1.234, None)));
        assert_eq!(read("1,234", Some(Decimal::Point)), Some((1234.0, None)));
        for (text, sign) in [
            ("1,23", Decimal::Comma),
            ("0,123", Decimal::Comma),
            ("1234.567", Decimal::Point),
            ("1,234,567", Decimal::Point),
            ("1.234.567", Decimal::Comma),
            ("1.234,5", Decimal::Comma),
            ("1 234,567", Decimal::Comma),
        ] {
            assert_eq!(decimal_evidence(text), DecimalEvidence::Certain(sign), "{text}");
        }
        assert_eq!(decimal_evidence("1054"), DecimalEvidence::None);
    }
}
