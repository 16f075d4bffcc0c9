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
        successes(n, p, stream.uniform())
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
    while rest > chance && count < FAR {
        rest -= chance;
        count += 1;
        chance *= mean * RECIPROCALS[count];
    }
    count as u64
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
    successes(n, p, stream.uniform())
}

/// The number of successes at level `u`, for 0 < p < 1.
#[inline]
fn successes(n: u64, p: f64, u: f64) -> u64 {
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
    let mut left = n as f64;
    if u <= 1.0 - left * p {
        return 0;
    }
    if n == 1 {
        return 1;
    }
    let mut chance = if n <= 64 { power(failure, n) } else { (left * (-p).ln_1p()).exp() };
    let odds = p / failure;
    let (mut rest, mut count) = (u, 0);
    let most = FAR.min(n as usize);
    while rest > chance && count < most {
        rest -= chance;
        count += 1;
        chance *= odds * left * RECIPROCALS[count];
        left -= 1.0;
    }
    count as u64
}

/// A walk that has come this far is beyond what a uniform number can tell: the
/// mean is at most 2 × [`WIDE`], and this is more than ten standard deviations on.
const FAR: usize = 63;

/// One over each count; a multiplication is quicker than a division.
const RECIPROCALS: [f64; FAR + 1] = {
    let mut table = [1.0; FAR + 1];
    let mut i = 1;
    while i <= FAR {
        table[i] = 1.0 / i as f64;
        i += 1;
    }
    table
};

/// A small power by squaring.
fn power(mut base: f64, mut exponent: u64) -> f64 {
    let mut power = 1.0;
    loop {
        // A choice, not a jump: the bits of a queue's length cannot be foretold.
        power *= if exponent & 1 == 1 { base } else { 1.0 };
        exponent >>= 1;
        if exponent == 0 {
            return power;
        }
        base *= base;
    }
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
