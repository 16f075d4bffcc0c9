//! From a log density to its mode, its draws and their quantiles.
//!
//! The parameters are real numbers (logarithms, log odds). The mode is found by
//! the simplex of Nelder and Mead (1965, The Computer Journal 7), the draws by a
//! random walk (Metropolis et al. 1953) whose steps have the shape of the
//! curvature at the mode, scaled as Roberts, Gelman and Gilks (1997, Annals of
//! Applied Probability 7) advise. All chance comes from a fixed stream: the same
//! records give the same figures.

use crate::distribution::{Tails, normal};
use crate::random::{Luck, Place, Stream};
use crate::statistics::quantile;

/// Draws kept of a posterior.
const DRAWS: usize = 2_000;
/// Steps of the walk between two that are kept.
const THIN: usize = 8;
/// Steps before the first that is kept.
const BURN: usize = 2_000;

/// Where the log density is highest, and how high.
#[derive(Debug, Clone, PartialEq)]
pub struct Mode {
    /// The parameters.
    pub at: Vec<f64>,
    /// The log density there.
    pub height: f64,
}

/// The mode near `start`.
pub fn mode(log_density: impl Fn(&[f64]) -> f64, start: &[f64]) -> Mode {
    let mut best = Mode { at: start.to_vec(), height: log_density(start) };
    // A simplex may collapse before it is there: start it anew where it stopped.
    for size in [1.0, 0.5, 0.25] {
        let next = climb(&log_density, &best.at, size);
        let gained = next.height - best.height;
        if next.height >= best.height {
            best = next;
        }
        if gained < 1e-4 && size < 1.0 {
            break;
        }
    }
    best
}

fn climb(log_density: &impl Fn(&[f64]) -> f64, start: &[f64], size: f64) -> Mode {
    let d = start.len();
    let corner = |axis: usize| {
        let mut at = start.to_vec();
        if axis > 0 {
            at[axis - 1] += size;
        }
        Mode { height: log_density(&at), at }
    };
    let mut simplex: Vec<Mode> = (0..=d).map(corner).collect();
    for _ in 0..400 * d {
        simplex.sort_by(|a, b| b.height.total_cmp(&a.height));
        if simplex[0].height - simplex[d].height < 1e-7 {
            break;
        }
        let centre: Vec<f64> = (0..d)
            .map(|i| simplex[..d].iter().map(|corner| corner.at[i]).sum::<f64>() / d as f64)
            .collect();
        let worst = simplex[d].clone();
        let toward = |reach: f64| {
            let at: Vec<f64> =
                centre.iter().zip(&worst.at).map(|(c, w)| c + reach * (c - w)).collect();
            Mode { height: log_density(&at), at }
        };
        let reflected = toward(1.0);
        let next = if reflected.height > simplex[0].height {
            let far = toward(2.0);
            if far.height > reflected.height { far } else { reflected }
        } else if reflected.height > simplex[d - 1].height {
            reflected
        } else {
            let near = if reflected.height > worst.height { toward(0.5) } else { toward(-0.5) };
            if near.height > worst.height.max(reflected.height) {
                near
            } else {
                shrink(&mut simplex, log_density);
                continue;
            }
        };
        simplex[d] = next;
    }
    simplex.into_iter().max_by(|a, b| a.height.total_cmp(&b.height)).expect("a simplex has corners")
}

fn shrink(simplex: &mut [Mode], log_density: &impl Fn(&[f64]) -> f64) {
    let (first, others) = simplex.split_first_mut().expect("a simplex has corners");
    for corner in others {
        for (x, best) in corner.at.iter_mut().zip(&first.at) {
            *x = best + (*x - best) / 2.0;
        }
        corner.height = log_density(&corner.at);
    }
}

/// Draws from the density around its mode; `name` is the place of their chance.
pub fn sample(log_density: impl Fn(&[f64]) -> f64, mode: &Mode, name: &str) -> Vec<Vec<f64>> {
    let root = steps(&log_density, mode);
    let d = mode.at.len();
    let scale = 2.38 / (d as f64).sqrt();
    let mut stream = Luck::new(0, 0).at(Place::new(name)).step(0);
    let (mut at, mut height) = (mode.at.clone(), mode.height);
    let mut draws = Vec::with_capacity(DRAWS);
    for step in 0..BURN + DRAWS * THIN {
        let scores: Vec<f64> = (0..d).map(|_| score(&mut stream)).collect();
        let next: Vec<f64> = (0..d)
            .map(|i| at[i] + scale * (0..=i).map(|j| root[i][j] * scores[j]).sum::<f64>())
            .collect();
        let reached = log_density(&next);
        if stream.uniform().ln() < reached - height {
            (at, height) = (next, reached);
        }
        if step >= BURN && (step - BURN).is_multiple_of(THIN) {
            draws.push(at.clone());
        }
    }
    draws
}

