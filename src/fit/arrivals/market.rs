//! Demand over time: level, growth, season, shocks and their memory.
//!
//! Logarithms of monthly counts are the engine's own market, observed with the
//! noise of counting: level at the end + growth + season + x + noise, x an
//! autoregression of order 1 in its steady state, noise of variance 1 over the
//! expected count. Given volatility and persistence everything else is linear and
//! Gaussian and integrated exactly (Harvey 1989, Forecasting, Structural Time
//! Series Models, chapter 3); these two are summed over a grid.

use super::months::Months;
use crate::distribution::normal::{logistic, logit};
use crate::fit::benchmark::{self, Benchmark};
use crate::fit::{matrix, posterior};
use crate::random::{Luck, Place};

/// What is believed about demand, draw by draw.
#[derive(Debug, Clone, Default)]
pub struct Market {
    /// Months that it rests on.
    pub months: usize,
    /// Whether the history is long enough to move growth, volatility and persistence.
    pub told: bool,
    /// Logarithm of the cases a month to expect over the coming year.
    pub level: Vec<f64>,
    /// Yearly growth, log.
    pub drift: Vec<f64>,
    /// Yearly sd of the shocks.
    pub volatility: Vec<f64>,
    /// Month-to-month memory.
    pub persistence: Vec<f64>,
    /// Factor by calendar month, January first, mean 1; P5, P50 and P95 of each.
    /// Empty where the history is too short.
    pub seasons: Vec<[f64; 3]>,
}

/// Fewest months that tell of growth, volatility and persistence.
pub const MONTHS_FOR_SHOCKS: usize = 12;
/// Fewest months that tell of seasons.
pub const MONTHS_FOR_SEASONS: usize = 24;
/// Months before these count no more.
const LONGEST: usize = 120;
/// A month of which less was seen says too little.
const LEAST_SEEN: f64 = 0.25;
/// Sd of a season's logarithm before anything is known.
const SEASON: f64 = 0.15;
/// Yearly growth before anything is known: mean and sd. A company's own growth
/// may be far from its market's.
const GROWTH: (f64, f64) = (0.04, 0.25);
/// Draws of the posterior.
const DRAWS: usize = 2_000;
/// Months ahead over which today's mood of the market is averaged into the level.
const AHEAD: i32 = 12;

/// A month that is used.
struct Seen {
    /// Months from the last one, 0 or below.
    at: f64,
    season: usize,
    y: f64,
    noise: f64,
}

/// Means and root of the covariance of level, growth and seasons at one node.
struct Node {
    volatility: f64,
    persistence: f64,
    weight: f64,
    mean: Vec<f64>,
    root: Vec<Vec<f64>>,
}

impl Market {
    /// Fits the market.
    #[must_use]
    pub fn fit(months: &Months) -> Self {
        let seen = seen(months);
        let seasonal = seen.len() >= MONTHS_FOR_SEASONS;
        let mut nodes = Vec::new();
        for &volatility in &volatilities() {
            for &persistence in &persistences() {
                nodes.push(node(&seen, volatility, persistence, seasonal));
            }
        }
        let highest = nodes.iter().map(|node| node.weight).fold(f64::NEG_INFINITY, f64::max);
        nodes.iter_mut().for_each(|node| node.weight = (node.weight - highest).exp());
        draw(&nodes, seen.len(), seasonal)
    }
}

fn seen(months: &Months) -> Vec<Seen> {
    let a_month = months.a_month();
    let last = months.counts.len() - 1;
    let usable = (0..=last).filter(|at| months.seen[*at] >= LEAST_SEEN);
    let mut seen: Vec<Seen> = usable
        .map(|at| {
            // Around the month: its own count as a weight would favour low ones.
            let near = at.saturating_sub(2)..=(at + 2).min(last);
            let count: f64 = months.counts[near.clone()].iter().sum();
            let time: f64 = months.seen[near].iter().sum();
            let expected = ((count + a_month.min(1.0)) / (time + 1e-9) * months.seen[at]).max(0.5);
            Seen {
                at: at as f64 - last as f64,
                season: (months.first + at as i32).rem_euclid(12) as usize,
                y: ((months.counts[at] + 0.5) / months.seen[at]).ln(),
                noise: 1.0 / expected,
            }
        })
        .collect();
    seen.drain(..seen.len().saturating_sub(LONGEST));
    seen
}

