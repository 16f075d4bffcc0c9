//! Shares won that differ between quarters: by more than chance?
//!
//! The log odds of a quarter's cases vary normally around a common mean (a random
//! effect: Williams 1982, Applied Statistics 31; estimated as in `DerSimonian` and Laird
//! 1986, Controlled Clinical Trials 7, with the restricted likelihood in place of
//! moments). Cases that are open count by the law of closing, so young quarters are not
//! worse ones. Whether quarters differ at all is a score test: the sum of squared
//! scores over their information is chi-squared. Only where it says so with 95 %
//! confidence is the spread believed, and shares for the time to come hold it.

use super::closing::{Ages, Law};
use super::pooling::Share;
use super::posterior;
use crate::distribution::normal::{logistic, logit};
use crate::random::{Luck, Place};

/// Least information on log odds (cases times share won times share not won) of a
/// quarter that is compared.
const LEAST: f64 = 5.0;
/// Fewest quarters that are compared.
const FEWEST: usize = 3;
/// Standard normal score of the test's level: 95 %.
const LEVEL: f64 = 1.645;
/// Sd of log odds between quarters, before anything is known: half-normal with this
/// scale. One is e^0.5 = 1.6 times the other's.
const SCALE: f64 = 0.5;
/// The grid of that sd: step and number.
const GRID: (f64, usize) = (0.01, 200);

/// How far quarters differ.
#[derive(Debug, Clone, PartialEq)]
pub struct Varying {
    /// Quarters that were compared.
    pub quarters: usize,
    /// Share won of a quarter: 5 % of quarters lie below, 5 % above.
    pub ends: [f64; 2],
    /// What a quarter to come adds to the log odds, draw by draw.
    pub shifts: Vec<f64>,
}

/// Whether cases of these quarters, which all follow `law` but for their share won,
/// differ by more than chance; if so, how far. So many draws.
#[must_use]
pub fn between(quarters: &[Ages], law: &Law, draws: usize) -> Option<Varying> {
    let overall = logit(law.won().clamp(1e-9, 1.0 - 1e-9));
    let shares: Vec<Share> = quarters.iter().map(|ages| Share::new(ages, law)).collect();
    let told = |share: &&Share| share.information(overall) >= LEAST;
    let shares: Vec<&Share> = shares.iter().filter(told).collect();
    if shares.len() < FEWEST {
        return None;
    }
    let common = root(|odds| shares.iter().map(|share| share.score(odds, 0.0)).sum());
    let squares = |share: &&Share| share.score(common, 0.0).powi(2) / share.information(common);
    if shares.iter().map(squares).sum::<f64>() <= chance(shares.len() - 1) {
        return None;
    }
    let told = |share: &&Share| {
        let odds = root(|odds| share.score(odds, 0.5));
        (odds, 1.0 / share.information(odds).max(LEAST / 4.0))
    };
    let told: Vec<(f64, f64)> = shares.iter().map(told).collect();
    let shifts = shifts(&told, draws);
    let [low, _, high] = posterior::interval(&shifts);
    let ends = [low, high].map(|shift| logistic(common + shift));
    Some(Varying { quarters: shares.len(), ends, shifts })
}

/// Draws of what a new quarter adds, given log odds and their variance by quarter.
fn shifts(told: &[(f64, f64)], draws: usize) -> Vec<f64> {
    let weights = spreads().map(|spread| {
        let prior = -(spread / SCALE).powi(2) / 2.0;
        restricted_likelihood(told, spread) + prior
    });
    let weights: Vec<f64> = weights.collect();
    let highest = weights.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let mut sum = 0.0;
    let summed: Vec<f64> = (weights.iter())
        .map(|weight| {
            sum += (weight - highest).exp();
            sum
        })
        .collect();
    // The mean of the quarters seen is itself off: one that many cases rest on counts as
    // the more of it.
    let information: Vec<f64> = told.iter().map(|(_, variance)| 1.0 / variance).collect();
    let all: f64 = information.iter().sum();
    let seen: f64 = information.iter().map(|one| (one / all).powi(2)).sum();
    let mut stream = Luck::new(0, 0).at(Place::new("fit/varying")).step(0);
    let mut one = || {
        let u = stream.uniform() * sum;
        let place = summed.partition_point(|sum| *sum < u).min(GRID.1 - 1);
        GRID.0 * (place as f64 + 1.0) * (1.0 + seen).sqrt() * posterior::score(&mut stream)
    };
    (0..draws).map(|_| one()).collect()
}

