//! Small symmetric matrices.

/// Lower triangular root of a positive definite matrix; none where it is not.
#[must_use]
pub fn cholesky(matrix: &[Vec<f64>]) -> Option<Vec<Vec<f64>>> {
    let size = matrix.len();
    let mut root = vec![vec![0.0; size]; size];
    for i in 0..size {
        for j in 0..=i {
            let known: f64 = (0..j).map(|k| root[i][k] * root[j][k]).sum();
            let left = matrix[i][j] - known;
            root[i][j] = if i == j {
                (left > 1e-12 * matrix[i][i].abs()).then(|| left.sqrt())?
            } else {
                left / root[j][j]
            };
        }
    }
    Some(root)
}

/// Solves root x = right, root lower triangular.
#[must_use]
pub fn forward(root: &[Vec<f64>], right: &[f64]) -> Vec<f64> {
    let mut x: Vec<f64> = Vec::with_capacity(right.len());
    for (row, right) in root.iter().zip(right) {
        let known: f64 = row.iter().zip(&x).map(|(a, b)| a * b).sum();
        let value = (right - known) / row[x.len()];
        x.push(value);
    }
    x
}

/// Solves the transpose of root times x = right, root lower triangular.
#[must_use]
pub fn backward(root: &[Vec<f64>], right: &[f64]) -> Vec<f64> {
    let mut x = right.to_vec();
    for i in (0..x.len()).rev() {
        x[i] /= root[i][i];
        for j in 0..i {
            x[j] -= root[i][j] * x[i];
        }
    }
    x
}

/// The inverse of a positive definite matrix; none where it is not.
#[must_use]
pub fn inverse(matrix: &[Vec<f64>]) -> Option<Vec<Vec<f64>>> {
    let root = cholesky(matrix)?;
    let size = matrix.len();
    let unit = |at: usize| (0..size).map(|i| f64::from(u8::from(i == at))).collect::<Vec<_>>();
    let columns: Vec<Vec<f64>> = (0..size).map(|at| forward(&root, &unit(at))).collect();
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(x, y)| x * y).sum();
    Some((0..size).map(|i| (0..size).map(|j| dot(&columns[i], &columns[j])).collect()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_inverse_times_its_matrix_is_one() {
        let matrix = vec![vec![4.0, 1.0, 0.5], vec![1.0, 3.0, -0.2], vec![0.5, -0.2, 2.0]];
        let inverse = inverse(&matrix).unwrap();
        let column = |j: usize| inverse.iter().map(move |row| row[j]);
        for (i, row) in matrix.iter().enumerate() {
            for j in 0..3 {
                let cell: f64 = row.iter().zip(column(j)).map(|(a, b)| a * b).sum();
                assert!((cell - f64::from(u8::from(i == j))).abs() < 1e-12);
            }
        }
        let root = cholesky(&matrix).unwrap();
        let solved = backward(&root, &forward(&root, &[1.0, 2.0, 3.0]));
        for (solved, row) in solved.iter().zip(&inverse) {
            assert!((solved - (row[0] + 2.0 * row[1] + 3.0 * row[2])).abs() < 1e-12);
        }
        assert!(cholesky(&[vec![1.0, 2.0], vec![2.0, 1.0]]).is_none());
    }
}
