//! Chance that counts: Poisson and binomial numbers, coins, values of deals.
//!
//! Every count is drawn by inversion: one uniform number each, and a larger one
//! never gives a smaller count. So the same luck in two organisations rises and
//! falls together although their numbers differ. Small counts, by far the most
//! frequent here, are found by walking up the probabilities from 0; larger ones
//! by an expansion of the quantile that is checked where it could be wrong
//! ([`super::quantile`]). Both are exact to the last bits of a double.

use rand_distr::{Distribution, StandardNormal};

use super::quantile;
use crate::random::Stream;

/// From this variance on the expansion is quicker than the walk, and good.
const WIDE: f64 = 9.0;

/// How chance is drawn. The engine takes it as a parameter, so that others can
/// be measured against [`Inversion`] on the same plan.
pub trait Draw {
    /// A Poisson number with the given mean (above 0, finite).
    fn poisson(mean: f64, stream: &mut Stream) -> u64;
    /// The number of successes among `n` (above 0) tries with chance `p` each,
    /// 0 < p < 1.
    fn binomial(n: u64, p: f64, stream: &mut Stream) -> u64;
    /// Whether a coin with chance `p` of heads shows heads.
    fn coin(p: f64, stream: &mut Stream) -> bool;
    /// A standard normal value.
    fn normal(stream: &mut Stream) -> f64;
}

/// One uniform number a count.
#[derive(Debug, Clone, Copy, Default)]
pub struct Inversion;

impl Draw for Inversion {
    fn poisson(mean: f64, stream: &mut Stream) -> u64 {
        poisson(mean, stream)
    }

    fn binomial(n: u64, p: f64, stream: &mut Stream) -> u64 {
        binomial(n, p, stream)
    }

    fn coin(p: f64, stream: &mut Stream) -> bool {
        stream.uniform() < p
    }

    fn normal(stream: &mut Stream) -> f64 {
        StandardNormal.sample(stream)
    }
}

/// A Poisson number with the given mean (0 or more, finite).
#[must_use]
pub fn poisson(mean: f64, stream: &mut Stream) -> u64 {
    if mean <= 0.0 {
        return 0;
    }
    let u = stream.uniform();
    if mean > WIDE {
        return quantile::poisson(mean, u);
    }
    // The chance of none is at least 1 − mean: often that settles it.
    if u <= 1.0 - mean {
        return 0;
    }
    let (mut chance, mut rest, mut count) = ((-mean).exp(), u, 0);
    while rest > chance {
        rest -= chance;
        count += 1;
        chance *= mean * reciprocal(count);
        if chance < NEGLIGIBLE && count as f64 > mean {
            break;
        }
    }
    count
}

/// The number of successes among `n` tries with chance `p` (0 to 1) each.
#[must_use]
pub fn binomial(n: u64, p: f64, stream: &mut Stream) -> u64 {
    if n == 0 || p <= 0.0 {
        return 0;
    }
    if p >= 1.0 {
        return n;
    }
    let u = stream.uniform();
    let failure = 1.0 - p;
    if n as f64 * p * failure > WIDE {
        quantile::binomial(n, p, u)
    } else if p <= 0.5 {
        few(n, p, failure, u)
    } else {
        // The mirrored uniform number keeps the count rising with the luck.
        n - few(n, failure, p, 1.0 - u)
    }
}

/// Successes of a chance `p` of at most one half, walking up from 0.
fn few(n: u64, p: f64, failure: f64, u: f64) -> u64 {
    // The chance of none is at least 1 − n p: often that settles it.
    if u <= 1.0 - n as f64 * p {
        return 0;
    }
    let mut chance = match n {
        1 => return 1,
        2..=16 => failure.powi(n as i32),
        _ => (n as f64 * (-p).ln_1p()).exp(),
    };
    let odds = p / failure;
    let (mut rest, mut count) = (u, 0);
    while rest > chance && count < n {
        rest -= chance;
        chance *= odds * (n - count) as f64;
        count += 1;
        chance *= reciprocal(count);
        if chance < NEGLIGIBLE && count as f64 > n as f64 * p {
            break;
        }
    }
    count
}

/// What rounding has left of a tail; no uniform number can tell it from nothing.
const NEGLIGIBLE: f64 = 1e-19;

/// One over a small count; a multiplication is quicker than a division.
fn reciprocal(count: u64) -> f64 {
    const TABLE: [f64; 64] = {
        let mut table = [0.0; 64];
        let mut i = 1;
        while i < 64 {
            table[i] = 1.0 / i as f64;
            i += 1;
        }
        table
    };
    TABLE.get(count as usize).copied().unwrap_or_else(|| 1.0 / count as f64)
}

/// The sum of `count` log-normal values, given mean and standard deviation of
/// their logarithm.
#[must_use]
pub fn deals<D: Draw>(count: u64, (mu, sigma): (f64, f64), stream: &mut Stream) -> f64 {
    if sigma == 0.0 {
        return count as f64 * mu.exp();
    }
    (0..count).map(|_| (mu + sigma * D::normal(stream)).exp()).sum()
}
