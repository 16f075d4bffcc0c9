//! A chance of success that remembers what its draws needed.
//!
//! Most chances stay the same for a whole run, and most numbers of tries are
//! small. So the distribution function of a small number of tries is worked out
//! once; a draw is then a count of its values below the level. That count takes
//! no jump: which number comes cannot be foretold, and a jump that was foretold
//! wrongly costs more than all the comparing.

use super::climb::{RARE, RECIPROCALS, WIDE, climb};
use super::draw::real;
use super::exp::exp;
use super::quantile;

/// Up to so many tries are few.
const FEW: usize = 12;

/// The chance of success of a try.
#[derive(Debug, Clone, PartialEq)]
pub struct Chance {
    p: f64,
    /// Logarithm of the chance of failure, once it was needed; 0 before.
    log_failure: f64,
    /// Which of the rows below are worked out, a bit each.
    known: u32,
    /// Whether nothing was drawn with it yet. A chance that changes in every step
    /// is not worth a row.
    fresh: bool,
    /// For each small number of tries from 1 on: the chances of at most 0, 1, 2 …
    /// successes.
    rows: [[f64; FEW]; FEW],
}

/// How many values of a distribution function lie below the level `u`.
#[inline]
fn below(values: &[f64; FEW], u: f64) -> u64 {
    values.iter().map(|value| u64::from(*value < u)).sum()
}

impl Default for Chance {
    fn default() -> Self {
        Self::new(0.0)
    }
}

impl Chance {
    /// The chance `p`, 0 to 1.
    #[must_use]
    pub fn new(p: f64) -> Self {
        Self { p, log_failure: 0.0, known: 0, fresh: true, rows: [[1.0; FEW]; FEW] }
    }

    /// Becomes the chance `p`, 0 to 1.
    #[inline]
    pub fn set(&mut self, p: f64) {
        if self.p.to_bits() != p.to_bits() {
            (self.p, self.log_failure) = (p, 0.0);
            (self.fresh, self.known) = (true, 0);
        }
    }

    /// The chance of success.
    #[must_use]
    #[inline]
    pub fn p(&self) -> f64 {
        self.p
    }

    /// Successes among `n` tries, where that needs no luck.
    #[must_use]
    #[inline]
    pub fn certain(&self, n: u64) -> Option<u64> {
        if n == 0 || self.p <= 0.0 {
            Some(0)
        } else if self.p >= 1.0 {
            Some(n)
        } else {
            None
        }
    }

    /// Successes among `n` tries (above 0) at level `u`, for a chance strictly
    /// between 0 and 1.
    #[must_use]
    #[inline]
    pub fn successes(&mut self, n: u64, u: f64) -> u64 {
        match self.rows.get(n.wrapping_sub(1) as usize) {
            Some(row) if self.known >> n & 1 == 1 => below(row, u),
            _ => self.unknown(n, u),
        }
    }

    #[inline(never)]
    fn unknown(&mut self, n: u64, u: f64) -> u64 {
        if n > FEW as u64 || self.fresh {
            self.fresh = false;
            return self.many(n, u);
        }
        self.learn(n as usize);
        self.successes(n, u)
    }

    /// Works out the distribution function of a number of tries.
    fn learn(&mut self, n: usize) {
        self.known |= 1 << n;
        let odds = self.p / (1.0 - self.p);
        let mut left = n as f64;
        let mut chance = 1.0 / self.over_none(left);
        let mut sum = 0.0;
        // Nothing lies above all tries: the value of n and beyond stays 1.
        for (value, reciprocal) in self.rows[n - 1][..n].iter_mut().zip(&RECIPROCALS[1..]) {
            sum += chance;
            *value = sum;
            chance *= odds * left * reciprocal;
            left -= 1.0;
        }
    }

    /// One over the chance of no success among so many tries.
    #[inline]
    fn over_none(&mut self, tries: f64) -> f64 {
        if self.log_failure == 0.0 {
            self.log_failure = (-self.p).ln_1p();
        }
        exp(-tries * self.log_failure)
    }

    /// Successes among any number of tries at level `u`.
    fn many(&mut self, n: u64, u: f64) -> u64 {
        let (tries, failure) = (real(n), 1.0 - self.p);
        let mean = tries * self.p;
        // The chance of none is at least 1 − n p.
        if mean < RARE && u <= 1.0 - mean {
            0
        } else if mean * failure > WIDE {
            // The mirrored uniform number keeps the count rising with the luck.
            if self.p > 0.5 {
                n - quantile::binomial(n, failure, 1.0 - u)
            } else {
                quantile::binomial(n, self.p, u)
            }
        } else if self.p > 0.5 {
            let over_none = exp(-tries * self.p.ln());
            n - walk(tries, failure, (1.0 - u) * over_none).min(n)
        } else {
            walk(tries, self.p, u * self.over_none(tries)).min(n)
        }
    }
}

/// Successes of a chance of at most one half, at a level taken over the chance of none.
#[inline]
fn walk(tries: f64, p: f64, level: f64) -> u64 {
    let odds = p / (1.0 - p);
    climb(tries * p, level, |count| odds * (tries + 1.0 - count as f64) * RECIPROCALS[count])
}
