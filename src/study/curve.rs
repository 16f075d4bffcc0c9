//! Curves for charts, computed where the runs are.

use crate::statistics::density::density;
use crate::statistics::quantile;

/// Points of a curve of chances: every half per cent.
const POINTS: usize = 201;

/// Points of a curve; `x` ascending, both of the same length.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Curve {
    /// Where.
    pub x: Vec<f64>,
    /// How much.
    pub y: Vec<f64>,
}

impl Curve {
    /// The height at `x` by linear interpolation; 0 outside the curve.
    #[must_use]
    pub fn at(&self, x: f64) -> f64 {
        let after = self.x.partition_point(|&point| point < x);
        match after {
            0 if self.x.first().is_some_and(|&first| first <= x) => self.y[0],
            n if n == 0 || n == self.x.len() => 0.0,
            n => {
                let share = (x - self.x[n - 1]) / (self.x[n] - self.x[n - 1]);
                self.y[n - 1] + share * (self.y[n] - self.y[n - 1])
            }
        }
    }
}

/// A metric's distribution as pictures need it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Band {
    /// Density over the metric, per unit of it. Empty where all runs agree.
    pub density: Curve,
    /// Chance to reach at least `x`, falling from 1 to 0.
    pub chance: Curve,
}

impl Curve {
    /// The density of a sorted sample.
    pub(super) fn density(sorted: &[f64]) -> Self {
        let (x, y) = density(sorted).into_iter().unzip();
        Self { x, y }
    }

    /// The chance to reach at least `x`, along the quantiles of a sorted sample.
    pub(super) fn chance(sorted: &[f64]) -> Self {
        let level = |i: usize| i as f64 / (POINTS - 1) as f64;
        Self {
            x: (0..POINTS).map(|i| quantile::of_sorted(sorted, level(i))).collect(),
            y: (0..POINTS).map(|i| 1.0 - level(i)).collect(),
        }
    }
}

impl Band {
    /// The pictures of a sorted sample.
    pub(super) fn new(sorted: &[f64]) -> Self {
        Self { density: Curve::density(sorted), chance: Curve::chance(sorted) }
    }
}
