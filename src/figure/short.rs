//! Amounts without an error: about three digits and a unit.

use super::{fixed, is_nothing, place, reached, shared, with_unit};
use crate::language::{Language, Units};

/// What rounds up to the next unit in three digits belongs to it.
const CARRY: f64 = 1.000_500_1;

/// An amount in about three digits: "4.2 M", "36.2 k", "850", "0.72"; in
/// Chinese "420 万", "3.62 万", "1.23 亿".
#[must_use]
pub fn short(language: Language, amount: f64) -> String {
    let units = &language.words().units;
    let (size, sign) = reached(units.ladder, amount * CARRY);
    let scaled = amount / size;
    if sign.is_empty() {
        let decimals = if scaled.abs() < 10.0 && scaled.fract() != 0.0 { 2 } else { 0 };
        return fixed(scaled, decimals);
    }
    with_unit(&rounded(scaled, three_digits(scaled).clamp(-1, units.decimals)), sign)
}

/// An amount that somebody named, with no digit lost: "45 M", "41.25 M", and in
/// full where four digits do not say it.
#[must_use]
pub fn exact(language: Language, amount: f64) -> String {
    let (size, sign) = reached(language.words().units.ladder, amount);
    let scaled = amount / size;
    let same = |decimals: &usize| {
        let text = format!("{scaled:.decimals$}");
        text.parse::<f64>().is_ok_and(|read| (read * size - amount).abs() <= 1e-12 * amount.abs())
    };
    let few = (0..=2).find(same);
    if let Some(decimals) = few {
        return with_unit(&fixed(scaled, decimals), sign);
    }
    let plain = amount.to_string();
    let decimals = plain.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    fixed(amount, decimals)
}

/// As [`short`], with a plus before what is above zero: "+2.3 M", "−1.1 M".
#[must_use]
pub fn change(language: Language, amount: f64) -> String {
    plus(amount, short(language, amount))
}

fn plus(amount: f64, text: String) -> String {
    if amount > 0.0 && text != "0" { format!("+{text}") } else { text }
}

/// Decimals with which an amount has three digits; below zero where it is
/// rounded to tens.
fn three_digits(amount: f64) -> i32 {
    2 - place(amount.abs() * CARRY)
}

/// As [`fixed`]; −1 decimals are tens, −2 hundreds.
fn rounded(amount: f64, decimals: i32) -> String {
    let Ok(decimals) = usize::try_from(decimals) else {
        let step = 10_f64.powi(-decimals);
        return fixed((amount / step).round() * step, 0);
    };
    fixed(amount, decimals)
}

/// The unit that amounts shown side by side share: that of the largest.
#[derive(Debug, Clone, Copy)]
pub struct Shared {
    language: Language,
    size: f64,
    sign: &'static str,
    /// Decimals of the largest.
    least: i32,
    /// Decimals of what is smaller.
    most: i32,
}

impl Shared {
    /// The unit for these amounts.
    #[must_use]
    pub fn by(language: Language, amounts: impl IntoIterator<Item = f64>) -> Self {
        let units = &language.words().units;
        let largest = largest(amounts);
        let (size, sign) = shared(units, largest * CARRY);
        let least = three_digits(largest / size).clamp(-2, units.decimals);
        // Tens beside hundreds read as they do alone.
        let most = match fine(units) {
            true if least < 0 => least + 1,
            true => least,
            false => units.decimals,
        };
        Self { language, size, sign, least, most }
    }

    /// With enough decimals for the largest of these steps between amounts.
    #[must_use]
    pub fn and_steps(self, steps: impl IntoIterator<Item = f64>) -> Self {
        let step = largest(steps) / self.size;
        if step <= 0.0 || self.sign.is_empty() {
            return self;
        }
        let decimals = match fine(&self.language.words().units) {
            true => (1 - place(step)).clamp(self.least, 2),
            false if step < 2.0 => 2,
            false => return self,
        };
        Self { least: self.least.max(decimals), most: self.most.max(decimals), ..self }
    }

    /// An amount in the unit: "13.2 M" and beside it "0.4 M".
    #[must_use]
    pub fn short(&self, amount: f64) -> String {
        let scaled = amount / self.size;
        if self.sign.is_empty() {
            return short(self.language, amount);
        }
        let decimals = three_digits(scaled).clamp(self.least, self.most);
        // What would vanish shows its first digit, as far as hundredths go.
        let first = (-place(scaled.abs() / 0.95)).min(2);
        let number = rounded(scaled, decimals.max(first));
        if is_nothing(&number) { "0".to_owned() } else { with_unit(&number, self.sign) }
    }

