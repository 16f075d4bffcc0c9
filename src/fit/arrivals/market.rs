//! Demand over time: level, growth, season, shocks and their memory.
//!
//! Logarithms of monthly counts are the engine's own market, observed with the
//! noise of counting: level at the end + growth + season + x + noise, x an
//! autoregression of order 1 in its steady state, noise of variance 1 over the
//! expected count. Given volatility and persistence everything else is linear and
//! Gaussian and integrated exactly (Harvey 1989, Forecasting, Structural Time
//! Series Models, chapter 3); these two are summed over a grid.

use super::ahead::Ahead;
use super::months::Months;
use super::state::{Seen, State};
use crate::distribution::normal::{logistic, logit};
use crate::fit::benchmark::{self, Benchmark};
use crate::fit::posterior;
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
    /// All of it together, draw by draw, as it goes on from the last month.
    pub ahead: Vec<Ahead>,
}

/// Fewest months that tell of growth, volatility and persistence.
pub const MONTHS_FOR_SHOCKS: usize = 12;
/// Fewest months that tell of seasons.
pub const MONTHS_FOR_SEASONS: usize = 24;
/// Draws of the posterior.
const DRAWS: usize = 2_000;

/// Volatility a year above which cases swing more than markets do.
const SWINGS: f64 = 0.8;

impl Market {
    /// Whether cases swing more than markets do.
    #[must_use]
    pub fn swings(&self) -> bool {
        self.told && posterior::interval(&self.volatility)[1] > SWINGS
    }

    /// Fits the market.
    #[must_use]
    pub fn fit(months: &Months) -> Self {
        let seen = Seen::all(months);
        let seasonal = seen.len() >= MONTHS_FOR_SEASONS;
        let mut nodes: Vec<(f64, State)> = Vec::new();
        for &volatility in &volatilities() {
            for &persistence in &persistences() {
                let state = State::new(&seen, volatility, persistence, seasonal);
                let weight = prior(volatility, persistence) + state.fit;
                nodes.push((weight, state));
            }
        }
        let highest = nodes.iter().map(|node| node.0).fold(f64::NEG_INFINITY, f64::max);
        for node in &mut nodes {
            node.0 = (node.0 - highest).exp();
        }
        draw(&nodes, seen.len(), seasonal)
    }
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

fn draw(nodes: &[(f64, State)], months: usize, seasonal: bool) -> Market {
    let mut stream = Luck::new(0, 0).at(Place::new("fit/market")).step(0);
    let total: f64 = nodes.iter().map(|node| node.0).sum();
    let mut market = Market { months, told: months >= MONTHS_FOR_SHOCKS, ..Market::default() };
    let mut seasons = vec![Vec::new(); if seasonal { 12 } else { 0 }];
    for _ in 0..DRAWS {
        let mut left = stream.uniform() * total;
        let node = nodes.iter().find(|node| {
            left -= node.0;
            left <= 0.0
        });
        let (_, node) = node.unwrap_or(&nodes[nodes.len() - 1]);
        let values = node.draw(&mut stream);
        market.level.push(values[0]);
        market.drift.push(values[1]);
        // Anywhere in its cell of the grid.
        let within = |step: f64, u: f64| step * (u - 0.5);
        let volatility = node.volatility.ln() + within(LOG_VOLATILITY.1, stream.uniform());
        market.volatility.push(volatility.exp());
        let persistence = logit(node.persistence) + within(LOGIT_PERSISTENCE.1, stream.uniform());
        market.persistence.push(logistic(persistence));
        let (seasons_of, mood) = (&values[2..values.len() - 1], values[values.len() - 1]);
        market.ahead.push(Ahead {
            level: node.without(values[0], mood),
            mood,
            drift: values[1],
            volatility: node.volatility,
            persistence: node.persistence,
            seasons: seasons_of.to_vec(),
        });
        let factors: Vec<f64> = seasons_of.iter().map(|value| value.exp()).collect();
        let mean = factors.iter().sum::<f64>() / 12.0;
        for (all, factor) in seasons.iter_mut().zip(factors) {
            all.push(factor / mean);
        }
    }
    market.seasons = seasons.iter().map(|all| posterior::interval(all)).collect();
    market
}
