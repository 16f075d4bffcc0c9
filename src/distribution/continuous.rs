//! The continuous families: both tails, and the value that has given tails.
//!
//! Every family answers from the smaller tail, so a truncation far out on
//! either side loses no precision.

use statrs::function::{beta, gamma};

use super::{Tails, normal};

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
            Self::Gamma { shape, scale } => gamma_tails(shape, x / scale),
            Self::Beta { a, b, low, high } => {
                beta_tails(a, b, (x - low) / (high - low), (high - x) / (high - low))
            }
        }
    }

    /// The value that has these probabilities on either side.
    pub(super) fn at(&self, tails: Tails) -> f64 {
        match *self {
            Self::Uniform { low, high } => from_nearer_end(low, high, tails, |share, _| share),
            Self::Triangular { low, mode, high } => triangle_at(low, mode, high, tails),
            Self::Normal { mean, sd } => mean + sd * normal::score(tails),
            Self::LogNormal { mu, sigma } => (mu + sigma * normal::score(tails)).exp(),
            Self::LogitNormal { mu, sigma } => normal::logistic(mu + sigma * normal::score(tails)),
            Self::Gamma { shape, scale } => scale * gamma_at(shape, tails),
            Self::Beta { a, b, low, high } => {
                from_nearer_end(low, high, tails, |share, mirrored| {
                    if mirrored { beta_at(b, a, share) } else { beta_at(a, b, share) }
                })
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

/// Measures the share of the range from the end that has the smaller tail; the
/// closure is told whether that is the upper end.
fn from_nearer_end(low: f64, high: f64, tails: Tails, share: impl Fn(f64, bool) -> f64) -> f64 {
    if tails.lower <= tails.upper {
        low + share(tails.lower, false) * (high - low)
    } else {
        high - share(tails.upper, true) * (high - low)
    }
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
    if tails.lower * range < mode - low {
        low + (tails.lower * range * (mode - low)).sqrt()
    } else {
        high - (tails.upper * range * (high - mode)).sqrt()
    }
}

fn gamma_tails(shape: f64, x: f64) -> Tails {
    Tails { lower: gamma::gamma_lr(shape, x), upper: gamma::gamma_ur(shape, x) }
}

/// A gamma value of scale 1. Solved on the logarithm of the value, where small
/// shapes, whose values run down to 1e-300 and below, are no special case.
fn gamma_at(shape: f64, tails: Tails) -> f64 {
    // Below any x the tail is less than x^shape/Γ(shape + 1); started from
    // there, the root lies above. Wilson and Hilferty 1931 for the other side.
    let lowest = ((tails.lower.ln() + gamma::ln_gamma(shape + 1.0)) / shape).min(700.0);
    if lowest < -690.0 {
        return lowest.exp();
    }
    let z = normal::score(tails);
    let spread = 1.0 / (9.0 * shape);
    let guess = shape * (1.0 - spread + z * spread.sqrt()).powi(3);
    let start = if guess.is_finite() && guess.ln() > lowest { guess.ln() } else { lowest };
    let density = |t: f64| (shape * t - t.exp() - gamma::ln_gamma(shape)).exp();
    solve(start, (lowest - 1e-9, 7.0e2), tails, |t| gamma_tails(shape, t.exp()), density).exp()
}

fn beta_tails(a: f64, b: f64, x: f64, complement: f64) -> Tails {
    Tails { lower: beta::beta_reg(a, b, x), upper: beta::beta_reg(b, a, complement) }
}

/// A beta value from its lower tail, which is the smaller one. Solved on the
/// log odds, where shapes below 1 are no special case.
fn beta_at(a: f64, b: f64, lower: f64) -> f64 {
    // I_x(a, b) behaves as x^a/(a B(a, b)) near 0.
    let lowest = (lower.ln() + a.ln() + beta::ln_beta(a, b)) / a;
    if lowest < -690.0 {
        return lowest.exp();
    }
    let tails = Tails { lower, upper: 1.0 - lower };
    let (mean, variance) = (a / (a + b), a * b / ((a + b).powi(2) * (a + b + 1.0)));
    let guess = mean + normal::score(tails) * variance.sqrt();
    let start = if a > 1.0 && b > 1.0 && guess > 0.0 && guess < 1.0 {
        normal::logit(guess)
    } else {
        lowest.min(0.0)
    };
    let density = |t: f64| {
        let (x, complement) = (normal::logistic(t), normal::logistic(-t));
        (a * x.ln() + b * complement.ln() - beta::ln_beta(a, b)).exp()
    };
    let both = |t: f64| beta_tails(a, b, normal::logistic(t), normal::logistic(-t));
    normal::logistic(solve(start, (-745.0, 745.0), tails, both, density))
}

/// The point where a rising distribution function has the given tails: Newton's
/// steps, kept inside a bracket that shrinks with every look.
fn solve(
    start: f64,
    (mut low, mut high): (f64, f64),
    target: Tails,
    tails: impl Fn(f64) -> Tails,
    density: impl Fn(f64) -> f64,
) -> f64 {
    let mut at = start.clamp(low, high);
    for _ in 0..200 {
        let here = tails(at);
        let excess = if target.lower <= target.upper {
            here.lower - target.lower
        } else {
            target.upper - here.upper
        };
        if excess > 0.0 {
            high = at;
        } else {
            low = at;
        }
        let step = excess / density(at);
        let next = at - step;
        let next = if next > low && next < high { next } else { f64::midpoint(low, high) };
        if (next - at).abs() <= 1e-13 * (1.0 + at.abs()) {
            return next;
        }
        at = next;
    }
    at
}
