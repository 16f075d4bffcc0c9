//! Numbers as people read them: shortened, grouped, with a real minus sign, in
//! the units of a language.
//!
//! Tables and pictures both write their numbers through here, so that the same
//! amount reads the same everywhere. [`Scale`] is for figures whose error is
//! known, [`short`] and [`Shared`] for those that stand without one, [`Ticks`]
//! for axes.

mod quantity;
mod reading;
mod scale;
mod short;
mod ticks;

pub use quantity::Quantity;
pub use reading::Reading;
pub use scale::{Scale, chance, count, to_the_digit, with_error};
pub use short::{Shared, change, exact, short};
pub use ticks::Ticks;

use crate::language::{Language, Units};

/// U+2212, as wide as a plus.
const MINUS: &str = "\u{2212}";

/// The largest unit of a ladder that an amount reaches; 1 and no sign below all.
fn reached(ladder: &[(f64, &'static str)], amount: f64) -> (f64, &'static str) {
    let reached = |&&(size, _): &&(f64, &str)| amount.abs() >= size;
    ladder.iter().find(reached).copied().unwrap_or((1.0, ""))
}

/// The unit that amounts up to `largest` share. Where units are far apart the
/// next one begins at twice its size: 9,100 and 12,200 万 rather than 0.91 and
/// 1.22 亿.
fn shared(units: &Units, largest: f64) -> (f64, &'static str) {
    reached(units.ladder, if units.decimals > 1 { largest / 2.0 } else { largest })
}

/// An amount with a fixed number of decimals, thousands grouped: "13,867".
#[must_use]
pub fn fixed(amount: f64, decimals: usize) -> String {
    let plain = format!("{:.decimals$}", amount.abs());
    let negative = amount < 0.0 && !is_nothing(&plain);
    let (whole, fraction) = plain.split_at(plain.find('.').unwrap_or(plain.len()));
    let grouped: String = whole
        .char_indices()
        .flat_map(|(place, digit)| {
            let comma = place > 0 && (whole.len() - place).is_multiple_of(3);
            comma.then_some(',').into_iter().chain([digit])
        })
        .collect();
    format!("{}{grouped}{fraction}", if negative { MINUS } else { "" })
}

/// Whether a number as written has no digit above zero.
fn is_nothing(number: &str) -> bool {
    !number.bytes().any(|digit| (b'1'..=b'9').contains(&digit))
}

/// The decimal place of the first digit: 0 for 1 to 9.99, -1 for 0.1 to 0.99.
fn place(value: f64) -> i32 {
    if value > 0.0 && value.is_finite() {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a logarithm of a finite number is small"
        )]
        let place = value.log10().floor() as i32;
        place
    } else {
        0
    }
}

/// A share as a percentage; what is not certain never reads 0 % or 100 %.
#[must_use]
pub fn percent(language: Language, share: f64) -> String {
    let units = &language.words().units;
    let write = |decimals| format!("{:.decimals$}{}", share * 100.0, units.percent);
    match share {
        none if none <= 0.0 => format!("0{}", units.percent),
        all if all >= 1.0 => format!("100{}", units.percent),
        rare if rare < 0.000_5 => (units.under)(&format!("0.1{}", units.percent)),
        sure if sure > 0.999_5 => (units.over)(&format!("99.9{}", units.percent)),
        rim if !(0.009_5..=0.990_5).contains(&rim) => write(1),
        _ => write(0),
    }
}

/// A share of a whole to the percent, where rounding to none or all is fair.
#[must_use]
pub fn share(language: Language, part: f64) -> String {
    format!("{}{}", fixed(part * 100.0, 0), language.words().units.percent)
}

/// A small ratio as a percentage with three digits: "0.90 %", "12.1 %".
#[must_use]
pub fn rate(language: Language, ratio: f64) -> String {
    let decimals = if ratio.abs() < 0.1 { 2 } else { 1 };
    format!("{}{}", fixed(ratio * 100.0, decimals), language.words().units.percent)
}

/// The number before its unit, if it has one.
fn with_unit(number: &str, unit: &str) -> String {
    if unit.is_empty() { number.to_owned() } else { format!("{number} {unit}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped_and_a_rounded_zero_has_no_sign() {
        assert_eq!(fixed(1_234_567.0, 0), "1,234,567");
        assert_eq!(fixed(-0.04, 1), "0.0");
        assert_eq!(fixed(-1234.5, 1), "\u{2212}1,234.5");
    }

    #[test]
    fn a_chance_reads_as_certain_only_when_it_is() {
        let cases = [
            (1.0, "100 %", "100%"),
            (0.9999, "over 99.9 %", "超过 99.9%"),
            (0.996, "99.6 %", "99.6%"),
            (0.824, "82 %", "82%"),
            (0.004, "0.4 %", "0.4%"),
            (0.0001, "under 0.1 %", "不足 0.1%"),
        ];
        for (share, english, chinese) in cases {
            assert_eq!(percent(Language::English, share), english);
            assert_eq!(percent(Language::Chinese, share), chinese);
        }
    }
}
