//! Tenths and curves from runs at hand.

use orgodds::statistics::sensitivity::{Conditional, tenths};

use super::coverage::{Coverage, PLAIN, SEEDS, check};
use super::functions::{normals, score};

#[test]
fn tenths_are_ten_of_as_many_runs_and_what_lies_in_them() {
    // Values in disorder: 7 and 1000 have no common divisor.
    let x: Vec<f64> = (0..1000).map(|i| f64::from(i * 7 % 1000)).collect();
    let y: Vec<f64> = x.iter().map(|x| 2.0 * x + 1.0).collect();
    let tenths = tenths(&x, &y);
    assert_eq!(tenths.len(), 10);
    for (i, tenth) in tenths.iter().enumerate() {
        let from = 100.0 * i as f64;
        assert_eq!((tenth.low, tenth.high, tenth.runs), (from, from + 99.0, 100));
        assert!((tenth.middle - (from + 49.5)).abs() < 1e-9);
        assert!((tenth.mean - (2.0 * from + 100.0)).abs() < 1e-9);
        // The sd of 0, 2, …, 198 is √(4 (100² − 1)/12 × 100/99), the se a tenth of it.
        assert!((tenth.se - 5.802_298).abs() < 1e-5, "{tenth:?}");
        assert!((tenth.p10 - (2.0 * (from + 9.9) + 1.0)).abs() < 1e-9);
        assert!((tenth.p90 - (2.0 * (from + 89.1) + 1.0)).abs() < 1e-9);
    }
}

#[test]
fn equal_values_stay_in_one_tenth() {
    let x: Vec<f64> = (0..1000).map(|i| f64::from(u8::from(i % 20 == 0))).collect();
    let y: Vec<f64> = x.iter().map(|x| 5.0 - x).collect();
    let two = tenths(&x, &y);
    let seen: Vec<_> = two.iter().map(|t| (t.low, t.high, t.runs, t.mean)).collect();
    assert_eq!(seen, [(0.0, 0.0, 950, 5.0), (1.0, 1.0, 50, 4.0)]);
    let runs: usize =
        tenths(&[1.0, 1.0, 2.0, 9.0, 9.0, 9.0], &[0.0; 6]).iter().map(|t| t.runs).sum();
    assert_eq!(runs, 6);
}

#[test]
fn few_runs_have_fewer_tenths() {
    for runs in 0..40 {
        let x: Vec<f64> = (0..runs).map(f64::from).collect();
        let tenths = tenths(&x, &x);
        assert_eq!(tenths.iter().map(|t| t.runs).sum::<usize>(), x.len());
        assert!(tenths.len() <= 10 && (runs < 2 || tenths.iter().all(|t| t.runs > 1)), "{runs}");
    }
}

/// A curve with a bend, along a log-normal unknown.
fn bent(seed: u64, runs: usize) -> (Vec<f64>, Vec<f64>) {
    let [z, noise] = normals(seed, runs);
    let x: Vec<f64> = z.iter().map(|z| (0.4 * z).exp()).collect();
    let y = x.iter().zip(&noise).map(|(x, e)| truth(*x) + 2.0 * e).collect();
    (x, y)
}

fn truth(x: f64) -> f64 {
    3.0 * (x - 0.8) / (1.0 + x * x)
}

#[test]
fn the_curve_covers_the_mean_result() {
    let at = [-1.6, -0.8, 0.0, 0.8, 1.6].map(|z: f64| (0.4 * z).exp());
    let mut rows = at.map(|x| Coverage::of(format!("mean at {x:.3}"), truth(x)));
    for seed in 0..SEEDS {
        let (x, y) = bent(seed, 2000);
        let curve = Conditional::fit(&x, &y);
        for (row, x) in rows.iter_mut().zip(at) {
            let mean = curve.at(x);
            row.take(mean.value, mean.se, mean.interval());
        }
    }
    check("curve, 2000 runs", &rows, PLAIN, 0.03);
}

#[test]
fn where_the_curve_crosses_zero_is_covered() {
    let mut row = Coverage::of("crossing", 0.8);
    for seed in 0..SEEDS {
        let (x, y) = bent(seed, 2000);
        let crossings = Conditional::fit(&x, &y).crossings(0.4, 2.0);
        assert_eq!(crossings.len(), 1, "seed {seed}: {crossings:?}");
        let crossing = crossings[0];
        assert!(crossing.rises);
        let interval = orgodds::statistics::Interval { low: crossing.low, high: crossing.high };
        row.take(crossing.value, 0.0, interval);
    }
    check("crossing, 2000 runs", &[row], PLAIN, 0.01);
}

#[test]
fn a_curve_without_noise_is_met_and_all_its_zeros_found() {
    let x: Vec<f64> = (0..5000).map(|i| (f64::from(i) + 0.5) / 5000.0).collect();
    let y: Vec<f64> = x.iter().map(|x| (3.0 * std::f64::consts::PI * x).cos()).collect();
    let curve = Conditional::fit(&x, &y);
    for place in [0.05, 0.31, 0.62, 0.9] {
        let off = curve.at(place).value - (3.0 * std::f64::consts::PI * place).cos();
        assert!(off.abs() < 0.02, "{place}: {off}");
    }
    let zeros = curve.zeros(0.0, 1.0);
    assert_eq!(zeros.len(), 3);
    for (zero, truth) in zeros.iter().zip([1.0 / 6.0, 0.5, 5.0 / 6.0]) {
        assert!((zero - truth).abs() < 0.005, "{zeros:?}");
    }
    assert!(curve.zeros(0.2, 0.4).is_empty());
    // A fall is told from a rise.
    let rises: Vec<bool> = curve.crossings(0.0, 1.0).iter().map(|c| c.rises).collect();
    assert_eq!(rises, [false, true, false]);
}

#[test]
fn a_curve_over_one_value_or_a_few_runs_is_their_mean() {
    let flat = Conditional::fit(&[2.0; 4], &[1.0, 2.0, 3.0, 4.0]);
    assert!((flat.at(2.0).value - 2.5).abs() < 1e-6);
    assert!((flat.at(7.0).value - 2.5).abs() < 1e-6);
    assert!(flat.zeros(-9.0, 9.0).is_empty());
    let one = Conditional::fit(&[2.0], &[7.0]);
    assert!((one.at(0.0).value - 7.0).abs() < 1e-6 && one.at(0.0).se.is_finite());
    let two = Conditional::fit(&[0.0, 0.0, 1.0, 1.0], &[1.0, 3.0, 5.0, 7.0]);
    assert!((two.at(0.0).value - 2.0).abs() < 0.01 && (two.at(1.0).value - 6.0).abs() < 0.01);
}

#[test]
fn a_far_value_does_not_bend_the_curve_elsewhere() {
    let mut x: Vec<f64> = (0..2000).map(|i| score((f64::from(i) + 0.5) / 2000.0)).collect();
    let y = x.clone();
    x[1999] = 1e9;
    let curve = Conditional::fit(&x, &y);
    for place in [-1.5, 0.0, 1.0] {
        assert!((curve.at(place).value - place).abs() < 0.01);
    }
}
