//! Draws from our streams against distribution functions that owe nothing to
//! the code under test: closed forms, and the incomplete functions of `statrs`
//! at moderate shapes, where they are good to ten digits.

use orgodds::distribution::{Distribution, DistributionError, Domain};
use statrs::function::{beta::beta_reg, erf::erfc, gamma::gamma_lr};

use super::check::{chi_square, kolmogorov_smirnov, stream};

const DRAWS: usize = 40_000;

fn draws(name: &str, distribution: &Distribution) -> Vec<f64> {
    let mut stream = stream(name);
    (0..DRAWS).map(|_| distribution.quantile(stream.uniform())).collect()
}

#[track_caller]
fn follows(name: &str, built: Result<Distribution, DistributionError>, cdf: impl Fn(f64) -> f64) {
    kolmogorov_smirnov(draws(name, &built.unwrap()), cdf, name);
}

/// Probability of a standard normal value above `z`.
fn above(z: f64) -> f64 {
    0.5 * erfc(z / std::f64::consts::SQRT_2)
}

#[test]
fn an_interval_is_drawn_with_the_spread_that_leaves_five_per_cent_on_each_side() {
    // 90 % of a normal law lie within 1.6448536 standard deviations.
    let score = |x: f64, low: f64, high: f64| {
        (x - f64::midpoint(low, high)) / (high - low) * 2.0 * 1.644_853_626_951_472_7
    };
    follows("18 to 30", Distribution::interval(18.0, 30.0, Domain::Positive), |x| {
        above(-score(x.ln(), 18.0_f64.ln(), 30.0_f64.ln()))
    });
    follows("-2 to 5", Distribution::interval(-2.0, 5.0, Domain::Real), |x| {
        above(-score(x, -2.0, 5.0))
    });
    let logit = |p: f64| (p / (1.0 - p)).ln();
    follows("0.1 to 0.6", Distribution::interval(0.1, 0.6, Domain::Probability), |x| {
        above(-score(logit(x), logit(0.1), logit(0.6)))
    });
}

#[test]
fn straight_edged_laws_are_drawn_with_their_edges() {
    follows("uniform", Distribution::uniform(-3.0, 4.0), |x| (x + 3.0) / 7.0);
    follows("triangular", Distribution::triangular(1.0, 2.0, 5.0), |x| {
        if x < 2.0 { (x - 1.0).powi(2) / 4.0 } else { 1.0 - (5.0 - x).powi(2) / 12.0 }
    });
    follows("triangular, falling", Distribution::triangular(0.0, 0.0, 3.0), |x| {
        1.0 - (1.0 - x / 3.0).powi(2)
    });
    follows("triangular, rising", Distribution::triangular(0.0, 3.0, 3.0), |x| (x / 3.0).powi(2));
}

#[test]
fn normal_and_lognormal_are_drawn_with_sd_of_the_quantity() {
    follows("normal", Distribution::normal(10.0, 2.0), |x| above(-(x - 10.0) / 2.0));
    for (name, mean, sd) in [("lognormal 10 5", 10.0_f64, 5.0_f64), ("lognormal 1 100", 1.0, 100.0)]
    {
        let sigma = (1.0 + (sd / mean).powi(2)).ln().sqrt();
        let mu = mean.ln() - sigma * sigma / 2.0;
        follows(name, Distribution::lognormal(mean, sd), |x| above(-(x.ln() - mu) / sigma));
    }
}

#[test]
fn gammas_are_drawn_with_every_shape() {
    for (name, mean, sd) in [
        ("gamma 1/900", 1.0_f64, 30.0_f64),
        ("gamma 1/4", 1.0, 2.0),
        ("gamma 1", 7.0, 7.0),
        ("gamma 4", 2.0, 1.0),
        ("gamma 290", 290.0, 290.0_f64.sqrt()),
        ("gamma 310", 310.0, 310.0_f64.sqrt()),
        ("gamma 1e4", 100.0, 1.0),
    ] {
        let (shape, scale) = ((mean / sd).powi(2), sd * sd / mean);
        follows(name, Distribution::gamma(mean, sd), |x| gamma_lr(shape, x / scale));
    }
    // The normal law and its first correction for skewness 2/√shape; the next
    // term is of the order of 1/shape.
    follows("gamma 1e8", Distribution::gamma(1e4, 1.0), |x| {
        let z = x - 1e4;
        above(-z) - 2e-4 / 6.0 * (z * z - 1.0) * (-0.5 * z * z).exp() / std::f64::consts::TAU.sqrt()
    });
}

#[test]
fn betas_are_drawn_with_shapes_below_and_far_above_one() {
    for (name, a, b) in [
        ("beta 0.01 0.5", 0.01, 0.5),
        ("beta 0.5 0.5", 0.5, 0.5),
        ("beta 0.5 0.7", 0.5, 0.7),
        ("beta 2 5", 2.0, 5.0),
        ("beta 5 0.5", 5.0, 0.5),
        ("beta 90 10", 90.0, 10.0),
        ("beta 310 900", 310.0, 900.0),
    ] {
        follows(name, Distribution::beta(a, b), |x| beta_reg(a, b, x));
    }
}

