//! Level, growth and seasons given volatility, persistence and the strength of
//! seasons: linear and Gaussian.
//!
//! Two steps, for the first is the dear one: [`Mood`] takes the mood of the market
//! off the months, [`Mood::with_seasons`] weighs what is left with what is believed
//! before the records. Both in products of a few parts (Lindley and Smith 1972,
//! Journal of the Royal Statistical Society B 34).

use super::months::Months;
use crate::fit::{matrix, posterior};
use crate::random::Stream;

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

impl Seen {
    /// The months that tell enough, the latest [`LONGEST`] of them.
    pub fn all(months: &Months) -> Vec<Self> {
        let a_month = months.going_a_month();
        let last = months.counts.len() - 1;
        // Of records shorter than that the longest month still tells something.
        let longest = months.seen.iter().copied().fold(0.0, f64::max);
        let usable = (0..=last).filter(|at| months.seen[*at] >= LEAST_SEEN.min(longest));
        let mut seen: Vec<Seen> = usable
            .map(|at| {
                // Around the month: its own count as a weight would favour low ones.
                let near = at.saturating_sub(2)..=(at + 2).min(last);
                let count: f64 = months.going[near.clone()].iter().sum();
                let time: f64 = months.seen[near].iter().sum();
                let expected =
                    ((count + a_month.min(1.0)) / (time + 1e-9) * months.seen[at]).max(0.5);
                Seen {
                    at: at as f64 - last as f64,
                    season: months.calendar(at),
                    y: ((months.going[at] + 0.5) / months.seen[at]).ln(),
                    noise: 1.0 / expected,
                }
            })
            .collect();
        seen.drain(..seen.len().saturating_sub(LONGEST));
        seen
    }

    /// What a part multiplies in this month: 1 for the level, years for growth, and
    /// its own season.
    fn times(&self, part: usize) -> f64 {
        match part {
            0 => 1.0,
            1 => self.at / 12.0,
            season => f64::from(u8::from(season - 2 == self.season)),
        }
    }
}

/// Variance of the level before the records: any.
const ANY: f64 = 4.0;
/// What multiplies a month: the level, growth, and each of twelve seasons.
const PARTS: usize = 14;

/// What months say given volatility and persistence, however strong seasons are:
/// the months with the mood of the market and the noise of counting taken off
/// (both by a root of their covariance), in products.
pub struct Mood {
    pub volatility: f64,
    pub persistence: f64,
    /// Of what multiplies months with itself.
    parts: Vec<Vec<f64>>,
    /// Of what multiplies months with the months.
    with: Vec<f64>,
    /// Of what multiplies months with the mood of the coming year.
    with_ahead: Vec<f64>,
    /// Logarithm of the chance of the months without any of it.
    fit: f64,
    /// Mean mood of the coming year by the months alone, and its sd.
    ahead: (f64, f64),
    centre: f64,
}

/// What is known of level, growth and seasons, given all else.
pub struct State {
    mean: Vec<f64>,
    /// Root of the inverse of their covariance.
    root: Vec<Vec<f64>>,
    /// Logarithm of the chance of the months.
    pub fit: f64,
}

/// How strong seasons are: sd of a month's logarithm by a wave once a year (summer
/// and winter), and by itself (a fair, a quarter's end).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Strength {
    pub wave: f64,
    pub own: f64,
}

impl Strength {
    /// Variance of a pair of coordinates along the wave; along all others it is that
    /// of the months themselves.
    fn along_the_wave(self) -> f64 {
        6.0 * self.wave * self.wave + self.own * self.own
    }

    /// Of the inverse of the seasons' covariance, so many months apart.
    fn precision(self, apart: usize) -> f64 {
        let own = 1.0 / (self.own * self.own);
        let turn = (apart as f64 * std::f64::consts::TAU / 12.0).cos() / 6.0;
        let same = if apart == 0 { own } else { 0.0 };
        same - (own - 1.0 / self.along_the_wave()) * turn
    }

    /// Half the logarithm of the size of that covariance.
    fn log_size(self) -> f64 {
        10.0 * self.own.ln() + self.along_the_wave().ln()
    }
}

