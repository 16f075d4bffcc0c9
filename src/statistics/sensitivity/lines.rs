//! Straight lines over several unknowns at once: what one does is told apart from
//! what another does that goes along with it.

use libm::erfc;

use super::cholesky::{Cholesky, Matrix};
use super::scores::Scores;

/// Runs that are put in columns at a time.
const BLOCK: usize = 256;
/// Runs that a line needs, for what is left to say how much noise there is.
const RUNS: usize = 4;
/// A little of the identity: two unknowns that are the same share their slope.
const RIDGE: f64 = 1e-10;

/// Straight lines over the scores of unknowns, fitted together.
#[derive(Debug, Clone, Default)]
pub struct Lines {
    /// By how much the result rises with each score.
    pub slopes: Vec<f64>,
    /// How likely noise alone would give each such a slope, beside the others.
    pub chances: Vec<f64>,
    /// Mean score of each.
    centres: Vec<f64>,
}

impl Lines {
    /// Of results with the mean 0. There are none where the runs are too few.
    #[must_use]
    pub fn fit(scores: &[&Scores], y: &[f64]) -> Option<Self> {
        let size = scores.len();
        if size == 0 || y.len() < RUNS * (size + 1) {
            return None;
        }
        let centres: Vec<f64> = scores.iter().map(|scores| mean(scores, y.len())).collect();
        let (mut left, right) = sums(scores, &centres, y);
        let trace = left.trace();
        for i in 0..size {
            left.add(i, i, RIDGE * trace / size as f64 + f64::MIN_POSITIVE);
        }
        let factor = Cholesky::new(&left);
        let slopes = factor.solve(&right);
        let all: f64 = y.iter().map(|y| y * y).sum();
        let explained: f64 = slopes.iter().zip(&right).map(|(a, b)| a * b).sum();
        let residual = (all - explained).max(0.0) / (y.len() - size - 1).max(1) as f64;
        let inverse = factor.inverse();
        let chance = |i: usize| {
            let square = slopes[i] * slopes[i] / (inverse.at(i, i) * residual);
            // What does not vary has no slope.
            if square.is_nan() { 1.0 } else { erfc((square / 2.0).sqrt()) }
        };
        let chances = (0..size).map(chance).collect();
        Some(Self { slopes, chances, centres })
    }

    /// Takes the lines off what is left of the results, and adds them to `sum`.
    pub fn take(&self, scores: &[&Scores], left: &mut [f64], sum: &mut [f64]) {
        for ((scores, slope), centre) in scores.iter().zip(&self.slopes).zip(&self.centres) {
            for ((left, sum), bin) in left.iter_mut().zip(sum.iter_mut()).zip(&scores.bin) {
                let adds = slope * (scores.score[*bin as usize] - centre);
                *left -= adds;
                *sum += adds;
            }
        }
    }
}

fn mean(scores: &Scores, runs: usize) -> f64 {
    scores.score.iter().zip(&scores.runs).map(|(score, runs)| score * runs).sum::<f64>()
        / runs as f64
}

/// The sums of products of all scores with each other, and with the results.
fn sums(scores: &[&Scores], centres: &[f64], y: &[f64]) -> (Matrix, Vec<f64>) {
    let (mut left, mut right) = (Matrix::zero(scores.len()), vec![0.0; scores.len()]);
    for start in (0..y.len()).step_by(BLOCK) {
        let end = (start + BLOCK).min(y.len());
        let column = |(scores, centre): (&&Scores, &f64)| -> Vec<f64> {
            let bins = &scores.bin[start..end];
            bins.iter().map(|bin| scores.score[*bin as usize] - centre).collect()
        };
        let columns: Vec<Vec<f64>> = scores.iter().zip(centres).map(column).collect();
        for (i, a) in columns.iter().enumerate() {
            right[i] += dot(a, &y[start..end]);
            for (j, b) in columns.iter().enumerate().take(i + 1) {
                let product = dot(a, b);
                left.add(i, j, product);
                if i != j {
                    left.add(j, i, product);
                }
            }
        }
    }
    (left, right)
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
