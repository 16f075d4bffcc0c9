//! Total effects: what share of a result's variance would be gone if all but one
//! unknown were known.
//!
//! From pairs of independent runs, and runs that are the first of a pair but for
//! one unknown, which is the second's (Jansen 1999, Computer Physics Communications
//! 117; Saltelli and others 2010, Computer Physics Communications 181 (2)).

use super::Estimate;

/// Results of a design of swaps, point by point.
#[derive(Debug, Clone, Default)]
pub struct Swaps {
    unknowns: usize,
    /// Two results and one a swap, point after point.
    results: Vec<f64>,
}

impl Swaps {
    /// Of so many unknowns, no points yet.
    #[must_use]
    pub fn new(unknowns: usize) -> Self {
        Self { unknowns, results: Vec::new() }
    }

    /// Results that a point has: two runs and one a swap.
    #[must_use]
    pub fn width(&self) -> usize {
        self.unknowns + 2
    }

    /// Takes in whole points: the two independent results and, for each unknown, the
    /// result of the first run with the second's value of it.
    pub fn take(&mut self, results: &[f64]) {
        self.results.extend_from_slice(results);
    }

    /// How many points.
    #[must_use]
    pub fn points(&self) -> usize {
        self.results.len() / self.width()
    }

    /// The variance of the result.
    #[must_use]
    pub fn variance(&self) -> f64 {
        let mean = self.mean();
        let squares: f64 = self.rows().map(|row| spread(row, mean)).sum();
        let runs = 2.0 * self.points() as f64;
        2.0 * squares / (runs - 1.0)
    }

    /// The total effect of each unknown, as a share of the variance; 0 where the
    /// result does not vary.
    #[must_use]
    pub fn totals(&self) -> Vec<Estimate> {
        let (variance, mean, points) = (self.variance(), self.mean(), self.points() as f64);
        if variance.is_nan() || variance <= 0.0 {
            return vec![Estimate::default(); self.unknowns];
        }
        let total = |unknown: usize| {
            let change = |row: &[f64]| (row[0] - row[unknown + 2]).powi(2) / 2.0;
            let value = self.rows().map(change).sum::<f64>() / points / variance;
            // How each point moves the ratio, to first order.
            let influence = |row: &[f64]| (change(row) - value * spread(row, mean)) / variance;
            let squares: f64 = self.rows().map(|row| influence(row).powi(2)).sum();
            Estimate { value, se: (squares / (points - 1.0) / points).sqrt() }
        };
        (0..self.unknowns).map(total).collect()
    }

    fn rows(&self) -> impl Iterator<Item = &[f64]> {
        self.results.chunks_exact(self.width())
    }

    fn mean(&self) -> f64 {
        self.rows().map(|row| row[0] + row[1]).sum::<f64>() / (2.0 * self.points() as f64)
    }
}

/// The variance that a point's two independent results speak for.
fn spread(row: &[f64], mean: f64) -> f64 {
    f64::midpoint((row[0] - mean).powi(2), (row[1] - mean).powi(2))
}
