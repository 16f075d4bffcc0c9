//! The result in each tenth of an unknown.

use schemars::JsonSchema;
use serde::Serialize;

use super::scores::ties;
use crate::statistics::quantile::of_unsorted;
use crate::statistics::{Moments, WITHIN_95};

/// Tenths; fewer where an unknown has fewer values, or where there are few runs.
const TENTHS: usize = 10;
/// Fewest runs to make a tenth of, for its mean to have an error.
const FEWEST: usize = 2;

/// Runs whose values of an unknown lie next to each other, and their results.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
pub struct Tenth {
    /// Lowest value of the unknown.
    pub low: f64,
    /// Highest value of the unknown.
    pub high: f64,
    /// Mean value of the unknown.
    pub middle: f64,
    /// How many runs.
    pub runs: usize,
    /// Mean result.
    pub mean: f64,
    /// Standard error of the mean result.
    pub se: f64,
    /// One result in ten is lower.
    pub p10: f64,
    /// One result in ten is higher.
    pub p90: f64,
}

/// The results `y` by tenths of the unknown's values `x`, in ascending order. Equal
/// values stay in one tenth, that of the middle of their ranks: an unknown with two
/// values has two.
#[must_use]
pub fn tenths(x: &[f64], y: &[f64]) -> Vec<Tenth> {
    let wanted = (x.len() / FEWEST).clamp(1, TENTHS);
    let mut tenths = Vec::new();
    let mut open: Vec<u32> = Vec::new();
    let mut latest = 0;
    ties(x, |places, below| {
        // In halves of a rank, so that it is exact.
        let tenth = (2 * below + places.len()) * wanted / (2 * x.len());
        if tenth != latest && !open.is_empty() {
            tenths.push(Tenth::new(&open, x, y));
            open.clear();
        }
        latest = tenth;
        open.extend_from_slice(places);
    });
    if !open.is_empty() {
        tenths.push(Tenth::new(&open, x, y));
    }
    tenths
}

impl Tenth {
    /// The 95 % interval of the mean.
    #[must_use]
    pub fn within(&self) -> (f64, f64) {
        let half = WITHIN_95 * self.se;
        (self.mean - half, self.mean + half)
    }

    /// Of the runs at these places, in ascending order of `x`.
    fn new(places: &[u32], x: &[f64], y: &[f64]) -> Self {
        let value = |place: &u32| x[*place as usize];
        let mut results: Vec<f64> = places.iter().map(|place| y[*place as usize]).collect();
        let of_y: Moments = results.iter().copied().collect();
        let of_x: Moments = places.iter().map(value).collect();
        let [p10, p90] = of_unsorted(&mut results, [0.1, 0.9]);
        Self {
            low: value(&places[0]),
            high: value(&places[places.len() - 1]),
            middle: of_x.mean(),
            runs: places.len(),
            mean: of_y.mean(),
            se: of_y.se(),
            p10,
            p90,
        }
    }
}
