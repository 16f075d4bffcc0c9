//! Shares won by channel, drawn towards each other.
//!
//! Channels have log odds that vary normally around a common mean; how much they
//! vary is itself estimated (a logit-normal hierarchy, Gelman and Hill 2007,
//! chapter 14). All is summed over grids, so that no approximation fails where a
//! channel has no win at all. A channel with few cases ends up near the others,
//! one with many where its own records say.

use crate::distribution::normal::logistic;
use crate::fit::closing::{Ages, Law};
use crate::random::{Luck, Place, Stream};

/// Log odds on the grid: from, step and number.
const ODDS: (f64, f64, usize) = (-9.0, 0.06, 301);
/// Spread between channels on the grid: from, step and number; half-normal with
/// sd 1 before anything is known.
const SPREAD: (f64, f64, usize) = (0.05, 0.15, 14);
/// Draws of the posterior.
const DRAWS: usize = 2_000;

/// Log odds of being won, by channel, draw by draw; then the channels' mean.
#[derive(Debug, Clone)]
pub struct Pooled {
    /// By channel.
    pub channels: Vec<Vec<f64>>,
    /// Their mean.
    pub mean: Vec<f64>,
    /// Their standard deviation.
    pub spread: Vec<f64>,
}

fn odds(at: usize) -> f64 {
    ODDS.0 + ODDS.1 * at as f64
}

/// What cases that follow a common law say of their own share won.
#[derive(Debug, Clone)]
pub struct Share {
    wins: f64,
    losses: f64,
    /// Open cases of an age: how many, and the chances of one who is won, and of one who
    /// is not, to have closed by then.
    open: Vec<(f64, f64, f64)>,
}

impl Share {
    /// Of these cases, under this law.
    #[must_use]
    pub fn new(ages: &Ages, law: &Law) -> Self {
        let course = law.course(ages.longest().max(1));
        let won = law.won();
        let of_won = |step: usize| course.won_by[step] / won;
        let of_others = |step: usize| course.lost_by[step] / (1.0 - won).max(1e-12);
        let open = (ages.open.iter().enumerate())
            .filter(|(_, count)| **count > 0.0)
            .map(|(step, count)| (*count, of_won(step), of_others(step)))
            .collect();
        Self { wins: ages.wins(), losses: ages.losses(), open }
    }

    /// Log-likelihood at these log odds.
    #[must_use]
    pub fn log_likelihood(&self, odds: f64) -> f64 {
        let share = logistic(odds);
        let open = self.open.iter().map(|(count, won, other)| {
            count * (1.0 - share * won - (1.0 - share) * other).max(1e-300).ln()
        });
        self.wins * share.ln() + self.losses * (1.0 - share).ln() + open.sum::<f64>()
    }

    /// Its slope, with so many cases more won and so many more lost.
    #[must_use]
    pub fn score(&self, odds: f64, more: f64) -> f64 {
        let share = logistic(odds);
        let open = self.open.iter().map(|(count, won, other)| {
            let still = (1.0 - share * won - (1.0 - share) * other).max(1e-12);
            count * share * (1.0 - share) * (won - other) / still
        });
        (self.wins + more) * (1.0 - share) - (self.losses + more) * share - open.sum::<f64>()
    }

    /// How sharply it bends: cases times share won times share not won, where all have
    /// closed.
    #[must_use]
    pub fn information(&self, odds: f64) -> f64 {
        const ASIDE: f64 = 1e-3;
        (self.score(odds - ASIDE, 0.0) - self.score(odds + ASIDE, 0.0)) / (2.0 * ASIDE)
    }
}

/// Logarithm of the likelihood of a share won, on the grid of its log odds, for
/// cases that otherwise follow the common law.
#[must_use]
pub fn likelihood(ages: &Ages, law: &Law) -> Vec<f64> {
    let share = Share::new(ages, law);
    (0..ODDS.2).map(|at| share.log_likelihood(odds(at))).collect()
}

/// Weights on the grid, and the logarithm of what they were divided by.
fn scaled(logarithms: &[f64]) -> (Vec<f64>, f64) {
    let highest = logarithms.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    (logarithms.iter().map(|x| (x - highest).exp()).collect(), highest)
}

/// Pools channels whose likelihoods are given under each of several laws, drawn from
/// what is believed: as many draws under each.
#[must_use]
pub fn pool(by_law: &[Vec<Vec<f64>>]) -> Pooled {
    let channels = vec![Vec::new(); by_law.first().map_or(0, Vec::len)];
    let mut pooled = Pooled { channels, mean: Vec::new(), spread: Vec::new() };
    let mut stream = Luck::new(0, 0).at(Place::new("fit/pooling")).step(0);
    for likelihoods in by_law {
        pool_under_a_law(likelihoods, DRAWS.div_ceil(by_law.len()), &mut stream, &mut pooled);
    }
    pooled
}

