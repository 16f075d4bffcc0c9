//! Demand over time: level, growth, season, shocks and their memory.
//!
//! Logarithms of monthly counts are the engine's own market, observed with the
//! noise of counting: level at the end + growth + season + x + noise, x an
//! autoregression of order 1 in its steady state, noise of variance 1 over the
//! expected count. Given volatility, persistence and how strong seasons are,
//! everything else is linear and Gaussian and integrated exactly (Harvey 1989,
//! Forecasting, Structural Time Series Models, chapter 3); these are summed over a
//! grid. The strength of seasons is estimated with the rest: a fixed one
//! would make shocks of seasons that are stronger, or seasons of shocks.

use super::ahead::Ahead;
use super::months::Months;
use super::state::{Drawn, Mood, Seen, Strength};
use crate::distribution::normal::{logistic, logit};
use crate::fit::benchmark::{self, Benchmark};
use crate::fit::posterior;
use crate::random::{Luck, Place, Stream};

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
    /// Factor by calendar month, January first, mean 1; P5, mean and P95 of each.
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
        let moods: Vec<Mood> = volatilities()
            .into_iter()
            .flat_map(|volatility| persistences().map(|persistence| (volatility, persistence)))
            .map(|(volatility, persistence)| Mood::new(&seen, volatility, persistence, seasonal))
            .collect();
        let strengths = strengths();
        let strengths = &strengths[..if seasonal { strengths.len() } else { 1 }];
        let nodes: Vec<Node<'_>> = moods
            .iter()
            .flat_map(|mood| strengths.iter().map(move |strength| Node::new(mood, *strength)))
            .collect();
        draw(&nodes, seen.len(), seasonal)
    }
}

/// A point of the grid.
struct Node<'a> {
    mood: &'a Mood,
    strength: Strength,
    /// Logarithm of its weight.
    weight: f64,
}

impl<'a> Node<'a> {
    fn new(mood: &'a Mood, strength: Strength) -> Self {
        let weight = prior(mood, strength) + mood.with_seasons(strength).fit;
        Self { mood, strength, weight }
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

/// Steps of the logarithm of either strength of seasons: 0.02 to 0.55.
const STRENGTHS: i32 = 5;
const LOG_STRENGTH: (f64, f64) = (-4.0, 0.85);
/// Either strength before the records, mean and sd of its logarithm: what is
/// published swings by 10 % or so, a sixth of trades by twice as much or more.
const STRENGTH: (f64, f64) = (-2.5, 1.0);

fn strengths() -> Vec<Strength> {
    let step = |i: i32| (LOG_STRENGTH.0 + LOG_STRENGTH.1 * f64::from(i)).exp();
    let with = |wave: f64| (0..STRENGTHS).map(move |own| Strength { wave, own: step(own) });
    (0..STRENGTHS).flat_map(|wave| with(step(wave))).collect()
}

fn volatilities() -> [f64; VOLATILITIES] {
    std::array::from_fn(|i| (LOG_VOLATILITY.0 + LOG_VOLATILITY.1 * i as f64).exp())
}

fn persistences() -> [f64; PERSISTENCES] {
    std::array::from_fn(|i| logistic(LOGIT_PERSISTENCE.0 + LOGIT_PERSISTENCE.1 * i as f64))
}

/// Before the records: mostly what is published, but a company may be far from it.
fn prior(mood: &Mood, strength: Strength) -> f64 {
    let near = |x: f64, (middle, sd): (f64, f64), cells: f64, width: f64| {
        let z = (x - middle) / sd;
        0.85 * width / sd * (-z * z / 2.0).exp() / 2.507 + 0.15 / cells
    };
    let off = |strength: f64| ((strength.ln() - STRENGTH.0) / STRENGTH.1).powi(2) / 2.0;
    let volatility = mood.volatility.ln();
    let of_volatility = normal(&benchmark::VOLATILITY, f64::ln);
    let persistence = logit(mood.persistence);
    let of_persistence = normal(&benchmark::PERSISTENCE, logit);
    near(volatility, of_volatility, VOLATILITIES as f64, LOG_VOLATILITY.1).ln()
        + near(persistence, of_persistence, PERSISTENCES as f64, LOGIT_PERSISTENCE.1).ln()
        - off(strength.wave)
        - off(strength.own)
}

/// By the weights' running sum, one of the nodes at a time.
fn draw(nodes: &[Node<'_>], months: usize, seasonal: bool) -> Market {
    let mut stream = Luck::new(0, 0).at(Place::new("fit/market")).step(0);
    let highest = nodes.iter().map(|node| node.weight).fold(f64::NEG_INFINITY, f64::max);
    let mut total = 0.0;
    let sums: Vec<f64> = nodes
        .iter()
        .map(|node| {
            total += (node.weight - highest).exp();
            total
        })
        .collect();
    let mut market = Market { months, told: months >= MONTHS_FOR_SHOCKS, ..Market::default() };
    let mut seasons = vec![Vec::new(); if seasonal { 12 } else { 0 }];
    for _ in 0..DRAWS {
        let at = stream.uniform() * total;
        let place = sums.partition_point(|sum| *sum < at).min(nodes.len() - 1);
        let Node { mood, strength, .. } = nodes[place];
        let drawn = mood.draw(&mood.with_seasons(strength), &mut stream);
        market.take(mood, &drawn, &mut stream);
        seasons.iter_mut().zip(drawn.seasons).for_each(|(all, season)| all.push(season));
    }
    market.seasons = seasons.iter().map(|all| season(all)).collect();
    market
}

/// P5, mean and P95: means of months that average 1 do so too.
fn season(draws: &[f64]) -> [f64; 3] {
    let [low, _, high] = posterior::interval(draws);
    [low, draws.iter().sum::<f64>() / draws.len() as f64, high]
}

impl Market {
    /// Takes in a draw; volatility and persistence anywhere in its cell of the grid.
    fn take(&mut self, mood: &Mood, drawn: &Drawn, stream: &mut Stream) {
        let mut within = |width: f64| width * (stream.uniform() - 0.5);
        self.level.push(drawn.level);
        self.drift.push(drawn.growth);
        self.volatility.push((mood.volatility.ln() + within(LOG_VOLATILITY.1)).exp());
        self.persistence.push(logistic(logit(mood.persistence) + within(LOGIT_PERSISTENCE.1)));
        self.ahead.push(Ahead {
            level: drawn.last.0,
            mood: drawn.last.1,
            drift: drawn.growth,
            volatility: mood.volatility,
            persistence: mood.persistence,
            seasons: drawn.seasons.iter().map(|season| season.ln()).collect(),
        });
    }
}
