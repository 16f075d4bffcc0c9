//! Quantiles of wide Poisson and binomial distributions.
//!
//! The quantile of a lattice variable is, half a unit aside, that of a smooth
//! one whose cumulants are Sheppard's corrections of its own: the variance less
//! 1/12, the fourth cumulant plus 1/120. A Cornish-Fisher expansion to third
//! order (Abramowitz and Stegun 1964, 26.2.49) gives it from the normal
//! quantile. The expansion is off by at most (0.03 + 0.001 w⁶)/σ³ units, w the
//! normal score, for every variance from 5 up (checked over a grid against the
//! exact distribution functions, and held by a test). Where a whole number lies
//! within that reach, the exact distribution function decides; elsewhere the
//! expansion gives the exact quantile.

use statrs::function::{beta::beta_reg, gamma};

use crate::distribution::{Tails, normal};

/// Mean and the second to fifth cumulant of a distribution of counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cumulants {
    mean: f64,
    variance: f64,
    third: f64,
    fourth: f64,
    fifth: f64,
}

impl Cumulants {
    /// Of a Poisson number: all are the mean.
    #[must_use]
    pub fn poisson(mean: f64) -> Self {
        Self { mean, variance: mean, third: mean, fourth: mean, fifth: mean }
    }

    /// Of a binomial number.
    #[must_use]
    pub fn binomial(n: u64, p: f64) -> Self {
        let mean = n as f64 * p;
        let (product, skew) = (p * (1.0 - p), 1.0 - 2.0 * p);
        let variance = mean * (1.0 - p);
        Self {
            mean,
            variance,
            third: variance * skew,
            fourth: variance * (1.0 - 6.0 * product),
            fifth: variance * skew * (1.0 - 12.0 * product),
        }
    }

    /// The smooth quantile at normal score `w`, and how far off it may be.
    /// The count at `w` is its whole part.
    #[must_use]
    pub fn expand(&self, w: f64) -> (f64, f64) {
        let variance = self.variance - 1.0 / 12.0;
        let sigma = variance.sqrt();
        let third = self.third / (variance * sigma);
        let fourth = (self.fourth + 1.0 / 120.0) / (variance * variance);
        let fifth = self.fifth / (variance * variance * sigma);
        let square = w * w;
        let first_order = third * (square - 1.0) / 6.0;
        let second_order =
            w * (fourth * (square - 3.0) / 24.0 - third * third * (2.0 * square - 5.0) / 36.0);
        let third_order = fifth * ((square - 6.0) * square + 3.0) / 120.0
            - third * fourth * ((square - 5.0) * square + 2.0) / 24.0
            + third * third * third * ((12.0 * square - 53.0) * square + 17.0) / 324.0;
        let score = w + first_order + second_order + third_order;
        let off = (0.03 + 0.001 * square * square * square) / (self.variance * sigma);
        (self.mean + 0.5 + sigma * score, off)
    }
}

/// The Poisson number at level `u` (0 < u < 1), for means of 5 and more.
#[must_use]
pub fn poisson(mean: f64, u: f64) -> u64 {
    let tails = |count: f64| Tails {
        lower: gamma::gamma_ur(count + 1.0, mean),
        upper: gamma::gamma_lr(count + 1.0, mean),
    };
    quantile(&Cumulants::poisson(mean), u, f64::INFINITY, tails)
}

/// The binomial number at level `u` (0 < u < 1), for variances of 5 and more.
#[must_use]
pub fn binomial(n: u64, p: f64, u: f64) -> u64 {
    let all = n as f64;
    let tails = |count: f64| {
        if count >= all {
            return Tails::certain(true);
        }
        Tails {
            lower: beta_reg(all - count, count + 1.0, 1.0 - p),
            upper: beta_reg(count + 1.0, all - count, p),
        }
    };
    quantile(&Cumulants::binomial(n, p), u, all, tails)
}

/// The smallest count with at least `u` at or below it.
fn quantile(cumulants: &Cumulants, u: f64, most: f64, tails: impl Fn(f64) -> Tails) -> u64 {
    let wanted = Tails { lower: u, upper: 1.0 - u };
    let (smooth, off) = cumulants.expand(normal::score(wanted));
    let count = smooth.floor().clamp(0.0, most);
    let past = smooth - count;
    if past > off && past < 1.0 - off {
        return count as u64;
    }
    settle(count, wanted, most, tails) as u64
}

/// Walks from a count nearby to the quantile, by the exact distribution function.
#[cold]
fn settle(near: f64, wanted: Tails, most: f64, tails: impl Fn(f64) -> Tails) -> f64 {
    // Each side is compared where it is the smaller one.
    let reaches = |count: f64| {
        let here = tails(count);
        if wanted.lower < 0.5 { here.lower >= wanted.lower } else { here.upper <= wanted.upper }
    };
    let mut count = near;
    while count < most && !reaches(count) {
        count += 1.0;
    }
    while count > 0.0 && reaches(count - 1.0) {
        count -= 1.0;
    }
    count
}
