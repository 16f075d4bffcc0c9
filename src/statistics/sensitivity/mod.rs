//! What moves a result, from runs at hand.
//!
//! Every run has drawn each unknown `x` and yielded a result `y`; nothing else is
//! asked for, so no run is simulated for these figures alone:
//!
//! - [`tenths`]: the result in each tenth of an unknown;
//! - [`Conditional`]: the mean result as a smooth curve of an unknown, and where
//!   it crosses zero;
//! - [`first_order`]: the share of the variance that an unknown explains on its own;
//! - [`noise`]: how often chance alone would look like that;
//! - [`worth_knowing`]: what it is worth to know unknowns before choosing.
//!
//! [`Swaps`] holds what total effects need, and that is a design of its own: runs
//! of which one unknown at a time was drawn anew.
//!
//! An unknown that goes along with others (correlated ones) is given what goes
//! along with it: `first_order` then is the share that is explained by knowing it,
//! not by what it does alone, and such shares may add up to more than 1. The same
//! holds for `worth_knowing`, where it is just what is asked.
//!
//! All of it is a function of the slices: no generator, no threads.

mod additive;
mod cholesky;
mod conditional;
mod first_order;
mod lines;
mod noise;
mod pairs;
mod scores;
mod smooth;
mod spline;
mod swaps;
mod tenths;
mod worth;

pub use conditional::{Conditional, Crossing};
pub use first_order::first_order;
pub use noise::noise;
pub use swaps::Swaps;
pub use tenths::{Tenth, tenths};
pub use worth::{Worth, worth_knowing};

use super::{Interval, WITHIN_95};

/// An estimate from a sample.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Estimate {
    /// The best guess, in the unit of what is estimated. Where noise is taken off
    /// (shares of variance), it may lie a little below 0.
    pub value: f64,
    /// Its standard error.
    pub se: f64,
}

impl Estimate {
    /// Between these ends the true value lies with a confidence of 95 %.
    #[must_use]
    pub fn interval(&self) -> Interval {
        let reach = WITHIN_95 * self.se;
        Interval { low: Some(self.value - reach), high: Some(self.value + reach) }
    }
}
