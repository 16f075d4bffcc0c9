//! The share of a result's variance that an unknown explains on its own.
//!
//! The curve of the mean result is fitted without a price on bending, and what it
//! takes from noise alone is taken off: the share is right on average whatever the
//! curve is, and 0 on average where there is none. How much noise there is may
//! differ along the unknown, so it is measured where it is (`MacKinnon` and
//! White 1985, Journal of Econometrics 29 (3)).

use super::Estimate;
use super::scores::Scores;
use super::smooth::{Bending, Smooth};

/// Where the curve owes more than that of a run's value to the run itself, what it
/// leaves of the result says nothing of noise, and the noise is taken as elsewhere.
const OWED: f64 = 0.8;

/// The first-order share of the variance of the results `y` that the unknown with
/// the values `x` explains: from 0 to 1, but for noise. 0 where either does not vary.
#[must_use]
pub fn first_order(x: &[f64], y: &[f64]) -> Estimate {
    if x.len() < 2 {
        return Estimate::default();
    }
    let scores = Scores::new(x);
    let curve = Smooth::fit(&scores, y, Bending::Free);
    let runs = y.len() as f64;
    let variance = y.iter().map(|y| (y - curve.mean).powi(2)).sum::<f64>() / runs;
    if variance <= 0.0 || curve.residual <= 0.0 {
        return Estimate { value: if variance > 0.0 { 1.0 } else { 0.0 }, se: 0.0 };
    }
    let bins = Bins::new(&scores, &curve, y);
    let (explained, noise) = bins.sums(&scores);
    let share = (explained - noise.0) / (variance * runs - noise.0 / (runs - 1.0));
    // How each run moves the share, to first order: by its distance from the mean,
    // and by what the curve leaves of it.
    let influence = |(y, bin): (&f64, &u32)| {
        let off = y - curve.mean;
        let left = off - bins.off[*bin as usize];
        (off * off - left * left - share * off * off) / variance
    };
    let squares: f64 = y.iter().zip(&scores.bin).map(influence).map(|x| x * x).sum();
    // Where there is hardly an effect, what the curve explains of noise varies more
    // than that by itself.
    let taken = 2.0 * noise.1 / (variance * variance);
    let se = squares.max(taken).sqrt() / runs;
    Estimate { value: share, se }
}

/// A curve at the bins of an unknown.
struct Bins {
    /// Its distance from the mean result.
    off: Vec<f64>,
    /// How much of a run's result the curve owes to that run.
    owes: Vec<f64>,
    /// Variance of the results around it.
    left: Vec<f64>,
}

impl Bins {
    fn new(scores: &Scores, curve: &Smooth, y: &[f64]) -> Self {
        let at = scores.angle.iter().map(|angle| curve.at(*angle));
        let (off, owes): (Vec<f64>, Vec<f64>) = at
            .map(|(value, variance)| (value - curve.mean, (variance / curve.residual).min(1.0)))
            .unzip();
        let mut left = vec![0.0; off.len()];
        for (y, bin) in y.iter().zip(&scores.bin) {
            let bin = *bin as usize;
            let square = (y - curve.mean - off[bin]).powi(2);
            let own = owes[bin] <= OWED;
            let noise = if own { square / (1.0 - owes[bin]) } else { curve.residual };
            left[bin] += noise / scores.runs[bin];
        }
        Self { off, owes, left }
    }

    /// Over all runs: the squares that the curve explains, those of them that are
    /// noise, and the square of the latter's variance.
    fn sums(&self, scores: &Scores) -> (f64, (f64, f64)) {
        let (mut explained, mut noise, mut square) = (0.0, 0.0, 0.0);
        let bins = self.off.iter().zip(&self.owes).zip(&self.left).zip(&scores.runs);
        for (((off, owes), left), runs) in bins {
            explained += runs * off * off;
            // The mean result is no explanation.
            noise += (runs * owes - runs / scores.bin.len() as f64) * left;
            square += runs * owes * left * left;
        }
        (explained, (noise, square))
    }
}