fn spreads() -> impl Iterator<Item = f64> {
    (1..=GRID.1).map(|place| GRID.0 * place as f64)
}

/// Log-likelihood of a spread, the mean integrated out.
fn restricted_likelihood(told: &[(f64, f64)], spread: f64) -> f64 {
    let weighed = told.iter().map(|(odds, variance)| (odds, 1.0 / (variance + spread * spread)));
    let weighed: Vec<(&f64, f64)> = weighed.collect();
    let all: f64 = weighed.iter().map(|(_, weight)| weight).sum();
    let mean = weighed.iter().map(|(odds, weight)| *odds * weight).sum::<f64>() / all;
    let each = |(odds, weight): &(&f64, f64)| (weight.ln() - weight * (*odds - mean).powi(2)) / 2.0;
    weighed.iter().map(each).sum::<f64>() - all.ln() / 2.0
}

/// What a chi-squared number with so many degrees of freedom exceeds by chance in 5 %
/// (Wilson and Hilferty 1931, PNAS 17).
fn chance(degrees: usize) -> f64 {
    let (n, part) = (degrees as f64, 2.0 / (9.0 * degrees as f64));
    n * (1.0 - part + LEVEL * part.sqrt()).powi(3)
}

/// Where a falling function of log odds is 0.
fn root(falling: impl Fn(f64) -> f64) -> f64 {
    let (mut low, mut high) = (-12.0, 12.0);
    for _ in 0..50 {
        let middle = f64::midpoint(low, high);
        *if falling(middle) > 0.0 { &mut low } else { &mut high } = middle;
    }
    f64::midpoint(low, high)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fit::closing::Kind;

    fn law() -> Law {
        Law { kinds: vec![Kind { chain: 1, leave: 0.5, won: 0.2, lost: 0.8 }], clock: 0.0 }
    }

    /// Quarters of so many closed cases, with these shares won.
    fn quarters(cases: f64, won: impl Iterator<Item = f64>) -> Vec<Ages> {
        let quarter = |won: f64| Ages {
            steps: 4,
            won: vec![0.0, (cases * won).round()],
            lost: vec![0.0, cases - (cases * won).round()],
            ..Ages::default()
        };
        won.map(quarter).collect()
    }

    #[test]
    fn chance_alone_is_told_as_a_difference_in_one_of_twenty() {
        let mut stream = Luck::new(1, 0).at(Place::new("chance")).step(0);
        let mut found = 0;
        for _ in 0..1_000 {
            let mut share = || {
                let wins = (0..150).filter(|_| stream.uniform() < 0.2).count();
                wins as f64 / 150.0
            };
            let shares: Vec<f64> = (0..8).map(|_| share()).collect();
            found +=
                usize::from(between(&quarters(150.0, shares.into_iter()), &law(), 9).is_some());
        }
        assert!((30..=72).contains(&found), "{found}");
    }

    /// The spread of many quarters is known, and so is what a new one adds.
    #[test]
    fn a_spread_between_quarters_is_found_as_wide_as_it_is() {
        let score = |at: u32| {
            let lower = (f64::from(at) + 0.5) / 40.0;
            crate::distribution::normal::score(crate::distribution::Tails {
                lower,
                upper: 1.0 - lower,
            })
        };
        let shares = (0..40).map(|at| logistic(logit(0.2) + 0.4 * score(at)));
        let found = between(&quarters(4_000.0, shares), &law(), 4_000).unwrap();
        let [low, middle, high] = posterior::interval(&found.shifts);
        assert!(middle.abs() < 0.03, "{middle}");
        assert!((low + 0.658).abs() < 0.07 && (high - 0.658).abs() < 0.07, "{low} {high}");
        assert!((found.ends[1] - logistic(logit(0.2) + high)).abs() < 0.01);
    }

    /// Of a young quarter half the wins are still to come: it is no worse.
    #[test]
    fn a_young_quarter_is_no_worse_one() {
        let mut quarters = quarters(400.0, [0.2; 6].into_iter());
        let young =
            Ages { won: vec![0.0, 20.0, 20.0], lost: vec![0.0, 80.0, 80.0], ..quarters[0].clone() };
        // By the end of the first step half of all have closed on average.
        quarters.push(Ages { open: vec![0.0, 0.0, 200.0], ..young });
        assert_eq!(between(&quarters, &law(), 9), None);
    }
}