fn pool_under_a_law(
    likelihoods: &[Vec<f64>],
    draws: usize,
    stream: &mut Stream,
    pooled: &mut Pooled,
) {
    let weights: Vec<Vec<f64>> = likelihoods.iter().map(|one| scaled(one).0).collect();
    let spreads = (0..SPREAD.2).map(|i| SPREAD.0 + SPREAD.1 * i as f64);
    // Every third place is enough for the mean.
    let means = || (0..ODDS.2).step_by(3);
    let mut nodes: Vec<(usize, f64, f64)> = Vec::new();
    for spread in spreads {
        let reach = (4.5 * spread / ODDS.1).ceil() as usize;
        let bell: Vec<f64> =
            (0..=reach).map(|k| (-(ODDS.1 * k as f64 / spread).powi(2) / 2.0).exp()).collect();
        for mean in means() {
            let fit: f64 = weights.iter().map(|w| around(w, mean, &bell).ln()).sum();
            let norm = bell.iter().sum::<f64>() * 2.0 - 1.0;
            let prior = -spread * spread / 2.0 - odds(mean).powi(2) / (2.0 * 9.0);
            nodes.push((mean, spread, fit + prior - norm.ln() * weights.len() as f64));
        }
    }
    let (node_weights, _) = scaled(&nodes.iter().map(|(_, _, weight)| *weight).collect::<Vec<_>>());
    let summed = running(node_weights.into_iter());
    for _ in 0..draws {
        let (mean, spread, _) = nodes[pick(&summed, stream.uniform())];
        draw((mean, spread), &weights, stream, pooled);
    }
}

/// The likelihood weighed by a bell around a place.
fn around(weights: &[f64], mean: usize, bell: &[f64]) -> f64 {
    let low = mean.saturating_sub(bell.len() - 1);
    let high = (mean + bell.len()).min(weights.len());
    let sum: f64 = (low..high).map(|at| weights[at] * bell[at.abs_diff(mean)]).sum();
    sum.max(1e-300)
}

/// The channels once, given their mean's place and their spread.
fn draw(
    (mean, spread): (usize, f64),
    weights: &[Vec<f64>],
    stream: &mut Stream,
    pooled: &mut Pooled,
) {
    pooled.mean.push(odds(mean) + ODDS.1 * 3.0 * (stream.uniform() - 0.5));
    pooled.spread.push(spread);
    for (channel, weights) in pooled.channels.iter_mut().zip(weights) {
        let bell = |at: usize| (-((odds(at) - odds(mean)) / spread).powi(2) / 2.0).exp();
        let summed = running(weights.iter().enumerate().map(|(at, w)| w * bell(at)));
        let at = pick(&summed, stream.uniform());
        channel.push(odds(at) + ODDS.1 * (stream.uniform() - 0.5));
    }
}

fn running(weights: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut sum = 0.0;
    weights
        .map(|weight| {
            sum += weight;
            sum
        })
        .collect()
}

fn pick(summed: &[f64], u: f64) -> usize {
    let total = summed[summed.len() - 1];
    summed.partition_point(|sum| *sum < u * total).min(summed.len() - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fit::closing::Kind;
    use crate::fit::posterior::interval;

    fn closed(won: f64, lost: f64) -> Vec<f64> {
        let ages = Ages { steps: 4, won: vec![0.0, won], lost: vec![0.0, lost], ..Ages::default() };
        let law =
            Law { kinds: vec![Kind { chain: 1, leave: 0.5, won: 0.5, lost: 0.5 }], clock: 0.0 };
        likelihood(&ages, &law)
    }

    #[test]
    fn a_channel_with_few_cases_lies_nearer_to_the_others_than_its_own_share() {
        let pooled = pool(&[vec![closed(100.0, 900.0), closed(120.0, 880.0), closed(3.0, 5.0)]]);
        let median = |at: usize| logistic(interval(&pooled.channels[at])[1]);
        assert!((median(0) - 0.10).abs() < 0.01 && (median(1) - 0.12).abs() < 0.01);
        assert!(median(2) > 0.12 && median(2) < 0.33, "{}", median(2));
    }

    #[test]
    fn a_channel_without_a_win_gets_a_share_above_nothing() {
        let pooled = pool(&[vec![closed(100.0, 900.0), closed(0.0, 40.0)]]);
        let [low, _, high] = interval(&pooled.channels[1]).map(logistic);
        assert!(low > 0.001 && high < 0.15, "{low} {high}");
    }

    /// Many cases are open at an age by which one law has nearly all wins in and another
    /// about half of them: whoever does not know the law knows the share less.
    #[test]
    fn doubt_about_the_times_is_doubt_about_the_shares() {
        let ages =
            Ages { steps: 4, won: vec![0.0, 80.0], open: vec![0.0, 0.0, 320.0], ..Ages::default() };
        let under = |leave: f64| {
            let law =
                Law { kinds: vec![Kind { chain: 1, leave, won: 0.3, lost: 0.0 }], clock: 0.0 };
            vec![likelihood(&ages, &law), likelihood(&ages, &law)]
        };
        let width = |laws: &[Vec<Vec<f64>>]| {
            let [low, _, high] = interval(&pool(laws).channels[0]).map(logistic);
            high - low
        };
        let (quick, slow) = (width(&[under(0.9)]), width(&[under(0.4)]));
        let both = width(&[under(0.9), under(0.4)]);
        assert!(both > 1.5 * quick.max(slow), "{quick} {slow} {both}");
    }
}
