//! Chance that counts: Poisson and binomial numbers, coins, values of deals.
//!
//! Small counts, by far the most frequent here, are drawn by inversion: one
//! uniform number each, walked up the probabilities by their recurrence. A
//! larger uniform number never gives a smaller count, so the same luck in two
//! organisations rises and falls together. Where the walk would be long,
//! `rand_distr` takes over (rejection, exact as well).

use rand_distr::{Binomial, Distribution, Poisson, StandardNormal};

use crate::random::Stream;

/// Above this mean a walk from zero is slower than a rejection sampler.
const LONG_WALK: f64 = 24.0;

/// A Poisson number with the given mean (0 or more, finite).
#[must_use]
pub fn poisson(mean: f64, stream: &mut Stream) -> u64 {
    if mean <= 0.0 {
        return 0;
    }
    if mean > LONG_WALK {
        let poisson = Poisson::new(mean).expect("the mean is positive and finite");
        return poisson.sample(stream) as u64;
    }
    let mut rest = stream.uniform();
    let mut chance = (-mean).exp();
    let mut count = 0_u64;
    while rest > chance {
        rest -= chance;
        count += 1;
        chance *= mean / count as f64;
        // What rounding has left of the tail is less than any uniform number can tell.
        if chance < f64::EPSILON * 1e-3 && count as f64 > mean {
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
    if n as f64 * p.min(1.0 - p) > LONG_WALK {
        return Binomial::new(n, p).expect("p lies between 0 and 1").sample(stream);
    }
    let uniform = stream.uniform();
    if p <= 0.5 {
        rare(n, p, uniform)
    } else {
        // The mirrored uniform number keeps the count rising with the luck.
        n - rare(n, 1.0 - p, 1.0 - uniform)
    }
}

/// Successes of a chance `p` of at most one half, by inversion.
fn rare(n: u64, p: f64, uniform: f64) -> u64 {
    let failure = 1.0 - p;
    let odds = p / failure;
    let mut chance = match i32::try_from(n) {
        Ok(n) if n <= 64 => failure.powi(n),
        _ => (n as f64 * (-p).ln_1p()).exp(),
    };
    let mut rest = uniform;
    let mut count = 0_u64;
    while rest > chance && count < n {
        rest -= chance;
        count += 1;
        chance *= odds * (n - count + 1) as f64 / count as f64;
        if chance < f64::EPSILON * 1e-3 && count as f64 > n as f64 * p {
            break;
        }
    }
    count
}

/// Whether a coin with chance `p` of heads shows heads.
#[must_use]
pub fn coin(p: f64, stream: &mut Stream) -> bool {
    stream.uniform() < p
}

/// A standard normal value.
#[must_use]
pub fn normal(stream: &mut Stream) -> f64 {
    StandardNormal.sample(stream)
}

/// The sum of `count` log-normal values of mean 1, given mean and standard
/// deviation of their logarithm.
#[must_use]
pub fn deals(count: u64, (mu, sigma): (f64, f64), stream: &mut Stream) -> f64 {
    if sigma == 0.0 {
        return count as f64;
    }
    (0..count).map(|_| (mu + sigma * normal(stream)).exp()).sum()
}
