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

    /// The expansion of the quantile in the normal score.
    #[must_use]
    pub fn expansion(&self) -> Expansion {
        let variance = self.variance - 1.0 / 12.0;
        let sigma = variance.sqrt();
        let inverse = 1.0 / variance;
        let cube = inverse * inverse * sigma;
        let third = self.third * cube;
        let fourth = (self.fourth + 1.0 / 120.0) * inverse * inverse;
        let fifth = self.fifth * inverse * cube;
        let (square, product, power) = (third * third, third * fourth, third * third * third);
        // Terms of first order, of second order in w, and of third order.
        let powers = [
            -third / 6.0 + fifth / 40.0 - product / 12.0 + power * 17.0 / 324.0,
            1.0 - fourth / 8.0 + square * 5.0 / 36.0,
            third / 6.0 - fifth / 20.0 + product * 5.0 / 24.0 - power * 53.0 / 324.0,
            fourth / 24.0 - square / 18.0,
            fifth / 120.0 - product / 24.0 + power / 27.0,
        ];
        Expansion { middle: self.mean + 0.5, powers: powers.map(|part| part * sigma), cube }
    }
}

/// A quantile as a polynomial in the normal score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Expansion {
    middle: f64,
    /// Coefficients of the powers of the score from 0 up.
    powers: [f64; 5],
    /// One over the third power of the standard deviation.
    cube: f64,
}

impl Expansion {
    /// The smooth quantile at normal score `w`, and how far off it may be.
    /// The count at `w` is its whole part.
    #[must_use]
    #[inline]
    pub fn at(&self, w: f64) -> (f64, f64) {
        let [none, first, second, third, fourth] = self.powers;
        let square = w * w;
        let from_middle = (none + w * first) + square * ((second + w * third) + square * fourth);
        let off = (0.03 + 0.001 * square * square * square) * self.cube;
        (self.middle + from_middle, off)
    }

    /// The Poisson number of this mean (5 or more) at level `u`, 0 < u < 1.
    #[must_use]
    #[inline]
    pub fn poisson(&self, mean: f64, u: f64) -> u64 {
        let tails = |count: f64| Tails {
            lower: gamma::gamma_ur(count + 1.0, mean),
            upper: gamma::gamma_lr(count + 1.0, mean),
        };
        self.quantile(u, f64::INFINITY, tails)
    }

    /// The smallest count with at least `u` at or below it.
    #[inline]
    fn quantile(&self, u: f64, most: f64, tails: impl Fn(f64) -> Tails) -> u64 {
        let wanted = Tails { lower: u, upper: 1.0 - u };
        let (smooth, off) = self.at(normal::score(wanted));
        // Whole numbers of this size are exact in both kinds; `floor` would be a call.
        let count = (smooth.max(0.0) as i64 as f64).min(most);
        let past = smooth - count;
        if past > off && past < 1.0 - off {
            return count as u64;
        }
        settle(count, wanted, most, tails) as u64
    }
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
    Cumulants::binomial(n, p).expansion().quantile(u, all, tails)
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