    /// As [`Shared::short`], with a plus before what is above zero.
    #[must_use]
    pub fn change(&self, amount: f64) -> String {
        plus(amount, self.short(amount))
    }
}

fn largest(amounts: impl IntoIterator<Item = f64>) -> f64 {
    amounts.into_iter().fold(0.0_f64, |most, amount| most.max(amount.abs()))
}

/// Whether the units are so far apart that amounts run to four digits.
fn fine(units: &Units) -> bool {
    units.decimals > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_shorten_to_three_digits_and_carry_into_the_next_unit() {
        let cases = [
            (4_234_000.0, "4.2 M", "423 万"),
            (11_000_000.0, "11.0 M", "1,100 万"),
            (41_270_000.0, "41.3 M", "4,130 万"),
            (123_400_000.0, "123 M", "1.23 亿"),
            (999_960.0, "1.0 M", "100 万"),
            (99_996_000.0, "100 M", "1.00 亿"),
            (36_200.0, "36.2 k", "3.62 万"),
            (8_500.0, "8.5 k", "8,500"),
            (850.0, "850", "850"),
            (0.724, "0.72", "0.72"),
            (0.0, "0", "0"),
            (-1_100_000.0, "\u{2212}1.1 M", "\u{2212}110 万"),
            (2.5e15, "2,500 T", "2,500 万亿"),
        ];
        for (amount, english, chinese) in cases {
            assert_eq!(short(Language::English, amount), english);
            assert_eq!(short(Language::Chinese, amount), chinese);
        }
        assert_eq!(change(Language::English, 2_300_000.0), "+2.3 M");
    }

    #[test]
    fn an_amount_that_somebody_named_keeps_its_digits() {
        let cases = [
            (45e6, "45 M", "4,500 万"),
            (41.25e6, "41.25 M", "4,125 万"),
            (41_234_567.0, "41,234,567", "41,234,567"),
            (125_000_000.0, "125 M", "1.25 亿"),
            (-1_500.0, "\u{2212}1.5 k", "\u{2212}1,500"),
            (0.0, "0", "0"),
            (0.125, "0.125", "0.125"),
            (1_234.567, "1,234.567", "1,234.567"),
        ];
        for (amount, english, chinese) in cases {
            assert_eq!(exact(Language::English, amount), english);
            assert_eq!(exact(Language::Chinese, amount), chinese);
        }
    }

    #[test]
    fn amounts_side_by_side_share_a_unit() {
        let shared = Shared::by(Language::English, [13_200_000.0, 436_000.0]);
        assert_eq!(shared.short(436_000.0), "0.4 M");
        assert_eq!(shared.change(-20_000.0), "\u{2212}0.02 M");
        assert_eq!(shared.change(2_300_000.0), "+2.3 M");
        assert_eq!(shared.change(0.4), "0");
        let wide = Shared::by(Language::English, [412_000_000.0]);
        assert_eq!((&*wide.short(412e6), &*wide.short(13.24e6)), ("412 M", "13.2 M"));
    }

    #[test]
    fn ten_thousands_side_by_side_are_rounded_alike() {
        let shared = Shared::by(Language::Chinese, [41_270_000.0, 436_000.0]);
        assert_eq!(shared.short(41_270_000.0), "4,130 万");
        assert_eq!(shared.short(436_000.0), "44 万");
        assert_eq!(shared.change(-20_000.0), "\u{2212}2 万");
        assert_eq!(shared.change(3_000.0), "+0.3 万");
        let steps = shared.and_steps([436_000.0]);
        assert_eq!(steps.short(41_270_000.0), "4,127 万");
        let long = Shared::by(Language::Chinese, [1.218e8, 9.13e7]);
        assert_eq!((&*long.short(1.218e8), &*long.short(9.13e7)), ("12,200 万", "9,130 万"));
        let hundred_millions = Shared::by(Language::Chinese, [2.234e8, 5e6]);
        assert_eq!(hundred_millions.short(2.234e8), "2.23 亿");
        assert_eq!(hundred_millions.short(5e6), "0.05 亿");
    }
}
