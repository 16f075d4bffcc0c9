//! First-order shares from runs at hand.

use orgodds::statistics::sensitivity::{first_order, noise};

use super::coverage::{Coverage, LOPSIDED, PLAIN, SEEDS, check};
use super::functions::{Function, correlated, ishigami, linear, normals, product, sobol_g};

fn shares(function: &Function, runs: usize) -> Vec<Coverage> {
    let named = |(i, truth)| Coverage::of(format!("{} {}", function.name, i + 1), truth);
    let mut rows: Vec<Coverage> = function.first_order().enumerate().map(named).collect();
    for seed in 0..SEEDS {
        let (columns, results) = function.runs(seed, runs);
        for (row, x) in rows.iter_mut().zip(&columns) {
            let share = first_order(x, &results);
            row.take(share.value, share.se, share.interval());
        }
    }
    rows
}

fn table(runs: usize, off: f64) {
    let title = format!("first-order share, {runs} runs");
    for function in [ishigami(), sobol_g(), linear(), linear().with_noise(8.0)] {
        check(&title, &shares(&function, runs), PLAIN, off);
    }
    check(&title, &shares(&product(), runs), LOPSIDED, off);
}

#[test]
fn shares_of_known_functions_are_covered() {
    table(1000, 0.004);
}

#[test]
#[ignore = "half a minute"]
fn shares_of_known_functions_are_covered_with_10_000_runs() {
    table(10_000, 0.002);
}

#[test]
fn a_share_holds_what_goes_along_with_correlated_unknowns() {
    // y = 2a + b, a and b normal with a correlation of 0.6: knowing a explains
    // (2 + 0.6)² of 4 + 1 + 2.4, knowing b (1 + 1.2)² of it.
    let truths = [2.6_f64.powi(2) / 7.4, 2.2_f64.powi(2) / 7.4];
    let mut rows = ["a, correlated 0.6 with b", "b"].iter().zip(truths);
    let mut rows: Vec<Coverage> =
        rows.by_ref().map(|(name, truth)| Coverage::of(*name, truth)).collect();
    for seed in 0..SEEDS {
        let (a, b) = correlated(seed, 1000, 0.6);
        let y: Vec<f64> = a.iter().zip(&b).map(|(a, b)| 2.0 * a + b).collect();
        for (row, x) in rows.iter_mut().zip([&a, &b]) {
            let share = first_order(x, &y);
            row.take(share.value, share.se, share.interval());
        }
    }
    check("first-order share, 1000 runs", &rows, PLAIN, 0.004);
}

#[test]
fn two_values_explain_what_their_means_differ() {
    // y = 1 or 3 with chances 0.8 and 0.2, and noise: 4 × 0.16 of 4 × 0.16 + 1.
    let mut row = Coverage::of("two values", 0.64 / 1.64);
    for seed in 0..SEEDS {
        let [choice, noise] = normals(seed, 1000);
        let x: Vec<f64> = choice.iter().map(|z| if *z > 0.841_621_2 { 3.0 } else { 1.0 }).collect();
        let y: Vec<f64> = x.iter().zip(&noise).map(|(x, noise)| x + noise).collect();
        let share = first_order(&x, &y);
        row.take(share.value, share.se, share.interval());
    }
    check("first-order share, 1000 runs", &[row], PLAIN, 0.001);
}

#[test]
fn what_does_not_vary_explains_nothing_and_needs_no_explanation() {
    let [x, y] = normals(1, 100);
    let flat = vec![3.0; 100];
    assert!(first_order(&flat, &y).value.abs() < 1e-6);
    assert_eq!(first_order(&x, &flat).value, 0.0);
    assert_eq!(noise(&x, &flat), 1.0);
    assert_eq!(noise(&flat, &y), 1.0);
    assert_eq!(first_order(&[], &[]).value, 0.0);
    assert_eq!(first_order(&[1.0], &[1.0]).value, 0.0);
    for few in 2..20 {
        let share = first_order(&x[..few], &y[..few]);
        assert!(share.value.is_finite() && share.se.is_finite(), "{few}: {share:?}");
        assert!((0.0..=1.0).contains(&noise(&x[..few], &y[..few])), "{few}");
    }
}

/// Chances of noise over many seeds, in ascending order.
fn chances(result: fn(f64, f64) -> f64) -> Vec<f64> {
    let chance = |seed| {
        let [x, y] = normals(seed, 400);
        let y: Vec<f64> = x.iter().zip(&y).map(|(x, y)| result(*x, *y)).collect();
        noise(&x, &y)
    };
    let mut chances: Vec<f64> = (0..1000).map(chance).collect();
    chances.sort_by(f64::total_cmp);
    chances
}

/// alpha = 0.001 each for the even spread of the chances (Kolmogorov's 1.95/√n). A
/// test that takes the noise to be the same everywhere fails the third.
#[test]
fn noise_is_as_often_unlikely_as_it_says() {
    // As it is, with a long tail as deals have, and more of it where x is far out.
    for result in [|_, e| e, |_, e: f64| e.exp(), |x: f64, e| x * x * e] {
        let chances = chances(result);
        let count = chances.len() as f64;
        let off = (chances.iter().enumerate())
            .map(|(i, chance)| (chance - (i as f64 + 0.5) / count).abs())
            .fold(0.0, f64::max);
        assert!(off < 1.95 / count.sqrt(), "{off}");
    }
}

#[test]
fn a_straight_line_a_bend_and_a_double_bend_stand_out_of_the_noise() {
    let [x, noisy] = normals(3, 2000);
    for effect in [|z: f64| z, |z: f64| z * z / 1.41, |z: f64| (z * z * z - 3.0 * z) / 2.45] {
        let y: Vec<f64> = x.iter().zip(&noisy).map(|(x, e)| 0.2 * effect(*x) + e).collect();
        let chance = noise(&x, &y);
        assert!(chance < 1e-4, "{chance}");
    }
}
