//! What two unknowns do only together, whether or not either does anything alone.

use libm::erfc;

use super::cholesky::{Cholesky, Matrix};
use super::noise::{SHAPES, shapes};
use super::scores::Scores;

/// Runs that are looked at to find pairs, at most.
const RUNS: usize = 10_000;
/// Pairs that are fitted, at most, the clearest first.
const MOST: usize = 12;
/// A little of the identity, for unknowns with fewer values than shapes.
const RIDGE: f64 = 1e-9;

/// The pairs of unknowns of which the product of the ranks goes with what is left of
/// the results more than noise would, the clearest first. Each has to be less likely
/// than `unlikely`, divided by all pairs that there are.
#[must_use]
pub fn find(scores: &[Scores], left: &[f64], unlikely: f64) -> Vec<(usize, usize)> {
    let left = &left[..left.len().min(RUNS)];
    let rank = |scores: &Scores| -> Vec<f64> {
        let ranks: Vec<f64> = scores.angle.iter().map(|angle| angle.sin()).collect();
        scores.bin[..left.len()].iter().map(|bin| ranks[*bin as usize]).collect()
    };
    let ranks: Vec<Vec<f64>> = scores.iter().map(rank).collect();
    let pairs = ranks.len() * ranks.len().saturating_sub(1) / 2;
    let mut found = Vec::new();
    for (i, first) in ranks.iter().enumerate() {
        let weighted: Vec<f64> = first.iter().zip(left).map(|(rank, left)| rank * left).collect();
        for (j, second) in ranks.iter().enumerate().skip(i + 1) {
            let (mut sum, mut squares) = (0.0, 0.0);
            for (a, b) in weighted.iter().zip(second) {
                sum += a * b;
                squares += a * b * a * b;
            }
            let square = if squares > 0.0 { sum * sum / squares } else { 0.0 };
            if erfc((square / 2.0).sqrt()) * (pairs as f64) < unlikely {
                found.push((square, (i, j)));
            }
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    found.into_iter().take(MOST).map(|(_, pair)| pair).collect()
}

/// A surface over two unknowns without what either does alone.
#[derive(Debug, Clone)]
pub struct Surface {
    /// What it adds, run by run; 0 on average.
    pub adds: Vec<f64>,
    /// The variance of that.
    pub variance: Vec<f64>,
}

impl Surface {
    /// Fits it to what is left of the results: products of straight lines, bends and
    /// double bends over the ranks.
    #[must_use]
    pub fn fit(first: &Scores, second: &Scores, left: &[f64]) -> Self {
        let (one, two) = (shapes(first), shapes(second));
        let counts = [first, second].map(|scores| (scores.runs.len() - 1).min(SHAPES));
        let size = counts[0] * counts[1];
        let row = |run: usize| -> Vec<f64> {
            let (a, b) = (&one[first.bin[run] as usize], &two[second.bin[run] as usize]);
            a[..counts[0]].iter().flat_map(|a| b[..counts[1]].iter().map(move |b| a * b)).collect()
        };
        let runs = left.len() as f64;
        let mut centre = vec![0.0; size];
        for run in 0..left.len() {
            centre.iter_mut().zip(row(run)).for_each(|(centre, x)| *centre += x / runs);
        }
        let row = |run: usize| -> Vec<f64> {
            row(run).iter().zip(&centre).map(|(x, centre)| x - centre).collect()
        };
        let (mut normal, mut right) = (Matrix::zero(size), vec![0.0; size]);
        for (run, left) in left.iter().enumerate() {
            let x = row(run);
            for i in 0..size {
                right[i] += x[i] * left;
                for j in 0..size {
                    normal.add(i, j, x[i] * x[j]);
                }
            }
        }
        let trace = normal.trace();
        for i in 0..size {
            normal.add(i, i, RIDGE * trace / size as f64 + f64::MIN_POSITIVE);
        }
        let factor = Cholesky::new(&normal);
        let (weights, inverse) = (factor.solve(&right), factor.inverse());
        let all: f64 = left.iter().map(|left| left * left).sum();
        let residual = (all - dot(&weights, &right)).max(0.0) / (runs - size as f64 - 1.0).max(1.0);
        let (mut adds, mut variance) = (Vec::new(), Vec::new());
        for run in 0..left.len() {
            let x = row(run);
            adds.push(dot(&weights, &x));
            let reach: f64 =
                (0..size).map(|i| x[i] * dot(&inverse.entries[i * size..][..size], &x)).sum();
            variance.push(residual * reach.max(0.0));
        }
        Self { adds, variance }
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
