//! The beta distribution, on the log odds of the value.
//!
//! Log odds are counted from those of the mean, where a large shape, whose
//! values hardly vary, has its precision.

use std::f64::consts::TAU;

use libm::lgamma;

use super::log_concave::{LogConcave, integrated_tails, quantile, stirling_rest};
use super::{Tails, normal};

/// The fraction takes too long when both shapes are above this.
const LARGE: f64 = 300.0;

struct Beta {
    a: f64,
    b: f64,
    /// The mean, and what it lacks to 1.
    mean: f64,
    rest: f64,
    /// The density at t = 0.
    height: f64,
}

/// Tails of a beta value at `x`, which lacks `complement` to 1.
pub(super) fn tails(a: f64, b: f64, x: f64, complement: f64) -> Tails {
    let odds = (x / complement * (b / a)).clamp(f64::MIN_POSITIVE, f64::MAX);
    Beta::new(a, b).tails(odds.ln())
}

/// The log odds of the beta value that has these tails.
pub(super) fn log_odds_at(a: f64, b: f64, tails: Tails) -> f64 {
    if tails.lower > tails.upper {
        return -log_odds_at(b, a, tails.mirrored());
    }
    // I_x(a, b) behaves as x^a/(a B(a, b)) near 0.
    let ln_beta = lgamma(a) + lgamma(b) - lgamma(a + b);
    let near_zero = (tails.lower.ln() + a.ln() + ln_beta) / a;
    if near_zero < -690.0 {
        return near_zero;
    }
    let ln_mean_odds = (a / b).ln();
    let near_zero = near_zero.min(-1.0) - ln_mean_odds;
    let start = if a >= 1.0 && b >= 1.0 { guess(a, b, tails).max(near_zero) } else { near_zero };
    quantile(&Beta::new(a, b), start, tails) + ln_mean_odds
}

/// Abramowitz and Stegun 1964, 26.5.22, for shapes of at least 1.
fn guess(a: f64, b: f64, tails: Tails) -> f64 {
    let score = normal::score(tails);
    let (of_a, of_b) = (1.0 / (2.0 * a - 1.0), 1.0 / (2.0 * b - 1.0));
    let h = 2.0 / (of_a + of_b);
    let lambda = (score * score - 3.0) / 6.0;
    let skewed = (of_b - of_a) * (lambda + 5.0 / 6.0 - 2.0 / (3.0 * h));
    2.0 * (score * (h + lambda).max(0.0).sqrt() / h + skewed)
}

impl Beta {
    fn new(a: f64, b: f64) -> Self {
        let rest_of_three = stirling_rest(a + b) - stirling_rest(a) - stirling_rest(b);
        let height = (a / TAU * (b / (a + b))).sqrt() * rest_of_three.exp();
        Self { a, b, mean: a / (a + b), rest: b / (a + b), height }
    }

    fn mirrored(&self) -> Self {
        Self { a: self.b, b: self.a, mean: self.rest, rest: self.mean, height: self.height }
    }

    /// The value at `t` and what it lacks to 1.
    fn value(&self, t: f64) -> (f64, f64) {
        let (x, complement) = if t < 0.0 {
            (self.mean * t.exp(), self.rest)
        } else {
            (self.mean, self.rest * (-t).exp())
        };
        (x / (x + complement), complement / (x + complement))
    }

    /// The lower tail over the density: the even part of the continued fraction
    /// 8.17.22 of NIST's Digital Library of Mathematical Functions.
    fn fraction(&self, x: f64, complement: f64) -> f64 {
        let (a, b) = (self.a, self.b);
        let ahead = a * complement - b * x + 1.0;
        let mut inverse = (a + 1.0) / (a * ahead);
        let (mut step, mut sum) = (inverse, inverse);
        for m in 1..2000 {
            let m = f64::from(m);
            let odd = a + 2.0 * m - 1.0;
            let share = m * (b - m) * x / odd;
            let above = (a + m - 1.0) * (a + b + m - 1.0) * share * x / odd;
            let below = m + share + (a + m) * (ahead + m * (1.0 + complement)) / (odd + 2.0);
            inverse = 1.0 / (below + above * inverse);
            step *= below * inverse - 1.0;
            sum += step;
            if step.abs() < 1e-16 * sum.abs() {
                break;
            }
        }
        sum
    }
}

/// ln(1 + `excess`), given 1 + `excess` without the cancellation near −1.
fn ln_1p(excess: f64, whole: f64) -> f64 {
    if excess < -0.5 { whole.ln() } else { excess.ln_1p() }
}

impl LogConcave for Beta {
    fn density(&self, t: f64) -> f64 {
        // The same from either end; the smaller excess has the better logarithm.
        let (rise, fall) = (self.mean * t.exp_m1(), self.rest * (-t).exp_m1());
        let log = if rise.abs() < fall.abs() {
            self.a * t - (self.a + self.b) * ln_1p(rise, self.rest + self.mean * t.exp())
        } else {
            -self.b * t - (self.a + self.b) * ln_1p(fall, self.mean + self.rest * (-t).exp())
        };
        self.height * log.exp()
    }

    fn slope(&self, t: f64) -> f64 {
        // a(1 − x) − b x, without the cancellation of its two parts.
        let (x, complement) = self.value(t);
        if t < 0.0 { -self.a * complement * t.exp_m1() } else { self.b * x * (-t).exp_m1() }
    }

    fn bend(&self, t: f64) -> f64 {
        let (x, complement) = self.value(t);
        (self.a + self.b) * x * complement
    }

    fn tails(&self, t: f64) -> Tails {
        let (a, b) = (self.a, self.b);
        if a.min(b) > LARGE {
            return integrated_tails(self, t);
        }
        let (x, complement) = self.value(t);
        if x * (a + b + 2.0) < a + 1.0 {
            let lower = (self.density(t) * self.fraction(x, complement)).min(1.0);
            Tails { lower, upper: 1.0 - lower }
        } else {
            let upper = (self.density(t) * self.mirrored().fraction(complement, x)).min(1.0);
            Tails { lower: 1.0 - upper, upper }
        }
    }
}
