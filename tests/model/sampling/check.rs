//! The statistical decisions, all with one false-alarm rate.

use std::sync::atomic::{AtomicUsize, Ordering};

use orgodds::distribution::{Tails, normal};
use orgodds::random::{Luck, Place, Stream};
use statrs::function::gamma::gamma_ur;

/// The chance that one decision wrongly fails a right sampler.
pub const ALPHA: f64 = 5e-7;

/// At most so many decisions, which bounds the false alarms of all together.
const DECISIONS: usize = 1000;

fn decide() {
    static TAKEN: AtomicUsize = AtomicUsize::new(0);
    let taken = TAKEN.fetch_add(1, Ordering::Relaxed);
    assert!(taken < DECISIONS, "too many decisions for the false-alarm rate that main.rs states");
}

/// A stream of the tests' own.
pub fn stream(name: &str) -> Stream {
    Luck::new(20_260_101, 0).at(Place::new(name)).step(0)
}

/// Fails when `z`, a standard normal number under the hypothesis, is too far out.
#[track_caller]
pub fn z_score(z: f64, what: &str) {
    decide();
    let limit = normal::score(Tails { lower: 1.0 - ALPHA / 2.0, upper: ALPHA / 2.0 });
    assert!(z.abs() <= limit, "{what}: z = {z:.2}");
}

/// Kolmogorov and Smirnov's test of a sample against a distribution function.
/// A value that occurs more than once is taken as one of positive probability.
#[track_caller]
pub fn kolmogorov_smirnov(mut sample: Vec<f64>, cdf: impl Fn(f64) -> f64, what: &str) {
    decide();
    sample.sort_by(f64::total_cmp);
    let n = sample.len() as f64;
    let (mut widest, mut at, mut seen) = (0.0_f64, f64::NAN, 0);
    for tied in sample.chunk_by(|a, b| a == b) {
        let expected = cdf(tied[0]);
        let before = if tied.len() == 1 { expected - seen as f64 / n } else { 0.0 };
        seen += tied.len();
        let gap = (seen as f64 / n - expected).abs().max(before);
        if gap.is_nan() || gap > widest {
            (widest, at) = (gap, tied[0]);
        }
    }
    // P(√n D > d) is at most 2 exp(−2 d²): Massart 1990, Annals of Probability 18 (3).
    let limit = ((2.0 / ALPHA).ln() / 2.0).sqrt();
    let distance = widest * n.sqrt();
    assert!(distance <= limit, "{what}: sqrt(n) D = {distance:.2} at {at}, limit {limit:.2}");
}

/// Pearson's chi-square test of counts against expected counts of the same sum.
/// Neighbours are pooled until each cell expects at least `least`, 20 or more.
#[track_caller]
pub fn chi_square(cells: &[(f64, f64)], least: f64, what: &str) {
    decide();
    let mut pooled: Vec<(f64, f64)> = vec![(0.0, 0.0)];
    for &(seen, expected) in cells {
        let cell = pooled.last_mut().unwrap();
        if cell.1 >= least {
            pooled.push((seen, expected));
        } else {
            *cell = (cell.0 + seen, cell.1 + expected);
        }
    }
    if pooled.len() > 1 && pooled[pooled.len() - 1].1 < least {
        let (seen, expected) = pooled.pop().unwrap();
        let cell = pooled.last_mut().unwrap();
        *cell = (cell.0 + seen, cell.1 + expected);
    }
    let total: (f64, f64) =
        pooled.iter().fold((0.0, 0.0), |sum, cell| (sum.0 + cell.0, sum.1 + cell.1));
    assert!(
        (total.0 / total.1 - 1.0).abs() < 1e-4,
        "{what}: {} seen, {} expected",
        total.0,
        total.1
    );
    assert!(pooled.len() > 1, "{what}: a test of one cell cannot fail");
    let statistic: f64 =
        pooled.iter().map(|(seen, expected)| (seen - expected).powi(2) / expected).sum();
    let freedom = (pooled.len() - 1) as f64;
    let p = gamma_ur(freedom / 2.0, (statistic / 2.0).max(1e-12));
    assert!(
        p >= ALPHA,
        "{what}: chi-square {statistic:.1} with {freedom} degrees of freedom, p = {p:.1e}"
    );
}

/// Tests the sum of rare events, which is all but a Poisson number, by its
/// exact tails.
#[track_caller]
pub fn rare_total(seen: u64, expected: f64, what: &str) {
    decide();
    let at_least = if seen == 0 { 1.0 } else { 1.0 - gamma_ur(seen as f64, expected) };
    let at_most = gamma_ur(seen as f64 + 1.0, expected);
    assert!(at_least.min(at_most) >= ALPHA / 2.0, "{what}: {seen} seen, {expected} expected");
}

/// Fails when the correlation of `n` pairs strays from `rho`: Fisher's z.
#[track_caller]
pub fn correlation(r: f64, rho: f64, n: usize, what: &str) {
    z_score((r.atanh() - rho.atanh()) * (n as f64 - 3.0).sqrt(), what);
}

/// Tests mean and variance of a sample against theirs; the fourth central
/// moment over the squared variance (`kurtosis`) says how far a variance strays.
#[track_caller]
pub fn two_moments(sample: &[f64], mean: f64, variance: f64, kurtosis: f64, what: &str) {
    let n = sample.len() as f64;
    let average = sample.iter().map(|x| x - mean).sum::<f64>() / n;
    z_score(average / (variance / n).sqrt(), &format!("{what}, mean"));
    let spread = sample.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / n;
    z_score(
        (spread / variance - 1.0) / ((kurtosis - 1.0) / n).sqrt(),
        &format!("{what}, variance"),
    );
}

/// Fails when two numbers differ by more than a share of the larger one.
#[track_caller]
pub fn close(got: f64, wanted: f64, tolerance: f64, what: &str) {
    let scale = got.abs().max(wanted.abs());
    assert!(
        (got - wanted).abs() <= tolerance * scale,
        "{what}: got {got:e}, wanted {wanted:e} (off by {:.1e})",
        (got / wanted - 1.0).abs()
    );
}
