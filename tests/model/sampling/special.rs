//! Tail probabilities against values calculated with 40 digits.
//!
//! Formulas: Q(z) = erfc(z/√2)/2; for gamma P(a, x) = ∫₀ˣ t^(a−1) e^−t dt/Γ(a);
//! for beta Iₓ(a, b) = ∫₀ˣ t^(a−1) (1−t)^(b−1) dt/B(a, b); each with what it
//! lacks to 1. The arguments are the doubles written here.

#![expect(clippy::unreadable_literal, reason = "digits as the calculation gave them")]
#![expect(clippy::excessive_precision, reason = "digits as the calculation gave them")]

use orgodds::distribution::{Distribution, Tails, normal};

use super::check::close;

/// z, Q(z).
const NORMAL: [(f64, f64); 10] = [
    (0.1, 0.46017216272297102),
    (1.0, 0.15865525393145705),
    (1.644853626951472715, 0.050000000000000008),
    (3.0, 0.0013498980316300945),
    (5.0, 2.8665157187919391e-7),
    (8.0, 6.2209605742717841e-16),
    (8.5, 9.4795348222033184e-18),
    (9.0, 1.1285884059538406e-19),
    (20.0, 2.7536241186062337e-89),
    (37.0, 5.7255712225245768e-300),
];

/// a, x, P, Q.
const GAMMA: [(f64, f64, f64, f64); 23] = [
    (0.0011111111111111111, 1e-10, 0.97536458659184506, 0.02463541340815494),
    (0.0011111111111111111, 0.5, 0.99937766757820503, 0.00062233242179496782),
    (0.0011111111111111111, 1.0, 0.9997559630143461, 0.00024403698565390048),
    (0.0011111111111111111, 5.0, 0.99999872079996864, 1.2792000313631413e-6),
    (0.25, 0.001, 0.19615169838272654, 0.80384830161727346),
    (0.25, 0.9, 0.92097493740468044, 0.079025062595319555),
    (0.25, 3.0, 0.99498910405129169, 0.0050108959487083081),
    (1.0, 1e-08, 9.9999999500000004e-9, 0.99999999000000005),
    (1.0, 30.0, 0.99999999999990642, 9.3576229688401746e-14),
    (4.0, 0.5, 0.0017516225562908237, 0.99824837744370918),
    (4.0, 4.0, 0.56652987963329107, 0.43347012036670893),
    (4.0, 60.0, 1.0, 3.3153025398645296e-22),
    (100.0, 60.0, 1.4815276326460468e-6, 0.99999851847236735),
    (100.0, 101.0, 0.55289629343451125, 0.44710370656548875),
    (100.0, 200.0, 0.99999999999999816, 1.8438936497115742e-15),
    (1000.0, 900.0, 0.00054990226571178292, 0.99945009773428822),
    (1000.0, 1000.0, 0.50420524418021551, 0.49579475581978449),
    (1000.0, 1300.0, 1.0, 1.8736155715785551e-18),
    (100000000.0, 99950000.0, 2.8546421399586261e-7, 0.999999714535786),
    (100000000.0, 100000000.0, 0.50001329807601412, 0.49998670192398588),
    (100000000.0, 100080000.0, 0.99999999999999937, 6.3279034131222146e-16),
    (1e-06, 0.5, 0.99999944022611184, 5.5977388815563453e-7),
    (30.0, 0.01, 3.7336800259124928e-93, 1.0),
];

