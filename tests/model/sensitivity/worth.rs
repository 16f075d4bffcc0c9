//! What finding out is worth, against closed forms.

use orgodds::statistics::sensitivity::{Worth, worth_knowing};
use statrs::distribution::{Continuous, ContinuousCDF, Normal};

use super::coverage::{Coverage, LOPSIDED, SEEDS, check};
use super::functions::{correlated, normals};

/// The worth of knowing part of a normal gap: the mean gain where the known part,
/// with this mean and standard deviation, is above zero, over choosing blindly.
fn closed_form(mean: f64, sd: f64) -> f64 {
    if sd <= 0.0 {
        return 0.0;
    }
    let (z, normal) = (mean / sd, Normal::standard());
    mean * normal.cdf(z) + sd * normal.pdf(z) - mean.max(0.0)
}

/// Three unknowns that matter, one that does not, and noise of 3.
const SLOPES: [f64; 4] = [2.0, 1.0, 0.5, 0.0];

fn take(row: &mut Coverage, worth: Worth) {
    row.take(worth.value, worth.se, worth.interval());
}

fn decision(mean: f64, runs: usize) -> Vec<Coverage> {
    let name = |slope| format!("mean {mean}, slope {slope}");
    let mut rows: Vec<Coverage> =
        SLOPES.iter().map(|slope| Coverage::of(name(slope), closed_form(mean, *slope))).collect();
    rows.push(Coverage::of(format!("mean {mean}, all four"), closed_form(mean, 5.25_f64.sqrt())));
    for seed in 0..SEEDS {
        let [a, b, c, d, noise] = normals(seed, runs);
        let xs = [&*a, &*b, &*c, &*d];
        let known =
            |run: usize| SLOPES.iter().zip(xs).map(|(slope, x)| slope * x[run]).sum::<f64>();
        let gap: Vec<f64> = (0..runs).map(|run| mean + known(run) + 3.0 * noise[run]).collect();
        for (row, x) in rows.iter_mut().zip(xs) {
            take(row, worth_knowing(&[x], &gap));
        }
        take(&mut rows[4], worth_knowing(&xs, &gap));
    }
    rows
}

#[test]
fn the_worth_of_knowing_part_of_a_normal_gap_is_covered() {
    for mean in [0.0, 1.0] {
        check("worth, 1000 runs", &decision(mean, 1000), LOPSIDED, 0.03);
    }
}

#[test]
#[ignore = "a minute"]
fn the_worth_of_knowing_part_of_a_normal_gap_is_covered_with_10_000_runs() {
    for mean in [0.0, 1.0, -1.5] {
        check("worth, 10000 runs", &decision(mean, 10_000), LOPSIDED, 0.01);
    }
}

#[test]
fn a_product_of_two_unknowns_is_worth_more_than_their_sum() {
    // gap = (1 + a)(1 + b) − 1.2, a and b ±0.5 and ±1: by hand, over four equal cases
    // with means −0.45 − 0.75 …: the gap is (1.5 or 0.5) × (2 or 0) − 1.2.
    let [a, b, noise] = normals(5, 10_000);
    let a: Vec<f64> = a.iter().map(|z| 0.5 * z.signum()).collect();
    let b: Vec<f64> = b.iter().map(|z| z.signum()).collect();
    let gap: Vec<f64> =
        (0..a.len()).map(|i| (1.0 + a[i]) * (1.0 + b[i]) - 1.2 + noise[i]).collect();
    // Both known: 1.8 in one case of four. Only b: 0.8 in one of two; only a: 0.3.
    // Blindly: the mean is −0.2, so nothing.
    for (xs, truth) in [(vec![&*a, &*b], 0.45), (vec![&*b], 0.4), (vec![&*a], 0.15)] {
        let worth = worth_knowing(&xs, &gap);
        assert!(worth.interval().holds(truth), "{truth}: {worth:?}");
    }
}

