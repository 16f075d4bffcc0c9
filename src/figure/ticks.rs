//! Round marks of an axis.

use super::{fixed, shared, with_unit};
use crate::language::Language;

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
    pub fn new(language: Language, low: f64, high: f64, most: usize) -> Self {
        let step = round_step(low, high, most.max(2));
        let values = multiples(step, low, high);
        let largest = values.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
        // Up to four digits an axis reads better without a unit.
        let (unit, sign) =
            if largest < 1e4 { (1.0, "") } else { shared(&language.words().units, largest) };
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

    fn labels(language: Language, low: f64, high: f64, most: usize) -> Vec<String> {
        let ticks = Ticks::new(language, low, high, most);
        ticks.values.iter().map(|&value| ticks.label(value)).collect()
    }

    #[test]
    fn ticks_share_a_unit_and_its_decimals() {
        let marks = labels(Language::English, 5.3e6, 25.1e6, 9);
        assert_eq!((&*marks[0], &*marks[1], marks.len()), ("7.5 M", "10.0 M", 8));
        let marks = labels(Language::Chinese, 5.3e6, 25.1e6, 9);
        assert_eq!((&*marks[0], &*marks[1], marks.len()), ("750 万", "1,000 万", 8));
        assert_eq!(labels(Language::Chinese, 0.0, 1e8, 3), ["0", "5,000 万", "10,000 万"]);
        assert_eq!(labels(Language::Chinese, 0.0, 4e8, 3), ["0", "2 亿", "4 亿"]);
    }

    #[test]
    fn ticks_cross_zero_and_stay_few_at_every_size() {
        for power in -3..13 {
            let size = 10_f64.powi(power);
            for language in Language::ALL {
                let marks = labels(language, -0.7 * size, 2.1 * size, 8);
                assert!(marks.len() >= 4 && marks.len() <= 8, "{power}");
                assert!(marks.iter().any(|label| label == "0"), "{power}");
            }
        }
    }
}
