//! The mean of a Poisson number that remembers what its draws needed.

use super::climb::{RARE, RECIPROCALS, WIDE, climb};
use super::exp::exp;
use super::quantile::{Cumulants, Expansion};

/// A mean, 0 or more.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Rate {
    mean: f64,
    needs: Needs,
}

/// What a draw needs beside its mean.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
enum Needs {
    /// Not worked out yet.
    #[default]
    Unknown,
    /// One over the chance of 0.
    Narrow(f64),
    /// The expansion of the quantile.
    Wide(Expansion),
}

impl Needs {
    fn of(mean: f64) -> Self {
        if mean > WIDE {
            Self::Wide(Cumulants::poisson(mean).expansion())
        } else {
            Self::Narrow(exp(mean))
        }
    }
}

impl Rate {
    /// The mean `mean`, 0 or more, finite.
    #[must_use]
    pub fn new(mean: f64) -> Self {
        Self { mean, needs: Needs::Unknown }
    }

    /// Becomes the mean `mean`.
    #[inline]
    pub fn set(&mut self, mean: f64) {
        if self.mean.to_bits() != mean.to_bits() {
            (self.mean, self.needs) = (mean, Needs::Unknown);
        }
    }

    /// The mean.
    #[must_use]
    #[inline]
    pub fn mean(&self) -> f64 {
        self.mean
    }

    /// The Poisson number at level `u`.
    #[must_use]
    #[inline]
    pub fn count(&mut self, u: f64) -> u64 {
        // The chance of none is at least 1 − mean.
        if self.mean < RARE && u <= 1.0 - self.mean { 0 } else { self.some(u) }
    }

    fn some(&mut self, u: f64) -> u64 {
        let mean = self.mean;
        if matches!(self.needs, Needs::Unknown) {
            self.needs = Needs::of(mean);
        }
        match &self.needs {
            Needs::Wide(wide) => wide.poisson(mean, u),
            Needs::Narrow(over_none) => {
                climb(mean, u * over_none, |count| mean * RECIPROCALS[count])
            }
            Needs::Unknown => unreachable!("just worked out"),
        }
    }
}
