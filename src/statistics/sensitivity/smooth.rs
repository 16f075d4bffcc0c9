//! The mean of a result as a smooth curve of an unknown.
//!
//! Penalised splines (Eilers and Marx 1996, Statistical Science 11 (2)): many
//! pieces, and a price on bending, so that no evidence for a bend leaves a straight
//! line. How high the price is, the runs decide, by restricted maximum likelihood
//! (Wood 2011, Journal of the Royal Statistical Society B 73 (1)), which seldom
//! takes noise for a bend.

use super::cholesky::{Cholesky, Matrix};
use super::scores::Scores;
use super::spline::Spline;

/// What a bend costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bending {
    /// Nothing: a curve over the angles of the ranks that is as free as its pieces let
    /// it be. Even the outermost piece holds enough runs not to follow a few of them.
    Free,
    /// What the runs say: a curve over the scores.
    Priced,
}

/// Most pieces, and runs that a piece needs.
const PIECES: usize = 32;
const RUNS: usize = 70;
/// A little of the identity, beside the data: where an unknown has fewer values
/// than the curve has pieces, those that nothing is known of lie at the mean.
const RIDGE: f64 = 1e-9;

/// A curve fitted to results.
#[derive(Debug, Clone)]
pub struct Smooth {
    spline: Spline,
    /// The mean result: what the curve is measured from.
    pub mean: f64,
    weights: Vec<f64>,
    /// Covariance of the weights.
    covariance: Matrix,
    /// Variance of the results around the curve.
    pub residual: f64,
}

/// The sums that a fit is made from.
struct Normal {
    spline: Spline,
    left: Matrix,
    right: Vec<f64>,
    squares: f64,
    runs: f64,
}

impl Smooth {
    /// The curve of the results `y` over the scores.
    #[must_use]
    pub fn fit(scores: &Scores, y: &[f64], bending: Bending) -> Self {
        let mean = y.iter().sum::<f64>() / y.len() as f64;
        let places = match bending {
            Bending::Free => &scores.angle,
            Bending::Priced => &scores.score,
        };
        let normal = Normal::new(places, &scores.runs, &scores.sums(y), y, mean);
        let penalty = bends(normal.spline.size());
        let price = match bending {
            Bending::Free => 0.0,
            Bending::Priced => normal.price(&penalty),
        };
        normal.solve(&penalty, price, mean)
    }

    /// The mean result at a score (or, where bending is free, an angle), and the variance of this estimate.
    #[must_use]
    pub fn at(&self, place: f64) -> (f64, f64) {
        let (first, curves) = self.spline.at(place);
        let mut value = self.mean;
        let mut variance = 0.0;
        for (i, a) in curves.iter().enumerate() {
            value += a * self.weights[first + i];
            for (j, b) in curves.iter().enumerate() {
                variance += a * b * self.covariance.at(first + i, first + j);
            }
        }
        (value, variance.max(0.0))
    }
}

impl Normal {
    fn new(places: &[f64], runs: &[f64], sums: &[f64], y: &[f64], mean: f64) -> Self {
        let pieces = (y.len() / RUNS).clamp(3, PIECES);
        let (low, high) = (places[0], places[places.len() - 1]);
        let spline = Spline::new(low, high, pieces);
        let (mut left, mut right) = (Matrix::zero(spline.size()), vec![0.0; spline.size()]);
        for ((place, runs), sum) in places.iter().zip(runs).zip(sums) {
            let (first, curves) = spline.at(*place);
            for (i, a) in curves.iter().enumerate() {
                right[first + i] += a * (sum - runs * mean);
                for (j, b) in curves.iter().enumerate() {
                    left.add(first + i, first + j, runs * a * b);
                }
            }
        }
        let squares = y.iter().map(|y| (y - mean).powi(2)).sum();
        Self { spline, left, right, squares, runs: y.len() as f64 }
    }

    /// The data's part of the equations with a penalty at this price, relative to
    /// the data.
    fn priced(&self, penalty: &Matrix, price: f64) -> Matrix {
        let size = self.left.size;
        let mut left = self.left.plus(price * self.left.trace() / penalty.trace(), penalty);
        for i in 0..size {
            left.add(i, i, RIDGE * self.left.trace() / size as f64);
        }
        left
    }

    /// The price, of a grid, under which the results are likeliest.
    fn price(&self, penalty: &Matrix) -> f64 {
        let unlikely = |price: f64| {
            let factor = Cholesky::new(&self.priced(penalty, price));
            let explained = dot(&factor.solve(&self.right), &self.right);
            let left = (self.squares - explained).max(f64::MIN_POSITIVE);
            let bends = (self.left.size - 2) as f64;
            (self.runs - 2.0) * left.ln() + factor.log_determinant() - bends * price.ln()
        };
        let prices = (-8..=14).map(|half| 10.0_f64.powf(f64::from(half) / 2.0));
        let likeliest =
            prices.map(|price| (unlikely(price), price)).min_by(|a, b| a.0.total_cmp(&b.0));
        likeliest.map_or(1.0, |(_, price)| price)
    }

    fn solve(self, penalty: &Matrix, price: f64, mean: f64) -> Smooth {
        let factor = Cholesky::new(&self.priced(penalty, price));
        let weights = factor.solve(&self.right);
        let mut covariance = factor.inverse();
        // How many numbers the curve has in effect taken from the runs.
        let degrees = covariance.trace_of_product(&self.left);
        // 2 right·w − w·left·w is what the curve explains, priced or not.
        let explained = 2.0 * dot(&weights, &self.right) - quadratic(&self.left, &weights);
        let free = (self.runs - degrees).max(1.0);
        let residual = (self.squares - explained).max(0.0) / free;
        for entry in &mut covariance.entries {
            *entry *= residual;
        }
        Smooth { spline: self.spline, mean, weights, covariance, residual }
    }
}

/// The sum of squared second differences of the weights, as a matrix.
fn bends(size: usize) -> Matrix {
    let mut penalty = Matrix::zero(size);
    for start in 0..size - 2 {
        for (i, a) in [1.0, -2.0, 1.0].into_iter().enumerate() {
            for (j, b) in [1.0, -2.0, 1.0].into_iter().enumerate() {
                penalty.add(start + i, start + j, a * b);
            }
        }
    }
    penalty
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn quadratic(matrix: &Matrix, x: &[f64]) -> f64 {
    let row = |i: usize| dot(&matrix.entries[i * matrix.size..][..matrix.size], x);
    (0..matrix.size).map(|i| x[i] * row(i)).sum()
}