/// a, b, x, I, 1 - I.
const BETA: [(f64, f64, f64, f64, f64); 20] = [
    (0.01, 0.5, 1e-100, 0.09863926119737095, 0.90136073880262905),
    (0.01, 0.5, 0.3, 0.9762331865455987, 0.023766813454401302),
    (0.01, 0.5, 0.999, 0.99937594454248475, 0.00062405545751525317),
    (0.5, 0.5, 0.1, 0.20483276469913346, 0.79516723530086654),
    (2.0, 4.0, 0.01, 0.00098014960000000004, 0.9990198504),
    (1.0, 5.0, 0.9, 0.99999, 9.9999999999999889e-6),
    (3.0, 3.0, 0.5, 0.5, 0.5),
    (20.0, 80.0, 0.05, 8.8345748903391635e-8, 0.9999999116542511),
    (20.0, 80.0, 0.25, 0.8906094618271505, 0.1093905381728495),
    (20.0, 80.0, 0.7, 1.0, 2.0063906818029149e-25),
    (500.0, 500.0, 0.45, 0.00076367893952650011, 0.9992363210604735),
    (5.0, 0.5, 0.2, 8.6302161531542533e-5, 0.99991369783846846),
    (5.0, 0.5, 0.99, 0.7571581091015624, 0.2428418908984376),
    (5000.0, 20000.0, 0.19, 3.1563850244730662e-5, 0.99996843614975527),
    (5000.0, 20000.0, 0.22, 0.99999999999999436, 5.6433632447193605e-15),
    (1000000.0, 3.0, 0.999999, 0.91969832701345202, 0.080301672986547976),
    (1000000.0, 3.0, 0.99998, 4.5542426760406095e-7, 0.9999995445757324),
    (1000000.0, 1000000.0, 0.498, 7.7076448892448374e-9, 0.99999999229235511),
    (1000000.0, 1000000.0, 0.5005, 0.92135042241907533, 0.078649577580924675),
    (1000000.0, 2000000.0, 0.334, 0.99283356454211326, 0.0071664354578867414),
];

#[test]
fn the_normal_tail_is_not_one_less_the_rest() {
    for (z, upper) in NORMAL {
        close(normal::tails(z).upper, upper, 4e-15 * (1.0 + z * z), &format!("Q({z})"));
        close(normal::tails(-z).lower, upper, 4e-15 * (1.0 + z * z), &format!("P(-{z})"));
    }
}

#[test]
fn the_normal_score_has_all_its_digits() {
    // statrs' erfc_inv alone is off by 5e-11 at a level of 0.1.
    for (z, upper) in NORMAL {
        let tails = Tails { lower: 1.0 - upper, upper };
        close(normal::score(tails), z, 1e-14, &format!("score of an upper tail of {upper}"));
        close(
            normal::score(tails.mirrored()),
            -z,
            1e-14,
            &format!("score of a lower tail of {upper}"),
        );
    }
}

#[test]
fn gamma_tails_are_right_for_tiny_and_huge_shapes_and_far_out() {
    for (shape, x, lower, upper) in GAMMA {
        // mean = shape and sd = sqrt(shape) make the scale 1.
        let gamma = Distribution::gamma(shape, shape.sqrt()).unwrap();
        let tails = gamma.tails(x);
        // The rounding of shape and x alone moves the far tail of a large shape.
        let tolerance = 2e-14 * (1.0 + shape.sqrt());
        close(tails.lower, lower, tolerance, &format!("P({shape}, {x})"));
        close(
            tails.upper,
            upper,
            tolerance.max(if upper < 1e-3 { 1e-12 } else { 0.0 }),
            &format!("Q({shape}, {x})"),
        );
    }
}

#[test]
fn beta_tails_are_right_for_tiny_and_huge_shapes_and_far_out() {
    for (a, b, x, lower, upper) in BETA {
        let tails = Distribution::beta(a, b).unwrap().tails(x);
        // The rounding of 1 - x is the limit where b is large.
        let tolerance = 2e-14 * (1.0 + a.max(b).sqrt());
        close(tails.lower, lower, tolerance, &format!("I({a}, {b}, {x})"));
        close(tails.upper, upper, tolerance, &format!("1 - I({a}, {b}, {x})"));
    }
}

#[test]
fn log_odds_and_their_inverse_keep_both_ends() {
    close(normal::logit(1e-300), -690.775_527_898_213_7, 1e-15, "ln 1e-300");
    close(normal::logistic(-690.775_527_898_213_7), 1e-300, 1e-12, "and back");
    close(normal::logit(0.25), -3.0_f64.ln(), 1e-15, "logit of 1/4");
    for x in [-700.0, -30.0, -1.0, 1e-9, 2.0, 20.0] {
        let p = normal::logistic(x);
        // dx = dp/(p (1 - p)), and p is rounded to half an ulp.
        let rounding = 2.0 * f64::EPSILON * (x.abs() + 1.0 / (1.0 - p));
        assert!((normal::logit(p) - x).abs() <= rounding, "{x}");
    }
}
