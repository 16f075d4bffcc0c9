//! Small symmetric positive definite systems.

/// A symmetric matrix, row by row.
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    /// Rows, and columns.
    pub size: usize,
    /// `size` times `size` entries.
    pub entries: Vec<f64>,
}

impl Matrix {
    /// All zero.
    #[must_use]
    pub fn zero(size: usize) -> Self {
        Self { size, entries: vec![0.0; size * size] }
    }

    /// An entry.
    #[must_use]
    #[inline]
    pub fn at(&self, row: usize, column: usize) -> f64 {
        self.entries[row * self.size + column]
    }

    /// Adds to an entry.
    #[inline]
    pub fn add(&mut self, row: usize, column: usize, value: f64) {
        self.entries[row * self.size + column] += value;
    }

    /// The sum of the diagonal.
    #[must_use]
    pub fn trace(&self) -> f64 {
        (0..self.size).map(|i| self.at(i, i)).sum()
    }

    /// This plus `times` another.
    #[must_use]
    pub fn plus(&self, times: f64, other: &Self) -> Self {
        let entries = self.entries.iter().zip(&other.entries).map(|(a, b)| a + times * b).collect();
        Self { size: self.size, entries }
    }

    /// The trace of the product of two symmetric matrices.
    #[must_use]
    pub fn trace_of_product(&self, other: &Self) -> f64 {
        self.entries.iter().zip(&other.entries).map(|(a, b)| a * b).sum()
    }
}

/// The lower triangle L of a matrix L Lᵀ.
#[derive(Debug, Clone)]
pub struct Cholesky(Matrix);

impl Cholesky {
    /// Of a positive definite matrix.
    #[must_use]
    pub fn new(matrix: &Matrix) -> Self {
        let size = matrix.size;
        let mut lower = Matrix::zero(size);
        for i in 0..size {
            for j in 0..=i {
                let (a, b) = (&lower.entries[i * size..][..j], &lower.entries[j * size..][..j]);
                let known: f64 = a.iter().zip(b).map(|(a, b)| a * b).sum();
                let left = matrix.at(i, j) - known;
                let entry =
                    if i == j { left.max(f64::MIN_POSITIVE).sqrt() } else { left / lower.at(j, j) };
                lower.entries[i * size + j] = entry;
            }
        }
        Self(lower)
    }

    /// The logarithm of the matrix's determinant.
    #[must_use]
    pub fn log_determinant(&self) -> f64 {
        (0..self.0.size).map(|i| 2.0 * self.0.at(i, i).ln()).sum()
    }

    /// The solution of matrix times x = `right`.
    #[must_use]
    pub fn solve(&self, right: &[f64]) -> Vec<f64> {
        let (lower, mut x) = (&self.0, right.to_vec());
        for i in 0..x.len() {
            let known: f64 = (0..i).map(|j| lower.at(i, j) * x[j]).sum();
            x[i] = (x[i] - known) / lower.at(i, i);
        }
        for i in (0..x.len()).rev() {
            let known: f64 = (i + 1..x.len()).map(|j| lower.at(j, i) * x[j]).sum();
            x[i] = (x[i] - known) / lower.at(i, i);
        }
        x
    }

    /// The matrix's inverse.
    #[must_use]
    pub fn inverse(&self) -> Matrix {
        let size = self.0.size;
        let column = |j: usize| {
            let mut unit = vec![0.0; size];
            unit[j] = 1.0;
            self.solve(&unit)
        };
        Matrix { size, entries: (0..size).flat_map(column).collect() }
    }
}