/// Draws from the normal density with the curvature at the mode (Laplace): for
/// densities of many records, which are dear and nearly normal.
pub fn laplace(log_density: impl Fn(&[f64]) -> f64, mode: &Mode, name: &str) -> Vec<Vec<f64>> {
    let root = steps(&log_density, mode);
    let mut stream = Luck::new(0, 0).at(Place::new(name)).step(0);
    let draw = |_| {
        let scores: Vec<f64> = mode.at.iter().map(|_| score(&mut stream)).collect();
        let moved = |i: usize| (0..=i).map(|j| root[i][j] * scores[j]).sum::<f64>();
        (0..scores.len()).map(|i| mode.at[i] + moved(i)).collect()
    };
    (0..DRAWS).map(draw).collect()
}

/// A standard normal number.
pub fn score(stream: &mut Stream) -> f64 {
    let lower = stream.uniform();
    normal::score(Tails { lower, upper: 1.0 - lower })
}

/// A lower triangular root of the covariance that the curvature at the mode says.
fn steps(log_density: &impl Fn(&[f64]) -> f64, mode: &Mode) -> Vec<Vec<f64>> {
    let d = mode.at.len();
    let reach: Vec<f64> = (0..d).map(|axis| half_a_unit(log_density, mode, axis)).collect();
    let at = |moves: &[(usize, f64)]| {
        let mut at = mode.at.clone();
        for &(axis, by) in moves {
            at[axis] += by * reach[axis];
        }
        log_density(&at)
    };
    let bend = |i: usize, j: usize| {
        if i == j {
            return (2.0 * mode.height - at(&[(i, 1.0)]) - at(&[(i, -1.0)])).clamp(0.1, 10.0);
        }
        let crossed = at(&[(i, 1.0), (j, 1.0)]) + at(&[(i, -1.0), (j, -1.0)])
            - at(&[(i, 1.0), (j, -1.0)])
            - at(&[(i, -1.0), (j, 1.0)]);
        if crossed.is_finite() { -crossed / 4.0 } else { 0.0 }
    };
    let mut bend: Vec<Vec<f64>> =
        (0..d).map(|i| (0..d).map(|j| bend(i.max(j), i.min(j))).collect()).collect();
    // Far-fetched cross terms would leave no covariance: they are cut until one is left.
    let covariance = loop {
        if let Some(inverse) = super::matrix::inverse(&bend) {
            break inverse;
        }
        for (i, row) in bend.iter_mut().enumerate() {
            for (j, cell) in row.iter_mut().enumerate() {
                *cell *= if i == j { 1.0 } else { 0.8 };
            }
        }
    };
    let mut root = super::matrix::cholesky(&covariance)
        .expect("an inverse of a positive definite matrix is one");
    for (row, reach) in root.iter_mut().zip(&reach) {
        for cell in row {
            *cell *= reach;
        }
    }
    root
}

/// How far along an axis the density falls by half a unit of its logarithm.
fn half_a_unit(log_density: &impl Fn(&[f64]) -> f64, mode: &Mode, axis: usize) -> f64 {
    let mut reach = 0.1;
    for _ in 0..40 {
        let fall = |sign: f64| {
            let mut at = mode.at.clone();
            at[axis] += sign * reach;
            mode.height - log_density(&at)
        };
        let fallen = f64::midpoint(fall(1.0), fall(-1.0));
        if !fallen.is_finite() || fallen > 1.0 {
            reach /= 1.7;
        } else if fallen < 0.25 && reach < 10.0 {
            reach *= 1.6;
        } else {
            break;
        }
    }
    reach
}

/// P5, P50 and P95.
#[must_use]
pub fn interval(values: &[f64]) -> [f64; 3] {
    let sorted = quantile::sorted(values);
    [0.05, 0.5, 0.95].map(|level| quantile::of_sorted(&sorted, level))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_of_a_known_density_have_its_quantiles_and_correlation() {
        // Two normals with mean (1, -2), sd (1, 0.1) and correlation 0.8.
        let density = |x: &[f64]| {
            let (a, b) = (x[0] - 1.0, (x[1] + 2.0) / 0.1);
            -(a * a - 1.6 * a * b + b * b) / (2.0 * 0.36)
        };
        let mode = mode(density, &[0.0, 0.0]);
        assert!((mode.at[0] - 1.0).abs() < 1e-2 && (mode.at[1] + 2.0).abs() < 1e-3, "{mode:?}");
        let draws = sample(density, &mode, "test");
        let column = |i: usize| draws.iter().map(|draw| draw[i]).collect::<Vec<_>>();
        let [low, middle, high] = interval(&column(0));
        assert!((low + 0.645).abs() < 0.15 && (high - 2.645).abs() < 0.15, "{low} {high}");
        assert!((middle - 1.0).abs() < 0.1);
        let rho = crate::statistics::correlation(&column(0), &column(1)).unwrap();
        assert!((rho - 0.8).abs() < 0.05, "{rho}");
    }
}
