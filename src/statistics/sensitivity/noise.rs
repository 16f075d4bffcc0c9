//! Whether an unknown moves a result at all.

use libm::erfc;

use super::cholesky::{Cholesky, Matrix};
use super::scores::Scores;

/// A straight line, a bend and a double bend.
pub(super) const SHAPES: usize = 3;

/// The chance that pure noise would follow the unknown with the values `x` as much
/// as the results `y` do, or more: near 0 where the unknown surely matters. Looked
/// for are a straight line, a bend and a double bend over the unknown's ranks; how
/// much noise there is may differ along the unknown. Who tests many unknowns asks
/// for a chance that is as many times lower.
#[must_use]
pub fn noise(x: &[f64], y: &[f64]) -> f64 {
    noise_over(&Scores::new(x), y)
}

/// The same over the scores of an unknown.
pub(super) fn noise_over(scores: &Scores, y: &[f64]) -> f64 {
    let mean = y.iter().sum::<f64>() / y.len() as f64;
    let off: Vec<f64> = y.iter().map(|y| y - mean).collect();
    let squares: Vec<f64> = off.iter().map(|off| off * off).collect();
    let degrees = scores.runs.len().saturating_sub(1).min(SHAPES);
    if degrees == 0 || squares.iter().sum::<f64>() <= 0.0 {
        return 1.0;
    }
    let shapes = shapes(scores);
    let (mut follows, mut variance) = (vec![0.0; degrees], Matrix::zero(degrees));
    let sums = scores.sums(&off).into_iter().zip(scores.sums(&squares));
    for (shape, (off, squares)) in shapes.iter().zip(sums) {
        for i in 0..degrees {
            follows[i] += shape[i] * off;
            for j in 0..degrees {
                variance.add(i, j, shape[i] * shape[j] * squares);
            }
        }
    }
    let standard = Cholesky::new(&variance).solve(&follows);
    beyond(standard.iter().zip(&follows).map(|(a, b)| a * b).sum(), degrees)
}

/// The shapes at each bin, 0 on average over the runs: Legendre's polynomials, which
/// over ranks are unrelated to each other, and give no run much more weight than
/// another.
pub(super) fn shapes(scores: &Scores) -> Vec<[f64; SHAPES]> {
    let mut shapes: Vec<[f64; SHAPES]> =
        scores.angle.iter().map(|angle| legendre(angle.sin())).collect();
    let runs: f64 = scores.runs.iter().sum();
    for i in 0..SHAPES {
        let weighted = shapes.iter().zip(&scores.runs).map(|(shape, runs)| shape[i] * runs);
        let mean = weighted.sum::<f64>() / runs;
        for shape in &mut shapes {
            shape[i] -= mean;
        }
    }
    shapes
}

fn legendre(x: f64) -> [f64; SHAPES] {
    [x, (3.0 * x * x - 1.0) / 2.0, (5.0 * x * x * x - 3.0 * x) / 2.0]
}

/// The chance that the sum of 1 to 3 squared standard normal values is more than x.
fn beyond(x: f64, degrees: usize) -> f64 {
    let x = x.max(0.0);
    match degrees {
        1 => erfc((x / 2.0).sqrt()),
        2 => (-x / 2.0).exp(),
        _ => erfc((x / 2.0).sqrt()) + (2.0 * x / std::f64::consts::PI).sqrt() * (-x / 2.0).exp(),
    }
}
