//! Numbers as people read them: shortened, grouped, with a real minus sign.
//!
//! Tables and pictures both write their numbers through here, so that the same
//! amount reads the same everywhere.

/// U+2212, as wide as a plus.
const MINUS: &str = "\u{2212}";

/// Thousands and their signs, largest first.
const UNITS: [(f64, &str); 4] = [(1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "k")];

/// The largest unit that an amount reaches, and its sign; 1 and no sign below a thousand.
#[must_use]
pub fn unit(amount: f64) -> (f64, &'static str) {
    let reached = |&&(size, _): &&(f64, &str)| amount.abs() >= size;
    UNITS.iter().find(reached).copied().unwrap_or((1.0, ""))
}

/// An amount in about three digits: "4.2 M", "36.2 k", "850", "0.72".
#[must_use]
pub fn short(amount: f64) -> String {
    // What rounds up to a thousand of its unit belongs to the next one.
    let (size, sign) = unit(amount * 1.000_500_1);
    let scaled = amount / size;
    let decimals = match scaled.abs() {
        small if sign.is_empty() && small < 10.0 && small.fract() != 0.0 => 2,
        middle if !sign.is_empty() && middle < 99.95 => 1,
        _ => 0,
    };
    with_unit(&fixed(scaled, decimals), sign)
}

/// An amount that somebody named, with no digit lost: "45 M", "41.25 M", and in
/// full where four digits do not say it.
#[must_use]
pub fn exact(amount: f64) -> String {
    let (size, sign) = unit(amount);
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

/// The unit that amounts shown side by side share: that of the largest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shared {
    size: f64,
    sign: &'static str,
    decimals: usize,
}

impl Shared {
    /// The unit for these amounts.
    #[must_use]
    pub fn by(amounts: impl IntoIterator<Item = f64>) -> Self {
        let largest = amounts.into_iter().fold(0.0_f64, |most, amount| most.max(amount.abs()));
        let (size, sign) = unit(largest * 1.000_500_1);
        Self { size, sign, decimals: 0 }
    }

    /// With enough decimals for the largest of these steps between amounts.
    #[must_use]
    pub fn and_steps(self, steps: impl IntoIterator<Item = f64>) -> Self {
        let largest = steps.into_iter().fold(0.0_f64, |most, step| most.max(step.abs()));
        let fine = largest > 0.0 && largest < 2.0 * self.size && !self.sign.is_empty();
        Self { decimals: if fine { 2 } else { 0 }, ..self }
    }

    /// An amount in the unit: "13.2 M" and beside it "0.4 M".
    #[must_use]
    pub fn short(&self, amount: f64) -> String {
        let scaled = amount / self.size;
        let decimals = match scaled.abs() {
            _ if self.sign.is_empty() => return short(amount),
            0.0 => return "0".to_owned(),
            tiny if tiny < 0.095 => 2,
            middle if middle < 99.95 => 1,
            _ => 0,
        };
        let number = fixed(scaled, decimals.max(self.decimals));
        if is_nothing(&number) { "0".to_owned() } else { with_unit(&number, self.sign) }
    }

    /// As [`Shared::short`], with a plus before what is above zero.
    #[must_use]
    pub fn change(&self, amount: f64) -> String {
        let text = self.short(amount);
        if amount > 0.0 && text != "0" { format!("+{text}") } else { text }
    }
}