/// The middle of a benchmark and its sd, on the scale of `by`.
fn normal(benchmark: &Benchmark, by: impl Fn(f64) -> f64) -> (f64, f64) {
    let (low, high) = (by(benchmark.low), by(benchmark.high));
    (f64::midpoint(low, high), (high - low) / (2.0 * 1.645))
}

const VOLATILITIES: usize = 24;
const PERSISTENCES: usize = 22;
// Up to 1.3 a year: what swings more is no market but a start or an end of records.
const LOG_VOLATILITY: (f64, f64) = (-3.9, 0.18);
const LOGIT_PERSISTENCE: (f64, f64) = (-2.5, 0.33);

fn volatilities() -> [f64; VOLATILITIES] {
    std::array::from_fn(|i| (LOG_VOLATILITY.0 + LOG_VOLATILITY.1 * i as f64).exp())
}

fn persistences() -> [f64; PERSISTENCES] {
    std::array::from_fn(|i| logistic(LOGIT_PERSISTENCE.0 + LOGIT_PERSISTENCE.1 * i as f64))
}

/// Before the records: mostly what is published, but a company may be far from it.
fn prior(volatility: f64, persistence: f64) -> f64 {
    let near = |x: f64, (middle, sd): (f64, f64), cells: f64, width: f64| {
        let z = (x - middle) / sd;
        0.85 * width / sd * (-z * z / 2.0).exp() / 2.507 + 0.15 / cells
    };
    let of_volatility = normal(&benchmark::VOLATILITY, f64::ln);
    let of_persistence = normal(&benchmark::PERSISTENCE, logit);
    near(volatility.ln(), of_volatility, VOLATILITIES as f64, LOG_VOLATILITY.1).ln()
        + near(logit(persistence), of_persistence, PERSISTENCES as f64, LOGIT_PERSISTENCE.1).ln()
}