#[test]
fn knowing_one_of_two_that_go_together_is_worth_what_it_tells_of_both() {
    // gap = a + b + noise, correlated 0.8: E[gap | a] = 1.8 a.
    let mut rows = [
        Coverage::of("one, correlated 0.8", closed_form(0.0, 1.8)),
        Coverage::of("both", closed_form(0.0, 3.6_f64.sqrt())),
    ];
    for seed in 0..SEEDS {
        let (a, b) = correlated(seed, 1000, 0.8);
        let [_, _, noise] = normals(seed, 1000);
        let gap: Vec<f64> = (0..1000).map(|i| a[i] + b[i] + 2.0 * noise[i]).collect();
        take(&mut rows[0], worth_knowing(&[&a], &gap));
        take(&mut rows[1], worth_knowing(&[&a, &b], &gap));
    }
    check("worth, 1000 runs", &rows, LOPSIDED, 0.02);
}

#[test]
fn unknowns_that_go_against_each_other_are_worth_what_is_left_of_both() {
    // gap = a + b: the closer they go against each other the less is left, and neither
    // alone shows much of it.
    for rho in [-0.8, -0.95, -0.99] {
        let (a, b) = correlated(3, 2000, rho);
        let gap: Vec<f64> = a.iter().zip(&b).map(|(a, b)| a + b).collect();
        let worth = worth_knowing(&[&a, &b], &gap);
        let truth = closed_form(0.0, (2.0 + 2.0 * rho).sqrt());
        assert!((worth.value / truth - 1.0).abs() < 0.07, "{rho}: {truth}, {worth:?}");
        assert!(worth.interval().holds(truth), "{rho}: {truth}, {worth:?}");
    }
}

#[test]
fn what_two_unknowns_do_only_together_is_worth_something() {
    // Neither moves the mean gap; both known, it is 1 or -1, each in half of the cases.
    let [a, b, other, noise] = normals(2, 2000);
    let sign = |x: &[f64]| -> Vec<f64> { x.iter().map(|z| z.signum()).collect() };
    let (a, b) = (sign(&a), sign(&b));
    let gap: Vec<f64> = (0..a.len()).map(|i| a[i] * b[i] + 0.2 * noise[i]).collect();
    let worth = worth_knowing(&[&a, &other, &b], &gap);
    assert!((worth.value - 0.5).abs() < 3.0 * worth.se && worth.se < 0.02, "{worth:?}");
    assert!(worth.explained > 0.94, "{worth:?}");
    assert!(worth_knowing(&[&a], &gap).value < 0.03);
}

#[test]
fn a_smooth_product_of_two_unknowns_is_worth_what_it_is_among_many() {
    let columns: [Vec<f64>; 42] = normals(6, 2000);
    let gap: Vec<f64> =
        (0..2000).map(|i| columns[7][i] * columns[30][i] + columns[41][i]).collect();
    let xs: Vec<&[f64]> = columns[..41].iter().map(Vec::as_slice).collect();
    // The mean of |a b| is 2 / pi; the better choice has half of it.
    let truth = std::f64::consts::FRAC_1_PI;
    let worth = worth_knowing(&xs, &gap);
    assert!((worth.value - truth).abs() < 0.06, "{worth:?}");
}

#[test]
fn what_cannot_change_the_choice_is_worth_nothing() {
    let [x, noise] = normals(7, 2000);
    let gap: Vec<f64> = x.iter().zip(&noise).map(|(x, e)| 50.0 + x + e).collect();
    let worth = worth_knowing(&[&x], &gap);
    assert!(worth.value.abs() < 1e-12 && worth.se.abs() < 1e-12, "{worth:?}");
    assert_eq!(worth_knowing(&[], &gap), Worth::default());
    assert_eq!(worth_knowing(&[&[1.0]], &[1.0]), Worth::default());
    let equal = vec![4.0; 2000];
    assert!(worth_knowing(&[&x], &equal).value.abs() < 1e-9);
}

#[test]
fn many_unknowns_that_do_nothing_are_worth_next_to_nothing_together() {
    let columns: [Vec<f64>; 101] = normals(11, 2000);
    let (gap, xs) = columns.split_last().unwrap();
    let xs: Vec<&[f64]> = xs.iter().map(Vec::as_slice).collect();
    let worth = worth_knowing(&xs, gap);
    // Perfect knowledge of the gap would be worth 0.4; a straight line through each
    // would seem to be worth a quarter of that.
    assert!(worth.value < 0.06, "{worth:?}");
}