#[test]
fn perts_are_drawn_with_weight_four() {
    follows("pert", Distribution::pert(0.0, 1.0, 3.0), |x| {
        beta_reg(1.0 + 4.0 / 3.0, 1.0 + 8.0 / 3.0, x / 3.0)
    });
    follows("pert, falling", Distribution::pert(2.0, 2.0, 3.0), |x| 1.0 - (3.0 - x).powi(5));
    follows("pert, rising", Distribution::pert(2.0, 3.0, 3.0), |x| (x - 2.0).powi(5));
}

#[test]
fn truncated_laws_are_drawn_far_out_in_both_tails() {
    let normal = || Distribution::normal(0.0, 1.0).unwrap();
    let far = |z: f64| (above(8.0) - above(z)) / (above(8.0) - above(9.0));
    follows("normal, 8 to 9", normal().truncate(8.0, 9.0), far);
    follows("normal, -9 to -8", normal().truncate(-9.0, -8.0), |x| 1.0 - far(-x));
    follows("normal, -1 to 0.5", normal().truncate(-1.0, 0.5), |x| {
        (above(-x) - above(1.0)) / (above(-0.5) - above(1.0))
    });

    let (mu, sigma) = (-0.5 * 1.25_f64.ln(), 1.25_f64.ln().sqrt());
    let tail = |x: f64| above((x.ln() - mu) / sigma);
    let lognormal = || Distribution::lognormal(1.0, 0.5).unwrap();
    follows("lognormal, right", lognormal().truncate(40.0, 60.0), |x| {
        (tail(40.0) - tail(x)) / (tail(40.0) - tail(60.0))
    });
    let start = |x: f64| above((mu - x.ln()) / sigma);
    follows("lognormal, left", lognormal().truncate(0.01, 0.02), |x| {
        (start(x) - start(0.01)) / (start(0.02) - start(0.01))
    });

    // Shape 2: the upper tail is (1 + x) e^−x, the lower one x²/2 − x³/3 + x⁴/8 − ….
    let gamma = || Distribution::gamma(2.0, 2.0_f64.sqrt()).unwrap();
    let tail = |x: f64| (1.0 + x) * (-x).exp();
    follows("gamma, right", gamma().truncate(60.0, 70.0), |x| {
        (tail(60.0) - tail(x)) / (tail(60.0) - tail(70.0))
    });
    let start = |x: f64| x * x / 2.0 - x.powi(3) / 3.0 + x.powi(4) / 8.0;
    follows("gamma, left", gamma().truncate(1e-5, 2e-5), |x| {
        (start(x) - start(1e-5)) / (start(2e-5) - start(1e-5))
    });

    // beta(1, b): the upper tail is (1 − x)^b; and its mirror image.
    let tail = |x: f64| (1.0 - x).powi(40);
    let beta = Distribution::beta(1.0, 40.0).unwrap();
    follows("beta, right", beta.truncate(0.6, 0.8), |x| {
        (tail(0.6) - tail(x)) / (tail(0.6) - tail(0.8))
    });
    let beta = Distribution::beta(40.0, 1.0).unwrap();
    follows("beta, left", beta.truncate(0.1, 0.2), |x| {
        (x.powi(40) - 0.1_f64.powi(40)) / (0.2_f64.powi(40) - 0.1_f64.powi(40))
    });
}

#[test]
fn discrete_laws_are_drawn_with_their_weights() {
    let counts = |name: &str, distribution: &Distribution, law: &[(f64, f64)]| {
        let sample = draws(name, distribution);
        let cells: Vec<(f64, f64)> = law
            .iter()
            .map(|&(value, share)| {
                (sample.iter().filter(|&&x| x == value).count() as f64, share * DRAWS as f64)
            })
            .collect();
        chi_square(&cells, 20.0, name);
    };
    let choice =
        Distribution::choice(&[(5.0, 2.0), (1.0, 1.0), (9.0, 0.0), (5.0, 1.0), (7.0, 4.0)])
            .unwrap();
    counts("choice", &choice, &[(1.0, 0.125), (5.0, 0.375), (7.0, 0.5)]);
    let data = Distribution::data(&[2.0, 2.0, 4.0, -1.0, 0.5]).unwrap();
    counts("data", &data, &[(-1.0, 0.2), (0.5, 0.2), (2.0, 0.4), (4.0, 0.2)]);
    let cut = data.truncate(0.0, 3.0).unwrap();
    counts("data, truncated", &cut, &[(0.5, 1.0 / 3.0), (2.0, 2.0 / 3.0)]);
}
