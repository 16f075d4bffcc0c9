//! Correlated normal scores.

use orgodds::distribution::copula::Copula;
use orgodds::distribution::{Distribution, normal};
use orgodds::simulation::draw::{Draw, Inversion};
use orgodds::statistics::correlation;

use super::check::{self, kolmogorov_smirnov, stream};

const DRAWS: usize = 100_000;

/// Correlations among four members, of which the last stands apart.
const RHO: [[f64; 4]; 4] =
    [[1.0, 0.7, -0.4, 0.0], [0.7, 1.0, -0.1, 0.0], [-0.4, -0.1, 1.0, 0.0], [0.0, 0.0, 0.0, 1.0]];

/// The matrix with its members in another order.
fn ordered(matrix: &[[f64; 4]; 4], order: [usize; 4]) -> Vec<Vec<f64>> {
    order.iter().map(|&i| order.iter().map(|&j| matrix[i][j]).collect()).collect()
}

fn orders() -> Vec<[usize; 4]> {
    let mut all = Vec::new();
    for code in 0..256_usize {
        let order = [code & 3, code >> 2 & 3, code >> 4 & 3, code >> 6 & 3];
        if (0..4).all(|member| order.contains(&member)) {
            all.push(order);
        }
    }
    all
}

/// A column of correlated scores for each member.
fn columns(matrix: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let copula = Copula::new(matrix).unwrap();
    let mut stream = stream("copula");
    let mut columns = vec![Vec::with_capacity(DRAWS); matrix.len()];
    for _ in 0..DRAWS {
        let mut scores: Vec<f64> = matrix.iter().map(|_| Inversion::normal(&mut stream)).collect();
        copula.correlate(&mut scores);
        for (column, score) in columns.iter_mut().zip(scores) {
            column.push(score);
        }
    }
    columns
}

#[test]
fn the_stated_correlations_come_back_in_whatever_order_the_members_are_given() {
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [1, 3, 0, 2], [2, 0, 3, 1]] {
        let columns = columns(&ordered(&RHO, order));
        for i in 0..4 {
            for j in 0..i {
                let r = correlation(&columns[i], &columns[j]).unwrap();
                let what = format!("members {} and {} in the order {order:?}", order[i], order[j]);
                check::correlation(r, RHO[order[i]][order[j]], DRAWS, &what);
            }
        }
    }
}

#[test]
fn a_correlated_score_is_still_standard_normal() {
    for (i, column) in columns(&ordered(&RHO, [0, 1, 2, 3])).into_iter().enumerate() {
        kolmogorov_smirnov(column, |z| normal::tails(z).lower, &format!("member {i}"));
    }
}

#[test]
fn correlated_factors_keep_their_own_laws_and_the_rank_correlation_of_the_scores() {
    let columns = columns(&ordered(&RHO, [0, 1, 2, 3]));
    let skewed = Distribution::lognormal(1.0, 2.0).unwrap();
    let bounded = Distribution::pert(0.0, 1.0, 4.0).unwrap();
    let first: Vec<f64> = columns[0].iter().map(|&z| skewed.at(normal::tails(z))).collect();
    let second: Vec<f64> = columns[1].iter().map(|&z| bounded.at(normal::tails(z))).collect();
    kolmogorov_smirnov(second.clone(), |x| bounded.tails(x).lower, "the second factor");
    // Levels are evenly spread; their correlation is Spearman's, (6/π) asin(ρ/2).
    let levels = |values: &[f64], of: &Distribution| -> Vec<f64> {
        values.iter().map(|&x| of.tails(x).lower).collect()
    };
    let r = correlation(&levels(&first, &skewed), &levels(&second, &bounded)).unwrap();
    check::correlation(r, 6.0 / std::f64::consts::PI * (0.7_f64 / 2.0).asin(), DRAWS, "ranks");
}

#[test]
fn correlations_that_contradict_each_other_name_two_of_the_members_at_fault() {
    // A rises with B, B rises with C, and yet A falls as C rises; D is innocent.
    let wrong =
        [[1.0, 0.9, -0.9, 0.1], [0.9, 1.0, 0.9, 0.1], [-0.9, 0.9, 1.0, 0.1], [0.1, 0.1, 0.1, 1.0]];
    for order in orders() {
        let fault = Copula::new(&ordered(&wrong, order)).unwrap_err();
        assert_ne!(fault.row, fault.column);
        let pair = [order[fault.row], order[fault.column]];
        assert!(!pair.contains(&3), "{order:?} names {pair:?}");
    }
}

#[test]
fn a_perfect_correlation_is_refused_and_named() {
    for rho in [1.0, -1.0] {
        let mut matrix = RHO;
        matrix[3][1] = rho;
        matrix[1][3] = rho;
        for order in orders() {
            let fault = Copula::new(&ordered(&matrix, order)).unwrap_err();
            let mut pair = [order[fault.row], order[fault.column]];
            pair.sort_unstable();
            assert_eq!(pair, [1, 3], "{order:?}");
        }
    }
    assert!(Copula::new(&[vec![1.0, 0.9999], vec![0.9999, 1.0]]).is_ok(), "strong is not perfect");
}

#[test]
fn without_correlations_scores_stay_as_they_are() {
    let identity: Vec<Vec<f64>> =
        (0..3).map(|i| (0..3).map(|j| f64::from(u8::from(i == j))).collect()).collect();
    let mut scores = [0.3, -1.2, 2.5];
    Copula::new(&identity).unwrap().correlate(&mut scores);
    assert_eq!(scores, [0.3, -1.2, 2.5]);
}
