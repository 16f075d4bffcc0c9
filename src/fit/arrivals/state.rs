//! Level, growth and seasons given volatility and persistence: linear and Gaussian.

use super::months::Months;
use crate::fit::{matrix, posterior};
use crate::random::Stream;

/// Sd of a season's logarithm before anything is known.
const SEASON: f64 = 0.15;
/// Yearly growth before anything is known: mean and sd. A company's own growth
/// may be far from its market's.
const GROWTH: (f64, f64) = (0.04, 0.25);
/// Months ahead over which today's mood of the market is averaged into the level.
const AHEAD: i32 = 12;
/// Months before these count no more.
const LONGEST: usize = 120;
/// A month of which less was seen says too little.
const LEAST_SEEN: f64 = 0.25;

/// A month that is used.
pub struct Seen {
    /// Months from the last one, 0 or below.
    at: f64,
    season: usize,
    y: f64,
    noise: f64,
}

/// What is known of level, growth and seasons at one volatility and persistence.
pub struct State {
    pub volatility: f64,
    pub persistence: f64,
    /// Logarithm of the chance of the records.
    pub fit: f64,
    /// Means of the level of the coming year, of growth, of the seasons, and last of
    /// the mood in the last month.
    mean: Vec<f64>,
    /// Root of their covariance.
    root: Vec<Vec<f64>>,
}

impl Seen {
    /// The months that tell enough, the latest [`LONGEST`] of them.
    pub fn all(months: &Months) -> Vec<Self> {
        let a_month = months.a_month();
        let last = months.counts.len() - 1;
        // Of records shorter than that the longest month still tells something.
        let longest = months.seen.iter().copied().fold(0.0, f64::max);
        let usable = (0..=last).filter(|at| months.seen[*at] >= LEAST_SEEN.min(longest));
        let mut seen: Vec<Seen> = usable
            .map(|at| {
                // Around the month: its own count as a weight would favour low ones.
                let near = at.saturating_sub(2)..=(at + 2).min(last);
                let count: f64 = months.counts[near.clone()].iter().sum();
                let time: f64 = months.seen[near].iter().sum();
                let expected =
                    ((count + a_month.min(1.0)) / (time + 1e-9) * months.seen[at]).max(0.5);
                Seen {
                    at: at as f64 - last as f64,
                    season: months.calendar(at),
                    y: ((months.counts[at] + 0.5) / months.seen[at]).ln(),
                    noise: 1.0 / expected,
                }
            })
            .collect();
        seen.drain(..seen.len().saturating_sub(LONGEST));
        seen
    }
}

/// Covariances before the records.
struct Before {
    steady: f64,
    persistence: f64,
    seasonal: bool,
}

impl Before {
    /// Parts that are asked for: the last one is the mood.
    fn parts(&self) -> usize {
        if self.seasonal { 15 } else { 3 }
    }
}

/// Variance of the level before the records: any.
const ANY: f64 = 4.0;

impl Before {
    fn season(&self, a: usize, b: usize) -> f64 {
        let same = if a == b { 1.0 } else { 0.0 };
        // Twelve that add up to nothing.
        if self.seasonal { SEASON * SEASON * (same - 1.0 / 12.0) } else { 0.0 }
    }

    /// Of two months.
    fn months(&self, a: &Seen, b: &Seen) -> f64 {
        let mood = self.steady * self.persistence.powf((a.at - b.at).abs());
        let noise = if a.at.total_cmp(&b.at).is_eq() { a.noise } else { 0.0 };
        let line = ANY + GROWTH.1 * GROWTH.1 * a.at * b.at / 144.0;
        line + self.season(a.season, b.season) + mood + noise
    }

    /// Mean over the coming year of the persistence to the power of the month.
    fn ahead(&self, twice: i32) -> f64 {
        (1..=AHEAD).map(|h| self.persistence.powi(twice * h)).sum::<f64>() / f64::from(AHEAD)
    }

