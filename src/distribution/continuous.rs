//! The continuous families: both tails, and the value that has given tails.
//!
//! Every family answers from the smaller tail, so a truncation far out on
//! either side loses no precision.

use super::{Tails, beta, gamma, normal};

/// A continuous distribution with valid parameters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Continuous {
    /// Even between the ends.
    Uniform {
        /// Smallest value.
        low: f64,
        /// Largest value.
        high: f64,
    },
    /// Rising to the mode, falling after it.
    Triangular {
        /// Smallest value.
        low: f64,
        /// Most likely value.
        mode: f64,
        /// Largest value.
        high: f64,
    },
    /// Normal.
    Normal {
        /// Mean.
        mean: f64,
        /// Standard deviation, above 0.
        sd: f64,
    },
    /// The exponential of a normal value.
    LogNormal {
        /// Mean of the logarithm.
        mu: f64,
        /// Standard deviation of the logarithm, above 0.
        sigma: f64,
    },
    /// A probability whose log odds are normal.
    LogitNormal {
        /// Mean of the log odds.
        mu: f64,
        /// Standard deviation of the log odds, above 0.
        sigma: f64,
    },
    /// Gamma.
    Gamma {
        /// Shape, above 0.
        shape: f64,
        /// Scale, above 0.
        scale: f64,
    },
    /// A beta distribution stretched over a range; PERT is one.
    Beta {
        /// First shape, above 0.
        a: f64,
        /// Second shape, above 0.
        b: f64,
        /// Smallest value.
        low: f64,
        /// Largest value.
        high: f64,
    },
}

impl Continuous {
    /// Probability of a value at or below `x`, and above it.
    pub(super) fn tails(&self, x: f64) -> Tails {
        let (from, to) = self.support();
        if x <= from || x >= to {
            return Tails::certain(x >= to);
        }
        match *self {
            Self::Uniform { low, high } => {
                Tails { lower: (x - low) / (high - low), upper: (high - x) / (high - low) }
            }
            Self::Triangular { low, mode, high } => triangle_tails(low, mode, high, x),
            Self::Normal { mean, sd } => normal::tails((x - mean) / sd),
            Self::LogNormal { mu, sigma } => normal::tails((x.ln() - mu) / sigma),
            Self::LogitNormal { mu, sigma } => normal::tails((normal::logit(x) - mu) / sigma),
            Self::Gamma { shape, scale } => gamma::tails(shape, (x / (shape * scale)).ln()),
            Self::Beta { a, b, low, high } => {
                beta::tails(a, b, (x - low) / (high - low), (high - x) / (high - low))
            }
        }
    }

    /// The value that has these probabilities on either side.
    pub(super) fn at(&self, tails: Tails) -> f64 {
        match *self {
            Self::Uniform { low, high } => from_nearer_end(low, high, tails.lower, tails.upper),
            Self::Triangular { low, mode, high } => triangle_at(low, mode, high, tails),
            Self::Normal { mean, sd } => mean + sd * normal::score(tails),
            Self::LogNormal { mu, sigma } => above_zero((mu + sigma * normal::score(tails)).exp()),
            Self::LogitNormal { mu, sigma } => normal::logistic(mu + sigma * normal::score(tails)),
            Self::Gamma { shape, scale } => {
                above_zero(shape * scale * gamma::log_at(shape, tails).exp())
            }
            Self::Beta { a, b, low, high } => {
                let odds = beta::log_odds_at(a, b, tails);
                from_nearer_end(low, high, normal::logistic(odds), normal::logistic(-odds))
            }
        }
    }

    /// The smallest and the largest possible value; infinite where there is none.
    pub(super) fn support(&self) -> (f64, f64) {
        match *self {
            Self::Uniform { low, high }
            | Self::Triangular { low, high, .. }
            | Self::Beta { low, high, .. } => (low, high),
            Self::Normal { .. } => (f64::NEG_INFINITY, f64::INFINITY),
            Self::LogNormal { .. } | Self::Gamma { .. } => (0.0, f64::INFINITY),
            Self::LogitNormal { .. } => (0.0, 1.0),
        }
    }
}

/// The value with these shares of the range below and above it.
fn from_nearer_end(low: f64, high: f64, below: f64, above: f64) -> f64 {
    if below <= above { low + below * (high - low) } else { high - above * (high - low) }
}

/// What is above zero by its kind stays so where it is too small to write down.
fn above_zero(value: f64) -> f64 {
    if value < f64::MIN_POSITIVE { f64::MIN_POSITIVE } else { value }
}

fn triangle_tails(low: f64, mode: f64, high: f64, x: f64) -> Tails {
    let range = high - low;
    if x < mode {
        let lower = (x - low) / range * ((x - low) / (mode - low));
        Tails { lower, upper: 1.0 - lower }
    } else {
        let upper = (high - x) / range * ((high - x) / (high - mode));
        Tails { lower: 1.0 - upper, upper }
    }
}

fn triangle_at(low: f64, mode: f64, high: f64, tails: Tails) -> f64 {
    let range = high - low;
    let rising = (mode - low) / range;
    if tails.lower < rising {
        low + range * (tails.lower * rising).sqrt()
    } else {
        high - range * (tails.upper * ((high - mode) / range)).sqrt()
    }
}
