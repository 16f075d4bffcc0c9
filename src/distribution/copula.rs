//! Correlated factors: a Gaussian copula.
//!
//! The correlation that a scenario states is that of the factors' normal
//! scores. Independent scores become correlated ones by the Cholesky factor of
//! the matrix.

/// The lower Cholesky factor of a correlation matrix, row by row.
#[derive(Debug, Clone, PartialEq)]
pub struct Copula {
    rows: Vec<Vec<f64>>,
}

/// The correlations contradict each other: no numbers can be related like that.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NotPositiveDefinite {
    /// The row at which the matrix fails.
    pub row: usize,
    /// The earlier row whose stated correlation with it is the strongest.
    pub column: usize,
}

impl Copula {
    /// Factorises a symmetric matrix with ones on its diagonal.
    ///
    /// # Errors
    /// When the matrix is not positive definite; names the pair to look at.
    pub fn new(matrix: &[Vec<f64>]) -> Result<Self, NotPositiveDefinite> {
        let mut rows: Vec<Vec<f64>> = Vec::with_capacity(matrix.len());
        for (i, given) in matrix.iter().enumerate() {
            let mut row: Vec<f64> = Vec::with_capacity(i + 1);
            for (j, earlier) in rows.iter().enumerate() {
                let known: f64 = row.iter().zip(earlier).map(|(a, b)| a * b).sum();
                row.push((given[j] - known) / earlier[j]);
            }
            let left = 1.0 - row.iter().map(|x| x * x).sum::<f64>();
            if left < 1e-10 {
                let strength = |&a: &usize, &b: &usize| given[a].abs().total_cmp(&given[b].abs());
                let column = (0..i).max_by(strength).unwrap_or(0);
                return Err(NotPositiveDefinite { row: i, column });
            }
            row.push(left.sqrt());
            rows.push(row);
        }
        Ok(Self { rows })
    }

    /// Turns independent standard normal scores into correlated ones, in place.
    /// Takes as many scores as the matrix has rows.
    pub fn correlate(&self, scores: &mut [f64]) {
        for (i, row) in self.rows.iter().enumerate().rev() {
            scores[i] = row.iter().zip(&*scores).map(|(weight, score)| weight * score).sum();
        }
    }
}
