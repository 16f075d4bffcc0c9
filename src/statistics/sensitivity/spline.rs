//! Cubic B-splines on even knots.

/// A basis of smooth curves over a stretch of numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spline {
    low: f64,
    step: f64,
    pieces: usize,
}

impl Spline {
    /// Curves of so many `pieces` (at least 1) from `low` to `high`.
    #[must_use]
    pub fn new(low: f64, high: f64, pieces: usize) -> Self {
        let step = (high - low) / pieces as f64;
        Self { low, step: if step > 0.0 { step } else { 1.0 }, pieces }
    }

    /// How many curves the basis has.
    #[must_use]
    pub fn size(&self) -> usize {
        self.pieces + 3
    }

    /// The first of the four curves that are not zero at `x`, and their values
    /// there, which add up to 1. Beyond the ends, the values at the end.
    #[must_use]
    pub fn at(&self, x: f64) -> (usize, [f64; 4]) {
        let at = ((x - self.low) / self.step).clamp(0.0, self.pieces as f64);
        let first = (at as usize).min(self.pieces - 1);
        let t = at - first as f64;
        let s = 1.0 - t;
        let values = [
            s * s * s,
            3.0 * t * t * t - 6.0 * t * t + 4.0,
            3.0 * s * s * s - 6.0 * s * s + 4.0,
            t * t * t,
        ];
        (first, values.map(|value| value / 6.0))
    }
}
