//! The normal distribution and its relatives by a change of variable.

use std::f64::consts::{FRAC_1_SQRT_2, SQRT_2};

// Of erfc, statrs has only ten digits.
use libm::erfc;
use statrs::function::erf::erfc_inv;

use super::Tails;

/// Probability of a standard normal value at or below `z`, and above it.
#[must_use]
pub fn tails(z: f64) -> Tails {
    Tails { lower: 0.5 * erfc(-z * FRAC_1_SQRT_2), upper: 0.5 * erfc(z * FRAC_1_SQRT_2) }
}

/// The standard normal value with these probabilities on either side. The
/// smaller of the two decides, so both tails are precise.
#[must_use]
pub fn score(tails: Tails) -> f64 {
    if tails.lower <= tails.upper {
        -SQRT_2 * erfc_inv(2.0 * tails.lower)
    } else {
        SQRT_2 * erfc_inv(2.0 * tails.upper)
    }
}

/// ln(p/(1 − p)), 0 < p < 1.
#[must_use]
pub fn logit(p: f64) -> f64 {
    p.ln() - (-p).ln_1p()
}

/// The inverse of [`logit`].
#[must_use]
pub fn logistic(x: f64) -> f64 {
    if x >= 0.0 {
        1.0 / (1.0 + (-x).exp())
    } else {
        let odds = x.exp();
        odds / (1.0 + odds)
    }
}

/// Mean and standard deviation of the logarithm of a log-normal quantity with
/// the given mean (above 0) and coefficient of variation (0 or more).
#[must_use]
pub fn lognormal_parameters(mean: f64, variation: f64) -> (f64, f64) {
    let variance = (variation * variation).ln_1p();
    (mean.ln() - variance / 2.0, variance.sqrt())
}
