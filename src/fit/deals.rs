//! What a deal is worth, and how much deals differ.
//!
//! The engine's deals are log-normal. Where the logarithms look normal (Jarque and
//! Bera 1987, International Statistical Review 55), the posterior of that law is
//! taken (flat for the mean; the spread starts from published spreads with the
//! weight of four deals); where they do not, the sample's own mean and spread with
//! their standard errors, which need no law.

use crate::distribution::Distribution;
use crate::fit::posterior;
use crate::random::{Luck, Place};

/// Sums over amounts, in one pass.
#[derive(Debug, Clone, Copy, Default)]
pub struct Amounts {
    /// How many.
    pub count: f64,
    /// Sums of the amounts over the first, to the powers 1 to 4: sizes near 1.
    powers: [f64; 4],
    /// The same of their logarithms.
    logs: [f64; 4],
    unit: f64,
}

/// Mean and coefficient of variation: P5, P50 and P95 of each.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Worth {
    /// Mean, in currency.
    pub mean: [f64; 3],
    /// Coefficient of variation.
    pub spread: [f64; 3],
    /// Whether a log-normal law was taken.
    pub log_normal: bool,
}

/// Variance of the logarithm at the published spread of deals, and the number of
/// deals that it counts for.
const PUBLISHED: (f64, f64) = (0.593, 4.0);
/// Fewer deals than this count as log-normal.
const FEW: f64 = 30.0;
/// Above this the logarithms are not normal: chance of 1 in 1800 where they are.
const NOT_NORMAL: f64 = 15.0;
/// Draws of the posterior.
const DRAWS: usize = 4_000;

impl Amounts {
    /// Takes in an amount above 0.
    pub fn add(&mut self, amount: f64) {
        if self.count == 0.0 {
            self.unit = amount;
        }
        self.count += 1.0;
        let (x, log) = (amount / self.unit, (amount / self.unit).ln());
        let (mut of_x, mut of_log) = (1.0, 1.0);
        for (sum, of_logs) in self.powers.iter_mut().zip(&mut self.logs) {
            (of_x, of_log) = (of_x * x, of_log * log);
            (*sum, *of_logs) = (*sum + of_x, *of_logs + of_log);
        }
    }

    /// What a deal is worth; none where there is none.
    #[must_use]
    pub fn worth(&self) -> Option<Worth> {
        if self.count < 1.0 {
            return None;
        }
        // Few deals cannot tell a law from another.
        let sample = (self.count >= FEW && self.normality() > NOT_NORMAL).then(|| self.sample());
        Some(sample.flatten().unwrap_or_else(|| self.log_normal()))
    }

    /// The statistic of Jarque and Bera for the logarithms.
    fn normality(&self) -> f64 {
        let moments = Moments::new(self.logs.map(|sum| sum / self.count));
        self.count * (moments.skew.powi(2) / 6.0 + (moments.kurtosis - 3.0).powi(2) / 24.0)
    }

    fn log_normal(&self) -> Worth {
        let n = self.count;
        let middle = self.logs[0] / n;
        let squares = (self.logs[1] - n * middle * middle).max(0.0);
        let degrees = n - 1.0 + PUBLISHED.1;
        let sum = squares + PUBLISHED.0 * PUBLISHED.1;
        let gamma = Distribution::gamma(degrees / 2.0, (degrees / 2.0).sqrt()).expect("above 0");
        let mut stream = Luck::new(0, 0).at(Place::new("fit/deals")).step(0);
        let mut draws = [Vec::new(), Vec::new()];
        for _ in 0..DRAWS {
            let variance = sum / (2.0 * gamma.quantile(stream.uniform()));
            let at = middle + (variance / n).sqrt() * posterior::score(&mut stream);
            draws[0].push(self.unit * (at + variance / 2.0).exp());
            draws[1].push(variance.exp_m1().sqrt());
        }
        let [mean, spread] = draws.map(|draws| posterior::interval(&draws));
        Worth { mean, spread, log_normal: true }
    }

    /// By the delta method on the logarithms of mean and spread.
    fn sample(&self) -> Option<Worth> {
        let n = self.count;
        let Moments { mean: m, sd, skew, kurtosis } = Moments::new(self.powers.map(|sum| sum / n));
        if sd <= 1e-6 * m {
            return None;
        }
        let cv = sd / m;
        let of_mean = cv / n.sqrt();
        let of_spread = ((kurtosis - 1.0) / 4.0 - cv * skew + cv * cv).max(0.0).sqrt() / n.sqrt();
        let around =
            |value: f64, error: f64| [-1.645, 0.0, 1.645].map(|z| value * (z * error).exp());
        let mean = around(self.unit * m, of_mean);
        Some(Worth { mean, spread: around(cv, of_spread), log_normal: false })
    }
}

/// The shape of a sample.
struct Moments {
    mean: f64,
    sd: f64,
    skew: f64,
    kurtosis: f64,
}

impl Moments {
    /// From the means of the powers 1 to 4.
    fn new([mean, second, third, fourth]: [f64; 4]) -> Self {
        let variance = (second - mean * mean).max(0.0);
        let sd = variance.sqrt();
        let skew = (third - 3.0 * mean * second + 2.0 * mean.powi(3)) / sd.powi(3);
        let central = fourth - 4.0 * mean * third + 6.0 * mean * mean * second - 3.0 * mean.powi(4);
        Self { mean, sd, skew, kurtosis: central / variance.powi(2) }
    }
}
