//! Weighted values, for `choice` and `data`.

use super::{DistributionError, Tails, finite};

/// Values in ascending order, each with its probability, and that of it or a lower one.
#[derive(Debug, Clone, PartialEq)]
pub struct Discrete {
    values: Vec<f64>,
    shares: Vec<f64>,
    cumulative: Vec<f64>,
}

impl Discrete {
    /// Sorts the values and scales the weights to add up to 1. Values of weight
    /// 0 are dropped, equal values are merged.
    ///
    /// # Errors
    /// When no weight is above 0, one is below 0, or a number is not finite.
    pub fn new(weighted: &[(f64, f64)]) -> Result<Self, DistributionError> {
        for &(value, weight) in weighted {
            finite("a value", value)?;
            finite("a weight", weight)?;
            if weight < 0.0 {
                return Err(DistributionError::NegativeWeight { value, weight });
            }
        }
        let mut kept: Vec<_> =
            weighted.iter().copied().filter(|&(_, weight)| weight > 0.0).collect();
        kept.sort_by(|a, b| a.0.total_cmp(&b.0));
        let total: f64 = kept.iter().map(|&(_, weight)| weight).sum();
        if kept.is_empty() {
            return Err(DistributionError::Empty);
        }
        finite("the sum of the weights", total)?;
        let (mut values, mut shares) = (Vec::<f64>::new(), Vec::<f64>::new());
        for (value, weight) in kept {
            match shares.last_mut() {
                Some(share) if values.last() == Some(&value) => *share += weight / total,
                _ => {
                    values.push(value);
                    shares.push(weight / total);
                }
            }
        }
        let so_far = |sum: &mut f64, share: &f64| {
            *sum += share;
            Some(*sum)
        };
        let cumulative = shares.iter().scan(0.0, so_far).collect();
        Ok(Self { values, shares, cumulative })
    }

    /// The values between `low` and `high`, both included, with their weights.
    pub(super) fn within(&self, low: f64, high: f64) -> Result<Self, DistributionError> {
        let kept: Vec<_> = (self.values.iter().copied())
            .zip(self.shares.iter().copied())
            .filter(|(value, _)| (low..=high).contains(value))
            .collect();
        Self::new(&kept).map_err(|_| DistributionError::NothingLeft { low, high })
    }

    /// The smallest value with at least the share `u` at or below it.
    #[must_use]
    pub fn quantile(&self, u: f64) -> f64 {
        let index = self.cumulative.partition_point(|&share| share < u);
        // Rounding may leave the last share a hair below 1.
        self.values[index.min(self.values.len() - 1)]
    }

    pub(super) fn support(&self) -> (f64, f64) {
        (self.values[0], self.values[self.values.len() - 1])
    }

    pub(super) fn tails(&self, x: f64) -> Tails {
        let below = self.values.partition_point(|&value| value <= x);
        let lower = match below {
            0 => 0.0,
            n if n == self.values.len() => 1.0,
            n => self.cumulative[n - 1],
        };
        Tails { lower, upper: 1.0 - lower }
    }
}
