//! Shares won that differ between quarters: by more than chance?
//!
//! The log odds of a quarter's cases vary normally around a common mean (a random
//! effect: Williams 1982, Applied Statistics 31), with the restricted likelihood of
//! normal estimates (Normand 1999, Statistics in Medicine 18). Cases that are open count
//! by the law of closing, so young quarters are not worse ones. That quarters
//! differ at all has a chance beforehand; the Bayes factor (Kass and Raftery 1995, JASA
//! 90) says how likely it is after. Shares for the time to come hold the
//! spread as far as it is believed: no test decides, for one that fails would leave
//! intervals too narrow. Records of a year or less are compared by month.

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
/// A difference less likely than this is none.
const UNLIKELY: f64 = 0.02;
/// One at least as likely as this is told.
const LIKELY: f64 = 0.95;
/// How likely it is beforehand that quarters differ.
const BEFORE: f64 = 0.3;
/// Sd of log odds between quarters that differ: half-normal with this scale beforehand.
/// One is e^0.5 = 1.6 times the other's.
const SCALE: f64 = 0.5;
/// The grid of that sd: step and number.
const GRID: (f64, usize) = (0.01, 200);

/// How far quarters differ.
#[derive(Debug, Clone, PartialEq)]
pub struct Varying {
    /// Quarters, or months, that were compared.
    pub compared: usize,
    /// How likely it is that they differ at all.
    pub chance: f64,
    /// Share won of one: 5 % lie below, 5 % above.
    pub ends: [f64; 2],
    /// What a quarter to come adds to the log odds, draw by draw.
    pub shifts: Vec<f64>,
}

impl Varying {
    /// Whether the difference is worth a word.
    #[must_use]
    pub fn is_likely(&self) -> bool {
        self.chance >= LIKELY
    }
}

/// How far cases of these quarters, which all follow `law` but for their share won,
/// differ beyond chance; none where that is unlikely. So many draws.
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
    let told = |share: &&Share| {
        let odds = root(|odds| share.score(odds, 0.5));
        (odds, 1.0 / share.information(odds).max(LEAST / 4.0))
    };
    let told: Vec<(f64, f64)> = shares.iter().map(told).collect();
    let spreads = Spreads::new(&told);
    if spreads.chance < UNLIKELY {
        return None;
    }
    let shifts = spreads.shifts(&told, draws);
    let [low, _, high] = posterior::interval(&shifts);
    let ends = [low, high].map(|shift| logistic(common + shift));
    Some(Varying { compared: shares.len(), chance: spreads.chance, ends, shifts })
}

/// What is believed of the spread between quarters.
struct Spreads {
    /// How likely it is that there is any.
    chance: f64,
    /// Running sum of the weights on the grid.
    summed: Vec<f64>,
}

impl Spreads {
    /// From log odds and their variance by quarter.
    fn new(told: &[(f64, f64)]) -> Self {
        let spreads = (1..=GRID.1).map(|place| GRID.0 * place as f64);
        let before: Vec<f64> =
            spreads.clone().map(|spread| (-(spread / SCALE).powi(2) / 2.0).exp()).collect();
        let fits: Vec<f64> = spreads.map(|spread| restricted_likelihood(told, spread)).collect();
        let highest = fits.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let mut sum = 0.0;
        let summed: Vec<f64> = (fits.iter().zip(&before))
            .map(|(fit, before)| {
                sum += before * (fit - highest).exp();
                sum
            })
            .collect();
        let all: f64 = before.iter().sum();
        let none = restricted_likelihood(told, 0.0) - highest;
        let odds = (sum / all).ln() - none + logit(BEFORE);
        Self { chance: logistic(odds), summed }
    }

    /// Draws of what a new quarter adds.
    fn shifts(&self, told: &[(f64, f64)], draws: usize) -> Vec<f64> {
        // The mean of the quarters seen is itself off: one that many cases rest on counts
        // as the more of it.
        let all: f64 = told.iter().map(|(_, variance)| 1.0 / variance).sum();
        let seen: f64 = told.iter().map(|(_, variance)| (1.0 / variance / all).powi(2)).sum();
        let mut stream = Luck::new(0, 0).at(Place::new("fit/varying")).step(0);
        let mut one = || {
            let (differ, at, score) =
                (stream.uniform() < self.chance, stream.uniform(), posterior::score(&mut stream));
            let at = at * self.summed[GRID.1 - 1];
            let place = self.summed.partition_point(|sum| *sum < at).min(GRID.1 - 1);
            let spread = GRID.0 * (place as f64 + 1.0) * (1.0 + seen).sqrt();
            if differ { spread * score } else { 0.0 }
        };
        (0..draws).map(|_| one()).collect()
    }
}

/// Log-likelihood of a spread, the mean integrated out.
fn restricted_likelihood(told: &[(f64, f64)], spread: f64) -> f64 {
    let weight = |variance: f64| 1.0 / (variance + spread * spread);
    let all: f64 = told.iter().map(|(_, variance)| weight(*variance)).sum();
    let mean = told.iter().map(|(odds, variance)| odds * weight(*variance)).sum::<f64>() / all;
    let each = |(odds, variance): &(f64, f64)| {
        let weight = weight(*variance);
        (weight.ln() - weight * (odds - mean).powi(2)) / 2.0
    };
    told.iter().map(each).sum::<f64>() - all.ln() / 2.0
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
    fn chance_alone_is_hardly_ever_told_as_a_difference() {
        let mut stream = Luck::new(1, 0).at(Place::new("chance")).step(0);
        let (mut told, mut believed) = (0, 0.0);
        for _ in 0..1_000 {
            let mut share = || {
                let wins = (0..150).filter(|_| stream.uniform() < 0.2).count();
                wins as f64 / 150.0
            };
            let shares: Vec<f64> = (0..8).map(|_| share()).collect();
            let found = between(&quarters(150.0, shares.into_iter()), &law(), 9);
            (told, believed) = found.map_or((told, believed), |found| {
                (told + u32::from(found.is_likely()), believed + found.chance)
            });
        }
        // On average less than beforehand.
        assert!(told < 10 && believed / 1_000.0 < 0.15, "{told} {believed}");
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
        let chance = |quarters: &[Ages]| between(quarters, &law(), 9).map_or(0.0, |v| v.chance);
        assert!(chance(&quarters) < 0.15, "{}", chance(&quarters));
        // Whoever took the open cases for lost would see a worse one.
        quarters[6].open.clear();
        quarters[6].lost.push(200.0);
        assert!(chance(&quarters) > 0.6, "{}", chance(&quarters));
    }
}
