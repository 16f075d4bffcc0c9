//! The mean result at each value of an unknown, as a curve.

use super::Estimate;
use super::scores::Scores;
use super::smooth::{Bending, Smooth};
use crate::statistics::WITHIN_95;

/// Places between two ends at which a curve is looked at for crossings.
const PLACES: usize = 400;

/// The mean result as a smooth curve of an unknown.
#[derive(Debug, Clone)]
pub struct Conditional {
    scores: Scores,
    curve: Smooth,
}

/// Where a mean result of zero is crossed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Crossing {
    /// The unknown's value there.
    pub value: f64,
    /// The lowest value that, with a confidence of 95 %, might be it; absent where
    /// that lies below what was looked at.
    pub low: Option<f64>,
    /// The highest such value, likewise.
    pub high: Option<f64>,
    /// Whether the result rises through zero as the unknown rises.
    pub rises: bool,
}

impl Conditional {
    /// Of the results `y` over the unknown's values `x`, run by run (at least one).
    #[must_use]
    pub fn fit(x: &[f64], y: &[f64]) -> Self {
        let scores = Scores::new(x);
        let curve = Smooth::fit(&scores, y, Bending::Priced);
        Self { scores, curve }
    }

    /// The mean result where the unknown is `x`; beyond all its values, that at the
    /// nearest.
    #[must_use]
    pub fn at(&self, x: f64) -> Estimate {
        let (value, variance) = self.curve.at(self.scores.at(x));
        Estimate { value, se: variance.sqrt() }
    }

    /// The unknown's values from `low` to `high` where the mean result is zero.
    #[must_use]
    pub fn zeros(&self, low: f64, high: f64) -> Vec<f64> {
        self.crossings(low, high).iter().map(|crossing| crossing.value).collect()
    }

    /// The same with how far off each may be. Only what was seen is looked at: the
    /// ends are drawn in to the lowest and highest value of any run.
    #[must_use]
    pub fn crossings(&self, low: f64, high: f64) -> Vec<Crossing> {
        let (first, last) = (self.scores.value[0], self.scores.value[self.scores.value.len() - 1]);
        let (low, high) = (low.max(first), high.min(last));
        if low >= high {
            return Vec::new();
        }
        let step = (high - low) / PLACES as f64;
        let place = |i: usize| if i == PLACES { high } else { low + i as f64 * step };
        let curve: Vec<(f64, Estimate)> =
            (0..=PLACES).map(|i| (place(i), self.at(place(i)))).collect();
        let crosses =
            |pair: &&[(f64, Estimate)]| (pair[0].1.value < 0.0) != (pair[1].1.value < 0.0);
        curve
            .windows(2)
            .enumerate()
            .filter(|(_, pair)| crosses(pair))
            .map(|(i, _)| crossing(&curve, i))
            .collect()
    }
}

/// The crossing between the place `here` and the next of a curve.
fn crossing(curve: &[(f64, Estimate)], here: usize) -> Crossing {
    let clear = |at: &(f64, Estimate)| at.1.value.abs() > WITHIN_95 * at.1.se;
    let below = curve[..=here].iter().rposition(clear);
    let above = curve[here + 1..].iter().position(clear);
    let bound = |estimate: Estimate, sign: f64| estimate.value + sign * WITHIN_95 * estimate.se;
    let rises = curve[here].1.value < curve[here + 1].1.value;
    // On the left of a rise the curve's upper bound is what meets zero first.
    let sign = if rises { 1.0 } else { -1.0 };
    let between = |place: usize, sign: f64| {
        let [left, right] = [curve[place], curve[place + 1]];
        zero((left.0, bound(left.1, sign)), (right.0, bound(right.1, sign)))
    };
    Crossing {
        value: between(here, 0.0),
        low: below.map(|place| between(place, sign)),
        high: above.map(|place| between(here + place, -sign)),
        rises,
    }
}

/// Where the straight line between two points meets zero.
fn zero((x, a): (f64, f64), (y, b): (f64, f64)) -> f64 {
    if (a < 0.0) == (b < 0.0) { x + (y - x) / 2.0 } else { x + (y - x) * a / (a - b) }
}
