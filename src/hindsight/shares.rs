//! Shares that are not known exactly, of several channels: what is not known of one
//! is in part the same that is not known of the others.

use crate::distribution::Tails;
use crate::distribution::normal::{logistic, logit, score};
use crate::statistics::WITHIN_90;

/// A share as it may be.
#[derive(Debug, Clone, PartialEq)]
pub struct Share {
    /// Log odds: P5, P50 and P95.
    odds: [f64; 3],
    /// How much of its variance is that of all channels, 0 to 1.
    common: f64,
}

impl Share {
    /// The share where all channels and this one lie at these normal scores.
    pub fn at(&self, common: f64, own: f64) -> f64 {
        let score = self.common.sqrt() * common + (1.0 - self.common).sqrt() * own;
        let [low, middle, high] = self.odds;
        let reach = if score < 0.0 { middle - low } else { high - middle };
        logistic(middle + score * reach / WITHIN_90)
    }
}

/// One factor of a product of two (of leads won: the share of opportunities won), from
/// the product and the other factor: what is not known of the latter is taken off.
pub fn over(product: [f64; 3], factor: [f64; 3]) -> [f64; 3] {
    let middle = product[1] / factor[1].max(1e-9);
    let reach = |end: usize| {
        let of = |ends: [f64; 3]| (ends[end] / ends[1]).max(1e-9).ln().powi(2);
        (of(product) - of(factor)).max(0.0).sqrt()
    };
    [middle * (-reach(0)).exp(), middle, middle * reach(2).exp()]
}

/// What lies above 0, at a normal score.
pub fn at(ends: [f64; 3], score: f64) -> f64 {
    let [low, middle, high] = ends.map(|end| end.max(1e-9).ln());
    let reach = if score < 0.0 { middle - low } else { high - middle };
    (middle + score * reach / WITHIN_90).exp()
}

/// Shares by channel, given what is known of all cases together: as much of the
/// doubt is common as makes the doubts of the channels add up to that of all.
pub fn shares(each: Vec<[f64; 3]>, weights: &[f64], all: [f64; 3]) -> Vec<Share> {
    let odds = |ends: [f64; 3]| ends.map(|share| logit(share.clamp(1e-9, 1.0 - 1e-9)));
    let variance = |odds: &[f64; 3]| ((odds[2] - odds[0]) / (2.0 * WITHIN_90)).powi(2);
    let each: Vec<[f64; 3]> = each.into_iter().map(odds).collect();
    let total: f64 = weights.iter().sum::<f64>().max(1e-9);
    let squares = || weights.iter().map(|weight| (weight / total).powi(2));
    let apart: f64 = squares().zip(&each).map(|(square, odds)| square * variance(odds)).sum();
    // A channel that is all of them has nothing of its own.
    let left = 1.0 - squares().sum::<f64>();
    let common = if each.len() == 1 || left < 1e-9 {
        f64::INFINITY
    } else {
        ((variance(&odds(all)) - apart) / left).max(0.0)
    };
    let share = |odds: [f64; 3]| {
        let common = (common / variance(&odds).max(1e-12)).min(1.0);
        Share { odds, common }
    };
    each.into_iter().map(share).collect()
}

/// The normal score of each value's rank among all.
pub fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut ranks = vec![0.0; values.len()];
    for (place, at) in order.into_iter().enumerate() {
        let lower = (place as f64 + 0.5) / values.len() as f64;
        ranks[at] = score(Tails { lower, upper: 1.0 - lower });
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fit::posterior;
    use crate::random::{Luck, Place};
    use crate::statistics::Moments;

    fn around(share: f64, sd: f64) -> [f64; 3] {
        [-WITHIN_90, 0.0, WITHIN_90].map(|score| logistic(logit(share) + score * sd))
    }

    /// Four channels of one weight, each known within 0.3, all together within 0.2:
    /// drawn apart, their mean would be known within 0.15.
    #[test]
    fn the_doubts_of_channels_add_up_to_the_doubt_of_all() {
        for sd in [0.15, 0.2, 0.3] {
            let shares = shares(vec![around(0.3, 0.3); 4], &[1.0; 4], around(0.3, sd));
            let mut stream = Luck::new(1, 0).at(Place::new("test")).step(0);
            let mut score = || posterior::score(&mut stream);
            let (mut mean, mut one) = (Moments::default(), Moments::default());
            for _ in 0..4000 {
                let common = score();
                let odds: Vec<f64> =
                    shares.iter().map(|share| logit(share.at(common, score()))).collect();
                mean.add(odds.iter().sum::<f64>() / 4.0);
                one.add(odds[0]);
            }
            assert!((mean.sd() / sd - 1.0).abs() < 0.05, "{} {sd}", mean.sd());
            assert!((one.sd() / 0.3 - 1.0).abs() < 0.05, "{}", one.sd());
        }
    }

    #[test]
    fn one_channel_is_all_of_them_and_keeps_a_skew() {
        let shares = shares(vec![[0.1, 0.2, 0.6]], &[3.0], [0.1, 0.2, 0.6]);
        for (score, share) in [(-WITHIN_90, 0.1), (0.0, 0.2), (WITHIN_90, 0.6)] {
            assert!((shares[0].at(score, 9.0) - share).abs() < 1e-9);
        }
    }

    #[test]
    fn a_product_taken_apart_gives_its_factor() {
        let found = over([0.06, 0.1, 0.15], [0.5, 0.5, 0.5]);
        for (found, share) in found.iter().zip([0.12, 0.2, 0.3]) {
            assert!((found - share).abs() < 1e-9);
        }
        // All the doubt was that of the first factor.
        for share in over([0.06, 0.1, 0.15], [0.25, 0.5, 1.0]) {
            assert!((share - 0.2).abs() < 1e-9);
        }
    }
}
