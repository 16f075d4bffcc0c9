//! The forms that a law of closing may take, and their parameters as real numbers.

use super::ages::Ages;
use super::law::{Kind, Law};

/// Which parameters a law has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    /// The length of each kind's chain.
    pub chains: Vec<usize>,
    /// Whether losses are recorded.
    pub losses: bool,
    /// Whether some cases stay silent.
    pub silent: bool,
}

/// Mean months until a case closes, before anything is known: median and the sd
/// of its logarithm. So wide that a dozen closings outweigh it.
const MONTHS: (f64, f64) = (1.5, 1.5);

/// Weight of each share before anything is known: Jeffreys' half a case.
const SHARE: f64 = 0.5;

impl Shape {
    /// The shapes that records with or without losses may have, simple ones first.
    #[must_use]
    pub fn all(losses: bool) -> Vec<Self> {
        let chains: [&[usize]; 7] = [&[1], &[2], &[3], &[1, 1], &[1, 2], &[1, 4], &[1, 6]];
        let silences: &[bool] = if losses { &[false, true] } else { &[true] };
        let mut shapes: Vec<Self> = chains
            .iter()
            .flat_map(|chains| {
                silences.iter().map(|&silent| Self { chains: chains.to_vec(), losses, silent })
            })
            .collect();
        shapes.sort_by_key(Self::parameters);
        shapes
    }

    /// How many numbers it takes.
    #[must_use]
    pub fn parameters(&self) -> usize {
        self.chains.len() + 1 + self.shares() - 1
    }

    /// Shares of the cases: won and lost by kind, and silent.
    fn shares(&self) -> usize {
        self.chains.len() * (1 + usize::from(self.losses)) + usize::from(self.silent)
    }

    /// The law with these parameters: log odds of leaving a room by kind, those of
    /// closing by the clock, then the logarithms of the shares over the last one.
    #[must_use]
    pub fn law(&self, parameters: &[f64]) -> Law {
        let kinds = self.chains.len();
        let shares = shares(&parameters[kinds + 1..]);
        let kind = |(at, &chain): (usize, &usize)| Kind {
            chain,
            leave: crate::distribution::normal::logistic(parameters[at]),
            won: shares[at],
            lost: if self.losses { shares[kinds + at] } else { 0.0 },
        };
        let clock = crate::distribution::normal::logistic(parameters[kinds]);
        Law { kinds: self.chains.iter().enumerate().map(kind).collect(), clock }
    }

    /// Logarithm of the posterior density of these parameters.
    #[must_use]
    pub fn log_posterior(&self, parameters: &[f64], ages: &Ages) -> f64 {
        let kinds = self.chains.len();
        let law = self.law(parameters);
        let slower = |pair: &[Kind]| pair[0].mean_steps() < pair[1].mean_steps();
        if !law.kinds.windows(2).all(slower) || parameters.iter().any(|x| x.abs() > 40.0) {
            return f64::NEG_INFINITY;
        }
        let months =
            |kind: &Kind| (kind.mean_steps() / ages.steps as f64 / MONTHS.0).ln() / MONTHS.1;
        let of_times: f64 = law
            .kinds
            .iter()
            .map(|kind| {
                // The density is one of the log time; its slope by the log odds is 1 - leave.
                (1.0 - kind.leave).max(1e-300).ln() - months(kind).powi(2) / 2.0
            })
            .sum();
        let of_shares: f64 =
            shares(&parameters[kinds + 1..]).iter().map(|x| SHARE * x.max(1e-300).ln()).sum();
        let of_clock = SHARE * (law.clock * (1.0 - law.clock)).max(1e-300).ln();
        law.log_likelihood(ages) + of_times + of_shares + of_clock
    }

    /// Parameters to start from, for cases like these.
    #[must_use]
    pub fn start(&self, ages: &Ages) -> Vec<f64> {
        let closed = |counts: &[f64]| -> (f64, f64) {
            let steps = counts.iter().enumerate().map(|(step, count)| step as f64 * count);
            (counts.iter().sum(), steps.sum())
        };
        let ((wins, won), (losses, lost)) = (closed(&ages.won), closed(&ages.lost));
        let mean = ((won + lost + 1.0) / (wins + losses + 0.5)).max(1.2);
        let spread: &[f64] = if self.chains.len() == 1 { &[1.0] } else { &[0.3, 1.8] };
        let leave = |(chain, by): (&usize, &f64)| {
            let leave = (*chain as f64 / (mean * by)).min(0.9);
            crate::distribution::normal::logit(leave)
        };
        let mut parameters: Vec<f64> = self.chains.iter().zip(spread).map(leave).collect();
        parameters.push(0.0);
        let kinds = self.chains.len();
        let (all, kinds_share) = (ages.cases() + 1.0, 1.0 / kinds as f64);
        let mut weights = vec![(ages.wins() + 0.5) / all * kinds_share; kinds];
        if self.losses {
            weights.extend(vec![(ages.losses() + 0.5) / all * kinds_share; kinds]);
        }
        if self.silent {
            weights.push((ages.open.iter().sum::<f64>() + 0.5) / all);
        }
        let base = weights.pop().expect("there is a share");
        parameters.extend(weights.iter().map(|weight| (weight / base).ln()));
        parameters
    }
}

/// Shares that add up to 1, from their logarithms over the last one.
fn shares(logarithms: &[f64]) -> Vec<f64> {
    let highest = logarithms.iter().copied().fold(0.0, f64::max);
    let weights = logarithms.iter().chain(&[0.0]).map(|x| (x - highest).exp());
    let weights: Vec<f64> = weights.collect();
    let total: f64 = weights.iter().sum();
    weights.into_iter().map(|weight| weight / total).collect()
}
