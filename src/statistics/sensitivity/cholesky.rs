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

/// The lower triangle L of a matrix L Lᵀ. What is zero at the start of a row of the
/// matrix is zero in L as well, and is passed over: most of a curve's is.
#[derive(Debug, Clone)]
pub struct Cholesky {
    lower: Matrix,
    /// The first column of each row that is not zero.
    first: Vec<usize>,
}

impl Cholesky {
    /// Of a positive definite matrix.
    #[must_use]
    pub fn new(matrix: &Matrix) -> Self {
        let size = matrix.size;
        let mut lower = Matrix::zero(size);
        let first_of = |i: usize| (0..i).find(|j| matrix.at(i, *j) != 0.0).unwrap_or(i);
        let first: Vec<usize> = (0..size).map(first_of).collect();
        for i in 0..size {
            for j in first[i]..=i {
                let from = first[i].max(first[j]).min(j);
                let (a, b) = (&lower.entries[i * size..], &lower.entries[j * size..]);
                let known: f64 = a[from..j].iter().zip(&b[from..j]).map(|(a, b)| a * b).sum();
                let left = matrix.at(i, j) - known;
                let diagonal = left.max(f64::MIN_POSITIVE).sqrt();
                lower.entries[i * size + j] = if i == j { diagonal } else { left / lower.at(j, j) };
            }
        }
        Self { lower, first }
    }

    /// The logarithm of the matrix's determinant.
    #[must_use]
    pub fn log_determinant(&self) -> f64 {
        (0..self.lower.size).map(|i| 2.0 * self.lower.at(i, i).ln()).sum()
    }

    /// The solution of matrix times x = `right`.
    #[must_use]
    pub fn solve(&self, right: &[f64]) -> Vec<f64> {
        let (lower, mut x) = (&self.lower, right.to_vec());
        for i in 0..x.len() {
            let known: f64 = (self.first[i]..i).map(|j| lower.at(i, j) * x[j]).sum();
            x[i] = (x[i] - known) / lower.at(i, i);
        }
        for i in (0..x.len()).rev() {
            x[i] /= lower.at(i, i);
            for j in self.first[i]..i {
                x[j] -= lower.at(i, j) * x[i];
            }
        }
        x
    }

    /// The matrix's inverse.
    #[must_use]
    pub fn inverse(&self) -> Matrix {
        let size = self.lower.size;
        let column = |j: usize| {
            let mut unit = vec![0.0; size];
            unit[j] = 1.0;
            self.solve(&unit)
        };
        Matrix { size, entries: (0..size).flat_map(column).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_matrix_with_zeros_is_solved_inverted_and_has_its_determinant() {
        let entries = vec![4.0, 1.0, 0.0, 1.0, 3.0, 2.0, 0.0, 2.0, 5.0];
        let factor = Cholesky::new(&Matrix { size: 3, entries });
        // By hand: 4 (15 − 4) − 5 = 39.
        assert!((factor.log_determinant() - 39.0_f64.ln()).abs() < 1e-12);
        for (x, truth) in factor.solve(&[6.0, 13.0, 19.0]).iter().zip([1.0, 2.0, 3.0]) {
            assert!((x - truth).abs() < 1e-12);
        }
        let inverse = [11.0, -5.0, 2.0, -5.0, 20.0, -8.0, 2.0, -8.0, 11.0];
        for (x, truth) in factor.inverse().entries.iter().zip(inverse) {
            assert!((x - truth / 39.0).abs() < 1e-12);
        }
    }
}
