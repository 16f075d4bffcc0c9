//! How good a forecast was, once it is known what happened.
//!
//! Both scores are proper: nobody gains by saying anything but what he believes
//! (Gneiting and Raftery 2007, JASA 102). Lower is better, and both are in the
//! unit of what was foretold.

use super::quantile::of_sorted;

/// The continuous ranked probability score of a sorted sample of at least one
/// value, exact for the sample as a distribution of its own: the mean distance to
/// `happened` less half the mean distance of two draws (Gneiting and Raftery 2007,
/// equation 21). Of a single value it is the distance.
///
/// # Panics
/// When the sample is empty.
#[must_use]
pub fn crps(sorted: &[f64], happened: f64) -> f64 {
    assert!(!sorted.is_empty(), "a forecast says something");
    let n = sorted.len() as f64;
    let off = sorted.iter().map(|value| (value - happened).abs()).sum::<f64>() / n;
    // Of all pairs, the value at place i (from 0) is the larger one 2 i + 1 - n
    // times more often than the smaller one.
    let apart: f64 = (sorted.iter().enumerate())
        .map(|(place, value)| (2.0 * place as f64 + 1.0 - n) * value)
        .sum();
    off - apart / (n * n)
}

/// The pinball loss of a quantile at `level` (0 to 1): what lies above it counts
/// `level` a unit, what lies below it the rest of 1 (Koenker and Bassett 1978,
/// Econometrica 46).
#[must_use]
pub fn pinball(quantile: f64, level: f64, happened: f64) -> f64 {
    let off = happened - quantile;
    if off >= 0.0 { level * off } else { (level - 1.0) * off }
}

/// The mean pinball loss of a sorted sample at its nine deciles.
///
/// # Panics
/// When the sample is empty.
#[must_use]
pub fn pinball_of_deciles(sorted: &[f64], happened: f64) -> f64 {
    let loss = |tenths: u32| {
        let level = f64::from(tenths) / 10.0;
        pinball(of_sorted(sorted, level), level, happened)
    };
    (1..10).map(loss).sum::<f64>() / 9.0
}

/// The band around the median that holds this share (0 to 1) of a sorted sample.
///
/// # Panics
/// When the sample is empty.
#[must_use]
pub fn band(sorted: &[f64], share: f64) -> (f64, f64) {
    let outside = (1.0 - share) / 2.0;
    (of_sorted(sorted, outside), of_sorted(sorted, 1.0 - outside))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::statistics::quantile::sorted;

    fn close(a: f64, b: f64, within: f64) {
        assert!((a - b).abs() <= within, "{a} is not {b}");
    }

    /// Between 0 and 1 the score of the uniform distribution is
    /// y² − y + 1/3.
    #[test]
    fn an_even_sample_scores_as_the_uniform_distribution() {
        let n = 20_000_u32;
        let sample: Vec<f64> = (0..n).map(|i| (f64::from(i) + 0.5) / f64::from(n)).collect();
        for y in [0.0, 0.2, 0.5, 0.9, 1.0] {
            close(crps(&sample, y), y * y - y + 1.0 / 3.0, 1e-6);
        }
        close(crps(&sample, 3.0), 3.0 - 0.5 - 1.0 / 6.0, 1e-6);
    }

    /// At the mean of a normal distribution: σ (√2 − 1)/√π.
    #[test]
    fn normal_quantiles_score_as_the_normal_distribution() {
        use crate::distribution::{Tails, normal};
        let n = 20_000_u32;
        let score = |i: u32| {
            let lower = (f64::from(i) + 0.5) / f64::from(n);
            normal::score(Tails { lower, upper: 1.0 - lower })
        };
        let sample: Vec<f64> = (0..n).map(|i| 10.0 + 3.0 * score(i)).collect();
        let expected = 3.0 * (2.0_f64.sqrt() - 1.0) / std::f64::consts::PI.sqrt();
        close(crps(&sample, 10.0), expected, 2e-4);
    }

    #[test]
    fn a_single_value_scores_its_distance_and_two_share_it() {
        close(crps(&[4.0], 7.0), 3.0, 0.0);
        // Distances 1 and 3 to 3; the two draws differ by 4 half of the time.
        close(crps(&[2.0, 6.0], 3.0), 2.0 - 1.0, 1e-15);
    }

    #[test]
    fn a_missed_quantile_costs_by_its_level() {
        close(pinball(10.0, 0.9, 12.0), 1.8, 1e-15);
        close(pinball(10.0, 0.9, 8.0), 0.2, 1e-15);
        close(pinball(10.0, 0.5, 8.0), 1.0, 0.0);
    }

    #[test]
    fn a_band_leaves_as_much_on_either_side() {
        let sample: Vec<f64> = (0..=100).map(f64::from).collect();
        let (low, high) = band(&sample, 0.8);
        close(low, 10.0, 1e-9);
        close(high, 90.0, 1e-9);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        /// The score is the area between the two distribution functions, squared.
        #[test]
        fn the_score_is_the_squared_area_between_two_steps(
            values in prop::collection::vec(-50.0..50.0, 1..30),
            happened in -60.0..60.0,
        ) {
            let sample = sorted(&values);
            let mut cuts = sample.clone();
            cuts.push(happened);
            let cuts = sorted(&cuts);
            let below = |x: f64| {
                let count = sample.iter().filter(|value| **value <= x).count();
                count as f64 / sample.len() as f64
            };
            let area: f64 = cuts.windows(2).map(|ends| {
                let off = below(ends[0]) - f64::from(u8::from(ends[0] >= happened));
                (ends[1] - ends[0]) * off * off
            }).sum();
            prop_assert!((crps(&sample, happened) - area).abs() < 1e-9);
        }
    }
}
