//! 95 % intervals: how far an estimate from a sample may be off.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Moments, WITHIN_95};

/// Between these ends the true value lies with a confidence of 95 %. An end that
/// the sample is too small to give is absent.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, JsonSchema)]
pub struct Interval {
    /// Lower end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// Upper end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
}

/// Each tail that a 95 % interval leaves out.
const TAIL: f64 = 0.025;

impl Interval {
    /// Around an estimate with a standard error from `count` independent values,
    /// by Student's quantile; without ends of fewer than two.
    #[must_use]
    pub fn around(value: f64, se: f64, count: usize) -> Self {
        if count < 2 || !se.is_finite() {
            return Self::default();
        }
        let reach = student(count - 1) * se;
        Self { low: Some(value - reach), high: Some(value + reach) }
    }

    /// Of a mean.
    #[must_use]
    pub fn of_mean(moments: &Moments) -> Self {
        Self::around(moments.mean(), moments.se(), moments.count())
    }

    /// Of a chance, from a share of `count` values: Wilson's score interval (1927,
    /// Journal of the American Statistical Association 22), which stays within 0
    /// and 1 and has a length where the share is 0 or 1.
    #[must_use]
    pub fn of_share(share: f64, count: usize) -> Self {
        if count == 0 {
            return Self::default();
        }
        let (n, z2) = (count as f64, WITHIN_95 * WITHIN_95);
        let middle = (share + z2 / (2.0 * n)) / (1.0 + z2 / n);
        let spread = share * (1.0 - share) / n + z2 / (4.0 * n * n);
        let reach = WITHIN_95 * spread.sqrt() / (1.0 + z2 / n);
        // Rounding must not leave out the share itself where it is 0 or 1.
        let low = (middle - reach).min(share).max(0.0);
        let high = (middle + reach).max(share).min(1.0);
        Self { low: Some(low), high: Some(high) }
    }

    /// Of the quantile at `level` (above 0, below 1), between two values of the
    /// sorted sample, whatever its distribution: how many values lie below the
    /// true quantile is binomial (David and Nagaraja 2003, Order Statistics, 7.1).
    #[must_use]
    pub fn of_quantile(sorted: &[f64], level: f64) -> Self {
        let (low, high) = ranks(level, sorted.len());
        let value = |rank: usize| rank.checked_sub(1).and_then(|at| sorted.get(at)).copied();
        Self { low: value(low), high: value(high) }
    }

    /// With both ends through an increasing function.
    #[must_use]
    pub fn map(self, rising: impl Fn(f64) -> f64) -> Self {
        Self { low: self.low.map(&rising), high: self.high.map(&rising) }
    }

    /// Whether `value` may be the true one.
    #[must_use]
    pub fn holds(&self, value: f64) -> bool {
        self.low.is_none_or(|low| low <= value) && self.high.is_none_or(|high| value <= high)
    }
}

/// Ranks, from 1, between which the quantile at `level` of `count` values lies
/// with at least 95 %; 0 and `count + 1` where no value is low or high enough.
#[must_use]
pub fn ranks(level: f64, count: usize) -> (usize, usize) {
    let (first, weights) = binomial(level, count);
    let total: f64 = weights.iter().sum();
    let mut below = 0.0;
    let (mut low, mut high) = (0, count + 1);
    for (k, weight) in (first..).zip(weights) {
        below += weight / total;
        if below <= TAIL {
            low = k + 1;
        }
        if below >= 1.0 - TAIL {
            high = k + 1;
            break;
        }
    }
    (low, high)
}

/// Binomial weights around the mode, the largest being 1, and the number that
/// the first belongs to. What is left out weighs nothing.
fn binomial(p: f64, count: usize) -> (usize, Vec<f64>) {
    const NOTHING: f64 = 1e-18;
    let (n, odds) = (count as f64, p / (1.0 - p));
    let mode = (((n + 1.0) * p).floor() as usize).min(count);
    let mut weights = vec![1.0];
    let mut first = mode;
    while first > 0 && weights[weights.len() - 1] > NOTHING {
        let k = first as f64;
        weights.push(weights[weights.len() - 1] * k / (n - k + 1.0) / odds);
        first -= 1;
    }
    weights.reverse();
    let mut last = mode;
    while last < count && weights[weights.len() - 1] > NOTHING {
        let k = last as f64;
        weights.push(weights[weights.len() - 1] * (n - k) / (k + 1.0) * odds);
        last += 1;
    }
    (first, weights)
}