/// As [`short`], with a plus before what is above zero: "+2.3 M", "−1.1 M".
#[must_use]
pub fn change(amount: f64) -> String {
    let text = short(amount);
    if amount > 0.0 && text != "0" { format!("+{text}") } else { text }
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

/// A share as a percentage; what is not certain never reads 0 % or 100 %.
#[must_use]
pub fn percent(share: f64) -> String {
    match share {
        none if none <= 0.0 => "0 %".to_owned(),
        all if all >= 1.0 => "100 %".to_owned(),
        rare if rare < 0.000_5 => "under 0.1 %".to_owned(),
        sure if sure > 0.999_5 => "over 99.9 %".to_owned(),
        rim if !(0.009_5..=0.990_5).contains(&rim) => format!("{:.1} %", rim * 100.0),
        _ => format!("{:.0} %", share * 100.0),
    }
}

/// A share of a whole to the percent, where rounding to none or all is fair.
#[must_use]
pub fn share(part: f64) -> String {
    format!("{} %", fixed(part * 100.0, 0))
}

/// A small ratio as a percentage with three digits: "0.90 %", "12.1 %".
#[must_use]
pub fn rate(ratio: f64) -> String {
    let decimals = if ratio.abs() < 0.1 { 2 } else { 1 };
    format!("{} %", fixed(ratio * 100.0, decimals))
}

/// The number before its unit, if it has one.
fn with_unit(number: &str, unit: &str) -> String {
    if unit.is_empty() { number.to_owned() } else { format!("{number} {unit}") }
}

/// Round marks of an axis, all with the same unit and decimals.
#[derive(Debug, Clone, PartialEq)]
pub struct Ticks {
    /// Where, ascending, within the ends of the axis.
    pub values: Vec<f64>,
    unit: f64,
    sign: &'static str,
    decimals: usize,
}

impl Ticks {
    /// At most `most` marks (at least 2) from `low` to `high`.
    #[must_use]
    pub fn new(low: f64, high: f64, most: usize) -> Self {
        let step = round_step(low, high, most.max(2));
        let values = multiples(step, low, high);
        let largest = values.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
        // Up to four digits an axis reads better without a unit.
        let (unit, sign) = if largest < 1e4 { (1.0, "") } else { unit(largest) };
        // The number of decimals that a step of 2.5, of 0.5, of 0.05 needs.
        let decimals = (0..=6).find(|&n| is_whole(step / unit * 10_f64.powi(n))).unwrap_or(6);
        Self { values, unit, sign, decimals: usize::try_from(decimals).unwrap_or(0) }
    }

    /// What to write at a mark.
    #[must_use]
    pub fn label(&self, value: f64) -> String {
        // Zero needs no unit, whether or not the step hits it exactly.
        if value.abs() < self.unit * 1e-9 {
            return "0".to_owned();
        }
        with_unit(&fixed(value / self.unit, self.decimals), self.sign)
    }
}

/// Whether a number is whole, but for rounding.
fn is_whole(number: f64) -> bool {
    (number - number.round()).abs() < 1e-6 * number.abs().max(1.0)
}

/// The smallest round step with at most `most` multiples from `low` to `high`.
fn round_step(low: f64, high: f64, most: usize) -> f64 {
    let rough = (high - low).max(f64::MIN_POSITIVE) / 1e3;
    let decade = 10_f64.powf(rough.log10().floor());
    let sizes = (0..8).flat_map(|power| [1.0, 2.0, 2.5, 5.0].map(|lead| lead * 10_f64.powi(power)));
    let mut steps = sizes.map(|size| size * decade);
    steps.find(|&step| multiples(step, low, high).len() <= most).unwrap_or(high - low)
}

/// The multiples of `step` from `low` to `high`.
fn multiples(step: f64, low: f64, high: f64) -> Vec<f64> {
    let first = (low / step - 1e-9).ceil();
    let count = ((high / step + 1e-9).floor() - first).clamp(-1.0, 5000.0);
    (0..5001_u32).map(f64::from).take_while(|&n| n <= count).map(|n| (first + n) * step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_shorten_to_three_digits_and_carry_into_the_next_unit() {
        let cases = [
            (4_234_000.0, "4.2 M"),
            (11_000_000.0, "11.0 M"),
            (123_400_000.0, "123 M"),
            (999_960.0, "1.0 M"),
            (36_200.0, "36.2 k"),
            (850.0, "850"),
            (0.724, "0.72"),
            (0.0, "0"),
            (-1_100_000.0, "\u{2212}1.1 M"),
            (2.5e15, "2,500 T"),
        ];
        for (amount, text) in cases {
            assert_eq!(short(amount), text);
        }
    }

    #[test]
    fn an_amount_that_somebody_named_keeps_its_digits() {
        let cases = [
            (45e6, "45 M"),
            (41.25e6, "41.25 M"),
            (41_234_567.0, "41,234,567"),
            (-1_500.0, "\u{2212}1.5 k"),
            (0.0, "0"),
            (0.125, "0.125"),
            (1_234.567, "1,234.567"),
        ];
        for (amount, text) in cases {
            assert_eq!(exact(amount), text);
        }
    }

    #[test]
    fn thousands_are_grouped_and_a_rounded_zero_has_no_sign() {
        assert_eq!(fixed(1_234_567.0, 0), "1,234,567");
        assert_eq!(fixed(-0.04, 1), "0.0");
        assert_eq!(fixed(-1234.5, 1), "\u{2212}1,234.5");
        assert_eq!(change(2_300_000.0), "+2.3 M");
    }

    #[test]
    fn amounts_side_by_side_share_a_unit() {
        let shared = Shared::by([13_200_000.0, 436_000.0]);
        assert_eq!(shared.short(436_000.0), "0.4 M");
        assert_eq!(shared.change(-20_000.0), "\u{2212}0.02 M");
        assert_eq!(shared.change(2_300_000.0), "+2.3 M");
        assert_eq!(shared.change(0.4), "0");
    }

    #[test]
    fn a_chance_reads_as_certain_only_when_it_is() {
        assert_eq!(percent(1.0), "100 %");
        assert_eq!(percent(0.9999), "over 99.9 %");
        assert_eq!(percent(0.996), "99.6 %");
        assert_eq!(percent(0.824), "82 %");
        assert_eq!(percent(0.004), "0.4 %");
        assert_eq!(percent(0.0001), "under 0.1 %");
    }

    #[test]
    fn ticks_share_a_unit_and_its_decimals() {
        let ticks = Ticks::new(5.3e6, 25.1e6, 9);
        let labels: Vec<_> = ticks.values.iter().map(|&value| ticks.label(value)).collect();
        assert_eq!(labels[0], "7.5 M");
        assert_eq!(labels[1], "10.0 M");
        assert_eq!(labels.len(), 8);
    }

    #[test]
    fn ticks_cross_zero_and_stay_few_at_every_size() {
        for power in -3..13 {
            let size = 10_f64.powi(power);
            let ticks = Ticks::new(-0.7 * size, 2.1 * size, 8);
            assert!(ticks.values.len() >= 4 && ticks.values.len() <= 8, "{power}");
            assert!(ticks.values.iter().any(|&value| ticks.label(value) == "0"), "{power}");
        }
    }
}
