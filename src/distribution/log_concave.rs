//! Tails and quantiles of densities whose logarithm bends down everywhere.
//!
//! The logarithm of a gamma value and the log odds of a beta value are of that
//! kind, for every shape, however small. So are the logarithms of both tails:
//! Newton's method on them finds a quantile from any start, in the middle as
//! well as at a level of 1e-300.

use std::f64::consts::TAU;
use std::sync::LazyLock;

use libm::lgamma;

use super::Tails;

/// A distribution over all real numbers with a log-concave density.
pub(super) trait LogConcave {
    /// The density at `t`.
    fn density(&self, t: f64) -> f64;

    /// The slope of the density's logarithm at `t`.
    fn slope(&self, t: f64) -> f64;

    /// How fast that slope falls at `t`; above 0.
    fn bend(&self, t: f64) -> f64;

    /// Probability at or below `t`, and above it; the smaller one is precise.
    fn tails(&self, t: f64) -> Tails;
}

/// The point with the given tails, from a guess: Halley's steps on the
/// logarithm of the smaller tail, kept inside a bracket that shrinks.
pub(super) fn quantile(curve: &impl LogConcave, guess: f64, target: Tails) -> f64 {
    let (sign, wanted) =
        if target.lower <= target.upper { (1.0, target.lower) } else { (-1.0, target.upper) };
    let (mut low, mut high) = (f64::NEG_INFINITY, f64::INFINITY);
    let mut at = guess;
    for _ in 0..100 {
        let here = curve.tails(at);
        let share = if sign > 0.0 { here.lower } else { here.upper };
        let excess = (share / wanted).ln();
        if sign * excess > 0.0 {
            high = at;
        } else {
            low = at;
        }
        let rate = sign * curve.density(at) / share;
        let newton = excess / rate;
        let curvature = 1.0 - 0.5 * newton * (curve.slope(at) - rate);
        let next = at - newton / curvature.clamp(0.5, 2.0);
        // A step cubes the error.
        if excess.abs() < 1e-5 || (next - at).abs() <= f64::EPSILON * at.abs() {
            return next;
        }
        at = if next > low && next < high { next } else { inside(low, high) };
    }
    at
}

/// A point between two ends, one of which may be infinite.
fn inside(low: f64, high: f64) -> f64 {
    if low.is_infinite() {
        high - 1.0 - high.abs()
    } else if high.is_infinite() {
        low + 1.0 + low.abs()
    } else {
        f64::midpoint(low, high)
    }
}

/// Both tails at `t` by integrating the smaller one, which suits narrow
/// densities: within its reach the curve is nearly normal.
pub(super) fn integrated_tails(curve: &impl LogConcave, t: f64) -> Tails {
    let slope = curve.slope(t);
    let outward = if slope > 0.0 { -1.0 } else { 1.0 };
    // Far enough for the density to fall by a factor of 1e-17.
    let (steep, bend) = (slope.abs(), curve.bend(t));
    let reach = 80.0 / (steep + (steep * steep + 80.0 * bend).sqrt());
    let sum: f64 = (NODES.iter())
        .map(|(share, weight)| weight * curve.density(t + outward * reach * share))
        .sum();
    let outer = (reach * sum).min(1.0);
    let tails = Tails { lower: outer, upper: 1.0 - outer };
    if outward < 0.0 { tails } else { tails.mirrored() }
}

/// Nodes and weights of Gauss and Legendre's rule over 0 to 1.
static NODES: LazyLock<[(f64, f64); 32]> = LazyLock::new(|| std::array::from_fn(node));

/// A root of the Legendre polynomial of degree 32, by Newton, and its weight.
fn node(index: usize) -> (f64, f64) {
    const DEGREE: f64 = 32.0;
    let mut x = (TAU / 2.0 * (index as f64 + 0.75) / (DEGREE + 0.5)).cos();
    let mut slope = 1.0;
    for _ in 0..10 {
        let (mut before, mut here) = (1.0, x);
        for n in 1..DEGREE as usize {
            let n = n as f64;
            (before, here) = (here, ((2.0 * n + 1.0) * x * here - n * before) / (n + 1.0));
        }
        slope = DEGREE * (before - x * here) / (1.0 - x * x);
        x -= here / slope;
    }
    (f64::midpoint(1.0, x), 1.0 / ((1.0 - x * x) * slope * slope))
}

/// What Stirling's formula leaves of the logarithm of the gamma function:
/// ln Γ(z) − (z − ½) ln z + z − ½ ln 2π, z > 0.
pub(super) fn stirling_rest(z: f64) -> f64 {
    if z < 16.0 {
        return lgamma(z) - (z - 0.5) * z.ln() + z - 0.5 * TAU.ln();
    }
    let w = 1.0 / (z * z);
    (1.0 / 12.0 - w * (1.0 / 360.0 - w * (1.0 / 1260.0 - w * (1.0 / 1680.0 - w / 1188.0)))) / z
}