/// Student's quantile at 97.5 % for so many degrees of freedom, at least 1, by the
/// expansion around the normal one (Abramowitz and Stegun 1964, 26.7.5); the first two
/// are exact.
#[must_use]
pub fn student(degrees: usize) -> f64 {
    let z = WITHIN_95;
    let power = |exponent: i32| z.powi(exponent);
    match degrees {
        0 => f64::INFINITY,
        1 => 12.706_204_736,
        2 => 4.302_652_730,
        degrees => {
            let n = degrees as f64;
            let terms = [
                (power(3) + z) / 4.0,
                (5.0 * power(5) + 16.0 * power(3) + 3.0 * z) / 96.0,
                (3.0 * power(7) + 19.0 * power(5) + 17.0 * power(3) - 15.0 * z) / 384.0,
                (79.0 * power(9) + 776.0 * power(7) + 1482.0 * power(5)
                    - 1920.0 * power(3)
                    - 945.0 * z)
                    / 92_160.0,
            ];
            terms.iter().rev().fold(0.0, |sum, term| (sum + term) / n) + z
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn students_quantiles_are_those_of_the_tables() {
        for (degrees, quantile) in [
            (1, 12.706),
            (2, 4.303),
            (3, 3.182),
            (5, 2.571),
            (10, 2.228),
            (30, 2.042),
            (120, 1.980),
        ] {
            assert!((student(degrees) - quantile).abs() < 0.005, "{degrees}: {}", student(degrees));
        }
        assert!((student(10_000_000) - WITHIN_95).abs() < 1e-6);
    }

    #[test]
    fn ranks_of_the_median_are_those_of_the_tables() {
        // Conover, Practical Nonparametric Statistics, and by hand: of 5 values the
        // chance that all lie on one side is 1/16, too much to give an interval.
        assert_eq!(ranks(0.5, 5), (0, 6));
        assert_eq!(ranks(0.5, 6), (1, 6));
        assert_eq!(ranks(0.5, 10), (2, 9));
        assert_eq!(ranks(0.5, 20), (6, 15));
        assert_eq!(ranks(0.5, 100), (40, 61));
        assert_eq!(ranks(0.05, 10), (0, 3));
    }

    #[test]
    fn ranks_hold_the_true_quantile_in_95_of_100_samples_and_hardly_more() {
        for (level, count) in [(0.05, 400), (0.1, 1_000), (0.5, 77), (0.9, 250), (0.95, 10_000)] {
            let (first, weights) = binomial(level, count);
            let total: f64 = weights.iter().sum();
            let at_most = |rank: usize| -> f64 {
                (first..).zip(&weights).take_while(|(k, _)| *k < rank).map(|(_, w)| w / total).sum()
            };
            let (low, high) = ranks(level, count);
            let cover = at_most(high) - at_most(low);
            assert!((0.95..0.985).contains(&cover), "{level} of {count}: {cover}");
        }
    }

    #[test]
    fn ranks_of_ten_million_values_are_the_normal_ones() {
        let (n, p) = (10_000_000_usize, 0.1_f64);
        let reach = WITHIN_95 * (n as f64 * p * (1.0 - p)).sqrt();
        let (low, high) = ranks(p, n);
        assert!((low as f64 - (1e6 - reach)).abs() < 3.0, "{low}");
        assert!((high as f64 - (1e6 + reach)).abs() < 3.0, "{high}");
    }

    #[test]
    fn a_share_of_none_or_all_still_has_a_length() {
        // Of 10 without one: z²/(10 + z²).
        let none = Interval::of_share(0.0, 10);
        assert_eq!(none.low, Some(0.0));
        assert!((none.high.unwrap() - 0.277_532_8).abs() < 1e-6, "{none:?}");
        let all = Interval::of_share(1.0, 10);
        assert_eq!(all.high, Some(1.0));
        assert!((all.low.unwrap() - 0.722_467_2).abs() < 1e-6);
        // Newcombe 1998, Statistics in Medicine 17, table I: 81 of 263.
        let some = Interval::of_share(81.0 / 263.0, 263);
        assert!(
            (some.low.unwrap() - 0.2553).abs() < 5e-5 && (some.high.unwrap() - 0.3662).abs() < 5e-5
        );
    }

    #[test]
    fn one_value_gives_no_interval() {
        assert_eq!(Interval::around(1.0, 0.0, 1), Interval::default());
        assert_eq!(Interval::of_quantile(&[1.0], 0.5), Interval::default());
        assert!(Interval::default().holds(0.0));
    }
}