    /// Of what is asked for (level, growth, seasons) with a month.
    fn with(&self, asked: usize, month: &Seen) -> f64 {
        match asked {
            0 => ANY + self.ahead(1) * self.steady * self.persistence.powf(-month.at),
            1 => GROWTH.1 * GROWTH.1 * month.at / 12.0,
            mood if mood + 1 == self.parts() => self.steady * self.persistence.powf(-month.at),
            season => self.season(season - 2, month.season),
        }
    }

    /// Of what is asked for.
    fn asked(&self, i: usize, j: usize) -> f64 {
        let mood = self.parts() - 1;
        match (i, j) {
            (i, j) if (i, j) == (mood, mood) => self.steady,
            (0, j) if j == mood => self.ahead(1) * self.steady,
            (i, 0) if i == mood => self.ahead(1) * self.steady,
            (i, j) if i == mood || j == mood => 0.0,
            (0, 0) => ANY + self.ahead(1).powi(2) * self.steady,
            (1, 1) => GROWTH.1 * GROWTH.1,
            (2.., 2..) => self.season(i - 2, j - 2),
            _ => 0.0,
        }
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

impl State {
    /// Given these months.
    pub fn new(seen: &[Seen], volatility: f64, persistence: f64, seasonal: bool) -> Self {
        let steady = volatility * volatility / 12.0 / (1.0 - persistence * persistence);
        let before = Before { steady, persistence, seasonal };
        let centre = seen.iter().map(|month| month.y).sum::<f64>() / seen.len() as f64;
        let of = |a: &Seen| seen.iter().map(|b| before.months(a, b)).collect();
        let root = matrix::cholesky(&seen.iter().map(of).collect::<Vec<_>>());
        let root = root.expect("noise makes it positive definite");
        let off: Vec<f64> = seen.iter().map(|m| m.y - centre - GROWTH.0 * m.at / 12.0).collect();
        let off = matrix::forward(&root, &off);
        let fit = -root.iter().enumerate().map(|(i, row)| row[i].ln()).sum::<f64>()
            - dot(&off, &off) / 2.0;
        let asked = before.parts();
        let with = |asked: usize| {
            let with: Vec<f64> = seen.iter().map(|month| before.with(asked, month)).collect();
            matrix::forward(&root, &with)
        };
        let with: Vec<Vec<f64>> = (0..asked).map(with).collect();
        // Shocks do not raise the mean of demand, but that of its logarithm is lower.
        let level = centre + steady / 2.0 * (1.0 - before.ahead(2));
        let expected = |i: usize| [level, GROWTH.0].get(i).copied().unwrap_or(0.0);
        let mean = (0..asked).map(|i| expected(i) + dot(&with[i], &off)).collect();
        let left = |i: usize, j: usize| {
            // Seasons add up to nothing: a little of their own keeps them apart.
            let own = if i == j { 1e-9 } else { 0.0 };
            before.asked(i, j) - dot(&with[i], &with[j]) + own
        };
        let left = |i: usize| (0..asked).map(|j| left(i, j)).collect();
        let root = matrix::cholesky(&(0..asked).map(left).collect::<Vec<_>>());
        let root = root.expect("what is left unknown is a covariance");
        Self { volatility, persistence, fit, mean, root }
    }

    /// The level in the last month without its mood, given that of the coming year.
    pub fn without(&self, level: f64, mood: f64) -> f64 {
        let ahead = |twice: i32| {
            (1..=AHEAD).map(|h| self.persistence.powi(twice * h)).sum::<f64>() / f64::from(AHEAD)
        };
        let steady =
            self.volatility * self.volatility / 12.0 / (1.0 - self.persistence * self.persistence);
        level - steady / 2.0 * (1.0 - ahead(2)) - ahead(1) * mood
    }

    /// Level, growth, seasons and mood, drawn.
    pub fn draw(&self, stream: &mut Stream) -> Vec<f64> {
        let scores: Vec<f64> = self.mean.iter().map(|_| posterior::score(stream)).collect();
        self.mean.iter().zip(&self.root).map(|(mean, row)| mean + dot(row, &scores)).collect()
    }
}
