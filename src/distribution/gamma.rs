//! The gamma distribution with mean 1, on the logarithm of the value.
//!
//! There a shape of 1e-3, whose values run down to 1e-300 and below, is no
//! special case, nor is one of 1e8, whose values hardly vary.

use std::f64::consts::TAU;

use libm::lgamma;

use super::log_concave::{LogConcave, integrated_tails, quantile, stirling_rest};
use super::{Tails, normal};

/// Series and fraction take too long above this shape.
const LARGE: f64 = 300.0;

struct Gamma {
    shape: f64,
    /// The density at t = 0.
    height: f64,
}

/// Tails of a gamma value with mean 1 at exp(`t`).
pub(super) fn tails(shape: f64, t: f64) -> Tails {
    Gamma::new(shape).tails(t)
}

/// The logarithm of the gamma value with mean 1 that has these tails.
pub(super) fn log_at(shape: f64, tails: Tails) -> f64 {
    // Near zero the lower tail behaves as x^shape/Γ(shape + 1).
    let near_zero = (tails.lower.ln() + ln_gamma_1p(shape)) / shape - shape.ln();
    if near_zero < -690.0 {
        return near_zero;
    }
    quantile(&Gamma::new(shape), guess(shape, tails, near_zero), tails)
}

fn guess(shape: f64, tails: Tails, near_zero: f64) -> f64 {
    if shape < 0.5 && tails.upper < 0.5 * shape {
        // Far out the upper tail behaves as x^(shape − 1) e^−x/Γ(shape).
        let far = |x: f64| (shape / tails.upper).ln() + (shape - 1.0) * x.ln();
        return (far(far(1.0).max(1.0)).max(0.2) / shape).ln();
    }
    // Wilson and Hilferty 1931, Proceedings of the National Academy of Sciences 17 (12).
    let ninth = 1.0 / (9.0 * shape);
    let root = 1.0 - ninth + normal::score(tails) * ninth.sqrt();
    if root > 0.0 { (3.0 * root.ln()).max(near_zero) } else { near_zero }
}

impl Gamma {
    fn new(shape: f64) -> Self {
        Self { shape, height: (shape / TAU).sqrt() * (-stirling_rest(shape)).exp() }
    }

    /// Both tails of a shape below 1 near zero, where the upper one may be
    /// tiny although it is "the rest": integrating e^−x term by term.
    fn small(&self, x: f64, ln_x: f64) -> Tails {
        let (mut term, mut sum) = (1.0, 0.0);
        for k in 1..40 {
            let k = f64::from(k);
            term *= -x / k;
            sum += term / (self.shape + k);
            if term.abs() < 1e-17 {
                break;
            }
        }
        let log_lead = self.shape * ln_x - ln_gamma_1p(self.shape);
        let more = self.shape * sum;
        Tails {
            lower: log_lead.exp() * (1.0 + more),
            upper: -log_lead.exp_m1() - log_lead.exp() * more,
        }
    }

    /// The lower tail over density/shape: 1 + x/(a + 1) + x²/((a + 1)(a + 2)) + …
    fn series(&self, x: f64) -> f64 {
        let (mut term, mut sum, mut below) = (1.0, 1.0, self.shape);
        while term > 1e-17 * sum {
            below += 1.0;
            term *= x / below;
            sum += term;
        }
        sum
    }

    /// The upper tail over the density: the continued fraction 8.9.2 of NIST's
    /// Digital Library of Mathematical Functions, by Steed's method.
    fn fraction(&self, x: f64) -> f64 {
        let mut below = x + 1.0 - self.shape;
        let mut inverse = 1.0 / below;
        let (mut step, mut sum) = (inverse, inverse);
        for k in 1..500 {
            let k = f64::from(k);
            let above = k * (self.shape - k);
            below += 2.0;
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

impl LogConcave for Gamma {
    fn density(&self, t: f64) -> f64 {
        self.height * (-self.shape * (t.exp_m1() - t)).exp()
    }

    fn slope(&self, t: f64) -> f64 {
        -self.shape * t.exp_m1()
    }

    fn bend(&self, t: f64) -> f64 {
        self.shape * t.exp()
    }

    fn tails(&self, t: f64) -> Tails {
        if self.shape > LARGE {
            return integrated_tails(self, t);
        }
        let x = self.shape * t.exp();
        if self.shape < 1.0 && x < 1.5 {
            self.small(x, t + self.shape.ln())
        } else if x < self.shape + 1.0 {
            let lower = (self.density(t) / self.shape * self.series(x)).min(1.0);
            Tails { lower, upper: 1.0 - lower }
        } else {
            let upper = (self.density(t) * self.fraction(x)).min(1.0);
            Tails { lower: 1.0 - upper, upper }
        }
    }
}

/// ln Γ(1 + z), to full precision where z is small.
fn ln_gamma_1p(z: f64) -> f64 {
    const EULER: f64 = 0.577_215_664_901_532_9;
    // ζ(2)/2, ζ(3)/3, ζ(4)/4, ζ(5)/5.
    const ZETA: [f64; 4] = [
        0.822_467_033_424_113_2,
        0.400_685_634_386_531_4,
        0.270_580_808_427_784_54,
        0.207_385_551_028_673_98,
    ];
    if z > 1e-3 {
        return lgamma(1.0 + z);
    }
    z * (-EULER + z * (ZETA[0] - z * (ZETA[1] - z * (ZETA[2] - z * ZETA[3]))))
}
