//! Chance that counts: Poisson and binomial numbers, coins, values of deals.
//!
//! Every count is drawn by inversion: one uniform number each, and a larger one
//! never gives a smaller count. So the same luck in two organisations rises and
//! falls together although their numbers differ. Small counts, by far the most
//! frequent here, are found by walking up the probabilities from 0; larger ones
//! by an expansion of the quantile that is checked where it could be wrong
//! ([`super::quantile`]). Both are exact to the last bits of a double.

use rand_distr::{Distribution, StandardNormal};

use super::chance::Chance;
use super::exp::exp;
use super::rate::Rate;
use crate::random::Stream;

/// How chance is drawn. The engine takes it as a parameter, so that others can
/// be measured against [`Inversion`] on the same plan.
pub trait Draw {
    /// A Poisson number with a mean above 0.
    fn poisson(rate: &mut Rate, stream: &mut Stream) -> u64;
    /// The number of successes among `n` (above 0) tries, with a chance strictly
    /// between 0 and 1 each.
    fn binomial(n: u64, chance: &mut Chance, stream: &mut Stream) -> u64;
    /// How many of `coins` (above 0) with chance `p` (above 0) of heads show tails
    /// before one shows heads; all of them with the chance `none`, (1 − p)^coins.
    fn tails(coins: usize, p: f64, none: f64, stream: &mut Stream) -> usize;
    /// A standard normal value.
    fn normal(stream: &mut Stream) -> f64;
}

/// One uniform number a count.
#[derive(Debug, Clone, Copy, Default)]
pub struct Inversion;

impl Draw for Inversion {
    #[inline]
    fn poisson(rate: &mut Rate, stream: &mut Stream) -> u64 {
        rate.count(stream.uniform())
    }

    #[inline]
    fn binomial(n: u64, chance: &mut Chance, stream: &mut Stream) -> u64 {
        chance.successes(n, stream.uniform())
    }

    #[inline]
    fn tails(coins: usize, p: f64, none: f64, stream: &mut Stream) -> usize {
        let u = stream.uniform();
        if u < none { coins } else { tails(coins, p, u) }
    }

    fn normal(stream: &mut Stream) -> f64 {
        StandardNormal.sample(stream)
    }
}

/// A Poisson number with the given mean (0 or more, finite).
#[must_use]
pub fn poisson(mean: f64, stream: &mut Stream) -> u64 {
    if mean <= 0.0 { 0 } else { Rate::new(mean).count(stream.uniform()) }
}

/// The number of successes among `n` tries with chance `p` (0 to 1) each.
#[must_use]
pub fn binomial(n: u64, p: f64, stream: &mut Stream) -> u64 {
    let mut chance = Chance::new(p);
    chance.certain(n).unwrap_or_else(|| chance.successes(n, stream.uniform()))
}

/// Tails before the first heads at level `u`, where not all of them are tails.
#[cold]
fn tails(coins: usize, p: f64, u: f64) -> usize {
    // The chance of j tails and more is (1 − p)^j.
    let tails = (u.ln() / (-p).ln_1p()) as usize;
    tails.min(coins - 1)
}

/// A count as a real number: signed, for that takes one instruction.
#[must_use]
#[inline]
pub(super) fn real(count: u64) -> f64 {
    count.cast_signed() as f64
}

/// The sum of `count` log-normal values, given mean and standard deviation of
/// their logarithm.
#[must_use]
pub fn deals<D: Draw>(count: u64, (mu, sigma): (f64, f64), stream: &mut Stream) -> f64 {
    if sigma == 0.0 {
        return real(count) * mu.exp();
    }
    (0..count).map(|_| exp(mu + sigma * D::normal(stream))).sum()
}