fn node(seen: &[Seen], volatility: f64, persistence: f64, seasonal: bool) -> Node {
    let steady = volatility * volatility / 12.0 / (1.0 - persistence * persistence);
    let centre = seen.iter().map(|month| month.y).sum::<f64>() / seen.len() as f64;
    // Level at the end, growth, and twelve seasons that add up to nothing.
    let season = |a: usize, b: usize| {
        let same = if a == b { 1.0 } else { 0.0 };
        if seasonal { SEASON * SEASON * (same - 1.0 / 12.0) } else { 0.0 }
    };
    let market = |a: &Seen, b: &Seen| {
        let mood = steady * persistence.powf((a.at - b.at).abs());
        let noise = if a.at.total_cmp(&b.at).is_eq() { a.noise } else { 0.0 };
        let line = 4.0 + GROWTH.1 * GROWTH.1 * a.at * b.at / 144.0;
        line + season(a.season, b.season) + mood + noise
    };
    let covariance: Vec<Vec<f64>> =
        seen.iter().map(|a| seen.iter().map(|b| market(a, b)).collect()).collect();
    let root = matrix::cholesky(&covariance).expect("noise makes it positive definite");
    let off: Vec<f64> = seen.iter().map(|m| m.y - centre - GROWTH.0 * m.at / 12.0).collect();
    let off = matrix::forward(&root, &off);
    let fit: f64 = root.iter().enumerate().map(|(i, row)| row[i].ln()).sum::<f64>()
        + off.iter().map(|x| x * x).sum::<f64>() / 2.0;

    // What is asked for, with its covariance with the months.
    let powers = |twice: i32| {
        (1..=AHEAD).map(|h| persistence.powi(twice * h)).sum::<f64>() / f64::from(AHEAD)
    };
    let (ahead, ahead_twice) = (powers(1), powers(2));
    let level = |m: &Seen| 4.0 + ahead * steady * persistence.powf(-m.at);
    let growth = |m: &Seen| GROWTH.1 * GROWTH.1 * m.at / 12.0;
    let mut with: Vec<Vec<f64>> =
        vec![seen.iter().map(level).collect(), seen.iter().map(growth).collect()];
    let seasons = if seasonal { 12 } else { 0 };
    with.extend((0..seasons).map(|s| seen.iter().map(|m| season(s, m.season)).collect()));
    let with: Vec<Vec<f64>> = with.iter().map(|row| matrix::forward(&root, row)).collect();
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(x, y)| x * y).sum::<f64>();
    // Shocks do not raise the mean of demand, but that of its logarithm is lower.
    let corrected = steady / 2.0 * (1.0 - ahead_twice);
    let before = |i: usize| match i {
        0 => centre + corrected,
        1 => GROWTH.0,
        _ => 0.0,
    };
    let prior_covariance = |i: usize, j: usize| match (i, j) {
        (0, 0) => 4.0 + ahead * ahead * steady,
        (1, 1) => GROWTH.1 * GROWTH.1,
        (2.., 2..) => season(i - 2, j - 2) + if i == j { 1e-9 } else { 0.0 },
        _ => 0.0,
    };
    let mean = (0..with.len()).map(|i| before(i) + dot(&with[i], &off)).collect();
    let left = |i: usize, j: usize| {
        prior_covariance(i, j) - dot(&with[i], &with[j]) + if i == j { 1e-10 } else { 0.0 }
    };
    let left: Vec<Vec<f64>> =
        (0..with.len()).map(|i| (0..with.len()).map(|j| left(i, j)).collect()).collect();
    let root = matrix::cholesky(&left).expect("what is left unknown is a covariance");
    Node { volatility, persistence, weight: prior(volatility, persistence) - fit, mean, root }
}

fn draw(nodes: &[Node], months: usize, seasonal: bool) -> Market {
    let mut stream = Luck::new(0, 0).at(Place::new("fit/market")).step(0);
    let total: f64 = nodes.iter().map(|node| node.weight).sum();
    let mut market =
        Market { months, told: months >= MONTHS_FOR_SHOCKS, ..Market::default() };
    let mut seasons = vec![Vec::new(); if seasonal { 12 } else { 0 }];
    for _ in 0..DRAWS {
        let mut left = stream.uniform() * total;
        let node = nodes.iter().find(|node| {
            left -= node.weight;
            left <= 0.0
        });
        let node = node.unwrap_or(&nodes[nodes.len() - 1]);
        let scores: Vec<f64> = node.mean.iter().map(|_| posterior::score(&mut stream)).collect();
        let value = |i: usize| {
            node.mean[i] + (0..=i).map(|j| node.root[i][j] * scores[j]).sum::<f64>()
        };
        market.level.push(value(0));
        market.drift.push(value(1));
        // Anywhere in its cell of the grid.
        let within = |step: f64, u: f64| step * (u - 0.5);
        let volatility = node.volatility.ln() + within(LOG_VOLATILITY.1, stream.uniform());
        market.volatility.push(volatility.exp());
        let persistence = logit(node.persistence) + within(LOGIT_PERSISTENCE.1, stream.uniform());
        market.persistence.push(logistic(persistence));
        let factors: Vec<f64> = (0..seasons.len()).map(|s| value(s + 2).exp()).collect();
        let mean = factors.iter().sum::<f64>() / 12.0;
        for (all, factor) in seasons.iter_mut().zip(factors) {
            all.push(factor / mean);
        }
    }
    market.seasons = seasons.iter().map(|all| posterior::interval(all)).collect();
    market
}
