//! The share of a result's variance that an unknown explains on its own.
//!
//! The curve of the mean result is fitted without a price on bending, and what it
//! would explain of pure noise, a known number per piece, is taken off: the share
//! is right on average whatever the curve is, and 0 on average where there is none.

use super::Estimate;
use super::scores::Scores;
use super::smooth::{Bending, Smooth};

/// The first-order share of the variance of the results `y` that the unknown with
/// the values `x` explains: from 0 to 1, but for noise. 0 where either does not vary.
#[must_use]
pub fn first_order(x: &[f64], y: &[f64]) -> Estimate {
    if x.len() < 2 {
        return Estimate::default();
    }
    let scores = Scores::new(x);
    let curve = Smooth::fit(&scores, y, Bending::Free);
    let at_bins: Vec<f64> =
        scores.score.iter().map(|score| curve.at(*score).0 - curve.mean).collect();
    let runs = y.len() as f64;
    let variance = y.iter().map(|y| (y - curve.mean).powi(2)).sum::<f64>() / (runs - 1.0);
    if variance <= 0.0 {
        return Estimate::default();
    }
    let share = 1.0 - curve.residual / variance;
    // How each run moves the share, to first order: by its distance from the mean,
    // and by what the curve leaves of it.
    let influence = |(y, bin): (&f64, &u32)| {
        let explained = at_bins[*bin as usize];
        let off = y - curve.mean;
        (off * off - (off - explained).powi(2) - share * off * off) / variance
    };
    let squares: f64 = y.iter().zip(&scores.bin).map(influence).map(|x| x * x).sum();
    // To second order: the noise of what a curve explains of noise.
    let noise = 2.0 * (curve.degrees - 1.0).max(0.0) * (1.0 - share).powi(2);
    Estimate { value: share, se: (squares / runs + noise / runs).sqrt() / runs.sqrt() }
}
