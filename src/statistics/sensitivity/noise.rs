//! Whether an unknown moves a result at all.

use libm::erfc;

use super::cholesky::{Cholesky, Matrix};
use super::scores::Scores;

/// The chance that pure noise would follow the unknown with the values `x` as much
/// as the results `y` do, or more: near 0 where the unknown surely matters. A
/// straight line, a bend and a double bend over the unknown's scores are looked
/// for. Who tests many unknowns asks for a chance that is as many times lower.
#[must_use]
pub fn noise(x: &[f64], y: &[f64]) -> f64 {
    let scores = Scores::new(x);
    let mean = y.iter().sum::<f64>() / y.len() as f64;
    let squares: f64 = y.iter().map(|y| (y - mean).powi(2)).sum();
    let values = scores.runs.len();
    if squares <= 0.0 || values < 2 {
        return 1.0;
    }
    let degrees = (values - 1).min(3);
    let explained = explained(&scores, &scores.sums(y), mean, degrees);
    let share = (explained / squares).clamp(0.0, 1.0);
    beyond(share * y.len() as f64, degrees)
}

/// The sum of squares that a polynomial of so many degrees explains.
fn explained(scores: &Scores, sums: &[f64], mean: f64, degrees: usize) -> f64 {
    let size = degrees + 1;
    let (mut left, mut right) = (Matrix::zero(size), vec![0.0; size]);
    for ((score, runs), sum) in scores.score.iter().zip(&scores.runs).zip(sums) {
        // Hermite's polynomials are orthogonal over normal scores.
        let z = *score;
        let powers = [1.0, z, z * z - 1.0, z * z * z - 3.0 * z];
        for i in 0..size {
            right[i] += powers[i] * (sum - runs * mean);
            for j in 0..size {
                left.add(i, j, runs * powers[i] * powers[j]);
            }
        }
    }
    let weights = Cholesky::new(&left).solve(&right);
    weights.iter().zip(&right).map(|(a, b)| a * b).sum()
}

/// The chance that the sum of 1 to 3 squared standard normal values is more than x.
fn beyond(x: f64, degrees: usize) -> f64 {
    match degrees {
        1 => erfc((x / 2.0).sqrt()),
        2 => (-x / 2.0).exp(),
        _ => erfc((x / 2.0).sqrt()) + (2.0 * x / std::f64::consts::PI).sqrt() * (-x / 2.0).exp(),
    }
}