/// Level, growth and seasons as they may be.
pub struct Drawn {
    /// Logarithm of the cases a month over the coming year, seasons apart.
    pub level: f64,
    pub growth: f64,
    /// Logarithm of the cases of the last month, seasons and mood apart, and its mood.
    pub last: (f64, f64),
    /// By calendar month, mean 1; empty where none were asked for.
    pub seasons: Vec<f64>,
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

/// Variance of the market's mood in the long run.
fn steady(volatility: f64, persistence: f64) -> f64 {
    volatility * volatility / 12.0 / (1.0 - persistence * persistence)
}

/// Mean over the coming year of the persistence to the power of the month, or of a
/// multiple of it.
fn kept(persistence: f64, times: i32) -> f64 {
    (1..=AHEAD).map(|month| persistence.powi(times * month)).sum::<f64>() / f64::from(AHEAD)
}

/// Shocks do not raise the mean of demand, but that of its logarithm is lower: what the
/// coming year's has to be raised by.
fn raised(volatility: f64, persistence: f64) -> f64 {
    steady(volatility, persistence) / 2.0 * (1.0 - kept(persistence, 2))
}

/// Sum of the logarithms of a root's diagonal.
fn log_size(root: &[Vec<f64>]) -> f64 {
    root.iter().enumerate().map(|(i, row)| row[i].ln()).sum()
}

impl Mood {
    /// Given these months.
    pub fn new(seen: &[Seen], volatility: f64, persistence: f64, seasonal: bool) -> Self {
        let steady = steady(volatility, persistence);
        let centre = seen.iter().map(|month| month.y).sum::<f64>() / seen.len() as f64;
        let covariance = |a: &Seen, b: &Seen| {
            let noise = if a.at.total_cmp(&b.at).is_eq() { a.noise } else { 0.0 };
            steady * persistence.powf((a.at - b.at).abs()) + noise
        };
        let of = |a: &Seen| seen.iter().map(|b| covariance(a, b)).collect();
        let root = matrix::cholesky(&seen.iter().map(of).collect::<Vec<_>>());
        let root = root.expect("noise makes it positive definite");
        let without = |value: &dyn Fn(&Seen) -> f64| {
            matrix::forward(&root, &seen.iter().map(value).collect::<Vec<_>>())
        };
        let off = without(&|month| month.y - centre - GROWTH.0 * month.at / 12.0);
        let parts: Vec<Vec<f64>> = (0..if seasonal { PARTS } else { 2 })
            .map(|part| without(&|month| month.times(part)))
            .collect();
        let kept = kept(persistence, 1);
        let coming = without(&|month| kept * steady * persistence.powf(-month.at));
        let mean = dot(&coming, &off) + raised(volatility, persistence);
        let left = kept.powi(2) * steady - dot(&coming, &coming);
        Self {
            volatility,
            persistence,
            fit: -log_size(&root) - dot(&off, &off) / 2.0,
            with: parts.iter().map(|part| dot(part, &off)).collect(),
            with_ahead: parts.iter().map(|part| dot(part, &coming)).collect(),
            parts: parts.iter().map(|a| parts.iter().map(|b| dot(a, b)).collect()).collect(),
            ahead: (mean, left.max(0.0).sqrt()),
            centre,
        }
    }

    /// With seasons of this strength.
    pub fn with_seasons(&self, strength: Strength) -> State {
        let mut precision = self.parts.clone();
        precision[0][0] += 1.0 / ANY;
        precision[1][1] += 1.0 / (GROWTH.1 * GROWTH.1);
        for (i, row) in precision.iter_mut().enumerate().skip(2) {
            for (j, cell) in row.iter_mut().enumerate().skip(2) {
                *cell += strength.precision(i.abs_diff(j));
            }
        }
        let root = matrix::cholesky(&precision).expect("what is known before is added");
        let half = matrix::forward(&root, &self.with);
        let before = if precision.len() > 2 { strength.log_size() } else { 0.0 };
        let fit = self.fit + dot(&half, &half) / 2.0 - log_size(&root) - before;
        State { mean: matrix::backward(&root, &half), root, fit }
    }

    /// The mood in the last month, from what it makes of the coming year.
    fn mood_at_the_end(&self, coming: f64) -> f64 {
        (coming - raised(self.volatility, self.persistence)) / kept(self.persistence, 1)
    }

    /// Level, growth and seasons, drawn.
    pub fn draw(&self, state: &State, stream: &mut Stream) -> Drawn {
        let scores: Vec<f64> = state.mean.iter().map(|_| posterior::score(stream)).collect();
        let off = matrix::backward(&state.root, &scores);
        let parts: Vec<f64> = state.mean.iter().zip(off).map(|(mean, off)| mean + off).collect();
        let (mood, sd) = self.ahead;
        let mood = mood - dot(&self.with_ahead, &parts) + sd * posterior::score(stream);
        let seasons: Vec<f64> = parts[2..].iter().map(|season| season.exp()).collect();
        // What all seasons have in common is the level's.
        let common = match seasons.len() {
            0 => 1.0,
            months => seasons.iter().sum::<f64>() / months as f64,
        };
        Drawn {
            level: self.centre + parts[0] + mood + common.ln(),
            growth: GROWTH.0 + parts[1],
            last: (self.centre + parts[0] + common.ln(), self.mood_at_the_end(mood)),
            seasons: seasons.into_iter().map(|season| season / common).collect(),
        }
    }
}
